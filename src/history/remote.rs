//! Fetching and pushing, by the `git` program on the path, so that the user's own ssh, certificates and credentials work.

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use git2::{ErrorCode, Oid, Repository};

use super::answer::{Pushed, answered, unreachable};
use super::journal::JournalError;
use super::record_error::RecordError;
use super::recorder::Recorder;
use super::repository::repository_of;
use crate::args;

/// Where a branch comes from and goes to.
#[derive(Debug, Clone)]
pub struct Upstream {
    /// The remote: `origin`.
    pub remote: String,
    /// The branch on the server: `refs/heads/main`.
    branch: String,
    /// What is known of it here: `refs/remotes/origin/main`.
    tracking: String,
}

/// Lets git tidy up now and then before it ends and not behind our back, so that what it leaves when it is killed is known.
const IN_FRONT: [&str; 4] = [
    "-c",
    "maintenance.autoDetach=false",
    "-c",
    "gc.autoDetach=false",
];

/// The words with which git says that a branch is not there.
const NO_BRANCH: &str = "couldn't find remote ref";

/// Keeps two runs that fetch and push in one clone apart, and knows whether the last one was killed.
///
/// The file is the standard input of every git that is started, so that it stays locked as long as one of them lives.
pub struct NetworkLock {
    file: File,
}

fn place(repository: &Repository) -> PathBuf {
    repository.path().join("klacht").join("network")
}

fn open_lock(repository: &Repository) -> io::Result<File> {
    let path = place(repository);
    if let Some(dir) = path.parent() {
        fs::create_dir_all(dir)?;
    }
    File::options()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .open(path)
}

/// Removes the lock files of a git that was killed while it fetched or pushed for us; tells whether there was any.
///
/// # Errors
/// When a file cannot be removed.
pub fn repair(repository: &Repository) -> Result<bool, JournalError> {
    if !place(repository).exists() {
        return Ok(false);
    }
    let mut file = open_lock(repository)?;
    // Still at work: it puts its own house in order.
    if file.try_lock().is_err() {
        return Ok(false);
    }
    clear(&mut file)
}

/// Removes the lock files that the network lock names; whoever calls holds it.
fn clear(file: &mut File) -> Result<bool, JournalError> {
    let mut locks = String::new();
    file.rewind()?;
    file.read_to_string(&mut locks)?;
    let mut removed = false;
    for lock in locks.lines().map(PathBuf::from) {
        let made = |lock: &PathBuf| lock.symlink_metadata().and_then(|found| found.modified());
        let Ok(first) = made(&lock) else { continue };
        // Another git of the user may be at it this very moment; that takes no second.
        sleep(Duration::from_millis(500));
        if made(&lock).is_ok_and(|now| now == first) {
            fs::remove_file(&lock)?;
            removed = true;
        }
    }
    file.set_len(0)?;
    Ok(removed)
}

/// Tells whether the repository of a directory knows of a server.
pub fn has_server(dir: &Path) -> bool {
    let remotes = repository_of(dir).and_then(|repository| repository.remotes());
    remotes.is_ok_and(|remotes| !remotes.is_empty())
}

/// Gives the branch that the server has for its own, as far as is known here.
pub(super) fn branch(repository: &Repository) -> Option<String> {
    let head = repository.find_reference("refs/remotes/origin/HEAD").ok()?;
    let target = head.symbolic_target().ok().flatten()?;
    target
        .strip_prefix("refs/remotes/origin/")
        .map(str::to_owned)
}

impl Upstream {
    /// Finds where the branch that is checked out comes from; none where git knows of no server: a register can be kept on one
    /// computer alone.
    ///
    /// # Errors
    /// When no branch is checked out, or git was not told where the branch belongs.
    pub fn find(recorder: &Recorder) -> Result<Option<Self>, RecordError> {
        let repository = &recorder.repository;
        if repository.remotes()?.is_empty() {
            return Ok(None);
        }
        let (branch, _) = recorder.branch()?;
        let short = branch.trim_start_matches("refs/heads/");
        let none = |error: git2::Error| match error.code() {
            ErrorCode::NotFound | ErrorCode::InvalidSpec | ErrorCode::Ambiguous => {
                let there = self::branch(repository).unwrap_or_else(|| short.to_owned());
                RecordError::new("sync-no-upstream", args!(branch: short, there: there))
            }
            _ => error.into(),
        };
        let text = |found: Result<git2::Buf, git2::Error>| {
            let found = found.map_err(none)?;
            Ok::<_, RecordError>(String::from_utf8_lossy(&found).into_owned())
        };
        Ok(Some(Self {
            remote: text(repository.branch_upstream_remote(&branch))?,
            branch: text(repository.branch_upstream_merge(&branch))?,
            tracking: text(repository.branch_upstream_name(&branch))?,
        }))
    }

