//! What a refusal advises, followed to the letter: before the commit is made, and after the server refused it.

use klacht::finding::Args;
use klacht::locale::Locale;
use klacht::words::Language;

use super::clones::{Clone, RECORD, Server};

const DIR: &str = "complaints/2024/2024-0001";
const ANNEX: &str = "complaints/2024/2024-0001/private/01.yaml";

/// A fault, what leads to it, and what its remedy says in both situations. `git` and `klacht` are run, the rest is done by the shell.
struct Remedy {
    code: &'static str,
    fault: &'static str,
    /// Whether a step is left to commit when the remedy for what is staged was followed.
    leaves_step: bool,
    staged: &'static [&'static str],
    made: &'static [&'static str],
}

/// Appends a step by hand.
const STEP: &str = "printf '\\n- step: contacted\\n  date: 2024-03-06\\n  by: p.vos\\n  channel: phone\\n' >> $RECORD";
const ADD: &str = "git add -A";

const REMEDIES: &[Remedy] = &[
    Remedy {
        code: "H26",
        fault: "git rm -q $ANNEX",
        leaves_step: false,
        staged: &["git checkout HEAD -- $ANNEX"],
        made: &["klacht undo"],
    },
    Remedy {
        code: "H26",
        fault: "git mv $ANNEX $DIR/private/02.yaml",
        leaves_step: false,
        staged: &[
            "git checkout HEAD -- $ANNEX",
            "git rm -f $DIR/private/02.yaml",
        ],
        made: &["klacht undo"],
    },
    Remedy {
        code: "H27",
        fault: "echo '# x' >> $ANNEX",
        leaves_step: false,
        staged: &["git checkout HEAD -- $ANNEX"],
        made: &["klacht undo"],
    },
    Remedy {
        code: "H28",
        fault: "echo x > $DIR/private/07-scan.pdf; STEP",
        leaves_step: true,
        staged: &["git mv $DIR/private/07-scan.pdf $DIR/private/03-scan.pdf"],
        made: &[
            "cp $DIR/private/07-scan.pdf ..",
            "klacht undo",
            "mv ../07-scan.pdf $DIR/private/03-scan.pdf",
            "STEP",
            "ADD",
        ],
    },
    Remedy {
        code: "H29",
        fault: "chmod +x $RECORD; STEP",
        leaves_step: true,
        staged: &[
            "git config core.fileMode false",
            "git update-index --chmod=-x $RECORD",
        ],
        made: &[
            "klacht undo",
            "git config core.fileMode false",
            "chmod +x $RECORD",
            "STEP",
            "ADD",
        ],
    },
    Remedy {
        code: "H30",
        fault: "echo x > complaints/2024/notitie.txt",
        leaves_step: false,
        staged: &[
            "git rm -r --cached complaints/2024/notitie.txt",
            "mv complaints/2024/notitie.txt ..",
        ],
        made: &[
            "cp complaints/2024/notitie.txt ..",
            "klacht undo",
            "test -s ../notitie.txt",
        ],
    },
    Remedy {
        code: "H30",
        fault: "mkdir complaints/notes; echo x > complaints/notes/a.txt",
        leaves_step: false,
        staged: &[
            "git rm -r --cached complaints/notes",
            "mv complaints/notes ..; rm -r ../notes",
        ],
        made: &[
            "cp -r complaints/notes ..",
            "klacht undo",
            "test -s ../notes/a.txt",
        ],
    },
    Remedy {
        code: "H30",
        fault: "echo x > $DIR/private/scan.pdf; STEP",
        leaves_step: true,
        staged: &[
            "git rm -r --cached $DIR/private/scan.pdf",
            "mv $DIR/private/scan.pdf $DIR/private/03-scan.pdf",
            "ADD",
        ],
        made: &[
            "cp $DIR/private/scan.pdf ..",
            "klacht undo",
            "mv ../scan.pdf $DIR/private/03-scan.pdf",
            "STEP",
            "ADD",
        ],
    },
    Remedy {
        code: "H31",
        fault: "echo x > $DIR/private/03-a.pdf; echo y > $DIR/private/03-A.pdf; STEP",
        leaves_step: true,
        staged: &["git mv $DIR/private/03-A.pdf $DIR/private/03-b.pdf"],
        made: &[
            "cp $DIR/private/03-*.pdf ..",
            "klacht undo",
            "mv ../03-a.pdf $DIR/private/",
            "mv ../03-A.pdf $DIR/private/03-b.pdf",
            "STEP",
            "ADD",
        ],
    },
    Remedy {
        code: "H33",
        fault: "printf 'said: x\\r\\n' > $DIR/private/03.yaml; STEP",
        leaves_step: true,
        staged: &[
            "git config core.autocrlf true",
            "git add --renormalize $DIR/private/03.yaml",
        ],
        made: &[
            "cp $DIR/private/03.yaml ..",
            "klacht undo",
            "git config core.autocrlf true",
            "cp ../03.yaml $DIR/private",
            "STEP",
            "ADD",
        ],
    },
    Remedy {
        code: "H22",
        fault: "sed -i s/afgezegd/vergeten/ $RECORD; STEP",
        leaves_step: true,
        staged: &[
            "git diff HEAD",
            "sed -i s/vergeten/afgezegd/ $RECORD",
            "git add $RECORD",
        ],
        made: &[
            "cp $RECORD ..",
            "klacht undo",
            "sed s/vergeten/afgezegd/ ../complaint.yaml > $RECORD",
            "git add $RECORD",
        ],
    },
    // The old lines are what they were but for how they end: that alone is to be said.
    Remedy {
        code: "H33",
        fault: "STEP; sed -i 's/$/\\r/' $RECORD",
        leaves_step: true,
        staged: &[
            "git config core.autocrlf true",
            "git add --renormalize $RECORD",
        ],
        made: &[
            "cp $RECORD ..",
            "klacht undo",
            "git config core.autocrlf true",
            "cp ../complaint.yaml $RECORD",
            "ADD",
        ],
    },
    Remedy {
        code: "H24",
        fault: "STEP; echo x > complaints/2024/2024-0002/private/01-brief.pdf",
        leaves_step: true,
        staged: &[
            "git reset",
            "git add $RECORD",
            "rm complaints/2024/2024-0002/private/01-brief.pdf",
        ],
        made: &["klacht undo", "STEP", "ADD"],
    },
    Remedy {
        code: "H25",
        fault: "echo x > $DIR/private/03-scan.pdf",
        leaves_step: true,
        staged: &["STEP", "ADD"],
        made: &[
            "cp $DIR/private/03-scan.pdf ..",
            "klacht undo",
            "cp ../03-scan.pdf $DIR/private",
            "STEP",
            "ADD",
        ],
    },
    Remedy {
        code: "H34",
        fault: "echo '# x' >> complaints/staff.yaml; STEP",
        leaves_step: true,
        staged: &["git reset", "git add $RECORD"],
        made: &["klacht undo", "STEP", "ADD"],
    },
    Remedy {
        code: "H36",
        fault: "echo '# x' >> complaints/staff.yaml",
        leaves_step: false,
        staged: &["git checkout HEAD -- complaints/staff.yaml"],
        made: &["klacht undo"],
    },
    Remedy {
        code: "H40",
        fault: "echo '*.yaml ident' >> .gitattributes",
        leaves_step: true,
        staged: &["sed -i /ident/d .gitattributes", "ADD"],
        made: &["klacht undo", "STEP", "ADD"],
    },
];

