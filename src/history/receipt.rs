//! The receipt log of a server: what was pushed, by whom and when it was received, each line bound to the one before.
//!
//! It lies beside the objects of git. It is what shows a commit that was dated back, and a history that an administrator
//! rewrote: neither changes what was written here.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use chrono::{DateTime, SecondsFormat};
use git2::Oid;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Error;
use super::commit::first_parent;
use super::objects::Objects;
use super::push::Update;
use super::pushed::is_before;
use super::repository::{RegisterRepo, Settings};
use super::short;
use crate::args;

/// How long a push waits for the line of the one before it, and how often it looks.
const PATIENCE: (Duration, u32) = (Duration::from_millis(50), 100);

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// When it was received, in UTC.
    pub received: String,
    /// The ref.
    #[serde(rename = "ref")]
    pub name: String,
    /// Where it was; zeros when it was new.
    pub old: String,
    /// Where it went; zeros when it was deleted.
    pub new: String,
    /// Who pushed, as the server authenticated them; empty where it does not say.
    pub pusher: String,
    /// Whether the line was written afterwards, for a push whose own line is missing.
    pub late: bool,
    /// The SHA-256 of the line before; zeros for the first.
    pub previous: String,
}

/// Appends a push to the log; what came in since the last line without one is written first, marked late.
///
/// Git lets the next push in before the hook of the last one has run. So the line of a push that builds on one that is not in
/// the log yet waits for it; only what does not come, because its machine or its hook was stopped, is filled in.
///
/// # Errors
/// When the log cannot be read or written, or is not whole.
pub fn write_receipts(
    register: &RegisterRepo,
    updates: &[Update],
    now: i64,
) -> Result<usize, Error> {
    let settings = &register.settings;
    let path = settings.receipts.as_path();
    let failed = |error| Error::Io(path.to_owned(), error);
    if let Some(dir) = path.parent() {
        std::fs::create_dir_all(dir).map_err(failed)?;
    }
    let mut file = OpenOptions::new()
        .read(true)
        .append(true)
        .create(true)
        .open(path)
        .map_err(failed)?;
    let mut log = Log::empty();
    lock(&mut file, path, &mut log)?;
    for _ in 0..PATIENCE.1 {
        if updates.iter().all(|update| !log.lacks_before(update)) {
            break;
        }
        file.unlock().map_err(failed)?;
        sleep(PATIENCE.0);
        lock(&mut file, path, &mut log)?;
    }
    let pusher = settings
        .pusher_variable
        .as_ref()
        .and_then(|name| std::env::var(name).ok())
        .unwrap_or_default();
    let received = DateTime::from_timestamp(now, 0)
        .unwrap_or_default()
        .to_rfc3339_opts(SecondsFormat::Secs, true);
    let mut text = String::new();
    for update in updates {
        if log.has_late(update, register)? {
            continue;
        }
        let mut put = |old: String, new: String, pusher: &str, late: bool| {
            let receipt = Receipt {
                received: received.clone(),
                name: update.name.clone(),
                old,
                new,
                pusher: pusher.to_owned(),
                late,
                previous: log.last.clone(),
            };
            let line = serde_json::to_string(&receipt).map_err(|error| failed(error.into()))?;
            log.last = hash(&line);
            text.push_str(&line);
            text.push('\n');
            Ok::<_, Error>(())
        };
        let known = log.refs.get(&update.name).cloned();
        let known = known.unwrap_or_else(|| id(None));
        if known != id(update.old) {
            put(known, id(update.old), "", true)?;
        }
        put(id(update.old), id(update.new), &pusher, false)?;
    }
    file.seek(SeekFrom::End(0)).map_err(failed)?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(failed)?;
    Ok(text.lines().count())
}

/// Locks the log, for two pushes at once write one after the other, and reads what was added to it.
fn lock(file: &mut File, path: &Path, log: &mut Log) -> Result<(), Error> {
    let failed = |error| Error::Io(path.to_owned(), error);
    file.lock().map_err(failed)?;
    cut_torn(file).map_err(failed)?;
    log.read_on(file, path)
}

/// Gives an id as git writes it in a hook: zeros for none.
fn id(oid: Option<Oid>) -> String {
    oid.unwrap_or(Oid::ZERO_SHA1).to_string()
}

