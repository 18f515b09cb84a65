//! The first part of a yearly analysis: the answers, the flow and the months.

use crate::analysis::figures::YearFigures;
use crate::analysis::headline::MIN_BASELINE_MONTHS;
use crate::args;
use crate::deadlines::State;
use crate::register::analysis::KeyFigure;
use crate::site::chart::{self, MonthBar, Named};
use crate::site::elements::{Html, mark};
use crate::site::pages::Site;
use crate::site::views::analysis::{AnswerView, Block, Row, Section, Table};

use super::Context;

/// Answers the three questions, and says what asks for a decision.
pub(super) fn answers(context: &Context<'_, '_>) -> Section {
    let answers = context.wording.answers(context.figures);
    let rows = answers.into_iter().map(|answer| AnswerView {
        question: answer.question,
        state: mark(answer.kind, &answer.state),
        text: answer.text,
    });
    let mut blocks = vec![Block::Answers {
        rows: rows.collect(),
    }];
    blocks.push(Block::Heading {
        text: context.say("analysis-decide"),
    });
    let asked = context.wording.decisions(context.figures);
    if asked.is_empty() {
        blocks.push(Block::text(context.say("analysis-decide-nothing")));
    } else {
        blocks.push(Block::List { items: asked });
    }
    context.section("answers", blocks)
}

/// Gives the state of a year's analysis: signed, due, overdue, or not asked for yet.
pub(super) fn standing(site: &Site<'_>, figures: &YearFigures) -> Html {
    let year = u16::try_from(figures.frame.year).unwrap_or_default();
    let deadline = site.procedure.map(|procedure| {
        crate::deadlines::analysis_deadlines(
            site.register,
            procedure,
            &procedure.calendar(),
            site.as_of,
        )
    });
    let state = deadline
        .into_iter()
        .flatten()
        .find(|deadline| deadline.year == year);
    match state.map(|deadline| deadline.state) {
        Some(State::Late) => mark("late", &site.words.locale.text("analysis-signed-late")),
        _ if site.register.analyses.contains_key(&year) => {
            mark("met", &site.words.locale.text("analysis-signed"))
        }
        Some(State::Overdue) => mark("overdue", &site.words.locale.text("analysis-overdue")),
        Some(_) => mark("due-soon", &site.words.locale.text("analysis-due")),
        None => mark("running", &site.words.locale.text("analysis-running")),
    }
}

/// Gives the name of what is open in the end: at the end of the year, or on the reference date while it runs.
pub(super) const fn flow_end(context: &Context<'_, '_>) -> &'static str {
    if context.figures.frame.running {
        "flow-open-now"
    } else {
        "flow-open-end"
    }
}

/// Shows the balance of the year (M02).
pub(super) fn flow(context: &Context<'_, '_>) -> Section {
    let figures = context.figures;
    let balance = figures.flow.balance;
    let year = args!(year: figures.frame.year.to_string());
    let rows = [
        ("flow-open-start", balance.open_start),
        ("flow-received", balance.received),
        ("flow-closed", balance.closed),
        (flow_end(context), balance.open_end),
    ];
    let rows = rows
        .into_iter()
        .map(|(key, count)| Row::new(context.wording.with(key, &year), vec![count.to_string()]))
        .collect();
    let caption = context.say("flow-caption");
    let mut blocks = vec![Block::Table {
        table: Table::new(caption, &context.heads(&["what", "#count"]), rows),
    }];
    if let (Some(rate), Some(clients)) = (figures.rate, figures.frame.clients()) {
        let numbers = context.wording.numbers;
        blocks.push(Block::text(context.wording.with(
            "flow-rate",
            &args!(
                rate: numbers.ratio(rate.value),
                lo: numbers.ratio(rate.interval.lo),
                hi: numbers.ratio(rate.interval.hi),
                clients: numbers.fixed(clients, 0),
            ),
        )));
    }
    if !figures.frame.running && balance.open_at_cutoff > 0 {
        let n = i64::try_from(balance.open_at_cutoff).unwrap_or(i64::MAX);
        blocks.push(Block::text(
            context.wording.with("flow-still-open", &args!(n: n)),
        ));
    }
    blocks.extend(revisions(context));
    context.section("flow", blocks)
}

