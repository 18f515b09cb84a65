//! Notices and calendars: each thing is told once, whatever happens in between, and nothing private is.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use klacht::agenda::{Entry, Event, render_calendar};
use support::{COMPLAINT, PROCEDURE, corpus, payload, register, write};
use tempfile::TempDir;

fn klacht(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_klacht"))
        .args(args)
        .current_dir(dir)
        .env_clear()
        .output()
        .unwrap()
}

/// A register whose organisation has an address, with two open cases.
fn two_cases() -> TempDir {
    let dir = register();
    write(
        dir.path(),
        "procedure.yaml",
        PROCEDURE.replace(
            "{name: Voorbeeld}",
            "{name: Voorbeeld, email: klachten@example.org, site: 'https://k.example.org/'}",
        ),
    );
    let second = COMPLAINT.replace("2026-0001", "2026-0002")
        + "\n- step: assigned\n  date: 2026-03-03\n  by: c.janssen\n  handler: p.vos\n  function: Manager\n";
    write(dir.path(), "2026/2026-0002/complaint.yaml", second);
    write(dir.path(), "2026/2026-0002/private/01.yaml", support::ANNEX);
    dir
}

fn notify(dir: &Path, day: &str) -> String {
    let output = klacht(
        dir,
        &[
            "notify",
            "--daily",
            "--outbox",
            "out",
            "--ledger",
            "state/ledger",
            "--as-of",
            day,
        ],
    );
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn each_daily_run_names_a_case_that_cannot_be_read() {
    let dir = two_cases();
    let broken = COMPLAINT
        .replace("2026-0001", "2026-0003")
        .replace("channel:", "chanel:");
    write(dir.path(), "2026/2026-0003/complaint.yaml", broken);
    // Nothing is near on the first day; on the second there is something to send as well.
    for (day, messages) in [("2026-03-03", 0), ("2026-03-09", 2), ("2026-03-09", 2)] {
        let args = "notify --daily --outbox out --ledger state/ledger --as-of";
        let args: Vec<&str> = args.split(' ').chain([day]).collect();
        let output = klacht(dir.path(), &args);
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1), "{day}: {said}");
        assert!(said.contains("niet meegeteld: 2026-0003."), "{said}");
        assert!(!said.contains("niets nieuws"), "{said}");
        assert_eq!(names(dir.path(), "new").len(), messages, "{day}");
    }
}

