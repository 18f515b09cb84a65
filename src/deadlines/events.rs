//! What happened in a case, as the terms name it: which field of which step gives the day of an event.

use crate::register::procedure::Event;
use crate::register::step::{Action, Step};
use crate::words::{Id, StaffId};
use crate::workflow::Moment;

/// Something that happened in a case and can start or meet a term.
pub struct Occurrence<'a> {
    pub at: Moment,
    pub measure: Option<(&'a Id, &'a StaffId)>,
    /// The employee concerned that it is about.
    pub employee: Option<&'a StaffId>,
}

/// Lists when an event happened in a case.
pub fn occurrences(steps: &[Step], event: Event) -> Vec<Occurrence<'_>> {
    let mut found = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let on = |day| Occurrence {
            at: Moment { step: index, day },
            measure: None,
            employee: None,
        };
        let of_employee = |employee| Occurrence {
            employee: Some(employee),
            ..on(step.done().1)
        };
        let own = on(step.done().1);
        match (event, &step.action) {
            (Event::Received, Action::Received(_))
            | (Event::Assigned, Action::Assigned(_))
            | (Event::Contacted, Action::Contacted(_))
            | (Event::Acknowledged, Action::Acknowledged(_))
            | (Event::Decided, Action::Decided(_))
            | (Event::Refused, Action::Refused(_))
            | (Event::Extended, Action::Extended(_))
            | (Event::Offered, Action::Offered(_))
            | (Event::Answered, Action::Answered(_))
            | (Event::Resolved, Action::Resolved(_))
            | (Event::Reported, Action::Reported(_))
            | (Event::Prevention, Action::Prevention(_))
            | (Event::Surveyed, Action::Surveyed(_))
            | (Event::Closed, Action::Closed(_))
            | (Event::Appealed, Action::Appealed(_))
            | (Event::AppealConcluded, Action::AppealConcluded(_)) => found.push(own),
            (Event::Heard, Action::Heard(heard)) => found.push(of_employee(&heard.employee)),
            (Event::Agreed, Action::Agreed(agreed)) => {
                found.push(of_employee(agreed.employee.as_ref().unwrap_or(&step.by)));
            }
            (Event::Promised, Action::Acknowledged(step)) => found.push(on(step.expected_by)),
            (Event::OfferDue, Action::Offered(_))
            | (Event::PreventionDue, Action::Prevention(_)) => {
                let measures = step.action.measures().into_iter();
                found.extend(measures.map(|measure| Occurrence {
                    measure: Some((measure.id, measure.owner)),
                    ..on(measure.due)
                }));
            }
            (Event::CarriedOut, Action::CarriedOut(done)) => {
                found.push(Occurrence {
                    measure: Some((&done.measure, &step.by)),
                    ..own
                });
            }
            _ => {}
        }
    }
    found
}
