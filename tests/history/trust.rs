//! Who and what is trusted: the policy of the parent, keys by their place, and nothing that lies beside the history.

use klacht::history::{Error, RegisterRepo, check_history};

use super::support::history::{NOW, Work, seconds};
use super::{RECORD, second};

#[test]
fn policy_is_that_of_the_parent() {
    let grant = |work: &mut Work, who: &str| {
        work.swap(
            "staff.yaml",
            "function: Receptionist\n",
            "function: Receptionist\n  roles: [coordinator]\n",
        );
        work.commit(who, "2026-03-02T12:00:00", "Rol");
        work.add("2026-0001", "assigned");
        work.swap(RECORD, "by: c.janssen", "by: m.bakker");
        work.commit("m.bakker", "2026-03-03", "2026-0001 stap 2");
    };
    // A right that an administrator gave can be used in the same push; one that nobody could give is refused where it was taken.
    let mut work = Work::new();
    grant(&mut work, "a.smits");
    assert_eq!(work.codes(), [""; 0]);
    let mut work = Work::new();
    grant(&mut work, "m.bakker");
    assert_eq!(work.codes(), ["H36"]);
}

/// Taking a role out of the list would make every step wrong that was taken in it; ending it does not.
#[test]
fn a_role_is_ended_and_not_removed() {
    let (role, ended) = (
        "  roles: [coordinator]\n",
        "  former_roles: [{role: coordinator, until: 2026-03-03}]\n",
    );
    for (then, codes) in [("", &["H37"][..]), (ended, &[])] {
        let mut work = Work::new();
        second(&mut work);
        work.swap("staff.yaml", role, then);
        work.commit("a.smits", "2026-03-04", "Geen coördinator meer");
        assert_eq!(work.codes(), codes, "{then}");
    }
    // What was done in the role stays right; the next step in it is refused.
    let mut work = Work::new();
    second(&mut work);
    work.swap("staff.yaml", role, ended);
    work.commit("a.smits", "2026-03-04", "Geen coördinator meer");
    let text = work.text(RECORD)
        + "\n- step: waived\n  date: 2026-03-05\n  by: c.janssen\n  rule: K301\n  reason: X.\n";
    work.put(RECORD, &text);
    work.commit("c.janssen", "2026-03-05", "2026-0001 stap 3");
    assert_eq!(work.codes(), ["H01"]);
}

