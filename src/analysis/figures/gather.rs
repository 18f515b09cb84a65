//! Reads the facts of every case in one pass. Imports the register, where a case stands, and deadlines.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::facts::{CaseFact, MeasureFact, RedressFact};
use super::marks::marks;
use crate::calendar::Calendar;
use crate::deadlines::{Deadline, State, deadlines};
use crate::register::Register;
use crate::register::case::Case;
use crate::register::procedure::Procedure;
use crate::register::redaction::Redaction;
use crate::register::step::{Action, Answer, OfferKind, Satisfaction};
use crate::words::{CaseId, Day};
use crate::workflow::Standing;

/// Gathers the facts of every case received up to `as_of`, by number. What is dated later has not happened yet.
pub fn facts(register: &Register, as_of: Day) -> Vec<CaseFact> {
    let calendar = register
        .procedure
        .as_ref()
        .map(Procedure::calendar)
        .unwrap_or_default();
    let incidents = incidents(register);
    register
        .cases
        .values()
        .filter_map(|case| {
            let stands_for_it = incidents.get(&case.id).copied().unwrap_or(case.id);
            let case = until(case, as_of);
            fact(register, &calendar, &case, as_of, stands_for_it)
        })
        .collect()
}

/// Leaves out the steps that lie after the reference date.
fn until(case: &Case, as_of: Day) -> Cow<'_, Case> {
    if case.steps.iter().all(|step| step.date <= as_of) {
        return Cow::Borrowed(case);
    }
    let mut earlier = case.clone();
    earlier.steps.retain(|step| step.date <= as_of);
    if let Some(written) = &mut earlier.as_written {
        written.retain(|step| step.date <= as_of);
    }
    Cow::Owned(earlier)
}

/// Gives for every case that is linked to another the lowest number of those about the same incident.
fn incidents(register: &Register) -> BTreeMap<CaseId, CaseId> {
    let mut lowest: BTreeMap<CaseId, CaseId> = BTreeMap::new();
    let find = |of: &BTreeMap<CaseId, CaseId>, mut id: CaseId| {
        while let Some(next) = of.get(&id).filter(|next| **next != id) {
            id = *next;
        }
        id
    };
    for case in register.cases.values() {
        let link = case.steps.iter().find_map(|step| match &step.action {
            Action::Received(received) => received.same_incident_as,
            _ => None,
        });
        let Some(other) = link.filter(|other| register.cases.contains_key(other)) else {
            continue;
        };
        let (one, two) = (find(&lowest, case.id), find(&lowest, other));
        lowest.insert(one.max(two), one.min(two));
    }
    let linked: Vec<CaseId> = lowest.keys().copied().collect();
    linked
        .into_iter()
        .map(|id| (id, find(&lowest, id)))
        .collect()
}

fn fact(
    register: &Register,
    calendar: &Calendar,
    case: &Case,
    as_of: Day,
    stands_for_it: CaseId,
) -> Option<CaseFact> {
    let standing = Standing::of(case);
    let (moment, received) = standing.received?;
    let deadlines = register
        .procedure
        .as_ref()
        .map(|procedure| deadlines(procedure, calendar, case, &standing, as_of))
        .unwrap_or_default();
    let cause = case.steps.iter().rev().find_map(|step| match &step.action {
        Action::Decided(decided) => Some(decided.cause.clone()),
        _ => None,
    });
    let mut departments: Vec<String> = Vec::new();
    for id in &standing.about {
        let person = register.staff.as_ref().and_then(|staff| staff.get(id));
        let department = person.and_then(|person| person.department.as_ref());
        departments.extend(department.map(|name| name.as_str().to_owned()));
    }
    departments.sort();
    departments.dedup();
    let refused = case.steps.iter().rev().find_map(|step| match &step.action {
        Action::Refused(refused) => Some(refused.ground.clone()),
        _ => None,
    });
    let occurred = received.occurred.as_ref().and_then(|o| o.date);
    let redress = redress(&standing);
    let mut fact = CaseFact {
        id: case.id,
        received: moment.day.0,
        happened: occurred.unwrap_or(moment.day).0,
        closed: standing.closed.map(|closed| closed.day.0),
        incident: stands_for_it == case.id,
        stands_for_it,
        channel: received.channel,
        complainant: received.complainant,
        category: received.category.clone(),
        cause,
        departments,
        overdue: deadlines
            .iter()
            .filter(|d| d.state == State::Overdue)
            .map(|d| d.last_day.0)
            .collect(),
        // A refusal that was taken back is none.
        refused: refused.filter(|_| standing.refused.is_some()),
        marks: Vec::new(),
        redress,
        measures: measures(case, &standing, &deadlines),
    };
    fact.marks = marks(case, &standing, &deadlines, &fact, as_of);
    Some(fact)
}

fn redress(standing: &Standing<'_>) -> RedressFact {
    let done = |kind: &OfferKind| {
        standing
            .offers
            .iter()
            .any(|offer| offer.measure.kind == *kind && offer.carried_out.is_some())
    };
    let count = |test: &dyn Fn(&crate::workflow::Offer<'_>) -> bool| {
        standing.offers.iter().filter(|offer| test(offer)).count() as u64
    };
    let accepted = |answer| matches!(answer, Some((Answer::Accepted, _)));
    let said = standing
        .satisfaction
        .filter(|answer| *answer != Satisfaction::NoAnswer);
    RedressFact {
        kinds: OfferKind::ALL.iter().copied().filter(done).collect(),
        flow: [
            standing.offers.len() as u64,
            count(&|offer| accepted(offer.answer)),
            count(&|offer| offer.carried_out.is_some()),
        ],
        reaction: standing.appeal.map(|_| Satisfaction::Dissatisfied).or(said),
    }
}

fn measures(case: &Case, standing: &Standing<'_>, deadlines: &[Deadline<'_>]) -> Vec<MeasureFact> {
    let shown = !Redaction::new(case, "").hides_measures();
    let fact = |preventive: &crate::workflow::Preventive<'_>| MeasureFact {
        case: case.id,
        place: (preventive.decided.step, preventive.index),
        id: preventive.measure.id.clone(),
        shown,
        category: preventive.measure.category.clone(),
        trigger: preventive.measure.trigger,
        decided: preventive.decided.day.0,
        in_force: preventive.carried_out.map(|moment| moment.day.0),
        overdue: deadlines.iter().any(|deadline| {
            deadline.state == State::Overdue
                && deadline.start.step == preventive.decided.step
                && deadline.measure == Some(&preventive.measure.id)
        }),
        evaluated: preventive.evaluated.map(|moment| moment.step),
    };
    standing.measures.iter().map(fact).collect()
}
