//! The procedure, a page a clause, and the rules.

use super::{Emit, Site, share, view};
use crate::deadlines::{RULE_OF_OTHERS, State};
use crate::register::procedure::Term;
use crate::rules::Check;
use crate::site::SiteError;
use crate::site::elements::Html;
use crate::site::markdown::{render_markdown, sections};
use crate::site::selection::Selection;
use crate::site::views::clauses::{Cell, ClausePage, ClauseRow, ProcedurePage, TermView, TermYear};
use crate::site::views::findings::{RuleCount, RuleGroup, RuleView, RulesPage, title};
use crate::site::views::lists::Link;
use crate::words::Language;
use crate::{args, rules};

impl Site<'_> {
    /// Gives the name of a clause: that of the procedure's own text, where it is in the language of the site.
    pub(super) fn clause_name(&self, number: u8) -> String {
        let text = self
            .register
            .procedure_text
            .get(&self.words.locale.language());
        let own = text.and_then(|text| {
            sections(text)
                .into_iter()
                .find(|section| section.number == number)
        });
        own.map_or_else(
            || self.say(&format!("clause-{number}")),
            |section| section.title.to_owned(),
        )
    }

    pub(super) fn clause_links(&self, current: Option<u8>) -> Vec<Link> {
        let link = |number: u8| Link {
            label: format!("{number}. {}", self.clause_name(number)),
            href: format!("clause-{number}.html"),
            current: current == Some(number),
        };
        (1..=9).map(link).collect()
    }

    /// Adds up how the terms of a clause stand in a year.
    pub(super) fn clause_row(&self, number: u8, year: u16) -> ClauseRow {
        let terms = self.words.terms().iter().enumerate();
        let of_clause = terms.filter(|(_, term)| term.clause == number);
        let indices: Vec<usize> = of_clause.map(|(index, _)| index).collect();
        let counts = &self.survey.terms;
        let cell = |state| {
            let of_terms = indices
                .iter()
                .filter_map(|term| counts.get(&(year, *term, state)));
            let number_of = of_terms.sum();
            let href = || self.list_path(&Selection::Clause(year, number, state), 0);
            Cell {
                number: number_of,
                href: (number_of > 0).then(href),
            }
        };
        let others = self.survey.rules.iter().filter(|((of, clause, code), _)| {
            let by_term = || rules::rule(code).is_none_or(|r| matches!(r.check, Check::Term));
            *of == year && *clause == number && !by_term()
        });
        let href = format!("clause-{number}.html");
        let others: usize = others.map(|(_, numbers)| numbers.counted).sum();
        let (met, late, overdue) = (cell(State::Met), cell(State::Late), cell(State::Overdue));
        ClauseRow {
            number,
            title: self.clause_name(number),
            has_terms: !indices.is_empty(),
            share: share(met.number, late.number + overdue.number),
            met,
            late,
            overdue,
            running: cell(State::Due),
            others: Cell {
                number: others,
                href: (others > 0).then(|| format!("{href}#rules")),
            },
            href,
        }
    }

    /// Gives the text of the procedure in the language of the site, or else in the other, which is then named.
    pub(super) fn procedure_text(&self) -> Option<(&str, Option<&'static str>)> {
        let own = self.words.locale.language();
        let texts = &self.register.procedure_text;
        let other = || {
            texts
                .iter()
                .next()
                .map(|(language, text)| (text.as_str(), Some(Language::word(*language))))
        };
        texts
            .get(&own)
            .map(|text| (text.as_str(), None))
            .or_else(other)
    }
}

pub(super) fn procedure(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let text = site.procedure_text();
    let page = ProcedurePage {
        page: site.frame("procedure", "procedure.html", site.say("procedure-title")),
        text: text.map(|(text, _)| Html::new(render_markdown(text, 1))),
        language: text.and_then(|(_, language)| language),
        clauses: site.clause_links(None),
    };
    emit("procedure.html".into(), view(page))
}

