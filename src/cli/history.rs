//! `klacht check --history`, `--push` and `--staged`: commits judged, and what is said of them.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use super::check::write_report;
use super::session::Session;
use super::{CliError, Outcome};
use crate::args;
use crate::finding::{Finding, Level};
use crate::history::{
    self, Error, RegisterRepo, Walk, check_history, push, record_error::unreadable,
    recorder::Recorder, repository::full_id, staged,
};
use crate::locale::Locale;
use crate::report::{Format, Report};

impl From<Error> for CliError {
    fn from(error: Error) -> Self {
        match error {
            Error::Git(error) => {
                let key = unreadable(&error).unwrap_or("history-git");
                Self::User(key, args!(reason: error.message()))
            }
            Error::Io(path, error) => Self::Io(path, error),
            Error::Broken(id) => Self::User("history-broken", args!(id: id.to_string())),
            Error::NoRepository(dir) => Self::User(
                "history-no-repository",
                args!(path: dir.display().to_string()),
            ),
            Error::User(key, args) => Self::User(key, args),
        }
    }
}

/// What is to be judged.
pub enum Commits<'a> {
    /// The history, or a range of it.
    History(&'a str),
    /// A push, read from standard input.
    Push,
    /// What is staged, with the file that holds the message, and whether git may amend.
    Staged(Option<&'a Path>, bool),
}

/// Opens the repository of the register that was asked for.
pub fn open(session: &mut Session, trust_root: Option<&str>) -> Result<RegisterRepo, CliError> {
    let dir = session.root().ok();
    let start = dir
        .clone()
        .or_else(|| session.start())
        .unwrap_or_else(|| PathBuf::from("."));
    let mut register = RegisterRepo::open(&start, dir.as_deref())?;
    if let Some(id) = trust_root {
        let root =
            full_id(id).ok_or_else(|| CliError::User("history-trust-root-form", args!(id: id)))?;
        register.settings.trust_root = Some(root);
    }
    Ok(register)
}

/// Opens the clone in which somebody records, in the language of its register; says so when a run before was interrupted.
///
/// # Errors
/// With the message of the key `missing` when the register is not in git.
pub fn open_clone(
    session: &mut Session,
    missing: &'static str,
    out: &mut dyn Write,
) -> Result<(Recorder, RegisterRepo), CliError> {
    let no_git = || CliError::User(missing, args!());
    let recorder = Recorder::open(&session.root()?)?.ok_or_else(no_git)?;
    let register = open(session, None)?;
    session.language_of(&history::language(&register, None)?);
    if recorder.repaired {
        writeln!(out, "{}\n", session.locale().text("record-repaired"))?;
    }
    Ok((recorder, register))
}

pub fn run(
    commits: &Commits<'_>,
    trust_root: Option<&str>,
    format: Format,
    denied: &[Level],
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let register = open(session, trust_root)?;
    let now = session.now();
    let walk = match commits {
        Commits::History(range) => {
            let range = Some(*range).filter(|range| !range.is_empty());
            let walk = check_history(&register, range, now);
            walk.map_err(|error| ending(error, &register))?
        }
        Commits::Push => {
            let mut text = String::new();
            std::io::stdin()
                .read_to_string(&mut text)
                .map_err(|error| CliError::Io(PathBuf::from("stdin"), error))?;
            push::check_push(&register, &push::parse_updates(&text)?, now)?
        }
        Commits::Staged(message, may_amend) => {
            let text = match message {
                Some(path) => Some(
                    std::fs::read_to_string(path)
                        .map_err(|error| CliError::Io(path.to_path_buf(), error))?,
                ),
                None => None,
            };
            staged::check_staged(&register, text, *may_amend, now)?.0
        }
    };
    session.language_of(&history::language(&register, walk.tip)?);
    let locale = session.locale();
    let texts = history::Texts::of(&register.repository)?;
    let report = Report::of_commits(&walk.faults, &texts, &register.settings.dir, locale);
    let summary = summary(&walk, commits, locale);
    write_report(&report, format, &summary, session.today(), locale, out)?;
    let findings: Vec<Finding> = walk
        .faults
        .into_iter()
        .flat_map(|faults| faults.findings)
        .collect();
    Ok(Outcome::of(&findings, denied))
}

/// Says of a history that ends too early, or lacks files, that the clone does not have all of it.
fn ending(error: Error, register: &RegisterRepo) -> CliError {
    match error {
        Error::Git(error) if error.code() == git2::ErrorCode::NotFound => {
            if register.repository.is_shallow() {
                return CliError::User("history-shallow", args!());
            }
            match register.is_partial() {
                true => CliError::User("history-partial", args!()),
                false => Error::Git(error).into(),
            }
        }
        other => other.into(),
    }
}

/// Says what was judged, and what it proves.
fn summary(walk: &Walk, of: &Commits<'_>, locale: &Locale) -> String {
    let violations = walk
        .faults
        .iter()
        .flat_map(|faults| &faults.findings)
        .filter(|f| f.level == Level::Violation)
        .count();
    let more: usize = walk.faults.iter().map(|faults| faults.more).sum();
    let violations = violations + more;
    let mut lines = Vec::new();
    if more > 0 {
        lines.push(locale.text_with("history-more", &args!(n: more)));
    }
    let judged = args!(commits: walk.judged.len(), n: violations);
    match of {
        Commits::Staged(..) => {
            if violations > 0 {
                lines.push(locale.text_with("history-staged-refused", &args!(n: violations)));
            }
            return joined(&lines);
        }
        Commits::Push => {
            lines.push(locale.text_with("history-push-summary", &judged));
            if walk.left > 0 {
                let left = locale.text_with("history-push-left", &args!(n: walk.left));
                lines.insert(0, left);
            }
            return joined(&lines);
        }
        Commits::History(_) => lines.push(locale.text_with("history-history-summary", &judged)),
    }
    let id = |oid: Option<git2::Oid>| oid.map_or_else(|| "–".to_owned(), history::short);
    if let Some(base) = walk.base {
        let key = match walk.base == walk.root {
            true => "history-verified",
            false => "history-verified-part",
        };
        let args = args!(commit: id(walk.verified()), root: base.to_string());
        lines.push(locale.text_with(key, &args));
    }
    let tally = walk.tally();
    lines.push(locale.text_with(
        "history-counts",
        &args!(steps: tally.steps, imports: tally.imports, policy: tally.policy, merges: tally.merges),
    ));
    if tally.most > 0 {
        lines.push(locale.text_with(
            "history-recorded-later",
            &args!(n: tally.later, week: tally.much_later, most: tally.most),
        ));
    }
    let key = if tally.unsigned == 0 {
        "history-all-signed"
    } else {
        "history-unsigned"
    };
    if tally.of_register > 0 {
        lines.push(locale.text_with(key, &args!(n: tally.unsigned, all: tally.of_register)));
    }
    joined(&lines)
}

fn joined(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}
