//! Letters on the day on which they are sent: what holds then, whom they reach, and what their makers are told.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use support::letters::{ACKNOWLEDGED, RECORD, klacht, stderr, stdout};
use support::{COMPLAINT, register, write};
use tempfile::TempDir;

const STAFF: &str = include_str!("rules/base/staff.yaml");
const REASONING: &str = "Collega's zagen het ook.";

/// The complete case of the base with some more steps and its annexes, up to and without a step.
fn register_until(step: &str, more: &str) -> TempDir {
    let dir = TempDir::new().unwrap();
    let root = dir.path();
    let case = include_str!("rules/base/complaint.yaml");
    let end = case
        .find(&format!("- step: {step}\n"))
        .unwrap_or(case.len());
    write(
        root,
        "procedure.yaml",
        include_str!("rules/base/procedure.yaml"),
    );
    write(root, "staff.yaml", STAFF);
    write(root, RECORD, format!("{}\n{more}", case[..end].trim_end()));
    let private = "2026/2026-0001/private";
    let complainant =
        "complainant: {name: R. Voorbeeld, email: r@voorbeeld.example}\ndescription: Zo was het.\n";
    write(root, &format!("{private}/01.yaml"), complainant);
    write(
        root,
        &format!("{private}/04.yaml"),
        "statement: Zo was het niet.\n",
    );
    write(
        root,
        &format!("{private}/06.yaml"),
        format!("reasoning: {REASONING}\n"),
    );
    dir
}

fn letter(root: &Path, kind: &str, more: &[&str]) -> Output {
    klacht(root, &[&["letter", "2026-0001", kind], more].concat())
}

