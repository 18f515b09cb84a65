//! The pages of the yearly analysis (clause 8): for each year the answers, the charts and what every number rests on.
//! Everything here turns figures and their wording into views; nothing is computed.

mod audit;
mod comparisons;
mod corrective;
mod families;
mod lead_times;
mod overview;
mod preventive;
pub(super) mod public;
mod shares;
mod signed;
mod terms;
mod verdicts;

use std::io;
use std::path::Path;

use crate::analysis::figures::{self, YearFigures};
use crate::args;
use crate::export::{csv, year as of_year};
use crate::wording::Wording;
use crate::words::Day;

use super::elements::mark;
use super::pages::{Emit, Site, view};
use super::views::analysis::{AnalysesPage, AnalysisPage, Block, Section, StateView, YearRow};
use super::views::lists::Link;
use super::{Page, Sink, SiteError, Source};

/// The figures of every year of the register.
#[derive(Default)]
pub(super) struct Analyses {
    pub(super) years: Vec<YearFigures>,
}

impl Analyses {
    /// Computes the figures of every year.
    pub(super) fn new(source: &Source<'_>) -> Self {
        let facts = figures::facts(source.register, source.as_of);
        let years = figures::years(&facts, source.as_of);
        let of_year = |year| figures::figures(source.register, &facts, source.as_of, year);
        Self {
            years: years.into_iter().map(of_year).collect(),
        }
    }
}

/// What the sections of a page are made from.
struct Context<'c, 'a> {
    site: &'c Site<'a>,
    wording: Wording<'c>,
    figures: &'c YearFigures,
}

impl Context<'_, '_> {
    fn say(&self, key: &str) -> String {
        self.wording.say(key)
    }

    /// Gives the heads of a table; a key that begins with `#` is one of numbers.
    fn heads(&self, keys: &[&str]) -> Vec<String> {
        let head = |key: &&str| match key.strip_prefix('#') {
            Some(key) => format!("#{}", self.say(&format!("analysis-head-{key}"))),
            None => self.say(&format!("analysis-head-{key}")),
        };
        keys.iter().map(head).collect()
    }

    fn section(&self, id: &'static str, blocks: Vec<Block>) -> Section {
        Section {
            id,
            title: self.say(&format!("analysis-section-{id}")),
            blocks,
        }
    }

    /// Gives the three years whose months are shown.
    fn years_shown(&self) -> Vec<String> {
        let year = self.figures.frame.year;
        (year - 2..=year).map(|year| year.to_string()).collect()
    }
}

pub(super) fn path(year: i32, ending: &str) -> String {
    format!("analysis-{year}.{ending}")
}

/// Makes the page of each year.
pub(super) fn years(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let links = |current: i32| -> Vec<Link> {
        let years = site
            .analyses
            .years
            .iter()
            .rev()
            .map(|figures| figures.frame.year);
        years
            .map(|year| Link {
                label: year.to_string(),
                href: path(year, "html"),
                current: year == current,
            })
            .collect()
    };
    for figures in &site.analyses.years {
        let year = figures.frame.year;
        let wording = Wording::new(site.words.locale, site.register);
        let context = Context {
            site,
            wording,
            figures,
        };
        let sections = sections(&context);
        let contents = sections.iter().map(|section| Link {
            label: section.title.clone(),
            href: format!("#{}", section.id),
            current: false,
        });
        let of_year = args!(year: year.to_string());
        let mut lead = vec![site.words.locale.text_with(
            if figures.frame.running {
                "analysis-lead-running"
            } else {
                "analysis-lead"
            },
            &args!(year: year.to_string(), day: Day(figures.frame.cutoff)),
        )];
        if let Some(commit) = &site.commit {
            lead.push(
                site.words
                    .locale
                    .text_with("analysis-commit", &args!(commit: commit.as_str())),
            );
        }
        let file = |ending: &str| Link {
            label: site
                .words
                .locale
                .text(&format!("analysis-file-{}", ending.replace('.', "-"))),
            href: path(year, ending),
            current: false,
        };
        let mut files = vec![file("csv"), file("json")];
        if !figures.frame.running {
            files.push(file(public::ENDING));
        }
        let page = AnalysisPage {
            page: site.frame(
                "analysis",
                &path(year, "html"),
                site.words.locale.text_with("analysis-title", &of_year),
            ),
            years: links(year),
            lead,
            contents: contents.collect(),
            sections,
            files,
        };
        emit(path(year, "html"), view(page))?;
    }
    Ok(())
}

fn sections(context: &Context<'_, '_>) -> Vec<Section> {
    let mut sections = vec![overview::answers(context)];
    sections.extend(signed::signed(context));
    sections.extend([
        overview::flow(context),
        overview::months(context),
        families::families(context),
        terms::terms(context),
        lead_times::lead_times(context),
        verdicts::verdicts(context),
        corrective::corrective(context),
        preventive::preventive(context),
        audit::quality(context),
        audit::audit(context),
        audit::method(context),
    ]);
    sections
}

/// Makes the page that leads to the years.
pub(super) fn index(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let wording = Wording::new(site.words.locale, site.register);
    let rows = site.analyses.years.iter().rev().map(|figures| {
        let year = figures.frame.year;
        let answers = wording.answers(figures);
        YearRow {
            year: year.to_string(),
            href: path(year, "html"),
            received: figures.received.len(),
            states: answers
                .into_iter()
                .zip(judged(&wording, site, year))
                .map(|(answer, verdict)| StateView {
                    state: mark(answer.kind, &answer.state),
                    judged: verdict
                        .map(|verdict| wording.with("signed-judgement", &args!(verdict: verdict))),
                })
                .collect(),
            signed: overview::standing(site, figures),
        }
    });
    let page = AnalysesPage {
        page: site.frame(
            "analysis",
            "analysis.html",
            site.words.locale.text("nav-analysis"),
        ),
        years: rows.collect(),
    };
    emit("analysis.html".into(), view(page))
}

/// Gives what the coordinator judged of a year in the three questions, where that is signed.
fn judged(wording: &Wording<'_>, site: &Site<'_>, year: i32) -> [Option<String>; 3] {
    let signed = u16::try_from(year).ok();
    let Some(signed) = signed.and_then(|year| site.register.signed.get(&year)) else {
        return [const { None }; 3];
    };
    signed
        .head
        .judgements
        .each()
        .map(|(name, judgement)| Some(wording.say(&format!("judged-{name}-{}", judgement?.0))))
}

/// Writes the figures of each year as files beside its page.
pub(super) fn files(site: &Site<'_>, sink: &mut Sink<'_>) -> Result<(), SiteError> {
    for figures in &site.analyses.years {
        let year = figures.frame.year;
        let figures_of_year = of_year::Year::new(site.register, figures);
        let csv = csv::write(&of_year::table(&figures_of_year));
        let json = of_year::json(&figures_of_year).map_err(io::Error::from);
        for (kind, content) in [("csv", csv), ("json", json)] {
            let path = path(year, kind);
            let content = content.map_err(SiteError::io(Path::new(&path)))?;
            sink(Page { path, content })?;
        }
    }
    Ok(())
}
