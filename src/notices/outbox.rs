//! Messages into a Maildir, each once: a ledger knows what was told, and says enough to go on after a kill at any moment.
//!
//! A message is written to `tmp/`, then the ledger says that it is ready, then it moves to `new/`, then the ledger says that it
//! was sent. A run that finds a message ready and not sent looks in `tmp/`: there it was not sent yet, and moves now; not there, it
//! was. What lies in `tmp/` and is not in the ledger was never promised, and is thrown away.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use git2::{ObjectType, Oid};

use super::{Item, Notice, Source};
use crate::args;
use crate::mail::{Message, address};
use crate::register::words::StaffId;

/// What the names of our messages begin with.
const PREFIX: &str = "klacht-";

/// What a run did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// How many messages went out.
    pub messages: usize,
    /// How many of these an earlier run had left.
    pub left: usize,
    /// Who has no address to which anything can be sent.
    pub unreachable: BTreeSet<StaffId>,
}

/// Why nothing, or not everything, went out.
#[derive(Debug)]
pub enum OutboxError {
    /// The organisation has no address from which to send.
    NoSender,
    /// The ledger or the outbox cannot be read or written.
    Io(PathBuf, io::Error),
}

/// An outbox with its ledger, which is held by one run at a time.
pub struct Outbox {
    dir: PathBuf,
    path: PathBuf,
    ledger: File,
    /// Person and key of everything that was promised.
    known: BTreeSet<(String, String)>,
    /// The messages that are ready and not known to be sent.
    open: BTreeSet<String>,
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> OutboxError {
    let path = path.to_owned();
    move |error| OutboxError::Io(path, error)
}

impl Outbox {
    /// Opens a Maildir and a ledger, makes what is not there, and waits until no other run holds them.
    ///
    /// # Errors
    /// When one of them cannot be read or written.
    pub fn open(dir: &Path, path: &Path) -> Result<Self, OutboxError> {
        for name in ["tmp", "new", "cur"] {
            let part = dir.join(name);
            fs::create_dir_all(&part).map_err(failed(&part))?;
        }
        if let Some(parent) = path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty())
        {
            fs::create_dir_all(parent).map_err(failed(parent))?;
        }
        let mut ledger = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(failed(path))?;
        ledger.lock().map_err(failed(path))?;
        let mut text = String::new();
        ledger.read_to_string(&mut text).map_err(failed(path))?;
        // A line that a kill cut off was not said.
        let whole = text.rfind('\n').map_or(0, |end| end + 1);
        ledger.set_len(whole as u64).map_err(failed(path))?;
        ledger.seek(SeekFrom::End(0)).map_err(failed(path))?;
        let mut outbox = Self {
            dir: dir.to_owned(),
            path: path.to_owned(),
            ledger,
            known: BTreeSet::new(),
            open: BTreeSet::new(),
        };
        for line in text[..whole].lines() {
            let mut words = line.split(' ');
            match (words.next(), words.next()) {
                (Some("ready"), Some(name)) => {
                    outbox.open.insert(name.to_owned());
                    let person = words.next().unwrap_or_default();
                    outbox
                        .known
                        .extend(words.map(|key| (person.to_owned(), key.to_owned())));
                }
                (Some("sent"), Some(name)) => drop(outbox.open.remove(name)),
                _ => {}
            }
        }
        Ok(outbox)
    }

