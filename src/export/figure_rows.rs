//! The figures of a year as rows: one a figure, with what it was computed from. Imports the figures.

use serde::Serialize;

use crate::analysis::figures::{Ending, Key, KindFigures, YearFigures};
use crate::analysis::quantity::{Estimate, Observed, Phi};
use crate::analysis::rate::RateRatio;
use crate::wording::{change_word, state_word, verdict_word};
use crate::words::CaseId;

/// A figure of a year.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FigureRow {
    /// Its number in the catalogue: `M06`, `T1`.
    pub figure: &'static str,
    /// What it is about: a verdict, a cause, a measure.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub part: String,
    /// The numerator, or the count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x: Option<f64>,
    /// The denominator, or the exposure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<f64>,
    /// The count before, of a comparison.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x0: Option<f64>,
    /// The exposure before, of a comparison.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n0: Option<f64>,
    /// What is counted apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apart: Option<f64>,
    /// The share, rate or ratio; left out where there is none, and where it is unbounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The lower end of its interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// The upper end; left out where nothing bounds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// The clustering reckoned with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phi: Option<f64>,
    /// The p-value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
    /// The p-value corrected for its family.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adjusted_p: Option<f64>,
    /// What may be said: `rise`, `none`, `improved`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<&'static str>,
    /// The cases of the numerator.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub numerator: Vec<CaseId>,
    /// The cases before, of a comparison.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<CaseId>,
    /// The cases of the denominator.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub denominator: Vec<CaseId>,
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

impl FigureRow {
    fn count(figure: &'static str, part: &str, cases: &[CaseId]) -> Self {
        Self {
            figure,
            part: part.to_owned(),
            x: Some(cases.len() as f64),
            numerator: cases.to_vec(),
            ..Self::default()
        }
    }

    fn estimate(mut self, estimate: Option<Estimate>) -> Self {
        self.value = estimate.and_then(|estimate| finite(estimate.value));
        self.low = estimate.map(|estimate| estimate.interval.lo);
        self.high = estimate.and_then(|estimate| finite(estimate.interval.hi));
        self
    }

    /// Leaves of a comparison what was counted.
    fn counts_only(self) -> Self {
        Self {
            value: None,
            low: None,
            high: None,
            phi: None,
            p: None,
            ..self
        }
    }

    fn comparison(
        figure: &'static str,
        now: Observed,
        before: Observed,
        phi: Phi,
        ratio: &RateRatio,
    ) -> Self {
        Self {
            figure,
            x: Some(now.events as f64),
            n: Some(now.exposure),
            x0: Some(before.events as f64),
            n0: Some(before.exposure),
            value: ratio.ratio.and_then(finite),
            low: Some(ratio.interval.lo),
            high: finite(ratio.interval.hi),
            phi: Some(phi.get()),
            p: Some(ratio.p),
            ..Self::default()
        }
    }
}

