//! The repository of a register: opening it, also from a hook of git, and its settings.

use std::path::{Path, PathBuf};

use git2::{Oid, Repository, RepositoryOpenFlags};

use super::Error;
use super::judge::Judge;
use super::objects::{Entries, Mode, Objects};
use crate::args;
use crate::finding::Arg;

/// What a server accepts in one push, in bytes, unless `klacht.maxPush` says otherwise.
const MOST_PUSHED: u64 = 25 << 20;

/// The settings of a repository, from its git configuration.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The register's directory in the repository, with `/`; empty for the repository itself.
    pub dir: String,
    /// The full name of the register's branch.
    pub branch: String,
    /// The commit from which on the history is judged, which is trusted as it is.
    pub trust_root: Option<Oid>,
    /// The environment variable in which a server names the authenticated pusher.
    pub pusher_variable: Option<String>,
    /// Patterns of other refs that may be pushed to.
    pub allowed_refs: Vec<String>,
    /// The most bytes in one push.
    pub most_pushed: u64,
    /// Where the program keeps what it remembers.
    pub memory: PathBuf,
    /// Where receipts are written.
    pub receipts: PathBuf,
}

/// A repository with its settings.
pub struct RegisterRepo {
    /// The repository.
    pub repository: Repository,
    /// Its settings.
    pub settings: Settings,
    /// Where it was found.
    start: PathBuf,
}

impl RegisterRepo {
    /// Opens the repository in which a directory lies, or the one that git tells a hook of.
    ///
    /// `dir` is the register's directory, where one is known. A quarantine for pushed objects is honoured.
    ///
    /// # Errors
    /// When there is no repository, or its settings are not what they should be.
    pub fn open(start: &Path, dir: Option<&Path>) -> Result<Self, Error> {
        let repository = opened(start)?;
        let settings = settings(&repository, dir)?;
        Ok(Self {
            repository,
            settings,
            start: start.to_owned(),
        })
    }

    /// Gives a setting of git's configuration under `klacht.`.
    ///
    /// # Errors
    /// When the configuration cannot be read.
    pub fn setting(&self, name: &str) -> Result<Option<String>, Error> {
        let mut config = self.repository.config()?;
        match config.snapshot()?.get_string(&format!("klacht.{name}")) {
            Ok(value) => Ok(Some(value)),
            Err(error) if error.code() == git2::ErrorCode::NotFound => Ok(None),
            Err(error) => Err(Error::Git(error)),
        }
    }

    /// Gives where the server has the branch, as far as is known here.
    pub(super) fn server_tip(&self) -> Option<Oid> {
        let name = self.repository.branch_upstream_name(&self.settings.branch);
        let name = String::from_utf8_lossy(&name.ok()?).into_owned();
        self.repository.refname_to_id(&name).ok()
    }

    /// Tells whether git fetches the files of this clone when it needs them, which nobody else does.
    pub fn is_partial(&self) -> bool {
        let config = self.repository.config();
        let promised = |config: git2::Config| {
            Ok(config
                .entries(Some(r"^remote\..*\.promisor$"))?
                .next()
                .is_some())
        };
        config.and_then(promised).unwrap_or(false)
    }

    /// Refuses to go on where the register's directory is in none of some commits: nothing would be judged, and all would pass.
    ///
    /// # Errors
    /// Then, and when the repository cannot be read.
    pub(super) fn expect(&self, judge: &Judge<'_>, commits: [Oid; 2]) -> Result<(), Error> {
        for commit in commits {
            let tree = judge.commit(commit)?.tree;
            if is_register(&judge.objects, judge.register(tree)?)? {
                return Ok(());
            }
        }
        let found = registers(&judge.objects, judge.commit(commits[0])?.tree)?;
        Err(Error::User(
            "history-no-register",
            places(&self.settings.dir, found),
        ))
    }

