//! The choices of the format: enumerations whose words stand in YAML.

use crate::words::choice;

choice!(
    /// How a message came in or went out (clause 1).
    Channel {
        /// On paper.
        Letter = "letter",
        /// By e-mail.
        Email = "email",
        /// By telephone.
        Phone = "phone",
        /// Face to face.
        InPerson = "in-person",
    }
);

choice!(
    /// What kind of complainant it is.
    Complainant {
        /// The person who is helped back to work.
        Client = "client",
        /// Who commissioned the service.
        Principal = "principal",
    }
);

choice!(
    /// What kind of body commissioned the service, or hears the appeal (clause 9).
    Body {
        /// The employer.
        Employer = "employer",
        /// The national employee insurance agency.
        Uwv = "uwv",
        /// A municipality.
        Municipality = "municipality",
        /// An insurer.
        Insurer = "insurer",
        /// Any other.
        Other = "other",
    }
);

choice!(
    /// Whether the employee concerned agrees with the description (clause 4).
    Agreement {
        /// The description is right.
        Agrees = "agrees",
        /// The description is not right, in the employee's eyes.
        Disagrees = "disagrees",
    }
);

choice!(
    /// Whether the complaint is founded (clause 5).
    Verdict {
        /// The complaint is right.
        Founded = "founded",
        /// The complaint is right in part.
        PartlyFounded = "partly-founded",
        /// The complaint is not right.
        Unfounded = "unfounded",
        /// It cannot be said.
        NoVerdict = "no-verdict",
    }
);

choice!(
    /// How serious the complaint is (clause 5).
    Severity {
        /// Annoying, without consequence.
        Minor = "minor",
        /// With consequences that can be put right.
        Moderate = "moderate",
        /// With lasting or grave consequences.
        Serious = "serious",
    }
);

choice!(
    /// Who is responsible for the cause (clause 5).
    Responsibility {
        /// The organisation: its processes or means.
        Organisation = "organisation",
        /// An employee.
        Employee = "employee",
        /// Someone outside the organisation.
        ThirdParty = "third-party",
        /// The complainant.
        Complainant = "complainant",
        /// Nobody, or it cannot be said.
        None = "none",
    }
);

choice!(
    /// What is offered to the complainant (clause 5).
    OfferKind {
        /// The fault is put right.
        Correction = "correction",
        /// Satisfaction is given: an apology, a compensation.
        Redress = "redress",
        /// Another service takes the place of the one complained of.
        ReplacementService = "replacement-service",
    }
);

choice!(
    /// What the complainant says to an offer (clause 5).
    Answer {
        /// Accepted.
        Accepted = "accepted",
        /// Turned down.
        Rejected = "rejected",
        /// No answer came.
        NoAnswer = "no-answer",
    }
);

choice!(
    /// Why a preventive measure was taken (clauses 7 and 8).
    Trigger {
        /// Because of this complaint.
        Complaint = "complaint",
        /// Because of the yearly analysis.
        Analysis = "analysis",
    }
);

choice!(
    /// Whether the complainant is satisfied with what was done (clause 8).
    Satisfaction {
        /// Satisfied.
        Satisfied = "satisfied",
        /// Partly satisfied.
        Partly = "partly",
        /// Dissatisfied.
        Dissatisfied = "dissatisfied",
        /// No answer came.
        NoAnswer = "no-answer",
    }
);

choice!(
    /// What a preventive measure brought about (clause 8).
    Effect {
        /// Things are better.
        Improved = "improved",
        /// Nothing changed.
        Unchanged = "unchanged",
        /// Things are worse.
        Worse = "worse",
    }
);

choice!(
    /// How an appeal ended (clause 9).
    AppealOutcome {
        /// The client was right.
        Upheld = "upheld",
        /// The client was right in part.
        PartlyUpheld = "partly-upheld",
        /// The client was not right.
        Rejected = "rejected",
        /// The parties came to terms.
        Settled = "settled",
        /// The client took the appeal back.
        Withdrawn = "withdrawn",
    }
);
