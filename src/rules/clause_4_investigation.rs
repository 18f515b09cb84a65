//! Clause 4: hearing the employee concerned.

use super::{CaseView, Check, Out, Rule, StepView, breach, violation};
use crate::args;
use crate::finding::Arg;
use crate::register::step::{Action, StepKind};
use crate::route;

pub(super) const RULES: &[Rule] = &[
    Rule {
        waivable: true,
        ..violation("K401", "decided-before-heard", &["4.1"], Check::Order)
    },
    breach(
        "K402",
        "decided-without-agreement",
        &["4.2"],
        Check::Step(decided_without_agreement),
    ),
    violation(
        "K403",
        "agreed-before-heard",
        &["4.2"],
        Check::Step(agreed_before_heard),
    ),
    violation(
        "K404",
        "signature-missing",
        &["4.2"],
        Check::Step(signature_missing),
    ),
    violation("K405", "heard-after-verdict", &["4.1"], Check::Order),
    breach(
        "K406",
        "employee-told-late",
        &["4.3"],
        Check::Case(employee_told_late),
    ),
];

fn decided_without_agreement(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Decided(_) = &view.step.action else {
        return;
    };
    let silent = view.before.undeclared().into_iter();
    let silent: Vec<Arg> = silent.map(|id| view.context.name(id).into()).collect();
    if !silent.is_empty() {
        out.at(view.field("step"), args!(employees: Arg::List(silent)));
    }
}

fn agreed_before_heard(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Agreed(agreed) = &view.step.action else {
        return;
    };
    let employee = agreed.employee.as_ref().unwrap_or(&view.step.by);
    // Without `employee` a handler speaks for nobody; that is a question of authority, not of order.
    let own_silence = agreed.employee.is_none() && !view.before.about.contains(&employee);
    if !own_silence && !view.before.was_heard(employee) {
        let name = view.context.name(employee);
        let field = if agreed.employee.is_some() {
            "employee"
        } else {
            "by"
        };
        out.at(view.field(field), args!(employee: name));
    }
}

fn signature_missing(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Agreed(agreed) = &view.step.action else {
        return;
    };
    let for_another = agreed
        .employee
        .as_ref()
        .is_some_and(|employee| *employee != view.step.by);
    let number = view.index + 1;
    let paper = view
        .case
        .annex
        .get(&number)
        .is_some_and(|files| files.attachments > 0);
    if for_another && !paper {
        out.at(
            view.field("employee"),
            args!(number: format!("{number:02}")),
        );
    }
}

/// The employee concerned knows how the complaint is handled from here before there is a verdict.
fn employee_told_late(view: &CaseView<'_>, out: &mut Out<'_>) {
    for (index, step) in view.case.steps.iter().enumerate() {
        let Action::Heard(heard) = &step.action else {
            continue;
        };
        let verdict = view.first_after(index, &[StepKind::Decided]);
        if let Some(verdict) = verdict.filter(|verdict| verdict.date < heard.told) {
            out.at(
                route!["steps", index, "told"],
                args!(told: heard.told, date: verdict.date),
            );
        }
    }
}
