//! People and entries of `procedure.yaml` that a command calls by their names, put down by their ids.

use serde_yaml::Value;

use super::Draft;
use crate::cli::session::Checked;
use crate::register::named::{List, Reference};
use crate::register::step::StepKind;
use crate::words::{Id, Label, Language};

/// Puts the id in the place of each full name; what is nobody's name stays, and the reader says so.
pub fn settle(draft: &mut Draft, checked: &Checked) {
    let kind = draft.kind;
    for (name, value) in draft.record.iter_mut() {
        let name = name.as_str().unwrap_or_default().to_owned();
        settle_value(&name, value, kind, checked);
    }
}

fn settle_value(name: &str, value: &mut Value, kind: StepKind, checked: &Checked) {
    match value {
        Value::Sequence(items) => {
            for item in items {
                settle_value(name, item, kind, checked);
            }
        }
        Value::Mapping(fields) if matches!(name, "measures" | "fields") => {
            for (field, value) in fields.iter_mut() {
                let field = field.as_str().unwrap_or_default().to_owned();
                settle_value(&field, value, kind, checked);
            }
        }
        Value::String(text) => {
            if let Some(id) = id(name, text, kind, checked) {
                *text = id;
            }
        }
        _ => {}
    }
}

/// Gives the id that a field means by a name; `None` where it is an id already, or means nothing.
fn id(field: &str, text: &str, kind: StepKind, checked: &Checked) -> Option<String> {
    let procedure = checked.register.procedure.as_ref();
    let names: Vec<(&Id, &Label)> = match (field, Reference::by_field(field)) {
        // A waiver names a term.
        ("term", _) => (procedure?.terms.iter())
            .map(|term| (&term.id, &term.name))
            .collect(),
        // Only a refusal has a ground of a list; of other steps it is a text.
        (_, Some(Reference::Entry(List::RefusalGrounds))) if kind != StepKind::Refused => {
            return None;
        }
        (_, Some(Reference::Person)) => return checked.person(text).ok().map(|id| id.to_string()),
        (_, Some(Reference::Entry(list))) => (list.entries(procedure?).iter())
            .map(|entry| (&entry.id, &entry.name))
            .collect(),
        (_, None) => return None,
    };
    let asked = text.trim().to_lowercase();
    let found = names.into_iter().find(|(_, label)| {
        let mut names = Language::ALL.iter().map(|it| label.text(*it));
        names.any(|name| name.to_lowercase() == asked)
    });
    found.map(|(id, _)| id.to_string())
}
