//! Records that are broken in ways beyond the rules' own examples, each with the code as a comment on the line where it is to be
//! found, and unusual ones that are in order. All are changes to the complete case of the base.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use klacht::finding::Level;
use klacht::locale::Locale;
use klacht::register::annex::{AnnexNeed, annex_need};
use klacht::register::read::load_register;
use klacht::register::step::StepKind;
use klacht::report::{Files, Report};
use klacht::rules;
use klacht::words::Language;
use support::{CASE, write};
use tempfile::TempDir;

const RECORD: &str = "2026/2026-0001/complaint.yaml";

/// What stands in the base, and what stands there instead: `# K005` says what is to be found on its line, `# K202 K401` both.
#[rustfmt::skip]
const BROKEN: &[(&str, &str)] = &[
    ("by: m.bakker", "by: &a m.bakker # K005"),
    ("by: m.bakker", "by: *a # K005"),
    ("by: m.bakker", "by: !!str m.bakker # K005"),
    ("summary: Afspraak", "summary: !x Afspraak # K005"),
    ("  by: m.bakker", "  <<: *x # K005\n  by: m.bakker"),
    ("  by: m.bakker", "  <<: {by: x} # K008\n  by: m.bakker"),
    ("- step: assigned", "--- # K006\n- step: assigned"),
    ("  by: m.bakker", "  ? [a, b] # K003\n  : c\n  by: m.bakker"),
    ("  by: m.bakker", "  [a]: c # K003\n  by: m.bakker"),
    ("  by: m.bakker", "  ~: c # K008\n  by: m.bakker"),
    ("  by: m.bakker", "  \"\": c # K008\n  by: m.bakker"),
    ("  by: m.bakker", "  1: c # K008\n  by: m.bakker"),
    ("  by: m.bakker", "  true: c # K008\n  by: m.bakker"),
    ("  by: m.bakker", "  by: m.bakker\n  by: k.smit # K004"),
    ("  by: m.bakker", "  by: m.bakker\n  \"by\": k.smit # K004"),
    ("  by: m.bakker", "  by: m.bakker\n  \"\\x62y\": k.smit # K004"),
    ("{kind: uwv, name: UWV Heerlen}", "{kind: uwv, name: UWV Heerlen, kind: employer} # K004"),
    ("steps:", "case: 2026-0001 # K004\nsteps:"),
    ("  by: m.bakker", "  By: m.bakker # K008"),
    ("  channel: phone", "  chanel: phone # K008"),
    ("  channel: phone", "  channel:phone # K003"),
    ("summary: Afspraak twee", "summary: Let op: Afspraak twee # K003"),
    ("summary: Afspraak", "summary: @Afspraak # K003"),
    ("summary: Afspraak", "summary: `Afspraak # K003"),
    ("about: [k.smit]", "about: k.smit] # K010"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: \"Afspraak\" twee keer # K003"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: \"hij zei \"nee\" tegen mij\" # K003"),
    ("about: [k.smit]", "about: [k.smit # K003"),
    ("  channel: phone", "  channel phone # K003"),
    ("summary: Afspraak", "summary: %Afspraak # K003"),
    ("summary: Afspraak twee", "summary: #Afspraak twee # K010"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: \"a\\u202Eb\" # K002"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: \"a\\0b\" # K002"),
    ("by: m.bakker", "by: \"\\e[31mx\" # K010"),
    ("  by: m.bakker", "  \"\\e[31mx\": 1 # K008\n  by: m.bakker"),
    ("step: received", "step: \"\\e[2J\" # K007"),
    ("step: received", "step: \"x\\n::error::hi\" # K007"),
    ("channel: phone", "channel: \"\\e]0;x\\a\" # K011"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: \"   \" # K010"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: ~ # K010"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: \"a\\ud800b\" # K003"),
    ("by: m.bakker", "by: # K010"),
    ("appeal_explained: true", "appeal_explained: \"true\" # K010"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: true # K010"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: 12 # K010"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: [a] # K010"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: {a: b} # K010"),
    ("date: 2026-03-02", "date: 2 maart 2026 # K012"),
    ("date: 2026-03-02", "date: 02-03-2026 # K012"),
    ("date: 2026-03-02", "date: 2026-3-2 # K012"),
    ("date: 2026-03-02", "date: 2026-03-02T10:00:00Z # K012"),
    ("date: 2026-03-02", "date: 2026-02-30 # K012"),
    ("date: 2026-03-02", "date: 2026-02-29 # K012"),
    ("date: 2026-03-02", "date: 0001-01-01 # K012"),
    ("date: 2026-03-02", "date: 9999-12-31 # K012"),
    ("date: 2026-03-02", "date: 0000-00-00 # K012"),
    ("date: 2026-03-02", "date: ２０２６-03-02 # K012"),
    ("date: 2026-03-02", "date: 20260302 # K012"),
    ("date: 2026-03-02", "date: null # K010"),
    ("date: 2026-03-02", "date: [2026-03-02] # K010"),
    ("about: [k.smit]", "about: k.smit # K010"),
    ("about: [k.smit]", "about: # K010"),
    ("about: [k.smit]", "about: [1, true] # K010"),
    ("occurred: {date: 2026-02-26, place: Stein}\n  summary: Afspraak twee keer zonder bericht afgezegd.\n\n- step: ass", "occurred: gisteren # K010\n  summary: x\n\n- step: ass"),
    ("commissioned_by: {kind: uwv, name: UWV Heerlen}", "commissioned_by: UWV # K010"),
    ("case: 2026-0001", "case: 20260001 # K010"),
    ("case: 2026-0001", "case: # K010"),
    ("case: 2026-0001", "case: 2026-0002 # K014"),
    ("case: 2026-0001", "case: 2026-1 # K010"),
    ("step: assigned", "step: asigned # K007"),
    ("step: assigned", "step: 5 # K007"),
    ("step: assigned", "step: [assigned] # K007"),
    ("step: assigned", "step: overgedragen # K007"),
    ("step: assigned", "step: Assigned # K007"),
    ("appeal_explained: true", "appeal_explained: ja # K010"),
    ("appeal_explained: true", "appeal_explained: yes # K010"),
    ("appeal_explained: true", "appeal_explained: \"true\" # K010"),
    ("appeal_explained: true", "appeal_explained: 1 # K010"),
    ("handler: p.vos", "handler: P.Vos # K010"),
    ("handler: p.vos", "handler: p.vso # K027"),
    ("handler: p.vos", "handler: p.vоs # K010"),
    ("handler: p.vos", "handler: p.v\u{200B}os # K002"),
    ("handler: p.vos", "handler: p.vos\u{A0}x # K010"),
    ("category: communication\n  occurred", "category: comunication # K029\n  occurred"),
    ("service: job-coaching", "service: coaching # K029"),
    ("cause: communication", "cause: communicatie # K029"),
    ("severity: moderate", "severity: matig # K011"),
    ("verdict: founded", "verdict: true # K011"),
    ("case: 2026-0001", "case: 2026-0001\nstatus: open # K008"),
    ("occurred: {date: 2026-02-26, place: Stein}\n  summary", "occurred:\n    place: 's-Hertogenbosch # K003\n  summary"),
    ("case: 2026-0001\nsteps:\n", "case: 2026-0001\nsteps: [] # K010\nx: # K008\n"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 1\n  fields:\n    about: [k.smit, m.bakker] # K401\n  reason: Het stond er verkeerd.\n\n- step: closed"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 1\n  fields:\n    about: [k.smit, p.vos] # K202 K401\n  reason: Het stond er verkeerd.\n\n- step: closed"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 1\n  fields:\n    chanel: email # K008\n  reason: Het stond er verkeerd.\n\n- step: closed"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 1\n  fields:\n    channel: fax # K011\n  reason: Het stond er verkeerd.\n\n- step: closed"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 1\n  fields:\n    complainant: klant # K011\n  reason: Het stond er verkeerd.\n\n- step: closed"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 1\n  fields:\n    date: 3 maart # K012\n  reason: Het stond er verkeerd.\n\n- step: closed"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 1\n  fields:\n    channel: fax # K011\n    about: k.smit # K010\n  reason: Het stond er verkeerd.\n\n- step: closed"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 1\n  fields:\n    commissioned_by: {kind: uwv} # K009\n  reason: Het stond er verkeerd.\n\n- step: closed"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 1\n  fields:\n    summary: null # K021\n  reason: Het stond er verkeerd.\n\n- step: closed"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 1\n  fields:\n    date: null # K021\n  reason: Het stond er verkeerd.\n\n- step: closed"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 1\n  fields:\n    remedy_sought: null # K021\n  reason: Het stond er verkeerd.\n\n- step: closed"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 6\n  fields:\n    date: 2026-03-09 # K025\n  reason: Het stond er verkeerd.\n\n- step: closed"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 4\n  fields:\n    employee: m.bakker # K401 K403\n  reason: Het stond er verkeerd.\n\n- step: closed"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: p.vos\n  corrects: 7\n  fields:\n    measures: # K036\n    - {id: excuus, kind: redress, description: Schriftelijk excuus., owner: p.vos, due: 2026-03-27}\n    - {id: herinnering, kind: redress, description: Een bericht., owner: p.vos, due: 2026-03-27}\n    told: 2026-03-18\n  reason: Het stond er verkeerd.\n\n- step: closed # K807"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: p.vos\n  corrects: 7\n  fields:\n    measures:\n    - {id: bloemen, kind: redress, description: Bloemen., owner: p.vos, due: 2026-03-27} # K021\n  reason: Het stond er verkeerd.\n\n- step: closed"),
    ("- step: closed", "- step: corrected\n  date: 2026-04-08\n  by: c.janssen\n  corrects: 1\n  fields:\n    date: 2026-03-04 # K025\n  reason: Het stond er verkeerd.\n\n- step: closed"),
];

/// What stands in the base, and what may stand there as well.
#[rustfmt::skip]
const UNUSUAL: &[(&str, &str)] = &[
    ("case: 2026-0001", "# Een opmerking\n\ncase: 2026-0001 # nog een"),
    ("case: 2026-0001", "---\ncase: 2026-0001"),
    ("case: 2026-0001", "case: \"2026-0001\""),
    ("case: 2026-0001", "\"case\": '2026-0001'"),
    ("case: 2026-0001", "case:    2026-0001   "),
    ("steps:\n", "steps: # de stappen\n"),
    ("channel: phone", "channel: \"phone\""),
    ("channel: phone", "channel: 'phone' # gebeld"),
    ("channel: phone", "channel: email"),
    ("channel: phone", "channel: in-person"),
    ("date: 2026-03-02", "date: '2026-03-02'"),
    ("by: m.bakker", "by: >-\n    m.bakker"),
    ("about: [k.smit]", "about: [ k.smit, ]"),
    ("about: [k.smit]", "about:\n  - k.smit"),
    ("about: [k.smit]", "about:\n    - k.smit"),
    ("about: [k.smit]", "about: [\n    k.smit,\n  ]"),
    ("about: [k.smit]", "about: [\"k.smit\"]"),
    ("{kind: uwv, name: UWV Heerlen}", "\n    kind: uwv\n    name: UWV Heerlen"),
    ("{kind: uwv, name: UWV Heerlen}", "{\"kind\": \"uwv\", \"name\": \"UWV Heerlen\"}"),
    ("{kind: uwv, name: UWV Heerlen}", "{kind: employer, name: 'Bakkerij ''t Hoekje'}"),
    ("{kind: uwv, name: UWV Heerlen}", "{kind: municipality, name: Súdwest-Fryslân}"),
    ("occurred: {date: 2026-02-26, place: Stein}\n  summary", "occurred: {place: Stein}\n  summary"),
    ("occurred: {date: 2026-02-26, place: Stein}\n  summary", "occurred: {date: 2024-02-29}\n  summary"),
    ("occurred: {date: 2026-02-26, place: Stein}\n  summary", "occurred:\n    date: 2026-02-26\n    place: \"'s-Hertogenbosch\"\n    circumstances: \"Regen: heel veel\"\n  summary"),
    ("  occurred: {date: 2026-02-26, place: Stein}\n  summary", "  summary"),
    ("  service: job-coaching\n", ""),
    ("  service: job-coaching", "  service: training"),
    ("  service: job-coaching", "\n  service: job-coaching\n"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.\n\n- step: assigned", "summary: |\n    Afspraak twee keer\n    zonder bericht afgezegd.\n\n- step: assigned"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.\n\n- step: assigned", "summary: >\n    Afspraak twee keer\n    zonder bericht.\n\n- step: assigned"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.\n\n- step: assigned", "summary: |2\n     ingesprongen\n\n- step: assigned"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.\n\n- step: assigned", "summary: Afspraak twee keer\n    zonder bericht.\n\n- step: assigned"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.\n\n- step: assigned", "summary: \"Afspraak \\\n    twee keer\"\n\n- step: assigned"),
    ("summary: Afspraak twee", "summary: Twéé × ‘afspraak’ — € 12,50 & meer; 50% korting! twee"),
    ("summary: Afspraak twee", "summary: Let op:afspraak twee"),
    ("summary: Afspraak twee", "summary: Zie https://example.org/a#b twee"),
    ("summary: Afspraak twee", "summary: Klacht #2 van 'ons' [intern] {a} twee"),
    ("summary: Afspraak twee", "summary: De afspraak is 'niet' \"goed\" | > twee"),
    ("summary: Afspraak twee", "summary: Ιωάννης مرحبا 中文 ❤\u{FE0F} twee"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: '12'"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: 'true'"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: \"Let op: nee\""),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: no"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: 12 maart ging het mis"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: <script>alert(1)</script>"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: '{{ 7*7 }} {% x %}'"),
    ("summary: Afspraak twee keer zonder bericht afgezegd.", "summary: -5 graden was het"),
    ("complainant: client", "remedy_sought: Excuus\n  complainant: client"),
    ("complainant: client\n", "complainant: \"client\"\n"),
    ("by: m.bakker", "\"by\": m.bakker"),
    ("by: m.bakker", "? by\n  : m.bakker"),
    ("by: m.bakker", "by:\tm.bakker"),
    ("- step: assigned\n", "- \n  step: assigned\n"),
    ("- step: assigned\n  date: 2026-03-03", "-\n  date: 2026-03-03\n  step: assigned"),
    ("- step: assigned\n  date: 2026-03-03\n  by: c.janssen\n  handler: p.vos\n  function: Manager re-integratie", "- {step: assigned, date: 2026-03-03, by: c.janssen, handler: p.vos, function: Manager re-integratie}"),
    ("- step: closed", "# De klager belde nog.\n\n\n- step: closed"),
    ("\n- step: assigned", "- step: assigned"),
    ("- step: closed\n  date: 2026-04-08\n  by: c.janssen\n", "- step: closed\n  date: 2026-04-08\n  by: c.janssen"),
    ("- step: closed\n  date: 2026-04-08\n  by: c.janssen\n", "- step: closed\n  date: 2026-04-08\n  by: c.janssen\n...\n"),
    ("- step: closed\n", "- step: contacted\n  date: 2026-04-08\n  by: p.vos\n  channel: phone\n\n- step: closed\n"),
    ("verdict: founded", "verdict: founded\n  explanation: \"Ja: zo was het.\""),
    ("verdict: founded", "verdict: no-verdict"),
    ("appeal_explained: true", "appeal_explained: True"),
    ("answer: satisfied", "answer: no-answer"),
    ("due: 2026-05-01", "due: 2028-02-29"),
    ("id: herinnering", "id: herinnering_2026.a-b"),
];

static DUTCH: LazyLock<&Locale> = LazyLock::new(|| Locale::of(Language::Nl));

/// The codes and lines of the violations of a record.
fn violations(record: &str) -> BTreeSet<(String, usize)> {
    let dir = register(record);
    let reading = load_register(dir.path()).unwrap();
    let mut findings = reading.findings;
    findings.extend(rules::check(
        &reading.register,
        "2026-04-15".parse().unwrap(),
    ));
    let report = Report::new(&findings, &Files::of(dir.path()), "", &DUTCH);
    let violations = report
        .entries
        .iter()
        .filter(|entry| entry.finding.level == Level::Violation);
    violations
        .map(|entry| (entry.finding.code.to_owned(), entry.start.line))
        .collect()
}

/// Lays a record over the base, with the annexes of the base's case.
fn register(record: &str) -> TempDir {
    let dir = TempDir::new().unwrap();
    write(
        dir.path(),
        "procedure.yaml",
        include_str!("rules/base/procedure.yaml"),
    );
    write(
        dir.path(),
        "staff.yaml",
        include_str!("rules/base/staff.yaml"),
    );
    write(dir.path(), RECORD, record);
    annexes(
        dir.path(),
        if record.contains("step: contacted") {
            14
        } else {
            0
        },
    );
    dir
}

fn annexes(dir: &Path, contacted: usize) {
    let kinds = CASE
        .lines()
        .filter_map(|line| line.strip_prefix("- step: "));
    for (number, kind) in (1..).zip(kinds).filter(|(number, _)| *number != contacted) {
        let start = format!("2026/2026-0001/private/{number:02}");
        match StepKind::of(kind).and_then(annex_need) {
            Some(AnnexNeed::Fields(_)) => {
                write(
                    dir,
                    &format!("{start}.yaml"),
                    "complainant: {name: R. Voorbeeld}\ndescription: Zo was het.\n",
                );
            }
            Some(AnnexNeed::FieldOrFile(field)) => {
                write(
                    dir,
                    &format!("{start}.yaml"),
                    format!("{field}: Zo was het.\n"),
                );
            }
            Some(AnnexNeed::File) => write(dir, &format!("{start}-brief.pdf"), "Een brief.\n"),
            None => {}
        }
    }
}

#[test]
fn what_is_broken_is_found_on_its_line_and_nothing_else() {
    let mut faults = Vec::new();
    for (from, to) in BROKEN {
        let record = CASE.replacen(from, to, 1);
        assert_ne!(record, CASE, "{from}");
        let mut expected = BTreeSet::new();
        for (number, line) in (1..).zip(record.lines()) {
            let marks = line.split_once("# K").map_or("", |(_, codes)| codes);
            let codes = marks.split(" K").filter_map(|code| code.get(..3));
            expected.extend(codes.map(|code| (format!("K{code}"), number)));
        }
        let found = violations(&record);
        // A field that is misspelt is missing as well, at the step.
        let others = found
            .difference(&expected)
            .filter(|(code, _)| code != "K009");
        if !expected.is_subset(&found) || others.count() > 0 {
            faults.push(format!("{to:?}: expected {expected:?}, found {found:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_unusual_but_in_order_passes() {
    let mut faults = Vec::new();
    for (from, to) in UNUSUAL {
        let record = CASE.replacen(from, to, 1);
        assert_ne!(record, CASE, "{from}");
        for record in [record.replace('\n', "\r\n"), record] {
            let found = violations(&record);
            if !found.is_empty() {
                faults.push(format!("{to:?}: {found:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A record that is too long is told so once, whatever is wrong with each of its steps.
#[test]
fn a_record_that_is_too_long_is_told_so_once() {
    let record = format!("{CASE}{}", "- step: nonsense\n".repeat(600));
    let found = violations(&record);
    let codes: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes, ["K013"]);
}
