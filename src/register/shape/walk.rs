//! A text and its schema side by side.

use std::collections::BTreeMap;

use serde_json::Value as Schema;

use super::form::{
    bounds, expected_word, first_and_last, last_key, shape, subject, types_of, wanted, written_of,
};
use super::{Fault, MOST_FAULTS, MOST_STEPS, nearest, schema_of};
use crate::args;
use crate::finding::{Arg, Args};
use crate::register::step::StepKind;
use crate::source::{Node, Route, Segment, Spot, Value};
use crate::words::{WordFault, parse_format};

/// The most characters of a wrong value that a message repeats.
const MOST_SHOWN: usize = 100;

pub struct Walk {
    /// What was found.
    pub faults: Vec<Fault>,
    /// The step that is looked at.
    pub step: Option<StepKind>,
    /// Nothing that an annex says is repeated in a message.
    pub private: bool,
}

impl Walk {
    fn fault(&mut self, code: &'static str, spot: Spot, args: Args) {
        if self.has_enough() {
            return;
        }
        self.faults.push(Fault {
            code,
            spot,
            args,
            step: self.step,
        });
    }

    /// Says of a list or a mapping that something belongs in it.
    fn empty(&mut self, route: &Route, expected: &str, found: &str) {
        let (expected, found) = (Arg::Key(expected.into()), Arg::Key(found.into()));
        let args = args!(key: last_key(route), expected: expected, found: found);
        self.fault("K010", Spot::Value(route.clone()), args);
    }

    /// Tells whether more than can be told was found already.
    const fn has_enough(&self) -> bool {
        self.faults.len() > MOST_FAULTS
    }

    /// Gives what stands there, or the word for nothing.
    fn shown(&self, text: &str) -> Arg {
        match text.trim() {
            "" => Arg::Key("shape-null".into()),
            _ if self.private => Arg::Key("shape-private".into()),
            _ => shortened(text).into(),
        }
    }

    /// Compares a value with its schema.
    pub fn value(&mut self, schema: &Schema, node: &Node, route: &Route) {
        if let Some(alternatives) = schema.get("oneOf").and_then(Schema::as_array) {
            return self.step(alternatives, node, route);
        }
        if let Some(alternatives) = schema.get("anyOf").and_then(Schema::as_array) {
            // A label: a text, or a mapping of texts. The kind of the node tells which was meant.
            let wanted = kind_of(node);
            let meant = alternatives
                .iter()
                .find(|a| a.get("type").and_then(Schema::as_str) == Some(wanted));
            if let Some(schema) = meant.or(alternatives.first()) {
                self.value(schema, node, route);
            }
            return;
        }
        let types = types_of(schema);
        // A word that YAML takes for something else is a wrong word; so is a number where a date belongs.
        let written = node.text().is_some() && kind_of(node) != "null";
        if written && schema.get("enum").is_some() && !schema["enum"][0].is_boolean() {
            return self.scalar(schema, node.text().unwrap_or_default(), route);
        }
        if written
            && schema.get("format").is_some_and(|format| format == "date")
            && kind_of(node) != "string"
        {
            let args = args!(key: last_key(route), expected: Arg::Key("shape-date".into()), found: self.shown(node.text().unwrap_or_default()));
            return self.fault("K012", Spot::Value(route.clone()), args);
        }
        if !types.is_empty() && !types.iter().any(|t| fits(t, node)) {
            let (expected, [least, most]) = match bounds(schema) {
                [Some(least), Some(most)] => ("between", [least, most]),
                _ => (expected_word(schema, types[0]), [0, 0]),
            };
            let expected = Arg::Key(shape(expected, route));
            let found = match (node.text(), &node.value) {
                // Between quotation marks a number or a yes is a text.
                (Some(text), Value::Scalar { plain: false, .. }) if !self.private => {
                    format!("\"{}\"", shortened(text)).into()
                }
                (Some(text), _) => self.shown(text),
                (None, _) => Arg::Key(format!("shape-{}", kind_of(node))),
            };
            if node.text().is_some_and(|text| text.is_empty()) && node.span.is_empty()
                || kind_of(node) == "null"
            {
                let name = subject(route);
                return self.fault(
                    "K010",
                    Spot::Value(route.clone()),
                    args!(key: name, expected: expected, found: Arg::Key("shape-null".into()), least: least, most: most),
                );
            }
            let mut args = args!(key: subject(route), expected: expected, found: found, least: least, most: most);
            let text = node.text().filter(|_| !self.private);
            if let Some(form) = text.and_then(|text| written_of(schema, text)) {
                let form = match route.0.last() {
                    Some(Segment::Index(_)) => format!("- {form}"),
                    _ => format!("{}: {form}", last_key(route)),
                };
                args.insert("form", form.into());
            }
            return self.fault("K010", Spot::Value(route.clone()), args);
        }
        match &node.value {
            Value::Scalar { text, .. } => self.scalar(schema, text, route),
            Value::Sequence(items) => {
                if route.0.len() == 1 && last_key(route) == "steps" && items.len() > MOST_STEPS {
                    let limit = Arg::Key("limit-steps".into());
                    self.fault(
                        "K013",
                        Spot::Value(route.then(MOST_STEPS)),
                        args!(limit: limit),
                    );
                    return;
                }
                if items.is_empty() && schema.get("minItems").is_some() {
                    self.empty(route, "shape-filled-list", "shape-empty-list");
                }
                if let Some(schema) = schema.get("items") {
                    for (index, item) in items.iter().enumerate() {
                        self.value(schema, item, &route.then(index));
                    }
                }
            }
            Value::Mapping(entries) => self.mapping(schema, entries, route),
        }
    }

