//! Tasks as lists to read: on a terminal, and as Markdown.

use super::tasks::{Task, When, when};
use crate::args;
use crate::cli::session::Checked;
use crate::cli::table;
use crate::report::printable_line;

/// Arranges tasks, which are in order, by when they are due; empty groups are left out.
fn grouped<'t>(tasks: &'t [Task], checked: &Checked) -> Vec<(String, Vec<&'t Task>)> {
    let groups = When::ALL.iter().map(|group| {
        let of_group = tasks
            .iter()
            .filter(|task| when(task.days_left, checked.as_of) == *group)
            .collect();
        (checked.locale.text(&format!("due-group-{group}")), of_group)
    });
    groups
        .filter(|(_, tasks): &(String, Vec<&Task>)| !tasks.is_empty())
        .collect()
}

/// Lists tasks, which are in order, as Markdown with boxes to tick.
pub fn markdown(tasks: &[Task], checked: &Checked) -> String {
    if tasks.is_empty() {
        return format!("{}\n", checked.locale.text("due-none"));
    }
    let mut out = String::new();
    for (heading, tasks) in grouped(tasks, checked) {
        out.push_str(&format!(
            "{}## {heading}\n\n",
            if out.is_empty() { "" } else { "\n" }
        ));
        for task in tasks {
            let day = task
                .last_day
                .map(|day| format!("{day}, "))
                .unwrap_or_default();
            let case = task
                .case
                .map(|case| format!("**{case}** "))
                .unwrap_or_default();
            out.push_str(&format!(
                "- [ ] {case}{} ({day}{}): {}\n",
                task.what,
                left(task, checked),
                names(task, checked)
            ));
        }
    }
    out
}

/// Lists tasks, which are in order, for a terminal.
pub fn shown(tasks: &[Task], checked: &Checked) -> String {
    if tasks.is_empty() {
        return format!("{}\n", checked.locale.text("due-none"));
    }
    let most = table::terminal().unwrap_or(0);
    let row = |task: &Task| {
        vec![
            task.last_day
                .map_or_else(|| "–".to_owned(), |day| day.to_string()),
            left(task, checked),
            task.case
                .map_or_else(|| "–".to_owned(), |case| case.to_string()),
            task.what.clone(),
            names(task, checked),
            table::shortened(&printable_line(&task.summary), most.max(30)),
        ]
    };
    let mut rows: Vec<Vec<String>> = tasks.iter().map(row).collect();
    if let Some(width) = table::terminal() {
        table::fit(
            &mut rows,
            width.saturating_sub(2),
            &[(5, 0), (4, 14), (3, 20)],
        );
    }
    // One table, cut up, so that the columns stand under each other through all groups.
    let table = table::columns(&rows);
    let mut lines = table.lines();
    let mut out = String::new();
    for (heading, tasks) in grouped(tasks, checked) {
        out.push_str(&format!(
            "{}{heading}\n",
            if out.is_empty() { "" } else { "\n" }
        ));
        for line in lines.by_ref().take(tasks.len()) {
            out.push_str(&format!("  {line}\n"));
        }
    }
    out
}

/// Gives the names of those who are to see to a task.
fn names(task: &Task, checked: &Checked) -> String {
    let names = task.responsible.iter().map(|id| checked.name(id));
    names.collect::<Vec<_>>().join(", ")
}

fn left(task: &Task, checked: &Checked) -> String {
    let locale = &checked.locale;
    match task.days_left {
        None => locale.text("due-no-term"),
        Some(0) => locale.text("due-today"),
        Some(days) if days < 0 => locale.text_with("due-late", &args!(n: -days)),
        Some(days) => locale.text_with("due-left", &args!(n: days)),
    }
}
