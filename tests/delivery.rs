//! Messages on their way to a mail server: each once, whatever happens in between.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;
use std::process::Child;

use support::history::Work;
use support::post::{line, said, start, work};
use support::server::{Act, Server};
use support::{corpus, payload};

/// A register with one complaint that was just received and assigned, so that two people are to be told.
fn two() -> (Work, String) {
    let mut work = work();
    let old = work.tip;
    work.new_case("2026-0001");
    work.commit("m.bakker", "2026-03-02", "Ontvangst");
    work.add("2026-0001", "assigned");
    work.commit("c.janssen", "2026-03-03", "Overdracht");
    let line = line(old, work.tip);
    (work, line)
}

fn mail(work: &Work, server: &Server, args: &[&str], stdin: &str) -> Child {
    let port = server.port.to_string();
    let env = [
        ("KLACHT_SMTP_HOST", "127.0.0.1"),
        ("KLACHT_SMTP_TLS", "none"),
        ("KLACHT_SMTP_PORT", port.as_str()),
        ("KLACHT_SMTP_TIMEOUT", "2"),
    ];
    start(work, args, &env, stdin)
}

fn run(work: &Work, server: &Server, args: &[&str], stdin: &str) -> (Option<i32>, String) {
    let output = mail(work, server, args, stdin).wait_with_output().unwrap();
    (output.status.code(), said(&output))
}

const PUSH: &[&str] = &["notify", "--push"];
const BOTH: [&str; 2] = ["c.janssen@voorbeeld.example", "p.vos@voorbeeld.example"];

#[test]
fn a_server_that_accepts_gets_each_message_once() {
    let (work, stdin) = two();
    let server = Server::start();
    let (code, text) = run(&work, &server, PUSH, &stdin);
    assert_eq!((code, text.as_str()), (Some(0), "2 berichten verstuurd.\n"));
    assert_eq!(server.people(), BOTH);
    let (code, text) = run(&work, &server, PUSH, &stdin);
    assert!(code == Some(0) && text.contains("niets nieuws"), "{text}");
    assert_eq!(server.people(), BOTH);
    let queue = work.dir.path().join("klacht/queue");
    assert_eq!(fs::read_dir(queue).unwrap().count(), 0);
}

/// What goes wrong once: the rest goes out, the run says so, and the next run sends what is left.
#[test]
fn what_fails_is_kept_and_goes_next_time() {
    let cases: &[(&str, usize, Act, usize, &str)] = &[
        ("RCPT", 0, Act::Say("450 4.2.0 greylisted"), 1, "greylisted"),
        (
            "RCPT",
            1,
            Act::Say("550 5.1.1 no such user"),
            1,
            "staff.yaml",
        ),
        ("DATA", 0, Act::Say("451 later"), 1, "451"),
        ("END", 0, Act::Say("554 5.7.1 looks odd"), 1, "odd"),
        ("END", 0, Act::Say("452 full"), 1, "452"),
        ("MAIL", 0, Act::Drop, 1, "niet"),
        ("RCPT", 1, Act::Drop, 1, "niet"),
        ("END", 0, Act::Drop, 1, "niet"),
        ("CONNECT", 0, Act::Drop, 1, "niet"),
        ("EHLO", 0, Act::Say("421 busy"), 1, "421"),
        ("RCPT", 0, Act::Hang, 1, "niet"),
    ];
    for (begins, after, act, first, word) in cases {
        let (work, stdin) = two();
        let server = Server::start();
        server.rule(begins, *after, 1, *act);
        let (code, text) = run(&work, &server, PUSH, &stdin);
        assert_eq!(code, Some(1), "{begins} {act:?}: {text}");
        assert!(
            text.contains(word) && text.contains("bewaard"),
            "{begins} {act:?}: {text}"
        );
        assert_eq!(server.people().len(), *first, "{begins} {act:?}: {text}");
        let (code, text) = run(&work, &server, &["notify", "--daily"], "");
        assert_eq!(code, Some(0), "{begins} {act:?}: {text}");
        let mail = server.accepted.lock().unwrap();
        let events: Vec<&String> = mail
            .iter()
            .filter(|(_, text)| text.contains("Nieuw:"))
            .map(|(to, _)| to)
            .collect();
        assert_eq!(events.len(), 2, "{begins} {act:?}: {events:?}");
    }
}

