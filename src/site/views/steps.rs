//! The steps of a case as a timeline: what each says, and what was put right later.

use serde::Serialize;

use crate::register::case::{Case, Correction};
use crate::register::step::{Action, Occurred, Step};
use crate::route;
use crate::source::Route;
use crate::words::{StaffId, Text};

use super::super::vocabulary::Vocabulary;
use super::concerned;
use crate::register::redaction::Redaction;
use crate::site::elements::{Html, Line, Lines};

/// A step of the timeline.
#[derive(Serialize)]
pub(in crate::site) struct StepView<'a> {
    number: usize,
    name: &'a str,
    when: Html,
    by: std::borrow::Cow<'a, str>,
    clause: Option<u8>,
    lines: Lines<'a>,
    /// Fields of this step that were put right, by the step that did it.
    corrections: Vec<CorrectionView<'a>>,
}

/// A field that was put right: both values stay visible.
#[derive(Serialize)]
pub(in crate::site) struct CorrectionView<'a> {
    field: String,
    was: String,
    now: String,
    /// The number of the step that was wrong.
    step: usize,
    /// The number of the step that put it right.
    by_step: usize,
    /// The name of the step that was wrong.
    name: &'a str,
}

/// What the steps of a case are described with.
pub(in crate::site) struct Steps<'v, 'a> {
    pub(in crate::site) words: &'a Vocabulary<'a>,
    pub(in crate::site) case: &'a Case,
    pub(in crate::site) redaction: &'v Redaction<'a>,
    pub(in crate::site) about: &'v [&'a StaffId],
}

impl<'a> Steps<'_, 'a> {
    /// Describes every step, in order.
    pub(in crate::site) fn views(&self) -> Vec<StepView<'a>> {
        self.case
            .steps
            .iter()
            .enumerate()
            .map(|(index, step)| self.view(index, step))
            .collect()
    }

    fn view(&self, index: usize, step: &'a Step) -> StepView<'a> {
        let by = by(self.words, self.about, self.case, step);
        let corrections = self
            .case
            .corrections
            .iter()
            .filter(|c| c.step == index || c.by_step == index);
        StepView {
            number: index + 1,
            name: &self.words.choices.step[step.kind() as usize],
            when: self.words.time(step.date),
            by,
            clause: step.kind().clause(),
            lines: Said {
                steps: self,
                index,
                lines: Vec::with_capacity(8),
            }
            .of(step),
            corrections: corrections
                .map(|correction| self.correction(correction))
                .collect(),
        }
    }

    fn correction(&self, correction: &'a Correction) -> CorrectionView<'a> {
        let words = self.words;
        let (was, now) = self.redaction.correction(correction);
        let value = |raw: &str| match raw {
            "" => words.labels.nobody.clone(),
            hidden if hidden == words.labels.not_shown => hidden.to_owned(),
            raw => words.corrected(&correction.field, raw),
        };
        let key = format!("field-{}", correction.field.replace('_', "-"));
        CorrectionView {
            field: words
                .locale
                .get(&key)
                .unwrap_or_else(|| correction.field.clone()),
            was: value(was),
            now: value(now),
            step: correction.step + 1,
            by_step: correction.by_step + 1,
            name: &words.choices.step[self.case.steps[correction.step].kind() as usize],
        }
    }
}

/// Names who did a step of a case, unless they speak as the employee concerned.
pub(in crate::site) fn by<'a>(
    words: &'a Vocabulary<'a>,
    about: &[&StaffId],
    case: &Case,
    step: &'a Step,
) -> std::borrow::Cow<'a, str> {
    match &step.by {
        by if case.speaks_as_concerned(step) && about.contains(&by) => {
            concerned(words, about, by).into()
        }
        by => words.person(by).into(),
    }
}

/// What one step says, line by line.
struct Said<'s, 'v, 'a> {
    steps: &'s Steps<'v, 'a>,
    index: usize,
    lines: Vec<Line<'a>>,
}

impl<'a> Said<'_, '_, 'a> {
    fn put(&mut self, label: &'a str, text: impl Into<std::borrow::Cow<'a, str>>) {
        self.lines.push(Line::new(label, text));
    }

