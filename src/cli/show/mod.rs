//! `klacht show CASE`: the timeline of a case, its deadlines, and what may come next.

mod document;
mod next;
mod timeline;

use std::io::Write;

use clap::Args;
use serde::Serialize;
use serde_yaml::Mapping;

use super::list::DataFormat;
use super::session::{Checked, Session};
use super::{CliError, Outcome};
use crate::args;
use crate::deadlines::{Deadline, deadlines};
use crate::finding::Finding;
use crate::register::annex::{AnnexError, load_private};
use crate::register::case::Case;
use crate::words::CaseId;
use crate::workflow::Standing;

pub use next::rows as next_rows;

#[derive(Args)]
pub struct ShowArgs {
    #[arg(value_name = "CASE")]
    case: CaseId,
    #[arg(long)]
    private: bool,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: DataFormat,
}

/// A case and what is known of it.
struct Shown<'a> {
    checked: &'a Checked,
    case: &'a Case,
    standing: Standing<'a>,
    deadlines: Vec<Deadline<'a>>,
    findings: Vec<&'a Finding>,
    /// Empty where it was not asked for.
    private: Vec<Private>,
}

/// What is kept of a step in `private/`.
#[derive(Serialize)]
struct Private {
    step: usize,
    annex: Mapping,
    files: Vec<String>,
}

pub fn run(
    args: &ShowArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let checked = session.look()?;
    let case = checked.case(args.case)?;
    let standing = Standing::of(case);
    let procedure = checked.register.procedure.as_ref();
    let deadlines = procedure.map(|procedure| {
        let calendar = procedure.calendar();
        deadlines(procedure, &calendar, case, &standing, checked.as_of)
    });
    let findings = checked.findings.iter();
    let shown = Shown {
        deadlines: deadlines.unwrap_or_default(),
        findings: findings
            .filter(|finding| finding.case == Some(args.case))
            .collect(),
        private: match args.private {
            true => private(&checked, case)?,
            false => Vec::new(),
        },
        checked: &checked,
        case,
        standing,
    };
    match args.format {
        DataFormat::Json => writeln!(out, "{}", shown.document()?)?,
        DataFormat::Human => write!(out, "{}", shown.timeline()?)?,
    }
    Ok(Outcome::Clean)
}

fn private(checked: &Checked, case: &Case) -> Result<Vec<Private>, CliError> {
    let mut all = Vec::new();
    for (step, files) in &case.annex {
        let (annex, files) = load_private(&checked.root, &case.dir, *step, Some(files)).map_err(
            |error| match error {
                AnnexError::Io(path, error) => CliError::Io(path, error),
                AnnexError::Malformed(path) => {
                    CliError::User("letter-annex", args!(path: path.display().to_string()))
                }
            },
        )?;
        let step = *step;
        all.push(Private { step, annex, files });
    }
    Ok(all)
}
