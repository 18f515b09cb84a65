//! The special functions, made safe: the crate's incomplete beta and gamma functions and quantiles behind a wrapper that
//! never panics and never gives NaN, and the one bounded solver that turns them round. Imports only the crate.

use statrs::distribution::{ContinuousCDF, StudentsT};
use statrs::function::{beta, erf, gamma};

/// The furthest that a logarithm may go before its exponential leaves the range of `f64`.
const LOG_RANGE: f64 = 700.0;

/// The most steps of the solver: twice as many as halving a double takes to its last digit.
const STEPS: usize = 120;

/// Gives the regularised incomplete beta function I_x(a, b), with `y` = 1 - x passed along so that neither end loses
/// digits. At a = 0 or b = 0 it gives the limit.
pub fn beta_lower(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if a <= 0.0 || y <= 0.0 {
        return 1.0;
    }
    if b <= 0.0 || x <= 0.0 {
        return 0.0;
    }
    // Near x = 1 the difference 1 - x has lost its digits, so the other side is asked instead.
    let lower = if y < 1e-4 {
        beta::checked_beta_reg(b, a, y).map(|upper| 1.0 - upper)
    } else {
        beta::checked_beta_reg(a, b, x.min(1.0))
    };
    chance(lower.ok(), x * (a + b) >= a)
}

/// Gives P(X <= `x` - 1) for X Poisson with mean `mean`: the upper regularised gamma function Q(`x`, `mean`).
pub fn gamma_upper(x: f64, mean: f64) -> f64 {
    if mean <= 0.0 {
        return 1.0;
    }
    if x <= 0.0 {
        return 0.0;
    }
    chance(gamma::checked_gamma_ur(x, mean).ok(), mean < x)
}

/// Gives P(X >= `x`) for X Poisson with mean `mean`: the lower regularised gamma function P(`x`, `mean`).
pub fn gamma_lower(x: f64, mean: f64) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    if mean <= 0.0 {
        return 0.0;
    }
    chance(gamma::checked_gamma_lr(x, mean).ok(), mean >= x)
}

/// Gives the point that a standard normal variable exceeds with chance `tail`.
pub fn normal_upper(tail: f64) -> f64 {
    std::f64::consts::SQRT_2 * erf::erfc_inv(2.0 * tail)
}

/// Gives the chance that a standard normal variable exceeds `z`, for z >= 0.
pub fn normal_tail(z: f64) -> f64 {
    // erfc(x) = Q(1/2, x^2): the crate's gamma function has more digits than its error function.
    gamma_upper(0.5, z * z / 2.0) / 2.0
}

/// Gives the point that Student's t with `df` degrees of freedom exceeds with chance `tail`; `None` for df < 1.
pub fn student_upper(df: u64, tail: f64) -> Option<f64> {
    let t = StudentsT::new(0.0, 1.0, df as f64).ok()?;
    (tail > 0.0 && tail < 0.5).then(|| -t.inverse_cdf(tail))
}

/// Keeps what the crate gave within [0, 1]; where it gave no number, the side of the mean decides.
fn chance(value: Option<f64>, above_mean: bool) -> f64 {
    match value {
        Some(value) if !value.is_nan() => value.clamp(0.0, 1.0),
        _ if above_mean => 1.0,
        _ => 0.0,
    }
}

/// Says which way a function of the solver goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slope {
    /// Never falls as its argument grows.
    Rising,
    /// Never rises as its argument grows.
    Falling,
}

/// Solves `chance(exp(u))` = `target` for exp(u), where `chance` is monotone; `start` is a guess for u.
///
/// Walks from the guess towards the root in doubling steps until it is bracketed, then closes in by Chandrupatla's method. Works on
/// logarithms of both sides, on which tails of distributions are nearly straight. `None` when the root lies outside e^-700 to e^700.
pub fn solve_log(
    chance: impl Fn(f64) -> f64,
    slope: Slope,
    target: f64,
    start: f64,
) -> Option<f64> {
    let goal = target.ln();
    let miss = |u: f64| chance(u.exp()).max(f64::MIN_POSITIVE).ln() - goal;
    let start = start.clamp(-LOG_RANGE, LOG_RANGE);
    let mut here = if start.is_nan() { 0.0 } else { start };
    let mut at_here = miss(here);
    let upward = (at_here < 0.0) == (slope == Slope::Rising);
    let mut step: f64 = if upward { 0.05 } else { -0.05 };
    loop {
        let next = (here + step).clamp(-LOG_RANGE, LOG_RANGE);
        let at_next = miss(next);
        if at_here * at_next <= 0.0 {
            return Some(chandrupatla(miss, (here, at_here), (next, at_next)).exp());
        }
        if next.abs() >= LOG_RANGE {
            return None;
        }
        (here, at_here) = (next, at_next);
        step *= 2.0;
    }
}

/// A guess that moves by less than this, beside 1 and the abscissa, has found the root: each has nearly twice as many right digits
/// as the one before, so the last has as many as the function.
const SETTLED: f64 = 1e-10;

