//! Every command and exit code, as a user meets them: real processes with a scrubbed environment.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use support::{CASE, COMPLAINT, PROCEDURE, register, write};

fn klacht(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_klacht"))
        .args(args)
        .current_dir(dir)
        .env_clear()
        .output()
        .unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const DATE: [&str; 2] = ["--as-of", "2026-03-03"];
const LATE: [&str; 2] = ["--as-of", "2026-03-20"];
const RECORD: &str = "2026/2026-0001/complaint.yaml";

#[test]
fn exit_codes_of_check() {
    let dir = register();
    let clean = klacht(dir.path(), &[&["check"][..], &DATE].concat());
    assert_eq!(
        (code(&clean), stdout(&clean).as_str()),
        (0, "1 dossier: geen bevindingen.\n")
    );

    let overdue = [&["check"][..], &LATE].concat();
    assert_eq!(
        code(&klacht(dir.path(), &overdue)),
        0,
        "what is overdue does not fail by itself"
    );
    assert_eq!(
        code(&klacht(
            dir.path(),
            &[&overdue[..], &["--deny", "overdue"]].concat()
        )),
        1
    );
    assert_eq!(
        code(&klacht(
            dir.path(),
            &[&overdue[..], &["--deny", "breach"]].concat()
        )),
        0
    );

    write(dir.path(), RECORD, COMPLAINT.replace("m.bakker", "m.baker"));
    let broken = klacht(dir.path(), &[&["check"][..], &DATE].concat());
    assert_eq!(code(&broken), 1);
    assert!(
        stdout(&broken).contains("fout[K027]") && stdout(&broken).contains("complaint.yaml:6:7"),
        "{}",
        stdout(&broken)
    );

    let nowhere = tempfile::TempDir::new().unwrap();
    let none = klacht(nowhere.path(), &["check"]);
    assert_eq!(code(&none), 2);
    assert!(
        stderr(&none).starts_with("fout: Er is geen klachtenregister"),
        "{}",
        stderr(&none)
    );
}

/// Writes a second case whose record cannot be read.
fn with_an_unreadable_case(dir: &Path) {
    let record = COMPLAINT
        .replace("2026-0001", "2026-0002")
        .replace("channel:", "chanel:");
    write(dir, "2026/2026-0002/complaint.yaml", record);
    write(dir, "2026/2026-0002/private/01.yaml", support::ANNEX);
}

#[test]
fn whoever_counts_says_what_could_not_be_counted() {
    let dir = register();
    with_an_unreadable_case(dir.path());
    let dutch = "fout: Niet goed te lezen en dus niet meegeteld: 2026-0002. Wat eraan mankeert, zegt: klacht check\n";
    let english = "error: Cannot be read properly and so not counted: 2026-0002. What is wrong with it: klacht check\n";
    for (command, language, said) in [
        ("list", "nl", dutch),
        ("due", "nl", dutch),
        ("analysis 2026", "nl", dutch),
        ("export -o - --table cases", "en", english),
        ("list", "en", english),
        ("due", "en", english),
        ("analysis 2026", "en", english),
    ] {
        let args: Vec<&str> = command.split(' ').collect();
        let args = [&args[..], &DATE, &["--lang", language, "--format", "json"]].concat();
        let output = klacht(dir.path(), &args);
        assert_eq!((code(&output), stderr(&output).as_str()), (2, said));
        let _: Value = serde_json::from_str(&stdout(&output)).unwrap();
    }
    let other_year = klacht(dir.path(), &["list", "--year", "2025"]);
    assert_eq!((code(&other_year), stderr(&other_year).as_str()), (0, ""));

    let draft = klacht(
        dir.path(),
        &["analysis", "2026", "--draft", "--as-of", "2027-01-20"],
    );
    assert_eq!((code(&draft), stderr(&draft).as_str()), (2, dutch));
    assert!(!dir.path().join("2026/analysis.md").exists());

    // Without the procedure there are no terms: "nothing to do" would not be true.
    write(dir.path(), "procedure.yaml", "organisation: [");
    let due = klacht(dir.path(), &[&["due"][..], &DATE].concat());
    assert_eq!(code(&due), 2);
    assert!(stderr(&due).contains(": procedure.yaml, 2026-0002."));

    // Nor is a complaint counted that nobody received.
    let dir = register();
    let assigned = COMPLAINT.split("- step").next().unwrap().to_owned()
        + "- step: assigned\n  date: 2026-03-03\n  by: c.janssen\n  handler: p.vos\n  function: Manager\n";
    write(dir.path(), RECORD, assigned);
    let list = klacht(dir.path(), &[&["list"][..], &DATE].concat());
    assert_eq!(code(&list), 2);
    assert!(stderr(&list).contains(": 2026-0001."));
}

#[test]
fn a_check_of_a_path_speaks_of_that_path_alone() {
    let dir = register();
    write(dir.path(), RECORD, COMPLAINT.replace("m.bakker", "m.baker"));
    write(
        dir.path(),
        "2026/2026-0002/complaint.yaml",
        COMPLAINT
            .replace("2026-0001", "2026-0002")
            .replace("phone", "fax"),
    );
    write(dir.path(), "2026/2026-0002/private/01.yaml", support::ANNEX);
    let of_windows = r"2026\2026-0001/complaint.yaml";
    for path in [RECORD, "2026/2026-0001", "2026-0001", of_windows] {
        let output = klacht(dir.path(), &["check", path, DATE[0], DATE[1]]);
        let text = stdout(&output);
        assert!(
            text.contains("K027")
                && !text.contains("K011")
                && text.ends_with("\n1 dossier: 1 fout.\n"),
            "{path}: {text}"
        );
    }
    let whole = stdout(&klacht(dir.path(), &["check", ".", DATE[0], DATE[1]]));
    assert!(whole.contains("K027") && whole.contains("K011"), "{whole}");
    let unknown = klacht(dir.path(), &["check", "2026-0009"]);
    assert!(
        code(&unknown) == 2 && stderr(&unknown).contains("Er is geen dossier 2026-0009"),
        "{}",
        stderr(&unknown)
    );
    let missing = klacht(dir.path(), &["check", "2026/2026-0009"]);
    assert_eq!(code(&missing), 2);
    assert!(
        stderr(&missing).contains("bestaat niet"),
        "{}",
        stderr(&missing)
    );
}

#[test]
fn machine_output_is_what_it_says() {
    let dir = register();
    write(
        dir.path(),
        RECORD,
        COMPLAINT.replace("channel: phone", "channel: fone"),
    );
    let run = |format: &str| {
        stdout(&klacht(
            dir.path(),
            &["check", "--format", format, DATE[0], DATE[1]],
        ))
    };

    let json: Value = serde_json::from_str(&run("json")).unwrap();
    let finding = &json["findings"][0];
    assert_eq!(
        (&json["version"], &json["counts"]["violation"]),
        (&Value::from(1), &Value::from(1))
    );
    assert_eq!(
        (&finding["code"], &finding["line"], &finding["column"]),
        (&"K011".into(), &7.into(), &12.into())
    );
    assert!(
        finding["message"].as_str().unwrap().contains("phone"),
        "says what was probably meant"
    );

    let sarif: Value = serde_json::from_str(&run("sarif")).unwrap();
    let result = &sarif["runs"][0]["results"][0];
    let rule = &sarif["runs"][0]["tool"]["driver"]["rules"]
        [result["ruleIndex"].as_u64().unwrap() as usize];
    assert_eq!(
        (&sarif["version"], &rule["id"], &result["level"]),
        (&"2.1.0".into(), &"K011".into(), &"error".into())
    );
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], RECORD);
    assert_eq!(
        (
            &place["region"]["startLine"],
            &place["region"]["startColumn"]
        ),
        (&7.into(), &12.into())
    );

    let github = run("github");
    assert!(
        github.starts_with(&format!(
            "::error file={RECORD},line=7,col=12,endLine=7,endColumn=16,title=K011::"
        )),
        "{github}"
    );
    assert_eq!(github.lines().count(), 1);

    let gitlab: Value = serde_json::from_str(&run("gitlab")).unwrap();
    // One issue stays one on another day, in another language and on another line.
    let issue = |day: &str, language: &str| {
        let args = [
            "check", "--format", "gitlab", "--as-of", day, "--lang", language,
        ];
        let issues: Value = serde_json::from_str(&stdout(&klacht(dir.path(), &args))).unwrap();
        let late = issues
            .as_array()
            .unwrap()
            .iter()
            .find(|issue| issue["check_name"] == "K301");
        late.map(|issue| issue["fingerprint"].clone())
    };
    assert_eq!(
        (
            &gitlab[0]["check_name"],
            &gitlab[0]["location"]["lines"]["begin"]
        ),
        (&"K011".into(), &7.into())
    );
    write(dir.path(), RECORD, COMPLAINT);
    let first = issue("2026-03-20", "nl");
    write(dir.path(), RECORD, format!("# Een klacht.\n{COMPLAINT}"));
    assert!(first.is_some() && first == issue("2026-04-01", "en"));
}

