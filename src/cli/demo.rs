//! `klacht demo DIR`: a made-up organisation at work, with a server, two clones and a tour.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::session::Session;
use super::{CliError, Outcome};
use crate::args;
use crate::demo::Demo;
use crate::demo::server::{CLONES, COMPLAINT, Made, SERVER, write_server};
use crate::words::Day;

/// The last day of a demo: fixed, so that everyone gets the same commits.
const AS_OF: &str = "2026-06-30";

/// Other seeds give other cases.
const SEED: u64 = 2026;

#[derive(Args)]
pub struct DemoArgs {
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    #[arg(long, value_name = "N", default_value = "60", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    cases: u32,
    #[arg(long, value_name = "N", default_value = "3", value_parser = clap::value_parser!(u16).range(1..=20))]
    years: u16,
}

pub fn run(
    args: &DemoArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let locale = session.locale();
    let as_of = match session.asked_as_of() {
        Some(day) if day > session.today() => {
            return Err(CliError::User("demo-future", args!(day: day)));
        }
        Some(day) => day,
        None => AS_OF
            .parse::<Day>()
            .map_err(|_| CliError::Internal(AS_OF.into()))?
            .min(session.today()),
    };
    let last_year = u16::try_from(as_of.year()).unwrap_or(u16::MAX);
    let demo = Demo {
        seed: SEED,
        cases: usize::try_from(args.cases).unwrap_or(usize::MAX),
        first_year: last_year.saturating_sub(args.years - 1),
        years: args.years,
        as_of,
    };
    let program =
        std::env::current_exe().map_err(|error| CliError::Io(PathBuf::from("klacht"), error))?;
    let made = write_server(&args.dir, &demo, locale.language(), &program)?;
    write!(out, "{}", tour(&args.dir, &demo, &made, session))?;
    Ok(Outcome::Clean)
}

/// Says what was made, and what to do with it: five commands that work as they stand.
fn tour(dir: &Path, demo: &Demo, made: &Made, session: &Session) -> String {
    let locale = session.locale();
    let mut text = locale.text_with(
        "demo-done",
        &args!(dir: dir.display().to_string(), cases: demo.cases, years: i64::from(demo.years), commits: made.commits),
    );
    text.push_str("\n\n");
    let mut places = vec![(SERVER, locale.text("demo-server"))];
    places.extend(CLONES.iter().zip(&made.people).map(|((_, name), person)| {
        let args = args!(name: person.name.as_str(), function: person.function.as_str());
        (*name, locale.text_with("demo-clone", &args))
    }));
    places.push((COMPLAINT, locale.text("demo-complaint")));
    let shown = |name: &str| quoted(&dir.join(name));
    let width = places
        .iter()
        .map(|(name, _)| shown(name).chars().count())
        .max();
    let width = width.unwrap_or(0);
    for (name, what) in &places {
        text.push_str(&format!("  {:width$}  {what}\n", shown(name)));
    }
    let root = args!(root: made.root.to_string());
    text.push_str(&format!(
        "\n{}\n\n{}\n",
        locale.text_with("demo-root", &root),
        locale.text("demo-tour")
    ));
    let klacht = std::env::args_os().next();
    let klacht = klacht.map_or_else(|| "klacht".to_owned(), |name| quoted(Path::new(&name)));
    let [receiver, forger] = CLONES.map(|(_, name)| shown(name));
    let commands = [
        format!("{klacht} check --history -r {receiver}"),
        format!("git -C {forger} push"),
        format!(
            "cat {} | {klacht} new -r {receiver} --from -",
            shown(COMPLAINT)
        ),
        format!("git -C {receiver} push"),
        format!("{klacht} build -r {receiver} --out {}", shown("site")),
    ];
    let about = args!(case: made.forged.to_string(), site: shown("site/index.html"));
    for (at, command) in commands.iter().enumerate() {
        let why = locale.text_with(&format!("demo-step-{}", at + 1), &about);
        text.push_str(&format!("\n{}. {why}\n\n   {command}\n", at + 1));
    }
    text.push_str(&format!("\n{}\n", locale.text_with("demo-end", &about)));
    text
}

/// Writes a path as a shell takes it.
fn quoted(path: &Path) -> String {
    // Every shell takes forward slashes.
    let text = path.display().to_string().replace('\\', "/");
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-:+@~".contains(c);
    if !text.is_empty() && text.chars().all(plain) && !text.starts_with('~') {
        text
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}
