//! The hooks of git that call the program: in a clone for comfort, in a bare repository to decide.

use std::path::{Path, PathBuf};

use git2::{ErrorCode, Oid};

use super::Error;
use super::repository::RegisterRepo;
use crate::args;
use crate::locale::Locale;

/// A hook and what it runs. `$input` is what git gives on standard input.
struct Hook {
    name: &'static str,
    body: &'static str,
    /// Whether the hook reads standard input, which an older hook must get as well.
    reads: bool,
}

const IN_CLONE: &[Hook] = &[
    Hook {
        name: "pre-commit",
        body: "\"$klacht\" check --staged --may-amend",
        reads: false,
    },
    Hook {
        name: "prepare-commit-msg",
        body: "\"$klacht\" hooks message \"$@\"",
        reads: false,
    },
    Hook {
        name: "commit-msg",
        body: "\"$klacht\" check --staged --message \"$1\"",
        reads: false,
    },
];

const ON_SERVER: &[Hook] = &[
    Hook {
        name: "pre-receive",
        body: "printf '%s\\n' \"$input\" | \"$klacht\" check --push",
        reads: true,
    },
    Hook {
        name: "post-receive",
        // Word is sent behind the back of whoever pushes: a mail server that is down or slow is not their trouble, and what did
        // not go out goes with a later run.
        body: "printf '%s\\n' \"$input\" | \"$klacht\" receipt\n\
               log=\"${0%/*}/../klacht/notify.log\"; mkdir -p \"${log%/*}\"\n\
               { printf '%s\\n' \"$input\" | \"$klacht\" notify --push; } >>\"$log\" 2>&1 </dev/null &",
        reads: true,
    },
];

/// What makes a server refuse what no check should have to see, and keep what it accepted through a power cut.
const SERVER_CONFIG: &[(&str, &str)] = &[
    ("receive.fsckObjects", "true"),
    ("receive.denyDeletes", "true"),
    ("receive.denyNonFastForwards", "true"),
    ("core.fsync", "all"),
];

/// The second line of every hook of ours, by which it is known again.
const MARK: &str = "# Written by klacht hooks install";

/// What a hook that was there before is called from then on.
const BEFORE: &str = "before-klacht";

/// What was installed.
#[derive(Debug, Default)]
pub struct Installed {
    /// The hooks that were written.
    pub written: Vec<PathBuf>,
    /// Hooks that were there and are run first.
    pub chained: Vec<PathBuf>,
    /// The trust root as it now stands.
    pub trust_root: Option<Oid>,
    /// Whether the repository is a server's.
    pub bare: bool,
    /// Where the register was found, when that had to be recorded.
    pub placed: Option<String>,
}

/// Installs the hooks in a repository and records the trust root where there is none yet.
///
/// A hook that is there already is kept and run first. `program` is the program that hooks call. The register's directory is recorded
/// where it is not the one that is looked in anyway.
///
/// # Errors
/// When hooks are kept elsewhere (`core.hooksPath`), or cannot be written, and when a server has commits and no register in them.
pub fn install(
    register: &RegisterRepo,
    program: &Path,
    trust_root: Option<Oid>,
) -> Result<Installed, Error> {
    let repository = &register.repository;
    let config = repository.config()?;
    match config.get_string("core.hooksPath") {
        Ok(path) => {
            let key = match repository.is_bare() {
                true => "hooks-elsewhere-server",
                false => "hooks-elsewhere",
            };
            return Err(Error::User(key, args!(path: path)));
        }
        Err(error) if error.code() == ErrorCode::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    let bare = repository.is_bare();
    let settings = &register.settings;
    let tip = repository.refname_to_id(&settings.branch).ok();
    let mut installed = Installed {
        bare,
        ..Installed::default()
    };
    installed.placed = placed(register, tip)?;
    let dir = repository.commondir().join("hooks");
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| Error::Io(path, error)
    };
    std::fs::create_dir_all(&dir).map_err(failed(&dir))?;
    let hooks = if bare { ON_SERVER } else { IN_CLONE };
    // First see whether all can be done, so that nothing is done by halves.
    let mut older = Vec::new();
    for hook in hooks {
        let path = dir.join(hook.name);
        let text = match std::fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => return Err(failed(&path)(error)),
        };
        if String::from_utf8_lossy(&text)
            .lines()
            .nth(1)
            .is_some_and(|line| line.starts_with(MARK))
        {
            continue;
        }
        let kept = dir.join(format!("{}.{BEFORE}", hook.name));
        if kept.exists() {
            return Err(Error::User(
                "hooks-twice",
                args!(path: path.display().to_string(), kept: kept.display().to_string()),
            ));
        }
        older.push((path, kept));
    }
    for (path, kept) in older {
        std::fs::rename(&path, &kept).map_err(failed(&path))?;
        installed.chained.push(kept);
    }
    let language = super::language(register, tip).ok().flatten();
    let gone = args!(path: program.display().to_string());
    let gone = Locale::of(language.unwrap_or_default()).text_with("hooks-program-gone", &gone);
    for hook in hooks {
        let path = dir.join(hook.name);
        write(&path, &script(hook, program, &gone)).map_err(failed(&path))?;
        installed.written.push(path);
    }
    let mut own = config.open_level(git2::ConfigLevel::Local)?;
    if let Some(place) = &installed.placed {
        own.set_str(
            "klacht.register",
            if place.is_empty() { "." } else { place },
        )?;
    }
    if bare {
        for (name, value) in SERVER_CONFIG {
            own.set_str(name, value)?;
        }
    } else {
        let path = repository.commondir().join("info").join("attributes");
        let place = installed.placed.as_ref().unwrap_or(&settings.dir);
        attribute(&path, place).map_err(failed(&path))?;
        own.set_str("merge.klacht.name", "klacht")?;
        own.set_str("merge.klacht.driver", &driver(program))?;
        installed.written.push(path);
    }
    installed.trust_root = match trust_root.or(settings.trust_root) {
        Some(root) => Some(root),
        // Whoever installs looks at what is there, and trusts it from here on; what was not sent may yet be taken back.
        None => tip.map(|tip| sent(register, tip)).transpose()?,
    };
    if let Some(root) = installed
        .trust_root
        .filter(|root| settings.trust_root != Some(*root))
    {
        own.set_str("klacht.trustRoot", &root.to_string())?;
    }
    Ok(installed)
}

