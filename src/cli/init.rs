//! `klacht init DIR`: makes an empty register, ready for use.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::session::Session;
use super::{CliError, Outcome};
use crate::args;
use crate::history::repository::repository_of;
use crate::locale::Locale;
use crate::register::schema::{FileKind, editor_schema};
use crate::words::Language;

#[derive(Args)]
pub struct InitArgs {
    #[arg(value_name = "DIR")]
    dir: PathBuf,
}

pub fn run(
    args: &InitArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let locale = session.locale();
    let dir = &args.dir;
    let files = files(locale, session)?;
    // Nothing is overwritten: whoever runs this in a register by mistake loses nothing.
    if let Some((path, _)) = files
        .iter()
        .find(|(path, _)| dir.join(path).symlink_metadata().is_ok())
    {
        return Err(CliError::User(
            "init-exists",
            args!(path: dir.join(path).display().to_string()),
        ));
    }
    for (path, text) in &files {
        write(&dir.join(path), text)?;
    }
    if repository_of(dir).is_err() {
        let repository = git2::Repository::init_opts(
            dir,
            git2::RepositoryInitOptions::new().initial_head("main"),
        );
        let made = repository
            .and_then(|repository| repository.config())
            .and_then(|mut config| {
                // A recorded step survives a power cut.
                config.set_str("core.fsync", "committed")
            });
        made.map_err(|error| CliError::User("init-git", args!(reason: error.message())))?;
    }
    writeln!(
        out,
        "{}",
        locale.text_with("init-done", &args!(dir: dir.display().to_string()))
    )?;
    for (path, _) in &files {
        writeln!(out, "  {path}")?;
    }
    writeln!(
        out,
        "\n{}",
        locale.text_with("init-next", &args!(text: text_name(locale)))
    )?;
    Ok(Outcome::Clean)
}

/// Names the file with the text of the procedure.
fn text_name(locale: &Locale) -> &'static str {
    match locale.language() {
        Language::Nl => "procedure.md",
        Language::En => "procedure.en.md",
    }
}

fn files(locale: &Locale, session: &Session) -> Result<Vec<(String, String)>, CliError> {
    let (procedure, staff) = match locale.language() {
        Language::Nl => (
            include_str!("init/procedure.nl.yaml"),
            include_str!("init/staff.nl.yaml"),
        ),
        Language::En => (
            include_str!("init/procedure.en.yaml"),
            include_str!("init/staff.en.yaml"),
        ),
    };
    let rules = match locale.language() {
        Language::Nl => include_str!("init/procedure.nl.md"),
        Language::En => include_str!("init/procedure.en.md"),
    };
    // Most who begin with a register were in service already when its first complaints came in.
    let first_day = format!("{:04}-01-01", session.today().year());
    let mut files = vec![
        ("complaints/procedure.yaml".to_owned(), procedure.to_owned()),
        (
            "complaints/staff.yaml".to_owned(),
            staff.replace("{first_day}", &first_day),
        ),
        (
            format!("complaints/{}", text_name(locale)),
            rules.to_owned(),
        ),
        ("site/.gitignore".to_owned(), "*\n!.gitignore\n".to_owned()),
        (
            ".vscode/settings.json".to_owned(),
            include_str!("init/vscode.json").to_owned(),
        ),
    ];
    for kind in FileKind::ALL {
        let schema = editor_schema(*kind, &|way| locale.field(way));
        files.push((
            format!("schema/{kind}.json"),
            format!("{}\n", serde_json::to_string_pretty(&schema)?),
        ));
    }
    Ok(files)
}

fn write(path: &Path, text: &str) -> Result<(), CliError> {
    let failed = |error| CliError::Io(path.to_owned(), error);
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).map_err(failed)?;
    }
    std::fs::write(path, text).map_err(failed)
}
