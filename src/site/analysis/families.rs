//! What complaints are about: each family as bars and over the months.

use crate::analysis::figures::{Family, FamilyFigures, MemberFigures};
use crate::analysis::proportion::Share;
use crate::args;
use crate::site::chart::{self, Bar, Named, Strip};
use crate::site::elements::Html;
use crate::site::views::analysis::{Block, Row, Section, Table};
use crate::words::Day;

use super::Context;

/// The fewest incidents a year, on average over the months shown, for bars; below it dots on a line.
const FREQUENT: u64 = 12;

/// Shows complaints by cause, department and so on (M05, T3).
pub(super) fn families(context: &Context<'_, '_>) -> Section {
    let mut blocks = Vec::new();
    if context.figures.received.is_empty() {
        blocks.push(Block::text(context.say("families-nothing")));
        return context.section("families", blocks);
    }
    for family in &context.figures.families {
        let shown = family
            .members
            .iter()
            .any(|member| !member.cases.is_empty() || member.previous > Some(0.0));
        if shown {
            family_blocks(context, family, &mut blocks);
        }
    }
    context.section("families", blocks)
}

fn family_blocks(context: &Context<'_, '_>, family: &FamilyFigures, blocks: &mut Vec<Block>) {
    let wording = &context.wording;
    let title = context.say(&format!("family-{}", family.family));
    let members = family.members.iter();
    let claims: Vec<String> = members
        .filter_map(|member| wording.category_claim(context.figures, family, member))
        .collect();
    let quiet = quiet(context, family);
    let conclusion = if claims.is_empty() {
        quiet.clone()
    } else {
        claims.join(" ")
    };
    blocks.push(Block::Heading {
        text: title.clone(),
    });
    blocks.push(family_chart(context, family, &title, &conclusion));
    if claims.is_empty() {
        blocks.push(Block::quiet(quiet));
    }
    blocks.extend(claims.into_iter().map(Block::text));
    if family.pending > 0 && family.compared > 0 {
        let n = family.pending as i64;
        blocks.push(Block::quiet(wording.with("family-pending", &args!(n: n))));
    }
    if matches!(family.family, Family::Cause | Family::Category) {
        blocks.extend(strips(context, family, &title).into_iter().flatten());
    }
}

/// Says what is to be known of a family in which nothing stands out.
fn quiet(context: &Context<'_, '_>, family: &FamilyFigures) -> String {
    let (wording, figures) = (&context.wording, context.figures);
    let members = || family.members.iter();
    let alone = members().all(|member| member.change.is_none());
    let quiet = match (family.family.is_tested(), family.compared) {
        (false, _) => context.say("family-counted"),
        _ if figures.headline.baseline_months == 0 => context.say("family-not-compared"),
        _ if figures.frame.running => context.say("family-running"),
        _ if alone => context.say("family-alone"),
        (true, 0) => context.say("family-not-compared"),
        (true, n) => wording.with("family-quiet", &args!(n: n)),
    };
    // In the first year there are none before it.
    if members().all(|member| member.previous.is_none()) {
        return quiet;
    }
    let running = if figures.frame.running { "yes" } else { "no" };
    let tick = wording.with("family-tick", &args!(running: running));
    format!("{quiet} {tick}")
}

/// Draws the members of a family as bars, with a table of the same.
fn family_chart(
    context: &Context<'_, '_>,
    family: &FamilyFigures,
    title: &str,
    conclusion: &str,
) -> Block {
    let whole = context.figures.received.len() as u64;
    let bar = |member: &MemberFigures| Bar {
        label: name(context, family, member),
        count: member.cases.len() as u64,
        text: share_text(context, member, whole),
        tick: member.previous,
        signal: member.change.is_some_and(|change| change.state.is_claim()),
    };
    let bars: Vec<Bar> = family.members.iter().map(bar).collect();
    let named = Named {
        id: &format!("family-{}", family.family),
        title,
        conclusion,
    };
    let previous = if context.figures.frame.running {
        "#previous-period"
    } else {
        "#previous"
    };
    let heads = context.heads(&["what", "#count", "#interval", previous, "#adjusted"]);
    let rows = family.members.iter();
    let rows = rows.map(|member| row(context, family, member, whole));
    Block::Chart {
        svg: Html::new(chart::bars(&named, &bars)),
        table: Table::new(title.to_owned(), &heads, rows.collect()),
    }
}

