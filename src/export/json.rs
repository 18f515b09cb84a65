//! Tables as JSON: a list of objects, with nothing where there is nothing. Imports the table.

use serde_json::Value;

use super::table::{Cell, Table};

/// Writes a table.
///
/// # Errors
/// When it holds what JSON cannot, which would be a fault of the program.
pub fn write(table: &Table) -> serde_json::Result<Vec<u8>> {
    let rows: Vec<Value> = table
        .rows
        .iter()
        .map(|row| {
            let fields = table.columns.iter().zip(row);
            let fields =
                fields.filter_map(|(column, cell)| Some((column.name.to_owned(), value(cell)?)));
            Value::Object(fields.collect())
        })
        .collect();
    let mut text = serde_json::to_vec_pretty(&rows)?;
    text.push(b'\n');
    Ok(text)
}

fn value(cell: &Cell) -> Option<Value> {
    Some(match cell {
        Cell::Text(text) | Cell::Word { code: text, .. } => text.clone().into(),
        Cell::Whole(number) => (*number).into(),
        Cell::Number(number) => (*number).into(),
        Cell::Day(day) => day.format("%Y-%m-%d").to_string().into(),
        Cell::Flag(flag) => (*flag).into(),
        Cell::Empty => return None,
    })
}
