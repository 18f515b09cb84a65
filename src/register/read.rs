//! Reading a register: from files to data, and from files that cannot be read to findings.
//!
//! Texts are parsed straight into their types. Only when that fails, or when a cheap scan sees a sign that YAML gives a meaning
//! we do not use, is a text parsed again with its places and explained.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::args;
use crate::finding::{Arg, Args, Finding, Level};
use crate::register::Register;
use crate::register::analysis::{self, YearlyAnalysis};
use crate::register::annex::{self, AnnexFiles, Traces};
use crate::register::case::{Case, CaseFile, CorrectionFault, Leak, apply_corrections};
use crate::register::characters;
pub use crate::register::files::MOST_BYTES;
use crate::register::files::{self, CaseFiles};
use crate::register::procedure::Procedure;
use crate::register::schema::FileKind;
use crate::register::shape;
use crate::register::staff::{Staff, StaffFile};
use crate::register::step::{Step, StepKind};
use crate::register::text::{decode, suspicious};
use crate::register::words::CaseId;
use crate::register::written::there;
use crate::route;
use crate::source::{Node, Route, Spot, Tree, Value};

/// A register and what its reading had to say.
#[derive(Debug, Default)]
pub struct Reading {
    /// What could be read.
    pub register: Register,
    /// What could not.
    pub findings: Vec<Finding>,
}

/// Reads the register in a directory.
///
/// # Errors
/// When the directory itself cannot be listed; everything inside it that is wrong is a finding.
pub fn load_register(root: &Path) -> io::Result<Reading> {
    load_register_with(root, &mut |_, _| {})
}

/// Reads the register in a directory and tells after each case how many of how many are done.
///
/// # Errors
/// When the directory itself cannot be listed.
pub fn load_register_with(
    root: &Path,
    progress: &mut dyn FnMut(usize, usize),
) -> io::Result<Reading> {
    std::fs::read_dir(root)?;
    let listing = files::list(root);
    let fetch = |path: &str| files::load(&root.join(path));
    Ok(read_listed(listing, &fetch, progress))
}

/// Reads the files of a register from wherever they are.
pub fn read_listed(
    mut listing: files::Listing,
    fetch: Fetch<'_>,
    progress: &mut dyn FnMut(usize, usize),
) -> Reading {
    let mut reader = Reader {
        fetch,
        findings: std::mem::take(&mut listing.findings),
    };
    let mut register = Register {
        analyses: listing.analyses,
        ..Register::default()
    };

    register.procedure = reader.policy(listing.procedure, FileKind::Procedure, "procedure.yaml");
    register.staff = reader.staff(listing.staff);
    for (language, path) in listing.texts {
        if let Some(text) = reader.text(&path, FileKind::Procedure) {
            register.procedure_text.insert(language, text);
        }
    }
    for (year, path) in &register.analyses.clone() {
        if let Some(analysis) = reader.analysis(path) {
            register.signed.insert(*year, analysis);
        }
    }
    let total = listing.cases.len();
    for (done, (id, files)) in listing.cases.into_iter().enumerate() {
        if let Some(case) = reader.case(id, &files) {
            register.cases.insert(id, case);
        }
        register.numbers.insert(id, files.dir);
        progress(done + 1, total);
    }
    Reading {
        register,
        findings: reader.findings,
    }
}

/// Gives the bytes of a file by its path in the register, wherever the register is.
pub type Fetch<'f> = &'f dyn Fn(&str) -> io::Result<Vec<u8>>;

/// Reads one case from wherever its files are; the case is `None` when its record cannot be read.
pub fn read_case(id: CaseId, files: &CaseFiles, fetch: Fetch<'_>) -> (Option<Case>, Vec<Finding>) {
    let mut reader = Reader {
        fetch,
        findings: Vec::new(),
    };
    let case = reader.case(id, files);
    (case, reader.findings)
}

/// Tells whether a record, or the part of it that was appended, leaves the next step free to be parsed alone.
///
/// Steps stand at the beginning of the line and the text ends there; no block of text takes in the lines that follow, and no
/// mark closes the document.
pub fn is_open(text: &[u8]) -> bool {
    let keeps = text
        .windows(2)
        .any(|pair| pair[1] == b'+' && matches!(pair[0], b'|' | b'>' | b'0'..=b'9'));
    let mut flush = false;
    for line in text.split_inclusive(|b| *b == b'\n') {
        if line.starts_with(b"...") || line.starts_with(b"---") {
            return false;
        }
        flush |= line.starts_with(b"- step:");
    }
    flush && !keeps && text.ends_with(b"\n")
}

/// Parses what was appended to a record when it is one further step and nothing else.
///
/// Gives a step only where parsing the whole record would give the same, if the record [`is_open`]: `None` means that the whole
/// has to be read, not that something is wrong.
pub fn parse_further_step(appended: &str) -> Option<Step> {
    let mark = |line: &str| line.starts_with("...") || line.starts_with("---");
    let starts = appended
        .lines()
        .find(|line| !line.trim().is_empty())
        .is_some_and(|line| line.starts_with("- step:"));
    if !starts
        || appended.lines().any(mark)
        || appended.contains('\r')
        || suspicious(appended)
        || characters::first_forbidden(appended).is_some()
    {
        return None;
    }
    let mut steps: Vec<Step> = serde_yaml::from_str(appended).ok()?;
    // A correction changes the steps before it.
    steps
        .pop()
        .filter(|step| steps.is_empty() && step.kind() != StepKind::Corrected)
}

