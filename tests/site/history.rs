//! What the site shows of a history: from repositories with pinned authors and dates, cloned as a builder of the site would.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use klacht::history::trail::{Past, Record};
use klacht::words::Language;
use scraper::{ElementRef, Html, Selector};
use tempfile::TempDir;

use crate::Checked;
use crate::work::{NOW, Work, seconds, step_text};

/// A clone of a repository under construction, with its files.
struct Clone {
    dir: TempDir,
}

impl Clone {
    fn of(work: &Work) -> Self {
        let dir = TempDir::new().unwrap();
        let url = work.dir.path().to_str().unwrap();
        let repository = git2::Repository::clone(url, dir.path()).unwrap();
        if work.trusted {
            let mut config = repository.config().unwrap();
            config
                .set_str("klacht.trustRoot", &work.root.to_string())
                .unwrap();
        }
        Self { dir }
    }

    fn root(&self) -> PathBuf {
        self.dir.path().join("complaints")
    }

    fn append(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        let old = fs::read_to_string(&path).unwrap_or_default();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, old + text).unwrap();
    }

    fn checked(&self) -> Checked {
        checked(&self.root())
    }
}

fn checked(root: &Path) -> Checked {
    let mut checked = Checked::load(root, "2026-06-01");
    checked.past = Past::of(root, &checked.register, seconds(NOW));
    checked
}

fn pages(root: &Path) -> BTreeMap<String, String> {
    checked(root).pages(Language::Nl)
}

fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rows of the tables under an element, cell by cell.
fn rows(html: &str, under: &str) -> Vec<Vec<String>> {
    let html = Html::parse_document(html);
    let row = Selector::parse(&format!("{under} tbody tr")).unwrap();
    let cell = Selector::parse("th, td").unwrap();
    html.select(&row)
        .map(|row| row.select(&cell).map(text).collect())
        .collect()
}

fn status(html: &str) -> String {
    let html = Html::parse_document(html);
    let found = html.select(&Selector::parse(".status").unwrap()).next();
    text(found.unwrap())
}

fn short(id: git2::Oid) -> String {
    id.to_string()[..12].to_owned()
}

/// A history with a step recorded sixteen days later and a new key.
fn sound() -> (Work, [String; 4]) {
    let mut work = Work::new();
    let received = short(work.tip);
    work.add("2026-0001", "assigned");
    let assigned = short(work.commit("c.janssen", "2026-03-04", "2026-0001 stap 2: overdracht"));
    work.line("key p.vos");
    let policy = short(work.commit("a.smits", "2026-03-05", "Sleutel van Petra Vos"));
    work.add("2026-0001", "acknowledged");
    work.line("sign p.vos");
    let last = short(work.commit(
        "p.vos",
        "2026-03-21",
        "2026-0001 stap 3: ontvangstbevestiging",
    ));
    (work, [received, assigned, policy, last])
}

/// An analysis says when it was signed; that it came in later is in sight as with a step.
#[test]
fn an_analysis_that_came_in_later_is_listed() {
    const ANALYSIS: &str = "---\nyear: 2025\ndate: 2026-03-22\nby: c.janssen\njudgements:\n  trends: {verdict: none, ground: Geen.}\n  corrective: {verdict: insufficient, ground: Weinig.}\n  preventive: {verdict: insufficient, ground: Weinig.}\n---\n\nGoed.\n";
    let (mut work, _) = sound();
    work.put("2025/analysis.md", ANALYSIS);
    let late = short(work.commit("c.janssen", "2026-04-20", "Jaaranalyse 2025"));
    // What is added to the text is not signed anew.
    work.put("2025/analysis.md", &format!("{ANALYSIS}\nHeel goed.\n"));
    work.commit("c.janssen", "2026-05-20", "Aangevuld");
    let pages = pages(&Clone::of(&work).root());
    let rows = rows(&pages["history.html"], "main");
    let listed: Vec<_> = rows.iter().filter(|row| row[0] == "2025").collect();
    let expected = [
        "2025",
        "jaaranalyse ondertekend",
        "22 maart 2026",
        "20 april 2026 29 dagen later",
        &late,
    ];
    assert_eq!(listed, [&expected]);
}

