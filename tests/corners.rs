//! The pages of the yearly analysis where there is little to say or nothing: true sentences, whole charts, no empty table.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use klacht::words::Language;
use scraper::{Html, Selector};
use support::made::{Corner, corners};
use support::page::{pages, section};

type Pages = BTreeMap<String, String>;

/// Every corner with its pages, in Dutch and in English.
static RENDERED: LazyLock<Vec<(&str, [Pages; 2])>> = LazyLock::new(|| {
    let rendered = |corner: Corner| {
        let pages = |language| pages(corner.register.path(), corner.as_of, language);
        (corner.name, [Language::Nl, Language::En].map(pages))
    };
    corners().into_iter().map(rendered).collect()
});

fn pages_of(name: &str) -> &'static [Pages; 2] {
    let found = RENDERED.iter().find(|(corner, _)| *corner == name);
    &found.unwrap_or_else(|| panic!("{name}")).1
}

/// Finds every number in the geometry of the charts of a page.
fn geometry(page: &str) -> Vec<(&str, f64)> {
    let mut all = Vec::new();
    for svg in page.split("<svg ").skip(1) {
        let svg = svg.split("</svg>").next().unwrap();
        for tag in svg.split('<').skip(1) {
            let attributes = tag.split('>').next().unwrap();
            for name in [
                "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height",
            ] {
                let start = format!(" {name}=\"");
                if let Some((_, rest)) = attributes.split_once(&start) {
                    let value = rest.split('"').next().unwrap();
                    let value: f64 = value.parse().unwrap_or_else(|_| panic!("{tag}"));
                    all.push((tag, value));
                }
            }
        }
    }
    all
}

fn is_whole(page: &str, of: &str) {
    for wrong in ["NaN", "⟨", "inf\"", "Some("] {
        assert!(!page.contains(wrong), "{of}: {wrong}");
    }
    let plain: String = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for empty in [
        "<tbody> </tbody>",
        "<ul class=\"points\"> </ul>",
        "<dl> </dl>",
        "<p></p>",
        "<h3></h3>",
        "<caption class=\"quiet\"></caption>",
        "<thead><tr></tr>",
    ] {
        assert!(!plain.contains(empty), "{of}: {empty}");
    }
    for (tag, number) in geometry(page) {
        assert!((-20.0..=2000.0).contains(&number), "{of}: {tag}");
    }
    // A percentage needs ten to be one of: "3 van 4", and "41 van 45 (91 %)".
    for between in [" van ", " of "] {
        for after in page.split(between).skip(1) {
            let number: String = after.chars().take_while(char::is_ascii_digit).collect();
            let Ok(whole) = number.parse::<u64>() else {
                continue;
            };
            let percentage = after[number.len()..].starts_with(" (")
                && after[..after.find(')').unwrap_or(0)].contains('%');
            assert!(!percentage || whole >= 10, "{of}: {}", &after[..12]);
        }
    }
}

#[test]
fn every_page_is_whole() {
    for (corner, languages) in RENDERED.iter() {
        for (path, page) in languages.iter().flatten() {
            if path.ends_with(".html") {
                is_whole(page, &format!("{corner}/{path}"));
            }
        }
    }
}

/// What a page of the analysis says of a register: the register, the section, in Dutch, in English.
const SAID: &[(&str, &str, &str, &str)] = &[
    (
        "one",
        "answers",
        "(1 klacht in 12 maanden)",
        "(1 complaint in 12 months)",
    ),
    ("one", "flow", ">1</td>", ">1</td>"),
    (
        "one",
        "lead",
        "Te weinig afgesloten klachten (1)",
        "Too few closed complaints (1)",
    ),
    (
        "one",
        "verdicts",
        "In behandeling genomen: 1 van 1;",
        "Taken up: 1 of 1;",
    ),
    (
        "one",
        "quality",
        "De ene toegewezen klacht werd niet",
        "The one assigned complaint was not",
    ),
    (
        "first-year",
        "answers",
        "(30 klachten in 12 maanden)",
        "(30 complaints in 12 months)",
    ),
    (
        "first-year",
        "families",
        "Te weinig gegevens om met eerdere jaren",
        "Too little data to compare with earlier",
    ),
    (
        "running",
        "answers",
        "in een even lange periode van de jaren ervoor gemiddeld 15,3",
        "in as long a period of the years before 15.3",
    ),
    (
        "running",
        "months",
        "Het jaar 2025 loopt nog",
        "The year 2025 still runs",
    ),
    (
        "running",
        "months",
        "in het hele jaar wordt verwacht",
        "expected in all of the year",
    ),
    (
        "running",
        "months",
        "Geen enkele maand die voorbij is, valt buiten",
        "No month that is over falls outside",
    ),
    (
        "first-day",
        "terms",
        "Er was nog niets dat op tijd moest zijn.",
        "Nothing had to be in time yet.",
    ),
    (
        "first-day",
        "lead",
        "Er is nog niets afgesloten",
        "Nothing is closed yet",
    ),
    (
        "first-day",
        "verdicts",
        "In behandeling genomen: n.v.t.; nog niet beslist: 1.",
        "; not decided yet: 1.",
    ),
    (
        "all-refused",
        "verdicts",
        "In behandeling genomen: 0 van 12 (0 %)",
        "Taken up: 0 of 12 (0%)",
    ),
    (
        "all-refused",
        "verdicts",
        "Geen klacht over onze dienstverlening",
        "Not a complaint about our service",
    ),
    (
        "all-refused",
        "lead",
        "na 30 dagen afgesloten, negen van de tien",
        "closed after 30 days, nine in ten",
    ),
    (
        "all-refused",
        "corrective",
        "Over tevredenheid is niets te zeggen",
        "Nothing can be said about satisfaction",
    ),
    (
        "all-open",
        "answers",
        "12 klachten zijn open en te laat.",
        "12 complaints are open and overdue.",
    ),
    (
        "all-open",
        "lead",
        "Er is nog niets afgesloten",
        "Nothing is closed yet",
    ),
    (
        "all-open",
        "lead",
        "12 klachten, 12 te laat, de oudste 409 dagen oud",
        "12 complaints, 12 overdue, the oldest 409 days old",
    ),
    (
        "all-open",
        "verdicts",
        "0 klachten van dit jaar zijn afgesloten; nog open: 12.",
        "0 complaints of this year are closed; still open: 12.",
    ),
    ("empty-year", "flow", ">0</td>", ">0</td>"),
    (
        "empty-year",
        "families",
        "Er kwamen geen klachten binnen.",
        "No complaints came in.",
    ),
    (
        "empty-year",
        "verdicts",
        "Er kwamen geen klachten binnen.",
        "No complaints came in.",
    ),
    (
        "empty-year",
        "quality",
        "Er zijn geen klachten toegewezen",
        "No complaints were assigned",
    ),
];

