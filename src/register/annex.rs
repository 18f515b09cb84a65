//! The annex of a case, `private/`: who it was and what was said. The only module that reads an annex.
//!
//! Nothing private leaves it but through [`Annex`], which letters and recording use. To the rest of the program it tells
//! which files and fields are there ([`AnnexFiles`]) and what to look for in public texts ([`Traces`]).

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};

use crate::register::step::StepKind;
use crate::register::trace::Traces;
use crate::register::written::{present, read_text};
use crate::words::{check_story, choice};

/// A private text: any length that fits in a file, line breaks included; a number is read as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(inline, extend("type" = ["string", "integer"], "format" = "story", "pattern" = "\\S"))]
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
                if check_story(text).is_err() {
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
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub phone: Option<Private>,
    /// E-mail address.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub email: Option<Private>,
    /// Postal address.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub address: Option<Private>,
}

/// `private/NN.yaml`: what belongs to step NN and names or describes people.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Annex {
    /// Who complains; with `received`.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub complainant: Option<PrivatePerson>,
    /// The complaint in the complainant's own words; with `received`.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub description: Option<Private>,
    /// What was said; with `contacted` and `surveyed`.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub said: Option<Private>,
    /// The reaction of the employee concerned; with `heard`.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub statement: Option<Private>,
    /// A remark of the employee concerned; with `agreed`.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub remark: Option<Private>,
    /// Why the verdict is what it is; with `decided`. Without an `explanation` there, the complainant reads this word for word.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub reasoning: Option<Private>,
    /// The complainant's answer; with `answered`.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub answer: Option<Private>,
    /// Anything else.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
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
    let annex: Annex = read_text(text)?;
    if annex == Annex::default() {
        return Err(de::Error::custom("empty annex"));
    }
    let fields = AnnexField::ALL
        .iter()
        .copied()
        .filter(|field| annex.has(*field))
        .collect();
    Ok((fields, traces(&annex)))
}

/// Gathers what the annex of a step would give away.
fn traces(annex: &Annex) -> Traces {
    let Some(person) = &annex.complainant else {
        return Traces::default();
    };
    let [phone, email, address] =
        [&person.phone, &person.email, &person.address].map(|it| it.as_ref().map(Private::as_str));
    Traces::of_person(person.name.as_str(), phone, email, address)
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
