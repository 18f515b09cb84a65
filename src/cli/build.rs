//! `klacht build`: checks the register and writes the site.

use std::io::Write;
use std::path::{Component, Path, PathBuf};

use clap::Args;

use super::session::{Progress, Session};
use super::{CliError, Outcome, table};
use crate::args;
use crate::finding::Level;
use crate::history::repository::repository_of;
use crate::history::trail::Past;
use crate::letters::unused_template;
use crate::locale::Locale;
use crate::report::{Files, Report, human};
use crate::site;

#[derive(Args)]
pub struct BuildArgs {
    #[arg(long, short = 'o', value_name = "DIR")]
    out: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
    #[arg(long)]
    force: bool,
}

pub fn run(
    args: &BuildArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let (site_dir, templates) = places(args, &session.root()?)?;
    let checked = session.check()?;
    let violations = checked
        .findings
        .iter()
        .filter(|f| f.level == Level::Violation && !f.waived)
        .count();
    // What keeps the site from being true is said in full; the rest is on the site itself.
    let mut grave = checked.findings.clone();
    grave.retain(|finding| matches!(finding.level, Level::Violation | Level::Warning));
    let files = Files::of(&checked.root);
    let (locale, cases) = (&checked.locale, checked.register.numbers.len());
    let report = Report::new(&grave, &files, &checked.shown_root, locale);
    write!(out, "{}", human::render(&report, locale, table::width()))?;
    writeln!(out, "{}", human::summary(&checked.findings, cases, locale))?;
    if violations > 0 && !args.force {
        writeln!(
            out,
            "{}",
            checked.locale.text_with("not-built", &args!(n: violations))
        )?;
        return Ok(Outcome::Found);
    }
    let commit = commit(&checked.root);
    let past = Past::of(&checked.root, &checked.register, session.now());
    let source = site::Source {
        commit: commit.as_deref(),
        past: &past,
        register: &checked.register,
        findings: &checked.findings,
        as_of: checked.as_of,
        locale: checked.locale,
        templates: templates.is_dir().then_some(templates.as_path()),
    };
    let unused = site::unused_templates(&templates);
    let mut progress = Progress::new();
    let built = site::build(&source, &site_dir, &mut |done, total| {
        progress.show(done, total)
    });
    progress.clear();
    let written = built.map_err(|error| CliError::Said(error.text(checked.locale)))?;
    for (name, near) in unused.map_err(|error| CliError::Said(error.text(checked.locale)))? {
        let path = plain(&templates.join("site").join(name));
        let (key, args) = unused_template(&path, &near);
        writeln!(out, "{}", checked.locale.text_with(key, &args))?;
    }
    if let Some(text) = warning(past, checked.locale) {
        writeln!(out, "{text}")?;
    }
    let index = plain(&site_dir.join("index.html"));
    let counts = args!(written: written.written, unchanged: written.unchanged, removed: written.removed, index: index);
    writeln!(out, "{}", checked.locale.text_with("built", &counts))?;
    Ok(if violations > 0 {
        Outcome::Found
    } else {
        Outcome::Clean
    })
}

/// Gives where the site goes and where templates may be: beside the register when the command is given in it, and never in it.
fn places(args: &BuildArgs, root: &Path) -> Result<(PathBuf, PathBuf), CliError> {
    let failed = |error| CliError::Io(root.to_owned(), error);
    let register = root.canonicalize().map_err(failed)?;
    let here = Path::new(".").canonicalize().map_err(failed)?;
    let beside = if here.starts_with(&register) {
        root.join("..")
    } else {
        PathBuf::new()
    };
    let place = |asked: &Option<PathBuf>, name| asked.clone().unwrap_or_else(|| beside.join(name));
    let out = place(&args.out, "site");
    // What is not there yet lies where the nearest directory above it lies.
    let mut above = here.join(&out);
    while !above.exists() && above.pop() {}
    if above
        .canonicalize()
        .is_ok_and(|above| above.starts_with(&register))
    {
        let shown = |path: &Path| path.display().to_string();
        return Err(CliError::User(
            "build-inside",
            args!(out: shown(&out), register: shown(root)),
        ));
    }
    Ok((out, place(&args.templates, "templates")))
}

/// Gives a path as people write it: one that goes up is given whole.
fn plain(path: &Path) -> String {
    let climbs = path.components().any(|part| part == Component::ParentDir);
    let whole = std::path::absolute(path).ok().filter(|_| climbs);
    let plain = whole.map(|whole| {
        whole.components().fold(PathBuf::new(), |mut so_far, part| {
            match part {
                Component::ParentDir => drop(so_far.pop()),
                part => so_far.push(part),
            }
            so_far
        })
    });
    plain.as_deref().unwrap_or(path).display().to_string()
}

/// Says what is wrong with the history, which does not keep the site from being built: it shows it.
fn warning(past: Past, locale: &Locale) -> Option<String> {
    match past {
        Past::Judged(trail) if !trail.is_sound() => Some(locale.text("past-build-faults")),
        Past::Unreadable(error) => Some(format!(
            "{} {}",
            locale.text("past-build-unreadable"),
            super::described(&CliError::from(error), locale)
        )),
        _ => None,
    }
}

/// Gives the commit that the repository around a register stands at; `None` where there is none.
fn commit(root: &std::path::Path) -> Option<String> {
    let repository = repository_of(root).ok()?;
    let commit = repository.head().ok()?.peel_to_commit().ok()?;
    Some(commit.id().to_string())
}
