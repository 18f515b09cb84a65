//! Recording: files become one commit on the tip of the branch, whole or not at all.
//!
//! Blobs, trees and the commit go straight into the object database, starting from the tree of the tip, so that what else is
//! uncommitted stays so. The branch moves only if it is where it was. `journal` takes back what a killed recording left.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use git2::build::TreeUpdateBuilder;
use git2::{
    Commit, ConfigLevel, ErrorCode, FileMode, Object, ObjectType, Oid, Repository, RepositoryState,
    Signature, StatusOptions, Tree,
};

use super::journal::{self, Journal, Touched, Trouble};
use super::remote;
use super::sign::{self, Wish};
use super::switch::Difference;
use crate::args;
use crate::finding::Args;

/// Why something could not be recorded: the key of the message and its values.
#[derive(Debug)]
pub struct Fault {
    /// The key.
    pub key: &'static str,
    /// The values.
    pub args: Args,
}

impl Fault {
    pub(super) const fn new(key: &'static str, args: Args) -> Self {
        Self { key, args }
    }

    pub(super) fn io(path: &Path, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::StorageFull {
            return Self::new("record-full", args!());
        }
        Self::new(
            "record-io",
            args!(path: path.display().to_string(), reason: error.to_string()),
        )
    }
}

impl From<git2::Error> for Fault {
    fn from(error: git2::Error) -> Self {
        if is_full(error.message()) {
            return Self::new("record-full", args!());
        }
        Self::new("record-git", args!(reason: error.message()))
    }
}

impl From<Trouble> for Fault {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Git(error) => error.into(),
            Trouble::Io(error) if error.kind() == io::ErrorKind::StorageFull => {
                Self::new("record-full", args!())
            }
            Trouble::Io(error) => Self::new("record-git", args!(reason: error.to_string())),
            Trouble::Locked(path) => {
                Self::new("record-locked", args!(path: path.display().to_string()))
            }
        }
    }
}

/// Tells whether git says that nothing more fits on the disk.
pub(super) fn is_full(said: &str) -> bool {
    ["No space left", "Out of diskspace"]
        .iter()
        .any(|words| said.contains(words))
}

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
pub enum Signed {
    /// With an SSH key.
    Yes,
    /// Not; git's settings do not ask for it.
    No,
    /// Not, although git's settings ask for a signature of another kind.
    Otherwise,
}

/// The place where steps are recorded: a repository with a working tree, and the register in it.
pub struct Recorder {
    pub(super) repository: Repository,
    /// The directory of the register in the working tree, with a `/` at its end; empty when it is the root.
    pub(super) prefix: String,
    pub(super) root: PathBuf,
    /// Whether something of a killed run was taken back when this was opened.
    pub repaired: bool,
}

