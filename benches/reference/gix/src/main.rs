//! Walks the first-parent chain of a repository with gix and compares each tree with that of its parent.
//!
//! `gix-reference REPOSITORY tree` compares the trees; `gix-reference REPOSITORY blobs` reads the changed files too. It judges
//! nothing: what it takes is what reading alone takes.

use std::error::Error;

use gix::bstr::ByteSlice;
use gix::diff::tree::{State, recorder::Change};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let path = args.next().ok_or("which repository?")?;
    let with_blobs = args.next().as_deref() == Some("blobs");
    let mut repository = gix::open(path)?;
    repository.object_cache_size(16 << 20);
    let mut ids = vec![repository.head_id()?.detach()];
    let mut trees = Vec::new();
    while let Some(id) = ids.last() {
        let commit = repository.find_commit(*id)?;
        trees.push(commit.tree_id()?.detach());
        match commit.parent_ids().next() {
            Some(parent) => ids.push(parent.detach()),
            None => break,
        }
    }
    let (mut state, mut files, mut bytes) = (State::default(), 0_usize, 0_usize);
    let mut recorder = gix::diff::tree::Recorder::default();
    for pair in trees.windows(2).rev() {
        let (new, old) = (repository.find_tree(pair[0])?, repository.find_tree(pair[1])?);
        recorder.records.clear();
        gix::diff::tree(
            gix::objs::TreeRefIter::from_bytes(&old.data, old.id.kind()),
            gix::objs::TreeRefIter::from_bytes(&new.data, new.id.kind()),
            &mut state,
            &repository.objects,
            &mut recorder,
        )?;
        for change in &recorder.records {
            let (mode, id, path) = match change {
                Change::Addition { entry_mode, oid, path, .. }
                | Change::Modification { entry_mode, oid, path, .. } => (entry_mode, oid, path),
                Change::Deletion { .. } => continue,
            };
            if mode.is_tree() {
                continue;
            }
            files += usize::from(!path.as_bstr().is_empty());
            if with_blobs {
                bytes += repository.find_blob(*id)?.data.len();
            }
        }
    }
    println!("{} commits, {files} files, {bytes} bytes", trees.len());
    Ok(())
}
