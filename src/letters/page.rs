//! The logo of the organisation, which goes along inside a letter: nothing is fetched to read one.

use std::io;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::LetterError;
use crate::mail::Image;

/// The files that may be a logo, with their types; a page takes the first that is there, a mail the last: hardly any mail program
/// shows SVG.
const LOGOS: [(&str, &str); 2] = [("logo.svg", "image/svg+xml"), ("logo.png", "image/png")];

/// The names that a logo can have.
pub const LOGO_NAMES: [&str; 2] = [LOGOS[0].0, LOGOS[1].0];

/// Gives the logos of a register.
pub(super) fn logos(root: &Path) -> Result<Vec<Image>, LetterError> {
    let mut found = Vec::new();
    for (name, kind) in LOGOS {
        let path = root.join(name);
        match std::fs::read(&path) {
            Ok(bytes) => found.push(Image { kind, bytes }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(LetterError::Io(path, error)),
        }
    }
    Ok(found)
}

/// Gives a logo as a `data:` address. As an image it runs nothing, whatever it holds.
pub(super) fn data_address(logo: &Image) -> String {
    format!("data:{};base64,{}", logo.kind, STANDARD.encode(&logo.bytes))
}
