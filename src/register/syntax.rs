//! What keeps a text from being YAML at all, in words that help those who do not know YAML.

use std::ops::Range;

use super::schema::{FileKind, described_fields};
use super::shape::Fault;
use crate::args;
use crate::finding::Arg;
use crate::source::Spot;

/// Guesses from the line what keeps it from being YAML; the parser's own words help nobody who does not know YAML.
pub(super) fn unreadable(text: &str, at: usize) -> Fault {
    if let Some(mark) = conflict(text) {
        let hint = Arg::Key("yaml-conflict".into());
        return Fault::new("K003", Spot::Bytes(mark), args!(hint: hint));
    }
    let at = at.min(text.len());
    // The parser often gives up at the start of the next line or at the end: point at the last thing that was written.
    let at = if text[..at].trim_end().len() < at && text[at..].trim().is_empty() {
        text[..at].trim_end().len().saturating_sub(1)
    } else {
        at
    };
    let at = (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
    let line = &text[start..end];
    // A tab before a field is noticed at the end of the line above it.
    if let Some(below) = text
        .get(end + 1..)
        .filter(|below| below.trim_start_matches(' ').starts_with('\t'))
    {
        let length = below.find('\n').unwrap_or(below.len());
        let hint = Arg::Key("yaml-tab".into());
        return Fault::new(
            "K003",
            Spot::Bytes(end + 1..end + 1 + length),
            args!(hint: hint),
        );
    }
    let above = text[..start.saturating_sub(1)]
        .rfind('\n')
        .map_or(0, |n| n + 1);
    if let Some(space) = odd_space(&text[above..end]) {
        let spot = Spot::Bytes(above + space.start..above + space.end);
        return Fault::new("K003", spot, args!(hint: Arg::Key("yaml-space".into())));
    }
    if let Some(line) = not_below(&text[..end]) {
        let hint = Arg::Key("yaml-block".into());
        return Fault::new("K003", Spot::Bytes(line), args!(hint: hint));
    }
    // A bracket that nothing closes is noticed somewhere below it.
    if let Some(bracket) = unclosed(&text[..start]) {
        let hint = match text[bracket.clone()].contains(" #") {
            true => "yaml-comment",
            false => "yaml-bracket",
        };
        let hint = Arg::Key(hint.into());
        return Fault::new("K003", Spot::Bytes(bracket), args!(hint: hint));
    }
    // A field without its colon, or without the space after it, is no field to the parser, which notices so at the next one.
    if let Some(above) = text[..start.saturating_sub(1)].rsplit('\n').next()
        && start > 0
        && let Some(hint) = no_field(above)
        && no_field(line).is_none()
    {
        let from = start - 1 - above.len();
        let indent = above.len() - above.trim_start().len();
        let spot = Spot::Bytes(from + indent..from + above.trim_end().len());
        return Fault::new("K003", spot, args!(hint: Arg::Key(hint.into())));
    }
    let value = line.split_once(": ").map_or("", |(_, value)| value);
    let hint = if line.trim_start_matches(' ').starts_with('\t') || line.starts_with('\t') {
        "yaml-tab"
    } else if value.contains(": ") && !value.starts_with(['"', '\'', '{', '[']) {
        "yaml-colon"
    } else if value.starts_with(['@', '`', '%', '>', '|', ',', ']', '}']) || value.starts_with("- ")
    {
        "yaml-sign"
    } else if value.starts_with('"') && value.trim_end().ends_with('"') && value.contains('\\') {
        "yaml-escape"
    } else if goes_on_after_quote(value, '"') {
        "yaml-inner-double"
    } else if goes_on_after_quote(value, '\'') {
        "yaml-inner-single"
    } else if line.matches('"').count() % 2 == 1 || line.matches('\'').count() % 2 == 1 {
        "yaml-quote"
    } else if line.matches(['[', '{']).count() != line.matches([']', '}']).count() {
        "yaml-bracket"
    } else if value.starts_with(['[', '{']) && lacks_item(value) {
        "yaml-comma"
    } else {
        no_field(line).unwrap_or("yaml-indent")
    };
    let (start, line) = match outdented(text, start, line) {
        Some(above) if hint == "yaml-indent" => above,
        _ => (start, line),
    };
    let spot = Spot::Bytes(start + (line.len() - line.trim_start().len())..start + line.len());
    Fault::new("K003", spot, args!(hint: Arg::Key(hint.into())))
}

/// Finds the first line of a text that should stand below its field, and further in: the last text that begins with `|` or `>`.
fn not_below(text: &str) -> Option<Range<usize>> {
    let heads = [": |", ": >"]
        .iter()
        .flat_map(|sign| text.rmatch_indices(sign));
    let opens = |at: usize| {
        let end = text[at..].find('\n').map(|n| at + n)?;
        let only = text[at + 3..end].trim_end().trim_start_matches(['-', '+']);
        only.is_empty().then_some(end)
    };
    let (at, end) = heads.filter_map(|(at, _)| Some((at, opens(at)?))).max()?;
    let head = &text[text[..at].rfind('\n').map_or(0, |n| n + 1)..at];
    let below = &text[end + 1..];
    let blank = below.len() - below.trim_start_matches(['\n', '\r']).len();
    let line = below[blank..].lines().next()?;
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
    let from = end + 1 + blank;
    let is_out =
        indent(line) <= indent(head) && !line.contains(": ") && !line.trim_end().ends_with(':');
    is_out.then(|| from..from + line.trim_end().len())
}

/// Finds the first line that git leaves where two versions met.
pub fn conflict(text: &str) -> Option<Range<usize>> {
    let at = match text.find("\n<<<<<<< ") {
        _ if text.starts_with("<<<<<<< ") => 0,
        found => found? + 1,
    };
    let line = text[at..].lines().next().unwrap_or_default();
    Some(at..at + line.trim_end().len())
}

/// Finds the line above, where that is the one out of line: this one stands under what the line before it begins.
fn outdented<'t>(text: &'t str, start: usize, line: &str) -> Option<(usize, &'t str)> {
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
    let mut before = text[..start].trim_end_matches('\n').rsplit('\n');
    let (above, further) = (before.next()?, before.next()?);
    let is_out = indent(above) < indent(line) && indent(further) == indent(line);
    let from = text[..start].trim_end_matches('\n').len() - above.len();
    is_out.then_some((from, above))
}

