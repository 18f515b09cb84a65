//! A bare repository with the hooks, pushed to with plain git.

use std::path::Path;
use std::process::{Command, Output};

use git2::Oid;
use klacht::history::push::parse_updates;
use klacht::history::{Error, RegisterRepo, receipt};
use sha2::{Digest, Sha256};

use super::support::history::Work;
use super::{RECORD, second, whole};

fn git(dir: &Path, args: &[&str], env: &[(&str, &str)]) -> Output {
    let mut command = Command::new("git");
    command
        .current_dir(dir)
        .args(args)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap());
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("HOME", dir)
        .envs(env.iter().copied());
    command.output().unwrap()
}

fn klacht(dir: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klacht"));
    command
        .current_dir(dir)
        .args(args)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap()
}

/// A bare repository with the hooks, and a clone's place beside it.
fn server(work: &Work) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let source = work.dir.path().to_str().unwrap();
    assert!(
        git(
            dir.path(),
            &["init", "-q", "--bare", "-b", "main", "server.git"],
            &[]
        )
        .status
        .success()
    );
    let root = work.root.to_string();
    let first = format!("{root}:refs/heads/main");
    assert!(
        git(
            Path::new(source),
            &[
                "push",
                "-q",
                dir.path().join("server.git").to_str().unwrap(),
                &first
            ],
            &[]
        )
        .status
        .success()
    );
    let installed = klacht(
        dir.path(),
        &["hooks", "install", "server.git", "--trust-root", &root],
    );
    assert!(installed.status.success(), "{installed:?}");
    dir
}

/// Tells whether a receipt log is there, and is not whole.
fn is_broken<T>(verified: Result<T, Error>) -> bool {
    matches!(verified, Err(Error::User("history-receipts-broken", _)))
}

