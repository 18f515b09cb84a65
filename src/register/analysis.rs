//! `analysis.md`: the coordinator's yearly analysis (clause 8). A front matter of YAML, read as strictly as any other file,
//! and under it Markdown.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::register::step::{choice, present};
use crate::register::words::{Day, Id, StaffId, Text};

choice!(
    /// What the coordinator judges of trends.
    TrendVerdict {
        /// There are demonstrably more complaints.
        Rise = "rise",
        /// There are demonstrably fewer complaints.
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

/// A judgement with its ground.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Judgement<V> {
    /// The judgement in a word.
    pub verdict: V,
    /// What it rests on.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub ground: Option<Text>,
}

/// The three judgements of clause 8.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Judgements {
    /// Whether there are trends in the complaints.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub trends: Option<Judgement<TrendVerdict>>,
    /// Whether the corrective measures satisfied the complainants.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub corrective: Option<Judgement<CorrectiveVerdict>>,
    /// Whether the preventive measures led to improvement.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub preventive: Option<Judgement<PreventiveVerdict>>,
}

impl Judgements {
    /// Gives each of the three: its name, its verdict in a word and its ground, where it is there.
    pub fn each(&self) -> [(&'static str, Option<(&'static str, Option<&Text>)>); 3] {
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
    /// The answers to the three questions of clause 8.
    #[serde(default)]
    pub judgements: Judgements,
    /// The key figures as they stood on that day, by name; `klacht analysis --draft` fills them in.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "BTreeMap<String, String>")]
    pub figures: BTreeMap<Id, Text>,
}

/// A yearly analysis as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct YearlyAnalysis {
    /// The front matter.
    pub head: AnalysisHead,
    /// The Markdown under it.
    pub text: String,
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
