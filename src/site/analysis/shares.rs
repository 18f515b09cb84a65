//! How shares of the catalogue are shown in a yearly analysis: as a row of a chart, as rows of a table, as an interval.

use crate::analysis::figures::Key;
use crate::analysis::proportion::{NormEvidence, Share};
use crate::site::chart::Dot;
use crate::site::views::analysis::{Block, Row, Table};

use super::Context;

/// Makes a row of the chart of shares.
pub(super) fn dot(context: &Context<'_, '_>, key: Key) -> Dot {
    let share = context.figures.share(key);
    let below = share
        .norm
        .is_some_and(|norm| norm.evidence == NormEvidence::DemonstrablyBelow);
    Dot {
        label: context.wording.metric(key),
        text: context.wording.numbers.share(share.share()),
        share: share
            .estimate
            .map(|e| (e.value, e.interval.lo, e.interval.hi)),
        bounds: None,
        signal: below,
    }
}

/// Makes a table of shares; none where nothing counts in any of them.
pub(super) fn shares_table(
    context: &Context<'_, '_>,
    caption: &str,
    keys: &[Key],
) -> Option<Block> {
    let counts = |key: &Key| {
        let share = context.figures.share(*key);
        !share.of.is_empty() || !share.apart.is_empty()
    };
    let rows = keys.iter().map(|key| share_row(context, *key)).collect();
    let heads = if keys.iter().any(|key| key.has_interval()) {
        context.heads(&["what", "#share", "#interval", "#apart"])
    } else {
        context.heads(&["what", "#share", "#apart"])
    };
    keys.iter().any(counts).then(|| Block::Table {
        table: Table::new(context.say(caption), &heads, rows),
    })
}

/// Makes a row of a table of shares.
pub(super) fn share_row(context: &Context<'_, '_>, key: Key) -> Row {
    let share = context.figures.share(key);
    let bounds = share.estimate.map(|e| (e.interval.lo, e.interval.hi));
    let mut cells = vec![context.wording.numbers.share(share.share())];
    if key.has_interval() {
        cells.push(interval(context, share.share(), bounds));
    }
    cells.push(share.apart.len().to_string());
    Row::new(context.wording.metric(key), cells)
}

/// Gives an interval in per cent where a percentage is shown.
pub(super) fn interval(
    context: &Context<'_, '_>,
    share: Share,
    interval: Option<(f64, f64)>,
) -> String {
    let numbers = context.wording.numbers;
    interval
        .filter(|_| share.shows_percentage())
        .map_or_else(String::new, |(lo, hi)| {
            format!(
                "{}–{}",
                numbers.percent(lo, share.of),
                numbers.percentage(hi, share.of)
            )
        })
}
