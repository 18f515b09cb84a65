//! `klacht notify`: tells everybody once what they must know.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use git2::Oid;

use super::session::Session;
use super::{CliError, Outcome};
use crate::args;
use crate::history::push::{Update, parse_updates};
use crate::history::{Kind, RegisterRepo, pushed, snapshot};
use crate::locale::Locale;
use crate::mail::noon;
use crate::notices::{
    LEDGER, Ledger, Notice, Outbox, OutboxError, Sent, SmtpSettings, Source, Way, daily, events,
    join,
};
use crate::register::Register;
use crate::words::Day;

#[derive(Args)]
pub struct NotifyArgs {
    #[arg(long, required_unless_present = "push")]
    daily: bool,
    #[arg(long)]
    push: bool,
    #[arg(long, value_name = "DIR")]
    outbox: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
}

/// What was pushed and nobody was told of.
struct News {
    branch: String,
    tip: Oid,
    received: Vec<pushed::Received>,
}

/// What notices are made from.
struct Made {
    register: Register,
    as_of: Day,
    locale: &'static Locale,
}

pub fn run(
    args: &NotifyArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let updates = if args.push {
        let mut text = String::new();
        std::io::stdin()
            .read_to_string(&mut text)
            .map_err(|error| CliError::Io(PathBuf::from("stdin"), error))?;
        parse_updates(&text)?
    } else {
        Vec::new()
    };
    // With a ledger and an outbox of one's own, a register that is in no repository will do.
    let repository = super::history::open(session, None);
    let memory = match (&args.ledger, &repository) {
        (Some(_), _) => None,
        (None, Ok(repository)) => Some(repository.settings.memory.clone()),
        (None, Err(_)) if !args.push => return Err(CliError::User("notify-no-ledger", args!())),
        (None, Err(_)) => None,
    };
    let repository = match repository {
        Ok(repository) => Some(repository),
        Err(error) if args.push => return Err(error),
        Err(_) => None,
    };
    let path = match (&args.ledger, &memory) {
        (Some(path), _) => path.clone(),
        (None, Some(memory)) => memory.join(LEDGER),
        (None, None) => return Err(CliError::User("notify-no-ledger", args!())),
    };
    let in_ledger = |error| CliError::Io(path.clone(), error);
    let mut ledger = Ledger::open(&path).map_err(in_ledger)?;
    if let Some(repository) = &repository {
        let branch = &repository.settings.branch;
        let update = updates.iter().find(|update| update.name == *branch);
        let before = match update {
            Some(update) => update.old.or(update.new),
            None => repository.repository.refname_to_id(branch).ok(),
        };
        if let Some(before) = before {
            ledger.begin(branch, before).map_err(in_ledger)?;
        }
    }
    let way = way(args, repository.as_ref(), &path)?;
    let mut outbox = Outbox::open(way.clone(), ledger).map_err(failed)?;

    let news = match &repository {
        Some(repository) => news(repository, &updates, &outbox, session.now())?,
        None => None,
    };
    let made = made(args, session, repository.as_ref(), news.as_ref())?;
    let source = Source {
        register: &made.register,
        as_of: made.as_of,
        moment: if made.as_of == session.today() {
            session.now()
        } else {
            noon(made.as_of)
        },
        locale: made.locale,
    };
    let mut notices: Vec<Notice> = match &news {
        Some(news) => events(&source, &news.received),
        None => Vec::new(),
    };
    if args.daily {
        join(&mut notices, daily(&source));
    }
    let mut sent = outbox.promise(&source, &notices).map_err(failed)?;
    if let Some(news) = &news {
        outbox
            .see(&news.branch, news.tip, &sent.owed)
            .map_err(failed)?;
    }
    sent = outbox.deliver(&source, args.daily, sent).map_err(failed)?;
    let unread = match args.daily {
        true => made.register.unread(None),
        // Of a push only its own cases were read, and what nobody could be told of is named already.
        false => Vec::new(),
    };
    report(&sent, &unread, &way, made.locale, out)
}

