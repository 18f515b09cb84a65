//! What names something: a case, a member of staff, a category, a rule.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::{WordFault, as_written, word};

as_written!(Id, RuleCode);

/// A case number: the year, a hyphen, four digits: `2026-0007`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseId {
    /// Year of registration.
    pub year: u16,
    /// Number in that year, from 1, without gaps.
    pub number: u32,
}

impl CaseId {
    /// Gives the directory of the case in a register, with `/` between its parts: `2026/2026-0007`.
    pub fn dir(self) -> String {
        format!("{:04}/{self}", self.year)
    }
}

impl FromStr for CaseId {
    type Err = WordFault;
    fn from_str(text: &str) -> Result<Self, WordFault> {
        let (year, number) = text.split_once('-').ok_or(WordFault::Form)?;
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        // Four digits, and from the ten-thousandth case of a year on five, without a leading zero.
        let lengths = year.len() == 4
            && (number.len() == 4 || (5..=6).contains(&number.len()) && !number.starts_with('0'));
        if !lengths || !digits(year) || !digits(number) {
            return Err(WordFault::Form);
        }
        let id = Self {
            year: year.parse().map_err(|_| WordFault::Form)?,
            number: number.parse().map_err(|_| WordFault::Form)?,
        };
        if id.number == 0 || !(1900..=2199).contains(&id.year) {
            return Err(WordFault::Form);
        }
        Ok(id)
    }
}

impl fmt::Display for CaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:04}", self.year, self.number)
    }
}

word!(
    CaseId,
    "case-id",
    schemars::json_schema!({
        "type": "string", "format": "case-id", "pattern": "^[0-9]{4}-([0-9]{4}|[1-9][0-9]{4,5})$"
    })
);

/// An id that people give: of a member of staff (`m.bakker`), a category, a ground, a measure.
///
/// Plain lower-case ASCII letters, digits, and `.`, `-`, `_` between them, at most 40: two ids that look alike are alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

/// The id of a member of staff, as in `staff.yaml`.
pub type StaffId = Id;

impl FromStr for Id {
    type Err = WordFault;
    fn from_str(text: &str) -> Result<Self, WordFault> {
        let b = text.as_bytes();
        let end = |c: &u8| c.is_ascii_lowercase() || c.is_ascii_digit();
        let inner = |c: &u8| end(c) || matches!(c, b'.' | b'-' | b'_');
        let fits = b.first().is_some_and(u8::is_ascii_lowercase)
            && b.last().is_some_and(end)
            && b.len() <= 40
            && b.iter().all(inner);
        if fits {
            Ok(Self(text.into()))
        } else {
            Err(WordFault::Form)
        }
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

word!(
    Id,
    "id",
    schemars::json_schema!({
        "type": "string", "format": "id", "maxLength": 40, "pattern": "^[a-z]([a-z0-9._-]*[a-z0-9])?$"
    })
);

/// The code of a rule: `K202`, `H01`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleCode(Box<str>);

impl FromStr for RuleCode {
    type Err = WordFault;
    fn from_str(text: &str) -> Result<Self, WordFault> {
        let digits = match text.as_bytes() {
            [b'K', digits @ ..] if digits.len() == 3 => digits,
            [b'H', digits @ ..] if digits.len() == 2 => digits,
            _ => return Err(WordFault::Form),
        };
        if digits.iter().all(u8::is_ascii_digit) {
            Ok(Self(text.into()))
        } else {
            Err(WordFault::Form)
        }
    }
}

word!(
    RuleCode,
    "rule-code",
    schemars::json_schema!({
        "type": "string", "format": "rule-code", "pattern": "^(K[0-9]{3}|H[0-9]{2})$"
    })
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_ids_sort_and_round_trip() {
        for id in ["2026-0007", "2026-9999", "2026-10000"] {
            assert_eq!(id.parse::<CaseId>().unwrap().to_string(), id);
        }
        for id in [
            "2026-7",
            "2026-0000",
            "2026-00007",
            "2026_0007",
            "２０２６-0007",
            "2026-0007 ",
        ] {
            assert!(id.parse::<CaseId>().is_err(), "{id}");
        }
    }

    #[test]
    fn ids_are_plain() {
        for id in ["m.bakker", "job-coaching", "a", "k2"] {
            assert!(id.parse::<Id>().is_ok(), "{id}");
        }
        for id in [
            "", "M.bakker", "mа3", "m bakker", "-a", "a-", "2a", "../x", "a\n",
        ] {
            assert!(id.parse::<Id>().is_err(), "{id}");
        }
    }
}
