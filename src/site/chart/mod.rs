//! The charts of the yearly analysis: static SVG for a wide and a narrow page, of which the stylesheet shows one. Each
//! chart is drawn from the figures themselves, labelled where it is read, and counts from 0. Imports nothing of the
//! project.

mod bars;
mod closing;
mod dots;
mod forest;
mod months;
mod strips;
mod svg;

pub(super) use bars::{Bar, bars};
pub(super) use closing::closing;
pub(super) use dots::{Dot, dots};
pub(super) use forest::{Ratio, forest};
pub(super) use months::{MonthBar, months};
pub(super) use strips::{Strip, strips};
use svg::Svg;

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
