//! The rules of the procedure: pure functions over a register that say what is wrong, and nothing else.
//!
//! One file a clause, one table a file; [`all`] is the table of them all. Explanations in both languages hang on the code
//! (`locales/*/rules.ftl`), examples on the code's file under `examples/`.

pub mod authority;
pub mod clause_1_receipt;
pub mod clause_2_handler;
pub mod clause_3_acknowledgement;
pub mod clause_4_investigation;
pub mod clause_5_offer;
pub mod clause_6_report;
pub mod clause_7_prevention;
pub mod clause_8_follow_up;
pub mod clause_9_appeal;
mod correction;
pub mod examples;
pub mod history;
pub mod message;
pub mod record;
mod run;
pub mod sentences;

use std::ops::Range;

use crate::calendar::Calendar;
use crate::deadlines::{Deadline, RULE_OF_OTHERS};
use crate::finding::{Args, Finding, Level};
use crate::register::Register;
use crate::register::case::Case;
use crate::register::procedure::Procedure;
use crate::register::staff::Staff;
use crate::register::step::{Step, StepKind};
use crate::route;
use crate::source::{Route, Spot};
use crate::words::{Day, StaffId};
use crate::workflow::Standing;

pub use run::{check, check_last_step, check_whole_case};

/// How a rule finds what it is about.
#[derive(Clone, Copy)]
pub enum Check {
    /// While a file is read; the rule is here for its explanation.
    Reading,
    /// From the table of what may follow what, which names the code.
    Order,
    /// By looking at a step and where the case stood before it.
    Step(fn(&StepView<'_>, &mut Out<'_>)),
    /// By looking at a case as a whole.
    Case(fn(&CaseView<'_>, &mut Out<'_>)),
    /// From the deadlines of the term that the rule is about.
    Term,
    /// By looking at commits; the rule is here for its explanation.
    History,
    /// By looking at the register as a whole.
    Register(fn(&Context<'_>, &mut Out<'_>)),
}

/// A rule: one row of the table.
pub struct Rule {
    /// The permanent code.
    pub code: &'static str,
    /// The name of the fault.
    pub name: &'static str,
    /// How much the fault weighs; a rule on a term can also give what is overdue or due.
    pub level: Level,
    /// The sentences of the procedure that it stands for, by their ids in `sentences.yaml`.
    pub sentences: &'static [&'static str],
    /// Whether a `waived` step can set it aside.
    pub waivable: bool,
    /// How it is found.
    pub check: Check,
}

impl Rule {
    /// Gives the clause of the rule, which is the first digit of its code; none for records and authority.
    pub fn clause(&self) -> Option<u8> {
        match self.code.as_bytes() {
            [b'K', digit @ b'1'..=b'9', ..] => Some(digit - b'0'),
            _ => None,
        }
    }
}

/// Writes a row of the table for a violation.
const fn violation(
    code: &'static str,
    name: &'static str,
    sentences: &'static [&'static str],
    check: Check,
) -> Rule {
    Rule {
        code,
        name,
        level: Level::Violation,
        sentences,
        waivable: false,
        check,
    }
}

/// Writes a row of the table for a warning.
const fn warning(
    code: &'static str,
    name: &'static str,
    sentences: &'static [&'static str],
    check: Check,
) -> Rule {
    Rule {
        level: Level::Warning,
        ..violation(code, name, sentences, check)
    }
}

/// Writes a row of the table for a breach, which can be waived.
const fn breach(
    code: &'static str,
    name: &'static str,
    sentences: &'static [&'static str],
    check: Check,
) -> Rule {
    Rule {
        level: Level::Breach,
        waivable: true,
        ..violation(code, name, sentences, check)
    }
}

/// Gives every rule, by code.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
        record::RULES,
        clause_1_receipt::RULES,
        clause_2_handler::RULES,
        clause_3_acknowledgement::RULES,
        clause_4_investigation::RULES,
        clause_5_offer::RULES,
        clause_6_report::RULES,
        clause_7_prevention::RULES,
        clause_8_follow_up::RULES,
        clause_9_appeal::RULES,
        authority::RULES,
        history::RULES,
    ]
    .into_iter()
    .flatten()
}

/// Finds the rule of a code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code == code)
}

/// Gives the clause that a finding is about: that of its rule, for a rule without one that of the step or the term. The rule of the
/// organisation's own terms is about the clause of the term.
pub fn clause_of(finding: &Finding) -> Option<u8> {
    let of_rule = rule(finding.code).and_then(Rule::clause);
    match finding.code {
        RULE_OF_OTHERS => finding.clause.or(of_rule),
        _ => of_rule.or(finding.clause),
    }
}

