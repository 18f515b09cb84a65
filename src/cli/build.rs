//! `klacht build`: checks the register and writes the site.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::session::Session;
use super::{CliError, Outcome};

#[derive(Args)]
pub struct BuildArgs {
    #[arg(long, short = 'o', value_name = "DIR", default_value = "site")]
    out: PathBuf,
    #[arg(long, value_name = "DIR", default_value = "templates")]
    templates: PathBuf,
    #[arg(long)]
    force: bool,
}

pub fn run(_args: &BuildArgs, _session: &mut Session, _out: &mut dyn Write) -> Result<Outcome, CliError> {
    Err(CliError::Internal("the site is not there yet".into()))
}
