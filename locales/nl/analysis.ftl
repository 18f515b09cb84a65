# De jaaranalyse (artikel 8).

nav-analysis = Jaaranalyse
analyses-lead = Elk jaar beantwoordt de klachtmeldingscoördinator drie vragen: zijn er trends, waren klagers tevreden met wat er is gedaan, en hielpen de preventieve maatregelen?
analyses-caption = Per jaar het antwoord op de drie vragen, en of de analyse is ondertekend.
analyses-none = Er zijn nog geen klachten, en dus is er nog geen analyse.
analysis-title = Jaaranalyse { $year }
analysis-years = Andere jaren
analysis-lead = De klachten van { $year }, zoals bekend op { $day }.
analysis-lead-running = De klachten van { $year } tot en met { $day }. Het jaar loopt nog.
analysis-commit = Gemaakt uit commit { $commit }.
analysis-contents = Op deze pagina
analysis-files = De cijfers als bestand
analysis-file-csv = Cijfers (CSV)
analysis-file-json = Cijfers met alle zaaknummers (JSON)
analysis-as-table = Als tabel
analysis-and-more = en nog
analysis-more = { $n ->
    [one] En nog 1; die staat in het bestand onderaan.
   *[other] En nog { $n }; die staan in het bestand onderaan.
}
analysis-signed = ondertekend
analysis-signed-late = te laat ondertekend
analysis-due = nog te maken
analysis-overdue = te laat
analysis-running = jaar loopt nog
analysis-decide = Wat vraagt een besluit
analysis-decide-nothing = Niets in de cijfers vraagt nu om een besluit.
analysis-why-interval = Het interval gaat niet over deze telling (die is volledig) maar over wat u bij een gelijk gebleven proces volgend jaar mag verwachten.

analysis-section-answers = De drie vragen
analysis-section-signed = Het oordeel van de coördinator
analysis-section-flow = Binnengekomen en afgehandeld
analysis-section-months = Door de maanden heen
analysis-section-families = Waar klachten over gaan
analysis-section-terms = Op tijd
analysis-section-lead = Doorlooptijd
analysis-section-verdicts = Oordelen
analysis-section-corrective = Corrigerende maatregelen
analysis-section-preventive = Preventieve maatregelen
analysis-section-quality = Kwaliteit van de gegevens
analysis-section-audit = Controle van elk cijfer
analysis-section-method = Hoe dit is berekend

analysis-head-year = Jaar
analysis-head-received = Ontvangen
analysis-head-signed = Analyse
analysis-head-what = Wat
analysis-head-count = Aantal
analysis-head-month = Maand
analysis-head-incidents = Voorvallen
analysis-head-complaints = Klachten
analysis-head-limits = Toevalsgrens
analysis-head-signal = Signaal
analysis-head-interval = 95%-interval
analysis-head-previous = Eerder per jaar
analysis-head-previous-period = Eerder, even lang
analysis-head-phi-hat = φ̂
analysis-head-k = k
analysis-head-adjusted = p na correctie
analysis-head-last = Laatste
analysis-head-term = Termijn
analysis-head-share = Aandeel
analysis-head-not-due = Nog niet aan de orde
analysis-head-apart = Apart geteld
analysis-head-days = Dagen
analysis-head-open = Nog open
analysis-head-closed = Afgesloten
analysis-head-closed-share = Deel afgesloten
analysis-head-case = Klacht
analysis-head-age = Dagen open
analysis-head-overdue = Dagen te laat
analysis-head-verdict = Oordeel
analysis-head-eligible = Uitgevoerd
analysis-head-satisfied = Tevreden
analysis-head-partly = Deels
analysis-head-dissatisfied = Ontevreden
analysis-head-silent = Geen reactie
analysis-head-measure = Maatregel
analysis-head-says = Wat de cijfers zeggen
analysis-head-checked = Inhoudelijke controle
analysis-head-category = Soort
analysis-head-in-force = Van kracht
analysis-head-before = Ervoor / dagen
analysis-head-after = Erna / dagen
analysis-head-ratio = Verhouding
analysis-head-x1 = x₁
analysis-head-t1 = t₁
analysis-head-x0 = x₀
analysis-head-t0 = t₀
analysis-head-phi = φ
analysis-head-p = p
analysis-head-family = Vergelijkingen
analysis-head-difference = Verschil in procentpunten
analysis-head-was = Was
analysis-head-now = Nu
analysis-head-judged = Oordeel van de coördinator
analysis-head-ground = Grond

analysis-unknown-cause = onbekend
analysis-unknown-department = onbekend, of geen betrokkene

# De antwoorden.

