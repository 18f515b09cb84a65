//! The last part of a yearly analysis, for whoever checks it: quality of the records, every number with its formula and
//! its cases, and the method.

use crate::analysis::figures::{Ending, Field, Key, ShareFigures};
use crate::analysis::proportion::Share;
use crate::args;
use crate::site::views::analysis::{AuditItem, Block, CaseList, Section, Table};
use crate::words::CaseId;

use super::Context;
use super::comparisons;
use super::overview::flow_end;
use super::shares::{interval, shares_table};

/// Shows how complete the records are (M24), and that nobody handled a complaint about themselves (M14).
pub(super) fn quality(context: &Context<'_, '_>) -> Section {
    let keys: Vec<Key> = Field::ALL
        .iter()
        .map(|field| Key::Complete(*field))
        .collect();
    let share = context.figures.share(Key::Independence);
    let key = if share.hits.is_empty() {
        "quality-independent"
    } else {
        "quality-dependent"
    };
    let args = args!(n: share.hits.len(), of: share.of.len());
    let independent = Block::text(context.wording.with(key, &args));
    let blocks = shares_table(context, "quality-caption", &keys).into_iter();
    let unread = context.site.register.unread_cases();
    let unread = unread.filter(|id| i32::from(id.year) <= context.figures.frame.year);
    let unread: Vec<String> = unread.map(|id| id.to_string()).collect();
    let args = args!(n: unread.len(), cases: unread.join(", "));
    let unread =
        (!unread.is_empty()).then(|| Block::text(context.wording.with("quality-unread", &args)));
    context.section(
        "quality",
        blocks.chain([independent]).chain(unread).collect(),
    )
}

/// Shows every number with its formula and the cases behind it.
pub(super) fn audit(context: &Context<'_, '_>) -> Section {
    let mut items = vec![received(context), flow(context), rate(context)];
    items.extend(members(context));
    let mut shares: Vec<AuditItem> = context
        .figures
        .shares
        .iter()
        .map(|(key, share)| of_share(context, *key, share))
        .collect();
    shares.extend([lead_time(context), overdue(context)]);
    shares.extend(refusals(context));
    // Lead times and what is open stand among the shares, by number.
    shares.sort_by(|one, other| one.name[..3].cmp(&other.name[..3]));
    items.extend(shares);
    items.extend(comparisons::headline(context));
    items.extend(comparisons::measures(context));
    let tests = comparisons::tests(context);
    let mut blocks = vec![
        Block::quiet(context.say("audit-lead")),
        Block::Audit { items },
    ];
    if !tests.is_empty() {
        let heads = context.heads(&comparisons::HEADS);
        let table = Table::new(context.say("audit-tests"), &heads, tests);
        blocks.push(Block::Table { table });
        blocks.push(Block::quiet(context.say("audit-tests-note")));
    }
    context.section("audit", blocks)
}

fn rate(context: &Context<'_, '_>) -> AuditItem {
    let (figures, numbers) = (context.figures, context.wording.numbers);
    let clients = figures.frame.clients().map(|n| numbers.fixed(n, 0));
    let interval = figures.rate.map(|rate| {
        let (lo, hi) = (rate.interval.lo, rate.interval.hi);
        format!("{}–{}", numbers.ratio(lo), numbers.ratio(hi))
    });
    let clients_known = clients.is_some();
    let rows = [
        clients.map(|n| (context.say("audit-clients"), n)),
        interval.map(|text| (context.say("audit-garwood"), text)),
    ];
    let value = figures.rate.map_or_else(
        || numbers.share(Share::new(0, 0)),
        |rate| numbers.ratio(rate.value),
    );
    AuditItem {
        name: format!("M03 {}", context.say("metric-rate")),
        value,
        formula: context.say(match (clients_known, figures.frame.running) {
            (false, _) => "formula-rate-none",
            (true, true) => "formula-rate-running",
            (true, false) => "formula-rate",
        }),
        lists: vec![CaseList::new(
            context.say("audit-numerator"),
            &figures.received,
        )],
        numbers: rows.into_iter().flatten().collect(),
    }
}

