//! Cases as they stand in a tree, read once per version: a further step of a known case is parsed alone.

use std::collections::BTreeMap;
use std::rc::Rc;

use git2::Oid;

use super::Error;
use super::objects::{Entries, Mode, Objects};
use crate::finding::Finding;
use crate::register::appended::{is_open, parse_further_step};
use crate::register::case::Case;
use crate::register::files::{CaseFiles, Item, classify};
use crate::register::read::{MOST_BYTES, read_annexes, read_case};
use crate::register::shape::MOST_STEPS;
use crate::words::CaseId;

/// How many cases are kept; more are read again when they are needed.
const KEPT: usize = 2048;

/// A case as it was read from one version of its record.
pub struct Known {
    record: Oid,
    /// The bytes of the record.
    pub bytes: Rc<[u8]>,
    /// The case, where it can be read.
    pub case: Option<Case>,
    /// Whether a further step of it can be parsed alone.
    open: bool,
}

/// Cases by number, each in the version that was read last.
#[derive(Default)]
pub struct Cases {
    known: BTreeMap<CaseId, Known>,
}

/// The next version of a case.
pub struct Next {
    /// The tree of the case.
    pub tree: Option<Oid>,
    /// The case.
    pub id: CaseId,
    /// The record.
    pub record: Oid,
    /// The bytes of the record.
    pub bytes: Rc<[u8]>,
    /// Whether annex files came with it.
    pub new_annex: bool,
}

/// The files of a case in a tree.
pub struct CaseTree {
    files: CaseFiles,
    blobs: BTreeMap<String, Oid>,
}

/// Finds the tree of a case in that of the register.
pub fn find_case(objects: &Objects<'_>, register: Oid, id: CaseId) -> Result<Option<Oid>, Error> {
    objects.find_dir(register, &id.dir())
}

impl CaseTree {
    /// Lists the directory of a case.
    pub fn list(objects: &Objects<'_>, case: Option<Oid>, id: CaseId) -> Result<Self, Error> {
        let dir = id.dir();
        let mut tree = Self {
            files: CaseFiles {
                dir: dir.clone(),
                ..CaseFiles::default()
            },
            blobs: BTreeMap::new(),
        };
        let Some(case) = case else { return Ok(tree) };
        for (path, sub) in [("", ""), ("private", "/private")] {
            let Some(found) = objects.find_dir(case, path)? else {
                continue;
            };
            let bytes = objects.tree(Some(found))?;
            for entry in Entries(&bytes) {
                let entry = entry.map_err(|()| Error::Broken(found))?;
                if entry.mode != Mode::File {
                    continue;
                }
                let name = format!("{dir}{sub}/{}", String::from_utf8_lossy(entry.name));
                match classify(&name) {
                    Ok(Item::Record(_)) => tree.files.record = true,
                    Ok(Item::Annex(_, step)) => drop(tree.files.annexes.insert(step, name.clone())),
                    Ok(Item::Attachment(_, step)) => {
                        *tree.files.attachments.entry(step).or_default() += 1
                    }
                    // What does not belong there has its own finding when it comes.
                    _ => continue,
                }
                tree.blobs.insert(name, entry.id);
            }
        }
        Ok(tree)
    }

    fn record(&self) -> Option<Oid> {
        self.blobs
            .get(&format!("{}/complaint.yaml", self.files.dir))
            .copied()
    }
}

impl Cases {
    /// Takes out a case as it stands in a tree; what reading it had to say is known since it was first read.
    pub fn take(
        &mut self,
        objects: &Objects<'_>,
        tree: Option<Oid>,
        id: CaseId,
        record: Oid,
    ) -> Result<Known, Error> {
        match self.known.remove(&id) {
            Some(known) if known.record == record => Ok(known),
            _ => Ok(self.read(objects, tree, id)?.0),
        }
    }

    /// Reads a case from a tree.
    pub fn read(
        &self,
        objects: &Objects<'_>,
        tree: Option<Oid>,
        id: CaseId,
    ) -> Result<(Known, Vec<Finding>), Error> {
        let tree = CaseTree::list(objects, tree, id)?;
        let (case, findings) =
            objects.read_files(&tree.blobs, |fetch| read_case(id, &tree.files, fetch))?;
        let record = tree.record();
        let bytes = match record {
            Some(record) => objects.blob(record, MOST_BYTES)?,
            None => None,
        };
        let bytes = bytes.unwrap_or_else(|| Rc::from([]));
        Ok((
            Known {
                record: record.unwrap_or(Oid::ZERO_SHA1),
                open: is_open(&bytes),
                bytes,
                case,
            },
            findings,
        ))
    }

    /// Goes from a case to its next version, which begins with the bytes of this one.
    ///
    /// What is appended is parsed alone where that gives the same as parsing everything; the case is then taken over.
    pub fn follow(
        &self,
        objects: &Objects<'_>,
        before: &mut Known,
        next: Next,
    ) -> Result<(Known, Vec<Finding>), Error> {
        let Next {
            tree,
            id,
            record,
            bytes,
            new_annex,
        } = next;
        let appended = &bytes[before.bytes.len()..];
        let short = before
            .case
            .as_ref()
            .is_some_and(|case| case.steps.len() < MOST_STEPS);
        let step = std::str::from_utf8(appended)
            .ok()
            .filter(|_| short && before.open && bytes.len() <= MOST_BYTES)
            .and_then(parse_further_step);
        let Some((step, mut case)) = step.and_then(|step| Some((step, before.case.take()?))) else {
            return self.read(objects, tree, id);
        };
        if let Some(written) = &mut case.as_written {
            written.push(step.clone());
        }
        case.steps.push(step);
        let mut findings = Vec::new();
        if new_annex {
            let tree = CaseTree::list(objects, tree, id)?;
            let number = case.steps.len();
            let only = CaseFiles {
                dir: tree.files.dir.clone(),
                record: true,
                annexes: tree
                    .files
                    .annexes
                    .range(number..)
                    .map(|(n, path)| (*n, path.clone()))
                    .collect(),
                attachments: tree
                    .files
                    .attachments
                    .range(number..)
                    .map(|(n, count)| (*n, *count))
                    .collect(),
            };
            let (annex, found) =
                objects.read_files(&tree.blobs, |fetch| read_annexes(&only, fetch))?;
            case.annex.extend(annex);
            findings = found;
        }
        Ok((
            Known {
                record,
                open: is_open(appended),
                bytes,
                case: Some(case),
            },
            findings,
        ))
    }

    /// Keeps a case for the commit that goes on with it.
    pub fn keep(&mut self, id: CaseId, known: Known) {
        if self.known.len() >= KEPT {
            self.known.clear();
        }
        self.known.insert(id, known);
    }
}
