# Uitleg bij de velden van de YAML-bestanden, zoals een tekstprogramma hem toont. De Engelse staat bij de velden zelf in de code.
# Een sleutel is de weg naar het veld: schema-received-channel; een kortere, zoals schema-by, geldt overal waar geen langere is.

schema-complaint = Het dossier van één klacht. Er komt alleen iets bij; wat er staat, verandert niet.
schema-case = Het nummer van het dossier, gelijk aan de naam van de map.
schema-steps = Wat er gedaan is, in de volgorde waarin het gedaan is. Een nieuwe stap komt onderaan.
schema-step = De naam van de stap.
schema-date = De dag waarop het gedaan is, zoals 2026-03-16.
schema-by = Wie het deed: het id uit staff.yaml. Diegene legt de stap ook vast in git.
schema-occurred = Wanneer en waar het gebeurde.
schema-occurred-date = De dag waarop het gebeurde.
schema-occurred-period = In plaats van de dag, voor wat voortduurde of terugkwam: wanneer dat was, in woorden, zoals "sinds maart 2026".
schema-occurred-place = De plaats waar het gebeurde, of de plaatsen; "telefonisch" mag ook.
schema-occurred-circumstances = Bijzondere omstandigheden, als die er waren.

schema-received = De klacht is binnengekomen en wordt geregistreerd (artikel 1).
schema-received-date = De dag waarop de klacht binnenkwam, zoals 2026-03-16.
schema-received-channel = Hoe de klacht binnenkwam: letter (brief), email, phone (telefoon) of in-person (mondeling).
schema-received-passed_to_coordinator = Bij een brief: de dag waarop die aan de klachtmeldingscoördinator is overhandigd.
schema-received-complainant = Wie klaagt: client (cliënt) of principal (opdrachtgever).
schema-received-commissioned_by = De opdrachtgever van het traject van de cliënt; daar kan de cliënt in beroep.
schema-received-commissioned_by-kind = Soort opdrachtgever: employer (werkgever), uwv, municipality (gemeente), insurer (verzekeraar) of other (anders).
schema-received-commissioned_by-name = De naam van de organisatie, nooit van een persoon.
schema-received-about = De betrokkene(n): wie de dienst verleende. Leeg bij een klacht over een proces.
schema-received-service = De dienst waarover de klacht gaat: een id uit services in procedure.yaml.
schema-received-category = Het soort klacht: een id uit categories in procedure.yaml.
schema-received-summary = De klacht in één neutrale zin zonder namen. Deze zin staat op de site.
schema-received-remedy_sought = Wat de klager graag wil, als dat bekend is.
schema-received-same_incident_as = Het nummer van een ander dossier over hetzelfde voorval.

schema-assigned = De klachtmeldingscoördinator draagt de klacht over aan de klachtafhandelaar (artikel 2).
schema-assigned-handler = De klachtafhandelaar; nooit een betrokkene.
schema-assigned-function = De functie van de klachtafhandelaar op dit moment.
schema-assigned-document_copied = Bij een brief: de dag waarop de klachtafhandelaar een kopie kreeg.
schema-assigned-reason = Waarom de klacht naar een andere klachtafhandelaar gaat, als dat zo is.

schema-contacted = De klachtafhandelaar vroeg de klager om meer informatie (artikel 2). Kan vaker.
schema-contacted-channel = Hoe het contact was: phone (telefoon), email, letter (brief) of in-person (mondeling).
schema-contacted-asked = Wat er gevraagd is, neutraal en zonder namen.

schema-acknowledged = De ontvangstbevestiging is naar de klager gestuurd (artikel 3). De brief zelf komt in private/.
schema-acknowledged-summary = De korte omschrijving van de klacht, zoals die in de brief staat.
schema-acknowledged-occurred = Datum, plaats en bijzondere omstandigheden, zoals die in de brief staan.
schema-acknowledged-next_steps = Hoe de klacht verder wordt afgehandeld.
schema-acknowledged-expected_by = De dag waarop de klacht naar verwachting is afgehandeld.
schema-acknowledged-channel = Hoe de bevestiging is gestuurd: letter (brief), email, phone of in-person.
schema-acknowledged-sent = De dag waarop zij is verstuurd, als dat vóór de datum van deze stap was.