pub(super) fn clauses(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let text = site.procedure_text();
    let found = text.map(|(text, _)| sections(text)).unwrap_or_default();
    let years = site.years();
    for number in 1..=9u8 {
        let section = found.iter().find(|section| section.number == number);
        let terms = site
            .words
            .terms()
            .iter()
            .enumerate()
            .filter(|(_, term)| term.clause == number);
        let terms = terms.map(|(index, term)| TermView {
            name: term_name(site, term),
            within: (term.within.number > 0).then(|| site.words.span(term.within)),
            years: years
                .iter()
                .filter_map(|year| term_year(site, *year, index))
                .collect(),
        });
        let mut found = site.survey.rules.keys();
        let of_own_terms = found.any(|(_, of, code)| (*of, *code) == (number, RULE_OF_OTHERS));
        let of_clause = |rule: &&rules::Rule| {
            rule.clause() == Some(number) || of_own_terms && rule.code == RULE_OF_OTHERS
        };
        let path = format!("clause-{number}.html");
        let name = site.clause_name(number);
        let title = site.words.locale.text_with(
            "clause-title",
            &args!(number: i64::from(number), name: name),
        );
        let page = ClausePage {
            page: site.frame("procedure", &path, title),
            number,
            text: section.map(|section| Html::new(render_markdown(section.text, 0))),
            language: section.and(text).and_then(|(_, language)| language),
            terms: terms.collect(),
            rules: rules::all()
                .filter(of_clause)
                .map(|rule| rule_count(site, number, rule.code))
                .collect(),
            clauses: site.clause_links(Some(number)),
        };
        emit(path, view(page))?;
    }
    Ok(())
}

/// Gives the name of a term, with its first day where it has one.
fn term_name(site: &Site<'_>, term: &Term) -> String {
    let name = term.name.text(site.words.locale.language());
    let Some(since) = term.since else {
        return name.to_owned();
    };
    let args = args!(name: name, day: since);
    site.words.locale.text_with("term-since", &args)
}

fn rule_count(site: &Site<'_>, clause: u8, code: &'static str) -> RuleCount {
    let numbers = site
        .survey
        .rules
        .iter()
        .filter(|((_, of, c), _)| *of == clause && *c == code)
        .map(|(_, n)| n);
    let (number, waived) = numbers.fold((0, 0), |(counted, waived), n| {
        (counted + n.counted, waived + n.waived)
    });
    let selection = Selection::Rule(clause, code);
    let href = (site.survey.number(&selection) > 0).then(|| site.list_path(&selection, 0));
    RuleCount {
        code,
        title: title(site.words, code),
        number,
        waived,
        href,
    }
}

fn term_year(site: &Site<'_>, year: u16, term: usize) -> Option<TermYear> {
    let cell = |state| {
        let number = site
            .survey
            .terms
            .get(&(year, term, state))
            .copied()
            .unwrap_or_default();
        Cell {
            number,
            href: (number > 0).then(|| site.list_path(&Selection::Term(year, term, state), 0)),
        }
    };
    let (met, late, overdue, running) = (
        cell(State::Met),
        cell(State::Late),
        cell(State::Overdue),
        cell(State::Due),
    );
    if met.number + late.number + overdue.number + running.number == 0 {
        return None;
    }
    let missed = late.number + overdue.number;
    let share = share(met.number, missed);
    let norm = site.procedure.and_then(|procedure| procedure.norm);
    let reaches_norm = share
        .and(norm)
        .map(|norm| met.number * 100 >= (met.number + missed) * usize::from(norm));
    Some(TermYear {
        year,
        met,
        late,
        overdue,
        running,
        share,
        reaches_norm,
    })
}

pub(super) fn all_rules(site: &Site<'_>, emit: &mut Emit<'_>) -> Result<(), SiteError> {
    let clauses = (1..=9).map(|number| (Some(number), site.clause_name(number)));
    let others = [(None, site.say("rules-others"))];
    let groups = clauses.chain(others).map(|(clause, title)| RuleGroup {
        clause,
        title,
        rules: rules::all()
            .filter(|rule| rule.clause() == clause)
            .map(|rule| RuleView::new(site.words, rule))
            .collect(),
    });
    let page = site.frame("rules", "rules.html", site.say("rules-title"));
    emit(
        "rules.html".into(),
        view(RulesPage {
            page,
            groups: groups.collect(),
        }),
    )
}
