//! The charts of the yearly analysis: static SVG for a wide and a narrow page, of which the stylesheet shows one. Each
//! chart is drawn from the figures themselves, labelled where it is read, and counts from 0. Imports nothing of the
//! project.

mod svg;

use svg::{Anchor, Svg, fitted, scale};

/// The widths of the two drawings.
const WIDTHS: [(&str, f64); 2] = [("wide", 680.0), ("narrow", 300.0)];

/// What names a chart.
pub(super) struct Named<'n> {
    /// The id that is unique on the page.
    pub(super) id: &'n str,
    /// What it shows.
    pub(super) title: &'n str,
    /// What is to be seen in it.
    pub(super) conclusion: &'n str,
}

/// Draws a chart twice, for a wide and a narrow page.
fn both(named: &Named<'_>, draw: impl Fn(f64) -> Svg) -> String {
    let one = |(look, width): (&str, f64)| {
        let id = format!("{}-{look}", named.id);
        draw(width).finish(&id, look, named.title, named.conclusion)
    };
    WIDTHS.into_iter().map(one).collect()
}

/// A month of the chart of months.
pub(super) struct MonthBar {
    /// The count; `None` before the register and in time to come.
    pub(super) count: Option<u64>,
    /// The lowest and highest count that chance allows, where there are limits.
    pub(super) limits: Option<(u64, Option<u64>)>,
    /// Whether it lies outside them.
    pub(super) signal: bool,
}

