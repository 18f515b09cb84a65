//! Checks the figures of the analysis against values from other programs (R, scipy, statsmodels, survival, exactci).
//!
//! Runs every file in `tests/vectors`, or in the directory that `KLACHT_VECTORS` names. A file, a function, an input or an
//! expected field that this test does not know fails it: nothing is passed over in silence. A number passes when
//! |got - want| <= abs + rel |want|; integers, dates and words are equal; "Infinity" is unbounded and null undefined.

use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use klacht::analysis::dispersion::{Dispersion, category_phis};
use klacht::analysis::effect::{TooEarly, Verdict, evidence, judge};
use klacht::analysis::exact::{Fourfold, conditional_p, fisher_2x2};
use klacht::analysis::flow::{Passage, Term, flow_balance, timeliness};
use klacht::analysis::headline::{TrendState, headline};
use klacht::analysis::long_run::{KendallMethod, mann_kendall};
use klacht::analysis::multiplicity::{Comparison, benjamini_hochberg, holm, screened_bh};
use klacht::analysis::proportion::{Share, clopper_pearson, newcombe_difference, wilson};
use klacht::analysis::quantity::{Confidence, Estimate, Observed, Phi};
use klacht::analysis::rate::{chance_limits, poisson_rate, rate_ratio, t1_min};
use klacht::analysis::satisfaction::{Reactions, satisfaction};
use klacht::analysis::survival::{LeadTime, SurvivalStep, kaplan_meier};
use klacht::analysis::window::{Horizon, Measure, Trigger, analysed_year, windows};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// What a function made of an input: named fields, or why it could not read the input.
type Outcome = Result<Value, String>;

