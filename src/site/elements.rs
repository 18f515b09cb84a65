//! The small elements that every page is full of: a day, a mark, and what stands beside a label. They are made here and not in
//! templates, with which a build takes longer (docs/performance.md).

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write as _;

use minijinja::{HtmlEscape, Value};
use serde::{Serialize, Serializer};

use crate::locale::Locale;
use crate::words::Day;

/// HTML that is not escaped again: an element of this file, what a template made, a drawing, or Markdown that was made harmless.
#[derive(Debug, Clone)]
pub(super) struct Html(Value);

impl Html {
    pub(super) fn new(html: String) -> Self {
        Self(Value::from_safe_string(html))
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// The days that were written so far, each for machines and for people.
#[derive(Default)]
pub(super) struct Days(RefCell<HashMap<Day, Html>>);

impl Days {
    /// Gives the element of a day: `<time datetime="2026-03-02">2 maart 2026</time>`.
    pub(super) fn time(&self, locale: &Locale, day: Day) -> Html {
        let write = || {
            let text = locale.day(day);
            Html::new(format!(
                "<time datetime=\"{day}\">{}</time>",
                HtmlEscape(&text)
            ))
        };
        let mut known = self.0.borrow_mut();
        known.entry(day).or_insert_with(write).clone()
    }
}

/// Gives the element of a state: the name of its look, and its word, so that it is never told by colour alone.
pub(super) fn mark(kind: &str, text: &str) -> Html {
    Html::new(format!(
        "<span class=\"mark {}\">{}</span>",
        HtmlEscape(kind),
        HtmlEscape(text)
    ))
}

/// A label and what stands beside it.
pub(super) struct Line<'a> {
    label: Cow<'a, str>,
    text: Cow<'a, str>,
}

impl<'a> Line<'a> {
    pub(super) fn new(label: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            label: label.into(),
            text: text.into(),
        }
    }
}

/// What is in a `<dl>`, for templates: an element a line, and nothing without lines.
pub(super) struct Lines<'a>(pub(super) Vec<Line<'a>>);

impl Serialize for Lines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut html = String::with_capacity(128 * self.0.len());
        for Line { label, text } in &self.0 {
            let (label, text) = (HtmlEscape(label), HtmlEscape(text));
            // Nothing can go wrong in writing to a text.
            let _ = writeln!(html, "<div><dt>{label}</dt><dd>{text}</dd></div>");
        }
        Html::new(html).serialize(serializer)
    }
}
