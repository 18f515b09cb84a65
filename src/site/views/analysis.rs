//! The page of a yearly analysis: sections of blocks, so that the template knows looks and no figures.

use serde::Serialize;

use super::Frame;
use super::lists::Link;
use crate::site::elements::Html;
use crate::words::CaseId;

/// How many cases a figure links to on the page; the others are in the file beside it.
const CASES: usize = 100;

/// The page of a year.
#[derive(Serialize)]
pub(in crate::site) struct AnalysisPage {
    pub(in crate::site) page: Frame,
    pub(in crate::site) years: Vec<Link>,
    /// What the page is about, as of which day, from which commit.
    pub(in crate::site) lead: Vec<String>,
    pub(in crate::site) sections: Vec<Section>,
    /// The sections as a list of places on the page.
    pub(in crate::site) contents: Vec<Link>,
    pub(in crate::site) files: Vec<Link>,
}

/// The public version of a year, which stands by itself.
#[derive(Serialize)]
pub(in crate::site) struct PublicPage {
    pub(in crate::site) title: String,
    /// The style sheet, for no file goes with the page.
    pub(in crate::site) style: Html,
    pub(in crate::site) lead: Vec<String>,
    pub(in crate::site) sections: Vec<Section>,
}

/// The page that leads to the years.
#[derive(Serialize)]
pub(in crate::site) struct AnalysesPage {
    pub(in crate::site) page: Frame,
    pub(in crate::site) years: Vec<YearRow>,
}

/// A year on the page that leads to the years.
#[derive(Serialize)]
pub(in crate::site) struct YearRow {
    pub(in crate::site) year: String,
    pub(in crate::site) href: String,
    pub(in crate::site) received: usize,
    pub(in crate::site) states: Vec<StateView>,
    pub(in crate::site) signed: Html,
}

/// What the figures answer, and what the coordinator judged.
#[derive(Serialize)]
pub(in crate::site) struct StateView {
    pub(in crate::site) state: Html,
    pub(in crate::site) judged: Option<String>,
}

/// A part of the page.
#[derive(Serialize)]
pub(in crate::site) struct Section {
    pub(in crate::site) id: &'static str,
    pub(in crate::site) title: String,
    pub(in crate::site) blocks: Vec<Block>,
}

/// Something in a part.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(in crate::site) enum Block {
    /// A paragraph.
    Text { text: String, quiet: bool },
    /// The questions of clause 8 with their answers.
    Answers { rows: Vec<AnswerView> },
    /// Points, one under the other.
    List { items: Vec<String> },
    /// A small heading.
    Heading { text: String },
    /// A chart, with its table behind a fold.
    Chart { svg: Html, table: Table },
    /// A table.
    Table { table: Table },
    /// What the coordinator wrote.
    Prose { html: Html },
    /// Figures that can be checked, each behind a fold.
    Audit { items: Vec<AuditItem> },
}

/// A question with its answer.
#[derive(Serialize)]
pub(in crate::site) struct AnswerView {
    pub(in crate::site) question: String,
    pub(in crate::site) state: Html,
    pub(in crate::site) text: String,
}

/// A table with a head.
#[derive(Serialize)]
pub(in crate::site) struct Table {
    pub(in crate::site) caption: String,
    pub(in crate::site) heads: Vec<Head>,
    pub(in crate::site) rows: Vec<Row>,
}

/// The head of a column.
#[derive(Serialize)]
pub(in crate::site) struct Head {
    pub(in crate::site) text: String,
    /// Whether numbers stand under it.
    pub(in crate::site) number: bool,
}

/// A row of a table: its name and its cells.
#[derive(Serialize)]
pub(in crate::site) struct Row {
    pub(in crate::site) name: String,
    /// The case that the row is about.
    pub(in crate::site) case: Option<String>,
    pub(in crate::site) cells: Vec<String>,
}

/// A figure that can be checked.
#[derive(Serialize)]
pub(in crate::site) struct AuditItem {
    pub(in crate::site) name: String,
    pub(in crate::site) value: String,
    pub(in crate::site) formula: String,
    pub(in crate::site) lists: Vec<CaseList>,
    pub(in crate::site) numbers: Vec<(String, String)>,
}

/// The cases behind a number.
#[derive(Serialize)]
pub(in crate::site) struct CaseList {
    pub(in crate::site) label: String,
    pub(in crate::site) number: usize,
    pub(in crate::site) cases: Vec<String>,
    /// How many more there are.
    pub(in crate::site) more: usize,
}

impl CaseList {
    pub(in crate::site) fn new(label: String, cases: &[CaseId]) -> Self {
        Self::first_of(label, cases, cases.len())
    }

    /// Makes a list of which only the first cases are known.
    pub(in crate::site) fn first_of(label: String, cases: &[CaseId], number: usize) -> Self {
        let cases = cases.iter().take(CASES);
        let cases: Vec<String> = cases.map(ToString::to_string).collect();
        Self {
            label,
            number,
            more: number.saturating_sub(cases.len()),
            cases,
        }
    }
}

/// Keeps a number and its per cent on one line.
fn unbroken(text: &str) -> String {
    text.replace(" %", "\u{a0}%")
}

impl Block {
    pub(in crate::site) fn text(text: String) -> Self {
        Self::Text {
            text: unbroken(&text),
            quiet: false,
        }
    }

    pub(in crate::site) fn quiet(text: String) -> Self {
        Self::Text {
            text: unbroken(&text),
            quiet: true,
        }
    }
}

impl Table {
    /// Makes a table whose first column names the rows; a head that begins with `#` stands above numbers.
    pub(in crate::site) fn new(caption: String, heads: &[String], rows: Vec<Row>) -> Self {
        let head = |text: &String| match text.strip_prefix('#') {
            Some(text) => Head {
                text: text.to_owned(),
                number: true,
            },
            None => Head {
                text: text.clone(),
                number: false,
            },
        };
        Self {
            caption,
            heads: heads.iter().map(head).collect(),
            rows,
        }
    }
}

impl Row {
    pub(in crate::site) fn new(name: impl Into<String>, cells: Vec<String>) -> Self {
        Self {
            name: name.into(),
            case: None,
            cells: cells.iter().map(|cell| unbroken(cell)).collect(),
        }
    }

    pub(in crate::site) fn of_case(id: CaseId, cells: Vec<String>) -> Self {
        Self {
            name: id.to_string(),
            case: Some(id.to_string()),
            cells,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_and_its_per_cent_stay_together() {
        let row = Row::new("Op tijd", vec!["10 van 17 (59 %)".to_owned()]);
        assert_eq!(row.cells, ["10 van 17 (59\u{a0}%)"]);
    }
}
