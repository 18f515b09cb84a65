//! The policy in force for a commit: staff and procedure of its parent, never its own.

use std::rc::Rc;

use git2::Oid;
use ssh_key::PublicKey;
use unicode_normalization::UnicodeNormalization;

use super::Error;
use super::candidate::Candidate;
use super::changes::Change;
use super::commit::Identity;
use super::objects::{Mode, Objects};
use super::validity;
use crate::args;
use crate::calendar::Calendar;
use crate::finding::{Arg, Finding, Level};
use crate::register::procedure::{Procedure, Signatures};
use crate::register::read::{MOST_BYTES, read_policy};
use crate::register::staff::{Person, Role, Staff, signing_key};
use crate::register::text::decode;
use crate::register::trace::fold;
use crate::route;
use crate::rules::{self, history::finding};
use crate::source::{Node, Spot, Tree};
use crate::words::{Day, StaffId};

/// Staff and procedure as they stand in one tree.
#[derive(Default)]
pub struct Policy {
    /// The staff; `None` when the file is not there or cannot be read.
    pub staff: Option<Staff>,
    /// The procedure; `None` when the file is not there or cannot be read.
    pub procedure: Option<Procedure>,
    /// The days off.
    pub calendar: Calendar,
    /// What reading them had to say.
    pub findings: Vec<Finding>,
    keys: Vec<(PublicKey, StaffId)>,
    /// The words of each name, in the order of the staff.
    names: Vec<Vec<String>>,
}

/// Keeps the policy that was read last, for most commits have that of their parent.
#[derive(Default)]
pub struct Policies {
    last: Option<([Option<Oid>; 2], Rc<Policy>)>,
}

impl Policies {
    /// Gives the policy of a register's tree.
    pub fn of(
        &mut self,
        objects: &Objects<'_>,
        register: Option<Oid>,
    ) -> Result<Rc<Policy>, Error> {
        let mut blobs = [None, None];
        if let Some(tree) = register {
            for (blob, name) in blobs.iter_mut().zip(["staff.yaml", "procedure.yaml"]) {
                *blob = objects
                    .find(tree, name)?
                    .filter(|(mode, _)| *mode == Mode::File)
                    .map(|(_, id)| id);
            }
        }
        if let Some((_, policy)) = self.last.as_ref().filter(|(known, _)| *known == blobs) {
            return Ok(policy.clone());
        }
        let mut bytes = Vec::new();
        for blob in blobs {
            bytes.push(blob.map(|id| objects.file(id)).transpose()?);
        }
        let fetch = |path: &str| {
            let found = bytes[usize::from(path != "staff.yaml")].clone();
            found.ok_or_else(|| std::io::ErrorKind::NotFound.into())
        };
        let (staff, procedure, findings) = read_policy(&fetch);
        let keys = staff.as_ref().map(keys).unwrap_or_default();
        let people = staff.iter().flat_map(Staff::iter);
        let names = people.map(|person| words(person.name.as_str())).collect();
        let calendar = procedure
            .as_ref()
            .map(Procedure::calendar)
            .unwrap_or_default();
        let policy = Rc::new(Policy {
            staff,
            procedure,
            calendar,
            findings,
            keys,
            names,
        });
        self.last = Some((blobs, policy.clone()));
        Ok(policy)
    }
}

fn keys(staff: &Staff) -> Vec<(PublicKey, StaffId)> {
    let mut keys = Vec::new();
    for person in staff.iter() {
        // A key that is not one admits nobody; the commit that wrote it was told so.
        keys.extend(
            person
                .signing_keys
                .iter()
                .flat_map(|key| signing_key(key.as_str()))
                .map(|key| (key, person.id.clone())),
        );
    }
    keys
}

impl Policy {
    /// Finds who made a commit, by the e-mail address; nobody where two people have it.
    pub fn person(&self, identity: &Identity) -> Option<&Person> {
        let staff = self.staff.as_ref()?;
        let mut found = staff
            .iter()
            .filter(|person| person.email.as_str().eq_ignore_ascii_case(&identity.email));
        let first = found.next()?;
        match found.next() {
            None => Some(first),
            Some(_) => None,
        }
    }

