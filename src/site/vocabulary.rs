//! The words of the site in one language, looked up once: a page is then put together without asking Fluent.

use std::collections::BTreeMap;

use super::elements::{Days, Html, mark};
use crate::args;
use crate::deadlines::State;
use crate::finding::Level;
use crate::locale::Locale;
use crate::register::Register;
use crate::register::named::{List, Reference};
use crate::register::procedure::Term;
use crate::register::step::{
    Agreement, Answer, AppealOutcome, Body, Channel, Complainant, Effect, OfferKind,
    Responsibility, Satisfaction, Severity, StepKind, Verdict,
};
use crate::words::{Day, Id, Span, StaffId};
use crate::workflow::Stage;

/// Declares the labels that the views put beside a value, each with its key in `site.ftl`.
macro_rules! labels {
    ($($field:ident = $key:literal),+ $(,)?) => {
        /// The labels that the views put beside a value.
        pub(super) struct Labels { $(pub(super) $field: String),+ }

        impl Labels {
            fn new(locale: &Locale) -> Self {
                Self { $($field: locale.text($key)),+ }
            }
        }
    };
}

labels! {
    about = "field-about", agreement = "field-agreement", answer = "field-answer", appeal_body = "field-body",
    appeal_explained = "field-appeal-explained", asked = "field-asked", category = "field-category",
    cause = "field-cause", channel = "field-channel", circumstances = "field-circumstances",
    commissioned_by = "field-commissioned-by", complainant = "field-complainant", consulted = "field-consulted",
    document_copied = "field-document-copied", done = "field-done", effect = "field-effect", expected_by = "field-expected-by",
    explanation = "field-explanation", function = "field-function", ground = "field-ground", handler = "field-handler",
    measure = "field-measure", next_steps = "field-next-steps", none_because = "field-none-because",
    occurred = "field-occurred", offer = "field-offer", outcome = "field-outcome", passed = "field-passed-to-coordinator",
    preventive = "field-preventive", reason = "field-reason", received = "field-received",
    remedy = "field-remedy-sought", responsibility = "field-responsibility", result = "field-result", rule = "field-rule", term = "field-term",
    satisfaction = "field-satisfaction", sent = "field-sent", service = "field-service",
    severity = "field-severity", solved = "field-solved", summary = "field-summary", to_complainant = "field-to-complainant",
    to_coordinator = "field-to-coordinator", told = "field-told", verdict = "field-verdict",
    concerned = "concerned", no = "no", nobody = "nobody", not_shown = "not-shown", process = "about-process", unknown_entry = "unknown-entry",
    unknown_person = "unknown-person", yes = "yes",
}

/// The words of the choices, each list in the order of its enumeration.
pub(super) struct Choices {
    pub(super) step: Vec<String>,
    pub(super) stage: Vec<String>,
    pub(super) state: Vec<String>,
    pub(super) level: Vec<String>,
    pub(super) channel: Vec<String>,
    pub(super) complainant: Vec<String>,
    pub(super) body: Vec<String>,
    pub(super) agreement: Vec<String>,
    pub(super) verdict: Vec<String>,
    pub(super) severity: Vec<String>,
    pub(super) responsibility: Vec<String>,
    pub(super) offer: Vec<String>,
    pub(super) answer: Vec<String>,
    pub(super) satisfaction: Vec<String>,
    pub(super) effect: Vec<String>,
    pub(super) appeal_outcome: Vec<String>,
}

/// The words of the site in one language.
pub(super) struct Vocabulary<'a> {
    pub(super) locale: &'a Locale,
    pub(super) labels: Labels,
    pub(super) choices: Choices,
    /// Every choice by the word of the records, for the fields of a correction.
    words: BTreeMap<(&'static str, &'static str), String>,
    register: &'a Register,
    days: Days,
    /// The mark of each state of a deadline, in the order of the enumeration.
    states: Vec<Html>,
}

impl<'a> Vocabulary<'a> {
    pub(super) fn new(locale: &'a Locale, register: &'a Register) -> Self {
        let mut words = BTreeMap::new();
        macro_rules! choice {
            ($prefix:literal, $type:ident $(, $field:literal)*) => {
                $type::ALL
                    .iter()
                    .map(|value| {
                        let text = locale.text(&format!(concat!($prefix, "-{}"), value.word()));
                        $(words.insert(($field, value.word()), text.clone());)*
                        text
                    })
                    .collect::<Vec<String>>()
            };
        }
        let choices = Choices {
            step: choice!("step", StepKind),
            stage: choice!("stage", Stage),
            state: choice!("state", State),
            level: choice!("level", Level),
            channel: choice!("channel", Channel, "channel"),
            complainant: choice!("complainant", Complainant, "complainant"),
            body: choice!("body", Body, "body", "commissioned_by"),
            agreement: choice!("agreement", Agreement),
            verdict: choice!("verdict", Verdict, "verdict"),
            severity: choice!("severity", Severity, "severity"),
            responsibility: choice!("responsibility", Responsibility, "responsibility"),
            offer: choice!("offer", OfferKind, "measures"),
            answer: choice!("answer", Answer, "answer"),
            satisfaction: choice!("satisfaction", Satisfaction, "answer"),
            effect: choice!("effect", Effect, "effect"),
            appeal_outcome: choice!("appeal-outcome", AppealOutcome, "outcome"),
        };
        let states = State::ALL.iter().zip(&choices.state);
        let states = states.map(|(state, text)| mark(state.word(), text));
        let states = states.collect();
        Self {
            locale,
            labels: Labels::new(locale),
            choices,
            words,
            register,
            days: Days::default(),
            states,
        }
    }

