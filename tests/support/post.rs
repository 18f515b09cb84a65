//! A register in a repository from which notices are sent.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "shared by tests that each use a part, and a test may panic"
)]

use std::io::Write as _;
use std::process::{Child, Command, Output, Stdio};

use super::history::{PROCEDURE, Work};

const DAY: &str = "2026-04-20";

/// A register whose organisation can send.
pub fn work() -> Work {
    let mut work = Work::empty();
    let procedure = PROCEDURE.replace(
        "name: Voorbeeld Re-integratie BV",
        "name: Voorbeeld Re-integratie BV\n  email: klachten@voorbeeld.example\n  site: https://k.example.org",
    );
    work.put("procedure.yaml", &procedure);
    work.commit("a.smits", "2026-03-01", "Adres");
    work
}

pub fn start(work: &Work, args: &[&str], env: &[(&str, &str)], stdin: &str) -> Child {
    let mut child = Command::new(env!("CARGO_BIN_EXE_klacht"))
        .args(args)
        .args(["--as-of", DAY])
        .current_dir(work.dir.path())
        .env_clear()
        .envs(env.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(stdin.as_bytes()).unwrap();
    child
}

pub fn line(old: git2::Oid, new: git2::Oid) -> String {
    format!("{old} {new} refs/heads/main\n")
}

pub fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}
