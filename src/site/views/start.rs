//! The start page: where we stand.

use serde::Serialize;

use super::clauses::ClauseRow;
use super::lists::Link;
use super::work::Task;
use super::{Count, Frame, Status, Tally};

/// The start page.
#[derive(Serialize)]
pub(in crate::site) struct StartPage<'v, 'a> {
    pub(in crate::site) page: Frame,
    pub(in crate::site) status: Status<'v>,
    pub(in crate::site) tiles: Vec<Count>,
    pub(in crate::site) notices: Vec<Link>,
    pub(in crate::site) tasks: &'v [&'v Task<'a>],
    pub(in crate::site) more_tasks: usize,
    pub(in crate::site) clauses: Vec<ClauseRow>,
    pub(in crate::site) clauses_title: String,
    pub(in crate::site) norm: Option<u8>,
    pub(in crate::site) year_title: String,
    pub(in crate::site) year_total: Count,
    pub(in crate::site) tallies: Vec<Tally>,
    pub(in crate::site) years: Vec<Count>,
}
