//! What Dutch municipalities published of their complaints, entered as records: the pages must give their tables back, and call
//! noise no trend, whatever the report called it. Sources and figures stand in `tests/municipal/`; the p values are the exact
//! two-sided ones of a binomial distribution (twice the smaller tail), computed with Python's `math.comb` and fractions.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Datelike, Days, NaiveDate};
use klacht::args;
use klacht::locale::Locale;
use klacht::register::read::load_register;
use klacht::words::Language;
use serde::Deserialize;
use support::made::{End, Made, register_of, spread};
use support::page::{after, pages, row, section};
use support::random::Random;

/// What a municipality published.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Report {
    term_met_by: Vec<String>,
    years: Vec<Year>,
}

/// What it published of a year; what is absent was not published.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    year: i32,
    /// The day on which the year's page is looked at; a year without has only a count.
    known_on: Option<String>,
    received: u64,
    /// Open as the year began.
    open_before: Option<u64>,
    #[serde(default)]
    outcomes: BTreeMap<String, usize>,
    #[serde(default)]
    refused: BTreeMap<String, usize>,
    /// Open as the year ended, and closed in February: the last that came in.
    open: Option<usize>,
    /// Handled within an extended term.
    #[serde(default)]
    extended: usize,
    /// Handled too late.
    #[serde(default)]
    late: usize,
    /// The share handled in time, in per cent.
    in_time: Option<u64>,
    #[serde(default)]
    about: BTreeMap<String, usize>,
    /// The p value of the year against the one or two before it.
    p: Option<String>,
    trend: Option<Trend>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Debug)]
#[serde(rename_all = "kebab-case")]
enum Trend {
    None,
    Fall,
}

/// What a complaint is about that the report leaves out of its table.
const NOT_SORTED: &str = "niet-ingedeeld";

/// Writes an entry of a list of the procedure. What was not counted in the years before is not compared with them.
fn entry(id: &str, changed: Option<i32>) -> String {
    let changed = changed.map_or_else(String::new, |year| format!(", changed: {year}-01-01"));
    format!("- {{id: {id}, name: {id}{changed}}}\n")
}

const MUNICIPALITIES: [&str; 6] = [
    "bergen-op-zoom",
    "breda",
    "de-fryske-marren",
    "groningen",
    "oegstgeest",
    "pijnacker-nootdorp",
];

