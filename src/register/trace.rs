//! What of the annexes would give a person away, and looking for it in public texts.

use std::collections::BTreeSet;
use std::ops::Range;

use memchr::memmem::Finder;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::words::choice;

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
    /// Gathers what would give someone away: texts folded, numbers as their digits.
    pub(super) fn of_person(
        name: &str,
        phone: Option<&str>,
        email: Option<&str>,
        address: Option<&str>,
    ) -> Self {
        let all = [
            (Trace::Name, names(name)),
            (Trace::Phone, phone.map(number).unwrap_or_default()),
            (Trace::Email, email.map(lines).unwrap_or_default()),
            (Trace::Address, address.map(lines).unwrap_or_default()),
            (Trace::Address, address.map(parts).unwrap_or_default()),
        ];
        let each = all.into_iter();
        Self(
            each.flat_map(|(trace, all)| all.into_iter().map(move |one| (trace, one)))
                .collect(),
        )
    }

    /// Gives where in a text something of a person stands that it holds.
    pub fn place_in(&self, text: &str) -> Range<usize> {
        place(text, |part| self.found_in(part).is_some())
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
        let small = folded(text);
        let there = |(trace, needle): &&(Trace, String)| holds(text, &small, *trace, needle);
        self.0.iter().find(there).map(|(trace, _)| *trace)
    }
}

/// Gives what of a name is looked for. Initials and short words would turn up everywhere; the surname with what stands before it
/// does not, and either half of a double one stands for it.
fn names(name: &str) -> Vec<String> {
    let name = name.trim().replace(" -", "-").replace("- ", "-");
    let long = |text: &str, least| text.chars().count() >= least;
    let words: Vec<&str> = name
        .split_whitespace()
        .filter(|word| !word.contains('.'))
        .collect();
    if let Some((last, before)) = words.split_last() {
        // What belongs to the surname has no capital: `van den`.
        let first = before
            .iter()
            .rposition(|word| !word.starts_with(char::is_lowercase));
        let before = first.map_or(before, |first| &before[first + 1..]);
        let halves: Vec<&str> = last.split('-').collect();
        let double = halves.iter().enumerate().filter_map(|(n, half)| {
            let with = [before, &[*half]].concat().join(" ");
            let alone = long(half, 5).then_some(*half);
            alone
                .or_else(|| (n == 0 && !before.is_empty() && long(&with, 6)).then_some(&with))
                .map(folded)
        });
        let double: Vec<String> = double.collect();
        if halves.len() > 1 && !double.is_empty() {
            return double;
        }
        // Wherever the whole name stands, its last word stands too.
        if long(last, 5) {
            return vec![folded(last)];
        }
    }
    let both = [folded(&name), folded(&words.join(" "))].into_iter();
    both.filter(|name| long(name, 4)).collect()
}

/// Gives what of a telephone number is looked for: its digits without what stands before them from abroad and within the country, and
/// of one in a town those that are dialled there.
fn number(phone: &str) -> Vec<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let abroad = phone
        .trim_start()
        .starts_with('+')
        .then_some(digits.as_str());
    let abroad = abroad.or_else(|| digits.strip_prefix("00"));
    let home = abroad.map(|all| {
        let mut codes = ["31", "32", "49"].iter();
        codes.find_map(|code| all.strip_prefix(code)).unwrap_or(all)
    });
    let digits = home.unwrap_or(&digits).trim_start_matches('0');
    let is_in_town = digits.len() == 9 && !digits.starts_with('6');
    let digits = if is_in_town { &digits[2..] } else { digits };
    (digits.len() >= FIRST_DIGITS)
        .then(|| digits.to_owned())
        .into_iter()
        .collect()
}

/// Gives the lines of an address that are long enough to look for.
fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| folded(line.trim_end()));
    lines
        .filter(|line: &String| line.chars().count() >= 6)
        .collect()
}

