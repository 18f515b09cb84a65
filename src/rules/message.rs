//! The words of a finding in a language: which message of the locale says it. The keys are those of `locales/*/rules.ftl`.

use std::borrow::Cow;

use crate::finding::{Arg, Args, Finding};
use crate::locale::Locale;
use crate::register::shape::nearest;
use crate::register::step::StepKind;

/// The rules whose findings name the words to choose from.
const UNKNOWN_STEP: &str = "K007";
const MISSING_KEY: &str = "K009";
const UNKNOWN_CHOICE: &str = "K011";

/// Gives the message of a finding.
///
/// A rule on a term says whether the term was met late, not met before the case ended, is overdue or is near; the other rules
/// have one message each, under their code. A word that was probably meant, the people who can be meant, a correction that
/// brought it about and the rules that it keeps from being checked are said behind it.
pub fn message(finding: &Finding, locale: &Locale) -> String {
    let args = &*in_words(finding, locale);
    let mut text = locale.text_with(&key(finding, locale), args);
    for (name, key) in [
        ("people", "in-service"),
        ("form", "written-as"),
        ("wanted", "belongs-here"),
        ("entries", "choose-from"),
        ("near", "did-you-mean"),
        ("cause", "caused-by-correction"),
        ("unchecked", "not-checked"),
    ] {
        if is_given(args, name) {
            text = format!("{text} {}", locale.text_with(key, args));
        }
    }
    text
}

/// Gives the values of a message with what the words of a choice mean, and takes what such a word means for the word itself.
fn in_words<'f>(finding: &'f Finding, locale: &Locale) -> Cow<'f, Args> {
    let texts: Vec<String> = match (finding.code, finding.args.get("choices")) {
        (MISSING_KEY | UNKNOWN_CHOICE, Some(Arg::List(choices))) => {
            choices.iter().map(|it| locale.shown(it)).collect()
        }
        (UNKNOWN_STEP, _) => StepKind::ALL
            .iter()
            .map(|it| it.word().to_owned())
            .collect(),
        // Nearly all findings have no choices.
        _ => return Cow::Borrowed(&finding.args),
    };
    let mut args = finding.args.clone();
    let words: Vec<&str> = texts.iter().map(String::as_str).collect();
    let meaning = |word: &str| match finding.code {
        UNKNOWN_STEP => locale.get(&format!("step-{word}")),
        _ => locale.meaning(&words, word),
    };
    let meant: Vec<(&str, String)> = words
        .iter()
        .filter_map(|word| Some((*word, meaning(word)?)))
        .collect();
    if let Some(Arg::Text(found)) = args.get("found").or(args.get("step"))
        && !is_given(&args, "near")
    {
        let found = found.to_lowercase();
        let near = nearest(&found, meant.iter().map(|(_, name)| name.as_str()));
        if let Some((word, _)) = meant.iter().find(|(_, name)| *name == near) {
            args.insert("near", (*word).into());
        }
    }
    if finding.code != UNKNOWN_STEP && !meant.is_empty() {
        let shown = meant.iter().map(|(word, name)| match word == name {
            true => Arg::from(*word),
            false => Arg::Text(format!("{word} ({name})")),
        });
        args.insert("choices", Arg::List(shown.collect()));
    }
    if finding.code == MISSING_KEY
        && let Some(choices) = args.remove("choices")
    {
        args.insert("entries", choices);
    }
    Cow::Owned(args)
}

/// Gives the key of the message of a finding.
pub(crate) fn key(finding: &Finding, locale: &Locale) -> String {
    let level = finding.level.word();
    if finding.args.contains_key("left") && finding.args.contains_key("term") {
        let measure = if is_given(&finding.args, "measure") {
            "-measure"
        } else {
            ""
        };
        let how = if is_given(&finding.args, "ended") {
            "ended"
        } else {
            level
        };
        return format!("term-{how}{measure}");
    }
    let own = format!("{}-{level}", finding.code);
    if locale.get(&own).is_some() {
        own
    } else {
        finding.code.to_owned()
    }
}

