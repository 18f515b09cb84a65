//! What is offered to a complainant and what is done to prevent a complaint, as each of them stands in a case.

use super::standing::Moment;
use crate::register::step::{Answer, OfferedMeasure, PreventiveMeasure};

/// An offered measure in a case.
#[derive(Debug, Clone, Copy)]
pub struct Offer<'a> {
    /// What is offered.
    pub measure: &'a OfferedMeasure,
    /// Its index among the measures of its step.
    pub index: usize,
    /// When the complainant was told.
    pub offered: Moment,
    /// What the complainant answered, and when.
    pub answer: Option<(Answer, Moment)>,
    /// When it was carried out.
    pub carried_out: Option<Moment>,
}

impl Offer<'_> {
    /// Tells whether this is still to be done: what the complainant accepted, or has not answered yet (clause 8: "datgene
    /// wat is afgesproken met klager").
    pub fn is_open(&self) -> bool {
        self.carried_out.is_none() && matches!(self.answer, None | Some((Answer::Accepted, _)))
    }

    /// Tells whether this can still be carried out; an offer without an answer may be, though nothing was agreed.
    pub(super) fn can_be_carried_out(&self) -> bool {
        self.carried_out.is_none() && !matches!(self.answer, Some((Answer::Rejected, _)))
    }

    /// Tells whether an answer can still come: after silence too.
    pub const fn awaits_answer(&self) -> bool {
        matches!(self.answer, None | Some((Answer::NoAnswer, _)))
    }

    /// Tells whether it can be answered so: what was accepted and is not carried out can still be turned down, when the complainant
    /// no longer wants it or something else was agreed.
    pub fn can_be_answered(&self, answer: Answer) -> bool {
        self.awaits_answer() || (answer == Answer::Rejected && self.is_open())
    }
}

/// A preventive measure in a case.
#[derive(Debug, Clone, Copy)]
pub struct Preventive<'a> {
    /// What is done.
    pub measure: &'a PreventiveMeasure,
    /// Its index among the measures of its step.
    pub index: usize,
    /// When it was decided on.
    pub decided: Moment,
    /// When it was carried out.
    pub carried_out: Option<Moment>,
    /// When its effect was judged.
    pub evaluated: Option<Moment>,
}
