//! A commit as it is stored: its headers in their order, its signature and what was signed.

use chrono::DateTime;
use chrono_tz::Europe::Amsterdam;
use git2::Oid;

use super::Error;
use crate::words::Day;
use crate::words::characters::first_forbidden;

/// Who made something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// When, in seconds since 1970.
    pub time: i64,
    /// Whether the time zone is one that exists.
    pub zone: bool,
}

/// Tells whether a word has letters of the Latin script and of one in which other letters look the same, such as Greek, Cyrillic,
/// Armenian, Cherokee, Lisu or small capitals.
fn mixes_scripts(text: &str) -> bool {
    let is_other = |c: char| {
        let alphabets =
            matches!(c, '\u{370}'..='\u{1DBF}' | '\u{1F00}'..='\u{1FFF}' | '\u{2C80}'..='\u{2DFF}');
        let later = matches!(c, '\u{A4D0}'..='\u{ABFF}' | '\u{10280}'..='\u{1044F}');
        c.is_alphabetic() && (alphabets || later)
    };
    let is_latin = |c: char| c.is_ascii_alphabetic() || matches!(c, '\u{C0}'..='\u{24F}');
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    !text.is_ascii() && words.any(|word| word.contains(is_other) && word.contains(is_latin))
}

/// Tells whether a character drives a terminal, breaks a line where others see none, or turns the direction of a text.
fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

impl Commit {
    /// Names what does not belong in it: a header, or characters that show something else than what is there.
    pub fn oddity(&self) -> Option<&str> {
        let names = [&self.author.name, &self.committer.name];
        if self.odd.is_some() {
            return self.odd.as_deref();
        }
        let misleads = |name: &str| first_forbidden(name).is_some() || mixes_scripts(name);
        if names.iter().any(|name| misleads(name)) {
            return Some("name-characters");
        }
        let message = self.message.as_deref()?;
        if message.len() > MOST_MESSAGE {
            return Some("message-long");
        }
        let message = message.replace("\r\n", "\n");
        let hostile = |c| is_hostile(c) && !matches!(c, '\n' | '\t');
        let misleads = message.contains(hostile) || mixes_scripts(&message);
        misleads.then_some("message-characters")
    }
}

impl Identity {
    /// Gives the day in Amsterdam.
    pub fn day(&self) -> Day {
        let time = DateTime::from_timestamp(self.time, 0).unwrap_or_default();
        Day(time.with_timezone(&Amsterdam).date_naive())
    }

    /// Gives the time of that day, `14:32:05`.
    pub fn clock(&self) -> String {
        let time = DateTime::from_timestamp(self.time, 0).unwrap_or_default();
        time.with_timezone(&Amsterdam)
            .format("%H:%M:%S")
            .to_string()
    }
}

/// A commit.
#[derive(Debug, Clone)]
pub struct Commit {
    /// Its id; `None` for one that is yet to be made.
    pub id: Option<Oid>,
    /// The tree.
    pub tree: Oid,
    /// The parents, the first of which is the history.
    pub parents: Vec<Oid>,
    /// Who wrote it.
    pub author: Identity,
    /// Who committed it.
    pub committer: Identity,
    /// The armoured signature.
    pub signature: Option<String>,
    /// The bytes that were signed, where there is a signature: the commit without it.
    pub signed: Vec<u8>,
    /// A header that does not belong in a commit of a register.
    pub odd: Option<String>,
    /// The message; `None` while it is not known.
    pub message: Option<String>,
}

