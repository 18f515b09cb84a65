//! Klacht keeps complaints as YAML files in a git repository and checks them against the complaints procedure.

pub mod analysis;
