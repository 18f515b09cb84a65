//! What a commit changed: two trees descended together by object id, skipping whatever is equal.

use std::collections::{BTreeMap, BTreeSet};

use git2::Oid;

use super::Error;
use super::objects::{Entries, Entry, Mode, Objects, length};
use crate::register::files::{Item, classify};
use crate::words::CaseId;
use crate::words::characters::is_forbidden;

/// One side of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Side {
    /// What the entry is.
    pub mode: Mode,
    /// The object.
    pub id: Oid,
}

/// A path that is not the same on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The path below where the descent began.
    pub path: String,
    /// What was there.
    pub old: Option<Side>,
    /// What is there now.
    pub new: Option<Side>,
}

/// What was found on the way down.
#[derive(Debug, Default)]
pub struct Changes {
    /// The changed files, and directories that have no place in a register.
    pub files: Vec<Change>,
    /// The trees of the cases in which something changed, before and after.
    pub cases: BTreeMap<CaseId, [Option<Oid>; 2]>,
    /// Trees whose entries are double, out of order or not legible.
    pub malformed: Vec<String>,
    /// Names beside each other that differ in case or normalisation only.
    pub collisions: Vec<String>,
    /// Whether there were more changes than are looked at.
    pub too_many: bool,
}

/// The most changes that are looked at in one commit.
const MOST: usize = 200_000;

/// Lists what changed between two trees of a register.
pub fn changes(
    objects: &Objects<'_>,
    old: Option<Oid>,
    new: Option<Oid>,
) -> Result<Changes, Error> {
    let mut out = Changes::default();
    descend(objects, old, new, "", &mut out)?;
    Ok(out)
}

/// Lists the entries that differ between two trees, without going into them; `None` where one is not a tree in git's order.
pub fn entries_changed(
    objects: &Objects<'_>,
    old: Option<Oid>,
    new: Option<Oid>,
) -> Result<Option<Vec<Change>>, Error> {
    let (old, new) = (objects.tree(old)?, objects.tree(new)?);
    let mut files = Vec::new();
    let compared = compare(&old, &new, &mut |old, new| files.push(change("", old, new)));
    Ok(compared.is_ok().then_some(files))
}

fn descend(
    objects: &Objects<'_>,
    old: Option<Oid>,
    new: Option<Oid>,
    path: &str,
    out: &mut Changes,
) -> Result<(), Error> {
    let (old_bytes, new_bytes) = (objects.tree(old)?, objects.tree(new)?);
    let mut found = Vec::new();
    if compare(&old_bytes, &new_bytes, &mut |old, new| {
        found.push(change(path, old, new))
    })
    .is_err()
    {
        out.malformed.push(path.to_owned());
        return Ok(());
    }
    if new.is_some() {
        names(path, &new_bytes, &found, out);
    }
    for change in found {
        if out.files.len() >= MOST {
            out.too_many = true;
            return Ok(());
        }
        let tree = |side: Option<Side>| {
            side.filter(|side| side.mode == Mode::Tree)
                .map(|side| side.id)
        };
        let (old_tree, new_tree) = (tree(change.old), tree(change.new));
        let item = classify(&change.path);
        if let Ok(Item::Case(id)) = item {
            out.cases.insert(id, [old_tree, new_tree]);
        }
        let known = matches!(item, Ok(Item::Year(_) | Item::Case(_) | Item::Private(_)));
        let empty = match new_tree {
            Some(id) => objects.tree(Some(id))?.is_empty(),
            None => false,
        };
        if known && !empty && (old_tree.is_some() || new_tree.is_some()) {
            // A file that became a directory, or the other way round, is both gone and new.
            let leaf = Change {
                path: change.path.clone(),
                old: change.old.filter(|_| old_tree.is_none()),
                new: change.new.filter(|_| new_tree.is_none()),
            };
            if leaf.old.is_some() || leaf.new.is_some() {
                out.files.push(leaf);
            }
            descend(objects, old_tree, new_tree, &change.path, out)?;
        } else {
            out.files.push(change);
        }
    }
    Ok(())
}

