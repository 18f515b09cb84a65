//! How a letter begins: from where, and to whom.

use crate::args;
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

/// Begins a letter to somebody of whom only the name is known: by title and surname where the name has a title, and otherwise with
/// the name, which fits anybody. Of an organisation, whom the letter is for is greeted, and otherwise nobody by name.
pub(super) fn salutation(name: &str, organisation: bool, locale: &Locale) -> String {
    let person = behind_attention(name, &locale.text("letter-attention"));
    let name = person.unwrap_or(name).trim();
    let forms = Forms::of(locale);
    let words: Vec<&str> = name.split_whitespace().collect();
    let by_name = |name: &str| locale.text_with("letter-dear-name", &args!(name: name));
    let people = people(&words, &forms);
    match people.as_slice() {
        all if all.iter().all(|(_, one)| one.title.is_some()) => {
            let said = all
                .iter()
                .map(|(joint, one)| format!("{joint} {}", one.said()));
            by_name(said.collect::<Vec<_>>().join(" ").trim())
        }
        [(_, only)] if only.initials => by_name(&only.whole.join(" ")),
        _ if organisation && person.is_none() => locale.text("letter-dear-anyone"),
        _ => match forms.title(&words) {
            (Some(title), rest) => by_name(&format!("{title} {}", rest.join(" "))),
            (None, _) => by_name(name),
        },
    }
}

/// Gives what stands behind the words that tell for whom in an organisation something is.
fn behind_attention<'n>(name: &'n str, attention: &str) -> Option<&'n str> {
    attention.split(';').find_map(|words| {
        name.char_indices().find_map(|(at, _)| {
            let (head, behind) = name[at..].split_at_checked(words.len())?;
            head.eq_ignore_ascii_case(words).then_some(behind)
        })
    })
}

/// The forms of address of a language.
struct Forms {
    /// A title as it is written before a name, without full stops, and as it is said.
    titles: Vec<(String, String)>,
    /// A word that joins two people, and as it is said.
    joints: Vec<(String, String)>,
    /// Titles that say nothing of how somebody is addressed.
    degrees: Vec<String>,
}

impl Forms {
    fn of(locale: &Locale) -> Self {
        let pairs = |key| {
            let text: String = locale.text(key);
            let entries = text.split(';').filter_map(|entry| entry.split_once('='));
            entries
                .map(|(written, said)| (written.to_owned(), said.to_owned()))
                .collect()
        };
        let degrees = locale.text("letter-degrees");
        Self {
            titles: pairs("letter-titles"),
            joints: pairs("letter-joints"),
            degrees: degrees.split(';').map(str::to_owned).collect(),
        }
    }

    /// Splits the title off; one that the table writes with a capital is only recognised exactly so.
    fn title<'f, 'w, 'n>(&'f self, words: &'w [&'n str]) -> (Option<&'f str>, &'w [&'n str]) {
        let found = self.titles.iter().find_map(|(written, said)| {
            let (head, rest) = words.split_at_checked(written.split(' ').count())?;
            let head = head.join(" ");
            (head == *written || plain(&head) == *written).then_some((Some(said.as_str()), rest))
        });
        found.unwrap_or((None, words))
    }

    /// Tells whether a word before a surname is an initial or a degree.
    fn is_before_surname(&self, word: &str) -> bool {
        let mut letters = word.chars();
        word.ends_with('.')
            || letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
            || self.is_degree(word)
    }

    fn is_degree(&self, word: &str) -> bool {
        self.degrees.contains(&plain(word))
    }
}

/// Gives words as the tables have them: in small letters, and without the full stop at the end of a word.
fn plain(words: &str) -> String {
    let words = words.split(' ').map(|word| word.trim_end_matches('.'));
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Somebody in a name as it was written down.
struct Named<'f, 'n> {
    title: Option<&'f str>,
    /// Whether initials tell which part is the surname.
    initials: bool,
    /// The surname, or else all that there is behind the title.
    surname: &'n [&'n str],
    /// What stands behind the title, without degrees where initials say enough.
    whole: &'n [&'n str],
}

/// Splits a name into those whom it names, each with the word that joins it to the one before.
fn people<'f, 'n>(words: &'n [&'n str], forms: &'f Forms) -> Vec<(&'f str, Named<'f, 'n>)> {
    let mut people = Vec::new();
    let (mut joint, mut from) = ("", 0);
    for (at, word) in words.iter().enumerate() {
        let word = word.to_lowercase();
        if let Some((_, said)) = forms.joints.iter().find(|(written, _)| *written == word) {
            people.push((joint, Named::of(&words[from..at], forms)));
            (joint, from) = (said, at + 1);
        }
    }
    people.push((joint, Named::of(&words[from..], forms)));
    people
}

