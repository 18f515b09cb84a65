# De opdrachtregel: hulpteksten, fouten, uitvoer.

cli = Klachten als dossiers in git: bijhouden, toetsen aan het klachtenreglement, en tonen als site.
cli-usage = Gebruik
cli-command = OPDRACHT
cli-commands = Opdrachten
cli-options-everywhere = Bij elke opdracht
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
    {"  "}klacht new               registreert een klacht en vraagt wat nodig is
    {"  "}klacht record 2026-0007  zet een stap in een dossier en vraagt wat nodig is
    {"  "}klacht due               wat er te doen is, het eerste bovenaan
    {"  "}klacht build             maakt de site
    {"  "}klacht explain K202      legt een regel uit
    Elke opdracht heeft hulp: klacht check --help
    Afsluitcode: 0 niets mis, 1 fouten gevonden, 2 de opdracht kon niet worden uitgevoerd.

cli-value-when = WANNEER
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
cli-value-kind = SOORT
cli-value-table = TABEL
cli-value-shell = SHELL
cli-value-step = STAP
cli-value-assignment = VELD=WAARDE

cli-check = Toetst het register aan het klachtenreglement en meldt wat er mis is.
cli-check-paths = alleen bevindingen in deze dossiers of bestanden; niets noemen is het hele register
cli-check-format = de vorm: human, json, sarif, github of gitlab
cli-check-deny = laat de opdracht ook mislukken bij breach (overschrijding), overdue (over tijd) of warning (waarschuwing); meer met een komma ertussen
cli-build = Toetst het register en maakt de site.
cli-build-out = de map van de site (anders: site)
cli-build-templates = de map met eigen sjablonen, die voor de ingebouwde gaan (anders: templates)
cli-build-force = maak de site ook als er fouten zijn; dossiers die niet te lezen zijn, ontbreken dan
cli-list = Toont de klachten, met de eerstvolgende termijn.
cli-list-stage = alleen in dit stadium, zoals de lijst het noemt (in onderzoek) of als code: received, assigned, acknowledged, decided, offered, resolved, reported, refused, withdrawn, closed
cli-list-handler = alleen van deze klachtafhandelaar
cli-list-overdue = alleen met een termijn die voorbij is
cli-list-open = alleen wat niet gesloten is
cli-list-year = alleen van dit jaar
cli-show = Toont een dossier: de stappen, de termijnen, en wat er nu kan en wie dat mag.
cli-show-case = het nummer van het dossier, zoals 2026-0007
cli-show-private = toon ook wat in private staat: wie er klaagt en wat er gezegd is. Alleen voor wie dat nodig heeft
cli-new = Registreert een klacht onder het volgende nummer van het jaar.
cli-record = Zet een stap in een dossier; zonder stap: wat er nu kan en wie dat mag.
cli-record-case = het nummer van het dossier, zoals 2026-0007
cli-record-step = de stap, zoals acknowledged; zonder stap ziet u wat er nu kan
cli-set = een veld van de stap: channel=phone, occurred.date=2026-03-01, about=k.smit,p.vos, measures.1.kind=redress; vaker te geven
cli-from = een bestand met de stap als YAML, wat privé is onder private:; een streepje (-) leest de invoer
cli-private = een veld van de bijlage: complainant.name="J. de Wit"; vaker te geven
cli-private-from = een bestand met de bijlage als YAML
cli-attach = een bestand bij de stap, zoals de brief; komt in private/; vaker te geven
cli-record-letter = maak de brief die bij de stap hoort en bewaar hem erbij: pdf, eml, html of md
cli-yes = vraag niet om bevestiging
cli-dry-run = toon wat er zou komen te staan en schrijf niets
cli-no-commit = schrijf de bestanden en leg ze niet vast in git
cli-sync = Haalt op wat anderen hebben vastgelegd, en verstuurt wat u hebt vastgelegd.
cli-undo = Neemt uw laatste stap terug, zolang die nog niet is verstuurd.
cli-merge-driver = Voegt in één dossier samen wat twee mensen erbij schreven; wordt door git aangeroepen.
cli-merge-driver-base = de gezamenlijke versie
cli-merge-driver-ours = de ene versie; hier komt de uitkomst
cli-merge-driver-theirs = de andere versie
cli-merge-driver-path = het pad in de repository
cli-due = Toont wat er te doen is, het eerste bovenaan.
cli-due-when = tot wanneer: over tijd (overdue), vandaag (today), deze week (this-week) of later; wat eerder moet, hoort erbij
cli-due-format = de vorm: human, json, ics (agenda) of md
cli-due-person = alleen voor deze medewerker: de id uit staff.yaml of de volledige naam
cli-letter = Maakt een brief van een dossier. De brief bevat vertrouwelijke gegevens en komt alleen waar u hem vraagt.
cli-letter-case = het nummer van het dossier, zoals 2026-0007
cli-letter-kind = acknowledgement (ontvangstbevestiging), refusal (niet in behandeling), extension (verlenging), employee (bericht aan de betrokkene), statement (verklaring om te ondertekenen), offer (oordeel en aanbod), report (verslag) of appeal (beroep)
cli-letter-format = de vorm: md, html, pdf of eml (anders: md)
cli-letter-out = het bestand waarin de brief komt (anders: het scherm)
cli-letter-attach = bewaart de brief bij de stap die zegt dat hij verstuurd is, zolang die stap nog niet in git is vastgelegd; gewoonlijk gaat dat vanzelf met klacht record --letter
cli-letter-employee = de betrokkene voor wie de brief is, als het er meer zijn
cli-letter-templates = de map met eigen sjablonen, die voor de ingebouwde gaan (anders: templates, hier of naast het register)
cli-notify = Vertelt iedereen één keer wat hij moet weten: wat net is vastgelegd, en welke termijnen eraan komen of voorbij zijn.
cli-notify-daily = de termijnen van vandaag; bedoeld om elke dag uit te voeren
cli-notify-push = wat net is ontvangen; leest de regels van post-receive
cli-notify-outbox = de Maildir-map waarin de berichten komen (anders: de mailserver uit de instellingen, of klacht/outbox in de map van git)
cli-notify-ledger = het bestand waarin staat wat al verteld is (anders: klacht/notices in de map van git)
cli-analysis = Toont de jaaranalyse: de drie antwoorden en de kerncijfers; met --draft als concept om te ondertekenen.
cli-analysis-year = het jaar, zoals 2026
cli-analysis-draft = schrijf het concept in analysis.md in de map van het jaar; een bestaand bestand blijft staan
cli-export = Schrijft de klachten als tabellen, zoals de site ze toont: zonder persoonsgegevens.
cli-export-format = de vorm: csv, xlsx, json of parquet (anders: die van --out, of csv)
cli-export-table = alleen deze tabellen: cases, steps, deadlines, measures
cli-export-year = alleen klachten die in dit jaar zijn ontvangen, zoals 2026
cli-export-out = de map voor de bestanden (anders: export), één bestand zoals jaar.xlsx, of - voor het scherm
cli-explain = Legt een regel uit: wat hij vindt, waarom, een voorbeeld, en wat u doet.
cli-explain-code = de code van de regel, zoals K202; geen code toont de hele lijst
cli-schema = Geeft het JSON-schema van een bestand, waarmee een tekstprogramma aanvult en controleert.
cli-schema-kind = welk bestand: complaint, annex, staff, procedure of analysis (anders: complaint)
cli-init = Maakt een leeg klachtenregister, klaar voor gebruik.
cli-init-dir = de map waarin het komt

