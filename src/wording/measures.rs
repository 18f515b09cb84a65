//! What is said of satisfaction and of preventive measures.

use crate::analysis::effect::{Outlook, TooEarly, Verdict};
use crate::analysis::figures::{Effect, MeasureFigures, YearFigures};
use crate::args;
use crate::words::Day;

use super::{Wording, count};

impl Wording<'_> {
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
            s: count(reactions.satisfied),
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
        let incidents = effect.counts_incidents();
        let [after, before] = effect.complaints;
        let mut args = self.bounds(&evidence.comparison);
        args.extend(args!(
            measure: name.trim_end_matches('.'),
            clients: self.relative(effect.per_client),
            unit: self.unit(incidents),
            after: self.counted(incidents, evidence.after.events, after),
            before: self.counted(incidents, evidence.before.events, before),
            x1: count(evidence.after.events),
            x0: count(evidence.before.events),
            t1: months(evidence.windows.after.days()),
            t0: months(evidence.windows.before.days()),
        ));
        let key = match effect.judgement.verdict {
            Verdict::Improved => "measure-improved",
            Verdict::Worsened if evidence.before.events == 0 => "measure-worsened-from-none",
            Verdict::Worsened => "measure-worsened",
            Verdict::NoDemonstrableChange => "measure-none",
            Verdict::TooEarly(TooEarly::BeforeTooShort) => "measure-before-short",
            Verdict::TooEarly(_) => {
                let recurred = evidence.after.events > 0;
                match evidence.outlook() {
                    Outlook::NotWithinThreeYears if recurred => "measure-never-recurred",
                    Outlook::NotWithinThreeYears => "measure-never",
                    Outlook::CutOff(day) => {
                        args.extend(args!(day: Day(day)));
                        "measure-cut-off"
                    }
                    Outlook::On(day) => {
                        args.extend(args!(day: Day(day)));
                        if recurred {
                            "measure-early-recurred"
                        } else {
                            "measure-early"
                        }
                    }
                }
            }
        };
        self.with(key, &args)
    }

    pub(super) fn preventive(&self, counts: &VerdictCounts) -> String {
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
