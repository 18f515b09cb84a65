//! Histories for tests: small repositories made object by object, so that they can hold what git itself would not make.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "shared by tests that each use a part, and a test may panic"
)]

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDateTime};
use git2::{ObjectType, Oid, Repository, RepositoryInitOptions};
use klacht::history::push::{Update, check_push};
use klacht::history::{RegisterRepo, Walk, check_history};
use klacht::register::annex::{AnnexNeed, annex_need};
use klacht::register::step::StepKind;
use ssh_key::private::Ed25519Keypair;
use ssh_key::{HashAlg, LineEnding, PrivateKey};
use tempfile::TempDir;

pub const PROCEDURE: &str = include_str!("../rules/base/procedure.yaml");
pub const STAFF: &str = include_str!("../rules/base/staff.yaml");
pub const CASE: &str = include_str!("../rules/base/complaint.yaml");

const ADMINISTRATOR: &str = "- id: a.smits\n  name: Anne Smits\n  email: a.smits@voorbeeld.example\n  function: Beheerder\n  roles: [administrator]\n  active: {from: 2020-01-01}\n";

/// The moment at which histories are judged.
pub const NOW: &str = "2026-06-01T12:00:00+02:00";

/// A repository under construction.
pub struct Work {
    pub dir: TempDir,
    pub repository: Repository,
    /// Mode and contents by path from the root of the repository.
    pub files: BTreeMap<String, (u32, Vec<u8>)>,
    pub root: Oid,
    pub tip: Oid,
    /// What a push moves, where the history asks for one.
    pub pushed: Vec<(Option<Oid>, Option<Oid>, String)>,
    /// Settings of git that the history asks for.
    pub config: Vec<(String, String)>,
    pub trusted: bool,
    odd: Odd,
}

/// What the next commit has that an ordinary one has not.
#[derive(Default, Clone)]
pub struct Odd {
    pub committer: Option<String>,
    pub author_date: Option<String>,
    pub zone: Option<String>,
    pub header: Option<String>,
    pub parents: Vec<Oid>,
    pub unsorted: bool,
    pub signer: Option<String>,
}

/// Gives the key of a member of staff, the same every time.
pub fn key(who: &str) -> PrivateKey {
    let mut seed = [7; 32];
    seed[..who.len()].copy_from_slice(who.as_bytes());
    PrivateKey::from(Ed25519Keypair::from_seed(&seed))
}

pub fn seconds(date: &str) -> i64 {
    if let Ok(time) = DateTime::parse_from_rfc3339(date) {
        return time.timestamp();
    }
    let date = if date.contains('T') {
        date.to_owned()
    } else {
        format!("{date}T10:00:00")
    };
    NaiveDateTime::parse_from_str(&date, "%Y-%m-%dT%H:%M:%S")
        .unwrap()
        .and_utc()
        .timestamp()
        - 3600
}

/// Gives the text of a step of the base's case.
pub fn step_text(step: &str) -> String {
    let start = CASE
        .find(&format!("- step: {step}\n"))
        .unwrap_or_else(|| panic!("{step}: not in the base"));
    let end = CASE[start..]
        .find("\n- step: ")
        .map_or(CASE.len(), |at| start + at);
    format!("\n{}\n", CASE[start..end].trim_end())
}

impl Work {
    /// A register with its staff and one case of one step.
    pub fn new() -> Self {
        let mut work = Self::empty();
        work.new_case("2026-0001");
        work.commit("m.bakker", "2026-03-02", "2026-0001 stap 1: ontvangst");
        work
    }

    /// A register without cases.
    pub fn empty() -> Self {
        let dir = TempDir::new().unwrap();
        let repository = Repository::init_opts(
            dir.path(),
            RepositoryInitOptions::new().bare(true).initial_head("main"),
        )
        .unwrap();
        let zero = Oid::ZERO_SHA1;
        let (files, odd) = (BTreeMap::new(), Odd::default());
        let mut work = Self {
            dir,
            repository,
            files,
            root: zero,
            tip: zero,
            pushed: vec![],
            config: vec![],
            trusted: true,
            odd,
        };
        work.put("procedure.yaml", PROCEDURE);
        work.put("staff.yaml", &format!("{STAFF}{ADMINISTRATOR}"));
        work.put("/README.md", "# Klachten\n");
        work.commit("a.smits", "2026-03-01", "Begin");
        work.root = work.tip;
        work
    }

    fn path(path: &str) -> String {
        path.strip_prefix('/')
            .map_or_else(|| format!("complaints/{path}"), str::to_owned)
    }

    pub fn put(&mut self, path: &str, text: &str) {
        self.files
            .insert(Self::path(path), (0o100_644, text.as_bytes().to_vec()));
    }

    pub fn text(&self, path: &str) -> String {
        String::from_utf8(self.files[&Self::path(path)].1.clone()).unwrap()
    }

    pub fn swap(&mut self, path: &str, old: &str, new: &str) {
        let text = self.text(path);
        assert!(text.contains(old), "{path}: no {old:?}");
        self.put(path, &text.replacen(old, new, 1));
    }

