//! Findings as the site shows them: code, level, and a message that repeats nothing private.

use minijinja::Value;
use serde::Serialize;

use crate::finding::{Arg, Args, Finding, Level};
use crate::rules::message::message;
use crate::rules::{self, Check, Rule};
use crate::words::StaffId;

use super::super::vocabulary::Vocabulary;
use super::{Frame, concerned};
use crate::register::redaction::Redaction;
use crate::site::elements::{Html, mark};

/// A finding.
#[derive(Serialize, Clone)]
pub(in crate::site) struct FindingView {
    pub(in crate::site) code: &'static str,
    pub(in crate::site) level: Html,
    /// Whether it is overdue, and nobody waived that.
    #[serde(skip)]
    pub(in crate::site) overdue: bool,
    pub(in crate::site) message: String,
    /// The number of the case that has a page.
    pub(in crate::site) case: Option<String>,
    /// Where it is, when it is not about a case that has a page.
    pub(in crate::site) place: Option<String>,
    pub(in crate::site) waived: bool,
}

/// A rule that the coordinator set aside for a case.
#[derive(Serialize, Clone)]
pub(in crate::site) struct WaiverView {
    pub(in crate::site) case: String,
    pub(in crate::site) code: String,
    pub(in crate::site) title: String,
    pub(in crate::site) reason: String,
    pub(in crate::site) by: String,
    pub(in crate::site) when: Html,
}

/// What a finding about a case may not repeat.
pub(in crate::site) struct Discretion<'v, 'a> {
    pub(in crate::site) redaction: &'v Redaction<'a>,
    pub(in crate::site) about: &'v [&'a StaffId],
}

impl Discretion<'_, '_> {
    /// Tells whether a finding names a measure whose id is not shown.
    fn hides(&self, finding: &Finding) -> bool {
        finding.args.contains_key("measure") && self.redaction.hides_measures()
    }
}

/// Describes a finding; `case` is there when the case could be read and has a page.
///
/// What a fault of reading quotes is the file itself, and may be anything: such findings are told by their title alone, and so
/// are those at a text that gives something away and those about a case that could not be read.
pub(in crate::site) fn finding(
    words: &Vocabulary<'_>,
    finding: &Finding,
    case: Option<&Discretion<'_, '_>>,
) -> FindingView {
    let rule = rules::rule(finding.code);
    let quotes = rule.is_none_or(|rule| matches!(rule.check, Check::Reading));
    let unread = finding.case.is_some() && case.is_none();
    let leaks =
        case.is_some_and(|case| case.redaction.touches(&finding.spot) || case.hides(finding));
    let text = if quotes || unread || leaks {
        title(words, finding.code)
    } else {
        match case {
            None => message(finding, words.locale),
            Some(case) => {
                // Who else could be meant helps whoever records, and would name those whom the page does not.
                let args = finding
                    .args
                    .iter()
                    .filter(|(name, _)| **name != "people")
                    .map(|(name, arg)| (*name, discreet(words, case, arg)))
                    .collect();
                message(
                    &Finding {
                        args,
                        ..finding.clone()
                    },
                    words.locale,
                )
            }
        }
    };
    FindingView {
        code: finding.code,
        // What was waived is no fault that anyone is to put right.
        level: mark(
            if finding.waived {
                "waived"
            } else {
                finding.level.word()
            },
            &words.choices.level[finding.level as usize],
        ),
        overdue: finding.level == Level::Overdue && !finding.waived,
        message: text,
        case: case.and(finding.case).map(|id| id.to_string()),
        place: place(finding).filter(|_| case.is_none()),
        waived: finding.waived,
    }
}

/// Gives the file of a finding as far as its name is fixed: a stray file may be called after a person.
fn place(finding: &Finding) -> Option<String> {
    let fixed = matches!(
        finding.file.as_str(),
        "procedure.yaml" | "staff.yaml" | "procedure.md" | "procedure.en.md"
    ) || finding.file.ends_with("/analysis.md");
    match finding.case {
        Some(id) => Some(id.to_string()),
        None => fixed.then(|| finding.file.clone()),
    }
}

/// Puts "employee concerned" in the place of the name or id of one.
fn discreet(words: &Vocabulary<'_>, case: &Discretion<'_, '_>, arg: &Arg) -> Arg {
    match arg {
        Arg::Text(text) => {
            let named = case
                .about
                .iter()
                .find(|id| text == id.as_str() || text == words.person(id));
            named.map_or_else(
                || arg.clone(),
                |id| Arg::Text(concerned(words, case.about, id)),
            )
        }
        Arg::List(items) => Arg::List(
            items
                .iter()
                .map(|item| discreet(words, case, item))
                .collect(),
        ),
        _ => arg.clone(),
    }
}

/// Gives the title of a rule, or its name where it has none.
pub(in crate::site) fn title(words: &Vocabulary<'_>, code: &str) -> String {
    let name = || {
        rules::rule(code)
            .map_or(code, |rule| rule.name)
            .replace('-', " ")
    };
    words
        .locale
        .attribute(code, "title", &Args::new())
        .unwrap_or_else(name)
}

/// A rule on the page of rules.
#[derive(Serialize)]
pub(in crate::site) struct RuleView {
    code: &'static str,
    name: &'static str,
    level: Html,
    title: String,
    what: Option<String>,
    fix: Option<String>,
    waivable: bool,
}

impl RuleView {
    pub(in crate::site) fn new(words: &Vocabulary<'_>, rule: &'static Rule) -> Self {
        let attribute = |name| words.locale.attribute(rule.code, name, &Args::new());
        Self {
            code: rule.code,
            name: rule.name,
            level: mark(rule.level.word(), &words.choices.level[rule.level as usize]),
            title: title(words, rule.code),
            what: attribute("what"),
            fix: attribute("fix"),
            waivable: rule.waivable,
        }
    }
}

/// The rules of a clause, or those of none.
#[derive(Serialize)]
pub(in crate::site) struct RuleGroup {
    pub(in crate::site) clause: Option<u8>,
    pub(in crate::site) title: String,
    pub(in crate::site) rules: Vec<RuleView>,
}

/// The page of rules.
#[derive(Serialize)]
pub(in crate::site) struct RulesPage {
    pub(in crate::site) page: Frame,
    pub(in crate::site) groups: Vec<RuleGroup>,
}

/// A number of findings of one rule.
#[derive(Serialize)]
pub(in crate::site) struct RuleCount {
    pub(in crate::site) code: &'static str,
    pub(in crate::site) title: String,
    pub(in crate::site) number: usize,
    pub(in crate::site) waived: usize,
    pub(in crate::site) href: Option<String>,
}

/// The page of breaches and waivers, of one year.
#[derive(Serialize)]
pub(in crate::site) struct BreachesPage {
    pub(in crate::site) page: Frame,
    pub(in crate::site) years: Vec<super::lists::Link>,
    pub(in crate::site) parts: Vec<super::lists::Link>,
    pub(in crate::site) rules: Vec<Value>,
    pub(in crate::site) breaches: Vec<Value>,
    pub(in crate::site) waivers: Vec<Value>,
}

/// The page of what has to be put right in the records.
#[derive(Serialize)]
pub(in crate::site) struct FaultsPage {
    pub(in crate::site) page: Frame,
    pub(in crate::site) parts: Vec<super::lists::Link>,
    pub(in crate::site) faults: Vec<Value>,
}

/// Tells whether a finding is something to put right in the records, not something that happened.
pub(in crate::site) const fn is_fault(level: Level) -> bool {
    matches!(level, Level::Violation | Level::Warning)
}
