//! What templates see: structs made for a page, with strings that are ready to be shown. No template sees the model.

pub(super) mod analysis;
pub(super) mod case;
pub(super) mod clauses;
pub(super) mod findings;
pub(super) mod history;
pub(super) mod lists;
pub(super) mod measures;
pub(super) mod start;
pub(super) mod steps;
pub(super) mod work;

use std::borrow::Cow;

use serde::Serialize;

use crate::words::StaffId;

use super::elements::Html;
use super::vocabulary::Vocabulary;

/// What every page has around its content.
#[derive(Serialize)]
pub(super) struct Frame {
    /// The way to the root of the site: nothing, or `../`.
    pub(super) root: Html,
    /// The navigation, with the section of this page marked.
    pub(super) navigation: Html,
    /// The heading, which is also the title of the window.
    pub(super) title: String,
}

/// How all is, in a word for its look and a sentence.
#[derive(Serialize)]
pub(super) struct Status<'a> {
    kind: &'static str,
    text: Cow<'a, str>,
}

impl<'a> Status<'a> {
    pub(super) fn new(kind: &'static str, text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            kind,
            text: text.into(),
        }
    }
}

/// A number and the page behind it.
#[derive(Serialize)]
pub(super) struct Count {
    pub(super) label: String,
    pub(super) number: usize,
    /// The page behind the number, from the root of the site; none where there is nothing to show.
    pub(super) href: Option<String>,
    /// The share of the whole in per cent, for a bar.
    pub(super) share: usize,
    /// The name of its look.
    pub(super) kind: &'static str,
}

/// Numbers that belong together.
#[derive(Serialize)]
pub(super) struct Tally {
    pub(super) title: String,
    pub(super) counts: Vec<Count>,
}

/// Names the employees concerned without naming them: who is complained about is no business of the site's readers.
pub(super) fn concerned(words: &Vocabulary<'_>, about: &[&StaffId], id: &StaffId) -> String {
    match about.iter().position(|other| *other == id) {
        Some(index) if about.len() > 1 => format!("{} {}", words.labels.concerned, index + 1),
        _ => words.labels.concerned.clone(),
    }
}
