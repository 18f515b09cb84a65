//! `klacht schema`: the JSON Schema of the YAML files, for editors.

use std::io::Write;

use clap::Args;

use super::session::Session;
use super::{CliError, Outcome};
use crate::register::schema::{FileKind, editor_schema};

#[derive(Args)]
pub struct SchemaArgs {
    #[arg(value_name = "FILE", default_value = "complaint")]
    kind: FileKind,
}

pub fn run(
    args: &SchemaArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let locale = session.locale();
    let schema = editor_schema(args.kind, &|way| locale.field(way));
    writeln!(out, "{}", serde_json::to_string_pretty(&schema)?)?;
    Ok(Outcome::Clean)
}
