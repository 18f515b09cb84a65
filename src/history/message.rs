//! The message of a commit: what it may not contradict, and what is proposed.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::args;
use crate::locale::{Locale, step_names};
use crate::register::step::StepKind;
use crate::words::CaseId;
use crate::words::characters::is_forbidden;

/// The words before a step's number, in both languages.
const STEP: [&str; 2] = ["stap", "step"];

/// The short word for a step, which has a point behind it.
const SHORT: &str = "st";

/// What the first line of an import begins with, in both languages the same.
const IMPORT: &str = "import";

/// Gives the first line that is not a comment of git.
fn subject(message: &str) -> Option<&str> {
    message
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Gives a message as it is seen, without the characters that have no shape: between two digits they would hide a number.
fn seen(message: &str) -> Cow<'_, str> {
    let is_shapeless =
        |c: char| c != '\n' && (is_forbidden(c) || matches!(c, '\u{FE0E}' | '\u{FE0F}'));
    match message.is_ascii() {
        true => Cow::Borrowed(message),
        false => message.chars().filter(|c| !is_shapeless(*c)).collect(),
    }
}

/// Tells whether there is no message.
pub fn is_missing(message: &str) -> bool {
    subject(&seen(message)).is_none()
}

/// Tells whether a message says of its commit that it imports cases from elsewhere: its first line begins with `Import`.
pub fn says_import(message: &str) -> bool {
    let first = subject(message).and_then(|line| line.split(|c: char| !c.is_alphanumeric()).next());
    first.is_some_and(|word| word.eq_ignore_ascii_case(IMPORT))
}

/// Tells whether git wrote a message for a commit that takes back another.
pub fn reverts(message: &str) -> bool {
    message
        .lines()
        .any(|line| line.starts_with("This reverts commit "))
}

/// Tells whether the first lines name another case or another step than the commit has; they need not name any.
pub fn contradicts(message: &str, case: CaseId, step: usize, kind: StepKind) -> bool {
    let message = &*seen(message);
    let named = Named::in_message(message);
    !named.cases.is_empty() && !named.cases.contains(&case)
        || named.steps.iter().any(|number| *number != step)
        || !named.steps.is_empty() && kind_in(message).is_some_and(|said| said != kind)
}

/// Gives the kind of step that a subject says and nothing more, as in `2026-0007 stap 3: oordeel`.
fn kind_in(message: &str) -> Option<StepKind> {
    static KINDS: LazyLock<HashMap<&str, StepKind>> = LazyLock::new(|| {
        let kinds = step_names().filter_map(|(word, name)| Some((word, name, StepKind::of(word)?)));
        let said = kinds.flat_map(|(word, name, kind)| [(word, kind), (name, kind)]);
        said.collect()
    });
    let (_, said) = subject(message)?.split_once(':')?;
    let said = said.trim_matches(|c: char| !c.is_alphanumeric());
    KINDS.get(said.to_lowercase().as_str()).copied()
}

/// Tells whether the first lines name a step of a case, as those of a commit do that takes it.
pub fn names_step(message: &str) -> bool {
    let named = Named::in_message(&seen(message));
    !named.cases.is_empty() && !named.steps.is_empty()
}

/// What may stand between the word for a step and its number.
const FILLERS: [&str; 5] = ["nr", "no", "nummer", "number", "n"];

/// The words for more than one step.
const STEPS: [&str; 2] = ["stappen", "steps"];

/// What may stand between the numbers of several steps.
const AND: [&str; 7] = ["en", "and", ",", "&", "-", "t", "m"];

/// The numbers that are written as words, from 1 on, as they are counted and as they are ranked.
const NUMBERS: [&str; 4] = [
    "één twee drie vier vijf zes zeven acht negen tien \
     elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig",
    "one two three four five six seven eight nine ten \
     eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende \
     elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste",
    "first second third fourth fifth sixth seventh eighth ninth tenth \
     eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
];

/// Gives the number that a word stands for.
fn in_words(word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    let at = |list: &&str| list.split(' ').position(|known| known == word);
    NUMBERS.iter().find_map(at).map(|at| at + 1)
}

/// Gives the number that digits write; one that no step can have stands for all that are too large.
fn in_digits(word: &str) -> Option<usize> {
    let is_number = !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| word.parse().unwrap_or(usize::MAX))
}

/// What may stand behind the number of a step that goes before the word.
const ORDINALS: [&str; 7] = ["e", "de", "ste", "st", "nd", "rd", "th"];

/// The cases and the steps that a message names.
#[derive(Default)]
struct Named {
    cases: Vec<CaseId>,
    steps: Vec<usize>,
}

impl Named {
    /// Reads the subject as git shows it, all lines up to an empty one, and the first line that is no comment: git takes comments away
    /// when a message is written in an editor, and leaves them otherwise.
    fn in_message(message: &str) -> Self {
        let lines = message.trim_start().lines();
        let lines: Vec<&str> = lines.take_while(|line| !line.trim().is_empty()).collect();
        let shown = lines.join(" ");
        let mut named = Self::default();
        named.read(&shown);
        let first = subject(message).unwrap_or_default();
        if first != shown {
            named.read(first);
        }
        named
    }

