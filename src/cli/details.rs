//! What a step says, a field a line, in the words of a language and with the names of the register.

use serde_json::Value as Schema;
use serde_yaml::{Mapping, Value};

use super::recording::{annex_schema, field, field_name, format, is, step_schema};
use super::session::Checked;
use crate::register::case::Case;
use crate::register::named::Reference;
use crate::register::step::{Action, Step, StepKind};
use crate::report::printable_line;
use crate::words::Id;

/// Gives what a step of a case says beside its name, date and author.
///
/// # Errors
/// When a field cannot be written as YAML, which no step that was read runs into.
pub fn details(
    checked: &Checked,
    case: &Case,
    step: &Step,
) -> Result<Vec<String>, serde_yaml::Error> {
    let mut fields = step.to_mapping()?;
    fields.retain(|key, _| !matches!(key.as_str(), Some("step" | "date" | "by")));
    let details = Details { checked };
    let schema = step_schema(step.kind());
    let mut lines = Vec::new();
    // What a correction puts in the place of fields means what it means in the step that it corrects.
    if let Action::Corrected(corrected) = &step.action
        && let Some(other) = case.steps.get(corrected.corrects.wrapping_sub(1))
        && let Some(Value::Mapping(new)) = fields.remove("fields")
    {
        let (schema, way) = (step_schema(other.kind()), other.kind().word());
        lines = details.mapping(&new, schema, way);
    }
    let own = details.mapping(&fields, schema, step.kind().word());
    Ok(own.into_iter().chain(lines).collect())
}

/// Gives what an annex says, a field a line.
pub fn private_details(checked: &Checked, annex: &Mapping) -> Vec<String> {
    Details { checked }.mapping(annex, annex_schema(), "private")
}

/// Gives the name of a field that was put right, and one of its values, as [`Correction`] keeps it.
///
/// [`Correction`]: crate::register::case::Correction
pub fn corrected(checked: &Checked, kind: StepKind, name: &str, raw: &str) -> (String, String) {
    let schema = field(step_schema(kind), name);
    let items = schema.get("items").unwrap_or(schema);
    let way = format!("{}-{name}", kind.word());
    let details = Details { checked };
    let part = |part: &str| match part.parse::<bool>() {
        Ok(yes) if is(items, "boolean") => details.value(&yes.into(), items, &way),
        _ => details.value(&part.into(), items, &way),
    };
    let parts: Vec<String> = raw.split(", ").map(part).collect();
    let shown = field_name(&way, checked.locale).unwrap_or_else(|| name.to_owned());
    (shown, parts.join(", "))
}

struct Details<'a> {
    checked: &'a Checked,
}

impl Details<'_> {
    fn mapping(&self, mapping: &Mapping, schema: &Schema, way: &str) -> Vec<String> {
        let fields = mapping
            .iter()
            .filter_map(|(key, value)| Some((key.as_str()?, value)));
        fields
            .flat_map(|(name, value)| {
                let way = format!("{way}-{name}");
                let shown = field_name(&way, self.checked.locale);
                let shown = shown.unwrap_or_else(|| name.to_owned());
                self.field(&shown, value, field(schema, name), &way)
            })
            .collect()
    }

    /// Gives the lines of a field: one, and more below it where it holds others.
    fn field(&self, name: &str, value: &Value, schema: &Schema, way: &str) -> Vec<String> {
        let items = schema.get("items").unwrap_or(&Schema::Null);
        let below: Vec<String> = match value {
            Value::Mapping(inner) => self.mapping(inner, schema, way),
            Value::Sequence(list) if list.iter().any(Value::is_mapping) => {
                let inner = list.iter().filter_map(Value::as_mapping);
                inner
                    .flat_map(|item| listed(self.mapping(item, items, way)))
                    .collect()
            }
            Value::Sequence(list) if list.is_empty() => return vec![format!("{name}: –")],
            Value::Sequence(list) => {
                let list: Vec<String> = list.iter().map(|it| self.value(it, items, way)).collect();
                return vec![printable_line(&format!("{name}: {}", list.join(", ")))];
            }
            _ => {
                let text = format!("{name}: {}", self.value(value, schema, way));
                return text.lines().map(printable_line).collect();
            }
        };
        let head = printable_line(&format!("{name}:"));
        let below = below.into_iter().map(|line| format!("  {line}"));
        std::iter::once(head).chain(below).collect()
    }

    fn value(&self, value: &Value, schema: &Schema, way: &str) -> String {
        let locale = &self.checked.locale;
        match value {
            Value::Bool(yes) => locale.text(if *yes { "yes" } else { "no" }),
            Value::Number(number) => number.to_string(),
            Value::String(text) if format(schema) == "id" => self.name(text, way),
            Value::String(text) => {
                let words = schema.get("enum").and_then(Schema::as_array);
                let words: Vec<&str> = words
                    .into_iter()
                    .flatten()
                    .filter_map(Schema::as_str)
                    .collect();
                locale.meaning(&words, text).unwrap_or_else(|| text.clone())
            }
            _ => String::new(),
        }
    }

    /// Gives the name that belongs to an id; the id itself where it has none.
    fn name(&self, text: &str, way: &str) -> String {
        let register = &self.checked.register;
        let Ok(id) = text.parse::<Id>() else {
            return text.to_owned();
        };
        let field = way.rsplit('-').next().unwrap_or(way);
        let name = match Reference::by_field(field) {
            Some(Reference::Person) => register.staff.as_ref().map(|staff| staff.name(&id)),
            Some(Reference::Entry(list)) => {
                let language = self.checked.locale.language();
                Some(list.label(register.procedure.as_ref(), &id, language))
            }
            None => None,
        };
        name.unwrap_or(text).to_owned()
    }
}

/// Sets the lines of an item of a list apart from those of the one before.
fn listed(lines: Vec<String>) -> impl Iterator<Item = String> {
    let sign = |n| if n == 0 { "-" } else { " " };
    let lines = lines.into_iter().enumerate();
    lines.map(move |(n, line)| format!("{} {line}", sign(n)))
}
