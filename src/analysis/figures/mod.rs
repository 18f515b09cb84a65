//! The figures of one year of a register: a pure function of its cases, its procedure, the reference date and the year.
//! This folder reads the register; the statistics it rests on are the modules beside it, which read nothing.
//!
//! Every figure keeps the numbers of the cases in its numerator and its denominator, so that each can be checked.

mod calendar;
mod facts;
mod families;
mod flow;
mod gather;
mod keys;
mod marks;
mod measures;
mod satisfied;
mod shares;

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::analysis::headline::{Headline, headline};
use crate::analysis::long_run::{LongRun, YearRate, long_run};
use crate::analysis::quantity::{Confidence, Estimate, Observed};
use crate::analysis::rate::poisson_rate;
use crate::analysis::survival::LeadTimes;
use crate::analysis::trend::{TrendWords, trend_words};
use crate::register::Register;
use crate::register::analysis::KeyFigure;
use crate::register::named::List;
use crate::register::procedure::Procedure;
use crate::words::{CaseId, Day};

pub use calendar::Frame;
pub use facts::{CaseFact, MeasureFact, RedressFact};
pub use families::{Family, FamilyFigures, MemberFigures};
pub use flow::{FlowFigures, OpenCase};
use flow::{flow, lead_times, open_cases};
pub use gather::facts;
pub use keys::{Ending, Field, Key, Mark};
pub use measures::{Effect, MeasureFigures};
pub use satisfied::{KindFigures, SatisfactionFigures};
pub use shares::ShareFigures;
use shares::shares;

/// The figures of a year.
#[derive(Debug, Clone)]
pub struct YearFigures {
    /// The year, the reference date and what is compared.
    pub frame: Frame,
    /// The norm for terms, between 0 and 1.
    pub norm: Option<f64>,
    /// The complaints received (M01).
    pub received: Vec<CaseId>,
    /// How many incidents they are about.
    pub incidents: u64,
    /// The complaints received in the year and in the years that it is compared with, of which the incidents are compared.
    pub complaints: [u64; 2],
    /// How many of them are about an incident that another stands for: one of the year, one of another year.
    pub linked: [u64; 2],
    /// The complaints that stand for the incidents of each month of the year.
    pub month_cases: Vec<Vec<CaseId>>,
    /// The complaints that stand for the incidents of the year and of the years that it is compared with.
    pub compared: [Vec<CaseId>; 2],
    /// The complaints that were not taken up by ground, the most frequent first; one that the procedure does not name is
    /// `None`.
    pub refusals: Vec<(Option<String>, Vec<CaseId>)>,
    /// The balance (M02).
    pub flow: FlowFigures,
    /// Complaints per hundred clients (M03); none while the year runs.
    pub rate: Option<Estimate>,
    /// Level and months against the baseline (T1, T2).
    pub headline: Headline,
    /// The long run (T4); `None` under five comparable years, and while the year runs.
    pub long_run: Option<LongRun>,
    /// The trend words on the total (M04). None while the year runs: twelve months of it are compared, and a comparison made
    /// again at every look would be a chance of a false alarm each time.
    pub words: Option<TrendWords>,
    /// The incidents of the 36 months up to the end of the year.
    pub months: Vec<Option<u64>>,
    /// The complaints of the same months.
    pub months_received: Vec<Option<u64>>,
    /// By cause, department and so on (M05, T3).
    pub families: Vec<FamilyFigures>,
    /// The shares of the catalogue (M06 to M09, M12 to M22, M24).
    pub shares: BTreeMap<Key, ShareFigures>,
    /// Lead times (M10).
    pub lead_times: LeadTimes,
    /// Days that the open cases of the year have been open.
    pub open_days: Vec<u32>,
    /// The open cases of the year or carried over (M11), the most overdue first.
    pub open: Vec<OpenCase>,
    /// Satisfaction (M18, M19).
    pub satisfaction: SatisfactionFigures,
    /// Preventive measures (M23).
    pub measures: Vec<MeasureFigures>,
}

