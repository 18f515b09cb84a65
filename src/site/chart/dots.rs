//! Shares from 0 to 100 %.

use super::svg::{Anchor, Svg};
use super::{Named, both};

/// A share with its interval, and the bounds that silence leaves.
pub(in crate::site) struct Dot {
    pub(in crate::site) label: String,
    /// What stands at the right.
    pub(in crate::site) text: String,
    /// The share, its interval, and the wider bounds.
    pub(in crate::site) share: Option<(f64, f64, f64)>,
    pub(in crate::site) bounds: Option<(f64, f64)>,
    pub(in crate::site) signal: bool,
}

/// Draws shares from 0 to 100 %, each with its interval, and a norm.
pub(in crate::site) fn dots(
    named: &Named<'_>,
    rows: &[Dot],
    norm: Option<(f64, &str)>,
    percent: &dyn Fn(f64) -> String,
) -> String {
    both(named, |width| {
        let top = if norm.is_some() { 24.0 } else { 8.0 };
        let mut svg = Svg::new(width, 0.0);
        let (left, right) = (14.0, width - 20.0);
        let x = |share: f64| left + (right - left) * share;
        if let Some((norm, label)) = norm {
            svg.line("norm", (x(norm), 17.0), (x(norm), top));
            let anchor = if norm > 0.5 {
                Anchor::End
            } else {
                Anchor::Start
            };
            svg.text("label strong", (x(norm), 13.0), anchor, label);
        }
        let mut bottom = top;
        for row in rows {
            bottom += svg.labelled(bottom + 15.0, &row.label, &row.text);
            let y = bottom + 30.0;
            bottom += 46.0;
            for tick in [0.0, 0.25, 0.5, 0.75, 1.0] {
                svg.line("grid", (x(tick), y - 8.0), (x(tick), y + 8.0));
            }
            if let Some((norm, _)) = norm {
                svg.line("norm", (x(norm), y - 10.0), (x(norm), y + 10.0));
            }
            if let Some((low, high)) = row.bounds {
                let y = y + 9.0;
                svg.line("thin", (x(low), y), (x(high), y));
                svg.line("thin", (x(low), y - 3.0), (x(low), y + 3.0));
                svg.line("thin", (x(high), y - 3.0), (x(high), y + 3.0));
            }
            if let Some((value, low, high)) = row.share {
                svg.line("interval", (x(low), y), (x(high), y));
                if row.signal {
                    svg.diamond("signal", (x(value), y), 7.0);
                } else {
                    svg.dot("dot", (x(value), y), 5.5);
                }
            }
        }
        for tick in [0.0, 0.25, 0.5, 0.75, 1.0] {
            svg.text(
                "axis",
                (x(tick), bottom + 16.0),
                Anchor::Middle,
                &percent(tick),
            );
        }
        svg.height = bottom + 24.0;
        svg
    })
}
