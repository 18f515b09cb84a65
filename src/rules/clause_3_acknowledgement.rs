//! Clause 3: acknowledgement, refusal, and the term that is promised.

use super::{CaseView, Check, Out, Rule, StepView, breach, violation};
use crate::args;
use crate::deadlines::last_day;
use crate::finding::Arg;
use crate::register::procedure::{Event, Procedure, Term};
use crate::register::step::Action;
use crate::register::words::Day;
use crate::route;

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
            let later = view.before.promised.and_then(|day| day.0.succ_opt());
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
    if let Some(promised) = view.before.promised.filter(|promised| told > *promised) {
        out.at(view.field("told"), args!(told: told, promised: promised));
    }
}

/// Tells whether a term can be extended that no promise begins: then there is a day to move before one is made.
pub(super) fn extends_without_promise(procedure: &Procedure) -> bool {
    let mut terms = procedure.terms.iter();
    terms.any(|term| term.extension.is_some() && term.from != Event::Promised)
}

/// A procedure may say how often, and by how much, a term can be extended.
fn extension_not_allowed(view: &StepView<'_>, out: &mut Out<'_>) {
    let (Action::Extended(extended), Some(procedure)) = (&view.step.action, view.context.procedure)
    else {
        return;
    };
    let so_far = view.before.extended.len();
    let received = view.before.received.map(|(moment, _)| moment.day);
    let counts = |term: &&Term| received.is_none_or(|day| procedure.counts(term, day));
    let mut terms = procedure.terms.iter().filter(counts);
    if terms.clone().all(|term| term.extension.is_none())
        && let Some(term) = terms.find(|term| term.met_by.contains(&Event::Resolved))
    {
        let why = Arg::Key("extension-times".into());
        return out.at(
            view.field("step"),
            args!(term: &term.name, why: why, times: 0_usize),
        );
    }
    for term in procedure.terms.iter().filter(counts) {
        let Some(extension) = &term.extension else {
            continue;
        };
        if let Some(times) = extension
            .times
            .filter(|times| so_far >= usize::from(*times))
        {
            out.at(view.field("step"), args!(term: &term.name, why: Arg::Key("extension-times".into()), times: usize::from(times)));
            continue;
        }
        let Some(by) = extension.by else { continue };
        // The day that is extended: what was promised, or where the term itself would have ended, each with earlier extensions.
        let (calendar, steps_before) = (view.context.calendar, &view.case.steps[..view.index]);
        let extended_day = match term.from {
            Event::Received => view
                .before
                .received
                .map(|(moment, _)| last_day(term, calendar, moment.day, steps_before).0),
            _ => view.before.promised,
        };
        let limit = extended_day.map(|day| calendar.last_day(day, by));
        if let Some(limit) = limit.filter(|limit| extended.expected_by > *limit) {
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
