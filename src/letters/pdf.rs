//! A letter as PDF, printed by a browser that is present: it lays out what the screen shows, and no crate of a bearable weight
//! sets HTML and CSS with page boxes.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// The browsers that print without a window, in the order in which they are tried.
const BROWSERS: [&str; 8] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
    "chrome",
    "brave-browser",
];

/// How long a browser may take, in steps of a tenth of a second.
const PATIENCE: usize = 600;

/// Why there is no PDF.
#[derive(Debug)]
pub enum PdfError {
    /// There is no browser on the path.
    NoBrowser(Vec<&'static str>),
    /// The browser made nothing of it, or took too long.
    Browser(PathBuf),
    /// A temporary file could not be written or read.
    Io(io::Error),
}

impl From<io::Error> for PdfError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Prints a page; `search` is where programs are looked for, as `PATH` has it.
///
/// # Errors
/// When there is no browser, or it does not print.
pub fn print(html: &str, search: Option<&OsString>) -> Result<Vec<u8>, PdfError> {
    let browser = find(search).ok_or_else(|| PdfError::NoBrowser(BROWSERS.to_vec()))?;
    // Readable by nobody else, with a profile of its own, and gone afterwards.
    let dir = tempfile::Builder::new()
        .prefix("klacht-letter-")
        .tempdir()?;
    let (page, pdf) = (
        dir.path().join("letter.html"),
        dir.path().join("letter.pdf"),
    );
    fs::write(&page, html)?;
    let mut command = Command::new(&browser);
    command
        .args([
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-extensions",
            "--disable-sync",
        ])
        .args(["--disable-background-networking", "--no-pdf-header-footer"])
        .arg(option("--user-data-dir=", &dir.path().join("profile")))
        .arg(option("--print-to-pdf=", &pdf))
        .arg(&page)
        .env("HOME", dir.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if is_root(dir.path()) {
        // A browser refuses to start its sandbox as root; the page is ours and runs no script.
        command.arg("--no-sandbox");
    }
    let mut child = command.spawn()?;
    for _ in 0..PATIENCE {
        if child.try_wait()?.is_some() {
            return match fs::read(&pdf) {
                Ok(bytes) if bytes.starts_with(b"%PDF-") => Ok(bytes),
                _ => Err(PdfError::Browser(browser)),
            };
        }
        sleep(Duration::from_millis(100));
    }
    child.kill()?;
    child.wait()?;
    Err(PdfError::Browser(browser))
}

fn option(name: &str, path: &Path) -> OsString {
    let mut option = OsString::from(name);
    option.push(path);
    option
}

fn find(search: Option<&OsString>) -> Option<PathBuf> {
    let dirs: Vec<PathBuf> = std::env::split_paths(search?).collect();
    BROWSERS.iter().find_map(|name| {
        let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        dirs.iter()
            .map(|dir| dir.join(&name))
            .find(|path| path.is_file())
    })
}

#[cfg(unix)]
fn is_root(own: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(own).is_ok_and(|metadata| metadata.uid() == 0)
}

#[cfg(not(unix))]
const fn is_root(_own: &Path) -> bool {
    false
}
