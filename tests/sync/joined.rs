//! What two people recorded at once, put after each other.

use super::clones::{RECORD, Server};

const PRIVATE: &str = "complaints/2024/2024-0001/private";

#[test]
fn a_number_that_was_taken_is_changed_everywhere() {
    let server = Server::new();
    let [mila, chris] = server.clones(["m.bakker", "c.janssen"]);
    mila.new_case("Van Mila.");
    mila.new_case("Ook van Mila.");
    mila.ok(&["sync"]);
    // Two new cases, the second about the same as the first, and a step in each.
    chris.new_case("Eerste van Chris.");
    chris.write("brief.pdf", "brief");
    chris.new_case_with(
        "Tweede, zie 2024-0002.",
        &[
            "--set=channel=letter",
            "--set=passed_to_coordinator=2024-03-04",
            "--set=same_incident_as=2024-0002",
            "--attach=brief.pdf",
        ],
    );
    for (case, copied) in [
        ("2024-0003", Some("--set=document_copied=2024-03-05")),
        ("2024-0002", None),
    ] {
        let mut args = vec!["record", case, "assigned", "--set=handler=p.vos"];
        args.push("--as-of=2024-03-05");
        args.extend(copied);
        chris.ok(&args);
    }
    std::fs::remove_file(chris.path.join("brief.pdf")).unwrap();
    let dates = chris.git(&["log", "--format=%an %ae %ad", "origin/main.."]);

    let said = chris.ok(&["sync"]);
    for words in [
        "uw 2024-0002 heet nu 2024-0004",
        "uw 2024-0003 heet nu 2024-0005",
        "Verstuurd: 2024-0004 stap 1, 2024-0005 stap 1, 2024-0005 stap 2, 2024-0004 stap 2.",
    ] {
        assert!(said.contains(words), "{words} is not in: {said}");
    }
    chris.is_whole();
    server.is_valid();
    let record = |case: &str| server.read(&format!("complaints/2024/{case}/complaint.yaml"));
    let first = record("2024-0004");
    assert!(
        first.starts_with("case: 2024-0004\n") && first.contains("Eerste van Chris"),
        "{first}"
    );
    let second = record("2024-0005");
    assert!(
        second.contains("same_incident_as: '2024-0004'") && second.contains("zie 2024-0004."),
        "{second}"
    );
    assert_eq!(
        server.read("complaints/2024/2024-0005/private/01-brief.pdf"),
        "brief"
    );
    assert!(record("2024-0002").contains("Van Mila"));
    let subjects = server.git(&["log", "--format=%s", "-4", "main"]);
    assert_eq!(
        subjects
            .lines()
            .map(|line| line.split(':').next().unwrap())
            .collect::<Vec<_>>(),
        [
            "2024-0004 stap 2",
            "2024-0005 stap 2",
            "2024-0005 stap 1",
            "2024-0004 stap 1"
        ]
    );
    assert_eq!(
        server.git(&["log", "--format=%an %ae %ad", "-4", "main"]),
        dates
    );
}

