//! Rates of events: one rate with its interval, and R, the comparison of two rates that every trend and every verdict on
//! a measure rests on (definition, section 2). Imports the quantities and the special functions.

use super::quantity::{Confidence, Estimate, Interval, Observed, Phi};
use super::special::Slope::{Falling, Rising};
use super::special::{beta_lower, gamma_lower, gamma_upper, normal_upper, solve_log};

/// Gives a rate per unit of exposure with the exact Poisson interval (Garwood 1936); `None` without exposure.
pub fn poisson_rate(seen: Observed, confidence: Confidence) -> Option<Estimate> {
    let value = seen.rate()?;
    let (x, tail) = (seen.events as f64, confidence.tail());
    let start = (x + 1.0).ln();
    let lo = match seen.events {
        0 => 0.0,
        _ => solve_log(|mean| gamma_lower(x, mean), Rising, tail, start).unwrap_or(0.0),
    };
    let hi =
        solve_log(|mean| gamma_upper(x + 1.0, mean), Falling, tail, start).unwrap_or(f64::INFINITY);
    Some(Estimate {
        value,
        interval: Interval {
            lo: lo / seen.exposure,
            hi: hi / seen.exposure,
        },
    })
}

/// Says which way a demonstrable difference goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More than before.
    Rise,
    /// Fewer than before.
    Fall,
}

/// Holds the comparison of two rates: R(x1, t1, x0, t0, phi) of the definition, section 2.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateRatio {
    /// The later rate divided by the earlier one; unbounded when there was nothing before, `None` when there is nothing
    /// to divide (no events at all, or a side without exposure).
    pub ratio: Option<f64>,
    /// The interval of the ratio, from 0 to unbounded when nothing is known.
    pub interval: Interval,
    /// The two-sided p-value that agrees with the interval: below 0.05 exactly when the 95 % interval leaves out 1.
    pub p: f64,
}

impl RateRatio {
    /// Gives the direction of the difference; `None` when the rates are equal or incomparable.
    pub fn direction(&self) -> Option<Direction> {
        match self.ratio {
            Some(ratio) if ratio > 1.0 => Some(Direction::Rise),
            Some(ratio) if ratio < 1.0 => Some(Direction::Fall),
            _ => None,
        }
    }
}

/// Compares the rate `now` with the rate `before`, whose counts vary `phi` times as much as chance.
///
/// At phi = 1 this is the conditional binomial test (Przyborowski and Wilenski 1940) with Clopper-Pearson limits, central
/// as in Fay 2010; above it a negative binomial takes the place of the Poisson distribution (definition, section 2).
pub fn rate_ratio(now: Observed, before: Observed, phi: Phi, confidence: Confidence) -> RateRatio {
    let Some(frame) = Frame::new(now.exposure, before, phi) else {
        return RateRatio {
            ratio: None,
            interval: Interval {
                lo: 0.0,
                hi: f64::INFINITY,
            },
            p: 1.0,
        };
    };
    let ratio = match (now.events, before.events) {
        (0, 0) => None,
        (_, 0) => Some(f64::INFINITY),
        (x1, x0) => Some((x1 as f64 / now.exposure) / (x0 as f64 / before.exposure)),
    };
    RateRatio {
        ratio,
        interval: frame.interval(now.events, confidence),
        p: frame.p_value(now.events),
    }
}

/// Gives only the p-value of [`rate_ratio`], which takes no solving; 1 when a side has no exposure.
pub fn rate_ratio_p(now: Observed, before: Observed, phi: Phi) -> f64 {
    Frame::new(now.exposure, before, phi).map_or(1.0, |frame| frame.p_value(now.events))
}

/// Gives the smallest p-value that a comparison with this many events in total could have had: all of them on one side
/// or all on the other (Tarone 1990).
pub fn min_attainable_p(now: Observed, before: Observed, phi: Phi) -> f64 {
    let total = now.events.saturating_add(before.events);
    let split = |later, earlier| {
        let now = Observed::new(later, now.exposure);
        rate_ratio_p(now, Observed::new(earlier, before.exposure), phi)
    };
    split(total, 0).min(split(0, total))
}

