//! Letters: what the clauses ask for is in them, and nothing is written without it.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::path::Path;

use klacht::letters::LetterKind;
use support::letters::{ACKNOWLEDGED, RECORD, klacht, stderr, stdout};
use support::{COMPLAINT, PROCEDURE, register, write};

/// What the clause of each letter wants to read in it, for cases of the example register.
const CONTENTS: &[(LetterKind, &str, &[&str])] = &[
    (
        LetterKind::Acknowledgement,
        "2026-0002",
        &[
            "voortgangsverslag van een andere",
            "28 januari 2026",
            "Geleen",
            "zelf gewist",
            "melding van het datalek",
            "6 maart 2026",
        ],
    ),
    (
        LetterKind::Refusal,
        "2025-0005",
        &[
            "niet in behandeling",
            "Geen klacht over onze dienstverlening",
            "besluit van een andere instantie",
        ],
    ),
    (
        LetterKind::Extension,
        "2026-0003",
        &["24 april 2026", "10 april 2026", "later aangeleverd"],
    ),
    (
        LetterKind::Employee,
        "2026-0001",
        &[
            "Lotte Hendriks",
            "mts-monteur met twintig jaar ervaring",
            "Zo gaat het verder",
        ],
    ),
    (
        LetterKind::Statement,
        "2026-0001",
        &[
            "niet doorgevraagd",
            "Handtekening",
            "Ik ben het eens",
            "Ik ben het niet eens",
        ],
    ),
    (
        LetterKind::Offer,
        "2026-0001",
        &["gegrond", "Een andere consulent", "vervangende dienst"],
    ),
    (
        LetterKind::Report,
        "2026-0001",
        &[
            "gegrond",
            "Een andere consulent",
            "aangenomen",
            "opgelost op 5 maart 2026",
            "Voorbeeld Verzekeringen",
            "Carla Janssen",
        ],
    ),
    (
        LetterKind::Appeal,
        "2026-0001",
        &[
            "Voorbeeld Verzekeringen",
            "opdrachtgever van uw re-integratietraject",
        ],
    ),
];

#[test]
fn every_letter_says_what_its_clause_wants() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(
        CONTENTS.iter().map(|(kind, ..)| *kind).collect::<Vec<_>>(),
        LetterKind::ALL
    );
    for (kind, case, contents) in CONTENTS {
        for format in ["md", "html", "eml"] {
            let run = |language: &str| {
                klacht(
                    root,
                    &[
                        "letter",
                        case,
                        kind.word(),
                        "--format",
                        format,
                        "--lang",
                        language,
                    ],
                )
            };
            let letter = stdout(&run("nl"));
            assert_eq!(letter, stdout(&run("nl")), "{kind}: the same letter twice");
            let english = stdout(&run("en"));
            for text in [&letter, &english] {
                assert!(!text.contains('⟨') && !text.contains("{{"), "{text}");
            }
            if format == "eml" {
                continue;
            }
            assert!(english.contains("Dear "), "{english}");
            for content in *contents {
                assert!(
                    letter.contains(content),
                    "{kind}: no {content:?} in\n{letter}"
                );
            }
            if format == "html" {
                assert!(
                    letter.contains("Pagina ")
                        && letter.contains("default-src 'none'")
                        && !letter.contains("http://")
                );
            }
        }
    }
    let report = stdout(&klacht(root, &["letter", "2026-0001", "report"]));
    assert!(
        !report.contains("28 mei 2026"),
        "a letter of March does not know of May"
    );
    let principal = stdout(&klacht(root, &["letter", "2026-0003", "report"]));
    assert!(
        !principal.contains("voorleggen aan de opdrachtgever"),
        "a principal has no appeal"
    );
}

/// A record that says that the report did not explain the appeal has a report that does not.
#[test]
fn the_report_explains_the_appeal_as_the_record_says() {
    for explained in ["true", "false"] {
        let dir = tempfile::tempdir().unwrap();
        let record = support::CASE.replace(
            "appeal_explained: true",
            &format!("appeal_explained: {explained}"),
        );
        write(
            dir.path(),
            "procedure.yaml",
            include_str!("rules/base/procedure.yaml"),
        );
        write(
            dir.path(),
            "staff.yaml",
            include_str!("rules/base/staff.yaml"),
        );
        write(dir.path(), RECORD, record);
        for step in [1, 4, 6] {
            let annex = "complainant: {name: R. Voorbeeld}\ndescription: Zo was het.\nstatement: Zo was het.\nreasoning: Het klopte.\n";
            write(
                dir.path(),
                &format!("2026/2026-0001/private/{step:02}.yaml"),
                annex,
            );
        }
        let letter = |kind: &str| {
            let output = klacht(dir.path(), &["letter", "2026-0001", kind]);
            assert!(output.status.success(), "{}", stderr(&output));
            stdout(&output).contains("voorleggen aan de opdrachtgever")
        };
        assert_eq!(letter("report"), explained == "true");
        assert!(letter("appeal"));
    }
}

