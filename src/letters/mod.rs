//! Letters to complainants and employees: what a clause requires is asked of the case, and only then is anything written.
//!
//! ```text
//! case + annexes ─► facts ─► what is missing, or a view ─► Markdown ─► HTML ─► PDF
//!                                                             └─► text + HTML ─► mail
//! ```
//!
//! Letters are the one output that holds private fields; they go nowhere but where they are asked for. May import the
//! register, the workflow, the locale and the site's rendering of Markdown.

mod escape;
mod facts;
mod fill;
mod greeting;
mod page;
mod pdf;
mod plain;
mod required;
mod templates;
mod view;
mod words;

use std::io;
use std::path::{Path, PathBuf};

use crate::finding::Args;
use crate::locale::Locale;
use crate::mail::{IMAGE_ID, Image};
use crate::register::Register;
use crate::register::case::Case;
use crate::register::step::StepKind;
use crate::words::{Day, Language, StaffId, choice};

pub use page::LOGO_NAMES;
pub use pdf::{PdfError, print};
pub use required::Missing;

choice!(
    /// A kind of letter.
    LetterKind {
        /// To the complainant: the complaint came in (clause 3).
        Acknowledgement = "acknowledgement",
        /// To the complainant: the complaint is not taken up (clause 3).
        Refusal = "refusal",
        /// To the complainant: it takes longer (clause 3).
        Extension = "extension",
        /// To the employee concerned: there is a complaint, and this follows (clause 4).
        Employee = "employee",
        /// By the employee concerned: the reaction, to be agreed with (clause 4).
        Statement = "statement",
        /// To the complainant: the verdict and what is offered (clause 5).
        Offer = "offer",
        /// To complainant and coordinator: what was done (clause 6).
        Report = "report",
        /// To a client: where to appeal (clause 9).
        Appeal = "appeal",
    }
);

impl LetterKind {
    /// Gives the step that says that the letter was sent, or signed.
    pub const fn step(self) -> StepKind {
        match self {
            Self::Acknowledgement => StepKind::Acknowledged,
            Self::Refusal => StepKind::Refused,
            Self::Extension => StepKind::Extended,
            Self::Employee => StepKind::Heard,
            Self::Statement => StepKind::Agreed,
            Self::Offer => StepKind::Offered,
            Self::Report | Self::Appeal => StepKind::Reported,
        }
    }

    /// Gives the letter that a step says was sent or signed; none where no letter belongs to it.
    pub fn of_step(step: StepKind) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.step() == step)
    }

    /// Tells whether the letter goes to the employee concerned; the others go to the complainant.
    pub const fn is_to_employee(self) -> bool {
        matches!(self, Self::Employee | Self::Statement)
    }

    /// Gives the name of the letter in the annex, after the number of the step.
    pub const fn file_name(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Acknowledgement, Language::Nl) => "ontvangstbevestiging",
            (Self::Refusal, Language::Nl) => "bericht-niet-in-behandeling",
            (Self::Extension, Language::Nl) => "bericht-verlenging",
            (Self::Employee, Language::Nl) => "bericht-betrokkene",
            (Self::Statement, Language::Nl) => "verklaring",
            (Self::Offer, Language::Nl) => "aanbod",
            (Self::Report, Language::Nl) => "verslag",
            (Self::Appeal, Language::Nl) => "beroep",
            (kind, Language::En) => kind.word(),
        }
    }
}

/// What a letter is made of.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The register.
    pub register: &'a Register,
    /// Its directory, for the annexes and the logo.
    pub root: &'a Path,
    /// The case.
    pub case: &'a Case,
    /// The kind of letter.
    pub kind: LetterKind,
    /// The employee concerned, where it matters and there are several.
    pub employee: Option<&'a StaffId>,
    /// The date of the letter where no step says it.
    pub as_of: Day,
    /// The words, in the language of the letter.
    pub locale: &'a Locale,
    /// The organisation's own templates: a directory with `letters/` in it, whose files win over the built-in ones.
    pub templates: Option<&'a Path>,
}

/// A letter, in every form that needs no other program.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The subject, plain text.
    pub subject: String,
    /// The whole letter as Markdown.
    pub markdown: String,
    /// The whole letter as a page that needs nothing beside it.
    pub html: String,
    /// The same page as it goes by mail: the logo stands beside it in the message.
    pub mail_html: String,
    /// That logo.
    pub mail_logo: Option<Image>,
    /// The letter as plain text, from the salutation on.
    pub text: String,
    /// Who gets it, as a mail has it: name and address; no address where none is known.
    pub to: (String, Option<String>),
    /// Who gets a copy: the coordinators, of a report.
    pub cc: Vec<(String, String)>,
    /// Who writes it: the organisation's name and address.
    pub from: (String, Option<String>),
    /// The date on it.
    pub date: Day,
    /// The number of the step that says it was sent, from 1: the last of its kind, or else the one that is to come.
    pub step: usize,
    /// What to know before it is sent.
    pub remarks: Vec<Remark>,
}

