//! The functions that a vector may name, and what their inputs and outputs are written with.

mod courses;
mod rates;
mod trends;

use chrono::NaiveDate;
use klacht::analysis::quantity::{Confidence, Estimate, Observed};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use courses::*;
use rates::*;
use trends::*;

/// What a function made of an input: named fields, or why it could not read the input.
pub type Outcome = Result<Value, String>;

/// A function by the name that vectors give it.
type Function = (&'static str, fn(Value) -> Outcome);

/// Every function that a vector may name.
pub const FUNCTIONS: &[Function] = &[
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
