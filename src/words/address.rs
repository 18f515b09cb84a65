//! Addresses: of mail, and of a site.

use std::str::FromStr;

use super::{WordFault, as_written, word};

as_written!(MailAddress, WebAddress);

/// The form of an e-mail address, for programs that read the schema.
pub const MAIL_ADDRESS: &str = "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+$";

/// An e-mail address, as a mail program and git take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailAddress(Box<str>);

impl FromStr for MailAddress {
    type Err = WordFault;
    fn from_str(text: &str) -> Result<Self, WordFault> {
        let (local, host) = text.split_once('@').ok_or(WordFault::Form)?;
        let plain = |part: &str, more: &str| {
            let fits = |c: char| c.is_ascii_alphanumeric() || more.contains(c);
            part.chars().all(fits) && part.split('.').all(|label| !label.is_empty())
        };
        let fits = plain(local, ".!#$%&'*+/=?^_`{|}~-") && plain(host, ".-") && text.len() <= 254;
        fits.then(|| Self(text.into())).ok_or(WordFault::Form)
    }
}

word!(
    MailAddress,
    "mail-address",
    schemars::json_schema!({
        "type": "string", "format": "mail-address", "maxLength": 254,
        "pattern": MAIL_ADDRESS
    })
);

/// The address of a site, which a browser opens: `https://klachten.example.org/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress(Box<str>);

impl FromStr for WebAddress {
    type Err = WordFault;
    fn from_str(text: &str) -> Result<Self, WordFault> {
        let rest = ["https://", "http://"]
            .iter()
            .find_map(|scheme| text.strip_prefix(scheme));
        let host = rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
        let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '`');
        let fits = host && text.chars().all(plain) && text.len() <= 2000;
        fits.then(|| Self(text.into())).ok_or(WordFault::Form)
    }
}

word!(
    WebAddress,
    "web-address",
    schemars::json_schema!({
        "type": "string", "format": "web-address", "maxLength": 2000,
        "pattern": "^https?://[A-Za-z0-9][!#-;=?-\\[\\]^_a-~]*$"
    })
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_that_can_be_used() {
        for text in [
            "p.vos@example.org",
            "P.Vos+klacht@mail.example.org",
            "o'brien@localhost",
        ] {
            assert!(text.parse::<MailAddress>().is_ok(), "{text}");
        }
        for text in [
            "",
            "p.vos",
            "l.claessen @x.example",
            "x> <p.vos@example.org",
            "a@b.example\nBcc: z@example.org",
            "a@b@c.example",
            "@example.org",
            "p.vos@",
            "p..vos@example.org",
            "p.vos@example.org ",
        ] {
            assert_eq!(text.parse::<MailAddress>(), Err(WordFault::Form), "{text}");
        }
        for text in [
            "https://klachten.example.org/",
            "http://10.0.0.1:8080/a?b=c#d",
        ] {
            assert!(text.parse::<WebAddress>().is_ok(), "{text}");
        }
        for text in [
            "javascript:alert(1)",
            "klachten.example.org",
            "https://",
            "https:///x",
            "https://a b.example",
            "https://a.example/\"><script>",
            "https://a.example/\\x",
        ] {
            assert_eq!(text.parse::<WebAddress>(), Err(WordFault::Form), "{text}");
        }
    }
}
