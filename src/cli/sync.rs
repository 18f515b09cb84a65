//! `klacht sync`: fetches what others recorded, puts what is not pushed on it, checks it, and pushes it.

use std::collections::BTreeSet;
use std::io::Write;

use clap::Args;
use git2::Oid;

use super::session::Session;
use super::{CliError, Outcome, history, table};
use crate::args;
use crate::finding::{Arg, Level};
use crate::history::answer::{Pushed, unreachable};
use crate::history::divergence::Divergence;
use crate::history::record_error::named;
use crate::history::recorder::Recorder;
use crate::history::remote::{self, Upstream};
use crate::history::replant::Replanted;
use crate::history::{Judged, Kind, RegisterRepo, Texts, Walk, check_history, short};
use crate::locale::Locale;
use crate::report::{Report, human, printable};
use crate::words::CaseId;

/// How often is tried again when somebody else was first.
const MOST_ATTEMPTS: u32 = 60;

/// What a server says of a push that is too large.
const TOO_MUCH: &str = "[H08]";

#[derive(Args)]
pub struct SyncArgs {}

pub fn run(_: &SyncArgs, session: &mut Session, out: &mut dyn Write) -> Result<Outcome, CliError> {
    let (recorder, register) = history::open_clone(session, "sync-no-repository", out)?;
    let locale = session.locale();
    let mut sync = Sync {
        upstream: Upstream::of(&recorder)?,
        recorder,
        register,
        locale,
        now: session.now(),
        news: News::default(),
    };
    let lock = sync.upstream.lock(&sync.recorder)?;
    let ended = sync.run(&lock, out);
    // Whatever came of it, git has ended and cleared up after itself.
    lock.close()?;
    ended
}

struct Sync {
    recorder: Recorder,
    register: RegisterRepo,
    upstream: Upstream,
    locale: &'static Locale,
    now: i64,
    news: News,
}

/// What there is to say at the end.
#[derive(Default)]
struct News {
    fetched: Vec<Judged>,
    /// Whether something that came in would not be accepted today.
    faulty: bool,
    cases: Vec<(CaseId, CaseId)>,
    steps: Vec<(CaseId, usize, usize)>,
    annexes: BTreeSet<CaseId>,
    redated: usize,
}

impl Sync {
    fn run(
        &mut self,
        lock: &remote::NetworkLock,
        out: &mut dyn Write,
    ) -> Result<Outcome, CliError> {
        for attempt in 0..MOST_ATTEMPTS {
            let server = self.fetch(lock)?;
            let local = self.local()?;
            let divergence = self.recorder.divergence(local, server)?;
            let base = match divergence {
                Divergence::Same => return self.tell(&Walk::default(), out),
                Divergence::Behind => local,
                Divergence::Ahead(base) | Divergence::Diverged(base) => base,
            };
            self.incoming(base, server)?;
            let target = match divergence {
                Divergence::Behind => server,
                Divergence::Diverged(_) => {
                    let replanted = self.recorder.replant(local, base, server)?;
                    let tip = replanted.tip;
                    self.news.add(replanted);
                    tip
                }
                _ => local,
            };
            let own = self.judge(server, target)?;
            if violates(&own) {
                // What was wrong before does not come of what others did.
                let joined = base != server && !violates(&self.judge(base, local)?);
                return self.refuse(&own, joined, out);
            }
            if target != local {
                self.recorder.switch(local, target, "klacht sync")?;
            }
            if target == server {
                return self.tell(&own, out);
            }
            match self.push(lock, target, &own.judged)? {
                (Pushed::Done, _) => return self.tell(&own, out),
                (Pushed::Overtaken, _) => remote::back_off(attempt),
                (Pushed::Refused(why, said), sent) => {
                    self.news(out)?;
                    let said = if said.is_empty() { why } else { said };
                    writeln!(out, "{}\n", printable(&said))?;
                    let (sent, steps) = own.judged.split_at(sent);
                    if !sent.is_empty() {
                        let steps = self.steps(sent);
                        writeln!(out, "{}", self.say("sync-pushed", args!(steps: steps)))?;
                    }
                    let steps = self.steps(steps);
                    writeln!(out, "{}", self.say("sync-refused", args!(steps: steps)))?;
                    return Ok(Outcome::Found);
                }
                (Pushed::Failed(said), _) => {
                    self.news(out)?;
                    out.flush()?;
                    return Err(unreachable(&said).into());
                }
            }
        }
        Err(CliError::User("sync-busy", args!()))
    }

