//! `klacht due`: what is to be done, soonest first.

use std::io::Write;

use chrono::Datelike as _;
use clap::Args;
use serde::Serialize;

use super::session::{Checked, Session};
use super::{CliError, Outcome, table};
use crate::agenda::{Entry, Settings, former_handlers, host, render_calendar};
use crate::args;
use crate::deadlines::{State, analysis_deadlines, deadlines};
use crate::register::staff::Role;
use crate::register::step::{StepKind, choice};
use crate::register::words::{Day, Id};
use crate::report::printable_line;
use crate::workflow::{Fact, Stage, Standing, transition};

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

choice!(
    /// When something is due, as a person asks.
    When {
        /// The last day has passed.
        Overdue = "overdue",
        /// The last day is the reference date.
        Today = "today",
        /// The last day is in the same week.
        ThisWeek = "this-week",
        /// Later, or without a last day.
        Later = "later",
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

pub fn run(
    args: &DueArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let asked = parse_when(&args.when)?;
    let checked = session.check()?;
    let person = args.person.as_deref().map(|typed| checked.person(typed));
    let person = person.transpose()?;
    let mut tasks = tasks(&checked);
    tasks.retain(|task| {
        person
            .as_ref()
            .is_none_or(|id| task.responsible.iter().any(|r| r == id.as_str()))
    });
    // Whoever asks what to do today wants to know what should have been done before as well.
    tasks.retain(|task| asked.is_none_or(|until| when(task.days_left, checked.as_of) <= until));
    tasks.sort_by(|a, b| (a.order, &a.case, &a.what).cmp(&(b.order, &b.case, &b.what)));
    match args.format {
        DueFormat::Json => writeln!(out, "{}", serde_json::to_string_pretty(&tasks)?)?,
        DueFormat::Human => write!(out, "{}", shown(&tasks, &checked))?,
        DueFormat::Md => write!(out, "{}", markdown(&tasks, &checked))?,
        DueFormat::Ics => write!(out, "{}", calendar(&checked, person.as_ref(), asked))?,
    }
    checked.whole(None)
}

fn tasks(checked: &Checked) -> Vec<Task> {
    let Some(procedure) = &checked.register.procedure else {
        return Vec::new();
    };
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
    let staff = checked.register.staff.as_ref();
    let is_here = |id: &Id| {
        staff
            .and_then(|staff| staff.get(id))
            .is_none_or(|person| person.is_active(as_of))
    };
    let mut tasks = Vec::new();
    for case in checked.register.cases.values() {
        let standing = Standing::of(case);
        let summary = standing
            .received
            .map_or_else(String::new, |(_, received)| received.summary.to_string());
        for deadline in deadlines(procedure, &calendar, case, &standing, as_of)
            .iter()
            .filter(|d| d.state.is_open())
        {
            let measure = deadline
                .measure
                .map_or_else(String::new, |id| format!(" ({id})"));
            tasks.push(Task {
                last_day: Some(deadline.last_day),
                order: deadline.last_day.days_since(as_of),
                days_left: Some(deadline.last_day.days_since(as_of)),
                state: deadline.state,
                case: Some(case.id.to_string()),
                what: format!("{}{measure}", deadline.term.name.text(locale.language())),
                // Until there is one who can, the coordinator sees to it that there is.
                responsible: deadline
                    .responsible
                    .filter(|id| is_here(id))
                    .map_or_else(|| coordinators.clone(), |id| vec![id.to_string()]),
                summary: summary.clone(),
            });
        }
        let handler = standing.handler_id().filter(|id| is_here(id));
        tasks.extend(without_term(&standing, handler).map(|(key, handler)| Task {
            last_day: None,
            order: i64::MAX,
            days_left: None,
            state: State::Due,
            case: Some(case.id.to_string()),
            what: locale.text(key),
            responsible: handler.map_or_else(|| coordinators.clone(), |id| vec![id.to_string()]),
            summary: summary.clone(),
        }));
    }
    let analyses = analysis_deadlines(&checked.register, procedure, &calendar, as_of);
    tasks.extend(
        analyses
            .iter()
            .filter(|analysis| analysis.state.is_open())
            .map(|analysis| Task {
                last_day: Some(analysis.last_day),
                order: analysis.last_day.days_since(as_of),
                days_left: Some(analysis.last_day.days_since(as_of)),
                state: analysis.state,
                case: None,
                what: locale.text_with("due-analysis", &args!(year: analysis.year.to_string())),
                responsible: coordinators.clone(),
                summary: String::new(),
            }),
    );
    tasks
}

/// Gives what waits in a case without having a term, and for whom: the handler, or else the coordinator. `handler` is the one
/// in force who is still in service.
fn without_term<'a>(
    standing: &Standing<'_>,
    handler: Option<&'a Id>,
) -> impl Iterator<Item = (&'static str, Option<&'a Id>)> {
    let ended = standing.holds(Fact::Ended);
    let reported = standing.stage() == Stage::Reported;
    let can_close = transition(StepKind::Closed)
        .obstacles(standing)
        .next()
        .is_none();
    [
        (
            !ended && standing.handler_id().is_none(),
            "due-assign",
            None,
        ),
        (
            !ended && standing.handler_id().is_some() && handler.is_none(),
            "due-reassign",
            None,
        ),
        (
            reported && !standing.holds(Fact::PreventionDecided),
            "due-prevention",
            handler,
        ),
        (can_close && (ended || reported), "due-close", None),
    ]
    .into_iter()
    .filter_map(|(is, key, who)| is.then_some((key, who)))
}

/// Gives a calendar of the deadlines, all or those of a person; summaries that give something private away are left out.
fn calendar(checked: &Checked, person: Option<&Id>, until: Option<When>) -> String {
    let Some(procedure) = &checked.register.procedure else {
        return String::new();
    };
    let work = procedure.calendar();
    let settings = Settings {
        calendar: &work,
        remind: &procedure.remind,
        as_of: checked.as_of,
    };
    let site = procedure
        .organisation
        .site
        .as_ref()
        .map(crate::register::words::Text::as_str);
    let mut entries = Vec::new();
    for case in checked.register.cases.values() {
        let standing = Standing::of(case);
        let summary = standing
            .received
            .map(|(_, received)| received.summary.as_str())
            .filter(|_| case.leaks.is_empty());
        for deadline in deadlines(procedure, &work, case, &standing, checked.as_of) {
            let days = deadline.last_day.days_since(checked.as_of);
            let asked = until.is_none_or(|until| {
                deadline.state.is_open() && when(Some(days), checked.as_of) <= until
            });
            let own = person.is_none_or(|id| deadline.responsible == Some(id));
            // A whole calendar that was imported before takes out what went to another handler.
            let taken_over = until.is_none()
                && person.is_some_and(|id| former_handlers(case, &deadline).any(|it| it == id));
            if asked && (own || taken_over) {
                let language = checked.locale.language();
                let entry = Entry::new(
                    case,
                    &deadline,
                    summary.unwrap_or_default(),
                    language,
                    &settings,
                );
                let page = format!("cases/{}.html", case.id);
                let entry = entry.map(|entry| entry.linked(site, &page));
                entries.extend(if own {
                    entry
                } else {
                    entry.map(Entry::cancelled)
                });
            }
        }
    }
    let name = match (person, &checked.register.staff) {
        (Some(id), Some(staff)) => checked
            .locale
            .text_with("calendar-person", &args!(name: staff.name(id))),
        _ => checked.locale.text_with(
            "calendar-all",
            &args!(organisation: procedure.organisation.name.as_str()),
        ),
    };
    render_calendar(&name, &host(site), &entries, checked.as_of)
}

fn when(days_left: Option<i64>, as_of: Day) -> When {
    let to_sunday = i64::from(6 - as_of.0.weekday().num_days_from_monday());
    match days_left {
        Some(days) if days < 0 => When::Overdue,
        Some(0) => When::Today,
        Some(days) if days <= to_sunday => When::ThisWeek,
        _ => When::Later,
    }
}

/// Gives the names of those who are to see to a task.
fn names(task: &Task, checked: &Checked) -> String {
    let name = |id: &String| {
        let parsed: Option<Id> = id.parse().ok();
        let named = parsed.as_ref().and_then(|id| {
            checked
                .register
                .staff
                .as_ref()
                .map(|staff| staff.name(id).to_owned())
        });
        named.unwrap_or_else(|| id.clone())
    };
    task.responsible
        .iter()
        .map(name)
        .collect::<Vec<_>>()
        .join(", ")
}

fn left(task: &Task, checked: &Checked) -> String {
    let locale = &checked.locale;
    match task.days_left {
        None => locale.text("due-no-term"),
        Some(0) => locale.text("due-today"),
        Some(days) if days < 0 => locale.text_with("due-late", &args!(n: -days)),
        Some(days) => locale.text_with("due-left", &args!(n: days)),
    }
}

/// Arranges tasks, which are in order, by when they are due; empty groups are left out.
fn grouped<'t>(tasks: &'t [Task], checked: &Checked) -> Vec<(String, Vec<&'t Task>)> {
    let groups = When::ALL.iter().map(|group| {
        let of_group = tasks
            .iter()
            .filter(|task| when(task.days_left, checked.as_of) == *group)
            .collect();
        (checked.locale.text(&format!("due-group-{group}")), of_group)
    });
    groups
        .filter(|(_, tasks): &(String, Vec<&Task>)| !tasks.is_empty())
        .collect()
}

