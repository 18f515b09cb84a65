//! What a recording is about to do, written down before it does it, so that the next one can take back what a killed one left.
//!
//! The order of a recording is: objects, journal, files, index, branch, journal away. Whatever the moment of the kill, a branch
//! that did not move leaves at most an uncommitted addition, never what looks like a deletion.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use git2::{Commit, ErrorCode, Index, IndexEntry, IndexTime, Oid, Repository};
use serde::{Deserialize, Serialize};

use super::switch::bring_back;

/// A file of the working tree that a recording changes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Touched {
    /// The path from the root of the working tree.
    pub path: String,
    /// The blob that the tip had; none where the file is new.
    pub old_blob: Option<String>,
    /// The blob that the commit has.
    pub new_blob: String,
    /// How many bytes the file had; none where it was not there.
    pub old_length: Option<u64>,
    /// The hash of the whole file as it will be.
    pub new_file: String,
}

/// What a recording is about to do.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Journal {
    /// The files.
    pub files: Vec<Touched>,
    /// The lock files that git makes on the way, from the directory of the repository.
    pub locks: Vec<String>,
    /// From which commit to which the clone is brought, where it is more than a recording.
    #[serde(default)]
    pub switch: Option<(String, String)>,
}

fn place(repository: &Repository) -> PathBuf {
    repository.path().join("klacht").join("journal")
}

/// Keeps two recordings in one clone apart; the operating system lets go of it when the program ends, however it ends.
pub fn lock(repository: &Repository) -> io::Result<File> {
    let dir = repository.path().join("klacht");
    fs::create_dir_all(&dir)?;
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(dir.join("lock"))?;
    file.lock()?;
    Ok(file)
}

/// Names the file beside another through which it is written.
pub fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    // Ends as an editor's backup does, which the register takes no notice of.
    name.push(".klacht~");
    path.with_file_name(name)
}

/// Writes a file whole or not at all, and makes sure that it is on disk.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = beside(path);
    let written = File::create(&temporary).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| fs::rename(&temporary, path)) {
        // Half of a file, as on a full disk, is of use to nobody.
        let _ = fs::remove_file(&temporary);
        return Err(error);
    }
    if cfg!(unix)
        && let Some(parent) = path.parent()
    {
        File::open(parent)?.sync_all()?;
    }
    Ok(())
}

impl Journal {
    /// Writes the journal.
    ///
    /// # Errors
    /// When it cannot be written, and nothing else may then be.
    pub fn open(&self, repository: &Repository) -> io::Result<()> {
        write_whole(&place(repository), &serde_json::to_vec(self)?)
    }

    /// Takes the journal away: what it says is done, or taken back.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn close(repository: &Repository) -> io::Result<()> {
        match fs::remove_file(place(repository)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Takes back what a killed recording left, if one did; tells whether there was anything.
    ///
    /// The caller holds [`lock`], so that the writer of a journal that is there has ended.
    ///
    /// # Errors
    /// When a file, the index or a lock cannot be put back.
    pub fn repair(repository: &Repository) -> Result<bool, JournalError> {
        let path = place(repository);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(error.into()),
        };
        let journal: Self = serde_json::from_slice(&bytes).map_err(io::Error::from)?;
        for lock in &journal.locks {
            remove_stale(&repository.path().join(lock), &path)?;
        }
        journal.take_back(repository)?;
        Self::close(repository)?;
        Ok(true)
    }

    /// Brings files and index back to the tip, where they are as the journal says they would become.
    ///
    /// # Errors
    /// When a file or the index cannot be written.
    pub fn take_back(&self, repository: &Repository) -> Result<(), JournalError> {
        if let Some((from, to)) = &self.switch {
            return bring_back(repository, from.parse()?, to.parse()?);
        }
        let Some(root) = repository.workdir() else {
            return Ok(());
        };
        let tip = match tip(repository)? {
            Some(tip) => Some(tip.tree()?),
            None => None,
        };
        let mut index = repository.index()?;
        index.read(true)?;
        let mut index_changed = false;
        for touched in &self.files {
            let path = root.join(&touched.path);
            let temporary = beside(&path);
            if temporary.exists() {
                fs::remove_file(temporary)?;
            }
            let new_blob = Oid::from_str(&touched.new_blob)?;
            let at_tip = match &tip {
                Some(tree) => there(tree.get_path(Path::new(&touched.path)))?,
                None => None,
            };
            if at_tip.is_some_and(|entry| entry.id() == new_blob) {
                continue;
            }
            restore_file(&path, touched, root)?;
            index_changed |= restore_entry(&mut index, touched, new_blob)?;
        }
        if index_changed {
            index.write()?;
        }
        Ok(())
    }
}

/// Gives the commit that the branch stands at, if there is one: a branch that cannot be read says nothing of what was recorded.
pub(super) fn tip(repository: &Repository) -> Result<Option<Commit<'_>>, git2::Error> {
    let head = there(repository.head())?;
    head.map(|head| head.peel_to_commit()).transpose()
}

