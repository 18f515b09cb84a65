//! Clustering, the headline, the long run and corrections for many comparisons.

use klacht::analysis::dispersion::{Dispersion, category_phis};
use klacht::analysis::exact::{Fourfold, fisher_2x2};
use klacht::analysis::headline::{ALPHA_MONTH, TrendState, headline};
use klacht::analysis::long_run::{KendallMethod, mann_kendall};
use klacht::analysis::multiplicity::{Comparison, benjamini_hochberg, holm, screened_bh};
use klacht::analysis::quantity::{Observed, Phi};
use klacht::analysis::rate::chance_limits;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Count, Outcome, five_percent, maybe, number, observed, read};

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

pub fn run_dispersion(input: Value) -> Outcome {
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

pub fn run_dispersion_pooled(input: Value) -> Outcome {
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

pub fn run_headline(input: Value) -> Outcome {
    let input: HeadlineInput = read(input)?;
    let baseline = years(&input.baseline, input.baseline_exposure.as_ref())?;
    let result = headline(
        &baseline,
        &months(&input.year, input.year_exposure.as_ref())?,
    );
    let average = chance_limits(
        result.year.exposure / result.month_limits.len().max(1) as f64,
        result.baseline,
        ALPHA_MONTH,
        result.phi_month,
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
        "month_limit_low": average.low,
        "month_limit_high": average.high,
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

pub fn run_mann_kendall(input: Value) -> Outcome {
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

pub fn run_p_adjust(input: Value) -> Outcome {
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

pub fn run_screened_bh(input: Value) -> Outcome {
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

pub fn run_fisher_2x2(input: Value) -> Outcome {
    let TableInput { a, b, c, d } = read(input)?;
    let table = Fourfold {
        a: a.0,
        b: b.0,
        c: c.0,
        d: d.0,
    };
    Ok(json!({ "p": number(fisher_2x2(table)) }))
}