    /// Sends what an earlier run left, and then what nobody was told yet: one message a person.
    ///
    /// # Errors
    /// When something cannot be written; what went out until then is in the ledger.
    pub fn send(&mut self, source: &Source<'_>, notices: &[Notice]) -> Result<Sent, OutboxError> {
        let mut sent = Sent {
            left: self.finish()?,
            ..Sent::default()
        };
        sent.messages = sent.left;
        let organisation = source
            .register
            .procedure
            .as_ref()
            .map(|procedure| &procedure.organisation);
        let from = organisation
            .and_then(|own| Some((own.name.as_str(), address(own.email.as_ref()?.as_str())?)));
        let Some((from_name, from)) = from else {
            return Err(OutboxError::NoSender);
        };
        let people: BTreeMap<&StaffId, (&str, String)> = source
            .register
            .staff
            .iter()
            .flat_map(|staff| staff.iter())
            .filter_map(|person| {
                Some((
                    &person.id,
                    (person.name.as_str(), address(person.email.as_str())?),
                ))
            })
            .collect();
        for notice in notices {
            let person = notice.person.to_string();
            let items: Vec<&Item> = notice
                .items
                .iter()
                .filter(|item| !self.known.contains(&(person.clone(), item.key.clone())))
                .collect();
            if items.is_empty() {
                continue;
            }
            let Some((to_name, to)) = people.get(&notice.person) else {
                sent.unreachable.insert(notice.person.clone());
                continue;
            };
            let copied = items.iter().any(|item| item.copied);
            let copies = notice
                .copy
                .iter()
                .filter(|_| copied)
                .filter_map(|id| people.get(id));
            let keys: Vec<&str> = items.iter().map(|item| item.key.as_str()).collect();
            let said = format!("{person} {}", keys.join(" "));
            let name = format!("{PREFIX}{}", digest(&said));
            let text = text(source, to_name, &items);
            let subject = source
                .locale
                .text_with("notice-subject", &args!(count: items.len()));
            let host = from
                .split_once('@')
                .map_or("klacht.invalid", |(_, host)| host);
            let message = Message {
                from: (from_name, Some(&from)),
                to: (to_name, Some(to)),
                cc: copies
                    .map(|(name, email)| (*name, email.as_str()))
                    .collect(),
                subject: &subject,
                date: source.as_of,
                id: &format!("{name}@{host}"),
                text: &text,
                html: None,
                draft: false,
            };
            self.post(&name, &said, &message.to_bytes())?;
            sent.messages += 1;
        }
        Ok(sent)
    }

    /// Moves what an earlier run had made ready, and throws away what it had not.
    fn finish(&mut self) -> Result<usize, OutboxError> {
        let mut left = 0;
        for name in std::mem::take(&mut self.open) {
            left += usize::from(self.dir.join("tmp").join(&name).exists());
            self.deliver(&name)?;
        }
        let tmp = self.dir.join("tmp");
        for entry in fs::read_dir(&tmp).map_err(failed(&tmp))? {
            let entry = entry.map_err(failed(&tmp))?;
            if entry.file_name().to_string_lossy().starts_with(PREFIX) {
                fs::remove_file(entry.path()).map_err(failed(&entry.path()))?;
            }
        }
        Ok(left)
    }

    fn post(&mut self, name: &str, said: &str, bytes: &[u8]) -> Result<(), OutboxError> {
        let tmp = self.dir.join("tmp").join(name);
        let mut file = File::create(&tmp).map_err(failed(&tmp))?;
        file.write_all(bytes)
            .and_then(|()| file.sync_all())
            .map_err(failed(&tmp))?;
        self.note(&format!("ready {name} {said}\n"))?;
        self.deliver(name)
    }

    fn deliver(&mut self, name: &str) -> Result<(), OutboxError> {
        let (tmp, new) = (
            self.dir.join("tmp").join(name),
            self.dir.join("new").join(name),
        );
        match fs::rename(&tmp, &new) {
            Ok(()) => {}
            // It moved before the run that moved it was killed.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(OutboxError::Io(new, error)),
        }
        self.note(&format!("sent {name}\n"))
    }

    fn note(&mut self, line: &str) -> Result<(), OutboxError> {
        self.ledger
            .write_all(line.as_bytes())
            .and_then(|()| self.ledger.sync_data())
            .map_err(failed(&self.path))
    }
}

/// Gives a short name for a text, the same for the same text.
fn digest(text: &str) -> String {
    Oid::hash_object(ObjectType::Blob, text.as_bytes())
        .map(|oid| oid.to_string())
        .unwrap_or_default()
}

fn text(source: &Source<'_>, name: &str, items: &[&Item]) -> String {
    let locale = source.locale;
    let mut text = format!("{}\n", locale.text_with("notice-dear", &args!(name: name)));
    for (overdue, heading) in [
        (true, "notice-heading-overdue"),
        (false, "notice-heading-near"),
    ] {
        let lines: Vec<&str> = items
            .iter()
            .filter(|item| item.overdue == overdue)
            .map(|item| item.line.as_str())
            .collect();
        if !lines.is_empty() {
            text.push_str(&format!("\n{}\n\n", locale.text(heading)));
            for line in lines {
                text.push_str(&format!("- {line}\n"));
            }
        }
    }
    text.push_str(&format!("\n{}\n", locale.text("notice-end")));
    text
}
