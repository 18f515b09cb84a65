//! From a case to what the templates of its letter see.

use super::facts::Facts;
use super::greeting::{place, salutation};
use super::view::{
    AcknowledgedView, DoneView, ExtendedView, HeardView, LetterView, MeasureView, ReceivedView,
    RefusedView,
};
use super::words::{Words, private};
use super::{LetterKind, Request};
use crate::register::named::List;
use crate::words::Text;
use crate::workflow::Standing;

/// Says what the request and its case have for the templates.
pub(super) fn fill(request: &Request<'_>, facts: &Facts<'_>) -> LetterView {
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
    let promised = facts
        .extended
        .as_ref()
        .and_then(|told| Standing::of_steps(&facts.case.steps[..told.index]).promised);
    let heard = facts.heard.as_ref();
    let offered = facts.offered.as_ref();
    let offered = offered.map(|told| words.offered(told, facts));
    let mut measures = offered.iter().flat_map(|offered| &offered.measures);
    let answered_apart = measures.any(|measure| measure.answer.is_some());
    let coordinators = words.coordinators(facts);
    LetterView {
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
