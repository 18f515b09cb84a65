//! Measures the program on large registers: CPU seconds and peak memory of whole processes.
//!
//! `cargo bench --bench register` makes registers of 1,000 and 10,000 cases and prints, for each, what `klacht check` and
//! `klacht build` take beside a program that only walks, reads and parses the same files, and beside other tools where they are
//! installed. Numbers of cases can be given as arguments: `cargo bench --bench register -- 1000`. What the figures are to be,
//! and what they were, is in `docs/performance.md`.
//!
//! The program calls itself again, as the reference and to measure one child at a time: the operating system gives the
//! CPU time and peak memory of a process's children together.

#![allow(clippy::print_stdout, reason = "a program of its own, whose output is what it is for")]

#[path = "reference/like_pages.rs"]
mod like_pages;
#[path = "reference/page_as_markdown.rs"]
mod page_as_markdown;
#[path = "reference/walk_and_parse.rs"]
mod walk_and_parse;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use klacht::demo::{Demo, write_register};
use like_pages::{Filling, write_like_pages};
use walk_and_parse::walk_and_parse;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How often each program runs, in turn with the others; the least that it took counts, for a busy machine only ever adds.
const ROUNDS: usize = 5;

/// Stands in a command for the number of the round.
const ROUND: &str = "{round}";

/// Rounds of a program that takes minutes.
const SLOW_ROUNDS: usize = 1;

/// The reference date of the registers.
const AS_OF: &str = "2026-06-30";

fn main() -> Outcome<()> {
    let args: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| arg != "--bench")
        .collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["--measure", program, rest @ ..] => measure_child(program, rest),
        ["--reference", root] => walk_and_parse(Path::new(root)).map(drop),
        ["--generate", cases, root] => generate(cases.parse()?, Path::new(root)),
        [] => compare(&[1_000, 10_000]),
        sizes => compare(
            &sizes
                .iter()
                .map(|size| size.parse())
                .collect::<Result<Vec<usize>, _>>()?,
        ),
    }
}

/// Writes a register as it is measured: five years, of which the last is half over.
fn generate(cases: usize, root: &Path) -> Outcome<()> {
    if root.exists() {
        std::fs::remove_dir_all(root)?;
    }
    Ok(write_register(
        root,
        &Demo {
            seed: 1,
            cases,
            first_year: 2022,
            years: 5,
            as_of: AS_OF.parse().map_err(|_| AS_OF)?,
        },
    )?)
}

/// What a process took.
#[derive(Debug, Clone, Copy)]
struct Taken {
    /// User and system time.
    cpu_seconds: f64,
    /// Resident memory at its highest.
    peak_megabytes: f64,
}

/// A program beside others, with what it took at the best of times, or why it cannot be said.
struct Contender {
    name: &'static str,
    command: Vec<String>,
    rounds: usize,
    best: Result<Option<Taken>, String>,
}

fn contender(name: &'static str, rounds: usize, command: &[&str]) -> Contender {
    let command = command.iter().map(|&word| word.to_owned()).collect();
    Contender {
        name,
        command,
        rounds,
        best: Ok(None),
    }
}

impl Contender {
    fn taken(&self) -> Option<Taken> {
        self.best.as_ref().ok().copied().flatten()
    }
}

