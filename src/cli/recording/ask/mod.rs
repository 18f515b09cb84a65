//! Asking on a terminal for what is missing of a step, field by field of the schema.

mod field;

use std::path::{Path, PathBuf};

use dialoguer::console::{Term, style};
use dialoguer::theme::ColorfulTheme;
use dialoguer::{Input, Select};
use serde_yaml::{Mapping, Value};

use super::Desk;
use super::choices::{self, Known};
use super::draft::Draft;
use super::schema::{annex_schema, field, property_names, required, step_schema};
use crate::cli::CliError;
use crate::cli::letter::LetterFormat;
use crate::letters::LetterKind;
use crate::locale::Locale;
use crate::register::annex::{AnnexNeed, annex_need};
use crate::register::case::Case;
use crate::register::step::StepKind;
use crate::workflow::{Standing, next_steps};

/// Who asks.
pub struct Asker<'a> {
    desk: &'a Desk,
    case: Option<&'a Case>,
    /// What a field said before it is asked for again, with the way to it.
    before: Option<(String, Value)>,
    term: Term,
    theme: ColorfulTheme,
}

impl From<dialoguer::Error> for CliError {
    fn from(error: dialoguer::Error) -> Self {
        let dialoguer::Error::IO(error) = error;
        match error.kind() {
            std::io::ErrorKind::Interrupted | std::io::ErrorKind::UnexpectedEof => {
                // A question that is broken off leaves the cursor hidden, in the middle of a line.
                let term = Term::stderr();
                let _ = term.show_cursor().and_then(|()| term.write_line(""));
                Self::Stopped
            }
            _ => Self::Output(error),
        }
    }
}

/// Whether a field must have a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Must,
    May,
}

impl<'a> Asker<'a> {
    pub fn new(desk: &'a Desk, case: Option<&'a Case>) -> Self {
        // Ctrl-C comes as an answer to the question that is asked, and does not end the program in the middle of it. Set
        // once; a second time says no more than that.
        let _ = ctrlc::set_handler(|| {});
        Self {
            desk,
            case,
            before: None,
            term: Term::stderr(),
            theme: ColorfulTheme::default(),
        }
    }

