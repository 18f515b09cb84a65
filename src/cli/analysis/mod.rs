//! `klacht analysis`: the answers and key figures of a year, and the draft that a coordinator signs.

mod draft;

use std::io::Write;

use clap::Args;

use super::list::DataFormat;
use super::session::{Checked, Session};
use super::{CliError, Outcome, table};
use crate::analysis::figures::{self, YearFigures};
use crate::args;
use crate::export::year::{self, Year};
use crate::report::printable_line;
use crate::wording::Wording;

#[derive(Args)]
pub struct AnalysisArgs {
    #[arg(value_name = "YEAR")]
    year: u16,
    #[arg(long)]
    draft: bool,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: DataFormat,
}

pub fn run(
    args: &AnalysisArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let checked = session.look()?;
    let facts = figures::facts(&checked.register, checked.as_of);
    let years = figures::years(&facts, checked.as_of);
    if !years.contains(&i32::from(args.year)) {
        // The year's cases may be what cannot be read.
        checked.whole(Some(args.year))?;
        let known: Vec<String> = years.iter().map(ToString::to_string).collect();
        let key = match known.is_empty() {
            true => "analyses-none",
            false => "analysis-no-year",
        };
        let args = args!(year: args.year.to_string(), years: known.join(", "));
        return Err(CliError::User(key, args));
    }
    let figures = figures::figures(
        &checked.register,
        &facts,
        checked.as_of,
        i32::from(args.year),
    );
    if args.draft {
        // A draft is written once, so its figures are of all cases.
        checked.whole(None)?;
        draft::write(&checked, &figures, args.year, out)?;
        return Ok(Outcome::Clean);
    }
    match args.format {
        DataFormat::Json => out.write_all(&year::json(&Year::new(&checked.register, &figures))?)?,
        DataFormat::Human => write!(out, "{}", shown(&checked, &figures))?,
    }
    checked.whole(None)
}

/// Gives the answers and the key figures for a terminal.
fn shown(checked: &Checked, figures: &YearFigures) -> String {
    let wording = Wording::new(checked.locale, &checked.register);
    let mut text = String::new();
    for answer in wording.answers(figures) {
        text += &format!("{}\n  {}\n\n", answer.question, answer.text);
    }
    let decisions = wording.decisions(figures);
    text += &format!("{}\n", wording.say("analysis-decide"));
    if decisions.is_empty() {
        text += &format!("  {}\n", wording.say("analysis-decide-nothing"));
    }
    for decision in decisions {
        text += &format!("  - {decision}\n");
    }
    let rows: Vec<Vec<String>> = figures
        .key_figures()
        .into_iter()
        .map(|(name, value)| {
            vec![
                format!("  {}", wording.key_figure_name(name)),
                wording.key_figure(&value, &figures.frame),
            ]
        })
        .collect();
    // Names of causes come from the register.
    let text: String = text
        .lines()
        .map(|line| printable_line(line) + "\n")
        .collect();
    format!(
        "{text}\n{}\n{}",
        wording.say("analysis-figures"),
        table::columns(&rows)
    )
}
