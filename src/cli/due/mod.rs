//! `klacht due`: what is to be done, soonest first.

mod calendar;
mod lists;
mod tasks;

use std::io::Write;

use clap::Args;

use self::calendar::calendar;
use self::lists::{markdown, shown};
use self::tasks::{When, tasks, when};
use super::session::Session;
use super::{CliError, Outcome};
use crate::args;
use crate::words::choice;

choice!(
    /// A form of the list.
    DueFormat {
        /// For people.
        Human = "human",
        /// For programs.
        Json = "json",
        /// For calendar programs.
        Ics = "ics",
        /// For a page, a message, a report.
        Md = "md",
    }
);

/// Other words for when something is due: of the other language, and as a person says it.
const OTHER_WORDS: &[(&str, When)] = &[
    ("over-tijd", When::Overdue),
    ("te-laat", When::Overdue),
    ("late", When::Overdue),
    ("vandaag", When::Today),
    ("deze-week", When::ThisWeek),
    ("week", When::ThisWeek),
];

/// Understands when, in either language, in one word or in two, also as one argument.
fn parse_when(words: &[String]) -> Result<Option<When>, CliError> {
    let text = words.join(" ").to_lowercase();
    let text = text.split_whitespace().collect::<Vec<_>>().join("-");
    if text.is_empty() {
        return Ok(None);
    }
    let other = OTHER_WORDS.iter().find(|(word, _)| *word == text);
    let found = other.map_or_else(|| text.parse().ok(), |(_, when)| Some(*when));
    let unknown = CliError::User("due-when", args!(when: words.join(" ")));
    found.map(Some).ok_or(unknown)
}

#[derive(Args)]
pub struct DueArgs {
    #[arg(value_name = "WHEN", num_args = 0..=2)]
    when: Vec<String>,
    #[arg(long = "for", value_name = "STAFF")]
    person: Option<String>,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: DueFormat,
}

pub fn run(
    args: &DueArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let asked = parse_when(&args.when)?;
    let checked = session.look()?;
    let person = args.person.as_deref().map(|typed| checked.person(typed));
    let person = person.transpose()?;
    let mut tasks = tasks(&checked);
    if let Some(id) = &person {
        tasks.retain(|task| task.responsible.contains(id));
    }
    // Whoever asks what to do today wants to know what should have been done before as well.
    tasks.retain(|task| asked.is_none_or(|until| when(task.days_left, checked.as_of) <= until));
    tasks.sort_by(|a, b| a.order().cmp(&b.order()));
    match args.format {
        DueFormat::Json => writeln!(out, "{}", serde_json::to_string_pretty(&tasks)?)?,
        DueFormat::Human => write!(out, "{}", shown(&tasks, &checked))?,
        DueFormat::Md => write!(out, "{}", markdown(&tasks, &checked))?,
        DueFormat::Ics => write!(out, "{}", calendar(&checked, person.as_ref(), asked))?,
    }
    checked.whole(None)
}