    fn text(&mut self, label: &'a str, field: &'static str, text: &'a Text) {
        let text = self.shown(|index| route!["steps", index, field], text);
        self.put(label, text);
    }

    fn optional(&mut self, label: &'a str, field: &'static str, text: Option<&'a Text>) {
        if let Some(text) = text {
            self.text(label, field, text);
        }
    }

    fn shown(&self, route: impl FnOnce(usize) -> Route, text: &'a Text) -> &'a str {
        self.steps.redaction.text(|| route(self.index), text)
    }

    fn occurred(&mut self, occurred: &'a Occurred) {
        let words = self.steps.words;
        let text = |field: &'static str, text: Option<&'a Text>| {
            let shown = |text| self.shown(|index| route!["steps", index, "occurred", field], text);
            text.map(|text| shown(text).to_owned())
        };
        let parts: Vec<String> = occurred
            .date
            .map(|day| words.day(day))
            .into_iter()
            .chain(text("period", occurred.period.as_ref()))
            .chain(text("place", occurred.place.as_ref()))
            .collect();
        if !parts.is_empty() {
            self.put(&words.labels.occurred, parts.join(", "));
        }
        if let Some(text) = &occurred.circumstances {
            let text = self.shown(
                |index| route!["steps", index, "occurred", "circumstances"],
                text,
            );
            self.put(&words.labels.circumstances, text);
        }
    }

    /// Says which employee it is, where there are several.
    fn concerned(&mut self, id: &StaffId) {
        let (words, about) = (self.steps.words, self.steps.about);
        if about.len() > 1 {
            self.put(&words.labels.about, concerned(words, about, id));
        }
    }

    fn measure(
        &mut self,
        label: &'a str,
        n: usize,
        kind: &str,
        description: &'a Text,
        owner: &'a StaffId,
        due: String,
    ) {
        let words = self.steps.words;
        let text = self.shown(
            |index| route!["steps", index, "measures", n, "description"],
            description,
        );
        let kind = if kind.is_empty() {
            String::new()
        } else {
            format!("{kind}: ")
        };
        self.put(
            label,
            format!("{kind}{text} ({}, {due})", words.person(owner)),
        );
    }

    fn people(&mut self, label: &'a str, ids: &'a [StaffId]) {
        let words = self.steps.words;
        if !ids.is_empty() {
            self.put(
                label,
                ids.iter()
                    .map(|id| words.person(id))
                    .collect::<Vec<_>>()
                    .join(", "),
            );
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm a step: a table in all but form")]
    fn of(mut self, step: &'a Step) -> Lines<'a> {
        let words = self.steps.words;
        let (labels, choices) = (&words.labels, &words.choices);
        let done = |day| words.done(day, step.date);
        match &step.action {
            Action::Received(step) => {
                self.text(&labels.summary, "summary", &step.summary);
                self.put(&labels.channel, &choices.channel[step.channel as usize]);
                if let Some(day) = step.passed_to_coordinator {
                    self.put(&labels.passed, words.day(day));
                }
                if let Some(occurred) = &step.occurred {
                    self.occurred(occurred);
                }
                self.optional(&labels.remedy, "remedy_sought", step.remedy_sought.as_ref());
            }
            Action::Assigned(step) => {
                self.put(&labels.handler, words.person(&step.handler));
                self.text(&labels.function, "function", &step.function);
                if let Some(day) = step.document_copied {
                    self.put(&labels.document_copied, words.day(day));
                }
                self.optional(&labels.reason, "reason", step.reason.as_ref());
            }
            Action::Contacted(step) => {
                self.put(&labels.channel, &choices.channel[step.channel as usize]);
                self.optional(&labels.asked, "asked", step.asked.as_ref());
            }
            Action::Acknowledged(step) => {
                self.text(&labels.summary, "summary", &step.summary);
                self.occurred(&step.occurred);
                self.text(&labels.next_steps, "next_steps", &step.next_steps);
                self.put(&labels.expected_by, words.day(step.expected_by));
                self.put(&labels.channel, &choices.channel[step.channel as usize]);
                if let Some(day) = step.sent {
                    self.put(&labels.sent, done(day));
                }
            }
            Action::Refused(step) => {
                self.put(&labels.ground, words.refusal_ground(&step.ground));
                self.optional(
                    &labels.explanation,
                    "explanation",
                    step.explanation.as_ref(),
                );
                self.put(&labels.told, done(step.told));
            }
            Action::Extended(step) => {
                self.put(&labels.expected_by, words.day(step.expected_by));
                self.text(&labels.ground, "ground", &step.ground);
                self.put(&labels.told, done(step.told));
            }
            Action::Heard(step) => {
                self.concerned(&step.employee);
                self.put(&labels.told, done(step.told));
            }
            Action::Agreed(agreed) => {
                let who = agreed.employee.as_ref().unwrap_or(&step.by);
                self.concerned(who);
                self.put(
                    &labels.agreement,
                    &choices.agreement[agreed.outcome as usize],
                );
            }
            Action::Decided(step) => {
                self.put(&labels.verdict, &choices.verdict[step.verdict as usize]);
                self.put(&labels.severity, &choices.severity[step.severity as usize]);
                self.put(&labels.cause, words.cause(&step.cause));
                self.put(
                    &labels.responsibility,
                    &choices.responsibility[step.responsibility as usize],
                );
                self.optional(
                    &labels.explanation,
                    "explanation",
                    step.explanation.as_ref(),
                );
            }
            Action::Offered(step) => {
                for (n, m) in step.measures.iter().enumerate() {
                    self.measure(
                        &labels.offer,
                        n,
                        &choices.offer[m.kind as usize],
                        &m.description,
                        &m.owner,
                        words.day(m.due),
                    );
                }
                self.optional(
                    &labels.none_because,
                    "none_because",
                    step.none_because.as_ref(),
                );
                self.put(&labels.told, done(step.told));
            }
            Action::Answered(step) => {
                self.put(&labels.answer, &choices.answer[step.answer as usize]);
                for id in &step.measures {
                    self.put(&labels.measure, self.steps.redaction.measure(id));
                }
            }
            Action::Resolved(step) => self.put(&labels.solved, done(step.solved)),
            Action::Reported(step) => {
                self.put(&labels.to_complainant, done(step.to_complainant));
                self.put(&labels.to_coordinator, done(step.to_coordinator));
                self.put(
                    &labels.appeal_explained,
                    words.yes_or_no(step.appeal_explained),
                );
            }
            Action::Prevention(step) => {
                self.people(&labels.consulted, &step.consulted);
                for (n, m) in step.measures.iter().enumerate() {
                    self.measure(
                        &labels.preventive,
                        n,
                        "",
                        &m.description,
                        &m.owner,
                        words.day(m.due),
                    );
                }
                self.optional(
                    &labels.none_because,
                    "none_because",
                    step.none_because.as_ref(),
                );
            }
            Action::CarriedOut(step) => {
                self.put(&labels.measure, self.steps.redaction.measure(&step.measure));
                self.text(&labels.result, "result", &step.result);
                if let Some(day) = step.done {
                    self.put(&labels.done, done(day));
                }
            }
            Action::Surveyed(step) => self.put(
                &labels.satisfaction,
                &choices.satisfaction[step.answer as usize],
            ),
            Action::Evaluated(step) => {
                self.put(&labels.measure, self.steps.redaction.measure(&step.measure));
                self.put(&labels.effect, &choices.effect[step.effect as usize]);
                self.text(&labels.ground, "ground", &step.ground);
            }
            Action::Closed(_) => {}
            Action::Appealed(step) => {
                self.put(&labels.appeal_body, &choices.body[step.body as usize])
            }
            Action::AppealConcluded(step) => self.put(
                &labels.outcome,
                &choices.appeal_outcome[step.outcome as usize],
            ),
            Action::Withdrawn(step) => self.text(&labels.ground, "ground", &step.ground),
            Action::Reopened(step) => self.text(&labels.ground, "ground", &step.ground),
            Action::Corrected(step) => self.text(&labels.reason, "reason", &step.reason),
            Action::Waived(step) => {
                self.put(&labels.rule, step.rule.as_str());
                if let Some(name) = step
                    .term
                    .as_ref()
                    .and_then(|term| self.steps.words.term(term))
                {
                    self.put(&labels.term, name);
                }
                self.text(&labels.reason, "reason", &step.reason);
            }
        }
        Lines(self.lines)
    }
}