/// Gives the last commit of a clone that the server has; that of the clone, where no server is known.
fn sent(register: &RegisterRepo, tip: Oid) -> Result<Oid, Error> {
    let Some(server) = register.server_tip() else {
        return Ok(tip);
    };
    match register.repository.merge_base(tip, server) {
        Err(error) if error.code() == ErrorCode::NotFound => Ok(tip),
        found => Ok(found?),
    }
}

/// Finds where the register is, where that is not where a hook looks that is told nothing.
fn placed(register: &RegisterRepo, tip: Option<Oid>) -> Result<Option<String>, Error> {
    let repository = &register.repository;
    let found = match tip {
        Some(tip) => register.place(repository.find_commit(tip)?.tree_id()),
        None => Ok(register.settings.dir.clone()),
    };
    let place = match found {
        // In a clone the register may yet have to be committed.
        Err(Error::User(..)) if !repository.is_bare() => register.settings.dir.clone(),
        found => found?,
    };
    let looked_in = register.looked_in()?;
    Ok(Some(place).filter(|place| *place != looked_in))
}

/// Says in git's own file of this clone, which is never committed, which files the merge driver joins.
fn attribute(path: &Path, dir: &str) -> std::io::Result<()> {
    let old = match std::fs::read_to_string(path) {
        Ok(old) => old,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    let dir = if dir.is_empty() {
        String::new()
    } else {
        format!("/{dir}")
    };
    let line = format!("\"{dir}/*/*/complaint.yaml\" merge=klacht");
    if old.lines().any(|known| known == line) {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    let gap = if old.is_empty() || old.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    super::journal::write_whole(path, format!("{old}{gap}{line}\n").as_bytes())
}

/// Gives the command of the merge driver, which git runs in a shell.
fn driver(program: &Path) -> String {
    let program = quoted(program);
    format!(
        "klacht='{program}'; [ -x \"$klacht\" ] || klacht=klacht; \"$klacht\" merge-driver %O %A %B %P"
    )
}

/// Gives the path of the program for a POSIX shell, in which git runs hooks on every system; there it has forward slashes.
fn quoted(program: &Path) -> String {
    let program = program.to_string_lossy().replace('\\', "/");
    program.replace('\'', "'\\''")
}

/// Gives the text of a hook; `gone` is what it says where the program is not there any more.
fn script(hook: &Hook, program: &Path, gone: &str) -> String {
    let (program, gone) = (quoted(program), gone.replace('\'', "'\\''"));
    let name = hook.name;
    let (input, pipe) = if hook.reads {
        ("input=$(cat)\n", "printf '%s\\n' \"$input\" | ")
    } else {
        ("", "")
    };
    format!(
        "#!/bin/sh\n{MARK}; it is replaced when that runs again.\n\
         klacht='{program}'\n[ -x \"$klacht\" ] || klacht=$(command -v klacht) || {{ printf '%s\\n' '{gone}' >&2; exit 1; }}\n{input}\
         before=\"${{0%/*}}/{name}.{BEFORE}\"\nif [ -x \"$before\" ]; then {pipe}\"$before\" \"$@\" || exit $?; fi\n\
         {}\n",
        hook.body
    )
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    let dir = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(dir)?;
    std::io::Write::write_all(&mut file, text.as_bytes())?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.as_file()
            .set_permissions(std::fs::Permissions::from_mode(0o755))?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
