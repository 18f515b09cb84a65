//! The page of a case, and its row in a list.

use serde::Serialize;

use crate::deadlines::{Deadline, State};
use crate::history::trail::Trail;
use crate::register::case::Case;
use crate::register::step::Action;
use crate::route;
use crate::words::Day;
use crate::workflow::{Fact, Standing};

use super::super::vocabulary::Vocabulary;
use super::Frame;
use super::findings::{FindingView, WaiverView, title};
use super::history::{TrailView, trail};
use super::measures::{MeasureView, offers, preventive};
use super::steps::{StepView, Steps};
use crate::register::redaction::Redaction;
use crate::site::elements::{Html, Line, Lines, mark};

/// A deadline of a case.
#[derive(Serialize)]
pub(in crate::site) struct DeadlineView {
    pub(in crate::site) name: String,
    pub(in crate::site) last_day: Html,
    pub(in crate::site) met: Option<Html>,
    pub(in crate::site) state: Html,
    /// By how much it was, or is, late.
    pub(in crate::site) days_late: Option<String>,
    /// That it was met in time, but recorded only after the last day.
    pub(in crate::site) recorded: Option<String>,
}

/// The page of a case.
#[derive(Serialize)]
pub(in crate::site) struct CasePage<'a> {
    pub(in crate::site) page: Frame,
    id: String,
    summary: &'a str,
    stage: Html,
    facts: Lines<'a>,
    deadlines: Vec<DeadlineView>,
    pub(in crate::site) findings: Vec<FindingView>,
    waivers: Vec<WaiverView>,
    offers: Vec<MeasureView<'a>>,
    preventive: Vec<MeasureView<'a>>,
    steps: Vec<StepView<'a>>,
    trail: Option<TrailView<'a>>,
    same_incident: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

/// The row of a case in a list.
#[derive(Serialize)]
pub(in crate::site) struct CaseRow<'a> {
    id: String,
    summary: &'a str,
    received: Option<Html>,
    category: &'a str,
    stage: Html,
    handler: &'a str,
    next: Option<DeadlineView>,
    breaches: usize,
}

/// A case with all that was worked out about it.
pub(in crate::site) struct Known<'v, 'a> {
    pub(in crate::site) words: &'a Vocabulary<'a>,
    pub(in crate::site) case: &'a Case,
    pub(in crate::site) standing: &'v Standing<'a>,
    pub(in crate::site) deadlines: &'v [Deadline<'a>],
    pub(in crate::site) redaction: &'v Redaction<'a>,
    pub(in crate::site) as_of: Day,
    pub(in crate::site) past: Option<&'a Trail>,
}

