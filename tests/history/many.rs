//! What is told of a push that is wrong many times over, or for one reason after another.

use klacht::finding::Arg;
use klacht::history::check_history;

use super::support::history::{NOW, Work, seconds};
use super::{RECORD, second};

/// A server is not kept busy by faulty commits: after so many of them the rest is left, and the push is refused all the same.
#[test]
fn a_push_of_many_faulty_commits_is_refused_without_a_look_at_all_of_them() {
    for (commits, most) in [(30, 20), (500, 40)] {
        let mut work = Work::new();
        let old = work.tip;
        for _ in 0..commits {
            work.put("2026/2026-0002/complaint.yaml", "x\n");
            work.commit("x.niemand", "2026-03-03", "Klacht");
            work.remove("2026/2026-0002/complaint.yaml");
        }
        work.pushed = vec![(Some(old), Some(work.tip), "refs/heads/main".to_owned())];
        let walk = work.judged();
        assert!((20..=most).contains(&walk.faults.len()), "{commits}");
        assert!(walk.judged.iter().all(|judged| !judged.accepted));
        assert_eq!(walk.judged.len() + walk.left, commits);
        // Whoever looks at a history sees all of it.
        work.pushed.clear();
        let walk = work.judged();
        assert_eq!((walk.faults.len(), walk.left), (commits, 0));
    }
}

/// Nor by one commit in which everything is wrong, nor by many refs: what is told is what somebody reads.
#[test]
fn of_what_is_wrong_in_many_ways_a_hundred_are_told() {
    let mut work = Work::new();
    for n in 0..5000 {
        work.put(&format!("x{n}"), "x\n");
    }
    let old = work.tip;
    work.commit("p.vos", "2026-03-03", "Bestanden");
    work.pushed = vec![(Some(old), Some(work.tip), "refs/heads/main".to_owned())];
    for n in 0..300 {
        work.pushed
            .push((None, Some(work.tip), format!("refs/heads/x{n}")));
    }
    let walk = work.judged();
    let told = walk.faults.iter();
    let told: Vec<_> = told
        .map(|faults| (faults.findings.len(), faults.more))
        .collect();
    assert_eq!(told, [(100, 4900), (100, 200)]);
}

/// A long history is judged by two threads, one of which begins with its end: the order and what is wrong stay those of the history.
#[test]
fn a_long_history_is_judged_in_its_order() {
    let mut work = Work::new();
    let mut made = vec![work.tip];
    for n in 1..4_600 {
        work.put("README.md", &format!("{n}\n"));
        let subject = if n % 900 == 50 {
            "2026-0001 stap 5: oordeel"
        } else {
            "Notitie"
        };
        work.commit("a.smits", "2026-03-03", subject);
        made.push(work.tip);
    }
    let walk = work.judged();
    let judged: Vec<_> = walk.judged.iter().map(|judged| judged.commit).collect();
    assert_eq!(judged, made);
    let wrong: Vec<_> = made
        .iter()
        .skip(50)
        .step_by(900)
        .copied()
        .map(Some)
        .collect();
    assert_eq!(wrong.len(), 6);
    let found: Vec<_> = walk.faults.iter().map(|faults| faults.commit).collect();
    assert_eq!(found, wrong);
    assert_eq!(walk.verified(), Some(made[49]));
}

/// With the staff gone nobody is known, and that is all that is told of what comes after.
#[test]
fn only_the_commit_that_made_the_staff_unreadable_is_told_of() {
    let mut work = Work::new();
    let staff = work.text("staff.yaml");
    work.put("staff.yaml", "staff: [\n");
    work.commit("a.smits", "2026-03-02T12:00:00", "Medewerkers");
    second(&mut work);
    work.put("staff.yaml", &staff);
    work.commit("a.smits", "2026-03-04", "Hersteld");
    let walk = work.judged();
    assert_eq!(work.codes(), ["K003"]);
    let accepted: Vec<bool> = walk.judged.iter().map(|judged| judged.accepted).collect();
    assert_eq!(accepted, [true, false, false, false]);
    // Where that is what the history is trusted from, it is told.
    work.root = walk.judged[1].commit;
    assert_eq!(work.codes(), ["H14"]);
    // Nor does a warning about something else take its place.
    work.trusted = false;
    let range = format!("{}..", work.root);
    let walk = check_history(&work.register(), Some(&range), seconds(NOW)).unwrap();
    let findings = walk.faults.iter().flat_map(|faults| &faults.findings);
    let found: Vec<&str> = findings.map(|found| found.code).collect();
    assert_eq!(found, ["H02", "H14"]);
}

