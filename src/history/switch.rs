//! Bringing a clone from one commit to another, whole or not at all: files, index and, last, the branch.
//!
//! Only paths that differ between the two commits are touched, and only where nothing uncommitted stands in them. The journal
//! says from where to where; what a killed run left is brought back by comparing files with both commits, so that what someone
//! wrote in between is kept.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use git2::{FileMode, Index, Oid, Repository, Tree};

use super::journal::{self, JournalError, entry, tip};

/// A file in a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Side {
    mode: FileMode,
    id: Oid,
}

/// A path that differs between two commits.
#[derive(Debug, Clone)]
struct Differing {
    path: String,
    from: Option<Side>,
    to: Option<Side>,
}

/// The paths that differ between two commits.
#[derive(Debug, Clone)]
pub struct Difference {
    paths: Vec<Differing>,
}

impl Difference {
    /// Compares the trees of two commits.
    pub fn between(repository: &Repository, from: Oid, to: Oid) -> Result<Self, git2::Error> {
        let tree =
            |id: Oid| -> Result<Tree<'_>, git2::Error> { repository.find_commit(id)?.tree() };
        let diff = repository.diff_tree_to_tree(Some(&tree(from)?), Some(&tree(to)?), None)?;
        let mut paths = Vec::new();
        for delta in diff.deltas() {
            let side = |file: git2::DiffFile<'_>| {
                (!file.id().is_zero()).then(|| Side {
                    mode: file.mode(),
                    id: file.id(),
                })
            };
            let path = delta
                .new_file()
                .path_bytes()
                .or(delta.old_file().path_bytes());
            let path = path.and_then(|path| std::str::from_utf8(path).ok());
            let path = path.ok_or_else(|| git2::Error::from_str("a path is not UTF-8"))?;
            paths.push(Differing {
                path: path.to_owned(),
                from: side(delta.old_file()),
                to: side(delta.new_file()),
            });
        }
        Ok(Self { paths })
    }

    /// Gives the paths.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(|differing| differing.path.as_str())
    }

    /// Gives the way back.
    fn reversed(self) -> Self {
        let turn = |differing: Differing| Differing {
            from: differing.to,
            to: differing.from,
            ..differing
        };
        Self {
            paths: self.paths.into_iter().map(turn).collect(),
        }
    }

    /// Lists the paths in which something uncommitted stands.
    pub fn uncommitted(
        &self,
        repository: &Repository,
        root: &Path,
    ) -> Result<Vec<String>, JournalError> {
        let mut index = repository.index()?;
        index.read(true)?;
        let mut found = Vec::new();
        for differing in &self.paths {
            let staged = index.get_path(Path::new(&differing.path), 0);
            let staged = staged.map(|entry| (entry.id, entry.mode));
            let committed = differing.from.map(|side| (side.id, u32::from(side.mode)));
            let path = root.join(&differing.path);
            if staged != committed || !is_at(repository, &path, differing.from)? {
                found.push(differing.path.clone());
            }
        }
        Ok(found)
    }

    /// Writes and removes the files. What goes, goes first, so that a name that differs by case only is not lost.
    ///
    /// With `mind_others` a file that is at neither of the two commits stays as it is.
    fn bring_files(
        &self,
        repository: &Repository,
        root: &Path,
        mind_others: bool,
    ) -> Result<(), JournalError> {
        let going = self.paths.iter().filter(|differing| differing.to.is_none());
        let coming = self.paths.iter().filter(|differing| differing.to.is_some());
        for differing in going.chain(coming) {
            let path = root.join(&differing.path);
            let temporary = journal::beside(&path);
            if temporary.symlink_metadata().is_ok() {
                fs::remove_file(&temporary)?;
            }
            let gone = path.symlink_metadata().is_err();
            if mind_others && !gone && !is_at(repository, &path, differing.from)? {
                continue;
            }
            match differing.to {
                Some(side) => write(repository, &path, side)?,
                None => remove(&path, root)?,
            }
        }
        Ok(())
    }

    fn bring_index(&self, repository: &Repository, mind_others: bool) -> Result<(), JournalError> {
        let mut index = repository.index()?;
        index.read(true)?;
        for differing in &self.paths {
            let path = Path::new(&differing.path);
            let staged = index.get_path(path, 0).map(|entry| entry.id);
            if mind_others && staged != differing.from.map(|side| side.id) {
                continue;
            }
            match differing.to {
                Some(side) => stage(&mut index, &differing.path, side)?,
                None => drop(index.remove(path, 0)),
            }
        }
        index.write()?;
        Ok(())
    }

    /// Brings files and index along; `almost` is called when only what is quick is left to do.
    ///
    /// # Errors
    /// When something cannot be written; the caller then brings back what was.
    pub fn bring(
        &self,
        repository: &Repository,
        root: &Path,
        almost: impl FnOnce() -> io::Result<()>,
    ) -> Result<(), JournalError> {
        self.bring_files(repository, root, false)?;
        almost()?;
        self.bring_index(repository, false)
    }
}

