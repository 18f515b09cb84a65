//! What each step says beside its name, date and author.
//!
//! The doc comment of a field is its English explanation in the schema and in `docs/format.md`; its Dutch one is in
//! `locales/nl/schema.ftl`.

use schemars::JsonSchema;
use serde::de::{Deserializer, Error as _};
use serde::{Deserialize, Serialize};
use serde_yaml::Mapping;

use crate::register::choice::*;
use crate::register::written::{each, present, there};
use crate::words::{CaseId, Day, Id, RuleCode, StaffId, Text};

/// Who commissioned the client's re-integration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct CommissionedBy {
    /// The kind of body.
    pub kind: Body,
    /// Its name; an organisation, never a person.
    pub name: Text,
}

/// When and where it happened, and what was special about it (clause 3).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Occurred {
    /// The day on which it happened.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// In place of the day, for what lasted or came back: when that was, in words.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub period: Option<Text>,
    /// The place where it happened, or the places; "by telephone" will do.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
    /// Special circumstances, if there were any.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub circumstances: Option<Text>,
}

/// One thing that is offered to the complainant (clause 5).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct OfferedMeasure {
    /// A short id, unique in the case, by which `carried-out` names this measure.
    pub id: Id,
    /// Correction, redress or a replacement service.
    pub kind: OfferKind,
    /// What is offered, in neutral words and without names.
    pub description: Text,
    /// Who sees to it.
    pub owner: StaffId,
    /// The day by which it is done.
    pub due: Day,
}

/// One thing that is done so that it does not happen again (clause 7).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct PreventiveMeasure {
    /// A short id, unique in the case, by which `carried-out` and `evaluated` name this measure.
    pub id: Id,
    /// What is done, in neutral words and without names.
    pub description: Text,
    /// Who sees to it.
    pub owner: StaffId,
    /// The day by which it is in place.
    pub due: Day,
    /// The category of complaints that it is to prevent.
    pub category: Id,
    /// What gave rise to it: this complaint, or the yearly analysis.
    pub trigger: Trigger,
}

/// The complaint came in and is registered (clause 1).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Received {
    /// How the complaint came in.
    pub channel: Channel,
    /// For a letter: the day on which it was handed to the coordinator.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub passed_to_coordinator: Option<Day>,
    /// Whether the complainant is a client or a principal.
    pub complainant: Complainant,
    /// Who commissioned the client's re-integration; the client can appeal to them.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub commissioned_by: Option<CommissionedBy>,
    /// The employees concerned; empty for a complaint about a process.
    #[serde(default, deserialize_with = "there")]
    pub about: Vec<StaffId>,
    /// The service complained of, an id from `services` in `procedure.yaml`.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub service: Option<Id>,
    /// What kind of complaint it is, an id from `categories` in `procedure.yaml`.
    pub category: Id,
    /// When and where it happened.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub occurred: Option<Occurred>,
    /// The complaint in one neutral sentence without names: it appears on the site.
    pub summary: Text,
    /// What the complainant asks for, if anything.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub remedy_sought: Option<Text>,
    /// The case that is about the same incident.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub same_incident_as: Option<CaseId>,
}

/// The coordinator hands the complaint to a handler (clause 2); repeated for another handler.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Assigned {
    /// The handler; never an employee concerned.
    pub handler: StaffId,
    /// The handler's function, as it is at this moment.
    pub function: Text,
    /// For a written complaint: the day on which the handler got a copy.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub document_copied: Option<Day>,
    /// Why the complaint goes to another handler, when it does.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// The handler asked the complainant for further information (clause 2); may be repeated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Contacted {
    /// How the complainant was reached.
    pub channel: Channel,
    /// What was asked, in neutral words and without names.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub asked: Option<Text>,
}

/// The acknowledgement was sent to the complainant (clause 3).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Acknowledged {
    /// The short description of the complaint, as the letter has it.
    pub summary: Text,
    /// Date, place and special circumstances, as the letter has them.
    #[serde(deserialize_with = "there")]
    pub occurred: Occurred,
    /// How the complaint will be handled.
    pub next_steps: Text,
    /// The day by which the complaint is expected to be handled.
    pub expected_by: Day,
    /// How the acknowledgement was sent.
    pub channel: Channel,
    /// The day on which it was sent, when that was before the date of this step.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub sent: Option<Day>,
}

/// The complaint is not taken up (clause 3, second paragraph).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Refused {
    /// Why, an id from `refusal_grounds` in `procedure.yaml`.
    pub ground: Id,
    /// A neutral explanation without names.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Text>,
    /// The day on which the complainant was told.
    pub told: Day,
}

/// The promised day is moved (clause 3).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Extended {
    /// The new day by which the complaint is expected to be handled.
    pub expected_by: Day,
    /// Why more time is needed.
    pub ground: Text,
    /// The day on which the complainant was told.
    pub told: Day,
}

