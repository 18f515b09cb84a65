//! YAML in the plain form in which steps are written here, read without the parser, which would take two fifths of a check
//! (docs/performance.md).
//!
//! Fields on lines of their own, steps below a dash, stories below `|`, short lists and groups between brackets on one line. Whatever
//! else YAML knows (anchors, tags, texts over several lines, escapes, remarks beside a value) is left to the parser, and so is every
//! text that does not fit its type: `None` means that the parser has to say, never that something is wrong. What is read here, the
//! parser reads the same; a test holds the two side by side.

mod lines;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

use crate::source::DEPTH;
use lines::{Lines, NotPlain, Plain, Scalar};

/// Reads a text with `read` when it is plain and fits; it holds no character that a register may not hold.
pub(crate) fn read_plain<'de, T>(
    text: &'de str,
    read: impl FnOnce(Value<'_, 'de>) -> Result<T, NotPlain>,
) -> Option<T> {
    if !text.ends_with('\n') || text.as_bytes().contains(&b'\t') {
        return None;
    }
    let mut lines = Lines::of(text).ok()?;
    let place = Place::Below(lines.indent?);
    let value = read(Value {
        lines: &mut lines,
        place,
        depth: 0,
    });
    value.ok().filter(|_| lines.indent.is_none())
}

/// Where a value stands.
#[derive(Clone, Copy)]
enum Place {
    /// On lines of its own, at this indent.
    Below(usize),
    /// On the line of a field or a dash at this indent.
    Beside(usize),
    /// Between brackets.
    Within,
}

/// A value that is about to be read.
pub(crate) struct Value<'r, 'de> {
    lines: &'r mut Lines<'de>,
    place: Place,
    depth: usize,
}

impl<'de> Value<'_, 'de> {
    /// Reads a list or a group of fields; `indent` is `None` between brackets.
    fn parts<V: Visitor<'de>>(
        self,
        list: bool,
        indent: Option<usize>,
        visitor: V,
    ) -> Plain<V::Value> {
        if self.depth == DEPTH {
            return Err(NotPlain);
        }
        let mut parts = Parts {
            lines: self.lines,
            list,
            indent,
            depth: self.depth + 1,
            first: true,
            ended: false,
        };
        let value = if list {
            visitor.visit_seq(&mut parts)
        } else {
            visitor.visit_map(&mut parts)
        };
        value.and_then(|value| parts.ended.then_some(value).ok_or(NotPlain))
    }
}

