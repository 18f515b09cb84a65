//! The changes of a commit, sorted by what they are about.

use std::collections::BTreeMap;

use git2::Oid;

use super::Error;
use super::changes::{Change, Changes};
use super::objects::{Mode, Objects};
use crate::args;
use crate::finding::{Arg, Finding};
use crate::register::files::{Item, classify};
use crate::rules::history::finding;
use crate::source::Spot;
use crate::words::CaseId;

/// The most files of a commit that is not an import.
pub const MOST_FILES: usize = 100;

/// The changes of a commit by what they are about.
#[derive(Default)]
pub struct Groups {
    /// Those of cases.
    pub cases: BTreeMap<CaseId, Vec<(Item, Change)>>,
    /// The trees of these cases, before and after.
    pub trees: BTreeMap<CaseId, [Option<Oid>; 2]>,
    /// Those of staff and procedure.
    pub policy: Vec<Change>,
    /// Those of other texts.
    pub documents: Vec<(Item, Change)>,
}

/// Counts the bytes of the files that a commit adds or changes.
pub fn added(objects: &Objects<'_>, changes: &Changes) -> Result<u64, Error> {
    let new = changes.files.iter().filter_map(|change| change.new);
    let files = new.filter(|new| new.mode == Mode::File);
    files.map(|new| Ok(objects.size(new.id)? as u64)).sum()
}

/// Sorts changes by what they are about; what may never be is a finding.
pub fn sorted(changes: &Changes, findings: &mut Vec<Finding>) -> Groups {
    let mut groups = Groups {
        trees: changes.cases.clone(),
        ..Groups::default()
    };
    for path in &changes.malformed {
        let shown = if path.is_empty() { "/" } else { path };
        findings.push(finding("H32", path, Spot::File, args!(path: shown)));
    }
    for path in &changes.collisions {
        findings.push(finding("H31", path, Spot::File, args!(name: path.as_str())));
    }
    if changes.too_many {
        findings.push(finding(
            "H45",
            "",
            Spot::File,
            args!(files: changes.files.len(), most: MOST_FILES),
        ));
    }
    for change in &changes.files {
        let path = change.path.as_str();
        let Some(new) = change.new else {
            findings.push(finding("H26", path, Spot::File, args!(path: path)));
            continue;
        };
        let item = match classify(path) {
            Ok(Item::Litter) => Err("history-litter"),
            Ok(Item::Year(_) | Item::Case(_) | Item::Private(_)) => Err("stray-kind"),
            other => other,
        };
        if new.mode != Mode::File {
            let what = match new.mode {
                Mode::Link => "history-mode-link",
                Mode::Submodule => "history-mode-submodule",
                Mode::Executable => "history-mode-executable",
                Mode::Tree => "history-mode-tree",
                Mode::File | Mode::Other => "history-mode-other",
            };
            // A directory that does not belong here is a foreign one, whatever is in it.
            let (code, key) = match &item {
                Err(why) if new.mode == Mode::Tree => ("H30", *why),
                _ => ("H29", what),
            };
            findings.push(finding(
                code,
                path,
                Spot::File,
                args!(path: path, why: Arg::Key(key.into())),
            ));
            continue;
        }
        match item {
            Err(why) => findings.push(finding(
                "H30",
                path,
                Spot::File,
                args!(path: path, why: Arg::Key(why.into())),
            )),
            Ok(Item::Procedure | Item::Staff) => groups.policy.push(change.clone()),
            Ok(item @ (Item::Record(id) | Item::Annex(id, _) | Item::Attachment(id, _))) => {
                groups
                    .cases
                    .entry(id)
                    .or_default()
                    .push((item, change.clone()));
            }
            Ok(item) => groups.documents.push((item, change.clone())),
        }
    }
    groups
}