#[test]
fn one_bad_file_hides_nothing() {
    let dir = register();
    write(dir.path(), RECORD, [0xFF, 0xFE, 0x00]);
    write(dir.path(), "staff.yaml", "staff: [");
    write(
        dir.path(),
        "2026/2026-0002/complaint.yaml",
        COMPLAINT
            .replace("2026-0001", "2026-0002")
            .replace("summary", "sumary")
            .replace("  category: communication\n", ""),
    );
    let text = stdout(&klacht(dir.path(), &["check", DATE[0], DATE[1]]));
    for code in ["K001", "K003", "K008", "K009"] {
        assert!(text.contains(code), "{code} in {text}");
    }
}

#[test]
fn windows_line_ends_are_read() {
    let dir = register();
    write(dir.path(), RECORD, COMPLAINT.replace('\n', "\r\n"));
    assert_eq!(code(&klacht(dir.path(), &["check", DATE[0], DATE[1]])), 0);
    write(dir.path(), RECORD, COMPLAINT.replace("  by:", "\r  by:"));
    let text = stdout(&klacht(dir.path(), &["check", DATE[0], DATE[1]]));
    assert!(
        text.contains("K002"),
        "a carriage return by itself is refused: {text}"
    );
}

#[test]
fn nothing_private_is_printed() {
    let dir = register();
    write(
        dir.path(),
        RECORD,
        COMPLAINT.replace("Afspraak", "J. de Wit: afspraak"),
    );
    let annex = "complainant: {name: J. de Wit, phone: 06-11112222}\ndescription: Geheim verhaal.\nbroken: [\n";
    write(dir.path(), "2026/2026-0001/private/01.yaml", annex);
    for args in [
        vec!["check"],
        vec!["check", "--format", "json"],
        vec!["show", "2026-0001"],
        vec!["due"],
    ] {
        let output = klacht(dir.path(), &[&args[..], &DATE].concat());
        let text = format!("{}{}", stdout(&output), stderr(&output));
        assert!(
            !text.contains("Geheim") && !text.contains("11112222"),
            "{args:?}: {text}"
        );
    }
}

