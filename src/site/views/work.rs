//! Work-lists: what is due, by the person who is to see to it.

use serde::Serialize;

use crate::words::{Day, StaffId};

use super::Frame;
use super::lists::Link;
use crate::site::elements::Html;

/// Something that is to be done.
#[derive(Serialize, Clone)]
pub(in crate::site) struct Task<'a> {
    pub(in crate::site) case: String,
    pub(in crate::site) what: String,
    pub(in crate::site) summary: &'a str,
    pub(in crate::site) last_day: Html,
    pub(in crate::site) state: Html,
    /// Who sees to it, by name.
    pub(in crate::site) person: String,
    #[serde(skip)]
    pub(in crate::site) people: Vec<&'a StaffId>,
    #[serde(skip)]
    pub(in crate::site) day: Day,
    #[serde(skip)]
    pub(in crate::site) overdue: bool,
    #[serde(skip)]
    pub(in crate::site) soon: bool,
}

/// A person with work.
#[derive(Serialize)]
pub(in crate::site) struct Worker {
    pub(in crate::site) name: String,
    pub(in crate::site) href: String,
    pub(in crate::site) open: usize,
    pub(in crate::site) overdue: usize,
    pub(in crate::site) soon: usize,
    pub(in crate::site) first: Html,
}

/// The page of work-lists.
#[derive(Serialize)]
pub(in crate::site) struct WorkPage {
    pub(in crate::site) page: Frame,
    pub(in crate::site) workers: Vec<Worker>,
    /// What waits for the coordinator.
    pub(in crate::site) coordinator: Vec<Link>,
}

/// The work-list of a person.
#[derive(Serialize)]
pub(in crate::site) struct PersonPage<'v, 'a> {
    pub(in crate::site) page: Frame,
    pub(in crate::site) function: Option<String>,
    /// The calendar of the person, from the root of the site.
    pub(in crate::site) calendar: Option<String>,
    pub(in crate::site) tasks: &'v [&'v Task<'a>],
}
