//! What was taken up and how it ended, in a yearly analysis.

use crate::analysis::figures::{Ending, Key};
use crate::analysis::proportion::Share;
use crate::args;
use crate::site::chart::{self, Bar, Named};
use crate::site::elements::Html;
use crate::site::views::analysis::{Block, Row, Section, Table};

use super::Context;
use super::shares::interval;

/// Shows what was taken up and how it ended (M12, M13).
pub(super) fn verdicts(context: &Context<'_, '_>) -> Section {
    let wording = &context.wording;
    if context.figures.received.is_empty() {
        let none = Block::text(context.say("families-nothing"));
        return context.section("verdicts", vec![none]);
    }
    let admitted = context.figures.share(Key::Admitted);
    let first = wording.with(
        "verdicts-admitted",
        &args!(share: wording.numbers.share(admitted.share()), n: admitted.apart.len()),
    );
    let of_closed = context.figures.share(Key::Ending(Ending::Founded));
    let (closed, open) = (of_closed.of.len(), of_closed.apart.len());
    let conclusion = wording.with("verdicts-conclusion", &args!(n: closed, open: open));
    let mut blocks = vec![
        Block::text(first),
        Block::text(conclusion.clone()),
        endings(context, closed as u64, open as u64, &conclusion),
    ];
    blocks.extend(refusals(context));
    context.section("verdicts", blocks)
}

/// Draws how the closed complaints ended, and how many are open.
fn endings(context: &Context<'_, '_>, closed: u64, open: u64, conclusion: &str) -> Block {
    let numbers = &context.wording.numbers;
    let mut bars = Vec::new();
    let mut rows = Vec::new();
    let mut add = |label: String, count: u64, text: String, interval: String| {
        rows.push(Row::new(label.clone(), vec![text.clone(), interval]));
        bars.push(Bar {
            label,
            count,
            text,
            tick: None,
            signal: false,
        });
    };
    for ending in Ending::ALL {
        let share = context.figures.share(Key::Ending(*ending));
        let count = share.hits.len() as u64;
        let of_closed = Share::new(count, closed);
        let shown = of_closed.value().filter(|_| of_closed.shows_percentage());
        let text = match shown {
            Some(value) => format!("{count} ({})", numbers.percentage(value, closed)),
            None => count.to_string(),
        };
        let bounds = share.estimate.map(|e| (e.interval.lo, e.interval.hi));
        let interval = interval(context, share.share(), bounds);
        let label = context.say(&format!("metric-ending-{ending}"));
        add(label, count, text, interval);
    }
    let label = context.say("verdicts-open");
    add(label, open, open.to_string(), String::new());
    let title = context.say("verdicts-title");
    let named = Named {
        id: "verdicts",
        title: &title,
        conclusion,
    };
    let svg = chart::bars(&named, &bars);
    let heads = context.heads(&["verdict", "#count", "#interval"]);
    Block::Chart {
        svg: Html::new(svg),
        table: Table::new(title.clone(), &heads, rows),
    }
}

/// Shows on what grounds complaints were refused.
fn refusals(context: &Context<'_, '_>) -> Option<Block> {
    let refusals = &context.figures.refusals;
    let row = |(ground, cases): &(Option<String>, Vec<_>)| {
        let name = context.wording.refusal(ground.as_deref());
        Row::new(name, vec![cases.len().to_string()])
    };
    let heads = context.heads(&["ground", "#count"]);
    let rows = refusals.iter().map(row).collect();
    (!refusals.is_empty()).then(|| Block::Table {
        table: Table::new(context.say("refusals-caption"), &heads, rows),
    })
}
