//! What the register and the case say, as the words of a letter in its language.

use super::Request;
use super::facts::{Facts, Told};
use super::view::{
    AppealView, DecidedView, MeasureView, OccurredView, OfferedView, OrganisationView, PersonView,
};
use crate::locale::Locale;
use crate::mail::address;
use crate::register::annex::Private;
use crate::register::named::List;
use crate::register::procedure::Procedure;
use crate::register::staff::Role;
use crate::register::step::{Answer, CommissionedBy, Decided, Occurred, Offered, Step, Verdict};
use crate::words::{Day, Id, Language, StaffId, Text};
use crate::workflow::Offer;

pub(super) struct Words<'a> {
    pub(super) locale: &'a Locale,
    pub(super) language: Language,
    procedure: Option<&'a Procedure>,
    request: &'a Request<'a>,
}

impl<'a> Words<'a> {
    pub(super) fn new(request: &'a Request<'a>) -> Self {
        Self {
            locale: request.locale,
            language: request.locale.language(),
            procedure: request.register.procedure.as_ref(),
            request,
        }
    }

    pub(super) fn day(&self, day: Day) -> String {
        self.locale.day(day)
    }

    pub(super) fn say(&self, topic: &str, word: &str) -> String {
        self.locale.text(&format!("{topic}-{word}"))
    }

    pub(super) fn entry(&self, list: List, id: &Id) -> String {
        list.label(self.procedure, id, self.language).to_owned()
    }

    pub(super) fn organisation(&self) -> OrganisationView {
        let own = self.procedure.map(|procedure| &procedure.organisation);
        OrganisationView {
            name: own.map_or_else(
                || self.locale.text("no-organisation"),
                |own| own.name.to_string(),
            ),
            address: own
                .map(|own| own.address.iter().map(Text::to_string).collect())
                .unwrap_or_default(),
            email: own.and_then(|own| Some(own.email.as_ref()?.to_string())),
            phone: own.and_then(|own| Some(own.phone.as_ref()?.to_string())),
            site: own.and_then(|own| Some(own.site.as_ref()?.to_string())),
        }
    }

    pub(super) fn person(&self, id: &StaffId) -> PersonView {
        let person = self
            .request
            .register
            .staff
            .as_ref()
            .and_then(|staff| staff.get(id));
        PersonView {
            name: person.map_or_else(|| id.to_string(), |person| person.name.to_string()),
            function: person
                .map(|person| person.function.to_string())
                .unwrap_or_default(),
            email: person.and_then(|person| address(person.email.as_str())),
        }
    }

    /// Gives the handler, in the function that was registered (clause 2).
    pub(super) fn handler(&self, facts: &Facts<'_>) -> Option<PersonView> {
        let (_, assigned) = facts.standing.handler?;
        Some(PersonView {
            function: assigned.function.to_string(),
            ..self.person(&assigned.handler)
        })
    }

    /// Gives the coordinators for whom a report is (clause 6), in service on the day of the letter: who handed the complaint
    /// over, or else everyone who has that role.
    pub(super) fn coordinators(&self, facts: &Facts<'_>) -> Vec<PersonView> {
        let Some(staff) = &self.request.register.staff else {
            return Vec::new();
        };
        let here = |id: &StaffId| staff.has_role(id, Role::Coordinator, facts.date());
        let (assigned, _) = facts.standing.handler.unzip();
        let assigned = assigned.map(|moment| &facts.case.steps[moment.step].by);
        match assigned.filter(|id| here(id)) {
            Some(id) => vec![self.person(id)],
            None => {
                let all = staff.iter().map(|person| &person.id);
                all.filter(|id| here(id))
                    .map(|id| self.person(id))
                    .collect()
            }
        }
    }

    pub(super) fn author(
        &self,
        step: &Step,
        handler: Option<&PersonView>,
        facts: &Facts<'_>,
    ) -> PersonView {
        let is_handler = facts.standing.handler_id() == Some(&step.by);
        handler
            .filter(|_| is_handler)
            .cloned()
            .unwrap_or_else(|| self.person(&step.by))
    }

    pub(super) fn addressee(
        &self,
        facts: &Facts<'_>,
        employee: Option<&PersonView>,
        own: &OrganisationView,
    ) -> Vec<String> {
        let lines = match (employee, facts.complainant()) {
            (Some(employee), _) => vec![
                employee.name.clone(),
                employee.function.clone(),
                own.name.clone(),
            ],
            (None, Some(person)) => {
                let address = person
                    .address
                    .as_ref()
                    .map(Private::as_str)
                    .unwrap_or_default();
                std::iter::once(person.name.as_str())
                    .chain(address.lines())
                    .map(str::to_owned)
                    .collect()
            }
            (None, None) => Vec::new(),
        };
        lines
            .iter()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect()
    }

    pub(super) fn occurred(&self, occurred: &Occurred) -> OccurredView {
        OccurredView {
            date: self.when(occurred),
            place: occurred.place.as_ref().map(Text::to_string),
            circumstances: occurred.circumstances.as_ref().map(Text::to_string),
        }
    }

    /// Says on which day it happened, or in which period; both, where the record has both.
    fn when(&self, occurred: &Occurred) -> Option<String> {
        let day = occurred.date.map(|day| self.day(day));
        match (day, occurred.period.as_ref().map(Text::to_string)) {
            (Some(day), Some(period)) => Some(format!("{day} ({period})")),
            (day, period) => day.or(period),
        }
    }

    pub(super) fn decided(&self, told: &Told<'_, Decided>, facts: &Facts<'_>) -> DecidedView {
        let verdict: Verdict = told.says.verdict;
        DecidedView {
            date: self.day(told.step.date),
            verdict: self.say("verdict", verdict.word()),
            sentence: self.say("letter-verdict", verdict.word()),
            cause: self.entry(List::Causes, &told.says.cause),
            explanation: told.says.explanation.as_ref().map(Text::to_string),
            reasoning: facts
                .annex(Some(told))
                .and_then(|annex| annex.reasoning.as_ref())
                .map(private),
        }
    }

    pub(super) fn offered(&self, told: &Told<'_, Offered>, facts: &Facts<'_>) -> OfferedView {
        let of_this = |offer: &&Offer<'_>| offer.offered.step == told.index;
        let offers = facts.standing.offers.iter().filter(of_this);
        let answers: Vec<_> = offers
            .map(|offer| offer.answer.map(|(answer, _)| answer))
            .collect();
        let differ = answers.iter().any(|answer| *answer != answers[0]);
        let measures = told.says.measures.iter().zip(answers);
        let measures = measures.map(|(measure, answer)| MeasureView {
            kind: self.say("offer", measure.kind.word()),
            description: measure.description.to_string(),
            due: self.day(measure.due),
            answer: answer.filter(|_| differ).map(|answer| self.answer(answer)),
        });
        OfferedView {
            date: self.day(told.says.told),
            measures: measures.collect(),
            none_because: told.says.none_because.as_ref().map(Text::to_string),
        }
    }

    /// Gives where a client can appeal: the principal of the re-integration, as it is called in a sentence (clause 9).
    pub(super) fn appeal(&self, by: &CommissionedBy) -> AppealView {
        AppealView {
            name: by.name.to_string(),
            kind: self.say("letter-body", by.kind.word()),
        }
    }

    pub(super) fn answer(&self, answer: Answer) -> String {
        self.say("letter-answer", answer.word())
    }
}

pub(super) fn private(text: &Private) -> String {
    text.as_str().to_owned()
}