fn markdown(tasks: &[Task], checked: &Checked) -> String {
    if tasks.is_empty() {
        return format!("{}\n", checked.locale.text("due-none"));
    }
    let mut out = String::new();
    for (heading, tasks) in grouped(tasks, checked) {
        out.push_str(&format!(
            "{}## {heading}\n\n",
            if out.is_empty() { "" } else { "\n" }
        ));
        for task in tasks {
            let day = task
                .last_day
                .map(|day| format!("{day}, "))
                .unwrap_or_default();
            let case = task
                .case
                .as_ref()
                .map(|case| format!("**{case}** "))
                .unwrap_or_default();
            out.push_str(&format!(
                "- [ ] {case}{} ({day}{}): {}\n",
                task.what,
                left(task, checked),
                names(task, checked)
            ));
        }
    }
    out
}

fn shown(tasks: &[Task], checked: &Checked) -> String {
    if tasks.is_empty() {
        return format!("{}\n", checked.locale.text("due-none"));
    }
    let most = table::terminal().unwrap_or(0);
    let row = |task: &Task| {
        vec![
            task.last_day
                .map_or_else(|| "–".to_owned(), |day| day.to_string()),
            left(task, checked),
            task.case.clone().unwrap_or_else(|| "–".to_owned()),
            task.what.clone(),
            names(task, checked),
            table::shortened(&printable_line(&task.summary), most.max(30)),
        ]
    };
    let mut rows: Vec<Vec<String>> = tasks.iter().map(row).collect();
    if let Some(width) = table::terminal() {
        table::fit(
            &mut rows,
            width.saturating_sub(2),
            &[(5, 0), (4, 14), (3, 20)],
        );
    }
    // One table, cut up, so that the columns stand under each other through all groups.
    let table = table::columns(&rows);
    let mut lines = table.lines();
    let mut out = String::new();
    for (heading, tasks) in grouped(tasks, checked) {
        out.push_str(&format!(
            "{}{heading}\n",
            if out.is_empty() { "" } else { "\n" }
        ));
        for line in lines.by_ref().take(tasks.len()) {
            out.push_str(&format!("  {line}\n"));
        }
    }
    out
}
