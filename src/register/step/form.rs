//! How a step is read and what its schema is: a mapping of which `step` says what else it holds.

use std::fmt;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde_yaml::{Mapping, Value};

use crate::register::step::{Action, Step, StepKind};
use crate::words::{Day, StaffId};

impl<'de> Deserialize<'de> for Step {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(StepVisitor)
    }
}

struct StepVisitor;

impl<'de> Visitor<'de> for StepVisitor {
    type Value = Step;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a step")
    }

    /// Reads the step in one pass when `step:` comes first, as it is written; otherwise looks for it first.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Step, A::Error> {
        let first: Option<String> = map.next_key()?;
        if first.as_deref() == Some("step") {
            let word: String = map.next_value()?;
            return read_step(&word, map);
        }
        let mut fields = Mapping::new();
        let mut key = first;
        while let Some(name) = key {
            if fields
                .insert(name.as_str().into(), map.next_value()?)
                .is_some()
            {
                return Err(de::Error::custom(format!("duplicate field `{name}`")));
            }
            key = map.next_key()?;
        }
        let word = match fields.remove("step") {
            Some(Value::String(word)) => word,
            _ => return Err(de::Error::missing_field("step")),
        };
        let entries = de::value::MapDeserializer::new(fields.into_iter());
        read_step(&word, entries).map_err(de::Error::custom)
    }
}

fn read_step<'de, A: MapAccess<'de>>(word: &str, map: A) -> Result<Step, A::Error> {
    let kind =
        StepKind::of(word).ok_or_else(|| de::Error::custom(format!("unknown step `{word}`")))?;
    let mut fields = WithoutCommon {
        map,
        date: None,
        by: None,
    };
    let action = Action::read(kind, MapAccessDeserializer::new(&mut fields))?;
    Ok(Step {
        date: fields
            .date
            .ok_or_else(|| de::Error::missing_field("date"))?,
        by: fields.by.ok_or_else(|| de::Error::missing_field("by"))?,
        action,
    })
}

/// A mapping that keeps `date` and `by` for itself and hands on the rest: serde's `flatten` without its buffer.
struct WithoutCommon<A> {
    map: A,
    date: Option<Day>,
    by: Option<StaffId>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for &mut WithoutCommon<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        while let Some(key) = self.map.next_key::<String>()? {
            match key.as_str() {
                "date" if self.date.is_some() => return Err(de::Error::duplicate_field("date")),
                "by" if self.by.is_some() => return Err(de::Error::duplicate_field("by")),
                "step" => return Err(de::Error::duplicate_field("step")),
                "date" => self.date = Some(self.map.next_value()?),
                "by" => self.by = Some(self.map.next_value()?),
                other => {
                    let key: StrDeserializer<'_, A::Error> = other.into_deserializer();
                    return seed.deserialize(key).map(Some);
                }
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

impl JsonSchema for Step {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Step".into()
    }

    /// Gives one alternative a step, told apart by the constant `step`.
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let alternatives: Vec<serde_json::Value> = StepKind::ALL
            .iter()
            .map(|kind| {
                let mut schema = kind.fields_schema(generator).to_value();
                let mut properties = serde_json::Map::new();
                let name = schemars::json_schema!({ "const": kind.word() });
                for (key, mut field, description) in [
                    ("step", name, "The name of the step."),
                    (
                        "date",
                        Day::json_schema(generator),
                        "The day on which it was done.",
                    ),
                    (
                        "by",
                        StaffId::json_schema(generator),
                        "Who did it, an id from `staff.yaml`; also who commits the step.",
                    ),
                ] {
                    field.insert("description".into(), description.into());
                    properties.insert(key.into(), field.to_value());
                }
                let mut required = vec!["step".into(), "date".into(), "by".into()];
                if let Some(object) = schema.as_object_mut() {
                    if let Some(serde_json::Value::Object(own)) = object.remove("properties") {
                        properties.extend(own);
                    }
                    if let Some(serde_json::Value::Array(own)) = object.remove("required") {
                        required.extend(own);
                    }
                    object.insert("properties".into(), properties.into());
                    object.insert("required".into(), required.into());
                    object.insert("title".into(), kind.word().into());
                }
                schema
            })
            .collect();
        schemars::json_schema!({ "oneOf": alternatives })
    }
}
