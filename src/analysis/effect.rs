//! The effect of preventive measures: the evidence for each, the verdict on all together, and the three checks that stand
//! beside a verdict (definition, section 4). Imports the periods, the comparison of rates, Fisher's test and Holm's
//! correction.

use chrono::NaiveDate;

use super::exact::{Fourfold, fisher_2x2};
use super::headline::ALPHA;
use super::multiplicity::holm;
use super::quantity::{Confidence, Observed, Phi};
use super::rate::{Direction, RateRatio, rate_ratio, rate_ratio_p, t1_min};
use super::window::{Trigger, Windows, later};

/// The fewest days before a measure for a verdict.
pub const MIN_BEFORE_DAYS: u64 = 365;

/// The fewest days after a measure for a verdict.
pub const MIN_AFTER_DAYS: u64 = 90;

/// The longest wait that is named as a date: three years.
pub const MAX_WAIT_DAYS: u64 = 1095;

/// Below this p-value the rate was already changing before the measure.
pub const ALPHA_PRE_TREND: f64 = 0.10;

/// Holds the exposure of both periods where clients are known; else the days themselves are the exposure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClientExposure {
    /// Client-days, or any such product, before.
    pub before: f64,
    /// The same unit, after.
    pub after: f64,
}

/// Holds the evidence on one measure, before correction for the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    /// The periods.
    pub windows: Windows,
    /// Events and exposure before, without what was dropped.
    pub before: Observed,
    /// How many events were dropped because they led to the measure: 0 or 1.
    pub dropped: u64,
    /// Events and exposure after.
    pub after: Observed,
    /// The clustering of the category.
    pub phi: Phi,
    /// After against before.
    pub comparison: RateRatio,
    /// The days in force after which even no event at all would be demonstrable; `None` when that is never.
    pub t1_min_days: Option<u64>,
    /// The day on which that is; `None` when it is more than three years away.
    pub demonstrable_on: Option<NaiveDate>,
    /// The exposure that a day adds.
    pace: f64,
}

/// Says when improvement could be claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// On this day, if no event is added until then.
    On(NaiveDate),
    /// Not within three years of the day in force.
    NotWithinThreeYears,
    /// Never: from this day the category means something else.
    CutOff(NaiveDate),
}

/// Gathers the evidence on one measure from the events of its category.
pub fn evidence(
    windows: Windows,
    trigger: Trigger,
    events: &[NaiveDate],
    clients: Option<ClientExposure>,
    phi: Phi,
) -> Evidence {
    let counts = (windows.before.count(events), windows.after.count(events));
    evidence_from_counts(windows, trigger, counts, clients, phi)
}

/// Gathers the evidence from the events counted before (the trigger included) and after.
pub fn evidence_from_counts(
    windows: Windows,
    trigger: Trigger,
    (seen_before, seen_after): (u64, u64),
    clients: Option<ClientExposure>,
    phi: Phi,
) -> Evidence {
    let days = ClientExposure {
        before: windows.before.days() as f64,
        after: windows.after.days() as f64,
    };
    let exposure = clients.unwrap_or(days);
    // Exactly one complaint led to the measure, and it would not be there without having led to it.
    let dropped = match trigger {
        Trigger::Complaint => seen_before.min(1),
        Trigger::Analysis { .. } => 0,
    };
    let before = Observed::new(seen_before - dropped, exposure.before);
    let after = Observed::new(seen_after, exposure.after);
    // The wait is an exposure; it becomes days at the pace of the after period, or without one of the before period.
    let pace = match (exposure.after / days.after, exposure.before / days.before) {
        (after, _) if after > 0.0 && after.is_finite() => after,
        (_, before) => before,
    };
    let wait = (t1_min(before, ALPHA, phi) / pace).ceil();
    let t1_min_days = (wait.is_finite() && wait < u64::MAX as f64).then_some(wait as u64);
    Evidence {
        windows,
        before,
        dropped,
        after,
        phi,
        comparison: rate_ratio(after, before, phi, Confidence::P95),
        t1_min_days,
        demonstrable_on: t1_min_days
            .filter(|days| *days <= MAX_WAIT_DAYS)
            .map(|days| later(windows.after.from, days)),
        pace,
    }
}

impl Evidence {
    /// Says why no verdict is possible whatever the figures; `None` when one is, so that Holm counts the measure.
    fn untestable(&self) -> Option<TooEarly> {
        if self.windows.before.days() < MIN_BEFORE_DAYS {
            Some(TooEarly::BeforeTooShort)
        } else if self.windows.after.days() < MIN_AFTER_DAYS {
            Some(TooEarly::AfterTooShort)
        } else {
            None
        }
    }

