//! What the pages about many cases need of each: gathered while the cases go by, so that none is looked at twice.

use std::collections::BTreeMap;

use crate::deadlines::{Deadline, Duty, State};
use crate::finding::{Finding, Level};
use crate::register::step::Complainant;
use crate::rules;
use crate::words::{CaseId, Day, StaffId};
use crate::workflow::Standing;

use super::elements::Html;
use super::selection::{Outcome, Selection};
use super::views::case::Known;
use super::views::findings::{FindingView, WaiverView, finding, is_fault};
use super::views::measures::{MeasureView, offers, preventive};
use super::views::work::Task;
use super::vocabulary::Vocabulary;

/// How many deadlines of a term stand how.
pub(super) type TermCounts = BTreeMap<(u16, usize, State), usize>;

/// The measures of the cases of a year.
#[derive(Default)]
pub(super) struct YearMeasures<'a> {
    pub(super) offers: Vec<MeasureView<'a>>,
    pub(super) preventive: Vec<MeasureView<'a>>,
}

/// The findings of one rule under one clause.
#[derive(Default, Clone, Copy)]
pub(super) struct RuleNumbers {
    pub(super) counted: usize,
    pub(super) waived: usize,
}

/// What is known of all cases together.
#[derive(Default)]
pub(super) struct Survey<'a> {
    /// The number of each case, in order.
    pub(super) ids: Vec<CaseId>,
    /// The row of each case, in order.
    pub(super) rows: Vec<Html>,
    /// Which rows each list has.
    pub(super) lists: BTreeMap<Selection, Vec<usize>>,
    pub(super) terms: TermCounts,
    /// What is to be done, soonest first.
    pub(super) tasks: Vec<Task<'a>>,
    pub(super) measures: BTreeMap<u16, YearMeasures<'a>>,
    /// By year.
    pub(super) breaches: BTreeMap<u16, Vec<FindingView>>,
    pub(super) waivers: BTreeMap<u16, Vec<WaiverView>>,
    pub(super) faults: Vec<FindingView>,
    /// Findings that are not about a case and weigh: an analysis that is missing.
    pub(super) notices: Vec<FindingView>,
    /// By year, clause and code.
    pub(super) rules: BTreeMap<(u16, u8, &'static str), RuleNumbers>,
}

impl<'a> Survey<'a> {
    /// Takes in a case with its findings.
    pub(super) fn add(
        &mut self,
        known: &Known<'_, 'a>,
        duty: &Duty<'a>,
        findings: &[&Finding],
        views: &[FindingView],
        row: Html,
    ) {
        let index = self.rows.len();
        self.rows.push(row);
        self.ids.push(known.case.id);
        let year = known.standing.year(known.case.id);
        for selection in selections(known, findings) {
            self.lists.entry(selection).or_default().push(index);
        }
        for deadline in known.deadlines {
            self.add_deadline(known, duty, deadline, index);
        }
        let measures = self.measures.entry(year).or_default();
        measures.offers.extend(offers(known));
        measures.preventive.extend(preventive(known));
        self.waivers
            .entry(year)
            .or_default()
            .extend(known.waivers());
        for (finding, view) in findings.iter().zip(views) {
            match finding.level {
                // It stands on the page of waivers: nothing is to be put right.
                _ if finding.waived => {}
                Level::Breach => self.breaches.entry(year).or_default().push(view.clone()),
                level if is_fault(level) => self.faults.push(view.clone()),
                _ => {}
            }
            self.count(year, finding, Some(index));
        }
    }

    /// Takes in a finding that is not about a case with a page.
    pub(super) fn add_other(&mut self, words: &Vocabulary<'_>, as_of: Day, found: &Finding) {
        let view = finding(words, found, None);
        let running = || u16::try_from(as_of.year()).unwrap_or_default();
        let of_file = || found.file.split('/').next()?.parse().ok();
        let mut year = found.case.map_or_else(running, |id| id.year);
        match found.level {
            // That a yearly analysis came too late counts in the year that it is about.
            Level::Breach => {
                year = of_file().unwrap_or(year);
                self.breaches.entry(year).or_default().push(view);
            }
            level if is_fault(level) => self.faults.push(view),
            _ => self.notices.push(view),
        }
        self.count(year, found, None);
    }

    /// Counts a finding under its clause.
    fn count(&mut self, year: u16, finding: &Finding, row: Option<usize>) {
        let clause = rules::clause_of(finding);
        let Some(clause) = clause.filter(|_| finding.level != Level::Due) else {
            return;
        };
        let numbers = self.rules.entry((year, clause, finding.code)).or_default();
        if finding.waived {
            numbers.waived += 1;
        } else {
            numbers.counted += 1;
        }
        if let Some(row) = row.filter(|_| !finding.waived) {
            self.list(Selection::Rule(clause, finding.code), row);
        }
    }

    /// Puts a case in a list, once.
    fn list(&mut self, selection: Selection, row: usize) {
        let list = self.lists.entry(selection).or_default();
        if list.last() != Some(&row) {
            list.push(row);
        }
    }

