//! Breaches and waivers by year, and what there is to put right in the records.

use std::collections::BTreeMap;

use super::{Emit, ROWS, Site, part_path, view};
use crate::args;
use crate::site::SiteError;
use crate::site::views::findings::{BreachesPage, FaultsPage, RuleCount, title};

pub(super) fn breaches(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
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

pub(super) fn faults(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
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
