//! Categories (T3): each category of a family against its own past, with clustering borrowed from the family and the
//! family's correction (definition, section 2). Causes, departments and channels are families apart. Imports the
//! comparison of rates, clustering and the corrections.

use super::dispersion::{Dispersion, category_phis};
use super::headline::{ALPHA, TrendState};
use super::multiplicity::{Comparison, Screened, screened_bh};
use super::quantity::{Confidence, Observed, Phi};
use super::rate::{ChanceLimits, Direction, RateRatio, chance_limits, rate_ratio};

/// Holds one category of a family: its baseline, a whole year of months at a time, and the months of the year.
#[derive(Clone, Debug, PartialEq)]
pub struct CategorySeries {
    /// The baseline years, each by month.
    pub baseline: Vec<Vec<Observed>>,
    /// The year itself, by month.
    pub year: Vec<Observed>,
    /// Events whose category is not known and may be this one: in the year, and in the baseline.
    pub pending: [u64; 2],
}

/// Holds what may be said about one category.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CategoryChange {
    /// The year: its events and exposure.
    pub year: Observed,
    /// The baseline: its events and exposure.
    pub baseline: Observed,
    /// What its own baseline months say about clustering.
    pub dispersion: Dispersion,
    /// The clustering reckoned with.
    pub phi: Phi,
    /// The year against the baseline, not corrected for the family.
    pub comparison: RateRatio,
    /// The p-value corrected for the family; `None` when the category was left out of it.
    pub adjusted_p: Option<f64>,
    /// The counts that chance allows, not corrected for the family.
    pub detectable: ChanceLimits,
    /// What may be said.
    pub state: TrendState,
}

impl CategoryChange {
    /// Says whether it was there on one side only: it may be new or out of use, of which the counts know nothing.
    pub const fn is_one_sided(&self) -> bool {
        self.year.events == 0 || self.baseline.events == 0
    }
}

/// Holds the result of a family.
#[derive(Clone, Debug, PartialEq)]
pub struct FamilyChanges {
    /// One result per category, same order as given.
    pub categories: Vec<CategoryChange>,
    /// How many categories were compared: the size of the family corrected for.
    pub compared: usize,
    /// What all category-years with events say about clustering together.
    pub pooled: Dispersion,
}

/// Compares the categories of one family with their own past.
///
/// What is not known must not make a claim: a fall is one only if it stands also when every pending event of the year counts
/// in the category, and a rise only if it stands also when every pending event of the baseline does.
pub fn category_changes(family: &[CategorySeries]) -> FamilyChanges {
    let own: Vec<Dispersion> = family
        .iter()
        .map(|category| Dispersion::of_years(&category.baseline))
        .collect();
    let phis = category_phis(&own, ALPHA / 2.0);
    let comparisons: Vec<Comparison> = family
        .iter()
        .zip(phis)
        .map(|(category, phi)| Comparison {
            now: Observed::total(category.year.iter().copied()),
            before: Observed::total(category.baseline.iter().flatten().copied()),
            phi,
        })
        .collect();
    let screened = screened_bh(&comparisons, ALPHA);
    let added = |seen: Observed, more| Observed::new(seen.events + more, seen.exposure);
    let against = |at: usize| {
        let with = |(one, category): (&Comparison, &CategorySeries)| {
            let mut more = [0, 0];
            more[at] = category.pending[at];
            Comparison {
                now: added(one.now, more[0]),
                before: added(one.before, more[1]),
                phi: one.phi,
            }
        };
        let all: Vec<Comparison> = comparisons.iter().zip(family).map(with).collect();
        stands(&all)
    };
    let falls = against(0);
    let rises = against(1);
    let settled = |at: usize, direction| match direction {
        Some(Direction::Rise) => rises[at] == direction,
        Some(Direction::Fall) => falls[at] == direction,
        None => false,
    };
    let each = family.iter().zip(&own);
    let categories = each.zip(comparisons.iter().zip(&screened));
    FamilyChanges {
        compared: screened.iter().filter(|one| one.adjusted.is_some()).count(),
        pooled: Dispersion::combined(own.iter().copied()),
        categories: categories
            .enumerate()
            .map(|(at, ((category, dispersion), (one, screened)))| {
                let comparison = rate_ratio(one.now, one.before, one.phi, Confidence::P95);
                let detectable = chance_limits(one.now.exposure, one.before, ALPHA, one.phi);
                let months = category.baseline.iter().map(Vec::len).sum();
                let direction = comparison.direction();
                let claim = screened.claim && settled(at, direction);
                CategoryChange {
                    year: one.now,
                    baseline: one.before,
                    dispersion: *dispersion,
                    phi: one.phi,
                    comparison,
                    adjusted_p: screened.adjusted,
                    detectable,
                    state: TrendState::judge(months, claim, direction, detectable),
                }
            })
            .collect(),
    }
}

/// Gives for each comparison of a family the direction that may be claimed.
fn stands(family: &[Comparison]) -> Vec<Option<Direction>> {
    let screened = screened_bh(family, ALPHA);
    let direction = |(one, screened): (&Comparison, &Screened)| {
        let ratio = rate_ratio(one.now, one.before, one.phi, Confidence::P95);
        ratio.direction().filter(|_| screened.claim)
    };
    family.iter().zip(&screened).map(direction).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn category(before: &[u64], now: u64) -> CategorySeries {
        let months = |x: u64| vec![Observed::new(x, 1.0); 12];
        CategorySeries {
            baseline: before.iter().map(|x| months(*x)).collect(),
            year: months(now),
            pending: [0, 0],
        }
    }

    #[test]
    fn a_real_change_stands_out_and_the_rest_stays_quiet() {
        let family = [
            category(&[4, 4], 8),
            category(&[4, 4], 4),
            category(&[9, 9], 8),
            category(&[0, 0], 0),
        ];
        let result = category_changes(&family);
        let states: Vec<TrendState> = result.categories.iter().map(|one| one.state).collect();
        use TrendState::{InsufficientData, NoDemonstrableTrend, Rise};
        assert_eq!(
            states,
            [
                Rise,
                NoDemonstrableTrend,
                NoDemonstrableTrend,
                InsufficientData
            ]
        );
        assert_eq!(result.compared, 3);
    }

    #[test]
    fn what_is_not_told_apart_yet_makes_no_claim() {
        let state = |before, now, pending| {
            let one = CategorySeries {
                pending,
                ..category(before, now)
            };
            category_changes(&[one]).categories[0].state
        };
        use TrendState::{Fall, NoDemonstrableTrend, Rise};
        assert_eq!(state(&[4, 4], 1, [0, 0]), Fall);
        assert_eq!(state(&[4, 4], 1, [3, 0]), Fall);
        assert_eq!(state(&[4, 4], 1, [36, 0]), NoDemonstrableTrend);
        assert_eq!(state(&[4, 4], 1, [0, 900]), Fall);
        assert_eq!(state(&[4, 4], 8, [900, 0]), Rise);
        assert_eq!(state(&[4, 4], 8, [0, 96]), NoDemonstrableTrend);
    }

    #[test]
    fn no_categories_and_no_baseline_make_no_claims() {
        assert!(category_changes(&[]).categories.is_empty());
        let result = category_changes(&[category(&[], 50)]);
        assert!(
            result
                .categories
                .iter()
                .all(|one| one.state == TrendState::InsufficientData)
        );
    }
}
