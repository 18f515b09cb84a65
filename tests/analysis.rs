//! `klacht analysis`, as a coordinator meets it: the draft, what stops it, and what the page makes of it once it is signed.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use klacht::words::Language;
use support::made::{Corner, End, Made, PROCEDURE, corners, register_of, spread};
use support::page::{pages, row, section};
use tempfile::TempDir;

/// Runs `klacht` as the coordinator, and gives the exit code and what it said.
fn klacht(register: &Path, args: &[&str]) -> (i32, String) {
    klacht_as(Some("c@example.org"), register, args)
}

/// Runs `klacht` as whom git knows by an address, or as nobody.
fn klacht_as(email: Option<&str>, register: &Path, args: &[&str]) -> (i32, String) {
    let home = TempDir::new().unwrap();
    if let Some(email) = email {
        let config = format!("[user]\n\tname = Iemand\n\temail = {email}\n");
        fs::write(home.path().join(".gitconfig"), config).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_klacht"))
        .args(args)
        .arg("--register")
        .arg(register)
        .env_clear()
        .env("HOME", home.path())
        .env("USERPROFILE", home.path())
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (
        output.status.code().unwrap(),
        String::from_utf8(said).unwrap(),
    )
}

fn of_2025(number: u64) -> TempDir {
    register_of(PROCEDURE, &spread(2025, number))
}

fn corner(name: &str) -> Corner {
    let mut all = corners().into_iter();
    all.find(|corner| corner.name == name).unwrap()
}

const TO_WRITE: &str = "Schrijf hier wat de organisatie hiervan leert en wat zij gaat doen.";

const DRAFT: [&str; 5] = ["analysis", "2025", "--draft", "--as-of", "2026-02-01"];

#[test]
fn a_draft_is_written_once_and_is_without_faults() {
    let dir = of_2025(12);
    let (code, said) = klacht(dir.path(), &DRAFT);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("leg het vast met een commit"), "{said}");
    let path = dir.path().join("2025/analysis.md");
    let draft = fs::read_to_string(&path).unwrap();
    for part in [
        "verdict: insufficient",
        "received: '12'",
        "## Zijn er trends in de klachten?",
    ] {
        assert!(draft.contains(part), "{part}: {draft}");
    }
    // All that is wrong with it is that nobody wrote it yet.
    let (_, said) = klacht(dir.path(), &["check", "--as-of", "2026-02-01"]);
    assert!(said.contains("K813"), "{said}");
    fs::write(&path, draft.replace(TO_WRITE, "Wij bellen.")).unwrap();
    let (_, said) = klacht(dir.path(), &["check", "--as-of", "2026-02-01"]);
    assert!(!said.contains("analysis.md"), "{said}");

    // The coordinator's own words are never written over.
    fs::write(&path, "mine").unwrap();
    let (code, said) = klacht(dir.path(), &DRAFT);
    assert!(
        code == 2 && said.contains("wordt niet overschreven"),
        "{said}"
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
fn a_draft_is_signed_by_the_coordinator_who_makes_it() {
    let dir = of_2025(3);
    let second = "- {id: h.willems, name: Henk Willems, email: h@example.org, function: Coordinator, roles: [coordinator], active: {from: 2020-01-01}}\n";
    let staff = dir.path().join("staff.yaml");
    fs::write(&staff, fs::read_to_string(&staff).unwrap() + second).unwrap();
    let path = dir.path().join("2025/analysis.md");
    for (email, by) in [
        ("H@example.org", "h.willems"),
        ("c@example.org", "c.janssen"),
    ] {
        let (code, said) = klacht_as(Some(email), dir.path(), &DRAFT);
        assert_eq!(code, 0, "{said}");
        let draft = fs::read_to_string(&path).unwrap();
        assert!(draft.contains(&format!("\nby: {by}\n")), "{draft}");
        fs::remove_file(&path).unwrap();
    }
    for (email, language, why) in [
        (
            Some("p@example.org"),
            "nl",
            "u bent Petra Vos. Laat het concept maken door: Carla Janssen, Henk Willems",
        ),
        (Some("p@example.org"), "en", "you are Petra Vos"),
        (
            Some("x@example.org"),
            "nl",
            "zo staat niemand in staff.yaml",
        ),
        (None, "nl", "Git weet niet wie u bent"),
        (None, "en", "Git does not know who you are"),
    ] {
        let (code, said) = klacht_as(
            email,
            dir.path(),
            &[&DRAFT[..], &["--lang", language]].concat(),
        );
        assert!(code == 2 && said.contains(why), "{said}");
        assert!(!path.exists());
    }
}

#[test]
fn a_draft_of_new_years_eve_is_in_order() {
    let dir = of_2025(3);
    let eve = ["--as-of", "2025-12-31"];
    let (code, said) = klacht(
        dir.path(),
        &[&["analysis", "2025", "--draft"][..], &eve].concat(),
    );
    assert_eq!(code, 0, "{said}");
    let path = dir.path().join("2025/analysis.md");
    let draft = fs::read_to_string(&path).unwrap();
    fs::write(&path, draft.replace(TO_WRITE, "Wij bellen.")).unwrap();
    let (_, said) = klacht(dir.path(), &[&["check"][..], &eve].concat());
    assert!(!said.contains("analysis.md"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_draft_for_which_there_is_no_room_leaves_nothing_in_the_way() {
    let dir = of_2025(3);
    let path = dir.path().join("2025/analysis.md");
    let home = TempDir::new().unwrap();
    fs::write(
        home.path().join(".gitconfig"),
        "[user]\n\tname = C\n\temail = c@example.org\n",
    )
    .unwrap();
    let full = Command::new("sh")
        .args([
            "-c",
            "ulimit -f 0; exec \"$@\"",
            "sh",
            env!("CARGO_BIN_EXE_klacht"),
        ])
        .args(DRAFT)
        .arg("--register")
        .arg(dir.path())
        .env_clear()
        .env("HOME", home.path())
        .output()
        .unwrap();
    assert!(!full.status.success());
    assert!(!path.exists());
    let (code, said) = klacht(dir.path(), &DRAFT);
    assert_eq!(code, 0, "{said}");
    assert!(
        fs::read_to_string(&path)
            .unwrap()
            .ends_with(&format!("{TO_WRITE}\n"))
    );
}

#[test]
fn a_year_that_still_runs_has_figures_and_no_draft() {
    let dir = of_2025(12);
    for (language, sentence) in [
        ("nl", "Het jaar 2025 loopt nog"),
        ("en", "The year 2025 still runs"),
    ] {
        let (code, said) = klacht(
            dir.path(),
            &[
                "analysis",
                "2025",
                "--draft",
                "--as-of",
                "2025-12-30",
                "--lang",
                language,
            ],
        );
        assert!(code == 2 && said.contains(sentence), "{said}");
    }
    assert!(!dir.path().join("2025/analysis.md").exists());
    let (code, said) = klacht(dir.path(), &["analysis", "2025", "--as-of", "2025-12-30"]);
    assert!(code == 0 && said.contains("Kerncijfers"), "{said}");
    let so_far = "Of er een trend is, wordt na afloop gezegd. Tot en met 30 december 2025: ";
    assert!(said.contains(so_far), "{said}");
    // Of these complaints none was refused: that is no figure.
    for (language, nothing) in [
        ("nl", "nog niets te tellen"),
        ("en", "nothing to count yet"),
    ] {
        let args = [
            "analysis",
            "2025",
            "--as-of",
            "2025-12-30",
            "--lang",
            language,
        ];
        let (_, said) = klacht(dir.path(), &args);
        assert!(said.contains(nothing), "{said}");
        assert!(
            !said.contains("0 van 0") && !said.contains("0 of 0"),
            "{said}"
        );
    }
}

/// What is compared are incidents where some complaints are about the same one, in the terminal and in the draft too.
#[test]
fn incidents_are_called_so_everywhere() {
    let dir = of_2025(12);
    let path = dir.path().join("2025/2025-0002/complaint.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let linked = text.replacen("  summary", "  same_incident_as: 2025-0001\n  summary", 1);
    fs::write(&path, linked).unwrap();
    let said = "(11 voorvallen met 12 klachten in 12 maanden)";
    let (_, shown) = klacht(dir.path(), &["analysis", "2025", "--as-of", "2026-02-01"]);
    assert!(shown.contains(said), "{shown}");
    let (code, shown) = klacht(dir.path(), &DRAFT);
    assert_eq!(code, 0, "{shown}");
    let draft = fs::read_to_string(dir.path().join("2025/analysis.md")).unwrap();
    assert!(draft.contains(said), "{draft}");
}

#[test]
fn a_year_without_complaints_has_a_draft_too() {
    let corner = corner("empty-year");
    let register = corner.register.path();
    assert!(!register.join("2024").exists());
    let (code, said) = klacht(
        register,
        &["analysis", "2024", "--draft", "--as-of", corner.as_of],
    );
    assert_eq!(code, 0, "{said}");
    let draft = fs::read_to_string(register.join("2024/analysis.md")).unwrap();
    assert!(draft.contains("received: '0'"), "{draft}");
    let (_, said) = klacht(register, &["check", "--as-of", corner.as_of]);
    assert!(said.contains("K813") && !said.contains("K815"), "{said}");
    let page = &pages(register, corner.as_of, Language::Nl)["analysis-2024.html"];
    assert!(section(page, "signed").contains("Ondertekend door"));
}

#[test]
fn one_is_not_many() {
    let made = |received: &str, end| Made {
        received: received.parse().unwrap(),
        end,
        days: 20,
        promised: 30,
        extended: None,
        category: "other",
    };
    let closed = made("2025-03-03", End::Withdrawn);
    let open = made("2025-12-22", End::Open);
    for (complaints, dutch, english) in [
        (
            &[closed][..],
            "kwam er 1 klacht binnen en werd er 1 afgesloten. Aan het eind waren er geen open.",
            "1 complaint came in and 1 was closed. At the end none were open.",
        ),
        (
            &[open],
            "kwam er 1 klacht binnen en werden er geen afgesloten. Aan het eind was er 1 open.",
            "1 complaint came in and none were closed. At the end 1 was open.",
        ),
        (
            &[closed, closed, closed, open, open],
            "kwamen er 5 klachten binnen en werden er 3 afgesloten. Aan het eind waren er 2 open.",
            "5 complaints came in and 3 were closed. At the end 2 were open.",
        ),
    ] {
        let dir = register_of(PROCEDURE, complaints);
        for (language, said) in [("nl", dutch), ("en", english)] {
            let (code, out) = klacht(dir.path(), &[&DRAFT[..], &["--lang", language]].concat());
            assert_eq!(code, 0, "{out}");
            let path = dir.path().join("2025/analysis.md");
            let draft = fs::read_to_string(&path).unwrap();
            assert!(draft.contains(said), "{said}: {draft}");
            fs::remove_file(path).unwrap();
        }
    }
    let start = |complaints: &[Made], language| {
        let dir = register_of(PROCEDURE, complaints);
        pages(dir.path(), "2026-02-01", language)["index.html"].clone()
    };
    for (complaints, dutch, english) in [
        (
            &[open][..],
            "1</b> <span>lopende klacht<",
            "1</b> <span>open complaint<",
        ),
        (
            &[open, open],
            "2</b> <span>lopende klachten<",
            "2</b> <span>open complaints<",
        ),
    ] {
        assert!(start(complaints, Language::Nl).contains(dutch));
        assert!(start(complaints, Language::En).contains(english));
    }
}

#[test]
fn a_year_outside_the_register_is_named_with_those_that_are_in_it() {
    let dir = of_2025(12);
    let (code, said) = klacht(dir.path(), &["analysis", "2019", "--as-of", "2026-02-01"]);
    assert!(
        code == 2 && said.contains("Die is er wel van: 2025"),
        "{said}"
    );
    let none = register_of(PROCEDURE, &[]);
    let (code, said) = klacht(none.path(), &["analysis", "2019", "--as-of", "2026-02-01"]);
    assert!(
        code == 2 && said.contains("Er zijn nog geen klachten"),
        "{said}"
    );
}

#[test]
fn the_page_shows_the_judgement_and_what_changed_since() {
    let dir = of_2025(12);
    klacht(dir.path(), &DRAFT);
    let path = dir.path().join("2025/analysis.md");
    let draft = fs::read_to_string(&path).unwrap();
    let own = draft.replace(
        "Schrijf hier wat de organisatie hiervan leert",
        "Wij bellen voortaan **zelf**",
    );
    assert_ne!(own, draft);
    fs::write(&path, own).unwrap();

    let page = &pages(dir.path(), "2026-02-01", Language::Nl)["analysis-2025.html"];
    let signed = section(page, "signed");
    for part in [
        "Ondertekend door",
        "te weinig gegevens",
        "Wij bellen voortaan <strong>zelf</strong>",
        "niet veranderd",
    ] {
        assert!(signed.contains(part), "{part}: {signed}");
    }

    // One more turns up later: it was received in December and is entered in February.
    let mut late = spread(2025, 12);
    late.push(Made::on("2025-12-30".parse().unwrap()));
    let after = register_of(PROCEDURE, &late);
    fs::copy(&path, after.path().join("2025/analysis.md")).unwrap();
    for (language, head, sentence) in [
        (Language::Nl, "Ontvangen", "was 12, nu 13"),
        (Language::En, "Received", "was 12, now 13"),
    ] {
        let page = &pages(after.path(), "2026-02-10", language)["analysis-2025.html"];
        assert_eq!(row(section(page, "signed"), head), ["12", "13"]);
        assert!(section(page, "flow").contains(sentence), "{sentence}");
    }
}

#[test]
fn a_first_year_speaks_of_no_average_of_the_years_before() {
    for (language, tick) in [
        (Language::Nl, "Het streepje is"),
        (Language::En, "The tick is"),
    ] {
        for (name, shown) in [("first-year", false), ("no-exposure", true)] {
            let corner = corner(name);
            let page = &pages(corner.register.path(), corner.as_of, language)["analysis-2025.html"];
            assert_eq!(page.contains(tick), shown, "{name}");
        }
    }
}

#[test]
fn a_complaint_of_yesterday_is_one_day_old() {
    let dir = register_of(PROCEDURE, &[Made::on("2025-12-30".parse().unwrap())]);
    for (language, age) in [(Language::Nl, "1 dag oud"), (Language::En, "1 day old")] {
        let page = &pages(dir.path(), "2025-12-31", language)["analysis-2025.html"];
        assert!(page.contains(age), "{age}");
    }
}

#[test]
fn none_is_not_zero_or_fewer() {
    for (language, none, zero) in [
        (
            Language::Nl,
            "aantoonbaar was pas geen enkele, of",
            "0 of minder",
        ),
        (Language::En, "none, or", "0 or fewer"),
    ] {
        // With so few complaints only a year without any would have shown a fall.
        let parts = (5..=8).map(|number| {
            let years = [2023, 2024, 2025].map(|year| spread(year, number));
            let dir = register_of(PROCEDURE, &years.concat());
            let page = &pages(dir.path(), "2026-02-01", language)["analysis-2025.html"];
            section(page, "months").to_owned()
        });
        let parts: Vec<String> = parts.collect();
        assert!(parts.iter().any(|part| part.contains(none)), "{parts:?}");
        assert!(!parts.concat().contains(&format!(" {zero}")));
    }
}
