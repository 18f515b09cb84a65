//! Other ways to record: from YAML, without git, signed.

use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::support::write;
use super::{ALL, PROCEDURE, RECORD, RECORDINGS, Register, STAFF, options};

#[test]
fn steps_come_from_yaml_too() {
    let clone = Register::with(&ALL[..1]);
    clone.is("c.janssen");
    clone.write("step.yaml", "- step: assigned\n  handler: p.vos\n  reason: 'dienst: ziek'\n  private:\n    notes: 0031612345678\n");
    let (code, text) = clone.record(
        "2026-03-03",
        &["record", "2026-0001", "--from", "step.yaml"],
    );
    assert_eq!(code, 0, "{text}");
    assert!(
        clone
            .read(RECORD)
            .ends_with("  function: Manager re-integratie\n  reason: 'dienst: ziek'\n")
    );
    assert!(
        clone
            .read("complaints/2026/2026-0001/private/02.yaml")
            .contains("0031612345678")
    );
    assert!(!text.contains("0031612345678"));
    let (code, text) = clone.record(
        "2026-03-03",
        &["record", "2026-0001", "closed", "--from", "step.yaml"],
    );
    assert!(code == 2 && text.contains("assigned"), "{text}");
}

#[test]
fn without_git_files_are_written() {
    let dir = TempDir::new().unwrap();
    write(dir.path(), "complaints/procedure.yaml", PROCEDURE);
    write(dir.path(), "complaints/staff.yaml", STAFF);
    let values = options(RECORDINGS[0].4);
    let mut command = Command::new(env!("CARGO_BIN_EXE_klacht"));
    command
        .current_dir(dir.path())
        .env_clear()
        .env("HOME", dir.path())
        .stdin(Stdio::null());
    command
        .args(["new", "--as-of=2026-03-02", "--set=by=m.bakker"])
        .args(values);
    command.args([
        "--private=complainant.name=J. de Wit",
        "--private=description=Kort.",
    ]);
    let output = command.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && text.contains("niet in git"),
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(dir.path().join(RECORD).is_file());
}

#[test]
fn a_signature_is_made_as_git_makes_it() {
    let clone = Register::with(&ALL[..1]);
    clone.is("c.janssen");
    let Some(key) = clone.signs() else { return };
    let id = "- id: c.janssen\n";
    let staff = clone.read("complaints/staff.yaml");
    let with_key = staff.replace(id, &format!("{id}  signing_keys: ['{key}']\n"));
    clone.write("complaints/staff.yaml", &with_key);
    clone.git(&["commit", "-qam", "Sleutel"]);
    clone.write("allowed", &format!("c.janssen@voorbeeld.example {key}\n"));
    clone.git(&["config", "gpg.ssh.allowedSignersFile", "allowed"]);
    let (code, text) = clone.record(
        "2026-03-03",
        &["record", "2026-0001", "assigned", "--set=handler=p.vos"],
    );
    assert!(
        code == 0 && text.contains("ondertekend") && !text.contains("niet ondertekend"),
        "{text}"
    );
    clone.git(&["verify-commit", "HEAD"]);
}

/// What a recording sets so that a step survives a power cut is nothing that git has to say something of.
#[test]
fn git_does_not_warn_of_what_was_set() {
    let clone = Register::with(&ALL[..1]);
    clone.git(&["config", "--unset", "core.fsync"]);
    clone.is("c.janssen");
    let assign = ["record", "2026-0001", "assigned", "--set=handler=p.vos"];
    let (code, text) = clone.record("2026-03-03", &assign);
    assert_eq!(code, 0, "{text}");
    assert_eq!(clone.git(&["config", "core.fsync"]), "committed");
    let (ok, said) = clone.try_git(&["status", "--short", "complaints"]);
    assert_eq!((ok, said.as_str()), (true, ""));
}

/// What was done long ago is recorded all the same; who records is told that the history will show it.
#[test]
fn a_step_of_long_ago_is_recorded_with_a_word() {
    let clone = Register::with(&ALL[..1]);
    clone.is("c.janssen");
    let assign = |date: &'static str| {
        let args = [
            "record",
            "2026-0001",
            "assigned",
            "--set=handler=p.vos",
            date,
        ];
        clone.record("2026-04-15", &[&args[..], &["--dry-run"]].concat())
    };
    let (code, text) = assign("--set=date=2026-03-15");
    assert!(code == 0 && text.contains("31 dagen geleden"), "{text}");
    let (code, text) = assign("--set=date=2026-03-16");
    assert!(code == 0 && !text.contains("dagen geleden"), "{text}");
}

