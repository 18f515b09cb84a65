//! `klacht letter CASE KIND`: a letter of a case, as Markdown, page, PDF or mail.

mod place;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::session::{Checked, Session};
use super::{CliError, Outcome};
use crate::args;
use crate::history::join::count_steps;
use crate::history::recorder::Recorder;
use crate::letters::{Letter, LetterError, LetterKind, PdfError, Request, letter, print};
use crate::locale::Locale;
use crate::mail::{Message, id_part};
use crate::register::annex::private_dir;
use crate::report::printable_line;
use crate::words::{CaseId, Language, UnknownWord, choice};
use place::{attach, refuse_place, write_private};

choice!(
    /// A form of a letter; the word is also the ending of its file.
    LetterFormat {
        /// Markdown.
        Md = "md",
        /// A page that needs nothing beside it.
        Html = "html",
        /// Printed by a browser.
        Pdf = "pdf",
        /// A mail that is ready to be sent.
        Eml = "eml",
    }
);

/// Finds the organisation's own templates: the directory `templates` here, or else beside the register.
pub(super) fn own_templates(root: &Path) -> Option<PathBuf> {
    let beside = fs::canonicalize(root).ok()?.parent()?.join("templates");
    let here = PathBuf::from("templates");
    [here, beside].into_iter().find(|dir| dir.is_dir())
}

#[derive(Args)]
pub struct LetterArgs {
    #[arg(value_name = "CASE")]
    case: CaseId,
    #[arg(value_name = "KIND", value_parser = kind_of)]
    kind: LetterKind,
    #[arg(long, value_name = "FORMAT", default_value = "md")]
    format: LetterFormat,
    #[arg(long, short = 'o', value_name = "FILE")]
    out: Option<PathBuf>,
    #[arg(long)]
    attach: bool,
    #[arg(long, value_name = "STAFF")]
    employee: Option<String>,
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
}

/// Understands a kind of letter by its word or by the name of its file in Dutch, which need not say that it is a message.
fn kind_of(text: &str) -> Result<LetterKind, UnknownWord> {
    let asked = text.trim().to_lowercase().replace(' ', "-");
    let named = LetterKind::ALL.iter().find(|kind| {
        let name = kind.file_name(Language::Nl);
        name == asked || name.strip_prefix("bericht-") == Some(&asked)
    });
    named.map_or_else(|| asked.parse(), |kind| Ok(*kind))
}

pub fn run(
    args: &LetterArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let checked = session.check()?;
    let id = args.case;
    let case = checked.case(id)?;
    if args.format == LetterFormat::Pdf && args.out.is_none() && !args.attach {
        return Err(CliError::User("letter-no-place", args!()));
    }
    if let Some(path) = &args.out {
        refuse_place(path, &checked)?;
    }
    let employee = args.employee.as_deref().map(|typed| checked.person(typed));
    let employee = employee.transpose()?;
    let templates = match &args.templates {
        Some(dir) if !dir.is_dir() => {
            return Err(CliError::Io(dir.clone(), io::ErrorKind::NotFound.into()));
        }
        Some(dir) => Some(dir.clone()),
        None => own_templates(&checked.root),
    };
    let request = Request {
        register: &checked.register,
        root: &checked.root,
        case,
        kind: args.kind,
        employee: employee.as_ref(),
        as_of: checked.as_of,
        locale: checked.locale,
        templates: templates.as_deref(),
    };
    let letter = match letter(&request) {
        Ok(letter) => letter,
        Err(error) => return explain(&error, &request),
    };
    if args.attach {
        refuse_step(letter.step, &request, &checked)?;
    }
    let target = args.attach.then(|| {
        let name = args.kind.file_name(checked.locale.language());
        private_dir(&checked.root, &case.dir)
            .join(format!("{:02}-{name}.{}", letter.step, args.format))
    });
    if let Some(path) = target
        .as_ref()
        .filter(|path| path.symlink_metadata().is_ok())
    {
        return Err(CliError::User(
            "letter-exists",
            args!(path: path.display().to_string()),
        ));
    }
    let bytes = bytes(&letter, args.kind, args.format, id)?;
    let mut err = anstream::stderr().lock();
    for remark in remarks(&letter, args.format, checked.locale) {
        writeln!(err, "{remark}")?;
    }
    let mut written = |path: &Path| {
        let said = args!(path: path.display().to_string());
        writeln!(out, "{}", checked.locale.text_with("letter-written", &said))
    };
    if let Some(path) = &target {
        attach(path, &bytes)?;
        written(path)?;
    }
    match &args.out {
        Some(path) => {
            write_private(path, &bytes)?;
            written(path)?;
        }
        None if target.is_none() => out.write_all(&bytes)?,
        None => {}
    }
    Ok(Outcome::Clean)
}

/// Gives what to know before a letter is sent, a line each.
pub(super) fn remarks<'l>(
    letter: &'l Letter,
    format: LetterFormat,
    locale: &'l Locale,
) -> impl Iterator<Item = String> {
    let remarks = letter.remarks.iter();
    let fitting = remarks.filter(move |remark| match format {
        LetterFormat::Eml => !remark.is_of_post(),
        _ => !remark.is_of_mail(),
    });
    fitting.map(|remark| {
        let (key, args) = remark.message();
        locale.text_with(key, &args)
    })
}