/// A function by the name that vectors give it.
type Function = (&'static str, fn(Value) -> Outcome);

/// Every function that a vector may name.
const FUNCTIONS: &[Function] = &[
    ("clopper_pearson", run_clopper_pearson),
    ("detectable", run_detectable),
    ("dispersion", run_dispersion),
    ("dispersion_pooled", run_dispersion_pooled),
    ("fisher_2x2", run_fisher_2x2),
    ("flow_balance", run_flow_balance),
    ("headline", run_headline),
    ("kaplan_meier", run_kaplan_meier),
    ("mann_kendall", run_mann_kendall),
    ("month_limits", run_month_limits),
    ("newcombe_diff", run_newcombe_diff),
    ("p_adjust", run_p_adjust),
    ("poisson_ci", run_poisson_ci),
    ("preventive_verdict", run_preventive_verdict),
    ("rate_ratio", run_rate_ratio),
    ("rate_ratio_phi", run_rate_ratio_phi),
    ("satisfaction", run_satisfaction),
    ("screened_bh", run_screened_bh),
    ("t1_min", run_t1_min),
    ("timeliness", run_timeliness),
    ("wilson", run_wilson),
];

#[test]
fn every_vector_gives_its_expected_figures() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let other = std::env::var_os("KLACHT_VECTORS").map(PathBuf::from);
    let vectors = load_vectors(other.as_deref().unwrap_or(&own));
    let mut faults = Vec::new();
    for vector in &vectors {
        faults.extend(
            check(vector)
                .into_iter()
                .map(|fault| format!("{}: {fault}", vector.id)),
        );
    }
    println!("{} vectors, {} faults", vectors.len(), faults.len());
    assert!(!vectors.is_empty(), "no vectors to run");
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The table holds nothing that the project's own vectors leave untried.
#[test]
fn every_function_has_a_vector() {
    let vectors = load_vectors(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors"));
    for (name, _) in FUNCTIONS {
        assert!(
            vectors.iter().any(|vector| vector.function == *name),
            "{name} has no vector"
        );
    }
}

#[derive(Deserialize)]
struct Vector {
    id: String,
    #[serde(rename = "fn")]
    function: String,
    input: Value,
    expected: Map<String, Value>,
    tolerance: Tolerance,
}

#[derive(Clone, Copy, Deserialize)]
struct Tolerance {
    abs: f64,
    rel: f64,
}

/// Reads all vectors of a directory, in order of file name; anything else in it is a fault.
fn load_vectors(directory: &Path) -> Vec<Vector> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(directory)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
        .unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    files.sort();
    files
        .iter()
        .flat_map(|file| {
            let text = std::fs::read_to_string(file)
                .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            serde_json::from_str::<Vec<Vector>>(&text)
                .unwrap_or_else(|error| panic!("{}: not vectors: {error}", file.display()))
        })
        .collect()
}

/// Runs one vector and says what is wrong, field by field.
fn check(vector: &Vector) -> Vec<String> {
    let Some((_, run)) = FUNCTIONS.iter().find(|(name, _)| *name == vector.function) else {
        return vec![format!("unknown function {}", vector.function)];
    };
    let got = match run(vector.input.clone()) {
        Ok(got) => got,
        Err(error) => return vec![format!("cannot read the input: {error}")],
    };
    let mut faults = Vec::new();
    for (field, want) in &vector.expected {
        match got.get(field) {
            None => faults.push(format!("unknown field {field}")),
            Some(got) if agrees(got, want, vector.tolerance) => {}
            Some(got) => faults.push(format!("{field}: got {got}, want {want}")),
        }
    }
    if vector.expected.is_empty() {
        faults.push("expects nothing".into());
    }
    faults
}

fn agrees(got: &Value, want: &Value, tolerance: Tolerance) -> bool {
    match (got, want) {
        (Value::Number(got), Value::Number(want)) => {
            let (Some(got), Some(want)) = (got.as_f64(), want.as_f64()) else {
                return false;
            };
            (got - want).abs() <= tolerance.abs + tolerance.rel * want.abs()
        }
        (Value::Array(got), Value::Array(want)) => {
            let mut pairs = got.iter().zip(want);
            got.len() == want.len() && pairs.all(|(got, want)| agrees(got, want, tolerance))
        }
        // Which normal approximation it is, is one thing; how a source words it another.
        (Value::String(got), Value::String(want)) if got == "normal" => want.starts_with("normal"),
        _ => got == want,
    }
}

/// Writes a number as vectors do; NaN as a word that equals nothing.
fn number(x: f64) -> Value {
    if x.is_nan() {
        json!("NaN")
    } else if x == f64::INFINITY {
        json!("Infinity")
    } else {
        json!(x)
    }
}

fn maybe(x: Option<f64>) -> Value {
    x.map_or(Value::Null, number)
}

/// Writes an estimate with its interval, under the name that the vectors of its function give the estimate.
fn estimate(name: &str, estimate: Option<Estimate>) -> Value {
    json!({
        name: maybe(estimate.map(|one| one.value)),
        "lo": maybe(estimate.map(|one| one.interval.lo)),
        "hi": maybe(estimate.map(|one| one.interval.hi)),
    })
}

fn read<T: DeserializeOwned>(input: Value) -> Result<T, String> {
    serde_json::from_value(input).map_err(|error| error.to_string())
}

/// A count, which a source may have written as 5 or as 5.0.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "f64")]
struct Count(u64);

impl TryFrom<f64> for Count {
    type Error = String;

    fn try_from(x: f64) -> Result<Self, String> {
        let whole = (0.0..1e15).contains(&x) && x.fract() == 0.0;
        whole
            .then_some(Self(x as u64))
            .ok_or(format!("{x} is no count"))
    }
}

/// The level of an interval, 95 % unless given.
#[derive(Deserialize)]
#[serde(try_from = "f64")]
struct Level(Confidence);

impl TryFrom<f64> for Level {
    type Error = String;

    fn try_from(x: f64) -> Result<Self, String> {
        Confidence::new(x)
            .map(Self)
            .ok_or(format!("{x} is no level"))
    }
}

impl Default for Level {
    fn default() -> Self {
        Self(Confidence::P95)
    }
}

/// A date as vectors write it: 2026-03-02.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
struct Day(NaiveDate);

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
            .map(Self)
            .map_err(|error| format!("{text}: {error}"))
    }
}

fn dates(days: &[Day]) -> Vec<NaiveDate> {
    days.iter().map(|day| day.0).collect()
}

fn unclustered() -> f64 {
    1.0
}

fn five_percent() -> f64 {
    0.05
}

