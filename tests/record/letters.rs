//! Letters that are made with a step.

use super::Register;

/// The letter comes with the step that says it was sent, in one commit; to a step that is recorded none is added.
#[test]
fn a_letter_is_made_and_kept_with_its_step() {
    let clone = Register::with(&["received", "assigned"]);
    clone.is("p.vos");
    let letter = |more: &[&str]| {
        let args = ["letter", "2026-0001", "acknowledgement"];
        clone.record("2026-03-05", &[&args, more].concat())
    };
    let (code, said) = letter(&["--attach"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("klacht record 2026-0001 acknowledged --letter pdf"));
    let before = clone.state();
    let step = [
        "record",
        "2026-0001",
        "acknowledged",
        "--letter",
        "html",
        "--set",
        "summary=Afspraak vergeten.",
        "--set",
        "next_steps=Gesprek en verslag.",
        "--set",
        "expected_by=2026-04-10",
        "--set",
        "channel=letter",
        "--set",
        "occurred.date=2026-02-26",
    ];
    // What the rules refuse makes no letter.
    let (code, said) = clone.record("2026-03-05", &step);
    assert!(
        code == 1 && said.contains("K310") && !said.contains("bytes"),
        "{said}"
    );
    assert_eq!(clone.state(), before);
    let (code, said) = clone.record(
        "2026-03-05",
        &[&step[..], &["--set", "occurred.place=Stein"]].concat(),
    );
    assert_eq!(code, 0, "{said}");
    // The letter was not there yet when the rules were asked, which is no fault of it.
    assert!(!said.contains("K044"), "{said}");
    assert_eq!(
        clone.git(&["show", "--name-only", "--format=", "HEAD"]),
        "complaints/2026/2026-0001/complaint.yaml\n\
         complaints/2026/2026-0001/private/03-ontvangstbevestiging.html"
    );
    let kept = clone.read("complaints/2026/2026-0001/private/03-ontvangstbevestiging.html");
    assert!(
        kept.contains("J. de Wit") && kept.contains("10 april 2026"),
        "{kept}"
    );
    clone.ok(&["check", "--history"]);
    let (code, said) = letter(&["--attach", "--format", "eml"]);
    assert!(code == 2 && said.contains("al vastgelegd"), "{said}");
    // A statement belongs to a step that is still to come.
    let (code, said) = clone.record(
        "2026-03-06",
        &[
            "record",
            "2026-0001",
            "heard",
            "--set",
            "employee=k.smit",
            "--set",
            "told=2026-03-06",
            "--private",
            "statement=Klopt.",
            "--letter",
            "md",
        ],
    );
    assert_eq!(code, 0, "{said}");
    assert!(
        clone
            .read("complaints/2026/2026-0001/private/04-bericht-betrokkene.md")
            .contains("Kim Smit")
    );
    let (code, said) = clone.record(
        "2026-03-06",
        &["letter", "2026-0001", "statement", "--attach"],
    );
    assert!(
        code == 2 && said.contains("klacht record 2026-0001 agreed"),
        "{said}"
    );
    let (code, said) = clone.record(
        "2026-03-06",
        &["record", "2026-0001", "contacted", "--letter", "md"],
    );
    assert!(code == 2 && said.contains("hoort geen brief"), "{said}");
}
