//! The total of the year against the baseline: its level (T1) and its single months (T2) (definition, section 2). Imports
//! the comparison of rates and clustering.

use super::dispersion::Dispersion;
use super::quantity::{Confidence, Observed, Phi};
use super::rate::{
    ChanceLimits, Direction, RateRatio, chance_limits, min_attainable_p, rate_ratio,
};

/// The level at which a claim is made.
pub const ALPHA: f64 = 0.05;

/// The level at which one month of twelve is a signal (T2).
pub const ALPHA_MONTH: f64 = 0.02 / 12.0;

/// The fewest baseline months for a claim about the level.
pub const MIN_BASELINE_MONTHS: usize = 12;

/// Says what may be said about a trend; the words rise and fall appear on no other ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendState {
    /// Demonstrably more.
    Rise,
    /// Demonstrably fewer.
    Fall,
    /// Nothing beyond chance.
    NoDemonstrableTrend,
    /// Too little to say anything: under a year of baseline, or so few that even none at all would be no fall.
    InsufficientData,
}

impl TrendState {
    /// Judges a comparison: `claim` says whether it holds after correction.
    pub(super) fn judge(
        baseline_months: usize,
        claim: bool,
        direction: Option<Direction>,
        limits: ChanceLimits,
    ) -> Self {
        if baseline_months < MIN_BASELINE_MONTHS {
            return Self::InsufficientData;
        }
        match direction {
            Some(Direction::Rise) if claim => Self::Rise,
            Some(Direction::Fall) if claim => Self::Fall,
            _ if limits.fall_to().is_none() => Self::InsufficientData,
            _ => Self::NoDemonstrableTrend,
        }
    }

    /// Says whether this is a claim, in either direction.
    pub fn is_claim(self) -> bool {
        matches!(self, Self::Rise | Self::Fall)
    }
}

/// Holds a month outside the limits of chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthSignal {
    /// Which month of the year, from 0.
    pub index: usize,
    /// The count of that month.
    pub events: u64,
    /// The limits of that month.
    pub limits: ChanceLimits,
    /// On which side it lies.
    pub direction: Direction,
}

/// Holds the level of the year (T1) and its months (T2) against the baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// The year: its events and exposure.
    pub year: Observed,
    /// The baseline: its events and exposure.
    pub baseline: Observed,
    /// How many months the baseline has.
    pub baseline_months: usize,
    /// What the baseline months say about clustering.
    pub dispersion: Dispersion,
    /// The clustering reckoned with for the year.
    pub phi_year: Phi,
    /// The clustering reckoned with for single months.
    pub phi_month: Phi,
    /// The year against the baseline.
    pub comparison: RateRatio,
    /// The smallest p-value that this many events could have given.
    pub min_attainable_p: f64,
    /// What T1 by itself allows to be said; with a long run beside it,
    /// [`super::trend::trend_words`] decides.
    pub state: TrendState,
    /// The counts for the year that chance allows: outside them a change would have been demonstrable.
    pub detectable: ChanceLimits,
    /// The limits of each month of the year that is judged, for its own exposure.
    pub month_limits: Vec<ChanceLimits>,
    /// The months outside the limits for their own exposure.
    pub month_signals: Vec<MonthSignal>,
}

/// Compares the months of a year with the whole years of months before it. All exposures are in one unit.
pub fn headline<Y: AsRef<[Observed]>>(baseline: &[Y], year: &[Observed]) -> Headline {
    let months = || {
        baseline
            .iter()
            .flat_map(|year| year.as_ref().iter().copied())
    };
    let dispersion = Dispersion::of_years(baseline);
    let (phi_year, phi_month) = (
        dispersion.phi(ALPHA / 2.0),
        dispersion.phi(ALPHA_MONTH / 2.0),
    );
    let (now, before) = (
        Observed::total(year.iter().copied()),
        Observed::total(months()),
    );
    let comparison = rate_ratio(now, before, phi_year, Confidence::P95);
    let detectable = chance_limits(now.exposure, before, ALPHA, phi_year);
    let baseline_months = months().count();
    let month_limits = month_limits(year, before, phi_month);
    let judged = baseline_months >= MIN_BASELINE_MONTHS;
    let months_judged = if judged { year } else { &[] };
    Headline {
        year: now,
        baseline: before,
        baseline_months,
        dispersion,
        phi_year,
        phi_month,
        comparison,
        min_attainable_p: min_attainable_p(now, before, phi_year),
        state: TrendState::judge(
            baseline_months,
            comparison.p < ALPHA,
            comparison.direction(),
            detectable,
        ),
        detectable,
        month_signals: month_signals(months_judged, &month_limits),
        month_limits,
    }
}