    /// Finds which step was meant by its name and checks it as that.
    fn step(&mut self, alternatives: &[Schema], node: &Node, route: &Route) {
        let Value::Mapping(entries) = &node.value else {
            let found = Arg::Key(format!("shape-{}", kind_of(node)));
            return self.fault(
                "K010",
                Spot::Value(route.clone()),
                args!(key: "steps", expected: Arg::Key("shape-step".into()), found: found),
            );
        };
        let Some((_, name)) = node.entry("step") else {
            self.duplicates(entries);
            // `Step: received` and `stap: received` are no field that is missing.
            let names = |(_, value): &&(Node, Node)| value.text().and_then(StepKind::of).is_some();
            if let Some((key, _)) = entries.first().filter(names) {
                let name = self.shown(key.text().unwrap_or_default());
                let known = Arg::List(vec!["step".into()]);
                let args = args!(key: name, near: "step", known: known);
                return self.fault("K008", Spot::Bytes(key.span.clone()), args);
            }
            return self.fault("K009", Spot::Value(route.clone()), args!(key: "step"));
        };
        let word = name.text().unwrap_or_default();
        let Some(kind) = StepKind::of(word) else {
            let near = nearest(word, StepKind::ALL.iter().map(|kind| kind.word()));
            return self.fault(
                "K007",
                Spot::Value(route.then("step")),
                args!(step: shortened(word), near: near),
            );
        };
        if let Some(schema) = schema_of(alternatives, word) {
            self.step = Some(kind);
            self.mapping(schema, entries, route);
            self.step = None;
        }
    }

    /// Compares a mapping with its schema.
    pub fn mapping(&mut self, schema: &Schema, entries: &[(Node, Node)], route: &Route) {
        self.duplicates(entries);
        let empty = serde_json::Map::new();
        let properties = schema
            .get("properties")
            .and_then(Schema::as_object)
            .unwrap_or(&empty);
        let closed = schema.get("additionalProperties") == Some(&Schema::Bool(false));
        if entries.is_empty() && schema.get("minProperties").is_some() {
            self.empty(route, "shape-filled-mapping", "shape-empty-mapping");
        }
        // A field under a name that is nearly its own is told once, by that name.
        let mut meant = Vec::new();
        for (key, value) in entries {
            if self.has_enough() {
                return;
            }
            let Some(name) = key.text() else {
                self.fault(
                    "K003",
                    Spot::Bytes(key.span.clone()),
                    args!(hint: Arg::Key("yaml-key".into())),
                );
                continue;
            };
            let below = route.then(name.to_owned());
            match (properties.get(name), schema.get("additionalProperties")) {
                (Some(property), _) => self.value(property, value, &below),
                (None, Some(other @ Schema::Object(_))) => {
                    self.key_pattern(schema, name, key);
                    self.value(other, value, &below);
                }
                (None, _) if closed => {
                    let there =
                        |known: &&String| !entries.iter().any(|(k, _)| k.text() == Some(known));
                    let near = nearest(name, properties.keys().filter(there).map(String::as_str));
                    let known = properties.keys().map(|k| Arg::Text(k.clone())).collect();
                    let name = self.shown(name);
                    let args = args!(key: name, near: near.as_str(), known: Arg::List(known));
                    self.fault("K008", Spot::Bytes(key.span.clone()), args);
                    meant.push(near);
                }
                (None, _) => {}
            }
        }
        for required in schema
            .get("required")
            .and_then(Schema::as_array)
            .into_iter()
            .flatten()
        {
            let Some(name) = required.as_str() else {
                continue;
            };
            let is_there = entries.iter().any(|(key, _)| key.text() == Some(name));
            if !is_there && !meant.iter().any(|meant| meant == name) {
                let below = route.then(name.to_owned());
                let mut args = args!(key: name);
                if let Some(property) = properties.get(name) {
                    args.extend(wanted(property, &below));
                }
                self.fault("K009", Spot::Value(below), args);
            }
        }
    }

