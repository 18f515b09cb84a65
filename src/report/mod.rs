//! Findings as people and programs read them. Each form has structs of its own; all start from [`Report`].

pub mod github;
pub mod gitlab;
pub mod human;
pub mod json;
pub mod sarif;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::args;
use crate::finding::{Arg, Finding, Level};
use crate::history::{CommitFindings, Texts, short};
use crate::locale::Locale;
use crate::register::analysis;
use crate::register::files::load_regular;
use crate::register::text::decode;
use crate::rules::{
    self,
    message::{key, message},
};
use crate::source::{Position, Tree, position};
use crate::words::{characters, choice};

choice!(
    /// A form in which findings are written.
    Format {
        /// For people.
        Human = "human",
        /// For programs, in a versioned form of our own.
        Json = "json",
        /// SARIF 2.1.0, for code scanning.
        Sarif = "sarif",
        /// Workflow commands that GitHub and Forgejo show beside the line.
        Github = "github",
        /// The code quality report of GitLab.
        Gitlab = "gitlab",
    }
);

/// A finding with its words and its place.
pub struct Entry<'f> {
    /// The finding.
    pub finding: &'f Finding,
    /// The clause that it is about.
    pub clause: Option<u8>,
    /// What it says, on one line and fit to print.
    pub message: String,
    /// How to put it right.
    pub remedy: Option<String>,
    /// The commit that it is about, where it is about the history.
    pub commit: Option<String>,
    /// The file, as the user would name it, with `/` between its parts.
    pub path: String,
    /// Which of the texts of the report is that of the file.
    text: usize,
    /// The bytes in the text of the file.
    pub range: Range<usize>,
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
}

/// Findings in the order of files and lines, with the texts of the files they are in.
pub struct Report<'f> {
    /// The findings.
    pub entries: Vec<Entry<'f>>,
    texts: Vec<String>,
}

/// The texts of the files of a register, as far as they can be shown.
pub struct Files {
    root: PathBuf,
}

impl Files {
    /// Reads from the register in a directory.
    pub fn of(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    /// Gives a file as it was checked; empty when it cannot be shown.
    fn text(&self, file: &str) -> String {
        load_regular(&self.root.join(file)).map_or_else(|_| String::new(), shown_text)
    }
}

/// Gives the bytes of a file as a text to point into. What was refused as text is still shown, as far as it is one: that is
/// where its finding points.
fn shown_text(bytes: Vec<u8>) -> String {
    decode(bytes.clone()).unwrap_or_else(|_| String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))
}

impl<'f> Report<'f> {
    /// Arranges findings for a language. `shown_root` is the register's directory as the user would name it.
    pub fn new(findings: &'f [Finding], files: &Files, shown_root: &str, locale: &Locale) -> Self {
        let mut report = Self {
            entries: Vec::new(),
            texts: Vec::new(),
        };
        report.add(findings, &|file| files.text(file), shown_root, locale);
        report
    }

    /// Arranges what is wrong with commits, in the order of the commits.
    pub fn of_commits(
        commits: &'f [CommitFindings],
        texts: &Texts<'_>,
        shown_root: &str,
        locale: &Locale,
    ) -> Self {
        let mut report = Self {
            entries: Vec::new(),
            texts: Vec::new(),
        };
        for faults in commits {
            let first = report.entries.len();
            report.add(
                &faults.findings,
                &|file| shown_text(texts.text(faults.tree, file)),
                shown_root,
                locale,
            );
            for entry in &mut report.entries[first..] {
                entry.commit = faults.commit.map(|id| id.to_string());
                if entry.finding.file.is_empty() {
                    entry.path.clear();
                }
                if let Some(id) = faults.commit {
                    let args = args!(commit: short(id), author: faults.author.as_str());
                    let about = printable_line(&locale.text_with("history-commit", &args));
                    entry.message = format!("{about}: {}", entry.message);
                }
            }
        }
        report
    }