impl YearFigures {
    /// Gives a share; an empty one where nothing counts in it.
    pub fn share(&self, key: Key) -> ShareFigures {
        self.shares.get(&key).cloned().unwrap_or_default()
    }

    /// Gives the figures that a signed analysis remembers, by name: counts, and shares as "5/7".
    pub fn key_figures(&self) -> Vec<(KeyFigure, String)> {
        let balance = self.flow.balance;
        let share = |key: Key| {
            let share = self.share(key).share();
            format!("{}/{}", share.hits, share.of)
        };
        let upheld = self.share(Key::Ending(Ending::Founded)).hits.len()
            + self.share(Key::Ending(Ending::PartlyFounded)).hits.len();
        vec![
            (KeyFigure::OpenStart, balance.open_start.to_string()),
            (KeyFigure::Received, balance.received.to_string()),
            (KeyFigure::Closed, balance.closed.to_string()),
            (KeyFigure::OpenEnd, balance.open_end.to_string()),
            (KeyFigure::Acknowledged, share(Key::Acknowledged)),
            (KeyFigure::Told, share(Key::Told)),
            (KeyFigure::Reported, share(Key::Reported)),
            (KeyFigure::Handled, share(Key::Handled)),
            (KeyFigure::Upheld, upheld.to_string()),
            (KeyFigure::Reacted, share(Key::Response)),
            (KeyFigure::Satisfied, share(Key::Satisfied)),
        ]
    }

    /// Tells whether fewer incidents are compared than there were complaints, so that the two have to be told apart.
    pub fn counts_incidents(&self) -> bool {
        self.complaints != [self.headline.year.events, self.headline.baseline.events]
    }

    /// Gives the open cases with something overdue (M11).
    pub fn overdue(&self) -> impl Iterator<Item = &OpenCase> {
        self.open.iter().filter(|case| case.overdue.is_some())
    }

    /// Gives the average number of incidents a year before, over as much of a year as has passed.
    pub fn previous_mean(&self) -> f64 {
        let years = self.frame.baseline_years();
        self.frame
            .mean_before(self.headline.baseline.events, &years)
    }
}

/// Gives the years of a register that have figures: every one from that of the first complaint to that of the reference date.
pub fn years(facts: &[CaseFact], as_of: Day) -> Vec<i32> {
    let first = facts.iter().map(|fact| fact.received.year()).min();
    first.map_or_else(Vec::new, |first| (first..=as_of.0.year()).collect())
}

