//! What a schema asks for: the words for it, its bounds, and how a list or a group of fields is written.

use serde_json::Value as Schema;

use crate::args;
use crate::finding::{Arg, Args};
use crate::register::named::Reference;
use crate::source::{Route, Segment};
use crate::words::{Day, parse_format};

/// Gives the key of the words for a form; what an id looks like depends on what has it.
pub fn shape(form: &str, route: &Route) -> String {
    let of_staff = route.0.first() == Some(&Segment::from("staff"));
    let key = match (form, last_key(route).as_str()) {
        ("id", "id") if of_staff => "shape-new-person",
        ("id", field) => match Reference::by_field(field) {
            Some(Reference::Person) => "shape-person",
            Some(Reference::Entry(_)) => "shape-entry",
            None => "shape-id",
        },
        (form, _) => return format!("shape-{form}"),
    };
    key.to_owned()
}

/// Gives the name of the nearest field.
pub fn last_key(route: &Route) -> String {
    let key = route.0.iter().rev().find_map(|segment| match segment {
        Segment::Key(key) => Some(key.to_string()),
        Segment::Index(_) => None,
    });
    key.unwrap_or_default()
}

/// Names what a finding is about: the nearest field, or the file as a whole.
pub fn subject(route: &Route) -> Arg {
    match last_key(route) {
        key if key.is_empty() => Arg::Key("shape-file".into()),
        key => key.into(),
    }
}

/// Gives the types that a schema allows.
pub fn types_of(schema: &Schema) -> Vec<&str> {
    match schema.get("type") {
        Some(Schema::String(one)) => vec![one],
        Some(Schema::Array(some)) => some.iter().filter_map(Schema::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Gives the word for what a schema asks for: its format, or its type.
pub fn expected_word<'s>(schema: &'s Schema, kind: &'s str) -> &'s str {
    schema
        .get("format")
        .and_then(Schema::as_str)
        .unwrap_or(kind)
}

/// Gives the least and the most that a number can be.
pub fn bounds(schema: &Schema) -> [Option<i64>; 2] {
    let bound = |name| schema.get(name).and_then(Schema::as_i64);
    let is_u32 = schema.get("format").is_some_and(|it| it == "uint32");
    let most = bound("maximum").or_else(|| is_u32.then_some(u32::MAX.into()));
    [bound("minimum"), most]
}

/// Gives what a field that is missing asks for: its choices, or its form.
pub fn wanted(schema: &Schema, route: &Route) -> Args {
    if let Some(words) = schema.get("enum").and_then(Schema::as_array) {
        let words = words.iter().filter_map(Schema::as_str).map(Arg::from);
        return args!(choices: Arg::List(words.collect()));
    }
    let kind = types_of(schema).first().copied();
    kind.map_or_else(
        Args::new,
        |kind| args!(wanted: Arg::Key(shape(expected_word(schema, kind), route))),
    )
}

/// Shows how a list or a group of fields is written of what stands in its place, where that can be taken over as it is.
pub fn written_of(schema: &Schema, text: &str) -> Option<String> {
    let plain = |c: char| c.is_alphanumeric() || ".-_@ ,".contains(c);
    if text.trim().is_empty() || !text.chars().all(plain) {
        return None;
    }
    if let Some(items) = schema.get("items") {
        let words: Vec<&str> = text.split(',').map(str::trim).collect();
        let fit = words.iter().all(|word| fits(items, word));
        return fit.then(|| format!("[{}]", words.join(", ")));
    }
    let fields = schema.get("properties")?.as_object()?;
    let (own, _) = fields.iter().find(|(_, field)| fits(field, text))?;
    let required = schema.get("required").and_then(Schema::as_array);
    let needed = |name: &String| required.is_some_and(|all| all.iter().any(|one| one == name));
    let shown = fields.keys().filter(|name| *name == own || needed(name));
    let shown: Vec<String> = shown
        .map(|name| format!("{name}: {}", if name == own { text } else { "…" }))
        .collect();
    Some(format!("{{{}}}", shown.join(", ")))
}

/// Gives the first and last day of the month of which a date names a day that it does not have.
pub fn first_and_last(text: &str) -> Option<[Day; 2]> {
    let (month, number) = text.rsplit_once('-')?;
    let day = |number: u32| format!("{month}-{number:02}").parse::<Day>().ok();
    let is_number = number.len() == 2 && number.bytes().all(|b| b.is_ascii_digit());
    let last = (28..=31).rev().find_map(day).filter(|_| is_number)?;
    Some([day(1)?, last])
}

/// Tells whether a text is what the schema of a field asks for and can stand between brackets.
fn fits(schema: &Schema, text: &str) -> bool {
    if let Some(words) = schema.get("enum").and_then(Schema::as_array) {
        return words.iter().any(|word| word == text);
    }
    let format = schema.get("format").and_then(Schema::as_str);
    let read = format.and_then(|format| parse_format(format, text));
    !text.contains(',') && read.is_some_and(|read| read.is_ok())
}
