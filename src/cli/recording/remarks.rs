//! What is said of a step before it is confirmed though nothing is wrong with it: what others will see of it later.

use super::draft::Draft;
use crate::args;
use crate::cli::session::Checked;
use crate::register::case::Case;
use crate::register::step::StepKind;
use crate::workflow::{Stage, Standing};

/// How many days may lie between what was done and its recording before that is worth a word.
const LATE: i64 = 30;

/// Gives a line for each thing that whoever records may not have thought of.
pub fn remarks(draft: &Draft, case: Option<&Case>, checked: &Checked) -> Vec<String> {
    let closed = case.is_some_and(|case| Standing::of(case).stage() == Stage::Closed);
    let shown = closed && draft.kind == StepKind::Corrected;
    let shown = shown.then(|| checked.locale.text("record-closed"));
    let ago = draft.date().map(|date| checked.as_of.days_since(date));
    let late = ago.filter(|days| *days > LATE);
    let late = late.map(|days| checked.locale.text_with("record-late", &args!(days: days)));
    shown.into_iter().chain(late).collect()
}
