//! `klacht sync` between a server with hooks and the clones of several people.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../support/clones.rs"]
mod clones;

mod joined;
mod plain_git;
mod refused;
mod remedies;
mod signed;
mod undo;

use clones::Server;

#[test]
fn what_one_records_comes_to_the_other() {
    let server = Server::new();
    let [mila, pim] = server.clones(["m.bakker", "p.vos"]);
    mila.new_case("Te laat.");
    let said = mila.ok(&["sync"]);
    assert_eq!(said, "Verstuurd: 2024-0002 stap 1.\n");
    assert_eq!(
        mila.ok(&["sync"]),
        "Er was niets op te halen en niets te versturen.\n"
    );
    assert_eq!(pim.ok(&["sync"]), "Opgehaald: 2024-0002 stap 1.\n");
    assert!(pim.has("complaints/2024/2024-0002/private/01.yaml"));
    pim.is_at(&server);
    // Whoever knows no git is told that recording is not sending.
    let said = pim.contacted("2024-0001", "de datum");
    assert!(said.ends_with("Verstuur het met: klacht sync\n"), "{said}");
    pim.git(&["remote", "remove", "origin"]);
    let said = pim.contacted("2024-0001", "de plaats");
    assert!(!said.contains("klacht sync"), "{said}");
}

#[test]
fn three_clones_over_several_cases() {
    let server = Server::new();
    let clones = server.clones(["m.bakker", "c.janssen", "p.vos"]);
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
        clone.is_at(&server);
        clone.ok(&["check"]);
    }
}

/// The smaller version of `cargo bench --bench concurrent_pushes`.
#[test]
fn nothing_is_lost_when_all_send_at_once() {
    let server = Server::new();
    let clones = server.clones(["m.bakker", "c.janssen", "h.mulder", "k.smit"]);
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
    server.was_valid_after_each_push(12);
    assert_eq!(server.git(&["rev-list", "--count", "main"]), "13");
    let cases = server.git(&["ls-tree", "--name-only", "main:complaints/2024"]);
    assert_eq!(cases.lines().count(), 13, "{cases}");
    for clone in &clones {
        clone.ok(&["sync"]);
        clone.is_at(&server);
    }
}
