//! Asking for one field, in the way that its schema asks for: a choice, a list, a line, a story in an editor.

use dialoguer::console::style;
use dialoguer::theme::ColorfulTheme;
use dialoguer::{Editor, Input, MultiSelect};
use serde_json::Value as Schema;
use serde_yaml::{Mapping, Value};

use super::{Asker, Need};
use crate::args;
use crate::cli::recording::choices::{self, Choice, Known};
use crate::cli::recording::likely;
use crate::cli::recording::schema::{field, format, is, property_names, required, step_schema};
use crate::cli::recording::values::scalar;
use crate::cli::{CliError, io_reason};
use crate::finding::Arg;
use crate::locale::Locale;
use crate::report::{printable, printable_line};
use crate::words::{Day, WordFault, parse_format};

impl Asker<'_> {
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
    pub(super) fn question(&self, way: &str, need: Need) -> String {
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

    pub(super) fn value(
        &self,
        schema: &Schema,
        way: &str,
        need: Need,
        record: &Mapping,
    ) -> Result<Option<Value>, CliError> {
        if !likely::asked(way, &self.known(record)) {
            return Ok(None);
        }
        self.ask(schema, way, need, record)
    }

    /// Asks for a field, whether or not it is likely to mean something.
    fn ask(
        &self,
        schema: &Schema,
        way: &str,
        need: Need,
        record: &Mapping,
    ) -> Result<Option<Value>, CliError> {
        let known = self.known(record);
        let need = if likely::wanted(way) {
            Need::Must
        } else {
            need
        };
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
                Some(found) => self.several(&found, way, &known),
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
            let likely = known.before(way).and_then(Value::as_bool).unwrap_or(true);
            return self
                .yes(&self.question(way, Need::Must), likely)
                .map(|yes| Some(yes.into()));
        }
        let private = way.starts_with("annex-");
        let long = private && !way.starts_with("annex-complainant-");
        if long && let Some(editor) = editor() {
            let field = self.question(way, Need::Must);
            let question = self.locale().text_with("ask-editor", &args!(field: field));
            let before = likely::likely(way, &known).unwrap_or_default();
            loop {
                if !self.yes(&question, true)? {
                    return Ok(None);
                }
                let text = Editor::new()
                    .executable(&editor)
                    .extension(".txt")
                    .edit(&before);
                let (key, why) = match text.map(|text| story(&text.unwrap_or_default())) {
                    Ok(Some(text)) => return Ok(Some(text)),
                    Ok(None) => ("ask-editor-nothing", String::new()),
                    Err(dialoguer::Error::IO(error)) => {
                        ("ask-editor-failed", io_reason(&error, self.locale()))
                    }
                };
                let args = args!(editor: editor.as_str(), why: why);
                let said = self.locale().text_with(key, &args);
                self.term.write_line(&printable(&said))?;
                // What was answered before is not lost for an editor that is not there.
                if key == "ask-editor-failed" {
                    break;
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
        let (Some(number), Some(step)) = (number, step) else {
            return Ok(None);
        };
        // Each field is asked for as if the step were recorded anew, with what it says now as the likely answer.
        let written = self.written(number)?;
        let asker = Asker {
            before: Some((step.kind().word().to_owned(), written.clone().into())),
            term: self.term.clone(),
            theme: ColorfulTheme::default(),
            ..*self
        };
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
                let value = asker.ask(field(schema, name), &below, Need::Must, &written)?;
                if let Some(value) = value {
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

    /// Gives a step of the case as it stands in the file.
    fn written(&self, number: usize) -> Result<Mapping, CliError> {
        let Some(case) = self.case else {
            return Ok(Mapping::new());
        };
        let path = self.desk.checked.root.join(case.path());
        let text = std::fs::read_to_string(&path).map_err(|error| CliError::Io(path, error))?;
        let record: Value = serde_yaml::from_str(&text).unwrap_or_default();
        let step = record.get("steps").and_then(|steps| steps.get(number - 1));
        Ok(step
            .and_then(Value::as_mapping)
            .cloned()
            .unwrap_or_default())
    }

    fn one(
        &self,
        found: &[Choice],
        way: &str,
        need: Need,
        known: &Known<'_>,
    ) -> Result<Option<Value>, CliError> {
        let likely = likely::likely(way, known);
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

    fn several(
        &self,
        found: &[Choice],
        way: &str,
        known: &Known<'_>,
    ) -> Result<Option<Value>, CliError> {
        let items: Vec<String> = found
            .iter()
            .map(|(_, shown)| printable_line(shown))
            .collect();
        let question = format!(
            "{} ({})",
            self.question(way, Need::Must),
            self.locale().text("ask-several")
        );
        let before = known.before(way).and_then(Value::as_sequence);
        let was = |value: &Value| before.is_some_and(|before| before.contains(value));
        let was: Vec<bool> = found.iter().map(|(value, _)| was(value)).collect();
        let chosen = loop {
            let select = MultiSelect::with_theme(&self.theme)
                .with_prompt(&question)
                .items(&items)
                .defaults(&was)
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
        // An annex takes any text, for it is never changed; who types it is told at once.
        let format = match way.strip_prefix("annex-") {
            Some("complainant-email") => "mail-address",
            _ => format(schema),
        };
        let locale = self.locale();
        let parse = |text: &str| match format {
            "date" => Some(Day::typed(text).map(drop)),
            _ => parse_format(format, text),
        };
        let too_late = |text: &str| {
            format == "date" && Day::typed(text).is_ok_and(|day| likely::too_late(way, day, known))
        };
        let check = |text: &String| match (text.trim(), parse(text.trim())) {
            ("", _) if need == Need::May => Ok(()),
            ("", _) => Err(expected(locale, "shape-filled")),
            (_, Some(Err(fault))) => Err(match fault {
                WordFault::NoSuchDay => expected(locale, "shape-no-such-day"),
                WordFault::TooLong => locale.text("limit-text"),
                WordFault::Blank => expected(locale, "shape-filled"),
                WordFault::Character => locale.text("ask-character"),
                WordFault::Form => expected(locale, &format!("shape-{format}")),
            }),
            (text, _) if too_late(text) => Err(locale.text("ask-too-late")),
            _ => Ok(()),
        };
        let mut input = Input::<String>::with_theme(&self.theme)
            .with_prompt(self.question(way, need))
            .allow_empty(true);
        match likely::likely(way, known) {
            // Typing another date takes the place of the likely one; a text is likely to be changed a little.
            Some(likely) if need == Need::Must && format == "date" => input = input.default(likely),
            Some(likely) => input = input.with_initial_text(likely),
            None => {}
        }
        let text = input.validate_with(check).interact_text_on(&self.term)?;
        let text = text.trim();
        Ok((!text.is_empty()).then(|| scalar(schema, text)))
    }
}

fn expected(locale: &Locale, key: &str) -> String {
    locale.text_with("ask-expected", &args!(expected: Arg::Key(key.into())))
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
