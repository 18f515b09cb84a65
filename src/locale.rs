//! The words of the program in Dutch and English: one Fluent file a topic and a language under `locales/`.
//! Imports data only; nothing here decides anything.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::Datelike;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use unic_langid::LanguageIdentifier;

use crate::args;
use crate::finding::{Arg, Args};
use crate::words::{Day, Language, Span, Unit};

/// The files of a language, as they are compiled in.
macro_rules! files {
    ($language:literal) => {
        &[
            include_str!(concat!("../locales/", $language, "/words.ftl")),
            include_str!(concat!("../locales/", $language, "/rules.ftl")),
            include_str!(concat!("../locales/", $language, "/history.ftl")),
            include_str!(concat!("../locales/", $language, "/site.ftl")),
            include_str!(concat!("../locales/", $language, "/analysis.ftl")),
            include_str!(concat!("../locales/", $language, "/cli.ftl")),
            include_str!(concat!("../locales/", $language, "/export.ftl")),
            include_str!(concat!("../locales/", $language, "/letters.ftl")),
            include_str!(concat!("../locales/", $language, "/notices.ftl")),
        ]
    };
}

const DUTCH: &[&str] = files!("nl");
const ENGLISH: &[&str] = files!("en");

/// The Dutch texts of the fields of the format; the English ones are the doc comments of the fields.
const DUTCH_FIELDS: &str = include_str!("../locales/nl/schema.ftl");

/// The scopes under which the locale keeps the words of choices.
const SCOPES: &[&str] = &[
    "channel",
    "complainant",
    "body",
    "agreement",
    "verdict",
    "severity",
    "responsibility",
    "offer",
    "answer",
    "trigger",
    "satisfaction",
    "effect",
    "appeal-outcome",
];

/// Lists the steps by their words in the format, each with its name in both languages.
pub fn step_names() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = [DUTCH[0], ENGLISH[0]].into_iter().flat_map(str::lines);
    lines.filter_map(|line| line.strip_prefix("step-")?.split_once(" = "))
}

/// The words of one language.
pub struct Locale {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    keys: Vec<String>,
}

impl Locale {
    /// Gives the words of a language, which are read once.
    pub fn of(language: Language) -> &'static Self {
        static DUTCH: LazyLock<Locale> = LazyLock::new(|| Locale::read(Language::Nl));
        static ENGLISH: LazyLock<Locale> = LazyLock::new(|| Locale::read(Language::En));
        match language {
            Language::Nl => &DUTCH,
            Language::En => &ENGLISH,
        }
    }

    /// Reads the words of a language; a message that cannot be read is left out, which a test finds.
    fn read(language: Language) -> Self {
        let (files, fields) = match language {
            Language::Nl => (DUTCH, DUTCH_FIELDS),
            Language::En => (ENGLISH, ""),
        };
        let id: LanguageIdentifier = language.word().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        let mut keys = Vec::new();
        for text in files.iter().chain([&fields]) {
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            for entry in resource.entries() {
                if let fluent_syntax::ast::Entry::Message(message) = entry {
                    keys.push(message.id.name.to_owned());
                }
            }
            bundle.add_resource_overriding(resource);
        }
        Self {
            language,
            bundle,
            keys,
        }
    }

    /// Gives the language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Gives every key, in the order of the files.
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    /// Gives a message without values.
    pub fn text(&self, key: &str) -> String {
        self.text_with(key, &Args::new())
    }

    /// Gives a message with its values.
    pub fn text_with(&self, key: &str, args: &Args) -> String {
        self.find(key, None, args)
            .unwrap_or_else(|| format!("⟨{key}⟩"))
    }

    /// Gives a message, or nothing when there is none of that key.
    pub fn get(&self, key: &str) -> Option<String> {
        self.find(key, None, &Args::new())
    }

    /// Gives the explanation of a field of the format by the way to it, `received-channel`; `None` where the doc comment of
    /// the field is the explanation.
    ///
    /// A field that means the same everywhere is explained once, under the end of its way.
    pub fn field(&self, way: &str) -> Option<String> {
        let shorter =
            std::iter::successors(Some(way), |way| way.split_once('-').map(|(_, rest)| rest));
        shorter
            .filter_map(|way| self.get(&format!("schema-{way}")))
            .next()
    }

    /// Gives what a word of a choice means.
    pub fn meaning(&self, words: &[&str], word: &str) -> Option<String> {
        let of = |scope: &str, word: &str| self.get(&format!("{scope}-{word}"));
        let fits = |scope: &&&str| words.iter().all(|word| of(scope, word).is_some());
        SCOPES.iter().find(fits).and_then(|scope| of(scope, word))
    }

    /// Gives an attribute of a message: the title of a rule, its remedy.
    pub fn attribute(&self, key: &str, attribute: &str, args: &Args) -> Option<String> {
        self.find(key, Some(attribute), args)
    }

    fn find(&self, key: &str, attribute: Option<&str>, args: &Args) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, self.value(arg, args));
        }
        Some(self.formatted(pattern, &values))
    }

    fn formatted(&self, pattern: &Pattern<&str>, values: &FluentArgs<'_>) -> String {
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(values), &mut errors)
            .into_owned()
    }

    /// Gives a value of a message; where it is a message itself, that one may use the values beside it.
    fn value(&self, arg: &Arg, beside: &Args) -> FluentValue<'static> {
        let plain = |arg: &Arg| match arg {
            Arg::Number(number) => FluentValue::from(*number),
            other => FluentValue::from(self.shown(other)),
        };
        let text = |arg: &Arg| match arg {
            Arg::Key(key) => self
                .bundle
                .get_message(key)
                .and_then(|message| message.value())
                .map(|pattern| {
                    let values: FluentArgs<'_> = beside
                        .iter()
                        .map(|(name, arg)| (*name, plain(arg)))
                        .collect();
                    self.formatted(pattern, &values)
                }),
            _ => None,
        };
        match arg {
            Arg::Key(_) => text(arg).map_or_else(|| plain(arg), FluentValue::from),
            Arg::List(items) => {
                let items: Vec<String> = items
                    .iter()
                    .map(|item| text(item).unwrap_or_else(|| self.shown(item)))
                    .collect();
                FluentValue::from(items.join(", "))
            }
            _ => plain(arg),
        }
    }

    /// Gives a value as people read it.
    pub fn shown(&self, arg: &Arg) -> String {
        match arg {
            Arg::Text(text) => text.clone(),
            Arg::Number(number) => number.to_string(),
            Arg::Day(day) => self.day(*day),
            Arg::Key(key) => self.text(key),
            Arg::Label(label) => label.text(self.language).to_owned(),
            Arg::List(items) => items
                .iter()
                .map(|item| self.shown(item))
                .collect::<Vec<_>>()
                .join(", "),
        }
    }

    /// Gives a day as people read it: `16 maart 2026`.
    pub fn day(&self, day: Day) -> String {
        format!(
            "{} {} {}",
            day.0.day(),
            MONTHS[self.language as usize][day.0.month0() as usize],
            day.0.year()
        )
    }

    /// Gives a length of time as people read it: `5 werkdagen`.
    pub fn span(&self, span: Span) -> String {
        let key = match span.unit {
            Unit::Days => "span-days",
            Unit::WorkingDays => "span-working-days",
            Unit::Weeks => "span-weeks",
            Unit::Months => "span-months",
        };
        self.text_with(key, &args!(number: i64::from(span.number)))
    }

    /// Gives a number of days as people read it, where there are any.
    pub fn days(&self, number: i64) -> Option<String> {
        let unit = Unit::Days;
        let number = u16::try_from(number).ok().filter(|days| *days > 0)?;
        Some(self.span(Span { number, unit }))
    }

    /// Says of what was met in time that it was recorded only after the last day.
    pub fn recorded_after(&self, last_day: Day, recorded: Day) -> Option<String> {
        let late = self.days(recorded.days_since(last_day))?;
        let args = args!(day: recorded, late: late);
        Some(self.text_with("recorded-after-last-day", &args))
    }

    /// Gives every message that needs no values, with `_` for `-`, for use as `t.some_key` in templates.
    pub fn labels(&self) -> BTreeMap<String, String> {
        let plain = self.keys.iter().filter_map(|key| {
            let message = self.bundle.get_message(key)?;
            let mut errors = Vec::new();
            let text = self
                .bundle
                .format_pattern(message.value()?, None, &mut errors)
                .into_owned();
            errors.is_empty().then(|| (key.replace('-', "_"), text))
        });
        plain.collect()
    }
}

