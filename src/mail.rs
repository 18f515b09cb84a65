//! Mail messages: text and HTML, with headers into which nothing can be smuggled. Imports nothing but the words of the register.

use mail_builder::MessageBuilder;
use mail_builder::headers::HeaderType;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::{BodyPart, MimePart};

use crate::words::characters::one_line;
use crate::words::{Day, MailAddress};

/// A message before it is written.
#[derive(Debug, Clone)]
pub struct Message<'a> {
    /// Who sends it: a name, and an address where there is one.
    pub from: (&'a str, Option<&'a str>),
    /// Who gets it; a draft may leave the address to be filled in.
    pub to: (&'a str, Option<&'a str>),
    /// Who gets a copy.
    pub cc: Vec<(&'a str, &'a str)>,
    /// The subject.
    pub subject: &'a str,
    /// The day that it bears.
    pub date: Day,
    /// Its name, which is the same whenever the same message is made.
    pub id: &'a str,
    /// The text.
    pub text: &'a str,
    /// The same as HTML.
    pub html: Option<&'a str>,
    /// Whether it is still to be looked at and sent by a person; if not, a program sends it.
    pub draft: bool,
}

/// An image that stands beside the HTML of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The type, `image/png`.
    pub kind: &'static str,
    /// The image.
    pub bytes: Vec<u8>,
}

/// The name by which the HTML of a message shows its image: as the address `cid:` with this.
pub const IMAGE_ID: &str = "logo@klacht.invalid";

/// Gives an address when it is one to which a message can be sent: plain, with one `@`, and nothing that a header gives a meaning.
pub fn address(text: &str) -> Option<String> {
    let address: MailAddress = text.trim().parse().ok()?;
    Some(address.to_string())
}

/// Gives a text on one line, without a character that could end it, and without what readers would take for an encoded word and
/// decode, even between quotes: for headers.
pub fn header_text(text: &str) -> String {
    one_line(text).replace("=?", "= ?")
}

/// Gives a text as the part of a name of a message before or after its `@`: what it may not hold is a hyphen.
pub fn id_part(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') {
                c
            } else {
                '-'
            }
        })
        .collect()
}

/// Gives noon of a day, in seconds since 1970.
pub fn noon(day: Day) -> i64 {
    day.0
        .and_hms_opt(12, 0, 0)
        .map_or(0, |noon| noon.and_utc().timestamp())
}

impl Message<'_> {
    /// Writes the message as of noon of its day, with the image that its HTML shows; the same message gives the same bytes.
    pub fn to_bytes_with(&self, image: Option<&Image>) -> Vec<u8> {
        self.written(noon(self.date), image)
    }

    /// Writes the message as of a moment, in seconds since 1970.
    pub fn to_bytes_at(&self, moment: i64) -> Vec<u8> {
        self.written(moment, None)
    }

    fn written(&self, moment: i64, image: Option<&Image>) -> Vec<u8> {
        let mut builder = MessageBuilder::new();
        if let (name, Some(email)) = self.from {
            builder = builder.from(mailbox(name, email));
        }
        if let (name, Some(email)) = self.to {
            builder = builder.to(mailbox(name, email));
        }
        if !self.cc.is_empty() {
            let all: Vec<Address<'_>> = self
                .cc
                .iter()
                .map(|(name, email)| mailbox(name, email))
                .collect();
            builder = builder.cc(Address::new_list(all));
        }
        if self.draft {
            // Mail programs open it as a message that is still to be sent.
            builder = builder.header("X-Unsent", HeaderType::from(Raw::new("1")));
        } else {
            // Nobody's absence is announced to a program (RFC 3834).
            let generated = HeaderType::from(Raw::new("auto-generated"));
            builder = builder.header("Auto-Submitted", generated);
        }
        builder
            .subject(header_text(self.subject))
            .date(moment)
            .message_id(self.id.to_owned())
            .body(self.body(image))
            .write_to_vec()
            .expect("memory takes what is written to it")
    }

    fn body<'x>(&'x self, image: Option<&'x Image>) -> MimePart<'x> {
        let text = MimePart::new("text/plain", BodyPart::Text(self.text.into()));
        let Some(page) = self.html else { return text };
        let mut html = MimePart::new("text/html", BodyPart::Text(page.into()));
        if let Some(image) = image {
            let bytes = BodyPart::Binary(image.bytes.as_slice().into());
            let image = MimePart::new(image.kind, bytes).inline().cid(IMAGE_ID);
            html = self.parts("related", "=_logo", vec![html, image]);
        }
        self.parts("alternative", "=_klacht", vec![text, html])
    }

    /// Puts parts together. A boundary of our own, since a random one would make every message another; lengthened until no text
    /// holds it.
    fn parts<'x>(&self, kind: &str, boundary: &str, parts: Vec<MimePart<'x>>) -> MimePart<'x> {
        let texts = [self.text, self.html.unwrap_or_default()];
        let mut boundary = boundary.to_owned();
        while texts.iter().any(|text| text.contains(&boundary)) && boundary.len() < 70 {
            boundary.push('_');
        }
        let kind = ContentType::new(format!("multipart/{kind}"));
        MimePart::new(kind.attribute("boundary", boundary), parts)
    }
}

fn mailbox<'x>(name: &str, email: &'x str) -> Address<'x> {
    let name = header_text(name);
    Address::new_address((!name.is_empty()).then_some(name), email)
}
