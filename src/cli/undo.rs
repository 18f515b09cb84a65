//! `klacht undo`: takes back the last step of one's own, as long as it was not sent.

use std::io::Write;

use clap::Args;

use super::session::Session;
use super::{CliError, Outcome, history};
use crate::args;
use crate::history::remote::Upstream;
use crate::history::short;
use crate::report::printable;

#[derive(Args)]
pub struct UndoArgs {}

pub fn run(_: &UndoArgs, session: &mut Session, out: &mut dyn Write) -> Result<Outcome, CliError> {
    let (recorder, _) = history::open_clone(session, "undo-no-repository", out)?;
    let locale = session.locale();
    let (mut server, mut offline) = (None, false);
    if let Some(upstream) = Upstream::find(&recorder)? {
        let lock = upstream.lock(&recorder)?;
        // A step that arrived, of which word did not come back, is known by this. Offline, what is known counts: should the step have
        // arrived after all, then it comes back with the next sync.
        offline = upstream.fetch(&recorder, &lock).is_err();
        lock.close()?;
        let tip = upstream.tip(&recorder)?;
        server = Some(tip.ok_or_else(|| CliError::User("undo-unknown", args!()))?);
    }
    let undone = recorder.undo(server)?;
    let args = args!(what: undone.message, commit: short(undone.commit));
    writeln!(out, "{}", printable(&locale.text_with("undo-done", &args)))?;
    if offline {
        writeln!(out, "{}", locale.text("undo-offline"))?;
    }
    Ok(Outcome::Clean)
}
