//! Shares, rates and their ratios.

use klacht::analysis::exact::conditional_p;
use klacht::analysis::proportion::{Share, clopper_pearson, newcombe_difference, wilson};
use klacht::analysis::quantity::Phi;
use klacht::analysis::rate::{chance_limits, poisson_rate, rate_ratio, t1_min};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    Count, Level, Outcome, estimate, five_percent, maybe, number, observed, read, unclustered,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShareInput {
    k: Count,
    n: Count,
    #[serde(default)]
    conf: Level,
}

pub fn run_wilson(input: Value) -> Outcome {
    let ShareInput { k, n, conf } = read(input)?;
    Ok(estimate("estimate", wilson(Share::new(k.0, n.0), conf.0)))
}

pub fn run_clopper_pearson(input: Value) -> Outcome {
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

pub fn run_newcombe_diff(input: Value) -> Outcome {
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

pub fn run_poisson_ci(input: Value) -> Outcome {
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

pub fn run_rate_ratio(input: Value) -> Outcome {
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

pub fn run_rate_ratio_phi(input: Value) -> Outcome {
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

pub fn run_t1_min(input: Value) -> Outcome {
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

pub fn run_detectable(input: Value) -> Outcome {
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

pub fn run_month_limits(input: Value) -> Outcome {
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
