//! A language, and a name in one or both.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Text, choice};

choice!(
    /// A language of the program.
    #[derive(Default)]
    Language {
        /// Dutch.
        #[default]
        Nl = "nl",
        /// English.
        En = "en",
    }
);

/// A name that is shown: in one language, or in both.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(inline)]
pub enum Label {
    /// The same in every language.
    One(Text),
    /// In Dutch and in English.
    Both(Translated),
}

/// A name in Dutch and in English.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Translated {
    /// In Dutch.
    pub nl: Text,
    /// In English.
    pub en: Text,
}

impl Label {
    /// Gives the name in a language.
    pub fn text(&self, language: Language) -> &str {
        match (self, language) {
            (Self::One(text), _) => text.as_str(),
            (Self::Both(both), Language::Nl) => both.nl.as_str(),
            (Self::Both(both), Language::En) => both.en.as_str(),
        }
    }
}
