//! One commit judged against its first parent: what it may be, in the order in which a reader would ask.

use git2::Oid;

use super::Error;
use super::around::around;
use super::candidate::Candidate;
use super::cases::Cases;
use super::changes::changes;
use super::commit::{Commit, parse_commit};
use super::groups::{Groups, MOST_FILES, added, sorted};
use super::mark::{Kind, Mark, Signed};
use super::objects::Objects;
use super::policy::{self, Policies};
use super::{documents, import, message, signature, step};
use crate::args;
use crate::finding::{Arg, Finding};
use crate::rules::history::finding;
use crate::source::Spot;

/// How far the clock of whoever commits may be ahead, in seconds (`threats.md`: receipt + 5 minutes).
const AHEAD: i64 = 5 * 60;

/// How long before its parent a commit may have been written, in seconds: a rebase keeps the author's date.
const BEHIND: i64 = 7 * 24 * 3600;

/// The rule of an author who is not known, and the file without which nobody is.
const UNKNOWN: &str = "H14";
const NOBODY: &str = "staff.yaml";

/// Tells whether a commit is refused for nothing else than that nobody was known any more, after an earlier one.
pub fn follows_from_earlier(findings: &[Finding]) -> bool {
    let follows = |found: &Finding| found.code == UNKNOWN && found.file == NOBODY;
    findings.iter().all(follows)
}

/// Judges commits one after another.
pub struct Judge<'r> {
    pub(super) objects: Objects<'r>,
    dir: String,
    now: i64,
    /// After how many faulty commits no further ones are judged.
    pub most_faulty: usize,
    /// What is known from the commits so far.
    pub seen: Seen,
}

/// What judging one commit leaves for the next.
#[derive(Default)]
pub struct Seen {
    policies: Policies,
    cases: Cases,
    /// How many bytes the judged commits added to the register.
    pub added: u64,
    /// How many of them were faulty.
    pub faulty: usize,
}

impl<'r> Judge<'r> {
    /// Begins to judge; `now` is in seconds since 1970.
    pub fn new(objects: Objects<'r>, dir: &str, now: i64) -> Self {
        Self {
            objects,
            dir: dir.to_owned(),
            now,
            most_faulty: usize::MAX,
            seen: Seen::default(),
        }
    }

    /// Reads a commit.
    pub fn commit(&self, id: Oid) -> Result<Commit, Error> {
        parse_commit(id, self.objects.commit(id)?.data())
    }

    /// Finds the register in the tree of a commit.
    pub fn register(&self, tree: Oid) -> Result<Option<Oid>, Error> {
        self.objects.find_dir(tree, &self.dir)
    }

    /// Judges a commit against its first parent.
    pub fn judge(
        &mut self,
        commit: &Commit,
        parent: &Commit,
    ) -> Result<(Mark, Vec<Finding>), Error> {
        let (mark, mut findings) = self.judge_change(commit, parent)?;
        let takes_none = matches!(
            mark.kind,
            Kind::Beside | Kind::Merge | Kind::Policy | Kind::Document { .. }
        );
        if takes_none && commit.message.as_deref().is_some_and(message::names_step) {
            findings.push(finding("H21", "", Spot::File, args!(number: 0_usize)));
        }
        Ok((mark, findings))
    }

    fn judge_change(
        &mut self,
        commit: &Commit,
        parent: &Commit,
    ) -> Result<(Mark, Vec<Finding>), Error> {
        let mut findings = Vec::new();
        let day = commit.committer.day();
        self.dates(commit, parent, &mut findings);
        if let Some(header) = commit.oddity() {
            findings.push(finding("H09", "", Spot::File, args!(header: header)));
        }
        let merge = commit.parents.len() > 1;
        if commit.tree == parent.tree && !merge && commit.id.is_some() {
            findings.push(finding("H17", "", Spot::File, args!()));
        }
        if commit.parents.len() > 2 {
            findings.push(finding("H19", "", Spot::File, args!()));
        }
        if commit.tree != parent.tree {
            let trees = [parent.tree, commit.tree];
            let policies = &mut self.seen.policies;
            findings.extend(around(&self.objects, policies, trees, &self.dir)?);
        }
        let trees = [self.register(parent.tree)?, self.register(commit.tree)?];
        let mut mark = Mark {
            kind: if merge { Kind::Merge } else { Kind::Beside },
            author: None,
            day,
            signed: Signed::No,
        };
        if trees[0] == trees[1] {
            return Ok((mark, findings));
        }
        let policy = self.seen.policies.of(&self.objects, trees[0])?;
        mark.author = policy
            .person(&commit.author)
            .map(|person| person.id.clone());
        // Nothing more can be said, and what took the staff away was refused.
        if policy.staff.is_none() {
            findings.push(finding(UNKNOWN, NOBODY, Spot::File, args!(known: 0_usize)));
            mark.kind = Kind::Unclear;
            return Ok((mark, findings));
        }
        if merge {
            findings.push(finding("H18", "", Spot::File, args!()));
            return Ok((mark, findings));
        }
        let candidate = Candidate {
            objects: &self.objects,
            commit,
            trees,
            policy,
            author: mark.author.clone(),
            day,
        };
        author(&candidate, &mut findings);
        if commit.message.as_deref().is_some_and(message::is_missing) {
            findings.push(finding("H20", "", Spot::File, args!()));
        }
        if commit.id.is_some() {
            let key = signature::judge(
                commit,
                candidate.author.as_ref(),
                &candidate.policy,
                &mut findings,
            );
            mark.signed = key.map_or(Signed::No, Signed::By);
        }
        let changes = changes(&self.objects, trees[0], trees[1])?;
        let groups = sorted(&changes, &mut findings);
        mark.kind = contents(
            &candidate,
            groups,
            &mut self.seen.cases,
            &mut self.seen.policies,
            &mut findings,
        )?;
        self.seen.added += added(&self.objects, &changes)?;
        Ok((mark, findings))
    }

