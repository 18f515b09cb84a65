//! Plain git in the clones: with hooks and the merge driver, and without.

use super::clones::{Clone, RECORD, Server};

const ANNEX: &str = "complaints/2024/2024-0001/private/03.yaml";

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

/// Appends a step in an editor.
fn append(clone: &Clone, record: &str) {
    clone.write(record, &format!("{}{BY_HAND}", clone.read(record)));
}

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
    append(&pim, RECORD);
    let said = pim.ok(&["sync"]);
    assert!(
        said.contains(&format!(
            "Nog niet vastgelegd, en dus niet verstuurd: {RECORD}"
        )),
        "{said}"
    );
}

/// What git is told not to see is not committed either.
#[test]
fn what_is_ignored_is_named_as_not_committed() {
    let server = Server::new();
    let pim = server.clone("pim", "p.vos");
    pim.write(".git/info/exclude", "2024-0002\n");
    for path in [RECORD, &ANNEX.replace("03", "01")] {
        let text = pim.read(path).replace("2024-0001", "2024-0002");
        pim.write(&path.replace("2024-0001", "2024-0002"), &text);
    }
    let values = [
        "--set=channel=phone",
        "--set=asked=Wanneer?",
        "--private=said=Dan.",
    ];
    let record = ["record", "2024-0002", "contacted", "--as-of=2024-03-06"];
    let said = pim.fails(
        &[&record[..], &values].concat(),
        2,
        &["niet in git is vastgelegd"],
    );
    assert!(!said.contains("$more"), "{said}");
}

/// A clone of which git keeps its own files elsewhere is one like any other.
#[test]
fn a_step_is_recorded_where_git_keeps_its_files_apart() {
    let server = Server::new();
    let mila = server.clone("mila", "m.bakker");
    mila.git(&["init", "-q", "--separate-git-dir", "../apart.git"]);
    mila.ok(&["hooks", "install"]);
    mila.new_case("Apart.");
    mila.ok(&["undo"]);
    mila.new_case("Toch.");
    mila.ok(&["sync"]);
    assert_eq!(mila.git(&["status", "--porcelain", "-uall"]), "");
    assert_eq!(
        mila.git(&["rev-parse", "HEAD"]),
        server.git(&["rev-parse", "main"])
    );
    server.is_valid();
}

/// Git tells no hook that it amends: what is added to one's own step is judged with the step, and the step as it was sent stays.
#[test]
fn a_step_that_was_not_sent_is_completed_with_amend() {
    let server = Server::new();
    let [pim] = server.clones(["p.vos"]);
    pim.ok(&["hooks", "install"]);
    let begin = pim.read(RECORD);
    pim.write(RECORD, &format!("{begin}{BY_HAND}"));
    pim.git(&["commit", "-qa", "--date=10 minutes ago", "-m", "Gebeld"]);
    // Without --amend the step that is there stays as it is.
    let asked = format!("{begin}{BY_HAND}  asked: De datum.\n");
    pim.write(RECORD, &asked);
    let (ok, said) = pim.try_git(&["commit", "-qam", "Gebeld"]);
    assert!(
        !ok && said.contains("H22") && said.contains("git commit --amend, zonder"),
        "{said}"
    );
    // Git shows its hooks nothing of one that also takes another date and text, and they say how it goes.
    let anew = ["commit", "-qa", "--amend", "--reset-author", "-m", "Gebeld"];
    let (ok, said) = pim.try_git(&anew);
    assert!(!ok && said.contains("zonder --reset-author"), "{said}");
    // With it the whole step is judged.
    let other = BY_HAND.replace("p.vos", "c.janssen");
    pim.write(RECORD, &format!("{begin}{other}"));
    let (ok, said) = pim.try_git(&["commit", "-qa", "--amend", "--no-edit"]);
    assert!(!ok && said.contains("H16"), "{said}");
    pim.write(RECORD, &asked);
    pim.git(&["commit", "-qa", "--amend", "--no-edit"]);
    pim.write(ANNEX, "said: Maandag.\n");
    pim.git(&["add", "-A"]);
    pim.git(&["commit", "-q", "--amend", "-C", "HEAD"]);
    let (ok, said) = pim.try_git(&["commit", "-q", "--amend", "-m", "2024-0001 stap 9"]);
    assert!(!ok && said.contains("H21"), "{said}");
    pim.git(&[
        "commit",
        "-q",
        "--amend",
        "-m",
        "2024-0001 stap 3: nagebeld",
    ]);
    let anew = "git commit --amend --reset-author --no-edit";
    pim.git(&["rebase", "-q", "--keep-base", "--exec", anew]);
    pim.git(&["push", "-q"]);
    pim.is_at(&server);
    assert!(server.read(RECORD).contains("asked: De datum."));
    assert_eq!(
        server.git(&["log", "-1", "--format=%s"]),
        "2024-0001 stap 3: nagebeld"
    );
    // A new date is no other matter, as git says whose text it took.
    let step = BY_HAND.replace("channel: phone", "channel: email");
    pim.write(RECORD, &format!("{}{step}", server.read(RECORD)));
    pim.git(&["commit", "-qa", "--date=10 minutes ago", "-m", "Gemaild"]);
    let more = format!("{}{step}  asked: De plaats.\n", server.read(RECORD));
    pim.write(RECORD, &more);
    let (ok, said) = pim.try_git(&["commit", "-qam", "Gemaild"]);
    assert!(!ok && said.contains("H22"), "{said}");
    pim.git(&["commit", "-qa", "--amend", "--reset-author", "--no-edit"]);
    pim.git(&["push", "-q"]);
    let asked = more;
    // What was sent is no longer one's own.
    pim.write(RECORD, &asked.replace("De plaats.", "De plek."));
    let (ok, said) = pim.try_git(&["commit", "-qa", "--amend", "--no-edit"]);
    assert!(!ok && said.contains("H22"), "{said}");
    server.is_valid();
}

