//! Asking on a terminal for what is missing of a step, field by field of the schema.

use std::path::PathBuf;

use dialoguer::console::{Term, style};
use dialoguer::theme::ColorfulTheme;
use dialoguer::{Editor, Input, MultiSelect, Select};
use serde_json::Value as Schema;
use serde_yaml::{Mapping, Value};

use super::Desk;
use super::choices::{self, Choice, Known};
use super::draft::{self, Draft, annex_schema, field, is, step_schema};
use crate::args;
use crate::cli::CliError;
use crate::cli::letter::LetterFormat;
use crate::finding::Arg;
use crate::letters::LetterKind;
use crate::locale::Locale;
use crate::register::annex::{AnnexNeed, annex_need};
use crate::register::case::Case;
use crate::register::step::StepKind;
use crate::register::words::{Day, WordFault, parse_format};
use crate::report::{printable, printable_line};
use crate::workflow::{Standing, next_steps};

/// Who asks.
pub struct Asker<'a> {
    desk: &'a Desk,
    case: Option<&'a Case>,
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
            term: Term::stderr(),
            theme: ColorfulTheme::default(),
        }
    }

    fn locale(&self) -> &'a Locale {
        &self.desk.checked.locale
    }

    fn known<'k>(&self, record: &'k Mapping) -> Known<'k>
    where
        'a: 'k,
    {
        Known {
            desk: self.desk,
            case: self.case,
            record,
        }
    }

    /// Says how to stop.
    pub fn begin(&self) -> Result<(), CliError> {
        let text = self.locale().text("ask-begin");
        Ok(self.term.write_line(&style(text).dim().to_string())?)
    }

    /// Asks which step is to be recorded.
    pub fn step(&self, standing: &Standing<'_>) -> Result<StepKind, CliError> {
        let mut next = next_steps(standing);
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
        let missing = match need {
            Some(AnnexNeed::File) => true,
            Some(AnnexNeed::FieldOrFile(field)) => !draft.private.contains_key(field.word()),
            _ => false,
        };
        if missing && draft.attachments.is_empty() && draft.letter.is_none() {
            draft.letter = self.letter(draft.kind)?;
            if draft.letter.is_none() {
                let path = self.file()?;
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
    pub fn amend(&self, draft: &mut Draft) -> Result<bool, CliError> {
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
        let mut items = vec![self.locale().text("ask-leave")];
        let shown = |name: &String| {
            let way = match name.strip_prefix("private.") {
                Some(private) => format!("annex-{private}"),
                None => format!("{}-{name}", draft.kind.word()),
            };
            self.question(&way, Need::Must)
        };
        items.extend(names.iter().map(shown));
        let chosen = self.select(&self.locale().text("ask-amend"), &items, 0)?;
        let Some(name) = chosen.checked_sub(1).and_then(|index| names.get(index)) else {
            return Ok(false);
        };
        match name.strip_prefix("private.") {
            Some(private) => drop(draft.private.remove(private)),
            None => drop(draft.record.remove(name.as_str())),
        }
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

    /// Asks after Esc, which is easily pressed, whether what was answered is to be thrown away.
    fn stop(&self) -> Result<(), CliError> {
        let items = ["ask-no", "ask-yes"].map(|key| self.locale().text(key));
        let stops = Select::with_theme(&self.theme)
            .with_prompt(self.locale().text("ask-stop"))
            .items(items)
            .default(0)
            .interact_on_opt(&self.term)?;
        match stops {
            Some(0) => Ok(()),
            _ => Err(CliError::Stopped),
        }
    }

    /// Says what a field is for.
    fn explain(&self, way: &str, schema: &Schema) -> Result<(), CliError> {
        let english = || {
            schema
                .get("description")
                .and_then(Schema::as_str)
                .map(str::to_owned)
        };
        if let Some(text) = self.locale().field(way).or_else(english) {
            self.term
                .write_line(&style(printable_line(&text)).dim().to_string())?;
        }
        Ok(())
    }

    /// Gives the name of a field as it is asked for, with a sign where it may be left empty.
    fn question(&self, way: &str, need: Need) -> String {
        let field = way.rsplit('-').next().unwrap_or_default();
        let name = choices::field_name(way, self.locale());
        // In the user's language, and as it will stand in the file.
        let (name, field) = match &name {
            Some(name) => (name.as_str(), vec![field.to_owned()]),
            None => (field, Vec::new()),
        };
        let optional = (need == Need::May).then(|| self.locale().text("ask-optional"));
        let more: Vec<String> = field.into_iter().chain(optional).collect();
        if more.is_empty() {
            name.to_owned()
        } else {
            format!("{name} ({})", more.join(", "))
        }
    }

    fn value(
        &self,
        schema: &Schema,
        way: &str,
        need: Need,
        record: &Mapping,
    ) -> Result<Option<Value>, CliError> {
        let known = self.known(record);
        if !choices::asked(way, &known) {
            return Ok(None);
        }
        let items = schema.get("items").unwrap_or(&Schema::Null);
        if is(schema, "array") && is(items, "object") {
            return self.list(items, schema, way, record);
        }
        if is(schema, "object") && schema.get("properties").is_some() {
            return self.object(schema, way, need, record);
        }
        self.explain(way, schema)?;
        if is(schema, "object") {
            return self.corrections(way, record);
        }
        let found = choices::choices(way, &known);
        if is(schema, "array") {
            return match found {
                Some(found) => self.several(&found, way),
                None => Ok(None),
            };
        }
        if let Some(words) = schema.get("enum").and_then(Schema::as_array) {
            let words: Vec<&str> = words.iter().filter_map(Schema::as_str).collect();
            return self.one(&choices::words(&words, self.locale()), way, need, &known);
        }
        if let Some(found) = found {
            return self.one(&found, way, need, &known);
        }
        if is(schema, "boolean") {
            return self
                .yes(&self.question(way, Need::Must), true)
                .map(|yes| Some(yes.into()));
        }
        let private = way.starts_with("annex-");
        let long = private && !way.starts_with("annex-complainant-");
        if long && let Some(editor) = editor() {
            let field = self.question(way, Need::Must);
            let question = self.locale().text_with("ask-editor", &args!(field: field));
            if !self.yes(&question, true)? {
                return Ok(None);
            }
            match Editor::new().executable(&editor).extension(".txt").edit("") {
                Ok(text) => return Ok(story(&text.unwrap_or_default())),
                // What was answered before is not lost for an editor that is not there.
                Err(error) => {
                    let args = args!(editor: editor, why: error.to_string());
                    let failed = self.locale().text_with("ask-editor-failed", &args);
                    self.term.write_line(&printable(&failed))?;
                }
            }
        }
        self.line(schema, way, need, &known)
    }

    /// Asks for the fields of an object; of one that may be left out, the first decides whether it is there.
    fn object(
        &self,
        schema: &Schema,
        way: &str,
        need: Need,
        record: &Mapping,
    ) -> Result<Option<Value>, CliError> {
        let mut object = Mapping::new();
        for (index, name) in property_names(schema).enumerate() {
            let must = required(schema, name) && (need == Need::Must || index > 0);
            let value = self.value(
                field(schema, name),
                &format!("{way}-{name}"),
                if must { Need::Must } else { Need::May },
                record,
            )?;
            match value {
                Some(value) => drop(object.insert(name.into(), value)),
                None if need == Need::May && required(schema, name) => return Ok(None),
                None => {}
            }
        }
        Ok((!object.is_empty()).then_some(Value::Mapping(object)))
    }

    fn list(
        &self,
        items: &Schema,
        schema: &Schema,
        way: &str,
        record: &Mapping,
    ) -> Result<Option<Value>, CliError> {
        self.explain(way, schema)?;
        let mut list = Vec::new();
        let name = self.question(way, Need::Must);
        while self.yes(
            &self.locale().text_with(
                "ask-another",
                &args!(field: name.as_str(), number: list.len() + 1),
            ),
            list.is_empty(),
        )? {
            list.extend(self.object(items, way, Need::Must, record)?);
        }
        Ok((!list.is_empty()).then_some(Value::Sequence(list)))
    }

    /// Asks which fields of the corrected step should have been otherwise.
    fn corrections(&self, way: &str, record: &Mapping) -> Result<Option<Value>, CliError> {
        let number = record
            .get("corrects")
            .and_then(Value::as_u64)
            .and_then(|number| usize::try_from(number).ok());
        let step = number.and_then(|number| self.case?.steps.get(number.checked_sub(1)?));
        let Some(step) = step else { return Ok(None) };
        let schema = step_schema(step.kind());
        let names: Vec<String> = property_names(schema)
            .filter(|name| !matches!(*name, "step" | "by"))
            .map(str::to_owned)
            .collect();
        let asked =
            |name: &String| self.question(&format!("{}-{name}", step.kind().word()), Need::Must);
        let items: Vec<String> = names.iter().map(asked).collect();
        let question = self.question(way, Need::Must);
        let mut fields = Mapping::new();
        loop {
            let name = self.select(&question, &items, 0)?;
            if let Some(name) = names.get(name) {
                let below = format!("{}-{name}", step.kind().word());
                if let Some(value) = self.value(field(schema, name), &below, Need::Must, record)? {
                    fields.insert(name.as_str().into(), value);
                }
            }
            if !self.yes(
                &self.locale().text_with(
                    "ask-another",
                    &args!(field: question.as_str(), number: fields.len() + 1),
                ),
                false,
            )? {
                return Ok(Some(Value::Mapping(fields)));
            }
        }
    }

    fn one(
        &self,
        found: &[Choice],
        way: &str,
        need: Need,
        known: &Known<'_>,
    ) -> Result<Option<Value>, CliError> {
        let likely = choices::likely(way, known);
        let likely = likely.and_then(|likely| {
            found
                .iter()
                .position(|(value, _)| value.as_str() == Some(&likely))
        });
        let mut items: Vec<String> = found
            .iter()
            .map(|(_, shown)| printable_line(shown))
            .collect();
        if need == Need::May {
            items.push(self.locale().text("ask-none"));
        }
        let chosen = self.select(&self.question(way, need), &items, likely.unwrap_or(0))?;
        Ok(found.get(chosen).map(|(value, _)| value.clone()))
    }

    fn several(&self, found: &[Choice], way: &str) -> Result<Option<Value>, CliError> {
        let items: Vec<String> = found
            .iter()
            .map(|(_, shown)| printable_line(shown))
            .collect();
        let question = format!(
            "{} ({})",
            self.question(way, Need::Must),
            self.locale().text("ask-several")
        );
        let chosen = loop {
            let select = MultiSelect::with_theme(&self.theme)
                .with_prompt(&question)
                .items(&items)
                .max_length(12);
            match select.interact_on_opt(&self.term)? {
                Some(chosen) => break chosen,
                None => self.stop()?,
            }
        };
        let values = chosen
            .into_iter()
            .filter_map(|index| found.get(index))
            .map(|(value, _)| value.clone());
        Ok(Some(Value::Sequence(values.collect())))
    }

    fn line(
        &self,
        schema: &Schema,
        way: &str,
        need: Need,
        known: &Known<'_>,
    ) -> Result<Option<Value>, CliError> {
        let format = draft::format(schema);
        let locale = self.locale();
        let parse = |text: &str| match format {
            "date" => Some(Day::typed(text).map(drop)),
            _ => parse_format(format, text),
        };
        let check = |text: &String| match (text.trim(), parse(text.trim())) {
            ("", _) if need == Need::May => Ok(()),
            ("", _) => Err(expected(locale, "shape-filled")),
            (_, Some(Err(fault))) => Err(match fault {
                WordFault::NoSuchDay => expected(locale, "shape-no-such-day"),
                WordFault::TooLong => locale.text("limit-text"),
                WordFault::Blank => expected(locale, "shape-filled"),
                WordFault::Character => expected(locale, "shape-escaped-character"),
                WordFault::Form => expected(locale, &format!("shape-{format}")),
            }),
            _ => Ok(()),
        };
        let mut input = Input::<String>::with_theme(&self.theme)
            .with_prompt(self.question(way, need))
            .allow_empty(true);
        match choices::likely(way, known) {
            // Typing another date takes the place of the likely one; a text is likely to be changed a little.
            Some(likely) if need == Need::Must && format == "date" => input = input.default(likely),
            Some(likely) => input = input.with_initial_text(likely),
            None => {}
        }
        let text = input.validate_with(check).interact_text_on(&self.term)?;
        let text = text.trim();
        Ok((!text.is_empty()).then(|| draft::scalar(schema, text)))
    }

    fn file(&self) -> Result<PathBuf, CliError> {
        self.term
            .write_line(&style(self.locale().text("ask-file-help")).dim().to_string())?;
        let locale = self.locale();
        let check = |text: &String| match PathBuf::from(text.trim()).is_file() {
            true => Ok(()),
            false => Err(locale.text("ask-no-such-file")),
        };
        let input = Input::<String>::with_theme(&self.theme)
            .with_prompt(locale.text("ask-file"))
            .validate_with(check);
        Ok(PathBuf::from(input.interact_text_on(&self.term)?.trim()))
    }
}

fn expected(locale: &Locale, key: &str) -> String {
    locale.text_with("ask-expected", &args!(expected: Arg::Key(key.into())))
}

fn property_names(schema: &Schema) -> impl Iterator<Item = &str> {
    schema
        .get("properties")
        .and_then(Schema::as_object)
        .into_iter()
        .flat_map(|p| p.keys().map(String::as_str))
}

fn required(schema: &Schema, name: &str) -> bool {
    schema
        .get("required")
        .and_then(Schema::as_array)
        .is_some_and(|required| required.iter().any(|one| one == name))
}

/// Takes a text as it came out of an editor; empty is none.
fn story(text: &str) -> Option<Value> {
    let text = text.replace("\r\n", "\n");
    let text = text.trim();
    (!text.is_empty()).then(|| text.into())
}

/// Gives the editor that the user chose.
fn editor() -> Option<String> {
    ["VISUAL", "EDITOR"]
        .iter()
        .filter_map(std::env::var_os)
        .map(|editor| editor.to_string_lossy().into_owned())
        .find(|editor| !editor.trim().is_empty())
}