fn report(municipality: &str) -> Report {
    let path = format!("tests/municipal/{municipality}.yaml");
    serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

impl Report {
    /// Writes the procedure of the municipality: the terms of the Awb, and the words of its report.
    fn procedure(&self) -> String {
        let list = |name: &str, ids: &[String]| format!("{name}:\n{}", ids.concat());
        let mut grounds: Vec<String> = vec![entry("anders", None)];
        let mut about: BTreeMap<&str, String> = BTreeMap::new();
        let mut counted_before = true;
        for year in &self.years {
            let changed = (!counted_before).then_some(year.year);
            for subject in year.about.keys() {
                let entry = entry(subject, changed);
                about.entry(subject).or_insert(entry);
            }
            if !year.about.is_empty() && !counted_before {
                about.insert(NOT_SORTED, entry(NOT_SORTED, changed));
            }
            counted_before &= !year.about.is_empty();
            grounds.extend(year.refused.keys().map(|ground| entry(ground, None)));
        }
        about.entry(NOT_SORTED).or_insert(entry(NOT_SORTED, None));
        let about: Vec<String> = about.into_values().collect();
        grounds.sort_unstable();
        grounds.dedup();
        format!(
            "organisation: {{name: Gemeente}}\nservices:\n- {{id: job-coaching, name: Dienst}}\nterms:\n\
             - {{id: handling, name: Afdoening, clause: 6, from: received, within: 6 weeks, met_by: [{}], extension: {{times: 1, by: 4 weeks}}}}\n{}{}{}",
            self.term_met_by.join(", "),
            list("categories", &about),
            list("causes", &about),
            list("refusal_grounds", &grounds),
        )
    }

    /// Makes the complaints of every year, on these days.
    fn complaints(&self, days: &mut dyn FnMut(&Year) -> Vec<Made>) -> Vec<Made> {
        let years = self.years.iter();
        years.flat_map(|year| year.complaints(days(year))).collect()
    }
}

impl Year {
    fn complaints(&self, mut made: Vec<Made>) -> Vec<Made> {
        made.sort_by_key(|made| made.received);
        let whole = made.len();
        let closed = whole - self.open.unwrap_or(0);
        let last_days = NaiveDate::from_ymd_opt(self.year, 12, 27).unwrap();
        for made in &mut made[closed..] {
            made.received = last_days;
        }
        let mut random = Random::new(self.year.unsigned_abs().into());

        let mut ends = Vec::new();
        for (ground, number) in &self.refused {
            ends.extend(vec![End::Refused(ground.clone().leak()); *number]);
        }
        for (outcome, number) in &self.outcomes {
            let end = match outcome.as_str() {
                "withdrawn" => End::Withdrawn,
                verdict => End::Verdict(verdict.to_owned().leak()),
            };
            ends.extend(vec![end; *number]);
        }
        assert!(ends.len() <= closed, "{}: more ends than cases", self.year);
        let told = self.outcomes.is_empty() || ends.len() == closed;
        assert!(told, "{}: the outcomes do not add up", self.year);
        ends.resize(closed, End::Verdict("no-verdict"));
        random.shuffle(&mut ends);

        let mut about = Vec::new();
        for (subject, number) in &self.about {
            about.extend(vec![&*subject.clone().leak(); *number]);
        }
        assert!(
            about.len() <= whole,
            "{}: more subjects than cases",
            self.year
        );
        about.resize(whole, NOT_SORTED);
        random.shuffle(&mut about);

        // The first that are handled are those that took long, so that they too are over before the year is.
        let (mut late, mut extended) = (self.late, self.extended);
        for (at, made) in made.iter_mut().enumerate() {
            made.category = about[at];
            made.days = 18;
            match ends.get(at) {
                Some(End::Verdict(_)) if late > 0 => (late, made.days) = (late - 1, 50),
                Some(End::Verdict(_)) if extended > 0 => {
                    (extended, made.days, made.extended) = (extended - 1, 60, Some(70));
                }
                Some(_) => {}
                None => {
                    let end = NaiveDate::from_ymd_opt(self.year + 1, 2, 1).unwrap();
                    let days = end.signed_duration_since(made.received).num_days();
                    made.days = days.unsigned_abs();
                }
            }
            made.end = ends.get(at).copied().unwrap_or(End::Verdict("no-verdict"));
        }
        made
    }
}

/// Whatever the words for it, a page that calls no change says none of these.
fn words_of_change(language: Language) -> &'static [&'static str] {
    match language {
        Language::Nl => &[
            "stijging",
            "daling",
            "stijgende",
            "dalende",
            "gestegen",
            "gedaald",
            "toegenomen",
            "afgenomen",
            "toename",
            "verbeterd",
            "verslechterd",
            "aantoonbaar meer",
            "aantoonbaar minder",
        ],
        Language::En => &[
            "demonstrable rise",
            "demonstrable fall",
            "upward",
            "downward",
            "increase",
            "decrease",
            "improved",
            "worsened",
            "demonstrably more",
            "demonstrably fewer",
        ],
    }
}

fn says_no_change(page: &str, language: Language, of: &str) {
    let text = page.to_lowercase();
    for word in words_of_change(language) {
        assert!(!text.contains(word), "{of}: {word}");
    }
}

/// A row that begins with a number, alone or followed by a percentage.
fn counts(cells: &[String], number: usize) -> bool {
    let first = cells[0].split_once(" (").map_or(&*cells[0], |(n, _)| n);
    first == number.to_string()
}

