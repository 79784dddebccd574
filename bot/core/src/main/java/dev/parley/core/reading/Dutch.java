package dev.parley.core.reading;

/** Dutch phrases. "Ja hoor" may be meant either way and is no yes by itself. */
final class Dutch {
    static final String PHRASES = """
        $unit = credit | credits | punt | punten
        $price = [de | die | deze | jullie | uw] #amount [$unit]
        $quote = offerte | aanbod | voorstel | prijs | prijsopgave | schatting | inschatting | begroting | \
        kosten | raming | aanbieding
        $named = [nummer | nr [.]] #quote | versie #version
        $offer = (de | het | uw | je | jullie | deze | dit | die | dat) [nieuwe] $quote [$named] [(van | voor | \
        à | ter waarde van) $price]
        $it = $offer | $price | [$quote] $named | dit | dat | het
        $ik = ik | wij | we
        $ons = mij | ons | me
        $u = u | je | jij | jullie
        $side = wat ($ons) betreft | van (onze | mijn) kant | van $ons uit | voor $ons | namens ons
        $now = nu | meteen | direct | zo snel mogelijk | zsm | asap | zodra (het kan | $u (kunt | kan | \
        kunnen)) | gelijk | spoedig
        $work = met (de (werkzaamheden | uitvoering | opdracht | implementatie | bouw | ontwikkeling | klus) | \
        het werk | $offer) | ermee | hiermee | aan de slag
        $start = beginnen | starten | doorgaan | verder gaan | verdergaan | aan de slag [gaan] | van start \
        [gaan] | uitvoeren | doorvoeren | aan het werk gaan | loslegen | gaan | het [gaan] (doen | uitvoeren) | \
        dit [gaan] (doen | uitvoeren) | het werk uitvoeren | de werkzaamheden (starten | uitvoeren) | ermee aan \
        de slag [gaan]

        == yes
        ja | jazeker | jep | jup | ja [,] (graag | doe maar | dat is (goed | prima | akkoord) | is goed | prima \
        | zeker | natuurlijk | akkoord | ga maar | ga je gang) | ja wel
        [is | helemaal | volledig | ben | zijn] akkoord [(met | voor | op) ($it | alles)] [$side] | (is | dat \
        is | het is | alles is | $it is | $price zijn) [hierbij] akkoord [$side] | $side [,] [is (het | dit | \
        dat | alles) | is] (akkoord | goed | prima | ok | okay | in orde)
        $ik (ga | gaan | ben | zijn) [hierbij | hiermee | graag | volledig | helemaal] akkoord [met ($it | \
        alles)] [$side] | (hierbij | hiermee | bij deze | daarmee | hier) (ga | gaan | ben | zijn) $ik [mee] \
        akkoord [met $it] | met $it (ga | gaan | ben | zijn) $ik akkoord | (ga | gaan) akkoord [met $it] #end
        (hierbij | hiermee | bij deze) [akkoord | mijn akkoord | ons akkoord | onze goedkeuring | goedgekeurd] \
        [op | voor | met] $it #end | (hierbij | hiermee | bij deze) (akkoord | mijn akkoord | ons akkoord | \
        onze goedkeuring | mijn goedkeuring | goedgekeurd)
        (hierbij | hiermee | bij deze) [(geef | geven) $ik] [u | je | jullie] (akkoord | mijn akkoord | ons \
        akkoord | (onze | mijn) goedkeuring | groen licht | mijn fiat) [(op | voor | met) $it] [om te $start]
        (hierbij | hiermee | bij deze | graag) (bevestig | bevestigen | accepteer | accepteren | aanvaard | \
        aanvaarden) $ik [graag] ($it | de opdracht | onze opdracht | mijn akkoord | ons akkoord | onze \
        goedkeuring) | (hierbij | bij deze | hiermee) (keur | keuren) $ik ($it) goed
        $ik (accepteer | accepteren | aanvaard | aanvaarden | bevestig | bevestigen) [hierbij | graag] [$it | \
        de opdracht] [graag | hierbij] [$side] | $ik (keur | keuren) ($it) [hierbij | graag] goed | $ik (neem | \
        nemen) ($it) graag aan
        $ik (geef | geven) [hierbij] [u | je | jullie] [hierbij] (akkoord | groen licht | mijn akkoord | ons \
        akkoord | mijn goedkeuring | onze goedkeuring | de opdracht) [(op | voor) $it] [om te $start]
        $u (hebt | heeft | hebben | heb) [bij deze | hierbij] (mijn | ons | onze) (akkoord | goedkeuring | fiat \
        | toestemming | ok) | $u (hebt | heeft | hebben) groen licht | groen licht [$side] | (mijn | ons) \
        akkoord (hebt | heeft | heb) $u
        (goedgekeurd | geaccepteerd | bevestigd | aanvaard) [door $ons] [$it] [$side] | ($it | $quote [$named]) \
        [is | zijn] [hierbij] (goedgekeurd | geaccepteerd | akkoord | bevestigd | aanvaard) [$side] | $price \
        (is | zijn) (akkoord | goed | prima | ok | okay) [$side]
        (akkoord | ok | okay) (gegeven | bevonden) | opdracht (verstrekt | gegeven | bevestigd) | (goedkeuren | \
        accepteren) [:] #quote | akkoord [:] $it
        (dat | dit | het | $offer | alles) is [helemaal | wat $ons betreft] (goed | prima | in orde | ok | okay \
        | akkoord | uitstekend) (voor $ons | wat $ons betreft | zo) | is (goed | prima | ok | okay) (voor $ons \
        | wat $ons betreft)
        [daar | hier] (ben | zijn) $ik het [helemaal] mee eens | $ik (ben | zijn) het (ermee | hiermee | er mee \
        | met $it) eens | mee eens | eens met $it
        [ja | ok | okay | prima] [,] (doe [het] maar | doen maar | doe [dit | dat] maar [graag] | doe dat [maar \
        | graag] | doe het | doet u (maar | dat) [maar]) [zo]
        [dan] (ga | gaat u | gaan jullie) [maar | gerust | dan] (uw | je | jullie) gang [$work]
        (ga | gaat u) [gerust | dan] [maar] (door | verder | aan de slag | beginnen | van start | ervoor | \
        starten | maar los | aan het werk) [$work] [$now] | ga (gerust | maar) | ga ervoor | (ga | gaat u) \
        (gerust | maar) [gerust] [$now] (door | verder | aan de slag | beginnen | van start | starten) [$now]
        (begin | start | begint u | start u) [maar | gerust] [$now] [$work] [maar | gerust] [$now] #end | voer \
        (het | dit | maar) [maar] uit
        $u (kunt | kan | mag | kunnen | mogen) [wat $ons betreft] [$now | dan | gerust | gewoon | ermee] [$now \
        | gerust] $start [$work] [$now] #end
        [dan] graag [$now | zo] (uitvoeren | beginnen | starten | doorgaan | doen | doorvoeren | in gang zetten \
        | aan de slag [gaan] | inplannen en uitvoeren | opstarten | opdracht geven | verder [gaan] | laten \
        uitvoeren) [$now | $work] | (gelieve | verzoeke) te $start [$work]
        (natuurlijk | uiteraard | vanzelfsprekend | zeker weten | absoluut wel | jazeker) [,] [$side] | \
        tuurlijk
        $ik (wil | willen) [graag] (($offer [graag] (accepteren | aanvaarden)) | hiermee [graag] (verder | \
        doorgaan) | (dit | dat) [graag] [zo] laten uitvoeren) #end | $ik (nemen | neem) het [graag] aan
        (laten we | laten wij) (het [zo] doen | beginnen | starten | doorgaan | ervoor gaan | dit doen) | we \
        gaan ervoor | (zo | dat) doen we | geen bezwaar $side | $side geen bezwaar | afgesproken | (ok | okay | \
        prima | goed) $side | (ok | okay | prima) (voor | met) $it

        == weak
        goed | heel goed | prima | mooi | perfect | super | top | fijn | uitstekend | geweldig | helemaal goed \
        | is goed | is prima | dat is (goed | prima | fijn | mooi | top | super | ok | okay | perfect) | klinkt \
        (goed | prima | redelijk) | dat klinkt (goed | prima | redelijk) | ja hoor | graag | heel graag | zeker \
        | oké | oke | okee | begrepen | duidelijk | klopt | dat klopt | in orde | komt goed | helder | \
        ontvangen | lijkt $ons (goed | prima | een goed plan) | dat lijkt $ons (goed | prima) | ziet er goed \
        uit | dat ziet er goed uit | dat mag | mag | precies | exact | juist | goed idee | gaaf | tof | \
        prachtig | keurig | netjes | goed zo | alles (goed | prima | ok) | ok dan | nou goed | vooruit | \
        absoluut
        $offer (is | klinkt | lijkt $ons | ziet er uit) [erg | heel] (goed | prima | redelijk | ok | okay | \
        fair | netjes | acceptabel)
        (mijn | onze) (baas | chef | leidinggevende | collega) (is akkoord | gaat akkoord | vindt het goed)

        == doubt
        ja [,] ja | jaja | ja hoor [,] (tuurlijk | vast) | tuurlijk [,] joh | ja [,] (vast | doei | dag) | ja \
        hoor [,] ja | toe maar | als het moet | als het dan moet | vooruit dan maar | ha ha

        == courtesy
        $dank = bedankt | hartelijk bedankt | dank | dank u | dank je | dank je wel | dank u wel | dankjewel | \
        dankuwel | hartelijk dank | veel dank | alvast (bedankt | dank) | heel erg bedankt | hartstikke bedankt \
        | bij voorbaat dank | dank (alvast | jullie wel | zij) | met dank | vriendelijk bedankt | vriendelijk \
        dank | thanks | nogmaals (dank | bedankt) | dankbaar
        $ding = offerte | antwoord | reactie | hulp | informatie | info | bericht | mail | email | uitleg | \
        toelichting | voorstel | prijsopgave | inschatting | moeite | ondersteuning | medewerking | aanbod | \
        terugkoppeling | begroting
        $dank [voor (de | het | uw | je | jullie | een) [snelle | vlotte | duidelijke | prettige | goede | \
        heldere | uitgebreide] $ding [$named] | hiervoor | daarvoor | voor alles] [#to | #from]
        alstublieft | alsjeblieft | aub | ajb | svp | en | dan | dus | geen probleem | geen enkel probleem
        $dag = hallo | hoi | hoi hoi | hey | hai | goedemorgen | goedemiddag | goedenavond | goedendag | dag | \
        goede (morgen | middag | avond) | beste | geachte | lieve | hé!
        $dag [allemaal | team | mensen | collega | collegas | heer | mevrouw | heren | dames | heer mevrouw | \
        dames en heren | relatie | iedereen | supportteam | support] | geachte heer , mevrouw
        ($dag | (hallo | hoi | dag | goedemorgen | goedemiddag) beste) [heer | mevrouw | dhr [.] | mevr [.] | \
        mw [.] | meneer | de heer] #to
        ik hoop dat (alles goed gaat | het goed gaat | het goed met (u | je) gaat)
        (sorry | excuses | excuus) voor (de | mijn) (late | trage | verlate) (reactie | antwoord)
        $ik (hoor | horen | zien | zie) (het graag | graag van (u | je | jullie)) | $ik (kijk | kijken) (uit \
        naar | ernaar uit) [het resultaat]
        $side | [voor | van] $price | (dit | deze | voor dit | voor deze) (ticket | aanvraag | verzoek | \
        opdracht | klus)
        $groet = [met] [vriendelijke | hartelijke | beste | warme] (groet | groeten | groetjes) | met \
        vriendelijke groet | mvg | met vr [.] gr [.] | vr [.] gr [.] | gr [.] | groetjes | de groeten | \
        hoogachtend | tot snel | tot ziens | (fijne | goede | prettige) (dag | avond | middag | week | werkdag) \
        [verder | nog] | (fijn | goed | prettig) weekend | een fijne dag [verder] | nog een fijne dag | succes
        $groet [#from] | $groet en bedankt [#from]
        verzonden (vanaf | van | vanuit | met) mijn (iphone | ipad | mobiel | telefoon | smartphone | android | \
        samsung) | verstuurd vanaf mijn (iphone | ipad | telefoon | mobiel)
        $ik (heb | hebben) geen [verdere] vragen | geen [verdere] vragen

        == timing
        $klaar = klaar | gereed | af | afgerond | gedaan | beschikbaar | live | opgelost | geleverd
        [en] (wanneer | per wanneer | tegen wanneer) (is | zal | zou) (het | dit | dat | alles | het werk) \
        [ongeveer] ($klaar | $klaar zijn) [?] | [en] (wanneer | vanaf wanneer) (kunt u | kun je | kunnen jullie \
        | kan je | kunnen we | kunnen wij | kan ik) (beginnen | starten | leveren | het verwachten | het \
        resultaat verwachten | opleveren) [?] | [en] wanneer (begint u | begin je | beginnen jullie | start je \
        | starten jullie) [?]
        [en] (wat is de (levertijd | doorlooptijd | planning) | hoe lang duurt (het | dit) [ongeveer]) ?
        [en] (laat | laten) [u] [mij | me | ons] [even] weten wanneer (het | dit) $klaar is

        == no
        nee | neen | nee (dank u | dank je | bedankt | dank je wel | dank u wel | hoor) | nooit | zeker niet | \
        absoluut niet | helaas niet | niet akkoord | liever niet | geen (interesse | belangstelling | behoefte) \
        | in geen geval
        [helaas] $ik (ga | gaan | ben | zijn) [helaas] niet akkoord [met $it] | $ik (accepteer | accepteren) \
        ($it) niet
        [helaas] (afgewezen | afgekeurd | geweigerd | geannuleerd) | $ik (wijs | wijzen) ($it) [helaas] af | \
        $ik (zien | zie) er [helaas] van af | [dat | het | dit] [is] (veel | ons) te duur [voor $ons] | [dat | \
        het | dit | $offer] [is] te duur [voor $ons]
        [graag | gelieve | svp] (annuleren | annuleer | stoppen | stop | afwijzen | sluiten) [maar] [$it | het \
        ticket | alles] | (annuleer | stop | sluit) (het ticket | $it) | (doe | doe het) maar niet | $ik (hoef \
        | hoeven | wil | willen) (het | dit | dat) niet [meer]

        == counter
        $voor = voor | van | maximaal | hooguit | slechts | met | op | tot | alleen | ongeveer
        [$voor] [$voor] #other [$unit] #end | $voor [$voor] #other $unit | #other $unit [maximaal | max]

        == condition
        als | indien | mits | tenzij | zolang | onder (voorbehoud | voorwaarde) | op voorwaarde | behalve | \
        behoudens | zodra | wanneer | afhankelijk | hangt | ingeval | in geval | anders | alleen als | pas als \
        | pas wanneer | gesteld

        == postpone
        later | straks | nog niet | nu niet | wacht | wachten | wachten we | afwachten | morgen | overmorgen | \
        volgende | komende | maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag | januari | \
        februari | maart | april | mei | juni | juli | augustus | september | oktober | november | december | \
        misschien | wellicht | waarschijnlijk | mogelijk | denk | denken | geloof | vermoed | neem aan | tot | \
        eerst | pas | vanaf | na | voor het | vandaag | binnenkort | uitstellen | uitgesteld | stel uit | \
        nadenken | overleg | overleggen | bespreken | kijken | kijk | zien | controleren | check | checken | \
        laat weten | laten weten | kom erop terug | komen erop terug | kom terug | pauze | eventueel | twijfel \
        | twijfels | in principe | theoretisch | ooit | vanavond | voorlopig

        == delegate
        baas | chef | leidinggevende | manager | directeur | directie | collega | inkoop | financiën | \
        boekhouding | administratie | klant | afdeling | vraag | vragen | navragen | doorgestuurd | stuur door \
        | iemand | moet nog | moeten nog | moet goedkeuren | afwezig | afwezigheid | automatisch | vakantie | \
        buiten kantoor

        == change
        maar | alleen | slechts | enkel | zonder | ook | tevens | daarnaast | bovendien | ander | andere | \
        anders | wijzig | wijzigen | wijziging | verander | veranderen | toevoegen | voeg | weglaten | minder | \
        meer | deel | gedeelte | helft | gedeeltelijk | korting | goedkoper | duur | duurder | in plaats | \
        plaats | echter | hoewel | toch | wel | liever | behalve | uitgezonderd | eerste punt | eerste deel | \
        nog | eerder | extra

        ($quote | ticket | nummer | versie) #other

        == negation
        niet | nooit | niets | niks | niemand | geen | noch | zonder | nee | grap | grapje | ironie | ironisch \
        | fout | vergissing | vergis | vergist | annuleren | annuleer | geannuleerd | annulering | intrekken | \
        ingetrokken | trek | herroep | weiger | weigeren | geweigerd | onmogelijk | vergeet | vergeten | negeer \
        | nergens | nauwelijks | onzin | onwaar | afgewezen | afgekeurd | afkeuren

        == ask
        wat | waarom | wie | welke | welk | waar | hoe | hoeveel | kunt u | kun je | kunnen jullie | kan je | \
        is er | zijn er | mag ik | mogen we | kan het | is het | waarvoor | wordt

        == words
        aan | aantal | achter | af | al | alle | allen | alles | altijd | avond | ben | bent | beetje | beide | \
        bekend | beneden | beter | betalen | bij | binnen | blijft | boven | brief | budget | buiten | contract \
        | concept | daar | daarna | daarom | daarop | dag | dagen | dan | dank | dat | de | delen | den | der | \
        derde | deze | die | dient | dienst | dingen | dit | doe | doen | doet | door | drie | duizend | dus | \
        een | één | eens | eer | eerdere | eerste | eigen | eigenlijk | eind | einde | elk | elke | en | enige \
        | enkele | er | eraan | erg | ergens | erop | eruit | ervan | euro | euros | even | ga | gaan | gaat | \
        gaf | gang | ging | gauw | gebruiken | gedaan | geef | geld | geldig | geleden | genoeg | gestopt | \
        gesprek | gezegd | gezien | gisteren | gewoon | gratis | groot | had | hadden | half | halve | haar | \
        heb | hebben | hebt | heeft | heel | heen | help | helaas | hem | hen | het | hier | hij | hoe | hoeft \
        | hoor | hopelijk | hun | iets | ieder | iedere | ik | immers | in | inclusief | intussen | is | ja | \
        jaar | jaren | jij | jou | jouw | juist | kan | kans | keer | klaar | klein | kon | konden | kosten | \
        kreeg | krijgen | kunnen | kwam | laat | laatst | laatste | lang | langer | laten | links | maak | \
        maand | maanden | maken | man | me | mee | meest | men | met | mijn | midden | mij | minuten | moeten | \
        moest | moet | mocht | na | naar | naast | nam | neem | nemen | negen | nieuw | nieuwe | nodig | nog | \
        nou | nu | nul | of | om | omdat | onder | ondanks | ons | onze | ooit | op | open | opnieuw | over | \
        overal | per | plan | punt | rapport | reden | reeds | rond | ruim | sinds | snel | sommige | soms | \
        spoed | staat | staan | stop | stopt | stopgezet | stopzetten | stoppen | stuk | te | tegen | tenslotte \
        | terug | terwijl | test | tien | tijd | tijdens | toe | toen | totaal | tussen | twee | tweede | \
        twaalf | twintig | u | uit | uur | uren | uw | vaak | van | vanwege | vast | veel | verder | verkeerd | \
        vervallen | verlopen | verloopt | vier | vijf | vind | vindt | vinden | vol | volgens | voor | vooraf | \
        vorige | voordat | vraagt | wacht | waren | was | we | week | weekend | weken | weer | weet | weg | \
        wegens | weinig | welkom | werd | werden | werk | werkelijk | weten | wie | wij | wil | willen | wist | \
        worden | wou | zal | zaak | ze | zeer | zeg | zeggen | zegt | zei | zelf | zelfs | zes | zeven | zich | \
        zij | zijn | zo | zoals | zou | zouden | zoiets | zullen | acht | voorwaarde | voorwaarden | voorbehoud \
        | toestemming | goedkeuring | besluit | besluiten | beslissen | beslissing | terugtrekken | schrappen | \
        schrap | opschorten | opgeschort | ongeldig | nietig | afgelast | laat maar | zitten | afgeblazen | \
        stopte | onderwerp | datum | betreft | bericht | antwoord | uiterlijk | mocht | hoogstens | vraagje | \
        betaald | factuur
        """;

    private Dutch() {}
}
