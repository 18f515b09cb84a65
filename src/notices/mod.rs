//! Notices to staff: who must know of which deadline, each once.
//!
//! ```text
//! deadlines ─► what is to be told, by person ─► less what the ledger knows ─► a message a person ─► outbox
//! ```
//!
//! A notice says the number of a case and what is to be done, and nothing that somebody wrote: the site says the rest.

mod daily;
mod outbox;

use crate::locale::Locale;
use crate::register::Register;
use crate::register::words::{Day, StaffId};

pub use daily::daily;
pub use outbox::{Outbox, OutboxError, Sent};

/// What notices are worked out from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The register.
    pub register: &'a Register,
    /// The reference date.
    pub as_of: Day,
    /// The words.
    pub locale: &'a Locale,
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
    /// Whether the last day has passed.
    pub overdue: bool,
    /// Whether the coordinators get a copy: not of what each of them is told anyway.
    pub copied: bool,
}

/// What one person is to be told.
#[derive(Debug, Clone)]
pub struct Notice {
    /// The person.
    pub person: StaffId,
    /// Who gets a copy when something is overdue.
    pub copy: Vec<StaffId>,
    /// What is said; never empty.
    pub items: Vec<Item>,
}
