//! What programs subscribe to: the deadlines as calendars and the steps as a feed, both as everybody may read them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::agenda::{Entry, Settings, former_handlers, host, render_calendar};
use crate::args;
use crate::calendar::Calendar;
use crate::register::words::{CaseId, Day, StaffId};

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
#[derive(Default)]
pub(super) struct Feeds<'a> {
    entries: BTreeMap<Option<&'a StaffId>, Vec<Entry>>,
    /// What earlier handlers are to take out of their calendars.
    taken_over: BTreeMap<&'a StaffId, Vec<Entry>>,
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
    /// Takes in a case.
    pub(super) fn add(&mut self, known: &Known<'_, 'a>, site: &Site<'a>, calendar: &Calendar) {
        let settings = Settings {
            calendar,
            remind: site
                .procedure
                .map(|procedure| procedure.remind.as_slice())
                .unwrap_or_default(),
            as_of: site.as_of,
        };
        let (case, language) = (known.case, site.words.locale.language());
        let address = address(site);
        for deadline in known.deadlines {
            let entry = Entry::new(case, deadline, known.summary(), language, &settings);
            let page = format!("cases/{}.html", case.id);
            if let Some(entry) = entry.map(|entry| entry.linked(address, &page)) {
                // Who is not on the staff list may be anybody; what is theirs stands in the calendar of all.
                let staff = site.register.staff.as_ref();
                let known = |id: &&StaffId| staff.is_some_and(|staff| staff.get(id).is_some());
                for id in former_handlers(case, deadline).filter(known) {
                    let theirs = self.taken_over.entry(id).or_default();
                    theirs.push(entry.clone().cancelled());
                }
                self.entries
                    .entry(deadline.responsible.filter(known))
                    .or_default()
                    .push(entry);
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

    fn cut(&mut self) {
        self.happened
            .sort_by_key(|it| std::cmp::Reverse((it.date, it.case, it.step)));
        self.happened.truncate(LATEST);
    }

    /// Gives the people who have a calendar of their own.
    pub(super) fn people(&self) -> impl Iterator<Item = &'a StaffId> {
        let responsible = self.entries.keys().filter_map(|id| *id);
        let people: BTreeSet<&StaffId> =
            responsible.chain(self.taken_over.keys().copied()).collect();
        people.into_iter()
    }

    /// Makes the calendars and the feed.
    pub(super) fn pages(mut self, site: &Site<'a>) -> Result<Vec<Page>, SiteError> {
        self.cut();
        let host = host(address(site));
        let locale = site.words.locale;
        let organisation = site.procedure.map_or_else(
            || locale.text("no-organisation"),
            |p| p.organisation.name.to_string(),
        );
        let calendar = |path: String, name: String, entries: &[Entry]| Page {
            path,
            content: render_calendar(&name, &host, entries, site.as_of).into_bytes(),
        };
        let all: Vec<Entry> = self.entries.values().flatten().cloned().collect();
        let mut pages = vec![calendar(
            "calendar.ics".into(),
            locale.text_with("calendar-all", &args!(organisation: organisation.as_str())),
            &all,
        )];
        for id in self.people() {
            let name = locale.text_with("calendar-person", &args!(name: site.words.person(id)));
            let own = self.entries.get(&Some(id)).into_iter().flatten();
            let taken_over = self.taken_over.get(id).into_iter().flatten();
            let entries: Vec<Entry> = own.chain(taken_over).cloned().collect();
            pages.push(calendar(format!("calendar-{id}.ics"), name, &entries));
        }
        let base = address(site)
            .map(|site| format!("{}/", site.trim_end_matches('/')))
            .unwrap_or_default();
        let moment = |day: Day| format!("{day}T00:00:00Z");
        let entries = self.happened.iter().map(|it| FeedEntry {
            // A tag address names a thing for ever, wherever the site moves within its host.
            id: format!("tag:{host},{}:{}/{}", it.case.year, it.case, it.step),
            title: format!("{}: {}", it.case, it.what),
            summary: it.summary.to_owned(),
            updated: moment(it.date),
            link: format!("{base}cases/{}.html", it.case),
        });
        let view = FeedView {
            id: format!("tag:{host},2008:klacht"),
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

fn address<'a>(site: &Site<'a>) -> Option<&'a str> {
    let address = site.procedure?.organisation.site.as_ref()?.as_str();
    (address.starts_with("https://") || address.starts_with("http://")).then_some(address)
}
