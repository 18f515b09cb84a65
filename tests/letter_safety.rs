//! What must not get into a letter, and where a letter must not get: words are only words, headers are ours, files stay private.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::process::Command;

use klacht::mail::{Message, address, header_text};
use support::letters::{ACKNOWLEDGED, RECORD, klacht, stderr, stdout};
use support::{ANNEX, COMPLAINT, corpus, payload, register, write};

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
    git2::Repository::init(root.join("kept")).unwrap();
    write(root, "kept/.gitignore", "/mine\n");
    write(root, "kept/mine/x", "");
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
        "kept/brief.md",
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
    stdout(&run(&["--out", "kept/mine/brief.md"]));
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
        "Auto-Submitted",
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
        let found = headers(&message.to_bytes_with(None));
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
    let text = String::from_utf8(hostile.to_bytes_with(None)).unwrap();
    assert!(text.contains("boundary=\"=_klacht__\""), "{text}");
}

/// A name that looks like an encoded word is decoded by some programs, even between quotes, and could then hold a line end.
#[test]
fn no_name_is_decoded_into_another() {
    for name in [
        "=?utf-8?q?=0D=0ABcc:_x@e.example?=",
        "=?utf-8?B?SmFu?= de Wit",
        "\u{e9} =?utf-8?q?x?=",
        "= =?utf-8?q?x?=",
    ] {
        let message = Message {
            from: (name, Some("a@example.org")),
            to: (name, Some("b@example.org")),
            cc: Vec::new(),
            subject: name,
            date: support::as_of(),
            id: "1@example.org",
            text: "tekst",
            html: None,
            draft: false,
        };
        for line in headers(&message.to_bytes_with(None)) {
            assert!(
                !line.contains("=?utf-8?q?=0D")
                    && !line.contains("=?utf-8?q?x")
                    && !line.contains("=?utf-8?B?SmFu"),
                "{line}"
            );
        }
    }
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
