//! One commit judged against its first parent: what it may be, in the order in which a reader would ask.

use std::collections::BTreeMap;
use std::rc::Rc;

use git2::{Oid, Repository};

use super::Error;
use super::cases::Cases;
use super::changes::{Change, Changes, changes};
use super::commit::{Commit, parse_commit};
use super::objects::{Mode, Objects};
use super::policy::{self, Policies, Policy};
use super::{documents, message, signature, step};
use crate::args;
use crate::finding::{Arg, Finding, Level};
use crate::register::files::{Item, classify};
use crate::register::read::{MOST_BYTES, decode};
use crate::register::staff::Role;
use crate::register::step::StepKind;
use crate::register::words::{CaseId, Day, StaffId};
use crate::rules::{self, history::fault};
use crate::source::Spot;

/// How far the clock of whoever commits may be ahead, in seconds (`threats.md`: receipt + 5 minutes).
const AHEAD: i64 = 5 * 60;

/// How long before its parent a commit may have been written, in seconds: a rebase keeps the author's date.
const BEHIND: i64 = 7 * 24 * 3600;

/// The most files of a commit that is not an import.
const MOST_FILES: usize = 100;

/// What a commit does to the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Nothing: it is about what lies beside the register.
    Beside,
    /// Nothing: it is a merge.
    Merge,
    /// One step of one case.
    Step {
        /// The case.
        case: CaseId,
        /// The number of the step, from 1.
        number: usize,
        /// The step.
        step: StepKind,
        /// How many days after the step it was recorded.
        late: i64,
    },
    /// Whole cases from elsewhere.
    Import {
        /// How many.
        cases: usize,
    },
    /// Staff or procedure.
    Policy,
    /// The analysis, the texts of the procedure.
    Document,
    /// It is refused and says nothing.
    Unclear,
}

/// Whether a commit was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signed {
    /// It was not, or the policy does not look at it.
    No,
    /// With this key of the author.
    By(String),
}

/// What is remembered of a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it does.
    pub kind: Kind,
    /// Who made it, by the parent's staff.
    pub author: Option<StaffId>,
    /// The day on which it was committed.
    pub day: Day,
    /// Whether it was signed.
    pub signed: Signed,
}

/// Judges commits one after another.
pub struct Judge<'r> {
    pub(super) objects: Objects<'r>,
    dir: String,
    now: i64,
    policies: Policies,
    pub(super) cases: Cases,
    /// How many bytes the judged commits added to the register.
    pub added: u64,
}

/// A commit under judgement and what is known around it.
pub(super) struct View<'a> {
    pub commit: &'a Commit,
    /// The register before, and after.
    pub trees: [Option<Oid>; 2],
    pub policy: Rc<Policy>,
    pub author: Option<StaffId>,
    pub day: Day,
}

/// The changes of a commit by what they are about.
#[derive(Default)]
pub(super) struct Groups {
    pub cases: BTreeMap<CaseId, Vec<(Item, Change)>>,
    /// The trees of these cases, before and after.
    pub trees: BTreeMap<CaseId, [Option<Oid>; 2]>,
    policy: Vec<Change>,
    documents: Vec<(Item, Change)>,
}

impl<'r> Judge<'r> {
    /// Begins to judge; `now` is in seconds since 1970.
    pub fn new(repository: &'r Repository, dir: &str, now: i64) -> Result<Self, Error> {
        Ok(Self {
            objects: Objects::new(repository)?,
            dir: dir.to_owned(),
            now,
            policies: Policies::default(),
            cases: Cases::default(),
            added: 0,
        })
    }

    /// Reads a commit.
    pub fn commit(&self, id: Oid) -> Result<Commit, Error> {
        parse_commit(id, self.objects.commit(id)?.data())
    }

    /// Finds the register in the tree of a commit.
    pub fn register(&self, tree: Oid) -> Result<Option<Oid>, Error> {
        Ok(self
            .objects
            .find(tree, &self.dir)?
            .filter(|(mode, _)| *mode == Mode::Tree)
            .map(|(_, id)| id))
    }

