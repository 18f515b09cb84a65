//! The yearly analysis as a document that a coordinator signs: what it may not hold, who signs it and when, and what the page says.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;
use std::path::Path;

use klacht::finding::{Finding, Level};
use klacht::locale::Locale;
use klacht::register::read::load_register;
use klacht::rules;
use klacht::source::Spot;
use klacht::words::Language;
use support::page::{pages, row, section};
use support::{register, write};

/// An analysis in which nothing is wrong, signed on a day.
fn analysis(date: &str) -> String {
    format!(
        "---\nyear: 2026\ndate: {date}\nby: c.janssen\njudgements:\n  trends: {{verdict: insufficient, ground: Er was één klacht.}}\n  corrective: {{verdict: insufficient, ground: Er is niets aangeboden.}}\n  preventive: {{verdict: insufficient, ground: Er zijn geen maatregelen.}}\nfigures:\n  open-start: '0'\n  received: '1'\n  closed: 0\n  open-end: '1'\n  acknowledged: 0/1\n  told: 0/0\n  reported: 0/0\n  handled: 0/0\n  upheld: '0'\n  reacted: 0/0\n  satisfied: 0/0\n---\n\nWij bevestigen afspraken voortaan per sms.\n"
    )
}

const SIGNED: &str = "2027-02-01";

/// Gives what reading and the rules say of the analysis.
fn found(dir: &Path, as_of: &str) -> Vec<Finding> {
    let reading = load_register(dir).unwrap();
    let mut findings = reading.findings;
    findings.extend(rules::check(&reading.register, as_of.parse().unwrap()));
    findings.retain(|finding| finding.file.ends_with("analysis.md"));
    findings
}

fn codes(dir: &Path, as_of: &str) -> Vec<&'static str> {
    found(dir, as_of).iter().map(|found| found.code).collect()
}

/// Gives the part of the page that is the coordinator's.
fn shown(dir: &Path, language: Language) -> String {
    let page = &pages(dir, "2027-03-01", language)["analysis-2026.html"];
    section(page, "signed").to_owned()
}

/// Writes the analysis with some of it replaced.
fn signed(dir: &Path, changes: &[(&str, &str)]) {
    let mut text = analysis(SIGNED);
    for (old, new) in changes {
        assert!(text.contains(old), "{old}");
        text = text.replace(old, new);
    }
    write(dir, "2026/analysis.md", text);
}

#[test]
fn nothing_of_an_annex_reaches_the_site_through_the_text_of_an_analysis() {
    let dir = register();
    signed(dir.path(), &[]);
    assert_eq!(codes(dir.path(), "2027-03-01"), [""; 0]);
    assert!(shown(dir.path(), Language::Nl).contains("per sms"));

    signed(
        dir.path(),
        &[(
            "Wij bevestigen",
            "Mevrouw De Wit belde vaak.\n\nWij bevestigen",
        )],
    );
    let findings = found(dir.path(), "2027-03-01");
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(
        (findings[0].code, findings[0].level),
        ("K020", Level::Warning)
    );
    let text = fs::read_to_string(dir.path().join("2026/analysis.md")).unwrap();
    let Spot::Bytes(place) = &findings[0].spot else {
        panic!("{findings:?}");
    };
    assert_eq!(&text[place.clone()], "De Wit");
    for (language, instead) in [
        (Language::Nl, "De tekst van de analyse wordt niet getoond"),
        (Language::En, "The text of the analysis is not shown"),
    ] {
        let shown = shown(dir.path(), language);
        assert!(
            !shown.contains("De Wit") && !shown.contains("per sms"),
            "{shown}"
        );
        assert!(
            shown.contains(instead) && shown.contains("Er was één klacht."),
            "{shown}"
        );
    }
}

#[test]
fn nor_through_the_ground_of_a_judgement() {
    let dir = register();
    signed(
        dir.path(),
        &[("Er was één klacht.", "Alleen J. de Wit klaagde.")],
    );
    assert_eq!(codes(dir.path(), "2027-03-01"), ["K020"]);
    let shown = shown(dir.path(), Language::Nl);
    assert!(!shown.contains("de Wit"), "{shown}");
    assert!(shown.contains("niet getoond: bevat persoonsgegevens") && shown.contains("per sms"));
}

#[test]
fn what_is_no_name_of_a_complainant_is_left_alone() {
    let dir = register();
    signed(
        dir.path(),
        &[("per sms", "per sms, op de wit geverfde muur")],
    );
    assert_eq!(codes(dir.path(), "2027-03-01"), [""; 0]);
}

