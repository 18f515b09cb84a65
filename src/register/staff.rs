//! `staff.yaml`: who works here, in which function and role, and when.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ssh_key::PublicKey;

use crate::register::written::present;
use crate::words::{Day, Id, MAIL_ADDRESS, StaffId, Text, choice};

choice!(
    /// What a member of staff may do beyond registering a complaint, which everyone may.
    Role {
        /// Assigns, watches deadlines, closes, writes the yearly analysis (clauses 2 and 8).
        Coordinator = "coordinator",
        /// Can be given complaints to handle: a manager, or who is responsible for a process (clause 2).
        Handler = "handler",
        /// Changes `staff.yaml` and `procedure.yaml`.
        Administrator = "administrator",
    }
);

/// When someone is, or was, in service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Active {
    /// The first day.
    pub from: Day,
    /// The last day, when it is known.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

/// A role that someone had, and has no longer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct FormerRole {
    /// The role.
    pub role: Role,
    /// The last day on which this person had it.
    pub until: Day,
}

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Person {
    /// The id by which records name this person; it never changes and is never given to somebody else.
    pub id: StaffId,
    /// First name and surname.
    pub name: Text,
    /// The e-mail address, which is also that of the commits.
    #[schemars(extend("pattern" = MAIL_ADDRESS))]
    pub email: Text,
    /// The function, as letters and the register show it.
    pub function: Text,
    /// The department.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub department: Option<Text>,
    /// Coordinator, handler, administrator; none for most.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// The roles that this person had before: a role that ends moves here, so that the steps that were taken in it stay right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_roles: Vec<FormerRole>,
    /// When this person is in service.
    pub active: Active,
    /// Public SSH keys with which this person signs commits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signing_keys: Vec<Text>,
}

impl Person {
    /// Tells whether this person is in service on a day.
    pub fn is_active(&self, day: Day) -> bool {
        self.active.from <= day && self.active.until.is_none_or(|until| day <= until)
    }

    /// Tells whether this person has a role now.
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Tells whether this person had a role on a day; a role that lasts is taken to have been there from the start.
    pub fn had(&self, role: Role, day: Day) -> bool {
        let mut former = self.former_roles.iter();
        self.has(role) || former.any(|former| former.role == role && day <= former.until)
    }
}

/// Parses a key as `ssh-keygen` writes it; `None` for options before it, for certificates and for kinds that are not supported.
pub fn signing_key(text: &str) -> Option<PublicKey> {
    let key = PublicKey::from_openssh(text.trim()).ok()?;
    use ssh_key::Algorithm::{Ecdsa, Ed25519, SkEcdsaSha2NistP256, SkEd25519};
    let nist_p256 = matches!(
        key.algorithm(),
        Ecdsa {
            curve: ssh_key::EcdsaCurve::NistP256
        }
    );
    (nist_p256 || matches!(key.algorithm(), Ed25519 | SkEd25519 | SkEcdsaSha2NistP256))
        .then_some(key)
}

/// `staff.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffFile {
    /// Everyone who works here or did.
    pub staff: Vec<Person>,
}

/// The staff by id.
#[derive(Debug, Clone, Default)]
pub struct Staff {
    people: BTreeMap<Id, Person>,
}

impl Staff {
    /// Arranges a staff file by id; of two people with one id the first stays (rule K032 tells of the other).
    pub fn new(file: StaffFile) -> Self {
        let mut people = BTreeMap::new();
        for person in file.staff {
            people.entry(person.id.clone()).or_insert(person);
        }
        Self { people }
    }

    /// Finds a member of staff.
    pub fn get(&self, id: &StaffId) -> Option<&Person> {
        self.people.get(id)
    }

    /// Gives everyone, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Person> {
        self.people.values()
    }

    /// Gives the coordinators in service on a day, by id.
    pub fn coordinators(&self, day: Day) -> impl Iterator<Item = &Person> {
        self.iter()
            .filter(move |person| person.had(Role::Coordinator, day) && person.is_active(day))
    }

    /// Gives a person's name, or the id where nobody has it.
    pub fn name<'a>(&'a self, id: &'a StaffId) -> &'a str {
        self.get(id)
            .map_or(id.as_str(), |person| person.name.as_str())
    }

    /// Tells whether a person has a role on a day.
    pub fn has_role(&self, id: &StaffId, role: Role, day: Day) -> bool {
        self.get(id)
            .is_some_and(|person| person.had(role, day) && person.is_active(day))
    }
}
