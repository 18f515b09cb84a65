//! Clause 3: acknowledgement, refusal, and the term that is promised.

use super::{CaseView, Check, Out, Rule, StepView, breach, violation};
use crate::args;
use crate::deadlines::{Deadline, of_steps};
use crate::finding::Arg;
use crate::register::procedure::{Event, Term};
use crate::register::step::Action;
use crate::route;
use crate::words::Day;

pub(super) const RULES: &[Rule] = &[
    breach("K301", "acknowledgement-late", &["3.1"], Check::Term),
    breach("K302", "refusal-told-late", &["3.5"], Check::Term),
    breach("K303", "promise-not-kept", &["3.4"], Check::Term),
    violation("K304", "extended-without-promise", &["3.4"], Check::Order),
    violation(
        "K305",
        "promise-in-the-past",
        &["3.4"],
        Check::Step(promise_in_the_past),
    ),
    breach(
        "K306",
        "extension-told-late",
        &["3.4"],
        Check::Step(extension_told_late),
    ),
    violation(
        "K307",
        "extension-not-allowed",
        &["3.4"],
        Check::Step(extension_not_allowed),
    ),
    violation("K308", "extended-after-solution", &["3.4"], Check::Order),
    violation("K309", "refused-after-verdict", &["3.5"], Check::Order),
    violation(
        "K310",
        "acknowledgement-incomplete",
        &["3.2"],
        Check::Step(acknowledgement_incomplete),
    ),
    breach(
        "K311",
        "never-acknowledged",
        &["3.1"],
        Check::Case(never_acknowledged),
    ),
    breach("K390", "own-term-exceeded", &[], Check::Term),
];

fn promise_in_the_past(view: &StepView<'_>, out: &mut Out<'_>) {
    // What is done on the day itself can be promised for it; an extension is to a later day than was promised.
    let (promised, earliest) = match &view.step.action {
        Action::Acknowledged(step) => (step.expected_by, Some(view.step.done().1)),
        Action::Extended(step) => {
            let later = day_to_extend(view).and_then(|day| day.0.succ_opt());
            (step.expected_by, later.map(Day))
        }
        _ => return,
    };
    if let Some(earliest) = earliest.filter(|earliest| promised < *earliest) {
        out.at(
            view.field("expected_by"),
            args!(promised: promised, earliest: earliest),
        );
    }
}

fn extension_told_late(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Extended(extended) = &view.step.action else {
        return;
    };
    let told = extended.told;
    let late = |promised: &Day| told > view.context.calendar.shifted(*promised);
    if let Some(promised) = day_to_extend(view).filter(late) {
        out.at(view.field("told"), args!(told: told, promised: promised));
    }
}

/// Gives the deadlines that stand open before a step.
fn open_before<'a>(view: &StepView<'a>) -> Vec<Deadline<'a>> {
    let Some(procedure) = view.context.procedure else {
        return Vec::new();
    };
    let (context, steps) = (view.context, &view.case.steps[..view.index]);
    let mut open = of_steps(
        procedure,
        context.calendar,
        steps,
        view.before,
        context.as_of,
    );
    open.retain(|deadline| deadline.end.is_none());
    open
}

/// Gives the day that an extension moves: what was promised, or the first end of a term that no promise begins.
fn day_to_extend(view: &StepView<'_>) -> Option<Day> {
    view.before.promised.or_else(|| {
        let open = open_before(view).into_iter();
        let extendable = open.filter(|deadline| deadline.term.extension.is_some());
        extendable.map(|deadline| deadline.last_day).min()
    })
}

/// A procedure may say how often, and by how much, a term can be extended.
fn extension_not_allowed(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Extended(extended) = &view.step.action else {
        return;
    };
    let open = open_before(view);
    let too_often = |term: &Term, times: usize| {
        let why = Arg::Key("extension-times".into());
        args!(term: &term.name, why: why, times: times)
    };
    let mut terms = open.iter().map(|deadline| deadline.term);
    if terms.clone().all(|term| term.extension.is_none())
        && let Some(term) = terms.find(|term| term.met_by.contains(&Event::Resolved))
    {
        return out.at(view.field("step"), too_often(term, 0));
    }
    for deadline in &open {
        let term = deadline.term;
        let Some(extension) = &term.extension else {
            continue;
        };
        let since = view.before.extended.iter();
        let so_far = since.filter(|at| at.step >= deadline.start.step).count();
        if let Some(times) = extension
            .times
            .map(usize::from)
            .filter(|times| so_far >= *times)
        {
            out.at(view.field("step"), too_often(term, times));
            continue;
        }
        let Some(by) = extension.by else { continue };
        // The day that is extended: what was promised, or where the term itself would have ended, each with earlier extensions.
        let promised = view
            .before
            .promised
            .filter(|_| term.from == Event::Promised);
        let day = promised.unwrap_or(deadline.last_day);
        let limit = view.context.calendar.last_day(day, by);
        if extended.expected_by > limit {
            let why = Arg::Key("extension-length".into());
            out.at(
                view.field("expected_by"),
                args!(term: &term.name, why: why, limit: limit),
            );
        }
    }
}

/// The acknowledgement describes the complaint with date, place and special circumstances; what lasted has a period for a date.
fn acknowledgement_incomplete(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Acknowledged(step) = &view.step.action else {
        return;
    };
    let occurred = &step.occurred;
    for (field, there) in [
        ("date", occurred.date.is_some() || occurred.period.is_some()),
        ("place", occurred.place.is_some()),
    ] {
        if !there {
            out.at(
                route!["steps", view.index, "occurred", field],
                args!(field: field),
            );
        }
    }
}

/// One that was handled should have been acknowledged, however fast it went.
fn never_acknowledged(view: &CaseView<'_>, out: &mut Out<'_>) {
    for deadline in view.deadlines {
        if let Some(step) = deadline.passed_over(view.case) {
            out.at(route!["steps", step, "step"], args!());
        }
    }
}
