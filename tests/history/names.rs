//! Every hostile name of the corpus as an entry of a tree, and as a ref that is pushed.

use super::support::corpus;
use super::support::history::Work;

/// Names from the corpus that a tree can hold.
fn names() -> Vec<String> {
    let records = corpus("names");
    let names = records
        .iter()
        .filter_map(|record| record["payload"].as_str());
    let mut names: Vec<String> = names
        .filter(|name| !name.is_empty() && !name.contains(['/', '\0']))
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    names
}

#[test]
fn no_hostile_name_comes_into_the_register() {
    let mut wrong = Vec::new();
    let mut work = Work::new();
    let (tip, files) = (work.tip, work.files.clone());
    for dir in ["", "2026/", "2026/2026-0001/", "2026/2026-0001/private/"] {
        for name in names() {
            (work.tip, work.files) = (tip, files.clone());
            let path = format!("{dir}{name}");
            if work.files.contains_key(&format!("complaints/{path}")) {
                continue;
            }
            work.put(&path, "x\n");
            work.commit("p.vos", "2026-03-05", "Bestand");
            let codes = work.codes();
            // Foreign, in disguise, not in git's order or without its step: never accepted.
            if codes.is_empty()
                || !codes
                    .iter()
                    .all(|code| ["H25", "H30", "H31", "H39"].contains(code))
            {
                wrong.push(format!("{path:?}: {codes:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_ref_but_the_branch_is_moved_whatever_its_name() {
    let mut work = Work::new();
    let main = (
        Some(work.root),
        Some(work.tip),
        "refs/heads/main".to_owned(),
    );
    work.pushed = vec![main.clone()];
    assert_eq!(work.codes(), [""; 0]);
    for name in names() {
        for start in [
            "",
            "refs/",
            "refs/heads/",
            "refs/heads/main/",
            "refs/replace/",
            "refs/tags/",
        ] {
            let name = format!("{start}{name}");
            if name == "refs/heads/main" {
                continue;
            }
            work.pushed = vec![main.clone(), (None, Some(work.tip), name.clone())];
            assert_eq!(work.codes(), ["H04"], "{name:?}");
        }
    }
}
