//! Corrections for looking more than once: Holm over every claim, Benjamini and Hochberg over a family of categories
//! after leaving out what could never have been claimed. Imports the comparison of rates.

use super::quantity::{Observed, Phi};
use super::rate::{min_attainable_p, rate_ratio_p};

/// Adjusts p-values so that the chance of any false claim stays below the level (Holm 1979); same order as given.
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut adjusted = vec![0.0; p.len()];
    let mut largest: f64 = 0.0;
    for (rank, index) in ascending(p).into_iter().enumerate() {
        largest = largest.max(p[index] * (p.len() - rank) as f64);
        adjusted[index] = largest.min(1.0);
    }
    adjusted
}

/// Adjusts p-values so that the expected share of false claims among the claims stays below the level (Benjamini and
/// Hochberg 1995); same order as given.
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let mut adjusted = vec![0.0; p.len()];
    let mut smallest: f64 = 1.0;
    for (rank, index) in ascending(p).into_iter().enumerate().rev() {
        smallest = smallest.min(p[index] * p.len() as f64 / (rank + 1) as f64);
        adjusted[index] = smallest;
    }
    adjusted
}

/// Gives the positions of the p-values from small to large, equal ones in the order given.
fn ascending(p: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|one, two| p[*one].total_cmp(&p[*two]));
    order
}

/// Holds one comparison of a family: a category now and before, with its clustering.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// The later period.
    pub now: Observed,
    /// The earlier period.
    pub before: Observed,
    /// The clustering of this category.
    pub phi: Phi,
}

/// Holds what became of one comparison in its family.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screened {
    /// The two-sided p-value of the comparison by itself.
    pub p: f64,
    /// The p-value after correction for the family; `None` when the total is too small ever to reach the level, so
    /// that the comparison was left out of the family.
    pub adjusted: Option<f64>,
    /// Whether the adjusted p-value is below the level.
    pub claim: bool,
}

/// Tests a family: leaves out what cannot reach `alpha` given its total (Tarone 1990; Gilbert 2005), and corrects the
/// rest after Benjamini and Hochberg (definition, section 2, T3). One result per comparison, same order.
pub fn screened_bh(family: &[Comparison], alpha: f64) -> Vec<Screened> {
    let p: Vec<f64> = family
        .iter()
        .map(|one| rate_ratio_p(one.now, one.before, one.phi))
        .collect();
    let tested: Vec<bool> = family
        .iter()
        .map(|one| min_attainable_p(one.now, one.before, one.phi) < alpha)
        .collect();
    let kept = |(p, tested): (&f64, &bool)| tested.then_some(*p);
    let adjusted = benjamini_hochberg(&p.iter().zip(&tested).filter_map(kept).collect::<Vec<_>>());
    let mut adjusted = adjusted.into_iter();
    p.into_iter()
        .zip(tested)
        .map(|(p, tested)| {
            let adjusted = if tested { adjusted.next() } else { None };
            let claim = adjusted.is_some_and(|adjusted| adjusted < alpha);
            Screened { p, adjusted, claim }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_test_needs_no_correction_and_none_gives_none() {
        assert_eq!(holm(&[0.03]), [0.03]);
        assert_eq!(benjamini_hochberg(&[0.03]), [0.03]);
        assert!(holm(&[]).is_empty() && benjamini_hochberg(&[]).is_empty());
        assert!(screened_bh(&[], 0.05).is_empty());
    }

    #[test]
    fn corrections_keep_order_and_only_raise() {
        let p = [0.04, 0.001, 0.04, 0.9, 0.012, 0.3];
        for adjust in [holm, benjamini_hochberg] {
            let adjusted = adjust(&p);
            for i in 0..p.len() {
                assert!(adjusted[i] >= p[i] && adjusted[i] <= 1.0);
                for j in 0..p.len() {
                    assert!(p[i] > p[j] || adjusted[i] <= adjusted[j]);
                }
            }
        }
    }

    #[test]
    fn a_category_that_could_never_be_claimed_costs_the_others_nothing() {
        let comparison = |x1, x0| Comparison {
            now: Observed::new(x1, 1.0),
            before: Observed::new(x0, 2.0),
            phi: Phi::POISSON,
        };
        let alone = screened_bh(&[comparison(22, 15)], 0.05);
        let among = screened_bh(
            &[comparison(1, 0), comparison(22, 15), comparison(0, 0)],
            0.05,
        );
        assert_eq!(alone[0], among[1]);
        assert_eq!((among[0].adjusted, among[2].adjusted), (None, None));
    }
}
