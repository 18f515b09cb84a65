//! What preventive measures led to, in a yearly analysis.

use crate::analysis::effect::Verdict;
use crate::analysis::figures::{Effect, Key, MeasureFigures};
use crate::args;
use crate::register::redaction::Redaction;
use crate::register::step::Action;
use crate::route;
use crate::site::chart::{self, Named, Ratio};
use crate::site::elements::Html;
use crate::site::views::analysis::{Block, Row, Section, Table};
use crate::wording::{VerdictCounts, verdict_word};

use super::Context;
use super::shares::shares_table;

/// How many measures the page shows; the others are in the file beside it.
const MEASURES: usize = 40;

/// How many of them are drawn: about as many as a sheet of paper holds.
const DRAWN: usize = 15;

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
