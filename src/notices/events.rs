//! Who must know of what was just recorded: the table of events, and the notices that come of it.

use std::collections::BTreeMap;

use super::{Group, Item, Notice, Source, page};
use crate::args;
use crate::deadlines::Duty;
use crate::history::Kind;
use crate::history::pushed::Received;
use crate::register::case::Case;
use crate::register::staff::Role;
use crate::register::step::{Action, Agreement, StepKind};
use crate::words::{CaseId, StaffId};
use crate::workflow::{Fact, Standing};

/// To whom something matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whom {
    /// The coordinators in service.
    Coordinators,
    /// The handler after the step; without one in service, the coordinators.
    Handler,
    /// The handler before the step, when it is another one now.
    FormerHandler,
    /// The employee who was heard; not in service any more, the coordinators.
    Employee,
    /// Those who see to the measures of the step; of those not in service, the coordinators.
    Owners,
}

/// What is told of a step, to whom, and under which words (`event-WORD` and `event-WORD-then`).
///
/// Clause 1 demands the first; the others follow from who has to do something next, or whose case it is.
const TOLD: &[(StepKind, Whom, &str)] = &[
    (StepKind::Received, Whom::Coordinators, "received"),
    (StepKind::Assigned, Whom::Handler, "assigned"),
    (StepKind::Assigned, Whom::FormerHandler, "taken-over"),
    (StepKind::Refused, Whom::Coordinators, "refused"),
    (StepKind::Heard, Whom::Employee, "heard"),
    (StepKind::Agreed, Whom::Handler, "agreed"),
    (StepKind::Offered, Whom::Owners, "measure"),
    (StepKind::Reported, Whom::Coordinators, "reported"),
    (StepKind::Prevention, Whom::Owners, "measure"),
    (StepKind::CarriedOut, Whom::Handler, "carried-out"),
    (StepKind::Closed, Whom::Handler, "closed"),
    (StepKind::Closed, Whom::Coordinators, "closed"),
    (StepKind::Appealed, Whom::Handler, "appealed"),
    (StepKind::Appealed, Whom::Coordinators, "appealed"),
    (StepKind::Withdrawn, Whom::Handler, "withdrawn"),
    (StepKind::Withdrawn, Whom::Coordinators, "withdrawn"),
    (StepKind::Reopened, Whom::Handler, "reopened"),
    (StepKind::Reopened, Whom::Coordinators, "reopened"),
];

/// Somebody to be told.
struct Addressee {
    /// The person; none where nobody is found.
    person: Option<StaffId>,
    /// Who is not in service any more, and would have been told.
    instead_of: Option<StaffId>,
}

/// Gives what everybody is to be told of commits that were received; nobody of what they did themselves.
///
/// The register must hold the cases that the commits are about, as they stand after the last.
pub fn events(source: &Source<'_>, received: &[Received]) -> Vec<Notice> {
    let duty = Duty::on(source.register, source.as_of);
    let mut items: BTreeMap<Option<StaffId>, Vec<Item>> = BTreeMap::new();
    for commit in received {
        let mark = &commit.judged.mark;
        let mut told: BTreeMap<Option<StaffId>, Item> = BTreeMap::new();
        let mut tell = |people: Vec<Addressee>, item: &dyn Fn(Option<&StaffId>) -> Item| {
            for Addressee { person, instead_of } in people {
                if person.is_none() || mark.author != person {
                    told.entry(person)
                        .or_insert_with(|| item(instead_of.as_ref()));
                }
            }
        };
        match mark.kind {
            Kind::Step {
                case: id,
                number,
                step,
                ..
            } => {
                let case = source.register.cases.get(&id);
                let case = case.filter(|case| case.steps.len() >= number);
                for (_, whom, word) in TOLD.iter().filter(|(kind, ..)| *kind == step) {
                    // Of a case that cannot be read nobody knows whom it concerns.
                    let people = case.map_or_else(
                        || in_service(&[]),
                        |case| people(&duty, case, number, *whom),
                    );
                    let word = case.map_or(*word, |case| as_it_stands(case, number, word));
                    tell(people, &|gone| of_case(source, commit, id, word, gone));
                }
            }
            Kind::Document { .. } => {
                for year in &commit.analyses {
                    let people = in_service(&readers(source));
                    tell(people, &|_| of_analysis(source, commit, *year));
                }
            }
            _ => {}
        }
        for (person, item) in told {
            items.entry(person).or_default().push(item);
        }
    }
    let notices = items.into_iter().map(|(person, items)| Notice {
        person,
        copy: Vec::new(),
        items,
    });
    notices.collect()
}

