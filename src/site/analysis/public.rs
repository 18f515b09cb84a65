//! The public version of a yearly analysis: the counts of a year that is over, without cases, and without what a small
//! count would give away (definition, section 0). It stands by itself, to be published or handed over.

use crate::analysis::disclosure::{Disclosed, disclose};
use crate::analysis::figures::{Ending, FamilyFigures, Key, ShareFigures};
use crate::analysis::proportion::Share;
use crate::args;
use crate::site::SiteError;
use crate::site::elements::Html;
use crate::site::pages::{Emit, Site, view};
use crate::site::views::analysis::{Block, PublicPage, Row, Section, Table};
use crate::wording::Wording;
use crate::words::Day;

use super::preventive::{described, verdict};
use super::{Context, path};

/// What was done by its last day, and what was not.
const TERMS: [Key; 6] = [
    Key::Acknowledged,
    Key::Told,
    Key::Reported,
    Key::Handled,
    Key::OfferDone,
    Key::MeasureDone,
];

/// The ending of the path of the page.
pub(super) const ENDING: &str = "public.html";

/// Makes the public version of each year that is over.
pub(in crate::site) fn years(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let years = site.analyses.years.iter();
    for figures in years.filter(|figures| !figures.frame.running) {
        let context = Context {
            site,
            wording: Wording::new(site.words.locale, site.register),
            figures,
        };
        let year = figures.frame.year;
        let of_year = args!(year: year.to_string(), day: Day(figures.frame.cutoff));
        let page = PublicPage {
            title: context.wording.with("public-title", &of_year),
            style: Html::new(site.templates.style().to_owned()),
            lead: vec![
                context.wording.with("analysis-lead", &of_year),
                context.say("public-lead"),
            ],
            sections: sections(&context),
        };
        emit(path(year, ENDING), view(page))?;
    }
    Ok(())
}

fn sections(context: &Context<'_, '_>) -> Vec<Section> {
    let received = context.figures.received.len() as u64;
    let mut sections = vec![answers(context), flow(context)];
    if received > 0 {
        sections.extend([families(context), endings(context), terms(context)]);
    }
    sections.push(corrective(context));
    sections.push(preventive(context));
    sections
}

/// Answers the three questions by their words alone.
fn answers(context: &Context<'_, '_>) -> Section {
    let [trends, corrective, preventive] = context.wording.answers(context.figures);
    // The share of who was satisfied stands in its own section, if it can stand anywhere.
    let below = args!(section: context.say("analysis-section-corrective"));
    let below = context.wording.with("public-below", &below);
    let says = [trends.state, below, preventive.state];
    let judged = super::judged(&context.wording, context.site, context.figures.frame.year);
    let questions = [trends.question, corrective.question, preventive.question];
    let rows = questions.into_iter().zip(says).zip(judged);
    let rows = rows.map(|((question, says), judged)| {
        let judged = judged.unwrap_or_else(|| context.say("public-not-judged"));
        Row::new(question, vec![says, judged])
    });
    let heads = context.heads(&["what", "says", "judged"]);
    let caption = context.say("analysis-section-answers");
    let table = Table::new(caption, &heads, rows.collect());
    context.section("answers", vec![Block::Table { table }])
}

