//! The schema that editors use and the reader agree: on the example register, on every example of a rule, and on every way to
//! spoil a record.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::path::Path;

use jsonschema::Validator;
use klacht::locale::Locale;
use klacht::register::files::{Item, classify};
use klacht::register::procedure::Language;
use klacht::register::schema::{FileKind, editor_schema};
use klacht::register::shape;
use klacht::rules;
use klacht::rules::examples::{example, parse_example};
use klacht::source::Tree;
use serde_json::Value;
use support::{COMPLAINT, bytes};

/// The codes of faults that a schema can see; the others are about the text itself.
const SHAPE: [&str; 6] = ["K007", "K008", "K009", "K010", "K011", "K012"];

fn validator(kind: FileKind) -> Validator {
    let locale = Locale::new(Language::Nl);
    let schema = editor_schema(kind, &|way| locale.field(way));
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
}

fn kind_of(path: &str) -> Option<FileKind> {
    match classify(path) {
        Ok(Item::Record(_)) => Some(FileKind::Complaint),
        Ok(Item::Annex(..)) => Some(FileKind::Annex),
        Ok(Item::Staff) => Some(FileKind::Staff),
        Ok(Item::Procedure) => Some(FileKind::Procedure),
        _ => None,
    }
}

/// Compares what the reader and the schema say of a text; tells whether both take it. Texts that are no YAML are no case for a schema.
fn agreed(kind: FileKind, text: &str, what: &str) -> Option<bool> {
    let tree = Tree::parse(text);
    let faults = shape::faults(kind, text, &tree);
    if faults.iter().any(|fault| !SHAPE.contains(&fault.code)) {
        return None;
    }
    let value: Value = serde_yaml::from_str(text).ok()?;
    let valid = validator(kind).is_valid(&value);
    let clean = faults.is_empty();
    let errors: Vec<String> = validator(kind)
        .iter_errors(&value)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(
        clean, valid,
        "{what}\n{text}\nreader: {faults:?}\nschema: {errors:?}"
    );
    Some(valid)
}

#[test]
fn the_example_register_fits_the_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("complaints");
    let mut files = 0;
    for entry in walkdir::WalkDir::new(&root) {
        let entry = entry.unwrap();
        let path = entry
            .path()
            .strip_prefix(&root)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        if let Some(kind) = kind_of(&path) {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            assert_eq!(agreed(kind, &text, &path), Some(true), "{path}");
            files += 1;
        }
    }
    assert!(files > 40, "{files} files");
}

#[test]
fn schema_and_reader_agree_on_the_examples_of_every_rule() {
    let (mut fit, mut misfit) = (0, 0);
    for rule in rules::all() {
        for file in example(rule.code)
            .and_then(parse_example)
            .into_iter()
            .flatten()
            .filter(|file| !file.absent)
        {
            let (Some(kind), Ok(text)) = (kind_of(file.path), String::from_utf8(bytes(&file)))
            else {
                continue;
            };
            match agreed(kind, &text, rule.code) {
                Some(true) => fit += 1,
                Some(false) => {
                    assert!(
                        file.fails,
                        "{}: the passing example does not fit",
                        rule.code
                    );
                    misfit += 1;
                }
                None => {}
            }
        }
        let seen = SHAPE.contains(&rule.code);
        let fails = |file: &klacht::rules::examples::ExampleFile<'_>| {
            let (Some(kind), Ok(text)) = (kind_of(file.path), String::from_utf8(bytes(file)))
            else {
                return false;
            };
            file.fails && agreed(kind, &text, rule.code) == Some(false)
        };
        let refused = example(rule.code)
            .and_then(parse_example)
            .into_iter()
            .flatten()
            .any(|file| fails(&file));
        assert_eq!(refused, seen, "{}", rule.code);
    }
    assert!(
        fit > 100 && misfit >= SHAPE.len(),
        "{fit} fit, {misfit} do not"
    );
}

#[test]
fn schema_and_reader_agree_on_spoiled_records() {
    let spoil: [(&str, &str); 22] = [
        ("phone", "fax"),
        ("phone", "7"),
        ("phone", ""),
        ("phone", "[phone]"),
        ("phone", "true"),
        ("client", "klant"),
        ("2026-03-02", "2026-3-2"),
        ("2026-03-02", "2026-02-30"),
        ("2026-03-02", "20260302"),
        ("m.bakker", "M.Bakker"),
        ("m.bakker", "12"),
        ("about: []", "about: k.smit"),
        ("about: []", "about: [1]"),
        ("about: []", "about:"),
        ("about: []", "occurred: {date: 2026-03-01, place: Stein}"),
        ("about: []", "occurred: {datum: 2026-03-01}"),
        ("about: []", "occurred:"),
        ("about: []", "commissioned_by: {kind: uwv}"),
        ("summary: Afspraak", "summary: \"\" #"),
        ("summary: Afspraak", "samenvatting: Afspraak"),
        ("received", "ontvangen"),
        ("2026-0001", "2026-1"),
    ];
    let mut refused = 0;
    for (from, to) in spoil {
        let text = COMPLAINT.replace(from, to);
        assert_ne!(text, COMPLAINT, "{from}");
        let valid = agreed(FileKind::Complaint, &text, &format!("{from} → {to}"));
        refused += usize::from(valid == Some(false));
    }
    assert!(refused >= 20, "{refused} were refused by both");
}
