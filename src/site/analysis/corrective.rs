//! What corrective measures led to, in a yearly analysis.

use crate::analysis::figures::{Key, KindFigures};
use crate::analysis::satisfaction::Reactions;
use crate::args;
use crate::register::step::OfferKind;
use crate::site::chart::{self, Bar, Dot, Named};
use crate::site::templates::Html;
use crate::site::views::analysis::{Block, Row, Section, Table};

use super::Context;
use super::terms::{interval, shares_table};

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

/// Shows satisfaction by kind of redress, with the bounds that silence leaves.
fn kinds(context: &Context<'_, '_>) -> Vec<Block> {
    let wording = &context.wording;
    let satisfaction = &context.figures.satisfaction;
    let name = |kind: &KindFigures| match kind.kind {
        Some(kind) => context.say(&format!("offer-{kind}")),
        None => context.say("redress-all"),
    };
    let all: Vec<&KindFigures> = satisfaction
        .kinds
        .iter()
        .chain([&satisfaction.all])
        .collect();
    let shown = all.iter().filter(|kind| kind.reactions.eligible > 0);
    let share = |kind: &KindFigures| {
        crate::analysis::proportion::Share::new(kind.reactions.satisfied, kind.result.respondents)
    };
    let dots: Vec<Dot> = shown
        .clone()
        .map(|kind| Dot {
            label: name(kind),
            text: wording.numbers.share(share(kind)),
            share: kind
                .result
                .satisfied
                .map(|e| (e.value, e.interval.lo, e.interval.hi)),
            bounds: kind
                .result
                .bounds
                .filter(|_| kind.result.bounds_required)
                .map(|b| (b.lo, b.hi)),
            signal: false,
        })
        .collect();
    let title = context.say("kinds-title");
    let conclusion = match &satisfaction.pairs {
        None => context.say("kinds-not-compared"),
        Some(pairs) => {
            let said = pairs.iter().filter(|pair| pair.adjusted_p < 0.05).map(|pair| {
                let of = |at: usize| satisfaction.kinds.get(at).map(name).unwrap_or_default();
                let args = args!(one: of(pair.pair.0), two: of(pair.pair.1), p: wording.numbers.p(pair.adjusted_p));
                wording.with("kinds-difference", &args)
            });
            let said: Vec<String> = said.collect();
            if said.is_empty() {
                context.say("kinds-no-difference")
            } else {
                said.join(" ")
            }
        }
    };
    let percentage = |share: f64| wording.numbers.percentage(share, 0);
    let svg = chart::dots(
        &Named {
            id: "kinds",
            title: &title,
            conclusion: &conclusion,
        },
        &dots,
        None,
        &percentage,
    );
    let cells = |reactions: &Reactions| {
        let said = reactions.satisfied + reactions.partly + reactions.dissatisfied;
        [
            reactions.eligible,
            reactions.satisfied,
            reactions.partly,
            reactions.dissatisfied,
            reactions.eligible.saturating_sub(said),
        ]
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
    };
    let rows = shown.map(|kind| {
        let mut cells = cells(&kind.reactions);
        let bounds = kind
            .result
            .satisfied
            .map(|e| (e.interval.lo, e.interval.hi));
        cells.push(interval(context, share(kind), bounds));
        Row::new(name(kind), cells)
    });
    let keys = [
        "what",
        "#eligible",
        "#satisfied",
        "#partly",
        "#dissatisfied",
        "#silent",
        "#interval",
    ];
    let table = Table::new(title.clone(), &context.heads(&keys), rows.collect());
    let mut blocks = vec![
        Block::Heading { text: title },
        Block::Chart {
            svg: Html::new(svg),
            table,
        },
        Block::quiet(conclusion),
    ];
    if let Some(pairs) = &satisfaction.pairs {
        // In whole points, as the shares beside it; and no "-0".
        let points = |value: f64| (value * 100.0).round() + 0.0;
        let signed = |value: f64| wording.numbers.fixed(points(value), 0).replace('-', "−");
        let rows = pairs.iter().map(|pair| {
            let of = |at: usize| satisfaction.kinds.get(at).map(name).unwrap_or_default();
            let (difference, interval) = (pair.difference.value, pair.difference.interval);
            Row::new(
                wording.with(
                    "kinds-pair",
                    &args!(one: of(pair.pair.0), two: of(pair.pair.1)),
                ),
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
        blocks.push(Block::Table { table });
    }
    if satisfaction.combinations.len() > 1 {
        let rows = satisfaction.combinations.iter().map(|(kinds, reactions)| {
            let names: Vec<String> = kinds
                .iter()
                .map(|kind| context.say(&format!("offer-{kind}")))
                .collect();
            Row::new(names.join(" + "), cells(reactions))
        });
        let heads = context.heads(&keys[..6]);
        let table = Table::new(context.say("combinations-title"), &heads, rows.collect());
        blocks.push(Block::Table { table });
    }
    blocks
}
