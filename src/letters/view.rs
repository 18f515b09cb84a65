//! What the templates of letters see: texts that are ready to be written, made for them alone.

use serde::Serialize;

use super::facts::Facts;
use super::{LetterKind, Remark};
use crate::mail::address;
use crate::register::unfilled;

/// A letter as its templates see it. What the case does not say is none, and cannot be printed.
#[derive(Serialize)]
pub(super) struct LetterView {
    pub(super) language: &'static str,
    pub(super) kind: &'static str,
    pub(super) organisation: OrganisationView,
    pub(super) addressee: Vec<String>,
    pub(super) salutation: String,
    pub(super) date: String,
    /// Place and date, as they stand above a letter.
    pub(super) dateline: String,
    /// The number of the case.
    pub(super) reference: String,
    pub(super) signer: Option<PersonView>,
    pub(super) handler: Option<PersonView>,
    /// Who gets a copy of a report.
    pub(super) coordinators: Vec<PersonView>,
    /// The first of them.
    pub(super) coordinator: Option<PersonView>,
    pub(super) employee: Option<PersonView>,
    /// The name of the complainant.
    pub(super) complainant: Option<String>,
    pub(super) received: Option<ReceivedView>,
    pub(super) acknowledged: Option<AcknowledgedView>,
    pub(super) refused: Option<RefusedView>,
    pub(super) extended: Option<ExtendedView>,
    pub(super) heard: Option<HeardView>,
    /// Whether several employees are concerned.
    pub(super) several: bool,
    pub(super) decided: Option<DecidedView>,
    pub(super) offered: Option<OfferedView>,
    pub(super) answered: Option<String>,
    pub(super) resolved: Option<String>,
    pub(super) carried_out: Vec<DoneView>,
    pub(super) prevention: Vec<MeasureView>,
    /// To whom a client can appeal; none for a principal.
    pub(super) appeal: Option<AppealView>,
}

#[derive(Serialize)]
pub(super) struct OrganisationView {
    pub(super) name: String,
    pub(super) address: Vec<String>,
    pub(super) email: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) site: Option<String>,
}

#[derive(Serialize, Clone)]
pub(super) struct PersonView {
    pub(super) name: String,
    pub(super) function: String,
    #[serde(skip)]
    pub(super) email: Option<String>,
}

#[derive(Serialize)]
pub(super) struct ReceivedView {
    pub(super) date: String,
    /// How it came in, as it stands in a sentence: `per e-mail`.
    pub(super) channel: String,
    pub(super) summary: String,
    pub(super) occurred: OccurredView,
    pub(super) service: Option<String>,
    /// The complaint in the complainant's own words.
    pub(super) words: Option<String>,
    pub(super) client: bool,
}

#[derive(Serialize, Default)]
pub(super) struct OccurredView {
    pub(super) date: Option<String>,
    pub(super) place: Option<String>,
    pub(super) circumstances: Option<String>,
}

#[derive(Serialize)]
pub(super) struct AcknowledgedView {
    pub(super) date: String,
    pub(super) summary: String,
    pub(super) occurred: OccurredView,
    pub(super) next_steps: String,
    pub(super) expected_by: String,
}

#[derive(Serialize)]
pub(super) struct RefusedView {
    pub(super) ground: String,
    pub(super) explanation: Option<String>,
}

#[derive(Serialize)]
pub(super) struct ExtendedView {
    pub(super) expected_by: String,
    /// The day that was promised before.
    pub(super) promised: Option<String>,
    pub(super) ground: String,
}

#[derive(Serialize)]
pub(super) struct HeardView {
    pub(super) date: String,
    /// Whether the employee was told what follows after the hearing, not before it.
    pub(super) told_later: bool,
    pub(super) statement: Option<String>,
}

#[derive(Serialize)]
pub(super) struct DecidedView {
    pub(super) date: String,
    /// `gegrond`
    pub(super) verdict: String,
    /// `Ik vind uw klacht gegrond.`
    pub(super) sentence: String,
    pub(super) cause: String,
    pub(super) explanation: Option<String>,
    pub(super) reasoning: Option<String>,
}

#[derive(Serialize)]
pub(super) struct OfferedView {
    pub(super) date: String,
    pub(super) measures: Vec<MeasureView>,
    pub(super) none_because: Option<String>,
}

#[derive(Serialize)]
pub(super) struct MeasureView {
    pub(super) kind: String,
    pub(super) description: String,
    pub(super) due: String,
    /// What the complainant answered to it, where they answered each differently.
    pub(super) answer: Option<String>,
}

#[derive(Serialize)]
pub(super) struct DoneView {
    pub(super) date: String,
    pub(super) result: String,
}

#[derive(Serialize)]
pub(super) struct AppealView {
    pub(super) name: String,
    pub(super) kind: String,
}

impl LetterView {
    /// Gives who gets the letter by mail: name, and address where there is one.
    pub(super) fn recipient(&self, facts: &Facts<'_>) -> (String, Option<String>) {
        match &self.employee {
            Some(person) => (person.name.clone(), person.email.clone()),
            None => {
                let email = facts.complainant().and_then(|person| person.email.as_ref());
                (
                    self.complainant.clone().unwrap_or_default(),
                    email.and_then(|email| address(email.as_str())),
                )
            }
        }
    }

    /// Gives who gets a copy by mail: the coordinators, of a report (clause 6).
    pub(super) fn copies(&self, facts: &Facts<'_>) -> Vec<(String, String)> {
        let reports = facts.kind == LetterKind::Report;
        let coordinators = self.coordinators.iter().filter(|_| reports);
        coordinators
            .filter_map(|person| Some((person.name.clone(), person.email.clone()?)))
            .collect()
    }

    /// Gives what to know before the letter is sent.
    pub(super) fn remarks(&self, facts: &Facts<'_>) -> Vec<Remark> {
        let judges = matches!(facts.kind, LetterKind::Offer | LetterKind::Report);
        let decided = facts.decided.as_ref().filter(|_| judges);
        let reasoning = decided
            .filter(|told| told.says.explanation.is_none())
            .filter(|told| {
                facts
                    .annex(Some(told))
                    .is_some_and(|annex| annex.reasoning.is_some())
            })
            .map(|told| Remark::Reasoning {
                step: told.index + 1,
            });
        let copied = facts.kind == LetterKind::Report;
        let copy = match (copied, self.coordinators.is_empty()) {
            (true, true) => Some(Remark::NoCoordinator),
            (true, false) if self.copies(facts).is_empty() => Some(Remark::NoCopy),
            _ => None,
        };
        let (_, address) = self.recipient(facts);
        let address = address.is_none().then_some(Remark::NoAddress);
        let complainant = facts.complainant().filter(|_| !facts.kind.is_to_employee());
        let nowhere = complainant.filter(|person| person.address.is_none() && address.is_some());
        let post = nowhere.map(|_| Remark::NoPostalAddress);
        let organisation = [&self.organisation.name];
        let mut lines = organisation.into_iter().chain(&self.organisation.address);
        let unfilled = lines.find(|line| unfilled::ORGANISATION.contains(&line.as_str()));
        let unfilled = unfilled.cloned().map(Remark::Unfilled);
        let remarks = [reasoning, copy, address, post, unfilled];
        remarks.into_iter().flatten().collect()
    }

    /// Gives who sends the letter by mail.
    pub(super) fn sender(&self) -> (String, Option<String>) {
        (
            self.organisation.name.clone(),
            self.organisation.email.as_deref().and_then(address),
        )
    }
}
