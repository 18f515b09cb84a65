//! The tables as files, in the form that is asked for.

#[cfg(feature = "parquet")]
use super::parquet;
use super::table::Table;
use super::tables::{What, table};
#[cfg(feature = "xlsx")]
use super::xlsx;
use super::{Source, csv, json};
use crate::args;
use crate::finding::Args;
use crate::words::choice;

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
            Form::Csv => csv::write(&table).map_err(failed)?,
            Form::Json => json::write(&table).map_err(failed)?,
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
    parquet::write(what.word(), table).map_err(failed)
}

#[cfg(not(feature = "parquet"))]
const fn as_parquet(_: What, _: &Table) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::NotBuilt(Form::Parquet))
}

#[cfg(feature = "xlsx")]
fn workbook(tables: &[What], source: &Source<'_>, suffix: &str) -> Result<File, ExportError> {
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
        content: xlsx::write(&tables, source).map_err(failed)?,
        rows: tables.iter().map(|(_, table)| table.rows.len()).sum(),
    })
}

#[cfg(not(feature = "xlsx"))]
const fn workbook(_: &[What], _: &Source<'_>, _: &str) -> Result<File, ExportError> {
    Err(ExportError::NotBuilt(Form::Xlsx))
}

fn failed(error: impl std::fmt::Display) -> ExportError {
    ExportError::Library(error.to_string())
}