#[test]
fn the_page_does_not_say_that_figures_are_unchanged_that_nobody_recorded() {
    let dir = register();
    signed(dir.path(), &[]);
    assert!(shown(dir.path(), Language::Nl).contains("sindsdien niet veranderd"));

    let text = analysis(SIGNED);
    let from = text.find("figures:").unwrap();
    let to = from + text[from..].find("---").unwrap();
    write(
        dir.path(),
        "2026/analysis.md",
        text[..from].to_owned() + &text[to..],
    );
    for (language, said, unsaid, flow) in [
        (
            Language::Nl,
            "zijn geen kerncijfers vastgelegd",
            "niet veranderd",
            "zijn deze aantallen niet vastgelegd",
        ),
        (
            Language::En,
            "No key figures were recorded",
            "not changed since",
            "counts were not recorded",
        ),
    ] {
        let page = &pages(dir.path(), "2027-03-01", language)["analysis-2026.html"];
        let part = section(page, "signed");
        assert!(part.contains(said) && !part.contains(unsaid), "{part}");
        assert!(section(page, "flow").contains(flow) && !section(page, "flow").contains(unsaid));
    }

    signed(
        dir.path(),
        &[
            ("  reported: 0/0\n", ""),
            ("received: '1'", "received: '2'"),
        ],
    );
    let part = shown(dir.path(), Language::Nl);
    assert!(part.contains("niet vergeleken: Verslag op tijd."), "{part}");
    assert_eq!(row(&part, "Ontvangen"), ["2", "1"]);
}

#[test]
fn the_name_and_the_form_of_a_figure_are_checked() {
    let dir = register();
    for (old, new, code, said) in [
        ("received: '1'", "recieved: '1'", "K008", "received"),
        ("received: '1'", "received: veel", "K010", "5/6"),
        ("handled: 0/0", "handled: 0 van 0", "K010", "5/6"),
        ("handled: 0/0", "handled: 7/6", "K010", "5/6"),
    ] {
        signed(dir.path(), &[(old, new)]);
        let findings = found(dir.path(), "2027-03-01");
        assert_eq!(findings[0].code, code, "{findings:?}");
        let message = rules::message::message(&findings[0], Locale::of(Language::Nl));
        assert!(message.contains(said), "{message}");
    }
}

/// A slip in the name of who signed is a slip, and not somebody without the role.
#[test]
fn who_signed_under_a_name_that_is_not_there_was_probably_another() {
    let dir = register();
    signed(dir.path(), &[("by: c.janssen", "by: c.jansen")]);
    let findings = found(dir.path(), "2027-03-01");
    let by = findings.iter().find(|found| found.code == "K809").unwrap();
    let message = rules::message::message(by, Locale::of(Language::Nl));
    assert!(message.contains("c.janssen"), "{message}");
}

#[test]
fn a_judgement_that_the_figures_do_not_show_is_said_to_be_the_coordinators() {
    let dir = register();
    signed(
        dir.path(),
        &[(
            "{verdict: insufficient, ground: Er was",
            "{verdict: rise, ground: Er was",
        )],
    );
    let trends = "Zijn er trends in de klachten?";
    let part = shown(dir.path(), Language::Nl);
    assert_eq!(
        row(&part, trends),
        [
            "meer klachten",
            "te weinig gegevens. Het oordeel van de coördinator volgt hier niet uit.",
            "Er was één klacht."
        ]
    );
    assert!(!part.contains("aantoonbaar"), "{part}");
    let other = "Leidden de preventieve maatregelen tot verbetering?";
    assert_eq!(row(&part, other)[1], "geen maatregelen");
    for (language, judged) in [
        (Language::Nl, "Oordeel coördinator: meer klachten"),
        (
            Language::En,
            "Coordinator&#x27;s judgement: more complaints",
        ),
    ] {
        let index = &pages(dir.path(), "2027-03-01", language)["analysis.html"];
        assert!(index.contains(judged), "{index}");
    }
}

