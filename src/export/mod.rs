//! The register as tables for other programs: what the site shows, no more. Imports the figures, the register, deadlines.

pub mod csv;
mod figure_rows;
pub mod files;
mod json;
#[cfg(feature = "parquet")]
mod parquet;
mod rows;
pub mod table;
pub mod tables;
#[cfg(feature = "xlsx")]
mod xlsx;
pub mod year;

use crate::locale::Locale;
use crate::register::Register;
use crate::words::Day;

/// What an export is made from.
pub struct Source<'a> {
    /// The register.
    pub register: &'a Register,
    /// The day as of which it is described.
    pub as_of: Day,
    /// The words.
    pub locale: &'a Locale,
    /// The year in which the complaints were received; every year when there is none.
    pub year: Option<i32>,
}
