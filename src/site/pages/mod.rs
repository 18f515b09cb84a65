//! The pages about many cases, as a table: which template shows what, and how its views are made from the survey.

mod breaches;
mod clauses;
mod history;
mod measures;
mod overview;
mod work;

use std::collections::{BTreeMap, BTreeSet};

use minijinja::Value;
use minijinja::value::Serde;
use serde::Serialize;

use crate::analysis::proportion::Share;
use crate::calendar::Calendar;
use crate::deadlines::Duty;
use crate::history::trail::Past;
use crate::register::Register;
use crate::register::procedure::Procedure;
use crate::site::analysis::{self, Analyses};
use crate::site::elements::Html;
use crate::site::selection::Selection;
use crate::site::survey::Survey;
use crate::site::templates::Templates;
use crate::site::views::lists::Link;
use crate::site::views::{Count, Frame, Tally};
use crate::site::vocabulary::Vocabulary;
use crate::site::{SiteError, Source};
use crate::words::{Day, StaffId};

/// How many rows a page shows before it goes on to another.
const ROWS: usize = 250;

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
        build: overview::start,
    },
    PageKind {
        template: "list.html",
        build: overview::lists,
    },
    PageKind {
        template: "work.html",
        build: work::work,
    },
    PageKind {
        template: "person.html",
        build: work::people,
    },
    PageKind {
        template: "measures.html",
        build: measures::measures,
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
        template: "public.html",
        build: analysis::public::years,
    },
    PageKind {
        template: "breaches.html",
        build: breaches::breaches,
    },
    PageKind {
        template: "faults.html",
        build: breaches::faults,
    },
    PageKind {
        template: "history.html",
        build: history::history,
    },
    PageKind {
        template: "procedure.html",
        build: clauses::procedure,
    },
    PageKind {
        template: "clause.html",
        build: clauses::clauses,
    },
    PageKind {
        template: "rules.html",
        build: clauses::all_rules,
    },
];

/// The sections of the site, in the order of the navigation: name and page.
const SECTIONS: [(&str, &str); 9] = [
    ("start", "index.html"),
    ("cases", "cases/index.html"),
    ("work", "work.html"),
    ("measures", "measures.html"),
    ("analysis", "analysis.html"),
    ("breaches", "breaches.html"),
    ("history", "history.html"),
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
    /// On which days the organisation works.
    pub(super) calendar: Calendar,
    /// Who sees to what.
    pub(super) duty: Duty<'a>,
    pub(super) survey: Survey<'a>,
    /// Who has a calendar of their own.
    pub(super) calendars: BTreeSet<&'a StaffId>,
    pub(super) analyses: Analyses,
    pub(super) commit: Option<String>,
    pub(super) past: &'a Past,
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
        let procedure = source.register.procedure.as_ref();
        Ok(Self {
            words,
            templates,
            register: source.register,
            procedure,
            as_of: source.as_of,
            calendar: procedure.map(Procedure::calendar).unwrap_or_default(),
            duty: Duty::on(source.register, source.as_of),
            survey: Survey::default(),
            calendars: BTreeSet::new(),
            analyses: Analyses::default(),
            commit: source.commit.map(str::to_owned),
            past: source.past,
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

/// Gives the share of those in time, in per cent; 99.6 % is not all, and 0.4 % is not none. `None` where there are too few for
/// a percentage to mean anything, as in the yearly analysis.
fn share(met: usize, missed: usize) -> Option<usize> {
    let whole = met + missed;
    Share::new(met as u64, whole as u64)
        .shows_percentage()
        .then(|| match (met, missed) {
            (0, _) | (_, 0) => percent(met, whole),
            _ => percent(met, whole).clamp(1, 99),
        })
}

pub(super) fn view(view: impl Serialize) -> Value {
    Value::from(Serde(view))
}
