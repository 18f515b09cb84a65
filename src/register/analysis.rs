//! `analysis.md`: the coordinator's yearly analysis (clause 8). A front matter of YAML, read as strictly as any other file,
//! and under it Markdown.

use std::collections::BTreeMap;
use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::register::case::Leak;
use crate::register::written::present;
use crate::route;
use crate::source::Route;
use crate::words::{Day, Figure, StaffId, Text, choice};

choice!(
    /// What the coordinator judges of trends.
    TrendVerdict {
        /// There are more complaints.
        Rise = "rise",
        /// There are fewer complaints.
        Fall = "fall",
        /// No trend can be shown.
        None = "none",
        /// There is too little data to say.
        Insufficient = "insufficient",
    }
);

choice!(
    /// What the coordinator judges of the corrective measures.
    CorrectiveVerdict {
        /// Complainants are satisfied with what was done.
        Satisfied = "satisfied",
        /// Some are and some are not.
        Mixed = "mixed",
        /// Complainants are dissatisfied with what was done.
        Dissatisfied = "dissatisfied",
        /// There is too little data to say.
        Insufficient = "insufficient",
    }
);

choice!(
    /// What the coordinator judges of the preventive measures.
    PreventiveVerdict {
        /// They led to improvement.
        Improved = "improved",
        /// Some did and some did not.
        Mixed = "mixed",
        /// Nothing changed.
        Unchanged = "unchanged",
        /// Things became worse.
        Worse = "worse",
        /// There is too little data to say.
        Insufficient = "insufficient",
    }
);

choice!(
    /// A key figure of a year, by the name under which an analysis keeps it.
    KeyFigure {
        /// Open on 1 January.
        OpenStart = "open-start",
        /// Received in the year.
        Received = "received",
        /// Closed in the year.
        Closed = "closed",
        /// Open at the end of the year.
        OpenEnd = "open-end",
        /// Acknowledged in time, of those for which it was due.
        Acknowledged = "acknowledged",
        /// Told in time of the refusal, of those refused.
        Told = "told",
        /// Reported in time, of those for which it was due.
        Reported = "reported",
        /// Handled within the promised term, of those for which it was due.
        Handled = "handled",
        /// Founded or partly founded.
        Upheld = "upheld",
        /// Complainants who reacted, of those who could.
        Reacted = "reacted",
        /// Satisfied, of those who reacted.
        Satisfied = "satisfied",
    }
);

/// A judgement with its ground.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Judgement<V> {
    /// The judgement in a word.
    pub verdict: V,
    /// What it rests on.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub ground: Option<Text>,
}

/// The three judgements of clause 8.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Judgements {
    /// Whether there are trends in the complaints.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub trends: Option<Judgement<TrendVerdict>>,
    /// Whether the corrective measures satisfied the complainants.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub corrective: Option<Judgement<CorrectiveVerdict>>,
    /// Whether the preventive measures led to improvement.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub preventive: Option<Judgement<PreventiveVerdict>>,
}

/// A judgement that was given: its verdict in a word, and its ground.
pub type Given<'a> = (&'static str, Option<&'a Text>);

impl Judgements {
    /// Gives each of the three: its name, its verdict in a word and its ground, where it is there.
    pub fn each(&self) -> [(&'static str, Option<Given<'_>>); 3] {
        [
            (
                "trends",
                self.trends
                    .as_ref()
                    .map(|j| (j.verdict.word(), j.ground.as_ref())),
            ),
            (
                "corrective",
                self.corrective
                    .as_ref()
                    .map(|j| (j.verdict.word(), j.ground.as_ref())),
            ),
            (
                "preventive",
                self.preventive
                    .as_ref()
                    .map(|j| (j.verdict.word(), j.ground.as_ref())),
            ),
        ]
    }
}

/// A later change of the analysis, signed by who made it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Revision {
    /// The day on which the change was signed.
    pub date: Day,
    /// The coordinator who made the change.
    pub by: StaffId,
}

