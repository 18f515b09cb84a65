//! What a push may do: the lines that git gives to `pre-receive`, judged before anything is accepted.

use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use git2::Oid;

use super::chain::Chain;
use super::repository::{RegisterRepo, full_id};
use super::verdicts::Verdicts;
use super::walk::Walk;
use super::{CommitFindings, Error};
use crate::args;
use crate::finding::Args;
use crate::rules::history::finding;
use crate::source::Spot;
use crate::words::characters::first_forbidden;

/// A ref that a push moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// Where it was; `None` when it is new.
    pub old: Option<Oid>,
    /// Where it goes; `None` when it is deleted.
    pub new: Option<Oid>,
    /// Its full name.
    pub name: String,
}

/// Parses the lines `old new ref` of `pre-receive` and `post-receive`.
///
/// # Errors
/// When a line is not in that form.
pub fn parse_updates(text: &str) -> Result<Vec<Update>, Error> {
    let parse = |line: &str| {
        let (old, rest) = line.split_once(' ')?;
        let (new, name) = rest.split_once(' ')?;
        let id = |text| full_id(text).map(|id| (!id.is_zero()).then_some(id));
        Some(Update {
            old: id(old)?,
            new: id(new)?,
            name: name.to_owned(),
        })
    };
    text.lines()
        .map(|line| parse(line).ok_or_else(|| Error::User("history-push-line", args!(line: line))))
        .collect()
}

/// Judges a push: which refs it moves, and every commit that it adds to the register's branch.
///
/// # Errors
/// When anything could not be looked at; the push is then to be refused.
pub fn check_push(register: &RegisterRepo, updates: &[Update], now: i64) -> Result<Walk, Error> {
    let mut walk = Walk::default();
    let pusher = register
        .settings
        .pusher_variable
        .as_ref()
        .map(|name| std::env::var(name).unwrap_or_default());
    if let (Some(""), Some(variable)) = (pusher.as_deref(), &register.settings.pusher_variable) {
        let args = args!(known: 0_usize, variable: variable.as_str());
        refuse(&mut walk, "H07", args);
    }
    size(register, &mut walk)?;
    release(register, updates, now)?;
    let (mut verdicts, mut closed) = (Vec::new(), Vec::new());
    for update in updates {
        if update.name == register.settings.branch {
            let pusher = pusher.as_deref();
            verdicts.extend(branch(register, update, pusher, now, &mut walk)?);
        } else if !may_move(register, &update.name) || is_branch(register, &update.name) {
            let args = args!(ref: update.name.as_str(), branch: register.settings.branch.as_str());
            closed.push(finding("H04", "", Spot::File, args));
        }
    }
    if !closed.is_empty() {
        walk.faults.push(CommitFindings::new(closed));
    }
    // Of what does not come in nothing is remembered, or it would weigh nothing the next time.
    if walk.faults.is_empty() {
        verdicts.iter_mut().for_each(Verdicts::save);
    }
    Ok(walk)
}

/// After how many faulty commits a push is refused without a look at the rest, so that nobody keeps the server busy with them.
const MOST_FAULTY: usize = 20;

/// The rule of a push that is too large, in itself or for what it adds to the register.
const TOO_LARGE: &str = "H08";

/// Judges what a push adds to the register's branch; gives the verdicts on it.
fn branch(
    register: &RegisterRepo,
    update: &Update,
    pusher: Option<&str>,
    now: i64,
    walk: &mut Walk,
) -> Result<Option<Verdicts>, Error> {
    let name = || args!(branch: update.name.as_str());
    let Some(new) = update.new else {
        refuse(walk, "H05", name());
        return Ok(None);
    };
    let Some(root) = register.settings.trust_root else {
        refuse(walk, "H02", args!(root: new.to_string()));
        return Ok(None);
    };
    let odb = register.repository.odb()?;
    let mut chain = Chain::new(register, &odb, new, now)?;
    chain.judge.most_faulty = MOST_FAULTY;
    walk.tip = Some(new);
    walk.root = Some(root);
    let start = walk.judged.len();
    let base = update.old.unwrap_or(root);
    register.expect(&chain.judge, [new, base])?;
    let rooted = base == root || chain.is_rooted(base)?;
    let linked = base == root || chain.verdicts.is_linked(base);
    let on_chain = chain.judge(new, base, linked, walk)?;
    if !rooted || update.old.is_none() && !on_chain {
        refuse(
            walk,
            "H03",
            args!(root: root.to_string(), tip: new.to_string()),
        );
    } else if !on_chain {
        refuse(walk, "H06", name());
    }
    if let Some(pusher) = pusher.filter(|pusher| !pusher.is_empty()) {
        for judged in walk.judged[start..]
            .iter()
            .filter(|judged| judged.is_of_register())
        {
            if walk.faults.len() >= MOST_FAULTY {
                walk.left += 1;
                continue;
            }
            let commit = chain.commit(judged.commit)?;
            let known = judged
                .mark
                .author
                .as_ref()
                .is_some_and(|id| id.as_str() == pusher);
            if !known && !commit.author.email.eq_ignore_ascii_case(pusher) {
                let found = finding(
                    "H07",
                    "",
                    Spot::File,
                    args!(known: 1_usize, pusher: pusher, author: commit.author.email.as_str()),
                );
                walk.faults.push(chain.faults(&commit, vec![found])?);
            }
        }
    }
    let is_told =
        |faults: &CommitFindings| faults.findings.iter().any(|found| found.code == TOO_LARGE);
    if chain.judge.seen.added > register.settings.most_pushed && !walk.faults.iter().any(is_told) {
        refuse(walk, TOO_LARGE, too_large(chain.judge.seen.added, register));
    }
    Ok(Some(chain.verdicts))
}

