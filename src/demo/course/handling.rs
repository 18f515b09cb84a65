//! From the investigation to the report (clauses 4 to 6).

use chrono::Days;

use super::{Course, block, text, working_day};
use crate::demo::texts;
use crate::demo::word;
use crate::register::step::{
    Action, Agreed, Agreement, Answer, Answered, CarriedOut, Decided, Extended, Heard, Offered,
    OfferedMeasure, Reported, Resolved, Responsibility, Satisfaction, Severity, Surveyed, Verdict,
};
use crate::words::{Day, Id, StaffId};

impl Course<'_> {
    pub(super) fn investigate(&mut self) {
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

    pub(super) fn extend(&mut self, promised: Day) {
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
    pub(super) fn settle(&mut self, client: bool) -> (bool, bool) {
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
                Action::Answered(Answered {
                    answer,
                    measures: Vec::new(),
                }),
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
                done: None,
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
}
