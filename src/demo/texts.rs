//! What the made-up complaints are about: neutral sentences without names, a table a topic.

use crate::register::step::{Body, OfferKind};

/// A kind of complaint and what may be said of it.
#[derive(Debug)]
pub struct Topic {
    /// The category in `procedure.yaml`.
    pub category: &'static str,
    /// Its Dutch name.
    pub nl: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// How often it comes, beside the others.
    pub weight: u64,
    /// Likely causes, ids of `causes`.
    pub causes: &'static [&'static str],
    /// The complaint in one sentence.
    pub summaries: &'static [&'static str],
    /// What the complaint comes from, when it is looked into.
    pub findings: &'static [&'static str],
    /// What can be offered.
    pub offers: &'static [(OfferKind, &'static str)],
    /// What can keep it from happening again.
    pub preventions: &'static [&'static str],
}

use OfferKind::{Correction, Redress, ReplacementService};

/// The topics.
pub const TOPICS: &[Topic] = &[
    Topic {
        category: "communication",
        nl: "Communicatie",
        en: "Communication",
        weight: 25,
        causes: &["communication", "communication", "procedure", "systems"],
        summaries: &[
            "Vragen per e-mail bleven weken zonder antwoord.",
            "Terugbelverzoek werd niet nagekomen.",
            "Informatie over het traject was onduidelijk en wisselde per gesprek.",
            "Beslissing werd genomen zonder de klager vooraf te informeren.",
            "Wijziging van contactpersoon werd niet gemeld.",
        ],
        findings: &[
            "De berichten zijn binnengekomen in een postbus die niet dagelijks wordt gelezen.",
            "Van de gevoerde gesprekken is geen verslag gemaakt.",
            "De overdracht tussen twee medewerkers is niet vastgelegd.",
            "Het antwoord is wel geschreven maar niet verzonden.",
        ],
        offers: &[
            (
                Correction,
                "De openstaande vragen worden schriftelijk beantwoord.",
            ),
            (
                Correction,
                "Er komt een vast contactpersoon met een vast belmoment.",
            ),
            (Redress, "Excuses in een persoonlijk gesprek."),
        ],
        preventions: &[
            "De gezamenlijke postbus krijgt een rooster en een vervanger.",
            "Van elk gesprek gaat binnen drie werkdagen een verslag naar de cliënt.",
            "Overdrachten lopen voortaan via een vast formulier.",
        ],
    },
    Topic {
        category: "appointments",
        nl: "Afspraken",
        en: "Appointments",
        weight: 20,
        causes: &["planning", "planning", "systems", "communication"],
        summaries: &[
            "Afspraak twee keer zonder bericht afgezegd.",
            "Klager verscheen op een afspraak die niet in de agenda stond.",
            "Gesprek begon drie kwartier te laat.",
            "Afspraak werd verplaatst naar een dag waarop de klager niet kon.",
        ],
        findings: &[
            "De afspraak is in een andere agenda gezet dan die van de vervanger.",
            "Bij ziekte was niemand aangewezen om afspraken af te zeggen.",
            "De reistijd tussen twee locaties was niet ingepland.",
            "De herinnering is naar een oud nummer gestuurd.",
        ],
        offers: &[
            (
                Correction,
                "Een nieuwe afspraak binnen een week op een tijd naar keuze.",
            ),
            (Redress, "Vergoeding van de gemaakte reiskosten."),
            (Redress, "Schriftelijke excuses."),
            (
                ReplacementService,
                "Het gesprek wordt bij de cliënt in de buurt gevoerd.",
            ),
        ],
        preventions: &[
            "Afspraken staan voortaan in een gedeelde agenda.",
            "Bij ziekmelding belt het bedrijfsbureau dezelfde ochtend alle afspraken af.",
            "Tussen afspraken op twee locaties wordt een uur vrijgehouden.",
        ],
    },
    Topic {
        category: "waiting-time",
        nl: "Wachttijd",
        en: "Waiting time",
        weight: 12,
        causes: &["planning", "procedure", "third-party"],
        summaries: &[
            "Start van het traject liet ruim twee maanden op zich wachten.",
            "Toegezegde training werd telkens uitgesteld.",
            "Aanvraag van een voorziening bleef liggen.",
        ],
        findings: &[
            "De aanmelding is pas na drie weken toegewezen.",
            "De groep kwam door een tekort aan deelnemers niet vol.",
            "De aanvraag wachtte op een stuk van een andere instantie zonder dat iemand daarnaar vroeg.",
        ],
        offers: &[
            (Correction, "Het traject start in de eerstvolgende week."),
            (
                ReplacementService,
                "Individuele training in plaats van de groep.",
            ),
            (Redress, "Verlenging van het traject met de verloren weken."),
        ],
        preventions: &[
            "Aanmeldingen worden twee keer per week verdeeld.",
            "Een training gaat door vanaf vier deelnemers.",
            "Wie wacht, krijgt elke twee weken bericht over de stand van zaken.",
        ],
    },
    Topic {
        category: "conduct",
        nl: "Bejegening",
        en: "Conduct",
        weight: 13,
        causes: &["conduct", "conduct", "communication", "none-found"],
        summaries: &[
            "Klager voelde zich in het gesprek niet serieus genomen.",
            "Toon van een telefoongesprek werd als kleinerend ervaren.",
            "Opmerking over de gezondheid van de klager werd als ongepast ervaren.",
        ],
        findings: &[
            "Beide partijen hebben het gesprek anders beleefd.",
            "Het gesprek vond plaats in een ruimte waar anderen konden meeluisteren.",
            "De medewerker erkent dat de woordkeuze ongelukkig was.",
        ],
        offers: &[
            (Redress, "Een gesprek met de leidinggevende erbij."),
            (
                ReplacementService,
                "Begeleiding door een andere medewerker.",
            ),
            (Redress, "Schriftelijke excuses."),
        ],
        preventions: &[
            "Het team volgt een dagdeel gespreksvoering.",
            "Gesprekken worden alleen nog in een gesloten ruimte gevoerd.",
            "Intervisie over lastige gesprekken komt elk kwartaal op de agenda.",
        ],
    },
    Topic {
        category: "reporting",
        nl: "Rapportage",
        en: "Reporting",
        weight: 12,
        causes: &["procedure", "knowledge", "systems"],
        summaries: &[
            "Rapportage bevatte feitelijke onjuistheden.",
            "Eindrapport kwam na de afgesproken datum.",
            "Rapportage ging naar de opdrachtgever zonder dat de klager haar had gezien.",
        ],
        findings: &[
            "Het rapport is opgesteld met gegevens uit een eerder traject.",
            "De controle door een tweede lezer is overgeslagen.",
            "De termijn voor een reactie op het concept was niet gemeld.",
        ],
        offers: &[
            (
                Correction,
                "Het rapport wordt verbeterd en opnieuw verzonden.",
            ),
            (
                Correction,
                "De reactie van de klager wordt bij het rapport gevoegd.",
            ),
            (Redress, "Excuses en een toelichting aan de opdrachtgever."),
        ],
        preventions: &[
            "Een tweede lezer tekent elk eindrapport af.",
            "Het sjabloon van de rapportage neemt geen oude gegevens meer over.",
            "De cliënt krijgt een concept met een reactietermijn van een week.",
        ],
    },
    Topic {
        category: "guidance",
        nl: "Begeleiding",
        en: "Guidance",
        weight: 12,
        causes: &["knowledge", "procedure", "planning", "none-found"],
        summaries: &[
            "Begeleiding sloot niet aan bij de mogelijkheden van de klager.",
            "Voorgestelde vacatures pasten niet bij het afgesproken zoekprofiel.",
            "Begeleiding op de werkplek bleef uit.",
        ],
        findings: &[
            "Het zoekprofiel is na de herbeoordeling niet bijgewerkt.",
            "De werkplek is maar een keer bezocht.",
            "Het plan van aanpak is niet met de cliënt doorgenomen.",
        ],
        offers: &[
            (
                Correction,
                "Het plan van aanpak wordt samen opnieuw opgesteld.",
            ),
            (ReplacementService, "Begeleiding door een andere jobcoach."),
            (
                ReplacementService,
                "Een extra adviesgesprek met een arbeidsdeskundige.",
            ),
        ],
        preventions: &[
            "Het zoekprofiel wordt elke drie maanden met de cliënt nagelopen.",
            "Het bezoek aan de werkplek komt als vast onderdeel in het plan van aanpak.",
            "Nieuwe medewerkers lopen een maand mee met een ervaren collega.",
        ],
    },
    Topic {
        category: "privacy",
        nl: "Privacy",
        en: "Privacy",
        weight: 4,
        causes: &["procedure", "systems", "knowledge"],
        summaries: &[
            "Gegevens werden gedeeld zonder toestemming van de klager.",
            "Brief met persoonlijke gegevens kwam bij een verkeerde ontvanger.",
        ],
        findings: &[
            "Het adres is overgenomen uit een verouderd bestand.",
            "De toestemming was mondeling gegeven en niet vastgelegd.",
        ],
        offers: &[
            (
                Correction,
                "De gegevens worden bij de ontvanger verwijderd.",
            ),
            (
                Redress,
                "Excuses en een overzicht van wat met wie is gedeeld.",
            ),
        ],
        preventions: &[
            "Toestemming wordt schriftelijk vastgelegd voordat iets wordt gedeeld.",
            "Adressen worden bij elke verzending vergeleken met het dossier.",
        ],
    },
    Topic {
        category: "facilities",
        nl: "Locatie en voorzieningen",
        en: "Location and facilities",
        weight: 2,
        causes: &["systems", "third-party"],
        summaries: &[
            "Locatie was met een rolstoel niet bereikbaar.",
            "Computers in de trainingsruimte werkten niet.",
        ],
        findings: &[
            "De lift was al weken buiten gebruik.",
            "De storing was gemeld maar niet opgepakt.",
        ],
        offers: &[
            (
                Correction,
                "De training wordt overgedaan op een andere locatie.",
            ),
            (Redress, "Vergoeding van de gemaakte reiskosten."),
        ],
        preventions: &[
            "Storingen worden wekelijks nagelopen met de verhuurder.",
            "De toegankelijkheid van een locatie wordt vooraf gecontroleerd.",
        ],
    },
];

