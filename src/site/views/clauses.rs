//! The procedure and its clauses: what each says, and how it was complied with.

use serde::Serialize;

use super::super::elements::Html;
use super::Frame;
use super::findings::RuleCount;
use super::lists::Link;

/// A number of deadlines and the list behind it.
#[derive(Serialize, Clone, Default)]
pub(in crate::site) struct Cell {
    pub(in crate::site) number: usize,
    pub(in crate::site) href: Option<String>,
}

/// How a term was kept in a year.
#[derive(Serialize)]
pub(in crate::site) struct TermYear {
    pub(in crate::site) year: u16,
    pub(in crate::site) met: Cell,
    pub(in crate::site) late: Cell,
    pub(in crate::site) overdue: Cell,
    pub(in crate::site) running: Cell,
    /// Of those that ended or should have: how many in time, in per cent.
    pub(in crate::site) share: Option<usize>,
    /// Whether the share reaches the norm; none where there is no norm or no share.
    pub(in crate::site) reaches_norm: Option<bool>,
}

/// How a term was kept.
#[derive(Serialize)]
pub(in crate::site) struct TermView {
    pub(in crate::site) name: String,
    pub(in crate::site) within: Option<String>,
    pub(in crate::site) years: Vec<TermYear>,
}

/// The page of a clause.
#[derive(Serialize)]
pub(in crate::site) struct ClausePage {
    pub(in crate::site) page: Frame,
    pub(in crate::site) number: u8,
    pub(in crate::site) text: Option<Html>,
    /// The language of the text, where it is not that of the page.
    pub(in crate::site) language: Option<&'static str>,
    pub(in crate::site) terms: Vec<TermView>,
    pub(in crate::site) rules: Vec<RuleCount>,
    pub(in crate::site) clauses: Vec<Link>,
}

/// A clause in the overview.
#[derive(Serialize)]
pub(in crate::site) struct ClauseRow {
    pub(in crate::site) number: u8,
    pub(in crate::site) title: String,
    pub(in crate::site) href: String,
    /// Whether the clause has a term that can be kept or missed.
    pub(in crate::site) has_terms: bool,
    pub(in crate::site) met: Cell,
    pub(in crate::site) late: Cell,
    pub(in crate::site) overdue: Cell,
    pub(in crate::site) running: Cell,
    pub(in crate::site) share: Option<usize>,
    /// Findings of rules that are not about a term.
    pub(in crate::site) others: Cell,
}

/// The page of the procedure.
#[derive(Serialize)]
pub(in crate::site) struct ProcedurePage {
    pub(in crate::site) page: Frame,
    pub(in crate::site) text: Option<Html>,
    pub(in crate::site) language: Option<&'static str>,
    pub(in crate::site) clauses: Vec<Link>,
}
