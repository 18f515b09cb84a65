# De geschiedenis: wat een commit mag, wie hem mag maken, en wat er gestuurd mag worden.

# Wat er eerst moet gebeuren met een commit die al gemaakt is: die is geweigerd bij het versturen, en staat nog in de kopie.
-back = Is de commit al gemaakt, bewaar dan een kopie van wat u nog nodig hebt buiten het register, en geef eerst klacht undo, zo vaak tot hij is teruggenomen.
-undone = Is de commit al gemaakt, dan zet klacht undo alles terug zoals het was; geef het zo vaak tot hij is teruggenomen.
-anew = Is de commit al gemaakt, dan maakt git rebase --keep-base --exec "git commit --amend --reset-author --no-edit" hem opnieuw, met alles wat u nog niet hebt verstuurd.
-amend = Is de commit al gemaakt en is het uw laatste, verander de tekst dan met git commit --amend. Is hij niet de laatste, geef dan klacht undo, zo vaak tot hij is teruggenomen, en leg alles opnieuw vast.

H02 = Er is niet vastgelegd vanaf welke commit de geschiedenis vertrouwd wordt. Het eerste punt is hier { $root }.
    .title = Geen beginpunt van vertrouwen
    .what = Wie een geschiedenis controleert, moet weten vanaf welk punt. Dat punt mag niet uit de geschiedenis zelf komen: wie haar vervalst, kiest dan ook het begin.
    .fix = Leg het beginpunt vast met git config klacht.trustRoot en het nummer van de commit, of geef het mee met --trust-root. Op een server doet de beheerder dat.

H03 = De commit { $root } waar het vertrouwen begint, ligt niet in de geschiedenis van { $tip }.
    .title = Een andere geschiedenis
    .what = De geschiedenis begint niet bij het vastgelegde punt. Dan is zij opnieuw geschreven, of het is die van een ander register.
    .fix = Haal de geschiedenis opnieuw op van de server en zet uw eigen werk daarop. Is het beginpunt zelf fout, bijvoorbeeld een commit die nooit is verstuurd, geef dan klacht hooks install --trust-root met het nummer dat de beheerder noemt: op de server toont git config klacht.trustRoot het.

H04 = Naar { $ref } mag niet worden gestuurd. Het register staat op { $branch }.
    .title = Verkeerde plaats om naartoe te sturen
    .what = Alleen de tak van het register wordt getoetst. Etiketten, notities, vervangingen en andere takken kunnen een ander beeld van het register geven, of later ongemerkt meekomen.
    .fix = Stuur uw werk naar de tak van het register. Is er een andere tak nodig, bijvoorbeeld voor broncode, dan staat de beheerder die toe met git config klacht.allowRef.

H05 = De tak { $branch } van het register mag niet worden verwijderd.
    .title = Register verwijderd
    .what = Met de tak zou de hele geschiedenis van de klachten verdwijnen.
    .fix = Laat de tak staan. Was dit een vergissing, dan is er niets gebeurd: de server heeft het geweigerd.

H06 = Wat al gedeeld was, ligt niet meer in de geschiedenis van { $branch }.
    .title = Geschiedenis herschreven
    .what = De nieuwe geschiedenis gaat niet verder waar de oude ophield: er is een commit gewijzigd, weggelaten of ertussen gezet. Wat gedeeld is, blijft staan.
    .fix = Haal eerst de geschiedenis van de server op en zet uw eigen commits erachter, met git pull --rebase. Stuur nooit met --force.

H07 = { $known ->
    [0] De server zegt niet wie dit stuurt ({ $variable } is leeg). Dan wordt er niets aangenomen.
   *[other] Deze commit is van { $author }, maar is gestuurd door { $pusher }.
}
    .title = Gestuurd door een ander
    .what = Op deze server stuurt ieder zijn eigen stappen. Zo staat vast dat de naam bij een stap klopt, ook zonder handtekening.
    .fix = Laat degene die de stap vastlegde, hem ook zelf sturen. Staat de verkeerde naam in git, neem de stap dan terug met klacht undo, stel daarna uw adres in met git config user.email, en leg de stap opnieuw vast. Weet de server niet wie u bent, vraag dan de beheerder.

