//! The program as it makes letters of a register with one case.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "shared by tests that each use a part, and a test may panic"
)]

use std::path::Path;
use std::process::{Command, Output};

pub const RECORD: &str = "2026/2026-0001/complaint.yaml";
pub const ACKNOWLEDGED: &str = "\n- step: assigned\n  date: 2026-03-03\n  by: c.janssen\n  handler: p.vos\n  function: Manager\n\n\
    - step: acknowledged\n  date: 2026-03-05\n  by: p.vos\n  summary: Twee keer afgezegd.\n  occurred: {date: 2026-02-26, place: Stein}\n  \
    next_steps: Gesprek en verslag.\n  expected_by: 2026-04-10\n  channel: letter\n";

pub fn klacht(dir: &Path, args: &[&str]) -> Output {
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

pub fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", stderr(output));
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}
