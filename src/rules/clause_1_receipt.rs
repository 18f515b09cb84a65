//! Clause 1: receipt and registration of a complaint.

use super::{Check, Out, Rule, StepView, violation};
use crate::args;
use crate::register::step::{Action, Channel};

pub(super) const RULES: &[Rule] = &[violation(
    "K101",
    "letter-not-passed-on",
    &["1.3"],
    Check::Step(letter_not_passed_on),
)];

fn letter_not_passed_on(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Received(received) = &view.step.action else {
        return;
    };
    if received.channel == Channel::Letter && received.passed_to_coordinator.is_none() {
        out.at(view.field("channel"), args!());
    }
}
