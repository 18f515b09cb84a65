//! The history of a register in git: every commit on the first-parent chain judged against its parent. All git2 is here.
//!
//! ```text
//! repository (settings, where the register is) ─► chain (which commits) ─► judge (one commit) ─► verdicts (remembered)
//!                                                     ▲                      │
//!                                     push, staged ───┘        step, import, policy, documents, signature
//! ```
//!
//! A judge is given a `candidate`, the commit with what is known around it: its `changes`, sorted into `groups`, read from `objects`;
//! the `mark` is what is remembered of it.
//!
//! `write`, `sign` and `journal` record a step. `remote` fetches and pushes and understands the `answer`; at a `divergence`, `replant`
//! puts what is not pushed on what was fetched (joined by `join`), and `switch` brings the clone there. `undo` goes one commit back.
//! `trail` tells of a judged history what readers of the register want to know. The rest judges.
//!
//! Knows nothing of the command line.

pub mod answer;
mod around;
mod candidate;
mod cases;
mod chain;
mod changes;
mod commit;
pub mod divergence;
mod documents;
mod groups;
pub mod hooks;
mod import;
pub mod join;
pub mod journal;
mod judge;
mod mark;
pub mod merge;
mod message;
mod objects;
mod parallel;
mod policy;
pub mod push;
pub mod pushed;
pub mod receipt;
pub mod record_error;
pub mod recorder;
pub mod remote;
pub mod replant;
pub mod repository;
mod sent;
pub mod sign;
mod signature;
pub mod snapshot;
pub mod staged;
mod step;
mod switch;
pub mod trail;
pub mod undo;
mod validity;
mod verdicts;
mod walk;
pub mod who;
pub mod write;

use std::fmt;
use std::io;
use std::path::PathBuf;

use git2::Oid;

use crate::finding::Finding;
use crate::register::files::MOST_BYTES;
use crate::words::Language;

pub use chain::check_history;
pub use mark::{Kind, Mark, Signed};
pub use message::{naming, proposal, reverts};
pub use repository::{RegisterRepo, Settings};
pub use walk::{Judged, Walk};

/// Why a history could not be judged: the tool or the repository failed, not the record.
#[derive(Debug)]
pub enum Error {
    /// Git could not do it.
    Git(git2::Error),
    /// A file could not be read or written.
    Io(PathBuf, io::Error),
    /// An object of the repository is not what it should be.
    Broken(Oid),
    /// There is no repository, from this directory upwards.
    NoRepository(PathBuf),
    /// The user can put it right: the key of the message and its values.
    User(&'static str, crate::finding::Args),
}

impl From<git2::Error> for Error {
    fn from(error: git2::Error) -> Self {
        Self::Git(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Git(error) => f.write_str(error.message()),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Broken(id) => write!(f, "object {id} is damaged"),
            Self::NoRepository(dir) => write!(f, "{}: no repository", dir.display()),
            Self::User(key, _) => f.write_str(key),
        }
    }
}

impl std::error::Error for Error {}

/// Gives the beginning of the id of a commit, by which people name and compare it.
pub fn short(id: impl ToString) -> String {
    id.to_string().chars().take(12).collect()
}

/// What is wrong with a commit, or with what was asked of a repository where there is no commit.
#[derive(Debug, Clone)]
pub struct CommitFindings {
    /// The commit; `None` for a push as a whole and for what is staged.
    pub commit: Option<Oid>,
    /// The tree in which the files of the findings are.
    pub tree: Option<Oid>,
    /// Who made it and when, for people.
    pub author: String,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// How many more findings there were than are told.
    pub more: usize,
}

/// How many findings are told of a commit: nobody reads more, and to look each of them up keeps a server busy.
const MOST_TOLD: usize = 100;

impl CommitFindings {
    /// Takes what is wrong with no commit in particular.
    fn new(mut findings: Vec<Finding>) -> Self {
        let more = findings.len().saturating_sub(MOST_TOLD);
        findings.truncate(MOST_TOLD);
        Self {
            commit: None,
            tree: None,
            author: String::new(),
            findings,
            more,
        }
    }
}

/// The texts of files in trees, as findings show them.
pub struct Texts<'r> {
    odb: git2::Odb<'r>,
}

impl<'r> Texts<'r> {
    /// Reads from a repository.
    ///
    /// # Errors
    /// When its objects cannot be opened.
    pub fn of(repository: &'r git2::Repository) -> Result<Self, Error> {
        Ok(Self {
            odb: repository.odb()?,
        })
    }

    /// Gives a file of a register's tree; empty where it cannot be shown.
    pub fn text(&self, tree: Option<Oid>, file: &str) -> Vec<u8> {
        let objects = objects::Objects::new(&self.odb);
        let found = tree
            .filter(|_| !file.is_empty())
            .and_then(|tree| objects.find(tree, file).ok().flatten());
        let blob = found.filter(|(mode, _)| *mode == objects::Mode::File);
        blob.and_then(|(_, id)| {
            objects
                .blob(id, crate::register::read::MOST_BYTES)
                .ok()
                .flatten()
        })
        .map(|bytes| bytes.to_vec())
        .unwrap_or_default()
    }
}

/// What a procedure says of its language.
#[derive(serde::Deserialize)]
struct Spoken {
    #[serde(default)]
    language: Language,
}

/// Finds the language of a register, in the commit or on its branch; none where it has no procedure.
///
/// # Errors
/// When the repository cannot be read.
pub fn language(register: &RegisterRepo, tip: Option<Oid>) -> Result<Option<Language>, Error> {
    let odb = register.repository.odb()?;
    let objects = objects::Objects::new(&odb);
    let Some(tip) = tip.or_else(|| {
        register
            .repository
            .refname_to_id(&register.settings.branch)
            .ok()
    }) else {
        return Ok(None);
    };
    let commit = commit::parse_commit(tip, objects.commit(tip)?.data())?;
    let Some(tree) = objects.find_dir(commit.tree, &register.settings.dir)? else {
        return Ok(None);
    };
    // Nothing else of the procedure matters here, nor whether it is right: that is said elsewhere, in this language.
    let Some((objects::Mode::File, procedure)) = objects.find(tree, "procedure.yaml")? else {
        return Ok(None);
    };
    let text = objects.blob(procedure, MOST_BYTES)?.unwrap_or_default();
    let spoken = serde_yaml::from_slice::<Spoken>(&text).ok();
    Ok(spoken.map(|spoken| spoken.language))
}
