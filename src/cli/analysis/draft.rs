//! The draft of a yearly analysis, which a coordinator completes and signs with a commit (clause 8).

use std::io::Write;

use crate::analysis::figures::{Key, YearFigures};
use crate::args;
use crate::cli::CliError;
use crate::cli::session::Checked;
use crate::finding::Arg;
use crate::history::who::email;
use crate::history::write::write_new;
use crate::register::analysis::{AnalysisHead, Judgement, Judgements};
use crate::register::staff::Person;
use crate::wording::Wording;
use crate::wording::judged::{corrective_verdict, preventive_verdict, trend_verdict};
use crate::words::{StaffId, Text};

/// Writes the draft of a year that is over; what is there already is the coordinator's, and stays.
pub(super) fn write(
    checked: &Checked,
    figures: &YearFigures,
    year: u16,
    out: &mut dyn Write,
) -> Result<(), CliError> {
    if figures.frame.running {
        let args = args!(year: year.to_string());
        return Err(CliError::User("draft-year-runs", args));
    }
    let path = checked.root.join(year.to_string()).join("analysis.md");
    let shown = path.display().to_string();
    if path.symlink_metadata().is_ok() {
        return Err(CliError::User("draft-exists", args!(path: shown)));
    }
    let by = coordinator(checked)?;
    let draft = Draft {
        checked,
        figures,
        wording: Wording::new(checked.locale, &checked.register),
    };
    let text = draft.text(year, by)?;
    write_new(&path, text.as_bytes())?;
    writeln!(
        out,
        "{}",
        checked
            .locale
            .text_with("draft-written", &args!(path: shown))
    )?;
    Ok(())
}

/// Finds the coordinator who makes the draft: whoever works here, as git knows them, for that person signs it with a commit.
fn coordinator(checked: &Checked) -> Result<StaffId, CliError> {
    let staff = checked.register.staff.iter();
    let coordinators: Vec<&Person> = staff
        .flat_map(|staff| staff.coordinators(checked.as_of))
        .collect();
    if coordinators.is_empty() {
        return Err(CliError::User("draft-no-coordinator", args!()));
    }
    let Some(email) = email(&checked.root) else {
        return Err(CliError::User("record-nobody", args!()));
    };
    let Some(me) = checked.staff_at(&email) else {
        return Err(CliError::User("record-not-staff", args!(email: email)));
    };
    if coordinators.iter().all(|person| person.id != me.id) {
        let name = |person: &&Person| Arg::from(person.name.as_str());
        let coordinators = Arg::List(coordinators.iter().map(name).collect());
        let args = args!(name: me.name.as_str(), coordinators: coordinators);
        return Err(CliError::User("draft-by-another", args));
    }
    Ok(me.id.clone())
}

/// What a draft is made from.
struct Draft<'a> {
    checked: &'a Checked,
    figures: &'a YearFigures,
    wording: Wording<'a>,
}

impl Draft<'_> {
    /// Makes the draft: front matter with what the figures say, and the sentences under headings.
    fn text(&self, year: u16, by: StaffId) -> Result<String, CliError> {
        let (wording, figures) = (&self.wording, self.figures);
        let [trends, corrective, preventive] = wording.answers(figures);
        let judgements = Judgements {
            trends: Some(judgement(trend_verdict(figures), &trends.text)?),
            corrective: Some(judgement(corrective_verdict(figures), &corrective.text)?),
            preventive: Some(judgement(preventive_verdict(figures), &preventive.text)?),
        };
        let balance = figures.flow.balance;
        let intro = args!(
            year: year.to_string(),
            received: balance.received,
            closed: balance.closed,
            open: balance.open_end,
        );
        let mut text = format!(
            "---\n{}---\n\n# {}\n\n{}\n",
            self.head(year, by, judgements)?,
            wording.with("draft-title", &args!(year: year.to_string())),
            wording.with("draft-intro", &intro),
        );
        let parts = [
            (trends.question, self.trends(trends.text)),
            (wording.say("draft-terms"), self.terms()),
            (corrective.question, vec![corrective.text]),
            (preventive.question, self.measures(preventive.text)),
            (wording.say("draft-conclusion"), self.conclusion()),
        ];
        for (title, paragraphs) in parts.iter().filter(|(_, said)| !said.is_empty()) {
            text += &format!("\n## {title}\n");
            for paragraph in paragraphs {
                text += &format!("\n{paragraph}\n");
            }
        }
        Ok(text)
    }

    /// Gives the front matter, with a comment before what is to be judged and before the figures.
    fn head(&self, year: u16, by: StaffId, judgements: Judgements) -> Result<String, CliError> {
        let figures = self.figures.key_figures().into_iter();
        let head = AnalysisHead {
            year,
            date: self.checked.as_of,
            by,
            revised: Vec::new(),
            judgements,
            figures: figures
                .filter_map(|(name, value)| Some((name, value.parse().ok()?)))
                .collect(),
        };
        let yaml = serde_yaml::to_string(&head);
        let yaml = yaml.map_err(|error| CliError::Internal(error.to_string()))?;
        let [verdicts, figures] = ["draft-comment-verdicts", "draft-comment-figures"]
            .map(|key| format!("# {}\n", self.wording.say(key)));
        Ok(yaml
            .replace("judgements:\n", &format!("{verdicts}judgements:\n"))
            .replace("\nfigures:\n", &format!("\n{figures}figures:\n")))
    }

    fn trends(&self, answer: String) -> Vec<String> {
        let (wording, figures) = (&self.wording, self.figures);
        let mut said = vec![answer];
        said.extend(wording.months(figures));
        for family in &figures.families {
            let claims = family.members.iter();
            said.extend(
                claims.filter_map(|member| wording.category_claim(figures, family, member)),
            );
        }
        said.extend(wording.trend_notes(figures));
        said
    }

    fn terms(&self) -> Vec<String> {
        let terms = [Key::Acknowledged, Key::Told, Key::Reported, Key::Handled];
        let lines = terms.iter().filter_map(|key| {
            let line = self.wording.norm(self.figures, *key)?;
            Some(format!("{}: {line}", self.wording.metric(*key)))
        });
        list(lines).into_iter().collect()
    }

    fn measures(&self, answer: String) -> Vec<String> {
        let lines = self.figures.measures.iter().map(|measure| {
            let said = self
                .wording
                .measure(measure, &measure.fact.name())
                .join(" ");
            format!("{} ({}): {said}", measure.fact.id, measure.fact.case)
        });
        [answer].into_iter().chain(list(lines)).collect()
    }

    fn conclusion(&self) -> Vec<String> {
        let decisions = self.wording.decisions(self.figures).into_iter();
        let to_write = self.wording.say("draft-to-write");
        list(decisions).into_iter().chain([to_write]).collect()
    }
}

/// Gives lines as a list of Markdown; `None` without any.
fn list(lines: impl Iterator<Item = String>) -> Option<String> {
    let lines: Vec<String> = lines.map(|line| format!("- {line}")).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn judgement<V>(verdict: V, ground: &str) -> Result<Judgement<V>, CliError> {
    let ground: Text = ground
        .parse()
        .map_err(|_| CliError::Internal("an empty ground".to_owned()))?;
    Ok(Judgement {
        verdict,
        ground: Some(ground),
    })
}