answer-trends = Zijn er trends in de klachten?
answer-corrective = Waren klagers tevreden met de corrigerende maatregelen?
answer-preventive = Leidden de preventieve maatregelen tot verbetering?
answer-trends-short = Trends
answer-corrective-short = Tevredenheid
answer-preventive-short = Preventie
state-trend-rise = { $clients ->
    [yes] stijging per cliënt
   *[no] stijging
}
state-trend-fall = { $clients ->
    [yes] daling per cliënt
   *[no] daling
}
state-trend-line = { $line } over de jaren
state-trend-both = { $level } dit jaar, { $line } over de jaren
state-trend-none = geen aantoonbare trend
state-trend-running = jaar loopt nog
state-trend-insufficient = te weinig gegevens
state-satisfied = { $p } tevreden
state-measure-improved = verbeterd
state-measure-worsened = verslechterd
state-measure-mixed = verbeterd en verslechterd
state-measure-none = geen aantoonbare verandering
state-measure-early = te vroeg
state-measure-nothing = geen maatregelen
decide-trend-rise = Er kwamen{ $clients ->
    [yes] , in verhouding tot het aantal cliënten,
   *[no] {""}
} aantoonbaar meer { $unit ->
    [incidents] voorvallen
   *[complaints] klachten
} dan in de jaren ervoor.
decide-trend-fall = Er kwamen{ $clients ->
    [yes] , in verhouding tot het aantal cliënten,
   *[no] {""}
} aantoonbaar minder { $unit ->
    [incidents] voorvallen
   *[complaints] klachten
} dan in de jaren ervoor. Ga na of klagers de weg nog vinden.
decide-overdue = { $n ->
    [one] 1 klacht is open en te laat.
   *[other] { $n } klachten zijn open en te laat.
}
decide-measures-overdue = { $n ->
    [one] 1 preventieve maatregel is te laat: de afgesproken dag is voorbij en zij is niet ingevoerd.
   *[other] { $n } preventieve maatregelen zijn te laat: de afgesproken dag is voorbij en zij zijn niet ingevoerd.
}
decide-worsened = { $n ->
    [one] 1 preventieve maatregel ging samen met aantoonbaar meer klachten.
   *[other] { $n } preventieve maatregelen gingen samen met aantoonbaar meer klachten.
}
decide-independence = { $n ->
    [one] 1 klacht is behandeld door een betrokkene zelf (artikel 2).
   *[other] { $n } klachten zijn behandeld door een betrokkene zelf (artikel 2).
}

# Trends.

