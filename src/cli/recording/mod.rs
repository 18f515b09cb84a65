//! Recording a step, for `klacht new` and `klacht record`: from values to a block of YAML, tried, shown, written and committed.

mod ask;
mod attachment;
mod author;
mod block;
mod choices;
mod desk;
mod draft;
mod given;
mod letter;
mod likely;
mod named;
mod remarks;
mod schema;
mod trial;
mod values;

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::{CliError, Outcome, table};
use crate::args;
use crate::history::record_error::RecordError;
use crate::history::recorder::Recorder;
use crate::history::remote::Upstream;
use crate::history::write::{Change, Made, Signing, write_new};
use crate::history::{CommitFindings, proposal, short};
use crate::locale::Locale;
use crate::register::step::StepKind;
use crate::report::{Files, Report, human, printable};
use crate::words::CaseId;

use block::{changes, show};
pub use choices::field_name;
pub use desk::Desk;
pub use draft::Draft;
pub use given::load_given;
pub use schema::{annex_schema, field, format, is, step_schema};

/// The values of a step, and what to do with them.
#[derive(Args)]
pub struct StepArgs {
    #[arg(long, value_name = "ASSIGNMENT")]
    pub set: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub from: Option<PathBuf>,
    #[arg(long, value_name = "ASSIGNMENT")]
    pub private: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub private_from: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub attach: Vec<PathBuf>,
    #[arg(long, short = 'y')]
    pub yes: bool,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub no_commit: bool,
}

impl From<RecordError> for CliError {
    fn from(fault: RecordError) -> Self {
        Self::User(fault.key, fault.args)
    }
}

/// Fills in what follows from the register, and brings the fields into order.
fn complete(draft: &mut Draft, desk: &Desk) -> Result<(), CliError> {
    if draft.text("date").is_none() {
        draft
            .record
            .insert("date".into(), desk.checked.as_of.to_string().into());
    }
    desk.settle_author(draft)?;
    if draft.kind == StepKind::Assigned
        && !draft.record.contains_key("function")
        && let Some(handler) = draft.text("handler")
    {
        let staff = desk.checked.register.staff.as_ref();
        let person = staff
            .and_then(|staff| staff.iter().find(|person| person.id.as_str() == handler))
            .ok_or_else(|| desk.checked.no_such_staff(handler))?;
        let function = person.function.to_string();
        draft.record.insert("function".into(), function.into());
    }
    draft.arrange();
    Ok(())
}

