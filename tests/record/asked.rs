//! The questions of `klacht record`, answered on a terminal.

use std::io::{Read, Write};
use std::process::Stdio;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use super::clones::absent::skipped;
use super::{ALL, Register, options};

const ENTER: &str = "\r";
const DOWN: &str = "\u{1b}[B";
const UP: &str = "\u{1b}[A";
const CTRL_C: &str = "\u{3}";

/// Runs `klacht` on a terminal and answers: each time these words have come, these keys are pressed. Gives all that was shown;
/// nothing where there is no `script` to make a terminal with.
fn answered(
    clone: &Register,
    day: &str,
    args: &[&str],
    answers: &[(&str, &str)],
) -> Option<String> {
    answered_with("/bin/false", clone, day, args, answers)
}

fn answered_with(
    editor: &str,
    clone: &Register,
    day: &str,
    args: &[&str],
    answers: &[(&str, &str)],
) -> Option<String> {
    let line = format!(
        "'{}' {} --as-of {day}",
        env!("CARGO_BIN_EXE_klacht"),
        args.join(" ")
    );
    let mut command = clone.command("script");
    command
        .args(["-qfc", &line, "/dev/null"])
        .env("TERM", "xterm")
        .env("EDITOR", editor);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let Ok(mut child) = command.spawn() else {
        skipped("the questions", "there is no script");
        return None;
    };
    let (mut keys, mut shown) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let (sender, receiver) = channel();
    let reader = std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(read @ 1..) = shown.read(&mut bytes) {
            if sender.send(bytes[..read].to_vec()).is_err() {
                break;
            }
        }
    });
    let mut all = Vec::new();
    let mut at = 0;
    for (words, pressed) in answers {
        at = waited(&receiver, &mut all, at, words);
        keys.write_all(pressed.as_bytes()).unwrap();
        keys.flush().unwrap();
    }
    // Ctrl-C that comes just before the question listens for keys is lost.
    let mut patience = 6;
    while patience > 0 {
        match receiver.recv_timeout(Duration::from_secs(5)) {
            Ok(more) => all.extend(more),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                patience -= 1;
                let _ = keys.write_all(CTRL_C.as_bytes());
            }
        }
    }
    let _ = child.kill();
    reader.join().unwrap();
    drop(keys);
    child.wait().unwrap();
    Some(String::from_utf8_lossy(&all).into_owned())
}

/// Waits until words were shown after what was answered before, and gives where they end.
fn waited(receiver: &Receiver<Vec<u8>>, all: &mut Vec<u8>, from: usize, words: &str) -> usize {
    loop {
        let found = all[from..]
            .windows(words.len())
            .position(|part| part == words.as_bytes());
        if let Some(found) = found {
            return from + found + words.len();
        }
        let more = receiver.recv_timeout(Duration::from_secs(30));
        let shown = String::from_utf8_lossy(all).into_owned();
        all.extend(more.unwrap_or_else(|_| panic!("{words:?} did not come: {shown}")));
    }
}

#[test]
fn who_may_not_take_a_step_is_not_asked_for_it() {
    let clone = Register::with(&ALL[..2]);
    for (who, step) in [
        ("m.bakker", "assigned"),
        ("k.smit", "corrected"),
        ("m.bakker", "carried-out"),
    ] {
        clone.is(who);
        let args = ["record", "2026-0001", step];
        let Some(shown) = answered(&clone, "2026-03-04", &args, &[]) else {
            return;
        };
        assert!(
            shown.contains("Wel bevoegd: ") && shown.contains("niets geschreven"),
            "{who} {step}: {shown}"
        );
        assert!(!shown.contains("Ctrl-C"), "{who} {step}: {shown}");
    }
}

#[test]
fn only_steps_that_one_may_correct_are_offered() {
    let clone = Register::with(&ALL[..3]);
    for (who, offered, not) in [
        ("p.vos", "2026-03-05  ", "2026-03-02  "),
        ("c.janssen", "2026-03-02  ", "nothing"),
    ] {
        clone.is(who);
        let answers = [("(date)", ENTER), ("(corrects", CTRL_C)];
        let args = ["record", "2026-0001", "corrected"];
        let Some(shown) = answered(&clone, "2026-03-06", &args, &answers) else {
            return;
        };
        assert!(shown.contains(offered) && !shown.contains(not), "{shown}");
    }
}

/// A correction of who is complained about begins with who that is now, and any field can be asked for.
#[test]
fn a_field_that_is_corrected_is_likely_what_it_says() {
    let clone = Register::with(&ALL[..1]);
    clone.is("c.janssen");
    let [about, same_incident] = [5, 11].map(|down| DOWN.repeat(down) + ENTER);
    let answers = [
        ("(date)", ENTER),
        ("(corrects", ENTER),
        ("(fields)", about.as_str()),
        ("(about", ENTER),
        ("invullen?", DOWN),
        ("ja", ENTER),
        ("(fields)", same_incident.as_str()),
        ("(same_incident_as", CTRL_C),
    ];
    let args = ["record", "2026-0001", "corrected"];
    let Some(shown) = answered(&clone, "2026-03-04", &args, &answers) else {
        return;
    };
    assert!(shown.contains("✔\x1b[0m Kim Smit"), "{shown}");
}

