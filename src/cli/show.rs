//! `klacht show CASE`: the timeline of a case, its deadlines, and what may come next.

use std::io::Write;

use clap::Args;
use serde::Serialize;
use serde_yaml::Mapping;

use super::details::{corrected, details, private_details};
use super::list::DataFormat;
use super::session::{Checked, Session};
use super::{CliError, Outcome, table};
use crate::args;
use crate::deadlines::{Deadline, DeadlineRecord, deadlines};
use crate::finding::Finding;
use crate::register::annex::{AnnexError, load_private};
use crate::register::case::Case;
use crate::register::named::List;
use crate::register::step::Step;
use crate::report::{printable, printable_line};
use crate::rules::message::message;
use crate::words::{CaseId, Day, StaffId};
use crate::workflow::{NextStep, Stage, Standing, Who, next_steps};

#[derive(Args)]
pub struct ShowArgs {
    #[arg(value_name = "CASE")]
    case: CaseId,
    #[arg(long)]
    private: bool,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: DataFormat,
}

#[derive(Serialize)]
struct Document {
    case: String,
    as_of: Day,
    stage: Stage,
    #[serde(skip_serializing_if = "Option::is_none")]
    handler: Option<String>,
    steps: Vec<serde_yaml::Mapping>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    private: Vec<Private>,
    corrections: Vec<Change>,
    deadlines: Vec<DeadlineRecord>,
    findings: Vec<Said>,
    next: Vec<Next>,
}

/// What is kept of a step in `private/`.
#[derive(Serialize)]
struct Private {
    step: usize,
    annex: Mapping,
    files: Vec<String>,
}

#[derive(Serialize)]
struct Change {
    step: usize,
    field: String,
    was: String,
    now: String,
    corrected_by_step: usize,
}

#[derive(Serialize)]
struct Said {
    code: &'static str,
    level: &'static str,
    waived: bool,
    message: String,
}

#[derive(Serialize)]
struct Next {
    step: &'static str,
    usual: bool,
    who: Vec<&'static str>,
    people: Vec<String>,
}

