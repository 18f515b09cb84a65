//! Ratios with their intervals around 1.

use super::svg::{Anchor, Svg};
use super::{Named, both};

/// A ratio with its interval.
pub(in crate::site) struct Ratio {
    pub(in crate::site) label: String,
    pub(in crate::site) text: String,
    /// The ratio and its interval; an end may be 0 or unbounded.
    pub(in crate::site) ratio: (Option<f64>, f64, f64),
    pub(in crate::site) signal: bool,
}

/// Draws ratios on a scale of doublings around 1, which is unchanged.
pub(in crate::site) fn forest(named: &Named<'_>, rows: &[Ratio], words: [&str; 3]) -> String {
    const ENDS: (f64, f64) = (0.1, 10.0);
    both(named, |width| {
        let mut svg = Svg::new(width, 0.0);
        let (left, right) = (10.0, width - 10.0);
        let inside = |ratio: f64| ratio.clamp(ENDS.0, ENDS.1);
        let x = |ratio: f64| {
            left + (right - left) * (inside(ratio) / ENDS.0).ln() / (ENDS.1 / ENDS.0).ln()
        };
        let [fewer, unchanged, more] = words;
        svg.text("label", (x(1.0), 11.0), Anchor::Middle, unchanged);
        svg.text("axis", (left, 11.0), Anchor::Start, &format!("← {fewer}"));
        svg.text("axis", (right, 11.0), Anchor::End, &format!("{more} →"));
        let mut bottom = 22.0;
        for row in rows {
            bottom += svg.labelled(bottom + 16.0, &row.label, &row.text);
            let y = bottom + 31.0;
            bottom += 46.0;
            for tick in [0.1, 0.25, 0.5, 2.0, 4.0, 10.0] {
                svg.line("grid", (x(tick), y - 8.0), (x(tick), y + 8.0));
            }
            svg.line("norm", (x(1.0), y - 10.0), (x(1.0), y + 10.0));
            let (value, low, high) = row.ratio;
            svg.line("interval", (x(low), y), (x(high), y));
            if low < ENDS.0 {
                svg.path(
                    "arrow",
                    &[
                        (left, y),
                        (left + 8.0, y - 5.0),
                        (left + 8.0, y + 5.0),
                        (left, y),
                    ],
                );
            }
            if high > ENDS.1 {
                svg.path(
                    "arrow",
                    &[
                        (right, y),
                        (right - 8.0, y - 5.0),
                        (right - 8.0, y + 5.0),
                        (right, y),
                    ],
                );
            }
            match value {
                Some(value) if row.signal => svg.diamond("signal", (x(value), y), 7.0),
                Some(value) => svg.rect("dot", x(value) - 5.0, y - 5.0, 10.0, 10.0),
                None => {}
            }
        }
        for (tick, label) in [
            (0.1, "⅒×"),
            (0.25, "¼×"),
            (0.5, "½×"),
            (2.0, "2×"),
            (4.0, "4×"),
            (10.0, "10×"),
        ] {
            let anchor = if tick < 0.2 {
                Anchor::Start
            } else if tick > 5.0 {
                Anchor::End
            } else {
                Anchor::Middle
            };
            svg.text("axis", (x(tick), bottom + 16.0), anchor, label);
        }
        svg.height = bottom + 24.0;
        svg
    })
}
