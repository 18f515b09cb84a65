//! What may be answered to a question about a field.

use serde_yaml::{Mapping, Value};

use super::Desk;
use super::author::may_correct;
use crate::deadlines::{RULE_OF_OTHERS, rule_of};
use crate::locale::Locale;
use crate::register::case::Case;
use crate::register::named::List;
use crate::register::procedure::{Procedure, Term};
use crate::register::staff::{Person, Role};
use crate::register::step::{Answer, StepKind};
use crate::report::printable_line;
use crate::words::{Id, StaffId, Text};
use crate::workflow::Standing;

/// What is known while a step is asked for.
pub struct Known<'k> {
    /// The register.
    pub desk: &'k Desk,
    /// The case; none for a new one.
    pub case: Option<&'k Case>,
    /// What was answered of the record until now.
    pub record: &'k Mapping,
    /// What a field said before it is asked for again, with the way to the field.
    pub before: Option<&'k (String, Value)>,
}

/// A possible answer: the value, and how it is shown.
pub type Choice = (Value, String);

impl<'k> Known<'k> {
    pub fn standing(&self) -> Standing<'k> {
        self.case.map(Standing::of).unwrap_or_default()
    }

    fn locale(&self) -> &'k Locale {
        self.desk.checked.locale
    }

    pub fn answered(&self, name: &str) -> Option<&'k str> {
        self.record.get(name).and_then(Value::as_str)
    }

    /// Gives what a field said before it is asked for again.
    pub fn before(&self, way: &str) -> Option<&'k Value> {
        let (of, value) = self.before?;
        let below = way.strip_prefix(of.as_str())?;
        let mut names = below.split('-').filter(|name| !name.is_empty());
        names.try_fold(value, |value, name| value.get(name))
    }

    fn people(&self, fits: impl Fn(&Person) -> bool) -> Vec<Choice> {
        let day = self.desk.checked.as_of;
        let staff = self
            .desk
            .checked
            .register
            .staff
            .iter()
            .flat_map(|staff| staff.iter());
        let people = staff.filter(|person| person.is_active(day) && fits(person));
        people
            .map(|person| {
                (
                    person.id.as_str().into(),
                    format!("{}, {} ({})", person.name, person.function, person.id),
                )
            })
            .collect()
    }

    fn entries(&self, list: List) -> Vec<Choice> {
        let procedure = self.desk.checked.register.procedure.as_ref();
        let entries = procedure.into_iter().flat_map(|it| list.entries(it));
        let language = self.locale().language();
        entries
            .map(|entry| {
                (
                    entry.id.as_str().into(),
                    format!("{} ({})", entry.name.text(language), entry.id),
                )
            })
            .collect()
    }
}

/// Gives a measure as a choice.
fn shown(id: &Id, description: &Text) -> Choice {
    let line = printable_line(&format!("{description} ({id})"));
    (id.as_str().into(), line)
}

/// Lists the offers that can be answered as was said: turned down can be what was accepted before, too.
pub fn answerable(known: &Known<'_>) -> Vec<Choice> {
    let answer = known.answered("answer").and_then(|word| word.parse().ok());
    let offers = known.standing().offers.into_iter();
    let fit = offers.filter(|offer| offer.can_be_answered(answer.unwrap_or(Answer::Accepted)));
    fit.map(|offer| shown(&offer.measure.id, &offer.measure.description))
        .collect()
}

/// Lists the organisation's own terms, each once however often it changed.
pub fn own_terms(known: &Known<'_>) -> Vec<Choice> {
    let procedure = known.desk.checked.register.procedure.as_ref();
    let first = |it: &Procedure, term: &Term| it.term(term.id.as_str()) == Some(term);
    let own = procedure.into_iter().flat_map(|it| {
        let own = it.terms.iter().filter(|it| rule_of(it) == RULE_OF_OTHERS);
        own.filter(move |term| first(it, term))
    });
    let language = known.locale().language();
    own.map(|term| {
        let name = term.name.text(language);
        (term.id.as_str().into(), format!("{name} ({})", term.id))
    })
    .collect()
}

