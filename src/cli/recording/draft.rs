//! A step in the making: the values of options and files, each as the type that the schema says.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

use serde_json::Value as Schema;
use serde_yaml::{Mapping, Value};

use super::StepArgs;
use crate::args;
use crate::cli::CliError;
use crate::cli::letter::LetterFormat;
use crate::register::case::Case;
use crate::register::files::{Item, classify};
use crate::register::schema::{FileKind, reader_schema};
use crate::register::step::StepKind;
use crate::register::text::decode;
use crate::register::words::{CaseId, Day};
use crate::source::{self, Node, Tree, position};

/// The largest file that can be attached, in bytes.
const MOST_ATTACHED: usize = 25 * 1024 * 1024;

/// A file that belongs to the step.
pub struct Attachment {
    /// The name without the number of the step: `brief.pdf`.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

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
}

/// Gives the schema of a step.
pub fn step_schema(kind: StepKind) -> &'static Schema {
    let alternatives = reader_schema(FileKind::Complaint)
        .pointer("/properties/steps/items/oneOf")
        .and_then(Schema::as_array);
    let found = alternatives.into_iter().flatten().find(|schema| {
        schema
            .pointer("/properties/step/const")
            .and_then(Schema::as_str)
            == Some(kind.word())
    });
    found.unwrap_or(&Schema::Null)
}

/// Gives the schema of the annex.
pub fn annex_schema() -> &'static Schema {
    reader_schema(FileKind::Annex)
}

/// Gives the schema of a field of a mapping; null where none is known.
pub fn field<'s>(schema: &'s Schema, name: &str) -> &'s Schema {
    schema
        .get("properties")
        .and_then(|properties| properties.get(name))
        .unwrap_or(&Schema::Null)
}

/// Tells whether a schema asks for a type.
pub fn is(schema: &Schema, kind: &str) -> bool {
    match schema.get("type") {
        Some(Schema::String(one)) => one == kind,
        Some(Schema::Array(some)) => some.iter().any(|one| one == kind),
        _ => false,
    }
}

/// Gives the form that a schema asks of a text; empty where it asks for none.
pub fn format(schema: &Schema) -> &str {
    schema
        .get("format")
        .and_then(Schema::as_str)
        .unwrap_or_default()
}

/// A file with a step, as it was read.
pub struct Given {
    record: Mapping,
    private: Mapping,
    /// The step that it names.
    pub kind: Option<StepKind>,
}