    fn read(&mut self, text: &str) {
        // Digits and signs of another width are those that everybody has.
        let plain: String = match text.is_ascii() {
            true => text.to_owned(),
            false => text.nfkc().collect(),
        };
        let tokens = tokens(&plain);
        let is = |token: Option<&&str>, words: &[&str]| {
            token.is_some_and(|token| words.iter().any(|word| token.eq_ignore_ascii_case(word)))
        };
        for (at, token) in tokens.iter().enumerate() {
            if let Some([year, "-" | "/", number]) = tokens.get(at..at + 3) {
                self.cases
                    .extend(format!("{year}-{number}").parse::<CaseId>());
            }
            if is(Some(token), &STEPS) {
                let listed = tokens[at + 1..].iter();
                let listed = listed.take_while(|token| {
                    is(Some(token), &AND) || token.starts_with(|c: char| c.is_ascii_digit())
                });
                let numbers = listed.filter_map(|number| in_digits(number));
                self.steps.extend(numbers);
            }
            if let Some([short, ".", number]) = tokens.get(at..at + 3)
                && short.eq_ignore_ascii_case(SHORT)
            {
                self.steps.extend(in_digits(number));
            }
            if !is(Some(token), &STEP) {
                continue;
            }
            // A word for a number is one of a step where nothing goes on with it: `stap vijf: gebeld`, not `stap twee brieven`.
            let ends = |at: usize| {
                let next = tokens.get(at);
                next.is_none_or(|token| !token.starts_with(char::is_alphanumeric))
            };
            let after_it = tokens.get(at + 1).filter(|_| ends(at + 2));
            let before_it = at.checked_sub(1).map(|at| &tokens[at]);
            let before_it = before_it.filter(|_| ends(at + 1));
            let said = [after_it, before_it].into_iter().flatten();
            self.steps.extend(said.filter_map(|word| in_words(word)));
            let words = |token: &&&str| token.starts_with(char::is_alphanumeric);
            let mut after = tokens[at + 1..].iter().filter(words);
            let next = after.next();
            let next = if is(next, &FILLERS) {
                after.next()
            } else {
                next
            };
            self.steps.extend(next.and_then(|number| in_digits(number)));
            let mut before = tokens[..at].iter().rev().filter(words);
            if is(before.next(), &ORDINALS) {
                self.steps
                    .extend(before.next().and_then(|number| in_digits(number)));
            }
        }
    }
}

/// Splits a text into numbers, words and signs; whichever dash it has is a hyphen, and spaces are left out.
fn tokens(text: &str) -> Vec<&str> {
    let kind = |c: char| match c {
        '0'..='9' => 0,
        c if c.is_alphabetic() => 1,
        c if c.is_whitespace() => 2,
        _ => 3,
    };
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let of_kind = kind(first);
        let sign = of_kind == 3;
        let end = match sign {
            true => first.len_utf8(),
            false => rest.find(|c| kind(c) != of_kind).unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at(end);
        let dash = matches!(
            first,
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}'
        );
        if of_kind != 2 {
            tokens.push(if dash { "-" } else { token });
        }
        rest = after;
    }
    tokens
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

/// Gives the first line for a step: `2026-0007 stap 3: ontvangstbevestiging`.
pub fn proposal(case: CaseId, number: usize, step: StepKind, locale: &Locale) -> String {
    let what = locale.text(&format!("step-{}", step.word()));
    let args = args!(case: case.to_string(), number: number, step: what);
    locale.text_with("record-message", &args)
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
            "2026-0007 stap 3: 4 keer gebeld",
            "Afgesproken op 2026-03-04, stap 3",
            "Op 2026/03/04 besproken",
            "stap drie: oordeel",
            "Een volgende stap twee brieven",
            "Eerste stap gezet",
            "Stap 3: oordeel over het aanbod",
            "Verdict: founded",
            "2026-0007 step 3: decided",
            "Verslag: gemaakt",
            "stappen 3",
            "2026-0007 st. 3",
            "St. Jansplein 9 bezocht",
            "2026-0007 stap 3 👩\u{200D}💻\u{2764}\u{FE0F}",
        ] {
            assert!(
                !contradicts(message, case, 3, StepKind::Decided),
                "{message}"
            );
        }
        for message in [
            "2026-0008 stap 3",
            "2026-0007 stap 2: oordeel",
            "step 4",
            "2026-0007\nstap 9: oordeel",
            "#2026-0008 stap 3",
            "stap9",
            "2026-0007 stap:9",
            "Stap nr. 9",
            "9e stap",
            "2026\u{2011}0008",
            "2026/0008",
            "２０２６-０００８",
            "stap ９",
            "2026-0007 stap negen",
            "Negende stap: gebeld",
            "step nine.",
            "2026-0007 st. 9: gebeld",
            "stappen 3 en 4",
            "steps 3, 4",
            "2026-0007 stap 3: aanbod",
            "2026-0007 Stap 3: Hoor van betrokkene.",
            "2026-0007 step 3: offer",
            "2026-0007 step 3: offered",
            "2026-0\u{200B}008",
            "2026-0007 st\u{AD}ap 2",
            "2026-0007 stap 3: aan\u{FE0F}bod",
            "stap 99999999999999999999999",
        ] {
            assert!(
                contradicts(message, case, 3, StepKind::Decided),
                "{message}"
            );
        }
        assert!(names_step("2026-0007 stap 3: oordeel") && !names_step("Zie 2026-0007"));
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
                && is_missing("\u{200B}\n")
                && says_import("Import: oud systeem")
                && !says_import("Importeur gebeld")
        );
    }
}
