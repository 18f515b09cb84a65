//! `klacht record CASE [STEP]`: records a step, or shows which may come next.

use std::io::Write;

use clap::Args;

use super::letter::LetterFormat;
use super::recording::{Desk, Draft, StepArgs, load_given, record};
use super::session::Session;
use super::{CliError, Outcome, show, table};
use crate::locale::step_names;
use crate::register::step::StepKind;
use crate::words::{CaseId, UnknownWord};
use crate::workflow::Standing;

#[derive(Args)]
pub struct RecordArgs {
    #[arg(value_name = "CASE")]
    case: CaseId,
    #[arg(value_name = "STEP", value_parser = step_of)]
    step: Option<StepKind>,
    #[arg(long, value_name = "FORMAT")]
    letter: Option<LetterFormat>,
    #[command(flatten)]
    values: StepArgs,
}

/// Understands a step by its word in the format or by its name in either language.
fn step_of(text: &str) -> Result<StepKind, UnknownWord> {
    let asked = text.trim().to_lowercase();
    let named = step_names().find(|(_, name)| name.to_lowercase() == asked);
    named.map_or(asked.as_str(), |(word, _)| word).parse()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_goes_by_its_name_in_either_language() {
        for (typed, kind) in [
            ("acknowledged", StepKind::Acknowledged),
            ("Ontvangstbevestiging", StepKind::Acknowledged),
            ("acknowledgement", StepKind::Acknowledged),
            ("hoor van betrokkene", StepKind::Heard),
        ] {
            assert_eq!(step_of(typed).ok(), Some(kind), "{typed}");
        }
        assert!(step_of("brief").is_err());
    }
}
