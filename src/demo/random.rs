//! Numbers that look random and are the same every time. Imports nothing of the project.

/// SplitMix64: a counter and a mixing function (Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014).
///
/// Good enough to spread examples, no more; it is here because its numbers must never change with a dependency.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// Starts a series of numbers; two seeds that lie near each other give unlike series.
    pub fn new(seed: u64, series: u64) -> Self {
        let mut mixed = Self(seed);
        Self(mixed.number() ^ series.wrapping_mul(0xD1B5_4A32_D192_ED03))
    }

    /// Gives the next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Gives a number from 0 up to, not including, `end`; 0 when there is nothing to choose from.
    pub fn below(&mut self, end: u64) -> u64 {
        // The high half of the product; the bias is far below what an example could show.
        u64::try_from((u128::from(self.number()) * u128::from(end)) >> 64).unwrap_or(0)
    }

    /// Gives a number from `low` to `high`, both included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high - low + 1)
    }

    /// Tells whether something with this chance, in per mille, comes about.
    pub fn chance(&mut self, per_mille: u64) -> bool {
        self.below(1000) < per_mille
    }

    /// Picks one.
    ///
    /// # Panics
    /// When there is nothing to pick from.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.index(from.len())]
    }

    /// Picks a few different ones, in their order; fewer when there are not so many.
    pub fn some<T: Copy>(&mut self, from: &[T], number: usize) -> Vec<T> {
        let mut left = number.min(from.len());
        let mut picked = Vec::with_capacity(left);
        for (at, item) in from.iter().enumerate() {
            if self.index(from.len() - at) < left {
                picked.push(*item);
                left -= 1;
            }
        }
        picked
    }

    /// Picks one by weight.
    ///
    /// # Panics
    /// When there is nothing to pick from.
    pub fn weighted<T: Copy>(&mut self, from: &[(u64, T)]) -> T {
        let mut at = self.below(from.iter().map(|(weight, _)| weight).sum());
        for (weight, item) in from {
            match at.checked_sub(*weight) {
                Some(rest) => at = rest,
                None => return *item,
            }
        }
        from[0].1
    }

    fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers for seed 1234567, as the reference implementation in C gives them (prng.di.unimi.it/splitmix64.c).
    #[test]
    fn the_numbers_are_those_of_splitmix64() {
        let mut random = Random(1_234_567);
        let numbers = [random.number(), random.number(), random.number()];
        assert_eq!(
            numbers,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn choices_stay_within_what_there_is() {
        let mut random = Random::new(1, 2);
        let letters = ['a', 'b', 'c', 'd'];
        let mut seen = [0; 3];
        for _ in 0..1000 {
            assert!((3..=5).contains(&random.between(3, 5)));
            assert!(letters.contains(random.pick(&letters)));
            let some = random.some(&letters, 2);
            assert!(some.len() == 2 && some[0] < some[1]);
            seen[random.weighted(&[(8, 0), (0, 1), (2, 2)])] += 1;
        }
        assert!(seen[0] > 700 && seen[1] == 0 && seen[2] > 100, "{seen:?}");
        assert_eq!(random.below(0), 0);
    }
}
