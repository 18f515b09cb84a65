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
    /// The browsers made nothing of it, or took too long.
    Browsers(Vec<PathBuf>),
    /// A temporary file could not be written or read.
    Io(io::Error),
}

impl From<io::Error> for PdfError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Prints a page; `search` is where programs are looked for, as `PATH` has it. A browser that fails leaves it to the next.
///
/// # Errors
/// When there is no browser, or none of them prints.
pub fn print(html: &str, search: Option<&OsString>) -> Result<Vec<u8>, PdfError> {
    let browsers = find(search);
    if browsers.is_empty() {
        return Err(PdfError::NoBrowser(BROWSERS.to_vec()));
    }
    for browser in &browsers {
        if let Some(pdf) = print_with(browser, html)? {
            return Ok(pdf);
        }
    }
    Err(PdfError::Browsers(browsers))
}

/// Prints a page with one browser; none where it makes nothing of it, cannot be started or takes too long.
fn print_with(browser: &Path, html: &str) -> io::Result<Option<Vec<u8>>> {
    // Readable by nobody else, with a profile of its own, and gone afterwards.
    let dir = tempfile::Builder::new()
        .prefix("klacht-letter-")
        .tempdir()?;
    let (page, pdf) = (
        dir.path().join("letter.html"),
        dir.path().join("letter.pdf"),
    );
    fs::write(&page, html)?;
    let mut command = Command::new(browser);
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
    let Ok(mut child) = command.spawn() else {
        return Ok(None);
    };
    for _ in 0..PATIENCE {
        if child.try_wait()?.is_some() {
            let bytes = fs::read(&pdf).ok();
            return Ok(bytes.filter(|bytes| bytes.starts_with(b"%PDF-")));
        }
        sleep(Duration::from_millis(100));
    }
    child.kill()?;
    child.wait()?;
    Ok(None)
}

fn option(name: &str, path: &Path) -> OsString {
    let mut option = OsString::from(name);
    option.push(path);
    option
}

/// Gives the browsers that are there, in the order in which they are tried.
fn find(search: Option<&OsString>) -> Vec<PathBuf> {
    let dirs: Vec<PathBuf> =
        search.map_or_else(Vec::new, |search| std::env::split_paths(search).collect());
    let present = BROWSERS.iter().filter_map(|name| {
        let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        let mut paths = dirs.iter().map(|dir| dir.join(&name));
        paths.find(|path| path.is_file())
    });
    present.collect()
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