/// Gives what has a number between the commas of an address, and the postcodes; a town alone gives nobody away.
fn parts(address: &str) -> Vec<String> {
    let parts = address.split(['\n', ',', ';']).map(str::trim);
    let numbered = parts.filter(|part| part.contains(|c: char| c.is_ascii_digit()));
    let parts: Vec<String> = numbered.map(folded).collect();
    let postcodes = parts.iter().flat_map(|part| {
        part.match_indices(|c: char| c.is_ascii_digit())
            .filter_map(|(at, _)| {
                let (digits, rest) = part[at..].split_at_checked(4)?;
                let letters = rest.trim_start().get(..2)?;
                let end = part.len() - rest.trim_start().len() + 2;
                let is_one = digits.bytes().all(|b| b.is_ascii_digit())
                    && letters.bytes().all(|b| b.is_ascii_lowercase())
                    && is_word_at(part, at, &part[at..end]);
                is_one.then(|| [format!("{digits} {letters}"), format!("{digits}{letters}")])
            })
    });
    let postcodes: Vec<String> = postcodes.flatten().collect();
    let long = parts.into_iter().filter(|part| part.chars().count() >= 6);
    long.chain(postcodes).collect()
}

/// How many digits, put together, are enough to look whether a telephone number begins with them.
const FIRST_DIGITS: usize = 7;

/// A public text that is compared with the annexes of all cases: what it holds is listed once, so that each trace costs a look-up.
///
/// Among so many names are those that are words as well (Groot, Lange), so here a name counts with a capital only.
pub struct PublicText<'t> {
    text: &'t str,
    small: String,
    words: BTreeSet<String>,
    capitals: BTreeSet<String>,
    numbers: BTreeSet<String>,
}

impl<'t> PublicText<'t> {
    /// Lists what a text holds.
    pub fn of(text: &'t str) -> Self {
        let (mut words, mut capitals) = (BTreeSet::new(), BTreeSet::new());
        for word in text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)) {
            let small: String = word.chars().flat_map(fold).collect();
            if word.starts_with(char::is_uppercase) {
                capitals.insert(small.clone());
            }
            words.insert(small);
        }
        let digits = text.match_indices(|c: char| c.is_ascii_digit());
        let numbers = digits.map(|(at, _)| digits_from(text, at).take(FIRST_DIGITS).collect());
        Self {
            text,
            small: folded(text),
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
            listed && holds(self.text, &self.small, *trace, needle)
        };
        traces.0.iter().find(there).map(|(trace, _)| *trace)
    }
}

/// Gives the first place in a text that is enough to be found: from word to word, the fewest that will do.
pub fn place(text: &str, is_found: impl Fn(&str) -> bool) -> Range<usize> {
    let is_word = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    let edges = text.char_indices().filter(|(at, c)| {
        let before = text[..*at].chars().next_back();
        before.is_none_or(|before| is_word(before) != is_word(*c))
    });
    let edges: Vec<usize> = edges.map(|(at, _)| at).chain([text.len()]).collect();
    let end = edges[edges
        .partition_point(|end| !is_found(&text[..*end]))
        .min(edges.len() - 1)];
    let start = edges.partition_point(|start| *start < end && is_found(&text[*start..end]));
    edges[start.saturating_sub(1)]..end
}

/// Tells whether a text, also given folded, holds something of a person.
fn holds(text: &str, small: &str, trace: Trace, needle: &str) -> bool {
    match trace {
        Trace::Phone => holds_number(text, needle),
        Trace::Name | Trace::Email | Trace::Address => holds_word(small, needle),
    }
}

/// Gives the letters, small and without accents, that stand for a character; none for an accent by itself.
pub(crate) fn fold(c: char) -> impl Iterator<Item = char> {
    let other = (!c.is_ascii()).then(|| c.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)));
    let ascii = c.is_ascii().then_some(c.to_ascii_lowercase());
    ascii
        .into_iter()
        .chain(other.into_iter().flatten())
        .flat_map(plain)
}

/// Gives what people type for a letter or sign that is not on their keyboard.
fn plain(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'ĳ' => ('i', Some('j')),
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' => ('d', None),
        'ı' => ('i', None),
        '‘' | '’' | 'ʼ' | '′' | '´' | '`' => ('\'', None),
        '‐' | '‑' | '–' => ('-', None),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}

/// Small letters without accents and single spaces, so that a name is found over a line break, in capitals, and however it was typed.
pub(crate) fn folded(text: &str) -> String {
    // Nearly all there is, so it is copied a run at a time.
    let is_plain = |b: u8| matches!(b, b'!'..=b'_' | b'a'..=b'~');
    let mut small = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let end = rest.bytes().position(|b| !is_plain(b));
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        small.push_str(word);
        let mut after = after.chars();
        match after.next() {
            None => break,
            Some(c) if !c.is_whitespace() => small.extend(fold(c)),
            Some(_) if small.is_empty() || small.ends_with(' ') => {}
            Some(_) => small.push(' '),
        }
        rest = after.as_str();
    }
    small.make_ascii_lowercase();
    small
}

