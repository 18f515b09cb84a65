//! The texts of a step that everyone may read: what people wrote freely in the record.

use crate::register::step::{Action, Occurred};
use crate::route;
use crate::source::Route;
use crate::words::Text;

/// Gives the place of a text, for the index of its step.
pub type Place<'p> = &'p dyn Fn(usize) -> Route;

/// Visits the texts of a step, each with its place in the corrected case.
///
/// What a correction puts in the place of a text is visited with the step that it corrects.
pub fn texts<'a>(action: &'a Action, visit: &mut dyn FnMut(Place<'_>, &'a Text)) {
    let mut text = |field: &'static str, text: Option<&'a Text>| {
        if let Some(text) = text {
            visit(&|step| route!["steps", step, field], text);
        }
    };
    match action {
        Action::Received(step) => {
            text("summary", Some(&step.summary));
            text("remedy_sought", step.remedy_sought.as_ref());
            if let Some(by) = &step.commissioned_by {
                visit(
                    &|step| route!["steps", step, "commissioned_by", "name"],
                    &by.name,
                );
            }
            if let Some(occurred) = &step.occurred {
                occurrence(occurred, visit);
            }
        }
        Action::Assigned(step) => {
            text("function", Some(&step.function));
            text("reason", step.reason.as_ref());
        }
        Action::Contacted(step) => text("asked", step.asked.as_ref()),
        Action::Acknowledged(step) => {
            text("summary", Some(&step.summary));
            text("next_steps", Some(&step.next_steps));
            occurrence(&step.occurred, visit);
        }
        Action::Refused(step) => text("explanation", step.explanation.as_ref()),
        Action::Extended(step) => text("ground", Some(&step.ground)),
        Action::Decided(step) => text("explanation", step.explanation.as_ref()),
        Action::Offered(step) => {
            text("none_because", step.none_because.as_ref());
            let descriptions = step.measures.iter().map(|measure| &measure.description);
            measures(descriptions, visit);
        }
        Action::Prevention(step) => {
            text("none_because", step.none_because.as_ref());
            let descriptions = step.measures.iter().map(|measure| &measure.description);
            measures(descriptions, visit);
        }
        Action::CarriedOut(step) => text("result", Some(&step.result)),
        Action::Evaluated(step) => text("ground", Some(&step.ground)),
        Action::Withdrawn(step) => text("ground", Some(&step.ground)),
        Action::Reopened(step) => text("ground", Some(&step.ground)),
        Action::Corrected(step) => text("reason", Some(&step.reason)),
        Action::Waived(step) => text("reason", Some(&step.reason)),
        Action::Heard(_)
        | Action::Agreed(_)
        | Action::Answered(_)
        | Action::Resolved(_)
        | Action::Reported(_)
        | Action::Surveyed(_)
        | Action::Closed(_)
        | Action::Appealed(_)
        | Action::AppealConcluded(_) => {}
    }
}

fn occurrence<'a>(occurred: &'a Occurred, visit: &mut dyn FnMut(Place<'_>, &'a Text)) {
    let fields = [
        ("period", &occurred.period),
        ("place", &occurred.place),
        ("circumstances", &occurred.circumstances),
    ];
    for (field, text) in fields {
        if let Some(text) = text {
            visit(&|step| route!["steps", step, "occurred", field], text);
        }
    }
}

fn measures<'a>(
    descriptions: impl Iterator<Item = &'a Text>,
    visit: &mut dyn FnMut(Place<'_>, &'a Text),
) {
    for (n, text) in descriptions.enumerate() {
        visit(
            &|step| route!["steps", step, "measures", n, "description"],
            text,
        );
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::register::schema::{FileKind, reader_schema};
    use crate::register::step::Step;

    /// Fills in every field of a schema, and counts the texts.
    fn filled(schema: &Value, texts: &mut usize) -> Value {
        if let Some(value) = schema.get("const") {
            return value.clone();
        }
        if let Some(words) = schema.get("enum") {
            return words[0].clone();
        }
        if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
            let fields = properties.iter();
            return fields
                .map(|(name, schema)| (name.clone(), filled(schema, texts)))
                .collect();
        }
        match (schema["format"].as_str(), schema["type"].as_str()) {
            (Some("text"), _) => {
                *texts += 1;
                json!("Een tekst.")
            }
            (Some("date"), _) => json!("2026-03-02"),
            (Some("case-id"), _) => json!("2026-0001"),
            (Some("rule-code"), _) => json!("K301"),
            (Some("id"), _) => json!("a"),
            (_, Some("array")) => json!([filled(&schema["items"], texts)]),
            (_, Some("boolean")) => json!(true),
            (_, Some("object")) => json!({"summary": "x"}),
            _ => json!(1),
        }
    }

    #[test]
    fn no_text_of_the_format_is_forgotten() {
        let steps = &reader_schema(FileKind::Complaint)["properties"]["steps"]["items"]["oneOf"];
        let steps = steps.as_array().unwrap();
        assert_eq!(steps.len(), 24);
        for schema in steps {
            let mut expected = 0;
            let value = filled(schema, &mut expected);
            let step: Step = serde_json::from_value(value.clone())
                .unwrap_or_else(|error| panic!("{error}: {value}"));
            let mut places = Vec::new();
            texts(&step.action, &mut |place, text| {
                assert_eq!(text.as_str(), "Een tekst.");
                places.push(place(3));
            });
            assert_eq!(places.len(), expected, "{value}: {places:?}");
            for place in &places {
                let mut there = &json!({"steps": [0, 0, 0, value]});
                for segment in &place.0 {
                    there = match segment {
                        crate::source::Segment::Key(key) => &there[key.as_ref()],
                        crate::source::Segment::Index(index) => &there[*index],
                    };
                }
                assert_eq!(there, "Een tekst.", "{place:?}");
            }
        }
    }
}
