//! Trying a step before it is written: the case as it would be, read from a copy and judged within the whole register.

use std::collections::HashMap;
use std::path::Path;

use tempfile::TempDir;

use crate::cli::CliError;
use crate::cli::session::Checked;
use crate::finding::{Finding, Level};
use crate::history::write::Change;
use crate::register::read::load_register;
use crate::rules;
use crate::words::CaseId;

/// What the step would bring about.
pub struct Trial {
    /// The copy, in which the findings have their places.
    pub dir: TempDir,
    /// What reading and the rules say that they did not say before.
    pub findings: Vec<Finding>,
}

impl Trial {
    /// Tells whether the step cannot be accepted.
    pub fn refused(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.level == Level::Violation && !finding.waived)
    }
}

/// The rule of an empty file beside a step.
const EMPTY: &str = "K044";

/// Reads and judges the register as it would be with these changes of a case.
pub fn attempt(checked: &mut Checked, id: CaseId, changes: &[Change]) -> Result<Trial, CliError> {
    let dir = TempDir::new().map_err(|error| CliError::Io(std::env::temp_dir(), error))?;
    let case = id.dir();
    for file in ["procedure.yaml", "staff.yaml"] {
        copy(&checked.root.join(file), &dir.path().join(file))?;
    }
    let private = checked.root.join(&case).join("private");
    if let Ok(entries) = std::fs::read_dir(&private) {
        for entry in entries {
            let path = entry
                .map_err(|error| CliError::Io(private.clone(), error))?
                .path();
            let target = dir
                .path()
                .join(&case)
                .join("private")
                .join(path.file_name().unwrap_or_default());
            if path
                .extension()
                .is_some_and(|extension| extension == "yaml")
            {
                copy(&path, &target)?;
            } else {
                // Of a letter or a scan only its being there counts.
                write(&target, b"")?;
            }
        }
    }
    for change in changes {
        write(&dir.path().join(&change.path), &change.whole())?;
    }
    let reading =
        load_register(dir.path()).map_err(|error| CliError::Io(dir.path().to_owned(), error))?;
    let mut register = reading.register;
    let tried = register.cases.remove(&id);
    let before = match tried {
        Some(tried) => checked.register.cases.insert(id, tried),
        None => checked.register.cases.remove(&id),
    };
    let number_before = checked.register.numbers.insert(id, case.clone());
    let own = format!("{case}/");
    let mut findings: Vec<Finding> = reading
        .findings
        .into_iter()
        // What is empty here is the letter that is still to be made; another such file was refused where it was given.
        .filter(|finding| finding.file.starts_with(&own) && finding.code != EMPTY)
        .collect();
    findings.extend(rules::check(&checked.register, checked.as_of));
    // The register is again as it is on disk, for another attempt.
    match before {
        Some(before) => drop(checked.register.cases.insert(id, before)),
        None => drop(checked.register.cases.remove(&id)),
    }
    if number_before.is_none() {
        checked.register.numbers.remove(&id);
    }
    let mut known: HashMap<&Finding, usize> = HashMap::new();
    for finding in &checked.findings {
        *known.entry(finding).or_default() += 1;
    }
    findings.retain(|finding| match known.get_mut(finding) {
        Some(times @ 1..) => {
            *times -= 1;
            false
        }
        _ => matches!(
            finding.level,
            Level::Violation | Level::Breach | Level::Warning
        ),
    });
    Ok(Trial { dir, findings })
}

/// Copies a file that may be missing.
pub fn copy(from: &Path, to: &Path) -> Result<(), CliError> {
    match std::fs::read(from) {
        Ok(bytes) => write(to, &bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(CliError::Io(from.to_owned(), error)),
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    let failed = |error| CliError::Io(path.to_owned(), error);
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).map_err(failed)?;
    }
    std::fs::write(path, bytes).map_err(failed)
}
