//! From the bytes of a file to a text that a register may hold, and whether that text needs a second look.

use crate::args;
use crate::finding::{Arg, Args};
use crate::register::files::MOST_BYTES;
use crate::source::{DEPTH, Spot};
use crate::words::characters;

/// A code, a place and the values of a finding.
type Refusal = (&'static str, Spot, Args);

/// Turns the bytes of a file into text.
///
/// # Errors
/// The code, place and values of the finding when the bytes are not text that a register may hold.
pub fn decode(bytes: Vec<u8>) -> Result<String, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err((
            "K013",
            Spot::File,
            args!(limit: Arg::Key("limit-bytes".into())),
        ));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        (
            "K001",
            Spot::Bytes(at..at + 1),
            args!(why: Arg::Key("file-encoding".into())),
        )
    })?;
    // Staff work on Windows too: there a line of the working tree ends in CR LF.
    let text = if text.contains('\r') {
        text.replace("\r\n", "\n")
    } else {
        text
    };
    match characters::first_forbidden(&text) {
        None => Ok(text),
        Some((at, c)) => {
            let name = match c {
                '\u{FEFF}' if at == 0 => Arg::Key("character-mark".into()),
                '\r' => Arg::Key("character-return".into()),
                c => characters::code_point(c).into(),
            };
            Err((
                "K002",
                Spot::Bytes(at..at + c.len_utf8()),
                args!(character: name),
            ))
        }
    }
}

/// Tells whether a text may use a feature of YAML that a register does not: a sign where an anchor, alias, tag or directive
/// can begin, or brackets nested deeper than a record goes. Wrong alarms cost a second parse, nothing else.
pub fn suspicious(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut depth = 0usize;
    for (at, byte) in bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| SIGNS[usize::from(**byte)])
    {
        let before = at.checked_sub(1).map_or(b'\n', |before| bytes[before]);
        match byte {
            b'&' | b'*' | b'!' => {
                let begins = matches!(before, b' ' | b'\n' | b'\t' | b',' | b'[' | b'{');
                let ends = bytes
                    .get(at + 1)
                    .is_none_or(|next| matches!(next, b' ' | b'\n'));
                if begins && (*byte == b'!' || !ends) {
                    return true;
                }
            }
            b'%' if before == b'\n' => return true,
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH {
            return true;
        }
    }
    false
}

/// The bytes that [`suspicious`] looks at; the others, nearly all of a text, are passed over.
const SIGNS: [bool; 256] = {
    let mut table = [false; 256];
    let signs = b"&*!%[]{}";
    let mut n = 0;
    while n < signs.len() {
        table[signs[n] as usize] = true;
        n += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scan_sees_every_feature_and_lets_prose_pass() {
        for text in [
            "a: &x 1",
            "a: *x",
            "a: !x 1",
            "- !x",
            "%YAML 1.2\n",
            "[&a x]",
            "a: {b: *c}",
            "!",
            "a: ! b",
        ] {
            assert!(suspicious(text), "{text}");
        }
        for text in [
            "a: R&D & meer",
            "Let op! Dit * dat",
            "50% korting",
            "a: b!",
            "zie [1], [2] en {3}",
        ] {
            assert!(!suspicious(text), "{text}");
        }
        assert!(suspicious(&"[".repeat(17)));
    }
}