fn observed(events: Count, exposure: f64) -> Observed {
    Observed::new(events.0, exposure)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShareInput {
    k: Count,
    n: Count,
    #[serde(default)]
    conf: Level,
}

fn run_wilson(input: Value) -> Outcome {
    let ShareInput { k, n, conf } = read(input)?;
    Ok(estimate("estimate", wilson(Share::new(k.0, n.0), conf.0)))
}

fn run_clopper_pearson(input: Value) -> Outcome {
    let ShareInput { k, n, conf } = read(input)?;
    Ok(estimate(
        "estimate",
        clopper_pearson(Share::new(k.0, n.0), conf.0),
    ))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TwoShares {
    k1: Count,
    n1: Count,
    k2: Count,
    n2: Count,
    #[serde(default)]
    conf: Level,
}

fn run_newcombe_diff(input: Value) -> Outcome {
    let TwoShares {
        k1,
        n1,
        k2,
        n2,
        conf,
    } = read(input)?;
    let (first, second) = (Share::new(k1.0, n1.0), Share::new(k2.0, n2.0));
    Ok(estimate("diff", newcombe_difference(first, second, conf.0)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RateInput {
    x: Count,
    t: f64,
    #[serde(default)]
    conf: Level,
}

fn run_poisson_ci(input: Value) -> Outcome {
    let RateInput { x, t, conf } = read(input)?;
    Ok(estimate("rate", poisson_rate(observed(x, t), conf.0)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RatioInput {
    x1: Count,
    t1: f64,
    x0: Count,
    t0: f64,
    #[serde(default = "unclustered")]
    phi: f64,
    #[serde(default)]
    conf: Level,
}

fn run_rate_ratio(input: Value) -> Outcome {
    let RatioInput {
        x1,
        t1,
        x0,
        t0,
        phi,
        conf,
    } = read(input)?;
    let (now, before) = (observed(x1, t1), observed(x0, t0));
    let result = rate_ratio(now, before, Phi::new(phi), conf.0);
    let reference = conditional_p(now, before);
    Ok(json!({
        "rr": maybe(result.ratio),
        "lo": number(result.interval.lo),
        "hi": number(result.interval.hi),
        "p": number(result.p),
        "p_central": number(result.p),
        "p_minlike": number(reference.min_likelihood),
        "p_midp": number(reference.mid),
    }))
}

fn run_rate_ratio_phi(input: Value) -> Outcome {
    run_rate_ratio(input)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WaitInput {
    x0: Count,
    t0: f64,
    #[serde(default = "five_percent")]
    alpha: f64,
    #[serde(default = "unclustered")]
    phi: f64,
}

fn run_t1_min(input: Value) -> Outcome {
    let WaitInput { x0, t0, alpha, phi } = read(input)?;
    Ok(json!({ "t1_min": number(t1_min(observed(x0, t0), alpha, Phi::new(phi))) }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitInput {
    #[serde(alias = "B")]
    x0: Count,
    #[serde(alias = "T")]
    t0: f64,
    #[serde(alias = "t")]
    t1: f64,
    #[serde(default = "five_percent")]
    alpha: f64,
    #[serde(default = "unclustered")]
    phi: f64,
}

fn run_detectable(input: Value) -> Outcome {
    let LimitInput {
        x0,
        t0,
        t1,
        alpha,
        phi,
    } = read(input)?;
    let limits = chance_limits(t1, observed(x0, t0), alpha, Phi::new(phi));
    Ok(json!({ "fall_to": limits.fall_to(), "rise_from": limits.rise_from() }))
}

fn run_month_limits(input: Value) -> Outcome {
    let LimitInput {
        x0,
        t0,
        t1,
        alpha,
        phi,
    } = read(input)?;
    let limits = chance_limits(t1, observed(x0, t0), alpha, Phi::new(phi));
    Ok(json!({ "L": limits.low, "U": limits.high }))
}

/// Puts counts and exposures together, 1 a month where none are given.
fn months(counts: &[Count], exposure: Option<&Vec<f64>>) -> Result<Vec<Observed>, String> {
    if exposure.is_some_and(|exposure| exposure.len() != counts.len()) {
        return Err("as many exposures as counts".into());
    }
    let exposures = exposure.map_or(vec![1.0; counts.len()], Clone::clone);
    Ok(counts
        .iter()
        .zip(exposures)
        .map(|(x, t)| observed(*x, t))
        .collect())
}

fn years(
    counts: &[Vec<Count>],
    exposure: Option<&Vec<Vec<f64>>>,
) -> Result<Vec<Vec<Observed>>, String> {
    if exposure.is_some_and(|exposure| exposure.len() != counts.len()) {
        return Err("as many years of exposures as of counts".into());
    }
    counts
        .iter()
        .enumerate()
        .map(|(at, year)| months(year, exposure.map(|exposure| &exposure[at])))
        .collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DispersionInput {
    years: Vec<Vec<Count>>,
    exposure: Option<Vec<Vec<f64>>>,
    tail: f64,
}

fn run_dispersion(input: Value) -> Outcome {
    let input: DispersionInput = read(input)?;
    let result = Dispersion::of_years(&years(&input.years, input.exposure.as_ref())?);
    Ok(json!({
        "phi_hat": maybe(result.phi_hat()),
        "df": result.df(),
        "k": maybe(result.widening(input.tail)),
        "phi_adj": number(result.phi(input.tail).get()),
    }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FamilyInput {
    categories: Vec<Vec<Vec<Count>>>,
    exposure: Option<Vec<Vec<f64>>>,
    tail: f64,
}

fn run_dispersion_pooled(input: Value) -> Outcome {
    let input: FamilyInput = read(input)?;
    let own: Vec<Dispersion> = input
        .categories
        .iter()
        .map(|category| {
            Ok(Dispersion::of_years(&years(
                category,
                input.exposure.as_ref(),
            )?))
        })
        .collect::<Result<_, String>>()?;
    let pooled = Dispersion::combined(own.iter().copied());
    let used = category_phis(&own, input.tail);
    Ok(json!({
        "own_phi_hat": own.iter().map(|one| maybe(one.phi_hat())).collect::<Vec<_>>(),
        "pooled_phi_hat": maybe(pooled.phi_hat()),
        "pooled_df": pooled.df(),
        "phi_used": used.iter().map(|phi| number(phi.get())).collect::<Vec<_>>(),
    }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadlineInput {
    baseline: Vec<Vec<Count>>,
    year: Vec<Count>,
    baseline_exposure: Option<Vec<Vec<f64>>>,
    year_exposure: Option<Vec<f64>>,
}

fn run_headline(input: Value) -> Outcome {
    let input: HeadlineInput = read(input)?;
    let baseline = years(&input.baseline, input.baseline_exposure.as_ref())?;
    let result = headline(
        &baseline,
        &months(&input.year, input.year_exposure.as_ref())?,
    );
    let signals = result.month_signals.iter().map(|signal| signal.index + 1);
    Ok(json!({
        "x": result.year.events,
        "baseline_total": result.baseline.events,
        "baseline_months": result.baseline_months,
        "phi_hat": maybe(result.dispersion.phi_hat()),
        "phi_adj_year": number(result.phi_year.get()),
        "phi_adj_month": number(result.phi_month.get()),
        "rr": maybe(result.comparison.ratio),
        "lo": number(result.comparison.interval.lo),
        "hi": number(result.comparison.interval.hi),
        "p": number(result.comparison.p),
        "min_attainable_p": number(result.min_attainable_p),
        "state": match result.state {
            TrendState::Rise => "rise",
            TrendState::Fall => "fall",
            TrendState::NoDemonstrableTrend => "no_demonstrable_trend",
            TrendState::InsufficientData => "insufficient_data",
        },
        "month_limit_low": result.month_limits.low,
        "month_limit_high": result.month_limits.high,
        "month_signals": signals.collect::<Vec<_>>(),
        "detectable_rise_from": result.detectable.rise_from(),
        "detectable_fall_to": result.detectable.fall_to(),
    }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Series {
    y: Vec<f64>,
}

fn run_mann_kendall(input: Value) -> Outcome {
    let Series { y } = read(input)?;
    let result = mann_kendall(&y);
    Ok(json!({
        "S": result.s,
        "var_S": number(result.variance),
        "p": number(result.p),
        "method": match result.method {
            KendallMethod::ExactNoTies => "exact_no_ties",
            KendallMethod::ExactPermutation => "exact_permutation",
            KendallMethod::Normal => "normal",
        },
    }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ps {
    p: Vec<f64>,
}

fn run_p_adjust(input: Value) -> Outcome {
    let Ps { p } = read(input)?;
    let list = |p: Vec<f64>| p.into_iter().map(number).collect::<Vec<_>>();
    Ok(json!({ "holm": list(holm(&p)), "bh": list(benjamini_hochberg(&p)) }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScreenInput {
    rows: Vec<(Count, f64, Count, f64)>,
    #[serde(default = "five_percent")]
    alpha: f64,
    phi: Option<Vec<f64>>,
}

fn run_screened_bh(input: Value) -> Outcome {
    let input: ScreenInput = read(input)?;
    let phis = input.phi.unwrap_or(vec![1.0; input.rows.len()]);
    if phis.len() != input.rows.len() {
        return Err("as many phi as rows".into());
    }
    let family: Vec<Comparison> = input
        .rows
        .into_iter()
        .zip(phis)
        .map(|((x1, t1, x0, t0), phi)| Comparison {
            now: observed(x1, t1),
            before: observed(x0, t0),
            phi: Phi::new(phi),
        })
        .collect();
    let result = screened_bh(&family, input.alpha);
    Ok(json!({
        "p": result.iter().map(|one| number(one.p)).collect::<Vec<_>>(),
        "tested": result.iter().map(|one| one.adjusted.is_some()).collect::<Vec<_>>(),
        "bh_adjusted": result.iter().map(|one| maybe(one.adjusted)).collect::<Vec<_>>(),
        "claims": result.iter().map(|one| one.claim).collect::<Vec<_>>(),
    }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TableInput {
    a: Count,
    b: Count,
    c: Count,
    d: Count,
}

fn run_fisher_2x2(input: Value) -> Outcome {
    let TableInput { a, b, c, d } = read(input)?;
    let table = Fourfold {
        a: a.0,
        b: b.0,
        c: c.0,
        d: d.0,
    };
    Ok(json!({ "p": number(fisher_2x2(table)) }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FlowInput {
    year: i32,
    cutoff: Day,
    complaints: Vec<(Day, Option<Day>)>,
}

fn run_flow_balance(input: Value) -> Outcome {
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

fn run_timeliness(input: Value) -> Outcome {
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

fn run_satisfaction(input: Value) -> Outcome {
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

fn run_kaplan_meier(input: Value) -> Outcome {
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

fn run_preventive_verdict(input: Value) -> Outcome {
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
