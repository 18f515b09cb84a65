//! What surrounds the register in its repository: names like its own, and the files by which git shows something else than is there,
//! `.gitattributes` and `.mailmap`.

use git2::Oid;

use super::Error;
use super::changes::{Side, entries_changed, folded};
use super::objects::{Mode, Objects};
use super::policy::Policies;
use crate::args;
use crate::finding::Finding;
use crate::register::read::MOST_BYTES;
use crate::register::staff::Staff;
use crate::rules::history::finding;
use crate::source::Spot;

/// Attributes that make a working tree or an archive show other contents than the commit has.
const DANGEROUS: [&str; 5] = [
    "filter",
    "working-tree-encoding",
    "ident",
    "export-subst",
    "export-ignore",
];

/// Attributes that make `git log -p` say no more than that a file is another.
const HIDING: [&str; 2] = ["-diff", "binary"];

/// The texts of a register, of which a pattern that reaches none hides nothing.
const TEXTS: [&str; 6] = [
    "complaint.yaml",
    "01.yaml",
    "staff.yaml",
    "procedure.yaml",
    "procedure.md",
    "analysis.md",
];

/// Looks at what surrounds the register: nothing there may hide it or change how it is shown.
pub fn around(
    objects: &Objects<'_>,
    policies: &mut Policies,
    trees: [Oid; 2],
    dir: &str,
) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    let parts: Vec<&str> = dir.split('/').filter(|part| !part.is_empty()).collect();
    let [mut old, mut new] = trees.map(Some);
    for (depth, part) in parts.iter().enumerate() {
        if old == new {
            break;
        }
        let Some(changed) = entries_changed(objects, old, new)? else {
            findings.push(finding("H32", "", Spot::File, args!(path: "/")));
            break;
        };
        for change in changed {
            let Some(side) = change.new else { continue };
            let name = change.path.as_str();
            if name == *part && side.mode == Mode::Tree {
                continue;
            }
            let alike = folded(name) == folded(part) || is_short_for(name, part);
            if alike {
                findings.push(finding("H31", "", Spot::File, args!(name: name)));
            }
            let attributes =
                folded(name) == ".gitattributes" || is_short_for(name, "gitattributes");
            // Git reads it at the top alone.
            let people =
                depth == 0 && (folded(name) == ".mailmap" || is_short_for(name, "mailmap"));
            if attributes && reaches(objects, side, part)?
                || people && renames(objects, policies, side, trees[0], dir)?
            {
                findings.push(finding("H40", "", Spot::File, args!(name: name)));
            }
        }
        let below = |tree: Option<Oid>| match tree {
            Some(tree) => objects.find(tree, part).map(|found| {
                found
                    .filter(|(mode, _)| *mode == Mode::Tree)
                    .map(|(_, id)| id)
            }),
            None => Ok(None),
        };
        (old, new) = (below(old)?, below(new)?);
    }
    Ok(findings)
}

/// Tells whether a name can be the short one that Windows gives a directory besides its own: `COMPLA~1`.
fn is_short_for(name: &str, part: &str) -> bool {
    let Some((start, number)) = name.split_once('~') else {
        return false;
    };
    let begins = |letters: &str| folded(part).starts_with(&folded(letters));
    // From the fifth of a kind on only two letters are kept, before four digits made of the name.
    let made = |(letters, digits): (&str, &str)| {
        digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_hexdigit()) && begins(letters)
    };
    let short = start.len() <= 6 && begins(start) || start.split_at_checked(2).is_some_and(made);
    short && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
}

/// Gives the text of a file around the register; `None` where it is none, or longer than anybody writes it.
fn text(objects: &Objects<'_>, side: Side) -> Result<Option<String>, Error> {
    if side.mode != Mode::File {
        return Ok(None);
    }
    let bytes = objects.blob(side.id, MOST_BYTES)?;
    Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
}

/// Tells whether a `.gitattributes` gives a dangerous attribute to something that may lie in the register.
fn reaches(objects: &Objects<'_>, side: Side, part: &str) -> Result<bool, Error> {
    let text = text(objects, side)?;
    Ok(text.is_none_or(|text| text.split('\n').any(|line| line_reaches(line, part))))
}

/// Tells whether a `.mailmap` makes git show another name or address for the commits of somebody who works here.
fn renames(
    objects: &Objects<'_>,
    policies: &mut Policies,
    side: Side,
    parent: Oid,
    dir: &str,
) -> Result<bool, Error> {
    let Some(text) = text(objects, side)? else {
        return Ok(true);
    };
    let register = objects.find_dir(parent, dir)?;
    let policy = policies.of(objects, register)?;
    let people = || policy.staff.iter().flat_map(Staff::iter);
    let is_theirs =
        |address: &str| people().any(|one| one.email.as_str().eq_ignore_ascii_case(address));
    Ok(text.lines().any(|line| mapped(line).any(is_theirs)))
}

