# Tabellen van klacht export: bladen, kolommen, meldingen.

export-title = Klachten
export-workbook = klachten
export-sheet-cases = Klachten
export-sheet-steps = Stappen
export-sheet-deadlines = Termijnen
export-sheet-measures = Maatregelen
export-sheet-about = Toelichting
export-years = Ontvangen in
export-every-year = alle jaren
export-shown = Wat hier staat
export-shown-text = Hetzelfde als op de site: geen klagers, geen namen van betrokkenen en niets uit de bijlagen.
export-preventive = preventief

export-column-organisation = Organisatie
export-column-as-of = Peildatum
export-column-case = Dossier
export-column-received = Ontvangen
export-column-channel = Manier
export-column-complainant = Klager
export-column-commissioned-by = Opdrachtgever
export-column-employees-concerned = Aantal betrokkenen
export-column-service = Dienst
export-column-category = Soort klacht
export-column-occurred = Gebeurd op
export-column-summary = Omschrijving
export-column-same-incident-as = Zelfde gebeurtenis als
export-column-stage = Stand
export-column-open = Open
export-column-handler = Klachtafhandelaar
export-column-acknowledged = Bevestigd
export-column-promised = Toegezegd voor
export-column-refused = Niet in behandeling
export-column-refusal-ground = Reden weigering
export-column-decided = Beoordeeld
export-column-verdict = Oordeel
export-column-severity = Ernst
export-column-cause = Oorzaak
export-column-responsibility = Verantwoordelijk
export-column-resolved = Opgelost
export-column-reported = Verslag gedaan
export-column-satisfaction = Klager is
export-column-withdrawn = Ingetrokken
export-column-closed = Gesloten
export-column-appealed = Beroep
export-column-appeal-body = Beroep bij
export-column-number = Nummer
export-column-step = Stap
export-column-date = Datum
export-column-by = Door
export-column-term = Termijn
export-column-measure = Maatregel
export-column-responsible = Wie
export-column-start = Begin
export-column-last-day = Laatste dag
export-column-met = Gedaan
export-column-state = Hoe het staat
export-column-days-late = Dagen te laat
export-column-kind = Soort maatregel
export-column-trigger = Aanleiding
export-column-description = Omschrijving
export-column-owner = Eigenaar
export-column-due = Uiterlijk
export-column-answer = Reactie klager
export-column-carried-out = Uitgevoerd
export-column-evaluated = Effect beoordeeld
export-column-effect = Effect

exported = { $n ->
    [one] { $path }: 1 rij
   *[other] { $path }: { $n } rijen
}
export-not-built = Dit programma kan geen { $form } schrijven: het is zonder dat onderdeel gebouwd. Bouw het opnieuw, in de map met de broncode: cargo install --path . --features { $form }. Of kies een andere vorm, zoals --format csv.
export-too-many = De tabel { $table } heeft { $n } rijen; een werkblad kan er 1.048.575 bevatten. Kies één jaar met --year, of een andere vorm, zoals --format csv.
export-no-year = In { $year } zijn geen klachten ontvangen. Jaren met klachten: { $years }.
export-no-cases = Er zijn nog geen klachten, ook niet in { $year }.
export-one-file = Er zijn meer tabellen, en { $path } is één bestand. Kies één tabel, zoals --table cases, of noem met --out een map: in { $form } krijgt elke tabel een eigen bestand.
export-other-form = { $path } is geen naam voor een bestand in de vorm { $form }. Laat --format weg, of laat de naam eindigen op .{ $form }.
export-left-out = { $n ->
    [one] Eén dossier staat niet in de tabellen, want het is niet te lezen.
   *[other] { $n } dossiers staan niet in de tabellen, want ze zijn niet te lezen.
} klacht check zegt wat eraan mankeert.
