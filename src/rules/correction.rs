//! What a correction put wrong is said of the correction: the step that it corrected was right when it was written.

use std::collections::BTreeSet;

use crate::finding::{Arg, Finding, Level};
use crate::register::case::Case;
use crate::register::step::Action;
use crate::route;
use crate::source::{Route, Segment, Spot};

/// Moves each violation of a case that a correction brought about to that correction.
///
/// `check` finds the violations of a case; it is called for the case as it stood before a correction.
pub(super) fn blame(
    case: &Case,
    found: &mut [Finding],
    mut check: impl FnMut(&Case) -> Vec<Finding>,
) {
    let corrections: BTreeSet<usize> = case.corrections.iter().map(|c| c.by_step).collect();
    let mut open: Vec<(&mut Finding, usize)> = found
        .iter_mut()
        .filter(|finding| finding.level == Level::Violation)
        .filter_map(|finding| step_of(finding).map(|step| (finding, step)))
        .filter(|(_, step)| !corrections.contains(step))
        .collect();
    for at in corrections.into_iter().rev() {
        if open.iter().all(|(_, step)| *step > at) {
            break;
        }
        let known = check(&case.before(at));
        open.retain_mut(|(finding, step)| {
            let is_new = *step < at && !known.iter().any(|k| k.place() == finding.place());
            if is_new {
                finding.spot = Spot::Value(fields(case, at));
                let cause = Arg::Key("caused-by-correction".into());
                finding.args.insert("cause", cause);
                finding.args.insert("correction", (at + 1).into());
            }
            !is_new
        });
    }
}

/// Keeps the breaches of steps that a correction would do away with: what was recorded stays a fact, and the correction explains it.
///
/// `check` finds the breaches of the case as it stood before a correction; those of the case itself are in `found`.
pub(super) fn keep_breaches(
    case: &Case,
    found: &mut Vec<Finding>,
    mut check: impl FnMut(&Case) -> Vec<Finding>,
) {
    // What stands at a correction is about the step that it corrects.
    let corrected = |step| {
        let by = case.corrections.iter().find(|c| c.by_step == step);
        by.map_or(step, |correction| correction.step)
    };
    let place = |found: &Finding| (found.code, step_of(found).map(corrected));
    let corrections: BTreeSet<usize> = case.corrections.iter().map(|c| c.by_step).collect();
    for at in corrections {
        let mut then = check(&case.before(at));
        then.retain(|breach| breach.level == Level::Breach);
        for breach in then {
            let is_known =
                |known: &Finding| known.file == breach.file && place(known) == place(&breach);
            if !found.iter().any(is_known) {
                found.push(breach);
            }
        }
    }
}

/// Gives the index of the step that a finding is about.
pub(super) fn step_of(finding: &Finding) -> Option<usize> {
    match finding.spot.route()?.0.as_slice() {
        [Segment::Key(steps), Segment::Index(step), ..] if steps == "steps" => Some(*step),
        _ => None,
    }
}

/// Gives the route to what a correction puts in the place of what stood there: its field, where it has only one.
fn fields(case: &Case, at: usize) -> Route {
    let route = route!["steps", at, "fields"];
    match &case.written()[at].action {
        Action::Corrected(corrected) if corrected.fields.len() == 1 => {
            let field = corrected.fields.keys().next().and_then(|key| key.as_str());
            field.map_or(route.clone(), |field| route.then(field.to_owned()))
        }
        _ => route,
    }
}