    pub fn mode(&mut self, path: &str, mode: u32) {
        self.files.get_mut(&Self::path(path)).unwrap().0 = mode;
    }

    pub fn remove(&mut self, path: &str) {
        let path = Self::path(path);
        self.files
            .retain(|name, _| *name != path && !name.starts_with(&format!("{path}/")));
    }

    pub fn new_case(&mut self, id: &str) {
        let text = CASE[..CASE.find("\n- step: assigned").unwrap()].replace("2026-0001", id);
        self.put(&format!("{}/{id}/complaint.yaml", &id[..4]), &text);
        self.annex(id, 1, "received");
    }

    /// Appends a step of the base's case, with the annex that it needs.
    pub fn add(&mut self, id: &str, step: &str) {
        let path = format!("{}/{id}/complaint.yaml", &id[..4]);
        let text = self.text(&path) + &step_text(step);
        let number = text.matches("- step: ").count();
        self.put(&path, &text);
        self.annex(id, number, step);
    }

    fn annex(&mut self, id: &str, number: usize, step: &str) {
        let start = format!("{}/{id}/private/{number:02}", &id[..4]);
        match annex_need(StepKind::of(step).unwrap()) {
            Some(AnnexNeed::Fields(_)) => self.put(
                &format!("{start}.yaml"),
                "complainant: {name: R. Voorbeeld}\ndescription: De afspraak ging niet door.\n",
            ),
            Some(AnnexNeed::FieldOrFile(field)) => {
                self.put(&format!("{start}.yaml"), &format!("{field}: Zo was het.\n"))
            }
            Some(AnnexNeed::File) => self.put(&format!("{start}-brief.txt"), "Een brief.\n"),
            None => {}
        }
    }

    fn tree(&self, prefix: &str, unsorted: bool) -> Oid {
        let mut entries: BTreeMap<Vec<u8>, (String, String, Oid)> = BTreeMap::new();
        for (path, (mode, bytes)) in self
            .files
            .iter()
            .filter_map(|(path, file)| Some((path.strip_prefix(prefix)?, file)))
        {
            match path.split_once('/') {
                // One descent a directory, however many files it holds.
                Some((name, _)) if entries.contains_key(format!("{name}/").as_bytes()) => {}
                Some((name, _)) => {
                    let id = self.tree(&format!("{prefix}{name}/"), unsorted);
                    entries.insert(
                        format!("{name}/").into_bytes(),
                        ("40000".into(), name.into(), id),
                    );
                }
                None => {
                    let id = match mode {
                        0o160_000 => self.root,
                        _ => self
                            .repository
                            .odb()
                            .unwrap()
                            .write(ObjectType::Blob, bytes)
                            .unwrap(),
                    };
                    entries.insert(path.into(), (format!("{mode:o}"), path.into(), id));
                }
            }
        }
        let mut entries: Vec<_> = entries.into_values().collect();
        if unsorted {
            entries.reverse();
        }
        let bytes: Vec<u8> = entries
            .iter()
            .flat_map(|(mode, name, id)| {
                [mode.as_bytes(), b" ", name.as_bytes(), &[0], id.as_bytes()].concat()
            })
            .collect();
        self.repository
            .odb()
            .unwrap()
            .write(ObjectType::Tree, &bytes)
            .unwrap()
    }

    pub fn odd(&mut self) -> &mut Odd {
        &mut self.odd
    }

    /// Writes the commit of what is there; gives its id, which is then the tip.
    pub fn commit(&mut self, who: &str, date: &str, message: &str) -> Oid {
        let (head, mut odd) = self.head(who, date);
        if let Some(signer) = &odd.signer {
            let signed = key(signer)
                .sign(
                    "git",
                    HashAlg::Sha512,
                    format!("{head}\n{message}\n").as_bytes(),
                )
                .unwrap();
            let armour = signed.to_pem(LineEnding::LF).unwrap();
            odd.header = Some(format!("gpgsig {}", armour.trim_end().replace('\n', "\n ")));
        }
        self.write(&format!(
            "{head}{}\n{message}\n",
            odd.header.map_or_else(String::new, |header| header + "\n")
        ))
    }

    /// Gives the headers of the next commit.
    pub fn head(&mut self, who: &str, date: &str) -> (String, Odd) {
        let odd = std::mem::take(&mut self.odd);
        let tree = self.tree("", odd.unsorted);
        let zone = odd.zone.clone().unwrap_or_else(|| "+0100".into());
        let person = |who: &str, date: &str| {
            format!("{who} <{who}@voorbeeld.example> {} {zone}", seconds(date))
        };
        let parents = if self.tip.is_zero() {
            String::new()
        } else {
            format!("parent {}\n", self.tip)
        };
        let more: String = odd
            .parents
            .iter()
            .map(|id| format!("parent {id}\n"))
            .collect();
        let author = person(who, odd.author_date.as_deref().unwrap_or(date));
        let committer = person(odd.committer.as_deref().unwrap_or(who), date);
        (
            format!("tree {tree}\n{parents}{more}author {author}\ncommitter {committer}\n"),
            odd,
        )
    }

