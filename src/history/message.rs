//! The message of a commit: what it may not contradict, and what is proposed.

use crate::locale::Locale;
use crate::register::step::StepKind;
use crate::register::words::CaseId;

/// The words before a step's number, in both languages.
const STEP: [&str; 2] = ["stap", "step"];

/// What the first line of an import begins with, in both languages the same.
const IMPORT: &str = "import";

/// Gives the first line that is not a comment of git.
fn subject(message: &str) -> Option<&str> {
    message
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Tells whether there is no message.
pub fn is_missing(message: &str) -> bool {
    subject(message).is_none()
}

/// Tells whether a message says of its commit that it imports cases from elsewhere: its first line begins with `Import`.
pub fn says_import(message: &str) -> bool {
    let first = subject(message).and_then(|line| line.split(|c: char| !c.is_alphanumeric()).next());
    first.is_some_and(|word| word.eq_ignore_ascii_case(IMPORT))
}

/// Tells whether the first line names another case or another step than the commit has; it need not name any.
pub fn contradicts(message: &str, case: CaseId, step: usize) -> bool {
    let words: Vec<&str> = subject(message)
        .unwrap_or_default()
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .collect();
    let mut cases = words
        .iter()
        .filter_map(|word| word.parse::<CaseId>().ok())
        .peekable();
    if cases.peek().is_some() && !cases.any(|named| named == case) {
        return true;
    }
    let is_step = |word: &str| STEP.iter().any(|step| word.eq_ignore_ascii_case(step));
    words
        .windows(2)
        .any(|pair| is_step(pair[0]) && pair[1].parse::<usize>().is_ok_and(|number| number != step))
}

/// Gives a message in which the first line names another step: `stap 3` becomes `stap 4`.
pub fn renumbered(message: &str, old: usize, new: usize) -> String {
    with_step(message, new, |number| number == old)
}

/// Gives a message in which the first line names this step, whichever it named.
pub fn naming(message: &str, new: usize) -> String {
    with_step(message, new, |_| true)
}

fn with_step(message: &str, new: usize, replaces: impl Fn(usize) -> bool) -> String {
    let Some(first) = subject(message) else {
        return message.to_owned();
    };
    let mut out = Vec::new();
    let mut before = "";
    for word in first.split(' ') {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        let is_step = STEP.iter().any(|step| before.eq_ignore_ascii_case(step));
        out.push(match digits.parse::<usize>() {
            Ok(number) if is_step && replaces(number) => word.replacen(digits, &new.to_string(), 1),
            _ => word.to_owned(),
        });
        before = word;
    }
    message.replacen(first, &out.join(" "), 1)
}

/// Proposes the first line for a step: `2026-0007 stap 3: ontvangstbevestiging`.
pub fn proposal(case: CaseId, number: usize, step: StepKind, locale: &Locale) -> String {
    let what = locale.text(&format!("step-{}", step.word()));
    format!(
        "{case} {} {number}: {what}",
        locale.text("history-message-step")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_may_say_nothing_but_not_something_else() {
        let case: CaseId = "2026-0007".parse().unwrap();
        for message in [
            "Gebeld",
            "2026-0007 stap 3: oordeel",
            "Step 3 of 2026-0007.",
            "Zie 2025-0001, bij 2026-0007",
            "#x\n2026-0007",
        ] {
            assert!(!contradicts(message, case, 3), "{message}");
        }
        for message in ["2026-0008 stap 3", "2026-0007 stap 2: oordeel", "step 4"] {
            assert!(contradicts(message, case, 3), "{message}");
        }
        assert_eq!(
            renumbered("2026-0007 stap 3: oordeel\n\nStap 3.\n", 3, 4),
            "2026-0007 stap 4: oordeel\n\nStap 3.\n"
        );
        assert_eq!(
            renumbered("Stap 13, 3 keer gebeld", 3, 4),
            "Stap 13, 3 keer gebeld"
        );
        assert!(
            is_missing(" \n# x\n")
                && says_import("Import: oud systeem")
                && !says_import("Importeur gebeld")
        );
    }
}
