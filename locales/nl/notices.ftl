# Berichten aan medewerkers. Een bericht noemt het nummer van een dossier en wat er te doen is, en niets vertrouwelijks.

notice-subject = { $count ->
        [one] Klachten: één termijn vraagt uw aandacht
       *[other] Klachten: { $count } termijnen vragen uw aandacht
    }
notice-dear = Beste { $name },
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
notice-end = Dit bericht is door het klachtenregister gemaakt. Meer staat op de site.

notify-done = { $count ->
        [0] Er is niets nieuws te melden.
        [one] Eén bericht geschreven in { $outbox }.
       *[other] { $count } berichten geschreven in { $outbox }.
    }
notify-unreachable = { $person } heeft geen bruikbaar e-mailadres in staff.yaml; het bericht is niet geschreven.
notify-no-sender = In procedure.yaml staat geen bruikbaar e-mailadres (organisation: email) om berichten mee te versturen.
notify-no-ledger = Dit register ligt niet in een git-repository. Zeg met --ledger in welk bestand wordt bijgehouden wat er verstuurd is.