/// Something to know before a letter is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The grounds of the verdict go to the complainant in the words of the annex: the record has no `explanation`.
    Reasoning {
        /// The number of the step.
        step: usize,
    },
    /// Nobody is in service who can get the copy of a report that clause 6 asks for.
    NoCoordinator,
    /// No address is known to which the letter can be mailed.
    NoAddress,
    /// The complainant's postal address is not known, nor an address for mail.
    NoPostalAddress,
    /// No coordinator in service has an address to which the copy of a report can be mailed.
    NoCopy,
    /// The name or address of the organisation is still what `klacht init` wrote.
    Unfilled(String),
    /// A file among the organisation's own templates takes the place of none.
    Unused {
        /// The file.
        path: String,
        /// The name that was probably meant; empty where none is near.
        near: String,
    },
}

impl Remark {
    /// Tells whether it is about a letter that goes by mail.
    pub const fn is_of_mail(&self) -> bool {
        matches!(self, Self::NoAddress | Self::NoCopy)
    }

    /// Tells whether it is about a letter on paper.
    pub const fn is_of_post(&self) -> bool {
        matches!(self, Self::NoPostalAddress)
    }

    /// Gives what to say: a key and its values.
    pub fn message(&self) -> (&'static str, Args) {
        match self {
            Self::Reasoning { step } => ("letter-reasoning", crate::args!(number: *step)),
            Self::NoCoordinator => ("letter-no-coordinator", Args::new()),
            Self::NoAddress => ("letter-no-address", Args::new()),
            Self::NoPostalAddress => ("letter-no-postal-address", Args::new()),
            Self::NoCopy => ("letter-no-copy", Args::new()),
            Self::Unfilled(text) => ("letter-unfilled", crate::args!(text: text.as_str())),
            Self::Unused { path, near } => unused_template(path, near),
        }
    }
}

/// Says of a template that nothing uses it: a key and its values.
pub fn unused_template(path: &str, near: &str) -> (&'static str, Args) {
    let key = match near {
        "" => "template-unused",
        _ => "template-unused-near",
    };
    (key, crate::args!(path: path, near: near))
}

/// Why there is no letter.
#[derive(Debug)]
pub enum LetterError {
    /// The clauses require things that the case does not have.
    Missing(Vec<Missing>),
    /// Several employees are concerned, or none, and which one is meant was not said: their ids.
    WhichEmployee(Vec<String>),
    /// A template is not well formed, or asks for something that is not there.
    Template {
        /// The file of the organisation's own template, or the name of a built-in one.
        name: String,
        /// The line, from 1.
        line: usize,
        /// The key of what is wrong.
        cause: &'static str,
        /// What the template engine says of it.
        detail: String,
    },
    /// The annex of a step is there but is not what an annex is.
    Annex(PathBuf),
    /// A file cannot be read.
    Io(PathBuf, io::Error),
}

impl LetterError {
    /// Gives what to say: a line each, as key and values.
    pub fn messages(&self) -> Vec<(&'static str, Args)> {
        match self {
            Self::Missing(all) => all.iter().map(Missing::message).collect(),
            Self::WhichEmployee(ids) if ids.is_empty() => vec![("letter-no-employee", Args::new())],
            Self::WhichEmployee(ids) => {
                vec![("letter-which-employee", crate::args!(staff: ids.join(", ")))]
            }
            Self::Template {
                name,
                line,
                cause,
                detail,
            } => {
                vec![(
                    *cause,
                    crate::args!(name: name.as_str(), line: *line, detail: detail.as_str()),
                )]
            }
            Self::Annex(path) => vec![(
                "letter-annex",
                crate::args!(path: path.display().to_string()),
            )],
            Self::Io(path, error) => {
                vec![(
                    "io-error",
                    crate::args!(path: path.display().to_string(), reason: error.to_string()),
                )]
            }
        }
    }
}

/// Writes a letter.
///
/// # Errors
/// When the case lacks what the clauses require of the letter, or a template or an annex is wrong.
pub fn letter(request: &Request<'_>) -> Result<Letter, LetterError> {
    let facts = facts::Facts::gather(request)?;
    let missing = required::missing(&facts);
    if !missing.is_empty() {
        return Err(LetterError::Missing(missing));
    }
    let view = fill::fill(request, &facts);
    let templates = templates::Templates::load(request.templates, request.locale.language())?;
    let body = templates.body(request.kind, &view)?;
    let (subject, body) = plain::split_subject(&body);
    let subject = subject.map_or_else(
        || {
            request
                .locale
                .text(&format!("letter-kind-{}", request.kind))
        },
        |line| plain::text(line, usize::MAX),
    );
    let subject = subject.trim().to_owned();
    let mut remarks = view.remarks(&facts);
    remarks.extend(templates.unused.iter().map(|(path, near)| Remark::Unused {
        path: path.display().to_string(),
        near: near.clone(),
    }));
    let logos = page::logos(request.root)?;
    let page = |logo: Option<&str>| templates.page(&view, &subject, body, logo);
    let in_page = logos.first().map(page::data_address);
    let in_mail = logos.first().map(|_| format!("cid:{IMAGE_ID}"));
    Ok(Letter {
        markdown: templates.frame(&view, &subject, body)?,
        html: page(in_page.as_deref())?,
        mail_html: page(in_mail.as_deref())?,
        mail_logo: logos.last().cloned(),
        text: plain::text(body, 76),
        subject,
        to: view.recipient(&facts),
        cc: view.copies(&facts),
        from: view.sender(),
        date: facts.date(),
        step: facts.step_number(),
        remarks,
    })
}
