//! `klacht check`: checks the register and says what is wrong.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::history::{self, Commits};
use super::session::{Checked, Session, find_register, is_register, no_register, no_such_case};
use super::{CliError, Outcome, table};
use crate::args;
use crate::finding::Level;
use crate::locale::Locale;
use crate::report::{Files, Format, Report, github, gitlab, human, json, sarif};
use crate::words::{CaseId, Day, choice};

choice!(
    /// What makes a check fail beside violations.
    Deny {
        /// Breaches of the procedure.
        Breach = "breach",
        /// Deadlines that have passed and are open.
        Overdue = "overdue",
        /// What deserves a look.
        Warning = "warning",
    }
);

impl Deny {
    const fn level(self) -> Level {
        match self {
            Self::Breach => Level::Breach,
            Self::Overdue => Level::Overdue,
            Self::Warning => Level::Warning,
        }
    }
}

#[derive(Args)]
pub struct CheckArgs {
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    #[arg(long, value_name = "LEVEL", value_delimiter = ',')]
    deny: Vec<Deny>,
    #[arg(long, value_name = "RANGE", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["paths", "push", "staged"])]
    history: Option<String>,
    #[arg(long, conflicts_with_all = ["paths", "staged"])]
    push: bool,
    #[arg(long, conflicts_with = "paths")]
    staged: bool,
    #[arg(long, value_name = "FILE", requires = "staged")]
    message: Option<PathBuf>,
    #[arg(long, requires = "staged", hide = true)]
    may_amend: bool,
    #[arg(long, value_name = "COMMIT")]
    trust_root: Option<String>,
}

pub fn run(
    args: &CheckArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let denied: Vec<Level> = args.deny.iter().map(|deny| deny.level()).collect();
    let which = match (&args.history, args.push, args.staged) {
        (Some(range), ..) => Some(Commits::History(range)),
        (None, true, _) => Some(Commits::Push),
        (None, false, true) => Some(Commits::Staged(args.message.as_deref(), args.may_amend)),
        (None, false, false) => None,
    };
    if let Some(which) = which {
        return history::run(
            &which,
            args.trust_root.as_deref(),
            args.format,
            &denied,
            session,
            out,
        );
    }
    let (mut checked, scope) = scoped(&args.paths, session)?;
    if !scope.is_empty() {
        checked
            .findings
            .retain(|finding| scope.iter().any(|path| lies_in(&finding.file, path)));
    }
    let dirs = checked.register.numbers.values();
    let is_meant = |dir: &str| {
        let mut scope = scope.iter();
        scope.len() == 0 || scope.any(|path| lies_in(dir, path) || lies_in(path, dir))
    };
    let cases = dirs.filter(|dir| is_meant(dir)).count();
    let (locale, as_of) = (&checked.locale, checked.as_of);
    let files = Files::of(&checked.root);
    let report = Report::new(&checked.findings, &files, &checked.shown_root, locale);
    let summary = human::summary(&checked.findings, cases, locale) + "\n";
    write_report(&report, args.format, &summary, as_of, locale, out)?;
    Ok(Outcome::of(&checked.findings, &denied))
}

/// Reads the register to which the paths belong, and gives the paths as they are in it; none means all of it.
fn scoped(paths: &[PathBuf], session: &mut Session) -> Result<(Checked, Vec<String>), CliError> {
    let paths: Vec<PathBuf> = paths
        .iter()
        .map(|path| named(path, session))
        .collect::<Result<_, _>>()?;
    let Some(first) = paths.first() else {
        return Ok((session.check()?, Vec::new()));
    };
    for path in &paths {
        path.symlink_metadata()
            .map_err(|error| CliError::Io(path.clone(), error))?;
    }
    let root = if is_register(first) && !inside_register(first) {
        first.clone()
    } else {
        find_register(first).ok_or_else(|| no_register(first))?
    };
    let checked = session.check_at(root.clone())?;
    let absolute_root = std::path::absolute(&root).map_err(|error| CliError::Io(root, error))?;
    let mut scope = Vec::new();
    for path in &paths {
        let absolute =
            std::path::absolute(path).map_err(|error| CliError::Io(path.clone(), error))?;
        if absolute_root.starts_with(&absolute) {
            return Ok((checked, Vec::new()));
        }
        let inside = absolute.strip_prefix(&absolute_root).map_err(|_| {
            CliError::User(
                "path-outside",
                args!(path: path.display().to_string(), register: checked.shown_root.as_str()),
            )
        })?;
        let parts: Vec<_> = inside
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        scope.push(parts.join("/"));
    }
    Ok((checked, scope))
}

/// Takes the number of a case for its directory, and a path as Windows writes it for what it means, unless a file is called so.
fn named(path: &Path, session: &Session) -> Result<PathBuf, CliError> {
    let typed = path.to_str().filter(|_| path.symlink_metadata().is_err());
    let Some(id) = typed.and_then(|name| name.parse::<CaseId>().ok()) else {
        let meant = typed.map(|path| PathBuf::from(path.replace('\\', "/")));
        return Ok(meant
            .filter(|path| path.exists())
            .unwrap_or_else(|| path.to_owned()));
    };
    let root = session.root()?;
    let dir = root.join(id.dir());
    if dir.is_dir() {
        Ok(dir)
    } else {
        Err(no_such_case(id, &root))
    }
}

/// Tells whether a directory that looks like a register lies in one, as the directory of a year does.
fn inside_register(dir: &Path) -> bool {
    !dir.join("procedure.yaml").is_file()
        && find_register(dir).is_some_and(|root| root.join("procedure.yaml").is_file())
}

fn lies_in(file: &str, path: &str) -> bool {
    file.strip_prefix(path)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Writes findings in a form; the summary is for people.
pub fn write_report(
    report: &Report<'_>,
    format: Format,
    summary: &str,
    as_of: Day,
    locale: &Locale,
    out: &mut dyn Write,
) -> Result<(), CliError> {
    match format {
        Format::Human => {
            let findings = human::render(report, locale, table::width());
            write!(out, "{findings}{summary}")?;
        }
        Format::Json => writeln!(out, "{}", json::render(report, as_of, locale)?)?,
        Format::Sarif => writeln!(out, "{}", sarif::render(report, locale)?)?,
        Format::Github => write!(out, "{}", github::render(report))?,
        Format::Gitlab => writeln!(out, "{}", gitlab::render(report)?)?,
    }
    Ok(())
}
