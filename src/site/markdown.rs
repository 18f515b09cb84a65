//! Markdown of staff with authority as HTML that cannot do anything: no raw HTML, no images, no links but plain ones.
//! Imports nothing of the project.

use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html,
};

/// Renders Markdown whose headings start `deeper` levels below those of the page.
pub(crate) fn render_markdown(text: &str, deeper: usize) -> String {
    let mut links = Vec::new();
    let mut images = 0usize;
    let parser = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let events = parser.filter_map(move |event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::Image { .. }) => {
            images += 1;
            None
        }
        Event::End(TagEnd::Image) => {
            images = images.saturating_sub(1);
            None
        }
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            id,
            ..
        }) => {
            let allowed = images == 0 && (link_type == LinkType::Email || is_plain(&dest_url));
            links.push(allowed);
            let title = CowStr::Borrowed("");
            allowed.then_some(Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }))
        }
        Event::End(TagEnd::Link) => links
            .pop()
            .unwrap_or(false)
            .then_some(Event::End(TagEnd::Link)),
        Event::Start(Tag::Heading { level, .. }) => {
            let level = lower(level, deeper);
            Some(Event::Start(Tag::Heading {
                level,
                id: None,
                classes: vec![],
                attrs: vec![],
            }))
        }
        Event::End(TagEnd::Heading(level)) => {
            Some(Event::End(TagEnd::Heading(lower(level, deeper))))
        }
        // The name of a language would become an attribute, an alignment an inline style.
        Event::Start(Tag::CodeBlock(_)) => {
            Some(Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)))
        }
        Event::Start(Tag::Table(columns)) => Some(Event::Start(Tag::Table(
            vec![pulldown_cmark::Alignment::None; columns.len()],
        ))),
        other => Some(other),
    });
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events);
    out
}

fn lower(level: HeadingLevel, deeper: usize) -> HeadingLevel {
    HeadingLevel::try_from((level as usize + deeper).min(6)).unwrap_or(HeadingLevel::H6)
}

/// Tells whether a link leads to a page, a place on one, or a mail address, and has no scheme hidden in it.
fn is_plain(url: &str) -> bool {
    if url
        .chars()
        .any(|c| c.is_control() || c.is_whitespace() || c == '\\')
        || url.starts_with("//")
    {
        return false;
    }
    match url.split_once([':', '/', '?', '#']) {
        Some((scheme, _)) if url.as_bytes().get(scheme.len()) == Some(&b':') => {
            ["http", "https", "mailto"]
                .iter()
                .any(|allowed| scheme.eq_ignore_ascii_case(allowed))
        }
        // An encoded colon is no scheme to a browser, but nothing else to a reader.
        Some((first, _)) => !first.contains('%') && !first.contains('&'),
        None => !url.contains('%') && !url.contains('&'),
    }
}

/// A part of the procedure: what stands under `## 3. Bevestiging`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Section<'t> {
    /// The number of the clause.
    pub(super) number: u8,
    /// The heading without the number.
    pub(super) title: &'t str,
    /// The text under it.
    pub(super) text: &'t str,
}

/// Finds the clauses in the text of a procedure: at headings of the second level that begin with a number.
pub(super) fn sections(text: &str) -> Vec<Section<'_>> {
    let mut found: Vec<Section<'_>> = Vec::new();
    let mut open: Option<(u8, &str, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n').chain([""]) {
        let heading = line.strip_prefix("## ").map(str::trim);
        if let Some((number, title, start)) = open
            && (heading.is_some() || line.starts_with("# ") || line.is_empty())
        {
            found.push(Section {
                number,
                title,
                text: text[start..at].trim(),
            });
            open = None;
        }
        at += line.len();
        let clause = heading.and_then(|heading| heading.split_once('.'));
        if let Some((number, title)) =
            clause.and_then(|(number, title)| Some((number.parse().ok()?, title.trim())))
        {
            open = Some((number, title, at));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_links_stay_links() {
        for url in [
            "https://example.org/a?b=c#d",
            "mailto:a@example.org",
            "clause-3.html",
            "#top",
            "../index.html",
            "/x:y",
        ] {
            assert!(is_plain(url), "{url}");
        }
        for url in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "//example.org",
            "\\\\example.org",
            "javascript%3Aalert(1)",
            " javascript:alert(1)",
            "file:///etc/passwd",
        ] {
            assert!(!is_plain(url), "{url}");
        }
    }

    #[test]
    fn what_is_not_text_becomes_text() {
        let html = render_markdown(
            "# Kop\n\n<b onclick='x'>vet</b> ![plaatje](https://example.org/x.png) [weg](javascript:x)",
            1,
        );
        assert_eq!(
            html,
            "<h2>Kop</h2>\n<p>&lt;b onclick='x'&gt;vet&lt;/b&gt; plaatje weg</p>\n"
        );
    }

    #[test]
    fn clauses_are_split_at_their_headings() {
        let text = "# Reglement\n\nVooraf.\n\n## 1. Ontvangst\n\nEen.\n\n### Let op\n\nTwee.\n\n## Bijlage\n\nX\n\n## 9. Beroep\n\nDrie.";
        let found = sections(text);
        assert_eq!(
            found[0],
            Section {
                number: 1,
                title: "Ontvangst",
                text: "Een.\n\n### Let op\n\nTwee."
            }
        );
        assert_eq!(
            found[1],
            Section {
                number: 9,
                title: "Beroep",
                text: "Drie."
            }
        );
        assert_eq!(found.len(), 2);
    }
}
