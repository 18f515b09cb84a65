//! The long run (T4): Mann-Kendall's test and the Theil-Sen slope over comparable years (definition, section 2). Imports
//! the direction of a change and the special functions.

use super::rate::Direction;
use super::special::normal_tail;

/// The fewest comparable years for a claim about the long run (T4).
pub const MIN_YEARS: usize = 5;

/// Says how the p-value of a Mann-Kendall test was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KendallMethod {
    /// From the exact distribution; no two values equal, at most 30 values.
    ExactNoTies,
    /// From all orders of the values; some equal, at most 8 values.
    ExactPermutation,
    /// From the normal distribution, corrected for ties and for continuity.
    Normal,
}

/// Holds a Mann-Kendall test for a line that goes one way (Mann 1945; Kendall 1975).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MannKendall {
    /// Pairs that rise less pairs that fall.
    pub s: i64,
    /// The variance of S when nothing changes, corrected for ties.
    pub variance: f64,
    /// The two-sided p-value.
    pub p: f64,
    /// How the p-value was found.
    pub method: KendallMethod,
}

/// Tests a series, in order of time, for a line that goes one way. Fewer than two values give S = 0 and p = 1.
pub fn mann_kendall(series: &[f64]) -> MannKendall {
    let n = series.len();
    let s: i64 = (0..n)
        .flat_map(|i| (i + 1..n).map(move |j| (i, j)))
        .map(|(i, j)| match series[j].total_cmp(&series[i]) {
            std::cmp::Ordering::Greater => 1,
            std::cmp::Ordering::Less => -1,
            std::cmp::Ordering::Equal => 0,
        })
        .sum();
    let groups = tie_groups(series);
    let pairs = |n: usize| n as f64 * (n as f64 - 1.0) * (2.0 * n as f64 + 5.0);
    let tied: f64 = groups.iter().map(|size| pairs(*size)).sum();
    let variance = ((pairs(n) - tied) / 18.0).max(0.0);
    let method = match groups.iter().any(|size| *size > 1) {
        false if n <= 30 => KendallMethod::ExactNoTies,
        true if n <= 8 => KendallMethod::ExactPermutation,
        _ => KendallMethod::Normal,
    };
    let p = match method {
        KendallMethod::Normal if variance > 0.0 => {
            let z = (s.abs() as f64 - 1.0).max(0.0) / variance.sqrt();
            (2.0 * normal_tail(z)).min(1.0)
        }
        KendallMethod::Normal => 1.0,
        _ => exact_kendall_p(&groups, s),
    };
    MannKendall {
        s,
        variance,
        p,
        method,
    }
}

/// Gives the sizes of the groups of equal values, in order of value.
fn tie_groups(series: &[f64]) -> Vec<usize> {
    let mut sorted = series.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
        .chunk_by(|one, two| one.total_cmp(two).is_eq())
        .map(<[f64]>::len)
        .collect()
}

/// Gives the chance of an S at least as far from 0, over all orders of values with these groups of equals.
///
/// The number of orders with a given number of inversions is a coefficient of the Gaussian multinomial (MacMahon 1915),
/// which this builds group by group: the same answer as trying every order.
fn exact_kendall_p(groups: &[usize], s: i64) -> f64 {
    let mut counts = vec![1.0];
    let mut members = 0;
    for size in groups {
        let step = gaussian_binomial(members + size, *size);
        let mut next = vec![0.0; counts.len() + step.len() - 1];
        for (i, count) in counts.iter().enumerate() {
            for (j, ways) in step.iter().enumerate() {
                next[i + j] += count * ways;
            }
        }
        counts = next;
        members += size;
    }
    let all: f64 = counts.iter().sum();
    let untied = counts.len() as i64 - 1;
    let far: f64 = counts
        .iter()
        .enumerate()
        .filter(|(inversions, _)| (untied - 2 * *inversions as i64).abs() >= s.abs())
        .map(|(_, count)| count)
        .sum();
    (far / all).min(1.0)
}

/// Gives the coefficients of the Gaussian binomial [n choose k]: the ways to put k equal values among n - k others, by
/// the number of inversions.
fn gaussian_binomial(n: usize, k: usize) -> Vec<f64> {
    // Row by row as in Pascal's triangle: [n, k] = [n-1, k-1] + q^k [n-1, k].
    let mut row: Vec<Vec<f64>> = vec![vec![1.0]];
    for size in 1..=n {
        row = (0..=size.min(k))
            .map(|chosen| {
                let mut sum = vec![0.0; chosen * (size - chosen) + 1];
                if let Some(with) = chosen.checked_sub(1).and_then(|at| row.get(at)) {
                    sum.iter_mut()
                        .zip(with)
                        .for_each(|(sum, ways)| *sum += ways);
                }
                if let Some(without) = row.get(chosen).filter(|_| chosen < size) {
                    let shifted = sum.iter_mut().skip(chosen);
                    shifted.zip(without).for_each(|(sum, ways)| *sum += ways);
                }
                sum
            })
            .collect();
    }
    row.pop().unwrap_or_default()
}

/// Holds the rate of one comparable year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearRate {
    /// The calendar year.
    pub year: i32,
    /// Complaints per unit of exposure, or the count where no exposure is known.
    pub rate: f64,
}

