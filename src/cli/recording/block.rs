//! The block of YAML that a step becomes, with the files that come with it, and how they are shown beforehand.

use std::io::Write;

use serde_yaml::{Mapping, Value};

use super::attachment::Attachment;
use super::desk::Desk;
use super::draft::Draft;
use crate::args;
use crate::cli::CliError;
use crate::cli::session::Checked;
use crate::history::proposal;
use crate::history::write::Change;
use crate::register::yaml;
use crate::report::printable;
use crate::words::CaseId;

/// Gives the number of the step, the files that change, and the block of YAML.
pub(super) fn changes(
    draft: &Draft,
    letter: Option<&Attachment>,
    id: CaseId,
    desk: &Desk,
) -> Result<(usize, Vec<Change>, String), CliError> {
    let dir = id.dir();
    let path = format!("{dir}/complaint.yaml");
    let file = desk.checked.root.join(&path);
    let number = 1 + desk
        .checked
        .register
        .cases
        .get(&id)
        .map_or(0, |case| case.steps.len());
    let old = match std::fs::read(&file) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(CliError::Io(file, error)),
    };
    let text = old
        .as_deref()
        .map(String::from_utf8_lossy)
        .unwrap_or_default();
    let mut block = String::new();
    yaml::item(&mut block, &draft.record, indentation(&text));
    let before = match &old {
        None => format!("case: {id}\nsteps:\n\n"),
        Some(_) if text.ends_with("\n\n") => String::new(),
        Some(_) if text.ends_with('\n') => "\n".to_owned(),
        Some(_) => "\n\n".to_owned(),
    };
    let mut changes = vec![Change {
        path,
        old,
        added: format!("{before}{block}").into_bytes(),
    }];
    if !draft.private.is_empty() {
        let mut text = String::new();
        yaml::entries(&mut text, &draft.private, 0);
        changes.push(Change {
            path: format!("{dir}/private/{number:02}.yaml"),
            old: None,
            added: text.into_bytes(),
        });
    }
    for attachment in draft.attachments.iter().chain(letter) {
        let path = format!("{dir}/private/{number:02}-{}", attachment.name);
        changes.push(Change {
            path,
            old: None,
            added: attachment.bytes.clone(),
        });
    }
    for change in changes.iter().filter(|change| change.old.is_none()) {
        let path = desk.checked.root.join(&change.path);
        let twice = changes
            .iter()
            .filter(|other| other.path.eq_ignore_ascii_case(&change.path))
            .nth(1);
        if twice.is_some() || path.symlink_metadata().is_ok() {
            return Err(CliError::Io(path, std::io::ErrorKind::AlreadyExists.into()));
        }
    }
    Ok((number, changes, block))
}

/// Gives how far the steps of a record are indented.
fn indentation(text: &str) -> usize {
    let steps = text
        .lines()
        .skip_while(|line| !line.starts_with("steps:"))
        .skip(1);
    let first = steps
        .map(|line| (line.len() - line.trim_start().len(), line.trim_start()))
        .find(|(_, line)| line.starts_with("- "));
    first.map_or(0, |(indent, _)| indent)
}

/// Shows what will be written; of the annex only which fields and files there are.
pub(super) fn show(
    draft: &Draft,
    id: CaseId,
    number: usize,
    changes: &[Change],
    block: &str,
    checked: &Checked,
    out: &mut dyn Write,
) -> Result<(), CliError> {
    let locale = &checked.locale;
    let shown = |path: &str| {
        if checked.shown_root.is_empty() {
            path.to_owned()
        } else {
            format!("{}/{path}", checked.shown_root)
        }
    };
    let record = changes
        .first()
        .map_or_else(String::new, |change| shown(&change.path));
    writeln!(out, "{}", proposal(id, number, draft.kind, locale))?;
    writeln!(
        out,
        "{}\n\n{}",
        locale.text_with("record-block", &args!(path: record)),
        printable(block)
    )?;
    for change in changes.iter().skip(1) {
        let what = if change.path.ends_with(&format!("/{number:02}.yaml")) {
            let mut names = Vec::new();
            ways(&draft.private, "", &mut names);
            locale.text_with("record-private", &args!(fields: names.join(", ")))
        } else if change.added.is_empty() {
            locale.text("record-letter-to-come")
        } else {
            locale.text_with("record-attached", &args!(bytes: change.added.len()))
        };
        writeln!(out, "{}: {what}", printable(&shown(&change.path)))?;
    }
    if changes.len() > 1 {
        writeln!(out)?;
    }
    Ok(())
}

/// Lists the names of the fields that are filled in: `complainant.name`.
fn ways(mapping: &Mapping, before: &str, names: &mut Vec<String>) {
    for (key, value) in mapping {
        let name = format!("{before}{}", key.as_str().unwrap_or_default());
        match value {
            Value::Mapping(inner) => ways(inner, &format!("{name}."), names),
            _ => names.push(name),
        }
    }
}