#[test]
fn a_server_that_is_away_costs_two_attempts_and_nothing_is_lost() {
    let (work, stdin) = two();
    let server = Server::start();
    server.rule("CONNECT", 0, 99, Act::Drop);
    let (code, text) = run(&work, &server, PUSH, &stdin);
    assert!(
        code == Some(1) && text.contains("2 berichten zijn bewaard"),
        "{text}"
    );
    server.calm();
    // The next push, of nothing new, takes them along.
    let (code, text) = run(&work, &server, PUSH, &stdin);
    assert_eq!(
        (code, server.people()),
        (Some(0), BOTH.map(str::to_owned).to_vec()),
        "{text}"
    );
}

/// The messages of an event that a server has for an address.
fn events(server: &Server, address: &str) -> usize {
    let mail = server.accepted.lock().unwrap();
    let events = mail
        .iter()
        .filter(|(to, text)| to.starts_with(address) && text.contains("Nieuw:"));
    events.count()
}

#[test]
fn an_address_that_is_refused_is_tried_every_day_and_another_one_at_once() {
    let (mut work, stdin) = two();
    let server = Server::start();
    server.rule("RCPT TO:<p.vos", 0, 99, Act::Say("550 5.1.1 no such user"));
    let (code, _) = run(&work, &server, PUSH, &stdin);
    assert_eq!(code, Some(1));
    let tries = || {
        let lines = server.lines.lock().unwrap();
        lines
            .iter()
            .filter(|line| line.starts_with("RCPT TO:<p.vos"))
            .count()
    };
    // Another push does not ask again; a day does, for the event and for the deadlines of that day.
    let (code, text) = run(&work, &server, PUSH, &stdin);
    assert_eq!((code, tries()), (Some(1), 1), "{text}");
    for day in 1..8 {
        let (code, text) = run(&work, &server, &["notify", "--daily"], "");
        assert!(code == Some(1) && text.contains("p.vos"), "{text}");
        assert_eq!(tries(), 1 + 2 * day, "{text}");
    }
    let staff = work.text("staff.yaml").replace("p.vos@", "pim.vos@");
    work.put("staff.yaml", &staff);
    let old = work.tip;
    let new = work.commit("a.smits", "2026-04-20", "Adres");
    let (code, text) = run(&work, &server, PUSH, &line(old, new));
    assert_eq!((code, events(&server, "pim.vos@")), (Some(0), 1), "{text}");
}

#[test]
fn what_was_refused_for_somebody_who_left_is_dropped_and_said() {
    let (mut work, stdin) = two();
    let server = Server::start();
    server.rule("RCPT TO:<p.vos", 0, 99, Act::Say("550 5.1.1 no such user"));
    run(&work, &server, PUSH, &stdin);
    let manager =
        "function: Manager re-integratie\n  roles: [handler]\n  active: {from: 2020-01-01}";
    let text = work.text("staff.yaml");
    assert!(text.contains(manager));
    let gone = manager.replace("}", ", until: 2026-04-01}");
    work.put("staff.yaml", &text.replace(manager, &gone));
    let old = work.tip;
    let new = work.commit("a.smits", "2026-04-20", "Uit dienst");
    let (code, text) = run(&work, &server, PUSH, &line(old, new));
    assert!(code == Some(1) && text.contains("vervalt"), "{text}");
    let (code, text) = run(&work, &server, PUSH, &line(old, new));
    assert_eq!(code, Some(0), "{text}");
}

/// `kill -9` while the server is at each of its answers, and then again from the start.
#[test]
fn a_kill_at_any_answer_sends_nothing_twice_and_loses_nothing() {
    for at in ["CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "END"] {
        for after in [0, 1] {
            if after == 1 && matches!(at, "CONNECT" | "EHLO") {
                continue;
            }
            let (work, stdin) = two();
            let server = Server::start();
            server.rule(at, after, 1, Act::Hang);
            let mut child = mail(&work, &server, PUSH, &stdin);
            server.until_hung();
            child.kill().unwrap();
            child.wait().unwrap();
            assert_eq!(server.people().len(), after, "{at}");
            let (code, text) = run(&work, &server, PUSH, &stdin);
            assert_eq!(code, Some(0), "{at}: {text}");
            assert_eq!(server.people(), BOTH, "{at} {after}");
        }
    }
}