/// Finds a space that looks like any other and is none to the parser, where one belongs: before a field, or after its colon.
fn odd_space(lines: &str) -> Option<Range<usize>> {
    let mut at = 0;
    lines.split_inclusive('\n').find_map(|line| {
        let is_odd = |(_, c): &(usize, char)| c.is_whitespace() && !c.is_ascii();
        let indent = line.len() - line.trim_start().len();
        let before = line[..indent].char_indices().find(is_odd);
        let after = |sign: char| {
            let sign = line.find(sign)? + 1;
            let next = line[sign..].chars().next().map(|c| (sign, c));
            next.filter(is_odd)
        };
        let start = at;
        at += line.len();
        let found = before.or_else(|| after('-')).or_else(|| after(':'))?;
        Some(start + found.0..start + found.0 + found.1.len_utf8())
    })
}

/// Says what keeps a line from being a field: `channel:phone` or `channel phone`, or from being an item: `-k.smit`.
fn no_field(line: &str) -> Option<&'static str> {
    let glued = line.trim_start().strip_prefix('-');
    if glued.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase())) {
        return Some("yaml-dash");
    }
    let line = line.trim_start().trim_start_matches("- ");
    if let Some((key, value)) = line.split_once(':') {
        let word = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        let glued = word && !value.is_empty() && !value.starts_with([' ', '/']);
        return glued.then_some("yaml-glued");
    }
    let word = line.split_once(' ').map(|(word, _)| word)?;
    let mut ways = FileKind::ALL.iter().copied().flat_map(described_fields);
    let is_field = ways.any(|(way, _)| way.rsplit('-').next() == Some(word));
    is_field.then_some("yaml-no-colon")
}

