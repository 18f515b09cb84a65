//! Clause 8: carrying out what was agreed, asking whether it satisfied, judging what it brought, closing, and the yearly analysis.

use super::{Check, Context, Out, Rule, StepView, breach, violation, warning};
use crate::args;
use crate::deadlines::{State, analysis_deadlines};
use crate::finding::{Arg, Level};
use crate::register::analysis::{AnalysisHead, path};
use crate::register::shape::nearest;
use crate::register::staff::Role;
use crate::register::step::Action;
use crate::register::syntax::conflict;
use crate::register::unfilled;
use crate::route;
use crate::source::Spot;
use crate::workflow::Fact;

pub(super) const RULES: &[Rule] = &[
    breach("K801", "offer-carried-out-late", &["8.1"], Check::Term),
    violation("K802", "nothing-to-carry-out", &["8.1"], Check::Order),
    violation(
        "K803",
        "unknown-measure",
        &["8.1"],
        Check::Step(unknown_measure),
    ),
    violation(
        "K804",
        "judged-before-carried-out",
        &["8.2"],
        Check::Step(judged_before_carried_out),
    ),
    violation("K805", "surveyed-before-solution", &["8.2"], Check::Order),
    violation(
        "K806",
        "closed-before-report",
        &["6.1", "8.1"],
        Check::Order,
    ),
    violation("K807", "closed-with-open-offer", &["8.1"], Check::Order),
    Rule {
        level: Level::Overdue,
        ..violation(
            "K808",
            "analysis-missing",
            &["8.2", "8.3"],
            Check::Register(analysis_not_in_time),
        )
    },
    violation(
        "K809",
        "analysis-not-by-coordinator",
        &["8.2"],
        Check::Register(analysis_not_by_coordinator),
    ),
    violation(
        "K810",
        "analysis-without-judgement",
        &["8.2"],
        Check::Register(analysis_without_judgement),
    ),
    violation(
        "K811",
        "analysis-of-another-year",
        &["8.2"],
        Check::Register(analysis_of_another_year),
    ),
    violation(
        "K812",
        "analysis-of-running-year",
        &["8.2"],
        Check::Register(analysis_of_running_year),
    ),
    violation(
        "K813",
        "analysis-not-finished",
        &["8.2"],
        Check::Register(analysis_not_finished),
    ),
    violation(
        "K814",
        "analysis-in-future",
        &["8.2"],
        Check::Register(analysis_in_future),
    ),
    warning(
        "K815",
        "analysis-before-register",
        &["8.2"],
        Check::Register(analysis_before_register),
    ),
    violation(
        "K816",
        "analysis-revised-before-signed",
        &["8.2"],
        Check::Register(analysis_out_of_order),
    ),
];

fn unknown_measure(view: &StepView<'_>, out: &mut Out<'_>) {
    let before = view.before;
    let (id, why) = match &view.step.action {
        // Where nothing is left to do, rule K802 says all there is to say.
        Action::CarriedOut(step) if before.holds(Fact::MeasureToDo) => {
            let offers = before.offers.iter().map(|o| (&o.measure.id, o.carried_out));
            let mut measures = offers.chain(
                before
                    .measures
                    .iter()
                    .map(|m| (&m.measure.id, m.carried_out)),
            );
            match measures.find(|(id, _)| **id == step.measure) {
                None => (&step.measure, "measure-unknown"),
                Some((_, Some(_))) => (&step.measure, "measure-done"),
                Some((_, None)) => return,
            }
        }
        Action::Evaluated(step) => {
            if before.measures.iter().any(|m| m.measure.id == step.measure) {
                return;
            }
            (&step.measure, "measure-not-preventive")
        }
        _ => return,
    };
    let known = before.measure_owners().map(|(id, _)| Arg::from(id));
    let known = Arg::List(known.collect());
    out.at(
        view.field("measure"),
        args!(measure: id, why: Arg::Key(why.into()), known: known),
    );
}

fn judged_before_carried_out(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Evaluated(step) = &view.step.action else {
        return;
    };
    if view
        .before
        .measures
        .iter()
        .any(|m| m.measure.id == step.measure && m.carried_out.is_none())
    {
        out.at(view.field("measure"), args!(measure: &step.measure));
    }
}

/// Every year that has passed has its analysis, by the day that the procedure gives.
fn analysis_not_in_time(context: &Context<'_>, out: &mut Out<'_>) {
    let Some(procedure) = context.procedure else {
        return;
    };
    for deadline in analysis_deadlines(context.register, procedure, context.calendar, context.as_of)
    {
        let level = match deadline.state {
            State::Overdue => Level::Overdue,
            State::DueSoon => Level::Due,
            State::Late => Level::Breach,
            _ => continue,
        };
        let file = path(deadline.year);
        let until = deadline.signed.unwrap_or(context.as_of);
        let late = until.days_since(deadline.last_day);
        let mut args = args!(year: deadline.year.to_string(), last: deadline.last_day, late: late, left: -late);
        let spot = match deadline.signed {
            Some(day) => {
                args.insert("signed", day.into());
                Spot::Value(route!["date"])
            }
            None => Spot::File,
        };
        out.put(level, file, spot, args);
    }
}