/// Reads the step of `--from`.
pub fn load_given(path: &Path) -> Result<Given, CliError> {
    let (text, tree) = load(path)?;
    let mut root = tree.root.ok_or_else(|| unreadable(path, &text, 0))?;
    // A step as it stands in the record is an item of a list.
    if let source::Value::Sequence(items) = &mut root.value
        && items.len() == 1
        && let Some(only) = items.pop()
    {
        root = only;
    }
    let kind = root
        .entry("step")
        .and_then(|(_, value)| value.text())
        .and_then(StepKind::of);
    let source::Value::Mapping(entries) = root.value else {
        return Err(unreadable(path, &text, root.span.start));
    };
    let (private, record): (Vec<_>, Vec<_>) = entries
        .into_iter()
        .partition(|(key, _)| key.text() == Some("private"));
    let private = match private.into_iter().next().map(|(_, node)| node.value) {
        Some(source::Value::Mapping(entries)) => entries,
        _ => Vec::new(),
    };
    let schema = kind.map_or(&Schema::Null, step_schema);
    Ok(Given {
        record: mapping(schema, &record),
        private: mapping(annex_schema(), &private),
        kind,
    })
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
            put(&mut draft.record, step_schema(kind), way, text, again);
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
        if bytes.len() > MOST_ATTACHED {
            return Err(CliError::User(
                "record-attachment-large",
                args!(path: path.display().to_string()),
            ));
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut clean = clean(&name);
        for n in 2.. {
            if !self
                .attachments
                .iter()
                .any(|other| other.name.eq_ignore_ascii_case(&clean))
            {
                break;
            }
            clean = self::clean(&name).replacen('.', &format!("-{n}."), 1);
        }
        self.attachments.push(Attachment { name: clean, bytes });
        Ok(())
    }

    /// Takes the new values of a correction for what the step that they correct takes them.
    pub fn take_as_corrected(&mut self, case: &Case) {
        let number = self.record.get("corrects").and_then(Value::as_u64);
        let index = number.and_then(|number| usize::try_from(number).ok()?.checked_sub(1));
        let step = index.and_then(|index| case.steps.get(index));
        let (Some(step), Some(Value::Mapping(fields))) = (step, self.record.get_mut("fields"))
        else {
            return;
        };
        for (name, value) in fields.iter_mut() {
            let schema = field(step_schema(step.kind()), name.as_str().unwrap_or_default());
            if let (Some(text), false) = (value.as_str(), schema.is_null()) {
                *value = scalar(schema, text);
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

fn load(path: &Path) -> Result<(String, Tree), CliError> {
    let failed = |error| CliError::Io(path.to_owned(), error);
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(failed)?;
    } else {
        bytes = std::fs::read(path).map_err(failed)?;
    }
    let text = decode(bytes)
        .map_err(|_| CliError::User("record-not-text", args!(path: path.display().to_string())))?;
    let tree = Tree::parse(&text);
    if let Some(at) = tree
        .error
        .or(tree.too_deep)
        .or(tree.features.first().map(|(_, span)| span.start))
    {
        return Err(unreadable(path, &text, at));
    }
    Ok((text, tree))
}

fn unreadable(path: &Path, text: &str, at: usize) -> CliError {
    let line = position(text, at).line;
    CliError::User(
        "record-not-yaml",
        args!(path: path.display().to_string(), line: line),
    )
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

/// Gives a node of a YAML text as the value that its schema takes it for; what does not fit stays text, and the reader says so.
fn typed(schema: &Schema, node: &Node) -> Value {
    match &node.value {
        source::Value::Scalar { text, plain } if *plain || !is(schema, "string") => {
            scalar(schema, text)
        }
        source::Value::Scalar { text, .. } => text.trim_end_matches('\n').into(),
        source::Value::Sequence(items) => {
            let schema = schema.get("items").unwrap_or(&Schema::Null);
            Value::Sequence(items.iter().map(|item| typed(schema, item)).collect())
        }
        source::Value::Mapping(entries) => Value::Mapping(mapping(schema, entries)),
    }
}

fn mapping(schema: &Schema, entries: &[(Node, Node)]) -> Mapping {
    let named = entries
        .iter()
        .filter_map(|(key, value)| Some((key.text()?, value)));
    named
        .map(|(name, value)| (name.into(), typed(field(schema, name), value)))
        .collect()
}

/// Gives a text as the value that its schema takes it for.
pub fn scalar(schema: &Schema, text: &str) -> Value {
    let read = || serde_yaml::from_str::<Value>(text).ok();
    match text {
        // Where nothing is known of a field, as in a correction, a text means what it means in YAML.
        _ if schema.is_null() => read()
            .filter(|value| !value.is_null())
            .unwrap_or_else(|| text.into()),
        _ if is(schema, "boolean") => yes_or_no(text).map_or_else(|| text.into(), Value::from),
        _ if format(schema) == "date" => {
            Day::typed(text).map_or_else(|_| text.into(), |day| day.to_string().into())
        }
        _ if is(schema, "integer") && !is(schema, "string") => read()
            .filter(Value::is_number)
            .unwrap_or_else(|| text.into()),
        _ => text.into(),
    }
}

/// Understands yes and no in both languages.
fn yes_or_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "ja" | "yes" | "true" => Some(true),
        "nee" | "no" | "false" => Some(false),
        _ => None,
    }
}

/// Puts a value where its way leads: `occurred.date`, `measures.1.kind`.
fn put(mapping: &mut Mapping, schema: &Schema, way: &str, text: &str, again: bool) {
    let (name, rest) = way
        .split_once('.')
        .map_or((way, None), |(name, rest)| (name, Some(rest)));
    let below = field(schema, name);
    match rest {
        Some(rest) if is(below, "array") => {
            let items = below.get("items").unwrap_or(&Schema::Null);
            let (number, rest) = rest
                .split_once('.')
                .map_or((rest, None), |(number, rest)| (number, Some(rest)));
            let (Some(index), Some(rest)) = (
                number.parse::<usize>().ok().and_then(|n| n.checked_sub(1)),
                rest,
            ) else {
                return drop(mapping.insert(name.into(), text.into()));
            };
            let list = mapping
                .entry(name.into())
                .or_insert_with(|| Value::Sequence(Vec::new()));
            if let Value::Sequence(list) = list {
                if index >= list.len() {
                    list.push(Value::Mapping(Mapping::new()));
                }
                // Numbers that leave some out still name measures in the order in which they come.
                let index = index.min(list.len() - 1);
                if let Some(Value::Mapping(item)) = list.get_mut(index) {
                    put(item, items, rest, text, again);
                }
            }
        }
        Some(rest) => {
            let inner = mapping
                .entry(name.into())
                .or_insert_with(|| Value::Mapping(Mapping::new()));
            match inner {
                Value::Mapping(inner) => put(inner, below, rest, text, again),
                other => *other = text.into(),
            }
        }
        None if text.is_empty() => drop(mapping.remove(name)),
        None if is(below, "array") => {
            let items = below.get("items").unwrap_or(&Schema::Null);
            let new = text
                .split(',')
                .map(str::trim)
                .filter(|text| !text.is_empty())
                .map(|text| scalar(items, text));
            match mapping.get_mut(name) {
                Some(Value::Sequence(list)) if again => list.extend(new),
                _ => drop(mapping.insert(name.into(), Value::Sequence(new.collect()))),
            }
        }
        None => drop(mapping.insert(name.into(), scalar(below, text))),
    }
}

fn arranged(schema: &Schema, mapping: &Mapping) -> Mapping {
    let order: Vec<&String> = schema
        .get("properties")
        .and_then(Schema::as_object)
        .map(|p| p.keys().collect())
        .unwrap_or_default();
    let known = order
        .iter()
        .filter_map(|name| Some((Value::from(name.as_str()), mapping.get(name.as_str())?)));
    let unknown = mapping.iter().filter(|(key, _)| {
        !key.as_str()
            .is_some_and(|key| order.iter().any(|name| *name == key))
    });
    let below = |key: &Value, value: &Value| {
        let schema = field(schema, key.as_str().unwrap_or_default());
        match value {
            Value::Mapping(inner) if !schema.is_null() => Value::Mapping(arranged(schema, inner)),
            Value::Sequence(items) => {
                let schema = schema.get("items").unwrap_or(&Schema::Null);
                let arrange = |item: &Value| match item {
                    Value::Mapping(inner) => Value::Mapping(arranged(schema, inner)),
                    other => other.clone(),
                };
                Value::Sequence(items.iter().map(arrange).collect())
            }
            other => other.clone(),
        }
    };
    let unknown = unknown.map(|(key, value)| (key.clone(), value));
    known
        .chain(unknown)
        .map(|(key, value)| {
            let value = below(&key, value);
            (key, value)
        })
        .collect()
}

/// Makes a name that the annex takes: plain ASCII, with an extension, not too long.
fn clean(name: &str) -> String {
    let mut plain = String::new();
    for c in name.chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '_' => plain.push(c),
            _ if plain.ends_with('-') => {}
            _ => plain.push('-'),
        }
    }
    let (stem, extension) = plain.rsplit_once('.').unwrap_or((&plain, ""));
    let trimmed = |text: &str, most: usize| -> String {
        text.trim_matches(['-', '.']).chars().take(most).collect()
    };
    let (stem, extension) = (trimmed(stem, 60), trimmed(extension, 20));
    let stem = if stem.is_empty() { "file" } else { &stem };
    let extension = if extension.is_empty() {
        "bin"
    } else {
        &extension
    };
    let clean = format!("{stem}.{extension}");
    let id = CaseId {
        year: 2000,
        number: 1,
    };
    // What the register takes for litter gets an extension that it does not.
    match classify(&format!("2000/{id}/private/01-{clean}")) {
        Ok(Item::Attachment(..)) => clean,
        _ => format!("{clean}.bin"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_names_that_the_annex_takes() {
        for (name, expected) in [
            ("brief.pdf", "brief.pdf"),
            ("Brief van klant (2).PDF", "Brief-van-klant-2.PDF"),
            ("één.jpg", "n.jpg"),
            ("scan", "scan.bin"),
            (".pdf", "file.pdf"),
            ("a.swp", "a.swp.bin"),
            ("../../x.txt", "x.txt"),
            ("notes.txt~", "notes.txt"),
        ] {
            let clean = clean(name);
            assert_eq!(clean, expected, "{name}");
            assert!(
                matches!(
                    classify(&format!("2026/2026-0001/private/01-{clean}")),
                    Ok(Item::Attachment(..))
                ),
                "{clean}"
            );
        }
    }

    #[test]
    fn values_get_the_types_of_their_fields() {
        let mut record = Mapping::new();
        let schema = step_schema(StepKind::Offered);
        for (way, text) in [
            ("measures.1.kind", "redress"),
            ("measures.1.id", "true"),
            ("measures.2.id", "b"),
            ("told", "2026-03-01"),
        ] {
            put(&mut record, schema, way, text, false);
        }
        let measures = record["measures"].as_sequence().unwrap();
        assert_eq!(
            (measures.len(), &measures[0]["id"]),
            (2, &Value::from("true"))
        );
        put(
            &mut record,
            step_schema(StepKind::Reported),
            "appeal_explained",
            "true",
            false,
        );
        assert_eq!(record["appeal_explained"], Value::from(true));
        let reported = step_schema(StepKind::Reported);
        for (text, value) in [
            ("ja", Value::from(true)),
            ("Nee", Value::from(false)),
            ("yes", Value::from(true)),
            ("no", Value::from(false)),
            ("false", Value::from(false)),
            ("misschien", "misschien".into()),
        ] {
            put(&mut record, reported, "appeal_explained", text, false);
            assert_eq!(record["appeal_explained"], value, "{text}");
        }
        for (text, value) in [
            ("27-11-2026", "2026-11-27"),
            ("27/11/2026", "2026-11-27"),
            ("31-11-2026", "31-11-2026"),
        ] {
            put(&mut record, reported, "to_complainant", text, false);
            assert_eq!(record["to_complainant"], Value::from(value), "{text}");
        }
        let received = step_schema(StepKind::Received);
        put(&mut record, received, "about", "k.smit, m.bakker", false);
        put(&mut record, received, "about", "p.vos", true);
        assert_eq!(record["about"].as_sequence().unwrap().len(), 3);
        put(&mut record, received, "about", "", false);
        assert!(!record.contains_key("about"));
    }
}
