# De opdrachtregel: hulpteksten, fouten, uitvoer.

cli = Klachten als dossiers in git: bijhouden, toetsen aan het klachtenreglement, en tonen als site.
cli-usage = Gebruik
cli-command = OPDRACHT
cli-commands = Opdrachten
cli-options = Opties
cli-arguments = Argumenten
cli-help = toont deze hulp
cli-version = toont de versie
cli-register = de map met het klachtenregister (anders: complaints, hier of hoger)
cli-as-of = de peildatum, zoals 2026-03-16 (anders: die in procedure.yaml, of vandaag)
cli-lang = de taal: nl of en (anders: die van het register)
cli-format = de vorm van de uitvoer: human of json
cli-after = Zo begint u:
    {"  "}klacht init map          maakt een leeg klachtenregister
    {"  "}klacht check             toetst het register aan het klachtenreglement
    {"  "}klacht due               wat er te doen is, het eerste bovenaan
    {"  "}klacht build             maakt de site
    {"  "}klacht explain K202      legt een regel uit
    Elke opdracht heeft hulp: klacht check --help

cli-value-dir = MAP
cli-value-date = DATUM
cli-value-language = TAAL
cli-value-path = PAD
cli-value-format = VORM
cli-value-level = SOORT
cli-value-stage = STADIUM
cli-value-staff = MEDEWERKER
cli-value-year = JAAR
cli-value-case = DOSSIER
cli-value-code = CODE
cli-value-file = BESTAND

cli-check = Toetst het register aan het klachtenreglement en meldt wat er mis is.
cli-check-paths = alleen bevindingen in deze dossiers of bestanden; niets noemen is het hele register
cli-check-format = de vorm: human, json, sarif, github of gitlab
cli-check-deny = laat de opdracht ook hierop mislukken: breach, overdue, warning (met een komma ertussen)
cli-build = Toetst het register en maakt de site.
cli-build-out = de map van de site (anders: site)
cli-build-templates = de map met eigen sjablonen, die voor de ingebouwde gaan (anders: templates)
cli-build-force = maak de site ook als er fouten zijn; dossiers die niet te lezen zijn, ontbreken dan
cli-list = Toont de klachten, met de eerstvolgende termijn.
cli-list-stage = alleen in dit stadium: received, assigned, acknowledged, decided, offered, resolved, reported, refused, withdrawn, closed
cli-list-handler = alleen van deze klachtafhandelaar
cli-list-overdue = alleen met een termijn die voorbij is
cli-list-open = alleen wat niet gesloten is
cli-list-year = alleen van dit jaar
cli-show = Toont een dossier: de stappen, de termijnen, en wat er nu kan en wie dat mag.
cli-show-case = het nummer van het dossier, zoals 2026-0007
cli-due = Toont wat er te doen is, het eerste bovenaan.
cli-due-person = alleen voor deze medewerker
cli-analysis = Toont de jaaranalyse: de drie antwoorden en de kerncijfers; met --draft als concept om te ondertekenen.
cli-analysis-year = het jaar, zoals 2026
cli-analysis-draft = schrijf het concept in analysis.md in de map van het jaar; een bestaand bestand blijft staan
cli-export = Schrijft de klachten als tabellen, zoals de site ze toont: zonder persoonsgegevens.
cli-export-format = de vorm: csv of json
cli-export-what = alleen deze tabel: cases, steps, deadlines, measures
cli-export-out = de map waarin de tabellen komen (anders: export)
cli-explain = Legt een regel uit: wat hij vindt, waarom, een voorbeeld, en wat u doet.
cli-explain-code = de code van de regel, zoals K202; geen code toont de hele lijst
cli-schema = Geeft het JSON-schema van een bestand, waarmee een tekstbewerker aanvult en controleert.
cli-schema-kind = welk bestand: complaint, annex, staff of procedure
cli-init = Maakt een leeg klachtenregister, klaar voor gebruik.
cli-init-dir = de map waarin het komt

