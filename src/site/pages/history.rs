//! The page of the history: whether it was judged, up to where it holds, and what it proves.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Emit, ROWS, Site, percent, view};
use crate::args;
use crate::history::trail::{MUCH_LATER, Past, Trail};
use crate::history::{Judged, Kind, short};
use crate::register::procedure::Signatures;
use crate::site::SiteError;
use crate::site::elements::{Line, Lines};
use crate::site::views::findings::title;
use crate::site::views::history::{
    CommitView, FaultRule, FaultView, HistoryPage, LateView, Rows, later,
};
use crate::site::views::{Count, Frame, Status, Tally};
use crate::words::{CaseId, Day};

pub(super) fn history(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let path = "history.html";
    let frame = site.frame("history", path, site.say("past-title"));
    let unjudged = |key: &str, commands, frame| HistoryPage {
        page: frame,
        status: Status::new("", site.say(key)),
        how: site.say(&format!("{key}-how")),
        commands,
        facts: Lines(vec![]),
        pending: None,
        pending_cases: vec![],
        faults: Rows::none(),
        tallies: vec![],
        late: Rows::none(),
        others: Rows::none(),
    };
    let page = match site.past {
        Past::Judged(trail) => judged(site, trail, frame),
        Past::Absent => {
            const COMMANDS: &[&str] = &["git init", "git add -A", "git commit"];
            unjudged("past-absent", COMMANDS, frame)
        }
        Past::Uncommitted => unjudged("past-uncommitted", &["git add -A", "git commit"], frame),
        Past::Unrooted => {
            const COMMANDS: &[&str] = &[
                "git log --reverse --first-parent --format='%H %as %an %s'",
                "git config klacht.trustRoot 0123456789…",
            ];
            unjudged("past-unrooted", COMMANDS, frame)
        }
        Past::Shallow => unjudged("past-shallow", &["git fetch --unshallow"], frame),
        Past::Unreadable(_) => unjudged("past-unreadable", &["klacht check --history"], frame),
    };
    emit(path.into(), view(page))
}

fn judged<'a>(site: &'a Site<'_>, trail: &'a Trail, page: Frame) -> HistoryPage<'a> {
    let locale = site.words.locale;
    let tally = trail.walk.tally();
    let (kind, key) = match (trail.rooted, trail.is_sound()) {
        (false, _) => ("overdue", "past-elsewhere"),
        (true, false) => ("overdue", "past-faults"),
        (true, true) => ("met", "past-sound"),
    };
    let values =
        args!(commits: trail.walk.judged.len(), steps: tally.steps, refused: tally.refused);
    let changed = trail.changed.len();
    let pending = (changed > 0 || trail.others_changed).then(|| {
        let key = if changed > 0 {
            "past-changed"
        } else {
            "past-others-changed"
        };
        locale.text_with(key, &args!(n: changed))
    });
    let has_page = |id: &&_| site.register.cases.contains_key(*id);
    HistoryPage {
        page,
        status: Status::new(kind, locale.text_with(key, &values)),
        how: locale.text_with(&format!("{key}-how"), &values),
        commands: if trail.is_sound() {
            &[]
        } else {
            &["klacht check --history"]
        },
        facts: facts(site, trail),
        pending,
        pending_cases: trail
            .changed
            .iter()
            .filter(has_page)
            .take(ROWS)
            .map(ToString::to_string)
            .collect(),
        faults: faults(site, trail),
        tallies: if trail.rooted {
            tallies(site, trail)
        } else {
            vec![]
        },
        late: late(site, trail),
        others: others(site, trail),
    }
}

fn facts<'a>(site: &'a Site<'_>, trail: &Trail) -> Lines<'a> {
    let locale = site.words.locale;
    let label = |key: &str| locale.text(key);
    let id = |id: Option<_>| id.map_or_else(|| "–".to_owned(), short);
    let procedure = site.procedure.map(|procedure| procedure.signatures);
    let signatures = match procedure.unwrap_or_default() {
        Signatures::Required => "past-signatures-required",
        Signatures::Accepted => "past-signatures-accepted",
        Signatures::Off => "past-signatures-off",
    };
    let last = trail.walk.judged.last();
    let of_last = last.map_or_else(String::new, |judged| {
        format!(", {}", site.words.day(judged.mark.day))
    });
    let tip = if trail.walk.tip == trail.verified() {
        of_last
    } else {
        String::new()
    };
    Lines(vec![
        Line::new(
            label("past-verified"),
            format!("{}{tip}", id(trail.verified())),
        ),
        Line::new(label("past-root"), id(trail.walk.root)),
        Line::new(label("past-tip"), id(trail.walk.tip)),
        Line::new(label("past-signatures"), label(signatures)),
    ])
}

/// Lists what is wrong, the earliest first.
fn faults(site: &Site<'_>, trail: &Trail) -> Rows {
    let marks: BTreeMap<_, &Judged> = trail
        .walk
        .judged
        .iter()
        .map(|judged| (judged.commit, judged))
        .collect();
    let all = &trail.walk.faults;
    let rows = all.iter().take(ROWS).map(|faults| {
        let judged = faults.commit.and_then(|commit| marks.get(&commit));
        let case = match judged.map(|judged| &judged.mark.kind) {
            Some(Kind::Step { case, .. }) => Some(*case),
            _ => faults.findings.iter().find_map(|found| found.case),
        };
        let mut codes: Vec<&'static str> = faults.findings.iter().map(|f| f.code).collect();
        codes.sort_unstable();
        codes.dedup();
        FaultView {
            commit: faults.commit.map(short),
            when: judged.map(|judged| site.words.time(judged.mark.day)),
            case: case
                .filter(|id| site.register.cases.contains_key(id))
                .map(|id| id.to_string()),
            rules: codes
                .into_iter()
                .map(|code| FaultRule {
                    code,
                    title: title(site.words, code),
                })
                .collect(),
        }
    });
    Rows::of(site, rows.collect(), all.len())
}