/// The hooks come late: what was not sent by then is judged as well, and can still be taken back.
#[test]
fn a_clone_trusts_what_the_server_has() {
    let server = Server::new();
    let [pim] = server.clones(["p.vos"]);
    let record = pim.read(RECORD);
    pim.write(RECORD, &record.replace("afgezegd", "verzet"));
    pim.git(&["commit", "-qam", "Verbeterd"]);
    pim.ok(&["hooks", "install"]);
    assert_eq!(
        pim.git(&["config", "klacht.trustRoot"]),
        server.git(&["rev-parse", "main"])
    );
    let (code, said) = pim.klacht(&["check", "--history"]);
    assert!(code == 1 && said.contains("H22"), "{said}");
    pim.ok(&["undo"]);
    // The id is named as the setting wants it.
    let said = pim.ok(&["check", "--history"]);
    assert!(
        said.contains(&pim.git(&["config", "klacht.trustRoot"])),
        "{said}"
    );
    pim.fails(
        &["check", "--history", "--trust-root", "abc123"],
        2,
        &["git rev-parse"],
    );
}

#[test]
fn before_the_first_commit_nothing_is_recorded() {
    let server = Server::new();
    let [pim] = server.clones(["p.vos"]);
    pim.git(&["switch", "-q", "--orphan", "nieuw"]);
    pim.git(&["checkout", "origin/main", "--", "complaints"]);
    let (code, said) = pim.klacht(&["check", "--history"]);
    assert!(code == 2 && said.contains("nog niets vastgelegd"), "{said}");
}

/// A lock that a git left which was killed is named, with what is to be done; git never takes it away.
#[test]
fn a_lock_that_is_in_the_way_is_named() {
    let server = Server::new();
    let [mila, pim] = server.clones(["m.bakker", "p.vos"]);
    mila.new_case("Van Mila.");
    mila.ok(&["sync"]);
    // Then it is set, for which git locks its settings.
    pim.git(&["config", "--unset", "core.fsync"]);
    for lock in ["config.lock", "refs/remotes/origin/main.lock"] {
        let path = pim.path.join(".git").join(lock);
        std::fs::write(&path, "").unwrap();
        let named = format!("{} bestaat", path.display());
        pim.fails(&["sync"], 2, &[&named, "verwijder dat bestand"]);
        std::fs::remove_file(&path).unwrap();
    }
    pim.ok(&["sync"]);
    pim.is_at(&server);
}

/// For a revert git asks one hook alone.
#[test]
fn a_step_is_not_reverted() {
    let server = Server::new();
    let [pim] = server.clones(["p.vos"]);
    pim.ok(&["hooks", "install"]);
    pim.contacted("2024-0001", "de datum");
    let state = pim.state();
    let (ok, said) = pim.try_git(&["revert", "--no-edit", "HEAD"]);
    assert!(
        !ok && said.contains("H26") && said.contains("H22"),
        "{said}"
    );
    assert!(said.contains("function: Manager re-integratie"), "{said}");
    pim.git(&["checkout", "HEAD", "--", RECORD, ANNEX]);
    assert_eq!(pim.state(), state);
    // Beside the register it is nobody's concern.
    pim.write("README.md", "Later.\n");
    pim.git(&["commit", "-qam", "Later"]);
    pim.git(&["revert", "--no-edit", "HEAD"]);
    pim.ok(&["sync"]);
    server.is_valid();
}

