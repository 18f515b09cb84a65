//! The middle of a yearly analysis: terms against the norm, lead times and verdicts.

use crate::analysis::figures::{Ending, Key};
use crate::analysis::proportion::{NormEvidence, Share};
use crate::args;
use crate::site::chart::{self, Bar, Dot, Named};
use crate::site::templates::Html;
use crate::site::views::analysis::{Block, Row, Section, Table};

use super::Context;

/// How many open cases a page lists.
const OPEN_CASES: usize = 100;

/// The shares of terms that have one, clause by clause.
const TERMS: [Key; 4] = [Key::Acknowledged, Key::Told, Key::Reported, Key::Handled];

/// Makes a row of the chart of shares.
pub(super) fn dot(context: &Context<'_, '_>, key: Key) -> Dot {
    let share = context.figures.share(key);
    let below = share
        .norm
        .is_some_and(|norm| norm.evidence == NormEvidence::DemonstrablyBelow);
    Dot {
        label: context.wording.metric(key),
        text: context.wording.numbers.share(share.share()),
        share: share
            .estimate
            .map(|e| (e.value, e.interval.lo, e.interval.hi)),
        bounds: None,
        signal: below,
    }
}

/// Makes a table of shares; none where nothing counts in any of them.
pub(super) fn shares_table(
    context: &Context<'_, '_>,
    caption: &str,
    keys: &[Key],
) -> Option<Block> {
    let counts = |key: &Key| {
        let share = context.figures.share(*key);
        !share.of.is_empty() || !share.apart.is_empty()
    };
    let rows = keys.iter().map(|key| share_row(context, *key)).collect();
    let heads = if keys.iter().any(|key| key.has_interval()) {
        context.heads(&["what", "#share", "#interval", "#apart"])
    } else {
        context.heads(&["what", "#share", "#apart"])
    };
    keys.iter().any(counts).then(|| Block::Table {
        table: Table::new(context.say(caption), &heads, rows),
    })
}

/// Makes a row of a table of shares.
fn share_row(context: &Context<'_, '_>, key: Key) -> Row {
    let share = context.figures.share(key);
    let bounds = share.estimate.map(|e| (e.interval.lo, e.interval.hi));
    let mut cells = vec![context.wording.numbers.share(share.share())];
    if key.has_interval() {
        cells.push(interval(context, share.share(), bounds));
    }
    cells.push(share.apart.len().to_string());
    Row::new(context.wording.metric(key), cells)
}

/// Gives an interval in per cent where a percentage is shown.
pub(super) fn interval(
    context: &Context<'_, '_>,
    share: Share,
    interval: Option<(f64, f64)>,
) -> String {
    let numbers = context.wording.numbers;
    interval
        .filter(|_| share.shows_percentage())
        .map_or_else(String::new, |(lo, hi)| {
            format!(
                "{}–{}",
                numbers.percent(lo, share.of),
                numbers.percentage(hi, share.of)
            )
        })
}

/// Shows what was done in time (M06 to M09).
pub(super) fn terms(context: &Context<'_, '_>) -> Section {
    let (figures, wording) = (context.figures, &context.wording);
    let due = |key: &Key| !figures.share(*key).of.is_empty();
    if !TERMS.iter().any(due) {
        return context.section("terms", vec![Block::text(context.say("terms-nothing"))]);
    }
    let lines: Vec<String> = TERMS
        .iter()
        .filter_map(|key| {
            Some(format!(
                "{}: {}",
                wording.metric(*key),
                wording.norm(figures, *key)?
            ))
        })
        .collect();
    let title = context.say("terms-title");
    let conclusion = if lines.is_empty() {
        context.say("terms-no-norm")
    } else {
        lines.join(" ")
    };
    let dots: Vec<Dot> = TERMS.iter().map(|key| dot(context, *key)).collect();
    let percentage = |share: f64| wording.numbers.percentage(share, 0);
    let norm = figures.norm.map(|norm| {
        (
            norm,
            wording.with("norm-label", &args!(p: percentage(norm))),
        )
    });
    let named = Named {
        id: "terms",
        title: &title,
        conclusion: &conclusion,
    };
    let svg = chart::dots(
        &named,
        &dots,
        norm.as_ref().map(|(at, label)| (*at, label.as_str())),
        &percentage,
    );
    let rows = TERMS.iter().map(|key| share_row(context, *key)).collect();
    let heads = context.heads(&["term", "#share", "#interval", "#not-due"]);
    let table = Table::new(title.clone(), &heads, rows);
    let mut blocks = vec![Block::Chart {
        svg: Html::new(svg),
        table,
    }];
    if lines.is_empty() {
        blocks.push(Block::quiet(conclusion));
    } else {
        blocks.push(Block::List { items: lines });
    }
    blocks.push(Block::quiet(context.say("analysis-why-interval")));
    context.section("terms", blocks)
}

