//! The annex of a case, `private/`: who it was and what was said. The only module that reads an annex.
//!
//! Nothing private leaves it but through [`Annex`], which letters and recording use. To the rest of the program it tells
//! which files and fields are there ([`AnnexFiles`]) and whether a text of the record holds something of them ([`Traces`]).

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};

use crate::register::characters;
use crate::register::step::{StepKind, choice, present};
use crate::register::written::there;

/// A private text: any length that fits in a file, line breaks included; a number is read as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(inline, extend("type" = ["string", "integer"]))]
pub struct Private(String);

impl Private {
    /// Gives the private text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Private {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Story;
        impl Visitor<'_> for Story {
            type Value = Private;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Private, E> {
                if text.trim().is_empty() || characters::first_forbidden(text).is_some() {
                    return Err(E::custom("empty text or forbidden character"));
                }
                Ok(Private(text.to_owned()))
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Private, E> {
                Ok(Private(number.to_string()))
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Private, E> {
                Ok(Private(number.to_string()))
            }
        }
        deserializer.deserialize_any(Story)
    }
}

/// Who complains.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct PrivatePerson {
    /// Name.
    pub name: Private,
    /// Telephone number.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub phone: Option<Private>,
    /// E-mail address.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub email: Option<Private>,
    /// Postal address.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub address: Option<Private>,
}

/// `private/NN.yaml`: what belongs to step NN and names or describes people.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Annex {
    /// Who complains; with `received`.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub complainant: Option<PrivatePerson>,
    /// The complaint in the complainant's own words; with `received`.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub description: Option<Private>,
    /// What was said; with `contacted` and `surveyed`.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub said: Option<Private>,
    /// The reaction of the employee concerned; with `heard`.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub statement: Option<Private>,
    /// A remark of the employee concerned; with `agreed`.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub remark: Option<Private>,
    /// Why the verdict is what it is; with `decided`. Without an `explanation` there, the complainant reads this word for word.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub reasoning: Option<Private>,
    /// The complainant's answer; with `answered`.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub answer: Option<Private>,
    /// Anything else.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub notes: Option<Private>,
}

choice!(
    /// A field that the annex of a step may be required to have.
    AnnexField {
        /// Who complains.
        Complainant = "complainant",
        /// The complaint itself.
        Description = "description",
        /// The employee's reaction.
        Statement = "statement",
        /// The grounds of the verdict.
        Reasoning = "reasoning",
    }
);

impl Annex {
    fn has(&self, field: AnnexField) -> bool {
        match field {
            AnnexField::Complainant => self.complainant.is_some(),
            AnnexField::Description => self.description.is_some(),
            AnnexField::Statement => self.statement.is_some(),
            AnnexField::Reasoning => self.reasoning.is_some(),
        }
    }
}

/// Which files of an annex belong to one step; what is in them stays there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AnnexFiles {
    /// `NN.yaml` is there, with these fields.
    pub record: Option<Vec<AnnexField>>,
    /// `NN.yaml` is there but cannot be read, which has its own finding.
    pub unreadable: bool,
    /// How many further files there are: letters, scans.
    pub attachments: usize,
}

/// What the annex of a step must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnnexNeed {
    /// These fields in `NN.yaml`.
    Fields(&'static [AnnexField]),
    /// This field in `NN.yaml`, or a file in its place.
    FieldOrFile(AnnexField),
    /// A file: the letter as sent, the signed paper.
    File,
}

/// Gives what the annex of a step must hold, or nothing (design, section 3; clauses 1, 3, 4, 5 and 6).
pub const fn annex_need(kind: StepKind) -> Option<AnnexNeed> {
    match kind {
        StepKind::Received => Some(AnnexNeed::Fields(&[
            AnnexField::Complainant,
            AnnexField::Description,
        ])),
        StepKind::Heard => Some(AnnexNeed::FieldOrFile(AnnexField::Statement)),
        StepKind::Decided => Some(AnnexNeed::FieldOrFile(AnnexField::Reasoning)),
        StepKind::Acknowledged | StepKind::Refused | StepKind::Reported => Some(AnnexNeed::File),
        _ => None,
    }
}