#[test]
fn a_case_shows_who_recorded_each_step_and_how_much_later() {
    let (work, [received, assigned, policy, last]) = sound();
    let clone = Clone::of(&work);
    let pages = pages(&clone.root());
    let expected = [
        [
            "1. ontvangst",
            "2 maart 2026",
            "2 maart 2026",
            "Mila Bakker",
            &received,
            "nee",
        ],
        [
            "2. overdracht",
            "3 maart 2026",
            "4 maart 2026 1 dag later",
            "Chris Janssen",
            &assigned,
            "nee",
        ],
        [
            "3. ontvangstbevestiging",
            "5 maart 2026",
            "21 maart 2026 16 dagen later",
            "Pim Vos",
            &last,
            "ja",
        ],
    ];
    assert_eq!(rows(&pages["cases/2026-0001.html"], "#trail"), expected);

    let history = &pages["history.html"];
    assert_eq!(
        status(history),
        "De geschiedenis klopt: 4 commits getoetst, geen fouten."
    );
    assert!(history.contains(&format!("<dd>{last}, 21 maart 2026</dd>")));
    assert!(history.contains(&format!("<dd>{}</dd>", short(work.root))));
    assert_eq!(
        rows(history, "main"),
        [
            vec![
                "2026-0001",
                "3. ontvangstbevestiging",
                "5 maart 2026",
                "21 maart 2026 16 dagen later",
                &last
            ],
            vec![
                "5 maart 2026",
                "medewerkers of reglement gewijzigd",
                "Anne Smits",
                &policy
            ],
        ]
    );
    let html = Html::parse_document(history);
    let counted: Vec<String> = html
        .select(&Selector::parse(".tally dl div").unwrap())
        .map(text)
        .collect();
    let expected = [
        "een stap in een dossier3",
        "overname van oude dossiers0",
        "medewerkers of reglement1",
        "jaaranalyse of tekst0",
        "samenvoeging0",
        "iets buiten het register0",
        "afgekeurd, niet te duiden0",
        "op de dag zelf1",
        "1 tot 7 dagen later1",
        "meer dan 7 dagen later1",
        "met een sleutel van de schrijver1",
        "niet3",
    ];
    assert_eq!(counted, expected);
    // What was typed into a commit is nobody's business here, least of all an address.
    for (path, html) in &pages {
        assert!(!html.contains("@voorbeeld.example"), "{path}");
    }
}

#[test]
fn the_pages_are_the_same_whatever_is_remembered() {
    let (work, _) = sound();
    let clone = Clone::of(&work);
    let first = clone.checked();
    let second = clone.checked();
    let remembered = |checked: &Checked| checked.past.trail().unwrap().walk.remembered;
    assert_eq!((remembered(&first), remembered(&second)), (0, 4));
    assert_eq!(first.pages(Language::Nl), second.pages(Language::Nl));
    assert_eq!(
        first.pages(Language::En),
        Clone::of(&work).checked().pages(Language::En)
    );
}

#[test]
fn an_employee_concerned_who_agrees_and_corrects_that_is_not_named() {
    let mut work = Work::new();
    for (step, by, date) in [
        ("assigned", "c.janssen", "2026-03-03"),
        ("acknowledged", "p.vos", "2026-03-10"),
        ("heard", "p.vos", "2026-03-17"),
        ("agreed", "k.smit", "2026-03-18"),
    ] {
        work.add("2026-0001", step);
        work.commit(by, date, &format!("2026-0001: {step}"));
    }
    let record = "2026/2026-0001/complaint.yaml";
    let correction = "- step: corrected\n  date: 2026-03-19\n  by: k.smit\n  corrects: 5\n  \
                      fields: {date: 2026-03-17}\n  reason: De dag was een andere.\n";
    work.put(record, &format!("{}\n{correction}", work.text(record)));
    work.commit("k.smit", "2026-03-19", "2026-0001: corrected");
    let clone = Clone::of(&work);
    let checked = clone.checked();
    assert!(checked.past.trail().unwrap().is_sound());
    let pages = checked.pages(Language::Nl);
    let rows = rows(&pages["cases/2026-0001.html"], "#trail");
    assert_eq!(rows[4][3], "betrokkene", "{rows:?}");
    assert_eq!(rows[5][3], "betrokkene", "{rows:?}");
    for (path, html) in &pages {
        assert!(
            !html.contains("k.smit") && !html.contains("Kees Smit"),
            "{path}"
        );
    }
}

