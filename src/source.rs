//! Texts and the places in them: a YAML text as a tree of nodes that know where they stand, and a route through the
//! tree turned into bytes, lines and columns.
//!
//! Only a text with a finding is ever parsed here; the clean path does not pay for positions. Imports nothing of the
//! project.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// The value at a route, or the nearest one before it that is there.
    Value(Route),
    /// The key of the value at a route.
    Key(Route),
    /// Bytes of the text.
    Bytes(Range<usize>),
}

/// A line and column, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// Gives the position of a byte in a text.
pub fn position(text: &str, byte: usize) -> Position {
    let before = &text.as_bytes()[..byte.min(text.len())];
    let start = before
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |at| at + 1);
    let line = 1 + before.iter().filter(|b| **b == b'\n').count();
    let column = 1 + text
        .get(start..before.len())
        .map_or(0, |s| s.chars().count());
    Position { line, column }
}

/// A value of a YAML text and where it stands.
#[derive(Debug)]
pub struct Node {
    /// The bytes of the value.
    pub span: Range<usize>,
    /// The value.
    pub value: Value,
}

/// What a node is.
#[derive(Debug)]
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

    fn locate(&self, route: &Route, key: bool) -> Range<usize> {
        let mut node = self;
        let mut spot = self.span.clone();
        for segment in &route.0 {
            let next = match (segment, &node.value) {
                (Segment::Key(name), _) => node.entry(name).map(|(k, v)| (k.span.clone(), v)),
                (Segment::Index(index), Value::Sequence(items)) => {
                    items.get(*index).map(|item| (item.span.clone(), item))
                }
                _ => None,
            };
            // A field that is not there is pointed at through the nearest thing that is.
            let Some((at, next)) = next else {
                return head(&node.value, spot);
            };
            spot = if key || next.span.is_empty() {
                at
            } else {
                next.span.clone()
            };
            node = next;
        }
        if key { spot } else { head(&node.value, spot) }
    }
}

/// Points at the first entry of a collection rather than at all of it: the `step: heard` of a step, not its ten lines.
fn head(value: &Value, span: Range<usize>) -> Range<usize> {
    match value {
        Value::Mapping(entries) => match entries.first() {
            Some((key, first)) if matches!(first.value, Value::Scalar { .. }) => {
                key.span.start..first.span.end.max(key.span.end)
            }
            Some((key, _)) => key.span.clone(),
            None => span,
        },
        Value::Sequence(items) => match items.first() {
            Some(item) => head(&item.value, item.span.clone()),
            None => span,
        },
        Value::Scalar { .. } => span,
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

impl Tree {
    /// Parses a text; whatever it holds, this neither fails nor takes more than linear time.
    pub fn parse(text: &str) -> Self {
        let mut tree = Self::default();
        let offsets = Offsets::new(text);
        for (at, line) in lines(text) {
            if line.starts_with('%') {
                tree.features
                    .push((Feature::Directive, at..at + line.len()));
            }
        }
        let mut builder = Builder {
            text,
            offsets: &offsets,
            open: Vec::new(),
            documents: 0,
            tree: &mut tree,
        };
        let mut parser = Parser::new_from_str(text);
        while let Some(event) = parser.next_event() {
            match event {
                Ok((event, span)) => {
                    if !builder.take(event, span) {
                        break;
                    }
                }
                Err(error) => {
                    let at = offsets.byte(error.marker().index());
                    // To the parser an alias without its anchor is an error; to us every alias is the same fault.
                    let star = text[..at]
                        .rfind('*')
                        .filter(|star| !text[*star..at].contains([' ', '\n']));
                    match star {
                        Some(star) if error.info().contains("anchor") => {
                            builder.tree.features.push((Feature::Alias, star..at));
                        }
                        _ if text[at..].starts_with('*') => {
                            let end = text[at..].find([' ', '\n']).map_or(text.len(), |n| at + n);
                            builder.tree.features.push((Feature::Alias, at..end));
                        }
                        // The parser looks ahead and meets its own limit before the collections are opened.
                        _ if error.info().contains("recursion") => builder.tree.too_deep = Some(at),
                        _ => builder.tree.error = Some(at),
                    }
                    break;
                }
            }
        }
        tree
    }

    /// Turns a spot into bytes of the text; the first line where it cannot be found.
    pub fn locate(&self, text: &str, spot: &Spot) -> Range<usize> {
        let first_line = 0..text.find('\n').unwrap_or(text.len());
        let range = match (spot, &self.root) {
            (Spot::Bytes(range), _) => range.clone(),
            (Spot::Value(route), Some(root)) => root.locate(route, false),
            (Spot::Key(route), Some(root)) => root.locate(route, true),
            (Spot::File, _) | (_, None) => first_line,
        };
        // A place in bytes that are no text may fall inside the sign that stands for them.
        let start = text.floor_char_boundary(range.start);
        start..text.ceil_char_boundary(range.end.max(start))
    }
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line.trim_end_matches('\n')))
    })
}

/// The parser counts characters, everyone else bytes.
struct Offsets(Option<Vec<usize>>);

impl Offsets {
    fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self(None);
        }
        Self(Some(
            text.char_indices()
                .map(|(at, _)| at)
                .chain([text.len()])
                .collect(),
        ))
    }

    fn byte(&self, index: usize) -> usize {
        match &self.0 {
            None => index,
            Some(offsets) => offsets.get(index).or(offsets.last()).copied().unwrap_or(0),
        }
    }
}

enum Open {
    Sequence {
        start: usize,
        items: Vec<Node>,
    },
    Mapping {
        start: usize,
        entries: Vec<(Node, Node)>,
        key: Option<Node>,
    },
}

struct Builder<'t> {
    text: &'t str,
    offsets: &'t Offsets,
    open: Vec<Open>,
    documents: usize,
    tree: &'t mut Tree,
}