/// Nothing that was right may become wrong by a change of staff or procedure; a change that only looks like that is taken.
#[test]
fn a_policy_leaves_the_records_right() {
    let vos = "id: p.vos";
    let after = |text: &str, old: &str, new: &str| {
        let (before, own) = text.split_once(vos).unwrap();
        assert!(own.contains(old), "{old}");
        format!("{before}{vos}{}", own.replacen(old, new, 1))
    };
    type Change<'a> = (&'a str, &'a dyn Fn(&str) -> String, &'a [&'a str]);
    let term = |within: &str, since: &str| {
        format!(
            "{{id: acknowledgement, name: Bevestiging, clause: 3, from: received, within: {within}, met_by: [acknowledged]{since}}}"
        )
    };
    let (old, short) = (term("2 weeks", ""), term("2 days", ""));
    let later = term("2 days", ", since: 2026-04-10");
    let changes: [Change<'_>; 12] = [
        // What was in time stays so: a shorter term is for what begins after it.
        (
            "procedure.yaml",
            &|text| format!("terms: [{short}]\n{text}"),
            &["H47"],
        ),
        (
            "procedure.yaml",
            &|text| format!("terms: [{old}, {later}]\n{text}"),
            &[],
        ),
        // A day on which everybody judges, before what was done.
        (
            "procedure.yaml",
            &|text| format!("as_of: 2026-03-05\n{text}"),
            &["H46"],
        ),
        (
            "procedure.yaml",
            &|text| format!("as_of: 2026-06-05\n{text}"),
            &[],
        ),
        (
            "staff.yaml",
            &|text| text.replace("from: 2020-01-01}", "from: 2026-04-01}"),
            &["H46"],
        ),
        (
            "staff.yaml",
            &|text| {
                after(
                    text,
                    "roles: [handler]",
                    "former_roles: [{role: handler, until: 2026-03-09}]",
                )
            },
            &["H46"],
        ),
        (
            "staff.yaml",
            &|text| {
                after(
                    text,
                    "roles: [handler]",
                    "former_roles: [{role: handler, until: 2026-04-09}]",
                )
            },
            &[],
        ),
        (
            "staff.yaml",
            &|text| after(text, "function: ", "function: Hoofd "),
            &[],
        ),
        ("staff.yaml", &|text| after(text, "p.vos@", "vos@"), &[]),
        (
            "procedure.yaml",
            &|text| text.replace("id: communication", "id: communicatie"),
            &["H46"],
        ),
        (
            "procedure.yaml",
            &|text| text.replace("id: job-coaching", "id: jobcoaching"),
            &["H46"],
        ),
        (
            "procedure.yaml",
            &|text| format!("due_soon: 3 days\n{text}"),
            &[],
        ),
    ];
    for (n, (path, change, codes)) in changes.iter().enumerate() {
        let mut work = super::whole();
        let text = work.text(path);
        let new = change(&text);
        assert_ne!(new, text, "{n}");
        work.put(path, &new);
        work.commit("a.smits", "2026-04-10", "Gewijzigd");
        assert_eq!(work.codes(), *codes, "{n}");
    }
    // An analysis that was in time, and the next one that is due on another day.
    for (change, codes) in [
        ("analysis_due: 03-01\n", &["H47"][..]),
        ("analysis_due_since: {2026: 03-01}\n", &[]),
    ] {
        let mut work = Work::new();
        work.new_case("2025-0001");
        let head = "---\nyear: 2025\ndate: 2026-03-20\nby: c.janssen\n";
        work.put("2025/analysis.md", &format!("{head}{JUDGED}---\n\nGoed.\n"));
        work.root = work.commit("c.janssen", "2026-03-20", "Begin");
        let text = work.text("procedure.yaml");
        work.put("procedure.yaml", &format!("{change}{text}"));
        work.commit("a.smits", "2026-04-10", "Gewijzigd");
        assert_eq!(work.codes(), codes, "{change}");
    }
    // What runs keeps its last day; a day off that is yet to come may move it.
    let other = |id: &str, within: &str, since: &str| {
        format!(
            "terms: [{}, {}]\n",
            old,
            term(within, since).replace("acknowledgement", id)
        )
    };
    for (change, codes) in [
        (format!("terms: [{}]\n", term("4 weeks", "")), &["H47"][..]),
        (format!("terms: [{}]\n", term("8 days", "")), &["H47"]),
        (
            format!("terms: [{}]\n", term("2 weeks", ", since: 2026-03-10")),
            &["H47"],
        ),
        ("terms: []\n".to_owned(), &[]),
        (
            other("acknowledgement", "4 weeks", ", since: 2026-03-02"),
            &["H47"],
        ),
        (
            other("acknowledgement", "4 weeks", ", since: 2026-03-03"),
            &[],
        ),
        (other("call", "4 weeks", ", since: 2026-03-10"), &[]),
        ("analysis_due: 12-31\n".to_owned(), &["H47"]),
        ("analysis_due_since: {2026: 12-31}\n".to_owned(), &[]),
        (
            "calendar: {shift_to_working_day: true, closed_on: [2026-03-17]}\n".to_owned(),
            &[],
        ),
    ] {
        let mut work = Work::new();
        work.new_case("2025-0001");
        work.root = work.commit("c.janssen", "2026-03-03", "Begin");
        let text = work.text("procedure.yaml");
        work.put("procedure.yaml", &format!("{change}{text}"));
        work.commit("a.smits", "2026-03-10", "Gewijzigd");
        assert_eq!(work.codes(), codes, "{change}");
    }
    // A day off that is past moves terms that are past: what was late would be in time, or the other way round.
    let days = |days: &str| format!("calendar: {{closed_on: [{days}]}}");
    for (within, before, then, codes) in [
        ("2 working days", "", "2026-03-03", &["H47"][..]),
        ("2 working days", "2026-03-03", "", &["H47"]),
        ("2 working days", "", "2026-05-05", &[]),
        // Of this one nothing hangs.
        ("10 working days", "", "2026-03-03", &[]),
    ] {
        let mut work = super::whole();
        let text = work.text("procedure.yaml");
        let terms = format!("terms: [{}]", term(within, ""));
        work.put(
            "procedure.yaml",
            &format!("{}\n{terms}\n{text}", days(before)),
        );
        work.root = work.commit("a.smits", "2026-04-10", "Begin");
        work.swap("procedure.yaml", &days(before), &days(then));
        work.commit("a.smits", "2026-04-11", "Gewijzigd");
        assert_eq!(work.codes(), codes, "{within}: {before} => {then}");
    }
    // What was wrong before is no reason to refuse.
    let mut work = super::whole();
    work.swap("procedure.yaml", "id: communication", "id: communicatie");
    work.commit("a.smits", "2026-04-10", "Gewijzigd");
    work.root = work.tip;
    work.swap(
        "procedure.yaml",
        "organisation:",
        "due_soon: 3 days\norganisation:",
    );
    work.commit("a.smits", "2026-04-11", "Gewijzigd");
    assert_eq!(work.codes(), [""; 0]);
}

/// Where everybody must sign and no administrator can, nothing is ever accepted again.
#[test]
fn an_administrator_can_always_sign() {
    let required = |work: &mut Work| {
        work.swap(
            "procedure.yaml",
            "organisation:",
            "signatures: required\norganisation:",
        );
    };
    let mut work = Work::new();
    required(&mut work);
    work.commit("a.smits", "2026-03-04", "Ondertekenen");
    assert_eq!(work.codes(), ["H37"]);
    // A key of somebody else is no help; one that comes with it is.
    for (who, codes) in [("p.vos", &["H37"][..]), ("a.smits", &[])] {
        let mut work = Work::new();
        work.line(&format!("key {who}"));
        required(&mut work);
        work.commit("a.smits", "2026-03-04", "Ondertekenen");
        assert_eq!(work.codes(), codes, "{who}");
    }
    // The last key goes.
    let mut work = Work::new();
    let without = work.text("staff.yaml");
    work.line("key a.smits");
    required(&mut work);
    work.commit("a.smits", "2026-03-04", "Ondertekenen");
    work.put("staff.yaml", &without);
    work.odd().signer = Some("a.smits".into());
    work.commit("a.smits", "2026-03-05", "Sleutel weg");
    assert_eq!(work.codes(), ["H37"]);
}

/// Whoever leaves, today or later, is no administrator from then on; somebody stays who does not leave.
#[test]
fn the_last_administrator_does_not_leave() {
    const BOSS: &str = "function: Receptionist\n";
    for (until, second, codes) in [
        ("2026-03-02", "", &["H37"][..]),
        ("2026-07-15", "", &["H37"]),
        ("2026-07-15", "  roles: [administrator]\n", &[]),
    ] {
        let mut work = Work::new();
        work.swap("staff.yaml", BOSS, &format!("{BOSS}{second}"));
        let text = work.text("staff.yaml");
        let (before, own) = text.split_once("id: a.smits").unwrap();
        let leaves = format!("from: 2020-01-01, until: {until}");
        let own = own.replacen("from: 2020-01-01", &leaves, 1);
        work.put("staff.yaml", &format!("{before}id: a.smits{own}"));
        work.commit("a.smits", "2026-03-02T12:00:00", "Vertrek");
        assert_eq!(work.codes(), codes, "{until}{second}");
    }
}

#[test]
fn a_key_counts_from_the_commit_that_gave_it_until_the_one_that_took_it() {
    let mut work = Work::new();
    work.line("key c.janssen");
    let with_key = work.text("staff.yaml");
    work.commit("a.smits", "2026-03-02T12:00:00", "Sleutel");
    let without = with_key
        .lines()
        .filter(|line| !line.contains("signing_keys"))
        .map(|line| format!("{line}\n"))
        .collect::<String>();
    work.put("staff.yaml", &without);
    work.commit("a.smits", "2026-03-02T13:00:00", "Sleutel ingetrokken");
    work.odd().signer = Some("c.janssen".into());
    second(&mut work);
    assert_eq!(work.codes(), ["H42"]);
}

/// A history with a commit that changes an earlier step, and the id of that commit.
fn tampered() -> (Work, git2::Oid) {
    let mut work = Work::new();
    second(&mut work);
    work.swap(RECORD, "twee keer", "drie keer");
    let bad = work.commit("p.vos", "2026-03-04", "Verbeterd");
    (work, bad)
}

#[test]
fn a_replaced_object_is_seen_as_it_is() {
    let (mut work, bad) = tampered();
    let good = work
        .repository
        .find_commit(bad)
        .unwrap()
        .parent_id(0)
        .unwrap();
    work.repository
        .reference(&format!("refs/replace/{bad}"), good, true, "x")
        .unwrap();
    assert_eq!(work.codes(), ["H22"]);
    // Nor does a replaced blob or tree hide anything.
    let blob = |work: &Work, id: git2::Oid| {
        let tree = work.repository.find_commit(id).unwrap().tree().unwrap();
        tree.get_path(std::path::Path::new(&format!("complaints/{RECORD}")))
            .unwrap()
            .id()
    };
    let (old, new) = (blob(&work, good), blob(&work, bad));
    work.repository
        .reference(&format!("refs/replace/{new}"), old, true, "x")
        .unwrap();
    assert_eq!(work.codes(), ["H22"]);
    work.swap(RECORD, "drie keer", "twee keer");
    work.commit("p.vos", "2026-03-05", "Teruggezet");
    assert_eq!(work.judged().faults.len(), 2);
}

#[test]
fn grafts_and_shallow_marks_hide_no_commit() {
    let (work, bad) = tampered();
    let first = work.root;
    let path = work.repository.path();
    std::fs::create_dir_all(path.join("info")).unwrap();
    std::fs::write(path.join("info/grafts"), format!("{bad} {first}\n")).unwrap();
    assert_eq!(work.codes(), ["H22"]);
    std::fs::write(path.join("shallow"), format!("{bad}\n")).unwrap();
    assert_eq!(work.codes(), ["H22"]);
}

#[test]
fn a_history_of_which_a_part_is_missing_is_an_error_not_a_short_history() {
    let (work, bad) = tampered();
    let parent = work
        .repository
        .find_commit(bad)
        .unwrap()
        .parent_id(0)
        .unwrap()
        .to_string();
    let object = work
        .repository
        .path()
        .join("objects")
        .join(&parent[..2])
        .join(&parent[2..]);
    std::fs::remove_file(object).unwrap();
    let found = check_history(&work.register(), None, seconds(NOW));
    assert!(matches!(found, Err(Error::Git(error)) if error.code() == git2::ErrorCode::NotFound));
}

#[test]
fn verdicts_that_came_along_in_what_was_pushed_are_not_looked_at() {
    let (mut work, bad) = tampered();
    let (parent, root) = (
        work.repository
            .find_commit(bad)
            .unwrap()
            .parent_id(0)
            .unwrap(),
        work.root,
    );
    work.codes();
    // What the program itself remembered, in the words that it would use of this commit.
    let verdicts = work.repository.path().join("klacht/verdicts");
    let known = std::fs::read_dir(&verdicts)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let head = std::fs::read_to_string(known)
        .unwrap()
        .lines()
        .next()
        .unwrap()
        .to_owned();
    assert!(head.contains(&root.to_string()), "{head}");
    let forged = format!("{head}\n{bad} {parent} 1 2026-03-04 p.vos - beside .\n");
    let shard = &bad.to_string()[..2];
    for path in [
        "klacht/verdicts",
        ".git/klacht/verdicts",
        "complaints/klacht/verdicts",
    ] {
        work.put(&format!("/{path}/{shard}"), &forged);
    }
    work.commit("p.vos", "2026-03-05", "Oordelen");
    assert!(work.codes().contains(&"H22"));
    // The same file where the program keeps its own would be believed: that place is the checker's alone.
    std::fs::write(verdicts.join(shard), forged).unwrap();
    assert!(!work.codes().contains(&"H22"));
}

#[test]
fn settings_in_what_was_pushed_are_not_looked_at() {
    let (mut work, bad) = tampered();
    let config = format!(
        "[klacht]\n\ttrustRoot = {bad}\n\tregister = elsewhere\n\tallowRef = refs/heads/*\n"
    );
    for path in [
        ".gitconfig",
        "config",
        ".klacht",
        "complaints.git/config",
        ".git/config",
    ] {
        work.put(&format!("/{path}"), &config);
    }
    work.put(
        "/.gitmodules",
        "[submodule \"complaints\"]\n\tpath = complaints\n\turl = ../x\n",
    );
    work.commit("p.vos", "2026-03-05", "Instellingen");
    assert_eq!(work.codes(), ["H22"]);
    let register = RegisterRepo::open(work.dir.path(), None).unwrap();
    assert_eq!(
        (register.settings.dir.as_str(), register.settings.trust_root),
        ("complaints", None)
    );
}

/// What an analysis judges.
const JUDGED: &str = "judgements:\n  trends: {verdict: insufficient, ground: Er is niets.}\n  corrective: {verdict: insufficient, ground: Er is niets.}\n  preventive: {verdict: insufficient, ground: Er is niets.}\n";

/// What an analysis says is signed by whoever committed it; who signed before stays, and whoever changes it signs the change.
#[test]
fn an_analysis_is_signed_by_whoever_commits_it() {
    const PATH: &str = "2025/analysis.md";
    let signed = |by: &str, more: &str| {
        format!(
            "---\nyear: 2025\ndate: 2026-03-02\nby: {by}\n{more}{JUDGED}---\n\nWij bellen terug.\n"
        )
    };
    let two_coordinators = || {
        let mut work = Work::new();
        work.swap(
            "staff.yaml",
            "function: Receptionist\n",
            "function: Receptionist\n  roles: [coordinator]\n",
        );
        work.commit("a.smits", "2026-03-02T12:00:00", "Tweede coördinator");
        work
    };
    let revised = "revised:\n- {date: 2026-03-04, by: m.bakker}\n";
    for (first, then, codes) in [
        // In another's name.
        (signed("c.janssen", ""), None, &["H16"][..]),
        (signed("m.bakker", ""), None, &[]),
        // Another's, with one's own name under a first version that nobody committed.
        (
            signed("c.janssen", &revised.replace("03-04", "03-03")),
            None,
            &["H16"],
        ),
        // A change of one's own needs no more.
        (
            signed("m.bakker", ""),
            Some(("m.bakker", signed("m.bakker", "").replace("terug", "op"))),
            &[],
        ),
        // A change of another's: in silence, in the other's name, with one's own, or all of it anew.
        (
            signed("m.bakker", ""),
            Some(("c.janssen", signed("m.bakker", "").replace("terug", "op"))),
            &["H16"],
        ),
        (
            signed("m.bakker", ""),
            Some(("c.janssen", signed("m.bakker", revised))),
            &["H16"],
        ),
        (
            signed("m.bakker", ""),
            Some((
                "c.janssen",
                signed("m.bakker", &revised.replace("m.bakker", "c.janssen")),
            )),
            &[],
        ),
        (
            signed("m.bakker", ""),
            Some(("c.janssen", signed("c.janssen", ""))),
            &["H16"],
        ),
        // One's own signature is one's own, also under what another signs after it; that of another is not.
        (
            signed("m.bakker", ""),
            Some(("m.bakker", signed("m.bakker", "").replace("03-02", "03-04"))),
            &[],
        ),
        // A late analysis does not become one in time.
        (
            signed("m.bakker", ""),
            Some(("m.bakker", signed("m.bakker", "").replace("03-02", "03-01"))),
            &["H16"],
        ),
        (
            signed("m.bakker", "revised:\n- {date: 2026-03-03, by: m.bakker}\n"),
            Some(("m.bakker", signed("m.bakker", ""))),
            &[],
        ),
        (
            signed("m.bakker", "revised:\n- {date: 2026-03-03, by: m.bakker}\n"),
            Some((
                "c.janssen",
                signed("m.bakker", &revised.replace("m.bakker", "c.janssen")),
            )),
            &["H16"],
        ),
        // What cannot be read does not come in, so that nobody signs anew over it.
        (
            signed("m.bakker", ""),
            Some(("c.janssen", signed("m.bakker", "by: c.janssen\n"))),
            &["K004"],
        ),
        (
            signed("m.bakker", "").replace("Wij bellen terug.\n", ""),
            None,
            &["K813"],
        ),
        (String::new(), None, &["K003"]),
        (
            signed("m.bakker", "").replace("2025", "2024"),
            None,
            &["K811"],
        ),
        (
            signed("m.bakker", "").replace("2026-03-02", "2026-04-02"),
            None,
            &["K814"],
        ),
        (signed("m.bakker", "").replace(JUDGED, ""), None, &["K810"]),
        // The day on which another signed stays.
        (
            signed("m.bakker", ""),
            Some((
                "c.janssen",
                signed("m.bakker", &revised.replace("m.bakker", "c.janssen"))
                    .replace("03-02", "03-01"),
            )),
            &["H16"],
        ),
    ] {
        let mut work = two_coordinators();
        work.put(PATH, &first);
        work.commit("m.bakker", "2026-03-03", "Jaaranalyse");
        if let Some((who, text)) = &then {
            work.put(PATH, text);
            work.commit(who, "2026-03-04", "Jaaranalyse gewijzigd");
        }
        assert_eq!(work.codes(), codes, "{first} {then:?}");
    }
}

/// What a range says is of that range: a commit before it that was refused is not made right by leaving it out.
#[test]
fn a_range_is_not_the_whole_history() {
    let (mut work, bad) = tampered();
    work.put("/code.txt", "x\n");
    work.commit("p.vos", "2026-03-05", "Code");
    let register = work.register();
    let judged = |range: &str| check_history(&register, Some(range), seconds(NOW)).unwrap();
    let after = judged(&format!("{bad}..main"));
    assert!(after.faults.is_empty());
    assert_eq!((after.base, after.verified()), (Some(bad), Some(work.tip)));
    // From a commit up to which everything was accepted before, it is.
    let before = work.repository.find_commit(bad).unwrap().parent_id(0);
    assert_eq!(judged("..main~2").base, Some(work.root));
    let whole = judged(&format!("{}..{bad}", before.unwrap()));
    assert_eq!((whole.base, whole.faults.len()), (Some(work.root), 1));
    // A range that is none says nothing of what is right.
    let none = judged("main..main~2");
    let found = &none.faults[0].findings[0];
    assert_eq!(
        (found.code, none.base, none.verified()),
        ("H06", None, None)
    );
    assert!(found.args.contains_key("branch"));
}

/// What a commit says in its head and its message is what git shows of it, also beside the register.
#[test]
fn a_commit_says_nothing_that_it_is_not() {
    let step = |work: &mut Work| work.add("2026-0001", "assigned");
    let code = |work: &mut Work| work.put("/code.txt", "x\n");
    let policy = |work: &mut Work| work.swap("staff.yaml", "Receptionist", "Balie");
    type Prepared<'a> = (&'a str, &'a dyn Fn(&mut Work), &'a str, &'a [&'a str]);
    let cases: [Prepared<'_>; 12] = [
        ("c.janssen", &step, "2026-0001\nstap 9: oordeel", &["H21"]),
        ("c.janssen", &step, "#2026-0007 stap 2", &["H20", "H21"]),
        ("c.janssen", &step, "Gebeld \u{202E}x", &["H09"]),
        ("p.vos", &code, "2026-0001 stap 2: oordeel", &["H21"]),
        ("p.vos", &code, "Code voor 2026-0001", &[]),
        ("p.vos", &code, "Code \u{1B}[2K", &["H09"]),
        ("a.smits", &policy, "2026-0001 stap 2: oordeel", &["H21"]),
        ("a.smits", &policy, "Balie", &[]),
        ("c.janssen", &step, "2026-0001\nstap 2", &[]),
        ("c.janssen", &step, "2026-0\u{200B}007 stap 2", &["H21"]),
        ("p.vos", &code, "2026-\u{2060}0001 stap 2", &["H21"]),
        ("c.janssen", &step, "\u{200B}\u{AD}", &["H20"]),
    ];
    for (who, change, message, codes) in cases {
        let mut work = Work::new();
        change(&mut work);
        work.commit(who, "2026-03-03", message);
        assert_eq!(work.codes(), codes, "{message:?}");
    }
    // The name of a colleague over one's own address is what git shows of a commit.
    for (name, codes) in [
        ("Pim Vos", &["H16"][..]),
        ("pim vos", &["H16"]),
        ("Vos, Pim", &["H16"]),
        ("p.vos", &["H16"]),
        ("Pím Ｖos", &["H16"]),
        ("P. Vos", &["H16"]),
        ("Vos P", &["H16"]),
        ("PimVos", &["H16"]),
        ("C. Janssen", &[]),
        ("Pɩm Vos", &["H16"]),
        ("\u{420}im Vos", &["H09"]),
        ("Pim \u{13D9}os", &["H09"]),
        ("Chris Janssen", &[]),
        ("Chris", &[]),
    ] {
        let mut work = Work::new();
        step(&mut work);
        let (head, _) = work.head("c.janssen", "2026-03-03");
        let head = head.replacen("c.janssen <", &format!("{name} <"), 1);
        work.write(&format!("{head}\nGebeld\n"));
        assert_eq!(work.codes(), codes, "{name}");
    }
    // Git takes a commit whose parent stands behind the names for a first one, and would forget all before it.
    for change in [&step as &dyn Fn(&mut Work), &code] {
        let mut work = Work::new();
        change(&mut work);
        let (head, _) = work.head("c.janssen", "2026-03-03");
        let parent = head.lines().nth(1).unwrap().to_owned() + "\n";
        work.write(&format!("{}{parent}\nGebeld\n", head.replace(&parent, "")));
        assert_eq!(work.codes(), ["H09"]);
        // A name that turns the text, or that hides an address.
        for name in ["\u{202E}Chris", "Pim <p.vos@voorbeeld.example"] {
            let mut work = Work::new();
            change(&mut work);
            let (head, _) = work.head("c.janssen", "2026-03-03");
            work.write(&format!(
                "{}\nGebeld\n",
                head.replace("c.janssen <", &format!("{name} <"))
            ));
            assert!(work.codes().contains(&"H09"), "{name}");
        }
    }
}

