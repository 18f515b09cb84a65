//! Histories in real repositories: what honest people do passes, what plain git can do against the register does not.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::path::Path;
use std::process::{Command, Output};

use klacht::history::push::parse_updates;
use klacht::history::{Kind, Register, check_history, receipt};
use support::corpus;
use support::history::{NOW, Work, key, seconds, step_text};

/// The steps of the base's case after the receipt, with who takes them and when.
const STEPS: [(&str, &str, &str); 13] = [
    ("assigned", "c.janssen", "2026-03-03"),
    ("acknowledged", "p.vos", "2026-03-05"),
    ("heard", "p.vos", "2026-03-10"),
    ("agreed", "k.smit", "2026-03-11"),
    ("decided", "p.vos", "2026-03-17"),
    ("offered", "p.vos", "2026-03-18"),
    ("answered", "p.vos", "2026-03-20"),
    ("carried-out", "p.vos", "2026-03-24"),
    ("resolved", "p.vos", "2026-03-25"),
    ("reported", "p.vos", "2026-03-27"),
    ("prevention", "p.vos", "2026-03-30"),
    ("surveyed", "c.janssen", "2026-04-07"),
    ("closed", "c.janssen", "2026-04-08"),
];

const RECORD: &str = "2026/2026-0001/complaint.yaml";

fn whole() -> Work {
    let mut work = Work::new();
    for (number, (step, who, date)) in (2..).zip(STEPS) {
        work.add("2026-0001", step);
        work.commit(who, date, &format!("2026-0001 stap {number}"));
    }
    work
}

#[test]
fn a_case_from_receipt_to_closing_passes_and_is_remembered() {
    let work = whole();
    let walk = work.judged();
    assert_eq!(work.codes(), [""; 0]);
    assert_eq!((walk.judged.len(), walk.verified()), (14, Some(work.tip)));
    let last = walk.judged.last().unwrap();
    assert!(
        matches!(
            last.mark.kind,
            Kind::Step {
                number: 14,
                late: 0,
                ..
            }
        ),
        "{:?}",
        last.mark
    );
    // The second time nothing is judged, and what is remembered is the same.
    let again = work.judged();
    assert_eq!(again.remembered, 14);
    assert_eq!(
        again
            .judged
            .iter()
            .map(|j| j.mark.clone())
            .collect::<Vec<_>>(),
        walk.judged
            .iter()
            .map(|j| j.mark.clone())
            .collect::<Vec<_>>()
    );
    // Another trust root, other verdicts.
    let mut register = work.register();
    register.settings.trust_root = Some(walk.judged[2].commit);
    let other = check_history(&register, None, seconds(NOW)).unwrap();
    assert_eq!((other.remembered, other.judged.len()), (0, 11));
}

#[test]
fn what_is_recorded_later_is_counted_and_accepted() {
    let mut work = Work::new();
    work.add("2026-0001", "assigned");
    work.commit("c.janssen", "2026-03-20", "2026-0001 stap 2");
    let late: Vec<i64> = work
        .judged()
        .judged
        .iter()
        .filter_map(|j| {
            if let Kind::Step { late, .. } = j.mark.kind {
                Some(late)
            } else {
                None
            }
        })
        .collect();
    assert_eq!((work.codes(), late), (vec![], vec![0, 17]));
}

#[test]
fn a_breach_is_accepted() {
    let mut work = Work::new();
    work.add("2026-0001", "assigned");
    work.commit("c.janssen", "2026-03-03", "2026-0001 stap 2");
    work.add("2026-0001", "acknowledged");
    work.swap(RECORD, "date: 2026-03-05", "date: 2026-03-25");
    work.commit("p.vos", "2026-03-25", "2026-0001 stap 3");
    assert_eq!(work.codes(), [""; 0]);
}

