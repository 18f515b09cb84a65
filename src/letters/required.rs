//! What the clauses require of each letter, as a table.

use super::LetterKind;
use super::facts::Facts;
use crate::finding::{Arg, Args};
use crate::register::step::StepKind;

/// Something that a letter needs and the case does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The step that should say it.
    pub step: StepKind,
    /// The number of that step, from 1, when it is there.
    pub number: Option<usize>,
    /// The field of the step, or of its annex.
    pub field: &'static str,
    /// The clause that requires it.
    pub clause: u8,
}

impl Missing {
    /// Gives what to say of it: a key and its values.
    pub fn message(&self) -> (&'static str, Args) {
        let step = Arg::Text(self.step.word().to_owned());
        let clause = usize::from(self.clause);
        match self.number {
            Some(number) => (
                "letter-missing-field",
                crate::args!(step: Named(step), number: number, field: self.field, clause: clause),
            ),
            None => (
                "letter-missing-step",
                crate::args!(step: Named(step), field: self.field, clause: clause),
            ),
        }
    }
}

/// Lets a value that is one already stand in `args!`.
struct Named(Arg);

impl From<Named> for Arg {
    fn from(named: Named) -> Self {
        named.0
    }
}

struct Need {
    step: StepKind,
    field: &'static str,
    clause: u8,
    /// Tells whether it is there; the others only where it applies.
    there: fn(&Facts<'_>) -> bool,
}

const fn need(
    step: StepKind,
    field: &'static str,
    clause: u8,
    there: fn(&Facts<'_>) -> bool,
) -> Need {
    Need {
        step,
        field,
        clause,
        there,
    }
}

use StepKind::{
    Acknowledged, Answered, Assigned, Decided, Extended, Heard, Offered, Received, Refused,
    Resolved,
};

const COMPLAINANT: Need = need(Received, "complainant.name", 1, |f| {
    f.complainant().is_some()
});
const SUMMARY: Need = need(Received, "summary", 1, |f| f.received.is_some());
const HANDLER: Need = need(Assigned, "handler", 2, |f| f.standing.handler.is_some());
const VERDICT: Need = need(Decided, "verdict", 5, |f| f.decided.is_some());
/// What is offered, or why nothing is.
const OFFER: Need = need(Offered, "measures", 5, |f| {
    f.offered
        .as_ref()
        .is_some_and(|told| !told.says.measures.is_empty() || told.says.none_because.is_some())
});
/// A client is told who commissioned the re-integration; that is where the appeal goes.
const APPEAL_BODY: Need = need(Received, "commissioned_by", 9, |f| {
    !f.standing.is_client()
        || f.received
            .as_ref()
            .is_some_and(|told| told.says.commissioned_by.is_some())
});

/// What each kind of letter needs, in the order in which it is asked for.
const NEEDS: &[(LetterKind, &[Need])] = &[
    (
        LetterKind::Acknowledgement,
        &[
            COMPLAINANT,
            SUMMARY,
            HANDLER,
            need(Acknowledged, "summary", 3, |f| f.acknowledged.is_some()),
            need(Acknowledged, "occurred.date", 3, |f| {
                f.acknowledged
                    .as_ref()
                    .is_some_and(|told| told.says.occurred.date.is_some())
            }),
            need(Acknowledged, "occurred.place", 3, |f| {
                f.acknowledged
                    .as_ref()
                    .is_some_and(|told| told.says.occurred.place.is_some())
            }),
            need(Acknowledged, "next_steps", 3, |f| f.acknowledged.is_some()),
            need(Acknowledged, "expected_by", 3, |f| f.acknowledged.is_some()),
        ],
    ),
    (
        LetterKind::Refusal,
        &[
            COMPLAINANT,
            SUMMARY,
            need(Refused, "ground", 3, |f| f.refused.is_some()),
        ],
    ),
    (
        LetterKind::Extension,
        &[
            COMPLAINANT,
            HANDLER,
            need(Acknowledged, "expected_by", 3, |f| f.acknowledged.is_some()),
            need(Extended, "expected_by", 3, |f| f.extended.is_some()),
            need(Extended, "ground", 3, |f| f.extended.is_some()),
        ],
    ),
    (LetterKind::Employee, &[SUMMARY, HANDLER]),
    (
        LetterKind::Statement,
        &[
            SUMMARY,
            HANDLER,
            need(Heard, "employee", 4, |f| f.heard.is_some()),
            need(Heard, "statement", 4, |f| {
                f.annex(f.heard.as_ref())
                    .is_some_and(|annex| annex.statement.is_some())
            }),
        ],
    ),
    (LetterKind::Offer, &[COMPLAINANT, HANDLER, VERDICT, OFFER]),
    (
        LetterKind::Report,
        &[
            COMPLAINANT,
            SUMMARY,
            HANDLER,
            VERDICT,
            OFFER,
            need(Answered, "answer", 5, |f| {
                f.answered.is_some()
                    || f.offered
                        .as_ref()
                        .is_none_or(|told| told.says.measures.is_empty())
            }),
            need(Resolved, "solved", 6, |f| f.resolved.is_some()),
            APPEAL_BODY,
        ],
    ),
    (
        LetterKind::Appeal,
        &[
            COMPLAINANT,
            HANDLER,
            need(Received, "complainant: client", 9, |f| {
                f.standing.is_client()
            }),
            APPEAL_BODY,
        ],
    ),
];

/// Lists what a letter needs and the case does not have.
pub(super) fn missing(facts: &Facts<'_>) -> Vec<Missing> {
    let needs = NEEDS
        .iter()
        .filter(|(kind, _)| *kind == facts.kind)
        .flat_map(|(_, needs)| needs.iter());
    needs
        .filter(|need| !(need.there)(facts))
        .map(|need| Missing {
            step: need.step,
            number: number(facts, need.step),
            field: need.field,
            clause: need.clause,
        })
        .collect()
}

/// Gives the number of the last step of a kind; the facts tell whether it is still in force.
fn number(facts: &Facts<'_>, kind: StepKind) -> Option<usize> {
    let in_force = match kind {
        StepKind::Refused => facts.refused.is_some(),
        StepKind::Decided => facts.decided.is_some(),
        StepKind::Offered => facts.offered.is_some(),
        StepKind::Answered => facts.answered.is_some(),
        StepKind::Resolved => facts.resolved.is_some(),
        StepKind::Reported => facts.reported.is_some(),
        StepKind::Heard => facts.heard.is_some(),
        _ => true,
    };
    facts
        .case
        .steps
        .iter()
        .rposition(|step| step.kind() == kind)
        .filter(|_| in_force)
        .map(|index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_its_needs_once() {
        let kinds: Vec<LetterKind> = NEEDS.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, LetterKind::ALL);
        assert!(NEEDS.iter().all(|(_, needs)| !needs.is_empty()));
    }
}
