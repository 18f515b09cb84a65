//! What the coordinator judged and signed, and what has changed since.

use crate::args;
use crate::register::analysis::{YearlyAnalysis, markdown_route};
use crate::register::redaction::of_analysis;
use crate::route;
use crate::site::elements::Html;
use crate::site::markdown::render_markdown;
use crate::site::views::analysis::{Block, Row, Section, Table};
use crate::wording::judged;
use crate::words::Figure;

use super::Context;

/// Shows what the coordinator judged and wrote, and which figures have changed since.
pub(super) fn signed(context: &Context<'_, '_>) -> Option<Section> {
    let (figures, wording, site) = (context.figures, &context.wording, context.site);
    if figures.frame.running {
        return None;
    }
    let year = u16::try_from(figures.frame.year).ok()?;
    let Some(analysis) = site.register.signed.get(&year) else {
        return Some(context.section("signed", vec![Block::text(context.say("signed-missing"))]));
    };
    let head = &analysis.head;
    let mut blocks = Vec::new();
    for (n, (by, day, _)) in head.signatures().enumerate() {
        let key = if n == 0 {
            "signed-by"
        } else {
            "signed-revised"
        };
        let by = args!(who: site.words.person(by), day: day);
        blocks.push(Block::quiet(wording.with(key, &by)));
    }
    blocks.push(Block::Table {
        table: judgements(context, analysis),
    });
    blocks.push(Block::quiet(context.say("signed-whose")));
    blocks.push(
        match of_analysis(analysis, &markdown_route(), analysis.text.trim()) {
            Some(text) => Block::Prose {
                html: Html::new(render_markdown(text, 2)),
            },
            None => Block::text(context.say("signed-not-shown")),
        },
    );
    blocks.extend(compared(context, analysis));
    Some(context.section("signed", blocks))
}

/// Shows each judgement, what the figures by themselves say, and what it rests on.
fn judgements(context: &Context<'_, '_>, analysis: &YearlyAnalysis) -> Table {
    let (wording, judgements) = (&context.wording, &analysis.head.judgements);
    let shown = judged::shown(context.figures, judgements);
    let answers = wording.answers(context.figures);
    let each = judgements.each().into_iter().zip(answers).zip(shown);
    let rows = each.filter_map(|(((name, judgement), answer), shown)| {
        let (verdict, ground) = judgement?;
        let says = if shown {
            answer.state
        } else {
            wording.with("signed-not-from-figures", &args!(state: answer.state))
        };
        let hidden = context.site.words.labels.not_shown.as_str();
        let ground = ground.map_or("", |ground| {
            let route = route!["judgements", name, "ground"];
            of_analysis(analysis, &route, ground.as_str()).unwrap_or(hidden)
        });
        let judged = context.say(&format!("judged-{name}-{verdict}"));
        let cells = vec![judged, says, ground.to_owned()];
        Some(Row::new(answer.question, cells))
    });
    let heads = context.heads(&["what", "judged", "says", "ground"]);
    let caption = context.say("analysis-section-signed");
    Table::new(caption, &heads, rows.collect())
}

/// Says which key figures are no longer what was recorded on signing, and which were not recorded.
fn compared(context: &Context<'_, '_>, analysis: &YearlyAnalysis) -> Vec<Block> {
    let (figures, wording) = (context.figures, &context.wording);
    let recorded = &analysis.head.figures;
    if recorded.is_empty() {
        return vec![Block::quiet(context.say("signed-unrecorded"))];
    }
    let mut blocks = Vec::new();
    let (mut changed, mut missing) = (Vec::new(), Vec::new());
    for (key, now) in figures.key_figures() {
        let name = wording.key_figure_name(key);
        let shown = |value: &str| wording.key_figure(value, &figures.frame);
        match recorded.get(&key).map(Figure::as_str) {
            None => missing.push(name),
            Some(was) if was != now => changed.push(Row::new(name, vec![shown(was), shown(&now)])),
            Some(_) => {}
        }
    }
    if changed.is_empty() {
        blocks.push(Block::quiet(context.say("signed-unchanged")));
    } else {
        blocks.push(Block::text(
            wording.with("signed-changed", &args!(n: changed.len())),
        ));
        let heads = context.heads(&["what", "#was", "#now"]);
        blocks.push(Block::Table {
            table: Table::new(context.say("signed-caption"), &heads, changed),
        });
    }
    if !missing.is_empty() {
        let figures = args!(figures: missing.join(", "));
        blocks.push(Block::quiet(
            wording.with("signed-partly-recorded", &figures),
        ));
    }
    blocks
}
