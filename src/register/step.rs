//! The twenty-four steps of a case, as they stand in `complaint.yaml`.
//!
//! One table at the end lists them; the enums, the reader and the schema come from it. The doc comment of a field is its
//! English explanation in the schema and in `docs/format.md`; its Dutch one is in `locales/nl/schema.ftl`.

use schemars::JsonSchema;
use serde::de::{Deserializer, Error as _};
use serde::{Deserialize, Serialize};
use serde_yaml::{Mapping, Value};

pub(crate) use crate::register::choice::choice;
pub use crate::register::choice::*;
use crate::register::words::{CaseId, Day, Id, RuleCode, StaffId, Text};
pub(crate) use crate::register::written::{each, present, there};

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
pub struct Occurrence {
    /// The day on which it happened.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub date: Option<Day>,
    /// In place of the day, for what lasted or came back: when that was, in words.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub period: Option<Text>,
    /// The place where it happened, or the places; "by telephone" will do.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub place: Option<Text>,
    /// Special circumstances, if there were any.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
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
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub passed_to_coordinator: Option<Day>,
    /// Whether the complainant is a client or a principal.
    pub complainant: Complainant,
    /// Who commissioned the client's re-integration; the client can appeal to them.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub commissioned_by: Option<CommissionedBy>,
    /// The employees concerned; empty for a complaint about a process.
    #[serde(default, deserialize_with = "there")]
    pub about: Vec<StaffId>,
    /// The service complained of, an id from `services` in `procedure.yaml`.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub service: Option<Id>,
    /// What kind of complaint it is, an id from `categories` in `procedure.yaml`.
    pub category: Id,
    /// When and where it happened.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub occurred: Option<Occurrence>,
    /// The complaint in one neutral sentence without names: it appears on the site.
    pub summary: Text,
    /// What the complainant asks for, if anything.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub remedy_sought: Option<Text>,
    /// The case that is about the same incident.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
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
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub document_copied: Option<Day>,
    /// Why the complaint goes to another handler, when it does.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
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
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
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
    pub occurred: Occurrence,
    /// How the complaint will be handled.
    pub next_steps: Text,
    /// The day by which the complaint is expected to be handled.
    pub expected_by: Day,
    /// How the acknowledgement was sent.
    pub channel: Channel,
    /// The day on which it was sent, when that was before the date of this step.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
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
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
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
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
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
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub explanation: Option<Text>,
}

/// The complainant was told what is offered, or that nothing is (clause 5).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Offered {
    /// What is offered.
    #[serde(
        default,
        deserialize_with = "each",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub measures: Vec<OfferedMeasure>,
    /// Why nothing is offered, when nothing is.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
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
    #[serde(
        default,
        deserialize_with = "there",
        skip_serializing_if = "Vec::is_empty"
    )]
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
    #[serde(
        default,
        deserialize_with = "each",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub measures: Vec<PreventiveMeasure>,
    /// Why nothing is done, when nothing is.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
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
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
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
    /// Why the rule is set aside.
    pub reason: Text,
}

