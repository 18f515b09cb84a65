# De site.

site-name = Klachtenregister
no-organisation = organisatie onbekend
skip = Naar de inhoud
nav-label = Hoofdmenu
nav-start = Overzicht
nav-cases = Klachten
nav-work = Werklijsten
nav-measures = Maatregelen
nav-breaches = Overschrijdingen
nav-procedure = Reglement
nav-rules = Regels
as-of = Stand op { $day }.
as-of-fixed = Deze datum staat vast in procedure.yaml, omdat dit register een voorbeeld is.
footer-privacy = Deze site toont geen persoonsgegevens van klagers en noemt geen namen van betrokkenen.

not-shown = niet getoond: bevat persoonsgegevens
concerned = betrokkene
about-process = geen: de klacht gaat over een werkwijze
about-count = { $count ->
    [one] 1 betrokkene
   *[other] { $count } betrokkenen
}
nobody = nog niemand
unknown-entry = staat niet in de keuzelijst
unknown-person = onbekende medewerker
yes = ja
no = nee
clause = artikel
clause-capital = Artikel
waived = ontheffing verleend
a-file = een bestand

span-days = { $number ->
    [one] 1 dag
   *[other] { $number } dagen
}
span-working-days = { $number ->
    [one] 1 werkdag
   *[other] { $number } werkdagen
}
span-weeks = { $number ->
    [one] 1 week
   *[other] { $number } weken
}
span-months = { $number ->
    [one] 1 maand
   *[other] { $number } maanden
}

# De artikelen, voor als de tekst van het reglement er niet in deze taal is.

clause-1 = Ontvangst en registratie van een klacht
clause-2 = Overdracht aan klachtafhandelaar
clause-3 = Bevestiging
clause-4 = Onderzoek
clause-5 = Corrigerende maatregelen
clause-6 = Verslaglegging
clause-7 = Preventieve maatregelen
clause-8 = Rapportage
clause-9 = Beroep

# Het overzicht.

start-title = Waar staan we?
status-fine = Geen enkele termijn is over tijd.
status-due-soon = { $count ->
    [one] Niets is over tijd. Bij 1 klacht loopt binnenkort een termijn af.
   *[other] Niets is over tijd. Bij { $count } klachten loopt binnenkort een termijn af.
}
status-overdue = { $count ->
    [one] Bij 1 klacht is een termijn over tijd.
   *[other] Bij { $count } klachten is een termijn over tijd.
}
tile-open = lopende klachten
tile-overdue = klachten over tijd
tile-due-soon = klachten met een termijn die bijna afloopt
tile-breaches = overschrijdingen in { $year }
notices-title = Voor de klachtmeldingscoördinator
notice-unassigned = { $count ->
    [one] 1 klacht heeft nog geen klachtafhandelaar.
   *[other] { $count } klachten hebben nog geen klachtafhandelaar.
}
notice-to-close = { $count ->
    [one] 1 klacht is klaar om te sluiten.
   *[other] { $count } klachten zijn klaar om te sluiten.
}
notice-faults = { $count ->
    [one] 1 punt in de dossiers vraagt om een verbetering.
   *[other] { $count } punten in de dossiers vragen om een verbetering.
}
tasks-title = Wat moet nu gebeuren
tasks-caption = Termijnen die over tijd zijn of bijna aflopen. Wat het eerst moet, staat bovenaan.
tasks-all = Alle werklijsten
tasks-none = Er is niets over tijd en er loopt binnenkort niets af.
clauses-title = Per artikel van het reglement, { $year }
clauses-caption = Hoe de termijnen van elk artikel zijn nagekomen, en hoe vaak verder van het artikel is afgeweken.
norm = De norm is
no-term = geen termijn
year-title = De klachten van { $year }
year-total = klachten ontvangen in { $year }

tally-attention = Wat aandacht vraagt
tally-stage = Naar stadium
tally-year = Naar jaar
tally-outcome = Naar oordeel
tally-category = Naar soort
tally-channel = Naar manier van melden
tally-complainant = Naar klager
tally-satisfaction = Naar tevredenheid
outcome-pending = nog geen oordeel

# Lijsten van klachten.

