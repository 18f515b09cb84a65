//! The trend words on the total: T1 and T4 together under Holm (definition, section 2). Imports the headline, the long
//! run and Holm's correction.

use super::headline::{ALPHA, Headline, MIN_BASELINE_MONTHS, TrendState};
use super::long_run::LongRun;
use super::multiplicity::holm;
use super::rate::Direction;

/// Holds what may be said about the total after T1 and T4 have been corrected for each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendWords {
    /// The level of the year (T1).
    pub level: TrendState,
    /// The adjusted p-value of the level; `None` when it was not tested.
    pub level_p: Option<f64>,
    /// The long run (T4).
    pub line: TrendState,
    /// The adjusted p-value of the long run; `None` when it was not tested.
    pub line_p: Option<f64>,
}

impl TrendWords {
    /// Says whether any trend word appears on the total.
    pub fn any_claim(&self) -> bool {
        self.level.is_claim() || self.line.is_claim()
    }
}

/// Takes T1 and T4 together under Holm at 0.05; a rule that was not tested counts for nothing (definition, section 2).
pub fn trend_words(headline: &Headline, long_run: Option<&LongRun>) -> TrendWords {
    let level_tested = headline.baseline_months >= MIN_BASELINE_MONTHS;
    let tested = level_tested.then_some(headline.comparison.p);
    let raw: Vec<f64> = tested
        .into_iter()
        .chain(long_run.map(|run| run.test.p))
        .collect();
    let adjusted = holm(&raw);
    let level_p = if level_tested {
        adjusted.first().copied()
    } else {
        None
    };
    let line_p = long_run.and(adjusted.last().copied());
    let claims = |p: Option<f64>| p.is_some_and(|p| p < ALPHA);
    TrendWords {
        level: TrendState::judge(
            headline.baseline_months,
            claims(level_p),
            headline.comparison.direction(),
            headline.detectable,
        ),
        level_p,
        line: match long_run.map(LongRun::direction) {
            None => TrendState::InsufficientData,
            Some(Some(Direction::Rise)) if claims(line_p) => TrendState::Rise,
            Some(Some(Direction::Fall)) if claims(line_p) => TrendState::Fall,
            Some(_) => TrendState::NoDemonstrableTrend,
        },
        line_p,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::headline::headline;
    use crate::analysis::long_run::{YearRate, long_run};
    use crate::analysis::quantity::Observed;

    fn months(counts: &[u64]) -> Vec<Observed> {
        counts.iter().map(|x| Observed::new(*x, 1.0)).collect()
    }

    fn line(rates: &[f64]) -> Option<LongRun> {
        let years: Vec<YearRate> = (2020..)
            .zip(rates)
            .map(|(year, rate)| YearRate { year, rate: *rate })
            .collect();
        long_run(&years)
    }

    /// 58 after 80 in two years has p between 0.025 and 0.05: a word by itself, none beside an idle long run.
    #[test]
    fn a_second_look_costs_the_first() {
        let before = [3, 4, 3, 3, 4, 3, 3, 4, 3, 3, 4, 3];
        let baseline = [months(&before), months(&before)];
        let year = headline(&baseline, &months(&[5, 5, 4, 5, 5, 5, 5, 5, 4, 5, 5, 5]));
        assert!(year.comparison.p > 0.025 && year.comparison.p < 0.05);
        assert_eq!(trend_words(&year, None).level, TrendState::Rise);
        let idle = line(&[1.0, 3.0, 2.0, 4.0, 1.5]);
        assert_eq!(
            trend_words(&year, idle.as_ref()).level,
            TrendState::NoDemonstrableTrend
        );
        let steep = line(&[1.0, 2.0, 3.0, 4.0, 5.0]);
        let both = trend_words(&year, steep.as_ref());
        assert_eq!(
            (both.level, both.line),
            (TrendState::Rise, TrendState::Rise)
        );
    }

    #[test]
    fn a_short_baseline_leaves_the_long_run_alone() {
        let year = headline(&[months(&[1; 6])], &months(&[9; 12]));
        let words = trend_words(&year, line(&[5.0, 4.0, 3.0, 2.0, 1.0]).as_ref());
        assert_eq!(
            (words.level, words.level_p),
            (TrendState::InsufficientData, None)
        );
        assert_eq!(words.line, TrendState::Fall);
        let none = trend_words(&year, None);
        assert!(!none.any_claim() && none.line_p.is_none());
    }
}
