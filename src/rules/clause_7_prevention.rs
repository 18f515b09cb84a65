//! Clause 7: preventive measures.

use super::record::measures_or_why_none;
use super::{Check, Out, Rule, StepView, breach, violation};
use crate::args;
use crate::register::step::Action;

pub(super) const RULES: &[Rule] = &[
    breach("K701", "prevention-late", &["7.3"], Check::Term),
    violation("K702", "prevention-before-verdict", &["7.1"], Check::Order),
    violation(
        "K703",
        "prevention-unclear",
        &["7.1", "7.3"],
        Check::Step(prevention_unclear),
    ),
    violation(
        "K704",
        "nobody-consulted",
        &["7.2"],
        Check::Step(nobody_consulted),
    ),
    violation("K705", "closed-without-prevention", &["7.1"], Check::Order),
];

/// Prevention has measures, or a reason why there are none; not both, not neither.
fn prevention_unclear(view: &StepView<'_>, out: &mut Out<'_>) {
    if let Action::Prevention(prevention) = &view.step.action {
        measures_or_why_none(view, prevention.none_because.is_some(), out);
    }
}

fn nobody_consulted(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Prevention(prevention) = &view.step.action else {
        return;
    };
    if prevention.consulted.is_empty() && !prevention.measures.is_empty() {
        out.at(view.field("consulted"), args!());
    }
}