cli-demo = Maakt een verzonnen register in git, met een server, twee klonen en een rondleiding.
cli-demo-dir = de map waarin het komt; zij moet leeg zijn of nog niet bestaan
cli-demo-cases = hoeveel klachten
cli-demo-years = over hoeveel jaar
demo-exists = { $path } is niet leeg. Kies een andere map; er is niets veranderd.
demo-future = { $day } is nog niet geweest. Een commit uit de toekomst zou de server weigeren; kies een eerdere dag bij --as-of.
demo-too-few = Er zijn te weinig klachten om mee te oefenen. Kies meer met --cases.
demo-done = Een verzonnen register staat in { $dir }: { $cases } klachten over { $years } jaar, { $commits } commits.
demo-server = de server: toetst elke commit voordat hij hem aanneemt
demo-clone = de kloon van { $name } ({ $function })
demo-complaint = een klacht die nog niet is vastgelegd
demo-root = Het beginpunt van vertrouwen is commit { $root }.
demo-tour = Een rondleiding in vijf opdrachten. Plak ze in deze volgorde in uw terminal.
demo-step-1 = Toets de hele geschiedenis: elke stap is een commit van wie hem zette.
demo-step-2 = Petra heeft in klacht { $case } de datum van een stap veranderd en dat vastgelegd. Stuur dat naar de server; die weigert het.
demo-step-3 = Marieke legt een nieuwe klacht vast.
demo-step-4 = Stuur de klacht naar de server; die neemt haar aan.
demo-step-5 = Maak de site. De pagina Geschiedenis laat zien hoe het register ervoor staat.
demo-end = Open daarna { $site } in uw browser. Klaar? Gooi de map weg.

error = fout
written-as = Schrijf: { $form }
belongs-here = Hier hoort { $wanted }.
choose-from = Kies uit: { $entries }.
did-you-mean = Bedoelde u { $near }?
usage-see-help = Meer uitleg: { $command } --help
usage-unknown-argument = De optie { $argument } bestaat niet.
usage-unknown-command = De opdracht { $command } bestaat niet.
usage-value-missing = Bij { $argument } hoort een waarde.
usage-wrong-value = { $value } past niet bij { $argument }. { $choices }
usage-choices = Kies uit: { $choices }.
usage-date = Een datum schrijft u als 2026-03-16 of 16-3-2026.
usage-case = Een dossier heeft een nummer als 2026-0007; zie klacht list.
usage-argument-missing = Er ontbreekt iets: { $argument }.
usage-conflict = { $argument } kan niet samen met een andere optie die u gaf.
usage-other = De opdracht is niet te begrijpen.

