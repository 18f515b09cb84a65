//! What a test leaves out where a program is not installed.
#![allow(clippy::print_stderr, reason = "a test says what it could not try")]

/// Says what is left out, and why; where `KLACHT_ALL` is set, as in CI, that is a failure.
pub fn skipped(what: &str, why: &str) {
    assert!(std::env::var_os("KLACHT_ALL").is_none(), "{what}: {why}");
    eprintln!("SKIPPED: {what}, because {why}");
}