/// Who asks for it by name sees what is private, and nobody else.
#[test]
fn what_is_private_is_shown_on_request() {
    let dir = register();
    write(dir.path(), "2026/2026-0001/private/01-brief.pdf", "x");
    let show = |options: &[&str]| {
        let output = klacht(
            dir.path(),
            &[&["show", "2026-0001"], options, &DATE[..]].concat(),
        );
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        stdout(&output)
    };
    let secrets = ["J. de Wit", "Niemand belde terug.", "01-brief.pdf"];
    for (options, is_shown) in [
        (&["--private"][..], true),
        (&["--private", "--format", "json"], true),
        (&[], false),
        (&["--format", "json"], false),
    ] {
        let text = show(options);
        for secret in secrets {
            assert_eq!(text.contains(secret), is_shown, "{options:?}: {text}");
        }
    }
    assert!(show(&["--private"]).contains("[private] Beschrijving: Niemand belde terug."));
}

#[test]
fn looking_from_the_terminal() {
    let dir = register();
    let list: Value = serde_json::from_str(&stdout(&klacht(
        dir.path(),
        &["list", "--format", "json", DATE[0], DATE[1]],
    )))
    .unwrap();
    assert_eq!(
        (&list[0]["case"], &list[0]["stage"]),
        (&"2026-0001".into(), &"received".into())
    );
    for (filter, rows) in [
        ("--stage=closed", 0),
        ("--stage=received", 1),
        ("--stage=Ontvangen", 1),
        ("--stage=in onderzoek,gesloten", 0),
        ("--stage=in onderzoek,ontvangen", 1),
        ("--year=2025", 0),
        ("--overdue", 0),
        ("--open", 1),
        ("--handler=p.vos", 0),
    ] {
        let text = stdout(&klacht(
            dir.path(),
            &["list", "--format", "json", filter, DATE[0], DATE[1]],
        ));
        let list: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(list.as_array().unwrap().len(), rows, "{filter}");
    }
    // What came in or was done later was not so then.
    let record = "2026/2026-0001/complaint.yaml";
    let assigned =
        "- {step: assigned, date: 2026-03-04, by: c.janssen, handler: p.vos, function: Manager}\n";
    write(dir.path(), record, COMPLAINT.to_owned() + assigned);
    for (day, stage) in [
        ("2026-03-01", Value::Null),
        ("2026-03-03", "received".into()),
        ("2026-03-04", "assigned".into()),
    ] {
        let said = klacht(dir.path(), &["list", "--format=json", "--as-of", day]);
        let list: Value = serde_json::from_str(&stdout(&said)).unwrap();
        assert_eq!(list[0]["stage"], stage, "{day}");
    }
    write(dir.path(), record, COMPLAINT);
    let unknown = klacht(dir.path(), &["list", "--stage", "in onderzoek,in onderzok"]);
    assert_eq!(code(&unknown), 2);
    let said = stderr(&unknown);
    for part in [
        "\"in onderzok\" is geen stadium",
        "ontvangen (received), overgedragen (assigned), in onderzoek (acknowledged)",
        "Bedoelde u in onderzoek?",
    ] {
        assert!(said.contains(part), "{said}");
    }
    let show: Value = serde_json::from_str(&stdout(&klacht(
        dir.path(),
        &["show", "2026-0001", "--format", "json", DATE[0], DATE[1]],
    )))
    .unwrap();
    assert_eq!(show["deadlines"][0]["last_day"], "2026-03-16");
    let usual: Vec<&str> = show["next"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|n| n["usual"] == true)
        .map(|n| n["step"].as_str().unwrap())
        .collect();
    assert_eq!(usual, ["assigned"]);
    let due: Value = serde_json::from_str(&stdout(&klacht(
        dir.path(),
        &[
            "due",
            "--for",
            "c.janssen",
            "--format",
            "json",
            DATE[0],
            DATE[1],
        ],
    )))
    .unwrap();
    assert_eq!(
        (&due[0]["last_day"], &due[0]["days_left"]),
        (&"2026-03-16".into(), &13.into())
    );
    let none = klacht(dir.path(), &["show", "2026-0002"]);
    assert_eq!(code(&none), 2);
    let typo = klacht(dir.path(), &["due", "--for", "c.jansen"]);
    assert!(
        code(&typo) == 2 && stderr(&typo).contains("c.janssen"),
        "{}",
        stderr(&typo)
    );
}

