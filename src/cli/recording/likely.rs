//! Whether a field is worth asking for, and what is the likely answer.

use serde_yaml::Value;

use super::choices::{Known, answerable, is_among, own_terms, row};
use crate::deadlines::RULE_OF_OTHERS;
use crate::register::step::Channel;
use crate::words::Day;

/// Tells whether a field is worth asking for.
type Asked = fn(&Known<'_>) -> bool;

/// Fields that are asked for only where they can mean something.
pub(super) const ASKED_WHEN: &[(&str, Asked)] = &[
    ("received-passed_to_coordinator", |known| {
        known.answered("channel") == Some(Channel::Letter.word())
    }),
    ("received-commissioned_by", |known| {
        known.answered("complainant") == Some("client")
    }),
    // Seldom known at the moment of registration.
    ("received-same_incident_as", |_| false),
    ("assigned-document_copied", |known| {
        known
            .standing()
            .received
            .is_some_and(|(_, received)| received.channel == Channel::Letter)
    }),
    ("assigned-reason", |known| {
        known.standing().handler.is_some()
    }),
    ("none_because", |known| {
        known
            .record
            .get("measures")
            .and_then(Value::as_sequence)
            .is_none_or(Vec::is_empty)
    }),
    ("answered-measures", |known| answerable(known).len() > 1),
    ("waived-term", |known| {
        known.answered("rule") == Some(RULE_OF_OTHERS) && own_terms(known).len() > 1
    }),
    ("agreed-employee", |known| {
        let about = known.standing().about;
        !about
            .iter()
            .any(|about| known.answered("by") == Some(about.as_str()))
    }),
];

/// Fields that a rule wants wherever they are asked for, though the schema does not.
pub(super) const WANTED: &[&str] = &[
    "received-passed_to_coordinator",
    "assigned-reason",
    "none_because",
    "agreed-employee",
];

type Likely = fn(&Known<'_>) -> Option<String>;

/// The likely answers, which a mere Enter gives.
pub(super) const LIKELY: &[(&str, Likely)] = &[
    ("date", |known| Some(known.desk.checked.as_of.to_string())),
    // A complaint is seldom about the day on which it comes in.
    ("received-occurred-date", |_| None),
    ("told", step_date),
    ("solved", step_date),
    ("to_complainant", step_date),
    ("to_coordinator", step_date),
    ("document_copied", step_date),
    ("trigger", |_| Some("complaint".to_owned())),
    ("measures-owner", |known| {
        known.answered("by").map(str::to_owned)
    }),
    ("measures-category", |known| {
        known
            .standing()
            .received
            .map(|(_, received)| received.category.to_string())
    }),
    ("acknowledged-summary", |known| {
        known
            .standing()
            .received
            .map(|(_, received)| received.summary.to_string())
    }),
    ("acknowledged-occurred-date", |known| {
        known
            .standing()
            .received
            .and_then(|(_, received)| Some(received.occurred.as_ref()?.date?.to_string()))
    }),
    ("acknowledged-occurred-place", |known| {
        known
            .standing()
            .received
            .and_then(|(_, received)| Some(received.occurred.as_ref()?.place.as_ref()?.to_string()))
    }),
    ("assigned-function", |known| {
        let staff = known.desk.checked.register.staff.as_ref()?;
        let handler = known.answered("handler")?;
        staff
            .iter()
            .find(|person| person.id.as_str() == handler)
            .map(|person| person.function.to_string())
    }),
];

/// Days of what was done already, which is never after today; of others, such as when something is due, it may be.
const DONE: &[&str] = &[
    "date",
    "told",
    "sent",
    "done",
    "solved",
    "to_complainant",
    "to_coordinator",
    "passed_to_coordinator",
    "document_copied",
];

/// Tells whether a day lies in the future and may not.
pub fn too_late(way: &str, day: Day, known: &Known<'_>) -> bool {
    is_among(DONE, way) && day > known.desk.checked.as_of
}

fn step_date(known: &Known<'_>) -> Option<String> {
    known.answered("date").map(str::to_owned)
}

/// Tells whether a field can mean something here.
pub fn asked(way: &str, known: &Known<'_>) -> bool {
    row(ASKED_WHEN, way).is_none_or(|when| when(known))
}

/// Tells whether a rule wants a field that is asked for.
pub fn wanted(way: &str) -> bool {
    is_among(WANTED, way)
}

/// Gives the likely answer: what the field said before, where it is asked for again.
pub fn likely(way: &str, known: &Known<'_>) -> Option<String> {
    let before = known.before(way).and_then(Value::as_str);
    before
        .map(str::to_owned)
        .or_else(|| row(LIKELY, way).and_then(|likely| likely(known)))
}
