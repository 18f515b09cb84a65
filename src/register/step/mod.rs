//! The twenty-four steps of a case, as they stand in `complaint.yaml`.
//!
//! One table lists them; the enums, the reader and the schema come from it. `fields` has what each of them says, `form` how it is
//! read.

mod fields;
mod form;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};
use serde_yaml::{Mapping, Value};

pub use fields::*;

pub use crate::register::choice::*;
use crate::words::{Day, Id, StaffId};

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
            type Err = $crate::words::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::of(text).ok_or_else(|| $crate::words::UnknownWord {
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

/// What is said of a measure of either kind, offered (clause 5) or preventive (clause 7).
#[derive(Debug, Clone, Copy)]
pub struct Measure<'a> {
    /// Its id, unique in the case.
    pub id: &'a Id,
    /// Who sees to it.
    pub owner: &'a StaffId,
    /// The day by which it is done.
    pub due: Day,
}

impl Action {
    /// Gives the measures that are decided on, in their order.
    pub fn measures(&self) -> Vec<Measure<'_>> {
        let of = |id, owner, due| Measure { id, owner, due };
        match self {
            Self::Offered(step) => {
                let measures = step.measures.iter();
                measures.map(|m| of(&m.id, &m.owner, m.due)).collect()
            }
            Self::Prevention(step) => {
                let measures = step.measures.iter();
                measures.map(|m| of(&m.id, &m.owner, m.due)).collect()
            }
            _ => Vec::new(),
        }
    }
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
