//! `klacht export`: the register as tables for other programs.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::session::Session;
use super::{CliError, Outcome};
use crate::args;
use crate::export::Source;
use crate::export::files::{File, Form, files};
use crate::export::tables::{What, years};

/// Where the tables go when nothing is said.
const DIRECTORY: &str = "export";

#[derive(Args)]
pub struct ExportArgs {
    #[arg(long, value_name = "FORMAT")]
    format: Option<Form>,
    #[arg(long, value_name = "TABLE", value_delimiter = ',')]
    table: Vec<What>,
    #[arg(long, value_name = "YEAR")]
    year: Option<u16>,
    #[arg(long, short = 'o', value_name = "PATH", default_value = DIRECTORY)]
    out: PathBuf,
}

/// Where an export goes.
enum Target<'a> {
    Output,
    File(&'a Path),
    Directory(&'a Path),
}

pub fn run(
    args: &ExportArgs,
    session: &mut Session,
    out: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let (form, target) = target(args)?;
    let checked = session.look()?;
    let year = args.year.map(i32::from);
    let known = years(&checked.register);
    if let Some(year) = year.filter(|year| !known.contains(year)) {
        let names: Vec<String> = known.iter().map(ToString::to_string).collect();
        let said = args!(year: year.to_string(), years: names.join(", "));
        let key = if known.is_empty() {
            "export-no-cases"
        } else {
            "export-no-year"
        };
        return Err(CliError::User(key, said));
    }
    let source = Source {
        register: &checked.register,
        as_of: checked.as_of,
        locale: checked.locale,
        year,
    };
    let wanted = |what: &What| args.table.is_empty() || args.table.contains(what);
    let tables: Vec<What> = What::ALL.iter().copied().filter(wanted).collect();
    let files = files(form, &tables, &source).map_err(|error| match error.said() {
        Some((key, said)) => CliError::User(key, said),
        None => CliError::Internal(format!("{error:?}")),
    })?;
    let written = match (&target, files.as_slice()) {
        (Target::Directory(dir), _) => write_all(dir, &files)?,
        (Target::Output, [file]) => {
            out.write_all(&file.content)?;
            Vec::new()
        }
        (Target::File(path), [file]) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let file = File {
                name: name.into_owned(),
                ..file.clone()
            };
            let dir = path.parent().unwrap_or(Path::new(""));
            write_all(dir, &[file])?
        }
        (Target::Output | Target::File(_), _) => {
            let said = args!(path: args.out.display().to_string(), form: form.word());
            return Err(CliError::User("export-one-file", said));
        }
    };
    for (path, rows) in written {
        let said = args!(path: path.display().to_string(), n: rows);
        writeln!(out, "{}", checked.locale.text_with("exported", &said))?;
    }
    checked.whole(args.year)
}

/// Tells form and place apart: a path that ends in the name of a form is one file of that form.
fn target(args: &ExportArgs) -> Result<(Form, Target<'_>), CliError> {
    let path = args.out.as_path();
    let ending = path.extension().and_then(|ending| ending.to_str());
    let named: Option<Form> = ending.and_then(|ending| ending.to_ascii_lowercase().parse().ok());
    let named = named.filter(|_| !path.is_dir());
    // `2026.1` may well be a directory that is still to be made; `year.ods` is not.
    let other = ending.filter(|it| it.chars().all(char::is_alphabetic) && !path.exists());
    if let (Some(ending), None) = (other, named) {
        let forms: Vec<&str> = Form::ALL.iter().map(|form| form.word()).collect();
        let said = args!(path: path.display().to_string(), ending: ending, forms: forms.join(", "));
        return Err(CliError::User("export-no-form", said));
    }
    if let (Some(form), Some(named)) = (args.format, named)
        && form != named
    {
        let said = args!(path: path.display().to_string(), form: form.word());
        return Err(CliError::User("export-other-form", said));
    }
    let target = match named {
        Some(_) => Target::File(path),
        None if path == Path::new("-") => Target::Output,
        None => Target::Directory(path),
    };
    Ok((args.format.or(named).unwrap_or(Form::Csv), target))
}

/// Writes every file or none: each is whole beside its place before the first is moved there.
fn write_all(dir: &Path, files: &[File]) -> Result<Vec<(PathBuf, usize)>, CliError> {
    let io = |path: &Path| {
        let path = path.to_owned();
        move |error| CliError::Io(path, error)
    };
    let here = if dir.as_os_str().is_empty() {
        Path::new(".")
    } else {
        dir
    };
    std::fs::create_dir_all(here).map_err(io(here))?;
    let staging = tempfile::Builder::new()
        .prefix(".klacht-export-")
        .tempdir_in(here)
        .map_err(io(here))?;
    for file in files {
        let path = staging.path().join(&file.name);
        std::fs::write(&path, &file.content).map_err(io(&dir.join(&file.name)))?;
    }
    let mut written = Vec::new();
    for file in files {
        let path = dir.join(&file.name);
        std::fs::rename(staging.path().join(&file.name), &path).map_err(io(&path))?;
        written.push((path, file.rows));
    }
    Ok(written)
}
