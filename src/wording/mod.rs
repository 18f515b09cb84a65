//! The sentences of the yearly analysis (clause 8), from figures to words: one place for page, draft and terminal, so that
//! they never say different things. A word such as rise or improved comes from the variant of an enum, never from a number
//! looked at here. Imports the figures and the locale.

pub mod judged;
mod measures;
mod numbers;
mod trends;

use chrono::NaiveDate;

use crate::analysis::category::CategoryChange;
use crate::analysis::effect::Verdict;
use crate::analysis::figures::{Family, Frame, Key, YearFigures};
use crate::analysis::headline::TrendState;
use crate::analysis::proportion::NormEvidence;
use crate::analysis::rate::RateRatio;
use crate::args;
use crate::finding::Args;
use crate::locale::Locale;
use crate::register::Register;
use crate::register::analysis::KeyFigure;
use crate::register::named::List;
use crate::register::procedure::{Event, Term};
use crate::words::{Day, Id};

pub use measures::VerdictCounts;
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

/// Gives the word of the change of a category in keys and files. What was there on one side only is no rise or fall before
/// somebody says that the category was in use on both.
pub const fn change_word(change: &CategoryChange) -> &'static str {
    match change.state {
        TrendState::Rise if change.is_one_sided() => "appeared",
        TrendState::Fall if change.is_one_sided() => "disappeared",
        state => state_word(state),
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
        let list = match family {
            Family::Cause => List::Causes,
            Family::Category => List::Categories,
            Family::Channel => return self.say(&format!("channel-{member}")),
            Family::Complainant => return self.say(&format!("complainant-{member}")),
            Family::Department => return member.to_owned(),
        };
        let id: Option<Id> = member.parse().ok();
        id.map_or_else(
            || member.to_owned(),
            |id| {
                list.label(procedure, &id, self.locale.language())
                    .to_owned()
            },
        )
    }

    /// Gives the name of a ground for not taking a complaint up.
    pub fn refusal(&self, ground: Option<&str>) -> String {
        let procedure = self.register.procedure.as_ref();
        let id: Option<Id> = ground.and_then(|ground| ground.parse().ok());
        match (procedure, id) {
            (Some(_), Some(id)) => List::RefusalGrounds
                .label(procedure, &id, self.locale.language())
                .to_owned(),
            _ => self.say("refusal-unknown"),
        }
    }

    /// Gives the name of a category.
    pub fn category(&self, id: &Id) -> String {
        self.member(Family::Category, Some(id.as_str()))
    }

    /// Gives the term for handling where it is not the promised one, which has words of its own.
    fn own_term(&self, key: Key) -> Option<&'a Term> {
        let procedure = self.register.procedure.as_ref();
        procedure
            .filter(|_| key == Key::Handled)
            .and_then(|procedure| procedure.term("handling"))
            .filter(|term| term.from != Event::Promised)
    }

    /// Gives the formula of a share of the catalogue.
    pub fn formula(&self, key: Key) -> String {
        let Some(term) = self.own_term(key) else {
            return self.say(&format!("formula-{}", key.word()));
        };
        let event = |event: &Event| self.say(&format!("step-{event}"));
        let met_by: Vec<String> = term.met_by.iter().map(event).collect();
        let args = args!(
            within: self.locale.span(term.within),
            from: event(&term.from),
            met: met_by.join(", "),
        );
        self.with("formula-handled-term", &args)
    }

    /// Gives the name of a share of the catalogue.
    pub fn metric(&self, key: Key) -> String {
        if let Some(term) = self.own_term(key) {
            let name = term.name.text(self.locale.language());
            return self.with("metric-handled-term", &args!(term: name));
        }
        let name = self.say(&format!("metric-{}", key.word()));
        match key.part() {
            Some(part) => format!(
                "{name}: {}",
                self.say(&format!("metric-{}-{part}", key.word()))
            ),
            None => name,
        }
    }

    /// Gives the value by which a sentence says that it compares in proportion to the number of clients.
    const fn relative(&self, per_client: bool) -> &'static str {
        if per_client { "yes" } else { "no" }
    }

    /// Gives the value by which a sentence says what it counts: incidents where these are fewer than the complaints.
    pub const fn unit(&self, incidents: bool) -> &'static str {
        if incidents { "incidents" } else { "complaints" }
    }

    /// Says how many complaints there were; where incidents are compared, how many of these with their complaints beside.
    fn counted(&self, incidents: bool, events: u64, complaints: u64) -> String {
        let args = args!(n: count(events), complaints: count(complaints));
        self.with(&format!("counted-{}", self.unit(incidents)), &args)
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

    /// Gives the name of a key figure.
    pub fn key_figure_name(&self, name: KeyFigure) -> String {
        match name {
            KeyFigure::Handled if self.own_term(Key::Handled).is_some() => {
                self.metric(Key::Handled)
            }
            _ => self.say(&format!("keyfigure-{name}")),
        }
    }

    /// Gives a key figure as people read it: `5 van 7`; of a share in which nothing counts (yet), that.
    pub fn key_figure(&self, value: &str, frame: &Frame) -> String {
        match value {
            "0/0" if frame.running => self.say("share-nothing-yet"),
            "0/0" => self.say("share-nothing"),
            _ => value.replace('/', &format!(" {} ", self.say("share-of"))),
        }
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
        let words = figures.words;
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
                kind: words.map_or("unknown", |words| {
                    kind(
                        words.any_claim(),
                        words.level == TrendState::InsufficientData,
                    )
                }),
                state: self.trend_state(figures),
                text: self.trend(figures),
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

    /// Lists what asks for a decision: signals, what is overdue, what became worse, norms demonstrably missed.
    pub fn decisions(&self, figures: &YearFigures) -> Vec<String> {
        let mut asked = Vec::new();
        let words = figures.words;
        if let Some(level) = words.map(|w| w.level).filter(|level| level.is_claim()) {
            let key = format!("decide-trend-{}", state_word(level));
            let clients = self.relative(figures.frame.per_client);
            let unit = self.unit(figures.counts_incidents());
            asked.push(self.with(&key, &args!(clients: clients, unit: unit)));
        }
        if words.is_some_and(|words| words.line.is_claim()) {
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
        let late = figures
            .measures
            .iter()
            .filter(|one| one.fact.overdue)
            .count();
        if late > 0 {
            asked.push(self.with("decide-measures-overdue", &args!(n: late)));
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
