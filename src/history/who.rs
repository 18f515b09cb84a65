//! Who commits, as git itself works it out: from its environment, from `-c`, from `author.email`, `committer.email` and `user.email`.

use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};

use git2::{Config, Signature, Time};

use super::repository::repository_of;

/// In which part someone is asked after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Who writes the commit.
    Author,
    /// Who makes it.
    Committer,
}

/// Gives who commits in a directory, and when; nothing where git does not know.
///
/// libgit2 knows fewer settings, and is asked only where there is no git.
pub fn identity(dir: &Path, part: Part) -> Option<Signature<'static>> {
    let variable = match part {
        Part::Author => "GIT_AUTHOR_IDENT",
        Part::Committer => "GIT_COMMITTER_IDENT",
    };
    let mut git = Command::new("git");
    let git = git.args(["var", variable]).current_dir(dir);
    match git.stdin(Stdio::null()).output() {
        Ok(output) if output.status.success() => parse(&String::from_utf8_lossy(&output.stdout)),
        Err(error) if error.kind() == ErrorKind::NotFound => without_git(dir, part),
        _ => None,
    }
}

/// Gives the e-mail address of who commits in a directory.
pub fn email(dir: &Path) -> Option<String> {
    Some(identity(dir, Part::Author)?.email().ok()?.to_owned())
}

fn without_git(dir: &Path, part: Part) -> Option<Signature<'static>> {
    let Ok(repository) = repository_of(dir) else {
        let config = Config::open_default().ok()?;
        let value = |name| config.get_string(name).ok();
        return Signature::now(&value("user.name")?, &value("user.email")?).ok();
    };
    let found = match part {
        Part::Author => repository.author_from_env(),
        Part::Committer => repository.committer_from_env(),
    };
    found.ok()
}

/// Parses `Mila Bakker <m.bakker@example.org> 1772442000 +0100`.
fn parse(line: &str) -> Option<Signature<'static>> {
    let mut parts = line.trim_end().rsplitn(3, ' ');
    let (zone, time, who) = (parts.next()?, parts.next()?, parts.next()?);
    let (name, email) = who.strip_suffix('>')?.split_once(" <")?;
    let zone: i32 = zone.parse().ok()?;
    let time = Time::new(time.parse().ok()?, zone / 100 * 60 + zone % 100);
    Signature::new(name, email, &time).ok()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn what_git_says_of_someone_is_read() {
        let found = parse("Mila  Bakker <m.bakker@x> 1772442000 -0330\n").unwrap();
        assert_eq!(
            (found.name().unwrap(), found.email().unwrap()),
            ("Mila  Bakker", "m.bakker@x")
        );
        assert_eq!(
            (found.when().seconds(), found.when().offset_minutes()),
            (1_772_442_000, -210)
        );
        assert!(parse("").is_none() && parse("x 1 +0000").is_none());
    }
}
