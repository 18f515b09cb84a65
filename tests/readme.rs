//! The sessions of the README, run in a copy of this repository's register; `KLACHT_BLESS=1 cargo test --test readme` writes
//! their output anew.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;
use std::process::Command;

/// Runs a command line of the README and gives what it prints: the program does what it is asked, and git is refused.
fn session(line: &str, dir: &Path) -> String {
    let mut words = line.split(' ');
    let program = words.next().unwrap();
    let code = match program {
        "klacht" => 0,
        "git" => 1,
        _ => panic!("{line}"),
    };
    let own = Path::new(env!("CARGO_BIN_EXE_klacht")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap();
    let path = std::iter::once(own.to_owned()).chain(std::env::split_paths(&path));
    let output = Command::new(program)
        .args(words)
        .current_dir(dir)
        .env_clear()
        .env("PATH", std::env::join_paths(path).unwrap())
        .env("HOME", dir)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{line}: {errors}");
    if code == 0 {
        return String::from_utf8(output.stdout).unwrap();
    }
    // Git fills up lines from a server with spaces, and names the whole way to it.
    let whole = format!("{}/", dir.canonicalize().unwrap().display());
    let lines = errors.lines().map(|line| format!("{}\n", line.trim_end()));
    lines.collect::<String>().replace(&whole, "")
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(target).unwrap();
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn the_case_that_the_readme_shows_is_in_the_register() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("README.md")).unwrap();
    for file in ["complaint.yaml", "private/01.yaml"] {
        let shown =
            std::fs::read_to_string(root.join("complaints/2026/2026-0012").join(file)).unwrap();
        assert!(text.contains(&format!("```yaml\n{shown}```")), "{file}");
    }
}

#[test]
fn the_sessions_of_the_readme_are_real() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let dir = tempfile::TempDir::new().unwrap();
    copy(&root.join("complaints"), &dir.path().join("complaints"));
    let text = std::fs::read_to_string(root.join("README.md")).unwrap();

    let mut real = String::new();
    let mut sessions = 0;
    let mut blocks = text.split("```console\n");
    real.push_str(blocks.next().unwrap());
    for block in blocks {
        let (shown, after) = block.split_once("```").unwrap();
        real.push_str("```console\n");
        let commands: Vec<&str> = shown
            .lines()
            .filter_map(|line| line.strip_prefix("$ "))
            .collect();
        if commands.iter().any(|line| line.starts_with("cargo ")) {
            // What cargo prints differs from machine to machine; these two are what `.ci/run` does.
            assert!(
                commands
                    .iter()
                    .all(|line| ["cargo run --release -- build", "cargo test"].contains(line))
            );
            real.push_str(shown);
        } else {
            for line in commands {
                let output = session(line, dir.path());
                real.push_str(&format!("$ {line}\n{output}"));
                sessions += 1;
            }
        }
        real.push_str(&format!("```{after}"));
    }
    assert!(sessions >= 4, "{sessions} sessions");
    if std::env::var_os("KLACHT_BLESS").is_some() {
        std::fs::write(root.join("README.md"), &real).unwrap();
    } else {
        assert_eq!(text, real, "KLACHT_BLESS=1 writes it anew");
    }
}
