//! Calendars and lists of the site hold what `klacht due` says, for whom it says it, and take out what went to somebody else.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use support::letters::{klacht, stdout};
use support::write;
use tempfile::TempDir;

const STAFF: &str = include_str!("rules/base/staff.yaml");
const PEOPLE: [&str; 4] = ["c.janssen", "p.vos", "h.mulder", "k.smit"];

/// A register with one case: the steps of the base up to and without one of them, and some more.
fn register_until(step: &str, more: &str) -> TempDir {
    let dir = TempDir::new().unwrap();
    let case = include_str!("rules/base/complaint.yaml");
    let end = case.find(&format!("- step: {step}\n")).unwrap();
    for (name, text) in [
        ("procedure.yaml", include_str!("rules/base/procedure.yaml")),
        ("staff.yaml", STAFF),
        (
            "2026/2026-0001/complaint.yaml",
            &format!("{}\n{more}", case[..end].trim_end()),
        ),
        (
            "2026/2026-0001/private/01.yaml",
            "complainant: {name: R. Voorbeeld}\ndescription: Zo was het.\n",
        ),
    ] {
        write(dir.path(), name, text);
    }
    dir
}

/// The staff after the handler left.
fn without_vos(until: &str) -> String {
    let (before, after) = STAFF.split_once("id: p.vos").unwrap();
    let active = format!("2020-01-01, until: {until}");
    format!(
        "{before}id: p.vos{}",
        after.replacen("2020-01-01", &active, 1)
    )
}

/// The events of a calendar: UID without its host, and status.
fn events(calendar: &str) -> BTreeMap<String, String> {
    let unfolded = calendar.replace("\r\n ", "");
    let events = unfolded.split("BEGIN:VEVENT").skip(1);
    let found = events.map(|event| {
        let value = |key: &str| {
            let line = event
                .lines()
                .find_map(|line| line.strip_prefix(key))
                .unwrap();
            line.split('@').next().unwrap().to_owned()
        };
        (value("UID:"), value("STATUS:"))
    });
    found.collect()
}

/// The calendar of a person, or of all, on a day: the same from the site and from the terminal.
fn calendar(root: &Path, person: Option<&str>, day: &str) -> BTreeMap<String, String> {
    let site = TempDir::new().unwrap();
    let out = site.path().join("site");
    klacht(
        root,
        &[
            "build",
            "--as-of",
            day,
            "--out",
            out.to_str().unwrap(),
            "--force",
        ],
    );
    let name = person.map_or("calendar.ics".to_owned(), |id| format!("calendar-{id}.ics"));
    let published = fs::read_to_string(out.join(name)).unwrap_or_default();
    let of = person.map_or_else(Vec::new, |id| vec!["--for", id]);
    let args = ["due", "--format", "ics", "--as-of", day];
    let printed = stdout(&klacht(root, &[&args[..], &of].concat()));
    assert_eq!(events(&published), events(&printed), "{person:?} on {day}");
    events(&printed)
}

/// The page of the work of a person; empty where there is none.
fn work_list(root: &Path, person: &str, day: &str) -> String {
    let site = TempDir::new().unwrap();
    let out = site.path().join("site");
    let (place, name) = (out.to_str().unwrap(), format!("work/{person}.html"));
    klacht(root, &["build", "--as-of", day, "--out", place, "--force"]);
    fs::read_to_string(out.join(name)).unwrap_or_default()
}

/// What is open in a calendar.
fn open(events: &BTreeMap<String, String>) -> BTreeSet<&str> {
    let confirmed = events.iter().filter(|(_, status)| *status == "CONFIRMED");
    confirmed.map(|(uid, _)| uid.as_str()).collect()
}

#[test]
fn the_yearly_analysis_is_in_the_calendars_of_all_and_of_the_coordinators() {
    let dir = register_until("closed", "");
    let root = dir.path();
    for (day, wanted) in [
        ("2026-12-30", None),
        ("2027-02-01", Some("CONFIRMED")),
        ("2028-06-01", Some("CONFIRMED")),
    ] {
        for person in [None, Some("c.janssen")] {
            let status = calendar(root, person, day).get("analysis-2026").cloned();
            assert_eq!(status.as_deref(), wanted, "{person:?} on {day}");
        }
        assert_eq!(
            calendar(root, Some("p.vos"), day).get("analysis-2026"),
            None
        );
    }
    let late = stdout(&klacht(
        root,
        &["due", "overdue", "--format", "ics", "--as-of", "2027-05-01"],
    ));
    assert!(
        late.contains("SUMMARY:Jaaranalyse 2026") && !late.contains("2027-0"),
        "{late}"
    );
    // What was met is taken out, and after a year it is not spoken of.
    write(root, "2026/analysis.md", "---\nyear: 2026\n---\n");
    for (day, wanted) in [("2027-02-01", Some("CANCELLED")), ("2029-02-01", None)] {
        let status = calendar(root, Some("c.janssen"), day)
            .get("analysis-2026")
            .cloned();
        assert_eq!(status.as_deref(), wanted, "{day}");
    }
}

