//! What is not sent, and why; everything is then as it was.

use super::clones::{RECORD, Server};

#[test]
fn two_decisions_are_not_joined() {
    let server = Server::new();
    let [pim, chris] = server.clones(["p.vos", "c.janssen"]);
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
    let joined = "Anderen hebben intussen vastgelegd: 2024-0001 stap 3";
    chris.fails(&["sync"], 1, &["fout[", joined]);
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
    let sync = |who: &str| {
        let output = mila.klacht_command(&["sync"]).env("WHO", who).output();
        let output = output.unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        (output.status.code(), said)
    };
    let (code, said) = sync("p.vos");
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("fout[H07]")
            && said.contains("De server heeft dit niet aangenomen: 2024-0002 stap 1"),
        "{said}"
    );
    assert!(!said.contains("remote:"), "{said}");
    assert_eq!(server.git(&["rev-parse", "main"]), tip);
    mila.is_whole();
    let (code, said) = sync("m.bakker");
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn what_cannot_be_accepted_is_not_sent() {
    let server = Server::new();
    let [chris, mila] = server.clones(["c.janssen", "m.bakker"]);
    chris.write(RECORD, &chris.read(RECORD).replace("afgezegd", "vergeten"));
    chris.git(&["commit", "-qam", "Netter"]);
    let tip = server.git(&["rev-parse", "main"]);
    let words = ["fout[H22]", "niets verstuurd", "klacht undo"];
    chris.fails(&["sync"], 1, &words);
    assert_eq!(server.git(&["rev-parse", "main"]), tip);
    // Nor is it put on what others recorded.
    mila.new_case("Te laat.");
    mila.ok(&["sync"]);
    chris.fails(&["sync"], 2, &["voegt niet alleen iets toe"]);
}

#[test]
fn what_was_wrong_before_does_not_come_of_what_others_recorded() {
    let server = Server::new();
    let [chris, mila] = server.clones(["c.janssen", "m.bakker"]);
    chris.write("x.txt", "x\n");
    chris.git(&["add", "-A"]);
    chris.git(&["commit", "-qm", "2024-0001 stap 3: oordeel"]);
    mila.new_case("Te laat.");
    mila.ok(&["sync"]);
    let said = chris.fails(&["sync"], 1, &["fout[H21]", "niets verstuurd"]);
    assert!(!said.contains("past daar niet meer bij"), "{said}");
}

