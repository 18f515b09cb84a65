//! A step in the making: what options and files say, each value as the type that the schema says.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value as Schema;
use serde_yaml::{Mapping, Value};

use super::StepArgs;
use super::attachment::{self, Attachment, MOST_ATTACHED};
use super::given::{Given, load, unreadable};
use super::schema::{annex_schema, field, step_schema};
use super::values::{arranged, mapping, put, scalar};
use crate::args;
use crate::cli::CliError;
use crate::cli::letter::LetterFormat;
use crate::register::case::Case;
use crate::register::step::StepKind;
use crate::source;
use crate::words::Day;

/// A step in the making.
pub struct Draft {
    /// Which step.
    pub kind: StepKind,
    /// What the record says, `step`, `date` and `by` included as far as they are known.
    pub record: Mapping,
    /// What the annex says.
    pub private: Mapping,
    /// The files.
    pub attachments: Vec<Attachment>,
    /// The form of the letter that is to be made with the step; none where none is wanted.
    pub letter: Option<LetterFormat>,
    /// The fields that an option named, with nothing too: nobody is asked for these.
    pub answered: BTreeSet<String>,
    /// The new values of a correction as options give them, until it is known what step they correct: the way, the text, and
    /// whether it was given before.
    corrected: Vec<(String, String, bool)>,
}

impl Draft {
    /// Puts together what the options and files of the command line say.
    pub fn assemble(
        kind: StepKind,
        given: Option<Given>,
        args: &StepArgs,
    ) -> Result<Self, CliError> {
        let mut draft = Self {
            kind,
            record: Mapping::new(),
            private: Mapping::new(),
            attachments: Vec::new(),
            letter: None,
            answered: BTreeSet::new(),
            corrected: Vec::new(),
        };
        if let Some(given) = given {
            if let Some(other) = given.kind.filter(|other| *other != kind) {
                return Err(CliError::User(
                    "record-other-step",
                    args!(step: kind.word(), other: other.word()),
                ));
            }
            draft.record = given.record;
            draft.private = given.private;
        }
        if let Some(path) = &args.private_from {
            let (text, tree) = load(path)?;
            let root = tree.root.ok_or_else(|| unreadable(path, &text, 0))?;
            let source::Value::Mapping(entries) = &root.value else {
                return Err(unreadable(path, &text, 0));
            };
            draft.private.extend(mapping(annex_schema(), entries));
        }
        for assignment in &args.set {
            let (way, text) = split(assignment)?;
            let again = !draft.answered.insert(way.to_owned());
            match way.strip_prefix("fields.") {
                Some(way) if kind == StepKind::Corrected => {
                    let new = (way.to_owned(), text.to_owned(), again);
                    draft.corrected.push(new);
                }
                _ => put(&mut draft.record, step_schema(kind), way, text, again),
            }
        }
        for assignment in &args.private {
            let (way, text) = split(assignment)?;
            let again = !draft.answered.insert(format!("private.{way}"));
            put(&mut draft.private, annex_schema(), way, text, again);
        }
        for path in &args.attach {
            draft.attach(path)?;
        }
        draft.record.insert("step".into(), kind.word().into());
        Ok(draft)
    }

    /// Adds a file.
    pub fn attach(&mut self, path: &Path) -> Result<(), CliError> {
        let bytes = std::fs::read(path).map_err(|error| CliError::Io(path.to_owned(), error))?;
        let unfit = match bytes.len() {
            // A scan or a download that went wrong.
            0 => Some("record-attachment-empty"),
            length if length > MOST_ATTACHED => Some("record-attachment-large"),
            _ => None,
        };
        if let Some(unfit) = unfit {
            let args = args!(path: path.display().to_string());
            return Err(CliError::User(unfit, args));
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut clean = attachment::clean(&name);
        for n in 2.. {
            if !self
                .attachments
                .iter()
                .any(|other| other.name.eq_ignore_ascii_case(&clean))
            {
                break;
            }
            clean = attachment::clean(&name).replacen('.', &format!("-{n}."), 1);
        }
        self.attachments.push(Attachment { name: clean, bytes });
        Ok(())
    }

    /// Takes the new values of a correction for what the step that they correct takes them.
    pub fn take_as_corrected(&mut self, case: &Case) {
        let number = self.record.get("corrects").and_then(Value::as_u64);
        let index = number.and_then(|number| usize::try_from(number).ok()?.checked_sub(1));
        let step = index.and_then(|index| case.steps.get(index));
        let schema = step.map_or(&Schema::Null, |step| step_schema(step.kind()));
        if let Some(Value::Mapping(fields)) = self.record.get_mut("fields") {
            for (name, value) in fields.iter_mut() {
                let schema = field(schema, name.as_str().unwrap_or_default());
                if let (Some(text), false) = (value.as_str(), schema.is_null()) {
                    *value = scalar(schema, text);
                }
            }
        }
        if self.corrected.is_empty() {
            return;
        }
        let fields = self.record.entry("fields".into());
        let fields = fields.or_insert_with(|| Value::Mapping(Mapping::new()));
        if let Value::Mapping(fields) = fields {
            for (way, text, again) in self.corrected.drain(..) {
                put(fields, schema, &way, &text, again);
            }
        }
    }

    /// Gives a text of the record.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.record.get(name).and_then(Value::as_str)
    }

    /// Gives the date of the step, once it is known.
    pub fn date(&self) -> Option<Day> {
        self.text("date")?.parse().ok()
    }

    /// Brings the fields into the order in which they are always written.
    pub fn arrange(&mut self) {
        self.record = arranged(step_schema(self.kind), &self.record);
        self.private = arranged(annex_schema(), &self.private);
    }
}

fn split(assignment: &str) -> Result<(&str, &str), CliError> {
    let wrong = || CliError::User("record-assignment", args!(text: assignment));
    let (way, text) = assignment.split_once('=').ok_or_else(wrong)?;
    if way.is_empty() || way.split('.').any(str::is_empty) {
        Err(wrong())
    } else {
        Ok((way, text))
    }
}
