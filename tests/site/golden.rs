//! The whole site of a small register, page by page, and what must hold for every page of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use klacht::finding::{Args, Finding, Level};
use klacht::locale::Locale;
use klacht::route;
use klacht::source::Spot;
use klacht::words::Language;
use scraper::{Html, Selector};

use crate::Checked;

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site/golden")
}

fn files(dir: &Path, under: &str, found: &mut BTreeMap<String, String>) {
    let Ok(entries) = fs::read_dir(dir) else {
        return;
    };
    for entry in entries {
        let entry = entry.unwrap();
        let path = format!("{under}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            files(&entry.path(), &format!("{path}/"), found);
        } else {
            found.insert(path, fs::read_to_string(entry.path()).unwrap());
        }
    }
}

/// Compares the site with `tests/site/golden` both ways; with `KLACHT_BLESS=1` that becomes what the site is now.
#[test]
fn the_site_of_the_small_register_is_as_it_was() {
    // The stylesheet is not here, for it does not come from a register, nor are the texts of the rules.
    let mut pages = Checked::small().pages(Language::Nl);
    pages.retain(|path, _| path != "style.css" && path != "rules.html");
    for page in pages.values_mut() {
        if let (Some(start), Some(end)) = (page.find("<style>"), page.find("</style>")) {
            page.replace_range(start + "<style>".len()..end, "");
        }
    }
    if std::env::var_os("KLACHT_BLESS").is_some() {
        let _ = fs::remove_dir_all(golden());
        for (path, text) in &pages {
            let path = golden().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }
    let mut expected = BTreeMap::new();
    files(&golden(), "", &mut expected);
    let paths = |of: &BTreeMap<String, String>| of.keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        paths(&pages),
        paths(&expected),
        "set KLACHT_BLESS=1 to accept"
    );
    for (path, text) in &pages {
        snapbox::assert_data_eq!(
            text.as_str(),
            snapbox::Data::text(expected[path].as_str()).raw()
        );
    }
}

#[test]
fn the_same_register_gives_the_same_site() {
    for language in [Language::Nl, Language::En] {
        assert_eq!(
            Checked::small().pages(language),
            Checked::small().pages(language)
        );
    }
}

#[test]
fn no_page_is_half_translated() {
    let small = Checked::small();
    for (language, other) in [(Language::Nl, Language::En), (Language::En, Language::Nl)] {
        let (own, foreign) = (Locale::of(language).labels(), Locale::of(other).labels());
        // Labels of this language that are words of the other too say nothing.
        let words: BTreeSet<&str> = own.values().map(String::as_str).collect();
        let telling: Vec<&String> = foreign
            .values()
            .filter(|text| text.len() > 12 && text.contains(' ') && !words.contains(text.as_str()))
            .collect();
        for (path, html) in small.pages(language) {
            if !path.ends_with(".html") {
                continue;
            }
            assert!(
                html.contains(&format!("<html lang=\"{language}\">")),
                "{path}"
            );
            assert!(!html.contains('⟨'), "{path}: a message is missing");
            let mut html = html;
            // The procedure is there in Dutch only, and says so with its own `lang`.
            if let (Some(start), Some(end)) = (html.find("lang=\"nl\">"), html.find("</div>"))
                && language == Language::En
            {
                html.replace_range(start..end, "");
            }
            for text in &telling {
                assert!(
                    !html.contains(text.as_str()),
                    "{path} in {language}: {text}"
                );
            }
        }
    }
}

