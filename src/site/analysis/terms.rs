//! What was done in time, in a yearly analysis.

use crate::analysis::figures::Key;
use crate::args;
use crate::site::chart::{self, Dot, Named};
use crate::site::elements::Html;
use crate::site::views::analysis::{Block, Section, Table};

use super::Context;
use super::shares::{dot, share_row};

/// The shares of terms that have one, clause by clause.
const TERMS: [Key; 4] = [Key::Acknowledged, Key::Told, Key::Reported, Key::Handled];

/// Shows what was done in time (M06 to M09).
pub(super) fn terms(context: &Context<'_, '_>) -> Section {
    let (figures, wording) = (context.figures, &context.wording);
    let due = |key: &Key| !figures.share(*key).of.is_empty();
    if !TERMS.iter().any(due) {
        return context.section("terms", vec![Block::text(context.say("terms-nothing"))]);
    }
    let lines: Vec<String> = TERMS
        .iter()
        .filter_map(|key| {
            Some(format!(
                "{}: {}",
                wording.metric(*key),
                wording.norm(figures, *key)?
            ))
        })
        .collect();
    let title = context.say("terms-title");
    let conclusion = if lines.is_empty() {
        context.say("terms-no-norm")
    } else {
        lines.join(" ")
    };
    let dots: Vec<Dot> = TERMS.iter().map(|key| dot(context, *key)).collect();
    let percentage = |share: f64| wording.numbers.percentage(share, 0);
    let norm = figures.norm.map(|norm| {
        (
            norm,
            wording.with("norm-label", &args!(p: percentage(norm))),
        )
    });
    let named = Named {
        id: "terms",
        title: &title,
        conclusion: &conclusion,
    };
    let svg = chart::dots(
        &named,
        &dots,
        norm.as_ref().map(|(at, label)| (*at, label.as_str())),
        &percentage,
    );
    let rows = TERMS.iter().map(|key| share_row(context, *key)).collect();
    let heads = context.heads(&["term", "#share", "#interval", "#not-due"]);
    let table = Table::new(title.clone(), &heads, rows);
    let mut blocks = vec![Block::Chart {
        svg: Html::new(svg),
        table,
    }];
    if lines.is_empty() {
        blocks.push(Block::quiet(conclusion));
    } else {
        blocks.push(Block::List { items: lines });
    }
    blocks.push(Block::quiet(context.say("analysis-why-interval")));
    context.section("terms", blocks)
}
