//! The yearly analyses that a register asks for, and how each stands (clause 8).

use super::State;
use crate::calendar::Calendar;
use crate::register::Register;
use crate::register::procedure::Procedure;
use crate::words::Day;

/// The yearly analysis of a year that has passed (clause 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnalysisDeadline {
    /// The year that is analysed.
    pub year: u16,
    /// The last day in time.
    pub last_day: Day,
    /// The day on which it was first signed, where it can be read.
    pub signed: Option<Day>,
    /// How it stands.
    pub state: State,
}

/// Lists the yearly analyses that a register asks for on a day: one for every past year from the first with a case.
pub fn analysis_deadlines(
    register: &Register,
    procedure: &Procedure,
    calendar: &Calendar,
    as_of: Day,
) -> Vec<AnalysisDeadline> {
    let first = register.numbers.keys().map(|id| id.year).min();
    let past = first
        .into_iter()
        .flat_map(|first| first..u16::MAX)
        .take_while(|year| i32::from(*year) <= as_of.last_whole_year());
    past.map(|year| {
        let last_day = procedure.analysis_due_of(year);
        let signed = register.signed.get(&year).map(|it| it.head.date);
        let state = if signed.is_some_and(|day| day > last_day) {
            State::Late
        } else if register.analyses.contains_key(&year) {
            State::Met
        } else if as_of > last_day {
            State::Overdue
        } else if calendar.last_day(as_of, procedure.due_soon) >= last_day {
            State::DueSoon
        } else {
            State::Due
        };
        AnalysisDeadline {
            year,
            last_day,
            signed,
            state,
        }
    })
    .collect()
}