    /// Finds the other member of staff whose name someone bears, in whichever order, also with initials or without spaces, or whose id
    /// or address; namesakes bear their own.
    pub fn namesake(&self, identity: &Identity) -> Option<&Person> {
        let name = identity.name.trim();
        let given = words(name);
        let bears = |person: &Person, words: &[String]| {
            let others = [person.id.as_str(), person.email.as_str()];
            is_named(&given, words) || others.iter().any(|other| other.eq_ignore_ascii_case(name))
        };
        let own = self.person(identity)?;
        let all = self.staff.as_ref()?.iter().zip(&self.names);
        let bearers = all.filter(|(person, words)| bears(person, words));
        let bearers: Vec<&Person> = bearers.map(|(person, _)| person).collect();
        let is_own = bearers.iter().any(|person| person.id == own.id);
        bearers.first().copied().filter(|_| !is_own)
    }

    /// Tells whether someone has one of some roles on a day.
    pub fn has_role(&self, id: &StaffId, roles: &[Role], day: Day) -> bool {
        self.staff
            .as_ref()
            .is_some_and(|staff| roles.iter().any(|role| staff.has_role(id, *role, day)))
    }

    /// Finds whose key this is.
    pub fn owner(&self, key: &ssh_key::public::KeyData) -> Option<&StaffId> {
        self.keys
            .iter()
            .find(|(known, _)| known.key_data() == key)
            .map(|(_, id)| id)
    }

    /// Tells whether someone has a key that is one.
    fn has_key(&self, id: &StaffId) -> bool {
        self.keys.iter().any(|(_, owner)| owner == id)
    }

    /// Says whether commits must be signed.
    pub fn signatures(&self) -> Signatures {
        self.procedure
            .as_ref()
            .map(|procedure| procedure.signatures)
            .unwrap_or_default()
    }
}

