//! Who may take a step at all, said before anything is asked. The rule H01 judges the step itself.

use super::draft::Draft;
use crate::args;
use crate::cli::session::Checked;
use crate::finding::Arg;
use crate::register::case::Case;
use crate::register::staff::{Role, Staff};
use crate::register::step::{Step, StepKind};
use crate::register::words::StaffId;
use crate::workflow::{Standing, Who, transition};

/// Gives the words of H01 where whoever records may not take the step, whatever its fields will say.
pub fn refusal(draft: &Draft, case: &Case, checked: &Checked) -> Option<String> {
    let staff = checked.register.staff.as_ref()?;
    let by: StaffId = draft.text("by")?.parse().ok()?;
    staff.get(&by)?;
    let standing = Standing::of(case);
    let who = transition(draft.kind).who;
    let day = draft.date().unwrap_or(checked.as_of);
    let may = |who: &Who| match who {
        Who::Anyone => true,
        Who::Coordinator => staff.has_role(&by, Role::Coordinator, day),
        // Without a handler another rule has the word.
        Who::Handler => standing.handler_id().is_none_or(|handler| *handler == by),
        Who::EmployeeConcerned => standing.about.contains(&&by),
        Who::MeasureOwner => standing.measure_owners().any(|(_, owner)| *owner == by),
        Who::Author => case.steps.iter().any(|step| step.by == by),
    };
    if who.iter().any(may) {
        return None;
    }
    let handler = standing.handler_id();
    let role = |who: &Who| match (who, handler) {
        (Who::Handler, Some(_)) => Arg::Key("who-handler-named".into()),
        _ => Arg::Key(format!("who-{}", who.word())),
    };
    let mut args = args!(
        by: staff.name(&by),
        step: Arg::Key(format!("step-{}", draft.kind.word())),
        who: Arg::List(who.iter().map(role).collect()),
    );
    if let Some(handler) = handler {
        args.insert("handler", staff.name(handler).into());
    }
    Some(checked.locale.text_with("H01", &args))
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
