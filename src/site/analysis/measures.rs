//! The second half of a yearly analysis: what corrective measures led to, and preventive ones.

use crate::analysis::effect::Verdict;
use crate::analysis::figures::{Effect, Key, KindFigures, MeasureFigures};
use crate::analysis::satisfaction::Reactions;
use crate::args;
use crate::register::redaction::Redaction;
use crate::register::step::{Action, OfferKind};
use crate::route;
use crate::site::chart::{self, Bar, Dot, Named, Ratio};
use crate::site::templates::Html;
use crate::site::views::analysis::{Block, Row, Section, Table};
use crate::wording::{VerdictCounts, verdict_word};

use super::Context;
use super::terms::{interval, shares_table};

/// How many measures the page shows; the others are in the file beside it.
const MEASURES: usize = 40;

/// How many of them are drawn: about as many as a sheet of paper holds.
const DRAWN: usize = 15;

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

/// Gives what a measure is, in the words of its record, as far as the site shows them.
pub(super) fn described(context: &Context<'_, '_>, measure: &MeasureFigures) -> String {
    let fact = &measure.fact;
    let (step, index) = fact.place;
    let text = context
        .site
        .register
        .cases
        .get(&fact.case)
        .and_then(|case| {
            let Action::Prevention(prevention) = &case.steps.get(step)?.action else {
                return None;
            };
            let description = &prevention.measures.get(index)?.description;
            let redaction = Redaction::new(case, &context.site.words.labels.not_shown);
            let route = || route!["steps", step, "measures", index, "description"];
            Some(redaction.text(route, description).to_owned())
        });
    text.unwrap_or_else(|| fact.id.to_string())
}

/// Gives the word of what the figures say of a measure.
pub(super) fn verdict(context: &Context<'_, '_>, measure: &MeasureFigures) -> String {
    let effect = measure.effect.as_ref();
    let word = effect.map_or("pending", |effect| verdict_word(effect.judgement.verdict));
    context.say(&format!("verdict-word-{word}"))
}

/// Gives what the coordinator found on checking a measure.
fn checked(context: &Context<'_, '_>, measure: &MeasureFigures) -> String {
    let case = context.site.register.cases.get(&measure.fact.case);
    let found = measure.fact.evaluated.and_then(|step| {
        let case = case?;
        let done = case.steps.get(step)?;
        let Action::Evaluated(evaluated) = &done.action else {
            return None;
        };
        let redaction = Redaction::new(case, &context.site.words.labels.not_shown);
        let ground = redaction.text(|| route!["steps", step, "ground"], &evaluated.ground);
        let effect = context.say(&format!("effect-{}", evaluated.effect));
        let who = context.site.words.person(&done.by);
        let args = args!(effect: effect, ground: ground, who: who, day: done.date);
        Some(context.wording.with("measure-checked", &args))
    });
    found.unwrap_or_else(|| context.say("measure-not-checked"))
}

