# Brieven: woorden in de brieven zelf, en wat de opdracht letter te zeggen heeft.

letter-kind-acknowledgement = Ontvangst van uw klacht
letter-kind-refusal = Uw klacht nemen wij niet in behandeling
letter-kind-extension = De behandeling van uw klacht duurt langer
letter-kind-employee = Een klacht over uw werk
letter-kind-statement = Uw verklaring
letter-kind-offer = Ons besluit over uw klacht
letter-kind-report = Verslag over uw klacht
letter-kind-appeal = In beroep als u niet tevreden bent

# Hoe een aanspreektitel voor een naam geschreven staat (zonder punten), en wat daarvan in de aanhef komt.
letter-titles = mevrouw=mevrouw;mevr=mevrouw;mw=mevrouw;mrs=mevrouw;ms=mevrouw;de heer=heer;heer=heer;dhr=heer;hr=heer;de heer/mevrouw=heer of mevrouw;heer/mevrouw=heer of mevrouw;dhr./mevr=heer of mevrouw;dhr./mw=heer of mevrouw;familie=familie;fam=familie
# Wat twee mensen in een naam verbindt, en hoe dat in de aanhef heet.
letter-joints = en=en;and=en;&=en;+=en;of=of
# Titels die niet zeggen hoe iemand wordt aangesproken.
letter-degrees = mr;dr;drs;ir;ing;ds;prof
# Wat in een naam voor de persoon staat voor wie de brief is.
letter-attention = t.a.v.;ter attentie van;attn.
letter-dear-anyone = Geachte heer of mevrouw
letter-dear-name = Geachte { $name }

letter-channel-letter = per brief
letter-channel-email = per e-mail
letter-channel-phone = per telefoon
letter-channel-in-person = in een gesprek

letter-verdict-founded = Ik vind uw klacht gegrond. Dat betekent dat u gelijk hebt.
letter-verdict-partly-founded = Ik vind uw klacht voor een deel gegrond. Dat betekent dat u voor een deel gelijk hebt.
letter-verdict-unfounded = Ik vind uw klacht ongegrond. Dat betekent dat ik u geen gelijk geef.
letter-verdict-no-verdict = Ik kan geen oordeel geven over uw klacht.

# De opdrachtgever van het traject, zoals hij in een zin heet: "In uw geval is dat …: Naam".
letter-body-employer = uw werkgever
letter-body-uwv = het UWV
letter-body-municipality = de gemeente
letter-body-insurer = de verzekeringsinstelling
letter-body-other = deze organisatie

letter-answer-accepted = U hebt dit aanbod aangenomen.
letter-answer-rejected = U hebt dit aanbod niet aangenomen.
letter-answer-no-answer = Wij hebben van u geen reactie op dit aanbod gekregen.