    /// Writes a commit as it is given.
    pub fn write(&mut self, bytes: &str) -> Oid {
        self.tip = self
            .repository
            .odb()
            .unwrap()
            .write(ObjectType::Commit, bytes.as_bytes())
            .unwrap();
        self.repository
            .reference("refs/heads/main", self.tip, true, "test")
            .unwrap();
        self.tip
    }

    /// Takes a commit and the files that it has.
    pub fn go_to(&mut self, id: Oid) {
        self.tip = id;
        self.repository
            .reference("refs/heads/main", id, true, "test")
            .unwrap();
        self.files.clear();
        let tree = self.repository.find_commit(id).unwrap().tree().unwrap();
        let files = &mut self.files;
        let repository = &self.repository;
        tree.walk(git2::TreeWalkMode::PreOrder, |dir, entry| {
            if entry.kind() == Some(ObjectType::Blob) {
                let bytes = repository.find_blob(entry.id()).unwrap().content().to_vec();
                files.insert(
                    format!("{dir}{}", entry.name().unwrap()),
                    (entry.filemode_raw() as u32, bytes),
                );
            }
            git2::TreeWalkResult::Ok
        })
        .unwrap();
    }

    pub fn register(&self) -> RegisterRepo {
        let mut config = self.repository.config().unwrap();
        for (name, value) in &self.config {
            config.set_str(name, value).unwrap();
        }
        let mut register = RegisterRepo::open(self.dir.path(), None).unwrap();
        register.settings.trust_root = self.trusted.then_some(self.root);
        register
    }

    /// Judges the history, or the push that was asked for.
    pub fn judged(&self) -> Walk {
        let now = seconds(NOW);
        if self.pushed.is_empty() {
            return check_history(&self.register(), None, now).unwrap();
        }
        let updates: Vec<Update> = self
            .pushed
            .iter()
            .map(|(old, new, name)| Update {
                old: *old,
                new: *new,
                name: name.clone(),
            })
            .collect();
        check_push(&self.register(), &updates, now).unwrap()
    }

    /// The codes of what is wrong, each once, in order.
    pub fn codes(&self) -> Vec<&'static str> {
        let mut codes: Vec<&str> = self
            .judged()
            .faults
            .iter()
            .flat_map(|faults| faults.findings.iter().map(|f| f.code))
            .collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// Does what a line of an example says.
    pub fn line(&mut self, line: &str) {
        let (op, rest) = line.split_once(' ').unwrap_or((line, ""));
        let words: Vec<&str> = rest.split(' ').collect();
        let unescaped = |text: &str| text.replace("\\n", "\n").replace("\\r", "\r");
        let after = |n: usize| unescaped(&words[n..].join(" "));
        match op {
            "add" => self.add("2026-0001", words[0]),
            "new" => self.new_case(words[0]),
            "write" => self.put(words[0], &after(1)),
            "repeat" => (0..words[0].parse().unwrap())
                .for_each(|n| self.put(&words[1].replace('#', &format!("{n:03}")), "x\n")),
            "change" => {
                let all = after(1);
                let (old, new) = all.split_once(" => ").unwrap();
                self.swap(words[0], old, new);
            }
            "remove" => self.remove(words[0]),
            "rename" => {
                let file = self.files.remove(&Self::path(words[0])).unwrap();
                self.files.insert(Self::path(words[1]), file);
            }
            "mode" => self.mode(words[0], u32::from_str_radix(words[1], 8).unwrap()),
            "unsorted" => self.odd.unsorted = true,
            "committer" => self.odd.committer = Some(words[0].to_owned()),
            "written" => self.odd.author_date = Some(words[0].to_owned()),
            "sign" => self.odd.signer = Some(words[0].to_owned()),
            "key" => {
                let key = key(words[0]).public_key().to_openssh().unwrap();
                self.swap(
                    "staff.yaml",
                    &format!("  email: {}@", words[0]),
                    &format!("  signing_keys: [{key}]\n  email: {}@", words[0]),
                );
            }
            "zone" => self.odd.zone = Some(words[0].to_owned()),
            "header" => self.odd.header = Some(after(0)),
            "merge" => self.odd.parents = vec![self.root; words[0].parse().unwrap()],
            "commit" => drop(self.commit(words[0], words[1], &after(2))),
            "config" => self.config.push((words[0].to_owned(), after(1))),
            "untrusted" => self.trusted = false,
            "other-root" => {
                self.root = self.repository.odb().unwrap().write(ObjectType::Commit, b"tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor x <x> 1 +0000\ncommitter x <x> 1 +0000\n\nx\n").unwrap();
            }
            "push" => self
                .pushed
                .push((Some(self.root), Some(self.tip), words[0].to_owned())),
            "delete" => self
                .pushed
                .push((Some(self.tip), None, words[0].to_owned())),
            "rewind" => self
                .pushed
                .push((Some(self.tip), Some(self.root), words[0].to_owned())),
            "" => {}
            other => panic!("{other}: not in the words of examples"),
        }
    }
}