/// Shows how long complaints took, with those that are open (M10, M11).
pub(super) fn lead_times(context: &Context<'_, '_>) -> Section {
    let (figures, wording) = (context.figures, &context.wording);
    let times = &figures.lead_times;
    let mut blocks = Vec::new();
    if times.cases > 0 {
        let days = |day: Option<u32>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
        let interval = match (times.median_lo, times.median_hi) {
            (None, None) => String::new(),
            (lo, hi) => {
                let hi = hi.map_or_else(|| "∞".to_owned(), |hi| hi.to_string());
                wording.with("lead-interval", &args!(lo: days(lo), hi: hi))
            }
        };
        let args = args!(
            median: days(times.median),
            interval: interval,
            p90: days(times.p90),
            closed: times.cases - times.open,
            open: times.open,
        );
        let key = match (times.quotable(), times.median, times.p90) {
            (false, ..) => "lead-few",
            (true, Some(_), Some(_)) => "lead",
            (true, Some(_), None) => "lead-no-p90",
            (true, None, _) => "lead-no-median",
        };
        let sentence = wording.with(key, &args);
        let mark = |day: Option<u32>, share: f64, key: &str| {
            let day = day.filter(|_| times.quotable())?;
            Some((day, share, wording.with(key, &args!(n: i64::from(day)))))
        };
        let marks: Vec<_> = [
            mark(times.median, 0.5, "lead-median"),
            mark(times.p90, 0.9, "lead-p90"),
        ]
        .into_iter()
        .flatten()
        .collect();
        let steps: Vec<(u32, f64)> = times
            .steps
            .iter()
            .map(|step| (step.days, 1.0 - step.open_share))
            .collect();
        let title = context.say("lead-title");
        let named = Named {
            id: "lead",
            title: &title,
            conclusion: &sentence,
        };
        let svg = chart::closing(
            &named,
            &steps,
            &figures.open_days,
            &marks,
            &context.say("lead-days"),
            &|share| wording.numbers.percentage(share, 0),
        );
        let rows = times.steps.iter().map(|step| {
            let closed = wording.numbers.percentage(1.0 - step.open_share, 0);
            Row::new(
                step.days.to_string(),
                vec![step.at_risk.to_string(), step.closed.to_string(), closed],
            )
        });
        let heads = context.heads(&["days", "#open", "#closed", "#closed-share"]);
        let table = Table::new(title.clone(), &heads, rows.collect());
        if !times.steps.is_empty() {
            blocks.push(Block::Chart {
                svg: Html::new(svg),
                table,
            });
        }
        blocks.push(Block::text(sentence));
    }
    if figures.open.is_empty() {
        blocks.push(Block::text(context.say("open-none")));
    } else {
        let rows = figures.open.iter().take(OPEN_CASES).map(|case| {
            let overdue = case
                .overdue
                .map_or_else(|| "–".to_owned(), |days| days.to_string());
            Row::of_case(case.id, vec![case.age.to_string(), overdue])
        });
        let oldest = figures
            .open
            .iter()
            .map(|case| case.age)
            .max()
            .unwrap_or_default();
        let caption = wording.with(
            "open-caption",
            &args!(n: figures.open.len(), overdue: figures.overdue().count(), oldest: oldest),
        );
        let heads = context.heads(&["case", "#age", "#overdue"]);
        blocks.push(Block::Table {
            table: Table::new(caption, &heads, rows.collect()),
        });
        let more = figures.open.len().saturating_sub(OPEN_CASES);
        if more > 0 {
            blocks.push(Block::quiet(wording.with("analysis-more", &args!(n: more))));
        }
    }
    context.section("lead", blocks)
}

/// Shows what was taken up and how it ended (M12, M13).
pub(super) fn verdicts(context: &Context<'_, '_>) -> Section {
    let wording = &context.wording;
    if context.figures.received.is_empty() {
        let none = Block::text(context.say("families-nothing"));
        return context.section("verdicts", vec![none]);
    }
    let admitted = context.figures.share(Key::Admitted);
    let first = wording.with(
        "verdicts-admitted",
        &args!(share: wording.numbers.share(admitted.share()), n: admitted.apart.len()),
    );
    let first_ending = Key::Ending(Ending::Founded);
    let (closed, open) = {
        let share = context.figures.share(first_ending);
        (share.of.len() as u64, share.apart.len())
    };
    let text = |count: usize| {
        let share = Share::new(count as u64, closed);
        match share.value().filter(|_| share.shows_percentage()) {
            Some(value) => format!("{count} ({})", wording.numbers.percentage(value, closed)),
            None => count.to_string(),
        }
    };
    let mut bars = Vec::new();
    let mut rows = Vec::new();
    for ending in Ending::ALL {
        let share = context.figures.share(Key::Ending(*ending));
        let label = context.say(&format!("metric-ending-{ending}"));
        let bounds = share.estimate.map(|e| (e.interval.lo, e.interval.hi));
        rows.push(Row::new(
            label.clone(),
            vec![
                text(share.hits.len()),
                interval(context, share.share(), bounds),
            ],
        ));
        bars.push(Bar {
            label,
            count: share.hits.len() as u64,
            text: text(share.hits.len()),
            tick: None,
            signal: false,
        });
    }
    let label = context.say("verdicts-open");
    rows.push(Row::new(
        label.clone(),
        vec![open.to_string(), String::new()],
    ));
    bars.push(Bar {
        label,
        count: open as u64,
        text: open.to_string(),
        tick: None,
        signal: false,
    });
    let title = context.say("verdicts-title");
    let conclusion = wording.with(
        "verdicts-conclusion",
        &args!(n: i64::try_from(closed).unwrap_or_default(), open: open),
    );
    let svg = chart::bars(
        &Named {
            id: "verdicts",
            title: &title,
            conclusion: &conclusion,
        },
        &bars,
    );
    let table = Table::new(
        title.clone(),
        &context.heads(&["verdict", "#count", "#interval"]),
        rows,
    );
    let mut blocks = vec![
        Block::text(first),
        Block::text(conclusion),
        Block::Chart {
            svg: Html::new(svg),
            table,
        },
    ];
    let refusals = &context.figures.refusals;
    if !refusals.is_empty() {
        let row = |(ground, cases): &(Option<String>, Vec<_>)| {
            let name = wording.refusal(ground.as_deref());
            Row::new(name, vec![cases.len().to_string()])
        };
        let heads = context.heads(&["ground", "#count"]);
        let rows = refusals.iter().map(row).collect();
        blocks.push(Block::Table {
            table: Table::new(context.say("refusals-caption"), &heads, rows),
        });
    }
    context.section("verdicts", blocks)
}
