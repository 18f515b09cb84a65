//! `klacht sync` between a server with hooks and the clones of several people.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "support/clones.rs"]
mod clones;

use clones::{RECORD, Server};

const PRIVATE: &str = "complaints/2024/2024-0001/private";

#[test]
fn what_one_records_comes_to_the_other() {
    let server = Server::new();
    let (mila, pim) = (
        server.clone("mila", "m.bakker"),
        server.clone("pim", "p.vos"),
    );
    mila.new_case("Te laat.");
    let said = mila.ok(&["sync"]);
    assert_eq!(said, "Verstuurd: 2024-0002 stap 1.\n");
    assert_eq!(
        mila.ok(&["sync"]),
        "Er was niets op te halen en niets te versturen.\n"
    );
    assert_eq!(pim.ok(&["sync"]), "Opgehaald: 2024-0002 stap 1.\n");
    assert!(pim.has("complaints/2024/2024-0002/private/01.yaml"));
    pim.is_whole();
    assert_eq!(
        pim.git(&["rev-parse", "HEAD"]),
        server.git(&["rev-parse", "main"])
    );
}

#[test]
fn a_number_that_was_taken_is_changed_everywhere() {
    let server = Server::new();
    let (mila, hanna) = (
        server.clone("mila", "m.bakker"),
        server.clone("hanna", "c.janssen"),
    );
    mila.new_case("Van Mila.");
    mila.new_case("Ook van Mila.");
    mila.ok(&["sync"]);
    // Two new cases, the second about the same as the first, and a step in each.
    hanna.new_case("Eerste van Chris.");
    let same = "--set=same_incident_as=2024-0002";
    let annex = hanna.path.join("brief.pdf");
    std::fs::write(&annex, "brief").unwrap();
    hanna.ok(&[
        "new",
        "--as-of=2024-03-04",
        "--set=channel=letter",
        "--set=passed_to_coordinator=2024-03-04",
        "--set=complainant=client",
        "--set=commissioned_by.kind=uwv",
        "--set=commissioned_by.name=UWV",
        "--set=about=k.smit",
        "--set=service=job-coaching",
        "--set=category=planning",
        "--set=occurred.date=2024-03-01",
        "--set=summary=Tweede, zie 2024-0002.",
        same,
        "--private=complainant.name=J. de Wit",
        "--private=description=Niemand belde.",
        "--attach=brief.pdf",
    ]);
    for case in ["2024-0003", "2024-0002"] {
        let copied: &[&str] = if case == "2024-0003" {
            &["--set=document_copied=2024-03-05"]
        } else {
            &[]
        };
        hanna.ok(&[
            &[
                "record",
                case,
                "assigned",
                "--as-of=2024-03-05",
                "--set=handler=p.vos",
            ],
            copied,
        ]
        .concat());
    }
    std::fs::remove_file(annex).unwrap();
    let dates = hanna.git(&["log", "--format=%an %ae %ad", "origin/main.."]);

    let said = hanna.ok(&["sync"]);
    assert!(said.contains("uw 2024-0002 heet nu 2024-0004"), "{said}");
    assert!(said.contains("uw 2024-0003 heet nu 2024-0005"), "{said}");
    assert!(
        said.contains(
            "Verstuurd: 2024-0004 stap 1, 2024-0005 stap 1, 2024-0005 stap 2, 2024-0004 stap 2."
        ),
        "{said}"
    );
    hanna.is_whole();
    server.is_valid();
    let first = server.read("complaints/2024/2024-0004/complaint.yaml");
    assert!(
        first.starts_with("case: 2024-0004\n") && first.contains("Eerste van Chris"),
        "{first}"
    );
    let second = server.read("complaints/2024/2024-0005/complaint.yaml");
    assert!(
        second.contains("same_incident_as: '2024-0004'") && second.contains("zie 2024-0004."),
        "{second}"
    );
    assert_eq!(
        server.read("complaints/2024/2024-0005/private/01-brief.pdf"),
        "brief"
    );
    assert!(
        server
            .read("complaints/2024/2024-0002/complaint.yaml")
            .contains("Van Mila")
    );
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
    for mila_first in [true, false] {
        let server = Server::new();
        let (pim, chris) = (
            server.clone("pim", "p.vos"),
            server.clone("chris", "c.janssen"),
        );
        pim.contacted("2024-0001", "de datum");
        pim.contacted("2024-0001", "de tijd");
        // The last step corrects the one before it, which may move.
        pim.ok(&[
            "record",
            "2024-0001",
            "corrected",
            "--as-of=2024-03-06",
            "--set=corrects=4",
            "--set=fields.asked=Het uur.",
            "--set=reason=Verkeerd.",
        ]);
        chris.ok(&[
            "record",
            "2024-0001",
            "assigned",
            "--as-of=2024-03-06",
            "--set=handler=p.vos",
            "--set=reason=Toch.",
        ]);
        let (one, two) = if mila_first {
            (&pim, &chris)
        } else {
            (&chris, &pim)
        };
        one.ok(&["sync"]);
        let said = two.ok(&["sync"]);
        one.ok(&["sync"]);
        server.is_valid();
        for clone in [one, two] {
            clone.is_whole();
            assert_eq!(
                clone.git(&["rev-parse", "HEAD"]),
                server.git(&["rev-parse", "main"])
            );
        }
        let record = server.read(RECORD);
        let (asked, corrects, annex) = if mila_first {
            (3, 4, ["03", "04"])
        } else {
            (4, 5, ["04", "05"])
        };
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
        if mila_first {
            assert!(
                said.contains("uw stap 3 van 2024-0001 is nu stap 6"),
                "{said}"
            );
        } else {
            assert!(
                said.contains("uw stap 3 van 2024-0001 is nu stap 4")
                    && said.contains("stap 5 van 2024-0001 is nu stap 6"),
                "{said}"
            );
        }
    }
}