/// Compares each letter in both languages with `tests/letters`, both ways; with `KLACHT_BLESS=1` those become what they are now.
#[test]
fn every_letter_is_as_it_was() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let golden = root.join("tests/letters");
    let mut names = std::collections::BTreeSet::new();
    for (kind, case, _) in CONTENTS {
        for language in ["nl", "en"] {
            let output = klacht(root, &["letter", case, kind.word(), "--lang", language]);
            let name = format!("{}.{language}.md", kind.word());
            let path = golden.join(&name);
            if std::env::var_os("KLACHT_BLESS").is_some() {
                write(&golden, &name, &output.stdout);
            }
            let wanted = std::fs::read_to_string(&path).unwrap();
            snapbox::assert_data_eq!(stdout(&output), snapbox::Data::text(wanted).raw());
            names.insert(name);
        }
    }
    let there = std::fs::read_dir(&golden).unwrap();
    let there = there.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(there.collect::<std::collections::BTreeSet<_>>(), names);
}

#[test]
fn a_missing_piece_is_named_and_nothing_is_written() {
    let dir = register();
    let out = dir.path().join("brief.md");
    let _ = std::fs::create_dir(dir.path().join("elsewhere"));
    let run = |kind: &str| klacht(dir.path(), &["letter", "2026-0001", kind, "--attach"]);
    let none = run("acknowledgement");
    assert_eq!(none.status.code(), Some(1));
    for part in [
        "assigned",
        "acknowledged",
        "summary",
        "occurred.date",
        "occurred.place",
        "next_steps",
        "expected_by",
        "Artikel 3",
    ] {
        assert!(stderr(&none).contains(part), "{part} in {}", stderr(&none));
    }
    assert!(
        stderr(&none).contains("klacht record 2026-0001 acknowledged --letter pdf"),
        "{}",
        stderr(&none)
    );
    assert!(none.stdout.is_empty() && !out.exists());
    let there = ACKNOWLEDGED.replace(", place: Stein", "");
    write(dir.path(), RECORD, format!("{COMPLAINT}{there}"));
    let place = run("acknowledgement");
    assert_eq!(stderr(&place).lines().count(), 2, "{}", stderr(&place));
    assert!(
        stderr(&place).contains(
            "Bij stap 3 (\"acknowledged\") ontbreekt \"occurred.place\" (de plaats van de gebeurtenis)."
        ),
        "{}",
        stderr(&place)
    );
    let report = run("report");
    for part in ["verdict", "measures", "solved", "commissioned_by"] {
        assert!(
            stderr(&report).contains(part),
            "{part} in {}",
            stderr(&report)
        );
    }
    let private = std::fs::read_dir(dir.path().join("2026/2026-0001/private"))
        .unwrap()
        .count();
    assert_eq!(private, 1);
    assert_eq!(
        run("employee").status.code(),
        Some(2),
        "nobody is concerned"
    );
}

/// The steps that each letter needs, one or two of them in a case of the base without that step.
const NEEDED: &[(LetterKind, &[&str])] = &[
    (LetterKind::Acknowledgement, &["assigned", "acknowledged"]),
    (LetterKind::Refusal, &["refused"]),
    (
        LetterKind::Extension,
        &["assigned", "acknowledged", "extended"],
    ),
    (LetterKind::Employee, &["assigned"]),
    (LetterKind::Statement, &["assigned", "heard"]),
    (LetterKind::Offer, &["assigned", "decided", "offered"]),
    (
        LetterKind::Report,
        &["assigned", "decided", "offered", "answered", "resolved"],
    ),
    (LetterKind::Appeal, &["assigned"]),
];

