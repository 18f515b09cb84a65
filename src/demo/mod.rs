//! Made-up registers: any number of plausible cases over any number of years, the same every time.
//!
//! For examples, measurements and tests. A register is a pure function of a [`Demo`]; every case of it is one of its number, so that
//! cases can be made one at a time. Their steps come with the annex files that belong to each, so that a register can also be
//! written step by step, by the people who did them.

mod course;
mod policy;
pub mod random;
pub mod repository;
pub mod server;
mod texts;

use std::io;
use std::path::Path;
use std::str::FromStr;

use chrono::{Days, NaiveDate};

use crate::calendar::Calendar;
use crate::register::staff::StaffFile;
use crate::register::step::Step;
use crate::register::yaml;
use crate::words::{CaseId, Day};
use course::Course;
use random::Random;

/// What a made-up register is a function of.
#[derive(Debug, Clone, Copy)]
pub struct Demo {
    /// Other seeds give other cases.
    pub seed: u64,
    /// How many cases there are, over all years together.
    pub cases: usize,
    /// The first year.
    pub first_year: u16,
    /// Over how many years the cases are spread; years after that of `as_of` get none.
    pub years: u16,
    /// The reference date: nothing happens after it, so that the last cases are still open.
    pub as_of: Day,
}

/// A case: its steps in the order in which they were done.
#[derive(Debug, Clone)]
pub struct DemoCase {
    /// The number.
    pub id: CaseId,
    /// The steps, at least one.
    pub steps: Vec<DemoStep>,
}

/// A step with what belongs to it in the annex: what one commit would add.
#[derive(Debug, Clone)]
pub struct DemoStep {
    /// The step.
    pub step: Step,
    /// The files it brings to `private/`.
    pub files: Vec<DemoFile>,
}

/// A file and what is in it.
#[derive(Debug, Clone)]
pub struct DemoFile {
    /// The path: of an annex file relative to `private/`, of another one to the register.
    pub path: String,
    /// The text.
    pub text: String,
}

impl Demo {
    /// Gives the last year with cases.
    fn last_year(&self) -> u16 {
        let now = u16::try_from(self.as_of.year()).unwrap_or(self.first_year);
        self.first_year
            .saturating_add(self.years.max(1) - 1)
            .min(now)
            .max(self.first_year)
    }

    /// Gives how many cases each year has: as many in one as in another, but for one.
    fn cases_by_year(self) -> impl Iterator<Item = (u16, usize)> {
        let years = usize::from(self.last_year() - self.first_year) + 1;
        let cases = self.cases;
        (self.first_year..)
            .zip((0..years).map(move |n| cases * (n + 1) / years - cases * n / years))
    }

    /// Gives the staff.
    pub fn staff(&self) -> StaffFile {
        policy::staff(self)
    }

    /// Gives the files beside the cases: procedure and staff.
    pub fn policy(&self) -> Vec<DemoFile> {
        let file = |path: &str, text| DemoFile {
            path: path.to_owned(),
            text,
        };
        vec![
            file("procedure.yaml", policy::procedure_text(self)),
            file("procedure.md", policy::procedure_prose()),
            file("staff.yaml", policy::staff_text(&self.staff())),
        ]
    }

    /// Gives the cases, by number.
    pub fn cases(self) -> impl Iterator<Item = DemoCase> {
        let staff = self.staff();
        let numbers = self
            .cases_by_year()
            .flat_map(|(year, count)| (0..count).map(move |n| (year, n, count)));
        numbers.map(move |(year, n, count)| {
            let id = CaseId {
                year,
                number: u32::try_from(n + 1).unwrap_or(u32::MAX),
            };
            let mut random = Random::new(self.seed, u64::from(year) << 32 | u64::from(id.number));
            let received = self.day_of(year, n, count, &mut random);
            DemoCase {
                id,
                steps: Course::new(&staff.staff, id, self.as_of, random).run(received),
            }
        })
    }