H08 = Dit is { $size } MB in één keer, en er mag { $most } MB.
    .title = Te veel in één keer
    .what = Een grens houdt de server bruikbaar en voorkomt dat een vergissing, zoals een film, voor altijd in de geschiedenis staat.
    .fix = Neem de stap met het grote bestand terug met klacht undo, en leg hem opnieuw vast met een kleinere scan. Zijn het veel stappen samen, geef dan klacht sync: dat stuurt ze een voor een. Is het echt nodig, dan verhoogt de beheerder git config klacht.maxPush.

H09 = { $header ->
    [message] De tekst van de commit is niet bewaard als UTF-8.
    [message-long] De tekst van de commit is langer dan 64 KiB.
    [message-characters] In de tekst van de commit staan tekens die iets anders laten zien dan er staat.
    [name-characters] In de naam van wie de commit maakte, staan tekens die iets anders laten zien dan er staat.
   *[other] De commit heeft een regel "{ $header }" die er niet in hoort.
}
    .title = Vreemde gegevens in de commit
    .what = Een commit heeft vaste gegevens in een vaste volgorde. Iets anders kan verbergen wie hem maakte, of een handtekening laten kloppen die niet klopt.
    .fix = Laat git de tekst bewaren als UTF-8, met git config --unset i18n.commitEncoding, en gebruik gewoon git commit. Ligt het aan de naam of de tekst, typ die dan opnieuw: de naam met git config user.name, de tekst met git commit --amend. { -anew }

H10 = De commit is van { $date } { $at }, vóór de commit waar hij op volgt ({ $parent } { $parent_at }).
    .title = Commit vóór zijn voorganger
    .what = De commits van het register staan in de volgorde van de tijd. Een commit die eerder is dan zijn voorganger, is teruggedateerd of gemaakt met een klok die achterloopt.
    .fix = Zet de klok van uw computer goed. Klopt die, dan loopt de klok van een collega voor: wacht tot het moment van die andere commit voorbij is, hoogstens vijf minuten. { -anew }

H11 = De commit is van { $date }, en dat moment is nog niet geweest.
    .title = Commit in de toekomst
    .what = Een commit met een tijd die nog moet komen, houdt alle volgende tegen: die zouden ervoor liggen. Vijf minuten verschil mag.
    .fix = Zet de klok van uw computer goed. { -anew } Staat ook in de stap zelf een dag die nog niet is geweest, neem hem dan terug met klacht undo, en leg hem opnieuw vast.

H12 = { $steps ->
        [0] De commit zou geschreven zijn op { $date } en is vastgelegd op { $committed }. Dat past niet bij elkaar, of de tijdzone bestaat niet.
       *[other] De stap is van { $step }, maar de commit zou al geschreven zijn op { $date }.
    }
    .title = Onmogelijke schrijfdatum
    .what = Een commit draagt twee tijden: van schrijven en van vastleggen. Ze mogen verschillen als werk later op dat van anderen is gezet, maar niet meer dan een week, en schrijven komt eerst. Een stap wordt opgeschreven als hij gezet is, niet ervoor.
    .fix = Zet de klok van uw computer goed, en geef zelf geen datum mee aan git commit. Veranderde u met git commit --amend de datum van de stap, geef dan git commit --amend --date=now. { -anew }

H13 = De commit is geschreven door { $author } en vastgelegd door { $committer }.
    .title = Geschreven en vastgelegd door twee mensen
    .what = Wie een stap zet, legt hem zelf vast. Met twee namen is niet duidelijk wie ervoor instaat.
    .fix = Laat de schrijver de stap zelf vastleggen. Was het uw eigen werk, stel dan uw adres in met git config user.email. { -anew }