type Source = fn(&Known<'_>) -> Vec<Choice>;

/// The fields that name something of the register, by the end of the way to them.
const SOURCES: &[(&str, Source)] = &[
    ("about", |known| known.people(|_| true)),
    ("consulted", |known| known.people(|_| true)),
    ("owner", |known| known.people(|_| true)),
    ("handler", |known| {
        let about = known.standing().about;
        known.people(|person| person.has(Role::Handler) && !about.contains(&&person.id))
    }),
    ("heard-employee", |known| {
        let (concerned, others): (Vec<Choice>, Vec<Choice>) = {
            let about = known.standing().about;
            known.people(|_| true).into_iter().partition(|(id, _)| {
                about
                    .iter()
                    .any(|about| Some(about.as_str()) == id.as_str())
            })
        };
        concerned.into_iter().chain(others).collect()
    }),
    ("agreed-employee", |known| {
        let about = known.standing().about;
        known.people(|person| about.contains(&&person.id))
    }),
    ("service", |known| known.entries(List::Services)),
    ("category", |known| known.entries(List::Categories)),
    ("cause", |known| known.entries(List::Causes)),
    ("refused-ground", |known| {
        known.entries(List::RefusalGrounds)
    }),
    ("carried-out-measure", |known| {
        let standing = known.standing();
        // The handler carries out any of them, another their own.
        let by = known.answered("by");
        let handles = standing.handler_id().map(|id| id.as_str()) == by;
        let own = |owner: &StaffId| handles || Some(owner.as_str()) == by;
        let offers = standing
            .offers
            .iter()
            .filter(|offer| offer.carried_out.is_none() && own(&offer.measure.owner));
        let offers = offers.map(|offer| (&offer.measure.id, &offer.measure.description));
        let measures = standing
            .measures
            .iter()
            .filter(|measure| measure.carried_out.is_none() && own(&measure.measure.owner));
        let measures = measures.map(|measure| (&measure.measure.id, &measure.measure.description));
        let all = offers.chain(measures);
        all.map(|(id, text)| shown(id, text)).collect()
    }),
    ("answered-measures", answerable),
    ("waived-term", own_terms),
    ("evaluated-measure", |known| {
        let standing = known.standing();
        let measures = standing
            .measures
            .iter()
            .filter(|measure| measure.carried_out.is_some() && measure.evaluated.is_none());
        measures
            .map(|measure| {
                (
                    measure.measure.id.as_str().into(),
                    printable_line(measure.measure.description.as_str()),
                )
            })
            .collect()
    }),
    ("corrects", |known| {
        let by = known.answered("by").unwrap_or_default();
        let staff = known.desk.checked.register.staff.as_ref();
        let steps = known
            .case
            .into_iter()
            .flat_map(|case| case.steps.iter().enumerate())
            .filter(|(_, step)| may_correct(by, step, staff));
        let shown = steps.map(|(index, step)| {
            let name = known.locale().text(&format!("step-{}", step.kind().word()));
            (
                Value::from(index + 1),
                format!("{:>2}  {}  {name}", index + 1, step.date),
            )
        });
        shown.collect()
    }),
];

/// Finds the row of a field: of the longest end of its way that has one.
pub fn row<T: Copy>(table: &[(&str, T)], way: &str) -> Option<T> {
    ends(way).find_map(|way| {
        table
            .iter()
            .find(|(name, _)| *name == way)
            .map(|(_, row)| *row)
    })
}

/// Tells whether a field is among these, by any end of its way.
pub fn is_among(names: &[&str], way: &str) -> bool {
    ends(way).any(|way| names.contains(&way))
}

/// Gives the ends of a way, the longest first: `received-occurred-date`, `occurred-date`, `date`.
fn ends(way: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(way), |way| way.split_once('-').map(|(_, rest)| rest))
}

