//! The course of one made-up case, from receipt to closing and what comes after.

use chrono::{Days, NaiveDate};

use crate::calendar::Calendar;
use crate::demo::random::Random;
use crate::demo::texts::{self, COMMISSIONERS, PLACES, SERVICES, SURNAMES, TOPICS, Topic};
use crate::demo::{DemoFile, DemoStep, word};
use crate::register::staff::{Person, Role};
use crate::register::step::{
    Acknowledged, Action, Agreed, Agreement, Answer, Answered, AppealConcluded, AppealOutcome,
    Appealed, Assigned, Body, CarriedOut, Channel, Closed, CommissionedBy, Complainant, Contacted,
    Corrected, Decided, Effect, Evaluated, Extended, Heard, Occurrence, Offered, OfferedMeasure,
    Prevention, PreventiveMeasure, Received, Refused, Reopened, Reported, Resolved, Responsibility,
    Satisfaction, Severity, Step, Surveyed, Trigger, Verdict, Waived, Withdrawn,
};
use crate::register::words::{CaseId, Day, Id, StaffId, Text};

/// A case in the making.
pub struct Course<'s> {
    staff: &'s [Person],
    id: CaseId,
    as_of: Day,
    random: Random,
    topic: &'static Topic,
    /// The day of the next step.
    day: Day,
    steps: Vec<DemoStep>,
    about: Vec<StaffId>,
    handler: StaffId,
    coordinator: StaffId,
    name: String,
    /// How much longer than usual everything takes.
    slow: u64,
    measures: usize,
}

