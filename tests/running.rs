//! `docs/running.md` as an administrator follows it: every command in an empty home, every example file written out and looked at.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "support/absent.rs"]
mod absent;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_yaml::Value;
use tempfile::TempDir;

use absent::skipped;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page() -> String {
    fs::read_to_string(root().join("docs/running.md")).unwrap()
}

fn example(name: &str) -> String {
    fs::read_to_string(root().join("docs/examples").join(name)).unwrap()
}

/// The lines of the blocks of a language, block by block.
fn blocks(language: &str) -> Vec<Vec<String>> {
    let page = page();
    let opening = format!("```{language}\n");
    let blocks = page.split(&opening).skip(1);
    let lines = blocks.map(|block| block.split("```").next().unwrap().lines());
    lines
        .map(|lines| lines.map(str::to_owned).collect())
        .collect()
}

/// The commands of the page that are run in order.
fn commands() -> Vec<String> {
    let lines = blocks("console").concat();
    lines
        .iter()
        .map(|line| {
            line.strip_prefix("$ ")
                .unwrap_or_else(|| panic!("{line}"))
                .to_owned()
        })
        .collect()
}

fn shell(home: &Path, script: &str) -> Output {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_klacht"));
    let path = format!(
        "{}:/usr/local/bin:/usr/bin:/bin",
        program.parent().unwrap().display()
    );
    Command::new("sh")
        .args(["-e", "-c", script])
        .current_dir(home)
        .env_clear()
        .envs([("HOME", home.to_str().unwrap()), ("PATH", path.as_str())])
        .envs([("GIT_CONFIG_NOSYSTEM", "1"), ("LC_ALL", "C.UTF-8")])
        .output()
        .unwrap()
}

#[test]
fn every_command_of_the_page_runs() {
    let home = TempDir::new().unwrap();
    let home = home.path();
    fs::write(home.join("klacht-daily"), example("klacht-daily")).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(home.join("klacht-daily"), mode).unwrap();
    plant_case(home);
    let mut commands = commands();
    assert!(commands.len() > 20, "{commands:#?}");
    let letter = commands
        .iter()
        .position(|command| command.starts_with("klacht letter"))
        .unwrap();
    commands.insert(letter, "cp -r ~/case/2026 complaints/".to_owned());
    let output = shell(home, &format!("set -x\n{}", commands.join("\n")));
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(output.status.success(), "{said}");
    assert!(home.join("site/index.html").exists(), "{said}");
    // The push went through the hooks, and word of it was looked for.
    let log = fs::read_to_string(home.join("register.git/klacht/receipts.log")).unwrap();
    assert!(log.contains("refs/heads/main"), "{log}");
    assert!(home.join("register.git/klacht/notices").exists());
    for (name, begins) in [
        ("letter.html", "<!DOCTYPE html>"),
        ("letter.eml", "X-Unsent: 1"),
    ] {
        let letter = fs::read_to_string(home.join(name)).unwrap();
        assert!(
            letter.contains(begins) && letter.contains("2026-0007"),
            "{letter}"
        );
    }
    for block in blocks("sh") {
        try_block(home, &block);
    }
    // What the server refuses does not come in.
    let refused = shell(
        home,
        "cd ~/register && echo '- kapot' >> complaints/staff.yaml && git commit -q -n -a -m Kapot && git push -q",
    );
    assert!(!refused.status.success());
    assert!(
        String::from_utf8_lossy(&refused.stderr).contains("staff.yaml"),
        "{refused:?}"
    );
}

/// Writes the case of which the page makes letters.
fn plant_case(home: &Path) {
    let case = home.join("case/2026/2026-0007");
    fs::create_dir_all(case.join("private")).unwrap();
    let record = fs::read_to_string(root().join("tests/rules/base/complaint.yaml")).unwrap();
    let end = record.find("- step: heard").unwrap();
    let record = record[..end].replace("2026-0001", "2026-0007");
    fs::write(case.join("complaint.yaml"), record).unwrap();
    let annex = "complainant: {name: R. Voorbeeld}\ndescription: Zo was het.\n";
    fs::write(case.join("private/01.yaml"), annex).unwrap();
}

