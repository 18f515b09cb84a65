//! Tables as CSV: UTF-8 with a mark at its beginning, so that spreadsheets read it as such, and no cell that a
//! spreadsheet would run as a formula. Imports nothing of the project but the table.

use std::io;

use super::table::{Cell, Table};

/// The byte order mark by which a spreadsheet knows UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Gives a cell as it stands in CSV: words as the records have them.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Word { code: text, .. } => harmless(text),
        Cell::Whole(number) => number.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.format("%Y-%m-%d").to_string(),
        Cell::Flag(flag) => flag.to_string(),
        Cell::Empty => String::new(),
    }
}

/// Gives a text that no spreadsheet takes for a formula: an apostrophe stands before one that could be.
///
/// Programs trim white space, and full-width signs count for some, so that the first sign that matters is looked at.
pub fn harmless(text: &str) -> String {
    // A quote at the beginning is dropped by some programs, with what is quoted then read as a formula.
    let matters =
        |c: &char| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '\u{FEFF}');
    let starts = text.chars().find(matters);
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
///
/// # Errors
/// When the library refuses a row, which would be a fault of the program.
pub fn write(table: &Table) -> io::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.to_vec());
    writer.write_record(table.columns.iter().map(|column| column.name))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(text))?;
    }
    writer.into_inner().map_err(|error| error.into_error())
}
