//! What honest people do: accepted, remembered, counted.

use std::time::Duration;

use klacht::history::{Kind, check_history};

use super::support::history::{NOW, Work, seconds};
use super::{RECORD, whole};

#[test]
fn a_case_from_receipt_to_closing_passes_and_is_remembered() {
    let work = whole();
    let walk = work.judged();
    assert_eq!(work.codes(), [""; 0]);
    assert_eq!((walk.judged.len(), walk.verified()), (14, Some(work.tip)));
    let last = walk.judged.last().unwrap();
    assert!(
        matches!(
            last.mark.kind,
            Kind::Step {
                number: 14,
                late: 0,
                ..
            }
        ),
        "{:?}",
        last.mark
    );
    // The second time nothing is judged, and what is remembered is the same.
    let again = work.judged();
    assert_eq!(again.remembered, 14);
    assert_eq!(
        again
            .judged
            .iter()
            .map(|j| j.mark.clone())
            .collect::<Vec<_>>(),
        walk.judged
            .iter()
            .map(|j| j.mark.clone())
            .collect::<Vec<_>>()
    );
    // Another trust root, other verdicts.
    let mut register = work.register();
    register.settings.trust_root = Some(walk.judged[2].commit);
    let other = check_history(&register, None, seconds(NOW)).unwrap();
    assert_eq!((other.remembered, other.judged.len()), (0, 11));
}

/// Whoever changes how commits are judged has no number to raise.
#[test]
fn what_was_judged_by_other_sources_is_judged_again() {
    let work = whole();
    assert_eq!(work.codes(), [""; 0]);
    assert_eq!(work.judged().remembered, 14);
    let sources = env!("KLACHT_SOURCES");
    let verdicts = work.repository.path().join("klacht/verdicts");
    for file in std::fs::read_dir(verdicts).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(sources), "{text}");
        std::fs::write(path, text.replace(sources, "0123456789abcdef")).unwrap();
    }
    assert_eq!(work.judged().remembered, 0);
}

#[test]
fn what_a_killed_run_left_is_cleared_away_and_what_another_writes_is_not() {
    let work = whole();
    let verdicts = work.repository.path().join("klacht/verdicts");
    std::fs::create_dir_all(&verdicts).unwrap();
    let [left, written] = [".tmpAbCdEf", ".tmpGhIjKl"].map(|name| verdicts.join(name));
    let file = std::fs::File::create(&left).unwrap();
    let yesterday = file.metadata().unwrap().modified().unwrap() - Duration::from_secs(24 * 3600);
    file.set_modified(yesterday).unwrap();
    std::fs::File::create(&written).unwrap();
    assert_eq!(work.codes(), [""; 0]);
    assert_eq!((left.exists(), written.exists()), (false, true));
}

#[test]
fn what_is_recorded_later_is_counted_and_accepted() {
    let mut work = Work::new();
    work.add("2026-0001", "assigned");
    work.commit("c.janssen", "2026-03-20", "2026-0001 stap 2");
    let late: Vec<i64> = work
        .judged()
        .judged
        .iter()
        .filter_map(|j| {
            if let Kind::Step { late, .. } = j.mark.kind {
                Some(late)
            } else {
                None
            }
        })
        .collect();
    assert_eq!((work.codes(), late), (vec![], vec![0, 17]));
}

#[test]
fn a_breach_is_accepted() {
    let mut work = Work::new();
    work.add("2026-0001", "assigned");
    work.commit("c.janssen", "2026-03-03", "2026-0001 stap 2");
    work.add("2026-0001", "acknowledged");
    work.swap(RECORD, "date: 2026-03-05", "date: 2026-03-25");
    work.commit("p.vos", "2026-03-25", "2026-0001 stap 3");
    assert_eq!(work.codes(), [""; 0]);
}

/// What shares a repository with the register is not the register, whatever comes in with a step; only what is of it counts.
#[test]
fn a_step_may_come_with_files_beside_the_register() {
    let mut work = Work::new();
    work.put("/templates/report.nl.md", "Beste klager,\n");
    work.add("2026-0001", "assigned");
    work.commit("c.janssen", "2026-03-03", "2026-0001 stap 2");
    let kind = work
        .judged()
        .judged
        .pop()
        .map(|judged| judged.mark.kind.clone());
    assert!(
        matches!(kind, Some(Kind::Step { number: 2, .. })),
        "{kind:?}"
    );
    assert_eq!(work.codes(), [""; 0]);
}
