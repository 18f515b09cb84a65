//! The schema that editors use and the reader agree: on the example register, on every example of a rule, and on every way to
//! spoil a record.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::path::Path;
use std::sync::LazyLock;

use jsonschema::Validator;
use klacht::locale::Locale;
use klacht::register::case::CaseFile;
use klacht::register::files::{Item, classify};
use klacht::register::schema::{FileKind, editor_schema};
use klacht::register::shape;
use klacht::rules;
use klacht::rules::examples::{example, parse_example};
use klacht::source::{Node, Tree};
use klacht::words::Language;
use serde_json::Value;
use support::{COMPLAINT, bytes};

/// The codes of faults that a schema can see; the others are about the text itself.
const SHAPE: [&str; 6] = ["K007", "K008", "K009", "K010", "K011", "K012"];

fn validator(kind: FileKind) -> &'static Validator {
    static VALIDATORS: LazyLock<Vec<(FileKind, Validator)>> = LazyLock::new(|| {
        let locale = Locale::of(Language::Nl);
        let built = FileKind::ALL.iter().map(|kind| {
            let schema = editor_schema(*kind, &|way| locale.field(way));
            let options = jsonschema::options().should_validate_formats(true);
            (*kind, options.build(&schema).unwrap())
        });
        built.collect()
    });
    let found = VALIDATORS.iter().find(|(known, _)| *known == kind);
    &found.unwrap().1
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
    if clean != valid {
        let errors = validator(kind).iter_errors(&value);
        let errors: Vec<String> = errors.map(|error| error.to_string()).collect();
        panic!("{what}\n{text}\nreader: {faults:?}\nschema: {errors:?}");
    }
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

/// Puts an odd value in the place of every value of a complete record: what the reader takes, what it explains and what the
/// schema says are the same.
#[test]
fn reader_explanation_and_schema_agree_on_odd_values() {
    let odd = [
        "",
        "~",
        "null",
        "[]",
        "{}",
        "[x]",
        "[2026-03-02]",
        "{x: y}",
        "true",
        "no",
        "7",
        "-1",
        "0",
        "1.5",
        "1e3",
        "0x1F",
        ".inf",
        "\"\"",
        "' '",
        "x",
        "X",
        "2026-03-02",
        "2026-02-30",
        "'7'",
        "2026-0001",
    ];
    let (mut tried, mut refused) = (0, 0);
    let (head, steps) = support::CASE.split_once("\n- step: ").unwrap();
    for step in steps.split("\n- step: ") {
        let text = format!("{head}\n- step: {step}");
        let mut spans = Vec::new();
        values(&text, Tree::parse(&text).root.as_ref().unwrap(), &mut spans);
        for (span, value) in spans.iter().flat_map(|span| odd.map(|value| (span, value))) {
            let spoiled = format!("{} {value} {}", &text[..span.start], &text[span.end..]);
            let tree = Tree::parse(&spoiled);
            if tree.error.is_some() {
                continue;
            }
            let explained = shape::faults(FileKind::Complaint, &spoiled, &tree);
            let read = serde_yaml::from_str::<CaseFile>(&spoiled);
            assert_eq!(
                read.is_ok(),
                explained.is_empty(),
                "{spoiled}\n{:?}\n{explained:?}",
                read.err()
            );
            agreed(FileKind::Complaint, &spoiled, value);
            tried += 1;
            refused += usize::from(!explained.is_empty());
        }
    }
    assert!(
        tried > 1000 && refused > 800,
        "{tried} tried, {refused} refused"
    );
}

/// Collects the places of all values, collections included, that stand on one line.
fn values(text: &str, node: &Node, spans: &mut Vec<std::ops::Range<usize>>) {
    if !text[node.span.clone()].contains('\n') && !node.span.is_empty() {
        spans.push(node.span.clone());
    }
    match &node.value {
        klacht::source::Value::Scalar { .. } => {}
        klacht::source::Value::Sequence(items) => {
            items.iter().for_each(|item| values(text, item, spans));
        }
        klacht::source::Value::Mapping(entries) => {
            entries
                .iter()
                .for_each(|(_, value)| values(text, value, spans));
        }
    }
}
