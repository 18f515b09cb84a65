//! A made-up register as a history in git: the policy first, then one commit a step by whoever took it.
//!
//! `git fast-import` writes the objects, for it streams them into one pack: 80,000 commits take seconds. The same demo gives the
//! same ids.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Read, Write};
use std::process::{Command, Stdio};

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Europe::Amsterdam;
use git2::{Oid, Repository, Signature, Time};

use super::{Demo, DemoCase, by_date};
use crate::args;
use crate::history::{Error, proposal};
use crate::locale::Locale;
use crate::register::staff::{Person, Role};
use crate::words::{CaseId, Day, Language, StaffId};

/// The directory of the register in the repository.
pub const DIR: &str = "complaints";

/// When the first step of a day is recorded, and within how long the last, in seconds: office hours.
const OPENS: usize = 8 * 3600 + 1800;
const OPEN_FOR: usize = 8 * 3600;

/// When all steps of a day have been recorded, in seconds after the first.
pub(super) const AFTER_HOURS: usize = OPEN_FOR + 600;

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct History {
    /// The first commit, which holds the policy: the trust root.
    pub root: Oid,
    /// The last commit.
    pub tip: Oid,
    /// How many commits there are.
    pub commits: usize,
}

/// Writes a made-up register into a repository, on a branch that is not checked out there; `branch` is a full name.
///
/// # Errors
/// When git cannot be run, or the repository cannot be written.
pub fn write_history(repository: &Repository, demo: &Demo, branch: &str) -> Result<History, Error> {
    let cases: Vec<DemoCase> = demo.cases().collect();
    let steps = by_date(&cases);
    let root = write_root(
        repository,
        demo,
        &steps.first().map(|(_, first)| first.step.date),
    )?;
    repository.reference(branch, root, false, "demo")?;
    if !steps.is_empty() {
        let mut stream = Stream::start(repository)?;
        let written = write_steps(&mut stream, demo, &steps, branch, root);
        stream.end(written)?;
        repository.odb()?.refresh()?;
    }
    Ok(History {
        root,
        tip: repository.refname_to_id(branch)?,
        commits: steps.len() + 1,
    })
}

/// Writes the first commit: staff and procedure, by an administrator, before anything happened.
fn write_root(repository: &Repository, demo: &Demo, first: &Option<Day>) -> Result<Oid, Error> {
    let mut register = repository.treebuilder(None)?;
    for file in demo.policy() {
        let blob = repository.blob(file.text.as_bytes())?;
        register.insert(file.path, blob, 0o100_644)?;
    }
    let mut tree = repository.treebuilder(None)?;
    tree.insert(DIR, register.write()?, 0o040_000)?;
    let tree = repository.find_tree(tree.write()?)?;

    let new_year = NaiveDate::from_ymd_opt(i32::from(demo.first_year), 1, 1).unwrap_or_default();
    let day = first.map_or(new_year, |first| first.0.min(new_year)) - Days::new(1);
    let (time, offset) = moment(Day(day), 0);
    let staff = demo.staff().staff;
    let made_by = staff.iter().find(|person| person.has(Role::Administrator));
    let (name, email) = made_by.map_or(("klacht", "klacht@voorbeeld.example"), |person| {
        (person.name.as_str(), person.email.as_str())
    });
    let signature = Signature::new(name, email, &Time::new(time, offset))?;
    let message = "Medewerkers en reglement van het register";
    Ok(repository.commit(None, &signature, &signature, message, &tree, &[])?)
}

/// Gives a moment of a day in seconds since 1970, and how many minutes Amsterdam is ahead then.
pub(super) fn moment(day: Day, seconds: usize) -> (i64, i32) {
    use chrono::Offset;
    let seconds = i64::try_from(OPENS + seconds).unwrap_or(0);
    let local = day.0.and_time(NaiveTime::MIN) + TimeDelta::seconds(seconds);
    // Clocks change at night.
    let time = local.and_local_timezone(Amsterdam).earliest();
    let offset = time.map_or(0, |time| time.offset().fix().local_minus_utc());
    (local.and_utc().timestamp() - i64::from(offset), offset / 60)
}

