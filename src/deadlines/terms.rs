//! A term applied to the steps of a case: what starts it, what meets it or makes it pointless, and the last day in time.

use super::events::{Occurrence, occurrences};
use super::{Deadline, End, State, waives};
use crate::calendar::Calendar;
use crate::register::procedure::{Event, Term};
use crate::register::step::{Action, Answer, Step, StepKind};
use crate::words::{Day, Id, Span, Unit};
use crate::workflow::{Fact, Moment, Standing, transition};

/// What the terms of one case are worked out from.
pub struct Terms<'c, 'a> {
    calendar: &'c Calendar,
    steps: &'a [Step],
    standing: &'c Standing<'a>,
    as_of: Day,
    soon: Day,
    /// When the case was reopened, each time with the promised day that still stood.
    reopenings: Vec<(Moment, Option<Day>)>,
}

impl<'c, 'a> Terms<'c, 'a> {
    /// Takes the steps of a case, where they leave it, and two days: the reference date, and the last one that is near.
    pub fn of_case(
        calendar: &'c Calendar,
        steps: &'a [Step],
        standing: &'c Standing<'a>,
        [as_of, soon]: [Day; 2],
    ) -> Self {
        let mut reopenings = Vec::new();
        let mut now = Standing::default();
        for (index, step) in steps.iter().enumerate() {
            // A case that was still open was not reopened (rule K035).
            let is_again = step.kind() == StepKind::Reopened && now.holds(Fact::Ended);
            now.apply(index, step);
            if is_again {
                let day = step.date;
                reopenings.push((Moment { step: index, day }, now.promised));
            }
        }
        Self {
            calendar,
            steps,
            standing,
            as_of,
            soon,
            reopenings,
        }
    }

    /// Gives the deadlines that a term makes in the case: one for each time that it starts.
    pub fn of_term(&self, term: &'a Term) -> Vec<Deadline<'a>> {
        if term
            .only_if
            .is_some_and(|event| occurrences(self.steps, event).is_empty())
        {
            return Vec::new();
        }
        let starts = self.begun(term);
        let ends: Vec<Occurrence<'a>> = term
            .met_by
            .iter()
            .flat_map(|event| occurrences(self.steps, *event))
            .collect();
        let again = |start: &Occurrence<'a>| {
            let mut later = starts.iter().map(|next| next.at.step);
            later.find(|next| self.round(*next) > self.round(start.at.step))
        };
        starts
            .iter()
            .map(|start| self.deadline(term, start, &ends, again(start).unwrap_or(usize::MAX)))
            .collect()
    }

    /// Counts the reopenings up to and with a step.
    fn round(&self, step: usize) -> usize {
        let reopenings = self.reopenings.iter();
        reopenings.filter(|(at, _)| at.step <= step).count()
    }