/// Parses `private/NN.yaml` and keeps of it what the register may know.
///
/// # Errors
/// The parser's, when the text is not an annex.
pub fn parse_annex(text: &str) -> Result<(Vec<AnnexField>, Traces), serde_yaml::Error> {
    let annex: Annex = there(serde_yaml::Deserializer::from_str(text))?;
    if annex == Annex::default() {
        return Err(de::Error::custom("empty annex"));
    }
    let fields = AnnexField::ALL
        .iter()
        .copied()
        .filter(|field| annex.has(*field))
        .collect();
    Ok((fields, Traces::of(&annex)))
}

/// Why an annex that is there was not read.
#[derive(Debug)]
pub enum AnnexError {
    /// The file cannot be read.
    Io(PathBuf, io::Error),
    /// The file is not an annex.
    Malformed(PathBuf),
}

/// Loads what the annex of a step says, for letters and recording: `dir` is that of the case, `files` what is known of it.
///
/// # Errors
/// When the file is there but cannot be read, or is not an annex.
pub fn load_annex(
    root: &Path,
    dir: &str,
    step: usize,
    files: Option<&AnnexFiles>,
) -> Result<Option<Annex>, AnnexError> {
    let Some(files) = files else { return Ok(None) };
    let path = private_dir(root, dir).join(format!("{step:02}.yaml"));
    if files.unreadable {
        return Err(AnnexError::Malformed(path));
    }
    if files.record.is_none() {
        return Ok(None);
    }
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => return Err(AnnexError::Io(path, error)),
    };
    serde_yaml::from_str(&text)
        .map(Some)
        .map_err(|_| AnnexError::Malformed(path))
}

/// Loads everything that is kept of a step in `private/`: what the annex says, and the names of the other files.
///
/// # Errors
/// When a file is there but cannot be read, or the annex is not one.
pub fn load_private(
    root: &Path,
    dir: &str,
    step: usize,
    files: Option<&AnnexFiles>,
) -> Result<(serde_yaml::Mapping, Vec<String>), AnnexError> {
    let annex = load_annex(root, dir, step, files)?;
    let fields = match annex.map(serde_yaml::to_value) {
        Some(Ok(serde_yaml::Value::Mapping(fields))) => fields,
        _ => serde_yaml::Mapping::new(),
    };
    let mut names = Vec::new();
    if files.is_some_and(|files| files.attachments > 0) {
        let place = private_dir(root, dir);
        let failed = |error| AnnexError::Io(place.clone(), error);
        let start = format!("{step:02}-");
        for entry in std::fs::read_dir(&place).map_err(failed)? {
            let name = entry.map_err(failed)?.file_name();
            let name = name.to_string_lossy();
            names.extend(name.starts_with(&start).then(|| name.into_owned()));
        }
        names.sort();
    }
    Ok((fields, names))
}

/// Gives the directory in which the annex of a case is kept.
pub fn private_dir(root: &Path, dir: &str) -> PathBuf {
    root.join(dir).join("private")
}

choice!(
    /// What of a person turned up where it should not.
    Trace {
        /// A name.
        Name = "name",
        /// A telephone number.
        Phone = "phone",
        /// An e-mail address.
        Email = "email",
        /// A postal address.
        Address = "address",
    }
);

/// What would give a person away, kept only to look for it; it cannot be read out.
#[derive(Default)]
pub struct Traces(Vec<(Trace, String)>);

impl Traces {
    fn of(annex: &Annex) -> Self {
        let Some(person) = &annex.complainant else {
            return Self::default();
        };
        let mut traces = Vec::new();
        let name: String = folded(person.name.as_str().trim_end()).collect();
        // Initials and short words would turn up everywhere; the surname with what stands before it does not.
        let surname: Vec<&str> = name.split(' ').filter(|part| !part.contains('.')).collect();
        let surname = surname.join(" ");
        match surname
            .split(' ')
            .next_back()
            .filter(|last| last.chars().count() >= 5)
        {
            // Wherever the whole name stands, its last word stands too.
            Some(last) => traces.push((Trace::Name, last.to_owned())),
            None => {
                let long = [name, surname]
                    .into_iter()
                    .filter(|candidate| candidate.chars().count() >= 4);
                traces.extend(long.map(|candidate| (Trace::Name, candidate)));
            }
        }
        if let Some(phone) = &person.phone {
            let digits: String = phone
                .as_str()
                .chars()
                .filter(char::is_ascii_digit)
                .collect();
            if digits.len() >= 7 {
                traces.push((Trace::Phone, digits));
            }
        }
        for (trace, text) in [
            (Trace::Email, &person.email),
            (Trace::Address, &person.address),
        ] {
            for line in text.iter().flat_map(|text| text.as_str().lines()) {
                let line: String = folded(line.trim_end()).collect();
                if line.chars().count() >= 6 {
                    traces.push((trace, line));
                }
            }
        }
        Self(traces)
    }

