//! Handing messages to a mail server: settings, one connection, and what each answer means for what was handed over.

use std::fs;
use std::io;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension};

use crate::args;
use crate::finding::Args;
use crate::words::choice;

choice!(
    /// Whether, and how, a connection is encrypted.
    TlsMode {
        /// From the first byte on.
        Required = "required",
        /// Before anything is said; a server that cannot is not used.
        Starttls = "starttls",
        /// Not at all: only for a server on the same machine.
        None = "none",
    }
);

impl TlsMode {
    const fn port(self) -> u16 {
        match self {
            Self::Required => 465,
            Self::Starttls => 587,
            Self::None => 25,
        }
    }
}

/// How a mail server is reached.
#[derive(Debug, Clone)]
pub struct SmtpSettings {
    host: String,
    port: u16,
    tls: TlsMode,
    login: Option<Login>,
    /// Certificates that are trusted beside those of the system, PEM.
    certificates: Vec<u8>,
    timeout: Duration,
}

/// A user and a password, which nothing shows.
#[derive(Clone)]
struct Login {
    user: String,
    password: String,
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:***", self.user)
    }
}

/// What is wrong: the key of what is said of it, and its values.
pub type Reason = (&'static str, Args);

impl SmtpSettings {
    /// Takes the settings from wherever they are; `None` when no server is named.
    ///
    /// `setting` is asked for `host`, `port`, `tls`, `user`, `password`, `passwordFile`, `caFile`, `timeout`.
    ///
    /// # Errors
    /// When a setting is not what it should be, or a file that it names cannot be read.
    pub fn parse(setting: &dyn Fn(&str) -> Option<String>) -> Result<Option<Self>, Reason> {
        let Some(host) = setting("host") else {
            return Ok(None);
        };
        if host.trim().is_empty() {
            return Err(("smtp-no-host", args!()));
        }
        let wrong = |name: &str, value: &str| -> Reason {
            ("smtp-setting", args!(name: name, value: value))
        };
        let tls: TlsMode = match setting("tls") {
            Some(word) => word.parse().map_err(|_| wrong("tls", &word))?,
            None => TlsMode::Starttls,
        };
        let local = host == "localhost"
            || host
                .parse::<IpAddr>()
                .is_ok_and(|address| address.is_loopback());
        if tls == TlsMode::None && !local {
            return Err(("smtp-plain", args!(host: host)));
        }
        let port = match setting("port") {
            Some(text) => text.parse().map_err(|_| wrong("port", &text))?,
            None => tls.port(),
        };
        let seconds = match setting("timeout") {
            Some(text) => text
                .parse::<u64>()
                .ok()
                .filter(|seconds| (1..=3600).contains(seconds))
                .ok_or_else(|| wrong("timeout", &text))?,
            None => 30,
        };
        let read = |path: String| {
            fs::read(PathBuf::from(&path)).map_err(|error| -> Reason {
                (
                    "smtp-file",
                    args!(path: path.as_str(), reason: error.to_string()),
                )
            })
        };
        let password = match (setting("password"), setting("passwordFile")) {
            (Some(password), _) => Some(password),
            (None, Some(path)) => {
                let text = String::from_utf8(read(path.clone())?)
                    .map_err(|_| wrong("passwordFile", &path))?;
                Some(text.trim_end_matches(['\r', '\n']).to_owned())
            }
            (None, None) => None,
        };
        let login = match (setting("user"), password) {
            (Some(user), Some(password)) => Some(Login { user, password }),
            (Some(_), None) => return Err(("smtp-no-password", args!())),
            (None, _) => None,
        };
        let certificates = setting("caFile").map(read).transpose()?.unwrap_or_default();
        Ok(Some(Self {
            host: host.trim().to_owned(),
            port,
            tls,
            login,
            certificates,
            timeout: Duration::from_secs(seconds),
        }))
    }
}

/// What became of a message that was handed over for one person.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// The server has it and answers for it.
    Accepted,
    /// The server will not have it for this person.
    Refused(Reason),
    /// The server asks to come back later, for this person.
    Later(Reason),
    /// The server broke off over this message; whether it has it is not known, and taken to be no.
    Broken(Reason),
    /// The server cannot be reached, or sends nothing for us; it does not have the message.
    Down(Reason),
}

/// How far it came with a server.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Connecting,
    Encrypting,
    SigningIn,
    Sending,
}

/// A mail server and the connection to it, made when it is needed and again when it was lost.
pub struct Mailer {
    settings: SmtpSettings,
    from: Option<Address>,
    hello: ClientId,
    open: Option<SmtpConnection>,
}

impl Mailer {
    /// Makes a mailer; nothing is connected yet. `host` is what it calls itself.
    pub fn new(settings: SmtpSettings, from: &str, host: &str) -> Self {
        Self {
            settings,
            from: from.parse().ok(),
            hello: ClientId::Domain(host.to_owned()),
            open: None,
        }
    }