H14 = { $known ->
    [0] In de commit hiervoor is staff.yaml er niet, of niet te lezen. Daarom is van niemand bekend wat hij mag vastleggen.
   *[other] Het adres { $email } van de commit staat niet in staff.yaml, of bij meer dan één medewerker.
}
    .title = Onbekende schrijver
    .what = Aan het e-mailadres is te zien wie een stap vastlegde. Alleen medewerkers uit staff.yaml leggen iets vast in het register.
    .fix = Stel uw adres in met git config user.email, precies zoals het in staff.yaml staat. Staat u daar niet in, vraag het dan de beheerder. Is staff.yaml door een eerdere commit niet meer te lezen, neem die dan eerst terug met klacht undo. { -anew }

H15 = { $author } is op { $date } niet in dienst.
    .title = Schrijver niet in dienst
    .what = Wie nog niet of niet meer in dienst is, legt niets vast in het register.
    .fix = Laat een collega de stap zetten en vastleggen. { -back } Klopt de periode niet, dan verbetert de beheerder eerst staff.yaml.

H16 = { $what }
    .title = Op naam van een ander
    .what = Bij "by" staat wie de stap zette of de jaaranalyse ondertekende, en die legt dat ook vast. Anders kan iemand een ander iets laten zeggen.
    .fix = Vul bij "by" uw eigen id in, of laat de ander het zelf vastleggen. Past u de jaaranalyse van een ander aan, laat dan staan wie ondertekende, en zet onder "revised" uw id en de dag erbij. Staat in git de naam van een ander, zet daar dan uw eigen naam, met git config user.name. { -back }

H17 = De commit verandert niets.
    .title = Lege commit
    .what = Een commit zonder wijziging zegt in zijn tekst iets dat niet in het register staat. Dat is verwarrend voor wie later leest.
    .fix = Neem de commit terug met klacht undo; zijn er commits na gemaakt, geef het dan zo vaak tot deze is teruggenomen.

H18 = De samenvoeging verandert het register.
    .title = Samenvoeging verandert het register
    .what = In een samenvoeging (merge) is niet te zien wie wat deed, en kan ongemerkt een stap verdwijnen. De geschiedenis van het register is daarom één lijn.
    .fix = Breek de samenvoeging af met git merge --abort, en haal op wat anderen vastlegden met klacht sync. Is de commit al gemaakt, maak er dan een rechte lijn van met git rebase.

H19 = Hier zijn meer dan twee takken tegelijk samengevoegd.
    .title = Samenvoeging van meer dan twee takken
    .what = Zo'n samenvoeging is voor niemand goed na te gaan.
    .fix = Breek de samenvoeging af met git merge --abort. Is de commit al gemaakt, neem hem dan terug met klacht undo. Voeg de takken daarna een voor een samen.

H20 = De commit heeft geen tekst.
    .title = Geen tekst bij de commit
    .what = De tekst zegt in één regel wat er gebeurd is, voor wie de geschiedenis leest.
    .fix = Geef de commit een tekst, zoals "2026-0007 stap 3: ontvangstbevestiging". { -amend }

H21 = { $number ->
    [0] De tekst van de commit noemt een stap van een dossier, maar de commit zet geen stap.
   *[other] De tekst van de commit noemt een ander dossier of een andere stap. Het is { $case }, stap { $number }.
}
    .title = Tekst zegt iets anders
    .what = Wie de geschiedenis leest, gaat af op de tekst. Die mag niet iets anders zeggen dan wat er is vastgelegd.
    .fix = Verbeter de tekst van de commit, of laat hem weg: met klacht hooks install vult git hem zelf in. { -amend }