/// Holds the counts that chance allows in a period: from `low` up to and including `high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChanceLimits {
    /// The lowest count that is not a signal.
    pub low: u64,
    /// The highest count that is not a signal; `None` when no count would be one.
    pub high: Option<u64>,
}

impl ChanceLimits {
    /// Says whether a count lies outside the limits, and on which side.
    pub fn signal(self, count: u64) -> Option<Direction> {
        if count < self.low {
            Some(Direction::Fall)
        } else if self.high.is_some_and(|high| count > high) {
            Some(Direction::Rise)
        } else {
            None
        }
    }

    /// Gives the highest count that would be a demonstrable fall; `None` when not even 0 would be.
    pub fn fall_to(self) -> Option<u64> {
        self.low.checked_sub(1)
    }

    /// Gives the lowest count that would be a demonstrable rise; `None` when none would be.
    pub fn rise_from(self) -> Option<u64> {
        self.high?.checked_add(1)
    }
}

/// Gives the counts in a period of `exposure` whose two-sided p-value against `before` is not below `alpha`
/// (definition, section 2: the limits of T2, and what would have been demonstrable under T1).
pub fn chance_limits(exposure: f64, before: Observed, alpha: f64, phi: Phi) -> ChanceLimits {
    let Some(frame) = Frame::new(exposure, before, phi) else {
        return ChanceLimits { low: 0, high: None };
    };
    // Where the limits would lie if counts were normal: only a place to start looking.
    let expected = before.events as f64 * frame.scale;
    let spread = (phi.get() * expected * (1.0 + frame.scale)).sqrt() * normal_upper(alpha / 2.0);
    ChanceLimits {
        low: first_true(expected - spread, |x| 2.0 * frame.at_most(x, 1.0) >= alpha).unwrap_or(0),
        high: first_true(expected + spread, |x| {
            2.0 * frame.at_least(x + 1, 1.0) < alpha
        }),
    }
}

/// The largest count that is looked at: every one below it is exact in a double.
const MAX_COUNT: u64 = 1 << 52;

/// Finds the smallest count for which `holds`, which stays true once it is; `None` beyond [`MAX_COUNT`].
///
/// Walks up from the guess in doubling steps until it holds, then down in doubling steps no shorter than halving.
fn first_true(guess: f64, holds: impl Fn(u64) -> bool) -> Option<u64> {
    let (mut low, mut step) = (0, 1);
    let mut high = (guess.max(0.0) as u64).min(MAX_COUNT);
    while !holds(high) {
        low = high + 1;
        high += step;
        step *= 2;
        if high > MAX_COUNT {
            return None;
        }
    }
    step = 1;
    while low < high {
        let probe = high.saturating_sub(step).max(low + (high - low) / 2);
        if holds(probe) {
            high = probe;
            step *= 2;
        } else {
            low = probe + 1;
        }
    }
    Some(high)
}

/// Gives the exposure after which even no event at all would be a demonstrable fall from `before`, in the same unit;
/// unbounded when there was nothing to fall from (definition, section 4).
pub fn t1_min(before: Observed, alpha: f64, phi: Phi) -> f64 {
    if before.events == 0 || !before.has_exposure() {
        return f64::INFINITY;
    }
    let x0 = before.events as f64;
    if phi == Phi::POISSON {
        return before.exposure * ((2.0 / alpha).powf(1.0 / x0) - 1.0);
    }
    // With x1 = 0 the tail is v^(-x0 s / (v - 1)), so its logarithm needs no special function.
    let phi = phi.get();
    let evidence = |s: f64| x0 * s * (phi.ln() + s.ln_1p()) / (phi * s + (phi - 1.0));
    let start = ((2.0 / alpha).ln() / x0).ln();
    solve_log(evidence, Rising, (2.0 / alpha).ln(), start)
        .map_or(f64::INFINITY, |s| s * before.exposure)
}

