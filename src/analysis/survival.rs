//! Lead times with open cases in them: the Kaplan-Meier curve, its interval, the median and the 90th percentile
//! (definition, section 1, M10). Imports the quantities and the special functions.

use super::quantity::{Confidence, Interval};
use super::special::normal_upper;

/// The fewest closings for which a lead time is quoted.
pub const MIN_CLOSINGS: usize = 10;

/// Forgives the rounding of a product of fractions where it should have hit a percentile exactly.
const ROUNDING: f64 = 1e-9;

/// Holds how long one case took, or has been open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeadTime {
    /// Days from receipt to closing, or to the reference date for an open case.
    pub days: u32,
    /// Whether the case was closed; an open one is censored.
    pub closed: bool,
}

/// Holds the curve at one day on which cases closed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurvivalStep {
    /// Days since receipt.
    pub days: u32,
    /// Cases that were still open and known to be so just before.
    pub at_risk: u64,
    /// Cases closed on this day.
    pub closed: u64,
    /// The estimated share that is still open after this day.
    pub open_share: f64,
    /// The pointwise log-log interval of that share; `None` where it is 0.
    pub interval: Option<Interval>,
}

/// Holds a Kaplan-Meier curve (Kaplan and Meier 1958).
#[derive(Clone, Debug, PartialEq)]
pub struct LeadTimes {
    /// How many cases there are.
    pub cases: usize,
    /// How many of them are still open.
    pub open: usize,
    /// The curve, one step per day on which cases closed.
    pub steps: Vec<SurvivalStep>,
    /// The first day by which at least half is closed; `None` when that is not reached.
    pub median: Option<u32>,
    /// The lower end of the median's interval (Brookmeyer and Crowley 1982).
    pub median_lo: Option<u32>,
    /// The upper end of the median's interval; `None` when nothing bounds it.
    pub median_hi: Option<u32>,
    /// The first day by which at least nine in ten are closed; `None` when that is not reached.
    pub p90: Option<u32>,
}

impl LeadTimes {
    /// Says whether there are closings enough to quote the median and the percentile.
    pub fn quotable(&self) -> bool {
        self.cases - self.open >= MIN_CLOSINGS
    }
}

/// Estimates the curve of lead times. On a day with closings and open cases, the open ones count as still there.
pub fn kaplan_meier(cases: &[LeadTime], confidence: Confidence) -> LeadTimes {
    let z = normal_upper(confidence.tail());
    let mut sorted = cases.to_vec();
    sorted.sort_by_key(|case| case.days);
    let (mut open_share, mut greenwood) = (1.0, 0.0);
    let mut at_risk = sorted.len() as u64;
    let mut steps = Vec::new();
    for day in sorted.chunk_by(|one, two| one.days == two.days) {
        let closed = day.iter().filter(|case| case.closed).count() as u64;
        if closed > 0 {
            let (n, d) = (at_risk as f64, closed as f64);
            open_share *= (n - d) / n;
            greenwood += d / (n * (n - d));
            steps.extend(day.first().map(|first| SurvivalStep {
                days: first.days,
                at_risk,
                closed,
                open_share,
                interval: log_log(open_share, greenwood, z),
            }));
        }
        at_risk -= day.len() as u64;
    }
    let first_below = |curve: &dyn Fn(&SurvivalStep) -> Option<f64>, share: f64| {
        let below = |step: &&SurvivalStep| curve(step).is_some_and(|y| y <= share + ROUNDING);
        steps.iter().find(below).map(|step| step.days)
    };
    let lower = |step: &SurvivalStep| step.interval.map(|interval| interval.lo);
    let upper = |step: &SurvivalStep| step.interval.map(|interval| interval.hi);
    LeadTimes {
        cases: cases.len(),
        open: cases.iter().filter(|case| !case.closed).count(),
        median: first_below(&|step| Some(step.open_share), 0.5),
        median_lo: first_below(&lower, 0.5),
        median_hi: first_below(&upper, 0.5),
        p90: first_below(&|step| Some(step.open_share), 0.1),
        steps,
    }
}

/// Gives the log-log interval of a share from Greenwood's sum; `None` at 0, where it does not exist.
fn log_log(share: f64, greenwood: f64, z: f64) -> Option<Interval> {
    if share <= 0.0 {
        return None;
    }
    let theta = z * greenwood.sqrt() / share.ln();
    Some(Interval {
        lo: share.powf((-theta).exp()),
        hi: share.powf(theta.exp()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(cases: &[(u32, bool)]) -> LeadTimes {
        let cases: Vec<LeadTime> = cases
            .iter()
            .map(|(days, closed)| LeadTime {
                days: *days,
                closed: *closed,
            })
            .collect();
        kaplan_meier(&cases, Confidence::P95)
    }

    #[test]
    fn nothing_and_nothing_closed_give_no_median() {
        for cases in [vec![], vec![(3, false), (9, false)]] {
            let result = curve(&cases);
            assert!(result.steps.is_empty() && result.median.is_none() && result.p90.is_none());
            assert!(!result.quotable());
        }
    }

    #[test]
    fn without_open_cases_the_curve_is_the_plain_share() {
        let cases: Vec<(u32, bool)> = (1..=1000).map(|day| (day, true)).collect();
        let result = curve(&cases);
        for (step, day) in result.steps.iter().zip(1..) {
            assert!((step.open_share - (1.0 - f64::from(day) / 1000.0)).abs() < 1e-12);
        }
        assert_eq!((result.median, result.p90), (Some(500), Some(900)));
        assert!(result.quotable());
    }

    #[test]
    fn all_on_one_day_still_has_a_median() {
        let result = curve(&[(5, true); 12]);
        assert_eq!(
            (result.median, result.p90, result.median_hi),
            (Some(5), Some(5), None)
        );
    }
}
