//! Why a site could not be built: faults of the templates and of the output directory, in the reader's language.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::args;
use crate::locale::Locale;

/// Why a site could not be built. The old site is then as it was.
#[derive(Debug)]
pub enum SiteError {
    /// A template is not well formed, or asks for something that is not there.
    Template {
        /// The name of the template.
        name: String,
        /// The line, from 1, where it is known.
        line: Option<usize>,
        /// What the template engine says.
        detail: String,
    },
    /// Files stand where pages have to come, and this program did not write them.
    Foreign {
        /// The files, relative to the output directory.
        paths: Vec<String>,
    },
    /// The list of what was written before cannot be read.
    Manifest {
        /// The file.
        path: PathBuf,
    },
    /// A file or directory cannot be read or written.
    Io {
        /// The file or directory.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

impl SiteError {
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io { path, source }
    }

    /// Gives the error and the way out of it in a language.
    pub fn text(&self, locale: &Locale) -> String {
        match self {
            Self::Template { name, line, detail } => {
                let line = line.map_or_else(|| "?".to_owned(), |line| line.to_string());
                locale.text_with(
                    "site-error-template",
                    &args!(name: name.as_str(), line: line, detail: detail.as_str()),
                )
            }
            Self::Foreign { paths } => {
                let shown: Vec<&str> = paths.iter().take(5).map(String::as_str).collect();
                let more = paths.len() - shown.len();
                locale.text_with(
                    "site-error-foreign",
                    &args!(paths: shown.join(", "), count: paths.len(), more: more),
                )
            }
            Self::Manifest { path } => locale.text_with(
                "site-error-manifest",
                &args!(path: path.display().to_string()),
            ),
            Self::Io { path, source } => {
                let key = match source.kind() {
                    io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                        "site-error-permission"
                    }
                    io::ErrorKind::StorageFull => "site-error-full",
                    _ => "site-error-io",
                };
                locale.text_with(
                    key,
                    &args!(path: path.display().to_string(), detail: source.to_string()),
                )
            }
        }
    }
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template { name, detail, .. } => write!(f, "template {name}: {detail}"),
            Self::Foreign { paths } => write!(f, "not written by klacht: {}", paths.join(", ")),
            Self::Manifest { path } => write!(f, "{}: not a list of pages", path.display()),
            Self::Io { path, source } => write!(f, "{}: {source}", path.display()),
        }
    }
}

impl std::error::Error for SiteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
