//! Hostile texts in a record and in the procedure: no page gets an element or an attribute that its template does not have.

use std::collections::BTreeSet;
use std::path::PathBuf;

use klacht::register::step::Action;
use klacht::words::{Language, Text};
use scraper::{Html, Node};

use crate::Checked;

/// A few for everyone; the corpus has over a thousand.
const PAYLOADS: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "{{ site.organisation }}{% raw %}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "<svg/onload=alert(1)>",
    "<https://example.org/\" onclick=\"alert(1)>",
    "```x\" onclick=\"alert(1)\ncode\n```",
];

pub fn payloads() -> Vec<String> {
    let mut payloads: Vec<String> = PAYLOADS.iter().map(|&text| text.to_owned()).collect();
    let Some(dir) = std::env::var_os("KLACHT_CORPORA").map(PathBuf::from) else {
        println!("skipped: the corpus, for KLACHT_CORPORA is not set");
        return payloads;
    };
    for file in ["xss.jsonl", "naughty.jsonl"] {
        let text = std::fs::read_to_string(dir.join(file)).unwrap();
        for line in text.lines() {
            let record: serde_json::Value = serde_json::from_str(line).unwrap();
            payloads.extend(record["payload"].as_str().map(str::to_owned));
        }
    }
    println!("{} payloads", payloads.len());
    payloads
}

/// The elements of a page, each with the names of its attributes.
fn shape(html: &str) -> BTreeSet<String> {
    let document = Html::parse_document(html);
    let elements = document.tree.values().filter_map(|node| match node {
        Node::Element(element) => {
            let names: BTreeSet<&str> = element.attrs().map(|(name, _)| name).collect();
            Some(format!(
                "{} {}",
                element.name(),
                names.into_iter().collect::<Vec<_>>().join(" ")
            ))
        }
        Node::Comment(comment) => Some(format!("comment {}", &**comment)),
        _ => None,
    });
    elements.collect()
}

/// Puts a text wherever a case has one.
pub fn fill(checked: &mut Checked, text: &Text) {
    for case in checked.register.cases.values_mut() {
        case.leaks.clear();
        for step in &mut case.steps {
            match &mut step.action {
                Action::Received(step) => {
                    step.summary = text.clone();
                    step.remedy_sought = Some(text.clone());
                    if let Some(by) = &mut step.commissioned_by {
                        by.name = text.clone();
                    }
                    if let Some(occurred) = &mut step.occurred {
                        occurred.place = Some(text.clone());
                    }
                }
                Action::Assigned(step) => step.function = text.clone(),
                Action::Acknowledged(step) => step.next_steps = text.clone(),
                Action::Offered(step) => step.measures[0].description = text.clone(),
                Action::Prevention(step) => step.measures[0].description = text.clone(),
                Action::CarriedOut(step) => step.result = text.clone(),
                Action::Waived(step) => step.reason = text.clone(),
                _ => {}
            }
        }
        for correction in &mut case.corrections {
            correction.was = text.to_string();
            correction.now = text.to_string();
        }
    }
}

#[test]
fn a_text_of_a_record_adds_nothing_to_a_page() {
    let mut checked = Checked::small();
    fill(&mut checked, &"gewoon".parse().unwrap());
    let plain = checked.pages(Language::Nl);
    let mut tried = 0;
    // Many at a time, one in each case, or this would render a thousand sites.
    let texts: Vec<Text> = payloads()
        .iter()
        .filter_map(|payload| payload.parse().ok())
        .collect();
    let together: Vec<Text> = texts
        .chunks(20)
        .flat_map(|chunk| {
            let joined = chunk.iter().map(Text::as_str).collect::<Vec<_>>().join(" ");
            let own: Vec<Text> = chunk
                .iter()
                .filter(|text| text.as_str().len() < 12)
                .cloned()
                .collect();
            joined
                .parse()
                .map_or_else(|_| chunk.to_vec(), |text| [vec![text], own].concat())
        })
        .collect();
    for text in &together {
        fill(&mut checked, text);
        let pages = checked.pages(Language::Nl);
        for path in [
            "index.html",
            "cases/index.html",
            "cases/2026-0001.html",
            "cases/2025-0001.html",
            "measures-2026.html",
            "work/p.vos.html",
            "breaches-2026.html",
        ] {
            assert_eq!(shape(&pages[path]), shape(&plain[path]), "{path}: {text}");
        }
        tried += 1;
    }
    assert!(tried >= PAYLOADS.len() / 20);
}

#[test]
fn markdown_makes_elements_of_text_and_plain_links_only() {
    let mut checked = Checked::small();
    let allowed = BTreeSet::from([
        "a",
        "blockquote",
        "br",
        "code",
        "del",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "strong",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]);
    // Ten at a time, each a paragraph of its own, or this would render a thousand sites.
    for payload in payloads().chunks(10).map(|chunk| chunk.join("\n\n")) {
        let text = format!(
            "# Reglement\n\n{payload}\n\n## 1. Ontvangst\n\n{payload}\n\n| {payload} |\n|---|\n| x |\n"
        );
        checked.register.procedure_text.insert(Language::Nl, text);
        let html = checked.prose();
        let document = Html::parse_fragment(&html);
        for element in document.tree.values().filter_map(Node::as_element) {
            // The parser's own, around a fragment.
            let own = ["html", "body"].contains(&element.name());
            if own && element.attrs().next().is_none() {
                continue;
            }
            assert!(
                allowed.contains(element.name()),
                "{}: {payload}",
                element.name()
            );
            for (name, value) in element.attrs() {
                let link = element.name() == "a" && name == "href";
                let start = element.name() == "ol" && name == "start";
                assert!(link || start, "{name}: {payload}");
                let scheme = value.split_once(':').map_or("", |(scheme, _)| scheme);
                let plain =
                    ["", "http", "https", "mailto"].contains(&scheme.to_ascii_lowercase().as_str());
                assert!(
                    start || plain || scheme.contains(['/', '?', '#']),
                    "{value}: {payload}"
                );
            }
        }
    }
}

impl Checked {
    /// What stands between the beginning and the end of the procedure's text on its page.
    fn prose(&self) -> String {
        let page = &self.pages(Language::Nl)["procedure.html"];
        let (_, rest) = page.split_once("<div class=\"prose\">").unwrap();
        let (prose, _) = rest.rsplit_once("</div>").unwrap();
        prose.to_owned()
    }
}
