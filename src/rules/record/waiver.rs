//! Waivers: of a rule that can be waived, and of the own term that is meant where there could be more than one.

use std::collections::BTreeSet;

use crate::args;
use crate::deadlines::{RULE_OF_OTHERS, State, deadlines, rule_of, waives};
use crate::finding::Arg;
use crate::register::procedure::{Procedure, Term};
use crate::register::shape::nearest;
use crate::register::step::{Action, Waived};
use crate::rules::{Out, StepView, all, rule};
use crate::words::Id;
use crate::workflow::Standing;

pub(super) fn waiver_impossible(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Waived(waived) = &view.step.action else {
        return;
    };
    let why = match rule(waived.rule.as_str()) {
        None => "waiver-unknown",
        Some(rule) if !rule.waivable => "waiver-never",
        Some(_) => return term_not_named(view, waived, out),
    };
    let waivable = all()
        .filter(|rule| rule.waivable)
        .map(|rule| Arg::from(rule.code))
        .collect();
    out.at(
        view.field("rule"),
        args!(about: "rule", code: waived.rule.as_str(), why: Arg::Key(why.into()), waivable: Arg::List(waivable)),
    );
}

/// The organisation's own terms have one rule together, so a waiver of it says which it is about where that is not plain.
fn term_not_named(view: &StepView<'_>, waived: &Waived, out: &mut Out<'_>) {
    let Some(procedure) = view.context.procedure else {
        return;
    };
    let of_own_terms = waived.rule.as_str() == RULE_OF_OTHERS;
    let (field, why, known) = match &waived.term {
        Some(_) if !of_own_terms => ("term", "waiver-term-of-rule", BTreeSet::new()),
        Some(named) => {
            let own = procedure.terms.iter().filter(|term| is_own(term));
            let own: BTreeSet<Id> = own.map(|term| term.id.clone()).collect();
            if own.contains(named) {
                return;
            }
            ("term", "waiver-term-unknown", own)
        }
        None if of_own_terms => {
            // One that names no term is of each of them.
            let mut earlier = view.before.waived.iter();
            if earlier.any(|it| it.rule == waived.rule && it.term.is_none()) {
                return;
            }
            let exceeded = own_terms_exceeded(view, procedure);
            if exceeded.len() < 2 {
                return;
            }
            ("rule", "waiver-which-term", exceeded)
        }
        None => return,
    };
    let named = waived.term.as_ref().map_or("", Id::as_str);
    let near = nearest(named, known.iter().map(Id::as_str));
    let known = match known.is_empty() {
        true => Arg::Key("list-empty".into()),
        false => Arg::List(known.iter().map(Arg::from).collect()),
    };
    out.at(
        view.field(field),
        args!(about: "term", code: waived.rule.as_str(), why: Arg::Key(why.into()), term: named, near: near, known: known),
    );
}

fn is_own(term: &Term) -> bool {
    rule_of(term) == RULE_OF_OTHERS
}

/// Gives the own terms that the case has exceeded by the day of the waiver, and of which there is none yet.
fn own_terms_exceeded(view: &StepView<'_>, procedure: &Procedure) -> BTreeSet<Id> {
    let case = view.case.before(view.index);
    let standing = Standing::of(&case);
    let calendar = view.context.calendar;
    let all = deadlines(procedure, calendar, &case, &standing, view.step.date);
    all.into_iter()
        .filter(|deadline| matches!(deadline.state, State::Late | State::Overdue))
        .map(|deadline| deadline.term)
        .filter(|term| is_own(term) && !standing.waived.iter().any(|it| waives(it, term)))
        .map(|term| term.id.clone())
        .collect()
}
