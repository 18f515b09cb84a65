//! Recording steps in real repositories: every step, one commit each, and nothing torn when the program is killed.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../support/clones.rs"]
mod clones;
#[path = "../support/mod.rs"]
mod support;

mod asked;
mod every_step;
mod killed;
mod letters;
mod refused;
mod ways;

use std::ops::Deref;

use klacht::register::step::StepKind;
use tempfile::TempDir;

use support::CASE;

const PROCEDURE: &str = include_str!("../rules/base/procedure.yaml");
const STAFF: &str = include_str!("../rules/base/staff.yaml");
const RECORD: &str = "complaints/2026/2026-0001/complaint.yaml";

/// A register without a server.
struct Register {
    _dir: TempDir,
    clone: clones::Clone,
}

impl Deref for Register {
    type Target = clones::Clone;

    fn deref(&self) -> &Self::Target {
        &self.clone
    }
}

impl Register {
    /// Makes a register whose case has these steps of the base, all in one commit.
    fn with(steps: &[&str]) -> Self {
        let dir = TempDir::new().unwrap();
        let place = |name: &str| dir.path().join(name);
        let clone = clones::Clone::begin(place("register"), place("nobody"), "m.bakker");
        clone.write("complaints/procedure.yaml", PROCEDURE);
        clone.write("complaints/staff.yaml", STAFF);
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
        Self { _dir: dir, clone }
    }

    /// Records on a day and gives exit code and everything that was printed.
    fn record(&self, day: &str, args: &[&str]) -> (i32, String) {
        self.klacht(&[args, &["--as-of", day]].concat())
    }

    fn commits(&self) -> usize {
        self.git(&["rev-list", "--count", "HEAD"]).parse().unwrap()
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
