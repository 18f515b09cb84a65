//! The history on the site: where the steps of a case were recorded, and how the whole stands.
//!
//! Of a commit the site shows its id, its day and a member of staff, never the name and address that were typed into it: those
//! may be anything. A fault is told by its title alone, for its message may repeat them.

use std::borrow::Cow;

use minijinja::Value;
use serde::Serialize;

use crate::history::trail::{MUCH_LATER, Record, Trail};
use crate::history::{Judged, Kind, Signed, short};
use crate::register::step::Step;

use super::super::vocabulary::Vocabulary;
use super::case::Known;
use super::steps::by;
use super::{Frame, Status, Tally, concerned};
use crate::site::elements::{Html, Lines, mark};

/// The recording of the steps of a case.
#[derive(Serialize)]
pub(in crate::site) struct TrailView<'a> {
    rows: Vec<TrailRow<'a>>,
    /// That the case has changes that are not committed.
    changed: bool,
    /// That a commit about the case was refused.
    refused: bool,
}

/// The recording of a step.
#[derive(Serialize)]
struct TrailRow<'a> {
    number: usize,
    name: &'a str,
    /// The day of the step, as it was written.
    when: Html,
    recorded: Option<Html>,
    later: Option<Html>,
    by: Cow<'a, str>,
    commit: Option<String>,
    signed: Option<&'a str>,
    /// What is to be said of the recording, where it is not a commit of the step's own.
    state: Option<Html>,
}

/// Says how much later something was recorded, and marks what is worth a look.
pub(in crate::site) fn later(words: &Vocabulary<'_>, days: i64) -> Option<Html> {
    let span = words.locale.days(days)?;
    let text = words
        .locale
        .text_with("past-later", &crate::args!(span: span));
    Some(mark(
        if days > MUCH_LATER {
            "due-soon"
        } else {
            "void"
        },
        &text,
    ))
}

/// Describes where the steps of a case were recorded; nothing where the history is another one.
pub(in crate::site) fn trail<'a>(known: &Known<'_, 'a>, past: &'a Trail) -> Option<TrailView<'a>> {
    let case = known.case;
    let written = case.written();
    let records = past.cases.get(&case.id)?;
    let rows = records
        .iter()
        .zip(written)
        .enumerate()
        .map(|(index, (record, step))| row(known, past, index, *record, step));
    Some(TrailView {
        rows: rows.collect(),
        changed: past.changed.contains(&case.id),
        refused: past.refused.contains(&case.id),
    })
}

fn row<'a>(
    known: &Known<'_, 'a>,
    past: &'a Trail,
    index: usize,
    record: Record,
    step: &'a Step,
) -> TrailRow<'a> {
    let words = known.words;
    let (at, state) = match record {
        Record::Step(at) => (Some(at), None),
        Record::Import(at) => (Some(at), Some(("void", "past-imported"))),
        Record::Before => (None, Some(("void", "past-before"))),
        Record::Unclear => (None, Some(("warning", "past-unclear"))),
        Record::Pending => (None, Some(("due-soon", "past-pending"))),
    };
    let judged = at.and_then(|at| past.walk.judged.get(at));
    let refused = judged.is_some_and(|judged| !judged.accepted);
    let state = if refused {
        Some(("violation", "past-refused"))
    } else {
        state
    };
    let late = match judged.map(|judged| &judged.mark.kind) {
        Some(Kind::Step { late, .. }) => *late,
        _ => 0,
    };
    TrailRow {
        number: index + 1,
        name: &words.choices.step[step.kind() as usize],
        when: words.time(step.date),
        recorded: judged.map(|judged| words.time(judged.mark.day)),
        later: later(words, late),
        by: judged.map_or_else(|| "–".into(), |judged| author(known, judged, step)),
        commit: judged.map(|judged| short(judged.commit)),
        signed: judged.map(|judged| words.yes_or_no(judged.mark.signed != Signed::No)),
        state: state.map(|(kind, key)| mark(kind, &words.locale.text(key))),
    }
}

/// Names who made a commit as the site names who did the step.
fn author<'a>(known: &Known<'_, 'a>, judged: &'a Judged, step: &'a Step) -> Cow<'a, str> {
    let (words, about) = (known.words, known.standing.about.as_slice());
    match &judged.mark.author {
        Some(id) if *id == step.by => by(words, about, known.case, step),
        Some(id) if about.contains(&id) => concerned(words, about, id).into(),
        Some(id) => words.person(id).into(),
        None => words.labels.unknown_person.as_str().into(),
    }
}

/// A step or an analysis that was recorded long after it was done.
#[derive(Serialize)]
pub(in crate::site) struct LateView {
    /// A case, or the year of an analysis.
    pub(in crate::site) subject: String,
    /// Where its page is, if it has one.
    pub(in crate::site) link: Option<String>,
    /// The step, or that it was signed.
    pub(in crate::site) what: String,
    pub(in crate::site) when: Html,
    pub(in crate::site) recorded: Html,
    pub(in crate::site) later: Option<Html>,
    pub(in crate::site) commit: String,
}

/// A commit that is no step.
#[derive(Serialize)]
pub(in crate::site) struct CommitView<'a> {
    pub(in crate::site) when: Html,
    pub(in crate::site) what: String,
    pub(in crate::site) by: &'a str,
    pub(in crate::site) commit: String,
}

/// A commit that was refused, or what is wrong with the history as a whole.
#[derive(Serialize)]
pub(in crate::site) struct FaultView {
    pub(in crate::site) commit: Option<String>,
    pub(in crate::site) when: Option<Html>,
    pub(in crate::site) case: Option<String>,
    pub(in crate::site) rules: Vec<FaultRule>,
}

/// A rule that a commit broke.
#[derive(Serialize)]
pub(in crate::site) struct FaultRule {
    pub(in crate::site) code: &'static str,
    pub(in crate::site) title: String,
}

/// Rows of a table, and how many more there are.
#[derive(Serialize)]
pub(in crate::site) struct Rows {
    pub(in crate::site) rows: Vec<Value>,
    /// That there are more than are shown.
    pub(in crate::site) more: Option<String>,
}

/// The page of the history.
#[derive(Serialize)]
pub(in crate::site) struct HistoryPage<'a> {
    pub(in crate::site) page: Frame,
    pub(in crate::site) status: Status<'a>,
    /// What follows from the status, and what to do.
    pub(in crate::site) how: String,
    pub(in crate::site) commands: &'static [&'static str],
    pub(in crate::site) facts: Lines<'a>,
    pub(in crate::site) pending: Option<String>,
    pub(in crate::site) pending_cases: Vec<String>,
    pub(in crate::site) faults: Rows,
    pub(in crate::site) tallies: Vec<Tally>,
    pub(in crate::site) late: Rows,
    pub(in crate::site) others: Rows,
}