error = fout
did-you-mean = Bedoelde u { $near }?
usage-see-help = Meer uitleg: klacht --help
usage-unknown-argument = De optie { $argument } bestaat niet.
usage-unknown-command = De opdracht { $command } bestaat niet.
usage-value-missing = Bij { $argument } hoort een waarde.
usage-wrong-value = { $value } past niet bij { $argument }. { $choices }
usage-choices = Kies uit: { $choices }.
usage-date = Een datum schrijft u als 2026-03-16.
usage-argument-missing = Er ontbreekt iets: { $argument }.
usage-conflict = { $argument } kan niet samen met een andere optie die u gaf.
usage-other = De opdracht is niet te begrijpen.

no-register = Er is geen klachtenregister in of boven { $path }. Een register is een map met procedure.yaml en staff.yaml. Maak er een met: klacht init map
path-outside = { $path } ligt niet in het register { $register }.
io-error = { $path }: { $reason }.
io-not-found = bestaat niet
io-permission = u mag dit niet lezen of schrijven
io-full = de schijf is vol
io-exists = bestaat al
io-output = De uitvoer kan niet geschreven worden: { $reason }.
internal-error = Dit hoort niet te gebeuren, en is een fout in klacht zelf: { $reason }
no-such-rule = Er is geen regel { $code }. De lijst: klacht explain
no-such-case = Er is geen dossier { $case }. De lijst: klacht list
case-unreadable = Dossier { $case } is niet te lezen. Wat eraan mankeert: klacht check
no-such-staff = Er is geen medewerker { $staff } in staff.yaml.
not-built = De site is niet vernieuwd: eerst de { $n ->
        [one] fout
       *[other] { $n } fouten
    } hierboven herstellen. Toch bouwen kan met --force.
built = { $written ->
        [one] Eén bestand geschreven
       *[other] { $written } bestanden geschreven
    }, { $unchanged } ongewijzigd, { $removed } verwijderd. Open { $index } in een browser.
init-exists = { $path } bestaat al; er is niets veranderd.
init-git = Er kon geen git-repository gemaakt worden: { $reason }
init-done = Klachtenregister gemaakt in { $dir }:
init-next = Nu: vul uw organisatie in (complaints/procedure.yaml) en uw medewerkers (complaints/staff.yaml).
    Daarna: klacht check, en leg alles vast met git add -A en git commit.

report-clause = artikel { $clause } van het klachtenreglement
report-clause-name = zie
report-remedy = zo herstelt u dit
report-nothing = geen bevindingen
report-summary = { $cases ->
        [one] 1 dossier
       *[other] { $cases } dossiers
    }: { $found }.
report-count-violation = { $n ->
        [one] 1 fout
       *[other] { $n } fouten
    }
report-count-breach = { $n ->
        [one] 1 overschrijding
       *[other] { $n } overschrijdingen
    }
report-count-overdue = { $n } over tijd
report-count-warning = { $n ->
        [one] 1 aandachtspunt
       *[other] { $n } aandachtspunten
    }
report-count-due = { $n } bijna

listing-case = dossier
listing-received = ontvangen
listing-stage = stadium
listing-handler = klachtafhandelaar
listing-category = soort
listing-next = eerste termijn
listing-summary = klacht
listing-none = Geen klachten gevonden.
listing-count = { $n ->
        [one] 1 klacht
       *[other] { $n } klachten
    }

show-complainant = klager
show-category = soort
show-about = betrokkene
show-handler = klachtafhandelaar
show-steps = Stappen
show-correction = gecorrigeerd in stap { $step }: { $field } was “{ $was }”, is “{ $now }”
show-deadlines = Termijnen
show-findings = Bevindingen
show-next = Wat nu kan (→ is de gewone weg)

due-none = Er is niets te doen.
due-no-term = geen termijn
due-today = vandaag
due-late = { $n ->
        [one] 1 dag te laat
       *[other] { $n } dagen te laat
    }
due-left = { $n ->
        [one] nog 1 dag
       *[other] nog { $n } dagen
    }
due-assign = Overdragen aan een klachtafhandelaar
due-close = Dossier sluiten
due-analysis = Jaaranalyse { $year }

explain-why = Waarom
explain-clause = Artikel { $clause } zegt:
explain-example = Zo gaat het mis
explain-remedy = Zo herstelt u dit
explain-waivable = De coördinator kan voor een dossier ontheffing geven, met de stap waived.
exported = { $n ->
    [one] { $path }: 1 rij
   *[other] { $path }: { $n } rijen
}
