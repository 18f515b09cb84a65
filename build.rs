//! Gives what the program is made of a fingerprint. Verdicts on commits are remembered under it, so that no other program believes them:
//! which changes let a commit be judged otherwise nobody has to know, and nobody can forget to say.
#![allow(clippy::print_stdout, reason = "cargo reads it")]

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::{fs, io};

/// The code, the words that a message may use for a step, and the libraries.
const SOURCES: [&str; 3] = ["src", "locales", "Cargo.lock"];

fn main() -> io::Result<()> {
    let mut fingerprint = DefaultHasher::new();
    for path in SOURCES {
        println!("cargo::rerun-if-changed={path}");
        add(Path::new(path), &mut fingerprint)?;
    }
    let fingerprint = fingerprint.finish();
    println!("cargo::rustc-env=KLACHT_SOURCES={fingerprint:016x}");
    Ok(())
}

fn add(path: &Path, fingerprint: &mut DefaultHasher) -> io::Result<()> {
    if !path.is_dir() {
        fs::read(path)?.hash(fingerprint);
        return Ok(());
    }
    let entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
    let mut paths = entries.collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    paths.iter().try_for_each(|path| add(path, fingerprint))
}
