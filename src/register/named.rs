//! What a field of a step names by its id: a member of staff, or an entry of a list of `procedure.yaml`.

use super::procedure::{ListEntry, Procedure};
use crate::words::{Id, Language};

/// What a field names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// A member of staff.
    Person,
    /// An entry of a list.
    Entry(List),
}

impl Reference {
    /// Finds what a field of a step names; where a step has another field of the name, such as the `ground` of an extension, that
    /// holds a text.
    pub fn by_field(field: &str) -> Option<Self> {
        match field {
            "by" | "about" | "handler" | "employee" | "consulted" | "owner" => Some(Self::Person),
            "service" => Some(Self::Entry(List::Services)),
            "category" => Some(Self::Entry(List::Categories)),
            "cause" => Some(Self::Entry(List::Causes)),
            "ground" => Some(Self::Entry(List::RefusalGrounds)),
            _ => None,
        }
    }
}

/// One of the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// The services that complaints are about.
    Services,
    /// The kinds of complaints.
    Categories,
    /// The causes that a decision can point out.
    Causes,
    /// The grounds on which a complaint is not taken up.
    RefusalGrounds,
}

impl List {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Services,
        Self::Categories,
        Self::Causes,
        Self::RefusalGrounds,
    ];

    /// Gives its key in `procedure.yaml`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Services => "services",
            Self::Categories => "categories",
            Self::Causes => "causes",
            Self::RefusalGrounds => "refusal_grounds",
        }
    }

    /// Finds an entry; none without `procedure.yaml` either.
    pub fn find<'p>(self, procedure: Option<&'p Procedure>, id: &Id) -> Option<&'p ListEntry> {
        let mut entries = self.entries(procedure?).iter();
        entries.find(|entry| entry.id == *id)
    }

    /// Gives the name of an entry; the id itself where there is none.
    pub fn label<'n>(
        self,
        procedure: Option<&'n Procedure>,
        id: &'n Id,
        language: Language,
    ) -> &'n str {
        self.find(procedure, id)
            .map_or(id.as_str(), |entry| entry.name.text(language))
    }

    /// Gives its entries.
    pub fn entries(self, procedure: &Procedure) -> &[ListEntry] {
        match self {
            Self::Services => &procedure.services,
            Self::Categories => &procedure.categories,
            Self::Causes => &procedure.causes,
            Self::RefusalGrounds => &procedure.refusal_grounds,
        }
    }
}