no-register = Er is geen klachtenregister in of boven { $path }. Een register is een map met procedure.yaml en staff.yaml. Maak er een met: klacht init map
build-inside = { $out } ligt in het register { $register }, en daar hoort geen site: zij zou bij de dossiers komen te staan. Kies bij --out een map ernaast.
path-outside = { $path } ligt niet in het register { $register }.
io-error = { $path }: { $reason }.
io-not-found = bestaat niet
io-permission = u mag dit niet lezen of schrijven
io-full = de schijf is vol
io-exists = bestaat al
io-directory = is een map, geen bestand
io-no-directory = een deel van deze weg is geen map
io-output = De uitvoer kan niet geschreven worden: { $reason }.
internal-error = Dit hoort niet te gebeuren, en is een fout in klacht zelf: { $reason }
no-such-rule = Er is geen regel { $code }. Zonder code geeft klacht explain de lijst.
no-such-case = Er is geen dossier { $case }. De lijst: klacht list
no-such-case-here = Er is geen dossier { $case } in deze kopie. Is het kort geleden door iemand anders vastgelegd, haal het dan op met: klacht sync. De lijst: klacht list
case-unreadable = Dossier { $case } is niet te lezen. Wat eraan mankeert: klacht check
unread = Niet goed te lezen en dus niet meegeteld: { $unread }. Wat eraan mankeert, zegt: klacht check
in-service = In dienst: { $people }.
staff-same-name = { $name } heten er meer in staff.yaml. Kies de id: { $people }.
no-such-staff = Er is geen medewerker { $staff } in staff.yaml. { in-service }
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
init-next = Nu: vul uw organisatie in (complaints/procedure.yaml, en wat tussen haken staat in complaints/{ $text }) en uw medewerkers (complaints/staff.yaml).
    Daarna: klacht check, en leg alles vast met git add -A en git commit. Git kent u bij het adres dat in staff.yaml staat: git config user.email.
    Dan: klacht hooks install, dan wordt elke stap gecontroleerd voordat git hem vastlegt. Klachten legt u vast met klacht new en klacht record.

