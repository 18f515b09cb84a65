//! What a reopening and a correction do to the deadlines of a case.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use klacht::deadlines::{State, deadlines};
use klacht::finding::Level;
use klacht::register::case::CaseFile;
use klacht::register::read::load_register;
use klacht::register::step::StepKind;
use klacht::route;
use klacht::rules;
use klacht::source::Spot;
use klacht::workflow::{Standing, next_steps};
use support::{CASE, write};

const RECORD: &str = "2026/2026-0001/complaint.yaml";

/// Gives the first steps of the base's case, up to one of a kind and without it, and these after them.
fn case(until: &str, further: &[&str]) -> String {
    let (start, _) = CASE.split_once(&format!("- step: {until}\n")).unwrap();
    let further: String = further
        .iter()
        .map(|step| format!("- {{{step}}}\n"))
        .collect();
    format!("{start}{further}")
}

/// Gives the deadlines of a term, each with its last day and how it stands, and the codes of the violations.
fn stands(record: &str, term: &str, as_of: &str) -> (Vec<(String, State)>, Vec<&'static str>) {
    let root = tempfile::tempdir().unwrap();
    write(
        root.path(),
        "procedure.yaml",
        include_str!("rules/base/procedure.yaml"),
    );
    write(
        root.path(),
        "staff.yaml",
        include_str!("rules/base/staff.yaml"),
    );
    write(root.path(), RECORD, record);
    let reading = load_register(root.path()).unwrap();
    assert_eq!(reading.findings, [], "{record}");
    let register = reading.register;
    let procedure = register.procedure.as_ref().unwrap();
    let case = register.cases.values().next().unwrap();
    let as_of = as_of.parse().unwrap();
    let calendar = procedure.calendar();
    let all = deadlines(procedure, &calendar, case, &Standing::of(case), as_of);
    let of_term = all
        .iter()
        .filter(|deadline| deadline.term.id.as_str() == term);
    let violations = rules::check(&register, as_of).into_iter().filter(|found| {
        // The annexes of the base's case are not here.
        found.level == Level::Violation && found.code != "K018"
    });
    (
        of_term.map(|d| (d.last_day.to_string(), d.state)).collect(),
        violations.map(|found| found.code).collect(),
    )
}

fn one(last_day: &str, state: State) -> Vec<(String, State)> {
    vec![(last_day.to_owned(), state)]
}

const WITHDRAWN: &str = "step: withdrawn, date: 2026-03-13, by: c.janssen, ground: Toch niet";

fn reopened(day: &str) -> String {
    format!("step: reopened, date: {day}, by: c.janssen, ground: Toch wel")
}

#[test]
fn a_promise_that_still_stands_runs_on_after_a_reopening() {
    let record = case("heard", &[WITHDRAWN, &reopened("2026-03-16")]);
    let two = |state| {
        let day = "2026-04-13".to_owned();
        vec![(day.clone(), State::Void), (day, state)]
    };
    assert_eq!(
        stands(&record, "handling", "2026-04-01"),
        (two(State::Due), vec![])
    );
    assert_eq!(
        stands(&record, "handling", "2026-04-14"),
        (two(State::Overdue), vec![])
    );
    assert_eq!(
        stands(&record, "acknowledgement", "2026-04-14").0,
        one("2026-03-16", State::Met)
    );
    // It can be moved, as it could before.
    let extended = "step: extended, date: 2026-04-10, by: p.vos, expected_by: 2026-05-11, ground: Ziekte, told: 2026-04-10";
    let record = case("heard", &[WITHDRAWN, &reopened("2026-03-16"), extended]);
    let (handling, codes) = stands(&record, "handling", "2026-05-04");
    assert_eq!((handling[1].0.as_str(), codes), ("2026-05-11", vec![]));
}