impl Headline {
    /// Leaves only the first `over` months judged: a month that still runs would be judged again on each of its days.
    pub fn judge_only_months_over(&mut self, over: usize) {
        self.month_limits.truncate(over);
        self.month_signals.retain(|signal| signal.index < over);
    }
}

/// Gives the limits of chance of each month for its own exposure.
fn month_limits(year: &[Observed], before: Observed, phi: Phi) -> Vec<ChanceLimits> {
    let mut known: Vec<(f64, ChanceLimits)> = Vec::new();
    let of_month = |month: &Observed| match known.iter().find(|(t, _)| *t == month.exposure) {
        Some((_, limits)) => *limits,
        None => {
            let limits = chance_limits(month.exposure, before, ALPHA_MONTH, phi);
            known.push((month.exposure, limits));
            limits
        }
    };
    year.iter().map(of_month).collect()
}

/// Finds the months outside the limits of chance (T2).
fn month_signals(year: &[Observed], limits: &[ChanceLimits]) -> Vec<MonthSignal> {
    let of_month = |(index, (month, limits)): (usize, (&Observed, &ChanceLimits))| {
        let direction = limits.signal(month.events)?;
        Some(MonthSignal {
            index,
            events: month.events,
            limits: *limits,
            direction,
        })
    };
    let months = year.iter().zip(limits).enumerate();
    months.filter_map(of_month).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(counts: &[u64]) -> Vec<Observed> {
        counts.iter().map(|x| Observed::new(*x, 1.0)).collect()
    }

    #[test]
    fn an_empty_or_short_register_says_too_little_and_never_fails() {
        let none: [Vec<Observed>; 0] = [];
        for year in [vec![], months(&[0; 12]), months(&[800; 12])] {
            for baseline in [&none[..], &[vec![]], &[months(&[0; 11])]] {
                let result = headline(baseline, &year);
                assert_eq!(result.state, TrendState::InsufficientData);
                assert!(result.month_signals.is_empty());
            }
        }
    }

    /// Five in two years: not even a year without any would be a demonstrable fall, but a flood is a rise.
    #[test]
    fn few_complaints_can_only_ever_rise() {
        let baseline = [
            months(&[1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]),
            months(&[1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
        ];
        let quiet = headline(&baseline, &months(&[0; 12]));
        assert_eq!(quiet.state, TrendState::InsufficientData);
        let flood = headline(&baseline, &months(&[2; 12]));
        assert_eq!(flood.state, TrendState::Rise);
    }

    /// More clients bring more complaints: the same rate is no trend, and a month is judged by its own clients.
    #[test]
    fn exposure_is_taken_into_account() {
        let year = |clients: f64, events: u64| vec![Observed::new(events, clients); 12];
        let same = headline(&[year(100.0, 10), year(100.0, 10)], &year(200.0, 20));
        assert_eq!(same.state, TrendState::NoDemonstrableTrend);
        assert!(same.month_signals.is_empty());
        let mut busy = year(100.0, 10);
        busy[7] = Observed::new(30, 100.0);
        let result = headline(&[year(100.0, 10), year(100.0, 10)], &busy);
        assert_eq!(result.month_signals.len(), 1);
        assert!(
            result
                .month_signals
                .iter()
                .all(|signal| signal.index == 7 && signal.events == 30)
        );
    }
}
