//! The course of one made-up case, from receipt to closing and what comes after.

mod aftercare;
mod handling;
mod intake;

use crate::calendar::Calendar;
use crate::demo::random::Random;
use crate::demo::texts::{self, SERVICES, SURNAMES, TOPICS, Topic};
use crate::demo::{DemoFile, DemoStep, word};
use crate::register::staff::{Person, Role};
use crate::register::step::{Action, Channel, Occurred, Reopened, Step, Withdrawn};
use crate::words::{CaseId, Day, Id, StaffId, Text};
use chrono::{Days, NaiveDate};

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

    fn handle(&mut self, client: bool, occurred: &Occurred) {
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