/// Whoever follows a number finds as many, complaints or terms.
#[test]
fn a_number_leads_to_a_list_of_as_many() {
    let (links, totals) = ("a[href*=\"cases/\"]", "table.cases caption, main > p");
    let [links, totals] = [links, totals].map(|select| Selector::parse(select).unwrap());
    let said = |element: scraper::ElementRef<'_>| element.text().collect::<String>();
    let mut followed = 0;
    for checked in [Checked::small(), Checked::example()] {
        let pages = checked.pages(Language::Nl);
        for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
            for link in Html::parse_document(page).select(&links) {
                // What is as large is a year.
                let number = said(link).trim().parse::<usize>().ok();
                let Some(number) = number.filter(|number| *number < 1900) else {
                    continue;
                };
                let list = link.attr("href").unwrap().trim_start_matches("../");
                let total = Html::parse_document(&pages[list]);
                let total: String = total.select(&totals).map(said).collect();
                let mut numbers = total.split(|c: char| !c.is_ascii_digit());
                let found = numbers.any(|one| one.parse() == Ok(number));
                assert!(found, "{path}: {number}, {list}: {total}");
                followed += 1;
            }
        }
    }
    assert!(followed > 100, "{followed} numbers");
}

#[test]
fn a_finding_counts_under_the_clause_of_its_rule() {
    // A verdict without the word of who was heard is found on a step of clause 5, and breaks clause 4.
    let mut checked = Checked::small();
    let case = *checked.register.cases.keys().next_back().unwrap();
    let finding = |code, level, waived| Finding {
        code,
        level,
        file: checked.register.cases[&case].path(),
        spot: Spot::Value(route!["steps", 0]),
        case: Some(case),
        clause: Some(5),
        args: Args::default(),
        waived,
    };
    let found = [
        finding("K402", Level::Breach, false),
        finding("K401", Level::Violation, true),
        // The organisation's own terms have one rule, whatever clause sets them.
        finding("K390", Level::Breach, false),
    ];
    checked.findings.extend(found);
    let pages = checked.pages(Language::Nl);
    let counts = |path: &str, code: &str| {
        let row = pages[path]
            .lines()
            .find(|line| line.contains(&format!("#{code}\"")))
            .unwrap();
        let cells = Html::parse_fragment(&format!("<table>{row}</table>"));
        let number = Selector::parse("td.n").unwrap();
        let cells = cells.select(&number).map(|cell| cell.text().collect());
        cells.collect::<Vec<String>>()
    };
    assert_eq!(counts("clause-4.html", "K402"), ["1", "0"]);
    assert_eq!(counts("clause-4.html", "K401"), ["0", "1"]);
    assert_eq!(counts("clause-5.html", "K390"), ["1", "0"]);
    assert_eq!(counts("clause-3.html", "K390"), ["0", "0"]);
    // What was waived is not to be put right.
    assert!(!pages["faults.html"].contains("K401"));
    assert!(pages.contains_key("cases/clause-4-rule-k402.html"));
}

#[test]
fn every_link_leads_to_a_page_and_a_place_on_it() {
    let pages = Checked::small().pages(Language::Nl);
    let (link, id) = (
        Selector::parse("[href]").unwrap(),
        Selector::parse("[id]").unwrap(),
    );
    let ids: BTreeMap<&String, BTreeSet<String>> = pages
        .iter()
        .map(|(path, html)| {
            let html = Html::parse_document(html);
            let ids = html
                .select(&id)
                .filter_map(|e| e.value().id().map(str::to_owned));
            (path, ids.collect())
        })
        .collect();
    for (path, html) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        for element in Html::parse_document(html).select(&link) {
            let href = element.value().attr("href").unwrap();
            if href == "https://www.uwv.nl/" {
                continue;
            }
            let (target, place) = href.split_once('#').unwrap_or((href, ""));
            let dir = path.rsplit_once('/').map_or("", |(dir, _)| dir);
            let target = match (target, target.strip_prefix("../")) {
                ("", _) => path.clone(),
                (_, Some(up)) => up.to_owned(),
                (same, None) if dir.is_empty() => same.to_owned(),
                (same, None) => format!("{dir}/{same}"),
            };
            assert!(pages.contains_key(&target), "{path}: {href}");
            assert!(
                place.is_empty() || ids[&target].contains(place),
                "{path}: {href}"
            );
        }
    }
}

