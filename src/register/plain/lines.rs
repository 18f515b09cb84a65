//! The lines of a plain text: where one begins, and what stands on it. Imports nothing of the project.

use std::fmt::Display;

use memchr::memchr;
use serde::de;

/// Why a text is left to the parser: something in it is not plain or does not fit.
#[derive(Debug)]
pub struct NotPlain;

impl Display for NotPlain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not plain")
    }
}

impl std::error::Error for NotPlain {}

impl de::Error for NotPlain {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

pub type Plain<T> = Result<T, NotPlain>;

/// A text and how far it was read.
pub struct Lines<'de> {
    text: &'de str,
    /// The byte that is read next.
    pub at: usize,
    /// The indent of the line of which `at` is the first sign; `None` at the end of the text.
    pub indent: Option<usize>,
    /// The last story, without its indent.
    pub story: String,
}

impl<'de> Lines<'de> {
    /// Goes to the first line of a text that says something.
    pub fn of(text: &'de str) -> Plain<Self> {
        let mut lines = Self {
            text,
            at: 0,
            indent: None,
            story: String::new(),
        };
        lines.start()?;
        Ok(lines)
    }

    /// Gives the next sign; the end of a line at the end of the text.
    pub fn next(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(b'\n')
    }

    fn rest_of_line(&self) -> &'de str {
        let rest = &self.text[self.at..];
        let end = memchr(b'\n', rest.as_bytes());
        &rest[..end.unwrap_or(rest.len())]
    }

    /// Goes on to the first sign of the next line that says something, from the beginning of a line.
    pub fn start(&mut self) -> Plain<()> {
        loop {
            let rest = &self.text[self.at..];
            let filled = rest.trim_start_matches('\n');
            let indent = filled.bytes().take_while(|byte| *byte == b' ').count();
            self.at += rest.len() - filled.len() + indent;
            self.indent = (!filled.is_empty()).then_some(indent);
            match filled.as_bytes().get(indent) {
                Some(b'#') => self.at += self.rest_of_line().len(),
                // A line of blanks alone.
                None | Some(b'\n') if indent > 0 => return Err(NotPlain),
                _ => return Ok(()),
            }
        }
    }

    /// Ends the line of a value: nothing stands behind it.
    pub fn end_line(&mut self) -> Plain<()> {
        self.pass(b'\n')?;
        self.start()
    }

    /// Reads this sign.
    pub fn pass(&mut self, byte: u8) -> Plain<()> {
        if self.text.as_bytes().get(self.at) != Some(&byte) {
            return Err(NotPlain);
        }
        self.at += 1;
        Ok(())
    }

    /// Tells whether an item of a list begins here.
    pub fn at_item(&self) -> bool {
        self.text[self.at..].starts_with("- ")
    }

    /// Gives how long the name of the field is that begins here, if one does.
    pub fn field(&self) -> Option<usize> {
        let rest = &self.text.as_bytes()[self.at..];
        let is_name = |byte: &u8| byte.is_ascii_lowercase() || *byte == b'_';
        let length = rest
            .iter()
            .take(64)
            .take_while(|byte| is_name(byte))
            .count();
        let ends = rest.get(length) == Some(&b':');
        let apart = matches!(rest.get(length + 1), Some(b' ' | b'\n'));
        (length > 0 && ends && apart).then_some(length)
    }

    /// Reads the name of a field and the colon behind it.
    pub fn pass_field(&mut self) -> Plain<&'de str> {
        let name = &self.text[self.at..][..self.field().ok_or(NotPlain)?];
        self.at += name.len() + 1;
        match name {
            "null" | "true" | "false" => Err(NotPlain),
            _ => Ok(name),
        }
    }

    /// Reads the lines of a story below `|`, which stand deeper than the field that it belongs to.
    pub fn pass_story(&mut self, field: usize) -> Plain<()> {
        self.pass(b'|')?;
        self.pass(b'\n')?;
        self.story.clear();
        let first = self.text[self.at..].bytes();
        let indent = first.take_while(|byte| *byte == b' ').count();
        if indent <= field {
            return Err(NotPlain);
        }
        let mut empty = 0;
        for line in self.text[self.at..].split_inclusive('\n') {
            if line == "\n" {
                empty += 1;
                self.at += 1;
                continue;
            }
            let Some((blanks, said)) = line.split_at_checked(indent) else {
                break;
            };
            if blanks.bytes().any(|byte| byte != b' ') {
                break;
            }
            if said.trim_start_matches(' ') == "\n" {
                return Err(NotPlain);
            }
            self.story.extend(std::iter::repeat_n('\n', empty));
            self.story.push_str(said);
            self.at += line.len();
            empty = 0;
        }
        self.start()
    }

    /// Reads a text between quotes, in which no sign means another.
    fn pass_quoted(&mut self, quote: u8) -> Plain<&'de str> {
        self.pass(quote)?;
        let line = self.rest_of_line();
        let text = line.split(char::from(quote)).next().unwrap_or(line);
        self.at += text.len();
        self.pass(quote)?;
        let escapes = text.contains('\\') && quote == b'"' || self.next() == quote;
        if escapes { Err(NotPlain) } else { Ok(text) }
    }

    /// Reads a text, a number or a truth, and ends its line unless it stands within brackets.
    pub fn pass_scalar(&mut self, within: bool) -> Plain<Scalar<'de>> {
        let scalar = match self.next() {
            quote @ (b'\'' | b'"') => Scalar::Text(self.pass_quoted(quote)?),
            _ if within => Scalar::of(self.pass_word())?,
            _ => {
                let line = self.rest_of_line();
                self.at += line.len();
                Scalar::of(line)?
            }
        };
        if !within {
            self.end_line()?;
        }
        Ok(scalar)
    }

    /// Reads a text between brackets that stands without quotes.
    fn pass_word(&mut self) -> &'de str {
        let rest = &self.text[self.at..];
        let goes_on = |byte: &u8| {
            byte.is_ascii_alphanumeric() || *byte >= 0x80 || b" -_./()'+".contains(byte)
        };
        let word = &rest[..rest.bytes().take_while(goes_on).count()];
        self.at += word.len();
        word
    }
}

/// What stands without quotes, as YAML takes it.
pub enum Scalar<'de> {
    Text(&'de str),
    Number(u64),
    Truth(bool),
}

impl<'de> Scalar<'de> {
    /// Tells what a text on one line is; only what is plainly a text, a number or a truth.
    fn of(text: &'de str) -> Plain<Self> {
        let first = text.bytes().next().ok_or(NotPlain)?;
        let only = |signs: &str| {
            text.bytes()
                .all(|byte| byte.is_ascii_digit() || signs.as_bytes().contains(&byte))
        };
        // A field within the text, or a remark.
        let mut pairs = text.as_bytes().windows(2);
        if pairs.any(|pair| pair == b": " || pair == b" #") || text.ends_with([' ', ':']) {
            return Err(NotPlain);
        }
        match text {
            "true" => Ok(Self::Truth(true)),
            "false" => Ok(Self::Truth(false)),
            "True" | "TRUE" | "False" | "FALSE" | "null" | "Null" | "NULL" => Err(NotPlain),
            _ if first.is_ascii_alphabetic() || first >= 0x80 => Ok(Self::Text(text)),
            _ if !first.is_ascii_digit() => Err(NotPlain),
            // A day, the number of a case.
            _ if text.contains('-') && only("-") || text.contains(' ') => Ok(Self::Text(text)),
            _ if only("") && (first != b'0' || text == "0") => {
                text.parse().map(Self::Number).map_err(|_| NotPlain)
            }
            _ => Err(NotPlain),
        }
    }
}
