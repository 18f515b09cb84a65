//! `klacht hooks`: puts the checks into git's hooks.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::history::{self, Commits};
use super::session::Session;
use super::{CliError, Outcome};
use crate::args;
use crate::history::{
    Kind, RegisterRepo, hooks, merge::rebased, naming, proposal, repository::full_id, reverts,
    staged,
};
use crate::notices::{LEDGER, Ledger};
use crate::report::Format;

#[derive(Args)]
pub struct HooksArgs {
    #[command(subcommand)]
    command: HooksCommand,
}

#[derive(Subcommand)]
enum HooksCommand {
    Install(InstallArgs),
    #[command(hide = true)]
    Message(MessageArgs),
}

#[derive(Args)]
struct InstallArgs {
    #[arg(value_name = "DIR")]
    repo: Option<PathBuf>,
    #[arg(long, value_name = "COMMIT")]
    trust_root: Option<String>,
}

#[derive(Args)]
struct MessageArgs {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(value_name = "SOURCE", num_args = 0..)]
    source: Vec<String>,
}

pub fn run(
    args: &HooksArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    match &args.command {
        HooksCommand::Install(args) => install(args, session, out),
        HooksCommand::Message(args) => message(args, session, out),
    }
}

fn install(
    args: &InstallArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let register = match &args.repo {
        Some(dir) => RegisterRepo::open(dir, None)?,
        None => history::open(session, None)?,
    };
    let wrong = |id: &String| CliError::User("history-trust-root-form", args!(id: id.as_str()));
    let root = args
        .trust_root
        .as_ref()
        .map(|id| full_id(id).ok_or_else(|| wrong(id)))
        .transpose()?;
    let program =
        std::env::current_exe().map_err(|error| CliError::Io(PathBuf::from("klacht"), error))?;
    let installed = hooks::install(&register, &program, root)?;
    let settings = &register.settings;
    if let Ok(tip) = register.repository.refname_to_id(&settings.branch)
        && installed.bare
    {
        let path = settings.memory.join(LEDGER);
        Ledger::open(&path)
            .and_then(|mut ledger| ledger.begin(&settings.branch, tip))
            .map_err(|error| CliError::Io(path, error))?;
    }
    let locale = session.locale();
    for path in &installed.written {
        writeln!(
            out,
            "{}",
            locale.text_with("hooks-written", &args!(path: path.display().to_string()))
        )?;
    }
    for path in &installed.chained {
        writeln!(
            out,
            "{}",
            locale.text_with("hooks-chained", &args!(path: path.display().to_string()))
        )?;
    }
    if let Some(dir) = &installed.placed {
        let args = args!(dir: dir.as_str());
        writeln!(out, "{}", locale.text_with("hooks-register", &args))?;
    }
    match installed.trust_root {
        Some(root) => writeln!(
            out,
            "{}",
            locale.text_with("hooks-trust-root", &args!(root: root.to_string()))
        )?,
        None if installed.bare => writeln!(out, "{}", locale.text("hooks-no-trust-root"))?,
        None => writeln!(out, "{}", locale.text("hooks-no-commit"))?,
    }
    let done = if installed.bare {
        "hooks-done-server"
    } else {
        "hooks-done-clone"
    };
    writeln!(out, "{}", locale.text(done))?;
    Ok(Outcome::Clean)
}

/// Proposes a message where the user has not given one, and lets one name the number that its step gets in a rebase. A message is
/// a convenience: nothing here stops a commit but one that takes back another, for which git asks no other hook.
fn message(
    args: &MessageArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let failed = |error| CliError::Io(args.file.clone(), error);
    let text = std::fs::read_to_string(&args.file).map_err(failed)?;
    if reverts(&text) {
        return history::run(
            &Commits::Staged(Some(&args.file), false),
            None,
            Format::Human,
            &[],
            session,
            out,
        );
    }
    let register = history::open(session, None)?;
    staged::note(&register, &args.source)?;
    let given = !args.source.is_empty();
    if given && rebased(&register.repository)?.is_none() {
        return Ok(Outcome::Clean);
    }
    let (_, mark) = staged::check_staged(&register, None, true, session.now())?;
    let Some(Kind::Step {
        case, number, step, ..
    }) = mark.map(|mark| mark.kind)
    else {
        return Ok(Outcome::Clean);
    };
    let empty = |line: &str| line.trim().is_empty();
    let new = if given {
        naming(&text, number)
    } else if text.lines().next().is_none_or(empty) {
        let first = proposal(case, number, step, session.locale());
        format!("{first}\n{text}")
    } else {
        return Ok(Outcome::Clean);
    };
    if new != text {
        std::fs::write(&args.file, new).map_err(failed)?;
    }
    Ok(Outcome::Clean)
}
