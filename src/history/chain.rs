//! The first-parent chain of a branch, judged from the trust root on.

use git2::{ErrorCode, Oid};

use super::commit::{Commit, parse_commit};
use super::judge::{Judge, Kind, Mark};
use super::repository::Register;
use super::verdicts::{Verdict, Verdicts};
use super::{Error, Faults};
use crate::args;
use crate::finding::{Finding, Level};
use crate::rules::history::fault;
use crate::source::Spot;

/// A commit that was judged and what it did.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The commit.
    pub commit: Oid,
    /// What it did.
    pub mark: Mark,
    /// Whether it was accepted.
    pub accepted: bool,
}

/// What came of judging a chain.
#[derive(Debug, Default)]
pub struct Walk {
    /// The last commit.
    pub tip: Option<Oid>,
    /// The commit from which on the history was judged.
    pub root: Option<Oid>,
    /// Every judged commit, the earliest first.
    pub judged: Vec<Judged>,
    /// What is wrong.
    pub faults: Vec<Faults>,
    /// How many verdicts were known from before.
    pub remembered: usize,
}

/// Judges the first-parent chain up to a commit, or a range `A..B` of it.
///
/// # Errors
/// When the repository cannot be read, or the range does not name commits of it.
pub fn check_history(register: &Register, range: Option<&str>, now: i64) -> Result<Walk, Error> {
    let (from, tip) = match range.map(|range| {
        range
            .split_once("..")
            .map_or((None, range), |(a, b)| (Some(a), b))
    }) {
        None => (None, tip(register, &register.settings.branch)?),
        Some((from, to)) => (
            from.filter(|from| !from.is_empty())
                .map(|from| tip(register, from))
                .transpose()?,
            tip(register, if to.is_empty() { "HEAD" } else { to })?,
        ),
    };
    let mut walk = Walk {
        tip: Some(tip),
        ..Walk::default()
    };
    let mut chain = Chain::new(register, tip, now)?;
    if !chain.given {
        let mut found = fault("H02", "", Spot::File, args!(root: chain.root.to_string()));
        // A clone can be looked at without; whoever decides on pushes must know what they trust.
        found.level = Level::Warning;
        walk.faults.push(Faults {
            commit: None,
            tree: None,
            author: String::new(),
            findings: vec![found],
        });
    }
    let base = from.unwrap_or(chain.root);
    if !chain.judge(tip, base, base == chain.root, &mut walk)? {
        let code = if from.is_some() { "H06" } else { "H03" };
        let found = fault(
            code,
            "",
            Spot::File,
            args!(root: base.to_string(), tip: tip.to_string()),
        );
        walk.faults.push(Faults {
            commit: None,
            tree: None,
            author: String::new(),
            findings: vec![found],
        });
    }
    walk.root = Some(chain.root);
    chain.verdicts.save();
    Ok(walk)
}

fn tip(register: &Register, name: &str) -> Result<Oid, Error> {
    let unknown = |error: git2::Error| match error.code() {
        ErrorCode::NotFound | ErrorCode::InvalidSpec | ErrorCode::Ambiguous => {
            Error::User("history-no-commit", args!(name: name))
        }
        _ => Error::Git(error),
    };
    let found = register.repository.revparse_single(name).map_err(unknown)?;
    Ok(found.peel_to_commit().map_err(unknown)?.id())
}

/// A chain under judgement, with what is remembered of it.
pub(super) struct Chain<'r> {
    pub judge: Judge<'r>,
    pub verdicts: Verdicts,
    /// The trust root, or the first commit where none was given.
    pub root: Oid,
    /// Whether the trust root was given.
    pub given: bool,
}

impl<'r> Chain<'r> {
    pub fn new(register: &'r Register, tip: Oid, now: i64) -> Result<Self, Error> {
        let judge = Judge::new(&register.repository, &register.settings.dir, now)?;
        let given = register.settings.trust_root;
        let root = match given {
            Some(root) => root,
            None => first(&judge, tip)?,
        };
        Ok(Self {
            judge,
            verdicts: Verdicts::open(&register.settings, root),
            root,
            given: given.is_some(),
        })
    }