/// Computes the figures of a year as known on `as_of` from the facts of the whole register.
pub fn figures(register: &Register, facts: &[CaseFact], as_of: Day, year: i32) -> YearFigures {
    let procedure = register.procedure.as_ref();
    let frame = Frame::new(facts, procedure, as_of.0, year);
    let cohort: Vec<&CaseFact> = facts
        .iter()
        .filter(|fact| fact.received.year() == year)
        .collect();
    let closed: Vec<&CaseFact> = facts
        .iter()
        .filter(|fact| fact.closed.is_some_and(|day| day.year() == year))
        .collect();
    let received: Vec<CaseId> = cohort.iter().map(|fact| fact.id).collect();
    let incidents = || {
        facts
            .iter()
            .filter(|fact| fact.incident)
            .map(|fact| fact.received)
    };
    let counts = calendar::monthly(incidents());
    let baseline: Vec<Vec<Observed>> = frame
        .baseline_years()
        .into_iter()
        .map(|year| frame.months(&counts, year))
        .collect();
    let mut headline = headline(&baseline, &frame.months(&counts, year));
    headline.judge_only_months_over(frame.months_over());
    let long_run = (!frame.running)
        .then(|| long_run_of(&frame, &counts))
        .flatten();
    let words = (!frame.running).then(|| trend_words(&headline, long_run.as_ref()));
    let (lead_times, open_days) = lead_times(&cohort, as_of.0);
    let satisfaction = satisfied::satisfaction_figures(&closed);
    let norm = procedure
        .and_then(|procedure| procedure.norm)
        .map(|norm| f64::from(norm) / 100.0);
    YearFigures {
        norm,
        incidents: headline.year.events,
        complaints: [&[year][..], &frame.baseline_years()].map(|years| {
            let of_years = |fact: &&CaseFact| years.contains(&fact.received.year());
            facts.iter().filter(of_years).count() as u64
        }),
        linked: linked(facts, &cohort),
        month_cases: (1..=12)
            .map(|month| {
                let of_month = |fact: &&&CaseFact| fact.incident && fact.received.month() == month;
                cohort.iter().filter(of_month).map(|fact| fact.id).collect()
            })
            .collect(),
        compared: [&[year][..], &frame.baseline_years()].map(|years| {
            let of_years =
                |fact: &&CaseFact| fact.incident && years.contains(&fact.received.year());
            facts.iter().filter(of_years).map(|fact| fact.id).collect()
        }),
        refusals: refusals(&cohort, procedure),
        flow: flow(facts, year, as_of.0),
        rate: frame
            .clients()
            .filter(|_| !frame.running)
            .and_then(|clients| {
                let seen = Observed::new(received.len() as u64, clients / 100.0);
                poisson_rate(seen, Confidence::P95)
            }),
        words,
        months: families::months_shown(&counts, &frame),
        months_received: families::months_shown(
            &calendar::monthly(facts.iter().map(|fact| fact.received)),
            &frame,
        ),
        families: Family::ALL
            .iter()
            .map(|family| families::family_figures(*family, facts, &frame, procedure))
            .collect(),
        shares: shares(&cohort, &satisfaction, norm),
        lead_times,
        open_days,
        open: open_cases(facts, year, as_of.0),
        measures: measures::measure_figures(facts, &frame, procedure),
        received,
        headline,
        long_run,
        satisfaction,
        frame,
    }
}

/// Counts the complaints of a year whose incident another complaint stands for, of the same year and of another one.
fn linked(facts: &[CaseFact], cohort: &[&CaseFact]) -> [u64; 2] {
    let mut linked = [0, 0];
    for fact in cohort.iter().filter(|fact| !fact.incident) {
        let other = facts.binary_search_by_key(&fact.stands_for_it, |other| other.id);
        let other = other.ok().and_then(|at| facts.get(at));
        let same = other.is_some_and(|other| other.received.year() == fact.received.year());
        linked[usize::from(!same)] += 1;
    }
    linked
}

fn refusals(
    cohort: &[&CaseFact],
    procedure: Option<&Procedure>,
) -> Vec<(Option<String>, Vec<CaseId>)> {
    let mut grounds: BTreeMap<Option<String>, Vec<CaseId>> = BTreeMap::new();
    for fact in cohort.iter().filter(|fact| fact.refused.is_some()) {
        let ground = families::named(List::RefusalGrounds, procedure, fact.refused.as_ref());
        grounds.entry(ground).or_default().push(fact.id);
    }
    let mut grounds: Vec<_> = grounds.into_iter().collect();
    grounds.sort_by_key(|(ground, cases)| (ground.is_none(), std::cmp::Reverse(cases.len())));
    grounds
}

fn long_run_of(frame: &Frame, counts: &calendar::Monthly) -> Option<LongRun> {
    let years = frame.long_years();
    let rates: Vec<YearRate> = years
        .iter()
        .filter_map(|year| {
            let seen = Observed::total(frame.months(counts, *year));
            // A rate is per client where clients are known, else the plain count of the year.
            let rate = if frame.per_client {
                seen.rate()?
            } else {
                seen.events as f64
            };
            Some(YearRate { year: *year, rate })
        })
        .collect();
    long_run(&rates)
}