    /// Pushes a commit with those before it: at once, or one by one where that is too much for the server; gives with the answer how
    /// many it has.
    fn push(
        &self,
        lock: &remote::NetworkLock,
        target: Oid,
        own: &[Judged],
    ) -> Result<(Pushed, usize), CliError> {
        let push = |commit| self.upstream.push(&self.recorder, lock, commit);
        let answer = push(target)?;
        let too_much = matches!(&answer, Pushed::Refused(_, said) if said.contains(TOO_MUCH));
        if !too_much || own.len() < 2 {
            return Ok((answer, 0));
        }
        for (sent, judged) in own.iter().enumerate() {
            match push(judged.commit)? {
                Pushed::Done => {}
                other => return Ok((other, sent)),
            }
        }
        Ok((Pushed::Done, own.len()))
    }

    fn local(&self) -> Result<Oid, CliError> {
        let none = || CliError::User("sync-nothing-yet", args!());
        self.recorder.tip()?.ok_or_else(none)
    }

    /// Fetches, and gives where the server is; what it had before must still be in it.
    fn fetch(&self, lock: &remote::NetworkLock) -> Result<Oid, CliError> {
        let before = self.upstream.tip(&self.recorder)?;
        self.upstream.fetch(&self.recorder, lock)?;
        let now = self.upstream.tip(&self.recorder)?;
        let now = now.ok_or_else(|| CliError::User("sync-nothing-yet", args!()))?;
        if let Some(before) = before
            && !self.recorder.follows(now, before)?
        {
            let args = args!(before: before.to_string(), now: now.to_string());
            return Err(CliError::User("sync-rewritten", args));
        }
        Ok(now)
    }

    fn judge(&self, after: Oid, tip: Oid) -> Result<Walk, CliError> {
        let range = format!("{after}..{tip}");
        Ok(check_history(&self.register, Some(&range), self.now)?)
    }

    /// Looks at what others pushed. It is taken as it is, since the server accepted it; but what is wrong is said.
    fn incoming(&mut self, base: Oid, server: Oid) -> Result<(), CliError> {
        if base == server {
            return Ok(());
        }
        let walk = self.judge(base, server)?;
        self.news.faulty |= violates(&walk);
        self.news.fetched.extend(walk.judged);
        Ok(())
    }

    /// Shows why what is not pushed cannot be accepted; nothing has changed.
    fn refuse(&self, walk: &Walk, joined: bool, out: &mut dyn Write) -> Result<Outcome, CliError> {
        let texts = Texts::of(&self.register.repository)?;
        let dir = &self.register.settings.dir;
        let mut faults = walk.faults.clone();
        for fault in &mut faults {
            fault
                .findings
                .retain(|found| found.level == Level::Violation);
        }
        let report = Report::of_commits(&faults, &texts, dir, self.locale);
        write!(
            out,
            "{}",
            human::render(&report, self.locale, table::width())
        )?;
        for (old, new) in &self.news.cases {
            let args = args!(old: old.to_string(), new: new.to_string());
            writeln!(out, "{}", self.say("sync-would-renumber", args))?;
        }
        let fetched = self.steps(&self.news.fetched);
        let key = if joined {
            "sync-not-joinable"
        } else {
            "sync-not-acceptable"
        };
        let wrong: Vec<Arg> = walk
            .judged
            .iter()
            .filter(|judged| !judged.accepted)
            .map(|judged| self.named(judged).into())
            .collect();
        let before = walk.judged.iter().take_while(|judged| judged.accepted);
        let args = args!(
            fetched: fetched,
            wrong: self.locale.shown(&Arg::List(wrong)),
            n: walk.judged.len() - before.count(),
        );
        writeln!(out, "{}", self.say(key, args))?;
        Ok(Outcome::Found)
    }

    /// Names one commit: by its step, or by its number where it took none.
    fn named(&self, judged: &Judged) -> String {
        match judged.mark.kind {
            Kind::Step { case, number, .. } => {
                self.say("sync-step", args!(case: case.to_string(), number: number))
            }
            _ => format!("commit {}", short(judged.commit)),
        }
    }

    fn say(&self, key: &str, args: crate::finding::Args) -> String {
        printable(&self.locale.text_with(key, &args))
    }

    /// Says what came of it in the end.
    fn tell(&self, pushed: &Walk, out: &mut dyn Write) -> Result<Outcome, CliError> {
        let mut said = self.news(out)?;
        if !pushed.judged.is_empty() {
            let steps = self.steps(&pushed.judged);
            writeln!(out, "{}", self.say("sync-pushed", args!(steps: steps)))?;
            said = true;
        }
        if !said {
            writeln!(out, "{}", self.say("sync-same", args!()))?;
        }
        let uncommitted = self.recorder.unclean(&[""])?;
        if !uncommitted.is_empty() {
            writeln!(
                out,
                "{}",
                self.say("sync-not-committed", named(&uncommitted))
            )?;
        }
        Ok(Outcome::Clean)
    }