/// A name that shows another than it is, or hides a part, is no branch that a setting opens.
#[test]
fn a_ref_that_misleads_is_not_opened_by_a_pattern() {
    for (name, codes) in [
        ("refs/heads/code/x", &[][..]),
        ("refs/heads/code/x\u{202E}", &["H04"]),
        ("refs/heads/code/x\u{200B}", &["H04"]),
    ] {
        let mut work = Work::new();
        let config = ("klacht.allowRef", "refs/heads/code/*");
        work.config = vec![(config.0.to_owned(), config.1.to_owned())];
        work.pushed = vec![(None, Some(work.tip), name.to_owned())];
        assert_eq!(work.codes(), codes, "{name:?}");
    }
}

/// Nor is the register's branch moved under another name, whichever of the two stands for the other on the server.
#[test]
fn a_ref_that_stands_for_the_branch_is_not_opened_by_a_pattern() {
    for (alias, target, branch) in [
        ("refs/heads/code/x", "refs/heads/main", "main"),
        ("refs/heads/main", "refs/heads/code/x", "main"),
    ] {
        let mut work = Work::new();
        let configs = [
            ("klacht.allowRef", "refs/heads/code/*"),
            ("klacht.branch", branch),
        ];
        work.config = configs
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec();
        let old = work.root;
        work.repository.reference(target, old, true, "").unwrap();
        work.pushed = vec![(Some(old), Some(work.tip), "refs/heads/code/x".to_owned())];
        assert_eq!(work.codes(), [""; 0]);
        work.repository
            .reference_symbolic(alias, target, true, "")
            .unwrap();
        assert_eq!(work.codes(), ["H04"], "{alias}");
    }
}

/// Whoever mixed two kinds of things is told which files they are, and whoever wrote `Import` over a step what that word does.
#[test]
fn of_a_mixed_commit_a_file_of_each_kind_is_named() {
    let mut work = Work::new();
    work.swap("staff.yaml", "Receptionist", "Balie");
    work.add("2026-0001", "acknowledged");
    work.put("README.md", "# Klachten\n");
    work.commit("a.smits", "2026-03-03", "Alles");
    let files = |work: &Work| {
        let walk = work.judged();
        let mut found = walk.faults.iter().flat_map(|faults| &faults.findings);
        found
            .find(|found| found.code == "H34")
            .unwrap()
            .args
            .clone()
    };
    let all = ["staff.yaml", "README.md", "2026/2026-0001/complaint.yaml"];
    let all = Arg::List(all.map(Arg::from).to_vec());
    assert_eq!(files(&work).get("files"), Some(&all));

    let mut work = Work::new();
    work.add("2026-0001", "assigned");
    work.commit("c.janssen", "2026-03-03", "Import van een stap");
    let what = files(&work).remove("what");
    assert_eq!(what, Some(Arg::Key("history-import-of-known".into())));
}

/// A clone that ends its lines as Windows does has every file changed, and one cause.
#[test]
fn of_lines_that_all_end_otherwise_nothing_else_is_told() {
    let mut work = Work::new();
    work.new_case("2026-0002");
    work.commit("m.bakker", "2026-03-02T11:00:00", "2026-0002 stap 1");
    for path in ["staff.yaml", RECORD, "2026/2026-0002/complaint.yaml"] {
        let text = work.text(path).replace('\n', "\r\n");
        work.put(path, &text);
    }
    work.commit("c.janssen", "2026-03-03", "Alles");
    assert_eq!(work.codes(), ["H33"]);
}