    fn dates(&self, commit: &Commit, parent: &Commit, findings: &mut Vec<Finding>) {
        let (made, written, before) = (
            commit.committer.time,
            commit.author.time,
            parent.committer.time,
        );
        let mut report = |code, args| findings.push(finding(code, "", Spot::File, args));
        if made < before {
            report(
                "H10",
                args!(
                    date: commit.committer.day(),
                    at: commit.committer.clock(),
                    parent: parent.committer.day(),
                    parent_at: parent.committer.clock(),
                ),
            );
        }
        if made > self.now.saturating_add(AHEAD) {
            report("H11", args!(date: commit.committer.day()));
        }
        let in_time =
            written <= made.saturating_add(AHEAD) && written >= before.saturating_sub(BEHIND);
        if !in_time || !commit.author.zone || !commit.committer.zone {
            report(
                "H12",
                args!(steps: 0_usize, date: commit.author.day(), committed: commit.committer.day()),
            );
        }
    }
}

/// Judges what a commit changed in the register, which is one kind of thing.
fn contents(
    candidate: &Candidate<'_, '_>,
    groups: Groups,
    cases: &mut Cases,
    policies: &mut Policies,
    findings: &mut Vec<Finding>,
) -> Result<Kind, Error> {
    let kinds = [
        !groups.cases.is_empty(),
        !groups.policy.is_empty(),
        !groups.documents.is_empty(),
    ];
    // Where lines end as on Windows, git takes every file for changed, and how many of what kind these are is nothing to tell.
    let changed = groups.cases.values().flatten().map(|(_, change)| change);
    let mut known = changed.filter(|change| change.old.is_some() && change.path.ends_with(".yaml"));
    if groups.cases.len() > 1
        && let Some(first) = known.next()
    {
        let before = findings.len();
        candidate.carriage_return(first, findings)?;
        if findings.len() > before {
            return Ok(Kind::Unclear);
        }
    }
    if kinds.iter().filter(|there| **there).count() > 1 {
        let cases = groups.cases.values().flatten().map(|(_, change)| change);
        let documents = groups.documents.iter().map(|(_, change)| change);
        // Of each kind the first, for of an import there may be thousands.
        let firsts = [
            groups.policy.first(),
            documents.min_by_key(|c| &c.path),
            cases.min_by_key(|c| &c.path),
        ];
        let files = firsts
            .into_iter()
            .flatten()
            .map(|change| Arg::from(change.path.as_str()));
        let what = Arg::Key("history-mixed".into());
        let args = args!(what: what, files: Arg::List(files.collect()));
        findings.push(finding("H34", "", Spot::File, args));
        return Ok(Kind::Unclear);
    }
    if !groups.policy.is_empty() {
        policy::judge(candidate, policies, &groups.policy, findings)?;
        return Ok(Kind::Policy);
    }
    if !groups.documents.is_empty() {
        let signed = documents::judge(candidate, &groups.documents, findings)?;
        return Ok(Kind::Document { signed });
    }
    let says_import = candidate
        .commit
        .message
        .as_deref()
        .is_some_and(message::says_import);
    if says_import {
        return import::import(candidate, cases, &groups, findings);
    }
    let files: usize = groups.cases.values().map(Vec::len).sum();
    if files > MOST_FILES {
        findings.push(finding(
            "H45",
            "",
            Spot::File,
            args!(files: files, most: MOST_FILES),
        ));
        return Ok(Kind::Unclear);
    }
    if groups.cases.len() > 1 {
        let named = groups
            .cases
            .keys()
            .map(|case| Arg::from(case.to_string()))
            .collect();
        findings.push(finding(
            "H24",
            "",
            Spot::File,
            args!(cases: Arg::List(named)),
        ));
        return Ok(Kind::Unclear);
    }
    match groups.cases.into_iter().next() {
        Some((case, changed)) => {
            let trees = groups.trees.get(&case).copied().unwrap_or_default();
            step::step(candidate, cases, (case, trees), &changed, findings)
        }
        None => Ok(Kind::Unclear),
    }
}

/// Says who may make a commit to the register: someone of the parent's staff, as author and committer alike.
fn author(candidate: &Candidate<'_, '_>, findings: &mut Vec<Finding>) {
    let commit = candidate.commit;
    let mut report = |code, args| findings.push(finding(code, "", Spot::File, args));
    if !commit
        .author
        .email
        .eq_ignore_ascii_case(&commit.committer.email)
    {
        report(
            "H13",
            args!(author: commit.author.email.as_str(), committer: commit.committer.email.as_str()),
        );
    }
    let (author, committer) = (&commit.author, &commit.committer);
    let is_same = author.name == committer.name && author.email == committer.email;
    let others = (!is_same).then_some(committer);
    let mut names = std::iter::once(author).chain(others);
    if let Some(other) = names.find_map(|identity| candidate.policy.namesake(identity)) {
        let what = Arg::Key("history-name-of-other".into());
        let author = commit.author.email.as_str();
        report(
            "H16",
            args!(what: what, by: other.name.as_str(), author: author),
        );
    }
    match candidate.policy.person(&commit.author) {
        None => report(
            UNKNOWN,
            args!(known: 1_usize, email: commit.author.email.as_str()),
        ),
        Some(person) if !person.is_active(candidate.day) => {
            report(
                "H15",
                args!(author: person.name.as_str(), date: candidate.day),
            );
        }
        Some(_) => {}
    }
}