#[test]
fn a_day_that_is_yet_to_come_is_refused_where_it_is_asked() {
    let clone = Register::with(&ALL[..1]);
    clone.is("c.janssen");
    let answers = [
        ("(date)", "4-3-2026\r"),
        ("deze dag is nog niet geweest", "3-3-2026\r"),
        ("(handler", CTRL_C),
    ];
    let args = ["record", "2026-0001", "assigned"];
    answered(&clone, "2026-03-03", &args, &answers);
}

#[test]
fn what_was_left_empty_can_be_filled_in_later_and_nothing_is_lost_by_one_key() {
    let clone = Register::with(&ALL[..3]);
    clone.is("p.vos");
    let state = clone.state();
    let answers = [
        ("(date)", ENTER),
        ("(employee", ENTER),
        ("(told", ENTER),
        ("tekstprogramma?", ENTER),
        // The editor ends with an error.
        ("Er is geen tekst", ""),
        ("tekstprogramma?", DOWN),
        ("nee", ENTER),
        ("bestand", "/\r"),
        ("dit is een map", ENTER),
        ("K0", ""),
        ("Wat wilt u veranderen?", UP),
        ("niets, stoppen", ENTER),
        ("Stoppen?", ENTER),
        // The file is the first of what can be changed.
        ("Wat wilt u veranderen?", ENTER),
        ("bestand", "brief van klant.pdf\r"),
        ("Zo vastleggen?", DOWN),
        ("nee", ENTER),
        ("Wat wilt u veranderen?", UP),
        ("niets, stoppen", ENTER),
        ("Stoppen?", DOWN),
        ("ja", ENTER),
    ];
    let args = ["record", "2026-0001", "heard"];
    answered(&clone, "2026-03-10", &args, &answers);
    assert_eq!(clone.state(), state);
}

#[test]
fn a_field_that_is_asked_for_again_is_likely_what_it_was() {
    let clone = Register::with(&ALL[..1]);
    clone.is("c.janssen");
    let state = clone.state();
    let answers = [
        ("(date)", "4-3-2026\r"),
        ("(handler", ENTER),
        ("(function)", ENTER),
        ("date: 2026-03-04", ""),
        ("Zo vastleggen?", DOWN),
        ("nee", ENTER),
        ("Wat wilt u veranderen?", ENTER),
        ("(date)", ENTER),
        ("date: 2026-03-04", ""),
        ("Zo vastleggen?", CTRL_C),
    ];
    let args = ["record", "2026-0001", "assigned"];
    answered(&clone, "2026-03-10", &args, &answers);
    assert_eq!(clone.state(), state);
}

/// What only a rule wants is not said to be optional.
#[test]
fn what_a_rule_wants_is_not_said_to_be_optional() {
    let clone = Register::with(&ALL[..2]);
    clone.is("c.janssen");
    let answers = [
        ("(date)", ENTER),
        ("(handler", ENTER),
        ("(function)", ENTER),
        ("(reason)", CTRL_C),
    ];
    let args = ["record", "2026-0001", "assigned"];
    answered(&clone, "2026-03-10", &args, &answers);
}

#[test]
fn an_editor_that_is_not_there_is_said_in_the_users_language() {
    let clone = Register::with(&ALL[..3]);
    clone.is("p.vos");
    let answers = [
        ("(date)", ENTER),
        ("(employee", ENTER),
        ("(told", ENTER),
        ("tekstprogramma?", ENTER),
        ("is niet te openen (bestaat niet)", ""),
        ("(statement", CTRL_C),
    ];
    let args = ["record", "2026-0001", "heard"];
    answered_with("/nowhere/edit", &clone, "2026-03-10", &args, &answers);
}

/// What was accepted before can be turned down beside what waits for an answer; which of them is asked.
#[test]
fn which_offer_is_turned_down_is_asked_where_there_are_several() {
    let clone = Register::with(&ALL[..8]);
    clone.is("p.vos");
    let offer = [
        "measures.1.id=bon",
        "measures.1.kind=redress",
        "measures.1.description=Een bon.",
        "measures.1.owner=p.vos",
        "measures.1.due=2026-03-30",
        "told=2026-03-21",
    ];
    let offer = options(&offer);
    let mut args = vec!["record", "2026-0001", "offered", "--yes"];
    args.extend(offer.iter().map(String::as_str));
    let (code, said) = clone.record("2026-03-21", &args);
    assert_eq!(code, 0, "{said}");
    let args = ["record", "2026-0001", "answered"];
    let turned_down = [
        ("(date)", ENTER),
        ("(answer", DOWN),
        ("afgewezen", ENTER),
        ("(bon)", CTRL_C),
    ];
    let Some(shown) = answered(&clone, "2026-03-23", &args, &turned_down) else {
        return;
    };
    assert!(shown.contains("(excuus)"), "{shown}");
    let accepted = [
        ("(date)", ENTER),
        ("(answer", ENTER),
        ("tekstprogramma?", CTRL_C),
    ];
    let shown = answered(&clone, "2026-03-23", &args, &accepted).unwrap();
    assert!(!shown.contains("(bon)"), "{shown}");
}