/// What a comparison needs of the earlier period: its events, the ratio of the exposures, and the clustering.
struct Frame {
    before: f64,
    scale: f64,
    phi: f64,
}

impl Frame {
    /// Sets up a comparison; `None` when either side has no exposure.
    fn new(exposure: f64, before: Observed, phi: Phi) -> Option<Self> {
        let later = Observed::new(0, exposure);
        let scale = exposure / before.exposure;
        let usable =
            later.has_exposure() && before.has_exposure() && scale > 0.0 && scale.is_finite();
        usable.then_some(Self {
            before: before.events as f64,
            scale,
            phi: phi.get(),
        })
    }

    /// Gives P(X >= `x`) when the true ratio is `rho`.
    fn at_least(&self, x: u64, rho: f64) -> f64 {
        let (q, rest, share) = self.parts(rho);
        beta_lower(x as f64, (self.before + 1.0) * share, q, rest)
    }

    /// Gives P(X <= `x`) when the true ratio is `rho`.
    fn at_most(&self, x: u64, rho: f64) -> f64 {
        let (q, rest, share) = self.parts(rho);
        beta_lower(self.before * share, x as f64 + 1.0, rest, q)
    }

    /// Gives q = 1 - 1/v, 1/v and s/(v - 1), where s = rho t1/t0 and v = phi (1 + s).
    fn parts(&self, rho: f64) -> (f64, f64, f64) {
        let s = rho * self.scale;
        let v = self.phi * (1.0 + s);
        let excess = self.phi * s + (self.phi - 1.0);
        (excess / v, 1.0 / v, s / excess)
    }

    /// Gives the central two-sided p-value: twice the smaller tail at rho = 1.
    fn p_value(&self, x1: u64) -> f64 {
        (2.0 * self.at_least(x1, 1.0).min(self.at_most(x1, 1.0))).min(1.0)
    }

