//! Who is told of what was pushed: everybody concerned, each once, and nobody is forgotten.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use support::history::Work;
use support::post::{line, said, start, work};

/// Tells of a push into the outbox of the repository; gives what there is for whom that was not there before, by case or year.
fn told(work: &Work, stdin: &str) -> BTreeMap<String, String> {
    let (code, text, told) = tell(work, stdin);
    assert_eq!(code, Some(0), "{text}");
    told.into_iter()
        .map(|(to, (subject, _))| (to, subject))
        .collect()
}

type Told = BTreeMap<String, (String, String)>;

/// Tells of a push; gives the exit code, what was said, and the subject and text of what went to whom.
fn tell(work: &Work, stdin: &str) -> (Option<i32>, String, Told) {
    let new = work.dir.path().join("klacht/outbox/new");
    let output = start(work, &["notify", "--push"], &[], stdin)
        .wait_with_output()
        .unwrap();
    let mut told = BTreeMap::new();
    for entry in fs::read_dir(&new).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let field = |name: &str| {
            let line = text.lines().find(|line| line.starts_with(name)).unwrap();
            line[name.len()..].trim().to_owned()
        };
        let to = field("To:");
        let to = to.split('<').nth(1).unwrap().split('@').next().unwrap();
        let entry = (field("Subject:"), text.clone());
        assert!(told.insert(to.to_owned(), entry).is_none(), "{to} twice");
        for private in ["R. Voorbeeld", "ging niet door", "Zo was het", "summary"] {
            assert!(!text.contains(private), "{text}");
        }
        fs::remove_file(path).unwrap();
    }
    (output.status.code(), said(&output), told)
}

/// The steps of the case of the base: who does it, and who is told of it.
#[test]
fn everybody_concerned_is_told_of_a_step_and_nobody_of_their_own() {
    let steps: &[(&str, &str, &str, &[&str])] = &[
        ("assigned", "c.janssen", "2026-03-03", &["p.vos"]),
        ("acknowledged", "p.vos", "2026-03-09", &[]),
        ("heard", "p.vos", "2026-03-11", &["k.smit"]),
        ("agreed", "k.smit", "2026-03-13", &["p.vos"]),
        ("decided", "p.vos", "2026-03-17", &[]),
        ("offered", "p.vos", "2026-03-18", &[]),
        ("answered", "p.vos", "2026-03-25", &[]),
        ("carried-out", "p.vos", "2026-03-30", &[]),
        ("resolved", "p.vos", "2026-03-31", &[]),
        ("reported", "p.vos", "2026-04-07", &["c.janssen"]),
        ("prevention", "p.vos", "2026-04-07", &["h.mulder"]),
        ("surveyed", "c.janssen", "2026-04-20", &[]),
        ("closed", "c.janssen", "2026-04-20", &["p.vos"]),
    ];
    let mut work = work();
    let mut old = work.tip;
    work.new_case("2026-0001");
    work.commit("m.bakker", "2026-03-02", "2026-0001 stap 1: ontvangst");
    let first = told(&work, &line(old, work.tip));
    assert_eq!(
        first.into_iter().collect::<Vec<_>>(),
        [(
            "c.janssen".to_owned(),
            "Klachten: nieuwe klacht (2026-0001)".to_owned()
        )]
    );
    for (step, who, date, to) in steps {
        old = work.tip;
        work.add("2026-0001", step);
        work.commit(who, date, &format!("2026-0001 {step}"));
        let found: Vec<String> = told(&work, &line(old, work.tip)).into_keys().collect();
        assert_eq!(found, *to, "{step}");
        assert!(told(&work, &line(old, work.tip)).is_empty(), "{step} again");
    }
}

#[test]
fn a_complaint_that_changes_hands_is_told_to_both() {
    let mut work = work();
    work.new_case("2026-0001");
    work.commit("m.bakker", "2026-03-02", "Ontvangst");
    work.add("2026-0001", "assigned");
    let old = work.commit("c.janssen", "2026-03-03", "Overdracht");
    let record = "2026/2026-0001/complaint.yaml";
    let again = "\n- step: assigned\n  date: 2026-03-05\n  by: c.janssen\n  handler: h.mulder\n  function: Manager training\n  reason: Afwezig.\n";
    let text = work.text(record) + again;
    work.put(record, &text);
    work.commit("c.janssen", "2026-03-05", "Overdracht");
    let found = told(&work, &line(old, work.tip));
    assert_eq!(
        found.keys().collect::<Vec<_>>(),
        ["h.mulder", "p.vos"],
        "{found:?}"
    );
    assert!(found["p.vos"].contains("aan een ander"), "{found:?}");
}

