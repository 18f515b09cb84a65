//! Numbers as people read them: a decimal comma in Dutch, as many digits as the count behind a number bears. Imports the
//! languages only.

use crate::analysis::proportion::Share;
use crate::words::Language;

/// Writes numbers in a language.
#[derive(Debug, Clone, Copy)]
pub struct Numbers(Language);

impl Numbers {
    /// Takes the language.
    pub const fn new(language: Language) -> Self {
        Self(language)
    }

    fn point(self, text: String) -> String {
        match self.0 {
            Language::Nl => text.replace('.', ","),
            Language::En => text,
        }
    }

    /// Gives a number with this many decimals.
    pub fn fixed(self, value: f64, decimals: usize) -> String {
        self.point(format!("{value:.decimals$}"))
    }

    /// Gives an average: one decimal unless it is whole.
    pub fn mean(self, value: f64) -> String {
        let whole = (value - value.round()).abs() < 0.05;
        self.fixed(value, usize::from(!whole))
    }

    /// Gives a number with two significant digits; an unbounded one as ∞.
    pub fn ratio(self, value: f64) -> String {
        if !value.is_finite() {
            return "∞".to_owned();
        }
        let decimals = if value == 0.0 {
            0
        } else {
            let magnitude = value.abs().log10().floor() as i32;
            usize::try_from(1 - magnitude).unwrap_or(0).min(6)
        };
        self.fixed(value, decimals)
    }

    /// Gives a p-value.
    pub fn p(self, p: f64) -> String {
        if p < 0.001 {
            self.point("< 0.001".to_owned())
        } else {
            self.ratio(p)
        }
    }

    /// Gives the number of a percentage, without the sign: no decimals below a thousand cases, else one.
    pub fn percent(self, value: f64, of: u64) -> String {
        self.fixed(value * 100.0, usize::from(of >= 1000))
    }

    /// Gives a percentage with its sign, as the language writes it.
    pub fn percentage(self, value: f64, of: u64) -> String {
        match self.0 {
            Language::Nl => format!("{} %", self.percent(value, of)),
            Language::En => format!("{}%", self.percent(value, of)),
        }
    }

    /// Gives a share: "41 van 45 (91 %)", "3 van 4", "n.v.t." (definition, section 0).
    pub fn share(self, share: Share) -> String {
        let (none, of) = match self.0 {
            Language::Nl => ("n.v.t.", "van"),
            Language::En => ("n/a", "of"),
        };
        match share.value() {
            None => none.to_owned(),
            Some(value) if share.shows_percentage() => {
                let percentage = self.percentage(value, share.of);
                format!("{} {of} {} ({percentage})", share.hits, share.of)
            }
            Some(_) => format!("{} {of} {}", share.hits, share.of),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_follow_the_definition() {
        let (nl, en) = (Numbers::new(Language::Nl), Numbers::new(Language::En));
        assert_eq!(nl.ratio(0.6789), "0,68");
        assert_eq!(nl.ratio(1.94), "1,9");
        assert_eq!(en.ratio(12.4), "12");
        assert_eq!(en.ratio(f64::INFINITY), "∞");
        assert_eq!(nl.p(0.0004), "< 0,001");
        assert_eq!(nl.p(0.0412), "0,041");
        assert_eq!(nl.mean(7.5), "7,5");
        assert_eq!(nl.mean(7.0), "7");
    }

    #[test]
    fn a_percentage_needs_ten_and_nothing_of_nothing_is_no_percentage() {
        let nl = Numbers::new(Language::Nl);
        assert_eq!(nl.share(Share::new(0, 0)), "n.v.t.");
        assert_eq!(nl.share(Share::new(3, 4)), "3 van 4");
        assert_eq!(nl.share(Share::new(41, 45)), "41 van 45 (91 %)");
        assert_eq!(
            Numbers::new(Language::En).share(Share::new(999, 1000)),
            "999 of 1000 (99.9%)"
        );
    }
}
