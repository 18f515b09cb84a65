//! `klacht new`: registers a complaint under the next number of the year.

use std::io::Write;

use clap::Args;

use super::recording::{Desk, Draft, StepArgs, load_given, record};
use super::session::Session;
use super::{CliError, Outcome};
use crate::register::step::StepKind;

#[derive(Args)]
pub struct NewArgs {
    #[command(flatten)]
    step: StepArgs,
}

pub fn run(
    args: &NewArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let desk = Desk::open(&args.step, session, out)?;
    let given = args.step.from.as_deref().map(load_given).transpose()?;
    let draft = Draft::assemble(StepKind::Received, given, &args.step)?;
    record(draft, None, desk, &args.step, out)
}
