//! What the figures need of each case, gathered in one pass: dates, kinds and in which shares it counts. Imports the register, where a
//! case stands, and deadlines.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::deadlines::{Deadline, State, deadlines};
use crate::register::Register;
use crate::register::case::Case;
use crate::register::procedure::Procedure;
use crate::register::redaction::Redaction;
use crate::register::step::{
    Action, Answer, Channel, Complainant, OfferKind, Satisfaction, Trigger, Verdict,
};
use crate::words::{CaseId, Day, Id};
use crate::workflow::Standing;

use super::keys::{Ending, Key, Mark};
use super::marks::marks;

/// A preventive measure as it was decided on.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureFact {
    /// The case in which it was decided on.
    pub case: CaseId,
    /// The index of the step that decided on it, and its place there.
    pub place: (usize, usize),
    /// Its id in the case.
    pub id: Id,
    /// Whether the id may be shown; not where one in its case gives something private away.
    pub shown: bool,
    /// The category of complaints that it is to prevent.
    pub category: Id,
    /// What it was decided on.
    pub trigger: Trigger,
    /// The day of the decision.
    pub decided: NaiveDate,
    /// The day from which it is in force.
    pub in_force: Option<NaiveDate>,
    /// Whether it should have been in force by the reference date, and is not.
    pub overdue: bool,
    /// The index of the step that judged its effect.
    pub evaluated: Option<usize>,
}

impl MeasureFact {
    /// Names the measure in its case: by its id, or by the numbers of its step and its place there where no id is shown.
    pub fn name(&self) -> String {
        let (step, index) = self.place;
        if self.shown {
            self.id.to_string()
        } else {
            format!("{}.{}", step + 1, index + 1)
        }
    }
}

/// What became of the redress offered in a case.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RedressFact {
    /// The kinds that were offered and carried out, each once, in the order of the format.
    pub kinds: Vec<OfferKind>,
    /// How many measures were offered, accepted and carried out.
    pub flow: [u64; 3],
    /// The latest reaction; an appeal is dissatisfaction. `None` where nobody asked or nobody answered.
    pub reaction: Option<Satisfaction>,
}

/// What the figures need of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The case.
    pub id: CaseId,
    /// The day of receipt.
    pub received: NaiveDate,
    /// The day of the incident, else that of receipt.
    pub happened: NaiveDate,
    /// The day of closing; an open case has none.
    pub closed: Option<NaiveDate>,
    /// Whether it stands for its incident in the tests of rates: the lowest number of those linked.
    pub incident: bool,
    /// The complaint that does.
    pub stands_for_it: CaseId,
    /// How it came in.
    pub channel: Channel,
    /// Who complained.
    pub complainant: Complainant,
    /// The kind of complaint.
    pub category: Id,
    /// The cause that was pointed out.
    pub cause: Option<Id>,
    /// The departments of the employees concerned, each once.
    pub departments: Vec<String>,
    /// The last days of what is overdue.
    pub overdue: Vec<NaiveDate>,
    /// On what ground it was not taken up.
    pub refused: Option<Id>,
    /// In which shares it counts, and how; an offer or a measure counts by itself.
    pub marks: Vec<(Key, Mark)>,
    /// What became of its redress.
    pub redress: RedressFact,
    /// Its preventive measures.
    pub measures: Vec<MeasureFact>,
}

/// Gathers the facts of every case received up to `as_of`, by number. What is dated later has not happened yet.
pub fn facts(register: &Register, as_of: Day) -> Vec<Fact> {
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
) -> Option<Fact> {
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
    let mut fact = Fact {
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

pub(super) fn ending(standing: &Standing<'_>) -> Ending {
    match standing.verdict {
        _ if standing.withdrawn.is_some() => Ending::Withdrawn,
        _ if standing.refused.is_some() => Ending::Refused,
        Some((_, Verdict::Founded)) => Ending::Founded,
        Some((_, Verdict::PartlyFounded)) => Ending::PartlyFounded,
        Some((_, Verdict::Unfounded)) => Ending::Unfounded,
        Some((_, Verdict::NoVerdict)) | None => Ending::NoVerdict,
    }
}
