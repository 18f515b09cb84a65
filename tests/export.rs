//! The tables of `klacht export`: what stands in them, what does not, and that no program takes a text for anything else.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::path::Path;
use std::process::{Command, Output};

use klacht::export::Source;
use klacht::export::files::{File, Form, files};
use klacht::export::tables::What;
use klacht::locale::Locale;
use klacht::register::read::load_register;
use klacht::words::Language;
use serde_json::Value;
use support::{as_of, register, write};

fn klacht(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_klacht"))
        .args(args)
        .args(["--as-of", "2026-03-20"])
        .current_dir(dir)
        .env_clear()
        .output()
        .unwrap()
}

fn exported(dir: &Path, form: Form, language: Language) -> Vec<File> {
    let reading = load_register(dir).unwrap();
    let fixed = reading.register.procedure.as_ref().unwrap().as_of;
    let source = Source {
        register: &reading.register,
        as_of: fixed.unwrap_or_else(as_of),
        locale: Locale::of(language),
        year: None,
    };
    files(form, What::ALL, &source).unwrap()
}

/// A case whose text and ids give the complainant away, who has offers and measures and an unknown owner.
const TELLING: &str = "
- step: assigned
  date: 2026-03-02
  by: c.janssen
  handler: p.vos
  function: Manager
- step: heard
  date: 2026-03-02
  by: p.vos
  employee: m.bakker
  told: 2026-03-02
- step: agreed
  date: 2026-03-03
  by: m.bakker
  outcome: agrees
- step: decided
  date: 2026-03-03
  by: p.vos
  verdict: founded
  severity: minor
  cause: communication
  responsibility: organisation
- step: offered
  date: 2026-03-03
  by: p.vos
  told: 2026-03-03
  measures:
  - {id: bloemen-voor-jansen-pietersen, kind: redress, description: Bloemen voor Jansen-Pietersen., owner: m.bakker, due: 2026-04-01}
- step: prevention
  date: 2026-03-03
  by: p.vos
  measures:
  - {id: bellijst, description: Een bellijst., owner: jan.de.wit, due: 2026-04-01, category: communication, trigger: complaint}
";

fn telling() -> tempfile::TempDir {
    let dir = register();
    let record = support::COMPLAINT.replace(
        "Afspraak twee keer zonder bericht afgezegd.",
        "Jansen-Pietersen wacht op bericht.",
    );
    write(
        dir.path(),
        "2026/2026-0001/complaint.yaml",
        record + TELLING,
    );
    let annex = "complainant: {name: A. Jansen-Pietersen}\ndescription: Niemand belde terug.\n";
    write(dir.path(), "2026/2026-0001/private/01.yaml", annex);
    dir
}

#[test]
fn nothing_is_told_that_the_site_does_not_tell() {
    let dir = telling();
    for form in [Form::Csv, Form::Json] {
        let files = exported(dir.path(), form, Language::Nl);
        assert_eq!(files.len(), 4);
        let all: String = files
            .iter()
            .map(|file| {
                String::from_utf8(file.content.clone())
                    .unwrap()
                    .to_lowercase()
            })
            .collect();
        for private in ["jansen", "pietersen", "jan.de.wit", "belde"] {
            assert!(!all.contains(private), "{form}: {private} in {all}");
        }
        for shown in [
            "niet getoond: bevat persoonsgegevens",
            "employee-concerned",
            "unknown",
            "p.vos",
            "preventive",
        ] {
            assert!(all.contains(shown), "{form}: no {shown} in {all}");
        }
    }
}

#[test]
fn json_has_types_and_leaves_out_what_is_not_there() {
    let dir = telling();
    let files = exported(dir.path(), Form::Json, Language::En);
    let of = |name: &str| -> Value {
        let file = files.iter().find(|file| file.name == name).unwrap();
        serde_json::from_slice(&file.content).unwrap()
    };
    let case = &of("cases.json")[0];
    assert_eq!(case["organisation"], "Voorbeeld");
    assert_eq!(case["as_of"], "2026-03-03");
    assert_eq!(case["received"], "2026-03-02");
    assert_eq!(case["employees_concerned"], 1);
    assert_eq!(case["open"], true);
    assert_eq!(case["verdict"], "founded");
    assert!(case.get("closed").is_none());
    // Whoever speaks as the employee concerned is not named; in another role the site names them, and a blank there would tell
    // that they are.
    let by: Vec<String> = [0, 3]
        .map(|step| of("steps.json")[step]["by"].as_str().unwrap().to_owned())
        .into();
    assert_eq!(by, ["m.bakker", "employee-concerned"]);
    let deadline = &of("deadlines.json")[0];
    assert_eq!(
        (&deadline["last_day"], &deadline["days_late"]),
        (&"2026-03-16".into(), &0.into())
    );
}

