//! What was told, line by line, outside the register's history: each line is on the disk before the next thing is done.
//!
//! ```text
//! ready NAME PERSON KEY…               a message lies whole in the outbox's tmp/
//! queued NAME PERSON KEY… > PERSON…    a message lies whole in the queue, for these people
//! accepted NAME PERSON                 the server took it for this person
//! refused NAME PERSON ADDRESS          the server will not have it for this person at this address
//! broken NAME PERSON                   the server broke off over it: this person's messages come last, until it takes one
//! left NAME PERSON                     this person is not in service any more, and does not get it
//! sent NAME                            nothing more is to be done for it
//! seen REF COMMIT                      everybody was told, or is promised word, of what was pushed up to here
//! owed COMMIT                          but for this: somebody who is to be told of it has no address, or is not known
//! paid COMMIT                          everybody was told of it after all
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use git2::Oid;

/// The name of a register's ledger in the directory of what the program remembers.
pub const LEDGER: &str = "notices";

/// A message that waits for some people.
#[derive(Debug, Clone, Default)]
pub struct Waiting {
    /// Its name.
    pub name: String,
    /// For whom, and the address at which it was refused for them.
    pub people: BTreeMap<String, Option<String>>,
}

/// A ledger, held by one run at a time.
pub struct Ledger {
    path: PathBuf,
    file: File,
    /// Person and key of everything that was promised.
    known: BTreeSet<(String, String)>,
    /// The messages for the Maildir that are ready and not known to be sent.
    pub ready: BTreeSet<String>,
    /// The messages for a mail server that are not sent to everybody, in the order in which they were made.
    pub queued: Vec<Waiting>,
    /// For whom the server broke off, and took nothing since.
    pub broken: BTreeSet<String>,
    seen: BTreeMap<String, Oid>,
    /// The commits of which not everybody could be told, the earliest first.
    pub owed: Vec<Oid>,
}

impl Ledger {
    /// Opens a ledger, makes it where there is none, and waits until no other run holds it.
    ///
    /// # Errors
    /// When it cannot be read or written.
    pub fn open(path: &Path) -> io::Result<Self> {
        if let Some(parent) = path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty())
        {
            std::fs::create_dir_all(parent)?;
        }
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)?;
        file.lock()?;
        let mut text = String::new();
        file.read_to_string(&mut text)?;
        // A line that a kill cut off was not said.
        let whole = text.rfind('\n').map_or(0, |end| end + 1);
        file.set_len(whole as u64)?;
        file.seek(SeekFrom::End(0))?;
        let mut ledger = Self {
            path: path.to_owned(),
            file,
            known: BTreeSet::new(),
            ready: BTreeSet::new(),
            queued: Vec::new(),
            broken: BTreeSet::new(),
            seen: BTreeMap::new(),
            owed: Vec::new(),
        };
        for line in text[..whole].lines() {
            ledger.apply(line);
        }
        Ok(ledger)
    }

    /// Gives where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Tells whether a person was told of something, or is promised word of it.
    pub fn knows(&self, person: &str, key: &str) -> bool {
        self.known.contains(&(person.to_owned(), key.to_owned()))
    }

    /// Gives the commit up to which everybody was told of what was pushed to a branch.
    pub fn seen(&self, branch: &str) -> Option<Oid> {
        self.seen.get(branch).copied()
    }

    /// Remembers from which commit of a branch on everybody is to be told, where the branch is not known yet: what is pushed after
    /// this is told sooner or later, whatever fails.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn begin(&mut self, branch: &str, from: Oid) -> io::Result<()> {
        match self.seen(branch) {
            Some(_) => Ok(()),
            None => self.note(&format!("seen {branch} {from}")),
        }
    }

    /// Writes a line, and comes back once it is on the disk.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn note(&mut self, line: &str) -> io::Result<()> {
        self.file.write_all(format!("{line}\n").as_bytes())?;
        self.file.sync_data()?;
        self.apply(line);
        Ok(())
    }

    fn apply(&mut self, line: &str) {
        let mut words = line.split(' ');
        let (Some(kind), Some(name)) = (words.next(), words.next()) else {
            return;
        };
        match kind {
            "ready" => {
                self.ready.insert(name.to_owned());
                let person = words.next().unwrap_or_default();
                let keys = words.map(|key| (person.to_owned(), key.to_owned()));
                self.known.extend(keys);
            }
            "queued" => {
                let person = words.next().unwrap_or_default();
                let keys = words.by_ref().take_while(|word| *word != ">");
                self.known
                    .extend(keys.map(|key| (person.to_owned(), key.to_owned())));
                self.queued.push(Waiting {
                    name: name.to_owned(),
                    people: words.map(|person| (person.to_owned(), None)).collect(),
                });
            }
            "sent" => {
                self.ready.remove(name);
                self.queued.retain(|waiting| waiting.name != name);
            }
            "broken" => self.broken.extend(words.next().map(str::to_owned)),
            "accepted" | "left" | "refused" => {
                let waiting = self.queued.iter_mut().find(|waiting| waiting.name == name);
                let (Some(waiting), Some(person)) = (waiting, words.next()) else {
                    return;
                };
                self.broken.remove(person);
                if kind != "refused" {
                    waiting.people.remove(person);
                } else if let Some(refused) = waiting.people.get_mut(person) {
                    *refused = words.next().map(str::to_owned);
                }
            }
            "seen" => {
                if let Some(id) = words.next().and_then(|id| id.parse().ok()) {
                    self.seen.insert(name.to_owned(), id);
                }
            }
            "owed" => self.owed.extend(name.parse::<Oid>().ok()),
            "paid" => self.owed.retain(|owed| owed.to_string() != name),
            _ => {}
        }
    }
}
