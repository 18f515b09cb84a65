//! The days of a step: its own, in order and not in the future, and those that it tells of beside its own.

use chrono::Datelike as _;

use crate::args;
use crate::finding::Arg;
use crate::register::step::{Action, Answer, StepKind};
use crate::route;
use crate::rules::{Out, StepView};
use crate::words::Day;
use crate::workflow::Standing;

pub(super) fn dates_out_of_order(view: &StepView<'_>, out: &mut Out<'_>) {
    let Some(previous) = view
        .index
        .checked_sub(1)
        .map(|index| &view.case.steps[index])
    else {
        return;
    };
    // A day that is still to come is told of where it stands, and the one after it may well be right.
    if view.step.date < previous.date && previous.date <= view.context.as_of {
        out.at(
            view.field("date"),
            args!(date: view.step.date, previous: previous.date, number: view.index),
        );
    }
}

pub(super) fn date_in_future(view: &StepView<'_>, out: &mut Out<'_>) {
    let today = view.context.as_of;
    if view.step.date > today {
        out.at(
            view.field("date"),
            args!(date: view.step.date, today: today),
        );
    }
}

/// A case has its number by the year, so it was not received in a later one.
fn later_than_its_number(view: &StepView<'_>, out: &mut Out<'_>) {
    let (id, date) = (view.case.id, view.step.date);
    if matches!(view.step.action, Action::Received(_)) && date.0.year() > i32::from(id.year) {
        let why = Arg::Key("day-after-number".into());
        out.at(
            view.field("date"),
            args!(number: view.index + 1, field: "date", day: date, why: why, year: id.year.to_string()),
        );
    }
}

/// Gives the first day on which a complaint can be solved: the complainant knows the verdict and what is offered, and has answered.
fn settled(before: &Standing<'_>) -> Option<Day> {
    let verdict = before.verdict.map(|(verdict, _)| verdict.day);
    let answers = before.offers.iter().filter_map(|offer| offer.answer);
    let answers = answers.filter(|(answer, _)| *answer != Answer::NoAnswer);
    let told = before.offered.map(|moment| moment.day);
    let answered = answers.map(|(_, moment)| moment.day);
    verdict.into_iter().chain(told).chain(answered).max()
}

/// Gives the day of the last reopening before a step.
fn opened(view: &StepView<'_>) -> Option<Day> {
    let mut earlier = view.case.steps[..view.index].iter().rev();
    let reopened = earlier.find(|step| step.kind() == StepKind::Reopened);
    reopened.map(|step| step.date)
}

/// Days that a step tells of beside its own: not before the receipt, not after the reference date, not before what they follow.
pub(super) fn impossible_day(view: &StepView<'_>, out: &mut Out<'_>) {
    later_than_its_number(view, out);
    let received = view.before.received.map(|(moment, _)| moment.day);
    let date = view.step.date;
    let mut check = |field: &'static str, day: Day, earliest: Option<Day>, latest: Option<Day>| {
        let (why, bound) = match (earliest, latest) {
            (Some(earliest), _) if day < earliest && field == "solved" => {
                ("day-before-settled", earliest)
            }
            (Some(earliest), _) if day < earliest => ("day-too-early", earliest),
            (_, Some(latest)) if day > latest && latest == date => ("day-after-step", latest),
            (_, Some(latest)) if day > latest => ("day-too-late", latest),
            _ => return,
        };
        out.at(
            view.field(field),
            args!(number: view.index + 1, field: field, day: day, why: Arg::Key(why.into()), bound: bound),
        );
    };
    let today = Some(view.context.as_of);
    match &view.step.action {
        Action::Received(step) => {
            if let Some(passed) = step.passed_to_coordinator {
                check("passed_to_coordinator", passed, Some(date), today);
            }
        }
        Action::Assigned(step) => {
            if let Some(copied) = step.document_copied {
                // The handler gets a copy of what the coordinator has.
                let letter = view.before.received.map(|(_, received)| received);
                let passed = letter.and_then(|letter| letter.passed_to_coordinator);
                check("document_copied", copied, passed.or(received), today);
            }
        }
        // A step tells of what was done, so it is of the last day that it tells of.
        Action::Acknowledged(step) => {
            if let Some(sent) = step.sent {
                check("sent", sent, opened(view).or(received), Some(date));
            }
        }
        Action::CarriedOut(step) => {
            if let Some(done) = step.done {
                check("done", done, view.before.decided(&step.measure), Some(date));
            }
        }
        Action::Refused(step) => check("told", step.told, received, Some(date)),
        Action::Extended(step) => {
            let promised = view.before.acknowledged.map(|moment| moment.day);
            check("told", step.told, promised.or(received), Some(date));
        }
        Action::Heard(step) => check("told", step.told, received, today),
        Action::Offered(step) => check(
            "told",
            step.told,
            view.before.verdict.map(|(verdict, _)| verdict.day),
            Some(date),
        ),
        Action::Resolved(step) => check("solved", step.solved, settled(view.before), Some(date)),
        Action::Reported(step) => {
            let solved = view.before.resolved.map(|resolved| resolved.day);
            check("to_complainant", step.to_complainant, solved, Some(date));
            check("to_coordinator", step.to_coordinator, solved, Some(date));
        }
        _ => {}
    }
    // An offer can be written down after what was offered was due; one that is told after the step itself was said above.
    let decided = view.step.done().1.min(date);
    let measures = view.step.action.measures().into_iter();
    let days = measures.map(|measure| measure.due).enumerate();
    for (n, day) in days.filter(|(_, day)| *day < decided) {
        let route = route!["steps", view.index, "measures", n, "due"];
        out.at(
            route,
            args!(number: view.index + 1, field: "due", day: day, why: Arg::Key("day-too-early".into()), bound: decided),
        );
    }
    let occurred = match &view.step.action {
        Action::Received(step) => step.occurred.as_ref().and_then(|occurred| occurred.date),
        Action::Acknowledged(step) => step.occurred.date,
        _ => None,
    };
    let last = received.unwrap_or(date);
    if let Some(day) = occurred.filter(|day| *day > last) {
        let route = route!["steps", view.index, "occurred", "date"];
        out.at(route, args!(number: view.index + 1, field: "occurred.date", day: day, why: Arg::Key("day-too-late".into()), bound: last));
    }
}