    /// Says when improvement could be claimed at the earliest, if no event is added until then: when as few as there are
    /// would be demonstrable, and the after period is long enough.
    pub fn outlook(&self) -> Outlook {
        let Some(wait) = self.wait().filter(|days| *days <= MAX_WAIT_DAYS) else {
            return Outlook::NotWithinThreeYears;
        };
        let day = later(self.windows.after.from, wait.max(MIN_AFTER_DAYS));
        match self.windows.next_break {
            Some(end) if end < day => Outlook::CutOff(end),
            _ => Outlook::On(day),
        }
    }

    /// Gives the days in force after which the events that came since would be demonstrably few; `None` when that is never,
    /// or more than three years away.
    fn wait(&self) -> Option<u64> {
        let Some(least) = self.t1_min_days.filter(|_| self.after.events > 0) else {
            return self.t1_min_days;
        };
        let demonstrable = |days: u64| {
            let now = Observed::new(self.after.events, days as f64 * self.pace);
            let few = now.rate() < self.before.rate();
            few && rate_ratio_p(now, self.before, self.phi) < ALPHA
        };
        let (mut low, mut high) = (least, MAX_WAIT_DAYS);
        if low > high || !demonstrable(high) {
            return None;
        }
        // The longer it takes, the fewer these are.
        while low < high {
            let middle = low + (high - low) / 2;
            if demonstrable(middle) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Some(high)
    }

    /// Judges the measure by its adjusted p-value, in the order of the definition.
    fn verdict(&self, adjusted_p: Option<f64>) -> Verdict {
        if let Some(reason) = self.untestable() {
            return Verdict::TooEarly(reason);
        }
        match self.comparison.direction() {
            Some(Direction::Fall) if adjusted_p.is_some_and(|p| p < ALPHA) => Verdict::Improved,
            Some(Direction::Rise) if adjusted_p.is_some_and(|p| p < ALPHA) => Verdict::Worsened,
            _ if self
                .t1_min_days
                .is_some_and(|wait| self.windows.after.days() >= wait) =>
            {
                Verdict::NoDemonstrableChange
            }
            _ => Verdict::TooEarly(match self.demonstrable_on {
                Some(day) => TooEarly::DemonstrableOn(day),
                None => TooEarly::NotWithinThreeYears,
            }),
        }
    }
}

/// Says what may be said about a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Demonstrably fewer complaints.
    Improved,
    /// Demonstrably more complaints.
    Worsened,
    /// Nothing beyond chance, although enough time has passed.
    NoDemonstrableChange,
    /// No verdict yet.
    TooEarly(TooEarly),
}

/// Says why there is no verdict yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooEarly {
    /// Under 365 days before the measure: there will be no verdict.
    BeforeTooShort,
    /// Under 90 days in force.
    AfterTooShort,
    /// Even without any event it would be demonstrable only from this day.
    DemonstrableOn(NaiveDate),
    /// With so few events before, not even three years without any would do.
    NotWithinThreeYears,
}

/// Holds the verdict on a measure among all measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judgement {
    /// The p-value corrected for all testable measures; `None` when this one is not among them.
    pub adjusted_p: Option<f64>,
    /// The verdict.
    pub verdict: Verdict,
}

/// Judges all measures together: Holm over those with 365 days before and 90 after. Same order as given.
pub fn judge(measures: &[Evidence]) -> Vec<Judgement> {
    let testable = |one: &&Evidence| one.untestable().is_none();
    let p: Vec<f64> = measures
        .iter()
        .filter(testable)
        .map(|one| one.comparison.p)
        .collect();
    let mut adjusted = holm(&p).into_iter();
    measures
        .iter()
        .map(|one| {
            let adjusted_p = if one.untestable().is_none() {
                adjusted.next()
            } else {
                None
            };
            Judgement {
                adjusted_p,
                verdict: one.verdict(adjusted_p),
            }
        })
        .collect()
}

/// Says whether an improvement needs the warning that the other complaints fell too: they did, a day; the category did not
/// fall demonstrably against them; and no number of clients corrects for a general fall.
///
/// `table` has the period after in its first row and before in its second, the category in its first column.
pub fn needs_warning(
    verdict: Verdict,
    windows: &Windows,
    table: Fourfold,
    clients_known: bool,
) -> bool {
    let (before, after) = (windows.before.days() as f64, windows.after.days() as f64);
    let others_fell = table.b as f64 * before < table.d as f64 * after;
    verdict == Verdict::Improved && !clients_known && others_fell && fisher_2x2(table) >= ALPHA
}