/// Splits a name into its words, without regard to case, accents, the width of letters or signs of phonetics that look like one.
fn words(name: &str) -> Vec<String> {
    let phonetic = |c| match c {
        'ɑ' => 'a',
        'ɡ' => 'g',
        'ɩ' => 'i',
        c => c,
    };
    let plain: String = match name.is_ascii() {
        true => name.to_ascii_lowercase(),
        false => name.nfkd().map(phonetic).flat_map(fold).collect(),
    };
    let words = plain.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Tells whether the words of a name are all there, of which all but the last may be initials; or the same without spaces.
fn is_named(given: &[String], name: &[String]) -> bool {
    let Some((surname, first)) = name.split_last() else {
        return false;
    };
    let is_initial = |short: &str, of: &str| short.chars().count() == 1 && of.starts_with(short);
    let is_there = |word: &String| {
        let is =
            |given: &String| given == word || is_initial(given, word) || is_initial(word, given);
        given.iter().any(is)
    };
    given.contains(surname) && first.iter().all(is_there) || given.concat() == name.concat()
}

/// Judges a commit to the policy: by an administrator, and such that the register can go on with it.
pub fn judge(
    candidate: &Candidate<'_, '_>,
    policies: &mut Policies,
    changed: &[Change],
    findings: &mut Vec<Finding>,
) -> Result<(), Error> {
    let earlier = findings.len();
    let administers = candidate.author_has(&[Role::Administrator]);
    for change in changed {
        if !administers {
            findings.push(finding(
                "H36",
                &change.path,
                Spot::File,
                args!(author: candidate.commit.author.email.as_str()),
            ));
        }
        candidate.carriage_return(change, findings)?;
    }
    let after = policies.of(candidate.objects, candidate.trees[1])?;
    let text = staff_text(candidate)?;
    let tree = Tree::parse(&text);
    // Whoever is no longer in the list is missed at its end.
    let place = |id: &StaffId| {
        let people = tree.root.as_ref();
        let mut ids = (0..).map_while(|at| people?.at(&route!["staff", at]));
        let is_theirs =
            |node: &Node| node.entry("id").and_then(|(_, id)| id.text()) == Some(id.as_str());
        let at = ids.position(is_theirs);
        at.map_or(Spot::Bytes(text.len()..text.len()), |at| {
            Spot::Value(route!["staff", at, "id"])
        })
    };
    findings.extend(faults(&candidate.policy, &after, candidate.day, &place));
    let register = crate::register::Register {
        procedure: after.procedure.clone(),
        ..Default::default()
    };
    findings.extend(
        rules::check(&register, candidate.day)
            .into_iter()
            .filter(|found| found.level == Level::Violation),
    );
    // What is wrong with the policy itself is told first.
    if let Some(change) = changed.first().filter(|_| findings.len() == earlier) {
        validity::judge(candidate, &after, &change.path, findings)?;
    }
    Ok(())
}

/// Gives the text of the list of staff in a commit; empty where it is not there or cannot be read, which reading it says.
fn staff_text(candidate: &Candidate<'_, '_>) -> Result<String, Error> {
    let Some(tree) = candidate.trees[1] else {
        return Ok(String::new());
    };
    let bytes = match candidate.objects.find(tree, "staff.yaml")? {
        Some((Mode::File, id)) => candidate.objects.blob(id, MOST_BYTES)?,
        _ => None,
    };
    let text = bytes.and_then(|bytes| decode(bytes.to_vec()).ok());
    Ok(text.unwrap_or_default())
}

/// Says what is wrong with a new policy that the files alone do not show, beside the one before it.
fn faults(
    before: &Policy,
    after: &Policy,
    day: Day,
    place: &dyn Fn(&StaffId) -> Spot,
) -> Vec<Finding> {
    let mut findings = after.findings.clone();
    let (Some(old), Some(new)) = (&before.staff, &after.staff) else {
        return findings;
    };
    let mut report = |why: &'static str, who: &Person| {
        let named = format!("{} ({})", who.name.as_str(), who.id);
        let args = args!(why: Arg::Key(why.into()), who: named);
        findings.push(finding("H37", "staff.yaml", place(&who.id), args));
    };
    for person in old.iter() {
        let Some(now) = new.get(&person.id) else {
            report("history-person-removed", person);
            continue;
        };
        let kept = |role: &Role| now.has(*role) || now.former_roles.iter().any(|f| f.role == *role);
        let former = person.former_roles.iter().map(|former| &former.role);
        if !person.roles.iter().chain(former).all(kept) {
            report("history-role-removed", person);
        }
    }
    let people: Vec<&Person> = new.iter().collect();
    for (at, person) in people.iter().enumerate() {
        let others = &people[..at];
        let keys = |person: &Person| {
            let keys = person.signing_keys.iter();
            let keys: Vec<PublicKey> = keys.flat_map(|key| signing_key(key.as_str())).collect();
            keys
        };
        for key in keys(person) {
            let is_that = |other: &PublicKey| other.key_data() == key.key_data();
            if others.iter().any(|other| keys(other).iter().any(is_that)) {
                report("history-key-twice", person);
            }
        }
    }
    let tomorrow = Day(day.0.succ_opt().unwrap_or(day.0));
    let administers =
        |person: &Person, day| person.has(Role::Administrator) && person.is_active(day);
    // Whoever has an end date is no administrator from then on, and nobody could name another.
    let stays = |person: &Person| administers(person, tomorrow) && person.active.until.is_none();
    if let Some(last) = old
        .iter()
        .find(|person| administers(person, day))
        .filter(|_| !new.iter().any(stays))
    {
        report("history-no-administrator", last);
    }
    // Nobody could put that right any more: not even the commit that takes it back would be signed.
    let can_sign = |person: &Person| stays(person) && after.has_key(&person.id);
    if after.signatures() == Signatures::Required
        && !new.iter().any(can_sign)
        && let Some(first) = new.iter().find(|person| stays(person))
    {
        report("history-no-signer", first);
    }
    findings
}
