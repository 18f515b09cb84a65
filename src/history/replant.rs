//! Putting commits that are not pushed yet on what others pushed: one by one, each with its author and its message.
//!
//! Where both sides appended to a record, what others pushed comes first; a step that moves takes its annex files along. A new
//! case whose number was taken gets the next. Only objects are written: nothing is to be seen until the clone is brought there.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;

use git2::build::TreeUpdateBuilder;
use git2::{Commit, Delta, ErrorCode, FileMode, Oid, Repository, Tree};

use super::join::{Renaming, addition, append, count_steps, renamed};
use super::message;
use super::record_error::RecordError;
use super::recorder::{Recorder, at_time, next_number};
use super::sent::SentChanges;
use super::short;
use crate::args;
use crate::register::files::{Item, classify};
use crate::words::CaseId;

/// How long before its parent a commit may have been written, in seconds, with an hour to spare.
const BEHIND: i64 = (7 * 24 - 1) * 3600;

/// Commits in their new place.
#[derive(Debug)]
pub struct Replanted {
    /// The last of them.
    pub tip: Oid,
    /// The cases that got another number.
    pub cases: Vec<(CaseId, CaseId)>,
    /// The steps that got another number: the case as it is now called, the old and the new number.
    pub steps: Vec<(CaseId, usize, usize)>,
    /// Renumbered cases with annex files, in which the old number may stand.
    pub annexes: Vec<CaseId>,
    /// How many commits were so old that they got a new date.
    pub redated: usize,
}

/// A case in a commit that is put elsewhere.
struct Moving {
    /// The number that it has from now on.
    to: CaseId,
    /// Its record before the commit, in its old place; none where the case is new.
    before: Option<Vec<u8>>,
    /// Its record in the new place.
    onto: Option<Vec<u8>>,
    renaming: Renaming,
}

struct Replanting<'r> {
    recorder: &'r Recorder,
    repository: &'r Repository,
    base: Tree<'r>,
    sent: SentChanges,
    /// How many steps of a case the two have in common, where that is more than at the base.
    shared: BTreeMap<CaseId, usize>,
    names: BTreeMap<CaseId, CaseId>,
    done: Replanted,
}

impl Recorder {
    /// Puts the commits after `base` up to `local` on `onto`.
    ///
    /// # Errors
    /// When one cannot be put there; nothing has changed then.
    pub fn replant(&self, local: Oid, base: Oid, onto: Oid) -> Result<Replanted, RecordError> {
        let repository = &self.repository;
        let mut commits = Vec::new();
        let mut at = repository.find_commit(local)?;
        while at.id() != base {
            let parent = at.parent(0)?;
            commits.push(at);
            at = parent;
        }
        let mut replanting = Replanting {
            recorder: self,
            repository,
            base: at.tree()?,
            sent: SentChanges::between(repository, base, onto)?,
            shared: BTreeMap::new(),
            names: BTreeMap::new(),
            done: Replanted {
                tip: onto,
                cases: Vec::new(),
                steps: Vec::new(),
                annexes: Vec::new(),
                redated: 0,
            },
        };
        for commit in commits.iter().rev() {
            replanting.one(commit)?;
        }
        Ok(replanting.done)
    }
}

