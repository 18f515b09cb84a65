//! `klacht receipt`: writes what was received into the receipt log, from `post-receive`.

use std::io::{Read, Write};
use std::path::PathBuf;

use clap::Args;

use super::session::Session;
use super::{CliError, Outcome, history};
use crate::args;
use crate::history::{push, receipt};

#[derive(Args)]
pub struct ReceiptArgs {
    #[arg(long)]
    verify: bool,
}

pub fn run(
    args: &ReceiptArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let register = history::open(session, None)?;
    if args.verify {
        let lines = receipt::verify_with_refs(&register)?;
        let path = register.settings.receipts.display().to_string();
        writeln!(
            out,
            "{}",
            session
                .locale()
                .text_with("receipts-whole", &args!(n: lines, path: path))
        )?;
        return Ok(Outcome::Clean);
    }
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| CliError::Io(PathBuf::from("stdin"), error))?;
    receipt::write_receipts(&register, &push::parse_updates(&text)?, session.now())?;
    Ok(Outcome::Clean)
}
