//! What `klacht init` and `klacht analysis --draft` leave to be filled in, in both languages.

/// The name and the address of the organisation, in `procedure.yaml`.
pub const ORGANISATION: [&str; 6] = [
    "Naam van uw organisatie",
    "Straat en huisnummer",
    "Postcode en plaats",
    "Name of your organisation",
    "Street and number",
    "Postcode and town",
];

/// The name of the first member of staff, in `staff.yaml`.
pub const PERSON: [&str; 2] = ["Voornaam Achternaam", "Firstname Surname"];

/// What differs by organisation, in the text of the procedure.
pub const PROCEDURE_TEXT: [&str; 4] = [
    "[naam van uw organisatie]",
    "[plaats en datum]",
    "[name of your organisation]",
    "[place and date]",
];

/// What is learnt from a year, in the draft of its analysis.
pub const ANALYSIS: [&str; 2] = [
    "Schrijf hier wat de organisatie hiervan leert en wat zij gaat doen.",
    "Write here what the organisation learns from this and what it is going to do.",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stands_in_what_is_left_to_be_filled_in() {
        let left = [
            include_str!("../cli/init/procedure.nl.yaml"),
            include_str!("../cli/init/procedure.en.yaml"),
            include_str!("../cli/init/staff.nl.yaml"),
            include_str!("../cli/init/staff.en.yaml"),
            include_str!("../cli/init/procedure.nl.md"),
            include_str!("../cli/init/procedure.en.md"),
            include_str!("../../locales/nl/analysis.ftl"),
            include_str!("../../locales/en/analysis.ftl"),
        ];
        let all = [&ORGANISATION[..], &PERSON, &PROCEDURE_TEXT, &ANALYSIS].concat();
        for text in all {
            assert!(left.iter().any(|file| file.contains(text)), "{text}");
        }
    }
}
