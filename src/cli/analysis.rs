//! `klacht analysis`: the answers and key figures of a year, and the draft that a coordinator signs.

use std::io::Write;

use clap::Args;

use super::list::DataFormat;
use super::session::{Checked, Session};
use super::{CliError, Outcome, table};
use crate::analysis::figures::{self, Key, YearFigures};
use crate::args;
use crate::export::year::{self, Year};
use crate::finding::Arg;
use crate::history::who::email;
use crate::history::write::write_new;
use crate::register::analysis::{AnalysisHead, Judgement, Judgements};
use crate::register::staff::Person;
use crate::report::printable_line;
use crate::wording::Wording;
use crate::wording::judged::{corrective_verdict, preventive_verdict, trend_verdict};
use crate::words::{StaffId, Text};

#[derive(Args)]
pub struct AnalysisArgs {
    #[arg(value_name = "YEAR")]
    year: u16,
    #[arg(long)]
    draft: bool,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: DataFormat,
}

pub fn run(
    args: &AnalysisArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let checked = session.check()?;
    let facts = figures::facts(&checked.register, checked.as_of);
    let years = figures::years(&facts, checked.as_of);
    if !years.contains(&i32::from(args.year)) {
        // The year's cases may be what cannot be read.
        checked.whole(Some(args.year))?;
        let known: Vec<String> = years.iter().map(ToString::to_string).collect();
        let key = match known.is_empty() {
            true => "analyses-none",
            false => "analysis-no-year",
        };
        let args = args!(year: args.year.to_string(), years: known.join(", "));
        return Err(CliError::User(key, args));
    }
    let figures = figures::figures(
        &checked.register,
        &facts,
        checked.as_of,
        i32::from(args.year),
    );
    if args.draft {
        // A draft is written once, so its figures are of all cases.
        checked.whole(None)?;
        write_draft(&checked, &figures, args.year, out)?;
        return Ok(Outcome::Clean);
    }
    match args.format {
        DataFormat::Json => out.write_all(&year::json(&Year::new(&checked.register, &figures)))?,
        DataFormat::Human => write!(out, "{}", shown(&checked, &figures))?,
    }
    checked.whole(None)
}

/// Gives the answers and the key figures for a terminal.
fn shown(checked: &Checked, figures: &YearFigures) -> String {
    let wording = Wording::new(&checked.locale, &checked.register);
    let mut text = String::new();
    for answer in wording.answers(figures) {
        text += &format!("{}\n  {}\n\n", answer.question, answer.text);
    }
    let decisions = wording.decisions(figures);
    text += &format!("{}\n", wording.say("analysis-decide"));
    if decisions.is_empty() {
        text += &format!("  {}\n", wording.say("analysis-decide-nothing"));
    }
    for decision in decisions {
        text += &format!("  - {decision}\n");
    }
    let rows: Vec<Vec<String>> = figures
        .key_figures()
        .into_iter()
        .map(|(name, value)| {
            vec![
                format!("  {}", wording.key_figure_name(name)),
                wording.key_figure(&value, &figures.frame),
            ]
        })
        .collect();
    // Names of causes come from the register.
    let text: String = text
        .lines()
        .map(|line| printable_line(line) + "\n")
        .collect();
    format!(
        "{text}\n{}\n{}",
        wording.say("analysis-figures"),
        table::columns(&rows)
    )
}

/// Writes the draft of a year that is over; what is there already is the coordinator's, and stays.
fn write_draft(
    checked: &Checked,
    figures: &YearFigures,
    year: u16,
    out: &mut dyn Write,
) -> Result<(), CliError> {
    if figures.frame.running {
        let args = args!(year: year.to_string());
        return Err(CliError::User("draft-year-runs", args));
    }
    let path = checked.root.join(year.to_string()).join("analysis.md");
    let shown = path.display().to_string();
    if path.symlink_metadata().is_ok() {
        return Err(CliError::User("draft-exists", args!(path: shown)));
    }
    let by = coordinator(checked)?;
    let text = draft(checked, figures, year, by)?;
    write_new(&path, text.as_bytes())?;
    writeln!(
        out,
        "{}",
        checked
            .locale
            .text_with("draft-written", &args!(path: shown))
    )?;
    Ok(())
}

