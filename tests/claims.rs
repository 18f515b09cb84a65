//! What a yearly analysis claims against what is so: nothing that only the state of the records brings about, and no sentence
//! that its own table contradicts.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use chrono::{Datelike, Days, NaiveDate};
use klacht::words::Language;
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

/// Takes turns by the day between two kinds, so that a family has two groups.
fn kind(received: NaiveDate) -> &'static str {
    ["conduct", "communication"][received.ordinal0() as usize % 2]
}

/// Makes a complaint that was decided on, of one of two kinds and so of two causes.
fn decided(received: NaiveDate) -> Made {
    Made {
        category: kind(received),
        end: End::Verdict("founded"),
        ..Made::on(received)
    }
}

const CHANGES: [[&str; 2]; 2] = [
    ["aantoonbare stijging", "aantoonbare daling"],
    ["demonstrable rise", "demonstrable fall"],
];

/// Expects no word for a change in a section of both pages.
fn no_change(pages: &[String; 2], id: &str) {
    for (page, words) in pages.iter().zip(CHANGES) {
        for word in words {
            assert!(!section(page, id).contains(word), "{word} in {id}");
        }
    }
}

/// Sixty a year of two causes, of which the last year's are not all known: a fall stands only if it survives what is not.
#[test]
fn a_cause_does_not_fall_because_it_is_not_known_of_some() {
    let endings = [End::Open, End::Refused("no-complaint"), End::Withdrawn];
    for end in endings {
        let mut all = spread(&[(2024, 60), (2025, 60)], decided);
        let known = |received: NaiveDate| received.ordinal0().is_multiple_of(3);
        let last = spread(&[(2026, 60)], |received| Made {
            end: if known(received) {
                End::Verdict("founded")
            } else {
                end
            },
            ..decided(received)
        });
        let unknown = last.iter().filter(|made| !known(made.received)).count();
        all.extend(last.clone());
        let pages_of = |all: &[Made]| page(&register_of(PROCEDURE, all), "2027-02-01", 2026);
        let pages = pages_of(&all);
        no_change(&pages, "families");
        let [dutch, english] = [
            format!("Van {unknown} klachten is dit niet bekend."),
            format!("Of {unknown} complaints this is not known."),
        ];
        says(&pages, "families", [&dutch, &english], ["", ""]);
        // Without those that are not known the same counts are a fall.
        all.retain(|made| made.received.year() < 2026 || known(made.received));
        let pages = pages_of(&all);
        says(
            &pages,
            "families",
            ["aantoonbare daling", "demonstrable fall"],
            ["", ""],
        );
        // And they are no rise after years of which much was not known.
        let mut turned = last;
        turned.extend(turned.clone().into_iter().map(|made| Made {
            received: made.received + Days::new(365),
            ..made
        }));
        turned.extend(spread(&[(2028, 60)], decided));
        let pages = page(&register_of(PROCEDURE, &turned), "2029-02-01", 2028);
        no_change(&pages, "families");
    }
}

/// All by e-mail is the total once more, and is not said twice.
#[test]
fn a_single_group_does_not_repeat_the_headline() {
    let dir = register_of(
        PROCEDURE,
        &spread(&[(2023, 20), (2024, 20), (2025, 90)], decided),
    );
    let pages = page(&dir, "2026-02-01", 2025);
    says(
        &pages,
        "answers",
        ["aantoonbare stijging", "demonstrable rise"],
        ["E-mail:", "E-mail:"],
    );
    says(
        &pages,
        "families",
        [
            "Er is maar één bekende groep",
            "There is only one known group",
        ],
        ["vergeleken groep.", "compared group."],
    );
}