/// The services: id, Dutch name, English name.
pub const SERVICES: &[(&str, &str, &str)] = &[
    ("job-coaching", "Jobcoaching", "Job coaching"),
    (
        "first-track",
        "Re-integratie eerste spoor",
        "Re-integration with the own employer",
    ),
    (
        "second-track",
        "Re-integratie tweede spoor",
        "Re-integration with another employer",
    ),
    ("career-advice", "Loopbaanadvies", "Career advice"),
    (
        "assessment",
        "Arbeidsdeskundig onderzoek",
        "Work capacity assessment",
    ),
    ("training", "Sollicitatietraining", "Application training"),
];

/// Who commissions; all of them made up.
pub const COMMISSIONERS: &[(Body, &str)] = &[
    (Body::Uwv, "UWV Maasdorp"),
    (Body::Uwv, "UWV Zuidwijk"),
    (Body::Municipality, "Gemeente Maasdorp"),
    (Body::Municipality, "Gemeente Heuvelrade"),
    (Body::Employer, "Bouwbedrijf De Steiger"),
    (Body::Employer, "Zorggroep Het Anker"),
    (Body::Employer, "Drukkerij Letterlust"),
    (Body::Insurer, "Verzekeraar Zuiderlicht"),
    (Body::Other, "Stichting Werkwijzer"),
];

