//! What git answers to a fetch or a push that does not succeed, told apart by its words.

use super::record_error::{RecordError, is_full};
use crate::args;

/// What became of a push.
#[derive(Debug)]
pub enum Pushed {
    /// It arrived.
    Done,
    /// Somebody else was first; what they pushed is to be fetched.
    Overtaken,
    /// The server will not have it: why in a few words, and what it said.
    Refused(String, String),
    /// It did not come that far: what git said.
    Failed(String),
}

/// The words with which git says that somebody else was first.
const OVERTAKEN: &[&str] = &[
    "fetch first",
    "non-fast-forward",
    "cannot lock ref",
    "failed to update ref",
    "incorrect old value",
    "stale info",
];

/// The words with which git and ssh say that the server did not let someone in.
const DENIED: &[&str] = &[
    "permission denied",
    "authentication failed",
    "could not read username",
    "could not read password",
    "access denied",
    "dubious ownership",
    "returned error: 403",
    "returned error: 401",
];

/// The words with which git says that the server could not store what was sent, before any hook looked at it.
const NOT_STORED: &str = "unpacker error";

/// The words behind which the server says why.
const UNPACK: &str = "remote unpack failed: ";

/// Says why nothing could be fetched or pushed.
pub fn unreachable(said: &str) -> RecordError {
    if let Some((before, rest)) = said.split_once(UNPACK) {
        // Of what the server said itself, the first line says what happened.
        let mut said = before
            .lines()
            .filter_map(|line| line.strip_prefix("remote: "));
        let reason = said.next().or(rest.lines().next()).unwrap_or_default();
        return RecordError::new("sync-not-stored", args!(reason: plain(reason.trim())));
    }
    if is_full(said) {
        return RecordError::new("record-full", args!());
    }
    if let Some(path) = locked(said) {
        return RecordError::new("record-locked", args!(path: path));
    }
    let lower = said.to_ascii_lowercase();
    let denied = DENIED.iter().any(|words| lower.contains(words));
    let tells = |line: &&str| {
        !(line.is_empty() || line.starts_with("warning:") || line.starts_with("hint:"))
    };
    let lines = said.lines().map(str::trim).filter(tells);
    // Of the advice that git gives, the first line says what happened.
    let reason = lines.map(plain).next().unwrap_or_default();
    RecordError::new(
        if denied {
            "sync-denied"
        } else {
            "sync-offline"
        },
        args!(reason: reason),
    )
}

/// Finds the lock file that keeps git from writing here; what is locked on the server comes with an answer to a push.
fn locked(said: &str) -> Option<&str> {
    let (path, why) = said.split_once("Unable to create '")?.1.split_once("':")?;
    why.trim_start().starts_with("File exists").then_some(path)
}

fn plain(line: &str) -> &str {
    let line = line.strip_prefix("fatal: ").unwrap_or(line);
    line.strip_prefix("error: ").unwrap_or(line)
}

/// Understands what `git push --porcelain` answered to a push that did not succeed.
pub(super) fn answered(answer: &str, said: &str) -> Pushed {
    let Some(line) = answer.lines().find(|line| line.starts_with('!')) else {
        return Pushed::Failed(said.to_owned());
    };
    let reason = line.rsplit('\t').next().unwrap_or_default();
    // The lock of a branch may also be one that nobody can make there.
    if reason.contains("Permission denied") {
        return Pushed::Failed(reason.to_owned());
    }
    if OVERTAKEN.iter().any(|words| reason.contains(words)) {
        return Pushed::Overtaken;
    }
    if reason.contains("remote failure") || reason.contains(NOT_STORED) {
        return Pushed::Failed(said.to_owned());
    }
    let from_server = said.lines().filter_map(|line| {
        let line = line.strip_prefix("remote:")?;
        Some(line.strip_prefix(' ').unwrap_or(line).trim_end())
    });
    let why = reason
        .split_once('(')
        .map_or(reason, |(_, why)| why.trim_end_matches(')'));
    Pushed::Refused(why.to_owned(), from_server.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_git_are_told_apart() {
        let push = |reason: &str| {
            answered(
                &format!("To ../server\n!\tabc:refs/heads/main\t{reason}\nDone\n"),
                "remote: \x1b[1mfout[H22]\nremote:\nremote:  --> x\nTo ../server\n",
            )
        };
        for reason in [
            "[rejected] (fetch first)",
            "[rejected] (non-fast-forward)",
            "[remote rejected] (cannot lock ref 'refs/heads/main': is at 1 but expected 2)",
            "[remote rejected] (failed to update ref)",
        ] {
            assert!(matches!(push(reason), Pushed::Overtaken), "{reason}");
        }
        let Pushed::Refused(why, said) = push("[remote rejected] (pre-receive hook declined)")
        else {
            panic!("it is refused");
        };
        assert_eq!(why, "pre-receive hook declined");
        assert_eq!(said, "\x1b[1mfout[H22]\n\n --> x");
        assert!(matches!(answered("", "fatal: no"), Pushed::Failed(_)));
        assert!(matches!(push("[remote failure] (x)"), Pushed::Failed(_)));
        for (said, key) in [
            (
                "git@x: Permission denied (publickey).\nfatal: no",
                "sync-denied",
            ),
            (
                "ssh: connect to host x port 22: No route to host",
                "sync-offline",
            ),
            (
                "fatal: unable to access 'https://x/y/': The requested URL returned error: 403",
                "sync-denied",
            ),
            (
                "ssh: connect to host x port 4030: Connection refused",
                "sync-offline",
            ),
            (
                "fatal: unable to access 'https://x/2026-0401/': Could not resolve host: x",
                "sync-offline",
            ),
            (
                "fatal: detected dubious ownership in repository at 'x'",
                "sync-denied",
            ),
        ] {
            assert_eq!(unreachable(said).key, key);
        }
        let unwritable = push(
            "[remote rejected] (cannot lock ref 'x': Unable to create 'x.lock': Permission denied)",
        );
        assert!(
            matches!(unwritable, Pushed::Failed(said) if unreachable(&said).key == "sync-denied")
        );
        let unpacker = push("[remote rejected] (unpacker error)");
        assert!(matches!(unpacker, Pushed::Failed(_)));
        for (said, reason) in [
            (
                "error: remote unpack failed: unable to create x\nTo y\n",
                "unable to create x",
            ),
            (
                "remote: fatal: No space left on device\nerror: remote unpack failed: index-pack abnormal exit\n",
                "No space left on device",
            ),
        ] {
            let fault = unreachable(said);
            assert_eq!(
                (fault.key, fault.args.get("reason")),
                ("sync-not-stored", Some(&reason.into()))
            );
        }
        let said = "error: cannot lock ref 'x': Unable to create '/a b/x.lock': File exists.\n\nAnother git process";
        let fault = unreachable(said);
        let path = fault.args.get("path");
        assert_eq!(
            (fault.key, path),
            ("record-locked", Some(&"/a b/x.lock".into()))
        );
        let fault = unreachable("warning: x\n\nfatal: it is gone\nfatal: more\n");
        assert_eq!(fault.args.get("reason"), Some(&"it is gone".into()));
    }
}
