//! Who may take a step at all, said before anything is asked. The rule H01 judges the step itself.

use super::draft::Draft;
use crate::cli::session::Checked;
use crate::register::case::Case;
use crate::register::staff::{Role, Staff};
use crate::register::step::{Step, StepKind};
use crate::rules::authority::Taker;
use crate::words::StaffId;
use crate::workflow::Standing;

/// Gives the words of H01 where whoever records may not take the step, whatever its fields will say.
pub fn refusal(draft: &Draft, case: &Case, checked: &Checked) -> Option<String> {
    let staff = checked.register.staff.as_ref()?;
    let by: StaffId = draft.text("by")?.parse().ok()?;
    let taker = Taker {
        step: draft.kind,
        by: &by,
        day: draft.date().unwrap_or(checked.as_of),
        before: &case.steps,
        standing: &Standing::of(case),
        staff,
    };
    let refused = taker.refused()?;
    Some(checked.locale.text_with("H01", &refused))
}

/// Tells whether someone may correct a step: its author or the coordinator, and neither a correction nor a waiver is corrected.
pub fn may_correct(by: &str, step: &Step, staff: Option<&Staff>) -> bool {
    let coordinates = |staff: &Staff| {
        staff
            .iter()
            .any(|person| person.id.as_str() == by && person.has(Role::Coordinator))
    };
    !matches!(step.kind(), StepKind::Corrected | StepKind::Waived)
        && (step.by.as_str() == by || staff.is_some_and(coordinates))
}