#[test]
fn a_late_analysis_stays_a_breach_and_one_in_time_can_be_revised() {
    let dir = register();
    let breach = |changes: &[(&str, &str)]| {
        signed(dir.path(), changes);
        let findings = found(dir.path(), "2028-01-01");
        findings
            .into_iter()
            .find(|found| found.level == Level::Breach)
    };
    assert_eq!(breach(&[]), None);
    assert_eq!(breach(&[(SIGNED, "2027-04-01")]), None);
    let late = breach(&[(SIGNED, "2027-05-05")]).unwrap();
    assert_eq!(late.code, "K808");
    for (language, said) in [
        (
            Language::Nl,
            "ondertekend op 5 mei 2027; zij moest er 1 april 2027 zijn. Dat is 34 dagen te laat.",
        ),
        (
            Language::En,
            "signed on 5 May 2027; it should have been there by 1 April 2027. That is 34 days too late.",
        ),
    ] {
        let message = rules::message::message(&late, Locale::of(language));
        assert!(message.contains(said), "{message}");
    }
    let revised = "by: c.janssen\nrevised: [{date: 2027-05-05, by: c.janssen}]";
    assert_eq!(breach(&[("by: c.janssen", revised)]), None);
    let shown = shown(dir.path(), Language::Nl);
    assert!(
        shown.contains("Gewijzigd en opnieuw ondertekend door Carla Janssen op 5 mei 2027"),
        "{shown}"
    );
    signed(
        dir.path(),
        &[(
            "by: c.janssen",
            &revised.replace("by: c.janssen}", "by: p.vos}"),
        )],
    );
    assert_eq!(codes(dir.path(), "2028-01-01"), ["K809"]);
}

#[test]
fn the_breach_counts_on_the_page_of_the_clause() {
    let dir = register();
    signed(dir.path(), &[(SIGNED, "2027-05-05")]);
    let reading = load_register(dir.path()).unwrap();
    let as_of = "2027-06-01".parse().unwrap();
    let findings = rules::check(&reading.register, as_of);
    let locale = Locale::of(Language::Nl);
    let source = klacht::site::Source {
        register: &reading.register,
        findings: &findings,
        as_of,
        locale,
        commit: None,
        past: &klacht::history::trail::Past::Absent,
        templates: None,
    };
    let mut pages = std::collections::BTreeMap::new();
    let mut keep = |page: klacht::site::Page| {
        pages.insert(page.path, String::from_utf8(page.content).unwrap());
        Ok(())
    };
    klacht::site::render(&source, &mut keep, &mut |_, _| {}).unwrap();
    assert!(
        pages["clause-8.html"].contains("K808"),
        "{}",
        pages["clause-8.html"]
    );
    assert!(pages["breaches-2026.html"].contains("34 dagen te laat"));
    assert!(pages["breaches-2026.html"].contains("2026&#x2f;analysis.md"));
    assert!(pages["analysis.html"].contains("te laat ondertekend"));
}

#[test]
fn the_day_of_an_analysis_is_neither_to_come_nor_in_its_own_year() {
    let dir = register();
    for (date, as_of, expected) in [
        ("2026-12-31", "2026-12-31", &[][..]),
        ("2026-12-30", "2027-01-10", &["K812"]),
        ("2027-03-05", "2027-03-04", &["K814"]),
        ("2027-03-05", "2027-03-05", &[]),
    ] {
        write(dir.path(), "2026/analysis.md", analysis(date));
        assert_eq!(codes(dir.path(), as_of), expected, "{date} on {as_of}");
    }
    signed(
        dir.path(),
        &[(
            "by: c.janssen",
            "by: c.janssen\nrevised: [{date: 2027-09-09, by: c.janssen}]",
        )],
    );
    assert_eq!(codes(dir.path(), "2027-03-05"), ["K814"]);
}

#[test]
fn an_analysis_without_a_text_of_its_own_is_not_finished() {
    let dir = register();
    for text in [
        "",
        "Schrijf hier wat de organisatie hiervan leert en wat zij gaat doen.",
        "Write here what the organisation learns from this and what it is going to do.",
        "<<<<<<< HEAD\nVoortaan per sms.\n=======\nVoortaan per brief.\n>>>>>>> server\n",
    ] {
        signed(
            dir.path(),
            &[("Wij bevestigen afspraken voortaan per sms.", text)],
        );
        assert_eq!(codes(dir.path(), "2027-03-01"), ["K813"], "{text}");
    }
}

#[test]
fn an_analysis_of_a_year_before_the_register_is_not_passed_over_in_silence() {
    let dir = register();
    let early = analysis("2026-02-01").replace("year: 2026", "year: 2025");
    write(dir.path(), "2025/analysis.md", early);
    let findings = found(dir.path(), "2026-03-03");
    assert_eq!(
        findings.iter().map(|it| it.code).collect::<Vec<_>>(),
        ["K815"]
    );
    let said = rules::message::message(&findings[0], Locale::of(Language::Nl));
    assert!(said.contains("het register begint in 2026"), "{said}");
}
