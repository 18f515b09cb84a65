//! `procedure.yaml`: the organisation, its terms, categories and settings. What a clause leaves open is data here.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::register::written::present;
use crate::words::{
    Day, DayOfYear, Id, Label, Language, MailAddress, Span, Text, Unit, WebAddress, choice,
};

choice!(
    /// What can start a term or satisfy it: a step, or a date that a step tells.
    Event {
        /// The complaint was received.
        Received = "received",
        /// A handler was assigned.
        Assigned = "assigned",
        /// The handler asked for further information.
        Contacted = "contacted",
        /// The acknowledgement was sent.
        Acknowledged = "acknowledged",
        /// The day that the acknowledgement promises (`expected_by`).
        Promised = "promised",
        /// The complainant was told of the refusal.
        Refused = "refused",
        /// The complainant was told of an extension.
        Extended = "extended",
        /// An employee concerned was heard.
        Heard = "heard",
        /// An employee concerned agreed or disagreed with the description.
        Agreed = "agreed",
        /// The verdict was given.
        Decided = "decided",
        /// The complainant was told of the offer, or that there is none.
        Offered = "offered",
        /// The day by which an offered measure is to be done.
        OfferDue = "offer-due",
        /// The complainant answered.
        Answered = "answered",
        /// The complaint was solved.
        Resolved = "resolved",
        /// The report went to complainant and coordinator; the later of the two days.
        Reported = "reported",
        /// Prevention was decided on.
        Prevention = "prevention",
        /// The day by which a preventive measure is to be in place.
        PreventionDue = "prevention-due",
        /// The measure was carried out.
        CarriedOut = "carried-out",
        /// The complainant was asked whether they are satisfied.
        Surveyed = "surveyed",
        /// The case was closed.
        Closed = "closed",
        /// A client appealed.
        Appealed = "appealed",
        /// The appeal ended.
        AppealConcluded = "appeal-concluded",
    }
);

/// Something that records choose from by its id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct ListEntry {
    /// The id that stands in the records.
    pub id: Id,
    /// The name that is shown.
    pub name: Label,
    /// The day on which its meaning changed, or from which it is used, or no longer; no figures are compared across it.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub changed: Option<Day>,
}

/// Who keeps the register.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Organisation {
    /// The name.
    pub name: Text,
    /// The postal address, a line an item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address: Vec<Text>,
    /// The e-mail address for complaints.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub email: Option<MailAddress>,
    /// The telephone number for complaints.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub phone: Option<Text>,
    /// The address of the generated site.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub site: Option<WebAddress>,
}

/// How a term may be extended.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Extension {
    /// How many times; any number when it is left out.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub times: Option<u8>,
    /// By how much each time at most, counted from the day that is extended; any length when it is left out.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub by: Option<Span>,
}

/// A period that a clause allows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Term {
    /// A short id. `acknowledgement`, `refusal`, `handling`, `report`, `offer` and `prevention` have a rule of their own.
    pub id: Id,
    /// The name that is shown.
    pub name: Label,
    /// The clause that sets the term.
    #[schemars(range(min = 1, max = 9))]
    pub clause: u8,
    /// What starts the term.
    pub from: Event,
    /// How long it is; `0 days` means the starting day itself.
    pub within: Span,
    /// What satisfies it; the first of these that happens.
    pub met_by: Vec<Event>,
    /// The term exists only once this has happened.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub only_if: Option<Event>,
    /// The id of another term: when that one is met in time, this one is void.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<Id>,
    /// How an `extended` step may move the term; left out: not at all.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
    /// The first day on which it counts; until then a term with the same id, from earlier, does. Left out: always.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
}

/// Days on which nobody works, and what that does to terms.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct CalendarSettings {
    /// Whether Good Friday is a day off.
    #[serde(default)]
    pub good_friday: bool,
    /// Further days off, beside the Dutch public holidays.
    #[serde(default)]
    pub closed_on: Vec<Day>,
    /// Whether a term that ends on a day off moves to the next working day.
    #[serde(default)]
    pub shift_to_working_day: bool,
}

choice!(
    /// Whether commits to the register must be signed.
    #[derive(Default)]
    Signatures {
        /// Every commit to the register is signed with a key of its author.
        Required = "required",
        /// A signature that is there must be right; none is needed.
        #[default]
        Accepted = "accepted",
        /// Signatures are not looked at.
        Off = "off",
    }
);

