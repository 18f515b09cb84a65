//! `klacht due`: what is to be done, soonest first.

use std::io::Write;

use clap::Args;
use serde::Serialize;

use super::list::{DataFormat, known_staff};
use super::session::{Checked, Session};
use super::{CliError, Outcome, table};
use crate::args;
use crate::deadlines::{State, analysis_deadlines, deadlines};
use crate::register::staff::Role;
use crate::register::words::{Day, Id};
use crate::report::printable_line;
use crate::workflow::{Stage, Standing};

#[derive(Args)]
pub struct DueArgs {
    #[arg(long = "for", value_name = "STAFF")]
    person: Option<Id>,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: DataFormat,
}

/// Something to do: a deadline, or a step that has no term and waits for the coordinator.
#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Task {
    /// The last day; tasks without one come last.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_day: Option<Day>,
    #[serde(skip)]
    order: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    days_left: Option<i64>,
    state: State,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<String>,
    what: String,
    responsible: Vec<String>,
    summary: String,
}

pub fn run(args: &DueArgs, session: &mut Session, out: &mut dyn Write) -> Result<Outcome, CliError> {
    let checked = session.check()?;
    if let Some(person) = &args.person {
        known_staff(&checked, person)?;
    }
    let mut tasks = tasks(&checked);
    tasks.retain(|task| args.person.as_ref().is_none_or(|id| task.responsible.iter().any(|r| r == id.as_str())));
    tasks.sort_by(|a, b| (a.order, &a.case, &a.what).cmp(&(b.order, &b.case, &b.what)));
    match args.format {
        DataFormat::Json => writeln!(out, "{}", serde_json::to_string_pretty(&tasks)?)?,
        DataFormat::Human => write!(out, "{}", shown(&tasks, &checked))?,
    }
    Ok(Outcome::Clean)
}

fn tasks(checked: &Checked) -> Vec<Task> {
    let Some(procedure) = &checked.register.procedure else { return Vec::new() };
    let (locale, as_of) = (&checked.locale, checked.as_of);
    let calendar = procedure.calendar();
    let coordinators: Vec<String> = checked
        .register
        .staff
        .iter()
        .flat_map(|staff| staff.iter())
        .filter(|person| person.has(Role::Coordinator) && person.is_active(as_of))
        .map(|person| person.id.to_string())
        .collect();
    let mut tasks = Vec::new();
    for case in checked.register.cases.values() {
        let standing = Standing::of(case);
        let summary = standing.received.map_or_else(String::new, |(_, received)| received.summary.to_string());
        for deadline in deadlines(procedure, &calendar, case, &standing, as_of).iter().filter(|d| d.state.is_open()) {
            let measure = deadline.measure.map_or_else(String::new, |id| format!(" ({id})"));
            tasks.push(Task {
                last_day: Some(deadline.last_day),
                order: deadline.last_day.days_since(as_of),
                days_left: Some(deadline.last_day.days_since(as_of)),
                state: deadline.state,
                case: Some(case.id.to_string()),
                what: format!("{}{measure}", deadline.term.name.text(locale.language())),
                // Until there is a handler, the coordinator sees to it that there is one.
                responsible: deadline.responsible.map_or_else(|| coordinators.clone(), |id| vec![id.to_string()]),
                summary: summary.clone(),
            });
        }
        let waiting = match standing.stage() {
            Stage::Received => Some("due-assign"),
            Stage::Reported | Stage::Refused | Stage::Withdrawn => Some("due-close"),
            _ => None,
        };
        tasks.extend(waiting.map(|key| Task {
            last_day: None,
            order: i64::MAX,
            days_left: None,
            state: State::Due,
            case: Some(case.id.to_string()),
            what: locale.text(key),
            responsible: coordinators.clone(),
            summary: summary.clone(),
        }));
    }
    let analyses = analysis_deadlines(&checked.register, procedure, &calendar, as_of);
    tasks.extend(analyses.iter().filter(|analysis| analysis.state.is_open()).map(|analysis| Task {
        last_day: Some(analysis.last_day),
        order: analysis.last_day.days_since(as_of),
        days_left: Some(analysis.last_day.days_since(as_of)),
        state: analysis.state,
        case: None,
        what: locale.text_with("due-analysis", &args!(year: analysis.year.to_string())),
        responsible: coordinators.clone(),
        summary: String::new(),
    }));
    tasks
}

fn shown(tasks: &[Task], checked: &Checked) -> String {
    let locale = &checked.locale;
    if tasks.is_empty() {
        return format!("{}\n", locale.text("due-none"));
    }
    let name = |id: &String| {
        let parsed: Option<Id> = id.parse().ok();
        let named = parsed.as_ref().and_then(|id| checked.register.staff.as_ref().map(|staff| staff.name(id).to_owned()));
        named.unwrap_or_else(|| id.clone())
    };
    let left = |task: &Task| match task.days_left {
        None => locale.text("due-no-term"),
        Some(0) => locale.text("due-today"),
        Some(days) if days < 0 => locale.text_with("due-late", &args!(n: -days)),
        Some(days) => locale.text_with("due-left", &args!(n: days)),
    };
    let rows: Vec<Vec<String>> = tasks
        .iter()
        .map(|task| {
            let people: Vec<String> = task.responsible.iter().map(name).collect();
            vec![
                task.last_day.map_or_else(|| "–".to_owned(), |day| day.to_string()),
                left(task),
                task.case.clone().unwrap_or_else(|| "–".to_owned()),
                task.what.clone(),
                people.join(", "),
                table::shortened(&printable_line(&task.summary), table::width().saturating_sub(90).max(30)),
            ]
        })
        .collect();
    table::columns(&rows)
}
