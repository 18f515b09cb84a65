//! The figures of a year as a file: whose they are, of when, and a row for each.

use serde::Serialize;

use super::figure_rows::{FigureRow, rows};
use super::table::{Cell, Column, Kind, Table};
use crate::analysis::figures::YearFigures;
use crate::register::Register;
use crate::words::Day;

/// The figures of a year as they are written to a file, with whose they are and of when.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Year {
    /// The name of the organisation; left out where there is no procedure to name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<String>,
    year: i32,
    as_of: Day,
    running: bool,
    figures: Vec<FigureRow>,
}

impl Year {
    /// Takes the figures of a year of a register.
    pub fn new(register: &Register, figures: &YearFigures) -> Self {
        let procedure = register.procedure.as_ref();
        Self {
            organisation: procedure.map(|procedure| procedure.organisation.name.to_string()),
            year: figures.frame.year,
            as_of: Day(figures.frame.cutoff),
            running: figures.frame.running,
            figures: rows(figures),
        }
    }
}

/// Gives the rows as a table, the cases left to the JSON; each with whose it is, so that tables can be put together.
pub fn table(year: &Year) -> Table {
    let number = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Number);
    let text = |text: &str| {
        if text.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(text.to_owned())
        }
    };
    let origin = [
        Column::origin("organisation", Kind::Text),
        Column::origin("as_of", Kind::Day),
        Column::origin("year", Kind::Whole),
    ];
    let columns = [
        ("figure", Kind::Text),
        ("part", Kind::Text),
        ("x", Kind::Number),
        ("n", Kind::Number),
        ("x0", Kind::Number),
        ("n0", Kind::Number),
        ("apart", Kind::Number),
        ("value", Kind::Number),
        ("low", Kind::Number),
        ("high", Kind::Number),
        ("phi", Kind::Number),
        ("p", Kind::Number),
        ("adjusted_p", Kind::Number),
        ("state", Kind::Text),
    ];
    let cells = year.figures.iter().map(|row| {
        vec![
            text(year.organisation.as_deref().unwrap_or_default()),
            Cell::Day(year.as_of.0),
            Cell::Whole(year.year.into()),
            text(row.figure),
            text(&row.part),
            number(row.x),
            number(row.n),
            number(row.x0),
            number(row.n0),
            number(row.apart),
            number(row.value),
            number(row.low),
            number(row.high),
            number(row.phi),
            number(row.p),
            number(row.adjusted_p),
            text(row.state.unwrap_or_default()),
        ]
    });
    Table {
        columns: origin
            .into_iter()
            .chain(columns.map(|(name, kind)| Column::new(name, kind)))
            .collect(),
        rows: cells.collect(),
    }
}

/// Gives the figures of a year as JSON, with the cases behind each.
///
/// # Errors
/// When they hold what JSON cannot, which would be a fault of the program.
pub fn json(year: &Year) -> serde_json::Result<Vec<u8>> {
    let mut text = serde_json::to_vec_pretty(year)?;
    text.push(b'\n');
    Ok(text)
}