    /// Judges a commit against its first parent.
    pub fn judge(
        &mut self,
        commit: &Commit,
        parent: &Commit,
    ) -> Result<(Mark, Vec<Finding>), Error> {
        let mut findings = Vec::new();
        let day = commit.committer.day();
        self.dates(commit, parent, &mut findings);
        let merge = commit.parents.len() > 1;
        if commit.tree == parent.tree && !merge && commit.id.is_some() {
            findings.push(fault("H17", "", Spot::File, args!()));
        }
        if commit.parents.len() > 2 {
            findings.push(fault("H19", "", Spot::File, args!()));
        }
        if commit.tree != parent.tree {
            findings.extend(documents::around(
                &self.objects,
                Some(parent.tree),
                commit.tree,
                &self.dir,
            )?);
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
        let policy = self.policies.of(&self.objects, trees[0])?;
        mark.author = policy
            .person(&commit.author)
            .map(|person| person.id.clone());
        if merge {
            findings.push(fault("H18", "", Spot::File, args!()));
            return Ok((mark, findings));
        }
        let view = View {
            commit,
            trees,
            policy,
            author: mark.author.clone(),
            day,
        };
        author(&view, &mut findings);
        if let Some(header) = &commit.odd {
            findings.push(fault("H09", "", Spot::File, args!(header: header.as_str())));
        }
        if commit.message.as_deref().is_some_and(message::is_missing) {
            findings.push(fault("H20", "", Spot::File, args!()));
        }
        if commit.id.is_some() {
            let key = signature::judge(commit, view.author.as_ref(), &view.policy, &mut findings);
            mark.signed = key.map_or(Signed::No, Signed::By);
        }
        let changes = changes(&self.objects, trees[0], trees[1])?;
        let groups = sorted(&changes, &mut findings);
        mark.kind = self.contents(&view, groups, &mut findings)?;
        self.added += added(&self.objects, &changes)?;
        Ok((mark, findings))
    }

    fn dates(&self, commit: &Commit, parent: &Commit, findings: &mut Vec<Finding>) {
        let (made, written, before) = (
            commit.committer.time,
            commit.author.time,
            parent.committer.time,
        );
        let mut report = |code, args| findings.push(fault(code, "", Spot::File, args));
        if made < before {
            report(
                "H10",
                args!(date: commit.committer.day(), parent: parent.committer.day()),
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
                args!(date: commit.author.day(), committed: commit.committer.day()),
            );
        }
    }

    /// Judges what a commit changed in the register, which is one kind of thing.
    fn contents(
        &mut self,
        view: &View<'_>,
        groups: Groups,
        findings: &mut Vec<Finding>,
    ) -> Result<Kind, Error> {
        let kinds = [
            !groups.cases.is_empty(),
            !groups.policy.is_empty(),
            !groups.documents.is_empty(),
        ];
        if kinds.iter().filter(|there| **there).count() > 1 {
            findings.push(fault("H34", "", Spot::File, args!()));
            return Ok(Kind::Unclear);
        }
        if !groups.policy.is_empty() {
            self.policy(view, &groups.policy, findings)?;
            return Ok(Kind::Policy);
        }
        if !groups.documents.is_empty() {
            self.documents(view, &groups.documents, findings)?;
            return Ok(Kind::Document);
        }
        let says_import = view
            .commit
            .message
            .as_deref()
            .is_some_and(message::says_import);
        if says_import {
            return step::import(self, view, &groups, findings);
        }
        let files: usize = groups.cases.values().map(Vec::len).sum();
        if files > MOST_FILES {
            findings.push(fault(
                "H45",
                "",
                Spot::File,
                args!(files: files, most: MOST_FILES),
            ));
            return Ok(Kind::Unclear);
        }
        if groups.cases.len() > 1 {
            let cases = groups
                .cases
                .keys()
                .map(|case| Arg::from(case.to_string()))
                .collect();
            findings.push(fault("H24", "", Spot::File, args!(cases: Arg::List(cases))));
            return Ok(Kind::Unclear);
        }
        match groups.cases.into_iter().next() {
            Some((case, changed)) => {
                let trees = groups.trees.get(&case).copied().unwrap_or_default();
                step::step(self, view, case, trees, &changed, findings)
            }
            None => Ok(Kind::Unclear),
        }
    }

    fn policy(
        &mut self,
        view: &View<'_>,
        changed: &[Change],
        findings: &mut Vec<Finding>,
    ) -> Result<(), Error> {
        let administers = view
            .author
            .as_ref()
            .is_some_and(|id| view.policy.has_role(id, &[Role::Administrator], view.day));
        for change in changed {
            if !administers {
                findings.push(fault(
                    "H36",
                    &change.path,
                    Spot::File,
                    args!(author: view.commit.author.email.as_str()),
                ));
            }
            self.carriage_return(change, findings)?;
        }
        let after = self.policies.of(&self.objects, view.trees[1])?;
        findings.extend(policy::faults(&view.policy, &after, view.day));
        let register = crate::register::Register {
            procedure: after.procedure.clone(),
            ..Default::default()
        };
        findings.extend(
            rules::check(&register, view.day)
                .into_iter()
                .filter(|found| found.level == Level::Violation),
        );
        Ok(())
    }

    fn documents(
        &self,
        view: &View<'_>,
        changed: &[(Item, Change)],
        findings: &mut Vec<Finding>,
    ) -> Result<(), Error> {
        for (item, change) in changed {
            let roles = documents::roles(item);
            if !view
                .author
                .as_ref()
                .is_some_and(|id| view.policy.has_role(id, roles, view.day))
            {
                let roles = roles
                    .iter()
                    .map(|role| Arg::Key(format!("role-{}", role.word())))
                    .collect();
                findings.push(fault(
                    "H39",
                    &change.path,
                    Spot::File,
                    args!(roles: Arg::List(roles)),
                ));
            }
            let text = change.path.ends_with(".md");
            if let Some(new) = change.new.filter(|new| text && new.mode == Mode::File) {
                let bytes = self
                    .objects
                    .blob(new.id, MOST_BYTES)?
                    .map_or_else(|| vec![b' '; MOST_BYTES + 1], |bytes| bytes.to_vec());
                if let Err((code, spot, args)) = decode(bytes) {
                    findings.push(fault(code, &change.path, spot, args));
                }
            }
        }
        Ok(())
    }

    /// Refuses a carriage return in a YAML file: git takes it away where lines are to end in one.
    pub(super) fn carriage_return(
        &self,
        change: &Change,
        findings: &mut Vec<Finding>,
    ) -> Result<(), Error> {
        let Some(new) = change
            .new
            .filter(|new| new.mode == Mode::File && change.path.ends_with(".yaml"))
        else {
            return Ok(());
        };
        let Some(bytes) = self.objects.blob(new.id, MOST_BYTES)? else {
            return Ok(());
        };
        if !bytes.contains(&b'\r') {
            return Ok(());
        }
        if let Some(at) = bytes.windows(2).position(|pair| pair == b"\r\n") {
            // The text is shown with its lines ending as they should.
            findings.push(fault("H33", &change.path, Spot::Bytes(at..at), args!()));
        }
        Ok(())
    }
}

/// Says who may make a commit to the register: someone of the parent's staff, as author and committer alike.
fn author(view: &View<'_>, findings: &mut Vec<Finding>) {
    let commit = view.commit;
    let mut report = |code, args| findings.push(fault(code, "", Spot::File, args));
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
    match view.policy.person(&commit.author) {
        None => report("H14", args!(email: commit.author.email.as_str())),
        Some(person) if !person.is_active(view.day) => {
            report("H15", args!(author: person.name.as_str(), date: view.day));
        }
        Some(_) => {}
    }
}

/// Counts the bytes of the files that a commit adds or changes.
fn added(objects: &Objects<'_>, changes: &Changes) -> Result<u64, Error> {
    let new = changes.files.iter().filter_map(|change| change.new);
    let files = new.filter(|new| new.mode == Mode::File);
    files.map(|new| Ok(objects.size(new.id)? as u64)).sum()
}

/// Sorts changes by what they are about; what may never be is a finding.
fn sorted(changes: &Changes, findings: &mut Vec<Finding>) -> Groups {
    let mut groups = Groups {
        trees: changes.cases.clone(),
        ..Groups::default()
    };
    for path in &changes.malformed {
        let shown = if path.is_empty() { "/" } else { path };
        findings.push(fault("H32", path, Spot::File, args!(path: shown)));
    }
    for path in &changes.collisions {
        findings.push(fault("H31", path, Spot::File, args!(name: path.as_str())));
    }
    if changes.too_many {
        findings.push(fault(
            "H45",
            "",
            Spot::File,
            args!(files: changes.files.len(), most: MOST_FILES),
        ));
    }
    for change in &changes.files {
        let path = change.path.as_str();
        let Some(new) = change.new else {
            findings.push(fault("H26", path, Spot::File, args!(path: path)));
            continue;
        };
        let item = match classify(path) {
            Ok(Item::Litter) => Err("history-litter"),
            Ok(Item::Year(_) | Item::Case(_) | Item::Private(_)) => Err("stray-kind"),
            other => other,
        };
        if new.mode != Mode::File {
            let what = match new.mode {
                Mode::Link => "history-mode-link",
                Mode::Submodule => "history-mode-submodule",
                Mode::Executable => "history-mode-executable",
                Mode::Tree => "history-mode-tree",
                Mode::File | Mode::Other => "history-mode-other",
            };
            // A directory that does not belong here is a foreign one, whatever is in it.
            let (code, key) = match &item {
                Err(why) if new.mode == Mode::Tree => ("H30", *why),
                _ => ("H29", what),
            };
            findings.push(fault(
                code,
                path,
                Spot::File,
                args!(path: path, why: Arg::Key(key.into())),
            ));
            continue;
        }
        match item {
            Err(why) => findings.push(fault(
                "H30",
                path,
                Spot::File,
                args!(path: path, why: Arg::Key(why.into())),
            )),
            Ok(Item::Procedure | Item::Staff) => groups.policy.push(change.clone()),
            Ok(item @ (Item::Record(id) | Item::Annex(id, _) | Item::Attachment(id, _))) => {
                groups
                    .cases
                    .entry(id)
                    .or_default()
                    .push((item, change.clone()));
            }
            Ok(item) => groups.documents.push((item, change.clone())),
        }
    }
    groups
}
