//! Every sentence of the procedure is there to the letter and is answered by something that exists.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;

use klacht::register::schema::{FileKind, reader_schema};
use klacht::register::step::StepKind;
use klacht::rules;
use klacht::rules::sentences::{self, Sentence};
use serde_json::Value;

/// The procedure as it was adopted, apart from the program's own copy.
const ORIGINAL: &str = include_str!("sentences/klachtenreglement.txt");

#[test]
fn the_sentences_are_the_procedure_to_the_letter() {
    let lines = ORIGINAL
        .lines()
        .map(str::trim)
        .map(|line| line.strip_prefix("- ").unwrap_or(line));
    let original: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
    let ours: Vec<&str> = sentences::all()
        .iter()
        .flat_map(|sentence| sentence.nl.split_whitespace())
        .collect();
    for (n, (original, ours)) in original.iter().zip(&ours).enumerate() {
        assert_eq!(original, ours, "word {n}");
    }
    assert_eq!(original.len(), ours.len());
}

#[test]
fn ids_say_the_clause_and_count_up() {
    let mut last = [None; 10];
    for sentence in sentences::all() {
        let (clause, number) = sentence.id.split_once('.').unwrap();
        assert_eq!(clause.parse(), Ok(sentence.clause), "{}", sentence.id);
        let number: u32 = number.parse().unwrap();
        let expected = last[usize::from(sentence.clause)]
            .map_or(u32::from(sentence.clause == 0), |last: u32| last + 1);
        assert_eq!(number, expected, "{}", sentence.id);
        last[usize::from(sentence.clause)] = Some(number);
        assert!(
            !sentence.en.trim().is_empty(),
            "{}: no translation",
            sentence.id
        );
    }
}

#[test]
fn every_sentence_is_answered_or_says_why_not() {
    for sentence in sentences::all() {
        let id = &sentence.id;
        let made = [&sentence.documents, &sentence.notices, &sentence.figures];
        let answered = made.iter().any(|names| !names.is_empty())
            || !sentence.rules.is_empty()
            || !sentence.fields.is_empty();
        assert_ne!(
            answered,
            sentence.none.is_some(),
            "{id}: answered, or a reason why not; not both, not neither"
        );
        for field in &sentence.fields {
            assert!(field_exists(field), "{id}: there is no field {field}");
        }
        for name in made.into_iter().flatten().chain(&sentence.fields) {
            assert_eq!(name.trim(), name, "{id}");
        }
        unique(id, sentence);
    }
}

#[test]
fn rules_and_sentences_name_each_other() {
    for sentence in sentences::all() {
        for code in &sentence.rules {
            let rule = rules::rule(code)
                .unwrap_or_else(|| panic!("{}: there is no rule {code}", sentence.id));
            assert!(
                rule.sentences.contains(&sentence.id.as_str()),
                "{code} does not name sentence {}",
                sentence.id
            );
        }
    }
    for rule in rules::all() {
        for id in rule.sentences {
            let sentence = sentences::sentence(id)
                .unwrap_or_else(|| panic!("{}: there is no sentence {id}", rule.code));
            assert!(
                sentence.rules.iter().any(|code| code == rule.code),
                "sentence {id} does not name {}",
                rule.code
            );
        }
        let own_clause = rule.sentences.iter().any(|id| {
            rule.clause()
                .is_some_and(|clause| id.starts_with(&format!("{clause}.")))
        });
        // A term of an organisation's own stands for a sentence of its own procedure.
        let own_term = rule.code == "K390";
        assert!(
            rule.clause().is_none() || own_clause || own_term,
            "{} stands for no sentence of its clause",
            rule.code
        );
    }
}

/// Every step with a clause is named by a sentence of that clause, and so is every field that a step must have.
#[test]
fn what_a_step_must_say_is_asked_for_by_a_sentence() {
    let named: BTreeSet<&str> = sentences::all()
        .iter()
        .flat_map(|s| s.fields.iter().map(String::as_str))
        .collect();
    for kind in StepKind::ALL.iter().filter(|kind| kind.clause().is_some()) {
        let step = step_schema(kind.word()).unwrap();
        for field in step["required"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_str)
        {
            let own = !matches!(field, "step" | "date" | "by");
            let word = format!("{}.{field}", kind.word());
            assert!(
                !own || named.contains(word.as_str()),
                "{word}: no sentence asks for it"
            );
        }
    }
}

fn unique(id: &str, sentence: &Sentence) {
    for names in [
        &sentence.rules,
        &sentence.fields,
        &sentence.documents,
        &sentence.notices,
        &sentence.figures,
    ] {
        let set: BTreeSet<&String> = names.iter().collect();
        assert_eq!(set.len(), names.len(), "{id}: something twice in {names:?}");
    }
}

fn field_exists(name: &str) -> bool {
    let Some((scope, field)) = name.split_once('.') else {
        return false;
    };
    let properties = match scope {
        "annex" => reader_schema(FileKind::Annex).get("properties"),
        "analysis" => reader_schema(FileKind::Analysis).get("properties"),
        "procedure" => reader_schema(FileKind::Procedure).get("properties"),
        "staff" => reader_schema(FileKind::Staff).pointer("/properties/staff/items/properties"),
        step => step_schema(step).and_then(|schema| schema.get("properties")),
    };
    properties
        .and_then(|properties| properties.get(field))
        .is_some()
}

fn step_schema(word: &str) -> Option<&'static Value> {
    let steps = reader_schema(FileKind::Complaint)
        .pointer("/properties/steps/items/oneOf")?
        .as_array()?;
    steps.iter().find(|step| {
        step.pointer("/properties/step/const")
            .and_then(Value::as_str)
            == Some(word)
    })
}