fn change(path: &str, old: Option<Entry<'_>>, new: Option<Entry<'_>>) -> Change {
    let name = old.or(new).map_or_else(String::new, |entry| {
        String::from_utf8_lossy(entry.name).into_owned()
    });
    let path = if path.is_empty() {
        name
    } else {
        format!("{path}/{name}")
    };
    let side = |entry: Option<Entry<'_>>| {
        entry.map(|entry| Side {
            mode: entry.mode,
            id: entry.id,
        })
    };
    Change {
        path,
        old: side(old),
        new: side(new),
    }
}

type OnDifference<'f> = &'f mut dyn FnMut(Option<Entry<'_>>, Option<Entry<'_>>);

/// Walks over two trees side by side; `Err` where the new one is not a tree in git's order.
///
/// What is the same at the beginning and at the end of both is not looked at: it was when it came into the old one.
fn compare(old: &[u8], new: &[u8], differ: OnDifference<'_>) -> Result<(), ()> {
    let (start, mut last) = same_entries(old, new);
    let (mut old, mut new) = (Entries(&old[start..]), Entries(&new[start..]));
    let (mut a, mut b) = (old.next().transpose()?, new.next().transpose()?);
    loop {
        let mut both = false;
        match (a, b) {
            (None, None) => return Ok(()),
            (Some(x), Some(y))
                if x.name == y.name && (x.mode == Mode::Tree) == (y.mode == Mode::Tree) =>
            {
                if x != y {
                    differ(a, b);
                }
                a = old.next().transpose()?;
                both = true;
            }
            (Some(x), y) if y.is_none_or(|y| order(x, y).is_lt()) => {
                differ(a, None);
                a = old.next().transpose()?;
                continue;
            }
            _ => differ(None, b),
        }
        if last
            .zip(b)
            .is_some_and(|(last, next)| order(last, next).is_ge())
        {
            return Err(());
        }
        last = b;
        b = new.next().transpose()?;
        // From the same entry on, the same bytes.
        if both && a == b && old.0 == new.0 {
            let in_order = last
                .zip(b)
                .is_none_or(|(last, next)| order(last, next).is_lt());
            return in_order.then_some(()).ok_or(());
        }
    }
}

/// Gives how many bytes of whole entries two trees have in common at their beginning, and the last of those entries.
fn same_entries<'t>(old: &[u8], new: &'t [u8]) -> (usize, Option<Entry<'t>>) {
    let mut same = 0;
    for block in [4096, 64] {
        let blocks = old[same..].chunks(block).zip(new[same..].chunks(block));
        same += block * blocks.take_while(|(a, b)| a == b).count();
        same = same.min(old.len()).min(new.len());
    }
    let (mut at, mut before) = (0, 0);
    while let Some(length) = length(&new[at..same]) {
        (before, at) = (at, at + length);
    }
    let last = Entries(&new[before..at]).next().and_then(Result::ok);
    if last.is_none() {
        (0, None)
    } else {
        (at, last)
    }
}

/// Git's order of the entries of a tree, in which a directory has a `/` behind its name.
fn order(a: Entry<'_>, b: Entry<'_>) -> std::cmp::Ordering {
    let end = |entry: Entry<'_>| (entry.mode == Mode::Tree).then_some(b'/');
    let common = a.name.len().min(b.name.len());
    let (start_a, rest_a) = a.name.split_at(common);
    let (start_b, rest_b) = b.name.split_at(common);
    start_a.cmp(start_b).then_with(|| {
        let next = |rest: &[u8], entry| rest.first().copied().or_else(|| end(entry));
        next(rest_a, a).cmp(&next(rest_b, b))
    })
}

/// Finds new names that a file system without case or with another normalisation takes for one that is there.
fn names(path: &str, tree: &[u8], found: &[Change], out: &mut Changes) {
    let added: BTreeSet<String> = found
        .iter()
        .filter(|change| change.old.is_none() && change.new.is_some())
        .map(|change| folded(change.path.rsplit('/').next().unwrap_or_default()))
        .collect();
    if added.is_empty() {
        return;
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for entry in Entries(tree).flatten() {
        // Numbers, as cases and years have them, are alike only when they are the same.
        if entry.name.iter().all(|b| b.is_ascii_digit() || *b == b'-') {
            continue;
        }
        let name = folded(&String::from_utf8_lossy(entry.name));
        if added.contains(&name) {
            *seen.entry(name).or_default() += 1;
        }
    }
    for (name, _) in seen.into_iter().filter(|(_, count)| *count > 1) {
        out.collisions.push(if path.is_empty() {
            name
        } else {
            format!("{path}/{name}")
        });
    }
}

/// Gives a name as a file system may see it: without case, with letters apart from their accents, without the points and spaces at
/// its end that Windows leaves out, and without the characters that have no shape, of some of which macOS takes no notice.
///
/// Names with accents have no place in a register at all, so it is enough that no two of them are taken for different.
pub fn folded(name: &str) -> String {
    let plain = name.trim_end_matches(['.', ' ']).chars();
    plain
        // By way of the capital, which letters such as the long s share with another.
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase)
        .filter(|c| !is_passed_over(*c))
        .map(base_letter)
        .collect()
}