schema-refused = De klacht wordt niet in behandeling genomen (artikel 3, tweede alinea). De brief zelf komt in private/.
schema-refused-ground = Waarom: een id uit refusal_grounds in procedure.yaml.
schema-refused-explanation = Een neutrale toelichting zonder namen.
schema-refused-told = De dag waarop de klager bericht kreeg.

schema-extended = De toegezegde dag wordt verzet (artikel 3).
schema-extended-expected_by = De nieuwe dag waarop de klacht naar verwachting is afgehandeld.
schema-extended-ground = Waarom er meer tijd nodig is.
schema-extended-told = De dag waarop de klager bericht kreeg.

schema-heard = De klacht is aan een betrokkene voorgelegd (artikel 4). De reactie komt in private/.
schema-heard-employee = De betrokkene die gehoord is.
schema-heard-told = De dag waarop de betrokkene hoorde hoe het verder gaat.

schema-agreed = De betrokkene zegt of de omschrijving klopt (artikel 4).
schema-agreed-employee = De betrokkene die het zegt; weglaten als dat degene is die de stap zet.
schema-agreed-outcome = agrees (akkoord) of disagrees (niet akkoord).

schema-decided = De klachtafhandelaar bepaalt of de klacht gegrond is (artikel 5). De motivering komt in private/.
schema-decided-verdict = founded (gegrond), partly-founded (deels gegrond), unfounded (ongegrond) of no-verdict (geen oordeel).
schema-decided-severity = Hoe ernstig: minor (licht), moderate (matig) of serious (ernstig).
schema-decided-cause = De aanwijsbare oorzaak: een id uit causes in procedure.yaml.
schema-decided-responsibility = Wie verantwoordelijk is: organisation (organisatie), employee (medewerker), third-party (derde), complainant (klager) of none (niemand aanwijsbaar).
schema-decided-explanation = De gronden in het kort, zoals de klager ze leest: neutraal, zonder namen.

schema-offered = De klager heeft gehoord wat er wordt aangeboden, of dat er niets wordt aangeboden (artikel 5).
schema-offered-measures = Wat er wordt aangeboden.
schema-offered-measures-id = Een kort id, uniek in dit dossier, waarmee carried-out deze maatregel noemt.
schema-offered-measures-kind = correction (correctie), redress (genoegdoening) of replacement-service (vervangende dienst).
schema-offered-measures-description = Wat er wordt aangeboden, neutraal en zonder namen.
schema-offered-measures-owner = Wie ervoor zorgt: het id uit staff.yaml.
schema-offered-measures-due = De dag waarop het gedaan moet zijn.
schema-offered-none_because = Waarom er niets wordt aangeboden, als dat zo is.
schema-offered-told = De dag waarop de klager dit hoorde.

schema-answered = De klager reageert op het aanbod (artikel 5).
schema-answered-answer = accepted (aanvaard), rejected (afgewezen) of no-answer (geen reactie).
schema-answered-measures = Over welke aangeboden maatregelen het antwoord gaat. Laat het weg als het over alles gaat wat op antwoord wacht.

schema-resolved = De klacht is opgelost (artikel 6). De termijn voor het verslag begint.
schema-resolved-solved = De dag waarop de klacht is opgelost.

schema-reported = Het schriftelijke verslag is gestuurd (artikel 6). Het verslag zelf komt in private/.
schema-reported-to_complainant = De dag waarop het verslag naar de klager ging.
schema-reported-to_coordinator = De dag waarop het verslag naar de klachtmeldingscoördinator ging.
schema-reported-appeal_explained = Of in het verslag staat waar een cliënt in beroep kan (artikel 9): true of false.