list-heading = De klachten
list-all = Alle klachten
list-open = Lopende klachten
list-overdue = Klachten over tijd
list-due-soon = Klachten met een termijn die bijna afloopt
list-unassigned = Klachten zonder klachtafhandelaar
list-to-close = Klachten die gesloten kunnen worden
list-breach = Klachten met een overschrijding
list-fault = Klachten met iets om te verbeteren in het dossier
list-year = Klachten van { $year }
list-stage = Klachten in stadium: { $what }
list-outcome = Klachten van { $year }, oordeel: { $what }
list-category = Klachten van { $year }, soort: { $what }
list-channel = Klachten van { $year }, gemeld per: { $what }
list-complainant = Klachten van { $year }, klager: { $what }
list-satisfaction = Klachten van { $year }, klager is: { $what }
list-term = Klachten van { $year }, termijn: { $what } ({ $state })
list-clause = Klachten van { $year }, termijnen van artikel { $clause } ({ $state })
list-rule = Klachten met een bevinding van regel { $code } (artikel { $clause })
list-total = { $count ->
    [0] Er zijn geen klachten in deze lijst.
    [one] 1 klacht
   *[other] { $count } klachten, de nieuwste eerst
}
parts-label = Deel

column-answer = Reactie
column-by = Door
column-case = Dossier
column-category = Soort
column-clause = Artikel
column-date = Datum
column-done = Gedaan op
column-due = Klaar op
column-effect = Effect
column-findings = Andere afwijkingen
column-first = Eerste termijn
column-handler = Klachtafhandelaar
column-kind = Soort aanbod
column-last-day = Laatste dag
column-level = Ernst
column-measure = Maatregel
column-next = Eerstvolgende termijn
column-owner = Eigenaar
column-person = Wie
column-place = Waar
column-received = Ontvangen
column-rule = Regel
column-share = Op tijd (%)
column-stage = Stadium
column-state = Stand
column-summary = Klacht
column-tasks = Te doen
column-term = Termijn
column-times = Aantal
column-waived = Ontheffing
column-what = Wat
column-year = Jaar

# De pagina van een klacht.

case-title = Klacht { $case }
findings-title = Opmerkingen bij dit dossier
facts-title = In het kort
deadlines-title = Termijnen
deadlines-caption = De laatste dag telt mee.
offers-title = Aanbod aan de klager
preventive-title = Preventieve maatregelen
waivers-title = Ontheffingen
steps-title = Verloop
corrected = Gecorrigeerd.
in-step = in stap
by-step = door stap
neighbours = Vorige en volgende klacht

field-about = Betrokkene
field-agreement = Omschrijving
field-answer = Reactie van de klager
field-appeal-explained = Beroep uitgelegd
field-asked = Gevraagd
field-body = Beroep bij
field-category = Soort klacht
field-cause = Oorzaak
field-channel = Manier
field-circumstances = Bijzonderheden
field-commissioned-by = Opdrachtgever
field-complainant = Klager
field-consulted = Overlegd met
field-date = Datum
field-document-copied = Kopie aan klachtafhandelaar
field-effect = Effect
field-employee = Betrokkene
field-expected-by = Afhandeling verwacht op
field-explanation = Toelichting
field-function = Functie
field-ground = Reden
field-handler = Klachtafhandelaar
field-measure = Maatregel
field-measures = Maatregelen
field-next-steps = Verdere afhandeling
field-none-because = Geen, omdat
field-occurred = Wanneer en waar
field-offer = Aanbod
field-outcome = Afloop
field-passed-to-coordinator = Naar klachtmeldingscoördinator
field-place = Plaats
field-preventive = Maatregel
field-reason = Reden
field-received = Ontvangen op
field-remedy-sought = Wens van de klager
field-responsibility = Verantwoordelijk
field-result = Resultaat
field-rule = Regel
field-same-incident-as = Zelfde gebeurtenis als
field-satisfaction = Klager is
field-service = Dienst
field-severity = Ernst
field-solved = Opgelost op
field-summary = Omschrijving
field-to-complainant = Verslag aan klager
field-to-coordinator = Verslag aan coördinator
field-told = Verteld op
field-verdict = Oordeel

# Maatregelen.

measures-title = Maatregelen die nog lopen
measures-year = Maatregelen bij klachten van { $year }
measures-by-year = Alle maatregelen, naar jaar:
measures-open-caption = Wat het eerst klaar moet zijn, staat bovenaan.
measures-caption = In de volgorde van de dossiers.
offers-none = Er is geen aanbod om te tonen.
preventive-none = Er zijn geen preventieve maatregelen om te tonen.