fn names(dir: &Path, part: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(dir.join("out").join(part)).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

fn letters(dir: &Path) -> Vec<String> {
    names(dir, "new")
        .iter()
        .map(|name| fs::read_to_string(dir.join("out/new").join(name)).unwrap())
        .collect()
}

#[test]
fn everybody_is_told_once_a_lead_time_and_once_a_week() {
    let dir = two_cases();
    let root = dir.path();
    // The acknowledgement is due on Monday 16 March.
    for (day, messages) in [
        ("2026-03-06", 0),
        ("2026-03-09", 2),
        ("2026-03-10", 2),
        ("2026-03-12", 4),
        ("2026-03-16", 4),
        ("2026-03-17", 6),
        ("2026-03-18", 6),
        ("2026-03-24", 8),
    ] {
        notify(root, day);
        assert_eq!(names(root, "new").len(), messages, "{day}");
    }
    let all = letters(root);
    let to = |who: &str| {
        all.iter()
            .filter(|text| {
                text.contains(&format!("To: {who}")) || text.contains(&format!("To: \"{who}\""))
            })
            .count()
    };
    assert_eq!((to("Carla Janssen"), to("Petra Vos")), (4, 4));
    let copied = all.iter().filter(|text| text.contains("\r\nCc: ")).count();
    assert_eq!(
        copied, 2,
        "the coordinator gets a copy of what the handler let pass"
    );
    for text in &all {
        assert!(
            !text.contains("Wit")
                && !text.contains("Afspraak")
                && text.contains("https://k.example.org/cases/"),
            "{text}"
        );
    }
    write(
        root,
        "2026/2026-0003/complaint.yaml",
        COMPLAINT.replace("2026-0001", "2026-0003"),
    );
    write(root, "2026/2026-0003/private/01.yaml", support::ANNEX);
    notify(root, "2026-03-24");
    assert_eq!(names(root, "new").len(), 9, "only what is new");
}

/// Every state in which a kill can leave outbox and ledger leads to the same end.
#[test]
fn a_kill_at_any_moment_loses_nothing_and_sends_nothing_twice() {
    let dir = two_cases();
    let root = dir.path();
    notify(root, "2026-03-09");
    let (sent, ledger) = (
        names(root, "new"),
        fs::read_to_string(root.join("state/ledger")).unwrap(),
    );
    let lines: Vec<&str> = ledger.lines().collect();
    assert_eq!((sent.len(), lines.len()), (2, 4));
    for cut in 0..=ledger.len() {
        let kept = &ledger[..cut];
        // At the end of each line, and here and there within one.
        if cut % 53 != 0 && !kept.ends_with('\n') {
            continue;
        }
        let said: Vec<&str> = kept
            .split_inclusive('\n')
            .filter(|line| line.ends_with('\n'))
            .map(str::trim_end)
            .collect();
        // Before the line that follows, the message may have moved already, or still lie in tmp.
        for moved in [false, true] {
            let again = two_cases();
            let root = again.path();
            notify(root, "2026-03-09");
            fs::write(root.join("state/ledger"), kept).unwrap();
            let mut gone = 0;
            for name in &sent {
                let is_ready = said
                    .iter()
                    .any(|line| line.starts_with(&format!("ready {name} ")));
                let is_sent = said.contains(&format!("sent {name}").as_str());
                let path = root.join("out/new").join(name);
                if is_sent || is_ready && moved {
                    // Taken away by whoever delivers.
                    fs::remove_file(path).unwrap();
                    gone += 1;
                } else {
                    fs::rename(path, root.join("out/tmp").join(name)).unwrap();
                }
            }
            notify(root, "2026-03-10");
            assert_eq!(
                (names(root, "new").len(), names(root, "tmp").len()),
                (2 - gone, 0),
                "cut at {cut}, moved: {moved}"
            );
            assert!(notify(root, "2026-03-10").contains("niets nieuws"));
        }
    }
}

#[test]
fn whoever_should_have_a_copy_and_has_no_address_is_named() {
    let dir = two_cases();
    let staff = fs::read_to_string(dir.path().join("staff.yaml")).unwrap();
    let broken = staff.replace("c@example.org", "c@exämple.org");
    assert_ne!(staff, broken);
    write(dir.path(), "staff.yaml", broken);
    let args = "notify --daily --outbox out --ledger state/ledger --as-of 2026-03-17";
    let args: Vec<&str> = args.split(' ').collect();
    let output = klacht(dir.path(), &args);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("c.janssen krijgt geen kopie"), "{said}");
}

#[test]
fn nothing_goes_out_without_a_sender_or_a_place_for_the_ledger() {
    let dir = register();
    let none = klacht(
        dir.path(),
        &["notify", "--daily", "--outbox", "out", "--ledger", "ledger"],
    );
    assert_eq!(none.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&none.stderr).contains("organisation: email"));
    let two = two_cases();
    let output = klacht(two.path(), &["notify", "--daily", "--outbox", "out"]);
    assert!(
        output.status.code() == Some(2)
            && String::from_utf8_lossy(&output.stderr).contains("--ledger")
    );
}

