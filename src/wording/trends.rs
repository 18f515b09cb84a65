//! What is said of trends: the level of the year, its months, the long run and the categories.

use crate::analysis::category::CategoryChange;
use crate::analysis::figures::{FamilyFigures, MemberFigures, YearFigures};
use crate::analysis::headline::{MonthSignal, TrendState};
use crate::args;
use crate::finding::{Arg, Args};
use crate::register::words::Day;

use super::{Wording, count, state_word};

impl Wording<'_> {
    /// Says what may be said about the level of the year (T1).
    pub fn trend(&self, figures: &YearFigures) -> String {
        let headline = &figures.headline;
        let none = || "–".to_owned();
        let detectable = headline.detectable;
        let mut args = self.bounds(&headline.comparison);
        args.extend(args!(
            year: figures.frame.year.to_string(),
            x: count(headline.year.events),
            m: self.numbers.mean(figures.previous_mean()),
            per: self.say(if figures.frame.running { "trend-per-period" } else { "trend-per-year" }),
            fall: detectable.fall_to().map_or_else(none, |n| n.to_string()),
            rise: detectable.rise_from().map_or_else(|| none().into(), |n| Arg::from(count(n))),
            n: count(headline.year.events + headline.baseline.events),
            k: headline.baseline_months + figures.frame.months_passed(),
        ));
        let from_none = headline.baseline.events == 0;
        let no_rise = detectable.rise_from().is_none();
        let key = match figures.words.level {
            TrendState::Rise if from_none => "trend-rise-from-none",
            TrendState::InsufficientData if no_rise => "trend-insufficient-short",
            state => &format!("trend-{}", state_word(state)),
        };
        self.with(key, &args)
    }

    /// Says which months lie outside the limits of chance (T2), or that none does; nothing without a baseline.
    pub fn months(&self, figures: &YearFigures) -> Vec<String> {
        let headline = &figures.headline;
        if headline.baseline_months < crate::analysis::headline::MIN_BASELINE_MONTHS {
            return Vec::new();
        }
        if headline.month_signals.is_empty() {
            let limits = headline.month_limits;
            return vec![self.with("trend-no-month", &self.limits(limits.low, limits.high))];
        }
        headline
            .month_signals
            .iter()
            .map(|signal| self.month_signal(figures, signal))
            .collect()
    }

    /// Says that a month lies outside the limits of chance.
    pub fn month_signal(&self, figures: &YearFigures, signal: &MonthSignal) -> String {
        let mut args = self.limits(signal.limits.low, signal.limits.high);
        args.extend(args!(
            month: self.month(figures.frame.year, signal.index),
            x: count(signal.events),
        ));
        self.with("trend-month", &args)
    }

    fn limits(&self, low: u64, high: Option<u64>) -> Args {
        args!(low: low.to_string(), high: high.map_or_else(|| "∞".to_owned(), |high| high.to_string()))
    }

    /// Says what may be said about the long run (T4).
    pub fn long_run(&self, figures: &YearFigures) -> Option<String> {
        let run = figures.long_run.as_ref()?;
        let unit = if figures.frame.per_client { 100.0 } else { 1.0 };
        let slope = self.numbers.ratio(run.slope * unit);
        let slope = if figures.frame.per_client {
            self.with("trend-line-per-client", &args!(slope: slope))
        } else {
            slope
        };
        let key = format!("trend-line-{}", state_word(figures.words.line));
        Some(self.with(&key, &args!(n: run.years.to_string(), slope: slope)))
    }

    /// Says what else must be known to read the trend: exposure, clustering, a running year, linked complaints.
    pub fn trend_notes(&self, figures: &YearFigures) -> Vec<String> {
        let mut notes = Vec::new();
        let frame = &figures.frame;
        if frame.running {
            notes.push(self.with(
                "trend-note-running",
                &args!(year: frame.year.to_string(), day: Day(frame.cutoff)),
            ));
            if frame.per_client {
                let year = args!(year: frame.year.to_string());
                notes.push(self.with("trend-note-running-clients", &year));
            }
        }
        let linked =
            figures.received.len() as u64 - figures.incidents.min(figures.received.len() as u64);
        if linked > 0 {
            notes.push(self.with("trend-note-linked", &args!(n: linked as i64)));
        }
        if !frame.per_client {
            notes.push(self.say("trend-no-exposure"));
        }
        let (phi, seen) = (
            figures.headline.phi_year.get(),
            figures.headline.dispersion.phi_hat(),
        );
        // Limits that are wider by less than this say the same in every figure.
        if phi >= 1.05 && figures.headline.baseline_months > 0 {
            let more = seen.is_some_and(|seen| seen > 1.0);
            let key = if more {
                "trend-clustering"
            } else {
                "trend-caution"
            };
            notes.push(self.with(key, &args!(phi: self.numbers.ratio(phi))));
        }
        notes
    }

    /// Says that a category changed demonstrably (T3); nothing when its rule does not fire.
    pub fn category_claim(
        &self,
        figures: &YearFigures,
        family: &FamilyFigures,
        member: &MemberFigures,
    ) -> Option<String> {
        let running = figures.frame.running;
        let change: &CategoryChange = member
            .change
            .as_ref()
            .filter(|change| change.state.is_claim())?;
        let mut args = self.bounds(&change.comparison);
        args.extend(args!(
            category: self.member(family.family, member.member.as_deref()),
            x: count(change.year.events),
            m: self.numbers.mean(member.previous.unwrap_or_default()),
            k: family.compared,
            per: self.say(if running { "trend-per-period" } else { "trend-per-year" }),
        ));
        Some(self.with(&format!("category-{}", state_word(change.state)), &args))
    }
}