fn has_the_published_figures(page: &str, year: &Year, language: Language) {
    let locale = Locale::of(language);
    let of = |key: &str| locale.text_with(key, &args!(year: year.year.to_string()));
    let received = row(section(page, "flow"), &of("flow-received"));
    assert_eq!(received[0], year.received.to_string());
    for (key, number) in [
        ("flow-open-start", year.open_before),
        ("flow-open-end", year.open.map(|open| open as u64)),
    ] {
        if let Some(number) = number {
            assert_eq!(
                row(section(page, "flow"), &of(key))[0],
                number.to_string(),
                "{key}"
            );
        }
    }
    for (outcome, number) in &year.outcomes {
        let label = locale.text(&format!("metric-ending-{outcome}"));
        let cells = row(section(page, "verdicts"), &label);
        assert!(counts(&cells, *number), "{}: {label} {cells:?}", year.year);
    }
    if let Some(open) = year.open {
        let label = locale.text("verdicts-open");
        assert!(counts(&row(section(page, "verdicts"), &label), open));
    }
    let refused: usize = year.refused.values().sum();
    if refused > 0 {
        let label = locale.text("metric-ending-refused");
        assert!(counts(&row(section(page, "verdicts"), &label), refused));
    }
    for (ground, number) in &year.refused {
        assert_eq!(row(section(page, "verdicts"), ground), [number.to_string()]);
    }
    let categories = after(page, &locale.text("family-category"));
    for (subject, number) in &year.about {
        let cells = row(categories, subject);
        assert!(counts(&cells, *number), "{subject}: {cells:?}");
    }
    if let Some(share) = year.in_time {
        let (label, share) = match language {
            Language::Nl => ("Afdoening: op tijd", format!("({share} %)")),
            Language::En => ("Afdoening: in time", format!("({share}%)")),
        };
        let cells = row(section(page, "terms"), label);
        assert!(cells[0].ends_with(&share), "{}: {cells:?}", year.year);
    }
    if let Some(p) = &year.p {
        let p = match language {
            Language::Nl => p.replace('.', ","),
            Language::En => p.clone(),
        };
        let label = format!("T1 {}", locale.text("audit-t1"));
        let cells = row(section(page, "audit"), &label);
        assert_eq!(cells[9], p, "{}: {cells:?}", year.year);
    }
    match year.trend {
        Some(Trend::None) => says_no_change(page, language, &year.year.to_string()),
        Some(Trend::Fall) => {
            let word = match language {
                Language::Nl => "Dat is een aantoonbare daling",
                Language::En => "That is a demonstrable fall",
            };
            assert!(page.contains(word), "{}", year.year);
        }
        None => {}
    }
}

fn tables_come_back(municipality: &str) {
    let report = report(municipality);
    let complaints = report.complaints(&mut |year| spread(year.year, year.received));
    let register = register_of(&report.procedure(), &complaints);
    assert_eq!(load_register(register.path()).unwrap().findings, []);
    let mut rendered = BTreeMap::new();
    for year in &report.years {
        let Some(known_on) = &year.known_on else {
            continue;
        };
        for language in [Language::Nl, Language::En] {
            let pages = rendered
                .entry((known_on, language == Language::Nl))
                .or_insert_with(|| pages(register.path(), known_on, language));
            let page = &pages[&format!("analysis-{}.html", year.year)];
            has_the_published_figures(page, year, language);
        }
    }
}

#[test]
fn bergen_op_zoom() {
    tables_come_back("bergen-op-zoom");
}

#[test]
fn breda() {
    tables_come_back("breda");
}

#[test]
fn de_fryske_marren() {
    tables_come_back("de-fryske-marren");
}

#[test]
fn groningen() {
    tables_come_back("groningen");
}

#[test]
fn oegstgeest() {
    tables_come_back("oegstgeest");
}

#[test]
fn pijnacker_nootdorp() {
    tables_come_back("pijnacker-nootdorp");
}

#[test]
fn every_file_has_its_test() {
    let files = std::fs::read_dir(Path::new("tests/municipal")).unwrap();
    let mut names: Vec<String> = files
        .map(|file| {
            file.unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    names.sort();
    assert_eq!(names, MUNICIPALITIES);
}

/// The reports do not say on which days of a year complaints came. Whichever days those were, chance is not called a trend.
#[test]
fn noise_is_no_trend_whatever_the_days() {
    let mut random = Random::new(20_110_511);
    for municipality in ["bergen-op-zoom", "oegstgeest", "pijnacker-nootdorp"] {
        let report = report(municipality);
        for _ in 0..5 {
            let complaints = report.complaints(&mut |year| {
                let first = NaiveDate::from_ymd_opt(year.year, 1, 1).unwrap();
                let mut day = |_| {
                    first
                        .checked_add_days(Days::new(random.below(365)))
                        .unwrap()
                };
                (0..year.received).map(|n| Made::on(day(n))).collect()
            });
            let register = register_of(&report.procedure(), &complaints);
            let last = report.years.last().unwrap();
            let known_on = last.known_on.as_ref().unwrap();
            let pages = pages(register.path(), known_on, Language::Nl);
            for year in report
                .years
                .iter()
                .filter(|year| year.trend == Some(Trend::None))
            {
                let name = format!("analysis-{}.html", year.year);
                says_no_change(&pages[&name], Language::Nl, municipality);
            }
            assert_eq!(
                complaints.iter().map(|made| made.received.year()).max(),
                Some(last.year)
            );
        }
    }
}