trend-rise = In { $year } { $arrived } binnen; daarvoor gemiddeld { $m } per jaar. Dat is{ $clients ->
    [yes] , in verhouding tot het aantal cliënten,
   *[no] {""}
} een aantoonbare stijging: { $rr } keer zo veel (95%-interval { $lo }–{ $hi }).
trend-rise-from-none = In { $year } { $arrived } binnen; daarvoor geen enkele. Dat is{ $clients ->
    [yes] , in verhouding tot het aantal cliënten,
   *[no] {""}
} een aantoonbare stijging.
trend-fall = In { $year } { $arrived } binnen; daarvoor gemiddeld { $m } per jaar. Dat is{ $clients ->
    [yes] , in verhouding tot het aantal cliënten,
   *[no] {""}
} een aantoonbare daling: { $rr } keer zo veel (95%-interval { $lo }–{ $hi }).
trend-none = Geen aantoonbare trend: { $what } tegen gemiddeld { $m } per jaar. Zo'n verschil{ $clients ->
    [yes] {", in verhouding tot het aantal cliënten,"}
   *[no] {""}
} past bij toeval. Een verandering tussen { $lo } en { $hi } keer blijft mogelijk; aantoonbaar was pas { $fall ->
    [0] geen enkele
   *[other] { $fall } of minder
}, of { $rise } of meer.
trend-none-beside = Het jaar { $year } zelf wijkt niet aantoonbaar af van de jaren ervoor: { $what } tegen gemiddeld { $m } per jaar. Een verandering tussen { $lo } en { $hi } keer blijft mogelijk; aantoonbaar was pas { $fall ->
    [0] geen enkele
   *[other] { $fall } of minder
}, of { $rise } of meer.
trend-insufficient-beside = Over het jaar { $year } zelf is met zo weinig klachten niets te zeggen: { $what } tegen gemiddeld { $m } per jaar.
trend-insufficient = Te weinig gegevens voor een uitspraak over een trend ({ $all } in { $k ->
    [one] 1 maand
   *[other] { $k } maanden
}). Pas vanaf { $rise_from } per jaar zou een stijging aantoonbaar zijn.
trend-insufficient-short = Te weinig gegevens voor een uitspraak over een trend ({ $all } in { $k ->
    [one] 1 maand
   *[other] { $k } maanden
}).
arrived-complaints = { $n ->
    [one] kwam 1 klacht
   *[other] kwamen { $n } klachten
}
arrived-incidents = { $n ->
    [one] kwam 1 voorval
   *[other] kwamen { $n } voorvallen
} ({ $complaints ->
    [one] 1 klacht
   *[other] { $complaints } klachten
})
counted-complaints = { $n ->
    [one] 1 klacht
   *[other] { $n } klachten
}
counted-incidents = { $n ->
    [one] 1 voorval
   *[other] { $n } voorvallen
} ({ $complaints ->
    [one] 1 klacht
   *[other] { $complaints } klachten
})
counted-incidents-within = { $n ->
    [one] 1 voorval
   *[other] { $n } voorvallen
} met { $complaints ->
    [one] 1 klacht
   *[other] { $complaints } klachten
}
counted-incidents-alone = { $n ->
    [one] 1 voorval
   *[other] { $n } voorvallen
}
trend-running = Het jaar { $year } loopt nog. Of er een trend is, wordt na afloop gezegd. Tot en met { $day }: { $what }; in een even lange periode van de jaren ervoor gemiddeld { $m }.
trend-running-first = Het jaar { $year } loopt nog. Of er een trend is, wordt na afloop gezegd. Tot en met { $day }: { $what }.
trend-month = { $month }: { $what }, buiten de toevalsgrens van { $low } tot en met { $high }. Zoek de oorzaak.
trend-no-month = Geen enkele maand{ $running ->
    [yes] {" die voorbij is,"}
   *[no] {""}
} valt buiten de toevalsgrens ({ $low } tot en met { $high }).
trend-no-month-own = Geen enkele maand{ $running ->
    [yes] {" die voorbij is,"}
   *[no] {""}
} valt buiten haar toevalsgrens ({ $low } tot en met { $high }, naar de lengte van de maand).
trend-line-rise = Over { $n } jaar is er een aantoonbare stijgende lijn (gemiddeld { $slope } per jaar).
trend-line-fall = Over { $n } jaar is er een aantoonbare dalende lijn (gemiddeld { $slope } per jaar).
trend-line-none = Over { $n } jaar is er geen aantoonbare lijn.
trend-line-insufficient = Er zijn te weinig jaren voor een lijn over de jaren heen.
trend-line-per-client = { $slope } { $unit ->
    [incidents] voorvallen
   *[complaints] klachten
} per 100 cliënten
trend-no-exposure = Niet gecorrigeerd voor het aantal cliënten: dat is niet ingevuld.
trend-clustering = De maanden schommelen { $phi }× sterker dan toeval (klachten komen in groepjes); de grenzen zijn daarop verruimd.
trend-caution = Uit zo weinig maanden is niet af te leiden of klachten in groepjes komen; de grenzen zijn daarom voor de zekerheid verruimd (φ = { $phi }).
trend-note-running-clients = Het aantal cliënten van { $year } is dat wat in het hele jaar wordt verwacht.
trend-note-linked = { $n ->
    [one] 1 klacht gaat over hetzelfde voorval als een andere; zo'n voorval telt hier één keer.
   *[other] { $n } klachten gaan over hetzelfde voorval als een andere; zo'n voorval telt hier één keer.
}
trend-note-linked-elsewhere = { $n ->
    [one] 1 klacht gaat over een voorval dat al bij een klacht uit een ander jaar telt; hier telt het niet mee.
   *[other] { $n } klachten gaan over een voorval dat al bij een klacht uit een ander jaar telt; hier telt het niet mee.
}
category-rise = { $category }: { $what }, eerder gemiddeld { $m } per jaar: aantoonbare stijging{ $clients ->
    [yes] {" in verhouding tot het aantal cliënten"}
   *[no] {""}
} ({ $rr }×, { $lo }–{ $hi }), ook na correctie voor { $k ->
    [one] 1 vergeleken groep
   *[other] { $k } vergeleken groepen
}.
category-appeared = { $category }: { $what }, eerder geen enkele. Dat is meer dan bij toeval past, ook na correctie voor { $k ->
    [one] 1 vergeleken groep
   *[other] { $k } vergeleken groepen
}. Een stijging is het alleen als deze groep er eerder ook al was.{ $dated ->
    [yes] {" Is zij nieuw of vervangt zij een andere, zet dan de dag bij ‘changed’ in procedure.yaml; dan wordt zij niet vergeleken."}
   *[no] {""}
}
category-disappeared = { $category }: { $what }, eerder gemiddeld { $m } per jaar. Dat is minder dan bij toeval past, ook na correctie voor { $k ->
    [one] 1 vergeleken groep
   *[other] { $k } vergeleken groepen
}. Een daling is het alleen als deze groep nog in gebruik is.{ $dated ->
    [yes] {" Is zij vervallen of vervangen, zet dan de dag bij ‘changed’ in procedure.yaml; dan wordt zij niet vergeleken."}
   *[no] {""}
}
category-fall = { $category }: { $what }, eerder gemiddeld { $m } per jaar: aantoonbare daling{ $clients ->
    [yes] {" in verhouding tot het aantal cliënten"}
   *[no] {""}
} ({ $rr }×, { $lo }–{ $hi }), ook na correctie voor { $k ->
    [one] 1 vergeleken groep
   *[other] { $k } vergeleken groepen
}.

# Stroom.

metric-received = Ontvangen
metric-flow = Stroom
flow-open-start = Open op 1 januari { $year }
flow-received = Ontvangen in { $year }
flow-closed = Afgesloten in { $year }
flow-open-end = Open op 31 december { $year }
flow-open-now = Open op de peildatum
flow-caption = Wat er lag, wat erbij kwam en wat is afgesloten. De laatste regel volgt uit de drie ervoor.
flow-rate = Dat zijn { $rate } klachten per 100 cliënten (95%-interval { $lo }–{ $hi }), bij { $clients } cliënten.
flow-revised = Sinds de ondertekende analyse van { $year } veranderd: { $changed }.
flow-unrecorded = Bij het ondertekenen van de analyse van { $year } zijn deze aantallen niet vastgelegd.
flow-unrevised = Deze aantallen zijn niet veranderd sinds de ondertekende analyse van { $year }.
flow-still-open = { $n ->
    [one] Daarvan is er op de peildatum nog 1 open.
   *[other] Daarvan zijn er op de peildatum nog { $n } open.
}

# Maanden en groepen.

