//! Where somebody sits down to record: the register, the repository that keeps it, and who works here.

use std::io::{IsTerminal, Write};
use std::path::Path;

use super::StepArgs;
use super::ask::Asker;
use super::draft::Draft;
use crate::args;
use crate::cli::CliError;
use crate::cli::session::{Checked, Session};
use crate::history::record_error::named;
use crate::history::recorder::{Recorder, next_number};
use crate::history::who;
use crate::locale::Locale;
use crate::register::staff::Person;
use crate::words::CaseId;

/// The register in which is recorded, and the repository that keeps it.
pub struct Desk {
    /// The register.
    pub checked: Checked,
    /// The repository; none where the register is not in git.
    pub recorder: Option<Recorder>,
    /// Whether what is recorded is committed.
    pub commits: bool,
    /// The e-mail address of who works here, as git knows it.
    pub email: Option<String>,
    /// The moment at which is recorded, in seconds since 1970.
    pub now: i64,
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
        let email = who::email(&checked.root);
        Ok(Self {
            checked,
            recorder,
            commits,
            email,
            now: session.now(),
        })
    }

    /// Finds the member of staff who works here.
    pub fn me(&self) -> Option<&Person> {
        self.checked.staff_at(self.email.as_ref()?)
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

    pub(super) fn committing(&self) -> Option<&Recorder> {
        self.recorder.as_ref().filter(|_| self.commits)
    }

    /// Gives the words of the register's own language, in which its history is written.
    pub(super) fn words(&self) -> &'static Locale {
        let own = self
            .checked
            .register
            .procedure
            .as_ref()
            .map(|procedure| procedure.language);
        Locale::of(own.unwrap_or_else(|| self.checked.locale.language()))
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
    pub(super) fn refuse_unclean(&self, case: &str) -> Result<(), CliError> {
        let Some(recorder) = self.committing() else {
            return Ok(());
        };
        let unclean = recorder.unclean(&[case, "staff.yaml", "procedure.yaml"])?;
        if unclean.is_empty() {
            return Ok(());
        }
        Err(CliError::User("record-uncommitted", named(&unclean)))
    }

    /// Gives the author of the step: who is named, or who git says is working; a commit must be by that very person.
    pub(super) fn settle_author(&self, draft: &mut Draft) -> Result<(), CliError> {
        let me = self.me().map(|person| person.id.clone());
        let Some(by) = draft.text("by").map(str::to_owned) else {
            let id = me.ok_or_else(|| match &self.email {
                Some(email) => CliError::User("record-not-staff", args!(email: email.as_str())),
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
        let email = self.email.as_deref().unwrap_or("–");
        let args = args!(by: &named.id, name: named.name.as_str(), email: named.email.as_str(), mine: email);
        Err(CliError::User("record-other-author", args))
    }
}
