//! What a yearly analysis claims against what is so: nothing that only the state of the records brings about, and no sentence
//! that its own table contradicts.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use chrono::{Days, NaiveDate};
use klacht::register::procedure::Language;
use support::made::{End, Made, PROCEDURE, register_of};
use support::page::{pages, section};
use tempfile::TempDir;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Makes so many complaints a year, spread evenly over it.
fn spread(years: &[(i32, u64)], made: impl Fn(NaiveDate) -> Made) -> Vec<Made> {
    let mut all = Vec::new();
    for (year, number) in years {
        let first = NaiveDate::from_ymd_opt(*year, 1, 1).unwrap();
        for n in 0..*number {
            all.push(made(first + Days::new((2 * n + 1) * 365 / (2 * number))));
        }
    }
    all
}

fn clients(years: &[(i32, u64)]) -> String {
    let years: Vec<String> = years.iter().map(|(y, n)| format!("{y}: {n}")).collect();
    format!("{PROCEDURE}exposure: {{{}}}\n", years.join(", "))
}

/// Gives the page of a year in Dutch and in English.
fn page(dir: &TempDir, as_of: &str, year: i32) -> [String; 2] {
    [Language::Nl, Language::En].map(|language| {
        let mut pages = pages(dir.path(), as_of, language);
        pages.remove(&format!("analysis-{year}.html")).unwrap()
    })
}

/// Sixty a year of one cause, each decided on its ninetieth day: in a running year fewer are known, and nothing changes.
#[test]
fn a_cause_does_not_fall_because_complaints_are_undecided() {
    let decided_by = |as_of: NaiveDate| {
        move |received: NaiveDate| Made {
            end: if received + Days::new(90) <= as_of {
                End::Verdict("founded")
            } else {
                End::Open
            },
            days: 90,
            ..Made::on(received)
        }
    };
    let as_of = day("2026-07-01");
    let all = spread(&[(2024, 60), (2025, 60), (2026, 60)], decided_by(as_of));
    let dir = register_of(PROCEDURE, &all);
    let [dutch, english] = page(&dir, "2026-07-01", 2026);
    for (page, fall, note) in [
        (
            &dutch,
            "aantoonbare daling",
            "Van 15 klachten is dit nog niet bekend",
        ),
        (
            &english,
            "demonstrable fall",
            "Of 15 complaints this is not known yet",
        ),
    ] {
        assert!(!page.contains(fall));
        assert!(section(page, "families").contains(note));
    }
    // Decided on another cause, the same counts are a fall.
    let mut fewer = spread(&[(2024, 60), (2025, 60)], decided_by(as_of));
    fewer.extend(spread(&[(2026, 30)], |received| Made {
        category: "conduct",
        end: End::Verdict("founded"),
        ..Made::on(received)
    }));
    let dir = register_of(PROCEDURE, &fewer);
    let [dutch, english] = page(&dir, "2027-02-01", 2026);
    assert!(section(&dutch, "families").contains("aantoonbare daling"));
    assert!(section(&english, "families").contains("demonstrable fall"));
}

/// Ten in February lie within the limits of March and outside those of February: each month has its own.
#[test]
fn each_month_stands_beside_its_own_limits() {
    use klacht::analysis::figures::{facts, figures};
    let dir = register_of(
        PROCEDURE,
        &spread(&[(2024, 150), (2025, 150), (2026, 150)], Made::on),
    );
    let reading = klacht::register::read::load_register(dir.path()).unwrap();
    let as_of = "2027-02-01".parse().unwrap();
    let facts = facts(&reading.register, as_of);
    let limits = figures(&reading.register, &facts, as_of, 2026)
        .headline
        .month_limits;
    assert!(limits[1].high < limits[2].high, "{limits:?}");
    let [dutch, english] = page(&dir, "2027-02-01", 2026);
    let range = |text: &str, separator: &str| {
        let low = limits.iter().map(|l| l.low);
        let high = limits.iter().map(|l| l.high.unwrap());
        let one = |all: &[u64]| {
            let (from, to) = (all.iter().min().unwrap(), all.iter().max().unwrap());
            if from == to {
                from.to_string()
            } else {
                format!("{from}–{to}")
            }
        };
        let (low, high): (Vec<u64>, Vec<u64>) = (low.collect(), high.collect());
        format!("{text} ({} {separator} {}, ", one(&low), one(&high))
    };
    assert!(dutch.contains(&range("valt buiten haar toevalsgrens", "tot en met")));
    assert!(english.contains(&range("falls outside its chance limits", "to")));
    for (month, limits) in ["januari", "februari", "maart", "april"]
        .iter()
        .zip(&limits)
    {
        let cells = support::page::row(section(&dutch, "months"), &format!("{month} 2026"));
        assert_eq!(
            cells[1],
            format!("{}–{}", limits.low, limits.high.unwrap()),
            "{month}"
        );
    }
}

/// Says what stands and what does not, in the section of both pages.
fn says(pages: &[String; 2], id: &str, said: [&str; 2], unsaid: [&str; 2]) {
    for ((page, said), unsaid) in pages.iter().zip(said).zip(unsaid) {
        let section = section(page, id);
        assert!(section.contains(said), "{said} in {section}");
        assert!(unsaid.is_empty() || !section.contains(unsaid), "{unsaid}");
    }
}

/// Fewer for each client and more in all: the sentence says in proportion to what.
#[test]
fn fewer_for_each_client_is_not_called_fewer() {
    let procedure = clients(&[(2023, 200), (2024, 200), (2025, 400)]);
    let years = [(2023, 100), (2024, 100), (2025, 130)];
    let dir = register_of(&procedure, &spread(&years, Made::on));
    let pages = page(&dir, "2026-02-01", 2025);
    says(
        &pages,
        "answers",
        [
            "Er kwamen, in verhouding tot het aantal cliënten, aantoonbaar minder",
            "In proportion to the number of clients, demonstrably fewer",
        ],
        ["Er kwamen aantoonbaar minder", "Demonstrably fewer"],
    );
    says(
        &pages,
        "answers",
        [
            "Dat is, in verhouding tot het aantal cliënten, een aantoonbare daling",
            "That is, in proportion to the number of clients, a demonstrable fall",
        ],
        ["Dat is een", "That is a"],
    );
    says(
        &pages,
        "families",
        [
            "aantoonbare daling in verhouding tot het aantal cliënten",
            "demonstrable fall in proportion to the number of clients",
        ],
        ["aantoonbare daling (", "demonstrable fall ("],
    );
    says(
        &pages,
        "answers",
        ["daling per cliënt", "fall per client"],
        ["", ""],
    );
}

/// A line over the years without a difference of the year itself: neither sentence takes the other back.
#[test]
fn the_year_and_the_line_over_the_years_agree() {
    let rising: Vec<(i32, u64)> = (2019..).zip([20, 23, 26, 29, 32, 35, 38]).collect();
    let dir = register_of(PROCEDURE, &spread(&rising, Made::on));
    let pages = page(&dir, "2026-02-01", 2025);
    says(
        &pages,
        "answers",
        [
            "Over 7 jaar is er een aantoonbare stijgende lijn",
            "Over 7 years there is a demonstrable upward line",
        ],
        ["Geen aantoonbare trend", "No demonstrable trend"],
    );
    says(
        &pages,
        "answers",
        ["stijging over de jaren", "rise over the years"],
        ["", ""],
    );
    says(
        &pages,
        "months",
        ["Het jaar 2025 zelf wijkt niet", "The year 2025 by itself"],
        ["Geen aantoonbare trend", "No demonstrable trend"],
    );
}
