//! The procedure's terms applied to a case: which deadlines there are, and how each stands on the reference date.
//! Pure functions; what a term is, is data in `procedure.yaml`.

mod analyses;
mod duty;
mod events;
mod terms;

pub use analyses::{AnalysisDeadline, analysis_deadlines};
pub use duty::Duty;

use serde::Serialize;

use crate::calendar::Calendar;
use crate::register::case::Case;
use crate::register::procedure::{Event, Procedure, Term};
use crate::register::step::{Step, StepKind, Waived};
use crate::words::{Day, Id, StaffId, choice};
use crate::workflow::{Moment, Standing};
use terms::Terms;

choice!(
    /// How a deadline stands.
    State {
        /// Done in time.
        Met = "met",
        /// Done, or made pointless, after the last day: a breach.
        Late = "late",
        /// Still open, the last day not near.
        Due = "due",
        /// Still open, the last day near.
        DueSoon = "due-soon",
        /// Still open after the last day.
        Overdue = "overdue",
        /// Never asked for: another deadline took its place, or the case ended before the last day.
        Void = "void",
    }
);

impl State {
    /// Tells whether the deadline still asks for something.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Due | Self::DueSoon | Self::Overdue)
    }
}

/// The rules that a term of the procedure itself is exceeded by, by the id of the term.
pub const RULES_OF_TERMS: [(&str, &str); 6] = [
    ("acknowledgement", "K301"),
    ("refusal", "K302"),
    ("handling", "K303"),
    ("report", "K601"),
    ("offer", "K801"),
    ("prevention", "K701"),
];

/// The rule that any other term is exceeded by.
pub const RULE_OF_OTHERS: &str = "K390";

/// Gives the code of the rule that a term is exceeded by, which is also the one to waive.
pub fn rule_of(term: &Term) -> &'static str {
    let mut own = RULES_OF_TERMS.iter();
    let own = own.find(|(id, _)| *id == term.id.as_str());
    own.map_or(RULE_OF_OTHERS, |(_, code)| code)
}

/// Tells whether a waiver is of a term: of the rule that it is exceeded by, and of this term where it names one.
pub fn waives(waived: &Waived, term: &Term) -> bool {
    waived.rule.as_str() == rule_of(term) && waived.term.as_ref().is_none_or(|id| *id == term.id)
}

/// What ended a deadline.
#[derive(Debug, Clone, Copy)]
pub enum End {
    /// What it asks for was done.
    Met(Moment),
    /// It was no longer called for, though that was not done.
    Pointless(Moment),
}

impl End {
    /// Gives when that was.
    pub const fn moment(self) -> Moment {
        match self {
            Self::Met(moment) | Self::Pointless(moment) => moment,
        }
    }
}

/// A term applied to a case, or to one measure of it.
#[derive(Debug, Clone)]
pub struct Deadline<'a> {
    /// The term.
    pub term: &'a Term,
    /// The measure, for a term that each measure has of its own.
    pub measure: Option<&'a Id>,
    /// Who is to see to it: the owner of the measure, or the handler in force.
    pub responsible: Option<&'a StaffId>,
    /// What started it.
    pub start: Moment,
    /// The last day that is in time.
    pub last_day: Day,
    /// The step of the extension that made it so, if one did.
    pub extended: Option<usize>,
    /// What met it or made it pointless.
    pub end: Option<End>,
    /// Whether it stands as it was first written, whatever was corrected.
    pub as_written: bool,
    /// How it stands.
    pub state: State,
}