/// Says which counts of the balance are no longer what an analysis was signed on: this year's, and those of the year before.
fn revisions(context: &Context<'_, '_>) -> Vec<Block> {
    let this = context.figures.frame.year;
    let mut said = Vec::new();
    for figures in &context.site.analyses.years {
        let year = figures.frame.year;
        let signed = u16::try_from(year).ok();
        let signed = signed.and_then(|year| context.site.register.signed.get(&year));
        let Some(signed) = signed.filter(|_| (this - 1..=this).contains(&year)) else {
            continue;
        };
        let mut changed = Vec::new();
        let mut unrecorded = false;
        for (name, now) in figures.key_figures() {
            use KeyFigure::{Closed, OpenEnd, OpenStart, Received};
            if !matches!(name, OpenStart | Received | Closed | OpenEnd) {
                continue;
            }
            let was = signed.head.figures.get(&name).map(|was| was.as_str());
            unrecorded |= was.is_none();
            if let Some(was) = was.filter(|was| *was != now) {
                let name = context.wording.key_figure_name(name);
                let was_now = context.wording.with("was-now", &args!(was: was, now: now));
                changed.push(format!("{name}: {was_now}"));
            }
        }
        let args = args!(year: year.to_string(), changed: changed.join("; "));
        let key = match (changed.is_empty(), unrecorded) {
            (false, _) => "flow-revised",
            (true, true) => "flow-unrecorded",
            (true, false) => "flow-unrevised",
        };
        said.push(Block::quiet(context.wording.with(key, &args)));
    }
    said
}

/// Shows the 36 months with the limits of chance, and says whether there is a trend (T1, T2, T4).
pub(super) fn months(context: &Context<'_, '_>) -> Section {
    let (figures, wording) = (context.figures, &context.wording);
    let headline = &figures.headline;
    let judged = headline.baseline_months >= MIN_BASELINE_MONTHS;
    let bars: Vec<MonthBar> = figures
        .months
        .iter()
        .enumerate()
        .map(|(at, count)| {
            let of_year = at.checked_sub(24).filter(|_| judged);
            let signal =
                of_year.and_then(|month| headline.month_signals.iter().find(|s| s.index == month));
            MonthBar {
                count: *count,
                limits: of_year
                    .and_then(|month| headline.month_limits.get(month))
                    .map(|limits| (limits.low, limits.high)),
                signal: signal.is_some(),
            }
        })
        .collect();
    let trend = wording.trend(figures);
    let about_months = wording.months(figures);
    let conclusion = std::iter::once(trend.clone())
        .chain(about_months.clone())
        .collect::<Vec<_>>()
        .join(" ");
    let incidents = figures.counts_incidents();
    let title = wording.with("months-title", &args!(unit: wording.unit(incidents)));
    let named = Named {
        id: "months",
        title: &title,
        conclusion: &conclusion,
    };
    let svg = chart::months(
        &named,
        &bars,
        &context.years_shown(),
        &wording.with(
            "months-limits",
            &wording.limits_range(&headline.month_limits),
        ),
    );
    let rows = bars.iter().enumerate().filter_map(|(at, bar)| {
        let (year, month) = (figures.frame.year - 2 + at as i32 / 12, at % 12);
        let limits = bar.limits.map_or_else(String::new, |(low, high)| {
            format!(
                "{low}–{}",
                high.map_or_else(|| "∞".to_owned(), |high| high.to_string())
            )
        });
        let signal = if bar.signal {
            context.say("months-outside")
        } else {
            String::new()
        };
        let mut cells = vec![bar.count?.to_string()];
        if incidents {
            cells.push(figures.months_received.get(at).copied()??.to_string());
        }
        cells.extend([limits, signal]);
        Some(Row::new(wording.month(year, month), cells))
    });
    let heads = if incidents {
        context.heads(&["month", "#incidents", "#complaints", "#limits", "signal"])
    } else {
        context.heads(&["month", "#count", "#limits", "signal"])
    };
    let table = Table::new(title.clone(), &heads, rows.collect());
    let mut blocks = vec![
        Block::Chart {
            svg: Html::new(svg),
            table,
        },
        Block::text(trend),
    ];
    blocks.extend(about_months.into_iter().map(Block::text));
    // A line over the years that is there stands in the sentence on the trend.
    let line = wording
        .long_run(figures)
        .filter(|_| !figures.words.is_some_and(|words| words.line.is_claim()));
    blocks.extend(line.map(Block::text));
    blocks.extend(wording.trend_notes(figures).into_iter().map(Block::quiet));
    context.section("months", blocks)
}