fn row(
    context: &Context<'_, '_>,
    family: &FamilyFigures,
    member: &MemberFigures,
    whole: u64,
) -> Row {
    let wording = &context.wording;
    let numbers = wording.numbers;
    let interval = member.share.filter(|_| whole >= 10).map(|share| {
        let (lo, hi) = (share.interval.lo, share.interval.hi);
        let lo = numbers.percent(lo, whole);
        format!("{lo}–{}", numbers.percentage(hi, whole))
    });
    let previous = match (member.previous, member.changed) {
        (_, Some(day)) => wording.with("family-changed", &args!(day: Day(day))),
        (Some(mean), None) => numbers.mean(mean),
        (None, None) => "–".to_owned(),
    };
    let adjusted = member.change.and_then(|change| change.adjusted_p);
    Row::new(
        name(context, family, member),
        vec![
            share_text(context, member, whole),
            interval.unwrap_or_default(),
            previous,
            adjusted.map(|p| numbers.p(p)).unwrap_or_default(),
        ],
    )
}

fn name(context: &Context<'_, '_>, family: &FamilyFigures, member: &MemberFigures) -> String {
    let member = member.member.as_deref();
    context.wording.member(family.family, member)
}

fn share_text(context: &Context<'_, '_>, member: &MemberFigures, whole: u64) -> String {
    let count = member.cases.len();
    match member
        .share
        .filter(|_| Share::new(count as u64, whole).shows_percentage())
    {
        Some(share) => format!(
            "{count} ({})",
            context.wording.numbers.percentage(share.value, whole)
        ),
        None => count.to_string(),
    }
}

/// Shows the members of a family over the 36 months.
fn strips(
    context: &Context<'_, '_>,
    family: &FamilyFigures,
    family_title: &str,
) -> Option<[Block; 2]> {
    let wording = &context.wording;
    let figures = context.figures;
    let end =
        chrono::NaiveDate::from_ymd_opt(figures.frame.year, 12, 31)?.min(figures.frame.cutoff);
    let since_key = if figures.frame.running {
        "strip-since"
    } else {
        "strip-before-end"
    };
    let rows: Vec<Strip> = family
        .members
        .iter()
        .filter(|member| member.member.is_some() && member.last.is_some())
        .map(|member| {
            let total: u64 = member.months.iter().flatten().sum();
            let known = member.months.iter().flatten().count() as u64;
            let since = member
                .last
                .map_or(0, |last| end.signed_duration_since(last).num_days());
            Strip {
                label: name(context, family, member),
                text: wording.with(since_key, &args!(n: since)),
                months: member.months.clone(),
                frequent: total >= known && total * 12 >= FREQUENT * known && known > 0,
            }
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let unit = wording.unit(figures.counts_incidents());
    let title = wording.with("strips-title", &args!(family: family_title, unit: unit));
    let conclusion = wording.with("strips-conclusion", &args!(unit: unit));
    let id = format!("strips-{}", family.family);
    let svg = chart::strips(
        &Named {
            id: &id,
            title: &title,
            conclusion: &conclusion,
        },
        &rows,
        &context.years_shown(),
    );
    let table_rows = rows.iter().map(|row| {
        let of_year = |at: usize| {
            let months: Vec<u64> = row
                .months
                .iter()
                .skip(at * 12)
                .take(12)
                .flatten()
                .copied()
                .collect();
            if months.is_empty() {
                "–".to_owned()
            } else {
                months.iter().sum::<u64>().to_string()
            }
        };
        Row::new(
            row.label.clone(),
            vec![of_year(0), of_year(1), of_year(2), row.text.clone()],
        )
    });
    let mut heads = context.heads(&["what"]);
    heads.extend(
        context
            .years_shown()
            .into_iter()
            .map(|year| format!("#{year}")),
    );
    heads.extend(context.heads(&["last"]));
    let table = Table::new(title.clone(), &heads, table_rows.collect());
    Some([
        Block::Heading { text: title },
        Block::Chart {
            svg: Html::new(svg),
            table,
        },
    ])
}
