//! What in a public text gives a person away by its form alone, with no annex to compare it with: an e-mail address, a telephone
//! number, a citizen service number, the name of an employee concerned.
//!
//! One pass over the bytes; only at a sign of such a thing (`@`, a digit, `+`, a capital) is looked further.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::args;
use crate::finding::Arg;
use crate::register::analysis::{lines, markdown_route, path};
use crate::register::case::Case;
use crate::register::procedure::Organisation;
use crate::register::public::texts;
use crate::register::redaction::of_analysis;
use crate::register::step::Action;
use crate::register::trace::{fold, folded, is_word_at, place};
use crate::route;
use crate::rules::{Context, Out, StepView};
use crate::source::{Route, Spot};
use crate::words::{StaffId, Text, choice};

choice!(
    /// What gives a person away.
    Personal {
        /// An e-mail address.
        Email = "email",
        /// A telephone number.
        Phone = "phone",
        /// A citizen service number (BSN).
        Bsn = "bsn",
        /// The name of an employee concerned.
        Name = "name",
    }
);

/// Warns of each public text that gives a person away, unless it is known to hold something of the annex (rule K020).
pub(super) fn personal_data(view: &StepView<'_>, out: &mut Out<'_>) {
    let mut search = None;
    texts(&view.step.action, &mut |place, text| {
        let search = search.get_or_insert_with(|| Search {
            names: names(view.context, about(view.case).iter()),
            own: view.context.procedure.map(|it| &it.organisation),
        });
        let found = search.found_in(text.as_str());
        if found.is_empty() {
            return;
        }
        let route = place(view.index);
        let in_file = view.case.route_in_file(&route);
        if view.case.leaks.iter().all(|leak| leak.route != in_file) {
            let part = found[0].1.clone();
            out.part(route, part, args!(what: named(&found)));
        }
    });
}

/// Warns of each text of a yearly analysis that gives a person away, unless it is known to hold something of an annex (rule K020).
pub(super) fn personal_data_in_analysis(context: &Context<'_>, out: &mut Out<'_>) {
    let register = context.register;
    if register.signed.is_empty() {
        return;
    }
    let about: BTreeSet<&StaffId> = register.cases.values().flat_map(about).collect();
    let search = Search {
        names: names(context, about.into_iter()),
        own: context.procedure.map(|it| &it.organisation),
    };
    for (year, analysis) in &register.signed {
        let mut look = |route: &Route, spot: &dyn Fn(&Range<usize>) -> Spot, text: &str| {
            let found = search.found_in(text);
            if !found.is_empty() && of_analysis(analysis, route, text).is_some() {
                let file = path(*year);
                out.file(&file, spot(&found[0].1), args!(what: named(&found)));
            }
        };
        for (name, judgement) in analysis.head.judgements.each() {
            if let Some((_, Some(ground))) = judgement {
                let route = route!["judgements", name, "ground"];
                let spot = |part: &Range<usize>| Spot::Part(route.clone(), part.clone());
                look(&route, &spot, ground.as_str());
            }
        }
        for (line, bytes) in lines(&analysis.text, analysis.begins) {
            let spot =
                |part: &Range<usize>| Spot::Bytes(bytes.start + part.start..bytes.start + part.end);
            look(&markdown_route(), &spot, line);
        }
    }
}

/// Names what was found.
fn named(found: &[Found]) -> Arg {
    let what = found
        .iter()
        .map(|(what, _)| Arg::Key(format!("personal-{what}")));
    Arg::List(what.collect())
}

/// Gives the employees whom a complaint is about.
fn about(case: &Case) -> &[StaffId] {
    let mut about = case.steps.iter().filter_map(|step| match &step.action {
        Action::Received(received) => Some(received.about.as_slice()),
        _ => None,
    });
    about.next().unwrap_or_default()
}

/// Gives the names, folded, of members of staff.
fn names<'a>(context: &Context<'_>, staff: impl Iterator<Item = &'a StaffId>) -> Vec<String> {
    let people = staff.filter_map(|id| context.staff?.get(id));
    people.filter_map(|person| name(&person.name)).collect()
}

