//! Every preventive measure decided on by the end of the year, with the evidence for it and the verdict on all together
//! (definition, section 4). Imports the facts, the frame of years and the rules on effects.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::analysis::dispersion::{Dispersion, category_phis};
use crate::analysis::effect::{
    ALPHA_PRE_TREND, ClientExposure, Evidence, Judgement, evidence_from_counts, judge,
    needs_warning, pre_trend_p,
};
use crate::analysis::exact::{Fourfold, fisher_2x2};
use crate::analysis::headline::ALPHA;
use crate::analysis::quantity::Phi;
use crate::analysis::window::{Horizon, Measure, Period, Trigger, analysed_year, windows};
use crate::register::named::List;
use crate::register::procedure::Procedure;
use crate::register::step;
use crate::words::{CaseId, Id};

use super::calendar::{Frame, monthly};
use super::facts::{CaseFact, MeasureFact};

/// A measure that is in force: the evidence and what may be said.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The evidence.
    pub evidence: Evidence,
    /// The verdict among all measures.
    pub judgement: Judgement,
    /// Fisher's p-value of the category against all other complaints.
    pub control_p: f64,
    /// Whether an improvement needs the warning that other complaints fell too.
    pub warning: bool,
    /// The p-value of the second half of the before period against its first.
    pub pre_trend_p: f64,
    /// Whether the rate was already changing before the measure.
    pub already_changing: bool,
    /// Whether the periods are weighed by their clients; else by their days.
    pub per_client: bool,
    /// The complaints before and after that are compared, one for each incident; of many the first 250.
    pub cases: [Vec<CaseId>; 2],
    /// How many complaints those incidents had after the measure, and before it without the one left out.
    pub complaints: [u64; 2],
    /// The complaint before that is left out, because it led to the measure.
    pub dropped: Option<CaseId>,
}

impl Effect {
    /// Tells whether fewer incidents are compared than there were complaints.
    pub const fn counts_incidents(&self) -> bool {
        let [after, before] = self.complaints;
        after != self.evidence.after.events || before != self.evidence.before.events
    }
}

/// A preventive measure.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureFigures {
    /// What was decided on.
    pub fact: MeasureFact,
    /// Its effect; `None` while it is not in force.
    pub effect: Option<Effect>,
}

/// Gives the measures decided on by the end of the year, by number of the case.
pub(super) fn measure_figures(
    facts: &[CaseFact],
    frame: &Frame,
    procedure: Option<&Procedure>,
) -> Vec<MeasureFigures> {
    let measures = facts.iter().flat_map(|fact| &fact.measures);
    let decided: Vec<&MeasureFact> = measures
        .filter(|measure| measure.decided.year() <= frame.year)
        .collect();
    if decided.is_empty() {
        return Vec::new();
    }
    let seen = Seen::new(facts, frame);
    let gathered: Vec<Option<Gathered>> = decided
        .iter()
        .map(|fact| seen.gather(fact, frame, procedure))
        .collect();
    let known = gathered.iter().flatten();
    let evidence: Vec<Evidence> = known.map(|gathered| gathered.evidence).collect();
    let mut judgements = judge(&evidence).into_iter();
    decided
        .into_iter()
        .zip(gathered)
        .map(|(fact, gathered)| MeasureFigures {
            fact: fact.clone(),
            effect: gathered.and_then(|gathered| Some(gathered.judged(judgements.next()?))),
        })
        .collect()
}

/// The most complaints on either side of a measure that are kept: they are those of a category in two periods, and of many
/// measures and many complaints the lists would grow as both.
const MOST_LISTED: usize = 250;

/// What is known of a measure before it is judged among the others.
struct Gathered {
    evidence: Evidence,
    /// The category against all other complaints, after and before.
    table: Fourfold,
    pre_trend_p: f64,
    per_client: bool,
    cases: [Vec<CaseId>; 2],
    complaints: [u64; 2],
    dropped: Option<CaseId>,
}

impl Gathered {
    fn judged(self, judgement: Judgement) -> Effect {
        Effect {
            judgement,
            control_p: fisher_2x2(self.table),
            warning: needs_warning(
                judgement.verdict,
                &self.evidence.windows,
                self.table,
                self.per_client,
            ),
            already_changing: self.pre_trend_p < ALPHA_PRE_TREND,
            evidence: self.evidence,
            pre_trend_p: self.pre_trend_p,
            per_client: self.per_client,
            cases: self.cases,
            complaints: self.complaints,
            dropped: self.dropped,
        }
    }
}

/// The complaints of the register in order of their day, as measures are compared by them.
struct Seen<'f> {
    /// One for each incident, by category.
    incidents: BTreeMap<&'f Id, Vec<(NaiveDate, CaseId)>>,
    /// One for each incident, of every category.
    every: Vec<(NaiveDate, CaseId)>,
    /// Every complaint, by category.
    complaints: BTreeMap<&'f Id, Vec<NaiveDate>>,
    /// How the incidents of a category come in clusters.
    phis: BTreeMap<&'f Id, Phi>,
}