/// Reads the annexes of a case alone.
pub fn read_annexes(
    id: CaseId,
    files: &CaseFiles,
    fetch: Fetch<'_>,
) -> (BTreeMap<usize, AnnexFiles>, Vec<Finding>) {
    let mut reader = Reader {
        fetch,
        findings: Vec::new(),
    };
    let (annex, _) = reader.annexes(id, files);
    (annex, reader.findings)
}

/// Reads `staff.yaml` and `procedure.yaml` from wherever they are.
pub fn read_policy(fetch: Fetch<'_>) -> (Option<Staff>, Option<Procedure>, Vec<Finding>) {
    let mut reader = Reader {
        fetch,
        findings: Vec::new(),
    };
    let staff = reader.staff(true);
    let procedure = reader.policy(true, FileKind::Procedure, "procedure.yaml");
    (staff, procedure, reader.findings)
}

struct Reader<'r> {
    fetch: Fetch<'r>,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn finding(&mut self, code: &'static str, file: &str, spot: Spot, args: Args) {
        self.findings.push(finding(code, file, spot, args));
    }

    /// Reads `procedure.yaml` or `staff.yaml`, which are few enough to be looked at closely each time.
    fn policy<T: DeserializeOwned>(
        &mut self,
        there: bool,
        kind: FileKind,
        path: &str,
    ) -> Option<T> {
        if !there {
            self.finding("K015", path, Spot::File, args!(path: path));
            return None;
        }
        let text = self.text(path, kind)?;
        let before = self.findings.len();
        self.explain(kind, path, &text, None);
        if self.findings.len() > before {
            None
        } else {
            self.parsed(kind, path, &text, None)
        }
    }

    fn staff(&mut self, there: bool) -> Option<Staff> {
        let file = self.policy::<StaffFile>(there, FileKind::Staff, "staff.yaml")?;
        for (n, person) in file.staff.iter().enumerate() {
            if file.staff[..n].iter().any(|other| other.id == person.id) {
                self.finding(
                    "K032",
                    "staff.yaml",
                    Spot::Value(route!["staff", n, "id"]),
                    args!(id: &person.id),
                );
            }
        }
        for (n, person) in file.staff.iter().enumerate() {
            let from = person.active.from;
            if let Some(until) = person.active.until.filter(|until| *until < from) {
                let args = args!(employee: person.name.as_str(), from: from, until: until);
                let spot = Spot::Value(route!["staff", n, "active", "until"]);
                self.finding("K038", "staff.yaml", spot, args);
            }
        }
        Some(Staff::new(file))
    }

    /// Reads a yearly analysis: the front matter as closely as the settings, the Markdown as it is.
    fn analysis(&mut self, path: &str) -> Option<YearlyAnalysis> {
        let text = self.text(path, FileKind::Analysis)?;
        let (yaml, markdown) = analysis::split(&text);
        let before = self.findings.len();
        self.explain(FileKind::Analysis, path, &yaml, None);
        if self.findings.len() > before {
            return None;
        }
        let head = self.parsed(FileKind::Analysis, path, &yaml, None)?;
        Some(YearlyAnalysis {
            head,
            text: markdown.to_owned(),
        })
    }

    /// Reads a case; `None` when its record cannot be read, which then has a finding.
    fn case(&mut self, id: CaseId, files: &CaseFiles) -> Option<Case> {
        let path = format!("{}/complaint.yaml", files.dir);
        if !files.record {
            self.finding("K015", &path, Spot::File, args!(path: path.as_str()));
            self.annexes(id, files);
            return None;
        }
        let text = self.text(&path, FileKind::Complaint);
        let (annex, traces) = self.annexes(id, files);
        let text = text?;
        let file: CaseFile = self.parsed(FileKind::Complaint, &path, &text, Some(id))?;
        let leaks = self.leaks(id, &path, &text, &traces);
        if file.case != id {
            let args = args!(case: file.case.to_string(), directory: id.to_string());
            self.finding("K014", &path, Spot::Value(route!["case"]), args);
        }
        if file.steps.len() > shape::MOST_STEPS {
            self.explain(FileKind::Complaint, &path, &text, Some(id));
            return None;
        }
        let corrected = file
            .steps
            .iter()
            .any(|step| step.kind() == StepKind::Corrected);
        let as_written = corrected.then(|| file.steps.clone());
        let (steps, corrections, faults) = apply_corrections(file.steps);
        for fault in faults {
            self.correction_fault(&path, &fault);
        }
        for finding in self
            .findings
            .iter_mut()
            .rev()
            .take_while(|f| f.file == path)
        {
            finding.case = Some(id);
        }
        Some(Case {
            id,
            dir: files.dir.clone(),
            steps,
            as_written,
            corrections,
            annex,
            leaks,
        })
    }

    fn correction_fault(&mut self, path: &str, fault: &CorrectionFault) {
        let (spot, args) = match fault {
            CorrectionFault::NoSuchStep { at } => (
                Spot::Value(route!["steps", *at, "corrects"]),
                args!(why: Arg::Key("correction-step".into())),
            ),
            CorrectionFault::NotCorrectable { at, field } => (
                Spot::Key(route!["steps", *at, "fields", field.clone()]),
                args!(why: Arg::Key("correction-again".into()), field: field.as_str()),
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
    fn annexes(&mut self, id: CaseId, files: &CaseFiles) -> (BTreeMap<usize, AnnexFiles>, Traces) {
        let mut annex: BTreeMap<usize, AnnexFiles> = BTreeMap::new();
        let mut traces = Traces::default();
        for (step, count) in &files.attachments {
            annex.entry(*step).or_default().attachments = *count;
        }
        for (step, path) in &files.annexes {
            let entry = annex.entry(*step).or_default();
            let Some(text) = self.text(path, FileKind::Annex) else {
                entry.unreadable = true;
                continue;
            };
            match suspicious(&text)
                .then_some(())
                .map_or_else(|| annex::parse_annex(&text).ok(), |()| None)
            {
                Some((fields, found)) => {
                    entry.record = Some(fields);
                    traces.extend(found);
                }
                None => {
                    let before = self.findings.len();
                    self.explain(FileKind::Annex, path, &text, Some(id));
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
    fn leaks(&mut self, id: CaseId, path: &str, text: &str, traces: &Traces) -> Vec<Leak> {
        if traces.is_empty() || traces.found_in(text).is_none() {
            return Vec::new();
        }
        let tree = Tree::parse(text);
        let mut leaks = Vec::new();
        if let Some(root) = &tree.root {
            scalars(root, &Route::default(), &mut |route, value| {
                if let Some(trace) = traces.found_in(value) {
                    leaks.push(Leak {
                        route: route.clone(),
                        trace,
                    });
                }
            });
        }
        let mut places: Vec<(Spot, annex::Trace)> = leaks
            .iter()
            .map(|leak| (Spot::Value(leak.route.clone()), leak.trace))
            .collect();
        if places.is_empty() {
            // In a comment, or across two values.
            let mut at = 0;
            for line in text.split_inclusive('\n') {
                if let Some(trace) = traces.found_in(line) {
                    places.push((Spot::Bytes(at..at + line.trim_end().len()), trace));
                }
                at += line.len();
            }
        }
        for (spot, trace) in places {
            let mut found = finding(
                "K020",
                path,
                spot,
                args!(trace: Arg::Key(format!("trace-{trace}"))),
            );
            found.level = Level::Warning;
            found.case = Some(id);
            self.findings.push(found);
        }
        leaks
    }

    /// Reads a file as text: UTF-8, not too large, CRLF as LF, and free of forbidden characters.
    fn text(&mut self, path: &str, kind: FileKind) -> Option<String> {
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
                let mut found = finding(code, path, spot, args);
                found.clause = None;
                self.findings.push(found);
                let _ = kind;
                None
            }
        }
    }

    /// Parses a text into its type, or explains why it cannot be.
    fn parsed<T: DeserializeOwned>(
        &mut self,
        kind: FileKind,
        path: &str,
        text: &str,
        case: Option<CaseId>,
    ) -> Option<T> {
        let before = self.findings.len();
        if suspicious(text) {
            self.explain(kind, path, text, case);
            if self.findings.len() > before {
                return None;
            }
        }
        match there(serde_yaml::Deserializer::from_str(text)) {
            Ok(value) => Some(value),
            Err(error) => {
                self.explain(kind, path, text, case);
                if self.findings.len() == before {
                    self.unexplained(path, text, &error);
                }
                None
            }
        }
    }

    fn explain(&mut self, kind: FileKind, path: &str, text: &str, case: Option<CaseId>) {
        let tree = Tree::parse(text);
        for fault in shape::faults(kind, text, &tree) {
            let mut found = finding(fault.code, path, fault.spot, fault.args);
            found.clause = fault.step.and_then(StepKind::clause);
            found.case = case;
            self.findings.push(found);
        }
    }

    /// Tells of a text that the reader refuses and the schema does not explain: at the place that the parser names.
    fn unexplained(&mut self, path: &str, text: &str, error: &serde_yaml::Error) {
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

fn finding(code: &'static str, file: &str, spot: Spot, args: Args) -> Finding {
    Finding {
        code,
        level: Level::Violation,
        file: file.to_owned(),
        spot,
        case: case_of(file),
        clause: None,
        args,
        waived: false,
    }
}

/// Gives the case to which a file of the register belongs.
fn case_of(file: &str) -> Option<CaseId> {
    file.split('/').nth(1)?.parse().ok()
}

fn scalars(node: &Node, route: &Route, visit: &mut dyn FnMut(&Route, &str)) {
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