    pub fn commit(&self, id: Oid) -> Result<Commit, Error> {
        parse_commit(id, &self.judge.objects.commit(id)?)
    }

    /// Judges the commits after `base` up to `tip`, the earliest first; `false` when `base` is not on the chain of `tip`.
    ///
    /// `linked` says whether everything up to `base` is known to be accepted.
    pub fn judge(
        &mut self,
        tip: Oid,
        base: Oid,
        linked: bool,
        walk: &mut Walk,
    ) -> Result<bool, Error> {
        let mut ids = Vec::new();
        let mut at = tip;
        while at != base {
            ids.push(at);
            let parent = match self.verdicts.get(at) {
                Some(verdict) => Some(verdict.parent),
                None => self.commit(at)?.parents.first().copied(),
            };
            match parent {
                Some(parent) => at = parent,
                None => return Ok(false),
            }
        }
        let mut linked = linked;
        let mut before: Option<Commit> = None;
        let mut previous = base;
        for id in ids.into_iter().rev() {
            if let Some(verdict) = self.verdicts.get(id) {
                let (mark, was) = (verdict.mark.clone(), verdict.linked);
                if linked && !was {
                    self.verdicts.put(
                        id,
                        Verdict {
                            parent: previous,
                            linked,
                            mark: mark.clone(),
                        },
                    );
                }
                walk.remembered += 1;
                walk.judged.push(Judged {
                    commit: id,
                    mark,
                    accepted: true,
                });
                (before, previous) = (None, id);
                continue;
            }
            let parent = match before.take() {
                Some(parent) => parent,
                None => self.commit(previous)?,
            };
            let commit = self.commit(id)?;
            let (mark, findings) = self.judge.judge(&commit, &parent)?;
            let accepted = findings.is_empty();
            linked &= accepted;
            walk.judged.push(Judged {
                commit: id,
                mark: mark.clone(),
                accepted,
            });
            if accepted {
                self.verdicts.put(
                    id,
                    Verdict {
                        parent: previous,
                        linked,
                        mark,
                    },
                );
            } else {
                walk.faults.push(self.faults(&commit, findings)?);
            }
            (before, previous) = (Some(commit), id);
        }
        Ok(true)
    }

    pub fn faults(&self, commit: &Commit, findings: Vec<Finding>) -> Result<Faults, Error> {
        let author = format!("{}, {}", commit.author.name, commit.committer.day());
        Ok(Faults {
            commit: commit.id,
            tree: self.judge.register(commit.tree)?,
            author,
            findings,
        })
    }

    /// Tells whether the trust root lies on the chain of a commit.
    pub fn is_rooted(&mut self, tip: Oid) -> Result<bool, Error> {
        let mut at = tip;
        loop {
            if at == self.root || self.verdicts.is_linked(at) {
                return Ok(true);
            }
            let parent = match self.verdicts.get(at) {
                Some(verdict) => Some(verdict.parent),
                None => self.commit(at)?.parents.first().copied(),
            };
            match parent {
                Some(parent) => at = parent,
                None => return Ok(false),
            }
        }
    }
}

/// Finds where the chain of a commit begins.
fn first(judge: &Judge<'_>, tip: Oid) -> Result<Oid, Error> {
    let mut at = tip;
    loop {
        match parse_commit(at, &judge.objects.commit(at)?)?
            .parents
            .first()
        {
            Some(parent) => at = *parent,
            None => return Ok(at),
        }
    }
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
            .or(self.root)
    }
}

impl Judged {
    /// Tells whether the commit touches the register.
    pub const fn is_of_register(&self) -> bool {
        !matches!(self.mark.kind, Kind::Beside | Kind::Merge)
    }
}
