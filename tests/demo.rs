//! `klacht demo`: what it makes, that its tour works as it is printed, and what it does when it cannot.
#![allow(clippy::unwrap_used, reason = "a test may panic")]
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// Gives a command that knows git and the program and nothing of the user's settings.
fn clean(program: &str, dir: &Path) -> Command {
    let own = Path::new(env!("CARGO_BIN_EXE_klacht")).parent().unwrap();
    let path = std::env::var("PATH").unwrap();
    let mut command = Command::new(program);
    command
        .current_dir(dir)
        .env_clear()
        .env("PATH", format!("{}:{path}", own.display()))
        .env("HOME", dir)
        .env("GIT_CONFIG_NOSYSTEM", "1");
    command
}

fn klacht(dir: &Path, args: &[&str]) -> Output {
    clean("klacht", dir).args(args).output().unwrap()
}

/// Gives what a command said on either channel, without the spaces that git puts after what a server says.
fn said(output: &Output) -> String {
    let both = [&output.stdout[..], &output.stderr[..]].concat();
    let text = String::from_utf8(both).unwrap();
    text.lines()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect()
}

/// Makes a demo and gives the commands of its tour.
fn tour(dir: &Path, place: &str, args: &[&str]) -> Vec<String> {
    let made = klacht(dir, &[&["demo", place], args].concat());
    assert!(made.status.success(), "{}", said(&made));
    let text = said(&made);
    let commands = text.lines().filter_map(|line| line.strip_prefix("   "));
    let commands = commands.filter(|line| !line.starts_with(' '));
    commands.map(str::to_owned).collect()
}

fn shell(dir: &Path, line: &str) -> Output {
    clean("sh", dir).args(["-c", line]).output().unwrap()
}

#[test]
fn the_five_commands_of_the_tour_do_what_it_says() {
    let dir = TempDir::new().unwrap();
    let commands = tour(dir.path(), "demo", &[]);
    assert_eq!(commands.len(), 5, "{commands:?}");
    let run = |n: usize| {
        let output = shell(dir.path(), &commands[n - 1]);
        (output.status.code(), said(&output))
    };

    let (code, text) = run(1);
    assert!(code == Some(0) && text.contains("geen fouten"), "{text}");

    let (code, text) = run(2);
    assert_eq!(code, Some(1), "{text}");
    let refused: String = text
        .lines()
        .filter(|line| line.starts_with("remote: "))
        .map(|line| format!("{line}\n"))
        .collect();
    let expected = include_str!("demo/refused.txt");
    assert_eq!(refused, expected);
    assert!(
        text.contains("[remote rejected] main -> main (pre-receive hook declined)"),
        "{text}"
    );

    let (code, text) = run(3);
    assert!(
        code == Some(0) && text.contains("stap 1: ontvangst"),
        "{text}"
    );
    // What is private is not said where others may read it.
    assert!(!text.contains("Dummyema"), "{text}");

    let (code, text) = run(4);
    assert!(code == Some(0) && text.contains("main -> main"), "{text}");
    let server = git2::Repository::open(dir.path().join("demo/server.git")).unwrap();
    let clone = git2::Repository::open(dir.path().join("demo/marieke")).unwrap();
    let tip = |repository: &git2::Repository| repository.refname_to_id("refs/heads/main").unwrap();
    assert_eq!(tip(&server), tip(&clone));
    let receipts =
        fs::read_to_string(dir.path().join("demo/server.git/klacht/receipts.log")).unwrap();
    // What was there before the first push is filled in; of the refused push there is nothing.
    let forger = git2::Repository::open(dir.path().join("demo/petra")).unwrap();
    assert_eq!(receipts.lines().count(), 2, "{receipts}");
    assert!(receipts.contains(&tip(&server).to_string()));
    assert!(!receipts.contains(&tip(&forger).to_string()));

    let (code, text) = run(5);
    assert_eq!(code, Some(0), "{text}");
    let history = fs::read_to_string(dir.path().join("demo/site/history.html")).unwrap();
    assert!(
        history.contains("class=\"status met\"")
            && history.contains(&tip(&server).to_string()[..12])
    );
}

#[test]
fn the_tour_is_there_in_english_and_anywhere() {
    let dir = TempDir::new().unwrap();
    let commands = tour(
        dir.path(),
        "a place/it's here",
        &["--lang", "en", "--cases", "12", "--years", "2"],
    );
    let outputs: Vec<Output> = commands
        .iter()
        .map(|line| shell(dir.path(), line))
        .collect();
    let codes: Vec<_> = outputs.iter().map(|output| output.status.code()).collect();
    assert_eq!(codes, [0, 1, 0, 0, 0].map(Some), "{outputs:?}");
    let refused = said(&outputs[1]);
    assert!(refused.contains("error[H22]"), "{refused}");
    for output in &outputs {
        assert!(!said(output).contains("fout"), "{}", said(output));
    }
    // The place can be moved as a whole.
    fs::rename(dir.path().join("a place"), dir.path().join("moved")).unwrap();
    let pull = shell(dir.path(), "git -C \"moved/it's here/marieke\" pull");
    assert!(pull.status.success(), "{}", said(&pull));
}

#[test]
fn the_same_demo_has_the_same_commits() {
    let dir = TempDir::new().unwrap();
    let tips = |place: &str, args: &[&str]| {
        tour(dir.path(), place, args);
        ["server.git", "marieke", "petra"].map(|name| {
            let repository = git2::Repository::open(dir.path().join(place).join(name)).unwrap();
            repository.refname_to_id("refs/heads/main").unwrap()
        })
    };
    let first = tips("a", &[]);
    assert_eq!(tips("b", &[]), first);
    assert_eq!(tips("c", &["--as-of", "2026-06-30"]), first);
    assert_eq!((first[0] == first[1], first[1] == first[2]), (true, false));
    let others = tips(
        "d",
        &["--as-of", "2025-03-31", "--cases", "1", "--years", "1"],
    );
    assert_ne!(others[0], first[0]);
}

#[test]
fn a_place_that_holds_something_is_left_alone() {
    let dir = TempDir::new().unwrap();
    let place = dir.path().join("demo");
    fs::create_dir(&place).unwrap();
    fs::write(place.join("mine"), "mine").unwrap();
    fs::write(dir.path().join("file"), "mine").unwrap();
    for name in ["demo", "file"] {
        let output = klacht(dir.path(), &["demo", name]);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains("is niet leeg"), "{}", said(&output));
    }
    let future = klacht(dir.path(), &["demo", "later", "--as-of", "2099-01-01"]);
    assert_eq!(future.status.code(), Some(2));
    assert!(
        said(&future).contains("nog niet geweest"),
        "{}",
        said(&future)
    );
    // Hooks that would be somewhere else make it fail late, and nothing of it is left.
    fs::write(
        dir.path().join(".gitconfig"),
        "[core]\n\thooksPath = /nowhere\n",
    )
    .unwrap();
    let hooks = klacht(dir.path(), &["demo", "late"]);
    assert_eq!(hooks.status.code(), Some(2), "{}", said(&hooks));
    fs::remove_file(dir.path().join(".gitconfig")).unwrap();
    let mut names: Vec<_> = fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["demo", "file"]);
    assert_eq!(fs::read_dir(&place).unwrap().count(), 1);

    fs::remove_file(place.join("mine")).unwrap();
    tour(dir.path(), "demo", &["--cases", "3"]);
}
