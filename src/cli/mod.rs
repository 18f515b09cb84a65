//! The command line: one file a command, with its arguments and its function.
//!
//! Help texts are in `locales/*/cli.ftl`, under `cli-COMMAND` and `cli-COMMAND-ARGUMENT`; `help.rs` puts them in.

mod analysis;
mod build;
mod check;
mod completions;
mod demo;
mod details;
mod due;
mod explain;
mod export;
mod help;
mod history;
mod hooks;
mod init;
mod letter;
mod list;
mod merge_driver;
mod new;
mod notify;
mod receipt;
mod record;
mod recording;
mod schema;
mod session;
mod show;
mod sync;
mod table;
mod undo;

use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::path::PathBuf;

use anstream::AutoStream;
use clap::{Args, FromArgMatches, Parser, Subcommand};

use crate::finding::{Finding, Level};
use crate::history::record_error::{RecordError, is_disk_full};
use crate::locale::Locale;
use crate::words::{Day, Language};

use session::Session;

#[derive(Parser)]
#[command(
    name = "klacht",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// What every command knows.
#[derive(Args, Clone)]
struct Global {
    #[arg(long, short = 'r', global = true, value_name = "DIR", display_order = 900)]
    register: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DATE", display_order = 901, value_parser = Day::typed)]
    as_of: Option<Day>,
    #[arg(long, global = true, value_name = "LANGUAGE", display_order = 902)]
    lang: Option<Language>,
}

