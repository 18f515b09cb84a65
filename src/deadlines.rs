//! The procedure's terms applied to a case: which deadlines there are, and how each stands on the reference date.
//! Pure functions; what a term is, is data in `procedure.yaml`.

use serde::Serialize;

use crate::calendar::Calendar;
use crate::register::Register;
use crate::register::case::Case;
use crate::register::procedure::{Event, Procedure, Term};
use crate::register::step::{Action, Step, StepKind, choice};
use crate::register::words::{Day, Id, StaffId};
use crate::workflow::{Moment, Standing};

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
    /// What met it or made it pointless.
    pub end: Option<Moment>,
    /// Whether it was made pointless, and not met.
    pub is_pointless: bool,
    /// How it stands.
    pub state: State,
}

impl Deadline<'_> {
    /// Tells whether another is the same deadline, of another version of the case.
    fn is_that_of(&self, other: &Self) -> bool {
        self.term.id == other.term.id
            && self.measure == other.measure
            && self.start.step == other.start.step
    }

    /// Gives the number of the measure among those of its step, from 1: it names the measure without saying anything of it.
    pub fn measure_number(&self, case: &Case) -> Option<usize> {
        let id = self.measure?;
        let at = match &case.steps.get(self.start.step)?.action {
            Action::Offered(step) => step.measures.iter().position(|m| m.id == *id),
            Action::Prevention(step) => step.measures.iter().position(|m| m.id == *id),
            _ => None,
        };
        at.map(|index| index + 1)
    }

    /// Counts the days after the last day until it was met, or until `as_of`; 0 when in time.
    pub fn days_late(&self, as_of: Day) -> i64 {
        let until = self.end.map_or(as_of, |end| end.day);
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
    /// How it stands.
    pub state: State,
}

impl From<&Deadline<'_>> for DeadlineRecord {
    fn from(deadline: &Deadline<'_>) -> Self {
        let day = |is_that: bool| deadline.end.filter(|_| is_that).map(|end| end.day);
        Self {
            term: deadline.term.id.to_string(),
            measure: deadline.measure.map(Id::to_string),
            responsible: deadline.responsible.map(Id::to_string),
            start: deadline.start.day,
            last_day: deadline.last_day,
            met: day(!deadline.is_pointless),
            ended: day(deadline.is_pointless),
            state: deadline.state,
        }
    }
}

/// Applies every term of a procedure to a case as it stands on a day.
///
/// What was late as it was first written stays late, and what was overdue when a correction was written stays missed, whatever
/// was corrected: a correction explains a breach, and only a waiver sets it aside (design, section 4).
pub fn deadlines<'a>(
    procedure: &'a Procedure,
    calendar: &Calendar,
    case: &'a Case,
    standing: &Standing<'a>,
    as_of: Day,
) -> Vec<Deadline<'a>> {
    let of_steps = |steps: &'a [Step], standing: &Standing<'a>, as_of: Day| {
        let context = Context {
            calendar,
            steps,
            standing,
            as_of,
            soon: calendar.last_day(as_of, procedure.due_soon),
        };
        let mut all: Vec<Deadline<'a>> = procedure
            .terms
            .iter()
            .flat_map(|term| context.of_term(term))
            .collect();
        replace(&mut all);
        all
    };
    let mut all = of_steps(&case.steps, standing, as_of);
    let Some(written) = &case.as_written else {
        return all;
    };
    for late in of_steps(written, &Standing::of_steps(written), as_of) {
        if late.state == State::Late
            && let Some(deadline) = all.iter_mut().find(|d| d.is_that_of(&late))
        {
            *deadline = late;
        }
    }
    for (at, step) in written.iter().enumerate() {
        if step.kind() == StepKind::Corrected {
            let (before, day) = (&written[..at], step.date);
            let mut then = of_steps(before, &Standing::of_steps(before), day);
            then.retain(|deadline| deadline.state == State::Overdue);
            for missed in then {
                keep_missed(&mut all, missed, Moment { step: at, day });
            }
        }
    }
    all
}

