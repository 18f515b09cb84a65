//! Where a case stands after its steps, and what may come next: the table of what may follow what.
//! A pure function of the steps and the procedure; imports the register's data, nothing else.

mod fact;
mod measures;
mod standing;

pub use fact::Fact;
pub use measures::{Offer, Preventive};
pub use standing::{Appeal, Moment, Stage, Standing};

use crate::register::procedure::Procedure;
use crate::register::staff::{Role, Staff};
use crate::register::step::{Action, Step, StepKind};
use crate::words::{Day, StaffId, choice};

choice!(
    /// Who may do a step.
    Who {
        /// Any active member of staff (clause 1).
        Anyone = "anyone",
        /// A coordinator.
        Coordinator = "coordinator",
        /// The handler in force.
        Handler = "handler",
        /// The employee concerned.
        EmployeeConcerned = "employee-concerned",
        /// The owner of the measure.
        MeasureOwner = "measure-owner",
        /// The author of the step that is corrected.
        Author = "author",
    }
);

/// A row of the table: who may do a step, what must be so before it, and what must not.
#[derive(Debug)]
pub struct Transition {
    /// The step.
    pub step: StepKind,
    /// Who may do it.
    pub who: &'static [Who],
    /// What must be so, with the code of the rule that says it.
    pub after: &'static [(Fact, &'static str)],
    /// What must not be so, with the code of the rule that says it.
    pub not_after: &'static [(Fact, &'static str)],
    /// Whether the step is worth proposing when everything allows it; the others come only when something calls for them.
    pub usual: bool,
}

use Fact as F;
use Who as W;

const fn row(
    step: StepKind,
    who: &'static [Who],
    after: &'static [(Fact, &'static str)],
    not_after: &'static [(Fact, &'static str)],
) -> Transition {
    Transition {
        step,
        who,
        after,
        not_after,
        usual: true,
    }
}

const fn rare(
    step: StepKind,
    who: &'static [Who],
    after: &'static [(Fact, &'static str)],
    not_after: &'static [(Fact, &'static str)],
) -> Transition {
    Transition {
        step,
        who,
        after,
        not_after,
        usual: false,
    }
}

/// The rule on steps after the end of a case.
pub const AFTER_END: &str = "K024";

/// The rule on steps that come once.
const REPEATED: &str = "K023";

