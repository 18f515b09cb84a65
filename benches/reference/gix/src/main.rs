//! Reads a history as a judge of it does, and judges nothing: every commit of the first-parent chain, its trees compared with
//! those of its parent on the way down to what changed, and the changed files.
//!
//! `gix-reference REPOSITORY git2|gix forward|backward [MEGABYTES]` reads over git2's or gix's object database, from the first
//! commit to the last or the other way round; the megabytes are those of gix's cache of a pack. Run it under `time`.

use std::collections::HashMap;
use std::error::Error;
use std::rc::Rc;

use git2::{Odb, Oid, Repository};
use gix_object::Find;

type Outcome<T> = Result<T, Box<dyn Error>>;

enum Source<'r> {
    Git2(Odb<'r>),
    Gix(Box<gix_odb::Handle>),
}

struct Reader<'r> {
    source: Source<'r>,
    buffer: Vec<u8>,
    trees: HashMap<Oid, Rc<[u8]>>,
    kept: usize,
    files: usize,
    bytes: usize,
}

impl Reader<'_> {
    fn read(&mut self, id: Oid) -> Outcome<Rc<[u8]>> {
        Ok(match &self.source {
            Source::Git2(odb) => Rc::from(odb.read(id)?.data()),
            Source::Gix(odb) => {
                let id = gix_hash::ObjectId::from_bytes_or_panic(id.as_bytes());
                let found = odb
                    .try_find(&id, &mut self.buffer)
                    .map_err(|e| format!("{e:?}"))?;
                Rc::from(found.ok_or("not there")?.data)
            }
        })
    }

    fn tree(&mut self, id: Option<Oid>) -> Outcome<Rc<[u8]>> {
        let Some(id) = id else {
            return Ok(Rc::from([]));
        };
        if let Some(tree) = self.trees.get(&id) {
            return Ok(tree.clone());
        }
        let tree = self.read(id)?;
        self.kept += tree.len();
        if self.kept > 16 << 20 {
            self.trees.clear();
            self.kept = tree.len();
        }
        self.trees.insert(id, tree.clone());
        Ok(tree)
    }

    fn tree_of(&mut self, commit: Oid) -> Outcome<(Oid, Option<Oid>)> {
        let bytes = self.read(commit)?;
        let id =
            |at: usize| -> Outcome<Oid> { Ok(std::str::from_utf8(&bytes[at..at + 40])?.parse()?) };
        let parent = bytes[45..].starts_with(b"\nparent ");
        Ok((id(5)?, if parent { Some(id(53)?) } else { None }))
    }

    fn descend(&mut self, old: Option<Oid>, new: Oid) -> Outcome<()> {
        let (old, new) = (self.tree(old)?, self.tree(Some(new))?);
        let same = old.iter().zip(&*new).take_while(|(a, b)| a == b).count();
        let mut at = 0;
        // The first entry that differs, and whatever was added behind it.
        let (mut old_at, mut changed) = (0, Vec::new());
        while let Some(entry) = entry(&new[at..]) {
            if at + entry.2 > same {
                let before = self::entry(&old[old_at.min(old.len())..]);
                match before {
                    Some(before) if before.1 == entry.1 => {
                        if before.3 != entry.3 {
                            changed.push((entry.0, Some(before.3), entry.3));
                        }
                        old_at += before.2;
                    }
                    _ => changed.push((entry.0, None, entry.3)),
                }
            } else {
                old_at += entry.2;
            }
            at += entry.2;
            if !changed.is_empty() && old[old_at..] == new[at..] {
                break;
            }
        }
        for (is_tree, old, new) in changed {
            if is_tree {
                self.descend(old, new)?;
            } else {
                self.files += 1;
                self.bytes += self.read(new)?.len();
            }
        }
        Ok(())
    }
}

/// Gives whether an entry is a tree, its name, how long it is and its object.
fn entry(bytes: &[u8]) -> Option<(bool, &[u8], usize, Oid)> {
    let end = memchr::memchr(0, bytes)?;
    let id = Oid::from_bytes(bytes.get(end + 1..end + 21)?).ok()?;
    Some((bytes[0] == b'4', &bytes[..end], end + 21, id))
}

fn main() -> Outcome<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [path, source, order, rest @ ..] = args.as_slice() else {
        return Err("REPOSITORY git2|gix forward|backward [MEGABYTES]".into());
    };
    let megabytes: usize = rest.first().map_or(Ok(64), |text| text.parse())?;
    let repository = Repository::open(path)?;
    git2::opts::strict_hash_verification(false);
    let source = match source.as_str() {
        "git2" => Source::Git2(repository.odb()?),
        _ => Source::Gix(Box::new(
            gix_odb::at(repository.commondir().join("objects"), gix_hash::Kind::Sha1)?
                .with_pack_cache(move || {
                    Box::new(gix_pack::cache::lru::MemoryCappedHashmap::new(
                        megabytes << 20,
                    ))
                }),
        )),
    };
    let mut reader = Reader {
        source,
        buffer: Vec::new(),
        trees: HashMap::new(),
        kept: 0,
        files: 0,
        bytes: 0,
    };
    let mut trees = Vec::new();
    let mut at = repository.head()?.target();
    while let Some(id) = at {
        let (tree, parent) = reader.tree_of(id)?;
        trees.push(tree);
        at = parent;
    }
    let mut pairs: Vec<(Oid, Oid)> = trees.windows(2).map(|pair| (pair[1], pair[0])).collect();
    if order == "forward" {
        pairs.reverse();
    }
    for (old, new) in pairs {
        reader.descend(Some(old), new)?;
    }
    println!(
        "{} commits, {} files, {} bytes",
        trees.len(),
        reader.files,
        reader.bytes
    );
    Ok(())
}