/// Takes away a last line that was not written to its end: the machine stopped, and the push is filled in as a late one.
fn cut_torn(file: &mut File) -> std::io::Result<()> {
    let length = file.seek(SeekFrom::End(0))?;
    let mut whole = length;
    let mut byte = [0];
    while whole > 0 {
        file.seek(SeekFrom::Start(whole - 1))?;
        file.read_exact(&mut byte)?;
        if byte == *b"\n" {
            break;
        }
        whole -= 1;
    }
    if whole < length {
        file.set_len(whole)?;
    }
    Ok(())
}

/// What a log says.
struct Log {
    /// The hash of the last line.
    last: String,
    /// Where each ref was last.
    refs: BTreeMap<String, String>,
    /// What was filled in: the ref, from where, to where.
    late: Vec<(String, String, String)>,
    /// Every move: its line, the ref, to where.
    moves: Vec<(usize, String, String)>,
    lines: usize,
    /// How many bytes of the file were read.
    read: u64,
}

impl Log {
    fn empty() -> Self {
        Self {
            last: "0".repeat(64),
            refs: BTreeMap::new(),
            late: Vec::new(),
            moves: Vec::new(),
            lines: 0,
            read: 0,
        }
    }

    /// Reads the lines that came after those that were read, each bound to the one before.
    fn read_on(&mut self, file: &mut File, path: &Path) -> Result<(), Error> {
        let failed = |error| Error::Io(path.to_owned(), error);
        let broken = |line: usize| {
            Error::User(
                "history-receipts-broken",
                args!(path: path.display().to_string(), line: line),
            )
        };
        if file.seek(SeekFrom::End(0)).map_err(failed)? < self.read {
            return Err(broken(self.lines));
        }
        file.seek(SeekFrom::Start(self.read)).map_err(failed)?;
        let mut text = String::new();
        file.read_to_string(&mut text).map_err(failed)?;
        for line in text.split_inclusive('\n') {
            self.lines += 1;
            let whole = line.strip_suffix('\n').ok_or_else(|| broken(self.lines))?;
            let receipt: Receipt = serde_json::from_str(whole).map_err(|_| broken(self.lines))?;
            let known = self.refs.get(&receipt.name).cloned();
            if receipt.previous != self.last || receipt.old != known.unwrap_or_else(|| id(None)) {
                return Err(broken(self.lines));
            }
            self.last = hash(whole);
            let Receipt { name, old, new, .. } = receipt;
            if receipt.late {
                self.late.push((name.clone(), old, new.clone()));
            }
            self.moves.push((self.lines, name.clone(), new.clone()));
            self.refs.insert(name, new);
        }
        self.read += text.len() as u64;
        Ok(())
    }

    /// Tells whether a push began where the log does not end: the line of the one before it is still to come.
    fn lacks_before(&self, update: &Update) -> bool {
        let known = self.refs.get(&update.name);
        known.is_some_and(|known| *known != id(update.old))
    }

