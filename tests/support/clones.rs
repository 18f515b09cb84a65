//! A server with hooks and clones of members of staff, driven as they would: by `klacht` and plain `git`.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "shared by tests that each use a part, and a test may panic"
)]

#[path = "absent.rs"]
pub mod absent;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use klacht::history::receipt::Receipt;
use tempfile::TempDir;

const PROCEDURE: &str = include_str!("../rules/base/procedure.yaml");
const STAFF: &str = include_str!("../rules/base/staff.yaml");

/// The case that is on the server from the beginning, received and assigned. Its days are long past, whatever the clock says.
const CASE: &str = "case: 2024-0001\nsteps:\n\n- step: received\n  date: 2024-03-01\n  by: m.bakker\n  channel: phone\n  complainant: client\n  commissioned_by: {kind: uwv, name: UWV}\n  about: [k.smit]\n  service: job-coaching\n  category: planning\n  occurred: {date: 2024-02-28, place: Stein}\n  summary: Afspraak afgezegd.\n\n- step: assigned\n  date: 2024-03-02\n  by: c.janssen\n  handler: p.vos\n  function: Manager re-integratie\n";
const ANNEX: &str = "complainant: {name: J. de Wit}\ndescription: Niemand belde.\n";

pub const RECORD: &str = "complaints/2024/2024-0001/complaint.yaml";

/// A bare repository with the hooks, and room for clones beside it.
pub struct Server {
    dir: TempDir,
}

/// A clone of a member of staff.
pub struct Clone {
    pub path: PathBuf,
    home: PathBuf,
}

fn command(program: &str, dir: &Path, home: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(dir).env_clear().stdin(Stdio::null());
    command
        .env("PATH", std::env::var_os("PATH").unwrap())
        .env("HOME", home)
        .env("TZ", "Europe/Amsterdam")
        .env("GIT_CONFIG_NOSYSTEM", "1");
    command
}