record-message = { $case } stap { $number }: { $step }
record-block = Erbij in { $path }:
record-private = { $fields } (de inhoud wordt hier niet getoond)
record-attached = { $bytes } bytes
record-refused = Er is niets geschreven: eerst de fouten hierboven herstellen.
record-dry = Er is niets geschreven (--dry-run).
record-done = Vastgelegd in commit { $commit } (niet ondertekend).
record-done-signed = Vastgelegd in commit { $commit }, ondertekend.
record-done-otherwise = Vastgelegd in commit { $commit }, niet ondertekend: klacht ondertekent alleen met een SSH-sleutel (gpg.format=ssh en user.signingkey).
record-send = Het staat nog niet op de server. Verstuur het met: klacht sync
record-closed = Let op: dit dossier is gesloten. De site laat de correctie zien, met wat er eerst stond.
record-late = Let op: de datum van deze stap is { $days } dagen geleden. De geschiedenis laat zien dat hij pas nu is vastgelegd.
record-written = De bestanden zijn geschreven en niet vastgelegd in git.
record-no-git = De bestanden zijn geschreven. Dit register staat niet in git, dus er is niets vastgelegd.
record-repaired = Een eerdere opdracht is halverwege afgebroken; wat die achterliet is teruggedraaid.
record-full = De schijf is vol, en er is niets gedaan. Maak ruimte, en geef de opdracht opnieuw: die zet eerst terug wat er half geschreven staat.
record-forbidden = { $path }: u mag hier niet schrijven, of er is hier alleen te lezen. Er is niets vastgelegd. Vraag uw beheerder om het recht om hier te schrijven, of werk in een eigen kopie (git clone).
record-io = { $path }: { $reason }
record-git = Git meldt: { $reason }
record-sign = De commit kon niet ondertekend worden, en er is niets geschreven: { $reason }
record-locked = { $path } bestaat: een ander programma werkt in deze git-repository, of is halverwege gestopt. Er is niets geschreven. Weet u zeker dat er niets meer draait, verwijder dat bestand dan.
record-unfinished = Git is hier bezig met een merge, rebase of iets dergelijks. Maak dat eerst af (git status zegt hoe), of ga terug naar hoe het daarvoor was met: { $back }
record-detached = Er is geen branch uitgecheckt. Kies er een met: git switch { $branch }
record-moved = De branch is intussen verder gegaan. Er is niets geschreven; geef de opdracht opnieuw.
record-uncommitted = Hier staat iets dat nog niet in git is vastgelegd: { $paths }{ $more ->
    [0] {""}
   *[other] {" "}en nog { $more }
}. Leg dat eerst vast (git add, git commit), of draai het terug (git restore). Een losse brief of scan geeft u mee met --attach.
record-nobody = Git weet niet wie u bent. Zeg het met: git config user.name "Uw naam" en git config user.email u@organisatie.nl
record-not-staff = Git kent u als { $email }, en zo staat niemand in staff.yaml. Is dat een verkeerd adres, zet het dan goed met: git config user.email u@organisatie.nl. Is het goed, vraag dan de beheerder om het in staff.yaml te zetten.
record-other-author = De stap is van { $name } ({ $by }), maar git kent u als { $mine }. Wie de stap doet, legt hem vast. Bent u het zelf: git config user.email { $email }
record-other-step = Het bestand beschrijft een stap { $other }, en de opdracht noemt { $step }.
record-not-text = { $path } is geen leesbare tekst, of te groot.
record-not-yaml = { $path }, regel { $line }: dit is geen stap in YAML.
record-assignment = "{ $text }" is niet te begrijpen. Schrijf veld=waarde, zoals channel=phone.
record-no-letter = Bij de stap { $step } hoort geen brief. Wel bij: acknowledged, refused, extended, heard, agreed, offered en reported.
record-letter-ready = De brief ligt klaar: { $path }
record-letter-to-come = de brief; die wordt gemaakt als de stap goed is
record-stopped = Gestopt; er is niets geschreven.
ask-begin = Stoppen kan altijd, met Ctrl-C. Er wordt pas iets vastgelegd als u dat aan het eind bevestigt.
ask-stop = Stoppen? Wat u hier hebt ingevuld, gaat dan verloren.
field-commissioned-by-kind = Soort opdrachtgever
field-commissioned-by-name = Naam van de opdrachtgever
field-complainant-name = Naam van de klager
field-occurred-date = Datum van de gebeurtenis
field-phone = Telefoon
field-email = E-mail
field-address = Adres
field-description = Beschrijving
field-said = Wat er is gezegd
field-statement = Verklaring
field-remark = Opmerking
field-reasoning = Motivering
field-corrects = Stap die niet klopte
field-fields = Velden
field-id = Korte naam
field-kind = Soort
field-owner = Wie het doet
field-due = Klaar op
field-trigger = Aanleiding
ask-step = Welke stap?
ask-confirm = Zo vastleggen?
ask-yes = ja
ask-no = nee
ask-none = geen
ask-optional = leeg mag
ask-several = spatie kiest, Enter bevestigt
ask-amend = Wat wilt u veranderen?
ask-leave = niets, stoppen
ask-another = { $field }: nummer { $number } invullen?
ask-editor-failed = Het tekstprogramma { $editor } is niet te openen ({ $why }). Typ de tekst hier, op een regel.
ask-editor-nothing = Er is geen tekst: in { $editor } is niets opgeslagen, of het ging daar mis.
ask-editor = { $field } nu schrijven in uw tekstprogramma?
ask-file-help = Bij deze stap hoort een bestand, zoals de brief; het komt in private/. Hebt u het niet bij de hand, geef dan alleen Enter.
ask-letter = De brief die bij deze stap hoort
ask-letter-pdf = klacht maakt hem als pdf, om af te drukken en te versturen
ask-letter-eml = klacht maakt hem als e-mail (eml), om te openen en te versturen
ask-letter-html = klacht maakt hem als pagina (html), om af te drukken
ask-letter-none = ik heb hem zelf: een bestand
ask-file = bestand
ask-no-such-file = dit bestand bestaat niet
ask-directory = dit is een map, geen bestand
ask-too-late = deze dag is nog niet geweest
ask-expected = verwacht: { $expected }
ask-character = hier staat een teken dat niet te zien is of het scherm verandert; typ de tekst opnieuw, zonder te plakken
record-attachment-empty = { $path } is leeg. Maak het bestand opnieuw (de scan, of de brief), en geef het dan mee.
record-attachment-large = { $path } is groter dan 25 MiB.

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
listing-no-stage = "{ $stage }" is geen stadium. Kies uit: { $choices }.
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

due-group-overdue = Over tijd
due-group-today = Vandaag
due-group-this-week = Deze week
due-group-later = Later
due-when = "{ $when }" is geen moment. Kies uit: over tijd, vandaag, deze week, later.
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
due-reassign = Overdragen aan een ander: de klachtafhandelaar is niet meer in dienst
due-prevention = Besluiten over preventieve maatregelen
due-close = Dossier sluiten
due-analysis = Jaaranalyse { $year }