/// Every task with a last day is an open event in the calendar of each whose task it is and a row of their work-list, and nobody
/// has another.
#[test]
fn each_calendar_holds_the_tasks_of_that_person() {
    let left = without_vos("2026-03-04");
    let mut seen = 0;
    for until in ["assigned", "acknowledged", "answered", "surveyed"] {
        for staff in [STAFF, &left] {
            let dir = register_until(until, "");
            write(dir.path(), "staff.yaml", staff);
            let day = "2026-04-10";
            for person in PEOPLE {
                let args = ["due", "--for", person, "--format", "json", "--as-of", day];
                let tasks: serde_json::Value =
                    serde_json::from_str(&stdout(&klacht(dir.path(), &args))).unwrap();
                let dated = tasks
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter(|task| !task["last_day"].is_null())
                    .count();
                let events = calendar(dir.path(), Some(person), day);
                assert_eq!(open(&events).len(), dated, "{until}: {person}: {events:?}");
                let page = work_list(dir.path(), person, day);
                assert_eq!(
                    page.matches("<tr><td").count(),
                    dated,
                    "{until}: {person}: {page}"
                );
                seen += dated;
            }
        }
    }
    assert!(seen > 8, "{seen}");
}

#[test]
fn what_nobody_handles_is_the_coordinators_until_somebody_does() {
    let uid = "2026-0001-01-acknowledgement";
    let status =
        |root: &Path, person: &str| calendar(root, Some(person), "2026-03-10").get(uid).cloned();
    let new = register_until("assigned", "");
    assert_eq!(
        status(new.path(), "c.janssen").as_deref(),
        Some("CONFIRMED")
    );
    assert_eq!(status(new.path(), "p.vos"), None);
    let given = register_until("acknowledged", "");
    assert_eq!(
        status(given.path(), "c.janssen").as_deref(),
        Some("CANCELLED")
    );
    assert_eq!(status(given.path(), "p.vos").as_deref(), Some("CONFIRMED"));
    let left = without_vos("2026-03-06");
    write(given.path(), "staff.yaml", &left);
    assert_eq!(
        status(given.path(), "c.janssen").as_deref(),
        Some("CONFIRMED")
    );
    assert_eq!(status(given.path(), "p.vos").as_deref(), Some("CANCELLED"));
    let again = "\n- step: assigned\n  date: 2026-03-09\n  by: c.janssen\n  handler: h.mulder\n  function: Manager\n  reason: Vertrek.\n";
    let passed_on = register_until("acknowledged", again);
    write(passed_on.path(), "staff.yaml", &left);
    assert_eq!(
        status(passed_on.path(), "c.janssen").as_deref(),
        Some("CANCELLED")
    );
    assert_eq!(
        status(passed_on.path(), "h.mulder").as_deref(),
        Some("CONFIRMED")
    );
    let all = calendar(passed_on.path(), None, "2026-03-10");
    assert_eq!(all[uid], "CONFIRMED");
}

/// A coordinator subscribes once, also before there is anything to do.
#[test]
fn a_coordinator_has_a_calendar_whatever_it_holds() {
    let dir = register_until("closed", "");
    fs::remove_dir_all(dir.path().join("2026")).unwrap();
    let site = TempDir::new().unwrap();
    let out = site.path().to_str().unwrap();
    klacht(
        dir.path(),
        &["build", "--as-of", "2026-03-10", "--out", out],
    );
    let mine = fs::read_to_string(site.path().join("calendar-c.janssen.ics")).unwrap();
    assert!(mine.starts_with("BEGIN:VCALENDAR") && events(&mine).is_empty());
    assert!(!site.path().join("calendar-p.vos.ics").exists());
}

/// What the site lists as to be closed can be closed, as `klacht due` has it.
#[test]
fn a_case_is_to_be_closed_once_it_can_be() {
    let day = "2026-06-30";
    let mut seen = BTreeSet::new();
    for until in [
        "reported",
        "prevention",
        "carried-out",
        "surveyed",
        "closed",
    ] {
        let dir = register_until(until, "");
        let out = TempDir::new().unwrap();
        let site = out.path().join("site");
        let place = site.to_str().unwrap();
        klacht(
            dir.path(),
            &["build", "--as-of", day, "--out", place, "--force"],
        );
        let list = fs::read_to_string(site.join("cases/to-close.html")).unwrap_or_default();
        let due = stdout(&klacht(dir.path(), &["due", "--as-of", day]));
        let listed = list.contains("2026-0001");
        assert_eq!(listed, due.contains("Dossier sluiten"), "{until}: {due}");
        seen.insert(listed);
    }
    assert_eq!(seen.len(), 2);
}
