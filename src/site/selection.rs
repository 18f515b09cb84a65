//! The lists of cases that the site has: each is a number somewhere and a page behind it.

use crate::args;
use crate::deadlines::State;
use crate::finding::Arg;
use crate::register::procedure::Procedure;
use crate::register::step::{Channel, Complainant, Satisfaction, Verdict};
use crate::words::{Id, choice};
use crate::workflow::Stage;

use super::vocabulary::Vocabulary;

choice!(
    /// How a complaint came out, for counting.
    Outcome {
        /// The complaint is right.
        Founded = "founded",
        /// The complaint is right in part.
        PartlyFounded = "partly-founded",
        /// The complaint is not right.
        Unfounded = "unfounded",
        /// It cannot be said.
        NoVerdict = "no-verdict",
        /// Not taken up.
        Refused = "refused",
        /// Taken back by the complainant.
        Withdrawn = "withdrawn",
        /// Nothing has come out yet.
        Pending = "pending",
    }
);

impl From<Verdict> for Outcome {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Founded => Self::Founded,
            Verdict::PartlyFounded => Self::PartlyFounded,
            Verdict::Unfounded => Self::Unfounded,
            Verdict::NoVerdict => Self::NoVerdict,
        }
    }
}

/// A list of cases.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Selection {
    /// Every case.
    All,
    /// Not closed, refused or withdrawn.
    Open,
    /// With a deadline that has passed.
    Overdue,
    /// With a deadline that is near.
    DueSoon,
    /// Without a handler.
    Unassigned,
    /// Ended, or reported, and not closed.
    ToClose,
    /// With a breach.
    Breach,
    /// With a violation or a warning.
    Fault,
    /// Registered in a year.
    Year(u16),
    /// At a stage.
    Stage(Stage),
    /// Of a year, with an outcome.
    Outcome(u16, Outcome),
    /// Of a year, by category.
    Category(u16, Id),
    /// Of a year, by the way in which it came in.
    Channel(u16, Channel),
    /// Of a year, by who complains.
    Complainant(u16, Complainant),
    /// Of a year, by how satisfied the complainant is.
    Satisfaction(u16, Satisfaction),
    /// Of a year, with a deadline of a term, by its index, in a state.
    Term(u16, usize, State),
    /// Of a year, with a deadline of any term of a clause, in a state.
    Clause(u16, u8, State),
    /// With a finding of a rule under a clause.
    Rule(u8, &'static str),
}

impl Selection {
    /// Tells whether the list is one of numbers alone: what went well is counted rather than read.
    pub(super) const fn is_brief(&self) -> bool {
        matches!(
            self,
            Self::Term(_, _, State::Met) | Self::Clause(_, _, State::Met)
        )
    }

    /// Gives the name of the page, without the number of its part and `.html`.
    pub(super) fn slug(&self, procedure: Option<&Procedure>) -> String {
        match self {
            Self::All => "index".into(),
            Self::Open => "open".into(),
            Self::Overdue => "overdue".into(),
            Self::DueSoon => "due-soon".into(),
            Self::Unassigned => "to-assign".into(),
            Self::ToClose => "to-close".into(),
            Self::Breach => "breach".into(),
            Self::Fault => "fault".into(),
            Self::Year(year) => format!("year-{year}"),
            Self::Stage(stage) => format!("stage-{stage}"),
            Self::Outcome(year, outcome) => format!("year-{year}-outcome-{outcome}"),
            Self::Category(year, id) => format!("year-{year}-category-{id}"),
            Self::Channel(year, channel) => format!("year-{year}-channel-{channel}"),
            Self::Complainant(year, kind) => format!("year-{year}-complainant-{kind}"),
            Self::Satisfaction(year, answer) => format!("year-{year}-satisfaction-{answer}"),
            Self::Term(year, term, state) => {
                let terms = procedure.map_or(&[][..], |procedure| procedure.terms.as_slice());
                let id = terms.get(*term).map_or("", |term| term.id.as_str());
                // An id that is there twice is a fault of procedure.yaml (K033), not a reason to build no site.
                let twice = terms
                    .iter()
                    .take(*term)
                    .filter(|other| other.id.as_str() == id)
                    .count();
                let again = if twice == 0 {
                    String::new()
                } else {
                    format!("-again-{twice}")
                };
                format!("year-{year}-term-{id}-{state}{again}")
            }
            Self::Clause(year, clause, state) => format!("year-{year}-clause-{clause}-{state}"),
            Self::Rule(clause, code) => {
                format!("clause-{clause}-rule-{}", code.to_ascii_lowercase())
            }
        }
    }

