//! What of the annexes would give a person away, and looking for it in public texts.

use std::collections::BTreeSet;

use crate::register::step::choice;

choice!(
    /// What of a person turned up where it should not.
    Trace {
        /// A name.
        Name = "name",
        /// A telephone number.
        Phone = "phone",
        /// An e-mail address.
        Email = "email",
        /// A postal address.
        Address = "address",
    }
);

/// What would give a person away, kept only to look for it; it cannot be read out.
#[derive(Default)]
pub struct Traces(Vec<(Trace, String)>);

impl Traces {
    /// Takes what to look for: texts folded, numbers as their digits.
    pub(super) const fn new(traces: Vec<(Trace, String)>) -> Self {
        Self(traces)
    }

    /// Adds what another annex of the case gives away.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Tells whether there is nothing to look for.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Tells what of a person a text holds, if anything.
    pub fn found_in(&self, text: &str) -> Option<Trace> {
        let there = |(trace, needle): &&(Trace, String)| holds(text, *trace, needle);
        self.0.iter().find(there).map(|(trace, _)| *trace)
    }
}

/// How many digits, put together, are enough to look whether a telephone number begins with them.
const FIRST_DIGITS: usize = 7;

/// A public text that is compared with the annexes of all cases: what it holds is listed once, so that each trace costs a look-up.
///
/// Among so many names are those that are words as well (Groot, Lange), so here a name counts with a capital only.
pub struct Words<'t> {
    text: &'t str,
    words: BTreeSet<String>,
    capitals: BTreeSet<String>,
    numbers: BTreeSet<String>,
}

impl<'t> Words<'t> {
    /// Lists what a text holds.
    pub fn of(text: &'t str) -> Self {
        let (mut words, mut capitals) = (BTreeSet::new(), BTreeSet::new());
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            let small: String = word.chars().flat_map(char::to_lowercase).collect();
            if word.starts_with(char::is_uppercase) {
                capitals.insert(small.clone());
            }
            words.insert(small);
        }
        let digits = text.match_indices(|c: char| c.is_ascii_digit());
        let numbers = digits.map(|(at, _)| digits_from(text, at).take(FIRST_DIGITS).collect());
        Self {
            text,
            words,
            capitals,
            numbers: numbers.collect(),
        }
    }

    /// Tells what of a person the text holds, if anything.
    pub fn give_away(&self, traces: &Traces) -> Option<Trace> {
        let there = |(trace, needle): &&(Trace, String)| {
            let mut parts = needle.split(|c: char| !c.is_alphanumeric());
            let mut parts = parts.by_ref().filter(|part| !part.is_empty());
            let listed = match trace {
                Trace::Phone => {
                    (needle.get(..FIRST_DIGITS)).is_some_and(|n| self.numbers.contains(n))
                }
                Trace::Name => parts
                    .next_back()
                    .is_some_and(|last| self.capitals.contains(last)),
                Trace::Email | Trace::Address => {
                    parts.next().is_some_and(|first| self.words.contains(first))
                }
            };
            listed && holds(self.text, *trace, needle)
        };
        traces.0.iter().find(there).map(|(trace, _)| *trace)
    }
}

/// Tells whether a text holds something of a person.
fn holds(text: &str, trace: Trace, needle: &str) -> bool {
    match trace {
        Trace::Phone => holds_number(text, needle),
        Trace::Name | Trace::Email | Trace::Address => holds_word(text, needle),
    }
}

/// Lower case and single spaces, so that a name is found over a line break and in capitals.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> {
    let mut before = ' ';
    let spaced = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c });
    let single = spaced.filter(move |c| std::mem::replace(&mut before, *c) != ' ' || *c != ' ');
    single.flat_map(char::to_lowercase)
}

/// Tells whether a text, folded, holds something as a word of its own. The text is folded only where it may begin.
fn holds_word(text: &str, needle: &str) -> bool {
    let Some(first) = needle.chars().next() else {
        return false;
    };
    let begins = |c: char| {
        if c.is_ascii() {
            c.to_ascii_lowercase() == first
        } else {
            c.to_lowercase().next() == Some(first)
        }
    };
    text.match_indices(begins)
        .any(|(at, _)| is_word_at(text, at, needle))
}

/// Tells whether something, folded, stands at a place in a text as a word of its own.
pub(crate) fn is_word_at(text: &str, at: usize, needle: &str) -> bool {
    let joined = text[..at]
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric);
    let mut rest = folded(&text[at..]);
    !joined
        && needle.chars().all(|c| rest.next() == Some(c))
        && !rest.next().is_some_and(char::is_alphanumeric)
}

/// Tells whether a text holds a number, whatever people put between its digits.
fn holds_number(text: &str, digits: &str) -> bool {
    let Some(first) = digits.chars().next() else {
        return false;
    };
    text.match_indices(first).any(|(at, _)| {
        let mut rest = digits_from(text, at);
        digits.chars().all(|digit| rest.next() == Some(digit))
    })
}

/// Gives what comes from a place on in a text, without what people put between the digits of a number.
fn digits_from(text: &str, at: usize) -> impl Iterator<Item = char> {
    let between = |c: &char| c.is_whitespace() || matches!(c, '-' | '(' | ')' | '.' | '/');
    text[at..].chars().filter(move |c| !between(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::annex::parse_annex;

    fn traces() -> Traces {
        let text = "complainant: {name: J. de Wit, phone: 06-12345678, email: j@voorbeeld.example, address: Dorpsstraat 12}\n";
        parse_annex(text).unwrap().1
    }

    #[test]
    fn finds_what_gives_a_person_away() {
        for (text, trace) in [
            ("Mevrouw DE WIT belde", Trace::Name),
            ("J.\n  de   Wit", Trace::Name),
            ("bel 06 1234 5678 terug", Trace::Phone),
            ("mail J@VOORBEELD.example.", Trace::Email),
            ("woont Dorpsstraat 12 in Stein", Trace::Address),
        ] {
            assert_eq!(traces().found_in(text), Some(trace), "{text}");
        }
        let long = parse_annex("complainant: {name: A. van Bergen Jr.}\n")
            .unwrap()
            .1;
        assert_eq!(
            long.found_in("met A. van Bergen jr. en anderen"),
            Some(Trace::Name)
        );
        assert_eq!(
            traces().found_in("06 is 06, maar 06-12 (345) 678 niet"),
            Some(Trace::Phone)
        );
        for text in [
            "De witte auto",
            "Dorpsstraat 123",
            "de Wittenberg",
            "0612345679",
            "Afspraak op 12-3",
        ] {
            assert_eq!(traces().found_in(text), None, "{text}");
        }
    }

    #[test]
    fn a_text_that_is_compared_with_everybody_gives_away_the_same() {
        let found = |text: &str| Words::of(text).give_away(&traces());
        for (text, trace) in [
            ("Mevrouw DE WIT belde", Trace::Name),
            ("J.\n  de   Wit", Trace::Name),
            ("bel 06 1234 5678 terug, of niet", Trace::Phone),
            ("in 2026-06-12 (345) 678", Trace::Phone),
            ("mail J@VOORBEELD.example.", Trace::Email),
            ("woont dorpsstraat 12 in Stein", Trace::Address),
        ] {
            assert_eq!(found(text), Some(trace), "{text}");
            assert_eq!(traces().found_in(text), Some(trace), "{text}");
        }
        for text in [
            "de wit geverfde muur",
            "De witte auto",
            "Dorpsstraat 123",
            "0612345679",
            "",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
