//! What the coordinator judged and signed, and what has changed since.

use crate::args;
use crate::site::markdown::render_markdown;
use crate::site::templates::Html;
use crate::site::views::analysis::{Block, Row, Section, Table};

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
    let by = args!(who: site.words.person(&head.by), day: head.date);
    let mut blocks = vec![Block::quiet(wording.with("signed-by", &by))];
    let rows = head
        .judgements
        .each()
        .into_iter()
        .filter_map(|(name, judgement)| {
            let (verdict, ground) = judgement?;
            let cells = vec![
                context.say(&format!("judged-{name}-{verdict}")),
                ground.map_or_else(String::new, |ground| ground.as_str().to_owned()),
            ];
            Some(Row::new(context.say(&format!("answer-{name}")), cells))
        });
    let heads = context.heads(&["what", "judged", "ground"]);
    let caption = context.say("analysis-section-signed");
    blocks.push(Block::Table {
        table: Table::new(caption, &heads, rows.collect()),
    });
    blocks.push(Block::Prose {
        html: Html::new(render_markdown(analysis.text.trim(), 2)),
    });
    let changed: Vec<Row> = figures
        .key_figures()
        .into_iter()
        .filter_map(|(name, now)| {
            let was = head.figures.get(name)?.as_str();
            (was != now).then(|| {
                let shown = |value: &str| wording.key_figure(value, &figures.frame);
                Row::new(wording.key_figure_name(name), vec![shown(was), shown(&now)])
            })
        })
        .collect();
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
    Some(context.section("signed", blocks))
}