months-title = { $unit ->
    [incidents] Voorvallen per maand
   *[complaints] Klachten per maand
}
months-limits = toevalsgrens { $low } t/m { $high }
months-outside = buiten de grens
families-nothing = Er kwamen geen klachten binnen.
family-cause = Oorzaken
family-department = Afdelingen van de betrokkenen
family-channel = Manieren van melden
family-category = Soorten klachten
family-complainant = Klagers
family-counted = Alleen geteld, niet vergeleken.
family-running = Het jaar loopt nog; met eerdere jaren wordt na afloop vergeleken.
family-alone = Er is maar één bekende groep; die is niet apart vergeleken.
family-not-compared = Te weinig gegevens om met eerdere jaren te vergelijken.
family-quiet = { $n ->
    [one] Geen aantoonbare verandering; 1 groep is vergeleken.
   *[other] Geen aantoonbare verandering; { $n } groepen zijn vergeleken.
}
family-tick = Het streepje is het gemiddelde van { $running ->
    [yes] een even lange periode in de jaren ervoor
   *[no] de jaren ervoor
}.
family-pending = { $n ->
    [one] Van 1 klacht is dit niet bekend. Een verandering heet alleen aantoonbaar als zij ook blijft staan wanneer die klacht er nog bij komt.
   *[other] Van { $n } klachten is dit niet bekend. Een verandering heet alleen aantoonbaar als zij ook blijft staan wanneer die klachten er allemaal nog bij komen.
}
family-changed = nieuw of anders sinds { $day }
strips-title = { $family } door de maanden heen{ $unit ->
    [incidents] , geteld als voorvallen
   *[complaints] {""}
}
strips-conclusion = Soorten met gemiddeld minstens één { $unit ->
    [incidents] voorval
   *[complaints] klacht
} per maand als staven, de andere als punten op een tijdlijn.
strip-before-end = { $n ->
    [0] laatste op 31 december
    [one] laatste 1 dag voor het jaareinde
   *[other] laatste { $n } dagen voor het jaareinde
}
strip-since = { $n ->
    [0] vandaag
    [one] 1 dag geleden
   *[other] { $n } dagen geleden
}

# Termijnen, doorlooptijd, oordelen.

metric-acknowledged = Ontvangstbevestiging op tijd
metric-told = Bericht van niet in behandeling op tijd
metric-reported = Verslag op tijd
metric-handled = Afgehandeld binnen de toegezegde termijn
metric-handled-term = { $term }: op tijd
metric-admitted = In behandeling genomen
metric-ending = Oordeel
metric-ending-founded = gegrond
metric-ending-partly-founded = deels gegrond
metric-ending-unfounded = ongegrond
metric-ending-no-verdict = geen oordeel
metric-ending-withdrawn = ingetrokken
metric-ending-refused = niet in behandeling genomen
metric-independence = Behandeld door een betrokkene
metric-offered = Aanbod gedaan
metric-offered-correction = correctie
metric-offered-redress = genoegdoening
metric-offered-replacement-service = vervangende dienst
metric-accepted = Aanbod aanvaard
metric-offer-done = Aanbod op tijd uitgevoerd
metric-response = Respons
metric-satisfied = Tevreden
metric-appeal = Beroep ingesteld
metric-prevention-decided = Besloten over preventie
metric-measure-done = Preventieve maatregel op tijd ingevoerd
metric-complete = Ingevuld
metric-complete-occurred = dag van het voorval
metric-complete-service = dienst
metric-complete-commissioned-by = opdrachtgever van de cliënt
metric-complete-department = afdeling van de betrokkene
metric-complete-cause = oorzaak
metric-complete-reaction = reactie van de klager
terms-title = Op tijd, van wat op tijd moest zijn
terms-no-norm = Er is geen norm ingevuld.
terms-nothing = Er was nog niets dat op tijd moest zijn.
norm-label = norm { $p }
norm-line = norm { $norm } %: { $fact }, { $share }; { $evidence }.
norm-met = gehaald
norm-not-met = niet gehaald
norm-above = aantoonbaar boven de norm
norm-below = aantoonbaar onder de norm
norm-undecided = of het proces boven of onder de norm ligt, is niet vast te stellen
lead-title = Hoeveel er is afgesloten, naar dagen na ontvangst
lead-days = dagen na ontvangst (streepje: nog open)
lead-median = helft: { $n } dagen
lead-p90 = 90 %: { $n } dagen
lead = De helft van de klachten was na { $median } dagen afgesloten{ $interval }, negen van de tien na { $p90 } dagen. Open klachten tellen mee zolang zij open zijn ({ $open }).
lead-no-p90 = De helft van de klachten was na { $median } dagen afgesloten{ $interval }. Negen van de tien is nog niet bereikt: { $open ->
    [one] 1 klacht is nog open
   *[other] { $open } klachten zijn nog open
}.
lead-interval = {" "}(95%-interval { $lo }–{ $hi })
lead-no-median = De helft is nog niet afgesloten: { $open ->
    [one] 1 klacht is nog open
   *[other] { $open } klachten zijn nog open
}.
lead-few = { $closed ->
    [0] Er is nog niets afgesloten, en dus is er nog geen doorlooptijd.
   *[other] Te weinig afgesloten klachten ({ $closed }) om een doorlooptijd te noemen.
}
open-none = Er is niets meer open.
open-caption = { $n ->
    [one] Open op de peildatum: 1 klacht, { $overdue } te laat, { $oldest ->
        [one] 1 dag
       *[other] { $oldest } dagen
    } oud.
   *[other] Open op de peildatum: { $n } klachten, { $overdue } te laat, de oudste { $oldest ->
        [one] 1 dag
       *[other] { $oldest } dagen
    } oud.
}
verdicts-title = Hoe klachten zijn geëindigd
verdicts-admitted = In behandeling genomen: { $share }; nog niet beslist: { $n }.
verdicts-conclusion = { $n ->
    [one] 1 klacht van dit jaar is afgesloten; nog open: { $open }.
   *[other] { $n } klachten van dit jaar zijn afgesloten; nog open: { $open }.
}
verdicts-open = nog open
refusals-caption = Waarom klachten niet in behandeling zijn genomen
refusal-unknown = grond onbekend

