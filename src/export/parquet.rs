//! Tables as Parquet, so that engines made for it read many registers together: days are days, numbers numbers, and what is
//! not there is null. Imports the table.

use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{Type, TypePtr};

use super::table::{Cell, Column, Kind, Table};

/// Writes a table under its name.
///
/// # Errors
/// When the library refuses what it is given, which would be a fault of the program.
pub fn write(name: &str, table: &Table) -> Result<Vec<u8>> {
    let fields: Vec<TypePtr> = table.columns.iter().map(field).collect::<Result<_>>()?;
    let schema = Type::group_type_builder(name).with_fields(fields).build()?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .build();
    let mut writer = SerializedFileWriter::new(Vec::new(), schema.into(), Arc::new(properties))?;
    let mut group = writer.next_row_group()?;
    let mut columns = 0..table.columns.len();
    while let (Some(at), Some(mut column)) = (columns.next(), group.next_column()?) {
        fill(column.untyped(), table.rows.iter().map(|row| &row[at]))?;
        column.close()?;
    }
    group.close()?;
    writer.into_inner()
}

fn field(column: &Column) -> Result<TypePtr> {
    let (physical, logical) = match column.kind {
        Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Whole => (Physical::INT64, None),
        Kind::Number => (Physical::DOUBLE, None),
        Kind::Day => (Physical::INT32, Some(LogicalType::Date)),
        Kind::Flag => (Physical::BOOLEAN, None),
    };
    let field = Type::primitive_type_builder(column.name, physical)
        .with_logical_type(logical)
        .with_repetition(Repetition::OPTIONAL);
    Ok(Arc::new(field.build()?))
}

/// Writes the cells of one column: the values that are there, and for each row whether there is one.
fn fill<'t>(writer: &mut ColumnWriter<'_>, cells: impl Iterator<Item = &'t Cell>) -> Result<()> {
    macro_rules! batch {
        ($writer:expr, $value:expr) => {{
            let mut values = Vec::new();
            let mut there = Vec::new();
            for value in cells.map($value) {
                there.push(i16::from(value.is_some()));
                values.extend(value);
            }
            $writer.write_batch(&values, Some(&there), None)?;
        }};
    }
    match writer {
        ColumnWriter::ByteArrayColumnWriter(writer) => batch!(writer, |cell| match cell {
            Cell::Text(text) | Cell::Word { code: text, .. } =>
                Some(ByteArray::from(text.as_str())),
            _ => None,
        }),
        ColumnWriter::Int64ColumnWriter(writer) => batch!(writer, |cell| match cell {
            Cell::Whole(number) => Some(*number),
            _ => None,
        }),
        ColumnWriter::DoubleColumnWriter(writer) => batch!(writer, |cell| match cell {
            Cell::Number(number) => Some(*number),
            _ => None,
        }),
        ColumnWriter::Int32ColumnWriter(writer) => batch!(writer, |cell| match cell {
            Cell::Day(day) => Some(day.to_epoch_days()),
            _ => None,
        }),
        ColumnWriter::BoolColumnWriter(writer) => batch!(writer, |cell| match cell {
            Cell::Flag(flag) => Some(*flag),
            _ => None,
        }),
        _ => {}
    }
    Ok(())
}
