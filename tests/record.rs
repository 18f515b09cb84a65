//! Recording steps in real repositories: every step, one commit each, and nothing torn when the program is killed.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use klacht::register::step::StepKind;
use tempfile::TempDir;

mod support;

use support::{CASE, write};

const PROCEDURE: &str = include_str!("rules/base/procedure.yaml");
const STAFF: &str = include_str!("rules/base/staff.yaml");
const RECORD: &str = "complaints/2026/2026-0001/complaint.yaml";
const SECRET: &str = "Geheim verhaal van de klager.";

/// A clone of a member of staff.
struct Clone {
    dir: TempDir,
}

impl Clone {
    /// Makes a register whose case has these steps of the base, all in one commit.
    fn with(steps: &[&str]) -> Self {
        let clone = Self {
            dir: TempDir::new().unwrap(),
        };
        clone.git(&["init", "-q", "-b", "main"]);
        for (key, value) in [
            ("core.fsync", "none"),
            ("core.fsyncObjectFiles", "false"),
            ("user.name", "Mila Bakker"),
        ] {
            clone.git(&["config", key, value]);
        }
        clone.is("m.bakker");
        write(clone.path(), "complaints/procedure.yaml", PROCEDURE);
        write(clone.path(), "complaints/staff.yaml", STAFF);
        if !steps.is_empty() {
            let mut text = "case: 2026-0001\nsteps:\n".to_owned();
            for (index, step) in steps.iter().enumerate() {
                text.push_str(&format!("\n{}\n", block(step)));
                let annex = match *step {
                    "received" => "complainant: {name: J. de Wit}\ndescription: Niemand belde.\n",
                    "heard" => "statement: Klopt.\n",
                    "decided" => "reasoning: Het staat vast.\n",
                    "acknowledged" | "reported" | "refused" => {
                        clone.write(
                            &format!(
                                "complaints/2026/2026-0001/private/{:02}-brief.pdf",
                                index + 1
                            ),
                            "brief",
                        );
                        continue;
                    }
                    _ => continue,
                };
                clone.write(
                    &format!("complaints/2026/2026-0001/private/{:02}.yaml", index + 1),
                    annex,
                );
            }
            clone.write(RECORD, &text);
        }
        clone.write("brief van klant.pdf", "Geachte mevrouw");
        clone.git(&["add", "complaints"]);
        clone.git(&["commit", "-q", "-m", "begin"]);
        clone
    }

    fn path(&self) -> &Path {
        self.dir.path()
    }

    fn write(&self, path: &str, text: &str) {
        write(self.path(), path, text);
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    /// Lets another member of staff work here.
    fn is(&self, id: &str) {
        self.git(&["config", "user.email", &format!("{id}@voorbeeld.example")]);
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.path())
            .env_clear()
            .stdin(Stdio::null());
        command
            .env("PATH", std::env::var_os("PATH").unwrap())
            .env("HOME", self.path().join("nobody"));
        command.env("GIT_CONFIG_NOSYSTEM", "1");
        command
    }

    fn git(&self, args: &[&str]) -> String {
        let output = self.command("git").args(args).output().unwrap();
        assert!(
            output.status.success(),
            "git {args:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout)
            .unwrap()
            .trim_end()
            .to_owned()
    }

    fn klacht(&self, args: &[&str]) -> Output {
        self.command(env!("CARGO_BIN_EXE_klacht"))
            .args(args)
            .output()
            .unwrap()
    }

    /// Records on a day and gives exit code and everything that was printed.
    fn record(&self, day: &str, args: &[&str]) -> (i32, String) {
        let output = self.klacht(&[args, &["--as-of", day]].concat());
        let text = [output.stdout, output.stderr].concat();
        (
            output.status.code().unwrap(),
            String::from_utf8(text).unwrap(),
        )
    }

    fn commits(&self) -> usize {
        self.git(&["rev-list", "--count", "HEAD"]).parse().unwrap()
    }

    /// Everything that may not change when nothing is written.
    fn state(&self) -> String {
        self.git(&["rev-parse", "HEAD"]) + &self.git(&["status", "--porcelain", "-uall"])
    }
}

/// The text of a step of the base.
fn block(step: &str) -> String {
    let start = CASE
        .find(&format!("- step: {step}\n"))
        .unwrap_or_else(|| panic!("{step}"));
    let end = CASE[start..]
        .find("\n\n")
        .map_or(CASE.len(), |at| start + at);
    CASE[start..end].trim_end().to_owned()
}

const ALL: [&str; 14] = [
    "received",
    "assigned",
    "acknowledged",
    "heard",
    "agreed",
    "decided",
    "offered",
    "answered",
    "carried-out",
    "resolved",
    "reported",
    "prevention",
    "surveyed",
    "closed",
];

/// A step and how it is recorded: after how many of the steps of the base, by whom, when, with which options.
type Recording = (
    StepKind,
    usize,
    &'static str,
    &'static str,
    &'static [&'static str],
);

