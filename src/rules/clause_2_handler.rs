//! Clause 2: handing over to the handler.

use super::{CaseView, Check, Out, Rule, StepView, breach, violation};
use crate::args;
use crate::finding::Arg;
use crate::register::staff::Role;
use crate::register::step::{Action, Channel, StepKind};
use crate::route;
use crate::words::StaffId;
use crate::workflow::Standing;

pub(super) const RULES: &[Rule] = &[
    violation(
        "K201",
        "handler-without-role",
        &["2.2"],
        Check::Step(handler_without_role),
    ),
    violation(
        "K202",
        "handler-is-employee-concerned",
        &["2.3"],
        Check::Step(handler_is_employee_concerned),
    ),
    violation("K203", "no-handler", &["2.1"], Check::Order),
    violation(
        "K204",
        "letter-not-copied",
        &["2.5"],
        Check::Step(letter_not_copied),
    ),
    violation(
        "K205",
        "reassignment-without-reason",
        &["2.1", "2.4"],
        Check::Step(reassignment_without_reason),
    ),
    breach(
        "K206",
        "letter-copied-late",
        &["2.5"],
        Check::Case(letter_copied_late),
    ),
];

fn handler_without_role(view: &StepView<'_>, out: &mut Out<'_>) {
    let (Action::Assigned(assigned), Some(staff)) = (&view.step.action, view.context.staff) else {
        return;
    };
    if let Some(person) = staff
        .get(&assigned.handler)
        .filter(|person| !person.had(Role::Handler, view.step.date))
    {
        out.at(view.field("handler"), args!(handler: person.name.as_str()));
    }
}

/// The handler is never the employee who delivered the service, whichever of the two became known first.
fn handler_is_employee_concerned(view: &StepView<'_>, out: &mut Out<'_>) {
    let (route, id): (_, &StaffId) = match &view.step.action {
        Action::Assigned(assigned)
            if view.before.about.contains(&&assigned.handler)
                && !was_replaced_in_time(view, &assigned.handler) =>
        {
            (view.field("handler"), &assigned.handler)
        }
        Action::Heard(heard) if view.before.handler_id() == Some(&heard.employee) => {
            (view.field("employee"), &heard.employee)
        }
        _ => return,
    };
    let mut args = args!(handler: view.context.name(id));
    if matches!(view.step.action, Action::Heard(_)) {
        args.insert("why", Arg::Key("handler-heard".into()));
    }
    out.at(route, args);
}

/// Tells whether it became known only by a correction that the handler was concerned, when the complaint had gone to somebody
/// else already.
fn was_replaced_in_time(view: &StepView<'_>, handler: &StaffId) -> bool {
    let case = view.case;
    let mut corrections = case
        .corrections
        .iter()
        .filter(|correction| correction.field == "about" && correction.by_step > view.index);
    let Some(first) = corrections.next() else {
        return false;
    };
    let known_then = Standing::of_steps(&case.written()[..view.index]);
    !known_then.about.contains(&handler)
        && Standing::of_steps(&case.steps[..first.by_step]).handler_id() != Some(handler)
}

fn letter_not_copied(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Assigned(assigned) = &view.step.action else {
        return;
    };
    let letter = view
        .before
        .received
        .is_some_and(|(_, received)| received.channel == Channel::Letter);
    if letter && assigned.document_copied.is_none() {
        out.at(view.field("handler"), args!());
    }
}

fn reassignment_without_reason(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Assigned(assigned) = &view.step.action else {
        return;
    };
    if view.before.handler.is_some() && assigned.reason.is_none() {
        out.at(view.field("handler"), args!());
    }
}

/// The handler has the letter before they acknowledge the complaint, hear about it and decide.
fn letter_copied_late(view: &CaseView<'_>, out: &mut Out<'_>) {
    use StepKind::{Acknowledged, Closed, Decided, Heard};
    for (index, step) in view.case.steps.iter().enumerate() {
        let Action::Assigned(assigned) = &step.action else {
            continue;
        };
        let Some(copied) = assigned.document_copied else {
            continue;
        };
        let without = view.first_after(index, &[Acknowledged, Heard, Decided, Closed]);
        if let Some(without) = without.filter(|without| without.date < copied) {
            let kind = Arg::Key(format!("step-{}", without.kind().word()));
            out.at(
                route!["steps", index, "document_copied"],
                args!(copied: copied, step: kind, date: without.date),
            );
        }
    }
}
