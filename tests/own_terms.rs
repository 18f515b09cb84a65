//! An organisation's own terms: what meets them, and which of them a waiver is of.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use klacht::deadlines::{State, deadlines};
use klacht::finding::{Finding, Level};
use klacht::locale::Locale;
use klacht::register::Register;
use klacht::register::read::load_register;
use klacht::rules::{self, message::message};
use klacht::words::Language;
use klacht::workflow::Standing;
use support::{CASE, write};

/// A call within five days of the assignment, a progress report by then too, and a declaration within a week of the hearing.
const TERMS: &str = "terms:
- {id: first-call, name: Telefoontje, clause: 2, from: assigned, within: 5 days, met_by: [contacted]}
- {id: first-offer, name: Aanbod, clause: 5, from: assigned, within: 6 days, met_by: [offered]}
- {id: declaration, name: Verklaring, clause: 4, from: heard, within: 1 weeks, met_by: [agreed]}
";

/// Gives the base's case until a step and without it, with these steps after it, under those terms.
fn register(until: &str, further: &[&str]) -> Register {
    let root = tempfile::tempdir().unwrap();
    let procedure = include_str!("rules/base/procedure.yaml");
    write(root.path(), "procedure.yaml", format!("{procedure}{TERMS}"));
    let staff = include_str!("rules/base/staff.yaml");
    write(root.path(), "staff.yaml", staff);
    let (start, _) = CASE.split_once(&format!("- step: {until}\n")).unwrap();
    let further = further.iter().map(|step| format!("- {{{step}}}\n"));
    let record = format!("{start}{}", further.collect::<String>());
    write(root.path(), "2026/2026-0001/complaint.yaml", &record);
    let reading = load_register(root.path()).unwrap();
    assert_eq!(reading.findings, [], "{record}");
    reading.register
}

/// Gives how each deadline of a term stands.
fn stood(register: &Register, term: &str, as_of: &str) -> Vec<State> {
    let procedure = register.procedure.as_ref().unwrap();
    let case = register.cases.values().next().unwrap();
    let (calendar, standing) = (procedure.calendar(), Standing::of(case));
    let all = deadlines(
        procedure,
        &calendar,
        case,
        &standing,
        as_of.parse().unwrap(),
    );
    let of_term = all.iter().filter(|it| it.term.id.as_str() == term);
    of_term.map(|deadline| deadline.state).collect()
}

/// Gives what is overdue or late and not waived, and what is refused with the field that it is about.
fn found(register: &Register, as_of: &str) -> (Vec<String>, Vec<String>) {
    let found = rules::check(register, as_of.parse().unwrap());
    let (refused, other): (Vec<_>, Vec<_>) = found
        .into_iter()
        // The annexes of the base's case are not here.
        .filter(|found| !found.waived && found.code != "K018" && found.level != Level::Due)
        .partition(|found| found.level == Level::Violation);
    let locale = Locale::of(Language::Nl);
    let term = |found: Finding| {
        let said = message(&found, locale);
        said.split(':').next().unwrap().to_owned()
    };
    let place = |found: Finding| format!("{} {}", found.code, found.spot.route().unwrap());
    (
        other.into_iter().map(term).collect(),
        refused.into_iter().map(place).collect(),
    )
}

#[test]
fn a_waiver_is_of_the_own_term_that_it_names() {
    let waived = |rest: &str| {
        let step = format!("step: waived, date: 2026-03-20, by: c.janssen, reason: Ziek, {rest}");
        found(&register("acknowledged", &[&step]), "2026-03-20")
    };
    let one = waived("rule: K390, term: first-call");
    assert_eq!(one, (vec!["Aanbod".to_owned()], vec![]));
    let refused = |rest: &str| {
        let (open, refused) = waived(rest);
        assert_eq!(open.len(), 2, "{rest}: {open:?}");
        refused
    };
    assert_eq!(waived("rule: K390").1, ["K030 steps[2].rule"]);
    assert_eq!(
        refused("rule: K390, term: frist-call"),
        ["K030 steps[2].term"]
    );
    assert_eq!(refused("rule: K390, term: report"), ["K030 steps[2].term"]);
    assert_eq!(
        refused("rule: K301, term: first-call"),
        ["K030 steps[2].term"]
    );
}

#[test]
fn a_waiver_of_the_only_own_term_that_is_exceeded_need_not_name_it() {
    let waived = |rest: &str| {
        format!("step: waived, date: 2026-03-20, by: c.janssen, reason: Ziek, rule: K390{rest}")
    };
    let called = "step: contacted, date: 2026-03-04, by: p.vos, channel: phone";
    let one = register("acknowledged", &[called, &waived("")]);
    assert_eq!(found(&one, "2026-03-20"), (vec![], vec![]));
    // The other has its own waiver already.
    let two = register(
        "acknowledged",
        &[&waived(", term: first-call"), &waived("")],
    );
    assert_eq!(found(&two, "2026-03-20"), (vec![], vec![]));
}

#[test]
fn a_hearing_is_followed_by_the_declaration_of_who_was_heard() {
    let heard = |who: &str, day: u8| {
        format!("step: heard, date: 2026-03-{day}, by: p.vos, employee: {who}, told: 2026-03-{day}")
    };
    let agreed = |who: &str, day: u8| {
        format!("step: agreed, date: 2026-03-{day}, by: p.vos, employee: {who}, outcome: agrees")
    };
    let stood = |steps: &[String]| {
        let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
        stood(&register("heard", &steps), "declaration", "2026-03-20")
    };
    let (one, other) = (heard("k.smit", 10), heard("h.mulder", 10));
    let both = [one.clone(), other.clone(), agreed("k.smit", 11)];
    assert_eq!(stood(&both), [State::Met, State::Overdue]);
    let late = [
        one.clone(),
        other,
        agreed("h.mulder", 11),
        agreed("k.smit", 18),
    ];
    assert_eq!(stood(&late), [State::Late, State::Met]);
    // Who is heard again declares again.
    let again = [one, agreed("k.smit", 11), heard("k.smit", 12)];
    assert_eq!(stood(&again), [State::Met, State::Overdue]);
}

/// The rule of own terms is numbered under clause 3, and is about whatever clause sets the term.
#[test]
fn an_own_term_is_of_the_clause_that_sets_it() {
    let register = register("acknowledged", &[]);
    let found = rules::check(&register, "2026-03-20".parse().unwrap());
    let own = found.iter().filter(|found| found.code == "K390");
    let clauses: Vec<Option<u8>> = own.map(rules::clause_of).collect();
    assert_eq!(clauses, [Some(2), Some(5)]);
}
