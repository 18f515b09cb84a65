//! What the figures need of each case: dates, kinds, and in which shares it counts. Data only; `gather` reads it.

use chrono::NaiveDate;

use crate::register::step::{Channel, Complainant, OfferKind, Satisfaction, Trigger};
use crate::words::{CaseId, Id};

use super::keys::{Key, Mark};

/// A preventive measure as it was decided on.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureFact {
    /// The case in which it was decided on.
    pub case: CaseId,
    /// The index of the step that decided on it, and its place there.
    pub place: (usize, usize),
    /// Its id in the case.
    pub id: Id,
    /// Whether the id may be shown; not where one in its case gives something private away.
    pub shown: bool,
    /// The category of complaints that it is to prevent.
    pub category: Id,
    /// What it was decided on.
    pub trigger: Trigger,
    /// The day of the decision.
    pub decided: NaiveDate,
    /// The day from which it is in force.
    pub in_force: Option<NaiveDate>,
    /// Whether it should have been in force by the reference date, and is not.
    pub overdue: bool,
    /// The index of the step that judged its effect.
    pub evaluated: Option<usize>,
}

impl MeasureFact {
    /// Names the measure in its case: by its id, or by the numbers of its step and its place there where no id is shown.
    pub fn name(&self) -> String {
        let (step, index) = self.place;
        if self.shown {
            self.id.to_string()
        } else {
            format!("{}.{}", step + 1, index + 1)
        }
    }
}

/// What became of the redress offered in a case.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RedressFact {
    /// The kinds that were offered and carried out, each once, in the order of the format.
    pub kinds: Vec<OfferKind>,
    /// How many measures were offered, accepted and carried out.
    pub flow: [u64; 3],
    /// The latest reaction; an appeal is dissatisfaction. `None` where nobody asked or nobody answered.
    pub reaction: Option<Satisfaction>,
}

/// What the figures need of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFact {
    /// The case.
    pub id: CaseId,
    /// The day of receipt.
    pub received: NaiveDate,
    /// The day of the incident, else that of receipt.
    pub happened: NaiveDate,
    /// The day of closing; an open case has none.
    pub closed: Option<NaiveDate>,
    /// Whether it stands for its incident in the tests of rates: the lowest number of those linked.
    pub incident: bool,
    /// The complaint that does.
    pub stands_for_it: CaseId,
    /// How it came in.
    pub channel: Channel,
    /// Who complained.
    pub complainant: Complainant,
    /// The kind of complaint.
    pub category: Id,
    /// The cause that was pointed out.
    pub cause: Option<Id>,
    /// The departments of the employees concerned, each once.
    pub departments: Vec<String>,
    /// The last days of what is overdue.
    pub overdue: Vec<NaiveDate>,
    /// On what ground it was not taken up.
    pub refused: Option<Id>,
    /// In which shares it counts, and how; an offer or a measure counts by itself.
    pub marks: Vec<(Key, Mark)>,
    /// What became of its redress.
    pub redress: RedressFact,
    /// Its preventive measures.
    pub measures: Vec<MeasureFact>,
}