fn is_given(args: &Args, name: &str) -> bool {
    args.get(name)
        .is_some_and(|arg| !matches!(arg, Arg::Text(text) if text.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args;
    use crate::finding::Level;
    use crate::source::Spot;
    use crate::words::{Day, Language};

    fn said(code: &'static str, level: Level, args: Args) -> [String; 2] {
        let (file, spot) = ("2026/2026-0001/complaint.yaml".to_owned(), Spot::File);
        let finding = Finding {
            code,
            level,
            file,
            spot,
            case: None,
            clause: None,
            args,
            waived: false,
        };
        [Language::Nl, Language::En].map(|language| message(&finding, Locale::of(language)))
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_term_is_late_overdue_or_near() {
        let args = |late: i64, left: i64, measure: &str| args!(term: "Bericht", last: day("2026-03-16"), late: late, left: left, measure: measure);
        let mut late = args(1, -1, "");
        late.insert("done", day("2026-03-17").into());
        assert_eq!(
            said("K301", Level::Breach, late),
            [
                "Bericht: de laatste dag was 16 maart 2026, het werd 17 maart 2026. Dat is één dag te laat.",
                "Bericht: the last day was 16 March 2026. It was settled on 17 March 2026, one day late.",
            ]
        );
        let mut ended = args(4, -4, "");
        ended.insert("ended", day("2026-03-20").into());
        assert_eq!(
            said("K301", Level::Breach, ended),
            [
                "Bericht: de laatste dag was 16 maart 2026. Het is niet gedaan. Vanaf 20 maart 2026 hoefde het niet meer, 4 dagen te laat.",
                "Bericht: the last day was 16 March 2026. It was not done. From 20 March 2026 on it was no longer called for, 4 days too late.",
            ]
        );
        assert_eq!(
            said("K801", Level::Overdue, args(3, -3, "excuus"))[0],
            "Bericht \"excuus\": de laatste dag was 16 maart 2026. Het is nog niet gedaan en al 3 dagen over tijd."
        );
        for (left, when) in [(0, "vandaag"), (1, "morgen"), (2, "over 2 dagen")] {
            let expected = format!("Bericht: uiterlijk 16 maart 2026, dat is {when}.");
            assert_eq!(said("K601", Level::Due, args(0, left, ""))[0], expected);
        }
    }

    #[test]
    fn an_analysis_is_missing_or_near() {
        let args =
            |late: i64| args!(year: "2025", last: day("2026-04-01"), late: late, left: -late);
        assert_eq!(
            said("K808", Level::Overdue, args(2))[0],
            "De jaaranalyse van 2025 ontbreekt; zij moest er 1 april 2026 zijn. Dat is 2 dagen geleden."
        );
        assert_eq!(
            said("K808", Level::Due, args(-1))[1],
            "The analysis of 2025 is not there yet: 1 April 2026 at the latest, which is tomorrow."
        );
    }

    #[test]
    fn what_was_probably_meant_is_asked() {
        let args = |near: &str| args!(step: "recieved", near: near);
        assert_eq!(
            said("K007", Level::Violation, args("received")),
            [
                "De stap \"recieved\" bestaat niet. Bedoelde u received?",
                "There is no step \"recieved\". Did you mean received?",
            ]
        );
        assert_eq!(
            said("K007", Level::Violation, args(""))[0],
            "De stap \"recieved\" bestaat niet."
        );
    }

    #[test]
    fn who_can_be_meant_is_named() {
        let people = ["k.smit (Kim Smit)", "p.vos (Pim Vos)"].map(Arg::from);
        let args = args!(employee: "p.fos", near: "p.vos", people: Arg::List(people.to_vec()));
        assert_eq!(
            said("K027", Level::Violation, args)[0],
            "\"p.fos\" staat niet in de lijst van medewerkers. In dienst: k.smit (Kim Smit), p.vos (Pim Vos). Bedoelde u p.vos?"
        );
    }

    #[test]
    fn a_reason_uses_the_values_beside_it() {
        let why = || Arg::Key("day-too-early".into());
        let args = args!(number: 6usize, field: "told", day: day("2026-03-01"), why: why(), bound: day("2026-03-02"));
        assert_eq!(
            said("K031", Level::Violation, args)[0],
            "Bij \"told\" van stap 6 kan 1 maart 2026 niet: de vroegst mogelijke dag is 2 maart 2026."
        );
        let (why, step) = (
            Arg::Key("correction-field".into()),
            Arg::Key("step-received".into()),
        );
        let args = args!(why: why, step: step, field: "channel");
        assert_eq!(
            said("K021", Level::Violation, args)[1],
            "This correction is not possible: with what stands at \"channel\", the step \"receipt\" is no longer well formed."
        );
    }
}