impl<'de> Deserializer<'de> for Value<'_, 'de> {
    type Error = NotPlain;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Plain<V::Value> {
        let next = self.lines.next();
        match (self.place, next) {
            (Place::Below(indent), _) => {
                let list = self.lines.at_item();
                self.parts(list, Some(indent), visitor)
            }
            (Place::Beside(field), b'|') => {
                self.lines.pass_story(field)?;
                visitor.visit_str(&self.lines.story)
            }
            (place, b'[' | b'{') => {
                self.lines.at += 1;
                let Self { lines, depth, .. } = self;
                let within = Value {
                    lines: &mut *lines,
                    place,
                    depth,
                };
                let value = within.parts(next == b'[', None, visitor)?;
                if matches!(place, Place::Beside(_)) {
                    lines.end_line()?;
                }
                Ok(value)
            }
            (place, _) => match self.lines.pass_scalar(matches!(place, Place::Within))? {
                Scalar::Text(text) => visitor.visit_borrowed_str(text),
                Scalar::Number(number) => visitor.visit_u64(number),
                Scalar::Truth(truth) => visitor.visit_bool(truth),
            },
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Plain<V::Value> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Plain<V::Value> {
        let word = <&str>::deserialize(self)?;
        visitor.visit_enum(BorrowedStrDeserializer::new(word))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// A list or a group of fields that is being read.
struct Parts<'r, 'de> {
    lines: &'r mut Lines<'de>,
    list: bool,
    /// Where its parts begin; `None` between brackets.
    indent: Option<usize>,
    depth: usize,
    first: bool,
    ended: bool,
}

impl<'de> Parts<'_, 'de> {
    /// Tells whether another part begins, and reads what parts it from the one before.
    fn another(&mut self) -> Plain<bool> {
        let first = std::mem::take(&mut self.first);
        let another = match (self.indent, self.lines.next()) {
            (Some(_), _) if first => true,
            (Some(indent), _) => match self.lines.indent {
                Some(next) if next > indent => return Err(NotPlain),
                next => next == Some(indent) && (!self.list || self.lines.at_item()),
            },
            (None, close) if close == if self.list { b']' } else { b'}' } => {
                self.lines.at += 1;
                false
            }
            (None, _) if first => true,
            (None, _) => {
                self.lines.pass(b',')?;
                self.lines.pass(b' ')?;
                true
            }
        };
        self.ended = !another;
        Ok(another)
    }

    fn value(&mut self, place: Place) -> Value<'_, 'de> {
        Value {
            lines: self.lines,
            place,
            depth: self.depth,
        }
    }
}

impl<'de> SeqAccess<'de> for &mut Parts<'_, 'de> {
    type Error = NotPlain;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Plain<Option<S::Value>> {
        if !self.another()? {
            return Ok(None);
        }
        let place = match self.indent {
            None => Place::Within,
            Some(indent) => {
                self.lines.pass(b'-')?;
                self.lines.pass(b' ')?;
                // A group begins beside the dash, and its other fields stand below the first.
                match self.lines.field() {
                    Some(_) => Place::Below(indent + 2),
                    None => Place::Beside(indent),
                }
            }
        };
        seed.deserialize(self.value(place)).map(Some)
    }
}

impl<'de> MapAccess<'de> for &mut Parts<'_, 'de> {
    type Error = NotPlain;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Plain<Option<K::Value>> {
        if !self.another()? {
            return Ok(None);
        }
        let name = self.lines.pass_field()?;
        seed.deserialize(BorrowedStrDeserializer::new(name))
            .map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Plain<S::Value> {
        let place = match (self.indent, self.lines.next()) {
            (Some(indent), b'\n') => {
                self.lines.end_line()?;
                match self.lines.indent {
                    Some(next) if next > indent => Place::Below(next),
                    Some(next) if next == indent && self.lines.at_item() => Place::Below(next),
                    _ => return Err(NotPlain),
                }
            }
            (indent, _) => {
                self.lines.pass(b' ')?;
                indent.map_or(Place::Within, Place::Beside)
            }
        };
        seed.deserialize(self.value(place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_yaml::Value as Yaml;

    fn plain(text: &str) -> Option<Yaml> {
        read_plain(text, |value| Yaml::deserialize(value))
    }

    /// A record with everything that is plain.
    const RECORD: &str = "\
case: 2026-0001
# Een opmerking: zo.
steps:

- step: received
  date: 2026-03-01
    # En nog een.
  about: [k.smit, 'is: dit', \"x # y\", m.de-wit]
  commissioned_by: {kind: employer, name: Foto's (zo), deep: [a, {b: c}], none: []}
  summary: Het was, laat [dus] {niet} - op tijd; 50%#1
  remedy_sought: 'Excuses: graag!'
  story: |
    Eerst dit.

      Dan een sprong: \"citaat\" #geen opmerking
    - En dit.

  measures:
  - id: een
    count: 12
    right: true
  - id: twee
    deeper:
      - k.smit
      - 3 dagen
";

    #[test]
    fn a_plain_record_is_not_left_to_the_parser() {
        assert_eq!(plain(RECORD), serde_yaml::from_str(RECORD).ok());
    }

    #[test]
    fn the_records_of_the_example_register_are_plain() {
        let of_case = |entry: &walkdir::DirEntry| entry.file_name() == "complaint.yaml";
        let files = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/complaints"));
        let texts = files.into_iter().flatten().filter(of_case).map(|entry| {
            let text = std::fs::read_to_string(entry.path());
            text.unwrap_or_else(|error| panic!("{error}"))
        });
        let (plain, left): (Vec<_>, Vec<_>) = texts.partition(|text| plain(text).is_some());
        assert!(plain.len() > 9 * left.len(), "{left:?}");
        for text in plain {
            assert_eq!(super::tests::plain(&text), serde_yaml::from_str(&text).ok());
        }
    }

    #[test]
    fn whatever_is_changed_is_read_as_the_parser_reads_it_or_left_to_it() {
        let signs = [
            "", " ", "\n", "\n ", "\n  ", "-", "- ", "\n- ", ":", ": ", "#", " #", "'", "\"", "\\",
            "[", "]", "{", "}", ", ", ",", "|", "|\n", "|-\n", ">\n", "|2\n", "~", "null", "true",
            "No", "0", "0x1", "1e3", ".5", "-1", "+1", "12", "&a ", "*a", "!a ", "!", "%", "@",
            "`", "?", "? ", "---\n", "...\n", "a: ", "a:\n", "é", "…",
        ];
        let (mut read, mut left) = (0, 0);
        for (at, _) in RECORD.char_indices() {
            for (number, sign) in signs.iter().enumerate() {
                let taken = [0, 1, 3][(at + number) % 3];
                let Some(rest) = RECORD.get(at + taken..) else {
                    continue;
                };
                let text = format!("{}{sign}{rest}", &RECORD[..at]);
                match plain(&text) {
                    Some(value) => {
                        read += 1;
                        assert_eq!(Some(value), serde_yaml::from_str(&text).ok(), "{text}");
                    }
                    None => left += 1,
                }
            }
        }
        assert!(read > 1000 && left > 1000, "{read} read, {left} left");
    }
}
