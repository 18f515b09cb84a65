//! Explains a text that could not be read: walks it beside the schema and says what is wrong, where.
//!
//! The clean path never comes here. Every fault is found in one walk, so that one mistake does not hide the next.

mod form;
mod walk;

use serde_json::Value as Schema;
use walk::{Walk, kind_of};

use crate::args;
use crate::finding::{Arg, Args};
use crate::register::schema::{FileKind, reader_schema};
use crate::register::step::StepKind;
use crate::register::syntax::unreadable;
use crate::source::{Feature, Node, Route, Spot, Tree, Value};

/// A fault in the shape of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The code of its rule.
    pub code: &'static str,
    /// Where it is.
    pub spot: Spot,
    /// The values of its message.
    pub args: Args,
    /// The step in which it is, whose clause the finding then has.
    pub step: Option<StepKind>,
}

impl Fault {
    pub(super) const fn new(code: &'static str, spot: Spot, args: Args) -> Self {
        Self {
            code,
            spot,
            args,
            step: None,
        }
    }
}

/// The most steps that a case may have.
pub const MOST_STEPS: usize = 500;

/// How many faults of one file are told apart; a file with more was damaged as a whole.
pub const MOST_FAULTS: usize = 100;

/// Finds what is wrong with the shape of a text, and that there is more where that is much.
pub fn faults(kind: FileKind, text: &str, tree: &Tree) -> Vec<Fault> {
    cut(all_faults(kind, text, tree))
}

/// Keeps the first of very many faults, and says that there are more.
fn cut(mut faults: Vec<Fault>) -> Vec<Fault> {
    if let Some(next) = faults.get(MOST_FAULTS) {
        let limit = Arg::Key("limit-faults".into());
        let more = Fault::new("K013", next.spot.clone(), args!(limit: limit));
        faults.truncate(MOST_FAULTS);
        faults.push(more);
    }
    faults
}

fn all_faults(kind: FileKind, text: &str, tree: &Tree) -> Vec<Fault> {
    let mut faults: Vec<Fault> = tree
        .features
        .iter()
        .map(|(feature, span)| feature_fault(*feature, span))
        .collect();
    if let Some(at) = tree.too_deep {
        faults.push(Fault::new(
            "K013",
            Spot::Bytes(at..at + 1),
            args!(limit: Arg::Key("limit-depth".into())),
        ));
    }
    if let Some(at) = tree.error {
        faults.push(unreadable(text, at));
    }
    if !faults.is_empty() {
        return faults;
    }
    let Some(root) = &tree.root else {
        let hint = match kind {
            FileKind::Analysis => "yaml-no-head",
            _ => "yaml-empty",
        };
        return vec![Fault::new(
            "K003",
            Spot::File,
            args!(hint: Arg::Key(hint.into())),
        )];
    };
    let mut walk = Walk {
        faults,
        step: None,
        private: kind == FileKind::Annex,
    };
    walk.value(reader_schema(kind), root, &Route::default());
    walk.faults
}

/// Finds what is wrong with the fields that a correction puts in the place of those of a step.
pub fn correction_faults(corrected: StepKind, fields: &Node, route: &Route) -> Vec<Fault> {
    let steps = reader_schema(FileKind::Complaint).pointer("/properties/steps/items/oneOf");
    let step = steps
        .and_then(Schema::as_array)
        .and_then(|all| schema_of(all, corrected.word()));
    let (Some(step), Value::Mapping(entries)) = (step, &fields.value) else {
        return Vec::new();
    };
    // A field alone need not be there, and one that is to be left empty is taken away.
    let mut any = step.clone();
    any["required"] = Schema::Null;
    let filled = entries.iter().filter(|(_, value)| kind_of(value) != "null");
    let filled: Vec<(Node, Node)> = filled.cloned().collect();
    let mut walk = Walk {
        faults: Vec::new(),
        step: Some(StepKind::Corrected),
        private: false,
    };
    walk.mapping(&any, &filled, route);
    cut(walk.faults)
}

/// Finds the schema of a step among those of all steps.
fn schema_of<'s>(steps: &'s [Schema], word: &str) -> Option<&'s Schema> {
    let name = |step: &'s Schema| {
        step.pointer("/properties/step/const")
            .and_then(Schema::as_str)
    };
    steps.iter().find(|step| name(step) == Some(word))
}

fn feature_fault(feature: Feature, span: &std::ops::Range<usize>) -> Fault {
    let (code, key) = match feature {
        Feature::Anchor => ("K005", "yaml-anchor"),
        Feature::Alias => ("K005", "yaml-alias"),
        Feature::Tag => ("K005", "yaml-tag"),
        Feature::Directive => ("K005", "yaml-directive"),
        Feature::Document => ("K006", "yaml-document"),
    };
    Fault::new(
        code,
        Spot::Bytes(span.clone()),
        args!(feature: Arg::Key(key.into())),
    )
}

/// Finds the word that was most likely meant; empty when none is near.
pub fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> String {
    words
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| {
            *distance <= 1 + candidate.chars().count().min(word.chars().count()) / 4
        })
        .min()
        .map_or_else(String::new, |(_, candidate)| candidate.to_owned())
}
