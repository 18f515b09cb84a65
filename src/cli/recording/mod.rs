//! Recording a step, for `klacht new` and `klacht record`: from values to a block of YAML, tried, shown, written and committed.

mod ask;
mod attachment;
mod author;
mod choices;
mod draft;
mod given;
mod letter;
mod remarks;
mod schema;
mod trial;
mod values;

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use serde_yaml::{Mapping, Value};

use super::session::{Checked, Session};
use super::{CliError, Outcome, table};
use crate::args;
use crate::history::fault::Fault;
use crate::history::recorder::{Recorder, author_anywhere, next_number};
use crate::history::write::{Change, Signed, write_new};
use crate::locale::Locale;
use crate::register::staff::Person;
use crate::register::step::StepKind;
use crate::register::words::CaseId;
use crate::register::yaml;
use crate::report::{Files, Report, human, printable};

use ask::Asker;
use attachment::Attachment;
pub use choices::{field_name, meaning, row};
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

impl From<Fault> for CliError {
    fn from(fault: Fault) -> Self {
        Self::User(fault.key, fault.args)
    }
}

/// The register in which is recorded, and the repository that keeps it.
pub struct Desk {
    /// The register.
    pub checked: Checked,
    /// The repository; none where the register is not in git.
    pub recorder: Option<Recorder>,
    /// Whether what is recorded is committed.
    pub commits: bool,
    /// Who works here, as git knows it.
    pub author: Option<(String, String)>,
}

impl Desk {
    /// Reads the register and puts right what a killed recording left in it.
    pub fn open(
        args: &StepArgs,
        session: &mut Session,
        out: &mut dyn Write,
    ) -> Result<Self, CliError> {
        let root = session.root()?;
        let recorder = Recorder::open(&root)?;
        let checked = session.check_at(root)?;
        let commits = recorder.is_some() && !args.no_commit;
        if recorder.as_ref().is_some_and(|recorder| recorder.repaired) {
            writeln!(out, "{}\n", checked.locale.text("record-repaired"))?;
        }
        let author = recorder
            .as_ref()
            .and_then(Recorder::author)
            .or_else(author_anywhere);
        Ok(Self {
            checked,
            recorder,
            commits,
            author,
        })
    }

    /// Finds the member of staff who works here.
    pub fn me(&self) -> Option<&Person> {
        let (_, email) = self.author.as_ref()?;
        let staff = self.checked.register.staff.as_ref()?;
        staff
            .iter()
            .find(|person| person.email.as_str().eq_ignore_ascii_case(email))
    }

    /// Tells whether there is someone to ask.
    pub fn asks(&self, args: &StepArgs) -> bool {
        let reads_input = args.from.as_deref() == Some(Path::new("-"));
        !reads_input && std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
    }