impl Deadline<'_> {
    /// Tells whether the complainant was told the day: what was promised, or what was offered.
    fn is_promised(&self) -> bool {
        matches!(self.term.from, Event::Promised | Event::OfferDue)
    }

    /// Gives how it stands on a day; `soon` is the last day that is near.
    fn state_on(&self, as_of: Day, soon: Day) -> State {
        match self.end {
            Some(end) if end.moment().day > self.last_day => State::Late,
            Some(End::Pointless(_)) => State::Void,
            Some(End::Met(_)) => State::Met,
            None if as_of > self.last_day => State::Overdue,
            None if soon >= self.last_day => State::DueSoon,
            None => State::Due,
        }
    }

    /// Gives what met it.
    pub const fn met(&self) -> Option<Moment> {
        match self.end {
            Some(End::Met(moment)) => Some(moment),
            _ => None,
        }
    }

    /// Gives what ended it without its being met.
    pub const fn ended(&self) -> Option<Moment> {
        match self.end {
            Some(End::Pointless(moment)) => Some(moment),
            _ => None,
        }
    }

    /// Takes the last day of the same deadline as it was first written.
    const fn keep_last_day(&mut self, first: &Self) {
        (self.last_day, self.extended) = (first.last_day, first.extended);
        self.as_written = true;
    }

    /// Tells whether another is the same deadline, of another version of the case.
    fn is_that_of(&self, other: &Self) -> bool {
        self.term.id == other.term.id
            && self.measure == other.measure
            && self.start.step == other.start.step
    }

    /// Gives the number of the measure among those of its step, from 1: it names the measure without saying anything of it.
    pub fn measure_number(&self, case: &Case) -> Option<usize> {
        let id = self.measure?;
        let measures = case.steps.get(self.start.step)?.action.measures();
        let at = measures.iter().position(|measure| measure.id == id);
        at.map(|index| index + 1)
    }

    /// Gives the step that closed a complaint which was handled without the acknowledgement that this asks for: closing ended the
    /// term, but did not make the acknowledgement needless.
    pub fn passed_over(&self, case: &Case) -> Option<usize> {
        let end = self.ended().filter(|_| self.state == State::Void)?;
        let until_then = &case.steps[..end.step];
        let is_there = |kind| until_then.iter().any(|step| step.kind() == kind);
        let passed_over = self.term.met_by.contains(&Event::Acknowledged)
            && case.steps[end.step].kind() == StepKind::Closed
            && is_there(StepKind::Reported)
            && !is_there(StepKind::Acknowledged);
        passed_over.then_some(end.step)
    }

    /// Gives the day on which it was recorded that this was met in time, if that was after the last day only.
    pub fn recorded_late(&self, case: &Case) -> Option<Day> {
        let end = self.met().filter(|_| self.state == State::Met)?;
        let recorded = case.steps[end.step].date;
        (recorded > self.last_day).then_some(recorded)
    }

    /// Counts the days after the last day until it was met, or until `as_of`; 0 when in time.
    pub fn days_late(&self, as_of: Day) -> i64 {
        let until = self.end.map_or(as_of, |end| end.moment().day);
        until.days_since(self.last_day).max(0)
    }
}

/// A deadline as machine output has it.
#[derive(Debug, Clone, Serialize)]
pub struct DeadlineRecord {
    /// The id of the term.
    pub term: String,
    /// The measure, if it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// Who is to see to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsible: Option<String>,
    /// The day that started it.
    pub start: Day,
    /// The last day in time.
    pub last_day: Day,
    /// The day on which it was met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<Day>,
    /// The day from which it was no longer called for, though not met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Day>,
    /// The day on which it was recorded that it was met in time, if that was after the last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded: Option<Day>,
    /// How it stands.
    pub state: State,
}

impl DeadlineRecord {
    /// Describes a deadline of a case.
    pub fn new(deadline: &Deadline<'_>, case: &Case) -> Self {
        Self {
            term: deadline.term.id.to_string(),
            measure: deadline.measure.map(Id::to_string),
            responsible: deadline.responsible.map(Id::to_string),
            start: deadline.start.day,
            last_day: deadline.last_day,
            met: deadline.met().map(|met| met.day),
            ended: deadline.ended().map(|end| end.day),
            recorded: deadline.recorded_late(case),
            state: deadline.state,
        }
    }
}

