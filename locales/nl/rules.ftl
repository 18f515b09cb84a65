# De regels: wat een bevinding zegt (de boodschap zelf), hoe de regel heet (.title), wat hij vindt en waarom (.what), en wat u
# doet om het goed te maken (.fix). De gegevens tussen accolades geeft de regel mee; .title, .what en .fix hebben er geen. Een reden
# met een eigen .fix vervangt die van de regel.

# Termijnen: te laat gedaan, nog niet gedaan, bijna; en hetzelfde voor één maatregel.

term-breach = { $term }: de laatste dag was { $last }, het werd { $done }. Dat is { $late ->
        [one] één dag
       *[other] { $late } dagen
    } te laat.
term-breach-measure = { $term } "{ $measure }": de laatste dag was { $last }, het werd { $done }. Dat is { $late ->
        [one] één dag
       *[other] { $late } dagen
    } te laat.
term-ended = { $term }: de laatste dag was { $last }. Het is niet gedaan. Vanaf { $ended } hoefde het niet meer, { $late ->
        [one] één dag
       *[other] { $late } dagen
    } te laat.
    .fix = Dit is niet meer goed te maken: het blijft een overschrijding. Was er een goede reden voor, leg die dan vast met een stap waived.
term-ended-measure = { $term } "{ $measure }": de laatste dag was { $last }. Het is niet gedaan. Vanaf { $ended } hoefde het niet meer, { $late ->
        [one] één dag
       *[other] { $late } dagen
    } te laat.
    .fix = Dit is niet meer goed te maken: het blijft een overschrijding. Was er een goede reden voor, leg die dan vast met een stap waived.
term-overdue = { $term }: de laatste dag was { $last }. Het is nog niet gedaan en al { $late ->
        [one] één dag
       *[other] { $late } dagen
    } over tijd.
term-overdue-measure = { $term } "{ $measure }": de laatste dag was { $last }. Het is nog niet gedaan en al { $late ->
        [one] één dag
       *[other] { $late } dagen
    } over tijd.
term-due = { $term }: uiterlijk { $last }, dat is { $left ->
        [0] vandaag
        [one] morgen
       *[other] over { $left } dagen
    }.
term-due-measure = { $term } "{ $measure }": uiterlijk { $last }, dat is { $left ->
        [0] vandaag
        [one] morgen
       *[other] over { $left } dagen
    }.

# Wat er hoort te staan, en wat er staat.

shape-string = een tekst
shape-text = een tekst
shape-story = een tekst
shape-filled = een ingevulde tekst
shape-integer = een heel getal
shape-uint = een heel getal
shape-uint8 = een heel getal tot en met 255
shape-uint16 = een heel getal tot en met 65535
shape-uint32 = een heel getal
shape-number = een getal
shape-between = een heel getal van { $least } tot en met { $most }
shape-minimum = een getal van minstens { $limit }
shape-maximum = een getal van hoogstens { $limit }
shape-boolean = true (ja) of false (nee)
shape-null = niets
shape-array = een lijst
shape-filled-list = een lijst met minstens één regel
shape-empty-list = een lege lijst
shape-object = een groep velden
shape-filled-mapping = minstens één veld
shape-empty-mapping = een lege groep
shape-step = een stap met velden zoals "step", "date" en "by"
shape-date = een datum zoals 2026-03-02
shape-no-such-day = een dag die bestaat, in de jaren 1900 tot en met 2199
    .fix = Een maand loopt van 01 tot en met 12 en een jaar van 1900 tot en met 2199. Schrijf eerst het jaar, dan de maand, dan de dag, zoals 2026-03-02 (2 maart).
shape-no-such-day-of-month = een dag die bestaat (die maand loopt van { $first } tot en met { $last })
    .fix = Kijk na welke dag het was, en vul die in.
shape-no-such-day-of-year = een dag die bestaat
    .fix = Schrijf de maand en de dag zoals 04-01 (1 april).
shape-day-of-year = een dag van het jaar zoals 04-01 (maand, dag)
shape-year = een jaartal van vier cijfers
shape-case-id = een dossiernummer zoals 2026-0007
shape-new-person = een aanduiding zoals m.bakker (kleine letters en cijfers, hoogstens 40 tekens)
    .fix = Kies een aanduiding van kleine letters, cijfers, punten en streepjes, zoals m.bakker. Staat deze medewerker al in een dossier, neem dan de aanduiding die daar staat.
shape-person = de aanduiding van een medewerker zoals m.bakker (kleine letters en cijfers, hoogstens 40 tekens)
    .fix = Schrijf de aanduiding precies zoals in staff.yaml.
shape-entry = een aanduiding uit procedure.yaml (kleine letters en cijfers, hoogstens 40 tekens)
    .fix = Schrijf de aanduiding precies zoals in procedure.yaml; de naam die erbij hoort, kan hier niet staan.
shape-id = een aanduiding zoals extra-training (kleine letters en cijfers, hoogstens 40 tekens)
    .fix = Schrijf de aanduiding met kleine letters en zonder spaties, met een streepje tussen de woorden.
shape-figure = een aantal zoals '7', of een aantal van een aantal zoals 5/6
shape-mail-address = een e-mailadres zoals p.vos@example.org
shape-signing-key = een openbare SSH-sleutel van het type ed25519 of ecdsa-nistp256, zonder opties ervoor
    .fix = Zet er de regel uit het bestand waarvan de naam op .pub eindigt. De sleutel zelf, zonder .pub, blijft geheim: stond die hier, maak dan een nieuwe.
shape-web-address = een webadres dat met https:// begint
shape-rule-code = de code van een regel, zoals K301
shape-term = een termijn zoals "2 weeks", "5 working days" of "1 month"
shape-escaped-character = een verboden teken, geschreven als code
shape-private = iets uit de bijlage, dat hier niet wordt getoond
shape-file = dit bestand

# K0xx: de vorm van het dossier

K001 = Dit bestand kan niet worden gelezen: { $why }.
    .title = Bestand niet leesbaar
    .what = Het programma kan het bestand niet als gewone tekst lezen. Zolang dat zo is, wordt er niets in gecontroleerd en kan een fout in het dossier onopgemerkt blijven.
    .fix = Open het bestand in uw tekstprogramma en sla het op als "UTF-8". Gaat het bestand niet open, vraag dan de beheerder om te kijken of u het mag lezen.
file-unreadable = het kan niet worden geopend
    .fix = Vraag de beheerder om te kijken of u het bestand mag lezen.
file-encoding = het is niet opgeslagen als UTF-8

K002 = Hier staat een onzichtbaar of verboden teken ({ $character }).
    .title = Verboden teken
    .what = In de tekst staat een teken dat u niet ziet, maar dat de tekst anders kan laten lijken dan hij is, zoals een teken dat de leesrichting omdraait. Zulke tekens komen vaak mee bij kopiëren en plakken. Het register weigert ze, zodat iedereen hetzelfde leest.
    .fix = Wis het woord op de aangewezen plaats en typ het opnieuw. Plak geen tekst uit een brief of webpagina zonder hem na te kijken.
character-mark = U+FEFF, dat sommige tekstprogramma's aan het begin van een bestand zetten
    .fix = Open het bestand in uw tekstprogramma en sla het op als "UTF-8", niet als "UTF-8 met BOM".
character-return = U+000D, een half regeleinde
    .fix = Zet de cursor op de aangewezen plaats, wis het teken en druk op Enter als daar een nieuwe regel hoort.

K003 = De opmaak klopt hier niet: { $hint }.
    .title = Opmaak klopt niet
    .what = De opmaak van het bestand klopt niet, bijvoorbeeld door verkeerd inspringen of een vergeten aanhalingsteken. Het programma kan dan niet zien wat bij wat hoort en controleert de rest van het bestand niet.
    .fix = Vergelijk de aangewezen regel met de regels erboven. Spring in met spaties, niet met tabs, en zet een tekst met een dubbele punt of een bijzonder teken tussen aanhalingstekens.
yaml-empty = het bestand is leeg
    .fix = Haal het bestand terug uit de geschiedenis van het register. Is het per ongeluk gemaakt, verwijder het dan.
yaml-no-head = boven de tekst ontbreken de gegevens tussen twee regels met ---
    .fix = Begin het bestand met een regel ---, daaronder de velden year, date, by en wat er nog bij hoort, en weer een regel ---. Daarna volgt de tekst.
yaml-tab = de regel begint met een tab; spring in met spaties
yaml-space = hier staat een bijzondere spatie, die eruitziet als een gewone
    .fix = Haal het aangewezen teken weg en typ een gewone spatie. Zo'n spatie komt mee met tekst die u plakt.