/// Records a step: in this case, or in a new one.
pub fn record(
    mut draft: Draft,
    case: Option<CaseId>,
    mut desk: Desk,
    args: &StepArgs,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    if let Some(case) = case.and_then(|id| desk.checked.register.cases.get(&id)) {
        draft.take_as_corrected(case);
    }
    named::settle(&mut draft, &desk.checked);
    let asks = desk.asks(args);
    if asks {
        if let Some(refusal) = refusal(&mut draft, case, &desk)? {
            let refused = desk.checked.locale.text("record-refused");
            writeln!(out, "{}\n{refused}", printable(&refusal))?;
            return Ok(Outcome::Found);
        }
        let asker = desk.asker(case);
        asker.begin()?;
        asker.fill(&mut draft)?;
    }
    loop {
        complete(&mut draft, &desk)?;
        let id = match case {
            Some(id) => id,
            None => desk.next_case(draft.date().unwrap_or(desk.checked.as_of).year())?,
        };
        desk.refuse_unclean(&id.dir())?;
        let tip = desk.committing().map(Recorder::tip).transpose()?.flatten();
        let wanted = letter::Wanted::of(&draft)?;
        let place = wanted.map(|wanted| wanted.place(&desk.checked));
        let (number, mut changes, block) = changes(&draft, place.as_ref(), id, &desk)?;
        let trial = trial::attempt(&mut desk.checked, id, &changes)?;
        let letter = match wanted.filter(|_| !trial.refused()) {
            Some(wanted) => wanted.make(&draft, id, &trial, &desk.checked, &mut changes)?,
            None => Ok(Vec::new()),
        };
        show(&draft, id, number, &changes, &block, &desk.checked, out)?;
        let locale = &desk.checked.locale;
        if !trial.findings.is_empty() {
            let files = Files::of(trial.dir.path());
            let report = Report::new(&trial.findings, &files, &desk.checked.shown_root, locale);
            write!(out, "{}", human::render(&report, locale, table::width()))?;
        }
        if let Err(missing) = &letter {
            writeln!(out, "{missing}")?;
        }
        if trial.refused() || letter.is_err() {
            out.flush()?;
            if asks && desk.asker(case).amend(&mut draft)? {
                continue;
            }
            writeln!(out, "{}", locale.text("record-refused"))?;
            return Ok(Outcome::Found);
        }
        let before = desk.checked.register.cases.get(&id);
        let remarks = remarks::remarks(&draft, before, &desk.checked);
        for remark in remarks.into_iter().chain(letter.unwrap_or_default()) {
            writeln!(out, "{remark}")?;
        }
        if args.dry_run {
            writeln!(out, "{}", locale.text("record-dry"))?;
            return Ok(Outcome::Clean);
        }
        out.flush()?;
        if asks && !args.yes && !desk.asker(case).confirm()? {
            if desk.asker(case).amend(&mut draft)? {
                continue;
            }
            return Err(CliError::Stopped);
        }
        let letter = changes.last().filter(|_| wanted.is_some());
        let letter = letter.map(|letter| desk.checked.root.join(&letter.path));
        let done = match desk.committing() {
            Some(recorder) => {
                let message = proposal(id, number, draft.kind, desk.words());
                let made = recorder.make(tip, changes, &message, desk.now)?;
                if made.faults.is_some() {
                    return refuse(recorder, made, locale, out);
                }
                commit(recorder, made, locale)?
            }
            None => write_down(&desk, &changes, args)?,
        };
        writeln!(out, "{done}")?;
        if let Some(letter) = letter {
            let ready = args!(path: letter.display().to_string());
            let line = locale.text_with("record-letter-ready", &ready);
            writeln!(out, "{}", printable(&line))?;
        }
        return Ok(Outcome::Clean);
    }
}

/// Says before anything is asked why the step is not for who records; some questions follow from who that is.
fn refusal(
    draft: &mut Draft,
    case: Option<CaseId>,
    desk: &Desk,
) -> Result<Option<String>, CliError> {
    desk.settle_author(draft)?;
    if let Some(id) = case {
        desk.refuse_unclean(&id.dir())?;
    }
    let known = case.and_then(|id| desk.checked.register.cases.get(&id));
    Ok(known.and_then(|case| author::refusal(draft, case, &desk.checked)))
}

/// Says why a commit would not be accepted; nothing was written but what nobody sees.
fn refuse(
    recorder: &Recorder,
    made: Made,
    locale: &Locale,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let mut faults: Vec<CommitFindings> = made.faults.into_iter().collect();
    for fault in &mut faults {
        // It is in no history, and has no number that anybody could look up.
        fault.commit = None;
    }
    let texts = recorder.texts()?;
    let report = Report::of_commits(&faults, &texts, recorder.dir(), locale);
    write!(out, "{}", human::render(&report, locale, table::width()))?;
    writeln!(out, "{}", locale.text("record-refused"))?;
    Ok(Outcome::Found)
}

/// Commits, and says what was done.
fn commit(recorder: &Recorder, made: Made, locale: &Locale) -> Result<String, CliError> {
    let key = match made.signed {
        Signing::Yes => "record-done-signed",
        Signing::No => "record-done",
        Signing::Otherwise => "record-done-otherwise",
    };
    let done = locale.text_with(key, &args!(commit: short(made.commit)));
    recorder.take(made)?;
    Ok(match Upstream::find(recorder) {
        Ok(Some(_)) => format!("{done}\n{}", locale.text("record-send")),
        _ => done,
    })
}

/// Writes the files and commits nothing, and says so.
fn write_down(desk: &Desk, changes: &[Change], args: &StepArgs) -> Result<String, CliError> {
    for change in changes {
        write_new(&desk.checked.root.join(&change.path), &change.whole())?;
    }
    Ok(desk.checked.locale.text(match args.no_commit {
        true => "record-written",
        false => "record-no-git",
    }))
}
