//! A case as the rules see it: its steps with the corrections applied, and which annex files there are.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};
use serde_yaml::{Mapping, Value};

use crate::register::annex::AnnexFiles;
use crate::register::step::{Action, Answer, Corrected, Step, StepKind};
use crate::register::trace::Trace;
use crate::register::written::there;
use crate::route;
use crate::source::{Route, Segment};
use crate::words::{CaseId, Id};

/// `complaint.yaml`.
#[derive(Debug, Clone, PartialEq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// The number of the case, the same as its directory.
    pub case: CaseId,
    /// What was done, in the order in which it was done; only ever appended to.
    #[serde(deserialize_with = "some_steps")]
    #[schemars(extend("minItems" = 1))]
    pub steps: Vec<Step>,
}

fn some_steps<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Step>, D::Error> {
    let steps: Vec<Step> = there(deserializer)?;
    if steps.is_empty() {
        return Err(D::Error::custom("no steps"));
    }
    Ok(steps)
}

/// A field that a later step put right.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// The index of the step that was wrong, from 0.
    pub step: usize,
    /// The field.
    pub field: String,
    /// What stood there, as people read it; empty when nothing did.
    pub was: String,
    /// What it is now; empty when it was taken away.
    pub now: String,
    /// The index of the `corrected` step.
    pub by_step: usize,
}

/// A step as it stood until a later one put it right.
#[derive(Debug, Clone)]
pub struct Replaced {
    /// The index of the step that was wrong.
    pub step: usize,
    /// The step.
    pub was: Step,
    /// The index of the `corrected` step.
    pub by_step: usize,
}

/// A public text that holds something of an annex.
#[derive(Debug, Clone, PartialEq)]
pub struct Leak {
    /// The text.
    pub route: Route,
    /// What it gives away.
    pub trace: Trace,
}

/// A case with its corrections applied.
#[derive(Debug, Clone)]
pub struct Case {
    /// The number.
    pub id: CaseId,
    /// The directory, relative to the register: `2026/2026-0007`.
    pub dir: String,
    /// The steps, as corrected.
    pub steps: Vec<Step>,
    /// The steps as they were first written, where any was corrected.
    pub as_written: Option<Vec<Step>>,
    /// What was corrected, in order.
    pub corrections: Vec<Correction>,
    /// The steps that were corrected as they stood until then, in the order of their corrections.
    pub replaced: Vec<Replaced>,
    /// The annex files by step number, from 1.
    pub annex: BTreeMap<usize, AnnexFiles>,
    /// Texts that give away something private.
    pub leaks: Vec<Leak>,
}

impl Case {
    /// Gives the path of the record, relative to the register.
    pub fn path(&self) -> String {
        format!("{}/complaint.yaml", self.dir)
    }

    /// Gives the steps as they were first written.
    pub fn written(&self) -> &[Step] {
        self.as_written.as_ref().unwrap_or(&self.steps)
    }

    /// Tells whether somebody speaks in a step as the employee concerned, or corrects what they said so. Whoever does is not
    /// named; who acts in any other role is, for else that would tell whom the complaint is about.
    pub fn speaks_as_concerned(&self, step: &Step) -> bool {
        let said = match &step.action {
            Action::Corrected(corrected) => self.steps.get(corrected.corrects.wrapping_sub(1)),
            _ => Some(step),
        };
        said.is_some_and(|said| said.by == step.by && said.kind() == StepKind::Agreed)
    }

    /// Tells whether the receipt of the complaint stands in it, without which it is in no list.
    pub fn is_received(&self) -> bool {
        let mut steps = self.steps.iter();
        steps.any(|step| matches!(step.action, Action::Received(_)))
    }

    /// Gives the steps as they stood before the step at an index was written.
    pub fn steps_before(&self, step: usize) -> Vec<&Step> {
        let mut steps: Vec<&Step> = self.steps[..step].iter().collect();
        let later = self.replaced.iter().rev();
        for replaced in later.take_while(|it| it.by_step >= step) {
            if let Some(stood) = steps.get_mut(replaced.step) {
                *stood = &replaced.was;
            }
        }
        steps
    }

