//! Kills of `record` at moments spread over the whole run.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use super::clones::locks;
use super::{ALL, RECORD, Register};

#[test]
fn a_killed_recording_is_whole_or_not_there() {
    let clone = Register::with(&ALL[..2]);
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
        std::thread::sleep(Duration::from_micros(500 + (round * 27_919) % 200_000));
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
        assert_eq!(locks(&clone.path.join(".git")), Vec::<PathBuf>::new());
    }
    println!("{whole} whole, {torn} taken back, of 50");
    let last = clone.read(RECORD);
    assert_eq!(
        last.matches("- step: contacted").count(),
        clone.commits() - 1
    );
}
