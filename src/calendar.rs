//! Days as an office counts them: Dutch public holidays, working days, and adding a term to a date.
//! Imports the words of a record, nothing else.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::words::{Day, Span, Unit};

/// Which days the organisation does not work, and what that does to a term.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// Whether Good Friday is a day off.
    pub good_friday: bool,
    /// Further days off.
    pub closed_on: BTreeSet<Day>,
    /// Whether a term that ends on a day off ends on the next working day instead
    /// (the rule of the Algemene termijnenwet, article 1, which binds statutory terms only).
    pub shift_to_working_day: bool,
}

impl Calendar {
    /// Tells whether people are at work on this day.
    pub fn is_working_day(&self, day: Day) -> bool {
        !matches!(day.0.weekday(), Weekday::Sat | Weekday::Sun)
            && !is_public_holiday(day.0, self.good_friday)
            && !self.closed_on.contains(&day)
    }

    /// Gives the last day of a term that starts on `start`; that day itself is still in time.
    ///
    /// The first day does not count: two weeks from Monday 2 March end on Monday 16 March.
    pub fn last_day(&self, start: Day, term: Span) -> Day {
        let number = u32::from(term.number);
        let end = match term.unit {
            Unit::Days => add_days(start, u64::from(number)),
            Unit::Weeks => add_days(start, 7 * u64::from(number)),
            Unit::Months => Day(start
                .0
                .checked_add_months(Months::new(number))
                .unwrap_or(NaiveDate::MAX)),
            Unit::WorkingDays => self.add_working_days(start, number),
        };
        self.shifted(end)
    }

    /// Gives the last day of a term that ends on a day: that day, or the next working day where terms shift.
    pub fn shifted(&self, end: Day) -> Day {
        if self.shift_to_working_day {
            self.working_day_from(end)
        } else {
            end
        }
    }

    /// Counts working days onwards from `start`, which itself does not count.
    pub fn add_working_days(&self, start: Day, number: u32) -> Day {
        let mut day = start;
        for _ in 0..number {
            day = self.working_day_from(add_days(day, 1));
        }
        day
    }

    /// Gives `day` itself or the first working day after it.
    fn working_day_from(&self, day: Day) -> Day {
        let mut day = day;
        // A calendar in which a year has no working day is a slip; do not search for ever.
        for _ in 0..366 {
            if self.is_working_day(day) {
                break;
            }
            day = add_days(day, 1);
        }
        day
    }
}

fn add_days(day: Day, number: u64) -> Day {
    Day(day
        .0
        .checked_add_days(Days::new(number))
        .unwrap_or(NaiveDate::MAX))
}

/// Tells whether a day is a Dutch public holiday (Algemene termijnenwet, article 3, with Liberation Day every year).
pub fn is_public_holiday(day: NaiveDate, good_friday: bool) -> bool {
    match (day.month(), day.day()) {
        (1, 1) | (5, 5) | (12, 25 | 26) => return true,
        (4, 26) => return day.weekday() == Weekday::Sat && day.year() >= 2014, // the 27th is a Sunday
        (4, 27) => return day.weekday() != Weekday::Sun && day.year() >= 2014,
        _ => {}
    }
    // From Good Friday to Whit Monday.
    if !(3..=6).contains(&day.month()) {
        return false;
    }
    let Some(easter) = easter(day.year()) else {
        return false;
    };
    match (day - easter).num_days() {
        -2 => good_friday,
        0 | 1 | 39 | 49 | 50 => true, // Easter, Ascension Day, Whitsun
        _ => false,
    }
}

/// Gives Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm in Meeus, *Astronomical Algorithms*, ch. 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let a = year % 19;
    let (b, c) = (year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, month.cast_unsigned(), day.cast_unsigned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// Holidays as the Dutch government published them (rijksoverheid.nl, officiële feestdagen).
    #[test]
    fn holidays_of_published_years() {
        let published = [
            "2024-01-01 2024-03-31 2024-04-01 2024-04-27 2024-05-05 2024-05-09 2024-05-19 2024-05-20 2024-12-25 2024-12-26",
            "2025-01-01 2025-04-20 2025-04-21 2025-04-26 2025-05-05 2025-05-29 2025-06-08 2025-06-09 2025-12-25 2025-12-26",
            "2026-01-01 2026-04-05 2026-04-06 2026-04-27 2026-05-05 2026-05-14 2026-05-24 2026-05-25 2026-12-25 2026-12-26",
            "2027-01-01 2027-03-28 2027-03-29 2027-04-27 2027-05-05 2027-05-06 2027-05-16 2027-05-17 2027-12-25 2027-12-26",
        ];
        for year in published {
            let expected: Vec<Day> = year.split(' ').map(day).collect();
            let first = NaiveDate::from_ymd_opt(expected[0].year(), 1, 1).unwrap();
            let computed: Vec<Day> = first
                .iter_days()
                .take_while(|d| d.year() == first.year())
                .filter(|d| is_public_holiday(*d, false))
                .map(Day)
                .collect();
            assert_eq!(computed, expected);
        }
        assert!(
            is_public_holiday(day("2026-04-03").0, true),
            "Good Friday, where it is kept"
        );
    }

    #[test]
    fn the_last_day_of_a_term() {
        let plain = Calendar::default();
        let shifted = Calendar {
            shift_to_working_day: true,
            ..Calendar::default()
        };
        let table = [
            // (calendar, start, term, last day)
            (&plain, "2026-03-02", "2 weeks", "2026-03-16"),
            (&plain, "2026-01-31", "1 month", "2026-02-28"),
            (&plain, "2028-01-31", "1 month", "2028-02-29"),
            (&plain, "2026-04-02", "5 working days", "2026-04-10"), // over Easter Monday
            (&plain, "2026-12-24", "1 working day", "2026-12-28"),  // over Christmas and a weekend
            (&plain, "2026-03-07", "1 working day", "2026-03-09"),  // from a Saturday
            (&plain, "2026-03-01", "6 days", "2026-03-07"), // ends on a Saturday, stays there
            (&shifted, "2026-03-01", "6 days", "2026-03-09"),
            (&shifted, "2026-03-24", "2 weeks", "2026-04-07"),
            (&shifted, "2026-03-23", "2 weeks", "2026-04-07"), // ends on Easter Monday
            (&plain, "2026-03-02", "0 days", "2026-03-02"),
        ];
        for (calendar, start, term, last) in table {
            assert_eq!(
                calendar.last_day(day(start), term.parse().unwrap()),
                day(last),
                "{start} + {term}"
            );
        }
        let bridge = Calendar {
            closed_on: [day("2026-05-15")].into(),
            ..Calendar::default()
        };
        assert_eq!(
            bridge.last_day(day("2026-05-13"), "1 working day".parse().unwrap()),
            day("2026-05-18")
        );
    }
}
