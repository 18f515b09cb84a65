//! The start page, and the lists of cases behind its numbers.

use super::{Emit, ROWS, Site, view};
use crate::args;
use crate::deadlines::State;
use crate::register::step::{Channel, Complainant, Satisfaction};
use crate::site::SiteError;
use crate::site::selection::{Outcome, Selection, outcome_word};
use crate::site::views::lists::{Link, ListPage};
use crate::site::views::start::StartPage;
use crate::site::views::work::Task;
use crate::site::views::{Count, Status, Tally};
use crate::workflow::Stage;

/// How many tasks the start page shows.
const TASKS: usize = 8;

impl Site<'_> {
    /// Counts the cases of a year by what came of them and where they came from.
    pub(super) fn year_tallies(&self, year: u16) -> Vec<Tally> {
        let choices = &self.words.choices;
        let whole = self.survey.number(&Selection::Year(year));
        let mut by_category: Vec<(Selection, String)> = Vec::new();
        for selection in self.survey.lists.keys() {
            if let Selection::Category(of, id) = selection
                && *of == year
            {
                by_category.push((selection.clone(), self.words.category(id).to_owned()));
            }
        }
        by_category.sort_by_key(|(selection, _)| std::cmp::Reverse(self.survey.number(selection)));
        let outcomes = Outcome::ALL
            .iter()
            .map(|o| (Selection::Outcome(year, *o), outcome_word(self.words, *o)));
        let channels = Channel::ALL.iter().map(|c| {
            (
                Selection::Channel(year, *c),
                choices.channel[*c as usize].clone(),
            )
        });
        let complainants = Complainant::ALL.iter().map(|c| {
            (
                Selection::Complainant(year, *c),
                choices.complainant[*c as usize].clone(),
            )
        });
        let satisfied = Satisfaction::ALL.iter().map(|s| {
            (
                Selection::Satisfaction(year, *s),
                choices.satisfaction[*s as usize].clone(),
            )
        });
        let tallies = [
            self.tally("tally-outcome", outcomes, whole),
            self.tally("tally-category", by_category.into_iter(), whole),
            self.tally("tally-channel", channels, whole),
            self.tally("tally-complainant", complainants, whole),
            self.tally("tally-satisfaction", satisfied, whole),
        ];
        tallies
            .into_iter()
            .filter(|tally| !tally.counts.is_empty())
            .collect()
    }

    /// Says what waits for the coordinator, each with a link.
    pub(super) fn coordinator_notices(&self) -> Vec<Link> {
        let of_list = |key: &str, selection: Selection| {
            let number = self.survey.number(&selection);
            let label = self.words.locale.text_with(key, &args!(count: number));
            (number > 0).then(|| Link {
                label,
                href: self.list_path(&selection, 0),
                current: false,
            })
        };
        let faults = self.survey.faults.len();
        let label = self
            .words
            .locale
            .text_with("notice-faults", &args!(count: faults));
        let faults = (faults > 0).then(|| Link {
            label,
            href: "faults.html".into(),
            current: false,
        });
        let unsound = self.past.trail().is_some_and(|trail| !trail.is_sound());
        let history = unsound.then(|| Link {
            label: self.say("past-notice"),
            href: "history.html".into(),
            current: false,
        });
        let others = self.survey.notices.iter().map(|notice| Link {
            label: notice.message.clone(),
            href: format!("rules.html#{}", notice.code),
            current: false,
        });
        let lists = [
            of_list("notice-unassigned", Selection::Unassigned),
            of_list("notice-to-close", Selection::ToClose),
            faults,
            history,
        ];
        lists.into_iter().flatten().chain(others).collect()
    }
}

pub(super) fn start(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let words = site.words;
    let survey = &site.survey;
    let this_year = u16::try_from(site.as_of.year()).unwrap_or_default();
    let years = site.years();
    let year = if years.contains(&this_year) {
        this_year
    } else {
        years.first().copied().unwrap_or(this_year)
    };
    let whole = survey.number(&Selection::All);
    let of_year = args!(year: year.to_string());
    let received = survey.number(&Selection::Year(year));
    let received = args!(n: received, year: year.to_string());

    let breaches = survey.breaches.get(&year).map_or(0, Vec::len);
    let waived = survey.waivers.get(&year).map_or(0, Vec::len);
    let breached = args!(n: breaches, waived: waived, year: year.to_string());
    let tile = |selection: Selection, kind: &'static str| {
        let n = args!(n: survey.number(&selection));
        let label = words.locale.text_with(&format!("tile-{kind}"), &n);
        site.count(&selection, label, whole, kind)
    };
    let tiles = vec![
        tile(Selection::Open, "open"),
        tile(Selection::Overdue, "overdue"),
        tile(Selection::DueSoon, "due-soon"),
        Count {
            label: words.locale.text_with("tile-breaches", &breached),
            number: breaches,
            href: (breaches > 0).then(|| format!("breaches-{year}.html")),
            share: 0,
            kind: "late",
        },
    ];
    let near = survey.tasks.iter();
    let near: Vec<&Task<'_>> = near.filter(|task| task.overdue || task.soon).collect();
    let (first, more) = near.split_at(near.len().min(TASKS));
    let page = StartPage {
        page: site.frame("start", "index.html", site.say("start-title")),
        status: status(site),
        tiles,
        notices: site.coordinator_notices(),
        tasks: first,
        more_tasks: more.len(),
        clauses: (1..=9)
            .map(|number| site.clause_row(number, year))
            .collect(),
        clauses_title: words.locale.text_with("clauses-title", &of_year),
        norm: site.procedure.and_then(|procedure| procedure.norm),
        year_title: words.locale.text_with("year-title", &of_year),
        year_total: site.count(
            &Selection::Year(year),
            words.locale.text_with("year-total", &received),
            whole,
            "",
        ),
        tallies: site.year_tallies(year),
        years: years
            .iter()
            .map(|year| site.count(&Selection::Year(*year), year.to_string(), whole, ""))
            .collect(),
    };
    emit("index.html".into(), view(page))
}