/// A notice says what fits the case as it is, not as it usually is.
#[test]
fn what_is_said_fits_where_the_case_stands() {
    let mut work = work();
    work.new_case("2026-0001");
    work.commit("m.bakker", "2026-03-02", "Ontvangst");
    work.add("2026-0001", "assigned");
    work.commit("c.janssen", "2026-03-03", "Overdracht");
    work.add("2026-0001", "acknowledged");
    let old = work.commit("p.vos", "2026-03-09", "Bevestiging");
    let record = "2026/2026-0001/complaint.yaml";
    let again = "\n- step: assigned\n  date: 2026-03-10\n  by: c.janssen\n  handler: h.mulder\n  function: Manager training\n  reason: Afwezig.\n";
    let text = work.text(record) + again;
    work.put(record, &text);
    let new = work.commit("c.janssen", "2026-03-10", "Overdracht");
    let (_, said, told) = tell(&work, &line(old, new));
    let text = &told["h.mulder"].1;
    assert!(
        text.contains("al een ontvangstbevestiging") && !text.contains("Stuur"),
        "{said}{text}"
    );
    let back = again
        .replace("2026-03-10", "2026-03-11")
        .replace("h.mulder", "p.vos");
    let text = work.text(record) + &back;
    work.put(record, &text);
    work.commit("c.janssen", "2026-03-11", "Terug");
    work.add("2026-0001", "heard");
    let old = work.commit("p.vos", "2026-03-11", "Gehoord");
    work.add("2026-0001", "agreed");
    let text = work
        .text(record)
        .replace("outcome: agrees", "outcome: disagrees");
    work.put(record, &text);
    let new = work.commit("k.smit", "2026-03-13", "Niet eens");
    let (_, said, told) = tell(&work, &line(old, new));
    let text = &told["p.vos"].1;
    assert!(
        text.contains("niet eens met de omschrijving"),
        "{said}{text}"
    );
}

/// From the hooks on, or from the first run, nothing is forgotten: not what a run could not tell, nor what no hook ran for.
#[test]
fn what_the_first_runs_could_not_tell_is_told_once_it_can() {
    let zero = "0".repeat(40);
    for begins_with_hooks in [true, false] {
        let mut work = work();
        let begin = work.tip;
        let procedure = work.text("procedure.yaml");
        let from = "  email: klachten@voorbeeld.example\n";
        work.put("procedure.yaml", &procedure.replace(from, ""));
        let without = work.commit("a.smits", "2026-03-01", "Zonder adres");
        if begins_with_hooks {
            let output = start(&work, &["hooks", "install"], &[], "");
            let output = output.wait_with_output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        } else {
            let stdin = line(begin, without);
            let output = start(&work, &["notify", "--push"], &[], &stdin);
            let said = said(&output.wait_with_output().unwrap());
            assert!(said.contains("organisation: email"), "{said}");
        }
        work.new_case("2026-0001");
        let first = work.commit("m.bakker", "2026-03-02", "Ontvangst");
        if !begins_with_hooks {
            let stdin = line(without, first);
            let output = start(&work, &["notify", "--push"], &[], &stdin);
            assert_eq!(output.wait_with_output().unwrap().status.code(), Some(2));
        }
        work.put("procedure.yaml", &procedure);
        work.commit("a.smits", "2026-03-03", "Adres");
        let (code, text, told) = tell(&work, &format!("{zero} {zero} refs/heads/x\n"));
        assert_eq!((code, to(&told)), (Some(0), vec!["c.janssen"]), "{text}");
        assert!(told["c.janssen"].0.contains("nieuwe klacht"), "{told:?}");
    }
}

/// Where no hook runs, each daily run tells what was pushed since the one before.
#[test]
fn daily_runs_alone_tell_of_what_was_pushed() {
    let mut work = work();
    let daily = |work: &Work| {
        let output = start(work, &["notify", "--daily"], &[], "");
        let said = said(&output.wait_with_output().unwrap());
        let new = work.dir.path().join("klacht/outbox/new");
        let mut mail = Vec::new();
        for entry in fs::read_dir(new).unwrap() {
            let path = entry.unwrap().path();
            mail.push(fs::read_to_string(&path).unwrap());
            fs::remove_file(path).unwrap();
        }
        (said, mail)
    };
    let (said, mail) = daily(&work);
    assert!(mail.is_empty(), "{said}");
    work.new_case("2026-0001");
    work.commit("m.bakker", "2026-04-20", "Ontvangst");
    let (said, mail) = daily(&work);
    assert_eq!(mail.len(), 1, "{said}");
    assert!(mail[0].contains("nieuwe klacht"), "{mail:?}");
    let (said, mail) = daily(&work);
    assert!(mail.is_empty(), "{said}");
}

