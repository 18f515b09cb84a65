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

/// Appends steps to a case of a register.
fn append(dir: &TempDir, id: &str, steps: &str) {
    let path = format!("{}/{id}/complaint.yaml", &id[..4]);
    let text = std::fs::read_to_string(dir.path().join(&path)).unwrap();
    support::write(dir.path(), &path, text + steps);
}

/// Decides on a measure in a case, and takes it into force where it says when.
fn measure(dir: &TempDir, case: &str, decided: &str, in_force: Option<&str>) {
    let mut steps = format!(
        "- step: prevention\n  date: {decided}\n  by: p.vos\n  consulted: [c.janssen]\n  measures:\n  - id: sms\n    description: Afspraken krijgen een sms.\n    owner: c.janssen\n    due: 2025-02-01\n    category: communication\n    trigger: complaint\n"
    );
    if let Some(day) = in_force {
        steps += &format!(
            "- step: carried-out\n  date: {day}\n  by: c.janssen\n  measure: sms\n  result: Gedaan.\n"
        );
    }
    append(dir, case, &steps);
}

/// In force on 31 January, it can be judged on 1 May and on no day before, as was said.
#[test]
fn a_measure_is_judged_on_the_day_announced() {
    let years = [(2023, 60), (2024, 60)];
    let mut all = spread(&years, Made::on);
    all.push(Made {
        category: "conduct",
        ..Made::on(day("2025-01-10"))
    });
    let dir = register_of(PROCEDURE, &all);
    measure(&dir, "2024-0058", "2025-01-20", Some("2025-01-31"));
    let early = page(&dir, "2025-04-30", 2025);
    says(
        &early,
        "preventive",
        [
            "op zijn vroegst aantoonbaar op 1 mei 2025, als",
            "demonstrable on 1 May 2025 at the earliest",
        ],
        ["Verbeterd: na", "Improved: 0"],
    );
    let judged = page(&dir, "2025-05-01", 2025);
    says(
        &judged,
        "preventive",
        [
            "Verbeterd: na de maatregel ‘Afspraken krijgen een sms’ 0 klachten",
            "Improved: 0 complaints",
        ],
        ["Te vroeg:", "Too early:"],
    );
    // The audit says which complaint was left out, and the list of those before has it no more.
    let json = pages(dir.path(), "2025-05-01", Language::Nl)
        .remove("analysis-2025.json")
        .unwrap();
    let year: serde_json::Value = serde_json::from_str(&json).unwrap();
    let figures = year["figures"].as_array().unwrap();
    let effect = figures.iter().find(|row| row["figure"] == "M23").unwrap();
    let earlier: Vec<&str> = effect["before"]
        .as_array()
        .unwrap()
        .iter()
        .map(|id| id.as_str().unwrap())
        .collect();
    assert!(!earlier.contains(&"2024-0058") && earlier.contains(&"2024-0057"));
    assert_eq!(effect["x0"].as_f64().unwrap() as usize, earlier.len());
    let level = figures.iter().find(|row| row["figure"] == "T1").unwrap();
    assert_eq!(level["numerator"].as_array().unwrap().len(), 1);
    assert_eq!(level["before"].as_array().unwrap().len(), 120);
}

/// Complaints that came since put the day off, and a category that changes its meaning leaves none.
#[test]
fn no_day_is_named_on_which_nothing_could_be_shown() {
    let mut all = spread(&[(2023, 6), (2024, 6)], Made::on);
    all.push(Made::on(day("2025-02-20")));
    let dir = register_of(PROCEDURE, &all);
    measure(&dir, "2024-0006", "2025-01-01", Some("2025-02-01"));
    let one_since = page(&dir, "2025-08-01", 2025);
    says(
        &one_since,
        "preventive",
        ["en al 1 erna is verbetering", "before and 1 since"],
        ["als er tot dan geen enkele bijkomt", "if none occurs until"],
    );
    let broken = PROCEDURE.replacen(
        "categories:\n- {id: conduct, name: {nl: Bejegening, en: Conduct}}\n- {id: communication, name: {nl: Communicatie, en: Communication}}",
        "categories:\n- {id: conduct, name: {nl: Bejegening, en: Conduct}}\n- {id: communication, name: {nl: Communicatie, en: Communication}, changed: 2025-06-01}",
        1,
    );
    assert_ne!(broken, PROCEDURE);
    support::write(dir.path(), "procedure.yaml", broken);
    let cut = page(&dir, "2025-08-01", 2025);
    says(
        &cut,
        "preventive",
        [
            "de betekenis van deze soort is gewijzigd op 1 juni 2025",
            "the meaning of this category changed on 1 June 2025",
        ],
        ["op zijn vroegst", "at the earliest"],
    );
}

/// What should have been in force asks for a decision.
#[test]
fn an_overdue_measure_asks_for_a_decision() {
    let procedure = PROCEDURE.replacen(
        "services:",
        "- {id: prevention, name: {nl: Preventie, en: Prevention}, clause: 7, from: prevention-due, within: 0 days, met_by: [carried-out]}\nservices:",
        1,
    );
    let dir = register_of(&procedure, &spread(&[(2024, 6)], Made::on));
    measure(&dir, "2024-0002", "2024-12-01", None);
    let said = [
        "1 preventieve maatregel is te laat",
        "1 preventive measure is overdue",
    ];
    let late = page(&dir, "2025-02-02", 2024);
    says(&late, "answers", said, ["", ""]);
    let in_time = page(&dir, "2025-02-01", 2024);
    for (page, said) in in_time.iter().zip(said) {
        assert!(!section(page, "answers").contains(said));
    }
}