    /// Adds what another annex of the case gives away.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Tells whether there is nothing to look for.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Tells what of a person a text holds, if anything.
    pub fn found_in(&self, text: &str) -> Option<Trace> {
        let there = |(trace, needle): &&(Trace, String)| match trace {
            Trace::Phone => holds_number(text, needle),
            Trace::Name | Trace::Email | Trace::Address => holds_word(text, needle),
        };
        self.0.iter().find(there).map(|(trace, _)| *trace)
    }
}

/// Lower case and single spaces, so that a name is found over a line break and in capitals.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> {
    let mut before = ' ';
    let spaced = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c });
    let single = spaced.filter(move |c| std::mem::replace(&mut before, *c) != ' ' || *c != ' ');
    single.flat_map(char::to_lowercase)
}

/// Tells whether a text, folded, holds something as a word of its own. The text is folded only where it may begin.
fn holds_word(text: &str, needle: &str) -> bool {
    let Some(first) = needle.chars().next() else {
        return false;
    };
    let begins = |c: char| {
        if c.is_ascii() {
            c.to_ascii_lowercase() == first
        } else {
            c.to_lowercase().next() == Some(first)
        }
    };
    text.match_indices(begins)
        .any(|(at, _)| is_word_at(text, at, needle))
}

/// Tells whether something, folded, stands at a place in a text as a word of its own.
pub(crate) fn is_word_at(text: &str, at: usize, needle: &str) -> bool {
    let joined = text[..at]
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric);
    let mut rest = folded(&text[at..]);
    !joined
        && needle.chars().all(|c| rest.next() == Some(c))
        && !rest.next().is_some_and(char::is_alphanumeric)
}

/// Tells whether a text holds a number, whatever people put between its digits.
fn holds_number(text: &str, digits: &str) -> bool {
    let Some(first) = digits.chars().next() else {
        return false;
    };
    let between = |c: &char| c.is_whitespace() || matches!(c, '-' | '(' | ')' | '.' | '/');
    text.match_indices(first).any(|(at, _)| {
        let mut rest = text[at..].chars().filter(|c| !between(c));
        digits.chars().all(|digit| rest.next() == Some(digit))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn traces() -> Traces {
        let text = "complainant: {name: J. de Wit, phone: 06-12345678, email: j@voorbeeld.example, address: Dorpsstraat 12}\n";
        parse_annex(text).unwrap().1
    }

    #[test]
    fn finds_what_gives_a_person_away() {
        for (text, trace) in [
            ("Mevrouw DE WIT belde", Trace::Name),
            ("J.\n  de   Wit", Trace::Name),
            ("bel 06 1234 5678 terug", Trace::Phone),
            ("mail J@VOORBEELD.example.", Trace::Email),
            ("woont Dorpsstraat 12 in Stein", Trace::Address),
        ] {
            assert_eq!(traces().found_in(text), Some(trace), "{text}");
        }
        let long = parse_annex("complainant: {name: A. van Bergen Jr.}\n")
            .unwrap()
            .1;
        assert_eq!(
            long.found_in("met A. van Bergen jr. en anderen"),
            Some(Trace::Name)
        );
        assert_eq!(
            traces().found_in("06 is 06, maar 06-12 (345) 678 niet"),
            Some(Trace::Phone)
        );
        for text in [
            "De witte auto",
            "Dorpsstraat 123",
            "de Wittenberg",
            "0612345679",
            "Afspraak op 12-3",
        ] {
            assert_eq!(traces().found_in(text), None, "{text}");
        }
    }
}
