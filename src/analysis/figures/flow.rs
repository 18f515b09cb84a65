//! What came in, what went out and what lay open, and for how long.

use chrono::{Datelike, NaiveDate};

use super::CaseFact;
use crate::analysis::flow::{FlowBalance, Passage, flow_balance};
use crate::analysis::quantity::Confidence;
use crate::analysis::survival::{LeadTime, LeadTimes, kaplan_meier};
use crate::words::CaseId;

/// An open case of the year or carried over into it.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenCase {
    /// The case.
    pub id: CaseId,
    /// How many days ago it was received.
    pub age: i64,
    /// How many days its longest overdue deadline is past; `None` when nothing is overdue.
    pub overdue: Option<i64>,
}

/// The balance of the year with the cases behind it (M02).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FlowFigures {
    /// The counts.
    pub balance: FlowBalance,
    /// Open as the year began.
    pub open_start: Vec<CaseId>,
    /// Closed in the year.
    pub closed: Vec<CaseId>,
    /// Open as the year ended, or on the reference date.
    pub open_end: Vec<CaseId>,
}

/// Balances a year (M02).
pub(super) fn flow(facts: &[CaseFact], year: i32, cutoff: NaiveDate) -> FlowFigures {
    let passages: Vec<Passage> = facts
        .iter()
        .map(|fact| Passage {
            received: fact.received,
            closed: fact.closed,
        })
        .collect();
    let mut flow = FlowFigures {
        balance: flow_balance(year, cutoff, &passages),
        ..FlowFigures::default()
    };
    for fact in facts
        .iter()
        .filter(|fact| fact.received.year() <= year && fact.received <= cutoff)
    {
        let closed = fact.closed.map(|day| day.max(fact.received).year());
        if closed.is_some_and(|closed| closed < year) {
            continue;
        }
        if fact.received.year() < year {
            flow.open_start.push(fact.id);
        }
        let list = if closed == Some(year) {
            &mut flow.closed
        } else {
            &mut flow.open_end
        };
        list.push(fact.id);
    }
    flow
}

fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days().max(0)
}

/// Gives how long complaints took, and how long those have taken that are open.
pub(super) fn lead_times(cohort: &[&CaseFact], cutoff: NaiveDate) -> (LeadTimes, Vec<u32>) {
    let times: Vec<LeadTime> = cohort
        .iter()
        .map(|fact| LeadTime {
            days: u32::try_from(days(fact.received, fact.closed.unwrap_or(cutoff)))
                .unwrap_or(u32::MAX),
            closed: fact.closed.is_some(),
        })
        .collect();
    let mut open: Vec<u32> = times
        .iter()
        .filter(|time| !time.closed)
        .map(|time| time.days)
        .collect();
    open.sort_unstable();
    (kaplan_meier(&times, Confidence::P95), open)
}

/// Gives what was received up to the end of the year and is open on the reference date.
pub(super) fn open_cases(facts: &[CaseFact], year: i32, cutoff: NaiveDate) -> Vec<OpenCase> {
    let open = facts
        .iter()
        .filter(|fact| fact.received.year() <= year && fact.closed.is_none());
    let mut open: Vec<OpenCase> = open
        .map(|fact| OpenCase {
            id: fact.id,
            age: days(fact.received, cutoff),
            overdue: fact.overdue.iter().min().map(|last| days(*last, cutoff)),
        })
        .collect();
    open.sort_by_key(|case| (std::cmp::Reverse(case.overdue.unwrap_or(-1)), case.id));
    open
}