fn failed(error: OutboxError) -> CliError {
    match error {
        OutboxError::NoSender => CliError::User("notify-no-sender", args!()),
        OutboxError::Io(path, error) => CliError::Io(path, error),
    }
}

/// Finds how messages go out: into the outbox that was asked for, to the server that is configured, else into an outbox beside
/// the ledger.
fn way(
    args: &NotifyArgs,
    repository: Option<&RegisterRepo>,
    ledger: &Path,
) -> Result<Way, CliError> {
    if let Some(dir) = &args.outbox {
        return Ok(Way::Maildir(dir.clone()));
    }
    let mut broken = None;
    let mut configured = std::collections::BTreeMap::new();
    for name in SETTINGS {
        let variable = format!("KLACHT_SMTP_{}", name.environment);
        let value = std::env::var(&variable).ok();
        let value = match (value, repository.filter(|_| name.in_git)) {
            (Some(value), _) => Some(value),
            (None, Some(repository)) => {
                let found = repository.setting(&format!("smtp{}", name.git));
                found.unwrap_or_else(|error| {
                    broken.get_or_insert(error);
                    None
                })
            }
            (None, None) => None,
        };
        if let Some(value) = value {
            configured.insert(name.setting, value);
        }
    }
    if let Some(error) = broken {
        return Err(error.into());
    }
    let settings = SmtpSettings::parse(&|name| configured.get(name).cloned())
        .map_err(|(key, args)| CliError::User(key, args))?;
    Ok(settings.map_or_else(|| Way::Maildir(ledger.with_file_name("outbox")), Way::Smtp))
}

/// A setting of the mail server, and where it may stand.
struct Setting {
    setting: &'static str,
    /// After `KLACHT_SMTP_`.
    environment: &'static str,
    /// After `klacht.smtp`.
    git: &'static str,
    in_git: bool,
}

const fn setting(
    setting: &'static str,
    environment: &'static str,
    git: &'static str,
    in_git: bool,
) -> Setting {
    Setting {
        setting,
        environment,
        git,
        in_git,
    }
}

/// A password stands in no configuration that others may read: only in the environment, or in a file of its own.
const SETTINGS: &[Setting] = &[
    setting("host", "HOST", "Host", true),
    setting("port", "PORT", "Port", true),
    setting("tls", "TLS", "Tls", true),
    setting("user", "USER", "User", true),
    setting("password", "PASSWORD", "", false),
    setting("passwordFile", "PASSWORD_FILE", "PasswordFile", true),
    setting("caFile", "CA_FILE", "CaFile", true),
    setting("timeout", "TIMEOUT", "Timeout", true),
];

/// Finds what was pushed to the register's branch since everybody was last told; also what a killed run had not told, and what
/// somebody could not be told of.
fn news(
    repository: &RegisterRepo,
    updates: &[Update],
    outbox: &Outbox,
    now: i64,
) -> Result<Option<News>, CliError> {
    let branch = &repository.settings.branch;
    let update = updates.iter().find(|update| update.name == *branch);
    let seen = outbox.seen(branch);
    // Without a push it looks whether one was missed.
    let mut tip = match update {
        Some(update) => update.new,
        None => repository.repository.refname_to_id(branch).ok(),
    };
    let mut received = None;
    if let (Some(new), Some(seen)) = (tip, seen) {
        if pushed::is_before(repository, new, seen)? {
            tip = Some(seen);
            received = Some(Vec::new());
        } else {
            received = pushed::between(repository, seen, new, now)?;
        }
    }
    let Some(tip) = tip else { return Ok(None) };
    if received.is_none()
        && let Some(old) = update.and_then(|update| update.old)
    {
        received = pushed::between(repository, old, tip, now)?;
    }
    // What came with the branch itself is history, not news.
    let mut received = received.unwrap_or_default();
    for owed in outbox.owed().iter().rev() {
        if received.iter().all(|one| one.judged.commit != *owed) {
            received.splice(0..0, pushed::one(repository, *owed, tip, now)?);
        }
    }
    if received.is_empty() && seen == Some(tip) {
        return Ok(None);
    }
    Ok(Some(News {
        branch: branch.clone(),
        tip,
        received,
    }))
}