# Corrigerende maatregelen en tevredenheid.

satisfaction = Van de { $r } klagers die reageerden was { $s } tevreden ({ $p } %, 95%-interval { $lo }–{ $hi }). { $u ->
    [one] 1 reageerde
   *[other] { $u } reageerden
} niet; daarmee ligt het echte aandeel tussen { $low } en { $high } %.
satisfaction-all = Van de { $r } klagers die reageerden was { $s } tevreden ({ $p } %, 95%-interval { $lo }–{ $hi }). Iedereen reageerde.
satisfaction-few = Te weinig reacties ({ $r } van { $n }) voor een uitspraak over tevredenheid.
satisfaction-nobody = Over tevredenheid is niets te zeggen: bij de klachten die dit jaar zijn afgesloten is niets aangeboden en uitgevoerd.
redress-title = Van aanbod tot tevredenheid, klachten die in het jaar zijn afgesloten
redress-offered = aangeboden maatregelen
redress-accepted = aanvaarde maatregelen
redress-done = uitgevoerde maatregelen
redress-eligible = klachten met iets uitgevoerd
redress-reacted = klagers die reageerden
redress-satisfied = klagers die tevreden zijn
redress-all = alle samen
kinds-title = Tevreden per soort aanbod, met het interval (dik) en wat zwijgers openlaten (dun)
kinds-not-compared = De soorten zijn niet vergeleken: daarvoor zijn er bij elk minstens tien reacties nodig.
kinds-no-difference = Tussen de soorten is geen verschil aantoonbaar.
kinds-difference = Tevredenheid hangt samen met de soort: { $one } tegenover { $two } (p na correctie { $p }). Klagers zijn niet door loting verdeeld.
kinds-pair = { $one } tegenover { $two }
pairs-title = Verschil in het deel dat tevreden is: Newcombe-interval, p van Fisher, en p na correctie (Holm)
combinations-title = Elke klacht één keer, naar wat er samen is uitgevoerd
offers-heading = Aanbod, aanvaarding, uitvoering en beroep bij de klachten van dit jaar

# Preventieve maatregelen.

preventive-nothing = Er zijn geen preventieve maatregelen om te beoordelen.
preventive = { $n ->
    [one] Er is 1 maatregel: { $parts }.
   *[other] Er zijn { $n } maatregelen: { $parts }.
}
measures-improved = { $n } verbeterd
measures-worsened = { $n } verslechterd
measures-none = { $n } zonder aantoonbare verandering
measures-early = { $n } te vroeg voor een uitspraak
measures-pending = { $n } nog niet ingevoerd
measure-improved = Verbeterd: na de maatregel ‘{ $measure }’ { $after } in { $t1 } maanden, ervoor { $x0 } in { $t0 }. Dat is { $clients ->
    [yes] per cliënt { $rr }
   *[no] { $rr }
} keer zo veel (95%-interval { $lo }–{ $hi }).
measure-none = Geen aantoonbare verandering: { $after } in { $t1 } maanden tegen { $x0 } in { $t0 }. Van { $lo } tot { $hi } keer zo veel{ $clients ->
    [yes] {" per cliënt"}
   *[no] {""}
} is mogelijk. Dit bewijst niet dat de maatregel niet werkt.
measure-worsened-from-none = Verslechterd: { $after } sinds de maatregel, ervoor geen enkele.
measure-worsened = Verslechterd: { $rr } keer zo veel { $unit ->
    [incidents] voorvallen
   *[complaints] klachten
}{ $clients ->
    [yes] {" per cliënt"}
   *[no] {""}
} als voor de maatregel (95%-interval { $lo }–{ $hi }).
measure-early = Te vroeg: met { $before } ervoor is verbetering op zijn vroegst aantoonbaar op { $day }, als er tot dan geen enkele bijkomt.
measure-early-recurred = Te vroeg: met { $before } ervoor en al { $x1 } erna is verbetering op zijn vroegst aantoonbaar op { $day }, als er tot dan geen enkele meer bijkomt.
measure-never-recurred = Te vroeg: na { $before } ervoor kwamen er al { $x1 } na de maatregel; ook als er geen meer bijkomt is verbetering niet binnen drie jaar met cijfers aan te tonen. Zie de inhoudelijke controle.
measure-cut-off = Te vroeg: de betekenis van deze soort is gewijzigd op { $day }, en van daarna is niets te vergelijken. Tot dan was verbetering niet met cijfers aan te tonen; zie de inhoudelijke controle.
measure-never = Met zo weinig klachten is verbetering niet binnen drie jaar met cijfers aan te tonen; zie de inhoudelijke controle.
measure-before-short = Te vroeg: er is minder dan een jaar van vóór de maatregel om mee te vergelijken; zie de inhoudelijke controle.
measure-warning = Let op: ook de andere klachten namen af; de daling is niet vanzelf het gevolg van de maatregel.
measure-already-changing = Het aantal klachten was al aan het veranderen vóór de maatregel.
measure-not-in-force = Nog niet ingevoerd.
measure-checked = { $effect } volgens { $who }, { $day }: { $ground }
measure-not-checked = nog niet gecontroleerd
verdict-word-improved = verbeterd
verdict-word-worsened = verslechterd
verdict-word-none = geen aantoonbare verandering
verdict-word-early = te vroeg
verdict-word-pending = nog niet ingevoerd
effect-caption = Elke maatregel, met wat de cijfers zeggen en wat de coördinator zelf heeft nagegaan.
measures-early-note = De meeste maatregelen in een kleine organisatie zijn niet met cijfers te toetsen. Daarom staat de inhoudelijke controle ernaast.
prevention-caption = Besluiten over preventie en de invoering ervan
forest-title = { $unit ->
    [incidents] Voorvallen
   *[complaints] Klachten
} na de maatregel tegenover ervoor
forest-fewer = minder
forest-unchanged = gelijk
forest-more = meer

