//! The schema of what is recorded: of a step, of the annex and of the fields in them.

use serde_json::Value as Schema;

use crate::register::schema::{FileKind, reader_schema};
use crate::register::step::StepKind;

/// Gives the schema of a step.
pub fn step_schema(kind: StepKind) -> &'static Schema {
    let alternatives = reader_schema(FileKind::Complaint)
        .pointer("/properties/steps/items/oneOf")
        .and_then(Schema::as_array);
    let found = alternatives.into_iter().flatten().find(|schema| {
        schema
            .pointer("/properties/step/const")
            .and_then(Schema::as_str)
            == Some(kind.word())
    });
    found.unwrap_or(&Schema::Null)
}

/// Gives the schema of the annex.
pub fn annex_schema() -> &'static Schema {
    reader_schema(FileKind::Annex)
}

/// Gives the schema of a field of a mapping; null where none is known.
pub fn field<'s>(schema: &'s Schema, name: &str) -> &'s Schema {
    schema
        .get("properties")
        .and_then(|properties| properties.get(name))
        .unwrap_or(&Schema::Null)
}

/// Tells whether a schema asks for a type.
pub fn is(schema: &Schema, kind: &str) -> bool {
    match schema.get("type") {
        Some(Schema::String(one)) => one == kind,
        Some(Schema::Array(some)) => some.iter().any(|one| one == kind),
        _ => false,
    }
}

/// Gives the form that a schema asks of a text; empty where it asks for none.
pub fn format(schema: &Schema) -> &str {
    schema
        .get("format")
        .and_then(Schema::as_str)
        .unwrap_or_default()
}

pub fn property_names(schema: &Schema) -> impl Iterator<Item = &str> {
    schema
        .get("properties")
        .and_then(Schema::as_object)
        .into_iter()
        .flat_map(|p| p.keys().map(String::as_str))
}

pub fn required(schema: &Schema, name: &str) -> bool {
    schema
        .get("required")
        .and_then(Schema::as_array)
        .is_some_and(|required| required.iter().any(|one| one == name))
}
