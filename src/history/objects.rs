//! Objects of git as they are stored, read without interpretation: what git and libgit2 smooth over must be seen here.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::io;
use std::ops::Deref;
use std::rc::Rc;

use git2::{ObjectType, Odb, OdbObject, Oid, Repository};

use super::Error;
use crate::register::files::MOST_BYTES;

/// How many bytes of trees are kept; the trees of a commit are those of its child's parent.
const KEPT: usize = 16 << 20;

/// The largest tree and commit that are looked at, in bytes.
const MOST: usize = 32 << 20;

/// The largest blob that is kept, and how many bytes of them: a commit looks at each of its few files more than once.
const KEPT_BLOB: usize = 256 << 10;
const KEPT_BLOBS: usize = 1 << 20;

/// Opens the objects of a repository apart from whoever else reads them in this program: under a number of its own for each.
///
/// Libgit2 guards a pack with a lock that goes by the path of the file: under another spelling it is another pack.
pub fn apart(repository: &Repository, reader: usize) -> Result<Odb<'_>, Error> {
    let is_set = |name| std::env::var_os(name).is_some();
    let mut dir = repository.commondir().join("objects");
    for _ in 0..=reader {
        dir.push(".");
    }
    let Some(dir) = dir
        .to_str()
        .filter(|_| !is_set("GIT_OBJECT_DIRECTORY") && !is_set("GIT_ALTERNATE_OBJECT_DIRECTORIES"))
    else {
        // A hook of git, which has objects in more than one place.
        return Ok(repository.odb()?);
    };
    let odb = Odb::new()?;
    odb.add_disk_alternate(dir)?;
    Ok(odb)
}

/// The objects of a repository.
pub struct Objects<'r> {
    odb: &'r Odb<'r>,
    /// Whether git is receiving a push: what is too large in it is not unpacked. Elsewhere a look at the size of everything would cost
    /// a sixteenth of a history.
    incoming: bool,
    trees: RefCell<Kept<Tree<'r>>>,
    blobs: RefCell<Kept<Rc<[u8]>>>,
}

/// The bytes of a tree as git's library unpacked them; no tree is an empty one.
#[derive(Clone)]
pub struct Tree<'r>(Option<Rc<OdbObject<'r>>>);

impl Deref for Tree<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.0.as_ref().map_or(&[], |object| object.data())
    }
}

struct Kept<B> {
    bytes: usize,
    objects: HashMap<Oid, B>,
}

impl<B> Default for Kept<B> {
    fn default() -> Self {
        Self {
            bytes: 0,
            objects: HashMap::new(),
        }
    }
}

impl<B: Clone + Deref<Target = [u8]>> Kept<B> {
    fn keep(&mut self, id: Oid, object: &B, most: usize) {
        if self.bytes > most {
            *self = Self::default();
        }
        self.bytes += object.len() + 64;
        self.objects.insert(id, object.clone());
    }
}

/// What an entry of a tree is, by its mode as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// `100644`
    File,
    /// `40000`
    Tree,
    /// `100755`
    Executable,
    /// `120000`
    Link,
    /// `160000`
    Submodule,
    /// Anything else.
    Other,
}

/// An entry of a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'t> {
    /// What it is.
    pub mode: Mode,
    /// Its name.
    pub name: &'t [u8],
    /// The object.
    pub id: Oid,
}

impl<'r> Objects<'r> {
    /// Reads from the objects of a repository.
    pub fn new(odb: &'r Odb<'r>) -> Self {
        // Git has verified what it received and what it packed; it does not verify again on reading either.
        git2::opts::strict_hash_verification(false);
        // What is read again is kept here; libgit2 would keep everything, and at some cost.
        git2::opts::enable_caching(false);
        Self {
            odb,
            incoming: std::env::var_os("GIT_QUARANTINE_PATH").is_some(),
            trees: RefCell::default(),
            blobs: RefCell::default(),
        }
    }