/// Tells whether a folded text holds something as a word of its own.
fn holds_word(small: &str, needle: &str) -> bool {
    let finder = Finder::new(needle);
    let mut from = 0;
    while let Some(found) = finder.find(&small.as_bytes()[from..]) {
        let (at, end) = (from + found, from + found + needle.len());
        let before = small[..at].chars().next_back();
        let after = small[end..].chars().next();
        if ![before, after]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric)
        {
            return !needle.is_empty();
        }
        from = at + 1;
    }
    false
}

/// Tells whether something, folded, stands at a place in a text as a word of its own.
pub(crate) fn is_word_at(text: &str, at: usize, needle: &str) -> bool {
    let joined = text[..at]
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric);
    let words = text[at..].split_whitespace();
    let words: Vec<&str> = words.take(needle.split(' ').count()).collect();
    let rest = folded(&words.join(" "));
    let after = rest.strip_prefix(needle);
    !joined && after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
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
    fn finds_it_where_it_stands() {
        for (text, part) in [
            ("De witte auto van mevrouw DE WIT, en de Wit", "DE WIT"),
            ("J.\n  de   Wit", "de   Wit"),
            ("bel 06 1234 5678 terug", "06 1234 5678"),
            ("mail J@VOORBEELD.example.", "J@VOORBEELD.example"),
            ("woont op Dorpsstraat 12 in Stein", "Dorpsstraat 12"),
        ] {
            assert_eq!(&text[traces().place_in(text)], part, "{text}");
        }
    }

    #[test]
    fn finds_it_written_in_another_way() {
        let found = |field: &str, kept: &str, text: &str| {
            let name = if field == "name" { "" } else { "name: X, " };
            let annex = format!("complainant: {{{name}{field}: \"{kept}\"}}\n");
            let traces = parse_annex(&annex).unwrap().1;
            let found = traces.found_in(text);
            assert_eq!(
                PublicText::of(text).give_away(&traces),
                found,
                "{kept}: {text}"
            );
            found.is_some()
        };
        let address = "Dorpsstraat 12, 6171 AA Maastricht";
        for (field, kept, text) in [
            ("address", address, "Woont op Dorpsstraat 12."),
            ("address", address, "in 6171 aa"),
            ("address", address, "in 6171AA, op nummer 12"),
            ("phone", "06-11111119", "bel +31 6 1111 1119"),
            ("phone", "06-11111119", "bel 0031611111119"),
            ("phone", "+31 (0)6 11111119", "bel 06 11 11 11 19"),
            ("phone", "+31611111119", "bel 06-11111119"),
            ("phone", "+32 475 12 34 56", "bel 0475/123456"),
            ("phone", "046-4331234", "bel 433 12 34"),
            ("phone", "046-4331234", "bel +31464331234"),
            ("name", "J.P. van den Berg-Smeets", "Mevrouw Van den Berg"),
            ("name", "J.P. van den Berg - Smeets", "mevrouw Smeets"),
            ("name", "A. O'Brien", "De heer O’Brien"),
            ("name", "J. Straßer", "STRASSER"),
            ("name", "Yıldız", "mevrouw YILDIZ"),
            ("name", "E. İnönü", "INÖNÜ"),
            ("name", "Ç. Özdemir", "mevrouw Ozdemir"),
            ("name", "Ç. Özdemir", "mevrouw O\u{308}zdemir"),
            ("name", "S. Ozdemir", "mevrouw Özdemir"),
            ("name", "K. Sørensen-Łukasik", "heer Lukasik"),
            ("name", "J.P. van den Berg-Smeets", "Berg–Smeets"),
        ] {
            assert!(found(field, kept, text), "{kept}: {text}");
        }
        for (field, kept, text) in [
            ("address", address, "De trein naar Maastricht van 12 uur"),
            ("address", address, "Dossier 6171 aangehouden"),
            ("phone", "046-4331234", "433 keer, 12 maal"),
            ("name", "J.P. van den Berg-Smeets", "Op de berg"),
            ("name", "Anne-Marie de Wit", "Anne belde"),
        ] {
            assert!(!found(field, kept, text), "{kept}: {text}");
        }
    }

    #[test]
    fn a_text_that_is_compared_with_everybody_gives_away_the_same() {
        let found = |text: &str| PublicText::of(text).give_away(&traces());
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
