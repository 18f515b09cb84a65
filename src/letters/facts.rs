//! What a letter can speak of: the steps in force of a case and, of its annex, what belongs to them.

use std::collections::BTreeMap;

use super::{LetterError, LetterKind, Request};
use crate::register::annex::{Annex, AnnexError, PrivatePerson, load_annex};
use crate::register::case::Case;
use crate::register::procedure::Procedure;
use crate::register::step::{
    Acknowledged, Action, Agreed, Answered, CarriedOut, Decided, Extended, Heard, Offered,
    Prevention, Received, Refused, Reported, Resolved, Step, StepKind,
};
use crate::words::{Day, Id, StaffId};
use crate::workflow::Standing;

/// A step that is in force: its index, the step, and what it says.
pub(super) struct Told<'a, T> {
    pub(super) index: usize,
    pub(super) step: &'a Step,
    pub(super) says: &'a T,
}

/// The steps in force of a case, with what is private about them.
pub(super) struct Facts<'a> {
    pub(super) kind: LetterKind,
    pub(super) case: &'a Case,
    pub(super) standing: Standing<'a>,
    pub(super) as_of: Day,
    pub(super) received: Option<Told<'a, Received>>,
    pub(super) acknowledged: Option<Told<'a, Acknowledged>>,
    pub(super) refused: Option<Told<'a, Refused>>,
    pub(super) extended: Option<Told<'a, Extended>>,
    pub(super) heard: Option<Told<'a, Heard>>,
    pub(super) agreed: Option<Told<'a, Agreed>>,
    pub(super) decided: Option<Told<'a, Decided>>,
    pub(super) offered: Option<Told<'a, Offered>>,
    pub(super) answered: Option<Told<'a, Answered>>,
    pub(super) resolved: Option<Told<'a, Resolved>>,
    pub(super) reported: Option<Told<'a, Reported>>,
    pub(super) prevention: Option<Told<'a, Prevention>>,
    pub(super) carried_out: Vec<Told<'a, CarriedOut>>,
    /// Whether the handling can be extended before a day is promised.
    pub(super) extends_without_promise: bool,
    /// The employee to whom the letter goes, or who gave the statement.
    pub(super) employee: Option<&'a StaffId>,
    private: BTreeMap<usize, Annex>,
}

/// Gives the last step, from `from` on, that `pick` takes.
fn last<'a, T>(
    steps: &'a [Step],
    from: usize,
    pick: impl Fn(&'a Step) -> Option<&'a T>,
) -> Option<Told<'a, T>> {
    let mut last = None;
    for (index, step) in steps.iter().enumerate().skip(from) {
        last = pick(step).map(|says| Told { index, step, says }).or(last);
    }
    last
}

/// Takes the action of a step where it is of one kind.
macro_rules! says {
    ($kind:ident) => {
        |step| {
            if let Action::$kind(says) = &step.action {
                Some(says)
            } else {
                None
            }
        }
    };
}

