//! Reading a case: its record, its annexes as far as the register may know them, and what of these leaked into the record.

use std::collections::BTreeMap;

use super::Reader;
use crate::args;
use crate::finding::{Arg, Finding};
use crate::register::annex::{self, AnnexFiles};
use crate::register::appended::has_room;
use crate::register::case::{Case, CaseFile, CorrectionFault, Leak, apply_corrections};
use crate::register::files::CaseFiles;
use crate::register::schema::FileKind;
use crate::register::shape;
use crate::register::step::StepKind;
use crate::register::text::suspicious;
use crate::register::trace::{Trace, Traces};
use crate::route;
use crate::source::{Node, Route, Spot, Tree, Value};
use crate::words::CaseId;

impl Reader<'_> {
    /// Reads a case; `None` when its record cannot be read, which then has a finding.
    pub(super) fn case(&mut self, id: CaseId, files: &CaseFiles) -> Option<Case> {
        let path = format!("{}/complaint.yaml", files.dir);
        let text = if files.record {
            self.text(&path)
        } else {
            self.finding("K015", &path, Spot::File, args!(path: path.as_str()));
            None
        };
        let (annex, traces) = self.annexes(files);
        let case = text.and_then(|text| self.record(id, files, &path, &text, annex, &traces));
        self.private.extend(traces);
        case
    }

    /// Reads the record of a case whose annexes were read.
    fn record(
        &mut self,
        id: CaseId,
        files: &CaseFiles,
        path: &str,
        text: &str,
        annex: BTreeMap<usize, AnnexFiles>,
        traces: &Traces,
    ) -> Option<Case> {
        let file: CaseFile = self.parsed(FileKind::Complaint, path, text)?;
        let leaks = self.leaks(path, text, traces);
        if file.case != id {
            let args = args!(case: file.case.to_string(), directory: id.to_string());
            self.finding("K014", path, Spot::Value(route!["case"]), args);
        }
        if file.steps.len() > shape::MOST_STEPS {
            self.explain(FileKind::Complaint, path, text);
            return None;
        }
        if !file.steps.is_empty() && !has_room(text, file.steps.len()) {
            let last = text.trim_end();
            let start = last.rfind('\n').map_or(0, |at| at + 1);
            let spot = Spot::Bytes(start..last.len());
            self.findings
                .push(Finding::warning("K042", path, spot, args!()));
        }
        let corrected = file
            .steps
            .iter()
            .any(|step| step.kind() == StepKind::Corrected);
        let as_written = corrected.then(|| file.steps.clone());
        let corrected = apply_corrections(file.steps);
        for fault in corrected.faults {
            self.correction_fault(path, text, &fault);
        }
        Some(Case {
            id,
            dir: files.dir.clone(),
            steps: corrected.steps,
            as_written,
            corrections: corrected.made,
            replaced: corrected.replaced,
            annex,
            leaks,
        })
    }

    fn correction_fault(&mut self, path: &str, text: &str, fault: &CorrectionFault) {
        if let CorrectionFault::Malformed { at, kind, .. } = fault
            && self.explain_correction(path, text, *at, *kind)
        {
            return;
        }
        let (spot, args) = match fault {
            CorrectionFault::NoSuchStep { at } => (
                Spot::Value(route!["steps", *at, "corrects"]),
                args!(why: Arg::Key("correction-step".into())),
            ),
            CorrectionFault::NotCorrectable { at, field } => (
                Spot::Key(route!["steps", *at, "fields", field.clone()]),
                args!(why: Arg::Key("correction-again".into()), field: field.as_str()),
            ),
            CorrectionFault::NothingThere { at, field } => (
                Spot::Key(route!["steps", *at, "fields", field.clone()]),
                args!(why: Arg::Key("correction-nothing".into()), field: field.as_str()),
            ),
            CorrectionFault::Accepted { at, measure } => (
                Spot::Value(route!["steps", *at, "fields", "measures"]),
                args!(why: Arg::Key("correction-accepted".into()), measure: measure),
            ),
            CorrectionFault::Malformed { at, kind, field } => {
                let step = Arg::Key(format!("step-{}", kind.word()));
                match field {
                    Some(field) => (
                        Spot::Key(route!["steps", *at, "fields", field.clone()]),
                        args!(why: Arg::Key("correction-field".into()), step: step, field: field.as_str()),
                    ),
                    None => (
                        Spot::Value(route!["steps", *at, "fields"]),
                        args!(why: Arg::Key("correction-malformed".into()), step: step),
                    ),
                }
            }
        };
        self.finding("K021", path, spot, args);
    }

    /// Reads the annexes of a case as far as the register may know them.
    pub(super) fn annexes(&mut self, files: &CaseFiles) -> (BTreeMap<usize, AnnexFiles>, Traces) {
        let mut annex: BTreeMap<usize, AnnexFiles> = BTreeMap::new();
        let mut traces = Traces::default();
        for (step, count) in &files.attachments {
            annex.entry(*step).or_default().attachments = *count;
        }
        for (step, path) in &files.annexes {
            let entry = annex.entry(*step).or_default();
            let Some(text) = self.text(path) else {
                entry.unreadable = true;
                continue;
            };
            let read = if suspicious(&text) {
                None
            } else {
                annex::parse_annex(&text).ok()
            };
            match read {
                Some((fields, found)) => {
                    entry.record = Some(fields);
                    traces.extend(found);
                }
                None => {
                    let before = self.findings.len();
                    self.explain(FileKind::Annex, path, &text);
                    match annex::parse_annex(&text) {
                        Ok((fields, found)) if self.findings.len() == before => {
                            entry.record = Some(fields);
                            traces.extend(found);
                        }
                        Ok(_) => entry.unreadable = true,
                        Err(error) => {
                            entry.unreadable = true;
                            if self.findings.len() == before {
                                self.unexplained(path, &text, &error);
                            }
                        }
                    }
                }
            }
        }
        (annex, traces)
    }

    /// Finds texts of the record that hold something of the annex (design, section 3).
    fn leaks(&mut self, path: &str, text: &str, traces: &Traces) -> Vec<Leak> {
        if traces.is_empty() || traces.found_in(text).is_none() {
            return Vec::new();
        }
        let tree = Tree::parse(text);
        let mut leaks = Vec::new();
        let mut places = Vec::new();
        if let Some(root) = &tree.root {
            scalars(root, &Route::default(), &mut |route, value| {
                if let Some(trace) = traces.found_in(value) {
                    let part = traces.place_in(value);
                    places.push((Spot::Part(route.clone(), part), trace));
                    leaks.push(Leak {
                        route: route.clone(),
                        trace,
                    });
                }
            });
        }
        if places.is_empty() {
            // In a comment, or across two values.
            let mut at = 0;
            for line in text.split_inclusive('\n') {
                if let Some(trace) = traces.found_in(line) {
                    let part = traces.place_in(line);
                    places.push((Spot::Bytes(at + part.start..at + part.end), trace));
                }
                at += line.len();
            }
        }
        let places = places.into_iter();
        let found = places.map(|(spot, trace)| leaking(path, spot, trace));
        self.findings.extend(found);
        leaks
    }
}

/// Warns of a public text that holds something of an annex.
pub(super) fn leaking(path: &str, spot: Spot, trace: Trace) -> Finding {
    let trace = Arg::Key(format!("trace-{trace}"));
    Finding::warning("K020", path, spot, args!(trace: trace))
}

/// Visits every value of a text, each with its route.
pub(super) fn scalars(node: &Node, route: &Route, visit: &mut dyn FnMut(&Route, &str)) {
    match &node.value {
        Value::Scalar { text, .. } => visit(route, text),
        Value::Sequence(items) => {
            for (index, item) in items.iter().enumerate() {
                scalars(item, &route.then(index), visit);
            }
        }
        Value::Mapping(entries) => {
            for (key, value) in entries {
                scalars(
                    value,
                    &route.then(key.text().unwrap_or_default().to_owned()),
                    visit,
                );
            }
        }
    }
}
