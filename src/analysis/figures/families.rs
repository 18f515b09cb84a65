//! The families of the year (M05, T3): by cause, department and channel, each member against its own past; and by kind of
//! complaint and of complainant, counted only. Imports the facts, the frame of years and the category rule.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::analysis::category::{CategoryChange, CategorySeries, category_changes};
use crate::analysis::proportion::{Share, wilson};
use crate::analysis::quantity::{Confidence, Estimate};
use crate::register::named::List;
use crate::register::procedure::Procedure;
use crate::words::{CaseId, Id, choice};

use super::calendar::{Frame, Monthly, monthly};
use super::facts::CaseFact;

choice!(
    /// What complaints are told apart by.
    Family {
        /// The cause that was pointed out.
        Cause = "cause",
        /// The department of the employees concerned.
        Department = "department",
        /// How the complaint came in.
        Channel = "channel",
        /// The kind of complaint.
        Category = "category",
        /// Who complained.
        Complainant = "complainant",
    }
);

impl Family {
    /// Tells whether its members are tested against their past (T3); the others are counted only.
    pub const fn is_tested(self) -> bool {
        matches!(self, Self::Cause | Self::Department | Self::Channel)
    }
}

/// A member of a family in the year.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberFigures {
    /// The id or name; `None` for what is not known.
    pub member: Option<String>,
    /// The complaints of the year.
    pub cases: Vec<CaseId>,
    /// The complaints of the year that stand for an incident.
    pub incidents: Vec<CaseId>,
    /// The incidents of the years that it is compared with.
    pub before: Vec<CaseId>,
    /// Their share of all complaints of the year.
    pub share: Option<Estimate>,
    /// The average number of complaints in a comparable year before, over as much of it as has passed of this one; `None`
    /// without one.
    pub previous: Option<f64>,
    /// The same of incidents, which are what is compared.
    pub previous_incidents: Option<f64>,
    /// The incidents of each month of the 36 up to the end of the year; `None` before the register and in time to come.
    pub months: Vec<Option<u64>>,
    /// The day on which its meaning changed, if that lies in those months.
    pub changed: Option<NaiveDate>,
    /// The comparison with its past; `None` for what is only counted, for the only group of its family, which is the total
    /// once more, and while the year runs.
    pub change: Option<CategoryChange>,
    /// The day of the last incident up to the end of the year.
    pub last: Option<NaiveDate>,
}

/// A family in the year.
#[derive(Debug, Clone, PartialEq)]
pub struct FamilyFigures {
    /// Which.
    pub family: Family,
    /// Its members, the largest first, what is not known last.
    pub members: Vec<MemberFigures>,
    /// How many were compared: the size of the family that the p-values are corrected for.
    pub compared: usize,
    /// The incidents of the year that may be of any member, for all that is known.
    pub pending: u64,
}

/// Gives an id that the procedure names; any other is a slip, may say anything, and counts as not known.
pub(super) fn named(list: List, procedure: Option<&Procedure>, id: Option<&Id>) -> Option<String> {
    let found = list.find(procedure, id?);
    found.map(|entry| entry.id.to_string())
}

/// Gives the members that a case belongs to.
fn members_of(
    family: Family,
    fact: &CaseFact,
    procedure: Option<&Procedure>,
) -> Vec<Option<String>> {
    match family {
        Family::Cause => vec![named(List::Causes, procedure, fact.cause.as_ref())],
        Family::Channel => vec![Some(fact.channel.word().to_owned())],
        Family::Category => vec![named(List::Categories, procedure, Some(&fact.category))],
        Family::Complainant => vec![Some(fact.complainant.word().to_owned())],
        Family::Department if fact.departments.is_empty() => vec![None],
        Family::Department => fact.departments.iter().cloned().map(Some).collect(),
    }
}

/// Gives the day on which the meaning of a member changed.
fn changed(family: Family, member: &str, procedure: Option<&Procedure>) -> Option<NaiveDate> {
    let list = match family {
        Family::Cause => List::Causes,
        Family::Category => List::Categories,
        _ => return None,
    };
    let entry = list.find(procedure, &member.parse().ok()?)?;
    entry.changed.map(|day| day.0)
}

/// What is counted of a member while the cases go by.
#[derive(Default)]
struct Counted {
    cases: Vec<(NaiveDate, CaseId)>,
    incidents: Vec<(NaiveDate, CaseId)>,
}

/// What is counted of a family in the year and the two before it.
#[derive(Default)]
struct Counts {
    by_member: BTreeMap<Option<String>, Counted>,
    /// The complaints of the year.
    whole: BTreeSet<CaseId>,
}

impl Counts {
    fn of(
        family: Family,
        facts: &[CaseFact],
        frame: &Frame,
        procedure: Option<&Procedure>,
    ) -> Self {
        let mut counts = Self::default();
        let recent = frame.year - 2..=frame.year;
        for fact in facts {
            let year = fact.received.year();
            if !recent.contains(&year) {
                continue;
            }
            for member in members_of(family, fact, procedure) {
                let of_member = counts.by_member.entry(member).or_default();
                of_member.cases.push((fact.received, fact.id));
                if year == frame.year {
                    counts.whole.insert(fact.id);
                }
                if fact.incident {
                    of_member.incidents.push((fact.received, fact.id));
                }
            }
        }
        // What is not known is always a row.
        if matches!(family, Family::Cause | Family::Department) {
            counts.by_member.entry(None).or_default();
        }
        counts
    }

