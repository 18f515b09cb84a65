//! Shares: k of n with an interval, the difference of two shares, and a share against a norm (definition, sections 0
//! and 1). Imports the quantities and the special functions.

use super::quantity::{Confidence, Estimate, Interval};
use super::special::{Slope, beta_lower, normal_upper, solve_log};

/// The smallest denominator for which a percentage is shown; below it the page says "3 of 4" (definition, section 0).
pub const MIN_FOR_PERCENTAGE: u64 = 10;

/// Holds k of n: an observed share. More hits than cases is read as all cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// How many satisfy the question.
    pub hits: u64,
    /// How many there are: the denominator.
    pub of: u64,
}

impl Share {
    /// Makes a share of `hits` out of `of`.
    pub const fn new(hits: u64, of: u64) -> Self {
        Self { hits, of }
    }

    /// Gives hits / of; `None` when there is nothing to take a share of, never 0 % (definition, section 0).
    pub fn value(self) -> Option<f64> {
        (self.of > 0).then(|| self.hits.min(self.of) as f64 / self.of as f64)
    }

    /// Says whether the denominator is large enough to show a percentage.
    pub fn shows_percentage(self) -> bool {
        self.of >= MIN_FOR_PERCENTAGE
    }
}

/// Gives the Wilson score interval of a share (Wilson 1927), the interval of every share in the catalogue; `None` for
/// a denominator of 0.
pub fn wilson(share: Share, confidence: Confidence) -> Option<Estimate> {
    let value = share.value()?;
    let n = share.of as f64;
    let z2 = normal_upper(confidence.tail()).powi(2);
    let centre = (value + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = (z2 * (value * (1.0 - value) / n + z2 / (4.0 * n * n))).sqrt() / (1.0 + z2 / n);
    let lo = if share.hits == 0 { 0.0 } else { centre - half };
    let hi = if share.hits >= share.of {
        1.0
    } else {
        centre + half
    };
    Some(Estimate {
        value,
        interval: Interval {
            lo: lo.max(0.0),
            hi: hi.min(1.0),
        },
    })
}

/// Gives the exact binomial interval of a share (Clopper and Pearson 1934); `None` for a denominator of 0.
pub fn clopper_pearson(share: Share, confidence: Confidence) -> Option<Estimate> {
    let value = share.value()?;
    let tail = confidence.tail();
    let hits = share.hits.min(share.of) as f64;
    let misses = share.of as f64 - hits;
    // Both limits are solved as odds, so that shares near 0 and near 1 keep their digits alike.
    let share_of = |odds: f64| odds / (1.0 + odds);
    let lower = |odds: f64| beta_lower(hits, misses + 1.0, share_of(odds), 1.0 / (1.0 + odds));
    let upper = |odds: f64| beta_lower(misses, hits + 1.0, 1.0 / (1.0 + odds), share_of(odds));
    let start = ((hits + 0.5) / (misses + 0.5)).ln();
    let lo = match share.hits {
        0 => 0.0,
        _ => solve_log(lower, Slope::Rising, tail, start).map_or(0.0, share_of),
    };
    let hi = match misses {
        0.0 => 1.0,
        _ => solve_log(upper, Slope::Falling, tail, start).map_or(1.0, share_of),
    };
    Some(Estimate {
        value,
        interval: Interval { lo, hi },
    })
}

/// Gives the difference of two shares, first minus second, with Newcombe's hybrid score interval (Newcombe 1998,
/// method 10); `None` when either denominator is 0.
pub fn newcombe_difference(
    first: Share,
    second: Share,
    confidence: Confidence,
) -> Option<Estimate> {
    let (one, two) = (wilson(first, confidence)?, wilson(second, confidence)?);
    let value = one.value - two.value;
    let below = (one.value - one.interval.lo).hypot(two.interval.hi - two.value);
    let above = (one.interval.hi - one.value).hypot(two.value - two.interval.lo);
    Some(Estimate {
        value,
        interval: Interval {
            lo: value - below,
            hi: value + above,
        },
    })
}

/// Says where the whole interval lies against the norm (definition, section 1, target line).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NormEvidence {
    /// The whole interval lies above the norm.
    DemonstrablyAbove,
    /// The whole interval lies below the norm.
    DemonstrablyBelow,
    /// The norm lies within the interval, or there is no interval.
    Undecided,
}

/// Holds a share against its norm: the fact of the year, and apart from it what the interval shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgainstNorm {
    /// Whether this year's share reached the norm; `None` for a denominator of 0.
    pub met: Option<bool>,
    /// Whether the Wilson interval lies fully on one side of it.
    pub evidence: NormEvidence,
}

/// Compares a share with a norm between 0 and 1.
pub fn against_norm(share: Share, norm: f64, confidence: Confidence) -> AgainstNorm {
    let evidence = match wilson(share, confidence) {
        Some(estimate) if estimate.interval.lo > norm => NormEvidence::DemonstrablyAbove,
        Some(estimate) if estimate.interval.hi < norm => NormEvidence::DemonstrablyBelow,
        _ => NormEvidence::Undecided,
    };
    AgainstNorm {
        met: share.value().map(|value| value >= norm),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const P95: Confidence = Confidence::P95;

    #[test]
    fn nothing_out_of_nothing_has_no_share() {
        let none = Share::new(0, 0);
        assert_eq!(wilson(none, P95), None);
        assert_eq!(clopper_pearson(none, P95), None);
        assert_eq!(newcombe_difference(none, Share::new(1, 2), P95), None);
        assert_eq!(against_norm(none, 0.95, P95).met, None);
    }

    #[test]
    fn intervals_hold_their_estimate_and_turn_with_the_question() {
        for of in [1, 2, 9, 45, 10_000, 1_000_000] {
            for hits in [0, 1, of / 3, of - 1, of] {
                for make in [wilson, clopper_pearson] {
                    let Some(yes) = make(Share::new(hits, of), P95) else {
                        panic!("{hits} of {of} has an interval")
                    };
                    let Some(no) = make(Share::new(of - hits, of), P95) else {
                        panic!("{hits} of {of} has an interval")
                    };
                    assert!(yes.interval.lo <= yes.value && yes.value <= yes.interval.hi);
                    assert!((yes.interval.lo - (1.0 - no.interval.hi)).abs() < 1e-9);
                }
            }
        }
    }

    #[test]
    fn a_norm_is_met_as_a_fact_before_it_is_demonstrable() {
        let year = against_norm(Share::new(41, 45), 0.95, P95);
        assert_eq!(year.met, Some(false));
        assert_eq!(year.evidence, NormEvidence::Undecided);
        let many = against_norm(Share::new(4100, 4500), 0.95, P95);
        assert_eq!(many.evidence, NormEvidence::DemonstrablyBelow);
        let all = against_norm(Share::new(500, 500), 0.95, P95);
        assert_eq!(all.evidence, NormEvidence::DemonstrablyAbove);
    }
}