#[test]
fn no_text_breaks_out_of_a_calendar() {
    let names: BTreeSet<&str> = [
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "METHOD",
        "X-WR-CALNAME",
        "UID",
        "SUMMARY",
        "DTSTART",
        "DTEND",
        "DTSTAMP",
        "SEQUENCE",
        "TRANSP",
        "DESCRIPTION",
        "STATUS",
        "ACTION",
        "TRIGGER",
    ]
    .into();
    for record in corpus("ics").iter().chain(&corpus("naughty")) {
        let Some(bytes) = payload(record) else {
            continue;
        };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let entry = Entry {
            key: "2026-0001-01-report".into(),
            title: text.clone(),
            description: text.clone(),
            last_day: support::as_of(),
            alarms: vec![2],
            link: None,
            done: false,
            version: 1,
        };
        let event = Event::new(&entry, "example.org", support::as_of());
        let calendar = render_calendar(&text, [&event]);
        for line in calendar
            .replace("\r\n ", "")
            .split("\r\n")
            .filter(|line| !line.is_empty())
        {
            let name = line.split([':', ';']).next().unwrap();
            assert!(
                names.contains(name) && !line.contains(['\r', '\n', '\u{85}']),
                "{text:?}: {line}"
            );
        }
        for line in calendar.split("\r\n") {
            assert!(line.len() <= 75, "{line}");
        }
        assert_eq!(
            (
                calendar.matches("BEGIN:VEVENT").count(),
                calendar.matches("\r\nUID:").count()
            ),
            (1, 2),
            "{text:?}"
        );
    }
}

