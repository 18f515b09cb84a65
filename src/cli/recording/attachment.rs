//! A file that is recorded with a step, and the name that the annex takes for it.

use crate::register::files::{Item, classify};
use crate::words::CaseId;

/// The largest file that can be attached, in bytes.
pub const MOST_ATTACHED: usize = 25 * 1024 * 1024;

/// A file that belongs to the step.
pub struct Attachment {
    /// The name without the number of the step: `brief.pdf`.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Makes a name that the annex takes: plain ASCII, with an extension, not too long.
pub fn clean(name: &str) -> String {
    let mut plain = String::new();
    for c in name.chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '_' => plain.push(c),
            _ if plain.ends_with('-') => {}
            _ => plain.push('-'),
        }
    }
    let (stem, extension) = plain.rsplit_once('.').unwrap_or((&plain, ""));
    let trimmed = |text: &str, most: usize| -> String {
        text.trim_matches(['-', '.']).chars().take(most).collect()
    };
    let (stem, extension) = (trimmed(stem, 60), trimmed(extension, 20));
    let stem = if stem.is_empty() { "file" } else { &stem };
    let extension = if extension.is_empty() {
        "bin"
    } else {
        &extension
    };
    let clean = format!("{stem}.{extension}");
    let id = CaseId {
        year: 2000,
        number: 1,
    };
    // What the register takes for litter gets an extension that it does not.
    match classify(&format!("2000/{id}/private/01-{clean}")) {
        Ok(Item::Attachment(..)) => clean,
        _ => format!("{clean}.bin"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_names_that_the_annex_takes() {
        for (name, expected) in [
            ("brief.pdf", "brief.pdf"),
            ("Brief van klant (2).PDF", "Brief-van-klant-2.PDF"),
            ("één.jpg", "n.jpg"),
            ("scan", "scan.bin"),
            (".pdf", "file.pdf"),
            ("a.swp", "a.swp.bin"),
            ("../../x.txt", "x.txt"),
            ("notes.txt~", "notes.txt"),
        ] {
            let clean = clean(name);
            assert_eq!(clean, expected, "{name}");
            assert!(
                matches!(
                    classify(&format!("2026/2026-0001/private/01-{clean}")),
                    Ok(Item::Attachment(..))
                ),
                "{clean}"
            );
        }
    }
}