# Kwaliteit en controle.

quality-caption = Hoe volledig de gegevens zijn waar de cijfers op rusten
quality-independent = { $of ->
    [0] Er zijn geen klachten toegewezen, en dus ook niet aan een betrokkene.
    [one] De ene toegewezen klacht werd niet behandeld door een betrokkene.
   *[other] Geen van de { $of } toegewezen klachten werd behandeld door een betrokkene.
}
quality-dependent = { $n ->
    [one] 1 van de { $of } toegewezen klachten is behandeld
   *[other] { $n } van de { $of } toegewezen klachten zijn behandeld
} door een betrokkene. Dat mag niet (artikel 2).
quality-unread = { $n ->
    [one] 1 klacht kon niet worden gelezen en telt in geen enkel cijfer mee: { $cases }.
   *[other] { $n } klachten konden niet worden gelezen en tellen in geen enkel cijfer mee: { $cases }.
}
audit-lead = Elk cijfer met zijn formule en de klachten in teller en noemer, tot honderd per lijst en van hoogstens veertig maatregelen. Het JSON-bestand onderaan heeft alle zaaknummers.
audit-counted = geteld
audit-incidents = voorvallen
audit-numerator = teller
audit-denominator = noemer
audit-apart = apart geteld
audit-wilson = Wilson-interval, 95 %
audit-norm = norm
audit-tests = De vergelijkingen: x₁ in t₁ tegen x₀ in t₀. t is in cliënten waar hun aantal bekend is, anders in dagen.
audit-t1 = niveau van het jaar
audit-t4 = lijn over de jaren
metric-rate = Klachtdichtheid
metric-lead = Doorlooptijd
metric-overdue = Open en te laat
audit-clients = cliënten in het jaar
audit-garwood = Garwood-interval, 95 %
audit-before = ervoor
audit-after = erna
audit-now = in het jaar
audit-closed = afgesloten
audit-censored = nog open, tellen tot de peildatum
audit-open = alle open klachten
audit-median = interval van de mediaan, 95 %
audit-lead-value = mediaan: { $median }; 90 %: { $p90 }
audit-not-reached = nog niet bereikt
audit-t2 = maanden buiten de toevalsgrens
audit-years = vergeleken met
audit-attainable = kleinst mogelijke p
audit-phi-hat = φ̂ (Pearson)
audit-df = vrijheidsgraden
audit-k = k
audit-phi-used = φ
audit-p = p
audit-adjusted = p na correctie
audit-limits = grenzen van de maanden, elk naar haar lengte
audit-limits-range = { $low } t/m { $high }
audit-period-before = periode ervoor
audit-period-after = periode erna
audit-dropped = ervoor weggelaten, omdat die tot de maatregel leidde
audit-control = p van de soort tegenover alle andere klachten (Fisher)
audit-pre-trend = p van de twee helften van de periode ervoor
audit-tests-note = φ = max(1; k·φ̂); bij oorzaken, afdelingen, manieren van melden en maatregelen ook niet kleiner dan de φ̂ van alle groepen samen. Vergelijkingen: hoe groot de familie is waarvoor p is gecorrigeerd (T1 en T4 samen en maatregelen naar Holm, T3 naar Benjamini-Hochberg na Tarone). Een streepje: niet in de familie, want met zo weinig klachten kon geen enkele uitkomst aantoonbaar zijn.
formula-rate = Ontvangen klachten / cliënten × 100.
formula-rate-none = Ontvangen klachten / cliënten × 100. Zonder aantal cliënten is er geen klachtdichtheid.
formula-rate-running = Ontvangen klachten / cliënten × 100. Zolang het jaar loopt is er geen klachtdichtheid, want de cliënten zijn die van het hele jaar.
formula-member = Klachten van deze groep / ontvangen klachten. Ervoor: de voorvallen van de jaren waarmee is vergeleken.
formula-lead = Kaplan-Meier over de ontvangen klachten: de kleinste t waarna hoogstens de helft, of een tiende, nog open is.
formula-overdue = Open klachten met een termijn die voorbij is, van alles wat tot en met dit jaar is ontvangen.
formula-refusal = Zo gemotiveerd, van de klachten van het jaar die niet in behandeling zijn genomen.
formula-t1 = R(x₁, t₁, x₀, t₀, φ): de exacte voorwaardelijke vergelijking van de voorvallen van het jaar met die ervoor.
formula-t1-running = De voorvallen van het jaar tot en met de peildatum, en die van de jaren ervoor. Vergeleken wordt na afloop van het jaar.
formula-t2 = Een maand is een signaal als haar tweezijdige p tegen de jaren ervoor kleiner is dan 0,02/12. De tabel achter de grafiek heeft de grenzen.
formula-measure = R(x₁, t₁, x₀, t₀, φ) van de voorvallen van de soort sinds de invoering tegen die van de 730 dagen voor het besluit. De tabel eronder heeft x, t en p na correctie.
formula-received = Het aantal klachten dat in het jaar is ontvangen.
formula-flow = Open op 1 januari + ontvangen − afgesloten = open aan het eind.
formula-acknowledged = Op tijd bevestigd, van de klachten van het jaar waarvan de termijn voorbij is. Wie over tijd is, telt als te laat; wat nog niet aan de orde is, staat apart.
formula-told = Op tijd bericht gekregen, van wat niet in behandeling is genomen en waarvan de termijn voorbij is.
formula-reported = Verslag op tijd, van de opgeloste klachten waarvan de termijn voorbij is. Een klacht die twee keer is opgelost telt één keer, en als te laat als een van de verslagen dat was.
formula-handled = Opgelost op de toegezegde dag of eerder, van de klachten waarvan die dag voorbij is.
formula-handled-term = Op tijd, van de klachten waarvan deze termijn voorbij is. De termijn is { $within } na { $from }, of zo lang als hij is verlengd, en is gehaald met: { $met }.
formula-admitted = In behandeling genomen, van de klachten waarover is beslist.
formula-ending = Zo geëindigd, van de afgesloten klachten van het jaar. Open klachten staan apart.
formula-independence = Klachtafhandelaar is zelf betrokkene, van alle klachten met een klachtafhandelaar. Moet nul zijn.
formula-offered = Dit is aangeboden, van de gegronde en deels gegronde klachten.
formula-accepted = Aanvaard, van wat is aangeboden en beantwoord. Onbeantwoord staat apart.
formula-offer-done = Op de afgesproken dag of eerder uitgevoerd, van wat toen gedaan moest zijn.
formula-response = Gereageerd, van de klachten die in het jaar zijn afgesloten en waarbij iets is uitgevoerd.
formula-satisfied = Tevreden, van wie reageerde. Deels tevreden telt als niet tevreden; wie in beroep ging ook.
formula-appeal = In beroep, van de afgesloten klachten.
formula-prevention-decided = Maatregel, of een gemotiveerd besluit om niets te doen, van de afgesloten gegronde en deels gegronde klachten.
formula-measure-done = Op tijd ingevoerd, van de maatregelen die er op de peildatum moesten zijn.
formula-complete = Ingevuld, van waar het ingevuld hoort te zijn.
method-unit = Geteld zijn klachten, naar de dag van ontvangst. Voor vergelijkingen telt een voorval één keer, ook als er meer klachten over zijn.
method-open = Wat op de peildatum niet is afgesloten, is open. Bij elk cijfer staat wat daarmee gebeurt; nergens valt een open klacht stil weg.
method-trend = Het jaar en elke maand zijn vergeleken met de hele jaren ervoor, hoogstens twee, met een exacte toets die rekening houdt met klachten die in groepjes komen. Een woord voor een verandering staat er alleen als de toets dat draagt, en pas als het jaar om is; een maand wordt beoordeeld als zij om is.
method-families = Oorzaken, afdelingen en manieren van melden zijn elk met hun eigen verleden vergeleken, met correctie voor het aantal vergelijkingen (Tarone, Benjamini-Hochberg). Van een klacht kan de oorzaak of de afdeling onbekend zijn: zij is nog open, niet in behandeling genomen of ingetrokken. Minder of meer heet iets alleen als het dat ook blijft wanneer al die klachten, van het jaar of van de jaren ervoor, er nog bij komen.
method-measures = Een maatregel is beoordeeld naar de klachten van zijn soort: 730 dagen voor het besluit tegen de dagen sinds de invoering, met correctie voor alle maatregelen (Holm). De klacht die tot de maatregel leidde telt niet mee.
method-satisfaction = Tevreden is wie dat zelf zei na uitvoering. Wie niet reageerde telt in geen van beide mee; de grenzen laten zien wat dat openlaat.
method-percent = Een percentage staat er pas vanaf tien. Nul van nul is niet van toepassing.