/// What must have happened before a step, and what must not have: the whole workflow.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    row(StepKind::Received, &[W::Anyone], &[], &[(F::Received, "K022")]),
    row(StepKind::Assigned, &[W::Coordinator], &[], &[(F::Ended, AFTER_END)]),
    rare(StepKind::Contacted, &[W::Handler], &[(F::Handler, "K203")], &[(F::Ended, AFTER_END)]),
    row(StepKind::Acknowledged, &[W::Handler], &[(F::Handler, "K203")], &[(F::Ended, AFTER_END), (F::Acknowledged, REPEATED)]),
    rare(StepKind::Refused, &[W::Handler, W::Coordinator], &[], &[(F::Ended, AFTER_END), (F::Verdict, "K309")]),
    rare(StepKind::Extended, &[W::Handler], &[(F::Handler, "K203"), (F::Promised, "K304")], &[(F::Ended, AFTER_END), (F::Resolved, "K308")]),
    row(StepKind::Heard, &[W::Handler], &[(F::Handler, "K203")], &[(F::Ended, AFTER_END), (F::Verdict, "K405")]),
    row(StepKind::Agreed, &[W::EmployeeConcerned, W::Handler], &[(F::Handler, "K203")], &[(F::Ended, AFTER_END)]),
    row(StepKind::Decided, &[W::Handler], &[(F::Handler, "K203"), (F::AllHeard, "K401")], &[(F::Ended, AFTER_END), (F::Verdict, REPEATED)]),
    row(StepKind::Offered, &[W::Handler], &[(F::Handler, "K203"), (F::Verdict, "K501")], &[(F::Ended, AFTER_END), (F::Resolved, "K504")]),
    row(StepKind::Answered, &[W::Handler], &[(F::Handler, "K203"), (F::OfferUnanswered, "K502")], &[(F::Ended, AFTER_END)]),
    row(StepKind::Resolved, &[W::Handler], &[(F::Handler, "K203"), (F::Offered, "K602"), (F::OffersAnswered, "K602")], &[(F::Ended, AFTER_END), (F::Resolved, REPEATED)]),
    row(StepKind::Reported, &[W::Handler], &[(F::Handler, "K203"), (F::Resolved, "K603")], &[(F::Ended, AFTER_END), (F::Reported, REPEATED)]),
    row(StepKind::Prevention, &[W::Handler], &[(F::Handler, "K203"), (F::Verdict, "K702")], &[]),
    row(StepKind::CarriedOut, &[W::Handler, W::MeasureOwner], &[(F::MeasureToDo, "K802")], &[]),
    row(StepKind::Surveyed, &[W::Coordinator, W::Handler], &[(F::Outcome, "K805")], &[]),
    row(StepKind::Evaluated, &[W::Coordinator], &[], &[]),
    row(StepKind::Closed, &[W::Coordinator], &[(F::ReportedOrEnded, "K806"), (F::PreventionDecided, "K705"), (F::OffersDone, "K807")], &[(F::Closed, AFTER_END), (F::AppealOpen, "K906")]),
    rare(StepKind::Appealed, &[W::Handler, W::Coordinator], &[(F::Client, "K901"), (F::Handled, "K902")], &[(F::AppealOpen, REPEATED)]),
    row(StepKind::AppealConcluded, &[W::Handler, W::Coordinator], &[(F::AppealOpen, "K903")], &[]),
    rare(StepKind::Withdrawn, &[W::Handler, W::Coordinator], &[], &[(F::Ended, AFTER_END)]),
    rare(StepKind::Reopened, &[W::Coordinator], &[(F::Ended, "K035")], &[]),
    rare(StepKind::Corrected, &[W::Author, W::Coordinator], &[], &[]),
    rare(StepKind::Waived, &[W::Coordinator], &[], &[]),
];

/// Finds the row of a step.
pub fn transition(step: StepKind) -> &'static Transition {
    // A test asserts that every step has its row at its own place.
    &TRANSITIONS[step as usize]
}

impl Transition {
    /// Tells whether the step needs somebody who handles the complaint.
    pub fn needs_handler(&self) -> bool {
        self.after.iter().any(|(fact, _)| *fact == Fact::Handler)
    }

    /// Tells whether the step comes once, as long as no reopening takes it back.
    pub fn comes_once(&self) -> bool {
        self.not_after.iter().any(|(_, code)| *code == REPEATED)
    }

    /// Tells whether the step cannot come after the end of a case.
    pub fn is_barred_by_end(&self) -> bool {
        self.not_after.iter().any(|(_, code)| *code == AFTER_END)
    }

    /// Gives the codes of the rules that keep the step from coming now under a procedure.
    pub fn obstacles<'s>(
        &self,
        standing: &'s Standing<'_>,
        procedure: Option<&Procedure>,
    ) -> impl Iterator<Item = &'static str> + use<'s> {
        // A day to move there is before one is promised, where another term can be extended.
        let extends = procedure.is_some_and(Procedure::extends_without_promise);
        let missing = self
            .after
            .iter()
            .filter(move |(fact, _)| !(standing.holds(*fact) || extends && *fact == F::Promised));
        let barring = self
            .not_after
            .iter()
            .filter(|(fact, _)| standing.holds(*fact));
        missing.chain(barring).map(|(_, code)| *code)
    }
}

impl Standing<'_> {
    /// Tells whether nothing keeps the case from being closed.
    pub fn can_close(&self) -> bool {
        let closing = transition(StepKind::Closed);
        closing.obstacles(self, None).next().is_none()
    }
}

/// A step that may come next, and who may do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// The step.
    pub step: StepKind,
    /// Who may do it.
    pub who: &'static [Who],
    /// Whether it is the usual way on, not an exception.
    pub usual: bool,
}