/// Counts the commits by what they did, the steps by when they were recorded, and the signatures.
fn tallies(site: &Site<'_>, trail: &Trail) -> Vec<Tally> {
    let tally = trail.walk.tally();
    let all = trail.walk.judged.len();
    let of = |title: &str, whole: usize, counts: &[(&str, usize, &'static str)]| Tally {
        title: site.say(title),
        counts: counts
            .iter()
            .map(|(key, number, kind)| Count {
                label: site.say(key),
                number: *number,
                href: None,
                share: percent(*number, whole),
                kind,
            })
            .collect(),
    };
    vec![
        of(
            "past-kinds",
            all,
            &[
                ("past-kind-step", tally.steps, ""),
                ("past-kind-import", tally.imports, ""),
                ("past-kind-policy", tally.policy, ""),
                ("past-kind-document", tally.documents, ""),
                ("past-kind-merge", tally.merges, ""),
                ("past-kind-beside", tally.beside, ""),
                ("past-kind-unclear", tally.unclear, ""),
            ],
        ),
        of(
            "past-when",
            tally.steps,
            &[
                ("past-when-same-day", tally.steps - tally.later, ""),
                ("past-when-week", tally.later - tally.much_later, ""),
                ("past-when-later", tally.much_later, ""),
            ],
        ),
        of(
            "past-signed",
            tally.of_register,
            &[
                ("past-signed-yes", tally.of_register - tally.unsigned, ""),
                ("past-signed-no", tally.unsigned, ""),
            ],
        ),
    ]
}

/// Lists the steps and the analyses that were recorded more than a week later, what was latest first.
fn late(site: &Site<'_>, trail: &Trail) -> Rows {
    let late = |kind: &Kind| match kind {
        Kind::Step { late, .. } => Some(*late),
        Kind::Document { signed } => signed.map(|(_, late)| late),
        _ => None,
    };
    let days = trail.walk.judged.iter();
    let days = days.filter_map(|judged| Some((late(&judged.mark.kind)?, judged)));
    let mut all: Vec<_> = days.filter(|(late, _)| *late > MUCH_LATER).collect();
    all.sort_by_key(|(late, judged)| (-late, place(&judged.mark.kind)));
    let rows = all.iter().take(ROWS).map(|(late, judged)| {
        let day = judged.mark.day;
        let (subject, link, what) = match judged.mark.kind {
            Kind::Step {
                case, number, step, ..
            } => {
                let has_page = site.register.cases.contains_key(&case);
                let link = has_page.then(|| format!("cases/{case}.html#trail"));
                let name = &site.words.choices.step[step as usize];
                (case.to_string(), link, format!("{number}. {name}"))
            }
            Kind::Document {
                signed: Some((year, _)),
            } => {
                let signed = site.say("past-late-signed");
                let is_there = site.register.signed.contains_key(&year);
                let link = is_there.then(|| format!("analysis-{year}.html"));
                (year.to_string(), link, signed)
            }
            _ => Default::default(),
        };
        LateView {
            subject,
            link,
            what,
            when: site.words.time(Day(day.0 - chrono::TimeDelta::days(*late))),
            recorded: site.words.time(day),
            later: later(site.words, *late),
            commit: short(judged.commit),
        }
    });
    Rows::of(site, rows.collect(), all.len())
}

/// Gives what a commit is about, for the order among those that are as late.
fn place(kind: &Kind) -> Option<(CaseId, usize)> {
    match kind {
        Kind::Step { case, number, .. } => Some((*case, *number)),
        _ => None,
    }
}

/// Lists the commits that are no step: whoever looks after the register did something to it. The latest first.
fn others(site: &Site<'_>, trail: &Trail) -> Rows {
    let all: Vec<_> = trail
        .walk
        .judged
        .iter()
        .rev()
        .filter(|judged| {
            matches!(
                judged.mark.kind,
                Kind::Import { .. } | Kind::Policy | Kind::Document { .. }
            )
        })
        .collect();
    let rows = all.iter().take(ROWS).map(|judged| {
        let what = match judged.mark.kind {
            Kind::Import { cases } => site
                .words
                .locale
                .text_with("past-did-import", &args!(n: cases)),
            Kind::Policy => site.say("past-did-policy"),
            _ => site.say("past-did-document"),
        };
        let unknown = site.words.labels.unknown_person.as_str();
        CommitView {
            when: site.words.time(judged.mark.day),
            what,
            by: judged
                .mark
                .author
                .as_ref()
                .map_or(unknown, |id| site.words.person(id)),
            commit: short(judged.commit),
        }
    });
    Rows::of(site, rows.collect(), all.len())
}

impl Rows {
    fn none() -> Self {
        Self {
            rows: vec![],
            more: None,
        }
    }

    fn of<T: Serialize>(site: &Site<'_>, rows: Vec<T>, all: usize) -> Self {
        let more = all - rows.len();
        Self {
            rows: rows.iter().map(view).collect(),
            more: (more > 0).then(|| site.words.locale.text_with("past-more", &args!(n: more))),
        }
    }
}
