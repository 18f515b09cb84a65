//! The figures of a year against registers that were counted by hand, and what the pages may say.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use klacht::analysis::figures::{Ending, Key, YearFigures, facts, figures, years};
use klacht::analysis::headline::TrendState;
use klacht::register::read::load_register;
use klacht::words::{Day, Language};
use support::{register, write};
use tempfile::TempDir;

/// A case received on a day, with further steps.
fn case(dir: &Path, id: &str, received: &str, more: &str) {
    let text = format!(
        "case: {id}\nsteps:\n- step: received\n  date: {received}\n  by: m.bakker\n  channel: phone\n  complainant: client\n  category: communication\n  summary: Afspraak afgezegd.\n{more}"
    );
    write(dir, &format!("{}/{id}/complaint.yaml", &id[..4]), text);
}

fn empty() -> TempDir {
    let dir = register();
    std::fs::remove_dir_all(dir.path().join("2026")).unwrap();
    dir
}

fn of_year(dir: &TempDir, as_of: &str, year: i32) -> YearFigures {
    let reading = load_register(dir.path()).unwrap();
    let as_of: Day = as_of.parse().unwrap();
    figures(
        &reading.register,
        &facts(&reading.register, as_of),
        as_of,
        year,
    )
}

fn pages(dir: &TempDir, as_of: &str, language: Language) -> BTreeMap<String, String> {
    support::page::pages(dir.path(), as_of, language)
}

const ACKNOWLEDGED: &str = "- step: acknowledged\n  date: DAY\n  by: p.vos\n  summary: Afspraak.\n  occurred: {date: 2026-03-01}\n  next_steps: Gesprek.\n  expected_by: 2026-06-01\n  channel: letter\n";

fn acknowledged(day: &str) -> String {
    ACKNOWLEDGED.replace("DAY", day)
}

#[test]
fn terms_are_counted_by_hand() {
    let dir = empty();
    case(
        dir.path(),
        "2026-0001",
        "2026-03-02",
        &acknowledged("2026-03-16"),
    );
    case(
        dir.path(),
        "2026-0002",
        "2026-03-02",
        &acknowledged("2026-03-17"),
    );
    case(dir.path(), "2026-0003", "2026-03-02", "");
    case(dir.path(), "2026-0004", "2026-03-25", "");
    case(
        dir.path(),
        "2026-0005",
        "2026-03-25",
        &acknowledged("2026-03-26"),
    );
    let year = of_year(&dir, "2026-04-01", 2026);
    let share = year.share(Key::Acknowledged);
    let ids = |ids: &[klacht::words::CaseId]| ids.iter().map(|id| id.number).collect::<Vec<_>>();
    // On the last day is in time; overdue is late; what is not due yet is apart, done or not.
    assert_eq!(
        (ids(&share.hits), ids(&share.of), ids(&share.apart)),
        (vec![1], vec![1, 2, 3], vec![4, 5])
    );
    assert_eq!(year.received.len(), 5);
    assert_eq!(year.open.len(), 5);
    assert_eq!(year.overdue().count(), 1);
    assert_eq!(
        year.share(Key::Ending(Ending::Founded)).apart.len(),
        5,
        "an open case has no verdict yet"
    );
    assert_eq!((year.lead_times.cases, year.lead_times.open), (5, 5));
}

/// Closing a case ends its terms, but a complaint that was handled without an acknowledgement was not acknowledged in time.
#[test]
fn a_complaint_that_was_handled_without_an_acknowledgement_counts_as_late() {
    let dir = empty();
    let handled = "- step: assigned\n  date: 2026-03-03\n  by: c.janssen\n  handler: p.vos\n  function: Manager\n- step: reported\n  date: 2026-03-10\n  by: p.vos\n  to_complainant: 2026-03-10\n  to_coordinator: 2026-03-10\n  appeal_explained: true\n";
    let withdrawn = "- step: withdrawn\n  date: 2026-03-10\n  by: c.janssen\n";
    let closed = "- step: closed\n  date: 2026-03-11\n  by: c.janssen\n";
    for (id, steps) in [("2026-0001", handled), ("2026-0002", withdrawn)] {
        case(dir.path(), id, "2026-03-02", &format!("{steps}{closed}"));
    }
    // The last day is 16 March: before it nothing was late.
    for (as_of, late) in [("2026-03-15", vec![]), ("2026-03-16", vec!["2026-0001"])] {
        let year = of_year(&dir, as_of, 2026);
        let share = year.share(Key::Acknowledged);
        let due: Vec<String> = share.of.iter().map(ToString::to_string).collect();
        assert_eq!(due, late, "{as_of}");
        assert!(share.hits.is_empty(), "{as_of}");
    }
}

