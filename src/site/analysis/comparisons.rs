//! The comparisons behind the words of a yearly analysis, for whoever checks them: each with its counts, its clustering and
//! its p-values, and the complaints on either side.

use crate::analysis::dispersion::Dispersion;
use crate::analysis::figures::MeasureFigures;
use crate::analysis::headline::{ALPHA, ALPHA_MONTH};
use crate::analysis::quantity::Phi;
use crate::analysis::rate::RateRatio;
use crate::analysis::window::Period;
use crate::site::views::analysis::{AuditItem, CaseList, Row};
use crate::words::CaseId;

use super::Context;

/// The heads of the table of comparisons.
pub(super) const HEADS: [&str; 13] = [
    "what",
    "#x1",
    "#t1",
    "#x0",
    "#t0",
    "#phi-hat",
    "#k",
    "#phi",
    "#ratio",
    "#interval",
    "#p",
    "#adjusted",
    "#family",
];

/// The most measures of which the complaints are listed.
const MEASURES: usize = 40;

/// Shows the level of the year, its months and the long run, with the complaints on either side (T1, T2, T4).
pub(super) fn headline(context: &Context<'_, '_>) -> Vec<AuditItem> {
    let (figures, numbers) = (context.figures, context.wording.numbers);
    let headline = &figures.headline;
    if headline.baseline_months == 0 {
        return Vec::new();
    }
    let row = |key: &str, value: String| (context.say(key), value);
    let years = figures.frame.baseline_years();
    let years: Vec<String> = years.iter().map(ToString::to_string).collect();
    let [year, before] = &figures.compared;
    let dispersion = headline.dispersion;
    let or_none = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| numbers.ratio(v));
    let mut level = vec![row("audit-years", years.join(", "))];
    if let Some(words) = figures.words {
        level.extend([
            row("audit-attainable", numbers.p(headline.min_attainable_p)),
            row("audit-phi-hat", or_none(dispersion.phi_hat())),
            row("audit-df", dispersion.df().to_string()),
            row("audit-k", or_none(dispersion.widening(ALPHA / 2.0))),
            row("audit-phi-used", numbers.ratio(headline.phi_year.get())),
            row("audit-p", numbers.p(headline.comparison.p)),
        ]);
        level.extend(words.level_p.map(|p| row("audit-adjusted", numbers.p(p))));
    }
    let mut months = vec![
        row("audit-k", or_none(dispersion.widening(ALPHA_MONTH / 2.0))),
        row("audit-phi-used", numbers.ratio(headline.phi_month.get())),
    ];
    if !headline.month_limits.is_empty() {
        let range = context.wording.limits_range(&headline.month_limits);
        let range = context.wording.with("audit-limits-range", &range);
        months.push(row("audit-limits", range));
    }
    vec![
        AuditItem {
            name: format!("M04 T1 {}", context.say("audit-t1")),
            value: format!("{} / {}", headline.year.events, headline.baseline.events),
            formula: context.say(if figures.words.is_some() {
                "formula-t1"
            } else {
                "formula-t1-running"
            }),
            lists: vec![
                CaseList::new(context.say("audit-now"), year),
                CaseList::new(context.say("audit-before"), before),
            ],
            numbers: level,
        },
        AuditItem {
            name: format!("M04 T2 {}", context.say("audit-t2")),
            value: headline.month_signals.len().to_string(),
            formula: context.say("formula-t2"),
            lists: Vec::new(),
            numbers: months,
        },
    ]
}

/// Shows the complaints before and after each measure (M23).
pub(super) fn measures(context: &Context<'_, '_>) -> Vec<AuditItem> {
    let item = |measure: &MeasureFigures| {
        let effect = measure.effect.as_ref()?;
        let evidence = &effect.evidence;
        let numbers = context.wording.numbers;
        let period = |period: Period| {
            let last = period.to.pred_opt().filter(|_| period.days() > 0);
            last.map_or_else(
                || "–".to_owned(),
                |last| {
                    let day = |day| context.wording.date(day);
                    format!("{} – {}", day(period.from), day(last))
                },
            )
        };
        let (before, after) = (evidence.windows.before, evidence.windows.after);
        let row = |key: &str, value: String| (context.say(key), value);
        let mut rows = vec![
            row("audit-period-before", period(before)),
            row("audit-period-after", period(after)),
            row("audit-phi-used", numbers.ratio(evidence.phi.get())),
            row("audit-p", numbers.p(evidence.comparison.p)),
        ];
        rows.extend(
            effect
                .judgement
                .adjusted_p
                .map(|p| row("audit-adjusted", numbers.p(p))),
        );
        rows.push(row("audit-control", numbers.p(effect.control_p)));
        rows.push(row("audit-pre-trend", numbers.p(effect.pre_trend_p)));
        let list = |key: &str, cases: &[CaseId], number: u64| {
            let number = usize::try_from(number).unwrap_or(usize::MAX);
            CaseList::first_of(context.say(key), cases, number)
        };
        let [before, after] = &effect.cases;
        Some(AuditItem {
            name: format!("M23 {} {}", measure.fact.case, measure.fact.id),
            value: format!("{} / {}", evidence.after.events, evidence.before.events),
            formula: context.say("formula-measure"),
            lists: [
                Some(list("audit-after", after, evidence.after.events)),
                Some(list("audit-before", before, evidence.before.events)),
                effect
                    .dropped
                    .map(|id| CaseList::new(context.say("audit-dropped"), &[id])),
            ]
            .into_iter()
            .flatten()
            .collect(),
            numbers: rows,
        })
    };
    let all = context.figures.measures.iter();
    all.filter_map(item).take(MEASURES).collect()
}

