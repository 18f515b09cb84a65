//! From receipt to a complaint that is taken up or refused (clauses 1 to 3).

use chrono::Days;

use super::{Course, block, text};
use crate::demo::texts::{self, COMMISSIONERS, PLACES};
use crate::demo::word;
use crate::register::staff::Role;
use crate::register::step::{
    Acknowledged, Action, Assigned, Channel, CommissionedBy, Complainant, Contacted, Corrected,
    Occurred, Received, Refused, Waived,
};
use crate::words::{CaseId, Day, StaffId, Text};

impl Course<'_> {
    pub(super) fn receive(&mut self, client: bool, service: &str) -> Occurred {
        let channel = self.channel();
        let number = self.random.weighted(&[(16, 0), (78, 1), (6, 2)]);
        self.about = self.colleagues(number);
        let letter = channel == Channel::Letter;
        let ago = self.random.between(0, 30);
        let circumstances = self
            .random
            .chance(250)
            .then(|| text(*self.random.pick(texts::CIRCUMSTANCES)));
        let occurred = Occurred {
            date: Some(Day(self.day.0 - Days::new(ago))),
            period: None,
            place: Some(text(*self.random.pick(PLACES))),
            circumstances,
        };
        let (kind, name) = *self.random.pick(COMMISSIONERS);
        let earlier = self.id.number > 1 && self.random.chance(15);
        let received = Received {
            channel,
            passed_to_coordinator: letter.then_some(self.day),
            complainant: if client {
                Complainant::Client
            } else {
                Complainant::Principal
            },
            commissioned_by: client.then(|| CommissionedBy {
                kind,
                name: text(name),
            }),
            about: self.about.clone(),
            service: Some(word(service)),
            category: word(self.topic.category),
            occurred: Some(occurred.clone()),
            summary: text(*self.random.pick(self.topic.summaries)),
            remedy_sought: self
                .random
                .chance(450)
                .then(|| text(*self.random.pick(texts::REMEDIES))),
            same_incident_as: earlier.then(|| CaseId {
                number: self.id.number - 1,
                ..self.id
            }),
        };
        let digits = self.random.below(1000);
        let story = self.prose(texts::STORY, 3, 5);
        let mut annex = format!(
            "complainant:\n  name: {}\n  phone: 06-00000{digits:03}\n",
            self.name
        );
        if self.random.chance(600) {
            annex.push_str(&format!("  email: klager{digits:03}@klagers.example\n"));
        }
        annex.push_str(&format!(
            "description: |\n  {}\n  {}\n",
            received.summary,
            story.replace('\n', "\n  ")
        ));
        let mut files = vec![self.annex("", &annex)];
        if letter {
            let body = format!(
                "{}\n\n{story}\n\nMet vriendelijke groet,\n{}\n",
                self.day, self.name
            );
            files.push(self.annex("-brief.txt", &body));
        }
        let by = self.pick_staff(|_| true);
        self.record(by, Action::Received(received), files);
        occurred
    }

    pub(super) fn assign(&mut self) {
        self.wait(0, 3);
        let about = self.about.clone();
        let handler =
            self.pick_staff(|person| person.has(Role::Handler) && !about.contains(&person.id));
        self.hand_over(handler, None);
    }

    pub(super) fn reassign(&mut self) {
        self.wait(1, 5);
        let (about, now) = (self.about.clone(), self.handler.clone());
        let handler = self.pick_staff(|person| {
            person.has(Role::Handler) && person.id != now && !about.contains(&person.id)
        });
        let reason = text(*self.random.pick(texts::REASSIGNMENTS));
        self.hand_over(handler, Some(reason));
    }

    fn hand_over(&mut self, handler: StaffId, reason: Option<Text>) {
        let function = self
            .staff
            .iter()
            .find(|person| person.id == handler)
            .map(|person| person.function.clone());
        let letter = self
            .steps
            .first()
            .is_some_and(|first| match &first.step.action {
                Action::Received(received) => received.channel == Channel::Letter,
                _ => false,
            });
        let assigned = Assigned {
            handler: handler.clone(),
            function: function.unwrap_or_else(|| text("Manager")),
            document_copied: letter.then_some(self.day),
            reason,
        };
        self.handler = handler;
        self.record(
            self.coordinator.clone(),
            Action::Assigned(assigned),
            Vec::new(),
        );
    }

    pub(super) fn contact(&mut self) {
        self.wait(1, 3);
        let channel = self
            .random
            .weighted(&[(7, Channel::Phone), (3, Channel::Email)]);
        let asked = Some(text(self.prose(texts::QUESTIONS, 1, 1)));
        let said = self.prose(texts::STORY, 1, 2);
        let files = vec![self.annex("", &block("said", &said))];
        self.record(
            self.handler.clone(),
            Action::Contacted(Contacted { channel, asked }),
            files,
        );
    }

    /// Gives the day that was promised.
    pub(super) fn acknowledge(&mut self, occurred: &Occurred) -> Day {
        self.wait(1, 6);
        let late = self.random.chance(60);
        if late {
            self.wait(12, 18);
        }
        let expected_by = Day(self.day.0 + Days::new(7 * self.random.between(5, 8)));
        let summary = match self.steps.first().map(|first| &first.step.action) {
            Some(Action::Received(received)) => received.summary.clone(),
            _ => text("Klacht."),
        };
        let acknowledged = Acknowledged {
            summary,
            occurred: occurred.clone(),
            next_steps: text(self.prose(texts::NEXT_STEPS, 2, 3)),
            expected_by,
            channel: self
                .random
                .weighted(&[(6, Channel::Email), (4, Channel::Letter)]),
            sent: None,
        };
        let body = format!(
            "Wij hebben uw klacht ontvangen.\n\n{}\n\n{}",
            acknowledged.summary, acknowledged.next_steps
        );
        let files = vec![self.letter("ontvangstbevestiging", &body)];
        self.record(
            self.handler.clone(),
            Action::Acknowledged(acknowledged),
            files,
        );
        if late && self.random.chance(200) {
            self.wait(0, 4);
            let waived = Waived {
                rule: word("K301"),
                term: None,
                reason: text("De klager had gevraagd om pas na de vakantie bericht te krijgen."),
            };
            self.record(self.coordinator.clone(), Action::Waived(waived), Vec::new());
        }
        expected_by
    }

    pub(super) fn refuse(&mut self) {
        let handled = self.random.chance(500);
        if handled {
            self.assign();
        }
        self.wait(3, 20);
        if self.random.chance(80) {
            self.wait(14, 25);
        }
        let (ground, explanation) = *self.random.pick(texts::REFUSALS);
        let refused = Refused {
            ground: word(ground),
            explanation: Some(text(explanation)),
            told: self.day,
        };
        let files = vec![self.letter("niet-in-behandeling", explanation)];
        let by = if handled {
            self.handler.clone()
        } else {
            self.coordinator.clone()
        };
        self.record(by, Action::Refused(refused), files);
        self.close();
    }

    /// Puts a mistake in the first step right.
    pub(super) fn correct(&mut self) {
        self.wait(0, 5);
        let place = *self.random.pick(PLACES);
        let (field, value) = match self
            .random
            .weighted(&[(1, "remedy_sought"), (1, "summary")])
        {
            "summary" => (
                "summary",
                format!(
                    "{} Het ging om de locatie {place}.",
                    self.topic.summaries[0]
                ),
            ),
            field => (field, (*self.random.pick(texts::REMEDIES)).to_owned()),
        };
        let mut fields = serde_yaml::Mapping::new();
        fields.insert(field.into(), value.into());
        let reason = text("Bij de registratie verkeerd begrepen; nagevraagd bij de klager.");
        let corrected = Corrected {
            corrects: 1,
            fields,
            reason,
        };
        self.record(
            self.coordinator.clone(),
            Action::Corrected(corrected),
            Vec::new(),
        );
    }
}