/// Keeps a deadline that was overdue when a correction was written, where the correction would do away with it.
fn keep_missed<'a>(all: &mut Vec<Deadline<'a>>, missed: Deadline<'a>, correction: Moment) {
    let given_up = Deadline {
        end: Some(correction),
        is_pointless: true,
        state: State::Late,
        ..missed.clone()
    };
    match all.iter_mut().find(|deadline| deadline.is_that_of(&missed)) {
        None => all.push(given_up),
        Some(deadline) if deadline.state == State::Void => *deadline = given_up,
        Some(deadline) if deadline.end.is_none() && deadline.last_day > missed.last_day => {
            deadline.last_day = missed.last_day;
            deadline.state = State::Overdue;
        }
        // It was met after all: in time, which the correction shows, or late, which stands already.
        Some(_) => {}
    }
}

/// Makes a deadline void when the one that replaces it was met in time (clause 3: a refusal in time stands for the acknowledgement).
fn replace(all: &mut [Deadline<'_>]) {
    let met: Vec<(Id, Moment)> = all
        .iter()
        .filter(|d| d.state == State::Met)
        .filter_map(|d| d.end.map(|end| (d.term.id.clone(), end)))
        .collect();
    for deadline in all {
        let by = deadline
            .term
            .replaced_by
            .as_ref()
            .and_then(|id| met.iter().find(|(met, _)| met == id));
        if let Some((_, end)) = by
            && deadline.start.step < end.step
            && deadline.end.is_none_or(|own| own.step >= end.step)
        {
            deadline.end = Some(*end);
            deadline.state = State::Void;
        }
    }
}

/// The yearly analysis of a year that has passed (clause 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnalysisDeadline {
    /// The year that is analysed.
    pub year: u16,
    /// The last day in time.
    pub last_day: Day,
    /// How it stands; there is no late one here, for a file does not say when it was written.
    pub state: State,
}

/// Lists the yearly analyses that a register asks for on a day: one for every past year from the first with a case.
pub fn analysis_deadlines(
    register: &Register,
    procedure: &Procedure,
    calendar: &Calendar,
    as_of: Day,
) -> Vec<AnalysisDeadline> {
    let first = register.numbers.keys().map(|id| id.year).min();
    let past = first
        .into_iter()
        .flat_map(|first| first..u16::MAX)
        .take_while(|year| i32::from(*year) <= as_of.last_whole_year());
    past.map(|year| {
        let last_day = procedure.analysis_due.in_year(i32::from(year) + 1);
        let state = if register.analyses.contains_key(&year) {
            State::Met
        } else if as_of > last_day {
            State::Overdue
        } else if calendar.last_day(as_of, procedure.due_soon) >= last_day {
            State::DueSoon
        } else {
            State::Due
        };
        AnalysisDeadline {
            year,
            last_day,
            state,
        }
    })
    .collect()
}

struct Context<'c, 'a> {
    calendar: &'c Calendar,
    steps: &'a [Step],
    standing: &'c Standing<'a>,
    as_of: Day,
    soon: Day,
}

/// Gives the last day of a term, moved by the extensions that were told in time.
pub fn last_day(term: &Term, calendar: &Calendar, start: Day, steps: &[Step]) -> Day {
    let mut last = calendar.last_day(start, term.within);
    let Some(extension) = &term.extension else {
        return last;
    };
    let most = extension.times.map_or(usize::MAX, usize::from);
    let extensions = steps.iter().filter_map(|step| match &step.action {
        Action::Extended(extended) => Some(extended),
        _ => None,
    });
    for extended in extensions.take(most) {
        if extended.told > last || extended.expected_by <= last {
            continue;
        }
        let limit = extension.by.map(|by| calendar.last_day(last, by));
        last = limit.map_or(extended.expected_by, |limit| {
            extended.expected_by.min(limit)
        });
    }
    last
}

/// Something that happened in a case and can start or meet a term.
struct Occurrence<'a> {
    at: Moment,
    measure: Option<(&'a Id, &'a StaffId)>,
}