impl Recorder {
    /// Finds the repository of a register and puts right what a killed recording left; none where the register is not in git.
    ///
    /// # Errors
    /// When the repository is in the middle of something, or cannot be put right.
    pub fn open(register: &Path) -> Result<Option<Self>, Fault> {
        let repository = match Repository::discover(register) {
            Ok(repository) => repository,
            Err(error) if error.code() == ErrorCode::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let Some(workdir) = repository.workdir() else {
            return Ok(None);
        };
        let canonical =
            |path: &Path| fs::canonicalize(path).map_err(|error| Fault::io(path, &error));
        let (root, register) = (canonical(workdir)?, canonical(register)?);
        let inside = register.strip_prefix(&root).unwrap_or(Path::new(""));
        let parts = inside
            .components()
            .map(|part| part.as_os_str().to_string_lossy());
        let prefix: String = parts.map(|part| format!("{part}/")).collect();
        let lock =
            journal::lock(&repository).map_err(|error| Fault::io(repository.path(), &error))?;
        let repaired = Journal::repair(&repository)? | remote::repair(&repository)?;
        with_fsync(&repository)?;
        drop(lock);
        if repository.state() != RepositoryState::Clean {
            return Err(Fault::new("record-unfinished", args!()));
        }
        Ok(Some(Self {
            repository,
            prefix,
            root,
            repaired,
        }))
    }

    /// Gives who commits, as git would: name and e-mail address.
    pub fn author(&self) -> Option<(String, String)> {
        let author = self.repository.author_from_env().ok()?;
        Some((
            author.name().ok()?.to_owned(),
            author.email().ok()?.to_owned(),
        ))
    }

    /// Gives the commit at the tip of the branch; none before the first.
    ///
    /// # Errors
    /// When no branch is checked out.
    pub fn tip(&self) -> Result<Option<Oid>, Fault> {
        Ok(self.branch()?.1)
    }

    /// Lists what is changed, staged or new under these paths of the register and not committed.
    ///
    /// # Errors
    /// When git cannot tell.
    pub fn unclean(&self, paths: &[&str]) -> Result<Vec<String>, Fault> {
        let mut options = StatusOptions::new();
        options
            .include_untracked(true)
            .recurse_untracked_dirs(true)
            .include_ignored(false)
            .disable_pathspec_match(true);
        for path in paths {
            options.pathspec(format!("{}{path}", self.prefix));
        }
        let statuses = self.repository.statuses(Some(&mut options))?;
        let named = statuses
            .iter()
            .map(|entry| String::from_utf8_lossy(entry.path_bytes()).into_owned());
        Ok(named.filter(|path| !path.ends_with('~')).collect())
    }

    /// Gives a file of the register as the tip of the branch has it; none where it is not there or is no text.
    ///
    /// # Errors
    /// When the tip cannot be read.
    pub fn text_at_tip(&self, path: &str) -> Result<Option<String>, Fault> {
        let found = self
            .at_tip(path)?
            .and_then(|object| object.into_blob().ok());
        Ok(found.and_then(|blob| String::from_utf8(blob.content().to_vec()).ok()))
    }

    fn at_tip(&self, path: &str) -> Result<Option<Object<'_>>, Fault> {
        let Some(tip) = self.tip()? else {
            return Ok(None);
        };
        let tree = self.repository.find_commit(tip)?.tree()?;
        match tree.get_path(Path::new(&format!("{}{path}", self.prefix))) {
            Ok(entry) => Ok(Some(entry.to_object(&self.repository)?)),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Lists the names in a directory of the register as the tip has it.
    ///
    /// # Errors
    /// When the tip cannot be read.
    pub fn names_at_tip(&self, dir: &str) -> Result<Vec<String>, Fault> {
        let Some(Ok(tree)) = self.at_tip(dir)?.map(Object::into_tree) else {
            return Ok(Vec::new());
        };
        Ok(tree
            .iter()
            .filter_map(|entry| entry.name().ok().map(str::to_owned))
            .collect())
    }

    /// Commits the changes on the tip and brings working tree and index along.
    ///
    /// # Errors
    /// When the branch is no longer at `tip`, or anything cannot be written; everything is then as it was.
    pub fn record(
        &self,
        tip: Option<Oid>,
        changes: &[Change],
        message: &str,
    ) -> Result<(Oid, Signed), Fault> {
        let repository = &self.repository;
        let _lock =
            journal::lock(repository).map_err(|error| Fault::io(repository.path(), &error))?;
        Journal::repair(repository)?;
        let (branch, now) = self.branch()?;
        if now != tip {
            return Err(Fault::new("record-moved", args!()));
        }
        let parent = tip.map(|tip| repository.find_commit(tip)).transpose()?;
        let base = parent.as_ref().map(Commit::tree).transpose()?;
        let (tree, touched) = self.tree(base, changes)?;
        let (commit, signed) = self.commit(&tree, parent.as_ref(), message)?;

        let index_lock = repository.path().join("index.lock");
        journal::wait_for(&index_lock)?;
        let journal = Journal {
            files: touched,
            locks: vec!["index.lock".to_owned(), self.lock_of(&branch)],
            switch: None,
        };
        journal
            .open(repository)
            .map_err(|error| Fault::io(repository.path(), &error))?;
        let log = format!("commit: {message}");
        let moved = self
            .bring_along(changes, &journal)
            .and_then(|()| self.advance(&branch, tip, commit, &log));
        if moved.is_err() {
            journal.take_back(repository)?;
        }
        Journal::close(repository).map_err(|error| Fault::io(repository.path(), &error))?;
        moved.map(|()| (commit, signed))
    }

    /// Brings branch, index and files from one commit to another.
    ///
    /// # Errors
    /// When the branch is no longer at `from`, something uncommitted stands in the way, or anything cannot be written;
    /// everything is then as it was.
    pub fn switch(&self, from: Oid, to: Oid, log: &str) -> Result<(), Fault> {
        let repository = &self.repository;
        let failed = |error: io::Error| Fault::io(repository.path(), &error);
        let _lock = journal::lock(repository).map_err(failed)?;
        Journal::repair(repository)?;
        let (branch, now) = self.branch()?;
        if now != Some(from) {
            return Err(Fault::new("record-moved", args!()));
        }
        let difference = Difference::between(repository, from, to)?;
        let uncommitted = difference.uncommitted(repository, &self.root)?;
        if !uncommitted.is_empty() {
            return Err(Fault::new(
                "sync-uncommitted",
                args!(paths: uncommitted.join(", ")),
            ));
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
            .map_err(Fault::from)
            .and_then(|()| self.advance(&branch, Some(from), to, log));
        if moved.is_err() {
            journal.take_back(repository)?;
        }
        Journal::close(repository).map_err(failed)?;
        moved
    }

    pub(super) fn branch(&self) -> Result<(String, Option<Oid>), Fault> {
        let head = self.repository.find_reference("HEAD")?;
        let Some(name) = head.symbolic_target().ok().flatten() else {
            return Err(Fault::new("record-detached", args!()));
        };
        match self.repository.refname_to_id(name) {
            Ok(id) => Ok((name.to_owned(), Some(id))),
            Err(error) if error.code() == ErrorCode::NotFound => Ok((name.to_owned(), None)),
            Err(error) => Err(error.into()),
        }
    }

    /// Gives the lock file of a branch, from the directory of the repository, which differs from the common one in a linked tree.
    fn lock_of(&self, branch: &str) -> String {
        let lock = self.repository.commondir().join(format!("{branch}.lock"));
        lock.to_string_lossy().into_owned()
    }

    fn tree(
        &self,
        base: Option<Tree<'_>>,
        changes: &[Change],
    ) -> Result<(Tree<'_>, Vec<Touched>), Fault> {
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
                return Err(Fault::new("record-uncommitted", args!(paths: path)));
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
    ) -> Result<(Oid, Signed), Fault> {
        let repository = &self.repository;
        let (author, committer) = self.signatures()?;
        let parents: Vec<&Commit<'_>> = parent.into_iter().collect();
        let text = repository.commit_create_buffer(&author, &committer, message, tree, &parents)?;
        self.store(&text)
    }

    /// Stores the text of a commit, signed where git's settings ask for it.
    pub(super) fn store(&self, text: &[u8]) -> Result<(Oid, Signed), Fault> {
        let repository = &self.repository;
        let (id, signed) = match sign::wish(&repository.config()?) {
            Wish::Ssh { key, program } => {
                let failed = |reason: String| Fault::new("record-sign", args!(reason: reason));
                let signature = sign::sign(&key, &program, text).map_err(failed)?;
                let text = std::str::from_utf8(text).map_err(|error| failed(error.to_string()))?;
                (
                    repository.commit_signed(text, signature.trim_end(), Some("gpgsig"))?,
                    Signed::Yes,
                )
            }
            Wish::None => (
                repository.odb()?.write(ObjectType::Commit, text)?,
                Signed::No,
            ),
            Wish::Other => (
                repository.odb()?.write(ObjectType::Commit, text)?,
                Signed::Otherwise,
            ),
        };
        Ok((id, signed))
    }

    pub(super) fn signatures(&self) -> Result<(Signature<'static>, Signature<'static>), Fault> {
        let unknown = |_| Fault::new("record-nobody", args!());
        let author = self.repository.author_from_env().map_err(unknown)?;
        let committer = self.repository.committer_from_env().map_err(unknown)?;
        Ok((author, committer))
    }

    /// Writes the files and the index.
    fn bring_along(&self, changes: &[Change], journal: &Journal) -> Result<(), Fault> {
        for (change, touched) in changes.iter().zip(&journal.files) {
            let path = self.root.join(&touched.path);
            let there = match fs::read(&path) {
                Ok(bytes) => Some(bytes),
                Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                Err(error) => return Err(Fault::io(&path, &error)),
            };
            if there != change.old {
                return Err(Fault::new(
                    "record-uncommitted",
                    args!(paths: touched.path.as_str()),
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

    fn advance(&self, branch: &str, tip: Option<Oid>, commit: Oid, log: &str) -> Result<(), Fault> {
        let moved = match tip {
            Some(tip) => self
                .repository
                .reference_matching(branch, commit, true, tip, log),
            None => self.repository.reference(branch, commit, false, log),
        };
        match moved {
            Ok(_) => Ok(()),
            Err(error) if matches!(error.code(), ErrorCode::Modified | ErrorCode::Exists) => {
                Err(Fault::new("record-moved", args!()))
            }
            Err(error) if error.code() == ErrorCode::Locked => Err(Fault::new(
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
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let failed = |error: io::Error| Fault::io(path, &error);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    journal::write_whole(path, bytes).map_err(failed)
}

/// Sets git, and what is written here, to write through to the disk, where `core.fsync` does not say otherwise.
fn with_fsync(repository: &Repository) -> Result<(), Fault> {
    let failed = |error: io::Error| Fault::io(repository.path(), &error);
    let mut config = repository.config()?;
    match config.snapshot()?.get_string("core.fsync") {
        Ok(none) if none == "none" => return Ok(()),
        Ok(_) => {}
        Err(error) if error.code() == ErrorCode::NotFound => {
            let journal = Journal {
                files: Vec::new(),
                locks: vec!["config.lock".to_owned()],
                switch: None,
            };
            journal.open(repository).map_err(failed)?;
            let mut local = config.open_level(ConfigLevel::Local)?;
            local.set_str("core.fsync", "committed")?;
            Journal::close(repository).map_err(failed)?;
        }
        Err(error) => return Err(error.into()),
    }
    // libgit2 knows only the older word, and git prints a warning wherever it reads that; so it stands in a file of our own.
    let own = repository.path().join("klacht").join("config");
    if !own.exists() {
        journal::write_whole(&own, b"[core]\n\tfsyncObjectFiles = true\n").map_err(failed)?;
    }
    config.add_file(&own, ConfigLevel::App, false)?;
    Ok(repository.set_config(&config)?)
}

/// Gives the number after the highest of a year, from the names of its directories.
pub fn next_number<'n>(names: impl Iterator<Item = &'n str>, year: u16) -> u32 {
    let prefix = format!("{year:04}-");
    let numbers: BTreeSet<u32> = names
        .filter_map(|name| name.strip_prefix(&prefix)?.parse().ok())
        .collect();
    numbers.last().map_or(1, |last| last + 1)
}

/// Gives the name and e-mail address that git knows outside any repository.
pub fn author_anywhere() -> Option<(String, String)> {
    let config = git2::Config::open_default().ok()?;
    Some((
        config.get_string("user.name").ok()?,
        config.get_string("user.email").ok()?,
    ))
}
