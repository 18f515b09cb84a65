//! How a clone stands to its server: which of the two has commits that the other lacks.

use git2::Oid;

use super::record_error::RecordError;
use super::recorder::Recorder;
use super::short;
use crate::args;

/// What lies between a clone and its server.
#[derive(Debug, PartialEq, Eq)]
pub enum Divergence {
    /// Nothing.
    Same,
    /// The server has more.
    Behind,
    /// The clone has more; since this commit, which is the server's.
    Ahead(Oid),
    /// Both have more, since this commit.
    Diverged(Oid),
}

impl Recorder {
    /// Says how the clone stands to its server.
    ///
    /// # Errors
    /// When the two have nothing in common, or the clone has a merge that would have to be put elsewhere.
    pub fn divergence(&self, local: Oid, server: Oid) -> Result<Divergence, RecordError> {
        let repository = &self.repository;
        if local == server {
            return Ok(Divergence::Same);
        }
        if repository.graph_descendant_of(server, local)? {
            return Ok(Divergence::Behind);
        }
        let ahead = repository.graph_descendant_of(local, server)?;
        let mut at = repository.find_commit(local)?;
        loop {
            if at.id() == server || repository.graph_descendant_of(server, at.id())? {
                break;
            }
            if at.parent_count() > 1 && !ahead {
                return Err(RecordError::new(
                    "sync-merge",
                    args!(commit: short(at.id())),
                ));
            }
            at = match at.parent(0) {
                Ok(parent) => parent,
                Err(_) => return Err(RecordError::new("sync-unrelated", args!())),
            };
        }
        match (ahead, at.id() == server) {
            (true, true) => Ok(Divergence::Ahead(server)),
            // The server's commits came in by a merge, beside the first-parent chain.
            (true, false) => Err(RecordError::new("sync-merge", args!(commit: short(local)))),
            (false, _) => Ok(Divergence::Diverged(at.id())),
        }
    }

    /// Tells whether one commit comes after another or is the same.
    ///
    /// # Errors
    /// When the repository cannot be read.
    pub fn follows(&self, later: Oid, earlier: Oid) -> Result<bool, RecordError> {
        Ok(later == earlier || self.repository.graph_descendant_of(later, earlier)?)
    }
}
