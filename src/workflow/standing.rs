//! Folding the steps of a case into where it stands.

use std::collections::BTreeSet;

use super::measures::{Offer, Preventive};
use crate::register::case::Case;
use crate::register::step::{
    Action, Agreement, Assigned, Body, Complainant, Received, Satisfaction, Step, Verdict, Waived,
};
use crate::words::{CaseId, Day, Id, StaffId, choice};

choice!(
    /// The stage of a case, as people speak of it.
    Stage {
        /// Registered, with no handler yet.
        Received = "received",
        /// With a handler, not yet acknowledged.
        Assigned = "assigned",
        /// Acknowledged: under investigation.
        Acknowledged = "acknowledged",
        /// There is a verdict.
        Decided = "decided",
        /// The complainant was told what is offered.
        Offered = "offered",
        /// Solved; the report is to be written.
        Resolved = "resolved",
        /// The report was sent; the case can be closed.
        Reported = "reported",
        /// Not taken up; the case can be closed.
        Refused = "refused",
        /// Withdrawn by the complainant; the case can be closed.
        Withdrawn = "withdrawn",
        /// Closed.
        Closed = "closed",
    }
);

/// Something that happened: at which step, on which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The index of the step, from 0.
    pub step: usize,
    /// The day on which it happened, which a step may tell apart from its own date.
    pub day: Day,
}

/// An appeal of a client (clause 9).
#[derive(Debug, Clone, Copy)]
pub struct Appeal {
    /// Who hears it.
    pub body: Body,
    /// When it was made.
    pub made: Moment,
    /// When it ended.
    pub concluded: Option<Moment>,
}