#[test]
fn three_clones_over_several_cases() {
    let server = Server::new();
    let clones = [
        server.clone("a", "m.bakker"),
        server.clone("b", "c.janssen"),
        server.clone("c", "p.vos"),
    ];
    for (round, clone) in clones.iter().enumerate() {
        clone.new_case(&format!("Ronde {round}."));
        clone.new_case(&format!("Nog een {round}."));
    }
    clones[2].contacted("2024-0001", "de datum");
    for clone in clones.iter().chain(clones.iter()) {
        clone.ok(&["sync"]);
    }
    server.is_valid();
    assert_eq!(server.git(&["rev-list", "--count", "main"]), "8");
    let cases = server.git(&["ls-tree", "--name-only", "main:complaints/2024"]);
    assert_eq!(cases.lines().count(), 7, "{cases}");
    for clone in &clones {
        clone.is_whole();
        assert_eq!(
            clone.git(&["rev-parse", "HEAD"]),
            server.git(&["rev-parse", "main"])
        );
        clone.ok(&["check", "--deny=violation"][..1]);
    }
}

#[test]
fn two_decisions_are_not_joined() {
    let server = Server::new();
    let (pim, chris) = (
        server.clone("pim", "p.vos"),
        server.clone("chris", "c.janssen"),
    );
    for clone in [&pim, &chris] {
        clone.write("brief.pdf", "brief");
        clone.ok(&[
            "record",
            "2024-0001",
            "refused",
            "--as-of=2024-03-06",
            "--set=ground=no-complaint",
            "--set=told=2024-03-06",
            "--attach=brief.pdf",
        ]);
        std::fs::remove_file(clone.path.join("brief.pdf")).unwrap();
    }
    pim.ok(&["sync"]);
    let (state, record) = (chris.state(), chris.read(RECORD));
    let (code, said) = chris.klacht(&["sync"]);
    assert!(
        code == 1
            && said.contains("fout[")
            && said.contains("Anderen hebben intussen vastgelegd: 2024-0001 stap 3"),
        "{code} {said}"
    );
    assert_eq!((chris.state(), chris.read(RECORD)), (state, record));
    chris.is_whole();
    server.is_valid();
}