explain-why = Waarom
explain-clause = { $clause ->
    [0] Het reglement zegt, buiten de artikelen om:
   *[other] Artikel { $clause } zegt:
}
explain-example = Zo gaat het mis
example-add = Een stap { $what } wordt toegevoegd aan 2026-0001.
example-change = In { $what } wordt van "{ $first }" gemaakt: "{ $second }".
example-commit = Commit van { $what } op { $first }: "{ $second }".
example-committer = De volgende commit wordt gemaakt door { $what }, een ander dan de auteur.
example-config = De server heeft de instelling { $what } = { $first }.
example-delete = Met een push wordt { $what } verwijderd.
example-header = De volgende commit krijgt een regel die er niet hoort: { $what } { $first }.
example-key = { $what } krijgt een sleutel in staff.yaml.
example-merge = De volgende commit is een samenvoeging met nog een andere tak, of met meer ({ $what }).
example-mode = De rechten van { $what } worden { $first }.
example-new = Het dossier { $what } wordt gemaakt.
example-other-root = De server kent een ander begin van de geschiedenis.
example-push = De commits worden met een push gestuurd naar { $what }.
example-remove = { $what } wordt verwijderd.
example-rename = { $what } krijgt de naam { $first }.
example-repeat = Er komen { $what } bestanden bij, met namen als { $first }.
example-rewind = Met een push wordt { $what } teruggezet naar een oudere commit.
example-sign = { $what } ondertekent de volgende commit.
example-unsorted = De bestanden staan in de volgende commit niet op volgorde.
example-untrusted = De server weet niet met welke commit het register begint.
example-write = Het bestand { $what } wordt geschreven.
example-written = De volgende commit zegt dat hij is geschreven op { $what }.
example-zone = De volgende commit noemt de tijdzone { $what }.
explain-remedy = Zo herstelt u dit
explain-waivable = De coördinator kan voor een dossier ontheffing geven, met de stap waived.

cli-check-history = toetst de geschiedenis in git, of het deel A..B ervan
cli-check-push = toetst wat naar een server wordt gestuurd; leest de regels van pre-receive
cli-check-staged = toetst wat klaarstaat om vast te leggen (git add)
cli-check-message = met --staged: het bestand met de tekst van de commit
cli-trust-root = de commit vanaf waar de geschiedenis vertrouwd wordt (anders: git config klacht.trustRoot)
cli-hooks = Laat git elke commit en elke push vanzelf toetsen (hooks).
cli-hooks-install = Zet de hooks in een kloon of op een server.
cli-hooks-install-repo = de repository (anders: die van het register)
cli-hooks-message = Stelt een tekst voor bij een commit; wordt door git aangeroepen.
cli-receipt = Houdt op een server het ontvangstboek bij: wat er binnenkwam en wanneer; leest de regels van post-receive.
cli-completions = Geeft een script waarmee uw shell opdrachten en opties aanvult.
cli-completions-shell = bash, zsh, fish of powershell
cli-receipt-verify = kijkt of het ontvangstboek heel is
cli-value-range = A..B
cli-value-commit = COMMIT
cli-value-source = BRON
history-git = Git kan dit niet: { $reason }
history-broken = Het object { $id } in de repository is beschadigd.
history-shallow = Deze kopie heeft niet de hele geschiedenis (zij is gemaakt met git clone --depth), dus die is niet te toetsen. Haal de rest op met: git fetch --unshallow
history-no-repository = { $path } ligt niet in een git-repository.
history-no-register = In de map { $dir } staat geen register (geen staff.yaml en procedure.yaml), dus er is niets te toetsen en er wordt niets aangenomen. { $n ->
        [0] Er staat ook nergens anders een. Zet het register eerst in de repository.
        [one] Het staat in: { $found }. Stel dat in: git config klacht.register { $found }
       *[other] Registers staan in: { $found }. Stel in welk het is: git config klacht.register MAP
    }