    fn locale(&self) -> &'a Locale {
        self.desk.checked.locale
    }

    fn known<'k>(&'k self, record: &'k Mapping) -> Known<'k>
    where
        'a: 'k,
    {
        Known {
            desk: self.desk,
            case: self.case,
            record,
            before: self.before.as_ref(),
        }
    }

    /// Says how to stop.
    pub fn begin(&self) -> Result<(), CliError> {
        let text = self.locale().text("ask-begin");
        Ok(self.term.write_line(&style(text).dim().to_string())?)
    }

    /// Asks which step is to be recorded.
    pub fn step(&self, standing: &Standing<'_>) -> Result<StepKind, CliError> {
        let mut next = next_steps(standing, self.desk.checked.register.procedure.as_ref());
        next.sort_by_key(|next| !next.usual);
        let name = |kind: StepKind| self.locale().text(&format!("step-{}", kind.word()));
        let items: Vec<String> = next
            .iter()
            .map(|next| format!("{} ({})", name(next.step), next.step.word()))
            .collect();
        let chosen = self.select(&self.locale().text("ask-step"), &items, 0)?;
        next.get(chosen)
            .map(|next| next.step)
            .ok_or(CliError::Stopped)
    }

    /// Asks for what a draft does not say yet.
    pub fn fill(&self, draft: &mut Draft) -> Result<(), CliError> {
        let mut record = std::mem::take(&mut draft.record);
        let schema = step_schema(draft.kind);
        for name in property_names(schema).filter(|name| !matches!(*name, "step" | "by")) {
            if record.contains_key(name)
                || draft
                    .answered
                    .iter()
                    .any(|way| way == name || way.starts_with(&format!("{name}.")))
            {
                continue;
            }
            let way = format!("{}-{name}", draft.kind.word());
            let need = if required(schema, name) {
                Need::Must
            } else {
                Need::May
            };
            let value = self.value(field(schema, name), &way, need, &record)?;
            draft.answered.insert(name.to_owned());
            if let Some(value) = value {
                record.insert(name.into(), value);
            }
        }
        draft.record = record;
        self.fill_annex(draft)
    }

    fn fill_annex(&self, draft: &mut Draft) -> Result<(), CliError> {
        let need = annex_need(draft.kind);
        for name in choices::annex_fields(draft.kind) {
            if draft.private.contains_key(*name)
                || draft.answered.contains(&format!("private.{name}"))
            {
                continue;
            }
            let must = matches!(need, Some(AnnexNeed::Fields(fields)) if fields.iter().any(|field| field.word() == *name));
            let need = if must { Need::Must } else { Need::May };
            let value = self.value(
                field(annex_schema(), name),
                &format!("annex-{name}"),
                need,
                &draft.record,
            )?;
            draft.answered.insert(format!("private.{name}"));
            if let Some(value) = value {
                draft.private.insert((*name).into(), value);
            }
        }
        if lacks_file(draft) {
            draft.letter = self.letter(draft.kind)?;
            if draft.letter.is_none()
                && let Some(path) = self.file()?
            {
                draft.attach(&path)?;
            }
        }
        Ok(())
    }

    /// Offers to make the letter that belongs to a step, in a form that can be sent; none where a file is to be named.
    fn letter(&self, step: StepKind) -> Result<Option<LetterFormat>, CliError> {
        // Of what was only said, a letter is nothing that was sent.
        if !matches!(annex_need(step), Some(AnnexNeed::File)) || LetterKind::of_step(step).is_none()
        {
            return Ok(None);
        }
        let forms = [LetterFormat::Pdf, LetterFormat::Eml, LetterFormat::Html];
        let mut items: Vec<String> = forms
            .iter()
            .map(|form| self.locale().text(&format!("ask-letter-{form}")))
            .collect();
        items.push(self.locale().text("ask-letter-none"));
        let chosen = self.select(&self.locale().text("ask-letter"), &items, 0)?;
        Ok(forms.get(chosen).copied())
    }

    /// Asks which field is to be put right after findings; none when it is to be left at that.
    pub fn amend(&mut self, draft: &mut Draft) -> Result<bool, CliError> {
        let own = draft
            .record
            .keys()
            .filter_map(Value::as_str)
            .filter(|name| !matches!(*name, "step" | "by"));
        let missing =
            property_names(step_schema(draft.kind)).filter(|name| !matches!(*name, "step" | "by"));
        let mut names: Vec<String> = own.map(str::to_owned).collect();
        names.extend(
            missing
                .filter(|name| !draft.record.contains_key(*name))
                .map(str::to_owned),
        );
        names.extend(
            choices::annex_fields(draft.kind)
                .iter()
                .map(|name| format!("private.{name}")),
        );
        let kind = draft.kind.word();
        let way = |name: &str| match name.strip_prefix("private.") {
            Some(private) => format!("annex-{private}"),
            None => format!("{kind}-{name}"),
        };
        let shown = |name: &String| self.question(&way(name), Need::Must);
        let mut items: Vec<String> = names.iter().map(shown).collect();
        if lacks_file(draft) {
            items.insert(0, self.locale().text("ask-file"));
            names.insert(0, String::new());
        }
        items.push(self.locale().text("ask-leave"));
        let name = loop {
            let chosen = self.select(&self.locale().text("ask-amend"), &items, 0)?;
            match names.get(chosen) {
                Some(name) => break name,
                None if self.stops()? => return Ok(false),
                None => {}
            }
        };
        let before = match name.strip_prefix("private.") {
            Some(private) => draft.private.remove(private),
            None => draft.record.remove(name.as_str()),
        };
        self.before = before.map(|before| (way(name), before));
        draft
            .answered
            .retain(|way| way != name && !way.starts_with(&format!("{name}.")));
        self.fill(draft)?;
        Ok(true)
    }

    /// Asks whether to go on.
    pub fn confirm(&self) -> Result<bool, CliError> {
        self.yes(&self.locale().text("ask-confirm"), true)
    }

    fn yes(&self, question: &str, likely: bool) -> Result<bool, CliError> {
        let items = [self.locale().text("ask-yes"), self.locale().text("ask-no")];
        Ok(self.select(question, &items, usize::from(!likely))? == 0)
    }

    fn select(&self, question: &str, items: &[String], at: usize) -> Result<usize, CliError> {
        loop {
            let select = Select::with_theme(&self.theme)
                .with_prompt(question)
                .items(items)
                .default(at)
                .max_length(12);
            match select.interact_on_opt(&self.term)? {
                Some(chosen) => return Ok(chosen),
                None => self.stop()?,
            }
        }
    }

    /// Asks after Esc, which is easily pressed, whether to stop.
    fn stop(&self) -> Result<(), CliError> {
        if self.stops()? {
            return Err(CliError::Stopped);
        }
        Ok(())
    }

    /// Asks whether what was answered is to be thrown away.
    fn stops(&self) -> Result<bool, CliError> {
        let items = ["ask-no", "ask-yes"].map(|key| self.locale().text(key));
        let stops = Select::with_theme(&self.theme)
            .with_prompt(self.locale().text("ask-stop"))
            .items(items)
            .default(0)
            .interact_on_opt(&self.term)?;
        Ok(stops != Some(0))
    }

    /// Asks for a file; none where it is not at hand.
    fn file(&self) -> Result<Option<PathBuf>, CliError> {
        self.term
            .write_line(&style(self.locale().text("ask-file-help")).dim().to_string())?;
        let locale = self.locale();
        let check = |text: &String| {
            let path = Path::new(text.trim());
            match path {
                _ if text.trim().is_empty() || path.is_file() => Ok(()),
                _ if path.is_dir() => Err(locale.text("ask-directory")),
                _ => Err(locale.text("ask-no-such-file")),
            }
        };
        let input = Input::<String>::with_theme(&self.theme)
            .with_prompt(locale.text("ask-file"))
            .allow_empty(true)
            .validate_with(check);
        let text = input.interact_text_on(&self.term)?;
        let path = text.trim();
        Ok((!path.is_empty()).then(|| PathBuf::from(path)))
    }
}

/// Tells whether the annex must have a file that it does not have yet.
fn lacks_file(draft: &Draft) -> bool {
    let needed = match annex_need(draft.kind) {
        Some(AnnexNeed::File) => true,
        Some(AnnexNeed::FieldOrFile(field)) => !draft.private.contains_key(field.word()),
        _ => false,
    };
    needed && draft.attachments.is_empty() && draft.letter.is_none()
}