/// Where it happened.
pub const PLACES: &[&str] = &[
    "Stein",
    "Sittard",
    "Geleen",
    "Heerlen",
    "Maastricht",
    "Roermond",
    "Kerkrade",
    "Beek",
];

/// Special circumstances.
pub const CIRCUMSTANCES: &[&str] = &[
    "Het gesprek vond plaats in de vakantieperiode, met een vervanger.",
    "De klager had op dat moment net een operatie achter de rug.",
    "Het traject was een week eerder overgedragen aan een andere medewerker.",
    "Er was een begeleider van een andere instantie bij aanwezig.",
];

/// What complainants ask for.
pub const REMEDIES: &[&str] = &[
    "Een andere contactpersoon.",
    "Excuses en een nieuwe afspraak.",
    "Een verbeterde rapportage.",
    "Vergoeding van de reiskosten.",
    "Duidelijkheid over het vervolg van het traject.",
];

/// What a handler asks.
pub const QUESTIONS: &[&str] = &[
    "Gevraagd op welke dagen het precies gebeurde en wie erbij waren.",
    "Gevraagd naar de brieven en berichten die de klager nog heeft.",
    "Gevraagd wat volgens de klager een goede oplossing zou zijn.",
    "Gevraagd of de opdrachtgever al van de klacht op de hoogte is.",
];

/// What happens after the acknowledgement.
pub const NEXT_STEPS: &[&str] = &[
    "De klacht wordt voorgelegd aan de betrokken medewerker.",
    "De stukken uit het dossier worden opgevraagd en bekeken.",
    "Zo nodig volgt een gesprek met de klager en de medewerker samen.",
    "Daarna ontvangt de klager een oordeel met een voorstel.",
    "Het traject zelf loopt intussen gewoon door.",
];

