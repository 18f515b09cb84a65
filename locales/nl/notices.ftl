# Berichten aan medewerkers. Een bericht noemt het nummer van een dossier en wat er te doen is, en niets vertrouwelijks.

notice-subject = { $count ->
        [one] Klachten: één termijn vraagt uw aandacht
       *[other] Klachten: { $count } termijnen vragen uw aandacht
    }
notice-subject-events = Klachten: { $count } berichten voor u
notice-subject-event = Klachten: { $what }
notice-dear = Beste { $name },
notice-heading-event = Nieuw:
notice-heading-overdue = Over tijd:
notice-heading-near = Binnenkort:
notice-overdue = { $what }. De laatste dag was { $day }. { $days ->
        [one] Dat is 1 dag te laat.
       *[other] Dat is { $days } dagen te laat.
    }
notice-near = { $what }. { $days ->
        [0] De laatste dag is vandaag, { $day }.
        [one] De laatste dag is morgen, { $day }.
       *[other] De laatste dag is { $day }, over { $days } dagen.
    }
notice-measure = maatregel { $number }
notice-end = Dit bericht is door het klachtenregister gemaakt. Meer staat op de site.

notify-done = { $count ->
        [0] Er is niets nieuws te melden.
        [one] Eén bericht geschreven in { $outbox }.
       *[other] { $count } berichten geschreven in { $outbox }.
    }
notify-sent = { $count ->
        [0] Er is niets nieuws te melden.
        [one] Eén bericht verstuurd.
       *[other] { $count } berichten verstuurd.
    }
notify-refused = Het bericht aan { $person } wordt geweigerd. { $reason } Ligt dat aan het e-mailadres, verbeter het dan in staff.yaml.
notify-left = { $person } is niet meer in dienst. Wat daar eerder geweigerd werd, vervalt; de termijnen gaan naar wie het overneemt.
notify-later = Het bericht aan { $person } kon nu niet weg. { $reason }
notify-down = Versturen lukte nu niet. { $reason }
notify-vanished = Een bericht aan { $person } is uit de wachtrij verdwenen en nooit verstuurd.
notify-waiting = { $count ->
        [one] Eén bericht is bewaard en gaat bij een volgende keer mee.
       *[other] { $count } berichten zijn bewaard en gaan bij een volgende keer mee.
    }
smtp-answer = De mailserver { $server } zegt: "{ $reason }".
smtp-away = De mailserver { $server } is niet te bereiken ({ $reason }).
smtp-timeout = De mailserver { $server } geeft binnen { $seconds } seconden geen antwoord.
smtp-stopped = De mailserver { $server } verbreekt de verbinding ({ $reason }).
smtp-encryption = De verbinding met de mailserver { $server } wordt niet versleuteld ({ $reason }). Heeft de server een eigen certificaat, noem dat dan in klacht.smtpCaFile.
smtp-login = De mailserver { $server } laat de gebruiker niet toe: "{ $reason }". Kloppen de gebruiker en het wachtwoord?
smtp-7bit = De mailserver { $server } neemt alleen berichten zonder letters als é aan.
smtp-no-address = In staff.yaml staat geen bruikbaar e-mailadres.
smtp-setting = De instelling { $name } van de mailserver kan niet "{ $value }" zijn. tls is required, starttls of none; port en timeout (in seconden) zijn getallen.
smtp-no-host = De instelling voor de mailserver (KLACHT_SMTP_HOST of klacht.smtpHost) is leeg. Vul de naam van de server in, of haal de instelling weg: dan komen berichten in een map.
smtp-plain = Zonder versleuteling (tls = none) gaat post alleen naar een mailserver op deze machine zelf, niet naar { $host }. Kies starttls of required.
smtp-no-password = Er is wel een gebruiker voor de mailserver, maar geen wachtwoord. Zet het in KLACHT_SMTP_PASSWORD, of noem een bestand in KLACHT_SMTP_PASSWORD_FILE of klacht.smtpPasswordFile.
smtp-file = { $path }, dat de instellingen van de mailserver noemen, kan niet gelezen worden: { $reason }
notify-unreachable = { $person } heeft geen bruikbaar e-mailadres in staff.yaml. Staat het er, dan gaat het bericht alsnog uit.
notify-no-copy = { $person } krijgt geen kopie: in staff.yaml staat geen bruikbaar e-mailadres.
notify-nobody = Niemand kan bericht krijgen van: { $what }. Er is geen coördinator in dienst, of het dossier is niet leesbaar. Is dat hersteld, dan gaat het bericht alsnog uit.
notify-no-sender = In procedure.yaml staat geen bruikbaar e-mailadres (organisation: email) om berichten mee te versturen.
notify-no-ledger = Dit register ligt niet in een git-repository. Zeg met --ledger in welk bestand wordt bijgehouden wat er verstuurd is.

event-instead = Dit bericht was voor { $person }, die niet meer in dienst is. Zorg dat iemand het overneemt.

event-received = nieuwe klacht
event-received-then = Draag de klacht over aan een klachtafhandelaar.
event-assigned = klacht aan u overgedragen
event-assigned-then = U bent nu de klachtafhandelaar. Stuur de klager de ontvangstbevestiging.
event-assigned-under-way = klacht aan u overgedragen
event-assigned-under-way-then = U bent nu de klachtafhandelaar. De klager heeft al een ontvangstbevestiging; op de site staat hoe ver de behandeling is.
event-taken-over = klacht overgedragen aan een ander
event-taken-over-then = U bent hier niet langer de klachtafhandelaar.
event-refused = klacht niet in behandeling genomen
event-refused-then = Het dossier kan worden gesloten.
event-heard = uw reactie is vastgelegd
event-heard-then = Lees de omschrijving die de klachtafhandelaar u laat zien, en zeg of u ermee akkoord bent (stap agreed). Kreeg u haar nog niet, vraag erom.
event-agreed = de betrokkene heeft op de omschrijving gereageerd
event-agreed-then = U kunt verder met het onderzoek.
event-disagreed = de betrokkene is het niet eens met de omschrijving
event-disagreed-then = Pas haar in overleg aan (een nieuwe stap heard), of laat het verschil staan en weeg het mee in uw oordeel.
event-measure = maatregel waar u voor zorgt
event-measure-then = Op de site staat wat u doet en wanneer het klaar is.
event-reported = verslag verstuurd
event-reported-then = Het verslag aan u komt van de klachtafhandelaar. Kreeg u het niet, vraag erom.
event-carried-out = maatregel uitgevoerd
event-carried-out-then = Kijk of daarmee alles is gedaan wat met de klager is afgesproken.
event-closed = dossier gesloten
event-closed-then = Alleen preventieve maatregelen kunnen nog openstaan.
event-appealed = beroep ingesteld
event-appealed-then = De cliënt heeft de klacht voorgelegd aan de opdrachtgever.
event-withdrawn = klacht ingetrokken
event-withdrawn-then = Het dossier kan worden gesloten.
event-reopened = dossier heropend
event-reopened-then = De behandeling gaat verder.
event-analysis = jaaranalyse { $year } vastgelegd
event-analysis-line = Jaaranalyse { $year }: vastgelegd. Zij maakt deel uit van het kwaliteitsbeleid; lees haar op de site.