/// A full name does as well as an id, as long as it is one person.
#[test]
fn people_are_called_by_their_name() {
    let dir = register();
    let staff = std::fs::read_to_string(dir.path().join("staff.yaml")).unwrap();
    let of = |typed: &str| klacht(dir.path(), &["due", "--for", typed, DATE[0], DATE[1]]);
    assert!(!stdout(&of("c.janssen")).is_empty());
    for name in ["Carla Janssen", "carla  janssen "] {
        assert_eq!(stdout(&of(name)), stdout(&of("c.janssen")), "{name}");
    }
    let nobody = of("Carla");
    assert!(code(&nobody) == 2 && stderr(&nobody).contains("c.janssen"));
    write(
        dir.path(),
        "staff.yaml",
        staff.replace("Mila Bakker", "Carla Janssen"),
    );
    let two = of("Carla Janssen");
    assert!(
        code(&two) == 2 && stderr(&two).contains("c.janssen, m.bakker"),
        "{}",
        stderr(&two)
    );
}

#[test]
fn a_case_is_shown_in_the_words_of_its_readers() {
    let dir = register();
    let correction = "\n\n- step: corrected\n  date: 2026-04-09\n  by: c.janssen\n  corrects: 6\n  fields: {verdict: unfounded}\n  reason: Verkeerd gekozen.\n";
    write(
        dir.path(),
        RECORD,
        format!("{}{correction}", CASE.trim_end()),
    );
    write(
        dir.path(),
        "staff.yaml",
        include_str!("rules/base/staff.yaml"),
    );
    let procedure = include_str!("rules/base/procedure.yaml");
    write(dir.path(), "procedure.yaml", procedure);
    let show = |language| {
        let args = [
            "show",
            "2026-0001",
            "--as-of=2026-04-15",
            "--lang",
            language,
        ];
        stdout(&klacht(dir.path(), &args))
    };
    for (language, lines) in [
        (
            "nl",
            [
                "Manier: telefoon",
                "Opdrachtgever:",
                "  Soort opdrachtgever: UWV",
                "Betrokkene: Kim Smit",
                "Soort klacht: Communicatie",
                "Beroep uitgelegd: ja",
                "Oordeel: ongegrond",
                "gecorrigeerd in stap 15: Oordeel was “gegrond”, is “ongegrond”",
                "Stap die niet klopte: 6",
                "  - Korte naam: excuus",
                "    Wie het doet: Pim Vos",
            ],
        ),
        (
            "en",
            [
                "Channel: telephone",
                "Principal:",
                "  Kind of principal: UWV",
                "Employee concerned: Kim Smit",
                "Category: Communication",
                "Appeal explained: yes",
                "Verdict: unfounded",
                "corrected in step 15: Verdict was “founded”, is “unfounded”",
                "Step that was wrong: 6",
                "  - Short name: excuus",
                "    Who does it: Pim Vos",
            ],
        ),
    ] {
        let shown = show(language);
        for line in lines {
            assert!(
                shown.lines().any(|shown| shown == format!("       {line}")),
                "{line}: {shown}"
            );
        }
    }
    let raw = klacht(
        dir.path(),
        &["show", "2026-0001", "--format=json", "--as-of=2026-04-15"],
    );
    let raw: Value = serde_json::from_str(&stdout(&raw)).unwrap();
    assert_eq!(raw["steps"][0]["channel"], "phone");
}

