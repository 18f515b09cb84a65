//! What is near and what is overdue, by the person who is to see to it.

use std::collections::BTreeMap;

use super::{Group, Item, Notice, Source, coordinators, is_here, page};
use crate::args;
use crate::deadlines::{State, analysis_deadlines, deadlines};
use crate::register::procedure::{Event, Procedure};
use crate::words::{Day, Span, StaffId};
use crate::workflow::Standing;

/// Gives what everybody is to be told of deadlines on a day: at each lead time, when one has passed, and every week after that.
pub fn daily(source: &Source<'_>) -> Vec<Notice> {
    let Some(procedure) = &source.register.procedure else {
        return Vec::new();
    };
    let coordinators = coordinators(source);
    let calendar = procedure.calendar();
    let mut items: BTreeMap<Option<StaffId>, Vec<Item>> = BTreeMap::new();
    let mut tell = |responsible: Option<&StaffId>, copied: bool, item: Item| {
        // Until there is a handler, and once one has left, the coordinator sees to it.
        let (people, copied) = match responsible.filter(|id| is_here(source, id)) {
            Some(id) => (
                vec![Some(id.clone())],
                copied && item.group == Group::Overdue,
            ),
            None if coordinators.is_empty() => (vec![None], false),
            None => (coordinators.iter().cloned().map(Some).collect(), false),
        };
        let item = Item { copied, ..item };
        for person in people {
            items.entry(person).or_default().push(item.clone());
        }
    };
    for case in source.register.cases.values() {
        let standing = Standing::of(case);
        for deadline in deadlines(procedure, &calendar, case, &standing, source.as_of) {
            let number = deadline.measure_number(case);
            let measure = number
                .map(|number| args!(number: number))
                .map(|number| source.locale.text_with("notice-measure", &number))
                .map_or_else(String::new, |measure| format!(" ({measure})"));
            let what = format!(
                "{}: {}{measure}",
                case.id,
                deadline.term.name.text(source.locale.language())
            );
            let own = number.map_or_else(String::new, |number| format!("-{number}"));
            let key = format!(
                "{}-{:02}-{}{own}",
                case.id,
                deadline.start.step + 1,
                deadline.term.id
            );
            let link = format!("cases/{}.html", case.id);
            if let Some(item) = item(
                source,
                procedure,
                deadline.state,
                deadline.last_day,
                &key,
                &what,
                Some(&link),
            ) {
                // The handler sees to what was agreed, whoever carries it out (clause 8).
                let handler = standing.handler_id().filter(|id| is_here(source, id));
                if deadline.term.from == Event::OfferDue
                    && item.group == Group::Overdue
                    && handler.is_some()
                    && handler != deadline.responsible
                {
                    tell(handler, false, item.clone());
                }
                tell(deadline.responsible, true, item);
            }
        }
    }
    for analysis in analysis_deadlines(source.register, procedure, &calendar, source.as_of) {
        let what = source
            .locale
            .text_with("due-analysis", &args!(year: analysis.year.to_string()));
        let key = format!("analysis-{}", analysis.year);
        if let Some(item) = item(
            source,
            procedure,
            analysis.state,
            analysis.last_day,
            &key,
            &what,
            None,
        ) {
            tell(None, true, item);
        }
    }
    let notices = items.into_iter().map(|(person, mut items)| {
        items.sort();
        let copy = coordinators
            .iter()
            .filter(|id| person.as_ref() != Some(id))
            .cloned()
            .collect();
        Notice {
            person,
            copy,
            items,
        }
    });
    notices.collect()
}

/// Gives what is to be said of a deadline on a day, if anything.
fn item(
    source: &Source<'_>,
    procedure: &Procedure,
    state: State,
    last_day: Day,
    key: &str,
    what: &str,
    link: Option<&str>,
) -> Option<Item> {
    if !state.is_open() {
        return None;
    }
    let days = last_day.days_since(source.as_of);
    let (occasion, said) = if days < 0 {
        // Told once a week, for as long as nothing is done.
        (format!("overdue{}", (-days - 1) / 7), "notice-overdue")
    } else {
        // Of the lead times that have begun, the shortest: whoever was told of it need not hear of the longer one.
        let calendar = procedure.calendar();
        let begun = |span: &&Span| calendar.last_day(source.as_of, **span) >= last_day;
        let span = procedure
            .remind
            .iter()
            .filter(begun)
            .min_by_key(|span| calendar.last_day(source.as_of, **span))?;
        (format!("before-{span}").replace(' ', "-"), "notice-near")
    };
    let day = args!(what: what, day: last_day, days: days.abs());
    Some(Item {
        last_day,
        key: format!("{key}:{last_day}:{occasion}"),
        line: format!(
            "{}{}",
            source.locale.text_with(said, &day),
            page(source, link)
        ),
        title: what.to_owned(),
        group: if days < 0 {
            Group::Overdue
        } else {
            Group::Near
        },
        copied: false,
        commit: None,
    })
}