/// Where a case stands after some of its steps.
#[derive(Debug, Clone, Default)]
pub struct Standing<'a> {
    /// The receipt.
    pub received: Option<(Moment, &'a Received)>,
    /// The employees concerned, with those who were heard later.
    pub about: Vec<&'a StaffId>,
    /// The handler in force.
    pub handler: Option<(Moment, &'a Assigned)>,
    /// When the acknowledgement was sent.
    pub acknowledged: Option<Moment>,
    /// The day by which handling is promised, as it stands now.
    pub promised: Option<Day>,
    /// The extensions.
    pub extended: Vec<Moment>,
    /// When the complainant was told of the refusal.
    pub refused: Option<Moment>,
    /// Who was heard.
    pub heard: Vec<(&'a StaffId, Moment)>,
    /// Who agreed or disagreed with the description of what they said last.
    pub declared: Vec<(&'a StaffId, Agreement)>,
    /// The verdict.
    pub verdict: Option<(Moment, Verdict)>,
    /// When the complainant was told of an offer, or of none.
    pub offered: Option<Moment>,
    /// What was offered.
    pub offers: Vec<Offer<'a>>,
    /// When the complaint was solved.
    pub resolved: Option<Moment>,
    /// When the report had reached both.
    pub reported: Option<Moment>,
    /// When prevention was decided on.
    pub prevention: Option<Moment>,
    /// What is done to prevent it.
    pub measures: Vec<Preventive<'a>>,
    /// What the complainant last said of the outcome.
    pub satisfaction: Option<Satisfaction>,
    /// When the complaint was withdrawn.
    pub withdrawn: Option<Moment>,
    /// When the case was closed.
    pub closed: Option<Moment>,
    /// The appeal.
    pub appeal: Option<Appeal>,
    /// The rules that were waived.
    pub waived: Vec<&'a Waived>,
    /// What the last reopening took back, as long as nothing was done since.
    pub(super) taken_back: Option<Ending>,
}

/// The verdict with what rests on it, and the end of a case: what a reopening takes back.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ending {
    acknowledged: Option<Moment>,
    promised: Option<Day>,
    pub(super) refused: Option<Moment>,
    pub(super) withdrawn: Option<Moment>,
    verdict: Option<(Moment, Verdict)>,
    offered: Option<Moment>,
    resolved: Option<Moment>,
    pub(super) reported: Option<Moment>,
    prevention: Option<Moment>,
}

impl<'a> Standing<'a> {
    /// Gives where a case stands now.
    pub fn of(case: &'a Case) -> Self {
        Self::of_steps(&case.steps)
    }

    /// Gives where a case stands after these steps.
    pub fn of_steps(steps: impl IntoIterator<Item = &'a Step>) -> Self {
        let mut standing = Self::default();
        for (index, step) in steps.into_iter().enumerate() {
            standing.apply(index, step);
        }
        standing
    }

    /// Goes one step further.
    pub fn apply(&mut self, index: usize, step: &'a Step) {
        let moment = Moment {
            step: index,
            day: step.done().1,
        };
        // Measures are carried out and judged after the end of a case as well.
        if !matches!(
            step.action,
            Action::Closed(_)
                | Action::Corrected(_)
                | Action::Waived(_)
                | Action::CarriedOut(_)
                | Action::Evaluated(_)
        ) {
            self.taken_back = None;
        }
        match &step.action {
            Action::Received(received) => {
                if self.received.is_none() {
                    self.received = Some((moment, received));
                    self.about = received.about.iter().collect();
                }
            }
            Action::Assigned(assigned) => self.handler = Some((moment, assigned)),
            Action::Acknowledged(acknowledged) => {
                self.acknowledged.get_or_insert(moment);
                self.promised = Some(acknowledged.expected_by);
            }
            Action::Refused(_) => self.refused = Some(moment),
            Action::Extended(extended) => {
                self.extended.push(moment);
                self.promised = Some(extended.expected_by);
            }
            Action::Heard(heard) => {
                self.heard.push((&heard.employee, moment));
                // What was said before was about another statement.
                self.declared.retain(|(who, _)| **who != heard.employee);
                if !self.about.contains(&&heard.employee) {
                    self.about.push(&heard.employee);
                }
            }
            Action::Agreed(agreed) => {
                self.declared
                    .push((agreed.employee.as_ref().unwrap_or(&step.by), agreed.outcome));
            }
            Action::Decided(decided) => self.verdict = Some((moment, decided.verdict)),
            Action::Offered(offered) => {
                self.offered = Some(moment);
                let measures = offered.measures.iter().enumerate();
                self.offers.extend(measures.map(|(index, measure)| Offer {
                    measure,
                    index,
                    offered: moment,
                    answer: None,
                    carried_out: None,
                }));
            }
            Action::Answered(answered) => {
                // Without names it is about all that waits, or when nothing does about all that was accepted.
                let waiting = self.offers.iter().any(Offer::awaits_answer);
                let is_meant = |offer: &Offer<'_>| match answered.measures.as_slice() {
                    [] => offer.awaits_answer() || !waiting,
                    named => named.contains(&offer.measure.id),
                };
                for offer in self.offers.iter_mut().filter(|offer| is_meant(offer)) {
                    if offer.can_be_answered(answered.answer) {
                        offer.answer = Some((answered.answer, moment));
                    }
                }
            }
            Action::Resolved(_) => self.resolved = Some(moment),
            Action::Reported(_) => self.reported = Some(moment),
            Action::Prevention(prevention) => {
                self.prevention = Some(moment);
                let measures = prevention.measures.iter().enumerate();
                self.measures
                    .extend(measures.map(|(index, measure)| Preventive {
                        measure,
                        index,
                        decided: moment,
                        carried_out: None,
                        evaluated: None,
                    }));
            }
            Action::CarriedOut(done) => self.carry_out(&done.measure, moment),
            Action::Surveyed(surveyed) => self.satisfaction = Some(surveyed.answer),
            Action::Evaluated(evaluated) => {
                let mut measures = self.measures.iter_mut();
                if let Some(measure) = measures.find(|m| m.measure.id == evaluated.measure) {
                    measure.evaluated = Some(moment);
                }
            }
            Action::Closed(_) => {
                self.closed = Some(moment);
                if let Some(ending) = self.taken_back.take() {
                    self.end_as(ending);
                }
            }
            Action::Appealed(appealed) => {
                self.appeal = Some(Appeal {
                    body: appealed.body,
                    made: moment,
                    concluded: None,
                });
            }
            Action::AppealConcluded(_) => {
                if let Some(appeal) = &mut self.appeal {
                    appeal.concluded = Some(moment);
                }
            }
            Action::Withdrawn(_) => self.withdrawn = Some(moment),
            Action::Reopened(_) => self.reopen(step.date),
            Action::Waived(waived) => self.waived.push(waived),
            Action::Contacted(_) | Action::Corrected(_) => {}
        }
    }

    fn carry_out(&mut self, id: &Id, moment: Moment) {
        if let Some(offer) = self.offers.iter_mut().find(|offer| offer.measure.id == *id) {
            offer.carried_out.get_or_insert(moment);
        } else if let Some(measure) = self.measures.iter_mut().find(|m| m.measure.id == *id) {
            measure.carried_out.get_or_insert(moment);
        }
    }

    /// Takes back the end of the case, and the verdict with what rests on it; who was heard and what was agreed stays.
    ///
    /// A new promise may be made, so the acknowledgement may come again; it has to, where the promised day has passed. A case that
    /// is closed again before anything was done ends as it had ended.
    fn reopen(&mut self, day: Day) {
        self.taken_back = Some(Ending {
            acknowledged: self.acknowledged,
            promised: self.promised,
            refused: self.refused,
            withdrawn: self.withdrawn,
            verdict: self.verdict,
            offered: self.offered,
            resolved: self.resolved,
            reported: self.reported,
            prevention: self.prevention,
        });
        self.closed = None;
        // What was decided for a complaint that asked for no prevention is not decided for one that does.
        if !self.calls_for_prevention() {
            self.prevention = None;
        }
        self.end_as(Ending {
            promised: self.promised.filter(|promised| *promised >= day),
            prevention: self.prevention,
            ..Ending::default()
        });
    }

    fn end_as(&mut self, ending: Ending) {
        self.acknowledged = ending.acknowledged;
        self.promised = ending.promised;
        self.refused = ending.refused;
        self.withdrawn = ending.withdrawn;
        self.verdict = ending.verdict;
        self.offered = ending.offered;
        self.resolved = ending.resolved;
        self.reported = ending.reported;
        self.prevention = ending.prevention;
    }

    /// Tells whether the verdict asks for a decision on prevention.
    pub(super) fn calls_for_prevention(&self) -> bool {
        let verdict = self.verdict.map(|(_, verdict)| verdict);
        matches!(verdict, Some(Verdict::Founded | Verdict::PartlyFounded))
    }

    /// Tells whether a rule was waived.
    pub fn waives(&self, code: &str) -> bool {
        let mut waived = self.waived.iter();
        waived.any(|waived| waived.rule.as_str() == code)
    }

    /// Tells whether an employee was heard.
    pub fn was_heard(&self, id: &StaffId) -> bool {
        self.heard.iter().any(|(heard, _)| *heard == id)
    }

    /// Lists the employees concerned who were not heard.
    pub fn unheard(&self) -> impl Iterator<Item = &'a StaffId> {
        let about = self.about.iter().copied();
        about.filter(|id| !self.was_heard(id))
    }

    /// Lists who was heard and has not said whether the description of it is right.
    pub fn undeclared(&self) -> BTreeSet<&'a StaffId> {
        let declared = |id: &StaffId| self.declared.iter().any(|(who, _)| *who == id);
        let heard = self.heard.iter().map(|(id, _)| *id);
        heard.filter(|id| !declared(id)).collect()
    }

    /// Gives the handler in force.
    pub fn handler_id(&self) -> Option<&'a StaffId> {
        self.handler.map(|(_, assigned)| &assigned.handler)
    }

    /// Gives the year that a complaint counts in: that of its receipt, which its number can be a year after.
    pub fn year(&self, id: CaseId) -> u16 {
        let received = self.received.map(|(moment, _)| moment.day.year());
        let year = received.and_then(|year| u16::try_from(year).ok());
        year.unwrap_or(id.year)
    }

    /// Tells whether the complainant is a client.
    pub fn is_client(&self) -> bool {
        self.received
            .is_some_and(|(_, received)| received.complainant == Complainant::Client)
    }

    /// Tells whether the complaint was refused or withdrawn, so that nothing more is asked for.
    pub(super) const fn is_cut_short(&self) -> bool {
        self.refused.is_some() || self.withdrawn.is_some()
    }

    /// Gives the stage.
    pub fn stage(&self) -> Stage {
        let reached = [
            (self.closed.is_some(), Stage::Closed),
            (self.withdrawn.is_some(), Stage::Withdrawn),
            (self.refused.is_some(), Stage::Refused),
            (self.reported.is_some(), Stage::Reported),
            (self.resolved.is_some(), Stage::Resolved),
            (self.offered.is_some(), Stage::Offered),
            (self.verdict.is_some(), Stage::Decided),
            (self.acknowledged.is_some(), Stage::Acknowledged),
            (self.handler.is_some(), Stage::Assigned),
        ];
        reached
            .iter()
            .find(|(is, _)| *is)
            .map_or(Stage::Received, |(_, stage)| *stage)
    }

    /// Gives the day on which a measure was offered or decided on.
    pub fn decided(&self, id: &Id) -> Option<Day> {
        let offers = self.offers.iter().map(|o| (&o.measure.id, o.offered));
        let preventive = self.measures.iter().map(|m| (&m.measure.id, m.decided));
        let mut all = offers.chain(preventive);
        all.find(|(of, _)| *of == id).map(|(_, moment)| moment.day)
    }

    /// Gives every measure that was offered or decided on, with its owner.
    pub fn measure_owners(&self) -> impl Iterator<Item = (&'a Id, &'a StaffId)> {
        let offers = self
            .offers
            .iter()
            .map(|o| (&o.measure.id, &o.measure.owner));
        let preventive = self.measures.iter();
        offers.chain(preventive.map(|m| (&m.measure.id, &m.measure.owner)))
    }
}
