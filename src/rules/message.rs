//! The words of a finding in a language.

use crate::finding::Finding;
use crate::locale::Locale;

/// Gives the message of a finding.
pub fn message(finding: &Finding, locale: &Locale) -> String {
    locale.text_with(finding.code, &finding.args)
}
