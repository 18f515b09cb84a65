//! The two small elements that every page is full of: a day and a mark. Each is made once and shown many times.

use std::cell::RefCell;
use std::collections::HashMap;

use minijinja::HtmlEscape;

use super::templates::Html;
use crate::locale::Locale;
use crate::words::Day;

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
