//! The pages about many cases, as a table: which template shows what, and how its views are made from the survey.

use std::collections::BTreeMap;

use minijinja::Value;
use minijinja::value::Serde;
use serde::Serialize;

use crate::args;
use crate::deadlines::State;
use crate::register::Register;
use crate::register::procedure::{Language, Procedure};
use crate::register::step::{Channel, Complainant, Satisfaction};
use crate::register::words::Day;
use crate::rules;
use crate::workflow::Stage;

use super::analysis::{self, Analyses};
use super::markdown::{render_markdown, sections};
use super::selection::{Outcome, Selection, outcome_word};
use super::survey::Survey;
use super::templates::{Html, Templates};
use super::views::clauses::{Cell, ClausePage, ClauseRow, ProcedurePage, TermView, TermYear};
use super::views::findings::{
    BreachesPage, FaultsPage, RuleCount, RuleGroup, RuleView, RulesPage, title,
};
use super::views::lists::{Link, ListPage};
use super::views::measures::{MeasureView, MeasuresPage};
use super::views::start::StartPage;
use super::views::work::{PersonPage, Task, WorkPage, Worker};
use super::views::{Count, Frame, Mark, Tally};
use super::vocabulary::Vocabulary;
use super::{SiteError, Source};

/// How many rows a page shows before it goes on to another.
const ROWS: usize = 250;
/// How many tasks the start page shows.
const TASKS: usize = 8;

/// Takes a page: its path and its view.
pub(super) type Emit<'e> = dyn FnMut(String, Value) -> Result<(), SiteError> + 'e;

/// Pages of one kind.
pub(super) struct PageKind {
    /// The template.
    pub(super) template: &'static str,
    /// Makes their views.
    pub(super) build: fn(&Site<'_>, &mut Emit<'_>) -> Result<(), SiteError>,
}

/// Every kind of page beside that of a case.
pub(super) const PAGES: &[PageKind] = &[
    PageKind {
        template: "start.html",
        build: start,
    },
    PageKind {
        template: "list.html",
        build: lists,
    },
    PageKind {
        template: "work.html",
        build: work,
    },
    PageKind {
        template: "person.html",
        build: people,
    },
    PageKind {
        template: "measures.html",
        build: measures,
    },
    PageKind {
        template: "analyses.html",
        build: analysis::index,
    },
    PageKind {
        template: "analysis.html",
        build: analysis::years,
    },
    PageKind {
        template: "breaches.html",
        build: breaches,
    },
    PageKind {
        template: "faults.html",
        build: faults,
    },
    PageKind {
        template: "procedure.html",
        build: procedure,
    },
    PageKind {
        template: "clause.html",
        build: clauses,
    },
    PageKind {
        template: "rules.html",
        build: all_rules,
    },
];

/// The sections of the site, in the order of the navigation: name and page.
const SECTIONS: [(&str, &str); 8] = [
    ("start", "index.html"),
    ("cases", "cases/index.html"),
    ("work", "work.html"),
    ("measures", "measures.html"),
    ("analysis", "analysis.html"),
    ("breaches", "breaches.html"),
    ("procedure", "procedure.html"),
    ("rules", "rules.html"),
];

/// All that pages are made from.
pub(super) struct Site<'a> {
    pub(super) words: &'a Vocabulary<'a>,
    pub(super) templates: &'a Templates,
    pub(super) register: &'a Register,
    pub(super) procedure: Option<&'a Procedure>,
    pub(super) as_of: Day,
    pub(super) survey: Survey<'a>,
    pub(super) analyses: Analyses,
    pub(super) commit: Option<String>,
    /// The navigation as it stands on a page: by section, depth, and whether it is the section's own page.
    navigation: BTreeMap<(&'static str, usize, bool), Html>,
}

