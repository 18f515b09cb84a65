//! Many commits judged by two threads, the second of which begins with the last ones while the chain is still being followed.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Scope, ScopedJoinHandle};

use git2::{Oid, Repository};

use super::chain::faults;
use super::commit::Commit;
use super::judge::{Judge, Seen};
use super::mark::Mark;
use super::objects::{Objects, apart};
use super::repository::RegisterRepo;
use super::{CommitFindings, Error};

/// How many commits a thread takes at a time.
const STRETCH: usize = 500;

/// How many stretches a thread takes before it opens the objects anew, which bounds the memory that the pack takes.
const STRETCHES: usize = 10;

/// What a commit did, and what is wrong with it; `None` for one that was not judged, because it is remembered or came after too many
/// that were faulty.
pub type Ruling = Option<(Arc<Mark>, Option<Box<CommitFindings>>)>;

/// What was ruled on commits that follow each other.
pub type Rulings = Vec<Ruling>;

/// Commits that follow each other.
pub struct Run {
    /// The commit that the first of them follows.
    pub before: Oid,
    /// The commits.
    pub ids: Vec<Oid>,
    /// Whether each is not remembered.
    pub new: Vec<bool>,
}

impl Run {
    /// No commits yet upon another.
    pub fn upon(before: Oid) -> Self {
        Self {
            before,
            ids: Vec::new(),
            new: Vec::new(),
        }
    }

    pub fn push(&mut self, id: Oid, new: bool) {
        self.ids.push(id);
        self.new.push(new);
    }

    /// Turns commits that were found from the last to the first.
    pub fn turned(mut self) -> Self {
        self.ids.reverse();
        self.new.reverse();
        self
    }

    /// Counts those that are not remembered.
    pub fn new_ones(&self) -> usize {
        self.new.iter().filter(|new| **new).count()
    }

    /// Cuts a part of the commits into stretches.
    fn cut(&self, part: Range<usize>) -> VecDeque<Range<usize>> {
        let end = part.end;
        let starts = part.step_by(STRETCH);
        starts
            .map(|start| start..end.min(start + STRETCH))
            .collect()
    }

    fn rule(&self, judge: &mut Judge<'_>, stretch: Range<usize>) -> Result<Rulings, Error> {
        let before = stretch.start.checked_sub(1);
        let before = before.map_or(self.before, |at| self.ids[at]);
        rule(
            judge,
            before,
            &self.ids[stretch.clone()],
            &self.new[stretch],
        )
    }
}

/// Commits in two halves, one for each thread, cut into stretches.
///
/// A thread goes on where it left off, for what it read of the cases there; when its own half is done, it helps with the end of the
/// other.
struct Batch {
    run: Run,
    /// Whether they come after those of the other batch.
    last: bool,
    halves: Mutex<[VecDeque<Range<usize>>; 2]>,
}

impl Batch {
    fn split(run: Run) -> Self {
        let mut new = (0..run.ids.len()).filter(|at| run.new[*at]);
        let middle = new.nth(run.new_ones() / 2).unwrap_or(0);
        let halves = [run.cut(0..middle), run.cut(middle..run.ids.len())];
        Self {
            run,
            last: false,
            halves: Mutex::new(halves),
        }
    }

    /// The last commits, for the second thread alone.
    fn last(run: Run) -> Self {
        let halves = [VecDeque::new(), run.cut(0..run.ids.len())];
        Self {
            run,
            last: true,
            halves: Mutex::new(halves),
        }
    }

    fn next(&self, half: usize) -> Option<Range<usize>> {
        let mut halves = self.halves.lock().unwrap_or_else(PoisonError::into_inner);
        halves[half]
            .pop_front()
            .or_else(|| halves[1 - half].pop_back())
    }
}

/// How commits are judged, the same in both threads.
#[derive(Clone)]
struct JudgeSettings {
    dir: String,
    now: i64,
    most_faulty: usize,
}

/// What a thread did.
#[derive(Default)]
struct Done {
    /// The rulings on each stretch, with its place.
    rulings: Vec<((bool, usize), Rulings)>,
    /// How many bytes the commits added to the register.
    added: u64,
}