#[test]
fn a_wrong_command_line_is_answered_in_the_users_language() {
    let dir = register();
    for (args, dutch, english) in [
        (
            vec!["chekc"],
            "De opdracht chekc bestaat niet. Bedoelde u",
            "There is no command chekc. Did you mean",
        ),
        (
            vec!["check", "--fromat=json"],
            "De optie --fromat",
            "There is no option --fromat",
        ),
        (
            vec!["check", "--format=pdf"],
            "Kies uit: human, json, sarif, github, gitlab.",
            "Choose from: human, json",
        ),
        (
            vec!["check", "--as-of=3 maart"],
            "Een datum schrijft u als",
            "A date is written like",
        ),
        (
            vec!["show", "2026-1"],
            "Een dossier heeft een nummer als 2026-0007",
            "A case has a number such as 2026-0007",
        ),
        (vec!["show"], "Er ontbreekt iets", "Something is missing"),
    ] {
        let output = klacht(dir.path(), &args);
        assert!(
            code(&output) == 2 && stderr(&output).contains(dutch),
            "{args:?}: {}",
            stderr(&output)
        );
        let output = klacht(dir.path(), &[&args[..], &["--lang", "en"]].concat());
        assert!(
            code(&output) == 2 && stderr(&output).contains(english),
            "{args:?}: {}",
            stderr(&output)
        );
    }
}

