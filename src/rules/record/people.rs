//! The people whom a step names: employees whom the register knows, in service where they act, and each concerned once.

use crate::args;
use crate::finding::Arg;
use crate::register::shape::nearest;
use crate::register::staff::Person;
use crate::register::step::Action;
use crate::route;
use crate::rules::{Out, StepView};
use crate::source::Route;
use crate::words::StaffId;

/// Lists everyone whom a step names, with the place.
fn people<'a>(view: &StepView<'a>) -> Vec<(Route, &'a StaffId)> {
    let mut people = vec![(view.field("by"), &view.step.by)];
    let list = |field: &'static str, ids: &'a [StaffId]| {
        let index = view.index;
        ids.iter()
            .enumerate()
            .map(move |(n, id)| (route!["steps", index, field, n], id))
    };
    match &view.step.action {
        Action::Received(step) => people.extend(list("about", &step.about)),
        Action::Assigned(step) => people.push((view.field("handler"), &step.handler)),
        Action::Heard(step) => people.push((view.field("employee"), &step.employee)),
        Action::Agreed(step) => {
            people.extend(step.employee.iter().map(|id| (view.field("employee"), id)))
        }
        Action::Prevention(step) => people.extend(list("consulted", &step.consulted)),
        _ => {}
    }
    for (n, measure) in view.step.action.measures().into_iter().enumerate() {
        let route = route!["steps", view.index, "measures", n, "owner"];
        people.push((route, measure.owner));
    }
    people
}

/// Tells whether somebody acts in a step, or is given a task by it; who has left since can be complained of and heard.
fn acts(view: &StepView<'_>, id: &StaffId) -> bool {
    let concerned = matches!(
        &view.step.action,
        Action::Received(_) | Action::Heard(_) | Action::Agreed(_)
    );
    !concerned || *id == view.step.by
}

/// How many people are named beside somebody unknown; a longer list helps nobody.
const MOST_PEOPLE: usize = 12;

pub(super) fn unknown_employee(view: &StepView<'_>, out: &mut Out<'_>) {
    let Some(staff) = view.context.staff else {
        return;
    };
    for (route, id) in people(view) {
        if staff.get(id).is_none() {
            let (here, gone): (Vec<&Person>, Vec<&Person>) =
                staff.iter().partition(|it| it.is_active(view.step.date));
            let of = |people: &[&Person]| {
                let ids = people.iter().map(|it| it.id.as_str());
                nearest(id.as_str(), ids)
            };
            let near = match of(&here) {
                near if near.is_empty() && !acts(view, id) => of(&gone),
                near => near,
            };
            let mut args = args!(employee: id, near: near);
            let here: Vec<Arg> = here
                .into_iter()
                .map(|it| Arg::Text(format!("{} ({})", it.id, it.name)))
                .collect();
            if (1..=MOST_PEOPLE).contains(&here.len()) {
                args.insert("people", Arg::List(here));
            }
            out.at(route, args);
        }
    }
}

pub(super) fn employee_not_in_service(view: &StepView<'_>, out: &mut Out<'_>) {
    let Some(staff) = view.context.staff else {
        return;
    };
    for (route, id) in people(view) {
        if let Some(person) = staff
            .get(id)
            .filter(|person| acts(view, id) && !person.is_active(view.step.date))
        {
            let args = args!(employee: person.name.as_str(), date: view.step.date, from: person.active.from);
            out.at(route, args);
        }
    }
}

/// Nobody is concerned twice by one complaint: whoever is meant by the second name would never be heard.
pub(super) fn employee_concerned_twice(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Received(step) = &view.step.action else {
        return;
    };
    for (n, id) in step.about.iter().enumerate() {
        if step.about[..n].contains(id) {
            out.at(route!["steps", view.index, "about", n], args!(employee: id));
        }
    }
}
