//! A finding: what a check has to say, and where. Data only; the words are chosen when it is reported.

use std::collections::BTreeMap;

use crate::source::Spot;
use crate::words::{CaseId, Day, Id, Label};

/// How much a finding weighs, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The record is not acceptable and must be put right.
    Violation,
    /// The procedure was not followed, and that is a recorded fact.
    Breach,
    /// A deadline has passed and is still open.
    Overdue,
    /// Something deserves a look, but may be right.
    Warning,
    /// A deadline is near.
    Due,
}

impl Level {
    /// Every level, the gravest first.
    pub const ALL: [Self; 5] = [
        Self::Violation,
        Self::Breach,
        Self::Overdue,
        Self::Warning,
        Self::Due,
    ];

    /// Gives the word of machine output.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Violation => "violation",
            Self::Breach => "breach",
            Self::Overdue => "overdue",
            Self::Warning => "warning",
            Self::Due => "due",
        }
    }
}

/// A value in the message of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Arg {
    /// A text from the register or from outside: never trusted.
    Text(String),
    /// A number.
    Number(i64),
    /// A day.
    Day(Day),
    /// A message of the locale, by its key.
    Key(String),
    /// A list of any of these.
    List(Vec<Arg>),
    /// A name from `procedure.yaml`.
    Label(Label),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Day> for Arg {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<&Id> for Arg {
    fn from(id: &Id) -> Self {
        Self::Text(id.to_string())
    }
}

impl From<&Label> for Arg {
    fn from(label: &Label) -> Self {
        Self::Label(label.clone())
    }
}

/// The values of a message, by name.
pub type Args = BTreeMap<&'static str, Arg>;

/// Builds [`Args`]: `args!(handler: id, day: date)`.
#[macro_export]
macro_rules! args {
    ($($name:ident: $value:expr),* $(,)?) => {
        $crate::finding::Args::from([$((stringify!($name), $crate::finding::Arg::from($value))),*])
    };
}

/// Something that a check has to say.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// The code of the rule, `K202`.
    pub code: &'static str,
    /// How much it weighs.
    pub level: Level,
    /// The file, relative to the register, with `/` between its parts.
    pub file: String,
    /// The place in the file.
    pub spot: Spot,
    /// The case, where it is about one.
    pub case: Option<CaseId>,
    /// The clause, where the rule's own does not say it.
    pub clause: Option<u8>,
    /// The values of the message.
    pub args: Args,
    /// Whether a `waived` step sets the rule aside for this case.
    pub waived: bool,
}

impl Finding {
    /// Makes a violation in a file, which lies in the directory of the case that it is about.
    pub fn violation(code: &'static str, file: &str, spot: Spot, args: Args) -> Self {
        Self {
            code,
            level: Level::Violation,
            file: file.to_owned(),
            spot,
            case: file.split('/').nth(1).and_then(|dir| dir.parse().ok()),
            clause: None,
            args,
            waived: false,
        }
    }

    /// Makes a warning in a file.
    pub fn warning(code: &'static str, file: &str, spot: Spot, args: Args) -> Self {
        Self {
            level: Level::Warning,
            ..Self::violation(code, file, spot, args)
        }
    }

    /// Gives what makes two findings of one rule at one place the same, whatever they say: the file, the code and the spot.
    pub fn place(&self) -> (&str, &'static str, &Spot) {
        (&self.file, self.code, &self.spot)
    }
}
