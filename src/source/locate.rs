//! A spot turned into bytes of the text, and a byte into a line and column.

use std::ops::Range;

use super::{Node, Route, Segment, Spot, Tree, Value};

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

impl Tree {
    /// Turns a spot into bytes of the text; the first line where it cannot be found.
    pub fn locate(&self, text: &str, spot: &Spot) -> Range<usize> {
        let first_line = 0..text.find('\n').unwrap_or(text.len());
        let range = match (spot, &self.root) {
            (Spot::Bytes(range), _) => range.clone(),
            (Spot::Value(route), Some(root)) => root.locate(text, route, false),
            (Spot::Key(route), Some(root)) => root.locate(text, route, true),
            (Spot::Part(route, part), Some(root)) => {
                let whole = root.locate(text, route, false);
                let read = root.at(route).and_then(Node::text).unwrap_or_default();
                match text
                    .get(whole.clone())
                    .and_then(|it| written(it, read, part))
                {
                    Some(part) => whole.start + part.start..whole.start + part.end,
                    None => whole,
                }
            }
            (Spot::File, _) | (_, None) => first_line,
        };
        // A place in bytes that are no text may fall inside the sign that stands for them.
        let start = text.floor_char_boundary(range.start);
        start..text.ceil_char_boundary(range.end.max(start))
    }
}

impl Node {
    fn locate(&self, text: &str, route: &Route, key: bool) -> Range<usize> {
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
        // A collection between brackets is the value from its bracket on.
        let bracketed = text
            .get(spot.clone())
            .is_some_and(|it| it.starts_with(['[', '{']));
        if key || bracketed {
            spot
        } else {
            head(&node.value, spot)
        }
    }
}

/// Finds in a value as it is written what is a part of it as it is read: other lines, indents and quotes, but the same signs.
fn written(written: &str, read: &str, part: &Range<usize>) -> Option<Range<usize>> {
    let inner = usize::from(written.starts_with(['"', '\'']));
    let written = signs_of(&written[inner..]);
    let read = signs_of(read);
    let before = |byte: usize| read.iter().take_while(|(at, _)| *at < byte).count();
    let (first, after) = (before(part.start), before(part.end));
    let same = written.get(..after)?.iter().zip(&read);
    let is_same = same.into_iter().all(|(written, read)| written.1 == read.1);
    let (start, _) = written.get(first).filter(|_| is_same && first < after)?;
    let (last, sign) = written[after - 1];
    Some(inner + start..inner + last + sign.len_utf8())
}

/// Gives what is not white in a text, each with its place.
fn signs_of(text: &str) -> Vec<(usize, char)> {
    let signs = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    signs.collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route;

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
            found(&Spot::Value(route!["steps", 0, "about"])),
            "[k.smit]",
            "a list between brackets from its bracket on"
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
    fn a_part_of_a_text_is_found_where_it_is_written() {
        let part = |route: Route, read: &str, of: &str| {
            let at = of.find(read).unwrap();
            Spot::Part(route, at..at + read.len())
        };
        let note = || route!["steps", 0, "note"];
        assert_eq!(found(&part(note(), "twee", "Één\ntwee\n")), "twee");
        assert_eq!(
            found(&part(note(), "n\ntw", "Één\ntwee\n")),
            "n\n    tw",
            "over two lines"
        );
        for (text, word) in [
            ("a: \"het is Smit\"\n", "Smit"),
            ("a: 'het is Smit'\n", "Smit"),
            ("a: >\n  het is\n\n  Smit\n", "Smit"),
            ("a: het\n  is Smit # nee\n", "Smit"),
            (r#"a: "h\u0065t is Smit""#, r#""h\u0065t is Smit""#),
        ] {
            let tree = Tree::parse(text);
            let spot = part(route!["a"], "Smit", "het is Smit");
            assert_eq!(&text[tree.locate(text, &spot)], word, "{text}");
        }
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
}