# Het oordeel, de kerncijfers en het concept.

judgement-trends = of er trends zijn
judgement-corrective = of klagers tevreden waren met de corrigerende maatregelen
judgement-preventive = of de preventieve maatregelen tot verbetering leidden
judged-trends-rise = meer klachten
judged-trends-fall = minder klachten
judged-trends-none = geen trend
judged-trends-insufficient = te weinig gegevens
judged-corrective-satisfied = tevreden
judged-corrective-mixed = deels tevreden
judged-corrective-dissatisfied = ontevreden
judged-corrective-insufficient = te weinig gegevens
judged-preventive-improved = verbeterd
judged-preventive-mixed = deels verbeterd
judged-preventive-unchanged = niet veranderd
judged-preventive-worse = verslechterd
judged-preventive-insufficient = te weinig gegevens
signed-by = Ondertekend door { $who } op { $day }.
signed-whose = Het oordeel is dat van de coördinator. De kolom ernaast zegt wat de cijfers zelf aantonen.
signed-missing = De klachtmeldingscoördinator heeft de analyse van dit jaar nog niet ondertekend.
signed-changed = { $n ->
    [one] 1 cijfer is nu anders dan bij het ondertekenen is vastgelegd. Er is later geregistreerd of gecorrigeerd, of het klopte toen al niet.
   *[other] { $n } cijfers zijn nu anders dan bij het ondertekenen is vastgelegd. Er is later geregistreerd of gecorrigeerd, of ze klopten toen al niet.
}
signed-unchanged = De kerncijfers zijn sindsdien niet veranderd.
signed-unrecorded = Bij het ondertekenen zijn geen kerncijfers vastgelegd. Of er sindsdien iets is veranderd, is hier dus niet te zien.
signed-partly-recorded = Niet vastgelegd bij het ondertekenen, en dus niet vergeleken: { $figures }.
signed-revised = Gewijzigd en opnieuw ondertekend door { $who } op { $day }.
signed-not-shown = De tekst van de analyse wordt niet getoond: zij bevat persoonsgegevens.
signed-not-from-figures = { $state }. Het oordeel van de coördinator volgt hier niet uit.
signed-judgement = Oordeel coördinator: { $verdict }
signed-caption = Wat er stond bij het ondertekenen en wat er nu staat
keyfigure-received = Ontvangen
keyfigure-open-start = Open op 1 januari
keyfigure-closed = Afgesloten
keyfigure-open-end = Open aan het eind
keyfigure-acknowledged = Ontvangstbevestiging op tijd
keyfigure-told = Bericht van niet in behandeling op tijd
keyfigure-reported = Verslag op tijd
keyfigure-handled = Binnen de toegezegde termijn
keyfigure-upheld = Gegrond of deels gegrond
keyfigure-reacted = Reacties
keyfigure-satisfied = Tevreden
was-now = was { $was }, nu { $now }

