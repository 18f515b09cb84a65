//! Clause 5: the verdict, the offer and the answer to it.

use super::record::measures_or_why_none;
use super::{Check, Out, Rule, StepView, violation};
use crate::args;
use crate::finding::Arg;
use crate::register::step::Action;
use crate::route;
use crate::workflow::{Fact, Offer};

pub(super) const RULES: &[Rule] = &[
    violation("K501", "offer-before-verdict", &["5.2"], Check::Order),
    violation("K502", "answer-without-offer", &["5.4"], Check::Order),
    violation(
        "K503",
        "offer-unclear",
        &["5.2"],
        Check::Step(offer_unclear),
    ),
    violation("K504", "offer-after-solution", &["5.2"], Check::Order),
    violation(
        "K505",
        "answer-about-nothing",
        &["5.4"],
        Check::Step(answer_about_nothing),
    ),
];

/// An offer has measures, or a reason why there are none; not both, not neither.
fn offer_unclear(view: &StepView<'_>, out: &mut Out<'_>) {
    if let Action::Offered(offered) = &view.step.action {
        measures_or_why_none(view, offered.none_because.is_some(), out);
    }
}

/// An answer is about measures that were offered and wait for one.
fn answer_about_nothing(view: &StepView<'_>, out: &mut Out<'_>) {
    let Action::Answered(answered) = &view.step.action else {
        return;
    };
    // Where none can be answered at all, rule K502 says all there is to say.
    if !view.before.holds(Fact::OfferUnanswered) {
        return;
    }
    let offers = &view.before.offers;
    let is_open = |offer: &&Offer<'_>| offer.can_be_answered(answered.answer);
    let waiting: Vec<Arg> = match offers.iter().filter(is_open) {
        open if open.clone().next().is_none() => vec![Arg::Key("nothing-waits".into())],
        open => open.map(|offer| (&offer.measure.id).into()).collect(),
    };
    if answered.measures.is_empty() && offers.iter().find(is_open).is_none() {
        let args = args!(named: "no", measure: "", waiting: Arg::List(waiting.clone()));
        out.at(view.field("answer"), args);
    }
    for (n, id) in answered.measures.iter().enumerate() {
        let offered = offers.iter().find(|offer| offer.measure.id == *id);
        if offered.is_none_or(|offer| !is_open(&offer)) {
            out.at(
                route!["steps", view.index, "measures", n],
                args!(named: "yes", measure: id, waiting: Arg::List(waiting.clone())),
            );
        }
    }
}
