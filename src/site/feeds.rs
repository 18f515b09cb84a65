//! What programs subscribe to: the deadlines as calendars and the steps as a feed, both as everybody may read them.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::Serialize;

use crate::agenda::{Entry, Event, Settings, host, render_calendar};
use crate::args;
use crate::deadlines::analysis_deadlines;
use crate::words::{CaseId, Day, StaffId};

use super::analysis::path;
use super::pages::Site;
use super::views::case::Known;
use super::{Page, SiteError};

/// How many steps the feed tells, the latest first.
const LATEST: usize = 100;

/// A step as the feed tells it; no person is named.
struct Happened<'a> {
    date: Day,
    case: CaseId,
    step: usize,
    what: &'a str,
    summary: &'a str,
}

/// What is gathered while the cases go by.
pub(super) struct Feeds<'a> {
    /// The host of the address of the site.
    host: String,
    as_of: Day,
    events: Vec<Rc<Event>>,
    /// What each has to do, and what they are to take out of their calendars because it went to somebody else.
    own: BTreeMap<&'a StaffId, Vec<Rc<Event>>>,
    happened: Vec<Happened<'a>>,
}

#[derive(Serialize)]
struct FeedView {
    id: String,
    link: String,
    own: String,
    updated: String,
    entries: Vec<FeedEntry>,
}

#[derive(Serialize)]
struct FeedEntry {
    id: String,
    title: String,
    summary: String,
    updated: String,
    link: String,
}

impl<'a> Feeds<'a> {
    pub(super) fn new(site: &Site<'a>) -> Self {
        Self {
            host: host(address(site)),
            as_of: site.as_of,
            events: Vec::new(),
            own: BTreeMap::new(),
            happened: Vec::new(),
        }
    }

    /// Takes in a case.
    pub(super) fn add(&mut self, known: &Known<'_, 'a>, site: &Site<'a>) {
        let settings = settings(site);
        let (case, language) = (known.case, site.words.locale.language());
        let page = format!("cases/{}.html", case.id);
        // Who is not on the staff list may be anybody; what is theirs stands in the calendar of all.
        let staff = site.register.staff.as_ref();
        let listed = |id: &&StaffId| staff.is_some_and(|staff| staff.get(id).is_some());
        for deadline in known.deadlines {
            let entry = Entry::new(case, deadline, known.summary(), language, &settings);
            let Some(entry) = entry.map(|entry| entry.linked(address(site), &page)) else {
                continue;
            };
            let now = site.duty.of(deadline, known.standing).into_iter();
            let event = self.event(&entry);
            for id in now.filter(listed) {
                self.own.entry(id).or_default().push(event.clone());
            }
            self.events.push(event);
            let former = site.duty.former(case, deadline, known.standing).into_iter();
            let former: Vec<&StaffId> = former.filter(listed).collect();
            if !former.is_empty() {
                let cancelled = self.event(&entry.cancelled());
                for id in former {
                    self.own.entry(id).or_default().push(cancelled.clone());
                }
            }
        }
        self.happened
            .extend(case.steps.iter().enumerate().map(|(index, step)| Happened {
                date: step.date,
                case: case.id,
                step: index + 1,
                what: &site.words.choices.step[step.kind() as usize],
                summary: known.summary(),
            }));
        if self.happened.len() > 50 * LATEST {
            self.cut();
        }
    }

    /// Takes in the yearly analyses, which the coordinators write; they have a calendar whatever it holds.
    pub(super) fn add_analyses(&mut self, site: &Site<'a>) {
        let procedure = site.procedure.into_iter();
        let analyses = procedure.flat_map(|procedure| {
            analysis_deadlines(site.register, procedure, &site.calendar, site.as_of)
        });
        let entries = analyses.filter_map(|analysis| {
            let year = args!(year: analysis.year.to_string());
            let title = site.words.locale.text_with("due-analysis", &year);
            let entry = Entry::of_analysis(&analysis, title, &settings(site))?;
            Some(entry.linked(address(site), &path(i32::from(analysis.year), "html")))
        });
        let events: Vec<Rc<Event>> = entries.map(|entry| self.event(&entry)).collect();
        for id in site.duty.coordinators() {
            self.own.entry(id).or_default().extend(events.clone());
        }
        self.events.extend(events);
    }

    fn event(&self, entry: &Entry) -> Rc<Event> {
        Rc::new(Event::new(entry, &self.host, self.as_of))
    }

    fn cut(&mut self) {
        self.happened
            .sort_by_key(|it| std::cmp::Reverse((it.date, it.case, it.step)));
        self.happened.truncate(LATEST);
    }

    /// Gives the people who have a calendar of their own.
    pub(super) fn people(&self) -> impl Iterator<Item = &'a StaffId> {
        self.own.keys().copied()
    }

    /// Makes the calendars and the feed.
    pub(super) fn pages(mut self, site: &Site<'a>) -> Result<Vec<Page>, SiteError> {
        self.cut();
        let locale = site.words.locale;
        let organisation = site.procedure.map_or_else(
            || locale.text("no-organisation"),
            |p| p.organisation.name.to_string(),
        );
        let calendar = |path: String, name: String, events: &[Rc<Event>]| Page {
            path,
            content: render_calendar(&name, events.iter().map(Rc::as_ref)).into_bytes(),
        };
        let mut pages = vec![calendar(
            "calendar.ics".into(),
            locale.text_with("calendar-all", &args!(organisation: organisation.as_str())),
            &self.events,
        )];
        for (id, events) in &self.own {
            let name = locale.text_with("calendar-person", &args!(name: site.words.person(id)));
            pages.push(calendar(format!("calendar-{id}.ics"), name, events));
        }
        let base = address(site)
            .map(|site| format!("{}/", site.trim_end_matches('/')))
            .unwrap_or_default();
        let moment = |day: Day| format!("{day}T00:00:00Z");
        let entries = self.happened.iter().map(|it| FeedEntry {
            // A tag address names a thing for ever, wherever the site moves within its host.
            id: format!("tag:{},{}:{}/{}", self.host, it.case.year, it.case, it.step),
            title: format!("{}: {}", it.case, it.what),
            summary: it.summary.to_owned(),
            updated: moment(it.date),
            link: format!("{base}cases/{}.html", it.case),
        });
        let view = FeedView {
            id: format!("tag:{},2008:klacht", self.host),
            link: format!("{base}index.html"),
            own: format!("{base}feed.atom"),
            updated: moment(site.as_of),
            entries: entries.collect(),
        };
        pages.push(Page {
            path: "feed.atom".into(),
            content: site.templates.render("feed.atom", view)?.into_bytes(),
        });
        Ok(pages)
    }
}

fn settings<'s>(site: &'s Site<'_>) -> Settings<'s> {
    let remind = site.procedure.map(|procedure| procedure.remind.as_slice());
    Settings {
        calendar: &site.calendar,
        remind: remind.unwrap_or_default(),
        as_of: site.as_of,
    }
}

fn address<'a>(site: &Site<'a>) -> Option<&'a str> {
    let address = site.procedure?.organisation.site.as_ref()?.as_str();
    (address.starts_with("https://") || address.starts_with("http://")).then_some(address)
}
