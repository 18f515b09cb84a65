//! What is staged, judged as the commit that it is about to become: comfort for whoever commits; the server decides.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use git2::{ErrorCode, Oid, Status, StatusOptions};

use super::Error;
use super::chain::faults;
use super::commit::{Commit, Identity};
use super::judge::Judge;
use super::mark::Mark;
use super::message::reverts;
use super::objects::Objects;
use super::repository::RegisterRepo;
use super::walk::Walk;
use super::who::{self, Part};
use crate::args;
use crate::finding::{Arg, Finding};

/// What only a commit may do that takes the place of the last one: it says of what is there already, or gives it more.
const OF_WHAT_IS_THERE: [&str; 4] = ["H22", "H25", "H26", "H27"];

/// The rule of a step that lacks its annex.
const ANNEX_MISSING: &str = "K018";

/// Judges the index against the commit that is checked out, or against the one before it where git amends.
///
/// `message` is the text of the commit, where it is there already. `may_amend` is for the hook that comes first, when nobody can tell
/// yet: what is right in either way passes. Gives nothing when there is no commit yet: the first
/// one is what everything else is judged from.
///
/// # Errors
/// When the repository cannot be read, a merge is not finished or nobody is configured as author.
pub fn check_staged(
    register: &RegisterRepo,
    message: Option<String>,
    may_amend: bool,
    now: i64,
) -> Result<(Walk, Option<Mark>), Error> {
    let repository = &register.repository;
    let head = match repository.head() {
        Ok(head) => head.peel_to_commit()?.id(),
        Err(error) if matches!(error.code(), ErrorCode::UnbornBranch | ErrorCode::NotFound) => {
            return Ok((Walk::default(), None));
        }
        Err(error) => return Err(error.into()),
    };
    let mut index = repository.index()?;
    if index.has_conflicts() {
        return Err(Error::User("history-conflicts", args!()));
    }
    let odb = repository.odb()?;
    let mut judge = Judge::new(Objects::new(&odb), &register.settings.dir, now);
    let mut commit = Commit {
        id: None,
        tree: index.write_tree()?,
        parents: parents(register, head)?,
        author: who(register, Part::Author)?,
        committer: who(register, Part::Committer)?,
        signature: None,
        signed: Vec::new(),
        odd: None,
        message,
    };
    let last = judge.commit(head)?;
    let (mut mark, mut findings) = judge.judge(&commit, &last)?;
    let of_what_is_there = |found: &Finding| OF_WHAT_IS_THERE.contains(&found.code);
    // Git does not tell its hooks that it amends. But it keeps the date of the author then, or has nothing new staged, or took the text
    // of the last commit.
    let says_anew = (commit.message.is_some() || may_amend) && commit.tree == last.tree;
    let amends = commit.author.time == last.author.time
        || commit.message.is_some() && has_noted(register, head);
    let of_unsent = findings.iter().any(of_what_is_there) && !is_sent(register, head)?;
    // What takes back the last commit is never one with it.
    let reverts = commit.message.as_deref().is_some_and(reverts);
    if let [before] = last.parents[..]
        && commit.parents.len() == 1
        && (says_anew || of_unsent)
        && !reverts
    {
        commit.parents = vec![before];
        let whole = judge.judge(&commit, &judge.commit(before)?)?;
        if says_anew || amends || may_amend && whole.1.is_empty() {
            (mark, findings) = whole;
        } else if whole.1.is_empty() {
            for found in findings.iter_mut().filter(|found| of_what_is_there(found)) {
                let way = Arg::Key("history-amend-last".into());
                found.args.insert("way", way);
            }
        }
    }
    name_unstaged(register, &mut findings)?;
    let mut walk = Walk::default();
    if !findings.is_empty() {
        walk.faults.push(faults(&judge, &commit, findings)?);
    }
    Ok((walk, Some(mark)))
}

/// Says of an annex that is missed that it lies there, where it was only not staged.
fn name_unstaged(register: &RegisterRepo, findings: &mut [Finding]) -> Result<(), Error> {
    for found in findings
        .iter_mut()
        .filter(|found| found.code == ANNEX_MISSING)
    {
        let (Some(Arg::Text(number)), Some((case, _))) =
            (found.args.get("number"), found.file.rsplit_once('/'))
        else {
            continue;
        };
        let dir = [&register.settings.dir, case, "private"].map(str::to_owned);
        let dir = dir.join("/").trim_start_matches('/').to_owned();
        let mut options = StatusOptions::new();
        options
            .include_untracked(true)
            .recurse_untracked_dirs(true)
            .disable_pathspec_match(true)
            .pathspec(&dir);
        let files = register.repository.statuses(Some(&mut options))?;
        let is_of_step = |path: &[u8]| {
            let name = String::from_utf8_lossy(path);
            let name = name.strip_prefix(&format!("{dir}/{number}"));
            name.is_some_and(|rest| rest == ".yaml" || rest.starts_with('-'))
        };
        if files.iter().any(|file| {
            let unstaged = file.status() & (Status::WT_NEW | Status::WT_MODIFIED);
            !unstaged.is_empty() && is_of_step(file.path_bytes())
        }) {
            let why = Arg::Key("history-annex-unstaged".into());
            found.args.insert("why", why);
            found.args.insert("dir", dir.into());
        }
    }
    Ok(())
}

/// Notes that git took the text of the last commit for the one that it makes, which it does when it amends, or that it did not.
///
/// # Errors
/// When the note cannot be written.
pub fn note(register: &RegisterRepo, source: &[String]) -> Result<(), Error> {
    let path = noted(register);
    let failed = |error| Error::Io(path.clone(), error);
    match source {
        [kind, commit] if kind == "commit" => {
            let dir = &register.settings.memory;
            fs::create_dir_all(dir).map_err(failed)?;
            let named = register.repository.revparse_single(commit)?.id();
            fs::write(&path, named.to_string()).map_err(failed)
        }
        _ => match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(failed(error)),
            _ => Ok(()),
        },
    }
}

fn has_noted(register: &RegisterRepo, head: Oid) -> bool {
    fs::read_to_string(noted(register)).is_ok_and(|id| id == head.to_string())
}

fn noted(register: &RegisterRepo) -> PathBuf {
    register.settings.memory.join("amended")
}

/// Tells whether the server has a commit, as far as is known here.
fn is_sent(register: &RegisterRepo, commit: Oid) -> Result<bool, Error> {
    let Some(server) = register.server_tip() else {
        return Ok(false);
    };
    let repository = &register.repository;
    Ok(server == commit || repository.graph_descendant_of(server, commit)?)
}

/// Gives the parents that the commit will have; a merge that runs adds its own.
fn parents(register: &RegisterRepo, head: Oid) -> Result<Vec<Oid>, Error> {
    let mut parents = vec![head];
    let path = register.repository.path().join("MERGE_HEAD");
    match std::fs::read_to_string(&path) {
        Ok(text) => parents.extend(
            text.lines()
                .map(|line| line.parse::<Oid>())
                .collect::<Result<Vec<_>, _>>()?,
        ),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(Error::Io(path, error)),
    }
    Ok(parents)
}

/// Gives who commits, as git will write it.
fn who(register: &RegisterRepo, part: Part) -> Result<Identity, Error> {
    let repository = &register.repository;
    let dir = repository.workdir().unwrap_or_else(|| repository.path());
    let none = || Error::User("history-no-identity", args!());
    let found = who::identity(dir, part).ok_or_else(none)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(Identity {
        name: text(found.name_bytes()),
        email: text(found.email_bytes()),
        time: found.when().seconds(),
        zone: true,
    })
}