fn compare(sizes: &[usize]) -> Outcome<()> {
    let scratch = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench-register");
    let mut linear: Vec<(usize, Vec<(&'static str, Taken)>)> = Vec::new();
    for &cases in sizes {
        let root = scratch.join(format!("register-{cases}"));
        generate(cases, &root)?;
        println!("{cases} cases: {}", size_of(&root)?);
        let mut contenders = contenders(&root, &scratch.join(format!("others-{cases}")))?;
        run_in_turn(&mut contenders);
        print_table(&contenders);
        linear.push((
            cases,
            contenders
                .iter()
                .filter_map(|c| Some((c.name, c.taken()?)))
                .collect(),
        ));
    }
    for pair in linear.windows(2) {
        let [(few, small), (many, large)] = pair else {
            continue;
        };
        println!("from {few} to {many} cases:");
        for (name, large) in large {
            if let Some((_, small)) = small.iter().find(|(other, _)| other == name) {
                println!(
                    "  {name:<24} {:>8.1} x the CPU time",
                    large.cpu_seconds / small.cpu_seconds
                );
            }
        }
    }
    Ok(())
}

/// Lists the programs that are to run, and says which are not there.
fn contenders(root: &Path, scratch: &Path) -> Outcome<Vec<Contender>> {
    let klacht = env!("CARGO_BIN_EXE_klacht");
    let this = std::env::current_exe()?;
    let (site, schemas) = (scratch.join("site"), scratch.join("schemas"));
    // Every round has a directory of its own.
    let new_site = scratch.join(format!("new-site-{ROUND}"));
    let (root, site, new_site) = (text(root)?, text(&site)?, text(&new_site)?);
    for round in 0..=ROUNDS {
        let site = scratch.join(format!("new-site-{round}"));
        if site.exists() {
            std::fs::remove_dir_all(site)?;
        }
    }
    let build = |site| {
        [
            klacht,
            "--register",
            root,
            "build",
            "--force",
            "--out",
            site,
        ]
    };
    let mut all = vec![
        contender("reference", ROUNDS, &[text(&this)?, "--reference", root]),
        contender(
            "klacht check",
            ROUNDS,
            &[klacht, "--register", root, "check"],
        ),
        contender("klacht build, once more", ROUNDS, &build(site)),
        contender("klacht build, new site", ROUNDS, &build(new_site)),
    ];
    for (name, script) in [
        ("check-jsonschema", "check_jsonschema.sh"),
        ("ajv", "ajv.sh"),
    ] {
        let script = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("benches/reference")
            .join(script);
        let command = |verb| {
            Ok::<_, Box<dyn Error>>(["sh", text(&script)?, verb, klacht, root, text(&schemas)?])
        };
        if runs(&command("there")?) && runs(&command("prepare")?) {
            all.push(contender(name, SLOW_ROUNDS, &command("run")?));
        } else {
            println!(
                "  {name}: not there; `benches/reference/{} install` gets it",
                text(&script)?.rsplit('/').next().unwrap_or_default()
            );
        }
    }
    if !runs(&["hugo", "version"]) {
        println!("  hugo: not there");
    } else if runs(&build(site)) {
        all.extend(hugo(Path::new(site), scratch)?);
    }
    Ok(all)
}

/// Gives Hugo with pages like those of a site: of what they say, and of prose.
fn hugo(site: &Path, scratch: &Path) -> Outcome<Vec<Contender>> {
    let mut all = Vec::new();
    for (name, filling) in [
        ("hugo, the same pages", Filling::Itself),
        ("hugo, prose", Filling::Prose),
    ] {
        let kind = name.replace([',', ' '], "");
        let (hugo, target) = (scratch.join(&kind), scratch.join(format!("{kind}-site")));
        let pages = write_like_pages(site, &hugo, filling)?;
        println!("  {name}: {pages} pages of the sizes that klacht writes");
        let command = [
            "hugo",
            "--source",
            text(&hugo)?,
            "--destination",
            text(&target)?,
            "--quiet",
            "--noTimes",
            "--cleanDestinationDir",
        ];
        all.push(contender(name, ROUNDS, &command));
    }
    Ok(all)
}

fn text(path: &Path) -> Outcome<&str> {
    Ok(path.to_str().ok_or("a path that is not text")?)
}

/// Runs a command for its effect; tells whether it went well.
fn runs(command: &[&str]) -> bool {
    let quiet = Command::new(command[0])
        .args(&command[1..])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    quiet.is_ok_and(|status| status.success())
}

fn run_in_turn(contenders: &mut [Contender]) {
    // The first round finds the files on the disk, the others in memory.
    for round in 0..=ROUNDS {
        for contender in contenders
            .iter_mut()
            .filter(|contender| round <= contender.rounds)
        {
            let Ok(best) = contender.best else { continue };
            let warm = round > 0 || contender.rounds == SLOW_ROUNDS;
            let command = contender.command.iter();
            let command = command.map(|word| word.replace(ROUND, &round.to_string()));
            contender.best = match measure(&command.collect::<Vec<_>>()) {
                Ok(taken) if warm => Ok(Some(
                    best.filter(|best| best.cpu_seconds <= taken.cpu_seconds)
                        .unwrap_or(taken),
                )),
                Ok(_) => Ok(best),
                Err(error) => Err(error.to_string()),
            };
        }
    }
}

/// Has this program run a command and say what that took.
fn measure(command: &[String]) -> Outcome<Taken> {
    let output = Command::new(std::env::current_exe()?)
        .arg("--measure")
        .args(command)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr)
            .trim()
            .to_owned()
            .into());
    }
    let text = String::from_utf8(output.stdout)?;
    let (cpu, peak) = text.trim().split_once(' ').ok_or("no figures")?;
    Ok(Taken {
        cpu_seconds: cpu.parse()?,
        peak_megabytes: peak.parse()?,
    })
}

#[cfg(unix)]
fn measure_child(program: &str, args: &[&str]) -> Outcome<()> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;

    let status = Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()?;
    if !status.success() {
        return Err(format!("{program}: {status}").into());
    }
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let cpu = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    println!("{} {}", cpu as f64 / 1e6, usage.max_rss() as f64 / 1024.0);
    Ok(())
}

#[cfg(not(unix))]
fn measure_child(_: &str, _: &[&str]) -> Outcome<()> {
    Err("the CPU time of a process is measured on Unix only".into())
}

fn print_table(contenders: &[Contender]) {
    let reference = contenders
        .iter()
        .find(|c| c.name == "reference")
        .and_then(Contender::taken);
    println!(
        "  {:<24} {:>10} {:>10} {:>12}",
        "", "CPU s", "peak MB", "x reference"
    );
    for contender in contenders {
        let Some(best) = contender.taken() else {
            let why = contender.best.as_ref().err().map_or("", String::as_str);
            println!("  {:<24} not measured: {why}", contender.name);
            continue;
        };
        let ratio = reference.map_or(f64::NAN, |reference| {
            best.cpu_seconds / reference.cpu_seconds
        });
        println!(
            "  {:<24} {:>10.3} {:>10.1} {ratio:>12.2}",
            contender.name, best.cpu_seconds, best.peak_megabytes
        );
    }
}

/// Counts files, lines and bytes of the records, so that figures can be compared with those of another day.
fn size_of(root: &Path) -> Outcome<String> {
    let (mut files, mut yaml, mut lines, mut records, mut bytes) = (0, 0, 0, 0, 0);
    for entry in walkdir::WalkDir::new(root) {
        let entry = entry?;
        files += usize::from(entry.file_type().is_file());
        if entry
            .path()
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            let text = std::fs::read_to_string(entry.path())?;
            yaml += 1;
            bytes += text.len();
            if entry.file_name() == "complaint.yaml" {
                records += 1;
                lines += text.lines().count();
            }
        }
    }
    let average = lines / records.max(1);
    Ok(format!(
        "{files} files, of which {yaml} in YAML with {} kB; a record has {average} lines",
        bytes / 1000
    ))
}
