//! The shares of the catalogue (definition, section 1): which there are, their number in the catalogue and their name in
//! files. Imports the words of the format.

use crate::register::step::OfferKind;
use crate::words::choice;

choice!(
    /// How a closed complaint ended (M13).
    Ending {
        /// Founded.
        Founded = "founded",
        /// Partly founded.
        PartlyFounded = "partly-founded",
        /// Unfounded.
        Unfounded = "unfounded",
        /// Closed without a verdict.
        NoVerdict = "no-verdict",
        /// Withdrawn.
        Withdrawn = "withdrawn",
        /// Not taken up.
        Refused = "refused",
    }
);

choice!(
    /// A field that the figures rest on (M24).
    Field {
        /// The day of the incident.
        Occurred = "occurred",
        /// The service.
        Service = "service",
        /// Who commissioned the client's service.
        CommissionedBy = "commissioned-by",
        /// The department of an employee concerned.
        Department = "department",
        /// The cause, of what was handled.
        Cause = "cause",
        /// What the complainant said of it, of what was offered and done.
        Reaction = "reaction",
    }
);

/// A share of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Acknowledged in time (M06).
    Acknowledged,
    /// Told of the refusal in time (M07).
    Told,
    /// Reported in time (M08).
    Reported,
    /// Handled within the promised term (M09).
    Handled,
    /// Taken up (M12).
    Admitted,
    /// How it ended (M13).
    Ending(Ending),
    /// The handler is an employee concerned: must be none (M14).
    Independence,
    /// Something of this kind was offered (M15).
    Offered(OfferKind),
    /// An offer was accepted (M16).
    Accepted,
    /// An offer was carried out in time (M17).
    OfferDone,
    /// The complainant reacted (M18).
    Response,
    /// The complainant is satisfied (M19).
    Satisfied,
    /// A client appealed (M20).
    Appeal,
    /// Prevention was decided on (M21).
    PreventionDecided,
    /// A preventive measure was in place in time (M22).
    MeasureDone,
    /// A field is filled (M24).
    Complete(Field),
}

/// How a case counts in a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// In numerator and denominator.
    Hit,
    /// In the denominator.
    Miss,
    /// Counted apart: it cannot be said yet.
    Apart,
}

impl Key {
    /// Finds the share of a term of the procedure by the id that has a rule of its own.
    pub(super) fn of_term(id: &str) -> Option<Self> {
        Some(match id {
            "acknowledgement" => Self::Acknowledged,
            "refusal" => Self::Told,
            "report" => Self::Reported,
            "handling" => Self::Handled,
            "offer" => Self::OfferDone,
            "prevention" => Self::MeasureDone,
            _ => return None,
        })
    }

    /// Lists every share, in the order of the catalogue.
    pub fn all() -> Vec<Self> {
        use Key::*;
        let mut all = vec![Acknowledged, Told, Reported, Handled, Admitted];
        all.extend(super::keys::Ending::ALL.iter().map(|one| Ending(*one)));
        all.push(Independence);
        all.extend(OfferKind::ALL.iter().map(|kind| Offered(*kind)));
        all.extend([
            Accepted,
            OfferDone,
            Response,
            Satisfied,
            Appeal,
            PreventionDecided,
            MeasureDone,
        ]);
        all.extend(Field::ALL.iter().map(|field| Complete(*field)));
        all
    }

    /// Gives the number in the catalogue.
    pub const fn number(self) -> &'static str {
        match self {
            Self::Acknowledged => "M06",
            Self::Told => "M07",
            Self::Reported => "M08",
            Self::Handled => "M09",
            Self::Admitted => "M12",
            Self::Ending(_) => "M13",
            Self::Independence => "M14",
            Self::Offered(_) => "M15",
            Self::Accepted => "M16",
            Self::OfferDone => "M17",
            Self::Response => "M18",
            Self::Satisfied => "M19",
            Self::Appeal => "M20",
            Self::PreventionDecided => "M21",
            Self::MeasureDone => "M22",
            Self::Complete(_) => "M24",
        }
    }

    /// Gives the name, without what is particular in it: the key of its texts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Acknowledged => "acknowledged",
            Self::Told => "told",
            Self::Reported => "reported",
            Self::Handled => "handled",
            Self::Admitted => "admitted",
            Self::Ending(_) => "ending",
            Self::Independence => "independence",
            Self::Offered(_) => "offered",
            Self::Accepted => "accepted",
            Self::OfferDone => "offer-done",
            Self::Response => "response",
            Self::Satisfied => "satisfied",
            Self::Appeal => "appeal",
            Self::PreventionDecided => "prevention-decided",
            Self::MeasureDone => "measure-done",
            Self::Complete(_) => "complete",
        }
    }

    /// Gives what is particular: the verdict, the kind of offer, the field.
    pub const fn part(self) -> Option<&'static str> {
        match self {
            Self::Ending(ending) => Some(ending.word()),
            Self::Offered(kind) => Some(kind.word()),
            Self::Complete(field) => Some(field.word()),
            _ => None,
        }
    }

    /// Gives the name as it stands in files: `M13-founded`.
    pub fn name(self) -> String {
        match self.part() {
            Some(part) => format!("{}-{part}", self.number()),
            None => self.number().to_owned(),
        }
    }

    /// Tells whether the organisation's norm for terms applies.
    pub const fn has_norm(self) -> bool {
        matches!(
            self,
            Self::Acknowledged
                | Self::Told
                | Self::Reported
                | Self::Handled
                | Self::OfferDone
                | Self::MeasureDone
        )
    }

    /// Tells whether its share has an interval; what says how good the records are has none.
    pub const fn has_interval(self) -> bool {
        !matches!(self, Self::Independence | Self::Complete(_))
    }
}

impl Mark {
    /// Takes what was to be done twice in one complaint as one: late once is late.
    pub(super) fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Miss, _) | (_, Self::Miss) => Self::Miss,
            (Self::Hit, _) | (_, Self::Hit) => Self::Hit,
            (Self::Apart, Self::Apart) => Self::Apart,
        }
    }
}
