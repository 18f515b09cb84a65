//! What the figures of a year by themselves answer to the three questions of clause 8, in the words of the coordinator's judgement.

use super::VerdictCounts;
use crate::analysis::figures::YearFigures;
use crate::analysis::headline::TrendState;
use crate::register::analysis::{CorrectiveVerdict, Judgements, PreventiveVerdict, TrendVerdict};

/// Gives the word on trends.
pub fn trend_verdict(figures: &YearFigures) -> TrendVerdict {
    let words = figures.words.as_ref();
    words.map_or(TrendVerdict::Insufficient, |words| trend_word(words.level))
}

const fn trend_word(state: TrendState) -> TrendVerdict {
    match state {
        TrendState::Rise => TrendVerdict::Rise,
        TrendState::Fall => TrendVerdict::Fall,
        TrendState::NoDemonstrableTrend => TrendVerdict::None,
        TrendState::InsufficientData => TrendVerdict::Insufficient,
    }
}

/// Gives what the reactions say, where there are enough of them; the coordinator may know more.
pub fn corrective_verdict(figures: &YearFigures) -> CorrectiveVerdict {
    let result = &figures.satisfaction.all.result;
    match result.satisfied.filter(|_| result.claim_allowed) {
        None => CorrectiveVerdict::Insufficient,
        Some(estimate) if estimate.interval.lo > 0.5 => CorrectiveVerdict::Satisfied,
        Some(estimate) if estimate.interval.hi < 0.5 => CorrectiveVerdict::Dissatisfied,
        Some(_) => CorrectiveVerdict::Mixed,
    }
}

/// Gives the word on the preventive measures.
pub fn preventive_verdict(figures: &YearFigures) -> PreventiveVerdict {
    match VerdictCounts::of(&figures.measures) {
        VerdictCounts {
            improved: 1..,
            worsened: 1..,
            ..
        } => PreventiveVerdict::Mixed,
        VerdictCounts { improved: 1.., .. } => PreventiveVerdict::Improved,
        VerdictCounts { worsened: 1.., .. } => PreventiveVerdict::Worse,
        VerdictCounts { none: 1.., .. } => PreventiveVerdict::Unchanged,
        _ => PreventiveVerdict::Insufficient,
    }
}

/// Tells of each judgement whether the figures show it: trends, corrective, preventive.
///
/// A line over the years is as good a ground for a word as the level of the year.
pub fn shown(figures: &YearFigures, judgements: &Judgements) -> [bool; 3] {
    let trend = |verdict| {
        let line = figures.words.as_ref().map(|words| words.line);
        let line = line.filter(|line| line.is_claim()).map(trend_word);
        verdict == trend_verdict(figures) || Some(verdict) == line
    };
    let corrective = |verdict| verdict == corrective_verdict(figures);
    let preventive = |verdict| verdict == preventive_verdict(figures);
    [
        (judgements.trends.as_ref()).is_none_or(|judgement| trend(judgement.verdict)),
        (judgements.corrective.as_ref()).is_none_or(|judgement| corrective(judgement.verdict)),
        (judgements.preventive.as_ref()).is_none_or(|judgement| preventive(judgement.verdict)),
    ]
}