/// The complaint was put to an employee concerned (clause 4).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Heard {
    /// The employee who was heard.
    pub employee: StaffId,
    /// The day on which the employee was told what follows.
    pub told: Day,
}

/// The employee concerned says whether the description is right (clause 4).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Agreed {
    /// The employee who says it; left out when that is the author of the step.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub employee: Option<StaffId>,
    /// Agrees or disagrees.
    pub outcome: Agreement,
}

/// The handler decides whether the complaint is founded (clause 5).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Decided {
    /// Founded, partly founded, unfounded, or no verdict.
    pub verdict: Verdict,
    /// How serious the complaint is.
    pub severity: Severity,
    /// The cause that can be pointed out, an id from `causes` in `procedure.yaml`.
    pub cause: Id,
    /// Who is responsible for it.
    pub responsibility: Responsibility,
    /// The grounds in short, as the complainant reads them: neutral words, no names.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Text>,
}

/// The complainant was told what is offered, or that nothing is (clause 5).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Offered {
    /// What is offered.
    #[serde(default, deserialize_with = "each", skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<OfferedMeasure>,
    /// Why nothing is offered, when nothing is.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub none_because: Option<Text>,
    /// The day on which the complainant was told.
    pub told: Day,
}

/// The complainant answers the offer (clause 5).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Answered {
    /// Accepted, rejected or no answer.
    pub answer: Answer,
    /// The offered measures that the answer is about; left out when it is about all that wait for one.
    #[serde(default, deserialize_with = "there", skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Id>,
}

/// The complaint was solved (clause 6); the term for the report starts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Resolved {
    /// The day on which the complaint was solved.
    pub solved: Day,
}

/// The written report went to complainant and coordinator (clause 6).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Reported {
    /// The day on which the report went to the complainant.
    pub to_complainant: Day,
    /// The day on which the report went to the coordinator.
    pub to_coordinator: Day,
    /// Whether the report says where a client can appeal (clause 9).
    pub appeal_explained: bool,
}

/// The handler decides on preventive measures (clause 7).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Prevention {
    /// Those who were consulted because they can bring the improvement about.
    #[serde(default, deserialize_with = "there")]
    pub consulted: Vec<StaffId>,
    /// What is done to prevent it.
    #[serde(default, deserialize_with = "each", skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<PreventiveMeasure>,
    /// Why nothing is done, when nothing is.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub none_because: Option<Text>,
}

/// A measure, offered or preventive, was carried out (clause 8).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct CarriedOut {
    /// The id of the measure.
    pub measure: Id,
    /// What was done, in neutral words and without names.
    pub result: Text,
    /// The day on which it was done, when that was before the date of this step.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub done: Option<Day>,
}

/// The complainant was asked whether they are satisfied (clause 8).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Surveyed {
    /// Satisfied, partly, dissatisfied or no answer.
    pub answer: Satisfaction,
}

/// The coordinator judges what a preventive measure brought about (clause 8).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Evaluated {
    /// The id of the measure.
    pub measure: Id,
    /// Improved, unchanged or worse.
    pub effect: Effect,
    /// What the judgement rests on.
    pub ground: Text,
}

/// The case is closed: nothing is open but preventive measures (clause 8).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Closed {}

/// A client took the complaint to who commissioned the re-integration (clause 9).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Appealed {
    /// The kind of body that hears the appeal.
    pub body: Body,
}

/// The appeal has ended (clause 9).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct AppealConcluded {
    /// How it ended.
    pub outcome: AppealOutcome,
}

/// The complainant withdraws the complaint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Withdrawn {
    /// Why, in neutral words and without names.
    pub ground: Text,
}

/// The coordinator opens the case again: the promised day runs on, or, where it has passed, a new acknowledgement is due.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Reopened {
    /// Why.
    pub ground: Text,
}

/// Puts a mistake in an earlier step right; both stay visible.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Corrected {
    /// The number of the step, counted from 1.
    #[schemars(range(min = 1))]
    pub corrects: usize,
    /// The fields of that step as they should have been.
    #[serde(deserialize_with = "some_fields")]
    #[schemars(with = "std::collections::BTreeMap<String, serde_json::Value>", extend("minProperties" = 1))]
    pub fields: Mapping,
    /// What the mistake was.
    pub reason: Text,
}

fn some_fields<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Mapping, D::Error> {
    let fields: Mapping = there(deserializer)?;
    if fields.is_empty() {
        return Err(D::Error::custom("no fields"));
    }
    Ok(fields)
}

/// The coordinator sets a rule aside for this case; it appears in the yearly analysis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Waived {
    /// The code of the rule, such as `K301`.
    pub rule: RuleCode,
    /// With rule K390, the id of the organisation's own term that is meant; left out: each of them.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub term: Option<Id>,
    /// Why the rule is set aside.
    pub reason: Text,
}
