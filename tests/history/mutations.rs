//! The operators of the corpus `commit_mutations`, each refused with its code.

use super::support::corpus;
use super::support::history::{Work, key, step_text};
use super::{RECORD, second};

/// One change to an honest history, and the codes it is refused with: the last commit but one is made anew.
type Mutation = (&'static str, fn(&mut Work), &'static [&'static str]);

fn next(work: &mut Work, step: &str, who: &str, date: &str) {
    work.add("2026-0001", step);
    work.commit(who, date, "Stap");
}

/// The operators of `commit_mutations.jsonl` that a history can have, by their names.
/// Puts a pointer where the letter of a step should be.
fn pointer(work: &mut Work, text: &str) {
    work.add("2026-0001", "acknowledged");
    work.put("2026/2026-0001/private/03-brief.txt", text);
    work.commit("p.vos", "2026-03-05", "Stap");
}

const MUTATIONS: &[Mutation] = &[
    (
        "empty_commit",
        |w| {
            w.commit("p.vos", "2026-03-04", "Niets");
        },
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
        "backdate_author_to_before_the_step",
        |w| {
            w.odd().author_date = Some("2026-03-04".into());
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
        "tree_gitattributes_by_its_short_name",
        |w| {
            w.put("/GITATT~1", "* filter=x\n");
            w.commit("p.vos", "2026-03-05", "Instelling");
        },
        &["H40"],
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
        |w| pointer(w, "version https://git-lfs.github.com/spec/v1\n"),
        &["H44"],
    ),
    (
        "blob_old_lfs_pointer",
        |w| pointer(w, "version https://hawser.github.com/spec/v1\n"),
        &["H44"],
    ),
    (
        "blob_annex_pointer",
        |w| pointer(w, "/annex/objects/SHA256E-s4--0a.pdf\n"),
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
        &["K010"],
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

/// A step that leaves no room for the next one, or fills the record, would end the case for everybody.
#[test]
fn no_step_keeps_the_next_one_from_coming() {
    let record = "2026/2026-0001/complaint.yaml";
    let long = format!("# {}\n", "x".repeat(33 * 1024));
    for (end, code) in [("...\n", "K042"), ("# Einde\n", ""), (&long, "K013")] {
        let mut work = Work::new();
        next(&mut work, "assigned", "c.janssen", "2026-03-03");
        work.add("2026-0001", "acknowledged");
        let text = work.text(record) + end;
        work.put(record, &text);
        work.commit("p.vos", "2026-03-05", "2026-0001 stap 3");
        let expected: &[&str] = if code.is_empty() { &[] } else { &[code] };
        assert_eq!(work.codes(), expected, "{end:.20}");
    }
    for turned in ["steps: [{step: received", "case: 2026-0002\n"] {
        let mut work = Work::new();
        work.new_case("2026-0002");
        let text = work.text("2026/2026-0002/complaint.yaml");
        let (head, step) = text.split_once("steps:\n").unwrap();
        let turned = match turned.strip_prefix("steps: [") {
            Some(_) => {
                let fields: Vec<&str> = step.lines().filter(|line| !line.is_empty()).collect();
                let fields = fields
                    .iter()
                    .map(|line| line.trim_start_matches(['-', ' ']));
                format!(
                    "{head}steps: [{{{}}}]\n",
                    fields.collect::<Vec<_>>().join(", ")
                )
            }
            None => format!("steps:\n{step}\n{turned}"),
        };
        work.put("2026/2026-0002/complaint.yaml", &turned);
        work.commit("m.bakker", "2026-03-02", "2026-0002 stap 1");
        assert_eq!(work.codes(), ["K042"], "{turned}");
    }
}

/// What is appended is one step: text before it that goes on with the step that was there is somebody else's text (H22).
#[test]
fn a_commit_does_not_go_on_with_a_step_that_was_there() {
    let received = "  remedy_sought: Wil excuses.\n";
    let texts = [
        // A field of the last step, and the next line of a text.
        format!("{received}{}", step_text("assigned")),
        format!("    en een derde keer ook\n{}", step_text("assigned")),
    ];
    for text in texts {
        let mut work = Work::new();
        let record = work.text(RECORD);
        work.put(RECORD, &format!("{record}{text}"));
        work.commit("c.janssen", "2026-03-03", "2026-0001 stap 2");
        assert_eq!(work.codes(), ["H22"], "{text}");
    }
    let mut work = Work::new();
    let record = work.text(RECORD);
    let text = format!("{record}\n# Een opmerking\n\n{}", step_text("assigned"));
    work.put(RECORD, &text);
    work.commit("c.janssen", "2026-03-03", "2026-0001 stap 2");
    assert_eq!(
        work.codes(),
        [""; 0],
        "comments and blank lines say nothing"
    );
}

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
