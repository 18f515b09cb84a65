//! The two periods that the effect of a preventive measure is read from, and the events in them (definition, section 4).
//! Imports dates.

use chrono::{Datelike, Days, NaiveDate};

/// The length of the period before, when the register reaches back that far.
pub const BEFORE_DAYS: u64 = 730;

/// Holds a period from `from` up to but not including `to`; empty when `to` is not later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The day after the last.
    pub to: NaiveDate,
}

impl Period {
    /// Gives the number of days.
    pub fn days(self) -> u64 {
        u64::try_from(self.to.signed_duration_since(self.from).num_days()).unwrap_or(0)
    }

    /// Says whether a day lies in it.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from <= day && day < self.to
    }

    /// Counts the events in it.
    pub fn count(self, events: &[NaiveDate]) -> u64 {
        events.iter().filter(|day| self.contains(**day)).count() as u64
    }

    /// Splits it in two; of an odd number of days the second half has one more.
    pub fn halves(self) -> (Self, Self) {
        let middle = later(self.from, self.days() / 2);
        let (from, to) = (self.from, self.to);
        (Self { from, to: middle }, Self { from: middle, to })
    }
}

/// Gives the day this many days later, or the last day that can be written.
pub(super) fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days))
        .unwrap_or(NaiveDate::MAX)
}

/// Says what a measure was decided on, and so which events chose it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// One complaint, which would otherwise count as evidence for what it caused.
    Complaint,
    /// The yearly analysis of a year, whose own events are left out because they were high.
    Analysis {
        /// The year analysed.
        year: i32,
    },
}

/// Holds the dates of a preventive measure that is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The day on which it was decided.
    pub decided: NaiveDate,
    /// The day from which it was in force.
    pub in_force: NaiveDate,
    /// What it was decided on.
    pub trigger: Trigger,
}

/// Holds what limits the periods: the register, its series breaks and the reference date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Horizon<'a> {
    /// The first day of the register.
    pub start: NaiveDate,
    /// The days on which the category changed its meaning, in any order.
    pub breaks: &'a [NaiveDate],
    /// The reference date, the day after the last that counts.
    pub cutoff: NaiveDate,
}

/// Holds the periods before and after a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Windows {
    /// Up to the decision, or up to the year whose analysis led to it.
    pub before: Period,
    /// From the day in force to the reference date.
    pub after: Period,
    /// The day after the one in force on which the category changes its meaning, so that no later event counts.
    pub next_break: Option<NaiveDate>,
}

/// Lays out the periods of a measure; the days between decision and force belong to neither.
///
/// A series break ends the after period, and leaves of the before period only what is comparable with the day in force.
pub fn windows(measure: Measure, horizon: Horizon<'_>) -> Windows {
    let before_to = match measure.trigger {
        Trigger::Complaint => measure.decided,
        Trigger::Analysis { year } => {
            let new_year = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(measure.decided);
            new_year.min(measure.decided)
        }
    };
    let broken = |until: NaiveDate| {
        horizon
            .breaks
            .iter()
            .copied()
            .filter(move |day| *day <= until)
    };
    let comparable = broken(measure.in_force).max().unwrap_or(horizon.start);
    let earliest = before_to
        .checked_sub_days(Days::new(BEFORE_DAYS))
        .unwrap_or(before_to);
    let next_break = horizon
        .breaks
        .iter()
        .copied()
        .filter(|day| *day > measure.in_force)
        .min();
    Windows {
        before: Period {
            from: earliest.max(horizon.start).max(comparable),
            to: before_to,
        },
        after: Period {
            from: measure.in_force,
            to: next_break.map_or(horizon.cutoff, |day| day.min(horizon.cutoff)),
        },
        next_break,
    }
}

/// Gives the year whose analysis a measure was most likely decided on, when the record does not say: the last full one.
pub fn analysed_year(decided: NaiveDate) -> i32 {
    decided.year() - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        let Ok(day) = text.parse() else {
            panic!("{text} is a date")
        };
        day
    }

    fn measure(trigger: Trigger) -> Measure {
        Measure {
            decided: day("2024-12-01"),
            in_force: day("2025-01-01"),
            trigger,
        }
    }

    fn horizon(breaks: &[NaiveDate]) -> Horizon<'_> {
        Horizon {
            start: day("2015-01-01"),
            breaks,
            cutoff: day("2026-01-01"),
        }
    }

    #[test]
    fn a_year_that_chose_the_measure_is_no_evidence_for_it() {
        let by_complaint = windows(measure(Trigger::Complaint), horizon(&[])).before;
        assert_eq!(
            (by_complaint.from, by_complaint.to),
            (day("2022-12-02"), day("2024-12-01"))
        );
        let by_analysis = windows(measure(Trigger::Analysis { year: 2023 }), horizon(&[])).before;
        assert_eq!(
            (by_analysis.from, by_analysis.to),
            (day("2021-01-01"), day("2023-01-01"))
        );
        assert_eq!((by_complaint.days(), by_analysis.days()), (730, 730));
        assert_eq!(analysed_year(day("2024-03-01")), 2023);
    }

    #[test]
    fn no_period_crosses_a_series_break() {
        let early = [day("2023-12-01"), day("2019-01-01")];
        let cut = windows(measure(Trigger::Complaint), horizon(&early));
        assert_eq!(
            (cut.before.from, cut.before.days()),
            (day("2023-12-01"), 366)
        );
        let between = [day("2024-12-15")];
        assert_eq!(
            windows(measure(Trigger::Complaint), horizon(&between))
                .before
                .days(),
            0
        );
        let late = [day("2025-06-01")];
        let cut = windows(measure(Trigger::Complaint), horizon(&late));
        assert_eq!((cut.before.days(), cut.after.days()), (730, 151));
    }

    #[test]
    fn halves_cover_their_period_once() {
        for to in ["2024-01-01", "2024-01-02", "2024-12-01", "2020-01-01"] {
            let whole = Period {
                from: day("2024-01-01"),
                to: day(to),
            };
            let (first, second) = whole.halves();
            assert_eq!(first.days() + second.days(), whole.days());
            assert_eq!(first.to, second.from);
        }
    }
}
