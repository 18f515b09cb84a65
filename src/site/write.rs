//! Writing a site so that it is the old one or the new one: every changed page is staged first, and only then moved into place.
//!
//! A manifest in the site lists the pages that this program wrote. A page that is no longer wanted is removed by it, and a file
//! that is not in it is never touched. Before anything moves, the manifest names the old pages and the new ones, so that a
//! build that was killed leaves nothing behind that the next one takes for somebody else's.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tempfile::TempDir;

use super::{Page, SiteError};

/// The list of the pages that were written, in the output directory.
pub const MANIFEST: &str = ".klacht-site.json";
const STAGING: &str = ".klacht-staging-";

/// What writing a site did, in numbers of pages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// New or changed.
    pub written: usize,
    /// There already, and the same.
    pub unchanged: usize,
    /// No longer wanted.
    pub removed: usize,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    klacht_site: u8,
    pages: BTreeSet<String>,
}

/// A site that is being written; nothing of it is seen before [`Writer::commit`].
pub struct Writer {
    out: PathBuf,
    ours: BTreeSet<String>,
    pages: BTreeSet<String>,
    /// Directories of the site that are known to be real ones, not links elsewhere.
    directories: BTreeSet<PathBuf>,
    staging: TempDir,
    /// The staged pages, and whether each takes the place of an older one.
    staged: Vec<(String, bool)>,
    foreign: Vec<String>,
}

impl Writer {
    /// Prepares a directory for a site: makes it where it is not there, and clears what a killed build left.
    ///
    /// # Errors
    /// When the directory cannot be made or read, or the manifest in it is damaged.
    pub fn open(out: &Path) -> Result<Self, SiteError> {
        fs::create_dir_all(out).map_err(SiteError::io(out))?;
        let out = out.canonicalize().map_err(SiteError::io(out))?;
        let ours = load_manifest(&out.join(MANIFEST))?;
        clear_staging(&out)?;
        let staging = tempfile::Builder::new()
            .prefix(STAGING)
            .tempdir_in(&out)
            .map_err(SiteError::io(&out))?;
        let directories = BTreeSet::from([out.clone()]);
        Ok(Self {
            out,
            ours,
            pages: BTreeSet::new(),
            directories,
            staging,
            staged: Vec::new(),
            foreign: Vec::new(),
        })
    }

