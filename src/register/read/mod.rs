//! Reading a register: from files to data, and from files that cannot be read to findings.
//!
//! Texts are parsed straight into their types. Only when that fails, or when a cheap scan sees a sign that YAML gives a meaning
//! we do not use, is a text parsed again with its places and explained.

mod case;
mod file;
mod known;

use case::{leaking, scalars};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::args;
use crate::finding::{Arg, Finding};
use crate::register::Register;
use crate::register::analysis::{self, YearlyAnalysis, lines};
use crate::register::annex::AnnexFiles;
use crate::register::case::{Case, Leak};
pub use crate::register::files::MOST_BYTES;
use crate::register::files::{self, CaseFiles};
use crate::register::partly::{self, Partly};
use crate::register::procedure::Procedure;
use crate::register::schema::FileKind;
use crate::register::staff::{Person, Staff, StaffFile, signing_key};
use crate::register::text::decode;
use crate::register::trace::{PublicText, Traces, place};
use crate::register::unfilled;
use crate::route;
use crate::source::{Route, Spot, Tree};
use crate::words::{CaseId, MailAddress};

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
    let mut reader = Reader::new(fetch);
    reader.findings = std::mem::take(&mut listing.findings);
    let mut register = Register {
        analyses: listing.analyses,
        ..Register::default()
    };

    register.procedure = reader.policy(listing.procedure, FileKind::Procedure, "procedure.yaml");
    register.staff = reader.staff(listing.staff);
    register.partly = reader.partly(&register, [listing.procedure, listing.staff]);
    reader.unfilled(&register);
    for (language, path) in listing.texts {
        if let Some(text) = reader.text(&path) {
            register.procedure_text.insert(language, text);
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
    // After the cases: an analysis may hold nothing of the annex of any.
    for (year, path) in &register.analyses {
        if let Some(analysis) = reader.analysis(path) {
            register.signed.insert(*year, analysis);
        }
    }
    let (procedure, staff) = (register.trusted_procedure(), register.trusted_staff());
    known::name_known(&mut reader.findings, procedure, staff);
    Reading {
        register,
        findings: reader.findings,
    }
}

/// Gives the bytes of a file by its path in the register, wherever the register is.
pub type Fetch<'f> = &'f dyn Fn(&str) -> io::Result<Vec<u8>>;

/// Reads one case from wherever its files are; the case is `None` when its record cannot be read.
pub fn read_case(id: CaseId, files: &CaseFiles, fetch: Fetch<'_>) -> (Option<Case>, Vec<Finding>) {
    let mut reader = Reader::new(fetch);
    let case = reader.case(id, files);
    (case, reader.findings)
}

/// Reads the annexes of a case alone.
pub fn read_annexes(
    files: &CaseFiles,
    fetch: Fetch<'_>,
) -> (BTreeMap<usize, AnnexFiles>, Vec<Finding>) {
    let mut reader = Reader::new(fetch);
    let (annex, _) = reader.annexes(files);
    (annex, reader.findings)
}

/// Reads `staff.yaml` and `procedure.yaml` from wherever they are.
pub fn read_policy(fetch: Fetch<'_>) -> (Option<Staff>, Option<Procedure>, Vec<Finding>) {
    let mut reader = Reader::new(fetch);
    let staff = reader.staff(true);
    let procedure = reader.policy(true, FileKind::Procedure, "procedure.yaml");
    (staff, procedure, reader.findings)
}

/// Reads one `analysis.md` from wherever it is; what it may give away of annexes is not looked at.
pub fn read_analysis(path: &str, fetch: Fetch<'_>) -> (Option<YearlyAnalysis>, Vec<Finding>) {
    let mut reader = Reader::new(fetch);
    let analysis = reader.analysis(path);
    (analysis, reader.findings)
}

struct Reader<'r> {
    fetch: Fetch<'r>,
    findings: Vec<Finding>,
    /// What the annexes of the cases that were read would give away.
    private: Traces,
}

impl<'r> Reader<'r> {
    fn new(fetch: Fetch<'r>) -> Self {
        Self {
            fetch,
            findings: Vec::new(),
            private: Traces::default(),
        }
    }
}

