//! The first-parent chain of a branch, judged from the trust root on.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use git2::{ErrorCode, Odb, Oid, Repository};

use super::commit::{Commit, first_parent};
use super::judge::{Judge, Seen, follows_from_earlier};
use super::mark::Mark;
use super::objects::{Objects, apart};
use super::repository::Register;
use super::verdicts::{Verdict, Verdicts};
use super::walk::{Judged, Walk};
use super::{Error, Faults};
use crate::args;
use crate::finding::{Finding, Level};
use crate::rules::history::fault;
use crate::source::Spot;

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
    let odb = register.repository.odb()?;
    let mut chain = Chain::new(register, &odb, tip, now)?;
    if !chain.given {
        let mut found = fault("H02", "", Spot::File, args!(root: chain.root.to_string()));
        // A clone can be looked at without; whoever decides on pushes must know what they trust.
        found.level = Level::Warning;
        walk.faults.push(Faults::new(vec![found]));
    }
    let base = from.unwrap_or(chain.root);
    register.expect(&chain.judge, [tip, base])?;
    let linked = base == chain.root || chain.verdicts.is_linked(base);
    if chain.judge(tip, base, linked, &mut walk)? {
        walk.base = Some(if linked { chain.root } else { base });
    } else {
        let (root, tip) = (base.to_string(), tip.to_string());
        let found = match from {
            Some(_) => fault("H06", "", Spot::File, args!(branch: tip)),
            None => fault("H03", "", Spot::File, args!(root: root, tip: tip)),
        };
        walk.faults.push(Faults::new(vec![found]));
    }
    walk.root = Some(chain.root);
    chain.verdicts.save();
    Ok(walk)
}