# Werklijsten.

work-title = Werklijsten
work-lead = Wat moet er gebeuren, door wie, en wanneer uiterlijk?
work-none = Er lopen geen termijnen.
work-back = Alle werklijsten
workers-caption = Lopende termijnen per medewerker
coordinator-title = Voor de klachtmeldingscoördinator
person-title = Werklijst van { $name }
person-nobody-title = Werk zonder klachtafhandelaar
person-caption = Wat het eerst moet, staat bovenaan.

# Overschrijdingen, ontheffingen en fouten.

breaches-year = Overschrijdingen en ontheffingen, klachten van { $year }
breaches-title = Overschrijdingen
breaches-lead = Een overschrijding is een vastgelegd feit: het reglement is bij deze klacht niet gevolgd. Ook als het dossier sluit, blijft dat staan.
breaches-caption = In de volgorde van de dossiers.
breaches-none = Er zijn geen overschrijdingen.
waivers-caption = Regels die de klachtmeldingscoördinator voor een klacht opzij heeft gezet, met de reden.
waivers-none = Er zijn geen ontheffingen.
faults-title = Te verbeteren in de dossiers
faults-lead = Deze punten in de dossiers kloppen niet of verdienen een blik. De opdracht "klacht check" zegt bij elk punt op welke regel het staat.
faults-caption = Wat er te verbeteren is.
faults-none = Er is niets te verbeteren.

# Het reglement.

procedure-title = Klachtenreglement
procedure-no-text = De tekst van het reglement staat niet in dit register.
procedure-other-language = De tekst van het reglement is er alleen in het Engels.
clauses-label = De artikelen en hoe ze zijn nagekomen
clause-title = Artikel { $number }: { $name }
clause-no-text = De tekst van dit artikel staat niet in dit register.
clause-terms-title = Hoe de termijnen zijn nagekomen
clause-terms-caption = aantal termijnen naar het jaar van de klacht
clause-no-terms = Dit artikel heeft geen termijn.
clause-rules-title = De regels bij dit artikel
clause-rules-caption = Hoe vaak het programma een afwijking van dit artikel vond.
clause-no-rules = Het programma heeft geen regels bij dit artikel.
term-unused = Deze termijn is nog niet voorgekomen.
norm-reached = norm gehaald
norm-missed = onder de norm

# De regels.

rules-title = Regels
rules-lead = Dit zijn de regels waarop het programma elk dossier controleert. Elke regel heeft een vaste code.
rules-others = Vorm van de dossiers en bevoegdheden
rule-fix = Wat u doet:
rule-waivable = de klachtmeldingscoördinator kan ontheffing verlenen

# Fouten bij het maken van de site.

site-error-template = Het sjabloon { $name } klopt niet (regel { $line }): { $detail }. De site is niet veranderd.
site-error-foreign = { $count ->
    [one] Dit bestand staat waar een pagina moet komen, en klacht heeft het niet gemaakt: { $paths }. Verplaats het, of kies een andere map voor de site. Er is niets veranderd.
   *[other] Deze bestanden staan waar pagina's moeten komen, en klacht heeft ze niet gemaakt: { $paths }{ $more ->
        [0] {""}
       *[other] {" "}en nog { $more }
    }. Verplaats ze, of kies een andere map voor de site. Er is niets veranderd.
}
site-error-manifest = Het bestand { $path } is beschadigd: klacht weet niet meer welke pagina's het zelf heeft gemaakt. Maak de map van de site leeg en bouw de site opnieuw.
site-error-permission = U mag niet schrijven in { $path }. De site is niet veranderd.
site-error-full = De schijf is vol bij het schrijven van { $path }. De site is niet veranderd.
site-error-io = Schrijven of lezen van { $path } lukt niet: { $detail }. De site is niet veranderd.

# Agenda's en nieuwsbron
calendar-all = Termijnen van klachten, { $organisation }
calendar-person = Termijnen van klachten, { $name }
calendar-link = Alle termijnen in uw agenda
calendar-link-person = Deze termijnen in uw agenda
feed-title = Wat er met klachten gebeurde
