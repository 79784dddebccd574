package dev.parley.core.reading;

/** German phrases; used together with the English ones, because German mail mixes both. */
final class German {
    static final String PHRASES = """
            $ich = ich | wir
            $uns = mich | uns | mir
            $du = du | sie | ihr
            $unit = credit | credits | punkt | punkte | punkten
            $price = [die | den | diese | diesen | ihre | deine] #amount [$unit]
            $angebot = [preis] angebot | kostenvoranschlag | preis | offerte | vorschlag | schätzung | kosten | \
            aufwand
            $named = [nr [.] | nummer] #quote | version #version
            $offer = (das | dein | ihr | euer | dem | ihrem | deinem | eurem | diesem | den | ihren | deinen | der | \
            ihrer) [neue | neuen] ($angebot) [$named] [(über | von | mit | in höhe von) $price]
            $auftrag = [den | die | der | dem] (auftrag | bestellung | beauftragung | umsetzung | durchführung | \
            ausführung)
            $kosten = [die | den | der | dem] (kosten | preis | aufwand) [(von | in höhe von) $price]
            $das = das | dies | es | dem | damit | $offer | $kosten | $price | $named
            $so = so | wie (angeboten | vorgeschlagen | beschrieben) | entsprechend
            $gern = gerne | gern | bitte | sehr gerne | sehr gern | dann | also
            $now = so schnell wie [es] möglich | so bald wie es geht | jetzt | gleich | sofort | direkt | umgehend | \
            baldmöglichst | so bald wie möglich | schnellstmöglich | zeitnah | gerne | bitte | so
            $legen = legen sie | leg | legt | lege
            $work = damit | mit (der arbeit | den arbeiten | der umsetzung | der bearbeitung | der ausführung | der \
            implementierung | der durchführung) | mit dem ($angebot | auftrag | ticket)
            $task = dieses ticket | dieser auftrag | für dieses ticket | zu diesem ticket | für das ticket
            $side = von ($uns | (unserer | meiner) seite [aus] | uns aus | mir aus) | unsererseits | meinerseits | \
            für $uns

            == yes
            ja | jawohl | jo | jep | jap | jupp | jup | joa gerne
            (ja | ok | okay | gut | super | gerne | klar | na gut | dann | prima) [,] (mach | machen | mach mal | \
            macht | macht mal | los) [bitte | ruhig | gerne]
            (na dann | dann | dann mal | und | jetzt | auf) los | bin dabei | wir sind dabei | ja ich möchte das so
            (meine | unsere | mein | unser) (zustimmung | ok | okay | einverständnis | freigabe | go) (haben sie | \
            hast du | habt ihr)
            (bestätige | bestätigen | erteile | erteilen) $ich [hiermit] $auftrag | hiermit (bestätige | bestätigen) \
            $ich $auftrag
            $ich (bestätige | bestätigen | erteile | erteilen) [ihnen | dir] [hiermit | gerne] [ihnen | dir] $auftrag
            [hiermit] (beauftrage | beauftragen) $ich (sie | dich | euch) [hiermit] [gerne] [mit (der (umsetzung | \
            durchführung | ausführung) | den arbeiten)]
            $auftrag (ist [hiermit]) (erteilt | bestätigt | freigegeben)
            [und] (bitten | bitte) [$ich] um (umsetzung | durchführung | ausführung | bearbeitung | beginn)
            $angebot [$named] (ist | sind) [hiermit | somit] (genehmigt | freigegeben | angenommen | akzeptiert | \
            bestätigt)
            (ja | jo) [(aber | na)] (klar | gerne | gern | bitte | sicher | natürlich | gern doch | unbedingt)
            klar | klaro | na klar | aber klar | natürlich | selbstverständlich | auf jeden fall | gerne doch | gern \
            doch | unbedingt | aber gerne | aber gern | sehr gerne | sehr gern
            [bin | sind] einverstanden | (mit | für) $price einverstanden | damit [sind | bin] $ich einverstanden | \
            $ich (bin | sind) [damit] [voll | vollkommen] einverstanden | $ich (bin | sind) mit ($offer | $price) \
            einverstanden | mit ($offer | $price) (bin | sind) $ich einverstanden | [voll | vollkommen] einverstanden \
            [mit ($offer | $price)]
            [hiermit | das ist | ist | ist hiermit | $offer | $angebot | $named | $offer ist | auftrag | der auftrag \
            ist | das angebot ist hiermit] [hiermit | von $uns] (genehmigt | freigegeben | angenommen | akzeptiert | \
            bestätigt | beauftragt | abgesegnet | bewilligt) [$side] [$task] [$named]
            (genehmige | genehmigen | akzeptiere | akzeptieren | bestätige | bestätigen | beauftrage | beauftragen) \
            $ich (hiermit [$das] | $das hiermit)
            (hiermit | gerne | gern) (genehmige | genehmigen | akzeptiere | akzeptieren | bestätige | bestätigen | \
            beauftrage | beauftragen) $ich [$das]
            $ich [hiermit] (akzeptiere | akzeptieren | genehmige | genehmigen | bestätige | bestätigen | beauftrage | \
            beauftragen) [hiermit] [$das] [hiermit] [gerne | gern] [$task] [so]
            $ich (nehme | nehmen) [hiermit] $das [hiermit] [gerne | gern | so] an
            (hiermit | gerne | gern | das | so) (nehme | nehmen) $ich $das [hiermit | gerne | so] an
            $ich (gebe | geben) [$das] [hiermit] [$das] frei | (hiermit | gerne | gern) (gebe | geben) $ich $das frei
            $ich (stimme | stimmen) [hiermit] [$das | zu diesem preis] zu | stimme zu | (dem | $offer) (stimme | \
            stimmen) $ich [gerne] zu
            freigabe (erteilt | ist erteilt | hiermit erteilt) | zustimmung erteilt | auftrag erteilt | [hiermit] \
            (erteile | erteilen) $ich ([hiermit] (die freigabe | den auftrag | ihnen den auftrag))
            [ja | ok | okay | das | alles] (passt | passt so | geht klar | geht in ordnung | geht so in ordnung | ist \
            in ordnung | ist ok | ist okay | ist für $uns (ok | okay | in ordnung | in ordnung so)) [so] [für $uns]
            [das | $offer | $price] passt [so] [für $uns] | $price passen [so] [für $uns] | für $uns (passt | passt \
            das | ist das (ok | okay | in ordnung) | geht das in ordnung) [so] | (das | $price | $offer) (geht | \
            gehen) [für $uns] (in ordnung | klar) | (das | $price | $offer) (ist | sind) [für $uns] (ok | okay | in \
            ordnung | einverstanden)
            in ordnung | von $uns aus gerne | von $uns aus (ja | ok | okay) | soll mir recht sein | das stimmt | \
            stimmt so | passt | passt so | passt perfekt | alles klar bitte (machen | loslegen | starten) | geht klar
            [dann | bitte | ja | also] $legen [bitte | dann | gerne | mal | einfach | ruhig] [$now] [bitte | gerne] \
            los [$work] [bitte]
            [dann | bitte | also] (fangen sie | fang | fangt) [bitte | gerne | dann] [$now] [$work] an [bitte]
            [dann | bitte | also] (beginnen sie | beginn | beginnt | starten sie | starte | startet | start) [bitte | \
            gerne | dann] [$now] [$work] [bitte]
            [dann | bitte | also] (machen sie | mach | macht | mache) [bitte] (das | es | dies) [bitte | gerne | \
            dann] [$so | fertig] [bitte | gerne]
            (machen sie | mach | macht) [bitte | gerne] weiter | machen sie [bitte | gerne] #end | (bitte | gerne) \
            [so] machen
            [dann | bitte | also] (führen sie | führ | führe | führt) (das | es | die (arbeiten | arbeit | umsetzung \
            | änderung | änderungen) | den auftrag) [bitte | gerne] [$so] (durch | aus)
            [dann | bitte | also] (setzen sie | setz | setze | setzt) (das | es) [bitte | gerne] [so] um
            $können = (sie (können | dürfen)) | (du (kannst | darfst)) | (ihr (könnt | dürft)) | (gerne | gern | dann \
            | so | das) (können sie | kannst du | könnt ihr)
            $können [$gern | $now] [$gern | $now] [$work | das | es] [$gern] [so] (loslegen | anfangen | beginnen | \
            starten | umsetzen | machen | durchführen | weitermachen) #end
            bitte [$now | ja] [das | es | den auftrag | die arbeiten | $work] [$now | so] (loslegen | anfangen | \
            beginnen | starten | umsetzen | machen | durchführen | ausführen | beauftragen | weitermachen | \
            fortfahren | ausführen | bearbeiten | implementieren | einplanen und umsetzen) [danke]
            (gerne | gern | ja | ok | okay) [so] (machen | umsetzen | loslegen | starten | beginnen | durchführen)
            bitte [um] (umsetzung | ausführung | durchführung | beginn | start)
            $ich (bitte | bitten) um [ihre | deine] (umsetzung | ausführung | durchführung | bearbeitung)
            [dann | so] (machen wir | lassen sie uns | lass uns | lasst uns) [das | es] [gerne] [so | loslegen | \
            machen | starten | anfangen]
            (so | das) (machen wir | machen wir so | machen wir gerne) | auf gehts | auf geht's | los geht's | los \
            gehts
            [dann] (fahren sie | fahr | fahrt) [bitte | gerne] [damit] fort | [bitte] weitermachen | [bitte] loslegen
            $ich (möchte | möchten | würde | würden | will | wollen) [gerne | gern] ($offer annehmen | das so haben | \
            dass $du (loslegen | anfangen | beginnen) | $offer beauftragen | das [gerne] beauftragen | das [gerne] so \
            [haben | machen] | das machen lassen | das angebot gerne annehmen)
            (haben sie | hast du | du hast | sie haben | ihr habt) (mein | unser | meine | unsere) (ok | okay | go | \
            einverständnis | zustimmung | freigabe) | grünes licht [von $uns | unsererseits | meinerseits]
            [bitte] (buchen sie | buch | bucht | ziehen sie) [bitte] $price [ab] | bitte $price (abbuchen | abziehen \
            | buchen | belasten)
            (ok | okay | ja | einverstanden) (für | mit | zu | bei) $price | (ok | okay) für $uns | keine einwände \
            $side | (ok | okay | ja | passt | einverstanden | alles (klar | gut) | in ordnung) $side | $side (keine \
            einwände | ok | okay | ja | passt | passt das | in ordnung) | kann (losgehen | so gemacht werden | \
            gemacht werden | umgesetzt werden) | können wir so machen
            (kannst du | können sie | könnt ihr) (gerne | so | gerne so | ruhig | ruhig so) (machen | umsetzen | \
            durchführen | anfangen | beginnen | loslegen) #end
            abgemacht | deal | genau so (machen | bitte) | bestellt | $ich (bestelle | bestellen) [hiermit] [$das] | \
            gebongt

            == weak
            [$offer | $angebot | $kosten | $price] (ist | sind) [für $uns | soweit] (ok | okay | in ordnung | gut | \
            fair | angemessen | akzeptabel) [für $uns]
            $angebot (ok | okay | passt)
            gut | sehr gut | super | prima | toll | klasse | perfekt | wunderbar | bestens | spitze | fein | schön | \
            genau | alles klar | alles gut | gerne | gern | okay dann | ok dann | hört sich gut an | klingt gut | \
            klingt (super | prima | fair | vernünftig | okay | ok | perfekt) | das (klingt | hört sich) [sehr] (gut | \
            super | fair | gut an | ok | okay) | sieht gut aus | das sieht gut aus | richtig | korrekt | stimmt | \
            verstanden | sicher | läuft | das wäre (gut | super | toll | prima | klasse | schön) | das ist (gut | \
            super | toll | prima | fair | perfekt) | [das] freut $uns | cool | mega | top | passt schon | na gut | \
            naja gut | also gut | meinetwegen | von mir aus | keine einwände | kein einwand | (der preis | $offer) \
            (ist | klingt) (gut | fair | super | angemessen | vernünftig)
            (mein | unser) (chef | vorgesetzter | team) (ist einverstanden | hat zugestimmt | hat ja gesagt | hat es \
            genehmigt)

            == doubt
            ja [,] ja | von mir aus halt | wenns sein muss | ja [,] (genau | klar) [,] und morgen | ha ha

            == courtesy
            $danke = danke | danke schön | dankeschön | vielen dank | besten dank | herzlichen dank | danke sehr | \
            danke dir | danke ihnen | danke euch | dankend | merci | tausend dank | ich danke (ihnen | dir | euch) | \
            wir danken ihnen | danke vielmals | vielen lieben dank | lieben dank | schönen dank | danke im voraus | \
            vielen dank im voraus | vielen dank schon mal | danke schon mal | danke vorab | vielen dank vorab
            $rasch = schnelle | rasche | prompte | zügige | freundliche | ausführliche | schnellen | gute | nette | \
            tolle
            $ding = antwort | rückmeldung | angebot | hilfe | info | information | informationen | bearbeitung | mühe \
            | einschätzung | unterstützung | nachricht | auskunft | erklärung | mail | email | prüfung | rückinfo | \
            erläuterung | bemühungen | schätzung
            $danke [für (die | das | ihre | ihr | deine | dein | eure | euer) [$rasch | schnelles | gutes] $ding] \
            [#to | #from]
            $danke (und | mit freundlichen grüßen | und (viele | liebe | beste | schöne) grüße) [#from] | $danke \
            dafür
            bitte | und | dann | also | kein problem | gar kein problem | kein thema | dann bitte
            $hallo = hallo | guten (tag | morgen | abend) | moin | moin moin | servus | grüß gott | grüezi | hi | hey \
            | schönen guten tag | huhu
            $hallo [zusammen | damen und herren | team | support team | support | liebes team | ihr lieben | alle | \
            miteinander | liebes support team]
            $liebe = liebe | lieber | liebes | werte | werter | sehr geehrte | sehr geehrter | sehr geehrtes
            $liebe (alle | kollegen | damen und herren | [support] team)
            ($hallo [$liebe] | $liebe) [herr | frau] #to
            ich hoffe [,] es geht (ihnen | dir | euch) gut
            (entschuldigung | sorry | entschuldigen sie) [für] die [späte | verspätete] (antwort | rückmeldung)
            so schnell wie möglich | schnellstmöglich | gerne zeitnah | mach ruhig | macht ruhig | machen sie ruhig | \
            mach bitte | macht bitte
            $side | $task | $named | [mit | für | über | zu | von] $price | wie (besprochen bitte | angeboten | \
            gewünscht)
            $ich (freue | freuen) $uns (auf das ergebnis | darauf | auf ihre rückmeldung | auf die umsetzung)
            und (freuen uns | freue mich) (auf (das ergebnis | die umsetzung | ihre rückmeldung) | darauf)
            freue (mich | mich auf das ergebnis | mich darauf)
            $grüße = (viele | liebe | beste | schöne | herzliche | freundliche | sonnige | mit freundlichen | mit \
            besten | mit freundlichem | mit lieben | viele liebe) (grüße | grüßen | gruß | grüsse | grussen | gruesse \
            | grusse) | mfg | lg | vg | bg | mbg | gruß | grüße | freundlichen gruß | schönen gruß | besten gruß | \
            beste grüße | hochachtungsvoll | schönen (tag | abend) [noch] | schönes wochenende | einen schönen (tag | \
            abend) [noch] | ciao | tschüss | bis dann | herzlichst | viele grüße und danke
            (ihr | ihre | dein | deine) #from
            $grüße [aus (berlin | hamburg | münchen | wien | zürich | köln)] [#from]
            von meinem (iphone | ipad | handy | smartphone | mobiltelefon | android gerät | samsung galaxy) [aus] \
            gesendet | gesendet von (meinem (iphone | ipad | handy | smartphone) | mobil | outlook für (ios | \
            android))
            ich habe keine [weiteren] fragen | keine [weiteren] fragen

            == timing
            $fertig = fertig | erledigt | umgesetzt | abgeschlossen | behoben | verfügbar | live
            [und] (wann | bis wann | ab wann) (ist | wird | wäre) (das | es | die arbeit | alles | die umsetzung) \
            [ungefähr | etwa | denn] ($fertig | [$fertig] sein | $fertig werden) [?]
            [und] (wann | bis wann) (können sie | kannst du | könnt ihr | können wir | kann ich | können wir) \
            (anfangen | beginnen | starten | loslegen | damit rechnen | mit (dem ergebnis | der umsetzung) rechnen) \
            [?]
            [und] (wann | bis wann) (beginnen sie | fangt ihr an | fangen sie an | fängst du an | legen sie los) [?]
            [und] bis wann (ist | wäre) (das | es) [$fertig] [?] | [und] wann (rechnen sie mit (dem ergebnis | der \
            umsetzung))

            == no
            nein | ne | nee | nö | keinesfalls | auf keinen fall | nein danke | lieber nicht | bitte nicht | niemals \
            | kein interesse | kein bedarf | auf gar keinen fall
            [leider] (abgelehnt | storniert | nicht (genehmigt | akzeptiert | einverstanden | angenommen | \
            freigegeben))
            $ich (bin | sind) [damit | leider | mit (dem | $offer)] [damit | leider] nicht einverstanden
            $ich (lehne | lehnen) [$das] [leider] [dankend] ab | [dankend] abgelehnt | leider nein | leider nicht
            $ich (möchte | möchten | will | wollen | brauche | brauchen | benötigen | benötige) (das | es | $offer) \
            [doch | leider] nicht [mehr] [annehmen | beauftragen | haben]
            ([das ist | ist | das wäre] [$uns | für $uns | leider]) [viel] zu teuer [für $uns] | das passt [$uns | \
            so] nicht
            [bitte] [das | $offer | das ticket | den auftrag | $task] (stornieren | ablehnen | abbrechen | löschen | \
            zurückziehen)
            [bitte] (stornieren | streichen | stoppen | brechen) sie (das | es | $offer | das ticket | den auftrag) \
            [bitte] [ab]
            (machen | machen sie | mach | tun sie) (das | es) [bitte] nicht | $ich (verzichte | verzichten) [darauf | \
            dankend]
            [das] (brauchen | brauche | wollen | will) $ich [das] nicht [mehr] | [das] hat sich erledigt | nicht \
            nötig
            $legen [bitte] nicht los | [das ticket] bitte schließen | vergessen sie es | vergiss es | stopp | stop

            == counter
            $bei = für | um | zu | auf | mit | bei | maximal | höchstens | nur | statt | etwa | ca
            $bei #other [$unit] (machen | nehmen | anbieten | erledigen | umsetzen | bekommen | hinbekommen | würden)
            [$bei] [$bei] #other [$unit] #end | $bei [$bei] #other $unit | #other $unit [maximal | stattdessen]

            == condition
            wenn | falls | sofern | soweit | sobald | vorausgesetzt | unter der (bedingung | voraussetzung) | solange \
            | außer | es sei denn | nur dann | je nachdem | insofern | vorbehaltlich | unter vorbehalt | ansonsten | \
            bedingt | im falle | ob | unter vorbehalt

            == postpone
            später | noch nicht | nicht jetzt | warten | warte | wartet | abwarten | verschieben | vielleicht | \
            morgen | übermorgen | nächste | nächsten | nächstes | nächster | kommende | kommenden | montag | dienstag \
            | mittwoch | donnerstag | freitag | samstag | sonntag | erst | vorerst | zunächst | zuerst | bis | ab | \
            nach | vor | evtl | eventuell | möglicherweise | wahrscheinlich | vermutlich | denke | glaube | überlegen \
            | überlege | melde $uns | melden $uns | bescheid | prüfe | prüfen | klären | kläre | abklären | abstimmen \
            | demnächst | irgendwann | januar | februar | märz | april | mai | juni | juli | august | september | \
            oktober | november | dezember | heute | unsicher | mal sehen | mal schauen | schauen | gucken | pausieren \
            | zurückstellen | jein

            == delegate
            chef | chefin | vorgesetzter | vorgesetzte | vorgesetzten | geschäftsführung | geschäftsleitung | einkauf \
            | buchhaltung | kollege | kollegin | kollegen | frage | fragen | rücksprache | freigabe von | \
            weitergeleitet | leite | abteilung | controlling | jemand | abwesenheit | abwesend | automatische | muss \
            noch

            == change
            aber | jedoch | allerdings | nur | statt | stattdessen | ohne | außerdem | zusätzlich | auch | noch | \
            ändern | andere | anderen | anderes | ergänzen | teilweise | teil | hälfte | günstiger | billiger | \
            weniger | mehr | rabatt | teuer | doch | trotzdem | dennoch | sondern | bloß | lediglich | einzig | \
            ferner | sowie | zudem | eher | lieber

            ($angebot | ticket | nr | nummer | version) #other

            == negation
            nicht | nie | nichts | kein | keine | keinen | keiner | keinem | niemand | weder | ohne | scherz | spaß | \
            quatsch | witz | ironie | widerrufe | widerrufen | widerruf | zurück | zurücknehmen | falsch | irrtum | \
            versehentlich | rückgängig | storno | stornierung | absage | ablehnung | unmöglich | nirgends | kaum | \
            ignorieren | von wegen | haha | ha ha | rückzug | abbruch | einspruch | widerspruch | ungültig | \
            hinfällig | verworfen

            == ask
            was | warum | wieso | weshalb | wer | wem | wen | welche | welcher | welches | wo | wie viel | wieviel | \
            wie | wann | können sie | kannst du | könnten sie | ist das | gibt es | haben sie | sollen wir | darf ich \
            | können wir

            == words
            aber | alle | allem | allen | aller | alles | als | also | am | an | auf | aus | bald | bei | beide | \
            beim | besser | bitte | da | dabei | dafür | dagegen | daher | damals | danach | daneben | dann | daran | \
            darauf | daraus | darf | darin | darum | das | dass | davon | davor | dazu | dem | den | denn | der | \
            deren | des | deshalb | dessen | die | dies | diese | diesem | diesen | dieser | dieses | dir | dort | \
            drei | durch | dürfen | ein | eine | einem | einen | einer | eines | ende | er | es | etwas | euch | euer \
            | eure | fast | fertig | früher | für | gab | ganz | gar | geben | gegen | gegenüber | gehen | geht | \
            genug | gerade | gestern | gesagt | gibt | gilt | gleich | grund | hab | habe | haben | halb | hat | \
            hatte | hatten | hätte | hätten | her | hier | hin | hinter | ihm | ihn | ihnen | im | immer | in | \
            inzwischen | ist | je | jede | jedem | jeden | jeder | jedes | jene | kann | kannst | könnte | könnten | \
            konto | kosten | kunde | kündigung | lang | lange | lassen | letzte | letzten | machen | macht | mal | \
            man | manche | mein | meine | meinem | meinen | meiner | mich | mir | mit | mittag | monat | monate | \
            muss | müssen | müsste | nachdem | nachfrage | neben | neu | neue | neuen | nun | nur | ob | oben | oder \
            | oft | pause | problem | punkt | rechnung | schon | sehr | sei | seid | sein | seine | seit | seitdem | \
            selbst | sich | sie | sind | so | sofort | sogar | soll | sollen | sollte | sollten | sonst | stand | \
            stück | stunde | stunden | tage | tagen | termin | trotz | über | überhaupt | um | und | uns | unser | \
            unsere | unten | unter | urlaub | viel | viele | vielen | vier | voll | vom | von | während | war | waren \
            | wäre | warum | weg | wegen | weil | weit | weiter | wenig | wer | werde | werden | wieder | will | wir \
            | wird | wirklich | woche | wochen | wohl | wollen | worden | wurde | wurden | würde | würden | zehn | \
            zeit | zudem | zum | zur | zurzeit | zusammen | zusatz | zwei | zwischen | fünf | sechs | sieben | acht | \
            neun | zwölf | zwanzig | dreißig | hoffentlich | angeblich | theoretisch | eigentlich | prinzipiell | \
            grundsätzlich | jetzt | egal | anfrage | änderung | änderungen | antrag | fehler | ausnahme | \
            einschränkung | bedingung | voraussetzung | zweifel | betreff | gesendet | ablauf | frist | jahr | jahre \
            | quartal | budget | entscheidung | genehmigung | prüfung
            """;

    private German() {}
}
