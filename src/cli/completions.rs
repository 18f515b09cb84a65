//! `klacht completions SHELL`: what a shell needs to complete commands and options, with their help in the user's language.

use std::io::Write;

use clap::Args;
use clap_complete::{Shell, generate};

use super::session::Session;
use super::{CliError, Outcome, help};
use crate::words::choice;

choice!(
    /// A shell that completes.
    ShellName {
        /// GNU Bash.
        Bash = "bash",
        /// Z shell.
        Zsh = "zsh",
        /// Fish.
        Fish = "fish",
        /// PowerShell.
        PowerShell = "powershell",
    }
);

#[derive(Args)]
pub struct CompletionsArgs {
    #[arg(value_name = "SHELL")]
    shell: ShellName,
}

pub fn run(
    args: &CompletionsArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let shell = match args.shell {
        ShellName::Bash => Shell::Bash,
        ShellName::Zsh => Shell::Zsh,
        ShellName::Fish => Shell::Fish,
        ShellName::PowerShell => Shell::PowerShell,
    };
    let mut script = Vec::new();
    generate(
        shell,
        &mut help::localized(session.locale()),
        "klacht",
        &mut script,
    );
    out.write_all(&script)?;
    Ok(Outcome::Clean)
}
