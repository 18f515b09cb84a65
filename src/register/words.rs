//! The small words of a record, each a type: a day, a case id, a staff id, a name, a text.
//! Every one is parsed once, when it is read, and is valid from then on. Imports nothing of the project but `characters`.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};

use crate::register::characters;

/// Says why a text is not the word that it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordFault {
    /// Not written as the word is written (`format` of the schema says how).
    Form,
    /// Written as a date, but there is no such day.
    NoSuchDay,
    /// Nothing but white space.
    Blank,
    /// Longer than a text may be.
    TooLong,
    /// Holds a character that [`characters`] refuses, written as an escape.
    Character,
}

impl fmt::Display for WordFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "not in the expected form",
            Self::NoSuchDay => "no such day",
            Self::Blank => "empty text",
            Self::TooLong => "text too long",
            Self::Character => "forbidden character",
        })
    }
}

impl std::error::Error for WordFault {}

/// Says which words there are, where a text is none of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownWord {
    /// The words that there are.
    pub choices: Vec<&'static str>,
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.choices.join(", "))
    }
}

impl std::error::Error for UnknownWord {}

/// Gives a word its serde and schema forms, both from its `FromStr` and its format name.
macro_rules! word {
    ($type:ident, $format:literal, $schema:expr) => {
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Word;
                impl Visitor<'_> for Word {
                    type Value = $type;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($format)
                    }
                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$type, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                // Not `deserialize_str`: a plain `12` or `true` is a number or a boolean, not a text.
                deserializer.deserialize_any(Word)
            }
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    };
}

/// Gives words that are kept as they are written that form again.
macro_rules! as_written {
    ($($type:ident),*) => {
        $(
            impl $type {
                /// Gives it as it is written.
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl fmt::Display for $type {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(&self.0)
                }
            }
        )*
    };
}

as_written!(Id, RuleCode, Text, Figure, MailAddress, WebAddress);

/// A calendar day, written `2026-03-02`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub NaiveDate);

impl Day {
    /// Counts the days from `earlier` to this day; negative when `earlier` is later.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// Understands a day as people type it: `2026-03-02`, or the Dutch way, `2-3-2026` and `02/03/2026`.
    ///
    /// # Errors
    /// When it is neither, or there is no such day.
    pub fn typed(text: &str) -> Result<Self, WordFault> {
        let parts: Vec<&str> = text.split(['-', '/']).collect();
        match parts.as_slice() {
            [day, month, year] if day.len() <= 2 && month.len() <= 2 && year.len() == 4 => {
                format!("{year}-{month:0>2}-{day:0>2}").parse()
            }
            _ => text.parse(),
        }
    }

    /// Gives the year of the day.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Gives the last year that is over on the day: on 31 December its own.
    pub fn last_whole_year(self) -> i32 {
        self.0
            .succ_opt()
            .map_or(self.year(), |next| next.year() - 1)
    }
}

impl FromStr for Day {
    type Err = WordFault;
    fn from_str(text: &str) -> Result<Self, WordFault> {
        let b = text.as_bytes();
        let form = b.len() == 10
            && b.iter().enumerate().all(|(i, c)| {
                if i == 4 || i == 7 {
                    *c == b'-'
                } else {
                    c.is_ascii_digit()
                }
            });
        if !form {
            return Err(WordFault::Form);
        }
        let number = |range: &[u8]| range.iter().fold(0u32, |n, c| n * 10 + u32::from(c - b'0'));
        let year = number(&b[..4]);
        // A register of this century; year 0000 and 1026 are slips of the pen, not dates.
        if !(1900..=2199).contains(&year) {
            return Err(WordFault::NoSuchDay);
        }
        NaiveDate::from_ymd_opt(year.cast_signed(), number(&b[5..7]), number(&b[8..]))
            .map(Self)
            .ok_or(WordFault::NoSuchDay)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let d = self.0;
        write!(f, "{:04}-{:02}-{:02}", d.year(), d.month(), d.day())
    }
}