draft-comment-verdicts = Uw oordeel. Het concept volgt de cijfers; pas verdict en ground aan waar u het anders ziet.
draft-comment-figures = De cijfers zoals ze er nu staan. De site laat zien wat er later aan verandert.
draft-title = Jaaranalyse van de klachten van { $year }
draft-intro = In { $year } { $received ->
    [0] kwamen er geen klachten
    [one] kwam er 1 klacht
   *[other] kwamen er { $received } klachten
} binnen en { $closed ->
    [0] werden er geen
    [one] werd er 1
   *[other] werden er { $closed }
} afgesloten. Aan het eind { $open ->
    [0] waren er geen
    [one] was er 1
   *[other] waren er { $open }
} open.
draft-terms = Op tijd
draft-to-write = Schrijf hier wat de organisatie hiervan leert en wat zij gaat doen.
draft-conclusion = Wat wij ermee doen
draft-written = Het concept staat in { $path }. Lees het na, pas het aan en leg het vast met een commit.
draft-exists = { $path } bestaat al en wordt niet overschreven. Pas het bestand zelf aan, of verplaats het eerst.
draft-year-runs = Het jaar { $year } loopt nog, en de jaaranalyse gaat over een heel jaar. Maak het concept vanaf 31 december; zonder --draft ziet u de cijfers tot nu toe.
draft-by-another = De jaaranalyse is van de klachtmeldingscoördinator, en u bent { $name }. Laat het concept maken door: { $coordinators }.
draft-no-coordinator = Er is geen klachtmeldingscoördinator in dienst in staff.yaml; de analyse wordt door een coördinator gemaakt.
analysis-no-year = Van { $year } is er geen jaaranalyse. Die is er wel van: { $years }.
analysis-figures = Kerncijfers
share-of = van
share-nothing = niets te tellen
share-nothing-yet = nog niets te tellen

# De openbare versie van de jaaranalyse.
analysis-file-public-html = Openbare versie, zonder zaken en kleine aantallen
analysis-head-on-time = Op tijd
analysis-head-late = Te laat
public-title = Klachten in { $year }: openbare versie
public-lead = Aantallen van 1 tot en met 4 staan hier als '< 5', omdat anders te herkennen kan zijn om wie het gaat. Waar zo'n aantal uit andere te berekenen zou zijn, zijn ook die afgeschermd.
public-few = < 5
public-withheld = afgeschermd
public-too-few = De aantallen zijn te klein om hier te tonen.
public-too-few-of = { $title }: de aantallen zijn te klein om hier te tonen.
public-below = zie hieronder, bij { $section }
public-not-judged = nog niet ondertekend
public-rate = { $rate } klachten per 100 cliënten (van { $clients }).
public-no-redress = Bij geen enkele klacht die dit jaar is afgesloten, is een aanbod uitgevoerd.
public-reactions = Wat klagers vonden van wat is gedaan
public-appeals = In beroep gegaan na de afhandeling: { $count }.
