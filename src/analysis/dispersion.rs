//! Clustering: how much more the months vary than chance, and the factor by which that widens every limit (definition,
//! section 2, phi). Imports the quantities and the special functions.

use super::quantity::{Observed, Phi};
use super::special::{normal_upper, student_upper};

/// Holds what the months of some years say about clustering: Pearson's chi-square and its degrees of freedom.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Dispersion {
    chi_square: f64,
    df: u64,
}

impl Dispersion {
    /// Measures the months of each year against that year's own rate, so that a change from year to year is no
    /// clustering. A year without events, and a month without exposure, says nothing and counts for nothing.
    pub fn of_years<Y: AsRef<[Observed]>>(years: &[Y]) -> Self {
        Self::combined(years.iter().map(|year| Self::of_year(year.as_ref())))
    }

    /// Measures the months of one year against its rate.
    fn of_year(months: &[Observed]) -> Self {
        let seen = || months.iter().copied().filter(|month| month.has_exposure());
        let Some(rate) = Observed::total(seen()).rate().filter(|rate| *rate > 0.0) else {
            return Self::default();
        };
        let chi_square = seen().map(|month| {
            let expected = rate * month.exposure;
            (month.events as f64 - expected).powi(2) / expected
        });
        Self {
            chi_square: chi_square.sum(),
            df: seen().count().saturating_sub(1) as u64,
        }
    }

    /// Pools what several years or categories say.
    pub fn combined(parts: impl IntoIterator<Item = Self>) -> Self {
        parts.into_iter().fold(Self::default(), |sum, part| Self {
            chi_square: sum.chi_square + part.chi_square,
            df: sum.df + part.df,
        })
    }

    /// Gives the degrees of freedom: months less years, of the years with events.
    pub fn df(self) -> u64 {
        self.df
    }

    /// Gives the estimate phi_hat, chi-square by degrees of freedom; `None` without any.
    pub fn phi_hat(self) -> Option<f64> {
        (self.df > 0).then(|| self.chi_square / self.df as f64)
    }

    /// Gives k, by which the estimate is widened because few months estimate it badly: (t / z)^2 at the one-sided `tail`
    /// of the claim; `None` without degrees of freedom.
    pub fn widening(self, tail: f64) -> Option<f64> {
        let ratio = student_upper(self.df, tail)? / normal_upper(tail);
        // Never below 1: at very many degrees of freedom rounding alone would decide.
        Some((ratio * ratio).max(1.0))
    }

    /// Gives the clustering to reckon with at a claim of one-sided `tail`: max(1, k phi_hat).
    pub fn phi(self, tail: f64) -> Phi {
        let widened = self.phi_hat().zip(self.widening(tail));
        widened.map_or(Phi::POISSON, |(phi_hat, k)| Phi::new(k * phi_hat))
    }
}

/// Gives the clustering of each category of a family: its own, but never below what all category-years with events show
/// together (definition, section 2, T3). Same order as given.
pub fn category_phis(own: &[Dispersion], tail: f64) -> Vec<Phi> {
    let pooled = Dispersion::combined(own.iter().copied()).phi_hat();
    let floor = pooled.map_or(1.0, |phi_hat| Phi::new(phi_hat).get());
    own.iter()
        .map(|category| Phi::new(category.phi(tail).get().max(floor)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(counts: &[u64]) -> Vec<Observed> {
        counts.iter().map(|x| Observed::new(*x, 1.0)).collect()
    }

    #[test]
    fn nothing_says_nothing() {
        for years in [
            vec![],
            vec![year(&[])],
            vec![year(&[0; 12])],
            vec![year(&[7])],
        ] {
            let none = Dispersion::of_years(&years);
            assert_eq!(
                (none.df(), none.phi_hat(), none.widening(0.025)),
                (0, None, None)
            );
            assert_eq!(none.phi(0.025), Phi::POISSON);
        }
    }

    /// A year without complaints holds no news about clustering, and neither does a jump between years.
    #[test]
    fn empty_years_and_jumps_between_years_are_no_clustering() {
        let steady = Dispersion::of_years(&[year(&[3; 12]), year(&[0; 12]), year(&[90; 12])]);
        assert_eq!((steady.df(), steady.phi_hat()), (22, Some(0.0)));
        assert_eq!(steady.phi(0.025), Phi::POISSON);
    }

    #[test]
    fn more_clients_is_no_clustering() {
        let months: Vec<Observed> = (1..=12).map(|t| Observed::new(5 * t, t as f64)).collect();
        let phi_hat = Dispersion::of_years(&[months]).phi_hat();
        assert!(phi_hat.is_some_and(|phi_hat| phi_hat.abs() < 1e-20));
    }

    #[test]
    fn a_stricter_claim_widens_more() {
        let months = Dispersion::of_years(&[year(&[4, 0, 11, 2, 0, 0, 9, 1, 6, 0, 3, 10])]);
        assert!(months.phi(0.02 / 24.0) > months.phi(0.025));
    }
}