schema-prevention = De klachtafhandelaar besluit over preventieve maatregelen (artikel 7).
schema-prevention-consulted = Met wie is overlegd: wie de verbetering kan doorvoeren.
schema-prevention-measures = Wat er gedaan wordt om herhaling te voorkomen.
schema-prevention-measures-id = Een kort id, uniek in dit dossier, waarmee carried-out en evaluated deze maatregel noemen.
schema-prevention-measures-description = Wat er gedaan wordt, neutraal en zonder namen.
schema-prevention-measures-owner = Wie ervoor zorgt: het id uit staff.yaml.
schema-prevention-measures-due = De dag waarop de maatregel ingevoerd moet zijn.
schema-prevention-measures-category = Het soort klacht dat de maatregel moet voorkomen: een id uit categories in procedure.yaml.
schema-prevention-measures-trigger = De aanleiding: complaint (deze klacht) of analysis (de jaaranalyse).
schema-prevention-none_because = Waarom er niets gedaan wordt, als dat zo is.

schema-carried-out = Een maatregel is uitgevoerd (artikel 8).
schema-carried-out-measure = Het id van de maatregel.
schema-carried-out-result = Wat er gedaan is, neutraal en zonder namen.
schema-carried-out-done = De dag waarop het gedaan is, als dat vóór de datum van deze stap was.

schema-surveyed = De klager is gevraagd of hij of zij tevreden is (artikel 8).
schema-surveyed-answer = satisfied (tevreden), partly (deels), dissatisfied (ontevreden) of no-answer (geen reactie).

schema-evaluated = De klachtmeldingscoördinator beoordeelt wat een preventieve maatregel opleverde (artikel 8).
schema-evaluated-measure = Het id van de maatregel.
schema-evaluated-effect = improved (verbeterd), unchanged (onveranderd) of worse (verslechterd).
schema-evaluated-ground = Waarop het oordeel berust.

schema-closed = Het dossier is gesloten: er staat niets meer open, behalve preventieve maatregelen (artikel 8).

schema-appealed = Een cliënt legt de klacht neer bij de opdrachtgever van het traject (artikel 9).
schema-appealed-body = Waar: employer (werkgever), uwv, municipality (gemeente), insurer (verzekeraar) of other (anders).

schema-appeal-concluded = Het beroep is afgerond (artikel 9).
schema-appeal-concluded-outcome = upheld (cliënt krijgt gelijk), partly-upheld (deels), rejected (afgewezen), settled (geschikt) of withdrawn (ingetrokken).

schema-withdrawn = De klager trekt de klacht in.
schema-withdrawn-ground = Waarom, neutraal en zonder namen.

schema-reopened = De klachtmeldingscoördinator heropent het dossier. De toegezegde dag blijft gelden; is die voorbij, dan hoort er een nieuwe ontvangstbevestiging bij.
schema-reopened-ground = Waarom.

schema-corrected = Herstelt een fout in een eerdere stap. Beide blijven zichtbaar.
schema-corrected-corrects = Het nummer van de stap, geteld vanaf 1.
schema-corrected-fields = De velden van die stap, zoals ze hadden moeten zijn.
schema-corrected-reason = Wat de fout was.

schema-waived = De klachtmeldingscoördinator geeft voor dit dossier ontheffing van een regel. Dat staat in de jaaranalyse.
schema-waived-rule = De code van de regel, zoals K301.
schema-waived-term = Bij regel K390: het id van de eigen termijn waarvoor de ontheffing geldt. Zonder dit veld geldt zij voor al uw eigen termijnen.
schema-waived-reason = Waarom ontheffing nodig is.

schema-staff = Wie hier werkt of werkte.
schema-staff-staff = Iedereen die hier werkt of werkte. Wie vertrekt, blijft staan, met een einddatum.
schema-staff-staff-id = Het id waarmee dossiers deze persoon noemen. Het verandert nooit en gaat nooit naar iemand anders.
schema-staff-staff-name = Voornaam en achternaam.
schema-staff-staff-email = Het e-mailadres, ook dat van de commits in git.
schema-staff-staff-function = De functie, zoals die in brieven en in het register staat.
schema-staff-staff-department = De afdeling.
schema-staff-staff-roles = coordinator (klachtmeldingscoördinator), handler (kan klachtafhandelaar zijn), administrator (beheert de instellingen); de meesten hebben er geen.
schema-staff-staff-former_roles = De rollen die deze persoon eerder had. Een rol die eindigt, verhuist hierheen; zo blijven de stappen van toen kloppen.
schema-staff-staff-former_roles-role = De rol.
schema-staff-staff-former_roles-until = De laatste dag waarop deze persoon de rol had.
schema-staff-staff-active = Van wanneer tot wanneer deze persoon in dienst is.
schema-staff-staff-active-from = De eerste dag.
schema-staff-staff-active-until = De laatste dag, als die bekend is.
schema-staff-staff-signing_keys = Openbare SSH-sleutels waarmee deze persoon commits ondertekent.

