//! The organisation that the example is about: its staff, its procedure, and the text of it. Everything here is made up.

use std::fmt::Write;

use chrono::Datelike;

use crate::demo::texts::{COMMISSIONERS, SERVICES, TOPICS};
use crate::demo::{Demo, word};
use crate::register::staff::{Active, Person, Role, StaffFile};
use crate::register::yaml;
use crate::words::Day;

/// Id, name, function, department, roles.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static [Role],
);

const C: &[Role] = &[Role::Coordinator];
const H: &[Role] = &[Role::Handler];
const A: &[Role] = &[Role::Administrator];

#[rustfmt::skip]
const STAFF: &[Row] = &[
    ("c.janssen", "Carla Janssen", "Klachtmeldingscoördinator", "Kwaliteit", C),
    ("r.hendriks", "Ruud Hendriks", "Kwaliteitsmedewerker", "Kwaliteit", C),
    ("a.willems", "Anouk Willems", "Applicatiebeheerder", "Bedrijfsbureau", A),
    ("p.vos", "Petra Vos", "Manager re-integratie", "Re-integratie", H),
    ("j.peeters", "Johan Peeters", "Manager jobcoaching", "Jobcoaching", H),
    ("l.claessen", "Lies Claessen", "Manager loopbaanadvies", "Loopbaanadvies", H),
    ("h.maessen", "Henk Maessen", "Manager bedrijfsbureau", "Bedrijfsbureau", H),
    ("f.yilmaz", "Fatma Yılmaz", "Procesverantwoordelijke intake", "Re-integratie", H),
    ("t.smeets", "Theo Smeets", "Procesverantwoordelijke rapportage", "Bedrijfsbureau", H),
    ("m.bakker", "Marieke Bakker", "Medewerker frontoffice", "Bedrijfsbureau", &[]),
    ("s.driessen", "Sjef Driessen", "Medewerker frontoffice", "Bedrijfsbureau", &[]),
    ("e.kuipers", "Els Kuipers", "Administratief medewerker", "Bedrijfsbureau", &[]),
    ("k.smit", "Karin Smit", "Jobcoach", "Jobcoaching", &[]),
    ("b.wouters", "Bram Wouters", "Jobcoach", "Jobcoaching", &[]),
    ("i.jacobs", "Ilse Jacobs", "Jobcoach", "Jobcoaching", &[]),
    ("g.martens", "Geert Martens", "Jobcoach", "Jobcoaching", &[]),
    ("n.dekker", "Nadia Dekker", "Re-integratieconsulent", "Re-integratie", &[]),
    ("d.vermeulen", "Dirk Vermeulen", "Re-integratieconsulent", "Re-integratie", &[]),
    ("o.haddou", "Omar Haddou", "Re-integratieconsulent", "Re-integratie", &[]),
    ("w.koster", "Wil Koster", "Re-integratieconsulent", "Re-integratie", &[]),
    ("v.lemmens", "Vera Lemmens", "Loopbaanadviseur", "Loopbaanadvies", &[]),
    ("y.snijders", "Yvonne Snijders", "Loopbaanadviseur", "Loopbaanadvies", &[]),
    ("z.el.amrani", "Zoë el Amrani", "Arbeidsdeskundige", "Loopbaanadvies", &[]),
    ("u.franssen", "Ubbe Franssen", "Trainer", "Loopbaanadvies", &[]),
    ("x.gielen", "Xander Gielen", "Trainer", "Loopbaanadvies", &[]),
];

/// Gives the staff: all but two in service throughout; one came in the second year, one left in the last.
pub fn staff(demo: &Demo) -> StaffFile {
    let long_before = first_of_january(demo.first_year.saturating_sub(4));
    let person = |(id, name, function, department, roles): &Row| {
        let mut active = Active {
            from: long_before,
            until: None,
        };
        match *id {
            "x.gielen" => active.from = first_of_january(demo.first_year + 1),
            "w.koster" => active.until = Some(first_of_january(demo.last_year())),
            _ => {}
        }
        Person {
            id: word(id),
            name: word(name),
            email: word(&format!("{id}@voorbeeld.example")),
            function: word(function),
            department: Some(word(department)),
            roles: roles.to_vec(),
            former_roles: Vec::new(),
            active,
            signing_keys: Vec::new(),
        }
    };
    StaffFile {
        staff: STAFF.iter().map(person).collect(),
    }
}

