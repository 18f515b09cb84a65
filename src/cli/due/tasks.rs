//! What is to be done in a register, by whom and by when.

use chrono::Datelike as _;
use serde::Serialize;

use crate::args;
use crate::cli::session::Checked;
use crate::deadlines::{Duty, State, analysis_deadlines, deadlines};
use crate::words::{CaseId, Day, Id, StaffId, choice};
use crate::workflow::{Fact, Stage, Standing};

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

/// Something to do: a deadline, or a step that has no term and waits for the coordinator.
#[derive(Serialize)]
pub struct Task {
    /// The last day; tasks without one come last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
    pub state: State,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    pub what: String,
    pub responsible: Vec<StaffId>,
    pub summary: String,
}

impl Task {
    /// Gives a task that has a last day; what it is, whose and in which case is filled in by the caller.
    fn due_by(last_day: Day, state: State, as_of: Day) -> Self {
        let days_left = last_day.days_since(as_of);
        Self {
            last_day: Some(last_day),
            days_left: Some(days_left),
            state,
            ..Self::without_last_day()
        }
    }

    /// Gives its place among others: by last day, then by case.
    pub fn order(&self) -> (i64, Option<CaseId>, &str) {
        let days_left = self.days_left.unwrap_or(i64::MAX);
        (days_left, self.case, &self.what)
    }

    fn without_last_day() -> Self {
        Self {
            last_day: None,
            days_left: None,
            state: State::Due,
            case: None,
            what: String::new(),
            responsible: Vec::new(),
            summary: String::new(),
        }
    }
}

/// Lists all there is to do on the reference date, in the order of the cases.
pub fn tasks(checked: &Checked) -> Vec<Task> {
    let Some(procedure) = &checked.register.procedure else {
        return Vec::new();
    };
    let (locale, as_of) = (&checked.locale, checked.as_of);
    let calendar = procedure.calendar();
    let duty = Duty::on(&checked.register, as_of);
    let ids = |people: &[&Id]| people.iter().copied().cloned().collect();
    let mut tasks = Vec::new();
    for case in checked.register.cases.values() {
        let standing = Standing::of(case);
        let received = standing.received.map(|(_, received)| received);
        let of_case = |what, responsible, task| Task {
            case: Some(case.id),
            what,
            responsible,
            summary: received.map_or_else(String::new, |received| received.summary.to_string()),
            ..task
        };
        let handler = standing.handler_id().filter(|id| duty.is_here(id));
        for deadline in deadlines(procedure, &calendar, case, &standing, as_of) {
            if deadline.state.is_open() {
                let measure = deadline.measure.map(|id| format!(" ({id})"));
                let term = deadline.term.name.text(locale.language());
                tasks.push(of_case(
                    format!("{term}{}", measure.unwrap_or_default()),
                    ids(&duty.of(&deadline, &standing)),
                    Task::due_by(deadline.last_day, deadline.state, as_of),
                ));
            }
        }
        tasks.extend(without_term(&standing, handler).map(|(key, who)| {
            let who = ids(&duty.or_coordinators(who));
            of_case(locale.text(key), who, Task::without_last_day())
        }));
    }
    let analyses = analysis_deadlines(&checked.register, procedure, &calendar, as_of);
    let analyses = analyses.iter().filter(|analysis| analysis.state.is_open());
    tasks.extend(analyses.map(|analysis| Task {
        what: locale.text_with("due-analysis", &args!(year: analysis.year.to_string())),
        responsible: ids(duty.coordinators()),
        ..Task::due_by(analysis.last_day, analysis.state, as_of)
    }));
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
    let can_close = standing.can_close();
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

/// Tells when something is due that has so many days left.
pub fn when(days_left: Option<i64>, as_of: Day) -> When {
    let to_sunday = i64::from(6 - as_of.0.weekday().num_days_from_monday());
    match days_left {
        Some(days) if days < 0 => When::Overdue,
        Some(0) => When::Today,
        Some(days) if days <= to_sunday => When::ThisWeek,
        _ => When::Later,
    }
}