    /// Gives the deadline that began with `start`; at the step `next` the term starts again, after a reopening.
    fn deadline(
        &self,
        term: &'a Term,
        start: &Occurrence<'a>,
        ends: &[Occurrence<'a>],
        next: usize,
    ) -> Deadline<'a> {
        let meets = |end: &&Occurrence<'a>| match (start.measure, end.measure) {
            (Some((wanted, _)), Some((done, _))) => wanted == done,
            // A term of the case that starts again, after a reopening, is met by what comes after that.
            (None, _) => {
                end.at.step > start.at.step && end.at.step <= next && concerns_same(start, end)
            }
            (Some(_), None) => false,
        };
        let met = ends
            .iter()
            .filter(meets)
            .map(|end| end.at)
            .min_by_key(|at| (at.day, at.step))
            .or_else(|| self.met_already(start, ends));
        let later = &self.steps[start.at.step..];
        let (last_day, extended) = last_day(term, self.calendar, start.at.day, later);
        // What is to be done is agreed when it is accepted (clause 8), so no day before that is late.
        let agreed = start.measure.and_then(|(id, _)| self.accepted(id));
        let last_day = agreed.map_or(last_day, |agreed| agreed.max(last_day));
        let pointless = || {
            let made = self.made_pointless(term, start);
            made.or_else(|| self.waived(term, last_day))
        };
        let end = met
            .map(End::Met)
            .or_else(|| pointless().map(End::Pointless));
        let mut deadline = Deadline {
            term,
            measure: start.measure.map(|(id, _)| id),
            responsible: start
                .measure
                .map_or_else(|| self.standing.handler_id(), |(_, owner)| Some(owner)),
            start: start.at,
            last_day,
            extended: extended.map(|step| start.at.step + step),
            end,
            as_written: false,
            state: State::Due,
        };
        deadline.state = deadline.state_on(self.as_of, self.soon);
        deadline
    }

    /// Finds what a term asks for where it was done before the term started and cannot come again: a complaint that was solved
    /// before it was acknowledged was solved by the day that the acknowledgement promises.
    fn met_already(&self, start: &Occurrence<'a>, ends: &[Occurrence<'a>]) -> Option<Moment> {
        let comes_once = |step: usize| transition(self.steps[step].kind()).comes_once();
        let before = |end: &&Occurrence<'a>| {
            end.at.step < start.at.step
                && self.round(end.at.step) == self.round(start.at.step)
                && comes_once(end.at.step)
        };
        let end = ends.iter().rfind(before).map(|end| end.at);
        end.filter(|_| start.measure.is_none())
    }

    /// Lists what starts a term. What stands in the record once more than it may (rules K022 and K023) starts nothing: the
    /// mistake is one finding, and not a second deadline beside it.
    fn begun(&self, term: &Term) -> Vec<Occurrence<'a>> {
        let mut starts = occurrences(self.steps, term.from);
        match term.from {
            Event::Received => starts.truncate(1),
            Event::Acknowledged
            | Event::Promised
            | Event::Decided
            | Event::Resolved
            | Event::Reported => starts.dedup_by_key(|start| self.round(start.at.step)),
            _ => {}
        }
        starts.extend(self.begun_again(term));
        starts.sort_by_key(|start| start.at.step);
        starts
    }

    /// Lists when a reopening starts a term again: a promise that still stands runs on, without one a new acknowledgement is
    /// called for, and who is refused after it is told within the term from then (clause 3).
    fn begun_again(&self, term: &Term) -> impl Iterator<Item = Occurrence<'a>> {
        let acknowledges = term.met_by.contains(&Event::Acknowledged);
        let refuses = term.met_by.contains(&Event::Refused);
        self.reopenings.iter().filter_map(move |(again, promised)| {
            let day = match (term.from, promised) {
                (Event::Received, None) if acknowledges => again.day,
                (Event::Received, _)
                    if refuses && self.comes_anew(StepKind::Refused, again.step) =>
                {
                    again.day
                }
                (Event::Promised, Some(promised))
                    if !self.comes_anew(StepKind::Acknowledged, again.step) =>
                {
                    *promised
                }
                _ => return None,
            };
            let at = Moment { day, ..*again };
            Some(Occurrence {
                at,
                measure: None,
                employee: None,
            })
        })
    }

    /// Tells whether a step was taken anew after the reopening at a step, before the next one.
    fn comes_anew(&self, kind: StepKind, reopened: usize) -> bool {
        let mut later = self.steps[reopened + 1..].iter().map(Step::kind);
        later.find(|step| [kind, StepKind::Reopened].contains(step)) == Some(kind)
    }

    /// Gives the day on which an offer was accepted.
    fn accepted(&self, id: &Id) -> Option<Day> {
        let mut offers = self.standing.offers.iter();
        let answer = offers.find(|offer| offer.measure.id == *id)?.answer;
        answer.and_then(|(answer, at)| (answer == Answer::Accepted).then_some(at.day))
    }

    /// Finds the waiver of a term, after which it is not asked for. Not to have done it by the last day stays a breach, also where it was
    /// waived before.
    fn waived(&self, term: &Term, last_day: Day) -> Option<Moment> {
        let waives = |step: &Step| match &step.action {
            Action::Waived(waived) => waives(waived, term),
            _ => false,
        };
        let step = self.steps.iter().position(waives)?;
        let late = last_day.0.succ_opt().map(Day);
        let late = late.filter(|_| self.as_of > last_day);
        let day = late.max(Some(self.steps[step].date))?;
        Some(Moment { step, day })
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
            .find(|(_, step)| match step.kind() {
                StepKind::Refused => !own(Event::Refused),
                StepKind::Withdrawn => true,
                StepKind::Closed => !matches!(term.from, Event::Closed | Event::Appealed),
                _ => false,
            })
            .map(|(index, step)| Moment {
                step: index,
                day: step.done().1,
            })
    }
}

/// Tells whether two events are about the same employee, where both are about one: what another declared meets nobody's hearing.
fn concerns_same(start: &Occurrence<'_>, end: &Occurrence<'_>) -> bool {
    start.employee.is_none() || end.employee.is_none() || start.employee == end.employee
}

/// A day itself, which may be a day off.
const ITSELF: Span = Span {
    number: 0,
    unit: Unit::Days,
};

/// Gives the last day of a term, moved by the extensions that were told in time, and which of these steps was the last to move it.
fn last_day(term: &Term, calendar: &Calendar, start: Day, steps: &[Step]) -> (Day, Option<usize>) {
    let (mut last, mut by) = (calendar.last_day(start, term.within), None);
    let Some(extension) = &term.extension else {
        return (last, by);
    };
    let most = extension.times.map_or(usize::MAX, usize::from);
    let extensions = steps
        .iter()
        .enumerate()
        .filter_map(|(n, step)| match &step.action {
            Action::Extended(extended) => Some((n, extended)),
            _ => None,
        });
    for (n, extended) in extensions.take(most) {
        if extended.told > last || extended.expected_by <= last {
            continue;
        }
        let limit = extension.by.map(|by| calendar.last_day(last, by));
        let day = calendar.last_day(extended.expected_by, ITSELF);
        last = limit.map_or(day, |limit| day.min(limit));
        by = Some(n);
    }
    (last, by)
}
