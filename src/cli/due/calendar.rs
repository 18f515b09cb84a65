//! The deadlines as a calendar.

use super::tasks::{When, when};
use crate::agenda::{Entry, Event, Settings, host, render_calendar};
use crate::args;
use crate::cli::session::Checked;
use crate::deadlines::{Duty, State, analysis_deadlines, deadlines};
use crate::words::{Day, Id, WebAddress};
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
    let site = procedure.organisation.site.as_ref().map(WebAddress::as_str);
    let duty = Duty::on(&checked.register, checked.as_of);
    let locale = &checked.locale;
    let asked = |state: State, last_day: Day| {
        let days = last_day.days_since(checked.as_of);
        until.is_none_or(|until| state.is_open() && when(Some(days), checked.as_of) <= until)
    };
    let mut entries = Vec::new();
    for case in checked.register.cases.values() {
        let standing = Standing::of(case);
        let summary = standing
            .received
            .map(|(_, received)| received.summary.as_str())
            .filter(|_| case.leaks.is_empty());
        let summary = summary.unwrap_or_default();
        let page = format!("cases/{}.html", case.id);
        for deadline in deadlines(procedure, &work, case, &standing, checked.as_of) {
            if !asked(deadline.state, deadline.last_day) {
                continue;
            }
            let entry = Entry::new(case, &deadline, summary, locale.language(), &settings);
            let entry = entry.map(|entry| entry.linked(site, &page));
            if person.is_none_or(|id| duty.of(&deadline, &standing).contains(&id)) {
                entries.extend(entry);
            } else if until.is_none()
                && person.is_some_and(|id| duty.former(case, &deadline, &standing).contains(id))
            {
                // A whole calendar that was imported before takes out what went to somebody else.
                entries.extend(entry.map(Entry::cancelled));
            }
        }
    }
    let own = person.is_none_or(|id| duty.coordinators().contains(&id));
    let analyses = analysis_deadlines(&checked.register, procedure, &work, checked.as_of);
    for analysis in analyses.iter().filter(|_| own) {
        if asked(analysis.state, analysis.last_day) {
            let year = args!(year: analysis.year.to_string());
            let title = locale.text_with("due-analysis", &year);
            let page = format!("analysis-{}.html", analysis.year);
            let entry = Entry::of_analysis(analysis, title, &settings);
            entries.extend(entry.map(|entry| entry.linked(site, &page)));
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
    let host = host(site);
    let event = |entry: &Entry| Event::new(entry, &host, checked.as_of);
    let events: Vec<Event> = entries.iter().map(event).collect();
    render_calendar(&name, &events)
}
