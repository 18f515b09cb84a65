//! The rows of one case. Everything that is shown of a record passes here as it does on the site: texts through the
//! redaction, ids only where a list has them, and nobody named whom the complaint is about.

use super::Source;
use super::table::Cell;
use crate::deadlines::Deadline;
use crate::register::case::Case;
use crate::register::named::List;
use crate::register::redaction::Redaction;
use crate::register::step::{Action, Decided, Evaluated, Refused, Step};
use crate::route;
use crate::source::Route;
use crate::words::{Day, Id, StaffId, Text};
use crate::workflow::{Moment, Offer, Preventive, Standing};

/// What stands for an id that no list has; it may be anything, and is not shown.
const UNKNOWN: &str = "unknown";

/// The words and lists of a register.
pub(super) struct Words<'a> {
    source: &'a Source<'a>,
    not_shown: String,
    origin: [Cell; 2],
}

impl<'a> Words<'a> {
    pub(super) fn new(source: &'a Source<'a>) -> Self {
        let organisation = source
            .register
            .procedure
            .as_ref()
            .map_or(Cell::Empty, |p| text(p.organisation.name.as_str()));
        Self {
            source,
            not_shown: source.locale.text("not-shown"),
            origin: [organisation, day(source.as_of)],
        }
    }

    /// Gives a word of a list that the program knows.
    fn word(&self, list: &str, code: &str) -> Cell {
        Cell::Word {
            code: code.to_owned(),
            shown: self.source.locale.text(&format!("{list}-{code}")),
        }
    }

    /// Gives a word that stands for something not shown, by the key of what people read.
    fn instead(&self, code: &str, key: &str) -> Cell {
        Cell::Word {
            code: code.to_owned(),
            shown: self.source.locale.text(key),
        }
    }

    /// Gives an entry of a list of `procedure.yaml`.
    fn entry(&self, list: List, id: &Id) -> Cell {
        let found = list.find(self.source.register.procedure.as_ref(), id);
        found.map_or_else(
            || self.instead(UNKNOWN, "unknown-entry"),
            |entry| Cell::Word {
                code: id.to_string(),
                shown: entry.name.text(self.source.locale.language()).to_owned(),
            },
        )
    }

    /// Gives a member of staff; without `staff.yaml` every id is one, as on the site.
    fn person(&self, id: &StaffId) -> Cell {
        let Some(staff) = &self.source.register.staff else {
            return text(id.as_str());
        };
        staff.get(id).map_or_else(
            || self.instead(UNKNOWN, "unknown-person"),
            |person| Cell::Word {
                code: id.to_string(),
                shown: person.name.to_string(),
            },
        )
    }
}

/// A case, for its rows.
pub(super) struct OfCase<'c> {
    case: &'c Case,
    standing: &'c Standing<'c>,
    words: &'c Words<'c>,
    redaction: Redaction<'c>,
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

const fn day(day: Day) -> Cell {
    Cell::Day(day.0)
}

fn moment(moment: Option<Moment>) -> Cell {
    moment.map_or(Cell::Empty, |moment| day(moment.day))
}

