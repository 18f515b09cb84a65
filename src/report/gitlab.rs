//! Findings as the code quality report of GitLab.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Entry, Report};
use crate::finding::Level;
use crate::source::Route;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// Renders findings as a list of issues.
///
/// # Errors
/// None that a finding can cause; serde's signature has one.
pub fn render(report: &Report<'_>) -> Result<String, serde_json::Error> {
    let mut seen = BTreeMap::new();
    let issues: Vec<Issue<'_>> = report
        .entries
        .iter()
        .filter(|entry| !entry.finding.waived)
        .map(|entry| Issue {
            description: format!("{}: {}", entry.finding.code, entry.message),
            check_name: entry.finding.code,
            fingerprint: fingerprint(entry, &mut seen),
            severity: match entry.finding.level {
                Level::Violation => "critical",
                Level::Breach | Level::Overdue => "major",
                Level::Warning => "minor",
                Level::Due => "info",
            },
            location: Location {
                path: &entry.path,
                lines: Lines {
                    begin: entry.start.line,
                    end: entry.end.line,
                },
            },
        })
        .collect();
    serde_json::to_string_pretty(&issues)
}

/// Tells one finding from another and stays the same on another day, in another language and on another line: the code, the file
/// and the value that it is about, with a number where that is not enough (FNV-1a, 64 bits, with a separator between the parts).
fn fingerprint(entry: &Entry<'_>, seen: &mut BTreeMap<[String; 4], usize>) -> String {
    let finding = entry.finding;
    let place = finding
        .spot
        .route()
        .map_or_else(String::new, Route::to_string);
    let commit = entry.commit.clone().unwrap_or_default();
    let key = [finding.code.to_owned(), entry.path.clone(), place, commit];
    let number = seen.entry(key.clone()).or_insert(0);
    *number += 1;
    let number = number.to_string();
    let parts = key.iter().chain([&number]);
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for byte in part.bytes().chain([0xFF]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}
