//! How long complaints took and how old the open ones are, in a yearly analysis.

use crate::analysis::survival::LeadTimes;
use crate::args;
use crate::site::chart::{self, Named};
use crate::site::elements::Html;
use crate::site::views::analysis::{Block, Row, Section, Table};

use super::Context;

/// How many open cases a page lists.
const OPEN_CASES: usize = 100;

/// Shows how long complaints took, with those that are open (M10, M11).
pub(super) fn lead_times(context: &Context<'_, '_>) -> Section {
    let times = &context.figures.lead_times;
    let mut blocks = Vec::new();
    if times.cases > 0 {
        let sentence = sentence(context, times);
        if !times.steps.is_empty() {
            blocks.push(closing(context, times, &sentence));
        }
        blocks.push(Block::text(sentence));
    }
    blocks.extend(open(context));
    context.section("lead", blocks)
}

/// Says in how many days half of the complaints, and nine of ten, were closed.
fn sentence(context: &Context<'_, '_>, times: &LeadTimes) -> String {
    let wording = &context.wording;
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
    wording.with(key, &args)
}

/// Draws which share was closed after how many days.
fn closing(context: &Context<'_, '_>, times: &LeadTimes, conclusion: &str) -> Block {
    let wording = &context.wording;
    let closed = |open_share: f64| wording.numbers.percentage(1.0 - open_share, 0);
    let mark = |day: Option<u32>, share: f64, key: &str| {
        let day = day.filter(|_| times.quotable())?;
        Some((day, share, wording.with(key, &args!(n: i64::from(day)))))
    };
    let marks = [
        mark(times.median, 0.5, "lead-median"),
        mark(times.p90, 0.9, "lead-p90"),
    ];
    let marks: Vec<_> = marks.into_iter().flatten().collect();
    let steps = times.steps.iter();
    let steps: Vec<(u32, f64)> = steps
        .map(|step| (step.days, 1.0 - step.open_share))
        .collect();
    let title = context.say("lead-title");
    let named = Named {
        id: "lead",
        title: &title,
        conclusion,
    };
    let svg = chart::closing(
        &named,
        &steps,
        &context.figures.open_days,
        &marks,
        &context.say("lead-days"),
        &|share| wording.numbers.percentage(share, 0),
    );
    let rows = times.steps.iter().map(|step| {
        let counts = [step.at_risk, step.closed].map(|count| count.to_string());
        let cells = counts.into_iter().chain([closed(step.open_share)]);
        Row::new(step.days.to_string(), cells.collect())
    });
    let heads = context.heads(&["days", "#open", "#closed", "#closed-share"]);
    let table = Table::new(title.clone(), &heads, rows.collect());
    Block::Chart {
        svg: Html::new(svg),
        table,
    }
}

/// Lists the open cases with their age.
fn open(context: &Context<'_, '_>) -> Vec<Block> {
    let (figures, wording) = (context.figures, &context.wording);
    let ages = figures.open.iter().map(|case| case.age);
    let Some(oldest) = ages.max() else {
        return vec![Block::text(context.say("open-none"))];
    };
    let rows = figures.open.iter().take(OPEN_CASES).map(|case| {
        let overdue = case.overdue.map(|days| days.to_string());
        let overdue = overdue.unwrap_or_else(|| "–".to_owned());
        Row::of_case(case.id, vec![case.age.to_string(), overdue])
    });
    let caption = wording.with(
        "open-caption",
        &args!(n: figures.open.len(), overdue: figures.overdue().count(), oldest: oldest),
    );
    let heads = context.heads(&["case", "#age", "#overdue"]);
    let table = Table::new(caption, &heads, rows.collect());
    let mut blocks = vec![Block::Table { table }];
    let more = figures.open.len().saturating_sub(OPEN_CASES);
    if more > 0 {
        blocks.push(Block::quiet(wording.with("analysis-more", &args!(n: more))));
    }
    blocks
}
