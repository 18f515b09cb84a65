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
nav-history = Geschiedenis
nav-procedure = Reglement
nav-rules = Regels
as-of = Stand op { $day }.
as-of-fixed = Deze datum staat vast in procedure.yaml, omdat dit register een voorbeeld is.
footer-privacy = Deze site toont geen persoonsgegevens van klagers en zegt niet over welke medewerkers een klacht gaat.

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
status-analyses-overdue = { $analyses ->
    [one] Bij de klachten is niets over tijd. Een jaaranalyse is dat wel.
   *[other] Bij de klachten is niets over tijd. { $analyses } jaaranalyses zijn dat wel.
}
status-both-overdue = Over tijd: een termijn bij { $count ->
    [one] 1 klacht
   *[other] { $count } klachten
}, en { $analyses ->
    [one] een jaaranalyse
   *[other] { $analyses } jaaranalyses
}.
tile-open = { $n ->
    [one] lopende klacht
   *[other] lopende klachten
}
tile-overdue = { $n ->
    [one] klacht over tijd
   *[other] klachten over tijd
}
tile-due-soon = { $n ->
    [one] klacht met een termijn die bijna afloopt
   *[other] klachten met een termijn die bijna afloopt
}
tile-breaches = { $n ->
    [one] overschrijding
   *[other] overschrijdingen
} in { $year }{ $waived ->
    [0] {""}
   *[other] {" "}(en { $waived } met ontheffing)
}
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
percentages-from = Een percentage staat er pas vanaf tien termijnen.
clauses-caption = Hoe de termijnen van elk artikel zijn nagekomen, en hoe vaak verder van het artikel is afgeweken. { percentages-from }
norm = De norm is
no-term = geen termijn
year-title = De klachten van { $year }
year-total = { $n ->
    [one] klacht
   *[other] klachten
} ontvangen in { $year }

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
# Bij een termijn staan meer termijnen dan klachten waar een klacht er meer dan een had.
list-total-terms = { $cases }; samen { $terms } termijnen
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
field-done = Gedaan op
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
field-period = Periode
field-preventive = Maatregel
field-reason = Reden
field-received = Ontvangen op
field-remedy-sought = Wens van de klager
field-responsibility = Verantwoordelijk
field-result = Resultaat
field-rule = Regel
field-same-incident-as = Zelfde gebeurtenis als
field-satisfaction = Klager is
field-sent = Verstuurd op
field-service = Dienst
field-severity = Ernst
field-solved = Opgelost op
field-summary = Omschrijving
field-to-complainant = Verslag aan klager
field-to-coordinator = Verslag aan coördinator
field-term = Termijn
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

# De geschiedenis.

