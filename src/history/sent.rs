//! What a clone calls its own and the server has already: a commit that was sent and then written anew, with another message or
//! because no answer came. Put there once more, it would be a second complaint.

use std::collections::HashSet;

use git2::{Commit, Oid, Repository};

/// Who changed which files from what to what.
type Change = (Vec<u8>, Vec<(Vec<u8>, Oid, Oid)>);

/// The changes that the server has.
pub(super) struct SentChanges(HashSet<Change>);

impl SentChanges {
    /// Looks at the commits after `base` up to `server`.
    pub(super) fn between(
        repository: &Repository,
        base: Oid,
        server: Oid,
    ) -> Result<Self, git2::Error> {
        let mut changes = HashSet::new();
        let mut walk = repository.revwalk()?;
        walk.push(server)?;
        walk.hide(base)?;
        walk.simplify_first_parent()?;
        for id in walk {
            changes.insert(change(repository, &repository.find_commit(id?)?)?);
        }
        Ok(Self(changes))
    }

    /// Tells whether the same person made the same change there.
    pub(super) fn has(
        &self,
        repository: &Repository,
        commit: &Commit<'_>,
    ) -> Result<bool, git2::Error> {
        Ok(self.0.contains(&change(repository, commit)?))
    }
}

fn change(repository: &Repository, commit: &Commit<'_>) -> Result<Change, git2::Error> {
    let before = match commit.parent(0) {
        Ok(parent) => Some(parent.tree()?),
        Err(_) => None,
    };
    let diff = repository.diff_tree_to_tree(before.as_ref(), Some(&commit.tree()?), None)?;
    let files = diff.deltas().map(|delta| {
        let path = delta.new_file().path_bytes().unwrap_or_default().to_vec();
        (path, delta.old_file().id(), delta.new_file().id())
    });
    let author = commit.author().email_bytes().to_ascii_lowercase();
    Ok((author, files.collect()))
}