#[test]
fn the_language_is_that_of_the_register_asked_for_however_it_is_asked() {
    let (here, elsewhere) = (register(), register());
    let english = format!("language: en\n{PROCEDURE}");
    write(elsewhere.path(), "procedure.yaml", english);
    let place = elsewhere.path().to_str().unwrap();
    for asked in [
        vec!["-r".to_owned(), place.to_owned()],
        vec![format!("-r{place}")],
        vec![format!("-r={place}")],
        vec!["--register".to_owned(), place.to_owned()],
        vec![format!("--register={place}")],
    ] {
        for command in [vec!["list", "2026-1"], vec!["check", "--help"]] {
            let asked = asked.iter().map(String::as_str);
            let args: Vec<&str> = asked.chain(command).collect();
            let output = klacht(here.path(), &args);
            let said = stdout(&output) + &stderr(&output);
            assert!(
                said.contains("Usage:") || said.contains("More:"),
                "{args:?}: {said}"
            );
        }
    }
}

#[test]
fn every_command_has_help_in_both_languages() {
    let dir = register();
    for command in [
        "check",
        "build",
        "list",
        "show",
        "new",
        "record",
        "sync",
        "undo",
        "due",
        "letter",
        "notify",
        "explain",
        "schema",
        "init",
        "analysis",
        "export",
        "hooks",
        "receipt",
        "completions",
    ] {
        for (language, usage, options, untranslated) in [
            ("nl", "Gebruik:", "Bij elke opdracht:", "Usage"),
            ("en", "Usage:", "With every command:", "Gebruik"),
        ] {
            let output = klacht(dir.path(), &[command, "--help", "--lang", language]);
            let text = stdout(&output);
            assert_eq!(code(&output), 0);
            let asked = klacht(dir.path(), &["help", command, "--lang", language]);
            assert_eq!((code(&asked), stdout(&asked)), (0, text.clone()));
            assert!(
                text.contains(usage)
                    && text.contains(options)
                    && !text.contains(untranslated)
                    && !text.contains('⟨'),
                "{text}"
            );
            for line in text.lines().filter(|line| {
                line.trim_start().starts_with('-') || line.trim_start().starts_with('[')
            }) {
                assert!(
                    line.trim().contains("  "),
                    "an argument without a text: {line}"
                );
            }
        }
    }
}

#[test]
fn a_slip_of_the_pen_is_answered_with_what_was_meant() {
    let dir = register();
    let people = "In dienst: c.janssen (Carla Janssen), m.bakker (Mila Bakker), p.vos (Petra Vos).";
    for (command, expected) in [
        ("record 2026-0001 asigned", "Bedoelde u assigned?"),
        ("list --format jsn", "Bedoelde u json?"),
        ("list --format jsn", "Meer uitleg: klacht list --help"),
        (
            "record 2026-0001 assigned --set=by=c.janssen --set=handler=hans",
            people,
        ),
        ("list --handler hans", people),
        ("list --handler Petra", people),
        ("due --for p.vso", &format!("{people} Bedoelde u p.vos?")),
        ("due --for Petra", people),
    ] {
        let args: Vec<&str> = command.split(' ').collect();
        let output = klacht(dir.path(), &[&args[..], &DATE].concat());
        assert_eq!(code(&output), 2, "{command}");
        assert!(stderr(&output).contains(expected), "{}", stderr(&output));
    }
    let far = klacht(dir.path(), &["record", "2026-0001", "xyzzy"]);
    assert!(!stderr(&far).contains("Bedoelde"), "{}", stderr(&far));
    let field = [&["new", "--set=sumary=x", "--set=by=m.bakker"][..], &DATE].concat();
    let field = klacht(dir.path(), &field);
    assert_eq!(code(&field), 1);
    assert!(stdout(&field).contains("Bedoelde u summary?"));
    // Who has left is not proposed.
    write(
        dir.path(),
        "staff.yaml",
        support::STAFF.replacen("2020-01-01}", "2020-01-01, until: 2025-12-31}", 1),
    );
    let left = klacht(dir.path(), &["list", "--handler", "hans", DATE[0], DATE[1]]);
    assert!(!stderr(&left).contains("m.bakker"), "{}", stderr(&left));
    assert!(stderr(&left).contains("p.vos (Petra Vos)"));
}

/// A register in its place in a project: the directory `complaints`.
fn project() -> tempfile::TempDir {
    let project = tempfile::TempDir::new().unwrap();
    std::fs::rename(register().keep(), project.path().join("complaints")).unwrap();
    project
}