/// Brings files and index back to `from`, where they are as `to` has them; for a run that did not come to its end.
pub fn bring_back(repository: &Repository, from: Oid, to: Oid) -> Result<(), JournalError> {
    let Some(root) = repository.workdir() else {
        return Ok(());
    };
    if tip(repository)?.is_some_and(|tip| tip.id() != from) {
        // The branch is there already, which is last, or somebody moved it since.
        return Ok(());
    }
    let back = Difference::between(repository, from, to)?.reversed();
    back.bring_files(repository, root, true)?;
    back.bring_index(repository, true)
}

/// Tells whether a file of the working tree is as a commit has it; how lines end does not count, for git may change that.
fn is_at(repository: &Repository, path: &Path, side: Option<Side>) -> Result<bool, JournalError> {
    let there = match path.symlink_metadata() {
        Ok(metadata) => metadata,
        Err(error) if is_absent(&error) => return Ok(side.is_none()),
        Err(error) => return Err(error.into()),
    };
    let Some(side) = side else { return Ok(false) };
    match side.mode {
        // What is in a submodule is not looked at, as git does not either.
        FileMode::Commit => Ok(there.is_dir()),
        FileMode::Link => {
            let blob = repository.find_blob(side.id)?;
            Ok(there.is_symlink()
                && fs::read_link(path)?.to_string_lossy().as_bytes() == blob.content())
        }
        _ if !there.is_file() => Ok(false),
        _ => {
            let blob = repository.find_blob(side.id)?;
            let bytes = fs::read(path)?;
            Ok(bytes == blob.content()
                || is_text(&bytes) && with_lf(&bytes) == with_lf(blob.content()))
        }
    }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

fn is_text(bytes: &[u8]) -> bool {
    !bytes.contains(&0)
}

fn with_lf(bytes: &[u8]) -> Vec<u8> {
    let ends = bytes.iter().skip(1).copied().chain([0]);
    let pairs = bytes.iter().copied().zip(ends);
    pairs
        .filter(|pair| *pair != (b'\r', b'\n'))
        .map(|(byte, _)| byte)
        .collect()
}

/// Writes a file as a commit has it, with the line ends that git would give it.
fn write(repository: &Repository, path: &Path, side: Side) -> Result<(), JournalError> {
    if side.mode == FileMode::Commit {
        return Ok(fs::create_dir_all(path)?);
    }
    let blob = repository.find_blob(side.id)?;
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    #[cfg(unix)]
    if side.mode == FileMode::Link {
        let temporary = journal::beside(path);
        let target: PathBuf = String::from_utf8_lossy(blob.content()).into_owned().into();
        std::os::unix::fs::symlink(target, &temporary)?;
        return Ok(fs::rename(&temporary, path)?);
    }
    let mut bytes = blob.content().to_vec();
    if is_text(&bytes) && !bytes.windows(2).any(|pair| pair == b"\r\n") {
        let crlf = match fs::read(path) {
            Ok(old) => old.windows(2).any(|pair| pair == b"\r\n"),
            Err(_) => repository
                .config()?
                .get_bool("core.autocrlf")
                .unwrap_or(false),
        };
        if crlf {
            bytes = String::from_utf8_lossy(&bytes)
                .replace('\n', "\r\n")
                .into_bytes();
        }
    }
    let temporary: PathBuf = journal::beside(path);
    // Not synced: whatever is lost of it in a power cut is in the commit.
    fs::write(&temporary, bytes)?;
    #[cfg(unix)]
    if side.mode == FileMode::BlobExecutable {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&temporary, fs::Permissions::from_mode(0o755))?;
    }
    Ok(fs::rename(&temporary, path)?)
}

/// Removes a file, and the directories that it leaves empty.
fn remove(path: &Path, root: &Path) -> Result<(), JournalError> {
    let removed = match path.symlink_metadata() {
        Ok(metadata) if metadata.is_dir() => fs::remove_dir(path),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    match removed {
        Err(error) if !is_absent(&error) => return Err(error.into()),
        _ => {}
    }
    let above = path.ancestors().skip(1);
    for dir in above.take_while(|dir| *dir != root && dir.starts_with(root)) {
        if fs::remove_dir(dir).is_err() {
            break;
        }
    }
    Ok(())
}

fn stage(index: &mut Index, path: &str, side: Side) -> Result<(), git2::Error> {
    if side.mode != FileMode::Commit {
        index.add_path(Path::new(path))?;
        let staged = index.get_path(Path::new(path), 0);
        if staged.is_some_and(|entry| entry.id == side.id && entry.mode == u32::from(side.mode)) {
            return Ok(());
        }
    }
    let mut entry = entry(path, side.id);
    entry.mode = u32::from(side.mode);
    index.add(&entry)
}

#[cfg(test)]
mod tests {
    use super::with_lf;

    #[test]
    fn line_ends_are_all_that_is_taken_away() {
        assert_eq!(with_lf(b"a\r\nb\rc\r\r\n\r"), b"a\nb\rc\r\n\r");
    }
}
