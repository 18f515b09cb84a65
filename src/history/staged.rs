//! What is staged, judged as the commit that it is about to become: comfort for whoever commits; the server decides.

use chrono::DateTime;
use git2::{ErrorCode, Oid};

use super::chain::Walk;
use super::commit::{Commit, Identity, parse_commit};
use super::judge::Judge;
use super::mark::Mark;
use super::objects::Objects;
use super::repository::Register;
use super::{Error, Faults};
use crate::args;

/// Judges the index against the commit that is checked out.
///
/// `message` is the text of the commit, where it is there already. Gives nothing when there is no commit yet: the first
/// one is what everything else is judged from.
///
/// # Errors
/// When the repository cannot be read, a merge is not finished or nobody is configured as author.
pub fn check_staged(
    register: &Register,
    message: Option<String>,
    now: i64,
) -> Result<(Walk, Option<Mark>), Error> {
    let repository = &register.repository;
    let mut walk = Walk::default();
    let head = match repository.head() {
        Ok(head) => head.peel_to_commit()?.id(),
        Err(error) if matches!(error.code(), ErrorCode::UnbornBranch | ErrorCode::NotFound) => {
            return Ok((walk, None));
        }
        Err(error) => return Err(error.into()),
    };
    let mut index = repository.index()?;
    if index.has_conflicts() {
        return Err(Error::User("history-conflicts", args!()));
    }
    let tree = index.write_tree()?;
    let odb = repository.odb()?;
    let mut judge = Judge::new(Objects::new(&odb), &register.settings.dir, now);
    let parent = parse_commit(head, judge.objects.commit(head)?.data())?;
    let commit = Commit {
        id: None,
        tree,
        parents: parents(register, head)?,
        author: identity(register, "AUTHOR", now)?,
        committer: identity(register, "COMMITTER", now)?,
        signature: None,
        signed: Vec::new(),
        odd: None,
        message,
    };
    let (mark, findings) = judge.judge(&commit, &parent)?;
    if !findings.is_empty() {
        let author = format!("{}, {}", commit.author.name, commit.committer.day());
        walk.faults.push(Faults {
            commit: None,
            tree: judge.register(tree)?,
            author,
            findings,
        });
    }
    Ok((walk, Some(mark)))
}

/// Gives the parents that the commit will have; a merge that runs adds its own.
fn parents(register: &Register, head: Oid) -> Result<Vec<Oid>, Error> {
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

/// Gives who commits, as git will write it: from the environment that it sets for a hook, else from the configuration.
fn identity(register: &Register, role: &str, now: i64) -> Result<Identity, Error> {
    let config = register.repository.config()?.snapshot()?;
    let given = |what: &str| {
        std::env::var(format!("GIT_{role}_{what}"))
            .ok()
            .filter(|value| !value.is_empty())
    };
    let configured = |what: &str| config.get_string(&format!("user.{what}")).ok();
    let part = |name: &str, what: &str| given(name).or_else(|| configured(what));
    let (Some(name), Some(email)) = (part("NAME", "name"), part("EMAIL", "email")) else {
        return Err(Error::User("history-no-identity", args!()));
    };
    let time = given("DATE").and_then(|text| seconds(&text)).unwrap_or(now);
    Ok(Identity {
        name,
        email,
        time,
        zone: true,
    })
}

/// Parses the ways in which git writes a date in the environment; another one is taken for now.
fn seconds(text: &str) -> Option<i64> {
    let first = text
        .split(' ')
        .next()
        .unwrap_or_default()
        .trim_start_matches('@');
    let iso = ["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d %H:%M:%S %z"];
    first.parse().ok().or_else(|| {
        iso.iter()
            .find_map(|form| DateTime::parse_from_str(text, form).ok())
            .map(|time| time.timestamp())
    })
}
