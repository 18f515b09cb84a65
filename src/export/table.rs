//! Tables with typed columns, as every form of the export takes them. Imports nothing of the project.

use chrono::NaiveDate;

/// What stands in a column, in every row that has something there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text, or a word of a list.
    Text,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// A day.
    Day,
    /// Yes or no.
    Flag,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name, for programs; what people read over it is in `export.ftl` under `export-column-` and this.
    pub name: &'static str,
    /// What stands in it.
    pub kind: Kind,
    /// Whether it says the same in every row: of which register the table is, and of which day.
    pub origin: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A text, from the register or from outside: never trusted.
    Text(String),
    /// A word of a list.
    Word {
        /// What stands in the records, for programs.
        code: String,
        /// What people read.
        shown: String,
    },
    /// A whole number.
    Whole(i64),
    /// A number.
    Number(f64),
    /// A day.
    Day(NaiveDate),
    /// Yes or no.
    Flag(bool),
    /// Nothing.
    Empty,
}

/// A table with named columns.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a cell a column, of the column's kind.
    pub rows: Vec<Vec<Cell>>,
}

impl Column {
    /// Gives a column of a kind.
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            origin: false,
        }
    }

    /// Gives a column that says the same in every row.
    pub const fn origin(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            origin: true,
        }
    }
}