    fn add(
        &mut self,
        findings: &'f [Finding],
        text_of: &dyn Fn(&str) -> String,
        shown_root: &str,
        locale: &Locale,
    ) {
        let mut by_file: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in findings {
            by_file.entry(&finding.file).or_default().push(finding);
        }
        for (file, findings) in by_file {
            let text = text_of(file);
            let routes: Vec<_> = findings.iter().filter_map(|f| f.spot.route()).collect();
            let tree = match routes.is_empty() {
                false if file.ends_with("/analysis.md") => Tree::parse(&analysis::split(&text).0),
                false => Tree::parse_for(&text, routes),
                true => Tree::default(),
            };
            let number = self.texts.len();
            let placed = findings
                .into_iter()
                .map(|finding| entry(finding, (number, &text), &tree, shown_root, locale));
            let mut placed: Vec<Entry<'_>> = placed.collect();
            placed.sort_by_key(|entry| (entry.range.start, entry.finding.code));
            self.entries.append(&mut placed);
            self.texts.push(text);
        }
    }

    /// Gives the text of the file of an entry.
    pub fn text(&self, entry: &Entry<'_>) -> &str {
        self.texts.get(entry.text).map_or("", String::as_str)
    }
}

fn entry<'f>(
    finding: &'f Finding,
    (number, text): (usize, &str),
    tree: &Tree,
    shown_root: &str,
    locale: &Locale,
) -> Entry<'f> {
    let range = tree.locate(text, &finding.spot);
    // A place is a place on one line: a block of text is pointed at by its first.
    let line_end = text[range.start..]
        .find('\n')
        .map_or(text.len(), |n| range.start + n);
    let range = range.start..range.end.min(line_end);
    let path = if shown_root.is_empty() {
        finding.file.clone()
    } else {
        format!("{shown_root}/{}", finding.file)
    };
    Entry {
        finding,
        clause: rules::clause_of(finding),
        message: printable_line(&message(finding, locale)),
        remedy: remedy(finding, locale).map(|text| printable_line(&text)),
        commit: None,
        path: printable_line(&path),
        text: number,
        start: position(text, range.start),
        end: position(text, range.end),
        range,
    }
}

/// The rule of a foreign file in a commit: it must come out of that first, whatever is foreign in it.
const IN_COMMIT: &str = "H30";

/// Gives how to put a finding right: what the reason that it names has to say of that, or else its rule.
fn remedy(finding: &Finding, locale: &Locale) -> Option<String> {
    let of_reason = finding.args.values().find_map(|arg| match arg {
        Arg::Key(reason) => locale.attribute(reason, "fix", &finding.args),
        _ => None,
    });
    let of = |key: &str| locale.attribute(key, "fix", &finding.args);
    let of_rule = || of(&key(finding, locale)).or_else(|| of(finding.code));
    match of_reason {
        Some(reason) if finding.code == IN_COMMIT => {
            Some(of_rule().map_or(reason.clone(), |rule| format!("{rule} {reason}")))
        }
        Some(reason) => Some(reason),
        None => of_rule(),
    }
}

/// Counts findings by level, the gravest first; what is waived is not counted.
pub fn counts(findings: &[Finding]) -> BTreeMap<Level, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings.iter().filter(|finding| !finding.waived) {
        *counts.entry(finding.level).or_default() += 1;
    }
    counts
}

/// Makes a text fit to print: control, bidirectional and invisible characters become visible, line feeds and tabs stay.
pub fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\0'..='\u{8}' | '\u{B}'..='\u{1F}' => out.extend(char::from_u32(0x2400 + c as u32)),
            '\u{7F}' => out.push('\u{2421}'),
            c if characters::is_forbidden(c) => {
                out.push('⟨');
                out.push_str(&characters::code_point(c));
                out.push('⟩');
            }
            c => out.push(c),
        }
    }
    out
}

/// Makes a text fit to print on one line.
pub fn printable_line(text: &str) -> String {
    printable(text).replace(['\n', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_drives_a_terminal_is_printed() {
        assert_eq!(
            printable_line("a\u{1b}[31mb\u{202e}c\u{9b}d\ne\u{7f}"),
            "a␛[31mb⟨U+202E⟩c⟨U+009B⟩d e␡"
        );
    }
}
