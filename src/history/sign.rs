//! Signing a commit with an SSH key, as git does it: by `ssh-keygen -Y sign`. Imports nothing of the project.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use git2::Config;

/// What the settings of git ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignRequest {
    /// No signature.
    None,
    /// A signature with this key, by this program.
    Ssh {
        /// A path, or the public key itself.
        key: String,
        /// The program.
        program: String,
    },
    /// A signature in another format than SSH, or without a key.
    Other,
}

/// Reads from the settings of git whether commits are to be signed, and how.
pub fn request(config: &Config) -> SignRequest {
    if !config.get_bool("commit.gpgsign").unwrap_or(false) {
        return SignRequest::None;
    }
    let ssh = config
        .get_string("gpg.format")
        .is_ok_and(|format| format == "ssh");
    match config.get_string("user.signingkey") {
        Ok(key) if ssh && !key.is_empty() => {
            let program = config
                .get_string("gpg.ssh.program")
                .unwrap_or_else(|_| "ssh-keygen".to_owned());
            SignRequest::Ssh { key, program }
        }
        _ => SignRequest::Other,
    }
}

/// Signs the text of a commit and gives the armoured signature.
///
/// # Errors
/// What the program said, or why it could not be run.
pub fn sign(key: &str, program: &str, text: &[u8]) -> Result<String, String> {
    let literal = key
        .strip_prefix("key::")
        .or_else(|| key.starts_with("ssh-").then_some(key));
    let mut command = Command::new(program);
    command.args(["-Y", "sign", "-n", "git"]);
    let mut public = tempfile::NamedTempFile::new().map_err(|error| error.to_string())?;
    match literal {
        Some(line) => {
            // The key itself is with the agent.
            writeln!(public, "{line}").map_err(|error| error.to_string())?;
            command.arg("-U").arg("-f").arg(public.path());
        }
        None => {
            command.arg("-f").arg(home(key));
        }
    }
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{program}: {error}"))?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(text).map_err(|error| error.to_string())?;
    }
    let output = child
        .wait_with_output()
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

fn home(path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(path),
    }
}
