//! Messages that were promised, each once, on their way out: into a Maildir, or to a mail server.
//!
//! A message is written whole to where it waits, then the ledger says so, then it goes out, then the ledger says that it went. A
//! run that finds one that waits sends it first. In a Maildir it waits in `tmp/` and goes by moving to `new/`: not in `tmp/`, it
//! went. For a mail server it waits in the queue beside the ledger, and the ledger keeps who has it. What lies where messages
//! wait and is not in the ledger was never promised, and is thrown away.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use git2::Oid;

use super::compose::{Addresses, Composed, PREFIX};
use super::ledger::Ledger;
use super::round::Round;
use super::smtp::{Mailer, Reason, SmtpSettings};
use super::{Item, Notice, Source};
use crate::words::StaffId;

/// How messages go out.
#[derive(Debug, Clone)]
pub enum Way {
    /// As files into a Maildir.
    Maildir(PathBuf),
    /// To a mail server.
    Smtp(SmtpSettings),
}

/// What a run did.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sent {
    /// How many messages went out; to a server, one for each person.
    pub messages: usize,
    /// Who has no address to which anything can be sent.
    pub unreachable: BTreeSet<StaffId>,
    /// Who should have had a copy of a message, and has no such address.
    pub no_copy: BTreeSet<StaffId>,
    /// What nobody is found to be told of, in a few words.
    pub nobody: BTreeSet<String>,
    /// The commits of which somebody is still to be told.
    pub owed: BTreeSet<Oid>,
    /// For whom a server would not take a message, and what it said.
    pub refused: Vec<(String, Reason)>,
    /// Who is not in service any more, and did not get what was refused before.
    pub left: BTreeSet<String>,
    /// For whom the server asked to come back later or broke off, and how.
    pub later: Vec<(String, Reason)>,
    /// Why the server could not be used.
    pub down: Vec<Reason>,
    /// For whom a message waited that is not there any more.
    pub vanished: BTreeSet<String>,
    /// For how many people a message waits.
    pub waiting: usize,
}

/// Why nothing, or not everything, went out.
#[derive(Debug)]
pub enum OutboxError {
    /// The organisation has no address from which to send.
    NoSender,
    /// The ledger or the outbox cannot be read or written.
    Io(PathBuf, io::Error),
}

/// Where messages wait and go out, with its ledger.
pub struct Outbox {
    way: Way,
    /// Where messages wait.
    pub(super) spool: PathBuf,
    pub(super) ledger: Ledger,
}

pub(super) fn failed(path: &Path) -> impl FnOnce(io::Error) -> OutboxError {
    let path = path.to_owned();
    move |error| OutboxError::Io(path, error)
}

impl Outbox {
    /// Opens what is needed beside a ledger, and makes what is not there.
    ///
    /// # Errors
    /// When something cannot be read or written.
    pub fn open(way: Way, ledger: Ledger) -> Result<Self, OutboxError> {
        let spool = match &way {
            Way::Maildir(dir) => {
                for name in ["new", "cur"] {
                    let part = dir.join(name);
                    fs::create_dir_all(&part).map_err(failed(&part))?;
                }
                dir.join("tmp")
            }
            Way::Smtp(_) => ledger.path().with_file_name("queue"),
        };
        fs::create_dir_all(&spool).map_err(failed(&spool))?;
        let opened = Self { way, spool, ledger };
        opened.sweep()?;
        Ok(opened)
    }

    /// Throws away what was never promised.
    fn sweep(&self) -> Result<(), OutboxError> {
        for entry in fs::read_dir(&self.spool).map_err(failed(&self.spool))? {
            let entry = entry.map_err(failed(&self.spool))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let promised = match self.way {
                Way::Maildir(_) => self.ledger.ready.contains(&name),
                Way::Smtp(_) => self.ledger.queued.iter().any(|open| open.name == name),
            };
            if name.starts_with(PREFIX) && !promised {
                fs::remove_file(entry.path()).map_err(failed(&entry.path()))?;
            }
        }
        Ok(())
    }

    /// Gives the commit up to which everybody was told of what was pushed to a branch.
    pub fn seen(&self, branch: &str) -> Option<Oid> {
        self.ledger.seen(branch)
    }