/// Reads what the notices need: the working tree for deadlines where there is one, else the commit.
fn made(
    args: &NotifyArgs,
    session: &mut Session,
    repository: Option<&RegisterRepo>,
    news: Option<&News>,
) -> Result<Made, CliError> {
    let in_commit = match repository {
        Some(repository) if !args.daily || repository.repository.is_bare() => Some(repository),
        _ => None,
    };
    let Some(repository) = in_commit else {
        let checked = session.check()?;
        return Ok(Made {
            register: checked.register,
            as_of: checked.as_of,
            locale: checked.locale,
        });
    };
    let branch = &repository.settings.branch;
    let tip = news
        .map(|news| news.tip)
        .or_else(|| repository.repository.refname_to_id(branch).ok());
    let tip =
        tip.ok_or_else(|| CliError::User("history-nothing-yet", args!(name: branch.as_str())))?;
    let cases = news.iter().flat_map(|news| &news.received);
    let cases: BTreeSet<_> = cases
        .filter_map(|commit| match commit.judged.mark.kind {
            Kind::Step { case, .. } => Some(case),
            _ => None,
        })
        .collect();
    let only = (!args.daily).then_some(&cases);
    let register = snapshot::read_commit(repository, tip, only)?.register;
    let procedure = register.procedure.as_ref();
    session.language_of(&procedure.map(|procedure| procedure.language));
    Ok(Made {
        as_of: session.as_of(procedure),
        locale: session.locale(),
        register,
    })
}

/// Says what went out, what did not, and what happens with it.
fn report(
    sent: &Sent,
    unread: &[String],
    way: &Way,
    locale: &Locale,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let mut lines = Vec::new();
    let done = match way {
        Way::Maildir(dir) => locale.text_with(
            "notify-done",
            &args!(count: sent.messages, outbox: dir.display().to_string()),
        ),
        Way::Smtp(_) => locale.text_with("notify-sent", &args!(count: sent.messages)),
    };
    let whole = unread.is_empty()
        && sent.unreachable.is_empty()
        && sent.no_copy.is_empty()
        && sent.nobody.is_empty()
        && sent.left.is_empty()
        && sent.refused.is_empty()
        && sent.later.is_empty()
        && sent.down.is_empty()
        && sent.vanished.is_empty()
        && (sent.waiting == 0 || matches!(way, Way::Maildir(_)));
    if whole || sent.messages > 0 {
        lines.push(done);
    }
    if !unread.is_empty() {
        lines.push(locale.text_with("unread", &args!(unread: unread.join(", "))));
    }
    for person in &sent.unreachable {
        lines.push(locale.text_with("notify-unreachable", &args!(person: person)));
    }
    for person in &sent.no_copy {
        lines.push(locale.text_with("notify-no-copy", &args!(person: person)));
    }
    for what in &sent.nobody {
        lines.push(locale.text_with("notify-nobody", &args!(what: what.as_str())));
    }
    for person in &sent.left {
        lines.push(locale.text_with("notify-left", &args!(person: person.as_str())));
    }
    for (key, people) in [
        ("notify-refused", &sent.refused),
        ("notify-later", &sent.later),
    ] {
        let said = people.iter().map(|(person, (reason, args))| {
            let reason = locale.text_with(reason, args);
            locale.text_with(key, &args!(person: person.as_str(), reason: reason))
        });
        lines.extend(said.collect::<BTreeSet<String>>());
    }
    let down = sent.down.iter().map(|(key, args)| {
        let reason = locale.text_with(key, args);
        locale.text_with("notify-down", &args!(reason: reason))
    });
    lines.extend(down.collect::<BTreeSet<String>>());
    for person in &sent.vanished {
        lines.push(locale.text_with("notify-vanished", &args!(person: person.as_str())));
    }
    if sent.waiting > 0 {
        lines.push(locale.text_with("notify-waiting", &args!(count: sent.waiting)));
    }
    for line in lines {
        writeln!(out, "{}", crate::report::printable_line(&line))?;
    }
    Ok(if whole {
        Outcome::Clean
    } else {
        Outcome::Found
    })
}
