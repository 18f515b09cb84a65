//! The receipt log of a server: what was pushed, by whom and when it was received, each line bound to the one before.
//!
//! It lies beside the objects of git. It is what shows a commit that was dated back, and a history that an administrator
//! rewrote: neither changes what was written here.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use chrono::{DateTime, SecondsFormat};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Error;
use super::push::Update;
use super::repository::Settings;

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
/// # Errors
/// When the log cannot be read or written, or is not whole.
pub fn write_receipts(settings: &Settings, updates: &[Update], now: i64) -> Result<usize, Error> {
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
    // Two pushes at once write one after the other.
    file.lock().map_err(failed)?;
    cut_torn(&mut file).map_err(failed)?;
    let log = read(&mut file, path)?;
    let pusher = settings
        .pusher_variable
        .as_ref()
        .and_then(|name| std::env::var(name).ok())
        .unwrap_or_default();
    let received = DateTime::from_timestamp(now, 0)
        .unwrap_or_default()
        .to_rfc3339_opts(SecondsFormat::Secs, true);
    let mut previous = log.last;
    let mut text = String::new();
    let mut put = |name: &str, old: &str, new: &str, pusher: &str, late: bool| {
        let receipt = Receipt {
            received: received.clone(),
            name: name.to_owned(),
            old: old.to_owned(),
            new: new.to_owned(),
            pusher: pusher.to_owned(),
            late,
            previous: previous.clone(),
        };
        let line = serde_json::to_string(&receipt).unwrap_or_default();
        previous = hash(&line);
        text.push_str(&line);
        text.push('\n');
    };
    let zeros = "0".repeat(40);
    let id = |oid: Option<git2::Oid>| oid.map_or_else(|| zeros.clone(), |oid| oid.to_string());
    for update in updates {
        let (old, new) = (id(update.old), id(update.new));
        let known = log.refs.get(&update.name).unwrap_or(&zeros);
        if *known != old {
            put(&update.name, known, &old, "", true);
        }
        put(&update.name, &old, &new, &pusher, false);
    }
    file.seek(SeekFrom::End(0)).map_err(failed)?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(failed)?;
    Ok(text.lines().count())
}

/// Takes away a last line that was not written to its end: the machine stopped, and the push is filled in as a late one.
fn cut_torn(file: &mut File) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let whole = bytes
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |at| at + 1);
    if whole < bytes.len() {
        file.set_len(whole as u64)?;
    }
    file.seek(SeekFrom::Start(0)).map(drop)
}

/// What a log says.
struct Log {
    /// The hash of the last line.
    last: String,
    /// Where each ref was last.
    refs: BTreeMap<String, String>,
    lines: usize,
}

/// Checks that every line is bound to the one before; gives how many there are.
///
/// # Errors
/// When the log cannot be read, or a line was changed, removed or put in.
pub fn verify_receipts(settings: &Settings) -> Result<usize, Error> {
    let path = settings.receipts.as_path();
    let mut file = File::open(path).map_err(|error| Error::Io(path.to_owned(), error))?;
    Ok(read(&mut file, path)?.lines)
}

fn read(file: &mut File, path: &Path) -> Result<Log, Error> {
    let mut text = String::new();
    file.read_to_string(&mut text)
        .map_err(|error| Error::Io(path.to_owned(), error))?;
    let broken = |line: usize| {
        Error::User(
            "history-receipts-broken",
            crate::args!(path: path.display().to_string(), line: line),
        )
    };
    let mut log = Log {
        last: "0".repeat(64),
        refs: BTreeMap::new(),
        lines: 0,
    };
    for line in text.split_inclusive('\n') {
        log.lines += 1;
        let whole = line.strip_suffix('\n').ok_or_else(|| broken(log.lines))?;
        let receipt: Receipt = serde_json::from_str(whole).map_err(|_| broken(log.lines))?;
        if receipt.previous != log.last {
            return Err(broken(log.lines));
        }
        log.last = hash(whole);
        log.refs.insert(receipt.name, receipt.new);
    }
    Ok(log)
}

fn hash(line: &str) -> String {
    Sha256::digest(line.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