#[test]
fn faults_are_told_by_their_rule_with_the_case_and_nothing_of_what_was_typed() {
    let mut work = Work::new();
    work.add("2026-0001", "assigned");
    let forged = short(work.commit(
        "k.smit",
        "2026-03-03",
        "2026-0001 stap 2: <b>overdracht</b>",
    ));
    work.add("2026-0001", "acknowledged");
    work.add("2026-0001", "heard");
    let double = short(work.commit("p.vos", "2026-03-17", "2026-0001: twee stappen"));
    let clone = Clone::of(&work);
    let pages = pages(&clone.root());
    let history = &pages["history.html"];
    assert_eq!(status(history), "2 van de 3 commits kloppen niet.");
    let faults = rows(history, "main section:first-of-type");
    let shown: Vec<(&str, &str)> = faults
        .iter()
        .map(|row| (row[0].as_str(), row[3].split(' ').next().unwrap()))
        .collect();
    assert_eq!(shown, [(forged.as_str(), "H16"), (double.as_str(), "H23")]);
    assert!(history.contains("href=\"rules.html#H16\""));
    assert!(!history.contains("<b>overdracht") && !history.contains("Kees Smit"));
    assert!(pages["index.html"].contains("De geschiedenis van het register heeft fouten."));
    assert!(
        pages["rules.html"].contains("id=\"H16\"") && pages["rules.html"].contains("id=\"H23\"")
    );

    assert!(pages["cases/2026-0001.html"].contains("href=\"../history.html#faults\""));
    assert!(history.contains("id=\"faults\""));
    let case = rows(&pages["cases/2026-0001.html"], "#trail");
    // Who made the forged commit is the employee concerned, who is not named.
    assert_eq!(
        case[1][2..5],
        ["3 maart 2026 afgekeurd", "betrokkene", &forged]
    );
    assert!(
        case[2..]
            .iter()
            .all(|row| row[2].contains("afgekeurd") || row[2] == "niet te herleiden")
    );
    assert_eq!(case.len(), 4);
}

#[test]
fn cases_from_before_the_trust_root_and_from_elsewhere_say_so() {
    let mut work = Work::new();
    work.root = work.tip;
    for id in ["2026-0002", "2026-0003"] {
        work.new_case(id);
        work.add(id, "assigned");
    }
    let import = short(work.commit("c.janssen", "2026-03-20", "Import van oude dossiers"));
    work.add("2026-0001", "assigned");
    work.commit("c.janssen", "2026-03-20", "2026-0001 stap 2: overdracht");
    work.add("2026-0003", "acknowledged");
    work.commit(
        "p.vos",
        "2026-03-21",
        "2026-0003 stap 3: ontvangstbevestiging",
    );
    let clone = Clone::of(&work);
    let checked = clone.checked();
    let trail = checked.past.trail().unwrap();
    assert!(trail.is_sound(), "{:?}", trail.walk.faults);
    let records: Vec<Vec<Record>> = trail.cases.values().cloned().collect();
    let (before, step) = (Record::Before, Record::Step);
    let import_at = Record::Import(0);
    assert_eq!(
        records,
        [
            vec![before, step(1)],
            vec![import_at, import_at],
            vec![import_at, import_at, step(2)]
        ]
    );
    let pages = checked.pages(Language::Nl);
    let shown = rows(&pages["cases/2026-0001.html"], "#trail");
    assert_eq!(shown[0][2..], ["van vóór het beginpunt", "–", "–", "–"]);
    let shown = rows(&pages["cases/2026-0002.html"], "#trail");
    assert_eq!(
        shown[0][2..],
        [
            "20 maart 2026 overgenomen dossier",
            "Chris Janssen",
            &import,
            "nee"
        ]
    );
    assert!(pages["history.html"].contains("2 oude dossiers overgenomen"));
}

#[test]
fn what_is_not_committed_is_shown_as_such() {
    let (work, _) = sound();
    let clone = Clone::of(&work);
    let path = "2026/2026-0001/complaint.yaml";
    clone.append(path, &step_text("heard"));
    clone.append("2026/2026-0001/private/04.yaml", "statement: Zo was het.\n");
    clone.append("staff.yaml", "# Nog niet af\n");
    let pages = pages(&clone.root());
    let case = rows(&pages["cases/2026-0001.html"], "#trail");
    assert_eq!(case[3][2..], ["nog niet vastgelegd", "–", "–", "–"]);
    assert!(case[..3].iter().all(|row| row[4].len() == 12), "{case:?}");
    let history = &pages["history.html"];
    assert!(history.contains("1 dossier bevat wijzigingen die niet in de geschiedenis staan."));
    assert!(
        history.contains("cases&#x2f;2026-0001.html#trail")
            || history.contains("cases/2026-0001.html#trail")
    );

    // A text that was changed in place counts as well, though the number of steps is the same.
    let clone = Clone::of(&work);
    let record = fs::read_to_string(clone.root().join(path)).unwrap();
    fs::write(
        clone.root().join(path),
        record.replace("c.janssen", "h.willems"),
    )
    .unwrap();
    let checked = clone.checked();
    assert_eq!(checked.past.trail().unwrap().changed.len(), 1);
    let clone = Clone::of(&work);
    clone.append("procedure.yaml", "# Nog niet af\n");
    let checked = clone.checked();
    let trail = checked.past.trail().unwrap();
    assert!(trail.changed.is_empty() && trail.others_changed);
    assert!(checked.pages(Language::Nl)["history.html"].contains("Bestanden naast de dossiers"));
}

