//! A calendar day, and one that comes every year.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::{WordFault, word};

/// A calendar day, written `2026-03-02`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub NaiveDate);

impl Day {
    /// Counts the days from `earlier` to this day; negative when `earlier` is later.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// Understands a day as people type it: `2026-03-02`, or the Dutch way, `2-3-2026` and `02/03/2026`.
    ///
    /// # Errors
    /// When it is neither, or there is no such day.
    pub fn typed(text: &str) -> Result<Self, WordFault> {
        let parts: Vec<&str> = text.split(['-', '/']).collect();
        match parts.as_slice() {
            [day, month, year] if day.len() <= 2 && month.len() <= 2 && year.len() == 4 => {
                format!("{year}-{month:0>2}-{day:0>2}").parse()
            }
            _ => text.parse(),
        }
    }

    /// Gives the year of the day.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Gives the last year that is over on the day: on 31 December its own.
    pub fn last_whole_year(self) -> i32 {
        self.0
            .succ_opt()
            .map_or(self.year(), |next| next.year() - 1)
    }
}

impl FromStr for Day {
    type Err = WordFault;
    fn from_str(text: &str) -> Result<Self, WordFault> {
        let b = text.as_bytes();
        let form = b.len() == 10
            && b.iter().enumerate().all(|(i, c)| {
                if i == 4 || i == 7 {
                    *c == b'-'
                } else {
                    c.is_ascii_digit()
                }
            });
        if !form {
            return Err(WordFault::Form);
        }
        let number = |range: &[u8]| range.iter().fold(0u32, |n, c| n * 10 + u32::from(c - b'0'));
        let year = number(&b[..4]);
        // A register of this century; year 0000 and 1026 are slips of the pen, not dates.
        if !(1900..=2199).contains(&year) {
            return Err(WordFault::NoSuchDay);
        }
        NaiveDate::from_ymd_opt(year.cast_signed(), number(&b[5..7]), number(&b[8..]))
            .map(Self)
            .ok_or(WordFault::NoSuchDay)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let d = self.0;
        write!(f, "{:04}-{:02}-{:02}", d.year(), d.month(), d.day())
    }
}

word!(
    Day,
    "date",
    schemars::json_schema!({
        "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    })
);

/// A day that comes every year, written `03-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayOfYear {
    month: u32,
    day: u32,
}

impl DayOfYear {
    /// Gives the day in a year; 29 February falls on the 28th where there is none.
    pub fn in_year(self, year: i32) -> Day {
        let day = NaiveDate::from_ymd_opt(year, self.month, self.day)
            .or_else(|| NaiveDate::from_ymd_opt(year, self.month, 28));
        Day(day.unwrap_or(NaiveDate::MAX))
    }
}

impl FromStr for DayOfYear {
    type Err = WordFault;
    fn from_str(text: &str) -> Result<Self, WordFault> {
        // A leap year, so that 02-29 can be said.
        let Day(day) = format!("2024-{text}").parse()?;
        Ok(Self {
            month: day.month(),
            day: day.day(),
        })
    }
}

impl fmt::Display for DayOfYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

word!(
    DayOfYear,
    "day-of-year",
    schemars::json_schema!({
        "type": "string", "format": "day-of-year", "pattern": "^[0-9]{2}-[0-9]{2}$"
    })
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_one_way() {
        assert_eq!(
            "2026-03-02".parse::<Day>().unwrap().to_string(),
            "2026-03-02"
        );
        for (text, fault) in [
            ("2026-3-2", WordFault::Form),
            ("02-03-2026", WordFault::Form),
            ("2026-02-30", WordFault::NoSuchDay),
            ("0026-02-03", WordFault::NoSuchDay),
            ("2026-02-03T10:00", WordFault::Form),
            ("٢٠٢٦-١١", WordFault::Form),
        ] {
            assert_eq!(text.parse::<Day>(), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_day_is_typed_in_more_ways_than_it_is_written() {
        let day: Day = "2026-03-02".parse().unwrap();
        for text in [
            "2026-03-02",
            "02-03-2026",
            "2-3-2026",
            "2/3/2026",
            "02/03/2026",
        ] {
            assert_eq!(Day::typed(text), Ok(day), "{text}");
        }
        for (text, fault) in [
            ("31-02-2026", WordFault::NoSuchDay),
            ("03-13-2026", WordFault::NoSuchDay),
            ("0-3-2026", WordFault::NoSuchDay),
            ("-3-2026", WordFault::NoSuchDay),
            ("2-3-26", WordFault::Form),
            ("2-3-٢٠", WordFault::Form),
            ("2026-3-2", WordFault::Form),
            ("2-3", WordFault::Form),
            ("2 maart 2026", WordFault::Form),
            ("a-3-2026", WordFault::Form),
        ] {
            assert_eq!(Day::typed(text), Err(fault), "{text}");
        }
    }
}
