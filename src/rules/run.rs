//! Running the rules: over a register, a case, or the step that a commit adds.

use std::sync::LazyLock;

use super::{CaseView, Check, Context, Out, Rule, StepView, all, correction, record, rule};
use crate::deadlines::{Deadline, End, State, deadlines, rule_of, waives};
use crate::finding::{Finding, Level};
use crate::register::Register;
use crate::register::case::Case;
use crate::register::procedure::{Event, Procedure};
use crate::register::step::{Step, StepKind};
use crate::route;
use crate::source::{Route, Spot};
use crate::words::{Day, Id};
use crate::workflow::{AFTER_END, Standing, transition};

/// Checks every rule over a register as it stands on a day.
///
/// The findings on the register as a whole come first, then those on the cases in their order.
pub fn check(register: &Register, as_of: Day) -> Vec<Finding> {
    let procedure = register.trusted_procedure();
    let calendar = procedure.map(Procedure::calendar).unwrap_or_default();
    let context = Context {
        register,
        procedure,
        staff: register.trusted_staff(),
        calendar: &calendar,
        as_of,
    };
    let mut findings = Vec::new();
    for (rule, check) in &SORTED.register {
        let mut out = Out {
            rule,
            case: None,
            clause: None,
            waived: false,
            findings: &mut findings,
        };
        check(&context, &mut out);
    }
    let cases = register.cases.values();
    findings.extend(cases.flat_map(|case| check_whole_case(&context, case)));
    findings
}

/// Checks one case as a whole.
pub fn check_whole_case(context: &Context<'_>, case: &Case) -> Vec<Finding> {
    let now = Standing::of(case);
    let mut checker = Checker::new(&SORTED, context, case);
    checker.steps(&now);
    let deadlines = context
        .procedure
        .map(|procedure| deadlines(procedure, context.calendar, case, &now, context.as_of))
        .unwrap_or_default();
    checker.around(&now, &deadlines);
    checker.terms(&now, &deadlines);
    correction::keep_breaches(case, &mut checker.findings, |earlier| {
        check_steps_alone(&BREACHES, context, earlier, &now)
    });
    blame(context, case, &mut checker.findings);
    checker.findings
}

/// Finds the violations of the last step of a case, for which its commit is refused; not those of the steps before it, nor what
/// a rule of less weight has to say.
///
/// A correction can put an earlier step wrong, which is a violation of the correction.
pub fn check_last_step(context: &Context<'_>, case: &Case) -> Vec<Finding> {
    let Some((step, earlier)) = case.steps.split_last() else {
        return Vec::new();
    };
    if step.kind() == StepKind::Corrected {
        let mut findings = check_steps_alone(&REFUSING, context, case, &Standing::of(case));
        blame(context, case, &mut findings);
        findings.retain(|finding| correction::step_of(finding) == Some(earlier.len()));
        return findings;
    }
    let before = Standing::of_steps(earlier);
    let mut now = before.clone();
    now.apply(earlier.len(), step);
    let mut checker = Checker::new(&REFUSING, context, case);
    checker.step(earlier.len(), &before, &now);
    checker.around(&now, &[]);
    checker.findings
}

/// Checks a case, its deadlines apart.
fn check_steps_alone(
    rules: &Sorted,
    context: &Context<'_>,
    case: &Case,
    now: &Standing<'_>,
) -> Vec<Finding> {
    let mut checker = Checker::new(rules, context, case);
    checker.steps(now);
    checker.around(now, &[]);
    checker.findings
}

/// Lays what a correction put wrong at its door.
fn blame(context: &Context<'_>, case: &Case, findings: &mut [Finding]) {
    correction::blame(case, findings, |earlier| {
        check_steps_alone(&REFUSING, context, earlier, &Standing::of(earlier))
    });
}

static SORTED: LazyLock<Sorted> = LazyLock::new(|| Sorted::of(all()));

/// The rules for which a commit is refused.
static REFUSING: LazyLock<Sorted> = LazyLock::new(|| Sorted::only(Level::Violation));

/// The rules that say what was not done as the procedure asks.
static BREACHES: LazyLock<Sorted> = LazyLock::new(|| Sorted::only(Level::Breach));