    /// Gives the case as it stood before the step at an index was written.
    #[must_use]
    pub fn before(&self, step: usize) -> Self {
        let annex = self.annex.range(..=step);
        let corrections = self.corrections.iter().take_while(|c| c.by_step < step);
        let replaced = self.replaced.iter().take_while(|it| it.by_step < step);
        Self {
            id: self.id,
            dir: self.dir.clone(),
            steps: self.steps_before(step).into_iter().cloned().collect(),
            as_written: Some(self.written()[..step].to_vec()),
            corrections: corrections.cloned().collect(),
            replaced: replaced.cloned().collect(),
            annex: annex
                .map(|(number, files)| (*number, files.clone()))
                .collect(),
            leaks: self.leaks.clone(),
        }
    }

    /// Turns a route into the corrected case into one into the file: a corrected field stands in the correction.
    pub fn route_in_file(&self, route: &Route) -> Route {
        let [
            Segment::Key(steps),
            Segment::Index(step),
            Segment::Key(field),
            rest @ ..,
        ] = route.0.as_slice()
        else {
            return route.clone();
        };
        let latest = self
            .corrections
            .iter()
            .rev()
            .find(|c| steps == "steps" && c.step == *step && c.field == *field);
        latest.map_or_else(
            || route.clone(),
            |c| {
                let mut file = route!["steps", c.by_step, "fields", field.to_string()];
                file.0.extend_from_slice(rest);
                file
            },
        )
    }
}

/// Why a `corrected` step cannot be applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CorrectionFault {
    /// There is no such step before it.
    NoSuchStep {
        /// The index of the `corrected` step.
        at: usize,
    },
    /// The field is done again, not corrected: handler, agreement, or the very name and author of a step.
    NotCorrectable {
        /// The index of the `corrected` step.
        at: usize,
        /// The field.
        field: String,
    },
    /// A field is taken away that the step does not have.
    NothingThere {
        /// The index of the `corrected` step.
        at: usize,
        /// The field.
        field: String,
    },
    /// An offer that the complainant accepted is no longer among the measures.
    Accepted {
        /// The index of the `corrected` step.
        at: usize,
        /// The measure.
        measure: Id,
    },
    /// The step is not well formed with the new value.
    Malformed {
        /// The index of the `corrected` step.
        at: usize,
        /// The step that was to be corrected.
        kind: StepKind,
        /// The first field that does not fit it by itself.
        field: Option<String>,
    },
}

/// The steps of a case with its corrections applied.
#[derive(Debug)]
pub struct Corrections {
    /// The steps, as corrected.
    pub steps: Vec<Step>,
    /// What was corrected, in order.
    pub made: Vec<Correction>,
    /// The steps as they stood until they were corrected, in the same order.
    pub replaced: Vec<Replaced>,
    /// The corrections that could not be applied: the steps are as if these were not there.
    pub faults: Vec<CorrectionFault>,
}