/// Applies every term of a procedure to steps as they stand, whatever stood there before a correction.
pub fn of_steps<'a>(
    procedure: &'a Procedure,
    calendar: &Calendar,
    steps: &'a [Step],
    standing: &Standing<'a>,
    as_of: Day,
) -> Vec<Deadline<'a>> {
    let soon = calendar.last_day(as_of, procedure.due_soon);
    let of_case = Terms::of_case(calendar, steps, standing, [as_of, soon]);
    let mut all: Vec<Deadline<'a>> = procedure
        .terms
        .iter()
        .flat_map(|term| of_case.of_term(term))
        .filter(|deadline| procedure.counts(deadline.term, deadline.start.day))
        .collect();
    replace(&mut all, steps);
    all
}

/// Applies every term of a procedure to a case as it stands on a day.
///
/// What was late as it was first written stays late, and what was overdue when a correction was written stays missed, whatever
/// was corrected: a correction explains a breach, and only a waiver sets it aside (design, section 4). Nor does a correction move
/// a day to later that the complainant was told: that takes an extension, of which they hear.
pub fn deadlines<'a>(
    procedure: &'a Procedure,
    calendar: &Calendar,
    case: &'a Case,
    standing: &Standing<'a>,
    as_of: Day,
) -> Vec<Deadline<'a>> {
    let worked_out = |steps, standing: &_, day| of_steps(procedure, calendar, steps, standing, day);
    let mut all = worked_out(&case.steps, standing, as_of);
    let Some(written) = &case.as_written else {
        return all;
    };
    let soon = calendar.last_day(as_of, procedure.due_soon);
    for first in worked_out(written, &Standing::of_steps(written), as_of) {
        let Some(deadline) = all.iter_mut().find(|d| d.is_that_of(&first)) else {
            continue;
        };
        if first.state == State::Late {
            *deadline = first;
            deadline.as_written = true;
        } else if first.is_promised() && first.last_day < deadline.last_day {
            deadline.keep_last_day(&first);
            deadline.state = deadline.state_on(as_of, soon);
        }
    }
    let mut before = Standing::default();
    for (at, step) in written.iter().enumerate() {
        if step.kind() == StepKind::Corrected {
            let day = step.date;
            let mut then = worked_out(&written[..at], &before, day);
            then.retain(|deadline| deadline.state == State::Overdue);
            for missed in then {
                keep_missed(&mut all, missed, Moment { step: at, day });
            }
        }
        before.apply(at, step);
    }
    all
}

/// Keeps a deadline that was overdue when a correction was written, where the correction would do away with it.
fn keep_missed<'a>(all: &mut Vec<Deadline<'a>>, missed: Deadline<'a>, correction: Moment) {
    let given_up = Deadline {
        end: Some(End::Pointless(correction)),
        state: State::Late,
        as_written: true,
        ..missed.clone()
    };
    match all.iter_mut().find(|deadline| deadline.is_that_of(&missed)) {
        None => all.push(given_up),
        Some(deadline) if deadline.state == State::Void => *deadline = given_up,
        Some(deadline) if deadline.end.is_none() && deadline.last_day > missed.last_day => {
            deadline.keep_last_day(&missed);
            deadline.state = State::Overdue;
        }
        // It was met after all: in time, which the correction shows, or late, which stands already.
        Some(_) => {}
    }
}

/// Makes a deadline void when the one that replaces it was met in time (clause 3: a refusal in time stands for the acknowledgement),
/// and that was not taken back.
fn replace<'a>(all: &mut [Deadline<'a>], steps: &[Step]) {
    let stands = |end: &Moment| {
        let mut later = steps[end.step..].iter();
        later.all(|step| step.kind() != StepKind::Reopened)
    };
    let met: Vec<(&Id, Moment)> = all
        .iter()
        .filter(|d| d.state == State::Met)
        .filter_map(|d| Some((&d.term.id, d.met().filter(stands)?)))
        .collect();
    for deadline in all {
        let by = deadline
            .term
            .replaced_by
            .as_ref()
            .and_then(|id| met.iter().find(|(met, _)| *met == id));
        if let Some((_, end)) = by
            && deadline.start.step < end.step
            && deadline.end.is_none_or(|own| own.moment().step >= end.step)
        {
            deadline.end = Some(End::Pointless(*end));
            deadline.state = State::Void;
        }
    }
}
