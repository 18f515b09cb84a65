//! The register as tables for other programs: what the site shows, no more. Imports the figures, the register, deadlines.

pub mod csv;
pub mod tables;
pub mod year;