impl Builder<'_> {
    /// Takes one event; tells whether to go on.
    fn take(&mut self, event: Event<'_>, span: Span) -> bool {
        let mut start = self.offsets.byte(span.start.index());
        let mut end = self.offsets.byte(span.end.index());
        if start > self.text.len() || end > self.text.len() {
            start = start.min(self.text.len());
            end = end.min(self.text.len());
        }
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.tree
                        .features
                        .push((Feature::Document, start..end.max(start)));
                    return false;
                }
            }
            Event::Alias(_) => {
                self.tree.features.push((Feature::Alias, start..end));
                self.put(Node {
                    span: start..end,
                    value: scalar(String::new(), false),
                });
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.decorated(start, end, anchor, tag.is_some());
                let plain = style == ScalarStyle::Plain;
                let end = start + self.text[start..end].trim_end().len();
                self.put(Node {
                    span: start..end,
                    value: scalar(text.into_owned(), plain),
                });
            }
            Event::SequenceStart(anchor, tag) => {
                self.decorated(start, end, anchor, tag.is_some());
                self.open.push(Open::Sequence {
                    start,
                    items: Vec::new(),
                });
            }
            Event::MappingStart(anchor, tag) => {
                self.decorated(start, end, anchor, tag.is_some());
                self.open.push(Open::Mapping {
                    start,
                    entries: Vec::new(),
                    key: None,
                });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(end),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        if self.open.len() > DEPTH {
            self.tree.too_deep = Some(start);
            return false;
        }
        true
    }

    fn decorated(&mut self, start: usize, end: usize, anchor: usize, tag: bool) {
        for (there, sign, feature) in [(anchor > 0, '&', Feature::Anchor), (tag, '!', Feature::Tag)]
        {
            if there {
                // The event begins at the value; its sign stands before it.
                let at = self.text[..end].rfind(sign).unwrap_or(start);
                let at = self.text[..at].trim_end_matches(sign).len();
                let length = self.text[at..]
                    .find([' ', '\n', ',', ']', '}'])
                    .unwrap_or(1);
                self.tree.features.push((feature, at..at + length));
            }
        }
    }

    fn close(&mut self, end: usize) {
        let node = match self.open.pop() {
            Some(Open::Sequence { start, items }) => Node {
                span: start..end.max(start),
                value: Value::Sequence(items),
            },
            Some(Open::Mapping { start, entries, .. }) => Node {
                span: start..end.max(start),
                value: Value::Mapping(entries),
            },
            None => return,
        };
        self.put(node);
    }

    fn put(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.tree.root = Some(node),
            Some(Open::Sequence { items, .. }) => items.push(node),
            Some(Open::Mapping { entries, key, .. }) => match key.take() {
                None => *key = Some(node),
                Some(name) => entries.push((name, node)),
            },
        }
    }
}

const fn scalar(text: String, plain: bool) -> Value {
    Value::Scalar { text, plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "case: 2026-0007\nsteps:\n\n- step: received\n  place: Zoëterwoude\n  about: [k.smit]\n  note: |\n    Één\n    twee\n- step: heard\n  told: \n";

    fn found(spot: &Spot) -> &'static str {
        let tree = Tree::parse(TEXT);
        assert!(tree.error.is_none() && tree.features.is_empty());
        &TEXT[tree.locate(TEXT, spot)]
    }

    #[test]
    fn routes_lead_to_their_bytes() {
        assert_eq!(
            found(&Spot::Value(route!["steps", 0, "about", 0])),
            "k.smit"
        );
        assert_eq!(
            found(&Spot::Value(route!["steps", 0, "place"])),
            "Zoëterwoude"
        );
        assert_eq!(found(&Spot::Key(route!["steps", 0, "place"])), "place");
        assert_eq!(found(&Spot::Value(route!["steps", 1])), "step: heard");
        assert_eq!(
            found(&Spot::Value(route!["steps", 1, "told"])),
            "told",
            "an empty value is pointed at by its key"
        );
        assert_eq!(
            found(&Spot::Value(route!["steps", 1, "employee"])),
            "step: heard",
            "a missing one by its step"
        );
        assert_eq!(
            found(&Spot::Value(route!["steps", 0, "note"])),
            "Één\n    twee",
            "a block by its text"
        );
    }

    #[test]
    fn positions_count_lines_and_characters_from_one() {
        let at = TEXT.find("woude").unwrap();
        assert_eq!(
            position(TEXT, at),
            Position {
                line: 5,
                column: 16
            }
        );
        assert_eq!(position("", 0), Position { line: 1, column: 1 });
    }

    #[test]
    fn features_are_found_where_they_stand() {
        let table = [
            ("a: &x 1\n", Feature::Anchor, "&x"),
            ("a: *x\n", Feature::Alias, "*x"),
            ("a: !!str 1\n", Feature::Tag, "!!str"),
            ("%YAML 1.1\n---\na: 1\n", Feature::Directive, "%YAML 1.1"),
            ("a: 1\n---\nb: 2\n", Feature::Document, "---"),
        ];
        for (text, feature, sign) in table {
            let tree = Tree::parse(text);
            let (found, span) = tree
                .features
                .first()
                .unwrap_or_else(|| panic!("{text}: {tree:?}"))
                .clone();
            assert_eq!((found, &text[span]), (feature, sign), "{text}");
        }
    }

    #[test]
    fn deep_nesting_stops_early() {
        for text in [
            "[".repeat(200_000),
            "- ".repeat(100_000),
            "{a: ".repeat(100_000),
        ] {
            let tree = Tree::parse(&text);
            assert!(tree.too_deep.is_some(), "{}: {:?}", &text[..4], tree.error);
        }
    }
}