/// Shows the balance of the year (M02), and complaints per hundred clients (M03).
fn flow(context: &Context<'_, '_>) -> Section {
    let (figures, wording) = (context.figures, &context.wording);
    let balance = figures.flow.balance;
    let year = args!(year: figures.frame.year.to_string());
    // What was closed and what stayed open, less what was open in the beginning, is what came in.
    let received = one(balance.received);
    let shown = match received {
        Disclosed::Few => None,
        _ => disclose(&[balance.closed, balance.open_end], &[balance.open_start]),
    };
    let counts = match shown.as_deref() {
        Some(&[closed, end, start]) => {
            vec![
                ("flow-open-start", start),
                ("flow-received", received),
                ("flow-closed", closed),
                ("flow-open-end", end),
            ]
        }
        _ => vec![("flow-received", received)],
    };
    let rows = counts.into_iter().map(|(key, count)| {
        let name = wording.with(key, &year);
        Row::new(name, vec![shown_count(context, count)])
    });
    let heads = context.heads(&["what", "#count"]);
    let table = Table::new(context.say("flow-caption"), &heads, rows.collect());
    let mut blocks = vec![Block::Table { table }];
    if shown.is_none() {
        blocks.push(Block::quiet(context.say("public-too-few")));
    }
    if let (Some(rate), Some(clients), Disclosed::Count(_)) =
        (figures.rate, figures.frame.clients(), received)
    {
        let clients = wording.numbers.fixed(clients, 0);
        let rate = args!(rate: wording.numbers.ratio(rate.value), clients: clients);
        blocks.push(Block::text(wording.with("public-rate", &rate)));
    }
    context.section("flow", blocks)
}

/// Shows complaints by cause, department and so on (M05), in the order of their names: that of their number says something
/// of what is not shown.
fn families(context: &Context<'_, '_>) -> Section {
    let received = context.figures.received.len() as u64;
    let families = context.figures.families.iter();
    let blocks = families.map(|family| {
        let title = context.say(&format!("family-{}", family.family));
        let mut counts = members(context, family);
        counts.sort();
        counts_table(context, title, counts, received)
    });
    context.section("families", blocks.collect())
}

