//! A server with hooks and clones of members of staff, driven as they would: by `klacht` and plain `git`.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "shared by tests that each use a part, and a test may panic"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

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
        let first = Clone {
            path: server.dir.path().join("first"),
            home: server.home(),
        };
        std::fs::create_dir_all(&first.path).unwrap();
        std::fs::create_dir_all(&first.home).unwrap();
        first.git(&["init", "-q", "-b", "main"]);
        first.set_up("a.smits");
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
        let bare = server.bare();
        let installed = command(env!("CARGO_BIN_EXE_klacht"), &bare, &server.home())
            .args(["hooks", "install", "."])
            .output()
            .unwrap();
        assert!(installed.status.success(), "{}", text(installed));
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

    /// Judges everything that the server accepted.
    pub fn is_valid(&self) {
        let output = command(env!("CARGO_BIN_EXE_klacht"), &self.bare(), &self.home())
            .args(["check", "--history"])
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", text(output));
    }
}

impl Clone {
    fn set_up(&self, who: &str) {
        let email = format!("{who}@voorbeeld.example");
        for (key, value) in [
            ("user.name", who),
            ("user.email", &email),
            ("core.fsync", "none"),
            ("core.fsyncObjectFiles", "false"),
            ("gc.auto", "0"),
        ] {
            self.git(&["config", key, value]);
        }
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

    /// Records a complaint; what is given with `summary` tells it apart.
    pub fn new_case(&self, summary: &str) -> String {
        let summary = format!("--set=summary={summary}");
        self.ok(&[
            "new",
            "--as-of=2024-03-04",
            "--set=channel=phone",
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
        ])
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
        self.git(&["for-each-ref", "refs/heads"]) + &self.git(&["status", "--porcelain", "-uall"])
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