/// Makes the enums, the reader and the schema of the steps out of one table: type, word, clause.
macro_rules! steps {
    ($($type:ident = $word:literal, $clause:expr;)+) => {
        /// The name of a step.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum StepKind { $(#[doc = concat!("`", $word, "`")] $type),+ }

        impl StepKind {
            /// Every step, in the order of the procedure.
            pub const ALL: &'static [Self] = &[$(Self::$type),+];

            /// Gives the word that stands in YAML.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$type => $word),+ }
            }

            /// Gives the clause of the procedure that asks for the step, if one does.
            pub const fn clause(self) -> Option<u8> {
                match self { $(Self::$type => $clause),+ }
            }

            /// Finds the step of a word.
            pub fn of(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.word() == word)
            }

            /// Gives the schema of what the step says beside its name, date and author.
            pub fn fields_schema(self, generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                match self { $(Self::$type => $type::json_schema(generator)),+ }
            }
        }

        impl ::std::str::FromStr for StepKind {
            type Err = $crate::register::words::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::of(text).ok_or_else(|| $crate::register::words::UnknownWord {
                    choices: Self::ALL.iter().map(|kind| kind.word()).collect(),
                })
            }
        }

        /// What was done, with what the step says of it.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Action { $(#[doc = concat!("`", $word, "`")] $type($type)),+ }

        impl Action {
            /// Gives the name of the step.
            pub const fn kind(&self) -> StepKind {
                match self { $(Self::$type(_) => StepKind::$type),+ }
            }

            pub(super) fn read<'de, D: Deserializer<'de>>(kind: StepKind, deserializer: D) -> Result<Self, D::Error> {
                match kind { $(StepKind::$type => $type::deserialize(deserializer).map(Self::$type)),+ }
            }

            fn fields(&self) -> Result<Value, serde_yaml::Error> {
                match self { $(Self::$type(fields) => serde_yaml::to_value(fields)),+ }
            }
        }
    };
}

steps! {
    Received = "received", Some(1);
    Assigned = "assigned", Some(2);
    Contacted = "contacted", Some(2);
    Acknowledged = "acknowledged", Some(3);
    Refused = "refused", Some(3);
    Extended = "extended", Some(3);
    Heard = "heard", Some(4);
    Agreed = "agreed", Some(4);
    Decided = "decided", Some(5);
    Offered = "offered", Some(5);
    Answered = "answered", Some(5);
    Resolved = "resolved", Some(6);
    Reported = "reported", Some(6);
    Prevention = "prevention", Some(7);
    CarriedOut = "carried-out", Some(8);
    Surveyed = "surveyed", Some(8);
    Evaluated = "evaluated", Some(8);
    Closed = "closed", Some(8);
    Appealed = "appealed", Some(9);
    AppealConcluded = "appeal-concluded", Some(9);
    Withdrawn = "withdrawn", None;
    Reopened = "reopened", None;
    Corrected = "corrected", None;
    Waived = "waived", None;
}

/// One entry of a case's `steps`: what was done, when, by whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The day on which it was done.
    pub date: Day,
    /// Who did it, and commits the step.
    pub by: StaffId,
    /// What was done.
    pub action: Action,
}

impl Step {
    /// Gives the name of the step.
    pub const fn kind(&self) -> StepKind {
        self.action.kind()
    }

    /// Gives the day on which it was done, with the field that says so: a step may be written down later than what it tells of.
    ///
    /// The report counts from the day on which both had it.
    pub fn done(&self) -> (&'static str, Day) {
        let told = match &self.action {
            Action::Acknowledged(step) => step.sent.map(|day| ("sent", day)),
            Action::Refused(Refused { told, .. })
            | Action::Extended(Extended { told, .. })
            | Action::Offered(Offered { told, .. }) => Some(("told", *told)),
            Action::Resolved(step) => Some(("solved", step.solved)),
            Action::Reported(step) if step.to_complainant >= step.to_coordinator => {
                Some(("to_complainant", step.to_complainant))
            }
            Action::Reported(step) => Some(("to_coordinator", step.to_coordinator)),
            Action::CarriedOut(step) => step.done.map(|day| ("done", day)),
            _ => None,
        };
        told.unwrap_or(("date", self.date))
    }

    /// Gives the step as the mapping that stands in YAML.
    ///
    /// # Errors
    /// When a field cannot be written as YAML, which no step that was read runs into.
    pub fn to_mapping(&self) -> Result<Mapping, serde_yaml::Error> {
        let mut mapping = Mapping::new();
        mapping.insert("step".into(), self.kind().word().into());
        mapping.insert("date".into(), self.date.to_string().into());
        mapping.insert("by".into(), self.by.as_str().into());
        if let Value::Mapping(fields) = self.action.fields()? {
            mapping.extend(fields);
        }
        Ok(mapping)
    }
}