/// Gives the figures of a year as rows, in the order of the catalogue.
pub fn rows(figures: &YearFigures) -> Vec<FigureRow> {
    let flow = &figures.flow;
    let mut rows = vec![
        FigureRow::count("M01", "", &figures.received),
        FigureRow::count("M02", "open-start", &flow.open_start),
        FigureRow::count("M02", "received", &figures.received),
        FigureRow::count("M02", "closed", &flow.closed),
        FigureRow::count("M02", "open-end", &flow.open_end),
    ];
    if let Some(clients) = figures.frame.clients() {
        let mut rate = FigureRow::count("M03", "per-100-clients", &figures.received);
        rate.n = Some(clients);
        rows.push(rate.estimate(figures.rate));
    }
    let headline = &figures.headline;
    let (now, before) = (headline.year, headline.baseline);
    let mut level =
        FigureRow::comparison("T1", now, before, headline.phi_year, &headline.comparison);
    match figures.words {
        Some(words) => {
            level.adjusted_p = words.level_p;
            level.state = Some(state_word(words.level));
        }
        // The counts so far are no comparison yet.
        None => {
            level = FigureRow {
                state: Some("running"),
                ..level.counts_only()
            }
        }
    }
    [level.numerator, level.before] = figures.compared.clone();
    rows.push(level);
    for signal in &headline.month_signals {
        rows.push(FigureRow {
            figure: "T2",
            part: format!("{}-{:02}", figures.frame.year, signal.index + 1),
            x: Some(signal.events as f64),
            low: Some(signal.limits.low as f64),
            high: signal.limits.high.map(|high| high as f64),
            numerator: figures
                .month_cases
                .get(signal.index)
                .cloned()
                .unwrap_or_default(),
            ..FigureRow::default()
        });
    }
    for family in &figures.families {
        for member in &family.members {
            let part = format!(
                "{}-{}",
                family.family,
                member.member.as_deref().unwrap_or("unknown")
            );
            let mut row = FigureRow::count("M05", &part, &member.cases);
            row.n = Some(figures.received.len() as f64);
            rows.push(row.estimate(member.share));
            if let Some(change) = &member.change {
                let mut test = FigureRow::comparison(
                    "T3",
                    change.year,
                    change.baseline,
                    change.phi,
                    &change.comparison,
                );
                test.part = part;
                test.adjusted_p = change.adjusted_p;
                test.state = Some(change_word(change));
                test.numerator.clone_from(&member.incidents);
                test.before.clone_from(&member.before);
                rows.push(test);
            }
        }
    }
    if let (Some(run), Some(words)) = (&figures.long_run, figures.words) {
        rows.push(FigureRow {
            figure: "T4",
            n: Some(run.years as f64),
            value: finite(run.slope),
            p: Some(run.test.p),
            adjusted_p: words.line_p,
            state: Some(state_word(words.line)),
            ..FigureRow::default()
        });
    }
    for (key, share) in &figures.shares {
        let mut row = FigureRow::count(key.number(), key.part().unwrap_or_default(), &share.hits);
        row.n = Some(share.of.len() as f64);
        row.apart = Some(share.apart.len() as f64);
        row.denominator = share.of.clone();
        row = row.estimate(share.estimate);
        row.value = share.share().value();
        rows.push(row);
    }
    rows.extend(satisfied(figures));
    rows.extend(lead(figures));
    let overdue: Vec<CaseId> = figures.overdue().map(|case| case.id).collect();
    rows.push(FigureRow::count("M11", "", &overdue));
    for measure in &figures.measures {
        let part = format!("{}-{}", measure.fact.case, measure.fact.name());
        let Some(effect) = &measure.effect else {
            rows.push(FigureRow {
                figure: "M23",
                part,
                state: Some("pending"),
                ..FigureRow::default()
            });
            continue;
        };
        let evidence = &effect.evidence;
        let mut row = FigureRow::comparison(
            "M23",
            evidence.after,
            evidence.before,
            evidence.phi,
            &evidence.comparison,
        );
        row.part = part;
        row.adjusted_p = effect.judgement.adjusted_p;
        row.state = Some(verdict_word(effect.judgement.verdict));
        // A list is there whole or not at all: of many measures and many complaints the file would grow as both.
        let [before, after] = &effect.cases;
        let counts = (evidence.before.events, evidence.after.events);
        if (before.len() as u64, after.len() as u64) == counts {
            [row.before, row.numerator] = effect.cases.clone();
        }
        rows.push(row);
    }
    rows.sort_by_key(|row| row.figure);
    rows
}

/// Gives satisfaction with each kind of redress, and the comparison of the kinds where there is one.
fn satisfied(figures: &YearFigures) -> Vec<FigureRow> {
    let satisfaction = &figures.satisfaction;
    let name = |kind: &KindFigures| kind.kind.map_or("", |kind| kind.word());
    let mut rows: Vec<FigureRow> = satisfaction
        .kinds
        .iter()
        .map(|kind| {
            let (reactions, result) = (kind.reactions, &kind.result);
            let row = FigureRow {
                figure: Key::Satisfied.number(),
                part: name(kind).to_owned(),
                x: Some(reactions.satisfied as f64),
                n: Some(result.respondents as f64),
                apart: Some(reactions.eligible.saturating_sub(result.respondents) as f64),
                ..FigureRow::default()
            };
            row.estimate(result.satisfied)
        })
        .collect();
    let part = |at: usize| satisfaction.kinds.get(at).map(name).unwrap_or_default();
    let compared = satisfaction.pairs.iter().flatten().map(|pair| {
        let row = FigureRow {
            figure: Key::Satisfied.number(),
            part: format!("{}:{}", part(pair.pair.0), part(pair.pair.1)),
            p: Some(pair.p),
            adjusted_p: Some(pair.adjusted_p),
            ..FigureRow::default()
        };
        row.estimate(Some(pair.difference))
    });
    rows.extend(compared);
    rows
}

fn lead(figures: &YearFigures) -> Vec<FigureRow> {
    let times = &figures.lead_times;
    let closed = figures.share(Key::Ending(Ending::Founded));
    // Of too few closings no time is named.
    let named = |day: Option<u32>| day.filter(|_| times.quotable()).map(f64::from);
    let row = |part: &str, value: Option<u32>| FigureRow {
        figure: "M10",
        part: part.to_owned(),
        n: Some(times.cases as f64),
        apart: Some(times.open as f64),
        value: named(value),
        numerator: closed.of.clone(),
        denominator: figures.received.clone(),
        ..FigureRow::default()
    };
    let mut median = row("median", times.median);
    median.low = named(times.median_lo);
    median.high = named(times.median_hi);
    vec![median, row("p90", times.p90)]
}
