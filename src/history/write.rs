//! Recording: files become one commit on the tip of the branch, whole or not at all.
//!
//! Blobs, trees and the commit go straight into the object database, starting from the tree of the tip, so that what else is
//! uncommitted stays so. The branch moves only if it is where it was. `journal` takes back what a killed recording left.

use std::fs;
use std::io;
use std::path::Path;

use git2::build::TreeUpdateBuilder;
use git2::{Commit, ErrorCode, FileMode, ObjectType, Oid, Tree};

use super::CommitFindings;
use super::chain::faults;
use super::journal::{self, Journal, Touched};
use super::judge::Judge;
use super::objects::Objects;
use super::record_error::{RecordError, named};
use super::recorder::Recorder;
use super::sign::{self, SignRequest};
use super::switch::Difference;
use crate::args;

/// A file to be written: new, or an old one with more at its end.
#[derive(Debug, Clone)]
pub struct Change {
    /// The path in the register, with `/`.
    pub path: String,
    /// The bytes that the file has in the working tree; none where it is new.
    pub old: Option<Vec<u8>>,
    /// The bytes that come at its end.
    pub added: Vec<u8>,
}

impl Change {
    /// Gives the whole file as it will be in the working tree.
    pub fn whole(&self) -> Vec<u8> {
        let old = self.old.clone().unwrap_or_default();
        // Where git keeps lines that end in CR LF in the working tree, so do we.
        if old.windows(2).any(|pair| pair == b"\r\n") {
            let added = String::from_utf8_lossy(&self.added).replace('\n', "\r\n");
            return [old, added.into_bytes()].concat();
        }
        [old, self.added.clone()].concat()
    }
}

/// Whether a commit is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signing {
    /// With an SSH key.
    Yes,
    /// Not; git's settings do not ask for it.
    No,
    /// Not, although git's settings ask for a signature of another kind.
    Otherwise,
}

/// A commit that is made, and to which the branch does not lead yet.
pub struct Made {
    tip: Option<Oid>,
    /// Its id.
    pub commit: Oid,
    /// Whether it is signed.
    pub signed: Signing,
    /// What a server would refuse it for.
    pub faults: Option<CommitFindings>,
    log: String,
    /// The files of it.
    pub changes: Vec<Change>,
    touched: Vec<Touched>,
}

impl Recorder {
    /// Makes the commit of the changes on the tip, and judges it as a server would; nothing is to be seen of it until it is
    /// [taken](Self::take).
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn make(
        &self,
        tip: Option<Oid>,
        changes: Vec<Change>,
        message: &str,
        now: i64,
    ) -> Result<Made, RecordError> {
        let parent = tip
            .map(|tip| self.repository.find_commit(tip))
            .transpose()?;
        let base = parent.as_ref().map(Commit::tree).transpose()?;
        let (tree, touched) = self.tree(base, &changes)?;
        let (commit, signed) = self.commit(&tree, parent.as_ref(), message)?;
        let faults = match tip {
            Some(tip) => self.judged(commit, tip, now)?,
            None => None,
        };
        Ok(Made {
            tip,
            commit,
            signed,
            faults,
            log: format!("commit: {message}"),
            changes,
            touched,
        })
    }

    fn judged(
        &self,
        commit: Oid,
        tip: Oid,
        now: i64,
    ) -> Result<Option<CommitFindings>, RecordError> {
        let odb = self.repository.odb()?;
        let mut judge = Judge::new(Objects::new(&odb), self.dir(), now);
        let [commit, parent] = [judge.commit(commit)?, judge.commit(tip)?];
        let (_, findings) = judge.judge(&commit, &parent)?;
        Ok(match findings.is_empty() {
            true => None,
            false => Some(faults(&judge, &commit, findings)?),
        })
    }