/// Gives the addresses for which a line of a `.mailmap` says what to show: the last one, or whatever git may take for it.
fn mapped(line: &str) -> impl Iterator<Item = &str> {
    let all = line
        .split('<')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('>')?.0));
    let shown = usize::from(all.clone().count() > 1);
    all.skip(shown).filter(|_| !line.starts_with('#'))
}

fn line_reaches(line: &str, part: &str) -> bool {
    // What git takes for a space; it passes over the mark at the beginning of a file.
    const BLANK: [char; 4] = [' ', '\t', '\r', '\u{FEFF}'];
    let line = line.trim_matches(BLANK);
    let Some((pattern, attributes)) = line.split_once(BLANK).filter(|_| !line.starts_with('#'))
    else {
        return false;
    };
    let mut attributes = attributes.split_whitespace();
    if pattern.starts_with("[attr]") {
        return attributes.any(|name| is_dangerous(name) || HIDING.contains(&name));
    }
    let elsewhere = pattern
        .trim_start_matches('/')
        .split_once('/')
        .is_some_and(|(first, _)| {
            folded(first) != folded(part) && !first.contains(['*', '?', '[', '\\', '"'])
        });
    let hides = |name| HIDING.contains(&name) && matches_text(pattern);
    !elsewhere && attributes.any(|name| is_dangerous(name) || hides(name))
}

/// Tells whether the last part of a pattern can be the name of a text of the register.
fn matches_text(pattern: &str) -> bool {
    const WILD: [char; 6] = ['*', '?', '[', ']', '\\', '"'];
    let last = folded(pattern.rsplit('/').next().unwrap_or_default());
    let Some((start, rest)) = last.split_once(WILD) else {
        return TEXTS.contains(&last.as_str());
    };
    let end = rest.rsplit(WILD).next().unwrap_or_default();
    let mut texts = TEXTS.iter();
    texts.any(|text| text.starts_with(start) && text.ends_with(end))
}

fn is_dangerous(attribute: &str) -> bool {
    let name = attribute
        .trim_start_matches(['-', '!'])
        .split('=')
        .next()
        .unwrap_or_default();
    DANGEROUS.contains(&name) && !attribute.starts_with(['-', '!'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_of_the_register_is_one() {
        for name in ["COMPLA~1", "compla~2", "CO1F2B~1"] {
            assert!(is_short_for(name, "complaints"), "{name}");
        }
        for name in ["complaints", "code~1", "complaints~1", "compla~x", "c~"] {
            assert!(!is_short_for(name, "complaints"), "{name}");
        }
    }

    #[test]
    fn attributes_that_change_what_is_shown_may_not_reach_the_register() {
        for line in [
            "* filter=lfs",
            "*.yaml ident",
            "complaints/** working-tree-encoding=UTF-16",
            "[attr]x filter=y",
            "c*/a filter=x",
            "/complaints/a export-ignore",
            "*\rfilter=x",
            "* \r\tfilter=x\r",
            "\u{FEFF}* filter=x",
            "COMPLAINTS/** filter=x",
            "* -diff",
            "complaints/** binary",
            "*.yaml text -diff",
            "c*.yaml -diff",
            "complaints/*/*/complaint.yaml binary",
            "[attr]x -diff",
            "*.[yz]aml -diff",
        ] {
            assert!(line_reaches(line, "complaints"), "{line}");
        }
        for line in [
            "* text=auto",
            "*.pdf binary",
            "*.png -diff",
            "logo.* binary",
            "* diff",
            "src/** -diff",
            "complaints/**/private/*.jpg binary",
            "# * filter=x",
            "assets/** filter=lfs",
            "/media/*.mp4 filter=lfs",
            "* -ident",
            "complaints/** merge=klacht",
        ] {
            assert!(!line_reaches(line, "complaints"), "{line}");
        }
    }

    #[test]
    fn of_a_line_of_a_mailmap_the_address_that_git_looks_for_is_found() {
        for (line, found) in [
            ("Petra Vos <p@x>", &["p@x"][..]),
            ("Petra Vos <p@x> Mila <m@x>", &["m@x"]),
            ("<p@x> <m@x>", &["m@x"]),
            ("# Petra Vos <p@x>", &[]),
            ("Petra Vos", &[]),
        ] {
            assert_eq!(mapped(line).collect::<Vec<_>>(), found, "{line}");
        }
    }
}