#[test]
fn settings_that_cannot_be_are_said_and_nothing_is_sent() {
    let (work, stdin) = two();
    let host = ("KLACHT_SMTP_HOST", "mail.example.org");
    let cases: &[(&[(&str, &str)], &str)] = &[
        // A secret that is not there, in a job.
        (&[("KLACHT_SMTP_HOST", "")], "KLACHT_SMTP_HOST"),
        (&[host, ("KLACHT_SMTP_TLS", "none")], "starttls"),
        (&[host, ("KLACHT_SMTP_TLS", "maybe")], "maybe"),
        (&[host, ("KLACHT_SMTP_PORT", "x")], "port"),
        (&[host, ("KLACHT_SMTP_TIMEOUT", "0")], "timeout"),
        (&[host, ("KLACHT_SMTP_USER", "u")], "KLACHT_SMTP_PASSWORD"),
        (
            &[
                host,
                ("KLACHT_SMTP_USER", "u"),
                ("KLACHT_SMTP_PASSWORD_FILE", "nowhere"),
            ],
            "nowhere",
        ),
    ];
    for (env, word) in cases {
        let output = start(&work, PUSH, env, &stdin).wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{env:?}");
        assert!(said(&output).contains(word), "{env:?}: {}", said(&output));
    }
}

/// The password is said to the server and to nobody else.
#[test]
fn a_user_signs_in_and_the_password_stays_unseen() {
    let (work, stdin) = two();
    let server = Server::start();
    fs::write(work.dir.path().join("secret"), "geheim woord\n").unwrap();
    let config = |name: &str, value: &str| {
        work.repository
            .config()
            .unwrap()
            .set_str(name, value)
            .unwrap();
    };
    config("klacht.smtpHost", "localhost");
    config("klacht.smtpTls", "none");
    config("klacht.smtpPort", &server.port.to_string());
    config("klacht.smtpUser", "klacht");
    config(
        "klacht.smtpPasswordFile",
        work.dir.path().join("secret").to_str().unwrap(),
    );
    server.rule("AUTH", 0, 1, Act::Say("535 5.7.8 no"));
    let refused = start(&work, PUSH, &[], &stdin).wait_with_output().unwrap();
    let text = said(&refused);
    assert!(!text.contains("geheim") && text.contains("535"), "{text}");
    let done = start(&work, PUSH, &[], &stdin).wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    assert_eq!(server.people(), BOTH);
    assert!(
        server
            .lines
            .lock()
            .unwrap()
            .iter()
            .any(|line| line.starts_with("AUTH PLAIN "))
    );
}

/// Names from a hostile hand stay what they are: a name in one header.
#[test]
fn no_name_breaks_out_of_a_header() {
    let staff = include_str!("rules/base/staff.yaml");
    let mut tried = 0;
    for record in corpus("mail_header") {
        let Some(bytes) = payload(&record) else {
            continue;
        };
        let Ok(name) = String::from_utf8(bytes) else {
            continue;
        };
        let quoted = serde_json::to_string(&name).unwrap();
        let mut work = work();
        let hostile = staff.replace("name: Chris Janssen", &format!("name: {quoted}"));
        work.put("staff.yaml", &hostile);
        let old = work.commit("a.smits", "2026-03-01", "Naam");
        work.new_case("2026-0001");
        work.commit("m.bakker", "2026-03-02", "Ontvangst");
        let server = Server::start();
        let (code, text) = run(&work, &server, PUSH, &line(old, work.tip));
        // A name with a character that no record may hold makes the whole file unreadable, and nobody is told.
        if server.people().is_empty() {
            continue;
        }
        assert_eq!(code, Some(0), "{name:?}: {text}");
        tried += 1;
        let mail = server.accepted.lock().unwrap();
        assert_eq!(mail.len(), 1, "{name:?}");
        let head = mail[0].1.split("\n\n").next().unwrap();
        let names: Vec<&str> = head
            .lines()
            .filter(|line| !line.starts_with([' ', '\t']))
            .map(|line| line.split(':').next().unwrap())
            .collect();
        let mut sorted = names.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), names.len(), "{name:?}: {head}");
        for header in names {
            let ours = [
                "From",
                "To",
                "Auto-Submitted",
                "Subject",
                "Date",
                "Message-ID",
                "MIME-Version",
                "Content-Type",
                "Content-Transfer-Encoding",
            ];
            assert!(ours.contains(&header), "{name:?}: {head}");
        }
        assert_eq!(
            server
                .lines
                .lock()
                .unwrap()
                .iter()
                .filter(|line| line.starts_with("RCPT"))
                .count(),
            1
        );
    }
    assert!(tried > 0 || std::env::var_os("KLACHT_CORPORA").is_none());
}
