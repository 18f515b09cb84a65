//! Why something could not be recorded.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use super::Error;
use super::journal::JournalError;
use super::repository::repository_of;
use crate::args;
use crate::finding::Args;

/// Why something could not be recorded: the key of the message and its values.
#[derive(Debug)]
pub struct RecordError {
    /// The key.
    pub key: &'static str,
    /// The values.
    pub args: Args,
}

impl RecordError {
    /// The key of what git or the system said no to, in its own words.
    pub const OF_GIT: &str = "record-git";

    pub(super) const fn new(key: &'static str, args: Args) -> Self {
        Self { key, args }
    }

    pub(super) fn io(path: &Path, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::StorageFull {
            return Self::new("record-full", args!());
        }
        let path = path.display().to_string();
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::new("record-forbidden", args!(path: path))
            }
            _ => Self::new("record-io", args!(path: path, reason: error.to_string())),
        }
    }
}

impl From<git2::Error> for RecordError {
    fn from(error: git2::Error) -> Self {
        if is_full(error.message()) {
            return Self::new("record-full", args!());
        }
        let key = unreadable(&error).unwrap_or(Self::OF_GIT);
        Self::new(key, args!(reason: error.message()))
    }
}

/// Gives the message for a repository that git can read and libgit2 cannot, with the setting that makes it so.
pub fn unreadable(error: &git2::Error) -> Option<&'static str> {
    let known = [
        ("extension: 'link'", "git-split-index"),
        ("extension: 'sdir'", "git-sparse-index"),
        ("extensions.refstorage", "git-other-format"),
        ("unknown object format", "git-sha256"),
        ("is not owned by current user", "git-other-owner"),
    ];
    let said = |(words, _): &&(&str, _)| error.message().contains(words);
    known.iter().find(said).map(|(_, key)| *key)
}

impl From<Error> for RecordError {
    fn from(error: Error) -> Self {
        match error {
            Error::Git(error) => error.into(),
            Error::Io(path, error) => Self::io(&path, &error),
            Error::Broken(id) => Self::new("history-broken", args!(id: id.to_string())),
            Error::NoRepository(dir) => Self::new(
                "history-no-repository",
                args!(path: dir.display().to_string()),
            ),
            Error::User(key, args) => Self { key, args },
        }
    }
}

impl From<JournalError> for RecordError {
    fn from(trouble: JournalError) -> Self {
        match trouble {
            JournalError::Git(error) => error.into(),
            JournalError::Io(error) if error.kind() == io::ErrorKind::StorageFull => {
                Self::new("record-full", args!())
            }
            JournalError::Io(error) => Self::new(Self::OF_GIT, args!(reason: error.to_string())),
            JournalError::Locked(path) => {
                Self::new("record-locked", args!(path: path.display().to_string()))
            }
        }
    }
}

/// Tells whether what git writes anew with every step has no place on the disk any more: libgit2 says nothing of a write that failed
/// halfway, or repeats what it said of something else before.
pub fn is_disk_full(dir: &Path) -> bool {
    let Ok(repository) = repository_of(dir) else {
        return false;
    };
    let index = fs::metadata(repository.path().join("index"));
    let room = index.map_or(0, |index| index.len()) + (1 << 16);
    let tried = tempfile::NamedTempFile::new_in(repository.path())
        .and_then(|mut file| io::copy(&mut io::repeat(0).take(room), &mut file));
    tried.is_err_and(|error| error.kind() == io::ErrorKind::StorageFull)
}

/// How many paths a message names; a whole register would hide what it says.
const MOST_PATHS: usize = 5;

/// Names some paths, and how many more there are.
pub fn named(paths: &[String]) -> Args {
    let shown = &paths[..paths.len().min(MOST_PATHS)];
    args!(paths: shown.join(", "), more: paths.len() - shown.len())
}

/// Tells whether git says that nothing more fits on the disk.
pub(super) fn is_full(said: &str) -> bool {
    ["No space left", "Out of diskspace"]
        .iter()
        .any(|words| said.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_may_not_write_is_told_so_in_words() {
        for (kind, key) in [
            (io::ErrorKind::PermissionDenied, "record-forbidden"),
            (io::ErrorKind::ReadOnlyFilesystem, "record-forbidden"),
            (io::ErrorKind::StorageFull, "record-full"),
            (io::ErrorKind::IsADirectory, "record-io"),
        ] {
            assert_eq!(RecordError::io(Path::new("x"), &kind.into()).key, key);
        }
    }
}
