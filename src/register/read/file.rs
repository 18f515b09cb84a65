//! Reading one file: its text, its value, and where it has none the findings that say why.

use serde::de::DeserializeOwned;

use super::Reader;
use crate::args;
use crate::finding::{Arg, Args, Finding};
use crate::register::schema::FileKind;
use crate::register::shape::{self, Fault};
use crate::register::step::StepKind;
use crate::register::text::{decode, suspicious};
use crate::register::written::read_text;
use crate::route;
use crate::source::{Spot, Tree};

impl Reader<'_> {
    pub(super) fn finding(&mut self, code: &'static str, file: &str, spot: Spot, args: Args) {
        self.findings
            .push(Finding::violation(code, file, spot, args));
    }

    /// Reads a file as text: UTF-8, not too large, CRLF as LF, and free of forbidden characters.
    pub(super) fn text(&mut self, path: &str) -> Option<String> {
        let bytes = match (self.fetch)(path) {
            Ok(bytes) => bytes,
            Err(_) => {
                self.finding(
                    "K001",
                    path,
                    Spot::File,
                    args!(why: Arg::Key("file-unreadable".into())),
                );
                return None;
            }
        };
        match decode(bytes) {
            Ok(text) => Some(text),
            Err((code, spot, args)) => {
                self.finding(code, path, spot, args);
                None
            }
        }
    }

    /// Parses a text into its type, or explains why it cannot be.
    pub(super) fn parsed<T: DeserializeOwned>(
        &mut self,
        kind: FileKind,
        path: &str,
        text: &str,
    ) -> Option<T> {
        let before = self.findings.len();
        if suspicious(text) {
            self.explain(kind, path, text);
            if self.findings.len() > before {
                return None;
            }
        }
        match read_text(text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.explain(kind, path, text);
                if self.findings.len() == before {
                    self.unexplained(path, text, &error);
                }
                None
            }
        }
    }

    pub(super) fn explain(&mut self, kind: FileKind, path: &str, text: &str) {
        let tree = Tree::parse(text);
        self.faults(path, shape::faults(kind, text, &tree));
    }

    /// Explains what is wrong with the fields of a correction, as with those of the step that it corrects; tells whether anything is.
    pub(super) fn explain_correction(
        &mut self,
        path: &str,
        text: &str,
        at: usize,
        corrected: StepKind,
    ) -> bool {
        let tree = Tree::parse(text);
        let route = route!["steps", at, "fields"];
        let fields = tree.root.as_ref().and_then(|root| root.at(&route));
        let faults = fields.map_or_else(Vec::new, |fields| {
            shape::correction_faults(corrected, fields, &route)
        });
        let any = !faults.is_empty();
        self.faults(path, faults);
        any
    }

    fn faults(&mut self, path: &str, faults: Vec<Fault>) {
        for fault in faults {
            let mut found = Finding::violation(fault.code, path, fault.spot, fault.args);
            found.clause = fault.step.and_then(StepKind::clause);
            self.findings.push(found);
        }
    }

    /// Tells of a text that the reader refuses and the schema does not explain: at the place that the parser names.
    pub(super) fn unexplained(&mut self, path: &str, text: &str, error: &serde_yaml::Error) {
        let at = error
            .location()
            .map_or(0, |place| place.index())
            .min(text.len());
        let at = (0..=at)
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(0);
        let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
        self.finding(
            "K003",
            path,
            Spot::Bytes(at..end),
            args!(hint: Arg::Key("yaml-other".into())),
        );
    }
}