#[test]
fn a_build_counts_what_it_found_once() {
    let project = project();
    let dir = project.path();
    with_an_unreadable_case(&dir.join("complaints"));
    for (args, last) in [
        (&["build"][..], "De site is niet vernieuwd"),
        (&["build", "--force"], "site/index.html"),
    ] {
        let output = klacht(dir, &[args, &LATE].concat());
        let text = stdout(&output);
        assert_eq!(code(&output), 1);
        assert_eq!(text.matches("\n2 dossiers: ").count(), 1, "{text}");
        assert!(
            text.trim_end().lines().last().unwrap().contains(last),
            "{text}"
        );
    }
}

#[test]
fn explain_knows_every_rule() {
    let dir = register();
    let list = stdout(&klacht(dir.path(), &["explain"]));
    for rule in klacht::rules::all() {
        assert!(list.contains(rule.code));
        let text = stdout(&klacht(dir.path(), &["explain", rule.code, "--lang", "en"]));
        assert!(
            !text.contains("⟨")
                && text.starts_with(&format!("{} ", rule.code))
                && text.contains("How to put it right:"),
            "{text}"
        );
    }
    for (language, said) in [
        (
            "nl",
            "In 2026/2026-0001/complaint.yaml wordt van \"twee keer\" gemaakt: \"drie keer\".",
        ),
        (
            "en",
            "Commit by c.janssen on 2026-03-03: \"2026-0001 stap 2\".",
        ),
    ] {
        let text = stdout(&klacht(dir.path(), &["explain", "H22", "--lang", language]));
        assert!(text.contains(said), "{text}");
    }
    let unknown = klacht(dir.path(), &["explain", "K999"]);
    assert_eq!(code(&unknown), 2);
    let said = stderr(&unknown);
    assert!(said.contains("de lijst. Bedoelde u K"), "{said}");
    let preamble = stdout(&klacht(dir.path(), &["explain", "K023"]));
    assert!(
        preamble.contains("Het reglement zegt, buiten de artikelen om:")
            && !preamble.contains("Artikel 0"),
        "{preamble}"
    );
    let bare = klacht(dir.path(), &["explain", "202"]);
    assert!(stdout(&bare).starts_with("K202 "), "{}", stdout(&bare));
}

#[test]
fn init_makes_a_register_that_passes_and_overwrites_nothing() {
    for language in ["nl", "en"] {
        let dir = tempfile::TempDir::new().unwrap();
        let init = klacht(dir.path(), &["init", "mine", "--lang", language]);
        assert_eq!(code(&init), 0);
        let made = dir.path().join("mine");
        let check = klacht(&made, &["check"]);
        assert_eq!(code(&check), 0, "{}", stdout(&check));
        // The name of the organisation is to be filled in, and the check says where.
        let text = match language {
            "nl" => "procedure.md",
            _ => "procedure.en.md",
        };
        let places = [
            format!("{text}:1:"),
            "procedure.yaml:9:".into(),
            "procedure.yaml:11:".into(),
            "staff.yaml:19:".into(),
        ];
        let said = stdout(&check);
        assert!(
            said.contains("[K041]") && places.iter().all(|place| said.contains(place)),
            "{said}"
        );
        assert!(
            stdout(&init).contains(&format!("complaints/{text})")),
            "{}",
            stdout(&init)
        );
        let build = klacht(&made, &["build"]);
        assert_eq!(code(&build), 0, "{}{}", stdout(&build), stderr(&build));
        assert!(made.join("site/index.html").is_file() && made.join(".git").is_dir());
        let staff = std::fs::read(made.join("complaints/staff.yaml")).unwrap();
        let from = String::from_utf8_lossy(&staff).into_owned();
        assert!(from.ends_with("-01-01\n") && !from.contains('{'), "{from}");
        let again = klacht(dir.path(), &["init", "mine", "--lang", language]);
        assert_eq!(code(&again), 2);
        assert_eq!(
            std::fs::read(made.join("complaints/staff.yaml")).unwrap(),
            staff
        );
    }
}

