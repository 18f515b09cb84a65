//! Hostile inputs against the reader and what is printed: nothing panics, nothing passes that may not, and no control
//! character reaches a terminal.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use support::{ANNEX, COMPLAINT, codes, corpus, findings, human, payload, register, write};

const RECORD: &str = "2026/2026-0001/complaint.yaml";

fn assert_printable(printed: &str, what: &str) {
    for c in printed.chars() {
        let control = c.is_control() && c != '\n' && c != '\t';
        let turning = matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{61C}');
        assert!(
            !control && !turning,
            "{what}: U+{:04X} in\n{printed:?}",
            c as u32
        );
    }
    let command = printed
        .lines()
        .find(|line| line.trim_start().starts_with("::") || line.starts_with("##["));
    assert_eq!(command, None, "{what}: a workflow command");
}

#[test]
fn tricks_against_a_record_reader_are_refused() {
    for record in corpus("yaml_tricks") {
        let Some(bytes) = payload(&record) else {
            continue;
        };
        let name = record["case"].as_str().unwrap();
        for file in [
            RECORD,
            "2026/2026-0001/private/01.yaml",
            "staff.yaml",
            "procedure.yaml",
        ] {
            let dir = register();
            write(dir.path(), file, &bytes);
            let found = findings(dir.path());
            assert_printable(&human(&found, dir.path()), name);
            assert!(
                found.iter().any(|f| f.file == file),
                "{name} passes as {file}"
            );
        }
    }
}

#[test]
fn tricks_appended_to_a_good_record_are_refused() {
    for record in corpus("yaml_tricks")
        .iter()
        .filter(|record| record["expect"] == "reject")
    {
        let Some(bytes) = payload(record) else {
            continue;
        };
        let name = record["case"].as_str().unwrap();
        // An empty addition, or a comment, is no trick here.
        if matches!(name, "empty" | "only_comment") {
            continue;
        }
        let dir = register();
        write(
            dir.path(),
            RECORD,
            [COMPLAINT.as_bytes(), bytes.as_slice()].concat(),
        );
        let found = findings(dir.path());
        assert!(!found.is_empty(), "{name}");
        assert_printable(&human(&found, dir.path()), name);
    }
}

#[test]
fn the_yaml_test_suite_neither_crashes_nor_passes() {
    for record in corpus("yaml_suite") {
        let Some(bytes) = payload(&record) else {
            continue;
        };
        let dir = register();
        write(dir.path(), RECORD, &bytes);
        let found = findings(dir.path());
        assert!(found.iter().any(|f| f.file == RECORD), "{}", record["id"]);
        assert_printable(&human(&found, dir.path()), "yaml_suite");
    }
}

#[test]
fn invisible_and_turning_characters_are_refused_in_every_file() {
    for record in corpus("invisible").iter().chain(&corpus("bidi")) {
        let Some(bytes) = payload(record) else {
            continue;
        };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if !text.chars().any(klacht::words::characters::is_forbidden) {
            // Letters of a language that is written from right to left are text like any other, and so is the selector that
            // telephones put behind an emoji; ids cannot hold it.
            assert!(
                record.get("codepoint").is_none_or(|c| c == "U+FE0F"),
                "{record}"
            );
            continue;
        }
        for (file, before) in [
            (RECORD, COMPLAINT),
            ("2026/2026-0001/private/01.yaml", ANNEX),
        ] {
            let dir = register();
            write(
                dir.path(),
                file,
                format!("{before}# {}\n", text.replace('\n', " ")),
            );
            let found = findings(dir.path());
            assert_eq!(codes(&found), ["K002"], "{text:?} in {file}");
            assert_printable(&human(&found, dir.path()), "invisible");
        }
        let dir = register();
        let escaped: String = text
            .chars()
            .map(|c| format!("\\U{:08X}", c as u32))
            .collect();
        write(
            dir.path(),
            RECORD,
            COMPLAINT.replace("summary: ", &format!("summary: \"{escaped}\" #")),
        );
        assert_eq!(
            codes(&findings(dir.path())),
            ["K002"],
            "{text:?} written as an escape"
        );
    }
}

#[test]
fn look_alikes_are_no_ids() {
    for record in corpus("confusable") {
        let Some(bytes) = payload(&record) else {
            continue;
        };
        let text = String::from_utf8(bytes).unwrap();
        if text.parse::<klacht::words::Id>().is_ok() {
            panic!("{text:?} is taken for an id like {}", record["looks_like"]);
        }
    }
}

