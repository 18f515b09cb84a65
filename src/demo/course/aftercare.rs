//! What keeps it from happening again, the closing, and what comes after (clauses 7 to 9).

use chrono::Days;

use super::{Course, text};
use crate::demo::texts;
use crate::demo::word;
use crate::register::staff::Role;
use crate::register::step::{
    Action, AppealConcluded, AppealOutcome, Appealed, Body, Closed, Effect, Evaluated, Prevention,
    PreventiveMeasure, Trigger,
};
use crate::words::{Day, Id, StaffId};

impl Course<'_> {
    /// Gives id, owner and due day of every preventive measure.
    pub(super) fn prevent(&mut self) -> Vec<(Id, StaffId, Day)> {
        self.wait(0, 10);
        let number = self.random.weighted(&[(40, 0), (52, 1), (8, 2)]);
        let consulted = self.pick_staff(|person| person.has(Role::Handler));
        let chosen = self.random.some(self.topic.preventions, number);
        let mut measures = Vec::new();
        for description in chosen {
            let due = Day(self.day.0 + Days::new(7 * self.random.between(4, 12)));
            measures.push(PreventiveMeasure {
                id: self.measure_id("maatregel"),
                description: text(description),
                owner: consulted.clone(),
                due,
                category: word(self.topic.category),
                trigger: Trigger::Complaint,
            });
        }
        let ids = measures
            .iter()
            .map(|m| (m.id.clone(), m.owner.clone(), m.due))
            .collect();
        let none_because = measures
            .is_empty()
            .then(|| text("Een eenmalig voorval; de bestaande werkwijze voldoet."));
        let prevention = Prevention {
            consulted: vec![consulted],
            measures,
            none_because,
        };
        self.record(
            self.handler.clone(),
            Action::Prevention(prevention),
            Vec::new(),
        );
        ids
    }

    pub(super) fn close(&mut self) {
        self.wait(1, 10);
        self.record(
            self.coordinator.clone(),
            Action::Closed(Closed {}),
            Vec::new(),
        );
    }

    /// Half a year on, judges the first preventive measure that was carried out.
    pub(super) fn evaluate_later(&mut self) {
        let measure = self.steps.iter().find_map(|step| match &step.step.action {
            Action::CarriedOut(done) if done.measure.as_str().starts_with("maatregel") => {
                Some(done.measure.clone())
            }
            _ => None,
        });
        let Some(measure) = measure else { return };
        self.wait(150, 200);
        let effect = self.random.weighted(&[
            (6, Effect::Improved),
            (3, Effect::Unchanged),
            (1, Effect::Worse),
        ]);
        let ground = text(*self.random.pick(texts::EFFECT_GROUNDS));
        self.record(
            self.coordinator.clone(),
            Action::Evaluated(Evaluated {
                measure,
                effect,
                ground,
            }),
            Vec::new(),
        );
    }

    /// Tells whether the client was right, wholly or in part.
    pub(super) fn appeal(&mut self) -> bool {
        self.wait(7, 40);
        let body = match self.steps.first().map(|first| &first.step.action) {
            Some(Action::Received(received)) => received
                .commissioned_by
                .as_ref()
                .map_or(Body::Other, |by| by.kind),
            _ => Body::Other,
        };
        self.record(
            self.coordinator.clone(),
            Action::Appealed(Appealed { body }),
            Vec::new(),
        );
        self.wait(30, 90);
        let outcome = self.random.weighted(&[
            (2, AppealOutcome::Upheld),
            (2, AppealOutcome::PartlyUpheld),
            (5, AppealOutcome::Rejected),
            (2, AppealOutcome::Settled),
            (1, AppealOutcome::Withdrawn),
        ]);
        let concluded = AppealConcluded { outcome };
        self.record(
            self.coordinator.clone(),
            Action::AppealConcluded(concluded),
            Vec::new(),
        );
        matches!(outcome, AppealOutcome::Upheld | AppealOutcome::PartlyUpheld)
    }
}
