//! Kills of `record`, `undo`, `sync` and `build`, and of the server while it receives.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "shared by a test and a measurement; how long a repair takes is what is asked"
)]

use std::collections::BTreeMap;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::clones::{Clone, RECORD, Server, locks};

/// Moments that no clock divides evenly, the same in every run.
struct Moments(u64);

impl Moments {
    fn below(&mut self, most: Duration) -> Duration {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        Duration::from_nanos((self.0 >> 16) % u64::try_from(most.as_nanos()).unwrap().max(1))
    }
}

/// What is killed, one after the other: the program, and of a push also everything that it started, or the receiving side alone.
const KINDS: [&str; 6] = ["record", "undo", "sync", "sync-all", "build", "server"];

/// What came of it.
#[derive(Default)]
struct Tally {
    killed: usize,
    /// The command had come to its end before the kill, or what it does was done.
    done: usize,
    repaired: usize,
    slowest: Duration,
}

/// A command that takes longer waits for something that nobody will let go of; how fast it is, the report says.
const STUCK: Duration = Duration::from_secs(30);

/// How many rounds go to one register: more steps than these do not belong in one case.
const BATCH: usize = 40;

/// Kills so many times and says what came of it; panics when anything is lost or stuck.
pub fn run(kills: usize) -> String {
    let mut trial = Trial {
        moments: Moments(7),
        tallies: BTreeMap::new(),
        usual: BTreeMap::new(),
        late: 0,
    };
    for first in (0..kills).step_by(BATCH) {
        trial.batch(first..kills.min(first + BATCH));
    }
    let mut lines = vec![format!(
        "{kills} rounds: nothing lost, nothing stuck, every history valid"
    )];
    lines.push(format!(
        "the receipt logs whole, with {} lines filled in later",
        trial.late
    ));
    for (kind, tally) in trial.tallies {
        lines.push(format!(
            "{kind:>8}: {} killed, {} ended before; {} put right by the next command, which took at most {:.2} s",
            tally.killed,
            tally.done,
            tally.repaired,
            tally.slowest.as_secs_f64()
        ));
    }
    lines.join("\n")
}

struct Trial {
    moments: Moments,
    tallies: BTreeMap<&'static str, Tally>,
    /// How long each kind takes when nobody kills it.
    usual: BTreeMap<&'static str, Duration>,
    /// How many lines of the receipt log had to be filled in, for the hook that writes them was killed.
    late: usize,
}

impl Trial {
    fn batch(&mut self, rounds: std::ops::Range<usize>) {
        let server = Server::new();
        let clones = [server.clone("one", "p.vos"), server.clone("two", "p.vos")];
        for clone in &clones {
            // What receives for them says who it is, so that it can be killed alone.
            clone.write(
                "../receive",
                "#!/bin/sh\necho $$ > ../receive.pid\nexec git receive-pack \"$@\"\n",
            );
            let script = clone.path.join("../receive");
            std::fs::set_permissions(&script, std::os::unix::fs::PermissionsExt::from_mode(0o755))
                .unwrap();
            clone.git(&["config", "remote.origin.receivepack", "../receive"]);
        }
        let mut asked = Vec::new();
        for round in rounds {
            let (one, two) = if (round / KINDS.len()).is_multiple_of(2) {
                (&clones[0], &clones[1])
            } else {
                (&clones[1], &clones[0])
            };
            self.round(round, &server, one, two, &mut asked);
        }
        for clone in &clones {
            clone.git(&["fsck", "--strict", "--no-dangling"]);
        }
        server.git(&["fsck", "--strict", "--no-dangling"]);
        server.is_valid();
        self.late += server
            .receipts()
            .iter()
            .skip(1)
            .filter(|line| line.late)
            .count();
        let all = server.read(RECORD);
        for what in asked {
            let line = format!("asked: {what}");
            let found = all.lines().filter(|known| known.trim() == line);
            assert_eq!(found.count(), 1, "{what}");
        }
    }