/// Tries what can be tried of a block that needs a machine of its own; a block that nobody thought of is a failure.
fn try_block(home: &Path, block: &[String]) {
    let all = block.join("\n");
    match block[0].split_whitespace().next().unwrap() {
        "cargo" => {
            assert_eq!(all, "cargo install --locked --path .");
            let args = [
                "metadata",
                "--locked",
                "--offline",
                "--no-deps",
                "--format-version=1",
            ];
            let output = Command::new(env!("CARGO"))
                .args(args)
                .current_dir(root())
                .output()
                .unwrap();
            assert!(output.status.success(), "{output:?}");
            let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
            let targets = metadata["packages"][0]["targets"].as_array().unwrap();
            let program = targets
                .iter()
                .find(|target| target["kind"][0] == "bin")
                .unwrap();
            assert_eq!(program["name"], "klacht");
        }
        "git" => {
            fs::write(home.join("smtp-password"), "geheim\n").unwrap();
            // Where nothing is to be told, no server is asked for.
            let told = "klacht notify --daily --register ~/register.git";
            let config = "git -C ~/register.git config --get-regexp klacht.smtp";
            let output = shell(home, &format!("{all}\n{told} >&2\n{config}"));
            assert!(output.status.success(), "{output:?}");
            let settings = String::from_utf8(output.stdout).unwrap();
            let page = page();
            assert_eq!(settings.lines().count(), 3, "{settings}");
            for line in &block[..3] {
                let setting = line.split_whitespace().nth(4).unwrap();
                assert!(page.contains(&format!("| `{setting}` |")), "{setting}");
            }
            let mode = fs::metadata(home.join("smtp-password"))
                .unwrap()
                .permissions();
            assert_eq!(
                std::os::unix::fs::PermissionsExt::mode(&mode) & 0o777,
                0o600
            );
        }
        "cp" => {
            assert!(
                block[1].starts_with("systemctl enable --now klacht.timer"),
                "{all}"
            );
            let words: Vec<&str> = block[0].split_whitespace().collect();
            let [_, files @ .., _] = words.as_slice() else {
                panic!("{all}");
            };
            // The units themselves have a test of their own.
            assert_eq!(files, UNITS);
        }
        "klacht" => {
            let output = shell(home, &format!("cd ~/register\n{all}"));
            let said = String::from_utf8_lossy(&output.stderr);
            if output.status.code() == Some(2) && said.contains("chromium, ") {
                return skipped("the PDF", "there is no browser");
            }
            assert!(output.status.success(), "{said}");
            assert!(
                fs::read(home.join("letter.pdf"))
                    .unwrap()
                    .starts_with(b"%PDF-")
            );
        }
        other => panic!("nobody tries {other}"),
    }
}

const UNITS: [&str; 2] = ["klacht.service", "klacht.timer"];

#[test]
fn every_example_is_named_on_the_page() {
    let page = page();
    let mut seen = 0;
    for entry in fs::read_dir(root().join("docs/examples")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(page.contains(&format!("](examples/{name})")), "{name}");
        seen += 1;
    }
    assert_eq!(seen, page.matches("](examples/").count());
}

/// The words after `klacht` wherever an example calls it.
fn calls(text: &str) -> Vec<Vec<String>> {
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'));
    lines
        .flat_map(|line| {
            line.split("klacht ")
                .skip(1)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .map(|rest| {
            let end = rest.find(['|', '>', ')', '&']).unwrap_or(rest.len());
            rest[..end]
                .split_whitespace()
                .map(|word| word.trim_matches('"').to_owned())
                .collect()
        })
        .collect()
}

/// The options in an example are options that there are.
#[test]
fn every_call_in_an_example_is_understood() {
    let mut seen = 0;
    // A ledger that a call names is made where it runs.
    let here = TempDir::new().unwrap();
    for name in ["klacht-daily", "github.yml", "gitlab-ci.yml", "forgejo.yml"] {
        for call in calls(&example(name)) {
            let mut args = call.clone();
            if !call.contains(&"--register".to_owned()) {
                args.extend(["--register", "nowhere"].map(str::to_owned));
            }
            let output = Command::new(env!("CARGO_BIN_EXE_klacht"))
                .args(&args)
                .env_clear()
                .current_dir(here.path())
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            // It fails for want of a register, not for a word that it does not know.
            assert!(
                output.status.code() == Some(2) && !said.contains(" --help"),
                "{name}: {args:?}: {said}"
            );
            seen += 1;
        }
    }
    assert!(seen >= 12, "{seen}");
}

#[test]
fn the_jobs_check_build_and_notify() {
    for name in ["github.yml", "forgejo.yml"] {
        let jobs: Value = serde_yaml::from_str(&example(name)).unwrap();
        for job in ["check", "site", "notices"] {
            let steps = jobs["jobs"][job]["steps"].as_sequence().unwrap();
            let does = |step: &Value| step.get("run").is_some() != step.get("uses").is_some();
            assert!(!steps.is_empty() && steps.iter().all(does), "{name}: {job}");
            assert!(jobs["jobs"][job]["runs-on"].is_string(), "{name}: {job}");
        }
        assert!(jobs["on"]["schedule"][0]["cron"].is_string(), "{name}");
    }
    let jobs: Value = serde_yaml::from_str(&example("gitlab-ci.yml")).unwrap();
    for job in ["check", "pages", "notices"] {
        assert!(
            jobs[job]["script"].is_sequence() && jobs[job]["rules"].is_sequence(),
            "{job}"
        );
    }
}

#[test]
fn the_line_of_cron_and_the_units_of_systemd_call_the_same_script() {
    let cron = example("crontab");
    let line = cron.lines().last().unwrap();
    let fields: Vec<&str> = line.split_whitespace().collect();
    assert_eq!((fields.len(), fields[5]), (6, "/home/klacht/klacht-daily"));
    assert!(example("klacht.service").contains("ExecStart=/home/klacht/klacht-daily\n"));
    let home = TempDir::new().unwrap();
    let home = home.path();
    fs::write(home.join("klacht-daily"), example("klacht-daily")).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(home.join("klacht-daily"), mode).unwrap();
    let mut files = Vec::new();
    for name in UNITS {
        let text = example(name).replace("/home/klacht", home.to_str().unwrap());
        fs::write(home.join(name), text.replace("User=klacht", "User=root")).unwrap();
        files.push(home.join(name));
    }
    match Command::new("systemd-analyze")
        .arg("verify")
        .args(&files)
        .output()
    {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            let ours: Vec<&str> = said
                .lines()
                .filter(|line| line.contains("klacht"))
                .collect();
            assert!(output.status.success() && ours.is_empty(), "{said}");
        }
        Err(_) => skipped("the units", "there is no systemd-analyze"),
    }
}
