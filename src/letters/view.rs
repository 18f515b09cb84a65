//! What the templates of letters see: texts that are ready to be written, made for them alone.

use serde::Serialize;

use super::facts::{Facts, Told};
use super::{LetterKind, Request};
use crate::locale::Locale;
use crate::mail::address;
use crate::register::annex::Private;
use crate::register::procedure::{Language, Procedure, label};
use crate::register::step::{Answer, Decided, Occurrence, Offered, Step, Verdict};
use crate::register::words::{Day, Id, StaffId, Text};

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
    pub(super) coordinator: Option<PersonView>,
    pub(super) employee: Option<PersonView>,
    /// The name of the complainant.
    pub(super) complainant: Option<String>,
    pub(super) received: Option<ReceivedView>,
    pub(super) acknowledged: Option<AcknowledgedView>,
    pub(super) refused: Option<RefusedView>,
    pub(super) extended: Option<ExtendedView>,
    pub(super) heard: Option<HeardView>,
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
    address: Vec<String>,
    pub(super) email: Option<String>,
    phone: Option<String>,
    site: Option<String>,
}

#[derive(Serialize, Clone)]
pub(super) struct PersonView {
    name: String,
    function: String,
    #[serde(skip)]
    email: Option<String>,
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
    date: Option<String>,
    place: Option<String>,
    circumstances: Option<String>,
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
    statement: Option<String>,
}

#[derive(Serialize)]
pub(super) struct DecidedView {
    date: String,
    /// `gegrond`
    verdict: String,
    /// `Ik vind uw klacht gegrond.`
    sentence: String,
    cause: String,
    explanation: Option<String>,
    reasoning: Option<String>,
}

#[derive(Serialize)]
pub(super) struct OfferedView {
    date: String,
    measures: Vec<MeasureView>,
    none_because: Option<String>,
}

#[derive(Serialize)]
pub(super) struct MeasureView {
    kind: String,
    description: String,
    due: String,
}

#[derive(Serialize)]
pub(super) struct DoneView {
    date: String,
    result: String,
}

#[derive(Serialize)]
pub(super) struct AppealView {
    name: String,
    kind: String,
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
        let promised = facts.extended.as_ref().and_then(|told| {
            crate::workflow::Standing::of_steps(&facts.case.steps[..told.index]).promised
        });
        let heard = facts.heard.as_ref();
        Self {
            language: words.language.word(),
            kind: facts.kind.word(),
            addressee: words.addressee(facts, employee.as_ref(), &organisation),
            salutation: salutation(&addressed, words.locale),
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
            coordinator: facts
                .standing
                .handler
                .map(|(moment, _)| words.person(&facts.case.steps[moment.step].by)),
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
                    .map(|id| words.entry(id, |procedure| &procedure.services)),
                words: facts
                    .annex(received)
                    .and_then(|annex| annex.description.as_ref())
                    .map(private),
                client: facts.standing.is_client(),
            }),
            acknowledged: facts.acknowledged.as_ref().map(|told| AcknowledgedView {
                date: words.day(told.step.date),
                summary: told.says.summary.to_string(),
                occurred: words.occurred(&told.says.occurred),
                next_steps: told.says.next_steps.to_string(),
                expected_by: words.day(told.says.expected_by),
            }),
            refused: facts.refused.as_ref().map(|told| RefusedView {
                ground: words.entry(&told.says.ground, |procedure| &procedure.refusal_grounds),
                explanation: told.says.explanation.as_ref().map(Text::to_string),
            }),
            extended: facts.extended.as_ref().map(|told| ExtendedView {
                expected_by: words.day(told.says.expected_by),
                promised: promised.map(|day| words.day(day)),
                ground: told.says.ground.to_string(),
            }),
            heard: heard.map(|told| HeardView {
                date: words.day(told.step.date),
                statement: facts
                    .annex(heard)
                    .and_then(|annex| annex.statement.as_ref())
                    .map(private),
            }),
            decided: facts
                .decided
                .as_ref()
                .map(|told| words.decided(told, facts)),
            offered: facts.offered.as_ref().map(|told| words.offered(told)),
            answered: facts
                .answered
                .as_ref()
                .map(|told| words.answer(told.says.answer)),
            resolved: facts
                .resolved
                .as_ref()
                .map(|told| words.day(told.says.solved)),
            carried_out: facts
                .carried_out
                .iter()
                .map(|told| DoneView {
                    date: words.day(told.step.date),
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
                })
                .collect(),
            appeal: received
                .filter(|_| facts.standing.is_client())
                .and_then(|told| told.says.commissioned_by.as_ref())
                .map(|by| AppealView {
                    name: by.name.to_string(),
                    kind: words.say("body", by.kind.word()),
                }),
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

    /// Gives who gets a copy by mail: the coordinator of a report (clause 6).
    pub(super) fn copy(&self, facts: &Facts<'_>) -> Option<(String, String)> {
        let coordinator = self
            .coordinator
            .as_ref()
            .filter(|_| facts.kind == LetterKind::Report)?;
        Some((coordinator.name.clone(), coordinator.email.clone()?))
    }

    /// Gives who sends the letter by mail.
    pub(super) fn sender(&self) -> (String, Option<String>) {
        (
            self.organisation.name.clone(),
            self.organisation.email.as_deref().and_then(address),
        )
    }
}

