//! Histories in real repositories: what honest people do passes, what plain git can do against the register does not.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../support/mod.rs"]
mod support;

mod honest;
mod many;
mod mutations;
mod names;
mod server;
mod trust;
mod workflows;

use support::history::Work;

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

fn second(work: &mut Work) {
    work.add("2026-0001", "assigned");
    work.commit("c.janssen", "2026-03-03", "2026-0001 stap 2");
}