#[test]
fn a_refusal_of_the_server_is_shown_and_not_tried_again() {
    let server = Server::new();
    let mila = server.clone("mila", "m.bakker");
    server.git(&["config", "klacht.pusherVariable", "WHO"]);
    mila.new_case("Te laat.");
    let tip = server.git(&["rev-parse", "main"]);
    let output = mila
        .klacht_command(&["sync"])
        .env("WHO", "p.vos")
        .output()
        .unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains("fout[H07]")
            && said.contains("De server heeft dit niet aangenomen: 2024-0002 stap 1"),
        "{said}"
    );
    assert!(!said.contains("remote:"), "{said}");
    assert_eq!(server.git(&["rev-parse", "main"]), tip);
    mila.is_whole();
    let output = mila
        .klacht_command(&["sync"])
        .env("WHO", "m.bakker")
        .output()
        .unwrap();
    assert!(output.status.success());
}

#[test]
fn what_cannot_be_accepted_is_not_sent() {
    let server = Server::new();
    let chris = server.clone("chris", "c.janssen");
    let text = chris.read(RECORD).replace("afgezegd", "vergeten");
    chris.write(RECORD, &text);
    chris.git(&["commit", "-qam", "Netter"]);
    let (state, tip) = (chris.state(), server.git(&["rev-parse", "main"]));
    let (code, said) = chris.klacht(&["sync"]);
    assert!(
        code == 1 && said.contains("fout[H22]") && said.contains("niets verstuurd"),
        "{said}"
    );
    assert_eq!(
        (chris.state(), server.git(&["rev-parse", "main"])),
        (state.clone(), tip)
    );
    // Nor is it put on what others recorded.
    let mila = server.clone("mila", "m.bakker");
    mila.new_case("Te laat.");
    mila.ok(&["sync"]);
    let (code, said) = chris.klacht(&["sync"]);
    assert!(
        code == 2 && said.contains("voegt niet alleen iets toe"),
        "{said}"
    );
    assert_eq!(chris.state(), state);
}

#[test]
fn uncommitted_work_stays() {
    let server = Server::new();
    let (mila, pim) = (
        server.clone("mila", "m.bakker"),
        server.clone("pim", "p.vos"),
    );
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
    let text = mila.read(RECORD) + "\n# kladje\n";
    mila.write(RECORD, &text);
    mila.new_case("Nog een.");
    let state = mila.state();
    let (code, said) = mila.klacht(&["sync"]);
    assert!(
        code == 2 && said.contains("2024-0001/complaint.yaml"),
        "{said}"
    );
    assert_eq!((mila.state(), mila.read(RECORD)), (state, text));
    mila.git(&["restore", RECORD]);
    // A new file where one comes, too.
    mila.write(&format!("{PRIVATE}/04.yaml"), "said: x\n");
    let (code, said) = mila.klacht(&["sync"]);
    assert!(code == 2 && said.contains("private/04.yaml"), "{said}");
    std::fs::remove_file(mila.path.join(format!("{PRIVATE}/04.yaml"))).unwrap();
    mila.ok(&["sync"]);
    server.is_valid();
}

#[test]
fn offline_nothing_is_lost() {
    let server = Server::new();
    let mila = server.clone("mila", "m.bakker");
    mila.new_case("Te laat.");
    let state = mila.state();
    let url = mila.git(&["remote", "get-url", "origin"]);
    for (address, words) in [
        ("../nowhere.git", "niet te bereiken"),
        ("ssh://git@127.0.0.1:1/x.git", "niet te bereiken"),
    ] {
        mila.git(&["remote", "set-url", "origin", address]);
        let (code, said) = mila.klacht(&["sync"]);
        assert!(
            code == 2 && said.contains(words) && said.contains("niets verloren"),
            "{said}"
        );
        assert_eq!(mila.state(), state);
        mila.is_whole();
    }
    mila.git(&["remote", "set-url", "origin", &url]);
    mila.ok(&["sync"]);
    // Without git nothing goes, and that is said.
    let output = mila
        .klacht_command(&["sync"])
        .env("PATH", "/nowhere")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        output.status.code() == Some(2) && said.contains("git is niet gevonden"),
        "{said}"
    );
}

