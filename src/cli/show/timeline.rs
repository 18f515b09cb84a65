//! A case as people read it in a terminal.

use super::{Shown, next_rows};
use crate::args;
use crate::cli::details::{corrected, details, private_details};
use crate::cli::{CliError, table};
use crate::deadlines::Deadline;
use crate::finding::Finding;
use crate::register::named::List;
use crate::register::step::Step;
use crate::report::{printable, printable_line};
use crate::rules::message::message;

/// What stands where there is nobody.
const NOBODY: &str = "–";

impl Shown<'_> {
    /// Gives the case as a text: what it is about, its steps, deadlines and findings, and what may come next.
    pub(super) fn timeline(&self) -> Result<String, CliError> {
        let locale = &self.checked.locale;
        let stage = locale.text(&format!("stage-{}", self.standing.stage()));
        let mut out = format!("{}  {stage}\n", self.case.id);
        out.push_str(&self.facts());
        let next = next_rows(self.checked, &self.standing);
        let parts = [
            ("show-steps", self.steps()?),
            ("show-deadlines", self.deadlines()),
            ("show-findings", self.findings()),
            ("show-next", table::columns(&next)),
        ];
        for (title, text) in parts.iter().filter(|(_, text)| !text.is_empty()) {
            out.push_str(&format!("\n{}\n{text}", locale.text(title)));
        }
        Ok(out)
    }

    fn facts(&self) -> String {
        let (checked, standing) = (self.checked, &self.standing);
        let locale = &checked.locale;
        let Some((_, received)) = standing.received else {
            return String::new();
        };
        let procedure = checked.register.procedure.as_ref();
        let category = List::Categories.label(procedure, &received.category, locale.language());
        let about: Vec<String> = standing.about.iter().map(|id| checked.name(id)).collect();
        let about = Some(about.join(", ")).filter(|about| !about.is_empty());
        let handler = standing.handler_id().map(|id| checked.name(id));
        let complainant = format!("complainant-{}", received.complainant);
        let facts = [
            ("show-complainant", locale.text(&complainant)),
            ("show-category", category.to_owned()),
            ("show-about", about.unwrap_or_else(|| NOBODY.to_owned())),
            ("show-handler", handler.unwrap_or_else(|| NOBODY.to_owned())),
        ];
        let rows = facts.map(|(key, text)| vec![locale.text(key), text]);
        let summary = printable(received.summary.as_str());
        format!("{summary}\n\n{}", table::columns(&rows))
    }

    fn steps(&self) -> Result<String, CliError> {
        let mut out = String::new();
        for (index, step) in self.case.steps.iter().enumerate() {
            let row = vec![
                format!("{:>3}", index + 1),
                step.date.to_string(),
                self.checked
                    .locale
                    .text(&format!("step-{}", step.kind().word())),
                self.checked.name(&step.by),
            ];
            out.push_str(&table::columns(&[row]));
            for line in self.told(index, step)? {
                out.push_str(&format!("       {line}\n"));
            }
        }
        Ok(out)
    }

    /// Gives the lines below a step: what it says, what is kept of it in private, and what was corrected.
    fn told(&self, index: usize, step: &Step) -> Result<Vec<String>, CliError> {
        let (checked, case) = (self.checked, self.case);
        let said = details(checked, case, step);
        let mut lines = said.map_err(|error| CliError::Internal(error.to_string()))?;
        for kept in self.private.iter().filter(|kept| kept.step == index + 1) {
            let annex = private_details(checked, &kept.annex).into_iter();
            let files = kept.files.iter().map(|name| printable_line(name));
            lines.extend(annex.chain(files).map(|line| format!("[private] {line}")));
        }
        for c in case.corrections.iter().filter(|c| c.step == index) {
            let (_, was) = corrected(checked, step.kind(), &c.field, &c.was);
            let (field, now) = corrected(checked, step.kind(), &c.field, &c.now);
            let values = args!(field: field, was: was, now: now, step: c.by_step + 1);
            let correction = checked.locale.text_with("show-correction", &values);
            lines.push(printable_line(&correction));
        }
        Ok(lines)
    }

    fn deadlines(&self) -> String {
        let locale = &self.checked.locale;
        let row = |deadline: &Deadline<'_>| {
            let measure = deadline.measure.map(|id| format!(" ({id})"));
            let recorded = deadline.recorded_late(self.case);
            let recorded = recorded.and_then(|day| locale.recorded_after(deadline.last_day, day));
            let recorded = recorded.map(|text| format!(", {text}"));
            let state = locale.text(&format!("state-{}", deadline.state));
            let term = deadline.term.name.text(locale.language());
            vec![
                format!("  {}", deadline.last_day),
                format!("{state}{}", recorded.unwrap_or_default()),
                format!("{term}{}", measure.unwrap_or_default()),
            ]
        };
        let rows: Vec<Vec<String>> = self.deadlines.iter().map(row).collect();
        table::columns(&rows)
    }

    fn findings(&self) -> String {
        let locale = &self.checked.locale;
        let line = |finding: &&Finding| {
            let level = locale.text(&format!("level-{}", finding.level.word()));
            let message = printable_line(&message(finding, locale));
            let waived = if finding.waived {
                format!(" ({})", locale.text("step-waived"))
            } else {
                String::new()
            };
            format!("  {} {level}: {message}{waived}\n", finding.code)
        };
        self.findings.iter().map(line).collect()
    }
}
