//! Writes the sites that `tests/browser/run` reads in a browser. Not a test of itself, and so ignored: without a place to write
//! to it fails.

use std::fs;
use std::path::{Path, PathBuf};

use klacht::demo::{Demo, write_register};
use klacht::words::{Language, Text};

use crate::hostile::{fill, payloads};
use crate::support::made::corners;
use crate::{Checked, small_register};

fn write_site(checked: &Checked, only: &[&str], to: &Path) {
    for (path, text) in checked.pages(Language::Nl) {
        if only.is_empty() || only.contains(&path.as_str()) || path == "style.css" {
            let path = to.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }
}

/// Joins the texts that a record may hold into as few as it may hold at once.
fn as_long_as_a_text(payloads: &[String]) -> Vec<Text> {
    let mut together: Vec<Text> = Vec::new();
    for payload in payloads {
        let Ok(alone) = payload.parse::<Text>() else {
            continue;
        };
        let longer = together
            .last()
            .and_then(|last| format!("{last}\n{alone}").parse().ok());
        match (longer, together.last_mut()) {
            (Some(longer), Some(last)) => *last = longer,
            _ => together.push(alone),
        }
    }
    together
}

#[test]
#[ignore = "writes sites for tests/browser/run, where KLACHT_SITES says"]
fn writes_sites_for_the_browser() {
    let to = PathBuf::from(std::env::var_os("KLACHT_SITES").unwrap());
    for corner in corners() {
        let checked = Checked::load(corner.register.path(), corner.as_of);
        write_site(&checked, &[], &to.join("corners").join(corner.name));
    }
    let made_up = to.join("register");
    let as_of = "2026-06-30";
    let demo = Demo {
        seed: 1,
        cases: 120,
        first_year: 2022,
        years: 5,
        as_of: as_of.parse().unwrap(),
    };
    write_register(&made_up, &demo).unwrap();
    write_site(&Checked::load(&made_up, as_of), &[], &to.join("made-up"));

    // The parts of the text of a record and of the procedure go to different pages, so one in each case is not enough.
    let payloads = payloads();
    let hostile = to.join("hostile");
    fs::create_dir_all(&hostile).unwrap();
    fs::write(
        hostile.join("payloads.json"),
        serde_json::to_vec(&payloads).unwrap(),
    )
    .unwrap();
    let mut checked = Checked::load(&small_register(), "2026-04-20");
    for (at, joined) in as_long_as_a_text(&payloads).iter().enumerate() {
        fill(&mut checked, joined);
        let text = format!("# Reglement\n\n{joined}\n\n## 1. Ontvangst\n\n{joined}\n");
        checked.register.procedure_text.insert(Language::Nl, text);
        write_site(
            &checked,
            &[
                "index.html",
                "cases/index.html",
                "cases/2026-0001.html",
                "measures-2026.html",
                "breaches-2026.html",
                "analysis-2025.html",
                "analysis-2026.html",
                "procedure.html",
            ],
            &hostile.join(format!("{at:02}")),
        );
    }
}