/// One change to an honest history, and the codes it is refused with: the last commit but one is made anew.
type Mutation = (&'static str, fn(&mut Work), &'static [&'static str]);

fn second(work: &mut Work) {
    work.add("2026-0001", "assigned");
    work.commit("c.janssen", "2026-03-03", "2026-0001 stap 2");
}

fn next(work: &mut Work, step: &str, who: &str, date: &str) {
    work.add("2026-0001", step);
    work.commit(who, date, "Stap");
}

/// The operators of `commit_mutations.jsonl` that a history can have, by their names.
const MUTATIONS: &[Mutation] = &[
    (
        "empty_commit",
        |w| drop(w.commit("p.vos", "2026-03-04", "Niets")),
        &["H17"],
    ),
    (
        "dup_commit",
        |w| next(w, "assigned", "c.janssen", "2026-03-04"),
        &["K205"],
    ),
    (
        "two_steps_one_commit",
        |w| {
            w.add("2026-0001", "acknowledged");
            next(w, "heard", "p.vos", "2026-03-10")
        },
        &["H23"],
    ),
    (
        "edit_earlier_date",
        |w| {
            w.swap(RECORD, "2026-03-02", "2026-03-01");
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H22"],
    ),
    (
        "edit_earlier_ws",
        |w| {
            w.swap(RECORD, "phone", "phone ");
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H22"],
    ),
    (
        "delete_earlier_step",
        |w| {
            let text = step_text("assigned");
            w.swap(RECORD, &text, "");
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H22"],
    ),
    (
        "renumber_steps",
        |w| {
            w.put("2026/2026-0001/private/02.yaml", "note: x\n");
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H28"],
    ),
    (
        "delete_case",
        |w| {
            w.remove("2026/2026-0001");
            w.commit("c.janssen", "2026-03-04", "Weg");
        },
        &["H26"],
    ),
    (
        "author_spoof",
        |w| next(w, "acknowledged", "h.mulder", "2026-03-05"),
        &["H16"],
    ),
    (
        "committer_spoof",
        |w| {
            w.odd().committer = Some("h.mulder".into());
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H13"],
    ),
    (
        "backdate_author",
        |w| {
            w.odd().author_date = Some("2026-02-01".into());
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H12"],
    ),
    (
        "backdate_both",
        |w| {
            w.odd().author_date = Some("2026-03-02".into());
            next(w, "acknowledged", "p.vos", "2026-03-02")
        },
        &["H10", "H35"],
    ),
    (
        "date_negative_tz",
        |w| {
            w.odd().zone = Some("+9999".into());
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H12"],
    ),
    (
        "step_date_future",
        |w| next(w, "acknowledged", "p.vos", "2026-03-04"),
        &["H35"],
    ),
    (
        "step_date_before_previous",
        |w| {
            w.add("2026-0001", "acknowledged");
            w.swap(RECORD, "date: 2026-03-05", "date: 2026-03-01");
            w.commit("p.vos", "2026-03-05", "Stap");
        },
        &["K025"],
    ),
    (
        "message_empty",
        |w| {
            w.add("2026-0001", "acknowledged");
            w.commit("p.vos", "2026-03-05", "");
        },
        &["H20"],
    ),
    (
        "message_mismatch",
        |w| {
            w.add("2026-0001", "acknowledged");
            w.commit("p.vos", "2026-03-05", "2026-0001 stap 5");
        },
        &["H21"],
    ),
    (
        "message_encoding",
        |w| {
            w.odd().header = Some("encoding ISO-8859-1".into());
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H09"],
    ),
    (
        "mergetag_header",
        |w| {
            w.odd().header = Some("mergetag object".into());
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H09"],
    ),
    (
        "sig_sha256_header",
        |w| {
            w.odd().header = Some("gpgsig-sha256 x".into());
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H09"],
    ),
    (
        "sig_two_headers",
        |w| {
            w.odd().header = Some("gpgsig x\ngpgsig y".into());
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H09", "H42"],
    ),
    (
        "tree_symlink",
        |w| {
            w.mode(RECORD, 0o120_000);
            w.commit("p.vos", "2026-03-05", "Stap");
        },
        &["H29"],
    ),
    (
        "tree_exec",
        |w| {
            w.mode(RECORD, 0o100_755);
            w.commit("p.vos", "2026-03-05", "Stap");
        },
        &["H29"],
    ),
    (
        "tree_submodule",
        |w| {
            w.put("2026/2026-0001/private/03-a.txt", "");
            w.mode("2026/2026-0001/private/03-a.txt", 0o160_000);
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H29"],
    ),
    (
        "tree_case_collision",
        |w| {
            w.put("2026/2026-0001/Complaint.yaml", "x\n");
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H30", "H31"],
    ),
    (
        "tree_nfd_collision",
        |w| {
            w.put("2026/2026-0001/private/03-\u{e9}.txt", "x");
            w.put("2026/2026-0001/private/03-e\u{301}.txt", "x");
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H30", "H31"],
    ),
    (
        "tree_reserved",
        |w| {
            w.put("2026/2026-0001/private/CON", "x");
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H30"],
    ),
    (
        "tree_dotdot",
        |w| {
            w.put("2026/2026-0001/../x", "x");
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H30"],
    ),
    (
        "tree_gitattributes",
        |w| {
            w.put("2026/.gitattributes", "* text");
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H30"],
    ),
    (
        "tree_hooks_script",
        |w| {
            w.put("Makefile", "all:");
            w.commit("p.vos", "2026-03-05", "Make");
        },
        &["H30"],
    ),
    (
        "tree_unsorted",
        |w| {
            w.odd().unsorted = true;
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H32"],
    ),
    (
        "blob_binary_yaml",
        |w| {
            w.add("2026-0001", "acknowledged");
            let text = w.text(RECORD) + "\0";
            w.put(RECORD, &text);
            w.commit("p.vos", "2026-03-05", "Stap");
        },
        &["K002"],
    ),
    (
        "blob_two_docs",
        |w| {
            let text = w.text(RECORD) + "---\nx: 1\n";
            w.put(RECORD, &text);
            w.commit("p.vos", "2026-03-05", "Stap");
        },
        &["K006"],
    ),
    (
        "blob_anchor",
        |w| {
            w.add("2026-0001", "acknowledged");
            w.swap(
                RECORD,
                "expected_by: 2026-04-13",
                "expected_by: &x 2026-04-13",
            );
            w.commit("p.vos", "2026-03-05", "Stap");
        },
        &["K005"],
    ),
    (
        "blob_crlf",
        |w| {
            w.add("2026-0001", "acknowledged");
            w.swap(RECORD, "channel: letter\n", "channel: letter\r\n");
            w.commit("p.vos", "2026-03-05", "Stap");
        },
        &["H33"],
    ),
    (
        "blob_huge",
        |w| {
            w.add("2026-0001", "acknowledged");
            let text = w.text(RECORD) + &"# x\n".repeat(100_000);
            w.put(RECORD, &text);
            w.commit("p.vos", "2026-03-05", "Stap");
        },
        &["K013"],
    ),
    (
        "blob_lfs_pointer",
        |w| {
            w.add("2026-0001", "acknowledged");
            w.put(
                "2026/2026-0001/private/03-brief.txt",
                "version https://git-lfs.github.com/spec/v1\n",
            );
            w.commit("p.vos", "2026-03-05", "Stap");
        },
        &["H44"],
    ),
    (
        "attachment_unreferenced",
        |w| {
            w.put("2026/2026-0001/private/02-scan.pdf", "x");
            w.commit("c.janssen", "2026-03-05", "Scan");
        },
        &["H25"],
    ),
    (
        "self_grant",
        |w| {
            w.swap(
                "staff.yaml",
                "function: Receptionist\n",
                "function: Receptionist\n  roles: [coordinator]\n",
            );
            w.commit("m.bakker", "2026-03-05", "Rol");
        },
        &["H36"],
    ),
    (
        "policy_duplicate_principal",
        |w| {
            w.line("key p.vos");
            let key = key("p.vos").public_key().to_openssh().unwrap();
            w.swap(
                "staff.yaml",
                "  email: k.smit@",
                &format!("  signing_keys: [{key}]\n  email: k.smit@"),
            );
            w.commit("a.smits", "2026-03-05", "Sleutel");
        },
        &["H37"],
    ),
    (
        "policy_cert_authority",
        |w| {
            w.swap(
                "staff.yaml",
                "  email: k.smit@",
                "  signing_keys: [cert-authority ssh-ed25519 AAAA]\n  email: k.smit@",
            );
            w.commit("a.smits", "2026-03-05", "Sleutel");
        },
        &["H37"],
    ),
    (
        "assign_unknown",
        |w| {
            w.add("2026-0001", "assigned");
            let text = w.text(RECORD);
            let at = text.rfind("p.vos").unwrap();
            w.put(
                RECORD,
                &format!(
                    "{}x.niemand{}  reason: Ziek.\n",
                    &text[..at],
                    &text[at + 5..]
                ),
            );
            w.commit("c.janssen", "2026-03-05", "Stap");
        },
        &["K027"],
    ),
    (
        "id_mismatch",
        |w| {
            w.new_case("2026-0002");
            w.swap("2026/2026-0002/complaint.yaml", "2026-0002", "2026-0003");
            w.commit("m.bakker", "2026-03-05", "Nieuw");
        },
        &["K014"],
    ),
    (
        "octopus_merge",
        |w| {
            w.put("/a", "x");
            w.odd().parents = vec![w.root, w.root];
            w.commit("p.vos", "2026-03-05", "Merge");
        },
        &["H19"],
    ),
    (
        "ours_merge",
        |w| {
            w.swap(RECORD, &step_text("assigned"), "");
            w.odd().parents = vec![w.tip];
            w.commit("p.vos", "2026-03-05", "Merge");
        },
        &["H18"],
    ),
    (
        "merge_overlap",
        |w| {
            w.odd().parents = vec![w.root];
            next(w, "acknowledged", "p.vos", "2026-03-05")
        },
        &["H18"],
    ),
    (
        "report_before_solution",
        |w| next(w, "reported", "p.vos", "2026-03-27"),
        &["K603"],
    ),
    (
        "correction_changes_role",
        |w| {
            let text = w.text(RECORD)
                + "\n- step: corrected\n  date: 2026-03-05\n  by: c.janssen\n  corrects: 2\n  fields: {handler: h.mulder}\n  reason: Verkeerd.\n";
            w.put(RECORD, &text);
            w.commit("c.janssen", "2026-03-05", "Correctie");
        },
        &["K021"],
    ),
    (
        "correction_without_target",
        |w| {
            let text = w.text(RECORD)
                + "\n- step: corrected\n  date: 2026-03-05\n  by: c.janssen\n  corrects: 9\n  fields: {function: X}\n  reason: Verkeerd.\n";
            w.put(RECORD, &text);
            w.commit("c.janssen", "2026-03-05", "Correctie");
        },
        &["K021"],
    ),
];

#[test]
fn every_mutation_of_an_honest_history_is_refused_with_its_code() {
    let mut faults = Vec::new();
    for (name, mutate, expected) in MUTATIONS {
        let mut work = Work::new();
        second(&mut work);
        mutate(&mut work);
        let codes = work.codes();
        if codes != *expected {
            faults.push(format!("{name}: expected {expected:?}, found {codes:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What the corpus lists and a history cannot have, with where it is decided instead.
const ELSEWHERE: &[&str] = &[
    // Of sealed annexes, which do not exist yet.
    "restore_erased",
    "blob_sealed_wrong_case",
    "erase_before_retention",
    "erase_by_staff",
    "seal_recipient_changed",
    "id_reuse",
    // Of the order of steps, which the examples of the rules prove (K2xx to K9xx).
    "assign_left_staff",
    "involve_after_assign",
    "appeal_before_report",
    "agree_by_handler",
    "offer_without_wellfounded",
    "close_without_preventive",
    "not_taken_up_after_4_weeks",
    "measures_without_agreement",
    "assign_to_involved",
    "close_twice",
    "correction_of_agreement",
    "agree_other_digest",
    "statement_changed_after",
    "id_case_variant",
    "blob_merge_key",
    // Nobody can tell that two members of staff are one person.
    "assign_to_involved_alias",
    // There is no list of signers beside staff.yaml, and no threshold.
    "policy_deletes_signers",
    "policy_wildcard_principal",
    "policy_single_signature",
    // In tests of their own below, or in the examples of the rules.
    "nul_in_header",
    "blob_many",
    "push_other_branch",
    "push_notes",
    "push_tag",
    "delete_main",
    "push_side_then_main",
    "unsigned",
    "sig_revoked_key",
    "self_grant_then_use",
    "grant_valid_same_push",
    "merge_disjoint",
    "correction_of_own_step",
    "reorder_steps",
    "tree_extra_root",
];

#[test]
fn every_operator_of_the_corpus_is_tried_or_decided_elsewhere() {
    for record in corpus("commit_mutations") {
        let op = record["op"].as_str().unwrap();
        let known = MUTATIONS.iter().any(|(name, ..)| *name == op) || ELSEWHERE.contains(&op);
        assert!(known, "{op}: {}", record["payload"]);
    }
}

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

/// Random honest workflows: many cases at once, by whoever it is for, steps in the order of their days.
fn honest(seed: u64) -> (Work, usize) {
    let mut random = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut below = |n: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random % n as u64).unwrap()
    };
    let mut work = Work::empty();
    let ids: Vec<String> = (1..=2 + below(3)).map(|n| format!("2026-{n:04}")).collect();
    let mut commits = 0;
    for id in &ids {
        work.new_case(id);
        work.commit("m.bakker", "2026-03-02", &format!("{id} stap 1"));
        commits += 1;
    }
    let ends: Vec<usize> = ids.iter().map(|_| below(STEPS.len() + 1)).collect();
    for (number, (step, who, date)) in STEPS.iter().enumerate() {
        for (id, _) in ids.iter().zip(&ends).filter(|(_, end)| number < **end) {
            work.add(id, step);
            work.commit(who, date, &format!("{id} stap {}", number + 2));
            commits += 1;
        }
    }
    (work, commits)
}

/// Makes a commit of the chain anew on another parent, with another tree or other names, and everything after it as it was.
fn regraft(work: &mut Work, chain: &[git2::Oid], at: usize, how: usize) {
    let text = |work: &Work, id| {
        String::from_utf8(
            work.repository
                .odb()
                .unwrap()
                .read(id)
                .unwrap()
                .data()
                .to_vec(),
        )
        .unwrap()
    };
    let line = |text: &str, name: &str| {
        text.lines()
            .find(|line| line.starts_with(name))
            .unwrap()
            .to_owned()
    };
    let mut tip = if at == 0 { work.root } else { chain[at - 1] };
    for (n, id) in chain.iter().enumerate().skip(at) {
        let mut commit = text(work, *id);
        let parent = line(&commit, "parent ");
        commit = commit.replacen(&parent, &format!("parent {tip}"), 1);
        if n == at {
            match how {
                // Dropped, or squashed with the next.
                0 => continue,
                // Under another's name.
                1 => {
                    commit = commit
                        .replace("p.vos", "x.vos")
                        .replace("m.bakker", "p.vos")
                        .replace("c.janssen", "m.bakker")
                        .replace("k.smit", "c.janssen")
                        .replace("x.vos", "h.mulder")
                }
                // Dated back by a year.
                2 => {
                    for name in ["author ", "committer "] {
                        let old = line(&commit, name);
                        let time: i64 = old.split(' ').rev().nth(1).unwrap().parse().unwrap();
                        commit = commit.replacen(
                            &old,
                            &old.replace(&time.to_string(), &(time - 31_536_000).to_string()),
                            1,
                        );
                    }
                }
                // With the tree of another commit.
                _ => {
                    let other = chain[(at + chain.len() / 2) % chain.len()];
                    let tree = line(
                        &text(work, if other == *id { work.root } else { other }),
                        "tree ",
                    );
                    let old = line(&commit, "tree ");
                    commit = commit.replacen(&old, &tree, 1);
                }
            }
        }
        tip = work.write(&commit);
    }
}

#[test]
fn honest_workflows_pass_and_every_mutation_of_one_is_refused() {
    for seed in 1..=3 {
        let (mut work, commits) = honest(seed);
        let walk = work.judged();
        assert_eq!(
            (work.codes(), walk.judged.len()),
            (vec![], commits),
            "{seed}"
        );
        let chain: Vec<git2::Oid> = walk.judged.iter().map(|judged| judged.commit).collect();
        for at in (0..chain.len()).step_by(3) {
            for how in 0..4 {
                // Without the last commit a history is shorter, not wrong: that is for the server to see.
                if how == 0 && at + 1 == chain.len() {
                    continue;
                }
                regraft(&mut work, &chain, at, how);
                assert!(
                    !work.codes().is_empty(),
                    "seed {seed}, commit {at}, mutation {how}"
                );
            }
        }
    }
}

fn git(dir: &Path, args: &[&str], env: &[(&str, &str)]) -> Output {
    let mut command = Command::new("git");
    command
        .current_dir(dir)
        .args(args)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap());
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("HOME", dir)
        .envs(env.iter().copied());
    command.output().unwrap()
}

fn klacht(dir: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klacht"));
    command
        .current_dir(dir)
        .args(args)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap()
}

/// A bare repository with the hooks, and a clone's place beside it.
fn server(work: &Work) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let source = work.dir.path().to_str().unwrap();
    assert!(
        git(
            dir.path(),
            &["init", "-q", "--bare", "-b", "main", "server.git"],
            &[]
        )
        .status
        .success()
    );
    let root = work.root.to_string();
    let first = format!("{root}:refs/heads/main");
    assert!(
        git(
            Path::new(source),
            &[
                "push",
                "-q",
                dir.path().join("server.git").to_str().unwrap(),
                &first
            ],
            &[]
        )
        .status
        .success()
    );
    let installed = klacht(
        dir.path(),
        &["hooks", "install", "server.git", "--trust-root", &root],
    );
    assert!(installed.status.success(), "{installed:?}");
    dir
}

fn push(work: &Work, server: &Path, refspec: &str, env: &[(&str, &str)]) -> (bool, String) {
    let output = git(
        work.dir.path(),
        &[
            "push",
            "-f",
            server.join("server.git").to_str().unwrap(),
            refspec,
        ],
        env,
    );
    (
        output.status.success(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}

#[test]
fn a_server_takes_what_is_honest_and_refuses_the_rest() {
    let mut work = whole();
    let dir = server(&work);
    let path = dir.path();
    let (accepted, said) = push(&work, path, "main", &[]);
    assert!(accepted, "{said}");
    let good = work.tip;

    for (refspec, code) in [
        (format!("{good}:refs/heads/x"), "H04"),
        (format!("{good}:refs/tags/x"), "H04"),
        (format!("{good}:refs/notes/commits"), "H04"),
        (format!("{good}:refs/replace/{good}"), "H04"),
        (":refs/heads/main".to_owned(), "H05"),
        (format!("{}:refs/heads/main", work.root), "H06"),
    ] {
        let (accepted, said) = push(&work, path, &refspec, &[]);
        assert!(!accepted && said.contains(code), "{refspec}: {said}");
    }

    // An invalid commit under a valid one: every commit that the push adds is judged, whatever other refs have it.
    work.swap(RECORD, "twee keer", "drie keer");
    work.commit("p.vos", "2026-04-09", "Verbeterd");
    git(
        &path.join("server.git"),
        &["config", "--add", "klacht.allowRef", "refs/heads/code/*"],
        &[],
    );
    let (accepted, said) = push(&work, path, "HEAD:refs/heads/code/x", &[]);
    assert!(accepted, "{said}");
    work.swap(RECORD, "drie keer", "twee keer");
    work.commit("p.vos", "2026-04-10", "Teruggezet");
    let (accepted, said) = push(&work, path, "main", &[]);
    assert!(
        !accepted && said.contains("H22") && said.contains("complaint.yaml"),
        "{said}"
    );

    // A rewritten history: the same end by another way.
    work.go_to(work.root);
    work.new_case("2026-0001");
    work.commit("m.bakker", "2026-03-02", "Anders");
    let (accepted, said) = push(&work, path, "main", &[]);
    assert!(!accepted && said.contains("H06"), "{said}");

    // The receipt log has the one push that came in, and the branch for code.
    let register = Register::open(&path.join("server.git"), None).unwrap();
    assert_eq!(receipt::verify_receipts(&register.settings).unwrap(), 3);
    let log = std::fs::read_to_string(&register.settings.receipts).unwrap();
    assert!(
        log.lines().next().unwrap().contains("\"late\":true")
            && log.lines().nth(1).unwrap().contains(&good.to_string())
    );
    std::fs::write(
        &register.settings.receipts,
        log.replacen("refs/heads/main", "refs/heads/mijn", 1),
    )
    .unwrap();
    assert!(receipt::verify_receipts(&register.settings).is_err());
}

#[test]
fn a_server_that_knows_the_pusher_wants_the_author() {
    let mut work = Work::new();
    second(&mut work);
    let dir = server(&work);
    git(
        &dir.path().join("server.git"),
        &["config", "klacht.pusherVariable", "GL_USER"],
        &[],
    );
    for (pusher, takes) in [
        (None, false),
        (Some("p.vos"), false),
        (Some("m.bakker"), true),
    ] {
        let first = work
            .repository
            .find_commit(work.tip)
            .unwrap()
            .parent_id(0)
            .unwrap();
        let env: Vec<(&str, &str)> = pusher.map(|user| ("GL_USER", user)).into_iter().collect();
        let (accepted, said) = push(&work, dir.path(), &format!("{first}:refs/heads/main"), &env);
        assert_eq!(
            (accepted, said.contains("H07")),
            (takes, !takes),
            "{pusher:?}: {said}"
        );
    }
    let (accepted, said) = push(
        &work,
        dir.path(),
        "main",
        &[("GL_USER", "c.janssen@voorbeeld.example")],
    );
    assert!(accepted, "{said}");
}

#[test]
fn a_push_that_cannot_be_judged_is_refused() {
    let work = Work::new();
    for line in ["", "x", "0000 0000 refs/heads/main"] {
        assert!(parse_updates(&format!("{line}\n")).is_err());
    }
    let output = klacht(work.dir.path(), &["check", "--push", "--trust-root", "abc"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
}
