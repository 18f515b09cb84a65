//! What a command works on: the register, the reference date and the language.

use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{CliError, Global, Outcome};
use crate::args;
use crate::finding::Finding;
use crate::history::remote::has_server;
use crate::locale::Locale;
use crate::register::Register;
use crate::register::case::Case;
use crate::register::procedure::Procedure;
use crate::register::read::load_register_with;
use crate::register::shape::nearest;
use crate::register::staff::{Person, Staff};
use crate::rules;
use crate::words::{CaseId, Day, Language, StaffId};

/// The settings of a run.
pub struct Session {
    global: Global,
    language: Option<Language>,
    today: Day,
    now: i64,
}

/// A register that was read and checked.
pub struct Checked {
    /// The directory.
    pub root: PathBuf,
    /// The directory as the user would name it, with `/`; empty for the current one.
    pub shown_root: String,
    /// What could be read.
    pub register: Register,
    /// What reading and the rules had to say.
    pub findings: Vec<Finding>,
    /// The reference date.
    pub as_of: Day,
    /// The words.
    pub locale: &'static Locale,
}

impl Session {
    pub fn new(global: Global, language: Option<Language>, today: Day, now: i64) -> Self {
        Self {
            global,
            language,
            today,
            now,
        }
    }

    /// Gives the words in the language that was asked for, or Dutch.
    pub fn locale(&self) -> &'static Locale {
        Locale::of(self.language.unwrap_or_default())
    }

    /// Gives the day on which the program runs.
    pub const fn today(&self) -> Day {
        self.today
    }

    /// Gives the moment at which the program runs, in seconds since 1970.
    pub const fn now(&self) -> i64 {
        self.now
    }

    /// Gives the reference date: as asked for, else as the register fixes it, else today.
    pub fn as_of(&self, procedure: Option<&Procedure>) -> Day {
        let fixed = procedure.and_then(|procedure| procedure.as_of);
        self.global.as_of.or(fixed).unwrap_or(self.today)
    }

    /// Gives the reference date that was asked for.
    pub const fn asked_as_of(&self) -> Option<Day> {
        self.global.as_of
    }

    /// Takes the language of a register where the user named none.
    pub fn language_of(&mut self, language: &Option<Language>) {
        self.language = self.language.or(*language);
    }

    /// Gives the directory that was asked for, as it was named.
    pub fn start(&self) -> Option<PathBuf> {
        self.global.register.clone()
    }

    /// Finds the register that was asked for.
    pub fn root(&self) -> Result<PathBuf, CliError> {
        match &self.global.register {
            Some(dir) if is_register(dir) => Ok(dir.clone()),
            Some(dir) if is_register(&dir.join("complaints")) => Ok(dir.join("complaints")),
            Some(dir) => Err(no_register(dir)),
            None => find_register(Path::new(".")).ok_or_else(|| no_register(Path::new("."))),
        }
    }

    /// Reads and checks the register that was asked for.
    pub fn check(&mut self) -> Result<Checked, CliError> {
        self.check_at(self.root()?)
    }

    /// Reads the register that was asked for, to look at it: on a day that was asked for it is as it was then, and checked so.
    pub fn look(&mut self) -> Result<Checked, CliError> {
        let root = self.root()?;
        self.read(root, self.global.as_of)
    }

    /// Reads and checks the register in a directory.
    pub fn check_at(&mut self, root: PathBuf) -> Result<Checked, CliError> {
        self.read(root, None)
    }

    fn read(&mut self, root: PathBuf, then: Option<Day>) -> Result<Checked, CliError> {
        let mut progress = Progress::new();
        let reading = load_register_with(&root, &mut |done, total| progress.show(done, total))
            .map_err(|error| CliError::Io(root.clone(), error))?;
        progress.clear();
        let register = match then {
            Some(day) => reading.register.on(day),
            None => reading.register,
        };
        let as_of = self.as_of(register.procedure.as_ref());
        self.language = self.language.or(register
            .procedure
            .as_ref()
            .map(|procedure| procedure.language));
        let mut findings = reading.findings;
        findings.extend(rules::check(&register, as_of));
        let shown_root = shown(&root);
        Ok(Checked {
            root,
            shown_root,
            register,
            findings,
            as_of,
            locale: self.locale(),
        })
    }
}

impl Checked {
    /// Ends a command that showed or counted cases (of one year where only that counts).
    ///
    /// # Errors
    /// Something could not be read, so that what was shown is not all there is.
    pub fn whole(&self, year: Option<u16>) -> Result<Outcome, CliError> {
        let unread = self.register.unread(year);
        if unread.is_empty() {
            return Ok(Outcome::Clean);
        }
        let unread = args!(unread: unread.join(", "));
        Err(CliError::User("unread", unread))
    }

    /// Finds a case.
    pub fn case(&self, id: CaseId) -> Result<&Case, CliError> {
        let unreadable = || CliError::User("case-unreadable", args!(case: id.to_string()));
        match self.register.cases.get(&id) {
            Some(case) => Ok(case),
            None if self.register.numbers.contains_key(&id) => Err(unreadable()),
            None => Err(no_such_case(id, &self.root)),
        }
    }

    /// Gives the name of a member of staff, or the id where nobody has it.
    pub fn name(&self, id: &StaffId) -> String {
        let staff = self.register.staff.as_ref();
        staff.map_or(id.as_str(), |staff| staff.name(id)).to_owned()
    }

