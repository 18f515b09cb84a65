//! What the templates of letters see: texts that are ready to be written, made for them alone.

use serde::Serialize;

use super::facts::Facts;
use super::greeting::{place, salutation};
use super::words::{Words, private};
use super::{LetterKind, Remark, Request};
use crate::mail::address;
use crate::register::named::List;
use crate::register::procedure::UNFILLED;
use crate::words::Text;

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
    date: String,
    /// How it came in, as it stands in a sentence: `per e-mail`.
    channel: String,
    summary: String,
    occurred: OccurredView,
    service: Option<String>,
    /// The complaint in the complainant's own words.
    words: Option<String>,
    client: bool,
}

#[derive(Serialize, Default)]
pub(super) struct OccurredView {
    pub(super) date: Option<String>,
    pub(super) place: Option<String>,
    pub(super) circumstances: Option<String>,
}

#[derive(Serialize)]
pub(super) struct AcknowledgedView {
    date: String,
    summary: String,
    occurred: OccurredView,
    next_steps: String,
    expected_by: String,
}

#[derive(Serialize)]
pub(super) struct RefusedView {
    ground: String,
    explanation: Option<String>,
}

#[derive(Serialize)]
pub(super) struct ExtendedView {
    expected_by: String,
    /// The day that was promised before.
    promised: Option<String>,
    ground: String,
}

#[derive(Serialize)]
pub(super) struct HeardView {
    date: String,
    /// Whether the employee was told what follows after the hearing, not before it.
    told_later: bool,
    statement: Option<String>,
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
    date: String,
    result: String,
}

#[derive(Serialize)]
pub(super) struct AppealView {
    pub(super) name: String,
    pub(super) kind: String,
}

impl LetterView {
    pub(super) fn new(request: &Request<'_>, facts: &Facts<'_>) -> Self {
        let words = Words::new(request);
        let received = facts.received.as_ref();
        let organisation = words.organisation();
        let day = words.day(facts.date());
        let handler = words.handler(facts);
        let employee = facts.employee.map(|id| words.person(id));
        let complainant = facts
            .complainant()
            .map(|person| person.name.as_str().trim().to_owned());
        let addressed = match &employee {
            Some(person) => person.name.clone(),
            None => complainant.clone().unwrap_or_default(),
        };
        let to_organisation = employee.is_none() && !facts.standing.is_client();
        let promised = facts.extended.as_ref().and_then(|told| {
            crate::workflow::Standing::of_steps(&facts.case.steps[..told.index]).promised
        });
        let heard = facts.heard.as_ref();
        let offered = facts.offered.as_ref();
        let offered = offered.map(|told| words.offered(told, facts));
        let mut measures = offered.iter().flat_map(|offered| &offered.measures);
        let answered_apart = measures.any(|measure| measure.answer.is_some());
        let coordinators = words.coordinators(facts);
        Self {
            language: words.language.word(),
            kind: facts.kind.word(),
            addressee: words.addressee(facts, employee.as_ref(), &organisation),
            salutation: salutation(&addressed, to_organisation, words.locale),
            dateline: place(&organisation.address)
                .map_or_else(|| day.clone(), |place| format!("{place}, {day}")),
            date: day,
            reference: facts.case.id.to_string(),
            // Who refuses is the handler or the coordinator.
            signer: match (facts.kind, &facts.refused) {
                (LetterKind::Refusal, Some(told)) => {
                    Some(words.author(told.step, handler.as_ref(), facts))
                }
                _ => handler.clone(),
            },
            coordinator: coordinators.first().cloned(),
            coordinators,
            handler,
            employee,
            complainant,
            received: received.map(|told| ReceivedView {
                date: words.day(told.step.date),
                channel: words.say("letter-channel", told.says.channel.word()),
                summary: told.says.summary.to_string(),
                occurred: told
                    .says
                    .occurred
                    .as_ref()
                    .map(|occurred| words.occurred(occurred))
                    .unwrap_or_default(),
                service: told
                    .says
                    .service
                    .as_ref()
                    .map(|id| words.entry(List::Services, id)),
                words: facts
                    .annex(received)
                    .and_then(|annex| annex.description.as_ref())
                    .map(private),
                client: facts.standing.is_client(),
            }),
            acknowledged: facts.acknowledged.as_ref().map(|told| AcknowledgedView {
                date: words.day(told.step.done().1),
                summary: told.says.summary.to_string(),
                occurred: words.occurred(&told.says.occurred),
                next_steps: told.says.next_steps.to_string(),
                expected_by: words.day(told.says.expected_by),
            }),
            refused: facts.refused.as_ref().map(|told| RefusedView {
                ground: words.entry(List::RefusalGrounds, &told.says.ground),
                explanation: told.says.explanation.as_ref().map(Text::to_string),
            }),
            extended: facts.extended.as_ref().map(|told| ExtendedView {
                expected_by: words.day(told.says.expected_by),
                promised: promised.map(|day| words.day(day)),
                ground: told.says.ground.to_string(),
            }),
            heard: heard.map(|told| HeardView {
                date: words.day(told.step.date),
                told_later: told.says.told > told.step.date,
                statement: facts
                    .annex(heard)
                    .and_then(|annex| annex.statement.as_ref())
                    .map(private),
            }),
            several: facts.standing.about.len() > 1,
            decided: facts
                .decided
                .as_ref()
                .map(|told| words.decided(told, facts)),
            answered: facts
                .answered
                .as_ref()
                .filter(|_| !answered_apart)
                .map(|told| words.answer(told.says.answer)),
            offered,
            resolved: facts
                .resolved
                .as_ref()
                .map(|told| words.day(told.says.solved)),
            carried_out: facts
                .carried_out
                .iter()
                .map(|told| DoneView {
                    date: words.day(told.step.done().1),
                    result: told.says.result.to_string(),
                })
                .collect(),
            prevention: facts
                .prevention
                .iter()
                .flat_map(|told| &told.says.measures)
                .map(|measure| MeasureView {
                    kind: String::new(),
                    description: measure.description.to_string(),
                    due: words.day(measure.due),
                    answer: None,
                })
                .collect(),
            appeal: received
                .filter(|_| facts.standing.is_client() && !facts.report_is_silent_on_appeal())
                .and_then(|told| told.says.commissioned_by.as_ref())
                .map(|by| words.appeal(by)),
            organisation,
        }
    }

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
        let unfilled = lines.find(|line| UNFILLED.contains(&line.as_str()));
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