#[derive(Subcommand)]
enum Command {
    Check(check::CheckArgs),
    Build(build::BuildArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    New(new::NewArgs),
    Record(record::RecordArgs),
    Sync(sync::SyncArgs),
    Undo(undo::UndoArgs),
    Due(due::DueArgs),
    Letter(letter::LetterArgs),
    Notify(notify::NotifyArgs),
    Analysis(analysis::AnalysisArgs),
    Export(export::ExportArgs),
    Explain(explain::ExplainArgs),
    Schema(schema::SchemaArgs),
    Init(init::InitArgs),
    Demo(demo::DemoArgs),
    Hooks(hooks::HooksArgs),
    #[command(hide = true)]
    MergeDriver(merge_driver::MergeDriverArgs),
    Receipt(receipt::ReceiptArgs),
    Completions(completions::CompletionsArgs),
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to report, or only what is due: exit code 0.
    Clean,
    /// Violations, or what `--deny` names: exit code 1.
    Found,
    /// The tool itself failed: exit code 2.
    Failed,
}

impl Outcome {
    /// Judges findings: violations always fail, the rest when its level is denied.
    pub fn of(findings: &[Finding], denied: &[Level]) -> Self {
        let mut counted = findings.iter().filter(|finding| !finding.waived);
        if counted.any(|found| found.level == Level::Violation || denied.contains(&found.level)) {
            Self::Found
        } else {
            Self::Clean
        }
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub enum CliError {
    /// The user can put it right; the key of the message and its values.
    User(&'static str, crate::finding::Args),
    /// The user can put it right; said already, in the user's language.
    Said(String),
    /// The user stopped it, before anything was written.
    Stopped,
    /// Reading or writing failed.
    Io(PathBuf, io::Error),
    /// Standard output could not be written.
    Output(io::Error),
    /// The program is at fault.
    Internal(String),
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<serde_json::Error> for CliError {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(error.to_string())
    }
}

/// Runs the command line.
///
/// `today` is the day in Amsterdam and `now` the moment in seconds since 1970; nothing below reads a clock.
pub fn run(args: impl IntoIterator<Item = OsString>, today: Day, now: i64) -> Outcome {
    let args = help::asked_for(args.into_iter().collect());
    let language = help::language(&args);
    let locale = Locale::of(language.unwrap_or_default());
    let mut out = standard_output();
    let mut err = anstream::stderr().lock();
    let parsed = help::localized(locale).try_get_matches_from(&args);
    let cli = match parsed.and_then(|mut matches| Cli::from_arg_matches_mut(&mut matches)) {
        Ok(cli) => cli,
        Err(error) => {
            let (text, failed) = help::explain(&error, &args, locale);
            let _ = if failed {
                write!(err, "{text}")
            } else {
                write!(out, "{text}")
            };
            return if failed {
                Outcome::Failed
            } else {
                Outcome::Clean
            };
        }
    };
    let mut session = Session::new(cli.global, language, today, now);
    let done = match &cli.command {
        Command::Check(args) => check::run(args, &mut session, &mut out),
        Command::Build(args) => build::run(args, &mut session, &mut out),
        Command::List(args) => list::run(args, &mut session, &mut out),
        Command::Show(args) => show::run(args, &mut session, &mut out),
        Command::New(args) => new::run(args, &mut session, &mut out),
        Command::Record(args) => record::run(args, &mut session, &mut out),
        Command::Sync(args) => sync::run(args, &mut session, &mut out),
        Command::Undo(args) => undo::run(args, &mut session, &mut out),
        Command::Due(args) => due::run(args, &mut session, &mut out),
        Command::Notify(args) => notify::run(args, &mut session, &mut out),
        Command::Letter(args) => letter::run(args, &mut session, &mut out),
        Command::Analysis(args) => analysis::run(args, &mut session, &mut out),
        Command::Export(args) => export::run(args, &mut session, &mut out),
        Command::Explain(args) => explain::run(args, &mut session, &mut out),
        Command::Schema(args) => schema::run(args, &mut session, &mut out),
        Command::Init(args) => init::run(args, &mut session, &mut out),
        Command::Demo(args) => demo::run(args, &mut session, &mut out),
        Command::Hooks(args) => hooks::run(args, &mut session, &mut out),
        Command::MergeDriver(args) => merge_driver::run(args, &session, &mut out),
        Command::Receipt(args) => receipt::run(args, &mut session, &mut out),
        Command::Completions(args) => completions::run(args, &mut session, &mut out),
    };
    match done.and_then(|outcome| out.flush().map(|()| outcome).map_err(CliError::from)) {
        Ok(outcome) => outcome,
        // Whoever reads the output has seen enough, as with `klacht check | head`.
        Err(CliError::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Outcome::Clean,
        Err(mut error) => {
            let full = |dir: PathBuf| is_disk_full(&dir);
            if matches!(error, CliError::User(RecordError::OF_GIT, _))
                && session.root().is_ok_and(full)
            {
                error = CliError::User("record-full", crate::args!());
            }
            let _ = writeln!(err, "{}", described(&error, session.locale()));
            Outcome::Failed
        }
    }
}

/// Gives standard output: a line at a time for who looks on, in larger pieces for a file or another program.
fn standard_output() -> Box<dyn Write> {
    let stdout = io::stdout();
    if stdout.is_terminal() {
        return Box::new(anstream::stdout().lock());
    }
    let choice = AutoStream::choice(&stdout);
    let pieces: Box<dyn Write> = Box::new(BufWriter::with_capacity(1 << 16, stdout.lock()));
    Box::new(AutoStream::new(pieces, choice))
}

/// Says why reading or writing failed.
fn io_reason(error: &io::Error, locale: &Locale) -> String {
    let key = match error.kind() {
        io::ErrorKind::NotFound => "io-not-found",
        io::ErrorKind::PermissionDenied => "io-permission",
        io::ErrorKind::StorageFull => "io-full",
        io::ErrorKind::AlreadyExists => "io-exists",
        io::ErrorKind::IsADirectory => "io-directory",
        io::ErrorKind::NotADirectory => "io-no-directory",
        _ => return error.to_string(),
    };
    locale.text(key)
}

fn described(error: &CliError, locale: &Locale) -> String {
    let text = match error {
        CliError::User(key, args) => {
            let text = locale.text_with(key, args);
            let near = args
                .get("near")
                .map(|near| locale.shown(near))
                .filter(|near| !near.is_empty());
            near.map_or_else(
                || text.clone(),
                |_| format!("{text} {}", locale.text_with("did-you-mean", args)),
            )
        }
        CliError::Said(text) => text.clone(),
        // Nothing went wrong.
        CliError::Stopped => return locale.text("record-stopped"),
        CliError::Io(path, error) => {
            let reason = io_reason(error, locale);
            locale.text_with(
                "io-error",
                &crate::args!(path: path.display().to_string(), reason: reason),
            )
        }
        CliError::Output(error) => {
            locale.text_with("io-output", &crate::args!(reason: error.to_string()))
        }
        CliError::Internal(reason) => {
            locale.text_with("internal-error", &crate::args!(reason: reason.as_str()))
        }
    };
    format!(
        "{}: {}",
        locale.text("error"),
        crate::report::printable(&text)
    )
}
