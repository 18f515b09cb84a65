//! Flow, terms, satisfaction, lead times and measures.

use chrono::Days;
use klacht::analysis::effect::{TooEarly, Verdict, evidence, judge};
use klacht::analysis::flow::{Passage, Term, flow_balance, timeliness};
use klacht::analysis::quantity::{Confidence, Phi};
use klacht::analysis::satisfaction::{Reactions, satisfaction};
use klacht::analysis::survival::{LeadTime, SurvivalStep, kaplan_meier};
use klacht::analysis::window::{Horizon, Measure, Trigger, analysed_year, windows};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Count, Day, Level, Outcome, dates, estimate, maybe, number, read, unclustered};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FlowInput {
    year: i32,
    cutoff: Day,
    complaints: Vec<(Day, Option<Day>)>,
}

pub fn run_flow_balance(input: Value) -> Outcome {
    let input: FlowInput = read(input)?;
    let complaints = input.complaints.into_iter();
    let complaints: Vec<Passage> = complaints
        .map(|(received, closed)| Passage {
            received: received.0,
            closed: closed.map(|day| day.0),
        })
        .collect();
    let result = flow_balance(input.year, input.cutoff.0, &complaints);
    Ok(json!({
        "open_start": result.open_start,
        "received": result.received,
        "closed": result.closed,
        "open_end": result.open_end,
        "open_at_cutoff_of_scope": result.open_at_cutoff,
    }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermInput {
    limit_days: u64,
    cutoff: Day,
    items: Vec<(Day, Option<Day>)>,
    #[serde(default)]
    conf: Level,
}

pub fn run_timeliness(input: Value) -> Outcome {
    let input: TermInput = read(input)?;
    let terms: Vec<Term> = input
        .items
        .into_iter()
        .map(|(received, done)| Term {
            deadline: received.0 + Days::new(input.limit_days),
            done: done.map(|day| day.0),
        })
        .collect();
    let result = timeliness(&terms, input.cutoff.0, input.conf.0);
    let mut fields = estimate("estimate", result.estimate);
    fields["on_time"] = json!(result.on_time.hits);
    fields["due"] = json!(result.on_time.of);
    fields["not_yet_due"] = json!(result.not_yet_due);
    fields["show_percentage"] = json!(result.on_time.shows_percentage());
    Ok(fields)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReactionInput {
    eligible: Count,
    satisfied: Count,
    partly: Option<Count>,
    dissatisfied: Count,
}

pub fn run_satisfaction(input: Value) -> Outcome {
    let input: ReactionInput = read(input)?;
    let reactions = Reactions {
        eligible: input.eligible.0,
        satisfied: input.satisfied.0,
        partly: input.partly.map_or(0, |partly| partly.0),
        dissatisfied: input.dissatisfied.0,
    };
    let result = satisfaction(reactions, Confidence::P95);
    let mut fields = estimate("rate", result.satisfied);
    fields["respondents"] = json!(result.respondents);
    fields["response"] = maybe(result.response);
    fields["bound_all_nonresponders_dissatisfied"] = maybe(result.bounds.map(|bounds| bounds.lo));
    fields["bound_all_nonresponders_satisfied"] = maybe(result.bounds.map(|bounds| bounds.hi));
    fields["claim_allowed"] = json!(result.claim_allowed);
    Ok(fields)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LeadTimeInput {
    time: Vec<Count>,
    event: Vec<Count>,
    #[serde(default)]
    conf: Level,
}

pub fn run_kaplan_meier(input: Value) -> Outcome {
    let input: LeadTimeInput = read(input)?;
    if input.time.len() != input.event.len() {
        return Err("as many events as times".into());
    }
    let cases: Vec<LeadTime> = input
        .time
        .iter()
        .zip(&input.event)
        .map(|(time, event)| {
            Ok(LeadTime {
                days: u32::try_from(time.0).map_err(|error| error.to_string())?,
                closed: event.0 == 1,
            })
        })
        .collect::<Result<_, String>>()?;
    let result = kaplan_meier(&cases, input.conf.0);
    let list =
        |field: &dyn Fn(&SurvivalStep) -> Value| result.steps.iter().map(field).collect::<Vec<_>>();
    Ok(json!({
        "event_times": list(&|step| json!(step.days)),
        "surv": list(&|step| number(step.open_share)),
        "ci_lower": list(&|step| maybe(step.interval.map(|interval| interval.lo))),
        "ci_upper": list(&|step| maybe(step.interval.map(|interval| interval.hi))),
        "median": result.median,
        "median_lo": result.median_lo,
        "median_hi": result.median_hi,
        "p90": result.p90,
        "n": result.cases,
        "n_open": result.open,
    }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureInput {
    events: Vec<Day>,
    decided: Day,
    effective: Day,
    trigger: TriggerWord,
    analysis_year: Option<i32>,
    cutoff: Day,
    register_start: Day,
    #[serde(default)]
    breaks: Vec<Day>,
    #[serde(default = "unclustered")]
    phi: f64,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum TriggerWord {
    Complaint,
    #[serde(alias = "yearly_analysis")]
    Analysis,
}

pub fn run_preventive_verdict(input: Value) -> Outcome {
    let input: MeasureInput = read(input)?;
    let trigger = match input.trigger {
        TriggerWord::Complaint => Trigger::Complaint,
        TriggerWord::Analysis => Trigger::Analysis {
            year: input
                .analysis_year
                .unwrap_or(analysed_year(input.decided.0)),
        },
    };
    let measure = Measure {
        decided: input.decided.0,
        in_force: input.effective.0,
        trigger,
    };
    let horizon = Horizon {
        start: input.register_start.0,
        breaks: &dates(&input.breaks),
        cutoff: input.cutoff.0,
    };
    let periods = windows(measure, horizon);
    let result = evidence(
        periods,
        trigger,
        &dates(&input.events),
        None,
        Phi::new(input.phi),
    );
    let judgement = judge(&[result])[0];
    let (verdict, reason) = match judgement.verdict {
        Verdict::Improved => ("improved", None),
        Verdict::Worsened => ("worsened", None),
        Verdict::NoDemonstrableChange => ("no_demonstrable_change", None),
        Verdict::TooEarly(reason) => (
            "too_early",
            match reason {
                TooEarly::BeforeTooShort => Some("before_shorter_than_365_days"),
                TooEarly::AfterTooShort => Some("after_shorter_than_90_days"),
                TooEarly::DemonstrableOn(_) => None,
                TooEarly::NotWithinThreeYears => Some("not_demonstrable_within_3_years"),
            },
        ),
    };
    Ok(json!({
        "x0": result.before.events,
        "t0_days": periods.before.days(),
        "dropped_trigger": result.dropped,
        "x1": result.after.events,
        "t1_days": periods.after.days(),
        "rr": maybe(result.comparison.ratio),
        "lo": number(result.comparison.interval.lo),
        "hi": number(result.comparison.interval.hi),
        "p": number(result.comparison.p),
        "holm_p": maybe(judgement.adjusted_p),
        "t1_min_days": result.t1_min_days,
        "earliest_date": result.demonstrable_on.map(|day| day.to_string()),
        "verdict": verdict,
        "reason": reason,
    }))
}
