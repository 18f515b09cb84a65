//! Measures judging a history beside what git itself takes to walk it: wall and CPU seconds and peak memory of whole processes.
//!
//! `cargo bench --bench history` makes a repository of 10,000 cases over eight years, one commit a step, and prints side by side
//! what `klacht check --history` takes from nothing and `git log --raw --no-renames`; the same with every verdict remembered; and
//! a push of one commit judged beside `git diff-tree -r` of it. Another number of cases can be given, and over how many years:
//! `cargo bench --bench history -- 1000 8`. What the figures are to be, and what they were, is in `docs/performance.md`.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement takes the time and prints it"
)]

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use git2::{Repository, RepositoryInitOptions};
use klacht::demo::Demo;
use klacht::demo::repository::write_history;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How often each program runs, in turn with its neighbour; the least that it took counts, for a busy machine only ever adds.
const ROUNDS: usize = 5;

/// How often a program runs that takes milliseconds.
const QUICK_ROUNDS: usize = 40;

/// The last year with cases, over at its end.
const LAST_YEAR: u16 = 2025;

fn main() -> Outcome<()> {
    let args: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| arg != "--bench")
        .collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["--measure", program, rest @ ..] => measure_child(program, rest),
        [] => compare(10_000, 8),
        [cases] => compare(cases.parse()?, 8),
        [cases, years, ..] => compare(cases.parse()?, years.parse()?),
    }
}

fn compare(cases: usize, years: u16) -> Outcome<()> {
    let place =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-history-{cases}-{years}"));
    let server = Server::made(&place, cases, years)?;
    let verdicts = server.dir.join("klacht");
    let klacht = env!("CARGO_BIN_EXE_klacht");
    let dir = text(&server.dir)?;
    let forget = || match fs::remove_dir_all(&verdicts) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    };
    let log = ["git", "-C", dir, "log", "--raw", "--no-renames"];
    let check = [klacht, "--register", dir, "check", "--history"];

    println!("all of the history:");
    let (git, judged) = side_by_side(ROUNDS, [&log, &check], "", &[], forget)?;
    print_row("git log --raw", git, git);
    print_row("klacht check --history", judged, git);

    println!("everything remembered:");
    let (git, judged) = side_by_side(ROUNDS, [&log, &check], "", &[], || Ok(()))?;
    print_row("git log --raw", git, git);
    print_row("klacht check --history", judged, git);

    println!("a push of one commit:");
    let diff = ["git", "-C", dir, "diff-tree", "-r", &server.pushed];
    let push = [klacht, "--register", dir, "check", "--push"];
    let line = format!("{} {} refs/heads/main\n", server.tip, server.pushed);
    server.keep_remembered()?;
    let forget_one = || server.forget_pushed();
    let env = quarantined(&server.dir)?;
    let (git, judged) = side_by_side(QUICK_ROUNDS, [&diff, &push], &line, &env, forget_one)?;
    print_row("git diff-tree -r", git, git);
    print_row("klacht check --push", judged, git);
    Ok(())
}

/// A bare repository as it is on a server: a history, and objects of one commit more that is being pushed.
struct Server {
    dir: PathBuf,
    tip: String,
    pushed: String,
}

impl Server {
    /// Makes the repository, or takes the one that an earlier run made.
    fn made(dir: &Path, cases: usize, years: u16) -> Outcome<Self> {
        let done = dir.join("made");
        if !done.exists() {
            if dir.exists() {
                fs::remove_dir_all(dir)?;
            }
            let start = Instant::now();
            let mut options = RepositoryInitOptions::new();
            options.bare(true).initial_head("main");
            let repository = Repository::init_opts(dir, &options)?;
            let demo = Demo {
                seed: 1,
                cases,
                first_year: LAST_YEAR + 1 - years,
                years,
                as_of: "2025-12-31".parse().map_err(|_| "a date")?,
            };
            let history = write_history(&repository, &demo, "refs/heads/main")?;
            println!("made in {:.0} s", start.elapsed().as_secs_f64());
            let start = Instant::now();
            // The last commit comes in as a push does: its objects lie apart until it is accepted, and nowhere else.
            let wanted = format!(
                "{}\n^{}\n",
                history.tip,
                git(dir, &["rev-parse", "main~1"])?
            );
            let objects = git_with(
                dir,
                &["pack-objects", "--revs", "--thin", "--stdout", "-q"],
                wanted.as_bytes(),
                &[],
            )?;
            git(dir, &["update-ref", "refs/heads/main", "main~1"])?;
            git(dir, &["repack", "-adq"])?;
            fs::create_dir_all(dir.join(QUARANTINE))?;
            git_with(dir, &["unpack-objects", "-q"], &objects, &quarantined(dir)?)?;
            git(
                dir,
                &["config", "klacht.trustRoot", &history.root.to_string()],
            )?;
            git(dir, &["config", "klacht.register", "complaints"])?;
            println!("packed in {:.0} s", start.elapsed().as_secs_f64());
            fs::write(done, format!("{} {}", history.commits, history.tip))?;
        }
        let made = fs::read_to_string(dir.join("made"))?;
        let (commits, pushed) = made.split_once(' ').ok_or("not made")?;
        println!("{cases} cases over {years} years: {commits} commits");
        Ok(Self {
            dir: dir.to_owned(),
            tip: git(dir, &["rev-parse", "main"])?,
            pushed: pushed.to_owned(),
        })
    }