H22 = Vanaf hier is het dossier anders dan het was. Wat er stond, mag niet meer veranderen.
    .title = Eerdere tekst veranderd
    .what = Een dossier groeit alleen aan het eind. Zo kan niemand achteraf veranderen wat er gebeurd is, ook niet met goede bedoelingen.
    .fix = { -back } Zet alleen de oude regels weer zoals zij waren, en laat de nieuwe stap eronder staan: git diff HEAD toont een oude regel met een - ervoor. Doe daarna git add. Was er iets fout, leg dat dan vast met een stap corrected.

H23 = Deze commit voegt { $count } stappen toe; één per keer.
    .title = Meer stappen tegelijk
    .what = Elke stap heeft zijn eigen commit, met wie hem zette en wanneer. Met twee stappen in één commit gaat dat verloren.
    .fix = { -back } Leg de stappen daarna een voor een vast. Gaat het om oude dossiers die de coördinator overneemt, laat de tekst van de commit dan beginnen met Import.

H24 = Deze commit verandert meer dan één dossier: { $cases }.
    .title = Meer dossiers tegelijk
    .what = Een commit gaat over één stap van één klacht. Dan is van elke klacht na te gaan wat er gebeurd is.
    .fix = Haal alles uit de commit met git reset, en voeg met git add één dossier toe. { -back } Leg de dossiers daarna een voor een vast. Gaat het om oude dossiers die de coördinator overneemt, laat de tekst van de commit dan beginnen met Import.

H25 = De commit verandert een dossier, maar zet geen stap.
    .title = Geen stap
    .what = Alles in een dossier hoort bij een stap, ook een brief of een scan. Anders is niet te zien wie hem toevoegde en waarom.
    .fix = { -back } Schrijf in complaint.yaml de stap waar dit bij hoort, en leg beide samen vast.

H26 = { $path } is verwijderd of hernoemd.
    .title = Bestand verwijderd
    .what = Uit het register verdwijnt niets. Wie later kijkt, moet alles kunnen vinden waarop is afgegaan.
    .fix = Zet het bestand terug met git checkout HEAD -- en de naam van het bestand. Is het hernoemd, haal dan ook het andere weg, met git rm -f en de nieuwe naam. { -undone }

H27 = { $path } is veranderd; een bijlage blijft zoals hij was.
    .title = Bijlage veranderd
    .what = Een bijlage is wat er op dat moment gezegd of verstuurd is. Die mag later niet anders worden.
    .fix = Zet de oude bijlage terug met git checkout HEAD -- en de naam van het bestand. { -undone } Leg iets nieuws vast bij een nieuwe stap.

H28 = Deze bijlage hoort volgens zijn naam bij stap { $number }, maar de commit zet stap { $step }.
    .title = Bijlage bij een andere stap
    .what = Een bijlage komt samen met zijn stap. Zo komt er later niets bij dat er toen niet was.
    .fix = { -back } Geef de bijlage met git mv het nummer van de stap, zoals 03.yaml bij stap 3.

H29 = { $path }: { $why }.
    .title = Geen gewoon bestand
    .what = Het register bestaat uit gewone bestanden. Een verwijzing of een programma kan iets anders tonen of doen dan wie leest verwacht.
    .fix = { -back } Vervang het door een gewoon bestand. Is het dat al, en staat het alleen aangemerkt als programma, doe dan git config core.fileMode false en git update-index --chmod=-x met de naam van het bestand.

H30 = { $path } hoort niet in het register: { $why }.
    .title = Vreemd bestand
    .what = In het register staan alleen bestanden die het programma kent en toetst. Iets anders blijft daar ongezien.
    .fix = { -back } Haal het bestand uit de commit met git rm -r --cached en de naam van het bestand, en zet het ergens anders of geef het de naam die het moet hebben.

H31 = De naam { $name } lijkt te veel op een andere.
    .title = Namen die op elkaar lijken
    .what = Sommige computers zien geen verschil tussen hoofdletters en kleine letters, of tussen twee manieren om é te schrijven. Daar verdwijnt dan een van beide bestanden.
    .fix = { -back } Geef het nieuwe bestand een andere naam, met git mv.