    /// Finds the one register in a tree; one in the directory of the settings goes before any other.
    ///
    /// # Errors
    /// When there is none or there are more, and when the repository cannot be read.
    pub(super) fn place(&self, tree: Oid) -> Result<String, Error> {
        let odb = self.repository.odb()?;
        let objects = Objects::new(&odb);
        let dir = self.settings.dir.as_str();
        if is_register(&objects, objects.find_dir(tree, dir)?)? {
            return Ok(dir.to_owned());
        }
        let mut found = registers(&objects, tree)?;
        match found.pop() {
            Some(only) if found.is_empty() && self.setting("register")?.is_none() => Ok(only),
            last => {
                found.extend(last);
                Err(Error::User("history-no-register", places(dir, found)))
            }
        }
    }

    /// Gives the directory in which the register is looked for where nobody says where it is, as in a hook.
    pub(super) fn looked_in(&self) -> Result<String, Error> {
        Ok(settings(&self.repository, None)?.dir)
    }

    /// Opens the same repository once more, for a thread of its own.
    pub(super) fn opened_again(&self) -> Result<Repository, Error> {
        opened(&self.start)
    }
}

/// Opens the repository in which a directory lies, with its working tree also where git keeps its own files apart from it.
///
/// # Errors
/// When there is none, or it cannot be opened.
pub fn repository_of(dir: &Path) -> Result<Repository, git2::Error> {
    let none: [&Path; 0] = [];
    Repository::open_ext(dir, RepositoryOpenFlags::CROSS_FS, none)
}

fn opened(start: &Path) -> Result<Repository, Error> {
    if std::env::var_os("GIT_DIR").is_some() {
        return Ok(Repository::open_from_env()?);
    }
    let none: [&Path; 0] = [];
    let opened = Repository::open_ext(start, RepositoryOpenFlags::FROM_ENV, none);
    opened.map_err(|error| match error.code() {
        git2::ErrorCode::NotFound => Error::NoRepository(start.to_owned()),
        _ => Error::Git(error),
    })
}

fn settings(repository: &Repository, dir: Option<&Path>) -> Result<Settings, Error> {
    let mut config = repository.config()?;
    let config = config.snapshot()?;
    let text = |name: &str| match config.get_string(name) {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.code() == git2::ErrorCode::NotFound => Ok(None),
        Err(error) => Err(Error::Git(error)),
    };
    let branch = match text("klacht.branch")? {
        Some(name) if name.starts_with("refs/") => name,
        Some(name) => format!("refs/heads/{name}"),
        None => {
            let head = repository.find_reference("HEAD")?;
            // A clone that looks at an old commit still has the branch that it judges: that commit.
            head.symbolic_target()?
                .map_or_else(|| "HEAD".to_owned(), str::to_owned)
        }
    };
    let trust_root = match text("klacht.trustRoot")? {
        None => None,
        Some(id) => Some(
            full_id(&id).ok_or_else(|| Error::User("history-trust-root-form", args!(id: id)))?,
        ),
    };
    let mut allowed_refs = Vec::new();
    let mut entries = config.multivar("klacht.allowRef", None)?;
    while let Some(entry) = entries.next() {
        allowed_refs.push(entry?.value()?.to_owned());
    }
    let most_pushed = match config.get_i64("klacht.maxPush") {
        Ok(bytes) => u64::try_from(bytes).unwrap_or(0),
        Err(error) if error.code() == git2::ErrorCode::NotFound => MOST_PUSHED,
        Err(error) => return Err(Error::Git(error)),
    };
    let memory = repository.commondir().join("klacht");
    let receipts = text("klacht.receiptLog")?.map_or_else(
        || memory.join("receipts.log"),
        // The same for a hook and for whoever asks from elsewhere.
        |path| repository.commondir().join(path),
    );
    let dir = match text("klacht.register")? {
        Some(dir) if dir == "." => String::new(),
        Some(dir) => dir.trim_matches('/').to_owned(),
        None => dir_in_repository(repository, dir, &branch)?,
    };
    Ok(Settings {
        dir,
        trust_root,
        pusher_variable: text("klacht.pusherVariable")?,
        allowed_refs,
        most_pushed,
        memory,
        receipts,
        branch,
    })
}

/// How many directories are looked at for a register.
const MOST_DIRS: usize = 10_000;

