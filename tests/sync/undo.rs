//! `klacht undo`: the last step of one's own, as long as it was not sent.

use super::clones::{RECORD, Server};

#[test]
fn a_step_that_was_not_sent_is_taken_back() {
    let server = Server::new();
    let [pim, mila] = server.clones(["p.vos", "m.bakker"]);
    let begin = pim.state();
    pim.contacted("2024-0001", "de datum");
    let one = pim.state();
    pim.new_case("Te laat.");
    pim.write("notes.txt", "later");
    let said = pim.ok(&["undo"]);
    assert!(
        said.contains("Teruggenomen: 2024-0002 stap 1: ontvangst."),
        "{said}"
    );
    assert!(!pim.has("complaints/2024/2024-0002"));
    std::fs::remove_file(pim.path.join("notes.txt")).unwrap();
    assert_eq!(pim.state(), one);
    // What others sent meanwhile is no reason to keep it.
    mila.new_case("Van Mila.");
    mila.ok(&["sync"]);
    pim.ok(&["undo"]);
    assert_eq!(pim.state(), begin);
    pim.is_whole();
    pim.fails(&["undo"], 2, &["niets terug te nemen", "stap corrected"]);
    pim.contacted("2024-0001", "de tijd");
    pim.ok(&["sync"]);
    pim.fails(&["undo"], 2, &["niets terug te nemen"]);
    pim.is_at(&server);
}

#[test]
fn what_the_server_has_stays() {
    let server = Server::new();
    let pim = server.clone("pim", "p.vos");
    let before = pim.git(&["rev-parse", "HEAD"]);
    pim.contacted("2024-0001", "de datum");
    pim.ok(&["sync"]);
    // Word of it did not come back: the run was killed just then.
    pim.git(&["update-ref", "refs/remotes/origin/main", &before]);
    pim.fails(&["undo"], 2, &["niets terug te nemen"]);
    // Offline, and known to have been sent.
    pim.git(&["remote", "set-url", "origin", "../nowhere.git"]);
    pim.fails(&["undo"], 2, &["niets terug te nemen"]);
    pim.contacted("2024-0001", "de tijd");
    let said = pim.ok(&["undo"]);
    assert!(said.contains("niet te bereiken"), "{said}");
    assert_eq!(
        pim.git(&["rev-parse", "HEAD"]),
        server.git(&["rev-parse", "main"])
    );
    // Nothing is known of the server.
    pim.contacted("2024-0001", "de tijd");
    pim.git(&["update-ref", "-d", "refs/remotes/origin/main"]);
    pim.fails(&["undo"], 2, &["nog niets bekend"]);
    pim.git(&["branch", "--unset-upstream"]);
    pim.fails(&["undo"], 2, &["--set-upstream-to=origin/main"]);
}

#[test]
fn what_is_not_committed_is_not_thrown_away() {
    let server = Server::new();
    let pim = server.clone("pim", "p.vos");
    pim.new_case("Te laat.");
    let record = "complaints/2024/2024-0002/complaint.yaml";
    for (path, text) in [
        (record, pim.read(record) + "\n# kladje\n"),
        (
            "complaints/2024/2024-0002/private/02-los.pdf",
            "x".to_owned(),
        ),
    ] {
        pim.write(path, &text);
        pim.fails(&["undo"], 2, &[path]);
        assert_eq!(pim.read(path), text);
        pim.git(&["stash", "-qu"]);
    }
    // In another case it is in nobody's way.
    let draft = pim.read(RECORD) + "\n# kladje\n";
    pim.write(RECORD, &draft);
    pim.ok(&["undo"]);
    assert_eq!(pim.read(RECORD), draft);
}

#[test]
fn a_register_without_a_server_takes_back_too() {
    let server = Server::new();
    let pim = server.clone("pim", "p.vos");
    pim.git(&["remote", "remove", "origin"]);
    let before = pim.state();
    pim.contacted("2024-0001", "de datum");
    let said = pim.ok(&["undo"]);
    assert!(said.contains("2024-0001 stap"), "{said}");
    assert_eq!(pim.state(), before);
    pim.fails(&["sync"], 2, &["alleen op deze computer"]);
    pim.fails(&["undo"], 2, &["na het begin"]);
}

/// Git had another address when the step was recorded, and was then told the right one: what H07, H13 and H14 advise.
#[test]
fn what_was_recorded_under_another_address_is_taken_back() {
    let server = Server::new();
    let pim = server.clone("pim", "p.vos");
    let begin = pim.state();
    let address = |who| pim.git(&["config", "user.email", who]);
    pim.git(&["config", "user.name", "Pim"]);
    address("m.bakker@voorbeeld.example");
    pim.new_case("Onder het adres van een ander.");
    address("p.vos@voorbeeld.example");
    pim.ok(&["undo"]);
    assert_eq!(pim.state(), begin);
    let author = "--author=m.bakker <m.bakker@voorbeeld.example>";
    pim.write("README.md", "Later.\n");
    pim.git(&["commit", "-qam", "Later", author]);
    pim.ok(&["undo"]);
    assert_eq!(pim.state(), begin);
}
