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
pub mod examples;
pub mod history;
pub mod message;
pub mod record;
pub mod sentences;

use crate::calendar::Calendar;
use crate::deadlines::{Deadline, State, deadlines};
use crate::finding::{Args, Finding, Level};
use crate::register::Register;
use crate::register::case::Case;
use crate::register::procedure::{Event, Procedure};
use crate::register::staff::Staff;
use crate::register::step::{Action, Step};
use crate::register::words::Day;
use crate::route;
use crate::source::{Route, Spot};
use crate::workflow::{Standing, transition};

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
    /// From the deadlines of the term with this id; `None` takes every term that has no rule of its own.
    Term(Option<&'static str>),
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

/// Writes a row of the table for a breach, which can be waived.
const fn breach(
    code: &'static str,
    name: &'static str,
    sentences: &'static [&'static str],
    check: Check,
) -> Rule {
    Rule {
        code,
        name,
        level: Level::Breach,
        sentences,
        waivable: true,
        check,
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

/// Finds the example of a code: a failing and a passing register, in the form that [`examples`] describes.
pub fn example(code: &str) -> Option<&'static str> {
    examples::example(code)
}

/// What every check may know beside the case.
pub struct Context<'a> {
    /// The register.
    pub register: &'a Register,
    /// Its procedure.
    pub procedure: Option<&'a Procedure>,
    /// Its staff.
    pub staff: Option<&'a Staff>,
    /// The days off.
    pub calendar: &'a Calendar,
    /// The reference date.
    pub as_of: Day,
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

    /// Reports a finding about a file of the register.
    pub fn file(&mut self, file: &str, spot: Spot, args: Args) {
        self.put(self.rule.level, file.to_owned(), spot, args);
    }

    fn level(&mut self, level: Level, route: Route, args: Args) {
        self.at(route, args);
        if let Some(last) = self.findings.last_mut() {
            last.level = level;
        }
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
            waived: self.waived && self.rule.waivable,
        });
    }
}

/// Checks every rule over a register as it stands on a day.
///
/// The findings are in the order of the register's files, of the rules within a case.
pub fn check(register: &Register, as_of: Day) -> Vec<Finding> {
    let calendar = register
        .procedure
        .as_ref()
        .map(Procedure::calendar)
        .unwrap_or_default();
    let context = Context {
        register,
        procedure: register.procedure.as_ref(),
        staff: register.staff.as_ref(),
        calendar: &calendar,
        as_of,
    };
    let rules = &*SORTED;
    let mut findings = Vec::new();
    for (rule, check) in &rules.register {
        let mut out = Out {
            rule,
            case: None,
            clause: None,
            waived: false,
            findings: &mut findings,
        };
        check(&context, &mut out);
    }
    for case in register.cases.values() {
        check_case(rules, &context, case, &mut findings);
    }
    findings
}

/// Checks one case as a whole.
pub fn check_whole_case(context: &Context<'_>, case: &Case) -> Vec<Finding> {
    let mut findings = Vec::new();
    check_case(&SORTED, context, case, &mut findings);
    findings
}

/// Checks the last step of a case and the case around it, not the steps before it and not the deadlines.
pub fn check_last_step(context: &Context<'_>, case: &Case) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some((step, earlier)) = case.steps.split_last() else {
        return findings;
    };
    let before = Standing::of_steps(earlier);
    let mut now = before.clone();
    now.apply(earlier.len(), step);
    check_step(
        &SORTED,
        context,
        case,
        earlier.len(),
        &before,
        &now,
        &mut findings,
    );
    let view = CaseView {
        context,
        case,
        standing: &now,
        deadlines: &[],
    };
    check_around(&SORTED, &view, &mut findings);
    findings
}

static SORTED: std::sync::LazyLock<Sorted> = std::sync::LazyLock::new(Sorted::new);

type OnStep = fn(&StepView<'_>, &mut Out<'_>);
type OnCase = fn(&CaseView<'_>, &mut Out<'_>);
type OnRegister = fn(&Context<'_>, &mut Out<'_>);

