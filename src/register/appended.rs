//! A step that was appended to a record, parsed without the record before it.

use crate::register::characters;
use crate::register::step::{Step, StepKind};
use crate::register::text::suspicious;

/// Tells whether a record, or the part of it that was appended, leaves the next step free to be parsed alone.
///
/// Steps stand at the beginning of the line and the text ends there; no block of text takes in the lines that follow, and no
/// mark closes the document.
pub fn is_open(text: &[u8]) -> bool {
    let keeps = text
        .windows(2)
        .any(|pair| pair[1] == b'+' && matches!(pair[0], b'|' | b'>' | b'0'..=b'9'));
    let mut flush = false;
    for line in text.split_inclusive(|b| *b == b'\n') {
        if line.starts_with(b"...") || line.starts_with(b"---") {
            return false;
        }
        flush |= line.starts_with(b"- step:");
    }
    flush && !keeps && text.ends_with(b"\n")
}

/// Parses what was appended to a record when it is one further step and nothing else.
///
/// Gives a step only where parsing the whole record would give the same, if the record [`is_open`]: `None` means that the whole
/// has to be read, not that something is wrong.
pub fn parse_further_step(appended: &str) -> Option<Step> {
    let mark = |line: &str| line.starts_with("...") || line.starts_with("---");
    let starts = appended
        .lines()
        .find(|line| !line.trim().is_empty())
        .is_some_and(|line| line.starts_with("- step:"));
    if !starts
        || appended.lines().any(mark)
        || appended.contains('\r')
        || suspicious(appended)
        || characters::first_forbidden(appended).is_some()
    {
        return None;
    }
    let mut steps: Vec<Step> = serde_yaml::from_str(appended).ok()?;
    // A correction changes the steps before it.
    steps
        .pop()
        .filter(|step| steps.is_empty() && step.kind() != StepKind::Corrected)
}
