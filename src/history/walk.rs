//! What came of judging a chain.

use std::sync::Arc;

use git2::Oid;

use super::CommitFindings;
use super::mark::{Kind, Mark};

/// A commit that was judged and what it did.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The commit.
    pub commit: Oid,
    /// What it did.
    pub mark: Arc<Mark>,
    /// Whether it was accepted.
    pub accepted: bool,
}

/// What came of judging a chain.
#[derive(Debug, Default)]
pub struct Walk {
    /// The last commit.
    pub tip: Option<Oid>,
    /// The trust root, or the first commit where none is known.
    pub root: Option<Oid>,
    /// The commit from which on everything is known to be judged: the trust root, or where a range began. None where that is not
    /// in the history.
    pub base: Option<Oid>,
    /// Every judged commit, the earliest first.
    pub judged: Vec<Judged>,
    /// What is wrong.
    pub faults: Vec<CommitFindings>,
    /// How many verdicts were known from before.
    pub remembered: usize,
    /// How many commits were not judged, after so many that were faulty.
    pub left: usize,
}

impl Walk {
    /// Counts the judged commits of which something holds.
    pub fn count(&self, holds: impl Fn(&Judged) -> bool) -> usize {
        self.judged.iter().filter(|judged| holds(judged)).count()
    }

    /// Gives the last commit up to which everything was accepted.
    pub fn verified(&self) -> Option<Oid> {
        self.judged
            .iter()
            .take_while(|judged| judged.accepted)
            .last()
            .map(|judged| judged.commit)
            .or(self.base)
    }
}

impl Judged {
    /// Tells whether the commit touches the register.
    pub fn is_of_register(&self) -> bool {
        !matches!(self.mark.kind, Kind::Beside | Kind::Merge)
    }
}
