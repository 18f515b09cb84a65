//! What there is to choose from where an id is missing or not written as one: the people and the lists of the register.

use crate::finding::{Arg, Finding};
use crate::register::named::Reference;
use crate::register::procedure::Procedure;
use crate::register::shape::nearest;
use crate::register::staff::Staff;
use crate::words::Language;

/// How many are named; a longer list helps nobody.
const MOST_NAMED: usize = 8;

/// Names beside each id that is missing or not written as one what there is, and what was probably meant.
pub(super) fn name_known(
    findings: &mut [Finding],
    procedure: Option<&Procedure>,
    staff: Option<&Staff>,
) {
    for finding in findings {
        let (Some(Arg::Text(key)), Some(Arg::Key(expected))) = (
            finding.args.get("key"),
            finding.args.get("expected").or(finding.args.get("wanted")),
        ) else {
            continue;
        };
        let (arg, known) = match expected.as_str() {
            "shape-person" => ("people", staff.map(people)),
            "shape-entry" => (
                "entries",
                procedure.map(|procedure| entries(procedure, key)),
            ),
            _ => continue,
        };
        let Some(known) = known.filter(|known| !known.is_empty()) else {
            continue;
        };
        if let Some(Arg::Text(found)) = finding.args.get("found") {
            let near = meant(found, &known);
            finding.args.insert("near", near.into());
        }
        if known.len() <= MOST_NAMED {
            // Of a list the ids alone, as where one is unknown; its names are in two languages.
            let named = known.into_iter().map(|(id, names)| match names.first() {
                Some(name) if arg == "people" => Arg::Text(format!("{id} ({name})")),
                _ => Arg::Text(id),
            });
            finding.args.insert(arg, Arg::List(named.collect()));
        }
    }
}

/// An id and the names of what has it.
type Candidate = (String, Vec<String>);

fn people(staff: &Staff) -> Vec<Candidate> {
    let here = staff.iter().filter(|person| person.active.until.is_none());
    here.map(|person| (person.id.to_string(), vec![person.name.to_string()]))
        .collect()
}

fn entries(procedure: &Procedure, key: &str) -> Vec<Candidate> {
    let Some(Reference::Entry(list)) = Reference::by_field(key) else {
        return Vec::new();
    };
    let known = list.entries(procedure).iter().map(|entry| {
        let names = Language::ALL.iter().map(|it| entry.name.text(*it));
        (entry.id.to_string(), names.map(str::to_owned).collect())
    });
    known.collect()
}

/// Finds the id that was probably meant by what was written: its name, or something like either.
fn meant(found: &str, known: &[Candidate]) -> String {
    let sign = |c: char| !c.is_alphanumeric();
    let found = found.trim_matches(sign).to_lowercase();
    let written: Vec<(String, &str)> = known
        .iter()
        .flat_map(|(id, names)| {
            let names = names.iter().map(|name| name.to_lowercase());
            let names = names.chain([id.clone()]);
            names.map(move |name| (name, id.as_str()))
        })
        .collect();
    let near = nearest(&found, written.iter().map(|(name, _)| name.as_str()));
    let of = written.iter().find(|(name, _)| *name == near);
    of.map_or_else(String::new, |(_, id)| (*id).to_owned())
}