fn write_steps(
    out: &mut impl Write,
    demo: &Demo,
    steps: &[(&DemoCase, &super::DemoStep)],
    branch: &str,
    root: Oid,
) -> io::Result<()> {
    let locale = Locale::of(Language::Nl);
    let staff = demo.staff().staff;
    let people: BTreeMap<&StaffId, &Person> =
        staff.iter().map(|person| (&person.id, person)).collect();
    // The record of each case and how many steps it has, until it is whole.
    let mut records: BTreeMap<CaseId, (String, usize)> = BTreeMap::new();
    let mut from = format!("from {root}\n");
    for today in steps.chunk_by(|(_, a), (_, b)| a.step.date == b.step.date) {
        for (nth, (case, step)) in today.iter().enumerate() {
            let (record, count) = records
                .entry(case.id)
                .or_insert_with(|| (case.opening(), 0));
            record.push_str(&step.text());
            *count += 1;
            let (time, offset) = moment(step.step.date, nth * OPEN_FOR / today.len());
            let zone = format!("+{:02}{:02}", offset / 60, offset % 60);
            let (name, email) = people.get(&step.step.by).map_or(("", ""), |person| {
                (person.name.as_str(), person.email.as_str())
            });
            let message = proposal(case.id, *count, step.step.kind(), locale);
            write!(
                out,
                "commit {branch}\nauthor {name} <{email}> {time} {zone}\ncommitter {name} <{email}> {time} {zone}\n\
                 data {}\n{message}\n\n{from}",
                message.len() + 1
            )?;
            from.clear();
            let dir = format!("{DIR}/{}", case.dir());
            write_file(out, &format!("{dir}/complaint.yaml"), record)?;
            for file in &step.files {
                write_file(out, &format!("{dir}/private/{}", file.path), &file.text)?;
            }
            if *count == case.steps.len() {
                records.remove(&case.id);
            }
        }
    }
    out.write_all(b"done\n")
}

fn write_file(out: &mut impl Write, path: &str, text: &str) -> io::Result<()> {
    write!(out, "M 100644 inline {path}\ndata {}\n{text}\n", text.len())
}

/// A running `git fast-import`.
struct Stream {
    child: std::process::Child,
    input: BufWriter<std::process::ChildStdin>,
}

impl Stream {
    fn start(repository: &Repository) -> Result<Self, Error> {
        let mut command = Command::new("git");
        // It is this repository that is meant, whatever a hook or a shell says.
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("GIT_") {
                command.env_remove(name);
            }
        }
        let failed = |error| Error::Io("git".into(), error);
        let mut child = command
            .arg("--git-dir")
            .arg(repository.path())
            .args(["fast-import", "--quiet", "--done", "--date-format=raw"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let input = child
            .stdin
            .take()
            .ok_or_else(|| failed(io::ErrorKind::BrokenPipe.into()))?;
        Ok(Self {
            child,
            input: BufWriter::with_capacity(1 << 16, input),
        })
    }

    /// Waits for the end; what git says is more than that it stopped listening.
    fn end(self, written: io::Result<()>) -> Result<(), Error> {
        let Self { mut child, input } = self;
        let written = written.and(input.into_inner().map(drop).map_err(Into::into));
        let mut said = String::new();
        if let Some(mut errors) = child.stderr.take() {
            // Without it, the exit code still tells.
            let _ = errors.read_to_string(&mut said);
        }
        let status = child
            .wait()
            .map_err(|error| Error::Io("git".into(), error))?;
        if !status.success() {
            let reason = said.trim();
            return Err(Error::User("history-git", args!(reason: reason)));
        }
        written.map_err(|error| Error::Io("git".into(), error))
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.input.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.input.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::word;
    use crate::history::{Kind, RegisterRepo, check_history};

    fn written(demo: &Demo) -> (tempfile::TempDir, Repository, History) {
        let dir = tempfile::tempdir().unwrap();
        let mut options = git2::RepositoryInitOptions::new();
        options.bare(true).initial_head("main");
        let repository = Repository::init_opts(dir.path(), &options).unwrap();
        let history = write_history(&repository, demo, "refs/heads/main").unwrap();
        (dir, repository, history)
    }

    #[test]
    fn every_commit_of_it_is_accepted_and_the_ids_are_the_same_every_time() {
        let demo = Demo {
            seed: 3,
            cases: 60,
            first_year: 2023,
            years: 3,
            as_of: word("2025-11-20"),
        };
        let (dir, _repository, history) = written(&demo);
        assert!(history.commits > 300, "{history:?}");
        let mut register = RegisterRepo::open(dir.path(), None).unwrap();
        register.settings.trust_root = Some(history.root);
        let walk = check_history(&register, None, 1_800_000_000).unwrap();
        assert!(walk.faults.is_empty(), "{:?}", walk.faults);
        assert_eq!(
            (
                walk.tip,
                walk.count(|judged| matches!(judged.mark.kind, Kind::Step { late: 0, .. }))
            ),
            (Some(history.tip), history.commits - 1)
        );
        assert_eq!(written(&demo).2, history);
    }

    #[test]
    fn a_register_without_cases_is_its_policy() {
        let demo = Demo {
            seed: 1,
            cases: 0,
            first_year: 2025,
            years: 1,
            as_of: word("2025-11-20"),
        };
        let (_dir, _repository, history) = written(&demo);
        assert_eq!((history.root, history.commits), (history.tip, 1));
    }
}