/// Parses the bytes of a commit.
///
/// # Errors
/// When it has no tree or no legible parents, so that no chain could be followed.
pub fn parse_commit(id: Oid, bytes: &[u8]) -> Result<Commit, Error> {
    let end = bytes
        .windows(2)
        .position(|pair| pair == b"\n\n")
        .map_or(bytes.len(), |at| at + 1);
    let (head, message) = (&bytes[..end], bytes.get(end + 1..).unwrap_or_default());
    let mut odd = None;
    let mut signature = None;
    // A continued header or a signature is rare, and so is a copy of all the rest.
    let is_signed = head.windows(8).any(|part| part == b"\ngpgsig ");
    let mut signed = Vec::with_capacity(if is_signed { bytes.len() } else { 0 });
    let (mut tree, mut parents, mut author, mut committer) = (None, Vec::new(), None, None);
    let mut rank = 0;
    for raw in headers(head) {
        let text = String::from_utf8_lossy(raw);
        let (name, value) = text.split_once(' ').unwrap_or((&text, ""));
        let value = value.strip_suffix('\n').unwrap_or(value);
        let place = match name {
            "tree" => 0,
            "parent" => 1,
            "author" => 2,
            "committer" => 3,
            _ => 4,
        };
        let in_order =
            place >= rank && raw.iter().all(|b| *b != 0) && std::str::from_utf8(raw).is_ok();
        rank = place;
        let fits = match name {
            "tree" if tree.is_none() => {
                value.parse().map(|oid| tree = Some(oid)).is_ok() && is_as_git_writes(value)
            }
            "parent" => {
                value.parse().map(|oid| parents.push(oid)).is_ok() && is_as_git_writes(value)
            }
            "author" if author.is_none() => {
                identity(value).map(|found| author = Some(found)).is_some()
            }
            "committer" if committer.is_none() => identity(value)
                .map(|found| committer = Some(found))
                .is_some(),
            "gpgsig" if signature.is_none() => {
                signature = Some(value.replace("\n ", "\n"));
                true
            }
            // Git puts the tag into the merge of a tag.
            "mergetag" => parents.len() > 1,
            _ => false,
        };
        if is_signed && name != "gpgsig" {
            signed.extend_from_slice(raw);
        }
        if !(fits && in_order) {
            odd.get_or_insert_with(|| name.to_owned());
        }
    }
    if is_signed {
        signed.push(b'\n');
        signed.extend_from_slice(message);
    }
    let nobody = || Identity {
        name: String::new(),
        email: String::new(),
        time: 0,
        zone: false,
    };
    if author.is_none() || committer.is_none() {
        odd.get_or_insert_with(|| "author".to_owned());
    }
    if message.contains(&0) || std::str::from_utf8(message).is_err() {
        odd.get_or_insert_with(|| "message".to_owned());
    }
    Ok(Commit {
        id: Some(id),
        tree: tree.ok_or(Error::Broken(id))?,
        parents,
        author: author.unwrap_or_else(nobody),
        committer: committer.unwrap_or_else(nobody),
        signature,
        signed,
        odd,
        message: Some(String::from_utf8_lossy(message).into_owned()),
    })
}

/// Tells whether an id is whole and in small letters.
fn is_as_git_writes(id: &str) -> bool {
    id.len() == 40 && !id.bytes().any(|b| b.is_ascii_uppercase())
}

/// Gives the first parent alone, as [`parse_commit`] would.
///
/// # Errors
/// As there.
pub fn first_parent(id: Oid, bytes: &[u8]) -> Result<Option<Oid>, Error> {
    let usual = bytes.strip_prefix(b"tree ").and_then(|rest| {
        let (tree, rest) = rest.split_at_checked(40)?;
        let (parent, rest) = rest.strip_prefix(b"\nparent ")?.split_at_checked(40)?;
        let id = |hex| std::str::from_utf8(hex).ok()?.parse::<Oid>().ok();
        id(tree).filter(|_| rest.starts_with(b"\n"))?;
        id(parent)
    });
    match usual {
        Some(parent) => Ok(Some(parent)),
        None => Ok(parse_commit(id, bytes)?.parents.first().copied()),
    }
}

/// Splits the head of a commit into headers, each with its continued lines.
fn headers(head: &[u8]) -> Vec<&[u8]> {
    let mut headers = Vec::new();
    let mut start = 0;
    for (at, _) in head.iter().enumerate().filter(|(_, b)| **b == b'\n') {
        if head.get(at + 1) != Some(&b' ') {
            headers.push(&head[start..=at]);
            start = at + 1;
        }
    }
    if start < head.len() {
        headers.push(&head[start..]);
    }
    headers
}

/// The most bytes of a message.
const MOST_MESSAGE: usize = 64 * 1024;

/// The most bytes of a name and an address: longer ones are to fill a log with.
const MOST_NAME: usize = 500;

/// Parses `Mila Bakker <m.bakker@example.org> 1772442000 +0100`.
fn identity(text: &str) -> Option<Identity> {
    let (name, rest) = text
        .split_once(" <")
        .or_else(|| text.strip_prefix('<').map(|rest| ("", rest)))?;
    let (email, rest) = rest.split_once("> ")?;
    let (time, zone) = rest.split_once(' ')?;
    // Git takes the address from the first bracket on.
    let is_odd = format!("{name}{email}").contains(['<', '>']) || time.starts_with('+');
    if is_odd || name.len() + email.len() > MOST_NAME {
        return None;
    }
    Some(Identity {
        name: name.to_owned(),
        email: email.to_owned(),
        time: time.parse().ok()?,
        zone: is_zone(zone),
    })
}