/// Gives the surname, or the whole name where the surname is so short that it may be any word.
fn name(name: &Text) -> Option<String> {
    let name = name.as_str();
    let surname = name.split_whitespace().next_back()?;
    let long = surname.chars().filter(|c| c.is_alphabetic()).count() >= 4;
    let name = if long { surname } else { name.trim() };
    (long || name.contains(char::is_whitespace)).then(|| folded(name))
}

/// What gives a person away, and where in a text it stands.
type Found = (Personal, Range<usize>);

/// What is looked for in the texts of a case.
struct Search<'a> {
    names: Vec<String>,
    /// Whose own address and number give nobody away.
    own: Option<&'a Organisation>,
}

impl Search<'_> {
    /// Gives what a text gives away, each once, and where it first does.
    fn found_in(&self, text: &str) -> Vec<Found> {
        let bytes = text.as_bytes();
        let mut found: Vec<Found> = Vec::new();
        let mut at = 0;
        while let Some(step) = bytes[at..].iter().position(|b| SIGNS[usize::from(*b)]) {
            at += step;
            let (one, length) = match bytes[at] {
                b'@' => (self.email(text, at), 1),
                b'+' | b'0'..=b'9' => self.number(text, at),
                _ => (self.name(text, at), 1),
            };
            found.extend(one.filter(|(what, _)| found.iter().all(|(known, _)| known != what)));
            at += length;
        }
        found
    }

    /// Looks for an address around an `@`.
    fn email(&self, text: &str, at: usize) -> Option<Found> {
        let local = |b: &u8| b.is_ascii_alphanumeric() || b"._%+-".contains(b);
        let host = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
        let before = text.as_bytes()[..at].iter().rev();
        let begin = at - before.take_while(|b| local(b)).count();
        let rest = &text[at + 1..];
        let domain = &rest[..rest.find(host).unwrap_or(rest.len())];
        let domain = domain.trim_end_matches(['.', '-']);
        let (name, top) = domain.rsplit_once('.')?;
        let place = begin..at + 1 + domain.len();
        let whole = &text[place.clone()];
        let own = self.own.and_then(|own| own.email.as_ref());
        let is_one = begin < at
            && !name.is_empty()
            && top.len() >= 2
            && top.bytes().all(|b| b.is_ascii_alphabetic())
            && !own.is_some_and(|own| own.as_str().eq_ignore_ascii_case(whole));
        is_one.then_some((Personal::Email, place))
    }

    /// Looks for a number of a person where a number begins; gives how many bytes need no further look.
    fn number(&self, text: &str, at: usize) -> (Option<Found>, usize) {
        let rest = &text[at..];
        let run = rest.bytes().take_while(u8::is_ascii_digit).count();
        if is_inside(&text[..at]) {
            return (None, run.max(1));
        }
        if let Some(length) = phone(rest) {
            let plain = |text: &str| {
                text.chars()
                    .filter(char::is_ascii_digit)
                    .collect::<String>()
            };
            let own = self.own.and_then(|own| own.phone.as_ref());
            let own = own.is_some_and(|own| plain(own.as_str()) == plain(&rest[..length]));
            return ((!own).then_some((Personal::Phone, at..at + length)), length);
        }
        match bsn(rest).filter(|_| !text[..at].trim_end().ends_with(['€', '$'])) {
            Some(length) => (Some((Personal::Bsn, at..at + length)), length),
            None => (None, run.max(1)),
        }
    }

    /// Looks for the name of an employee concerned where a capital stands.
    fn name(&self, text: &str, at: usize) -> Option<Found> {
        let first = text[at..].chars().next()?;
        let small = fold(first).next()?;
        // Most capitals are of no name: their first letter tells.
        let mut names = self.names.iter().filter(|name| name.starts_with(small));
        let name = names.find(|name| first.is_uppercase() && is_word_at(text, at, name))?;
        let whole = place(&text[at..], |part| is_word_at(part, 0, name));
        Some((Personal::Name, at..at + whole.end))
    }
}

/// The bytes at which a text may give something away; the others, nearly all of a text, are passed over.
const SIGNS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        // `+`, digits, `@` and capitals, and what a letter that is not ASCII can begin with.
        table[byte] = matches!(byte, 0x2B | 0x30..=0x39 | 0x40..=0x5A | 0xC3..);
        byte += 1;
    }
    table
};

