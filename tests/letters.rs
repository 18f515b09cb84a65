//! Letters: what the clauses ask for is in them, a complainant's words are only words, and they go nowhere by accident.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::path::Path;
use std::process::{Command, Output};

use klacht::letters::LetterKind;
use klacht::mail::{Message, address, header_text};
use support::{ANNEX, COMPLAINT, corpus, payload, register, write};

const RECORD: &str = "2026/2026-0001/complaint.yaml";
const ACKNOWLEDGED: &str = "\n- step: assigned\n  date: 2026-03-03\n  by: c.janssen\n  handler: p.vos\n  function: Manager\n\n\
    - step: acknowledged\n  date: 2026-03-05\n  by: p.vos\n  summary: Twee keer afgezegd.\n  occurred: {date: 2026-02-26, place: Stein}\n  \
    next_steps: Gesprek en verslag.\n  expected_by: 2026-04-10\n  channel: letter\n";

fn klacht(dir: &Path, args: &[&str]) -> Output {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut command = Command::new(env!("CARGO_BIN_EXE_klacht"));
    command
        .args(args)
        .current_dir(dir)
        .env_clear()
        .env("PATH", path)
        .output()
        .unwrap()
}

fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", stderr(output));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

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
        "artikel 3",
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
        stderr(&place).contains("Stap 3 (acknowledged) heeft nog geen occurred.place"),
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

#[test]
fn own_words_are_only_words() {
    let words = "# Kop\n\n<script>alert(1)</script> **vet** [weg](javascript:alert(1)) {{ 7 * 7 }} {% if %}\n- een\n1. twee\n> drie";
    let annex = format!(
        "complainant: {{name: 'J. <b>de</b> Wit', address: \"*Straat* 1\\n0000 AA _Stein_\"}}\ndescription: |\n  {}\n",
        words.replace('\n', "\n  ")
    );
    let dir = register();
    write(
        dir.path(),
        RECORD,
        format!(
            "{}{ACKNOWLEDGED}",
            COMPLAINT.replace("about: []", "about: [m.bakker]")
        ),
    );
    write(dir.path(), "2026/2026-0001/private/01.yaml", annex);
    let html = stdout(&klacht(
        dir.path(),
        &["letter", "2026-0001", "employee", "--format", "html"],
    ));
    let page = scraper::Html::parse_document(&html);
    for tag in [
        "script",
        ".body b",
        ".body a",
        ".body ul",
        "blockquote ol",
        "blockquote blockquote",
        ".body h1",
    ] {
        assert_eq!(
            page.select(&scraper::Selector::parse(tag).unwrap()).count(),
            0,
            "{tag} in\n{html}"
        );
    }
    let shown: String = page.root_element().text().collect();
    for part in [
        "# Kop",
        "<script>alert(1)</script> **vet** [weg](javascript:alert(1)) {{ 7 * 7 }} {% if %}",
        "- een",
        "1. twee",
        "> drie",
        "<b>de</b>",
    ] {
        assert!(shown.contains(part), "{part} in\n{shown}");
    }
    let letter = stdout(&klacht(
        dir.path(),
        &["letter", "2026-0001", "acknowledgement", "--format", "html"],
    ));
    assert!(
        letter.contains("*Straat* 1<br>") && letter.contains("_Stein_"),
        "{letter}"
    );
}

