//! The small words of a record, each a type: a day, a case id, a staff id, a name, a text.
//! Every one is parsed once, when it is read, and is valid from then on. Imports nothing of the project.

mod address;
pub mod characters;
mod day;
mod id;
mod label;
mod span;
mod text;

use std::fmt;

pub use address::{MAIL_ADDRESS, MailAddress, WebAddress};
pub use day::{Day, DayOfYear};
pub use id::{CaseId, Id, RuleCode, StaffId};
pub use label::{Label, Language, Translated};
pub use span::{Span, Unit};
pub use text::{Figure, Text, check_story};

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

/// Gives a word its serde and schema forms, both from its `FromStr` and its format name; with `or_number`, a number is read as the
/// text that it is written as.
macro_rules! word {
    ($type:ident, $format:literal, $schema:expr $(, $or_number:ident)?) => {
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                struct Word;
                impl ::serde::de::Visitor<'_> for Word {
                    type Value = $type;
                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str($format)
                    }
                    fn visit_str<E: ::serde::de::Error>(self, text: &str) -> Result<$type, E> {
                        text.parse().map_err(E::custom)
                    }
                    $(
                        #[doc = stringify!($or_number)]
                        fn visit_u64<E: ::serde::de::Error>(self, number: u64) -> Result<$type, E> {
                            self.visit_str(&number.to_string())
                        }
                    )?
                }
                // Not `deserialize_str`: a plain `12` or `true` is a number or a boolean, not a text.
                deserializer.deserialize_any(Word)
            }
        }

        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl ::schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    };
}
pub(crate) use word;

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

            impl ::std::fmt::Display for $type {
                fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                    f.write_str(&self.0)
                }
            }
        )*
    };
}
use as_written;

/// An enumeration of the format: its words in YAML, the order in which they are shown.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize, ::schemars::JsonSchema)]
        #[schemars(inline)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every value, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Gives the word that stands in YAML.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::words::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let found = Self::ALL.iter().copied().find(|value| value.word() == text);
                found.ok_or_else(|| $crate::words::UnknownWord {
                    choices: Self::ALL.iter().map(|value| value.word()).collect(),
                })
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}
pub(crate) use choice;

/// Parses the word that a schema's `format` names; `None` for a format that is not one of ours.
pub fn parse_format(format: &str, text: &str) -> Option<Result<(), WordFault>> {
    Some(match format {
        "date" => text.parse::<Day>().map(drop),
        "case-id" => text.parse::<CaseId>().map(drop),
        "id" => text.parse::<Id>().map(drop),
        "rule-code" => text.parse::<RuleCode>().map(drop),
        "text" => text.parse::<Text>().map(drop),
        "story" => check_story(text),
        "figure" => text.parse::<Figure>().map(drop),
        "mail-address" => text.parse::<MailAddress>().map(drop),
        "web-address" => text.parse::<WebAddress>().map(drop),
        "term" => text.parse::<Span>().map(drop),
        "day-of-year" => text.parse::<DayOfYear>().map(drop),
        _ => return None,
    })
}