/// The rules by the way they are found, so that a case does not go over the whole table for each step.
struct Sorted {
    step: Vec<(&'static Rule, OnStep)>,
    case: Vec<(&'static Rule, OnCase)>,
    register: Vec<(&'static Rule, OnRegister)>,
    term: Vec<(&'static Rule, &'static str)>,
    other_terms: Option<&'static Rule>,
}

impl Sorted {
    fn new() -> Self {
        let mut sorted = Self {
            step: vec![],
            case: vec![],
            register: vec![],
            term: vec![],
            other_terms: None,
        };
        for rule in all() {
            match rule.check {
                Check::Step(check) => sorted.step.push((rule, check)),
                Check::Case(check) => sorted.case.push((rule, check)),
                Check::Register(check) => sorted.register.push((rule, check)),
                Check::Term(Some(id)) => sorted.term.push((rule, id)),
                Check::Term(None) => sorted.other_terms = Some(rule),
                Check::Reading | Check::Order | Check::History => {}
            }
        }
        sorted
    }

    fn of_term(&self, id: &str) -> Option<&'static Rule> {
        self.term
            .iter()
            .find(|(_, term)| *term == id)
            .map(|(rule, _)| *rule)
            .or(self.other_terms)
    }
}

fn check_case(rules: &Sorted, context: &Context<'_>, case: &Case, findings: &mut Vec<Finding>) {
    let now = Standing::of(case);
    let mut before = Standing::default();
    for (index, step) in case.steps.iter().enumerate() {
        check_step(rules, context, case, index, &before, &now, findings);
        before.apply(index, step);
    }
    let deadlines = context
        .procedure
        .map(|procedure| deadlines(procedure, context.calendar, case, &now, context.as_of))
        .unwrap_or_default();
    let view = CaseView {
        context,
        case,
        standing: &now,
        deadlines: &deadlines,
    };
    check_around(rules, &view, findings);
    for deadline in &deadlines {
        let Some(rule) = rules.of_term(deadline.term.id.as_str()) else {
            continue;
        };
        let waived = now.waived.contains(&rule.code);
        let clause = Some(deadline.term.clause);
        term(
            &view,
            deadline,
            &mut Out {
                rule,
                case: Some(case),
                clause,
                waived,
                findings,
            },
        );
    }
}

fn check_step(
    rules: &Sorted,
    context: &Context<'_>,
    case: &Case,
    index: usize,
    before: &Standing<'_>,
    now: &Standing<'_>,
    findings: &mut Vec<Finding>,
) {
    let step = &case.steps[index];
    let view = StepView {
        context,
        case,
        index,
        step,
        before,
    };
    let clause = step.kind().clause();
    for (_, _, code) in transition(step.kind()).obstacles(before) {
        let Some(rule) = rule(code) else { continue };
        let waived = before.waived.contains(&code);
        let mut out = Out {
            rule,
            case: Some(case),
            clause,
            waived,
            findings,
        };
        record::out_of_order(&view, &mut out);
    }
    for (rule, check) in &rules.step {
        // A violation can be waived beforehand only, for its commit is refused; a breach at any time.
        let known = if rule.level == Level::Violation {
            &before.waived
        } else {
            &now.waived
        };
        let waived = rule.waivable && known.contains(&rule.code);
        check(
            &view,
            &mut Out {
                rule,
                case: Some(case),
                clause,
                waived,
                findings,
            },
        );
    }
}

/// Runs the rules about a case as a whole.
fn check_around(rules: &Sorted, view: &CaseView<'_>, findings: &mut Vec<Finding>) {
    for (rule, check) in &rules.case {
        let waived = view.standing.waived.contains(&rule.code);
        check(
            view,
            &mut Out {
                rule,
                case: Some(view.case),
                clause: None,
                waived,
                findings,
            },
        );
    }
}

/// Reports a deadline that was missed or is near.
fn term(view: &CaseView<'_>, deadline: &Deadline<'_>, out: &mut Out<'_>) {
    let level = match deadline.state {
        State::Late => Level::Breach,
        State::Overdue => Level::Overdue,
        State::DueSoon => Level::Due,
        State::Due | State::Met | State::Void => return,
    };
    let as_of = view.context.as_of;
    let mut args = crate::args!(
        term: &deadline.term.name,
        last: deadline.last_day,
        late: deadline.days_late(as_of),
        left: deadline.last_day.days_since(as_of),
        measure: deadline.measure.map_or_else(String::new, ToString::to_string),
    );
    if let Some(end) = deadline.end {
        args.insert("done", end.day.into());
    }
    let route = match (deadline.end, deadline.measure) {
        (Some(end), _) => route![
            "steps",
            end.step,
            day_field(&view.case.steps[end.step], end.day)
        ],
        (None, Some(id)) => measure_route(view.case, deadline.start.step, id.as_str()),
        (None, None) if deadline.term.from == Event::Promised => {
            route!["steps", deadline.start.step, "expected_by"]
        }
        (None, None) => {
            let start = deadline.start;
            route![
                "steps",
                start.step,
                day_field(&view.case.steps[start.step], start.day)
            ]
        }
    };
    out.level(level, route, args);
}

/// Gives the field in which a step tells the day that starts or ends a term; most steps have their own date only.
fn day_field(step: &Step, day: Day) -> &'static str {
    match &step.action {
        Action::Refused(_) | Action::Extended(_) | Action::Offered(_) => "told",
        Action::Resolved(_) => "solved",
        Action::Reported(reported) if reported.to_complainant == day => "to_complainant",
        Action::Reported(_) => "to_coordinator",
        _ => "date",
    }
}

fn measure_route(case: &Case, step: usize, id: &str) -> Route {
    let index = match &case.steps[step].action {
        Action::Offered(offered) => offered.measures.iter().position(|m| m.id.as_str() == id),
        Action::Prevention(prevention) => {
            prevention.measures.iter().position(|m| m.id.as_str() == id)
        }
        _ => None,
    };
    index.map_or_else(
        || route!["steps", step],
        |index| route!["steps", step, "measures", index, "due"],
    )
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
                rule.code
                    .parse::<crate::register::words::RuleCode>()
                    .is_ok(),
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

    #[test]
    fn every_default_term_has_a_rule_of_its_own() {
        let rules = Sorted::new();
        for id in [
            "acknowledgement",
            "refusal",
            "handling",
            "report",
            "offer",
            "prevention",
        ] {
            assert!(rules.term.iter().any(|(_, term)| *term == id), "{id}");
        }
        assert!(rules.other_terms.is_some());
    }
}