#[test]
fn a_letter_goes_nowhere_by_accident() {
    let dir = register();
    let root = dir.path();
    write(root, RECORD, format!("{COMPLAINT}{ACKNOWLEDGED}"));
    std::fs::create_dir_all(root.join("reg")).unwrap();
    for name in ["procedure.yaml", "staff.yaml", "2026"] {
        std::fs::rename(root.join(name), root.join("reg").join(name)).unwrap();
    }
    write(root, "site/.gitignore", "*\n");
    write(root, "pages/.klacht-site.json", "{}");
    write(root, "pages/deep/x", "");
    write(root, "own/x", "");
    let run = |more: &[&str]| {
        klacht(
            root,
            &[
                &["letter", "2026-0001", "acknowledgement", "-r", "reg"],
                more,
            ]
            .concat(),
        )
    };
    for place in [
        "site/brief.md",
        "site/../site/brief.md",
        "pages/brief.md",
        "pages/deep/brief.md",
        "reg/brief.md",
        "reg/2026/2026-0001/private/03-b.md",
    ] {
        let output = run(&["--out", place]);
        assert_eq!(output.status.code(), Some(2), "{place}");
        assert!(!root.join(place).exists(), "{place}");
    }
    assert_eq!(
        run(&["--format", "pdf"]).status.code(),
        Some(2),
        "a PDF is not for the screen"
    );
    stdout(&run(&["--out", "own/brief.html", "--format", "html"]));
    assert!(root.join("own/brief.html").is_file());
    let kept = root.join("reg/2026/2026-0001/private/03-ontvangstbevestiging.md");
    stdout(&run(&["--attach"]));
    let before = std::fs::read(&kept).unwrap();
    assert!(String::from_utf8_lossy(&before).contains("10 april 2026"));
    assert_eq!(
        run(&["--attach"]).status.code(),
        Some(2),
        "never overwritten"
    );
    assert_eq!(std::fs::read(&kept).unwrap(), before);
    let check = klacht(root, &["check", "-r", "reg", "--as-of", "2026-03-06"]);
    assert_eq!(
        check.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&check.stdout)
    );
    let none = Command::new(env!("CARGO_BIN_EXE_klacht"))
        .args([
            "letter",
            "2026-0001",
            "acknowledgement",
            "-r",
            "reg",
            "--format",
            "pdf",
            "--out",
            "own/b.pdf",
        ])
        .current_dir(root)
        .env_clear()
        .output()
        .unwrap();
    assert!(
        none.status.code() == Some(2) && stderr(&none).contains("chromium"),
        "{}",
        stderr(&none)
    );
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
    let nowhere = klacht(
        dir.path(),
        &["letter", "2026-0001", "refusal", "--templates", "nowhere"],
    );
    assert_eq!(nowhere.status.code(), Some(2));
}

/// The lines of a message up to the first empty one, unfolded.
fn headers(message: &[u8]) -> Vec<String> {
    let text = String::from_utf8(message.to_vec()).unwrap();
    let head = text.split("\r\n\r\n").next().unwrap().to_owned();
    assert!(
        !head
            .replace("\r\n", "")
            .contains(['\r', '\n', '\u{85}', '\u{2028}', '\0']),
        "{head:?}"
    );
    head.replace("\r\n ", " ")
        .replace("\r\n\t", " ")
        .split("\r\n")
        .map(str::to_owned)
        .collect()
}

#[test]
fn nothing_is_smuggled_into_a_header() {
    let names = [
        "From",
        "To",
        "Cc",
        "Subject",
        "Date",
        "Message-ID",
        "MIME-Version",
        "Content-Type",
    ];
    let plain = Message {
        from: ("A", Some("a@example.org")),
        to: ("B", Some("b@example.org")),
        cc: vec![("C", "c@example.org")],
        subject: "x",
        date: support::as_of(),
        id: "1@example.org",
        text: "tekst",
        html: Some("<p>tekst</p>"),
        draft: false,
    };
    for record in corpus("mail_header").iter().chain(&corpus("naughty")) {
        let Some(bytes) = payload(record) else {
            continue;
        };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let message = Message {
            from: (&text, plain.from.1),
            to: (&text, plain.to.1),
            cc: vec![(&text, "c@example.org")],
            subject: &text,
            ..plain.clone()
        };
        let found = headers(&message.to_bytes());
        let found: Vec<&str> = found
            .iter()
            .map(|line| line.split(':').next().unwrap())
            .collect();
        assert_eq!(found, names, "{text:?}");
        if let Some(address) = address(&text) {
            assert!(
                address.is_ascii()
                    && address.matches('@').count() == 1
                    && !address.contains(['<', '>', ',', ' ']),
                "{address}"
            );
        }
        assert!(!header_text(&text).contains(char::is_control));
    }
    let hostile = Message {
        text: "--=_klacht\r\nContent-Type: x",
        html: Some("--=_klacht_--"),
        ..plain
    };
    let text = String::from_utf8(hostile.to_bytes()).unwrap();
    assert!(text.contains("boundary=\"=_klacht__\""), "{text}");
}

#[test]
fn a_hostile_name_in_an_annex_stays_in_its_header() {
    for record in corpus("mail_header") {
        let Some(bytes) = payload(&record) else {
            continue;
        };
        let text = String::from_utf8_lossy(&bytes).replace('\0', "");
        let name = serde_json::to_string(&text).unwrap();
        let dir = register();
        write(dir.path(), RECORD, format!("{COMPLAINT}{ACKNOWLEDGED}"));
        write(
            dir.path(),
            "2026/2026-0001/private/01.yaml",
            ANNEX
                .replace("J. de Wit", &format!("\"x\", email: {name}"))
                .replace("name: \"x\"", &format!("name: {name}")),
        );
        let output = klacht(
            dir.path(),
            &["letter", "2026-0001", "acknowledgement", "--format", "eml"],
        );
        if output.status.success() {
            for line in headers(&output.stdout) {
                assert!(
                    !line.starts_with("Bcc") && !line.starts_with("RCPT"),
                    "{line}"
                );
            }
        }
    }
}
