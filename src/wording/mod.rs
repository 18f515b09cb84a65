//! The sentences of the yearly analysis (clause 8), from figures to words: one place for page, draft and terminal, so that
//! they never say different things. A word such as rise or improved comes from the variant of an enum, never from a number
//! looked at here. Imports the figures and the locale.

mod numbers;

use chrono::NaiveDate;

use crate::analysis::category::CategoryChange;
use crate::analysis::effect::{TooEarly, Verdict};
use crate::analysis::figures::{
    Effect, Family, FamilyFigures, Key, MeasureFigures, MemberFigures, YearFigures,
};
use crate::analysis::headline::{MonthSignal, TrendState};
use crate::analysis::proportion::NormEvidence;
use crate::analysis::rate::RateRatio;
use crate::args;
use crate::finding::{Arg, Args};
use crate::locale::Locale;
use crate::register::Register;
use crate::register::procedure::{Entry, label};
use crate::register::words::{Day, Id};

pub use numbers::Numbers;

/// Says things about figures in one language.
pub struct Wording<'a> {
    locale: &'a Locale,
    register: &'a Register,
    /// Writes numbers.
    pub numbers: Numbers,
}

/// A question of clause 8 with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The question.
    pub question: String,
    /// The look of the state: `signal`, `quiet` or `unknown`.
    pub kind: &'static str,
    /// The state in a word.
    pub state: String,
    /// The answer in a sentence.
    pub text: String,
}

/// Makes a count a value that chooses between one and many.
fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Gives the word of a trend state in keys and files.
pub const fn state_word(state: TrendState) -> &'static str {
    match state {
        TrendState::Rise => "rise",
        TrendState::Fall => "fall",
        TrendState::NoDemonstrableTrend => "none",
        TrendState::InsufficientData => "insufficient",
    }
}

/// Gives the word of a verdict in keys and files.
pub const fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Improved => "improved",
        Verdict::Worsened => "worsened",
        Verdict::NoDemonstrableChange => "none",
        Verdict::TooEarly(_) => "early",
    }
}

impl<'a> Wording<'a> {
    /// Takes the words and the register whose names are used.
    pub fn new(locale: &'a Locale, register: &'a Register) -> Self {
        Self {
            locale,
            register,
            numbers: Numbers::new(locale.language()),
        }
    }

    /// Gives a message without values.
    pub fn say(&self, key: &str) -> String {
        self.locale.text(key)
    }

    /// Gives a message with values.
    pub fn with(&self, key: &str, args: &Args) -> String {
        self.locale.text_with(key, args)
    }

    /// Gives a day as people read it.
    pub fn date(&self, day: NaiveDate) -> String {
        self.locale.day(Day(day))
    }

    /// Gives the name of a month: `maart 2026`.
    pub fn month(&self, year: i32, month0: usize) -> String {
        let first = NaiveDate::from_ymd_opt(year, month0 as u32 + 1, 1).unwrap_or_default();
        self.date(first)
            .split_once(' ')
            .map(|(_, rest)| rest.to_owned())
            .unwrap_or_default()
    }

    /// Gives the name of a member of a family.
    pub fn member(&self, family: Family, member: Option<&str>) -> String {
        let Some(member) = member else {
            return self.say(&format!("analysis-unknown-{family}"));
        };
        let procedure = self.register.procedure.as_ref();
        let entries: &[Entry] = match (family, procedure) {
            (Family::Cause, Some(procedure)) => &procedure.causes,
            (Family::Category, Some(procedure)) => &procedure.categories,
            (Family::Channel, _) => return self.say(&format!("channel-{member}")),
            (Family::Complainant, _) => return self.say(&format!("complainant-{member}")),
            _ => &[],
        };
        let id: Option<Id> = member.parse().ok();
        id.map_or_else(
            || member.to_owned(),
            |id| label(entries, &id, self.locale.language()).to_owned(),
        )
    }

    /// Gives the name of a ground for not taking a complaint up.
    pub fn refusal(&self, ground: Option<&str>) -> String {
        let grounds = self.register.procedure.as_ref().map(|p| &p.refusal_grounds);
        let id: Option<Id> = ground.and_then(|ground| ground.parse().ok());
        match (grounds, id) {
            (Some(grounds), Some(id)) => label(grounds, &id, self.locale.language()).to_owned(),
            _ => self.say("refusal-unknown"),
        }
    }

    /// Gives the name of a category.
    pub fn category(&self, id: &Id) -> String {
        self.member(Family::Category, Some(id.as_str()))
    }

    /// Gives the name of a share of the catalogue.
    pub fn metric(&self, key: Key) -> String {
        let name = self.say(&format!("metric-{}", key.word()));
        match key.part() {
            Some(part) => format!(
                "{name}: {}",
                self.say(&format!("metric-{}-{part}", key.word()))
            ),
            None => name,
        }
    }