impl<'f, 'n> Named<'f, 'n> {
    fn of(words: &'n [&'n str], forms: &'f Forms) -> Self {
        let (title, rest) = forms.title(words);
        let skip = |is: &dyn Fn(&str) -> bool| {
            let count = rest.iter().take_while(|word| is(word)).count();
            &rest[count..]
        };
        let surname = skip(&|word| forms.is_before_surname(word));
        let without_degrees = skip(&|word| forms.is_degree(word));
        let initials = surname.len() < rest.len() && !surname.is_empty();
        Self {
            title,
            initials,
            surname: if initials { surname } else { rest },
            whole: if surname.len() < without_degrees.len() {
                without_degrees
            } else {
                rest
            },
        }
    }

    /// Gives the surname as it stands behind a title: with a capital, and without what follows a comma.
    fn surname(&self) -> String {
        let surname = self.surname.join(" ");
        let mut letters = surname.split(',').next().unwrap_or_default().chars();
        let first = letters.next().map(char::to_uppercase);
        first.into_iter().flatten().chain(letters).collect()
    }

    /// Gives title and surname; of a couple, the first may have the title alone.
    fn said(&self) -> String {
        let said = format!("{} {}", self.title.unwrap_or_default(), self.surname());
        said.trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    fn greets(language: Language, organisation: bool, all: &[(&str, &str)]) {
        let locale = Locale::of(language);
        for (name, wanted) in all {
            let said = salutation(name, organisation, locale);
            assert_eq!(said.trim_end(), *wanted, "{name}");
        }
    }

    #[test]
    fn nobody_is_taken_for_a_man_or_a_woman() {
        greets(
            Language::Nl,
            false,
            &[
                ("J. de Wit", "Geachte J. de Wit"),
                ("A B Çelik", "Geachte A B Çelik"),
                ("mr. A. Jansen", "Geachte A. Jansen"),
                ("mr A. Jansen", "Geachte A. Jansen"),
                ("mr. Jansen", "Geachte mr. Jansen"),
                ("Jan de Wit", "Geachte Jan de Wit"),
                ("J.", "Geachte J."),
                ("", "Geachte"),
            ],
        );
        greets(
            Language::En,
            false,
            &[
                ("J. de Wit", "Dear J. de Wit"),
                ("mr. A. Jansen", "Dear A. Jansen"),
                ("Mr. drs. A. Jansen", "Dear A. Jansen"),
                ("mr. Jansen", "Dear mr. Jansen"),
                ("Jan de Wit", "Dear Jan de Wit"),
            ],
        );
    }

    #[test]
    fn a_title_is_said_as_it_is_written() {
        greets(
            Language::Nl,
            false,
            &[
                ("mevrouw J. de Wit", "Geachte mevrouw De Wit"),
                ("De heer A. B. Çelik", "Geachte heer Çelik"),
                ("Mevr. van Dam", "Geachte mevrouw Van Dam"),
                ("dhr Jansen", "Geachte heer Jansen"),
                ("Mw A. Jansen", "Geachte mevrouw Jansen"),
                ("Mw. dr A. Jansen", "Geachte mevrouw Jansen"),
                ("mevrouw Anna van Dam", "Geachte mevrouw Anna van Dam"),
                ("fam. de Wit", "Geachte familie De Wit"),
                ("de heer/mevrouw De Wit", "Geachte heer of mevrouw De Wit"),
                ("mevrouw", "Geachte mevrouw"),
            ],
        );
        greets(
            Language::En,
            false,
            &[
                ("Mr A. Jansen", "Dear Mr Jansen"),
                ("Mrs. van Dam", "Dear Mrs Van Dam"),
                ("dhr Jansen", "Dear Mr Jansen"),
                ("dr. A. Jansen", "Dear Dr Jansen"),
                ("mevrouw mr. A. Jansen", "Dear Ms Jansen"),
            ],
        );
    }

    #[test]
    fn a_couple_is_two_people() {
        greets(
            Language::Nl,
            false,
            &[
                (
                    "de heer en mevrouw De Wit",
                    "Geachte heer en mevrouw De Wit",
                ),
                ("dhr. en mevr. A. de Wit", "Geachte heer en mevrouw De Wit"),
                (
                    "mw. A. Jansen & dhr. B. de Wit",
                    "Geachte mevrouw Jansen en heer De Wit",
                ),
                ("J. en M. de Wit", "Geachte J. en M. de Wit"),
                ("de heer De Wit en zoon", "Geachte heer De Wit en zoon"),
            ],
        );
        greets(
            Language::En,
            false,
            &[
                ("Mr and Mrs De Wit", "Dear Mr and Mrs De Wit"),
                ("Mr. and Mrs. De Wit", "Dear Mr. and Mrs. De Wit"),
                ("dhr. en mevr. de Wit", "Dear Mr and Ms De Wit"),
            ],
        );
    }

    #[test]
    fn an_organisation_is_not_greeted_by_its_name() {
        greets(
            Language::Nl,
            true,
            &[
                ("Voorbeeld Zorg BV", "Geachte heer of mevrouw"),
                ("Voorbeeld Zorg en Welzijn", "Geachte heer of mevrouw"),
                ("Voorbeeld Zorg BV, t.a.v. Jan Test", "Geachte Jan Test"),
                (
                    "Gemeente X, afdeling Werk, T.a.v. de heer B. van Test",
                    "Geachte heer Van Test",
                ),
                // The small letters of these capitals are longer than they are.
                ("\u{130}\u{130} t.a.v. Jan", "Geachte Jan"),
                ("J. Test", "Geachte J. Test"),
            ],
        );
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