/// Says what is missing, a line each: a finding; anything else is a failure.
fn explain(error: &LetterError, request: &Request<'_>) -> Result<Outcome, CliError> {
    let Some(lines) = missing_lines(error, request.case.id, request.locale) else {
        return Err(failure(error, request.locale));
    };
    // Standard output may be on its way into a file that is to become the letter.
    let mut err = anstream::stderr().lock();
    writeln!(err, "{lines}")?;
    let step = request.kind.step();
    let to_come = matches!(error, LetterError::Missing(missing)
        if missing.iter().any(|missing| missing.step == step && missing.number.is_none()));
    if to_come {
        let args = args!(case: request.case.id.to_string(), step: step.word());
        writeln!(
            err,
            "{}",
            request.locale.text_with("letter-with-step", &args)
        )?;
    }
    Ok(Outcome::Found)
}

/// Gives what a letter lacks, a line each under what it means; none where something else is wrong.
pub(super) fn missing_lines(error: &LetterError, case: CaseId, locale: &Locale) -> Option<String> {
    if !matches!(error, LetterError::Missing(_)) {
        return None;
    }
    let head = locale.text_with("letter-not-written", &args!(case: case.to_string()));
    Some(format!("{head}\n- {}", said(error, locale).join("\n- ")))
}

/// Gives why there can be no letter at all.
pub(super) fn failure(error: &LetterError, locale: &Locale) -> CliError {
    CliError::Said(said(error, locale).join("\n"))
}

fn said(error: &LetterError, locale: &Locale) -> Vec<String> {
    error
        .messages()
        .iter()
        .map(|(key, args)| printable_line(&locale.text_with(key, args)))
        .collect()
}

/// Refuses to attach to a step that is not there yet, or that is in the history already: an annex file comes with its step.
fn refuse_step(step: usize, request: &Request<'_>, checked: &Checked) -> Result<(), CliError> {
    let case = request.case;
    let args = args!(case: case.id.to_string(), step: request.kind.step().word(), number: step);
    if step > case.steps.len() {
        return Err(CliError::User("letter-attach-to-come", args));
    }
    let path = format!("{}/complaint.yaml", case.dir);
    let committed = match Recorder::open(&checked.root)? {
        Some(recorder) => recorder.text_at_tip(&path)?,
        None => None,
    };
    if committed.is_some_and(|text| count_steps(text.as_bytes()) >= Some(step)) {
        return Err(CliError::User("letter-attach-recorded", args));
    }
    Ok(())
}

/// Gives a letter in a form, as it is kept and sent.
pub(super) fn bytes(
    letter: &Letter,
    kind: LetterKind,
    format: LetterFormat,
    case: CaseId,
) -> Result<Vec<u8>, CliError> {
    Ok(match format {
        LetterFormat::Md => letter.markdown.clone().into_bytes(),
        LetterFormat::Html => letter.html.clone().into_bytes(),
        LetterFormat::Eml => mail(letter, kind, case),
        LetterFormat::Pdf => {
            print(&letter.html, std::env::var_os("PATH").as_ref()).map_err(|error| match error {
                PdfError::NoBrowser(names) => {
                    CliError::User("letter-no-browser", args!(browsers: names.join(", ")))
                }
                PdfError::Browsers(paths) => {
                    let paths: Vec<String> = paths
                        .iter()
                        .map(|path| path.display().to_string())
                        .collect();
                    CliError::User("letter-browser", args!(browsers: paths.join(", ")))
                }
                PdfError::Io(error) => CliError::Io(std::env::temp_dir(), error),
            })?
        }
    })
}

fn mail(letter: &Letter, kind: LetterKind, case: CaseId) -> Vec<u8> {
    let subject = format!("{} ({case})", letter.subject);
    let host = letter
        .from
        .1
        .as_deref()
        .and_then(|email| email.split_once('@'))
        .map_or("klacht.invalid", |(_, host)| host);
    let message = Message {
        from: (&letter.from.0, letter.from.1.as_deref()),
        to: (&letter.to.0, letter.to.1.as_deref()),
        cc: letter
            .cc
            .iter()
            .map(|(name, email)| (name.as_str(), email.as_str()))
            .collect(),
        subject: &subject,
        date: letter.date,
        id: &format!("{case}.{:02}.{kind}@{}", letter.step, id_part(host)),
        text: &letter.text,
        html: Some(&letter.mail_html),
        draft: true,
    };
    message.to_bytes_with(letter.mail_logo.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_of_letter_goes_by_its_name_in_either_language() {
        for (typed, kind) in [
            ("report", LetterKind::Report),
            ("Verslag", LetterKind::Report),
            ("niet in behandeling", LetterKind::Refusal),
        ] {
            assert_eq!(kind_of(typed).ok(), Some(kind), "{typed}");
        }
        assert!(kind_of("brief").is_err());
    }
}
