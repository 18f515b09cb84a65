//! A register as it stands in a commit: what a server reads, which has no working tree.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use git2::Oid;

use super::Error;
use super::commit::parse_commit;
use super::objects::{Entries, Mode, Objects};
use super::repository::RegisterRepo;
use crate::register::files::Listing;
use crate::register::read::{Reading, read_listed};
use crate::words::CaseId;

/// The files of a register in a tree.
#[derive(Default)]
struct Found {
    listing: Listing,
    blobs: BTreeMap<String, Oid>,
}

/// Reads the register of a commit: all of it, or staff, procedure, analyses and some cases.
///
/// What has no place in a register is passed over: whoever checks says so.
///
/// # Errors
/// When the repository cannot be read.
pub fn read_commit(
    register: &RegisterRepo,
    commit: Oid,
    only: Option<&BTreeSet<CaseId>>,
) -> Result<Reading, Error> {
    let odb = register.repository.odb()?;
    let objects = Objects::new(&odb);
    let tree = parse_commit(commit, objects.commit(commit)?.data())?.tree;
    let Some(root) = objects.find_dir(tree, &register.settings.dir)? else {
        return Ok(read_listed(Listing::default(), &absent, &mut |_, _| {}));
    };
    let other = |name: &str| {
        name.parse::<CaseId>()
            .is_ok_and(|id| only.is_some_and(|only| !only.contains(&id)))
    };
    read_tree(&objects, root, &|name| !other(name))
}

fn absent(_: &str) -> io::Result<Vec<u8>> {
    Err(io::ErrorKind::NotFound.into())
}

/// Reads the register in a tree, of which `wanted` says by its name whether an entry is read.
pub(super) fn read_tree(
    objects: &Objects<'_>,
    root: Oid,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Reading, Error> {
    let mut found = Found::default();
    found.descend(objects, root, "", wanted)?;
    let Found { listing, blobs } = found;
    objects.read_files(&blobs, |fetch| read_listed(listing, fetch, &mut |_, _| {}))
}

impl Found {
    fn descend(
        &mut self,
        objects: &Objects<'_>,
        tree: Oid,
        above: &str,
        wanted: &dyn Fn(&str) -> bool,
    ) -> Result<(), Error> {
        let bytes = objects.tree(Some(tree))?;
        for entry in Entries(&bytes) {
            let entry = entry.map_err(|()| Error::Broken(tree))?;
            let Ok(name) = std::str::from_utf8(entry.name) else {
                continue;
            };
            let path = format!("{above}{name}");
            let is_dir = entry.mode == Mode::Tree;
            if !wanted(name) || !is_dir && entry.mode != Mode::File {
                continue;
            }
            match (self.listing.place(&path, is_dir), is_dir) {
                (Ok(_), true) => self.descend(objects, entry.id, &format!("{path}/"), wanted)?,
                (Ok(_), false) => drop(self.blobs.insert(path, entry.id)),
                (Err(_), _) => {}
            }
        }
        Ok(())
    }
}
