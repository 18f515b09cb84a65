//! Texts and the places in them: a YAML text as a tree of nodes that know where they stand, and a route through the
//! tree turned into bytes, lines and columns.
//!
//! Only a text with a finding is ever parsed here; the clean path does not pay for positions. Imports nothing of the
//! project.

mod locate;
mod parse;
mod route;
mod tree;

pub use locate::{Position, position};
pub use route::{Route, Segment, Spot};
pub use tree::{DEPTH, Feature, Node, Tree, Value};
