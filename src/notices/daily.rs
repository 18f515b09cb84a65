//! What is near and what is overdue, by the person who is to see to it.

use std::collections::BTreeMap;

use super::{Group, Item, Notice, Source, page};
use crate::args;
use crate::calendar::Calendar;
use crate::deadlines::{AnalysisDeadline, Deadline, Duty, State, analysis_deadlines, deadlines};
use crate::register::case::Case;
use crate::register::procedure::Procedure;
use crate::words::{Day, Span, StaffId};
use crate::workflow::Standing;

/// Gives what everybody is to be told of deadlines on a day: at each lead time, when one has passed, and every week after that.
pub fn daily(source: &Source<'_>) -> Vec<Notice> {
    let Some(procedure) = &source.register.procedure else {
        return Vec::new();
    };
    let calendar = procedure.calendar();
    let duty = Duty::on(source.register, source.as_of);
    let mut told = Told::default();
    for case in source.register.cases.values() {
        let standing = Standing::of(case);
        for deadline in deadlines(procedure, &calendar, case, &standing, source.as_of) {
            let Some(item) = of_case(source, case, &deadline).item(source, procedure, &calendar)
            else {
                continue;
            };
            let overdue = item.group == Group::Overdue;
            let is_here = deadline.responsible.is_some_and(|id| duty.is_here(id));
            let responsible = duty.or_coordinators(deadline.responsible);
            let copied = overdue && is_here;
            told.tell(
                &responsible,
                Item {
                    copied,
                    ..item.clone()
                },
            );
            // Whoever else sees to it hears of it when it was not done.
            let mut others = duty.of(&deadline, &standing);
            others.retain(|id| overdue && !responsible.contains(id));
            if !others.is_empty() {
                told.tell(&others, item);
            }
        }
    }
    for analysis in analysis_deadlines(source.register, procedure, &calendar, source.as_of) {
        if let Some(item) = of_year(source, &analysis).item(source, procedure, &calendar) {
            told.tell(duty.coordinators(), item);
        }
    }
    told.notices(duty.coordinators())
}

/// What is told to whom; to nobody, where nobody is found who could be told.
#[derive(Default)]
struct Told {
    items: BTreeMap<Option<StaffId>, Vec<Item>>,
}

impl Told {
    fn tell(&mut self, people: &[&StaffId], item: Item) {
        let mut people: Vec<Option<StaffId>> =
            people.iter().map(|id| Some((*id).clone())).collect();
        if people.is_empty() {
            people.push(None);
        }
        for person in people {
            self.items.entry(person).or_default().push(item.clone());
        }
    }

    fn notices(self, coordinators: &[&StaffId]) -> Vec<Notice> {
        let notices = self.items.into_iter().map(|(person, mut items)| {
            items.sort();
            let others = coordinators.iter().copied();
            let copy = others.filter(|id| person.as_ref() != Some(*id)).cloned();
            Notice {
                copy: copy.collect(),
                person,
                items,
            }
        });
        notices.collect()
    }
}

/// A deadline as people are told of it.
struct Due {
    state: State,
    last_day: Day,
    /// What names it, the same on every day.
    key: String,
    what: String,
    /// The page of the site on which it stands.
    link: Option<String>,
}

fn of_case(source: &Source<'_>, case: &Case, deadline: &Deadline<'_>) -> Due {
    let number = deadline.measure_number(case);
    let measure = number.map(|number| {
        let said = source
            .locale
            .text_with("notice-measure", &args!(number: number));
        format!(" ({said})")
    });
    let term = deadline.term.name.text(source.locale.language());
    let own = number.map(|number| format!("-{number}"));
    Due {
        state: deadline.state,
        last_day: deadline.last_day,
        key: format!(
            "{}-{:02}-{}{}",
            case.id,
            deadline.start.step + 1,
            deadline.term.id,
            own.unwrap_or_default()
        ),
        what: format!("{}: {term}{}", case.id, measure.unwrap_or_default()),
        link: Some(format!("cases/{}.html", case.id)),
    }
}

fn of_year(source: &Source<'_>, analysis: &AnalysisDeadline) -> Due {
    let year = args!(year: analysis.year.to_string());
    Due {
        state: analysis.state,
        last_day: analysis.last_day,
        key: format!("analysis-{}", analysis.year),
        what: source.locale.text_with("due-analysis", &year),
        link: None,
    }
}

impl Due {
    /// Gives what is to be said of it on the day, if anything.
    fn item(self, source: &Source<'_>, procedure: &Procedure, calendar: &Calendar) -> Option<Item> {
        if !self.state.is_open() {
            return None;
        }
        let last_day = self.last_day;
        let days = last_day.days_since(source.as_of);
        let (occasion, said, group) = if days < 0 {
            // Told once a week, for as long as nothing is done.
            let week = (-days - 1) / 7;
            (format!("overdue{week}"), "notice-overdue", Group::Overdue)
        } else {
            // Of the lead times that have begun, the shortest: whoever was told of it need not hear of the longer one.
            let begun = |span: &&Span| calendar.last_day(source.as_of, **span) >= last_day;
            let span = procedure
                .remind
                .iter()
                .filter(begun)
                .min_by_key(|span| calendar.last_day(source.as_of, **span))?;
            let occasion = format!("before-{span}").replace(' ', "-");
            (occasion, "notice-near", Group::Near)
        };
        let values = args!(what: self.what.as_str(), day: last_day, days: days.abs());
        let line = source.locale.text_with(said, &values);
        let page = page(source, self.link.as_deref());
        Some(Item {
            last_day,
            key: format!("{}:{last_day}:{occasion}", self.key),
            line: format!("{line}{page}"),
            title: self.what,
            group,
            copied: false,
            commit: None,
        })
    }
}