#[test]
fn offline_nothing_is_lost() {
    let server = Server::new();
    let mila = server.clone("mila", "m.bakker");
    mila.new_case("Te laat.");
    let url = mila.git(&["remote", "get-url", "origin"]);
    for address in ["../nowhere.git", "ssh://git@127.0.0.1:1/x.git"] {
        mila.git(&["remote", "set-url", "origin", address]);
        mila.fails(&["sync"], 2, &["niet te bereiken", "niets verloren"]);
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
    let [mila, pim] = server.clones(["m.bakker", "p.vos"]);
    let says = |words: &str| drop(mila.fails(&["sync"], 2, &[words]));
    mila.git(&["switch", "-q", "--detach"]);
    says("git switch main");
    mila.git(&["switch", "-q", "-c", "eigen"]);
    says("--set-upstream-to=origin/main");
    mila.new_case("Op een eigen branch.");
    mila.git(&["branch", "-q", "--set-upstream-to=origin/main"]);
    mila.ok(&["undo"]);
    mila.new_case("Op een eigen branch.");
    mila.ok(&["sync"]);
    mila.git(&["switch", "-q", "main"]);
    mila.ok(&["sync"]);
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
    for (begin, back) in [
        ("rebase origin/main", "rebase --abort"),
        ("merge origin/main", "merge --abort"),
        ("cherry-pick origin/main", "cherry-pick --abort"),
        ("revert -n HEAD", "revert --abort"),
        ("bisect start", "bisect reset"),
    ] {
        mila.try_git(&begin.split(' ').collect::<Vec<_>>());
        says(&format!("git {back}"));
        mila.git(&back.split(' ').collect::<Vec<_>>());
    }
    mila.git(&["reset", "-q", "--hard", "origin/main"]);
    // The server's history rewritten.
    server.git(&["update-ref", "refs/heads/main", "main~1"]);
    says("herschreven");
}

#[test]
fn what_another_made_is_left_to_them() {
    let server = Server::new();
    let [mila, pim, chris] = server.clones(["m.bakker", "p.vos", "c.janssen"]);
    pim.contacted("2024-0001", "de datum");
    mila.git(&["fetch", "-q", "../p.vos", "main"]);
    mila.git(&["merge", "-q", "--ff-only", "FETCH_HEAD"]);
    chris.new_case("Te laat.");
    chris.ok(&["sync"]);
    mila.fails(&["sync"], 2, &["is van p.vos, niet van u"]);
    mila.fails(&["undo"], 2, &["is van p.vos, niet van u"]);
}

#[test]
fn the_step_that_is_wrong_is_named_with_how_far_back_it_is() {
    let server = Server::new();
    let pim = server.clone("pim", "p.vos");
    pim.contacted("2024-0001", "de datum");
    let by_hand = "\n- step: contacted\n  date: 2024-03-06\n  by: c.janssen\n  channel: phone\n";
    pim.write(RECORD, &(pim.read(RECORD) + by_hand));
    pim.git(&["commit", "-qam", "Stap"]);
    let words = [
        "H16",
        "zitten in: 2024-0001 stap 4. Neem die terug met klacht undo",
    ];
    pim.fails(&["sync"], 1, &words);
    for summary in ["Een.", "Twee."] {
        pim.new_case(summary);
    }
    let words = [
        "zitten in: 2024-0001 stap 4. Daarna",
        "geef 3 keer klacht undo",
    ];
    pim.fails(&["sync"], 1, &words);
    for _ in 0..3 {
        pim.ok(&["undo"]);
    }
    pim.ok(&["sync"]);
    server.is_valid();
}

/// Each remedy is followed to the letter.
#[test]
fn what_a_clone_does_not_have_yet_is_said_with_how_to_get_it() {
    let server = Server::new();
    let [pim, mila] = server.clones(["p.vos", "m.bakker"]);
    mila.new_case("Te laat.");
    mila.ok(&["sync"]);
    for command in ["show", "check", "record"] {
        pim.fails(
            &[command, "2024-0002"],
            2,
            &["haal het dan op met: klacht sync"],
        );
    }
    pim.ok(&["sync"]);
    for command in ["show", "check", "record"] {
        pim.ok(&[command, "2024-0002"]);
    }

    let url = pim.git(&["remote", "get-url", "origin"]);
    pim.git(&["remote", "remove", "origin"]);
    pim.git(&["remote", "add", "origin", &url]);
    pim.fails(
        &["sync"],
        2,
        &["git fetch origin, en daarna: git branch --set-upstream-to=origin/main"],
    );
    pim.git(&["fetch", "-q", "origin"]);
    pim.git(&["branch", "--set-upstream-to=origin/main"]);
    pim.ok(&["sync"]);

    let url = format!("file://{}", server.bare().display());
    let shallow = pim.path.with_file_name("shallow");
    pim.git(&["clone", "-q", "--depth=1", &url, shallow.to_str().unwrap()]);
    let there = ["-r", shallow.to_str().unwrap()];
    let check = [&["check", "--history"][..], &there].concat();
    pim.git(&[
        "-C",
        there[1],
        "config",
        "klacht.trustRoot",
        &server.git(&["rev-parse", "main~1"]),
    ]);
    pim.fails(&check, 2, &["git fetch --unshallow"]);
    pim.git(&["-C", there[1], "fetch", "-q", "--unshallow"]);
    pim.ok(&check);

    pim.contacted("2024-0001", "de datum");
    pim.ok(&["sync"]);
    server.git(&["config", "uploadpack.allowFilter", "true"]);
    let partial = pim.path.with_file_name("partial");
    let partial = partial.to_str().unwrap();
    pim.git(&["clone", "-q", "--filter=blob:none", &url, partial]);
    let root = server.git(&["rev-parse", "main~1"]);
    pim.git(&["-C", partial, "config", "klacht.trustRoot", &root]);
    pim.fails(
        &["check", "--history", "-r", partial],
        2,
        &["zonder --filter"],
    );
}

/// What is too much for one push goes step by step, up to the one that is too large by itself.
#[test]
fn what_is_too_much_at_once_is_sent_in_parts() {
    let server = Server::new();
    let pim = server.clone("pim", "p.vos");
    server.git(&["config", "klacht.maxPush", "12000"]);
    let noise = |seed: u32, size: usize| -> String {
        let next = |at: &u32| Some(at.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
        let random = std::iter::successors(Some(seed), next);
        random
            .map(|at| char::from(b'0' + (at >> 24) as u8 % 64))
            .take(size)
            .collect()
    };
    for (number, size) in [8000, 8000, 20_000].into_iter().enumerate() {
        let scan = format!("../scan-{number}.txt");
        pim.write(&scan, &noise(u32::try_from(number).unwrap(), size));
        let attach = format!("--attach={scan}");
        let record = ["record", "2024-0001", "contacted", "--as-of=2024-03-06"];
        pim.ok(&[&record[..], &["--set=channel=letter", &attach]].concat());
    }
    let (exit, said) = pim.klacht(&["sync"]);
    assert!(exit == 1 && said.contains("H08"), "{said}");
    assert!(
        said.contains("Verstuurd: 2024-0001 stap 3, 2024-0001 stap 4."),
        "{said}"
    );
    assert!(
        said.contains("niet aangenomen: 2024-0001 stap 5."),
        "{said}"
    );
    assert_eq!(
        server.git(&["rev-parse", "main"]),
        pim.git(&["rev-parse", "HEAD~1"])
    );
    pim.ok(&["undo"]);
    pim.ok(&["sync"]);
    pim.is_at(&server);
}

/// A disk that is full is named, also where libgit2 repeats what it said of something else before, and nothing is lost. Needs a disk of
/// one's own, which Linux gives anyone who may have namespaces; elsewhere there is nothing to see.
#[test]
fn a_full_disk_is_named_and_nothing_is_lost() {
    let server = Server::new();
    let [pim] = server.clones(["p.vos"]);
    for n in 0..400 {
        pim.write(&format!("a-file-that-makes-the-index-long-{n}"), "");
    }
    pim.git(&["add", "-A"]);
    pim.git(&["commit", "-qm", "Naast"]);
    let script = "
        mkdir ../small && mount -t tmpfs -o size=4m tmpfs ../small || exit 77
        git clone -q . ../small/p && cd ../small/p || exit 1
        git config user.name p.vos; git config user.email p.vos@voorbeeld.example
        for room in 0 16 32 48 64; do
            head -c 9m /dev/zero >../fill 2>/dev/null; truncate -s -${room}k ../fill
            \"$0\" record 2024-0001 contacted --as-of=2024-03-06 --set=channel=phone -y | grep Vastgelegd
            rm ../fill
            \"$0\" undo >/dev/null 2>/dev/null
            git status --porcelain; git fsck --no-dangling; find .git -name '*.lock'
        done
        git rev-list --count HEAD";
    let mut unshare = pim.command("unshare");
    let unshare = unshare.args(["-rm", "sh", "-c", script, env!("CARGO_BIN_EXE_klacht")]);
    let Ok(output) = unshare.output() else { return };
    if output.status.code() == Some(77) || !output.stdout.ends_with(b"\n2\n") {
        let said = String::from_utf8_lossy(&output.stderr);
        return assert!(said.contains("not permitted"), "{said}");
    }
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    let of_disk = |line: &&str| line.starts_with("fout: De schijf is vol");
    let rest: Vec<&str> = said.lines().filter(|line| !of_disk(line)).collect();
    assert!(said.lines().filter(of_disk).count() >= 3, "{said}");
    assert!(
        rest.iter()
            .all(|line| line.starts_with("Vastgelegd") || *line == "2"),
        "{said}"
    );
}
