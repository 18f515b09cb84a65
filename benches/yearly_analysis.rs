//! Measures what the analysis of a year takes of the whole build.
//!
//! `cargo bench --bench yearly_analysis` makes a register of 30,000 complaints in three years, a third of them in the year that is
//! analysed, and prints the CPU seconds of `klacht build` as a whole process, and those of one year's figures and pages. Another
//! number of complaints a year can be given: `cargo bench --bench yearly_analysis -- 1000`.

#![allow(clippy::print_stdout, reason = "a program of its own, whose output is what it is for")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use klacht::analysis::figures::{facts, figures};
use klacht::demo::{Demo, write_register};
use klacht::history::trail::Past;
use klacht::locale::Locale;
use klacht::register::read::load_register;
use klacht::rules;
use klacht::site::{Page, Source, render};
use klacht::words::{Day, Language};

/// The program's own allocator, or its parts would take longer here than in it.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How often each is measured, in turn; the least that it took counts, for a busy machine only ever adds.
const ROUNDS: usize = 5;

/// The year whose analysis is measured, and the day on which it is.
const YEAR: u16 = 2025;
const AS_OF: &str = "2026-01-31";

fn main() -> Outcome<()> {
    let mut args = std::env::args().skip(1).filter(|arg| arg != "--bench");
    let cases: usize = args.next().map_or(Ok(10_000), |cases| cases.parse())?;
    let as_of: Day = AS_OF.parse().map_err(|_| AS_OF)?;
    let scratch = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench-yearly");
    if scratch.exists() {
        std::fs::remove_dir_all(&scratch)?;
    }
    let root = scratch.join("register");
    write_register(
        &root,
        &Demo {
            seed: 1,
            cases: cases * 3,
            first_year: YEAR - 2,
            years: 3,
            as_of,
        },
    )?;
    let (mut build, mut analysis) = (f64::INFINITY, Analysis::never());
    // The first round finds the files on the disk, the others in memory.
    for round in 0..=ROUNDS {
        let built = build_seconds(&root, &scratch.join("site"))?;
        let analysed = analyse(&root, as_of)?;
        if round > 0 {
            build = build.min(built);
            if analysed.figures + analysed.pages < analysis.figures + analysis.pages {
                analysis = analysed;
            }
        }
    }
    let taken = analysis.figures + analysis.pages;
    println!("{} cases in three years:", cases * 3);
    println!("  klacht build   {build:>8.3} CPU s");
    println!(
        "  analysis {YEAR}  {taken:>8.3} CPU s ({} complaints: figures {:.3}, page and files {:.3})",
        analysis.received, analysis.figures, analysis.pages
    );
    println!("  share          {:>8.1} %", 100.0 * taken / build);
    Ok(())
}

/// What one year's analysis takes, in seconds of CPU time.
struct Analysis {
    /// The complaints received in the year.
    received: usize,
    /// Counting the cases and computing every figure.
    figures: f64,
    /// Rendering the pages, and writing the figures as CSV and JSON.
    pages: f64,
}

impl Analysis {
    const fn never() -> Self {
        Self {
            received: 0,
            figures: f64::INFINITY,
            pages: f64::INFINITY,
        }
    }
}

/// Analyses and renders one year of a register.
fn analyse(root: &Path, as_of: Day) -> Outcome<Analysis> {
    let register = load_register(root)?.register;
    let findings = rules::check(&register, as_of);
    let start = cpu_seconds();
    let computed = figures(&register, &facts(&register, as_of), as_of, i32::from(YEAR));
    let taken = cpu_seconds() - start;
    let locale = Locale::of(Language::Nl);
    let source = Source {
        register: &register,
        findings: &findings,
        as_of,
        locale,
        commit: None,
        past: &Past::Absent,
        templates: None,
    };
    let name = format!("analysis-{YEAR}.");
    let (mut pages, mut before) = (0.0, cpu_seconds());
    // A page takes what passes between the page before it and itself.
    let mut sink = |page: Page| {
        let now = cpu_seconds();
        if page.path.starts_with(&name) {
            pages += now - before;
        }
        before = now;
        Ok(())
    };
    render(&source, &mut sink, &mut |_, _| {}).map_err(|error| error.text(locale))?;
    Ok(Analysis {
        received: computed.received.len(),
        figures: taken,
        pages,
    })
}

/// Builds the site of a register, and gives the CPU time of the process.
fn build_seconds(root: &Path, site: &Path) -> Outcome<f64> {
    let before = children_seconds();
    let status = Command::new(env!("CARGO_BIN_EXE_klacht"))
        .arg("--register")
        .arg(root)
        .args(["build", "--force", "--out"])
        .arg(site)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()?;
    if !status.success() {
        return Err(format!("klacht build: {status}").into());
    }
    Ok(children_seconds() - before)
}

/// Gives the CPU time that this process has taken so far.
fn cpu_seconds() -> f64 {
    seconds(Whose::Own)
}

/// Gives the CPU time of the processes that this one has waited for.
fn children_seconds() -> f64 {
    seconds(Whose::Children)
}

enum Whose {
    Own,
    Children,
}

#[cfg(unix)]
fn seconds(whose: Whose) -> f64 {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;

    let whose = match whose {
        Whose::Own => UsageWho::RUSAGE_SELF,
        Whose::Children => UsageWho::RUSAGE_CHILDREN,
    };
    getrusage(whose).map_or(f64::NAN, |usage| {
        (usage.user_time().num_microseconds() + usage.system_time().num_microseconds()) as f64 / 1e6
    })
}

#[cfg(not(unix))]
fn seconds(_: Whose) -> f64 {
    f64::NAN
}