    fn key_pattern(&mut self, schema: &Schema, name: &str, key: &Node) {
        // The only open mapping with a pattern of its own is that of the years.
        let years = schema.pointer("/propertyNames/pattern").is_some();
        let is_number = name.bytes().all(|b| b.is_ascii_digit());
        let is_year = name.len() == 4 && is_number && !name.starts_with('0');
        let plain = matches!(key.value, Value::Scalar { plain: true, .. });
        if years && !(is_year && plain) {
            let found = match plain {
                true => shortened(name),
                false => format!("\"{}\"", shortened(name)),
            };
            self.fault(
                "K010",
                Spot::Bytes(key.span.clone()),
                args!(key: shortened(name), expected: Arg::Key("shape-year".into()), found: found),
            );
        }
    }

    fn duplicates(&mut self, entries: &[(Node, Node)]) {
        let mut seen: BTreeMap<&str, &Node> = BTreeMap::new();
        for (key, _) in entries {
            let Some(name) = key.text() else { continue };
            if seen.insert(name, key).is_some() {
                let name = self.shown(name);
                self.fault("K004", Spot::Bytes(key.span.clone()), args!(key: name));
            }
        }
    }

    fn scalar(&mut self, schema: &Schema, text: &str, route: &Route) {
        let spot = || Spot::Value(route.clone());
        if let Some(words) = schema.get("enum").and_then(Schema::as_array) {
            let words: Vec<&str> = words.iter().filter_map(Schema::as_str).collect();
            if !words.is_empty() && !words.contains(&text) {
                let near = nearest(text, words.iter().copied());
                let choices = words.iter().map(|w| Arg::from(*w)).collect();
                self.fault("K011", spot(), args!(key: last_key(route), found: shortened(text), near: near, choices: Arg::List(choices)));
            }
            return;
        }
        if let Some(format) = schema.get("format").and_then(Schema::as_str)
            && let Some(Err(fault)) = parse_format(format, text)
        {
            let key = last_key(route);
            let wrong = |expected: &str| args!(key: key.as_str(), expected: Arg::Key(expected.into()), found: self.shown(text));
            let of_month = first_and_last(text).filter(|_| format == "date");
            let (code, args) = match (fault, format, of_month) {
                (_, _, Some([first, last])) => {
                    let mut args = wrong("shape-no-such-day-of-month");
                    args.extend(args!(first: first, last: last));
                    ("K012", args)
                }
                (WordFault::NoSuchDay, "day-of-year", _) => {
                    ("K012", wrong("shape-no-such-day-of-year"))
                }
                (WordFault::NoSuchDay, ..) => ("K012", wrong("shape-no-such-day")),
                (_, "date", _) => ("K012", wrong("shape-date")),
                (WordFault::Blank, ..) => ("K010", wrong("shape-filled")),
                (WordFault::TooLong, ..) => ("K013", args!(limit: Arg::Key("limit-text".into()))),
                (WordFault::Character, ..) => {
                    let character = Arg::Key("shape-escaped-character".into());
                    ("K002", args!(character: character))
                }
                (WordFault::Form, format, _) => ("K010", wrong(&shape(format, route))),
            };
            return self.fault(code, spot(), args);
        }
        let Ok(number) = text.parse::<i64>() else {
            return;
        };
        let [least, most] = bounds(schema);
        let beyond = [
            ("shape-minimum", least.filter(|least| number < *least)),
            ("shape-maximum", most.filter(|most| number > *most)),
        ];
        for (expected, limit) in beyond {
            if let Some(limit) = limit {
                self.fault("K010", spot(), args!(key: last_key(route), expected: Arg::Key(expected.into()), found: text, limit: limit));
            }
        }
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST_SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

fn fits(wanted: &str, node: &Node) -> bool {
    let kind = kind_of(node);
    kind == wanted || wanted == "number" && kind == "integer"
}

/// Names the kind of a node as JSON Schema does; a plain scalar is what YAML 1.2's core schema takes it for.
pub fn kind_of(node: &Node) -> &'static str {
    match &node.value {
        Value::Sequence(_) => "array",
        Value::Mapping(_) => "object",
        Value::Scalar { plain: false, .. } => "string",
        Value::Scalar { text, plain: true } => match text.as_str() {
            "" | "~" | "null" | "Null" | "NULL" => "null",
            "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => "boolean",
            number => match serde_yaml::from_str::<serde_yaml::Value>(number) {
                Ok(serde_yaml::Value::Number(n)) if n.is_f64() => "number",
                Ok(serde_yaml::Value::Number(_)) => "integer",
                _ => "string",
            },
        },
    }
}
