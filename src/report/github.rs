//! Findings as workflow commands, which GitHub and Forgejo show beside the line.

use std::fmt::Write;

use super::Report;
use crate::finding::Level;

/// Renders findings as one command a line.
pub fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    for entry in report.entries.iter().filter(|entry| !entry.finding.waived) {
        let command = match entry.finding.level {
            Level::Violation => "error",
            Level::Breach | Level::Overdue => "warning",
            Level::Warning | Level::Due => "notice",
        };
        let remedy = entry
            .remedy
            .as_ref()
            .map_or_else(String::new, |remedy| format!("\n{remedy}"));
        let _ = writeln!(
            out,
            "::{command} file={},line={},col={},endLine={},endColumn={},title={}::{}",
            property(&entry.path),
            entry.start.line,
            entry.start.column,
            entry.end.line,
            entry.end.column,
            property(entry.finding.code),
            data(&format!("{}{remedy}", entry.message)),
        );
    }
    out
}

/// Escapes the text of a command, so that no text can begin another.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_text_cannot_begin_a_command() {
        assert_eq!(
            super::data("a\n::set-env name=x::y%0A"),
            "a%0A::set-env name=x::y%250A"
        );
        assert_eq!(super::property("a,b:c"), "a%2Cb%3Ac");
    }
}
