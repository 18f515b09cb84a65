//! From what a person is to be told to a message: its name, its subject, its text.

use std::collections::{BTreeMap, BTreeSet};

use git2::{ObjectType, Oid};

use super::{Group, Item, Source};
use crate::args;
use crate::mail::{Message, address};
use crate::words::StaffId;

/// What the names of our messages begin with.
pub const PREFIX: &str = "klacht-";

/// A message as it will be sent.
pub struct Composed {
    /// Its name: the same for the same person and the same things said.
    pub name: String,
    /// The person and the keys of what is said, as the ledger keeps them.
    pub said: String,
    /// Whom it goes to.
    pub people: Vec<StaffId>,
    /// The message.
    pub bytes: Vec<u8>,
}

/// Who sends, and the addresses of the staff.
pub struct Addresses<'a> {
    from: (&'a str, String),
    people: BTreeMap<&'a StaffId, (&'a str, String)>,
    here: BTreeSet<&'a StaffId>,
}

impl<'a> Addresses<'a> {
    /// Gives the addresses of a register; `None` when the organisation has none from which to send.
    pub fn of(source: &Source<'a>) -> Option<Self> {
        let own = &source.register.procedure.as_ref()?.organisation;
        let from = (own.name.as_str(), address(own.email.as_ref()?.as_str())?);
        let staff = || source.register.staff.iter().flat_map(|staff| staff.iter());
        let here = staff().filter(|person| person.is_active(source.as_of));
        let here = here.map(|person| &person.id).collect();
        let people = staff().filter_map(|person| {
            let email = address(person.email.as_str())?;
            Some((&person.id, (person.name.as_str(), email)))
        });
        Some(Self {
            from,
            people: people.collect(),
            here,
        })
    }

    /// Gives the address from which notices are sent.
    pub fn sender(&self) -> &str {
        &self.from.1
    }

    /// Gives the host in that address.
    pub fn host(&self) -> &str {
        self.from
            .1
            .split_once('@')
            .map_or("klacht.invalid", |(_, host)| host)
    }

    /// Gives the address of a member of staff.
    pub fn of_person(&self, id: &str) -> Option<&str> {
        self.people
            .iter()
            .find(|(known, _)| known.as_str() == id)
            .map(|(_, (_, email))| email.as_str())
    }

    /// Tells whether a member of staff is in service.
    pub fn is_here(&self, id: &str) -> bool {
        self.here.iter().any(|here| here.as_str() == id)
    }

    /// Makes the message that tells a person some things; `None` when the person has no address.
    pub fn compose(
        &self,
        source: &Source<'_>,
        person: &StaffId,
        copy: &[StaffId],
        items: &[&Item],
    ) -> Option<Composed> {
        let (to_name, to) = self.people.get(person)?;
        let copied: Vec<&StaffId> = copy
            .iter()
            .filter(|id| items.iter().any(|item| item.copied) && self.people.contains_key(id))
            .collect();
        let keys: Vec<&str> = items.iter().map(|item| item.key.as_str()).collect();
        let said = format!("{person} {}", keys.join(" "));
        let name = format!("{PREFIX}{}", digest(&said));
        let message = Message {
            from: (self.from.0, Some(&self.from.1)),
            to: (to_name, Some(to)),
            cc: copied
                .iter()
                .filter_map(|id| self.people.get(*id))
                .map(|(name, email)| (*name, email.as_str()))
                .collect(),
            subject: &subject(source, items),
            date: source.as_of,
            id: &format!("{name}@{}", self.host()),
            text: &text(source, to_name, items),
            html: None,
            draft: false,
        };
        let mut people = vec![person.clone()];
        people.extend(copied.into_iter().cloned());
        Some(Composed {
            bytes: message.to_bytes_at(source.moment),
            name,
            said,
            people,
        })
    }
}

/// Gives a short name for a text, the same for the same text.
fn digest(text: &str) -> String {
    Oid::hash_object(ObjectType::Blob, text.as_bytes())
        .map(|oid| oid.to_string())
        .unwrap_or_default()
}

fn subject(source: &Source<'_>, items: &[&Item]) -> String {
    let events = items
        .iter()
        .filter(|item| item.group == Group::Event)
        .count();
    match items {
        [item] if events == 1 => source
            .locale
            .text_with("notice-subject-event", &args!(what: item.title.as_str())),
        _ => {
            let key = if events == 0 {
                "notice-subject"
            } else {
                "notice-subject-events"
            };
            source.locale.text_with(key, &args!(count: items.len()))
        }
    }
}

fn text(source: &Source<'_>, name: &str, items: &[&Item]) -> String {
    let locale = source.locale;
    let mut text = format!("{}\n", locale.text_with("notice-dear", &args!(name: name)));
    for (group, heading) in [
        (Group::Event, "notice-heading-event"),
        (Group::Overdue, "notice-heading-overdue"),
        (Group::Near, "notice-heading-near"),
    ] {
        let lines: Vec<&str> = items
            .iter()
            .filter(|item| item.group == group)
            .map(|item| item.line.as_str())
            .collect();
        if !lines.is_empty() {
            text.push_str(&format!("\n{}\n\n", locale.text(heading)));
            for line in lines {
                text.push_str(&format!("- {line}\n"));
            }
        }
    }
    text.push_str(&format!("\n{}\n", locale.text("notice-end")));
    text
}
