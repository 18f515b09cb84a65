//! A case as JSON, for programs.

use serde::Serialize;
use serde_yaml::Mapping;

use super::next::people;
use super::{Private, Shown};
use crate::cli::CliError;
use crate::deadlines::DeadlineRecord;
use crate::register::step::Step;
use crate::rules::message::message;
use crate::words::Day;
use crate::workflow::{Stage, next_steps};

#[derive(Serialize)]
struct Document<'a> {
    case: String,
    as_of: Day,
    stage: Stage,
    #[serde(skip_serializing_if = "Option::is_none")]
    handler: Option<String>,
    steps: Vec<Mapping>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    private: &'a [Private],
    corrections: Vec<Change>,
    deadlines: Vec<DeadlineRecord>,
    findings: Vec<Said>,
    next: Vec<Next>,
}

#[derive(Serialize)]
struct Change {
    step: usize,
    field: String,
    was: String,
    now: String,
    corrected_by_step: usize,
}

#[derive(Serialize)]
struct Said {
    code: &'static str,
    level: &'static str,
    waived: bool,
    message: String,
}

#[derive(Serialize)]
struct Next {
    step: &'static str,
    usual: bool,
    who: Vec<&'static str>,
    people: Vec<String>,
}

impl Shown<'_> {
    /// Gives the case as JSON.
    pub(super) fn document(&self) -> Result<String, CliError> {
        let (case, standing, locale) = (self.case, &self.standing, &self.checked.locale);
        let steps = case
            .steps
            .iter()
            .map(Step::to_mapping)
            .collect::<Result<_, _>>();
        let document = Document {
            case: case.id.to_string(),
            as_of: self.checked.as_of,
            stage: standing.stage(),
            handler: standing.handler_id().map(ToString::to_string),
            steps: steps.map_err(|error| CliError::Internal(error.to_string()))?,
            private: &self.private,
            corrections: case
                .corrections
                .iter()
                .map(|c| Change {
                    step: c.step + 1,
                    field: c.field.clone(),
                    was: c.was.clone(),
                    now: c.now.clone(),
                    corrected_by_step: c.by_step + 1,
                })
                .collect(),
            deadlines: self
                .deadlines
                .iter()
                .map(|deadline| DeadlineRecord::new(deadline, case))
                .collect(),
            findings: self
                .findings
                .iter()
                .map(|finding| Said {
                    code: finding.code,
                    level: finding.level.word(),
                    waived: finding.waived,
                    message: message(finding, locale),
                })
                .collect(),
            next: next_steps(standing, self.checked.register.procedure.as_ref())
                .into_iter()
                .map(|next| Next {
                    step: next.step.word(),
                    usual: next.usual,
                    who: next.who.iter().map(|who| who.word()).collect(),
                    people: people(self.checked, standing, &next)
                        .into_iter()
                        .map(|id| id.to_string())
                        .collect(),
                })
                .collect(),
        };
        Ok(serde_json::to_string_pretty(&document)?)
    }
}
