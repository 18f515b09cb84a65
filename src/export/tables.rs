//! The register as four tables: cases, steps, deadlines and measures, as the site shows them. Who is complained about is
//! not named, and a text that gives something private away is left out.

use super::csv::{Cell, Table};
use crate::deadlines::deadlines;
use crate::register::Register;
use crate::register::case::Case;
use crate::register::procedure::Procedure;
use crate::register::redaction::Redaction;
use crate::register::step::{Action, choice};
use crate::register::words::{Day, Id, StaffId, Text};
use crate::route;
use crate::workflow::Standing;

choice!(
    /// A table of the export.
    What {
        /// One row a case.
        Cases = "cases",
        /// One row a step.
        Steps = "steps",
        /// One row a deadline.
        Deadlines = "deadlines",
        /// One row an offered or preventive measure.
        Measures = "measures",
    }
);

/// Makes a table of a register as it stands on a day; `not_shown` takes the place of what is left out.
pub fn table(what: What, register: &Register, as_of: Day, not_shown: &str) -> Table {
    let columns: &[&str] = match what {
        What::Cases => &[
            "case",
            "received",
            "channel",
            "complainant",
            "commissioned_by",
            "employees_concerned",
            "service",
            "category",
            "occurred",
            "summary",
            "stage",
            "handler",
            "verdict",
            "cause",
            "satisfaction",
            "closed",
            "appealed",
            "same_incident_as",
        ],
        What::Steps => &["case", "number", "step", "date", "by"],
        What::Deadlines => &[
            "case",
            "term",
            "measure",
            "responsible",
            "start",
            "last_day",
            "met",
            "state",
            "days_late",
        ],
        What::Measures => &[
            "case",
            "measure",
            "kind",
            "category",
            "trigger",
            "description",
            "owner",
            "decided",
            "due",
            "carried_out",
            "answer",
        ],
    };
    let mut table = Table {
        columns: columns.to_vec(),
        rows: Vec::new(),
    };
    let calendar = register
        .procedure
        .as_ref()
        .map(Procedure::calendar)
        .unwrap_or_default();
    for case in register.cases.values() {
        let standing = Standing::of(case);
        let row = OfCase {
            case,
            standing: &standing,
            redaction: Redaction::new(case, not_shown),
        };
        match what {
            What::Cases => table.rows.extend(row.case()),
            What::Steps => table.rows.extend(row.steps()),
            What::Measures => table.rows.extend(row.measures()),
            What::Deadlines => {
                let Some(procedure) = &register.procedure else {
                    continue;
                };
                for deadline in deadlines(procedure, &calendar, case, &standing, as_of) {
                    table.rows.push(vec![
                        row.number(),
                        id(&deadline.term.id),
                        deadline.measure.map_or(Cell::Empty, id),
                        row.person(deadline.responsible),
                        day(deadline.start.day),
                        day(deadline.last_day),
                        deadline.end.map_or(Cell::Empty, |end| day(end.day)),
                        text(deadline.state.word()),
                        Cell::Number(deadline.days_late(as_of) as f64),
                    ]);
                }
            }
        }
    }
    table
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn id(id: &Id) -> Cell {
    text(id.as_str())
}

const fn day(day: Day) -> Cell {
    Cell::Day(day.0)
}

struct OfCase<'c> {
    case: &'c Case,
    standing: &'c Standing<'c>,
    redaction: Redaction<'c>,
}

