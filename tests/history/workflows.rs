//! Random honest workflows of many employees pass; every single mutation of one is refused.

use super::STEPS;
use super::support::history::Work;

/// Random honest workflows: many cases at once, by whoever it is for, steps in the order of their days.
fn honest(seed: u64) -> (Work, usize) {
    let mut random = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut below = |n: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random % n as u64).unwrap()
    };
    let mut work = Work::empty();
    let ids: Vec<String> = (1..=2 + below(3)).map(|n| format!("2026-{n:04}")).collect();
    let mut commits = 0;
    for id in &ids {
        work.new_case(id);
        work.commit("m.bakker", "2026-03-02", &format!("{id} stap 1"));
        commits += 1;
    }
    let ends: Vec<usize> = ids.iter().map(|_| below(STEPS.len() + 1)).collect();
    for (number, (step, who, date)) in STEPS.iter().enumerate() {
        for (id, _) in ids.iter().zip(&ends).filter(|(_, end)| number < **end) {
            work.add(id, step);
            work.commit(who, date, &format!("{id} stap {}", number + 2));
            commits += 1;
        }
    }
    (work, commits)
}

/// What can be done to one commit of a chain; those after it are made anew on the result, with the trees that they had.
const HOW: [&str; 8] = [
    "squash",
    "re-author",
    "re-date",
    "other tree",
    "reorder",
    "edit",
    "split",
    "graft",
];

fn raw(work: &Work, id: git2::Oid) -> String {
    String::from_utf8(
        work.repository
            .odb()
            .unwrap()
            .read(id)
            .unwrap()
            .data()
            .to_vec(),
    )
    .unwrap()
}

fn header(commit: &str, name: &str) -> String {
    commit
        .lines()
        .find(|line| line.starts_with(name))
        .unwrap()
        .to_owned()
}

/// Writes a commit again, on the tip.
fn again(work: &mut Work, commit: &str) {
    let commit = commit.replacen(
        &header(commit, "parent "),
        &format!("parent {}", work.tip),
        1,
    );
    work.write(&commit);
}

/// Gives who made a commit and when, as a test writes it.
fn made(commit: &str) -> (String, String) {
    let line = header(commit, "author ");
    let seconds: i64 = line.split(' ').rev().nth(1).unwrap().parse().unwrap();
    let who = line.split(' ').nth(1).unwrap().to_owned();
    let time = chrono::DateTime::from_timestamp(seconds, 0).unwrap();
    (who, time.to_rfc3339())
}

fn mutate(work: &mut Work, chain: &[git2::Oid], at: usize, how: &str, elsewhere: git2::Oid) {
    work.go_to(if at == 0 { work.root } else { chain[at - 1] });
    let before = work.files.clone();
    let commit = raw(work, chain[at]);
    let mut from = at + 1;
    match how {
        "squash" => {}
        "re-author" => {
            // Everybody is somebody else.
            let mut other = commit
                .replace("p.vos", "x.vos")
                .replace("m.bakker", "p.vos");
            other = other
                .replace("c.janssen", "m.bakker")
                .replace("k.smit", "c.janssen");
            again(work, &other.replace("x.vos", "h.mulder"));
        }
        "re-date" => {
            let mut other = commit.clone();
            for name in ["author ", "committer "] {
                let old = header(&commit, name);
                let time: i64 = old.split(' ').rev().nth(1).unwrap().parse().unwrap();
                let new = old.replace(&time.to_string(), &(time - 31_536_000).to_string());
                other = other.replacen(&old, &new, 1);
            }
            again(work, &other);
        }
        "other tree" => {
            let other = chain[(at + chain.len() / 2) % chain.len()];
            let other = if other == chain[at] { work.root } else { other };
            let tree = header(&raw(work, other), "tree ");
            again(work, &commit.replacen(&header(&commit, "tree "), &tree, 1));
        }
        "reorder" => {
            let next = raw(work, chain[at + 1]);
            again(work, &next);
            again(work, &commit);
            from = at + 2;
        }
        // A blank in an earlier step; before that in a case there is its number.
        "edit" => {
            work.go_to(chain[at]);
            let files = work.files.clone();
            let changed = files.iter().find(|(path, file)| {
                path.ends_with("complaint.yaml") && before.get(*path) != Some(file)
            });
            let path = changed.unwrap().0.strip_prefix("complaints/").unwrap();
            work.swap(path, "case: ", "case:  ");
            let (who, when) = made(&commit);
            work.tip = if at == 0 { work.root } else { chain[at - 1] };
            work.commit(&who, &when, "Bewerkt");
        }
        // The annex first and the record after it, or the record in two pieces.
        "split" => {
            work.go_to(chain[at]);
            let after = work.files.clone();
            let new: Vec<_> = after
                .iter()
                .filter(|(path, file)| before.get(*path) != Some(file))
                .collect();
            work.files = before.clone();
            let (path, (mode, bytes)) = new
                .iter()
                .find(|(path, _)| path.ends_with("complaint.yaml"))
                .unwrap();
            match new.iter().find(|(path, _)| path.contains("/private/")) {
                Some((path, file)) => drop(work.files.insert((*path).clone(), (*file).clone())),
                None => {
                    let half = bytes.len() - 4;
                    work.files
                        .insert((*path).clone(), (*mode, bytes[..half].to_vec()));
                }
            }
            let (who, when) = made(&commit);
            work.tip = if at == 0 { work.root } else { chain[at - 1] };
            work.commit(&who, &when, "Eerste helft");
            again(work, &commit);
        }
        // On a commit that is not of this history.
        _ => {
            work.tip = elsewhere;
            again(work, &commit);
        }
    }
    for id in &chain[from..] {
        let commit = raw(work, *id);
        again(work, &commit);
    }
}

#[test]
fn honest_workflows_pass_and_every_mutation_of_one_is_refused() {
    for seed in 1..=3 {
        let (mut work, commits) = honest(seed);
        let walk = work.judged();
        assert_eq!(
            (work.codes(), walk.judged.len()),
            (vec![], commits),
            "{seed}"
        );
        let chain: Vec<git2::Oid> = walk.judged.iter().map(|judged| judged.commit).collect();
        let root = raw(&work, work.root);
        let elsewhere = work.write(&root.replace("Begin", "Een ander begin"));
        for at in (0..chain.len()).step_by(3) {
            for how in HOW {
                // Without its last commit a history is shorter, not wrong: that is for the server to see.
                if matches!(how, "squash" | "reorder") && at + 1 == chain.len() {
                    continue;
                }
                mutate(&mut work, &chain, at, how, elsewhere);
                assert!(!work.codes().is_empty(), "seed {seed}, commit {at}: {how}");
            }
        }
    }
}