#[test]
fn without_a_promise_a_reopened_case_is_acknowledged_again() {
    let record = case("heard", &[WITHDRAWN, &reopened("2026-05-04")]);
    let (acknowledgement, _) = stands(&record, "acknowledgement", "2026-05-19");
    let first = ("2026-03-16".to_owned(), State::Met);
    assert_eq!(
        acknowledgement,
        [first.clone(), ("2026-05-18".to_owned(), State::Overdue)]
    );
    let again = "step: acknowledged, date: 2026-05-06, by: p.vos, summary: Iets, occurred: {date: 2026-02-26, place: Stein}, next_steps: Iets, expected_by: 2026-06-15, channel: letter";
    let record = case("heard", &[WITHDRAWN, &reopened("2026-05-04"), again]);
    let (acknowledgement, codes) = stands(&record, "acknowledgement", "2026-06-16");
    assert_eq!(
        (acknowledgement, codes),
        (vec![first, ("2026-05-18".to_owned(), State::Met)], vec![])
    );
    assert_eq!(
        stands(&record, "handling", "2026-06-16").0[1],
        ("2026-06-15".to_owned(), State::Overdue)
    );
    // A refusal in time stood for the acknowledgement; reopened, it does no longer.
    let refused =
        "step: refused, date: 2026-03-05, by: c.janssen, ground: dealt-with, told: 2026-03-05";
    let record = case("acknowledged", &[refused, &reopened("2026-03-09")]);
    assert_eq!(
        stands(&record, "acknowledgement", "2026-03-24").0,
        [
            ("2026-03-16".to_owned(), State::Void),
            ("2026-03-23".to_owned(), State::Overdue)
        ]
    );
    assert_eq!(stands(&record, "refusal", "2026-05-01").0.len(), 1);
}

/// Who hears after a reopening that the complaint is not handled, hears so within four weeks from then.
#[test]
fn a_refusal_after_a_reopening_has_the_term_from_then() {
    let refused = |day: &str| {
        format!("step: refused, date: {day}, by: c.janssen, ground: dealt-with, told: {day}")
    };
    let met = |day: &str| (day.to_owned(), State::Met);
    let twice = [
        refused("2026-03-05"),
        reopened("2026-06-08"),
        refused("2026-06-12"),
    ];
    let record = case("acknowledged", &twice.each_ref().map(String::as_str));
    assert_eq!(
        stands(&record, "refusal", "2026-07-01"),
        (vec![met("2026-03-30"), met("2026-07-06")], vec![])
    );
    let withdrawn = [WITHDRAWN, &reopened("2026-06-08"), &refused("2026-07-07")];
    let record = case("acknowledged", &withdrawn);
    assert_eq!(
        stands(&record, "refusal", "2026-07-08").0,
        [
            ("2026-03-30".to_owned(), State::Void),
            ("2026-07-06".to_owned(), State::Late)
        ]
    );
}

#[test]
fn a_case_that_was_reopened_by_mistake_is_closed_as_it_was() {
    let closed = "step: closed, date: 2026-04-16, by: c.janssen";
    let record = format!("{CASE}- {{{}}}\n- {{{closed}}}\n", reopened("2026-04-15"));
    let (report, codes) = stands(&record, "report", "2026-04-20");
    assert_eq!((report.len(), codes), (1, vec![]));
    // A measure that was carried out meanwhile has nothing to do with it.
    let carried_out =
        "step: carried-out, date: 2026-04-15, by: h.mulder, measure: herinnering, result: Gedaan";
    let record = format!(
        "{CASE}- {{{}}}\n- {{{carried_out}}}\n- {{{closed}}}\n",
        reopened("2026-04-15")
    );
    assert_eq!(stands(&record, "report", "2026-04-20").1, [""; 0]);
    // Not when something was done since.
    let contacted = "step: contacted, date: 2026-04-15, by: p.vos, channel: phone";
    let record = format!(
        "{CASE}- {{{}}}\n- {{{contacted}}}\n- {{{closed}}}\n",
        reopened("2026-04-15")
    );
    assert_eq!(stands(&record, "report", "2026-04-20").1, ["K806"]);
}

fn corrected(step: usize, day: &str, fields: &str) -> String {
    format!(
        "step: corrected, date: {day}, by: p.vos, corrects: {step}, fields: {{{fields}}}, reason: Verkeerd"
    )
}

/// A case is checked as it stood before each of its corrections; without care for that, this takes more than ten minutes.
#[test]
fn a_case_with_very_many_corrections_is_checked_at_once() {
    let summary = |number| {
        let correction = corrected(
            1,
            "2026-04-09",
            &format!("summary: Keer {number} afgezegd."),
        );
        correction.replace("by: p.vos", "by: m.bakker")
    };
    let corrections: Vec<String> = (0..250).map(summary).collect();
    let further: Vec<&str> = corrections.iter().map(String::as_str).collect();
    // Something is wrong with it that no correction brought about.
    let record = case("closed", &further).replace("due: 2026-03-27", "due: 2026-03-17");
    let (_, codes) = stands(&record, "offer", "2026-06-01");
    assert_eq!(codes, ["K031"]);
}

const OTHER: &str = "measures: [{id: bloemen, kind: redress, description: Bloemen., owner: p.vos, due: 2026-05-29}]";

