//! Every rule has its words in both languages and an example that fails and one that passes; both run through the real reader.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use klacht::finding::{Args, Finding, Level};
use klacht::history::Texts;
use klacht::locale::Locale;
use klacht::register::annex::{AnnexNeed, annex_need};
use klacht::register::read::load_register;
use klacht::register::schema::{FileKind, reader_schema};
use klacht::register::step::StepKind;
use klacht::report::{Files, Report};
use klacht::rules;
use klacht::rules::examples::{AS_OF, ExampleFile, parse_example};
use klacht::rules::message::message;
use klacht::words::{Day, Language, RuleCode};
use klacht::workflow::Who;

mod support;

use support::history::Work;
use support::{CASE, bytes, whole};
use tempfile::TempDir;

const LANGUAGES: [Language; 2] = [Language::Nl, Language::En];
const PROCEDURE: &str = include_str!("rules/base/procedure.yaml");
const STAFF: &str = include_str!("rules/base/staff.yaml");

/// A finding as an example expects it: code, file, line.
type Found = (String, String, usize);

#[test]
fn failing_examples_fail_where_they_say_and_nowhere_else() {
    let mut faults = Vec::new();
    for rule in rules::all().filter(|rule| !is_of_history(rule)) {
        let files = example(rule.code);
        let failing: Vec<&ExampleFile<'_>> = files.iter().filter(|file| file.fails).collect();
        let expected = expected(rule.code, &failing);
        assert!(!expected.is_empty(), "{}: no line is marked", rule.code);
        let findings = checked(&failing);
        let own = findings
            .iter()
            .filter(|(found, _)| found.0 == rule.code)
            .map(|(found, _)| found.clone());
        let own: BTreeSet<Found> = own.collect();
        let others: Vec<&Found> = findings
            .iter()
            .filter(|(f, level)| f.0 != rule.code && *level == Level::Violation)
            .map(|(f, _)| f)
            .collect();
        if own != expected || !others.is_empty() {
            faults.push(format!(
                "{}: expected {expected:?}, found {own:?}, others {others:?}",
                rule.code
            ));
        }
        let levels: BTreeSet<Level> = findings
            .iter()
            .filter(|(f, _)| f.0 == rule.code)
            .map(|(_, level)| *level)
            .collect();
        if own == expected && levels != BTreeSet::from([rule.level]) {
            faults.push(format!(
                "{}: a {:?}, found as {levels:?}",
                rule.code, rule.level
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn passing_examples_pass() {
    let mut faults = Vec::new();
    for rule in rules::all().filter(|rule| !is_of_history(rule)) {
        let files = example(rule.code);
        let passing: Vec<&ExampleFile<'_>> = files.iter().filter(|file| !file.fails).collect();
        let findings = checked(&passing)
            .into_iter()
            .filter(|(f, level)| f.0 == rule.code || *level == Level::Violation);
        let findings: Vec<Found> = findings.map(|(found, _)| found).collect();
        if passing.is_empty() || !findings.is_empty() {
            faults.push(format!("{}: {findings:?}", rule.code));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn is_of_history(rule: &rules::Rule) -> bool {
    matches!(rule.check, rules::Check::History)
}

/// The examples of the history are done in real repositories.
#[test]
fn examples_of_the_history_fail_and_pass() {
    let mut faults = Vec::new();
    let locales = LANGUAGES.map(Locale::of);
    for rule in rules::all().filter(|rule| is_of_history(rule)) {
        let files = example(rule.code);
        assert_eq!(
            files
                .iter()
                .map(|file| (file.path, file.fails))
                .collect::<Vec<_>>(),
            [("history", true), ("history", false)]
        );
        for file in files {
            let mut work = Work::new();
            file.text.lines().for_each(|line| work.line(line));
            let codes = work.codes();
            let expected: &[&str] = if file.fails { &[rule.code] } else { &[] };
            if codes != expected {
                faults.push(format!(
                    "{}: expected {expected:?}, found {codes:?}",
                    rule.code
                ));
            }
            let (register, walk) = (work.register(), work.judged());
            let texts = Texts::of(&register.repository).unwrap();
            for locale in &locales {
                let report = Report::of_commits(&walk.faults, &texts, "complaints", locale);
                for entry in report.entries {
                    assert_clean(entry.finding.code, &entry.message);
                    assert_eq!(entry.finding.level, rule.level, "{}", entry.finding.code);
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A file that is damaged as a whole costs no time, and nothing that stands in it is repeated at length.
#[test]
fn of_very_many_faults_in_one_file_the_first_are_named() {
    let steps = [
        "- step: contacted\n".to_owned() + &"  a: 1\n".repeat(30_000),
        (0..20_000).fold("- step: contacted\n".to_owned(), |text, n| {
            text + &format!("  a{n}: 1\n")
        }),
    ];
    for step in steps {
        let text = format!("{CASE}{step}");
        let found = cases(&[("2026/2026-0001/complaint.yaml", &text)]);
        let (last, named) = found.split_last().unwrap();
        assert_eq!((named.len(), last.0.as_str()), (100, "K013"));
        assert!(named.iter().all(|one| one.0 == "K004" || one.0 == "K008"));
    }
    let fields = (0..200).fold(String::new(), |text, n| text + &format!("    a{n}: 1\n"));
    let correction = "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 1\n  reason: Iets\n  fields:\n";
    let text = format!("{CASE}{correction}{fields}");
    let found = cases(&[("2026/2026-0001/complaint.yaml", &text)]);
    let count = |code: &str| found.iter().filter(|one| one.0 == code).count();
    assert_eq!((count("K008"), count("K013")), (100, 1), "{found:?}");
}

/// What is wrong with a value is said of that value, and a long one is cut.
#[test]
fn a_wrong_value_is_named_as_it_is_written() {
    let long = format!("step: {}", "x".repeat(200_000));
    let summary = "summary: Afspraak twee keer zonder bericht afgezegd.";
    let record = "2026/2026-0001/complaint.yaml";
    let procedure = include_str!("rules/base/procedure.yaml");
    for (path, text, old, new, code, words) in [
        (
            record,
            CASE,
            "step: assigned",
            long.as_str(),
            "K007",
            "xxx…",
        ),
        (
            record,
            CASE,
            summary,
            "summary: \"a\\ud800b\"",
            "K003",
            "aanhalingstekens heeft een \\",
        ),
        (
            record,
            CASE,
            summary,
            "summary: \"C:\\Users\"",
            "K003",
            "aanhalingstekens heeft een \\",
        ),
        (
            record,
            CASE,
            summary,
            "summary: \"hij zei \"nee\" tegen mij\"",
            "K003",
            "zet de hele tekst tussen enkele (')",
        ),
        (
            record,
            CASE,
            "about: [k.smit]",
            "about: [k.smit",
            "K003",
            "haakje zonder zijn tegenhanger",
        ),
        (
            record,
            CASE,
            "about: [k.smit]",
            "about: k.smit",
            "K010",
            "Schrijf: about: [k.smit]",
        ),
        (
            record,
            CASE,
            "occurred: {date: 2026-02-26, place: Stein}",
            "occurred: 2026-02-26",
            "K010",
            "Schrijf: occurred: {date: 2026-02-26}",
        ),
        (
            record,
            CASE,
            "{kind: uwv, name: UWV Heerlen}",
            "UWV Heerlen",
            "K010",
            "{kind: …, name: UWV Heerlen}",
        ),
        (
            "staff.yaml",
            STAFF,
            "roles: [handler]",
            "roles: handler",
            "K010",
            "Schrijf: roles: [handler]",
        ),
        (
            "procedure.yaml",
            procedure,
            "- {id: communication, name: {nl: Communicatie, en: Communication}}",
            "- communication",
            "K010",
            "Schrijf: - {id: communication, name: …}",
        ),
        (
            "staff.yaml",
            STAFF,
            "id: p.vos",
            "id: P.Vos",
            "K010",
            "een aanduiding zoals m.bakker (kleine letters",
        ),
        (
            "staff.yaml",
            STAFF,
            "roles: [handler]",
            "signing_keys: ['ssh-rsa AAAAB3Nza']",
            "K010",
            "openbare SSH-sleutel van het type ed25519 of ecdsa-nistp256, zonder opties ervoor, maar er staat: ssh-rsa.",
        ),
        (
            record,
            CASE,
            "channel: phone",
            "channel: Telefoon",
            "K011",
            "phone (telefoon)",
        ),
        (
            record,
            CASE,
            "channel: phone",
            "channel: Telefoon",
            "K011",
            "Bedoelde u phone?",
        ),
        (
            record,
            CASE,
            "step: received",
            "step: ontvangst",
            "K007",
            "Bedoelde u received?",
        ),
        (
            record,
            CASE,
            "  channel: phone\n",
            "",
            "K009",
            "phone (telefoon)",
        ),
        (
            record,
            CASE,
            "  handler: p.vos\n",
            "",
            "K009",
            "p.vos (Pim Vos)",
        ),
        (
            record,
            CASE,
            "  told: 2026-03-10\n",
            "",
            "K009",
            "Hier hoort een datum zoals",
        ),
        (
            record,
            CASE,
            "  category: communication\n",
            "",
            "K009",
            "Kies uit: communication, planning",
        ),
        (
            record,
            CASE,
            "category: ",
            "category: “Planning” #",
            "K010",
            "Kies uit: communication, planning",
        ),
        (
            record,
            CASE,
            "category: ",
            "category: “Planning” #",
            "K010",
            "Bedoelde u planning?",
        ),
        (
            record,
            CASE,
            "handler: p.vos",
            "handler: Pim Vos",
            "K010",
            "Bedoelde u p.vos?",
        ),
        (
            record,
            CASE,
            "id: excuus",
            "id: Excuus",
            "K010",
            "zoals extra-training",
        ),
        (
            record,
            CASE,
            "channel: phone",
            "channel phone",
            "K003",
            "ontbreekt de dubbele punt",
        ),
        (
            record,
            CASE,
            "- step: closed",
            "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 1\n  fields: {chanel: email}\n  reason: Verkeerd.\n\n- step: closed",
            "K008",
            "Bedoelde u channel?",
        ),
        (
            "procedure.yaml",
            procedure,
            "services:",
            "exposure:\n  \"2026\": 10\nservices:",
            "K010",
            "\"2026\"",
        ),
        (
            "procedure.yaml",
            procedure,
            "services:",
            "exposure: {2026: 99999999999}\nservices:",
            "K010",
            "hoogstens 4294967295",
        ),
        (
            "procedure.yaml",
            procedure,
            "services:",
            "exposure: {0026: 10}\nservices:",
            "K010",
            "een jaartal",
        ),
        (
            "procedure.yaml",
            procedure,
            "services:",
            "norm: 90%\nservices:",
            "K010",
            "een heel getal van 1 tot en met 100,",
        ),
        (
            record,
            CASE,
            "- step: assigned",
            "- Stap: assigned",
            "K008",
            "\"Stap\" hoort hier niet. Wel mogelijk: step. Bedoelde u step?",
        ),
        (
            record,
            CASE,
            "expected_by: 2026-04-13",
            "expected_by: 9999-12-31",
            "K012",
            "tot en met 2199",
        ),
        (
            record,
            CASE,
            "date: 2026-03-02",
            "date: 2026-11-31",
            "K012",
            "tot en met 30 november 2026",
        ),
    ] {
        let text = text.replacen(old, new, 1);
        let root = laid(&[&ExampleFile {
            path,
            text: &text,
            ..ExampleFile::default()
        }]);
        let findings = found_in(root.path(), AS_OF.parse().unwrap());
        let found = findings.iter().find(|found| found.file == path).unwrap();
        let said = rules::message::message(found, Locale::of(Language::Nl));
        assert_eq!(found.code, code, "{said}");
        assert!(said.contains(words) && said.len() < 400, "{said}");
    }
}

/// Who has left is not proposed for what only those can do who are here; for the one whom a complaint is about they are.
#[test]
fn who_has_left_is_proposed_for_who_is_concerned_only() {
    for (old, new, near) in [
        ("handler: p.vos", "handler: l.boss", ""),
        ("about: [k.smit]", "about: [l.boss]", "l.bos"),
        ("handler: p.vos", "handler: p.voss", "p.vos"),
    ] {
        let text = CASE.replacen(old, new, 1);
        let root = laid(&[&ExampleFile {
            path: "2026/2026-0001/complaint.yaml",
            text: &text,
            ..ExampleFile::default()
        }]);
        let findings = found_in(root.path(), AS_OF.parse().unwrap());
        let unknown = findings.iter().find(|found| found.code == "K027").unwrap();
        assert_eq!(unknown.args["near"], near.into(), "{new}");
    }
}

/// A year that was mistyped is told once, where it stands; the step after it is in order.
#[test]
fn a_day_still_to_come_puts_no_later_step_out_of_order() {
    let text = CASE.replacen("date: 2026-03-03", "date: 2027-03-03", 1);
    let found = cases(&[("2026/2026-0001/complaint.yaml", &text)]);
    let found: Vec<(&str, usize)> = found.iter().map(|it| (it.0.as_str(), it.2)).collect();
    assert_eq!(found, [("K026", 17)]);
}

/// What the case had before its end is not in the way: a reopening takes that back.
#[test]
fn after_the_end_only_the_end_is_in_the_way() {
    for step in [
        "refused, ground: dealt-with, told: 2026-04-10",
        "resolved, solved: 2026-04-10",
        "heard, employee: k.smit, told: 2026-04-10",
    ] {
        let text = format!("{CASE}\n- {{date: 2026-04-10, by: p.vos, step: {step}}}\n");
        let found = cases(&[("2026/2026-0001/complaint.yaml", &text)]);
        let codes = found.iter().map(|(code, ..)| code.as_str());
        let codes: Vec<&str> = codes.filter(|code| *code != "K018").collect();
        assert_eq!(codes, ["K024"], "{step}");
    }
}

/// What is advised on a day is about that day, and on a date that is written as it should be not how to write it.
#[test]
fn what_is_advised_fits_the_day() {
    let locale = Locale::of(Language::Nl);
    let settled = "Opgelost is een klacht pas als";
    let passed = "date: 2026-03-02\n  passed_to_coordinator: 2026-03-01";
    for (code, old, new, words, says) in [
        ("K031", "date: 2026-03-02", passed, settled, false),
        (
            "K031",
            "solved: 2026-03-25",
            "solved: 2026-03-10",
            settled,
            true,
        ),
        (
            "K012",
            "date: 2026-03-02",
            "date: 2026-11-31",
            "2026-03-02",
            false,
        ),
    ] {
        let path = "2026/2026-0001/complaint.yaml";
        let text = CASE.replacen(old, new, 1);
        assert_ne!(text, CASE, "{old}");
        let root = laid(&[&ExampleFile {
            path,
            text: &text,
            ..ExampleFile::default()
        }]);
        let findings = found_in(root.path(), AS_OF.parse().unwrap());
        let report = Report::new(&findings, &Files::of(root.path()), "", locale);
        let mut entries = report.entries.iter();
        let found = entries.find(|entry| entry.finding.code == code).unwrap();
        let remedy = found.remedy.as_deref().unwrap();
        assert_eq!(remedy.contains(words), says, "{remedy}");
    }
}

/// A breach stays what it was recorded as; a correction explains it. Nor is what was accepted corrected away.
#[test]
fn a_breach_and_an_agreement_are_not_corrected_away() {
    let found = |until: &str, from: &str, to: &str, fields: &str| {
        let (start, _) = CASE.split_once(&format!("- step: {until}\n")).unwrap();
        let start = start.replacen(from, to, 1);
        let number = start.matches("- step: ").count();
        let record = |step: &str| {
            format!(
                "{start}- step: corrected\n  date: 2026-04-14\n  by: p.vos\n  corrects: {step}\n  fields: {{{fields}}}\n  reason: Anders.\n"
            )
        };
        let step = match fields.split(':').next() {
            Some("measures") => "7".to_owned(),
            Some("told") => "4".to_owned(),
            _ => number.to_string(),
        };
        let record = record(&step);
        let file = ExampleFile {
            path: "2026/2026-0001/complaint.yaml",
            text: &record,
            ..ExampleFile::default()
        };
        let found = checked(&[&file])
            .into_iter()
            .filter(|(_, level)| *level <= Level::Breach);
        let mut codes: Vec<String> = found.map(|(found, _)| found.0).collect();
        codes.retain(|code| code != "K303");
        codes
    };
    let not_told = ("appeal_explained: true", "appeal_explained: false");
    let corrected = found(
        "prevention",
        not_told.0,
        not_told.1,
        "appeal_explained: true",
    );
    assert_eq!(corrected, ["K904"]);
    let late = ("told: 2026-03-10", "told: 2026-03-20");
    assert_eq!(
        found("offered", late.0, late.1, "told: 2026-03-10"),
        ["K406"]
    );
    // Once, also where it stays late.
    assert_eq!(
        found("offered", late.0, late.1, "told: 2026-03-19"),
        ["K406"]
    );
    let other = "measures: [{id: bloemen, kind: redress, description: Bloemen., owner: p.vos, due: 2026-05-29}]";
    assert_eq!(found("resolved", "", "", other), ["K021"]);
    let same = "measures: [{id: excuus, kind: redress, description: Excuses., owner: p.vos, due: 2026-03-27}]";
    assert_eq!(found("resolved", "", "", same), [""; 0]);
}

/// A text of an annex is asked for what a text of the record is, its length apart.
#[test]
fn a_text_of_an_annex_that_says_nothing_is_told_so() {
    let record = ExampleFile {
        path: "2026/2026-0001/complaint.yaml",
        text: CASE,
        ..ExampleFile::default()
    };
    for (text, code) in [
        ("description: \"\"\n", "K010"),
        ("description: \" \"\n", "K010"),
        ("complainant: {name: \"\"}\n", "K010"),
        ("description: \"Q\\e[31m\"\n", "K002"),
    ] {
        let annex = ExampleFile {
            path: "2026/2026-0001/private/01.yaml",
            text,
            ..ExampleFile::default()
        };
        let found = checked(&[&record, &annex]);
        let codes: Vec<&str> = found
            .iter()
            .filter(|(_, level)| *level == Level::Violation)
            .map(|(found, _)| found.0.as_str())
            .collect();
        assert_eq!(codes, [code], "{text}");
    }
}

/// A complaint that was closed without an acknowledgement has none when it is acknowledged after a reopening.
#[test]
fn a_later_acknowledgement_does_not_make_up_for_a_missing_one() {
    let (start, rest) = CASE.split_once("- step: acknowledged").unwrap();
    let (acknowledged, rest) = rest.split_once("- step: heard").unwrap();
    let start = start.replace("2026-03-02", "2026-03-30");
    let closed = format!("{start}- step: heard{rest}");
    let reopened = format!(
        "{closed}\n- {{step: reopened, date: 2026-04-09, by: c.janssen, ground: Toch}}\n\n- step: acknowledged{}",
        acknowledged.replace("2026-03-05", "2026-04-10")
    );
    for record in [closed, reopened] {
        let file = ExampleFile {
            path: "2026/2026-0001/complaint.yaml",
            text: &record,
            ..ExampleFile::default()
        };
        let found = checked(&[&file]);
        assert!(found.iter().any(|(found, _)| found.0 == "K311"), "{record}");
    }
}

/// What honestly happens can be recorded: second thoughts about an offer, an appeal during the handling, prevention after the end.
#[test]
fn what_honestly_happens_can_be_recorded() {
    let step = |step: &str, day: &str, by: &str, fields: &str| {
        format!("- {{step: {step}, date: {day}, by: {by}, {fields}}}\n")
    };
    let up_to = |until: &str| {
        let (start, _) = CASE.split_once(&format!("- step: {until}\n")).unwrap();
        start.to_owned()
    };
    let found = |record: &str| {
        let file = ExampleFile {
            path: "2026/2026-0001/complaint.yaml",
            text: record,
            ..ExampleFile::default()
        };
        let found = checked(&[&file]).into_iter();
        let found = found.filter(|(found, level)| {
            // The annexes of these steps are not here.
            *level <= Level::Breach && found.0 != "K018" || ["K801", "K902"].contains(&&*found.0)
        });
        found.map(|(found, _)| found.0).collect::<Vec<_>>()
    };
    // It was accepted on 20 March and due on the 27th.
    let rejected = |day: &str| {
        step(
            "answered",
            day,
            "p.vos",
            "answer: rejected, measures: [excuus]",
        )
    };
    let accepted = up_to("carried-out");
    assert_eq!(found(&accepted), ["K801"]);
    assert_eq!(
        found(&(accepted.clone() + &rejected("2026-03-25"))),
        [""; 0]
    );
    assert_eq!(
        found(&(accepted.clone() + &rejected("2026-03-28"))),
        ["K801"]
    );
    let all = step("answered", "2026-03-25", "p.vos", "answer: rejected");
    assert_eq!(found(&(accepted.clone() + &all)), [""; 0]);
    for again in ["answer: accepted", "answer: no-answer"] {
        let again = step("answered", "2026-03-25", "p.vos", again);
        assert_eq!(found(&(accepted.clone() + &again)), ["K801", "K505"]);
    }
    assert_eq!(
        found(&(up_to("resolved") + &rejected("2026-03-25"))),
        ["K502"]
    );
    // Accepted after the day that was offered: nothing was agreed before.
    let late = up_to("resolved").replace("due: 2026-03-27", "due: 2026-03-19");
    let late = late.replace("date: 2026-03-24", "date: 2026-03-20");
    assert_eq!(found(&late), [""; 0]);
    // Told on 18 March, due on the 27th, and written down after that.
    let offered = "- step: offered\n  date: ";
    let written_later = up_to("answered").replace(
        &format!("{offered}2026-03-18"),
        &format!("{offered}2026-04-01"),
    );
    assert_eq!(found(&written_later), ["K801"]);
    let too_early = written_later.replace("due: 2026-03-27", "due: 2026-03-17");
    assert_eq!(found(&too_early), ["K031"]);

    // Whose complaint was refused or withdrawn can be asked how that went.
    let surveyed = step(
        "surveyed",
        "2026-04-11",
        "c.janssen",
        "answer: dissatisfied",
    );
    for ended in [
        step("withdrawn", "2026-04-10", "c.janssen", "ground: Klaar"),
        step(
            "refused",
            "2026-03-10",
            "c.janssen",
            "ground: dealt-with, told: 2026-03-10",
        ),
    ] {
        assert_eq!(found(&(up_to("heard") + &ended + &surveyed)), [""; 0]);
    }
    assert_eq!(found(&(up_to("heard") + &surveyed)), ["K805"]);

    let appealed = step("appealed", "2026-04-10", "c.janssen", "body: uwv");
    assert_eq!(found(&(up_to("heard") + &appealed)), ["K902"]);
    let withdrawn = step("withdrawn", "2026-04-10", "c.janssen", "ground: Klaar");
    assert_eq!(found(&(up_to("heard") + &withdrawn + &appealed)), [""; 0]);

    let later = step(
        "prevention",
        "2026-04-14",
        "p.vos",
        "none_because: Al geregeld",
    );
    assert_eq!(found(&format!("{CASE}{later}")), [""; 0]);
    // Prevention that nobody asked for is not that of a later verdict.
    let decided = |verdict: &str, day: &str| {
        let rest = "severity: minor, cause: planning, responsibility: none";
        step(
            "decided",
            day,
            "p.vos",
            &format!("verdict: {verdict}, {rest}"),
        ) + &step(
            "offered",
            day,
            "p.vos",
            &format!("none_because: Niets, told: {day}"),
        ) + &step("resolved", day, "p.vos", &format!("solved: {day}"))
            + &step(
                "reported",
                day,
                "p.vos",
                &format!("to_complainant: {day}, to_coordinator: {day}, appeal_explained: true"),
            )
    };
    let none = |day: &str| step("prevention", day, "p.vos", "none_because: Niets");
    let closed = |day: &str| step("closed", day, "c.janssen", "").replace(", }", "}");
    let reopened = step("reopened", "2026-04-08", "c.janssen", "ground: Toch");
    for (first, codes) in [("unfounded", &["K705"][..]), ("founded", &[])] {
        let record = up_to("decided")
            + &decided(first, "2026-03-17")
            + &none("2026-03-17")
            + &closed("2026-03-18")
            + &reopened
            + &decided("founded", "2026-04-09")
            + &closed("2026-04-10");
        assert_eq!(found(&record), codes, "{first}");
    }
}

/// A day that a step tells of fits the days of the other steps.
#[test]
fn a_day_that_is_told_fits_the_rest() {
    for (from, to) in [
        ("  solved: 2026-03-25", "  solved: 2026-03-19"),
        ("  told: 2026-03-18", "  told: 2026-03-19"),
        // What it offers is not due too early beside that.
        ("  told: 2026-03-18", "  told: 2026-05-18"),
        (
            "  to_coordinator: 2026-03-27",
            "  to_coordinator: 2026-03-28",
        ),
    ] {
        let record = CASE.replacen(from, to, 1);
        assert_ne!(record, CASE, "{from}");
        let file = ExampleFile {
            path: "2026/2026-0001/complaint.yaml",
            text: &record,
            ..ExampleFile::default()
        };
        let found = checked(&[&file]);
        let number = record.lines().position(|line| line == to).unwrap() + 1;
        assert!(
            found
                .iter()
                .any(|(found, _)| found.0 == "K031" && found.2 == number),
            "{to}: {found:?}"
        );
        let due = |found: &Found| {
            found.0 == "K031" && record.lines().nth(found.2 - 1).unwrap().contains("due:")
        };
        assert!(
            !found.iter().any(|(found, _)| due(found)),
            "{to}: {found:?}"
        );
    }
}

/// A mistake in the settings hides nothing of the cases that does not depend on it, and where all depends on it that is said.
#[test]
fn a_mistake_in_the_settings_hides_as_little_as_can_be() {
    let record = "- step: assigned\n  date: 2026-03-03\n  by: c.janssen\n  handler: m.bakker\n  function: Receptionist\n";
    let case = ExampleFile {
        path: "2026/2026-0001/complaint.yaml",
        text: record,
        after: Some("received"),
        ..ExampleFile::default()
    };
    let found = |path, text: &str| {
        let settings = ExampleFile {
            path,
            text,
            ..ExampleFile::default()
        };
        let root = laid(&[&case, &settings]);
        let findings = found_in(root.path(), AS_OF.parse().unwrap());
        let codes: Vec<&str> = findings.iter().map(|found| found.code).collect();
        let unchecked = findings
            .iter()
            .filter(|found| found.args.contains_key("unchecked"));
        let said: Vec<String> = unchecked
            .map(|found| message(found, Locale::of(Language::En)))
            .collect();
        (codes.join(" "), said)
    };
    let (staff, procedure) = ("staff.yaml", "procedure.yaml");
    assert_eq!(found(staff, STAFF).0, "K201 K301");
    for (from, to, code) in [
        ("email: k.smit@", "mail: x\n  email: k.smit@", "K008"),
        ("email: k.smit@", "email: k.smit-", "K010"),
        ("from: 2020-01-01, until", "from: 2020-02-31, until", "K012"),
        ("  function: Manager planning\n", "", "K009"),
        ("roles: [coordinator]", "roles: [coordinater]", "K011"),
        ("name: Pim Vos", "name: 12", "K010"),
    ] {
        let text = STAFF.replacen(from, to, 1);
        assert_ne!(text, STAFF);
        let expected = (format!("{code} K201 K301"), vec![]);
        assert_eq!(found(staff, &text), expected, "{to}");
    }
    for (from, to, code) in [
        ("services:", "norm: 190\nservices:", "K010"),
        ("services:", "remind: [soon]\nservices:", "K010"),
        ("  name: V", "  phone: 460000000\n  name: V", "K010"),
        ("en: Planning", "fr: Planning", "K008 K009"),
    ] {
        let text = PROCEDURE.replacen(from, to, 1);
        assert_ne!(text, PROCEDURE);
        let expected = (format!("{code} K201 K301"), vec![]);
        assert_eq!(found(procedure, &text), expected, "{to}");
    }
    for (path, text, code, said) in [
        (
            staff,
            "staff: [",
            "K003 K301",
            "no case was checked for employees",
        ),
        (
            staff,
            "stafff: []\n",
            "K008 K301",
            "no case was checked for employees",
        ),
        (
            procedure,
            "terms: []\n",
            "K009 K009 K201",
            "no case was checked for terms",
        ),
        (
            procedure,
            "organisation: &a {name: X}\n",
            "K005 K201",
            "no case was checked for terms",
        ),
    ] {
        let (codes, notes) = found(path, text);
        assert_eq!(codes, code, "{text}");
        assert!(notes.len() == 1 && notes[0].contains(said), "{notes:?}");
    }
}

#[test]
fn the_base_alone_is_without_a_finding() {
    let file = ExampleFile {
        path: "2026/2026-0001/complaint.yaml",
        text: CASE,
        ..ExampleFile::default()
    };
    assert_eq!(checked(&[&file]), []);
}

/// What a text gives away is said once: by K020 where it stands in the annex too, else by K040; also of a corrected text, there.
#[test]
fn what_a_text_gives_away_is_said_once() {
    let record = "case: 2026-0001
steps:
- step: received
  date: 2026-03-02
  by: m.bakker
  channel: phone
  complainant: client
  about: [k.smit]
  category: communication
  summary: |
    Er werd niet gebeld.
    Smit zou dat doen, op 06-12345678.
  remedy_sought: Graag bellen, 06-87654321.
- step: corrected
  date: 2026-03-03
  by: m.bakker
  corrects: 1
  fields:
    occurred: {place: bij Smit}
    remedy_sought: >-
      Graag mailen:

      a@voorbeeld.example.
  reason: Op verzoek van Smit.
";
    let annex = "complainant: {name: J. de Wit, phone: 06-12345678}\ndescription: Niemand belde.\n";
    let files = [
        ("2026/2026-0001/complaint.yaml", record),
        ("2026/2026-0001/private/01.yaml", annex),
    ]
    .map(|(path, text)| ExampleFile {
        path,
        text,
        ..ExampleFile::default()
    });
    let findings = checked(&files.each_ref());
    let warnings = findings
        .iter()
        .filter(|(_, level)| *level == Level::Warning);
    let said: Vec<(&str, usize)> = warnings
        .map(|(found, _)| (found.0.as_str(), found.2))
        .collect();
    let expected = [("K020", 12), ("K040", 19), ("K040", 23), ("K040", 24)];
    assert_eq!(said, expected);
}

#[test]
fn every_rule_has_its_words_and_no_code_is_without_a_rule() {
    let codes: BTreeSet<&str> = rules::all().map(|rule| rule.code).collect();
    for language in LANGUAGES {
        let locale = Locale::of(language);
        for code in &codes {
            assert!(
                locale.get(code).is_some(),
                "{code}: no message in {language}"
            );
            for part in ["title", "what", "fix"] {
                let text = locale.attribute(code, part, &Args::new());
                let text = text.unwrap_or_else(|| panic!("{code}: no {part} in {language}"));
                assert_clean(code, &text);
                assert_eq!(
                    text.ends_with('.'),
                    part != "title",
                    "{code}: {part} in {language}: {text}"
                );
            }
        }
        for key in locale.keys() {
            let looks_like_code = key.len() <= 4 && key.starts_with(['K', 'H']);
            assert!(
                !looks_like_code || codes.contains(key.as_str()),
                "{key}: words without a rule"
            );
        }
    }
    let files =
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/examples")).unwrap();
    let files: BTreeSet<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    let expected: BTreeSet<String> = codes.iter().map(|code| format!("{code}.txt")).collect();
    assert_eq!(files, expected);
}

#[test]
fn every_code_in_the_source_is_that_of_a_rule() {
    let codes: BTreeSet<&str> = rules::all().map(|rule| rule.code).collect();
    for (path, text) in source() {
        let literals = text
            .split('"')
            .filter(|word| word.parse::<RuleCode>().is_ok());
        let unknown: Vec<&str> = literals.filter(|code| !codes.contains(code)).collect();
        assert!(unknown.is_empty(), "{}: {unknown:?}", path.display());
    }
}

/// Gives the files of the source with their texts.
fn source() -> impl Iterator<Item = (PathBuf, String)> {
    let files = walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let paths = files.into_iter().map(|entry| entry.unwrap().into_path());
    let rust = paths.filter(|path| path.extension().is_some_and(|it| it == "rs"));
    rust.map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        (path, text)
    })
}

/// Reasons and values are passed by their keys, which nothing but the words of a finding ever looks up.
#[test]
fn every_key_that_the_source_passes_has_words() {
    let others = Who::ALL.iter().map(|who| who.word());
    let others: BTreeSet<&str> = rules::all().map(|rule| rule.name).chain(others).collect();
    let families = [
        "annex-",
        "correction-",
        "day-after-",
        "day-before-",
        "day-too-",
        "extension-",
        "file-",
        "limit-",
        "measure-",
        "procedure-",
        "shape-",
        "stray-",
        "unclear-",
        "waiver-",
        "yaml-",
    ];
    let mut keys = BTreeSet::new();
    for (_, text) in source().filter(|(path, _)| !path.ends_with("rules/examples.rs")) {
        for literal in text.split('"').skip(1) {
            let word = !literal.is_empty()
                && literal.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
                && !literal.ends_with('-');
            if word
                && families.iter().any(|family| literal.starts_with(family))
                && !others.contains(literal)
            {
                keys.insert(literal.to_owned());
            }
        }
    }
    assert!(keys.len() > 40, "{keys:?}");
    keys.extend(
        [
            "annex-file",
            "file-unreadable",
            "shape-minimum",
            "shape-maximum",
            "shape-between",
        ]
        .map(str::to_owned),
    );
    for kind in FileKind::ALL {
        collect_shapes(reader_schema(*kind), &mut keys);
    }
    for language in LANGUAGES {
        let locale = Locale::of(language);
        let missing: Vec<&String> = keys
            .iter()
            .filter(|key| locale.get(key).is_none())
            .collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}

/// Collects the words for the types and formats of a schema: what can be expected at a value, and found there.
fn collect_shapes(schema: &serde_json::Value, keys: &mut BTreeSet<String>) {
    match schema {
        serde_json::Value::Object(object) => {
            for name in ["type", "format"] {
                if let Some(word) = object.get(name).and_then(serde_json::Value::as_str) {
                    keys.insert(format!("shape-{word}"));
                }
            }
            object
                .values()
                .for_each(|value| collect_shapes(value, keys));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect_shapes(item, keys)),
        _ => {}
    }
}

fn example(code: &str) -> Vec<ExampleFile<'static>> {
    let text = rules::examples::example(code).unwrap_or_else(|| panic!("{code}: no example"));
    parse_example(text).unwrap_or_else(|| panic!("{code}: a header is not in its form"))
}

fn expected(code: &str, files: &[&ExampleFile<'_>]) -> BTreeSet<Found> {
    let mark = format!("# {code}");
    let mut expected = BTreeSet::new();
    for file in files {
        let text = whole(file);
        let marked = text
            .lines()
            .enumerate()
            .filter(|(_, line)| line.ends_with(&mark))
            .map(|(n, _)| n + 1);
        for line in marked.chain(file.line) {
            expected.insert((code.to_owned(), file.path.to_owned(), line));
        }
    }
    expected
}

/// Lays these files over the base.
fn laid(files: &[&ExampleFile<'_>]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let put = |path: &str, bytes: &[u8]| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    put("procedure.yaml", PROCEDURE.as_bytes());
    put("staff.yaml", STAFF.as_bytes());
    for file in files {
        if file.absent {
            let _ = fs::remove_file(root.path().join(file.path));
        } else {
            put(file.path, &bytes(file));
        }
    }
    for file in files.iter().filter(|file| !file.absent) {
        let Some(dir) = file.path.strip_suffix("/complaint.yaml") else {
            continue;
        };
        let steps = whole(file);
        let steps = steps
            .lines()
            .filter_map(|line| line.strip_prefix("- step: "));
        let steps = steps.map(|rest| StepKind::of(rest.split(' ').next().unwrap_or_default()));
        for (number, kind) in (1..).zip(steps) {
            let start = format!("{dir}/private/{number:02}");
            if files.iter().any(|file| file.path.starts_with(&start)) {
                continue;
            }
            match kind.and_then(annex_need) {
                Some(AnnexNeed::Fields(_)) => {
                    let text = "complainant: {name: R. Voorbeeld}\ndescription: De afspraak ging twee keer niet door.\n";
                    put(&format!("{start}.yaml"), text.as_bytes());
                }
                Some(AnnexNeed::FieldOrFile(field)) => put(
                    &format!("{start}.yaml"),
                    format!("{field}: Zo was het.\n").as_bytes(),
                ),
                Some(AnnexNeed::File) => put(&format!("{start}-brief.pdf"), b"Een brief.\n"),
                None => {}
            }
        }
    }
    root
}

fn found_in(root: &Path, as_of: Day) -> Vec<Finding> {
    let reading = load_register(root).unwrap();
    let mut findings: Vec<Finding> = reading.findings;
    findings.extend(rules::check(&reading.register, as_of));
    findings.retain(|finding| !finding.waived);
    findings
}

/// Checks a register of these files over the base; makes sure that every finding can be said in both languages.
fn checked(files: &[&ExampleFile<'_>]) -> Vec<(Found, Level)> {
    let root = laid(files);
    let as_of: Day = files
        .iter()
        .find_map(|file| file.as_of)
        .unwrap_or(AS_OF)
        .parse()
        .unwrap();
    let findings = found_in(root.path(), as_of);

    let report_in =
        |language| Report::new(&findings, &Files::of(root.path()), "", Locale::of(language));
    for language in LANGUAGES {
        for entry in &report_in(language).entries {
            assert_clean(entry.finding.code, &entry.message);
        }
    }
    let report = report_in(Language::Nl);
    let found = report.entries.iter().map(|entry| {
        (
            (
                entry.finding.code.to_owned(),
                entry.path.clone(),
                entry.start.line,
            ),
            entry.finding.level,
        )
    });
    found.collect()
}

fn cases<'t>(texts: &[(&'t str, &'t str)]) -> Vec<Found> {
    let files = texts.iter().map(|(path, text)| ExampleFile {
        path,
        text,
        ..ExampleFile::default()
    });
    let files: Vec<ExampleFile<'_>> = files.collect();
    let found = checked(&files.iter().collect::<Vec<_>>()).into_iter();
    found
        .filter(|(_, level)| *level == Level::Violation)
        .map(|(found, _)| found)
        .collect()
}

#[test]
fn a_letter_without_a_step_is_told_of_in_a_file_that_is_there() {
    let text = CASE.split("\n\n- step: assigned").next().unwrap();
    let record = "2026/2026-0001/complaint.yaml";
    let found = cases(&[(record, text), ("2026/2026-0001/private/03-brief.pdf", "")]);
    assert_eq!(found, [("K019".to_owned(), record.to_owned(), 4)]);
}

#[test]
fn someone_who_has_left_can_be_heard_but_not_act() {
    let record = "2026/2026-0001/complaint.yaml";
    let text = CASE
        .split("\n\n- step: decided")
        .next()
        .unwrap()
        .replace("k.smit", "l.bos");
    let declared = "by: l.bos\n  outcome: agrees";
    let found = cases(&[(record, &text)]);
    let line = 1 + text[..text.find(declared).unwrap()].matches('\n').count();
    assert_eq!(
        found,
        [("K028".to_owned(), record.to_owned(), line)],
        "who declares, acts"
    );
    let paper = text.replace(declared, "by: p.vos\n  employee: l.bos\n  outcome: agrees");
    assert_eq!(
        cases(&[
            (record, &paper),
            ("2026/2026-0001/private/05-akkoord.pdf", "")
        ]),
        []
    );
}

/// Gives the message and the remedy of the first finding of a rule in a record, in both languages.
fn said_of(text: &str, code: &str) -> [[String; 2]; 2] {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in [
        ("2026/2026-0001/complaint.yaml", text),
        ("staff.yaml", STAFF),
        ("procedure.yaml", PROCEDURE),
    ] {
        support::write(root.path(), path, text);
    }
    let register = load_register(root.path()).unwrap().register;
    let mut findings = rules::check(&register, AS_OF.parse().unwrap());
    findings.retain(|found| found.code == code);
    [Language::Nl, Language::En].map(|language| {
        let locale = Locale::of(language);
        let report = Report::new(&findings, &Files::of(root.path()), "", locale);
        let entry = &report.entries[0];
        let remedy = entry.remedy.clone().unwrap_or_default();
        [entry.message.clone(), remedy]
    })
}

#[test]
fn a_handler_who_declares_for_nobody_is_told_to_say_for_whom() {
    let text = CASE
        .split("\n\n- step: decided")
        .next()
        .unwrap()
        .replace("by: k.smit\n  outcome", "by: p.vos\n  outcome");
    let expected = ["Vul bij \"employee\" in", "Fill in at \"employee\""];
    for ([message, remedy], expected) in said_of(&text, "H01").into_iter().zip(expected) {
        assert!(remedy.starts_with(expected), "{remedy}");
        assert!(message.contains("(Pim Vos)"), "{message}");
    }
}

/// A remedy names what the step has: only an assignment has a handler to choose.
#[test]
fn a_handler_who_hears_themselves_is_told_to_hand_over_first() {
    let text = CASE.replacen("employee: k.smit", "employee: p.vos", 1);
    for [_, remedy] in said_of(&text, "K202") {
        assert!(!remedy.contains("\"handler\""), "{remedy}");
        assert!(remedy.contains("\"employee\""), "{remedy}");
        assert!(remedy.contains("assigned"), "{remedy}");
    }
}

/// An earlier step may not change, so a name in it that is no longer known is mended in the list.
#[test]
fn somebody_who_was_taken_out_of_the_list_is_put_back_with_a_last_day() {
    let text = CASE.replacen("by: m.bakker", "by: m.jansen", 1);
    for [_, remedy] in said_of(&text, "K027") {
        assert!(remedy.contains("until"), "{remedy}");
    }
}

#[test]
fn nothing_that_an_annex_says_is_shown() {
    let root = tempfile::tempdir().unwrap();
    let dir = root.path().join("2026/2026-0001/private");
    fs::create_dir_all(&dir).unwrap();
    fs::write(root.path().join("2026/2026-0001/complaint.yaml"), CASE).unwrap();
    let secrets = ["Geheim", "0612", "Straat"];
    for annex in [
        "Geheim zei: nee\n",
        "description: 0612.5\nnotes: [Straat]\n",
        "Geheim: 1\nGeheim: 2\n",
        "notes: Straat: 0612\n",
        "&Geheim: x\n",
    ] {
        fs::write(dir.join("01.yaml"), annex).unwrap();
        let findings = load_register(root.path()).unwrap().findings;
        let findings: Vec<Finding> = findings
            .into_iter()
            .filter(|finding| finding.file.ends_with("01.yaml"))
            .collect();
        assert!(!findings.is_empty(), "{annex}");
        for language in LANGUAGES {
            let locale = Locale::of(language);
            let report = Report::new(&findings, &Files::of(root.path()), "", locale);
            let shown = klacht::report::human::render(&report, locale, 100);
            assert!(shown.contains("01.yaml:"), "{shown}");
            assert!(
                !secrets.iter().any(|secret| shown.contains(secret)),
                "{shown}"
            );
        }
    }
}

/// No message may show its own machinery: a key without words, a value that was not passed, an empty quotation.
fn assert_clean(code: &str, text: &str) {
    for sign in ["⟨", "{$", "{ $", "\"\"", "  ", ": .", "\n"] {
        assert!(!text.contains(sign), "{code}: {sign:?} in: {text}");
    }
    assert!(!text.is_empty() && text.trim() == text, "{code}: {text:?}");
}

/// A role that ends moves to `former_roles`: the steps of that time stay right, and no further one comes in it.
#[test]
fn a_role_that_ended_was_one_until_its_last_day() {
    let record = "2026/2026-0001/complaint.yaml";
    let ended = |who: &str, role: &str, until: &str| {
        let (before, after) = STAFF.split_once(&format!("id: {who}")).unwrap();
        let now = format!("roles: [{role}]");
        let then = format!("former_roles: [{{role: {role}, until: {until}}}]");
        format!("{before}id: {who}{}", after.replacen(&now, &then, 1))
    };
    let line = |of: &str| 1 + CASE[..CASE.find(of).unwrap()].matches('\n').count();
    let found = |staff: &str| cases(&[("staff.yaml", staff), (record, CASE)]);
    assert_eq!(found(&ended("p.vos", "handler", "2026-12-31")), []);
    let h01 = |step: &str, by: &str| {
        let at = line(step) + 2;
        assert!(CASE.lines().nth(at - 1).unwrap().contains(by));
        ("H01".to_owned(), record.to_owned(), at)
    };
    let after = ["resolved", "reported", "prevention"];
    assert_eq!(
        found(&ended("p.vos", "handler", "2026-03-24")),
        after.map(|step| h01(&format!("- step: {step}"), "p.vos"))
    );
    assert_eq!(
        found(&ended("c.janssen", "coordinator", "2026-04-07")),
        [h01("- step: closed", "c.janssen")]
    );
    // Who never had it in time is said at the assignment, and only there.
    assert_eq!(
        found(&ended("p.vos", "handler", "2026-03-02")),
        [("K201".to_owned(), record.to_owned(), line("handler: p.vos"))]
    );
}

/// It turns out that the handler was concerned: who has handed the complaint over before that is written down, is in order.
#[test]
fn a_handler_who_turns_out_to_be_concerned_is_replaced_first() {
    let record = "2026/2026-0001/complaint.yaml";
    let start = CASE.split("- step: heard").next().unwrap();
    let replaced = "- {step: assigned, date: 2026-03-06, by: c.janssen, handler: h.mulder, function: Manager training, reason: Zelf betrokken}\n";
    let corrected = "- {step: corrected, date: 2026-03-06, by: c.janssen, corrects: 1, fields: {about: [k.smit, p.vos]}, reason: Was erbij}\n";
    assert_eq!(
        cases(&[(record, &format!("{start}{replaced}{corrected}"))]),
        []
    );
    let found = cases(&[(record, &format!("{start}{corrected}{replaced}"))]);
    let line = 1 + start.matches('\n').count();
    assert_eq!(found, [("K202".to_owned(), record.to_owned(), line)]);
}

/// Who was heard again says again whether the description is right.
#[test]
fn an_agreement_is_about_the_last_statement() {
    let record = "2026/2026-0001/complaint.yaml";
    let again = "- step: heard\n  date: 2026-03-12\n  by: p.vos\n  employee: k.smit\n  told: 2026-03-12\n\n";
    let agreed = "- step: agreed\n  date: 2026-03-13\n  by: k.smit\n  outcome: agrees\n\n";
    let codes = |further: &str| {
        let text = CASE.replacen("- step: decided", &format!("{further}- step: decided"), 1);
        let file = ExampleFile {
            path: record,
            text: &text,
            ..ExampleFile::default()
        };
        let found = checked(&[&file]).into_iter();
        let codes = found.filter(|(_, level)| *level == Level::Breach);
        codes.map(|(found, _)| found.0).collect::<Vec<_>>()
    };
    assert_eq!(codes(""), [""; 0]);
    assert_eq!(codes(again), ["K402"]);
    assert_eq!(codes(&format!("{again}{agreed}")), [""; 0]);
    let text = CASE.replacen("- step: decided", &format!("{again}- step: decided"), 1);
    let file = ExampleFile {
        path: record,
        text: &text,
        ..ExampleFile::default()
    };
    let found = found_in(laid(&[&file]).path(), AS_OF.parse().unwrap());
    let found = found.iter().find(|found| found.code == "K402").unwrap();
    let said = message(found, Locale::of(Language::Nl));
    assert!(said.ends_with("verklaring van: Kim Smit."), "{said}");
}
