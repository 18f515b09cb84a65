//! Markdown as plain text: for the part of a mail that needs no HTML. Imports nothing of the project.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Splits the first heading off: it is the subject.
pub(super) fn split_subject(markdown: &str) -> (Option<&str>, &str) {
    let markdown = markdown.trim_start();
    let Some(rest) = markdown.strip_prefix("# ") else {
        return (None, markdown);
    };
    let (subject, body) = rest.split_once('\n').unwrap_or((rest, ""));
    (Some(subject.trim()), body.trim_start())
}

/// Gives Markdown as plain text, its lines no longer than `width` where its words allow.
pub(super) fn text(markdown: &str, width: usize) -> String {
    let mut out = Text {
        width,
        ..Text::default()
    };
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        out.take(event);
    }
    out.done
}

#[derive(Default)]
struct Text {
    width: usize,
    done: String,
    /// The paragraph that is being read.
    line: String,
    /// What stands before every line: of quotations and list items.
    before: Vec<&'static str>,
    /// The mark of the item that begins.
    mark: Option<String>,
    /// The number of the next item of each list; none for bullets.
    lists: Vec<Option<u64>>,
}

impl Text {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.line.push_str(&text);
            }
            Event::SoftBreak => self.line.push(' '),
            Event::HardBreak => self.line.push('\n'),
            Event::Rule => {
                self.flush();
                self.line = "_".repeat(40);
                self.flush();
            }
            Event::Start(Tag::BlockQuote(_)) => {
                self.flush();
                self.before.push("> ");
            }
            Event::Start(Tag::List(first)) => {
                self.flush();
                self.lists.push(first);
            }
            Event::Start(Tag::Item) => {
                self.flush();
                let number = self.lists.last_mut().and_then(Option::as_mut);
                self.mark = Some(number.map_or_else(
                    || "- ".to_owned(),
                    |number| {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    },
                ));
                self.before.push("  ");
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                self.flush();
                self.before.pop();
            }
            Event::End(TagEnd::Item) => {
                self.flush();
                self.before.pop();
            }
            Event::End(TagEnd::List(_)) => {
                self.lists.pop();
            }
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::TableRow,
            ) => self.flush(),
            Event::End(TagEnd::TableCell) => self.line.push_str("  "),
            _ => {}
        }
    }

    /// Writes the paragraph, wrapped, under a blank line unless it follows an item of its own list.
    fn flush(&mut self) {
        let paragraph = std::mem::take(&mut self.line);
        if paragraph.trim().is_empty() {
            return;
        }
        let next_item = self.mark.is_some()
            && self
                .done
                .lines()
                .last()
                .is_some_and(|last| last.trim_start().starts_with("- "));
        if !self.done.is_empty() && !next_item {
            self.done.push('\n');
        }
        let rest: String = self.before.concat();
        let first = self.mark.take().map_or_else(
            || rest.clone(),
            |mark| {
                format!(
                    "{}{mark}",
                    self.before[..self.before.len().saturating_sub(1)].concat()
                )
            },
        );
        let mut begin = first;
        for part in paragraph.split('\n') {
            let mut line = begin.clone();
            let mut empty = true;
            for word in part.split_whitespace() {
                if !empty && line.chars().count() + 1 + word.chars().count() > self.width {
                    self.done.push_str(line.trim_end());
                    self.done.push('\n');
                    line.clone_from(&rest);
                    empty = true;
                }
                if !empty {
                    line.push(' ');
                }
                line.push_str(word);
                empty = false;
            }
            self.done.push_str(line.trim_end());
            self.done.push('\n');
            begin.clone_from(&rest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_reads_as_a_mail() {
        let markdown = "## Kop\n\nEen **twee** drie\\\nvier\n\n- a\n- b\n\n> citaat van\n> iemand\n\n---\n\nSlot";
        let wanted = "Kop\n\nEen twee\ndrie\nvier\n\n- a\n- b\n\n> citaat\n> van\n> iemand\n\n________________________________________\n\nSlot\n";
        assert_eq!(text(markdown, 10), wanted);
        assert_eq!(
            split_subject("# Over *iets*\n\nTekst"),
            (Some("Over *iets*"), "Tekst")
        );
    }
}