history-nothing-yet = Er is nog niets vastgelegd: { $name } heeft nog geen commit.
history-no-commit = { $name } is geen commit van deze repository.
git-split-index = Git bewaart in deze kopie zijn lijst van bestanden in delen, en dat kan klacht niet lezen. Er is niets veranderd. Zet het uit met: git config core.splitIndex false, en daarna: git update-index --no-split-index
git-sparse-index = Git bewaart in deze kopie maar een deel van zijn lijst van bestanden, en dat kan klacht niet lezen. Er is niets veranderd. Haal alles op met: git sparse-checkout disable
git-other-format = Git bewaart deze kopie in een vorm die klacht niet kan lezen ({ $reason }). Maak een nieuwe kopie met: git clone --ref-format=files en het adres van de server
git-sha256 = Git bewaart de commits hier met SHA-256, en die kan klacht niet lezen ({ $reason }). Uw beheerder maakt de server opnieuw met: git init --bare --object-format=sha1. Maak daarvan een nieuwe kopie.
git-other-owner = Deze kopie is van een andere gebruiker van deze computer, en dan leest git haar niet ({ $reason }). Is dat zo bedoeld, sta het dan toe met: git config --global --add safe.directory en de map
history-partial = Deze kopie heeft niet alle bestanden (git clone --filter). Maak een hele kopie, met git clone zonder --filter.
history-no-identity = Git weet niet wie u bent. Stel het in met git config user.name en git config user.email.
history-conflicts = Er is een samenvoeging bezig met bestanden die elkaar tegenspreken. Los dat eerst op.
history-push-line = Dit is geen regel van pre-receive: { $line }
history-trust-root-form = { $id } is geen volledig nummer van een commit (40 tekens). Dat krijgt u met git rev-parse en het begin van het nummer.
history-receipts-broken = Het ontvangstboek { $path } klopt niet vanaf regel { $line }: er is iets veranderd, weggehaald of tussengevoegd.
history-receipts-short = Het ontvangstboek { $path } houdt op bij { $logged }, maar { $ref } staat op { $now }. Er zijn regels weg, of de laatste push is nog niet ingeschreven: de volgende vult dat aan, met "late".
history-receipts-beyond = Volgens het ontvangstboek { $path } staat { $ref } op { $logged }, maar het staat op { $now }. De geschiedenis is op de server teruggezet, of het boek is veranderd.
history-receipts-rewritten = Regel { $line } van het ontvangstboek zegt dat { $ref } op { $commit } stond, en die commit ligt niet meer op die plaats in de geschiedenis: zij is op de server herschreven.
history-commit = commit { $commit } ({ $author })
history-staged-refused = Deze commit zou geweigerd worden. Er is niets vastgelegd.
history-more = Er is meer mis dan hierboven staat: { $n ->
    [one] nog 1 fout
   *[other] nog { $n } fouten
}. Herstel eerst wat er staat.
history-push-left = Er zijn zoveel commits met fouten dat de rest niet is getoetst: { $n ->
    [one] nog 1 commit
   *[other] nog { $n } commits
}. Herstel eerst wat hierboven staat.
history-push-summary = { $n ->
        [0] { $commits ->
            [one] 1 commit getoetst
           *[other] { $commits } commits getoetst
        }: in orde.
        [one] Geweigerd: 1 fout. Er is niets ontvangen. Wat u hebt vastgelegd, staat nog in uw kopie. Herstel het zoals hierboven staat, of neem het terug met klacht undo en leg het goed vast.
       *[other] Geweigerd: { $n } fouten. Er is niets ontvangen. Wat u hebt vastgelegd, staat nog in uw kopie. Herstel het zoals hierboven staat, of neem het terug met klacht undo en leg het goed vast.
    }
history-history-summary = { $commits ->
        [one] 1 commit getoetst
       *[other] { $commits } commits getoetst
    }: { $n ->
        [0] geen fouten
        [one] 1 fout
       *[other] { $n } fouten
    }.