const ATTACH: &str = "--attach=brief van klant.pdf";

#[rustfmt::skip]
const RECORDINGS: &[Recording] = &[
    (StepKind::Received, 0, "m.bakker", "2026-03-02", &["channel=phone", "complainant=client", "commissioned_by.kind=uwv", "commissioned_by.name=UWV Heerlen", "about=k.smit", "service=job-coaching", "category=communication", "occurred.date=2026-02-26", "summary=Afspraak: twee keer afgezegd."]),
    (StepKind::Assigned, 1, "c.janssen", "2026-03-03", &["handler=p.vos"]),
    (StepKind::Contacted, 2, "p.vos", "2026-03-04", &["channel=phone", "asked=Om de datum."]),
    (StepKind::Acknowledged, 2, "p.vos", "2026-03-05", &["summary=Afgezegd.", "occurred.date=2026-02-26", "occurred.place=Stein", "next_steps=Wij horen de jobcoach.", "expected_by=2026-04-13", "channel=letter", ATTACH]),
    (StepKind::Refused, 2, "c.janssen", "2026-03-05", &["ground=no-complaint", "told=2026-03-05", ATTACH]),
    (StepKind::Extended, 3, "p.vos", "2026-03-06", &["expected_by=2026-05-01", "ground=Ziekte.", "told=2026-03-06"]),
    (StepKind::Heard, 3, "p.vos", "2026-03-10", &["employee=k.smit", "told=2026-03-10"]),
    (StepKind::Agreed, 4, "k.smit", "2026-03-11", &["outcome=agrees"]),
    (StepKind::Decided, 5, "p.vos", "2026-03-17", &["verdict=founded", "severity=moderate", "cause=communication", "responsibility=organisation"]),
    (StepKind::Offered, 6, "p.vos", "2026-03-18", &["measures.1.id=excuus", "measures.1.kind=redress", "measures.1.description=Een excuus, schriftelijk.", "measures.1.owner=p.vos", "measures.1.due=2026-03-27", "told=2026-03-18"]),
    (StepKind::Answered, 7, "p.vos", "2026-03-20", &["answer=accepted"]),
    (StepKind::CarriedOut, 8, "p.vos", "2026-03-24", &["measure=excuus", "result=De brief is verstuurd."]),
    (StepKind::Resolved, 9, "p.vos", "2026-03-25", &["solved=2026-03-25"]),
    (StepKind::Reported, 10, "p.vos", "2026-03-27", &["to_complainant=2026-03-27", "to_coordinator=2026-03-27", "appeal_explained=true", ATTACH]),
    (StepKind::Prevention, 11, "p.vos", "2026-03-30", &["consulted=h.mulder", "none_because=Het was eenmalig."]),
    (StepKind::Surveyed, 12, "c.janssen", "2026-04-07", &["answer=satisfied"]),
    (StepKind::Evaluated, 12, "c.janssen", "2026-04-30", &["measure=herinnering", "effect=improved", "ground=Minder klachten."]),
    (StepKind::Closed, 13, "c.janssen", "2026-04-08", &[]),
    (StepKind::Appealed, 14, "p.vos", "2026-04-10", &["body=uwv"]),
    (StepKind::AppealConcluded, 14, "p.vos", "2026-04-20", &["outcome=rejected"]),
    (StepKind::Withdrawn, 2, "p.vos", "2026-03-05", &["ground=Het is opgelost."]),
    (StepKind::Reopened, 14, "c.janssen", "2026-04-10", &["ground=Er is nieuwe informatie."]),
    (StepKind::Corrected, 1, "m.bakker", "2026-03-03", &["corrects=1", "fields.channel=email", "reason=Verkeerd gekozen."]),
    (StepKind::Waived, 2, "c.janssen", "2026-03-05", &["rule=K301", "reason=Post in staking."]),
];

/// Turns the options of a recording into those of the command line.
fn options(values: &[&str]) -> Vec<String> {
    let option = |value: &&str| {
        if value.starts_with("--") {
            (*value).to_owned()
        } else {
            format!("--set={value}")
        }
    };
    values.iter().map(option).collect()
}