/// Tells whether a number goes on here that began before: `B12`, `1.234`, `2026-0007`.
fn is_inside(before: &str) -> bool {
    let mut before = before.chars().rev();
    match before.next() {
        Some('-' | '.' | '/' | ',' | ':') => before.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric() || c == '+',
        None => false,
    }
}

/// Splits a number, as people write it, into its groups of digits, each with what separates it from the one before.
fn groups(number: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = number;
    std::iter::from_fn(move || {
        let between = |c: char| matches!(c, ' ' | '\u{A0}' | '-' | '–' | '.' | '/' | '(' | ')');
        let (sign, digits) = rest.split_at(rest.find(|c| !between(c))?);
        let end = digits.find(|c: char| !c.is_ascii_digit());
        let (digits, more) = digits.split_at(end.unwrap_or(digits.len()));
        rest = more;
        (sign.chars().count() <= 3 && !digits.is_empty()).then_some((sign, digits))
    })
}

/// How the ten digits of a Dutch telephone number are grouped: `06` and eight, or an area of three or four and the rest.
const PHONES: &[&[usize]] = &[
    &[10],
    &[2, 8],
    &[2, 4, 4],
    &[2, 2, 2, 2, 2],
    &[2, 3, 3, 2],
    &[2, 2, 3, 3],
    &[2, 3, 2, 3],
    &[3, 7],
    &[3, 3, 4],
    &[3, 4, 3],
    &[3, 3, 2, 2],
    &[3, 2, 2, 3],
    &[4, 6],
    &[4, 3, 3],
    &[4, 2, 2, 2],
];

/// Gives the length of the telephone number with which a text begins, if it does.
fn phone(text: &str) -> Option<usize> {
    let abroad = ["+31", "+32", "+49", "0031"];
    if abroad.iter().any(|code| text.starts_with(code)) {
        let number = text.trim_start_matches(['+', '0']);
        let mut length = text.len() - number.len();
        let mut digits = 0;
        for (sign, group) in groups(number) {
            length += sign.len() + group.len();
            digits += group.len();
            if digits >= 10 {
                return (digits <= 15).then_some(length);
            }
        }
        return None;
    }
    let first = text.as_bytes().first_chunk::<3>()?;
    if first[0] != b'0' || first[1] == b'0' || first[2].is_ascii_alphabetic() {
        return None;
    }
    let (mut sizes, mut length, mut mark) = (Vec::new(), 0, None);
    for (sign, group) in groups(text) {
        // After the first group, which is set apart, the others are separated alike: times and dates are not.
        if sizes.len() > 1 && *mark.get_or_insert(sign) != sign {
            return None;
        }
        sizes.push(group.len());
        length += sign.len() + group.len();
        if sizes.iter().sum::<usize>() >= 10 {
            let is_one = PHONES.contains(&sizes.as_slice()) && (sizes[0] > 2 || first[1] == b'6');
            return is_one.then_some(length);
        }
    }
    None
}

