//! Kills at random moments while a step is recorded, taken back or sent, or the site is built: nothing is lost, nothing stays stuck.
//!
//! ```console
//! $ cargo bench --bench kills            # 1,000 kills
//! $ cargo bench --bench kills -- 90
//! ```
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement takes the time and prints it"
)]

#[path = "../tests/support/clones.rs"]
mod clones;
#[path = "../tests/support/kills.rs"]
mod kills;

fn main() {
    let given = std::env::args().find_map(|arg| arg.parse().ok());
    println!("{}", kills::run(given.unwrap_or(1000)));
}