pub fn run(
    args: &ShowArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let checked = session.check()?;
    let id = args.case;
    let case = checked.case(id)?;
    let standing = Standing::of(case);
    let procedure = checked.register.procedure.as_ref();
    let calendar = procedure
        .map(crate::register::procedure::Procedure::calendar)
        .unwrap_or_default();
    let deadlines = procedure
        .map(|procedure| deadlines(procedure, &calendar, case, &standing, checked.as_of))
        .unwrap_or_default();
    let findings: Vec<&Finding> = checked
        .findings
        .iter()
        .filter(|finding| finding.case == Some(id))
        .collect();
    let private = match args.private {
        true => private(&checked, case)?,
        false => Vec::new(),
    };
    match args.format {
        DataFormat::Json => {
            let document = Document {
                private,
                ..document(&checked, case, &standing, &deadlines, &findings)?
            };
            writeln!(out, "{}", serde_json::to_string_pretty(&document)?)?;
        }
        DataFormat::Human => write!(
            out,
            "{}",
            shown(&checked, case, &standing, &deadlines, &findings, &private)?
        )?,
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

fn document(
    checked: &Checked,
    case: &Case,
    standing: &Standing<'_>,
    deadlines: &[Deadline<'_>],
    findings: &[&Finding],
) -> Result<Document, CliError> {
    let steps = case
        .steps
        .iter()
        .map(Step::to_mapping)
        .collect::<Result<_, _>>();
    Ok(Document {
        case: case.id.to_string(),
        as_of: checked.as_of,
        stage: standing.stage(),
        handler: standing.handler_id().map(ToString::to_string),
        steps: steps.map_err(|error| CliError::Internal(error.to_string()))?,
        private: Vec::new(),
        corrections: case
            .corrections
            .iter()
            .map(|c| Change {
                step: c.step + 1,
                field: c.field.clone(),
                was: c.was.clone(),
                now: c.now.clone(),
                corrected_by_step: c.by_step + 1,
            })
            .collect(),
        deadlines: deadlines
            .iter()
            .map(|deadline| DeadlineRecord::new(deadline, case))
            .collect(),
        findings: findings
            .iter()
            .map(|finding| Said {
                code: finding.code,
                level: finding.level.word(),
                waived: finding.waived,
                message: message(finding, &checked.locale),
            })
            .collect(),
        next: next_steps(standing)
            .into_iter()
            .map(|next| Next {
                step: next.step.word(),
                usual: next.usual,
                who: next.who.iter().map(|who| who.word()).collect(),
                people: people(checked, standing, &next)
                    .into_iter()
                    .map(|id| id.to_string())
                    .collect(),
            })
            .collect(),
    })
}

/// Lists who may do a step today, for roles that name people.
fn people<'a>(checked: &'a Checked, standing: &Standing<'a>, next: &NextStep) -> Vec<&'a StaffId> {
    let mut people: Vec<&StaffId> = Vec::new();
    for who in next.who {
        match who {
            Who::Coordinator => {
                let staff = checked.register.staff.iter();
                let coordinators = staff.flat_map(|staff| staff.coordinators(checked.as_of));
                people.extend(coordinators.map(|person| &person.id));
            }
            Who::Handler => people.extend(standing.handler_id()),
            Who::EmployeeConcerned => people.extend(standing.about.iter().copied()),
            Who::MeasureOwner => {
                people.extend(
                    standing
                        .offers
                        .iter()
                        .filter(|offer| offer.is_open())
                        .map(|offer| &offer.measure.owner),
                );
                people.extend(
                    standing
                        .measures
                        .iter()
                        .filter(|m| m.carried_out.is_none())
                        .map(|m| &m.measure.owner),
                );
            }
            Who::Anyone | Who::Author => {}
        }
    }
    people.sort();
    people.dedup();
    people
}

fn shown(
    checked: &Checked,
    case: &Case,
    standing: &Standing<'_>,
    deadlines: &[Deadline<'_>],
    findings: &[&Finding],
    private: &[Private],
) -> Result<String, CliError> {
    let locale = &checked.locale;
    let name = |id: &StaffId| {
        checked
            .register
            .staff
            .as_ref()
            .map_or_else(|| id.to_string(), |s| s.name(id).to_owned())
    };
    let mut out = format!(
        "{}  {}\n",
        case.id,
        locale.text(&format!("stage-{}", standing.stage()))
    );
    if let Some((_, received)) = standing.received {
        out.push_str(&format!("{}\n\n", printable(received.summary.as_str())));
        let procedure = checked.register.procedure.as_ref();
        let category = List::Categories.label(procedure, &received.category, locale.language());
        let about: Vec<String> = standing.about.iter().map(|id| name(id)).collect();
        let facts = [
            (
                "show-complainant",
                locale.text(&format!("complainant-{}", received.complainant)),
            ),
            ("show-category", category.to_owned()),
            (
                "show-about",
                if about.is_empty() {
                    "–".to_owned()
                } else {
                    about.join(", ")
                },
            ),
            (
                "show-handler",
                standing.handler_id().map_or_else(|| "–".to_owned(), &name),
            ),
        ];
        let rows: Vec<Vec<String>> = facts
            .into_iter()
            .map(|(key, text)| vec![locale.text(key), text])
            .collect();
        out.push_str(&table::columns(&rows));
    }

    out.push_str(&format!("\n{}\n", locale.text("show-steps")));
    for (index, step) in case.steps.iter().enumerate() {
        let rows = vec![vec![
            format!("{:>3}", index + 1),
            step.date.to_string(),
            locale.text(&format!("step-{}", step.kind().word())),
            name(&step.by),
        ]];
        out.push_str(&table::columns(&rows));
        let said = details(checked, case, step);
        for line in said.map_err(|error| CliError::Internal(error.to_string()))? {
            out.push_str(&format!("       {line}\n"));
        }
        for kept in private.iter().filter(|kept| kept.step == index + 1) {
            let files = kept.files.iter().map(|name| printable_line(name));
            for line in private_details(checked, &kept.annex)
                .into_iter()
                .chain(files)
            {
                out.push_str(&format!("       [private] {line}\n"));
            }
        }
        for c in case.corrections.iter().filter(|c| c.step == index) {
            let (_, was) = corrected(checked, step.kind(), &c.field, &c.was);
            let (field, now) = corrected(checked, step.kind(), &c.field, &c.now);
            let values = args!(field: field, was: was, now: now, step: c.by_step + 1);
            out.push_str(&format!(
                "       {}\n",
                printable_line(&locale.text_with("show-correction", &values))
            ));
        }
    }

    if !deadlines.is_empty() {
        out.push_str(&format!("\n{}\n", locale.text("show-deadlines")));
        let rows: Vec<Vec<String>> = deadlines
            .iter()
            .map(|d| {
                let measure = d.measure.map_or_else(String::new, |id| format!(" ({id})"));
                let recorded = d.recorded_late(case);
                let recorded = recorded.and_then(|day| locale.recorded_after(d.last_day, day));
                let recorded = recorded.map_or_else(String::new, |text| format!(", {text}"));
                vec![
                    format!("  {}", d.last_day),
                    format!("{}{recorded}", locale.text(&format!("state-{}", d.state))),
                    format!("{}{measure}", d.term.name.text(locale.language())),
                ]
            })
            .collect();
        out.push_str(&table::columns(&rows));
    }
    if !findings.is_empty() {
        out.push_str(&format!("\n{}\n", locale.text("show-findings")));
        for finding in findings {
            let waived = if finding.waived {
                format!(" ({})", locale.text("step-waived"))
            } else {
                String::new()
            };
            let level = locale.text(&format!("level-{}", finding.level.word()));
            out.push_str(&format!(
                "  {} {level}: {}{waived}\n",
                finding.code,
                printable_line(&message(finding, locale))
            ));
        }
    }
    out.push_str(&format!("\n{}\n", locale.text("show-next")));
    out.push_str(&table::columns(&next_rows(checked, standing)));
    Ok(out)
}

/// Gives a row for each step that may come next: its name, what it is, and who may do it.
pub fn next_rows(checked: &Checked, standing: &Standing<'_>) -> Vec<Vec<String>> {
    let locale = &checked.locale;
    let name = |id: &StaffId| {
        checked
            .register
            .staff
            .as_ref()
            .map_or_else(|| id.to_string(), |s| s.name(id).to_owned())
    };
    next_steps(standing)
        .iter()
        .map(|next| {
            let who: Vec<String> = next
                .who
                .iter()
                .map(|who| locale.text(&format!("who-{who}")))
                .collect();
            let people: Vec<String> = people(checked, standing, next)
                .into_iter()
                .map(&name)
                .collect();
            let people = if people.is_empty() {
                String::new()
            } else {
                format!(" ({})", people.join(", "))
            };
            let sign = if next.usual { "→" } else { " " };
            vec![
                format!("  {sign} {}", next.step.word()),
                locale.text(&format!("step-{}", next.step.word())),
                format!("{}{people}", who.join(", ")),
            ]
        })
        .collect()
}