/// A comparison of rates as a row.
struct Test<'t> {
    name: String,
    now: crate::analysis::quantity::Observed,
    before: crate::analysis::quantity::Observed,
    dispersion: Option<Dispersion>,
    phi: Phi,
    ratio: &'t RateRatio,
    adjusted: Option<f64>,
    family: usize,
}

/// Gives every comparison of rates as a row.
pub(super) fn tests(context: &Context<'_, '_>) -> Vec<Row> {
    let figures = context.figures;
    let headline = &figures.headline;
    let mut rows = Vec::new();
    let tested = 1 + usize::from(figures.long_run.is_some());
    if let Some(words) = figures.words.filter(|_| headline.baseline_months > 0) {
        rows.push(row(
            context,
            &Test {
                name: format!("T1 {}", context.say("audit-t1")),
                now: headline.year,
                before: headline.baseline,
                dispersion: Some(headline.dispersion),
                phi: headline.phi_year,
                ratio: &headline.comparison,
                adjusted: words.level_p,
                family: tested,
            },
        ));
    }
    if let Some(run) = &figures.long_run {
        let numbers = context.wording.numbers;
        let mut cells = vec![String::new(); 12];
        cells[0] = run.years.to_string();
        cells[9] = numbers.p(run.test.p);
        let adjusted = figures.words.and_then(|words| words.line_p);
        cells[10] = adjusted.map_or_else(String::new, |p| numbers.p(p));
        cells[11] = tested.to_string();
        rows.push(Row::new(format!("T4 {}", context.say("audit-t4")), cells));
    }
    for family in figures
        .families
        .iter()
        .filter(|family| family.family.is_tested())
    {
        for member in &family.members {
            let Some(change) = &member.change else {
                continue;
            };
            let name = context
                .wording
                .member(family.family, member.member.as_deref());
            rows.push(row(
                context,
                &Test {
                    name: format!("T3 {name}"),
                    now: change.year,
                    before: change.baseline,
                    dispersion: Some(change.dispersion),
                    phi: change.phi,
                    ratio: &change.comparison,
                    adjusted: change.adjusted_p,
                    family: family.compared,
                },
            ));
        }
    }
    let judged = figures.measures.iter().filter(|measure| {
        measure
            .effect
            .as_ref()
            .is_some_and(|effect| effect.judgement.adjusted_p.is_some())
    });
    let family = judged.clone().count();
    for measure in judged.take(100) {
        let Some(effect) = &measure.effect else {
            continue;
        };
        rows.push(row(
            context,
            &Test {
                name: format!("M23 {} {}", measure.fact.case, measure.fact.id),
                now: effect.evidence.after,
                before: effect.evidence.before,
                dispersion: None,
                phi: effect.evidence.phi,
                ratio: &effect.evidence.comparison,
                adjusted: effect.judgement.adjusted_p,
                family,
            },
        ));
    }
    rows
}

fn row(context: &Context<'_, '_>, test: &Test<'_>) -> Row {
    let numbers = context.wording.numbers;
    let interval = test.ratio.interval;
    Row::new(
        test.name.clone(),
        vec![
            test.now.events.to_string(),
            numbers.mean(test.now.exposure),
            test.before.events.to_string(),
            numbers.mean(test.before.exposure),
            test.dispersion
                .and_then(|d| d.phi_hat())
                .map_or_else(|| "–".to_owned(), |phi| numbers.ratio(phi)),
            test.dispersion
                .and_then(|d| d.widening(ALPHA / 2.0))
                .map_or_else(|| "–".to_owned(), |k| numbers.ratio(k)),
            numbers.ratio(test.phi.get()),
            test.ratio
                .ratio
                .map_or_else(|| "–".to_owned(), |ratio| numbers.ratio(ratio)),
            format!(
                "{}–{}",
                numbers.ratio(interval.lo),
                numbers.ratio(interval.hi)
            ),
            numbers.p(test.ratio.p),
            test.adjusted
                .map_or_else(|| "–".to_owned(), |p| numbers.p(p)),
            test.family.to_string(),
        ],
    )
}
