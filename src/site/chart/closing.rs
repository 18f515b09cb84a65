//! How much is closed after how many days.

use super::svg::{Anchor, Svg, scale};
use super::{Named, both};

/// Draws how much is closed after how many days: a step curve, with its median and 90th percentile and the open cases.
pub(in crate::site) fn closing(
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
