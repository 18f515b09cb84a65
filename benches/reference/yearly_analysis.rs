//! Takes the CPU time of one year's analysis apart from the rest of a build: its figures, and its pages and files.

use std::path::Path;

use klacht::analysis::figures::{facts, figures};
use klacht::history::trail::Past;
use klacht::locale::Locale;
use klacht::register::read::load_register;
use klacht::rules;
use klacht::site::{Source, render};
use klacht::words::{Day, Language};

/// What one year's analysis takes, in seconds of CPU time as `clock` counts them.
#[derive(Debug, Clone, Copy)]
pub struct YearlyAnalysis {
    /// The complaints received in the year.
    pub received: usize,
    /// Counting the cases and computing every figure.
    pub figures: f64,
    /// Rendering the page, and writing the figures as CSV and JSON.
    pub pages: f64,
}

/// Analyses and renders one year of a register.
pub fn yearly_analysis(
    root: &Path,
    as_of: Day,
    year: i32,
    clock: impl Fn() -> f64,
) -> Result<YearlyAnalysis, Box<dyn std::error::Error>> {
    let register = load_register(root)?.register;
    let findings = rules::check(&register, as_of);
    let start = clock();
    let computed = figures(&register, &facts(&register, as_of), as_of, year);
    let taken = clock() - start;
    let locale = Locale::of(Language::Nl);
    let source = Source {
        register: &register,
        findings: &findings,
        as_of,
        locale,
        commit: None,
        past: &Past::Absent,
        templates: None,
    };
    let name = format!("analysis-{year}.");
    let (mut pages, mut before) = (0.0, clock());
    // A page takes what passes between the page before it and itself.
    let mut sink = |page: klacht::site::Page| {
        let now = clock();
        if page.path.starts_with(&name) {
            pages += now - before;
        }
        before = now;
        Ok(())
    };
    render(&source, &mut sink, &mut |_, _| {}).map_err(|error| error.text(locale))?;
    Ok(YearlyAnalysis {
        received: computed.received.len(),
        figures: taken,
        pages,
    })
}
