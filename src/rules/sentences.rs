//! The sentences of the procedure, and what answers each. Data in `sentences.yaml`; a rule names the sentences that it stands for
//! by their ids, so that an explanation can quote the clause.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::words::Language;

/// A sentence of the procedure, and what answers it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// The id: the clause, a full stop, a number; `x.0` is the heading of a clause.
    pub id: String,
    /// The clause, from 1; 0 for what stands before and after the clauses.
    pub clause: u8,
    /// The original, to the letter.
    pub nl: String,
    /// Its translation.
    pub en: String,
    /// The codes of the rules that check it.
    #[serde(default)]
    pub rules: Vec<String>,
    /// The fields that keep it: `step.field`, or `annex.field`, `staff.field`, `procedure.field`.
    #[serde(default)]
    pub fields: Vec<String>,
    /// The documents that come of it.
    #[serde(default)]
    pub documents: Vec<String>,
    /// The messages that are sent because of it.
    #[serde(default)]
    pub notices: Vec<String>,
    /// The figures that are reported because of it.
    #[serde(default)]
    pub figures: Vec<String>,
    /// Why nothing needs to answer it.
    pub none: Option<String>,
}

impl Sentence {
    /// Gives the sentence in a language.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }
}

/// Gives every sentence, in the order of the procedure.
#[expect(clippy::expect_used, reason = "the text is part of the program; a test reads it")]
pub fn all() -> &'static [Sentence] {
    static SENTENCES: OnceLock<Vec<Sentence>> = OnceLock::new();
    SENTENCES.get_or_init(|| {
        serde_yaml::from_str(include_str!("sentences.yaml")).expect("sentences.yaml is well formed")
    })
}

/// Finds the sentence of an id.
pub fn sentence(id: &str) -> Option<&'static Sentence> {
    all().iter().find(|sentence| sentence.id == id)
}
