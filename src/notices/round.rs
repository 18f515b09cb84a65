//! One round past a mail server, with everything that waits: for one person at a time, so that what fails for one holds up
//! nobody else.

use std::collections::BTreeSet;
use std::fs;
use std::io;

use super::compose::Addresses;
use super::outbox::{Outbox, OutboxError, Sent, failed};
use super::smtp::{Mailer, Reply};
use crate::args;

/// How many times in a row a server may be out of reach before a round gives up on it.
const MOST_DOWN: usize = 2;

/// For how many people in a row a server may break off before a round gives up on it.
const MOST_BROKEN: usize = 3;

/// A round: the server, what happened until now, and what came of it.
pub(super) struct Round<'a> {
    addresses: Addresses<'a>,
    mailer: Mailer,
    /// Whether what was refused outright is tried again.
    again: bool,
    /// How many times in a row the server was out of reach.
    down: usize,
    /// How many times in a row it broke off.
    broken: usize,
    /// For whom it broke off: nothing more is tried for them in this round.
    skipped: BTreeSet<String>,
    sent: Sent,
}

impl<'a> Round<'a> {
    pub(super) fn new(addresses: Addresses<'a>, mailer: Mailer, again: bool, sent: Sent) -> Self {
        Self {
            addresses,
            mailer,
            again,
            down: 0,
            broken: 0,
            skipped: BTreeSet::new(),
            sent,
        }
    }

    /// Offers every message to the server for everybody who has not got it; last for whom an earlier round broke off.
    pub(super) fn deliver(mut self, outbox: &mut Outbox) -> Result<Sent, OutboxError> {
        let queued = outbox.ledger.queued.clone();
        let people = queued.iter().flat_map(|waiting| {
            let people = waiting.people.iter();
            people.map(|(person, refused)| (waiting.name.as_str(), person.as_str(), refused))
        });
        let mut people: Vec<_> = people.collect();
        people.sort_by_key(|(_, person, _)| outbox.ledger.broken.contains(*person));
        for (name, person, refused) in people {
            self.offer(outbox, name, person, refused.as_deref())?;
        }
        for waiting in queued {
            let is_done =
                |open: &super::ledger::Waiting| open.name == waiting.name && open.people.is_empty();
            if outbox.ledger.queued.iter().any(is_done) {
                outbox.note(&format!("sent {}", waiting.name))?;
                let path = outbox.spool.join(&waiting.name);
                fs::remove_file(&path).map_err(failed(&path))?;
            }
        }
        Ok(self.sent)
    }

    /// Offers a message to the server for one person; `refused` is the address at which it was refused for them before.
    fn offer(
        &mut self,
        outbox: &mut Outbox,
        name: &str,
        person: &str,
        refused: Option<&str>,
    ) -> Result<(), OutboxError> {
        if refused.is_some() && !self.addresses.is_here(person) {
            self.sent.left.insert(person.to_owned());
            return outbox.note(&format!("left {name} {person}"));
        }
        let path = outbox.spool.join(name);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            // Somebody took it away: there is nothing left to send.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.sent.vanished.insert(person.to_owned());
                return outbox.note(&format!("sent {name}"));
            }
            Err(error) => return Err(OutboxError::Io(path, error)),
        };
        let Some(to) = self.addresses.of_person(person) else {
            let why = ("smtp-no-address", args!());
            self.sent.refused.push((person.to_owned(), why));
            return Ok(());
        };
        // Where it was refused it is tried again the next day, elsewhere at once.
        let waits = !self.again && refused == Some(to);
        let gave_up = self.down >= MOST_DOWN || self.broken >= MOST_BROKEN;
        if waits || gave_up || self.skipped.contains(person) {
            return Ok(());
        }
        let reply = self.mailer.send(to, &bytes);
        match reply {
            Reply::Down(_) => self.down += 1,
            Reply::Broken(_) => (self.down, self.broken) = (0, self.broken + 1),
            _ => (self.down, self.broken) = (0, 0),
        }
        let person_and = |why| (person.to_owned(), why);
        match reply {
            Reply::Accepted => {
                self.sent.messages += 1;
                outbox.note(&format!("accepted {name} {person}"))?;
            }
            Reply::Refused(why) => {
                let line = format!("refused {name} {person} {to}");
                self.sent.refused.push(person_and(why));
                outbox.note(&line)?;
            }
            Reply::Later(why) => self.sent.later.push(person_and(why)),
            Reply::Broken(why) => {
                self.sent.later.push(person_and(why));
                self.skipped.insert(person.to_owned());
                if !outbox.ledger.broken.contains(person) {
                    outbox.note(&format!("broken {name} {person}"))?;
                }
            }
            Reply::Down(why) => self.sent.down.push(why),
        }
        Ok(())
    }
}