/// The front matter of `analysis.md`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnalysisHead {
    /// The year that is analysed, the same as the directory.
    #[schemars(range(min = 1900, max = 2199))]
    pub year: u16,
    /// The day on which the analysis was signed.
    pub date: Day,
    /// The coordinator who made it.
    pub by: StaffId,
    /// Later changes, in the order in which they were signed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revised: Vec<Revision>,
    /// The answers to the three questions of clause 8.
    #[serde(default)]
    pub judgements: Judgements,
    /// The key figures as they stood on that day; `klacht analysis --draft` fills them in.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(schema_with = "figures_schema")]
    pub figures: BTreeMap<KeyFigure, Figure>,
}

impl AnalysisHead {
    /// Gives everyone who signed it, with the day and where it stands: who made it first, and after that who changed it.
    pub fn signatures(&self) -> impl Iterator<Item = (&StaffId, Day, Route)> {
        let revised = self.revised.iter().enumerate();
        let revised =
            revised.map(|(n, revision)| (&revision.by, revision.date, route!["revised", n]));
        std::iter::once((&self.by, self.date, Route::default())).chain(revised)
    }
}

/// Gives the schema of the key figures: a field for each, so that a name that is none is told with the one that was meant.
fn figures_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let figure = Figure::json_schema(generator);
    let names = KeyFigure::json_schema(generator);
    let names = names.get("oneOf").and_then(serde_json::Value::as_array);
    let field = |name: &serde_json::Value| {
        let mut figure = figure.clone();
        figure.insert("description".to_owned(), name["description"].clone());
        Some((name["const"].as_str()?.to_owned(), figure.to_value()))
    };
    let properties: serde_json::Map<_, _> = names.into_iter().flatten().filter_map(field).collect();
    schemars::json_schema!({
        "type": "object", "properties": properties, "additionalProperties": false
    })
}

/// A yearly analysis as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct YearlyAnalysis {
    /// The front matter.
    pub head: AnalysisHead,
    /// The Markdown under it.
    pub text: String,
    /// The place in the file at which the Markdown begins, in bytes.
    pub begins: usize,
    /// Texts that give away something private; that of the Markdown has the route [`markdown_route`].
    pub leaks: Vec<Leak>,
}

/// Gives the route by which the Markdown is named among the texts of an analysis.
pub fn markdown_route() -> Route {
    Route::default()
}

/// Gives the lines of a text that begins at a place in a file, each with its place there.
pub fn lines(text: &str, begins: usize) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut at = begins;
    text.split_inclusive('\n').map(move |line| {
        let (start, text) = (at, line.trim_end());
        at += line.len();
        (text, start..start + text.len())
    })
}

/// Names the file of the analysis of a year.
pub fn path(year: u16) -> String {
    format!("{year:04}/analysis.md")
}

/// The line that opens and closes the front matter.
const FENCE: &str = "---";

/// Splits an analysis into its front matter, whose bytes keep their places in the file, and its Markdown.
///
/// The opening line becomes a comment of the same length, so that what is found in the YAML is found in the file. A text
/// without front matter gives an empty one.
pub fn split(text: &str) -> (String, &str) {
    let Some(rest) = text.strip_prefix("---\n") else {
        return (String::new(), text);
    };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == FENCE {
            let yaml = format!("#--\n{}", &rest[..at]);
            return (yaml, &rest[at + line.len()..]);
        }
        at += line.len();
    }
    (format!("#--\n{rest}"), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_front_matter_keeps_its_places() {
        let text = "---\nyear: 2025\n---\n\n# Kop\n";
        let (yaml, markdown) = split(text);
        assert_eq!(yaml, "#--\nyear: 2025\n");
        assert_eq!(yaml.find("2025"), text.find("2025"));
        assert_eq!(markdown, "\n# Kop\n");
        assert_eq!(split("# Kop\n"), (String::new(), "# Kop\n"));
        assert_eq!(split("---\nyear: 2025\n").1, "");
    }
}