/// Gives what git found, if it is there; any other error is one.
fn there<T>(found: Result<T, git2::Error>) -> Result<Option<T>, git2::Error> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) if matches!(error.code(), ErrorCode::UnbornBranch | ErrorCode::NotFound) => {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

fn restore_file(path: &Path, touched: &Touched, root: &Path) -> Result<(), JournalError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error.into()),
    };
    if Oid::hash_object(git2::ObjectType::Blob, &bytes)?.to_string() == touched.new_file {
        match touched
            .old_length
            .and_then(|length| bytes.get(..usize::try_from(length).ok()?))
        {
            Some(old) => write_whole(path, old)?,
            None => fs::remove_file(path)?,
        }
    }
    // Directories that were made for it go too, as far as they are empty.
    let made = path
        .ancestors()
        .skip(1)
        .take_while(|dir| *dir != root && dir.starts_with(root));
    for dir in made {
        if touched.old_length.is_some() || fs::remove_dir(dir).is_err() {
            break;
        }
    }
    Ok(())
}

fn restore_entry(
    index: &mut Index,
    touched: &Touched,
    new_blob: Oid,
) -> Result<bool, JournalError> {
    let path = Path::new(&touched.path);
    if index
        .get_path(path, 0)
        .is_none_or(|entry| entry.id != new_blob)
    {
        return Ok(false);
    }
    match &touched.old_blob {
        Some(old) => index.add(&entry(&touched.path, Oid::from_str(old)?))?,
        None => index.remove(path, 0)?,
    }
    Ok(true)
}

/// Gives an entry of the index about whose file nothing is known yet.
pub fn entry(path: &str, id: Oid) -> IndexEntry {
    IndexEntry {
        ctime: IndexTime::new(0, 0),
        mtime: IndexTime::new(0, 0),
        dev: 0,
        ino: 0,
        mode: 0o100_644,
        uid: 0,
        gid: 0,
        file_size: 0,
        id,
        flags: 0,
        flags_extended: 0,
        path: path.as_bytes().to_vec(),
    }
}

/// Why a recording could not be taken back.
#[derive(Debug)]
pub enum JournalError {
    /// Git said no.
    Git(git2::Error),
    /// Reading or writing failed.
    Io(io::Error),
    /// A lock file that may be somebody else's is in the way.
    Locked(PathBuf),
}

impl From<git2::Error> for JournalError {
    fn from(error: git2::Error) -> Self {
        Self::Git(error)
    }
}

impl From<io::Error> for JournalError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Waits a little while for a lock file to go, as one of a running program does.
///
/// # Errors
/// When it stays.
pub fn wait_for(lock: &Path) -> Result<(), JournalError> {
    for _ in 0..20 {
        if lock.symlink_metadata().is_err() {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Err(JournalError::Locked(lock.to_owned()))
}

/// Removes a lock file of a recording that was killed: one made while its journal stood, within the two seconds that a recording
/// never takes. A later one may be that of an editor that waits for a commit message, and stays.
fn remove_stale(lock: &Path, journal: &Path) -> Result<(), JournalError> {
    let Ok(metadata) = lock.symlink_metadata() else {
        return Ok(());
    };
    let after = metadata
        .modified()?
        .duration_since(fs::metadata(journal)?.modified()?);
    if after.is_ok_and(|after| after < Duration::from_secs(2)) {
        fs::remove_file(lock)?;
        return Ok(());
    }
    wait_for(lock)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a recording wrote stays where it cannot be seen whether its commit was made.
    #[test]
    fn nothing_is_taken_back_while_the_branch_cannot_be_read() {
        let dir = tempfile::tempdir().unwrap();
        let repository = Repository::init(dir.path()).unwrap();
        let file = dir.path().join("a");
        fs::write(&file, "old\nnew\n").unwrap();
        let whole = Oid::hash_file(git2::ObjectType::Blob, &file).unwrap();
        let journal = Journal {
            files: vec![Touched {
                path: "a".into(),
                old_blob: None,
                new_blob: whole.to_string(),
                old_length: Some(4),
                new_file: whole.to_string(),
            }],
            ..Journal::default()
        };
        let branch = repository
            .find_reference("HEAD")
            .unwrap()
            .symbolic_target()
            .map(|name| repository.path().join(name.unwrap()))
            .unwrap();
        fs::write(&branch, "damaged").unwrap();
        assert!(matches!(
            journal.take_back(&repository),
            Err(JournalError::Git(_))
        ));
        assert_eq!(fs::read(&file).unwrap(), b"old\nnew\n");
        // A branch without a commit is no damage.
        fs::remove_file(&branch).unwrap();
        journal.take_back(&repository).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"old\n");
    }

    /// Neither is a working tree brought back.
    #[test]
    fn nothing_is_brought_back_while_the_branch_cannot_be_read() {
        let dir = tempfile::tempdir().unwrap();
        let repository = Repository::init(dir.path()).unwrap();
        fs::write(repository.path().join("HEAD"), "ref: refs/heads/x\n").unwrap();
        fs::write(repository.path().join("refs/heads/x"), "damaged").unwrap();
        let nobody = git2::Signature::new("a", "a@example.org", &git2::Time::new(0, 0)).unwrap();
        let tree = repository.treebuilder(None).unwrap().write().unwrap();
        let tree = repository.find_tree(tree).unwrap();
        let id = repository.commit(None, &nobody, &nobody, "", &tree, &[]);
        let id = id.unwrap();
        assert!(matches!(
            bring_back(&repository, id, id),
            Err(JournalError::Git(_))
        ));
    }
}