    /// Finds where the branch that is checked out comes from, for whoever needs a server.
    ///
    /// # Errors
    /// As [`find`](Self::find), and when there is no server.
    pub fn of(recorder: &Recorder) -> Result<Self, RecordError> {
        match Self::find(recorder)? {
            Some(upstream) => Ok(upstream),
            None => {
                let (branch, _) = recorder.branch()?;
                let short = branch.trim_start_matches("refs/heads/");
                Err(RecordError::new("sync-no-server", args!(branch: short)))
            }
        }
    }

    /// Gives the commit at the tip of the branch on the server, as far as is known here.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn tip(&self, recorder: &Recorder) -> Result<Option<Oid>, RecordError> {
        match recorder.repository.refname_to_id(&self.tracking) {
            Ok(id) => Ok(Some(id)),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Begins to use the network.
    ///
    /// # Errors
    /// When another run is at it and does not end.
    pub fn lock(&self, recorder: &Recorder) -> Result<NetworkLock, RecordError> {
        let repository = &recorder.repository;
        let failed = |error: io::Error| RecordError::io(&place(repository), &error);
        let mut file = open_lock(repository).map_err(failed)?;
        for attempt in 0.. {
            match file.try_lock() {
                Ok(()) => break,
                Err(fs::TryLockError::WouldBlock) if attempt < 100 => {
                    sleep(Duration::from_millis(100));
                }
                Err(fs::TryLockError::WouldBlock) => {
                    return Err(RecordError::new("sync-running", args!()));
                }
                Err(fs::TryLockError::Error(error)) => return Err(failed(error)),
            }
        }
        clear(&mut file)?;
        file.rewind().map_err(failed)?;
        for lock in [self.tracking.as_str(), "objects/maintenance"] {
            let lock = repository.commondir().join(format!("{lock}.lock"));
            writeln!(file, "{}", lock.display()).map_err(failed)?;
        }
        Ok(NetworkLock { file })
    }

    /// Fetches the branch from the server.
    ///
    /// # Errors
    /// When the server cannot be reached, lets nobody in, or has no such branch.
    pub fn fetch(&self, recorder: &Recorder, lock: &NetworkLock) -> Result<(), RecordError> {
        let mut args = Vec::from(IN_FRONT);
        args.extend(["fetch", "--quiet", "--no-tags", &self.remote, &self.branch]);
        let output = lock.git(recorder, &args)?;
        if output.status.success() {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(if said.contains(NO_BRANCH) {
            let branch = self.branch.trim_start_matches("refs/heads/");
            RecordError::new("sync-no-branch", args!(branch: branch))
        } else {
            unreachable(&said)
        })
    }

    /// Pushes a commit to the branch on the server.
    ///
    /// # Errors
    /// When git cannot be run.
    pub fn push(
        &self,
        recorder: &Recorder,
        lock: &NetworkLock,
        commit: Oid,
    ) -> Result<Pushed, RecordError> {
        let refspec = format!("{commit}:{}", self.branch);
        let output = lock.git(
            recorder,
            &[
                "push",
                "--porcelain",
                "--no-follow-tags",
                &self.remote,
                &refspec,
            ],
        )?;
        if output.status.success() {
            return Ok(Pushed::Done);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let answer = String::from_utf8_lossy(&output.stdout);
        Ok(answered(&answer, &said))
    }
}

impl NetworkLock {
    /// Runs git, with its messages in English so that they can be told apart.
    fn git(&self, recorder: &Recorder, args: &[&str]) -> Result<Output, RecordError> {
        let stdin = self.file.try_clone();
        let stdin = stdin.map_err(|error| RecordError::io(&place(&recorder.repository), &error))?;
        let dir = recorder.repository.workdir();
        Command::new("git")
            .args(args)
            .current_dir(dir.unwrap_or_else(|| recorder.repository.path()))
            .env("LC_ALL", "C")
            .stdin(Stdio::from(stdin))
            .output()
            .map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => RecordError::new("sync-no-git", args!()),
                _ => RecordError::new(RecordError::OF_GIT, args!(reason: error.to_string())),
            })
    }

    /// Stops using the network: nothing was left behind.
    ///
    /// # Errors
    /// When that cannot be written down.
    pub fn close(self) -> Result<(), RecordError> {
        let failed = |error: io::Error| {
            RecordError::new(RecordError::OF_GIT, args!(reason: error.to_string()))
        };
        self.file.set_len(0).map_err(failed)
    }
}

/// Waits after a push that somebody else was before: not as long as another clone does, and shorter the more often it happened, so
/// that who is at it longest comes first.
pub fn back_off(attempt: u32) {
    let most = (800 >> attempt.min(9)).max(1);
    sleep(Duration::from_millis(u64::from(random() % most)));
}

/// Gives a number that differs from run to run.
fn random() -> u32 {
    use std::hash::{BuildHasher, RandomState};
    u32::try_from(RandomState::new().hash_one(0) >> 40).unwrap_or_default()
}