    /// Moves the branch to a commit that was made, and brings working tree and index along.
    ///
    /// # Errors
    /// When the branch is no longer where the commit goes, or anything cannot be written; everything is then as it was.
    pub fn take(&self, made: Made) -> Result<(), RecordError> {
        let repository = &self.repository;
        let failed = |error: io::Error| RecordError::io(repository.path(), &error);
        let _lock = journal::lock(repository).map_err(failed)?;
        Journal::repair(repository)?;
        let (branch, now) = self.branch()?;
        if now != made.tip {
            return Err(RecordError::new("record-moved", args!()));
        }
        journal::wait_for(&repository.path().join("index.lock"))?;
        let journal = Journal {
            files: made.touched,
            locks: vec!["index.lock".to_owned(), self.lock_of(&branch)],
            switch: None,
        };
        journal.open(repository).map_err(failed)?;
        let moved = self
            .bring_along(&made.changes, &journal)
            .and_then(|()| self.advance(&branch, made.tip, made.commit, &made.log));
        if moved.is_err() {
            journal.take_back(repository)?;
        }
        Journal::close(repository).map_err(failed)?;
        moved
    }

    /// Brings branch, index and files from one commit to another.
    ///
    /// # Errors
    /// When the branch is no longer at `from`, something uncommitted stands in the way, or anything cannot be written;
    /// everything is then as it was.
    pub fn switch(&self, from: Oid, to: Oid, log: &str) -> Result<(), RecordError> {
        let repository = &self.repository;
        let failed = |error: io::Error| RecordError::io(repository.path(), &error);
        let _lock = journal::lock(repository).map_err(failed)?;
        Journal::repair(repository)?;
        let (branch, now) = self.branch()?;
        if now != Some(from) {
            return Err(RecordError::new("record-moved", args!()));
        }
        let difference = Difference::between(repository, from, to)?;
        let uncommitted = difference.uncommitted(repository, &self.root)?;
        if !uncommitted.is_empty() {
            return Err(RecordError::new("sync-uncommitted", named(&uncommitted)));
        }
        journal::wait_for(&repository.path().join("index.lock"))?;
        let journal = Journal {
            files: Vec::new(),
            locks: vec!["index.lock".to_owned(), self.lock_of(&branch)],
            switch: Some((from.to_string(), to.to_string())),
        };
        journal.open(repository).map_err(failed)?;
        // Opened anew once the files are there: by its age a lock is known to be ours.
        let moved = difference
            .bring(repository, &self.root, || journal.open(repository))
            .map_err(RecordError::from)
            .and_then(|()| self.advance(&branch, Some(from), to, log));
        if moved.is_err() {
            journal.take_back(repository)?;
        }
        Journal::close(repository).map_err(failed)?;
        moved
    }

    fn tree(
        &self,
        base: Option<Tree<'_>>,
        changes: &[Change],
    ) -> Result<(Tree<'_>, Vec<Touched>), RecordError> {
        let repository = &self.repository;
        let base = match base {
            Some(tree) => tree,
            None => repository.find_tree(repository.treebuilder(None)?.write()?)?,
        };
        let mut update = TreeUpdateBuilder::new();
        let mut touched = Vec::new();
        for change in changes {
            let path = format!("{}{}", self.prefix, change.path);
            let old_blob = base.get_path(Path::new(&path)).ok().map(|entry| entry.id());
            let old = old_blob.map(|id| repository.find_blob(id)).transpose()?;
            if old.is_some() != change.old.is_some() {
                return Err(RecordError::new("record-uncommitted", named(&[path])));
            }
            let mut bytes = old
                .as_ref()
                .map_or_else(Vec::new, |blob| blob.content().to_vec());
            bytes.extend_from_slice(&change.added);
            let new_blob = repository.blob(&bytes)?;
            update.upsert(path.as_str(), new_blob, FileMode::Blob);
            touched.push(Touched {
                path,
                old_blob: old_blob.map(|id| id.to_string()),
                new_blob: new_blob.to_string(),
                old_length: change.old.as_ref().map(|old| old.len() as u64),
                new_file: Oid::hash_object(ObjectType::Blob, &change.whole())?.to_string(),
            });
        }
        let tree = update.create_updated(repository, &base)?;
        Ok((repository.find_tree(tree)?, touched))
    }