/// Why more time is needed.
pub const EXTENSION_GROUNDS: &[&str] = &[
    "Een betrokkene is langer afwezig dan verwacht.",
    "De opdrachtgever heeft gevraagde stukken nog niet gestuurd.",
    "De klager heeft op verzoek extra tijd gekregen om te reageren.",
];

/// What a verdict rests on, whatever the topic.
pub const GROUNDS: &[&str] = &[
    "De verklaringen van klager en medewerker komen op hoofdlijnen overeen.",
    "Het dossier bevestigt de data die de klager noemt.",
    "Wat is toegezegd, staat in het plan van aanpak.",
    "Een eerdere melding over hetzelfde onderwerp is niet gevonden.",
    "De gevolgen voor het traject zijn beperkt gebleven.",
    "De klager heeft hierdoor een volle maand vertraging opgelopen.",
];

/// Why nothing is offered.
pub const NO_OFFER: &[&str] = &[
    "De klacht is niet gegrond; er is uitgelegd hoe het besluit tot stand kwam.",
    "Wat de klager vroeg, was al geregeld toen de klacht binnenkwam.",
    "Er is niets te herstellen; de klager wilde vooral gehoord worden.",
];

/// What came of a measure.
pub const RESULTS: &[&str] = &[
    "Uitgevoerd zoals afgesproken en met de klager besproken.",
    "Uitgevoerd; de klager heeft er een schriftelijke bevestiging van.",
    "Ingevoerd en in het teamoverleg toegelicht.",
    "Ingevoerd op alle locaties en opgenomen in het handboek.",
];

/// What an effect was read from.
pub const EFFECT_GROUNDS: &[&str] = &[
    "Het aantal klachten in deze categorie in de zes maanden ervoor en erna is vergeleken.",
    "Een steekproef van twintig dossiers is bekeken.",
    "Het team is er in het kwartaaloverleg naar gevraagd.",
];

/// Why a complaint is not taken up.
pub const REFUSALS: &[(&str, &str)] = &[
    (
        "no-complaint",
        "De melding gaat over een besluit van een andere organisatie.",
    ),
    (
        "dealt-with",
        "Over hetzelfde voorval is eerder een klacht behandeld.",
    ),
    ("too-long-ago", "Het voorval is meer dan een jaar geleden."),
    ("elsewhere", "De zaak ligt al bij de opdrachtgever."),
];

/// Why a complaint is withdrawn.
pub const WITHDRAWALS: &[&str] = &[
    "Na een gesprek is de klager tevreden en hoeft het verder niet.",
    "De klager ziet van verdere behandeling af.",
    "Het probleem was opgelost voordat het onderzoek begon.",
];

/// Why a case goes to another handler.
pub const REASSIGNMENTS: &[&str] = &[
    "De eerste afhandelaar is langere tijd afwezig.",
    "De klacht raakt een proces waar een ander verantwoordelijk voor is.",
];

/// What a complainant says, in the annex.
pub const STORY: &[&str] = &[
    "Ik heb hier al eerder over gebeld, maar er is niets mee gedaan.",
    "Ik vind dat jammer, want tot nu toe verliep alles naar wens.",
    "Hierdoor weet ik niet meer waar ik aan toe ben.",
    "Ik heb er een vrije dag voor opgenomen en ben voor niets gekomen.",
    "Ik wil graag weten hoe dit heeft kunnen gebeuren.",
    "Mijn vertrouwen in de begeleiding is hierdoor minder geworden.",
    "Ik hoop dat u dit serieus neemt en mij laat weten wat u gaat doen.",
];

/// What an employee says, in the annex.
pub const STATEMENTS: &[&str] = &[
    "Ik herken het voorval en begrijp dat het vervelend was.",
    "Ik had die week veel afspraken van een zieke collega erbij.",
    "Ik dacht dat de afspraak was doorgegeven.",
    "Achteraf had ik zelf moeten bellen.",
    "Wat ik gezegd heb, was anders bedoeld dan het is overgekomen.",
];

/// Surnames that nobody has, for the complainants in the annexes.
pub const SURNAMES: &[&str] = &[
    "Voorbeeldsma",
    "van Testdam",
    "Fictievelt",
    "Denkbeeldink",
    "de Verzonne",
    "Nepstra",
    "Proefhuizen",
    "van Bedacht",
    "Fantasiema",
    "Maquettinga",
    "Schijnberg",
    "ter Oefening",
];
