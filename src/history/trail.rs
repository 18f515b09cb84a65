//! The history as a reader of the register wants it: of every step the commit that recorded it, and how the whole stands.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use git2::{DiffOptions, ErrorCode, Oid, Repository};

use super::Error;
use super::cases::{Cases, find_case};
use super::chain::check_history;
use super::commit::parse_commit;
use super::mark::{Kind, Signed};
use super::objects::{Entries, Mode, Objects};
use super::repository::RegisterRepo;
use super::walk::Walk;
use crate::register;
use crate::register::files::{Item, classify};
use crate::words::CaseId;

/// What git knows of a register that was read from a directory.
#[derive(Debug)]
pub enum Past {
    /// The directory is in no repository.
    Absent,
    /// It is in a repository, whose last commit has no register there.
    Uncommitted,
    /// No trust root is set, and without one nothing can be said.
    Unrooted,
    /// The clone lacks the beginning of the history.
    Shallow,
    /// The repository cannot be read; why, for who builds the site.
    Unreadable(Error),
    /// It was judged.
    Judged(Box<Trail>),
}

/// A judged history and the steps of a register in it.
#[derive(Debug)]
pub struct Trail {
    /// Every commit from the trust root to the one that is checked out.
    pub walk: Walk,
    /// Whether the trust root is in this history at all.
    pub rooted: bool,
    /// Where each step of each case was recorded.
    pub cases: BTreeMap<CaseId, Vec<Record>>,
    /// Cases about which a commit was refused.
    pub refused: BTreeSet<CaseId>,
    /// Cases with changes that are not committed.
    pub changed: BTreeSet<CaseId>,
    /// Whether other files of the register have changes that are not committed.
    pub others_changed: bool,
}

/// Where a step was recorded; a number is the place of a commit in the walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// In a commit of its own.
    Step(usize),
    /// With its whole case, which was taken over from elsewhere.
    Import(usize),
    /// Before the trust root, or in it.
    Before,
    /// In a commit that was refused and does not say.
    Unclear,
    /// Not yet.
    Pending,
}

/// Numbers of commits and steps.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Commits that record a step.
    pub steps: usize,
    /// Commits that take over whole cases.
    pub imports: usize,
    /// Commits that change staff or procedure.
    pub policy: usize,
    /// Commits that change the analysis or the texts of the procedure.
    pub documents: usize,
    /// Merges.
    pub merges: usize,
    /// Commits that change nothing of the register.
    pub beside: usize,
    /// Commits that were refused and do not say what they do.
    pub unclear: usize,
    /// Commits that touch the register.
    pub of_register: usize,
    /// Those of them that nobody signed.
    pub unsigned: usize,
    /// Commits that were refused.
    pub refused: usize,
    /// Steps recorded at least a day later than they were done.
    pub later: usize,
    /// Steps recorded more than a week later.
    pub much_later: usize,
    /// The most days that a step was recorded later.
    pub most: i64,
}

/// How many days later a step may be recorded before it is worth a look.
pub const MUCH_LATER: i64 = 7;

impl Past {
    /// Gives the trail, where the history was judged.
    pub fn trail(&self) -> Option<&Trail> {
        match self {
            Self::Judged(trail) => Some(trail),
            _ => None,
        }
    }

    /// Looks up the history of the register in a directory; `now` is in seconds since 1970.
    ///
    /// The commit that is checked out is the one that counts, for its files are what was read.
    pub fn of(root: &Path, read: &register::Register, now: i64) -> Self {
        match look_up(root, read, now) {
            Ok(past) => past,
            Err(Error::NoRepository(_)) => Self::Absent,
            Err(error) => Self::Unreadable(error),
        }
    }
}

