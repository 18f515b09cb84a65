//! Klacht keeps an organisation's complaints as YAML files in a git repository, checks them against the complaints
//! procedure, and renders the register as a static site.
//!
//! The way of the data, which is also the order in which modules may know each other:
//!
//! ```text
//! files ─► register ─► workflow ─► deadlines ─► rules ─► report
//! git ───────┼──────────────────────────┼────────► history ─┘
//!            │                          ├─► agenda ─► notices
//!            │                          └─► analysis ─► wording ─► site
//!            │                                 └─────► export
//!            └─► (with its annexes) letters
//! ```
//!
//! `cli` has a file for each command and calls the others; `words`, `source`, `calendar`, `finding`, `locale` and `mail` are what all
//! of them speak and write with. `tests/architecture.rs` holds the order.

pub mod agenda;
pub mod analysis;
pub mod calendar;
pub mod cli;
pub mod deadlines;
pub mod demo;
pub mod export;
pub mod finding;
pub mod history;
pub mod letters;
pub mod locale;
pub mod mail;
pub mod notices;
pub mod register;
pub mod report;
pub mod rules;
pub mod site;
pub mod source;
pub mod wording;
pub mod words;
pub mod workflow;
