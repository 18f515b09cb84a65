//! The way through a YAML text to a value, and what of it a finding points at.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// One step of a route: into a mapping by key, into a sequence by index.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// The value under a key.
    Key(Cow<'static, str>),
    /// The item at an index, counted from 0.
    Index(usize),
}

impl From<&'static str> for Segment {
    fn from(key: &'static str) -> Self {
        Self::Key(Cow::Borrowed(key))
    }
}

impl From<String> for Segment {
    fn from(key: String) -> Self {
        Self::Key(Cow::Owned(key))
    }
}

impl From<usize> for Segment {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// The way from the root of a YAML text to a value: `steps[2].handler`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(pub Vec<Segment>);

impl Route {
    /// Gives the route one segment further.
    #[must_use]
    pub fn then(&self, segment: impl Into<Segment>) -> Self {
        let mut segments = self.0.clone();
        segments.push(segment.into());
        Self(segments)
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Key(key) if position == 0 => write!(f, "{key}")?,
                Segment::Key(key) => write!(f, ".{key}")?,
                Segment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Builds a [`Route`] from keys and indices: `route!["steps", 2, "handler"]`.
#[macro_export]
macro_rules! route {
    ($($segment:expr),* $(,)?) => { $crate::source::Route(vec![$($crate::source::Segment::from($segment)),*]) };
}

/// What a finding points at in a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// The value at a route, or the nearest one before it that is there.
    Value(Route),
    /// The key of the value at a route.
    Key(Route),
    /// Bytes within the text of the value at a route, counted in that text as it is read.
    Part(Route, Range<usize>),
    /// Bytes of the text.
    Bytes(Range<usize>),
}

impl Spot {
    /// Gives the way to the value that is pointed at, or in which something is.
    pub const fn route(&self) -> Option<&Route> {
        match self {
            Self::Value(route) | Self::Key(route) | Self::Part(route, _) => Some(route),
            Self::File | Self::Bytes(_) => None,
        }
    }
}