#[test]
fn each_piece_that_a_letter_needs_is_asked_for_by_itself() {
    let case = include_str!("rules/base/complaint.yaml");
    let extended = "- step: extended\n  date: 2026-03-12\n  by: p.vos\n  expected_by: 2026-04-20\n  ground: Ziekte.\n  told: 2026-03-12\n\n";
    let refused = "- step: refused\n  date: 2026-03-12\n  by: p.vos\n  ground: not-our-service\n  told: 2026-03-12\n\n";
    let at = case.find("- step: heard").unwrap();
    let whole = format!("{}{refused}{extended}{}\n", &case[..at], &case[at..]);
    let without = |step: &str| -> String {
        let steps = whole.split("\n\n").filter(|text| {
            let first = text.lines().next().unwrap_or_default();
            first != format!("- step: {step}")
        });
        steps.collect::<Vec<_>>().join("\n\n")
    };
    let dir = register();
    let root = dir.path();
    for (name, text) in [
        ("staff.yaml", include_str!("rules/base/staff.yaml")),
        ("procedure.yaml", include_str!("rules/base/procedure.yaml")),
    ] {
        write(root, name, text);
    }
    let annex = "2026/2026-0001/private/01.yaml";
    // With the two steps before it, the hearing is the sixth.
    let heard = "2026/2026-0001/private/06.yaml";
    let letter = |kind: LetterKind| klacht(root, &["letter", "2026-0001", kind.word()]);
    let asks = |kind: LetterKind, what: &str| {
        let output = letter(kind);
        assert_eq!(output.status.code(), Some(1), "{kind} without {what}");
        assert!(output.stdout.is_empty(), "{kind} without {what}");
        assert!(
            stderr(&output).contains(what),
            "{kind} without {what}: {}",
            stderr(&output)
        );
    };
    let kinds: Vec<LetterKind> = NEEDED.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, LetterKind::ALL);
    for (kind, steps) in NEEDED {
        let all = || {
            write(root, RECORD, &whole);
            write(root, annex, support::ANNEX);
            write(root, heard, "statement: Zo was het.\n");
        };
        all();
        stdout(&letter(*kind));
        for step in *steps {
            write(root, RECORD, without(step));
            if *step == "heard" {
                std::fs::remove_file(root.join(heard)).unwrap();
            } else {
                // The hearing moves up.
                std::fs::rename(
                    root.join(heard),
                    root.join("2026/2026-0001/private/05.yaml"),
                )
                .unwrap();
            }
            asks(*kind, step);
            let _ = std::fs::remove_file(root.join("2026/2026-0001/private/05.yaml"));
            all();
        }
        if !kind.is_to_employee() {
            write(root, annex, "description: Niemand belde terug.\n");
            asks(*kind, "complainant.name");
            all();
        }
    }
    std::fs::remove_file(root.join(heard)).unwrap();
    asks(LetterKind::Statement, "statement");
    for kind in [LetterKind::Report, LetterKind::Appeal] {
        let body = "  commissioned_by: {kind: uwv, name: UWV Heerlen}\n";
        write(root, RECORD, whole.replace(body, ""));
        asks(kind, "commissioned_by");
    }
    write(
        root,
        RECORD,
        whole.replace("complainant: client", "complainant: principal"),
    );
    asks(LetterKind::Appeal, "complainant: client");
}

/// Where the handling can be extended before a day is promised, the letter of that asks for no acknowledgement.
#[test]
fn an_extension_before_the_acknowledgement_has_its_letter() {
    let dir = register();
    let (assigned, _) = ACKNOWLEDGED.split_once("- step: acknowledged").unwrap();
    let extended = "- step: extended\n  date: 2026-03-10\n  by: p.vos\n  expected_by: 2026-05-11\n  ground: Ziekte.\n  told: 2026-03-10\n";
    let record = format!("{COMPLAINT}{assigned}{extended}");
    write(dir.path(), RECORD, record);
    let letter = || klacht(dir.path(), &["letter", "2026-0001", "extension"]);
    assert!(stderr(&letter()).contains("\"acknowledged\""));
    let six_weeks = include_str!("terms/one-extension.yaml");
    write(dir.path(), "procedure.yaml", six_weeks);
    assert!(stdout(&letter()).contains("11 mei 2026"));
}

/// Of a complaint about a day and about what came before it, the letter tells both.
#[test]
fn a_day_and_a_period_are_both_told() {
    let dir = register();
    let both = ACKNOWLEDGED.replace(
        "2026-02-26, place",
        "2026-02-26, period: heel februari, place",
    );
    write(dir.path(), RECORD, format!("{COMPLAINT}{both}"));
    let letter = klacht(dir.path(), &["letter", "2026-0001", "acknowledgement"]);
    let said = "Wanneer: 26 februari 2026 (heel februari)";
    assert!(stdout(&letter).contains(said), "{}", stdout(&letter));
}

/// What `klacht init` left for the organisation is not sent unseen.
#[test]
fn a_letter_with_what_init_left_is_told_of() {
    let dir = register();
    write(dir.path(), RECORD, format!("{COMPLAINT}{ACKNOWLEDGED}"));
    let annex = "complainant: {name: J. de Wit, address: Dorpsstraat 1}\ndescription: Zo.\n";
    write(dir.path(), "2026/2026-0001/private/01.yaml", annex);
    let letter = ["letter", "2026-0001", "acknowledgement"];
    assert_eq!(stderr(&klacht(dir.path(), &letter)), "");
    let unfilled = PROCEDURE.replacen(
        "{name: Voorbeeld}",
        "{name: Voorbeeld, address: [Straat en huisnummer]}",
        1,
    );
    write(dir.path(), "procedure.yaml", unfilled);
    let said = stderr(&klacht(dir.path(), &letter));
    assert!(said.contains("\"Straat en huisnummer\""), "{said}");
}