fn count(number: usize) -> Cell {
    Cell::Whole(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Gives what is there, or nothing.
fn some<T>(value: Option<T>, cell: impl FnOnce(T) -> Cell) -> Cell {
    value.map_or(Cell::Empty, cell)
}

impl<'c> OfCase<'c> {
    pub(super) fn new(case: &'c Case, standing: &'c Standing<'c>, words: &'c Words<'c>) -> Self {
        Self {
            case,
            standing,
            words,
            redaction: Redaction::new(case, &words.not_shown),
        }
    }

    /// Puts what every row begins with before the rest of it.
    fn row<const N: usize>(&self, rest: [Cell; N]) -> Vec<Cell> {
        let origin = self.words.origin.iter().cloned();
        origin
            .chain([text(&self.case.id.to_string())])
            .chain(rest)
            .collect()
    }

    /// Names who did a step, as the site does.
    fn by(&self, step: &Step) -> Cell {
        if self.case.speaks_as_concerned(step) && self.standing.about.contains(&&step.by) {
            self.words.instead("employee-concerned", "concerned")
        } else {
            self.words.person(&step.by)
        }
    }

    fn shown(&self, route: impl FnOnce() -> Route, value: &Text) -> Cell {
        text(self.redaction.text(route, value))
    }

    fn measure(&self, id: &Id) -> Cell {
        text(self.redaction.measure(id))
    }

    fn action(&self, moment: Option<Moment>) -> Option<&'c Action> {
        Some(&self.case.steps.get(moment?.step)?.action)
    }

    /// Gives the decision in force.
    fn decided(&self) -> Option<&'c Decided> {
        match self.action(self.standing.verdict.map(|(moment, _)| moment))? {
            Action::Decided(decided) => Some(decided),
            _ => None,
        }
    }

    /// Gives the refusal in force.
    fn refused(&self) -> Option<&'c Refused> {
        match self.action(self.standing.refused)? {
            Action::Refused(refused) => Some(refused),
            _ => None,
        }
    }

    /// Gives the judgement of a preventive measure.
    fn evaluated(&self, measure: &Preventive<'_>) -> Option<&'c Evaluated> {
        match self.action(measure.evaluated)? {
            Action::Evaluated(evaluated) => Some(evaluated),
            _ => None,
        }
    }

    pub(super) fn case(&self) -> Option<Vec<Cell>> {
        let (receipt, received) = self.standing.received?;
        let (words, standing, decided) = (self.words, self.standing, self.decided());
        Some(self.row([
            day(receipt.day),
            words.word("channel", received.channel.word()),
            words.word("complainant", received.complainant.word()),
            some(received.commissioned_by.as_ref(), |body| {
                words.word("body", body.kind.word())
            }),
            count(standing.about.len()),
            some(received.service.as_ref(), |id| {
                words.entry(List::Services, id)
            }),
            words.entry(List::Categories, &received.category),
            some(received.occurred.as_ref().and_then(|when| when.date), day),
            self.shown(
                || route!["steps", receipt.step, "summary"],
                &received.summary,
            ),
            some(received.same_incident_as, |other| text(&other.to_string())),
            words.word("stage", standing.stage().word()),
            Cell::Flag(standing.closed.is_none()),
            some(standing.handler_id(), |id| self.words.person(id)),
            moment(standing.acknowledged),
            some(standing.promised, day),
            moment(standing.refused),
            some(self.refused(), |refused| {
                words.entry(List::RefusalGrounds, &refused.ground)
            }),
            moment(standing.verdict.map(|(moment, _)| moment)),
            some(decided, |d| words.word("verdict", d.verdict.word())),
            some(decided, |d| words.word("severity", d.severity.word())),
            some(decided, |d| words.entry(List::Causes, &d.cause)),
            some(decided, |d| {
                words.word("responsibility", d.responsibility.word())
            }),
            moment(standing.resolved),
            moment(standing.reported),
            some(standing.satisfaction, |answer| {
                words.word("satisfaction", answer.word())
            }),
            moment(standing.withdrawn),
            moment(standing.closed),
            moment(standing.appeal.map(|appeal| appeal.made)),
            some(standing.appeal, |appeal| {
                words.word("body", appeal.body.word())
            }),
        ]))
    }

    pub(super) fn steps(&self) -> Vec<Vec<Cell>> {
        let steps = self.case.steps.iter().zip(1..);
        let row = |(step, number): (&Step, usize)| {
            self.row([
                count(number),
                self.words.word("step", step.kind().word()),
                day(step.date),
                self.by(step),
            ])
        };
        steps.map(row).collect()
    }

    pub(super) fn deadline(&self, deadline: &Deadline<'_>) -> Vec<Cell> {
        self.row([
            Cell::Word {
                code: deadline.term.id.to_string(),
                shown: deadline
                    .term
                    .name
                    .text(self.words.source.locale.language())
                    .to_owned(),
            },
            some(deadline.measure, |id| self.measure(id)),
            some(deadline.responsible, |id| self.words.person(id)),
            day(deadline.start.day),
            day(deadline.last_day),
            moment(deadline.met()),
            moment(deadline.ended()),
            self.words.word("state", deadline.state.word()),
            Cell::Whole(deadline.days_late(self.words.source.as_of)),
        ])
    }

    pub(super) fn measures(&self) -> Vec<Vec<Cell>> {
        let offers = self.standing.offers.iter().map(|offer| self.offer(offer));
        let preventive = self.standing.measures.iter();
        offers
            .chain(preventive.map(|measure| self.preventive(measure)))
            .collect()
    }

    fn description(&self, step: usize, index: usize, value: &Text) -> Cell {
        self.shown(
            || route!["steps", step, "measures", index, "description"],
            value,
        )
    }

    fn offer(&self, offer: &Offer<'_>) -> Vec<Cell> {
        let measure = offer.measure;
        self.row([
            self.measure(&measure.id),
            self.words.word("offer", measure.kind.word()),
            Cell::Empty,
            Cell::Empty,
            self.description(offer.offered.step, offer.index, &measure.description),
            self.words.person(&measure.owner),
            day(offer.offered.day),
            day(measure.due),
            some(offer.answer, |(answer, _)| {
                self.words.word("answer", answer.word())
            }),
            moment(offer.carried_out),
            Cell::Empty,
            Cell::Empty,
        ])
    }

    fn preventive(&self, preventive: &Preventive<'_>) -> Vec<Cell> {
        let measure = preventive.measure;
        self.row([
            self.measure(&measure.id),
            self.words.instead("preventive", "export-preventive"),
            self.words.entry(List::Categories, &measure.category),
            self.words.word("trigger", measure.trigger.word()),
            self.description(
                preventive.decided.step,
                preventive.index,
                &measure.description,
            ),
            self.words.person(&measure.owner),
            day(preventive.decided.day),
            day(measure.due),
            Cell::Empty,
            moment(preventive.carried_out),
            moment(preventive.evaluated),
            some(self.evaluated(preventive), |evaluated| {
                self.words.word("effect", evaluated.effect.word())
            }),
        ])
    }
}