impl<'a> Site<'a> {
    pub(super) fn new(
        source: &Source<'a>,
        words: &'a Vocabulary<'a>,
        templates: &'a Templates,
    ) -> Result<Self, SiteError> {
        let mut navigation = BTreeMap::new();
        for (section, _) in SECTIONS {
            for depth in [0, 1] {
                for exact in [false, true] {
                    let items = SECTIONS.iter().map(|(name, href)| NavigationItem {
                        href,
                        label: words.locale.text(&format!("nav-{name}")),
                        current: if *name != section {
                            None
                        } else if exact {
                            Some("page")
                        } else {
                            Some("true")
                        },
                    });
                    let view = Navigation {
                        root: root(depth),
                        items: items.collect(),
                    };
                    let html = templates.render("navigation.html", view)?;
                    navigation.insert((section, depth, exact), Html::new(html));
                }
            }
        }
        Ok(Self {
            words,
            templates,
            register: source.register,
            procedure: source.register.procedure.as_ref(),
            as_of: source.as_of,
            survey: Survey::default(),
            analyses: Analyses::default(),
            commit: source.commit.map(str::to_owned),
            navigation,
        })
    }

    /// Makes what stands around a page.
    pub(super) fn frame(&self, section: &'static str, path: &str, title: String) -> Frame {
        let depth = path.matches('/').count();
        let exact = SECTIONS.contains(&(section, path));
        let navigation = self.navigation.get(&(section, depth, exact)).cloned();
        Frame {
            root: root(depth),
            navigation: navigation.unwrap_or_else(|| Html::new(String::new())),
            title,
        }
    }

    fn say(&self, key: &str) -> String {
        self.words.locale.text(key)
    }

    /// Counts the cases of a list, with a link to it.
    fn count(
        &self,
        selection: &Selection,
        label: String,
        whole: usize,
        kind: &'static str,
    ) -> Count {
        let number = self.survey.number(selection);
        let href = (number > 0).then(|| self.list_path(selection, 0));
        Count {
            label,
            number,
            href,
            share: percent(number, whole),
            kind,
        }
    }

    fn list_path(&self, selection: &Selection, part: usize) -> String {
        part_path("cases/", &selection.slug(self.procedure), part)
    }

    /// Gives the years with cases, the latest first.
    fn years(&self) -> Vec<u16> {
        let years = self.survey.lists.keys().filter_map(|s| {
            if let Selection::Year(year) = s {
                Some(*year)
            } else {
                None
            }
        });
        let mut years: Vec<u16> = years.collect();
        years.reverse();
        years
    }

    fn year_links(&self, base: &str, years: &[u16], current: Option<u16>) -> Vec<Link> {
        let links = years.iter().map(|year| Link {
            label: year.to_string(),
            href: format!("{base}-{year}.html"),
            current: current == Some(*year),
        });
        links.collect()
    }

    /// Makes the links between the parts of something that is too long for one page.
    fn part_links(
        &self,
        parts: usize,
        current: usize,
        path: impl Fn(usize) -> String,
    ) -> Vec<Link> {
        if parts < 2 {
            return Vec::new();
        }
        let link = |part: usize| Link {
            label: (part + 1).to_string(),
            href: path(part),
            current: part == current,
        };
        (0..parts).map(link).collect()
    }

    fn tally(
        &self,
        key: &str,
        counts: impl Iterator<Item = (Selection, String)>,
        whole: usize,
    ) -> Tally {
        let counts = counts.map(|(selection, label)| self.count(&selection, label, whole, ""));
        Tally {
            title: self.say(key),
            counts: counts.filter(|count| count.number > 0).collect(),
        }
    }

