//! Clause 6: the written report.

use super::{Check, Rule, breach, violation};

pub(super) const RULES: &[Rule] = &[
    breach("K601", "report-late", &["6.1"], Check::Term),
    violation(
        "K602",
        "solved-before-offer",
        &["5.3", "5.4", "6.1"],
        Check::Order,
    ),
    violation("K603", "report-before-solution", &["6.1"], Check::Order),
];
