//! Many clones that record and send at once: nothing is lost, nothing wrong is accepted, and nobody waits long.
//!
//! ```console
//! $ cargo bench --bench concurrent_pushes            # 8 clones, 500 pushes
//! $ cargo bench --bench concurrent_pushes -- 4 40    # 4 clones, 40 pushes
//! ```
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement takes the time and prints it"
)]

#[path = "../tests/support/clones.rs"]
mod clones;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use clones::Server;

const PEOPLE: [&str; 5] = ["m.bakker", "c.janssen", "p.vos", "h.mulder", "k.smit"];

fn main() {
    let mut numbers = std::env::args().filter_map(|arg| arg.parse::<usize>().ok());
    let clones = numbers.next().unwrap_or(8);
    let pushes = numbers.next().unwrap_or(500);
    let server = Server::new();
    let clones: Vec<_> = (0..clones)
        .map(|n| server.clone(&format!("clone-{n}"), PEOPLE[n % PEOPLE.len()]))
        .collect();
    let left = AtomicUsize::new(pushes);
    let begun = Instant::now();
    let mut times: Vec<Duration> = Vec::new();
    let mut recorded = Vec::new();
    std::thread::scope(|scope| {
        let workers: Vec<_> = clones
            .iter()
            .enumerate()
            .map(|(n, clone)| {
                let left = &left;
                scope.spawn(move || {
                    let (mut times, mut recorded) = (Vec::new(), Vec::new());
                    let take = |left: usize| left.checked_sub(1);
                    while let Ok(round) =
                        left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take)
                    {
                        let what = format!("kloon {n} ronde {round}");
                        // The handler of the first case adds steps to it, everyone registers new cases.
                        if PEOPLE[n % PEOPLE.len()] == "p.vos" && round % 2 == 0 {
                            clone.contacted("2024-0001", &what);
                        } else {
                            clone.new_case(&what);
                        }
                        recorded.push(what);
                        let begun = Instant::now();
                        clone.ok(&["sync"]);
                        times.push(begun.elapsed());
                    }
                    (times, recorded)
                })
            })
            .collect();
        for worker in workers {
            let (own, what) = worker.join().unwrap();
            times.extend(own);
            recorded.extend(what);
        }
    });
    let took = begun.elapsed();
    server.is_valid();
    server.was_valid_after_each_push(pushes);
    assert_eq!(
        server.git(&["rev-list", "--count", "main"]),
        (pushes + 1).to_string()
    );
    let all = server.git(&["grep", "-hE", "summary|asked", "main", "--", "complaints"]);
    for what in &recorded {
        let found = all
            .lines()
            .filter(|line| line.ends_with(what.as_str()) || line.contains(&format!("{what}'")));
        assert_eq!(found.count(), 1, "{what}");
    }
    for clone in &clones {
        clone.ok(&["sync"]);
        clone.is_whole();
        assert_eq!(
            clone.git(&["rev-parse", "HEAD"]),
            server.git(&["rev-parse", "main"])
        );
    }
    assert_eq!(clones::locks(&server.bare()).len(), 0);
    times.sort();
    let at = |part: f64| times[((times.len() - 1) as f64 * part).round() as usize].as_secs_f64();
    println!(
        "{pushes} pushes by {} clones in {:.1} s: none lost, each received once, the register valid after each\n\
         one sync: median {:.2} s, p90 {:.2} s, p95 {:.2} s, p99 {:.2} s, slowest {:.2} s",
        clones.len(),
        took.as_secs_f64(),
        at(0.5),
        at(0.9),
        at(0.95),
        at(0.99),
        at(1.0)
    );
    for edge in [0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0] {
        let within = times
            .iter()
            .filter(|time| time.as_secs_f64() <= edge)
            .count();
        println!("within {edge:>5} s: {within}");
    }
}
