//! `klacht explain`: what a rule finds, why, an example, and what to do.

use std::io::Write;

use clap::Args;

use super::session::Session;
use super::{CliError, Outcome, table};
use crate::args;
use crate::finding::Args as Values;
use crate::locale::Locale;
use crate::register::shape::nearest;
use crate::rules::examples::{example, parse_example};
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
    let none = Values::new();
    let title = |rule: &Rule| {
        locale
            .attribute(rule.code, "title", &none)
            .unwrap_or_default()
    };
    let level = |rule: &Rule| locale.text(&format!("level-{}", rule.level.word()));
    let Some(code) = &args.code else {
        let rows: Vec<Vec<String>> = rules::all()
            .map(|rule| vec![rule.code.to_owned(), level(rule), title(rule)])
            .collect();
        write!(out, "{}", table::columns(&rows))?;
        return Ok(Outcome::Clean);
    };
    let code = code.to_ascii_uppercase();
    // A letter is left out easily: the rules of the procedure are those that people speak of by number.
    let rule = rules::rule(&code)
        .or_else(|| rules::rule(&format!("K{code}")))
        .or_else(|| rules::all().find(|rule| rule.name.eq_ignore_ascii_case(&code)));
    let Some(rule) = rule else {
        let near = nearest(&code, rules::all().map(|rule| rule.code));
        return Err(CliError::User(
            "no-such-rule",
            args!(code: code.as_str(), near: near),
        ));
    };
    let part = |name| locale.attribute(rule.code, name, &none).unwrap_or_default();
    let width = table::width().min(100);
    writeln!(
        out,
        "{} {} ({}, {})\n",
        rule.code,
        title(rule),
        level(rule),
        rule.name
    )?;
    writeln!(out, "{}", table::wrapped(&part("what"), width, ""))?;
    for sentence in rule.sentences.iter().filter_map(|id| sentence(id)) {
        let clause = locale.text_with(
            "explain-clause",
            &args!(clause: usize::from(sentence.clause)),
        );
        writeln!(
            out,
            "\n{clause}\n{}",
            table::wrapped(sentence.text(locale.language()), width, "  > ")
        )?;
    }
    for file in example(rule.code)
        .and_then(parse_example)
        .into_iter()
        .flatten()
        .filter(|file| file.fails)
    {
        let example = locale.text("explain-example");
        if file.path == "history" {
            writeln!(out, "\n{example}:\n")?;
            for line in file.text.lines().filter(|line| !line.is_empty()) {
                write!(
                    out,
                    "{}",
                    table::wrapped(&done(line, &locale), width, "    ")
                )?;
                writeln!(out)?;
            }
            continue;
        }
        writeln!(out, "\n{example}: {}\n", file.path)?;
        for line in file.text.trim_end().lines() {
            writeln!(out, "{}", format!("    {line}").trim_end())?;
        }
    }
    writeln!(
        out,
        "\n{}:\n{}",
        locale.text("explain-remedy"),
        table::wrapped(&part("fix"), width, "  ")
    )?;
    if rule.waivable {
        writeln!(out, "\n{}", locale.text("explain-waivable"))?;
    }
    Ok(Outcome::Clean)
}
