//! What a push brought: each commit after it was accepted, with what it did, for those who are to be told.

use git2::Oid;

use super::Error;
use super::chain::Chain;
use super::changes::changes;
use super::mark::Kind;
use super::repository::RegisterRepo;
use super::walk::{Judged, Walk};
use crate::register::files::{Item, classify};

/// A commit that was received.
#[derive(Debug, Clone)]
pub struct Received {
    /// What it did, and who made it.
    pub judged: Judged,
    /// The years whose analysis came with it.
    pub analyses: Vec<u16>,
}

/// Gives the commits of a branch after `base` up to `tip`, the earliest first; `None` when `base` is not on its first-parent chain.
///
/// # Errors
/// When the repository cannot be read.
pub fn between(
    register: &RegisterRepo,
    base: Oid,
    tip: Oid,
    now: i64,
) -> Result<Option<Vec<Received>>, Error> {
    let odb = register.repository.odb()?;
    let mut chain = Chain::new(register, &odb, tip, now)?;
    let mut walk = Walk::default();
    if !chain.judge(tip, base, false, &mut walk)? {
        return Ok(None);
    }
    let mut received = Vec::new();
    for judged in walk.judged {
        let analyses = if matches!(judged.mark.kind, Kind::Document { .. }) {
            analyses(&chain, judged.commit)?
        } else {
            Vec::new()
        };
        received.push(Received { judged, analyses });
    }
    Ok(Some(received))
}

/// Gives a commit by itself; none when it is not, or not any more, on the first-parent chain of `tip`.
///
/// # Errors
/// When the repository cannot be read.
pub fn one(
    register: &RegisterRepo,
    commit: Oid,
    tip: Oid,
    now: i64,
) -> Result<Vec<Received>, Error> {
    let Ok(found) = register.repository.find_commit(commit) else {
        return Ok(Vec::new());
    };
    let parent = match found.parent_id(0) {
        Ok(parent) if is_before(register, commit, tip)? => parent,
        _ => return Ok(Vec::new()),
    };
    Ok(between(register, parent, commit, now)?.unwrap_or_default())
}

/// Tells whether a commit is another one or comes before it.
///
/// # Errors
/// When the repository cannot be read.
pub fn is_before(register: &RegisterRepo, earlier: Oid, later: Oid) -> Result<bool, Error> {
    Ok(earlier == later
        || register.repository.find_commit(later).is_ok()
            && register.repository.graph_descendant_of(later, earlier)?)
}

/// Gives the years of the analyses that a commit adds.
fn analyses(chain: &Chain<'_>, id: Oid) -> Result<Vec<u16>, Error> {
    let commit = chain.commit(id)?;
    let Some(parent) = commit.parents.first() else {
        return Ok(Vec::new());
    };
    let objects = &chain.judge.objects;
    let before = chain.judge.register(chain.commit(*parent)?.tree)?;
    let changed = changes(objects, before, chain.judge.register(commit.tree)?)?;
    let years = changed
        .files
        .iter()
        .filter(|change| change.old.is_none())
        .filter_map(|change| match classify(&change.path) {
            Ok(Item::Analysis(year)) => Some(year),
            _ => None,
        });
    Ok(years.collect())
}
