//! Which counts may be shown to everybody: 1 to 4 are not, and neither is what would give them away (definition, section 0,
//! public version). Reads nothing.
//!
//! This is cell suppression with the feasible interval of each small count as its measure (Hundepool and others,
//! *Statistical Disclosure Control*, 2012, chapter 4), for one table with its total; tables are not taken together.

/// The counts that are hidden for being small.
const SMALL: std::ops::RangeInclusive<u64> = 1..=4;

/// What is shown of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disclosed {
    /// The count itself.
    Count(u64),
    /// That it is less than five, and not zero.
    Few,
    /// Nothing: with it, a small one could be worked out. It is five or more.
    Withheld,
}

/// Says what is shown of the counts of a table whose total everybody knows.
///
/// The total is the sum of the counts less the sum of `deducted`, which are shown after them. Every small count can then
/// still be anything from 1 to 4. What has to go with it is taken from the end, whatever its size, for who knows that the
/// smallest goes knows something of it: the order of the counts may not be that of their size. `None` when that cannot be had: then nothing of the table is shown.
pub fn disclose(counts: &[u64], deducted: &[u64]) -> Option<Vec<Disclosed>> {
    let cells: Vec<(u64, bool)> = counts
        .iter()
        .map(|count| (*count, false))
        .chain(deducted.iter().map(|count| (*count, true)))
        .collect();
    let mut shown: Vec<Disclosed> = cells
        .iter()
        .map(|(count, _)| match SMALL.contains(count) {
            true => Disclosed::Few,
            false => Disclosed::Count(*count),
        })
        .collect();
    while !protects(&cells, &shown) {
        let next = shown
            .iter_mut()
            .rev()
            .find(|shown| matches!(shown, Disclosed::Count(1..)));
        *next? = Disclosed::Withheld;
    }
    Some(shown)
}

/// Tells whether every small count can be anything from 1 to 4 for who knows the total and what is shown.
fn protects(cells: &[(u64, bool)], shown: &[Disclosed]) -> bool {
    let hidden: Vec<(i128, bool, Disclosed)> = cells
        .iter()
        .zip(shown)
        .filter(|(_, shown)| !matches!(shown, Disclosed::Count(_)))
        .map(|((count, deducted), shown)| (i128::from(*count), *deducted, *shown))
        .collect();
    // What the hidden ones come to is known: the total less what is shown.
    let signed = |deducted: bool, value: i128| if deducted { -value } else { value };
    let sum: i128 = hidden
        .iter()
        .map(|(count, less, _)| signed(*less, *count))
        .sum();
    let unbounded = i128::MAX >> 8;
    hidden.iter().enumerate().all(|(at, (_, less, shown))| {
        if *shown != Disclosed::Few {
            return true;
        }
        let (mut low, mut high) = (0, 0);
        for (_, less, shown) in hidden
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .map(|(_, cell)| cell)
        {
            let range = match shown {
                Disclosed::Few => (1, 4),
                _ => (5, unbounded),
            };
            let ends = (signed(*less, range.0), signed(*less, range.1));
            low += ends.0.min(ends.1);
            high += ends.0.max(ends.1);
        }
        let ends = (signed(*less, sum - low), signed(*less, sum - high));
        ends.0.min(ends.1) <= 1 && ends.0.max(ends.1) >= 4
    })
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    use Disclosed::{Count, Few, Withheld};

    #[test]
    fn what_is_large_or_nothing_is_shown() {
        assert_eq!(
            disclose(&[12, 0, 5], &[]),
            Some(vec![Count(12), Count(0), Count(5)])
        );
        assert_eq!(disclose(&[], &[]), Some(vec![]));
    }

    #[test]
    fn a_small_count_takes_another_one_with_it() {
        assert_eq!(
            disclose(&[30, 9, 3], &[]),
            Some(vec![Count(30), Withheld, Few])
        );
        // 3 and 5 are 8 together: the small one could not be 4.
        assert_eq!(
            disclose(&[30, 5, 3], &[]),
            Some(vec![Withheld, Withheld, Few])
        );
        assert_eq!(disclose(&[20, 2, 3], &[]), Some(vec![Count(20), Few, Few]));
    }

    #[test]
    fn a_table_that_cannot_hide_its_small_counts_is_not_shown() {
        assert_eq!(disclose(&[3], &[]), None);
        assert_eq!(disclose(&[1, 1], &[]), None);
        assert_eq!(disclose(&[4, 4], &[]), None);
    }

    #[test]
    fn what_is_deducted_hides_what_is_added() {
        // Closed and open in the end, less what was open in the beginning: what was received.
        assert_eq!(
            disclose(&[40, 2], &[10]),
            Some(vec![Count(40), Few, Withheld])
        );
    }

    /// Who knows the total, what is shown, and even how it was chosen, never learns a small count.
    #[test]
    fn no_small_count_can_be_worked_out() {
        let mut views: BTreeMap<(String, u64), Vec<[u64; 4]>> = BTreeMap::new();
        let most = 24;
        for a in 0..=most {
            for b in 0..=most - a {
                for c in 0..=most - a - b {
                    for d in 0..=most - a - b - c {
                        let table = [a, b, c, d];
                        if let Some(shown) = disclose(&table, &[]) {
                            let view = (format!("{shown:?}"), table.iter().sum());
                            views.entry(view).or_default().push(table);
                        }
                    }
                }
            }
        }
        let mut hidden = 0;
        for ((view, total), tables) in &views {
            let Some(shown) = disclose(&tables[0], &[]) else {
                panic!("{view} was shown")
            };
            for (at, shown) in shown.iter().enumerate() {
                if *shown == Few {
                    let possible: BTreeSet<u64> = tables.iter().map(|table| table[at]).collect();
                    assert!(possible.len() > 1, "{view}, {total} in all: {tables:?}");
                    hidden += 1;
                }
            }
        }
        assert!(hidden > 100, "{hidden} small counts were looked at");
    }
}