    /// Gives the bytes of a commit.
    pub fn commit(&self, id: Oid) -> Result<OdbObject<'r>, Error> {
        self.read(id, ObjectType::Commit)
    }

    /// Gives the bytes of a tree; no tree is an empty one.
    pub fn tree(&self, id: Option<Oid>) -> Result<Tree<'r>, Error> {
        let Some(id) = id else {
            return Ok(Tree(None));
        };
        if let Some(tree) = self.trees.borrow().objects.get(&id) {
            return Ok(tree.clone());
        }
        let tree = Tree(Some(Rc::new(self.read(id, ObjectType::Tree)?)));
        self.trees.borrow_mut().keep(id, &tree, KEPT);
        Ok(tree)
    }

    /// Gives the bytes of a blob; `None` when it is larger than `most`.
    pub fn blob(&self, id: Oid, most: usize) -> Result<Option<Rc<[u8]>>, Error> {
        if let Some(blob) = self.blobs.borrow().objects.get(&id) {
            return Ok((blob.len() <= most).then(|| blob.clone()));
        }
        if self.incoming && self.odb.read_header(id)?.0 > most.min(MOST) {
            return Ok(None);
        }
        let object = self.unpacked(id, ObjectType::Blob)?;
        if object.len() > most.min(MOST) {
            return Ok(None);
        }
        let blob: Rc<[u8]> = Rc::from(object.data());
        if blob.len() <= KEPT_BLOB {
            self.blobs.borrow_mut().keep(id, &blob, KEPT_BLOBS);
        }
        Ok(Some(blob))
    }

    /// Gives a file of a register as it would be read from a disk: of one that is too large a byte too many, by which readers refuse it.
    pub fn file(&self, id: Oid) -> Result<Vec<u8>, Error> {
        let bytes = self.blob(id, MOST_BYTES)?;
        Ok(bytes.map_or_else(|| vec![b' '; MOST_BYTES + 1], |bytes| bytes.to_vec()))
    }

    /// Runs a reader over files by their paths; what git cannot give is an error, not a file that cannot be read.
    pub fn read_files<T>(
        &self,
        files: &BTreeMap<String, Oid>,
        reader: impl FnOnce(&dyn Fn(&str) -> io::Result<Vec<u8>>) -> T,
    ) -> Result<T, Error> {
        let failed = RefCell::new(None);
        let fetch = |path: &str| {
            let id = *files.get(path).ok_or(io::ErrorKind::NotFound)?;
            self.file(id).map_err(|error| {
                failed.replace(Some(error));
                io::ErrorKind::Other.into()
            })
        };
        let read = reader(&fetch);
        failed.into_inner().map_or(Ok(read), Err)
    }

    /// Gives the size of an object.
    pub fn size(&self, id: Oid) -> Result<usize, Error> {
        if let Some(blob) = self.blobs.borrow().objects.get(&id) {
            return Ok(blob.len());
        }
        Ok(self.odb.read_header(id)?.0)
    }

    fn read(&self, id: Oid, kind: ObjectType) -> Result<OdbObject<'r>, Error> {
        let object = self.unpacked(id, kind)?;
        match object.len() > MOST {
            true => Err(Error::Broken(id)),
            false => Ok(object),
        }
    }

    fn unpacked(&self, id: Oid, kind: ObjectType) -> Result<OdbObject<'r>, Error> {
        let object = self.odb.read(id)?;
        match object.kind() == kind {
            true => Ok(object),
            false => Err(Error::Broken(id)),
        }
    }

    /// Finds a directory of a tree by its path; an empty path is the tree itself.
    pub fn find_dir(&self, tree: Oid, path: &str) -> Result<Option<Oid>, Error> {
        let found = self.find(tree, path)?;
        Ok(found
            .filter(|(mode, _)| *mode == Mode::Tree)
            .map(|(_, id)| id))
    }

    /// Finds an entry of a tree by its path; an empty path is the tree itself.
    pub fn find(&self, tree: Oid, path: &str) -> Result<Option<(Mode, Oid)>, Error> {
        let mut found = (Mode::Tree, tree);
        for part in path.split('/').filter(|part| !part.is_empty()) {
            if found.0 != Mode::Tree {
                return Ok(None);
            }
            let bytes = self.tree(Some(found.1))?;
            let mut entries = Entries(&bytes);
            let entry = loop {
                match entries.next() {
                    Some(Ok(entry)) if entry.name == part.as_bytes() => break entry,
                    Some(Ok(_)) => {}
                    Some(Err(())) => return Err(Error::Broken(found.1)),
                    None => return Ok(None),
                }
            };
            found = (entry.mode, entry.id);
        }
        Ok(Some(found))
    }
}

/// Walks over the entries of a tree; `Err` once, where the bytes are not a tree.
pub struct Entries<'t>(pub &'t [u8]);

impl<'t> Iterator for Entries<'t> {
    type Item = Result<Entry<'t>, ()>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let entry = entry(self.0);
        self.0 = entry.map_or(&[], |(_, rest)| rest);
        Some(entry.map(|(entry, _)| entry).ok_or(()))
    }
}

/// Finds where in the bytes of a tree the mode and the name of the first entry end.
fn parts(bytes: &[u8]) -> Option<(usize, usize)> {
    // The directory of a case, of which a year has thousands: `40000 2026-0001`.
    if let Some((b"40000 ", name)) = bytes.split_first_chunk()
        && let Some([name @ .., last, 0]) = name.first_chunk::<10>()
        && *last != 0
        // All eight at once, which is quicker than to stop at the first.
        && name.iter().fold(true, |whole, byte| whole & (*byte != 0))
    {
        return Some((5, 15));
    }
    // A mode has five or six digits.
    let space = bytes.iter().take(8).position(|b| *b == b' ')?;
    let name = memchr::memchr(0, &bytes[space + 1..])?;
    Some((space, space + 1 + name))
}

/// Gives how many bytes the first entry of a tree takes.
pub fn length(bytes: &[u8]) -> Option<usize> {
    parts(bytes)
        .map(|(_, end)| end + 21)
        .filter(|length| *length <= bytes.len())
}

/// Splits the first entry off the bytes of a tree.
fn entry(bytes: &[u8]) -> Option<(Entry<'_>, &[u8])> {
    let (space, end) = parts(bytes)?;
    let (mode, name, rest) = (&bytes[..space], &bytes[space + 1..end], &bytes[end + 1..]);
    let id = Oid::from_bytes(rest.get(..20)?).ok()?;
    let mode = match mode {
        b"100644" => Mode::File,
        b"40000" => Mode::Tree,
        b"100755" => Mode::Executable,
        b"120000" => Mode::Link,
        b"160000" => Mode::Submodule,
        _ => Mode::Other,
    };
    Some((Entry { mode, name, id }, &rest[20..]))
}
