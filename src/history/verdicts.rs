//! What was judged before, kept beside the repository: safe to delete, and never part of what is cloned or pushed.
//!
//! Only accepted commits are remembered. A verdict rests on the commit, its parent and the rules alone, so the key is the
//! commit's id under the sources of the program, the trust root and the register's directory.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::{self, Write as _};
use std::hash::Hash;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use git2::Oid;

use super::mark::{Kind, Mark, Signed};
use super::repository::Settings;
use crate::register::step::StepKind;
use crate::words::StaffId;

/// How the name of a file begins that is not whole yet.
const HALF: &str = ".tmp";

/// How old such a file is when nobody writes it any more.
const ABANDONED: Duration = Duration::from_secs(3600);

/// An accepted commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The first parent.
    pub parent: Oid,
    /// Whether every commit from the trust root to this one was accepted.
    pub linked: bool,
    /// What is remembered of it.
    pub mark: Arc<Mark>,
}

/// The verdicts of a repository, in 256 files by the first byte of the commit.
pub struct Verdicts {
    dir: PathBuf,
    head: String,
    shards: BTreeMap<u8, HashMap<Oid, Verdict>>,
    changed: BTreeSet<u8>,
    words: Words,
}

/// The words that verdicts have in common, each once in memory.
#[derive(Default)]
struct Words {
    authors: HashSet<StaffId>,
    keys: HashSet<Arc<str>>,
}

/// Gives a word as it is kept.
fn once<W: Clone + Eq + Hash>(kept: &mut HashSet<W>, word: W) -> W {
    if let Some(kept) = kept.get(&word) {
        return kept.clone();
    }
    kept.insert(word.clone());
    word
}

impl Verdicts {
    /// Opens what is remembered under a trust root.
    pub fn open(settings: &Settings, root: Oid) -> Self {
        let sources = env!("KLACHT_SOURCES");
        let head = format!("klacht verdicts {sources} {root} {}", settings.dir);
        Self {
            dir: settings.memory.join("verdicts"),
            head,
            shards: BTreeMap::new(),
            changed: BTreeSet::new(),
            words: Words::default(),
        }
    }

    /// Gives the verdict on a commit that was accepted before.
    pub fn get(&mut self, id: Oid) -> Option<&Verdict> {
        self.shard(id).get(&id)
    }

    /// Tells whether every commit from the trust root to this one was accepted before.
    pub fn is_linked(&mut self, id: Oid) -> bool {
        self.get(id).is_some_and(|verdict| verdict.linked)
    }

    /// Remembers an accepted commit.
    pub fn put(&mut self, id: Oid, verdict: Verdict) {
        self.shard(id).insert(id, verdict);
        self.changed.insert(id.as_bytes()[0]);
    }

    fn shard(&mut self, id: Oid) -> &mut HashMap<Oid, Verdict> {
        let number = id.as_bytes()[0];
        let (dir, head, words) = (&self.dir, &self.head, &mut self.words);
        self.shards.entry(number).or_insert_with(|| {
            // What cannot be read, or was written by another build, is judged again.
            let text =
                std::fs::read_to_string(dir.join(format!("{number:02x}"))).unwrap_or_default();
            let mut lines = text.lines();
            if lines.next() == Some(head) {
                lines.map_while(|line| parse(line, words)).collect()
            } else {
                HashMap::new()
            }
        })
    }

    /// Writes what is new, each file at once or not at all. What cannot be written is judged again the next time.
    pub fn save(&mut self) {
        let changed: Vec<u8> = std::mem::take(&mut self.changed).into_iter().collect();
        if changed.is_empty() || std::fs::create_dir_all(&self.dir).is_err() {
            return;
        }
        let this = &*self;
        let save = |numbers: &[u8]| drop(numbers.iter().try_for_each(|number| this.write(*number)));
        let (one, other) = changed.split_at(changed.len() / 2);
        std::thread::scope(|scope| {
            scope.spawn(|| save(one));
            save(other);
        });
        drop(clean(&self.dir));
    }

    fn write(&self, number: u8) -> io::Result<()> {
        let Some(shard) = self.shards.get(&number) else {
            return Ok(());
        };
        let mut verdicts: Vec<_> = shard.iter().collect();
        verdicts.sort_unstable_by_key(|(id, _)| id.as_bytes());
        let mut text = format!("{}\n", self.head);
        for (id, verdict) in verdicts {
            write_line(&mut text, *id, verdict).map_err(io::Error::other)?;
        }
        let mut file = tempfile::Builder::new()
            .prefix(HALF)
            .tempfile_in(&self.dir)?;
        file.write_all(text.as_bytes())?;
        file.persist(self.dir.join(format!("{number:02x}")))?;
        Ok(())
    }
}

