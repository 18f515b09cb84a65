//! Which characters a file of the register may hold. Imports nothing of the project.
//!
//! Refused before any parsing: what hides text, turns its direction, breaks a line where an editor shows none, or
//! drives a terminal (Trojan Source, CVE-2021-42574; YAML 1.2 treats NEL, LS and PS as line breaks in places).

/// Tells whether a character is refused in the files of a register.
///
/// Line feed and tab are the only control characters that pass. Emoji presentation selectors pass, for staff paste
/// them without knowing; joiners do not.
pub fn is_forbidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{08}' | '\u{0B}'..='\u{1F}' | '\u{7F}'..='\u{9F}'          // C0, DEL, C1 with NEL
        | '\u{AD}' | '\u{34F}' | '\u{61C}'                                    // soft hyphen, joiner, Arabic mark
        | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{3164}' | '\u{FFA0}' // letters without a shape
        | '\u{180B}'..='\u{180F}'                                            // Mongolian selectors, vowel separator
        | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'                  // zero width, LS, PS, bidirectional
        | '\u{2060}'..='\u{206F}' | '\u{2800}'                             // format characters, the blank of Braille
        | '\u{FDD0}'..='\u{FDEF}'                                            // noncharacters
        | '\u{FE00}'..='\u{FE0D}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')                                         // tags, variation selectors
        || (c as u32) & 0xFFFE == 0xFFFE
}

/// Finds the first refused character: its byte offset and what it is.
pub fn first_forbidden(text: &str) -> Option<(usize, char)> {
    // Almost every text is free of them: bytes that can begin one are rare, so look at those alone.
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(step) = bytes[at..].iter().position(|b| SUSPECT[usize::from(*b)]) {
        at += step;
        let c = text[at..].chars().next()?;
        if is_forbidden(c) {
            return Some((at, c));
        }
        at += c.len_utf8();
    }
    None
}

/// Leading bytes, in UTF-8, of the characters that [`is_forbidden`] refuses.
const SUSPECT: [bool; 256] = {
    let mut table = [false; 256];
    let mut b = 0;
    while b < 0x20 {
        table[b] = b != 0x09 && b != 0x0A;
        b += 1;
    }
    table[0x7F] = true;
    table[0xC2] = true; // U+0080..U+00BF
    table[0xCD] = true; // U+034F
    table[0xD8] = true; // U+061C
    table[0xE1] = true; // U+115F, U+17B4, U+180E
    table[0xE2] = true; // U+200B..U+206F
    table[0xE3] = true; // U+3164
    table[0xEF] = true; // U+FDD0.., U+FE00.., U+FEFF, U+FFA0, U+FFF0..
    let mut b = 0xF0;
    while b < 0xF5 {
        table[b] = true; // beyond the basic plane
        b += 1;
    }
    table
};

/// Names a refused character as people look it up: `U+202E`.
pub fn code_point(c: char) -> String {
    format!("U+{:04X}", c as u32)
}

/// Gives a text on one line, without a character that could end it: nothing in it can begin a header or a property of its own.
pub fn one_line(text: &str) -> String {
    let ends = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let spaced: String = text
        .chars()
        .map(|c| if ends(c) { ' ' } else { c })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_leading_bytes_misses_no_forbidden_character() {
        for c in (0..=0x10_FFFF)
            .filter_map(char::from_u32)
            .filter(|c| is_forbidden(*c))
        {
            let mut buffer = [0; 4];
            let first = c.encode_utf8(&mut buffer).as_bytes()[0];
            assert!(SUSPECT[usize::from(first)], "{}", code_point(c));
        }
    }

    #[test]
    fn finds_the_place() {
        assert_eq!(first_forbidden("Zoë\tB.\nß ❤\u{FE0F}"), None);
        assert_eq!(first_forbidden("Zoë\u{202E}x"), Some((4, '\u{202E}')));
    }
}