const MONTHS: [[&str; 12]; 2] = [
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_syntax::ast;

    use super::*;
    use crate::register::schema::{FileKind, described_fields};

    /// The shape of every message: attributes and the names of their values.
    fn shapes(files: &[&str]) -> BTreeMap<String, BTreeMap<String, BTreeSet<String>>> {
        let mut shapes = BTreeMap::new();
        for text in files {
            let resource = fluent_syntax::parser::parse(*text)
                .unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
            for entry in resource.body {
                let ast::Entry::Message(message) = entry else {
                    continue;
                };
                let mut shape = BTreeMap::new();
                if let Some(pattern) = &message.value {
                    shape.insert(String::new(), values(&format!("{pattern:?}")));
                }
                for attribute in &message.attributes {
                    shape.insert(
                        attribute.id.name.to_owned(),
                        values(&format!("{:?}", attribute.value)),
                    );
                }
                assert!(
                    shapes.insert(message.id.name.to_owned(), shape).is_none(),
                    "twice: {}",
                    message.id.name
                );
            }
        }
        shapes
    }

    fn values(pattern: &str) -> BTreeSet<String> {
        let marker = "VariableReference { id: Identifier { name: \"";
        pattern
            .split(marker)
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn every_field_of_the_format_is_explained_in_both_languages() {
        let dutch = Locale::of(Language::Nl);
        for kind in FileKind::ALL {
            for (way, english) in described_fields(*kind) {
                assert!(!english.is_empty(), "no doc comment: {way}");
                assert!(dutch.field(&way).is_some(), "no Dutch: {way}");
            }
        }
    }

    #[test]
    fn every_message_is_there_once() {
        for language in [Language::Nl, Language::En] {
            let mut keys = Locale::of(language).keys.clone();
            keys.sort();
            let twice = keys.windows(2).find(|pair| pair[0] == pair[1]);
            assert_eq!(twice, None, "{language}");
        }
    }

    #[test]
    fn both_languages_say_the_same_things_with_the_same_values() {
        let (dutch, english) = (shapes(DUTCH), shapes(ENGLISH));
        let only = |a: &BTreeMap<String, _>, b: &BTreeMap<String, _>| -> Vec<String> {
            a.keys()
                .filter(|key| !b.contains_key(*key))
                .cloned()
                .collect()
        };
        assert_eq!(
            (only(&dutch, &english), only(&english, &dutch)),
            (vec![], vec![])
        );
        for (key, shape) in &dutch {
            assert_eq!(shape, &english[key], "{key}");
        }
    }
}