    fn bounds(&self, ratio: &RateRatio) -> Args {
        let value = ratio
            .ratio
            .map_or_else(|| "–".to_owned(), |ratio| self.numbers.ratio(ratio));
        args!(
            rr: value,
            lo: self.numbers.ratio(ratio.interval.lo),
            hi: self.numbers.ratio(ratio.interval.hi),
        )
    }

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

    /// Says what may be said about satisfaction (section 3).
    pub fn satisfaction(&self, figures: &YearFigures) -> String {
        let all = &figures.satisfaction.all;
        let (result, reactions) = (&all.result, &all.reactions);
        let (Some(satisfied), Some(bounds), true) =
            (result.satisfied, result.bounds, result.claim_allowed)
        else {
            let key = if reactions.eligible == 0 {
                "satisfaction-nobody"
            } else {
                "satisfaction-few"
            };
            return self.with(
                key,
                &args!(r: result.respondents.to_string(), n: reactions.eligible.to_string()),
            );
        };
        let percent = |value| self.numbers.percent(value, result.respondents);
        let key = if result.silent == 0 {
            "satisfaction-all"
        } else {
            "satisfaction"
        };
        let args = args!(
            r: result.respondents.to_string(),
            s: reactions.satisfied.to_string(),
            p: percent(satisfied.value),
            lo: percent(satisfied.interval.lo),
            hi: percent(satisfied.interval.hi),
            u: result.silent as i64,
            low: percent(bounds.lo),
            high: percent(bounds.hi),
        );
        self.with(key, &args)
    }

    /// Says what may be said about a measure (section 4), with the checks that stand beside it.
    pub fn measure(&self, measure: &MeasureFigures, name: &str) -> Vec<String> {
        let Some(effect) = &measure.effect else {
            return vec![self.say("measure-not-in-force")];
        };
        let mut said = vec![self.verdict(effect, name)];
        if effect.warning {
            said.push(self.say("measure-warning"));
        }
        if effect.already_changing {
            said.push(self.say("measure-already-changing"));
        }
        said
    }

    fn verdict(&self, effect: &Effect, name: &str) -> String {
        let evidence = &effect.evidence;
        let months = |days: u64| self.numbers.mean(days as f64 / 30.4375);
        let mut args = self.bounds(&evidence.comparison);
        args.extend(args!(
            measure: name,
            x1: evidence.after.events.to_string(),
            x0: evidence.before.events.to_string(),
            t1: months(evidence.windows.after.days()),
            t0: months(evidence.windows.before.days()),
        ));
        let key = match effect.judgement.verdict {
            Verdict::Improved => "measure-improved",
            Verdict::Worsened => "measure-worsened",
            Verdict::NoDemonstrableChange => "measure-none",
            Verdict::TooEarly(TooEarly::BeforeTooShort) => "measure-before-short",
            Verdict::TooEarly(reason) => match (reason, evidence.earliest_claim()) {
                (TooEarly::NotWithinThreeYears, _) | (_, None) => "measure-never",
                (_, Some(day)) => {
                    args.extend(args!(day: Day(day)));
                    "measure-early"
                }
            },
        };
        self.with(key, &args)
    }

    /// Says how a share stands against the norm: the fact of the year, and what the interval shows.
    pub fn norm(&self, figures: &YearFigures, key: Key) -> Option<String> {
        let share = figures.shares.get(&key)?;
        let (against, norm) = (share.norm?, figures.norm?);
        let met = against.met?;
        let fact = self.say(if met { "norm-met" } else { "norm-not-met" });
        let evidence = self.say(match against.evidence {
            NormEvidence::DemonstrablyAbove => "norm-above",
            NormEvidence::DemonstrablyBelow => "norm-below",
            NormEvidence::Undecided => "norm-undecided",
        });
        let args = args!(
            norm: self.numbers.percent(norm, 0),
            fact: fact,
            share: self.numbers.share(share.share()),
            evidence: evidence,
        );
        Some(self.with("norm-line", &args))
    }

