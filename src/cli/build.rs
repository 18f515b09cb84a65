//! `klacht build`: checks the register and writes the site.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::check::write_human;
use super::session::{Progress, Session};
use super::{CliError, Outcome};
use crate::args;
use crate::finding::Level;
use crate::history::trail::Past;
use crate::locale::Locale;
use crate::report::{Files, Report};
use crate::site;

#[derive(Args)]
pub struct BuildArgs {
    #[arg(long, short = 'o', value_name = "DIR", default_value = "site")]
    out: PathBuf,
    #[arg(long, value_name = "DIR", default_value = "templates")]
    templates: PathBuf,
    #[arg(long)]
    force: bool,
}

pub fn run(
    args: &BuildArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
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
    let report = Report::new(&grave, &files, &checked.shown_root, &checked.locale);
    write_human(&report, &checked, out)?;
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
        locale: &checked.locale,
        templates: args.templates.is_dir().then_some(args.templates.as_path()),
    };
    let mut progress = Progress::new();
    let built = site::build(&source, &args.out, &mut |done, total| {
        progress.show(done, total)
    });
    progress.clear();
    let written = built.map_err(|error| CliError::Said(error.text(&checked.locale)))?;
    if let Some(text) = warning(past, &checked.locale) {
        writeln!(out, "{text}")?;
    }
    let index = args.out.join("index.html").display().to_string();
    let counts = args!(written: written.written, unchanged: written.unchanged, removed: written.removed, index: index);
    writeln!(out, "{}", checked.locale.text_with("built", &counts))?;
    Ok(if violations > 0 {
        Outcome::Found
    } else {
        Outcome::Clean
    })
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
    let repository = git2::Repository::discover(root).ok()?;
    let commit = repository.head().ok()?.peel_to_commit().ok()?;
    Some(commit.id().to_string())
}
