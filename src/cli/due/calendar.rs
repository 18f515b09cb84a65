//! The deadlines as a calendar.

use super::tasks::{When, when};
use crate::agenda::{Entry, Settings, former_handlers, host, render_calendar};
use crate::args;
use crate::cli::session::Checked;
use crate::deadlines::deadlines;
use crate::register::words::{Id, Text};
use crate::workflow::Standing;

/// Gives a calendar of the deadlines, all or those of a person; summaries that give something private away are left out.
pub fn calendar(checked: &Checked, person: Option<&Id>, until: Option<When>) -> String {
    let Some(procedure) = &checked.register.procedure else {
        return String::new();
    };
    let work = procedure.calendar();
    let settings = Settings {
        calendar: &work,
        remind: &procedure.remind,
        as_of: checked.as_of,
    };
    let site = procedure.organisation.site.as_ref().map(Text::as_str);
    let mut entries = Vec::new();
    for case in checked.register.cases.values() {
        let standing = Standing::of(case);
        let summary = standing
            .received
            .map(|(_, received)| received.summary.as_str())
            .filter(|_| case.leaks.is_empty());
        for deadline in deadlines(procedure, &work, case, &standing, checked.as_of) {
            let days = deadline.last_day.days_since(checked.as_of);
            let asked = until.is_none_or(|until| {
                deadline.state.is_open() && when(Some(days), checked.as_of) <= until
            });
            let own = person.is_none_or(|id| deadline.responsible == Some(id));
            // A whole calendar that was imported before takes out what went to another handler.
            let taken_over = until.is_none()
                && person.is_some_and(|id| former_handlers(case, &deadline).any(|it| it == id));
            if asked && (own || taken_over) {
                let language = checked.locale.language();
                let entry = Entry::new(
                    case,
                    &deadline,
                    summary.unwrap_or_default(),
                    language,
                    &settings,
                );
                let page = format!("cases/{}.html", case.id);
                let entry = entry.map(|entry| entry.linked(site, &page));
                entries.extend(if own {
                    entry
                } else {
                    entry.map(Entry::cancelled)
                });
            }
        }
    }
    let name = match (person, &checked.register.staff) {
        (Some(id), Some(staff)) => checked
            .locale
            .text_with("calendar-person", &args!(name: staff.name(id))),
        _ => checked.locale.text_with(
            "calendar-all",
            &args!(organisation: procedure.organisation.name.as_str()),
        ),
    };
    render_calendar(&name, &host(site), &entries, checked.as_of)
}
