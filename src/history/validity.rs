//! What a change of policy does to the records that are there: a register stays as valid as it was.

use std::collections::BTreeSet;

use super::Error;
use super::policy::Policy;
use super::snapshot::read_tree;
use super::view::View;
use crate::args;
use crate::finding::{Finding, Level};
use crate::register::Register;
use crate::register::staff::{Person, Staff};
use crate::rules::{self, history::fault};
use crate::source::Spot;

/// Refuses a policy under which a record breaks a rule that it did not break before, or under which a breach is none any more;
/// `file` is what the commit changed.
///
/// The whole register is read and checked under both policies, but only where the change can matter to a record. Annexes are left
/// out, for no policy makes them right or wrong.
pub fn judge(
    view: &View<'_, '_>,
    after: &Policy,
    file: &str,
    findings: &mut Vec<Finding>,
) -> Result<(), Error> {
    let before = &*view.policy;
    // What cannot be read is told by itself, and refused.
    let readable = |policy: &Policy| policy.staff.is_some() && policy.procedure.is_some();
    if !readable(before) || !readable(after) || !can_matter(before, after) {
        return Ok(());
    }
    let Some(tree) = view.trees[1] else {
        return Ok(());
    };
    let mut register = read_tree(view.objects, tree, &|name| name != "private")?.register;
    let mut under = |policy: &Policy| {
        register.staff = policy.staff.clone();
        register.procedure = policy.procedure.clone();
        of_records(&register, view)
    };
    let (was, is) = (under(before), under(after));
    let mut report = |code, levels: &[Level], found: &[Finding], beside: &[Finding]| {
        let beside: BTreeSet<Place> = beside.iter().map(place).collect();
        let mut only = found
            .iter()
            .filter(|found| levels.contains(&found.level) && !beside.contains(&place(found)));
        if let Some(first) = only.next() {
            let args = args!(n: 1 + only.count(), file: first.file.as_str(), rule: first.code);
            findings.push(fault(code, file, Spot::File, args));
        }
    };
    report("H46", &[Level::Violation], &is, &was);
    // What is overdue will be a breach.
    report("H47", &[Level::Breach, Level::Overdue], &was, &is);
    Ok(())
}

/// Finds what is wrong with the cases and the analyses, and what was late, on the day of the commit.
fn of_records(register: &Register, view: &View<'_, '_>) -> Vec<Finding> {
    let mut found = rules::check(register, view.day);
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

/// A rule that is broken, and where.
type Place = (String, &'static str, String);

fn place(found: &Finding) -> Place {
    let spot = format!("{:?}", found.spot);
    (found.file.clone(), found.code, spot)
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
