//! JSON Schema of the YAML files, made from the types that read them.
//!
//! Editors complete and validate with it, and [`shape`](crate::register::shape) explains a text that could not be read by it:
//! one description for both.

use std::sync::OnceLock;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::register::analysis::AnalysisHead;
use crate::register::annex::Annex;
use crate::register::case::CaseFile;
use crate::register::procedure::Procedure;
use crate::register::staff::StaffFile;
use crate::words::choice;

choice!(
    /// A kind of YAML file in a register.
    FileKind {
        /// `complaint.yaml`
        Complaint = "complaint",
        /// `staff.yaml`
        Staff = "staff",
        /// `procedure.yaml`
        Procedure = "procedure",
        /// `private/NN.yaml`
        Annex = "annex",
        /// The front matter of `analysis.md`
        Analysis = "analysis",
    }
);

/// Gives the schema of a kind of file as the reader uses it: every reference resolved, with the formats of our own words.
pub fn reader_schema(kind: FileKind) -> &'static Value {
    static SCHEMAS: OnceLock<[Value; 5]> = OnceLock::new();
    let [complaint, staff, procedure, annex, analysis] = SCHEMAS.get_or_init(|| {
        [
            generate::<CaseFile>(),
            generate::<StaffFile>(),
            generate::<Procedure>(),
            generate::<Annex>(),
            generate::<AnalysisHead>(),
        ]
    });
    match kind {
        FileKind::Complaint => complaint,
        FileKind::Staff => staff,
        FileKind::Procedure => procedure,
        FileKind::Annex => annex,
        FileKind::Analysis => analysis,
    }
}

fn generate<T: schemars::JsonSchema>() -> Value {
    let generator = SchemaSettings::draft07()
        .with(|s| s.inline_subschemas = true)
        .into_generator();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    simplify(&mut schema);
    schema
}

/// Brings a generated schema into the few forms that the reader knows: no `null`, one `enum` for a choice.
fn simplify(schema: &mut Value) {
    let Value::Object(object) = schema else {
        return;
    };
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|t| t != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".into(), only);
        }
    }
    for union in ["anyOf", "oneOf"] {
        let Some(Value::Array(mut alternatives)) = object.remove(union) else {
            continue;
        };
        alternatives.retain(|a| a.get("type") != Some(&json!("null")));
        if let [_] = alternatives.as_slice() {
            let description = object.remove("description");
            if let Some(Value::Object(only)) = alternatives.pop() {
                object.extend(only);
            }
            if let Some(description) = description {
                object.insert("description".into(), description);
            }
        } else if let Some(words) = choice_words(&alternatives) {
            object.insert("type".into(), "string".into());
            object.insert("enum".into(), words);
        } else {
            object.insert(union.into(), alternatives.into());
        }
    }
    // A choice with its `null` taken out ends up as an `enum` of its own.
    if let Some(Value::Array(words)) = object.get_mut("enum") {
        words.retain(|word| !word.is_null());
    }
    object.remove("default");
    for (key, value) in object.iter_mut() {
        match (key.as_str(), value) {
            ("properties", Value::Object(properties)) => properties.values_mut().for_each(simplify),
            ("anyOf" | "oneOf", Value::Array(alternatives)) => {
                alternatives.iter_mut().for_each(simplify)
            }
            ("items" | "additionalProperties", value) => simplify(value),
            _ => {}
        }
    }
}

/// Gives the words of a union whose every alternative is one constant word, or a few.
fn choice_words(alternatives: &[Value]) -> Option<Value> {
    let mut words = Vec::new();
    for alternative in alternatives {
        match (alternative.get("const"), alternative.get("enum")) {
            (Some(word @ Value::String(_)), _) => words.push(word.clone()),
            (None, Some(Value::Array(some))) => words.extend(some.iter().cloned()),
            _ => return None,
        }
    }
    Some(words.into())
}

/// Finds the Dutch or other text of a field by its key: `received-channel`, `procedure-terms`; `None` keeps the English one.
pub type Describe<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Gives the schema of a kind of file as an editor wants it, described in the language that `describe` speaks.
pub fn editor_schema(kind: FileKind, describe: Describe<'_>) -> Value {
    let mut schema = reader_schema(kind).clone();
    polish(&mut schema, kind.word(), describe);
    if let Some(object) = schema.as_object_mut() {
        let mut ordered = Map::new();
        ordered.insert(
            "$schema".into(),
            "http://json-schema.org/draft-07/schema#".into(),
        );
        ordered.insert("title".into(), format!("klacht: {kind}").into());
        object.remove("$schema");
        object.remove("title");
        ordered.append(object);
        return ordered.into();
    }
    schema
}

/// Takes out what only the reader knows, and puts the descriptions in.
fn polish(schema: &mut Value, scope: &str, describe: Describe<'_>) {
    let Value::Object(object) = schema else {
        return;
    };
    if object.get("format").is_some_and(|format| format != "date") {
        object.remove("format");
    }
    if let Some(text) = describe(scope) {
        object.insert("description".into(), text.into());
    }
    if let Some(Value::Object(properties)) = object.get_mut("properties") {
        for (name, property) in properties {
            polish(property, &format!("{scope}-{name}"), describe);
        }
    }
    if let Some(items) = object.get_mut("items") {
        polish(items, scope, describe);
    }
    for union in ["anyOf", "oneOf"] {
        if let Some(Value::Array(alternatives)) = object.get_mut(union) {
            for alternative in alternatives {
                // A step is described under its own name.
                let step = alternative
                    .pointer("/properties/step/const")
                    .and_then(Value::as_str)
                    .map(str::to_owned);
                polish(alternative, step.as_deref().unwrap_or(scope), describe);
            }
        }
    }
}

/// Lists every field of a schema by the key of its description, with its English text.
pub fn described_fields(kind: FileKind) -> Vec<(String, String)> {
    let found = std::cell::RefCell::new(Vec::new());
    collect(reader_schema(kind), kind.word(), &found);
    found.into_inner()
}

fn collect(schema: &Value, scope: &str, found: &std::cell::RefCell<Vec<(String, String)>>) {
    let text = schema
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if !found.borrow().iter().any(|(key, _)| key == scope) {
        found.borrow_mut().push((scope.to_owned(), text.to_owned()));
    }
    for (name, property) in schema
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        collect(property, &format!("{scope}-{name}"), found);
    }
    if let Some(items) = schema.get("items") {
        collect(items, scope, found);
    }
    for union in ["anyOf", "oneOf"] {
        for alternative in schema
            .get(union)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let step = alternative
                .pointer("/properties/step/const")
                .and_then(Value::as_str);
            collect(alternative, step.unwrap_or(scope), found);
        }
    }
}