    /// Solves either tail for rho: the limits of the ratio.
    fn interval(&self, x1: u64, confidence: Confidence) -> Interval {
        let (tail, x, x0) = (confidence.tail(), x1 as f64, self.before);
        let z = normal_upper(tail);
        let spread =
            |later: f64, earlier: f64| z * (self.phi * (1.0 / later + 1.0 / earlier)).sqrt();
        let centre = |later: f64, earlier: f64| (later / earlier / self.scale).ln();
        let lo = match x1 {
            0 => 0.0,
            _ => {
                let start = centre(x, x0 + 1.0) - spread(x, x0 + 1.0);
                solve_log(|rho| self.at_least(x1, rho), Rising, tail, start).unwrap_or(0.0)
            }
        };
        let hi = if x0 > 0.0 {
            let start = centre(x + 1.0, x0) + spread(x + 1.0, x0);
            solve_log(|rho| self.at_most(x1, rho), Falling, tail, start).unwrap_or(f64::INFINITY)
        } else {
            f64::INFINITY
        };
        Interval { lo, hi }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const P95: Confidence = Confidence::P95;

    fn grid() -> impl Iterator<Item = (Observed, Observed, Phi)> {
        let counts = [0, 1, 2, 5, 11, 40, 349, 10_000, 60_000];
        let exposures = [(1.0, 2.0), (1.0, 1.0), (365.0, 730.0), (90.0, 17.5)];
        counts.into_iter().flat_map(move |x1| {
            counts.into_iter().flat_map(move |x0| {
                exposures.into_iter().flat_map(move |(t1, t0)| {
                    [1.0, 1.0001, 1.7, 5.0, 40.0].into_iter().map(move |phi| {
                        (Observed::new(x1, t1), Observed::new(x0, t0), Phi::new(phi))
                    })
                })
            })
        })
    }

    /// Fay 2010: an interval and a p-value that contradict each other cannot both go on a page.
    #[test]
    fn the_interval_and_the_p_value_agree() {
        for (now, before, phi) in grid() {
            let r = rate_ratio(now, before, phi, P95);
            let holds_one = r.interval.lo <= 1.0 && 1.0 <= r.interval.hi;
            if (r.p - 0.05).abs() > 1e-9 {
                assert_eq!(holds_one, r.p >= 0.05, "{now:?} {before:?} {phi:?}: {r:?}");
            }
        }
    }

    #[test]
    fn limits_solve_their_tails() {
        for (now, before, phi) in grid() {
            let Some(frame) = Frame::new(now.exposure, before, phi) else {
                panic!("the grid has exposure")
            };
            let r = rate_ratio(now, before, phi, P95);
            let what = || format!("{now:?} {before:?} {phi:?}: {r:?}");
            if now.events > 0 {
                let tail = frame.at_least(now.events, r.interval.lo);
                assert!((tail / 0.025 - 1.0).abs() < 1e-7, "{tail} {}", what());
            }
            if before.events > 0 && r.interval.hi.is_finite() {
                let tail = frame.at_most(now.events, r.interval.hi);
                assert!((tail / 0.025 - 1.0).abs() < 1e-7, "{tail} {}", what());
            }
            assert!(r.interval.lo <= r.interval.hi && (0.0..=1.0).contains(&r.p));
        }
    }

    /// Only where there are many groups: of a single one, more clustering makes its being there the less surprising.
    #[test]
    fn more_clustering_widens() {
        let groups = |seen: Observed, phi: Phi| seen.events as f64 / phi.get();
        for (now, before, phi) in grid() {
            if groups(now, phi).min(groups(before, phi)) > 4.0 {
                let wider = Phi::new(phi.get() * 1.5);
                let narrow = rate_ratio(now, before, phi, P95).interval;
                let wide = rate_ratio(now, before, wider, P95).interval;
                assert!(
                    wide.lo < narrow.lo && narrow.hi < wide.hi,
                    "{now:?} {before:?} {phi:?}"
                );
            }
        }
    }

    #[test]
    fn limits_are_where_the_p_value_crosses() {
        for (_, before, phi) in grid() {
            let limits = chance_limits(1.0, before, 0.02 / 12.0, phi);
            let p = |x| rate_ratio_p(Observed::new(x, 1.0), before, phi);
            let alpha = 0.02 / 12.0;
            assert!(p(limits.low) >= alpha);
            assert!(limits.fall_to().is_none_or(|x| p(x) < alpha));
            assert!(limits.high.is_some_and(|x| p(x) >= alpha));
            assert!(limits.rise_from().is_some_and(|x| p(x) < alpha));
        }
    }

    #[test]
    fn at_t1_min_nothing_at_all_is_just_demonstrable() {
        for (_, before, phi) in grid().filter(|(_, before, _)| before.events > 0) {
            let t1 = t1_min(before, 0.05, phi);
            if t1.is_finite() && t1 < 1e100 {
                let p = rate_ratio_p(Observed::new(0, t1), before, phi);
                assert!(
                    (p / 0.05 - 1.0).abs() < 1e-6,
                    "{before:?} {phi:?}: {t1} {p}"
                );
            }
        }
    }

    #[test]
    fn without_exposure_there_is_no_claim() {
        for exposure in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            for (now, before) in [(exposure, 1.0), (1.0, exposure), (exposure, exposure)] {
                let (now, before) = (Observed::new(3, now), Observed::new(5, before));
                let r = rate_ratio(now, before, Phi::new(2.0), P95);
                assert_eq!((r.ratio, r.p, r.interval.lo), (None, 1.0, 0.0));
                let limits = chance_limits(now.exposure, before, 0.05, Phi::POISSON);
                assert_eq!((limits.low, limits.high), (0, None));
            }
        }
        assert_eq!(poisson_rate(Observed::new(3, 0.0), P95), None);
    }
}