/// Deletes what runs that were killed left half written; what is young another run may be writing.
fn clean(dir: &Path) -> io::Result<()> {
    // It was written to just now.
    let now = dir.metadata()?.modified()?;
    for entry in dir.read_dir()? {
        let entry = entry?;
        if entry
            .file_name()
            .as_encoded_bytes()
            .starts_with(HALF.as_bytes())
            && let Ok(age) = now.duration_since(entry.metadata()?.modified()?)
            && age > ABANDONED
        {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Writes a line: id, first parent, whether it is linked, day, author, key and what it does.
fn write_line(text: &mut String, id: Oid, verdict: &Verdict) -> fmt::Result {
    let Mark {
        kind,
        author,
        day,
        signed,
    } = &*verdict.mark;
    write_id(text, id);
    write_id(text, verdict.parent);
    let author = author.as_ref().map_or("-", |id| id.as_str());
    let signed = match signed {
        Signed::No => "-",
        Signed::By(key) => key,
    };
    let linked = u8::from(verdict.linked);
    write!(text, "{linked} {day} {author} {signed} ")?;
    match kind {
        Kind::Beside => text.push_str("beside"),
        Kind::Merge => text.push_str("merge"),
        Kind::Policy => text.push_str("policy"),
        Kind::Document { signed: None } => text.push_str("document"),
        Kind::Document {
            signed: Some((year, late)),
        } => write!(text, "signed {year} {late}")?,
        Kind::Unclear => text.push_str("unclear"),
        Kind::Import { cases } => write!(text, "import {cases}")?,
        Kind::Step {
            case,
            number,
            step,
            late,
        } => write!(text, "step {case} {number} {} {late}", step.word())?,
    }
    text.push_str(" .\n");
    Ok(())
}

/// Writes an id and a space, many times faster than formatting does.
fn write_id(text: &mut String, id: Oid) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for byte in id.as_bytes() {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text.push(' ');
}

/// Parses a line; `None` from the first on that is not whole.
fn parse(line: &str, kept: &mut Words) -> Option<(Oid, Verdict)> {
    let mut words = line.strip_suffix(" .")?.split(' ');
    let id = words.next()?.parse().ok()?;
    let parent = words.next()?.parse().ok()?;
    let linked = words.next()? == "1";
    let day = words.next()?.parse().ok()?;
    let author = match words.next()? {
        "-" => None,
        id => Some(once(&mut kept.authors, id.parse().ok()?)),
    };
    let signed = match words.next()? {
        "-" => Signed::No,
        key => Signed::By(once(&mut kept.keys, key.into())),
    };
    let kind = match words.next()? {
        "beside" => Kind::Beside,
        "merge" => Kind::Merge,
        "policy" => Kind::Policy,
        "document" => Kind::Document { signed: None },
        "signed" => Kind::Document {
            signed: Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?)),
        },
        "import" => Kind::Import {
            cases: words.next()?.parse().ok()?,
        },
        "step" => Kind::Step {
            case: words.next()?.parse().ok()?,
            number: words.next()?.parse().ok()?,
            step: StepKind::of(words.next()?)?,
            late: words.next()?.parse().ok()?,
        },
        _ => return None,
    };
    Some((
        id,
        Verdict {
            parent,
            linked,
            mark: Arc::new(Mark {
                kind,
                author,
                day,
                signed,
            }),
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_is_read_as_it_was_written_or_not_at_all() {
        let id: Oid = "1111111111111111111111111111111111111111".parse().unwrap();
        let step = Kind::Step {
            case: "2026-0007".parse().unwrap(),
            number: 3,
            step: StepKind::Acknowledged,
            late: -1,
        };
        for kind in [
            Kind::Beside,
            Kind::Merge,
            Kind::Policy,
            Kind::Document { signed: None },
            Kind::Document {
                signed: Some((2025, 30)),
            },
            Kind::Import { cases: 4 },
            step,
        ] {
            let mark = Mark {
                kind,
                author: Some("m.bakker".parse().unwrap()),
                day: "2026-03-02".parse().unwrap(),
                signed: Signed::By("SHA256:abc".into()),
            };
            let verdict = Verdict {
                parent: id,
                linked: true,
                mark: Arc::new(mark),
            };
            let mut text = String::new();
            write_line(&mut text, id, &verdict).unwrap();
            let mut words = Words::default();
            assert_eq!(parse(text.trim_end(), &mut words), Some((id, verdict)));
            assert_eq!(parse(&text[..text.len() - 3], &mut words), None);
        }
    }
}