impl OfCase<'_> {
    fn number(&self) -> Cell {
        text(&self.case.id.to_string())
    }

    /// Names a member of staff, unless it is somebody whom the complaint is about.
    fn person(&self, person: Option<&StaffId>) -> Cell {
        match person {
            None => Cell::Empty,
            Some(person) if self.standing.about.contains(&person) => text("employee-concerned"),
            Some(person) => id(person),
        }
    }

    fn shown(&self, route: impl FnOnce() -> crate::source::Route, value: &Text) -> Cell {
        text(self.redaction.text(route, value))
    }

    fn case(&self) -> Option<Vec<Cell>> {
        let (moment, received) = self.standing.received?;
        let place = self
            .case
            .steps
            .iter()
            .position(|step| matches!(step.action, Action::Received(_)))?;
        let cause = self
            .case
            .steps
            .iter()
            .rev()
            .find_map(|step| match &step.action {
                Action::Decided(decided) => Some(id(&decided.cause)),
                _ => None,
            });
        let occurred = received
            .occurred
            .as_ref()
            .and_then(|occurred| occurred.date);
        Some(vec![
            self.number(),
            day(moment.day),
            text(received.channel.word()),
            text(received.complainant.word()),
            received
                .commissioned_by
                .as_ref()
                .map_or(Cell::Empty, |body| text(body.kind.word())),
            Cell::Number(self.standing.about.len() as f64),
            received.service.as_ref().map_or(Cell::Empty, id),
            id(&received.category),
            occurred.map_or(Cell::Empty, day),
            self.shown(|| route!["steps", place, "summary"], &received.summary),
            text(self.standing.stage().word()),
            self.person(self.standing.handler_id()),
            self.standing
                .verdict
                .map_or(Cell::Empty, |(_, verdict)| text(verdict.word())),
            cause.unwrap_or(Cell::Empty),
            self.standing
                .satisfaction
                .map_or(Cell::Empty, |answer| text(answer.word())),
            self.standing
                .closed
                .map_or(Cell::Empty, |closed| day(closed.day)),
            self.standing
                .appeal
                .map_or(Cell::Empty, |appeal| day(appeal.made.day)),
            received
                .same_incident_as
                .map_or(Cell::Empty, |other| text(&other.to_string())),
        ])
    }

    fn steps(&self) -> Vec<Vec<Cell>> {
        let steps = self.case.steps.iter().enumerate();
        steps
            .map(|(at, step)| {
                vec![
                    self.number(),
                    Cell::Number((at + 1) as f64),
                    text(step.kind().word()),
                    day(step.date),
                    self.person(Some(&step.by)),
                ]
            })
            .collect()
    }

    fn measures(&self) -> Vec<Vec<Cell>> {
        let offers = self.standing.offers.iter().map(|offer| {
            let measure = offer.measure;
            let route = || {
                route![
                    "steps",
                    offer.offered.step,
                    "measures",
                    offer.index,
                    "description"
                ]
            };
            vec![
                self.number(),
                id(&measure.id),
                text(measure.kind.word()),
                Cell::Empty,
                Cell::Empty,
                self.shown(route, &measure.description),
                self.person(Some(&measure.owner)),
                day(offer.offered.day),
                day(measure.due),
                offer.carried_out.map_or(Cell::Empty, |done| day(done.day)),
                offer
                    .answer
                    .map_or(Cell::Empty, |(answer, _)| text(answer.word())),
            ]
        });
        let preventive = self.standing.measures.iter().map(|preventive| {
            let measure = preventive.measure;
            let route = || {
                route![
                    "steps",
                    preventive.decided.step,
                    "measures",
                    preventive.index,
                    "description"
                ]
            };
            vec![
                self.number(),
                id(&measure.id),
                text("preventive"),
                id(&measure.category),
                text(measure.trigger.word()),
                self.shown(route, &measure.description),
                self.person(Some(&measure.owner)),
                day(preventive.decided.day),
                day(measure.due),
                preventive
                    .carried_out
                    .map_or(Cell::Empty, |done| day(done.day)),
                Cell::Empty,
            ]
        });
        offers.chain(preventive).collect()
    }
}

/// Writes a table as JSON: a list of objects, with nothing where there is nothing.
pub fn json(table: &Table) -> Vec<u8> {
    let rows = table.rows.iter().map(|row| {
        let fields = table.columns.iter().zip(row).filter_map(|(column, cell)| {
            let value = match cell {
                Cell::Text(text) => text.clone().into(),
                Cell::Number(number) if number.fract() == 0.0 => (*number as i64).into(),
                Cell::Number(number) => (*number).into(),
                Cell::Day(day) => day.format("%Y-%m-%d").to_string().into(),
                Cell::Empty => return None,
            };
            Some(((*column).to_owned(), value))
        });
        serde_json::Value::Object(fields.collect())
    });
    let rows: Vec<serde_json::Value> = rows.collect();
    // Texts and numbers: nothing that JSON cannot hold.
    let mut text = serde_json::to_vec_pretty(&rows).unwrap_or_default();
    text.push(b'\n');
    text
}