    /// Hands a message over for one address.
    pub fn send(&mut self, to: &str, bytes: &[u8]) -> Reply {
        let Ok(to) = to.parse::<Address>() else {
            return Reply::Refused(("smtp-no-address", args!()));
        };
        let mut open = match self.open.take() {
            Some(open) => open,
            None => match self.connect() {
                Ok(open) => open,
                Err((phase, error)) => return Reply::Down(self.reason(phase, &error)),
            },
        };
        let reply = self.hand_over(&mut open, to, bytes);
        if matches!(reply, Reply::Broken(_) | Reply::Down(_)) {
            // Without a farewell: whoever does not answer would be waited for once more.
            drop(open);
        } else {
            self.open = Some(open);
        }
        reply
    }

    fn hand_over(&self, open: &mut SmtpConnection, to: Address, bytes: &[u8]) -> Reply {
        if !bytes.is_ascii() && !open.server_info().supports_feature(Extension::EightBitMime) {
            return Reply::Refused(("smtp-7bit", args!(server: self.server())));
        }
        // A sender that is not welcome is so for every message: the fault is not this one's.
        if let Err(error) = open.command(Mail::new(self.from.clone(), Vec::new())) {
            return Reply::Down(self.reason(Phase::Sending, &error));
        }
        let done = open
            .command(Rcpt::new(to, Vec::new()))
            .and_then(|_| open.command(Data))
            .and_then(|_| open.message(bytes));
        let Err(error) = done else {
            return Reply::Accepted;
        };
        let said = self.reason(Phase::Sending, &error);
        // 421: the server says that it closes the connection.
        let closing = error.status().is_some_and(|code| u16::from(code) == 421);
        if closing || error.status().is_none() || open.command(Rset).is_err() {
            Reply::Broken(said)
        } else if error.is_permanent() {
            Reply::Refused(said)
        } else {
            Reply::Later(said)
        }
    }

    fn connect(&self) -> Result<SmtpConnection, (Phase, Error)> {
        let at = |phase| move |error| (phase, error);
        let settings = &self.settings;
        let tls = match settings.tls {
            TlsMode::None => None,
            _ => Some(self.tls().map_err(at(Phase::Encrypting))?),
        };
        let mut open = SmtpConnection::connect(
            (settings.host.as_str(), settings.port),
            Some(settings.timeout),
            &self.hello,
            tls.as_ref().filter(|_| settings.tls == TlsMode::Required),
            None,
        )
        .map_err(at(Phase::Connecting))?;
        if let Some(tls) = tls.filter(|_| settings.tls == TlsMode::Starttls) {
            open.starttls(&tls, &self.hello)
                .map_err(at(Phase::Encrypting))?;
        }
        if let Some(login) = &settings.login {
            let login = Credentials::new(login.user.clone(), login.password.clone());
            open.auth(DEFAULT_MECHANISMS, &login)
                .map_err(at(Phase::SigningIn))?;
        }
        Ok(open)
    }

    fn tls(&self) -> Result<TlsParameters, Error> {
        let mut builder = TlsParameters::builder(self.settings.host.clone());
        let own = &self.settings.certificates;
        if !own.is_empty() {
            builder = builder.add_root_certificate(Certificate::from_pem(own)?);
        }
        builder.build()
    }

    fn server(&self) -> String {
        format!("{}:{}", self.settings.host, self.settings.port)
    }

    /// Gives what went wrong, with what the server or the system said of it on one line.
    fn reason(&self, phase: Phase, error: &Error) -> Reason {
        let mut words: Vec<String> = error.status().iter().map(ToString::to_string).collect();
        let mut system = None;
        let mut cause = std::error::Error::source(error);
        while let Some(inner) = cause {
            let text = inner.to_string();
            if !words.contains(&text) {
                words.push(text);
            }
            system = system.or(inner.downcast_ref::<io::Error>().map(io::Error::kind));
            cause = inner.source();
        }
        let key = match (phase, system) {
            (_, Some(io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock)) => {
                let seconds = self.settings.timeout.as_secs();
                let waited = args!(server: self.server(), seconds: seconds as usize);
                return ("smtp-timeout", waited);
            }
            // Whoever encrypts cannot read what the other says.
            (_, Some(io::ErrorKind::InvalidData)) | (Phase::Encrypting, _) => "smtp-encryption",
            (Phase::SigningIn, None) if !error.is_response() => "smtp-login",
            _ if error.status().is_some() => "smtp-answer",
            (Phase::Connecting, Some(_)) => "smtp-away",
            _ => "smtp-stopped",
        };
        let words = crate::mail::header_text(&words.join(" "));
        (key, args!(server: self.server(), reason: words))
    }
}

impl Drop for Mailer {
    fn drop(&mut self) {
        if let Some(open) = &mut self.open {
            let _ = open.quit();
        }
    }
}