/// A file beside the register by which git shows something else than is there; its neighbours pass.
#[test]
fn nothing_beside_the_register_changes_what_git_shows_of_it() {
    for (file, text, codes) in [
        (
            ".mailmap",
            "Pim Vos <p.vos@voorbeeld.example> <c.janssen@voorbeeld.example>\n",
            &["H40"][..],
        ),
        (
            ".mailmap",
            "Pim Vos <C.Janssen@voorbeeld.example>\n",
            &["H40"],
        ),
        (
            "MAILMA~1",
            "Pim Vos <C.Janssen@voorbeeld.example>\n",
            &["H40"],
        ),
        (
            ".mailmap",
            "# Pim Vos <c.janssen@voorbeeld.example>\nJan <jan@new.example> <jan@old.example>\n",
            &[],
        ),
        (
            "code/.mailmap",
            "Pim Vos <c.janssen@voorbeeld.example>\n",
            &[],
        ),
        (".gitattributes", "* -diff\n", &["H40"]),
        (
            ".gitattributes",
            "complaints/**/complaint.yaml binary\n",
            &["H40"],
        ),
        (".gitattributes", "*.pdf binary\ncode/** -diff\n", &[]),
    ] {
        let mut work = Work::new();
        work.put(&format!("/{file}"), text);
        work.commit("h.mulder", "2026-03-03", "Instelling");
        assert_eq!(work.codes(), codes, "{file}: {text}");
    }
}
