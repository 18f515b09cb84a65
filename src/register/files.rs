//! The files of a register: which there are, and which do not belong there.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{MAIN_SEPARATOR, Path};

use walkdir::WalkDir;

use crate::args;
use crate::finding::{Arg, Finding};
use crate::source::Spot;
use crate::words::{CaseId, Language};

/// The files of one case.
#[derive(Debug, Default)]
pub struct CaseFiles {
    /// The directory, relative to the register.
    pub dir: String,
    /// Whether `complaint.yaml` is there.
    pub record: bool,
    /// Step number and path of every `private/NN.yaml`.
    pub annexes: BTreeMap<usize, String>,
    /// How many other files each step has in `private/`.
    pub attachments: BTreeMap<usize, usize>,
}

/// What a register directory holds.
#[derive(Debug, Default)]
pub struct Listing {
    /// Whether `procedure.yaml` is there.
    pub procedure: bool,
    /// Whether `staff.yaml` is there.
    pub staff: bool,
    /// The texts of the procedure.
    pub texts: BTreeMap<Language, String>,
    /// The years with an `analysis.md`.
    pub analyses: BTreeMap<u16, String>,
    /// The cases.
    pub cases: BTreeMap<CaseId, CaseFiles>,
    /// What does not belong there.
    pub findings: Vec<Finding>,
}

/// What a path in a register is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// `procedure.yaml`
    Procedure,
    /// `staff.yaml`
    Staff,
    /// `procedure.md`, `procedure.en.md`
    Text(Language),
    /// `2026`
    Year(u16),
    /// `2026/analysis.md`
    Analysis(u16),
    /// `2026/2026-0007`
    Case(CaseId),
    /// `2026/2026-0007/complaint.yaml`
    Record(CaseId),
    /// `2026/2026-0007/private`
    Private(CaseId),
    /// `2026/2026-0007/private/01.yaml`
    Annex(CaseId, usize),
    /// `2026/2026-0007/private/01-brief.pdf`
    Attachment(CaseId, usize),
    /// Left there by an editor or an operating system, and ignored in a working tree.
    Litter,
    /// Anything else about which nothing is said: `README.md`, the logo.
    Free,
}

/// Why a path has no place in a register: the key of the explanation.
pub type Stray = &'static str;

/// Tells what a path, relative to the register, is.
///
/// # Errors
/// Why it does not belong in a register.
pub fn classify(path: &str) -> Result<Item, Stray> {
    item(path).map_err(|why| match as_meant(path).as_deref().map(item) {
        Some(Ok(_)) => "stray-misnamed",
        _ => why,
    })
}

/// Gives a path with its name as it was probably meant: `Complaint.yml`.
fn as_meant(path: &str) -> Option<String> {
    let (dir, name) = path.rsplit_once('/').unwrap_or(("", path));
    let meant = name.to_ascii_lowercase().replace(".yml", ".yaml");
    (meant != name).then(|| format!("{dir}/{meant}").trim_start_matches('/').to_owned())
}

fn item(path: &str) -> Result<Item, Stray> {
    let parts: Vec<&str> = path.split('/').collect();
    let name = parts.last().copied().unwrap_or_default();
    if matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini")
        || name.ends_with('~')
        || name.ends_with(".swp")
    {
        return Ok(Item::Litter);
    }
    if name.starts_with("~$") || name.starts_with(".~lock.") || name.ends_with(".tmp") {
        return Err("stray-temporary");
    }
    match parts.as_slice() {
        ["procedure.yaml"] => Ok(Item::Procedure),
        ["staff.yaml"] => Ok(Item::Staff),
        ["procedure.md"] => Ok(Item::Text(Language::Nl)),
        ["procedure.en.md"] => Ok(Item::Text(Language::En)),
        ["README.md" | "logo.svg" | "logo.png"] => Ok(Item::Free),
        [year, rest @ ..] => {
            let year = year_of(year).ok_or("stray-root")?;
            match rest {
                [] => Ok(Item::Year(year)),
                ["analysis.md"] => Ok(Item::Analysis(year)),
                [case, rest @ ..] => {
                    let id: CaseId = case.parse().map_err(|_| stray_case(case))?;
                    if id.year != year {
                        return Err("stray-wrong-year");
                    }
                    match rest {
                        [] => Ok(Item::Case(id)),
                        ["complaint.yaml"] => Ok(Item::Record(id)),
                        ["private"] => Ok(Item::Private(id)),
                        ["private", name] => private_item(id, name),
                        ["private", ..] => Err("stray-private-dir"),
                        _ => Err("stray-case"),
                    }
                }
            }
        }
        [] => Err("stray-root"),
    }
}