#[test]
fn every_step_is_recorded_as_one_commit() {
    assert!(
        StepKind::ALL
            .iter()
            .all(|kind| RECORDINGS.iter().any(|row| row.0 == *kind))
    );
    for (kind, steps, by, day, values) in RECORDINGS {
        let clone = Clone::with(&ALL[..*steps]);
        let mut number = steps + 1;
        // What the base does not come to by itself.
        let first: &[Recording] = match kind {
            StepKind::Evaluated => &[(
                StepKind::CarriedOut,
                12,
                "h.mulder",
                "2026-04-20",
                &["measure=herinnering", "result=Gedaan."],
            )],
            StepKind::AppealConcluded => {
                &[(StepKind::Appealed, 14, "p.vos", "2026-04-10", &["body=uwv"])]
            }
            _ => &[],
        };
        for (before, _, by, day, values) in first {
            clone.is(by);
            let options = options(values);
            let args: Vec<&str> = ["record", "2026-0001", before.word()]
                .into_iter()
                .chain(options.iter().map(String::as_str))
                .collect();
            let (code, text) = clone.record(day, &args);
            assert_eq!(code, 0, "{before}: {text}", before = before.word());
            number += 1;
        }
        clone.is(by);
        let before = if *steps == 0 {
            String::new()
        } else {
            clone.read(RECORD)
        };
        let (count, options) = (clone.commits(), options(values));
        let mut args: Vec<&str> = if *steps == 0 {
            vec!["new"]
        } else {
            vec!["record", "2026-0001", kind.word()]
        };
        args.extend(options.iter().map(String::as_str));
        let secret = format!("--private=statement={SECRET}");
        let private: &[String] = match kind {
            StepKind::Received => &[
                "--private=complainant.name=J. de Wit".to_owned(),
                format!("--private=description={SECRET}"),
            ],
            StepKind::Heard => &[secret],
            StepKind::Decided => &[format!("--private=reasoning={SECRET}")],
            _ => &[],
        };
        args.extend(private.iter().map(String::as_str));
        let (code, text) = clone.record(day, &args);
        let word = kind.word();
        assert_eq!(code, 0, "{word}: {text}");
        assert!(
            !text.contains(SECRET) && !text.contains("de Wit"),
            "{word}: {text}"
        );
        assert!(
            clone.read(RECORD).starts_with(&before)
                && clone.read(RECORD).contains(&format!("- step: {word}\n"))
        );
        assert_eq!(clone.commits(), count + 1, "{word}");
        assert_eq!(
            clone.git(&["status", "--porcelain", "complaints"]),
            "",
            "{word}"
        );
        let message = clone.git(&["log", "-1", "--format=%s|%ae"]);
        assert!(
            message.starts_with(&format!("2026-0001 stap {number}: "))
                && message.ends_with(&format!("|{by}@voorbeeld.example"))
        );
        let tip = clone.git(&["show", &format!("HEAD:{RECORD}")]);
        assert_eq!(tip, clone.read(RECORD).trim_end());
        if !private.is_empty() {
            assert!(
                clone
                    .read(&format!(
                        "complaints/2026/2026-0001/private/{number:02}.yaml"
                    ))
                    .contains(SECRET)
            );
        }
        if values.contains(&ATTACH) {
            let copy = format!("complaints/2026/2026-0001/private/{number:02}-brief-van-klant.pdf");
            assert_eq!(clone.read(&copy), "Geachte mevrouw");
        }
    }
}

#[test]
fn a_violation_writes_nothing() {
    let clone = Clone::with(&ALL[..1]);
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
    ] {
        let (code, text) = clone.record("2026-03-03", &args);
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
    let clone = Clone::with(&ALL[..2]);
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
    let clone = Clone::with(&ALL[..1]);
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
fn steps_come_from_yaml_too() {
    let clone = Clone::with(&ALL[..1]);
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
    let clone = Clone::with(&ALL[..1]);
    clone.is("c.janssen");
    let key = clone.path().join("key");
    let made = clone
        .command("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-f"])
        .arg(&key)
        .status();
    if !made.is_ok_and(|status| status.success()) {
        eprintln!("SKIPPED: there is no ssh-keygen");
        return;
    }
    let public = fs::read_to_string(key.with_extension("pub")).unwrap();
    clone.write("allowed", &format!("c.janssen@voorbeeld.example {public}"));
    for (name, value) in [
        ("gpg.format", "ssh"),
        ("commit.gpgsign", "true"),
        ("gpg.ssh.allowedSignersFile", "allowed"),
    ] {
        clone.git(&["config", name, value]);
    }
    clone.git(&["config", "user.signingkey", key.to_str().unwrap()]);
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

/// The lock files that are left in a repository.
fn locks(dir: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(dir)
        .into_iter()
        .filter_map(Result::ok);
    entries
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|e| e == "lock"))
        .collect()
}