past-title = De geschiedenis van het register
past-lead = Elke stap in een dossier is een commit in git. Het programma toetst elke commit: heeft de juiste persoon één stap toegevoegd, is er niets veranderd van wat er al stond, en klopt de datum?
past-sound = { $commits ->
    [0] Er is na het beginpunt nog niets vastgelegd.
    [one] De geschiedenis klopt: 1 commit getoetst, geen fouten.
   *[other] De geschiedenis klopt: { $commits } commits getoetst, geen fouten.
}
past-sound-how = Iedereen met een kloon van het register kan dit zelf nagaan met de opdracht "klacht check --history".
past-faults = { $refused ->
    [0] De geschiedenis heeft fouten.
    [one] 1 van de { $commits } commits klopt niet.
   *[other] { $refused } van de { $commits } commits kloppen niet.
}
past-faults-how = Hieronder staat welke commits het zijn en welke regel zij breken. Wat er precies aan de hand is en wat u kunt doen, zegt deze opdracht:
past-elsewhere = Dit is een andere geschiedenis dan die van het vastgelegde beginpunt.
past-elsewhere-how = De geschiedenis begint niet bij de commit die als beginpunt van vertrouwen is vastgelegd. Dan is zij herschreven, of is dit een kloon van een ander register. De stappen van de dossiers zijn daarom niet herleid. Meer zegt deze opdracht:
past-absent = Dit register staat niet in git.
past-absent-how = Wie een stap vastlegde, en wanneer, is dan niet na te gaan: de dossiers zeggen alleen wat er nu in staat. Zo komt het register in git:
past-uncommitted = Dit register staat nog in geen enkele commit.
past-uncommitted-how = De map van het register ligt in een git-repository, maar is nog niet vastgelegd. Er is dus nog geen geschiedenis om te toetsen. Zo begint zij:
past-unrooted = De geschiedenis is niet getoetst: er is geen beginpunt van vertrouwen vastgelegd.
past-unrooted-how = Wie een geschiedenis toetst, moet weten vanaf welke commit zij te vertrouwen is. Dat punt kiest de beheerder; het kan niet uit de geschiedenis zelf komen, want wie haar vervalst, kiest dan ook het begin. Zoek de commit waarmee het register begon, leg het volledige nummer vast en bouw de site opnieuw. "klacht hooks install" legt het punt ook vast.
past-shallow = De geschiedenis is niet getoetst: deze kloon heeft alleen het laatste deel ervan.
past-shallow-how = De site is gemaakt uit een ondiepe kloon (git clone --depth). Het begin van de geschiedenis ontbreekt. Haal de rest op en bouw de site opnieuw:
past-unreadable = De geschiedenis is niet getoetst: zij kon niet gelezen worden.
past-unreadable-how = Bij het bouwen van de site gaf git een fout. Welke, zegt deze opdracht:
past-changed = { $n ->
    [one] 1 dossier bevat wijzigingen die niet in de geschiedenis staan. De site toont ze wel.
   *[other] { $n } dossiers bevatten wijzigingen die niet in de geschiedenis staan. De site toont ze wel.
}
past-others-changed = Bestanden naast de dossiers, zoals procedure.yaml of staff.yaml, bevatten wijzigingen die niet in de geschiedenis staan.
past-verified = In orde tot en met commit
past-root = Beginpunt van vertrouwen
past-tip = Commit waaruit de site is gemaakt
past-signatures = Handtekeningen
past-signatures-required = verplicht
past-signatures-accepted = niet verplicht; een handtekening die er is, moet kloppen
past-signatures-off = worden niet bekeken
past-faults-title = Wat niet klopt
past-faults-caption = De oudste commit eerst. Van een fout staat hier alleen de naam: wat er in zo'n commit staat, kan van alles zijn.
past-counts-title = In getallen
past-kinds = Wat de commits deden
past-kind-step = een stap in een dossier
past-kind-import = overname van oude dossiers
past-kind-policy = medewerkers of reglement
past-kind-document = jaaranalyse of tekst
past-kind-merge = samenvoeging
past-kind-beside = iets buiten het register
past-kind-unclear = afgekeurd, niet te duiden
past-when = Wanneer stappen zijn vastgelegd
past-when-same-day = op de dag zelf
past-when-week = 1 tot 7 dagen later
past-when-later = meer dan 7 dagen later
past-signed = Ondertekend
past-signed-yes = met een sleutel van de schrijver
past-signed-no = niet
past-late-title = Lang na de stap vastgelegd
past-late-lead = Een stap heeft een datum: de dag waarop iets gebeurde. De commit heeft ook een datum: de dag waarop het is opgeschreven. Later opschrijven mag, maar wie het register beoordeelt wil weten waar. Dit zijn de stappen en de handtekeningen onder jaaranalyses die meer dan 7 dagen later zijn vastgelegd.
past-late-caption = Wat het langst duurde, staat bovenaan.
past-late-signed = jaaranalyse ondertekend
past-late-none = Alle stappen zijn binnen 7 dagen vastgelegd.
past-others-title = Wijzigingen naast de dossiers
past-others-caption = Wie iets veranderde aan medewerkers, reglement of jaaranalyse, of oude dossiers overnam. De laatste wijziging staat bovenaan.
past-others-none = Na het beginpunt is er naast de dossiers niets veranderd.
past-did-import = { $n ->
    [one] 1 oud dossier overgenomen
   *[other] { $n } oude dossiers overgenomen
}
past-did-policy = medewerkers of reglement gewijzigd
past-did-document = jaaranalyse of tekst gewijzigd
past-more = { $n ->
    [one] Er is er nog 1.
   *[other] Er zijn er nog { $n }.
}
past-proof-title = Wat dit bewijst, en wat niet
past-proof-text = De tekst
past-proof-text-what = Het nummer van een commit wordt berekend uit alles wat erin staat en wat eraan voorafging. Wie iets verandert aan wat gedeeld is, verandert alle nummers daarna, en dat valt op bij iedereen met een kloon. Schrijf het nummer van de laatste commit af en toe ergens anders op.
past-proof-name = De naam
past-proof-name-what = De naam bij een commit is wat de schrijver zelf in git invulde. Zonder meer bewijst hij alleen dat iemand die mocht sturen, deze naam koos.
past-proof-pusher = De afzender
past-proof-pusher-what = Een server kan nagaan wie een commit stuurt en alleen commits van die persoon aannemen (git config klacht.pusherVariable). Dan klopt de naam, zolang u de server gelooft. Aan een kloon is niet te zien of dat gebeurt.
past-proof-signature = De handtekening
past-proof-signature-what = Een handtekening met een sleutel uit staff.yaml bewijst aan iedereen dat de commit van de houder van die sleutel is. Zij bewijst niet wanneer.
past-proof-date = De datum
past-proof-date-what = De datum van een commit komt van de computer van de schrijver. Het programma weigert een commit die ouder is dan de vorige of in de toekomst ligt, meer niet. Wanneer een commit binnenkwam, staat in het ontvangstboek van de server; "klacht receipt --verify" controleert dat.
past-notice = De geschiedenis van het register heeft fouten.
past-build-faults = Let op: de geschiedenis heeft fouten. Ze staan op de pagina Geschiedenis; "klacht check --history" zegt er meer over.
past-build-unreadable = Let op: de geschiedenis kon niet gelezen worden; de site zegt dat.
past-trail-title = Vastlegging
past-trail-caption = Wanneer en door wie elke stap in de geschiedenis is vastgelegd.
past-trail-about = Wat dit bewijst, staat bij
past-trail-refused = Een commit over dit dossier is afgekeurd. Welke, staat bij
past-trail-changed = Dit dossier bevat wijzigingen die nog niet in de geschiedenis staan.
past-later = { $span } later
past-imported = overgenomen dossier
past-before = van vóór het beginpunt
past-unclear = niet te herleiden
past-pending = nog niet vastgelegd
past-refused = afgekeurd
column-commit = Commit
column-recorded = Vastgelegd
column-signed = Ondertekend
column-step = Stap

# Het reglement.

procedure-title = Klachtenreglement
procedure-no-text = De tekst van het reglement staat niet in dit register.
procedure-other-language = De tekst van het reglement is er alleen in het Engels.
clauses-label = De artikelen en hoe ze zijn nagekomen
clause-title = Artikel { $number }: { $name }
clause-no-text = De tekst van dit artikel staat niet in dit register.
clause-terms-title = Hoe de termijnen zijn nagekomen
clause-terms-caption = aantal termijnen naar het jaar van de klacht. { percentages-from }
clause-no-terms = Dit artikel heeft geen termijn.
clause-rules-title = De regels bij dit artikel
clause-rules-caption = Hoe vaak het programma een afwijking van dit artikel vond.
clause-no-rules = Het programma heeft geen regels bij dit artikel.
term-since = { $name }, vanaf { $day }
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
