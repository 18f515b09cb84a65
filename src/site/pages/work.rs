//! The work-lists: what is due, by the person who is to see to it.

use super::{Emit, Site, view};
use crate::args;
use crate::site::SiteError;
use crate::site::views::work::{PersonPage, WorkPage, Worker};

/// Gives the page of a person's work; no id begins with `_`.
fn person_path(id: Option<&str>) -> String {
    format!("work/{}.html", id.unwrap_or("_nobody"))
}

pub(super) fn work(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let mut workers: Vec<Worker> = Vec::new();
    for (person, tasks) in site.survey.work() {
        let Some(first) = tasks.first() else { continue };
        workers.push(Worker {
            name: person.map_or_else(
                || site.words.labels.nobody.clone(),
                |id| site.words.person(id).to_owned(),
            ),
            href: person_path(person.map(|id| id.as_str())),
            open: tasks.len(),
            overdue: tasks.iter().filter(|task| task.overdue).count(),
            soon: tasks.iter().filter(|task| task.soon).count(),
            first: first.last_day.clone(),
        });
    }
    workers.sort_by(|a, b| a.name.cmp(&b.name));
    let page = site.frame("work", "work.html", site.say("work-title"));
    emit(
        "work.html".into(),
        view(WorkPage {
            page,
            workers,
            coordinator: site.coordinator_notices(),
        }),
    )
}

pub(super) fn people(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    for (person, tasks) in site.survey.work() {
        let name = person.map_or(site.words.labels.nobody.as_str(), |id| {
            site.words.person(id)
        });
        let title = match person {
            Some(_) => site
                .words
                .locale
                .text_with("person-title", &args!(name: name)),
            None => site.say("person-nobody-title"),
        };
        let staff = site.register.staff.as_ref();
        let function = person
            .and_then(|id| staff?.get(id))
            .map(|person| person.function.to_string());
        let path = person_path(person.map(|id| id.as_str()));
        let page = site.frame("work", &path, title);
        emit(
            path,
            view(PersonPage {
                page,
                function,
                calendar: person
                    .filter(|id| site.calendars.contains(id))
                    .map(|id| format!("calendar-{id}.ics")),
                tasks: &tasks,
            }),
        )?;
    }
    Ok(())
}