/// Commits under other ids, and a clone that somebody else owns, are named with their own way out.
#[test]
fn what_no_clone_can_mend_is_named() {
    let server = Server::new();
    let [pim] = server.clones(["p.vos"]);
    let begin = |name: &str| {
        let path = pim.path.with_file_name(name);
        pim.git(&[
            "init",
            "-q",
            "--object-format=sha256",
            path.to_str().unwrap(),
        ]);
        path
    };
    let other = begin("sha256");
    let in_it = ["-C", other.to_str().unwrap()];
    for file in ["staff.yaml", "procedure.yaml"] {
        let text = pim.read(&format!("complaints/{file}"));
        std::fs::create_dir_all(other.join("complaints")).unwrap();
        std::fs::write(other.join("complaints").join(file), text).unwrap();
    }
    pim.git(&[&in_it[..], &["add", "-A"]].concat());
    let dir = other.join("complaints");
    for command in [
        &["check", "--history"][..],
        &["hooks", "install"],
        &["sync"],
    ] {
        let command = [command, &["-r", dir.to_str().unwrap()]].concat();
        pim.fails(&command, 2, &["SHA-256", "--object-format=sha1"]);
    }
    // To give a clone away takes the rights to do so.
    #[cfg(unix)]
    if std::os::unix::fs::chown(pim.path.join(".git"), Some(12345), None).is_ok() {
        std::os::unix::fs::chown(&pim.path, Some(12345), None).unwrap();
        for command in [&["check", "--history"][..], &["undo"], &["sync"]] {
            let (code, said) = pim.klacht(command);
            let way_out = "git config --global --add safe.directory";
            assert!(code == 2 && said.contains("andere gebruiker"), "{said}");
            assert!(said.contains(way_out), "{said}");
        }
        let path = pim.path.to_str().unwrap().to_owned();
        pim.git(&["config", "--global", "--add", "safe.directory", &path]);
        pim.ok(&["check", "--history"]);
    }
}

/// Who commits is worked out by git: from more settings than libgit2 knows.
#[test]
fn who_commits_is_whom_git_names() {
    let server = Server::new();
    let [pim] = server.clones(["p.vos"]);
    pim.ok(&["hooks", "install"]);
    pim.git(&["config", "user.email", "thuis@voorbeeld.example"]);
    for role in ["author", "committer"] {
        let name = format!("{role}.email");
        pim.git(&["config", &name, "p.vos@voorbeeld.example"]);
    }
    append(&pim, RECORD);
    pim.git(&["commit", "-qam", "Gebeld"]);
    pim.contacted("2024-0001", "de datum");
    for role in ["author", "committer"] {
        pim.git(&["config", "--unset", &format!("{role}.email")]);
    }
    append(&pim, RECORD);
    pim.git(&[
        "-c",
        "user.email=p.vos@voorbeeld.example",
        "commit",
        "-qam",
        "Gebeld",
    ]);
    pim.ok(&["sync"]);
    server.is_valid();
}

/// What the server would refuse is refused before anything is written.
#[test]
fn nothing_is_recorded_that_the_server_refuses() {
    let server = Server::new();
    let [pim] = server.clones(["p.vos"]);
    let record = [
        "record",
        "2024-0001",
        "contacted",
        "--as-of=2024-03-06",
        "--set=channel=phone",
    ];
    let state = pim.state();
    let refused = |name: &str, value: &str, more: &[&str], code: &str| {
        let mut command = pim.klacht_command(&[&record, more].concat());
        let output = command.env(name, value).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(
            output.status.code() == Some(1) && said.contains(code),
            "{code}: {said}"
        );
        assert!(said.contains("niets geschreven"), "{said}");
        assert_eq!(pim.state(), state, "{code}");
    };
    pim.write(
        "../scan.pdf",
        "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n",
    );
    refused("LC_ALL", "C", &["--attach=../scan.pdf"], "H44");
    refused(
        "GIT_COMMITTER_EMAIL",
        "c.janssen@voorbeeld.example",
        &[],
        "H13",
    );
    refused("GIT_AUTHOR_NAME", "Chris Janssen", &[], "H16");
    let Some(_) = pim.signs() else { return };
    refused("LC_ALL", "C", &[], "H42");
}