impl<'a> Context<'_, 'a> {
    fn of_term(&self, term: &'a Term) -> Vec<Deadline<'a>> {
        if term
            .only_if
            .is_some_and(|event| self.occurrences(event).is_empty())
        {
            return Vec::new();
        }
        let starts = self.begun(term);
        let ends: Vec<Occurrence<'a>> = term
            .met_by
            .iter()
            .flat_map(|event| self.occurrences(*event))
            .collect();
        let nexts: Vec<usize> = starts
            .iter()
            .skip(1)
            .map(|start| start.at.step)
            .chain([usize::MAX])
            .collect();
        starts
            .iter()
            .zip(nexts)
            .map(|(start, next)| {
                let mut end = ends
                    .iter()
                    .filter(|end| match (start.measure, end.measure) {
                        (Some((wanted, _)), Some((done, _))) => wanted == done,
                        // A term of the case that starts again, after a reopening, is met by what comes after that.
                        (None, _) => end.at.step > start.at.step && end.at.step <= next,
                        (Some(_), None) => false,
                    })
                    .map(|end| end.at)
                    .min_by_key(|at| (at.day, at.step));
                let last_day = last_day(
                    term,
                    self.calendar,
                    start.at.day,
                    &self.steps[start.at.step..],
                );
                let mut void = false;
                if end.is_none() {
                    end = self.made_pointless(term, start);
                    void = end.is_some();
                }
                let state = match end {
                    Some(end) if end.day > last_day => State::Late,
                    Some(_) if void => State::Void,
                    Some(_) => State::Met,
                    None if self.as_of > last_day => State::Overdue,
                    None if self.soon >= last_day => State::DueSoon,
                    None => State::Due,
                };
                Deadline {
                    term,
                    measure: start.measure.map(|(id, _)| id),
                    responsible: start
                        .measure
                        .map_or_else(|| self.standing.handler_id(), |(_, owner)| Some(owner)),
                    start: start.at,
                    last_day,
                    end,
                    is_pointless: void,
                    state,
                }
            })
            .collect()
    }

    /// Lists what starts a term. What stands in the record once more than it may (rules K022 and K023) starts nothing: the
    /// mistake is one finding, and not a second deadline beside it.
    fn begun(&self, term: &Term) -> Vec<Occurrence<'a>> {
        let mut starts = self.occurrences(term.from);
        match term.from {
            Event::Received => {
                starts.truncate(1);
                if term.met_by.contains(&Event::Acknowledged) {
                    let again = self.reopenings().filter(|(_, promised)| promised.is_none());
                    starts.extend(again.map(|(at, _)| Occurrence { at, measure: None }));
                }
            }
            Event::Acknowledged
            | Event::Promised
            | Event::Decided
            | Event::Resolved
            | Event::Reported => {
                let reopened = |from: usize, to: usize| {
                    let mut between = self.steps[from..to].iter();
                    between.any(|step| matches!(step.action, Action::Reopened(_)))
                };
                let mut last: Option<usize> = None;
                starts.retain(|start| {
                    let counts = last.is_none_or(|last| reopened(last, start.at.step));
                    if counts {
                        last = Some(start.at.step);
                    }
                    counts
                });
                if term.from == Event::Promised {
                    let still = self.reopenings().filter_map(|(at, promised)| {
                        let mut later = self.steps[at.step..].iter().skip(1);
                        let next = later.find(|step| {
                            matches!(step.action, Action::Acknowledged(_) | Action::Reopened(_))
                        });
                        let anew = next.is_some_and(|step| step.kind() == StepKind::Acknowledged);
                        let day = promised.filter(|_| !anew)?;
                        Some(Occurrence {
                            at: Moment { day, ..at },
                            measure: None,
                        })
                    });
                    starts.extend(still);
                    starts.sort_by_key(|start| start.at.step);
                }
            }
            _ => {}
        }
        starts
    }

    /// Lists when the case was reopened, each time with the promised day that still stands: the promise then runs on, and without
    /// one a new acknowledgement is called for (clause 3).
    fn reopenings(&self) -> impl Iterator<Item = (Moment, Option<Day>)> {
        let reopened = self
            .steps
            .iter()
            .enumerate()
            .filter(|(_, step)| step.kind() == StepKind::Reopened);
        reopened.map(|(index, step)| {
            let day = step.date;
            let promised = Standing::of_steps(&self.steps[..=index]).promised;
            (Moment { step: index, day }, promised)
        })
    }

    /// Finds what ended a deadline without meeting it: a refusal, a withdrawal, a closing, an offer turned down.
    fn made_pointless(&self, term: &Term, start: &Occurrence<'a>) -> Option<Moment> {
        if let Some((id, _)) = start.measure {
            // Preventive measures outlive the case; an offer falls with the answer.
            let offer = self
                .standing
                .offers
                .iter()
                .find(|offer| offer.measure.id == *id)?;
            let answered = offer.answer.filter(|_| !offer.is_open()).map(|(_, at)| at);
            return answered.or(self.standing.withdrawn);
        }
        let own = |event| term.from == event || term.only_if == Some(event);
        self.steps
            .iter()
            .enumerate()
            .skip(start.at.step)
            .find_map(|(index, step)| match &step.action {
                Action::Refused(refused) if !own(Event::Refused) => Some(Moment {
                    step: index,
                    day: refused.told,
                }),
                Action::Withdrawn(_) => Some(Moment {
                    step: index,
                    day: step.date,
                }),
                Action::Closed(_) if !matches!(term.from, Event::Closed | Event::Appealed) => {
                    Some(Moment {
                        step: index,
                        day: step.date,
                    })
                }
                _ => None,
            })
    }

    /// Lists when an event happened in the case.
    fn occurrences(&self, event: Event) -> Vec<Occurrence<'a>> {
        let mut found = Vec::new();
        for (index, step) in self.steps.iter().enumerate() {
            let on = |day| Occurrence {
                at: Moment { step: index, day },
                measure: None,
            };
            let own = on(step.date);
            match (event, &step.action) {
                (Event::Received, Action::Received(_))
                | (Event::Assigned, Action::Assigned(_))
                | (Event::Contacted, Action::Contacted(_))
                | (Event::Acknowledged, Action::Acknowledged(_))
                | (Event::Heard, Action::Heard(_))
                | (Event::Agreed, Action::Agreed(_))
                | (Event::Decided, Action::Decided(_))
                | (Event::Answered, Action::Answered(_))
                | (Event::Prevention, Action::Prevention(_))
                | (Event::Surveyed, Action::Surveyed(_))
                | (Event::Closed, Action::Closed(_))
                | (Event::Appealed, Action::Appealed(_))
                | (Event::AppealConcluded, Action::AppealConcluded(_)) => found.push(own),
                (Event::Promised, Action::Acknowledged(step)) => found.push(on(step.expected_by)),
                (Event::Refused, Action::Refused(step)) => found.push(on(step.told)),
                (Event::Extended, Action::Extended(step)) => found.push(on(step.told)),
                (Event::Offered, Action::Offered(step)) => found.push(on(step.told)),
                (Event::Resolved, Action::Resolved(step)) => found.push(on(step.solved)),
                (Event::Reported, Action::Reported(step)) => {
                    found.push(on(step.to_complainant.max(step.to_coordinator)));
                }
                (Event::OfferDue, Action::Offered(step)) => {
                    found.extend(step.measures.iter().map(|measure| Occurrence {
                        at: Moment {
                            step: index,
                            day: measure.due,
                        },
                        measure: Some((&measure.id, &measure.owner)),
                    }))
                }
                (Event::PreventionDue, Action::Prevention(step)) => {
                    found.extend(step.measures.iter().map(|measure| Occurrence {
                        at: Moment {
                            step: index,
                            day: measure.due,
                        },
                        measure: Some((&measure.id, &measure.owner)),
                    }))
                }
                (Event::CarriedOut, Action::CarriedOut(done)) => {
                    found.push(Occurrence {
                        measure: Some((&done.measure, &step.by)),
                        ..own
                    });
                }
                _ => {}
            }
        }
        found
    }
}
