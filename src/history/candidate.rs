//! A commit under judgement and what is known around it.

use std::rc::Rc;

use git2::Oid;

use super::Error;
use super::changes::Change;
use super::commit::Commit;
use super::objects::{Mode, Objects};
use super::policy::Policy;
use crate::args;
use crate::finding::Finding;
use crate::register::read::MOST_BYTES;
use crate::register::staff::Role;
use crate::rules::history::finding;
use crate::source::Spot;
use crate::words::{Day, StaffId};

/// A commit under judgement and what is known around it.
pub struct Candidate<'a, 'r> {
    /// The objects of the repository.
    pub objects: &'a Objects<'r>,
    /// The commit.
    pub commit: &'a Commit,
    /// The register before, and after.
    pub trees: [Option<Oid>; 2],
    /// The policy in force.
    pub policy: Rc<Policy>,
    /// Who made it, by that policy.
    pub author: Option<StaffId>,
    /// The day on which it was committed.
    pub day: Day,
}

impl Candidate<'_, '_> {
    /// Tells whether the author has one of some roles.
    pub fn author_has(&self, roles: &[Role]) -> bool {
        let author = self.author.as_ref();
        author.is_some_and(|id| self.policy.has_role(id, roles, self.day))
    }

    /// Refuses a carriage return in a YAML file: git takes it away where lines are to end in one.
    pub fn carriage_return(
        &self,
        change: &Change,
        findings: &mut Vec<Finding>,
    ) -> Result<(), Error> {
        let Some(new) = change
            .new
            .filter(|new| new.mode == Mode::File && change.path.ends_with(".yaml"))
        else {
            return Ok(());
        };
        let Some(bytes) = self.objects.blob(new.id, MOST_BYTES)? else {
            return Ok(());
        };
        if let Some(at) = carriage_return(&bytes) {
            // The text is shown with its lines ending as they should.
            findings.push(finding("H33", &change.path, Spot::Bytes(at..at), args!()));
        }
        Ok(())
    }
}

/// Finds the first line that ends as on Windows.
pub fn carriage_return(text: &[u8]) -> Option<usize> {
    let ends = || text.windows(2).position(|pair| pair == b"\r\n");
    text.contains(&b'\r').then(ends).flatten()
}