#[test]
fn what_git_is_in_the_middle_of_is_named() {
    let server = Server::new();
    let (mila, pim) = (
        server.clone("mila", "m.bakker"),
        server.clone("pim", "p.vos"),
    );
    let says = |words: &str| {
        let state = mila.state();
        let (code, said) = mila.klacht(&["sync"]);
        assert!(code == 2 && said.contains(words), "{words}: {code} {said}");
        assert_eq!(mila.state(), state);
    };
    mila.git(&["switch", "-q", "--detach"]);
    says("git switch main");
    mila.git(&["switch", "-q", "-c", "eigen"]);
    says("--set-upstream-to=origin/eigen");
    mila.git(&["switch", "-q", "main"]);
    // A merge cannot be put elsewhere.
    pim.contacted("2024-0001", "de datum");
    pim.ok(&["sync"]);
    mila.new_case("Te laat.");
    mila.git(&["fetch", "-q"]);
    mila.git(&["merge", "-q", "--no-edit", "origin/main"]);
    says("git rebase");
    mila.git(&["rebase", "-q"]);
    mila.ok(&["sync"]);
    // A rebase that is not finished.
    mila.write("README.md", "a\n");
    mila.git(&["commit", "-qam", "a"]);
    pim.ok(&["sync"]);
    pim.write("README.md", "b\n");
    pim.git(&["commit", "-qam", "b"]);
    pim.ok(&["sync"]);
    says("README.md is op de server anders geworden");
    mila.git(&["fetch", "-q"]);
    assert!(!mila.try_git(&["rebase", "origin/main"]).0);
    let (code, said) = mila.klacht(&["sync"]);
    assert!(code == 2 && said.contains("git status"), "{said}");
    mila.git(&["rebase", "--abort"]);
    mila.git(&["reset", "-q", "--hard", "origin/main"]);
    // The server's history rewritten.
    server.git(&["update-ref", "refs/heads/main", "main~1"]);
    says("herschreven");
}

#[test]
fn what_another_made_is_left_to_them() {
    let server = Server::new();
    let (mila, pim) = (
        server.clone("mila", "m.bakker"),
        server.clone("pim", "p.vos"),
    );
    pim.contacted("2024-0001", "de datum");
    mila.git(&["fetch", "-q", "../pim", "main"]);
    mila.git(&["merge", "-q", "--ff-only", "FETCH_HEAD"]);
    let chris = server.clone("chris", "c.janssen");
    chris.new_case("Te laat.");
    chris.ok(&["sync"]);
    let state = mila.state();
    let (code, said) = mila.klacht(&["sync"]);
    assert!(
        code == 2 && said.contains("is van p.vos, niet van u"),
        "{said}"
    );
    assert_eq!(mila.state(), state);
}

