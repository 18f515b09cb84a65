//! The quantities that every figure is made of: a count with its exposure, an interval, a level of confidence and the
//! degree of clustering. Imports nothing.

/// Holds a number of events and the exposure in which they happened.
///
/// The exposure is in any unit that the two sides of a comparison share: clients, years, months or days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observed {
    /// The number of complaints, or of incidents.
    pub events: u64,
    /// Clients served, or the length of the period; not negative.
    pub exposure: f64,
}

impl Observed {
    /// Nothing seen in no exposure: where a sum starts.
    pub const NONE: Self = Self {
        events: 0,
        exposure: 0.0,
    };

    /// Makes a count with its exposure.
    pub const fn new(events: u64, exposure: f64) -> Self {
        Self { events, exposure }
    }

    /// Gives events per unit of exposure; `None` without exposure.
    pub fn rate(self) -> Option<f64> {
        self.has_exposure()
            .then(|| self.events as f64 / self.exposure)
    }

    /// Says whether there was any exposure, so that a rate exists.
    pub fn has_exposure(self) -> bool {
        self.exposure > 0.0 && self.exposure.is_finite()
    }

    /// Adds up periods: events and exposures both.
    pub fn total(parts: impl IntoIterator<Item = Self>) -> Self {
        parts.into_iter().fold(Self::NONE, |sum, part| {
            Self::new(
                sum.events.saturating_add(part.events),
                sum.exposure + part.exposure,
            )
        })
    }
}

/// Holds the two ends of an interval; `hi` is `f64::INFINITY` where nothing bounds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub lo: f64,
    /// The upper end.
    pub hi: f64,
}

/// Holds an estimate with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The estimate itself.
    pub value: f64,
    /// The interval around it.
    pub interval: Interval,
}

/// Holds the coverage of a two-sided interval, between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Confidence(f64);

impl Confidence {
    /// 95 %, the level of every interval unless stated otherwise.
    pub const P95: Self = Self(0.95);

    /// Takes a coverage strictly between 0 and 1; `None` for anything else.
    pub fn new(coverage: f64) -> Option<Self> {
        (coverage > 0.0 && coverage < 1.0).then_some(Self(coverage))
    }

    /// Gives the chance left out on each side: 0.025 for 95 %.
    pub fn tail(self) -> f64 {
        (1.0 - self.0) / 2.0
    }
}

/// Holds the clustering of counts: their variance divided by their mean, never below 1 (definition, section 2).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Phi(f64);

impl Phi {
    /// No clustering: plain chance, the Poisson distribution.
    pub const POISSON: Self = Self(1.0);

    /// Takes a variance-to-mean ratio; below 1, or not a number, counts as 1.
    pub fn new(ratio: f64) -> Self {
        // `f64::max` ignores a NaN on either side.
        Self(ratio.max(1.0))
    }

    /// Gives the ratio, at least 1.
    pub fn get(self) -> f64 {
        self.0
    }
}