    /// Gives the days of the incidents of which it is not known to which member they belong. They may be of any: of an open case
    /// it is not known yet, of one that was refused or withdrawn it never will be.
    fn pending(&self) -> Vec<NaiveDate> {
        let unknown = self.by_member.get(&None).into_iter();
        let incidents = unknown.flat_map(|of| &of.incidents);
        incidents.map(|(day, _)| *day).collect()
    }

    /// Counts the known members that have incidents.
    fn groups(&self) -> usize {
        let members = self.by_member.iter();
        let groups = members.filter(|(member, of)| member.is_some() && !of.incidents.is_empty());
        groups.count()
    }
}

/// Counts a family and compares its members with their past.
pub(super) fn family_figures(
    family: Family,
    facts: &[CaseFact],
    frame: &Frame,
    procedure: Option<&Procedure>,
) -> FamilyFigures {
    let counts = Counts::of(family, facts, frame, procedure);
    let pending = match family.is_tested() {
        true => counts.pending(),
        false => Vec::new(),
    };
    let pending_in = |years: &[i32]| {
        let of_years = pending.iter().filter(|day| years.contains(&day.year()));
        of_years.count() as u64
    };
    let tested = family.is_tested() && !frame.running && counts.groups() > 1;
    let whole = counts.whole.len() as u64;
    let mut members: Vec<MemberFigures> = Vec::new();
    let mut series: Vec<CategorySeries> = Vec::new();
    for (member, counted) in counts.by_member {
        let changed = member
            .as_ref()
            .and_then(|id| changed(family, id, procedure))
            .filter(|day| {
                day.year() >= frame.year - 2 && *day <= frame.cutoff && day.year() <= frame.year
            });
        // A change in the middle of the year leaves nothing to compare the year with.
        let years = match changed {
            Some(day) if day > super::calendar::new_year(frame.year) => Vec::new(),
            changed => frame.whole_years(frame.year - 2, changed),
        };
        let months = monthly(counted.incidents.iter().map(|(day, _)| *day));
        if member.is_some() && tested {
            let baseline = years.iter().map(|year| frame.months(&months, *year));
            series.push(CategorySeries {
                baseline: baseline.collect(),
                year: frame.months(&months, frame.year),
                pending: [pending_in(&[frame.year]), pending_in(&years)],
            });
        }
        members.push(MemberFigures {
            changed,
            months: months_shown(&months, frame),
            ..counted.figures(member, whole, &years, frame)
        });
    }
    let changes = category_changes(&series);
    let compared = members.iter_mut().filter(|m| m.member.is_some() && tested);
    for (member, change) in compared.zip(changes.categories) {
        member.change = Some(change);
    }
    members.sort_by_key(|m| (m.member.is_none(), std::cmp::Reverse(m.cases.len())));
    FamilyFigures {
        family,
        members,
        compared: changes.compared,
        pending: pending_in(&[frame.year]),
    }
}

impl Counted {
    /// Gives the counts of a member in the year, beside the `years` that it is compared with; of the months nothing yet.
    fn figures(
        &self,
        member: Option<String>,
        whole: u64,
        years: &[i32],
        frame: &Frame,
    ) -> MemberFigures {
        let of_years = |all: &[(NaiveDate, CaseId)], years: &[i32]| -> Vec<CaseId> {
            let of_years = all.iter().filter(|(day, _)| years.contains(&day.year()));
            of_years.map(|(_, id)| *id).collect()
        };
        let mean = |of: &[CaseId]| {
            let mean = || frame.mean_before(of.len() as u64, years);
            (!years.is_empty()).then(mean)
        };
        let before = of_years(&self.incidents, years);
        let cases = of_years(&self.cases, &[frame.year]);
        let share = Share::new(cases.len() as u64, whole);
        MemberFigures {
            member,
            share: wilson(share, Confidence::P95),
            previous: mean(&of_years(&self.cases, years)),
            previous_incidents: mean(&before),
            before,
            cases,
            incidents: of_years(&self.incidents, &[frame.year]),
            months: Vec::new(),
            changed: None,
            change: None,
            last: self.incidents.iter().map(|(day, _)| *day).max(),
        }
    }
}

/// Gives the counts of the 36 months up to the end of the year.
pub(super) fn months_shown(counts: &Monthly, frame: &Frame) -> Vec<Option<u64>> {
    let mut shown = Vec::with_capacity(36);
    for year in frame.year - 2..=frame.year {
        let of_year = counts.get(&year).copied().unwrap_or_default();
        for (month, count) in (1..).zip(of_year) {
            let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MAX);
            let last = first
                .checked_add_months(chrono::Months::new(1))
                .unwrap_or(first);
            shown.push((last > frame.start && first <= frame.cutoff).then_some(count));
        }
    }
    shown
}