#[test]
fn what_was_overdue_is_not_corrected_away() {
    // The offer was due on 27 March.
    let offer = |day: &str, as_of: &str| {
        let record = case("answered", &[&corrected(7, day, OTHER)]);
        stands(&record, "offer", as_of).0
    };
    let other = ("2026-05-29".to_owned(), State::Due);
    assert_eq!(offer("2026-03-26", "2026-04-20"), vec![other.clone()]);
    assert_eq!(
        offer("2026-04-07", "2026-04-20"),
        [other, ("2026-03-27".to_owned(), State::Late)]
    );
    // An answer that was accepted, and in the end was not.
    let record = case(
        "carried-out",
        &[&corrected(8, "2026-04-07", "answer: rejected")],
    );
    assert_eq!(
        stands(&record, "offer", "2026-04-20").0,
        one("2026-03-27", State::Late)
    );
    let record = case(
        "carried-out",
        &[&corrected(8, "2026-03-26", "answer: rejected")],
    );
    assert_eq!(
        stands(&record, "offer", "2026-04-20").0,
        one("2026-03-27", State::Void)
    );
    // A promise of 13 April, moved when it had passed and before: the complainant knows of no other day.
    let promise = |day: &str| {
        let record = case("heard", &[&corrected(3, day, "expected_by: 2026-05-29")]);
        stands(&record, "handling", "2026-04-20").0
    };
    assert_eq!(promise("2026-04-14"), one("2026-04-13", State::Overdue));
    assert_eq!(promise("2026-04-13"), one("2026-04-13", State::Overdue));
    // To earlier, it was so from the start; and so it is with an offer.
    let record = case(
        "heard",
        &[&corrected(3, "2026-03-10", "expected_by: 2026-04-01")],
    );
    assert_eq!(
        stands(&record, "handling", "2026-04-02").0,
        one("2026-04-01", State::Overdue)
    );
    let later = "measures: [{id: excuus, kind: redress, description: Iets., owner: p.vos, due: 2026-05-29}]";
    let record = case("carried-out", &[&corrected(7, "2026-03-26", later)]);
    assert_eq!(
        stands(&record, "offer", "2026-04-20"),
        (one("2026-03-27", State::Overdue), vec![])
    );
}

/// What a step decides is corrected by who may take that step; other slips of the pen by the coordinator too.
#[test]
fn a_correction_decides_nothing_for_another() {
    let found = |until: &str, by: &str, step: usize, fields: &str| {
        let correction = corrected(step, "2026-04-10", fields);
        let record = case(
            until,
            &[&correction.replace("by: p.vos", &format!("by: {by}"))],
        );
        stands(&record, "offer", "2026-04-15").1
    };
    for (until, step, fields) in [
        ("heard", 3, "expected_by: 2026-04-20"),
        ("offered", 6, "verdict: unfounded"),
        ("offered", 6, "date: 2026-03-18, severity: serious"),
        ("answered", 7, OTHER),
        ("carried-out", 8, "answer: rejected"),
    ] {
        assert_eq!(found(until, "c.janssen", step, fields), ["H01"], "{fields}");
        assert_eq!(found(until, "p.vos", step, fields), [""; 0], "{fields}");
    }
    assert_eq!(
        found("offered", "c.janssen", 6, "date: 2026-03-18"),
        [""; 0]
    );
    // Nobody says of themselves that they are not concerned.
    let own = |by: &str| {
        let receiver = CASE.replace("by: m.bakker", "by: k.smit");
        let (start, _) = receiver.split_once("- step: assigned").unwrap();
        let correction = corrected(1, "2026-03-02", "about: [], category: planning");
        let correction = correction.replace("by: p.vos", &format!("by: {by}"));
        stands(
            &format!("{start}- {{{correction}}}\n"),
            "offer",
            "2026-03-03",
        )
        .1
    };
    assert_eq!((own("k.smit"), own("c.janssen")), (vec!["H01"], vec![]));
}

/// What was accepted can be turned down, but to carry it out is the way on.
#[test]
fn second_thoughts_are_not_the_usual_way_on() {
    let usual = |until: &str| {
        let file: CaseFile = serde_yaml::from_str(&case(until, &[])).unwrap();
        let next = next_steps(&Standing::of_steps(&file.steps), None);
        let answered = next.iter().find(|next| next.step == StepKind::Answered);
        answered.map(|next| next.usual)
    };
    assert_eq!(usual("answered"), Some(true));
    assert_eq!(usual("carried-out"), Some(false));
    assert_eq!(usual("resolved"), None);
}

