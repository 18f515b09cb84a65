//! `klacht export`: the register as tables for other programs.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::session::Session;
use super::{CliError, Outcome};
use crate::args;
use crate::export::csv;
use crate::export::tables::{What, json, table};
use crate::register::step::choice;

choice!(
    /// A form in which tables are written.
    TableFormat {
        /// For spreadsheets.
        Csv = "csv",
        /// For programs.
        Json = "json",
    }
);

#[derive(Args)]
pub struct ExportArgs {
    #[arg(long, value_name = "FORMAT", default_value = "csv")]
    format: TableFormat,
    #[arg(long, value_name = "TABLE", value_delimiter = ',')]
    what: Vec<What>,
    #[arg(long, short = 'o', value_name = "DIR", default_value = "export")]
    out: PathBuf,
}

pub fn run(
    args: &ExportArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let checked = session.check()?;
    let not_shown = checked.locale.text("not-shown");
    std::fs::create_dir_all(&args.out).map_err(|error| CliError::Io(args.out.clone(), error))?;
    for what in What::ALL
        .iter()
        .filter(|what| args.what.is_empty() || args.what.contains(what))
    {
        let table = table(*what, &checked.register, checked.as_of, &not_shown);
        let content = match args.format {
            TableFormat::Csv => csv::write(&table),
            TableFormat::Json => json(&table),
        };
        let path = args.out.join(format!("{what}.{}", args.format));
        std::fs::write(&path, content).map_err(|error| CliError::Io(path.clone(), error))?;
        let said = args!(path: path.display().to_string(), n: table.rows.len());
        writeln!(out, "{}", checked.locale.text_with("exported", &said))?;
    }
    Ok(Outcome::Clean)
}