word!(
    Day,
    "date",
    schemars::json_schema!({
        "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    })
);

/// A case number: the year, a hyphen, four digits: `2026-0007`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseId {
    /// Year of registration.
    pub year: u16,
    /// Number in that year, from 1, without gaps.
    pub number: u32,
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

/// A text that people read: not blank, at most 4,000 characters, no control or invisible characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(Box<str>);

impl Text {
    /// The most characters that a text in the record may have; longer stories belong in the annex.
    pub const MOST: usize = 4000;
}

impl FromStr for Text {
    type Err = WordFault;
    fn from_str(text: &str) -> Result<Self, WordFault> {
        if text.trim().is_empty() {
            return Err(WordFault::Blank);
        }
        if text.len() > Self::MOST && text.chars().count() > Self::MOST {
            return Err(WordFault::TooLong);
        }
        if characters::first_forbidden(text).is_some() {
            return Err(WordFault::Character);
        }
        Ok(Self(text.trim_end().into()))
    }
}

word!(
    Text,
    "text",
    schemars::json_schema!({ "type": "string", "format": "text", "maxLength": Text::MOST, "pattern": "\\S" })
);

/// A figure as it stood: a count, `7`, or so many of so many, `5/6`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure(String);

impl FromStr for Figure {
    type Err = WordFault;
    fn from_str(text: &str) -> Result<Self, WordFault> {
        let count = |text: &str| text.parse::<u32>().ok().filter(|n| n.to_string() == text);
        let is_one = match text.split_once('/') {
            Some((hits, of)) => count(hits)
                .zip(count(of))
                .is_some_and(|(hits, of)| hits <= of),
            None => count(text).is_some(),
        };
        is_one.then(|| Self(text.to_owned())).ok_or(WordFault::Form)
    }
}

word!(
    Figure,
    "figure",
    schemars::json_schema!({ "type": "string", "format": "figure", "pattern": "^[0-9]+(/[0-9]+)?$" })
);

/// The form of an e-mail address, for programs that read the schema.
pub const MAIL_ADDRESS: &str = "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+$";

/// An e-mail address, as a mail program and git take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailAddress(Box<str>);

impl FromStr for MailAddress {
    type Err = WordFault;
    fn from_str(text: &str) -> Result<Self, WordFault> {
        let (local, host) = text.split_once('@').ok_or(WordFault::Form)?;
        let plain = |part: &str, more: &str| {
            let fits = |c: char| c.is_ascii_alphanumeric() || more.contains(c);
            part.chars().all(fits) && part.split('.').all(|label| !label.is_empty())
        };
        let fits = plain(local, ".!#$%&'*+/=?^_`{|}~-") && plain(host, ".-") && text.len() <= 254;
        fits.then(|| Self(text.into())).ok_or(WordFault::Form)
    }
}

word!(
    MailAddress,
    "mail-address",
    schemars::json_schema!({
        "type": "string", "format": "mail-address", "maxLength": 254,
        "pattern": MAIL_ADDRESS
    })
);

/// The address of a site, which a browser opens: `https://klachten.example.org/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress(Box<str>);

impl FromStr for WebAddress {
    type Err = WordFault;
    fn from_str(text: &str) -> Result<Self, WordFault> {
        let rest = ["https://", "http://"]
            .iter()
            .find_map(|scheme| text.strip_prefix(scheme));
        let host = rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
        let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '`');
        let fits = host && text.chars().all(plain) && text.len() <= 2000;
        fits.then(|| Self(text.into())).ok_or(WordFault::Form)
    }
}

word!(
    WebAddress,
    "web-address",
    schemars::json_schema!({
        "type": "string", "format": "web-address", "maxLength": 2000,
        "pattern": "^https?://[A-Za-z0-9][!#-;=?-\\[\\]^_a-~]*$"
    })
);

/// Parses the word that a schema's `format` names; `None` for a format that is not one of ours.
pub fn parse_format(format: &str, text: &str) -> Option<Result<(), WordFault>> {
    Some(match format {
        "date" => text.parse::<Day>().map(drop),
        "case-id" => text.parse::<CaseId>().map(drop),
        "id" => text.parse::<Id>().map(drop),
        "rule-code" => text.parse::<RuleCode>().map(drop),
        "text" => text.parse::<Text>().map(drop),
        "figure" => text.parse::<Figure>().map(drop),
        "mail-address" => text.parse::<MailAddress>().map(drop),
        "web-address" => text.parse::<WebAddress>().map(drop),
        "term" => text.parse::<crate::calendar::Span>().map(drop),
        "day-of-year" => text.parse::<crate::calendar::DayOfYear>().map(drop),
        _ => return None,
    })
}

pub(crate) use word;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_one_way() {
        assert_eq!(
            "2026-03-02".parse::<Day>().unwrap().to_string(),
            "2026-03-02"
        );
        for (text, fault) in [
            ("2026-3-2", WordFault::Form),
            ("02-03-2026", WordFault::Form),
            ("2026-02-30", WordFault::NoSuchDay),
            ("0026-02-03", WordFault::NoSuchDay),
            ("2026-02-03T10:00", WordFault::Form),
            ("٢٠٢٦-١١", WordFault::Form),
        ] {
            assert_eq!(text.parse::<Day>(), Err(fault), "{text}");
        }
    }

    #[test]
    fn an_address_is_one_that_can_be_used() {
        for text in [
            "p.vos@example.org",
            "P.Vos+klacht@mail.example.org",
            "o'brien@localhost",
        ] {
            assert!(text.parse::<MailAddress>().is_ok(), "{text}");
        }
        for text in [
            "",
            "p.vos",
            "l.claessen @x.example",
            "x> <p.vos@example.org",
            "a@b.example\nBcc: z@example.org",
            "a@b@c.example",
            "@example.org",
            "p.vos@",
            "p..vos@example.org",
            "p.vos@example.org ",
        ] {
            assert_eq!(text.parse::<MailAddress>(), Err(WordFault::Form), "{text}");
        }
        for text in [
            "https://klachten.example.org/",
            "http://10.0.0.1:8080/a?b=c#d",
        ] {
            assert!(text.parse::<WebAddress>().is_ok(), "{text}");
        }
        for text in [
            "javascript:alert(1)",
            "klachten.example.org",
            "https://",
            "https:///x",
            "https://a b.example",
            "https://a.example/\"><script>",
            "https://a.example/\\x",
        ] {
            assert_eq!(text.parse::<WebAddress>(), Err(WordFault::Form), "{text}");
        }
    }

    #[test]
    fn a_day_is_typed_in_more_ways_than_it_is_written() {
        let day: Day = "2026-03-02".parse().unwrap();
        for text in [
            "2026-03-02",
            "02-03-2026",
            "2-3-2026",
            "2/3/2026",
            "02/03/2026",
        ] {
            assert_eq!(Day::typed(text), Ok(day), "{text}");
        }
        for (text, fault) in [
            ("31-02-2026", WordFault::NoSuchDay),
            ("03-13-2026", WordFault::NoSuchDay),
            ("0-3-2026", WordFault::NoSuchDay),
            ("-3-2026", WordFault::NoSuchDay),
            ("2-3-26", WordFault::Form),
            ("2-3-٢٠", WordFault::Form),
            ("2026-3-2", WordFault::Form),
            ("2-3", WordFault::Form),
            ("2 maart 2026", WordFault::Form),
            ("a-3-2026", WordFault::Form),
        ] {
            assert_eq!(Day::typed(text), Err(fault), "{text}");
        }
    }

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