impl JudgeSettings {
    fn judge(
        &self,
        repository: &Repository,
        half: usize,
        batches: impl IntoIterator<Item = Arc<Batch>>,
    ) -> Result<Done, Error> {
        let mut done = Done::default();
        let mut seen = Seen::default();
        let stretches = batches
            .into_iter()
            .flat_map(|batch| std::iter::from_fn(move || Some((batch.clone(), batch.next(half)?))));
        let mut stretches = stretches.peekable();
        while stretches.peek().is_some() {
            // What was read of the pack stays in memory until its objects are closed.
            let odb = apart(repository, half)?;
            let mut judge = Judge::new(Objects::new(&odb), &self.dir, self.now);
            (judge.seen, judge.most_faulty) = (seen, self.most_faulty);
            for (batch, stretch) in stretches.by_ref().take(STRETCHES) {
                let place = (batch.last, stretch.start);
                done.rulings
                    .push((place, batch.run.rule(&mut judge, stretch)?));
            }
            seen = judge.seen;
        }
        done.added = seen.added;
        Ok(done)
    }
}

/// The two threads: the one that asks, and a second one beside it.
pub struct ParallelJudge<'s, 'e> {
    scope: &'s Scope<'s, 'e>,
    settings: JudgeSettings,
    second: Option<SecondThread<'s>>,
}

struct SecondThread<'s> {
    batches: Sender<Arc<Batch>>,
    thread: ScopedJoinHandle<'s, Result<Done, Error>>,
}

/// What both did.
pub struct Merged {
    /// The rulings in stretches, the earliest first.
    pub rulings: Vec<Rulings>,
    /// How many bytes the commits added to the register.
    pub added: u64,
}

impl<'s, 'e> ParallelJudge<'s, 'e> {
    /// Prepares for judging; `now` is in seconds since 1970.
    pub fn new(scope: &'s Scope<'s, 'e>, dir: &str, now: i64, most_faulty: usize) -> Self {
        let settings = JudgeSettings {
            dir: dir.to_owned(),
            now,
            most_faulty,
        };
        Self {
            scope,
            settings,
            second: None,
        }
    }

    /// Lets the second thread begin with the last commits.
    pub fn begin(&mut self, register: &RegisterRepo, last: Run) -> Result<(), Error> {
        self.second(register)?.hand(Batch::last(last).into());
        Ok(())
    }

    /// Judges the commits before them in both threads.
    pub fn finish(mut self, register: &RegisterRepo, run: Run) -> Result<Merged, Error> {
        let batch = Arc::new(Batch::split(run));
        self.second(register)?.hand(batch.clone());
        let own = self.settings.judge(&register.opened_again()?, 0, [batch]);
        let mut done = own?;
        if let Some(SecondThread { batches, thread }) = self.second {
            drop(batches);
            let other = thread.join();
            let other = other.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
            done.rulings.extend(other.rulings);
            done.added += other.added;
        }
        done.rulings.sort_by_key(|(place, _)| *place);
        Ok(Merged {
            rulings: done
                .rulings
                .into_iter()
                .map(|(_, rulings)| rulings)
                .collect(),
            added: done.added,
        })
    }

    fn second(&mut self, register: &RegisterRepo) -> Result<&SecondThread<'s>, Error> {
        let second = match self.second.take() {
            Some(second) => second,
            None => {
                let (repository, settings) = (register.opened_again()?, self.settings.clone());
                let (batches, received) = mpsc::channel();
                let thread = self
                    .scope
                    .spawn(move || settings.judge(&repository, 1, received));
                SecondThread { batches, thread }
            }
        };
        Ok(self.second.insert(second))
    }
}

impl SecondThread<'_> {
    fn hand(&self, batch: Arc<Batch>) {
        // Whoever stopped says why when they are waited for.
        drop(self.batches.send(batch));
    }
}

/// Judges those of some commits that are new, until too many are faulty; each follows the one before it, and the first of them `base`.
pub fn rule(judge: &mut Judge<'_>, base: Oid, ids: &[Oid], new: &[bool]) -> Result<Rulings, Error> {
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
