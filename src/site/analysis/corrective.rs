//! What corrective measures led to, in a yearly analysis.

use crate::analysis::figures::{Key, KindFigures, SatisfactionFigures};
use crate::analysis::proportion::Share;
use crate::analysis::satisfaction::{PairDifference, Reactions};
use crate::args;
use crate::register::step::OfferKind;
use crate::site::chart::{self, Bar, Dot, Named};
use crate::site::elements::Html;
use crate::site::views::analysis::{Block, Row, Section, Table};

use super::Context;
use super::shares::{interval, shares_table};

/// Shows what became of what was offered, and whether it satisfied (M15 to M20).
pub(super) fn corrective(context: &Context<'_, '_>) -> Section {
    let (figures, wording) = (context.figures, &context.wording);
    let satisfaction = &figures.satisfaction;
    let sentence = wording.satisfaction(figures);
    let mut blocks = vec![Block::text(sentence.clone())];

    let [offered, accepted, done] = satisfaction.flow;
    let steps = [
        ("redress-offered", offered),
        ("redress-accepted", accepted),
        ("redress-done", done),
        ("redress-eligible", satisfaction.eligible.len() as u64),
        ("redress-reacted", satisfaction.reacted.len() as u64),
        ("redress-satisfied", satisfaction.satisfied.len() as u64),
    ];
    if steps.iter().any(|(_, count)| *count > 0) {
        let bars: Vec<Bar> = steps
            .iter()
            .map(|(key, count)| Bar {
                label: context.say(key),
                count: *count,
                text: count.to_string(),
                tick: None,
                signal: false,
            })
            .collect();
        let title = context.say("redress-title");
        let svg = chart::bars(
            &Named {
                id: "redress",
                title: &title,
                conclusion: &sentence,
            },
            &bars,
        );
        let rows = bars
            .iter()
            .map(|bar| Row::new(bar.label.clone(), vec![bar.text.clone()]))
            .collect();
        let table = Table::new(title.clone(), &context.heads(&["what", "#count"]), rows);
        blocks.push(Block::Heading { text: title });
        blocks.push(Block::Chart {
            svg: Html::new(svg),
            table,
        });
        blocks.extend(kinds(context));
    }
    let keys: Vec<Key> = OfferKind::ALL
        .iter()
        .map(|kind| Key::Offered(*kind))
        .chain([Key::Accepted, Key::OfferDone, Key::Appeal])
        .collect();
    blocks.extend(shares_table(context, "offers-heading", &keys));
    context.section("corrective", blocks)
}

/// The heads of a table of reactions.
const REACTIONS: [&str; 6] = [
    "what",
    "#eligible",
    "#satisfied",
    "#partly",
    "#dissatisfied",
    "#silent",
];

/// Shows satisfaction by kind of redress, and how kinds compare.
fn kinds(context: &Context<'_, '_>) -> Vec<Block> {
    let satisfaction = &context.figures.satisfaction;
    let conclusion = compared(context, satisfaction);
    let title = context.say("kinds-title");
    let chart = kinds_chart(context, &title, &conclusion);
    let mut blocks = vec![
        Block::Heading { text: title },
        chart,
        Block::quiet(conclusion),
    ];
    if let Some(pairs) = &satisfaction.pairs {
        blocks.push(pairs_table(context, pairs));
    }
    if satisfaction.combinations.len() > 1 {
        blocks.push(combinations_table(context));
    }
    blocks
}

