//! SSH signatures of commits (`gpg.format ssh`), verified here against the keys of the policy, not by git and its clock.

use std::sync::Arc;

use ssh_key::{HashAlg, PublicKey, SshSig};

use super::commit::Commit;
use super::policy::Policy;
use crate::args;
use crate::finding::{Arg, Finding};
use crate::register::procedure::Signatures;
use crate::register::words::StaffId;
use crate::rules::history::fault;
use crate::source::Spot;

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
    let mut report = |code, args| findings.push(fault(code, "", Spot::File, args));
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