impl Reader<'_> {
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
        let text = self.text(path)?;
        let before = self.findings.len();
        self.explain(kind, path, &text);
        if self.findings.len() > before {
            None
        } else {
            self.parsed(kind, path, &text)
        }
    }

    fn staff(&mut self, there: bool) -> Option<Staff> {
        let file = self.policy::<StaffFile>(there, FileKind::Staff, "staff.yaml")?;
        // The address says who made a commit, as the id says who took a step.
        for (n, person) in file.staff.iter().enumerate() {
            let email = person.email.as_str();
            // The others can still be written to, so this leaves the list as it is.
            if email.parse::<MailAddress>().is_err() {
                let expected = Arg::Key("shape-mail-address".into());
                let args = args!(key: "email", expected: expected, found: email);
                let spot = Spot::Value(route!["staff", n, "email"]);
                self.finding("K010", "staff.yaml", spot, args);
            }
            for (k, key) in person.signing_keys.iter().enumerate() {
                // Of what is no public key no more is told than how it begins: it may be the private one.
                let found = key.as_str().split_whitespace().next();
                if let Some(found) = found.filter(|_| signing_key(key.as_str()).is_none()) {
                    let expected = Arg::Key("shape-signing-key".into());
                    let args = args!(key: "signing_keys", expected: expected, found: found);
                    let spot = Spot::Value(route!["staff", n, "signing_keys", k]);
                    self.finding("K010", "staff.yaml", spot, args);
                }
            }
            let is_email = |other: &Person| other.email.as_str().eq_ignore_ascii_case(email);
            let others = &file.staff[..n];
            let (field, twice) = if others.iter().any(|other| other.id == person.id) {
                ("id", person.id.as_str())
            } else if others.iter().any(is_email) {
                ("email", email)
            } else {
                continue;
            };
            let spot = Spot::Value(route!["staff", n, field]);
            self.finding("K032", "staff.yaml", spot, args!(id: twice));
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

    /// Warns of the name that `klacht init` leaves in `staff.yaml`.
    fn unfilled(&mut self, register: &Register) {
        let people = register.staff.iter().flat_map(Staff::iter);
        let mut names = people.map(|person| person.name.as_str());
        let Some(name) = names.find(|name| unfilled::PERSON.contains(name)) else {
            return;
        };
        let text = (self.fetch)("staff.yaml")
            .ok()
            .and_then(|bytes| decode(bytes).ok());
        let at = text.and_then(|text| text.find(name)).unwrap_or(0);
        let spot = Spot::Bytes(at..at + name.len());
        let args = args!(placeholder: name);
        self.findings
            .push(Finding::warning("K041", "staff.yaml", spot, args));
    }

    /// Reads what can be trusted of settings with faults; where that is nothing, what is wrong with them says what that leaves open.
    ///
    /// What is not there as a file is not opened: it may be a pipe that nobody writes to.
    fn partly(&mut self, register: &Register, [procedure, staff]: [bool; 2]) -> Partly {
        let mut trusted = Partly::default();
        let fetched = |path, there: bool| {
            let bytes = there.then(|| (self.fetch)(path).ok()).flatten();
            bytes.and_then(|bytes| decode(bytes).ok())
        };
        let places = |path| {
            let of_file = self.findings.iter().filter(move |found| found.file == path);
            of_file.map(|found| &found.spot)
        };
        if register.procedure.is_none() {
            let path = "procedure.yaml";
            let text = fetched(path, procedure);
            trusted.procedure = text.and_then(|text| partly::procedure(&text, places(path)));
        }
        if register.staff.is_none() {
            let path = "staff.yaml";
            let text = fetched(path, staff);
            let file = text.and_then(|text| partly::staff(&text, places(path)));
            trusted.staff = file.map(Staff::new);
        }
        let known = [
            (
                "procedure.yaml",
                "unchecked-terms",
                register.procedure.is_some() || trusted.procedure.is_some(),
            ),
            (
                "staff.yaml",
                "unchecked-people",
                register.staff.is_some() || trusted.staff.is_some(),
            ),
        ];
        for (path, unchecked, _) in known.into_iter().filter(|(.., known)| !known) {
            if let Some(first) = self.findings.iter_mut().find(|found| found.file == path) {
                first.args.insert("unchecked", Arg::Key(unchecked.into()));
            }
        }
        trusted
    }

    /// Reads a yearly analysis: the front matter as closely as the settings, the Markdown as it is.
    fn analysis(&mut self, path: &str) -> Option<YearlyAnalysis> {
        let text = self.text(path)?;
        let (yaml, markdown) = analysis::split(&text);
        let before = self.findings.len();
        self.explain(FileKind::Analysis, path, &yaml);
        if self.findings.len() > before {
            return None;
        }
        let head = self.parsed(FileKind::Analysis, path, &yaml)?;
        let leaks = self.leaks_of_analysis(path, &text);
        Some(YearlyAnalysis {
            head,
            text: markdown.to_owned(),
            begins: text.len() - markdown.len(),
            leaks,
        })
    }

    /// Finds texts of an analysis that hold something of the annex of any case (design, section 3).
    fn leaks_of_analysis(&mut self, path: &str, text: &str) -> Vec<Leak> {
        let gives_away = |text: &str| PublicText::of(text).give_away(&self.private);
        if gives_away(text).is_none() {
            return Vec::new();
        }
        let (yaml, markdown) = analysis::split(text);
        let place_in = |text: &str| place(text, |part| gives_away(part).is_some());
        let (mut leaks, mut found) = (Vec::new(), Vec::new());
        if let Some(root) = &Tree::parse(&yaml).root {
            scalars(root, &Route::default(), &mut |route, value| {
                if let Some(trace) = gives_away(value) {
                    let spot = Spot::Part(route.clone(), place_in(value));
                    found.push(leaking(path, spot, trace));
                    leaks.push(Leak {
                        route: route.clone(),
                        trace,
                    });
                }
            });
        }
        if let Some(trace) = gives_away(markdown) {
            leaks.push(Leak {
                route: analysis::markdown_route(),
                trace,
            });
            let begins = text.len() - markdown.len();
            let lines = lines(markdown, begins).filter_map(|(line, bytes)| {
                let (trace, part) = (gives_away(line)?, place_in(line));
                let spot = Spot::Bytes(bytes.start + part.start..bytes.start + part.end);
                Some(leaking(path, spot, trace))
            });
            let before = found.len();
            found.extend(lines);
            if found.len() == before {
                // Over two lines.
                found.push(leaking(path, Spot::Bytes(begins..text.len()), trace));
            }
        }
        self.findings.extend(found);
        leaks
    }
}
