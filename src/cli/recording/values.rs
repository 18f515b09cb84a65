//! Texts as the values that the schema takes them for, and the order in which these are written.

use serde_json::Value as Schema;
use serde_yaml::{Mapping, Value};

use super::schema::{field, format, is};
use crate::locale::Locale;
use crate::source::{self, Node};
use crate::words::{Day, Language};

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

pub fn mapping(schema: &Schema, entries: &[(Node, Node)]) -> Mapping {
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
        _ => choice(schema, text).unwrap_or(text).into(),
    }
}

/// Gives the word of a choice that a text means, in whichever language it is said.
fn choice<'s>(schema: &'s Schema, text: &str) -> Option<&'s str> {
    let words = schema.get("enum")?.as_array()?;
    let words: Vec<&str> = words.iter().filter_map(Schema::as_str).collect();
    if words.contains(&text) {
        return None;
    }
    let asked = text.trim().to_lowercase();
    Language::ALL.iter().find_map(|language| {
        let locale = Locale::of(*language);
        let said = |word: &&str| locale.meaning(&words, word);
        let fits = |word: &&str| {
            *word == asked || said(word).is_some_and(|said| said.to_lowercase() == asked)
        };
        words.iter().copied().find(fits)
    })
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
pub fn put(mapping: &mut Mapping, schema: &Schema, way: &str, text: &str, again: bool) {
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

pub fn arranged(schema: &Schema, mapping: &Mapping) -> Mapping {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::recording::schema::step_schema;
    use crate::register::step::StepKind;

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
        for (way, text, value) in [
            ("channel", "telefoon", "phone"),
            ("channel", "In person", "in-person"),
            ("channel", "Letter", "letter"),
            ("channel", "fax", "fax"),
            ("complainant", "Opdrachtgever", "principal"),
            ("commissioned_by.kind", "gemeente", "municipality"),
        ] {
            put(&mut record, received, way, text, false);
            let mut found = &Value::Mapping(record.clone());
            for key in way.split('.') {
                found = &found[key];
            }
            assert_eq!(found, &Value::from(value), "{way}={text}");
        }
        put(&mut record, received, "about", "k.smit, m.bakker", false);
        put(&mut record, received, "about", "p.vos", true);
        assert_eq!(record["about"].as_sequence().unwrap().len(), 3);
        put(&mut record, received, "about", "", false);
        assert!(!record.contains_key("about"));
    }
}
