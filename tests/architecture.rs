//! Imports point one way, down the flow of the data; a small test keeps it so.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::path::Path;

/// The modules in the order of the data's way: a module may know those before it.
const ORDER: &[&[&str]] = &[
    &["words"],
    &["source"],
    &["calendar", "finding"],
    &["register"],
    &["locale", "mail"],
    &["workflow"],
    &["deadlines", "agenda"],
    &["rules"],
    &["history"],
    &["report"],
    &["analysis"],
    &["wording"],
    &["export"],
    &["site", "demo"],
    &["letters", "notices"],
    &["cli"],
    &["main"],
];

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|modules| modules.contains(&module))
}

#[test]
fn imports_point_one_way() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for entry in walkdir::WalkDir::new(&src) {
        let entry = entry.unwrap();
        if entry
            .path()
            .extension()
            .is_none_or(|extension| extension != "rs")
        {
            continue;
        }
        let path = entry.path().strip_prefix(&src).unwrap();
        let module = path
            .iter()
            .next()
            .unwrap()
            .to_str()
            .unwrap()
            .trim_end_matches(".rs")
            .to_owned();
        if module == "lib" {
            continue;
        }
        let own = rank(&module).unwrap_or_else(|| panic!("{module} has no place in the order"));
        let text = std::fs::read_to_string(entry.path()).unwrap();
        // What stands under `#[cfg(test)]` may know more.
        let text = text.split("#[cfg(test)]").next().unwrap();
        for import in text.split("crate::").skip(1) {
            let other: String = import
                .chars()
                .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                .collect();
            if let Some(rank) = rank(&other) {
                seen.insert(other.clone());
                if rank > own {
                    wrong.insert(format!("{} knows {other}", path.display()));
                }
            }
        }
    }
    assert!(seen.len() >= 8, "{seen:?}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What may read annexes: letters, which are written to whom they are about, and `show --private`. The reader of a register looks
/// through them for what the record gives away; the schema describes them.
#[test]
fn annexes_are_read_where_they_may_be() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut readers = BTreeSet::new();
    for entry in walkdir::WalkDir::new(&src) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(&src).unwrap().to_owned();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap();
        // However it is imported: these are the doors to what is in an annex.
        let words: BTreeSet<&str> = text
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .collect();
        let reads = ["parse_annex", "load_annex", "load_private"];
        let names = text.split("annex::").skip(1).any(|import| {
            let import = import.strip_prefix('{').unwrap_or(import);
            let import = import.split([';', '}']).next().unwrap();
            import
                .split([',', ' ', ':', '\n'])
                .any(|name| name == "Annex")
        });
        if names || reads.iter().any(|door| words.contains(door)) {
            readers.insert(path.display().to_string().replace('\\', "/"));
        }
    }
    let allowed = [
        "cli/show/mod.rs",
        "letters/facts.rs",
        "register/annex.rs",
        "register/read/case.rs",
        "register/schema.rs",
    ];
    assert_eq!(readers, allowed.map(str::to_owned).into());
}