/// Finds the coordinator who makes the draft: whoever works here, as git knows them, for that person signs it with a commit.
fn coordinator(checked: &Checked) -> Result<StaffId, CliError> {
    let staff = checked.register.staff.iter();
    let coordinators: Vec<&Person> = staff
        .flat_map(|staff| staff.coordinators(checked.as_of))
        .collect();
    if coordinators.is_empty() {
        return Err(CliError::User("draft-no-coordinator", args!()));
    }
    let Some(email) = email(&checked.root) else {
        return Err(CliError::User("record-nobody", args!()));
    };
    let Some(me) = checked.staff_at(&email) else {
        return Err(CliError::User("record-not-staff", args!(email: email)));
    };
    if coordinators.iter().all(|person| person.id != me.id) {
        let name = |person: &&Person| Arg::from(person.name.as_str());
        let coordinators = Arg::List(coordinators.iter().map(name).collect());
        let args = args!(name: me.name.as_str(), coordinators: coordinators);
        return Err(CliError::User("draft-by-another", args));
    }
    Ok(me.id.clone())
}

/// Makes the draft: front matter with what the figures say, and the sentences under headings.
fn draft(
    checked: &Checked,
    figures: &YearFigures,
    year: u16,
    by: StaffId,
) -> Result<String, CliError> {
    let wording = Wording::new(&checked.locale, &checked.register);
    let answers = wording.answers(figures);
    let [trends, corrective, preventive] = &answers;
    let key_figures = figures.key_figures();
    let head = AnalysisHead {
        year,
        date: checked.as_of,
        by,
        revised: Vec::new(),
        judgements: Judgements {
            trends: Some(judgement(trend_verdict(figures), &trends.text)?),
            corrective: Some(judgement(corrective_verdict(figures), &corrective.text)?),
            preventive: Some(judgement(preventive_verdict(figures), &preventive.text)?),
        },
        figures: key_figures
            .into_iter()
            .filter_map(|(name, value)| Some((name, value.parse().ok()?)))
            .collect(),
    };
    let yaml =
        serde_yaml::to_string(&head).map_err(|error| CliError::Internal(error.to_string()))?;
    let comment = |key: &str| format!("# {}\n", wording.say(key));
    let yaml = yaml
        .replace(
            "judgements:\n",
            &format!("{}judgements:\n", comment("draft-comment-verdicts")),
        )
        .replace(
            "\nfigures:\n",
            &format!("\n{}figures:\n", comment("draft-comment-figures")),
        );
    let balance = figures.flow.balance;
    let intro = args!(
        year: year.to_string(),
        received: balance.received,
        closed: balance.closed,
        open: balance.open_end,
    );
    let of_year = args!(year: year.to_string());
    let mut text = format!(
        "---\n{yaml}---\n\n# {}\n\n",
        wording.with("draft-title", &of_year)
    );
    text += &format!("{}\n", wording.with("draft-intro", &intro));
    let mut part = |title: &str, lines: Vec<String>| {
        text += &format!("\n## {title}\n");
        for line in lines {
            text += &format!("\n{line}\n");
        }
    };
    let mut about_trends = vec![trends.text.clone()];
    about_trends.extend(wording.months(figures));
    for family in &figures.families {
        about_trends.extend(
            family
                .members
                .iter()
                .filter_map(|member| wording.category_claim(figures, family, member)),
        );
    }
    about_trends.extend(wording.trend_notes(figures));
    part(&trends.question, about_trends);
    let terms = [Key::Acknowledged, Key::Told, Key::Reported, Key::Handled]
        .iter()
        .filter_map(|key| {
            let line = wording.norm(figures, *key)?;
            Some(format!("- {}: {line}", wording.metric(*key)))
        });
    let terms: Vec<String> = terms.collect();
    if !terms.is_empty() {
        part(&wording.say("draft-terms"), vec![terms.join("\n")]);
    }
    part(&corrective.question, vec![corrective.text.clone()]);
    let mut about_measures = vec![preventive.text.clone()];
    let measures = figures.measures.iter().map(|measure| {
        let said = wording.measure(measure, &measure.fact.name()).join(" ");
        format!("- {} ({}): {said}", measure.fact.id, measure.fact.case)
    });
    let measures: Vec<String> = measures.collect();
    if !measures.is_empty() {
        about_measures.push(measures.join("\n"));
    }
    part(&preventive.question, about_measures);
    let decisions = wording.decisions(figures);
    let decisions: Vec<String> = decisions.iter().map(|line| format!("- {line}")).collect();
    let mut conclusion = Vec::new();
    if !decisions.is_empty() {
        conclusion.push(decisions.join("\n"));
    }
    conclusion.push(wording.say("draft-to-write"));
    part(&wording.say("draft-conclusion"), conclusion);
    Ok(text)
}

fn judgement<V>(verdict: V, ground: &str) -> Result<Judgement<V>, CliError> {
    let ground: Text = ground
        .parse()
        .map_err(|_| CliError::Internal("an empty ground".to_owned()))?;
    Ok(Judgement {
        verdict,
        ground: Some(ground),
    })
}
