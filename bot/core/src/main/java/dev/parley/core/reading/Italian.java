package dev.parley.core.reading;

/** Italian phrases. "Si" without its accent is "one", or a yes: only before a stop or words that leave no doubt. */
final class Italian {
    static final String PHRASES = """
        $unit = credito | crediti | credits | punto | punti
        $price = [i | gli | questi | per i | per] #amount [$unit]
        $quote = preventivo | offerta | proposta | prezzo | stima | quotazione | importo | costo | valutazione
        $named = [numero | n [.] | n ° | nr [.]] #quote | versione #version
        $offer = (il | la | lo | questo | questa | vostro | vostra | il vostro | la vostra | il suo | la sua | \
        il tuo | la tua | al | alla | del | della | al vostro | alla vostra) [nuovo | nuova] $quote [$named] \
        [(di | da | per) $price] | l'offerta [$named] [(di | da | per) $price] | (all'offerta | dell'offerta | \
        sull'offerta) [$named]
        $it = $offer | $price | $named | ciò | questo | quanto (proposto | offerto)
        $noi = noi | me
        $side = per $noi | da parte (nostra | mia) | (dalla | da) (nostra | mia) parte | per quanto (mi | ci) \
        riguarda | per conto mio
        $now = subito | adesso | appena (potete | puoi | possibile | può) | quando (volete | vuoi | potete | \
        puoi | può | vuole) | il prima possibile | al più presto | quanto prima | immediatamente
        $work = con (i lavori | il lavoro | l'attività | la lavorazione | le attività | l'implementazione | lo \
        sviluppo | la realizzazione | $offer | quanto (proposto | offerto)) | i lavori | il lavoro | a lavorare \
        | lo sviluppo | l'attività
        $start = procedere | iniziare | cominciare | partire | continuare | proseguire | andare avanti | farlo \
        | avviare | dare avvio | eseguire | realizzarlo | incominciare

        == yes
        sì! [grazie | certo | certamente | confermo | confermiamo] | si #stop | si ['] #stop | si (grazie | \
        grazie mille | per favore | certo | certamente | confermo | confermiamo | va bene | procedete | procedi \
        | proceda | d'accordo | approvo | approviamo | accetto | accettiamo | volentieri | perfetto)
        (certo che sì! | certamente sì! | ovviamente sì! | assolutamente sì! | certamente | ovviamente | \
        naturalmente | senz'altro | senza dubbio) [,] [$side]
        d'accordo [(con | su | per) $it | $side] | d accordo | [$noi | io] (sono | siamo) [pienamente | \
        totalmente | assolutamente] d'accordo [(con | su | per | sul | sui | sulla) ($it | $quote | $quote \
        [$named] | crediti | #amount [$unit])] | (siamo | sono) d'accordo (nel | a | di) $start
        (ok | okay | va bene | benissimo | perfetto) $side | $side [è] [,] (ok | okay | va bene | va benissimo \
        | tutto bene | tutto ok | perfetto | approvato | a posto | vanno bene | d'accordo | sì! | procedete \
        [pure]) | $it (va | vanno) bene [$side] | (mi | ci) (va | vanno) [bene | benissimo] [$it] | (ok | okay \
        | va bene) (per | con) $it
        $verb = accetto | accettiamo | approvo | approviamo | confermo | confermiamo | autorizzo | autorizziamo
        [io | noi] [con la presente] [lo | la | vi | le | ti] $verb [con la presente | volentieri] [$it] \
        [$side]
        [vi | le] (confermo | confermiamo) [(di | che) (accettare | approvare | accettiamo | approviamo | \
        accetto | approvo) $it | l'accettazione [del $quote [$named] | della $quote [$named] | dell'offerta \
        [$named]] | l'approvazione [del $quote [$named] | della $quote [$named] | dell'offerta [$named]] | \
        l'ordine | l'incarico | (la | il) (mia | nostra | mio | nostro) (accettazione | approvazione | ok | \
        benestare | consenso)]
        (approvato | approvata | accettato | accettata | confermato | confermata | autorizzato | autorizzata) \
        [da (me | noi | parte nostra | parte mia)] [$it] | $quote [$named] (approvato | approvata | accettato | \
        accettata | confermato | confermata) [$side] | ($it | tutto) (è | e ') (approvato | approvata | \
        accettato | accettata | confermato | confermata | ok | a posto) [$side] | (è | e ') (approvato | tutto \
        approvato | accettato)
        (approvare | accettare) [:] #quote
        [ha | hai | avete] (il | la | avuto) (nostro | mio | nostra | mia) (ok | okay | benestare | \
        approvazione | consenso | via libera | autorizzazione | accordo)
        (ha | hai | avete) [il] (nostro | mio | nostra | mia) (ok | okay | benestare | approvazione | consenso \
        | autorizzazione)
        [(vi | le | ti)] (do | diamo) [il | la] [nostro | mio | mia | nostra] (ok | okay | benestare | \
        approvazione | consenso | via libera | autorizzazione) [(a | per) ($start | $it) | al $quote [$named]] \
        [$side]
        via libera [$side] | (avete | hai | ha) [il] via libera [$side] | (ok | benestare) (a | per) $start \
        [$side]
        [(ok | va bene) [,]] [pure] (procedete | proceda | iniziate | inizi | cominciate | partite | continuate \
        | proseguite | avviate) [pure | allora] [$now | $work] [$work | $now] [per favore | grazie]
        (procedi | parti | continua | vai) (pure | avanti | così | con $it) [$now] | procedi [$work] | (ok | va \
        bene | dai) [,] (vai | parti | inizia | comincia | fai | fallo | fatelo) [pure] | vai avanti [pure] | \
        andate (avanti | pure) [$work] | andiamo avanti [$work] | avanti (tutta | pure | così)
        (fate | fai | faccia) pure [così | come (proposto | da preventivo | da offerta)] | fatelo [pure] | \
        fallo pure | lo faccia pure
        [pure] (potete | puoi | può) [pure | quindi | tranquillamente | senz'altro] $start [pure] [$now | \
        $work] [$work | $now]
        (vi | la | ti) (prego | preghiamo) di $start [$work] [$now] | vi (chiedo | chiediamo) di $start [$work] \
        [$now]
        (vogliamo | voglio | vorremmo | desideriamo) (procedere | accettare | proseguire | andare avanti) [con] \
        [$it]
        (intendiamo | intendo) (procedere | accettare | proseguire) [con] [$it] | affare fatto | nulla osta \
        [$side] | nessuna obiezione $side

        == weak
        va bene | va benissimo | bene | benissimo | molto bene | perfetto | ottimo | certo | ottima idea | \
        fantastico | eccellente | bello | tutto ok | tutto bene | tutto a posto | tutto chiaro | chiaro | \
        capito | ricevuto | volentieri | esatto | esattamente | giusto | corretto | assolutamente | magari | \
        super | grande | suona bene | mi piace | ci piace | okei | è ok | è perfetto | buona idea | bravi | \
        bravissimi | buono | ci sta | a posto | ci siamo
        $offer (è | sembra | mi sembra | ci sembra) [molto] (buono | buona | ok | ragionevole | corretto | \
        corretta | equo | onesto | interessante | giusto)
        (il mio | il nostro | la mia) (capo | responsabile | team) (è d'accordo | ha approvato | dice di sì!)

        == doubt
        sì! [,] (sì! | come no | figurati | certo certo | vabbè) | si [,] si | certo [,] (certo | come no) | \
        come no | ma certo | magari | se lo dice lei | se lo dite voi | figuriamoci | vabbè | ah ah | va beh | \
        sì! [,] (domani | buonanotte)

        == courtesy
        $grazie = grazie | grazie mille | molte grazie | mille grazie | tante grazie | grazie infinite | grazie \
        ancora | grazie di nuovo | grazie (in anticipo | anticipatamente) | [la | vi | ti] (ringrazio | \
        ringraziamo) | grazie a (voi | lei | te | tutti)
        $cosa = preventivo | offerta | proposta | risposta | aiuto | informazione | informazioni | messaggio | \
        mail | email | supporto | spiegazione | chiarimento | chiarimenti | disponibilità | collaborazione | \
        velocità | rapidità | stima | lavoro | riscontro | dettagli
        $grazie [(per | del | della) [il | la | lo | le | i] [vostro | vostra | suo | sua | tuo | tua] [rapido \
        | rapida | celere | pronta | veloce | cortese] $cosa [rapida | veloce | $named] | (per l'offerta | \
        dell'offerta | per l'aiuto | per tutto | di tutto | per avermi risposto)] [#to | #from]
        per favore | per cortesia | cortesemente | e | allora | quindi | dunque | nessun problema | non c'è \
        problema | senza problemi
        $ciao = ciao | buongiorno | buon giorno | buonasera | buona sera | buon pomeriggio | salve | buondì | \
        gentile | gentili | gentilissimo | gentilissima | gent [.] | egregio | egregia | egregi | spettabile | \
        spett [.] | caro | cara | cari | carissimo | carissima | ehi
        $ciao [a tutti | a te | a voi | tutti | team | ragazzi | signori | signora | signore | staff | cliente]
        ($ciao | (ciao | buongiorno | salve | buonasera) (cara | caro | gentile)) [signor | signora | sig [.] | \
        sig . ra | dottor | dottoressa] #to
        spero (che vada tutto bene | che stiate bene | che stia bene | tutto bene)
        (scusate | scusa | scusi | mi scuso | ci scusiamo | perdonate) [per] (il | del) ritardo [nella risposta \
        | nel rispondere] | scusate per la risposta tardiva
        (resto | restiamo | rimango | rimaniamo) (in attesa | a disposizione) [di un (vostro | suo | tuo) \
        (riscontro | cenno) | di (vostre | sue) notizie] | in attesa di un vostro riscontro
        $side | $price | con $named | [per] (questo | questa) (ticket | richiesta | attività | lavoro | \
        segnalazione | progetto)
        $saluti = [cordiali | distinti | cari | tanti | migliori | i migliori | cordialissimi] saluti | un \
        (saluto | cordiale saluto | caro saluto | abbraccio) | cordialmente | con i migliori saluti | buona \
        (giornata | serata | domenica) [a tutti | a voi] | buon (lavoro | fine settimana | weekend | \
        pomeriggio) [a tutti | a voi] | a presto | in fede | cordialità | ciao
        $saluti [#from] | $saluti e grazie [#from] | grazie e (cordiali saluti | saluti | buona giornata) \
        [#from]
        inviato (da | dal mio) (iphone | ipad | cellulare | telefono | smartphone | android | samsung)
        non (ho | abbiamo) (altre) domande

        == timing
        $pronto = pronto | pronta | finito | terminato | completato | disponibile | fatto | risolto | online | \
        concluso
        [e] (quando | per quando | entro quando) (sarà! | è previsto | sarà! tutto | avremo | potremo avere) \
        [tutto] ($pronto | la consegna | il risultato | il lavoro) [?] | [e] (quando | da quando) (potete | \
        potreste | pensate di | riuscite a | puoi | potresti | può | potrebbe) (iniziare | cominciare | partire \
        | finire | terminare | consegnare | procedere) [?] | [e] quando (iniziate | cominciate | partite | \
        inizierete | comincerete) [?] | [e] in quanto tempo sarà! $pronto ? | [e] (quali sono i tempi | \
        tempistiche | quali tempi) [di (consegna | realizzazione)] ?
        [e] (fatemi | fammi | mi faccia | fateci) sapere quando (è | sarà!) $pronto

        == no
        no | no grazie | mai | assolutamente no | niente affatto | per niente | neanche per sogno | certo che \
        no | non d'accordo | per niente
        [mi dispiace | purtroppo | spiacente] [,] [ma] (no | non (accettiamo | accetto | possiamo accettare | \
        approviamo | approvo | confermo | confermiamo | siamo d'accordo | sono d'accordo | ci interessa | mi \
        interessa | siamo interessati | sono interessato | vogliamo | intendiamo | ne abbiamo bisogno | va \
        bene) [più] [$start] [$it])
        [purtroppo] (rifiuto | rifiutiamo | rifiutato | rifiutata | respinto | respinta | annullato | \
        annullata) [$it] | [è] troppo caro [per (noi | me)] | [è | e '] troppo (caro | costoso | cara) [$side]
        [per favore] (annullate | annulla | annulli | annullare | cancellate | cancella | chiudete | fermatevi \
        | fermate) [$it | tutto | il ticket | la richiesta] [per favore]
        non (procedete | procedere | iniziate | procedi | fatelo)

        == counter
        $per = per | a | solo | massimo | fino a | circa | al massimo | con | di | meno di
        [$per] [$per] #other [$unit] #end | $per [$per] #other $unit | #other $unit [massimo | al massimo]

        == condition
        se | qualora | purché | a condizione | a patto | salvo | tranne | eccetto | nel caso | in caso | a meno \
        | finché | fintanto | solo quando | una volta | dipende | sempre che | ammesso | altrimenti | \
        subordinato | condizionato | quando | non appena | appena

        == postpone
        più tardi | dopo | poi | non ancora | non adesso | non ora | aspettate | aspetta | aspettare | aspetti \
        | attendere | attendete | attendi | domani | dopodomani | prossima | prossimo | prossimi | lunedì | \
        martedì | mercoledì | giovedì | venerdì | sabato | domenica | gennaio | febbraio | marzo | aprile | \
        maggio | giugno | luglio | agosto | settembre | ottobre | novembre | dicembre | forse | può darsi | \
        probabilmente | possibilmente | credo | penso | suppongo | immagino | ritengo | fino a | prima | entro \
        | oggi | presto | rimandare | rimandiamo | posticipare | rinviare | pensarci | ci penso | riflettere | \
        valutare | valuto | valutiamo | valuterò | verificare | verifico | vediamo | vedremo | vi faccio sapere \
        | faremo sapere | farò sapere | confermerò | confermeremo | pausa | eventualmente | dubbio | dubbi | \
        teoricamente | sospendere | stasera

        == delegate
        capo | direttore | direttrice | direzione | responsabile | collega | colleghi | amministrazione | \
        contabilità | acquisti | finanza | cliente | ufficio | titolare | chiedere | chiedo | inoltro | \
        inoltrato | inoltrata | qualcuno | deve approvare | devono approvare | fuori ufficio | assente | \
        risposta automatica | ferie | vacanza

        == change
        ma | però | solo | soltanto | solamente | unicamente | senza | anche | inoltre | altro | altra | altri \
        | altre | diverso | diversa | modifica | modifiche | modificare | modificate | cambiare | cambiate | \
        cambia | aggiungere | aggiungete | aggiungi | togliere | togliete | meno | più | parte | prima parte | \
        metà | parzialmente | sconto | ridurre | riduzione | invece | al posto | tuttavia | comunque | eppure | \
        anziché | piuttosto | escluso | esclusa | primo punto | oltre | caro | economico

        ($quote | ticket | numero | versione) #other

        == negation
        non | né | mai | niente | nulla | nessuno | nessuna | nessun | neanche | nemmeno | neppure | no | senza \
        | scherzo | scherzavo | scherziamo | ironia | errore | sbaglio | sbagliato | annullare | annullato | \
        annullo | annulliamo | annullamento | revoco | revocare | ritiro | ritiriamo | rifiuto | rifiutare | \
        impossibile | dimenticate | dimentica | dimenticatelo | ignorate | ignora | falso | mica | macché

        == ask
        cosa | che cosa | perché | chi | quale | quali | dove | come | quanto | quanta | quanti | quante | è \
        possibile | potete dirmi | potreste | potresti | potrebbe | posso | possiamo | c'è | ci sono

        == words
        a | abbia | abbiamo | abbiano | accetta | accettano | accettata | accettate | accettare | accettasse | \
        accetti | accettò | accetterebbe | accetterei | accetteremmo | accetterà | accettazione | ad | adesso | \
        agli | ai | al | alcuni | alcuno | alcuna | all | alla | alle | allo | almeno | ancora | andare | \
        andato | anno | anni | annulleremo | appena | approva | approvano | approvare | approvate | approvi | \
        approverei | approveremmo | approverà | approvazione | aspettiamo | atteso | attesa | attenzione | \
        aveva | avere | avete | avrei | avremo | avuto | bisogno | bozza | brutto | c | caduto | casa | caso | \
        cento | che | ci | cinque | ciò | coi | col | colla | coloro | comprare | con | condizione | condizioni \
        | conferma | confermare | confermate | confermerei | conto | contratto | contro | correggere | cose | \
        così | costo | cui | d | da | dagli | dai | dal | dall | dalla | dalle | dallo | dare | data | davanti \
        | davvero | decidere | decisione | degli | dei | del | dell | della | delle | dello | dentro | detto | \
        deve | devo | devono | di | dica | dice | diciamo | dico | dicono | dieci | dietro | direi | disse | \
        domanda | dove | dovete | dovrebbe | dovremmo | due | durante | e | ecco | ed | egli | ella | era | \
        erano | eravamo | esatto | esse | essere | essi | euro | fa | facciamo | faccio | fai | fanno | fare | \
        fase | fatta | fatto | favore | fermi | ferma | fermo | fermare | fine | fino | firma | firmare | fra | \
        fu | fuori | gente | già | giorno | giorni | gli | gratis | gratuito | gratuitamente | ha | hai | hanno \
        | ho | i | idea | ieri | il | in | incidente | indietro | infatti | invalido | insieme | intanto | \
        interesse | io | l | la | lascia | lasciate | lasciare | lavori | le | lei | li | lo | loro | lui | \
        lungo | ma | macchina | mal | male | mando | me | meglio | mentre | mese | mesi | messo | mettere | \
        mezzo | mi | mia | mie | miei | mila | mille | minuti | minuto | mio | molta | molti | molto | momento \
        | momentaneamente | ne | negli | nei | nel | nell | nella | nelle | nello | niente | noi | nome | \
        nostra | nostre | nostri | nostro | nove | numero | o | ogni | ognuno | oltre | ora | ore | ordine | \
        otto | paga | pagare | parla | parlare | parlato | parole | passato | pausa | peggio | per | perciò | \
        pertanto | piano | piacere | po | poca | pochi | poco | possa | possano | posto | potere | potrei | \
        potrà | precedente | prego | prendere | presso | prevista | previsto | primo | principio | problema | \
        problemi | progetto | proprio | prova | provvisorio | pure | può | qua | qualche | qualcosa | qualsiasi \
        | qualunque | quattro | quei | quel | quella | quelle | quelli | quello | questa | queste | questi | \
        qui | quindici | report | relazione | rapporto | respinti | revocato | revocata | ricevuta | richiesta \
        | rifiutiamo | rifiutate | rifiuta | rimandato | rimandata | rinviato | rinviata | riserva | riserve | \
        rispetto | risposta | ritardo | ritirato | ritirata | riunione | sa | saprei | sai | sanno | sapere | \
        saremmo | sarebbe | sarei | scaduto | scaduta | scelta | scorso | scusa | secondo | seconda | sei | \
        semmai | sempre | sembra | sente | sentire | sette | settimana | settimane | si | sia | siamo | siano | \
        siate | siete | so | sono | sopra | sospeso | sospesa | sospendete | sospendi | sospendiamo | sotto | \
        spero | speriamo | spesso | sta | stai | stanno | stare | stato | stata | stati | stavolta | stesso | \
        stessa | stop | su | sua | sue | sugli | sui | sul | sull | sulla | sulle | suo | suoi | tale | tali | \
        tanto | tanta | te | tempo | tempi | terzo | test | ti | torno | tornare | tra | tre | troppo | tu | \
        tua | tue | tuo | tuoi | tutta | tuttavia | tutte | tutti | tutto | ultimo | ultima | un | una | uno | \
        urgente | va | vado | vai | valore | vanno | vecchio | venti | verso | vi | via | vicino | visto | voi \
        | volta | volte | vostri | vostre | vostro | vostra | vuoi | vuole | fermatevi | fermati | bloccate | \
        blocca | bloccato | bloccare | annullatelo | lasciamo | perdere | pendente | negativo | nullo | nulla | \
        rifiuterei | declino | decliniamo | oggetto | minore | crede | pensa | pensano
        """;

    private Italian() {}
}
