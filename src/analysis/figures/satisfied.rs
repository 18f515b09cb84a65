//! Corrective measures and satisfaction over the complaints closed in the year (M18, M19; definition, section 3). Imports
//! the facts and the rules on satisfaction.

use std::collections::BTreeMap;

use crate::analysis::proportion::Share;
use crate::analysis::quantity::Confidence;
use crate::analysis::satisfaction::{
    PairDifference, Reactions, Satisfaction as Result, compare_kinds, satisfaction,
};
use crate::register::step::{OfferKind, Satisfaction};
use crate::words::CaseId;

use super::facts::CaseFact;

/// The reactions to one kind of redress, or to all together.
#[derive(Debug, Clone, PartialEq)]
pub struct KindFigures {
    /// The kind; `None` for all.
    pub kind: Option<OfferKind>,
    /// The counts.
    pub reactions: Reactions,
    /// What follows from them.
    pub result: Result,
}

/// Satisfaction with what was offered and carried out.
#[derive(Debug, Clone, PartialEq)]
pub struct SatisfactionFigures {
    /// Complaints closed in the year with an offer carried out.
    pub eligible: Vec<CaseId>,
    /// Of these, who reacted.
    pub reacted: Vec<CaseId>,
    /// Of these, who are satisfied.
    pub satisfied: Vec<CaseId>,
    /// All together.
    pub all: KindFigures,
    /// Each kind: a complaint counts in each that it received.
    pub kinds: Vec<KindFigures>,
    /// The exclusive combinations of kinds, with their reactions.
    pub combinations: Vec<(Vec<OfferKind>, Reactions)>,
    /// The comparison of the kinds; `None` unless each has ten reactions.
    pub pairs: Option<Vec<PairDifference>>,
    /// Measures offered, accepted and carried out in complaints closed in the year.
    pub flow: [u64; 3],
}

/// Computes satisfaction from the complaints closed in the year.
pub(super) fn satisfaction_figures(closed: &[&CaseFact]) -> SatisfactionFigures {
    let eligible: Vec<&CaseFact> = closed
        .iter()
        .copied()
        .filter(|fact| !fact.redress.kinds.is_empty())
        .collect();
    let ids = |test: &dyn Fn(&CaseFact) -> bool| -> Vec<CaseId> {
        eligible
            .iter()
            .filter(|fact| test(fact))
            .map(|fact| fact.id)
            .collect()
    };
    let of_kind = |kind: OfferKind| {
        let chosen = eligible
            .iter()
            .copied()
            .filter(|fact| fact.redress.kinds.contains(&kind));
        kind_figures(Some(kind), reactions(chosen))
    };
    let kinds: Vec<KindFigures> = OfferKind::ALL.iter().map(|kind| of_kind(*kind)).collect();
    let shares: Vec<Share> = kinds
        .iter()
        .map(|kind| Share::new(kind.reactions.satisfied, kind.result.respondents))
        .collect();
    let mut combined: BTreeMap<Vec<OfferKind>, Vec<&CaseFact>> = BTreeMap::new();
    for fact in &eligible {
        combined
            .entry(fact.redress.kinds.clone())
            .or_default()
            .push(fact);
    }
    let mut flow = [0; 3];
    for fact in closed {
        flow.iter_mut()
            .zip(fact.redress.flow)
            .for_each(|(sum, n)| *sum += n);
    }
    SatisfactionFigures {
        eligible: ids(&|_| true),
        reacted: ids(&|fact| fact.redress.reaction.is_some()),
        satisfied: ids(&|fact| fact.redress.reaction == Some(Satisfaction::Satisfied)),
        all: kind_figures(None, reactions(eligible.iter().copied())),
        pairs: compare_kinds(&shares, Confidence::P95),
        kinds,
        combinations: combined
            .into_iter()
            .map(|(kinds, facts)| (kinds, reactions(facts.into_iter())))
            .collect(),
        flow,
    }
}

fn kind_figures(kind: Option<OfferKind>, reactions: Reactions) -> KindFigures {
    KindFigures {
        kind,
        reactions,
        result: satisfaction(reactions, Confidence::P95),
    }
}

fn reactions<'f>(facts: impl Iterator<Item = &'f CaseFact>) -> Reactions {
    facts.fold(Reactions::default(), |mut sum, fact| {
        sum.eligible += 1;
        match fact.redress.reaction {
            Some(Satisfaction::Satisfied) => sum.satisfied += 1,
            Some(Satisfaction::Partly) => sum.partly += 1,
            Some(Satisfaction::Dissatisfied) => sum.dissatisfied += 1,
            Some(Satisfaction::NoAnswer) | None => {}
        }
        sum
    })
}
