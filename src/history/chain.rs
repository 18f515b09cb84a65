//! The first-parent chain of a branch, judged from the trust root on.

use git2::{ErrorCode, Odb, Oid};

use super::commit::{Commit, first_parent};
use super::judge::{Judge, follows_from_earlier};
use super::objects::Objects;
use super::parallel::{ParallelJudge, Rulings, Run, rule};
use super::repository::RegisterRepo;
use super::verdicts::{Verdict, Verdicts};
use super::walk::{Judged, Walk};
use super::{CommitFindings, Error};
use crate::args;
use crate::finding::{Finding, Level};
use crate::rules::history::finding;
use crate::source::Spot;

/// Judges the first-parent chain up to a commit, or a range `A..B` of it.
///
/// # Errors
/// When the repository cannot be read, or the range does not name commits of it.
pub fn check_history(
    register: &RegisterRepo,
    range: Option<&str>,
    now: i64,
) -> Result<Walk, Error> {
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
    let odb = register.repository.odb()?;
    let mut chain = Chain::new(register, &odb, tip, now)?;
    if !chain.given {
        let mut found = finding("H02", "", Spot::File, args!(root: chain.root.to_string()));
        // A clone can be looked at without; whoever decides on pushes must know what they trust.
        found.level = Level::Warning;
        walk.faults.push(CommitFindings::new(vec![found]));
    }
    let base = from.unwrap_or(chain.root);
    register.expect(&chain.judge, [tip, base])?;
    let linked = base == chain.root || chain.verdicts.is_linked(base);
    if chain.judge(tip, base, linked, &mut walk)? {
        walk.base = Some(if linked { chain.root } else { base });
    } else {
        let (root, tip) = (base.to_string(), tip.to_string());
        let found = match from {
            Some(_) => finding("H06", "", Spot::File, args!(branch: tip)),
            None => finding("H03", "", Spot::File, args!(root: root, tip: tip)),
        };
        walk.faults.push(CommitFindings::new(vec![found]));
    }
    walk.root = Some(chain.root);
    chain.verdicts.save();
    Ok(walk)
}

fn tip(register: &RegisterRepo, name: &str) -> Result<Oid, Error> {
    let unknown = |error: git2::Error| match error.code() {
        ErrorCode::NotFound if name == register.settings.branch => {
            Error::User("history-nothing-yet", args!(name: name))
        }
        ErrorCode::NotFound | ErrorCode::InvalidSpec | ErrorCode::Ambiguous => {
            Error::User("history-no-commit", args!(name: name))
        }
        _ => Error::Git(error),
    };
    let found = register.repository.revparse_single(name).map_err(unknown)?;
    Ok(found.peel_to_commit().map_err(unknown)?.id())
}

/// From how many commits on two threads judge them.
const FOR_TWO: usize = 400;

/// How many of the last commits the second thread judges while the first still follows the chain, which takes the first as long.
const LAST: usize = 4_000;

/// A chain under judgement, with what is remembered of it.
pub(super) struct Chain<'r> {
    register: &'r RegisterRepo,
    now: i64,
    pub judge: Judge<'r>,
    pub verdicts: Verdicts,
    /// The trust root, or the first commit where none was given.
    pub root: Oid,
    /// Whether the trust root was given.
    pub given: bool,
}

impl<'r> Chain<'r> {
    pub fn new(
        register: &'r RegisterRepo,
        odb: &'r Odb<'r>,
        tip: Oid,
        now: i64,
    ) -> Result<Self, Error> {
        let judge = Judge::new(Objects::new(odb), &register.settings.dir, now);
        let given = register.settings.trust_root;
        let root = match given {
            Some(root) => root,
            None => first(&judge, tip)?,
        };
        Ok(Self {
            register,
            now,
            judge,
            verdicts: Verdicts::open(&register.settings, root),
            root,
            given: given.is_some(),
        })
    }

