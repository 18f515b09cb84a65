//! The site as a whole: the golden one, what it keeps to itself, what it does with hostile texts, and how it is written.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "a test may panic, and says what it tried"
)]

mod support;

#[path = "site/browser.rs"]
mod browser;
#[path = "site/golden.rs"]
mod golden;
#[path = "site/history.rs"]
mod history;
#[path = "site/hostile.rs"]
mod hostile;
use support::history as work;
#[path = "site/writing.rs"]
mod writing;

use std::collections::BTreeMap;
use std::path::Path;

use klacht::finding::Finding;
use klacht::history::trail::Past;
use klacht::locale::Locale;
use klacht::register::Register;
use klacht::register::read::load_register;
use klacht::rules;
use klacht::site::{Source, render};
use klacht::words::{Day, Language};

/// A register that was read and checked, on a day.
struct Checked {
    register: Register,
    findings: Vec<Finding>,
    as_of: Day,
    past: Past,
}

impl Checked {
    fn load(root: &Path, as_of: &str) -> Self {
        let reading = load_register(root).unwrap();
        let mut findings = reading.findings;
        let as_of = as_of.parse().unwrap();
        findings.extend(rules::check(&reading.register, as_of));
        Self {
            register: reading.register,
            findings,
            as_of,
            past: Past::Absent,
        }
    }

    /// The small register beside this file.
    fn small() -> Self {
        Self::load(&small_register(), "2026-04-20")
    }

    /// The example register.
    fn example() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("complaints");
        Self::load(&root, "2026-11-02")
    }

    fn source<'a>(&'a self, locale: &'a Locale) -> Source<'a> {
        let (register, findings, as_of) = (&self.register, &self.findings[..], self.as_of);
        Source {
            register,
            findings,
            as_of,
            locale,
            commit: None,
            past: &self.past,
            templates: None,
        }
    }

    /// The pages by path.
    fn pages(&self, language: Language) -> BTreeMap<String, String> {
        let locale = Locale::of(language);
        let mut pages = BTreeMap::new();
        let mut sink = |page: klacht::site::Page| {
            let twice = pages.insert(page.path, String::from_utf8(page.content).unwrap());
            assert_eq!(twice, None);
            Ok(())
        };
        render(&self.source(locale), &mut sink, &mut |_, _| {}).unwrap();
        pages
    }
}

fn small_register() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site/register")
}
