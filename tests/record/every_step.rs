//! Every step as one commit.

use klacht::register::step::StepKind;

use super::{ALL, ATTACH, RECORD, RECORDINGS, Recording, Register, options};

const SECRET: &str = "Geheim verhaal van de klager.";

#[test]
fn every_step_is_recorded_as_one_commit() {
    assert!(
        StepKind::ALL
            .iter()
            .all(|kind| RECORDINGS.iter().any(|row| row.0 == *kind))
    );
    for (kind, steps, by, day, values) in RECORDINGS {
        let clone = Register::with(&ALL[..*steps]);
        let mut number = steps + 1;
        // What the base does not come to by itself.
        let first: &[Recording] = match kind {
            StepKind::Evaluated => &[(
                StepKind::CarriedOut,
                12,
                "h.mulder",
                "2026-04-20",
                &["measure=herinnering", "result=Gedaan."],
            )],
            StepKind::AppealConcluded => {
                &[(StepKind::Appealed, 14, "p.vos", "2026-04-10", &["body=uwv"])]
            }
            _ => &[],
        };
        for (before, _, by, day, values) in first {
            clone.is(by);
            let options = options(values);
            let args: Vec<&str> = ["record", "2026-0001", before.word()]
                .into_iter()
                .chain(options.iter().map(String::as_str))
                .collect();
            let (code, text) = clone.record(day, &args);
            assert_eq!(code, 0, "{before}: {text}", before = before.word());
            number += 1;
        }
        clone.is(by);
        let before = if *steps == 0 {
            String::new()
        } else {
            clone.read(RECORD)
        };
        let (count, options) = (clone.commits(), options(values));
        let mut args: Vec<&str> = if *steps == 0 {
            vec!["new"]
        } else {
            vec!["record", "2026-0001", kind.word()]
        };
        args.extend(options.iter().map(String::as_str));
        let secret = format!("--private=statement={SECRET}");
        let private: &[String] = match kind {
            StepKind::Received => &[
                "--private=complainant.name=J. de Wit".to_owned(),
                format!("--private=description={SECRET}"),
            ],
            StepKind::Heard => &[secret],
            StepKind::Decided => &[format!("--private=reasoning={SECRET}")],
            _ => &[],
        };
        args.extend(private.iter().map(String::as_str));
        let (code, text) = clone.record(day, &args);
        let word = kind.word();
        assert_eq!(code, 0, "{word}: {text}");
        assert!(
            !text.contains(SECRET) && !text.contains("de Wit"),
            "{word}: {text}"
        );
        assert!(
            clone.read(RECORD).starts_with(&before)
                && clone.read(RECORD).contains(&format!("- step: {word}\n"))
        );
        assert_eq!(clone.commits(), count + 1, "{word}");
        assert_eq!(
            clone.git(&["status", "--porcelain", "complaints"]),
            "",
            "{word}"
        );
        let message = clone.git(&["log", "-1", "--format=%s|%ae"]);
        assert!(
            message.starts_with(&format!("2026-0001 stap {number}: "))
                && message.ends_with(&format!("|{by}@voorbeeld.example"))
        );
        let tip = clone.git(&["show", &format!("HEAD:{RECORD}")]);
        assert_eq!(tip, clone.read(RECORD).trim_end());
        if !private.is_empty() {
            assert!(
                clone
                    .read(&format!(
                        "complaints/2026/2026-0001/private/{number:02}.yaml"
                    ))
                    .contains(SECRET)
            );
        }
        if values.contains(&ATTACH) {
            let copy = format!("complaints/2026/2026-0001/private/{number:02}-brief-van-klant.pdf");
            assert_eq!(clone.read(&copy), "Geachte mevrouw");
        }
    }
}