#[test]
fn own_templates_go_before_the_built_in_ones() {
    let dir = register();
    write(dir.path(), RECORD, format!("{COMPLAINT}{ACKNOWLEDGED}"));
    write(
        dir.path(),
        "templates/letters/acknowledgement.md",
        "# Eigen\n\nVan ons: {{ acknowledged.summary }}\n",
    );
    let run = |language: &str| {
        klacht(
            dir.path(),
            &["letter", "2026-0001", "acknowledgement", "--lang", language],
        )
    };
    assert!(stdout(&run("nl")).contains("Van ons: Twee keer"));
    write(
        dir.path(),
        "templates/letters/en/acknowledgement.md",
        "Ours: {{ extended }}\n",
    );
    let wrong = run("en");
    assert!(
        wrong.status.code() == Some(2)
            && stderr(&wrong).contains("acknowledgement.md")
            && stderr(&wrong).contains("line 1"),
        "{}",
        stderr(&wrong)
    );
    let own = "templates/letters/en/acknowledgement.md";
    for (text, wanted) in [
        ("\nOurs: {{ nothing }}\n", "asks on line 2 for something"),
        ("\n\n{% if %}\n", "not well written on line 3"),
        (
            "{% include 'us.md' %}\n",
            "another template that is not there",
        ),
        ("{{ 1 / 0 }}\n", "is not right (line 1)"),
    ] {
        write(dir.path(), own, text);
        let wrong = run("en");
        let said = stderr(&wrong);
        assert_eq!(wrong.status.code(), Some(2), "{text}");
        assert!(said.contains(own) && said.contains(wanted), "{said}");
    }
    // One that takes the place of none is told of; one that another asks for is not.
    write(dir.path(), own, "{% include 'us.md' %}\n");
    write(dir.path(), "templates/letters/us.md", "Us\n");
    write(dir.path(), "templates/letters/aknowledgement.md", "Us\n");
    write(dir.path(), "templates/letters/brief.md", "Us\n");
    let said = stderr(&run("en"));
    assert_eq!(said.matches("is not used").count(), 2, "{said}");
    assert!(said.contains("mean acknowledgement.md?") && said.contains("brief.md is not used"));
    let nowhere = klacht(
        dir.path(),
        &["letter", "2026-0001", "refusal", "--templates", "nowhere"],
    );
    assert_eq!(nowhere.status.code(), Some(2));
}

/// A complainant may take one part of an offer and not another; the report says of each what was answered.
#[test]
fn an_offer_can_be_answered_in_parts() {
    let offered = "  - {id: excuus, kind: redress, description: Schriftelijk excuus., owner: p.vos, due: 2026-03-27}\n";
    let more = "  - {id: cursus, kind: replacement-service, description: Een andere cursus., owner: p.vos, due: 2026-05-27}\n";
    let answered = "  answer: accepted\n";
    let apart = "  answer: accepted\n  measures: [excuus]\n\n- step: answered\n  date: 2026-03-20\n  by: p.vos\n  answer: rejected\n  measures: [cursus]\n";
    let case = include_str!("rules/base/complaint.yaml");
    let case = case
        .replace(offered, &format!("{offered}{more}"))
        .replace(answered, apart);
    let dir = register();
    let root = dir.path();
    for (name, text) in [
        ("staff.yaml", include_str!("rules/base/staff.yaml")),
        ("procedure.yaml", include_str!("rules/base/procedure.yaml")),
        (RECORD, &case),
        ("2026/2026-0001/private/01.yaml", support::ANNEX),
        ("2026/2026-0001/private/04.yaml", "statement: Zo was het.\n"),
        (
            "2026/2026-0001/private/06.yaml",
            "reasoning: Het ging mis.\n",
        ),
    ] {
        write(root, name, text);
    }
    let args = ["letter", "2026-0001", "report", "--format", "md"];
    let report = stdout(&klacht(root, &args));
    for line in [
        "- Schriftelijk excuus. U hebt dit aanbod aangenomen.\n",
        "- Een andere cursus. U hebt dit aanbod niet aangenomen.\n",
    ] {
        assert!(report.contains(line), "{line}{report}");
    }
    // What was turned down is not waited for: the case can be closed.
    let found = klacht(
        root,
        &["check", "--as-of", "2026-04-15", "--format", "json"],
    );
    let found = String::from_utf8(found.stdout).unwrap();
    assert!(found.contains("\"findings\""), "{found}");
    assert!(
        !found.contains("K807") && !found.contains("K602"),
        "{found}"
    );
}
