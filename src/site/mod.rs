//! The static site: from a register and its findings to pages, and from pages to files.
//!
//! ```text
//! case ─► what is known of it ─► view ─► page          (one at a time, staged and dropped)
//!                  └─► survey ─► views ─► pages        (the table in `pages`)
//! ```
//!
//! Nothing private is within reach: a case brings its record, and of that every text passes `redaction`.

mod analysis;
mod chart;
mod elements;
mod error;
mod feeds;
pub(crate) mod markdown;
mod pages;
mod selection;
mod survey;
mod templates;
mod views;
mod vocabulary;
mod write;

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use crate::deadlines::deadlines;
use crate::finding::{Finding, Level};
use crate::history::trail::Past;
use crate::locale::Locale;
use crate::register::Register;
use crate::register::case::Case;
use crate::register::redaction::Redaction;
use crate::words::{CaseId, Day};
use crate::workflow::Standing;

use analysis::Analyses;
use elements::Html;
use feeds::Feeds;
use pages::{PAGES, Site};
use survey::Survey;
use templates::Templates;
use views::case::Known;
use views::findings::{Discretion, FindingView, finding};
use vocabulary::Vocabulary;

pub use error::SiteError;
pub(crate) use templates::unused;
pub use templates::unused_templates;
pub use write::{MANIFEST, Writer, Written};

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The path from the root of the site, with `/` between its parts.
    pub path: String,
    /// What is in it.
    pub content: Vec<u8>,
}

/// What a site is made of.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The register.
    pub register: &'a Register,
    /// What reading it and checking it had to say.
    pub findings: &'a [Finding],
    /// The reference date.
    pub as_of: Day,
    /// The words, in the language of the site.
    pub locale: &'a Locale,
    /// The commit that the register stands at, where it is known.
    pub commit: Option<&'a str>,
    /// What its history says.
    pub past: &'a Past,
    /// The organisation's own templates: a directory with `site/` in it, whose files win over the built-in ones.
    pub templates: Option<&'a Path>,
}

/// Where pages go as they are made.
pub type Sink<'s> = dyn FnMut(Page) -> Result<(), SiteError> + 's;

/// Builds a site in a directory; when that fails, what was there stays as it was.
///
/// # Errors
/// When a template is wrong, a foreign file is in the way, or something cannot be written.
pub fn build(
    source: &Source<'_>,
    out: &Path,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Written, SiteError> {
    let mut writer = Writer::open(out)?;
    render(source, &mut |page| writer.stage(&page), progress)?;
    writer.commit()
}

/// Makes the pages one after the other and tells after each case how many of how many are done.
///
/// The same source gives the same pages in the same order, to the byte.
///
/// # Errors
/// When a template is wrong, and what `sink` returns.
pub fn render(
    source: &Source<'_>,
    sink: &mut Sink<'_>,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<(), SiteError> {
    let mut templates = Templates::load(source.templates, &source.locale.labels())?;
    templates.share("site", Globals::new(source));
    let words = Vocabulary::new(source.locale, source.register);
    let mut site = Site::new(source, &words, &templates)?;
    let mut survey = Survey::default();
    let mut feeds = Feeds::new(&site);
    let (mut of_case, others) = by_case(source);

    let ids: Vec<CaseId> = source.register.cases.keys().copied().collect();
    for (at, case) in source.register.cases.values().enumerate() {
        let before = at.checked_sub(1).and_then(|at| ids.get(at));
        let neighbours = (
            before.map(CaseId::to_string),
            ids.get(at + 1).map(CaseId::to_string),
        );
        let findings = of_case.remove(&case.id).unwrap_or_default();
        let page = case_page(&site, &mut survey, &mut feeds, case, &findings, neighbours)?;
        sink(page)?;
        progress(at + 1, ids.len());
    }
    for other in others {
        survey.add_other(&words, source.as_of, other);
    }
    survey.sort();
    site.survey = survey;
    feeds.add_analyses(&site);
    site.calendars = feeds.people().collect();
    site.analyses = Analyses::new(source);
    for kind in PAGES {
        (kind.build)(&site, &mut |path, view| {
            let content = templates.render(kind.template, view)?.into_bytes();
            sink(Page { path, content })
        })?;
    }
    for page in feeds.pages(&site)? {
        sink(page)?;
    }
    analysis::files(&site, sink)?;
    sink(Page {
        path: "style.css".into(),
        content: templates.style().as_bytes().to_vec(),
    })
}

/// Makes the page of a case, and adds to the survey what other pages need of it.
fn case_page<'a>(
    site: &Site<'a>,
    survey: &mut Survey<'a>,
    feeds: &mut Feeds<'a>,
    case: &'a Case,
    findings: &[&Finding],
    neighbours: (Option<String>, Option<String>),
) -> Result<Page, SiteError> {
    let words = site.words;
    let standing = Standing::of(case);
    let redaction = Redaction::new(case, &words.labels.not_shown);
    let deadlines = site
        .procedure
        .map(|procedure| deadlines(procedure, &site.calendar, case, &standing, site.as_of))
        .unwrap_or_default();
    let known = Known {
        words,
        case,
        standing: &standing,
        deadlines: &deadlines,
        redaction: &redaction,
        as_of: site.as_of,
        past: site.past.trail(),
    };
    let discretion = Discretion {
        redaction: &redaction,
        about: &standing.about,
    };
    let views: Vec<FindingView> = findings
        .iter()
        .map(|found| finding(words, found, Some(&discretion)))
        .collect();

    let breaches = findings.iter();
    let breaches = breaches.filter(|found| found.level == Level::Breach && !found.waived);
    let breaches = breaches.count();
    let row = site.templates.render("row.html", known.row(breaches))?;
    survey.add(&known, &site.duty, findings, &views, Html::new(row));
    feeds.add(&known, site);

    let path = format!("cases/{}.html", case.id);
    let frame = site.frame(
        "cases",
        &path,
        words
            .locale
            .text_with("case-title", &crate::args!(case: case.id.to_string())),
    );
    let content = site
        .templates
        .render("case.html", known.page(frame, views, neighbours))?
        .into_bytes();
    Ok(Page { path, content })
}

/// Arranges the findings by the case that has a page; the others are about files, or about cases that could not be read.
fn by_case<'a>(source: &Source<'a>) -> (BTreeMap<CaseId, Vec<&'a Finding>>, Vec<&'a Finding>) {
    let mut of_case: BTreeMap<CaseId, Vec<&Finding>> = BTreeMap::new();
    let mut others = Vec::new();
    for found in source.findings {
        match found
            .case
            .filter(|id| source.register.cases.contains_key(id))
        {
            Some(id) => of_case.entry(id).or_default().push(found),
            None => others.push(found),
        }
    }
    (of_case, others)
}

/// What every template may ask for.
#[derive(Serialize)]
struct Globals {
    language: &'static str,
    organisation: String,
    /// That the site is as of a day.
    as_of: String,
    /// That this day is fixed, because the register is an example.
    fixed: Option<String>,
}

impl Globals {
    fn new(source: &Source<'_>) -> Self {
        let locale = source.locale;
        let procedure = source.register.procedure.as_ref();
        let organisation = procedure.map_or_else(
            || locale.text("no-organisation"),
            |p| p.organisation.name.to_string(),
        );
        let fixed = procedure
            .and_then(|procedure| procedure.as_of)
            .filter(|day| *day == source.as_of);
        let day = crate::args!(day: source.as_of);
        Self {
            language: locale.language().word(),
            organisation,
            as_of: locale.text_with("as-of", &day),
            fixed: fixed.map(|_| locale.text_with("as-of-fixed", &day)),
        }
    }
}
