//! A step that is appended to a record: whether there is room for it, and parsing it without the record before it.

use std::collections::BTreeSet;

use serde_yaml::Value;

use crate::register::step::{Step, StepKind};
use crate::register::text::suspicious;
use crate::register::written::read_text;
use crate::words::characters;

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

/// Tells whether a further step can be written under a record of so many steps, as its lines are set.
///
/// Steps between brackets leave none, nor does anything that comes after them.
pub fn has_room(text: &str, steps: usize) -> bool {
    let last = text.rfind("\n- step:").map(|at| &text[at + 1..]);
    let usual = last.is_some_and(|last| {
        let mut rest = last.lines().skip(1);
        rest.all(|line| line.is_empty() || line.starts_with([' ', '#']))
    });
    usual || {
        let dashes = text.lines().filter_map(|line| {
            let item = line.trim_start_matches(' ');
            item.starts_with('-').then(|| line.len() - item.len())
        });
        let indents: BTreeSet<usize> = dashes.collect();
        indents.into_iter().any(|indent| {
            let longer = format!("{}\n{:indent$}- step: further\n", text.trim_end(), "");
            let value: Option<Value> = serde_yaml::from_str(&longer).ok();
            let list = value
                .as_ref()
                .and_then(|value| value["steps"].as_sequence());
            list.is_some_and(|list| list.len() == steps + 1)
        })
    }
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
    let mut steps: Vec<Step> = read_text(appended).ok()?;
    // A correction changes the steps before it.
    steps
        .pop()
        .filter(|step| steps.is_empty() && step.kind() != StepKind::Corrected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_room_where_a_step_can_be_written_under_the_last() {
        for (text, steps) in [
            ("case: 2026-0001\nsteps:\n- step: received\n  by: a\n", 1),
            ("steps:\n- step: received\n  by: a\n# Einde\n\n", 1),
            ("steps:\n  - step: received\n    by: a", 1),
            ("steps:\n- {step: received}\n- {step: assigned}\n", 2),
            ("steps:\n-\n  step: received\n  about:\n  - a\n", 1),
        ] {
            assert!(has_room(text, steps), "{text}");
        }
        for (text, steps) in [
            ("steps: [{step: received}]\n", 1),
            ("{\"steps\": [\n{\"step\": \"received\"}]}\n", 1),
            ("steps:\n- step: received\n  by: a\n...\n", 1),
            ("steps:\n- step: received\n  by: a\ncase: 2026-0001\n", 1),
        ] {
            assert!(!has_room(text, steps), "{text}");
        }
    }
}
