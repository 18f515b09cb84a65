//! Taking back the last commit of a clone, as long as nobody else has it: the way that `record` went, backwards.

use std::collections::BTreeSet;

use git2::Oid;

use super::record_error::{RecordError, named};
use super::recorder::Recorder;
use super::short;
use super::switch::Difference;
use crate::args;
use crate::register::files::{Item, classify};

/// A commit that was taken back.
#[derive(Debug)]
pub struct Undone {
    /// Its id. It stays in the clone for a while, beside the history.
    pub commit: Oid,
    /// The first line of its message, without the sign at its end; its id where it has none.
    pub message: String,
}

impl Recorder {
    /// Takes back the commit at the tip, with what it changed in the files; `server` is where the server's branch is, if there is one.
    ///
    /// # Errors
    /// When the server has it, another made it, nothing comes before it, or something uncommitted stands in what it changed;
    /// nothing has changed then.
    pub fn undo(&self, server: Option<Oid>) -> Result<Undone, RecordError> {
        let key = match server {
            Some(_) => "undo-nothing",
            None => "undo-beginning",
        };
        let nothing = || RecordError::new(key, args!());
        let tip = self.tip()?.ok_or_else(nothing)?;
        if let Some(server) = server
            && self.follows(server, tip)?
        {
            return Err(nothing());
        }
        let commit = self.repository.find_commit(tip)?;
        let parent = commit.parent_id(0).map_err(|_| nothing())?;
        let author = commit.author();
        let (me, committer) = self.signatures()?;
        // The address may have been mended since, or be wrong on one side alone.
        let is_mine = author.email_bytes().eq_ignore_ascii_case(me.email_bytes())
            || author.name_bytes().eq_ignore_ascii_case(me.name_bytes())
            || commit
                .committer()
                .email_bytes()
                .eq_ignore_ascii_case(committer.email_bytes());
        if !is_mine {
            let name = String::from_utf8_lossy(author.name_bytes()).into_owned();
            return Err(RecordError::new(
                "undo-foreign",
                args!(commit: short(tip), author: name),
            ));
        }
        let uncommitted = self.in_the_way(tip, parent)?;
        if !uncommitted.is_empty() {
            return Err(RecordError::new("undo-uncommitted", named(&uncommitted)));
        }
        self.switch(tip, parent, "klacht undo")?;
        let summary = String::from_utf8_lossy(commit.summary_bytes().unwrap_or_default());
        let message = match summary.trim_end_matches(|c: char| !c.is_alphanumeric()) {
            "" => format!("commit {}", short(tip)),
            said => said.to_owned(),
        };
        Ok(Undone {
            commit: tip,
            message,
        })
    }

    /// Lists what is not committed in the files that differ between two commits, and in the directories of their cases.
    fn in_the_way(&self, from: Oid, to: Oid) -> Result<Vec<String>, RecordError> {
        let difference = Difference::between(&self.repository, from, to)?;
        let mut paths = BTreeSet::from_iter(difference.uncommitted(&self.repository, &self.root)?);
        for path in difference.paths() {
            let item = path.strip_prefix(&self.prefix).map(classify);
            if let Some(Ok(Item::Record(id) | Item::Annex(id, _) | Item::Attachment(id, _))) = item
            {
                paths.extend(self.unclean(&[&id.dir()])?);
            }
        }
        Ok(paths.into_iter().collect())
    }
}