#[test]
fn hostile_names_have_no_place_in_a_register() {
    for record in corpus("names") {
        let Some(bytes) = payload(&record) else {
            continue;
        };
        let Ok(name) = String::from_utf8(bytes) else {
            continue;
        };
        for place in ["", "2026/", "2026/2026-0001/", "2026/2026-0001/private/"] {
            let path = format!("{place}{name}");
            if let Ok(item) = klacht::register::files::classify(&path) {
                use klacht::register::files::Item;
                assert!(
                    matches!(item, Item::Litter) || name == "complaint.yaml",
                    "{path:?} is {item:?}"
                );
            }
        }
        // As a real file, where the file system takes the name.
        let dir = register();
        let path = dir.path().join("2026/2026-0001").join(&name);
        if name.contains(['/', '\0']) || path.exists() || std::fs::write(&path, "").is_err() {
            continue;
        }
        let found = findings(dir.path());
        assert_printable(&human(&found, dir.path()), &name);
        let litter = klacht::register::files::classify(&format!("2026/2026-0001/{name}")).is_ok();
        assert_eq!(found.is_empty(), litter, "{name:?}");
    }
}

#[test]
fn what_drives_a_terminal_is_shown_not_sent() {
    for record in corpus("terminal").iter().chain(&corpus("naughty")) {
        let Some(bytes) = payload(record) else {
            continue;
        };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let quoted = serde_json::to_string(&text).unwrap();
        for (what, replaced) in [
            (
                "value",
                COMPLAINT.replace("summary: ", &format!("summary: {quoted} #")),
            ),
            (
                "raw value",
                COMPLAINT.replace("summary: ", &format!("summary: {text} #")),
            ),
            ("id", COMPLAINT.replace("m.bakker", &quoted)),
            (
                "key",
                COMPLAINT.replace("  summary", &format!("  {quoted}: 1\n  summary")),
            ),
            ("step", COMPLAINT.replace("received", &quoted)),
            ("comment", format!("{COMPLAINT}# {text}\n- step: x\n")),
        ] {
            let dir = register();
            write(dir.path(), RECORD, &replaced);
            assert_printable(&human(&findings(dir.path()), dir.path()), what);
        }
    }
}

/// A link to a device would be read for ever, a pipe waited for.
#[cfg(unix)]
#[test]
fn links_pipes_and_devices_are_told_of_and_not_opened() {
    let files = [
        RECORD,
        "2026/2026-0001/private/01.yaml",
        "staff.yaml",
        "procedure.yaml",
        "procedure.md",
        "2026/stray",
    ];
    for file in files {
        for pipe in [false, true] {
            let dir = register();
            let path = dir.path().join(file);
            let _ = std::fs::remove_file(&path);
            if pipe {
                let made = std::process::Command::new("mkfifo").arg(&path).status();
                assert!(made.unwrap().success());
            } else {
                std::os::unix::fs::symlink("/dev/zero", &path).unwrap();
            }
            let found = findings(dir.path());
            assert!(
                found.iter().any(|f| f.code == "K016" && f.file == file),
                "{file}: {found:?}"
            );
            assert_printable(&human(&found, dir.path()), file);
        }
    }
}

/// Files without an end to speak of, which take no room on the disk.
#[test]
fn huge_files_are_refused_without_being_read() {
    for (file, code) in [
        (RECORD, "K013"),
        ("staff.yaml", "K013"),
        ("2026/stray", "K016"),
    ] {
        let dir = register();
        let huge = std::fs::File::create(dir.path().join(file)).unwrap();
        huge.set_len(1 << 40).unwrap();
        let found = findings(dir.path());
        assert!(
            found.iter().any(|f| f.code == code && f.file == file),
            "{file}: {found:?}"
        );
        assert_printable(&human(&found, dir.path()), file);
    }
}

#[test]
fn a_file_full_of_faults_is_told_of_in_bounds() {
    let many = |line: &dyn Fn(usize) -> String| (0..20_000).map(line).collect::<String>();
    for (what, added) in [
        ("unknown fields", many(&|n| format!("a{n}: 1\n"))),
        (
            "one field again and again",
            many(&|_| "case: 1\n".to_owned()),
        ),
        (
            "anchors",
            format!("x: [{}]\n", many(&|n| format!("&a{n} b,"))),
        ),
        ("a long word", format!("- step: {}\n", "x".repeat(200_000))),
    ] {
        let dir = register();
        write(dir.path(), RECORD, format!("{COMPLAINT}{added}").as_bytes());
        let found = findings(dir.path());
        let listed = found.iter().filter(|f| f.file == RECORD).count();
        assert!((1..=102).contains(&listed), "{what}: {listed} findings");
        let printed = human(&found, dir.path());
        assert!(printed.len() < 60_000, "{what}: {} bytes", printed.len());
    }
}
