//! A Hugo site with as many pages as another site has, each of the same size, in Markdown.

use std::error::Error;
use std::path::Path;

use walkdir::WalkDir;

use crate::page_as_markdown::blocks;

/// What the pages are filled with.
#[derive(Clone, Copy)]
pub enum Filling {
    /// Headings and paragraphs of one sentence: the least that a page can be.
    Prose,
    /// What the page itself says, in headings, lists, tables and links, and that again until it is as long.
    Itself,
}

const SENTENCE: &str =
    "Bij een klacht die goed wordt behandeld, weet iedereen waar hij aan toe is. ";

const LAYOUT: &str = "<!doctype html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title>{{ .Title }}</title></head>\n\
                      <body><main><h1>{{ .Title }}</h1>\n{{ .Content }}</main></body></html>\n";

/// Writes the sources of the Hugo site; gives how many pages it has.
pub fn write_like_pages(
    site: &Path,
    hugo: &Path,
    filling: Filling,
) -> Result<usize, Box<dyn Error>> {
    if hugo.exists() {
        std::fs::remove_dir_all(hugo)?;
    }
    std::fs::create_dir_all(hugo.join("content"))?;
    std::fs::create_dir_all(hugo.join("layouts/_default"))?;
    std::fs::write(hugo.join("layouts/_default/single.html"), LAYOUT)?;
    let kinds = "[\"taxonomy\", \"term\", \"RSS\", \"sitemap\", \"home\", \"section\"]";
    std::fs::write(
        hugo.join("config.toml"),
        format!("baseURL = \"https://voorbeeld.example/\"\ndisableKinds = {kinds}\n"),
    )?;
    let mut pages = 0;
    for entry in WalkDir::new(site) {
        let entry = entry?;
        if entry
            .path()
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            let page = std::fs::read_to_string(entry.path())?;
            let text = match filling {
                Filling::Prose => prose(page.len()),
                Filling::Itself => itself(&page)?,
            };
            let page = format!("---\ntitle: Pagina {pages}\n---\n\n{text}");
            std::fs::write(hugo.join(format!("content/page-{pages}.md")), page)?;
            pages += 1;
        }
    }
    Ok(pages)
}

/// Gives Markdown that fills a page of so many bytes: a heading to every four paragraphs of four sentences.
fn prose(size: usize) -> String {
    let mut text = String::with_capacity(size);
    let mut paragraphs = 0;
    while text.len() + LAYOUT.len() < size {
        if paragraphs % 4 == 0 {
            text.push_str("## Over de behandeling\n\n");
        }
        text.push_str(&SENTENCE.repeat(4));
        text.push_str("\n\n");
        paragraphs += 1;
    }
    text
}

/// Gives a page as Markdown that is as long as the page when it is rendered.
fn itself(page: &str) -> Result<String, Box<dyn Error>> {
    let blocks = blocks(page)?;
    if blocks.iter().all(|block| block.rendered == 0) {
        return Err("a page that says nothing".into());
    }
    let mut text = String::with_capacity(page.len());
    let mut rendered = LAYOUT.len();
    for block in blocks.iter().cycle() {
        // As often too long by a part of a block as too short.
        if rendered + block.rendered / 2 >= page.len() {
            break;
        }
        text.push_str(&block.markdown);
        rendered += block.rendered;
    }
    Ok(text)
}
