//! The register as four tables: cases, steps, deadlines and measures, as the site shows them. Who is complained about is
//! not named, and a text that gives something private away is left out.

use std::collections::BTreeSet;

use super::Source;
use super::rows::{OfCase, Words};
use super::table::{Column, Kind, Table};
use crate::deadlines::deadlines;
use crate::register::Register;
use crate::register::procedure::Procedure;
use crate::words::choice;
use crate::workflow::Standing;

choice!(
    /// A table of the export.
    What {
        /// One row a case.
        Cases = "cases",
        /// One row a step.
        Steps = "steps",
        /// One row a deadline.
        Deadlines = "deadlines",
        /// One row an offered or preventive measure.
        Measures = "measures",
    }
);

/// The columns that say of which register a row is and as of which day, so that tables of several can be put together.
const ORIGIN: [Column; 2] = [
    Column::origin("organisation", Kind::Text),
    Column::origin("as_of", Kind::Day),
];

use Kind::{Day as D, Flag as F, Text as T, Whole as W};

const CASES: &[(&str, Kind)] = &[
    ("case", T),
    ("received", D),
    ("channel", T),
    ("complainant", T),
    ("commissioned_by", T),
    ("employees_concerned", W),
    ("service", T),
    ("category", T),
    ("occurred", D),
    ("summary", T),
    ("same_incident_as", T),
    ("stage", T),
    ("open", F),
    ("handler", T),
    ("acknowledged", D),
    ("promised", D),
    ("refused", D),
    ("refusal_ground", T),
    ("decided", D),
    ("verdict", T),
    ("severity", T),
    ("cause", T),
    ("responsibility", T),
    ("resolved", D),
    ("reported", D),
    ("satisfaction", T),
    ("withdrawn", D),
    ("closed", D),
    ("appealed", D),
    ("appeal_body", T),
];

const STEPS: &[(&str, Kind)] = &[
    ("case", T),
    ("number", W),
    ("step", T),
    ("date", D),
    ("by", T),
];

const DEADLINES: &[(&str, Kind)] = &[
    ("case", T),
    ("term", T),
    ("measure", T),
    ("responsible", T),
    ("start", D),
    ("last_day", D),
    ("met", D),
    ("ended", D),
    ("state", T),
    ("days_late", W),
];

const MEASURES: &[(&str, Kind)] = &[
    ("case", T),
    ("measure", T),
    ("kind", T),
    ("category", T),
    ("trigger", T),
    ("description", T),
    ("owner", T),
    ("decided", D),
    ("due", D),
    ("answer", T),
    ("carried_out", D),
    ("evaluated", D),
    ("effect", T),
];

impl What {
    /// Gives the columns of the table.
    pub fn columns(self) -> Vec<Column> {
        let own = match self {
            Self::Cases => CASES,
            Self::Steps => STEPS,
            Self::Deadlines => DEADLINES,
            Self::Measures => MEASURES,
        };
        let own = own.iter().map(|(name, kind)| Column::new(name, *kind));
        ORIGIN.into_iter().chain(own).collect()
    }
}

/// Makes a table of a register.
pub fn table(what: What, source: &Source<'_>) -> Table {
    let mut table = Table {
        columns: what.columns(),
        rows: Vec::new(),
    };
    let procedure = source.register.procedure.as_ref();
    let calendar = procedure.map(Procedure::calendar).unwrap_or_default();
    let words = Words::new(source);
    for case in source.register.cases.values() {
        let standing = Standing::of(case);
        let year = i32::from(standing.year(case.id));
        if source.year.is_some_and(|wanted| wanted != year) {
            continue;
        }
        let row = OfCase::new(case, &standing, &words);
        match what {
            What::Cases => table.rows.extend(row.case()),
            What::Steps => table.rows.extend(row.steps()),
            What::Measures => table.rows.extend(row.measures()),
            What::Deadlines => {
                if let Some(procedure) = procedure {
                    let all = deadlines(procedure, &calendar, case, &standing, source.as_of);
                    table
                        .rows
                        .extend(all.iter().map(|deadline| row.deadline(deadline)));
                }
            }
        }
    }
    table
}

/// Gives the years in which complaints were received.
pub fn years(register: &Register) -> Vec<i32> {
    let year = |case| {
        Standing::of(case)
            .received
            .map(|(moment, _)| moment.day.year())
    };
    let years: BTreeSet<i32> = register.cases.values().filter_map(year).collect();
    years.into_iter().collect()
}