/// Shows what each group of each family counts (M05).
fn members(context: &Context<'_, '_>) -> Vec<AuditItem> {
    let mut items = Vec::new();
    for family in &context.figures.families {
        let title = context.say(&format!("family-{}", family.family));
        for member in &family.members {
            let name = context
                .wording
                .member(family.family, member.member.as_deref());
            let whole = context.figures.received.len() as u64;
            let share = Share::new(member.cases.len() as u64, whole);
            let mut lists = vec![CaseList::new(context.say("audit-numerator"), &member.cases)];
            if member.previous.is_some() {
                lists.push(CaseList::new(context.say("audit-before"), &member.before));
            }
            let bounds = member.share.map(|e| (e.interval.lo, e.interval.hi));
            let wilson = interval(context, share, bounds);
            items.push(AuditItem {
                name: format!("M05 {title}: {name}"),
                value: context.wording.numbers.share(share),
                formula: context.say("formula-member"),
                lists,
                numbers: (!wilson.is_empty())
                    .then(|| (context.say("audit-wilson"), wilson))
                    .into_iter()
                    .collect(),
            });
        }
    }
    items
}

fn lead_time(context: &Context<'_, '_>) -> AuditItem {
    let figures = context.figures;
    let times = &figures.lead_times;
    let days = |day: Option<u32>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
    let ending = figures.share(Key::Ending(Ending::Founded));
    let after = |day: Option<u32>| {
        let after = day.map(|day| {
            context
                .wording
                .with("span-days", &args!(number: i64::from(day)))
        });
        after.unwrap_or_else(|| context.say("audit-not-reached"))
    };
    let closed = args!(closed: times.cases - times.open);
    let (key, args) = if times.quotable() {
        let args = args!(median: after(times.median), p90: after(times.p90));
        ("audit-lead-value", args)
    } else {
        ("lead-few", closed)
    };
    AuditItem {
        name: format!("M10 {}", context.say("metric-lead")),
        value: context.wording.with(key, &args),
        formula: context.say("formula-lead"),
        lists: vec![
            CaseList::new(context.say("audit-closed"), &ending.of),
            CaseList::new(context.say("audit-censored"), &ending.apart),
        ],
        numbers: times
            .quotable()
            .then(|| {
                let interval = match (times.median_lo, times.median_hi) {
                    (None, None) => days(None),
                    // Nothing bounds it from above while half may yet take longer.
                    (lo, None) => format!("{}–∞", days(lo)),
                    (lo, hi) => format!("{}–{}", days(lo), days(hi)),
                };
                (context.say("audit-median"), interval)
            })
            .into_iter()
            .collect(),
    }
}

fn overdue(context: &Context<'_, '_>) -> AuditItem {
    let figures = context.figures;
    let late: Vec<_> = figures.overdue().map(|case| case.id).collect();
    let open: Vec<_> = figures.open.iter().map(|case| case.id).collect();
    AuditItem {
        name: format!("M11 {}", context.say("metric-overdue")),
        value: late.len().to_string(),
        formula: context.say("formula-overdue"),
        lists: vec![
            CaseList::new(context.say("audit-counted"), &late),
            CaseList::new(context.say("audit-open"), &open),
        ],
        numbers: Vec::new(),
    }
}

/// Shows the refused by ground.
fn refusals(context: &Context<'_, '_>) -> Vec<AuditItem> {
    let refused: usize = context
        .figures
        .refusals
        .iter()
        .map(|(_, ids)| ids.len())
        .sum();
    let item = |(ground, cases): &(Option<String>, Vec<CaseId>)| AuditItem {
        name: format!("M12 {}", context.wording.refusal(ground.as_deref())),
        value: format!("{} {} {refused}", cases.len(), context.say("share-of")),
        formula: context.say("formula-refusal"),
        lists: vec![CaseList::new(context.say("audit-counted"), cases)],
        numbers: Vec::new(),
    };
    context.figures.refusals.iter().map(item).collect()
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
            list(flow_end(context), &flow.open_end),
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
        formula: context.wording.formula(key),
        lists: vec![
            CaseList::new(context.say("audit-numerator"), &share.hits),
            CaseList::new(context.say("audit-denominator"), &share.of),
            CaseList::new(context.say("audit-apart"), &share.apart),
        ],
        numbers: rows,
    }
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
