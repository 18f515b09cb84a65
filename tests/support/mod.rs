//! Registers for tests: a small one on disk, and what reading and checking it gives.
#![allow(
    dead_code,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "shared by tests that each use a part, and a test may panic"
)]

pub mod history;
pub mod letters;
pub mod made;
pub mod page;
pub mod post;
pub mod random;
pub mod server;

use std::path::Path;
use std::sync::LazyLock;

use klacht::finding::Finding;
use klacht::locale::Locale;
use klacht::register::read::load_register;
use klacht::report::{Files, Report, human};
use klacht::rules;
use klacht::rules::examples::ExampleFile;
use klacht::words::{Day, Language};
use tempfile::TempDir;

pub const PROCEDURE: &str =
    "organisation: {name: Voorbeeld}\ncategories:\n- {id: communication, name: Communicatie}\n";

pub const STAFF: &str = "staff:\n\
    - {id: m.bakker, name: Mila Bakker, email: m@example.org, function: Jobcoach, active: {from: 2020-01-01}}\n\
    - {id: c.janssen, name: Carla Janssen, email: c@example.org, function: Coordinator, roles: [coordinator], active: {from: 2020-01-01}}\n\
    - {id: p.vos, name: Petra Vos, email: p@example.org, function: Manager, roles: [handler], active: {from: 2020-01-01}}\n";

pub const COMPLAINT: &str = "case: 2026-0001\nsteps:\n\n- step: received\n  date: 2026-03-02\n  by: m.bakker\n  channel: phone\n  complainant: client\n  about: []\n  category: communication\n  summary: Afspraak twee keer zonder bericht afgezegd.\n";

pub const ANNEX: &str = "complainant: {name: J. de Wit}\ndescription: Niemand belde terug.\n";

/// A register of one case, ready to be broken.
pub fn register() -> TempDir {
    let dir = TempDir::new().unwrap();
    write(dir.path(), "procedure.yaml", PROCEDURE);
    write(dir.path(), "staff.yaml", STAFF);
    write(dir.path(), "2026/2026-0001/complaint.yaml", COMPLAINT);
    write(dir.path(), "2026/2026-0001/private/01.yaml", ANNEX);
    dir
}

pub fn write(dir: &Path, path: &str, text: impl AsRef<[u8]>) {
    let path = dir.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

pub fn as_of() -> Day {
    "2026-03-03".parse().unwrap()
}

/// Everything that reading and the rules have to say.
pub fn findings(dir: &Path) -> Vec<Finding> {
    let reading = load_register(dir).unwrap();
    let mut findings = reading.findings;
    findings.extend(rules::check(&reading.register, as_of()));
    findings
}

pub fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code).collect()
}

/// The findings as people read them, without the style of a terminal.
pub fn human(findings: &[Finding], dir: &Path) -> String {
    static DUTCH: LazyLock<&Locale> = LazyLock::new(|| Locale::of(Language::Nl));
    let report = Report::new(findings, &Files::of(dir), "complaints", &DUTCH);
    anstream::adapter::strip_str(&human::render(&report, &DUTCH, 100)).to_string()
}

/// The records of a file of hostile inputs; nothing, said aloud, where `KLACHT_CORPORA` is not set.
pub fn corpus(name: &str) -> Vec<serde_json::Value> {
    let Some(dir) = std::env::var_os("KLACHT_CORPORA") else {
        eprintln!("SKIPPED: {name}, because KLACHT_CORPORA is not set");
        return Vec::new();
    };
    let text = std::fs::read_to_string(Path::new(&dir).join(format!("{name}.jsonl"))).unwrap();
    let records: Vec<serde_json::Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(!records.is_empty(), "{name} is empty");
    records
}

/// The bytes of a hostile input, where they are given as text or base64; `None` for compressed ones.
pub fn payload(record: &serde_json::Value) -> Option<Vec<u8>> {
    if let Some(text) = record["payload"].as_str() {
        return Some(text.as_bytes().to_vec());
    }
    record["payload_b64"].as_str().map(base64)
}

fn base64(text: &str) -> Vec<u8> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let digits: Vec<u8> = text.bytes().filter(|c| *c != b'=').map(value).collect();
    let mut out = Vec::new();
    for chunk in digits.chunks(4) {
        let bits = chunk
            .iter()
            .fold(0u32, |bits, digit| bits << 6 | u32::from(*digit))
            << (6 * (4 - chunk.len()));
        out.extend(bits.to_be_bytes()[1..chunk.len()].iter());
    }
    out
}

/// The complete case that examples of rules continue.
pub const CASE: &str = include_str!("../rules/base/complaint.yaml");

/// Gives the text of a file of an example with what goes before it.
pub fn whole(file: &ExampleFile<'_>) -> String {
    let Some(step) = file.after else {
        return file.text.to_owned();
    };
    let start = CASE
        .find(&format!("- step: {step}\n"))
        .unwrap_or_else(|| panic!("{step}: not in the base"));
    let end = CASE[start..]
        .find("\n- step: ")
        .map_or(CASE.len(), |at| start + at);
    format!("{}\n\n{}", CASE[..end].trim_end(), file.text)
}

/// Gives the bytes of a file of an example, its escapes undone.
pub fn bytes(file: &ExampleFile<'_>) -> Vec<u8> {
    let text = whole(file);
    if !file.escaped {
        return text.into_bytes();
    }
    let mut bytes = Vec::new();
    let mut rest = text.as_str();
    while let Some((plain, escape)) = rest.split_once('\\') {
        bytes.extend(plain.as_bytes());
        if let Some(hex) = escape.strip_prefix('x') {
            bytes.push(u8::from_str_radix(&hex[..2], 16).unwrap());
            rest = &hex[2..];
        } else {
            let (number, escape) = escape.split_once('{').unwrap();
            let (text, after) = escape.split_once('}').unwrap();
            if number == "u" {
                let c = char::from_u32(u32::from_str_radix(text, 16).unwrap()).unwrap();
                bytes.extend(c.to_string().as_bytes());
            } else {
                bytes.extend(text.repeat(number.parse().unwrap()).as_bytes());
            }
            rest = after;
        }
    }
    bytes.extend(rest.as_bytes());
    bytes
}