impl Replanting<'_> {
    fn one(&mut self, commit: &Commit<'_>) -> Result<(), RecordError> {
        let repository = self.repository;
        if self.sent.has(repository, commit)? {
            return self.pass(commit);
        }
        let parent = repository.find_commit(self.done.tip)?;
        let trees = [commit.parent(0)?.tree()?, commit.tree()?, parent.tree()?];
        let (tree, message) = self.tree(commit, &trees)?;
        if tree == trees[2].id() {
            // What it did is done already.
            return Ok(());
        }
        let (_, committer) = self.recorder.signatures_after(Some(&parent))?;
        let mut author = commit.author().to_owned();
        if author.when().seconds() < parent.committer().when().seconds() - BEHIND {
            author = at_time(&author, committer.when())?;
            self.done.redated += 1;
        }
        let tree = repository.find_tree(tree)?;
        let text =
            repository.commit_create_buffer(&author, &committer, &message, &tree, &[&parent])?;
        let (id, _) = self.recorder.store(&text)?;
        self.done.tip = id;
        Ok(())
    }

    /// Leaves out a commit that the server has; its steps keep their numbers.
    fn pass(&mut self, commit: &Commit<'_>) -> Result<(), RecordError> {
        let [before, after] = [commit.parent(0)?.tree()?, commit.tree()?];
        let diff = self
            .repository
            .diff_tree_to_tree(Some(&before), Some(&after), None)?;
        for delta in diff.deltas() {
            let path = delta.new_file().path_bytes().unwrap_or_default();
            let path = String::from_utf8_lossy(path);
            let item = path.strip_prefix(&self.recorder.prefix).map(classify);
            if let Some(Ok(Item::Record(id))) = item
                && let Some(steps) = self.record(&after, id)?.as_deref().and_then(count_steps)
            {
                self.shared.insert(id, steps);
            }
        }
        Ok(())
    }

    /// Gives the tree of a commit in its new place, and its message.
    fn tree(
        &mut self,
        commit: &Commit<'_>,
        trees: &[Tree<'_>; 3],
    ) -> Result<(Oid, String), RecordError> {
        let [before, after, onto] = trees;
        let repository = self.repository;
        let diff = repository.diff_tree_to_tree(Some(before), Some(after), None)?;
        let mut message = commit.message().unwrap_or_default().to_owned();
        let mut update = TreeUpdateBuilder::new();
        let mut cases = BTreeMap::new();
        for delta in diff.deltas() {
            let file = match delta.status() {
                Delta::Deleted => delta.old_file(),
                _ => delta.new_file(),
            };
            let path = String::from_utf8_lossy(file.path_bytes().unwrap_or_default()).into_owned();
            let item = path.strip_prefix(&self.recorder.prefix).map(classify);
            if item.is_some() {
                self.refuse_foreign(commit)?;
            }
            let id = match item {
                Some(Ok(Item::Record(id) | Item::Annex(id, _) | Item::Attachment(id, _))) => id,
                _ => {
                    self.beside(&path, trees, &mut update)?;
                    continue;
                }
            };
            let moving = match cases.entry(id) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(unknown) => {
                    let moving = self.moving(id, commit, trees)?;
                    if let Some(number) = moving.before.as_deref().and_then(count_steps) {
                        let (old, new) = (number + 1, moving.renaming.step(number + 1));
                        message = message::renumbered(&message, old, new);
                        if old != new {
                            self.done.steps.push((moving.to, old, new));
                        }
                    }
                    unknown.insert(moving)
                }
            };
            self.file(&path, id, moving, commit, trees, &mut update)?;
        }
        let tree = update.create_updated(repository, onto)?;
        Ok((tree, renamed(&message, &self.names)))
    }

    /// Commits to the register are made anew by their author alone.
    fn refuse_foreign(&self, commit: &Commit<'_>) -> Result<(), RecordError> {
        let author = commit.author();
        let (_, me) = self.recorder.signatures()?;
        if author.email_bytes().eq_ignore_ascii_case(me.email_bytes()) {
            return Ok(());
        }
        let name = String::from_utf8_lossy(author.name_bytes()).into_owned();
        Err(RecordError::new(
            "sync-foreign",
            args!(commit: short(commit.id()), author: name),
        ))
    }

    /// Finds out where a case goes, and what it is called there.
    fn moving(
        &mut self,
        id: CaseId,
        commit: &Commit<'_>,
        [before, _, onto]: &[Tree<'_>; 3],
    ) -> Result<Moving, RecordError> {
        let old = self.record(before, id)?;
        let mut to = self.names.get(&id).copied().unwrap_or(id);
        if old.is_none() && self.find(onto, &self.dir(to))?.is_some() {
            if message::says_import(commit.message().unwrap_or_default()) {
                return Err(RecordError::new("sync-import", args!(case: id.to_string())));
            }
            to = self.free(onto, id.year)?;
            self.names.insert(id, to);
            self.done.cases.push((id, to));
        }
        let new = if old.is_none() {
            None
        } else {
            self.record(onto, to)?
        };
        let unreadable = || RecordError::new("sync-unreadable", args!(case: to.to_string()));
        let counted = |record: &Option<Vec<u8>>| match record {
            Some(record) => count_steps(record).ok_or_else(unreadable),
            None => Ok(0),
        };
        let by = counted(&new)?.checked_sub(counted(&old)?);
        let renaming = Renaming {
            cases: self.names.clone(),
            after: match self.shared.get(&id) {
                Some(shared) => *shared,
                None => counted(&self.record(&self.base, id)?)?,
            },
            by: by.ok_or_else(unreadable)?,
        };
        Ok(Moving {
            to,
            before: old,
            onto: new,
            renaming,
        })
    }

    /// Puts a file of a case in its new place.
    fn file(
        &mut self,
        path: &str,
        id: CaseId,
        moving: &Moving,
        commit: &Commit<'_>,
        trees: &[Tree<'_>; 3],
        update: &mut TreeUpdateBuilder,
    ) -> Result<(), RecordError> {
        let [before, after, onto] = trees;
        let item = path.strip_prefix(&self.recorder.prefix).map(classify);
        let dir = self.dir(moving.to);
        let changed = || {
            RecordError::new(
                "sync-not-appended",
                args!(path: path, commit: short(commit.id())),
            )
        };
        let target = match item {
            Some(Ok(Item::Record(_))) => format!("{dir}/complaint.yaml"),
            Some(Ok(Item::Annex(_, number) | Item::Attachment(_, number))) => {
                let name = path.rsplit('/').next().unwrap_or_default();
                let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
                if moving.to != id && !self.done.annexes.contains(&moving.to) {
                    self.done.annexes.push(moving.to);
                }
                format!("{dir}/private/{:02}{rest}", moving.renaming.step(number))
            }
            _ => return Err(changed()),
        };
        let (mode, blob) = self.find(after, path)?.ok_or_else(changed)?;
        if target.ends_with("/complaint.yaml") {
            let record = self.repository.find_blob(blob)?.content().to_vec();
            let earlier = moving.before.clone().unwrap_or_default();
            let added = addition(&earlier, &record, &moving.renaming).ok_or_else(changed)?;
            let joined = match &moving.onto {
                // As it was: byte for byte what its author wrote.
                Some(there) if *there == earlier => [there.as_slice(), added.as_slice()].concat(),
                Some(there) => append(there, &added),
                None => added,
            };
            update.upsert(target.as_str(), self.repository.blob(&joined)?, mode);
            return Ok(());
        }
        if self.find(before, path)?.is_some() {
            return Err(changed());
        }
        if self.find(onto, &target)?.is_some() {
            return Err(RecordError::new("sync-conflict", args!(path: target)));
        }
        update.upsert(target.as_str(), blob, mode);
        Ok(())
    }

    /// Puts a file that is not of a case in its new place: as git would, where only one side changed it or both in other lines.
    fn beside(
        &self,
        path: &str,
        [before, after, onto]: &[Tree<'_>; 3],
        update: &mut TreeUpdateBuilder,
    ) -> Result<(), RecordError> {
        let [base, own, theirs] = [
            self.find(before, path)?,
            self.find(after, path)?,
            self.find(onto, path)?,
        ];
        if own == theirs {
            return Ok(());
        }
        if base == theirs {
            match own {
                Some((mode, blob)) => drop(update.upsert(path, blob, mode)),
                None => drop(update.remove(path)),
            }
            return Ok(());
        }
        let conflict = || RecordError::new("sync-conflict", args!(path: path));
        let (Some(base), Some(own), Some(theirs)) = (base, own, theirs) else {
            return Err(conflict());
        };
        let entry = |(mode, id): (FileMode, Oid)| {
            let mut entry = super::journal::entry(path, id);
            entry.mode = u32::from(mode);
            entry
        };
        let plain = [base, own, theirs]
            .iter()
            .all(|(mode, _)| matches!(mode, FileMode::Blob | FileMode::BlobExecutable));
        if !plain {
            return Err(conflict());
        }
        let merged = self.repository.merge_file_from_index(
            &entry(base),
            &entry(theirs),
            &entry(own),
            None,
        )?;
        if !merged.is_automergeable() {
            return Err(conflict());
        }
        update.upsert(path, self.repository.blob(merged.content())?, theirs.0);
        Ok(())
    }

    fn dir(&self, id: CaseId) -> String {
        format!("{}{}", self.recorder.prefix, id.dir())
    }

    fn find(&self, tree: &Tree<'_>, path: &str) -> Result<Option<(FileMode, Oid)>, RecordError> {
        let entry = match tree.get_path(Path::new(path)) {
            Ok(entry) => entry,
            Err(error) if error.code() == ErrorCode::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let mode = match entry.filemode() {
            0o040_000 => FileMode::Tree,
            0o100_755 => FileMode::BlobExecutable,
            0o120_000 => FileMode::Link,
            0o160_000 => FileMode::Commit,
            _ => FileMode::Blob,
        };
        Ok(Some((mode, entry.id())))
    }

    fn record(&self, tree: &Tree<'_>, id: CaseId) -> Result<Option<Vec<u8>>, RecordError> {
        let path = format!("{}/complaint.yaml", self.dir(id));
        match self.find(tree, &path)? {
            Some((FileMode::Blob, blob)) => {
                Ok(Some(self.repository.find_blob(blob)?.content().to_vec()))
            }
            _ => Ok(None),
        }
    }

    /// Gives the first free number of a year.
    fn free(&self, tree: &Tree<'_>, year: u16) -> Result<CaseId, RecordError> {
        let dir = format!("{}{year:04}", self.recorder.prefix);
        let names: Vec<String> = match self.find(tree, &dir)? {
            Some((FileMode::Tree, id)) => {
                let tree = self.repository.find_tree(id)?;
                let names = tree
                    .iter()
                    .filter_map(|entry| entry.name().ok().map(str::to_owned));
                names.collect()
            }
            _ => Vec::new(),
        };
        let number = next_number(names.iter().map(String::as_str), year);
        Ok(CaseId { year, number })
    }
}
