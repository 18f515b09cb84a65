//! What happened in a case, as the terms name it: which field of which step gives the day of an event.

use crate::register::procedure::Event;
use crate::register::step::{Action, Step};
use crate::words::{Id, StaffId};
use crate::workflow::Moment;

/// Something that happened in a case and can start or meet a term.
pub struct Occurrence<'a> {
    pub at: Moment,
    pub measure: Option<(&'a Id, &'a StaffId)>,
}

/// Lists when an event happened in a case.
pub fn occurrences(steps: &[Step], event: Event) -> Vec<Occurrence<'_>> {
    let mut found = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let on = |day| Occurrence {
            at: Moment { step: index, day },
            measure: None,
        };
        let own = on(step.done().1);
        match (event, &step.action) {
            (Event::Received, Action::Received(_))
            | (Event::Assigned, Action::Assigned(_))
            | (Event::Contacted, Action::Contacted(_))
            | (Event::Acknowledged, Action::Acknowledged(_))
            | (Event::Heard, Action::Heard(_))
            | (Event::Agreed, Action::Agreed(_))
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
            (Event::Promised, Action::Acknowledged(step)) => found.push(on(step.expected_by)),
            (Event::OfferDue, Action::Offered(step)) => {
                found.extend(step.measures.iter().map(|measure| Occurrence {
                    at: Moment {
                        step: index,
                        day: measure.due,
                    },
                    measure: Some((&measure.id, &measure.owner)),
                }))
            }
            (Event::PreventionDue, Action::Prevention(step)) => {
                found.extend(step.measures.iter().map(|measure| Occurrence {
                    at: Moment {
                        step: index,
                        day: measure.due,
                    },
                    measure: Some((&measure.id, &measure.owner)),
                }))
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