    /// Stages a page, unless it is there already and the same.
    ///
    /// # Errors
    /// When the page cannot be staged. A foreign file in its place is kept in mind for [`Writer::commit`], which names them all.
    pub fn stage(&mut self, page: &Page) -> Result<(), SiteError> {
        if !is_page_path(&page.path) || !self.pages.insert(page.path.clone()) {
            let source = io::Error::new(
                io::ErrorKind::InvalidInput,
                "not the path of a page, or twice the same",
            );
            return Err(SiteError::Io {
                path: page.path.clone().into(),
                source,
            });
        }
        let target = self.out.join(&page.path);
        if let Some(link) = self.obstacle(&page.path)? {
            self.foreign.push(link);
            return Ok(());
        }
        let mut replaces = true;
        match fs::symlink_metadata(&target) {
            Ok(found) if !found.is_file() || !self.ours.contains(&page.path) => {
                self.foreign.push(page.path.clone());
                return Ok(());
            }
            Ok(found) => {
                let same_size =
                    usize::try_from(found.len()).is_ok_and(|size| size == page.content.len());
                if same_size && fs::read(&target).is_ok_and(|content| content == page.content) {
                    return Ok(());
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => replaces = false,
            Err(error) => {
                return Err(SiteError::Io {
                    path: target,
                    source: error,
                });
            }
        }
        let path = self.staged_path(self.staged.len());
        fs::write(&path, &page.content).map_err(SiteError::io(&path))?;
        self.staged.push((page.path.clone(), replaces));
        Ok(())
    }

    /// Moves the staged pages into place and removes those that are no longer wanted.
    ///
    /// # Errors
    /// When a foreign file is in the way, before anything has changed; when a file cannot be moved, after what had been moved
    /// was put back.
    pub fn commit(self) -> Result<Written, SiteError> {
        if !self.foreign.is_empty() {
            return Err(SiteError::Foreign {
                paths: self.foreign,
            });
        }
        let manifest = self.out.join(MANIFEST);
        let stale: Vec<&String> = self.ours.difference(&self.pages).collect();
        let changed = !self.staged.is_empty() || !stale.is_empty();
        let mut removed = 0;
        if changed {
            let both = self.ours.union(&self.pages).cloned().collect();
            self.write_manifest(&manifest, both)?;
            let mut moves = Moves::new(self.staging.path());
            let result = self.move_all(&mut moves, &stale);
            if result.is_err() {
                moves.undo();
                // What was there before is what is there now; the longer list does no harm if this fails.
                let _ = self.write_manifest(&manifest, self.ours.clone());
            }
            removed = result?;
        }
        if changed || self.ours != self.pages || !manifest.exists() {
            self.write_manifest(&manifest, self.pages.clone())?;
        }
        let written = self.staged.len();
        let unchanged = self.pages.len() - written;
        let path = self.staging.path().to_owned();
        self.staging.close().map_err(SiteError::io(&path))?;
        Ok(Written {
            written,
            unchanged,
            removed,
        })
    }

    fn move_all(&self, moves: &mut Moves, stale: &[&String]) -> Result<usize, SiteError> {
        for (number, (path, replaces)) in self.staged.iter().enumerate() {
            let target = self.out.join(path);
            if let Some(parent) = target
                .parent()
                .filter(|parent| !self.directories.contains(*parent))
            {
                moves.make_directories(&self.out, parent)?;
            }
            moves.put(&self.staged_path(number), &target, *replaces)?;
        }
        let mut removed = 0;
        for path in stale {
            let target = self.out.join(path);
            // A link in the way means that the page is not there any more: what it leads to is somebody else's.
            if self.leads_elsewhere(path)
                || !fs::symlink_metadata(&target).is_ok_and(|found| found.is_file())
            {
                continue;
            }
            moves.take(&target)?;
            removed += 1;
        }
        for path in stale {
            let mut parent = Path::new(path.as_str()).parent();
            while let Some(dir) = parent.filter(|dir| !dir.as_os_str().is_empty()) {
                // Fails, as it should, while anything is left in it.
                let _ = fs::remove_dir(self.out.join(dir));
                parent = dir.parent();
            }
        }
        Ok(removed)
    }

    fn staged_path(&self, number: usize) -> PathBuf {
        self.staging.path().join(format!("new-{number}"))
    }

    /// Finds what stands where a directory of the page has to be, if it is not one.
    fn obstacle(&mut self, path: &str) -> Result<Option<String>, SiteError> {
        for (end, _) in path.match_indices('/') {
            let dir = self.out.join(&path[..end]);
            if self.directories.contains(&dir) {
                continue;
            }
            match fs::symlink_metadata(&dir) {
                Ok(found) if found.is_dir() => drop(self.directories.insert(dir)),
                Ok(_) => return Ok(Some(path[..end].to_owned())),
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
                Err(source) => return Err(SiteError::Io { path: dir, source }),
            }
        }
        Ok(None)
    }

    fn leads_elsewhere(&self, path: &str) -> bool {
        path.match_indices('/').any(|(end, _)| {
            fs::symlink_metadata(self.out.join(&path[..end])).is_ok_and(|found| !found.is_dir())
        })
    }

    /// Writes the manifest whole or not at all, and onto the disk before it goes on.
    fn write_manifest(&self, path: &Path, pages: BTreeSet<String>) -> Result<(), SiteError> {
        let mut text = serde_json::to_string_pretty(&Manifest {
            klacht_site: 1,
            pages,
        })
        .map_err(|error| SiteError::Io {
            path: path.to_owned(),
            source: error.into(),
        })?;
        text.push('\n');
        let staged = self.staging.path().join("manifest");
        let write = || {
            let mut file = fs::File::create(&staged)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            fs::rename(&staged, path)
        };
        write().map_err(SiteError::io(path))
    }
}

/// What was moved so far, and how to put it back.
struct Moves {
    staging: PathBuf,
    done: Vec<(PathBuf, Option<PathBuf>)>,
    made: Vec<PathBuf>,
}

impl Moves {
    fn new(staging: &Path) -> Self {
        Self {
            staging: staging.to_owned(),
            done: Vec::new(),
            made: Vec::new(),
        }
    }

    fn backup(&self) -> PathBuf {
        self.staging.join(format!("old-{}", self.done.len()))
    }

    fn make_directories(&mut self, out: &Path, dir: &Path) -> Result<(), SiteError> {
        let mut missing = Vec::new();
        let mut at = Some(dir);
        while let Some(dir) = at.filter(|dir| *dir != out && fs::symlink_metadata(dir).is_err()) {
            missing.push(dir);
            at = dir.parent();
        }
        for dir in missing.into_iter().rev() {
            fs::create_dir(dir).map_err(SiteError::io(dir))?;
            self.made.push(dir.to_owned());
        }
        Ok(())
    }

    /// Puts a staged page in its place; a second name keeps the old one, so that the place is never empty.
    fn put(&mut self, new: &Path, target: &Path, replaces: bool) -> Result<(), SiteError> {
        let backup = self.backup();
        let old = match replaces.then(|| fs::hard_link(target, &backup)) {
            None => None,
            Some(Ok(())) => Some(backup),
            // Not every filesystem has hard links.
            Some(Err(_)) => fs::copy(target, &backup)
                .map(|_| Some(backup))
                .map_err(SiteError::io(target))?,
        };
        fs::rename(new, target).map_err(SiteError::io(target))?;
        self.done.push((target.to_owned(), old));
        Ok(())
    }

    fn take(&mut self, target: &Path) -> Result<(), SiteError> {
        let backup = self.backup();
        fs::rename(target, &backup).map_err(SiteError::io(target))?;
        self.done.push((target.to_owned(), Some(backup)));
        Ok(())
    }

    /// Puts everything back, as far as the disk lets it; the next build repairs the rest.
    fn undo(&self) {
        for (target, old) in self.done.iter().rev() {
            let _ = match old {
                Some(old) => fs::rename(old, target),
                None => fs::remove_file(target),
            };
        }
        for dir in self.made.iter().rev() {
            let _ = fs::remove_dir(dir);
        }
    }
}

/// Tells whether a path is one that a page can have: relative, plain characters, nothing hidden.
fn is_page_path(path: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
    path.split('/')
        .all(|part| !part.is_empty() && !part.starts_with('.') && part.bytes().all(plain))
}

fn load_manifest(path: &Path) -> Result<BTreeSet<String>, SiteError> {
    let damaged = || SiteError::Manifest {
        path: path.to_owned(),
    };
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        Ok(found) if !found.is_file() => return Err(damaged()),
        _ => {}
    }
    let text = fs::read(path).map_err(SiteError::io(path))?;
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|_| damaged())?;
    if manifest.klacht_site == 1 && manifest.pages.iter().all(|page| is_page_path(page)) {
        Ok(manifest.pages)
    } else {
        Err(damaged())
    }
}

fn clear_staging(out: &Path) -> Result<(), SiteError> {
    for entry in fs::read_dir(out).map_err(SiteError::io(out))? {
        let entry = entry.map_err(SiteError::io(out))?;
        let left = entry
            .file_name()
            .to_str()
            .is_some_and(|name| name.starts_with(STAGING));
        if left && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            fs::remove_dir_all(entry.path()).map_err(SiteError::io(&entry.path()))?;
        }
    }
    Ok(())
}
