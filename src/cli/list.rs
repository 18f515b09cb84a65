//! `klacht list`: the cases, filtered.

use std::io::Write;

use clap::Args;
use serde::Serialize;

use super::session::{Checked, Session};
use super::{CliError, Outcome, table};
use crate::args;
use crate::calendar::Calendar;
use crate::deadlines::{State, deadlines};
use crate::locale::Locale;
use crate::register::case::Case;
use crate::register::named::List;
use crate::register::procedure::Procedure;
use crate::register::shape::nearest;
use crate::report::printable_line;
use crate::words::{CaseId, Day, Id, StaffId, choice};
use crate::workflow::{Stage, Standing};

choice!(
    /// A form in which data is written.
    DataFormat {
        /// For people.
        Human = "human",
        /// For programs.
        Json = "json",
    }
);

#[derive(Args)]
pub struct ListArgs {
    #[arg(long, value_name = "STAGE", value_delimiter = ',')]
    stage: Vec<String>,
    #[arg(long, value_name = "STAFF")]
    handler: Option<String>,
    #[arg(long)]
    overdue: bool,
    #[arg(long)]
    open: bool,
    #[arg(long, value_name = "YEAR")]
    year: Option<u16>,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: DataFormat,
}

#[derive(Serialize)]
struct Row<'r> {
    case: CaseId,
    stage: Stage,
    received: Day,
    #[serde(skip_serializing_if = "Option::is_none")]
    handler: Option<&'r StaffId>,
    category: &'r Id,
    summary: String,
    overdue: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_deadline: Option<Day>,
}

pub fn run(
    args: &ListArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let checked = session.look()?;
    let handler = args.handler.as_deref().map(|typed| checked.person(typed));
    let handler = handler.transpose()?;
    let stages = args
        .stage
        .iter()
        .map(|text| parse_stage(text, checked.locale));
    let stages: Vec<Stage> = stages.collect::<Result<_, _>>()?;
    let procedure = checked.register.procedure.as_ref();
    let calendar = procedure.map(Procedure::calendar).unwrap_or_default();
    let rows: Vec<Row<'_>> = checked
        .register
        .cases
        .values()
        .filter_map(|case| row(case, &checked, &calendar, &stages, handler.as_ref(), args))
        .collect();
    match args.format {
        DataFormat::Json => writeln!(out, "{}", serde_json::to_string_pretty(&rows)?)?,
        DataFormat::Human => write!(out, "{}", shown(&rows, &checked))?,
    }
    checked.whole(args.year)
}

/// Understands a stage by its code or by the words that the list has for it.
fn parse_stage(text: &str, locale: &Locale) -> Result<Stage, CliError> {
    let said = |stage: &Stage| locale.text(&format!("stage-{stage}"));
    let asked = text.trim().to_lowercase();
    let mut stages = Stage::ALL.iter();
    let found = stages.find(|stage| stage.word() == asked || said(stage) == asked);
    found.copied().ok_or_else(|| {
        let words: Vec<String> = Stage::ALL.iter().map(said).collect();
        let codes = Stage::ALL.iter().map(|stage| stage.word());
        let near = nearest(&asked, words.iter().map(String::as_str).chain(codes));
        let choices = Stage::ALL.iter().zip(&words).map(|(stage, said)| {
            if stage.word() == said {
                said.clone()
            } else {
                format!("{said} ({stage})")
            }
        });
        let choices = choices.collect::<Vec<_>>().join(", ");
        CliError::User(
            "listing-no-stage",
            args!(stage: text, choices: choices, near: near),
        )
    })
}

fn row<'r>(
    case: &'r Case,
    checked: &'r Checked,
    calendar: &Calendar,
    stages: &[Stage],
    handler: Option<&Id>,
    args: &ListArgs,
) -> Option<Row<'r>> {
    let standing = Standing::of(case);
    let stage = standing.stage();
    let (moment, received) = standing.received?;
    if args.year.is_some_and(|year| standing.year(case.id) != year) {
        return None;
    }
    if !stages.is_empty() && !stages.contains(&stage) || args.open && stage == Stage::Closed {
        return None;
    }
    if handler.is_some_and(|handler| standing.handler_id() != Some(handler)) {
        return None;
    }
    let procedure = checked.register.procedure.as_ref();
    let open: Vec<(Day, State)> = procedure.map_or_else(Vec::new, |procedure| {
        deadlines(procedure, calendar, case, &standing, checked.as_of)
            .iter()
            .filter(|deadline| deadline.state.is_open())
            .map(|deadline| (deadline.last_day, deadline.state))
            .collect()
    });
    let overdue = open
        .iter()
        .filter(|(_, state)| *state == State::Overdue)
        .count();
    if args.overdue && overdue == 0 {
        return None;
    }
    let next = open.iter().map(|(day, _)| *day).min();
    Some(Row {
        case: case.id,
        stage,
        received: moment.day,
        handler: standing.handler_id(),
        category: &received.category,
        summary: printable_line(received.summary.as_str()),
        overdue,
        next_deadline: next,
    })
}

fn shown(rows: &[Row<'_>], checked: &Checked) -> String {
    let locale = &checked.locale;
    if rows.is_empty() {
        return format!("{}\n", locale.text("listing-none"));
    }
    let heads = [
        "listing-case",
        "listing-received",
        "listing-stage",
        "listing-handler",
        "listing-category",
        "listing-next",
        "listing-summary",
    ];
    let mut table = vec![heads.iter().map(|key| locale.text(key)).collect::<Vec<_>>()];
    let procedure = checked.register.procedure.as_ref();
    let category = |id| List::Categories.label(procedure, id, locale.language());
    let none = || "–".to_owned();
    for row in rows {
        let late = if row.overdue > 0 {
            format!(" ({})", locale.text("state-overdue"))
        } else {
            String::new()
        };
        table.push(vec![
            row.case.to_string(),
            row.received.to_string(),
            locale.text(&format!("stage-{}", row.stage)),
            row.handler.map_or_else(none, |id| checked.name(id)),
            category(row.category).to_owned(),
            row.next_deadline
                .map_or_else(none, |day| format!("{day}{late}")),
        ]);
    }
    let taken = table
        .iter()
        .flat_map(|row| row.iter().map(|cell| cell.chars().count()))
        .max()
        .unwrap_or(0)
        .min(20)
        * 5;
    let left = table::width().saturating_sub(taken).max(30);
    for (line, row) in table.iter_mut().skip(1).zip(rows) {
        line.push(table::shortened(&row.summary, left));
    }
    if let Some(width) = table::terminal() {
        // What says most of a case stays: its number, its stage and its next day.
        table::fit(&mut table, width, &[(6, 0), (4, 0), (3, 0), (1, 0)]);
    }
    format!(
        "{}\n{}\n",
        table::columns(&table).trim_end(),
        locale.text_with("listing-count", &args!(n: rows.len()))
    )
}
