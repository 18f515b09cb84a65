//! What is said of trends: the level of the year, its months, the long run and the categories.

use crate::analysis::category::CategoryChange;
use crate::analysis::figures::{Family, FamilyFigures, MemberFigures, YearFigures};
use crate::analysis::headline::{MonthSignal, TrendState};
use crate::analysis::rate::ChanceLimits;
use crate::analysis::trend::TrendWords;
use crate::args;
use crate::finding::{Arg, Args};
use crate::words::Day;

use super::{Wording, change_word, count, state_word};

impl Wording<'_> {
    /// Gives the state of the level and of the long run in a word or two.
    pub(super) fn trend_state(&self, figures: &YearFigures) -> String {
        let Some(words) = figures.words else {
            return self.say("state-trend-running");
        };
        let clients = self.relative(figures.frame.per_client);
        let word = |state| {
            let key = format!("state-trend-{}", state_word(state));
            self.with(&key, &args!(clients: clients))
        };
        let line = words.line.is_claim();
        match words.level.is_claim() {
            false if line => self.with("state-trend-line", &args!(line: word(words.line))),
            true if line && words.line != words.level => {
                let both = args!(level: word(words.level), line: word(words.line));
                self.with("state-trend-both", &both)
            }
            _ => word(words.level),
        }
    }

    /// Says what may be said about the level of the year and of the long run (T1, T4), so that the two agree.
    pub fn trend(&self, figures: &YearFigures) -> String {
        let Some(words) = figures.words else {
            return self.so_far(figures);
        };
        let level = self.level(figures, words);
        let line = self.long_run(figures).filter(|_| words.line.is_claim());
        match line {
            Some(line) if words.level.is_claim() => format!("{level} {line}"),
            Some(line) => format!("{line} {level}"),
            None => level,
        }
    }

    /// Says what came in so far, and that a trend is told of whole years only.
    fn so_far(&self, figures: &YearFigures) -> String {
        let headline = &figures.headline;
        let args = args!(
            year: figures.frame.year.to_string(),
            day: Day(figures.frame.cutoff),
            what: self.of_year("counted", figures),
            m: self.numbers.mean(figures.previous_mean()),
        );
        let key = if headline.baseline_months == 0 {
            "trend-running-first"
        } else {
            "trend-running"
        };
        self.with(key, &args)
    }

    /// Says what the year has, as `counted` or, with its verb, as `arrived`.
    fn of_year(&self, word: &str, figures: &YearFigures) -> String {
        let args = args!(
            n: count(figures.headline.year.events),
            complaints: count(figures.complaints[0]),
        );
        let unit = self.unit(figures.counts_incidents());
        self.with(&format!("{word}-{unit}"), &args)
    }

    fn level(&self, figures: &YearFigures, words: TrendWords) -> String {
        let headline = &figures.headline;
        let none = || "–".to_owned();
        let incidents = figures.counts_incidents();
        let rise = |from: u64| match incidents {
            true => self.with("counted-incidents-alone", &args!(n: count(from))),
            false => self.counted(false, from, from),
        };
        let of_both = args!(
            n: count(headline.year.events + headline.baseline.events),
            complaints: count(figures.complaints.iter().sum()),
        );
        // It stands in brackets, where no others can.
        let all = match incidents {
            true => self.with("counted-incidents-within", &of_both),
            false => self.with("counted-complaints", &of_both),
        };
        let detectable = headline.detectable;
        let mut args = self.bounds(&headline.comparison);
        args.extend(args!(
            year: figures.frame.year.to_string(),
            clients: self.relative(figures.frame.per_client),
            arrived: self.of_year("arrived", figures),
            what: self.of_year("counted", figures),
            m: self.numbers.mean(figures.previous_mean()),
            fall: detectable.fall_to().map_or_else(|| none().into(), |n| Arg::from(count(n))),
            rise: detectable.rise_from().map_or_else(none, |n| n.to_string()),
            rise_from: detectable.rise_from().map_or_else(none, rise),
            all: all,
            k: headline.baseline_months + figures.frame.months_passed(),
        ));
        let from_none = headline.baseline.events == 0;
        let line = words.line.is_claim();
        let no_rise = detectable.rise_from().is_none();
        let key = match words.level {
            TrendState::Rise if from_none => "trend-rise-from-none",
            // Beside a line over the years this is about the year alone.
            TrendState::NoDemonstrableTrend if line => "trend-none-beside",
            TrendState::InsufficientData if line => "trend-insufficient-beside",
            TrendState::InsufficientData if no_rise => "trend-insufficient-short",
            state => &format!("trend-{}", state_word(state)),
        };
        self.with(key, &args)
    }

    /// Says which months lie outside the limits of chance (T2), or that none does; nothing without a baseline.
    pub fn months(&self, figures: &YearFigures) -> Vec<String> {
        let headline = &figures.headline;
        let judged = headline.baseline_months >= crate::analysis::headline::MIN_BASELINE_MONTHS;
        if !judged || headline.month_limits.is_empty() {
            return Vec::new();
        }
        if headline.month_signals.is_empty() {
            let mut range = self.limits_range(&headline.month_limits);
            range.extend(args!(running: if figures.frame.running { "yes" } else { "no" }));
            let same = headline.month_limits.windows(2).all(|two| two[0] == two[1]);
            let key = if same {
                "trend-no-month"
            } else {
                "trend-no-month-own"
            };
            return vec![self.with(key, &range)];
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
            what: self.counted(
                figures.counts_incidents(),
                signal.events,
                figures.months_received.get(24 + signal.index).copied().flatten().unwrap_or_default(),
            ),
        ));
        self.with("trend-month", &args)
    }

    /// Gives the lower and the upper limits of months, each as far as they differ: `0–1` and `9–11`.
    pub fn limits_range(&self, limits: &[ChanceLimits]) -> Args {
        let range = |mut of: Vec<Option<u64>>| {
            // Nothing bounds a limit that is not there.
            of.sort_by_key(|limit| (limit.is_none(), *limit));
            let text =
                |limit: &Option<u64>| limit.map_or_else(|| "∞".to_owned(), |n| n.to_string());
            match (of.first(), of.last()) {
                (Some(first), Some(last)) if first == last => text(first),
                (Some(first), Some(last)) => format!("{}–{}", text(first), text(last)),
                _ => String::new(),
            }
        };
        args!(
            low: range(limits.iter().map(|limits| Some(limits.low)).collect()),
            high: range(limits.iter().map(|limits| limits.high).collect()),
        )
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
            let unit = self.unit(figures.counts_incidents());
            self.with("trend-line-per-client", &args!(slope: slope, unit: unit))
        } else {
            slope
        };
        let key = format!("trend-line-{}", state_word(figures.words?.line));
        Some(self.with(&key, &args!(n: run.years.to_string(), slope: slope)))
    }

    /// Says what else must be known to read the trend: exposure, clustering, a running year, linked complaints.
    pub fn trend_notes(&self, figures: &YearFigures) -> Vec<String> {
        let mut notes = Vec::new();
        let frame = &figures.frame;
        if frame.running && frame.per_client {
            let year = args!(year: frame.year.to_string());
            notes.push(self.with("trend-note-running-clients", &year));
        }
        let linked = ["trend-note-linked", "trend-note-linked-elsewhere"];
        for (key, linked) in linked.into_iter().zip(figures.linked) {
            if linked > 0 {
                notes.push(self.with(key, &args!(n: count(linked))));
            }
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
        let change: &CategoryChange = member
            .change
            .as_ref()
            .filter(|change| change.state.is_claim())?;
        let mut args = self.bounds(&change.comparison);
        args.extend(args!(
            category: self.member(family.family, member.member.as_deref()),
            what: self.counted(
                figures.counts_incidents(),
                change.year.events,
                member.cases.len() as u64,
            ),
            m: self.numbers.mean(member.previous_incidents.unwrap_or_default()),
            // Of a cause it can be told when it was added or dropped, of a department or a channel it cannot.
            dated: if family.family == Family::Cause { "yes" } else { "no" },
            k: family.compared,
            clients: self.relative(figures.frame.per_client),
        ));
        Some(self.with(&format!("category-{}", change_word(change)), &args))
    }
}