    /// Finds a member of staff by an id or a full name as somebody typed it.
    pub fn person(&self, typed: &str) -> Result<StaffId, CliError> {
        if let Some(id) = typed.parse().ok().filter(|id| self.knows(id).is_ok()) {
            return Ok(id);
        }
        let plain = |name: &str| {
            let name = name.to_lowercase();
            name.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let people = self.register.staff.iter().flat_map(Staff::iter);
        let named = people.filter(|person| plain(person.name.as_str()) == plain(typed));
        match named
            .map(|person| &person.id)
            .collect::<Vec<_>>()
            .as_slice()
        {
            [] => Err(self.no_such_staff(typed)),
            [id] => Ok((*id).clone()),
            several => {
                let ids: Vec<&str> = several.iter().map(|id| id.as_str()).collect();
                let args = args!(name: typed, people: ids.join(", "));
                Err(CliError::User("staff-same-name", args))
            }
        }
    }

    /// Finds the member of staff with an e-mail address.
    pub fn staff_at(&self, email: &str) -> Option<&Person> {
        let mut people = self.register.staff.iter().flat_map(Staff::iter);
        people.find(|person| person.email.as_str().eq_ignore_ascii_case(email))
    }

    /// Refuses the id of somebody who is not in `staff.yaml`.
    pub fn knows(&self, id: &StaffId) -> Result<(), CliError> {
        match &self.register.staff {
            Some(staff) if staff.get(id).is_none() => Err(self.no_such_staff(id.as_str())),
            _ => Ok(()),
        }
    }

    /// Says that somebody is not in `staff.yaml`, with who is in service, and the nearest id.
    pub fn no_such_staff(&self, id: &str) -> CliError {
        let people = || self.register.staff.iter().flat_map(Staff::iter);
        let near = nearest(id, people().map(|person| person.id.as_str()));
        let here = people().filter(|person| person.is_active(self.as_of));
        let mut here = here.map(|person| format!("{} ({})", person.id, person.name));
        let mut shown: Vec<String> = here.by_ref().take(MOST_PEOPLE).collect();
        shown.extend(here.next().map(|_| "…".to_owned()));
        CliError::User(
            "no-such-staff",
            args!(staff: id, people: shown.join(", "), near: near),
        )
    }
}

/// Says that there is no case of this number; where there is a server, it may only have to be fetched.
pub fn no_such_case(id: CaseId, root: &Path) -> CliError {
    let key = if has_server(root) {
        "no-such-case-here"
    } else {
        "no-such-case"
    };
    CliError::User(key, args!(case: id.to_string()))
}

/// How many people are named to whoever asks for somebody unknown; more than fit on a screen help nobody.
const MOST_PEOPLE: usize = 40;

/// A bar on a terminal for what takes longer than a second; nothing elsewhere.
pub struct Progress {
    bar: ProgressBar,
    visible: bool,
}

impl Progress {
    pub fn new() -> Self {
        Self {
            bar: ProgressBar::hidden(),
            visible: false,
        }
    }

    /// Shows how much is done.
    pub fn show(&mut self, done: usize, total: usize) {
        if !self.visible && done.is_multiple_of(64) && self.bar.elapsed() > Duration::from_secs(1) {
            self.visible = true;
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len}") {
                self.bar.set_style(style);
            }
        }
        if self.visible {
            self.bar.set_length(total as u64);
            self.bar.set_position(done as u64);
        }
    }

    pub fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

/// Tells whether a directory is a register: it has one of its two settings files, or a year.
pub fn is_register(dir: &Path) -> bool {
    if dir.join("procedure.yaml").is_file() || dir.join("staff.yaml").is_file() {
        return true;
    }
    let years = |entry: std::fs::DirEntry| {
        entry
            .file_name()
            .to_str()
            .is_some_and(|name| name.len() == 4 && name.bytes().all(|b| b.is_ascii_digit()))
    };
    dir.is_dir()
        && std::fs::read_dir(dir)
            .is_ok_and(|mut entries| entries.any(|entry| entry.is_ok_and(years)))
}

/// Finds the register to which a path belongs, or that lies in it: here, in `complaints`, or above.
pub fn find_register(from: &Path) -> Option<PathBuf> {
    let here = std::path::absolute(from).ok()?;
    for dir in here.ancestors() {
        for candidate in [dir.join("complaints"), dir.to_owned()] {
            if candidate.join("procedure.yaml").is_file() || dir == here && is_register(&candidate)
            {
                return Some(from_here(&candidate));
            }
        }
    }
    None
}

/// Writes a path relative to the current directory where it lies in it, as a person would.
fn from_here(path: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    match path.strip_prefix(&here) {
        Ok(rest) if rest.as_os_str().is_empty() => PathBuf::from("."),
        Ok(rest) => rest.to_owned(),
        Err(_) => path.to_owned(),
    }
}

/// Gives a directory as it is shown before the name of a file: with `/`, without `./`.
fn shown(root: &Path) -> String {
    let root = std::path::absolute(root).map_or_else(|_| root.to_owned(), |root| from_here(&root));
    let absolute = root.is_absolute();
    let parts: Vec<String> = root
        .components()
        .filter_map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
            Component::ParentDir => Some("..".to_owned()),
            Component::Prefix(prefix) => Some(prefix.as_os_str().to_string_lossy().into_owned()),
            Component::CurDir | Component::RootDir => None,
        })
        .collect();
    let joined = parts.join("/");
    if absolute && !cfg!(windows) {
        format!("/{joined}")
    } else {
        joined
    }
}

pub fn no_register(path: &Path) -> CliError {
    CliError::User("no-register", args!(path: path.display().to_string()))
}
