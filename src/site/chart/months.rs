//! The chart of the months, with the limits of chance.

use super::svg::{Anchor, Svg, scale};
use super::{Named, both};

/// A month of the chart of months.
pub(in crate::site) struct MonthBar {
    /// The count; `None` before the register and in time to come.
    pub(in crate::site) count: Option<u64>,
    /// The lowest and highest count that chance allows, where there are limits.
    pub(in crate::site) limits: Option<(u64, Option<u64>)>,
    /// Whether it lies outside them.
    pub(in crate::site) signal: bool,
}

/// Draws the months as bars, with the limits of chance behind those that are judged.
pub(in crate::site) fn months(
    named: &Named<'_>,
    bars: &[MonthBar],
    years: &[String],
    limits: &str,
) -> String {
    let high = |bar: &MonthBar| bar.limits.and_then(|(_, high)| high).unwrap_or(0);
    let most = bars
        .iter()
        .map(|bar| bar.count.unwrap_or(0).max(high(bar)))
        .max()
        .unwrap_or(0);
    both(named, |width| {
        let (left, top, bottom) = (30.0, 28.0, 190.0);
        let mut svg = Svg::new(width, 216.0);
        let (end, step) = scale(most as f64);
        let y = |count: f64| bottom - (bottom - top) * count / end;
        let slot = (width - left - 4.0) / bars.len().max(1) as f64;
        let x = |at: usize| left + slot * at as f64;
        let mut tick = 0.0;
        while tick <= end {
            svg.line("grid", (left, y(tick)), (width - 4.0, y(tick)));
            svg.text(
                "axis",
                (left - 6.0, y(tick) + 4.0),
                Anchor::End,
                &format!("{tick}"),
            );
            tick += step;
        }
        let judged: Vec<usize> = (0..bars.len())
            .filter(|at| bars[*at].limits.is_some())
            .collect();
        // Months with the same limits are one piece, or seams would show.
        for piece in judged.chunk_by(|one, next| bars[*one].limits == bars[*next].limits) {
            let (Some(at), Some((low, high))) = (piece.first(), bars[piece[0]].limits) else {
                continue;
            };
            let upper = y(high.map_or(end, |high| high as f64));
            let lower = y(low as f64);
            let (from, to) = (x(*at), x(at + piece.len()));
            svg.rect("band", from, upper, to - from, lower - upper);
            svg.line("limit", (from, upper), (to, upper));
            if low > 0 {
                svg.line("limit", (from, lower), (to, lower));
            }
        }
        if let Some((at, upper)) = judged.first().and_then(|at| {
            let (_, high) = bars[*at].limits?;
            Some((*at, y(high.map_or(end, |high| high as f64))))
        }) {
            let anchor = if x(at) > width / 2.0 {
                (width - 4.0, Anchor::End)
            } else {
                (x(at), Anchor::Start)
            };
            svg.text("label", (anchor.0, upper - 6.0), anchor.1, limits);
        }
        for (at, bar) in bars.iter().enumerate() {
            let Some(count) = bar.count else {
                svg.line(
                    "unknown",
                    (x(at), bottom - 3.0),
                    (x(at) + slot, bottom - 3.0),
                );
                continue;
            };
            let gap = (slot * 0.18).min(3.0);
            let top = y(count as f64);
            svg.rect(
                if bar.signal { "bar signal" } else { "bar" },
                x(at) + gap,
                top,
                slot - 2.0 * gap,
                bottom - top,
            );
            if bar.signal {
                svg.diamond("signal", (x(at) + slot / 2.0, top - 8.0), 5.0);
                svg.text(
                    "label strong",
                    (x(at) + slot / 2.0, top - 16.0),
                    Anchor::Middle,
                    &count.to_string(),
                );
            }
        }
        for (at, year) in years.iter().enumerate() {
            let from = left + slot * 12.0 * at as f64;
            svg.line("base", (from, bottom), (from, bottom + 8.0));
            svg.text(
                "axis",
                (from + slot * 6.0, bottom + 18.0),
                Anchor::Middle,
                year,
            );
        }
        svg.line("base", (left, bottom), (width - 4.0, bottom));
        svg
    })
}