letter-not-written = De brief is niet gemaakt: dit moet eerst in dossier { $case } staan.
letter-missing-field = Bij stap { $number } ("{ $step }") ontbreekt "{ $field }" ({ $meaning }). Artikel { $clause } vraagt dat in deze brief.
letter-missing-step = De stap "{ $step }" is er nog niet, met "{ $field }" ({ $meaning }). Artikel { $clause } vraagt dat in deze brief.
letter-missing-since = Het dossier is heropend (stap { $number }), en sindsdien is er geen nieuwe stap "{ $step }", met "{ $field }" ({ $meaning }). Artikel { $clause } vraagt dat in deze brief.
letter-needs-complainant-name = de naam van de klager
letter-needs-summary = een korte omschrijving van de klacht
letter-needs-handler = de klachtafhandelaar
letter-needs-verdict = het oordeel
letter-needs-measures = wat er wordt aangeboden, of waarom niets
letter-needs-commissioned-by = de opdrachtgever van het re-integratietraject
letter-needs-occurred-date = de datum van de gebeurtenis
letter-needs-occurred-place = de plaats van de gebeurtenis
letter-needs-next-steps = de verdere afhandeling
letter-needs-expected-by = de dag waarop de klacht naar verwachting is afgehandeld
letter-needs-ground = de reden
letter-needs-employee = de betrokkene
letter-needs-statement = de reactie van de betrokkene
letter-needs-answer = de reactie van de klager op het aanbod
letter-needs-solved = de dag waarop de klacht is opgelost
letter-needs-complainant-client = de klager is een cliënt
letter-no-employee = Bij dit dossier is geen betrokkene. Een brief aan een betrokkene is er dan niet.
letter-which-employee = Voor welke betrokkene is de brief? Kies met --employee uit: { $staff }.
letter-template = Het sjabloon { $name } is niet goed (regel { $line }): { $detail }
letter-template-undefined = Het sjabloon { $name } vraagt op regel { $line } iets dat dit dossier of deze brief niet heeft. Vraag er eerst naar, met {"{%"} if … {"%}"}, of kijk in docs/letters.md hoe het heet. ({ $detail })
letter-template-syntax = Het sjabloon { $name } is op regel { $line } niet goed geschreven: { $detail }
letter-template-not-found = Het sjabloon { $name } vraagt op regel { $line } om een ander sjabloon dat er niet is: { $detail }
letter-with-step = Zet de stap en maak de brief in één keer: klacht record { $case } { $step } --letter pdf
letter-attach-to-come = Stap { $number } ({ $step }), waar deze brief bij hoort, staat nog niet in dossier { $case }. Leg de brief vast samen met de stap: klacht record { $case } { $step } --letter pdf. Hebt u de brief al als bestand, gebruik dan --attach BESTAND.
letter-attach-recorded = Stap { $number } ({ $step }) van dossier { $case } is al vastgelegd, en bij een vastgelegde stap komt geen bestand meer. Een volgende brief bewaart u in één keer met zijn stap (klacht record DOSSIER STAP --letter pdf). Wilt u deze brief alleen nog eens hebben, gebruik dan --out BESTAND.
letter-annex = De bijlage { $path } is niet te lezen. Wat eraan mankeert: klacht check
letter-in-site = { $path } ligt in een map van de site. Een brief bevat vertrouwelijke gegevens en komt daar nooit. Kies een andere plaats.
letter-in-register = { $path } ligt in het klachtenregister. Een brief komt daar alleen bij het dossier, met --attach.
letter-in-git = { $path } ligt in een map die git bewaart: met de volgende commit kan de brief in de geschiedenis komen, met naam en adres, en daar gaat hij niet meer uit. Kies een plaats daarbuiten, zoals --out ../brief.html, of een map die in .gitignore staat.
letter-no-place = Een pdf kan niet naar het scherm. Zeg waar hij moet komen met --out of --attach.
letter-exists = { $path } bestaat al en wordt nooit overschreven.
letter-no-browser = Voor een pdf is een browser nodig, en er is er geen gevonden. Gezocht is naar: { $browsers }. Maak anders html en druk die af als pdf.
letter-browser = Het lukte niet om een pdf te maken met { $browsers }. Maak anders html en druk die af als pdf.
letter-reasoning = Let op: bij stap { $number } ("decided") staat geen "explanation". Daarom staat de motivering uit de bijlage ("reasoning") woord voor woord in deze brief aan de klager. Lees of dat mag.
letter-no-coordinator = Let op: op de dag van deze brief is er geen klachtmeldingscoördinator in dienst. Artikel 6 vraagt dat ook die het verslag krijgt.
letter-no-address = Let op: er is geen bruikbaar e-mailadres bekend waar deze brief heen kan. Vul het veld Aan zelf in, of stuur de brief met de post.
letter-no-postal-address = Let op: van de klager is geen adres bekend, ook geen bruikbaar e-mailadres. Zet het adres zelf boven de brief.
letter-unfilled = Let op: in deze brief staat nog "{ $text }", dat klacht init daar neerzette. Vul de gegevens van uw organisatie in (procedure.yaml) en maak de brief opnieuw.
template-unused = Let op: { $path } wordt niet gebruikt: geen sjabloon heet zo.
template-unused-near = Let op: { $path } wordt niet gebruikt: geen sjabloon heet zo. Bedoelde u { $near }?
letter-no-copy = Let op: geen klachtmeldingscoördinator in dienst heeft een bruikbaar e-mailadres. Artikel 6 vraagt dat ook die het verslag krijgt.
letter-written = Geschreven: { $path }