fn members(context: &Context<'_, '_>, family: &FamilyFigures) -> Vec<(String, u64)> {
    let name = |id: Option<&str>| context.wording.member(family.family, id);
    let members = family.members.iter();
    members
        .map(|member| (name(member.member.as_deref()), member.cases.len() as u64))
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// Shows how the complaints of the year ended (M13), and why some were not taken up.
fn endings(context: &Context<'_, '_>) -> Section {
    let figures = context.figures;
    let mut counts: Vec<(String, u64)> = Ending::ALL
        .iter()
        .map(|ending| {
            let hits = figures.share(Key::Ending(*ending)).hits.len() as u64;
            (context.say(&format!("metric-ending-{ending}")), hits)
        })
        .collect();
    let open = figures.share(Key::Ending(Ending::Founded)).apart.len() as u64;
    counts.push((context.say("verdicts-open"), open));
    let received = figures.received.len() as u64;
    let title = context.say("verdicts-title");
    let mut blocks = vec![counts_table(context, title, counts, received)];
    let mut grounds: Vec<(String, u64)> = figures
        .refusals
        .iter()
        .map(|(ground, cases)| {
            let name = context.wording.refusal(ground.as_deref());
            (name, cases.len() as u64)
        })
        .collect();
    grounds.sort();
    if !grounds.is_empty() {
        let refused = grounds.iter().map(|(_, count)| count).sum();
        let title = context.say("refusals-caption");
        blocks.push(counts_table(context, title, grounds, refused));
    }
    context.section("verdicts", blocks)
}

/// Shows what was done in time (M06 to M09, M17, M22).
fn terms(context: &Context<'_, '_>) -> Section {
    let rows = TERMS.iter().filter_map(|key| {
        let share = context.figures.share(*key);
        let total = share.of.len() + share.apart.len();
        let cells = || shown_share(context, &share);
        (total > 0).then(|| Row::new(context.wording.metric(*key), cells()))
    });
    let heads = context.heads(&["what", "#on-time", "#late", "#not-due"]);
    let title = context.say("analysis-section-terms");
    let table = Table::new(title, &heads, rows.collect());
    context.section("terms", vec![Block::Table { table }])
}

/// Shows whether complainants were satisfied with what was done (M18, M19), and how many appealed (M20).
fn corrective(context: &Context<'_, '_>) -> Section {
    let reactions = context.figures.satisfaction.all.reactions;
    let answered = reactions.satisfied + reactions.partly + reactions.dissatisfied;
    let counts = [
        ("satisfied", reactions.satisfied),
        ("partly", reactions.partly),
        ("dissatisfied", reactions.dissatisfied),
        ("silent", reactions.eligible.saturating_sub(answered)),
    ];
    let mut blocks = if reactions.eligible == 0 {
        vec![Block::text(context.say("public-no-redress"))]
    } else {
        let named = |(key, count)| (context.say(&format!("analysis-head-{key}")), count);
        let counts = counts.map(named).into();
        let title = context.say("public-reactions");
        vec![counts_table(context, title, counts, reactions.eligible)]
    };
    let appeal = context.figures.share(Key::Appeal).share();
    let shown = disclose(&[appeal.hits, appeal.of - appeal.hits], &[]);
    let count = match shown.as_deref() {
        Some([appeals, _]) => shown_count(context, *appeals),
        _ => context.say("public-withheld"),
    };
    if appeal.of > 0 {
        let args = args!(count: count);
        blocks.push(Block::text(context.wording.with("public-appeals", &args)));
    }
    context.section("corrective", blocks)
}

/// Lists the preventive measures with what the figures say of each.
fn preventive(context: &Context<'_, '_>) -> Section {
    let rows: Vec<Row> = context
        .figures
        .measures
        .iter()
        .map(|measure| {
            let verdict = verdict(context, measure);
            Row::new(described(context, measure), vec![verdict])
        })
        .collect();
    if rows.is_empty() {
        let [.., answer] = context.wording.answers(context.figures);
        return context.section("preventive", vec![Block::text(answer.state)]);
    }
    let heads = context.heads(&["measure", "verdict"]);
    let caption = context.say("analysis-section-preventive");
    let table = Table::new(caption, &heads, rows);
    context.section("preventive", vec![Block::Table { table }])
}

/// Makes a table of counts of which everybody knows the sum, with their share of the whole; a sentence where nothing of it can
/// be shown.
fn counts_table(
    context: &Context<'_, '_>,
    title: String,
    counts: Vec<(String, u64)>,
    whole: u64,
) -> Block {
    let numbers: Vec<u64> = counts.iter().map(|(_, count)| *count).collect();
    let Some(shown) = disclose(&numbers, &[]) else {
        let args = args!(title: title);
        return Block::text(context.wording.with("public-too-few-of", &args));
    };
    let rows = counts.into_iter().zip(shown).map(|((name, _), shown)| {
        let share = match shown {
            Disclosed::Count(count) => Share::new(count, whole),
            _ => Share::new(0, 0),
        };
        let mut text = shown_count(context, shown);
        if let Some(value) = share.value().filter(|_| share.shows_percentage()) {
            let percentage = context.wording.numbers.percentage(value, whole);
            text = format!("{text} ({percentage})");
        }
        Row::new(name, vec![text])
    });
    let heads = context.heads(&["what", "#count"]);
    let table = Table::new(title, &heads, rows.collect());
    Block::Table { table }
}

/// Gives what is shown of a share: done in time, late, not yet due.
fn shown_share(context: &Context<'_, '_>, share: &ShareFigures) -> Vec<String> {
    let (hits, of) = (share.hits.len() as u64, share.of.len() as u64);
    let counts = [hits, of - hits, share.apart.len() as u64];
    match disclose(&counts, &[]) {
        Some(shown) => shown
            .into_iter()
            .map(|one| shown_count(context, one))
            .collect(),
        None => vec![context.say("public-withheld"); 3],
    }
}

/// Says what is shown of a count that stands by itself.
fn one(count: u64) -> Disclosed {
    match count {
        1..=4 => Disclosed::Few,
        _ => Disclosed::Count(count),
    }
}

fn shown_count(context: &Context<'_, '_>, shown: Disclosed) -> String {
    match shown {
        Disclosed::Count(count) => count.to_string(),
        Disclosed::Few => context.say("public-few"),
        Disclosed::Withheld => context.say("public-withheld"),
    }
}