struct Words<'a> {
    locale: &'a Locale,
    language: Language,
    procedure: Option<&'a Procedure>,
    request: &'a Request<'a>,
}

impl<'a> Words<'a> {
    fn new(request: &'a Request<'a>) -> Self {
        Self {
            locale: request.locale,
            language: request.locale.language(),
            procedure: request.register.procedure.as_ref(),
            request,
        }
    }

    fn day(&self, day: Day) -> String {
        self.locale.day(day)
    }

    fn say(&self, topic: &str, word: &str) -> String {
        self.locale.text(&format!("{topic}-{word}"))
    }

    fn entry(
        &self,
        id: &Id,
        list: fn(&Procedure) -> &Vec<crate::register::procedure::Entry>,
    ) -> String {
        self.procedure.map_or_else(
            || id.to_string(),
            |procedure| label(list(procedure), id, self.language).to_owned(),
        )
    }

    fn organisation(&self) -> OrganisationView {
        let own = self.procedure.map(|procedure| &procedure.organisation);
        let text = |field: fn(&crate::register::procedure::Organisation) -> &Option<Text>| {
            own.and_then(|own| field(own).as_ref()).map(Text::to_string)
        };
        OrganisationView {
            name: own.map_or_else(
                || self.locale.text("no-organisation"),
                |own| own.name.to_string(),
            ),
            address: own
                .map(|own| own.address.iter().map(Text::to_string).collect())
                .unwrap_or_default(),
            email: text(|own| &own.email),
            phone: text(|own| &own.phone),
            site: text(|own| &own.site),
        }
    }