    /// Counts the cases of a year by what came of them and where they came from.
    fn year_tallies(&self, year: u16) -> Vec<Tally> {
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
    fn coordinator_notices(&self) -> Vec<Link> {
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
        let others = self.survey.notices.iter().map(|notice| Link {
            label: notice.message.clone(),
            href: format!("rules.html#{}", notice.code),
            current: false,
        });
        let lists = [
            of_list("notice-unassigned", Selection::Unassigned),
            of_list("notice-to-close", Selection::ToClose),
            faults,
        ];
        lists.into_iter().flatten().chain(others).collect()
    }

    /// Gives the name of a clause: that of the procedure's own text, where it is in the language of the site.
    fn clause_name(&self, number: u8) -> String {
        let text = self
            .register
            .procedure_text
            .get(&self.words.locale.language());
        let own = text.and_then(|text| {
            sections(text)
                .into_iter()
                .find(|section| section.number == number)
        });
        own.map_or_else(
            || self.say(&format!("clause-{number}")),
            |section| section.title.to_owned(),
        )
    }

    fn clause_links(&self, current: Option<u8>) -> Vec<Link> {
        let link = |number: u8| Link {
            label: format!("{number}. {}", self.clause_name(number)),
            href: format!("clause-{number}.html"),
            current: current == Some(number),
        };
        (1..=9).map(link).collect()
    }

    /// Adds up how the terms of a clause stand in a year.
    fn clause_row(&self, number: u8, year: u16) -> ClauseRow {
        let terms = self
            .words
            .terms()
            .iter()
            .enumerate()
            .filter(|(_, term)| term.clause == number);
        let indices: Vec<usize> = terms.map(|(index, _)| index).collect();
        let sum = |state| {
            indices
                .iter()
                .filter_map(|term| self.survey.terms.get(&(year, *term, state)))
                .sum::<usize>()
        };
        let (met, late, overdue) = (sum(State::Met), sum(State::Late), sum(State::Overdue));
        let rules = self.survey.rules.iter().filter(|((of, clause, code), _)| {
            *of == year
                && *clause == number
                && rules::rule(code)
                    .is_some_and(|rule| !matches!(rule.check, rules::Check::Term(_)))
        });
        ClauseRow {
            number,
            title: self.clause_name(number),
            href: format!("clause-{number}.html"),
            has_terms: !indices.is_empty(),
            met,
            late,
            overdue,
            running: sum(State::Due),
            share: share(met, late + overdue),
            breaches: rules.map(|(_, numbers)| numbers.counted).sum(),
        }
    }

    /// Gives the text of the procedure in the language of the site, or else in the other, which is then named.
    fn procedure_text(&self) -> Option<(&str, Option<&'static str>)> {
        let own = self.words.locale.language();
        let texts = &self.register.procedure_text;
        let other = || {
            texts
                .iter()
                .next()
                .map(|(language, text)| (text.as_str(), Some(Language::word(*language))))
        };
        texts
            .get(&own)
            .map(|text| (text.as_str(), None))
            .or_else(other)
    }
}

#[derive(Serialize)]
struct NavigationItem {
    href: &'static str,
    label: String,
    current: Option<&'static str>,
}

#[derive(Serialize)]
struct Navigation {
    root: Html,
    items: Vec<NavigationItem>,
}

fn root(depth: usize) -> Html {
    Html::new("../".repeat(depth))
}

/// Gives the path of a part of a list; the first has the plain name. No name of ours begins with `part`.
fn part_path(dir: &str, slug: &str, part: usize) -> String {
    if part == 0 {
        format!("{dir}{slug}.html")
    } else {
        format!("{dir}part{}-{slug}.html", part + 1)
    }
}

fn percent(number: usize, whole: usize) -> usize {
    (number * 200 + whole)
        .checked_div(whole * 2)
        .unwrap_or_default()
}

/// Gives the share of those in time, rounded down: 99.6 % is not all.
fn share(met: usize, missed: usize) -> Option<usize> {
    (met * 100).checked_div(met + missed)
}

pub(super) fn view(view: impl Serialize) -> Value {
    Value::from(Serde(view))
}

fn start(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
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

    let overdue = survey.number(&Selection::Overdue);
    let soon = survey.number(&Selection::DueSoon);
    let status = match (overdue, soon) {
        (0, 0) => Mark::new("met", site.say("status-fine")),
        (0, soon) => Mark::new(
            "due-soon",
            words
                .locale
                .text_with("status-due-soon", &args!(count: soon)),
        ),
        (overdue, _) => Mark::new(
            "overdue",
            words
                .locale
                .text_with("status-overdue", &args!(count: overdue)),
        ),
    };
    let breaches = survey.breaches.get(&year).map_or(0, Vec::len);
    let tiles = vec![
        site.count(&Selection::Open, site.say("tile-open"), whole, "open"),
        site.count(
            &Selection::Overdue,
            site.say("tile-overdue"),
            whole,
            "overdue",
        ),
        site.count(
            &Selection::DueSoon,
            site.say("tile-due-soon"),
            whole,
            "due-soon",
        ),
        Count {
            label: words.locale.text_with("tile-breaches", &of_year),
            number: breaches,
            href: (breaches > 0).then(|| format!("breaches-{year}.html")),
            share: 0,
            kind: "late",
        },
    ];
    let mut tasks: Vec<&Task<'_>> = survey
        .tasks
        .values()
        .flatten()
        .filter(|task| task.overdue || task.soon)
        .collect();
    tasks.sort_by(|a, b| (a.day, &a.case).cmp(&(b.day, &b.case)));
    let more_tasks = tasks.len().saturating_sub(TASKS);
    let first: Vec<Task<'_>> = tasks.into_iter().take(TASKS).cloned().collect();
    let page = StartPage {
        page: site.frame("start", "index.html", site.say("start-title")),
        status,
        tiles,
        notices: site.coordinator_notices(),
        tasks: &first,
        more_tasks,
        clauses: (1..=9)
            .map(|number| site.clause_row(number, year))
            .collect(),
        clauses_title: words.locale.text_with("clauses-title", &of_year),
        norm: site.procedure.and_then(|procedure| procedure.norm),
        year_title: words.locale.text_with("year-title", &of_year),
        year_total: site.count(
            &Selection::Year(year),
            words.locale.text_with("year-total", &of_year),
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

fn lists(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let none = Vec::new();
    let mut all: Vec<(&Selection, &Vec<usize>)> = site.survey.lists.iter().collect();
    if all.is_empty() {
        all.push((&Selection::All, &none));
    }
    for (selection, indices) in all {
        let title = selection.title(site.words, site.procedure);
        let newest_first: Vec<Html> = indices
            .iter()
            .rev()
            .map(|index| site.survey.rows[*index].clone())
            .collect();
        let parts = newest_first.len().div_ceil(ROWS).max(1);
        for part in 0..parts {
            let path = site.list_path(selection, part);
            let end = newest_first.len().min((part + 1) * ROWS);
            let tallies = match selection {
                Selection::All if part == 0 => overview(site),
                Selection::Year(year) if part == 0 => site.year_tallies(*year),
                _ => Vec::new(),
            };
            let page = ListPage {
                page: site.frame("cases", &path, title.clone()),
                total: site
                    .words
                    .locale
                    .text_with("list-total", &args!(count: newest_first.len())),
                tallies,
                rows: &newest_first[part * ROWS..end],
                parts: site.part_links(parts, part, |part| site.list_path(selection, part)),
            };
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

/// Gives the page of a person's work; no id begins with `_`.
fn person_path(id: Option<&str>) -> String {
    format!("work/{}.html", id.unwrap_or("_nobody"))
}

fn work(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let mut workers: Vec<Worker> = Vec::new();
    for (person, tasks) in &site.survey.tasks {
        let Some(first) = tasks.first() else { continue };
        workers.push(Worker {
            name: person.map_or_else(
                || site.words.labels.nobody.clone(),
                |id| site.words.person(id).to_owned(),
            ),
            href: person_path(person.map(|id| id.as_str())),
            open: tasks.len(),
            overdue: tasks.iter().filter(|task| task.overdue).count(),
            soon: tasks.iter().filter(|task| task.soon).count(),
            first: first.last_day.clone(),
        });
    }
    workers.sort_by(|a, b| a.name.cmp(&b.name));
    let page = site.frame("work", "work.html", site.say("work-title"));
    emit(
        "work.html".into(),
        view(WorkPage {
            page,
            workers,
            coordinator: site.coordinator_notices(),
        }),
    )
}

fn people(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    for (person, tasks) in &site.survey.tasks {
        let name = person.map_or(site.words.labels.nobody.as_str(), |id| {
            site.words.person(id)
        });
        let title = match person {
            Some(_) => site
                .words
                .locale
                .text_with("person-title", &args!(name: name)),
            None => site.say("person-nobody-title"),
        };
        let staff = site.register.staff.as_ref();
        let function = person
            .and_then(|id| staff?.get(id))
            .map(|person| person.function.to_string());
        let path = person_path(person.map(|id| id.as_str()));
        let page = site.frame("work", &path, title);
        emit(
            path,
            view(PersonPage {
                page,
                function,
                tasks,
            }),
        )?;
    }
    Ok(())
}

fn measures(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let by_year = &site.survey.measures;
    let filled = by_year
        .iter()
        .rev()
        .filter(|(_, m)| !m.offers.is_empty() || !m.preventive.is_empty());
    let years: Vec<u16> = filled.map(|(year, _)| *year).collect();
    let offers = by_year.values().flat_map(|m| &m.offers);
    let preventive = by_year.values().flat_map(|m| &m.preventive);
    let mut pages = vec![(None, still_open(offers), still_open(preventive))];
    pages.extend(years.iter().map(|year| {
        (
            Some(*year),
            by_year[year].offers.clone(),
            by_year[year].preventive.clone(),
        )
    }));
    for (year, offers, preventive) in pages {
        let slug = year.map_or_else(|| "measures".to_owned(), |year| format!("measures-{year}"));
        let title = match year {
            None => site.say("measures-title"),
            Some(year) => site
                .words
                .locale
                .text_with("measures-year", &args!(year: year.to_string())),
        };
        let parts = offers.len().max(preventive.len()).div_ceil(ROWS).max(1);
        for part in 0..parts {
            let path = part_path("", &slug, part);
            let of_part = |all: &[MeasureView<'_>]| -> Vec<Value> {
                all.iter()
                    .skip(part * ROWS)
                    .take(ROWS)
                    .map(|measure| view(measure))
                    .collect()
            };
            let page = MeasuresPage {
                page: site.frame("measures", &path, title.clone()),
                open_only: year.is_none(),
                years: site.year_links("measures", &years, year),
                parts: site.part_links(parts, part, |part| part_path("", &slug, part)),
                offers: of_part(&offers),
                preventive: of_part(&preventive),
            };
            emit(path, view(page))?;
        }
    }
    Ok(())
}

/// Gives the measures that are still to be done, the most urgent first.
fn still_open<'m, 'a: 'm>(all: impl Iterator<Item = &'m MeasureView<'a>>) -> Vec<MeasureView<'a>> {
    let mut open: Vec<MeasureView<'a>> = all.filter(|measure| measure.open).cloned().collect();
    open.sort_by_key(|measure| measure.last_day);
    open
}

fn breaches(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let survey = &site.survey;
    let is_filled = |year: &u16| {
        survey.breaches.get(year).is_some_and(|b| !b.is_empty())
            || survey.waivers.get(year).is_some_and(|w| !w.is_empty())
    };
    let years: Vec<u16> = site.years().into_iter().filter(is_filled).collect();
    // The section's own page is that of the latest year.
    let mut pages = vec![(years.first().copied(), "breaches".to_owned())];
    pages.extend(
        years
            .iter()
            .map(|year| (Some(*year), format!("breaches-{year}"))),
    );
    for (year, slug) in pages {
        let of_year = |year: u16| (survey.breaches.get(&year), survey.waivers.get(&year));
        let (found, waivers) = year.map(of_year).unwrap_or_default();
        let found = found.map_or(&[][..], Vec::as_slice);
        let mut by_rule: BTreeMap<&'static str, usize> = BTreeMap::new();
        for breach in found {
            *by_rule.entry(breach.code).or_default() += 1;
        }
        let counts = by_rule.iter().map(|(code, number)| RuleCount {
            code,
            title: title(site.words, code),
            number: *number,
            waived: 0,
            href: None,
        });
        let counts: Vec<RuleCount> = counts.collect();
        let heading = match year {
            Some(year) => site
                .words
                .locale
                .text_with("breaches-year", &args!(year: year.to_string())),
            None => site.say("nav-breaches"),
        };
        let parts = found.len().div_ceil(ROWS).max(1);
        for part in 0..parts {
            let path = part_path("", &slug, part);
            let page = BreachesPage {
                page: site.frame("breaches", &path, heading.clone()),
                years: site.year_links("breaches", &years, year),
                parts: site.part_links(parts, part, |part| part_path("", &slug, part)),
                rules: counts.iter().map(view).collect(),
                breaches: found
                    .iter()
                    .skip(part * ROWS)
                    .take(ROWS)
                    .map(view)
                    .collect(),
                waivers: waivers
                    .filter(|_| part == 0)
                    .map(|w| w.iter().map(view).collect())
                    .unwrap_or_default(),
            };
            emit(path, view(page))?;
        }
    }
    Ok(())
}

fn faults(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let faults = &site.survey.faults;
    let parts = faults.len().div_ceil(ROWS).max(1);
    for part in 0..parts {
        let path = part_path("", "faults", part);
        let page = FaultsPage {
            page: site.frame("breaches", &path, site.say("faults-title")),
            parts: site.part_links(parts, part, |part| part_path("", "faults", part)),
            faults: faults
                .iter()
                .skip(part * ROWS)
                .take(ROWS)
                .map(view)
                .collect(),
        };
        emit(path, view(page))?;
    }
    Ok(())
}

fn procedure(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let text = site.procedure_text();
    let page = ProcedurePage {
        page: site.frame("procedure", "procedure.html", site.say("procedure-title")),
        text: text.map(|(text, _)| Html::new(render_markdown(text, 1))),
        language: text.and_then(|(_, language)| language),
        clauses: site.clause_links(None),
    };
    emit("procedure.html".into(), view(page))
}

fn clauses(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let text = site.procedure_text();
    let found = text.map(|(text, _)| sections(text)).unwrap_or_default();
    let years = site.years();
    for number in 1..=9u8 {
        let section = found.iter().find(|section| section.number == number);
        let terms = site
            .words
            .terms()
            .iter()
            .enumerate()
            .filter(|(_, term)| term.clause == number);
        let terms = terms.map(|(index, term)| TermView {
            name: term.name.text(site.words.locale.language()).to_owned(),
            within: (term.within.number > 0).then(|| site.words.span(term.within)),
            years: years
                .iter()
                .filter_map(|year| term_year(site, *year, index))
                .collect(),
        });
        let of_clause = |rule: &&rules::Rule| rule.clause() == Some(number);
        let path = format!("clause-{number}.html");
        let name = site.clause_name(number);
        let title = site.words.locale.text_with(
            "clause-title",
            &args!(number: i64::from(number), name: name),
        );
        let page = ClausePage {
            page: site.frame("procedure", &path, title),
            number,
            text: section.map(|section| Html::new(render_markdown(section.text, 0))),
            language: section.and(text).and_then(|(_, language)| language),
            terms: terms.collect(),
            rules: rules::all()
                .filter(of_clause)
                .map(|rule| rule_count(site, number, rule.code))
                .collect(),
            clauses: site.clause_links(Some(number)),
        };
        emit(path, view(page))?;
    }
    Ok(())
}

fn rule_count(site: &Site<'_>, clause: u8, code: &'static str) -> RuleCount {
    let numbers = site
        .survey
        .rules
        .iter()
        .filter(|((_, of, c), _)| *of == clause && *c == code)
        .map(|(_, n)| n);
    let (number, waived) = numbers.fold((0, 0), |(counted, waived), n| {
        (counted + n.counted, waived + n.waived)
    });
    let selection = Selection::Rule(clause, code);
    let href = (site.survey.number(&selection) > 0).then(|| site.list_path(&selection, 0));
    RuleCount {
        code,
        title: title(site.words, code),
        number,
        waived,
        href,
    }
}

fn term_year(site: &Site<'_>, year: u16, term: usize) -> Option<TermYear> {
    let cell = |state| {
        let number = site
            .survey
            .terms
            .get(&(year, term, state))
            .copied()
            .unwrap_or_default();
        Cell {
            number,
            href: (number > 0).then(|| site.list_path(&Selection::Term(year, term, state), 0)),
        }
    };
    let (met, late, overdue, running) = (
        cell(State::Met),
        cell(State::Late),
        cell(State::Overdue),
        cell(State::Due),
    );
    if met.number + late.number + overdue.number + running.number == 0 {
        return None;
    }
    let share = share(met.number, late.number + overdue.number);
    let norm = site.procedure.and_then(|procedure| procedure.norm);
    let reaches_norm = share
        .zip(norm)
        .map(|(share, norm)| share >= usize::from(norm));
    Some(TermYear {
        year,
        met,
        late,
        overdue,
        running,
        share,
        reaches_norm,
    })
}

fn all_rules(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let clauses = (1..=9).map(|number| (Some(number), site.clause_name(number)));
    let others = [(None, site.say("rules-others"))];
    let groups = clauses.chain(others).map(|(clause, title)| RuleGroup {
        clause,
        title,
        rules: rules::all()
            .filter(|rule| rule.clause() == clause)
            .map(|rule| RuleView::new(site.words, rule))
            .collect(),
    });
    let page = site.frame("rules", "rules.html", site.say("rules-title"));
    emit(
        "rules.html".into(),
        view(RulesPage {
            page,
            groups: groups.collect(),
        }),
    )
}