#[test]
fn what_is_dated_after_the_reference_date_has_not_happened() {
    let dir = empty();
    case(
        dir.path(),
        "2026-0001",
        "2026-03-02",
        &acknowledged("2026-03-10"),
    );
    case(dir.path(), "2026-0002", "2026-03-09", "");
    let year = of_year(&dir, "2026-03-08", 2026);
    assert_eq!(year.received.len(), 1);
    assert!(year.share(Key::Acknowledged).hits.is_empty());
}

#[test]
fn linked_complaints_are_one_incident_and_several_complaints() {
    let dir = empty();
    case(dir.path(), "2026-0001", "2026-01-05", "");
    let link = |id: &str, other: &str| {
        case(dir.path(), id, "2026-02-05", "");
        let path = format!("2026/{id}/complaint.yaml");
        let text = std::fs::read_to_string(dir.path().join(&path)).unwrap();
        write(
            dir.path(),
            &path,
            text.replace(
                "  summary",
                &format!("  same_incident_as: {other}\n  summary"),
            ),
        );
    };
    link("2026-0002", "2026-0001");
    link("2026-0003", "2026-0002");
    link("2026-0004", "2026-0005");
    link("2026-0005", "2026-0004");
    let year = of_year(&dir, "2026-12-31", 2026);
    assert_eq!((year.received.len(), year.incidents), (5, 2));
}

/// Whatever the records say: open at the start, plus received, less closed, is open at the end, and that is next year's start.
#[test]
fn the_balance_closes_exactly_and_follows_on() {
    let dir = empty();
    let mut seed = 7u64;
    for n in 1..=60u32 {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let (year, month, day) = (2023 + n / 20, 1 + (seed >> 33) % 12, 1 + (seed >> 40) % 28);
        let closed = (seed >> 50) % 3;
        let more = if closed == 0 {
            String::new()
        } else {
            format!(
                "- step: closed\n  date: {}-{month:02}-{day:02}\n  by: c.janssen\n",
                u64::from(year) + closed - 1
            )
        };
        case(
            dir.path(),
            &format!("{year}-{:04}", n % 20 + 1),
            &format!("{year}-{month:02}-{day:02}"),
            &more,
        );
    }
    let mut before = None;
    for year in 2023..=2026 {
        let flow = of_year(&dir, "2027-06-01", year).flow;
        let balance = flow.balance;
        assert_eq!(
            balance.open_start + balance.received - balance.closed,
            balance.open_end
        );
        assert_eq!(flow.open_start.len() as u64, balance.open_start);
        assert_eq!(flow.closed.len() as u64, balance.closed);
        assert_eq!(flow.open_end.len() as u64, balance.open_end);
        assert!(
            before.is_none_or(|before| before == balance.open_start),
            "{year}"
        );
        before = Some(balance.open_end);
    }
}

/// Twelve complaints a year, the same each year: nothing fires, and no page says otherwise.
#[test]
fn no_word_of_change_stands_where_no_rule_fires() {
    let dir = empty();
    for year in 2023..=2025 {
        for month in 1..=12 {
            case(
                dir.path(),
                &format!("{year}-{month:04}"),
                &format!("{year}-{month:02}-10"),
                "",
            );
        }
    }
    let year = of_year(&dir, "2026-02-01", 2025);
    assert_eq!(year.words.unwrap().level, TrendState::NoDemonstrableTrend);
    assert_eq!(year.frame.baseline_years(), [2023, 2024]);
    for (language, words) in [
        (
            Language::Nl,
            [
                "stijging",
                "daling",
                "verbeterd",
                "verslechterd",
                "stijgende",
                "dalende",
            ],
        ),
        (
            Language::En,
            [
                "demonstrable rise",
                "demonstrable fall",
                "improved",
                "worsened",
                "upward",
                "downward",
            ],
        ),
    ] {
        let pages = pages(&dir, "2026-02-01", language);
        let page = &pages["analysis-2025.html"];
        for word in words {
            assert!(!page.to_lowercase().contains(word), "{word}");
        }
        assert!(!page.contains("⟨"), "a message is missing");
    }
}