impl<'a> Known<'_, 'a> {
    /// Describes the page of the case, between its neighbours in the register.
    pub(in crate::site) fn page(
        &self,
        frame: Frame,
        findings: Vec<FindingView>,
        (previous, next): (Option<String>, Option<String>),
    ) -> CasePage<'a> {
        let words = self.words;
        let steps = Steps {
            words,
            case: self.case,
            redaction: self.redaction,
            about: &self.standing.about,
        };
        let same_incident = self
            .standing
            .received
            .and_then(|(_, received)| received.same_incident_as);
        CasePage {
            page: frame,
            id: self.case.id.to_string(),
            summary: self.summary(),
            stage: self.stage(),
            facts: self.facts(),
            deadlines: self
                .deadlines
                .iter()
                .map(|deadline| self.deadline(deadline))
                .collect(),
            findings,
            waivers: self.waivers(),
            offers: offers(self),
            preventive: preventive(self),
            steps: steps.views(),
            trail: self.past.and_then(|past| trail(self, past)),
            same_incident: same_incident.map(|id| id.to_string()),
            previous,
            next,
        }
    }

    /// Describes the row of the case in a list.
    pub(in crate::site) fn row(&self, breaches: usize) -> CaseRow<'a> {
        let words = self.words;
        let open = self
            .deadlines
            .iter()
            .filter(|deadline| deadline.state.is_open());
        CaseRow {
            id: self.case.id.to_string(),
            summary: self.summary(),
            received: self
                .standing
                .received
                .map(|(moment, _)| words.time(moment.day)),
            category: self
                .standing
                .received
                .map_or("", |(_, received)| words.category(&received.category)),
            stage: self.stage(),
            handler: self.standing.handler_id().map_or("", |id| words.person(id)),
            next: open
                .min_by_key(|deadline| deadline.last_day)
                .map(|deadline| self.deadline(deadline)),
            breaches,
        }
    }

    /// Gives the summary as it may be shown.
    pub(in crate::site) fn summary(&self) -> &'a str {
        self.standing.received.map_or("", |(moment, received)| {
            self.redaction.text(
                || route!["steps", moment.step, "summary"],
                &received.summary,
            )
        })
    }

    /// Tells whether nothing more is asked of the complaint itself.
    pub(in crate::site) fn has_ended(&self) -> bool {
        self.standing.holds(Fact::Ended)
    }

    fn stage(&self) -> Html {
        let kind = if self.has_ended() { "ended" } else { "running" };
        mark(
            kind,
            &self.words.choices.stage[self.standing.stage() as usize],
        )
    }

    /// Describes a deadline.
    pub(in crate::site) fn deadline(&self, deadline: &Deadline<'a>) -> DeadlineView {
        let words = self.words;
        let late = Some(deadline.days_late(self.as_of));
        let late = late.filter(|_| deadline.state != State::Void);
        let recorded = deadline.recorded_late(self.case);
        DeadlineView {
            name: self.deadline_name(deadline),
            last_day: words.time(deadline.last_day),
            met: deadline.met().map(|met| words.time(met.day)),
            state: words.state(deadline.state),
            days_late: late.and_then(|days| words.locale.days(days)),
            recorded: recorded.and_then(|day| words.locale.recorded_after(deadline.last_day, day)),
        }
    }

    /// Names a deadline, with the measure that it is about.
    pub(in crate::site) fn deadline_name(&self, deadline: &Deadline<'a>) -> String {
        let name = deadline.term.name.text(self.words.locale.language());
        match deadline.measure {
            Some(measure) => format!("{name} ({})", self.redaction.measure(measure)),
            None => name.to_owned(),
        }
    }

    fn facts(&self) -> Lines<'a> {
        let words = self.words;
        let labels = &words.labels;
        let mut facts = Vec::with_capacity(9);
        if let Some((moment, received)) = self.standing.received {
            let commissioned_by = received.commissioned_by.as_ref();
            facts.push(Line::new(&labels.received, words.day(moment.day)));
            facts.push(Line::new(
                &labels.complainant,
                words.choices.complainant[received.complainant as usize].as_str(),
            ));
            if let Some(by) = commissioned_by {
                let name = self.redaction.text(
                    || route!["steps", moment.step, "commissioned_by", "name"],
                    &by.name,
                );
                facts.push(Line::new(
                    &labels.commissioned_by,
                    format!("{name} ({})", words.choices.body[by.kind as usize]),
                ));
            }
            let about = match self.standing.about.len() {
                0 => labels.process.clone(),
                count => words
                    .locale
                    .text_with("about-count", &crate::args!(count: count)),
            };
            facts.push(Line::new(&labels.about, about));
            facts.push(Line::new(
                &labels.category,
                words.category(&received.category),
            ));
            if let Some(service) = &received.service {
                facts.push(Line::new(&labels.service, words.service(service)));
            }
        }
        let handler = self.standing.handler.map_or_else(
            || labels.nobody.clone(),
            |(moment, assigned)| {
                let function = self.redaction.text(
                    || route!["steps", moment.step, "function"],
                    &assigned.function,
                );
                format!("{}, {function}", words.person(&assigned.handler))
            },
        );
        facts.push(Line::new(&labels.handler, handler));
        if let Some(promised) = self.standing.promised {
            facts.push(Line::new(&labels.expected_by, words.day(promised)));
        }
        if let Some((_, verdict)) = self.standing.verdict {
            facts.push(Line::new(
                &labels.verdict,
                words.choices.verdict[verdict as usize].as_str(),
            ));
        }
        if let Some(satisfaction) = self.standing.satisfaction {
            facts.push(Line::new(
                &labels.satisfaction,
                words.choices.satisfaction[satisfaction as usize].as_str(),
            ));
        }
        Lines(facts)
    }

    /// Describes the rules that were set aside for this case.
    pub(in crate::site) fn waivers(&self) -> Vec<WaiverView> {
        let words = self.words;
        let waived = self
            .case
            .steps
            .iter()
            .enumerate()
            .filter_map(|(index, step)| match &step.action {
                Action::Waived(waived) => Some(WaiverView {
                    case: self.case.id.to_string(),
                    code: waived.rule.to_string(),
                    title: waived
                        .term
                        .as_ref()
                        .and_then(|term| words.term(term))
                        .map_or_else(|| title(words, waived.rule.as_str()), str::to_owned),
                    reason: self
                        .redaction
                        .text(|| route!["steps", index, "reason"], &waived.reason)
                        .to_owned(),
                    by: words.person(&step.by).to_owned(),
                    when: words.time(step.date),
                }),
                _ => None,
            });
        waived.collect()
    }
}
