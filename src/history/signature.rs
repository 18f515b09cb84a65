//! SSH signatures of commits (`gpg.format ssh`), verified here against the keys of the policy, not by git and its clock.

use std::sync::Arc;

use ssh_key::{HashAlg, PublicKey, SshSig};

use super::commit::Commit;
use super::policy::Policy;
use crate::args;
use crate::finding::{Arg, Finding};
use crate::register::procedure::Signatures;
use crate::rules::history::finding;
use crate::source::Spot;
use crate::words::StaffId;

/// What git puts under the signature of a commit.
const NAMESPACE: &str = "git";

/// Judges the signature of a commit; gives the fingerprint of the key when it is a good one of the author.
///
/// A key is good because the parent's `staff.yaml` has it: its place in the history decides, not a date.
pub fn judge(
    commit: &Commit,
    author: Option<&StaffId>,
    policy: &Policy,
    findings: &mut Vec<Finding>,
) -> Option<Arc<str>> {
    let demand = policy.signatures();
    if demand == Signatures::Off {
        return None;
    }
    let mut report = |code, args| findings.push(finding(code, "", Spot::File, args));
    let Some(armour) = &commit.signature else {
        if demand == Signatures::Required {
            report("H41", args!());
        }
        return None;
    };
    let key = match verified(armour, &commit.signed) {
        Ok(key) => key,
        Err(why) => {
            report("H42", args!(why: Arg::Key(why.into())));
            return None;
        }
    };
    let fingerprint = key.fingerprint(HashAlg::Sha256).to_string();
    match policy.owner(key.key_data()) {
        Some(owner) if Some(owner) == author => return Some(fingerprint.into()),
        Some(owner) => {
            let name = policy
                .staff
                .as_ref()
                .map_or(owner.as_str(), |staff| staff.name(owner));
            report("H43", args!(owner: name, key: fingerprint));
        }
        None => report("H42", args!(why: Arg::Key("history-key-unknown".into()))),
    }
    None
}

/// Verifies a signature and gives the key that made it.
fn verified(armour: &str, signed: &[u8]) -> Result<PublicKey, &'static str> {
    if !armour.starts_with("-----BEGIN SSH SIGNATURE-----") {
        return Err("history-signature-kind");
    }
    let signature = SshSig::from_pem(armour).map_err(|_| "history-signature-unreadable")?;
    let key = PublicKey::from(signature.public_key().clone());
    key.verify(NAMESPACE, signed, &signature)
        .map_err(|_| "history-signature-wrong")?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A key on a security token and what it signed for git and for files, made from the published formats (PROTOCOL.sshsig,
    /// PROTOCOL.u2f) and accepted by `ssh-keygen -Y verify`.
    const TOKENS: [(&str, &str, &str); 2] = [
        (
            "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAII6oHgZ688C12SfkvTDLiymBPfQdzDS9u7MjQEQQlgaMAAAABHNzaDo=",
            "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQAAAEoAAAAac2stc3NoLWVkMjU1MTlAb3BlbnNzaC5jb20AAAAgjqgeBn\nrzwLXZJ+S9MMuLKYE99B3MNL27syNARBCWBowAAAAEc3NoOgAAAANnaXQAAAAAAAAABnNo\nYTUxMgAAAGcAAAAac2stc3NoLWVkMjU1MTlAb3BlbnNzaC5jb20AAABAQSFb7fd3t14X+j\n/y1NUvcZPoAI2kVuT/g//pisug6P201FgI+2QilPdzKQ8yRF+L8jdng4zYAPkJe8jCw1sj\nBwEAAAAH\n-----END SSH SIGNATURE-----",
            "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQAAAEoAAAAac2stc3NoLWVkMjU1MTlAb3BlbnNzaC5jb20AAAAgjqgeBn\nrzwLXZJ+S9MMuLKYE99B3MNL27syNARBCWBowAAAAEc3NoOgAAAARmaWxlAAAAAAAAAAZz\naGE1MTIAAABnAAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAQMFmIn2rt/8TR1\nVp0Vd3TUl83TXKcve1VV9W2FIcXlg+lQPncBUM44YrdAGi8lJWCZvmaMAsshPvXMRAfaiE\n7A4BAAAABw==\n-----END SSH SIGNATURE-----",
        ),
        (
            "sk-ecdsa-sha2-nistp256@openssh.com AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnNzaC5jb20AAAAIbmlzdHAyNTYAAABBBKuaaL9gHnoWaQJyyh+se1/H99FYFn3w/o5Cq31zVnbf3U7spw61ghaHVekLKEq3Jx0ESYVCyBJnGy2ZsEwHjtUAAAAEc3NoOg==",
            "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQAAAH8AAAAic2stZWNkc2Etc2hhMi1uaXN0cDI1NkBvcGVuc3NoLmNvbQ\nAAAAhuaXN0cDI1NgAAAEEEq5pov2AeehZpAnLKH6x7X8f30VgWffD+jkKrfXNWdt/dTuyn\nDrWCFodV6QsoSrcnHQRJhULIEmcbLZmwTAeO1QAAAARzc2g6AAAAA2dpdAAAAAAAAAAGc2\nhhNTEyAAAAdwAAACJzay1lY2RzYS1zaGEyLW5pc3RwMjU2QG9wZW5zc2guY29tAAAASAAA\nACA2RxketkQh/4wJaow9hbik3LGKEs8jRAyJ+iwgrVtHEwAAACACfI2u8jm7pTuv0FDLr7\n3HuuLEY9euUo56PCB221w+tgEAAAAH\n-----END SSH SIGNATURE-----",
            "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQAAAH8AAAAic2stZWNkc2Etc2hhMi1uaXN0cDI1NkBvcGVuc3NoLmNvbQ\nAAAAhuaXN0cDI1NgAAAEEEq5pov2AeehZpAnLKH6x7X8f30VgWffD+jkKrfXNWdt/dTuyn\nDrWCFodV6QsoSrcnHQRJhULIEmcbLZmwTAeO1QAAAARzc2g6AAAABGZpbGUAAAAAAAAABn\nNoYTUxMgAAAHkAAAAic2stZWNkc2Etc2hhMi1uaXN0cDI1NkBvcGVuc3NoLmNvbQAAAEoA\nAAAhAJdPQ+lym18BeYsfJY25RqRORJXAQo+nVMOQot1U37MsAAAAIQDhJKvTgNjjs4q8Ca\nd98TaFDwYMwOM4BCmSrw6s/kCpFgEAAAAH\n-----END SSH SIGNATURE-----",
        ),
    ];

    #[test]
    fn a_signature_of_a_security_token_counts_for_what_it_signed() {
        for (key, for_git, for_files) in TOKENS {
            let key = PublicKey::from_openssh(key).unwrap();
            let signed = verified(for_git, b"tekst\n").unwrap();
            assert_eq!(signed.key_data(), key.key_data());
            let wrong = Err("history-signature-wrong");
            assert_eq!(verified(for_git, b"andere tekst\n").map(drop), wrong);
            assert_eq!(verified(for_files, b"tekst\n").map(drop), wrong);
        }
    }
}