H32 = De map { $path } is beschadigd: namen staan dubbel of in de verkeerde volgorde.
    .title = Beschadigde map
    .what = Gewone programma's maken zo'n map niet. Verschillende programma's lezen er verschillende bestanden in.
    .fix = Leg de stap opnieuw vast met gewoon git. { -back } Blijft dit komen, vraag dan de beheerder.

H33 = De regels van dit bestand eindigen op de manier van Windows.
    .title = Regeleinden van Windows
    .what = Op de server eindigt elke regel met één teken. Met twee lijkt na het ophalen elke regel veranderd, en dan gaat de toets op eerdere tekst mis.
    .fix = { -back } Doe git config core.autocrlf true, dan zet git de regels zelf om, en voeg het bestand opnieuw toe met git add --renormalize en de naam van het bestand; gaat het om alles, dan kan dat met git add --renormalize :/ in één keer.

H34 = { $what }
    .title = Gemengde commit
    .what = Een stap, een wijziging van medewerkers of reglement, een jaaranalyse en een overname van oude dossiers staan elk op zich. Zo kan niemand zichzelf in één keer een recht geven en gebruiken.
    .fix = Haal alles uit de commit met git reset, en voeg met git add toe wat bij elkaar hoort. { -back } Leg elk van deze apart vast, te beginnen met staff.yaml of procedure.yaml.

H35 = De stap is van { $date }, maar werd al vastgelegd op { $committed }.
    .title = Stap na zijn commit
    .what = Een stap wordt vastgelegd als hij gezet is, niet ervoor.
    .fix = Vul bij "date" de dag in waarop het gebeurde, of leg de stap vast als het zover is. { -back }

H36 = { $author } mag dit bestand niet veranderen. Dat doet een beheerder.
    .title = Wijziging door wie geen beheerder is
    .what = In staff.yaml en procedure.yaml staat wie wat mag. Alleen een beheerder verandert die, volgens de lijst van vóór de wijziging.
    .fix = Zet het bestand terug met git checkout HEAD -- en de naam van het bestand, en vraag een beheerder om de wijziging vast te leggen. { -undone }

H37 = Dit kan niet bij { $who }: { $why }.
    .title = Medewerkerslijst klopt niet
    .what = De dossiers verwijzen voor altijd naar de mensen in staff.yaml. Elk adres en elke sleutel wijst daarom één persoon aan, en er is altijd een beheerder.
    .fix = { -back } Herstel de gegevens van deze persoon. Wie vertrekt, blijft staan en krijgt een einddatum (until).

H38 = Oude dossiers overnemen mag alleen de klachtmeldingscoördinator.
    .title = Overname door een ander
    .what = Bij een overname komen hele dossiers binnen, met stappen van anderen. Daar staat de coördinator voor in.
    .fix = Vraag de coördinator om de dossiers over te nemen. { -back } Is het een gewone stap, laat de tekst van de commit dan niet met Import beginnen.

H39 = Dit bestand veranderen mag alleen: { $roles }.
    .title = Document door een ander
    .what = De jaaranalyse is van de coördinator, en de tekst van het reglement van coördinator en beheerder.
    .fix = Zet het bestand terug met git checkout HEAD -- en de naam van het bestand (een nieuw bestand: git rm --cached en de naam), en vraag een van hen om de wijziging vast te leggen. { -undone }

H40 = Het bestand { $name } bevat een instelling die bestanden van het register, of de namen bij zijn commits, anders kan tonen dan ze zijn.
    .title = Instelling die het register raakt
    .what = Met .gitattributes kan git bestanden omzetten bij het ophalen, of verzwijgen wat erin veranderde. Met .mailmap toont git bij een commit een andere naam dan erin staat. Dan staat er op uw scherm iets anders dan in de geschiedenis.
    .fix = { -back } Beperk in .gitattributes de regel tot een andere map, of haal filter, ident, working-tree-encoding, export-subst, export-ignore, -diff en binary weg. Haal in .mailmap de regels met het adres van een medewerker weg.

