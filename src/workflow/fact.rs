//! Facts about a case as it stands, in which the table of transitions is written.

use super::measures::Offer;
use super::standing::{Ending, Standing};
use crate::register::step::Answer;

/// A fact about a case as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// The complaint was received.
    Received,
    /// A handler is in force.
    Handler,
    /// The acknowledgement was sent.
    Acknowledged,
    /// A day was promised, and no reopening came after it.
    Promised,
    /// Every employee concerned was heard.
    AllHeard,
    /// There is a verdict.
    Verdict,
    /// The complainant was told what is offered, or that nothing is.
    Offered,
    /// There is an offer to which an answer can still come, or that can still be turned down.
    OfferUnanswered,
    /// Every offer was answered, or silence was recorded as the answer.
    OffersAnswered,
    /// Nothing that was offered is still to be done.
    OffersDone,
    /// The complaint was solved.
    Resolved,
    /// The complaint was solved, refused or withdrawn, so that it can be asked how that was.
    Outcome,
    /// The report was sent.
    Reported,
    /// Prevention was decided on, or the verdict does not ask for it.
    PreventionDecided,
    /// The complaint was refused.
    Refused,
    /// The complaint was withdrawn.
    Withdrawn,
    /// The case is closed.
    Closed,
    /// The case is closed, or the complaint refused or withdrawn.
    Ended,
    /// The organisation is done with the complaint, in one way or another, so that a client can appeal.
    Handled,
    /// The report was sent, or the complaint refused or withdrawn: the case can be closed.
    ReportedOrEnded,
    /// The complainant is a client.
    Client,
    /// An appeal runs.
    AppealOpen,
    /// A measure is not yet carried out.
    MeasureToDo,
    /// A preventive measure was carried out and not yet judged.
    MeasureToJudge,
}

impl Standing<'_> {
    /// Tells whether a fact holds.
    pub fn holds(&self, fact: Fact) -> bool {
        match fact {
            Fact::Received => self.received.is_some(),
            Fact::Handler => self.handler.is_some(),
            Fact::Acknowledged => self.acknowledged.is_some(),
            Fact::Promised => self.promised.is_some(),
            Fact::AllHeard => self.unheard().next().is_none(),
            Fact::Verdict => self.verdict.is_some(),
            Fact::Offered => self.offered.is_some(),
            Fact::OfferUnanswered => {
                let mut offers = self.offers.iter();
                offers.any(|offer| offer.can_be_answered(Answer::Rejected))
            }
            Fact::OffersAnswered => self.offers.iter().all(|offer| offer.answer.is_some()),
            Fact::OffersDone => self.is_cut_short() || !self.offers.iter().any(Offer::is_open),
            Fact::Resolved => self.resolved.is_some(),
            Fact::Outcome => self.resolved.is_some() || self.is_cut_short(),
            Fact::Reported => self.reported.is_some(),
            Fact::PreventionDecided => {
                self.prevention.is_some() || !self.calls_for_prevention() || self.is_cut_short()
            }
            Fact::Refused => self.refused.is_some(),
            Fact::Withdrawn => self.withdrawn.is_some(),
            Fact::Closed => self.closed.is_some(),
            Fact::Ended => {
                self.closed.is_some() || self.refused.is_some() || self.withdrawn.is_some()
            }
            Fact::Handled => {
                self.reported.is_some() || self.closed.is_some() || self.is_cut_short()
            }
            Fact::ReportedOrEnded => {
                let had_ended = |ending: Ending| {
                    ending
                        .reported
                        .or(ending.refused)
                        .or(ending.withdrawn)
                        .is_some()
                };
                self.reported.is_some()
                    || self.is_cut_short()
                    || self.taken_back.is_some_and(had_ended)
            }
            Fact::Client => self.is_client(),
            Fact::AppealOpen => self.appeal.is_some_and(|appeal| appeal.concluded.is_none()),
            Fact::MeasureToDo => {
                self.offers.iter().any(Offer::can_be_carried_out)
                    || self.measures.iter().any(|m| m.carried_out.is_none())
            }
            Fact::MeasureToJudge => self
                .measures
                .iter()
                .any(|m| m.carried_out.is_some() && m.evaluated.is_none()),
        }
    }
}
