//! Reading a value as what it is written as. To serde a list can be a group of fields, and to serde_yaml a key without a value is
//! an empty list; in a register both are mistakes.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use crate::register::plain::read_plain;

/// Reads a text of a register: as plain as it is mostly written, or with the parser of YAML.
///
/// # Errors
/// The parser's, when the text is no YAML or not what its type asks for.
pub(crate) fn read_text<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, serde_yaml::Error> {
    read_plain(text, |value| there(value))
        .map_or_else(|| there(serde_yaml::Deserializer::from_str(text)), Ok)
}

/// Reads a list or a group of fields that is there.
pub(crate) fn there<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    T::deserialize(AsWritten(deserializer))
}

/// Reads an optional field that is there: a key without a value is a mistake, not an absence.
pub(crate) fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    there(deserializer).map(Some)
}

/// Reads a list of groups of fields.
pub(crate) fn each<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    struct Item<T>(T);
    impl<'de, T: Deserialize<'de>> Deserialize<'de> for Item<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            there(deserializer).map(Self)
        }
    }
    let items: Vec<Item<T>> = there(deserializer)?;
    Ok(items.into_iter().map(|item| item.0).collect())
}

struct AsWritten<D>(D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for AsWritten<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(Fields(visitor))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_enum(name, variants, visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map identifier ignored_any
    }
}

/// Takes fields by their names alone, not by their places in a list.
struct Fields<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Fields<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(fields)
    }
}