schema-procedure = De instellingen van het register: organisatie, termijnen, keuzelijsten.
schema-procedure-organisation = De organisatie die het register bijhoudt.
schema-procedure-organisation-name = De naam.
schema-procedure-organisation-address = Het postadres, elke regel apart.
schema-procedure-organisation-email = Het e-mailadres voor klachten.
schema-procedure-organisation-phone = Het telefoonnummer voor klachten.
schema-procedure-organisation-site = Het adres van de gemaakte site.
schema-procedure-language = De taal van site, bevindingen en brieven: nl of en.
schema-procedure-as_of = Zet de peildatum vast, voor een voorbeeld waarvan de pagina's gelijk moeten blijven. Weglaten: vandaag.
schema-procedure-calendar = Dagen waarop niet gewerkt wordt, en wat dat met termijnen doet.
schema-procedure-calendar-good_friday = Of Goede Vrijdag een vrije dag is.
schema-procedure-calendar-closed_on = Andere vrije dagen, naast de Nederlandse feestdagen.
schema-procedure-calendar-shift_to_working_day = Of een termijn die op een vrije dag eindigt, doorloopt tot de volgende werkdag.
schema-procedure-due_soon = Hoe lang voor de laatste dag een termijn "bijna" heet, zoals 5 working days.
schema-procedure-remind = Hoe lang voor de laatste dag er een herinnering aan een termijn komt, in de post en in agenda's.
schema-procedure-terms = De termijnen. Weglaten: die van het klachtenreglement van Stein, 27 mei 2008.
schema-procedure-terms-id = Een kort id. acknowledgement, refusal, handling, report, offer en prevention hebben een eigen regel.
schema-procedure-terms-clause = Het artikel dat de termijn stelt.
schema-procedure-terms-from = Waarmee de termijn begint.
schema-procedure-terms-within = Hoe lang hij is: een getal met days, working days, weeks of months. 0 days is de begindag zelf.
schema-procedure-terms-met_by = Waarmee eraan voldaan is; wat het eerste gebeurt.
schema-procedure-terms-only_if = De termijn bestaat pas als dit gebeurd is.
schema-procedure-terms-replaced_by = Het id van een andere termijn: is die gehaald, dan vervalt deze.
schema-procedure-terms-since = De eerste dag waarop de termijn geldt; tot dan geldt een eerdere met hetzelfde id. Weglaten: altijd.
schema-procedure-terms-extension = Hoe een stap extended de termijn mag verzetten. Weglaten: niet.
schema-procedure-terms-extension-times = Hoe vaak. Weglaten: zo vaak als nodig.
schema-procedure-terms-extension-by = Hoe ver hoogstens per keer. Weglaten: zo ver als nodig.
schema-procedure-analysis_due = De dag van het volgende jaar waarop de jaaranalyse er is, zoals 04-01 (artikel 8).
schema-procedure-analysis_due_since = Een andere dag daarvoor, bij het eerste jaar waarvan de jaaranalyse er dan is, zoals 2026: 03-01. Die van de jaren ervoor blijft zoals hij was.
schema-procedure-services = De diensten waarover klachten gaan.
schema-procedure-categories = De soorten klachten.
schema-procedure-causes = De oorzaken die een oordeel kan aanwijzen. Weglaten: een korte algemene lijst.
schema-procedure-refusal_grounds = De gronden om een klacht niet in behandeling te nemen. Weglaten: een korte algemene lijst.
schema-procedure-exposure = Hoeveel cliënten er per jaar waren, of in een lopend jaar: hoeveel u er in het hele jaar verwacht. Daarop worden aantallen berekend.
schema-procedure-norm = Welk deel van de termijnen op tijd moet zijn, in procenten.
schema-procedure-signatures = Of commits in het register ondertekend moeten zijn met een sleutel uit staff.yaml: required (verplicht), accepted (mag) of off (er wordt niet naar gekeken).
schema-procedure-retention = Hoe lang de bijlagen in private/ bewaard blijven na sluiting.
schema-id = Het id dat in de dossiers staat.
schema-changed = De dag waarop de betekenis veranderde; cijfers worden daar niet overheen vergeleken.
schema-name = De naam die getoond wordt: één tekst, of een in elke taal.
schema-nl = In het Nederlands.
schema-en = In het Engels.

