//! `klacht explain`: what a rule finds, why, an example, and what to do.

use std::io::Write;

use clap::Args;

use super::session::Session;
use super::{CliError, Outcome, table};
use crate::args;
use crate::finding::Args as Values;
use crate::locale::Locale;
use crate::register::shape::nearest;
use crate::rules::examples::{ExampleFile, example, parse_example};
use crate::rules::sentences::sentence;
use crate::rules::{self, Rule};

/// Says what is done in a line of a short history.
fn done(line: &str, locale: &Locale) -> String {
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    let (what, more) = rest.split_once(' ').unwrap_or((rest, ""));
    let (first, second) = match verb {
        "change" => more.split_once(" => "),
        _ => more.split_once(' '),
    }
    .unwrap_or((more, ""));
    let said = args!(what: what, first: first, second: second);
    locale.text_with(&format!("example-{verb}"), &said)
}

#[derive(Args)]
pub struct ExplainArgs {
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

pub fn run(
    args: &ExplainArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let locale = session.locale();
    match &args.code {
        None => write!(out, "{}", list(locale))?,
        Some(code) => explain(find(code)?, locale, out)?,
    }
    Ok(Outcome::Clean)
}

/// Finds a rule by its code or its name; the letter of a code is left out easily, for people speak of the rules of the
/// procedure by number.
fn find(typed: &str) -> Result<&'static Rule, CliError> {
    let code = typed.to_ascii_uppercase();
    rules::rule(&code)
        .or_else(|| rules::rule(&format!("K{code}")))
        .or_else(|| rules::all().find(|rule| rule.name.eq_ignore_ascii_case(&code)))
        .ok_or_else(|| {
            let near = nearest(&code, rules::all().map(|rule| rule.code));
            CliError::User("no-such-rule", args!(code: code.as_str(), near: near))
        })
}

fn list(locale: &Locale) -> String {
    let row = |rule: &Rule| {
        let (level, title) = (level(rule, locale), part(rule, "title", locale));
        vec![rule.code.to_owned(), level, title]
    };
    let rows: Vec<Vec<String>> = rules::all().map(row).collect();
    table::columns(&rows)
}

fn explain(rule: &Rule, locale: &Locale, out: &mut dyn Write) -> Result<(), CliError> {
    let width = table::width().min(100);
    let (title, level) = (part(rule, "title", locale), level(rule, locale));
    writeln!(out, "{} {title} ({level}, {})\n", rule.code, rule.name)?;
    let what = part(rule, "what", locale);
    writeln!(out, "{}", table::wrapped(&what, width, ""))?;
    for sentence in rule.sentences.iter().filter_map(|id| sentence(id)) {
        let clause = args!(clause: usize::from(sentence.clause));
        let clause = locale.text_with("explain-clause", &clause);
        let quoted = table::wrapped(sentence.text(locale.language()), width, "  > ");
        writeln!(out, "\n{clause}\n{quoted}")?;
    }
    let example = example(rule.code).and_then(parse_example);
    for file in example.into_iter().flatten().filter(|file| file.fails) {
        shown(&file, width, locale, out)?;
    }
    let (remedy, fix) = (locale.text("explain-remedy"), part(rule, "fix", locale));
    writeln!(out, "\n{remedy}:\n{}", table::wrapped(&fix, width, "  "))?;
    if rule.waivable {
        writeln!(out, "\n{}", locale.text("explain-waivable"))?;
    }
    Ok(())
}

/// Shows a file that fails, or what fails in a history, in words.
fn shown(
    file: &ExampleFile<'_>,
    width: usize,
    locale: &Locale,
    out: &mut dyn Write,
) -> Result<(), CliError> {
    let example = locale.text("explain-example");
    if file.path == "history" {
        writeln!(out, "\n{example}:\n")?;
        for line in file.text.lines().filter(|line| !line.is_empty()) {
            let done = table::wrapped(&done(line, locale), width, "    ");
            writeln!(out, "{done}")?;
        }
        return Ok(());
    }
    writeln!(out, "\n{example}: {}\n", file.path)?;
    for line in file.text.trim_end().lines() {
        writeln!(out, "{}", format!("    {line}").trim_end())?;
    }
    Ok(())
}

fn part(rule: &Rule, name: &str, locale: &Locale) -> String {
    let said = locale.attribute(rule.code, name, &Values::new());
    said.unwrap_or_default()
}

fn level(rule: &Rule, locale: &Locale) -> String {
    locale.text(&format!("level-{}", rule.level.word()))
}