/// A jump is called one, on the page, in the chart and in the file alike.
#[test]
fn a_real_change_is_called_one() {
    let dir = empty();
    for (year, number) in [(2023, 12), (2024, 12), (2025, 48)] {
        for n in 0..number {
            let id = format!("{year}-{:04}", n + 1);
            case(
                dir.path(),
                &id,
                &format!("{year}-{:02}-{:02}", n % 12 + 1, n / 12 + 5),
                "",
            );
        }
    }
    assert_eq!(
        of_year(&dir, "2026-02-01", 2025).words.unwrap().level,
        TrendState::Rise
    );
    let pages = pages(&dir, "2026-02-01", Language::Nl);
    let sentence = "In 2025 kwamen 48 klachten binnen; daarvoor gemiddeld 12 per jaar. Dat is een aantoonbare stijging: 4,0 keer zo veel";
    assert!(
        pages["analysis-2025.html"].matches(sentence).count() >= 3,
        "answer, chart and section"
    );
    assert!(pages["analysis-2025.json"].contains("\"state\": \"rise\""));
    assert!(pages["analysis-2025.csv"].contains("T1,,48,"));
}

#[test]
fn an_empty_register_a_first_year_and_a_gap_have_true_pages() {
    let dir = empty();
    let none = pages(&dir, "2026-02-01", Language::Nl);
    assert!(none["analysis.html"].contains("Er zijn nog geen klachten"));
    assert!(none.keys().all(|path| !path.starts_with("analysis-")));

    case(dir.path(), "2024-0001", "2024-03-02", "");
    case(dir.path(), "2026-0001", "2026-01-12", "");
    let reading = load_register(dir.path()).unwrap();
    assert_eq!(
        years(
            &facts(&reading.register, "2026-02-01".parse().unwrap()),
            "2026-02-01".parse().unwrap()
        ),
        [2024, 2025, 2026]
    );
    let pages = pages(&dir, "2026-02-01", Language::Nl);
    for year in [2024, 2025, 2026] {
        let page = &pages[&format!("analysis-{year}.html")];
        for wrong in ["NaN", "⟨", "(0 %)", "aantoonbare stijging:"] {
            assert!(!page.contains(wrong), "{year}: {wrong}");
        }
        let said = match year {
            2026 => "Het jaar 2026 loopt nog.",
            _ => "Te weinig gegevens",
        };
        assert!(page.contains(said), "{year}");
    }
}

/// What the page draws and says passes the same escaping, and nothing is styled in place.
#[test]
fn the_page_keeps_the_rules_of_the_site() {
    let dir = empty();
    case(dir.path(), "2025-0001", "2025-01-12", "");
    for page in pages(&dir, "2026-02-01", Language::Nl)
        .values()
        .filter(|page| page.contains("class=\"analysis\""))
    {
        assert!(!page.contains("style=\"") && !page.contains("<script"));
        let ids: Vec<&str> = page
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "an id twice");
        let tables = page.split("<details class=\"behind\">").count() - 1;
        assert_eq!(
            page.matches("role=\"img\"").count(),
            tables * 2,
            "a table behind each chart"
        );
    }
}

#[test]
fn no_cell_runs_as_a_formula() {
    use klacht::export::csv::write;
    use klacht::export::table::{Cell, Column, Kind, Table};
    for record in support::corpus("csv") {
        let Some(bytes) = support::payload(&record) else {
            continue;
        };
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        let csv = write(&Table {
            columns: vec![Column::new("a", Kind::Text)],
            rows: vec![vec![Cell::Text(text.clone())]],
        })
        .unwrap();
        let csv = String::from_utf8(csv).unwrap();
        let cell = csv.split_once("\r\n").unwrap().1.trim_start_matches('"');
        let first = cell.chars().find(|c| !c.is_whitespace() && !c.is_control());
        assert!(
            !matches!(
                first,
                Some('=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠')
            ),
            "{text:?}: {csv:?}"
        );
    }
}