    /// Answers the three questions of clause 8, each in a sentence with its state word.
    pub fn answers(&self, figures: &YearFigures) -> [Answer; 3] {
        let words = &figures.words;
        let trend_state = if words.line.is_claim() && !words.level.is_claim() {
            words.line
        } else {
            words.level
        };
        let mut trend = self.trend(figures);
        if words.line.is_claim() {
            trend = format!("{trend} {}", self.long_run(figures).unwrap_or_default());
        }
        let result = &figures.satisfaction.all.result;
        let counts = VerdictCounts::of(&figures.measures);
        let kind = |claim: bool, unknown: bool| match (claim, unknown) {
            (true, _) => "signal",
            (_, true) => "unknown",
            _ => "quiet",
        };
        [
            Answer {
                question: self.say("answer-trends"),
                kind: kind(
                    trend_state.is_claim(),
                    trend_state == TrendState::InsufficientData,
                ),
                state: self.say(&format!("state-trend-{}", state_word(trend_state))),
                text: trend,
            },
            Answer {
                question: self.say("answer-corrective"),
                kind: kind(false, !result.claim_allowed),
                state: match result.satisfied.filter(|_| result.claim_allowed) {
                    Some(estimate) => {
                        let p = self.numbers.percentage(estimate.value, result.respondents);
                        self.with("state-satisfied", &args!(p: p))
                    }
                    None => self.say("state-trend-insufficient"),
                },
                text: self.satisfaction(figures),
            },
            Answer {
                question: self.say("answer-preventive"),
                kind: kind(counts.improved + counts.worsened > 0, counts.none == 0),
                state: self.say(counts.state()),
                text: self.preventive(&counts),
            },
        ]
    }

    fn preventive(&self, counts: &VerdictCounts) -> String {
        if counts.all() == 0 {
            return self.say("preventive-nothing");
        }
        let part = |key: &str, n: i64| (n > 0).then(|| self.with(key, &args!(n: n)));
        let parts = [
            part("measures-improved", counts.improved),
            part("measures-worsened", counts.worsened),
            part("measures-none", counts.none),
            part("measures-early", counts.early),
            part("measures-pending", counts.pending),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        self.with(
            "preventive",
            &args!(n: counts.all(), parts: parts.join(", ")),
        )
    }

    /// Lists what asks for a decision: signals, what is overdue, what became worse, norms demonstrably missed.
    pub fn decisions(&self, figures: &YearFigures) -> Vec<String> {
        let mut asked = Vec::new();
        if figures.words.level.is_claim() {
            asked.push(self.say(&format!("decide-trend-{}", state_word(figures.words.level))));
        }
        if figures.words.line.is_claim() {
            asked.extend(self.long_run(figures));
        }
        let signals = &figures.headline.month_signals;
        asked.extend(
            signals
                .iter()
                .map(|signal| self.month_signal(figures, signal)),
        );
        for family in &figures.families {
            asked.extend(
                family
                    .members
                    .iter()
                    .filter_map(|member| self.category_claim(figures, family, member)),
            );
        }
        let overdue = figures.overdue().count();
        if overdue > 0 {
            asked.push(self.with("decide-overdue", &args!(n: overdue)));
        }
        let below = figures.shares.iter().filter(|(_, share)| {
            share
                .norm
                .is_some_and(|norm| norm.evidence == NormEvidence::DemonstrablyBelow)
        });
        for (key, _) in below {
            let line = self.norm(figures, *key).unwrap_or_default();
            asked.push(format!("{}: {line}", self.metric(*key)));
        }
        let worse = VerdictCounts::of(&figures.measures).worsened;
        if worse > 0 {
            asked.push(self.with("decide-worsened", &args!(n: worse)));
        }
        let independent = figures.share(Key::Independence).hits.len();
        if independent > 0 {
            asked.push(self.with("decide-independence", &args!(n: independent)));
        }
        asked
    }
}

/// How many measures have which verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct VerdictCounts {
    /// Demonstrably fewer complaints.
    pub improved: i64,
    /// Demonstrably more.
    pub worsened: i64,
    /// Nothing demonstrable.
    pub none: i64,
    /// No verdict yet.
    pub early: i64,
    /// Not in force.
    pub pending: i64,
}

impl VerdictCounts {
    /// Counts the verdicts.
    pub fn of(measures: &[MeasureFigures]) -> Self {
        let mut counts = Self::default();
        for measure in measures {
            let slot = match measure
                .effect
                .as_ref()
                .map(|effect| effect.judgement.verdict)
            {
                None => &mut counts.pending,
                Some(Verdict::Improved) => &mut counts.improved,
                Some(Verdict::Worsened) => &mut counts.worsened,
                Some(Verdict::NoDemonstrableChange) => &mut counts.none,
                Some(Verdict::TooEarly(_)) => &mut counts.early,
            };
            *slot += 1;
        }
        counts
    }

    const fn all(&self) -> i64 {
        self.improved + self.worsened + self.none + self.early + self.pending
    }

    /// Gives the key of the state word of all together.
    pub const fn state(&self) -> &'static str {
        match (self.improved > 0, self.worsened > 0, self.none > 0) {
            (true, true, _) => "state-measure-mixed",
            (true, false, _) => "state-measure-improved",
            (false, true, _) => "state-measure-worsened",
            (false, false, true) => "state-measure-none",
            (false, false, false) if self.all() == 0 => "state-measure-nothing",
            (false, false, false) => "state-measure-early",
        }
    }
}