/// Shows the effect of preventive measures (M21 to M23).
pub(super) fn preventive(context: &Context<'_, '_>) -> Section {
    let (figures, wording) = (context.figures, &context.wording);
    let [.., answer] = wording.answers(figures);
    let mut blocks = vec![Block::text(answer.text.clone())];
    if !figures.measures.is_empty() {
        let mut order: Vec<&MeasureFigures> = figures.measures.iter().collect();
        // What was shown stands first, then what could be compared, then what is longest in force.
        order.sort_by_key(|measure| {
            let claim = measure
                .effect
                .as_ref()
                .is_some_and(|effect| is_claim(effect.judgement.verdict));
            (
                !claim,
                !is_compared(measure),
                measure.fact.in_force.is_none(),
                measure.fact.in_force,
                measure.fact.case,
            )
        });
        let more = order.len().saturating_sub(MEASURES);
        order.truncate(MEASURES);
        let in_force: Vec<&MeasureFigures> = order
            .iter()
            .copied()
            .filter(|measure| is_compared(measure))
            .take(DRAWN)
            .collect();
        if !in_force.is_empty() {
            blocks.push(forest(context, &in_force, &answer.text));
        }
        let rows = order.iter().map(|measure| {
            let name = described(context, measure);
            let said = wording.measure(measure, &name).join(" ");
            Row::of_case(
                measure.fact.case,
                vec![
                    name,
                    verdict(context, measure),
                    said,
                    checked(context, measure),
                ],
            )
        });
        let heads = context.heads(&["case", "measure", "verdict", "says", "checked"]);
        let table = Table::new(context.say("effect-caption"), &heads, rows.collect());
        blocks.push(Block::Table { table });
        if more > 0 {
            blocks.push(Block::quiet(wording.with("analysis-more", &args!(n: more))));
        }
        if VerdictCounts::of(&figures.measures).early > 0 {
            blocks.push(Block::quiet(context.say("measures-early-note")));
        }
    }
    let keys = [Key::PreventionDecided, Key::MeasureDone];
    blocks.extend(shares_table(context, "prevention-caption", &keys));
    context.section("preventive", blocks)
}

/// Tells whether there were enough days on either side to compare.
fn is_compared(measure: &MeasureFigures) -> bool {
    let effect = measure.effect.as_ref();
    effect.is_some_and(|effect| effect.judgement.adjusted_p.is_some())
}

const fn is_claim(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Improved | Verdict::Worsened)
}

fn forest(context: &Context<'_, '_>, measures: &[&MeasureFigures], conclusion: &str) -> Block {
    let wording = &context.wording;
    let numbers = wording.numbers;
    let mut ratios = Vec::new();
    let mut rows = Vec::new();
    for measure in measures {
        let Some(effect) = &measure.effect else {
            continue;
        };
        let (evidence, verdict) = (&effect.evidence, effect.judgement.verdict);
        let comparison = evidence.comparison;
        let name = described(context, measure);
        let word = context.say(&format!("verdict-word-{}", verdict_word(verdict)));
        let (lo, hi) = (comparison.interval.lo, comparison.interval.hi);
        ratios.push(Ratio {
            label: name.clone(),
            text: word.clone(),
            ratio: (comparison.ratio, lo, hi),
            signal: is_claim(verdict),
        });
        let day = |day: chrono::NaiveDate| wording.date(day);
        rows.push(Row::new(
            name,
            vec![
                wording.category(&measure.fact.category),
                day(evidence.windows.after.from),
                format!(
                    "{} / {}",
                    evidence.before.events,
                    evidence.windows.before.days()
                ),
                format!(
                    "{} / {}",
                    evidence.after.events,
                    evidence.windows.after.days()
                ),
                comparison
                    .ratio
                    .map_or_else(|| "–".to_owned(), |ratio| numbers.ratio(ratio)),
                format!("{}–{}", numbers.ratio(lo), numbers.ratio(hi)),
                word,
            ],
        ));
    }
    let of_incidents = |measure: &&MeasureFigures| {
        let effect = measure.effect.as_ref();
        effect.is_some_and(Effect::counts_incidents)
    };
    let unit = wording.unit(measures.iter().any(of_incidents));
    let title = wording.with("forest-title", &args!(unit: unit));
    let words = ["forest-fewer", "forest-unchanged", "forest-more"].map(|key| context.say(key));
    let [fewer, unchanged, more] = &words;
    let named = Named {
        id: "measures",
        title: &title,
        conclusion,
    };
    let svg = chart::forest(
        &named,
        &ratios,
        [fewer.as_str(), unchanged.as_str(), more.as_str()],
    );
    let heads = context.heads(&[
        "measure",
        "category",
        "in-force",
        "#before",
        "#after",
        "#ratio",
        "#interval",
        "verdict",
    ]);
    Block::Chart {
        svg: Html::new(svg),
        table: Table::new(title.clone(), &heads, rows),
    }
}