    /// Gives who asks for what is missing of a step in a case.
    pub fn asker(&self, case: Option<CaseId>) -> Asker<'_> {
        Asker::new(
            self,
            case.and_then(|id| self.checked.register.cases.get(&id)),
        )
    }

    fn committing(&self) -> Option<&Recorder> {
        self.recorder.as_ref().filter(|_| self.commits)
    }

    /// Gives the words of the register's own language, in which its history is written.
    fn words(&self) -> Locale {
        let own = self
            .checked
            .register
            .procedure
            .as_ref()
            .map(|procedure| procedure.language);
        Locale::new(own.unwrap_or_else(|| self.checked.locale.language()))
    }

    /// Gives the first free number of a year.
    pub fn next_case(&self, year: i32) -> Result<CaseId, CliError> {
        let year = u16::try_from(year).unwrap_or_default();
        let committed = match &self.recorder {
            Some(recorder) => recorder.names_at_tip(&format!("{year:04}"))?,
            None => Vec::new(),
        };
        let here: Vec<String> = self
            .checked
            .register
            .numbers
            .keys()
            .map(ToString::to_string)
            .collect();
        let number = next_number(committed.iter().chain(&here).map(String::as_str), year);
        Ok(CaseId { year, number })
    }

    /// Refuses to go on where something uncommitted would be mixed up with the step.
    fn refuse_unclean(&self, case: &str) -> Result<(), CliError> {
        let Some(recorder) = self.committing() else {
            return Ok(());
        };
        let unclean = recorder.unclean(&[case, "staff.yaml", "procedure.yaml"])?;
        if unclean.is_empty() {
            return Ok(());
        }
        Err(CliError::User(
            "record-uncommitted",
            args!(paths: unclean.join(", ")),
        ))
    }

    /// Gives the author of the step: who is named, or who git says is working; a commit must be by that very person.
    fn settle_author(&self, draft: &mut Draft) -> Result<(), CliError> {
        let me = self.me().map(|person| person.id.clone());
        let Some(by) = draft.text("by").map(str::to_owned) else {
            let id = me.ok_or_else(|| match &self.author {
                Some((_, email)) => {
                    CliError::User("record-not-staff", args!(email: email.as_str()))
                }
                None => CliError::User("record-nobody", args!()),
            })?;
            draft.record.insert("by".into(), id.as_str().into());
            return Ok(());
        };
        let staff = self.checked.register.staff.as_ref();
        let named = staff.and_then(|staff| staff.iter().find(|person| person.id.as_str() == by));
        // Nobody of that name: the rules say so, with the names that are meant.
        let Some(named) = named.filter(|_| self.commits) else {
            return Ok(());
        };
        if me.as_ref() == Some(&named.id) {
            return Ok(());
        }
        let email = self.author.as_ref().map_or("–", |(_, email)| email);
        let args = args!(by: &named.id, name: named.name.as_str(), email: named.email.as_str(), mine: email);
        Err(CliError::User("record-other-author", args))
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
    let asks = desk.asks(args);
    if asks {
        // Who records is known before anything is asked, for some questions follow from it.
        desk.settle_author(&mut draft)?;
        if let Some(id) = case {
            desk.refuse_unclean(&case_dir(id))?;
        }
        let known = case.and_then(|id| desk.checked.register.cases.get(&id));
        if let Some(refusal) = known.and_then(|case| author::refusal(&draft, case, &desk.checked)) {
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
        desk.refuse_unclean(&case_dir(id))?;
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
        let message = message(&desk.words(), id, number, draft.kind);
        writeln!(out, "{}", write_down(&desk, tip, &changes, &message, args)?)?;
        if let Some(letter) = changes.last().filter(|_| wanted.is_some()) {
            let path = desk.checked.root.join(&letter.path).display().to_string();
            let ready = args!(path: path);
            let line = desk.checked.locale.text_with("record-letter-ready", &ready);
            writeln!(out, "{}", printable(&line))?;
        }
        return Ok(Outcome::Clean);
    }
}

/// Writes and commits, and says what was done.
fn write_down(
    desk: &Desk,
    tip: Option<git2::Oid>,
    changes: &[Change],
    message: &str,
    args: &StepArgs,
) -> Result<String, CliError> {
    let locale = &desk.checked.locale;
    if let Some(recorder) = desk.committing() {
        let (commit, signed) = recorder.record(tip, changes, message)?;
        let short: String = commit.to_string().chars().take(10).collect();
        let key = match signed {
            Signed::Yes => "record-done-signed",
            Signed::No => "record-done",
            Signed::Otherwise => "record-done-otherwise",
        };
        return Ok(locale.text_with(key, &args!(commit: short)));
    }
    for change in changes {
        write_new(&desk.checked.root.join(&change.path), &change.whole())?;
    }
    Ok(locale.text(if args.no_commit {
        "record-written"
    } else {
        "record-no-git"
    }))
}

/// Gives the directory of a case in the register.
fn case_dir(id: CaseId) -> String {
    format!("{:04}/{id}", id.year)
}

/// Gives the message of the commit: `2026-0007 stap 3: ontvangstbevestiging`.
fn message(words: &Locale, id: CaseId, number: usize, kind: StepKind) -> String {
    let step = words.text(&format!("step-{}", kind.word()));
    words.text_with(
        "record-message",
        &args!(case: id.to_string(), number: number, step: step),
    )
}

/// Gives the number of the step, the files that change, and the block of YAML.
fn changes(
    draft: &Draft,
    letter: Option<&Attachment>,
    id: CaseId,
    desk: &Desk,
) -> Result<(usize, Vec<Change>, String), CliError> {
    let dir = case_dir(id);
    let path = format!("{dir}/complaint.yaml");
    let file = desk.checked.root.join(&path);
    let number = 1 + desk
        .checked
        .register
        .cases
        .get(&id)
        .map_or(0, |case| case.steps.len());
    let old = match std::fs::read(&file) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(CliError::Io(file, error)),
    };
    let text = old
        .as_deref()
        .map(String::from_utf8_lossy)
        .unwrap_or_default();
    let mut block = String::new();
    yaml::item(&mut block, &draft.record, indentation(&text));
    let before = match &old {
        None => format!("case: {id}\nsteps:\n\n"),
        Some(_) if text.ends_with("\n\n") => String::new(),
        Some(_) if text.ends_with('\n') => "\n".to_owned(),
        Some(_) => "\n\n".to_owned(),
    };
    let mut changes = vec![Change {
        path,
        old,
        added: format!("{before}{block}").into_bytes(),
    }];
    if !draft.private.is_empty() {
        let mut text = String::new();
        yaml::entries(&mut text, &draft.private, 0);
        changes.push(Change {
            path: format!("{dir}/private/{number:02}.yaml"),
            old: None,
            added: text.into_bytes(),
        });
    }
    for attachment in draft.attachments.iter().chain(letter) {
        let path = format!("{dir}/private/{number:02}-{}", attachment.name);
        changes.push(Change {
            path,
            old: None,
            added: attachment.bytes.clone(),
        });
    }
    for change in changes.iter().filter(|change| change.old.is_none()) {
        let path = desk.checked.root.join(&change.path);
        let twice = changes
            .iter()
            .filter(|other| other.path.eq_ignore_ascii_case(&change.path))
            .nth(1);
        if twice.is_some() || path.symlink_metadata().is_ok() {
            return Err(CliError::Io(path, std::io::ErrorKind::AlreadyExists.into()));
        }
    }
    Ok((number, changes, block))
}