    fn commit(
        &self,
        tree: &Tree<'_>,
        parent: Option<&Commit<'_>>,
        message: &str,
    ) -> Result<(Oid, Signing), RecordError> {
        let repository = &self.repository;
        let (author, committer) = self.signatures_after(parent)?;
        let parents: Vec<&Commit<'_>> = parent.into_iter().collect();
        let text = repository.commit_create_buffer(&author, &committer, message, tree, &parents)?;
        self.store(&text)
    }

    /// Stores the text of a commit, signed where git's settings ask for it.
    pub(super) fn store(&self, text: &[u8]) -> Result<(Oid, Signing), RecordError> {
        let repository = &self.repository;
        let (id, signed) = match sign::request(&repository.config()?) {
            SignRequest::Ssh { key, program } => {
                let failed =
                    |reason: String| RecordError::new("record-sign", args!(reason: reason));
                let signature = sign::sign(&key, &program, text).map_err(failed)?;
                let text = std::str::from_utf8(text).map_err(|error| failed(error.to_string()))?;
                (
                    repository.commit_signed(text, signature.trim_end(), Some("gpgsig"))?,
                    Signing::Yes,
                )
            }
            SignRequest::None => (
                repository.odb()?.write(ObjectType::Commit, text)?,
                Signing::No,
            ),
            SignRequest::Other => (
                repository.odb()?.write(ObjectType::Commit, text)?,
                Signing::Otherwise,
            ),
        };
        Ok((id, signed))
    }

    /// Writes the files and the index.
    fn bring_along(&self, changes: &[Change], journal: &Journal) -> Result<(), RecordError> {
        for (change, touched) in changes.iter().zip(&journal.files) {
            let path = self.root.join(&touched.path);
            let there = match fs::read(&path) {
                Ok(bytes) => Some(bytes),
                Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                Err(error) => return Err(RecordError::io(&path, &error)),
            };
            if there != change.old {
                return Err(RecordError::new(
                    "record-uncommitted",
                    named(std::slice::from_ref(&touched.path)),
                ));
            }
            write_new(&path, &change.whole())?;
        }
        let mut index = self.repository.index()?;
        index.read(true)?;
        for touched in &journal.files {
            let id = Oid::from_str(&touched.new_blob)?;
            index.add_path(Path::new(&touched.path))?;
            if index
                .get_path(Path::new(&touched.path), 0)
                .is_none_or(|entry| entry.id != id)
            {
                index.add(&journal::entry(&touched.path, id))?;
            }
        }
        index.write()?;
        Ok(())
    }

    fn advance(
        &self,
        branch: &str,
        tip: Option<Oid>,
        commit: Oid,
        log: &str,
    ) -> Result<(), RecordError> {
        let moved = match tip {
            Some(tip) => self
                .repository
                .reference_matching(branch, commit, true, tip, log),
            None => self.repository.reference(branch, commit, false, log),
        };
        match moved {
            Ok(_) => Ok(()),
            Err(error) if matches!(error.code(), ErrorCode::Modified | ErrorCode::Exists) => {
                Err(RecordError::new("record-moved", args!()))
            }
            Err(error) if error.code() == ErrorCode::Locked => Err(RecordError::new(
                "record-locked",
                args!(path: self.lock_of(branch)),
            )),
            Err(error) => Err(error.into()),
        }
    }
}

/// Writes a file of the register, whole or not at all, with the directories that it needs.
///
/// # Errors
/// When it cannot be written.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), RecordError> {
    let failed = |error: io::Error| RecordError::io(path, &error);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    journal::write_whole(path, bytes).map_err(failed)
}
