//! A made-up organisation at work: a server that judges what comes in, the clones of two of its staff, and in one of them a
//! commit that the server will refuse.
//!
//! All of it is made beside its place and moved there when it is whole, so that a run that stops halfway leaves no half of it.

use std::io;
use std::path::Path;

use git2::build::{CheckoutBuilder, TreeUpdateBuilder};
use git2::{FileMode, Oid, Repository, RepositoryInitOptions, Signature, Time};

use super::repository::{AFTER_HOURS, DIR, moment, write_history};
use super::{Demo, DemoCase, DemoStep};
use crate::args;
use crate::calendar::Calendar;
use crate::history::hooks::install;
use crate::history::{Error, RegisterRepo, proposal};
use crate::locale::Locale;
use crate::register::staff::{Person, Role};
use crate::register::step::StepKind;
use crate::words::{CaseId, Day, Language};

/// The repository of the server.
pub const SERVER: &str = "server.git";

/// A complaint that is still to be recorded.
pub const COMPLAINT: &str = "klacht.yaml";

/// Who records the complaint, and who the commit that is refused: the id and the name of the clone.
pub const CLONES: [(&str, &str); 2] = [("m.bakker", "marieke"), ("p.vos", "petra")];

/// Two weeks less a day: the last day but one for an acknowledgement (clause 3).
const IN_TIME: u64 = 13;

/// What was made.
#[derive(Debug, Clone)]
pub struct Made {
    /// The first commit.
    pub root: Oid,
    /// The last commit on the server.
    pub tip: Oid,
    /// How many commits are on the server.
    pub commits: usize,
    /// The case in which the commit that is refused changes a date.
    pub forged: CaseId,
    /// Who has a clone, in the order of [`CLONES`].
    pub people: Vec<Person>,
}

/// Makes server and clones in a directory that is not there or is empty.
///
/// `program` is the program that the hooks call.
///
/// # Errors
/// When the directory holds something, the demo has no case, or git cannot do it.
pub fn write_server(
    dir: &Path,
    demo: &Demo,
    language: Language,
    program: &Path,
) -> Result<Made, Error> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| Error::Io(path, error)
    };
    if is_taken(dir).map_err(failed(dir))? {
        return Err(Error::User(
            "demo-exists",
            args!(path: dir.display().to_string()),
        ));
    }
    let parent = match dir.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(parent).map_err(failed(parent))?;
    let aside = tempfile::Builder::new()
        .prefix(".klacht-demo-")
        .tempdir_in(parent)
        .map_err(failed(parent))?;
    // A directory of our own in it, with the rights that the user's other directories have.
    let whole = aside.path().join("demo");
    let made = write_all(&whole, demo, language, program)?;
    if dir.exists() {
        std::fs::remove_dir(dir).map_err(failed(dir))?;
    }
    std::fs::rename(&whole, dir).map_err(failed(dir))?;
    Ok(made)
}