#[test]
fn steps_of_two_people_in_one_case_follow_each_other() {
    for pim_first in [true, false] {
        let server = Server::new();
        let [pim, chris] = server.clones(["p.vos", "c.janssen"]);
        pim.contacted("2024-0001", "de datum");
        pim.contacted("2024-0001", "de tijd");
        // The last step corrects the one before it, which may move.
        pim.step(
            "corrected",
            &["corrects=4", "fields.asked=Het uur.", "reason=Verkeerd."],
        );
        chris.assign("Toch.");
        let (one, two) = if pim_first {
            (&pim, &chris)
        } else {
            (&chris, &pim)
        };
        one.ok(&["sync"]);
        let said = two.ok(&["sync"]);
        one.ok(&["sync"]);
        server.is_valid();
        one.is_at(&server);
        two.is_at(&server);
        let (asked, corrects, annex, moved): (_, _, _, &[&str]) = if pim_first {
            (
                3,
                4,
                ["03", "04"],
                &["uw stap 3 van 2024-0001 is nu stap 6"],
            )
        } else {
            let moved = &[
                "uw stap 3 van 2024-0001 is nu stap 4",
                "stap 5 van 2024-0001 is nu stap 6",
            ];
            (4, 5, ["04", "05"], moved)
        };
        for words in moved {
            assert!(said.contains(words), "{said}");
        }
        let record = server.read(RECORD);
        let steps: Vec<&str> = record
            .lines()
            .filter(|line| line.starts_with("- step:"))
            .collect();
        assert_eq!(steps[asked - 1], "- step: contacted");
        assert!(
            record.contains(&format!("corrects: {corrects}\n")),
            "{record}"
        );
        for (number, what) in annex.iter().zip(["de datum", "de tijd"]) {
            let said = server.read(&format!("{PRIVATE}/{number}.yaml"));
            assert_eq!(said, format!("said: Antwoord op {what}"));
        }
        let files = server.git(&["ls-tree", "--name-only", &format!("main:{PRIVATE}")]);
        assert_eq!(files.lines().count(), 3, "{files}");
    }
}

#[test]
fn uncommitted_work_stays() {
    let server = Server::new();
    let [mila, pim] = server.clones(["m.bakker", "p.vos"]);
    pim.contacted("2024-0001", "de datum");
    pim.ok(&["sync"]);
    mila.new_case("Te laat.");
    mila.write("notes.txt", "later");
    mila.write("README.md", "anders\n");
    mila.write("staged.txt", "later");
    mila.git(&["add", "staged.txt"]);
    mila.ok(&["sync"]);
    assert_eq!(
        mila.git(&["status", "--porcelain"]),
        " M README.md\nA  staged.txt\n?? notes.txt"
    );
    // In the way of what comes: nothing happens.
    pim.contacted("2024-0001", "de tijd");
    pim.ok(&["sync"]);
    mila.write(RECORD, &(mila.read(RECORD) + "\n# kladje\n"));
    mila.new_case("Nog een.");
    mila.fails(&["sync"], 2, &["2024-0001/complaint.yaml"]);
    mila.git(&["restore", RECORD]);
    // A new file where one comes, too.
    mila.write(&format!("{PRIVATE}/04.yaml"), "said: x\n");
    mila.fails(&["sync"], 2, &["private/04.yaml"]);
    std::fs::remove_file(mila.path.join(format!("{PRIVATE}/04.yaml"))).unwrap();
    mila.ok(&["sync"]);
    server.is_valid();
}

#[test]
fn what_lies_beside_the_register_goes_along() {
    let server = Server::new();
    let [mila, pim] = server.clones(["m.bakker", "p.vos"]);
    pim.write("README.md", "EEN\n\ntwee\n\ndrie\n\nvier\n\nvijf\n");
    pim.write("tool.sh", "#!/bin/sh\n");
    pim.git(&["add", "tool.sh"]);
    pim.git(&["update-index", "--chmod=+x", "tool.sh"]);
    pim.git(&["commit", "-qam", "Bovenaan"]);
    pim.git(&["reset", "-q", "--hard"]);
    pim.ok(&["sync"]);
    mila.write("README.md", "een\n\ntwee\n\ndrie\n\nvier\n\nVIJF\n");
    mila.git(&["commit", "-qam", "Onderaan"]);
    mila.git(&["rm", "-q", "README.md"]);
    mila.git(&["commit", "-qm", "Weg"]);
    mila.git(&["revert", "--no-edit", "HEAD"]);
    // Removing what the other changed is a conflict.
    mila.fails(&["sync"], 2, &["README.md"]);
    mila.git(&["reset", "-q", "--hard", "HEAD~2"]);
    let said = mila.ok(&["sync"]);
    assert_eq!(
        said,
        "Opgehaald: 1 andere wijziging.\nVerstuurd: 1 andere wijziging.\n"
    );
    assert_eq!(
        server.read("README.md"),
        "EEN\n\ntwee\n\ndrie\n\nvier\n\nVIJF"
    );
    mila.is_whole();
}
