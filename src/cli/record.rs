//! `klacht record CASE [STEP]`: records a step, or shows which may come next.

use std::io::Write;

use clap::Args;

use super::letter::LetterFormat;
use super::recording::{Desk, Draft, StepArgs, load_given, record};
use super::session::Session;
use super::{CliError, Outcome, show, table};
use crate::register::step::StepKind;
use crate::register::words::CaseId;
use crate::workflow::Standing;

#[derive(Args)]
pub struct RecordArgs {
    #[arg(value_name = "CASE")]
    case: CaseId,
    #[arg(value_name = "STEP")]
    step: Option<StepKind>,
    #[arg(long, value_name = "FORMAT")]
    letter: Option<LetterFormat>,
    #[command(flatten)]
    values: StepArgs,
}

pub fn run(
    args: &RecordArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let desk = Desk::open(&args.values, session, out)?;
    let id = args.case;
    let case = desk.checked.case(id)?;
    let given = args.values.from.as_deref().map(load_given).transpose()?;
    let Some(kind) = args.step.or(given.as_ref().and_then(|given| given.kind)) else {
        let standing = Standing::of(case);
        writeln!(out, "{}", desk.checked.locale.text("show-next"))?;
        write!(
            out,
            "{}",
            table::columns(&show::next_rows(&desk.checked, &standing))
        )?;
        out.flush()?;
        if !desk.asks(&args.values) {
            return Ok(Outcome::Clean);
        }
        let kind = desk.asker(Some(id)).step(&standing)?;
        let mut draft = Draft::assemble(kind, given, &args.values)?;
        draft.letter = args.letter;
        return record(draft, Some(id), desk, &args.values, out);
    };
    let mut draft = Draft::assemble(kind, given, &args.values)?;
    draft.letter = args.letter;
    record(draft, Some(id), desk, &args.values, out)
}
