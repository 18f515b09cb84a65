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
    /// The number of the reopening since which such a step is asked for again.
    pub reopened: Option<usize>,
    /// The field of the step, or of its annex.
    pub field: &'static str,
    /// The clause that requires it.
    pub clause: u8,
}

impl Missing {
    /// Gives what to say of it: a key and its values.
    pub fn message(&self) -> (&'static str, Args) {
        let mut args = crate::args!(
            step: self.step.word(),
            field: self.field,
            clause: usize::from(self.clause),
        );
        let field = self.field.replace(['.', '_'], "-").replace(": ", "-");
        args.insert("meaning", Arg::Key(format!("letter-needs-{field}")));
        match (self.number, self.reopened) {
            (Some(number), _) => {
                args.insert("number", number.into());
                ("letter-missing-field", args)
            }
            (None, Some(reopened)) => {
                args.insert("number", reopened.into());
                ("letter-missing-since", args)
            }
            (None, None) => ("letter-missing-step", args),
        }
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
                    .map(|told| &told.says.occurred)
                    .is_some_and(|it| it.date.is_some() || it.period.is_some())
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
            need(Acknowledged, "expected_by", 3, |f| {
                f.acknowledged.is_some() || f.extends_without_promise
            }),
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
            number: number(facts, need.step).filter(|_| in_force(facts, need.step)),
            reopened: number(facts, StepKind::Reopened)
                .filter(|reopened| need.step != Heard && number(facts, need.step) < Some(*reopened))
                .filter(|_| number(facts, need.step).is_some()),
            field: need.field,
            clause: need.clause,
        })
        .collect()
}

/// Gives the number of the last step of a kind.
fn number(facts: &Facts<'_>, kind: StepKind) -> Option<usize> {
    let steps = &facts.case.steps;
    let last = steps.iter().rposition(|step| step.kind() == kind);
    last.map(|index| index + 1)
}

/// Tells whether the last step of a kind is in force: no reopening took it back.
const fn in_force(facts: &Facts<'_>, kind: StepKind) -> bool {
    match kind {
        Acknowledged => facts.acknowledged.is_some(),
        Refused => facts.refused.is_some(),
        Extended => facts.extended.is_some(),
        Decided => facts.decided.is_some(),
        Offered => facts.offered.is_some(),
        Answered => facts.answered.is_some(),
        Resolved => facts.resolved.is_some(),
        Heard => facts.heard.is_some(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use crate::words::Language;

    #[test]
    fn every_letter_has_its_needs_once() {
        let kinds: Vec<LetterKind> = NEEDS.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, LetterKind::ALL);
        assert!(NEEDS.iter().all(|(_, needs)| !needs.is_empty()));
    }

    #[test]
    fn every_need_says_what_it_means() {
        for language in [Language::Nl, Language::En] {
            let locale = Locale::of(language);
            for need in NEEDS.iter().flat_map(|(_, needs)| needs.iter()) {
                let missing = Missing {
                    step: need.step,
                    number: None,
                    reopened: None,
                    field: need.field,
                    clause: need.clause,
                };
                let (key, args) = missing.message();
                let said = locale.text_with(key, &args);
                assert!(!said.contains(['⟨', '{']), "{said}");
            }
        }
    }
}