#[test]
fn commands_write_where_they_are_told_and_say_what_is_wrong() {
    let dir = register();
    let run = |args: &[&str]| {
        let output = klacht(dir.path(), &[&["export"], args].concat());
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (
            output.status.code().unwrap(),
            text(&output.stdout),
            text(&output.stderr),
        )
    };
    let (code, out, _) = run(&["--table", "cases,measures"]);
    assert_eq!(code, 0);
    assert_eq!(
        out,
        "export/cases.csv: 1 rij\nexport/measures.csv: 0 rijen\n"
    );
    let (code, out, _) = run(&["--table", "steps", "--out", "-", "--format", "json"]);
    let steps: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &steps[0]["step"]), (0, &"received".into()));
    let (_, out, _) = run(&["--year", "2026", "--table", "cases"]);
    assert_eq!(out, "export/cases-2026.csv: 1 rij\n");
    let (_, out, _) = run(&["--out", "deep/cases.json", "--table", "cases"]);
    assert_eq!(out, "deep/cases.json: 1 rij\n");
    let first = std::fs::read(dir.path().join("deep/cases.json")).unwrap();
    assert!(first.starts_with(b"["));
    let left = std::fs::read_dir(dir.path().join("deep")).unwrap();
    assert_eq!(left.count(), 1, "something was left beside the file");

    for (args, said) in [
        (&["--year", "2019"][..], "Jaren met klachten: 2026"),
        (&["--out", "all.csv"], "all.csv is één bestand"),
        (
            &["--out", "a.csv", "--format", "json"],
            "laat de naam eindigen op .json",
        ),
        (&["--out", "x.ods"], "geen bestanden van de soort .ods"),
        (&["--table", "zaken"], "cases, steps, deadlines, measures"),
        (&["--format", "ods"], "csv, xlsx, json, parquet"),
    ] {
        let (code, _, err) = run(args);
        assert_eq!(code, 2, "{args:?}");
        assert!(err.contains(said), "{args:?}: {err}");
    }
    std::fs::create_dir(dir.path().join("export/steps.csv")).unwrap();
    let (code, _, err) = run(&["--table", "steps"]);
    assert_eq!(code, 2);
    assert!(err.contains("export/steps.csv"), "{err}");

    write(dir.path(), "2026/2026-0002/complaint.yaml", "case: [");
    let (code, out, err) = run(&["--table", "cases"]);
    assert_eq!((code, out.as_str()), (2, "export/cases.csv: 1 rij\n"));
    assert!(err.contains("niet meegeteld: 2026-0002."), "{err}");
}

#[cfg(not(feature = "parquet"))]
#[test]
fn a_form_that_is_not_built_in_says_how_to_get_it() {
    let dir = register();
    let output = klacht(dir.path(), &["export", "--format", "parquet"]);
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err.contains("cargo install --path . --features parquet"),
        "{err}"
    );
    assert!(!dir.path().join("export").exists());
}

#[cfg(feature = "xlsx")]
mod workbook {
    use std::io::Cursor;

    use calamine::{Data, DataType, Range, Reader, Xlsx};

    use super::*;

    /// Reads a workbook with a reader that has nothing to do with the writer.
    fn read(dir: &Path, language: Language) -> Xlsx<Cursor<Vec<u8>>> {
        let mut files = exported(dir, Form::Xlsx, language);
        assert_eq!(files.len(), 1);
        Xlsx::new(Cursor::new(files.remove(0).content)).unwrap()
    }

    fn cell(sheet: &Range<Data>, head: &str) -> Data {
        let mut heads = sheet.rows().next().unwrap().iter();
        let at = heads.position(|cell| cell.get_string() == Some(head));
        let at = at.unwrap_or_else(|| panic!("no column {head}"));
        sheet.rows().nth(1).unwrap()[at].clone()
    }