/// What was agreed with the complainant is the handler's to see to, whoever carries it out (clause 8).
#[test]
fn the_handler_hears_of_an_offer_that_is_overdue_with_somebody_else() {
    let mut work = work();
    work.new_case("2026-0001");
    for step in [
        "assigned",
        "acknowledged",
        "heard",
        "agreed",
        "decided",
        "offered",
        "answered",
    ] {
        work.add("2026-0001", step);
    }
    let record = "2026/2026-0001/complaint.yaml";
    let text = work.text(record).replace("owner: p.vos", "owner: h.mulder");
    work.put(record, &text);
    work.commit("c.janssen", "2026-04-20", "Zo ver");
    let output = start(&work, &["notify", "--daily"], &[], "");
    let output = output.wait_with_output().unwrap();
    let new = work.dir.path().join("klacht/outbox/new");
    let mut heard = Vec::new();
    for entry in fs::read_dir(new).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        if text.contains("maatregel 1") {
            assert!(!text.contains("excuus"), "{text}");
            let to = text.lines().find(|line| line.starts_with("To:")).unwrap();
            heard.push((to.to_owned(), text.contains("\nCc:")));
        }
    }
    heard.sort();
    assert_eq!(heard.len(), 2, "{heard:?} {}", said(&output));
    // The coordinator has a copy of what the owner reads.
    let (mulder, copied) = &heard[0];
    assert!(mulder.contains("h.mulder@") && *copied, "{heard:?}");
    assert!(heard[1].0.contains("p.vos@"), "{heard:?}");
}

#[test]
fn what_a_killed_run_did_not_tell_the_next_one_does() {
    let mut work = work();
    let begin = work.tip;
    // The branch itself is no news.
    assert!(
        told(
            &work,
            &format!("{} {begin} refs/heads/main\n", "0".repeat(40))
        )
        .is_empty()
    );
    work.new_case("2026-0001");
    let first = work.commit("m.bakker", "2026-03-02", "Ontvangst");
    // Nobody was told of the first push; the second names only itself.
    work.add("2026-0001", "assigned");
    let second = work.commit("c.janssen", "2026-03-03", "Overdracht");
    let found: Vec<String> = told(&work, &line(first, second)).into_keys().collect();
    assert_eq!(found, ["c.janssen", "p.vos"]);
    // A run that comes late has nothing to add.
    assert!(told(&work, &line(begin, first)).is_empty());
    // Another branch, or a deleted one, is nobody's news.
    let zero = "0".repeat(40);
    assert!(told(&work, &format!("{zero} {second} refs/heads/code/x\n")).is_empty());
    assert!(told(&work, &format!("{second} {zero} refs/heads/main\n")).is_empty());
}

/// A server keeps no working tree: deadlines are read from the branch.
#[test]
fn deadlines_are_told_from_a_bare_repository() {
    let mut work = work();
    work.new_case("2026-0001");
    work.commit("m.bakker", "2026-03-02", "Ontvangst");
    let output = start(&work, &["notify", "--daily"], &[], "")
        .wait_with_output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let new = work.dir.path().join("klacht/outbox/new");
    let text: Vec<String> = fs::read_dir(new)
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    assert!(
        text.len() == 1 && text[0].contains("2026-0001") && text[0].contains("Over tijd"),
        "{text:?}"
    );
    assert!(Path::new(&work.dir.path().join("klacht/notices")).exists());
}

/// A case that was received, and the commit before it.
fn received() -> (Work, git2::Oid) {
    let mut work = work();
    let old = work.tip;
    work.new_case("2026-0001");
    work.commit("m.bakker", "2026-03-02", "Ontvangst");
    (work, old)
}

/// Changes the staff; gives what a push says of it.
fn staff(work: &mut Work, from: &str, to: &str) -> String {
    let text = work.text("staff.yaml");
    assert!(text.contains(from), "{from}");
    work.put("staff.yaml", &text.replace(from, to));
    let old = work.tip;
    let new = work.commit("a.smits", "2026-04-20", "Medewerkers");
    line(old, new)
}

fn to(told: &Told) -> Vec<&str> {
    told.keys().map(String::as_str).collect()
}

