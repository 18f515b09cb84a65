//! Parsing a text into its tree, from the events of the YAML parser.

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::{DEPTH, Feature, Node, Route, Segment, Tree, Value};

impl Tree {
    /// Parses a text; whatever it holds, this neither fails nor takes more than linear time.
    pub fn parse(text: &str) -> Self {
        Self::parse_through(text, None)
    }

    /// Parses a text as far as routes lead into it, so that the first steps of a case are found without parsing the rest.
    pub fn parse_for<'r>(text: &str, routes: impl IntoIterator<Item = &'r Route>) -> Self {
        Self::parse_through(text, last_item(routes))
    }

    /// Parses a text, up to the end of an item of a list in its outermost mapping.
    fn parse_through(text: &str, last: Option<(&str, usize)>) -> Self {
        let tree = Self::parse_as(text, text, last);
        if tree.error.is_some()
            && let Some(spaced) = without_tabs_after_keys(text)
        {
            let again = Self::parse_as(text, &spaced, last);
            if again.error.is_none() {
                return again;
            }
        }
        tree
    }

    /// Parses a text as another of the same length, which has its words in the same places.
    fn parse_as(text: &str, read: &str, last: Option<(&str, usize)>) -> Self {
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
        let mut parser = Parser::new_from_str(read);
        while let Some(event) = parser.next_event() {
            match event {
                Ok((event, span)) => {
                    if !builder.take(event, span) {
                        break;
                    }
                    if last.is_some_and(|(key, item)| builder.has(key, item)) {
                        builder.close_all();
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
}

/// Gives a text with spaces for the tabs between a key and its value, which the reader of records takes and this parser does not;
/// `None` where there are none.
fn without_tabs_after_keys(text: &str) -> Option<String> {
    let mut after_key = false;
    let mut replaced = false;
    let spaced = text.chars().map(|c| {
        let is_blank = matches!(c, ' ' | '\t');
        let c = if after_key && c == '\t' {
            replaced = true;
            ' '
        } else {
            c
        };
        after_key = c == ':' || after_key && is_blank;
        c
    });
    let spaced: String = spaced.collect();
    replaced.then_some(spaced)
}

/// Finds the last item of a list in the outermost mapping to which routes lead; `None` where one leads elsewhere.
fn last_item<'r>(routes: impl IntoIterator<Item = &'r Route>) -> Option<(&'r str, usize)> {
    let mut last = None;
    for route in routes {
        let [Segment::Key(key), Segment::Index(item), ..] = route.0.as_slice() else {
            return None;
        };
        last = match last {
            None => Some((&**key, *item)),
            Some((of, before)) if of == key => Some((of, before.max(*item))),
            Some(_) => return None,
        };
    }
    last
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

    /// Tells whether an item of a list in the outermost mapping is whole.
    fn has(&self, list: &str, item: usize) -> bool {
        let [
            Open::Mapping { key: Some(key), .. },
            Open::Sequence { items, .. },
        ] = &*self.open
        else {
            return false;
        };
        items.len() > item && key.text() == Some(list)
    }

    /// Closes what is open at the end of what it has.
    fn close_all(&mut self) {
        while let Some(open) = self.open.last() {
            let end = match open {
                Open::Sequence { items, .. } => items.last().map(|item| item.span.end),
                Open::Mapping { entries, .. } => entries.last().map(|(_, value)| value.span.end),
            };
            self.close(end.unwrap_or_default());
        }
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
    use crate::route;
    use crate::source::Spot;

    #[test]
    fn a_text_is_parsed_as_far_as_routes_lead() {
        let text = "case: x\nsteps:\n- step: a\n  list: [1, 2]\n- step: b\n- step: [\n";
        let whole = Tree::parse(text);
        assert!(
            whole.error.is_some(),
            "there is a fault behind the second step"
        );
        let routes = [
            route!["steps", 0, "list", 1],
            route!["steps", 1],
            route!["steps", 0, "none"],
        ];
        let tree = Tree::parse_for(text, &routes);
        assert_eq!(tree.error, None);
        let found = routes.map(|route| &text[tree.locate(text, &Spot::Value(route))]);
        assert_eq!(found, ["2", "step: b", "step: a"]);
        for elsewhere in [route!["case"], route!["other", 0], route![]] {
            let tree = Tree::parse_for(text, [&routes_of_steps(), &elsewhere]);
            assert!(tree.error.is_some(), "{elsewhere}");
        }
        assert!(Tree::parse_for(text, [&route!["steps", 7]]).error.is_some());
    }

    #[test]
    fn a_tab_between_a_key_and_its_value_moves_nothing() {
        let text = "steps:\n- step:\treceived\n  summary: \t é\tb\n  channel:\tphone\n";
        let tree = Tree::parse(text);
        assert_eq!(tree.error, None);
        for (field, value) in [
            ("step", "received"),
            ("summary", "é\tb"),
            ("channel", "phone"),
        ] {
            let place = tree.locate(text, &Spot::Value(route!["steps", 0, field]));
            assert_eq!(&text[place], value);
        }
        assert!(Tree::parse("steps:\n\t- step: received\n").error.is_some());
    }

    fn routes_of_steps() -> Route {
        route!["steps", 0]
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