impl<'a> Facts<'a> {
    /// Gathers what the case says, and reads the annexes that letters use.
    pub(super) fn gather(request: &Request<'a>) -> Result<Self, LetterError> {
        let case = request.case;
        // What a reopening took back is not in force any more.
        let from = case
            .steps
            .iter()
            .rposition(|step| step.kind() == StepKind::Reopened)
            .unwrap_or(0);
        // A letter that was sent does not know what came later.
        let sent = case
            .steps
            .iter()
            .rposition(|step| step.kind() == request.kind.step())
            .filter(|sent| *sent >= from);
        let steps = sent.map_or(case.steps.as_slice(), |sent| &case.steps[..=sent]);
        let standing = Standing::of_steps(steps);
        let employee = employee(request, &standing)?;
        let heard = last(steps, 0, |step| match &step.action {
            Action::Heard(heard) if employee.is_none_or(|id| heard.employee == *id) => Some(heard),
            _ => None,
        });
        let agreed = last(steps, 0, |step| match &step.action {
            Action::Agreed(agreed)
                if employee.is_none_or(|id| agreed.employee.as_ref().unwrap_or(&step.by) == id) =>
            {
                Some(agreed)
            }
            _ => None,
        });
        let offered = last(steps, from, says!(Offered));
        let of_offer = |id: &Id| {
            offered.as_ref().is_some_and(|told: &Told<'_, Offered>| {
                told.says.measures.iter().any(|m| m.id == *id)
            })
        };
        // What is promised is not said again where a reopening ended it, in a case that is still open.
        let promises = matches!(
            request.kind,
            LetterKind::Acknowledgement | LetterKind::Extension
        );
        let again = last(steps, from, says!(Acknowledged)).is_some()
            || standing.promised.is_none() && standing.closed.is_none();
        let promise_from = if promises && again { from } else { 0 };
        let done = steps
            .iter()
            .enumerate()
            .skip(from)
            .filter_map(|(index, step)| match &step.action {
                Action::CarriedOut(says) if of_offer(&says.measure) => {
                    Some(Told { index, step, says })
                }
                _ => None,
            });
        let carried_out = done.collect();
        let mut facts = Self {
            kind: request.kind,
            case,
            as_of: request.as_of,
            received: last(steps, 0, says!(Received)),
            acknowledged: last(steps, promise_from, says!(Acknowledged)),
            refused: last(steps, from, says!(Refused)),
            extended: last(steps, promise_from, says!(Extended)),
            heard,
            agreed,
            decided: last(steps, from, says!(Decided)),
            offered,
            answered: last(steps, from, says!(Answered)),
            resolved: last(steps, from, says!(Resolved)),
            reported: last(steps, from, says!(Reported)),
            prevention: last(steps, 0, says!(Prevention)),
            carried_out,
            extends_without_promise: request
                .register
                .procedure
                .as_ref()
                .is_some_and(Procedure::extends_without_promise),
            employee,
            private: BTreeMap::new(),
            standing,
        };
        // An answer belongs to the offer before it.
        if facts.answered.as_ref().map(|a| a.index) < facts.offered.as_ref().map(|o| o.index) {
            facts.answered = None;
        }
        let with_annex = [
            facts.received.as_ref().map(|told| told.index),
            facts.heard.as_ref().map(|told| told.index),
            facts.decided.as_ref().map(|told| told.index),
        ];
        for index in with_annex.into_iter().flatten() {
            let step = index + 1;
            let annex = load_annex(request.root, &case.dir, step, case.annex.get(&step)).map_err(
                |error| match error {
                    AnnexError::Io(path, error) => LetterError::Io(path, error),
                    AnnexError::Malformed(path) => LetterError::Annex(path),
                },
            )?;
            facts.private.extend(annex.map(|annex| (index, annex)));
        }
        Ok(facts)
    }

    /// Tells whether the record says that the report did not explain the appeal: then the letter does not either.
    pub(super) fn report_is_silent_on_appeal(&self) -> bool {
        let silent = |told: &Told<'_, Reported>| !told.says.appeal_explained;
        self.kind == LetterKind::Report && self.reported.as_ref().is_some_and(silent)
    }

    /// Gives what the annex of a step says.
    pub(super) fn annex<T>(&self, told: Option<&Told<'_, T>>) -> Option<&Annex> {
        self.private.get(&told?.index)
    }

    /// Gives who complains.
    pub(super) fn complainant(&self) -> Option<&PrivatePerson> {
        self.annex(self.received.as_ref())?.complainant.as_ref()
    }

    /// Gives the index of the step that says that this letter was sent, if it is there.
    fn sent(&self) -> Option<(usize, Day)> {
        fn of<T>(
            told: Option<&Told<'_, T>>,
            day: impl Fn(&Told<'_, T>) -> Day,
        ) -> Option<(usize, Day)> {
            told.map(|told| (told.index, day(told)))
        }
        match self.kind {
            LetterKind::Acknowledgement => {
                of(self.acknowledged.as_ref(), |told| told.step.done().1)
            }
            LetterKind::Refusal => of(self.refused.as_ref(), |told| told.says.told),
            LetterKind::Extension => of(self.extended.as_ref(), |told| told.says.told),
            LetterKind::Employee => of(self.heard.as_ref(), |told| told.says.told),
            // Made after the hearing, to be signed; the step that says it was comes later.
            LetterKind::Statement => of(self.heard.as_ref(), |told| told.step.date),
            LetterKind::Offer => of(self.offered.as_ref(), |told| told.says.told),
            LetterKind::Report | LetterKind::Appeal => {
                of(self.reported.as_ref(), |told| told.says.to_complainant)
            }
        }
    }

    /// Gives the date of the letter: the day that its step tells, or the reference date.
    pub(super) fn date(&self) -> Day {
        self.sent().map_or(self.as_of, |(_, day)| day)
    }

    /// Gives the number of the step to which the letter belongs, from 1: a step that is still to come has the next number.
    pub(super) fn step_number(&self) -> usize {
        let own = match self.kind {
            LetterKind::Statement => self.agreed.as_ref().map(|told| told.index),
            _ => self.sent().map(|(index, _)| index),
        };
        own.unwrap_or(self.case.steps.len()) + 1
    }
}

/// Finds the employee whom a letter is about: the one that was named, or the only one.
fn employee<'a>(
    request: &Request<'a>,
    standing: &Standing<'a>,
) -> Result<Option<&'a StaffId>, LetterError> {
    if !request.kind.is_to_employee() {
        return Ok(None);
    }
    let concerned = &standing.about;
    let named = request
        .employee
        .and_then(|named| concerned.iter().find(|id| **id == named));
    match (request.employee, named, concerned.as_slice()) {
        (Some(_), Some(named), _) => Ok(Some(named)),
        (None, _, [only]) => Ok(Some(only)),
        _ => Err(LetterError::WhichEmployee(
            concerned.iter().map(ToString::to_string).collect(),
        )),
    }
}
