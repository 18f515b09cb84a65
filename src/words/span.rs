//! A length of time, as a term is written.

use std::fmt;
use std::str::FromStr;

use super::{WordFault, word};

/// The unit in which a term is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Monday to Friday, without public holidays.
    WorkingDays,
    /// Seven days.
    Weeks,
    /// To the same day of a later month, or that month's last day.
    Months,
}

/// A length of time as a procedure writes it: `2 weeks`, `5 working days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// How many units; 0 means the day itself.
    pub number: u16,
    /// The unit.
    pub unit: Unit,
}

const UNITS: [(&str, &str, Unit); 4] = [
    ("day", "days", Unit::Days),
    ("working day", "working days", Unit::WorkingDays),
    ("week", "weeks", Unit::Weeks),
    ("month", "months", Unit::Months),
];

impl FromStr for Span {
    type Err = WordFault;
    fn from_str(text: &str) -> Result<Self, WordFault> {
        let (number, unit) = text.split_once(' ').ok_or(WordFault::Form)?;
        if number.is_empty() || number.len() > 4 || !number.bytes().all(|b| b.is_ascii_digit()) {
            return Err(WordFault::Form);
        }
        let number = number.parse().map_err(|_| WordFault::Form)?;
        UNITS
            .iter()
            .find(|(one, many, _)| unit == *one || unit == *many)
            .map(|(_, _, unit)| Self {
                number,
                unit: *unit,
            })
            .ok_or(WordFault::Form)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word =
            UNITS
                .iter()
                .find(|(_, _, unit)| *unit == self.unit)
                .map_or(
                    "",
                    |(one, many, _)| if self.number == 1 { one } else { many },
                );
        write!(f, "{} {word}", self.number)
    }
}

word!(
    Span,
    "term",
    schemars::json_schema!({
        "type": "string", "format": "term",
        "pattern": "^[0-9]{1,4} (days?|working days?|weeks?|months?)$"
    })
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_written_one_way() {
        for text in ["2 weeks", "1 week", "5 working days", "0 days", "3 months"] {
            assert_eq!(text.parse::<Span>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "weeks",
            "-1 days",
            "two weeks",
            "2  weeks",
            "2 fortnights",
            "99999 days",
            "1.5 weeks",
        ] {
            assert!(text.parse::<Span>().is_err(), "{text}");
        }
    }
}
