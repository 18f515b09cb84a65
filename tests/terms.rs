//! Other organisations' terms, expressed by `procedure.yaml` alone, and the deadlines that follow from them.
//!
//! The last days were counted by hand on a calendar with the holidays that the government published.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;

use klacht::deadlines::{State, deadlines};
use klacht::finding::Level;
use klacht::register::Register;
use klacht::register::read::load_register;
use klacht::register::step::StepKind;
use klacht::rules;
use klacht::words::Day;
use klacht::workflow::{Standing, next_steps};

const WORKING_DAYS: &str = include_str!("terms/working-days.yaml");
const ONE_EXTENSION: &str = include_str!("terms/one-extension.yaml");
const AWB: &str = include_str!("terms/awb.yaml");
const STAFF: &str = include_str!("rules/base/staff.yaml");

/// A deadline as a test expects it: the last day in time, how it stands, and the findings of the term's rule.
type Stands = (String, State, Vec<(&'static str, Level)>);

/// Gives a register of one case with these steps, read from files.
fn register(procedure: &str, steps: &[&str]) -> Register {
    let root = tempfile::tempdir().unwrap();
    let year = &steps[0].split_whitespace().nth(1).unwrap()[..4];
    let id = format!("{year}-0001");
    let dir = root.path().join(format!("{year}/{id}"));
    fs::create_dir_all(&dir).unwrap();
    fs::write(root.path().join("procedure.yaml"), procedure).unwrap();
    fs::write(root.path().join("staff.yaml"), STAFF).unwrap();
    let steps: String = steps.iter().map(|step| written(step)).collect();
    fs::write(
        dir.join("complaint.yaml"),
        format!("case: {id}\nsteps:\n{steps}"),
    )
    .unwrap();
    let reading = load_register(root.path()).unwrap();
    assert_eq!(reading.findings, [], "{steps}");
    reading.register
}

/// Gives how the deadline of a term stands in a case with these steps; `None` when there is none.
fn deadline(procedure: &str, steps: &[&str], term: &str, as_of: &str) -> Option<Stands> {
    let register = register(procedure, steps);
    let procedure = register.procedure.as_ref().unwrap();
    let case = register.cases.values().next().unwrap();
    let as_of: Day = as_of.parse().unwrap();
    let all = deadlines(
        procedure,
        &procedure.calendar(),
        case,
        &Standing::of(case),
        as_of,
    );
    let deadline = all
        .into_iter()
        .find(|deadline| deadline.term.id.as_str() == term)?;
    let name = klacht::finding::Arg::from(&deadline.term.name);
    let findings = rules::check(&register, as_of);
    let findings = findings
        .iter()
        .filter(|f| f.args.get("term") == Some(&name) && f.args.contains_key("last"));
    let findings = findings
        .map(|finding| (finding.code, finding.level))
        .collect();
    Some((deadline.last_day.to_string(), deadline.state, findings))
}

/// Writes a step of which only the days matter: `acknowledged 2026-03-05 2026-04-13`.
fn written(step: &str) -> String {
    let words: Vec<&str> = step.split_whitespace().collect();
    let (kind, date) = (words[0], words[1]);
    let day = words.get(2).copied().unwrap_or(date);
    let (by, fields) = match kind {
        "received" => (
            "m.bakker",
            "channel: phone, complainant: client, category: communication, summary: Iets"
                .to_owned(),
        ),
        "assigned" => ("c.janssen", "handler: p.vos, function: Manager".to_owned()),
        "acknowledged" => (
            "p.vos",
            format!(
                "summary: Iets, occurred: {{date: {date}, place: Stein}}, next_steps: Iets, expected_by: {day}, channel: letter"
            ),
        ),
        "contacted" => ("p.vos", "channel: phone".to_owned()),
        "extended" => (
            "p.vos",
            format!("expected_by: {day}, ground: Iets, told: {date}"),
        ),
        "refused" => ("p.vos", format!("ground: dealt-with, told: {day}")),
        "decided" => (
            "p.vos",
            "verdict: unfounded, severity: minor, cause: planning, responsibility: none".to_owned(),
        ),
        "offered" => ("p.vos", format!("none_because: Iets, told: {day}")),
        "resolved" => ("p.vos", format!("solved: {day}")),
        "reported" => (
            "p.vos",
            format!("to_complainant: {day}, to_coordinator: {day}, appeal_explained: true"),
        ),
        "withdrawn" => ("p.vos", "ground: Iets".to_owned()),
        "reopened" => ("c.janssen", "ground: Iets".to_owned()),
        other => panic!("{other}"),
    };
    format!("- {{step: {kind}, date: {date}, by: {by}, {fields}}}\n")
}

fn stands(last: &str, state: State, finding: Option<(&'static str, Level)>) -> Option<Stands> {
    Some((last.to_owned(), state, finding.into_iter().collect()))
}

/// Met on the last day, late the day after, overdue, near, and neither.
#[test]
fn an_acknowledgement_in_five_working_days() {
    // From Thursday 2 April: the 3rd, then over Easter the 7th, 8th, 9th and Friday 10 April.
    let case = |steps: &[&str], as_of: &str| {
        let steps: Vec<&str> = ["received 2026-04-02", "assigned 2026-04-02"]
            .iter()
            .chain(steps)
            .copied()
            .collect();
        deadline(WORKING_DAYS, &steps, "acknowledgement", as_of)
    };
    let last = "2026-04-10";
    assert_eq!(
        case(&["acknowledged 2026-04-10 2026-04-30"], "2026-04-15"),
        stands(last, State::Met, None)
    );
    let late = Some(("K301", Level::Breach));
    assert_eq!(
        case(&["acknowledged 2026-04-11 2026-04-30"], "2026-04-15"),
        stands(last, State::Late, late)
    );
    assert_eq!(
        case(&[], "2026-04-11"),
        stands(last, State::Overdue, Some(("K301", Level::Overdue)))
    );
    assert_eq!(
        case(&[], "2026-04-10"),
        stands(last, State::DueSoon, Some(("K301", Level::Due)))
    );
    assert_eq!(
        case(&[], "2026-04-08"),
        stands(last, State::DueSoon, Some(("K301", Level::Due)))
    );
    assert_eq!(case(&[], "2026-04-07"), stands(last, State::Due, None));
    assert_eq!(
        case(&["withdrawn 2026-04-09"], "2026-04-15"),
        stands(last, State::Void, None)
    );
    assert_eq!(
        case(&["withdrawn 2026-04-13"], "2026-04-15"),
        stands(last, State::Late, late),
        "too late to be void"
    );
}

#[test]
fn working_days_over_holidays() {
    let good_friday = WORKING_DAYS.replace("due_soon:", "calendar: {good_friday: true}\ndue_soon:");
    let closed = WORKING_DAYS.replace(
        "due_soon:",
        "calendar: {closed_on: [2026-05-15]}\ndue_soon:",
    );
    for (procedure, received, acknowledgement, progress) in [
        (WORKING_DAYS, "2026-04-02", "2026-04-10", "2026-04-17"), // over Easter Monday
        (&good_friday, "2026-04-02", "2026-04-13", "2026-04-20"), // and Good Friday, where it is kept
        (WORKING_DAYS, "2026-12-21", "2026-12-29", "2027-01-06"), // over Christmas and New Year's Day
        (WORKING_DAYS, "2026-04-23", "2026-05-01", "2026-05-11"), // over King's Day, a Monday, and Liberation Day
        (WORKING_DAYS, "2025-04-24", "2025-05-01", "2025-05-09"), // King's Day moved to Saturday: Monday the 28th counts
        (&closed, "2026-05-11", "2026-05-20", "2026-05-28"), // Ascension Day, the Friday after it, Whit Monday
    ] {
        for (term, last) in [("acknowledgement", acknowledgement), ("progress", progress)] {
            let (found, ..) = deadline(
                procedure,
                &[&format!("received {received}")],
                term,
                received,
            )
            .unwrap();
            assert_eq!(found, last, "{term} from {received}");
        }
    }
}

#[test]
fn a_progress_message_and_an_answer() {
    let start = ["received 2026-04-02", "assigned 2026-04-02"];
    let case = |steps: &[&str], term: &str, as_of: &str| {
        let steps: Vec<&str> = start.iter().chain(steps).copied().collect();
        deadline(WORKING_DAYS, &steps, term, as_of)
    };
    let last = "2026-04-17";
    assert_eq!(
        case(&["contacted 2026-04-17"], "progress", "2026-04-20"),
        stands(last, State::Met, None)
    );
    let late = Some(("K390", Level::Breach));
    assert_eq!(
        case(&["contacted 2026-04-18"], "progress", "2026-04-20"),
        stands(last, State::Late, late)
    );
    assert_eq!(
        case(&[], "progress", "2026-04-20"),
        stands(last, State::Overdue, Some(("K390", Level::Overdue)))
    );
    // An answer makes a message on the way to it needless, and the first of several counts.
    let answered = [
        "decided 2026-04-13",
        "offered 2026-04-14 2026-04-13",
        "contacted 2026-04-29",
    ];
    assert_eq!(
        case(&answered, "progress", "2026-05-04"),
        stands(last, State::Met, None)
    );
    assert_eq!(
        case(&answered, "answer", "2026-05-04"),
        stands("2026-04-30", State::Met, None)
    );
    // The day on which the complainant was told counts, not the day of the record.
    let recorded_later = ["decided 2026-04-28", "offered 2026-05-04 2026-04-30"];
    assert_eq!(
        case(&recorded_later, "answer", "2026-05-04"),
        stands("2026-04-30", State::Met, None)
    );
    let told_later = ["decided 2026-04-28", "offered 2026-05-04 2026-05-01"];
    assert_eq!(
        case(&told_later, "answer", "2026-05-04"),
        stands("2026-04-30", State::Late, late)
    );
}

#[test]
fn a_refusal_in_time_replaces_the_acknowledgement() {
    let case = |steps: &[&str], term: &str| {
        let steps: Vec<&str> = ["received 2026-03-02", "assigned 2026-03-02"]
            .iter()
            .chain(steps)
            .copied()
            .collect();
        deadline(ONE_EXTENSION, &steps, term, "2026-06-01")
    };
    let (in_time, late) = (["refused 2026-03-30"], ["refused 2026-03-31"]);
    assert_eq!(case(&[], "refusal"), None, "only when it is refused");
    assert_eq!(
        case(&in_time, "refusal"),
        stands("2026-03-30", State::Met, None)
    );
    assert_eq!(
        case(&in_time, "acknowledgement"),
        stands("2026-03-16", State::Void, None)
    );
    assert_eq!(
        case(&in_time, "handling"),
        stands("2026-04-13", State::Void, None)
    );
    assert_eq!(
        case(&late, "refusal"),
        stands("2026-03-30", State::Late, Some(("K302", Level::Breach)))
    );
    assert_eq!(
        case(&late, "acknowledgement"),
        stands("2026-03-16", State::Late, Some(("K301", Level::Breach)))
    );
}

/// What the checker takes is also proposed: a term that no promise begins can be extended before there is one.
#[test]
fn an_extension_comes_next_where_there_is_a_day_to_move() {
    let next = |procedure: &str, steps: &[&str]| {
        let register = register(procedure, &[&["received 2026-03-02"], steps].concat());
        let case = register.cases.values().next().unwrap();
        let next = next_steps(&Standing::of(case), register.procedure.as_ref());
        next.iter().any(|next| next.step == StepKind::Extended)
    };
    let (assigned, refused) = ("assigned 2026-03-02", "refused 2026-03-30");
    let promised = "acknowledged 2026-03-16 2026-04-13";
    assert!(next(ONE_EXTENSION, &[assigned]));
    assert!(!next(ONE_EXTENSION, &[]));
    assert!(!next(ONE_EXTENSION, &[assigned, refused]));
    assert!(!next(WORKING_DAYS, &[assigned]));
    assert!(next(WORKING_DAYS, &[assigned, promised]));
}

#[test]
fn six_weeks_with_one_extension_of_four() {
    let start = [
        "received 2026-03-02",
        "assigned 2026-03-02",
        "acknowledged 2026-03-16 2026-04-13",
    ];
    let end = |day: &str| {
        [
            format!("decided {day}"),
            format!("offered {day}"),
            format!("resolved {day}"),
        ]
    };
    let case = |steps: &[&str], end: &[String], as_of: &str| {
        let steps: Vec<&str> = start
            .iter()
            .chain(steps)
            .copied()
            .chain(end.iter().map(String::as_str))
            .collect();
        deadline(ONE_EXTENSION, &steps, "handling", as_of)
    };
    let late = Some(("K303", Level::Breach));
    let (plain, extended) = ("2026-04-13", "2026-05-11");
    assert_eq!(
        case(&[], &end("2026-04-13"), "2026-06-30"),
        stands(plain, State::Met, None)
    );
    assert_eq!(
        case(&[], &end("2026-04-14"), "2026-06-30"),
        stands(plain, State::Late, late)
    );
    assert_eq!(
        case(&[], &[], "2026-04-14"),
        stands(plain, State::Overdue, Some(("K303", Level::Overdue)))
    );
    assert_eq!(
        case(&[], &[], "2026-04-02"),
        stands(plain, State::Due, None),
        "five working days, over Easter Monday"
    );
    assert_eq!(
        case(&[], &[], "2026-04-03"),
        stands(plain, State::DueSoon, Some(("K303", Level::Due)))
    );

    let once = ["extended 2026-04-13 2026-05-11"];
    assert_eq!(
        case(&once, &end("2026-05-11"), "2026-06-30"),
        stands(extended, State::Met, None),
        "told on the last day"
    );
    assert_eq!(
        case(&once, &end("2026-05-12"), "2026-06-30"),
        stands(extended, State::Late, late)
    );
    let shorter = ["extended 2026-04-10 2026-04-20"];
    assert_eq!(
        case(&shorter, &[], "2026-04-13"),
        stands("2026-04-20", State::DueSoon, Some(("K303", Level::Due)))
    );
    let too_long = ["extended 2026-04-10 2026-06-30"];
    assert_eq!(
        case(&too_long, &[], "2026-04-13"),
        stands(extended, State::Due, None),
        "no further than four weeks"
    );
    let twice = [
        "extended 2026-04-10 2026-05-11",
        "extended 2026-05-08 2026-06-08",
    ];
    assert_eq!(
        case(&twice, &end("2026-05-12"), "2026-06-30"),
        stands(extended, State::Late, late),
        "once only"
    );
    let told_late = ["extended 2026-04-14 2026-05-11"];
    assert_eq!(
        case(&told_late, &end("2026-05-11"), "2026-06-30"),
        stands(plain, State::Late, late),
        "told after the last day"
    );
}

#[test]
fn each_extension_is_counted_from_the_day_that_it_extends() {
    let twice = ONE_EXTENSION.replace("{times: 1, by: 4 weeks}", "{times: 2, by: 2 weeks}");
    let start = [
        "received 2026-03-02",
        "assigned 2026-03-02",
        "acknowledged 2026-03-16 2026-04-13",
    ];
    let case = |steps: &[&str]| {
        let steps: Vec<&str> = start.iter().chain(steps).copied().collect();
        let findings = rules::check(&register(&twice, &steps), "2026-05-15".parse().unwrap());
        let refused = findings
            .iter()
            .filter(|finding| finding.code == "K307")
            .count();
        (
            deadline(&twice, &steps, "handling", "2026-05-15")
                .unwrap()
                .0,
            refused,
        )
    };
    let (first, second) = (
        "extended 2026-04-10 2026-04-27",
        "extended 2026-04-24 2026-05-11",
    );
    assert_eq!(case(&[first]), ("2026-04-27".into(), 0));
    assert_eq!(
        case(&["extended 2026-04-10 2026-04-28"]),
        ("2026-04-27".into(), 1)
    );
    assert_eq!(case(&[first, second]), ("2026-05-11".into(), 0));
    assert_eq!(
        case(&[first, "extended 2026-04-24 2026-05-12"]),
        ("2026-05-11".into(), 1)
    );
    assert_eq!(
        case(&[first, second, "extended 2026-05-08 2026-05-18"]),
        ("2026-05-11".into(), 1)
    );
}

/// An organisation may have its complaints heard by a committee (article 9:14), and then has 10 weeks instead of 6.
#[test]
fn the_general_administrative_law_act() {
    let committee = AWB.replace("within: 6 weeks", "within: 10 weeks");
    let report = |day: &str| {
        ["decided", "offered", "resolved", "reported"].map(|step| format!("{step} {day}"))
    };
    let case = |procedure: &str, received: &str, steps: &[&str], end: &[String], as_of: &str| {
        let start = [
            format!("received {received}"),
            format!("assigned {received}"),
            format!("acknowledged {received} 2026-12-31"),
        ];
        let steps: Vec<&str> = start
            .iter()
            .map(String::as_str)
            .chain(steps.iter().copied())
            .chain(end.iter().map(String::as_str))
            .collect();
        deadline(procedure, &steps, "handling", as_of)
    };
    let late = Some(("K303", Level::Breach));
    for (procedure, last, day_after, extended, after_that) in [
        (AWB, "2026-04-13", "2026-04-14", "2026-05-11", "2026-05-12"),
        (
            &committee,
            "2026-05-11",
            "2026-05-12",
            "2026-06-08",
            "2026-06-09",
        ),
    ] {
        let case = |steps: &[&str], end: &[String]| {
            case(procedure, "2026-03-02", steps, end, "2026-07-01")
        };
        assert_eq!(case(&[], &report(last)), stands(last, State::Met, None));
        assert_eq!(
            case(&[], &report(day_after)),
            stands(last, State::Late, late)
        );
        assert_eq!(
            case(&[], &[]),
            stands(last, State::Overdue, Some(("K303", Level::Overdue)))
        );
        let adjourned = format!("extended 2026-04-10 {extended}");
        assert_eq!(
            case(&[&adjourned], &report(extended)),
            stands(extended, State::Met, None)
        );
        assert_eq!(
            case(&[&adjourned], &report(after_that)),
            stands(extended, State::Late, late)
        );
    }
    // Six weeks from Monday 13 April end on Whit Monday, and so on the day after.
    assert_eq!(
        case(AWB, "2026-04-13", &[], &report("2026-05-26"), "2026-07-01"),
        stands("2026-05-26", State::Met, None)
    );
}

#[test]
fn a_term_that_ends_on_a_day_off_moves_only_when_the_procedure_says_so() {
    let shifted = ONE_EXTENSION.replace(
        "due_soon:",
        "calendar: {shift_to_working_day: true}\ndue_soon:",
    );
    for (received, ends, moved) in [
        ("2026-02-23", "2026-04-06", "2026-04-07"), // Easter Monday
        ("2026-11-13", "2026-12-25", "2026-12-28"), // Christmas, then a weekend
        ("2025-03-15", "2025-04-26", "2025-04-28"), // King's Day moved to Saturday
        ("2026-03-16", "2026-04-27", "2026-04-28"), // King's Day
        ("2026-03-15", "2026-04-26", "2026-04-28"), // a Sunday, then King's Day
        ("2026-03-02", "2026-04-13", "2026-04-13"), // a working day
    ] {
        for (procedure, last) in [(ONE_EXTENSION, ends), (&shifted, moved)] {
            let (found, ..) = deadline(
                procedure,
                &[&format!("received {received}")],
                "handling",
                received,
            )
            .unwrap();
            assert_eq!(found, last, "from {received}");
        }
    }
    // A promise and what it is extended to alike.
    let promised = format!("{PLAIN}calendar: {{shift_to_working_day: true}}\n");
    for (procedure, last) in [(PLAIN, "2026-05-17"), (&promised, "2026-05-18")] {
        for steps in [
            &[
                "received 2026-03-02",
                "assigned 2026-03-03",
                "acknowledged 2026-03-05 2026-05-17",
            ][..],
            &[
                "received 2026-03-02",
                "assigned 2026-03-03",
                "acknowledged 2026-03-05 2026-04-13",
                "extended 2026-04-10 2026-05-17",
            ],
        ] {
            let (found, ..) = deadline(procedure, steps, "handling", "2026-04-15").unwrap();
            assert_eq!(found, last, "{steps:?}");
        }
    }
    // On the day to which the term moves, the complainant is told of an extension in time.
    for (procedure, late) in [(PLAIN, true), (&promised, false)] {
        let steps = [
            "received 2026-03-02",
            "assigned 2026-03-03",
            "acknowledged 2026-03-05 2026-05-17",
            "extended 2026-05-18 2026-06-15",
        ];
        let found = rules::check(&register(procedure, &steps), "2026-05-20".parse().unwrap());
        assert_eq!(found.iter().any(|found| found.code == "K306"), late);
    }
}

/// A term that runs from receipt can be extended before anything is promised; one of which the procedure says nothing, not at all.
#[test]
fn whether_a_term_can_be_extended_is_what_the_procedure_says() {
    let codes = |procedure: &str, steps: &[&str]| {
        let register = register(procedure, steps);
        let found = rules::check(&register, "2026-03-12".parse().unwrap());
        let found = found.into_iter().map(|found| found.code);
        let of_extension = found.filter(|code| ["K304", "K305", "K306", "K307"].contains(code));
        of_extension.collect::<Vec<_>>()
    };
    let early = [
        "received 2026-03-02",
        "assigned 2026-03-03",
        "extended 2026-03-10 2026-05-11",
    ];
    assert_eq!(codes(AWB, &early), [""; 0]);
    assert_eq!(codes(PLAIN, &early), ["K304"]);
    // It moves to a later day, and is told before the last one has passed: Monday 13 April.
    for (extended, code) in [
        ("extended 2026-03-10 2026-04-13", "K305"),
        ("extended 2026-04-14 2026-05-11", "K306"),
    ] {
        assert_eq!(codes(AWB, &[early[0], early[1], extended]), [code]);
    }
    let promised = [
        "received 2026-03-02",
        "assigned 2026-03-03",
        "acknowledged 2026-03-05 2026-04-13",
        "extended 2026-03-10 2026-05-11",
    ];
    let fixed = |extension: &str| {
        format!(
            "{PLAIN}terms:\n- {{id: handling, name: Afhandeling, clause: 3, from: promised, within: 0 days, met_by: [resolved]{extension}}}\n"
        )
    };
    assert_eq!(codes(&fixed(", extension: {}"), &promised), [""; 0]);
    assert_eq!(codes(&fixed(""), &promised), ["K307"]);
}

/// What may be extended once may be once for each promise, under the term that counts for that promise.
#[test]
fn an_extension_is_judged_by_the_promise_that_it_moves() {
    let (before, _) = ONE_EXTENSION.split_once("terms:\n").unwrap();
    let handling = |rest: &str| {
        format!(
            "- {{id: handling, name: Afhandeling, clause: 3, from: promised, within: 0 days, met_by: [resolved], {rest}}}\n"
        )
    };
    let once = format!("{before}terms:\n{}", handling("extension: {times: 1}"));
    let refused = |procedure: &str, later: &[&str]| {
        let start = [
            "received 2026-03-02",
            "assigned 2026-03-02",
            "acknowledged 2026-03-16 2026-04-13",
            "extended 2026-04-10 2026-05-11",
        ];
        let steps = [&start, later].concat();
        let found = rules::check(&register(procedure, &steps), "2026-08-01".parse().unwrap());
        found.iter().any(|finding| finding.code == "K307")
    };
    let second = "extended 2026-05-08 2026-06-08";
    assert!(refused(&once, &[second]));
    let reopened = [
        "withdrawn 2026-05-11",
        "reopened 2026-06-01",
        "acknowledged 2026-06-02 2026-06-30",
        "extended 2026-06-29 2026-07-27",
    ];
    assert!(!refused(&once, &reopened));
    assert!(refused(
        &once,
        &[&reopened[..], &["extended 2026-07-27 2026-08-31"]].concat()
    ));
    let twice = handling("extension: {times: 2}, since: 2026-04-01");
    assert!(!refused(&format!("{once}{twice}"), &[second]));
}

/// What was solved before it was acknowledged was solved in time, whatever was promised then.
#[test]
fn a_promise_after_the_solution_is_kept() {
    let steps = [
        "received 2026-03-12",
        "assigned 2026-03-12",
        "decided 2026-03-12",
        "offered 2026-03-12",
        "resolved 2026-03-12",
        "acknowledged 2026-03-13 2026-03-20",
    ];
    let met = || stands("2026-03-20", State::Met, None);
    assert_eq!(deadline(PLAIN, &steps, "handling", "2026-03-30"), met());
    let reported = [&steps[..], &["reported 2026-03-16"]].concat();
    assert_eq!(deadline(PLAIN, &reported, "handling", "2026-03-30"), met());
    // A term of one's own that starts twice is met once, whether it was before the second start or after.
    let own = format!(
        "{PLAIN}terms:\n- {{id: own, name: Eigen, clause: 3, from: assigned, within: 1 week, met_by: [acknowledged]}}\n"
    );
    for order in [[2, 1], [1, 2]] {
        let again = ["assigned 2026-03-05", "acknowledged 2026-03-05 2026-04-01"];
        let [one, other] = order.map(|n| again[n - 1]);
        let steps = ["received 2026-03-02", "assigned 2026-03-03", one, other];
        let register = register(&own, &steps);
        let procedure = register.procedure.as_ref().unwrap();
        let case = register.cases.values().next().unwrap();
        let day = "2026-04-30".parse().unwrap();
        let all = deadlines(
            procedure,
            &procedure.calendar(),
            case,
            &Standing::of(case),
            day,
        );
        let states: Vec<State> = all.iter().map(|deadline| deadline.state).collect();
        assert_eq!(states, [State::Met, State::Met], "{steps:?}");
    }
}

/// Nothing but the organisation and a category: the terms are those of the procedure of this programme.
const PLAIN: &str = "organisation: {name: A}\ncategories: [{id: communication, name: C}]\n";

/// A step that stands in the record once too often is one finding, and starts no second deadline beside it.
#[test]
fn a_step_too_many_starts_no_deadline() {
    let procedure = PLAIN;
    let codes = |steps: &[&str], as_of: &str| {
        let register = register(procedure, steps);
        let findings = rules::check(&register, as_of.parse().unwrap());
        let about = ["K022", "K023", "K301", "K303"];
        let found = findings.iter().map(|finding| finding.code);
        let mut found: Vec<_> = found.filter(|code| about.contains(code)).collect();
        found.sort_unstable();
        found
    };
    let first = ["received 2026-04-02", "assigned 2026-04-02"];
    let met = "acknowledged 2026-04-03 2026-04-30";
    let received_again = [&first[..], &[met, "received 2026-04-06"]].concat();
    assert_eq!(codes(&received_again, "2026-04-20"), ["K022"]);

    // Not acknowledged at all is overdue once, also where it was received twice.
    let never = [&first[..], &["received 2026-04-06"]].concat();
    assert_eq!(codes(&never, "2026-04-20"), ["K022", "K301"]);

    // What was promised first stands, and is overdue once.
    let promised_again = [&first[..], &[met, "acknowledged 2026-04-06 2026-04-20"]].concat();
    assert_eq!(codes(&promised_again, "2026-04-20"), ["K023"]);
    assert_eq!(codes(&promised_again, "2026-05-10"), ["K023", "K303"]);
}

/// A shorter term from June on leaves what began before as it was, late or in time.
#[test]
fn a_new_term_counts_for_what_begins_from_its_first_day() {
    let newer = "- {id: acknowledgement, name: {nl: Bevestiging, en: Acknowledgement}, clause: 3, from: received, \
                 within: 3 days, met_by: [acknowledged], since: 2026-06-01}\n";
    let (before, rest) = ONE_EXTENSION.split_once("terms:\n").unwrap();
    let procedure = format!("{before}terms:\n{newer}{rest}");
    let last_day = |received: &str| {
        let steps = [
            &*format!("received {received}"),
            "acknowledged 2026-06-08 2026-06-30",
        ];
        let of = |procedure| deadline(procedure, &steps, "acknowledgement", "2026-06-20").unwrap();
        (of(&procedure), of(ONE_EXTENSION))
    };
    let (now, then) = last_day("2026-05-31");
    assert_eq!(now, then);
    assert_eq!((now.0.as_str(), now.1), ("2026-06-14", State::Met));
    let (now, then) = last_day("2026-06-01");
    assert_eq!((now.0.as_str(), now.1), ("2026-06-04", State::Late));
    assert_eq!((then.0.as_str(), then.1), ("2026-06-15", State::Met));
}
