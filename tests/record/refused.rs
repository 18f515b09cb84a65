//! What is not written, and what is written all the same.

use klacht::register::step::StepKind;

use super::{ALL, RECORD, RECORDINGS, Register, options};

#[test]
fn a_violation_writes_nothing() {
    let clone = Register::with(&ALL[..1]);
    clone.is("c.janssen");
    let state = clone.state();
    for (args, finding) in [
        (
            vec!["record", "2026-0001", "assigned", "--set=handler=k.smit"],
            "fout[K202]",
        ),
        (
            vec![
                "record",
                "2026-0001",
                "assigned",
                "--set=handler=p.vso",
                "--set=function=Chef",
            ],
            "fout[K027]",
        ),
        (vec!["record", "2026-0001", "assigned"], "fout[K009]"),
        (
            vec![
                "record",
                "2026-0001",
                "assigned",
                "--set=handler=p.vos",
                "--set=fucntion=Chef",
            ],
            "fout[K008]",
        ),
        (vec!["record", "2026-0001", "closed"], "fout[K806]"),
        (
            vec!["record", "2026-0001", "acknowledged", "--set=channel=fax"],
            "fout[K011]",
        ),
        (vec!["new", "--set=channel=phone"], "fout[K009]"),
    ] {
        let (code, text) = clone.record("2026-03-03", &args);
        assert!(
            code == 1 && text.contains(finding) && text.contains("niets geschreven"),
            "{args:?}: {text}"
        );
        assert_eq!(clone.state(), state, "{args:?}");
    }
    for args in [
        vec!["record", "2026-0001", "assigned", "--set=handler=p.vso"],
        vec!["record", "2026-0009", "closed"],
        vec!["record", "2026-0001", "closde"],
        vec!["record", "2026-0001", "closed", "--set=by=p.vos"],
        vec!["record", "2026-0001", "closed", "--set=by"],
        vec!["record", "2026-0001", "closed", "--attach=nowhere.pdf"],
        vec!["record", "2026-0001", "closed", "--attach=complaints"],
        // What a scan that went wrong leaves: nothing.
        vec!["record", "2026-0001", "closed", "--attach=/dev/null"],
    ] {
        let (code, text) = clone.record("2026-03-03", &args);
        assert!(!text.contains("os error"), "{text}");
        assert_eq!(
            (code, clone.state() == state),
            (2, true),
            "{args:?}: {text}"
        );
    }
    let (code, text) = clone.record(
        "2026-03-03",
        &[
            "record",
            "2026-0001",
            "assigned",
            "--set=handler=p.vos",
            "--dry-run",
        ],
    );
    assert!(
        code == 0 && text.contains("handler: p.vos") && clone.state() == state,
        "{text}"
    );
    let (code, text) = clone.record("2026-03-03", &["record", "2026-0001"]);
    assert!(
        code == 0 && text.contains("→ assigned") && clone.state() == state,
        "{text}"
    );
}

#[test]
fn a_breach_is_recorded_and_said() {
    let clone = Register::with(&ALL[..2]);
    clone.is("p.vos");
    let args = RECORDINGS
        .iter()
        .find(|row| row.0 == StepKind::Acknowledged)
        .map(|row| options(row.4))
        .unwrap();
    let args: Vec<&str> = ["record", "2026-0001", "acknowledged"]
        .into_iter()
        .chain(args.iter().map(String::as_str))
        .collect();
    let (code, text) = clone.record("2026-03-19", &args);
    assert!(
        code == 0 && text.contains("overschrijding[K301]") && clone.commits() == 2,
        "{text}"
    );
}

#[test]
fn what_is_not_committed_is_left_alone() {
    let clone = Register::with(&ALL[..1]);
    clone.is("c.janssen");
    clone.write("notes.txt", "later");
    clone.write("staged.txt", "later");
    clone.git(&["add", "staged.txt"]);
    let assign = ["record", "2026-0001", "assigned", "--set=handler=p.vos"];
    let (code, text) = clone.record("2026-03-03", &assign);
    assert_eq!(code, 0, "{text}");
    assert_eq!(
        clone.git(&["show", "--name-only", "--format=", "HEAD"]),
        RECORD
    );
    assert_eq!(
        clone.git(&["status", "--porcelain", "staged.txt", "notes.txt"]),
        "A  staged.txt\n?? notes.txt"
    );

    // A record that was edited by hand, or lies beside something new, is not mixed up with the step.
    let before = clone.read(RECORD);
    clone.write(RECORD, &format!("{before}\n# kladje\n"));
    let (code, text) = clone.record("2026-03-03", &assign);
    assert!(code == 2 && text.contains("complaint.yaml"), "{text}");
    clone.write(RECORD, &before);
    clone.write("complaints/2026/2026-0001/private/03-los.pdf", "x");
    let (code, text) = clone.record("2026-03-03", &assign);
    assert!(code == 2 && text.contains("03-los.pdf"), "{text}");
}

#[test]
fn a_correction_that_cannot_be_says_what_can() {
    let clone = Register::with(&ALL[..1]);
    let correct = |number: &str, field: &str| {
        let (number, field) = (format!("corrects={number}"), format!("fields.{field}"));
        let values = options(&[&number, &field, "reason=Verkeerd."]);
        let values = values.iter().map(String::as_str);
        let args: Vec<&str> = ["record", "2026-0001", "corrected"]
            .into_iter()
            .chain(values)
            .collect();
        clone.record("2026-03-04", &args)
    };
    let (code, text) = correct("1", "by=p.vos");
    assert!(
        code == 1 && text.contains("staat in de geschiedenis"),
        "{text}"
    );
    let (code, text) = correct("1", "channel=email");
    assert_eq!(code, 0, "{text}");
    let (code, text) = correct("2", "reason=Anders.");
    assert!(
        code == 1 && text.contains("corrigeer dan opnieuw de stap"),
        "{text}"
    );
    let (code, text) = correct("1", "channel=in-person");
    assert_eq!(code, 0, "{text}");
}
