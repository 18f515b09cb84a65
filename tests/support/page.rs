//! The pages of a register as they are rendered, and what stands in their tables.

use std::collections::BTreeMap;
use std::path::Path;

use klacht::history::trail::Past;
use klacht::locale::Locale;
use klacht::register::read::load_register;
use klacht::site::{Source, render};
use klacht::words::Language;

/// Renders every page, by path.
pub fn pages(register: &Path, as_of: &str, language: Language) -> BTreeMap<String, String> {
    let reading = load_register(register).unwrap();
    let locale = Locale::of(language);
    let source = Source {
        register: &reading.register,
        findings: &[],
        as_of: as_of.parse().unwrap(),
        locale,
        commit: None,
        past: &Past::Absent,
        templates: None,
    };
    let mut pages = BTreeMap::new();
    let mut keep = |page: klacht::site::Page| {
        // A number and its per cent are kept on one line; to a test a space is a space.
        let text = String::from_utf8(page.content).unwrap();
        pages.insert(page.path, text.replace('\u{a0}', " "));
        Ok(())
    };
    render(&source, &mut keep, &mut |_, _| {}).unwrap();
    pages
}

/// Gives a section of a page by its id.
pub fn section<'p>(page: &'p str, id: &str) -> &'p str {
    let start = format!("<section id=\"{id}\"");
    let from = page
        .find(&start)
        .unwrap_or_else(|| panic!("no section {id}"));
    let length = page[from..].find("</section>").unwrap();
    &page[from..from + length]
}

/// Gives what follows a heading in the sections of a page.
pub fn after<'p>(page: &'p str, heading: &str) -> &'p str {
    let start = format!("<h3>{heading}</h3>");
    let from = page
        .find(&start)
        .unwrap_or_else(|| panic!("no heading {heading}"));
    &page[from..]
}

/// Gives the cells of the first row of a table with this head.
pub fn row(of: &str, label: &str) -> Vec<String> {
    let rows = of.split("<tr><th scope=\"row\"").skip(1);
    let mut rows = rows.map(|row| text(row.split("</tr>").next().unwrap()));
    let row = rows.find(|row| row[0] == label);
    let mut row = row.unwrap_or_else(|| panic!("no row {label} in {of}"));
    row.split_off(1)
}

/// Gives the texts of the cells of a row, its head first.
fn text(row: &str) -> Vec<String> {
    let cells = row.split(" data-label=\"").skip(1);
    let mut lines = Vec::new();
    for cell in cells {
        let (_, content) = cell.split_once("\">").unwrap();
        let mut parts = content.split('<');
        let mut plain = parts.next().unwrap().to_owned();
        // The last tag is the one of the next cell, and cut off.
        plain.extend(parts.filter_map(|part| Some(part.split_once('>')?.1)));
        let plain = plain
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
        lines.push(plain.trim().to_owned());
    }
    lines
}
