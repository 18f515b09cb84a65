//! Joining what two clones appended to one record: what is shared comes first, what is not comes after it, renumbered.
//!
//! Texts in, texts out; `replant` and the merge driver of git both use it. Knows nothing of git.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::source::{Node, Tree, Value};
use crate::words::CaseId;

/// What is called otherwise from now on.
#[derive(Debug, Clone, Default)]
pub struct Renaming {
    /// Cases that got another number.
    pub cases: BTreeMap<CaseId, CaseId>,
    /// Steps after this one of the case at hand move up.
    pub after: usize,
    /// By how many.
    pub by: usize,
}

impl Renaming {
    /// Gives the number of a step from now on.
    pub const fn step(&self, number: usize) -> usize {
        if number > self.after {
            number + self.by
        } else {
            number
        }
    }

    /// Tells whether a record that is appended to stays as it is.
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty() && self.by == 0
    }
}

/// Counts the steps of a record; none where it cannot be read.
pub fn count_steps(record: &[u8]) -> Option<usize> {
    let text = std::str::from_utf8(record).ok()?;
    let tree = Tree::parse(text);
    if tree.error.is_some() {
        return None;
    }
    match &tree.root?.entry("steps")?.1.value {
        Value::Sequence(steps) => Some(steps.len()),
        // `steps:` with nothing under it yet.
        Value::Scalar { text, .. } if text.is_empty() => Some(0),
        _ => None,
    }
}

/// Puts an addition after a record, with one empty line between.
pub fn append(record: &[u8], addition: &[u8]) -> Vec<u8> {
    let start = addition
        .iter()
        .position(|byte| !matches!(byte, b'\n' | b'\r'))
        .unwrap_or(addition.len());
    let mut joined = record.to_vec();
    if !joined.ends_with(b"\n") {
        joined.push(b'\n');
    }
    if !joined.ends_with(b"\n\n") {
        joined.push(b'\n');
    }
    joined.extend_from_slice(&addition[start..]);
    joined
}

/// Joins two records that grew out of one base: `shared`, then what `own` appended.
///
/// The base may itself have steps that are in `shared` under other numbers, as when several commits are rebased one by one.
/// Gives nothing where one of them changed what stood there, or cannot be read.
pub fn join(base: &[u8], shared: &[u8], own: &[u8]) -> Option<Joined> {
    let common = common_steps(base, shared)?;
    let renaming = Renaming {
        after: count_steps(common)?,
        by: count_steps(shared)?.checked_sub(count_steps(base)?)?,
        ..Renaming::default()
    };
    let moved_before = addition(common, base, &renaming)?;
    if !shared.trim_ascii_end().ends_with(moved_before.trim_ascii()) {
        return None;
    }
    let addition = addition(base, own, &renaming)?;
    Some(Joined {
        record: append(shared, &addition),
        moved: count_steps(base)? + 1..count_steps(own)? + 1,
    })
}

/// Two records in one.
#[derive(Debug, PartialEq, Eq)]
pub struct Joined {
    /// The record.
    pub record: Vec<u8>,
    /// The numbers, before, of the steps that moved.
    pub moved: Range<usize>,
}

/// Gives the beginning of a record, by whole steps, with which another begins too.
fn common_steps<'t>(base: &'t [u8], other: &[u8]) -> Option<&'t [u8]> {
    if other.starts_with(base) {
        return Some(base);
    }
    let text = std::str::from_utf8(base).ok()?;
    let tree = Tree::parse(text);
    let Value::Sequence(steps) = &tree.root.as_ref()?.entry("steps")?.1.value else {
        return None;
    };
    let mut starts = steps.iter().skip(1).filter_map(|step| {
        let before = text.get(..step.span.start)?;
        Some(before.rfind('\n')? + 1)
    });
    let common = starts.rfind(|start| other.starts_with(&base[..*start]));
    common.map(|end| &base[..end])
}

/// Gives what a record has more than its earlier version, with the new numbers in it.
pub fn addition(earlier: &[u8], record: &[u8], renaming: &Renaming) -> Option<Vec<u8>> {
    let added = record.strip_prefix(earlier)?;
    if renaming.is_empty() {
        return Some(added.to_vec());
    }
    let text = std::str::from_utf8(record).ok()?;
    let mut edits = mentions(text, earlier.len(), &renaming.cases);
    if renaming.by > 0 {
        edits.extend(corrected_steps(text, renaming));
    }
    edits.retain(|(span, _)| span.start >= earlier.len());
    edits.sort_by_key(|(span, _)| span.start);
    let mut out = String::new();
    let mut at = earlier.len();
    for (span, new) in edits {
        out.push_str(text.get(at..span.start)?);
        out.push_str(&new);
        at = span.end;
    }
    out.push_str(text.get(at..)?);
    Some(out.into_bytes())
}

/// Puts the new numbers of cases into a text.
pub fn renamed(text: &str, cases: &BTreeMap<CaseId, CaseId>) -> String {
    let mut out = String::new();
    let mut at = 0;
    for (span, new) in mentions(text, 0, cases) {
        out.push_str(&text[at..span.start]);
        out.push_str(&new);
        at = span.end;
    }
    out.push_str(&text[at..]);
    out
}

type Edit = (Range<usize>, String);