/// The rules on days that cannot be, or are still to come.
const IMPOSSIBLE_DAYS: [&str; 2] = ["K031", "K305"];

type OnStep = fn(&StepView<'_>, &mut Out<'_>);
type OnCase = fn(&CaseView<'_>, &mut Out<'_>);
type OnRegister = fn(&Context<'_>, &mut Out<'_>);

/// The rules by the way they are found, so that a case does not go over the whole table for each step.
struct Sorted {
    step: Vec<(&'static Rule, OnStep)>,
    case: Vec<(&'static Rule, OnCase)>,
    register: Vec<(&'static Rule, OnRegister)>,
    term: Vec<&'static Rule>,
}

impl Sorted {
    fn of(rules: impl Iterator<Item = &'static Rule>) -> Self {
        let mut sorted = Self {
            step: vec![],
            case: vec![],
            register: vec![],
            term: vec![],
        };
        for rule in rules {
            match rule.check {
                Check::Step(check) => sorted.step.push((rule, check)),
                Check::Case(check) => sorted.case.push((rule, check)),
                Check::Register(check) => sorted.register.push((rule, check)),
                Check::Term => sorted.term.push(rule),
                Check::Reading | Check::Order | Check::History => {}
            }
        }
        sorted
    }

    fn only(level: Level) -> Self {
        Self::of(all().filter(|rule| rule.level == level))
    }
}

/// Checks one case by some of the rules.
struct Checker<'c> {
    rules: &'c Sorted,
    context: &'c Context<'c>,
    case: &'c Case,
    findings: Vec<Finding>,
}

impl<'c> Checker<'c> {
    const fn new(rules: &'c Sorted, context: &'c Context<'c>, case: &'c Case) -> Self {
        Self {
            rules,
            context,
            case,
            findings: Vec::new(),
        }
    }

    /// Takes what a rule finds, which is set aside where the rule is waived by then.
    fn out(&mut self, rule: &'static Rule, clause: Option<u8>, by_then: &Standing<'_>) -> Out<'_> {
        Out {
            rule,
            case: Some(self.case),
            clause,
            waived: rule.waivable && by_then.waives(rule.code),
            findings: &mut self.findings,
        }
    }

    /// Runs the rules about each step.
    fn steps(&mut self, now: &Standing<'_>) {
        let mut before = Standing::default();
        for (index, step) in self.case.steps.iter().enumerate() {
            self.step(index, &before, now);
            before.apply(index, step);
        }
    }

    /// Runs the rules about one step.
    fn step(&mut self, index: usize, before: &Standing<'_>, now: &Standing<'_>) {
        let (context, case) = (self.context, self.case);
        let step = &case.steps[index];
        let view = StepView {
            context,
            case,
            index,
            step,
            before,
        };
        let clause = step.kind().clause();
        let obstacles = transition(step.kind()).obstacles(before, context.procedure);
        let obstacles: Vec<&str> = obstacles.collect();
        // What else is in the way after the end is no longer so when the case is reopened.
        let ended = obstacles.contains(&AFTER_END);
        for code in obstacles {
            if ended && code != AFTER_END {
                continue;
            }
            let Some(rule) = rule(code) else { continue };
            record::out_of_order(&view, &mut self.out(rule, clause, before));
        }
        for (rule, check) in &self.rules.step {
            // A violation can be waived beforehand only, for its commit is refused; a breach at any time.
            let by_then = match rule.level {
                Level::Violation => before,
                _ => now,
            };
            check(&view, &mut self.out(rule, clause, by_then));
        }
    }

    /// Runs the rules about the case as a whole.
    fn around(&mut self, standing: &Standing<'_>, deadlines: &[Deadline<'_>]) {
        let view = CaseView {
            context: self.context,
            case: self.case,
            standing,
            deadlines,
        };
        for (rule, check) in &self.rules.case {
            check(&view, &mut self.out(rule, None, standing));
        }
    }