/// Gives the median slope between all pairs of years, per year (Theil 1950; Sen 1968); `None` under two distinct years.
pub fn theil_sen(years: &[YearRate]) -> Option<f64> {
    let mut slopes: Vec<f64> = years
        .iter()
        .enumerate()
        .flat_map(|(at, later)| years[..at].iter().map(move |earlier| (earlier, later)))
        .filter(|(earlier, later)| earlier.year != later.year)
        .map(|(earlier, later)| {
            (later.rate - earlier.rate) / (f64::from(later.year) - f64::from(earlier.year))
        })
        .collect();
    slopes.sort_by(f64::total_cmp);
    let middle = slopes.len() / 2;
    let upper = *slopes.get(middle)?;
    let lower = slopes[(slopes.len() - 1) / 2];
    Some(lower + (upper - lower) / 2.0)
}

/// Holds the long run (T4): the test and the slope.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LongRun {
    /// How many comparable years there are.
    pub years: usize,
    /// The test for a line that goes one way.
    pub test: MannKendall,
    /// The median change per year.
    pub slope: f64,
}

impl LongRun {
    /// Gives the direction of the line; `None` when it has none.
    pub fn direction(&self) -> Option<Direction> {
        match self.test.s.signum() {
            1 => Some(Direction::Rise),
            -1 => Some(Direction::Fall),
            _ => None,
        }
    }
}

/// Looks for a line over the comparable years, in order of time; `None` under five (definition, section 2, T4).
pub fn long_run(years: &[YearRate]) -> Option<LongRun> {
    if years.len() < MIN_YEARS {
        return None;
    }
    let rates: Vec<f64> = years.iter().map(|year| year.rate).collect();
    Some(LongRun {
        years: years.len(),
        test: mann_kendall(&rates),
        slope: theil_sen(years)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tries every order, which is what the exact distribution stands for.
    fn by_permutation(series: &[f64]) -> f64 {
        fn orders(values: &mut Vec<f64>, at: usize, visit: &mut impl FnMut(&[f64])) {
            if at == values.len() {
                return visit(values);
            }
            for i in at..values.len() {
                values.swap(at, i);
                orders(values, at + 1, visit);
                values.swap(at, i);
            }
        }
        let score = |values: &[f64]| -> i64 {
            let pairs = (0..values.len()).flat_map(|i| (i + 1..values.len()).map(move |j| (i, j)));
            pairs
                .map(|(i, j)| {
                    (values[j] - values[i])
                        .partial_cmp(&0.0)
                        .map_or(0, |o| o as i64)
                })
                .sum()
        };
        let seen = score(series).abs();
        let (mut far, mut all) = (0, 0);
        orders(&mut series.to_vec(), 0, &mut |order| {
            all += 1;
            far += u32::from(score(order).abs() >= seen);
        });
        f64::from(far) / f64::from(all)
    }

    #[test]
    fn the_exact_distribution_is_that_of_all_orders() {
        let series: [&[f64]; 7] = [
            &[1.0, 2.0],
            &[3.0, 1.0, 2.0, 5.0, 4.0, 9.0],
            &[5.0, 5.0, 7.0, 6.0, 8.0, 8.0, 9.0],
            &[1.0, 1.0, 1.0, 2.0, 2.0, 0.0, 3.0, 3.0],
            &[0.0, 0.0, 0.0, 0.0, 0.0, 1.0],
            &[2.0, 2.0, 1.0, 1.0, 0.0],
            &[4.0, 4.0, 4.0],
        ];
        for series in series {
            let p = mann_kendall(series).p;
            assert!(
                (p - by_permutation(series)).abs() < 1e-12,
                "{series:?}: {p}"
            );
        }
    }

    #[test]
    fn short_and_long_series_have_an_answer() {
        for n in [0, 1, 2, 8, 9, 30, 31, 400] {
            for level in [1, 3, 1000] {
                let series: Vec<f64> = (0..n).map(|i| f64::from(i * 7919 % level)).collect();
                let p = mann_kendall(&series).p;
                assert!((0.0..=1.0).contains(&p), "{n} {level}: {p}");
            }
        }
        assert_eq!(mann_kendall(&[]).p, 1.0);
    }

    #[test]
    fn the_slope_is_the_median_of_all_slopes_and_minds_gaps() {
        let years = |points: &[(i32, f64)]| -> Vec<YearRate> {
            points
                .iter()
                .map(|(year, rate)| YearRate {
                    year: *year,
                    rate: *rate,
                })
                .collect()
        };
        assert_eq!(theil_sen(&years(&[(2020, 5.0)])), None);
        assert_eq!(theil_sen(&years(&[(2020, 5.0), (2024, 13.0)])), Some(2.0));
        let wild = years(&[
            (2020, 1.0),
            (2021, 3.0),
            (2022, 5.0),
            (2023, 900.0),
            (2024, 9.0),
        ]);
        assert_eq!(theil_sen(&wild), Some(2.0));
        assert_eq!(long_run(&wild[..4]), None);
        assert!(long_run(&wild).is_some_and(|run| run.direction() == Some(Direction::Rise)));
    }
}
