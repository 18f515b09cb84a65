//! The register as four tables: cases, steps, deadlines and measures, as the site shows them. Who is complained about is
//! not named, and a text that gives something private away is left out.

use super::rows::{OfCase, Words};
use super::table::{Column, Kind, Table};
use super::{csv, json};
use crate::args;
use crate::deadlines::deadlines;
use crate::finding::Args;
use crate::locale::Locale;
use crate::register::Register;
use crate::register::procedure::Procedure;
use crate::words::{Day, choice};
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

choice!(
    /// A form in which tables are written.
    Form {
        /// For spreadsheets and programs, a file a table.
        Csv = "csv",
        /// For spreadsheets, one workbook.
        Xlsx = "xlsx",
        /// For programs, a file a table.
        Json = "json",
        /// For engines that read many registers together, a file a table.
        Parquet = "parquet",
    }
);

/// What an export is made from.
pub struct Source<'a> {
    /// The register.
    pub register: &'a Register,
    /// The day as of which it is described.
    pub as_of: Day,
    /// The words.
    pub locale: &'a Locale,
    /// The year in which the complaints were received; every year when there is none.
    pub year: Option<i32>,
}

/// A file of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name: `cases.csv`, `klachten-2026.xlsx`.
    pub name: String,
    /// What is in it.
    pub content: Vec<u8>,
    /// How many rows its tables have together.
    pub rows: usize,
}

/// Why an export cannot be made.
#[derive(Debug, Clone, PartialEq)]
pub enum ExportError {
    /// The program was built without this form.
    NotBuilt(Form),
    /// A sheet takes no more rows than it has; the rows that the table has.
    TooManyRows(What, usize),
    /// The library refuses what it was given.
    Library(String),
}

impl ExportError {
    /// Gives the message and its values; `None` for a fault of the program.
    pub fn said(&self) -> Option<(&'static str, Args)> {
        match self {
            Self::NotBuilt(form) => Some(("export-not-built", args!(form: form.word()))),
            Self::TooManyRows(what, rows) => {
                Some(("export-too-many", args!(table: what.word(), n: *rows)))
            }
            Self::Library(_) => None,
        }
    }
}

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
    let years: std::collections::BTreeSet<i32> = register.cases.values().filter_map(year).collect();
    years.into_iter().collect()
}

/// Makes the files of an export: one of all tables where the form takes several, otherwise one a table.
///
/// # Errors
/// When the program was built without the form, or the form does not hold so much.
pub fn files(form: Form, tables: &[What], source: &Source<'_>) -> Result<Vec<File>, ExportError> {
    let suffix = source
        .year
        .map_or_else(String::new, |year| format!("-{year}"));
    if form == Form::Xlsx {
        return workbook(tables, source, &suffix).map(|file| vec![file]);
    }
    let file = |what: &What| {
        let table = table(*what, source);
        let content = match form {
            Form::Csv => csv::write(&table),
            Form::Json => json::write(&table),
            Form::Parquet => as_parquet(*what, &table)?,
            Form::Xlsx => return Err(ExportError::NotBuilt(form)),
        };
        Ok(File {
            name: format!("{what}{suffix}.{form}"),
            content,
            rows: table.rows.len(),
        })
    };
    tables.iter().map(file).collect()
}

#[cfg(feature = "parquet")]
fn as_parquet(what: What, table: &Table) -> Result<Vec<u8>, ExportError> {
    super::parquet::write(what.word(), table)
        .map_err(|error| ExportError::Library(error.to_string()))
}

#[cfg(not(feature = "parquet"))]
const fn as_parquet(_: What, _: &Table) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::NotBuilt(Form::Parquet))
}

#[cfg(feature = "xlsx")]
fn workbook(tables: &[What], source: &Source<'_>, suffix: &str) -> Result<File, ExportError> {
    use super::xlsx;

    let tables: Vec<(What, Table)> = tables
        .iter()
        .map(|what| (*what, table(*what, source)))
        .collect();
    let most = xlsx::MOST_ROWS;
    if let Some((what, table)) = tables.iter().find(|(_, table)| table.rows.len() > most) {
        return Err(ExportError::TooManyRows(*what, table.rows.len()));
    }
    Ok(File {
        name: format!("{}{suffix}.xlsx", source.locale.text("export-workbook")),
        content: xlsx::write(&tables, source)
            .map_err(|error| ExportError::Library(error.to_string()))?,
        rows: tables.iter().map(|(_, table)| table.rows.len()).sum(),
    })
}

#[cfg(not(feature = "xlsx"))]
const fn workbook(_: &[What], _: &Source<'_>, _: &str) -> Result<File, ExportError> {
    Err(ExportError::NotBuilt(Form::Xlsx))
}