/// Gives what of the register a field may name; none where it may be anything.
pub fn choices(way: &str, known: &Known<'_>) -> Option<Vec<Choice>> {
    row(SOURCES, way)
        .map(|source| source(known))
        .filter(|choices| !choices.is_empty())
}

/// The fields of the annex that belong to a step.
const ANNEX: &[(StepKind, &[&str])] = &[
    (StepKind::Received, &["complainant", "description"]),
    (StepKind::Contacted, &["said"]),
    (StepKind::Heard, &["statement"]),
    (StepKind::Agreed, &["remark"]),
    (StepKind::Decided, &["reasoning"]),
    (StepKind::Answered, &["answer"]),
    (StepKind::Surveyed, &["said"]),
];

/// Gives the fields of the annex that are asked for with a step.
pub fn annex_fields(kind: StepKind) -> &'static [&'static str] {
    ANNEX
        .iter()
        .find(|(step, _)| *step == kind)
        .map_or(&[], |(_, fields)| fields)
}

/// Gives the words of a choice with what they mean in the user's language.
pub fn words(words: &[&str], locale: &Locale) -> Vec<Choice> {
    let shown = |word: &str| match locale.meaning(words, word) {
        Some(text) => format!("{text} ({word})"),
        None => word.to_owned(),
    };
    words
        .iter()
        .map(|word| ((*word).into(), shown(word)))
        .collect()
}

/// Gives the name of a field in the user's language, by the way to it: its own in what holds it, or that of any such field.
pub fn field_name(way: &str, locale: &Locale) -> Option<String> {
    let (above, field) = way.rsplit_once('-').unwrap_or(("", way));
    let whose = above.rsplit('-').next().unwrap_or_default();
    let named = |name: &str| locale.get(&format!("field-{}", name.replace('_', "-")));
    named(&format!("{whose}-{field}")).or_else(|| named(field))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::recording::likely::{ASKED_WHEN, LIKELY, WANTED};
    use crate::cli::recording::schema::{annex_schema, field, step_schema};
    use crate::register::schema::{FileKind, described_fields};
    use crate::words::Language;

    #[test]
    fn every_row_is_about_a_field_that_there_is() {
        let fields = described_fields(FileKind::Complaint);
        let names = SOURCES
            .iter()
            .map(|row| row.0)
            .chain(ASKED_WHEN.iter().map(|row| row.0))
            .chain(LIKELY.iter().map(|row| row.0))
            .chain(WANTED.iter().copied());
        for name in names {
            assert!(
                fields
                    .iter()
                    .any(|(way, _)| way == name || way.ends_with(&format!("-{name}"))),
                "{name}"
            );
        }
        for (_, names) in ANNEX {
            assert!(
                names
                    .iter()
                    .all(|name| !field(annex_schema(), name).is_null())
            );
        }
    }

    #[test]
    fn every_choice_has_its_words() {
        let locale = Locale::of(Language::Nl);
        fn visit(schema: &serde_json::Value, found: &mut Vec<Vec<String>>) {
            if let Some(words) = schema.get("enum").and_then(serde_json::Value::as_array) {
                found.push(
                    words
                        .iter()
                        .filter_map(|word| word.as_str().map(str::to_owned))
                        .collect(),
                );
            }
            match schema {
                serde_json::Value::Object(entries) => {
                    entries.values().for_each(|value| visit(value, found))
                }
                serde_json::Value::Array(items) => {
                    items.iter().for_each(|value| visit(value, found))
                }
                _ => {}
            }
        }
        let mut found = Vec::new();
        StepKind::ALL
            .iter()
            .for_each(|kind| visit(step_schema(*kind), &mut found));
        assert!(found.len() >= 12);
        for choice in found {
            let plain: Vec<&str> = choice.iter().map(String::as_str).collect();
            assert!(
                words(&plain, locale)
                    .iter()
                    .all(|(_, shown)| shown.contains(" (")),
                "{choice:?}"
            );
        }
    }
}
