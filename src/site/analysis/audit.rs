//! The last part of a yearly analysis, for whoever checks it: quality of the records, every number with its formula and
//! its cases, and the method.

use crate::analysis::figures::{Field, Key, ShareFigures};
use crate::analysis::quantity::Phi;
use crate::analysis::rate::RateRatio;
use crate::args;
use crate::site::views::analysis::{AuditItem, Block, CaseList, Row, Section, Table};

use super::Context;
use super::terms::share_row;

/// Shows how complete the records are (M24), and that nobody handled a complaint about themselves (M14).
pub(super) fn quality(context: &Context<'_, '_>) -> Section {
    let rows = Field::ALL
        .iter()
        .map(|field| share_row(context, Key::Complete(*field)))
        .collect();
    let heads = context.heads(&["what", "#share", "#interval", "#apart"]);
    let table = Table::new(context.say("quality-caption"), &heads, rows);
    let share = context.figures.share(Key::Independence);
    let key = if share.hits.is_empty() {
        "quality-independent"
    } else {
        "quality-dependent"
    };
    let args = args!(n: share.hits.len(), of: share.of.len());
    context.section(
        "quality",
        vec![
            Block::Table { table },
            Block::text(context.wording.with(key, &args)),
        ],
    )
}

/// Shows every number with its formula and the cases behind it.
pub(super) fn audit(context: &Context<'_, '_>) -> Section {
    let mut items = vec![received(context), flow(context)];
    items.extend(
        context
            .figures
            .shares
            .iter()
            .map(|(key, share)| of_share(context, *key, share)),
    );
    let tests = tests(context);
    let mut blocks = vec![
        Block::quiet(context.say("audit-lead")),
        Block::Audit { items },
    ];
    if !tests.is_empty() {
        let keys = [
            "what",
            "#x1",
            "#t1",
            "#x0",
            "#t0",
            "#phi",
            "#ratio",
            "#interval",
            "#p",
            "#adjusted",
            "#family",
        ];
        let table = Table::new(context.say("audit-tests"), &context.heads(&keys), tests);
        blocks.push(Block::Table { table });
    }
    let dispersion = context.figures.headline.dispersion;
    if let (Some(phi), Some(k)) = (dispersion.phi_hat(), dispersion.widening(0.025)) {
        let numbers = context.wording.numbers;
        let args = args!(
            phi: numbers.ratio(phi),
            df: i64::try_from(dispersion.df()).unwrap_or_default(),
            k: numbers.ratio(k),
            used: numbers.ratio(context.figures.headline.phi_year.get()),
            month: numbers.ratio(context.figures.headline.phi_month.get()),
        );
        blocks.push(Block::quiet(context.wording.with("audit-phi", &args)));
    }
    context.section("audit", blocks)
}

fn received(context: &Context<'_, '_>) -> AuditItem {
    let figures = context.figures;
    AuditItem {
        name: format!("M01 {}", context.say("metric-received")),
        value: figures.received.len().to_string(),
        formula: context.say("formula-received"),
        lists: vec![CaseList::new(
            context.say("audit-counted"),
            &figures.received,
        )],
        numbers: vec![(
            context.say("audit-incidents"),
            figures.incidents.to_string(),
        )],
    }
}

fn flow(context: &Context<'_, '_>) -> AuditItem {
    let flow = &context.figures.flow;
    let balance = flow.balance;
    let year = args!(year: context.figures.frame.year.to_string());
    let list = |key: &str, cases| CaseList::new(context.wording.with(key, &year), cases);
    AuditItem {
        name: format!("M02 {}", context.say("metric-flow")),
        value: format!(
            "{} + {} − {} = {}",
            balance.open_start, balance.received, balance.closed, balance.open_end
        ),
        formula: context.say("formula-flow"),
        lists: vec![
            list("flow-open-start", &flow.open_start),
            list("flow-closed", &flow.closed),
            list("flow-open-end", &flow.open_end),
        ],
        numbers: Vec::new(),
    }
}

fn of_share(context: &Context<'_, '_>, key: Key, share: &ShareFigures) -> AuditItem {
    let numbers = context.wording.numbers;
    let mut rows = Vec::new();
    if let Some(estimate) = share.estimate {
        let n = share.of.len() as u64;
        let (lo, hi) = (estimate.interval.lo, estimate.interval.hi);
        rows.push((
            context.say("audit-wilson"),
            format!(
                "{}–{}",
                numbers.fixed(lo * 100.0, 1),
                numbers.percentage(hi, n.max(1000))
            ),
        ));
    }
    rows.extend(
        context
            .wording
            .norm(context.figures, key)
            .map(|line| (context.say("audit-norm"), line)),
    );
    AuditItem {
        name: format!("{} {}", key.number(), context.wording.metric(key)),
        value: numbers.share(share.share()),
        formula: context.say(&format!("formula-{}", key.word())),
        lists: vec![
            CaseList::new(context.say("audit-numerator"), &share.hits),
            CaseList::new(context.say("audit-denominator"), &share.of),
            CaseList::new(context.say("audit-apart"), &share.apart),
        ],
        numbers: rows,
    }
}

/// A comparison of rates as a row.
struct Test<'t> {
    name: String,
    now: crate::analysis::quantity::Observed,
    before: crate::analysis::quantity::Observed,
    phi: Phi,
    ratio: &'t RateRatio,
    adjusted: Option<f64>,
    family: usize,
}

fn tests(context: &Context<'_, '_>) -> Vec<Row> {
    let figures = context.figures;
    let headline = &figures.headline;
    let mut rows = Vec::new();
    let tested = 1 + usize::from(figures.long_run.is_some());
    if headline.baseline_months > 0 {
        rows.push(row(
            context,
            &Test {
                name: format!("T1 {}", context.say("audit-t1")),
                now: headline.year,
                before: headline.baseline,
                phi: headline.phi_year,
                ratio: &headline.comparison,
                adjusted: figures.words.level_p,
                family: tested,
            },
        ));
    }
    if let Some(run) = &figures.long_run {
        let numbers = context.wording.numbers;
        let mut cells = vec![String::new(); 10];
        cells[0] = run.years.to_string();
        cells[7] = numbers.p(run.test.p);
        cells[8] = figures
            .words
            .line_p
            .map_or_else(String::new, |p| numbers.p(p));
        cells[9] = tested.to_string();
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

/// Says how the figures are made.
pub(super) fn method(context: &Context<'_, '_>) -> Section {
    let keys = [
        "method-unit",
        "method-open",
        "method-trend",
        "method-families",
        "method-measures",
        "method-satisfaction",
        "method-percent",
    ];
    let mut items: Vec<String> = keys.iter().map(|key| context.say(key)).collect();
    items.push(context.say("analysis-why-interval"));
    context.section("method", vec![Block::List { items }])
}
