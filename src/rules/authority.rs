//! Who may do what, H0x: the author of a step and the role that the step asks for.

use super::{Check, Out, Rule, StepView, record, violation};
use crate::args;
use crate::finding::Arg;
use crate::register::staff::Role;
use crate::register::step::Action;
use crate::workflow::{Who, may, transition};

pub(super) const RULES: &[Rule] = &[violation(
    "H01",
    "author-lacks-role",
    &["2.1", "4.2", "5.1"],
    Check::Step(author_lacks_role),
)];

fn author_lacks_role(view: &StepView<'_>, out: &mut Out<'_>) {
    let Some(staff) = view.context.staff else {
        return;
    };
    let who = transition(view.step.kind()).who;
    let needs_staff = who.contains(&Who::Coordinator) && staff.get(&view.step.by).is_none();
    if needs_staff || record::lacks_handler(view) || view.before.received.is_none() {
        return;
    }
    // Who the handler is cannot be known from an id that is nobody's, which rule K027 says once.
    let nobody = view
        .before
        .handler_id()
        .is_some_and(|id| staff.get(id).is_none());
    // Nor is one who never had the role, which rule K201 says at the assignment.
    let had_role = |day| {
        let handler = view.before.handler_id().and_then(|id| staff.get(id));
        handler.is_none_or(|person| person.had(Role::Handler, day))
    };
    let wrongly_assigned = view
        .before
        .handler
        .is_some_and(|(assigned, _)| !had_role(assigned.day));
    if (nobody || wrongly_assigned) && who.contains(&Who::Handler) {
        return;
    }
    let steps_before = &view.case.steps[..view.index];
    // Nobody is the author of a step that is not there, which rule K021 says.
    if matches!(&view.step.action, Action::Corrected(step) if !(1..=view.index).contains(&step.corrects))
    {
        return;
    }
    // Nor the owner of a measure that is not there, which rule K803 says.
    if let Action::CarriedOut(done) = &view.step.action
        && !view
            .before
            .measure_owners()
            .any(|(id, _)| *id == done.measure)
    {
        return;
    }
    if !who
        .iter()
        .any(|who| may(*who, view.step, steps_before, view.before, staff))
    {
        let step = Arg::Key(format!("step-{}", view.step.kind().word()));
        let handler = view.before.handler_id();
        // A handler may declare for an employee, but has to say for which.
        let for_whom = matches!(&view.step.action, Action::Agreed(step) if step.employee.is_none())
            && handler == Some(&view.step.by);
        let no_longer = handler == Some(&view.step.by) && !had_role(view.step.date);
        let role = |who: &Who| match (who, handler) {
            (Who::Handler, Some(_)) if no_longer => Arg::Key("who-handler-no-longer".into()),
            (Who::Handler, Some(_)) if for_whom => Arg::Key("who-handler-for-whom".into()),
            (Who::Handler, Some(_)) => Arg::Key("who-handler-named".into()),
            _ => Arg::Key(format!("who-{}", who.word())),
        };
        let mut args = args!(by: staff.name(&view.step.by), step: step, who: Arg::List(who.iter().map(role).collect()));
        if let Some(handler) = handler {
            args.insert("handler", staff.name(handler).into());
        }
        if no_longer {
            args.insert("why", Arg::Key("who-handler-no-longer".into()));
        } else if for_whom {
            args.insert("why", Arg::Key("who-handler-for-whom".into()));
        }
        out.at(view.field("by"), args);
    }
}
