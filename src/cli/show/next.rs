//! What may come next in a case, and who may do it.

use crate::cli::session::Checked;
use crate::words::StaffId;
use crate::workflow::{NextStep, Standing, Who, next_steps};

/// Gives a row for each step that may come next: its name, what it is, and who may do it.
pub fn rows(checked: &Checked, standing: &Standing<'_>) -> Vec<Vec<String>> {
    let locale = &checked.locale;
    next_steps(standing, checked.register.procedure.as_ref())
        .iter()
        .map(|next| {
            let who: Vec<String> = next
                .who
                .iter()
                .map(|who| locale.text(&format!("who-{who}")))
                .collect();
            let people: Vec<String> = people(checked, standing, next)
                .into_iter()
                .map(|id| checked.name(id))
                .collect();
            let people = if people.is_empty() {
                String::new()
            } else {
                format!(" ({})", people.join(", "))
            };
            let sign = if next.usual { "→" } else { " " };
            vec![
                format!("  {sign} {}", next.step.word()),
                locale.text(&format!("step-{}", next.step.word())),
                format!("{}{people}", who.join(", ")),
            ]
        })
        .collect()
}

/// Lists who may do a step today, for roles that name people.
pub(super) fn people<'a>(
    checked: &'a Checked,
    standing: &Standing<'a>,
    next: &NextStep,
) -> Vec<&'a StaffId> {
    let mut people: Vec<&StaffId> = Vec::new();
    for who in next.who {
        match who {
            Who::Coordinator => {
                let staff = checked.register.staff.iter();
                let coordinators = staff.flat_map(|staff| staff.coordinators(checked.as_of));
                people.extend(coordinators.map(|person| &person.id));
            }
            Who::Handler => people.extend(standing.handler_id()),
            Who::EmployeeConcerned => people.extend(standing.about.iter().copied()),
            Who::MeasureOwner => {
                people.extend(
                    standing
                        .offers
                        .iter()
                        .filter(|offer| offer.is_open())
                        .map(|offer| &offer.measure.owner),
                );
                people.extend(
                    standing
                        .measures
                        .iter()
                        .filter(|m| m.carried_out.is_none())
                        .map(|m| &m.measure.owner),
                );
            }
            Who::Anyone | Who::Author => {}
        }
    }
    people.sort();
    people.dedup();
    people
}