/// Goes over the yearly analyses that could be read, each with its directory's year and its path.
fn signed<'a>(context: &Context<'a>) -> impl Iterator<Item = (u16, String, &'a AnalysisHead)> {
    let signed = context.register.signed.iter();
    signed.map(|(year, analysis)| (*year, path(*year), &analysis.head))
}

/// A coordinator makes the analysis.
fn analysis_not_by_coordinator(context: &Context<'_>, out: &mut Out<'_>) {
    let Some(staff) = context.staff else { return };
    for (_, file, head) in signed(context) {
        for (by, day, route) in head.signatures() {
            let person = staff.get(by);
            if !person.is_some_and(|it| it.had(Role::Coordinator, day) && it.is_active(day)) {
                let ids = staff.iter().map(|person| person.id.as_str());
                let near = match person {
                    None => nearest(by.as_str(), ids),
                    Some(_) => String::new(),
                };
                let args = args!(staff: by, near: near);
                out.file(&file, Spot::Value(route.then("by")), args);
            }
        }
    }
}

/// Each of the three judgements is there, and says what it rests on.
fn analysis_without_judgement(context: &Context<'_>, out: &mut Out<'_>) {
    for (_, file, head) in signed(context) {
        for (name, judgement) in head.judgements.each() {
            let question = Arg::Key(format!("judgement-{name}"));
            match judgement {
                Some((_, Some(_))) => {}
                Some((_, None)) => out.file(
                    &file,
                    Spot::Key(route!["judgements", name]),
                    args!(question: question),
                ),
                None => out.file(
                    &file,
                    Spot::Key(route!["judgements"]),
                    args!(question: question),
                ),
            }
        }
    }
}

/// The analysis is made when its year has passed.
fn analysis_of_running_year(context: &Context<'_>, out: &mut Out<'_>) {
    for (year, file, head) in signed(context) {
        if head.year == year && head.date.last_whole_year() < i32::from(year) {
            let args = args!(date: head.date, year: year.to_string());
            out.file(&file, Spot::Value(route!["date"]), args);
        }
    }
}

/// The analysis is of the year of its directory.
fn analysis_of_another_year(context: &Context<'_>, out: &mut Out<'_>) {
    for (year, file, head) in signed(context) {
        if head.year != year {
            let args = args!(year: head.year.to_string(), directory: year.to_string());
            out.file(&file, Spot::Value(route!["year"]), args);
        }
    }
}

/// The coordinator wrote what the draft leaves to be written.
fn analysis_not_finished(context: &Context<'_>, out: &mut Out<'_>) {
    for (year, analysis) in &context.register.signed {
        let why = |key: &str| args!(why: Arg::Key(key.to_owned()));
        let text = analysis.text.as_str();
        if text.trim().is_empty() {
            out.file(&path(*year), Spot::File, why("analysis-empty"));
        }
        if let Some(mark) = conflict(text) {
            let spot = Spot::Bytes(analysis.begins + mark.start..analysis.begins + mark.end);
            out.file(&path(*year), spot, why("yaml-conflict"));
        }
        for placeholder in unfilled::ANALYSIS {
            if let Some(at) = text.find(placeholder) {
                let at = analysis.begins + at;
                let spot = Spot::Bytes(at..at + placeholder.len());
                out.file(&path(*year), spot, why("analysis-placeholder"));
            }
        }
    }
}

/// The analysis is not signed on a day that is still to come.
fn analysis_in_future(context: &Context<'_>, out: &mut Out<'_>) {
    for (_, file, head) in signed(context) {
        for (_, date, route) in head.signatures() {
            if date > context.as_of {
                let args = args!(date: date, today: context.as_of);
                out.file(&file, Spot::Value(route.then("date")), args);
            }
        }
    }
}

/// What is signed later has no earlier day.
fn analysis_out_of_order(context: &Context<'_>, out: &mut Out<'_>) {
    for (_, file, head) in signed(context) {
        let next = head.signatures().skip(1);
        for ((_, previous, _), (_, date, route)) in head.signatures().zip(next) {
            // One that is still to come is told of itself.
            if date < previous && previous <= context.as_of {
                let args = args!(date: date, previous: previous);
                out.file(&file, Spot::Value(route.then("date")), args);
            }
        }
    }
}

/// The year of the analysis has a page, which there is from the first complaint on.
fn analysis_before_register(context: &Context<'_>, out: &mut Out<'_>) {
    let cases = context.register.cases.values();
    let received = cases.filter_map(|case| Some(case.steps.first()?.date.year()));
    let numbers = context.register.numbers.keys();
    let numbers = numbers.map(|id| i32::from(id.year));
    let Some(first) = received.chain(numbers).min() else {
        return;
    };
    for (year, file, _) in signed(context) {
        if i32::from(year) < first {
            let args = args!(year: year.to_string(), first: first.to_string());
            out.file(&file, Spot::Value(route!["year"]), args);
        }
    }
}