    /// Spreads the cases of a year over its days, or those up to the reference date, in the order of their numbers.
    fn day_of(&self, year: u16, n: usize, count: usize, random: &mut Random) -> Day {
        let first = NaiveDate::from_ymd_opt(i32::from(year), 1, 1).unwrap_or_default();
        let end = NaiveDate::from_ymd_opt(i32::from(year), 12, 31)
            .unwrap_or_default()
            .min(self.as_of.0);
        let days = (end - first).num_days().max(0).unsigned_abs() + 1;
        let share = (n as u64 * 1000 + random.below(1000)) * days / (count as u64 * 1000);
        let day = Day(first + Days::new(share));
        // Weekends and holidays come down on the working day before, so that numbers and days keep one order.
        let calendar = Calendar::default();
        let working = first
            .iter_days()
            .map(Day)
            .find(|day| calendar.is_working_day(*day))
            .unwrap_or(day);
        let before = day
            .0
            .iter_days()
            .rev()
            .map(Day)
            .find(|day| calendar.is_working_day(*day))
            .unwrap_or(day);
        before.max(working).min(self.as_of).max(Day(first))
    }
}

impl DemoCase {
    /// Gives the directory of the case, relative to the register.
    pub fn dir(&self) -> String {
        self.id.dir()
    }

    /// Gives how `complaint.yaml` begins, before the first step.
    pub fn opening(&self) -> String {
        format!("case: {}\nsteps:\n", self.id)
    }
}

impl DemoStep {
    /// Gives the text that the step appends to `complaint.yaml`.
    pub fn text(&self) -> String {
        let mut text = "\n".to_owned();
        // A step that was made by type can always be written.
        yaml::item(&mut text, &self.step.to_mapping().unwrap_or_default(), 0);
        text
    }
}

/// Gives case and step of every step in the order in which they were done; on one day by number of the case.
pub fn by_date(cases: &[DemoCase]) -> Vec<(&DemoCase, &DemoStep)> {
    let mut all: Vec<_> = cases
        .iter()
        .flat_map(|case| case.steps.iter().map(move |step| (case, step)))
        .collect();
    all.sort_by_key(|(_, step)| step.step.date); // stable: the steps of a case keep their order
    all
}

/// Writes a made-up register into a directory, which is made when it is not there.
///
/// # Errors
/// When a file or directory cannot be written.
pub fn write_register(dir: &Path, demo: &Demo) -> io::Result<()> {
    std::fs::create_dir_all(dir)?;
    for file in demo.policy() {
        std::fs::write(dir.join(file.path), file.text)?;
    }
    for case in demo.cases() {
        let place = dir.join(case.dir());
        std::fs::create_dir_all(place.join("private"))?;
        let record = case
            .steps
            .iter()
            .fold(case.opening(), |text, step| text + &step.text());
        std::fs::write(place.join("complaint.yaml"), record)?;
        for file in case.steps.iter().flat_map(|step| &step.files) {
            std::fs::write(place.join("private").join(&file.path), &file.text)?;
        }
    }
    Ok(())
}

