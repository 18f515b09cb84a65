//! Where a letter may come, and writing it there whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use tempfile::NamedTempFile;

use crate::args;
use crate::cli::CliError;
use crate::cli::session::Checked;
use crate::history::repository::would_keep;
use crate::site::MANIFEST;

/// Refuses a place where a letter would be seen, or would pass for a part of the record.
pub fn refuse_place(path: &Path, checked: &Checked) -> Result<(), CliError> {
    let refused = |key| Err(CliError::User(key, args!(path: path.display().to_string())));
    let real = resolved(path)?;
    let register = fs::canonicalize(&checked.root)
        .map_err(|error| CliError::Io(checked.root.clone(), error))?;
    if real.starts_with(&register) {
        return refused("letter-in-register");
    }
    let beside = register.parent().map(|parent| parent.join("site"));
    let here = fs::canonicalize("site").ok();
    let inside = |dir: &Option<PathBuf>| dir.as_ref().is_some_and(|dir| real.starts_with(dir));
    let built = real
        .ancestors()
        .skip(1)
        .any(|dir| dir.join(MANIFEST).exists());
    if built || inside(&beside) || inside(&here) {
        return refused("letter-in-site");
    }
    if would_keep(&real) {
        return refused("letter-in-git");
    }
    Ok(())
}

/// Gives where a file would really come, whatever links lead there.
fn resolved(path: &Path) -> Result<PathBuf, CliError> {
    if let Ok(real) = fs::canonicalize(path) {
        return Ok(real);
    }
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let parent =
        fs::canonicalize(parent).map_err(|error| CliError::Io(parent.to_owned(), error))?;
    match path.components().next_back() {
        Some(Component::Normal(name)) => Ok(parent.join(name)),
        _ => Err(CliError::Io(
            path.to_owned(),
            io::ErrorKind::InvalidInput.into(),
        )),
    }
}

/// Writes a file that only its owner may read, whole or not at all.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    let failed = |error| CliError::Io(path.to_owned(), error);
    // What is no file, such as a pipe, is written to and not put in the place of.
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return fs::write(path, bytes).map_err(failed);
    }
    let real = resolved(path)?;
    let file = staged(&real, bytes).map_err(failed)?;
    file.persist(&real).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Adds a file to an annex, whole or not at all; what is there is never touched.
pub fn attach(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            CliError::User("letter-exists", args!(path: path.display().to_string()))
        }
        _ => CliError::Io(path.to_owned(), error),
    };
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    let file = staged(path, bytes).map_err(failed)?;
    file.persist_noclobber(path)
        .map_err(|error| failed(error.error))?;
    Ok(())
}

/// Writes what is to become a file beside its place. If that is where it ends, no check takes the rest for a part of the case.
fn staged(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new()
        .prefix(".klacht-letter-")
        .suffix("~")
        .tempfile_in(path.parent().unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}