#[test]
fn what_is_due_in_every_form() {
    let dir = two_cases();
    let due = |format: &str| {
        let output = klacht(
            dir.path(),
            &["due", "--format", format, "--as-of", "2026-03-16"],
        );
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(
        due("human").starts_with("Vandaag\n  2026-03-16") && due("human").contains("\nLater\n"),
        "{}",
        due("human")
    );
    assert!(
        due("md").starts_with("## Vandaag\n\n- [ ] **2026-0001** Ontvangstbevestiging"),
        "{}",
        due("md")
    );
    assert_eq!(due("ics").matches("BEGIN:VEVENT").count(), 2);
    assert_eq!(due("ics"), due("ics"));
    // As a person asks, in either language: what should have been done before is to be done today too.
    let asked = |when: &str, day: &str| {
        let output = klacht(dir.path(), &["due", when, "--as-of", day]);
        assert_eq!(output.status.code(), Some(0), "{when}");
        String::from_utf8(output.stdout).unwrap()
    };
    for (english, dutch) in [("today", "vandaag"), ("this-week", "deze-week")] {
        assert_eq!(asked(english, "2026-03-16"), asked(dutch, "2026-03-16"));
    }
    let lines = |when: &str, day: &str| asked(when, day).matches("Ontvangstbevestiging").count();
    assert_eq!(lines("today", "2026-03-16"), 2);
    assert_eq!(lines("today", "2026-03-17"), 2);
    assert_eq!(lines("overdue", "2026-03-16"), 0);
    assert_eq!(lines("today", "2026-03-13"), 0);
    assert_eq!(lines("this-week", "2026-03-13"), 0);
    assert!(!asked("this-week", "2026-03-16").contains("Overdragen"));
    let calendar = |when: &str| {
        let args = ["due", when, "--format", "ics", "--as-of", "2026-03-13"];
        let output = klacht(dir.path(), &args);
        String::from_utf8(output.stdout)
            .unwrap()
            .matches("BEGIN:VEVENT")
            .count()
    };
    assert_eq!((calendar("this-week"), calendar("later")), (0, 2));
    for words in [
        &["deze", "week"][..],
        &["this", "week"],
        &["Deze-Week"],
        &["deze week"],
        &["week"],
    ] {
        let output = klacht(
            dir.path(),
            &[&["due", "--as-of", "2026-03-16"], words].concat(),
        );
        let text = String::from_utf8(output.stdout).unwrap();
        assert_eq!(text, asked("this-week", "2026-03-16"), "{words:?}");
    }
    assert_eq!(
        asked("te-laat", "2026-03-17"),
        asked("overdue", "2026-03-17")
    );
    let wrong = klacht(dir.path(), &["due", "ooit"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("deze week"));
}

/// A calendar that the former handler imported still holds the deadline: the next one takes it out.
#[test]
fn a_deadline_that_went_to_another_handler_is_cancelled_in_the_calendar_of_the_former() {
    let dir = two_cases();
    let staff = support::STAFF.replace("Jobcoach,", "Jobcoach, roles: [handler],");
    write(dir.path(), "staff.yaml", staff);
    let record = dir.path().join("2026/2026-0002/complaint.yaml");
    let passed_on = fs::read_to_string(&record).unwrap()
        + "\n- step: assigned\n  date: 2026-03-09\n  by: c.janssen\n  handler: m.bakker\n  function: Manager\n  reason: Pim is ziek.\n";
    fs::write(record, passed_on).unwrap();
    let beside = tempfile::tempdir().unwrap();
    let site = beside.path();
    let out = site.to_str().unwrap();
    let built = klacht(
        dir.path(),
        &["build", "--as-of", "2026-03-10", "--out", out],
    );
    assert_eq!(built.status.code(), Some(0), "{built:?}");
    let due = |person: &str| {
        let args = ["due", "--for", person, "--format", "ics"];
        let output = klacht(
            dir.path(),
            &[&args[..], &["--as-of", "2026-03-10"]].concat(),
        );
        String::from_utf8(output.stdout).unwrap()
    };
    let uid = "UID:2026-0002-01-acknowledgement@k.example.org";
    for (person, status) in [("p.vos", "CANCELLED"), ("m.bakker", "CONFIRMED")] {
        let published = fs::read_to_string(site.join(format!("calendar-{person}.ics"))).unwrap();
        for calendar in [published, due(person)] {
            let event = calendar.split("BEGIN:VEVENT").find(|it| it.contains(uid));
            let event = event.unwrap_or_else(|| panic!("{person}: {calendar}"));
            assert!(
                event.contains(&format!("STATUS:{status}")),
                "{person}: {event}"
            );
            assert_eq!(event.contains("BEGIN:VALARM"), status == "CONFIRMED");
        }
    }
    let all = fs::read_to_string(site.join("calendar.ics")).unwrap();
    assert_eq!(all.matches(uid).count(), 1);
}

/// What waits without a term goes to who can do it, and nobody is told to do what cannot be done yet.
#[test]
fn what_waits_is_said_to_who_can_do_it() {
    let tasks = |staff: &str, until: &str| {
        let dir = TempDir::new().unwrap();
        write(
            dir.path(),
            "procedure.yaml",
            include_str!("rules/base/procedure.yaml"),
        );
        write(dir.path(), "staff.yaml", staff);
        let (record, _) = support::CASE
            .split_once(&format!("- step: {until}\n"))
            .unwrap();
        write(dir.path(), "2026/2026-0001/complaint.yaml", record);
        let args = ["due", "--format", "json", "--as-of", "2026-03-31"];
        let output = klacht(dir.path(), &args);
        let tasks: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let without_term = tasks
            .as_array()
            .unwrap()
            .iter()
            .filter(|task| task["last_day"].is_null());
        let said = without_term.map(|task| format!("{}: {}", task["what"], task["responsible"]));
        said.collect::<Vec<_>>()
    };
    let staff = include_str!("rules/base/staff.yaml");
    assert_eq!(
        tasks(staff, "prevention"),
        [r#""Besluiten over preventieve maatregelen": ["p.vos"]"#]
    );
    assert_eq!(
        tasks(staff, "surveyed"),
        [r#""Dossier sluiten": ["c.janssen"]"#]
    );
    let (before, own) = staff.split_once("id: p.vos").unwrap();
    let gone = own.replacen("from: 2020-01-01", "from: 2020-01-01, until: 2026-03-30", 1);
    let gone = format!("{before}id: p.vos{gone}");
    assert_eq!(
        tasks(&gone, "heard"),
        [
            r#""Overdragen aan een ander: de klachtafhandelaar is niet meer in dienst": ["c.janssen"]"#
        ]
    );
}
