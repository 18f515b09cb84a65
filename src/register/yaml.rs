//! Steps and people as the YAML text that staff write: short things on one line, stories as a block.
//! Imports data only.

use std::fmt::Write;

use serde_yaml::{Mapping, Value};

use crate::words::Day;

/// Writes the entries of a mapping at an indentation, each on a line of its own.
pub fn entries(out: &mut String, mapping: &Mapping, indent: usize) {
    for (key, value) in mapping {
        let _ = write!(out, "{:indent$}{}:", "", scalar(key));
        entry_value(out, value, indent);
    }
}

/// Writes a mapping as an item of a list: `- step: heard` and the rest below it.
pub fn item(out: &mut String, mapping: &Mapping, indent: usize) {
    let start = out.len();
    entries(out, mapping, indent + 2);
    out.replace_range(start + indent..=start + indent, "-");
}

fn entry_value(out: &mut String, value: &Value, indent: usize) {
    match value {
        Value::String(text) if is_story(text) => {
            out.push_str(" |\n");
            for line in text.trim_end().lines() {
                let indent = if line.is_empty() { 0 } else { indent + 2 };
                let _ = writeln!(out, "{:indent$}{line}", "");
            }
        }
        Value::Sequence(items) if items.iter().any(Value::is_mapping) => {
            out.push('\n');
            for mapping in items.iter().filter_map(Value::as_mapping) {
                item(out, mapping, indent);
            }
        }
        Value::Mapping(mapping) if !is_short(mapping) => {
            out.push('\n');
            entries(out, mapping, indent + 2);
        }
        value => {
            let _ = writeln!(out, " {}", flow(value));
        }
    }
}

/// Tells whether a mapping reads well on one line.
fn is_short(mapping: &Mapping) -> bool {
    mapping
        .values()
        .all(|value| !value.is_mapping() && !value.as_str().is_some_and(|text| text.contains('\n')))
        && mapping
            .values()
            .map(|value| flow(value).len() + 12)
            .sum::<usize>()
            < 80
}

fn flow(value: &Value) -> String {
    match value {
        Value::Sequence(items) => format!(
            "[{}]",
            items.iter().map(flow).collect::<Vec<_>>().join(", ")
        ),
        Value::Mapping(mapping) => {
            let entries = mapping
                .iter()
                .map(|(key, value)| format!("{}: {}", scalar(key), flow(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        value => scalar(value),
    }
}

fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) if is_plain(text) => text.clone(),
        // Between double quotes YAML reads the escapes of JSON.
        Value::String(text) if text.contains(['\n', '\t']) => {
            serde_json::Value::from(text.as_str()).to_string()
        }
        Value::String(text) => format!("'{}'", text.replace('\'', "''")),
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// Tells whether a text has several lines that a block keeps as they are.
fn is_story(text: &str) -> bool {
    let text = text.trim_end();
    let blank = |line: &str| !line.is_empty() && line.trim().is_empty();
    text.contains('\n') && !text.starts_with([' ', '\t', '\n']) && !text.lines().any(blank)
}

/// Tells whether a text can stand without quotes, on a line of its own as well as between brackets.
fn is_plain(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_alphabetic());
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let word = words.contains(&text.to_ascii_lowercase().as_str());
    let date = text.parse::<Day>().is_ok();
    let signs = text.contains([',', '[', ']', '{', '}', '\'', '"', '\n', '\t'])
        || text.contains(": ")
        || text.contains(" #");
    date || begins && !word && !signs && !text.ends_with([' ', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for text in [
            "Afspraak afgezegd.",
            "a: b",
            "a:",
            "- a",
            "#a",
            "a #b",
            "true",
            "No",
            "null",
            "~",
            "12",
            "0612345678",
            "1234567890",
            "1e3",
            "2026-03-01",
            "'s avonds",
            "\"citaat\"",
            "a, b",
            "[x]",
            "{x}",
            "&a",
            "*a",
            "!a",
            "%a",
            "@a",
            "`a`",
            "| a",
            "> a",
            "? a",
            "a ",
            " a",
            "é",
            "a\tb",
            "eerste\ntweede",
            "eerste\n\nderde",
            " in\nsprong",
            "een\n  twee",
            "een\n \ndrie",
            "\neen",
            "een: twee\n- drie",
            "een\ttab\nen",
        ] {
            for list in [false, true] {
                let value = if list {
                    Value::Sequence(vec![text.into(), "b".into()])
                } else {
                    text.into()
                };
                let mut inner = Mapping::new();
                inner.insert("in".into(), value.clone());
                let mut mapping = Mapping::new();
                mapping.insert("a".into(), value);
                mapping.insert("b".into(), Value::Mapping(inner));
                let mut written = String::new();
                item(&mut written, &mapping, 2);
                let mut read: Vec<Mapping> =
                    serde_yaml::from_str(&written).unwrap_or_else(|e| panic!("{e}: {written}"));
                let mut read = read.remove(0);
                for value in [read.get_mut("a").unwrap()] {
                    if let Value::String(text) = value {
                        *text = text.trim_end_matches('\n').to_owned();
                    }
                }
                assert_eq!(read["a"], mapping["a"], "{written}");
            }
        }
    }
}
