//! A YAML text as a tree of nodes that know where they stand.

use std::ops::Range;

use super::{Route, Segment};

/// A value of a YAML text and where it stands.
#[derive(Debug, Clone)]
pub struct Node {
    /// The bytes of the value.
    pub span: Range<usize>,
    /// The value.
    pub value: Value,
}

/// What a node is.
#[derive(Debug, Clone)]
pub enum Value {
    /// A single value; `plain` when it stands without quotes and may mean a number, a boolean or nothing.
    Scalar {
        /// The text after unfolding and unescaping.
        text: String,
        /// Written without quotes and not as a block.
        plain: bool,
    },
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values, in the order of the file, double ones included.
    Mapping(Vec<(Node, Node)>),
}

impl Node {
    /// Gives the text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Gives the node at the end of a route.
    pub fn at(&self, route: &Route) -> Option<&Self> {
        let mut node = self;
        for segment in &route.0 {
            node = match (segment, &node.value) {
                (Segment::Key(name), _) => node.entry(name)?.1,
                (Segment::Index(index), Value::Sequence(items)) => items.get(*index)?,
                _ => return None,
            };
        }
        Some(node)
    }

    /// Finds a key of a mapping: the node of the key and that of its value.
    pub fn entry(&self, key: &str) -> Option<(&Self, &Self)> {
        match &self.value {
            Value::Mapping(entries) => entries
                .iter()
                .find(|(k, _)| k.text() == Some(key))
                .map(|(k, v)| (k, v)),
            _ => None,
        }
    }
}

/// A feature of YAML that a register does not use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    /// `&name`
    Anchor,
    /// `*name`
    Alias,
    /// `!name`
    Tag,
    /// `%YAML`, `%TAG`
    Directive,
    /// A second document after `---`.
    Document,
}

/// A YAML text, parsed as far as it goes.
#[derive(Debug, Default)]
pub struct Tree {
    /// The first document; none when the text is empty or not YAML.
    pub root: Option<Node>,
    /// Features that a register does not use, with their places.
    pub features: Vec<(Feature, Range<usize>)>,
    /// Where the text stops being YAML.
    pub error: Option<usize>,
    /// Where it is nested deeper than [`DEPTH`].
    pub too_deep: Option<usize>,
}

/// The deepest nesting of collections that is read.
pub const DEPTH: usize = 16;