/// Draws the months as bars, with the limits of chance behind those that are judged.
pub(super) fn months(
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

/// A bar with its label.
pub(super) struct Bar {
    pub(super) label: String,
    pub(super) count: u64,
    /// What stands beside the bar.
    pub(super) text: String,
    /// Where the average of the years before lies.
    pub(super) tick: Option<f64>,
    pub(super) signal: bool,
}

/// Draws bars from 0, one under the other, each under its label.
pub(super) fn bars(named: &Named<'_>, rows: &[Bar]) -> String {
    let most = rows
        .iter()
        .map(|row| (row.count as f64).max(row.tick.unwrap_or(0.0)))
        .fold(1.0, f64::max);
    both(named, |width| {
        let mut svg = Svg::new(width, rows.len() as f64 * 40.0 + 6.0);
        let beside = 120.0;
        let x = |count: f64| (width - beside) * count / most;
        for (at, row) in rows.iter().enumerate() {
            let y = at as f64 * 40.0;
            svg.text(
                "label",
                (0.0, y + 13.0),
                Anchor::Start,
                &fitted(&row.label, width),
            );
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
        }
        svg.line("base", (0.0, 14.0), (0.0, svg.height - 4.0));
        svg
    })
}

/// A share with its interval, and the bounds that silence leaves.
pub(super) struct Dot {
    pub(super) label: String,
    /// What stands at the right.
    pub(super) text: String,
    /// The share, its interval, and the wider bounds.
    pub(super) share: Option<(f64, f64, f64)>,
    pub(super) bounds: Option<(f64, f64)>,
    pub(super) signal: bool,
}

/// Draws shares from 0 to 100 %, each with its interval, and a norm.
pub(super) fn dots(
    named: &Named<'_>,
    rows: &[Dot],
    norm: Option<(f64, &str)>,
    percent: &dyn Fn(f64) -> String,
) -> String {
    both(named, |width| {
        let (top, row_height) = (if norm.is_some() { 24.0 } else { 8.0 }, 46.0);
        let bottom = top + rows.len() as f64 * row_height;
        let mut svg = Svg::new(width, bottom + 24.0);
        let (left, right) = (14.0, width - 20.0);
        let x = |share: f64| left + (right - left) * share;
        for tick in [0.0, 0.25, 0.5, 0.75, 1.0] {
            svg.text(
                "axis",
                (x(tick), bottom + 16.0),
                Anchor::Middle,
                &percent(tick),
            );
        }
        if let Some((norm, label)) = norm {
            svg.line("norm", (x(norm), 17.0), (x(norm), top));
            let anchor = if norm > 0.5 {
                Anchor::End
            } else {
                Anchor::Start
            };
            svg.text("label strong", (x(norm), 13.0), anchor, label);
        }
        for (at, row) in rows.iter().enumerate() {
            let y = top + at as f64 * row_height;
            let room = width - row.text.chars().count() as f64 * 6.8 - 12.0;
            svg.text(
                "label",
                (0.0, y + 15.0),
                Anchor::Start,
                &fitted(&row.label, room),
            );
            svg.text("label strong", (width, y + 15.0), Anchor::End, &row.text);
            let y = y + 30.0;
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
        svg
    })
}

/// A member of a family over the months: bars where it is frequent, dots on a line where it is rare.
pub(super) struct Strip {
    pub(super) label: String,
    /// What stands at the right.
    pub(super) text: String,
    pub(super) months: Vec<Option<u64>>,
    pub(super) frequent: bool,
}

/// Draws members of a family over the same months, the frequent ones on one scale.
pub(super) fn strips(named: &Named<'_>, rows: &[Strip], years: &[String]) -> String {
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
            let room = width - row.text.chars().count() as f64 * 6.8 - 12.0;
            svg.text(
                "label",
                (0.0, y + 15.0),
                Anchor::Start,
                &fitted(&row.label, room),
            );
            svg.text("label strong", (width, y + 15.0), Anchor::End, &row.text);
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

/// Draws how much is closed after how many days: a step curve, with its median and 90th percentile and the open cases.
pub(super) fn closing(
    named: &Named<'_>,
    steps: &[(u32, f64)],
    open: &[u32],
    marks: &[(u32, f64, String)],
    days: &str,
    percent: &dyn Fn(f64) -> String,
) -> String {
    let most = steps
        .iter()
        .map(|(day, _)| *day)
        .chain(open.iter().copied())
        .max()
        .unwrap_or(1)
        .max(1);
    both(named, |width| {
        let (left, right, top, bottom) = (42.0, width - 14.0, 14.0, 210.0);
        let mut svg = Svg::new(width, 250.0);
        let (end, step) = scale(f64::from(most));
        let x = |day: f64| left + (right - left) * day / end;
        let y = |share: f64| bottom - (bottom - top) * share;
        for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
            svg.line("grid", (left, y(share)), (right, y(share)));
            svg.text(
                "axis",
                (left - 6.0, y(share) + 4.0),
                Anchor::End,
                &percent(share),
            );
        }
        let mut tick = 0.0;
        while tick <= end {
            svg.text(
                "axis",
                (x(tick), bottom + 18.0),
                Anchor::Middle,
                &format!("{tick}"),
            );
            tick += step;
        }
        svg.text(
            "axis",
            ((left + right) / 2.0, bottom + 35.0),
            Anchor::Middle,
            days,
        );
        let mut points = vec![(x(0.0), y(0.0))];
        let mut closed = 0.0;
        for (day, share) in steps {
            points.push((x(f64::from(*day)), y(closed)));
            closed = *share;
            points.push((x(f64::from(*day)), y(closed)));
        }
        points.push((x(f64::from(most)), y(closed)));
        svg.path("curve", &points);
        for day in open {
            let before = steps.iter().take_while(|(at, _)| at <= day).last();
            let share = before.map_or(0.0, |(_, share)| *share);
            let at = x(f64::from(*day));
            svg.line("censored", (at, y(share) - 6.0), (at, y(share) + 6.0));
        }
        for (day, share, label) in marks {
            let at = (x(f64::from(*day)), y(*share));
            svg.line("norm", (left, at.1), at);
            svg.line("norm", at, (at.0, bottom));
            let late = at.0 > width * 0.55;
            let anchor = if late { Anchor::End } else { Anchor::Start };
            svg.text(
                "label strong",
                (at.0 + if late { -6.0 } else { 6.0 }, at.1 + 16.0),
                anchor,
                label,
            );
        }
        svg.line("base", (left, bottom), (right, bottom));
        svg
    })
}

/// A ratio with its interval.
pub(super) struct Ratio {
    pub(super) label: String,
    pub(super) text: String,
    /// The ratio and its interval; an end may be 0 or unbounded.
    pub(super) ratio: (Option<f64>, f64, f64),
    pub(super) signal: bool,
}

/// Draws ratios on a scale of doublings around 1, which is unchanged.
pub(super) fn forest(named: &Named<'_>, rows: &[Ratio], words: [&str; 3]) -> String {
    const ENDS: (f64, f64) = (0.1, 10.0);
    both(named, |width| {
        let (top, row_height) = (22.0, 46.0);
        let bottom = top + rows.len() as f64 * row_height;
        let mut svg = Svg::new(width, bottom + 24.0);
        let (left, right) = (10.0, width - 10.0);
        let inside = |ratio: f64| ratio.clamp(ENDS.0, ENDS.1);
        let x = |ratio: f64| {
            left + (right - left) * (inside(ratio) / ENDS.0).ln() / (ENDS.1 / ENDS.0).ln()
        };
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
            let label = if tick < 0.2 { "⅒×" } else { label };
            svg.text("axis", (x(tick), bottom + 16.0), anchor, label);
        }
        let [fewer, unchanged, more] = words;

        svg.text("label", (x(1.0), 11.0), Anchor::Middle, unchanged);
        svg.text("axis", (left, 11.0), Anchor::Start, &format!("← {fewer}"));
        svg.text("axis", (right, 11.0), Anchor::End, &format!("{more} →"));
        for (at, row) in rows.iter().enumerate() {
            let y = top + at as f64 * row_height;
            let room = width - row.text.chars().count() as f64 * 6.8 - 12.0;
            svg.text(
                "label",
                (0.0, y + 16.0),
                Anchor::Start,
                &fitted(&row.label, room),
            );
            svg.text("label strong", (width, y + 16.0), Anchor::End, &row.text);
            let y = y + 31.0;
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
        svg
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named() -> Named<'static> {
        Named {
            id: "c",
            title: "t",
            conclusion: "d",
        }
    }

    /// Neither an empty register nor endless intervals make a coordinate that is no number.
    #[test]
    fn every_coordinate_is_a_number() {
        let drawn = [
            months(&named(), &[], &[], ""),
            months(
                &named(),
                &[MonthBar {
                    count: Some(0),
                    limits: Some((0, None)),
                    signal: false,
                }],
                &["2026".into()],
                "x",
            ),
            bars(&named(), &[]),
            bars(
                &named(),
                &[Bar {
                    label: "a".into(),
                    count: 0,
                    text: "0".into(),
                    tick: None,
                    signal: false,
                }],
            ),
            dots(&named(), &[], None, &|x| x.to_string()),
            strips(
                &named(),
                &[Strip {
                    label: "a".into(),
                    text: String::new(),
                    months: vec![],
                    frequent: true,
                }],
                &[],
            ),
            closing(&named(), &[], &[], &[], "", &|x| x.to_string()),
            forest(
                &named(),
                &[Ratio {
                    label: "a".into(),
                    text: String::new(),
                    ratio: (Some(f64::INFINITY), 0.0, f64::INFINITY),
                    signal: true,
                }],
                ["", "", ""],
            ),
        ];
        for svg in drawn {
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
            assert_eq!(svg.matches("role=\"img\"").count(), 2);
            assert!(svg.contains("aria-labelledby=\"c-wide-t c-wide-d\""));
        }
    }
}