fn look_up(root: &Path, read: &register::Register, now: i64) -> Result<Past, Error> {
    let register = RegisterRepo::open(root, Some(root))?;
    let repository = &register.repository;
    let head = match repository.head() {
        Ok(head) => head,
        Err(error) if matches!(error.code(), ErrorCode::UnbornBranch | ErrorCode::NotFound) => {
            return Ok(Past::Uncommitted);
        }
        Err(error) => return Err(error.into()),
    };
    let tip = head.peel_to_commit()?.id();
    let odb = repository.odb()?;
    let objects = Objects::new(&odb);
    let dir = register.settings.dir.as_str();
    let Some(committed) = register_of(&objects, dir, tip)? else {
        return Ok(Past::Uncommitted);
    };
    let Some(trust_root) = register.settings.trust_root else {
        return Ok(Past::Unrooted);
    };
    let walk = match check_history(&register, Some(&format!("..{tip}")), now) {
        Ok(walk) => walk,
        // Where a shallow clone ends, a parent is missing.
        Err(_) if repository.is_shallow() => return Ok(Past::Shallow),
        Err(error) => return Err(error),
    };
    let rooted = walk.base.is_some();
    if !rooted && repository.is_shallow() {
        return Ok(Past::Shallow);
    }
    let (changed, others_changed) = changed(repository, dir)?;
    let cases = if rooted {
        let known = Committed {
            objects: &objects,
            dir,
            tip: committed,
            root: register_of(&objects, dir, trust_root)?,
            changed: &changed,
        };
        known.records(&walk, read)?
    } else {
        BTreeMap::new()
    };
    Ok(Past::Judged(Box::new(Trail {
        refused: refused(&walk),
        walk,
        rooted,
        cases,
        changed,
        others_changed,
    })))
}

/// Finds the register in a commit.
fn register_of(objects: &Objects<'_>, dir: &str, commit: Oid) -> Result<Option<Oid>, Error> {
    let tree = parse_commit(commit, objects.commit(commit)?.data())?.tree;
    objects.find_dir(tree, dir)
}

/// Gives the cases about which a commit was refused, by its findings and by what it says that it does.
fn refused(walk: &Walk) -> BTreeSet<CaseId> {
    let findings = walk.faults.iter().flat_map(|faults| &faults.findings);
    let steps = walk.judged.iter().filter(|judged| !judged.accepted);
    let steps = steps.filter_map(|judged| match judged.mark.kind {
        Kind::Step { case, .. } => Some(case),
        _ => None,
    });
    findings
        .filter_map(|found| found.case)
        .chain(steps)
        .collect()
}

/// Compares the files of the register with the last commit: the cases that differ, and whether anything else does.
fn changed(repository: &Repository, dir: &str) -> Result<(BTreeSet<CaseId>, bool), Error> {
    let tree = repository.head()?.peel_to_tree()?;
    let mut options = DiffOptions::new();
    options
        .include_untracked(true)
        .recurse_untracked_dirs(true)
        .ignore_submodules(true)
        .disable_pathspec_match(true)
        .skip_binary_check(true);
    if !dir.is_empty() {
        options.pathspec(dir);
    }
    let diff = repository.diff_tree_to_workdir_with_index(Some(&tree), Some(&mut options))?;
    let (mut cases, mut others) = (BTreeSet::new(), false);
    for delta in diff.deltas() {
        for file in [delta.old_file(), delta.new_file()] {
            let path = file.path().map(|path| path.to_string_lossy().into_owned());
            let path = path.unwrap_or_default();
            let inside = if dir.is_empty() {
                Some(path.as_str())
            } else {
                path.strip_prefix(dir)
                    .and_then(|path| path.strip_prefix('/'))
            };
            match inside.map(classify) {
                Some(Ok(Item::Record(id) | Item::Annex(id, _) | Item::Attachment(id, _))) => {
                    cases.insert(id);
                }
                // What is no file of a register is not read either.
                Some(Ok(_)) => others = true,
                Some(Err(_)) | None => {}
            }
        }
    }
    Ok((cases, others))
}

/// What the commits hold of a register that was read.
struct Committed<'s, 'r> {
    objects: &'s Objects<'r>,
    dir: &'s str,
    /// The register in the commit that is checked out.
    tip: Oid,
    /// The register in the trust root.
    root: Option<Oid>,
    changed: &'s BTreeSet<CaseId>,
}