/// Gives the words that fit what a step says and where it leaves the case.
fn as_it_stands<'w>(case: &Case, number: usize, word: &'w str) -> &'w str {
    match (word, &case.steps[number - 1].action) {
        ("assigned", _) => {
            let after = Standing::of_steps(&case.steps[..number]);
            let is_under_way = after.holds(Fact::Acknowledged);
            if is_under_way {
                "assigned-under-way"
            } else {
                word
            }
        }
        (_, Action::Agreed(agreed)) if agreed.outcome == Agreement::Disagrees => "disagreed",
        _ => word,
    }
}

/// Makes addressees of people; of nobody, the one that is not found.
fn in_service(people: &[&StaffId]) -> Vec<Addressee> {
    instead_of(people, None)
}

fn instead_of(people: &[&StaffId], gone: Option<&StaffId>) -> Vec<Addressee> {
    let mut people: Vec<Option<StaffId>> = people.iter().map(|id| Some((*id).clone())).collect();
    if people.is_empty() {
        people.push(None);
    }
    let addressees = people.into_iter().map(|person| Addressee {
        person,
        instead_of: gone.cloned(),
    });
    addressees.collect()
}

fn people(duty: &Duty<'_>, case: &Case, number: usize, whom: Whom) -> Vec<Addressee> {
    let after = Standing::of_steps(&case.steps[..number]);
    let step = &case.steps[number - 1];
    let or_coordinators = |ids: Vec<&StaffId>| -> Vec<Addressee> {
        let people = ids.into_iter().flat_map(|id| match duty.is_here(id) {
            true => in_service(&[id]),
            false => instead_of(duty.coordinators(), Some(id)),
        });
        people.collect()
    };
    match (whom, &step.action) {
        (Whom::Coordinators, _) => in_service(duty.coordinators()),
        (Whom::Handler, _) => match after.handler_id() {
            Some(id) => or_coordinators(vec![id]),
            None => in_service(duty.coordinators()),
        },
        (Whom::FormerHandler, _) => {
            let before = Standing::of_steps(&case.steps[..number - 1]);
            let former = before
                .handler_id()
                .filter(|id| after.handler_id() != Some(id));
            // Whoever left has no case to lose.
            let former = former.filter(|id| duty.is_here(id));
            or_coordinators(former.into_iter().collect())
        }
        (Whom::Employee, Action::Heard(heard)) => or_coordinators(vec![&heard.employee]),
        (Whom::Owners, action) => {
            let measures = action.measures().into_iter();
            or_coordinators(measures.map(|measure| measure.owner).collect())
        }
        (Whom::Employee, _) => Vec::new(),
    }
}

/// Gives who works with the yearly analysis: clause 8 makes it part of the quality policy.
fn readers<'a>(source: &Source<'a>) -> Vec<&'a StaffId> {
    let people = source.register.staff.iter().flat_map(|staff| staff.iter());
    people
        .filter(|person| person.is_active(source.as_of))
        .filter(|person| person.has(Role::Coordinator) || person.has(Role::Handler))
        .map(|person| &person.id)
        .collect()
}

fn of_case(
    source: &Source<'_>,
    commit: &Received,
    case: CaseId,
    word: &str,
    gone: Option<&StaffId>,
) -> Item {
    let title = source.locale.text(&format!("event-{word}"));
    let then = match gone {
        Some(gone) => source
            .locale
            .text_with("event-instead", &args!(person: gone)),
        None => source.locale.text(&format!("event-{word}-then")),
    };
    Item {
        last_day: commit.judged.mark.day,
        key: format!("{}:{word}", commit.judged.commit),
        line: format!(
            "{case}: {title}. {then}{}",
            page(source, Some(&format!("cases/{case}.html")))
        ),
        title: format!("{title} ({case})"),
        group: Group::Event,
        copied: false,
        commit: Some(commit.judged.commit),
    }
}

fn of_analysis(source: &Source<'_>, commit: &Received, year: u16) -> Item {
    let year = args!(year: year.to_string());
    Item {
        last_day: commit.judged.mark.day,
        key: format!("{}:analysis", commit.judged.commit),
        line: format!(
            "{}{}",
            source.locale.text_with("event-analysis-line", &year),
            page(source, Some("index.html"))
        ),
        title: source.locale.text_with("event-analysis", &year),
        group: Group::Event,
        copied: false,
        commit: Some(commit.judged.commit),
    }
}
