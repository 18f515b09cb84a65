//! A commit to a case: one step appended.

use git2::Oid;

use super::Error;
use super::candidate::{Candidate, carriage_return};
use super::cases::{Cases, Next};
use super::changes::Change;
use super::mark::Kind;
use super::message;
use super::objects::Mode;
use crate::args;
use crate::finding::{Arg, Finding, Level};
use crate::register::Register;
use crate::register::case::Case;
use crate::register::files::Item;
use crate::register::read::MOST_BYTES;
use crate::register::step::Action;
use crate::route;
use crate::rules::history::finding;
use crate::rules::{self, Context};
use crate::source::Spot;
use crate::words::CaseId;

/// The most bytes that one step adds to a record, so that nobody can fill it up to the limit at once.
const MOST_STEP_BYTES: usize = 32 * 1024;

/// How the pointers of git-lfs, today's and those of its first years, and of git-annex begin, which stand where a file should.
const POINTERS: [&[u8]; 3] = [
    b"version https://git-lfs.github.com/spec/",
    b"version https://hawser.github.com/spec/",
    b"/annex/objects/",
];

/// The rule of a record under which no step can ever come.
const NO_ROOM: &str = "K042";

/// Judges a commit to one case; `trees` are the case before and after.
pub(super) fn step(
    candidate: &Candidate<'_, '_>,
    cases: &mut Cases,
    (id, trees): (CaseId, [Option<Oid>; 2]),
    changed: &[(Item, Change)],
    findings: &mut Vec<Finding>,
) -> Result<Kind, Error> {
    let before = findings.len();
    common(candidate, changed, findings)?;
    let record = changed
        .iter()
        .find_map(|(item, change)| matches!(item, Item::Record(_)).then_some(change));
    let Some((change, new)) = record.and_then(|change| Some((change, change.new?))) else {
        if findings.len() == before {
            findings.push(finding("H25", &changed[0].1.path, Spot::File, args!()));
        }
        return Ok(Kind::Unclear);
    };
    let path = change.path.as_str();
    let new_annex = changed
        .iter()
        .any(|(item, _)| !matches!(item, Item::Record(_)));
    let mut continued = None;
    let mut old_bytes = 0;
    let (known, steps_before, found) = match change.old {
        Some(old) => {
            let mut known = cases.take(candidate.objects, trees[0], id, old.id)?;
            old_bytes = known.bytes.len();
            let Some(bytes) = candidate.objects.blob(new.id, MOST_BYTES)? else {
                findings.push(finding(
                    "K013",
                    path,
                    Spot::File,
                    args!(limit: Arg::Key("limit-bytes".into())),
                ));
                return Ok(Kind::Unclear);
            };
            if !bytes.starts_with(&known.bytes) {
                // Of lines that only end otherwise it was said.
                let ends_otherwise = carriage_return(&bytes).is_some()
                    && unix(&bytes).starts_with(&unix(&known.bytes));
                if !ends_otherwise {
                    findings.push(changed_text(path, &known.bytes, &bytes));
                }
                return Ok(Kind::Unclear);
            }
            let count = known.case.as_ref().map(|case| case.steps.len());
            let (after, found) = cases.follow(
                candidate.objects,
                &mut known,
                Next {
                    tree: trees[1],
                    id,
                    record: new.id,
                    bytes,
                    new_annex,
                },
            )?;
            // What was appended alone took the case over; where all was read anew, it may have become part of an earlier step.
            if let (Some(old), Some(new)) = (&known.case, &after.case)
                && !new.written().starts_with(old.written())
            {
                continued = Some(first_new_line(path, &known.bytes, &after.bytes));
            }
            (after, count, found)
        }
        None => {
            let (after, found) = cases.read(candidate.objects, trees[1], id)?;
            (after, Some(0), found)
        }
    };
    findings.extend(refused(found));
    if known.bytes.len().saturating_sub(old_bytes) > MOST_STEP_BYTES {
        let args = args!(limit: Arg::Key("limit-step".into()));
        findings.push(finding("K013", path, Spot::File, args));
    }
    if let Some(found) = continued {
        findings.push(found);
        return Ok(Kind::Unclear);
    }
    let (Some(case), Some(steps_before)) = (&known.case, steps_before) else {
        // It cannot be read, which reading has said; an older fault is no reason to go on.
        if findings.len() == before {
            findings.push(finding("H25", path, Spot::File, args!()));
        }
        return Ok(Kind::Unclear);
    };
    let kind = match case.steps.len().checked_sub(steps_before) {
        None | Some(0) => {
            findings.push(finding("H25", path, Spot::File, args!()));
            Kind::Unclear
        }
        Some(1) => {
            annex_numbers(changed, steps_before + 1, findings);
            let kind = one(candidate, case, findings)?;
            if change.old.is_none() {
                follows(candidate, id, findings)?;
            }
            kind
        }
        Some(count) => {
            let spot = Spot::Value(route!["steps", steps_before + 1, "step"]);
            findings.push(finding("H23", path, spot, args!(count: count)));
            Kind::Unclear
        }
    };
    cases.keep(id, known);
    Ok(kind)
}