impl Committed<'_, '_> {
    /// Finds where each step was recorded.
    fn records(
        &self,
        walk: &Walk,
        read: &register::Register,
    ) -> Result<BTreeMap<CaseId, Vec<Record>>, Error> {
        let mut steps: BTreeMap<CaseId, BTreeMap<usize, usize>> = BTreeMap::new();
        let mut imports = BTreeMap::new();
        for (at, judged) in walk.judged.iter().enumerate() {
            match judged.mark.kind {
                Kind::Step { case, number, .. } => {
                    let known = steps.entry(case).or_default().entry(number).or_insert(at);
                    // A commit that was accepted says more of a step than one that was refused.
                    if judged.accepted && !walk.judged[*known].accepted {
                        *known = at;
                    }
                }
                Kind::Import { .. } => {
                    for case in self.imported(judged.commit)? {
                        imports.entry(case).or_insert(at);
                    }
                }
                _ => {}
            }
        }
        let all_accepted = walk.judged.iter().all(|judged| judged.accepted);
        let at_root = cases_in(self.objects, self.root)?;
        let mut records = BTreeMap::new();
        for (id, case) in &read.cases {
            let of_case = steps.get(id);
            let all = case.steps.len();
            let committed = if self.changed.contains(id) {
                self.count(self.tip, *id)?.min(all)
            } else {
                all
            };
            let before = match (at_root.contains(id), self.root) {
                (true, Some(_)) if all_accepted => all,
                (true, Some(root)) => self.count(root, *id)?,
                _ => 0,
            };
            let found = (1..=all).map(|number| {
                if number > committed {
                    Record::Pending
                } else if let Some(at) = of_case.and_then(|steps| steps.get(&number)) {
                    Record::Step(*at)
                } else if let Some(at) = imports.get(id) {
                    Record::Import(*at)
                } else if number <= before {
                    Record::Before
                } else {
                    Record::Unclear
                }
            });
            records.insert(*id, found.collect());
        }
        Ok(records)
    }

    /// Gives the cases that a commit brought.
    fn imported(&self, commit: Oid) -> Result<BTreeSet<CaseId>, Error> {
        let parents = parse_commit(commit, self.objects.commit(commit)?.data())?.parents;
        let register = |id| register_of(self.objects, self.dir, id);
        let before = parents.first().map(|id| register(*id)).transpose()?;
        let old = cases_in(self.objects, before.flatten())?;
        let new = cases_in(self.objects, register(commit)?)?;
        Ok(new.difference(&old).copied().collect())
    }

    /// Counts the steps of a case in a tree.
    fn count(&self, tree: Oid, id: CaseId) -> Result<usize, Error> {
        let case = find_case(self.objects, tree, id)?;
        let known = Cases::default().read(self.objects, case, id)?.0;
        Ok(known.case.map_or(0, |case| case.steps.len()))
    }
}

/// Lists the cases in the tree of a register.
fn cases_in(objects: &Objects<'_>, register: Option<Oid>) -> Result<BTreeSet<CaseId>, Error> {
    let mut cases = BTreeSet::new();
    let Some(register) = register else {
        return Ok(cases);
    };
    let years = objects.tree(Some(register))?;
    for year in Entries(&years) {
        let year = year.map_err(|()| Error::Broken(register))?;
        let name = String::from_utf8_lossy(year.name);
        if year.mode != Mode::Tree || !matches!(classify(&name), Ok(Item::Year(_))) {
            continue;
        }
        let dirs = objects.tree(Some(year.id))?;
        for dir in Entries(&dirs) {
            let dir = dir.map_err(|()| Error::Broken(year.id))?;
            let path = format!("{name}/{}", String::from_utf8_lossy(dir.name));
            if let Ok(Item::Case(id)) = classify(&path) {
                cases.insert(id);
            }
        }
    }
    Ok(cases)
}

impl Trail {
    /// Gives the last commit up to which everything was accepted, from the trust root on.
    pub fn verified(&self) -> Option<Oid> {
        self.walk.verified().filter(|_| self.rooted)
    }

    /// Tells whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.walk.faults.is_empty()
    }
}

impl Walk {
    /// Counts what the commits did.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for judged in &self.judged {
            tally.refused += usize::from(!judged.accepted);
            if judged.is_of_register() {
                tally.of_register += 1;
                tally.unsigned += usize::from(judged.mark.signed == Signed::No);
            }
            match judged.mark.kind {
                Kind::Step { late, .. } => {
                    tally.steps += 1;
                    tally.later += usize::from(late > 0);
                    tally.much_later += usize::from(late > MUCH_LATER);
                    tally.most = tally.most.max(late);
                }
                Kind::Import { .. } => tally.imports += 1,
                Kind::Policy => tally.policy += 1,
                Kind::Document { .. } => tally.documents += 1,
                Kind::Merge => tally.merges += 1,
                Kind::Beside => tally.beside += 1,
                Kind::Unclear => tally.unclear += 1,
            }
        }
        tally
    }
}