fn year_of(name: &str) -> Option<u16> {
    let digits = name.len() == 4 && name.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| name.parse().ok())?
}

/// Tells a copy of the directory of a case, which has the number and more, from anything else.
fn stray_case(name: &str) -> Stray {
    let mut words = name.split_whitespace();
    match words.any(|word| word.parse::<CaseId>().is_ok()) {
        true => "stray-copy",
        false => "stray-year",
    }
}

/// The longest name of a file of the annex, in bytes: some systems take no longer path.
const MOST_NAME: usize = 100;

fn private_item(id: CaseId, name: &str) -> Result<Item, Stray> {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = name.split_at(digits);
    let canonical = number.len() == 2 || number.len() == 3 && !number.starts_with('0');
    let step: usize = number.parse().map_err(|_| "stray-private")?;
    if !canonical || step == 0 {
        return Err("stray-private");
    }
    if rest == ".yaml" {
        return Ok(Item::Annex(id, step));
    }
    // Plain ASCII, so that no two names look alike or differ between systems.
    let plain = rest
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
    let named =
        rest.starts_with('-') && rest.len() > 1 && rest.contains('.') && !rest.ends_with('.');
    match plain && named {
        true if name.len() <= MOST_NAME => Ok(Item::Attachment(id, step)),
        true => Err("stray-long"),
        false => Err("stray-private"),
    }
}

/// Lists the files of a register; what cannot be listed or does not belong there is a finding.
pub fn list(root: &Path) -> Listing {
    let mut listing = Listing::default();
    let mut walk = WalkDir::new(root)
        .min_depth(1)
        .follow_links(false)
        .into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error
                    .path()
                    .map_or_else(String::new, |path| relative(root, path));
                listing.findings.push(stray(&path, "stray-unreadable"));
                continue;
            }
        };
        let path = relative(root, entry.path());
        let kind = entry.file_type();
        let placed = if entry.file_name().to_str().is_none() {
            Err("stray-name")
        } else if kind.is_symlink() {
            Err("stray-symlink")
        } else if !kind.is_dir() && !kind.is_file() {
            // A pipe would be waited for, a device read for ever.
            Err("stray-special")
        } else {
            listing.place(&path, kind.is_dir())
        };
        match placed {
            Err(why) => {
                listing.findings.push(stray(&path, why));
                if kind.is_dir() {
                    walk.skip_current_dir();
                }
            }
            Ok(Item::Attachment(..)) if entry.metadata().is_ok_and(|it| it.len() == 0) => {
                let args = args!(path: path.as_str());
                let found = Finding::warning("K044", &path, Spot::File, args);
                listing.findings.push(found);
            }
            Ok(_) => {}
        }
    }
    listing.findings.sort_by(|a, b| a.file.cmp(&b.file));
    listing
}

/// The largest YAML file that is read, in bytes.
pub const MOST_BYTES: usize = 256 * 1024;

/// Reads a file that [`list`] has seen: one byte more than [`MOST_BYTES`] at most, which is enough to refuse it by.
///
/// # Errors
/// When it cannot be opened or read.
pub fn load(path: &Path) -> io::Result<Vec<u8>> {
    // Room for nearly every file, so that its length need not be asked for beforehand.
    let mut bytes = Vec::with_capacity(8 * 1024);
    let most = MOST_BYTES as u64 + 1;
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads a file that nobody has looked at yet, as [`load`] does; a link, pipe or device is not opened.
///
/// # Errors
/// When it is no regular file, or cannot be opened or read.
pub fn load_regular(path: &Path) -> io::Result<Vec<u8>> {
    if path.symlink_metadata()?.is_file() {
        load(path)
    } else {
        Err(io::ErrorKind::InvalidInput.into())
    }
}

/// Whether an item is a directory; `None` when it may be either.
const fn dir_expected(item: &Item) -> Option<bool> {
    match item {
        Item::Year(_) | Item::Case(_) | Item::Private(_) => Some(true),
        Item::Litter => None,
        _ => Some(false),
    }
}

impl Listing {
    /// Takes a path into the list.
    ///
    /// # Errors
    /// When it has no place in a register.
    pub fn place(&mut self, path: &str, is_dir: bool) -> Result<Item, Stray> {
        let item = classify(path)?;
        if dir_expected(&item) == Some(!is_dir) {
            return Err("stray-kind");
        }
        self.take(&item, path.to_owned());
        Ok(item)
    }

    fn take(&mut self, item: &Item, path: String) {
        match *item {
            Item::Procedure => self.procedure = true,
            Item::Staff => self.staff = true,
            Item::Text(language) => drop(self.texts.insert(language, path)),
            Item::Analysis(year) => drop(self.analyses.insert(year, path)),
            Item::Case(id) => self.case(id).dir = path,
            Item::Record(id) => self.case(id).record = true,
            Item::Annex(id, step) => drop(self.case(id).annexes.insert(step, path)),
            Item::Attachment(id, step) => *self.case(id).attachments.entry(step).or_default() += 1,
            Item::Year(_) | Item::Private(_) | Item::Litter | Item::Free => {}
        }
    }

    fn case(&mut self, id: CaseId) -> &mut CaseFiles {
        self.cases.entry(id).or_default()
    }
}

fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path).to_string_lossy();
    if MAIN_SEPARATOR == '/' {
        path.into_owned()
    } else {
        path.replace(MAIN_SEPARATOR, "/")
    }
}