/// The year of the page that is about the corner.
fn year(corner: &str) -> i32 {
    match corner {
        "empty-year" => 2024,
        "first-day" => 2026,
        _ => 2025,
    }
}

#[test]
fn the_pages_say_what_is_true() {
    for (corner, id, dutch, english) in SAID {
        let name = format!("analysis-{}.html", year(corner));
        for (pages, sentence) in pages_of(corner).iter().zip([dutch, english]) {
            let section = section(&pages[&name], id);
            assert!(section.contains(sentence), "{corner}: {sentence}");
        }
    }
}

/// Where there is nothing to draw or to list, there is no chart and no table.
#[test]
fn nothing_is_not_drawn() {
    let in_both = |corner, id, page: &dyn Fn(&str)| {
        let name = format!("analysis-{}.html", year(corner));
        for pages in pages_of(corner) {
            page(section(&pages[&name], id));
        }
    };
    for (corner, id) in [
        ("first-day", "terms"),
        ("first-day", "lead"),
        ("all-open", "lead"),
        ("empty-year", "terms"),
        ("empty-year", "lead"),
        ("empty-year", "verdicts"),
        ("empty-year", "families"),
    ] {
        in_both(corner, id, &|section| {
            assert!(!section.contains("<svg"), "{corner}: {id}");
        });
    }
    for id in ["verdicts", "corrective", "preventive", "quality"] {
        in_both("empty-year", id, &|section| {
            assert!(!section.contains("<table"), "{id}");
        });
    }
}

#[test]
fn a_register_without_complaints_has_no_year() {
    let [dutch, english] = pages_of("none");
    assert!(dutch["analysis.html"].contains("Er zijn nog geen klachten"));
    assert!(english["analysis.html"].contains("There are no complaints yet"));
    let years = dutch.keys().filter(|path| path.starts_with("analysis-"));
    assert_eq!(years.count(), 0);
}

/// The clients of a running year are those expected in all of it; only the part that has passed is compared with years before.
#[test]
fn a_running_year_weighs_as_much_as_has_passed() {
    let [dutch, english] = pages_of("running");
    // 220 clients, 140 of 365 days; 200 and 210 in the years before.
    let json: serde_json::Value = serde_json::from_str(&dutch["analysis-2025.json"]).unwrap();
    let mut rows = json["figures"].as_array().unwrap().iter();
    let level = rows.find(|row| row["figure"] == "T1").unwrap();
    for (field, is) in [
        ("x", 10.0),
        ("n", 220.0 * 140.0 / 365.0),
        ("x0", 80.0),
        ("n0", 410.0),
    ] {
        let found = level[field].as_f64().unwrap();
        assert!((found - is).abs() < 1e-9, "{field}: {found}");
    }
    let flow = section(&english["analysis-2025.html"], "flow");
    assert!(!flow.contains("per 100 clients"), "the year is not over");
}

/// Whoever reads the public version reads no count of 1 to 4, no case and nothing that leads elsewhere.
#[test]
fn the_public_version_gives_no_small_count_away() {
    let cells = Selector::parse("td.n").unwrap();
    let mut seen = [0, 0];
    for (corner, languages) in RENDERED.iter() {
        for pages in languages {
            for (path, page) in pages {
                if !path.ends_with(".public.html") {
                    continue;
                }
                assert!(!page.contains("<a "), "{corner} {path}");
                assert!(
                    !page.contains(">–<"),
                    "{corner} {path}: nothing, and not why"
                );
                for cell in Html::parse_document(page).select(&cells) {
                    let text: String = cell.text().collect();
                    let count = text.split(['\u{a0}', ' ']).next().unwrap().parse::<u64>();
                    assert!(!matches!(count, Ok(1..=4)), "{corner} {path}: {text}");
                    seen[usize::from(text == "< 5")] += 1;
                }
            }
        }
    }
    assert!(seen.iter().all(|n| *n > 50), "{seen:?}");
}

/// A year that still runs would be published twice, and the difference says what was hidden.
#[test]
fn a_running_year_has_no_public_version() {
    let [dutch, _] = pages_of("running");
    let running = year("running");
    assert!(dutch.contains_key(&format!("analysis-{running}.html")));
    assert!(!dutch.contains_key(&format!("analysis-{running}.public.html")));
    assert!(dutch.contains_key(&format!("analysis-{}.public.html", running - 1)));
}