    fn round(
        &mut self,
        round: usize,
        server: &Server,
        one: &Clone,
        two: &Clone,
        asked: &mut Vec<String>,
    ) {
        let kind = KINDS[round % KINDS.len()];
        let what = format!("vraag {round}.");
        if kind.starts_with("sync") || kind == "server" {
            // Something on both sides, so that there is all of it to do.
            for (clone, side) in [(two, 'a'), (one, 'b')] {
                clone.contacted("2024-0001", &format!("{what}{side}"));
                asked.push(format!("{what}{side}"));
                if side == 'a' {
                    clone.ok(&["sync"]);
                }
            }
        }
        if kind == "undo" {
            one.contacted("2024-0001", &format!("{what}d"));
        }
        let head = one.git(&["rev-parse", "HEAD"]);
        let tip = server.git(&["rev-parse", "main"]);
        let ended = self.kill(kind, &what, one);
        let tally = self.tallies.entry(kind).or_default();
        tally.killed += usize::from(!ended);
        tally.done += usize::from(ended);
        let moved = one.git(&["rev-parse", "HEAD"]) != head;
        match kind {
            "record" if moved => asked.push(what.clone()),
            "undo" if !moved => asked.push(format!("{what}d")),
            _ => {}
        }
        // The next command, whatever it is, puts right what was left.
        let begun = Instant::now();
        let said = one.contacted("2024-0001", &format!("{what}c"));
        asked.push(format!("{what}c"));
        let took = begun.elapsed();
        tally.slowest = tally.slowest.max(took);
        tally.repaired += usize::from(said.contains("halverwege afgebroken"));
        assert!(took < STUCK, "round {round} {kind}: {took:?}");
        one.ok(&["sync"]);
        one.is_whole();
        assert_eq!(
            locks(&server.bare()),
            Vec::<PathBuf>::new(),
            "round {round} {kind}"
        );
        // What was there, and so was acknowledged, is there.
        server.git(&["merge-base", "--is-ancestor", &tip, "main"]);
    }

    /// Starts something and kills it at some moment; tells whether it came to its end before.
    fn kill(&mut self, kind: &'static str, what: &str, clone: &Clone) -> bool {
        let asked = format!("--set=asked={what}");
        let record = [
            "record",
            "2024-0001",
            "contacted",
            "--as-of=2024-03-06",
            "--set=channel=phone",
            &asked,
            "--private=said=x",
        ];
        let mut command = match kind {
            "record" => clone.klacht_command(&record),
            "undo" => clone.klacht_command(&["undo"]),
            "build" => clone.klacht_command(&["build", "--out=../site"]),
            _ => clone.klacht_command(&["sync"]),
        };
        command
            .process_group(0)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let pid = clone.path.join("../receive.pid");
        let _ = std::fs::remove_file(&pid);
        let usual = self
            .usual
            .get(kind)
            .copied()
            .unwrap_or(Duration::from_millis(300));
        let mut child = command.spawn().unwrap();
        let begun = Instant::now();
        if kind == "server" {
            // What there is before it receives is not what is tried here.
            while !std::fs::read_to_string(&pid).is_ok_and(|text| text.ends_with('\n')) {
                if child.try_wait().unwrap().is_some() {
                    return true;
                }
                std::thread::sleep(Duration::from_micros(500));
            }
        }
        let started = Instant::now();
        let end = started + self.moments.below(usual * 11 / 10);
        while Instant::now() < end {
            if child.try_wait().unwrap().is_some() {
                let measured = begun.max(started).elapsed();
                self.usual.insert(kind, (usual * 3 + measured) / 4);
                return true;
            }
            std::thread::sleep(Duration::from_micros(300));
        }
        let whom = match kind {
            "sync-all" => format!("-{}", child.id()),
            "server" => std::fs::read_to_string(&pid).unwrap().trim().to_owned(),
            _ => child.id().to_string(),
        };
        let killed = std::process::Command::new("kill")
            .args(["-9", "--", &whom])
            .stderr(Stdio::null())
            .status()
            .unwrap();
        child.wait().unwrap();
        !killed.success()
    }
}
