//! Help and errors of the command line in the user's language: the texts of `cli.ftl` put into clap's commands.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};
use serde::Deserialize;

use super::session::find_register;
use crate::args;
use crate::locale::Locale;
use crate::register::files::load_regular;
use crate::register::shape::nearest;
use crate::words::{Language, UnknownWord};

/// Finds the language before anything is parsed: `--lang`, else `KLACHT_LANG`, else that of the register.
pub fn language(args: &[OsString]) -> Option<Language> {
    let named = option(args, "--lang", None)
        .map(str::to_owned)
        .or_else(|| std::env::var("KLACHT_LANG").ok());
    if let Some(language) = named.and_then(|word| word.parse().ok()) {
        return Some(language);
    }
    let dir = option(args, "--register", Some("-r")).map(PathBuf::from);
    language_of(dir.as_deref())
}

/// Finds the value of an option in its long or its short form; clap can say nothing of it before it has its texts.
fn option<'a>(args: &'a [OsString], long: &str, short: Option<&str>) -> Option<&'a str> {
    let mut args = args.iter().filter_map(|arg| arg.to_str());
    while let Some(arg) = args.next().filter(|arg| *arg != "--") {
        if arg == long || Some(arg) == short {
            return args.next();
        }
        let of_long = || arg.strip_prefix(long)?.strip_prefix('=');
        let of_short = || {
            let value = arg.strip_prefix(short?)?;
            Some(value.strip_prefix('=').unwrap_or(value))
        };
        if let Some(value) = of_long().or_else(of_short) {
            return Some(value);
        }
    }
    None
}

#[derive(Deserialize)]
struct OnlyLanguage {
    language: Option<Language>,
}

fn language_of(dir: Option<&Path>) -> Option<Language> {
    let root = match dir {
        Some(dir) => dir.to_owned(),
        None => find_register(Path::new("."))?,
    };
    let bytes = load_regular(&root.join("procedure.yaml")).ok()?;
    serde_yaml::from_slice::<OnlyLanguage>(&bytes)
        .ok()?
        .language
}

/// Gives the command line with its texts in a language.
pub fn localized(locale: &Locale) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        locale.text("cli-usage")
    );
    let command = super::Cli::command()
        .about(locale.text("cli"))
        .after_help(locale.text("cli-after"))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .display_order(903)
                .help(locale.text("cli-version"))
                .help_heading(locale.text("cli-options-everywhere")),
        )
        .subcommand_value_name(locale.text("cli-command"))
        .subcommand_help_heading(locale.text("cli-commands"));
    below(
        texts(command, "cli", &template, locale),
        "cli",
        &template,
        locale,
    )
}

/// Puts the texts into the commands below a command.
fn below(command: Command, scope: &str, template: &str, locale: &Locale) -> Command {
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |sub| {
            let scope = format!("{scope}-{name}");
            let sub = texts(sub.about(locale.text(&scope)), &scope, template, locale);
            let sub = sub
                .subcommand_value_name(locale.text("cli-command"))
                .subcommand_help_heading(locale.text("cli-commands"));
            below(sub.disable_help_subcommand(true), &scope, template, locale)
        })
    })
}

fn texts(command: Command, scope: &str, template: &str, locale: &Locale) -> Command {
    let help = Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .display_order(904)
        .help_heading(locale.text("cli-options-everywhere"))
        .help(locale.text("cli-help"));
    command
        .disable_help_flag(true)
        .arg(help)
        .help_template(template.to_owned())
        .mut_args(|arg| {
            let heading = if arg.is_positional() {
                "cli-arguments"
            } else if arg.is_global_set() || arg.get_id() == "help" || arg.get_id() == "version" {
                "cli-options-everywhere"
            } else {
                "cli-options"
            };
            let id = arg.get_id().as_str().replace('_', "-");
            let text = locale
                .get(&format!("{scope}-{id}"))
                .or_else(|| locale.get(&format!("cli-{id}")));
            let takes_value = arg.get_action().takes_values();
            let arg = arg.help_heading(locale.text(heading));
            let arg = if takes_value {
                arg.hide_default_value(true).hide_possible_values(true)
            } else {
                arg
            };
            let value = arg
                .get_value_names()
                .and_then(|names| names.first())
                .map(|name| name.to_lowercase());
            let arg = match value.and_then(|name| locale.get(&format!("cli-value-{name}"))) {
                Some(value) if takes_value => arg.value_name(value),
                _ => arg,
            };
            match text {
                Some(text) => arg.help(text),
                None => arg,
            }
        })
}