/// `procedure.yaml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Who keeps the register.
    pub organisation: Organisation,
    /// The language of site, findings and letters.
    #[serde(default)]
    pub language: Language,
    /// Fixes the reference date, for an example whose pages must stay the same; left out: today.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
    /// Days off.
    #[serde(default)]
    pub calendar: CalendarSettings,
    /// From how long before its last day a deadline counts as due soon.
    #[serde(default = "due_soon")]
    pub due_soon: Span,
    /// How long before its last day a reminder of a deadline is sent, and set in calendars.
    #[serde(default = "remind")]
    pub remind: Vec<Span>,
    /// The terms; left out: those of the procedure of Stein, 27 May 2008.
    #[serde(default = "terms")]
    pub terms: Vec<Term>,
    /// The day of the next year by which the analysis of a year is there (clause 8).
    #[serde(default = "analysis_due")]
    pub analysis_due: DayOfYear,
    /// Another such day, by the first year whose analysis is due on it; that of the years before stays as it was.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, DayOfYear>", extend("propertyNames" = {"pattern": "^[1-9][0-9]{3}$"}))]
    pub analysis_due_since: BTreeMap<u16, DayOfYear>,
    /// The services that complaints are about.
    #[serde(default)]
    pub services: Vec<ListEntry>,
    /// The kinds of complaints.
    pub categories: Vec<ListEntry>,
    /// The causes that a decision can point out; left out: a short general list.
    #[serde(default = "causes")]
    pub causes: Vec<ListEntry>,
    /// The grounds on which a complaint can be refused; left out: a short general list.
    #[serde(default = "refusal_grounds")]
    pub refusal_grounds: Vec<ListEntry>,
    /// How many clients were served in each year, or are expected in all of one that still runs; rates are counted on it.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, NonZeroU32>", extend("propertyNames" = {"pattern": "^[1-9][0-9]{3}$"}))]
    pub exposure: BTreeMap<u16, NonZeroU32>,
    /// The share of terms met in time that the organisation aims at, in per cent.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 100))]
    pub norm: Option<u8>,
    /// Whether commits to the register must be signed with a key from `staff.yaml`.
    #[serde(default)]
    pub signatures: Signatures,
    /// How long private annexes are kept after a case is closed.
    #[serde(default = "retention")]
    pub retention: Span,
}

impl Procedure {
    /// Gives the calendar that the settings describe.
    pub fn calendar(&self) -> Calendar {
        Calendar {
            good_friday: self.calendar.good_friday,
            closed_on: self
                .calendar
                .closed_on
                .iter()
                .copied()
                .collect::<BTreeSet<_>>(),
            shift_to_working_day: self.calendar.shift_to_working_day,
        }
    }

    /// Gives the last day on which the analysis of a year is in time.
    pub fn analysis_due_of(&self, year: u16) -> Day {
        let later = self.analysis_due_since.range(..=year).next_back();
        let due = later.map_or(self.analysis_due, |(_, due)| *due);
        due.in_year(i32::from(year) + 1)
    }

    /// Tells whether a term can be extended that no promise begins: then there is a day to move before one is made.
    pub fn extends_without_promise(&self) -> bool {
        let mut terms = self.terms.iter();
        terms.any(|term| term.extension.is_some() && term.from != Event::Promised)
    }

    /// Finds a term by its id; of those that follow each other, the first.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id.as_str() == id)
    }

    /// Tells whether a term counts for what starts it on a day: it is there by then, and none with the same id took its place.
    pub fn counts(&self, term: &Term, day: Day) -> bool {
        let by_then = |other: &Term| other.since.is_none_or(|since| since <= day);
        let later = |other: &&Term| other.id == term.id && other.since > term.since;
        by_then(term) && !self.terms.iter().filter(later).any(by_then)
    }
}

const fn span(number: u16, unit: Unit) -> Span {
    Span { number, unit }
}

fn due_soon() -> Span {
    span(5, Unit::WorkingDays)
}

fn remind() -> Vec<Span> {
    vec![span(5, Unit::WorkingDays), span(2, Unit::WorkingDays)]
}

fn retention() -> Span {
    span(24, Unit::Months)
}

/// The parts of `procedure.yaml` that may be left out.
#[derive(Deserialize)]
struct Defaults {
    analysis_due: DayOfYear,
    terms: Vec<Term>,
    causes: Vec<ListEntry>,
    refusal_grounds: Vec<ListEntry>,
}

/// Those parts as the procedure of Stein has them.
#[expect(clippy::expect_used, reason = "the text is part of the program; a test reads it")]
static DEFAULTS: LazyLock<Defaults> = LazyLock::new(|| {
    let text = include_str!("defaults.yaml");
    serde_yaml::from_str(text).expect("defaults.yaml is well formed")
});

fn terms() -> Vec<Term> {
    DEFAULTS.terms.clone()
}

fn analysis_due() -> DayOfYear {
    DEFAULTS.analysis_due
}

fn causes() -> Vec<ListEntry> {
    DEFAULTS.causes.clone()
}

fn refusal_grounds() -> Vec<ListEntry> {
    DEFAULTS.refusal_grounds.clone()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_defaults_are_well_formed() {
        let ids: Vec<String> = super::terms()
            .iter()
            .map(|term| term.id.to_string())
            .collect();
        assert_eq!(
            ids,
            [
                "acknowledgement",
                "refusal",
                "handling",
                "report",
                "offer",
                "prevention"
            ]
        );
        assert!(!super::causes().is_empty() && !super::refusal_grounds().is_empty());
    }
}