fn push(work: &Work, server: &Path, refspec: &str, env: &[(&str, &str)]) -> (bool, String) {
    let output = git(
        work.dir.path(),
        &[
            "push",
            "-f",
            server.join("server.git").to_str().unwrap(),
            refspec,
        ],
        env,
    );
    (
        output.status.success(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}

#[test]
fn a_server_takes_what_is_honest_and_refuses_the_rest() {
    let mut work = whole();
    let dir = server(&work);
    let path = dir.path();
    let (accepted, said) = push(&work, path, "main", &[]);
    assert!(accepted, "{said}");
    let good = work.tip;

    for (refspec, code) in [
        (format!("{good}:refs/heads/x"), "H04"),
        (format!("{good}:refs/tags/x"), "H04"),
        (format!("{good}:refs/notes/commits"), "H04"),
        (format!("{good}:refs/replace/{good}"), "H04"),
        (":refs/heads/main".to_owned(), "H05"),
        (format!("{}:refs/heads/main", work.root), "H06"),
    ] {
        let (accepted, said) = push(&work, path, &refspec, &[]);
        assert!(!accepted && said.contains(code), "{refspec}: {said}");
    }

    // An invalid commit under a valid one: every commit that the push adds is judged, whatever other refs have it.
    work.swap(RECORD, "twee keer", "drie keer");
    work.commit("p.vos", "2026-04-09", "Verbeterd");
    git(
        &path.join("server.git"),
        &["config", "--add", "klacht.allowRef", "refs/heads/code/*"],
        &[],
    );
    let (accepted, said) = push(&work, path, "HEAD:refs/heads/code/x", &[]);
    assert!(accepted, "{said}");
    work.swap(RECORD, "drie keer", "twee keer");
    work.commit("p.vos", "2026-04-10", "Teruggezet");
    let (accepted, said) = push(&work, path, "main", &[]);
    assert!(
        !accepted && said.contains("H22") && said.contains("complaint.yaml"),
        "{said}"
    );

    // A rewritten history: the same end by another way.
    work.go_to(work.root);
    work.new_case("2026-0001");
    work.commit("m.bakker", "2026-03-02", "Anders");
    let (accepted, said) = push(&work, path, "main", &[]);
    assert!(!accepted && said.contains("H06"), "{said}");

    // The receipt log has the one push that came in, and the branch for code.
    let register = RegisterRepo::open(&path.join("server.git"), None).unwrap();
    assert_eq!(receipt::verify_receipts(&register.settings).unwrap(), 3);
    let log = std::fs::read_to_string(&register.settings.receipts).unwrap();
    assert!(
        log.lines().next().unwrap().contains("\"late\":true")
            && log.lines().nth(1).unwrap().contains(&good.to_string())
    );
    std::fs::write(
        &register.settings.receipts,
        log.replacen("refs/heads/main", "refs/heads/mijn", 1),
    )
    .unwrap();
    assert!(is_broken(receipt::verify_receipts(&register.settings)));
}

/// Git lets the next push in before the hook of the last one has run, so that theirs may come first.
#[test]
fn every_move_is_received_once_whichever_hook_comes_first() {
    let mut work = Work::new();
    let first = work.tip;
    second(&mut work);
    let (root, tip) = (work.root, work.tip);
    let path = work.dir.path();
    let receive = |log: &str, from: Option<Oid>, to: Oid| {
        let mut register = RegisterRepo::open(path, None).unwrap();
        register.settings.receipts = path.join(log);
        let (old, new) = (from.unwrap_or(Oid::ZERO_SHA1), to);
        let updates = parse_updates(&format!("{old} {new} refs/heads/main\n")).unwrap();
        receipt::write_receipts(&register, &updates, 0).unwrap();
        let lines = receipt::verify_receipts(&register.settings).unwrap();
        let text = std::fs::read_to_string(&register.settings.receipts).unwrap();
        (lines, text.matches("\"late\":true").count())
    };
    // The earlier hook is a little slower: the later one waits for it.
    assert_eq!(receive("slow", None, root), (1, 0));
    std::thread::scope(|scope| {
        let later = scope.spawn(|| receive("slow", Some(first), tip));
        std::thread::sleep(std::time::Duration::from_millis(300));
        // The later one may have come in before the log is read.
        let lines = receive("slow", Some(root), first).0;
        assert!(matches!(lines, 2 | 3), "{lines}");
        assert_eq!(later.join().unwrap(), (3, 0));
    });
    // The earlier hook is very slow: it is filled in, and not written again when it comes.
    assert_eq!(receive("stuck", None, root), (1, 0));
    assert_eq!(receive("stuck", Some(first), tip), (3, 1));
    assert_eq!(receive("stuck", Some(root), first), (3, 1));
    // A move that is there twice is no log of ours, though each line is bound to the one before.
    let text = std::fs::read_to_string(path.join("slow")).unwrap();
    let last = text.lines().last().unwrap();
    let mut again: receipt::Receipt = serde_json::from_str(last).unwrap();
    let hash = Sha256::digest(last.as_bytes());
    again.previous = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let line = serde_json::to_string(&again).unwrap();
    std::fs::write(path.join("slow"), format!("{text}{line}\n")).unwrap();
    let mut register = RegisterRepo::open(path, None).unwrap();
    register.settings.receipts = path.join("slow");
    assert!(is_broken(receipt::verify_receipts(&register.settings)));
}

#[test]
fn a_server_that_knows_the_pusher_wants_the_author() {
    let mut work = Work::new();
    second(&mut work);
    let dir = server(&work);
    git(
        &dir.path().join("server.git"),
        &["config", "klacht.pusherVariable", "GL_USER"],
        &[],
    );
    for (pusher, takes) in [
        (None, false),
        (Some(""), false),
        (Some("p.vos"), false),
        (Some("m.bakker"), true),
    ] {
        let first = work
            .repository
            .find_commit(work.tip)
            .unwrap()
            .parent_id(0)
            .unwrap();
        let env: Vec<(&str, &str)> = pusher.map(|user| ("GL_USER", user)).into_iter().collect();
        let (accepted, said) = push(&work, dir.path(), &format!("{first}:refs/heads/main"), &env);
        assert_eq!(
            (accepted, said.contains("[H07]")),
            (takes, !takes),
            "{pusher:?}: {said}"
        );
    }
    let (accepted, said) = push(
        &work,
        dir.path(),
        "main",
        &[("GL_USER", "c.janssen@voorbeeld.example")],
    );
    assert!(accepted, "{said}");
    // Who has no login pushes nothing, not even what is beside the register or for another ref.
    git(
        &dir.path().join("server.git"),
        &["config", "klacht.allowRef", "refs/heads/code/*"],
        &[],
    );
    work.put("/code.txt", "x\n");
    work.commit("p.vos", "2026-03-04", "Code");
    for to in ["main", "HEAD:refs/heads/code/x"] {
        for nobody in [&[][..], &[("GL_USER", "")]] {
            let (accepted, said) = push(&work, dir.path(), to, nobody);
            assert!(!accepted && said.contains("[H07]"), "{to}: {said}");
        }
        assert!(push(&work, dir.path(), to, &[("GL_USER", "p.vos")]).0);
    }
}

#[test]
fn a_push_that_cannot_be_judged_is_refused() {
    let work = Work::new();
    for line in ["", "x", "0000 0000 refs/heads/main"] {
        let updates = parse_updates(&format!("{line}\n"));
        assert!(matches!(updates, Err(Error::User("history-push-line", _))));
    }
    let output = klacht(work.dir.path(), &["check", "--push", "--trust-root", "abc"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
}

#[test]
fn a_push_that_was_too_large_is_so_the_second_time_as_well() {
    let mut work = whole();
    work.pushed = vec![(
        Some(work.root),
        Some(work.tip),
        "refs/heads/main".to_owned(),
    )];
    work.config = vec![("klacht.maxPush".to_owned(), "2000".to_owned())];
    assert_eq!((work.codes(), work.codes()), (vec!["H08"], vec!["H08"]));
    // Nor when it was looked at before, in pushes that were refused for something else.
    let all = work.pushed.clone();
    work.pushed[0].1 = Some(work.repository.revparse_single("main~5").unwrap().id());
    work.pushed
        .push((None, Some(work.root), "refs/tags/x".to_owned()));
    work.config = vec![("klacht.maxPush".to_owned(), "2000000".to_owned())];
    assert_eq!(work.codes(), ["H04"]);
    work.pushed = all;
    work.config = vec![("klacht.maxPush".to_owned(), "2000".to_owned())];
    assert_eq!(work.codes(), ["H08"]);
    work.config = vec![("klacht.maxPush".to_owned(), "2000000".to_owned())];
    assert_eq!(work.codes(), [""; 0]);
}

/// A register elsewhere than where it is looked for: with the hooks everything would be beside it, and so in order.
#[test]
fn a_server_finds_the_register_or_takes_nothing() {
    let mut work = Work::new();
    // The same register one directory deeper, beside code that has the usual name.
    let rest = work.files.split_off("complaints/");
    work.files.extend(
        rest.into_iter()
            .map(|(path, file)| (format!("quality/{path}"), file)),
    );
    work.put("README.md", "# Code\n");
    work.commit("a.smits", "2026-03-04", "Verplaatst");
    work.root = work.tip;
    let dir = server(&work);
    let bare = dir.path().join("server.git");
    let set = |value: &str| git(&bare, &["config", "klacht.register", value], &[]);
    let recorded = || git(&bare, &["config", "klacht.register"], &[]).stdout;
    assert_eq!(recorded(), b"quality/complaints\n");

    work.put("/quality/complaints/staff.yaml", "rommel: [\n");
    work.commit("p.vos", "2026-03-05", "Stuk");
    let (accepted, said) = push(&work, dir.path(), "main", &[]);
    assert!(!accepted && said.contains("[H36]"), "{said}");
    // Somebody sets it to what is no register: not even the honest neighbour comes in.
    work.go_to(work.root);
    work.put("/code.txt", "x\n");
    work.commit("p.vos", "2026-03-05", "Code");
    for wrong in ["complaints", "klachten", ""] {
        set(wrong);
        let (accepted, said) = push(&work, dir.path(), "main", &[]);
        let told = said.contains("git config klacht.register quality/complaints");
        assert!(!accepted && told, "{wrong}: {said}");
        let again = klacht(dir.path(), &["hooks", "install", "server.git"]);
        assert_eq!(again.status.code(), Some(2), "{wrong}: {again:?}");
        let looked = klacht(&bare, &["check", "--history"]);
        assert_eq!(looked.status.code(), Some(2), "{wrong}: {looked:?}");
    }
    set("quality/complaints");
    let (accepted, said) = push(&work, dir.path(), "main", &[]);
    assert!(accepted, "{said}");

    // Two of them: whoever installs has to say which.
    for name in ["staff", "procedure"] {
        let text = work.files[&format!("quality/complaints/{name}.yaml")].clone();
        work.files.insert(format!("other/{name}.yaml"), text);
    }
    work.commit("p.vos", "2026-03-06", "Nog een");
    assert!(push(&work, dir.path(), "main", &[]).0);
    git(&bare, &["config", "--unset", "klacht.register"], &[]);
    let install = || klacht(dir.path(), &["hooks", "install", "server.git"]);
    let refused = String::from_utf8(install().stderr).unwrap();
    assert!(refused.contains("other, quality/complaints"), "{refused}");
    set("quality/complaints");
    assert!(install().status.success());
}

/// A hook that cannot be read is somebody's all the same: nothing is put in its place, nor in that of another.
#[cfg(unix)]
#[test]
fn a_hook_that_cannot_be_read_stays() {
    let dir = tempfile::tempdir().unwrap();
    let hooks = dir.path().join("own.git/hooks");
    git(dir.path(), &["init", "-q", "--bare", "own.git"], &[]);
    let (own, unreadable) = (hooks.join("pre-receive"), hooks.join("post-receive"));
    std::fs::write(&own, "#!/bin/sh\n").unwrap();
    std::os::unix::fs::symlink(&unreadable, &unreadable).unwrap();
    let installed = klacht(dir.path(), &["hooks", "install", "own.git"]);
    assert_eq!(installed.status.code(), Some(2), "{installed:?}");
    assert_eq!(std::fs::read_link(&unreadable).unwrap(), unreadable);
    assert_eq!(std::fs::read_to_string(&own).unwrap(), "#!/bin/sh\n");
}

/// A repository without commits has no register yet: the first push brings it, to the trust root and on.
#[test]
fn the_first_push_to_an_empty_repository_comes_in() {
    let work = Work::new();
    let dir = tempfile::tempdir().unwrap();
    git(
        dir.path(),
        &["init", "-q", "--bare", "-b", "main", "server.git"],
        &[],
    );
    let root = work.root.to_string();
    let install = ["hooks", "install", "server.git", "--trust-root", &root];
    assert!(klacht(dir.path(), &install).status.success());
    let config = |value: &str| {
        let bare = dir.path().join("server.git");
        git(&bare, &["config", "klacht.register", value], &[])
    };
    config("elsewhere");
    let (accepted, said) = push(&work, dir.path(), "main", &[]);
    assert!(!accepted && said.contains("klacht.register"), "{said}");
    config("complaints");
    let (accepted, said) = push(&work, dir.path(), "main", &[]);
    assert!(accepted, "{said}");
}

/// The log says nothing of a history that is not there, and not less than there is.
#[test]
fn the_receipt_log_is_compared_with_the_refs() {
    let mut work = Work::new();
    let first = work.tip;
    second(&mut work);
    let dir = server(&work);
    let bare = dir.path().join("server.git");
    for tip in [first, work.tip] {
        let refspec = format!("{tip}:refs/heads/main");
        assert!(push(&work, dir.path(), &refspec, &[]).0);
    }
    let path = bare.join("klacht/receipts.log");
    let log = std::fs::read_to_string(&path).unwrap();
    let verified = |log: &str, told: &str| {
        std::fs::write(&path, log).unwrap();
        let output = klacht(&bare, &["receipt", "--verify"]);
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).unwrap();
        assert_eq!(
            (output.status.success(), said.contains(told)),
            (told.contains("heel"), true),
            "{said}"
        );
    };
    verified(&log, "is heel");
    let cut: String = log.split_inclusive('\n').take(2).collect();
    verified(&cut, "houdt op bij");
    verified("", "houdt op bij");
    // An invented end, bound to the line before as it should be.
    let invented = |log: &str, new: &str| {
        let last = log.lines().last().unwrap();
        let mut more: receipt::Receipt = serde_json::from_str(last).unwrap();
        let hash = Sha256::digest(last.as_bytes());
        more.previous = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        more.old = std::mem::replace(&mut more.new, new.to_owned());
        format!("{log}{}\n", serde_json::to_string(&more).unwrap())
    };
    verified(&invented(&log, &"f".repeat(40)), "teruggezet");
    // The administrator takes the last step back, and another one comes in its place.
    git(
        &bare,
        &["update-ref", "refs/heads/main", &first.to_string()],
        &[],
    );
    verified(&log, "teruggezet");
    verified(&invented(&log, &first.to_string()), "Regel 3");
    work.go_to(first);
    work.add("2026-0001", "assigned");
    work.commit("c.janssen", "2026-03-04", "Anders");
    std::fs::write(&path, &log).unwrap();
    assert!(push(&work, dir.path(), "main", &[]).0);
    let after = std::fs::read_to_string(&path).unwrap();
    verified(&after, "Regel 3");
}

/// The log is where the setting says, seen from the repository, whoever asks for it.
#[test]
fn a_receipt_log_of_another_name_is_found_from_everywhere() {
    let work = Work::new();
    let dir = server(&work);
    let bare = dir.path().join("server.git");
    git(&bare, &["config", "klacht.receiptLog", "boek.log"], &[]);
    assert!(push(&work, dir.path(), "main", &[]).0);
    assert!(bare.join("boek.log").exists());
    let server = bare.to_str().unwrap();
    for from in [dir.path(), &bare] {
        let output = klacht(from, &["receipt", "--verify", "-r", server]);
        assert!(output.status.success(), "{output:?}");
    }
}
