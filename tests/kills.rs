//! The smaller version of `cargo bench --bench kills`: the program, what it starts, and the server killed at random moments.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "support/clones.rs"]
mod clones;
#[path = "support/kills.rs"]
mod kills;

#[test]
fn nothing_is_lost_or_stuck_after_a_kill() {
    println!("{}", kills::run(24));
}
