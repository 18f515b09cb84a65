//! The first half of a yearly analysis: the answers, the judgement that was signed, flow, months and families.

use crate::analysis::figures::{Family, FamilyFigures, MemberFigures, YearFigures};
use crate::analysis::headline::MIN_BASELINE_MONTHS;
use crate::analysis::proportion::Share;
use crate::args;
use crate::deadlines::State;
use crate::site::chart::{self, Bar, MonthBar, Named, Strip};
use crate::site::markdown::render_markdown;
use crate::site::pages::Site;
use crate::site::templates::Html;
use crate::site::views::Mark;
use crate::site::views::analysis::{AnswerView, Block, Row, Section, Table};

use super::Context;

/// The fewest incidents a year, on average over the months shown, for bars; below it dots on a line.
const FREQUENT: u64 = 12;

/// Answers the three questions, and says what asks for a decision.
pub(super) fn answers(context: &Context<'_, '_>) -> Section {
    let answers = context.wording.answers(context.figures);
    let rows = answers.into_iter().map(|answer| AnswerView {
        question: answer.question,
        state: Mark::new(answer.kind, answer.state),
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
pub(super) fn standing(site: &Site<'_>, figures: &YearFigures) -> Mark<'static> {
    let year = u16::try_from(figures.frame.year).unwrap_or_default();
    if site.register.analyses.contains_key(&year) {
        return Mark::new("met", site.words.locale.text("analysis-signed"));
    }
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
        Some(State::Overdue) => Mark::new("overdue", site.words.locale.text("analysis-overdue")),
        Some(_) => Mark::new("due-soon", site.words.locale.text("analysis-due")),
        None => Mark::new("running", site.words.locale.text("analysis-running")),
    }
}

/// Shows what the coordinator judged and wrote, and which figures have changed since.
pub(super) fn signed(context: &Context<'_, '_>) -> Option<Section> {
    let (figures, wording, site) = (context.figures, &context.wording, context.site);
    if figures.frame.running {
        return None;
    }
    let year = u16::try_from(figures.frame.year).ok()?;
    let Some(analysis) = site.register.signed.get(&year) else {
        return Some(context.section("signed", vec![Block::text(context.say("signed-missing"))]));
    };
    let head = &analysis.head;
    let by = args!(who: site.words.person(&head.by), day: head.date);
    let mut blocks = vec![Block::quiet(wording.with("signed-by", &by))];
    let rows = head
        .judgements
        .each()
        .into_iter()
        .filter_map(|(name, judgement)| {
            let (verdict, ground) = judgement?;
            let cells = vec![
                context.say(&format!("judged-{name}-{verdict}")),
                ground.map_or_else(String::new, |ground| ground.as_str().to_owned()),
            ];
            Some(Row::new(context.say(&format!("answer-{name}")), cells))
        });
    let heads = context.heads(&["what", "judged", "ground"]);
    let caption = context.say("analysis-section-signed");
    blocks.push(Block::Table {
        table: Table::new(caption, &heads, rows.collect()),
    });
    blocks.push(Block::Prose {
        html: Html::new(render_markdown(analysis.text.trim(), 2)),
    });
    let of = format!(" {} ", context.say("share-of"));
    let changed: Vec<Row> = figures
        .key_figures()
        .into_iter()
        .filter_map(|(name, now)| {
            let was = head.figures.get(name)?.as_str();
            (was != now).then(|| {
                let shown = |value: &str| value.replace('/', &of);
                Row::new(
                    context.say(&format!("keyfigure-{name}")),
                    vec![shown(was), shown(&now)],
                )
            })
        })
        .collect();
    if changed.is_empty() {
        blocks.push(Block::quiet(context.say("signed-unchanged")));
    } else {
        blocks.push(Block::text(
            wording.with("signed-changed", &args!(n: changed.len())),
        ));
        let heads = context.heads(&["what", "#was", "#now"]);
        blocks.push(Block::Table {
            table: Table::new(context.say("signed-caption"), &heads, changed),
        });
    }
    Some(context.section("signed", blocks))
}

/// Shows the balance of the year (M02).
pub(super) fn flow(context: &Context<'_, '_>) -> Section {
    let figures = context.figures;
    let balance = figures.flow.balance;
    let end = if figures.frame.running {
        "flow-open-now"
    } else {
        "flow-open-end"
    };
    let year = args!(year: figures.frame.year.to_string());
    let rows = [
        ("flow-open-start", balance.open_start),
        ("flow-received", balance.received),
        ("flow-closed", balance.closed),
        (end, balance.open_end),
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
        for (name, now) in figures.key_figures() {
            let was = signed.head.figures.get(name).map(|was| was.as_str());
            let of_balance = ["open-start", "received", "closed", "open-end"].contains(&name);
            if let Some(was) = was.filter(|was| of_balance && *was != now) {
                let name = context.say(&format!("keyfigure-{name}"));
                let was_now = context.wording.with("was-now", &args!(was: was, now: now));
                changed.push(format!("{name}: {was_now}"));
            }
        }
        let args = args!(year: year.to_string(), changed: changed.join("; "));
        let key = if changed.is_empty() {
            "flow-unrevised"
        } else {
            "flow-revised"
        };
        said.push(Block::quiet(context.wording.with(key, &args)));
    }
    said
}

/// Shows the 36 months with the limits of chance, and says whether there is a trend (T1, T2, T4).
pub(super) fn months(context: &Context<'_, '_>) -> Section {
    let (figures, wording) = (context.figures, &context.wording);
    let headline = &figures.headline;
    let limits = headline.month_limits;
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
                limits: of_year.map(|_| {
                    signal.map_or((limits.low, limits.high), |s| (s.limits.low, s.limits.high))
                }),
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
    let title = context.say("months-title");
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
            &args!(
                low: limits.low.to_string(),
                high: limits.high.map_or_else(|| "∞".to_owned(), |high| high.to_string()),
            ),
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
        Some(Row::new(
            wording.month(year, month),
            vec![bar.count?.to_string(), limits, signal],
        ))
    });
    let heads = context.heads(&["month", "#count", "#limits", "signal"]);
    let table = Table::new(title.clone(), &heads, rows.collect());
    let mut blocks = vec![
        Block::Chart {
            svg: Html::new(svg),
            table,
        },
        Block::text(trend),
    ];
    blocks.extend(about_months.into_iter().map(Block::text));
    blocks.extend(wording.long_run(figures).map(Block::text));
    blocks.extend(wording.trend_notes(figures).into_iter().map(Block::quiet));
    context.section("months", blocks)
}

/// Shows complaints by cause, department and so on (M05, T3).
pub(super) fn families(context: &Context<'_, '_>) -> Section {
    let mut blocks = Vec::new();
    if context.figures.received.is_empty() {
        blocks.push(Block::text(context.say("families-nothing")));
        return context.section("families", blocks);
    }
    for family in &context.figures.families {
        let shown = family
            .members
            .iter()
            .any(|member| !member.cases.is_empty() || member.previous > Some(0.0));
        if shown {
            family_blocks(context, family, &mut blocks);
        }
    }
    context.section("families", blocks)
}

fn family_blocks(context: &Context<'_, '_>, family: &FamilyFigures, blocks: &mut Vec<Block>) {
    let wording = &context.wording;
    let numbers = wording.numbers;
    let title = context.say(&format!("family-{}", family.family));
    let whole = context.figures.received.len() as u64;
    let name = |member: &MemberFigures| wording.member(family.family, member.member.as_deref());
    let claims: Vec<String> = family
        .members
        .iter()
        .filter_map(|member| wording.category_claim(context.figures, family, member))
        .collect();
    let quiet = match (family.family.is_tested(), family.compared) {
        (false, _) => context.say("family-counted"),
        (true, 0) => context.say("family-not-compared"),
        (true, n) => wording.with("family-quiet", &args!(n: n)),
    };
    let conclusion = if claims.is_empty() {
        quiet.clone()
    } else {
        claims.join(" ")
    };
    let is_signal =
        |member: &MemberFigures| member.change.is_some_and(|change| change.state.is_claim());
    let bars: Vec<Bar> = family
        .members
        .iter()
        .map(|member| Bar {
            label: name(member),
            count: member.cases.len() as u64,
            text: share_text(context, member, whole),
            tick: member.previous,
            signal: is_signal(member),
        })
        .collect();
    let id = format!("family-{}", family.family);
    let svg = chart::bars(
        &Named {
            id: &id,
            title: &title,
            conclusion: &conclusion,
        },
        &bars,
    );
    let rows = family.members.iter().map(|member| {
        let interval = member
            .share
            .filter(|_| whole >= 10)
            .map_or_else(String::new, |share| {
                let (lo, hi) = (share.interval.lo, share.interval.hi);
                format!(
                    "{}–{}",
                    numbers.percent(lo, whole),
                    numbers.percentage(hi, whole)
                )
            });
        let previous = match (member.previous, member.changed) {
            (_, Some(day)) => wording.with(
                "family-changed",
                &args!(day: crate::register::words::Day(day)),
            ),
            (Some(mean), None) => numbers.mean(mean),
            (None, None) => "–".to_owned(),
        };
        let adjusted = member
            .change
            .and_then(|change| change.adjusted_p)
            .map_or_else(String::new, |p| numbers.p(p));
        Row::new(
            name(member),
            vec![
                share_text(context, member, whole),
                interval,
                previous,
                adjusted,
            ],
        )
    });
    let previous = if context.figures.frame.running {
        "#previous-period"
    } else {
        "#previous"
    };
    let heads = context.heads(&["what", "#count", "#interval", previous, "#adjusted"]);
    let table = Table::new(title.clone(), &heads, rows.collect());
    blocks.push(Block::Heading {
        text: title.clone(),
    });
    blocks.push(Block::Chart {
        svg: Html::new(svg),
        table,
    });
    let mut claimed = claims.into_iter().map(Block::text).collect::<Vec<_>>();
    if claimed.is_empty() {
        claimed.push(Block::quiet(quiet));
    }
    blocks.append(&mut claimed);
    if matches!(family.family, Family::Cause | Family::Category) {
        blocks.extend(strips(context, family, &title).into_iter().flatten());
    }
}

fn share_text(context: &Context<'_, '_>, member: &MemberFigures, whole: u64) -> String {
    let count = member.cases.len();
    match member
        .share
        .filter(|_| Share::new(count as u64, whole).shows_percentage())
    {
        Some(share) => format!(
            "{count} ({})",
            context.wording.numbers.percentage(share.value, whole)
        ),
        None => count.to_string(),
    }
}

/// Shows the members of a family over the 36 months.
fn strips(
    context: &Context<'_, '_>,
    family: &FamilyFigures,
    family_title: &str,
) -> Option<[Block; 2]> {
    let wording = &context.wording;
    let figures = context.figures;
    let end =
        chrono::NaiveDate::from_ymd_opt(figures.frame.year, 12, 31)?.min(figures.frame.cutoff);
    let since_key = if figures.frame.running {
        "strip-since"
    } else {
        "strip-before-end"
    };
    let rows: Vec<Strip> = family
        .members
        .iter()
        .filter(|member| member.member.is_some() && member.last.is_some())
        .map(|member| {
            let total: u64 = member.months.iter().flatten().sum();
            let known = member.months.iter().flatten().count() as u64;
            let since = member
                .last
                .map_or(0, |last| end.signed_duration_since(last).num_days());
            Strip {
                label: wording.member(family.family, member.member.as_deref()),
                text: wording.with(since_key, &args!(n: since)),
                months: member.months.clone(),
                frequent: total >= known && total * 12 >= FREQUENT * known && known > 0,
            }
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let title = wording.with("strips-title", &args!(family: family_title));
    let conclusion = context.say("strips-conclusion");
    let id = format!("strips-{}", family.family);
    let svg = chart::strips(
        &Named {
            id: &id,
            title: &title,
            conclusion: &conclusion,
        },
        &rows,
        &context.years_shown(),
    );
    let table_rows = rows.iter().map(|row| {
        let of_year = |at: usize| {
            let months: Vec<u64> = row
                .months
                .iter()
                .skip(at * 12)
                .take(12)
                .flatten()
                .copied()
                .collect();
            if months.is_empty() {
                "–".to_owned()
            } else {
                months.iter().sum::<u64>().to_string()
            }
        };
        Row::new(
            row.label.clone(),
            vec![of_year(0), of_year(1), of_year(2), row.text.clone()],
        )
    });
    let mut heads = context.heads(&["what"]);
    heads.extend(
        context
            .years_shown()
            .into_iter()
            .map(|year| format!("#{year}")),
    );
    heads.extend(context.heads(&["last"]));
    let table = Table::new(title.clone(), &heads, table_rows.collect());
    Some([
        Block::Heading { text: title },
        Block::Chart {
            svg: Html::new(svg),
            table,
        },
    ])
}
