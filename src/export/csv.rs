//! Tables as CSV: UTF-8 with a mark at its beginning, so that spreadsheets read it as such, and no cell that a
//! spreadsheet would run as a formula. Imports nothing of the project but the table.

/// The byte order mark by which a spreadsheet knows UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A text, from the register or from outside: never trusted.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(chrono::NaiveDate),
    /// Nothing.
    Empty,
}

/// A table with named columns.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The rows, each with a cell a column.
    pub rows: Vec<Vec<Cell>>,
}

impl Cell {
    /// Gives the cell as it stands in CSV.
    fn text(&self) -> String {
        match self {
            Self::Text(text) => harmless(text),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.format("%Y-%m-%d").to_string(),
            Self::Empty => String::new(),
        }
    }
}

/// Gives a text that no spreadsheet takes for a formula: an apostrophe stands before one that could be.
///
/// Programs trim white space, and full-width signs count for some, so that the first sign that matters is looked at.
pub fn harmless(text: &str) -> String {
    let starts = text
        .chars()
        .find(|c| !c.is_whitespace() && !c.is_control() && *c != '\u{FEFF}');
    let formula = matches!(
        starts,
        Some('=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠' | '−')
    );
    let control = text.starts_with(['\t', '\r', '\n']);
    if formula || control {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Writes a table.
pub fn write(table: &Table) -> Vec<u8> {
    let mut out = MARK.to_vec();
    let heads: Vec<String> = table
        .columns
        .iter()
        .map(|name| (*name).to_owned())
        .collect();
    let rows = table
        .rows
        .iter()
        .map(|row| row.iter().map(Cell::text).collect::<Vec<_>>());
    for row in std::iter::once(heads).chain(rows) {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        // Writing to memory does not fail.
        if writer.write_record(&row).is_ok() {
            out.extend(writer.into_inner().unwrap_or_default());
        }
    }
    out
}
