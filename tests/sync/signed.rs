//! Commits that are put elsewhere, on a server that demands signatures.

use super::clones::{RECORD, Server};

const BY_HAND: &str = "\n- step: assigned\n  date: 2024-03-06\n  by: c.janssen\n  handler: p.vos\n  function: Manager re-integratie\n  reason: Weer.\n";

#[test]
fn what_is_put_elsewhere_is_signed_anew() {
    let server = Server::new();
    let [anne, pim, chris] = server.clones(["a.smits", "p.vos", "c.janssen"]);
    let mut staff = anne.read("complaints/staff.yaml");
    for clone in [&anne, &pim, &chris] {
        let Some(key) = clone.signs() else { return };
        let who = clone.path.file_name().unwrap().to_str().unwrap();
        let id = format!("- id: {who}\n");
        assert!(staff.contains(&id));
        staff = staff.replace(&id, &format!("{id}  signing_keys: ['{key}']\n"));
    }
    anne.write("complaints/staff.yaml", &staff);
    // A key counts from the commit after the one that adds it.
    anne.git(&["commit", "--no-gpg-sign", "-qam", "Sleutels"]);
    let procedure = anne.read("complaints/procedure.yaml") + "signatures: required\n";
    anne.write("complaints/procedure.yaml", &procedure);
    anne.git(&["commit", "-qam", "Handtekeningen verplicht"]);
    anne.ok(&["sync"]);
    pim.ok(&["sync"]);
    chris.ok(&["sync"]);

    pim.contacted("2024-0001", "de datum");
    chris.assign("Toch.");
    chris.new_case("Van Chris.");
    let before = chris.git(&["log", "-2", "--format=%H"]);
    pim.ok(&["sync"]);
    let said = chris.ok(&["sync"]);
    assert!(said.contains("stap 3 van 2024-0001 is nu stap 4"), "{said}");
    chris.is_at(&server);
    server.is_valid();
    let tips = chris.git(&["log", "-2", "--format=%H"]);
    for (old, new) in before.lines().zip(tips.lines()) {
        assert_ne!(old, new);
        let commit = chris.git(&["cat-file", "commit", new]);
        assert!(
            commit.contains("\ngpgsig -----BEGIN SSH SIGNATURE-----\n"),
            "{commit}"
        );
    }

    // Without a signature, or with another's, nothing of it is sent: not by sync, and not by plain git.
    let other = pim.git(&["config", "user.signingkey"]);
    for (name, value, code) in [
        ("commit.gpgsign", "false", "H41"),
        ("user.signingkey", &other, "H43"),
    ] {
        let old = chris.git(&["config", name]);
        chris.git(&["config", name, value]);
        let again = [
            "--as-of=2024-03-06",
            "--set=handler=p.vos",
            "--set=reason=Weer.",
        ];
        let record = ["record", "2024-0001", "assigned"];
        chris.fails(
            &[&record[..], &again].concat(),
            1,
            &[code, "niets geschreven"],
        );
        chris.write(RECORD, &format!("{}{BY_HAND}", chris.read(RECORD)));
        chris.git(&["commit", "-qam", "Niet goed ondertekend"]);
        chris.git(&["config", name, &old]);
        chris.fails(&["sync"], 1, &[code, "niets verstuurd"]);
        let (ok, pushed) = chris.try_git(&["push"]);
        assert!(!ok && pushed.contains(code), "{pushed}");
        // What the remedy says makes it anew, now with the right key.
        let amend = "git commit -q --amend --reset-author --no-edit";
        chris.git(&["rebase", "-q", "--keep-base", "--exec", amend]);
        chris.ok(&["sync"]);
        server.is_valid();
    }
}