/// Parses a word of a record that stands in this program.
fn word<T: FromStr>(text: &str) -> T {
    text.parse()
        .unwrap_or_else(|_| panic!("`{text}` is not well formed"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::finding::Level;
    use crate::register::case::CaseFile;
    use crate::register::read::load_register;
    use crate::register::step::StepKind;
    use crate::rules::check;

    fn demo(seed: u64, cases: usize, years: u16, as_of: &str) -> Demo {
        Demo {
            seed,
            cases,
            first_year: 2022,
            years,
            as_of: word(as_of),
        }
    }

    #[test]
    fn no_register_has_a_violation_or_a_warning() {
        for (seed, cases, years, as_of) in [
            (1, 0, 1, "2022-06-30"),
            (2, 1, 1, "2022-01-01"),
            (3, 40, 9, "2023-02-03"),
            (4, 300, 5, "2026-12-31"),
            (5, 700, 3, "2025-01-01"),
            (6, 1500, 4, "2025-11-20"),
        ] {
            let demo = demo(seed, cases, years, as_of);
            let dir = tempfile::tempdir().unwrap();
            write_register(dir.path(), &demo).unwrap();
            let reading = load_register(dir.path()).unwrap();
            assert_eq!(reading.findings, []);
            assert_eq!(reading.register.cases.len(), cases);
            let findings = check(&reading.register, demo.as_of);
            let wrong = findings
                .iter()
                .find(|f| matches!(f.level, Level::Violation | Level::Warning));
            assert_eq!(wrong, None, "seed {seed}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for case in demo(7, 200, 2, "2023-12-31").cases() {
            let text = case
                .steps
                .iter()
                .fold(case.opening(), |text, step| text + &step.text());
            let file: CaseFile =
                serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
            let steps: Vec<Step> = case.steps.into_iter().map(|step| step.step).collect();
            assert_eq!((file.case, file.steps), (case.id, steps), "{text}");
        }
    }

    #[test]
    fn every_step_and_every_level_comes_about() {
        let demo = demo(8, 2000, 4, "2025-06-30");
        let cases: Vec<DemoCase> = demo.cases().collect();
        let kinds: BTreeSet<StepKind> = by_date(&cases)
            .iter()
            .map(|(_, step)| step.step.kind())
            .collect();
        assert_eq!(kinds.into_iter().collect::<Vec<_>>(), StepKind::ALL);
        let closed = cases
            .iter()
            .filter(|case| case.steps.iter().any(|s| s.step.kind() == StepKind::Closed))
            .count();
        assert!((1500..1950).contains(&closed), "{closed} of 2000 closed");

        let dir = tempfile::tempdir().unwrap();
        write_register(dir.path(), &demo).unwrap();
        let reading = load_register(dir.path()).unwrap();
        let findings = check(&reading.register, demo.as_of);
        let codes: BTreeSet<&str> = findings
            .iter()
            .filter(|f| f.level == Level::Breach)
            .map(|f| f.code)
            .collect();
        let expected = [
            "K301", "K302", "K303", "K306", "K402", "K601", "K701", "K801", "K904",
        ];
        assert_eq!(codes.into_iter().collect::<Vec<_>>(), expected);
        assert!(
            findings.iter().any(|f| f.level == Level::Overdue) && findings.iter().any(|f| f.waived)
        );
    }

    #[test]
    fn steps_in_the_order_of_their_dates_open_the_cases_in_the_order_of_their_numbers() {
        let cases: Vec<DemoCase> = demo(9, 500, 3, "2024-12-31").cases().collect();
        let steps = by_date(&cases);
        assert!(steps.is_sorted_by_key(|(_, step)| step.step.date));
        let opened: Vec<CaseId> = steps
            .iter()
            .filter(|(_, s)| s.step.kind() == StepKind::Received)
            .map(|(case, _)| case.id)
            .collect();
        assert_eq!(opened, cases.iter().map(|case| case.id).collect::<Vec<_>>());
    }

    #[test]
    fn same_in_same_out() {
        let text = |seed| {
            format!(
                "{:?}",
                demo(seed, 20, 2, "2023-12-31").cases().collect::<Vec<_>>()
            )
        };
        assert_eq!(text(1), text(1));
        assert_ne!(text(1), text(2));
    }

    #[test]
    fn a_record_has_some_ninety_lines() {
        let cases = demo(10, 1000, 5, "2026-12-31").cases();
        let lines: usize = cases
            .map(|case| {
                2 + case
                    .steps
                    .iter()
                    .map(|s| s.text().lines().count())
                    .sum::<usize>()
            })
            .sum();
        assert!((85_000..95_000).contains(&lines), "{lines}");
    }
}
