//! Texts that people read, and figures that they sign.

use std::str::FromStr;

use super::characters;
use super::{WordFault, as_written, word};

as_written!(Text, Figure);

/// A text that people read: not blank, at most 4,000 characters, no control or invisible characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Box<str>);

impl Text {
    /// The most characters that a text in the record may have; longer stories belong in the annex.
    pub const MOST: usize = 4000;
}

impl FromStr for Text {
    type Err = WordFault;
    fn from_str(text: &str) -> Result<Self, WordFault> {
        if text.len() > Self::MOST && text.chars().count() > Self::MOST {
            return Err(WordFault::TooLong);
        }
        check_story(text)?;
        Ok(Self(text.trim_end().into()))
    }
}

/// Checks a text of any length: not blank, no control or invisible characters.
///
/// # Errors
/// What is wrong with it.
pub fn check_story(text: &str) -> Result<(), WordFault> {
    if text.trim().is_empty() {
        return Err(WordFault::Blank);
    }
    match characters::first_forbidden(text) {
        Some(_) => Err(WordFault::Character),
        None => Ok(()),
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
    schemars::json_schema!({ "type": ["string", "integer"], "format": "figure", "pattern": "^[0-9]+(/[0-9]+)?$", "minimum": 0, "maximum": u32::MAX }),
    or_number
);