/// A site among the cases would be taken for cases.
#[test]
fn a_site_is_written_beside_the_register() {
    let project = project();
    let register = project.path().join("complaints");
    let built = |dir: &Path, more: &[&str]| {
        let output = klacht(dir, &[&["build", DATE[0], DATE[1]], more].concat());
        (code(&output), stdout(&output) + &stderr(&output))
    };
    for dir in [register.clone(), register.join("2026/2026-0001")] {
        let (code, text) = built(&dir, &[]);
        assert_eq!(code, 0, "{}", dir.display());
        // Where it is, is said without going up first.
        let index = Path::new("site").join("index.html");
        assert!(text.contains(&*index.to_string_lossy()), "{text}");
        assert!(!text.contains(".."), "{text}");
        assert!(project.path().join("site/index.html").is_file());
        std::fs::remove_dir_all(project.path().join("site")).unwrap();
        for out in ["site", "."] {
            let (code, text) = built(&dir, &["--out", out]);
            assert!(code == 2 && text.contains("ligt in het register"), "{text}");
        }
    }
    let (code, text) = built(project.path(), &["--out", "complaints/2026/site/nl"]);
    assert!(code == 2 && text.contains("ligt in het register"), "{text}");
    let check = klacht(project.path(), &["check", DATE[0], DATE[1]]);
    assert!(!stdout(&check).contains("K016"), "{}", stdout(&check));
}

#[test]
fn a_register_with_errors_leaves_the_site_as_it_was() {
    let project = project();
    let register = project.path().join("complaints");
    let build = |dir: &Path| klacht(dir, &["build", DATE[0], DATE[1]]);
    assert_eq!(code(&build(project.path())), 0);
    let page = project.path().join("site/cases/2026-0001.html");
    let before = std::fs::read(&page).unwrap();
    write(&register, RECORD, COMPLAINT.replace("m.bakker", "m.baker"));
    let refused = build(project.path());
    assert_eq!(code(&refused), 1);
    assert!(
        stdout(&refused).contains("De site is niet vernieuwd"),
        "{}",
        stdout(&refused)
    );
    assert_eq!(std::fs::read(&page).unwrap(), before);
}

#[test]
fn a_shell_is_told_every_command_in_the_users_language() {
    let dir = register();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = stdout(&klacht(dir.path(), &["completions", shell]));
        for part in ["record", "completions", "--as-of"] {
            let part = if shell == "fish" {
                part.trim_start_matches('-')
            } else {
                part
            };
            assert!(script.contains(part), "{shell}: {part}");
        }
        // Bash shows no help beside what it completes.
        assert_eq!(script.contains("Toont een dossier"), shell != "bash");
    }
    let other = klacht(dir.path(), &["completions", "csh"]);
    assert!(
        code(&other) == 2 && stderr(&other).contains("powershell"),
        "{}",
        stderr(&other)
    );
}

/// The example as it was on an earlier day, for whoever looks back.
#[test]
fn whoever_looks_back_sees_what_was_so_then() {
    let complaints = Path::new(env!("CARGO_MANIFEST_DIR")).join("complaints");
    let then = |args: &[&str]| {
        let output = klacht(&complaints, &[args, &["--as-of", "2026-02-10"]].concat());
        (code(&output), stdout(&output) + &stderr(&output))
    };
    let is_then = |steps: &Value| {
        let steps = steps.as_array().unwrap();
        let mut days = steps.iter().map(|step| step["date"].as_str().unwrap());
        steps.len() > 1 && days.all(|day| day <= "2026-02-10")
    };
    let (_, shown) = then(&["show", "2026-0002", "--format", "json"]);
    let shown: Value = serde_json::from_str(&shown).unwrap();
    assert!(
        is_then(&shown["steps"]) && shown["findings"] == Value::Array(vec![]),
        "{shown}"
    );
    let (code, shown) = then(&["show", "2026-0003"]);
    assert!(code == 2 && shown.contains("2026-0003"), "{shown}");
    let (_, due) = then(&["due"]);
    assert!(
        due.contains("2026-0001") && !due.contains("2026-0003"),
        "{due}"
    );
    let (_, steps) = then(&[
        "export", "--table", "steps", "--format", "json", "--out", "-",
    ]);
    assert!(is_then(&serde_json::from_str(&steps).unwrap()), "{steps}");
}