    pub fn commit(&self, id: Oid) -> Result<Commit, Error> {
        self.judge.commit(id)
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
        let Some(Followed { ids, rulings }) = self.follow(tip, base)? else {
            return Ok(false);
        };
        let (mut linked, mut told) = (linked, false);
        let mut previous = base;
        let rulings = rulings.into_iter().flatten();
        walk.judged.reserve_exact(ids.len());
        for (id, ruling) in ids.iter().zip(rulings) {
            let id = *id;
            let (mark, faults) = match ruling {
                Some(ruling) => ruling,
                None => match self.verdicts.get(id) {
                    Some(known) => {
                        walk.remembered += 1;
                        (known.mark.clone(), None)
                    }
                    None => {
                        walk.left += 1;
                        (linked, previous) = (false, id);
                        continue;
                    }
                },
            };
            let accepted = faults.is_none();
            linked &= accepted;
            if accepted
                && (linked || self.verdicts.get(id).is_none())
                && !self.verdicts.is_linked(id)
            {
                let mark = mark.clone();
                self.verdicts.put(
                    id,
                    Verdict {
                        parent: previous,
                        linked,
                        mark,
                    },
                );
            }
            let new = faults.filter(|faults| !(told && follows_from_earlier(&faults.findings)));
            told |= !accepted;
            walk.faults.extend(new.map(|faults| *faults));
            walk.judged.push(Judged {
                commit: id,
                mark,
                accepted,
            });
            previous = id;
        }
        Ok(true)
    }

    /// Follows the chain back from `tip` to `base` and judges what is not remembered of it, in two threads where there is much; `None`
    /// when `base` is not on the chain.
    fn follow(&mut self, tip: Oid, base: Oid) -> Result<Option<Followed>, Error> {
        let register = self.register;
        let (dir, most_faulty) = (&register.settings.dir, self.judge.most_faulty);
        std::thread::scope(|scope| {
            let mut threads = ParallelJudge::new(scope, dir, self.now, most_faulty);
            let (mut run, mut last) = (Run::upon(base), Vec::new());
            let mut at = tip;
            while at != base {
                if last.is_empty() && run.ids.len() == LAST && run.new_ones() == LAST {
                    let newest = std::mem::replace(&mut run, Run::upon(base));
                    let newest = Run {
                        before: at,
                        ..newest.turned()
                    };
                    last.extend_from_slice(&newest.ids);
                    threads.begin(register, newest)?;
                }
                run.push(at, self.verdicts.get(at).is_none());
                match self.parent(at)? {
                    Some(parent) => at = parent,
                    None => return Ok(None),
                }
            }
            let run = run.turned();
            let ids = [&run.ids[..], &last].concat();
            if last.is_empty() && run.new_ones() < FOR_TWO {
                let rulings = rule(&mut self.judge, run.before, &run.ids, &run.new)?;
                let rulings = vec![rulings];
                return Ok(Some(Followed { ids, rulings }));
            }
            let merged = threads.finish(register, run)?;
            self.judge.seen.added += merged.added;
            let rulings = merged.rulings;
            Ok(Some(Followed { ids, rulings }))
        })
    }

    fn parent(&mut self, id: Oid) -> Result<Option<Oid>, Error> {
        match self.verdicts.get(id) {
            Some(verdict) => Ok(Some(verdict.parent)),
            None => first_parent(id, self.judge.objects.commit(id)?.data()),
        }
    }

    pub fn faults(&self, commit: &Commit, findings: Vec<Finding>) -> Result<CommitFindings, Error> {
        faults(&self.judge, commit, findings)
    }

    /// Tells whether the trust root lies on the chain of a commit.
    pub fn is_rooted(&mut self, tip: Oid) -> Result<bool, Error> {
        let mut at = tip;
        loop {
            if at == self.root || self.verdicts.is_linked(at) {
                return Ok(true);
            }
            match self.parent(at)? {
                Some(parent) => at = parent,
                None => return Ok(false),
            }
        }
    }
}

/// The commits of a chain, the earliest first, and what was ruled on them, in stretches.
struct Followed {
    ids: Vec<Oid>,
    rulings: Vec<Rulings>,
}

/// Gives what is wrong with a commit, with where its files are.
pub(super) fn faults(
    judge: &Judge<'_>,
    commit: &Commit,
    findings: Vec<Finding>,
) -> Result<CommitFindings, Error> {
    let author = format!("{}, {}", commit.author.name, commit.committer.day());
    Ok(CommitFindings {
        commit: commit.id,
        tree: judge.register(commit.tree)?,
        author,
        ..CommitFindings::new(findings)
    })
}

/// Finds where the chain of a commit begins.
fn first(judge: &Judge<'_>, tip: Oid) -> Result<Oid, Error> {
    let mut at = tip;
    loop {
        match first_parent(at, judge.objects.commit(at)?.data())? {
            Some(parent) => at = parent,
            None => return Ok(at),
        }
    }
}
