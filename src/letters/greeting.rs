//! How a letter begins: from where, and to whom.

use crate::locale::Locale;

/// Finds the place in an address: what stands behind a Dutch postal code.
pub(super) fn place(address: &[String]) -> Option<&str> {
    address.iter().rev().find_map(|line| {
        let digits = line
            .get(..4)
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
        let rest = line[digits.len()..].trim_start();
        let letters = rest
            .get(..2)
            .filter(|letters| letters.bytes().all(|b| b.is_ascii_uppercase()))?;
        let place = rest[letters.len()..].strip_prefix(' ')?.trim();
        (!place.is_empty()).then_some(place)
    })
}

/// Begins a letter to somebody of whom only the name is known: with the surname where initials tell which part that is, and by
/// title where the name has one. Of an organisation, whom the letter is for is greeted, and otherwise nobody by name.
pub(super) fn salutation(name: &str, organisation: bool, locale: &Locale) -> String {
    let attention = locale.text("letter-attention");
    let person = attention.split(';').find_map(|words| {
        let at = name.to_lowercase().find(words.trim())?;
        name.get(at + words.trim().len()..)
    });
    let name = person.unwrap_or(name).trim();
    let (title, rest) = locale
        .text("letter-titles")
        .split(';')
        .filter_map(|entry| entry.split_once('='))
        .map(|(written, said)| (written.trim().to_owned(), said.trim().to_owned()))
        .find_map(|(written, said)| {
            let head = name
                .get(..written.len())
                .filter(|head| head.to_lowercase() == written)?;
            let rest = name[head.len()..].strip_prefix(' ')?;
            Some((Some(said), rest))
        })
        .unwrap_or((None, name));
    let parts: Vec<&str> = rest.split_whitespace().collect();
    let surname: Vec<&str> = parts
        .iter()
        .copied()
        .skip_while(|part| part.ends_with('.'))
        .collect();
    let initials = surname.len() < parts.len() && !surname.is_empty();
    let mut surname = if initials {
        surname.join(" ")
    } else {
        parts.join(" ")
    };
    if let Some(first) = surname
        .chars()
        .next()
        .filter(|_| initials || title.is_some())
    {
        surname = format!("{}{}", first.to_uppercase(), &surname[first.len_utf8()..]);
    }
    match title {
        Some(title) => locale.text_with(
            "letter-dear-title",
            &crate::args!(title: title, name: surname),
        ),
        None if initials => locale.text_with("letter-dear-surname", &crate::args!(name: surname)),
        None if organisation && person.is_none() => locale.text("letter-dear-anyone"),
        None => locale.text_with("letter-dear-name", &crate::args!(name: name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::procedure::Language;

    #[test]
    fn nobody_is_taken_for_a_man_or_a_woman() {
        let dutch = Locale::new(Language::Nl);
        for (name, wanted) in [
            ("J. de Wit", "Geachte heer of mevrouw De Wit"),
            ("mevrouw J. de Wit", "Geachte mevrouw De Wit"),
            ("De heer A. B. Çelik", "Geachte heer Çelik"),
            ("Mevr. van Dam", "Geachte mevrouw Van Dam"),
            ("Jan de Wit", "Geachte Jan de Wit"),
            (
                "Gemeente X, afdeling Werk, T.a.v. de heer B. van Test",
                "Geachte heer Van Test",
            ),
            ("J.", "Geachte J."),
            ("", "Geachte "),
        ] {
            assert_eq!(
                salutation(name, false, &dutch).trim_end(),
                wanted.trim_end(),
                "{name}"
            );
        }
    }

    #[test]
    fn an_organisation_is_not_greeted_by_its_name() {
        let dutch = Locale::new(Language::Nl);
        for (name, wanted) in [
            ("Voorbeeld Zorg BV", "Geachte heer of mevrouw"),
            ("Voorbeeld Zorg BV, t.a.v. Jan Test", "Geachte Jan Test"),
            ("J. Test", "Geachte heer of mevrouw Test"),
        ] {
            assert_eq!(salutation(name, true, &dutch), wanted, "{name}");
        }
    }

    #[test]
    fn the_place_stands_behind_the_postal_code() {
        let place_of = |line: &str| place(&[line.to_owned()]).map(str::to_owned);
        assert_eq!(place_of("6171 GD Stein"), Some("Stein".into()));
        assert_eq!(
            place_of("6171GD  Bergen op Zoom"),
            Some("Bergen op Zoom".into())
        );
        for line in [
            "Dorpsstraat 1",
            "6171 GD",
            "é171 AA x",
            "617",
            "6171 gd Stein",
        ] {
            assert_eq!(place_of(line), None, "{line}");
        }
    }
}