    /// Gives the heading of the page.
    pub(super) fn title(&self, words: &Vocabulary<'_>, procedure: Option<&Procedure>) -> String {
        let choices = &words.choices;
        let say = |key: &str| words.locale.text(key);
        let of_year = |key: &str, year: &u16, what: &str| {
            words
                .locale
                .text_with(key, &args!(year: year.to_string(), what: what))
        };
        match self {
            Self::All => say("list-all"),
            Self::Open => say("list-open"),
            Self::Overdue => say("list-overdue"),
            Self::DueSoon => say("list-due-soon"),
            Self::Unassigned => say("list-unassigned"),
            Self::ToClose => say("list-to-close"),
            Self::Breach => say("list-breach"),
            Self::Fault => say("list-fault"),
            Self::Year(year) => words
                .locale
                .text_with("list-year", &args!(year: year.to_string())),
            Self::Stage(stage) => words.locale.text_with(
                "list-stage",
                &args!(what: choices.stage[*stage as usize].as_str()),
            ),
            Self::Outcome(year, outcome) => {
                of_year("list-outcome", year, &outcome_word(words, *outcome))
            }
            Self::Category(year, id) => of_year("list-category", year, words.category(id)),
            Self::Channel(year, channel) => {
                of_year("list-channel", year, &choices.channel[*channel as usize])
            }
            Self::Complainant(year, kind) => of_year(
                "list-complainant",
                year,
                &choices.complainant[*kind as usize],
            ),
            Self::Satisfaction(year, answer) => of_year(
                "list-satisfaction",
                year,
                &choices.satisfaction[*answer as usize],
            ),
            Self::Term(year, term, state) => {
                let name = procedure
                    .and_then(|procedure| procedure.terms.get(*term))
                    .map(|term| Arg::from(&term.name));
                let mut args =
                    args!(year: year.to_string(), state: choices.state[*state as usize].as_str());
                args.insert("what", name.unwrap_or_else(|| "".into()));
                words.locale.text_with("list-term", &args)
            }
            Self::Clause(year, clause, state) => {
                let state = choices.state[*state as usize].as_str();
                words.locale.text_with(
                    "list-clause",
                    &args!(year: year.to_string(), clause: i64::from(*clause), state: state),
                )
            }
            Self::Rule(clause, code) => words
                .locale
                .text_with("list-rule", &args!(clause: i64::from(*clause), code: *code)),
        }
    }
}

/// Gives the word for an outcome.
pub(super) fn outcome_word(words: &Vocabulary<'_>, outcome: Outcome) -> String {
    let choices = &words.choices;
    match outcome {
        Outcome::Founded => choices.verdict[Verdict::Founded as usize].clone(),
        Outcome::PartlyFounded => choices.verdict[Verdict::PartlyFounded as usize].clone(),
        Outcome::Unfounded => choices.verdict[Verdict::Unfounded as usize].clone(),
        Outcome::NoVerdict => choices.verdict[Verdict::NoVerdict as usize].clone(),
        Outcome::Refused => choices.stage[Stage::Refused as usize].clone(),
        Outcome::Withdrawn => choices.stage[Stage::Withdrawn as usize].clone(),
        Outcome::Pending => words.locale.text("outcome-pending"),
    }
}