/// The value of a header, unfolded; none where it is not there.
fn header(message: &str, name: &str) -> Option<String> {
    let head = message
        .split("\r\n\r\n")
        .next()
        .unwrap()
        .replace("\r\n\t", " ")
        .replace("\r\n ", " ");
    let lines = head.split("\r\n").filter_map(|line| line.split_once(": "));
    lines
        .filter(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
        .next()
}

#[test]
fn a_report_goes_to_a_coordinator_who_is_in_service() {
    let until = |day: &str| format!("{{from: 2020-01-01, until: {day}}}");
    let chris = "roles: [coordinator]\n  active: {from: 2020-01-01}";
    let left = format!("roles: [coordinator]\n  active: {}", until("2026-03-20"));
    let gave_up = "roles: []\n  former_roles: [{role: coordinator, until: 2026-03-20}]\n  active: {from: 2020-01-01}";
    let hanna = "function: Manager training\n  roles: [handler]";
    let takes_over = "function: Manager training\n  roles: [handler, coordinator]";
    let both = STAFF.replace(hanna, takes_over);
    let c = "c.janssen@voorbeeld.example";
    let h = "h.mulder@voorbeeld.example";
    for (staff, copies, named) in [
        // Who handed the complaint over, though there is another coordinator.
        (
            both.clone(),
            vec![c],
            "klachtmeldingscoördinator, Chris Janssen.",
        ),
        (
            both.replace(chris, &left),
            vec![h],
            "klachtmeldingscoördinator, Hanna Mulder.",
        ),
        (
            both.replace(chris, gave_up),
            vec![h],
            "klachtmeldingscoördinator, Hanna Mulder.",
        ),
        (
            both.replace(chris, &left).replace(
                "function: Receptionist",
                "function: Receptionist\n  roles: [coordinator]",
            ),
            vec![h, "m.bakker@voorbeeld.example"],
            "klachtmeldingscoördinatoren, Hanna Mulder en Mila Bakker.",
        ),
        (STAFF.replace(chris, &left), vec![], ""),
    ] {
        let dir = register_until("reported", "");
        write(dir.path(), "staff.yaml", &staff);
        let made = letter(
            dir.path(),
            "report",
            &["--format", "eml", "--as-of", "2026-03-27"],
        );
        let copied = header(&stdout(&made), "Cc").unwrap_or_default();
        assert_eq!(copied.matches('@').count(), copies.len(), "{copied}");
        for address in &copies {
            assert!(copied.contains(address), "{address} in {copied}");
        }
        let text = stdout(&letter(dir.path(), "report", &["--as-of", "2026-03-27"]));
        assert_eq!(
            text.contains("Een kopie van dit verslag"),
            !copies.is_empty(),
            "{text}"
        );
        assert!(text.contains(named), "{named} in\n{text}");
        assert_eq!(
            stderr(&made).contains("Artikel 6"),
            copies.is_empty(),
            "{}",
            stderr(&made)
        );
    }
    // A report that was sent while she was in service is printed again as it was.
    let dir = register_until("prevention", "");
    write(
        dir.path(),
        "staff.yaml",
        both.replace(chris, &left.replace("03-20", "03-31")),
    );
    let again = stdout(&letter(dir.path(), "report", &["--as-of", "2026-05-01"]));
    assert!(again.contains("Chris Janssen"), "{again}");
}

const REOPENED: &str =
    "\n- step: reopened\n  date: DAY\n  by: c.janssen\n  ground: De klager belde opnieuw.\n";
const EXTENDED: &str = "\n- step: extended\n  date: 2026-03-06\n  by: p.vos\n  expected_by: 2026-04-20\n  ground: Ziekte.\n  told: 2026-03-06\n";
const AGAIN: &str = "\n- step: acknowledged\n  date: 2026-05-04\n  by: p.vos\n  summary: Opnieuw over de afspraken.\n  \
    occurred: {date: 2026-02-26, place: Stein}\n  next_steps: Wij bellen u.\n  expected_by: 2026-06-15\n  channel: letter\n";

const CONTACTED: &str = "\n- step: contacted\n  date: 2026-05-02\n  by: p.vos\n  channel: phone\n  asked: Wat er is gebeurd.\n";
const CLOSED: &str = "\n- step: closed\n  date: 2026-05-02\n  by: c.janssen\n";

/// After a reopening the letters give the promise that holds, and ask for a new one where the old has ended.
#[test]
fn an_old_promise_is_not_made_again() {
    let case = |reopened: &str, more: &str| {
        let steps = format!("{}{more}", REOPENED.replace("DAY", reopened));
        let dir = register_until("", &steps);
        let record = fs::read_to_string(dir.path().join(RECORD)).unwrap();
        let at = record.find("\n- step: heard").unwrap();
        write(
            dir.path(),
            RECORD,
            format!("{}{EXTENDED}{}", &record[..at], &record[at..]),
        );
        dir
    };
    let ended = case("2026-05-01", "");
    for kind in ["acknowledgement", "extension"] {
        let none = letter(ended.path(), kind, &["--as-of", "2026-05-04"]);
        assert_eq!(none.status.code(), Some(1), "{kind}: {}", stderr(&none));
        assert!(none.stdout.is_empty());
        let wanted = "Het dossier is heropend (stap 16), en sindsdien is er geen nieuwe stap \"acknowledged\", met \"expected_by\" \
            (de dag waarop de klacht naar verwachting is afgehandeld).";
        assert!(stderr(&none).contains(wanted), "{}", stderr(&none));
    }
    assert!(
        stderr(&letter(ended.path(), "acknowledgement", &[]))
            .contains("klacht record 2026-0001 acknowledged --letter pdf")
    );
    let new = case("2026-05-01", AGAIN);
    let text = stdout(&letter(new.path(), "acknowledgement", &[]));
    assert!(
        text.contains("15 juni 2026") && text.contains("Opnieuw over") && !text.contains("april"),
        "{text}"
    );
    // What was extended was the promise before.
    let extension = letter(new.path(), "extension", &[]);
    assert_eq!(extension.status.code(), Some(1), "{}", stderr(&extension));
    assert!(
        stderr(&extension).contains("\"extended\"")
            && !stderr(&extension).contains("\"acknowledged\"")
    );
    // A closed case has no promise to make: its letters are those that were sent.
    let done = case("2026-05-01", &format!("{CONTACTED}{CLOSED}"));
    assert!(stdout(&letter(done.path(), "acknowledgement", &[])).contains("13 april 2026"));
    // Where the promise runs on, or nothing was done before the case was closed again, the letters are what they were.
    for runs_on in [case("2026-04-15", ""), case("2026-05-01", CLOSED)] {
        let text = stdout(&letter(runs_on.path(), "acknowledgement", &[]));
        assert!(text.contains("13 april 2026"), "{text}");
        let text = stdout(&letter(runs_on.path(), "extension", &[]));
        assert!(
            text.contains("20 april 2026") && text.contains("13 april 2026"),
            "{text}"
        );
    }
}

#[test]
fn whoever_makes_a_letter_hears_what_to_look_at() {
    let dir = register_until("reported", "");
    let said = |kind: &str, more: &[&str]| {
        let made = letter(dir.path(), kind, more);
        let reads = stdout(&made).contains(REASONING);
        (stderr(&made), reads)
    };
    for kind in ["offer", "report"] {
        let (remarks, reads) = said(kind, &[]);
        assert!(
            reads && remarks.contains("bij stap 6 (\"decided\")"),
            "{kind}: {remarks}"
        );
        assert_eq!(remarks.lines().count(), 1, "{remarks}");
    }
    assert_eq!(said("appeal", &["--format", "eml"]).0, "");
    let record = fs::read_to_string(dir.path().join(RECORD)).unwrap();
    let explained = record.replace(
        "responsibility: organisation\n",
        "responsibility: organisation\n  explanation: Het klopt.\n",
    );
    write(dir.path(), RECORD, explained);
    assert_eq!(said("report", &["--format", "eml"]), (String::new(), false));
    // Without an address a mail has nobody to go to, and says so; one on paper says that nothing can stand above it.
    for email in ["", ", email: geen"] {
        let annex =
            format!("complainant: {{name: R. Voorbeeld{email}}}\ndescription: Zo was het.\n");
        write(dir.path(), "2026/2026-0001/private/01.yaml", annex);
        let made = letter(dir.path(), "report", &["--format", "eml"]);
        assert_eq!(header(&stdout(&made), "To"), None);
        assert!(header(&stdout(&made), "Cc").is_some());
        assert!(
            stderr(&made).contains("geen bruikbaar e-mailadres bekend"),
            "{}",
            stderr(&made)
        );
        let english = letter(dir.path(), "report", &["--format", "eml", "--lang", "en"]);
        assert!(
            stderr(&english).contains("no usable e-mail address is known"),
            "{}",
            stderr(&english)
        );
        let (post, _) = said("report", &["--format", "html"]);
        assert!(post.contains("geen adres bekend"), "{post}");
        assert_eq!(post.lines().count(), 1, "{post}");
    }
}

/// The smallest picture there is.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cc`\0\0\0\x02\0\x01H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82";

#[test]
fn the_logo_goes_along_with_a_mail() {
    let dir = register_until("reported", "");
    let plain = stdout(&letter(dir.path(), "report", &["--format", "eml"]));
    assert!(
        !plain.contains("multipart/related") && !plain.contains("image/"),
        "{plain}"
    );
    write(
        dir.path(),
        "logo.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    );
    write(dir.path(), "logo.png", PNG);
    let page = stdout(&letter(dir.path(), "report", &["--format", "html"]));
    assert!(
        page.contains("src=\"data:image&#x2f;svg+xml;base64,"),
        "{page}"
    );
    let mail = stdout(&letter(dir.path(), "report", &["--format", "eml"]));
    // Mail programs show no SVG, and no image that stands in the page itself.
    for part in [
        "Content-Type: multipart/alternative; boundary=\"=_klacht\"",
        "Content-Type: multipart/related; boundary=\"=_logo\"",
        "Content-Type: image/png",
        "Content-ID: <logo@klacht.invalid>",
        "Content-Disposition: inline",
        "iVBORw0KGgo",
    ] {
        assert!(mail.contains(part), "{part} in\n{mail}");
    }
    let whole = mail.replace("=\r\n", "");
    assert!(
        whole.contains("cid:logo@klacht.invalid") && !whole.contains("data:image"),
        "{whole}"
    );
    assert_eq!(
        mail,
        stdout(&letter(dir.path(), "report", &["--format", "eml"]))
    );
}

/// A letter that stopped halfway is not in the annex, stands in the way of nothing, and is no part of the case.
#[cfg(unix)]
#[test]
fn half_a_letter_is_no_letter() {
    let dir = register();
    let root = dir.path();
    write(root, RECORD, format!("{COMPLAINT}{ACKNOWLEDGED}"));
    let program = env!("CARGO_BIN_EXE_klacht");
    let script = format!(
        "ulimit -f 1; exec {program} letter 2026-0001 acknowledgement --format html --attach"
    );
    let killed = Command::new("sh")
        .args(["-c", &script])
        .current_dir(root)
        .output()
        .unwrap();
    assert_ne!(killed.status.code(), Some(0), "a page is longer than that");
    let private = root.join("2026/2026-0001/private");
    let letter = private.join("03-ontvangstbevestiging.html");
    assert!(!letter.exists());
    let check = klacht(root, &["check", "--as-of", "2026-03-06"]);
    assert!(
        !stdout_of(&check).contains("klacht-letter"),
        "{}",
        stdout_of(&check)
    );
    stdout(&klacht(
        root,
        &[
            "letter",
            "2026-0001",
            "acknowledgement",
            "--format",
            "html",
            "--attach",
        ],
    ));
    assert!(
        fs::read_to_string(&letter)
            .unwrap()
            .trim_end()
            .ends_with("</html>")
    );
}

#[cfg(unix)]
fn stdout_of(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[cfg(unix)]
#[test]
fn a_browser_that_fails_leaves_it_to_the_next() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = register();
    let root = dir.path();
    write(root, RECORD, format!("{COMPLAINT}{ACKNOWLEDGED}"));
    let program = |name: &str, script: &str| {
        let name = format!("bin/{name}");
        write(root, &name, format!("#!/bin/sh\n{script}\n"));
        fs::set_permissions(root.join(&name), fs::Permissions::from_mode(0o755)).unwrap();
    };
    let out = TempDir::new().unwrap();
    let pdf = out.path().join("brief.pdf");
    let print = || {
        let args = [
            "letter",
            "2026-0001",
            "acknowledgement",
            "--format",
            "pdf",
            "--out",
            pdf.to_str().unwrap(),
        ];
        let mut command = Command::new(env!("CARGO_BIN_EXE_klacht"));
        command.args(args).current_dir(root).env_clear();
        command.env("PATH", root.join("bin")).output().unwrap()
    };
    program("chromium", "exit 1");
    write(root, "bin/chromium-browser", "no program at all");
    let failed = print();
    assert_eq!(failed.status.code(), Some(2));
    for name in ["bin/chromium,", "bin/chromium-browser."] {
        assert!(stderr(&failed).contains(name), "{}", stderr(&failed));
    }
    assert!(!pdf.exists());
    program(
        "google-chrome",
        "for word; do case $word in --print-to-pdf=*) echo %PDF-1.4 > \"${word#*=}\";; esac; done",
    );
    stdout(&print());
    assert_eq!(fs::read(&pdf).unwrap(), b"%PDF-1.4\n");
}