/// A hook is told nothing of where the register is, and must not pass over one that lies deep in a larger repository.
#[test]
fn hooks_find_a_register_in_another_directory() {
    let server = Server::new();
    let [pim] = server.clones(["p.vos"]);
    let dir = "beheer/klachten";
    std::fs::create_dir(pim.path.join("beheer")).unwrap();
    pim.git(&["mv", "complaints", dir]);
    pim.git(&["commit", "-qm", "Verplaatst"]);
    pim.ok(&["hooks", "install", "-r", dir]);
    assert_eq!(pim.git(&["config", "klacht.register"]), dir);
    let staff = format!("{dir}/staff.yaml");
    let good = pim.read(&staff);
    pim.write(&staff, "rommel: [\n");
    let (ok, said) = pim.try_git(&["commit", "-qam", "Fout"]);
    assert!(!ok && said.contains("H36"), "{said}");
    pim.write(&staff, &good);
    let record = RECORD.replace("complaints", dir);
    append(&pim, &record);
    let mut commit = pim.command("git");
    let output = commit
        .args(["commit", "-qa"])
        .env("GIT_EDITOR", "true")
        .output();
    assert!(output.unwrap().status.success());
    assert_eq!(
        pim.git(&["log", "-1", "--format=%s"]),
        "2024-0001 stap 3: navraag"
    );
}

/// What git can read and libgit2 cannot is named, with the way out; nothing is judged of it or written.
#[test]
fn a_clone_that_cannot_be_read_is_refused_with_the_way_out() {
    let server = Server::new();
    let [split, sparse] = server.clones(["p.vos", "m.bakker"]);
    sparse.is("p.vos");
    split.git(&["config", "core.splitIndex", "true"]);
    split.git(&["update-index", "--split-index"]);
    sparse.git(&["sparse-checkout", "init", "--cone", "--sparse-index"]);
    sparse.write("src/a.txt", "x");
    sparse.git(&["add", "--sparse", "src"]);
    sparse.git(&["commit", "-qm", "Broncode"]);
    sparse.git(&["sparse-checkout", "set", "complaints"]);
    let record = [
        "record",
        "2024-0001",
        "contacted",
        "--as-of=2024-03-06",
        "--set=channel=phone",
    ];
    for (clone, way_out) in [
        (
            &split,
            &[
                "git config core.splitIndex false",
                "git update-index --no-split-index",
            ][..],
        ),
        (&sparse, &["git sparse-checkout disable"]),
    ] {
        for command in [&record[..], &["check", "--staged"]] {
            clone.fails(command, 2, way_out);
        }
        for line in way_out {
            let words: Vec<&str> = line.split(' ').skip(1).collect();
            clone.git(&words);
        }
        clone.ok(&record);
        clone.ok(&["sync"]);
    }
    server.is_valid();
    let other = split.path.with_file_name("reftable");
    let other = other.to_str().unwrap();
    let url = server.bare();
    let clone = [
        "clone",
        "-q",
        "--ref-format=reftable",
        url.to_str().unwrap(),
        other,
    ];
    // An older git has no such thing.
    if split.try_git(&clone).0 {
        for command in [
            &record[..],
            &["check", "--staged"],
            &["hooks", "install"],
            &["sync"],
        ] {
            split.fails(
                &[command, &["-r", other]].concat(),
                2,
                &["git clone --ref-format=files"],
            );
        }
    }
}

/// The program was moved or has another name since the hooks were set: they say so, and how they find it again.
#[test]
fn hooks_whose_program_is_gone_say_what_to_do() {
    let server = Server::new();
    let [pim] = server.clones(["p.vos"]);
    pim.ok(&["hooks", "install"]);
    let program = env!("CARGO_BIN_EXE_klacht");
    for hook in ["pre-commit", "prepare-commit-msg", "commit-msg"] {
        let path = format!(".git/hooks/{hook}");
        let script = pim
            .read(&path)
            .replace(&format!("klacht='{program}'"), "klacht='/gone'");
        std::fs::write(pim.path.join(path), script).unwrap();
    }
    let begin = pim.read(RECORD);
    pim.write(RECORD, &format!("{begin}{BY_HAND}"));
    let (ok, said) = pim.try_git(&["commit", "-qam", "Gebeld"]);
    assert!(!ok && said.contains("klacht hooks install"), "{said}");
    pim.ok(&["hooks", "install"]);
    pim.git(&["commit", "-qam", "Gebeld"]);
}