    /// Says what was fetched and what is called otherwise now, and whether there was anything to say.
    fn news(&self, out: &mut dyn Write) -> Result<bool, CliError> {
        let mut lines = Vec::new();
        if !self.news.fetched.is_empty() {
            let steps = self.steps(&self.news.fetched);
            lines.push(self.say("sync-fetched", args!(steps: steps)));
        }
        if self.news.faulty {
            lines.push(self.say("sync-faulty", args!()));
        }
        for (old, new) in &self.news.cases {
            let args = args!(old: old.to_string(), new: new.to_string());
            lines.push(self.say("sync-renumbered", args));
        }
        for (case, old, new) in &self.news.steps {
            let args = args!(case: case.to_string(), old: *old, new: *new);
            lines.push(self.say("sync-step-renumbered", args));
        }
        for case in &self.news.annexes {
            lines.push(self.say("sync-old-number", args!(case: case.to_string())));
        }
        if self.news.redated > 0 {
            lines.push(self.say("sync-redated", args!(n: self.news.redated)));
        }
        for line in &lines {
            writeln!(out, "{line}")?;
        }
        Ok(!lines.is_empty())
    }

    /// Names steps and counts what else there is: `2026-0007 stap 3, 2026-0012 stap 1 en 2 andere wijzigingen`.
    fn steps(&self, judged: &[Judged]) -> String {
        /// More are counted, not named.
        const NAMED: usize = 5;
        let steps: Vec<(CaseId, usize)> = judged
            .iter()
            .filter_map(|judged| match judged.mark.kind {
                Kind::Step { case, number, .. } => Some((case, number)),
                _ => None,
            })
            .collect();
        let others = judged.len() - steps.len();
        let mut parts = Vec::new();
        if steps.len() > NAMED {
            let cases: BTreeSet<CaseId> = steps.iter().map(|(case, _)| *case).collect();
            let args = args!(steps: steps.len(), cases: cases.len());
            parts.push(Arg::from(self.say("sync-steps", args)));
        } else {
            let named = |(case, number): &(CaseId, usize)| {
                self.say("sync-step", args!(case: case.to_string(), number: *number))
            };
            parts.extend(steps.iter().map(named).map(Arg::from));
        }
        if others > 0 {
            parts.push(Arg::from(self.say("sync-others", args!(n: others))));
        }
        self.locale.shown(&Arg::List(parts))
    }
}

impl News {
    /// Adds what happened to commits that were put elsewhere; what was renumbered in an earlier attempt may be so again.
    fn add(&mut self, replanted: Replanted) {
        for (old, _) in &replanted.cases {
            self.annexes.remove(old);
        }
        let cases = replanted.cases.into_iter().map(|(old, new)| ((), old, new));
        let known = self.cases.drain(..).map(|(old, new)| ((), old, new));
        let cases = followed(known.collect(), cases.collect());
        self.cases = cases.into_iter().map(|((), old, new)| (old, new)).collect();
        let renamed = |case: CaseId| self.cases.iter().find(|(old, _)| *old == case);
        let known = self
            .steps
            .drain(..)
            .map(|(case, old, new)| (renamed(case).map_or(case, |(_, new)| *new), old, new));
        self.steps = followed(known.collect(), replanted.steps);
        self.annexes.extend(replanted.annexes);
        self.redated += replanted.redated;
    }
}

/// Puts a second renumbering after a first: what went from 3 to 4 and then from 4 to 5 went from 3 to 5.
fn followed<K: PartialEq, N: PartialEq>(
    first: Vec<(K, N, N)>,
    second: Vec<(K, N, N)>,
) -> Vec<(K, N, N)> {
    let mut all = first;
    let known = all.len();
    for (key, old, new) in second {
        let earlier = all[..known]
            .iter_mut()
            .find(|(of, _, now)| *of == key && *now == old);
        match earlier {
            Some(earlier) => earlier.2 = new,
            None => all.push((key, old, new)),
        }
    }
    all
}

fn violates(walk: &Walk) -> bool {
    let mut findings = walk.faults.iter().flat_map(|faults| &faults.findings);
    findings.any(|finding| finding.level == Level::Violation)
}

#[cfg(test)]
mod tests {
    use super::followed;

    #[test]
    fn one_renumbering_after_another_is_one() {
        let first = followed(Vec::new(), vec![('a', 3, 4), ('a', 4, 5)]);
        assert_eq!(first, [('a', 3, 4), ('a', 4, 5)]);
        let second = followed(first, vec![('a', 4, 6), ('a', 5, 7), ('b', 4, 5)]);
        assert_eq!(second, [('a', 3, 6), ('a', 4, 7), ('b', 4, 5)]);
    }
}
