//! The shape of records, K0xx: what holds for every step, whatever its clause.

use std::collections::BTreeSet;

use super::personal::personal_data;
use super::{CaseView, Check, Context, Out, Rule, StepView, violation};
use crate::args;
use crate::finding::{Arg, Level};
use crate::register::annex::{AnnexNeed, annex_need};
use crate::register::procedure::{Entry, Language};
use crate::register::shape::nearest;
use crate::register::step::{Action, StepKind};
use crate::register::words::{Day, Id, StaffId};
use crate::route;
use crate::source::{Route, Spot};
use crate::workflow::transition;

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
    Rule {
        level: Level::Warning,
        ..violation("K020", "private-data-in-record", &[], Check::Reading)
    },
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
    Rule {
        level: Level::Warning,
        ..violation(
            "K040",
            "personal-data-in-text",
            &[],
            Check::Step(personal_data),
        )
    },
    Rule {
        level: Level::Warning,
        ..violation(
            "K041",
            "placeholder-left",
            &[],
            Check::Register(placeholder_left),
        )
    },
];

/// What `klacht init` leaves in its text of the procedure, for the name of the organisation.
const PLACEHOLDERS: [&str; 2] = ["[naam van uw organisatie]", "[name of your organisation]"];

/// Says of a step that it cannot stand here; which facts are in the way is the table's to say.
pub(super) fn out_of_order(view: &StepView<'_>, out: &mut Out<'_>) {
    let step = Arg::Key(format!("step-{}", view.step.kind().word()));
    let stage = Arg::Key(format!("stage-{}", view.before.stage().word()));
    let missing: Vec<Arg> = match &view.step.action {
        Action::Decided(_) => {
            let unheard = view
                .before
                .about
                .iter()
                .filter(|id| !view.before.heard.iter().any(|(heard, _)| heard == *id));
            unheard
                .map(|id| {
                    Arg::from(
                        view.context
                            .staff
                            .map_or(id.as_str(), |staff| staff.name(id)),
                    )
                })
                .collect()
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

fn annex_missing(view: &StepView<'_>, out: &mut Out<'_>) {
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

fn annex_without_step(view: &CaseView<'_>, out: &mut Out<'_>) {
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

fn dates_out_of_order(view: &StepView<'_>, out: &mut Out<'_>) {
    let Some(previous) = view
        .index
        .checked_sub(1)
        .map(|index| &view.case.steps[index])
    else {
        return;
    };
    if view.step.date < previous.date {
        out.at(
            view.field("date"),
            args!(date: view.step.date, previous: previous.date, number: view.index),
        );
    }
}

fn date_in_future(view: &StepView<'_>, out: &mut Out<'_>) {
    let today = view.context.as_of;
    if view.step.date > today {
        out.at(
            view.field("date"),
            args!(date: view.step.date, today: today),
        );
    }
}

/// Lists everyone whom a step names, with the place.
fn people<'a>(view: &StepView<'a>) -> Vec<(Route, &'a StaffId)> {
    let mut people = vec![(view.field("by"), &view.step.by)];
    let list = |field: &'static str, ids: &'a [StaffId]| {
        let index = view.index;
        ids.iter()
            .enumerate()
            .map(move |(n, id)| (route!["steps", index, field, n], id))
    };
    match &view.step.action {
        Action::Received(step) => people.extend(list("about", &step.about)),
        Action::Assigned(step) => people.push((view.field("handler"), &step.handler)),
        Action::Heard(step) => people.push((view.field("employee"), &step.employee)),
        Action::Agreed(step) => {
            people.extend(step.employee.iter().map(|id| (view.field("employee"), id)))
        }
        Action::Offered(step) => people.extend(step.measures.iter().enumerate().map(|(n, m)| {
            (
                route!["steps", view.index, "measures", n, "owner"],
                &m.owner,
            )
        })),
        Action::Prevention(step) => {
            people.extend(list("consulted", &step.consulted));
            people.extend(step.measures.iter().enumerate().map(|(n, m)| {
                (
                    route!["steps", view.index, "measures", n, "owner"],
                    &m.owner,
                )
            }));
        }
        _ => {}
    }
    people
}

/// How many people are named beside somebody unknown; a longer list helps nobody.
const MOST_PEOPLE: usize = 12;

fn unknown_employee(view: &StepView<'_>, out: &mut Out<'_>) {
    let Some(staff) = view.context.staff else {
        return;
    };
    for (route, id) in people(view) {
        if staff.get(id).is_none() {
            let near = nearest(id.as_str(), staff.iter().map(|person| person.id.as_str()));
            let mut args = args!(employee: id, near: near);
            let here = staff.iter().filter(|it| it.is_active(view.step.date));
            let here: Vec<Arg> = here
                .map(|it| Arg::Text(format!("{} ({})", it.id, it.name)))
                .collect();
            if (1..=MOST_PEOPLE).contains(&here.len()) {
                args.insert("people", Arg::List(here));
            }
            out.at(route, args);
        }
    }
}

fn employee_not_in_service(view: &StepView<'_>, out: &mut Out<'_>) {
    let Some(staff) = view.context.staff else {
        return;
    };
    for (route, id) in people(view) {
        // Someone who has left since can be complained of and heard; whoever acts or is given a task has not.
        let concerned = matches!(
            &view.step.action,
            Action::Received(_) | Action::Heard(_) | Action::Agreed(_)
        );
        let acts = !concerned || *id == view.step.by;
        if let Some(person) = staff
            .get(id)
            .filter(|person| acts && !person.is_active(view.step.date))
        {
            let args = args!(employee: person.name.as_str(), date: view.step.date, from: person.active.from);
            out.at(route, args);
        }
    }
}

fn unknown_entry(view: &StepView<'_>, out: &mut Out<'_>) {
    let Some(procedure) = view.context.procedure else {
        return;
    };
    let mut check = |route: Route, id: &Id, entries: &[Entry], list: &'static str| {
        if entries.iter().all(|entry| entry.id != *id) {
            let near = nearest(id.as_str(), entries.iter().map(|entry| entry.id.as_str()));
            let known = match entries {
                [] => Arg::Key("list-empty".into()),
                _ => Arg::List(entries.iter().map(|entry| Arg::from(&entry.id)).collect()),
            };
            out.at(
                route,
                args!(entry: id, list: list, near: near, known: known),
            );
        }
    };
    match &view.step.action {
        Action::Received(step) => {
            check(
                view.field("category"),
                &step.category,
                &procedure.categories,
                "categories",
            );
            if let Some(service) = &step.service {
                check(
                    view.field("service"),
                    service,
                    &procedure.services,
                    "services",
                );
            }
        }
        Action::Refused(step) => check(
            view.field("ground"),
            &step.ground,
            &procedure.refusal_grounds,
            "refusal_grounds",
        ),
        Action::Decided(step) => check(
            view.field("cause"),
            &step.cause,
            &procedure.causes,
            "causes",
        ),
        Action::Prevention(step) => {
            for (n, measure) in step.measures.iter().enumerate() {
                let route = route!["steps", view.index, "measures", n, "category"];
                check(
                    route,
                    &measure.category,
                    &procedure.categories,
                    "categories",
                );
            }
        }
        _ => {}
    }
}

fn waiver_impossible(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Waived(waived) = &view.step.action else {
        return;
    };
    let why = match super::rule(waived.rule.as_str()) {
        None => "waiver-unknown",
        Some(rule) if !rule.waivable => "waiver-never",
        Some(_) => return,
    };
    let waivable = super::all()
        .filter(|rule| rule.waivable)
        .map(|rule| Arg::from(rule.code))
        .collect();
    out.at(
        view.field("rule"),
        args!(code: waived.rule.as_str(), why: Arg::Key(why.into()), waivable: Arg::List(waivable)),
    );
}

/// Days that a step tells of beside its own: not before the receipt, not after the reference date, not before what they follow.
fn impossible_day(view: &StepView<'_>, out: &mut Out<'_>) {
    let received = view.before.received.map(|(moment, _)| moment.day);
    let mut check = |field: &'static str, day: Day, earliest: Option<Day>, latest: Option<Day>| {
        if let Some(earliest) = earliest.filter(|earliest| day < *earliest) {
            out.at(view.field(field), args!(field: field, day: day, why: Arg::Key("day-too-early".into()), bound: earliest));
        } else if let Some(latest) = latest.filter(|latest| day > *latest) {
            out.at(
                view.field(field),
                args!(field: field, day: day, why: Arg::Key("day-too-late".into()), bound: latest),
            );
        }
    };
    let date = view.step.date;
    let today = Some(view.context.as_of);
    match &view.step.action {
        Action::Received(step) => {
            if let Some(passed) = step.passed_to_coordinator {
                check("passed_to_coordinator", passed, Some(date), today);
            }
        }
        Action::Assigned(step) => {
            if let Some(copied) = step.document_copied {
                check("document_copied", copied, received, today);
            }
        }
        Action::Refused(step) => check("told", step.told, received, today),
        Action::Extended(step) => check("told", step.told, received, today),
        Action::Heard(step) => check("told", step.told, received, today),
        Action::Offered(step) => check(
            "told",
            step.told,
            view.before.verdict.map(|(verdict, _)| verdict.day),
            today,
        ),
        Action::Resolved(step) => check(
            "solved",
            step.solved,
            view.before.verdict.map(|(verdict, _)| verdict.day),
            Some(date),
        ),
        Action::Reported(step) => {
            let solved = view.before.resolved.map(|resolved| resolved.day);
            check("to_complainant", step.to_complainant, solved, today);
            check("to_coordinator", step.to_coordinator, solved, today);
        }
        _ => {}
    }
    let measures: Vec<Day> = match &view.step.action {
        Action::Offered(step) => step.measures.iter().map(|measure| measure.due).collect(),
        Action::Prevention(step) => step.measures.iter().map(|measure| measure.due).collect(),
        _ => Vec::new(),
    };
    for (n, day) in measures
        .into_iter()
        .enumerate()
        .filter(|(_, day)| *day < date)
    {
        let route = route!["steps", view.index, "measures", n, "due"];
        out.at(
            route,
            args!(field: "due", day: day, why: Arg::Key("day-too-early".into()), bound: date),
        );
    }
    let occurred = match &view.step.action {
        Action::Received(step) => step.occurred.as_ref().and_then(|occurred| occurred.date),
        Action::Acknowledged(step) => step.occurred.date,
        _ => None,
    };
    let last = received.unwrap_or(date);
    if let Some(day) = occurred.filter(|day| *day > last) {
        let route = route!["steps", view.index, "occurred", "date"];
        out.at(route, args!(field: "occurred.date", day: day, why: Arg::Key("day-too-late".into()), bound: last));
    }
}

fn procedure_inconsistent(context: &Context<'_>, out: &mut Out<'_>) {
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
    let lists: [(&'static str, &[Entry]); 4] = [
        ("services", &procedure.services),
        ("categories", &procedure.categories),
        ("causes", &procedure.causes),
        ("refusal_grounds", &procedure.refusal_grounds),
    ];
    for (list, entries) in lists {
        let mut seen = BTreeSet::new();
        for (n, entry) in entries.iter().enumerate() {
            if !seen.insert(&entry.id) {
                report(route![list, n, "id"], "procedure-id-twice", &entry.id);
            }
        }
    }
    let mut seen = BTreeSet::new();
    for (n, term) in procedure.terms.iter().enumerate() {
        if !seen.insert(&term.id) {
            report(route!["terms", n, "id"], "procedure-id-twice", &term.id);
        }
        if term.met_by.is_empty() {
            report(
                route!["terms", n, "met_by"],
                "procedure-never-met",
                &term.id,
            );
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

fn placeholder_left(context: &Context<'_>, out: &mut Out<'_>) {
    for (language, text) in &context.register.procedure_text {
        let found = PLACEHOLDERS
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
    let ids: Vec<&Id> = match &view.step.action {
        Action::Offered(step) => step.measures.iter().map(|measure| &measure.id).collect(),
        Action::Prevention(step) => step.measures.iter().map(|measure| &measure.id).collect(),
        _ => return,
    };
    let offers = view.before.offers.iter().map(|offer| &offer.measure.id);
    let mut seen: BTreeSet<&Id> = offers
        .chain(view.before.measures.iter().map(|m| &m.measure.id))
        .collect();
    for (n, id) in ids.into_iter().enumerate() {
        if !seen.insert(id) {
            out.at(
                route!["steps", view.index, "measures", n, "id"],
                args!(measure: id),
            );
        }
    }
}

/// Nobody is concerned twice by one complaint: whoever is meant by the second name would never be heard.
fn employee_concerned_twice(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Received(step) = &view.step.action else {
        return;
    };
    for (n, id) in step.about.iter().enumerate() {
        if step.about[..n].contains(id) {
            out.at(route!["steps", view.index, "about", n], args!(employee: id));
        }
    }
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

/// Tells whether a step is one that only the handler in force may do, while there is none: then K203 says all there is to say.
pub(super) fn lacks_handler(view: &StepView<'_>) -> bool {
    view.before.handler.is_none()
        && transition(view.step.kind())
            .after
            .iter()
            .any(|(_, code)| *code == "K203")
}
