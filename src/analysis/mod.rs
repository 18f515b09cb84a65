//! The figures of the yearly analysis (clause 8): counts, intervals, trends and effects, as pure functions over counts,
//! exposures and dates. These import nothing of the rest of the crate; [`figures`] alone reads the register: it counts,
//! and the others judge.
//!
//! The statistics are chosen for registers of 5 to 10,000 complaints a year, where most tools report noise as a trend. A
//! word such as rise, fall or improved is a variant of an enum here, and a rule stands before each.
//!
//! | module | figures | rests on |
//! | --- | --- | --- |
//! | [`quantity`] | a count with its exposure, an interval, clustering | – |
//! | `special` | incomplete beta and gamma functions, quantiles, the solver | the `statrs` crate |
//! | [`proportion`] | shares: Wilson, Clopper-Pearson, Newcombe, the norm | `special` |
//! | [`exact`] | Fisher's test, reference p-values | – |
//! | [`rate`] | a rate, R (the comparison of two), limits of chance, the shortest wait | `special` |
//! | [`dispersion`] | clustering per series and pooled | `special` |
//! | [`disclosure`] | which counts everybody may see | – |
//! | [`multiplicity`] | Holm, Benjamini-Hochberg with screening | `rate` |
//! | [`headline`] | the year and its months against the baseline: T1, T2 | `rate`, `dispersion` |
//! | [`long_run`] | Mann-Kendall and Theil-Sen: T4 | `special` |
//! | [`trend`] | the trend words: T1 and T4 under Holm | `headline`, `long_run` |
//! | [`category`] | categories of a family: T3 | `rate`, `dispersion`, `multiplicity` |
//! | [`survival`] | lead times with open cases | `special` |
//! | [`flow`] | the balance of a year, what was done in time | `proportion` |
//! | [`satisfaction`] | reactions to redress | `proportion`, `exact` |
//! | [`window`] | the periods before and after a measure | – |
//! | [`effect`] | verdicts on preventive measures | `window`, `rate`, `exact`, `multiplicity` |
//! | [`figures`] | the figures of a year of a register, with the cases behind each | all of these, the register |
//!
//! A missing figure is `None`; an end that nothing bounds is `f64::INFINITY`; no function panics or gives NaN, at no
//! events, no exposure or no cases either. Source of all: the definition of the yearly analysis, by section; the papers
//! are named where they are used.

pub mod category;
pub mod disclosure;
pub mod dispersion;
pub mod effect;
pub mod exact;
pub mod figures;
pub mod flow;
pub mod headline;
pub mod long_run;
pub mod multiplicity;
pub mod proportion;
pub mod quantity;
pub mod rate;
pub mod satisfaction;
mod special;
pub mod survival;
pub mod trend;
pub mod window;