/// Finds the numbers of renamed cases in a text, each as a word of its own.
fn mentions(text: &str, from: usize, cases: &BTreeMap<CaseId, CaseId>) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (old, new) in cases {
        let old = old.to_string();
        let found = text
            .match_indices(&old)
            .filter(|(start, _)| *start >= from)
            .filter(|(start, _)| is_word(text, *start, start + old.len()));
        edits.extend(found.map(|(start, _)| (start..start + old.len(), new.to_string())));
    }
    edits.sort_by_key(|(span, _)| span.start);
    edits
}

/// Tells whether nothing that belongs to a number stands right before or after.
fn is_word(text: &str, start: usize, end: usize) -> bool {
    let joins = |c: char| c.is_alphanumeric() || c == '-';
    let before = text[..start].chars().next_back().is_some_and(joins);
    let mut after = text[end..].chars();
    let after = match after.next() {
        Some('-') => after.next().is_some_and(char::is_alphanumeric),
        Some(c) => c.is_alphanumeric(),
        None => false,
    };
    !before && !after
}

/// Finds the steps that name, as what they correct, a step that moves.
fn corrected_steps(text: &str, renaming: &Renaming) -> Vec<Edit> {
    let tree = Tree::parse(text);
    let steps = tree.root.as_ref().and_then(|root| root.entry("steps"));
    let Some((
        _,
        Node {
            value: Value::Sequence(steps),
            ..
        },
    )) = steps
    else {
        return Vec::new();
    };
    let named = steps.iter().filter_map(|step| step.entry("corrects"));
    let moved = named.filter_map(|(_, value)| {
        let number: usize = value.text()?.parse().ok()?;
        (number > renaming.after).then(|| (value.span.clone(), renaming.step(number).to_string()))
    });
    moved.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "case: 2026-0001\nsteps:\n\n- step: received\n  date: 2026-03-02\n";

    #[test]
    fn what_is_shared_comes_first_and_corrections_follow_their_step() {
        let shared = format!("{BASE}\n- step: assigned\n");
        let own = format!(
            "{BASE}\n- step: contacted\n\n- step: corrected\n  corrects: 2\n\n- step: corrected\n  corrects: 1\n"
        );
        let joined = join(BASE.as_bytes(), shared.as_bytes(), own.as_bytes()).unwrap();
        assert_eq!(joined.moved, 2..5);
        assert_eq!(
            String::from_utf8(joined.record).unwrap(),
            format!(
                "{shared}\n- step: contacted\n\n- step: corrected\n  corrects: 3\n\n- step: corrected\n  corrects: 1\n"
            )
        );
    }

    #[test]
    fn steps_are_joined_one_after_another() {
        let step = |asked: &str| format!("\n- step: contacted\n  asked: {asked}\n");
        let base = format!("{BASE}{}", step("own"));
        let shared = format!("{BASE}{}{}", step("theirs"), step("own"));
        let correction = "\n- step: corrected\n  corrects: 2\n";
        let joined = join(
            base.as_bytes(),
            shared.as_bytes(),
            format!("{base}{correction}").as_bytes(),
        );
        assert_eq!(
            String::from_utf8(joined.unwrap().record).unwrap(),
            format!("{shared}{}", correction.replace('2', "3"))
        );
        let other = format!("{BASE}{}{}", step("theirs"), step("else"));
        let own = format!("{base}{correction}");
        assert_eq!(
            join(base.as_bytes(), other.as_bytes(), own.as_bytes()),
            None
        );
    }

    #[test]
    fn nothing_is_joined_that_changed_what_stood_there() {
        let changed = BASE.replace("03-02", "03-01") + "\n- step: assigned\n";
        let own = format!("{BASE}\n- step: contacted\n");
        for (shared, own) in [(&changed, &own), (&own, &changed)] {
            assert_eq!(
                join(BASE.as_bytes(), shared.as_bytes(), own.as_bytes()),
                None
            );
        }
        assert_eq!(join(b"", own.as_bytes(), own.as_bytes()), None);
        assert_eq!(join(b"steps: [\n", b"steps: [\n", b"steps: [\n"), None);
    }

    #[test]
    fn one_empty_line_stands_between_steps() {
        for (record, addition) in [("a\n", "\nb\n"), ("a", "\n\nb\n"), ("a\n\n", "b\n")] {
            assert_eq!(append(record.as_bytes(), addition.as_bytes()), b"a\n\nb\n");
        }
    }

    #[test]
    fn numbers_are_renamed_all_at_once_and_only_whole() {
        let id = |text: &str| text.parse::<CaseId>().unwrap();
        let cases = [
            (id("2026-0042"), id("2026-0043")),
            (id("2026-0043"), id("2026-0044")),
        ]
        .into();
        assert_eq!(
            renamed(
                "2026-0042, (2026-0043). 12026-0042 2026-00421 2026-0042-x 2026/2026-0042/",
                &cases
            ),
            "2026-0043, (2026-0044). 12026-0042 2026-00421 2026-0042-x 2026/2026-0043/"
        );
        let renaming = Renaming {
            cases,
            ..Renaming::default()
        };
        let earlier = "case: 2026-0001\nsteps:\n# 2026-0042\n";
        let record = format!("{earlier}- step: received\n  same_incident_as: 2026-0042\n");
        assert_eq!(
            addition(earlier.as_bytes(), record.as_bytes(), &renaming).unwrap(),
            b"- step: received\n  same_incident_as: 2026-0043\n"
        );
    }
}