    /// Gives the terms of the procedure.
    pub(super) fn terms(&self) -> &[Term] {
        self.register
            .procedure
            .as_ref()
            .map_or(&[], |procedure| procedure.terms.as_slice())
    }

    /// Gives the name of a term of the procedure.
    pub(super) fn term(&self, id: &Id) -> Option<&str> {
        let term = self.register.procedure.as_ref()?.term(id.as_str())?;
        Some(term.name.text(self.locale.language()))
    }

    /// Gives a day as people read it.
    pub(super) fn day(&self, day: Day) -> String {
        self.locale.day(day)
    }

    /// Gives the element of a day.
    pub(super) fn time(&self, day: Day) -> Html {
        self.days.time(self.locale, day)
    }

    /// Gives the mark of the state of a deadline.
    pub(super) fn state(&self, state: State) -> Html {
        self.states[state as usize].clone()
    }

    /// Gives the name of a member of staff. An id that nobody has may be anything, and is not shown.
    pub(super) fn person<'s>(&'s self, id: &'s StaffId) -> &'s str {
        match &self.register.staff {
            Some(staff) => staff
                .get(id)
                .map_or(&self.labels.unknown_person, |person| person.name.as_str()),
            None => id.as_str(),
        }
    }

    /// Tells whether `staff.yaml` has a person.
    pub(super) fn knows_person(&self, id: &StaffId) -> bool {
        let staff = self.register.staff.as_ref();
        staff.is_none_or(|staff| staff.get(id).is_some())
    }

    /// Tells whether `procedure.yaml` has a category.
    pub(super) fn knows_category(&self, id: &Id) -> bool {
        let found = List::Categories.find(self.register.procedure.as_ref(), id);
        found.is_some()
    }

    /// Gives the name of something that records choose from. An id that is in no list may be anything, and is not shown.
    fn entry<'s>(&'s self, list: List, id: &Id) -> &'s str {
        list.find(self.register.procedure.as_ref(), id)
            .map_or(&self.labels.unknown_entry, |entry| {
                entry.name.text(self.locale.language())
            })
    }

    pub(super) fn category<'s>(&'s self, id: &'s Id) -> &'s str {
        self.entry(List::Categories, id)
    }

    pub(super) fn service<'s>(&'s self, id: &'s Id) -> &'s str {
        self.entry(List::Services, id)
    }

    pub(super) fn cause<'s>(&'s self, id: &'s Id) -> &'s str {
        self.entry(List::Causes, id)
    }

    pub(super) fn refusal_ground<'s>(&'s self, id: &'s Id) -> &'s str {
        self.entry(List::RefusalGrounds, id)
    }

    pub(super) const fn yes_or_no(&self, yes: bool) -> &str {
        if yes {
            self.labels.yes.as_str()
        } else {
            self.labels.no.as_str()
        }
    }

    /// Gives a length of time as people read it: `5 werkdagen`.
    pub(super) fn span(&self, span: Span) -> String {
        self.locale.span(span)
    }

    /// Writes a day on which something was done, with by how much later that was recorded, if it was.
    pub(super) fn done(&self, day: Day, recorded: Day) -> String {
        let written = self.day(day);
        match self.locale.days(recorded.days_since(day)) {
            Some(late) => {
                let args = args!(day: written, late: late);
                self.locale.text_with("recorded-later", &args)
            }
            None => written,
        }
    }

    /// Gives a corrected value as people read it, from the words of the record that [`Correction`] keeps.
    ///
    /// [`Correction`]: crate::register::case::Correction
    pub(super) fn corrected(&self, field: &str, raw: &str) -> String {
        match field {
            // Who is complained about is not named on the site; how many they are is.
            "about" => raw
                .split(", ")
                .filter(|id| !id.is_empty())
                .count()
                .to_string(),
            "employee" => self.labels.concerned.clone(),
            _ => raw
                .split(", ")
                .map(|part| self.corrected_part(field, part))
                .collect::<Vec<_>>()
                .join(", "),
        }
    }

    fn corrected_part(&self, field: &str, part: &str) -> String {
        if let Ok(day) = part.parse::<Day>() {
            return self.day(day);
        }
        if let Some(text) = self
            .words
            .iter()
            .find(|((of, word), _)| *of == field && *word == part)
            .map(|(_, text)| text)
        {
            return text.clone();
        }
        let named = part.parse::<Id>().ok().and_then(|id| {
            if matches!(field, "consulted" | "measures") {
                let person = self.register.staff.as_ref()?.get(&id);
                return person.map(|person| person.name.to_string());
            }
            let Some(Reference::Entry(list)) = Reference::by_field(field) else {
                return None;
            };
            let entry = list.find(self.register.procedure.as_ref(), &id)?;
            Some(entry.name.text(self.locale.language()).to_owned())
        });
        match (named, part) {
            (Some(text), _) => text,
            (None, "true") => self.labels.yes.clone(),
            (None, "false") => self.labels.no.clone(),
            (None, _) => part.to_owned(),
        }
    }
}