fn first_of_january(year: u16) -> Day {
    word(&format!("{year}-01-01"))
}

/// Writes `staff.yaml`.
pub fn staff_text(staff: &StaffFile) -> String {
    let mut text = "staff:\n".to_owned();
    for person in &staff.staff {
        if let Ok(serde_yaml::Value::Mapping(mapping)) = serde_yaml::to_value(person) {
            text.push('\n');
            yaml::item(&mut text, &mapping, 0);
        }
    }
    text
}

/// Writes `procedure.yaml`.
pub fn procedure_text(demo: &Demo) -> String {
    let mut text = String::from(
        "organisation:\n  name: Voorbeeld Re-integratie\n  address: [Fictieplein 1, '6171 XX Stein']\n  \
         email: klachten@voorbeeld.example\n  phone: '046-0000000'\n  site: 'https://klachten.voorbeeld.example'\n\
         language: nl\n",
    );
    let _ = writeln!(text, "as_of: {}", demo.as_of);
    text.push_str("\nservices:\n");
    for (id, nl, en) in SERVICES {
        let _ = writeln!(text, "- {{id: {id}, name: {{nl: {nl}, en: {en}}}}}");
    }
    text.push_str("\ncategories:\n");
    for topic in TOPICS {
        let _ = writeln!(
            text,
            "- {{id: {}, name: {{nl: {}, en: {}}}}}",
            topic.category, topic.nl, topic.en
        );
    }
    text.push_str("\nnorm: 90\n\nexposure:\n");
    for (year, cases) in demo.cases_by_year() {
        // About one complaint to twelve clients; in a year that still runs, so many as at its end there will have been.
        let passed = match i32::from(year) == demo.as_of.year() {
            true => demo.as_of.0.ordinal().min(365) as usize,
            false => 365,
        };
        let clients = 12 * cases * 365 / passed;
        let _ = writeln!(text, "  {year}: {}", clients + 7 * (usize::from(year) % 5));
    }
    text
}

/// Gives `procedure.md`.
pub fn procedure_prose() -> String {
    let bodies: Vec<&str> = COMMISSIONERS.iter().map(|(_, name)| *name).collect();
    format!(
        "{PROSE}\nOpdrachtgevers van Voorbeeld Re-integratie zijn {}.\n",
        bodies.join(", ")
    )
}

const PROSE: &str = "\
# Klachtenprocedure

Voorbeeld Re-integratie bestaat niet; dit register is een voorbeeld met verzonnen klachten.

## 1. Ontvangst en registratie van een klacht

Wie een klacht ontvangt, legt die dezelfde dag vast. Een brief gaat naar de klachtmeldingscoördinator.

## 2. Overdracht aan klachtafhandelaar

De coördinator draagt de klacht over aan een afhandelaar, die nooit zelf bij de klacht betrokken is.

## 3. Bevestiging

Binnen twee weken krijgt de klager een ontvangstbevestiging. Nemen we een klacht niet in behandeling, dan \
hoort de klager dat binnen vier weken.

## 4. Onderzoek

De afhandelaar legt de klacht voor aan de betrokken medewerker en schrijft de reactie op.

## 5. Corrigerende maatregelen

De afhandelaar bepaalt of de klacht gegrond is en wat we de klager aanbieden.

## 6. Verslaglegging

Binnen twee weken na de oplossing krijgen klager en coördinator een verslag.

## 7. Preventieve maatregelen

De afhandelaar bepaalt hoe we herhaling voorkomen en overlegt met wie dat kan doorvoeren.

## 8. Rapportage

De coördinator gaat na of het aanbod is uitgevoerd en heeft geholpen, en analyseert elk jaar de klachten.

## 9. Beroep

Een cliënt die niet tevreden is, kan terecht bij de opdrachtgever van het traject.
";
