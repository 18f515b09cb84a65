//! In which shares of the catalogue a case counts: in the numerator, in the denominator or apart from both. Imports where a case stands,
//! and deadlines.

use crate::deadlines::{Deadline, State};
use crate::register::case::Case;
use crate::register::step::{Answer, Complainant, OfferKind, StepKind, Verdict};
use crate::words::Day;
use crate::workflow::Standing;

use super::facts::CaseFact;
use super::keys::{Ending, Field, Key, Mark};

/// Says in which shares of the catalogue a case counts, and how (definition, section 1).
pub(super) fn marks(
    case: &Case,
    standing: &Standing<'_>,
    deadlines: &[Deadline<'_>],
    fact: &CaseFact,
    as_of: Day,
) -> Vec<(Key, Mark)> {
    let mut marks: Vec<(Key, Mark)> = Vec::new();
    for deadline in deadlines {
        let Some(key) = Key::of_term(deadline.term.id.as_str()) else {
            continue;
        };
        let Some(mark) = timely(deadline, case, as_of) else {
            continue;
        };
        // A measure counts by itself; a complaint counts once, and as late if it ever was.
        let before = marks.iter_mut().find(|(known, _)| *known == key);
        match before.filter(|_| deadline.measure.is_none()) {
            Some((_, known)) => *known = known.with(mark),
            None => marks.push((key, mark)),
        }
    }
    let closed = standing.closed.is_some();
    let upheld = matches!(
        standing.verdict,
        Some((_, Verdict::Founded | Verdict::PartlyFounded))
    );
    let seen = |kind: StepKind| case.steps.iter().any(|step| step.kind() == kind);
    let refused = standing.refused.is_some();
    let admitted = !refused && (seen(StepKind::Acknowledged) || seen(StepKind::Decided));
    let hit = |is: bool| if is { Mark::Hit } else { Mark::Miss };

    marks.push((
        Key::Admitted,
        match (admitted, refused) {
            (false, false) => Mark::Apart,
            (admitted, _) => hit(admitted),
        },
    ));
    let ending = ending(standing);
    for one in Ending::ALL {
        let mark = if closed {
            hit(*one == ending)
        } else {
            Mark::Apart
        };
        marks.push((Key::Ending(*one), mark));
    }
    if let Some(handler) = standing.handler_id() {
        marks.push((Key::Independence, hit(standing.about.contains(&handler))));
    }
    for kind in OfferKind::ALL {
        let offered = standing.offers.iter().any(|o| o.measure.kind == *kind);
        match standing.verdict {
            Some(_) if upheld => marks.push((Key::Offered(*kind), hit(offered))),
            None if !closed => marks.push((Key::Offered(*kind), Mark::Apart)),
            _ => {}
        }
    }
    for offer in &standing.offers {
        let mark = match offer.answer {
            Some((Answer::Accepted, _)) => Mark::Hit,
            Some((Answer::Rejected, _)) => Mark::Miss,
            _ => Mark::Apart,
        };
        marks.push((Key::Accepted, mark));
    }
    if closed {
        marks.push((Key::Appeal, hit(standing.appeal.is_some())));
        if upheld {
            marks.push((Key::PreventionDecided, hit(standing.prevention.is_some())));
        }
    }
    marks.extend(completeness(standing, fact, closed && !refused));
    marks
}

/// Judges a deadline: due once its last day has come and is over, or was met; what is overdue is late.
///
/// An acknowledgement that a handled complaint never had counts as late (rule K311).
fn timely(deadline: &Deadline<'_>, case: &Case, as_of: Day) -> Option<Mark> {
    match deadline.state {
        State::Void if deadline.last_day <= as_of && deadline.passed_over(case).is_some() => {
            Some(Mark::Miss)
        }
        State::Void => None,
        State::Met if deadline.last_day <= as_of => Some(Mark::Hit),
        State::Late | State::Overdue => Some(Mark::Miss),
        State::Met | State::Due | State::DueSoon => Some(Mark::Apart),
    }
}

/// Says which fields of the record are filled, of those that the figures need (M24).
fn completeness(standing: &Standing<'_>, fact: &CaseFact, handled: bool) -> Vec<(Key, Mark)> {
    let Some((_, received)) = standing.received else {
        return Vec::new();
    };
    let handled = handled && standing.withdrawn.is_none();
    let known = received.occurred.as_ref().and_then(|o| o.date).is_some();
    let rows = [
        (true, Field::Occurred, known),
        (true, Field::Service, received.service.is_some()),
        (
            received.complainant == Complainant::Client,
            Field::CommissionedBy,
            received.commissioned_by.is_some(),
        ),
        (
            !standing.about.is_empty(),
            Field::Department,
            !fact.departments.is_empty(),
        ),
        (handled, Field::Cause, fact.cause.is_some()),
        (
            handled && !fact.redress.kinds.is_empty(),
            Field::Reaction,
            standing.satisfaction.is_some(),
        ),
    ];
    let asked = rows.into_iter().filter(|(asked, ..)| *asked);
    asked
        .map(|(_, field, filled)| {
            let mark = if filled { Mark::Hit } else { Mark::Miss };
            (Key::Complete(field), mark)
        })
        .collect()
}

fn ending(standing: &Standing<'_>) -> Ending {
    match standing.verdict {
        _ if standing.withdrawn.is_some() => Ending::Withdrawn,
        _ if standing.refused.is_some() => Ending::Refused,
        Some((_, Verdict::Founded)) => Ending::Founded,
        Some((_, Verdict::PartlyFounded)) => Ending::PartlyFounded,
        Some((_, Verdict::Unfounded)) => Ending::Unfounded,
        Some((_, Verdict::NoVerdict)) | None => Ending::NoVerdict,
    }
}