/// Gives the length of the citizen service number with which a text begins, if it does: nine digits that pass the eleven test.
fn bsn(text: &str) -> Option<usize> {
    let (mut sizes, mut length, mut digits) = (Vec::new(), 0, Vec::new());
    for (sign, group) in groups(text) {
        if digits.len() >= 9 || !matches!(sign, "" | " " | ".") {
            break;
        }
        sizes.push(group.len());
        length += sign.len() + group.len();
        digits.extend(group.bytes().map(|b| i32::from(b - b'0')));
    }
    if !matches!(sizes.as_slice(), [9] | [4, 2, 3]) {
        return None;
    }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = weights.iter().zip(&digits).map(|(w, d)| w * d).sum();
    let mut after = text[length..].chars();
    let goes_on = match after.next() {
        Some('-' | '.' | '/' | ',') => after.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric(),
        None => false,
    };
    let passes = sum % 11 == 0 && digits.iter().any(|digit| *digit > 0);
    (passes && !goes_on).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(names: &[&str]) -> Search<'static> {
        let names = names.iter().filter_map(|text| name(&text.parse().ok()?));
        Search {
            names: names.collect(),
            own: None,
        }
    }

    fn found(text: &str) -> Vec<Personal> {
        let search = search(&["Kim Smit", "Pim Vos", "Anna de Groot", "Çelik Özdemir"]);
        let found = search.found_in(text).into_iter();
        found.map(|(what, _)| what).collect()
    }

    #[test]
    fn what_gives_a_person_away_is_found() {
        for text in [
            "Mail naar jan.de-wit+werk@voorbeeld.example.",
            "(a@b.nl)",
            "J@VOORBEELD.EXAMPLE",
        ] {
            assert_eq!(found(text), [Personal::Email], "{text}");
        }
        for text in [
            "Bel 0612345678.",
            "Bel 06-12345678 terug",
            "06 12 34 56 78",
            "06-12 34 56 78",
            "06.12.34.56.78",
            "06 - 1234 5678",
            "(06) 12345678",
            "tel:0612345678",
            "Telefoon 0475-123456",
            "0475 12 34 56, na zessen",
            "(046) 123 45 67",
            "046-1234567",
            "op 12 maart 2026 06-12345678",
            "+31612345678",
            "+31 6 12 34 56 78",
            "+31 (0)6 12345678",
            "0031 46 1234567",
            "+32 475 12 34 56",
        ] {
            assert_eq!(found(text), [Personal::Phone], "{text}");
        }
        for text in ["BSN 111222333", "bsn: 1112.22.333.", "111222333 (bsn)"] {
            assert_eq!(found(text), [Personal::Bsn], "{text}");
        }
        for text in [
            "Smit kwam niet.",
            "Mevrouw SMIT, de jobcoach",
            "met (Smit)",
            "Pim Vos",
            "Pim\n  Vos was er niet",
            "heer De Groot",
            "Dhr. Groot's agenda",
            "bij Özdemir",
        ] {
            assert_eq!(found(text), [Personal::Name], "{text}");
        }
        assert_eq!(
            found("Smit: 06-12345678, k@voorbeeld.example, Smit, 111222333"),
            [
                Personal::Name,
                Personal::Phone,
                Personal::Email,
                Personal::Bsn
            ]
        );
    }

    #[test]
    fn it_is_found_where_it_stands() {
        for (text, place) in [
            ("Mevrouw SMIT, de jobcoach", "SMIT"),
            ("De heer De  Groot's agenda", "Groot"),
            ("bij Özdemir.", "Özdemir"),
            ("Bel (06) 12345678 terug", "06) 12345678"),
            ("(jan@voorbeeld.example).", "jan@voorbeeld.example"),
        ] {
            let search = search(&["Kim Smit", "Anna De Groot", "Çelik Özdemir"]);
            let found = search.found_in(text);
            assert_eq!(&text[found[0].1.clone()], place, "{text}");
        }
    }

    #[test]
    fn what_is_only_like_it_is_left_alone() {
        for text in [
            "Afspraak op 06-12-2026 om 10.30 uur",
            "Op 2026-06-12 12:00 en op 6/12/2026",
            "06-10-2026 14 uur",
            "van 09.30 - 10.15 uur, 06.30-07.30 12.00",
            "Dossier 2026-0007, zie 2026-10000",
            "€ 1.234.567,89 en € 111222333 en 0,50",
            "6171 AB Stein, Dorpsstraat 06",
            "111222334 is geen BSN",
            "000000000",
            "1112223330",
            "111222333,50 en 0.111222333 en 111222333-4",
            "NL91ABNA0417164300",
            "B111222333 en 111222333B",
            "112, 0900-1234, 0800 0123",
            "12345678901234567890",
            "0123",
            "temperatuur +31 graden",
            "de smit en het vossenhol, Smitse en Kunstsmit, Groots",
            "Vos",
            "een @ b, @naam, a@b, a@b.c",
            "100% op 1.2.3",
            "",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn the_organisation_gives_nobody_away() {
        let own: Organisation = serde_yaml::from_str(
            "{name: X, email: klachten@voorbeeld.example, phone: 046 123 45 67}",
        )
        .unwrap();
        let search = Search {
            names: Vec::new(),
            own: Some(&own),
        };
        let text = "Bel 046-1234567 of mail Klachten@voorbeeld.example.";
        assert_eq!(search.found_in(text), []);
        assert_eq!(
            search.found_in("Bel 046-1234568 of mail klachten@voorbeeld.example.nl"),
            [(Personal::Phone, 4..15), (Personal::Email, 24..53)]
        );
    }
}