/// Gives what reading has to say for which a commit is refused: violations, and a record under which no step can ever come, for
/// then nobody can go on with the case.
pub(super) fn refused(found: Vec<Finding>) -> impl Iterator<Item = Finding> {
    let refused = |found: &Finding| found.level == Level::Violation || found.code == NO_ROOM;
    found.into_iter().filter(refused).map(|found| Finding {
        level: Level::Violation,
        ..found
    })
}

/// Says what holds for every file of a case: only added, never a pointer, lines that end as they should.
pub(super) fn common(
    candidate: &Candidate<'_, '_>,
    changed: &[(Item, Change)],
    findings: &mut Vec<Finding>,
) -> Result<(), Error> {
    for (item, change) in changed {
        if !matches!(item, Item::Record(_)) && change.old.is_some() {
            findings.push(finding(
                "H27",
                &change.path,
                Spot::File,
                args!(path: change.path.as_str()),
            ));
        }
        candidate.carriage_return(change, findings)?;
        if let (Item::Attachment(..), Some(new)) =
            (item, change.new.filter(|new| new.mode == Mode::File))
            && candidate
                .objects
                .blob(new.id, 1024)?
                .is_some_and(|bytes| POINTERS.iter().any(|start| bytes.starts_with(start)))
        {
            findings.push(finding(
                "H44",
                &change.path,
                Spot::File,
                args!(path: change.path.as_str()),
            ));
        }
    }
    Ok(())
}

/// Gives a text without what is said of its carriage returns already.
fn unix(text: &[u8]) -> Vec<u8> {
    text.iter().copied().filter(|b| *b != b'\r').collect()
}

/// Points at the first line that is no longer what it was.
fn changed_text(path: &str, old: &[u8], new: &[u8]) -> Finding {
    let same = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    // Where the end was taken away, the last line that is left says where.
    changed_at(path, new, same.min(new.trim_ascii_end().len()))
}

/// Points at the first new line that says something, where the new text goes on with a step that was there.
fn first_new_line(path: &str, old: &[u8], new: &[u8]) -> Finding {
    let says = |at: &usize| !new[*at].is_ascii_whitespace();
    let first = (old.len()..new.len()).find(says);
    changed_at(path, new, first.unwrap_or(old.len()))
}

/// Points at the line in which earlier text is no longer what it was.
fn changed_at(path: &str, text: &[u8], at: usize) -> Finding {
    let feed = |b: &u8| *b == b'\n';
    let start = text[..at].iter().rposition(feed).map_or(0, |at| at + 1);
    let end = text[start..]
        .iter()
        .position(feed)
        .map_or(text.len(), |n| start + n);
    finding("H22", path, Spot::Bytes(start..end), args!())
}

/// Annex files belong to the step that they come with.
fn annex_numbers(changed: &[(Item, Change)], number: usize, findings: &mut Vec<Finding>) {
    for (item, change) in changed {
        if let Item::Annex(_, named) | Item::Attachment(_, named) = item
            && *named != number
            // A file that was there before is changed or removed, which is the graver fault and said already.
            && change.old.is_none()
        {
            findings.push(finding(
                "H28",
                &change.path,
                Spot::File,
                args!(number: *named, step: number),
            ));
        }
    }
}