#[test]
fn a_killed_recording_is_whole_or_not_there() {
    let clone = Clone::with(&ALL[..2]);
    clone.is("p.vos");
    let args = [
        "record",
        "2026-0001",
        "contacted",
        "--set=channel=phone",
        "--private=said=Ja.",
        "--as-of=2026-03-04",
    ];
    let (mut whole, mut torn) = (0, 0);
    for round in 0..50u64 {
        let (tip_before, text, count) = (
            clone.git(&["rev-parse", "HEAD"]),
            clone.read(RECORD),
            clone.commits(),
        );
        let mut child = clone
            .command(env!("CARGO_BIN_EXE_klacht"))
            .args(args)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Spread over the whole run, by steps that no clock divides evenly.
        std::thread::sleep(Duration::from_micros(500 + (round * 7919) % 60_000));
        let _ = child.kill();
        child.wait().unwrap();
        clone.git(&["fsck", "--strict", "--no-dangling"]);
        let now = clone.git(&["rev-parse", "HEAD"]);
        if now == tip_before {
            torn += usize::from(
                !clone
                    .git(&["status", "--porcelain", "complaints"])
                    .is_empty(),
            );
        } else {
            assert_eq!(
                (clone.git(&["rev-parse", "HEAD~1"]), clone.commits()),
                (tip_before.clone(), count + 1)
            );
            assert_eq!(
                clone.git(&["status", "--porcelain", "complaints"]),
                "",
                "files and index are never behind the tip"
            );
            whole += 1;
        }
        assert!(clone.read(RECORD).starts_with(&text));
        let (code, said) = clone.record("2026-03-04", &args[..5]);
        assert_eq!(code, 0, "round {round}: {said}");
        assert_eq!(clone.git(&["status", "--porcelain", "complaints"]), "");
        assert_eq!(clone.commits(), count + 1 + usize::from(now != tip_before));
        assert_eq!(locks(&clone.path().join(".git")), Vec::<PathBuf>::new());
    }
    println!("{whole} whole, {torn} taken back, of 50");
    let last = clone.read(RECORD);
    assert_eq!(
        last.matches("- step: contacted").count(),
        clone.commits() - 1
    );
}

/// The letter comes with the step that says it was sent, in one commit; to a step that is recorded none is added.
#[test]
fn a_letter_is_made_and_kept_with_its_step() {
    let clone = Clone::with(&["received", "assigned"]);
    clone.is("p.vos");
    let letter = |more: &[&str]| {
        let args = ["letter", "2026-0001", "acknowledgement"];
        clone.record("2026-03-05", &[&args, more].concat())
    };
    let (code, said) = letter(&["--attach"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("klacht record 2026-0001 acknowledged --letter pdf"));
    let before = clone.state();
    let step = [
        "record",
        "2026-0001",
        "acknowledged",
        "--letter",
        "html",
        "--set",
        "summary=Afspraak vergeten.",
        "--set",
        "next_steps=Gesprek en verslag.",
        "--set",
        "expected_by=2026-04-10",
        "--set",
        "channel=letter",
        "--set",
        "occurred.date=2026-02-26",
    ];
    // What the rules refuse makes no letter.
    let (code, said) = clone.record("2026-03-05", &step);
    assert!(
        code == 1 && said.contains("K310") && !said.contains("bytes"),
        "{said}"
    );
    assert_eq!(clone.state(), before);
    let (code, said) = clone.record(
        "2026-03-05",
        &[&step[..], &["--set", "occurred.place=Stein"]].concat(),
    );
    assert_eq!(code, 0, "{said}");
    assert_eq!(
        clone.git(&["show", "--name-only", "--format=", "HEAD"]),
        "complaints/2026/2026-0001/complaint.yaml\n\
         complaints/2026/2026-0001/private/03-ontvangstbevestiging.html"
    );
    let kept = clone.read("complaints/2026/2026-0001/private/03-ontvangstbevestiging.html");
    assert!(
        kept.contains("J. de Wit") && kept.contains("10 april 2026"),
        "{kept}"
    );
    assert_eq!(clone.klacht(&["check", "--history"]).status.code(), Some(0));
    let (code, said) = letter(&["--attach", "--format", "eml"]);
    assert!(code == 2 && said.contains("al vastgelegd"), "{said}");
    // A statement belongs to a step that is still to come.
    let (code, said) = clone.record(
        "2026-03-06",
        &[
            "record",
            "2026-0001",
            "heard",
            "--set",
            "employee=k.smit",
            "--set",
            "told=2026-03-06",
            "--private",
            "statement=Klopt.",
            "--letter",
            "md",
        ],
    );
    assert_eq!(code, 0, "{said}");
    assert!(
        clone
            .read("complaints/2026/2026-0001/private/04-bericht-betrokkene.md")
            .contains("Kim Smit")
    );
    let (code, said) = clone.record(
        "2026-03-06",
        &["letter", "2026-0001", "statement", "--attach"],
    );
    assert!(
        code == 2 && said.contains("klacht record 2026-0001 agreed"),
        "{said}"
    );
    let (code, said) = clone.record(
        "2026-03-06",
        &["record", "2026-0001", "contacted", "--letter", "md"],
    );
    assert!(code == 2 && said.contains("hoort geen brief"), "{said}");
}
