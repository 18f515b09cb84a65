//! Lists of cases, and links between pages.

use serde::Serialize;

use super::super::elements::Html;
use super::{Frame, Tally};

/// A link to a page.
#[derive(Serialize, Clone)]
pub(in crate::site) struct Link {
    pub(in crate::site) label: String,
    /// The page, from the root of the site.
    pub(in crate::site) href: String,
    /// Whether this is the page that has the link.
    pub(in crate::site) current: bool,
}

/// A page of a list of cases.
#[derive(Serialize)]
pub(in crate::site) struct ListPage<'v> {
    pub(in crate::site) page: Frame,
    pub(in crate::site) total: String,
    pub(in crate::site) tallies: Vec<Tally>,
    pub(in crate::site) rows: Vec<&'v Html>,
    /// The numbers alone, for a list that is counted rather than read.
    pub(in crate::site) ids: Vec<String>,
    pub(in crate::site) parts: Vec<Link>,
}
