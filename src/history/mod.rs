//! All of git: what is recorded, and how. Imports the register's data, never the command line.

pub mod journal;
pub mod sign;
pub mod write;