history-verified = In orde tot en met commit { $commit }, gerekend vanaf { $root }.
history-verified-part = In orde tot en met commit { $commit }, gerekend vanaf { $root }. Wat daarvoor ligt, is nu niet getoetst; dat doet klacht check --history, zonder meer.
history-counts = Stappen: { $steps }, overnames van oude dossiers: { $imports }, wijzigingen van medewerkers of reglement: { $policy }, samenvoegingen: { $merges }.
history-recorded-later = Later vastgelegd dan gezet: { $n } stappen, waarvan { $week } meer dan een week; hoogstens { $most } dagen later.
history-unsigned = Niet ondertekend: { $n } van { $all }. De naam bij zo'n commit is wat de schrijver zelf invulde; hij bewijst niet wie het was. Wie dat wel wil, laat de server de afzender controleren of maakt ondertekenen verplicht (signatures: required).
history-all-signed = Alle { $all } commits van het register zijn ondertekend met een sleutel van de schrijver.
sync-fetched = Opgehaald: { $steps }.
sync-pushed = Verstuurd: { $steps }.
sync-same = Er was niets op te halen en niets te versturen.
sync-not-committed = Nog niet vastgelegd, en dus niet verstuurd: { $paths }{ $more ->
    [0] {""}
   *[other] {" "}en nog { $more }
}. Dat doet u met git add en git commit.
sync-renumbered = Hernummerd: uw { $old } heet nu { $new }, want iemand anders had dat nummer al gebruikt.
sync-would-renumber = Hierboven heet uw { $old } al { $new }, want iemand anders had dat nummer al gebruikt.
sync-step-renumbered = Hernummerd: uw stap { $old } van { $case } is nu stap { $new }, want iemand anders was eerder.
sync-old-number = Let op: in de bijlagen van { $case } kan het oude nummer nog staan. Is er al een brief met dat nummer verstuurd, laat de ontvanger dan het nieuwe nummer weten.
sync-redated = { $n ->
    [one] Eén stap lag hier al meer dan een week; die
   *[other] { $n } stappen lagen hier al meer dan een week; die
} staat nu als vandaag vastgelegd. De datum van de stap zelf is dezelfde gebleven.
sync-faulty = Let op: in wat is opgehaald zitten fouten. Meld dit uw beheerder, en bekijk ze met: klacht check --history
sync-step = { $case } stap { $number }
sync-steps = { $steps } stappen in { $cases ->
    [one] 1 dossier
   *[other] { $cases } dossiers
}
sync-others = { $n ->
    [one] 1 andere wijziging
   *[other] { $n } andere wijzigingen
}
sync-not-acceptable = Er is niets verstuurd en niets veranderd. De fouten hierboven zitten in: { $wrong }. { $n ->
    [one] Neem die terug met klacht undo, en leg het goed vast, of herstel het zoals hierboven staat.
   *[other] Daarna hebt u nog meer vastgelegd: geef { $n } keer klacht undo en leg alles opnieuw vast, of herstel het zoals hierboven staat.
}
sync-not-joinable = Er is niets verstuurd en niets veranderd. Anderen hebben intussen vastgelegd: { $fetched }. Wat u hebt vastgelegd past daar niet meer bij. De fouten hierboven zitten in: { $wrong }. Bekijk met elkaar wat er moet staan. { $n ->
    [one] U neemt het terug met: klacht undo
   *[other] Daarna hebt u nog meer vastgelegd: u neemt het terug met { $n } keer klacht undo.
}
sync-refused = De server heeft dit niet aangenomen: { $steps }. Wat de server erover zegt, staat hierboven. Alles staat nog in uw kopie; er is niets verloren. Herstel de fout, en geef dan opnieuw: klacht sync
sync-offline = De server is niet te bereiken. Er is niets verloren: wat u hebt vastgelegd blijft in uw kopie staan. Probeer het later opnieuw met: klacht sync. (Git meldt: { $reason })
sync-denied = De server laat u niet toe. Er is niets verloren: wat u hebt vastgelegd blijft in uw kopie staan. Vraag uw beheerder of u toegang hebt. (Git meldt: { $reason })
sync-not-stored = De server kan nu niets opslaan: hij is vol, of hij mag daar zelf niet schrijven. Er is niets verloren: wat u hebt vastgelegd blijft in uw kopie staan. Vraag uw beheerder, en geef daarna opnieuw: klacht sync. (De server meldt: { $reason })
sync-busy = Er wordt nu zo veel verstuurd dat het niet lukte ertussen te komen. Er is niets verloren: wat u hebt vastgelegd staat in uw kopie. Probeer het straks opnieuw met: klacht sync
sync-running = In deze kopie is klacht sync al bezig. Wacht tot dat klaar is.
sync-no-git = Het programma git is niet gevonden. Klacht haalt op en verstuurt met git; vraag uw beheerder het te installeren.
sync-no-repository = Dit register staat niet in git, dus er is niets op te halen of te versturen.
sync-no-server = Git kent hier geen server: dit register staat alleen op deze computer. Uw beheerder noemt er eenmaal een, met: git remote add origin ADRES en git push -u origin { $branch }
sync-no-upstream = Git weet niet waar { $branch } vandaan komt. Zeg het eenmaal, met: git fetch origin, en daarna: git branch --set-upstream-to=origin/{ $there } (of vraag uw beheerder).
sync-no-branch = Op de server is nog geen { $branch }. Uw beheerder zet daar eenmaal het begin neer, met: git push origin { $branch }
sync-nothing-yet = Er is hier of op de server nog geen enkele commit. Leg eerst iets vast.
sync-rewritten = De geschiedenis op de server is herschreven: { $before } is er niet meer, en nu staat er { $now }. Dat hoort niet te kunnen. Er is niets veranderd; meld dit uw beheerder.
sync-unrelated = Deze kopie en de server hebben niets gemeen: het zijn twee verschillende registers. Er is niets veranderd; vraag uw beheerder.
sync-merge = Commit { $commit } voegt iets samen (git merge of git pull), en zo neemt de server het niet aan. Er is niets veranderd. Maak er een rechte lijn van met: git rebase
sync-foreign = Commit { $commit } is van { $author }, niet van u, en staat niet op de server. Klacht schrijft niet opnieuw wat een ander vastlegde. Er is niets veranderd; laat { $author } het zelf versturen.
sync-not-appended = Commit { $commit } verandert { $path } en voegt niet alleen iets toe. Er is niets veranderd. Is het uw laatste commit, neem hem dan terug met klacht undo, en leg het opnieuw vast als stap. Anders helpt uw beheerder.
sync-conflict = { $path } is op de server anders geworden en bij u ook, en dat is niet samen te voegen. Er is niets veranderd. Neem terug wat u vastlegde met klacht undo, zo vaak als nodig, geef dan klacht sync, en leg het opnieuw vast: undo zegt hoe u kunt nalezen wat er stond. Kent u git, dan kan het ook met: git pull --rebase
sync-import = Dossier { $case } uit uw overname bestaat intussen ook op de server. Oude nummers worden niet vanzelf veranderd. Er is niets veranderd; geef de dossiers zelf andere nummers.
sync-unreadable = Het dossier { $case } is niet te lezen, dus er is niets samengevoegd of veranderd. Bekijk het met: klacht check
sync-uncommitted = Hier staat iets dat nog niet is vastgelegd, en anderen hebben er ook iets veranderd: { $paths }{ $more ->
    [0] {""}
   *[other] {" "}en nog { $more }
}. Er is niets veranderd. Leg het eerst vast (klacht record, of git commit) of draai het terug (git restore), en geef dan opnieuw: klacht sync
undo-done = Teruggenomen: { $what }. Het staat niet meer in het register. De tekst kunt u nog nalezen met: git show { $commit }
undo-offline = De server is nu niet te bereiken. Was deze stap toch al verstuurd, dan komt hij bij de volgende klacht sync vanzelf terug.
undo-nothing = Er is niets terug te nemen: alles wat hier is vastgelegd, staat al op de server. Een fout in een stap die al is verstuurd, verbetert u met een stap corrected: klacht record DOSSIER corrected
undo-beginning = Er is niets terug te nemen: na het begin is hier nog niets vastgelegd.
undo-foreign = De laatste commit { $commit } is van { $author }, niet van u. Er is niets veranderd; alleen { $author } neemt hem terug.
undo-uncommitted = Hier staat iets dat nog niet is vastgelegd: { $paths }{ $more ->
    [0] {""}
   *[other] {" "}en nog { $more }
}. Er is niets veranderd. Haal het eerst weg of zet het terug, en geef dan opnieuw: klacht undo
undo-unknown = Van de server is hier nog niets bekend, dus ook niet wat al is verstuurd. Er is niets veranderd. Geef eerst: klacht sync
undo-no-repository = Dit register staat niet in git, dus er is niets terug te nemen.
merge-two-cases = { $path }: twee mensen gebruikten hetzelfde nummer voor een nieuw dossier. Git kan dat niet oplossen. Ga terug met git rebase --abort (of git merge --abort), en geef dan: klacht sync
merge-unknown = { $path }: beide kanten zijn veranderd, en klacht voegt alleen samen bij git pull --rebase, git rebase en git merge.
merge-not-appended = { $path }: een van beide kanten veranderde wat er al stond, dus dit is niet samen te voegen. Ga terug met git rebase --abort (of git merge --abort), en bekijk het met: git log -p { $path }
merge-annexes = { $path }: de stap die een ander nummer krijgt, heeft bijlagen, en die kan git niet hernummeren. Ga terug met git rebase --abort (of git merge --abort), en geef dan: klacht sync
merge-not-valid = { $path }: samen kloppen de stappen niet. Ga terug met git rebase --abort (of git merge --abort), en geef dan: klacht sync. Die laat zien wat er niet klopt.
merge-note = { $path }: de stappen zijn samengevoegd. De server neemt een samenvoeging (merge) niet aan; maak er een rechte lijn van met: git rebase
hooks-written = Geschreven: { $path }
hooks-chained = Er was al een haak; die wordt eerst uitgevoerd: { $path }
hooks-elsewhere = De haken van deze repository staan in { $path } (core.hooksPath) en worden door iets anders beheerd. Voeg daar zelf toe: klacht check --staged in pre-commit.
hooks-elsewhere-server = De haken van deze repository staan in { $path } (core.hooksPath) en worden door iets anders beheerd. Voeg daar zelf toe: klacht check --push in pre-receive en klacht receipt in post-receive, en leg met git config klacht.trustRoot vast vanaf welke commit de geschiedenis vertrouwd wordt.
hooks-program-gone = Het programma klacht staat niet meer in { $path }, en is ook elders niet te vinden. Geef klacht hooks install opnieuw, of vraag uw beheerder.
hooks-twice = Er zijn twee andere haken: { $path } en { $kept }. Maak er eerst één van.
hooks-register = Het register staat in { $dir }; dat is vastgelegd (git config klacht.register).
hooks-trust-root = De geschiedenis wordt vertrouwd vanaf { $root }.
hooks-no-commit = Hier is nog geen commit. Leg na de eerste vast vanaf welke commit de geschiedenis vertrouwd wordt: git config klacht.trustRoot met het nummer.
hooks-no-trust-root = Leg nog vast vanaf welke commit de geschiedenis vertrouwd wordt: git config klacht.trustRoot met het nummer. Tot die tijd wordt alles geweigerd.
hooks-done-clone = Elke commit wordt voortaan getoetst voordat hij er is.
hooks-done-server = Wat hierheen gestuurd wordt, wordt voortaan getoetst voordat het binnen is.
receipts-whole = Het ontvangstboek { $path } is heel: { $n } regels.
