//! The history of a register, H02 to H48: what a commit may do, who may make it, and what may be pushed.
//! The checks are in the module `history`, for they look at git; the rules are here, with the others.

use super::{Check, Rule, violation};
use crate::finding::{Args, Finding};
use crate::source::Spot;

const H: Check = Check::History;

pub(super) const RULES: &[Rule] = &[
    violation("H02", "no-trust-root", &[], H),
    violation("H03", "trust-root-not-in-history", &[], H),
    violation("H04", "ref-not-allowed", &[], H),
    violation("H05", "branch-deleted", &[], H),
    violation("H06", "history-rewritten", &[], H),
    violation("H07", "pusher-is-not-author", &[], H),
    violation("H08", "push-too-large", &[], H),
    violation("H09", "commit-header-odd", &[], H),
    violation("H10", "commit-before-parent", &[], H),
    violation("H11", "commit-in-future", &[], H),
    violation("H12", "author-date-odd", &[], H),
    violation("H13", "author-is-not-committer", &[], H),
    violation("H14", "author-unknown", &[], H),
    violation("H15", "author-not-in-service", &[], H),
    violation("H16", "author-is-not-by", &["0.5"], H),
    violation("H17", "commit-empty", &[], H),
    violation("H18", "merge-changes-register", &[], H),
    violation("H19", "octopus-merge", &[], H),
    violation("H20", "message-missing", &[], H),
    violation("H21", "message-says-otherwise", &[], H),
    violation("H22", "earlier-text-changed", &["0.5"], H),
    violation("H23", "several-steps", &[], H),
    violation("H24", "several-cases", &[], H),
    violation("H25", "no-step", &[], H),
    violation("H26", "file-removed", &["0.5"], H),
    violation("H27", "annex-changed", &[], H),
    violation("H28", "annex-of-another-step", &[], H),
    violation("H29", "entry-not-a-file", &[], H),
    violation("H30", "foreign-file", &[], H),
    violation("H31", "names-alike", &[], H),
    violation("H32", "tree-malformed", &[], H),
    violation("H33", "carriage-return", &[], H),
    violation("H34", "mixed-commit", &[], H),
    violation("H35", "step-after-commit", &[], H),
    violation("H36", "policy-by-another", &[], H),
    violation("H37", "staff-inconsistent", &[], H),
    violation("H38", "import-by-another", &[], H),
    violation("H39", "document-by-another", &[], H),
    violation("H40", "attributes-reach-register", &[], H),
    violation("H41", "unsigned", &[], H),
    violation("H42", "signature-invalid", &[], H),
    violation("H43", "signer-is-not-author", &[], H),
    violation("H44", "pointer-for-a-file", &[], H),
    violation("H45", "too-many-files", &[], H),
    violation("H46", "policy-against-records", &[], H),
    violation("H47", "policy-against-breaches", &[], H),
    violation("H48", "case-of-coming-year", &[], H),
];

/// Makes a finding of a rule of the history; `file` is empty where it is about the commit itself.
pub fn finding(code: &'static str, file: &str, spot: Spot, args: Args) -> Finding {
    let found = Finding::violation(code, file, spot, args);
    let level = super::rule(code).map_or(found.level, |rule| rule.level);
    Finding { level, ..found }
}