/// Lists the directories of a tree that hold a register, itself among them; none lies in another.
fn registers(objects: &Objects<'_>, tree: Oid) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), tree)];
    for _ in 0..MOST_DIRS {
        let Some((path, tree)) = open.pop() else {
            break;
        };
        if is_register(objects, Some(tree))? {
            found.push(path);
            continue;
        }
        for entry in Entries(&objects.tree(Some(tree))?) {
            let entry = entry.map_err(|()| Error::Broken(tree))?;
            if let (Mode::Tree, Ok(name)) = (entry.mode, std::str::from_utf8(entry.name)) {
                let gap = if path.is_empty() { "" } else { "/" };
                open.push((format!("{path}{gap}{name}"), entry.id));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Tells whether a tree is a register: its policy is there.
fn is_register(objects: &Objects<'_>, tree: Option<Oid>) -> Result<bool, Error> {
    let Some(tree) = tree else { return Ok(false) };
    let is_file = |name| {
        let found = objects.find(tree, name)?;
        Ok::<_, Error>(found.is_some_and(|(mode, _)| mode == Mode::File))
    };
    Ok(is_file("staff.yaml")? && is_file("procedure.yaml")?)
}

/// Names a directory in which no register is, and those in which there is one; the repository itself is a full stop.
fn places(dir: &str, found: Vec<String>) -> crate::finding::Args {
    let shown = |dir: &str| if dir.is_empty() { "." } else { dir }.to_owned();
    let n = found.len();
    let found = found.iter().map(|dir| Arg::from(shown(dir))).collect();
    args!(dir: shown(dir), n: n, found: Arg::List(found))
}

/// Tells whether a file would go into a repository with all that is new there: it lies among its files and is not ignored.
pub fn would_keep(path: &Path) -> bool {
    let found = path.parent().map(repository_of);
    let Some(Ok(repository)) = found else {
        return false;
    };
    let kept = repository.workdir().and_then(|dir| {
        let dir = dir.canonicalize().ok()?;
        Some(repository.is_path_ignored(path.strip_prefix(dir).ok()?))
    });
    kept.is_some_and(|ignored| !ignored.unwrap_or(false))
}

/// Parses an id that is written in full: a shortened one could come to mean another commit.
pub fn full_id(text: &str) -> Option<Oid> {
    let full = text.len() == 40 && text.bytes().all(|b| b.is_ascii_hexdigit());
    full.then(|| text.parse().ok())?
}

/// Finds the register's directory: where the user is, else `complaints`, else the repository itself.
fn dir_in_repository(
    repository: &Repository,
    dir: Option<&Path>,
    branch: &str,
) -> Result<String, Error> {
    if let (Some(dir), Some(work)) = (dir, repository.workdir()) {
        let absolute = |path: &Path| {
            path.canonicalize()
                .map_err(|error| Error::Io(path.to_owned(), error))
        };
        if let Ok(inside) = absolute(dir)?.strip_prefix(absolute(work)?) {
            let parts: Vec<_> = inside
                .components()
                .map(|part| part.as_os_str().to_string_lossy())
                .collect();
            return Ok(parts.join("/"));
        }
    }
    let tip = match repository.refname_to_id(branch) {
        Ok(tip) => tip,
        Err(error) if error.code() == git2::ErrorCode::NotFound => {
            return Ok("complaints".to_owned());
        }
        Err(error) => return Err(error.into()),
    };
    let tree = repository.find_commit(tip)?.tree_id();
    let odb = repository.odb()?;
    let objects = Objects::new(&odb);
    let there = |path: &str| objects.find(tree, path).map(|found| found.is_some());
    let at_root = !there("complaints")? && (there("staff.yaml")? || there("procedure.yaml")?);
    Ok(if at_root {
        String::new()
    } else {
        "complaints".to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What cannot be opened is not what is not there: a register without a history looks in order.
    #[test]
    fn a_repository_that_cannot_be_opened_is_there() {
        let dir = tempfile::tempdir().unwrap();
        assert!(matches!(opened(dir.path()), Err(Error::NoRepository(_))));
        Repository::init(dir.path()).unwrap();
        std::fs::write(dir.path().join(".git/config"), "[core").unwrap();
        assert!(matches!(opened(dir.path()), Err(Error::Git(_))));
    }
}