H41 = De commit is niet ondertekend, en dat is hier verplicht.
    .title = Niet ondertekend
    .what = Een naam in git kan iedereen invullen. Met een handtekening staat vast dat de commit van de houder van de sleutel is.
    .fix = Stel ondertekenen in met git config gpg.format ssh, git config user.signingKey en uw openbare sleutel, en git config commit.gpgSign true. { -anew }

H42 = De handtekening telt niet: { $why }.
    .title = Ongeldige handtekening
    .what = Een handtekening die niet klopt, is erger dan geen: zij wekt vertrouwen dat er niet is. De sleutel moet in staff.yaml staan op dit punt in de geschiedenis.
    .fix = Onderteken met uw eigen SSH-sleutel uit staff.yaml (git config gpg.format ssh, en user.signingKey). Staat die er niet in, dan voegt de beheerder hem eerst toe. Is ondertekenen niet verplicht, dan kan het ook uit, met git config commit.gpgSign false. { -anew }

H43 = De commit is ondertekend met de sleutel van { $owner } ({ $key }), en dat is niet de schrijver.
    .title = Ondertekend door een ander
    .what = Wie een stap zet, ondertekent hem zelf. Anders kan iemand met een goede sleutel onder de naam van een ander schrijven.
    .fix = Zet uw eigen naam en adres in git, en onderteken met uw eigen sleutel. { -anew }

H44 = { $path } is alleen een verwijzing naar een bestand dat elders staat (git-lfs).
    .title = Verwijzing in plaats van bijlage
    .what = Een bijlage moet in het register zelf staan. Wat elders staat, kan daar verdwijnen of veranderen.
    .fix = { -back } Zet git-lfs uit voor het register en voeg de bijlage zelf toe.

H45 = De commit verandert { $files } bestanden; het mogen er { $most } zijn.
    .title = Te veel bestanden
    .what = Bij één stap horen een paar bijlagen. Zo veel bestanden wijst op een vergissing, en niemand kan ze nalopen.
    .fix = { -back } Voeg alleen de bijlagen van deze stap toe, of breng scans samen in één bestand.

H46 = Door deze wijziging { $n ->
        [one] klopt er iets in een dossier of jaaranalyse niet meer
       *[other] kloppen er { $n } dingen in dossiers en jaaranalyses niet meer
    }. Het eerste is { $rule } in { $file }.
    .title = Wijziging waardoor dossiers niet meer kloppen
    .what = Medewerkerslijst en reglement gelden ook voor wat er al staat, en daaraan kan niemand meer iets veranderen. Wat eenmaal klopte, moet dus blijven kloppen.
    .fix = Geef klacht check: dat noemt alles wat niet meer klopt. Wie vertrekt of een rol verliest, houdt die tot en met de dag van de laatste stap daarin ("until"). Een dienst, categorie of andere keuze die in een dossier voorkomt, blijft staan. { -back }

H47 = Door deze wijziging { $what }. De eerste is { $rule } in { $file }.
    .title = Wijziging die verandert wat te laat was
    .what = Wat te laat was, blijft te laat, wat op tijd was, blijft op tijd, en wat loopt, houdt zijn laatste dag. Een andere termijn of een andere vrije dag geldt voor wat daarna begint, niet voor wat al gebeurd is.
    .fix = Laat de oude termijn staan, en zet er een met hetzelfde id bij die geldt vanaf een dag ("since"). Staan er in procedure.yaml geen termijnen, neem dan eerst alle termijnen over die klacht init in een nieuwe map schrijft. Een andere dag voor de jaaranalyse geldt vanaf een jaar ("analysis_due_since"). Was er een goede reden om te laat te zijn, leg dan een stap waived vast. { -back }

