//! What complainants said of what was offered: satisfaction with its bounds, and the comparison of kinds of redress
//! (definition, section 3). Imports shares, Fisher's test and Holm's correction.

use super::exact::{Fourfold, fisher_2x2};
use super::multiplicity::holm;
use super::proportion::{Share, newcombe_difference, wilson};
use super::quantity::{Confidence, Estimate, Interval};

/// The fewest reactions for a claim about satisfaction, and for a kind of redress to be compared.
pub const MIN_REACTIONS: u64 = 10;

/// The smallest response for a claim.
pub const MIN_RESPONSE: f64 = 0.5;

/// Below this response the bounds are always printed.
pub const FULL_RESPONSE: f64 = 0.8;

/// Counts the latest reactions of complainants whose case had an offer carried out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reactions {
    /// Complaints closed in the year with at least one offer carried out.
    pub eligible: u64,
    /// Satisfied.
    pub satisfied: u64,
    /// Partly satisfied, which counts as not satisfied.
    pub partly: u64,
    /// Dissatisfied, which an appeal under clause 9 always is.
    pub dissatisfied: u64,
}

/// Holds satisfaction and what the silent ones leave open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Satisfaction {
    /// How many reacted.
    pub respondents: u64,
    /// How many did not.
    pub silent: u64,
    /// Satisfied of those who reacted, with its Wilson interval; `None` when nobody did.
    pub satisfied: Option<Estimate>,
    /// Reactions of those eligible; `None` when nobody is.
    pub response: Option<f64>,
    /// The share of all eligible if every silent one were dissatisfied, and if every one were satisfied (Manski 1989).
    pub bounds: Option<Interval>,
    /// Whether there are reactions enough to say anything.
    pub claim_allowed: bool,
    /// Whether the bounds must be printed.
    pub bounds_required: bool,
}

/// Computes satisfaction from the reactions. More reactions than eligible complaints leave nobody silent.
pub fn satisfaction(reactions: Reactions, confidence: Confidence) -> Satisfaction {
    let Reactions {
        eligible,
        satisfied,
        partly,
        dissatisfied,
    } = reactions;
    let respondents = satisfied + partly + dissatisfied;
    let silent = eligible.saturating_sub(respondents);
    let of_eligible = |count: u64| Share::new(count, eligible).value();
    let response = of_eligible(respondents);
    let bounds = of_eligible(satisfied).zip(of_eligible(satisfied + silent));
    Satisfaction {
        respondents,
        silent,
        satisfied: wilson(Share::new(satisfied, respondents), confidence),
        response,
        bounds: bounds.map(|(lo, hi)| Interval { lo, hi }),
        claim_allowed: respondents >= MIN_REACTIONS && response.is_some_and(|r| r >= MIN_RESPONSE),
        bounds_required: response.is_none_or(|response| response < FULL_RESPONSE),
    }
}

/// Holds the comparison of two kinds of redress, by their place in the list given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairDifference {
    /// The two kinds.
    pub pair: (usize, usize),
    /// The first share satisfied less the second, with Newcombe's interval.
    pub difference: Estimate,
    /// Fisher's p-value.
    pub p: f64,
    /// The p-value corrected for all pairs (Holm).
    pub adjusted_p: f64,
}

/// Compares every pair of kinds of redress by the share satisfied of those who reacted; `None` unless each has at least
/// ten reactions. A difference is an association: complainants are not allotted to a kind by chance.
pub fn compare_kinds(kinds: &[Share], confidence: Confidence) -> Option<Vec<PairDifference>> {
    if kinds.iter().any(|kind| kind.of < MIN_REACTIONS) {
        return None;
    }
    let pairs: Vec<(usize, usize)> = (0..kinds.len())
        .flat_map(|one| (one + 1..kinds.len()).map(move |two| (one, two)))
        .collect();
    let p: Vec<f64> = pairs
        .iter()
        .map(|(one, two)| {
            let (one, two) = (kinds[*one], kinds[*two]);
            fisher_2x2(Fourfold {
                a: one.hits,
                b: one.of.saturating_sub(one.hits),
                c: two.hits,
                d: two.of.saturating_sub(two.hits),
            })
        })
        .collect();
    let adjusted = holm(&p);
    pairs
        .into_iter()
        .zip(p.into_iter().zip(adjusted))
        .map(|((one, two), (p, adjusted_p))| {
            Some(PairDifference {
                pair: (one, two),
                difference: newcombe_difference(kinds[one], kinds[two], confidence)?,
                p,
                adjusted_p,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partly_is_a_reaction_but_not_satisfied() {
        let reactions = Reactions {
            eligible: 30,
            satisfied: 12,
            partly: 5,
            dissatisfied: 3,
        };
        let result = satisfaction(reactions, Confidence::P95);
        assert_eq!((result.respondents, result.silent), (20, 10));
        assert!(
            result
                .satisfied
                .is_some_and(|estimate| (estimate.value - 0.6).abs() < 1e-15)
        );
        assert!(result.claim_allowed && result.bounds_required);
    }

    #[test]
    fn nobody_asked_gives_no_percentages() {
        let result = satisfaction(Reactions::default(), Confidence::P95);
        assert_eq!(
            (result.satisfied, result.response, result.bounds),
            (None, None, None)
        );
        assert!(!result.claim_allowed);
    }

    #[test]
    fn kinds_are_compared_only_when_each_has_ten() {
        let few = [Share::new(5, 9), Share::new(5, 20), Share::new(7, 30)];
        assert_eq!(compare_kinds(&few, Confidence::P95), None);
        let enough = [Share::new(9, 10), Share::new(5, 20), Share::new(7, 30)];
        let Some(pairs) = compare_kinds(&enough, Confidence::P95) else {
            panic!("each kind has ten reactions")
        };
        assert_eq!(
            pairs.iter().map(|pair| pair.pair).collect::<Vec<_>>(),
            [(0, 1), (0, 2), (1, 2)]
        );
        assert!(pairs.iter().all(|pair| pair.adjusted_p >= pair.p));
        assert_eq!(compare_kinds(&[], Confidence::P95), Some(vec![]));
    }
}
