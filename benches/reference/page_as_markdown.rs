//! What a page of a site says, as Markdown: its headings, paragraphs, lists, tables and links, one block after the other.

use std::error::Error;

use pulldown_cmark::{Options, Parser, html};
use scraper::{ElementRef, Html, Selector};

/// A piece of Markdown that stands by itself.
pub struct Block {
    /// The Markdown, with an empty line after it.
    pub markdown: String,
    /// How long it is in HTML, in bytes.
    pub rendered: usize,
}

/// Gives the blocks of what is in `<main>`.
pub fn blocks(page: &str) -> Result<Vec<Block>, Box<dyn Error>> {
    let page = Html::parse_document(page);
    let main = Selector::parse("main").map_err(|error| error.to_string())?;
    let mut blocks = Vec::new();
    for main in page.select(&main) {
        gather(main, &mut blocks);
    }
    let blocks = blocks.into_iter();
    Ok(blocks
        .map(|markdown| {
            let options = Options::ENABLE_TABLES | Options::ENABLE_DEFINITION_LIST;
            let mut rendered = String::new();
            html::push_html(&mut rendered, Parser::new_ext(&markdown, options));
            // Hugo gives each heading an address.
            let address = if markdown.starts_with('#') {
                " id=\"\"".len() + markdown.len()
            } else {
                0
            };
            Block {
                rendered: rendered.len() + address,
                markdown,
            }
        })
        .collect())
}

fn gather(parent: ElementRef<'_>, blocks: &mut Vec<String>) {
    for element in parent.child_elements() {
        match element.value().name() {
            "h1" | "h2" | "h3" | "h4" => {
                let level = element.value().name()[1..].parse().unwrap_or(1);
                blocks.push(format!("{} {}\n\n", "#".repeat(level), inline(element)));
            }
            "p" | "summary" | "caption" => blocks.push(format!("{}\n\n", inline(element))),
            "dl" => blocks.push(terms(element)),
            "table" => blocks.push(table(element)),
            "ul" | "ol" if !has_blocks(element) => {
                let items = element
                    .child_elements()
                    .map(|item| format!("- {}\n", inline(item)));
                blocks.push(items.collect::<String>() + "\n");
            }
            "svg" => {}
            _ => gather(element, blocks),
        }
    }
}

/// Tells whether a list has more in its items than a line.
fn has_blocks(list: ElementRef<'_>) -> bool {
    let mut parts = list.child_elements().flat_map(|item| item.child_elements());
    parts.any(|part| {
        matches!(
            part.value().name(),
            "h3" | "p" | "dl" | "ul" | "ol" | "table"
        )
    })
}

fn terms(list: ElementRef<'_>) -> String {
    let mut text = String::new();
    for element in list.descendent_elements() {
        match element.value().name() {
            "dt" => text += &format!("{}\n", inline(element)),
            "dd" => text += &format!(": {}\n\n", inline(element)),
            _ => {}
        }
    }
    text
}

fn table(table: ElementRef<'_>) -> String {
    let mut text = String::new();
    let rows = table.descendent_elements();
    for row in rows.filter(|element| element.value().name() == "tr") {
        let cells: Vec<String> = row.child_elements().map(inline).collect();
        let first = text.is_empty();
        text += &format!("| {} |\n", cells.join(" | "));
        if first {
            text += &format!("|{}\n", " --- |".repeat(cells.len()));
        }
    }
    text + "\n"
}

/// Gives the text of an element on one line, with its links.
fn inline(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    for child in element.children() {
        if let Some(child) = ElementRef::wrap(child) {
            text += &match child.value().attr("href") {
                Some(address) => format!("[{}]({address})", inline(child)),
                None => inline(child),
            };
        } else if let Some(part) = child.value().as_text() {
            for c in part.chars() {
                if matches!(c, '|' | '*' | '_' | '<' | '[' | ']' | '`' | '\\') {
                    text.push('\\');
                }
                text.push(c);
            }
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