H48 = Het nummer { $case } is van een jaar dat nog moet komen. Het dossier is vastgelegd op { $committed }.
    .title = Nummer van een jaar dat nog komt
    .what = Een klacht krijgt een nummer van het jaar waarin zij binnenkomt. Een nummer van een later jaar staat bij de verkeerde cijfers, en niemand kan dat nog veranderen.
    .fix = Geef het dossier het eerste vrije nummer van dit jaar, in de map en achter "case". { -back }

history-litter = het is een bestand van een tekstprogramma of het systeem
history-mode-link = het is een verwijzing naar een andere plaats (symlink)
history-mode-submodule = het is een verwijzing naar een andere repository (submodule)
history-mode-executable = het staat aangemerkt als programma (uitvoerbaar)
history-mode-tree = het is een map waar een bestand hoort
history-mode-other = het is van een soort die niet bestaat
history-annex-unstaged = de bijlage ligt er, maar gaat nog niet mee met de commit
    .fix = De bijlage ligt er al, maar gaat nog niet mee met de commit. Doe git add { $dir } en maak de commit dan opnieuw.
history-amend-last =
    .fix = U verandert de stap die u het laatst hebt vastgelegd en nog niet hebt verstuurd. Geef dan git commit --amend, zonder --reset-author of --date. Komt er een stap bij, zet de oude regels dan weer zoals zij waren: git diff HEAD toont ze met een - ervoor.
history-person-removed = wie eenmaal in de lijst staat, blijft erin
    .fix = { -back } Zet de regels van { $who } terug: git diff HEAD toont ze met een - ervoor. Wie vertrekt, krijgt een laatste dag (until bij active).
history-role-removed = wie een rol had, houdt hem in de lijst. Zet een rol die eindigt bij "former_roles", met de laatste dag: anders kloppen de stappen van toen niet meer
history-key-twice = een ander heeft dezelfde sleutel
history-no-administrator = er blijft geen beheerder over zonder laatste dag. Vanaf die dag kan niemand nog iets veranderen
history-no-signer = ondertekenen is verplicht, en geen beheerder heeft een sleutel. Niemand kan dan nog iets veranderen
history-mixed = De commit doet meer dan één soort ding tegelijk: { $files }.
history-import-of-known = De tekst van de commit begint met Import, maar dit dossier was er al: { $file }.
    .fix = Is het een gewone stap, laat de tekst dan niet met Import beginnen. { -amend } Neemt u dossiers over, laat dan weg wat er al was. { -back }
history-breaches-gone = { $n ->
    [one] is een overschrijding er geen meer
   *[other] zijn { $n } overschrijdingen er geen meer
}
history-breaches-new = { $n ->
    [one] komt er een overschrijding bij
   *[other] komen er { $n } overschrijdingen bij
}
history-deadlines-moved = { $n ->
    [one] verandert de laatste dag van iets dat al loopt
   *[other] verandert de laatste dag van { $n } dingen die al lopen
}
history-signed-by = Bij "by" staat { $by }, maar de commit is van { $author }.
history-name-of-other = De commit is van { $author }, maar draagt de naam van { $by }.
history-signature-gone = De ondertekening van { $by } is veranderd of weggehaald, en de commit is van { $author }.
history-signature-earlier = De jaaranalyse was ondertekend op { $was }, en zou het nu op { $now } zijn.
    .fix = Laat de dag van de ondertekening staan: of de analyse op tijd was, verandert niet meer. Past u de tekst aan, zet dan onder "revised" uw id en de dag van vandaag.
history-signature-kind = alleen SSH-handtekeningen worden herkend
history-signature-unreadable = zij is niet te lezen, of de sleutel is van een type dat niet wordt ondersteund
history-signature-wrong = zij hoort niet bij deze commit
history-key-unknown = de sleutel staat niet in staff.yaml op dit punt in de geschiedenis
