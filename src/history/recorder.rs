//! The place where steps are recorded: a repository with a working tree, opened whole, and what stands at the tip of its branch.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use git2::{
    Commit, ConfigLevel, ErrorCode, Object, Oid, Repository, RepositoryState, Signature,
    StatusOptions, Time,
};

use super::Texts;
use super::journal::{self, Journal};
use super::record_error::RecordError;
use super::remote;
use super::repository::repository_of;
use super::who::{Part, identity};
use crate::args;

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
    pub fn open(register: &Path) -> Result<Option<Self>, RecordError> {
        let repository = match repository_of(register) {
            Ok(repository) => repository,
            Err(error) if error.code() == ErrorCode::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let Some(workdir) = repository.workdir() else {
            return Ok(None);
        };
        let canonical =
            |path: &Path| fs::canonicalize(path).map_err(|error| RecordError::io(path, &error));
        let (root, register) = (canonical(workdir)?, canonical(register)?);
        let inside = register.strip_prefix(&root).unwrap_or(Path::new(""));
        let parts = inside
            .components()
            .map(|part| part.as_os_str().to_string_lossy());
        let prefix: String = parts.map(|part| format!("{part}/")).collect();
        let lock = journal::lock(&repository)
            .map_err(|error| RecordError::io(repository.path(), &error))?;
        let repaired = Journal::repair(&repository)? | remote::repair(&repository)?;
        with_fsync(&repository)?;
        drop(lock);
        if let Some(back) = way_back(repository.state()) {
            return Err(RecordError::new("record-unfinished", args!(back: back)));
        }
        Ok(Some(Self {
            repository,
            prefix,
            root,
            repaired,
        }))
    }

    /// Shows what is wrong with commits, and where in their files.
    ///
    /// # Errors
    /// When the repository cannot be read.
    pub fn texts(&self) -> Result<Texts<'_>, RecordError> {
        Ok(Texts::of(&self.repository)?)
    }

    /// Gives the register's directory in the repository.
    pub fn dir(&self) -> &str {
        self.prefix.trim_end_matches('/')
    }

    /// Gives the commit at the tip of the branch; none before the first.
    ///
    /// # Errors
    /// When no branch is checked out.
    pub fn tip(&self) -> Result<Option<Oid>, RecordError> {
        Ok(self.branch()?.1)
    }

    /// Lists what is changed, staged or new under these paths of the register and not committed.
    ///
    /// # Errors
    /// When git cannot tell.
    pub fn unclean(&self, paths: &[&str]) -> Result<Vec<String>, RecordError> {
        let mut options = StatusOptions::new();
        options
            .include_untracked(true)
            .recurse_untracked_dirs(true)
            .include_ignored(false)
            .disable_pathspec_match(true);
        let paths = paths.iter().map(|path| format!("{}{path}", self.prefix));
        for path in paths.filter(|path| !path.is_empty()) {
            options.pathspec(path);
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
    pub fn text_at_tip(&self, path: &str) -> Result<Option<String>, RecordError> {
        let found = self
            .at_tip(path)?
            .and_then(|object| object.into_blob().ok());
        Ok(found.and_then(|blob| String::from_utf8(blob.content().to_vec()).ok()))
    }

    fn at_tip(&self, path: &str) -> Result<Option<Object<'_>>, RecordError> {
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
    pub fn names_at_tip(&self, dir: &str) -> Result<Vec<String>, RecordError> {
        let Some(Ok(tree)) = self.at_tip(dir)?.map(Object::into_tree) else {
            return Ok(Vec::new());
        };
        Ok(tree
            .iter()
            .filter_map(|entry| entry.name().ok().map(str::to_owned))
            .collect())
    }

    pub(super) fn branch(&self) -> Result<(String, Option<Oid>), RecordError> {
        let head = self.repository.find_reference("HEAD")?;
        let Some(name) = head.symbolic_target().ok().flatten() else {
            let branch = remote::branch(&self.repository);
            let branch = branch.unwrap_or_else(|| "main".to_owned());
            return Err(RecordError::new("record-detached", args!(branch: branch)));
        };
        match self.repository.refname_to_id(name) {
            Ok(id) => Ok((name.to_owned(), Some(id))),
            Err(error) if error.code() == ErrorCode::NotFound => Ok((name.to_owned(), None)),
            Err(error) => Err(error.into()),
        }
    }

    /// Gives the lock file of a branch, from the directory of the repository, which differs from the common one in a linked tree.
    pub(super) fn lock_of(&self, branch: &str) -> String {
        let lock = self.repository.commondir().join(format!("{branch}.lock"));
        lock.to_string_lossy().into_owned()
    }

    pub(super) fn signatures(
        &self,
    ) -> Result<(Signature<'static>, Signature<'static>), RecordError> {
        let unknown = || RecordError::new("record-nobody", args!());
        let found = |part| identity(&self.root, part).ok_or_else(unknown);
        Ok((found(Part::Author)?, found(Part::Committer)?))
    }

    /// Gives who writes a commit and who commits it; no commit is before its parent, and clocks differ.
    pub(super) fn signatures_after(
        &self,
        parent: Option<&Commit<'_>>,
    ) -> Result<(Signature<'static>, Signature<'static>), RecordError> {
        let (author, committer) = self.signatures()?;
        let earliest = parent.map(|parent| parent.committer().when());
        match earliest.filter(|earliest| committer.when().seconds() < earliest.seconds()) {
            Some(earliest) => Ok((author, at_time(&committer, earliest)?)),
            None => Ok((author, committer)),
        }
    }
}

/// Gives the same person at another time.
pub(super) fn at_time(who: &Signature<'_>, when: Time) -> Result<Signature<'static>, git2::Error> {
    let part = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Signature::new(&part(who.name_bytes()), &part(who.email_bytes()), &when)
}

/// Sets git, and what is written here, to write through to the disk, where `core.fsync` does not say otherwise.
fn with_fsync(repository: &Repository) -> Result<(), RecordError> {
    let failed = |error: io::Error| RecordError::io(repository.path(), &error);
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
            journal::wait_for(&repository.path().join("config.lock"))?;
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

/// Gives the command that goes back to before what git is in the middle of.
fn way_back(state: RepositoryState) -> Option<&'static str> {
    use RepositoryState as State;
    match state {
        State::Clean => None,
        State::Merge => Some("git merge --abort"),
        State::Revert | State::RevertSequence => Some("git revert --abort"),
        State::CherryPick | State::CherryPickSequence => Some("git cherry-pick --abort"),
        State::Bisect => Some("git bisect reset"),
        State::Rebase | State::RebaseInteractive | State::RebaseMerge => Some("git rebase --abort"),
        State::ApplyMailbox | State::ApplyMailboxOrRebase => Some("git am --abort"),
    }
}

/// Gives the number after the highest of a year, from the names of its directories.
pub fn next_number<'n>(names: impl Iterator<Item = &'n str>, year: u16) -> u32 {
    let prefix = format!("{year:04}-");
    let numbers: BTreeSet<u32> = names
        .filter_map(|name| name.strip_prefix(&prefix)?.parse().ok())
        .collect();
    numbers.last().map_or(1, |last| last + 1)
}
