//! A commit that imports whole cases from elsewhere.

use super::Error;
use super::candidate::Candidate;
use super::cases::Cases;
use super::groups::Groups;
use super::mark::Kind;
use super::step::{common, context, dir_of, follows, numbers, refused};
use crate::args;
use crate::finding::{Arg, Finding, Level};
use crate::register::staff::Role;
use crate::rules;
use crate::rules::history::finding;
use crate::source::Spot;

/// Judges a commit that brings whole cases from elsewhere: by a coordinator, and nothing that is there changes.
pub(super) fn import(
    candidate: &Candidate<'_, '_>,
    cases: &mut Cases,
    groups: &Groups,
    findings: &mut Vec<Finding>,
) -> Result<Kind, Error> {
    if !candidate.author_has(&[Role::Coordinator]) {
        findings.push(finding("H38", "", Spot::File, args!()));
    }
    for (id, changed) in &groups.cases {
        let tree = groups.trees.get(id).and_then(|trees| trees[1]);
        common(candidate, changed, findings)?;
        if dir_of(candidate, candidate.trees[0], *id)?.is_some() {
            let path = changed[0].1.path.as_str();
            let what = Arg::Key("history-import-of-known".into());
            let args = args!(what: what, file: path);
            findings.push(finding("H34", path, Spot::File, args));
            continue;
        }
        let (known, found) = cases.read(candidate.objects, tree, *id)?;
        findings.extend(refused(found));
        if let Some(case) = &known.case {
            let register = numbers(candidate, case)?;
            let found = rules::check_whole_case(&context(candidate, &register), case);
            findings.extend(
                found
                    .into_iter()
                    .filter(|found| found.level == Level::Violation && !found.waived),
            );
            follows(candidate, *id, findings)?;
        }
        cases.keep(*id, known);
    }
    if groups.cases.is_empty() {
        let none = Arg::List(Vec::new());
        findings.push(finding("H25", "", Spot::File, args!(cases: none)));
    }
    Ok(Kind::Import {
        cases: groups.cases.len(),
    })
}
