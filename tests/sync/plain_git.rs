//! Plain git in the clones: with hooks and the merge driver, and without.

use super::clones::{RECORD, Server};

#[test]
fn steps_are_joined_by_the_driver() {
    let server = Server::new();
    let [pim, chris] = server.clones(["p.vos", "c.janssen"]);
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
    chris.assign("Toch.");
    chris.assign("Echt.");
    chris.step(
        "corrected",
        &["corrects=4", "fields.reason=Ja.", "reason=Fout."],
    );
    chris.git(&["pull", "-q", "--rebase"]);
    assert!(chris.read(RECORD).contains("corrects: 5\n"));
    chris.ok(&["sync"]);
    server.is_valid();

    // The step that moves has an annex: git cannot, and klacht can.
    pim.contacted("2024-0001", "de tijd");
    chris.assign("Weer.");
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
}

/// A merge puts what was fetched first as well, though the sides are the other way round.
#[test]
fn a_merge_puts_what_was_fetched_first() {
    let server = Server::new();
    let [chris, hanna] = server.clones(["c.janssen", "m.bakker"]);
    hanna.is("c.janssen");
    hanna.ok(&["hooks", "install"]);
    chris.assign("Van Chris.");
    hanna.assign("Van Hanna.");
    chris.ok(&["sync"]);
    let (ok, said) = hanna.try_git(&["pull", "--no-rebase", "--no-edit"]);
    let record = hanna.read(RECORD);
    assert!(
        record.find("Van Chris").unwrap() < record.find("Van Hanna").unwrap(),
        "{ok} {said}"
    );
}

/// What does not go together is a conflict, and the file is as it was.
#[test]
fn what_is_not_right_together_is_a_conflict() {
    let server = Server::new();
    let [pim, chris] = server.clones(["p.vos", "c.janssen"]);
    for clone in [&pim, &chris] {
        clone.ok(&["hooks", "install"]);
        clone.step("withdrawn", &["ground=Opgelost."]);
    }
    pim.ok(&["sync"]);
    let (ok, said) = chris.try_git(&["pull", "--rebase"]);
    assert!(!ok && said.contains("kloppen de stappen niet"), "{said}");
    assert_eq!(chris.read(RECORD), pim.read(RECORD));
}

const BY_HAND: &str = "\n- step: contacted\n  date: 2024-03-06\n  by: p.vos\n  channel: phone\n";

/// A block that was typed in an editor and committed as usual.
#[test]
fn a_step_by_hand_is_judged_as_one_that_was_recorded() {
    let server = Server::new();
    let [pim, bare] = server.clones(["p.vos", "m.bakker"]);
    bare.is("p.vos");
    pim.ok(&["hooks", "install"]);
    let old = pim.read(RECORD);
    let good = format!("{old}{BY_HAND}");
    let closed = BY_HAND.replace("contacted", "closed");
    let closed = closed.replace("  channel: phone\n", "");
    for (text, code) in [
        (good.replace("by: p.vos\n", "by: c.janssen\n"), "H16"),
        (good.replace("afgezegd", "vergeten"), "H22"),
        (format!("{old}{closed}"), "K806"),
    ] {
        // With the hooks git makes no commit.
        pim.write(RECORD, &text);
        let (ok, with_hooks) = pim.try_git(&["commit", "-am", "Met de hand"]);
        assert!(!ok && with_hooks.contains(code), "{code}: {with_hooks}");
        // Without them it does, and the server says the same.
        bare.write(RECORD, &text);
        bare.git(&["commit", "-qam", "Met de hand"]);
        let (ok, pushed) = bare.try_git(&["push"]);
        assert!(!ok && pushed.contains(code), "{code}: {pushed}");
        let mark = format!("fout[{code}]: ");
        let found = with_hooks.lines().find_map(|line| line.strip_prefix(&mark));
        let same = |line: &str| line.contains(&mark) && line.ends_with(found.unwrap());
        assert!(
            pushed.lines().map(str::trim_end).any(same),
            "{found:?}: {pushed}"
        );
        bare.ok(&["undo"]);
        pim.git(&["restore", RECORD]);
    }
    pim.write(RECORD, &good);
    let output = pim
        .command("git")
        .args(["commit", "-a"])
        .env("GIT_EDITOR", "true")
        .output();
    let said = output.unwrap();
    assert!(said.status.success(), "{said:?}");
    assert_eq!(
        pim.git(&["log", "-1", "--format=%s"]),
        "2024-0001 stap 3: navraag"
    );
    pim.git(&["push", "-q"]);
    server.is_valid();
}

/// A commit that was sent and then written anew is not sent again: a complaint would be there twice, for good.
#[test]
fn what_was_sent_is_not_sent_again_when_it_is_amended() {
    let server = Server::new();
    let [pim, hanna] = server.clones(["p.vos", "m.bakker"]);
    hanna.new_case("Te laat gebeld.");
    hanna.git(&["push", "-q"]);
    hanna.git(&[
        "commit",
        "-q",
        "--amend",
        "-m",
        "2024-0002 stap 1: telefonisch",
    ]);
    let said = hanna.ok(&["sync"]);
    assert!(!said.contains("nummer"), "{said}");
    assert!(!hanna.has("complaints/2024/2024-0003/complaint.yaml"));
    hanna.is_at(&server);

    // The answer to a push was lost, and others pushed meanwhile.
    pim.ok(&["sync"]);
    pim.contacted("2024-0001", "de datum");
    pim.git(&["push", "-q", server.bare().to_str().unwrap(), "main"]);
    hanna.is("p.vos");
    hanna.ok(&["sync"]);
    hanna.contacted("2024-0001", "de tijd");
    hanna.ok(&["sync"]);
    pim.git(&["commit", "-q", "--amend", "--no-edit", "--reset-author"]);
    pim.contacted("2024-0001", "de plaats");
    pim.ok(&["sync"]);
    let record = pim.read(RECORD);
    for asked in ["de datum", "de tijd", "de plaats"] {
        assert_eq!(record.matches(asked).count(), 1, "{record}");
    }
    server.is_valid();
}

/// The clock of a colleague is fast, by no more than is allowed: others go on.
#[test]
fn a_step_is_not_recorded_before_that_of_a_fast_clock() {
    let server = Server::new();
    let [pim, chris] = server.clones(["p.vos", "c.janssen"]);
    chris.assign("Toch.");
    let made: i64 = chris
        .git(&["log", "-1", "--format=%ct"])
        .trim()
        .parse()
        .unwrap();
    let fast = format!("{} +0100", made + 240);
    let amend = ["commit", "-q", "--amend", "--no-edit"];
    let mut amend = chris
        .command("git")
        .args(amend)
        .env("GIT_COMMITTER_DATE", &fast)
        .spawn()
        .unwrap();
    assert!(amend.wait().unwrap().success());
    chris.ok(&["sync"]);
    pim.ok(&["sync"]);
    pim.contacted("2024-0001", "de datum");
    pim.ok(&["sync"]);
    server.is_valid();
}

/// A block that was typed and forgotten is not taken for sent.
#[test]
fn what_is_not_committed_is_named() {
    let server = Server::new();
    let [pim] = server.clones(["p.vos"]);
    assert!(!pim.ok(&["sync"]).contains("niet vastgelegd"));
    pim.write(RECORD, &format!("{}{BY_HAND}", pim.read(RECORD)));
    let said = pim.ok(&["sync"]);
    assert!(
        said.contains(&format!(
            "Nog niet vastgelegd, en dus niet verstuurd: {RECORD}"
        )),
        "{said}"
    );
}
