//! Findings for people: the line with the place underlined, the clause, and how to put it right.

use annotate_snippets::{AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};

use super::{Entry, Report, printable};
use crate::args;
use crate::finding::{Finding, Level};
use crate::locale::Locale;

/// Renders findings for people, styled for a terminal; the writer strips the style where it does not belong.
pub fn render(report: &Report<'_>, locale: &Locale, width: usize) -> String {
    let renderer = Renderer::styled().term_width(width.max(60));
    let mut out = String::new();
    for entry in &report.entries {
        if entry.finding.waived {
            continue;
        }
        out.push_str(&renderer.render(&groups(report, entry, locale)));
        out.push_str("\n\n");
    }
    out
}

fn groups<'a>(report: &'a Report<'_>, entry: &'a Entry<'_>, locale: &Locale) -> Vec<Group<'a>> {
    let title = match entry.finding.level {
        Level::Violation => Title::ERROR,
        Level::Breach | Level::Overdue => Title::WARNING,
        Level::Warning => Title::INFO,
        Level::Due => Title::NOTE,
    };
    let name = locale.text(&format!("level-{}", entry.finding.level.word()));
    let mut group = Group::with_title(
        title
            .with_name(name)
            .primary_title(entry.message.as_str())
            .id(entry.finding.code),
    );
    let text = report.text(entry);
    let (line, offset) = line_at(text, entry.range.start);
    group = if entry.path.is_empty() {
        group
    // What an annex says is shown to nobody who does not open it.
    } else if entry.finding.file.contains("/private/") {
        group.element(Origin::path(entry.path.as_str()).line(entry.start.line))
    } else if line.trim().is_empty() {
        group.element(Origin::path(entry.path.as_str()))
    } else {
        // The place is found in the text as it is, and shown in the text as it can be printed.
        let start = printable(&line[..entry.range.start - offset]).len();
        let end = start
            + printable(
                &line[entry.range.start - offset..(entry.range.end - offset).min(line.len())],
            )
            .len();
        let annotation =
            AnnotationKind::Primary.span(start..end.max(start + usize::from(start == end)));
        group.element(
            Snippet::source(printable(line))
                .path(entry.path.as_str())
                .line_start(entry.start.line)
                .annotation(annotation),
        )
    };
    if let Some(clause) = entry.clause {
        let text = locale.text_with("report-clause", &args!(clause: usize::from(clause)));
        group = group.element(
            Title::NOTE
                .with_name(locale.text("report-clause-name"))
                .message(text),
        );
    }
    if let Some(remedy) = &entry.remedy {
        group = group.element(
            Title::HELP
                .with_name(locale.text("report-remedy"))
                .message(remedy.as_str()),
        );
    }
    vec![group]
}

fn line_at(text: &str, byte: usize) -> (&str, usize) {
    let start = text[..byte].rfind('\n').map_or(0, |n| n + 1);
    let end = text[byte..].find('\n').map_or(text.len(), |n| byte + n);
    (&text[start..end], start)
}

/// Gives the closing line: how many of what was found.
pub fn summary(findings: &[Finding], cases: usize, locale: &Locale) -> String {
    let counts = super::counts(findings);
    let parts: Vec<String> = Level::ALL
        .iter()
        .filter_map(|level| Some((level, *counts.get(level)?)))
        .map(|(level, n)| locale.text_with(&format!("report-count-{}", level.word()), &args!(n: n)))
        .collect();
    let found = if parts.is_empty() {
        locale.text("report-nothing")
    } else {
        parts.join(", ")
    };
    locale.text_with("report-summary", &args!(cases: cases, found: found))
}
