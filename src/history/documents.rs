//! What lies beside the cases: the yearly analysis, the texts of the procedure, the logo.

use std::collections::BTreeMap;

use super::Error;
use super::candidate::Candidate;
use super::changes::Change;
use super::objects::Mode;
use crate::args;
use crate::finding::{Arg, Finding, Level};
use crate::register::Register;
use crate::register::analysis::{AnalysisHead, split};
use crate::register::files::Item;
use crate::register::read::{MOST_BYTES, read_analysis};
use crate::register::staff::Role;
use crate::register::text::decode;
use crate::route;
use crate::rules::{self, history::finding};
use crate::source::{Route, Spot};
use crate::words::{Day, StaffId};

/// Who may change a document.
///
/// The analysis is the coordinator's (clause 8); the rest is house keeping.
const fn roles(item: &Item) -> &'static [Role] {
    match item {
        Item::Analysis(_) => &[Role::Coordinator],
        _ => &[Role::Coordinator, Role::Administrator],
    }
}

/// Judges a commit to documents: by whoever may, and legible; gives the year of an analysis that it signs, and how many days after
/// its date that is.
pub fn judge(
    candidate: &Candidate<'_, '_>,
    changed: &[(Item, Change)],
    findings: &mut Vec<Finding>,
) -> Result<Option<(u16, i64)>, Error> {
    let mut signed = None;
    for (item, change) in changed {
        let roles = roles(item);
        if !candidate.author_has(roles) {
            let roles = roles
                .iter()
                .map(|role| Arg::Key(format!("role-{}", role.word())))
                .collect();
            findings.push(finding(
                "H39",
                &change.path,
                Spot::File,
                args!(roles: Arg::List(roles)),
            ));
        }
        let text = change.path.ends_with(".md");
        if let Some(new) = change.new.filter(|new| text && new.mode == Mode::File) {
            let bytes = candidate.objects.file(new.id)?;
            match item {
                Item::Analysis(year) => {
                    let late = analysis(candidate, change, *year, bytes, findings)?;
                    signed = signed.max(late.map(|late| (*year, late)));
                }
                _ => findings.extend(
                    decode(bytes)
                        .err()
                        .map(|(code, spot, args)| finding(code, &change.path, spot, args)),
                ),
            }
        }
    }
    Ok(signed)
}

/// Judges an analysis by the rules of `klacht check`, and who signed it; gives how many days ago the earliest new signature is from.
fn analysis(
    candidate: &Candidate<'_, '_>,
    change: &Change,
    year: u16,
    bytes: Vec<u8>,
    findings: &mut Vec<Finding>,
) -> Result<Option<i64>, Error> {
    let mut late = None;
    let path = &change.path;
    let (read, mut found) = read_analysis(path, &|_| Ok(bytes.clone()));
    if let Some(read) = read {
        late = signed_by_author(candidate, change, &read.head, findings)?;
        let register = Register {
            procedure: candidate.policy.procedure.clone(),
            staff: candidate.policy.staff.clone(),
            analyses: BTreeMap::from([(year, path.clone())]),
            signed: BTreeMap::from([(year, read)]),
            ..Register::default()
        };
        found.extend(rules::check(&register, candidate.day));
    }
    found.retain(|found| found.level == Level::Violation && found.file == *path);
    findings.append(&mut found);
    Ok(late)
}

/// Refuses an analysis that somebody else is made to sign: what is signed anew carries the name of whoever commits it, and so
/// does a change, under `revised` where the analysis is another's. What others signed stays as it was, and no analysis becomes older
/// than it was when it came in: whether it was in time is a fact (clause 8). Gives how many days ago the earliest new signature is from.
fn signed_by_author(
    candidate: &Candidate<'_, '_>,
    change: &Change,
    new: &AnalysisHead,
    findings: &mut Vec<Finding>,
) -> Result<Option<i64>, Error> {
    let Some(author) = &candidate.author else {
        return Ok(None);
    };
    let old = match change.old {
        Some(old) if old.mode == Mode::File => candidate.objects.blob(old.id, MOST_BYTES)?,
        _ => None,
    };
    let old = old.and_then(|bytes| head(&decode(bytes.to_vec()).ok()?));
    let signatures = |head: &AnalysisHead| {
        let all = head.signatures();
        all.map(|(by, day, route)| (by.clone(), day, route))
            .collect::<Vec<_>>()
    };
    let (before, after) = (
        old.as_ref().map(signatures).unwrap_or_default(),
        signatures(new),
    );
    let kept = before
        .iter()
        .zip(&after)
        .take_while(|(old, new)| old == new)
        .count();
    let others = |signed: &[(StaffId, Day, Route)]| {
        let other = signed.iter().find(|(by, _, _)| by != author);
        other.map(|(by, _, route)| (by.clone(), route.then("by")))
    };
    if let (Some((_, was, _)), Some((_, now, route))) = (before.first(), after.first())
        && now < was
    {
        let what = Arg::Key("history-signature-earlier".into());
        let args = args!(what: what, was: *was, now: *now);
        findings.push(finding(
            "H16",
            &change.path,
            Spot::Value(route.then("date")),
            args,
        ));
    }
    // Where nobody signs anew, the change is by whoever signed last.
    let fresh = others(&after[kept.min(after.len() - 1)..]);
    let found = match (fresh, others(&before[kept..])) {
        (Some((by, route)), _) => Some((by, Spot::Value(route), "history-signed-by")),
        (None, Some((by, _))) => Some((by, Spot::Key(route!["by"]), "history-signature-gone")),
        (None, None) => None,
    };
    if let Some((by, spot, what)) = found {
        let args = args!(what: Arg::Key(what.into()), by: &by, author: author);
        findings.push(finding("H16", &change.path, spot, args));
    }
    let earliest = after[kept..].iter().map(|(_, day, _)| *day).min();
    Ok(earliest.map(|day| candidate.day.days_since(day)))
}

/// Reads the front matter of an analysis that was accepted before.
fn head(text: &str) -> Option<AnalysisHead> {
    serde_yaml::from_str(&split(text).0).ok()
}