/// Two in two days, or fifty in a summer: while the year runs its counts are there, and no word on them.
#[test]
fn nothing_is_claimed_of_a_year_that_runs() {
    let mut all = spread(&[(2024, 12), (2025, 12)], decided);
    all.extend([Made::on(day("2026-01-01")), Made::on(day("2026-01-02"))]);
    let new_year = page(&register_of(PROCEDURE, &all), "2026-01-02", 2026);
    says(
        &new_year,
        "answers",
        [
            "Het jaar 2026 loopt nog. Of er een trend is, wordt na afloop gezegd. Tot en met 2 januari 2026: 2 klachten; in een even lange periode van de jaren ervoor gemiddeld 0,1.",
            "The year 2026 still runs. Whether there is a trend is said when it is over. Up to and including 2 January 2026: 2 complaints; in as long a period of the years before 0.1 on average.",
        ],
        ["toevalsgrens", "chance limits"],
    );

    let mut all = spread(&[(2024, 36), (2025, 36)], decided);
    for month in ["2026-06", "2026-07"] {
        for date in 1..=20 {
            all.push(decided(day(&format!("{month}-{date:02}"))));
        }
    }
    let dir = register_of(PROCEDURE, &all);
    let running = page(&dir, "2026-07-30", 2026);
    for id in ["answers", "months", "families", "audit"] {
        no_change(&running, id);
    }
    // June is over and judged; July is not.
    for (page, [june, july]) in running.iter().zip([
        [
            "juni 2026: 20 klachten, buiten de toevalsgrens",
            "juli 2026: 20",
        ],
        [
            "June 2026: 20 complaints, outside the chance limits",
            "July 2026: 20",
        ],
    ]) {
        assert!(section(page, "answers").contains(june));
        assert!(!section(page, "answers").contains(july));
    }
    let mut files = pages(dir.path(), "2026-07-30", Language::Nl);
    let json: serde_json::Value =
        serde_json::from_str(&files.remove("analysis-2026.json").unwrap()).unwrap();
    let rows = json["figures"].as_array().unwrap();
    let of = |figure: &str| {
        rows.iter()
            .filter(|row| row["figure"] == figure)
            .collect::<Vec<_>>()
    };
    let level = of("T1")[0];
    assert_eq!(
        (&level["state"], &level["x"]),
        (&"running".into(), &40.0.into())
    );
    assert!(level["p"].is_null() && level["value"].is_null());
    assert!(of("T3").is_empty() && of("T4").is_empty());
    assert!(files["analysis.html"].contains("jaar loopt nog"));

    // On its last day it is judged.
    let whole = page(&dir, "2026-12-31", 2026);
    says(
        &whole,
        "answers",
        ["juli 2026: 20 klachten", "July 2026: 20 complaints"],
        ["loopt nog", "still runs"],
    );
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
    let dir = register_of(&procedure, &spread(&years, decided));
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

/// That the others fell too is said where they did, and not of none or of more.
#[test]
fn others_fell_only_where_they_did() {
    for (others, fell) in [
        (&[][..], false),
        (&[(2024, 1), (2025, 1)], false),
        (&[(2023, 60), (2024, 60), (2025, 10)], true),
    ] {
        let mut all = spread(&[(2023, 24), (2024, 24), (2025, 4)], Made::on);
        all.extend(spread(others, |received| Made {
            category: "conduct",
            ..Made::on(received)
        }));
        all.sort_by_key(|made| (made.received, made.category));
        let dir = register_of(PROCEDURE, &all);
        let before = all
            .iter()
            .filter(|made| made.received.year() == 2024)
            .count();
        measure(
            &dir,
            &format!("2024-{before:04}"),
            "2025-01-01",
            Some("2025-01-01"),
        );
        let pages = page(&dir, "2026-02-01", 2025);
        let said = [
            "ook de andere klachten namen af",
            "other complaints fell too",
        ];
        for (page, said) in pages.iter().zip(said) {
            assert!(
                section(page, "preventive").contains("mproved:")
                    || section(page, "preventive").contains("Verbeterd:")
            );
            assert_eq!(
                section(page, "preventive").contains(said),
                fell,
                "{others:?}"
            );
        }
    }
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

/// A year without a complaint has its page, also while it runs, and on its last day a year is whole.
#[test]
fn a_year_has_a_page_whatever_came_in() {
    let dir = register_of(PROCEDURE, &spread(&[(2024, 12)], Made::on));
    let of = |as_of: &str| -> Vec<String> {
        let pages = pages(dir.path(), as_of, Language::Nl);
        let years = pages
            .into_keys()
            .filter(|path| path.starts_with("analysis-"));
        let ends = |path: &String| path.ends_with(".html") && !path.ends_with(".public.html");
        years.filter(ends).collect()
    };
    assert_eq!(
        of("2026-03-01"),
        [
            "analysis-2024.html",
            "analysis-2025.html",
            "analysis-2026.html"
        ]
    );
    assert_eq!(
        of("2025-01-01"),
        ["analysis-2024.html", "analysis-2025.html"]
    );
    let without = page(&dir, "2026-03-01", 2026);
    says(
        &without,
        "answers",
        ["2026: 0 klachten", "2026: 0 complaints"],
        ["", ""],
    );
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
    // In percentage points: 12 of 15 against 6 of 15, reckoned apart by the formulas of Newcombe (1998, method 10) and Fisher.
    for (page, label, cells) in [
        (
            &dutch,
            "correctie tegenover genoegdoening",
            ["40", "5 – 64", "0,060"],
        ),
        (
            &english,
            "correction against redress",
            ["40", "5 – 64", "0.060"],
        ),
    ] {
        let row = support::page::row(section(page, "corrective"), label);
        assert_eq!(row[..3], cells, "{label}");
    }
}

/// Makes cases about the same incident as an earlier one.
fn link(dir: &TempDir, cases: &[String], to: &str) {
    for id in cases {
        let path = format!("{}/{id}/complaint.yaml", &id[..4]);
        let text = std::fs::read_to_string(dir.path().join(&path)).unwrap();
        let link = format!("  same_incident_as: {to}\n  summary");
        support::write(dir.path(), &path, text.replacen("  summary", &link, 1));
    }
}

/// Gives the numbers of the complaints of a year of one kind.
fn numbers(all: &[Made], year: i32, category: &str) -> Vec<String> {
    let of_year = all.iter().filter(|made| made.received.year() == year);
    let numbered = (1..).zip(of_year);
    let of_kind = numbered.filter(|(_, made)| made.category == category);
    of_kind.map(|(n, _)| format!("{year}-{n:04}")).collect()
}

/// Thirty complaints about one incident in June: what is compared is called incidents, with the complaints beside them.
#[test]
fn incidents_are_not_called_complaints() {
    let mut all = spread(&[(2023, 24), (2024, 24), (2025, 24)], Made::on);
    all.extend((10..=24).flat_map(|date| {
        let received = day(&format!("2025-06-{date}"));
        let category = "conduct";
        [Made {
            category,
            ..Made::on(received)
        }; 2]
    }));
    all.sort_by_key(|made| made.received);
    let dir = register_of(PROCEDURE, &all);
    let alike = numbers(&all, 2025, "conduct");
    let apart = page(&dir, "2026-02-01", 2025);
    says(
        &apart,
        "months",
        ["Klachten per maand", "Complaints by month"],
        ["voorval", "incident"],
    );
    link(&dir, &alike[1..], &alike[0]);
    let pages = page(&dir, "2026-02-01", 2025);
    says(
        &pages,
        "answers",
        [
            "25 voorvallen (54 klachten) tegen gemiddeld 24 per jaar",
            "25 incidents (54 complaints) against 24 a year",
        ],
        ["25 klachten", "25 complaints"],
    );
    says(
        &pages,
        "months",
        ["Voorvallen per maand", "Incidents by month"],
        ["Klachten per maand", "Complaints by month"],
    );
    for (page, june) in pages.iter().zip(["juni 2025", "June 2025"]) {
        assert_eq!(
            support::page::row(section(page, "months"), june)[..2],
            ["3", "32"]
        );
    }
}

/// And so after a measure, which thirty complaints about one incident do not take back.
#[test]
fn incidents_after_a_measure_are_not_called_complaints() {
    let mut all = spread(&[(2023, 24), (2024, 24)], Made::on);
    all.extend((1..=30).map(|date| Made::on(day(&format!("2025-06-{date:02}")))));
    let dir = register_of(PROCEDURE, &all);
    let alike = numbers(&all, 2025, "communication");
    link(&dir, &alike[1..], &alike[0]);
    measure(&dir, "2024-0024", "2025-01-01", Some("2025-01-01"));
    let pages = page(&dir, "2026-01-01", 2025);
    says(
        &pages,
        "preventive",
        [
            "1 voorval (30 klachten) in 12 maanden",
            "1 incident (30 complaints) in 12 months",
        ],
        ["Klachten na de maatregel", "Complaints after"],
    );
}

/// Worse than nothing has no ratio.
#[test]
fn worse_than_none_is_said_without_a_ratio() {
    let mut all = spread(&[(2023, 6), (2024, 6)], |received| Made {
        category: "conduct",
        ..Made::on(received)
    });
    all.push(Made::on(day("2024-12-30")));
    all.extend(spread(&[(2025, 20)], Made::on));
    let dir = register_of(PROCEDURE, &all);
    measure(&dir, "2024-0007", "2025-01-01", Some("2025-01-01"));
    says(
        &page(&dir, "2026-01-01", 2025),
        "preventive",
        [
            "Verslechterd: 20 klachten sinds de maatregel, ervoor geen enkele.",
            "Worsened: 20 complaints since the measure, before none at all.",
        ],
        ["∞ keer", "∞ times"],
    );
}

/// One cause in the place of another: neither rises or falls, and with the day filled in neither is compared.
#[test]
fn a_cause_that_is_replaced_is_no_trend() {
    let of = |cause: &'static str| {
        move |received: NaiveDate| Made {
            category: if received.ordinal0().is_multiple_of(3) {
                "conduct"
            } else {
                cause
            },
            ..decided(received)
        }
    };
    let mut all = spread(&[(2023, 60), (2024, 60)], of("communication"));
    all.extend(spread(&[(2025, 60)], of("other")));
    let dir = register_of(PROCEDURE, &all);
    let pages_of = || page(&dir, "2026-02-01", 2025);
    let pages = pages_of();
    for id in ["answers", "families"] {
        no_change(&pages, id);
        says(
            &pages,
            id,
            [
                "eerder geen enkele. Dat is meer dan bij toeval past",
                "before none at all. That is more than chance",
            ],
            ["∞", "∞"],
        );
        says(
            &pages,
            id,
            [
                "Een daling is het alleen als deze groep nog in gebruik is.",
                "It is a fall only if this group is still in use.",
            ],
            ["0×", "0×"],
        );
    }
    let mut files = support::page::pages(dir.path(), "2026-02-01", Language::Nl);
    let json = files.remove("analysis-2025.json").unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let state = |part: &str| {
        let mut rows = json["figures"].as_array().unwrap().iter();
        let row = rows.find(|row| row["figure"] == "T3" && row["part"] == part);
        row.unwrap()["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        [state("cause-other"), state("cause-communication")],
        ["appeared", "disappeared"]
    );

    let (head, causes) = PROCEDURE.split_once("causes:").unwrap();
    let dated = causes
        .replace(
            "en: Communication}}",
            "en: Communication}, changed: 2025-01-01}",
        )
        .replace("en: Other}}", "en: Other}, changed: 2025-01-01}");
    support::write(
        dir.path(),
        "procedure.yaml",
        format!("{head}causes:{dated}"),
    );
    says(
        &pages_of(),
        "families",
        [
            "nieuw of anders sinds 1 januari 2025",
            "new or different since 1 January 2025",
        ],
        ["eerder geen enkele", "before none at all"],
    );
}

/// A term of six weeks goes by its own name, not by that of a promise.
#[test]
fn the_term_for_handling_has_its_own_name() {
    let handling = "- {id: handling, name: {nl: Afhandeling, en: Handling}, clause: 3, from: promised, within: 0 days, met_by: [resolved], extension: {}}";
    let own = "- {id: handling, name: {nl: Afhandeling binnen zes weken, en: Handling within six weeks}, clause: 3, from: received, within: 6 weeks, met_by: [resolved, closed]}";
    let procedure = PROCEDURE.replacen(handling, own, 1);
    assert_ne!(procedure, PROCEDURE);
    let made = spread(&[(2025, 12)], |received| Made {
        days: 50,
        promised: 60,
        ..decided(received)
    });
    let pages = page(&register_of(&procedure, &made), "2026-06-01", 2025);
    for (page, label) in pages.iter().zip([
        "Afhandeling binnen zes weken: op tijd",
        "Handling within six weeks: in time",
    ]) {
        let row = support::page::row(section(page, "terms"), label);
        assert!(row[0].starts_with("0 "), "{row:?}");
    }
    says(
        &pages,
        "audit",
        [
            "De termijn is 6 weken na ontvangst, of zo lang als hij is verlengd, en is gehaald met: oplossing, sluiting.",
            "The term is 6 weeks after receipt, or as long as it was extended, and is met by: solution, closing.",
        ],
        ["toegezegde", "promised"],
    );
}

/// No clients at all is a slip, and is refused where it stands.
#[test]
fn a_year_without_clients_is_refused() {
    let dir = register_of(&clients(&[(2023, 0), (2024, 100)]), &[]);
    let reading = klacht::register::read::load_register(dir.path()).unwrap();
    let found: Vec<_> = reading.findings.iter().collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (found[0].code, found[0].file.as_str()),
        ("K010", "procedure.yaml")
    );
    let message = klacht::locale::Locale::of(Language::Nl).text_with("K010", &found[0].args);
    assert!(
        message.contains("\"2023\" hoort een getal van minstens 1"),
        "{message}"
    );
}

/// Too few are closed to name a time: the audit and the file name none either.
#[test]
fn no_lead_time_is_named_of_too_few() {
    let made = spread(&[(2025, 5)], decided);
    let dir = register_of(PROCEDURE, &made);
    says(
        &page(&dir, "2026-06-01", 2025),
        "audit",
        [
            "Te weinig afgesloten klachten (5)",
            "Too few closed complaints (5)",
        ],
        ["mediaan:", "median:"],
    );
    let made = spread(&[(2025, 12)], |received| Made {
        end: if received.month() > 8 {
            End::Open
        } else {
            End::Verdict("founded")
        },
        ..decided(received)
    });
    // Two thirds are closed after thirty days, and nine of ten not yet.
    let mut some = made.clone();
    some.extend(made);
    some.sort_by_key(|made| made.received);
    let dir = register_of(PROCEDURE, &some);
    says(
        &page(&dir, "2026-06-01", 2025),
        "audit",
        [
            "mediaan: 30 dagen; 90 %: nog niet bereikt",
            "median: 30 days; 90%: not reached yet",
        ],
        ["na –", "after –"],
    );
    let csv = &pages(dir.path(), "2026-06-01", Language::Nl)["analysis-2025.csv"];
    let mut lines = csv.trim_start_matches('\u{FEFF}').lines();
    assert!(
        lines
            .next()
            .unwrap()
            .starts_with("organisation,as_of,year,figure,")
    );
    assert!(lines.all(|line| line.starts_with("Voorbeeld,2026-06-01,2025,")));
}
