//! The templates of letters: Markdown in two languages, compiled in, and the organisation's own over them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value, context,
};

use super::view::LetterView;
use super::{LetterError, LetterKind, escape};
use crate::site::markdown::render_markdown;
use crate::site::unused;
use crate::words::Language;

macro_rules! built_in {
    ($($name:literal),+ $(,)?) => {
        /// Name and text in Dutch and in English of the templates that are compiled in.
        const BUILT_IN: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("../../templates/letters/nl/", $name)),
            include_str!(concat!("../../templates/letters/en/", $name)),
        )),+];
    };
}

built_in!(
    "acknowledgement.md",
    "refusal.md",
    "extension.md",
    "employee.md",
    "statement.md",
    "offer.md",
    "report.md",
    "appeal.md",
    "closing.md",
    "frame.md",
    "letter.html",
);

const STYLE: &str = include_str!("../../templates/letters/letter.css");

/// The name that the escaping of Markdown has in the template engine.
const MARKDOWN: AutoEscape = AutoEscape::Custom(Cow::Borrowed("markdown"));

/// The templates of one language, compiled.
pub(super) struct Templates {
    environment: Environment<'static>,
    style: String,
    /// The files of the organisation's own templates, by name.
    own: BTreeMap<String, PathBuf>,
    /// Those of them that nothing uses, each with the name that was probably meant.
    pub(super) unused: Vec<(PathBuf, String)>,
}

impl Templates {
    /// Compiles the built-in templates and those of `letters/`, and of `letters/LANGUAGE/`, in a directory, which win.
    pub(super) fn load(own: Option<&Path>, language: Language) -> Result<Self, LetterError> {
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|name| {
            if name.ends_with(".html") {
                AutoEscape::Html
            } else {
                MARKDOWN
            }
        });
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_formatter(format);
        environment.add_filter("quoted", |text: &str| {
            Value::from_safe_string(escape::quoted(text))
        });
        environment.add_filter("sentence", escape::sentence);
        environment.add_filter("paragraphs", |text: &str| {
            Value::from_safe_string(escape::block(text))
        });
        let built_in = BTreeMap::new();
        let syntax = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .keep_trailing_newline(true)
            .build()
            .map_err(|error| fault(&error, &built_in))?;
        environment.set_syntax(syntax);
        for (name, dutch, english) in BUILT_IN {
            let text = match language {
                Language::Nl => dutch,
                Language::En => english,
            };
            environment
                .add_template(name, text)
                .map_err(|error| fault(&error, &built_in))?;
        }
        let mut templates = Self {
            environment,
            style: STYLE.to_owned(),
            own: BTreeMap::new(),
            unused: Vec::new(),
        };
        if let Some(own) = own {
            let own = own.join("letters");
            let mut files = load_own(&own)?;
            files.extend(load_own(&own.join(language.word()))?);
            let texts = files
                .iter()
                .map(|(name, _, text)| (name.clone(), text.clone()));
            let texts: Vec<(String, String)> = texts.collect();
            let known = BUILT_IN.iter().map(|(name, ..)| *name);
            let known: Vec<&str> = known.chain(["letter.css"]).collect();
            for (name, near) in unused(&texts, &known) {
                let mut paths = files.iter().filter(|(other, ..)| *other == name);
                let path = paths.next().map(|(_, path, _)| path.clone());
                templates.unused.extend(path.map(|path| (path, near)));
            }
            templates.add(files)?;
        }
        Ok(templates)
    }

    /// Puts the organisation's own files over what is there.
    fn add(&mut self, files: Vec<(String, PathBuf, String)>) -> Result<(), LetterError> {
        for (name, path, text) in files {
            if name == "letter.css" {
                self.style = text;
                continue;
            }
            self.own.insert(name.clone(), path);
            self.environment
                .add_template_owned(name, text)
                .map_err(|error| fault(&error, &self.own))?;
        }
        Ok(())
    }

    /// Gives the letter from its subject to its end, as Markdown.
    pub(super) fn body(&self, kind: LetterKind, view: &LetterView) -> Result<String, LetterError> {
        self.render(&format!("{kind}.md"), Value::from(Serde(view)))
    }

    /// Gives the whole letter as Markdown: who, to whom, when, about what.
    pub(super) fn frame(
        &self,
        view: &LetterView,
        subject: &str,
        body: &str,
    ) -> Result<String, LetterError> {
        let body = Value::from_safe_string(body.to_owned());
        self.render(
            "frame.md",
            context! { letter => Value::from(Serde(view)), subject, body },
        )
    }

    /// Gives the whole letter as a page; the logo is a `data:` address.
    pub(super) fn page(
        &self,
        view: &LetterView,
        subject: &str,
        body: &str,
        logo: Option<&str>,
    ) -> Result<String, LetterError> {
        let body = Value::from_safe_string(render_markdown(body, 0));
        // A style sheet is no place for the end of its own element.
        let style = Value::from_safe_string(self.style.replace("</", "<\\/"));
        self.render(
            "letter.html",
            context! { letter => Value::from(Serde(view)), subject, body, logo, style },
        )
    }

    fn render(&self, name: &str, view: Value) -> Result<String, LetterError> {
        let template = self
            .environment
            .get_template(name)
            .map_err(|error| fault(&error, &self.own))?;
        template
            .render(view)
            .map_err(|error| fault(&error, &self.own))
    }
}

/// Writes a value into a template: what is not there is a fault of the template, and every text is only a text.
fn format(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if value.is_none() {
        return Err(Error::new(
            ErrorKind::UndefinedError,
            "the case does not say this; ask with {% if … %} first",
        ));
    }
    if *state.auto_escape() == MARKDOWN && !value.is_safe() {
        return match value.as_str() {
            Some(text) => out.write_str(&escape::inline(text)).map_err(Error::from),
            None => out
                .write_str(&escape::inline(&value.to_string()))
                .map_err(Error::from),
        };
    }
    if *state.auto_escape() == MARKDOWN {
        return out
            .write_str(value.as_str().unwrap_or_default())
            .map_err(Error::from);
    }
    minijinja::escape_formatter(out, state, value)
}

fn fault(error: &Error, own: &BTreeMap<String, PathBuf>) -> LetterError {
    let name = error.name().unwrap_or_default();
    LetterError::Template {
        name: own
            .get(name)
            .map_or_else(|| name.to_owned(), |path| path.display().to_string()),
        line: error.line().unwrap_or(0),
        cause: match error.kind() {
            ErrorKind::UndefinedError => "letter-template-undefined",
            ErrorKind::SyntaxError => "letter-template-syntax",
            ErrorKind::TemplateNotFound => "letter-template-not-found",
            _ => "letter-template",
        },
        detail: error.detail().map_or_else(
            || error.kind().to_string(),
            |detail| detail.trim().to_owned(),
        ),
    }
}

fn load_own(dir: &Path) -> Result<Vec<(String, PathBuf, String)>, LetterError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| LetterError::Io(path, error)
    };
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(dir)(error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(failed(dir))?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        if [".md", ".html", ".css"]
            .iter()
            .any(|ending| name.ends_with(ending))
            && entry.path().is_file()
        {
            let text = fs::read_to_string(entry.path()).map_err(failed(&entry.path()))?;
            found.push((name, entry.path(), text));
        }
    }
    found.sort();
    Ok(found)
}
