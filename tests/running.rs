//! `docs/running.md` as an administrator follows it: every command in an empty home, every example file written out and looked at.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test may panic, and says what it could not try"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_yaml::Value;
use tempfile::TempDir;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page() -> String {
    fs::read_to_string(root().join("docs/running.md")).unwrap()
}

fn example(name: &str) -> String {
    fs::read_to_string(root().join("docs/examples").join(name)).unwrap()
}

/// The commands of the page, in order.
fn commands() -> Vec<String> {
    let page = page();
    let blocks = page.split("```console\n").skip(1);
    let lines = blocks.flat_map(|block| block.split("```").next().unwrap().lines());
    lines
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
    let commands = commands();
    assert!(commands.len() > 20, "{commands:#?}");
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
                output.status.code() == Some(2) && !said.contains("klacht --help"),
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
    for name in ["klacht.service", "klacht.timer"] {
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
        Err(_) => eprintln!("SKIPPED: the units, because there is no systemd-analyze"),
    }
}