schema-annex = Wat bij een stap hoort en mensen noemt of beschrijft. Dit komt nooit op de site.
schema-annex-complainant = Wie er klaagt; bij received.
schema-annex-complainant-name = Naam.
schema-annex-complainant-phone = Telefoonnummer.
schema-annex-complainant-email = E-mailadres.
schema-annex-complainant-address = Postadres.
schema-annex-description = De klacht in de eigen woorden van de klager; bij received.
schema-annex-said = Wat er gezegd is; bij contacted en surveyed.
schema-annex-statement = De reactie van de betrokkene; bij heard.
schema-annex-remark = Een opmerking van de betrokkene; bij agreed.
schema-annex-reasoning = Waarom het oordeel zo is; bij decided. Staat daar geen explanation, dan leest de klager dit woord voor woord.
schema-annex-answer = De reactie van de klager; bij answered.
schema-annex-notes = Al het andere.

# De jaaranalyse.

schema-analysis = De kop van de jaaranalyse (artikel 8); eronder staat de tekst.
schema-analysis-year = Het jaar waar de analyse over gaat, gelijk aan de map.
schema-analysis-date = De dag waarop de analyse is ondertekend.
schema-analysis-by = De klachtmeldingscoördinator die de analyse maakte.
schema-analysis-revised = Latere wijzigingen, in de volgorde waarin ze zijn ondertekend.
schema-analysis-revised-date = De dag waarop de wijziging is ondertekend.
schema-analysis-revised-by = De klachtmeldingscoördinator die de wijziging maakte.
schema-analysis-judgements = De antwoorden op de drie vragen van artikel 8.
schema-analysis-judgements-trends = Of er trends zijn in de klachten.
schema-analysis-judgements-trends-verdict = rise (meer klachten), fall (minder klachten), none (geen trend) of insufficient (te weinig gegevens).
schema-analysis-judgements-trends-ground = Waar het oordeel op rust.
schema-analysis-judgements-corrective = Of klagers tevreden waren met de corrigerende maatregelen.
schema-analysis-judgements-corrective-verdict = satisfied (tevreden), mixed (deels), dissatisfied (ontevreden) of insufficient (te weinig gegevens).
schema-analysis-judgements-corrective-ground = Waar het oordeel op rust.
schema-analysis-judgements-preventive = Of de preventieve maatregelen tot verbetering leidden.
schema-analysis-judgements-preventive-verdict = improved (verbeterd), mixed (deels), unchanged (niet veranderd), worse (verslechterd) of insufficient (te weinig gegevens).
schema-analysis-judgements-preventive-ground = Waar het oordeel op rust.
schema-analysis-figures = De kerncijfers zoals ze er die dag stonden; klacht analysis --draft vult ze in.
schema-analysis-figures-open-start = Open op 1 januari.
schema-analysis-figures-received = Ontvangen in het jaar.
schema-analysis-figures-closed = Afgesloten in het jaar.
schema-analysis-figures-open-end = Open aan het eind van het jaar.
schema-analysis-figures-acknowledged = Ontvangstbevestiging op tijd, van wat aan de orde was.
schema-analysis-figures-told = Op tijd bericht gekregen, van wat niet in behandeling is genomen.
schema-analysis-figures-reported = Verslag op tijd, van wat aan de orde was.
schema-analysis-figures-handled = Binnen de toegezegde termijn afgehandeld, van wat aan de orde was.
schema-analysis-figures-upheld = Gegrond of deels gegrond.
schema-analysis-figures-reacted = Klagers die reageerden, van wie dat kon.
schema-analysis-figures-satisfied = Tevreden, van wie reageerde.
