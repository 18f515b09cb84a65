//! Tables as a workbook for spreadsheets: a sheet a table and one that says what it is, in the words that people read.
//! Dates are dates, texts are texts. Imports the tables and the words.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::Source;
use super::csv::harmless;
use super::table::{Cell, Column, Kind, Table};
use super::tables::What;
use crate::words::Day;

/// The rows that a sheet takes below its heads.
pub const MOST_ROWS: usize = 1_048_575;

/// The widths that a column may have, in characters.
const NARROWEST: usize = 6;
const WIDEST: usize = 60;

/// The room that the button of a filter takes beside a head.
const BUTTON: usize = 3;

/// The width of a day and of a number.
const FIXED: usize = 11;

/// The paper size of the print settings: A4.
const A4: u8 = 9;

/// How cells look.
struct Looks {
    head: Format,
    plain: Format,
    /// A text that could be taken for a formula when somebody goes into its cell: marked as text for good.
    guarded: Format,
    day: Format,
}

impl Looks {
    fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top);
        Self {
            head: Format::new()
                .set_bold()
                .set_background_color(0x00E6_EBF0)
                .set_border_bottom(FormatBorder::Thin)
                .set_text_wrap()
                .set_align(FormatAlign::Top),
            guarded: plain.clone().set_quote_prefix(),
            day: plain.clone().set_num_format("dd-mm-yyyy"),
            plain,
        }
    }
}

/// Writes tables, each as a sheet of its own.
///
/// # Errors
/// When the library refuses what it is given, which would be a fault of the program.
pub fn write(tables: &[(What, Table)], source: &Source<'_>) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let organisation = source.register.procedure.as_ref();
    let organisation = organisation.map_or("", |p| p.organisation.name.as_str());
    let mut workbook = Workbook::new();
    // Without it the moment of writing would stand there: the same register gives the same file.
    let made = date(source.as_of)?;
    let title = source.locale.text("export-title");
    workbook.set_properties(
        &DocProperties::new()
            .set_title(title.as_str())
            .set_company(organisation)
            .set_creation_datetime(&made),
    );
    for (what, table) in tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(sheet_name(*what, source))?;
        let day = source.locale.day(source.as_of);
        // An ampersand begins a code in headers.
        let header = format!("&L{}&R{day}", organisation.replace('&', "&&"));
        sheet
            .set_landscape()
            .set_paper_size(A4)
            .set_print_fit_to_pages(1, 0)
            .set_header(header)
            .set_footer("&L&A&R&P / &N");
        sheet.set_repeat_rows(0, 0)?;
        fill(sheet, table, source, &looks)?;
    }
    about(workbook.add_worksheet(), organisation, source, &looks)?;
    workbook.save_to_buffer()
}

fn sheet_name(what: What, source: &Source<'_>) -> String {
    source.locale.text(&format!("export-sheet-{what}"))
}

fn date(day: Day) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::parse_from_str(&day.to_string())
}

fn fill(
    sheet: &mut Worksheet,
    table: &Table,
    source: &Source<'_>,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let columns = table.columns.iter().enumerate();
    let columns = columns.filter(|(_, column)| !column.origin).zip(0u16..);
    let mut last = 0;
    for ((at, column), place) in columns {
        let key = format!("export-column-{}", column.name.replace('_', "-"));
        let head = source.locale.text(&key);
        sheet.write_string_with_format(0, place, head.as_str(), &looks.head)?;
        let cells = || table.rows.iter().map(|row| &row[at]);
        for (cell, row) in cells().zip(1..) {
            put(sheet, (row, place), cell, source, looks)?;
        }
        let width = width(column, &head, cells());
        sheet.set_column_width(place, width as f64)?;
        last = place;
    }
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, rows, last)?;
    // The heads and the number of the case stay where they are.
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    source: &Source<'_>,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) | Cell::Word { shown: text, .. } => {
            let look = if harmless(text) == *text {
                &looks.plain
            } else {
                &looks.guarded
            };
            sheet.write_string_with_format(row, column, text.as_str(), look)?;
        }
        Cell::Whole(number) => {
            sheet.write_number_with_format(row, column, *number as f64, &looks.plain)?;
        }
        Cell::Number(number) => {
            sheet.write_number_with_format(row, column, *number, &looks.plain)?;
        }
        Cell::Day(day) => {
            sheet.write_datetime_with_format(row, column, date(Day(*day))?, &looks.day)?;
        }
        Cell::Flag(flag) => {
            let word = source.locale.text(if *flag { "yes" } else { "no" });
            sheet.write_string_with_format(row, column, word, &looks.plain)?;
        }
        Cell::Empty => {}
    }
    Ok(())
}

/// Gives the width that shows what stands in a column, within what a screen takes.
fn width<'t>(column: &Column, head: &str, cells: impl Iterator<Item = &'t Cell>) -> usize {
    let head = head.chars().count() + BUTTON;
    let widest = match column.kind {
        Kind::Text => cells
            .map(|cell| match cell {
                Cell::Text(text) | Cell::Word { shown: text, .. } => text.chars().count() + 1,
                _ => 0,
            })
            .max()
            .unwrap_or_default(),
        Kind::Day | Kind::Whole | Kind::Number => FIXED,
        Kind::Flag => NARROWEST,
    };
    widest.max(head).clamp(NARROWEST, WIDEST)
}

/// Says on a sheet of its own whose complaints these are, as of when, and what is not in them.
fn about(
    sheet: &mut Worksheet,
    organisation: &str,
    source: &Source<'_>,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let text = |key: &str| source.locale.text(key);
    sheet.set_name(text("export-sheet-about"))?;
    sheet.set_column_width(0, 22)?;
    sheet.set_column_width(1, WIDEST as f64)?;
    let year = source.year.map_or_else(
        || Cell::Text(text("export-every-year")),
        |year| Cell::Whole(year.into()),
    );
    let rows = [
        (
            "export-column-organisation",
            Cell::Text(organisation.to_owned()),
        ),
        ("export-column-as-of", Cell::Day(source.as_of.0)),
        ("export-years", year),
        ("export-shown", Cell::Text(text("export-shown-text"))),
    ];
    for ((key, cell), row) in rows.iter().zip(0..) {
        sheet.write_string_with_format(row, 0, text(key), &looks.head)?;
        put(sheet, (row, 1), cell, source, looks)?;
    }
    Ok(())
}
