//! `klacht notify`: tells everybody once what they must know.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::session::{Checked, Session};
use super::{CliError, Outcome};
use crate::args;
use crate::notices::{Outbox, OutboxError, Source, daily};

#[derive(Args)]
pub struct NotifyArgs {
    #[arg(long, required = true)]
    daily: bool,
    #[arg(long, value_name = "DIR")]
    outbox: PathBuf,
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
}

pub fn run(
    args: &NotifyArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let checked = session.check()?;
    let ledger = match &args.ledger {
        Some(path) => path.clone(),
        None => default_ledger(&checked)?,
    };
    let source = Source {
        register: &checked.register,
        as_of: checked.as_of,
        locale: &checked.locale,
    };
    let notices = if args.daily {
        daily(&source)
    } else {
        Vec::new()
    };
    let sent =
        Outbox::open(&args.outbox, &ledger).and_then(|mut outbox| outbox.send(&source, &notices));
    let sent = sent.map_err(|error| match error {
        OutboxError::NoSender => CliError::User("notify-no-sender", args!()),
        OutboxError::Io(path, error) => CliError::Io(path, error),
    })?;
    let outbox = args.outbox.display().to_string();
    writeln!(
        out,
        "{}",
        checked
            .locale
            .text_with("notify-done", &args!(count: sent.messages, outbox: outbox))
    )?;
    for person in &sent.unreachable {
        writeln!(
            out,
            "{}",
            checked
                .locale
                .text_with("notify-unreachable", &args!(person: person))
        )?;
    }
    Ok(if sent.unreachable.is_empty() {
        Outcome::Clean
    } else {
        Outcome::Found
    })
}

/// The ledger lies with the repository and outside its history.
fn default_ledger(checked: &Checked) -> Result<PathBuf, CliError> {
    let repository = git2::Repository::discover(&checked.root)
        .map_err(|_| CliError::User("notify-no-ledger", args!()))?;
    Ok(repository.commondir().join("klacht").join("notices"))
}
