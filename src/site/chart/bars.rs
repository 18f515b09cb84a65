//! Bars from 0, for counts.

use super::svg::{Anchor, Svg};
use super::{Named, both};

/// A bar with its label.
pub(in crate::site) struct Bar {
    pub(in crate::site) label: String,
    pub(in crate::site) count: u64,
    /// What stands beside the bar.
    pub(in crate::site) text: String,
    /// Where the average of the years before lies.
    pub(in crate::site) tick: Option<f64>,
    pub(in crate::site) signal: bool,
}

/// Draws bars from 0, one under the other, each under its label.
pub(in crate::site) fn bars(named: &Named<'_>, rows: &[Bar]) -> String {
    let most = rows
        .iter()
        .map(|row| (row.count as f64).max(row.tick.unwrap_or(0.0)))
        .fold(1.0, f64::max);
    both(named, |width| {
        let mut svg = Svg::new(width, 0.0);
        let beside = 120.0;
        let x = |count: f64| (width - beside) * count / most;
        let mut y = 0.0;
        for row in rows {
            y += svg.label((0.0, y + 13.0), width, &row.label);
            svg.rect(
                if row.signal { "bar signal" } else { "bar" },
                0.0,
                y + 19.0,
                x(row.count as f64),
                14.0,
            );
            let mut end = x(row.count as f64);
            if let Some(tick) = row.tick {
                svg.line("tick", (x(tick), y + 16.0), (x(tick), y + 36.0));
                end = end.max(x(tick));
            }
            if row.signal {
                svg.diamond("signal", (end + 10.0, y + 26.0), 5.0);
                end += 14.0;
            }
            svg.text(
                "label strong",
                (end + 6.0, y + 31.0),
                Anchor::Start,
                &row.text,
            );
            y += 40.0;
        }
        svg.height = y + 6.0;
        svg.line("base", (0.0, 14.0), (0.0, svg.height - 4.0));
        svg
    })
}