/// Judges the one step that a commit adds.
fn one(
    candidate: &Candidate<'_, '_>,
    case: &Case,
    findings: &mut Vec<Finding>,
) -> Result<Kind, Error> {
    let (index, path) = (case.steps.len() - 1, case.path());
    let step = &case.steps[index];
    let number = index + 1;
    if candidate
        .author
        .as_ref()
        .is_some_and(|author| *author != step.by)
    {
        let author = candidate
            .author
            .as_ref()
            .map_or("", |author| author.as_str());
        let spot = Spot::Value(case.route_in_file(&route!["steps", index, "by"]));
        findings.push(finding(
            "H16",
            &path,
            spot,
            args!(what: Arg::Key("history-signed-by".into()), by: &step.by, author: author),
        ));
    }
    if step.date > candidate.day {
        let spot = Spot::Value(route!["steps", index, "date"]);
        findings.push(finding(
            "H35",
            &path,
            spot,
            args!(date: step.date, committed: candidate.day),
        ));
    }
    // Who amends a commit, or puts it on others, keeps this date; but nobody writes down what is still to come.
    let written = candidate.commit.author.day();
    if written < step.date && step.date <= candidate.day && findings.iter().all(|f| f.code != "H12")
    {
        let spot = Spot::Value(route!["steps", index, "date"]);
        let args = args!(steps: 1_usize, step: step.date, date: written);
        findings.push(finding("H12", &path, spot, args));
    }
    if candidate
        .commit
        .message
        .as_deref()
        .is_some_and(|text| message::contradicts(text, case.id, number, step.kind()))
    {
        findings.push(finding(
            "H21",
            &path,
            Spot::Value(route!["steps", index, "step"]),
            args!(case: case.id.to_string(), number: number),
        ));
    }
    let register = numbers(candidate, case)?;
    let mut found = rules::check_last_step(&context(candidate, &register), case);
    // A date after the commit is said above, in its own words.
    found.retain(|found| {
        found.level == Level::Violation
            && !found.waived
            && !(found.code == "K026" && step.date > candidate.day)
    });
    findings.append(&mut found);
    Ok(Kind::Step {
        case: case.id,
        number,
        step: step.kind(),
        late: candidate.day.days_since(step.date),
    })
}

pub(super) fn context<'a>(candidate: &'a Candidate<'_, '_>, register: &'a Register) -> Context<'a> {
    Context {
        register,
        procedure: candidate.policy.procedure.as_ref(),
        staff: candidate.policy.staff.as_ref(),
        calendar: &candidate.policy.calendar,
        as_of: candidate.day,
    }
}

/// Gives a register that knows of the numbers that a case may name: its own, and that of the same incident.
pub(super) fn numbers(candidate: &Candidate<'_, '_>, case: &Case) -> Result<Register, Error> {
    let mut register = Register::default();
    register.numbers.insert(case.id, case.dir.clone());
    for step in &case.steps {
        if let Action::Received(received) = &step.action
            && let Some(other) = received.same_incident_as
            && let Some(dir) = dir_of(candidate, candidate.trees[1], other)?
        {
            register.numbers.insert(other, dir);
        }
    }
    Ok(register)
}

pub(super) fn dir_of(
    candidate: &Candidate<'_, '_>,
    register: Option<Oid>,
    id: CaseId,
) -> Result<Option<String>, Error> {
    let dir = id.dir();
    let Some(tree) = register else {
        return Ok(None);
    };
    Ok(candidate.objects.find(tree, &dir)?.map(|_| dir))
}

/// Numbers run per year without gaps (design, section 3): a new case follows one that is there, of a year that has come.
pub(super) fn follows(
    candidate: &Candidate<'_, '_>,
    id: CaseId,
    findings: &mut Vec<Finding>,
) -> Result<(), Error> {
    if i32::from(id.year) > candidate.day.year() {
        let path = format!("{}/complaint.yaml", id.dir());
        let args = args!(case: id.to_string(), committed: candidate.day);
        findings.push(finding("H48", &path, Spot::Value(route!["case"]), args));
    }
    if id.number <= 1 {
        return Ok(());
    }
    let previous = CaseId {
        number: id.number - 1,
        ..id
    };
    if dir_of(candidate, candidate.trees[1], previous)?.is_none() {
        let path = format!("{}/complaint.yaml", id.dir());
        let args = args!(missing: previous.to_string(), case: id.to_string());
        findings.push(finding("K017", &path, Spot::Value(route!["case"]), args));
    }
    Ok(())
}
