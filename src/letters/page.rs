//! The logo of the organisation inside a letter, so that the page needs nothing beside it.

use std::io;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::LetterError;

/// The files that may be a logo, with their types; the first that is there is taken.
const LOGOS: [(&str, &str); 2] = [("logo.svg", "image/svg+xml"), ("logo.png", "image/png")];

/// The names that a logo can have.
pub const LOGO_NAMES: [&str; 2] = [LOGOS[0].0, LOGOS[1].0];

/// Gives the logo of a register as a `data:` address. As an image it runs nothing, whatever it holds.
pub(super) fn logo(root: &Path) -> Result<Option<String>, LetterError> {
    for (name, kind) in LOGOS {
        let path = root.join(name);
        match std::fs::read(&path) {
            Ok(bytes) => {
                return Ok(Some(format!(
                    "data:{kind};base64,{}",
                    STANDARD.encode(bytes)
                )));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(LetterError::Io(path, error)),
        }
    }
    Ok(None)
}
