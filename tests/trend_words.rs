//! Words for a change over many made-up registers: a page has them exactly where the analysis allows them. That the analysis
//! allows them seldom enough where nothing changes is measured by `cargo bench --bench false_alarms`.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use chrono::{Days, NaiveDate};
use klacht::analysis::figures::{YearFigures, facts, figures};
use klacht::analysis::headline::TrendState;
use klacht::register::read::load_register;
use klacht::words::{Day, Language};
use support::made::{Made, PROCEDURE, register_of};
use support::page::{pages, section};
use support::random::Random;

const AS_OF: &str = "2026-02-01";

/// Makes complaints on random days, a year's expected number at a time, of two kinds that take turns by chance.
fn complaints(random: &mut Random, years: [(i32, u64); 3]) -> Vec<Made> {
    let mut all = Vec::new();
    for (year, expected) in years {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        for day in first.iter_days().take(365) {
            // A day of which each quarter may bring one: close enough to Poisson at 60 a year.
            for _ in 0..4 {
                if random.below(4 * 365) < expected {
                    all.push(Made {
                        category: ["conduct", "communication"][random.below(2) as usize],
                        ..Made::on(day)
                    });
                }
            }
        }
    }
    all
}

fn last_year(complaints: &[Made], language: Language) -> (YearFigures, String) {
    let dir = register_of(PROCEDURE, complaints);
    let reading = load_register(dir.path()).unwrap();
    let as_of = AS_OF.parse().unwrap();
    let facts = facts(&reading.register, as_of);
    let figures = figures(&reading.register, &facts, as_of, 2025);
    let mut pages = pages(dir.path(), AS_OF, language);
    (figures, pages.remove("analysis-2025.html").unwrap())
}

/// Expects the sentence of a state in the answers and under the chart, and the sentences of no other state anywhere.
fn says(page: &str, state: TrendState, sentences: [(TrendState, &str); 4]) {
    for (other, sentence) in sentences {
        let is = other == state;
        for id in ["answers", "months"] {
            let says = section(page, id).contains(sentence);
            assert_eq!(says, is, "{state:?} in {id}: {sentence}");
        }
        assert!(is || !page.contains(sentence), "{state:?}: {sentence}");
    }
}

/// The words of a language.
struct Words {
    language: Language,
    states: [(TrendState, &'static str); 4],
    month: &'static str,
    category: &'static str,
    change: [&'static str; 4],
    /// Says from where on a change would be one, and that there is none.
    conditional: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Nl,
        states: [
            (TrendState::Rise, "Dat is een aantoonbare stijging"),
            (TrendState::Fall, "Dat is een aantoonbare daling"),
            (TrendState::NoDemonstrableTrend, "Geen aantoonbare trend:"),
            (
                TrendState::InsufficientData,
                "Te weinig gegevens voor een uitspraak",
            ),
        ],
        month: "Zoek de oorzaak.",
        category: "ook na correctie voor",
        change: ["stijging", "daling", "stijgende", "dalende"],
        conditional: "zou een stijging aantoonbaar zijn",
    },
    Words {
        language: Language::En,
        states: [
            (TrendState::Rise, "That is a demonstrable rise"),
            (TrendState::Fall, "That is a demonstrable fall"),
            (TrendState::NoDemonstrableTrend, "No demonstrable trend:"),
            (
                TrendState::InsufficientData,
                "Too little data to say anything",
            ),
        ],
        month: "Look for the cause.",
        category: "also after correction for",
        change: ["a rise", "demonstrable rise", "a fall", "demonstrable fall"],
        conditional: "would a rise be demonstrable",
    },
];

/// Compares every word for a change on the page of the last year with what the figures allow, and gives the state.
fn page_and_figures_agree(complaints: &[Made], words: &Words) -> TrendState {
    let (figures, page) = last_year(complaints, words.language);
    let state = figures.words.unwrap().level;
    says(&page, state, words.states);

    let of_months = section(&page, "months");
    let outside = of_months.matches(words.month).count();
    let in_the_text_and_in_two_sizes_of_chart = 3 * figures.headline.month_signals.len();
    assert_eq!(outside, in_the_text_and_in_two_sizes_of_chart);

    let members = figures.families.iter().flat_map(|family| &family.members);
    let mut changes = members.filter_map(|member| member.change);
    let claimed = changes.any(|change| change.state.is_claim());
    assert_eq!(page.contains(words.category), claimed);

    if !state.is_claim() && !claimed {
        let said = page.to_lowercase().replace(words.conditional, "");
        for word in words.change {
            assert!(!said.contains(word), "{state:?}: {word}");
        }
    }
    state
}

fn constant(expected: u64, registers: usize) {
    let mut random = Random::new(expected);
    for words in WORDS.iter().cycle().take(registers) {
        let years = [2023, 2024, 2025].map(|year| (year, expected));
        page_and_figures_agree(&complaints(&mut random, years), words);
    }
}

#[test]
fn of_five_complaints_a_year() {
    constant(5, 30);
}

#[test]
fn of_twelve_complaints_a_year() {
    constant(12, 30);
}

#[test]
fn of_sixty_complaints_a_year() {
    constant(60, 6);
}

/// Where complaints really double or halve, the words are there.
#[test]
fn of_a_real_change() {
    let mut random = Random::new(2);
    for words in &WORDS {
        let doubled = complaints(&mut random, [(2023, 60), (2024, 60), (2025, 120)]);
        assert_eq!(page_and_figures_agree(&doubled, words), TrendState::Rise);
        let halved = complaints(&mut random, [(2023, 120), (2024, 120), (2025, 60)]);
        assert_eq!(page_and_figures_agree(&halved, words), TrendState::Fall);
    }
}

/// The same complaints on the same days of three years are no change at all.
#[test]
fn of_the_same_days_every_year() {
    for expected in [5, 12, 60] {
        let mut random = Random::new(7);
        let one = complaints(&mut random, [(2023, expected), (2024, 0), (2025, 0)]);
        let mut all = Vec::new();
        for made in one {
            for shift in [0, 366, 731] {
                let received = made.received.checked_add_days(Days::new(shift)).unwrap();
                all.push(Made { received, ..made });
            }
        }
        assert!(
            !page_and_figures_agree(&all, &WORDS[0]).is_claim(),
            "{expected}"
        );
    }
}

/// A year that still runs has no word at all, whatever came in.
#[test]
fn of_a_year_that_still_runs() {
    let procedure = format!("{PROCEDURE}exposure: {{2024: 300, 2025: 300, 2026: 300}}\n");
    let mut random = Random::new(3);
    for expected in [0, 40, 400] {
        let mut all = complaints(&mut random, [(2024, 40), (2025, 40), (2026, expected)]);
        let as_of = "2026-03-31";
        let last: Day = as_of.parse().unwrap();
        all.retain(|made| made.received <= last.0);
        let dir = register_of(&procedure, &all);
        for words in &WORDS {
            let page = &pages(dir.path(), as_of, words.language)["analysis-2026.html"];
            let said = words.states.map(|(_, sentence)| sentence);
            for sentence in said.into_iter().chain(words.change).chain([words.category]) {
                assert!(!page.contains(sentence), "{expected}: {sentence}");
            }
        }
    }
}
