//! The templates: those that are compiled in, and the organisation's own over them, file by file.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, HtmlEscape, UndefinedBehavior, Value};
use serde::Serialize;

use super::SiteError;
use crate::register::shape::nearest;

macro_rules! built_in {
    ($($name:literal),+ $(,)?) => {
        /// The templates that are compiled in: name and text.
        pub(super) const BUILT_IN: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../templates/site/", $name)))),+];
    };
}

built_in!(
    "layout.html",
    "parts.html",
    "navigation.html",
    "start.html",
    "list.html",
    "row.html",
    "case.html",
    "measures.html",
    "analyses.html",
    "analysis.html",
    "public.html",
    "tables.html",
    "work.html",
    "person.html",
    "breaches.html",
    "faults.html",
    "history.html",
    "clause.html",
    "procedure.html",
    "rules.html",
    "feed.atom",
);

const STYLE: &str = include_str!("../../templates/site/style.css");

/// The templates of a site, compiled.
pub(super) struct Templates {
    environment: Environment<'static>,
    style: String,
}

impl Templates {
    /// Compiles the built-in templates and those in `site/` of a directory, which win; `labels` are the messages without values,
    /// which every template knows.
    pub(super) fn load(
        own: Option<&Path>,
        labels: &BTreeMap<String, String>,
    ) -> Result<Self, SiteError> {
        let mut environment = Environment::new();
        // Every template is a page, whatever its name ends in.
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        let syntax = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()
            .map_err(fault)?;
        environment.set_syntax(syntax);
        for (name, text) in BUILT_IN {
            environment
                .add_template_owned(*name, fill_labels(text, labels))
                .map_err(fault)?;
        }
        environment.add_global("t", Value::from(Serde(labels)));
        let mut style = STYLE.to_owned();
        if let Some(own) = own {
            for (name, text) in load_own(&own.join("site"))? {
                if name == "style.css" {
                    style = text;
                } else {
                    environment.add_template_owned(name, text).map_err(fault)?;
                }
            }
        }
        Ok(Self { environment, style })
    }

    pub(super) fn style(&self) -> &str {
        &self.style
    }

    /// Makes a value known to every template.
    pub(super) fn share(&mut self, name: &'static str, value: impl Serialize) {
        self.environment.add_global(name, Value::from(Serde(value)));
    }

    pub(super) fn render(&self, name: &str, view: impl Serialize) -> Result<String, SiteError> {
        let template = self.environment.get_template(name).map_err(fault)?;
        template.render(Serde(view)).map_err(fault)
    }
}

/// Writes the labels into a template where it does nothing but show them: they are the same on every page of a site, and pages
/// have more of them than of anything else.
fn fill_labels(template: &str, labels: &BTreeMap<String, String>) -> String {
    const OPEN: &str = "{{ t.";
    const CLOSE: &str = " }}";
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once(OPEN) {
        filled.push_str(before);
        let label = after.split_once(CLOSE);
        let label = label.and_then(|(key, after)| Some((labels.get(key)?, after)));
        // A brace could be read as the template's own.
        match label.filter(|(text, _)| !text.contains('{')) {
            Some((text, after)) => {
                filled.push_str(&HtmlEscape(text).to_string());
                rest = after;
            }
            None => {
                filled.push_str(OPEN);
                rest = after;
            }
        }
    }
    filled + rest
}

fn fault(error: minijinja::Error) -> SiteError {
    let name = error.name().unwrap_or_default().to_owned();
    let detail = match error.detail() {
        Some(detail) => format!("{}: {detail}", error.kind()),
        None => error.kind().to_string(),
    };
    SiteError::Template {
        name,
        line: error.line(),
        detail,
    }
}

/// Gives the organisation's own files of a site that nothing uses, each with the name that was probably meant.
///
/// # Errors
/// When they cannot be read.
pub fn unused_templates(own: &Path) -> Result<Vec<(String, String)>, SiteError> {
    let known = BUILT_IN.iter().map(|(name, _)| *name);
    let known: Vec<&str> = known.chain(["style.css"]).collect();
    Ok(unused(&load_own(&own.join("site"))?, &known))
}

/// Gives the files, by name and text, that stand in the place of no known template and that none of them asks for, each with the
/// known name that was probably meant.
pub(crate) fn unused(own: &[(String, String)], known: &[&str]) -> Vec<(String, String)> {
    let is_asked_for = |name: &str| {
        let quoted = [format!("\"{name}\""), format!("'{name}'")];
        let mut texts = own.iter().map(|(_, text)| text);
        texts.any(|text| quoted.iter().any(|name| text.contains(name)))
    };
    let names = own.iter().map(|(name, _)| name.as_str());
    let unused = names.filter(|name| !known.contains(name) && !is_asked_for(name));
    unused
        .map(|name| (name.to_owned(), nearest(name, known.iter().copied())))
        .collect()
}

fn load_own(dir: &Path) -> Result<Vec<(String, String)>, SiteError> {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(SiteError::io(dir)(error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(SiteError::io(dir))?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let is_one = [".html", ".css", ".atom"]
            .iter()
            .any(|end| name.ends_with(end));
        if is_one && entry.path().is_file() {
            let path = entry.path();
            found.push((
                name,
                fs::read_to_string(&path).map_err(SiteError::io(&path))?,
            ));
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_filled_in_where_it_is_only_shown() {
        let labels = [("a", "x & y"), ("b", "{{ z }}")];
        let labels = labels.map(|(key, text)| (key.to_owned(), text.to_owned()));
        assert_eq!(
            fill_labels(
                "{{ t.a }} {{ t.b }} {{ t.c }} {{ it or t.a }} {{ t.a",
                &labels.into()
            ),
            "x &amp; y {{ t.b }} {{ t.c }} {{ it or t.a }} {{ t.a"
        );
    }

    /// An unquoted attribute lets a value out of it at the first space.
    #[test]
    fn every_attribute_is_quoted_and_nothing_escapes_escaping() {
        for (name, text) in BUILT_IN {
            for (at, _) in text.match_indices('=') {
                let before = text[..at].chars().next_back().unwrap_or(' ');
                let inside =
                    |open: &str, close: &str| text[..at].rfind(open) > text[..at].rfind(close);
                let in_template = inside("{{", "}}") || inside("{%", "%}") || inside("{#", "#}");
                let in_tag = inside("<", ">");
                if in_template || !in_tag || !before.is_ascii_alphanumeric() {
                    continue;
                }
                let quoted =
                    text[at + 1..].starts_with('"') || text[..at].matches('"').count() % 2 == 1;
                assert!(
                    quoted,
                    "{name}: {}",
                    &text[at.saturating_sub(20)..text.len().min(at + 20)]
                );
            }
            for word in ["|safe", "| safe", "autoescape", "<script", "style=", " on"] {
                let found = text.find(word).filter(|at| {
                    word != " on"
                        || text[at + 3..].split('=').next().is_some_and(|rest| {
                            !rest.is_empty()
                                && rest.len() < 14
                                && rest.bytes().all(|b| b.is_ascii_lowercase())
                        })
                });
                assert_eq!(found, None, "{name}: {word}");
            }
        }
    }
}
