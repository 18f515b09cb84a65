//! The program: arguments in, exit code out. The only place where the clock is read.

use std::process::ExitCode;

use chrono_tz::Europe::Amsterdam;
use klacht::cli::{Outcome, run};
use klacht::words::Day;

#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    #[expect(clippy::disallowed_methods, reason = "here, once, and nowhere else")]
    let now = chrono::Utc::now();
    let today = Day(now.with_timezone(&Amsterdam).date_naive());
    match run(std::env::args_os(), today, now.timestamp()) {
        Outcome::Clean => ExitCode::SUCCESS,
        Outcome::Found => ExitCode::from(1),
        Outcome::Failed => ExitCode::from(2),
    }
}