/// Says which kinds of redress differ, where they may be compared.
fn compared(context: &Context<'_, '_>, satisfaction: &SatisfactionFigures) -> String {
    let wording = &context.wording;
    let Some(pairs) = &satisfaction.pairs else {
        return context.say("kinds-not-compared");
    };
    let differ = pairs.iter().filter(|pair| pair.adjusted_p < 0.05);
    let said = differ.map(|pair| {
        let [one, two] = names_of(context, pair);
        let args = args!(one: one, two: two, p: wording.numbers.p(pair.adjusted_p));
        wording.with("kinds-difference", &args)
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() {
        context.say("kinds-no-difference")
    } else {
        said.join(" ")
    }
}

/// Draws the satisfied share by kind of redress, with the bounds that silence leaves.
fn kinds_chart(context: &Context<'_, '_>, title: &str, conclusion: &str) -> Block {
    let numbers = &context.wording.numbers;
    let satisfaction = &context.figures.satisfaction;
    let all = satisfaction.kinds.iter().chain([&satisfaction.all]);
    let shown: Vec<&KindFigures> = all.filter(|kind| kind.reactions.eligible > 0).collect();
    let share = |kind: &KindFigures| Share::new(kind.reactions.satisfied, kind.result.respondents);
    let dot = |kind: &&KindFigures| {
        let (satisfied, bounds) = (kind.result.satisfied, kind.result.bounds);
        let bounds = bounds.filter(|_| kind.result.bounds_required);
        Dot {
            label: name(context, kind),
            text: numbers.share(share(kind)),
            share: satisfied.map(|e| (e.value, e.interval.lo, e.interval.hi)),
            bounds: bounds.map(|b| (b.lo, b.hi)),
            signal: false,
        }
    };
    let dots: Vec<Dot> = shown.iter().map(dot).collect();
    let named = Named {
        id: "kinds",
        title,
        conclusion,
    };
    let svg = chart::dots(&named, &dots, None, &|share| numbers.percentage(share, 0));
    let row = |kind: &&KindFigures| {
        let satisfied = kind.result.satisfied;
        let bounds = satisfied.map(|e| (e.interval.lo, e.interval.hi));
        let mut cells = counts(&kind.reactions);
        cells.push(interval(context, share(kind), bounds));
        Row::new(name(context, kind), cells)
    };
    let heads = context.heads(&[&REACTIONS[..], &["#interval"]].concat());
    let table = Table::new(title.to_owned(), &heads, shown.iter().map(row).collect());
    Block::Chart {
        svg: Html::new(svg),
        table,
    }
}

/// Shows how every two kinds compare.
fn pairs_table(context: &Context<'_, '_>, pairs: &[PairDifference]) -> Block {
    let wording = &context.wording;
    // In whole points, as the shares beside it; and no "-0".
    let points = |value: f64| (value * 100.0).round() + 0.0;
    let signed = |value: f64| wording.numbers.fixed(points(value), 0).replace('-', "−");
    let rows = pairs.iter().map(|pair| {
        let [one, two] = names_of(context, pair);
        let (difference, interval) = (pair.difference.value, pair.difference.interval);
        Row::new(
            wording.with("kinds-pair", &args!(one: one, two: two)),
            vec![
                signed(difference),
                format!("{} – {}", signed(interval.lo), signed(interval.hi)),
                wording.numbers.p(pair.p),
                wording.numbers.p(pair.adjusted_p),
            ],
        )
    });
    let heads = context.heads(&["what", "#difference", "#interval", "#p", "#adjusted"]);
    let table = Table::new(context.say("pairs-title"), &heads, rows.collect());
    Block::Table { table }
}

/// Shows the reactions by which kinds were done together.
fn combinations_table(context: &Context<'_, '_>) -> Block {
    let combinations = context.figures.satisfaction.combinations.iter();
    let rows = combinations.map(|(kinds, reactions)| {
        let names = kinds.iter().map(|kind| kind_name(context, *kind));
        let names: Vec<String> = names.collect();
        Row::new(names.join(" + "), counts(reactions))
    });
    let heads = context.heads(&REACTIONS);
    let table = Table::new(context.say("combinations-title"), &heads, rows.collect());
    Block::Table { table }
}

fn kind_name(context: &Context<'_, '_>, kind: OfferKind) -> String {
    context.say(&format!("offer-{kind}"))
}

fn name(context: &Context<'_, '_>, kind: &KindFigures) -> String {
    match kind.kind {
        Some(kind) => kind_name(context, kind),
        None => context.say("redress-all"),
    }
}

fn names_of(context: &Context<'_, '_>, pair: &PairDifference) -> [String; 2] {
    let kinds = &context.figures.satisfaction.kinds;
    let (one, two) = pair.pair;
    [one, two].map(|at| {
        let kind = kinds.get(at);
        kind.map(|kind| name(context, kind)).unwrap_or_default()
    })
}

/// Gives the counts of reactions, in the order of their heads.
fn counts(reactions: &Reactions) -> Vec<String> {
    let said = reactions.satisfied + reactions.partly + reactions.dissatisfied;
    let counts = [
        reactions.eligible,
        reactions.satisfied,
        reactions.partly,
        reactions.dissatisfied,
        reactions.eligible.saturating_sub(said),
    ];
    counts.iter().map(ToString::to_string).collect()
}