/// Gives the p-value of the second half of the before period against its first: below [`ALPHA_PRE_TREND`] the rate was
/// already changing before the measure.
///
/// `events` are those of the period without the dropped one, `clients` the exposure of its halves where it is that of the
/// periods.
pub fn pre_trend_p(
    evidence: &Evidence,
    events: &[NaiveDate],
    clients: Option<ClientExposure>,
) -> f64 {
    let (first, second) = evidence.windows.before.halves();
    let exposure = clients.unwrap_or(ClientExposure {
        before: first.days() as f64,
        after: second.days() as f64,
    });
    rate_ratio_p(
        Observed::new(second.count(events), exposure.after),
        Observed::new(first.count(events), exposure.before),
        evidence.phi,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::window::Period;

    fn day(number: u64) -> NaiveDate {
        later(NaiveDate::default(), number)
    }

    /// A measure decided on day 1000 and in force from day 1030, with periods of these lengths.
    fn lengths(before: u64, after: u64) -> Windows {
        Windows {
            before: Period {
                from: day(1000 - before),
                to: day(1000),
            },
            after: Period {
                from: day(1030),
                to: day(1030 + after),
            },
            next_break: None,
        }
    }

    fn by_analysis(before: u64, after: u64, counts: (u64, u64)) -> Evidence {
        let trigger = Trigger::Analysis { year: 1970 };
        evidence_from_counts(lengths(before, after), trigger, counts, None, Phi::POISSON)
    }

    fn verdict(one: Evidence) -> Verdict {
        judge(&[one])[0].verdict
    }

    #[test]
    fn the_verdicts_come_in_their_order() {
        use TooEarly::{AfterTooShort, BeforeTooShort, DemonstrableOn, NotWithinThreeYears};
        let too_early = |reason| Verdict::TooEarly(reason);
        assert_eq!(
            verdict(by_analysis(364, 900, (90, 0))),
            too_early(BeforeTooShort)
        );
        assert_eq!(
            verdict(by_analysis(730, 89, (90, 0))),
            too_early(AfterTooShort)
        );
        assert_eq!(verdict(by_analysis(730, 365, (40, 2))), Verdict::Improved);
        assert_eq!(verdict(by_analysis(730, 365, (40, 60))), Verdict::Worsened);
        assert_eq!(
            verdict(by_analysis(730, 365, (40, 19))),
            Verdict::NoDemonstrableChange
        );
        // A rise needs no waiting, only a fall does.
        assert_eq!(verdict(by_analysis(730, 90, (2, 30))), Verdict::Worsened);
        assert_eq!(
            verdict(by_analysis(730, 365, (2, 0))),
            too_early(NotWithinThreeYears)
        );
        assert_eq!(
            verdict(by_analysis(730, 365, (0, 0))),
            too_early(NotWithinThreeYears)
        );
        let five = by_analysis(730, 365, (5, 1));
        assert_eq!(five.t1_min_days, Some(797));
        assert_eq!(verdict(five), too_early(DemonstrableOn(day(1030 + 797))));
    }

    #[test]
    fn a_date_is_never_named_on_which_no_verdict_could_fall() {
        let many = by_analysis(730, 30, (500, 1));
        assert!(many.t1_min_days.is_some_and(|days| days < MIN_AFTER_DAYS));
        assert_eq!(many.outlook(), Outlook::On(day(1030 + 90)));
        // With one event since, the day lies later, and on it the verdict falls indeed.
        let none = by_analysis(730, 200, (12, 0));
        let one = by_analysis(730, 200, (12, 1));
        let (Outlook::On(sooner), Outlook::On(later)) = (none.outlook(), one.outlook()) else {
            panic!("both can be shown")
        };
        assert!(sooner < later);
        let wait = later.signed_duration_since(day(1030)).num_days() as u64;
        assert_eq!(verdict(by_analysis(730, wait, (12, 1))), Verdict::Improved);
        assert_ne!(
            verdict(by_analysis(730, wait - 1, (12, 1))),
            Verdict::Improved
        );
        let many = by_analysis(730, 200, (12, 11));
        assert_eq!(many.outlook(), Outlook::NotWithinThreeYears);
        let mut cut = none;
        cut.windows.next_break = Some(day(1030 + 200));
        assert_eq!(cut.outlook(), Outlook::CutOff(day(1030 + 200)));
    }

    #[test]
    fn many_measures_cost_each_other_and_untestable_ones_do_not() {
        let fair = by_analysis(730, 365, (34, 7));
        assert!(fair.comparison.p > 0.01 && fair.comparison.p < 0.05);
        assert_eq!(verdict(fair), Verdict::Improved);
        let beside = judge(&[
            fair,
            by_analysis(100, 365, (1, 1)),
            by_analysis(730, 10, (1, 1)),
        ]);
        assert_eq!(beside[0].verdict, Verdict::Improved);
        assert_eq!(beside[1].adjusted_p, None);
        let many = judge(&[fair, fair, fair, by_analysis(730, 365, (34, 17))]);
        assert!(
            many.iter()
                .all(|one| one.verdict == Verdict::NoDemonstrableChange)
        );
        assert!(judge(&[]).is_empty());
    }

    #[test]
    fn a_complaint_that_led_to_the_measure_is_dropped_once() {
        let by_complaint = |counts| {
            evidence_from_counts(
                lengths(730, 365),
                Trigger::Complaint,
                counts,
                None,
                Phi::POISSON,
            )
        };
        assert_eq!(
            (
                by_complaint((3, 1)).before.events,
                by_complaint((3, 1)).dropped
            ),
            (2, 1)
        );
        assert_eq!(
            (
                by_complaint((0, 1)).before.events,
                by_complaint((0, 1)).dropped
            ),
            (0, 0)
        );
    }

    #[test]
    fn clients_count_and_the_wait_stays_in_days() {
        let clients = ClientExposure {
            before: 730.0 * 100.0,
            after: 365.0 * 200.0,
        };
        let trigger = Trigger::Analysis { year: 1970 };
        let doubled = evidence_from_counts(
            lengths(730, 365),
            trigger,
            (40, 40),
            Some(clients),
            Phi::POISSON,
        );
        assert_eq!(doubled.comparison.ratio, Some(1.0));
        let plain = by_analysis(730, 365, (40, 40));
        assert_eq!(
            doubled.t1_min_days,
            plain.t1_min_days.map(|days| days.div_ceil(2))
        );
    }

    /// Four times as many clients and complaints in the second half is no change.
    #[test]
    fn the_halves_are_weighed_as_the_periods_are() {
        let events: Vec<NaiveDate> = (0..10)
            .map(|i| day(275 + 30 * i))
            .chain((0..40).map(|i| day(640 + 9 * i)))
            .collect();
        let one = by_analysis(730, 365, (50, 1));
        assert!(pre_trend_p(&one, &events, None) < ALPHA_PRE_TREND);
        let clients = ClientExposure {
            before: 100.0,
            after: 400.0,
        };
        assert!(pre_trend_p(&one, &events, Some(clients)) > 0.5);
    }

    #[test]
    fn a_fall_of_everything_is_no_merit() {
        let general = Fourfold {
            a: 4,
            b: 40,
            c: 20,
            d: 200,
        };
        let even = lengths(730, 730);
        assert!(needs_warning(Verdict::Improved, &even, general, false));
        assert!(!needs_warning(Verdict::Improved, &even, general, true));
        assert!(!needs_warning(
            Verdict::NoDemonstrableChange,
            &even,
            general,
            false
        ));
        let own = Fourfold {
            a: 4,
            b: 100,
            c: 40,
            d: 200,
        };
        assert!(!needs_warning(Verdict::Improved, &even, own, false));
        // Half as many others in half the days are as many as before, and none at all did not fall.
        let others = |b, d| Fourfold { b, d, ..general };
        let half = lengths(730, 365);
        assert!(needs_warning(Verdict::Improved, &half, others(2, 5), false));
        assert!(!needs_warning(
            Verdict::Improved,
            &half,
            others(2, 4),
            false
        ));
        assert!(!needs_warning(
            Verdict::Improved,
            &half,
            others(0, 0),
            false
        ));
    }

    #[test]
    fn a_fall_before_the_measure_is_seen() {
        let falling: Vec<NaiveDate> = (0..30)
            .map(|i| day(300 + 10 * i))
            .chain([day(900), day(999)])
            .collect();
        let trigger = Trigger::Complaint;
        let one = evidence(lengths(730, 365), trigger, &falling, None, Phi::POISSON);
        assert!(pre_trend_p(&one, &falling, None) < ALPHA_PRE_TREND);
        let steady: Vec<NaiveDate> = (0..36).map(|i| day(275 + 20 * i)).collect();
        let one = evidence(lengths(730, 365), trigger, &steady, None, Phi::POISSON);
        assert!(pre_trend_p(&one, &steady, None) > 0.5);
    }
}
