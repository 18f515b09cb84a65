//! Findings as SARIF 2.1.0 (OASIS standard), for code scanning.

use serde_json::{Value, json};

use super::Report;
use crate::finding::{Args, Level};
use crate::locale::Locale;
use crate::rules;

/// Renders findings as a SARIF log with the whole table of rules.
///
/// # Errors
/// None that a finding can cause; serde's signature has one.
pub fn render(report: &Report<'_>, locale: &Locale) -> Result<String, serde_json::Error> {
    let none = Args::new();
    let codes: Vec<&str> = rules::all().map(|rule| rule.code).collect();
    let table: Vec<Value> = rules::all()
        .map(|rule| {
            let text = |part| locale.attribute(rule.code, part, &none).unwrap_or_default();
            json!({
                "id": rule.code,
                "name": rule.name,
                "shortDescription": { "text": text("title") },
                "fullDescription": { "text": text("what") },
                "help": { "text": text("fix") },
                "defaultConfiguration": { "level": level(rule.level) },
            })
        })
        .collect();
    let results: Vec<Value> = report
        .entries
        .iter()
        .map(|entry| {
            let mut result = json!({
                "ruleId": entry.finding.code,
                "level": level(entry.finding.level),
                "message": { "text": entry.message },
                "locations": [{
                    "physicalLocation": {
                        "artifactLocation": { "uri": uri(&entry.path) },
                        "region": {
                            "startLine": entry.start.line,
                            "startColumn": entry.start.column,
                            "endLine": entry.end.line,
                            "endColumn": entry.end.column.max(entry.start.column + usize::from(entry.start.line == entry.end.line)),
                        },
                    },
                }],
            });
            if let (Some(object), Some(index)) = (result.as_object_mut(), codes.iter().position(|c| *c == entry.finding.code)) {
                object.insert("ruleIndex".into(), index.into());
                if entry.finding.waived {
                    object.insert("suppressions".into(), json!([{ "kind": "inSource", "status": "accepted" }]));
                }
            }
            result
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "klacht",
                "version": env!("CARGO_PKG_VERSION"),
                "language": locale.language().word(),
                "rules": table,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log)
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Violation => "error",
        Level::Breach | Level::Overdue => "warning",
        Level::Warning | Level::Due => "note",
    }
}

/// Writes a path as a relative reference (RFC 3986): everything but plain characters is percent-encoded.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte))
            }
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}