fn stray(path: &str, why: Stray) -> Finding {
    let args = args!(path: path, why: Arg::Key(why.into()));
    Finding::violation("K016", path, Spot::File, args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_is_something_or_stray() {
        let id: CaseId = "2026-0007".parse().unwrap();
        for (path, item) in [
            ("procedure.yaml", Item::Procedure),
            ("procedure.en.md", Item::Text(Language::En)),
            ("2026", Item::Year(2026)),
            ("2026/2026-0007/complaint.yaml", Item::Record(id)),
            ("2026/2026-0007/private/01.yaml", Item::Annex(id, 1)),
            (
                "2026/2026-0007/private/12-Brief_van.pdf",
                Item::Attachment(id, 12),
            ),
            ("2026/2026-0007/.DS_Store", Item::Litter),
        ] {
            assert_eq!(classify(path), Ok(item), "{path}");
        }
        for path in [
            "notes.txt",
            "26",
            "2026/2026-7",
            "2026/2025-0007",
            "2026/2026-0007/Complaint.yaml",
            "2026/2026-0007/complaint.yml",
            "2026/2026-0007/private/1.yaml",
            "2026/2026-0007/private/00.yaml",
            "2026/2026-0007/private/brief.pdf",
            "2026/2026-0007/private/01-brief van klant.pdf",
            "2026/2026-0007/private/01-brief.",
            "2026/2026-0007/private/scans/01-a.pdf",
            "2026/.gitattributes",
        ] {
            assert!(classify(path).is_err(), "{path}");
        }
    }

    #[test]
    fn a_copy_and_what_a_program_keeps_while_it_works_are_called_that() {
        for (path, why) in [
            ("2026/2026-0007/private/~$brief.docx", "stray-temporary"),
            ("2026/2026-0007/private/.~lock.01-a.odt#", "stray-temporary"),
            ("2026/~WRL0001.tmp", "stray-temporary"),
            ("2026/2026-0007 - kopie", "stray-copy"),
            ("2026/Kopie van 2026-0007/complaint.yaml", "stray-copy"),
            ("2026/2026-0007 (2)", "stray-copy"),
            ("2026/2026-7", "stray-year"),
            ("2026/2026-0007/complaint.yml", "stray-misnamed"),
            ("2026/2026-0007/Complaint.yaml", "stray-misnamed"),
            ("2026/2026-0007/Private", "stray-misnamed"),
            ("2026/2026-0007/private/01.yml", "stray-misnamed"),
            ("Staff.YML", "stray-misnamed"),
            ("2026/2026-0007/notes.yml", "stray-case"),
        ] {
            assert_eq!(classify(path), Err(why), "{path}");
        }
    }

    #[test]
    fn a_name_that_is_too_long_is_called_that() {
        let name =
            |letters: usize| format!("2026/2026-0007/private/01-{}.pdf", "a".repeat(letters));
        assert!(classify(&name(93)).is_ok());
        assert_eq!(classify(&name(94)), Err("stray-long"));
    }

    #[test]
    fn a_stray_file_is_said_of_the_case_that_it_lies_in() {
        let id: CaseId = "2026-0007".parse().unwrap();
        assert_eq!(stray("2026/2026-0007/a.txt", "stray-case").case, Some(id));
        assert_eq!(stray("2026/a.txt", "stray-year").case, None);
        assert_eq!(stray("a.txt", "stray-root").case, None);
    }
}
