//! Flow and terms: what was open, came in and went out in a year (M02), and what was done by its deadline (M06 to M09).
//! Imports shares and dates.

use chrono::{Datelike, NaiveDate};

use super::proportion::{Share, wilson};
use super::quantity::{Confidence, Estimate};

/// Holds when a complaint came in and, once it has been, was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The day of receipt.
    pub received: NaiveDate,
    /// The day of closing.
    pub closed: Option<NaiveDate>,
}

/// Holds the balance of a year (M02): what was open, plus what came in, less what went out, is what is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FlowBalance {
    /// Open as the year began: received earlier and not closed earlier.
    pub open_start: u64,
    /// Received in the year.
    pub received: u64,
    /// Closed in the year.
    pub closed: u64,
    /// Open as the year ended, or on the reference date if that comes first.
    pub open_end: u64,
    /// Of all these, still open on the reference date.
    pub open_at_cutoff: u64,
}

/// Draws up the balance of a year as known on `cutoff`. What is dated after the cutoff has not happened yet; a closing
/// dated before its receipt counts on the day of receipt, so that the balance closes whatever the records say.
pub fn flow_balance(year: i32, cutoff: NaiveDate, complaints: &[Passage]) -> FlowBalance {
    let mut balance = FlowBalance::default();
    let scope = complaints
        .iter()
        .filter(|one| one.received.year() <= year && one.received <= cutoff);
    for complaint in scope {
        let closed = complaint
            .closed
            .map(|closed| closed.max(complaint.received))
            .filter(|closed| *closed <= cutoff);
        let closed_year = closed.map(|closed| closed.year());
        if closed_year.is_some_and(|closed| closed < year) {
            continue;
        }
        if complaint.received.year() < year {
            balance.open_start += 1;
        } else {
            balance.received += 1;
        }
        match closed_year {
            Some(closed) if closed == year => balance.closed += 1,
            _ => balance.open_end += 1,
        }
        balance.open_at_cutoff += u64::from(closed.is_none());
    }
    balance
}

/// Holds something with a deadline and, once it has been done, the day of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The last day that is in time.
    pub deadline: NaiveDate,
    /// The day on which it was done.
    pub done: Option<NaiveDate>,
}

/// Holds how much was done in time (M06 to M09).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Timeliness {
    /// Done on or before its deadline, of all whose deadline has come; what is overdue is late.
    pub on_time: Share,
    /// Whose deadline is still to come, done or not: left out and counted.
    pub not_yet_due: u64,
    /// The share with its Wilson interval; `None` when nothing is due.
    pub estimate: Option<Estimate>,
}

/// Counts what was done by its deadline, as known on `cutoff`.
pub fn timeliness(terms: &[Term], cutoff: NaiveDate, confidence: Confidence) -> Timeliness {
    let due = || terms.iter().filter(|term| term.deadline <= cutoff);
    let in_time = |term: &&Term| term.done.is_some_and(|done| done <= term.deadline);
    let on_time = Share::new(due().filter(in_time).count() as u64, due().count() as u64);
    Timeliness {
        on_time,
        not_yet_due: terms.len() as u64 - on_time.of,
        estimate: wilson(on_time, confidence),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i32) -> NaiveDate {
        let Some(day) = NaiveDate::from_num_days_from_ce_opt(738_000 + number) else {
            panic!("a day of this century")
        };
        day
    }

    /// Whatever the dates, right or wrong, the balance closes and one year's end is the next one's start.
    #[test]
    fn the_balance_always_closes() {
        let complaints: Vec<Passage> = (0..2000)
            .map(|i| Passage {
                received: day(i * 7919 % 1500),
                closed: (i % 5 > 0).then(|| day(i * 6007 % 1700)),
            })
            .collect();
        for cutoff in [day(0), day(700), day(1000), day(2500)] {
            let years: Vec<FlowBalance> = (2019..2028)
                .map(|year| flow_balance(year, cutoff, &complaints))
                .collect();
            for year in &years {
                assert_eq!(year.open_start + year.received - year.closed, year.open_end);
                assert!(year.open_at_cutoff <= year.open_end);
            }
            for pair in years.windows(2) {
                assert_eq!(pair[0].open_end, pair[1].open_start);
            }
        }
    }

    #[test]
    fn nothing_due_has_no_share() {
        let early = Term {
            deadline: day(10),
            done: Some(day(2)),
        };
        let result = timeliness(&[early], day(9), Confidence::P95);
        assert_eq!(
            (result.on_time, result.not_yet_due, result.estimate),
            (Share::new(0, 0), 1, None)
        );
        let result = timeliness(&[early], day(10), Confidence::P95);
        assert_eq!(result.on_time, Share::new(1, 1));
    }
}