/// A page that quotes the procedure in another language than its own says so.
#[test]
fn a_text_in_the_other_language_is_announced() {
    let small = Checked::small();
    for (language, times) in [(Language::Nl, 0), (Language::En, 1)] {
        let note = Locale::of(language).text("procedure-other-language");
        let pages = small.pages(language);
        for path in ["procedure.html", "clause-1.html", "clause-3.html"] {
            assert_eq!(pages[path].matches(&note).count(), times, "{path}");
        }
    }
}

#[test]
fn nothing_private_is_on_any_page() {
    let small = Checked::small();
    assert!(
        small
            .register
            .cases
            .values()
            .any(|case| !case.leaks.is_empty())
    );
    for language in [Language::Nl, Language::En] {
        let pages = small.pages(language);
        for (path, html) in &pages {
            for word in [
                "Verborgen",
                "Vangeheim",
                "Onvindbaar",
                "Geheim",
                "12345678",
                "brief.txt",
                "verborgen.example",
            ] {
                assert!(!html.contains(word), "{path}: {word}");
            }
            // Who is complained about is not named either; in these cases that is all that they do.
            assert!(
                !html.contains("Kees Smit") && !html.contains("k.smit"),
                "{path}"
            );
        }
        let placeholder = Locale::of(language).text("not-shown");
        assert_eq!(
            pages["cases/2026-0001.html"].matches(&placeholder).count(),
            5
        );
        assert!(pages["measures-2026.html"].contains(&placeholder));
    }
}

/// Copies the small register with another text in its records.
fn changed(from: &str, to: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let mut all = BTreeMap::new();
    files(&crate::small_register(), "", &mut all);
    for (path, text) in all {
        let record = path.ends_with("complaint.yaml");
        let text = if record { text.replace(from, to) } else { text };
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

#[test]
fn an_id_that_gives_someone_away_is_on_no_page_and_in_no_path() {
    for (from, to) in [
        ("excuus", "excuus-verborgen"),
        ("category: communication", "category: verborgen"),
        ("service: job-coaching", "service: verborgen"),
        ("owner: p.vos", "owner: v.verborgen"),
        ("cause: communication", "cause: verborgen"),
    ] {
        let dir = changed(from, to);
        for language in [Language::Nl, Language::En] {
            for (path, html) in Checked::load(dir.path(), "2026-04-20").pages(language) {
                let found = html.to_lowercase().contains("verborgen") || path.contains("verborgen");
                assert!(!found, "{to}: {path}");
            }
        }
    }
}

#[test]
fn a_case_that_cannot_be_read_is_told_without_quoting_it() {
    let dir = tempfile::tempdir().unwrap();
    for file in ["procedure.yaml", "staff.yaml"] {
        fs::copy(crate::small_register().join(file), dir.path().join(file)).unwrap();
    }
    let case = dir.path().join("2026/2026-0001");
    fs::create_dir_all(case.join("private")).unwrap();
    fs::write(
        case.join("complaint.yaml"),
        "case: 2026-0001\nsteps:\n- step: received\n  channel: mevrouw Verborgen\n",
    )
    .unwrap();
    fs::write(case.join("private/01.yaml"), "Verborgen: x\n").unwrap();
    fs::write(case.join("private/brief Verborgen.pdf"), "x").unwrap();
    let pages = Checked::load(dir.path(), "2026-04-20").pages(Language::Nl);
    assert!(pages["faults.html"].contains("2026-0001"));
    for (path, html) in &pages {
        assert!(!html.contains("Verborgen"), "{path}");
    }
}

#[test]
fn an_empty_register_has_a_site_too() {
    let dir = tempfile::tempdir().unwrap();
    let pages = Checked::load(dir.path(), "2026-04-20").pages(Language::En);
    assert!(pages.contains_key("index.html") && pages.contains_key("cases/index.html"));
}