    /// Keeps what is remembered before the push; what an earlier run kept was under its rules.
    fn keep_remembered(&self) -> std::io::Result<()> {
        let kept = self.dir.join("remembered");
        if kept.exists() {
            fs::remove_dir_all(&kept)?;
        }
        copy(&self.dir.join("klacht"), &kept)
    }

    /// Puts back what was remembered before the push.
    fn forget_pushed(&self) -> std::io::Result<()> {
        let now = self.dir.join("klacht");
        fs::remove_dir_all(&now)?;
        copy(&self.dir.join("remembered"), &now)
    }
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Where git keeps what was received and is not accepted yet.
const QUARANTINE: &str = "objects/tmp_objdir-incoming-bench";

type Environment = Vec<(&'static str, PathBuf)>;

/// What git puts into the environment of `pre-receive`.
fn quarantined(dir: &Path) -> Outcome<Environment> {
    let quarantine = dir.join(QUARANTINE).canonicalize()?;
    Ok(vec![
        ("GIT_DIR", dir.canonicalize()?),
        ("GIT_QUARANTINE_PATH", quarantine.clone()),
        ("GIT_OBJECT_DIRECTORY", quarantine),
        (
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            dir.join("objects").canonicalize()?,
        ),
    ])
}

fn git(dir: &Path, args: &[&str]) -> Outcome<String> {
    let output = git_with(dir, args, b"", &[])?;
    Ok(String::from_utf8(output)?.trim().to_owned())
}

fn git_with(dir: &Path, args: &[&str], input: &[u8], env: &[(&str, PathBuf)]) -> Outcome<Vec<u8>> {
    let mut child = Command::new("git")
        .arg("-C")
        .arg(dir)
        .args(args)
        .envs(env.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    child.stdin.take().ok_or("no input")?.write_all(input)?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(output.stdout)
}

fn text(path: &Path) -> Outcome<&str> {
    Ok(path.to_str().ok_or("a path that is not text")?)
}

/// What a process took.
#[derive(Debug, Clone, Copy)]
struct Taken {
    wall_seconds: f64,
    /// User and system time, of all threads.
    cpu_seconds: f64,
    /// Resident memory at its highest.
    peak_megabytes: f64,
}

impl Taken {
    /// Takes the best of each.
    fn best(self, other: Option<Self>) -> Self {
        other.map_or(self, |other| Self {
            wall_seconds: self.wall_seconds.min(other.wall_seconds),
            cpu_seconds: self.cpu_seconds.min(other.cpu_seconds),
            peak_megabytes: self.peak_megabytes.max(other.peak_megabytes),
        })
    }
}

/// Runs two commands in turn; `before` is done before the second. The first round warms up and does not count.
fn side_by_side(
    rounds: usize,
    commands: [&[&str]; 2],
    input: &str,
    env: &[(&'static str, PathBuf)],
    before: impl Fn() -> std::io::Result<()>,
) -> Outcome<(Taken, Taken)> {
    let mut best = (None, None);
    for round in 0..=rounds {
        let one = measure(commands[0], input, env)?;
        before()?;
        let two = measure(commands[1], input, env)?;
        if round > 0 {
            best = (Some(one.best(best.0)), Some(two.best(best.1)));
        }
    }
    let (one, two) = best;
    Ok((one.ok_or("no rounds")?, two.ok_or("no rounds")?))
}

/// Has this program run a command and say what that took.
fn measure(command: &[&str], input: &str, env: &[(&'static str, PathBuf)]) -> Outcome<Taken> {
    let mut child = Command::new(std::env::current_exe()?)
        .arg("--measure")
        .args(command)
        .envs(env.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    child
        .stdin
        .take()
        .ok_or("no input")?
        .write_all(input.as_bytes())?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr)
            .trim()
            .to_owned()
            .into());
    }
    let text = String::from_utf8(output.stdout)?;
    let mut figures = text.split_whitespace().map(str::parse);
    let mut figure = || figures.next().ok_or("no figures");
    Ok(Taken {
        wall_seconds: figure()??,
        cpu_seconds: figure()??,
        peak_megabytes: figure()??,
    })
}

#[cfg(unix)]
fn measure_child(program: &str, args: &[&str]) -> Outcome<()> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;

    let start = Instant::now();
    let status = Command::new(program)
        .args(args)
        .stdout(Stdio::null())
        .status()?;
    let wall = start.elapsed().as_secs_f64();
    if !status.success() {
        return Err(format!("{program}: {status}").into());
    }
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let cpu = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    println!(
        "{wall} {} {}",
        cpu as f64 / 1e6,
        usage.max_rss() as f64 / 1024.0
    );
    Ok(())
}

#[cfg(not(unix))]
fn measure_child(_: &str, _: &[&str]) -> Outcome<()> {
    Err("the CPU time of a process is measured on Unix only".into())
}

fn print_row(name: &str, taken: Taken, beside: Taken) {
    println!(
        "  {name:<24} wall {:>8.4} s ({:>5.2} x)   CPU {:>8.4} s ({:>5.2} x)   peak {:>6.1} MB",
        taken.wall_seconds,
        taken.wall_seconds / beside.wall_seconds,
        taken.cpu_seconds,
        taken.cpu_seconds / beside.cpu_seconds,
        taken.peak_megabytes
    );
}