/// Takes `klacht help record` for `klacht record --help`.
pub fn asked_for(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|arg| arg == "help") {
        args.remove(1);
        args.push("--help".into());
    }
    args
}

/// Gives the command that was typed, without what was asked of it: `klacht hooks install`.
fn command_of(args: &[OsString], locale: &Locale) -> String {
    let mut command = &localized(locale);
    let mut names = vec!["klacht"];
    for arg in args.iter().skip(1).filter_map(|arg| arg.to_str()) {
        if let Some(below) = command.find_subcommand(arg) {
            command = below;
            names.push(arg);
        }
    }
    names.join(" ")
}

/// Gives the text of what clap has to say of a command line, and whether that is a failure; help and version are not.
pub fn explain(error: &clap::Error, args: &[OsString], locale: &Locale) -> (String, bool) {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let key = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return (in_words(&error.render().to_string(), locale), false);
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            return (
                in_words(&localized(locale).render_help().to_string(), locale),
                true,
            );
        }
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation
            if context(ContextKind::InvalidValue).is_empty() =>
        {
            "usage-value-missing"
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-wrong-value",
        ErrorKind::MissingRequiredArgument => "usage-argument-missing",
        ErrorKind::ArgumentConflict => "usage-conflict",
        _ => "usage-other",
    };
    let choices = std::error::Error::source(error)
        .map_or_else(String::new, |source| hint(&argument, source, locale));
    let unknown =
        std::error::Error::source(error).and_then(|source| source.downcast_ref::<UnknownWord>());
    let meant = unknown.map_or_else(String::new, |unknown| {
        let value = context(ContextKind::InvalidValue);
        nearest(&value, unknown.choices.iter().copied())
    });
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand]
        .map(context)
        .join("")
        + &meant;
    let mut text = format!(
        "{}: {}",
        locale.text("error"),
        locale.text_with(
            key,
            &args!(
                argument: argument.as_str(),
                command: context(ContextKind::InvalidSubcommand),
                value: context(ContextKind::InvalidValue),
                choices: choices,
            ),
        )
    );
    if !near.is_empty() {
        text.push_str(&format!(
            " {}",
            locale.text_with("did-you-mean", &args!(near: near))
        ));
    }
    (
        format!(
            "{}\n{}\n",
            crate::report::printable(&text),
            locale.text_with("usage-see-help", &args!(command: command_of(args, locale)))
        ),
        true,
    )
}

/// Puts the one word that clap writes itself in the user's language.
fn in_words(help: &str, locale: &Locale) -> String {
    help.replace(
        "[OPTIONS]",
        &format!("[{}]", locale.text("cli-options").to_uppercase()),
    )
}

/// Says what an option takes: its words, or the form of a date or of the number of a case.
fn hint(argument: &str, source: &(dyn std::error::Error + 'static), locale: &Locale) -> String {
    if let Some(unknown) = source.downcast_ref::<UnknownWord>() {
        return locale.text_with("usage-choices", &args!(choices: unknown.to_string()));
    }
    if argument.contains("--as-of") {
        locale.text("usage-date")
    } else if argument.contains(&locale.text("cli-value-case")) {
        locale.text("usage-case")
    } else {
        String::new()
    }
}
