//! What of a record is not shown: texts that give away something private. Every text of a record or of a yearly analysis passes
//! here on its way into a view.

use crate::register::analysis::YearlyAnalysis;
use crate::register::case::{Case, Correction, Leak};
use crate::route;
use crate::source::{Route, Segment, Spot};
use crate::words::{Id, Text};

/// Keeps the texts of one case that give something away off the site.
pub struct Redaction<'a> {
    case: &'a Case,
    placeholder: &'a str,
}

impl<'a> Redaction<'a> {
    /// Takes a case and what stands in the place of a text that is not shown.
    pub const fn new(case: &'a Case, placeholder: &'a str) -> Self {
        Self { case, placeholder }
    }

    /// Gives a text of the record, or the placeholder where the text at that route of the corrected case leaks.
    pub fn text(&self, route: impl FnOnce() -> Route, text: &'a Text) -> &'a str {
        if self.case.leaks.is_empty() {
            text.as_str()
        } else {
            self.hidden(&self.case.route_in_file(&route()), text.as_str())
        }
    }

    /// Tells whether an id of a measure in this case leaks; then none is shown.
    pub fn hides_measures(&self) -> bool {
        let named = |leak: &Leak| matches!(leak.route.0.last(), Some(Segment::Key(key)) if key == "id" || key == "measure");
        self.case.leaks.iter().any(named)
    }

    /// Gives the id of a measure, or the placeholder.
    pub fn measure(&self, id: &'a Id) -> &'a str {
        if self.hides_measures() {
            self.placeholder
        } else {
            id.as_str()
        }
    }

    /// Gives both values of a correction, each replaced where it leaks: the old one may have been the mistake.
    pub fn correction(&self, correction: &'a Correction) -> (&'a str, &'a str) {
        if self.case.leaks.is_empty() {
            return (&correction.was, &correction.now);
        }
        let field = |by_step: usize| route!["steps", by_step, "fields", correction.field.clone()];
        let earlier = self.case.corrections.iter().rev().find(|other| {
            other.step == correction.step
                && other.field == correction.field
                && other.by_step < correction.by_step
        });
        let was = earlier.map_or_else(
            || route!["steps", correction.step, correction.field.clone()],
            |other| field(other.by_step),
        );
        (
            self.hidden(&was, &correction.was),
            self.hidden(&field(correction.by_step), &correction.now),
        )
    }

    /// Tells whether what is said about a place could repeat a text that leaks.
    pub fn touches(&self, spot: &Spot) -> bool {
        let Some(route) = spot.route() else {
            return !self.case.leaks.is_empty();
        };
        self.case
            .leaks
            .iter()
            .any(|leak| leak.route.0.starts_with(&route.0) || route.0.starts_with(&leak.route.0))
    }

    fn hidden(&self, route: &Route, text: &'a str) -> &'a str {
        if self
            .case
            .leaks
            .iter()
            .any(|leak| leak.route.0.starts_with(&route.0))
        {
            self.placeholder
        } else {
            text
        }
    }
}

/// Gives a text of a yearly analysis, or nothing where the text at that route leaks.
pub fn of_analysis<'a>(analysis: &YearlyAnalysis, route: &Route, text: &'a str) -> Option<&'a str> {
    let leaks = analysis.leaks.iter().any(|leak| leak.route == *route);
    (!leaks).then_some(text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::register::trace::Trace;

    fn case(routes: &[Route]) -> Case {
        let correction = |by_step, was: &str, now: &str| Correction {
            step: 0,
            field: "summary".into(),
            was: was.into(),
            now: now.into(),
            by_step,
        };
        Case {
            id: "2026-0001".parse().unwrap(),
            dir: "2026/2026-0001".into(),
            steps: vec![],
            corrections: vec![correction(1, "een", "twee"), correction(2, "twee", "drie")],
            replaced: vec![],
            annex: BTreeMap::new(),
            as_written: None,
            leaks: routes
                .iter()
                .map(|route| Leak {
                    route: route.clone(),
                    trace: Trace::Name,
                })
                .collect(),
        }
    }

    #[test]
    fn each_value_of_a_chain_of_corrections_is_hidden_by_its_own_place() {
        let shown = |routes: &[Route]| {
            let case = case(routes);
            let redaction = Redaction::new(&case, "***");
            let text: Text = "drie".parse().unwrap();
            let now = redaction
                .text(|| route!["steps", 0, "summary"], &text)
                .to_owned();
            let pairs: Vec<String> = case
                .corrections
                .iter()
                .map(|c| redaction.correction(c))
                .map(|(was, now)| format!("{was}>{now}"))
                .collect();
            format!("{now} {}", pairs.join(" "))
        };
        assert_eq!(shown(&[]), "drie een>twee twee>drie");
        assert_eq!(
            shown(&[route!["steps", 0, "summary"]]),
            "drie ***>twee twee>drie"
        );
        assert_eq!(
            shown(&[route!["steps", 1, "fields", "summary"]]),
            "drie een>*** ***>drie"
        );
        assert_eq!(
            shown(&[route!["steps", 2, "fields", "summary"]]),
            "*** een>twee twee>***"
        );
    }
}
