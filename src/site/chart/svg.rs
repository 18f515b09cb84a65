//! The marks that charts are drawn with: static SVG without styles of its own, named by title and description. Imports
//! nothing of the project.

use std::fmt::Write;

/// Writes text so that it is text in SVG and HTML.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// Where a text stands to its point.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A drawing of a width; its height grows as it is drawn.
pub(super) struct Svg {
    pub(super) width: f64,
    pub(super) height: f64,
    body: String,
}

/// Gives a coordinate with at most one decimal.
fn n(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    // No "-0".
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

impl Svg {
    pub(super) const fn new(width: f64, height: f64) -> Self {
        Self {
            width,
            height,
            body: String::new(),
        }
    }

    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.body.write_fmt(text);
    }

    pub(super) fn rect(&mut self, class: &str, x: f64, y: f64, width: f64, height: f64) {
        let (w, h) = (n(width.max(0.0)), n(height.max(0.0)));
        self.put(format_args!(
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{w}\" height=\"{h}\"/>",
            n(x),
            n(y)
        ));
    }

    pub(super) fn line(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        self.put(format_args!(
            "<line class=\"{class}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
            n(x1),
            n(y1),
            n(x2),
            n(y2)
        ));
    }

    pub(super) fn dot(&mut self, class: &str, (x, y): (f64, f64), radius: f64) {
        let (x, y, r) = (n(x), n(y), n(radius));
        self.put(format_args!(
            "<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>"
        ));
    }

    /// Draws a line through points, or a filled shape, by its class.
    pub(super) fn path(&mut self, class: &str, points: &[(f64, f64)]) {
        let mut d = String::new();
        for (at, (x, y)) in points.iter().enumerate() {
            let letter = if at == 0 { 'M' } else { 'L' };
            let _ = write!(d, "{letter}{} {}", n(*x), n(*y));
        }
        self.put(format_args!("<path class=\"{class}\" d=\"{d}\"/>"));
    }

    /// Draws the mark of a signal: another shape, not another colour alone.
    pub(super) fn diamond(&mut self, class: &str, (x, y): (f64, f64), r: f64) {
        self.path(
            class,
            &[(x, y - r), (x + r, y), (x, y + r), (x - r, y), (x, y - r)],
        );
    }

    pub(super) fn text(&mut self, class: &str, (x, y): (f64, f64), anchor: Anchor, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.put(format_args!(
            "<text class=\"{class}\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            n(x),
            n(y),
            escaped(text)
        ));
    }

    /// Writes a label in as many lines as it needs, and gives how much lower it ends than one line would.
    pub(super) fn label(&mut self, (x, y): (f64, f64), width: f64, text: &str) -> f64 {
        let lines = lines(text, width);
        for (at, line) in lines.iter().enumerate() {
            self.text("label", (x, y + LINE * at as f64), Anchor::Start, line);
        }
        LINE * lines.len().saturating_sub(1) as f64
    }

    /// Writes a label at the left and a text at the right: beside it where both fit, else below it. Gives how much lower
    /// that ends than one line would.
    pub(super) fn labelled(&mut self, y: f64, label: &str, text: &str) -> f64 {
        let long = |text: &str, letter: f64| text.chars().count() as f64 * letter;
        let beside = long(label, LETTER) + 12.0 + long(text, STRONG) <= self.width;
        let lower = match beside {
            true => 0.0,
            false => LINE,
        };
        let lower = lower + self.label((0.0, y), self.width, label);
        self.text("label strong", (self.width, y + lower), Anchor::End, text);
        lower
    }

    /// Gives the drawing with its name and its conclusion, for those who do not see it.
    pub(super) fn finish(self, id: &str, look: &str, title: &str, conclusion: &str) -> String {
        let (w, h) = (n(self.width), n(self.height));
        format!(
            "<svg class=\"chart {look}\" viewBox=\"0 0 {w} {h}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\
             <title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>{}</svg>",
            escaped(title),
            escaped(conclusion),
            self.body
        )
    }
}

/// About as wide as a letter of a label, and of one that is set in bold; and how far lines lie apart.
const LETTER: f64 = 6.6;
const STRONG: f64 = 7.4;
const LINE: f64 = 15.0;

/// Breaks a label into lines of about a width, between words where that is possible.
fn lines(text: &str, width: f64) -> Vec<String> {
    let most = (width / LETTER).max(4.0) as usize;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let mut letters: Vec<char> = word.chars().collect();
        let room = |line: &String| line.chars().count() + 1 + letters.len() <= most;
        if let Some(line) = lines.last_mut().filter(|line| room(line)) {
            *line = format!("{line} {word}");
            continue;
        }
        while letters.len() > most {
            let rest = letters.split_off(most - 1);
            lines.push(letters.into_iter().chain(['-']).collect());
            letters = rest;
        }
        lines.push(letters.into_iter().collect());
    }
    lines
}

/// Gives a round upper end for a scale that starts at 0, with its step: at most five steps, whole numbers.
pub(super) fn scale(most: f64) -> (f64, f64) {
    let mut step = 1.0;
    while most / step > 5.0 {
        step = match step / 10f64.powf(f64::log10(step).floor()) {
            m if m < 1.5 => step * 2.0,
            m if m < 3.0 => step * 2.5,
            _ => step * 2.0,
        };
        step = step.round();
    }
    ((most / step).ceil().max(1.0) * step, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_holds_its_most_in_few_whole_steps() {
        for most in [0.0, 1.0, 4.0, 7.0, 23.0, 99.0, 1234.0, 98_765.0] {
            let (top, step) = scale(most);
            assert!(
                top >= most && top / step <= 6.0 && step.fract() == 0.0,
                "{most}: {top} by {step}"
            );
        }
    }

    #[test]
    fn text_stays_text() {
        let mut svg = Svg::new(10.0, 10.0);
        svg.text("x", (0.0, 0.0), Anchor::Start, "<script>&\"");
        let text = svg.finish("a", "wide", "<b>", "\"><i>");
        assert!(!text.contains("<script") && !text.contains("<b>") && !text.contains("<i>"));
    }

    /// In a browser these two are 304 wide and lay over each other.
    #[test]
    fn a_text_in_bold_that_does_not_fit_stands_below() {
        let mut svg = Svg::new(300.0, 10.0);
        let text = "geen aantoonbare verandering";
        assert_eq!(svg.labelled(0.0, "Maatregel m18.", text), LINE);
        assert_eq!(svg.labelled(0.0, "Maatregel", text), 0.0);
    }

    #[test]
    fn nothing_of_a_label_is_lost() {
        assert_eq!(
            lines("Planning en afspraken", 300.0),
            ["Planning en afspraken"]
        );
        assert_eq!(
            lines("Planning en afspraken", 80.0),
            ["Planning en", "afspraken"]
        );
        assert_eq!(lines("Afsprakenplanning", 66.0), ["Afspraken-", "planning"]);
        for width in [0.0, 30.0, 66.0, 150.0] {
            let label = "Bejegening door een onvoorstelbaarlangwoordvooreenafdeling, en meer";
            let told: String = lines(label, width).concat().replace(['-', ' '], "");
            assert_eq!(told, label.replace(' ', ""));
        }
    }
}
