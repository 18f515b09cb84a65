//! Who may do what, H0x: the author of a step and the role that the step asks for.

use super::{Check, Out, Rule, StepView, violation};
use crate::args;
use crate::finding::{Arg, Args};
use crate::register::staff::{Role, Staff};
use crate::register::step::{Action, Corrected, Step, StepKind};
use crate::route;
use crate::words::{Day, StaffId};
use crate::workflow::{Standing, Who, transition};

pub(super) const RULES: &[Rule] = &[violation(
    "H01",
    "author-lacks-role",
    &["2.1", "4.2", "5.1"],
    Check::Step(author_lacks_role),
)];

/// Who takes a step, where the case stands then, and who there is.
#[derive(Clone, Copy)]
pub struct Taker<'a> {
    /// The step.
    pub step: StepKind,
    /// Who takes it.
    pub by: &'a StaffId,
    /// The day of the step.
    pub day: Day,
    /// The steps before it.
    pub before: &'a [Step],
    /// Where those leave the case.
    pub standing: &'a Standing<'a>,
    /// The staff.
    pub staff: &'a Staff,
}

impl Taker<'_> {
    /// Gives the arguments of H01 where they may not take such a step, whatever it will say.
    pub fn refused(&self) -> Option<Args> {
        let by = (self.by, self.day);
        let is_among = |who: &Who| who.includes(by, self.before, self.standing, self.staff);
        self.is_judged_here()
            .then(|| self.refused_unless(is_among, false))?
    }

    fn who(&self) -> &'static [Who] {
        transition(self.step).who
    }

    /// Tells whether it is known who may take the step; where it is not, other rules have the word.
    fn is_judged_here(&self) -> bool {
        let (standing, staff) = (self.standing, self.staff);
        let needs_staff = self.who().contains(&Who::Coordinator) && staff.get(self.by).is_none();
        let lacks_handler = standing.handler.is_none() && transition(self.step).needs_handler();
        if needs_staff || lacks_handler || standing.received.is_none() {
            return false;
        }
        // Who the handler is cannot be known from an id that is nobody's, which rule K027 says once, nor is one who never had the
        // role, which rule K201 says at the assignment.
        let handler_is_known = standing.handler.is_none_or(|(assigned, step)| {
            let handler = staff.get(&step.handler);
            handler.is_some_and(|person| person.had(Role::Handler, assigned.day))
        });
        handler_is_known || !self.who().contains(&Who::Handler)
    }

    /// Gives the arguments of H01 where nobody whom the step asks for `may` take it.
    ///
    /// A handler may declare for an employee, but has to say for which: with `for_whom` that is what is missing.
    fn refused_unless(&self, may: impl FnMut(&Who) -> bool, for_whom: bool) -> Option<Args> {
        if self.who().iter().any(may) {
            return None;
        }
        let handler = self.standing.handler_id();
        let is_handler = handler == Some(self.by);
        let had_role = |staff: &Staff| {
            let person = staff.get(self.by);
            person.is_none_or(|person| person.had(Role::Handler, self.day))
        };
        let why = if is_handler && !had_role(self.staff) {
            Some("who-handler-no-longer")
        } else {
            (is_handler && for_whom).then_some("who-handler-for-whom")
        };
        let role = |who: &Who| match (who, handler) {
            (Who::Handler, Some(_)) => Arg::Key(why.unwrap_or("who-handler-named").into()),
            _ => Arg::Key(format!("who-{}", who.word())),
        };
        let mut args = args!(
            by: self.staff.name(self.by),
            step: Arg::Key(format!("step-{}", self.step.word())),
            who: Arg::List(self.who().iter().map(role).collect()),
        );
        if let Some(handler) = handler {
            args.insert("handler", self.staff.name(handler).into());
        }
        if let Some(why) = why {
            args.insert("why", Arg::Key(why.into()));
        }
        Some(args)
    }
}

fn author_lacks_role(view: &StepView<'_>, out: &mut Out<'_>) {
    let Some(staff) = view.context.staff else {
        return;
    };
    let steps_before = &view.case.steps[..view.index];
    let taker = Taker {
        step: view.step.kind(),
        by: &view.step.by,
        day: view.step.date,
        before: steps_before,
        standing: view.before,
        staff,
    };
    let names_what_is_there = match &view.step.action {
        // Nobody is the author of a step that is not there, which rule K021 says.
        Action::Corrected(step) => (1..=view.index).contains(&step.corrects),
        // Nor the owner of a measure that is not there, which rule K803 says.
        Action::CarriedOut(done) => {
            let mut measures = view.before.measure_owners();
            measures.any(|(id, _)| *id == done.measure)
        }
        _ => true,
    };
    if !names_what_is_there || !taker.is_judged_here() {
        return;
    }
    if let Action::Corrected(corrected) = &view.step.action
        && let Some((field, args)) = judges_in_place_of_another(view, &taker, corrected)
    {
        let route = route!["steps", view.index, "fields", field];
        return out.at(route, args);
    }
    let may = |who: &Who| who.may_take(view.step, steps_before, view.before, staff);
    let for_whom = matches!(&view.step.action, Action::Agreed(step) if step.employee.is_none());
    if let Some(args) = taker.refused_unless(may, for_whom) {
        out.at(view.field("by"), args);
    }
}

/// What a step decides or tells the complainant is corrected only by who may take that step, and nobody corrects that they are
/// themselves concerned. Gives the field that is another's to correct.
fn judges_in_place_of_another(
    view: &StepView<'_>,
    taker: &Taker<'_>,
    corrected: &Corrected,
) -> Option<(String, Args)> {
    let target = &taker.before[corrected.corrects - 1];
    let field = |names: &[&'static str]| {
        let mut fields = corrected.fields.keys().filter_map(|key| key.as_str());
        fields
            .find(|field| names.contains(field))
            .map(str::to_owned)
    };
    let correction = Arg::Key(format!("step-{}", view.step.kind().word()));
    if target.kind() == StepKind::Received
        && let Some(field) = field(&["about"])
        && Standing::of_steps(view.case.steps_before(view.index))
            .about
            .contains(&taker.by)
    {
        let args = args!(
            by: taker.staff.name(taker.by),
            step: correction,
            who: Arg::List(vec![Arg::Key("who-not-concerned".into())]),
            why: Arg::Key("who-not-concerned".into()),
        );
        return Some((field, args));
    }
    let field = field(decided_by(target.kind()))?;
    let judge = Taker {
        step: target.kind(),
        ..*taker
    };
    let mut args = judge.refused()?;
    args.insert("step", correction);
    args.entry("why").or_insert(Arg::Key("who-decides".into()));
    Some((field, args))
}

/// Lists what a step decides, or tells the complainant, beside when it was taken and how.
const fn decided_by(step: StepKind) -> &'static [&'static str] {
    match step {
        StepKind::Acknowledged | StepKind::Extended => &["expected_by"],
        StepKind::Decided => &["verdict", "severity", "cause", "responsibility"],
        StepKind::Offered | StepKind::Prevention => &["measures", "none_because"],
        StepKind::Answered => &["answer", "measures"],
        _ => &[],
    }
}