    fn add_deadline(
        &mut self,
        known: &Known<'_, 'a>,
        duty: &Duty<'a>,
        deadline: &Deadline<'a>,
        index: usize,
    ) {
        let year = known.standing.year(known.case.id);
        let procedure_terms = known.words.terms();
        if let Some(term) = procedure_terms
            .iter()
            .position(|term| std::ptr::eq(term, deadline.term))
        {
            // A deadline that is near is a running one.
            let state = if deadline.state == State::DueSoon {
                State::Due
            } else {
                deadline.state
            };
            *self.terms.entry((year, term, state)).or_default() += 1;
            if state != State::Void {
                for selection in [
                    Selection::Term(year, term, state),
                    Selection::Clause(year, deadline.term.clause, state),
                ] {
                    self.list(selection, index);
                }
            }
        }
        if deadline.state.is_open() {
            let words = known.words;
            // Who is not on the staff list may be anybody, and is not named.
            let mut people = duty.of(deadline, known.standing);
            people.retain(|id| words.knows_person(id));
            let names: Vec<&str> = people.iter().map(|id| words.person(id)).collect();
            self.tasks.push(Task {
                case: known.case.id.to_string(),
                what: known.deadline_name(deadline),
                summary: known.summary(),
                last_day: words.time(deadline.last_day),
                state: words.state(deadline.state),
                person: match names.is_empty() {
                    true => words.labels.nobody.clone(),
                    false => names.join(", "),
                },
                people,
                day: deadline.last_day,
                overdue: deadline.state == State::Overdue,
                soon: deadline.state == State::DueSoon,
            });
        }
    }

    /// Puts what is to be done in the order in which it is due.
    pub(super) fn sort(&mut self) {
        self.tasks
            .sort_by(|a, b| (a.day, &a.case).cmp(&(b.day, &b.case)));
    }

    /// Gives what is to be done by the person who sees to it; none where there is nobody.
    pub(super) fn work(&self) -> BTreeMap<Option<&'a StaffId>, Vec<&Task<'a>>> {
        let mut work: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for task in &self.tasks {
            if task.people.is_empty() {
                work.entry(None).or_default().push(task);
            }
            for id in &task.people {
                work.entry(Some(*id)).or_default().push(task);
            }
        }
        work
    }

    /// Counts the cases of a list.
    pub(super) fn number(&self, selection: &Selection) -> usize {
        self.lists.get(selection).map_or(0, Vec::len)
    }

    /// Counts the terms behind a list of cases, which can have more than one each; none for another list.
    pub(super) fn terms_behind(&self, selection: &Selection, clause_of: &[u8]) -> Option<usize> {
        let counts = self.terms.iter();
        let counts = counts.filter(|((year, term, state), _)| match selection {
            Selection::Term(y, t, s) => (y, t, s) == (year, term, state),
            Selection::Clause(y, c, s) => {
                (y, s) == (year, state) && clause_of.get(*term) == Some(c)
            }
            _ => false,
        });
        let number = counts.map(|(_, number)| number).sum();
        (number > 0).then_some(number)
    }
}

/// Lists where a case is to be found.
fn selections(known: &Known<'_, '_>, findings: &[&Finding]) -> Vec<Selection> {
    let standing = known.standing;
    let year = standing.year(known.case.id);
    let ended = known.has_ended();
    let any = |state| {
        known
            .deadlines
            .iter()
            .any(|deadline| deadline.state == state)
    };
    let finding = |level| {
        findings
            .iter()
            .any(|finding| finding.level == level && !finding.waived)
    };
    let stage = standing.stage();
    let mut found = vec![
        Selection::All,
        Selection::Year(year),
        Selection::Stage(stage),
    ];
    let flags = [
        (!ended, Selection::Open),
        (any(State::Overdue), Selection::Overdue),
        (any(State::DueSoon), Selection::DueSoon),
        (!ended && standing.handler.is_none(), Selection::Unassigned),
        (standing.can_close(), Selection::ToClose),
        (finding(Level::Breach), Selection::Breach),
        (
            finding(Level::Violation) || finding(Level::Warning),
            Selection::Fault,
        ),
    ];
    found.extend(
        flags
            .into_iter()
            .filter(|(is, _)| *is)
            .map(|(_, selection)| selection),
    );
    found.push(Selection::Outcome(year, outcome(standing)));
    if let Some((_, received)) = standing.received {
        let complainant: Complainant = received.complainant;
        // An id that is in no list may be anything: it becomes the name of no page.
        if known.words.knows_category(&received.category) {
            found.push(Selection::Category(year, received.category.clone()));
        }
        found.push(Selection::Channel(year, received.channel));
        found.push(Selection::Complainant(year, complainant));
    }
    if let Some(satisfaction) = standing.satisfaction {
        found.push(Selection::Satisfaction(year, satisfaction));
    }
    found
}

fn outcome(standing: &Standing<'_>) -> Outcome {
    match standing.verdict {
        _ if standing.refused.is_some() => Outcome::Refused,
        _ if standing.withdrawn.is_some() => Outcome::Withdrawn,
        Some((_, verdict)) => verdict.into(),
        None => Outcome::Pending,
    }
}