    #[test]
    fn sheets_heads_and_words_are_those_of_the_language_and_dates_are_dates() {
        let dir = telling();
        let expected = [
            (
                Language::Nl,
                [
                    "Klachten",
                    "Stappen",
                    "Termijnen",
                    "Maatregelen",
                    "Toelichting",
                ],
                [
                    ("Manier", "telefoon"),
                    ("Oordeel", "gegrond"),
                    ("Open", "ja"),
                ],
                "Ontvangen",
            ),
            (
                Language::En,
                ["Complaints", "Steps", "Deadlines", "Measures", "About"],
                [
                    ("Channel", "telephone"),
                    ("Verdict", "founded"),
                    ("Open", "yes"),
                ],
                "Received",
            ),
        ];
        for (language, sheets, words, received) in expected {
            let mut book = read(dir.path(), language);
            assert_eq!(book.sheet_names(), sheets);
            let cases = book.worksheet_range(sheets[0]).unwrap();
            for (head, word) in words {
                assert_eq!(cell(&cases, head).get_string(), Some(word));
            }
            let day = cell(&cases, received);
            assert!(day.is_datetime(), "{day:?}");
            assert_eq!(day.as_date().unwrap().to_string(), "2026-03-02");
            for name in sheets {
                for text in book.worksheet_range(name).unwrap().used_cells() {
                    let text = text.2.to_string().to_lowercase();
                    for private in ["jansen", "pietersen", "jan.de.wit", "m.bakker"] {
                        assert!(!text.contains(private), "{private}: {text}");
                    }
                }
            }
        }
    }

    #[test]
    fn no_text_is_a_formula_and_every_text_comes_back_as_it_was() {
        let dir = register();
        let mut number = 1;
        let mut texts: Vec<String> = [
            "=1+1",
            "+31 46 1234567",
            "-",
            "@SUM(A1)",
            "_x0041_",
            "2026-03-02",
            "0012",
        ]
        .map(str::to_owned)
        .into();
        let payloads = support::corpus("csv");
        texts.extend(
            payloads
                .iter()
                .filter_map(support::payload)
                .filter_map(|bytes| String::from_utf8(bytes).ok()),
        );
        for text in &texts {
            number += 1;
            let record = support::COMPLAINT
                .replace("2026-0001", &format!("2026-{number:04}"))
                .replace(
                    "Afspraak twee keer zonder bericht afgezegd.",
                    &serde_json::to_string(text).unwrap(),
                );
            let path = format!("2026/2026-{number:04}/complaint.yaml");
            write(dir.path(), &path, record);
        }
        let reading = load_register(dir.path()).unwrap();
        let summaries: Vec<String> = reading
            .register
            .cases
            .values()
            .filter_map(|case| match &case.steps.first()?.action {
                klacht::register::step::Action::Received(received) => {
                    Some(received.summary.to_string())
                }
                _ => None,
            })
            .collect();
        assert!(summaries.len() > 5);
        let mut book = read(dir.path(), Language::Nl);
        for name in book.sheet_names() {
            let formulas = book.worksheet_formula(&name).unwrap();
            assert!(
                formulas
                    .used_cells()
                    .all(|(_, _, formula)| formula.is_empty())
            );
        }
        let cases = book.worksheet_range("Klachten").unwrap();
        let heads = cases.rows().next().unwrap();
        let at = heads
            .iter()
            .position(|head| head.get_string() == Some("Omschrijving"))
            .unwrap();
        let read: Vec<&str> = cases
            .rows()
            .skip(1)
            .map(|row| row[at].get_string().unwrap())
            .collect();
        assert_eq!(read, summaries);
    }

    #[test]
    fn the_same_register_gives_the_same_workbook() {
        let dir = telling();
        let one = exported(dir.path(), Form::Xlsx, Language::Nl);
        let other = exported(dir.path(), Form::Xlsx, Language::Nl);
        assert_eq!(one, other);
    }
}

#[cfg(feature = "parquet")]
mod parquet_files {
    use std::collections::BTreeMap;
    use std::io::Write as _;

    use klacht::demo::{Demo, write_register};
    use parquet::basic::{LogicalType, Type as Physical};
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::{Field, Row};

    use super::*;

    fn reader(file: &File) -> SerializedFileReader<std::fs::File> {
        let mut on_disk = tempfile::tempfile().unwrap();
        on_disk.write_all(&file.content).unwrap();
        SerializedFileReader::new(on_disk).unwrap()
    }

    fn rows(file: &File) -> Vec<Row> {
        reader(file)
            .get_row_iter(None)
            .unwrap()
            .map(Result::unwrap)
            .collect()
    }

    fn value(row: &Row, name: &str) -> Field {
        let found = row.get_column_iter().find(|(column, _)| *column == name);
        found.unwrap().1.clone()
    }

