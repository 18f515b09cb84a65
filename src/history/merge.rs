//! What a merge driver of git has to know: which of two versions is shared already, and what goes with the other.

use std::path::Path;

use git2::{Oid, Repository};

use super::Error;

/// Where the steps that are not shared yet come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unshared {
    /// From the version that git calls theirs: in a rebase, which puts own commits on what was fetched.
    Theirs(Oid),
    /// From the version that git calls ours: in a merge of what was fetched.
    Ours(Oid),
}

/// Finds out what git is doing, and up to which commit the own steps go; nothing where it is neither a rebase nor a merge.
///
/// # Errors
/// When the repository cannot be read.
pub fn unshared(repository: &Repository) -> Result<Option<Unshared>, Error> {
    if let Some(tip) = rebased(repository)? {
        return Ok(Some(Unshared::Theirs(tip)));
    }
    // Git tells a driver in no other way that it merges; while it picks a single commit this is not set.
    let action = std::env::var("GIT_REFLOG_ACTION").unwrap_or_default();
    if !(action.starts_with("merge") || action.starts_with("pull")) {
        return Ok(None);
    }
    let head = repository.head()?.peel_to_commit()?;
    Ok(Some(Unshared::Ours(head.id())))
}

/// Gives the commit up to which is being rebased; nothing where no rebase is going on.
///
/// # Errors
/// When what git wrote of it cannot be read.
pub fn rebased(repository: &Repository) -> Result<Option<Oid>, Error> {
    for dir in ["rebase-merge", "rebase-apply"] {
        let path = repository.path().join(dir).join("orig-head");
        match std::fs::read_to_string(&path) {
            Ok(text) => return Ok(Some(text.trim().parse()?)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(Error::Io(path, error)),
        }
    }
    Ok(None)
}

/// Lists the annex files that a commit has for some steps of the case whose record is at a path.
///
/// # Errors
/// When the commit cannot be read.
pub fn annexes(
    repository: &Repository,
    commit: Oid,
    record: &Path,
    steps: &std::ops::Range<usize>,
) -> Result<Vec<String>, Error> {
    let tree = repository.find_commit(commit)?.tree()?;
    let Ok(private) = tree.get_path(&record.with_file_name("private")) else {
        return Ok(Vec::new());
    };
    let Ok(private) = private.to_object(repository)?.peel_to_tree() else {
        return Ok(Vec::new());
    };
    let names = private
        .iter()
        .filter_map(|entry| entry.name().ok().map(str::to_owned));
    let of_steps = names.filter(|name| {
        let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
        digits
            .parse()
            .is_ok_and(|number: usize| steps.contains(&number))
    });
    Ok(of_steps.collect())
}