/// Runs a line in a clone and gives whether it went well, with what was said.
fn shell(clone: &Clone, line: &str) -> (bool, String) {
    let line = line.replace("STEP", STEP).replace("ADD", ADD);
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_klacht"));
    let path = std::env::join_paths(
        std::iter::once(program.parent().unwrap().to_owned())
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    );
    let output = clone
        .command("sh")
        .args(["-ec", &line])
        .env("PATH", path.unwrap())
        .env("RECORD", RECORD)
        .env("ANNEX", ANNEX)
        .env("DIR", DIR)
        .env("GIT_EDITOR", "sed -i 's/stap 9/stap 3/'")
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

fn follow(clone: &Clone, code: &str, lines: &[&str]) {
    for line in lines {
        let (ok, said) = shell(clone, line);
        assert!(ok, "{code}: {line}: {said}");
    }
}

/// Tells that a remedy names every command of git and of ours that is followed, and that it is printed.
fn is_advised(code: &str, lines: &[&str], said: &str) {
    let placed = |line: &&&str| line.starts_with("git") || line.starts_with("klacht");
    for (language, line) in [Language::Nl, Language::En]
        .into_iter()
        .flat_map(|language| {
            lines
                .iter()
                .filter(placed)
                .map(move |line| (language, line))
        })
    {
        let fix = Locale::of(language).attribute(code, "fix", &Args::new());
        let fix = fix.unwrap();
        // The name of a file is for the reader to fill in.
        let command = line.split(" $").next().unwrap();
        let command = command.split(" complaints").next().unwrap();
        assert!(
            fix.contains(command),
            "{code}: {command:?} is not in: {fix}"
        );
        assert!(
            said.contains(command),
            "{code}: {command:?} is not in: {said}"
        );
    }
}

#[test]
fn a_remedy_works_before_the_commit_and_after_the_refusal() {
    let server = Server::new();
    let mila = server.clone("mila", "m.bakker");
    mila.new_case("Te laat.");
    mila.ok(&["sync"]);
    for (number, remedy) in REMEDIES.iter().enumerate() {
        let code = remedy.code;
        let begin = server.git(&["rev-parse", "main"]);

        let clone = server.clone(&format!("staged-{number}"), "p.vos");
        follow(&clone, code, &[remedy.fault, ADD]);
        let (exit, said) = clone.klacht(&["check", "--staged"]);
        assert!(exit == 1 && said.contains(code), "{code}: {said}");
        assert!(code == "H22" || !said.contains("H22"), "{code}: {said}");
        is_advised(code, remedy.staged, &said);
        follow(&clone, code, remedy.staged);
        let (exit, said) = clone.klacht(&["check", "--staged"]);
        assert_eq!(exit, 0, "{code}: {said}");
        ends_well(&server, &clone, remedy, &begin);

        let clone = server.clone(&format!("made-{number}"), "p.vos");
        follow(&clone, code, &[remedy.fault, ADD, "git commit -qm Fout"]);
        let (ok, said) = clone.try_git(&["push"]);
        assert!(!ok && said.contains(code), "{code}: {said}");
        is_advised(code, remedy.made, &said);
        follow(&clone, code, remedy.made);
        ends_well(&server, &clone, remedy, &begin);
    }
}

/// Whoever is missed stands on no line: their id is said.
#[test]
fn whoever_was_taken_out_of_the_list_of_staff_is_put_back() {
    let server = Server::new();
    let anne = server.clone("anne", "a.smits");
    let path = "complaints/staff.yaml";
    let staff = anne.read(path);
    let person = |id: &str| {
        let start = staff.find(&format!("- id: {id}")).unwrap();
        let next = staff[start + 1..].find("- id:");
        &staff[start..next.map_or(staff.len(), |at| start + 1 + at)]
    };
    anne.write(path, &staff.replace(person("p.vos"), ""));
    anne.git(&["add", "complaints"]);
    let (_, said) = anne.klacht(&["check", "--staged"]);
    for words in ["H37", "(p.vos)", "git diff HEAD", "until"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains("staff.yaml:1:"), "{said}");
    // Whoever is there is pointed at.
    let smits = person("a.smits");
    let without = smits.replace("  roles: [administrator]\n", "");
    anne.write(path, &staff.replace(smits, &without));
    anne.git(&["add", "complaints"]);
    let (_, said) = anne.klacht(&["check", "--staged"]);
    let line = 1 + staff[..staff.find(smits).unwrap()].matches('\n').count();
    assert!(said.contains(&format!("staff.yaml:{line}:")), "{said}");
}

#[test]
fn an_annex_that_lies_there_and_was_not_staged_is_to_be_staged() {
    let server = Server::new();
    let mila = server.clone("mila", "m.bakker");
    let other = |path: &str| path.replace("2024-0001", "2024-0002");
    let text = other(&mila.read(RECORD));
    let first = text.split("\n- step: assigned").next().unwrap();
    mila.write(&other(RECORD), first);
    mila.git(&["add", "complaints"]);
    let missing = mila.klacht(&["check", "--staged"]);
    assert!(missing.0 == 1 && missing.1.contains("K018"), "{missing:?}");
    assert!(!missing.1.contains("git add"), "{missing:?}");
    mila.write(&other(ANNEX), &mila.read(ANNEX));
    let lies_there = mila.klacht(&["check", "--staged"]);
    let add = "git add complaints/2024/2024-0002/private";
    assert!(lies_there.1.contains("K018"), "{lies_there:?}");
    assert!(lies_there.1.contains(add), "{lies_there:?}");
    follow(&mila, "K018", &[add]);
    mila.ok(&["check", "--staged"]);
}

/// Tells that what is left is accepted, or that nothing is left; the server is put back for the next.
fn ends_well(server: &Server, clone: &Clone, remedy: &Remedy, begin: &str) {
    let code = remedy.code;
    if remedy.leaves_step {
        clone.git(&["commit", "-qm", "Goed"]);
        let (ok, said) = clone.try_git(&["push"]);
        assert!(ok, "{code}: {said}");
        assert_ne!(server.git(&["rev-parse", "main"]), begin, "{code}");
        server.git(&["update-ref", "refs/heads/main", begin]);
    } else {
        assert_eq!(clone.git(&["status", "--porcelain"]), "", "{code}");
        assert_eq!(clone.git(&["rev-parse", "HEAD"]), begin, "{code}");
    }
}

const ANEW: &str = "git rebase --keep-base --exec \"git commit --amend --reset-author --no-edit\"";

/// Commits whose contents are right: how each was made, and what its remedy says before it is made anew.
const HEADS: &[(&str, &str, &[&str])] = &[
    (
        "H09",
        "git -c i18n.commitEncoding=latin1 commit -qm Caf\u{e9}",
        &["git config --unset i18n.commitEncoding || true", ANEW],
    ),
    (
        "H11",
        "GIT_COMMITTER_DATE=2099-01-01T00:00:00Z GIT_AUTHOR_DATE=2099-01-01T00:00:00Z git commit -qm Stap",
        &[ANEW],
    ),
    (
        "H12",
        "git commit -q --date 2024-01-01T00:00:00Z -m Stap",
        &[ANEW],
    ),
    (
        "H13",
        "git -c committer.email=h.mulder@voorbeeld.example commit -qm Stap",
        &[ANEW],
    ),
    (
        "H14",
        "git -c user.email=thuis@voorbeeld.example commit -qm Stap",
        &["git config user.email p.vos@voorbeeld.example", ANEW],
    ),
    (
        "H20",
        "git commit -q --allow-empty-message -m ''",
        &["git commit --amend -qm Stap"],
    ),
    (
        "H21",
        "git commit -qm '2024-0001 stap 9'",
        &["git commit --amend"],
    ),
];

/// Its date, its author or its text is wrong: that is mended in the commit, and nothing has to be typed again.
#[test]
fn a_commit_is_made_anew_with_those_after_it() {
    let server = Server::new();
    let begin = server.git(&["rev-parse", "main"]);
    for (number, (code, commit, remedy)) in HEADS.iter().enumerate() {
        let clone = server.clone(&format!("anew-{number}"), "p.vos");
        let is_anew = remedy.ends_with(&[ANEW]);
        follow(&clone, code, &[STEP, ADD, commit]);
        if is_anew {
            assert!(
                Locale::of(Language::En)
                    .attribute(code, "fix", &Args::new())
                    .unwrap()
                    .contains(ANEW)
            );
            clone.write("README.md", "Later.\n");
            clone.git(&["commit", "-qam", "Later"]);
        }
        let (ok, said) = clone.try_git(&["push"]);
        assert!(!ok && said.contains(code), "{code}: {said}");
        // The hooks take what is made anew for what it is.
        clone.ok(&["hooks", "install"]);
        follow(&clone, code, remedy);
        let (ok, said) = clone.try_git(&["push"]);
        assert!(ok, "{code}: {said}");
        server.is_valid();
        let commits = server.git(&["rev-list", "--count", &format!("{begin}..main")]);
        assert_eq!(commits, if is_anew { "2" } else { "1" }, "{code}");
        server.git(&["update-ref", "refs/heads/main", &begin]);
    }
}

/// Whichever way round it was merged, what it joined is put in one line.
#[test]
fn a_merge_becomes_one_line() {
    let server = Server::new();
    let [pim, mila] = server.clones(["p.vos", "m.bakker"]);
    let news = || {
        mila.new_case("Te laat.");
        mila.ok(&["sync"]);
        pim.git(&["fetch", "-q"]);
    };
    let refused = |code: &str| {
        let (ok, said) = pim.try_git(&["push"]);
        assert!(!ok && said.contains(code), "{said}");
    };
    pim.contacted("2024-0001", "de datum");
    news();
    pim.git(&["merge", "-q", "--no-edit", "origin/main"]);
    refused("H06");
    follow(&pim, "H06", &["git pull --rebase", "git push"]);
    pim.is_at(&server);

    pim.git(&["switch", "-qc", "eigen"]);
    pim.contacted("2024-0001", "de tijd");
    pim.git(&["switch", "-q", "main"]);
    pim.git(&["merge", "-q", "--no-ff", "--no-edit", "eigen"]);
    refused("H18");
    follow(&pim, "H18", &["git rebase", "git push"]);
    pim.is_at(&server);

    pim.contacted("2024-0001", "de plaats");
    news();
    pim.git(&["merge", "-q", "--no-commit", "origin/main"]);
    let (exit, said) = pim.klacht(&["check", "--staged"]);
    assert!(exit == 1 && said.contains("H18"), "{said}");
    follow(&pim, "H18", &["git merge --abort", "klacht sync"]);
    pim.is_at(&server);
    server.is_valid();
}

/// A clone whose trust begins at a commit that was never sent is put right by what is said of it.
#[test]
fn a_beginning_that_was_never_sent_is_set_anew() {
    let server = Server::new();
    let [pim] = server.clones(["p.vos"]);
    follow(&pim, "", &[STEP, ADD, "git commit -qm Stap"]);
    let tip = pim.git(&["rev-parse", "HEAD"]);
    pim.ok(&["hooks", "install", "--trust-root", &tip]);
    pim.ok(&["undo"]);
    let advice = [
        "H03",
        "klacht hooks install --trust-root",
        "git config klacht.trustRoot",
    ];
    pim.fails(&["check", "--history"], 1, &advice);
    let root = server.git(&["config", "klacht.trustRoot"]);
    pim.ok(&["hooks", "install", "--trust-root", &root]);
    pim.ok(&["check", "--history"]);
}

/// A file beside the register that others changed as well keeps a step back, and what is said of it leads out.
#[test]
fn a_file_beside_that_cannot_be_joined_keeps_no_step_back() {
    let server = Server::new();
    let [pim, chris] = server.clones(["p.vos", "c.janssen"]);
    chris.assign("Toch.");
    follow(
        &chris,
        "",
        &["echo zo > y.md", ADD, "git commit -q --amend --no-edit"],
    );
    chris.ok(&["sync"]);
    let step = [STEP, "echo anders > y.md", ADD, "git commit -qm Gebeld"];
    follow(&pim, "", &step);
    let advice = [
        "y.md is op de server anders",
        "klacht undo",
        "klacht sync",
        "nalezen",
    ];
    pim.fails(&["sync"], 2, &advice);
    follow(&pim, "", &["klacht undo", "klacht sync"]);
    follow(&pim, "", &step);
    pim.ok(&["sync"]);
    pim.is_at(&server);
}

/// A register that leaves its terms out has those that `init` writes: copied they change nothing, and another can follow one of them.
#[test]
fn a_term_that_is_not_written_down_yet_can_be_followed_by_another() {
    let server = Server::new();
    let [anne] = server.clones(["a.smits"]);
    anne.ok(&["hooks", "install"]);
    anne.ok(&["init", "../new"]);
    let begun = anne.read("../new/complaints/procedure.yaml");
    let (_, terms) = begun.split_once("\nterms:\n").unwrap();
    let of_terms = |line: &&str| line.is_empty() || line.starts_with([' ', '-', '#']);
    let terms: Vec<&str> = terms.lines().take_while(of_terms).collect();
    let procedure = anne.read("complaints/procedure.yaml");
    let commits = |terms: &str| {
        let text = format!("{procedure}\nterms:\n{terms}\n");
        anne.write("complaints/procedure.yaml", &text);
        anne.try_git(&["commit", "-qam", "Termijnen"])
    };
    let terms = terms.join("\n");
    let (ok, said) = commits(&terms);
    assert!(ok, "{said}");
    let (ok, said) = commits(&terms.replacen("2 weeks", "4 weeks", 1));
    assert!(
        !ok && said.contains("H47") && said.contains("klacht init"),
        "{said}"
    );
    let later = "- {id: acknowledgement, name: Bericht, clause: 3, from: received, within: 4 weeks, met_by: [acknowledged], since: 2099-01-01}";
    let (ok, said) = commits(&format!("{terms}\n{later}"));
    assert!(ok, "{said}");
}