impl<'s> Course<'s> {
    /// Begins a case of which nothing is known yet.
    pub fn new(staff: &'s [Person], id: CaseId, as_of: Day, mut random: Random) -> Self {
        let weights: Vec<(u64, &'static Topic)> =
            TOPICS.iter().map(|topic| (topic.weight, topic)).collect();
        let topic = random.weighted(&weights);
        let initial = char::from(b'A' + u8::try_from(random.below(26)).unwrap_or(0));
        let name = format!("{initial}. {}", random.pick(SURNAMES));
        let slow = random.weighted(&[(90, 1), (8, 2), (2, 5)]);
        Self {
            staff,
            id,
            as_of,
            random,
            topic,
            day: as_of,
            steps: Vec::new(),
            about: Vec::new(),
            handler: word("nobody"),
            coordinator: word("nobody"),
            name,
            slow,
            measures: 0,
        }
    }

    /// Gives the steps of a case that came in on a day; those after the reference date have not been done yet.
    pub fn run(mut self, received: Day) -> Vec<DemoStep> {
        self.day = received;
        self.coordinator = self.someone(Role::Coordinator);
        let client = self.random.chance(850);
        let service = self.random.pick(SERVICES).0;
        let occurred = self.receive(client, service);
        match self
            .random
            .weighted(&[(85, "full"), (8, "refused"), (7, "withdrawn")])
        {
            "refused" => self.refuse(),
            "withdrawn" => {
                self.assign();
                let acknowledged = self.random.chance(600);
                if acknowledged {
                    self.acknowledge(&occurred);
                }
                self.wait(2, 20);
                let ground = text(*self.random.pick(texts::WITHDRAWALS));
                self.record(
                    self.handler.clone(),
                    Action::Withdrawn(Withdrawn { ground }),
                    Vec::new(),
                );
                self.close();
            }
            _ => self.handle(client, &occurred),
        }
        self.steps
    }

    fn handle(&mut self, client: bool, occurred: &Occurrence) {
        self.assign();
        let questions = self.random.weighted(&[(65, 0), (30, 1), (5, 2)]);
        for _ in 0..questions {
            self.contact();
        }
        let promised = self.acknowledge(occurred);
        if self.random.chance(40) {
            self.correct();
        }
        if self.random.chance(40) {
            self.reassign();
        }
        let extended = self.random.chance(120);
        self.investigate();
        if extended {
            self.extend(promised);
        }
        let (founded, satisfied) = self.settle(client);
        if self.random.chance(150) {
            self.evaluate_later();
        }
        let appeals = client && !satisfied && self.random.chance(150);
        if appeals && self.appeal() && !founded {
            self.wait(5, 20);
            let ground = text("De opdrachtgever heeft de cliënt in beroep gelijk gegeven.");
            self.record(
                self.coordinator.clone(),
                Action::Reopened(Reopened { ground }),
                Vec::new(),
            );
            self.settle(client);
        }
    }

    fn receive(&mut self, client: bool, service: &str) -> Occurrence {
        let channel = self.channel();
        let number = self.random.weighted(&[(16, 0), (78, 1), (6, 2)]);
        self.about = self.colleagues(number);
        let letter = channel == Channel::Letter;
        let ago = self.random.between(0, 30);
        let circumstances = self
            .random
            .chance(250)
            .then(|| text(*self.random.pick(texts::CIRCUMSTANCES)));
        let occurred = Occurrence {
            date: Some(Day(self.day.0 - Days::new(ago))),
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

    fn assign(&mut self) {
        self.wait(0, 3);
        let about = self.about.clone();
        let handler =
            self.pick_staff(|person| person.has(Role::Handler) && !about.contains(&person.id));
        self.hand_over(handler, None);
    }

    fn reassign(&mut self) {
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

    fn contact(&mut self) {
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
    fn acknowledge(&mut self, occurred: &Occurrence) -> Day {
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
                reason: text("De klager had gevraagd om pas na de vakantie bericht te krijgen."),
            };
            self.record(self.coordinator.clone(), Action::Waived(waived), Vec::new());
        }
        expected_by
    }

    fn refuse(&mut self) {
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
    fn correct(&mut self) {
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

    fn investigate(&mut self) {
        for employee in self.about.clone() {
            self.wait(2, 6);
            let statement = self.prose(texts::STATEMENTS, 2, 4);
            let files = vec![self.annex("", &block("statement", &statement))];
            let heard = Heard {
                employee: employee.clone(),
                told: self.day,
            };
            self.record(self.handler.clone(), Action::Heard(heard), files);

            self.wait(0, 4);
            let outcome = self
                .random
                .weighted(&[(88, Agreement::Agrees), (12, Agreement::Disagrees)]);
            match self
                .random
                .weighted(&[(84, "self"), (12, "paper"), (4, "silent")])
            {
                "self" => {
                    let remark = outcome == Agreement::Disagrees;
                    let files =
                        remark.then(|| self.annex("", &block("remark", texts::STATEMENTS[4])));
                    let agreed = Agreed {
                        employee: None,
                        outcome,
                    };
                    self.record(
                        employee,
                        Action::Agreed(agreed),
                        files.into_iter().collect(),
                    );
                }
                "paper" => {
                    let files =
                        vec![self.letter("akkoord", "Ondertekende omschrijving van de klacht.")];
                    let agreed = Agreed {
                        employee: Some(employee),
                        outcome,
                    };
                    self.record(self.handler.clone(), Action::Agreed(agreed), files);
                }
                _ => {}
            }
        }
    }

    fn extend(&mut self, promised: Day) {
        self.wait(1, 5);
        if self.random.chance(80) {
            // Thought of after the promised day only: a breach.
            self.day = self.day.max(Day(promised.0 + Days::new(3)));
        }
        let expected_by = Day(promised.max(self.day).0 + Days::new(7 * self.random.between(2, 5)));
        let ground = text(*self.random.pick(texts::EXTENSION_GROUNDS));
        let extended = Extended {
            expected_by,
            ground,
            told: self.day,
        };
        self.record(self.handler.clone(), Action::Extended(extended), Vec::new());
    }

    /// From the verdict to the closing; tells whether the complaint was founded and the complainant satisfied.
    fn settle(&mut self, client: bool) -> (bool, bool) {
        let verdict = self.random.weighted(&[
            (36, Verdict::Founded),
            (24, Verdict::PartlyFounded),
            (35, Verdict::Unfounded),
            (5, Verdict::NoVerdict),
        ]);
        let founded = matches!(verdict, Verdict::Founded | Verdict::PartlyFounded);
        self.decide(verdict);
        let offers = self.offer(founded);
        if !offers.is_empty() {
            let answer = self.random.weighted(&[
                (85, Answer::Accepted),
                (8, Answer::Rejected),
                (7, Answer::NoAnswer),
            ]);
            self.wait(2, 10);
            let files = vec![self.annex("", &block("answer", texts::STORY[4]))];
            self.record(
                self.handler.clone(),
                Action::Answered(Answered { answer }),
                files,
            );
            if answer != Answer::Rejected {
                for (id, owner, due) in offers {
                    self.carry_out(id, owner, due);
                }
            }
        }
        self.wait(0, 4);
        self.record(
            self.handler.clone(),
            Action::Resolved(Resolved { solved: self.day }),
            Vec::new(),
        );
        self.report(client);
        let measures = if founded || self.random.chance(200) {
            self.prevent()
        } else {
            Vec::new()
        };
        let odds = if founded { 850 } else { 500 };
        let satisfied = self.random.chance(odds);
        if self.random.chance(800) {
            self.wait(3, 10);
            let answer = match (satisfied, self.random.chance(250)) {
                (true, false) => Satisfaction::Satisfied,
                (true, true) => Satisfaction::NoAnswer,
                (false, true) => Satisfaction::Partly,
                (false, false) => Satisfaction::Dissatisfied,
            };
            self.record(
                self.coordinator.clone(),
                Action::Surveyed(Surveyed { answer }),
                Vec::new(),
            );
        }
        self.close();
        for (id, owner, due) in measures {
            self.carry_out(id, owner, due);
        }
        (founded, satisfied)
    }

    fn decide(&mut self, verdict: Verdict) {
        self.wait(2, 6);
        let explanation = format!(
            "{}\n{}",
            self.random.pick(self.topic.findings),
            self.prose(texts::GROUNDS, 1, 2)
        );
        let decided = Decided {
            verdict,
            severity: self.random.weighted(&[
                (6, Severity::Minor),
                (3, Severity::Moderate),
                (1, Severity::Serious),
            ]),
            cause: word(self.random.pick::<&str>(self.topic.causes)),
            responsibility: self.random.weighted(&[
                (5, Responsibility::Organisation),
                (3, Responsibility::Employee),
                (1, Responsibility::ThirdParty),
                (1, Responsibility::None),
            ]),
            explanation: Some(text(&explanation)),
        };
        let files = vec![self.annex("", &block("reasoning", &explanation))];
        self.record(self.handler.clone(), Action::Decided(decided), files);
    }

    /// Gives id, owner and due day of every measure offered.
    fn offer(&mut self, founded: bool) -> Vec<(Id, StaffId, Day)> {
        self.wait(0, 4);
        let number = if founded {
            self.random.weighted(&[(1, 0), (6, 1), (3, 2)])
        } else {
            0
        };
        let chosen = self.random.some(self.topic.offers, number);
        let mut measures = Vec::new();
        for (kind, description) in chosen {
            let due = Day(self.day.0 + Days::new(7 * self.random.between(2, 4)));
            measures.push(OfferedMeasure {
                id: self.measure_id("aanbod"),
                kind,
                description: text(description),
                owner: self.handler.clone(),
                due,
            });
        }
        let ids = measures
            .iter()
            .map(|m| (m.id.clone(), m.owner.clone(), m.due))
            .collect();
        let none_because = measures
            .is_empty()
            .then(|| text(*self.random.pick(texts::NO_OFFER)));
        let offered = Offered {
            measures,
            none_because,
            told: self.day,
        };
        self.record(self.handler.clone(), Action::Offered(offered), Vec::new());
        ids
    }

    /// Carries a measure out around the day by which it is due, mostly before it.
    fn carry_out(&mut self, id: Id, owner: StaffId, due: Day) {
        let days = due.days_since(self.day).max(0).unsigned_abs();
        if self.random.chance(60) {
            self.wait(days + 4, days + 20);
        } else {
            let until = days.saturating_sub(3);
            let days = self.random.between(until / 2, until);
            self.day = working_day(self.day.0 + Days::new(days));
        }
        let result = text(*self.random.pick(texts::RESULTS));
        self.record(
            owner,
            Action::CarriedOut(CarriedOut {
                measure: id,
                result,
            }),
            Vec::new(),
        );
    }

    fn report(&mut self, client: bool) {
        self.wait(1, 7);
        if self.random.chance(50) {
            self.wait(12, 20);
        }
        let appeal_explained = client && !self.random.chance(15);
        let reported = Reported {
            to_complainant: self.day,
            to_coordinator: self.day,
            appeal_explained,
        };
        let files = vec![self.letter(
            "verslag",
            "Hierbij ontvangt u het verslag van de behandeling van uw klacht.",
        )];
        self.record(self.handler.clone(), Action::Reported(reported), files);
    }

    /// Gives id, owner and due day of every preventive measure.
    fn prevent(&mut self) -> Vec<(Id, StaffId, Day)> {
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

    fn close(&mut self) {
        self.wait(1, 10);
        self.record(
            self.coordinator.clone(),
            Action::Closed(Closed {}),
            Vec::new(),
        );
    }

    /// Half a year on, judges the first preventive measure that was carried out.
    fn evaluate_later(&mut self) {
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
    fn appeal(&mut self) -> bool {
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

    /// Adds a step on the day that has come, unless that day is still to come.
    fn record(&mut self, by: StaffId, action: Action, files: Vec<DemoFile>) {
        if self.day <= self.as_of {
            self.steps.push(DemoStep {
                step: Step {
                    date: self.day,
                    by,
                    action,
                },
                files,
            });
        }
    }

    /// Lets some working time pass.
    fn wait(&mut self, least: u64, most: u64) {
        let days = self.random.between(least, most) * self.slow;
        self.day = working_day(self.day.0 + Days::new(days));
    }

    fn channel(&mut self) -> Channel {
        self.random.weighted(&[
            (45, Channel::Email),
            (30, Channel::Phone),
            (15, Channel::Letter),
            (10, Channel::InPerson),
        ])
    }

    /// Picks someone who will be there until the case is done.
    fn pick_staff(&mut self, fits: impl Fn(&Person) -> bool) -> StaffId {
        let mut people: Vec<&Person> = self
            .staff
            .iter()
            .filter(|person| self.stays(person) && fits(person))
            .collect();
        if people.is_empty() {
            people.extend(self.staff.first());
        }
        self.random.pick(&people).id.clone()
    }

    fn stays(&self, person: &Person) -> bool {
        person.is_active(self.day)
            && person
                .active
                .until
                .is_none_or(|until| until.days_since(self.day) > 700)
    }

    fn someone(&mut self, role: Role) -> StaffId {
        self.pick_staff(|person| person.has(role))
    }

    /// Picks employees for a complaint to be about: those who deliver services, now and then a manager.
    fn colleagues(&mut self, number: usize) -> Vec<StaffId> {
        let managers = self.random.chance(50);
        let delivers = |person: &&Person| {
            self.stays(person) && (person.roles.is_empty() || managers && person.has(Role::Handler))
        };
        let ids: Vec<&StaffId> = self
            .staff
            .iter()
            .filter(delivers)
            .map(|person| &person.id)
            .collect();
        self.random
            .some(&ids, number)
            .into_iter()
            .cloned()
            .collect()
    }

    fn measure_id(&mut self, what: &str) -> Id {
        self.measures += 1;
        word(&format!("{what}-{}", self.measures))
    }

    /// Picks some sentences, a line each.
    fn prose(&mut self, from: &[&'static str], least: u64, most: u64) -> String {
        let number = usize::try_from(self.random.between(least, most)).unwrap_or(1);
        self.random.some(from, number).join("\n")
    }

    /// Makes an annex file of the next step.
    fn annex(&self, rest: &str, content: &str) -> DemoFile {
        let number = self.steps.len() + 1;
        let rest = if rest.is_empty() { ".yaml" } else { rest };
        DemoFile {
            path: format!("{number:02}{rest}"),
            text: content.to_owned(),
        }
    }

    fn letter(&self, subject: &str, body: &str) -> DemoFile {
        let content = format!(
            "Stein, {}\n\nBeste {},\n\n{body}\n\nVoorbeeld Re-integratie\n",
            self.day, self.name
        );
        self.annex(&format!("-{subject}.txt"), &content)
    }
}

/// Gives the day itself or the first working day after it.
fn working_day(day: NaiveDate) -> Day {
    let calendar = Calendar::default();
    day.iter_days()
        .map(Day)
        .find(|day| calendar.is_working_day(*day))
        .unwrap_or(Day(day))
}

fn text(words: impl AsRef<str>) -> Text {
    word(words.as_ref())
}

/// Writes a field of an annex as a block.
fn block(field: &str, prose: &str) -> String {
    format!("{field}: |\n  {}\n", prose.replace('\n', "\n  "))
}
