//! Registers made from counts: so many complaints in a month, ended so. For what is known of a year only as a table.

use std::path::Path;

use chrono::{Days, NaiveDate};
use tempfile::TempDir;

use super::{STAFF, write};

/// How a complaint ended.
#[derive(Clone, Copy)]
pub enum End {
    /// It has not.
    Open,
    /// Not taken up, on this ground.
    Refused(&'static str),
    /// Withdrawn.
    Withdrawn,
    /// Handled to this verdict.
    Verdict(&'static str),
}

/// A complaint.
#[derive(Clone, Copy)]
pub struct Made {
    /// The day of receipt.
    pub received: NaiveDate,
    /// How it ended.
    pub end: End,
    /// After how many days it ended.
    pub days: u64,
    /// Within how many days an end was promised.
    pub promised: u64,
    /// To how many days after receipt the term was extended.
    pub extended: Option<u64>,
    /// Its kind.
    pub category: &'static str,
}

/// The terms and lists that the complaints use.
pub const PROCEDURE: &str = "\
organisation: {name: Voorbeeld}
language: nl
terms:
- {id: acknowledgement, name: {nl: Ontvangstbevestiging, en: Acknowledgement}, clause: 3, from: received, within: 2 weeks, met_by: [acknowledged], replaced_by: refusal}
- {id: refusal, name: {nl: Weigering, en: Refusal}, clause: 3, from: received, within: 4 weeks, met_by: [refused], only_if: refused}
- {id: handling, name: {nl: Afhandeling, en: Handling}, clause: 3, from: promised, within: 0 days, met_by: [resolved], extension: {}}
services:
- {id: job-coaching, name: Jobcoaching}
categories:
- {id: conduct, name: {nl: Bejegening, en: Conduct}}
- {id: communication, name: {nl: Communicatie, en: Communication}}
- {id: other, name: {nl: Overig, en: Other}}
causes:
- {id: conduct, name: {nl: Bejegening, en: Conduct}}
- {id: communication, name: {nl: Communicatie, en: Communication}}
- {id: other, name: {nl: Overig, en: Other}}
refusal_grounds:
- {id: no-complaint, name: {nl: Geen klacht over onze dienstverlening, en: Not a complaint about our service}}
- {id: too-long-ago, name: {nl: Te lang geleden, en: Too long ago}}
- {id: elsewhere, name: {nl: Loopt al bij een andere instantie, en: With another body already}}
";

impl Made {
    /// Makes a complaint that is still open.
    pub fn on(received: NaiveDate) -> Self {
        Self {
            received,
            end: End::Open,
            days: 30,
            promised: 42,
            extended: None,
            category: "communication",
        }
    }

    fn text(&self, id: &str) -> String {
        let after = |days| self.received.checked_add_days(Days::new(days)).unwrap();
        let (received, category) = (self.received, self.category);
        let mut text = format!(
            "case: {id}\nsteps:\n- step: received\n  date: {received}\n  by: m.bakker\n  channel: email\n  complainant: client\n  commissioned_by: {{kind: municipality, name: Gemeente}}\n  about: []\n  service: job-coaching\n  category: {category}\n  occurred: {{date: {received}}}\n  summary: Een klacht.\n"
        );
        let mut step = |kind: &str, days, more: &str| {
            let by = if matches!(kind, "assigned" | "closed") {
                "c.janssen"
            } else {
                "p.vos"
            };
            let date = after(days);
            text += &format!("- step: {kind}\n  date: {date}\n  by: {by}\n{more}");
        };
        step("assigned", 1, "  handler: p.vos\n  function: Manager\n");
        let acknowledged = format!(
            "  summary: Een klacht.\n  occurred: {{date: {received}}}\n  next_steps: Een gesprek.\n  expected_by: {}\n  channel: email\n",
            after(self.promised)
        );
        let (days, end) = (self.days, after(self.days));
        match self.end {
            End::Open => step("acknowledged", 3, &acknowledged),
            End::Refused(ground) => {
                step(
                    "refused",
                    days,
                    &format!("  ground: {ground}\n  told: {end}\n"),
                );
                step("closed", days, "");
            }
            End::Withdrawn => {
                step("acknowledged", 3, &acknowledged);
                step("withdrawn", days, "  ground: In een gesprek opgelost.\n");
                step("closed", days, "");
            }
            End::Verdict(verdict) => {
                step("acknowledged", 3, &acknowledged);
                if let Some(to) = self.extended {
                    let to = after(to);
                    let told = after(self.promised - 1);
                    let extended =
                        format!("  expected_by: {to}\n  ground: Meer tijd.\n  told: {told}\n");
                    step("extended", self.promised - 1, &extended);
                }
                let decided = format!(
                    "  verdict: {verdict}\n  severity: minor\n  cause: {category}\n  responsibility: organisation\n"
                );
                step("decided", days, &decided);
                step("resolved", days, &format!("  solved: {end}\n"));
                step("closed", days, "");
            }
        }
        text
    }
}

/// Writes a register of these complaints, in the order in which they came.
pub fn register_of(procedure: &str, complaints: &[Made]) -> TempDir {
    let dir = TempDir::new().unwrap();
    write(dir.path(), "procedure.yaml", procedure);
    write(dir.path(), "staff.yaml", STAFF);
    add(dir.path(), complaints);
    dir
}

fn add(dir: &Path, complaints: &[Made]) {
    let mut complaints = complaints.to_vec();
    complaints.sort_by_key(|made| made.received);
    let mut before = (0, 0);
    for made in complaints {
        let year = chrono::Datelike::year(&made.received);
        before = (year, if before.0 == year { before.1 + 1 } else { 1 });
        let id = format!("{year}-{:04}", before.1);
        write(dir, &format!("{year}/{id}/complaint.yaml"), made.text(&id));
    }
}

/// Spreads a number of complaints evenly over a year.
pub fn spread(year: i32, number: u64) -> Vec<Made> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    // In the middle of its share of the year, so that one is not on the first day.
    let day = |n: u64| first.checked_add_days(Days::new((n * 365 + 182) / number.max(1)));
    (0..number).filter_map(day).map(Made::on).collect()
}

/// A register on the edge of what a year can be, by name, with the day on which it is looked at.
pub struct Corner {
    pub name: &'static str,
    pub as_of: &'static str,
    pub register: TempDir,
}

/// Gives the registers that a page must bear: few complaints, none, a first year, a running one, no exposure, a series break.
pub fn corners() -> Vec<Corner> {
    let handled = |made: Vec<Made>| -> Vec<Made> {
        let end = |(at, made)| Made {
            end: match at % 4 {
                0 => End::Verdict("founded"),
                1 => End::Verdict("unfounded"),
                2 => End::Refused("no-complaint"),
                _ => End::Withdrawn,
            },
            ..made
        };
        made.into_iter().enumerate().map(end).collect()
    };
    let ended = |year, number, end| -> Vec<Made> {
        let made = spread(year, number).into_iter();
        made.map(|made| Made { end, ..made }).collect()
    };
    let years = |counts: &[(i32, u64)]| -> Vec<Made> {
        counts
            .iter()
            .flat_map(|(year, n)| handled(spread(*year, *n)))
            .collect()
    };
    let known =
        format!("{PROCEDURE}exposure: {{2023: 200, 2024: 210, 2025: 220, 2026: 230}}\nnorm: 90\n");
    let broken = known.replace(
        "name: {nl: Communicatie, en: Communication}}",
        "name: {nl: Communicatie, en: Communication}, changed: 2024-07-01}",
    );
    let gap = known.replace("2024: 210, ", "");
    let corner = |name, as_of, procedure: &str, complaints: &[Made]| Corner {
        name,
        as_of,
        register: register_of(procedure, complaints),
    };
    vec![
        corner("none", "2026-03-01", &known, &[]),
        corner("one", "2026-03-01", PROCEDURE, &years(&[(2025, 1)])),
        corner(
            "few",
            "2026-03-01",
            &known,
            &years(&[(2023, 2), (2024, 3), (2025, 2)]),
        ),
        corner(
            "empty-year",
            "2026-03-01",
            &known,
            &years(&[(2023, 6), (2025, 5)]),
        ),
        corner(
            "all-refused",
            "2026-03-01",
            &known,
            &ended(2025, 12, End::Refused("no-complaint")),
        ),
        corner(
            "all-open",
            "2026-03-01",
            &known,
            &ended(2025, 12, End::Open),
        ),
        corner("first-year", "2026-03-01", PROCEDURE, &years(&[(2025, 30)])),
        corner("running", "2025-05-20", &known, &{
            let mut all = years(&[(2023, 40), (2024, 40)]);
            all.extend(
                handled(spread(2025, 40))
                    .into_iter()
                    .filter(|made| made.received < NaiveDate::from_ymd_opt(2025, 4, 1).unwrap()),
            );
            all
        }),
        corner("first-day", "2026-01-01", &known, &{
            let mut all = years(&[(2024, 20), (2025, 20)]);
            all.push(Made::on(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap()));
            all
        }),
        corner(
            "no-exposure",
            "2026-03-01",
            PROCEDURE,
            &years(&[(2023, 30), (2024, 33), (2025, 31)]),
        ),
        corner(
            "exposure-gap",
            "2026-03-01",
            &gap,
            &years(&[(2023, 30), (2024, 33), (2025, 31)]),
        ),
        corner(
            "series-break",
            "2026-03-01",
            &broken,
            &years(&[(2023, 30), (2024, 33), (2025, 31)]),
        ),
        corner(
            "jump",
            "2026-03-01",
            PROCEDURE,
            &years(&[(2023, 30), (2024, 33), (2025, 90)]),
        ),
    ]
}