fn tip(register: &Register, name: &str) -> Result<Oid, Error> {
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

/// How many commits a thread takes at a time.
const STRETCH: usize = 500;

/// How many stretches a thread takes before it opens the objects anew, which bounds the memory that the pack takes.
const STRETCHES: usize = 10;

/// A chain under judgement, with what is remembered of it.
pub(super) struct Chain<'r> {
    register: &'r Register,
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
        register: &'r Register,
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
        let mut ids = Vec::new();
        let mut at = tip;
        while at != base {
            ids.push(at);
            match self.parent(at)? {
                Some(parent) => at = parent,
                None => return Ok(false),
            }
        }
        ids.reverse();
        let (mut linked, mut told) = (linked, false);
        let mut previous = base;
        let rulings = self.rulings(base, &ids)?.into_iter().flatten();
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

    /// Judges commits that follow each other and that are not remembered, in two threads where there are many; gives the rulings on
    /// them in stretches.
    fn rulings(&mut self, base: Oid, ids: &[Oid]) -> Result<Vec<Vec<Option<Ruling>>>, Error> {
        let new: Vec<bool> = ids
            .iter()
            .map(|id| self.verdicts.get(*id).is_none())
            .collect();
        let count = new.iter().filter(|new| **new).count();
        if count < FOR_TWO {
            return Ok(vec![rule(&mut self.judge, base, ids, &new)?]);
        }
        let middle = (0..ids.len()).filter(|at| new[*at]).nth(count / 2);
        let work = Work::split(ids.len(), middle.unwrap_or(0));
        let (dir, now) = (self.register.settings.dir.as_str(), self.now);
        let most_faulty = self.judge.most_faulty;
        let task = |repository: &Repository, half| {
            let mut done = Vec::new();
            let mut seen = Seen::default();
            loop {
                // What was read of the pack stays in memory until its objects are closed.
                let odb = apart(repository, half)?;
                let mut judge = Judge::new(Objects::new(&odb), dir, now);
                (judge.seen, judge.most_faulty) = (seen, most_faulty);
                for _ in 0..STRETCHES {
                    let Some(stretch) = work.next(half) else {
                        return Ok::<_, Error>((done, judge.seen.added));
                    };
                    let before = stretch.start.checked_sub(1).map_or(base, |at| ids[at]);
                    let (ids, new) = (&ids[stretch.clone()], &new[stretch.clone()]);
                    done.push((stretch.start, rule(&mut judge, before, ids, new)?));
                }
                seen = judge.seen;
            }
        };
        let [own, other] = [self.register.opened_again()?, self.register.opened_again()?];
        let task = &task;
        let (own, other) = std::thread::scope(|scope| {
            let other = scope.spawn(move || task(&other, 1));
            (task(&own, 0), other.join())
        });
        let (other, added) = match other {
            Ok(other) => other?,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        let (mut done, own_added) = own?;
        self.judge.seen.added += own_added + added;
        done.extend(other);
        done.sort_by_key(|(start, _)| *start);
        Ok(done.into_iter().map(|(_, rulings)| rulings).collect())
    }

    fn parent(&mut self, id: Oid) -> Result<Option<Oid>, Error> {
        match self.verdicts.get(id) {
            Some(verdict) => Ok(Some(verdict.parent)),
            None => first_parent(id, self.judge.objects.commit(id)?.data()),
        }
    }

    pub fn faults(&self, commit: &Commit, findings: Vec<Finding>) -> Result<Faults, Error> {
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

/// The commits of a chain in two halves, one for each thread, cut into stretches.
///
/// A thread goes on where it left off, for what it read of the cases there; when its own half is done, it helps with the end of the
/// other.
struct Work {
    halves: Mutex<[VecDeque<Range<usize>>; 2]>,
}

impl Work {
    fn split(count: usize, middle: usize) -> Self {
        let cut = |half: Range<usize>| {
            let end = half.end;
            half.step_by(STRETCH)
                .map(|start| start..end.min(start + STRETCH))
                .collect()
        };
        Self {
            halves: Mutex::new([cut(0..middle), cut(middle..count)]),
        }
    }

    fn next(&self, half: usize) -> Option<Range<usize>> {
        let mut halves = self.halves.lock().unwrap_or_else(PoisonError::into_inner);
        halves[half]
            .pop_front()
            .or_else(|| halves[1 - half].pop_back())
    }
}

/// What a commit did, and what is wrong with it.
type Ruling = (Arc<Mark>, Option<Box<Faults>>);

/// Judges those of some commits that are new, until too many are faulty; each follows the one before it, and the first of them `base`.
fn rule(
    judge: &mut Judge<'_>,
    base: Oid,
    ids: &[Oid],
    new: &[bool],
) -> Result<Vec<Option<Ruling>>, Error> {
    let mut rulings = Vec::with_capacity(ids.len());
    let mut before: Option<Commit> = None;
    let parents = std::iter::once(&base).chain(ids);
    for ((id, parent), new) in ids.iter().zip(parents).zip(new) {
        if !new || judge.seen.faulty >= judge.most_faulty {
            rulings.push(None);
            before = None;
            continue;
        }
        let parent = match before.take() {
            Some(parent) => parent,
            None => judge.commit(*parent)?,
        };
        let commit = judge.commit(*id)?;
        let (mark, findings) = judge.judge(&commit, &parent)?;
        let faults = match findings.is_empty() {
            true => None,
            false => Some(Box::new(faults(judge, &commit, findings)?)),
        };
        judge.seen.faulty += usize::from(faults.is_some());
        rulings.push(Some((Arc::new(mark), faults)));
        before = Some(commit);
    }
    Ok(rulings)
}

/// Gives what is wrong with a commit, with where its files are.
pub(super) fn faults(
    judge: &Judge<'_>,
    commit: &Commit,
    findings: Vec<Finding>,
) -> Result<Faults, Error> {
    let author = format!("{}, {}", commit.author.name, commit.committer.day());
    Ok(Faults {
        commit: commit.id,
        tree: judge.register(commit.tree)?,
        author,
        ..Faults::new(findings)
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
