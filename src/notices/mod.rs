//! Notices to staff: who must know of which event and which deadline, each once.
//!
//! ```text
//! commits just pushed ─► events ─┐
//! deadlines ───────────► daily ──┴► what is to be told, by person ─► less what the ledger knows ─► compose ─► outbox, smtp
//! ```
//!
//! A notice says the number of a case and what is to be done, and nothing that somebody wrote: the site says the rest.

mod compose;
mod daily;
mod events;
mod ledger;
mod outbox;
mod round;
mod smtp;

use git2::Oid;

use crate::locale::Locale;
use crate::register::Register;
use crate::words::{Day, StaffId};

pub use daily::daily;
pub use events::events;
pub use ledger::{LEDGER, Ledger};
pub use outbox::{Outbox, OutboxError, Sent, Way};
pub use smtp::{Reason, SmtpSettings};

/// What notices are worked out from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The register.
    pub register: &'a Register,
    /// The reference date.
    pub as_of: Day,
    /// The moment that messages bear, in seconds since 1970.
    pub moment: i64,
    /// The words.
    pub locale: &'a Locale,
}

/// Under which heading something is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// It was just recorded.
    Event,
    /// Its last day has passed.
    Overdue,
    /// Its last day is near.
    Near,
}

/// Something that a person is to be told once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// The day by which it counts; the order in which items are told.
    pub last_day: Day,
    /// What names it, without white space: the same thing has the same key on every day.
    pub key: String,
    /// What is said.
    pub line: String,
    /// The same in a few words, for a subject.
    pub title: String,
    /// Under which heading.
    pub group: Group,
    /// Whether the coordinators get a copy: not of what each of them is told anyway.
    pub copied: bool,
    /// The commit that it tells of.
    pub commit: Option<Oid>,
}

/// What one person is to be told.
#[derive(Debug, Clone)]
pub struct Notice {
    /// The person; none where nobody is found who could be told.
    pub person: Option<StaffId>,
    /// Who gets a copy when something is overdue.
    pub copy: Vec<StaffId>,
    /// What is said; never empty.
    pub items: Vec<Item>,
}

/// Adds more notices, so that nobody gets two messages.
pub fn join(notices: &mut Vec<Notice>, more: Vec<Notice>) {
    for new in more {
        match notices.iter_mut().find(|known| known.person == new.person) {
            Some(known) => {
                known.items.extend(new.items);
                known.copy = new.copy;
            }
            None => notices.push(new),
        }
    }
}

/// Gives the address of a page of the site on a line of its own; nothing where the site has none.
fn page(source: &Source<'_>, link: Option<&str>) -> String {
    let procedure = source.register.procedure.as_ref();
    let site = procedure.and_then(|procedure| procedure.organisation.site.as_ref());
    site.zip(link)
        .map(|(site, link)| format!("\n  {}/{link}", site.as_str().trim_end_matches('/')))
        .unwrap_or_default()
}