/// What the page says where there is nothing to judge, and that the cases then say nothing.
#[test]
fn without_a_history_that_can_be_judged_the_page_says_why() {
    let (mut work, _) = sound();
    let is = |root: &Path, expected: &str| {
        let pages = pages(root);
        let history = status(&pages["history.html"]);
        assert!(history.contains(expected), "{history}");
        assert!(!pages["cases/2026-0001.html"].contains("id=\"trail\""));
        assert!(!pages["index.html"].contains("geschiedenis van het register heeft"));
    };
    let git = |dir: &Path, args: &[&str]| {
        let mut command = Command::new("git");
        let dir = command.current_dir(dir).args(args).env_clear();
        let done = dir.env("PATH", std::env::var_os("PATH").unwrap()).output();
        assert!(done.unwrap().status.success(), "{args:?}");
    };

    let sound = Clone::of(&work);
    let plain = TempDir::new().unwrap();
    for entry in walkdir::WalkDir::new(sound.root()) {
        let entry = entry.unwrap();
        let target = plain
            .path()
            .join(entry.path().strip_prefix(sound.root()).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
    is(plain.path(), "Dit register staat niet in git.");
    git2::Repository::init(plain.path()).unwrap();
    is(plain.path(), "nog in geen enkele commit");

    // The trust root is in what a shallow clone leaves out.
    let shallow = TempDir::new().unwrap();
    let url = format!("file://{}", work.dir.path().display());
    git(
        Path::new("."),
        &[
            "clone",
            "-q",
            "--depth=2",
            &url,
            shallow.path().to_str().unwrap(),
        ],
    );
    let mut config = git2::Repository::open(shallow.path())
        .unwrap()
        .config()
        .unwrap();
    config
        .set_str("klacht.trustRoot", &work.root.to_string())
        .unwrap();
    is(
        &shallow.path().join("complaints"),
        "alleen het laatste deel",
    );

    work.trusted = false;
    is(
        &Clone::of(&work).root(),
        "geen beginpunt van vertrouwen vastgelegd",
    );
    work.trusted = true;

    let tip = work.tip;
    let object = sound.dir.path().join(format!(
        ".git/objects/{}/{}",
        &tip.to_string()[..2],
        &tip.to_string()[2..]
    ));
    if object.exists() {
        fs::remove_file(&object).unwrap();
        is(&sound.root(), "zij kon niet gelezen worden");
    } else {
        // The clone has its objects in a pack.
        let packs = sound.dir.path().join(".git/objects/pack");
        fs::remove_dir_all(packs).unwrap();
        is(&sound.root(), "zij kon niet gelezen worden");
    }
}

#[test]
fn another_history_than_the_trusted_one_is_named_and_traced_nowhere() {
    let (work, _) = sound();
    let clone = Clone::of(&work);
    let mut config = git2::Repository::open(clone.dir.path())
        .unwrap()
        .config()
        .unwrap();
    config.set_str("klacht.trustRoot", &"1".repeat(40)).unwrap();
    let pages = pages(&clone.root());
    let history = &pages["history.html"];
    assert!(status(history).starts_with("Dit is een andere geschiedenis"));
    assert!(history.contains("rules.html#H03") && !history.contains("class=\"tally\""));
    assert!(!pages["cases/2026-0001.html"].contains("id=\"trail\""));
}

#[test]
fn no_page_of_a_history_is_half_translated_and_every_link_leads_somewhere() {
    let (work, _) = sound();
    let clone = Clone::of(&work);
    clone.append("staff.yaml", "# Nog niet af\n");
    let checked = clone.checked();
    let dutch = checked.pages(Language::Nl);
    let english = checked.pages(Language::En);
    for word in ["Vastlegging", "klopt", "vastgelegd", "Beginpunt"] {
        assert!(
            dutch["history.html"].contains(word) || dutch["cases/2026-0001.html"].contains(word)
        );
        assert!(!english["history.html"].contains(word), "{word}");
    }
    assert!(english["cases/2026-0001.html"].contains("16 days later"));
    for html in [&english["history.html"], &dutch["history.html"]] {
        assert!(!html.contains('⟨'), "a message is missing");
    }
    let link = Selector::parse("main a[href]").unwrap();
    for path in ["history.html", "cases/2026-0001.html"] {
        for element in Html::parse_document(&dutch[path]).select(&link) {
            let href = element.value().attr("href").unwrap();
            let (target, place) = href.split_once('#').unwrap_or((href, ""));
            let target = match target.strip_prefix("../") {
                _ if target.is_empty() => path,
                Some(up) => up,
                None => target,
            };
            let page = dutch
                .get(target)
                .unwrap_or_else(|| panic!("{path}: {href}"));
            assert!(
                place.is_empty() || page.contains(&format!("id=\"{place}\"")),
                "{path}: {href}"
            );
        }
    }
}
