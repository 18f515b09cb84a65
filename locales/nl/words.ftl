# Woorden van het dossier: stappen, stadia, rollen, keuzes.

step-received = ontvangst
step-assigned = overdracht
step-contacted = navraag
step-acknowledged = ontvangstbevestiging
step-refused = niet in behandeling genomen
step-extended = verlenging
step-heard = hoor van betrokkene
step-agreed = verklaring van betrokkene
step-decided = oordeel
step-offered = aanbod
step-answered = reactie op aanbod
step-resolved = oplossing
step-reported = verslag
step-prevention = preventie
step-carried-out = uitvoering van maatregel
step-surveyed = tevredenheidsvraag
step-evaluated = beoordeling van maatregel
step-closed = sluiting
step-appealed = beroep
step-appeal-concluded = afloop beroep
step-withdrawn = intrekking
step-reopened = heropening
step-corrected = correctie
step-waived = ontheffing

stage-received = ontvangen
stage-assigned = overgedragen
stage-acknowledged = in onderzoek
stage-decided = beoordeeld
stage-offered = aanbod gedaan
stage-resolved = opgelost
stage-reported = verslag gedaan
stage-refused = niet in behandeling
stage-withdrawn = ingetrokken
stage-closed = gesloten

who-anyone = elke medewerker
who-coordinator = de klachtmeldingscoördinator
who-handler = de klachtafhandelaar
who-employee-concerned = de betrokkene
who-measure-owner = de eigenaar van de maatregel
who-author = wie de stap zette

role-coordinator = klachtmeldingscoördinator
role-handler = klachtafhandelaar
role-administrator = beheerder

state-met = op tijd
state-late = te laat
state-due = loopt
state-due-soon = bijna
state-overdue = over tijd
state-void = vervallen
recorded-later = { $day }, { $late } later vastgelegd
recorded-after-last-day = vastgelegd op { $day }, { $late } na de laatste dag

level-violation = fout
level-breach = overschrijding
level-overdue = over tijd
level-warning = let op
level-due = bijna

channel-letter = brief
channel-email = e-mail
channel-phone = telefoon
channel-in-person = mondeling

complainant-client = cliënt
complainant-principal = opdrachtgever

body-employer = werkgever
body-uwv = UWV
body-municipality = gemeente
body-insurer = verzekeraar
body-other = andere opdrachtgever

agreement-agrees = akkoord
agreement-disagrees = niet akkoord

verdict-founded = gegrond
verdict-partly-founded = deels gegrond
verdict-unfounded = ongegrond
verdict-no-verdict = geen oordeel

severity-minor = licht
severity-moderate = matig
severity-serious = ernstig

responsibility-organisation = organisatie
responsibility-employee = medewerker
responsibility-third-party = derde
responsibility-complainant = klager
responsibility-none = niemand aanwijsbaar

offer-correction = correctie
offer-redress = genoegdoening
offer-replacement-service = vervangende dienst

answer-accepted = aanvaard
answer-rejected = afgewezen
answer-no-answer = geen reactie

trigger-complaint = deze klacht
trigger-analysis = jaaranalyse

satisfaction-satisfied = tevreden
satisfaction-partly = deels tevreden
satisfaction-dissatisfied = ontevreden
satisfaction-no-answer = geen reactie

effect-improved = verbeterd
effect-unchanged = onveranderd
effect-worse = verslechterd

appeal-outcome-upheld = cliënt in het gelijk gesteld
appeal-outcome-partly-upheld = cliënt deels in het gelijk gesteld
appeal-outcome-rejected = afgewezen
appeal-outcome-settled = geschikt
appeal-outcome-withdrawn = ingetrokken
