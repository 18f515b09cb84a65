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
use super::facts::{Fact, MeasureFact};

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
    facts: &[Fact],
    frame: &Frame,
    procedure: Option<&Procedure>,
) -> Vec<MeasureFigures> {
    let decided = |measure: &&MeasureFact| measure.decided.year() <= frame.year;
    let all: Vec<&MeasureFact> = facts
        .iter()
        .flat_map(|f| &f.measures)
        .filter(decided)
        .collect();
    if all.is_empty() {
        return Vec::new();
    }
    let mut events: BTreeMap<&Id, Vec<(NaiveDate, CaseId)>> = BTreeMap::new();
    let mut every: Vec<(NaiveDate, CaseId)> = Vec::new();
    let mut received: BTreeMap<&Id, Vec<NaiveDate>> = BTreeMap::new();
    for fact in facts {
        // An incident before its own register is evidence for nothing.
        let day = fact.happened.min(fact.received);
        received.entry(&fact.category).or_default().push(day);
        if !fact.incident {
            continue;
        }
        events
            .entry(&fact.category)
            .or_default()
            .push((day, fact.id));
        every.push((day, fact.id));
    }
    every.sort_unstable();
    events.values_mut().for_each(|days| days.sort_unstable());
    let phis = phis(facts, frame);
    let none = Vec::new();
    let gathered: Vec<Option<Gathered>> = all
        .iter()
        .map(|fact| {
            let in_force = fact.in_force?;
            let trigger = match fact.trigger {
                step::Trigger::Complaint => Trigger::Complaint,
                step::Trigger::Analysis => Trigger::Analysis {
                    year: analysed_year(fact.decided),
                },
            };
            let entry = List::Categories.find(procedure, &fact.category);
            let breaks: Vec<NaiveDate> = entry
                .and_then(|entry| entry.changed)
                .map(|day| day.0)
                .into_iter()
                .collect();
            let measure = Measure {
                decided: fact.decided,
                in_force,
                trigger,
            };
            let periods = windows(
                measure,
                Horizon {
                    start: frame.start,
                    breaks: &breaks,
                    cutoff: frame.cutoff,
                },
            );
            let own = events.get(&fact.category).unwrap_or(&none);
            let clients_of = |before: Period, after: Period| {
                let clients = |period: Period| frame.clients_between(period.from, period.to);
                clients(before)
                    .zip(clients(after))
                    .filter(|(before, after)| *before > 0.0 && *after > 0.0)
                    .map(|(before, after)| ClientExposure { before, after })
            };
            let clients = clients_of(periods.before, periods.after);
            let (before, after) = (within(own, periods.before), within(own, periods.after));
            let phi = phis.get(&fact.category).copied().unwrap_or(Phi::POISSON);
            let counts = (before.len() as u64, after.len() as u64);
            let evidence = evidence_from_counts(periods, trigger, counts, clients, phi);
            let others = |period| within(&every, period).len() as u64;
            let table = Fourfold {
                a: counts.1,
                b: others(periods.after).saturating_sub(counts.1),
                c: evidence.before.events,
                d: others(periods.before).saturating_sub(counts.0),
            };
            // The complaint of the measure itself; where another stands for its incident, the last one.
            let own = before.iter().find(|(_, id)| *id == fact.case);
            let dropped = own.or(before.last()).map(|(_, id)| *id);
            let dropped = dropped.filter(|_| evidence.dropped > 0);
            let mut before = before.to_vec();
            before.retain(|(_, id)| Some(*id) != dropped);
            let days: Vec<NaiveDate> = before.iter().map(|(day, _)| *day).collect();
            let (first, second) = periods.before.halves();
            let halves = clients_of(first, second).filter(|_| clients.is_some());
            let all = received.get(&fact.category).map_or(&[][..], Vec::as_slice);
            let ids = |of: &[(NaiveDate, CaseId)]| {
                let listed = of.iter().take(MOST_LISTED);
                listed.map(|(_, id)| *id).collect()
            };
            Some(Gathered {
                evidence,
                table,
                pre_trend_p: pre_trend_p(&evidence, &days, halves),
                per_client: clients.is_some(),
                cases: [ids(&before), ids(after)],
                complaints: [
                    periods.after.count(all),
                    periods.before.count(all) - evidence.dropped,
                ],
                dropped,
            })
        })
        .collect();
    let evidence: Vec<Evidence> = gathered
        .iter()
        .flatten()
        .map(|gathered| gathered.evidence)
        .collect();
    let mut judgements = judge(&evidence).into_iter();
    all.into_iter()
        .zip(gathered)
        .map(|(fact, gathered)| MeasureFigures {
            fact: fact.clone(),
            effect: gathered.and_then(|gathered| {
                let judgement = judgements.next()?;
                let (table, per_client) = (gathered.table, gathered.per_client);
                Some(Effect {
                    evidence: gathered.evidence,
                    judgement,
                    control_p: fisher_2x2(table),
                    warning: needs_warning(
                        judgement.verdict,
                        &gathered.evidence.windows,
                        table,
                        per_client,
                    ),
                    pre_trend_p: gathered.pre_trend_p,
                    already_changing: gathered.pre_trend_p < ALPHA_PRE_TREND,
                    per_client,
                    cases: gathered.cases,
                    complaints: gathered.complaints,
                    dropped: gathered.dropped,
                })
            }),
        })
        .collect()
}

/// The most complaints on either side of a measure that are kept: they are those of a category in two periods, and of many
/// measures and many complaints the lists would grow as both.
const MOST_LISTED: usize = 250;

/// What is known of a measure before it is judged among the others.
struct Gathered {
    evidence: Evidence,
    table: Fourfold,
    pre_trend_p: f64,
    per_client: bool,
    cases: [Vec<CaseId>; 2],
    complaints: [u64; 2],
    dropped: Option<CaseId>,
}

/// Gives the events of a sorted list that lie in a period.
fn within(days: &[(NaiveDate, CaseId)], period: Period) -> &[(NaiveDate, CaseId)] {
    let from = days.partition_point(|(day, _)| *day < period.from);
    let to = days.partition_point(|(day, _)| *day < period.to);
    &days[from..to.max(from)]
}

/// Gives the clustering of each category over the baseline years, borrowed from all of them together.
fn phis<'f>(facts: &'f [Fact], frame: &Frame) -> BTreeMap<&'f Id, Phi> {
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