/// Tells whether a text between quotation marks goes on after the second one.
fn goes_on_after_quote(value: &str, quote: char) -> bool {
    let inner = value.strip_prefix(quote);
    let after = inner.and_then(|inner| inner.split_once(quote));
    after.is_some_and(|(_, rest)| {
        let rest = rest.trim_start();
        !rest.is_empty() && !rest.starts_with('#')
    })
}

/// Tells whether a comma between brackets has nothing before it.
fn lacks_item(value: &str) -> bool {
    let signs = value.chars().filter(|c| !c.is_whitespace());
    let pairs = signs.clone().zip(signs.skip(1));
    pairs
        .filter(|(_, sign)| *sign == ',')
        .any(|(before, _)| matches!(before, '[' | '{' | ','))
}

/// Finds the last value that begins with a bracket, where there is none that closes it: from the bracket to the end of its line.
fn unclosed(text: &str) -> Option<Range<usize>> {
    let at = [": [", ": {", "- [", "- {"]
        .iter()
        .filter_map(|sign| text.rfind(sign))
        .max()?
        + 2;
    let rest = &text[at..];
    // What stands behind a `#` is a comment, also the bracket that was to close it.
    let count = |signs: [char; 2]| -> usize {
        let lines = rest
            .lines()
            .filter(|line| !line.trim_start().starts_with('#'));
        let read = lines.map(|line| line.split(" #").next().unwrap_or_default());
        read.map(|part| part.matches(signs).count()).sum()
    };
    let open = count(['[', '{']) > count([']', '}']);
    let line = rest.lines().next().unwrap_or_default().trim_end();
    open.then(|| at..at + line.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Tree;

    /// What is noticed on a line further on is pointed at where it stands.
    #[test]
    fn the_line_that_is_wrong_is_pointed_at() {
        for (text, wrong, hint) in [
            ("a:\n-b: 1\n  c: 2\n", "-b: 1", "yaml-dash"),
            ("a:\n  -b\n  c: 2\n", "-b", "yaml-dash"),
            ("a:\n- b: 1\nc: 2\n  d: 3\n", "c: 2", "yaml-indent"),
            ("a:\n- b: 1\n   c: 2\n", "c: 2", "yaml-indent"),
            ("a:\n- b: - c\n", "b: - c", "yaml-sign"),
            ("a:\n- b: {c: #3}\n  d: 2\n", "{c: #3}", "yaml-comment"),
            ("a: [b, c\n# d]\ne: 2\n", "[b, c", "yaml-bracket"),
            ("a: [, b]\n", "a: [, b]", "yaml-comma"),
            ("a: [b, , c]\n", "a: [b, , c]", "yaml-comma"),
            ("a: |\nHij belde.\nToen niet.\n", "Hij belde.", "yaml-block"),
            (
                "a:\n- b: |\n  Hij belde.\n  c: 2\n",
                "Hij belde.",
                "yaml-block",
            ),
            (
                "a:\n- b: 1\n<<<<<<< HEAD\n- b: 2\n=======\n- b: 3\n>>>>>>> x\n",
                "<<<<<<< HEAD",
                "yaml-conflict",
            ),
        ] {
            let fault = unreadable(text, Tree::parse(text).error.unwrap());
            let Spot::Bytes(bytes) = fault.spot else {
                panic!("{text}");
            };
            assert!(text[bytes.clone()].ends_with(wrong), "{text}: {bytes:?}");
            assert_eq!(fault.args["hint"], Arg::Key(hint.into()), "{text}");
        }
    }

    #[test]
    fn a_space_that_is_none_is_pointed_at() {
        for (text, place) in [
            ("a:\n  x: 1\n\u{A0} y: 2\n  z: 3\n", 10),
            ("a:\n  x: 1\n\u{A0}\u{A0}y: 2\n  z: 3\n", 10),
            ("a:\n  x:\u{A0}1\n  y: 2\n", 7),
            ("a:\n-\u{2009}x: 1\n  y: 2\n", 4),
        ] {
            let at = Tree::parse(text).error.unwrap();
            let fault = unreadable(text, at);
            let Spot::Bytes(bytes) = fault.spot else {
                panic!("{text}");
            };
            assert_eq!(bytes.start, place, "{text}");
        }
    }
}