/// A year that passed without a complaint has its page, and on its last day a year is whole.
#[test]
fn a_passed_year_has_a_page_whatever_came_in() {
    let dir = register_of(PROCEDURE, &spread(&[(2024, 12)], Made::on));
    let of = |as_of: &str| -> Vec<String> {
        let pages = pages(dir.path(), as_of, Language::Nl);
        let years = pages
            .into_keys()
            .filter(|path| path.starts_with("analysis-"));
        years.filter(|path| path.ends_with(".html")).collect()
    };
    assert_eq!(
        of("2026-03-01"),
        ["analysis-2024.html", "analysis-2025.html"]
    );
    assert_eq!(of("2025-12-30"), ["analysis-2024.html"]);
    let running = page(&dir, "2024-12-30", 2024);
    says(
        &running,
        "audit",
        ["Open op de peildatum", "Open on the reference date"],
        ["Open op 31 december", "Open on 31 December"],
    );
    let whole = page(&dir, "2024-12-31", 2024);
    assert!(!whole[0].contains("Het jaar loopt nog"));
    says(
        &whole,
        "audit",
        ["Open op 31 december 2024", "Open on 31 December 2024"],
        ["", ""],
    );
}

/// With clients known and the year not over, the formula does not say that there are none.
#[test]
fn the_rate_of_a_running_year_says_why_there_is_none() {
    let procedure = clients(&[(2024, 200), (2025, 450)]);
    let dir = register_of(&procedure, &spread(&[(2024, 12), (2025, 12)], Made::on));
    let running = page(&dir, "2025-11-02", 2025);
    says(
        &running,
        "audit",
        [
            "Zolang het jaar loopt is er geen",
            "While the year runs there is no",
        ],
        ["Zonder aantal cliënten", "Without a number of clients"],
    );
}

/// What cannot be read is said to be missing.
#[test]
fn a_case_that_cannot_be_read_is_said_to_be_missing() {
    let dir = register_of(PROCEDURE, &spread(&[(2024, 12)], Made::on));
    support::write(dir.path(), "2024/2024-0003/complaint.yaml", "case: [");
    says(
        &page(&dir, "2025-02-01", 2024),
        "quality",
        [
            "1 klacht kon niet worden gelezen en telt in geen enkel cijfer mee: 2024-0003.",
            "1 complaint could not be read and counts in none of the figures: 2024-0003.",
        ],
        ["95%-interval", "95% interval"],
    );
}

/// An incident that counts with a complaint of the year before does not count once here.
#[test]
fn an_incident_of_another_year_does_not_count_here() {
    let all = [Made::on(day("2024-12-20")), Made::on(day("2025-01-05"))];
    let dir = register_of(PROCEDURE, &all);
    let path = "2025/2025-0001/complaint.yaml";
    let text = std::fs::read_to_string(dir.path().join(path)).unwrap();
    let linked = text.replacen("  summary", "  same_incident_as: 2024-0001\n  summary", 1);
    support::write(dir.path(), path, linked);
    says(
        &page(&dir, "2026-02-01", 2025),
        "months",
        [
            "dat al bij een klacht uit een ander jaar telt",
            "counts with a complaint of another year",
        ],
        ["telt hier één keer", "counts once here"],
    );
}

/// Three kinds of redress, the third the least liked: each pair with its difference, its interval and its p-values.
#[test]
fn every_pair_of_kinds_has_its_difference() {
    let kinds = [
        ("correction", 12),
        ("redress", 6),
        ("replacement-service", 0),
    ];
    let made = spread(&[(2025, 45)], |received| Made {
        end: End::Verdict("founded"),
        ..Made::on(received)
    });
    let dir = register_of(PROCEDURE, &made);
    for n in 0..45 {
        let (kind, satisfied) = kinds[n / 15];
        let said = if n % 15 < satisfied {
            "satisfied"
        } else {
            "dissatisfied"
        };
        append(
            &dir,
            &format!("2025-{:04}", n + 1),
            &format!(
                "- step: offered\n  date: 2026-01-20\n  by: p.vos\n  measures:\n  - {{id: a, kind: {kind}, description: Iets., owner: p.vos, due: 2026-01-27}}\n  told: 2026-01-20\n- step: answered\n  date: 2026-01-20\n  by: p.vos\n  answer: accepted\n- step: carried-out\n  date: 2026-01-21\n  by: p.vos\n  measure: a\n  result: Gedaan.\n- step: surveyed\n  date: 2026-01-22\n  by: c.janssen\n  answer: {said}\n"
            ),
        );
    }
    let [dutch, english] = page(&dir, "2026-02-01", 2025);
    // 12 of 15 against 6 of 15, reckoned apart by the formulas of Newcombe (1998, method 10) and Fisher.
    for (page, label, cells) in [
        (
            &dutch,
            "correctie tegenover genoegdoening",
            ["0,40", "0,05 – 0,64", "0,060"],
        ),
        (
            &english,
            "correction against redress",
            ["0.40", "0.05 – 0.64", "0.060"],
        ),
    ] {
        let row = support::page::row(section(page, "corrective"), label);
        assert_eq!(row[..3], cells, "{label}");
    }
}
