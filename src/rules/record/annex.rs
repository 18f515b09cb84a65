//! Annexes with the step that they belong to: the one that a step asks for, and one that belongs to none.

use crate::args;
use crate::finding::Arg;
use crate::register::annex::{AnnexNeed, annex_need};
use crate::route;
use crate::rules::{CaseView, Out, StepView};
use crate::source::Spot;

pub(super) fn annex_missing(view: &StepView<'_>, out: &mut Out<'_>) {
    let number = view.index + 1;
    let files = view.case.annex.get(&number);
    if files.is_some_and(|files| files.unreadable) {
        return;
    }
    let record = files.and_then(|files| files.record.as_deref());
    let attachment = files.is_some_and(|files| files.attachments > 0);
    let missing = match annex_need(view.step.kind()) {
        None => None,
        Some(AnnexNeed::File) => (!attachment).then_some(("annex-file", None)),
        Some(AnnexNeed::FieldOrFile(field)) => {
            let there = attachment || record.is_some_and(|fields| fields.contains(&field));
            (!there).then_some(("annex-field-or-file", Some(field)))
        }
        Some(AnnexNeed::Fields(fields)) => fields
            .iter()
            .find(|field| !record.is_some_and(|there| there.contains(field)))
            .map(|field| ("annex-field", Some(*field))),
    };
    if let Some((what, field)) = missing {
        let field = field.map_or("", |field| field.word());
        let step = Arg::Key(format!("step-{}", view.step.kind().word()));
        let what = Arg::Key(what.to_owned());
        out.at(
            route!["steps", view.index],
            args!(number: format!("{number:02}"), step: step, what: what, field: field),
        );
    }
}

pub(super) fn annex_without_step(view: &CaseView<'_>, out: &mut Out<'_>) {
    let steps = view.case.steps.len();
    for (number, files) in view
        .case
        .annex
        .iter()
        .filter(|(number, _)| **number > steps)
    {
        let args = args!(number: *number, steps: steps);
        if files.record.is_some() || files.unreadable {
            out.file(
                &format!("{}/private/{number:02}.yaml", view.case.dir),
                Spot::File,
                args,
            );
        } else {
            // A letter or scan alone: what it lacks is a step at the end of the record.
            out.at(route!["steps", steps.saturating_sub(1)], args);
        }
    }
}