fn text(output: Output) -> String {
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

impl Server {
    /// Makes a server with a register of one case.
    pub fn new() -> Self {
        let server = Self {
            dir: TempDir::new().unwrap(),
        };
        let first = Clone::begin(server.dir.path().join("first"), server.home(), "a.smits");
        let staff = format!(
            "{STAFF}- id: a.smits\n  name: Anne Smits\n  email: a.smits@voorbeeld.example\n  function: Beheerder\n  roles: [administrator]\n  active: {{from: 2020-01-01}}\n"
        );
        first.write("complaints/procedure.yaml", PROCEDURE);
        first.write("complaints/staff.yaml", &staff);
        first.write(RECORD, CASE);
        first.write("complaints/2024/2024-0001/private/01.yaml", ANNEX);
        first.write("README.md", "een\n\ntwee\n\ndrie\n\nvier\n\nvijf\n");
        first.git(&["add", "-A"]);
        first.git(&["commit", "-qm", "Begin"]);
        first.git(&["init", "-q", "--bare", "-b", "main", "../server.git"]);
        first.git(&["remote", "add", "origin", "../server.git"]);
        first.git(&["push", "-q", "-u", "origin", "main"]);
        server.klacht(&["hooks", "install", "."]);
        // Syncing to disk is what most of the time would go to, and no power fails here.
        server.git(&["config", "core.fsync", "none"]);
        server
    }

    fn home(&self) -> PathBuf {
        self.dir.path().join("home")
    }

    pub fn bare(&self) -> PathBuf {
        self.dir.path().join("server.git")
    }

    pub fn git(&self, args: &[&str]) -> String {
        let output = command("git", &self.bare(), &self.home())
            .args(args)
            .output()
            .unwrap();
        assert!(output.status.success(), "git {args:?}: {}", text(output));
        String::from_utf8(output.stdout)
            .unwrap()
            .trim_end()
            .to_owned()
    }

    /// Reads a file as the server has it.
    pub fn read(&self, path: &str) -> String {
        self.git(&["show", &format!("main:{path}")])
    }

    /// Makes a clone for a member of staff.
    pub fn clone(&self, name: &str, who: &str) -> Clone {
        let clone = Clone {
            path: self.dir.path().join(name),
            home: self.home(),
        };
        self.git(&["clone", "-q", ".", clone.path.to_str().unwrap()]);
        clone.set_up(who);
        clone
    }

    /// Makes a clone for each of these members of staff.
    pub fn clones<const N: usize>(&self, staff: [&str; N]) -> [Clone; N] {
        staff.map(|who| self.clone(who, who))
    }

    /// Judges everything that the server accepted.
    pub fn is_valid(&self) {
        self.klacht(&["check", "--history"]);
    }

    /// Tells that the receipt log is whole, has every move of the branch once, and ends where the branch is; gives its lines.
    pub fn receipts(&self) -> Vec<Receipt> {
        self.klacht(&["receipt", "--verify"]);
        let log = std::fs::read_to_string(self.bare().join("klacht/receipts.log")).unwrap();
        let receipts = log.lines().map(|line| serde_json::from_str(line).unwrap());
        let receipts: Vec<Receipt> = receipts.collect();
        let mut at = "0".repeat(40);
        for receipt in &receipts {
            assert_eq!(
                (receipt.name.as_str(), receipt.old.as_str()),
                ("refs/heads/main", at.as_str())
            );
            assert_ne!(receipt.new, at);
            at.clone_from(&receipt.new);
        }
        assert_eq!(at, self.git(&["rev-parse", "main"]));
        receipts
    }

    /// Tells that each push was received once, by its own hook, and left a register without a violation.
    ///
    /// What was there before the hooks is the first line.
    pub fn was_valid_after_each_push(&self, pushes: usize) {
        let receipts = self.receipts();
        assert_eq!(receipts.len(), pushes + 1);
        let late: Vec<_> = receipts.iter().skip(1).filter(|line| line.late).collect();
        assert!(receipts[0].late && late.is_empty(), "{late:?}");
        let auditor = self.clone("auditor", "h.mulder");
        for receipt in receipts {
            auditor.git(&["checkout", "-q", "--detach", &receipt.new]);
            auditor.ok(&["check"]);
        }
    }

    fn klacht(&self, args: &[&str]) {
        let output = command(env!("CARGO_BIN_EXE_klacht"), &self.bare(), &self.home())
            .args(args)
            .output()
            .unwrap();
        assert!(output.status.success(), "{args:?}: {}", text(output));
    }
}

impl Clone {
    /// Makes an empty repository in which a member of staff works.
    pub fn begin(path: PathBuf, home: PathBuf, who: &str) -> Self {
        let clone = Self { path, home };
        std::fs::create_dir_all(&clone.path).unwrap();
        std::fs::create_dir_all(&clone.home).unwrap();
        clone.git(&["init", "-q", "-b", "main"]);
        clone.set_up(who);
        clone
    }

    /// Lets another member of staff work here.
    pub fn is(&self, who: &str) {
        self.git(&["config", "user.email", &format!("{who}@voorbeeld.example")]);
        self.git(&["config", "user.name", who]);
    }

    fn set_up(&self, who: &str) {
        self.is(who);
        for (key, value) in [("core.fsync", "none"), ("gc.auto", "0")] {
            self.git(&["config", key, value]);
        }
    }

    /// Makes a key and lets git sign with it; gives the public half, or none where there is no ssh-keygen.
    pub fn signs(&self) -> Option<String> {
        let file = self.path.with_extension("key");
        let file = file.to_str().unwrap();
        let made = self
            .command("ssh-keygen")
            .args(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", file])
            .status();
        if !made.is_ok_and(|status| status.success()) {
            absent::skipped("signing", "there is no ssh-keygen");
            return None;
        }
        for (name, value) in [
            ("gpg.format", "ssh"),
            ("commit.gpgsign", "true"),
            ("user.signingkey", file),
        ] {
            self.git(&["config", name, value]);
        }
        let public = std::fs::read_to_string(format!("{file}.pub")).unwrap();
        Some(public.trim().to_owned())
    }

    pub fn command(&self, program: &str) -> Command {
        command(program, &self.path, &self.home)
    }

    pub fn klacht_command(&self, args: &[&str]) -> Command {
        let mut command = self.command(env!("CARGO_BIN_EXE_klacht"));
        command.args(args);
        command
    }

    pub fn git(&self, args: &[&str]) -> String {
        let output = self.command("git").args(args).output().unwrap();
        assert!(output.status.success(), "git {args:?}: {}", text(output));
        String::from_utf8(output.stdout)
            .unwrap()
            .trim_end()
            .to_owned()
    }

    /// Runs git where it may fail; gives whether it did not, and what it said.
    pub fn try_git(&self, args: &[&str]) -> (bool, String) {
        let output = self.command("git").args(args).output().unwrap();
        (output.status.success(), text(output))
    }

    /// Gives exit code and everything that was printed.
    pub fn klacht(&self, args: &[&str]) -> (i32, String) {
        let output = self.klacht_command(args).output().unwrap();
        (output.status.code().unwrap(), text(output))
    }

    /// Runs what must succeed.
    pub fn ok(&self, args: &[&str]) -> String {
        let (code, text) = self.klacht(args);
        assert_eq!(code, 0, "klacht {args:?}: {text}");
        text
    }

    /// Runs what must fail with this exit code and these words and leave everything as it was; gives what it said.
    pub fn fails(&self, args: &[&str], exit: i32, words: &[&str]) -> String {
        let state = self.state();
        let (code, text) = self.klacht(args);
        assert_eq!(code, exit, "klacht {args:?}: {text}");
        for words in words {
            assert!(text.contains(words), "{words:?} is not in: {text}");
        }
        assert_eq!(self.state(), state, "klacht {args:?}");
        text
    }

    /// Records a complaint by phone; the summary tells it apart.
    pub fn new_case(&self, summary: &str) -> String {
        self.new_case_with(summary, &["--set=channel=phone"])
    }

    /// Records a complaint with further options.
    pub fn new_case_with(&self, summary: &str, more: &[&str]) -> String {
        let summary = format!("--set=summary={summary}");
        let given = [
            "new",
            "--as-of=2024-03-04",
            "--set=complainant=client",
            "--set=commissioned_by.kind=uwv",
            "--set=commissioned_by.name=UWV",
            "--set=about=k.smit",
            "--set=service=job-coaching",
            "--set=category=planning",
            "--set=occurred.date=2024-03-01",
            &summary,
            "--private=complainant.name=J. de Wit",
            "--private=description=Niemand belde.",
        ];
        self.ok(&[&given, more].concat())
    }

    /// Records a step in the first case.
    pub fn step(&self, step: &str, values: &[&str]) -> String {
        let values: Vec<String> = values
            .iter()
            .map(|value| format!("--set={value}"))
            .collect();
        let mut args = vec!["record", "2024-0001", step, "--as-of=2024-03-06"];
        args.extend(values.iter().map(String::as_str));
        self.ok(&args)
    }

    /// Assigns the first case to its handler again.
    pub fn assign(&self, reason: &str) {
        self.step("assigned", &["handler=p.vos", &format!("reason={reason}")]);
    }

    /// Records that the complainant was asked for more; what was said goes into the annex.
    pub fn contacted(&self, case: &str, asked: &str) -> String {
        let asked_set = format!("--set=asked={asked}");
        let said = format!("--private=said=Antwoord op {asked}");
        self.ok(&[
            "record",
            case,
            "contacted",
            "--as-of=2024-03-06",
            "--set=channel=phone",
            &asked_set,
            &said,
        ])
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path.join(path)).unwrap()
    }

    pub fn has(&self, path: &str) -> bool {
        self.path.join(path).exists()
    }

    /// Everything that may not change when nothing is done.
    pub fn state(&self) -> String {
        [
            &["for-each-ref", "refs/heads"][..],
            &["rev-parse", "HEAD"],
            &["status", "--porcelain", "-uall"],
            &["diff"],
            &["diff", "--cached"],
        ]
        .map(|args| self.git(args))
        .join("\n")
    }

    /// Tells that the clone is whole and has what the server has.
    pub fn is_at(&self, server: &Server) {
        self.is_whole();
        let here = self.git(&["rev-parse", "HEAD"]);
        assert_eq!(here, server.git(&["rev-parse", "main"]));
    }

    /// Tells that files, index and branch are the same, and nothing is locked.
    pub fn is_whole(&self) {
        assert_eq!(self.git(&["status", "--porcelain", "-uall"]), "");
        assert_eq!(locks(&self.path.join(".git")), Vec::<PathBuf>::new());
        assert!(!self.path.join(".git/klacht/journal").exists());
    }
}

/// The lock files that are left in a repository.
pub fn locks(dir: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(dir)
        .into_iter()
        .filter_map(Result::ok);
    entries
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|e| e == "lock"))
        .collect()
}