#[test]
fn a_correction_in_a_closed_case_is_recorded_with_a_word() {
    for (steps, closed) in [(&ALL[..], true), (&ALL[..13], false)] {
        let clone = Register::with(steps);
        clone.is("p.vos");
        let correct = [
            "record",
            "2026-0001",
            "corrected",
            "--set=corrects=6",
            "--set=fields.verdict=unfounded",
            "--set=reason=Verkeerd gekozen.",
            "--yes",
        ];
        let (code, text) = clone.record("2026-04-15", &correct);
        assert_eq!(code, 0, "{text}");
        assert_eq!(text.contains("dit dossier is gesloten"), closed, "{text}");
    }
}

/// What is typed in a correction is taken for what the corrected step takes it.
#[test]
fn a_correction_takes_dates_and_answers_as_they_are_said() {
    let clone = Register::with(&ALL[..11]);
    clone.is("p.vos");
    let correct = [
        "record",
        "2026-0001",
        "corrected",
        "--set=date=30-3-2026",
        "--set=corrects=11",
        "--set=fields.appeal_explained=nee",
        "--set=fields.to_complainant=26/03/2026",
        "--set=reason=Verkeerd gekozen.",
    ];
    let (code, text) = clone.record("2-4-2026", &correct);
    assert_eq!(code, 0, "{text}");
    let record = clone.read(RECORD);
    for line in [
        "  date: 2026-03-30\n",
        "  fields: {appeal_explained: false, to_complainant: 2026-03-26}\n",
    ] {
        assert!(record.contains(line), "{record}");
    }
}

/// So are names, lists and what is under a field, as in the step itself.
#[test]
fn a_correction_takes_names_lists_and_groups_as_its_step_does() {
    let clone = Register::with(&ALL[..2]);
    clone.is("c.janssen");
    let correct = [
        "record",
        "2026-0001",
        "corrected",
        "--set=fields.about=Hanna Mulder,k.smit",
        "--set=fields.category=Planning",
        "--set=fields.commissioned_by.kind=gemeente",
        "--set=fields.commissioned_by.name=Gemeente Voorbeeld",
        "--set=fields.occurred.date=26-2-2026",
        "--set=fields.occurred.place=Stein",
        "--set=corrects=1",
        "--set=reason=Verkeerd gekozen.",
        "--yes",
        "--dry-run",
    ];
    let (_, text) = clone.record("4-3-2026", &correct);
    for part in [
        "about: [h.mulder, k.smit]",
        "category: planning",
        "kind: municipality",
        "name: Gemeente Voorbeeld",
        "date: 2026-02-26",
        "place: Stein",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// What the screens call a person, a kind or a way is understood, and put down by its id.
#[test]
fn people_and_kinds_are_understood_by_their_names() {
    let clone = Register::with(&ALL[..11]);
    clone.is("p.vos");
    let prevention = [
        "record",
        "2026-0001",
        "prevention",
        "--set=by=Pim Vos",
        "--set=consulted=Hanna Mulder,k.smit",
        "--set=measures.1.id=sms",
        "--set=measures.1.description=Een herinnering per sms.",
        "--set=measures.1.owner=hanna mulder",
        "--set=measures.1.due=2026-06-01",
        "--set=measures.1.category=Communicatie",
        "--set=measures.1.trigger=Deze klacht",
        "--yes",
        "--dry-run",
    ];
    let (code, text) = clone.record("2-4-2026", &prevention);
    assert_eq!(code, 0, "{text}");
    for part in [
        "by: p.vos\n",
        "consulted: [h.mulder, k.smit]\n",
        "owner: h.mulder",
        "category: communication",
        "trigger: complaint",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    // A term is named too; that this one has a rule of its own is said.
    let clone = Register::with(&ALL[..1]);
    clone.is("c.janssen");
    let waived = [
        "record",
        "2026-0001",
        "waived",
        "--set=rule=K390",
        "--set=term=ontvangstbevestiging",
        "--set=reason=Ziekte.",
        "--yes",
        "--dry-run",
    ];
    let (code, text) = clone.record("2-4-2026", &waived);
    assert!(
        code == 1 && text.contains("term: acknowledgement"),
        "{text}"
    );
}