    /// Tells whether a push was filled in already, by one that no longer waited for its line.
    fn has_late(&self, update: &Update, register: &RegisterRepo) -> Result<bool, Error> {
        if !self.lacks_before(update) {
            return Ok(false);
        }
        let (Some(old), Some(new)) = (update.old, update.new) else {
            return Ok(false);
        };
        for (name, from, to) in &self.late {
            let (from, to) = (from.parse::<Oid>()?, to.parse::<Oid>()?);
            let begins = || Ok::<_, Error>(from.is_zero() || is_before(register, from, old)?);
            if *name == update.name && begins()? && is_before(register, new, to)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Checks that every line is bound to the one before and goes on where its ref was; gives how many there are.
///
/// # Errors
/// When the log cannot be read, or a line was changed, removed, put in or is there twice.
pub fn verify_receipts(settings: &Settings) -> Result<usize, Error> {
    Ok(opened(settings)?.lines)
}

fn opened(settings: &Settings) -> Result<Log, Error> {
    let path = settings.receipts.as_path();
    let mut file = File::open(path).map_err(|error| Error::Io(path.to_owned(), error))?;
    let mut log = Log::empty();
    log.read_on(&mut file, path)?;
    Ok(log)
}

/// Checks a log as [`verify_receipts`] does, and compares it with the repository: it ends where each ref stands, and every commit
/// that it says the register's branch stood on is in the history of that branch, in the order of the log.
///
/// # Errors
/// As there, and when the log was cut off at its end or goes beyond a ref, or the branch went back.
pub fn verify_with_refs(register: &RegisterRepo) -> Result<usize, Error> {
    let settings = &register.settings;
    let log = opened(settings)?;
    let repository = &register.repository;
    let is_there = |name: &str| match repository.refname_to_id(name) {
        Ok(id) => Ok(Some(id)),
        Err(error) if error.code() == git2::ErrorCode::NotFound => Ok(None),
        Err(error) => Err(Error::Git(error)),
    };
    let branch = settings.branch.as_str();
    let named: BTreeSet<&str> = log
        .refs
        .keys()
        .map(String::as_str)
        .chain([branch])
        .collect();
    for name in named {
        let now = is_there(name)?;
        let nothing = id(None);
        let logged = log.refs.get(name).unwrap_or(&nothing);
        if *logged == id(now) {
            continue;
        }
        let known = logged
            .parse()
            .ok()
            .filter(|id| repository.find_commit(*id).is_ok());
        let is_behind = match (known, now) {
            (Some(known), Some(now)) => is_before(register, known, now)?,
            _ => *logged == nothing,
        };
        let key = match is_behind {
            true => "history-receipts-short",
            false => "history-receipts-beyond",
        };
        let path = settings.receipts.display().to_string();
        let args = args!(path: path, ref: name, logged: short(logged), now: short(id(now)));
        return Err(Error::User(key, args));
    }
    if let Some(tip) = is_there(branch)? {
        went_on(register, &log, tip)?;
    }
    Ok(log.lines)
}

/// Checks that the register's branch only ever went on, to where it stands now.
fn went_on(register: &RegisterRepo, log: &Log, tip: Oid) -> Result<(), Error> {
    let odb = register.repository.odb()?;
    let objects = Objects::new(&odb);
    // How far back each commit of the history lies.
    let mut back = HashMap::new();
    let mut at = Some(tip);
    while let Some(id) = at {
        back.insert(id.to_string(), back.len());
        at = first_parent(id, objects.commit(id)?.data())?;
    }
    let mut last = usize::MAX;
    for (line, name, new) in &log.moves {
        if *name != register.settings.branch {
            continue;
        }
        let Some(far) = back.get(new).filter(|far| **far < last) else {
            let args = args!(line: *line, ref: name.as_str(), commit: short(new));
            return Err(Error::User("history-receipts-rewritten", args));
        };
        last = *far;
    }
    Ok(())
}

fn hash(line: &str) -> String {
    Sha256::digest(line.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(log: &Log, new: char) -> String {
        let receipt = Receipt {
            received: String::new(),
            name: "refs/heads/main".into(),
            old: log
                .refs
                .get("refs/heads/main")
                .cloned()
                .unwrap_or_else(|| id(None)),
            new: new.to_string().repeat(40),
            pusher: String::new(),
            late: false,
            previous: log.last.clone(),
        };
        serde_json::to_string(&receipt).unwrap() + "\n"
    }

    /// Of what was read and checked already nothing is read again; what is no longer there is a fault.
    #[test]
    fn a_log_is_read_on_from_where_it_ended() {
        let mut file = tempfile::tempfile().unwrap();
        let read_on = |file: &mut File, log: &mut Log| {
            cut_torn(file).unwrap();
            log.read_on(file, Path::new("receipts"))
        };
        let mut log = Log::empty();
        for (count, new) in ['a', 'b', 'c'].into_iter().enumerate() {
            file.write_all(line(&log, new).as_bytes()).unwrap();
            file.write_all(&b"{torn".repeat(count)).unwrap();
            read_on(&mut file, &mut log).unwrap();
            assert_eq!(
                (log.lines, log.read),
                (count + 1, file.metadata().unwrap().len())
            );
        }
        let mut whole = Log::empty();
        read_on(&mut file, &mut whole).unwrap();
        assert_eq!((&whole.last, &whole.moves), (&log.last, &log.moves));
        // Changed at its start, which was read.
        file.rewind().unwrap();
        file.write_all(b"x").unwrap();
        file.seek(SeekFrom::End(0)).unwrap();
        file.write_all(line(&log, 'd').as_bytes()).unwrap();
        read_on(&mut file, &mut log).unwrap();
        assert_eq!(log.lines, 4);
        assert!(read_on(&mut file, &mut Log::empty()).is_err());
        // Cut off within it.
        file.set_len(log.read - 1).unwrap();
        assert!(read_on(&mut file, &mut log).is_err());
    }
}
