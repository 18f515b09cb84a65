//! What a change of policy does to the records that are there: a register stays as valid as it was.

use std::collections::{BTreeMap, HashSet};

use super::Error;
use super::candidate::Candidate;
use super::policy::Policy;
use super::snapshot::read_tree;
use crate::args;
use crate::calendar::Calendar;
use crate::deadlines::{analysis_deadlines, deadlines, rule_of};
use crate::finding::{Arg, Finding, Level};
use crate::register::Register;
use crate::register::analysis::path;
use crate::register::procedure::Procedure;
use crate::register::staff::{Person, Staff};
use crate::rules::{self, history::finding};
use crate::source::Spot;
use crate::words::{Day, Id};
use crate::workflow::Standing;

/// Refuses a policy under which a record breaks a rule that it did not break before, under which something else was late than
/// before, or which moves what is still to be done; `file` is what the commit changed.
///
/// The whole register is read and checked under both policies, but only where the change can matter to a record. Annexes are left
/// out, for no policy makes them right or wrong.
pub fn judge(
    candidate: &Candidate<'_, '_>,
    after: &Policy,
    file: &str,
    findings: &mut Vec<Finding>,
) -> Result<(), Error> {
    let before = &*candidate.policy;
    // What cannot be read is told by itself, and refused.
    let readable = |policy: &Policy| policy.staff.is_some() && policy.procedure.is_some();
    if !readable(before) || !readable(after) || !can_matter(before, after) {
        return Ok(());
    }
    let Some(tree) = candidate.trees[1] else {
        return Ok(());
    };
    let mut register = read_tree(candidate.objects, tree, &|name| name != "private")?.register;
    let mut under = |policy: &Policy, day: Day| {
        register.staff = policy.staff.clone();
        register.procedure = policy.procedure.clone();
        of_records(&register, day)
    };
    let mut report = |code, way: Option<&'static str>, found: &[Finding], beside: &[Finding]| {
        let beside: HashSet<_> = beside.iter().map(Finding::place).collect();
        let mut only = found.iter().filter(|found| {
            let is_wrong = found.level == Level::Violation;
            is_wrong == way.is_none() && !beside.contains(&found.place())
        });
        if let Some(first) = only.next() {
            let n = 1 + only.count();
            let mut args = args!(n: n, file: first.file.as_str(), rule: first.code);
            args.extend(way.map(|way| ("what", Arg::Key(way.into()))));
            findings.push(finding(code, file, Spot::File, args));
        }
    };
    // On the day on which everybody judges, where a policy fixes one.
    let fixed = |policy: &Policy| policy.procedure.as_ref()?.as_of;
    let day = |policy| fixed(policy).unwrap_or(candidate.day);
    let (was, is) = (under(before, day(before)), under(after, day(after)));
    report("H46", None, &is, &was);
    let (was, is) = match fixed(before).or(fixed(after)) {
        None => (was, is),
        Some(_) => (under(before, candidate.day), under(after, candidate.day)),
    };
    report("H47", Some("history-breaches-gone"), &was, &is);
    report("H47", Some("history-breaches-new"), &is, &was);
    if findings.iter().all(|found| found.code != "H47")
        && let (Some(old), Some(new)) = (&before.procedure, &after.procedure)
        && old != new
    {
        // A day off that is yet to come may move what is open: both are counted with those of the new policy.
        let open = |procedure| still_open(&register, procedure, &after.calendar, candidate.day);
        let (was, is) = (open(old), open(new));
        // A term that is taken out altogether is none for anybody any more.
        let ended = |(_, _, of): &Open| {
            of.as_ref()
                .is_some_and(|(term, ..)| new.term(term.as_str()).is_none())
        };
        let mut moved = was
            .iter()
            .filter(|(what, day)| is.get(what) != Some(day) && !ended(what));
        if let Some(((rule, of, ..), _)) = moved.next() {
            let n = 1 + moved.count();
            let what = Arg::Key("history-deadlines-moved".into());
            let args = args!(what: what, n: n, file: of.as_str(), rule: *rule);
            findings.push(finding("H47", file, Spot::File, args));
        }
    }
    Ok(())
}

/// Something that is still to be done: the rule, the file, and of a case the term, the measure and the step that started it.
type Open = (&'static str, String, Option<(Id, Option<Id>, usize)>);

/// Gives the last day of all that is still to be done under a procedure.
fn still_open(
    register: &Register,
    procedure: &Procedure,
    calendar: &Calendar,
    day: Day,
) -> BTreeMap<Open, Day> {
    let analyses = analysis_deadlines(register, procedure, calendar, day).into_iter();
    let analyses = analyses.filter(|analysis| analysis.state.is_open());
    let mut open: BTreeMap<Open, Day> = analyses
        .map(|analysis| (("K808", path(analysis.year), None), analysis.last_day))
        .collect();
    for case in register.cases.values() {
        let all = deadlines(procedure, calendar, case, &Standing::of(case), day).into_iter();
        open.extend(all.filter(|deadline| deadline.state.is_open()).map(|d| {
            let of = (d.term.id.clone(), d.measure.cloned(), d.start.step);
            ((rule_of(d.term), case.path(), Some(of)), d.last_day)
        }));
    }
    open
}

/// Finds what is wrong with the cases and the analyses on a day, and what was late; what is overdue will be a breach.
fn of_records(register: &Register, day: Day) -> Vec<Finding> {
    let mut found = rules::check(register, day);
    found.retain(|found| {
        let of_policy = matches!(found.file.as_str(), "staff.yaml" | "procedure.yaml");
        let weighs = matches!(
            found.level,
            Level::Violation | Level::Breach | Level::Overdue
        );
        weighs && !found.waived && !of_policy
    });
    found
}

/// Tells whether a change can make a record wrong: not one of addresses, keys and functions, nor somebody new.
fn can_matter(before: &Policy, after: &Policy) -> bool {
    let same = |person: &Person, now: &Person| {
        (&person.active, &person.roles, &person.former_roles)
            == (&now.active, &now.roles, &now.former_roles)
    };
    let kept = |old: &Staff, new: &Staff| {
        old.iter()
            .all(|person| new.get(&person.id).is_some_and(|now| same(person, now)))
    };
    let staff = before.staff.as_ref().zip(after.staff.as_ref());
    before.procedure != after.procedure || !staff.is_some_and(|(old, new)| kept(old, new))
}