/// Tells whether something is in the place of the directory.
fn is_taken(dir: &Path) -> io::Result<bool> {
    match std::fs::read_dir(dir) {
        Ok(mut entries) => Ok(entries.next().is_some()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(true),
        Err(error) => Err(error),
    }
}

fn write_all(whole: &Path, demo: &Demo, language: Language, program: &Path) -> Result<Made, Error> {
    let cases: Vec<DemoCase> = demo.cases().collect();
    let forgery = Forgery::find(&cases).ok_or_else(|| Error::User("demo-too-few", args!()))?;
    let staff = demo.staff().staff;
    let person = |id: &str| staff.iter().find(|person| person.id.as_str() == id);
    let mut options = RepositoryInitOptions::new();
    options.bare(true).initial_head("main").mkpath(true);
    let server = Repository::init_opts(whole.join(SERVER), &options)?;
    let history = write_history(&server, demo, "refs/heads/main")?;
    let (mut tip, mut commits) = (history.tip, history.commits);
    let administrator = staff.iter().find(|person| person.has(Role::Administrator));
    if let Some(person) = administrator.filter(|_| language == Language::En) {
        // What a register speaks is a setting of it, and changed as any other.
        let change = |text: &str| text.replacen("language: nl\n", "language: en\n", 1);
        let path = format!("{DIR}/procedure.yaml");
        tip = commit(
            &server,
            person,
            demo.as_of,
            0,
            (&path, &change),
            "Language: English",
        )?;
        commits += 1;
    }
    let mut config = server.config()?;
    // Where a step is done, and by what it is judged, is all in the repository.
    config.set_str("klacht.register", DIR)?;
    install(&open(server.path())?, program, Some(history.root))?;

    let mut people = Vec::new();
    for (id, name) in CLONES {
        let Some(person) = person(id) else { continue };
        clone(whole, name, person, history.root, program)?;
        people.push(person.clone());
    }
    let [_, (forger, place)] = CLONES;
    if let Some(person) = person(forger) {
        let clone = Repository::open(whole.join(place))?;
        let words = Locale::of(language);
        let message = proposal(forgery.case, forgery.number, forgery.kind, words);
        let path = format!("{DIR}/{}/complaint.yaml", forgery.dir);
        let change = |text: &str| text.replacen(&forgery.old, &forgery.new, 1);
        commit(&clone, person, demo.as_of, 1, (&path, &change), &message)?;
        clone.checkout_head(Some(CheckoutBuilder::new().force()))?;
    }
    let complaint = whole.join(COMPLAINT);
    std::fs::write(&complaint, complaint_text(language))
        .map_err(|error| Error::Io(complaint, error))?;
    Ok(Made {
        root: history.root,
        tip,
        commits,
        forged: forgery.case,
        people,
    })
}

/// Opens a repository of the demo, whatever a hook or a shell says of another.
fn open(path: &Path) -> Result<RegisterRepo, Error> {
    RegisterRepo::open(path, None)
}

/// Clones the server for a member of staff.
fn clone(
    whole: &Path,
    name: &str,
    person: &Person,
    root: Oid,
    program: &Path,
) -> Result<(), Error> {
    let place = whole.join(name);
    let url = whole.join(SERVER);
    let repository = Repository::clone(&url.to_string_lossy(), &place)?;
    // The directory can be moved as a whole.
    repository.remote_set_url("origin", &format!("../{SERVER}"))?;
    let mut config = repository.config()?.open_level(git2::ConfigLevel::Local)?;
    config.set_str("user.name", person.name.as_str())?;
    config.set_str("user.email", person.email.as_str())?;
    // Nobody of the demo has a key, whatever its user signs with; and the files are as they were written.
    config.set_bool("commit.gpgSign", false)?;
    config.set_bool("core.autocrlf", false)?;
    install(&open(&place)?, program, Some(root))?;
    Ok(())
}

/// Changes a file in a commit on `main`, after hours on a day.
fn commit(
    repository: &Repository,
    person: &Person,
    day: Day,
    nth: usize,
    (path, change): (&str, &dyn Fn(&str) -> String),
    message: &str,
) -> Result<Oid, Error> {
    let tip = repository
        .find_reference("refs/heads/main")?
        .peel_to_commit()?;
    let tree = tip.tree()?;
    let blob = tree.get_path(Path::new(path))?.to_object(repository)?;
    let text = blob.peel_to_blob()?;
    let new = change(&String::from_utf8_lossy(text.content()));
    let blob = repository.blob(new.as_bytes())?;
    let mut update = TreeUpdateBuilder::new();
    update.upsert(path, blob, FileMode::Blob);
    let tree = repository.find_tree(update.create_updated(repository, &tree)?)?;
    let (time, offset) = moment(day, AFTER_HOURS + nth * 60);
    let (name, email) = (person.name.as_str(), person.email.as_str());
    let signature = Signature::new(name, email, &Time::new(time, offset))?;
    Ok(repository.commit(
        Some("refs/heads/main"),
        &signature,
        &signature,
        message,
        &tree,
        &[&tip],
    )?)
}

/// Tells whether a step is one to change.
type Fits<'f> = &'f dyn Fn(&DemoCase, &DemoStep) -> bool;

/// A change of what was written: the date of an acknowledgement, so that it seems to have been in time.
struct Forgery {
    case: CaseId,
    dir: String,
    number: usize,
    kind: StepKind,
    old: String,
    new: String,
}

impl Forgery {
    /// Finds the last acknowledgement by the forger that was late, else that by anyone, else any step at all.
    fn find(cases: &[DemoCase]) -> Option<Self> {
        let [_, (forger, _)] = CLONES;
        let late = |case: &DemoCase, step: &DemoStep| {
            let received = case.steps.first().map(|first| first.step.date);
            step.step.kind() == StepKind::Acknowledged
                && received.is_some_and(|day| (step.step.date.0 - day.0).num_days() > 14)
        };
        let choices: [Fits<'_>; 3] = [
            &|case, step| late(case, step) && step.step.by.as_str() == forger,
            &late,
            &|_, _| true,
        ];
        choices.iter().find_map(|fits| {
            cases.iter().rev().find_map(|case| {
                let at = case.steps.iter().position(|step| fits(case, step))?;
                Self::of(case, at)
            })
        })
    }

    fn of(case: &DemoCase, at: usize) -> Option<Self> {
        let step = case.steps.get(at)?;
        let old = step.text();
        let received = case.steps.first()?.step.date;
        let calendar = Calendar::default();
        let day = (0..=IN_TIME)
            .rev()
            .map(|days| Day(received.0 + chrono::Days::new(days)))
            .find(|day| calendar.is_working_day(*day) && *day < step.step.date)
            .unwrap_or(Day(received.0 - chrono::Days::new(1)));
        let new = old.replacen(
            &format!("date: {}", step.step.date),
            &format!("date: {day}"),
            1,
        );
        Some(Self {
            case: case.id,
            dir: case.dir(),
            number: at + 1,
            kind: step.step.kind(),
            old,
            new,
        })
    }
}

/// Gives the complaint that is still to be recorded.
fn complaint_text(language: Language) -> &'static str {
    match language {
        Language::Nl => include_str!("klacht.nl.yaml"),
        Language::En => include_str!("klacht.en.yaml"),
    }
}
