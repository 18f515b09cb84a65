//! What is remembered of a judged commit.

use std::sync::Arc;

use crate::register::step::StepKind;
use crate::words::{CaseId, Day, StaffId};

/// What a commit does to the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Nothing: it is about what lies beside the register.
    Beside,
    /// Nothing: it is a merge.
    Merge,
    /// One step of one case.
    Step {
        /// The case.
        case: CaseId,
        /// The number of the step, from 1.
        number: usize,
        /// The step.
        step: StepKind,
        /// How many days after the step it was recorded.
        late: i64,
    },
    /// Whole cases from elsewhere.
    Import {
        /// How many.
        cases: usize,
    },
    /// Staff or procedure.
    Policy,
    /// The analysis, the texts of the procedure.
    Document {
        /// The year of an analysis that was signed, and how many days after its date that was recorded.
        signed: Option<(u16, i64)>,
    },
    /// It is refused and says nothing.
    Unclear,
}

/// Whether a commit was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signed {
    /// It was not, or the policy does not look at it.
    No,
    /// With this key of the author.
    By(Arc<str>),
}

/// What is remembered of a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it does.
    pub kind: Kind,
    /// Who made it, by the parent's staff.
    pub author: Option<StaffId>,
    /// The day on which it was committed.
    pub day: Day,
    /// Whether it was signed.
    pub signed: Signed,
}
