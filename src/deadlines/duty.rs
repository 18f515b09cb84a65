//! Who sees to what has a deadline, and who did before.

use std::collections::BTreeSet;

use super::Deadline;
use crate::register::Register;
use crate::register::case::Case;
use crate::register::procedure::Event;
use crate::register::staff::Staff;
use crate::register::step::Action;
use crate::words::{Day, StaffId};
use crate::workflow::Standing;

/// Those who can see to something on a day.
pub struct Duty<'a> {
    staff: Option<&'a Staff>,
    coordinators: Vec<&'a StaffId>,
    day: Day,
}

impl<'a> Duty<'a> {
    /// Takes the staff as it is on a day.
    pub fn on(register: &'a Register, day: Day) -> Self {
        let staff = register.staff.as_ref();
        let coordinators = staff.into_iter().flat_map(|staff| staff.coordinators(day));
        Self {
            staff,
            coordinators: coordinators.map(|person| &person.id).collect(),
            day,
        }
    }

    /// Gives the coordinators in service; the yearly analysis is theirs (clause 8).
    pub fn coordinators(&self) -> &[&'a StaffId] {
        &self.coordinators
    }

    /// Tells whether somebody is in service. Who is not on the staff list is not; where there is no list, nobody can say so.
    pub fn is_here(&self, id: &StaffId) -> bool {
        let active = |staff: &Staff| staff.get(id).is_some_and(|it| it.is_active(self.day));
        self.staff.is_none_or(active)
    }

    /// Gives one person, or the coordinators where there is none in service: until there is one who can, they see to it that there is.
    pub fn or_coordinators(&self, who: Option<&'a StaffId>) -> Vec<&'a StaffId> {
        who.filter(|id| self.is_here(id))
            .map_or_else(|| self.coordinators.clone(), |id| vec![id])
    }

    /// Gives who sees to a deadline. The handler sees to what was agreed, whoever carries it out (clause 8).
    pub fn of(&self, deadline: &Deadline<'a>, standing: &Standing<'a>) -> Vec<&'a StaffId> {
        let mut people = self.or_coordinators(deadline.responsible);
        let handler = standing.handler_id().filter(|id| self.is_here(id));
        if let Some(handler) = handler.filter(|_| deadline.term.from == Event::OfferDue)
            && !people.contains(&handler)
        {
            people.push(handler);
        }
        people
    }

    /// Gives who had a deadline before those who have it: earlier handlers, and the coordinators as long as there was no handler, or
    /// none who was still in service.
    pub fn former(
        &self,
        case: &'a Case,
        deadline: &Deadline<'a>,
        standing: &Standing<'a>,
    ) -> BTreeSet<&'a StaffId> {
        let mut former: BTreeSet<&StaffId> = deadline.responsible.into_iter().collect();
        let mut handler = None;
        // A measure keeps its owner, whoever handles the case.
        let steps = case.steps.iter().enumerate();
        for (index, step) in steps.filter(|_| deadline.measure.is_none()) {
            if let Action::Assigned(assigned) = &step.action {
                if index > deadline.start.step {
                    former.extend(handler);
                    former.extend(self.or_coordinators(handler));
                }
                handler = Some(&assigned.handler);
            }
        }
        for id in self.of(deadline, standing) {
            former.remove(id);
        }
        former
    }
}