/// How old the lock file of a ref is when it is surely that of a process that was killed, in seconds: git holds one for as long as
/// it takes to write forty bytes.
const STALE: u64 = 5;

/// Removes the lock files that a killed push left on the refs that this one moves; git itself never would.
fn release(register: &RegisterRepo, updates: &[Update], now: i64) -> Result<(), Error> {
    let now = UNIX_EPOCH + Duration::from_secs(u64::try_from(now).unwrap_or_default());
    let dir = register.repository.commondir();
    let refs = updates.iter().map(|update| update.name.as_str());
    // Git locks `HEAD` as well where it names the branch.
    for name in refs
        .filter(|name| *name == register.settings.branch)
        .chain(["HEAD"])
    {
        let lock = dir.join(format!("{name}.lock"));
        let Ok(made) = lock.symlink_metadata().and_then(|found| found.modified()) else {
            continue;
        };
        let stale = now
            .duration_since(made)
            .is_ok_and(|age| age.as_secs() >= STALE);
        if !stale {
            continue;
        }
        match std::fs::remove_file(&lock) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Error::Io(lock, error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Weighs what was received: git keeps it apart until it is accepted.
fn size(register: &RegisterRepo, walk: &mut Walk) -> Result<(), Error> {
    let Some(quarantine) = std::env::var_os("GIT_QUARANTINE_PATH") else {
        return Ok(());
    };
    let quarantine = Path::new(&quarantine);
    let mut bytes = 0;
    for entry in walkdir::WalkDir::new(quarantine) {
        let size = entry
            .and_then(|entry| entry.metadata())
            .map_err(|error| Error::Io(quarantine.to_owned(), error.into()))?;
        bytes += if size.is_file() { size.len() } else { 0 };
    }
    if bytes > register.settings.most_pushed {
        refuse(walk, TOO_LARGE, too_large(bytes, register));
    }
    Ok(())
}

fn too_large(bytes: u64, register: &RegisterRepo) -> Args {
    let mebibytes = |bytes: u64| i64::try_from(bytes.div_ceil(1 << 20)).unwrap_or(i64::MAX);
    args!(size: mebibytes(bytes), most: mebibytes(register.settings.most_pushed))
}

fn refuse(walk: &mut Walk, code: &'static str, args: Args) {
    let found = finding(code, "", Spot::File, args);
    walk.faults.push(CommitFindings::new(vec![found]));
}

/// Tells whether another ref than the register's branch may be pushed: it fits a pattern, and its name shows what it is.
fn may_move(register: &RegisterRepo, name: &str) -> bool {
    let patterns = &register.settings.allowed_refs;
    first_forbidden(name).is_none() && patterns.iter().any(|pattern| matches(pattern, name))
}

/// Tells whether a ref of another name is the register's branch, because one of them stands for the other.
fn is_branch(register: &RegisterRepo, name: &str) -> bool {
    let target = |name: &str| {
        let found = register.repository.find_reference(name).ok()?.resolve();
        Some(found.ok()?.name_bytes().to_vec())
    };
    let branch = target(&register.settings.branch);
    branch.is_some() && branch == target(name)
}

/// Tells whether a ref fits a pattern such as `refs/heads/code/*`, where the star stands at the end for anything.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => start.starts_with("refs/heads/") && name.starts_with(start),
        None => pattern == name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_two_ids_and_a_ref() {
        let (zero, one) = ("0".repeat(40), "1".repeat(40));
        let updates = parse_updates(&format!(
            "{zero} {one} refs/heads/main\n{one} {zero} refs/tags/x y\n"
        ))
        .unwrap();
        assert_eq!(
            (updates[0].old, updates[0].new.is_some(), updates[1].new),
            (None, true, None)
        );
        assert_eq!(updates[1].name, "refs/tags/x y");
        for line in [
            "",
            "x y z",
            &format!("{one} {one}"),
            &format!("{} {one} r", &one[1..]),
        ] {
            assert!(parse_updates(&format!("{line}\n")).is_err(), "{line}");
        }
    }

    #[test]
    fn a_pattern_opens_branches_only() {
        assert!(
            matches("refs/heads/code/*", "refs/heads/code/x")
                && !matches("refs/heads/code/*", "refs/heads/codex")
        );
        assert!(!matches("*", "refs/replace/x") && !matches("refs/*", "refs/replace/x"));
    }
}