    /// Runs the rules about terms.
    fn terms(&mut self, now: &Standing<'_>, deadlines: &[Deadline<'_>]) {
        let (case, as_of) = (self.case, self.context.as_of);
        // What rests on a day that cannot be, or is still to come, is no second fault beside that day.
        let impossible: Vec<Spot> = self
            .findings
            .iter()
            .filter(|found| IMPOSSIBLE_DAYS.contains(&found.code))
            .map(|found| found.spot.clone())
            .collect();
        for deadline in deadlines {
            let code = rule_of(deadline.term);
            let Some(rule) = self.rules.term.iter().find(|rule| rule.code == code) else {
                continue;
            };
            let (start, end) = places(case, deadline);
            let start = Some(start).filter(|_| deadline.extended.is_none());
            let mut days = end.into_iter().chain(start);
            let is_to_come = |end: End| case.steps[end.moment().step].date > as_of;
            if days.any(|day| impossible.contains(&Spot::Value(day)))
                || deadline.end.is_some_and(is_to_come)
            {
                continue;
            }
            let mut out = self.out(rule, Some(deadline.term.clause), now);
            out.waived = now.waived.iter().any(|it| waives(it, deadline.term));
            term(case, deadline, as_of, &mut out);
        }
    }
}

/// Reports a deadline that was missed or is near.
fn term(case: &Case, deadline: &Deadline<'_>, as_of: Day, out: &mut Out<'_>) {
    let level = match deadline.state {
        State::Late => Level::Breach,
        State::Overdue => Level::Overdue,
        State::DueSoon => Level::Due,
        State::Due | State::Met | State::Void => return,
    };
    let mut args = crate::args!(
        term: &deadline.term.name,
        last: deadline.last_day,
        late: deadline.days_late(as_of),
        left: deadline.last_day.days_since(as_of),
        measure: deadline.measure.map_or_else(String::new, ToString::to_string),
    );
    match deadline.end {
        Some(End::Pointless(end)) => drop(args.insert("ended", end.day.into())),
        Some(End::Met(end)) => drop(args.insert("done", end.day.into())),
        None => {}
    }
    let (start, end) = places(case, deadline);
    out.level(level, end.unwrap_or(start), args);
}

/// Gives where the file says the day on which a deadline rests, and the one that ended it: where it was first written, if that counts.
fn places(case: &Case, deadline: &Deadline<'_>) -> (Route, Option<Route>) {
    let written = case.written();
    let from = deadline.start.step;
    let is_promised = deadline.term.from == Event::Promised;
    let steps = if deadline.as_written {
        written
    } else {
        &case.steps
    };
    let start = match (deadline.measure, deadline.extended) {
        (Some(id), _) => measure_route(steps, from, id),
        (None, Some(extended)) => route!["steps", extended, "expected_by"],
        (None, None) if is_promised && steps[from].kind() != StepKind::Reopened => {
            route!["steps", from, "expected_by"]
        }
        (None, None) => route!["steps", from, steps[from].done().0],
    };
    let start = match deadline.as_written {
        true => start,
        false => case.route_in_file(&start),
    };
    let end = deadline.end.map(End::moment).map(|end| {
        let (field, day) = written[end.step].done();
        if deadline.as_written && day == end.day {
            return route!["steps", end.step, field];
        }
        case.route_in_file(&route!["steps", end.step, case.steps[end.step].done().0])
    });
    (start, end)
}

fn measure_route(steps: &[Step], step: usize, id: &Id) -> Route {
    let measures = steps[step].action.measures();
    let index = measures.iter().position(|measure| measure.id == id);
    index.map_or_else(
        || route!["steps", step],
        |index| route!["steps", step, "measures", index, "due"],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deadlines::{RULE_OF_OTHERS, RULES_OF_TERMS};

    #[test]
    fn every_term_has_its_rule_and_every_rule_on_terms_its_term() {
        let mut named: Vec<&str> = RULES_OF_TERMS.iter().map(|(_, code)| *code).collect();
        named.push(RULE_OF_OTHERS);
        named.sort_unstable();
        let rules: Vec<&str> = Sorted::of(all())
            .term
            .iter()
            .map(|rule| rule.code)
            .collect();
        assert_eq!(named, rules);
    }
}