/// What every check may know beside the case.
pub struct Context<'a> {
    /// The register.
    pub register: &'a Register,
    /// Its procedure, or what can be trusted of it.
    pub procedure: Option<&'a Procedure>,
    /// Its staff, or what can be trusted of it.
    pub staff: Option<&'a Staff>,
    /// The days off.
    pub calendar: &'a Calendar,
    /// The reference date.
    pub as_of: Day,
}

impl Context<'_> {
    /// Gives the name of a member of staff, or the id where nobody has it.
    pub fn name<'n>(&'n self, id: &'n StaffId) -> &'n str {
        self.staff.map_or(id.as_str(), |staff| staff.name(id))
    }
}

/// A step and where the case stood before it.
pub struct StepView<'a> {
    /// What else may be known.
    pub context: &'a Context<'a>,
    /// The case.
    pub case: &'a Case,
    /// The index of the step, from 0.
    pub index: usize,
    /// The step.
    pub step: &'a Step,
    /// Where the case stood before it.
    pub before: &'a Standing<'a>,
}

impl StepView<'_> {
    /// Gives the route to a field of the step.
    pub fn field(&self, field: &'static str) -> Route {
        route!["steps", self.index, field]
    }
}

/// A case as it stands on the reference date.
pub struct CaseView<'a> {
    /// What else may be known.
    pub context: &'a Context<'a>,
    /// The case.
    pub case: &'a Case,
    /// Where it stands.
    pub standing: &'a Standing<'a>,
    /// Its deadlines.
    pub deadlines: &'a [Deadline<'a>],
}

impl CaseView<'_> {
    /// Gives the first step of some kinds that comes after another.
    fn first_after(&self, index: usize, kinds: &[StepKind]) -> Option<&Step> {
        let mut later = self.case.steps[index + 1..].iter();
        later.find(|step| kinds.contains(&step.kind()))
    }
}

/// Takes what a check finds, and knows its rule, file and case.
pub struct Out<'a> {
    rule: &'static Rule,
    case: Option<&'a Case>,
    clause: Option<u8>,
    waived: bool,
    findings: &'a mut Vec<Finding>,
}

impl Out<'_> {
    /// Reports a finding at a value of the case.
    pub fn at(&mut self, route: Route, args: Args) {
        let spot = match self.case {
            Some(case) => Spot::Value(case.route_in_file(&route)),
            None => Spot::Value(route),
        };
        let file = self.case.map_or_else(String::new, Case::path);
        self.put(self.rule.level, file, spot, args);
    }

    /// Reports a finding at a part of a text of the case.
    pub fn part(&mut self, route: Route, part: Range<usize>, args: Args) {
        let route = self
            .case
            .map_or_else(|| route.clone(), |case| case.route_in_file(&route));
        let file = self.case.map_or_else(String::new, Case::path);
        self.put(self.rule.level, file, Spot::Part(route, part), args);
    }

    /// Reports a finding about a file of the register.
    pub fn file(&mut self, file: &str, spot: Spot, args: Args) {
        self.put(self.rule.level, file.to_owned(), spot, args);
    }

    /// Reports a finding at a value of the file of the case.
    fn level(&mut self, level: Level, route: Route, args: Args) {
        let file = self.case.map_or_else(String::new, Case::path);
        self.put(level, file, Spot::Value(route), args);
    }

    fn put(&mut self, level: Level, file: String, spot: Spot, args: Args) {
        self.findings.push(Finding {
            code: self.rule.code,
            level,
            file,
            spot,
            case: self.case.map(|case| case.id),
            clause: self.clause,
            args,
            waived: self.waived,
        });
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::workflow::TRANSITIONS;

    #[test]
    fn codes_and_names_are_unique_in_form_and_in_order() {
        let codes: Vec<&str> = all().map(|rule| rule.code).collect();
        let names: BTreeSet<&str> = all().map(|rule| rule.name).collect();
        assert_eq!(names.len(), codes.len(), "a name twice");
        let (h, k): (Vec<&str>, Vec<&str>) = codes.iter().partition(|code| code.starts_with('H'));
        assert!(
            k.is_sorted_by(|a, b| a < b) && h.is_sorted_by(|a, b| a < b),
            "{codes:?}"
        );
        for rule in all() {
            assert!(
                rule.code.parse::<crate::words::RuleCode>().is_ok(),
                "{}",
                rule.code
            );
            assert!(
                rule.name
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b == b'-'),
                "{}",
                rule.name
            );
        }
    }

    #[test]
    fn the_table_of_transitions_names_rules_of_order_only() {
        let named: BTreeSet<&str> = TRANSITIONS
            .iter()
            .flat_map(|row| row.after.iter().chain(row.not_after))
            .map(|(_, code)| *code)
            .collect();
        let ordered: BTreeSet<&str> = all()
            .filter(|rule| matches!(rule.check, Check::Order))
            .map(|rule| rule.code)
            .collect();
        assert_eq!(named, ordered);
    }
}