/// A refusal that was taken back replaces no acknowledgement: what was late by then is.
#[test]
fn a_refusal_that_was_taken_back_replaces_nothing() {
    let refused =
        "step: refused, date: 2026-03-20, by: c.janssen, ground: dealt-with, told: 2026-03-20";
    let record = case("acknowledged", &[refused]);
    let acknowledgement = |record: &str| stands(record, "acknowledgement", "2026-03-24").0;
    assert_eq!(acknowledgement(&record), one("2026-03-16", State::Void));
    let record = case("acknowledged", &[refused, &reopened("2026-03-23")]);
    assert_eq!(
        acknowledgement(&record)[0],
        ("2026-03-16".to_owned(), State::Late)
    );
}

/// A measure that was done in time, under a name that was mistyped.
#[test]
fn a_correction_that_shows_that_it_was_in_time_stands() {
    let mistyped = case("resolved", &[]).replace("measure: excuus", "measure: herinnering");
    let record = format!(
        "{mistyped}- {{{}}}\n",
        corrected(9, "2026-04-07", "measure: excuus")
    );
    assert_eq!(
        stands(&record, "offer", "2026-04-20").0,
        one("2026-03-27", State::Met)
    );
}

/// What was done in time and written down later was in time; a correction clears nothing that was found late.
#[test]
fn what_is_written_down_later_counts_from_the_day_on_which_it_was_done() {
    let contacted = "step: contacted, date: 2026-03-10, by: p.vos, channel: phone";
    let acknowledged = |sent: &str| {
        format!(
            "step: acknowledged, date: 2026-03-20, by: p.vos, summary: Afspraak., occurred: {{date: 2026-02-26, place: Stein}}, next_steps: Wij horen de jobcoach., expected_by: 2026-04-13, channel: letter{sent}"
        )
    };
    let stood = |sent: &str, further: &[&str]| {
        let own = acknowledged(sent);
        let steps: Vec<&str> = [contacted, &own]
            .into_iter()
            .chain(further.iter().copied())
            .collect();
        stands(
            &case("acknowledged", &steps),
            "acknowledgement",
            "2026-03-24",
        )
    };
    let found = |state, codes: &[&'static str]| (one("2026-03-16", state), codes.to_vec());
    assert_eq!(stood("", &[]), found(State::Late, &[]));
    assert_eq!(stood(", sent: 2026-03-05", &[]), found(State::Met, &[]));
    assert_eq!(stood(", sent: 2026-03-17", &[]), found(State::Late, &[]));
    assert_eq!(
        stood(", sent: 2026-03-01", &[]),
        found(State::Met, &["K031"])
    );
    assert_eq!(
        stood(", sent: 2026-03-21", &[]),
        found(State::Late, &["K031"])
    );
    let correction = corrected(4, "2026-03-23", "sent: 2026-03-05");
    assert_eq!(stood("", &[&correction]), found(State::Late, &[]));
    // What was sent before a reopening does not acknowledge what was reopened.
    let again = acknowledged(", sent: 2026-03-05");
    let again = again
        .replace("2026-04-13", "2026-06-01")
        .replace("2026-03-20", "2026-05-06");
    let record = case("heard", &[WITHDRAWN, &reopened("2026-05-04"), &again]);
    assert_eq!(stands(&record, "acknowledgement", "2026-05-06").1, ["K031"]);

    // The offer was due on 27 March.
    let carried_out = |done: &str, further: &[&str]| {
        let own = format!(
            "step: carried-out, date: 2026-03-30, by: p.vos, measure: excuus, result: Gedaan.{done}"
        );
        let steps: Vec<&str> = [own.as_str()]
            .into_iter()
            .chain(further.iter().copied())
            .collect();
        stands(&case("carried-out", &steps), "offer", "2026-04-20")
    };
    let found = |state, codes: &[&'static str]| (one("2026-03-27", state), codes.to_vec());
    assert_eq!(carried_out("", &[]), found(State::Late, &[]));
    assert_eq!(
        carried_out(", done: 2026-03-27", &[]),
        found(State::Met, &[])
    );
    assert_eq!(
        carried_out(", done: 2026-03-17", &[]),
        found(State::Met, &["K031"])
    );
    let correction = corrected(9, "2026-04-01", "done: 2026-03-27");
    assert_eq!(carried_out("", &[&correction]), found(State::Late, &[]));
}

/// What rests on a day that cannot be is not found beside that day, and what an extension moved is found at the extension.
#[test]
fn a_deadline_is_found_where_its_day_stands() {
    let found = |record: &str, as_of: &str| {
        let root = tempfile::tempdir().unwrap();
        for (name, text) in [
            ("procedure.yaml", include_str!("rules/base/procedure.yaml")),
            ("staff.yaml", include_str!("rules/base/staff.yaml")),
            (RECORD, record),
        ] {
            write(root.path(), name, text);
        }
        let register = load_register(root.path()).unwrap().register;
        let all = rules::check(&register, as_of.parse().unwrap()).into_iter();
        let about_days = all.filter(|found| found.code != "K018" && found.level != Level::Due);
        about_days
            .map(|found| (found.code, found.spot))
            .collect::<Vec<_>>()
    };
    let at = |route| Spot::Value(route);
    let extended = "step: extended, date: 2026-04-10, by: p.vos, expected_by: 2026-04-20, ground: Ziekte, told: 2026-04-10";
    assert_eq!(
        found(&case("heard", &[extended]), "2026-04-21"),
        [("K303", at(route!["steps", 3usize, "expected_by"]))]
    );
    for (wrong, code, route) in [
        (
            ("expected_by: 2026-04-13", "expected_by: 2026-03-04"),
            "K305",
            route!["steps", 2usize, "expected_by"],
        ),
        (
            ("solved: 2026-03-25", "solved: 2025-03-25"),
            "K031",
            route!["steps", 9usize, "solved"],
        ),
        (
            ("solved: 2026-03-25", "solved: 2026-12-24"),
            "K031",
            route!["steps", 9usize, "solved"],
        ),
    ] {
        let record = case("reported", &[]).replacen(wrong.0, wrong.1, 1);
        assert_eq!(
            found(&record, "2026-03-26"),
            [(code, at(route))],
            "{wrong:?}"
        );
    }
    // What stays late or overdue whatever was corrected is found where that was written.
    let corrected = |step, fields| corrected(step, "2026-03-23", fields);
    let late = case("heard", &[&corrected(3, "sent: 2026-03-05")]);
    let late = late.replacen("date: 2026-03-05", "date: 2026-03-20", 1);
    assert_eq!(
        found(&late, "2026-03-23"),
        [("K301", at(route!["steps", 2usize, "date"]))]
    );
    let moved = case("heard", &[&corrected(3, "expected_by: 2026-04-20")]);
    assert_eq!(
        found(&moved, "2026-04-14"),
        [("K303", at(route!["steps", 2usize, "expected_by"]))]
    );
    // What is still to come is no breach.
    let record = case("heard", &[]).replace("2026-03-05", "2027-03-05");
    let record = record.replace("2026-04-13", "2027-04-13");
    assert_eq!(
        found(&record, "2026-03-20"),
        [("K026", at(route!["steps", 2usize, "date"]))]
    );
    let record = case("carried-out", &[]).replacen("due: 2026-03-27", "due: 2026-01-27", 1);
    let due = route!["steps", 6usize, "measures", 0usize, "due"];
    assert_eq!(found(&record, "2026-03-20"), [("K031", at(due))]);
}

/// What is recorded once more than it may be begins nothing: the mistake is one finding, and no second deadline beside it.
#[test]
fn a_case_that_is_open_is_not_reopened() {
    let reopened = "step: reopened, date: 2026-03-12, by: c.janssen, ground: Iets";
    let withdrawn = "step: withdrawn, date: 2026-03-11, by: p.vos, ground: Iets";
    let record = case("agreed", &[withdrawn, reopened, reopened]);
    let (handling, violations) = stands(&record, "handling", "2026-04-15");
    let last = |state| ("2026-04-13".to_owned(), state);
    assert_eq!(handling, [last(State::Void), last(State::Overdue)]);
    assert_eq!(violations, ["K035"]);
}

/// What was waived is asked of nobody any more; that it was not done in time stays a breach, with its waiver.
#[test]
fn what_was_waived_is_no_longer_open() {
    let waived = |day: &str| {
        format!("step: waived, date: {day}, by: c.janssen, rule: K301, reason: Brief kwijt")
    };
    let stood = |day: &str, as_of: &str| {
        let record = case("acknowledged", &[&waived(day)]);
        stands(&record, "acknowledgement", as_of)
    };
    let found = |state| (one("2026-03-16", state), vec![]);
    assert_eq!(stood("2026-03-20", "2026-03-24"), found(State::Late));
    // Beforehand too.
    assert_eq!(stood("2026-03-05", "2026-03-16"), found(State::Void));
    assert_eq!(stood("2026-03-05", "2026-03-17"), found(State::Late));
    // What is done all the same is met by that.
    let acknowledged = "step: acknowledged, date: 2026-03-13, by: p.vos, summary: Afspraak., occurred: {date: 2026-02-26, place: Stein}, next_steps: Wij horen de jobcoach., expected_by: 2026-04-13, channel: letter";
    let record = case("acknowledged", &[&waived("2026-03-05"), acknowledged]);
    assert_eq!(
        stands(&record, "acknowledgement", "2026-03-24"),
        found(State::Met)
    );
}