/// Gives the steps that may come next under a procedure, in the order of the table.
pub fn next_steps(standing: &Standing<'_>, procedure: Option<&Procedure>) -> Vec<NextStep> {
    if standing.received.is_none() {
        let first = transition(StepKind::Received);
        return vec![NextStep {
            step: first.step,
            who: first.who,
            usual: true,
        }];
    }
    let possible = TRANSITIONS
        .iter()
        .filter(|row| row.obstacles(standing, procedure).next().is_none());
    possible
        .filter(|row| match row.step {
            StepKind::Evaluated => standing.holds(Fact::MeasureToJudge),
            StepKind::Agreed => !standing.undeclared().is_empty(),
            _ => true,
        })
        .map(|row| {
            let not_now = match row.step {
                StepKind::Assigned => standing.handler.is_some(),
                StepKind::Heard => standing.holds(Fact::AllHeard),
                // Those who were heard come first; a verdict without their word is a breach (K402).
                StepKind::Decided => !standing.undeclared().is_empty(),
                StepKind::Offered => standing.offered.is_some(),
                // What was accepted can still be turned down; that is not the way on.
                StepKind::Answered => !standing.offers.iter().any(Offer::awaits_answer),
                // After the end it comes when the yearly analysis calls for it.
                StepKind::Prevention => {
                    standing.prevention.is_some() || standing.holds(Fact::Ended)
                }
                StepKind::Surveyed => {
                    standing.satisfaction.is_some() || standing.resolved.is_none()
                }
                _ => false,
            };
            NextStep {
                step: row.step,
                who: row.who,
                usual: row.usual && !not_now,
            }
        })
        .collect()
}

impl Who {
    /// Tells whether somebody is among those on a day, after these steps (clauses 1 to 9; design, section 3).
    pub fn includes(
        self,
        (by, day): (&StaffId, Day),
        steps_before: &[Step],
        standing: &Standing<'_>,
        staff: &Staff,
    ) -> bool {
        match self {
            Self::Anyone => true,
            Self::Coordinator => staff.has_role(by, Role::Coordinator, day),
            // Who lost the role since the complaint was given to them handles it no longer.
            Self::Handler => {
                standing.handler_id() == Some(by)
                    && staff
                        .get(by)
                        .is_none_or(|person| person.had(Role::Handler, day))
            }
            Self::EmployeeConcerned => standing.about.contains(&by),
            Self::MeasureOwner => standing.measure_owners().any(|(_, owner)| owner == by),
            Self::Author => steps_before.iter().any(|step| step.by == *by),
        }
    }

    /// Tells whether the author of a step is among those, and may say in that role what the step says.
    pub fn may_take(
        self,
        step: &Step,
        steps_before: &[Step],
        standing: &Standing<'_>,
        staff: &Staff,
    ) -> bool {
        self.includes((&step.by, step.date), steps_before, standing, staff)
            && match (self, &step.action) {
                // The handler records what an employee declared, and says whose declaration it is.
                (Self::Handler, Action::Agreed(agreed)) => agreed.employee.is_some(),
                // An employee speaks for nobody but themselves.
                (Self::EmployeeConcerned, Action::Agreed(agreed)) => agreed
                    .employee
                    .as_ref()
                    .is_none_or(|employee| *employee == step.by),
                (Self::MeasureOwner, Action::CarriedOut(done)) => standing
                    .measure_owners()
                    .any(|(id, owner)| *id == done.measure && *owner == step.by),
                (Self::Author, Action::Corrected(corrected)) => {
                    let target = corrected
                        .corrects
                        .checked_sub(1)
                        .and_then(|index| steps_before.get(index));
                    target.is_some_and(|target| target.by == step.by)
                }
                _ => true,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_its_row_in_order() {
        let rows: Vec<StepKind> = TRANSITIONS.iter().map(|row| row.step).collect();
        assert_eq!(rows, StepKind::ALL);
        assert!(
            StepKind::ALL
                .iter()
                .all(|step| transition(*step).step == *step && !transition(*step).who.is_empty())
        );
    }
}
