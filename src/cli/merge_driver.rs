//! `klacht merge-driver`: joins what two people appended to one record, for whoever uses plain `git pull --rebase`.
//!
//! Where it cannot, or the result would not be acceptable, git reports a conflict and the file stays as it was.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use tempfile::TempDir;

use super::session::Session;
use super::{CliError, Outcome};
use crate::args;
use crate::finding::Level;
use crate::history::RegisterRepo;
use crate::history::join::{count_steps, join};
use crate::history::merge::{Unshared, annexes, unshared};
use crate::register::read::load_register;
use crate::rules;

#[derive(Args)]
pub struct MergeDriverArgs {
    #[arg(value_name = "FILE")]
    base: PathBuf,
    #[arg(value_name = "FILE")]
    ours: PathBuf,
    #[arg(value_name = "FILE")]
    theirs: PathBuf,
    #[arg(value_name = "FILE")]
    path: PathBuf,
}

pub fn run(
    args: &MergeDriverArgs,
    session: &Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let read =
        |path: &PathBuf| std::fs::read(path).map_err(|error| CliError::Io(path.clone(), error));
    let [base, ours, theirs] = [read(&args.base)?, read(&args.ours)?, read(&args.theirs)?];
    let locale = session.locale();
    let path = args.path.display().to_string();
    let mut conflict = |key: &str| -> Result<Outcome, CliError> {
        let text = locale.text_with(key, &args!(path: path.as_str()));
        writeln!(out, "{}", crate::report::printable(&text))?;
        Ok(Outcome::Found)
    };
    if count_steps(&base).is_none() {
        // Both are new: two cases took one number.
        return conflict("merge-two-cases");
    }
    let register = RegisterRepo::open(Path::new("."), None)?;
    let Some(own) = unshared(&register.repository)? else {
        return conflict("merge-unknown");
    };
    let (tip, joined) = match own {
        Unshared::Theirs(tip) => (tip, join(&base, &ours, &theirs)),
        Unshared::Ours(tip) => (tip, join(&base, &theirs, &ours)),
    };
    let Some(joined) = joined else {
        return conflict("merge-not-appended");
    };
    if !annexes(&register.repository, tip, &args.path, &joined.moved)?.is_empty() {
        return conflict("merge-annexes");
    }
    let faults = |text: &[u8]| faults(&args.path, text, session);
    let (before, mine, other) = (faults(&base)?, faults(&ours)?, faults(&theirs)?);
    let of = |faults: &BTreeMap<&str, usize>, code: &str| faults.get(code).copied().unwrap_or(0);
    let worse = faults(&joined.record)?
        .into_iter()
        .any(|(code, n)| n + of(&before, code) > of(&mine, code) + of(&other, code));
    if worse {
        return conflict("merge-not-valid");
    }
    std::fs::write(&args.ours, &joined.record)
        .map_err(|error| CliError::Io(args.ours.clone(), error))?;
    if matches!(own, Unshared::Ours(_)) {
        let text = locale.text_with("merge-note", &args!(path: path.as_str()));
        writeln!(out, "{}", crate::report::printable(&text))?;
    }
    Ok(Outcome::Clean)
}

/// Counts what is wrong with a record, by code. Its annexes are not there: git has not come to them yet.
fn faults(
    path: &Path,
    text: &[u8],
    session: &Session,
) -> Result<BTreeMap<&'static str, usize>, CliError> {
    let dir = TempDir::new().map_err(|error| CliError::Io(std::env::temp_dir(), error))?;
    let parts: Vec<_> = path.components().collect();
    let (register, case) = parts.split_at(parts.len().saturating_sub(3));
    let (register, case): (PathBuf, PathBuf) = (register.iter().collect(), case.iter().collect());
    let write = |path: PathBuf, bytes: &[u8]| {
        let parent = path.parent().unwrap_or(Path::new("")).to_owned();
        let written = std::fs::create_dir_all(parent).and_then(|()| std::fs::write(&path, bytes));
        written.map_err(|error| CliError::Io(path, error))
    };
    for name in ["procedure.yaml", "staff.yaml"] {
        if let Ok(bytes) = std::fs::read(register.join(name)) {
            write(dir.path().join(name), &bytes)?;
        }
    }
    write(dir.path().join(case), text)?;
    let reading = load_register(dir.path());
    let reading = reading.map_err(|error| CliError::Io(dir.path().to_owned(), error))?;
    let mut findings = reading.findings;
    findings.extend(rules::check(&reading.register, session.today()));
    let mut codes = BTreeMap::new();
    for finding in findings
        .iter()
        .filter(|found| found.level == Level::Violation)
    {
        *codes.entry(finding.code).or_default() += 1;
    }
    Ok(codes)
}