/// Applies the `corrected` steps of a case to its earlier steps.
pub fn apply_corrections(mut steps: Vec<Step>) -> Corrections {
    let (mut made, mut replaced, mut faults) = (vec![], vec![], vec![]);
    for at in 0..steps.len() {
        let Action::Corrected(Corrected {
            corrects, fields, ..
        }) = &steps[at].action
        else {
            continue;
        };
        let (target, fields) = (corrects.wrapping_sub(1), fields.clone());
        if target >= at || matches!(steps[target].kind(), StepKind::Corrected | StepKind::Waived) {
            faults.push(CorrectionFault::NoSuchStep { at });
            continue;
        }
        let kind = steps[target].kind();
        if let Some(field) = fields.keys().find_map(|key| not_correctable(kind, key)) {
            faults.push(CorrectionFault::NotCorrectable { at, field });
            continue;
        }
        match corrected(&steps[target], &fields) {
            Ok((step, changes)) => {
                if let Some(measure) = accepted_and_gone(&steps[target..at], &step) {
                    faults.push(CorrectionFault::Accepted { at, measure });
                    continue;
                }
                made.extend(changes.into_iter().map(|(field, was, now)| Correction {
                    step: target,
                    field,
                    was,
                    now,
                    by_step: at,
                }));
                replaced.push(Replaced {
                    step: target,
                    was: std::mem::replace(&mut steps[target], step),
                    by_step: at,
                });
            }
            Err(Misfit::NothingThere(field)) => {
                faults.push(CorrectionFault::NothingThere { at, field });
            }
            Err(Misfit::Malformed) => {
                let misfit = fields.iter().find(|(key, value)| {
                    let alone = Mapping::from_iter([((*key).clone(), (*value).clone())]);
                    corrected(&steps[target], &alone).is_err()
                });
                let field = misfit.and_then(|(key, _)| key.as_str()).map(str::to_owned);
                faults.push(CorrectionFault::Malformed { at, kind, field });
            }
        }
    }
    Corrections {
        steps,
        made,
        replaced,
        faults,
    }
}

/// Finds an offer that was accepted and is not in the corrected step; the offer as it stood comes first among the steps.
fn accepted_and_gone(steps: &[Step], corrected: &Step) -> Option<Id> {
    let (Action::Offered(was), Action::Offered(now)) = (&steps.first()?.action, &corrected.action)
    else {
        return None;
    };
    let is_accepted = |id: &Id| {
        let answers = steps.iter().rev().filter_map(|step| match &step.action {
            Action::Answered(answered) => Some(answered),
            _ => None,
        });
        let mut about = answers.filter(|it| it.measures.is_empty() || it.measures.contains(id));
        about.next().is_some_and(|it| it.answer == Answer::Accepted)
    };
    let mut gone = was.measures.iter().map(|measure| &measure.id);
    let gone = gone.find(|id| now.measures.iter().all(|it| it.id != **id) && is_accepted(id));
    gone.cloned()
}

fn not_correctable(kind: StepKind, key: &Value) -> Option<String> {
    let key = key.as_str()?;
    let fixed = matches!(
        (kind, key),
        (_, "step" | "by")
            | (StepKind::Assigned, "handler")
            | (StepKind::Agreed, "employee" | "outcome")
    );
    fixed.then(|| key.to_owned())
}

type Changes = Vec<(String, String, String)>;

/// Why new values do not make a step.
enum Misfit {
    /// A field is taken away that is not there.
    NothingThere(String),
    /// The step is not well formed with them.
    Malformed,
}

impl From<serde_yaml::Error> for Misfit {
    fn from(_: serde_yaml::Error) -> Self {
        Self::Malformed
    }
}

fn corrected(step: &Step, fields: &Mapping) -> Result<(Step, Changes), Misfit> {
    let mut mapping = step.to_mapping()?;
    let mut changes = Vec::new();
    for (key, value) in fields {
        let field = key.as_str().unwrap_or_default().to_owned();
        // What is corrected to nothing is taken away.
        let was = if value.is_null() {
            let there = mapping.remove(key);
            Some(there.ok_or_else(|| Misfit::NothingThere(field.clone()))?)
        } else {
            mapping.insert(key.clone(), value.clone())
        };
        changes.push((
            field,
            was.as_ref().map(shown).unwrap_or_default(),
            shown(value),
        ));
    }
    Ok((serde_yaml::from_value(Value::Mapping(mapping))?, changes))
}

/// Gives a value of the record as people read it: `2026-02-26, Stein`.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(b) => b.to_string(),
        Value::Number(n) => n.to_string(),
        Value::String(s) => s.trim_end().to_owned(),
        Value::Sequence(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Mapping(entries) => entries.values().map(shown).collect::<Vec<_>>().join(", "),
        Value::Tagged(tagged) => shown(&tagged.value),
    }
}