    fn person(&self, id: &StaffId) -> PersonView {
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
    fn handler(&self, facts: &Facts<'_>) -> Option<PersonView> {
        let (_, assigned) = facts.standing.handler?;
        Some(PersonView {
            function: assigned.function.to_string(),
            ..self.person(&assigned.handler)
        })
    }

    fn author(&self, step: &Step, handler: Option<&PersonView>, facts: &Facts<'_>) -> PersonView {
        let is_handler = facts.standing.handler_id() == Some(&step.by);
        handler
            .filter(|_| is_handler)
            .cloned()
            .unwrap_or_else(|| self.person(&step.by))
    }

    fn addressee(
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

    fn occurred(&self, occurred: &Occurrence) -> OccurredView {
        OccurredView {
            date: occurred.date.map(|day| self.day(day)),
            place: occurred.place.as_ref().map(Text::to_string),
            circumstances: occurred.circumstances.as_ref().map(Text::to_string),
        }
    }

    fn decided(&self, told: &Told<'_, Decided>, facts: &Facts<'_>) -> DecidedView {
        let verdict: Verdict = told.says.verdict;
        DecidedView {
            date: self.day(told.step.date),
            verdict: self.say("verdict", verdict.word()),
            sentence: self.say("letter-verdict", verdict.word()),
            cause: self.entry(&told.says.cause, |procedure| &procedure.causes),
            explanation: told.says.explanation.as_ref().map(Text::to_string),
            reasoning: facts
                .annex(Some(told))
                .and_then(|annex| annex.reasoning.as_ref())
                .map(private),
        }
    }

    fn offered(&self, told: &Told<'_, Offered>) -> OfferedView {
        let measures = told.says.measures.iter().map(|measure| MeasureView {
            kind: self.say("offer", measure.kind.word()),
            description: measure.description.to_string(),
            due: self.day(measure.due),
        });
        OfferedView {
            date: self.day(told.says.told),
            measures: measures.collect(),
            none_because: told.says.none_because.as_ref().map(Text::to_string),
        }
    }

    fn answer(&self, answer: Answer) -> String {
        self.say("letter-answer", answer.word())
    }
}

fn private(text: &Private) -> String {
    text.as_str().to_owned()
}

/// Finds the place in an address: what stands behind a Dutch postal code.
fn place(address: &[String]) -> Option<&str> {
    address.iter().rev().find_map(|line| {
        let digits = line
            .get(..4)
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
        let rest = line[digits.len()..].trim_start();
        let letters = rest
            .get(..2)
            .filter(|letters| letters.bytes().all(|b| b.is_ascii_uppercase()))?;
        let place = rest[letters.len()..].strip_prefix(' ')?.trim();
        (!place.is_empty()).then_some(place)
    })
}

/// Begins a letter to somebody of whom only the name is known: with the surname where initials tell which part that is, and by
/// title where the name has one.
fn salutation(name: &str, locale: &Locale) -> String {
    let (title, rest) = locale
        .text("letter-titles")
        .split(';')
        .filter_map(|entry| entry.split_once('='))
        .map(|(written, said)| (written.trim().to_owned(), said.trim().to_owned()))
        .find_map(|(written, said)| {
            let head = name
                .get(..written.len())
                .filter(|head| head.to_lowercase() == written)?;
            let rest = name[head.len()..].strip_prefix(' ')?;
            Some((Some(said), rest))
        })
        .unwrap_or((None, name));
    let parts: Vec<&str> = rest.split_whitespace().collect();
    let surname: Vec<&str> = parts
        .iter()
        .copied()
        .skip_while(|part| part.ends_with('.'))
        .collect();
    let initials = surname.len() < parts.len() && !surname.is_empty();
    let mut surname = if initials {
        surname.join(" ")
    } else {
        parts.join(" ")
    };
    if let Some(first) = surname
        .chars()
        .next()
        .filter(|_| initials || title.is_some())
    {
        surname = format!("{}{}", first.to_uppercase(), &surname[first.len_utf8()..]);
    }
    match title {
        Some(title) => locale.text_with(
            "letter-dear-title",
            &crate::args!(title: title, name: surname),
        ),
        None if initials => locale.text_with("letter-dear-surname", &crate::args!(name: surname)),
        None => locale.text_with("letter-dear-name", &crate::args!(name: name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_taken_for_a_man_or_a_woman() {
        let dutch = Locale::new(Language::Nl);
        for (name, wanted) in [
            ("J. de Wit", "Geachte heer of mevrouw De Wit"),
            ("mevrouw J. de Wit", "Geachte mevrouw De Wit"),
            ("De heer A. B. Çelik", "Geachte heer Çelik"),
            ("Mevr. van Dam", "Geachte mevrouw Van Dam"),
            ("Jan de Wit", "Geachte Jan de Wit"),
            ("Voorbeeld Zorg BV", "Geachte Voorbeeld Zorg BV"),
            ("J.", "Geachte J."),
            ("", "Geachte "),
        ] {
            assert_eq!(
                salutation(name, &dutch).trim_end(),
                wanted.trim_end(),
                "{name}"
            );
        }
    }

    #[test]
    fn the_place_stands_behind_the_postal_code() {
        let place_of = |line: &str| place(&[line.to_owned()]).map(str::to_owned);
        assert_eq!(place_of("6171 GD Stein"), Some("Stein".into()));
        assert_eq!(
            place_of("6171GD  Bergen op Zoom"),
            Some("Bergen op Zoom".into())
        );
        for line in [
            "Dorpsstraat 1",
            "6171 GD",
            "é171 AA x",
            "617",
            "6171 gd Stein",
        ] {
            assert_eq!(place_of(line), None, "{line}");
        }
    }
}
