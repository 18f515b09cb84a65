//! `klacht explain`: what a rule finds, why, an example, and what to do.

use std::io::Write;

use clap::Args;

use super::session::Session;
use super::{CliError, Outcome, table};
use crate::args;
use crate::finding::Args as Values;
use crate::register::shape::nearest;
use crate::rules::{self, Rule};

#[derive(Args)]
pub struct ExplainArgs {
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

pub fn run(args: &ExplainArgs, session: &mut Session, out: &mut dyn Write) -> Result<Outcome, CliError> {
    let locale = session.locale();
    let none = Values::new();
    let title = |rule: &Rule| locale.attribute(rule.code, "title", &none).unwrap_or_default();
    let level = |rule: &Rule| locale.text(&format!("level-{}", rule.level.word()));
    let Some(code) = &args.code else {
        let rows: Vec<Vec<String>> =
            rules::all().map(|rule| vec![rule.code.to_owned(), level(rule), title(rule)]).collect();
        write!(out, "{}", table::columns(&rows))?;
        return Ok(Outcome::Clean);
    };
    let code = code.to_ascii_uppercase();
    let rule = rules::rule(&code).or_else(|| rules::all().find(|rule| rule.name.eq_ignore_ascii_case(&code)));
    let Some(rule) = rule else {
        let near = nearest(&code, rules::all().map(|rule| rule.code));
        return Err(CliError::User("no-such-rule", args!(code: code.as_str(), near: near)));
    };
    let part = |name| locale.attribute(rule.code, name, &none).unwrap_or_default();
    writeln!(out, "{} {} ({}, {})\n", rule.code, title(rule), level(rule), rule.name)?;
    writeln!(out, "{}\n", part("what"))?;
    Ok(Outcome::Clean)
}
