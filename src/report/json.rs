//! Findings for programs, in a versioned form of our own.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Report, printable};
use crate::locale::Locale;
use crate::words::Day;

/// The version of the form; it changes when a field changes its meaning or goes away.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    as_of: Day,
    language: &'static str,
    counts: BTreeMap<&'static str, usize>,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    name: &'a str,
    level: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<String>,
    waived: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    commit: Option<&'a str>,
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<&'a str>,
}

/// Renders findings as one JSON document.
///
/// # Errors
/// None that a finding can cause; serde's signature has one.
pub fn render(
    report: &Report<'_>,
    as_of: Day,
    locale: &Locale,
) -> Result<String, serde_json::Error> {
    let mut counts = BTreeMap::new();
    for entry in report.entries.iter().filter(|entry| !entry.finding.waived) {
        *counts.entry(entry.finding.level.word()).or_default() += 1;
    }
    let findings = report.entries.iter().map(|entry| Finding {
        code: entry.finding.code,
        name: crate::rules::rule(entry.finding.code).map_or("", |rule| rule.name),
        level: entry.finding.level.word(),
        clause: entry.clause,
        case: entry.finding.case.map(|case| case.to_string()),
        waived: entry.finding.waived,
        commit: entry.commit.as_deref(),
        path: &entry.path,
        line: entry.start.line,
        column: entry.start.column,
        end_line: entry.end.line,
        end_column: entry.end.column,
        message: printable(&entry.message),
        remedy: entry.remedy.as_deref(),
    });
    let document = Document {
        version: VERSION,
        as_of,
        language: locale.language().word(),
        counts,
        findings: findings.collect(),
    };
    serde_json::to_string_pretty(&document)
}