/// Gives how far the steps of a record are indented.
fn indentation(text: &str) -> usize {
    let steps = text
        .lines()
        .skip_while(|line| !line.starts_with("steps:"))
        .skip(1);
    let first = steps
        .map(|line| (line.len() - line.trim_start().len(), line.trim_start()))
        .find(|(_, line)| line.starts_with("- "));
    first.map_or(0, |(indent, _)| indent)
}

/// Shows what will be written; of the annex only which fields and files there are.
fn show(
    draft: &Draft,
    id: CaseId,
    number: usize,
    changes: &[Change],
    block: &str,
    checked: &Checked,
    out: &mut dyn Write,
) -> Result<(), CliError> {
    let locale = &checked.locale;
    let shown = |path: &str| {
        if checked.shown_root.is_empty() {
            path.to_owned()
        } else {
            format!("{}/{path}", checked.shown_root)
        }
    };
    let record = changes
        .first()
        .map_or_else(String::new, |change| shown(&change.path));
    writeln!(out, "{}", message(locale, id, number, draft.kind))?;
    writeln!(
        out,
        "{}\n\n{}",
        locale.text_with("record-block", &args!(path: record)),
        printable(block)
    )?;
    for change in changes.iter().skip(1) {
        let what = if change.path.ends_with(&format!("/{number:02}.yaml")) {
            let mut names = Vec::new();
            ways(&draft.private, "", &mut names);
            locale.text_with("record-private", &args!(fields: names.join(", ")))
        } else if change.added.is_empty() {
            locale.text("record-letter-to-come")
        } else {
            locale.text_with("record-attached", &args!(bytes: change.added.len()))
        };
        writeln!(out, "{}: {what}", printable(&shown(&change.path)))?;
    }
    if changes.len() > 1 {
        writeln!(out)?;
    }
    Ok(())
}

/// Lists the names of the fields that are filled in: `complainant.name`.
fn ways(mapping: &Mapping, before: &str, names: &mut Vec<String>) {
    for (key, value) in mapping {
        let name = format!("{before}{}", key.as_str().unwrap_or_default());
        match value {
            Value::Mapping(inner) => ways(inner, &format!("{name}."), names),
            _ => names.push(name),
        }
    }
}