/// Says in one sentence whether anything is overdue: of the cases, and of the yearly analyses.
fn status(site: &Site<'_>) -> Status<'static> {
    let survey = &site.survey;
    let late = State::Overdue.word();
    let analyses = survey.notices.iter().filter(|notice| notice.overdue);
    let analyses = analyses.count();
    let (overdue, soon) = (
        survey.number(&Selection::Overdue),
        survey.number(&Selection::DueSoon),
    );
    let (kind, key, count) = match (overdue, analyses, soon) {
        (0, 0, 0) => ("met", "status-fine", 0),
        (0, 0, soon) => ("due-soon", "status-due-soon", soon),
        (0, analyses, _) => (late, "status-analyses-overdue", analyses),
        (overdue, 0, _) => (late, "status-overdue", overdue),
        (overdue, _, _) => (late, "status-both-overdue", overdue),
    };
    let args = args!(count: count, analyses: analyses);
    Status::new(kind, site.words.locale.text_with(key, &args))
}

pub(super) fn lists(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let none = Vec::new();
    let terms = site.words.terms().iter();
    let clauses: Vec<u8> = terms.map(|term| term.clause).collect();
    let mut all: Vec<(&Selection, &Vec<usize>)> = site.survey.lists.iter().collect();
    if all.is_empty() {
        all.push((&Selection::All, &none));
    }
    for (selection, indices) in all {
        let title = selection.title(site.words, site.procedure);
        let cases = site
            .words
            .locale
            .text_with("list-total", &args!(count: indices.len()));
        let total = match site.survey.terms_behind(selection, &clauses) {
            Some(terms) if terms != indices.len() => site
                .words
                .locale
                .text_with("list-total-terms", &args!(cases: cases, terms: terms)),
            _ => cases,
        };
        let newest_first: Vec<usize> = indices.iter().rev().copied().collect();
        let rows = if selection.is_brief() {
            ROWS * 20
        } else {
            ROWS
        };
        let parts = newest_first.len().div_ceil(rows).max(1);
        for part in 0..parts {
            let path = site.list_path(selection, part);
            let of_part = newest_first.iter().skip(part * rows).take(rows);
            let tallies = match selection {
                Selection::All if part == 0 => overview(site),
                Selection::Year(year) if part == 0 => site.year_tallies(*year),
                _ => Vec::new(),
            };
            let mut page = ListPage {
                page: site.frame("cases", &path, title.clone()),
                total: total.clone(),
                tallies,
                rows: Vec::new(),
                ids: Vec::new(),
                parts: site.part_links(parts, part, |part| site.list_path(selection, part)),
            };
            if selection.is_brief() {
                page.ids = of_part
                    .map(|index| site.survey.ids[*index].to_string())
                    .collect();
            } else {
                page.rows = of_part.map(|index| &site.survey.rows[*index]).collect();
            }
            emit(path, view(page))?;
        }
    }
    Ok(())
}

/// Counts all cases by year, stage and what they ask for.
fn overview(site: &Site<'_>) -> Vec<Tally> {
    let whole = site.survey.number(&Selection::All);
    let years = site
        .years()
        .into_iter()
        .map(|year| (Selection::Year(year), year.to_string()));
    let stages = Stage::ALL.iter().map(|s| {
        (
            Selection::Stage(*s),
            site.words.choices.stage[*s as usize].clone(),
        )
    });
    let attention = [
        Selection::Open,
        Selection::Overdue,
        Selection::DueSoon,
        Selection::Unassigned,
        Selection::ToClose,
        Selection::Breach,
        Selection::Fault,
    ];
    let attention = attention
        .into_iter()
        .map(|s| (s.clone(), s.title(site.words, site.procedure)));
    let tallies = [
        site.tally("tally-attention", attention, whole),
        site.tally("tally-stage", stages, whole),
        site.tally("tally-year", years, whole),
    ];
    tallies
        .into_iter()
        .filter(|tally| !tally.counts.is_empty())
        .collect()
}