#[test]
fn whoever_has_no_usable_address_is_named_at_each_run_and_told_once_there_is_one() {
    let (mut work, _) = received();
    staff(&mut work, "p.vos@voorbeeld.example", "p.vos at voorbeeld");
    work.add("2026-0001", "assigned");
    let old = work.tip;
    let new = work.commit("c.janssen", "2026-04-20", "Overdracht");
    for stdin in [line(old, new), line(old, new), String::new()] {
        let (code, text, told) = tell(&work, &stdin);
        assert_eq!((code, to(&told)), (Some(1), vec![]), "{text}");
        assert!(
            text.contains("p.vos heeft geen bruikbaar e-mailadres"),
            "{text}"
        );
    }
    let stdin = staff(&mut work, "p.vos at voorbeeld", "pim@voorbeeld.example");
    let (code, text, told) = tell(&work, &stdin);
    assert_eq!((code, to(&told)), (Some(0), vec!["pim"]), "{text}");
    assert!(told["pim"].1.contains("klacht aan u overgedragen"));
    let (code, text, told) = tell(&work, &stdin);
    assert_eq!((code, to(&told)), (Some(0), vec![]), "{text}");
}

#[test]
fn what_nobody_can_be_told_of_waits_until_somebody_can() {
    let mut work = work();
    // The only coordinator left.
    let here =
        "function: Kwaliteitsmedewerker\n  roles: [coordinator]\n  active: {from: 2020-01-01}";
    let gone = here.replace("}", ", until: 2026-03-31}");
    staff(&mut work, here, &gone);
    work.new_case("2026-0001");
    let old = work.tip;
    let new = work.commit("m.bakker", "2026-04-20", "Ontvangst");
    for stdin in [line(old, new), String::new()] {
        let (code, text, told) = tell(&work, &stdin);
        assert_eq!((code, to(&told)), (Some(1), vec![]), "{text}");
        assert!(text.contains("nieuwe klacht (2026-0001)"), "{text}");
    }
    // Deadlines too: the coordinator sees to what has no handler.
    let daily = start(&work, &["notify", "--daily"], &[], "")
        .wait_with_output()
        .unwrap();
    assert_eq!(daily.status.code(), Some(1));
    assert!(said(&daily).contains("2026-0001: "), "{}", said(&daily));
    let stdin = staff(&mut work, &gone, here);
    let (code, text, told) = tell(&work, &stdin);
    assert_eq!((code, to(&told)), (Some(0), vec!["c.janssen"]), "{text}");
    assert!(told["c.janssen"].0.contains("nieuwe klacht"), "{told:?}");
    // What was told is not owed any more.
    let (code, text, told) = tell(&work, "");
    assert_eq!((code, to(&told)), (Some(0), vec![]), "{text}");
}

#[test]
fn what_was_for_somebody_who_left_goes_to_the_coordinator_by_name() {
    let (mut work, _) = received();
    work.add("2026-0001", "assigned");
    work.commit("c.janssen", "2026-03-03", "Overdracht");
    work.add("2026-0001", "acknowledged");
    work.commit("p.vos", "2026-03-09", "Bevestiging");
    let old = work.tip;
    work.add("2026-0001", "heard");
    work.commit("p.vos", "2026-03-11", "Gehoord");
    let smit = "function: Jobcoach en teamleider\n  roles: [handler]\n  active: {from: 2020-01-01}";
    staff(&mut work, smit, &smit.replace("}", ", until: 2026-04-01}"));
    let (code, text, told) = tell(&work, &line(old, work.tip));
    assert_eq!((code, to(&told)), (Some(0), vec!["c.janssen"]), "{text}");
    let text = &told["c.janssen"].1;
    assert!(
        text.contains("voor k.smit") && !text.contains("stap agreed"),
        "{text}"
    );
}

#[test]
fn what_a_case_that_cannot_be_read_says_is_told_once_it_can() {
    let (mut work, old) = received();
    let record = "2026/2026-0001/complaint.yaml";
    let right = work.text(record);
    work.put(record, &format!("{right}\n- step: [\n"));
    let broken = work.commit("m.bakker", "2026-03-02", "Kapot");
    let (code, text, told) = tell(&work, &line(old, broken));
    assert_eq!((code, to(&told)), (Some(1), vec![]), "{text}");
    assert!(text.contains("nieuwe klacht (2026-0001)"), "{text}");
    work.put(record, &right);
    let mended = work.commit("m.bakker", "2026-03-02", "Hersteld");
    let (code, text, told) = tell(&work, &line(broken, mended));
    assert_eq!((code, to(&told)), (Some(0), vec!["c.janssen"]), "{text}");
}
