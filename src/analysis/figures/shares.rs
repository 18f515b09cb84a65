//! The shares of the catalogue: how many of how many.

use std::collections::BTreeMap;

use super::{CaseFact, Key, Mark, SatisfactionFigures};
use crate::analysis::proportion::{AgainstNorm, NormEvidence, Share, against_norm, wilson};
use crate::analysis::quantity::{Confidence, Estimate};
use crate::words::CaseId;

/// A share of the catalogue with the cases behind it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ShareFigures {
    /// The numerator; a case with two offers stands there twice.
    pub hits: Vec<CaseId>,
    /// The denominator.
    pub of: Vec<CaseId>,
    /// What is counted apart: open, not yet due, not yet answered.
    pub apart: Vec<CaseId>,
    /// The share with its Wilson interval.
    pub estimate: Option<Estimate>,
    /// The share against the norm for terms, where there is one.
    pub norm: Option<AgainstNorm>,
}

impl ShareFigures {
    /// Gives the two counts.
    pub fn share(&self) -> Share {
        Share::new(self.hits.len() as u64, self.of.len() as u64)
    }
}

/// Counts the shares of the complaints of a year.
pub(super) fn shares(
    cohort: &[&CaseFact],
    satisfaction: &SatisfactionFigures,
    norm: Option<f64>,
) -> BTreeMap<Key, ShareFigures> {
    let mut shares: BTreeMap<Key, ShareFigures> = Key::all()
        .into_iter()
        .map(|key| (key, ShareFigures::default()))
        .collect();
    for fact in cohort {
        for (key, mark) in &fact.marks {
            let share = shares.entry(*key).or_default();
            match mark {
                Mark::Apart => share.apart.push(fact.id),
                Mark::Miss => share.of.push(fact.id),
                Mark::Hit => {
                    share.hits.push(fact.id);
                    share.of.push(fact.id);
                }
            }
        }
    }
    let (eligible, reacted) = (&satisfaction.eligible, &satisfaction.reacted);
    let response = shares.entry(Key::Response).or_default();
    (response.hits, response.of) = (reacted.clone(), eligible.clone());
    let satisfied = shares.entry(Key::Satisfied).or_default();
    (satisfied.hits, satisfied.of) = (satisfaction.satisfied.clone(), reacted.clone());
    satisfied.apart = eligible
        .iter()
        .filter(|id| reacted.binary_search(id).is_err())
        .copied()
        .collect();
    for (key, share) in &mut shares {
        share.estimate = wilson(share.share(), Confidence::P95).filter(|_| key.has_interval());
        let norm = norm.filter(|_| key.has_norm());
        share.norm = norm.map(|norm| {
            let against = against_norm(share.share(), norm, Confidence::P95);
            // Under ten the fact stands by itself: there is no claim about the process.
            let few = !share.share().shows_percentage();
            AgainstNorm {
                evidence: if few {
                    NormEvidence::Undecided
                } else {
                    against.evidence
                },
                ..against
            }
        });
    }
    shares
}