    #[test]
    fn columns_have_their_types_and_rows_say_whose_they_are() {
        let dir = telling();
        let files = exported(dir.path(), Form::Parquet, Language::Nl);
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "cases.parquet",
                "steps.parquet",
                "deadlines.parquet",
                "measures.parquet"
            ]
        );
        let reader = reader(&files[0]);
        let schema = reader.metadata().file_metadata().schema_descr();
        let kind = |name: &str| {
            let column = schema.columns().iter().find(|column| column.name() == name);
            let column = column.unwrap();
            (column.physical_type(), column.logical_type_ref().cloned())
        };
        assert_eq!(kind("received"), (Physical::INT32, Some(LogicalType::Date)));
        assert_eq!(
            kind("summary"),
            (Physical::BYTE_ARRAY, Some(LogicalType::String))
        );
        assert_eq!(kind("employees_concerned"), (Physical::INT64, None));
        assert_eq!(kind("open"), (Physical::BOOLEAN, None));
        let row = &rows(&files[0])[0];
        assert_eq!(value(row, "organisation"), Field::Str("Voorbeeld".into()));
        // 2026-03-02, counted from 1970.
        assert_eq!(value(row, "received"), Field::Date(20_514));
        assert_eq!(value(row, "employees_concerned"), Field::Long(1));
        assert_eq!(value(row, "open"), Field::Bool(true));
        assert_eq!(value(row, "closed"), Field::Null);
        for file in &files {
            let text = format!("{:?}", rows(file)).to_lowercase();
            for private in ["jansen", "pietersen", "jan.de.wit"] {
                assert!(!text.contains(private), "{private}: {text}");
            }
        }
        let agreed = &rows(&files[1])[3];
        assert_eq!(value(agreed, "by"), Field::Str("employee-concerned".into()));
    }

    /// The table in the docs is what its query says of the two registers that its commands make.
    #[test]
    fn the_query_over_two_registers_gives_what_the_docs_show() {
        let docs = include_str!("../docs/exports.md");
        assert!(docs.contains(include_str!("../docs/two-registers.sql")));
        let mut found = BTreeMap::new();
        for (name, seed, cases) in [
            ("Noord Re-integratie", 1, 240),
            ("Zuid Re-integratie", 2, 90),
        ] {
            let command = format!("'{name}' {seed} {cases}");
            assert!(docs.contains(&command), "{command}");
            let dir = tempfile::TempDir::new().unwrap();
            let demo = Demo {
                seed,
                cases,
                first_year: 2023,
                years: 3,
                as_of: "2026-01-31".parse().unwrap(),
            };
            write_register(dir.path(), &demo).unwrap();
            let files = exported(dir.path(), Form::Parquet, Language::Nl);
            let cases = rows(&files[0]);
            let deadlines = rows(&files[2]);
            let word = |row: &Row, column: &str| match value(row, column) {
                Field::Str(text) => text,
                _ => String::new(),
            };
            let upheld = cases
                .iter()
                .filter(|row| {
                    ["founded", "partly-founded"].contains(&word(row, "verdict").as_str())
                })
                .count();
            let acknowledged: Vec<String> = deadlines
                .iter()
                .filter(|row| word(row, "term") == "acknowledgement")
                .map(|row| word(row, "state"))
                .collect();
            let count = |state: &str| acknowledged.iter().filter(|s| *s == state).count();
            let shown = [
                cases.len(),
                upheld,
                count("met"),
                count("late") + count("overdue"),
            ];
            found.insert(name, shown.map(|n| n.to_string()));
        }
        for (name, shown) in found {
            let line = docs
                .lines()
                .find(|line| line.starts_with(&format!("│ {name}")))
                .unwrap_or_else(|| panic!("no line of {name}"));
            let cells: Vec<&str> = line.split('│').map(str::trim).skip(2).take(4).collect();
            assert_eq!(cells, shown, "{name}");
        }
    }
}

#[test]
fn what_took_another_place_was_not_met() {
    let complaints = Path::new(env!("CARGO_MANIFEST_DIR")).join("complaints");
    let out = tempfile::tempdir().unwrap();
    let place = out.path().to_str().unwrap();
    let args = [
        "export",
        "--table",
        "deadlines",
        "--format",
        "json",
        "--out",
        place,
    ];
    assert!(klacht(&complaints, &args).status.success());
    let text = std::fs::read_to_string(out.path().join("deadlines.json")).unwrap();
    let rows: Vec<Value> = serde_json::from_str(&text).unwrap();
    let days = |state: &str, column: &str| {
        let rows = rows.iter().filter(|row| row["state"] == state);
        rows.filter(|row| row.get(column).is_some()).count()
    };
    assert_eq!((days("void", "met"), days("met", "ended")), (0, 0));
    assert!(days("void", "ended") > 0 && days("met", "met") > 0);
}
