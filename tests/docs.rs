//! The documents that are made from the code are what the code says. `KLACHT_BLESS=1 cargo test --test docs` writes them anew.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::Write;
use std::path::Path;

use klacht::finding::Args;
use klacht::locale::Locale;
use klacht::register::annex::{AnnexNeed, annex_need};
use klacht::register::files::MOST_BYTES;
use klacht::register::schema::{FileKind, reader_schema};
use klacht::register::shape::MOST_STEPS;
use klacht::register::step::StepKind;
use klacht::rules;
use klacht::source::DEPTH;
use klacht::words::{Language, Text};
use klacht::workflow::transition;
use serde_json::Value;

fn current(path: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("KLACHT_BLESS").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        there,
        text,
        "{} is not what the code says; KLACHT_BLESS=1 writes it anew",
        path.display()
    );
}

/// One row a field: its name, whether it must be there, its form, what it means.
fn rows(schema: &Value, prefix: &str, out: &mut String) {
    let required: Vec<&str> = schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        if prefix.is_empty()
            && matches!(name.as_str(), "step" | "date" | "by")
            && field.get("const").is_none()
            && schema.pointer("/properties/step/const").is_some()
        {
            continue;
        }
        if field.get("const").is_some() {
            continue;
        }
        let must = if required.contains(&name.as_str()) {
            "yes"
        } else {
            ""
        };
        let text = field["description"].as_str().unwrap_or_default();
        writeln!(
            out,
            "| `{prefix}{name}` | {must} | {} | {text} |",
            form(field)
        )
        .unwrap();
        rows(field, &format!("{prefix}{name}."), out);
        if let Some(items) = field.get("items") {
            rows(items, &format!("{prefix}{name}[]."), out);
        }
        for alternative in field["anyOf"].as_array().into_iter().flatten() {
            rows(alternative, &format!("{prefix}{name}."), out);
        }
    }
}

fn form(field: &Value) -> String {
    if let Some(words) = field["enum"].as_array() {
        return words
            .iter()
            .filter_map(Value::as_str)
            .map(|word| format!("`{word}`"))
            .collect::<Vec<_>>()
            .join(", ");
    }
    if let Some(alternatives) = field["anyOf"].as_array() {
        return alternatives
            .iter()
            .map(form)
            .collect::<Vec<_>>()
            .join(" or ");
    }
    match (field["format"].as_str(), field["type"].as_str()) {
        (Some("date"), _) => "day".into(),
        (Some("case-id"), _) => "case number".into(),
        (Some("id"), _) => "id".into(),
        (Some("rule-code"), _) => "code of a rule".into(),
        (Some("term"), _) => "length of time".into(),
        (Some("day-of-year"), _) => "month and day".into(),
        (Some("figure"), _) => "`7` or `5/6`".into(),
        (_, Some("array")) => format!("list of {}", form(&field["items"])),
        (_, Some("object")) => "mapping".into(),
        (_, Some("boolean")) => "`true`, `false`".into(),
        (_, Some("integer")) => "number".into(),
        _ => "text".into(),
    }
}

/// Writes a number below a million as English does.
fn thousands(number: usize) -> String {
    match number {
        1000.. => format!("{},{:03}", number / 1000, number % 1000),
        _ => number.to_string(),
    }
}

const HEAD: &str = "| field | required | form | meaning |\n| --- | --- | --- | --- |\n";

#[test]
fn format_reference() {
    let mut out = format!(
        "# The format of the files\n\n\
         Made from the code by `KLACHT_BLESS=1 cargo test --test docs`; do not edit.\n\n\
         A day is written `2026-03-16`; a case number `2026-0007`; an id in lower-case letters, digits, `.`, `-` and `_`; a length of time \
         `2 weeks`, `5 working days`, `3 months`, `1 day`; a month and day `04-01`. A text is not blank and has at most {text} characters.\n\n\
         Refused everywhere: unknown and double keys, anchors, aliases, tags, further documents, control, bidirectional and invisible \
         characters, files of more than {kib} KiB, nesting deeper than {DEPTH}, more than {MOST_STEPS} steps.\n",
        text = thousands(Text::MOST),
        kib = MOST_BYTES / 1024,
    );
    writeln!(out, "\n## `complaint.yaml`\n\n{HEAD}{}", {
        let mut rows_text = String::new();
        rows(reader_schema(FileKind::Complaint), "", &mut rows_text);
        rows_text
    })
    .unwrap();
    out.push_str("Every step has `step`, `date` (the day on which it was done) and `by` (the id of who did it), and the fields below.\n");
    let steps = &reader_schema(FileKind::Complaint)["properties"]["steps"]["items"]["oneOf"];
    for schema in steps.as_array().unwrap() {
        let word = schema["properties"]["step"]["const"].as_str().unwrap();
        let kind = StepKind::of(word).unwrap();
        let clause = kind
            .clause()
            .map_or_else(String::new, |clause| format!(" (clause {clause})"));
        let who: Vec<&str> = transition(kind).who.iter().map(|who| who.word()).collect();
        let text = schema["description"].as_str().unwrap();
        writeln!(
            out,
            "\n### `{word}`{clause}\n\n{text}\n\nWho: {}.",
            who.join(", ")
        )
        .unwrap();
        match annex_need(kind) {
            None => {}
            Some(AnnexNeed::File) => out.push_str("Annex: a file, `private/NN-name.ext`.\n"),
            Some(AnnexNeed::FieldOrFile(field)) => {
                writeln!(
                    out,
                    "Annex: `{field}` in `private/NN.yaml`, or a file `private/NN-name.ext`."
                )
                .unwrap();
            }
            Some(AnnexNeed::Fields(fields)) => {
                let fields: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
                writeln!(out, "Annex: {} in `private/NN.yaml`.", fields.join(" and ")).unwrap();
            }
        }
        let mut fields = String::new();
        rows(schema, "", &mut fields);
        if !fields.is_empty() {
            write!(out, "\n{HEAD}{fields}").unwrap();
        }
    }
    for (title, kind) in [
        ("`private/NN.yaml`", FileKind::Annex),
        ("`staff.yaml`", FileKind::Staff),
        ("`procedure.yaml`", FileKind::Procedure),
        (
            "`analysis.md`, the front matter between two lines `---`",
            FileKind::Analysis,
        ),
    ] {
        let mut fields = String::new();
        rows(reader_schema(kind), "", &mut fields);
        write!(out, "\n## {title}\n\n{HEAD}{fields}").unwrap();
    }
    current("docs/format.md", &out);
}

#[test]
fn table_of_rules() {
    let locale = Locale::of(Language::En);
    let none = Args::new();
    let mut out = String::from(
        "# The rules\n\n\
         Made from the code by `KLACHT_BLESS=1 cargo test --test docs`; do not edit. `klacht explain K202` says more of each.\n\n\
         | code | name | weight | waivable | what it finds |\n| --- | --- | --- | --- | --- |\n",
    );
    for rule in rules::all() {
        let title = locale
            .attribute(rule.code, "title", &none)
            .unwrap_or_default();
        let waivable = if rule.waivable { "yes" } else { "" };
        writeln!(
            out,
            "| {} | {} | {} | {waivable} | {title} |",
            rule.code,
            rule.name,
            rule.level.word()
        )
        .unwrap();
    }
    current("docs/rules.md", &out);
}