fn is_passed_over(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}') || is_forbidden(c)
}

fn base_letter(c: char) -> char {
    match c {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(entries: &[(&str, &str, u8)]) -> Vec<u8> {
        entries
            .iter()
            .flat_map(|(mode, name, id)| {
                [mode.as_bytes(), b" ", name.as_bytes(), &[0], &[*id; 20]].concat()
            })
            .collect()
    }

    #[test]
    fn names_that_a_file_system_takes_for_one_are_one() {
        for name in [
            "Complaints",
            "complaints.",
            "complaints . ",
            "compl\u{200C}aints",
            "complaints\u{200B}",
            "compl\u{AD}aints",
            "cömplaints",
            "complaints\u{301}",
        ] {
            assert_eq!(folded(name), "complaints", "{name:?}");
        }
        for name in ["complaint", "complaints.d", ".complaints"] {
            assert_ne!(folded(name), "complaints", "{name:?}");
        }
    }

    fn differences(old: &[u8], new: &[u8]) -> Result<Vec<String>, ()> {
        let mut found = Vec::new();
        compare(old, new, &mut |a, b| {
            let sign = match (a, b) {
                (None, _) => '+',
                (_, None) => '-',
                _ => '~',
            };
            found.push(format!("{sign}{}", change("", a, b).path));
        })?;
        Ok(found)
    }

    #[test]
    fn additions_removals_and_changes_are_told_apart() {
        let old = tree(&[("100644", "a", 1), ("40000", "b", 2), ("100644", "d", 3)]);
        let new = tree(&[("100644", "a", 1), ("40000", "b", 9), ("100644", "c", 4)]);
        assert_eq!(differences(&old, &new).unwrap(), ["~b", "+c", "-d"]);
        assert_eq!(differences(&[], &new).unwrap(), ["+a", "+b", "+c"]);
        assert_eq!(differences(&new, &new).unwrap(), [""; 0]);
    }

    #[test]
    fn what_long_trees_have_in_common_hides_no_difference() {
        let names: Vec<String> = (1..=200).map(|n| format!("2026-{n:04}")).collect();
        let whole: Vec<(&str, &str, u8)> = names
            .iter()
            .map(|name| ("40000", name.as_str(), 1))
            .collect();
        let old = tree(&whole);
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at].2 = 2;
            assert_eq!(
                differences(&old, &tree(&changed)),
                Ok(vec![format!("~{}", names[at])])
            );
            let mut without = whole.clone();
            without.remove(at);
            assert_eq!(
                differences(&old, &tree(&without)),
                Ok(vec![format!("-{}", names[at])])
            );
            assert_eq!(
                differences(&tree(&without), &old),
                Ok(vec![format!("+{}", names[at])])
            );
            for wrong in [at, (at + 1) % whole.len()] {
                let mut double = whole.clone();
                double.insert(at, whole[wrong]);
                assert_eq!(differences(&old, &tree(&double)), Err(()), "{at} {wrong}");
            }
            if at > 0 {
                let mut swapped = whole.clone();
                swapped.swap(at - 1, at);
                assert_eq!(differences(&old, &tree(&swapped)), Err(()), "{at}");
            }
        }
    }

    #[test]
    fn a_tree_out_of_order_is_none() {
        let unsorted = tree(&[("100644", "b", 1), ("100644", "a", 1)]);
        let double = tree(&[("100644", "a", 1), ("100644", "a", 2)]);
        assert!(
            differences(&[], &unsorted).is_err()
                && differences(&[], &double).is_err()
                && differences(&[], b"x").is_err()
        );
        let dotted = tree(&[("100644", "a.b", 1), ("40000", "a", 1)]);
        assert!(differences(&[], &dotted).is_ok());
    }
}