impl<'f> Seen<'f> {
    fn new(facts: &'f [CaseFact], frame: &Frame) -> Self {
        let mut seen = Self {
            incidents: BTreeMap::new(),
            every: Vec::new(),
            complaints: BTreeMap::new(),
            phis: phis(facts, frame),
        };
        for fact in facts {
            // An incident before its own register is evidence for nothing.
            let day = fact.happened.min(fact.received);
            let category = &fact.category;
            seen.complaints.entry(category).or_default().push(day);
            if fact.incident {
                let incidents = seen.incidents.entry(category).or_default();
                incidents.push((day, fact.id));
                seen.every.push((day, fact.id));
            }
        }
        seen.every.sort_unstable();
        seen.incidents
            .values_mut()
            .for_each(|incidents| incidents.sort_unstable());
        seen.complaints
            .values_mut()
            .for_each(|days| days.sort_unstable());
        seen
    }

    /// Gathers what there is of a measure that is in force.
    fn gather(
        &self,
        fact: &MeasureFact,
        frame: &Frame,
        procedure: Option<&Procedure>,
    ) -> Option<Gathered> {
        let trigger = match fact.trigger {
            step::Trigger::Complaint => Trigger::Complaint,
            step::Trigger::Analysis => Trigger::Analysis {
                year: analysed_year(fact.decided),
            },
        };
        let measure = Measure {
            decided: fact.decided,
            in_force: fact.in_force?,
            trigger,
        };
        let entry = List::Categories.find(procedure, &fact.category);
        let changed = entry.and_then(|entry| entry.changed).map(|day| day.0);
        let horizon = Horizon {
            start: frame.start,
            breaks: changed.as_slice(),
            cutoff: frame.cutoff,
        };
        let periods = windows(measure, horizon);
        let own = self.incidents.get(&fact.category);
        let own = own.map_or(&[][..], Vec::as_slice);
        let of_period = |period| within(own, period, |(day, _)| *day);
        let (before, after) = (of_period(periods.before), of_period(periods.after));
        let counts = (before.len() as u64, after.len() as u64);
        let clients = clients_of(frame, periods.before, periods.after);
        let phi = self.phis.get(&fact.category).copied();
        let phi = phi.unwrap_or(Phi::POISSON);
        let evidence = evidence_from_counts(periods, trigger, counts, clients, phi);
        let every = |period| within(&self.every, period, |(day, _)| *day).len() as u64;
        let table = Fourfold {
            a: counts.1,
            b: every(periods.after).saturating_sub(counts.1),
            c: evidence.before.events,
            d: every(periods.before).saturating_sub(counts.0),
        };
        // The complaint of the measure itself; where another stands for its incident, the last one.
        let own = before.iter().find(|(_, id)| *id == fact.case);
        let dropped = own.or(before.last()).map(|(_, id)| *id);
        let dropped = dropped.filter(|_| evidence.dropped > 0);
        let mut before = before.to_vec();
        before.retain(|(_, id)| Some(*id) != dropped);
        let days: Vec<NaiveDate> = before.iter().map(|(day, _)| *day).collect();
        let (first, second) = periods.before.halves();
        let halves = clients.and_then(|_| clients_of(frame, first, second));
        let complaints = self.complaints.get(&fact.category);
        let complaints = complaints.map_or(&[][..], Vec::as_slice);
        let complaints = |period| within(complaints, period, |day| *day).len() as u64;
        Some(Gathered {
            evidence,
            table,
            pre_trend_p: pre_trend_p(&evidence, &days, halves),
            per_client: clients.is_some(),
            cases: [listed(&before), listed(after)],
            complaints: [
                complaints(periods.after),
                complaints(periods.before) - evidence.dropped,
            ],
            dropped,
        })
    }
}

/// Gives the clients of two periods, where both are known and had any.
fn clients_of(frame: &Frame, before: Period, after: Period) -> Option<ClientExposure> {
    let clients = |period: Period| {
        let clients = frame.clients_between(period.from, period.to);
        clients.filter(|clients| *clients > 0.0)
    };
    Some(ClientExposure {
        before: clients(before)?,
        after: clients(after)?,
    })
}

fn listed(incidents: &[(NaiveDate, CaseId)]) -> Vec<CaseId> {
    let listed = incidents.iter().take(MOST_LISTED);
    listed.map(|(_, id)| *id).collect()
}

/// Gives those of a list in order of their day that lie in a period.
fn within<T>(sorted: &[T], period: Period, day: impl Fn(&T) -> NaiveDate) -> &[T] {
    let from = sorted.partition_point(|one| day(one) < period.from);
    let to = sorted.partition_point(|one| day(one) < period.to);
    &sorted[from..to.max(from)]
}

/// Gives the clustering of each category over the baseline years, borrowed from all of them together.
fn phis<'f>(facts: &'f [CaseFact], frame: &Frame) -> BTreeMap<&'f Id, Phi> {
    let years = frame.baseline_years();
    let mut days: BTreeMap<&Id, Vec<NaiveDate>> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.incident) {
        days.entry(&fact.category).or_default().push(fact.received);
    }
    let own: Vec<Dispersion> = days
        .values()
        .map(|days| {
            let counts = monthly(days.iter().copied());
            let years: Vec<_> = years
                .iter()
                .map(|year| frame.months(&counts, *year))
                .collect();
            Dispersion::of_years(&years)
        })
        .collect();
    days.keys()
        .copied()
        .zip(category_phis(&own, ALPHA / 2.0))
        .collect()
}
