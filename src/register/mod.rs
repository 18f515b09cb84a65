//! What is on disk, as plain data: cases and their steps, staff, procedure, and reading them.

pub mod analysis;
pub mod annex;
pub mod appended;
pub mod case;
pub mod choice;
pub mod files;
pub mod named;
pub mod partly;
mod plain;
pub mod procedure;
pub mod public;
pub mod read;
pub mod redaction;
pub mod schema;
pub mod shape;
pub mod staff;
pub mod step;
pub mod syntax;
pub mod text;
pub mod trace;
pub mod unfilled;
pub(crate) mod written;
pub mod yaml;

use std::collections::BTreeMap;

use case::Case;
use procedure::Procedure;
use staff::Staff;

use crate::words::{CaseId, Day, Language};

/// A register as it was read: what could be read of it.
#[derive(Debug, Default)]
pub struct Register {
    /// `procedure.yaml`; none when it is not there or cannot be read, which has its own finding.
    pub procedure: Option<Procedure>,
    /// `staff.yaml`; none when it is not there or cannot be read.
    pub staff: Option<Staff>,
    /// Of the two above what can be trusted of one with faults.
    pub partly: partly::Partly,
    /// The cases that could be read, by number.
    pub cases: BTreeMap<CaseId, Case>,
    /// Every case that has a directory, readable or not, with its directory.
    pub numbers: BTreeMap<CaseId, String>,
    /// The text of the procedure, Markdown, by language; the register's own file.
    pub procedure_text: BTreeMap<Language, String>,
    /// The years that have an `analysis.md`.
    pub analyses: BTreeMap<u16, String>,
    /// The yearly analyses that could be read.
    pub signed: BTreeMap<u16, analysis::YearlyAnalysis>,
}

impl Register {
    /// Gives the procedure, or what can be trusted of one with faults.
    pub fn trusted_procedure(&self) -> Option<&Procedure> {
        self.procedure.as_ref().or(self.partly.procedure.as_ref())
    }

    /// Gives the staff, or what can be trusted of a list with faults.
    pub fn trusted_staff(&self) -> Option<&Staff> {
        self.staff.as_ref().or(self.partly.staff.as_ref())
    }

    /// Gives the register as it was on a day: without what is dated later.
    #[must_use]
    pub fn on(mut self, day: Day) -> Self {
        let mut to_come = Vec::new();
        for (id, case) in &mut self.cases {
            match case.steps.iter().position(|step| step.date > day) {
                Some(0) => to_come.push(*id),
                Some(later) => *case = case.before(later),
                None => {}
            }
        }
        for id in to_come {
            self.cases.remove(&id);
            self.numbers.remove(&id);
        }
        self
    }

    /// Gives the cases that are missing from every count: they could not be read, or nobody received them.
    pub fn unread_cases(&self) -> impl Iterator<Item = &CaseId> {
        let unread = |id: &&CaseId| self.cases.get(id).is_none_or(|case| !case.is_received());
        self.numbers.keys().filter(unread)
    }

    /// Names what is missing from every count: a settings file or a case that could not be read, a case that nobody received;
    /// of the cases those of one year where only that counts.
    pub fn unread(&self, year: Option<u16>) -> Vec<String> {
        let files = [
            ("procedure.yaml", self.procedure.is_none()),
            ("staff.yaml", self.staff.is_none()),
        ];
        let files = files.into_iter().filter(|(_, unread)| *unread);
        let of_year = |id: &&CaseId| year.is_none_or(|year| id.year == year);
        let cases = self.unread_cases().filter(of_year);
        files
            .map(|(name, _)| name.to_owned())
            .chain(cases.map(ToString::to_string))
            .collect()
    }
}