    /// Promises what nobody was told yet: one message a person, which goes out from here on whatever happens.
    ///
    /// # Errors
    /// When something cannot be written; what was promised until then is in the ledger.
    pub fn promise(
        &mut self,
        source: &Source<'_>,
        notices: &[Notice],
    ) -> Result<Sent, OutboxError> {
        let addresses = Addresses::of(source).ok_or(OutboxError::NoSender)?;
        let mut sent = Sent::default();
        for notice in notices {
            let commits = |items: &[&Item]| -> Vec<Oid> {
                items.iter().filter_map(|item| item.commit).collect()
            };
            let Some(person) = &notice.person else {
                let items: Vec<&Item> = notice.items.iter().collect();
                sent.nobody
                    .extend(items.iter().map(|item| item.title.clone()));
                sent.owed.extend(commits(&items));
                continue;
            };
            let items: Vec<&Item> = notice
                .items
                .iter()
                .filter(|item| !self.ledger.knows(person.as_str(), &item.key))
                .collect();
            if items.is_empty() {
                continue;
            }
            if let Some(message) = addresses.compose(source, person, &notice.copy, &items) {
                let no_copy = notice.copy.iter().filter(|id| {
                    items.iter().any(|item| item.copied)
                        && addresses.of_person(id.as_str()).is_none()
                });
                sent.no_copy.extend(no_copy.cloned());
                self.keep(&message)?;
            } else {
                sent.unreachable.insert(person.clone());
                sent.owed.extend(commits(&items));
            }
        }
        Ok(sent)
    }

    /// Gives the commits of which somebody is still to be told, the earliest first.
    pub fn owed(&self) -> &[Oid] {
        &self.ledger.owed
    }

    /// Remembers that everybody was promised word of what was pushed to a branch up to a commit, but for what is owed.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn see(&mut self, branch: &str, tip: Oid, owed: &BTreeSet<Oid>) -> Result<(), OutboxError> {
        let before = self.ledger.owed.clone();
        for commit in owed.iter().filter(|commit| !before.contains(commit)) {
            self.note(&format!("owed {commit}"))?;
        }
        for commit in before.iter().filter(|commit| !owed.contains(commit)) {
            self.note(&format!("paid {commit}"))?;
        }
        if self.seen(branch) == Some(tip) {
            return Ok(());
        }
        self.note(&format!("seen {branch} {tip}"))
    }

    fn keep(&mut self, message: &Composed) -> Result<(), OutboxError> {
        let path = self.spool.join(&message.name);
        let mut file = File::create(&path).map_err(failed(&path))?;
        file.write_all(&message.bytes)
            .and_then(|()| file.sync_all())
            .map_err(failed(&path))?;
        sync_dir(&self.spool).map_err(failed(&self.spool))?;
        let (name, said) = (&message.name, &message.said);
        let line = match self.way {
            Way::Maildir(_) => format!("ready {name} {said}"),
            Way::Smtp(_) => {
                let people: Vec<&str> = message.people.iter().map(StaffId::as_str).collect();
                format!("queued {name} {said} > {}", people.join(" "))
            }
        };
        self.note(&line)
    }

    /// Sends everything that was promised, by this run or an earlier one; what a server refused outright, only where `again` says.
    ///
    /// # Errors
    /// When something cannot be read or written; what went out until then is in the ledger.
    pub fn deliver(
        &mut self,
        source: &Source<'_>,
        again: bool,
        mut sent: Sent,
    ) -> Result<Sent, OutboxError> {
        match self.way.clone() {
            Way::Maildir(dir) => sent.messages = self.move_all(&dir)?,
            Way::Smtp(settings) => {
                let addresses = Addresses::of(source).ok_or(OutboxError::NoSender)?;
                let mailer = Mailer::new(settings, addresses.sender(), addresses.host());
                sent = Round::new(addresses, mailer, again, sent).deliver(self)?;
            }
        }
        let waiting = self.ledger.queued.iter().map(|open| open.people.len());
        sent.waiting = waiting.sum();
        Ok(sent)
    }

    fn move_all(&mut self, dir: &Path) -> Result<usize, OutboxError> {
        let mut moved = 0;
        for name in self.ledger.ready.clone() {
            let (tmp, new) = (self.spool.join(&name), dir.join("new").join(&name));
            match fs::rename(&tmp, &new) {
                Ok(()) => moved += 1,
                // It moved before the run that moved it was killed.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(OutboxError::Io(new, error)),
            }
            sync_dir(&dir.join("new")).map_err(failed(dir))?;
            self.note(&format!("sent {name}"))?;
        }
        Ok(moved)
    }

    pub(super) fn note(&mut self, line: &str) -> Result<(), OutboxError> {
        let path = self.ledger.path().to_owned();
        self.ledger.note(line).map_err(failed(&path))
    }
}

/// Makes sure that a new or moved file is found again after a power cut.
fn sync_dir(dir: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(dir)?.sync_all()
    } else {
        Ok(())
    }
}
