//! Measures, offered to complainants and preventive: of one case, and of them all.

use minijinja::Value;
use serde::Serialize;

use crate::deadlines::State;
use crate::register::step::{Action, Answer};
use crate::route;
use crate::words::{Day, Id};
use crate::workflow::Moment;

use super::Frame;
use super::case::Known;
use super::lists::Link;
use crate::site::elements::Html;

/// A measure.
#[derive(Serialize, Clone)]
pub(in crate::site) struct MeasureView<'a> {
    case: String,
    /// What kind of offer it is, or the category that it is to prevent.
    kind: &'a str,
    description: &'a str,
    owner: &'a str,
    due: Html,
    state: Html,
    done: Option<Html>,
    /// The answer to the offer, or the effect of the preventive measure.
    outcome: Option<&'a str>,
    #[serde(skip)]
    pub(in crate::site) last_day: Day,
    #[serde(skip)]
    pub(in crate::site) open: bool,
}

/// The page of measures: those that are still to be done, or all of a year.
#[derive(Serialize)]
pub(in crate::site) struct MeasuresPage {
    pub(in crate::site) page: Frame,
    /// Whether these are the ones still to be done, of all years.
    pub(in crate::site) open_only: bool,
    pub(in crate::site) years: Vec<Link>,
    pub(in crate::site) parts: Vec<Link>,
    pub(in crate::site) offers: Vec<Value>,
    pub(in crate::site) preventive: Vec<Value>,
}

/// Describes what was offered in a case.
pub(in crate::site) fn offers<'a>(known: &Known<'_, 'a>) -> Vec<MeasureView<'a>> {
    let words = known.words;
    let views = known.standing.offers.iter().map(|offer| {
        let measure = offer.measure;
        let rejected = matches!(offer.answer, Some((Answer::Rejected, _)));
        let description = || {
            route![
                "steps",
                offer.offered.step,
                "measures",
                offer.index,
                "description"
            ]
        };
        let state = state(known, &measure.id, measure.due, offer.carried_out, rejected);
        MeasureView {
            case: known.case.id.to_string(),
            kind: &words.choices.offer[measure.kind as usize],
            description: known.redaction.text(description, &measure.description),
            owner: words.person(&measure.owner),
            due: words.time(measure.due),
            state: words.state(state),
            done: offer.carried_out.map(|moment| words.time(moment.day)),
            outcome: offer
                .answer
                .map(|(answer, _)| words.choices.answer[answer as usize].as_str()),
            last_day: measure.due,
            open: state.is_open(),
        }
    });
    views.collect()
}

/// Describes what is done in a case to prevent another.
pub(in crate::site) fn preventive<'a>(known: &Known<'_, 'a>) -> Vec<MeasureView<'a>> {
    let words = known.words;
    let views = known.standing.measures.iter().map(|preventive| {
        let measure = preventive.measure;
        let description = || {
            route![
                "steps",
                preventive.decided.step,
                "measures",
                preventive.index,
                "description"
            ]
        };
        let effect =
            preventive
                .evaluated
                .and_then(|moment| match &known.case.steps[moment.step].action {
                    Action::Evaluated(step) => {
                        Some(words.choices.effect[step.effect as usize].as_str())
                    }
                    _ => None,
                });
        let state = state(
            known,
            &measure.id,
            measure.due,
            preventive.carried_out,
            false,
        );
        MeasureView {
            case: known.case.id.to_string(),
            kind: words.category(&measure.category),
            description: known.redaction.text(description, &measure.description),
            owner: words.person(&measure.owner),
            due: words.time(measure.due),
            state: words.state(state),
            done: preventive.carried_out.map(|moment| words.time(moment.day)),
            outcome: effect,
            last_day: measure.due,
            open: state.is_open(),
        }
    });
    views.collect()
}

/// Gives the state of a measure: that of its deadline, or, where the procedure has no such term, by its own day.
fn state(known: &Known<'_, '_>, id: &Id, due: Day, done: Option<Moment>, rejected: bool) -> State {
    let deadline = known
        .deadlines
        .iter()
        .find(|deadline| deadline.measure == Some(id));
    match (deadline, done) {
        (Some(deadline), _) => deadline.state,
        (None, Some(done)) if done.day > due => State::Late,
        (None, Some(_)) => State::Met,
        (None, None) if rejected => State::Void,
        (None, None) if known.as_of > due => State::Overdue,
        (None, None) => State::Due,
    }
}
