//! The letter of the step that is being recorded: made from the case as it will be, and kept with that very step.

use super::attachment::Attachment;
use super::draft::Draft;
use super::trial::{self, Trial};
use crate::args;
use crate::cli::CliError;
use crate::cli::letter::{self, LetterFormat};
use crate::cli::session::Checked;
use crate::history::write::Change;
use crate::letters::{self, LetterKind, Request};
use crate::register::read::load_register;
use crate::words::{CaseId, Id};

/// A letter that was asked for with a step.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    kind: LetterKind,
    format: LetterFormat,
}

impl Wanted {
    /// Gives the letter that belongs to the step of a draft; it is an error to ask for one where there is none.
    pub fn of(draft: &Draft) -> Result<Option<Self>, CliError> {
        let Some(format) = draft.letter else {
            return Ok(None);
        };
        let kind = LetterKind::of_step(draft.kind)
            .ok_or_else(|| CliError::User("record-no-letter", args!(step: draft.kind.word())))?;
        Ok(Some(Self { kind, format }))
    }

    /// Gives the place that the letter will have, still empty: the rules want it to be there, and it can only be made from a case
    /// that the rules accept.
    pub fn place(self, checked: &Checked) -> Attachment {
        let name = self.kind.file_name(checked.locale.language());
        Attachment {
            name: format!("{name}.{}", self.format),
            bytes: Vec::new(),
        }
    }

    /// Makes the letter and puts it in its place, the last of the changes. Gives what to know before it is sent, or what the case
    /// lacks, as text.
    pub fn make(
        self,
        draft: &Draft,
        id: CaseId,
        trial: &Trial,
        checked: &Checked,
        changes: &mut [Change],
    ) -> Result<Result<Vec<String>, String>, CliError> {
        let root = trial.dir.path();
        for name in letters::LOGO_NAMES {
            trial::copy(&checked.root.join(name), &root.join(name))?;
        }
        let register = load_register(root)
            .map_err(|error| CliError::Io(root.to_owned(), error))?
            .register;
        let (Some(case), Some(change)) = (register.cases.get(&id), changes.last_mut()) else {
            return Ok(Ok(Vec::new()));
        };
        let employee: Option<Id> = draft
            .text("employee")
            .or_else(|| draft.text("by").filter(|_| self.kind.is_to_employee()))
            .and_then(|id| id.parse().ok());
        let templates = letter::own_templates(&checked.root);
        let request = Request {
            register: &register,
            root,
            case,
            kind: self.kind,
            employee: employee.as_ref().filter(|_| self.kind.is_to_employee()),
            as_of: checked.as_of,
            locale: checked.locale,
            templates: templates.as_deref(),
        };
        match letters::letter(&request) {
            Ok(made) => {
                change.added = letter::bytes(&made, self.kind, self.format, id)?;
                Ok(Ok(
                    letter::remarks(&made, self.format, checked.locale).collect()
                ))
            }
            Err(error) => letter::missing_lines(&error, id, checked.locale)
                .map(Err)
                .ok_or_else(|| letter::failure(&error, checked.locale)),
        }
    }
}
