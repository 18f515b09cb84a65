//! The register of measures.

use minijinja::Value;

use super::{Emit, ROWS, Site, part_path, view};
use crate::args;
use crate::site::SiteError;
use crate::site::views::measures::{MeasureView, MeasuresPage};

pub(super) fn measures(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
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
                all.iter().skip(part * ROWS).take(ROWS).map(view).collect()
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
