//! A step, or an annex, as a file or the standard input gives it: `--from` and `--private-from`.

use std::io::Read;
use std::path::Path;

use serde_json::Value as Schema;
use serde_yaml::Mapping;

use super::schema::{annex_schema, step_schema};
use super::values::mapping;
use crate::args;
use crate::cli::CliError;
use crate::register::step::StepKind;
use crate::register::text::decode;
use crate::source::{self, Tree, position};

/// A file with a step, as it was read.
pub struct Given {
    pub(super) record: Mapping,
    pub(super) private: Mapping,
    /// The step that it names.
    pub kind: Option<StepKind>,
}

/// Reads the step of `--from`.
pub fn load_given(path: &Path) -> Result<Given, CliError> {
    let (text, tree) = load(path)?;
    let mut root = tree.root.ok_or_else(|| unreadable(path, &text, 0))?;
    // A step as it stands in the record is an item of a list.
    if let source::Value::Sequence(items) = &mut root.value
        && items.len() == 1
        && let Some(only) = items.pop()
    {
        root = only;
    }
    let kind = root
        .entry("step")
        .and_then(|(_, value)| value.text())
        .and_then(StepKind::of);
    let source::Value::Mapping(entries) = root.value else {
        return Err(unreadable(path, &text, root.span.start));
    };
    let (private, record): (Vec<_>, Vec<_>) = entries
        .into_iter()
        .partition(|(key, _)| key.text() == Some("private"));
    let private = match private.into_iter().next().map(|(_, node)| node.value) {
        Some(source::Value::Mapping(entries)) => entries,
        _ => Vec::new(),
    };
    let schema = kind.map_or(&Schema::Null, step_schema);
    Ok(Given {
        record: mapping(schema, &record),
        private: mapping(annex_schema(), &private),
        kind,
    })
}

pub fn load(path: &Path) -> Result<(String, Tree), CliError> {
    let failed = |error| CliError::Io(path.to_owned(), error);
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(failed)?;
    } else {
        bytes = std::fs::read(path).map_err(failed)?;
    }
    let text = decode(bytes)
        .map_err(|_| CliError::User("record-not-text", args!(path: path.display().to_string())))?;
    let tree = Tree::parse(&text);
    if let Some(at) = tree
        .error
        .or(tree.too_deep)
        .or(tree.features.first().map(|(_, span)| span.start))
    {
        return Err(unreadable(path, &text, at));
    }
    Ok((text, tree))
}

pub fn unreadable(path: &Path, text: &str, at: usize) -> CliError {
    let line = position(text, at).line;
    CliError::User(
        "record-not-yaml",
        args!(path: path.display().to_string(), line: line),
    )
}