yaml-colon = in de tekst staat een dubbele punt met een spatie erachter; zet de hele tekst tussen aanhalingstekens
yaml-sign = de tekst begint met een teken dat een eigen betekenis heeft; zet de hele tekst tussen aanhalingstekens
yaml-escape = tussen dubbele aanhalingstekens heeft een \ een eigen betekenis, en wat hier achter de \ staat, is geen teken; zet de tekst tussen enkele aanhalingstekens
yaml-quote = er staat een aanhalingsteken zonder zijn tegenhanger
yaml-inner-double = na een tekst tussen dubbele aanhalingstekens (") staat nog meer; zet de hele tekst tussen enkele (')
    .fix = Schrijf de tekst tussen enkele aanhalingstekens, zoals 'Hij zei "nee" tegen mij.'. Staat er ook een ' in de tekst, schrijf die dan twee keer ('').
yaml-inner-single = na een tekst tussen enkele aanhalingstekens (') staat nog meer; zet de hele tekst tussen dubbele (")
    .fix = Schrijf de tekst tussen dubbele aanhalingstekens, zoals "Hij zei 'nee' tegen mij.". Staat er ook een " in de tekst, schrijf dan \" in plaats daarvan.
yaml-bracket = er staat een haakje zonder zijn tegenhanger
    .fix = Zet achter de laatste waarde het haakje dat ontbreekt: bij [ hoort ] en bij { "{" } hoort { "}" }, zoals in [k.smit, p.vos].
yaml-comma = tussen de haakjes staat een komma te veel: er staat niets voor
    .fix = Haal de komma weg of zet ervoor wat ontbreekt, zoals in [k.smit, p.vos].
yaml-indent = de regel staat niet recht onder de regels waar hij bij hoort
yaml-comment = wat achter een # staat, wordt niet gelezen, en daar staat ook het haakje
    .fix = Zet de tekst met # tussen aanhalingstekens, zoals {"{"}name: "UWV #3"{"}"}.
yaml-block = de tekst die onder zijn veld hoort, is niet ingesprongen
    .fix = Zet voor elke regel van de tekst twee spaties meer dan er voor het veld staan.
yaml-dash = achter het streepje ontbreekt een spatie
    .fix = Zet een spatie achter het streepje, zoals in "- step: contacted".
yaml-conflict = git heeft hier twee versies van het bestand naast elkaar gezet
    .fix = Breek het samenvoegen af met git merge --abort (na git pull --rebase: git rebase --abort) en geef dan klacht sync, dat de stappen van de server en de uwe onder elkaar zet. Lost u het zelf op, laat dan wat van de server komt ongewijzigd bovenaan staan, zet het uwe eronder en haal de regels weg die met <<<<<<<, ======= en >>>>>>> beginnen.
yaml-glued = achter de dubbele punt ontbreekt een spatie
    .fix = Zet een spatie achter de dubbele punt, zoals in "channel: phone".
yaml-no-colon = achter de naam van het veld ontbreekt de dubbele punt
    .fix = Zet achter de naam van het veld een dubbele punt en een spatie, zoals in "channel: phone".
yaml-key = voor de dubbele punt hoort één gewoon woord te staan
yaml-other = op deze plaats staat iets dat hier niet kan staan

K004 = Het veld "{ $key }" staat er twee keer.
    .title = Veld dubbel
    .what = In hetzelfde onderdeel staat een veld twee keer. Het is dan niet te zeggen welke van de twee geldt.
    .fix = Laat één van de twee velden staan en haal het andere weg.

K005 = { $feature } wordt hier niet gebruikt.
    .title = Bijzonder teken van YAML
    .what = Een dossier mag niet verwijzen naar een andere plaats in het bestand en geen eigen typen of aanwijzingen bevatten. Daarmee kan een tekst iets anders betekenen dan wie leest denkt. Vaak is het per ongeluk, omdat een tekst met een van deze tekens begint.
    .fix = Begint uw tekst met &, *, ! of %, zet hem dan tussen aanhalingstekens. Staat er een verwijzing, schrijf dan voluit wat er bedoeld is.
yaml-anchor = Een ankerpunt (&)
yaml-alias = Een verwijzing (*)
yaml-tag = Een typeaanduiding (!)
yaml-directive = Een aanwijzing (%)

K006 = Hier begint { $feature }; er hoort maar één document in dit bestand.
    .title = Tweede document
    .what = Na een regel met drie streepjes begint een nieuw document in hetzelfde bestand. Wat daarin staat, wordt niet gelezen, en iemand zou kunnen denken van wel.
    .fix = Haal de regel met --- weg, of zet wat erna komt in een eigen dossier.
yaml-document = een tweede document

K007 = De stap "{ $step }" bestaat niet.
    .title = Onbekende stap
    .what = Het dossier noemt een stap die het klachtenreglement niet kent. Alleen met de vaste namen kan het programma zien hoe ver de klacht is en welke termijn loopt.
    .fix = Kies een van de bestaande stappen, zoals received (ontvangst), assigned (overdracht), acknowledged (ontvangstbevestiging), heard (hoor van betrokkene), decided (oordeel), offered (aanbod), resolved (oplossing), reported (verslag) of closed (sluiting).

K008 = Het veld "{ $key }" hoort hier niet. Wel mogelijk: { $known }.
    .title = Onbekend veld
    .what = Op deze plaats bestaat het veld niet. Meestal is het een tikfout, of hoort het veld bij een andere stap. Wat in een onbekend veld staat, zou nergens meetellen.
    .fix = Verbeter de naam van het veld, verplaats het naar de stap waar het bij hoort, of haal het weg.

K009 = Het veld "{ $key }" ontbreekt.
    .title = Veld ontbreekt
    .what = Een veld dat hier altijd nodig is, staat er niet. Zonder dat veld is niet vastgelegd wat het reglement op dit punt vraagt.
    .fix = Voeg het veld toe met de juiste waarde.

K010 = Bij "{ $key }" hoort { $expected }, maar er staat: { $found }.
    .title = Verkeerde waarde
    .what = Achter het veld staat iets dat er niet past, bijvoorbeeld een woord waar een getal hoort. Het programma kan er dan niet mee rekenen.
    .fix = Vul in wat de melding noemt. Is een tekst aangezien voor een getal of voor ja/nee, zet hem dan tussen aanhalingstekens. Een getal en true of false staan juist zonder aanhalingstekens.

K011 = Bij "{ $key }" past "{ $found }" niet. Kies uit: { $choices }.
    .title = Onbekende keuze
    .what = Dit veld heeft een vaste lijst van keuzes en wat er staat, is daar niet bij. Door de vaste keuzes zijn klachten met elkaar te vergelijken.
    .fix = Vul een van de genoemde keuzes in, precies zoals het er staat.

K012 = Bij "{ $key }" hoort { $expected }, maar er staat: { $found }.
    .title = Verkeerde datum
    .what = De datum is anders geschreven dan jaar-maand-dag, of de dag bestaat niet. Alle termijnen worden met deze datums berekend.
    .fix = Schrijf de datum als 2026-03-02: eerst het jaar, dan de maand, dan de dag, elk met een streepje ertussen.

K013 = Dit is te groot: { $limit }.
    .title = Te groot
    .what = Een bestand, een tekst of een aantal stappen is groter dan een dossier ooit hoeft te zijn. De grens houdt het register snel en leesbaar.
    .fix = Zet een lang verhaal of een brief als bijlage in de map private en houd de tekst in het dossier kort.
limit-bytes = een bestand mag hoogstens 256 kilobyte zijn
limit-step = één stap mag hoogstens 32 kilobyte zijn
    .fix = Zet een lang verhaal of een brief als bijlage in de map private, en haal opmerkingen die niet nodig zijn weg.
limit-depth = er zitten te veel lagen in elkaar
    .fix = Kijk of er op de aangewezen plaats haakjes, streepjes of spaties te veel staan, en haal ze weg.
limit-steps = een dossier mag hoogstens 500 stappen hebben
    .fix = Kijk of stappen per ongeluk vaker in het dossier staan, en haal die weg. Een nieuwe klacht krijgt een eigen dossier.
limit-faults = er staan meer dan 100 fouten in dit bestand, en de rest wordt niet genoemd
    .fix = Kijk of het bestand beschadigd is en zet het terug uit git, of herstel eerst wat wel genoemd wordt.
limit-text = een tekst mag hoogstens 4000 tekens lang zijn

K014 = In het dossier staat nummer { $case }, maar het ligt in de map { $directory }.
    .title = Dossiernummer klopt niet
    .what = Het nummer in het dossier en de naam van de map verschillen. Dan is niet zeker over welke klacht het gaat.
    .fix = Maak het nummer achter "case" gelijk aan de naam van de map. Klopt juist de map niet, geef dan de map de goede naam.

K015 = Het bestand { $path } ontbreekt.
    .title = Bestand ontbreekt
    .what = Een bestand dat er altijd hoort te zijn, is er niet: procedure.yaml, staff.yaml, of het dossier in de map van een klacht. Zonder dat bestand kan de rest niet worden gecontroleerd.
    .fix = Zet het bestand terug uit de geschiedenis van het register, of maak het aan. Is de map van een klacht per ongeluk gemaakt, verwijder dan de map.

K016 = { $path } hoort niet in het register: { $why }.
    .title = Bestand hoort hier niet
    .what = Op deze plaats staat een bestand of map die het register niet kent. Zo'n bestand wordt niet gelezen en kan gegevens van mensen bevatten die dan niet beschermd zijn.
    .fix = Verplaats het bestand. Een brief of scan hoort in de map private van het dossier, met een naam die begint met het nummer van de stap, zoals 01-brief.pdf. Is het een kopie, verwijder die dan.
stray-root = hier staan alleen procedure.yaml, staff.yaml, de tekst van het reglement en een map per jaar
    .fix = Verplaats het naar een plaats buiten het register, of geef het de naam die hier hoort.
stray-year = in een jaarmap staan alleen analysis.md en een map per klacht, zoals 2026-0007
    .fix = Geef de map van een klacht een naam zoals 2026-0007: het jaar, een streepje en vier cijfers. Hoort een bestand bij een klacht, verplaats het dan naar de map private van dat dossier.
stray-copy = naast het nummer van de klacht staat er meer in de naam, en elk dossier heeft één map, zoals 2026-0007
    .fix = Is het een kopie van het dossier, verwijder die dan. Is het een ander dossier, geef de map dan het nummer daarvan.
stray-temporary = het is een tijdelijk bestand van een programma
    .fix = Sluit het programma dat het bestand open heeft, en verwijder het tijdelijke bestand als het er dan nog is.
stray-wrong-year = het nummer van de klacht begint met een ander jaar dan de map waarin het ligt
    .fix = Verplaats de map van de klacht naar de map van het jaar waarmee het nummer begint.
stray-case = in de map van een klacht staan alleen complaint.yaml en de map private
stray-private = een bestand in private heet naar het nummer van de stap, zoals 01.yaml of 01-brief.pdf, zonder spaties of bijzondere letters
    .fix = Geef het bestand een naam die begint met het nummer van de stap in twee cijfers, zoals 01-brief.pdf bij de eerste stap. Is het een kopie, verwijder die dan.
stray-misnamed = de naam is net anders geschreven dan hier hoort
    .fix = Geef het de naam die hier hoort, in kleine letters en met .yaml aan het eind: procedure.yaml, staff.yaml, complaint.yaml, 01.yaml. De map met bijlagen heet private.
stray-long = de naam is te lang: hoogstens 100 tekens
    .fix = Geef het bestand een kortere naam, die met het nummer van de stap begint, zoals 01-brief.pdf.
stray-private-dir = in de map private staan geen mappen
    .fix = Zet de bestanden rechtstreeks in de map private, en verwijder de map.
stray-kind = hier hoort een bestand waar een map staat, of andersom
    .fix = Geef het bestand of de map een andere naam, of verwijder die, en zet op deze plaats wat er hoort.
stray-special = het is geen gewoon bestand en geen map
    .fix = Verwijder het. In het register staan alleen gewone bestanden en mappen.
stray-symlink = het is een verwijzing naar een andere plaats
    .fix = Zet het bestand zelf op deze plaats, in plaats van de verwijzing, of verwijder de verwijzing.
stray-name = de naam bevat tekens die niet te lezen zijn
    .fix = Geef het bestand een naam van gewone letters en cijfers.
stray-unreadable = het kan niet worden geopend
    .fix = Vraag de beheerder om te kijken of u het mag lezen.

K017 = Nummer { $missing } ontbreekt: { $case } kan pas komen als alle nummers ervoor er zijn.
    .title = Nummer overgeslagen
    .what = De klachten van een jaar krijgen doorlopende nummers. Een gat kan betekenen dat er een klacht is verdwenen, en dat mag niet kunnen.
    .fix = Is het nummer overgeslagen, geef het nieuwe dossier dan het eerste vrije nummer, in de map en achter "case". Is er een dossier weg, haal het dan terug uit de geschiedenis.

K018 = Bij stap { $number } ({ $step }) ontbreekt { $what }.
    .title = Bijlage ontbreekt
    .what = Bij deze stap hoort een bijlage in de map private: wie de klager is, wat er is gezegd, of de brief zoals die is verstuurd. Het reglement vraagt om schriftelijke vastlegging, en zonder bijlage is die er niet.
    .fix = Zet de bijlage in de map private, met een naam die begint met het nummer van de stap: 01.yaml voor wat u opschrijft, 01-brief.pdf voor een brief of scan. De opdrachten klacht new en klacht record doen dat met --private, --attach en --letter.
annex-file = de brief of het document zelf, als bestand in de map private waarvan de naam begint met { $number }-
annex-field = in de bijlage private/{ $number }.yaml het veld { $field ->
        [complainant] "complainant" (wie de klager is)
        [description] "description" (de klacht zelf)
       *[other] "{ $field }"
    }
annex-field-or-file = in de bijlage private/{ $number }.yaml het veld { $field ->
        [statement] "statement" (de reactie van betrokkene)
        [reasoning] "reasoning" (de onderbouwing van het oordeel)
       *[other] "{ $field }"
    }, of een bestand dat begint met { $number }-

K019 = Er is een bijlage { $number }, maar het dossier heeft { $steps ->
        [one] maar één stap
       *[other] maar { $steps } stappen
    }.
    .title = Bijlage zonder stap
    .what = De naam van een bijlage begint met het nummer van de stap waar hij bij hoort, en die stap is er niet. Dan is niet te zien waar de bijlage over gaat.
    .fix = Geef de bijlage het nummer van de stap waar hij bij hoort, of voeg de stap toe die nog ontbreekt.

K020 = Hier lijkt { $trace } te staan. Die hoort alleen in de map private.
    .title = Persoonsgegevens uit een bijlage
    .what = Een naam, telefoonnummer of adres uit een bijlage staat ook in het dossier zelf, of in een jaaranalyse. Die verschijnen op de site en blijven bewaard; alleen de map private is afgeschermd en kan later worden gewist. De site toont een tekst waarin zoiets staat niet.
    .fix = Schrijf de tekst neutraal, bijvoorbeeld "de klager" in plaats van de naam. Is een tekst van een dossier al gedeeld, vervang hem dan met een stap corrected; een jaaranalyse past u zelf aan. Vraag de beheerder wat er met de oude versie moet gebeuren.
trace-name = de naam van een klager
trace-phone = het telefoonnummer van een klager
trace-email = het e-mailadres van een klager
trace-address = het adres van een klager

K021 = Deze correctie kan niet: { $why }.
    .title = Correctie niet mogelijk
    .what = Met een stap corrected herstelt u een fout in een eerdere stap. Dat kan alleen als die stap bestaat en met de nieuwe waarde nog klopt. Een klachtafhandelaar of een akkoord wordt niet gecorrigeerd maar opnieuw vastgelegd, want daar is iemand bij betrokken.
    .fix = Controleer het nummer achter "corrects" (de eerste stap is 1) en de velden onder "fields". Gaat het om een andere klachtafhandelaar of een ander akkoord, zet dan een nieuwe stap assigned of agreed.
correction-step = de stap die u noemt, is er niet, of is zelf een stap corrected of waived. Was een correctie fout, corrigeer dan opnieuw de stap die zij corrigeerde
correction-again = { $field ->
    [by] "by" is niet te corrigeren: wie de stap vastlegde, staat in de geschiedenis
    [step] "step" is niet te corrigeren: een andere stap zet u erbij
   *[other] "{ $field }" wordt niet gecorrigeerd maar opnieuw gedaan, met een nieuwe stap
}
correction-field = met wat bij "{ $field }" staat, klopt de stap "{ $step }" niet meer
correction-malformed = de stap "{ $step }" klopt niet meer met wat hier staat
correction-nothing = bij de stap die u corrigeert, staat geen "{ $field }": er valt niets weg te halen
correction-accepted = de klager heeft "{ $measure }" aangenomen; dat verdwijnt niet met een correctie
    .fix = Laat de maatregel staan en verbeter er alleen van wat verkeerd is opgeschreven. Wil de klager hem niet meer, of is er iets anders afgesproken, leg dat dan vast met een nieuwe stap answered (rejected, met deze maatregel bij "measures").
caused-by-correction = Dat komt door deze correctie, stap { $correction }.
    .fix = Verander de correctie, of corrigeer eerst de stap die er niet bij past. Blijkt een medewerker pas later betrokken, dan hoeft het geen correctie te zijn: met een stap heard hoort hij erbij (na een oordeel eerst reopened). Staat de correctie al in de geschiedenis, schrijf dan een nieuwe stap corrected die het rechtzet.

not-checked = Zolang dit niet klopt, is van geen enkel dossier nagegaan { $unchecked }.
unchecked-terms = of de termijnen zijn gehaald en of categorieën, oorzaken en gronden in de lijsten staan
unchecked-people = of de medewerkers bestaan en mochten doen wat zij deden

K022 = Deze klacht is al ontvangen; een dossier begint maar één keer.
    .title = Twee keer ontvangen
    .what = Elk dossier gaat over één klacht en begint met één ontvangst. Een tweede ontvangst is een nieuwe klacht met een eigen nummer en eigen termijnen.
    .fix = Maak voor de nieuwe klacht een eigen dossier. Gaat die over dezelfde gebeurtenis, noem dan het eerste dossier bij "same_incident_as".

K023 = De stap "{ $step }" is in dit dossier al gezet.
    .title = Stap dubbel
    .what = Deze stap komt in een dossier maar één keer voor en staat er al. Een tweede keer zou een andere datum geven voor hetzelfde feit.
    .fix = Haal de nieuwe stap weg. Klopt er iets niet in de eerdere stap, herstel dat dan met een stap corrected.

K024 = De klacht is "{ $stage }". De stap "{ $step }" kan dan niet meer.
    .title = Stap na het einde
    .what = De klacht is gesloten, ingetrokken of niet in behandeling genomen. Daarna kan er aan de behandeling niets meer worden toegevoegd.
    .fix = Haal de stap weg. Moet de behandeling toch verder, laat dan de klachtmeldingscoördinator het dossier eerst heropenen met een stap reopened.

K025 = Deze stap is van { $date }, maar de vorige (stap { $number }) is van { $previous }.
    .title = Datums niet op volgorde
    .what = De stappen staan in de volgorde waarin ze zijn gezet. Een stap kan dus niet eerder zijn dan de stap erboven.
    .fix = Verbeter de datum achter "date". Legt u iets later vast, gebruik dan de dag van vandaag; veel stappen hebben een eigen veld voor de dag waarop het gebeurde, zoals "told", "sent", "solved" of "done".

K026 = Deze stap is van { $date }, en dat is na vandaag ({ $today }).
    .title = Datum in de toekomst
    .what = Een stap zegt wat er is gedaan. Wat nog moet gebeuren, kan niet als gedaan worden vastgelegd.
    .fix = Verbeter de datum, of wacht met de stap tot hij is gezet.

K027 = "{ $employee }" staat niet in de lijst van medewerkers.
    .title = Onbekende medewerker
    .what = De stap noemt iemand die niet in staff.yaml staat. Meestal is het een tikfout. Alleen van mensen in die lijst is bekend wat zij mogen doen.
    .fix = Verbeter de naam, geschreven zoals in staff.yaml (bijvoorbeeld m.bakker). Is de medewerker nieuw, vraag dan de beheerder om de lijst aan te vullen. Klopte de naam altijd, dan is iemand uit de lijst gehaald: laat de stap zoals hij is en vraag de beheerder om die persoon terug te zetten, met een laatste dag (until bij active).

K028 = { $employee } was op { $date } niet in dienst.
    .title = Medewerker niet in dienst
    .what = De stap geeft een taak aan iemand die er op die dag nog niet of niet meer werkte. Zo iemand kan de taak niet hebben uitgevoerd.
    .fix = Verbeter de naam of de datum. Klopt de periode in staff.yaml niet, vraag dan de beheerder om die aan te passen.

K029 = "{ $entry }" staat niet in de lijst van { $list ->
        [services] diensten
        [categories] soorten klachten
        [causes] oorzaken
        [refusal_grounds] gronden om een klacht niet te behandelen
       *[other] { $list }
    }. Kies uit: { $known }.
    .title = Niet in de lijst
    .what = Diensten, soorten klachten, oorzaken en weigeringsgronden kiest u uit de lijsten in procedure.yaml. Alleen dan tellen ze mee in de jaaranalyse.
    .fix = Vul een van de genoemde woorden in. Past er geen, vraag dan de beheerder om de lijst in procedure.yaml uit te breiden.
list-empty = (de lijst is leeg)

K030 = { $about ->
        [term] Niet duidelijk is voor welke termijn deze ontheffing geldt: { $why }.
       *[rule] Voor regel { $code } kan geen ontheffing worden gegeven: { $why }. Wel voor: { $waivable }.
    }
    .title = Ontheffing niet mogelijk
    .what = De klachtmeldingscoördinator kan met een ontheffing een regel opzij zetten voor één dossier. Dat kan alleen bij regels waarvan het reglement in de praktijk soms niet te volgen is, niet bij regels over wie wat mag of over hoe een dossier eruitziet.
    .fix = Kies een van de genoemde regels, of haal de stap waived weg en los de fout zelf op.
waiver-unknown = die regel bestaat niet
waiver-never = die regel geldt altijd
waiver-term-of-rule = "term" hoort alleen bij regel K390, die van de eigen termijnen
    .fix = Haal de regel met "term" weg.
waiver-term-unknown = "{ $term }" is geen eigen termijn uit procedure.yaml. Wel: { $known }
    .fix = Zet bij "term" een van de genoemde termijnen. Een termijn van het reglement zelf heeft een eigen regel, zoals K301; noem dan die bij "rule".
waiver-which-term = dit dossier overschrijdt meer dan één eigen termijn: { $known }
    .fix = Zet in deze stap bij "term" een van de genoemde termijnen. Geldt de ontheffing voor meer termijnen, zet dan voor elk een eigen stap waived.

K031 = Bij "{ $field }" van stap { $number } kan { $day } niet: { $why }.
    .title = Dag kan niet kloppen
    .what = Een dag in deze stap past niet bij de rest van het dossier. Bericht aan de klager kan bijvoorbeeld niet vóór de ontvangst van de klacht zijn gegaan. Met zo'n dag worden termijnen verkeerd berekend.
    .fix = Kijk de dag na en verbeter hem.
day-too-early = de vroegst mogelijke dag is { $bound }
day-before-settled = de vroegst mogelijke dag is { $bound }
    .fix = Kijk de dag na en verbeter hem. Opgelost is een klacht pas als de klager het oordeel en het aanbod kent en heeft gereageerd; was hij eerder al tevreden, zeg dat dan bij "summary" of in de bijlage.
day-after-step = de laatst mogelijke dag is { $bound }, de dag van de stap
    .fix = Kijk de dag na en verbeter hem. Een stap is van de laatste dag die erin staat: kreeg de klager pas later bericht, zet de stap dan op die dag.
day-too-late = de laatst mogelijke dag is { $bound }
day-after-number = de klacht heeft een nummer van { $year }
    .fix = Kijk eerst de dag na. Klopt die, dan heeft de klacht een nummer van het verkeerde jaar gekregen: geef haar het volgende nummer van het jaar waarin zij is ontvangen.

K032 = "{ $id }" staat twee keer in de lijst van medewerkers.
    .title = Medewerker dubbel
    .what = Twee mensen in staff.yaml hebben dezelfde aanduiding of hetzelfde e-mailadres. Dan is niet te zeggen wie een stap heeft gezet.
    .fix = Geef een van de twee een andere aanduiding of een ander adres. Verander nooit die van iemand die al in een dossier voorkomt.

K033 = In procedure.yaml klopt iets niet: { $why }.
    .title = Procedure spreekt zichzelf tegen
    .what = De instellingen in procedure.yaml passen niet bij elkaar: een aanduiding komt twee keer voor, een termijn kan nooit worden gehaald, of verwijst naar een termijn die er niet is. Dan zijn termijnen of lijsten niet te gebruiken.
    .fix = Vraag de beheerder om procedure.yaml op de aangewezen plaats te verbeteren.
procedure-id-twice = "{ $id }" komt twee keer voor
procedure-never-met = niets kan aan de termijn "{ $id }" voldoen, want "met_by" is leeg
procedure-cannot-follow = niets kan aan de termijn "{ $id }" voldoen, want wat bij "met_by" staat, kan niet komen na wat bij "from" staat
procedure-measure-term = niets kan aan de termijn "{ $id }" voldoen: die loopt per maatregel, en daar voldoet alleen carried-out aan
procedure-no-such-term = er is geen andere termijn "{ $id }"

K034 = Dossier { $other } is er niet, of is dit dossier zelf.
    .title = Verwijzing naar onbekend dossier
    .what = Bij "same_incident_as" noemt u een ander dossier over dezelfde gebeurtenis. Het genoemde nummer bestaat niet of is dat van dit dossier.
    .fix = Vul het nummer van het andere dossier in, of haal het veld weg.

K035 = De klacht is "{ $stage }" en dus nog in behandeling; heropenen is niet nodig.
    .title = Heropend terwijl het loopt
    .what = Heropenen kan alleen als de klacht is gesloten, ingetrokken of niet in behandeling genomen. Deze klacht loopt nog.
    .fix = Haal de stap reopened weg en ga gewoon verder met de behandeling.

K036 = De aanduiding "{ $measure }" is in dit dossier al voor een andere maatregel gebruikt.
    .title = Maatregel dubbel
    .what = Elke maatregel in een dossier heeft een eigen aanduiding, zodat later duidelijk is welke is uitgevoerd en beoordeeld.
    .fix = Geef de nieuwe maatregel een andere aanduiding achter "id".

K037 = Het dossier begint met "{ $step }"; de eerste stap hoort de ontvangst van de klacht te zijn.
    .title = Begint niet met de ontvangst
    .what = Elk dossier begint met de ontvangst van de klacht. Die dag begint de termijn voor de ontvangstbevestiging.
    .fix = Zet bovenaan een stap received, met de dag waarop de klacht binnenkwam.

K038 = { $employee } is volgens staff.yaml in dienst vanaf { $from } tot en met { $until }; dat eindigt voordat het begint.
    .title = Dienstverband eindigt voor het begint
    .what = De laatste dag in dienst ligt voor de eerste. Zo iemand was nooit in dienst, en elke stap van deze medewerker wordt dan geweigerd.
    .fix = Vraag de beheerder om bij "active" de goede dagen in te vullen. Laat "until" weg zolang iemand nog in dienst is.

K039 = "{ $employee }" staat twee keer bij "about".
    .title = Betrokkene dubbel
    .what = Elke betrokkene staat één keer bij een klacht. Staat er iemand twee keer, dan is misschien een ander bedoeld, en die wordt dan niet gehoord.
    .fix = Haal de tweede weg, of zet er de aanduiding van de medewerker die u bedoelt.

K040 = Hier lijkt te staan: { $what }. Iedereen kan deze tekst lezen.
    .title = Persoonsgegevens in een openbare tekst
    .what = De teksten van een stap verschijnen op de site en blijven bewaard. Daar hoort geen e-mailadres, telefoonnummer of burgerservicenummer in, en ook niet de naam van een medewerker over wie de klacht gaat: de site noemt die niet. Wat hier herkend wordt, kan ook iets anders zijn; dan verandert u niets.
    .fix = Schrijf de tekst neutraal, bijvoorbeeld "de klager" of "de medewerker". Een adres of nummer hoort in de map private. Is de tekst al gedeeld, vervang hem dan met een stap corrected en vraag de beheerder wat er met de oude versie moet gebeuren.
personal-email = een e-mailadres
personal-phone = een telefoonnummer
personal-bsn = een burgerservicenummer (BSN)
personal-name = de naam van een betrokkene

K041 = Hier staat nog { $placeholder }.
    .title = Nog niet ingevuld
    .what = In de tekst van het klachtenreglement, in procedure.yaml of in staff.yaml staat nog wat klacht init daar heeft neergezet. Zo verschijnt het op de site en in de brieven.
    .fix = Vul de gegevens van uw organisatie en uw medewerkers in; in de tekst van het reglement overal waar iets tussen haken staat.

K042 = Zo kan er onder de laatste stap geen stap meer bij.
    .title = Geen plaats voor een volgende stap
    .what = Een dossier groeit alleen aan het eind: elke stap komt onder de vorige, en wat er eenmaal staat, verandert niet meer. Staan de stappen tussen haken, of komt er na de stappen nog iets anders, dan kan er nooit meer een stap bij.
    .fix = Schrijf de stappen onder elkaar, elk met een streepje ervoor, als laatste in het bestand. Doe dit voordat u het dossier deelt.

K043 = Hier lijkt te staan: { $what }. Iedereen kan deze analyse lezen.
    .title = Persoonsgegevens in de jaaranalyse
    .what = De jaaranalyse verschijnt op de site en blijft bewaard. Daar hoort geen e-mailadres, telefoonnummer of burgerservicenummer in, en ook niet de naam van een medewerker over wie een klacht gaat. Wat hier herkend wordt, kan ook iets anders zijn; dan verandert u niets.
    .fix = Schrijf de tekst neutraal, bijvoorbeeld "een klager" of "een medewerker". Is de analyse al gedeeld, vraag de beheerder dan wat er met de oude versie moet gebeuren.

K044 = Het bestand { $path } is leeg.
    .title = Bijlage is leeg
    .what = Een brief of scan in "private" hoort iets te bevatten. Een leeg bestand is meestal een kopie die is misgegaan, en wie het later opent, vindt niets.
    .fix = Is de stap nog niet gedeeld, zet er dan het goede bestand voor in de plaats. Een bijlage die al gedeeld is, verandert niet meer: bewaar het goede bestand dan bij de volgende stap, met het nummer van die stap vooraan in de naam.

# Artikel 1: ontvangst en registratie

K101 = De klacht kwam per brief, maar er staat niet wanneer de brief naar de klachtmeldingscoördinator ging.
    .title = Brief niet doorgegeven
    .what = Een schriftelijke klacht wordt aan de klachtmeldingscoördinator overhandigd. In het dossier staat niet dat dit is gebeurd.
    .fix = Geef de brief aan de klachtmeldingscoördinator en vul de dag in bij "passed_to_coordinator".

# Artikel 2: overdracht aan de klachtafhandelaar

K201 = { $handler } is niet aangewezen als klachtafhandelaar.
    .title = Niet aangewezen als klachtafhandelaar
    .what = Klachten gaan naar een leidinggevende of naar iemand die verantwoordelijk is voor het proces. Wie dat zijn, staat in staff.yaml met de rol handler, en deze persoon heeft die rol niet.
    .fix = Draag de klacht over aan iemand met de rol handler. Hoort deze persoon die rol wel te hebben, vraag dan de beheerder om staff.yaml aan te passen.

K202 = { $handler } is zelf betrokkene bij deze klacht en kan de klacht dus niet behandelen.
    .title = Klachtafhandelaar is zelf betrokkene
    .what = De klachtafhandelaar is nooit de medewerker over wie de klacht gaat. Zo oordeelt niemand over het eigen werk. De regel geldt ook als pas later blijkt dat de klachtafhandelaar betrokken was.
    .fix = Kies een andere klachtafhandelaar bij "handler". Blijkt het later, laat dan de klachtmeldingscoördinator de klacht eerst aan iemand anders overdragen (stap assigned, met een reden).
handler-heard = wie gehoord is, behandelt de klacht
    .fix = Staat bij "employee" de verkeerde, verbeter dat dan. Is de klachtafhandelaar echt betrokkene, laat de klachtmeldingscoördinator de klacht dan eerst aan iemand anders overdragen (stap assigned, met een reden). Die legt daarna vast dat er gehoord is.

K203 = De klacht heeft nog geen klachtafhandelaar. De stap "{ $step }" kan daarom nog niet.
    .title = Nog geen klachtafhandelaar
    .what = De klachtmeldingscoördinator draagt de klacht eerst over aan een klachtafhandelaar. Pas daarna is duidelijk wie de klacht behandelt en de volgende stappen mag zetten.
    .fix = Laat de klachtmeldingscoördinator eerst een stap assigned zetten.

K204 = De klacht kwam per brief, maar er staat niet wanneer de klachtafhandelaar een kopie kreeg.
    .title = Geen kopie voor de klachtafhandelaar
    .what = De klachtmeldingscoördinator geeft de klachtafhandelaar een kopie van een schriftelijke klacht. In het dossier staat niet dat dit is gebeurd.
    .fix = Geef de klachtafhandelaar een kopie en vul de dag in bij "document_copied".

K205 = De klacht had al een klachtafhandelaar en wordt opnieuw overgedragen, maar er staat niet waarom.
    .title = Overdracht zonder reden
    .what = De klacht had al een klachtafhandelaar. Wordt het iemand anders, dan hoort de reden in het dossier, zodat later te volgen is wie wanneer verantwoordelijk was.
    .fix = Schrijf de reden bij "reason".

K206 = De klachtafhandelaar kreeg de brief pas op { $copied }, na de stap "{ $step }" van { $date }.
    .title = Brief te laat bij de klachtafhandelaar
    .what = De klachtmeldingscoördinator geeft de klachtafhandelaar een kopie van een schriftelijke klacht. Die hoort er te zijn voordat de klachtafhandelaar de ontvangst bevestigt, de betrokkene hoort en een oordeel geeft: anders handelt hij een brief af die hij niet kent.
    .fix = De overschrijding blijft een feit en telt mee in de jaaranalyse; u hoeft niets te veranderen. Is de dag bij "document_copied" verkeerd ingevuld, herstel die dan met een stap corrected en vraag de klachtmeldingscoördinator om ontheffing.

# Artikel 3: ontvangstbevestiging

K301 = De ontvangstbevestiging is niet binnen de termijn verstuurd.
    .title = Ontvangstbevestiging te laat
    .what = De klager krijgt binnen de termijn een ontvangstbevestiging; in het reglement van 2008 is dat twee weken na de ontvangst. De laatste dag telt mee. Is de klacht op tijd niet in behandeling genomen, dan komt dat bericht in de plaats van de bevestiging.
    .fix = Is de bevestiging nog niet weg, verstuur haar dan vandaag en zet een stap acknowledged. Is zij al weg maar nog niet vastgelegd, zet dan de dag waarop zij is verstuurd bij "sent". Is zij te laat verstuurd, dan blijft dat een feit en telt het mee in de jaaranalyse; u hoeft niets te veranderen. Is zij op tijd verstuurd maar staat er een verkeerde dag, herstel die dan met een stap corrected en vraag de klachtmeldingscoördinator om ontheffing (stap waived, K301).

K302 = De klager hoorde niet binnen de termijn dat de klacht niet in behandeling wordt genomen.
    .title = Weigering te laat verteld
    .what = Wie een klacht indient die niet in behandeling wordt genomen, hoort dat binnen de termijn; in het reglement van 2008 is dat vier weken na de ontvangst. De laatste dag telt mee.
    .fix = De overschrijding blijft een feit en telt mee in de jaaranalyse; u hoeft niets te veranderen. Is de dag bij "told" verkeerd ingevuld, herstel die dan met een stap corrected en vraag de klachtmeldingscoördinator om ontheffing.

K303 = De klacht is niet afgehandeld op de dag die aan de klager is toegezegd.
    .title = Toegezegde termijn niet gehaald
    .what = In de ontvangstbevestiging staat binnen welke termijn de klacht naar verwachting wordt afgehandeld. Die dag is voorbij. Op tijd verlengen kan, als de klager dat uiterlijk op die dag hoort.
    .fix = Is de klacht opgelost, zet dan een stap resolved. Nadert de dag en hebt u meer tijd nodig, vertel dat dan op tijd aan de klager en zet een stap extended. Is de dag al voorbij, dan blijft de overschrijding een feit. Stond er een andere dag in de brief dan hier, herstel die dan met een stap corrected en vraag de klachtmeldingscoördinator om ontheffing (stap waived, K303).

K304 = Er is geen toegezegde dag om op te schuiven: er is nog geen ontvangstbevestiging, of geen nieuwe sinds de heropening.
    .title = Verlengd zonder toezegging
    .what = Verlengen betekent dat de dag opschuift die in de ontvangstbevestiging staat. Die bevestiging is er nog niet. Is een dossier heropend nadat de toegezegde dag voorbij was, dan hoort er een nieuwe bevestiging met een nieuwe dag bij.
    .fix = Stuur eerst de ontvangstbevestiging (stap acknowledged) met een haalbare dag bij "expected_by".

K305 = De toegezegde dag, { $promised }, kan niet vóór { $earliest } liggen.
    .title = Toezegging in het verleden
    .what = De dag waarop de klacht naar verwachting is afgehandeld, is niet eerder dan de bevestiging zelf; bij een verlenging is zij later dan de dag die eerst was toegezegd. Anders heeft de klager er niets aan. Bent u eerder klaar dan toegezegd, dan is dat altijd op tijd: daar is geen verlenging voor nodig.
    .fix = Vul bij "expected_by" een latere, haalbare dag in. Het moet dezelfde dag zijn als in de brief.

K306 = De klager hoorde op { $told } van de verlenging, maar de dag die werd verlengd, was { $promised }.
    .title = Verlenging te laat verteld
    .what = Een verlenging telt alleen als de klager ervan hoort voordat de toegezegde dag voorbij is. Wie het later hoort, heeft al die tijd vergeefs gewacht.
    .fix = De overschrijding blijft een feit en telt mee in de jaaranalyse; u hoeft niets te veranderen. Is de dag bij "told" verkeerd ingevuld, herstel die dan met een stap corrected en vraag de klachtmeldingscoördinator om ontheffing, ook van K303 als de afhandeling daardoor te laat heet.

K307 = { $term } kan zo niet worden verlengd: { $why }.
    .title = Verlenging niet toegestaan
    .what = De procedure van uw organisatie zegt hoe vaak en met hoeveel tijd een termijn mag worden verlengd. Deze verlenging gaat daar overheen.
    .fix = Kies bij "expected_by" een dag die nog mag, of haal de stap extended weg.
extension-times = { $times ->
        [0] verlengen mag niet
        [one] het mag één keer
       *[other] het mag { $times } keer
    }
    .fix = Haal de stap extended weg. Wordt het later dan toegezegd, laat dat de klager dan wel weten; dat de termijn niet is gehaald, blijft een feit.
extension-length = de laatst mogelijke dag is { $limit }

K308 = De klacht is al opgelost; verlengen heeft geen zin meer.
    .title = Verlengd na de oplossing
    .what = De termijn voor de afhandeling eindigt als de klacht is opgelost. Daarna valt er niets meer te verlengen.
    .fix = Haal de stap extended weg.

K309 = Er is al een oordeel over deze klacht, dus is zij in behandeling genomen.
    .title = Geweigerd na het oordeel
    .what = Niet in behandeling nemen kan alleen voordat er een oordeel is. Daarna heeft de klager recht op de rest van de behandeling.
    .fix = Haal de stap refused weg en ga verder met het aanbod (stap offered).

K310 = In de ontvangstbevestiging ontbreekt { $field ->
        [date] de dag
        [place] de plaats
       *[other] { $field }
    } van de gebeurtenis.
    .title = Ontvangstbevestiging niet volledig
    .what = De ontvangstbevestiging bevat een korte omschrijving van de klacht, met datum en plaats en eventuele bijzondere omstandigheden. Zo kan de klager zien of de klacht goed is begrepen.
    .fix = Vul bij "occurred" in de stap acknowledged "date" en "place" in, zoals ze in de brief staan. Duurde het langer of kwam het terug, vul dan in plaats van "date" bij "period" in wanneer dat was, zoals: sinds maart 2026. Bij "place" mogen meer plaatsen staan, of: telefonisch.

K311 = De klacht is afgehandeld zonder dat de klager een ontvangstbevestiging kreeg.
    .title = Geen ontvangstbevestiging
    .what = De klager krijgt binnen twee weken een ontvangstbevestiging, met een omschrijving van de klacht, hoe het verder gaat en de termijn. Gaat de afhandeling vlugger, dan is die nog steeds nodig: zo ziet de klager vooraf of de klacht goed is begrepen.
    .fix = Het blijft een feit en telt mee in de jaaranalyse; u hoeft niets te veranderen. Is de brief wel verstuurd maar niet vastgelegd, vraag de klachtmeldingscoördinator dan om ontheffing (stap waived, K311), en noem daarin de dag waarop hij ging.

K390 = Een termijn uit de eigen procedure is overschreden.
    .title = Eigen termijn overschreden
    .what = Uw organisatie heeft in procedure.yaml een eigen termijn vastgelegd, en die is niet gehaald. Welke dat is, staat in de melding.
    .fix = Doe alsnog wat de termijn vraagt en leg de stap vast. Is dat al gebeurd, dan blijft de overschrijding een feit; u hoeft niets te veranderen. Was er een goede reden voor, dan kan de klachtmeldingscoördinator ontheffing geven (stap waived, K390, met bij "term" het id van de termijn in procedure.yaml).

# Artikel 4: onderzoek

K401 = Er kan nog geen oordeel zijn. Nog niet gehoord: { $missing }.
    .title = Oordeel voor het horen
    .what = De klachtafhandelaar legt de klacht eerst voor aan elke medewerker over wie de klacht gaat. Een oordeel zonder die reactie is niet zorgvuldig.
    .fix = Hoor de genoemde betrokkene en zet een stap heard. Is dat echt niet mogelijk, bijvoorbeeld door langdurige ziekte, dan kan de klachtmeldingscoördinator vooraf ontheffing geven van regel K401 (stap waived).

K402 = Het oordeel is er, maar over de omschrijving ontbreekt nog een verklaring van: { $employees }.
    .title = Oordeel zonder verklaring
    .what = Betrokkene verklaart of de omschrijving van de reactie klopt. Bij dit oordeel was er van een gehoorde betrokkene nog geen verklaring, akkoord of niet akkoord.
    .fix = Vraag de verklaring alsnog en leg die vast met een stap agreed; in een gesloten dossier kan dat niet meer. De overschrijding blijft een feit, tenzij de klachtmeldingscoördinator ontheffing geeft.

K403 = { $employee } is nog niet gehoord en kan zich nog niet over de omschrijving uitspreken.
    .title = Verklaring voor het horen
    .what = Eerst hoort de klachtafhandelaar de betrokkene en schrijft de reactie op. Pas daarna kan de betrokkene verklaren of die omschrijving klopt.
    .fix = Zet eerst een stap heard voor deze betrokkene. Is de verkeerde genoemd, verbeter dan de naam bij "employee", of bij "by" als "employee" er niet staat.

K404 = De verklaring is namens betrokkene vastgelegd, maar het ondertekende papier ontbreekt (private/{ $number }-….pdf).
    .title = Handtekening ontbreekt
    .what = Een betrokkene legt de eigen verklaring vast. Doet de klachtafhandelaar dat, dan hoort het ondertekende papier erbij als bewijs.
    .fix = Voeg een scan van het ondertekende papier toe in de map private, met een naam die begint met het nummer van de stap. Of laat betrokkene de stap agreed zelf zetten.

K405 = Er is al een oordeel; { $step } kan niet meer.
    .title = Gehoord na het oordeel
    .what = Een betrokkene wordt gehoord voordat er een oordeel is. Daarna kan de reactie niets meer aan het oordeel veranderen.
    .fix = Moet het oordeel opnieuw, laat dan de klachtmeldingscoördinator het dossier na sluiting heropenen. Is de medewerker wel eerder gehoord, dan hoorde die stap vóór het oordeel.

K406 = De betrokkene hoorde pas op { $told } hoe het verder gaat, na het oordeel van { $date }.
    .title = Betrokkene te laat ingelicht
    .what = De klachtafhandelaar vertelt de betrokkene hoe de klacht verder wordt afgehandeld. Na het oordeel komt dat te laat: de betrokkene wist dan niet wat er met zijn reactie zou gebeuren.
    .fix = De overschrijding blijft een feit en telt mee in de jaaranalyse; u hoeft niets te veranderen. Is de dag bij "told" verkeerd ingevuld, herstel die dan met een stap corrected en vraag de klachtmeldingscoördinator om ontheffing.

# Artikel 5: oordeel en aanbod

K501 = Er is nog geen oordeel, dus kan er nog geen aanbod zijn.
    .title = Aanbod voor het oordeel
    .what = De klachtafhandelaar bepaalt eerst of de klacht gegrond is en kijkt naar ernst, oorzaak en verantwoordelijkheid. Daarna volgt het besluit over een aanbod.
    .fix = Zet eerst een stap decided.

K502 = Er is geen aanbod waarop de klager nog kan reageren.
    .title = Reactie zonder aanbod
    .what = Een reactie hoort bij een aanbod. Er is nog niets aangeboden, of de klager heeft op alles al gereageerd en er is niets meer uit te voeren.
    .fix = Leg eerst het aanbod vast met een stap offered. Heeft de klager zich bedacht, leg dan een nieuw aanbod en de reactie daarop vast.

K503 = Het aanbod is niet duidelijk: { $why }.
    .title = Aanbod onduidelijk
    .what = De klachtafhandelaar biedt de klager iets aan, of besluit dat er niets wordt aangeboden en zegt waarom. Precies één van de twee hoort in het dossier.
    .fix = Vul óf "measures" in (correctie, genoegdoening of een vervangende dienst), óf "none_because" met de reden.
unclear-neither = er staat geen maatregel en ook geen reden waarom er geen is
unclear-both = er staan maatregelen en ook een reden waarom er geen zijn

K504 = De klacht is al opgelost; een nieuw aanbod kan niet meer.
    .title = Aanbod na de oplossing
    .what = Een aanbod is bedoeld om de klacht op te lossen. Volgens het dossier is dat al gebeurd.
    .fix = Haal de stap offered weg. Is de klacht toch niet opgelost, laat dan de klachtmeldingscoördinator het dossier na sluiting heropenen.

K505 = { $named ->
        [no] Er is geen deel van het aanbod dat op dit antwoord wacht.
       *[other] "{ $measure }" wacht niet op dit antwoord. Wel: { $waiting }.
    }
    .title = Antwoord op iets dat niet openstaat
    .what = Bij "measures" staat op welk deel van het aanbod de klager antwoordt. Dat deel moet aangeboden zijn en nog op een antwoord wachten; wat de klager aannam en nog niet is uitgevoerd, kan hij alleen nog afwijzen. Anders is niet vast te stellen wat er is afgesproken.
    .fix = Neem bij "measures" de id's over van de maatregelen die wachten, of laat "measures" weg als het antwoord over alles gaat wat openstaat.
nothing-waits = niets

# Artikel 6: verslag

K601 = Het verslag is niet binnen de termijn verstuurd.
    .title = Verslag te laat
    .what = De klachtafhandelaar doet schriftelijk verslag aan de klager en aan de klachtmeldingscoördinator; in het reglement van 2008 is dat binnen twee weken na het oplossen van de klacht. De laatste van de twee telt, en de laatste dag telt mee.
    .fix = Is het verslag nog niet weg, verstuur het dan vandaag aan beiden en zet een stap reported. Is het te laat verstuurd, dan blijft dat een feit en telt het mee in de jaaranalyse; u hoeft niets te veranderen. Is het op tijd verstuurd maar staat er een verkeerde dag, herstel die dan met een stap corrected en vraag de klachtmeldingscoördinator om ontheffing (stap waived, K601).

K602 = De klacht kan nog niet zijn opgelost: de klager kent het aanbod nog niet of heeft er nog niet op gereageerd.
    .title = Opgelost voor het aanbod
    .what = De klager hoort wat er wordt aangeboden, en de reactie van de klager wordt vastgelegd. Pas daarna is te zeggen of de klacht is opgelost.
    .fix = Zet eerst een stap offered, en daarna een stap answered. Reageert de klager niet, kies dan bij "answer" voor no-answer.

K603 = De klacht is nog niet opgelost, dus kan er nog geen verslag zijn.
    .title = Verslag voor de oplossing
    .what = Het verslag beschrijft hoe de klacht is opgelost en komt daarna. Zonder die dag is ook de termijn voor het verslag niet te berekenen.
    .fix = Zet eerst een stap resolved, met bij "solved" de dag waarop de klacht is opgelost.

# Artikel 7: preventieve maatregelen

K701 = Een preventieve maatregel is niet op de afgesproken dag ingevoerd.
    .title = Preventieve maatregel te laat
    .what = Bij een preventieve maatregel staat wanneer hij moet zijn ingevoerd. Die dag is voorbij. Zolang de maatregel er niet is, kan hetzelfde weer gebeuren.
    .fix = Is de maatregel ingevoerd, leg dat dan vast met een stap carried-out, met bij "done" de dag waarop dat is gedaan. Is hij nog niet ingevoerd, spreek dan de eigenaar van de maatregel aan.

K702 = Er is nog geen oordeel, dus is nog niet te zeggen wat herhaling voorkomt.
    .title = Preventie voor het oordeel
    .what = Preventieve maatregelen nemen weg wat tot de klacht leidde. Die oorzaak staat in het oordeel, en dat is er nog niet.
    .fix = Zet eerst een stap decided.

K703 = De preventie is niet duidelijk: { $why }.
    .title = Preventie onduidelijk
    .what = De klachtafhandelaar neemt maatregelen om herhaling te voorkomen, of besluit dat er geen mogelijk zijn en zegt waarom. Precies één van de twee hoort in het dossier.
    .fix = Vul óf "measures" in, óf "none_because" met de reden.

K704 = Er staat niet met wie over de maatregel is overlegd.
    .title = Met niemand overlegd
    .what = De klachtafhandelaar overlegt met degene die de verbetering echt kan invoeren. Zonder dat overleg blijft een maatregel vaak bij papier.
    .fix = Overleg met wie de maatregel kan invoeren en noem die bij "consulted".

K705 = De klacht was gegrond of deels gegrond, maar over preventie is nog niets besloten.
    .title = Gesloten zonder preventie
    .what = De klachtafhandelaar bepaalt of herhaling te voorkomen is. Bij een gegronde klacht is dat besluit nodig voordat het dossier kan worden gesloten, ook als het is dat er niets kan.
    .fix = Zet eerst een stap prevention, met maatregelen of met de reden waarom er geen zijn.

# Artikel 8: uitvoering en rapportage

K801 = Wat aan de klager is toegezegd, is niet op de afgesproken dag uitgevoerd.
    .title = Aanbod te laat uitgevoerd
    .what = De klachtafhandelaar zorgt dat gebeurt wat met de klager is afgesproken. De dag die daarbij stond, is voorbij.
    .fix = Is het uitgevoerd, leg dat dan vast met een stap carried-out, met bij "done" de dag waarop het is gedaan. Is het nog niet uitgevoerd, doe het dan zo snel mogelijk en vertel de klager wanneer. Wil de klager het niet meer, of is er iets anders afgesproken, leg dat dan vast met een stap answered (rejected, met deze maatregel bij "measures").

K802 = Er staat in dit dossier geen maatregel meer open om uit te voeren.
    .title = Niets uit te voeren
    .what = Alleen wat is aangeboden of als preventieve maatregel is vastgelegd, kan worden uitgevoerd. Hier is niets vastgelegd, of alles is al uitgevoerd of door de klager afgewezen.
    .fix = Leg de maatregel eerst vast met een stap offered of prevention. Is hij al uitgevoerd, haal deze stap dan weg.

K803 = Maatregel "{ $measure }" kan hier niet: { $why }.
    .title = Onbekende maatregel
    .what = De stap noemt een maatregel die niet in dit dossier staat, al is uitgevoerd, of niet preventief is. Alleen preventieve maatregelen worden op hun effect beoordeeld.
    .fix = Vul bij "measure" de aanduiding in die achter "id" staat bij het aanbod of de preventieve maatregel.
measure-unknown = zo'n maatregel staat niet in dit dossier
measure-done = die is al uitgevoerd
measure-not-preventive = dat is geen preventieve maatregel van dit dossier

K804 = Maatregel "{ $measure }" is nog niet uitgevoerd, dus is het effect nog niet te beoordelen.
    .title = Beoordeeld voor de uitvoering
    .what = De klachtmeldingscoördinator beoordeelt of een preventieve maatregel tot verbetering heeft geleid. Dat kan pas als hij is ingevoerd.
    .fix = Zet eerst een stap carried-out voor deze maatregel.

K805 = De klacht is nu niet opgelost, dus is niet te vragen of de klager tevreden is.
    .title = Tevredenheid te vroeg gevraagd
    .what = Of de klager tevreden is, gaat over de oplossing van de klacht. Die is er nog niet, of niet meer sinds het dossier is heropend.
    .fix = Vraag het als de klacht is opgelost: na een stap resolved, en na heropenen na een nieuwe. Is de klacht ingetrokken of niet in behandeling genomen, dan kan het ook: over hoe dat is gegaan.

K806 = Er is nog geen verslag, dus kan het dossier nog niet dicht.
    .title = Gesloten zonder verslag
    .what = Een dossier wordt gesloten als het verslag bij de klager en de klachtmeldingscoördinator is, of als de klacht is ingetrokken of niet in behandeling is genomen.
    .fix = Zet eerst een stap reported. Heeft de klager de klacht ingetrokken, zet dan een stap withdrawn.

K807 = Niet alles wat de klager is aangeboden, is uitgevoerd.
    .title = Gesloten met open aanbod
    .what = De klachtafhandelaar zorgt dat gebeurt wat met de klager is afgesproken. Zolang daarvan iets openstaat, blijft het dossier open. Preventieve maatregelen mogen wel nog lopen.
    .fix = Voer de maatregel uit en zet een stap carried-out. Wil de klager het niet meer, of is er iets anders afgesproken, leg dat dan vast met een nieuwe stap answered: rejected, met deze maatregel bij "measures".

K808 = De jaaranalyse van { $year } ontbreekt; zij moest er { $last } zijn. Dat is { $late ->
        [one] één dag
       *[other] { $late } dagen
    } geleden.
    .title = Jaaranalyse niet op tijd
    .what = De klachtmeldingscoördinator analyseert elk jaar de klachten: zijn er trends, waren klagers tevreden, en hielpen de preventieve maatregelen? De analyse hoort bij het kwaliteitsbeleid, en moet er op de dag van het reglement zijn. Is zij later ondertekend, dan blijft dat een overschrijding.
    .fix = Schrijf de analyse in het bestand analysis.md in de map van het jaar.
K808-due = De jaaranalyse van { $year } is er nog niet: uiterlijk { $last }, dat is { $left ->
        [0] vandaag
        [one] morgen
       *[other] over { $left } dagen
    }.
K808-breach = De jaaranalyse van { $year } is ondertekend op { $signed }; zij moest er { $last } zijn. Dat is { $late ->
        [one] één dag
       *[other] { $late } dagen
    } te laat.
    .fix = De overschrijding blijft een feit; u hoeft niets te veranderen.
K809 = De jaaranalyse is gemaakt door { $staff }, en dat was op die dag geen klachtmeldingscoördinator.
    .title = Jaaranalyse niet door de coördinator
    .what = De klachtmeldingscoördinator analyseert elk jaar de klachten. Onder de analyse staat iemand die op die dag geen coördinator was.
    .fix = Laat een coördinator de analyse nalopen en zet bij "by" het id en bij "date" de dag waarop dat gebeurde.
K810 = De jaaranalyse geeft geen oordeel met grond op de vraag { $question }.
    .title = Jaaranalyse zonder oordeel
    .what = De jaaranalyse beantwoordt drie vragen: zijn er trends, waren klagers tevreden met de corrigerende maatregelen, en leidden de preventieve maatregelen tot verbetering? Bij elk antwoord staat waar het op rust. Een van de drie ontbreekt.
    .fix = Zet onder "judgements" bij trends, corrective en preventive elk een "verdict" en een "ground". Ook "te weinig gegevens" is een antwoord.
K811 = De jaaranalyse is van { $year } en staat in de map van { $directory }.
    .title = Jaaranalyse van een ander jaar
    .what = De analyse van een jaar staat in de map van dat jaar. Het jaartal in het bestand en dat van de map verschillen.
    .fix = Zet bij "year" het jaar van de map, of zet het bestand in de map van het jaar dat erin staat.

K812 = De jaaranalyse van { $year } is van { $date }; toen was dat jaar nog niet voorbij.
    .title = Jaaranalyse van een jaar dat nog loopt
    .what = De jaaranalyse gaat over een heel jaar. Wie haar eerder maakt, mist de klachten die nog komen.
    .fix = Haal het bestand weg en maak de jaaranalyse als het jaar voorbij is, met klacht analysis en --draft.

K813 = De jaaranalyse is nog niet af: { $why }.
    .title = Jaaranalyse niet af
    .what = Het concept van klacht analysis vult de cijfers in. Wat de organisatie ervan leert, schrijft de coördinator. Zonder die tekst is er geen analyse, en wat het concept daarvoor in de plaats zet, verschijnt op de site.
    .fix = Schrijf onder de kop wat de organisatie van de klachten leert en wat zij gaat doen, in de plaats van de zin uit het concept.
analysis-placeholder = hier staat nog wat het concept vraagt
analysis-empty = er staat geen tekst onder
K814 = De jaaranalyse is van { $date }, en dat is na vandaag ({ $today }).
    .title = Jaaranalyse in de toekomst
    .what = Bij "date" staat de dag waarop de analyse is ondertekend. Die dag moet nog komen.
    .fix = Zet bij "date" de dag waarop u de analyse ondertekent.
K815 = Van { $year } en eerder zijn er geen klachten; het register begint in { $first }. Deze analyse staat op geen enkele pagina.
    .title = Jaaranalyse van voor het register
    .what = Een analyse verschijnt bij de cijfers van haar jaar. Van een jaar voor de eerste klacht van het register zijn die er niet.
    .fix = Zet het bestand in de map van het jaar waar het over gaat, of bewaar het buiten het register.

K816 = Deze wijziging van de jaaranalyse is van { $date }, eerder dan de ondertekening ervoor: { $previous }.
    .title = Jaaranalyse gewijzigd voor de ondertekening
    .what = Bij "revised" staan de wijzigingen van de jaaranalyse in de volgorde waarin ze zijn ondertekend. Geen ervan is van voor de vorige, en de eerste niet van voor de analyse zelf.
    .fix = Zet bij "date" de dag waarop de wijziging is ondertekend. Een nieuwe wijziging komt onderaan.

# Artikel 9: beroep

K901 = Deze klacht komt van een opdrachtgever; alleen een cliënt kan in beroep.
    .title = Beroep van een opdrachtgever
    .what = Een cliënt die niet tevreden is met de afhandeling, kan naar de opdrachtgever van het traject. Voor een opdrachtgever zelf kent het reglement geen beroep.
    .fix = Haal de stap appealed weg. Komt de klacht toch van een cliënt, herstel dan "complainant" in de eerste stap met een stap corrected.

K902 = De cliënt is in beroep gegaan terwijl de klacht nog niet is afgehandeld.
    .title = Beroep tijdens de behandeling
    .what = Beroep gaat over de manier waarop de klacht is afgehandeld. Er is nu geen verslag, en het dossier is niet gesloten of geweigerd. Het kan toch kloppen: wie te lang wacht, gaat soms al naar de opdrachtgever, en na een heropening loopt de behandeling weer.
    .fix = Klopt het, dan hoeft u niets te veranderen; handel de klacht gewoon verder af en leg de uitkomst van het beroep vast. Ging de cliënt niet naar de opdrachtgever maar trok hij de klacht in, zet dan een stap withdrawn.

K903 = Er loopt geen beroep dat kan worden afgesloten.
    .title = Geen beroep om af te sluiten
    .what = De afloop van een beroep hoort bij een beroep dat loopt. Er is in dit dossier geen beroep, of de afloop staat er al.
    .fix = Leg eerst het beroep vast met een stap appealed, of haal deze stap weg.

K904 = In het verslag aan de cliënt staat niet dat beroep mogelijk is.
    .title = Beroep niet uitgelegd
    .what = Een cliënt die niet tevreden is, kan met de klacht naar de opdrachtgever van het re-integratietraject. Wie dat niet hoort, kan er geen gebruik van maken.
    .fix = Stuur de cliënt alsnog bericht over de mogelijkheid van beroep. Stond het wel in het verslag, herstel dan "appeal_explained" met een stap corrected en vraag de klachtmeldingscoördinator om ontheffing (stap waived, K904).

K905 = Bij deze cliënt staat niet wie de opdrachtgever is, dus is onbekend waar de cliënt in beroep kan.
    .title = Opdrachtgever onbekend
    .what = De cliënt kan in beroep bij de opdrachtgever van het traject, zoals de werkgever, het UWV, de gemeente of de verzekeraar. Het verslag kan die alleen noemen als hij in het dossier staat.
    .fix = Vul "commissioned_by" in bij de ontvangst. Is die stap al gedeeld, doe dat dan met een stap corrected.

K906 = Het beroep loopt nog, dus het dossier kan niet gesloten worden.
    .title = Gesloten tijdens beroep
    .what = Een dossier wordt gesloten als alles klaar is, op preventieve maatregelen na. Een beroep bij de opdrachtgever hoort bij de behandeling van de klacht.
    .fix = Leg met een stap appeal-concluded vast hoe het beroep afliep, en sluit het dossier daarna.

K907 = Het beroep is ingesteld bij: { $body }. Volgens de ontvangst is de opdrachtgever van het traject: { $principal }.
    .title = Beroep bij een ander
    .what = Een cliënt gaat in beroep bij de opdrachtgever van zijn of haar traject. Noemt het dossier een ander, dan is een van de twee waarschijnlijk niet goed ingevuld.
    .fix = Kijk na wie de opdrachtgever is en verbeter "body", of "commissioned_by" bij de ontvangst. Is de stap al gedeeld, doe het dan met een stap corrected. Klopt het wel, dan verandert u niets.

# H0x: wie wat mag

H01 = { $by } mag de stap "{ $step }" niet zetten. Wel bevoegd: { $who }.
    .title = Niet bevoegd voor deze stap
    .what = Bij elke stap hoort wie hem mag zetten: de klachtmeldingscoördinator draagt over en sluit, de klachtafhandelaar behandelt, en een betrokkene verklaart alleen voor zichzelf. Zo is altijd duidelijk wie waarvoor verantwoordelijk was.
    .fix = Laat de juiste persoon de stap zetten en vastleggen. Is de naam bij "by" een vergissing, verbeter die dan. Is de klacht aan iemand anders overgedragen, leg dat dan eerst vast met een stap assigned.
who-decides = wie die stap zelf mag zetten
    .fix = Wat een stap beslist of aan de klager toezegt, verbetert alleen wie die stap mag zetten. Laat de klachtafhandelaar de correctie vastleggen. Is die er niet meer, draag de klacht dan eerst over (stap assigned).
who-not-concerned = een ander dan de betrokkene zelf
    .fix = Dat iemand toch niet betrokken was, legt een ander vast: wie de klacht ontving of de klachtmeldingscoördinator, als die zelf geen betrokkene is.
who-handler-named = de klachtafhandelaar ({ $handler })
who-handler-no-longer = een klachtafhandelaar ({ $by } is dat niet meer)
    .fix = Draag de klacht over aan iemand die nu klachtafhandelaar is (stap assigned, door de klachtmeldingscoördinator). Is { $by } het nog wel, vraag dan de beheerder om "roles" in staff.yaml te verbeteren.
who-handler-for-whom = de klachtafhandelaar ({ $handler }), als bij "employee" staat voor wie
    .fix = Vul bij "employee" in voor welke betrokkene dit is, en bewaar het ondertekende papier in de map private. Of laat de betrokkene de stap zelf zetten.
