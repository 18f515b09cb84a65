//! The members of a family over the same months.

use super::svg::{Anchor, Svg, scale};
use super::{Named, both};

/// A member of a family over the months: bars where it is frequent, dots on a line where it is rare.
pub(in crate::site) struct Strip {
    pub(in crate::site) label: String,
    /// What stands at the right.
    pub(in crate::site) text: String,
    pub(in crate::site) months: Vec<Option<u64>>,
    pub(in crate::site) frequent: bool,
}

/// Draws members of a family over the same months, the frequent ones on one scale.
pub(in crate::site) fn strips(named: &Named<'_>, rows: &[Strip], years: &[String]) -> String {
    let most = rows
        .iter()
        .filter(|row| row.frequent)
        .flat_map(|row| row.months.iter().flatten())
        .max()
        .copied();
    let (end, _) = scale(most.unwrap_or(1) as f64);
    both(named, |width| {
        let (left, right) = (26.0, width - 4.0);
        let mut svg = Svg::new(width, 0.0);
        let mut y = 0.0;
        for row in rows {
            let slot = (right - left) / row.months.len().max(1) as f64;
            y += svg.labelled(y + 15.0, &row.label, &row.text);
            let height = if row.frequent { 50.0 } else { 16.0 };
            let base = y + 24.0 + height;
            if row.frequent {
                svg.text(
                    "axis",
                    (left - 4.0, base - height + 8.0),
                    Anchor::End,
                    &format!("{end}"),
                );
                svg.text("axis", (left - 4.0, base), Anchor::End, "0");
            }
            for (at, count) in row.months.iter().enumerate() {
                let from = left + slot * at as f64;
                match count {
                    None => svg.line("unknown", (from, base), (from + slot, base)),
                    Some(count) if row.frequent => {
                        let tall = height * *count as f64 / end;
                        svg.rect("bar", from + slot * 0.15, base - tall, slot * 0.7, tall);
                    }
                    Some(0) => {}
                    Some(1) => svg.dot("dot", (from + slot / 2.0, base - 5.0), 3.5),
                    Some(count) => {
                        svg.dot("dot", (from + slot / 2.0, base - 5.0), 3.5);
                        svg.text(
                            "axis",
                            (from + slot / 2.0, base - 11.0),
                            Anchor::Middle,
                            &count.to_string(),
                        );
                    }
                }
            }
            let known = row
                .months
                .iter()
                .take_while(|count| count.is_none())
                .count();
            let last = row
                .months
                .iter()
                .rev()
                .take_while(|count| count.is_none())
                .count();
            let to = left + slot * (row.months.len() - last.min(row.months.len())) as f64;
            svg.line("base", (left + slot * known as f64, base), (to, base));
            for at in 1..years.len() {
                let from = left + slot * 12.0 * at as f64;
                svg.line("grid", (from, y + 22.0), (from, base));
            }
            y = base + 12.0;
        }
        let third = (right - left) / years.len().max(1) as f64;
        for (at, year) in years.iter().enumerate() {
            svg.text(
                "axis",
                (left + third * (at as f64 + 0.5), y + 6.0),
                Anchor::Middle,
                year,
            );
        }
        svg.height = y + 12.0;
        svg
    })
}
