//! The shape of records, K0xx: what holds for every step, whatever its clause.

mod annex;
mod days;
mod people;
mod personal;
mod procedure;
mod waiver;

use std::collections::BTreeSet;

use super::{CaseView, Check, Context, Out, Rule, StepView, violation, warning};
use crate::args;
use crate::finding::Arg;
use crate::register::step::{Action, StepKind};
use crate::route;
use crate::source::Spot;
use crate::words::Id;

use annex::{annex_missing, annex_without_step};
use days::{date_in_future, dates_out_of_order, impossible_day};
use people::{employee_concerned_twice, employee_not_in_service, unknown_employee};
use personal::{personal_data, personal_data_in_analysis};
use procedure::{placeholder_left, procedure_inconsistent, unknown_entry};
use waiver::waiver_impossible;

pub(super) const RULES: &[Rule] = &[
    violation("K001", "file-unreadable", &[], Check::Reading),
    violation("K002", "forbidden-character", &[], Check::Reading),
    violation("K003", "not-yaml", &[], Check::Reading),
    violation("K004", "duplicate-key", &[], Check::Reading),
    violation("K005", "yaml-feature", &[], Check::Reading),
    violation("K006", "second-document", &[], Check::Reading),
    violation("K007", "unknown-step", &["0.5"], Check::Reading),
    violation("K008", "unknown-key", &[], Check::Reading),
    violation("K009", "missing-key", &["0.5"], Check::Reading),
    violation("K010", "wrong-value", &[], Check::Reading),
    violation("K011", "unknown-choice", &[], Check::Reading),
    violation("K012", "wrong-date", &[], Check::Reading),
    violation("K013", "too-large", &[], Check::Reading),
    violation("K014", "wrong-case-number", &[], Check::Reading),
    violation("K015", "missing-file", &[], Check::Reading),
    violation("K016", "stray-file", &[], Check::Reading),
    violation("K017", "number-gap", &[], Check::Register(number_gap)),
    violation(
        "K018",
        "annex-missing",
        &["1.2", "3.1", "4.2", "6.1"],
        Check::Step(annex_missing),
    ),
    violation(
        "K019",
        "annex-without-step",
        &[],
        Check::Case(annex_without_step),
    ),
    warning("K020", "private-data-in-record", &[], Check::Reading),
    violation("K021", "correction-impossible", &[], Check::Reading),
    violation("K022", "received-twice", &["1.2"], Check::Order),
    violation("K023", "step-repeated", &["0.5"], Check::Order),
    violation("K024", "step-after-end", &[], Check::Order),
    violation(
        "K025",
        "dates-out-of-order",
        &["0.5"],
        Check::Step(dates_out_of_order),
    ),
    violation("K026", "date-in-future", &[], Check::Step(date_in_future)),
    violation(
        "K027",
        "unknown-employee",
        &[],
        Check::Step(unknown_employee),
    ),
    violation(
        "K028",
        "employee-not-in-service",
        &[],
        Check::Step(employee_not_in_service),
    ),
    violation("K029", "unknown-entry", &[], Check::Step(unknown_entry)),
    violation(
        "K030",
        "waiver-impossible",
        &[],
        Check::Step(waiver_impossible),
    ),
    violation("K031", "impossible-day", &[], Check::Step(impossible_day)),
    violation("K032", "staff-id-twice", &[], Check::Reading),
    violation(
        "K033",
        "procedure-inconsistent",
        &[],
        Check::Register(procedure_inconsistent),
    ),
    violation(
        "K034",
        "same-incident-unknown",
        &[],
        Check::Step(same_incident_unknown),
    ),
    violation("K035", "reopened-while-open", &[], Check::Order),
    violation(
        "K036",
        "measure-id-twice",
        &[],
        Check::Step(measure_id_twice),
    ),
    violation(
        "K037",
        "not-received-first",
        &["1.2"],
        Check::Case(not_received_first),
    ),
    violation("K038", "service-ends-before-it-begins", &[], Check::Reading),
    violation(
        "K039",
        "employee-concerned-twice",
        &[],
        Check::Step(employee_concerned_twice),
    ),
    warning(
        "K040",
        "personal-data-in-text",
        &[],
        Check::Step(personal_data),
    ),
    warning(
        "K041",
        "placeholder-left",
        &[],
        Check::Register(placeholder_left),
    ),
    warning("K042", "no-room-for-a-step", &[], Check::Reading),
    warning(
        "K043",
        "personal-data-in-analysis",
        &[],
        Check::Register(personal_data_in_analysis),
    ),
    // It came in as it is and cannot be taken back: told, but no reason to refuse the register.
    warning("K044", "annex-empty", &[], Check::Reading),
];

/// Says of a step that it cannot stand here; which facts are in the way is the table's to say.
pub(super) fn out_of_order(view: &StepView<'_>, out: &mut Out<'_>) {
    let step = Arg::Key(format!("step-{}", view.step.kind().word()));
    let stage = Arg::Key(format!("stage-{}", view.before.stage().word()));
    let missing: Vec<Arg> = match &view.step.action {
        Action::Decided(_) => {
            let unheard = view.before.unheard();
            unheard.map(|id| view.context.name(id).into()).collect()
        }
        _ => Vec::new(),
    };
    out.at(
        view.field("step"),
        args!(step: step, stage: stage, missing: Arg::List(missing)),
    );
}

/// Numbers run per year without gaps (design, section 3).
fn number_gap(context: &Context<'_>, out: &mut Out<'_>) {
    let mut expected = (0, 1);
    for (id, dir) in &context.register.numbers {
        if id.year != expected.0 {
            expected = (id.year, 1);
        }
        if id.number != expected.1 {
            let missing = format!("{:04}-{:04}", expected.0, expected.1);
            out.file(
                &format!("{dir}/complaint.yaml"),
                Spot::Value(route!["case"]),
                args!(missing: missing, case: id.to_string()),
            );
        }
        expected.1 = id.number + 1;
    }
}

fn same_incident_unknown(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Received(received) = &view.step.action else {
        return;
    };
    let Some(other) = received.same_incident_as else {
        return;
    };
    if other == view.case.id || !view.context.register.numbers.contains_key(&other) {
        out.at(
            view.field("same_incident_as"),
            args!(other: other.to_string()),
        );
    }
}

fn measure_id_twice(view: &StepView<'_>, out: &mut Out<'_>) {
    let before = view.before.measure_owners();
    let mut seen: BTreeSet<&Id> = before.map(|(id, _)| id).collect();
    for (n, measure) in view.step.action.measures().into_iter().enumerate() {
        if !seen.insert(measure.id) {
            out.at(
                route!["steps", view.index, "measures", n, "id"],
                args!(measure: measure.id),
            );
        }
    }
}

/// A step that sets measures has some, or the reason why there are none; not both, not neither.
pub(super) fn measures_or_why_none(view: &StepView<'_>, says_why_none: bool, out: &mut Out<'_>) {
    let has_measures = !view.step.action.measures().is_empty();
    let (field, why) = match (has_measures, says_why_none) {
        (true, true) => ("none_because", "unclear-both"),
        (false, false) => ("step", "unclear-neither"),
        _ => return,
    };
    out.at(view.field(field), args!(why: Arg::Key(why.into())));
}

fn not_received_first(view: &CaseView<'_>, out: &mut Out<'_>) {
    if let Some(first) = view
        .case
        .steps
        .first()
        .filter(|step| step.kind() != StepKind::Received)
    {
        out.at(
            route!["steps", 0, "step"],
            args!(step: Arg::Key(format!("step-{}", first.kind().word()))),
        );
    }
}
