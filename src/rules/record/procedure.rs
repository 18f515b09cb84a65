//! The procedure as data and as a text: what its lists and terms must be, and the entries of its lists that a step names.

use std::collections::BTreeSet;

use crate::args;
use crate::finding::Arg;
use crate::register::named::List;
use crate::register::procedure::Event;
use crate::register::shape::nearest;
use crate::register::step::{Action, StepKind};
use crate::register::unfilled;
use crate::route;
use crate::rules::{Context, Out, StepView};
use crate::source::{Route, Spot};
use crate::words::{Id, Language};
use crate::workflow::transition;

pub(super) fn unknown_entry(view: &StepView<'_>, out: &mut Out<'_>) {
    let Some(procedure) = view.context.procedure else {
        return;
    };
    let mut check = |route: Route, id: &Id, list: List| {
        let entries = list.entries(procedure);
        if entries.iter().all(|entry| entry.id != *id) {
            let near = nearest(id.as_str(), entries.iter().map(|entry| entry.id.as_str()));
            let known = match entries {
                [] => Arg::Key("list-empty".into()),
                _ => Arg::List(entries.iter().map(|entry| Arg::from(&entry.id)).collect()),
            };
            out.at(
                route,
                args!(entry: id, list: list.key(), near: near, known: known),
            );
        }
    };
    match &view.step.action {
        Action::Received(step) => {
            check(view.field("category"), &step.category, List::Categories);
            if let Some(service) = &step.service {
                check(view.field("service"), service, List::Services);
            }
        }
        Action::Refused(step) => check(view.field("ground"), &step.ground, List::RefusalGrounds),
        Action::Decided(step) => check(view.field("cause"), &step.cause, List::Causes),
        Action::Prevention(step) => {
            for (n, measure) in step.measures.iter().enumerate() {
                let route = route!["steps", view.index, "measures", n, "category"];
                check(route, &measure.category, List::Categories);
            }
        }
        _ => {}
    }
}

pub(super) fn procedure_inconsistent(context: &Context<'_>, out: &mut Out<'_>) {
    let Some(procedure) = context.procedure else {
        return;
    };
    let mut report = |route: Route, why: &'static str, id: &Id| {
        out.file(
            "procedure.yaml",
            Spot::Value(route),
            args!(why: Arg::Key(why.into()), id: id),
        );
    };
    for list in List::ALL {
        let mut seen = BTreeSet::new();
        for (n, entry) in list.entries(procedure).iter().enumerate() {
            if !seen.insert(&entry.id) {
                report(route![list.key(), n, "id"], "procedure-id-twice", &entry.id);
            }
        }
    }
    let mut seen = BTreeSet::new();
    for (n, term) in procedure.terms.iter().enumerate() {
        // One with another first day follows it.
        if !seen.insert((&term.id, term.since)) {
            report(route!["terms", n, "id"], "procedure-id-twice", &term.id);
        }
        let why = match term.met_by.as_slice() {
            [] => Some("procedure-never-met"),
            met_by
                if matches!(term.from, Event::OfferDue | Event::PreventionDue)
                    && !met_by.contains(&Event::CarriedOut) =>
            {
                Some("procedure-measure-term")
            }
            met_by if met_by.iter().all(|met| !can_follow(*met, term.from)) => {
                Some("procedure-cannot-follow")
            }
            _ => None,
        };
        if let Some(why) = why {
            report(route!["terms", n, "met_by"], why, &term.id);
        }
        if let Some(other) = term
            .replaced_by
            .as_ref()
            .filter(|other| **other == term.id || procedure.term(other.as_str()).is_none())
        {
            report(
                route!["terms", n, "replaced_by"],
                "procedure-no-such-term",
                other,
            );
        }
    }
}

/// Tells whether something can come after what starts a term: a complaint is received once and before all else, what comes once does
/// not follow itself, and what ends a case leaves little to come.
fn can_follow(met: Event, from: Event) -> bool {
    let Some(step) = StepKind::of(met.word()) else {
        return true;
    };
    let row = transition(step);
    let ends = matches!(from, Event::Refused | Event::Closed);
    // What comes only once and came before the end met the term already.
    step != StepKind::Received
        && !(met == from && row.comes_once())
        && !(ends && row.is_barred_by_end() && !row.comes_once() && step != StepKind::Closed)
}

pub(super) fn placeholder_left(context: &Context<'_>, out: &mut Out<'_>) {
    if let Some(procedure) = context.procedure {
        let organisation = &procedure.organisation;
        let name = (route!["organisation", "name"], &organisation.name);
        let address = organisation.address.iter().enumerate();
        let address = address.map(|(n, line)| (route!["organisation", "address", n], line));
        for (route, text) in address.chain([name]) {
            if unfilled::ORGANISATION.contains(&text.as_str()) {
                let args = args!(placeholder: text.as_str());
                out.file("procedure.yaml", Spot::Value(route), args);
            }
        }
    }
    for (language, text) in &context.register.procedure_text {
        let found = unfilled::PROCEDURE_TEXT
            .iter()
            .filter_map(|placeholder| Some((text.find(placeholder)?, placeholder)));
        if let Some((at, placeholder)) = found.min() {
            let file = match language {
                Language::Nl => "procedure.md",
                Language::En => "procedure.en.md",
            };
            let spot = Spot::Bytes(at..at + placeholder.len());
            out.file(file, spot, args!(placeholder: *placeholder));
        }
    }
}