#[test]
fn what_lies_beside_the_register_goes_along() {
    let server = Server::new();
    let (mila, pim) = (
        server.clone("mila", "m.bakker"),
        server.clone("pim", "p.vos"),
    );
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
    let (code, said) = mila.klacht(&["sync"]);
    assert!(
        code == 2 && said.contains("README.md"),
        "removing what the other changed is a conflict: {said}"
    );
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

#[test]
fn plain_git_joins_steps_by_the_driver() {
    let server = Server::new();
    let (pim, chris) = (
        server.clone("pim", "p.vos"),
        server.clone("chris", "c.janssen"),
    );
    for clone in [&pim, &chris] {
        clone.ok(&["hooks", "install"]);
        assert_eq!(
            clone.git(&["status", "--porcelain"]),
            "",
            "nothing of it is to be committed"
        );
    }
    pim.contacted("2024-0001", "de datum");
    pim.ok(&["sync"]);
    let assign = |reason: &str| {
        let reason = format!("--set=reason={reason}");
        chris.ok(&[
            "record",
            "2024-0001",
            "assigned",
            "--as-of=2024-03-06",
            "--set=handler=p.vos",
            &reason,
        ]);
    };
    assign("Toch.");
    assign("Echt.");
    chris.ok(&[
        "record",
        "2024-0001",
        "corrected",
        "--as-of=2024-03-06",
        "--set=corrects=4",
        "--set=fields.reason=Ja.",
        "--set=reason=Fout.",
    ]);
    chris.git(&["pull", "-q", "--rebase"]);
    assert!(chris.read(RECORD).contains("corrects: 5\n"));
    chris.ok(&["sync"]);
    server.is_valid();

    // The step that moves has an annex: git cannot, and klacht can.
    pim.contacted("2024-0001", "de tijd");
    assign("Weer.");
    chris.ok(&["sync"]);
    let state = pim.state();
    let (ok, said) = pim.try_git(&["pull", "--rebase"]);
    assert!(
        !ok && said.contains("heeft bijlagen") && said.contains("klacht sync"),
        "{said}"
    );
    pim.git(&["rebase", "--abort"]);
    assert_eq!(pim.state(), state);
    pim.ok(&["sync"]);
    server.is_valid();

    // A merge puts what was fetched first as well, though the sides are the other way round.
    let mila = server.clone("mila", "c.janssen");
    mila.ok(&["hooks", "install"]);
    chris.ok(&["sync"]);
    assign("Van Chris.");
    mila.ok(&[
        "record",
        "2024-0001",
        "assigned",
        "--as-of=2024-03-06",
        "--set=handler=p.vos",
        "--set=reason=Van Mila.",
    ]);
    chris.ok(&["sync"]);
    let (ok, said) = mila.try_git(&["pull", "--no-rebase", "--no-edit"]);
    let record = mila.read(RECORD);
    assert!(
        record.find("Van Chris").unwrap() < record.find("Van Mila").unwrap(),
        "{ok} {said}"
    );

    // What does not go together is a conflict, and the file is as it was.
    let two = [
        server.clone("one", "p.vos"),
        server.clone("two", "c.janssen"),
    ];
    for clone in &two {
        clone.ok(&["hooks", "install"]);
        clone.ok(&[
            "record",
            "2024-0001",
            "withdrawn",
            "--as-of=2024-03-06",
            "--set=ground=Opgelost.",
        ]);
    }
    two[0].ok(&["sync"]);
    let (ok, said) = two[1].try_git(&["pull", "--rebase"]);
    assert!(!ok && said.contains("kloppen de stappen niet"), "{said}");
    assert_eq!(two[1].read(RECORD), two[0].read(RECORD));
}

/// The smaller version of `cargo bench --bench concurrent_pushes`.
#[test]
fn nothing_is_lost_when_all_send_at_once() {
    let server = Server::new();
    let people = ["m.bakker", "c.janssen", "h.mulder", "k.smit"];
    let clones: Vec<_> = people.iter().map(|who| server.clone(who, who)).collect();
    std::thread::scope(|scope| {
        for clone in &clones {
            scope.spawn(|| {
                for round in 0..3 {
                    clone.new_case(&format!("Ronde {round}."));
                    clone.ok(&["sync"]);
                }
            });
        }
    });
    server.is_valid();
    assert_eq!(server.git(&["rev-list", "--count", "main"]), "13");
    let cases = server.git(&["ls-tree", "--name-only", "main:complaints/2024"]);
    assert_eq!(cases.lines().count(), 13, "{cases}");
    for clone in &clones {
        clone.ok(&["sync"]);
        clone.is_whole();
    }
}
