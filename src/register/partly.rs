//! What of `procedure.yaml` or `staff.yaml` can still be trusted when something in it is wrong, so that one mistake there does not
//! hide what is wrong with every case.
//!
//! A part that no rule judges by is left out, and of an employee what is wrong is taken in the widest sense: nothing is found that
//! the mistake itself brought about. What decides over every case (a term, the calendar, a misspelt setting) is not guessed at.

use serde::de::DeserializeOwned;
use serde_yaml::{Mapping, Value};

use super::named::List;
use super::procedure::Procedure;
use super::schema::FileKind;
use super::staff::{Role, StaffFile};
use crate::source::{self, Node, Segment, Spot, Tree};

/// The settings with faults, as far as cases can be judged by them.
#[derive(Debug, Default)]
pub struct Partly {
    /// `procedure.yaml`.
    pub procedure: Option<Procedure>,
    /// `staff.yaml`.
    pub staff: Option<super::staff::Staff>,
}

/// Settings that may be left out without a rule judging otherwise.
const NEEDLESS: [&str; 8] = [
    "as_of",
    "due_soon",
    "exposure",
    "language",
    "norm",
    "remind",
    "retention",
    "signatures",
];

/// The first day that a register can name.
const EVER: &str = "1900-01-01";

/// Reads what can be trusted of `procedure.yaml`, in which there are faults at these places.
pub(super) fn procedure<'s>(
    text: &str,
    faults: impl Iterator<Item = &'s Spot>,
) -> Option<Procedure> {
    trusted(FileKind::Procedure, text, faults)
}

/// Reads what can be trusted of `staff.yaml`, in which there are faults at these places.
pub(super) fn staff<'s>(text: &str, faults: impl Iterator<Item = &'s Spot>) -> Option<StaffFile> {
    trusted(FileKind::Staff, text, faults)
}

fn trusted<'s, T: DeserializeOwned>(
    kind: FileKind,
    text: &str,
    faults: impl Iterator<Item = &'s Spot>,
) -> Option<T> {
    let tree = Tree::parse(text);
    let root = tree.root.as_ref()?;
    let Value::Mapping(mut file) = serde_yaml::from_str(text).ok()? else {
        return None;
    };
    for spot in faults {
        let at = match spot {
            Spot::Value(route) | Spot::Key(route) | Spot::Part(route, _) => route.0.clone(),
            Spot::Bytes(bytes) => way_to(root, bytes.start),
            Spot::File => return None,
        };
        match kind {
            FileKind::Staff => without_in_staff(&mut file, &at)?,
            _ => without_in_procedure(&mut file, &at)?,
        }
    }
    serde_yaml::from_value(Value::Mapping(file)).ok()
}

/// Finds the way to the key or value in which a byte stands.
fn way_to(node: &Node, at: usize) -> Vec<Segment> {
    let mut way = Vec::new();
    let mut next = Some(node);
    while let Some(node) = next {
        next = match &node.value {
            source::Value::Scalar { .. } => None,
            source::Value::Sequence(items) => {
                let index = items.iter().position(|item| item.span.contains(&at));
                way.extend(index.map(Segment::Index));
                index.map(|index| &items[index])
            }
            source::Value::Mapping(entries) => {
                let entry = entries
                    .iter()
                    .find(|(key, value)| (key.span.start..value.span.end).contains(&at));
                way.extend(entry.and_then(|(key, _)| Some(key.text()?.to_owned().into())));
                entry.map(|(_, value)| value)
            }
        };
    }
    way
}

fn without_in_procedure(file: &mut Mapping, at: &[Segment]) -> Option<()> {
    match at {
        [Segment::Key(key), ..] if NEEDLESS.contains(&key.as_ref()) => {
            drop(file.remove(key.as_ref()))
        }
        [Segment::Key(key), _, ..] if key == "organisation" => {
            let name = Mapping::from_iter([("name".into(), "-".into())]);
            file.insert("organisation".into(), Value::Mapping(name));
        }
        // Of an entry of a list only its id is what records name.
        [Segment::Key(list), Segment::Index(entry), _, ..]
            if List::ALL.iter().any(|it| it.key() == list.as_ref()) =>
        {
            let entry = file.get_mut(list.as_ref())?.get_mut(*entry)?;
            let id = entry.get("id")?.clone();
            let kept = [("id".into(), id.clone()), ("name".into(), id)];
            *entry = Value::Mapping(Mapping::from_iter(kept));
        }
        _ => return None,
    }
    Some(())
}

fn without_in_staff(file: &mut Mapping, at: &[Segment]) -> Option<()> {
    let [
        Segment::Key(_),
        Segment::Index(person),
        Segment::Key(field),
        ..,
    ] = at
    else {
        return None;
    };
    let person = file.get_mut("staff")?.get_mut(*person)?.as_mapping_mut()?;
    person.remove(field.as_ref());
    let unclear = ![
        "name",
        "email",
        "function",
        "department",
        "active",
        "signing_keys",
    ]
    .contains(&field.as_ref());
    if unclear {
        let roles = Role::ALL.iter().map(|role| role.word().into()).collect();
        person.insert("roles".into(), Value::Sequence(roles));
    }
    let id = person.get("id")?.clone();
    let always = Mapping::from_iter([("from".into(), EVER.into())]);
    for (field, widest) in [
        ("name", id),
        ("email", "-".into()),
        ("function", "-".into()),
        ("active", Value::Mapping(always)),
    ] {
        person.entry(field.into()).or_insert(widest);
    }
    Some(())
}
