//! Clause 9: appeal to who commissioned the re-integration.

use super::{Check, Out, Rule, StepView, breach, violation, warning};
use crate::args;
use crate::finding::Arg;
use crate::register::choice::Body;
use crate::register::step::Action;

pub(super) const RULES: &[Rule] = &[
    violation("K901", "appeal-by-principal", &["9.1"], Check::Order),
    warning("K902", "appeal-too-early", &["9.1"], Check::Order),
    violation("K903", "no-appeal-open", &["9.1"], Check::Order),
    breach(
        "K904",
        "appeal-not-explained",
        &["9.1"],
        Check::Step(appeal_not_explained),
    ),
    warning(
        "K905",
        "principal-unknown",
        &["9.2"],
        Check::Step(principal_unknown),
    ),
    violation("K906", "closed-during-appeal", &["9.1"], Check::Order),
    warning(
        "K907",
        "appeal-elsewhere",
        &["9.1", "9.2"],
        Check::Step(appeal_elsewhere),
    ),
];

fn appeal_not_explained(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Reported(reported) = &view.step.action else {
        return;
    };
    if view.before.is_client() && !reported.appeal_explained {
        out.at(view.field("appeal_explained"), args!());
    }
}

/// A client appeals to who commissioned the re-integration, so the report must be able to say who that is.
fn principal_unknown(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Reported(_) = &view.step.action else {
        return;
    };
    let unknown = view
        .before
        .received
        .is_some_and(|(_, received)| received.commissioned_by.is_none());
    if view.before.is_client() && unknown {
        out.at(view.field("appeal_explained"), args!());
    }
}

/// A client appeals to who commissioned the re-integration: another kind of body is probably a mistake in one of the two.
fn appeal_elsewhere(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Appealed(appealed) = &view.step.action else {
        return;
    };
    let principal = view
        .before
        .received
        .and_then(|(_, received)| received.commissioned_by.as_ref());
    if let Some(principal) = principal.filter(|principal| principal.kind != appealed.body) {
        let body = |body: Body| Arg::Key(format!("body-{}", body.word()));
        out.at(
            view.field("body"),
            args!(body: body(appealed.body), principal: body(principal.kind)),
        );
    }
}