fn is_zone(zone: &str) -> bool {
    let digits = zone
        .strip_prefix(['+', '-'])
        .filter(|digits| digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()));
    let Some((hours, minutes)) = digits.map(|digits| digits.split_at(2)) else {
        return false;
    };
    hours.parse().is_ok_and(|hours: u8| hours <= 14)
        && minutes.parse().is_ok_and(|minutes: u8| minutes < 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Commit {
        parse_commit(Oid::ZERO_SHA1, text.as_bytes()).unwrap()
    }

    const HEAD: &str = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nparent 1111111111111111111111111111111111111111\n\
                        author A B <a@b> 1772442000 +0100\ncommitter A B <a@b> 1772442000 +0100\n";

    #[test]
    fn a_signature_is_taken_out_of_what_was_signed() {
        let commit = parsed(&format!("{HEAD}gpgsig -----BEGIN\n x\n y\n\nStap\n"));
        assert_eq!(commit.signature.as_deref(), Some("-----BEGIN\nx\ny"));
        assert_eq!(
            String::from_utf8(commit.signed).unwrap(),
            format!("{HEAD}\nStap\n")
        );
        assert_eq!(
            (commit.odd, commit.message.as_deref()),
            (None, Some("Stap\n"))
        );
    }

    #[test]
    fn what_does_not_belong_in_a_head_is_named() {
        for (head, odd) in [
            (format!("{HEAD}encoding ISO-8859-1\n\nx"), "encoding"),
            (format!("{HEAD}gpgsig a\ngpgsig b\n\nx"), "gpgsig"),
            (format!("{HEAD}gpgsig-sha256 a\n\nx"), "gpgsig-sha256"),
            (format!("{HEAD}mergetag a\n\nx"), "mergetag"),
            (format!("{HEAD}author C <c@d> 1 +0000\n\nx"), "author"),
            (HEAD.replace("B <a@b> 17", "\0B <a@b> 17") + "\nx", "author"),
            (HEAD.replace("A B", "A <c@d B") + "\nx", "author"),
            (HEAD.replace("A B", &"A".repeat(600)) + "\nx", "author"),
            (
                HEAD.replace("A B", "A \u{202E}B") + "\nx",
                "name-characters",
            ),
            (
                HEAD.replacen("A B", "A \u{1B}[31mB", 1) + "\nx",
                "name-characters",
            ),
            // The first letter is not Latin.
            (
                HEAD.replace("A B", "\u{421}hris B") + "\nx",
                "name-characters",
            ),
            // Of Armenian, of Cherokee, of Lisu and a small capital.
            (
                HEAD.replace("A B", "Jan\u{57D}en") + "\nx",
                "name-characters",
            ),
            (
                HEAD.replace("A B", "\u{13DF}arla") + "\nx",
                "name-characters",
            ),
            (
                HEAD.replace("A B", "\u{A4DA}arla") + "\nx",
                "name-characters",
            ),
            (
                HEAD.replace("A B", "C\u{1D00}rla") + "\nx",
                "name-characters",
            ),
            (HEAD.replace("tree 4b", "tree 4B") + "\nx", "tree"),
            (HEAD.replace("tree 4b", "tree ") + "\nx", "tree"),
            (format!("{HEAD}\nx \u{2067}y\n"), "message-characters"),
            (format!("{HEAD}\nx\ry\n"), "message-characters"),
            (format!("{HEAD}\nx\u{2028}y\n"), "message-characters"),
            (
                format!("{HEAD}\n2026-0001 st\u{430}p 3\n"),
                "message-characters",
            ),
            (HEAD.to_owned() + "\n" + &"x".repeat(66_000), "message-long"),
        ] {
            assert_eq!(parsed(&head).oddity(), Some(odd), "{head:?}");
        }
        // Git reads parents behind the tree alone.
        let parent = "parent 1111111111111111111111111111111111111111\n";
        let moved = HEAD.replace(parent, "") + parent + "\nx";
        assert_eq!(parsed(&moved).oddity(), Some("parent"));
        for name in [
            "Łukasz Zoë",
            "Иван Петров",
            "Иван (Jan)",
            "Əli Məmmədov",
            "李Wei",
            "Nguyễn",
        ] {
            let named = HEAD.replace("A B", name) + "\nx";
            assert_eq!(parsed(&named).oddity(), None, "{name}");
        }
        let plain = parsed(&format!(
            "{HEAD}\nZoë: gebeld met Иван Ω, 5 µm\r\n\r\n\tMeer 👩\u{200D}💻.\n"
        ));
        assert_eq!(plain.oddity(), None);
        let message = [HEAD.as_bytes(), b"\nCaf\xe9\n"].concat();
        let commit = parse_commit(Oid::ZERO_SHA1, &message).unwrap();
        assert_eq!(commit.odd.as_deref(), Some("message"));
        assert!(
            !parsed(&(HEAD.replace("+0100", "+9999") + "\nx"))
                .author
                .zone
        );
    }
}
