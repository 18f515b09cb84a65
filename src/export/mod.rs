//! The register as tables for other programs: what the site shows, no more. Imports the figures, the register, deadlines.

pub mod csv;
mod figure_rows;
mod json;
#[cfg(feature = "parquet")]
mod parquet;
mod rows;
pub mod table;
pub mod tables;
#[cfg(feature = "xlsx")]
mod xlsx;
pub mod year;
