//! Exact tests on whole counts: Fisher's test of a table of four, and the two further p-values that other programs print
//! for a comparison of two counts. Imports the quantities.
//!
//! Both walk the weights of a single-peaked distribution outward from its peak, each from its neighbour, so that nothing
//! overflows and no logarithm of a factorial loses digits.

use super::quantity::Observed;

/// Weights within this factor of the observed one count as equally likely, as R does to forgive rounding.
const EQUALLY_LIKELY: f64 = 1.0 + 1e-7;

/// A weight so small beside the observed one, and all that lie beyond it, change no digit of a sum that holds the observed one.
const NEGLIGIBLE: f64 = 1e-22;

/// Holds a table of four: rows are the two periods, columns the category and all other complaints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fourfold {
    /// First row, first column.
    pub a: u64,
    /// First row, second column.
    pub b: u64,
    /// Second row, first column.
    pub c: u64,
    /// Second row, second column.
    pub d: u64,
}

/// Gives the two-sided p-value of Fisher's exact test: the chance of all tables no likelier than this one. An empty row
/// or column leaves one table only: p = 1.
pub fn fisher_2x2(table: Fourfold) -> f64 {
    let [a, b, c, d] = [table.a, table.b, table.c, table.d].map(|n| n as f64);
    let (row, column, total) = (a + b, a + c, a + b + c + d);
    let (low, high) = ((row + column - total).max(0.0), row.min(column));
    let mode = ((row + 1.0) * (column + 1.0) / (total + 2.0)).floor();
    let up = |x: f64| (row - x) * (column - x) / ((x + 1.0) * (total - row - column + x + 1.0));
    Weights::new(low, high, mode, a, up).min_likelihood()
}

/// Holds the p-values that other programs print beside the central one of [`super::rate::rate_ratio`]; for reference
/// only, since neither agrees with the interval (Fay 2010).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConditionalP {
    /// The chance of all outcomes no likelier than this one (R's `poisson.test`).
    pub min_likelihood: f64,
    /// Twice the smaller tail, of which the observed count itself weighs half (`exactci`, `midp = TRUE`).
    pub mid: f64,
}

/// Compares two plain counts given their total, without clustering; both 1 without events or without exposure.
pub fn conditional_p(now: Observed, before: Observed) -> ConditionalP {
    let (x1, total) = (now.events as f64, (now.events + before.events) as f64);
    if total == 0.0 || !now.has_exposure() || !before.has_exposure() {
        return ConditionalP {
            min_likelihood: 1.0,
            mid: 1.0,
        };
    }
    let odds = now.exposure / before.exposure;
    let mode = ((total + 1.0) * (odds / (1.0 + odds))).floor();
    let up = |x: f64| (total - x) / (x + 1.0) * odds;
    let weights = Weights::new(0.0, total, mode, x1, up);
    ConditionalP {
        min_likelihood: weights.min_likelihood(),
        mid: weights.mid(),
    }
}

/// The weights of a distribution, summed as seen from one observed count.
struct Weights {
    /// The weight of the observed count itself.
    observed: f64,
    sums: Sums,
}

/// Sums of weights: of the counts below and above the observed one, of those no likelier than it, and of all.
struct Sums {
    below: f64,
    above: f64,
    no_likelier: f64,
    total: f64,
}

impl Weights {
    /// Sums the weights from `low` to `high`; `up(x)` is the weight at x + 1 divided by that at x.
    fn new(low: f64, high: f64, mode: f64, observed: f64, up: impl Fn(f64) -> f64) -> Self {
        let mode = mode.clamp(low, high);
        let (mut x, mut at_observed) = (mode, 1.0);
        while x < observed {
            at_observed *= up(x);
            x += 1.0;
        }
        while x > observed {
            x -= 1.0;
            at_observed /= up(x);
        }
        let least = at_observed * NEGLIGIBLE;
        let mut upward = Vec::new();
        let mut weight = 1.0;
        x = mode;
        while weight > least && x <= high {
            upward.push((x, weight));
            weight *= up(x);
            x += 1.0;
        }
        let mut downward = Vec::new();
        (x, weight) = (mode, 1.0);
        while x > low {
            x -= 1.0;
            weight /= up(x);
            if weight <= least {
                break;
            }
            downward.push((x, weight));
        }
        let side = |weights: &[(f64, f64)]| Sums::of_side(weights, observed, at_observed);
        let (upward, downward) = (side(&upward), side(&downward));
        Self {
            observed: at_observed,
            sums: Sums {
                below: upward.below + downward.below,
                above: upward.above + downward.above,
                no_likelier: upward.no_likelier + downward.no_likelier,
                total: upward.total + downward.total,
            },
        }
    }

    fn min_likelihood(&self) -> f64 {
        (self.sums.no_likelier / self.sums.total).min(1.0)
    }

    fn mid(&self) -> f64 {
        let tail = self.sums.below.min(self.sums.above) + self.observed / 2.0;
        (2.0 * tail / self.sums.total).min(1.0)
    }
}

impl Sums {
    /// Sums the weights on one side of the peak, which come from the peak outward.
    fn of_side(weights: &[(f64, f64)], observed: f64, at_observed: f64) -> Self {
        let mut sums = Self {
            below: 0.0,
            above: 0.0,
            no_likelier: 0.0,
            total: 0.0,
        };
        // Small weights first, so that their sum is not lost on the large ones.
        for &(x, weight) in weights.iter().rev() {
            sums.total += weight;
            if x < observed {
                sums.below += weight;
            } else if x > observed {
                sums.above += weight;
            }
            if weight <= at_observed * EQUALLY_LIKELY {
                sums.no_likelier += weight;
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn table(a: u64, b: u64, c: u64, d: u64) -> Fourfold {
        Fourfold { a, b, c, d }
    }

    /// Fisher's own tea: 3 of 4 cups right gives 34/70, all 4 gives 2/70 (Fisher 1935).
    #[test]
    fn the_lady_tastes_tea() {
        assert!((fisher_2x2(table(3, 1, 1, 3)) - 34.0 / 70.0).abs() < 1e-14);
        assert!((fisher_2x2(table(4, 0, 0, 4)) - 2.0 / 70.0).abs() < 1e-14);
    }

    #[test]
    fn a_table_may_be_turned_and_may_be_empty() {
        let p = fisher_2x2(table(4, 60, 25, 110));
        for turned in [
            table(60, 4, 110, 25),
            table(25, 110, 4, 60),
            table(4, 25, 60, 110),
        ] {
            assert!((fisher_2x2(turned) - p).abs() < 1e-14);
        }
        for empty in [table(0, 0, 0, 0), table(0, 0, 3, 4), table(0, 5, 0, 9)] {
            assert_eq!(fisher_2x2(empty), 1.0);
        }
    }

    #[test]
    fn large_tables_end_and_stay_chances() {
        let far = fisher_2x2(table(10_000, 0, 0, 10_000));
        assert!((0.0..1e-300).contains(&far));
        let near = fisher_2x2(table(50_000, 50_010, 50_020, 50_000));
        assert!((0.9..=1.0).contains(&near));
    }
}
