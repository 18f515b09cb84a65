//! Values of a letter as Markdown text that means nothing but itself. Imports nothing of the project.

/// Gives a text in one paragraph: nothing in it is Markdown, and what was a paragraph of its own becomes a line of its own.
pub(super) fn inline(text: &str) -> String {
    let paragraphs: Vec<String> = paragraphs(text)
        .iter()
        .map(|lines| lines.join(" "))
        .collect();
    paragraphs.join("\\\n")
}

/// Gives a text with its paragraphs.
pub(super) fn block(text: &str) -> String {
    let joined: Vec<String> = paragraphs(text).iter().map(|lines| flowed(lines)).collect();
    joined.join("\n\n")
}

/// Gives a text with its paragraphs as a quotation: somebody's own words.
pub(super) fn quoted(text: &str) -> String {
    let lines = block(text);
    let lines: Vec<String> = lines
        .lines()
        .map(|line| {
            if line.is_empty() {
                ">".to_owned()
            } else {
                format!("> {line}")
            }
        })
        .collect();
    lines.join("\n")
}

/// Gives a text that ends as a sentence does, so that another can follow it.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim_end();
    let last = text
        .trim_end_matches(['"', '\'', ')', '”', '’'])
        .chars()
        .next_back();
    let ended = matches!(last, None | Some('.' | '!' | '?' | '…' | ':'));
    format!("{text}{}", if ended { "" } else { "." })
}

/// From this length on, the end of a line is where an editor broke it, and not where the writer wanted an end.
const BROKEN: usize = 60;

fn flowed(lines: &[String]) -> String {
    let mut out = String::new();
    for (n, line) in lines.iter().enumerate() {
        out.push_str(line);
        if n + 1 < lines.len() {
            out.push_str(if line.chars().count() < BROKEN {
                "\\\n"
            } else {
                "\n"
            });
        }
    }
    out
}

/// Splits a text at its empty lines, each line escaped and without the white space around it.
fn paragraphs(text: &str) -> Vec<Vec<String>> {
    let mut found: Vec<Vec<String>> = vec![Vec::new()];
    for line in text.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
        let line = line.trim();
        match found.last_mut() {
            Some(last) if !line.is_empty() => last.push(escaped(line)),
            Some(last) if !last.is_empty() => found.push(Vec::new()),
            _ => {}
        }
    }
    found.retain(|lines| !lines.is_empty());
    found
}

/// Escapes a line: what is Markdown anywhere, and what is Markdown at the beginning of a line.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in line.char_indices() {
        let anywhere = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|'
        );
        let begins = at == 0 && matches!(c, '#' | '-' | '+' | '=');
        let numbers = digits > 0 && at == digits && matches!(c, '.' | ')');
        if anywhere || begins || numbers {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::markdown::render_markdown;

    #[test]
    fn nothing_in_a_text_is_markdown() {
        for text in [
            "# Kop",
            "- a",
            "+ a",
            "* a",
            "1. a",
            "12) a",
            "> citaat",
            "---",
            "===",
            "***",
            "```x",
            "~~~",
            "    code",
            "a **b** _c_ `d`",
            "[x](https://e.example)",
            "![x](y)",
            "<b>x</b>",
            "&amp; &lt;",
            "a | b",
            "\\",
            "a\\",
            "<https://e.example>",
            "[x]: https://e.example",
            "a\tb",
            "~~weg~~",
        ] {
            let shown = |out: String| {
                out.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&")
            };
            let wanted = text.trim().replace('\t', " ");
            let html = shown(render_markdown(&inline(text), 0));
            assert_eq!(html, format!("<p>{wanted}</p>\n"), "{text}");
            let html = shown(render_markdown(&format!("- {}", inline(text)), 0));
            assert_eq!(html, format!("<ul>\n<li>{wanted}</li>\n</ul>\n"), "{text}");
            let html = shown(render_markdown(&quoted(&format!("x\n{text}\n\n{text}")), 0));
            assert_eq!(html.matches("<p>").count(), 2, "{text}: {html}");
            assert_eq!(html.matches(&wanted).count(), 2, "{text}: {html}");
        }
    }

    #[test]
    fn a_sentence_ends_once() {
        for (text, wanted) in [
            ("Een excuus", "Een excuus."),
            ("Een excuus. ", "Een excuus."),
            ("Hij zei \"ja.\"", "Hij zei \"ja.\""),
            ("Morgen (om tien uur)", "Morgen (om tien uur)."),
            ("", ""),
        ] {
            assert_eq!(sentence(text), wanted);
        }
    }

    #[test]
    fn short_lines_keep_their_end_and_long_ones_flow() {
        let long = "x".repeat(80);
        assert_eq!(
            block(&format!("a\nb\n\n{long}\n{long}")),
            format!("a\\\nb\n\n{long}\n{long}")
        );
        assert_eq!(inline("a\n\nb"), "a\\\nb");
        assert_eq!(block(" \n"), "");
    }
}
