//! Checks the figures of the analysis against values from other programs (R, scipy, statsmodels, survival, exactci).
//!
//! Runs every file in `tests/vectors`, or in the directory that `KLACHT_VECTORS` names. A file, a function, an input or an
//! expected field that this test does not know fails it: nothing is passed over in silence. A number passes when
//! |got - want| <= abs + rel |want|; integers, dates and words are equal; "Infinity" is unbounded and null undefined.

mod vector_functions;

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Map, Value};
use vector_functions::FUNCTIONS;

#[test]
fn every_vector_gives_its_expected_figures() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let other = std::env::var_os("KLACHT_VECTORS").map(PathBuf::from);
    let vectors = load_vectors(other.as_deref().unwrap_or(&own));
    let mut faults = Vec::new();
    for vector in &vectors {
        faults.extend(
            check(vector)
                .into_iter()
                .map(|fault| format!("{}: {fault}", vector.id)),
        );
    }
    println!("{} vectors, {} faults", vectors.len(), faults.len());
    assert!(!vectors.is_empty(), "no vectors to run");
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The table holds nothing that the project's own vectors leave untried.
#[test]
fn every_function_has_a_vector() {
    let vectors = load_vectors(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors"));
    for (name, _) in FUNCTIONS {
        assert!(
            vectors.iter().any(|vector| vector.function == *name),
            "{name} has no vector"
        );
    }
}

#[derive(Deserialize)]
struct Vector {
    id: String,
    #[serde(rename = "fn")]
    function: String,
    input: Value,
    expected: Map<String, Value>,
    tolerance: Tolerance,
}

#[derive(Clone, Copy, Deserialize)]
struct Tolerance {
    abs: f64,
    rel: f64,
}

/// Reads all vectors of a directory, in order of file name; anything else in it is a fault.
fn load_vectors(directory: &Path) -> Vec<Vector> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(directory)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
        .unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    files.sort();
    files
        .iter()
        .flat_map(|file| {
            let text = std::fs::read_to_string(file)
                .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            serde_json::from_str::<Vec<Vector>>(&text)
                .unwrap_or_else(|error| panic!("{}: not vectors: {error}", file.display()))
        })
        .collect()
}

/// Runs one vector and says what is wrong, field by field.
fn check(vector: &Vector) -> Vec<String> {
    let Some((_, run)) = FUNCTIONS.iter().find(|(name, _)| *name == vector.function) else {
        return vec![format!("unknown function {}", vector.function)];
    };
    let got = match run(vector.input.clone()) {
        Ok(got) => got,
        Err(error) => return vec![format!("cannot read the input: {error}")],
    };
    let mut faults = Vec::new();
    for (field, want) in &vector.expected {
        match got.get(field) {
            None => faults.push(format!("unknown field {field}")),
            Some(got) if agrees(got, want, vector.tolerance) => {}
            Some(got) => faults.push(format!("{field}: got {got}, want {want}")),
        }
    }
    if vector.expected.is_empty() {
        faults.push("expects nothing".into());
    }
    faults
}

fn agrees(got: &Value, want: &Value, tolerance: Tolerance) -> bool {
    match (got, want) {
        (Value::Number(got), Value::Number(want)) => {
            let (Some(got), Some(want)) = (got.as_f64(), want.as_f64()) else {
                return false;
            };
            (got - want).abs() <= tolerance.abs + tolerance.rel * want.abs()
        }
        (Value::Array(got), Value::Array(want)) => {
            let mut pairs = got.iter().zip(want);
            got.len() == want.len() && pairs.all(|(got, want)| agrees(got, want, tolerance))
        }
        // Which normal approximation it is, is one thing; how a source words it another.
        (Value::String(got), Value::String(want)) if got == "normal" => want.starts_with("normal"),
        _ => got == want,
    }
}