/// Closes a bracket around a root of `f`, which is finite, by Chandrupatla's method (1997), to the last digits that the function
/// has: through the last three points by inverse quadratic interpolation where that is sure to help, else by halving.
fn chandrupatla(
    f: impl Fn(f64) -> f64,
    (mut a, mut at_a): (f64, f64),
    (mut b, mut at_b): (f64, f64),
) -> f64 {
    // Of the way from the last point, a, to the one beyond the root, b.
    let mut share = at_a / (at_a - at_b);
    for step in 0..STEPS {
        if at_a == 0.0 {
            return a;
        }
        if at_b == 0.0 {
            return b;
        }
        let guess = a + share * (b - a);
        // The first guess is the secant's, which may be near an end and far from the root.
        if step > 0 && (guess - a).abs() <= SETTLED * (1.0 + a.abs()) {
            return guess;
        }
        let at_guess = f(guess);
        // The third point, c, is the one that the guess has taken out of the bracket.
        let (c, at_c) = if at_guess * at_a > 0.0 {
            (a, at_a)
        } else {
            let out = (b, at_b);
            (b, at_b) = (a, at_a);
            out
        };
        (a, at_a) = (guess, at_guess);
        let (place, height) = ((a - b) / (c - b), (at_a - at_b) / (at_c - at_b));
        share = if height * height < place && (1.0 - height) * (1.0 - height) < 1.0 - place {
            at_a / (at_b - at_a) * at_c / (at_b - at_c)
                + (c - a) / (b - a) * at_a / (at_c - at_a) * at_b / (at_c - at_b)
        } else {
            0.5
        };
        if (b - a).abs() <= 4.0 * f64::EPSILON * (1.0 + a.abs()) {
            break;
        }
    }
    if at_a.abs() < at_b.abs() { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// I_½(a, a) = ½ needs no outside source (symmetry of the distribution).
    #[test]
    fn the_beta_function_is_symmetric() {
        for a in [0.5, 1.0, 12.0, 400.0, 10_000.0] {
            let got = beta_lower(a, a, 0.5, 0.5);
            assert!((got - 0.5).abs() < 1e-9, "a = {a}: {got}");
        }
    }

    #[test]
    fn the_ends_and_the_absurd_give_a_chance() {
        for a in [0.0, 1e-300, 1e-6, 1.0, 1e4, 1e12] {
            for x in [0.0, 1e-300, 0.3, 1.0 - 1e-16, 1.0] {
                for b in [0.0, 1e-300, 3.0, 1e9] {
                    let p = beta_lower(a, b, x, 1.0 - x);
                    assert!((0.0..=1.0).contains(&p), "I_{x}({a}, {b}) = {p}");
                }
                for p in [gamma_lower(a, x), gamma_upper(a, x), gamma_lower(x, a)] {
                    assert!((0.0..=1.0).contains(&p), "gamma({a}, {x}) = {p}");
                }
            }
        }
    }

    /// Tables of Student's t and of the normal distribution (any textbook).
    #[test]
    fn quantiles_agree_with_the_tables() {
        assert!((normal_upper(0.025) - 1.959_963_984_540_054).abs() < 1e-13);
        for (z, tail) in [
            (1.959_963_984_540_054, 0.025),
            (3.090_232_306_167_813_5, 0.001),
        ] {
            let got = normal_tail(z);
            assert!((got / tail - 1.0).abs() < 1e-13, "{z}: {got}");
        }
        let t = student_upper(22, 0.025);
        assert!(t.is_some_and(|t| (t - 2.073_873_067_904_0).abs() < 1e-10));
        assert_eq!(student_upper(0, 0.025), None);
    }

    #[test]
    fn a_bracket_closes_on_the_root_of_bent_and_broken_lines() {
        type Line = fn(f64) -> f64;
        let lines: [(Line, f64, f64, f64); 5] = [
            (|u| u.exp() - 1e-3, -40.0, 40.0, 1e-3_f64.ln()),
            (|u| u * u * u - 8.0, -1.0, 100.0, 2.0),
            (|u| u.powi(9), -1.0, 4.0, 0.0),
            (|u| if u < 0.7 { -1.0 } else { 1.0 }, 0.0, 1.0, 0.7),
            (|u| (u - 3.0).atan(), 50.0, -50.0, 3.0),
        ];
        for (line, a, b, root) in lines {
            let found = chandrupatla(line, (a, line(a)), (b, line(b)));
            // The ninth power is flat: below 1e-16 around its root there is nothing to tell.
            let near = if line(0.01).abs() < 1e-17 { 0.02 } else { 1e-9 };
            assert!((found - root).abs() < near, "{root}: {found}");
        }
    }

    #[test]
    fn the_solver_finds_near_and_far_roots_and_gives_up_in_time() {
        for root in [1e-200, 1e-3, 1.0, 77.0, 1e200] {
            let found = solve_log(|s| s / (s + root), Slope::Rising, 0.5, 0.0);
            assert!(
                found.is_some_and(|s| (s / root - 1.0).abs() < 1e-10),
                "{root}: {found:?}"
            );
        }
        assert_eq!(solve_log(|_| 0.3, Slope::Rising, 0.5, 0.0), None);
        assert_eq!(solve_log(|_| 0.3, Slope::Falling, 0.5, 0.0), None);
    }
}
