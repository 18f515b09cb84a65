//! The years and months that are compared: from when the register counts, which years before are whole, and how much
//! exposure each month has. Imports the procedure and dates.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::analysis::quantity::Observed;
use crate::register::procedure::Procedure;
use crate::words::Day;

use super::facts::CaseFact;

/// The most baseline years of T1, T2 and T3.
const BASELINE_YEARS: i32 = 2;

/// Events by year and month.
pub(super) type Monthly = BTreeMap<i32, [u64; 12]>;

/// What the comparisons of a year rest on.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The year.
    pub year: i32,
    /// The reference date.
    pub cutoff: NaiveDate,
    /// The first day from which the register counts.
    pub start: NaiveDate,
    /// Whether the year still runs on the reference date.
    pub running: bool,
    /// Whether rates are per client; else per day.
    pub per_client: bool,
    clients: BTreeMap<i32, f64>,
}

/// Gives the first of January of a year.
pub(super) fn new_year(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MAX)
}

/// Counts dates by year and month.
pub(super) fn monthly(days: impl Iterator<Item = NaiveDate>) -> Monthly {
    let mut counts = Monthly::new();
    for day in days {
        counts.entry(day.year()).or_default()[day.month0() as usize] += 1;
    }
    counts
}

impl Frame {
    pub(super) fn new(
        facts: &[CaseFact],
        procedure: Option<&Procedure>,
        cutoff: NaiveDate,
        year: i32,
    ) -> Self {
        let clients: BTreeMap<i32, f64> = procedure
            .into_iter()
            .flat_map(|procedure| &procedure.exposure)
            .map(|(year, number)| (i32::from(*year), f64::from(number.get())))
            .collect();
        let mut frame = Self {
            year,
            cutoff,
            start: start(facts, &clients).unwrap_or(new_year(year)),
            running: year > Day(cutoff).last_whole_year(),
            per_client: false,
            clients,
        };
        let compared = frame.baseline_years().into_iter().chain([year]);
        frame.per_client = compared
            .into_iter()
            .all(|year| frame.clients.contains_key(&year));
        frame
    }

    /// Gives how many months of the year have begun by the reference date.
    pub fn months_passed(&self) -> usize {
        self.month_days(self.year).len()
    }

    /// Gives how many months of the year are over by the reference date.
    pub fn months_over(&self) -> usize {
        let next = self.cutoff.succ_opt().unwrap_or(self.cutoff);
        let ended = if next.year() > self.year {
            12
        } else {
            next.month0() as usize
        };
        ended.min(self.months_passed())
    }

    /// Gives the clients served in the year, or expected in it while it runs.
    pub fn clients(&self) -> Option<f64> {
        self.clients.get(&self.year).copied()
    }

    /// Gives the whole years before this one that it is compared with, at most two.
    pub fn baseline_years(&self) -> Vec<i32> {
        self.whole_years(self.year - BASELINE_YEARS, None)
    }

    /// Gives the average of events in whole years before, over as much of a year as has passed of this one.
    pub(super) fn mean_before(&self, events: u64, years: &[i32]) -> f64 {
        let days = |year: i32| self.month_days(year).iter().sum::<u64>();
        let whole: u64 = years.iter().map(|year| days(*year)).sum();
        if self.running && whole > 0 {
            events as f64 * days(self.year) as f64 / whole as f64
        } else {
            events as f64 / years.len().max(1) as f64
        }
    }

    /// Gives the whole years from `from` up to the year before this one, since a definition last changed.
    pub(super) fn whole_years(&self, from: i32, changed: Option<NaiveDate>) -> Vec<i32> {
        let since = changed.map_or(self.start, |day| day.max(self.start));
        (from..self.year)
            .filter(|year| new_year(*year) >= since)
            .collect()
    }

    /// Gives the years that the long run compares: all whole ones, this one included.
    pub(super) fn long_years(&self) -> Vec<i32> {
        let mut years = self.whole_years(self.start.year(), None);
        years.extend((new_year(self.year) >= self.start).then_some(self.year));
        years
    }

    /// Gives the clients for each day of a year. The number of a year that still runs is the one expected for all of it, so
    /// that the part that has passed weighs as much as the same part of a year before.
    fn clients_a_day(&self, year: i32) -> Option<f64> {
        let days = new_year(year + 1).signed_duration_since(new_year(year));
        Some(self.clients.get(&year)? / days.num_days() as f64)
    }

    /// Gives the days of each month of a year that have passed by the reference date; none for months still to come.
    pub(super) fn month_days(&self, year: i32) -> Vec<u64> {
        (1..=12)
            .filter_map(|month| {
                let first = NaiveDate::from_ymd_opt(year, month, 1)?;
                let (next_year, next_month) = if month == 12 {
                    (year + 1, 1)
                } else {
                    (year, month + 1)
                };
                let next = NaiveDate::from_ymd_opt(next_year, next_month, 1)?;
                let end = next.min(self.cutoff.succ_opt()?);
                u64::try_from(end.signed_duration_since(first).num_days()).ok()
            })
            .take_while(|days| *days > 0)
            .collect()
    }

    /// Gives the exposure of each month of a year: its share of the clients, by days, or the days themselves.
    fn exposures(&self, year: i32) -> Vec<f64> {
        let clients = self.clients_a_day(year).filter(|_| self.per_client);
        let days = self.month_days(year).into_iter();
        days.map(|days| days as f64 * clients.unwrap_or(1.0))
            .collect()
    }

    /// Gives the months of a year with their exposure.
    pub(super) fn months(&self, counts: &Monthly, year: i32) -> Vec<Observed> {
        let of_year = counts.get(&year).copied().unwrap_or_default();
        self.exposures(year)
            .into_iter()
            .zip(of_year)
            .map(|(exposure, events)| Observed::new(events, exposure))
            .collect()
    }

    /// Gives the clients served in a period, each year's spread evenly over its days; `None` where a year is not known.
    pub(super) fn clients_between(&self, from: NaiveDate, to: NaiveDate) -> Option<f64> {
        let mut sum = 0.0;
        for year in from.year()..=to.pred_opt()?.year() {
            let first = new_year(year).max(from);
            let days = new_year(year + 1).min(to).signed_duration_since(first);
            sum += self.clients_a_day(year)? * days.num_days().max(0) as f64;
        }
        Some(sum)
    }
}

/// Gives the day from which the register counts.
///
/// The first year with a complaint counts as a whole year when the organisation says how many clients it had in it, or
/// when the first complaint came in January; else the register may have begun later, and counts from that complaint on.
fn start(facts: &[CaseFact], clients: &BTreeMap<i32, f64>) -> Option<NaiveDate> {
    let first = facts.iter().map(|fact| fact.received).min()?;
    let whole = clients.contains_key(&first.year()) || first.month() == 1;
    Some(if whole { new_year(first.year()) } else { first })
}
