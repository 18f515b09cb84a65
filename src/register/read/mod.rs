//! Reading a register: from files to data, and from files that cannot be read to findings.
//!
//! Texts are parsed straight into their types. Only when that fails, or when a cheap scan sees a sign that YAML gives a meaning
//! we do not use, is a text parsed again with its places and explained.

mod case;
mod file;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::args;
use crate::finding::Finding;
use crate::register::Register;
use crate::register::analysis::{self, YearlyAnalysis};
use crate::register::annex::AnnexFiles;
use crate::register::case::Case;
pub use crate::register::files::MOST_BYTES;
use crate::register::files::{self, CaseFiles};
use crate::register::procedure::Procedure;
use crate::register::schema::FileKind;
use crate::register::staff::{Staff, StaffFile};
use crate::register::words::CaseId;
use crate::route;
use crate::source::Spot;

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
        if let Some(text) = reader.text(&path) {
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
        let text = self.text(path)?;
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
}
