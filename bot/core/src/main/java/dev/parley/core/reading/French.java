package dev.parley.core.reading;

/** French phrases. "Valide" without its accent is no approval, but "valid". */
final class French {
    static final String PHRASES = """
        $je = je | nous | on
        $unit = crédit | crédits | credits | point | points
        $price = [les | ces | vos | des] #amount [$unit]
        $quote = devis | offre | proposition | prix | estimation | chiffrage | tarif | montant | évaluation
        $named = [numéro | n ° | nº | no [.]] #quote | version #version
        $offer = (le | la | ce | cette | votre | ton | ta | au | du | dudit) [nouveau | nouvelle] $quote \
        [$named] [(de | pour | à) $price] | (l'offre | l'estimation | l'évaluation) [$named] [(de | pour | à) \
        $price]
        $it = $offer | $price | $named | cela | ça | ceci
        $moi = moi | nous
        $side = pour $moi | de (mon | notre) côté | de (ma | notre) part | en ce qui (me | nous) concerne
        $now = maintenant | tout de suite | dès maintenant | dès que possible | au plus vite | au plus tôt | \
        dès que vous (pouvez | le pouvez | pourrez) | dès que tu (peux | le peux) | quand vous (voulez | \
        voudrez | pouvez | pourrez) | quand tu (veux | peux) | rapidement | sans attendre | sans tarder | \
        aussitôt
        $work = les travaux | le travail | la réalisation | la mise en oeuvre | le développement | \
        l'intervention | la prestation | la suite | aux travaux | à la réalisation | à la mise en oeuvre | au \
        développement | à l'intervention | à la suite
        $start = commencer | démarrer | procéder | lancer | continuer | poursuivre | y aller | faire | le faire \
        | avancer | débuter | vous lancer | te lancer | vous y mettre | t'y mettre | engager | réaliser | \
        foncer

        == yes
        oui | oui [,] (je veux bien | nous voulons bien | c'est bon | ça me va | volontiers | avec plaisir)
        d'accord [avec $it | pour $it | $side] | d accord | daccord | dac | (ok | okay) (pour | avec) ($moi | \
        $it) | (ok | okay) $side
        $je (suis | sommes | est) [tout à fait | entièrement | totalement | bien] d'accord [avec $it | pour $it \
        | sur $it | pour (procéder | commencer)]
        (c'est | tout est) (d'accord | bon | parfait | ok | okay | validé! | accepté | approuvé | confirmé) \
        $side
        c'est (d'accord | validé! | accepté! | approuvé! | confirmé! | entendu) [pour $it] | $side [,] (c'est | \
        tout est) (bon | ok | d'accord | parfait | validé!) | $side [,] (d'accord | ok | oui | ça va | ça \
        marche | pas de problème allez y | aucune objection) | aucune objection $side
        $verb = valide | validons | accepte | acceptons | approuve | approuvons | confirme | confirmons
        $je [vous | te | le | la | l'] (($verb) | (les $verb)) [donc | bien] [$it] [$side]
        (j'accepte | j'approuve | nous l'acceptons | je l'accepte | on l'accepte | j'autorise | nous \
        l'approuvons | je l'approuve) [donc | volontiers | bien | donc bien] [$it] [$side]
        $je [vous] (confirme | confirmons) [par la présente] ((mon | notre) (accord | acceptation | approbation \
        | validation) [pour $it | sur $it | de $it | concernant $it] | que ($je (accepte | acceptons | valide | \
        validons | approuvons) $it | j'accepte $it) | la commande | l'acceptation (de $it | $offer) | la \
        validation $offer)
        (j'ai | $je (avons | a)) (validé! | accepté | approuvé) $it
        (bon pour accord | bon pour (commande | $moi) | accord donné | devis signé | accordé!) [$side]
        (validé! | validée! | accepté! | acceptée! | approuvé! | approuvée! | confirmé! | confirmée!) [par \
        $moi] [$it] [$side]
        ($offer | $named) (est | sont) [bien] (validé! | validée | accepté | acceptée | approuvé | approuvée | \
        confirmé) [$side] | $quote [$named] (accepté | acceptée | approuvé | approuvée | confirmé | validé! | \
        validée!) [$side] | $price (est | sont) (acceptés | validés)
        (approuver | accepter | valider) [:] #quote
        ((vous avez | tu as) [donc] | $je (vous | te) (donne | donnons | confirme | confirmons)) [donc | bien] \
        (mon | notre | le) (accord | feu vert | ok | okay | go | aval | approbation | autorisation | \
        consentement) [pour ($start | $it | $start $work) | $side]
        [mon | notre | j'ai le] feu vert [$side] | (mon | notre) accord [pour $it] #end | accord [pour $it] \
        #end | marché conclu
        (ça | cela | $offer | $price | tout | ce) (me | nous) (va | convient | conviennent | vont) [bien | \
        parfaitement | très bien | tout à fait] | (ça | cela) (va | marche | roule) (pour $moi) | ça (convient) \
        $side
        [bien] (allez | vas) y [$now | donc | pour moi] | allons y | on y va | on fonce | c'est parti | go | \
        fonce | foncez | on (part | y va) là dessus | on fait comme ça | faisons comme ça | (faites | fais) \
        [donc | le] [ainsi | comme ça | comme proposé | comme prévu | le nécessaire] (s'il vous plaît | svp | \
        stp | s'il te plaît)
        (faites | fais) (le | ainsi | comme ça | comme proposé | le nécessaire)
        [et] [donc] (vous pouvez | tu peux | on peut | je vous laisse | je te laisse | merci de | merci de bien \
        vouloir | je vous prie de | veuillez | nous vous prions de | $je vous (demande | demandons) de) [donc | \
        bien sûr] $start [$work] [$now] [$side]
        [donc] (commencez | démarrez | procédez | lancez | continuez | poursuivez | avancez) [$work] [$now | \
        donc]
        (commence | démarre | lance | continue) ($work | svp | stp | s'il te plaît | $now) [$now]
        [bien] (bien sûr | bien sur | bien entendu | évidemment | naturellement) [que oui] | sans hésiter | \
        affirmatif
        (je souhaite | nous souhaitons | je veux | nous voulons | nous souhaiterions | j'aimerais) (accepter \
        $it | valider $it | donner suite à $it | poursuivre [avec $it])
        ($je (passe | passons) commande | $je prenons $it | je prends $it | nous prenons $it | (je retiens | \
        nous retenons) $offer)

        == weak
        bien | très bien | parfait | super | génial | excellent | impeccable | nickel | entendu | compris | \
        c'est bon | ça marche | ça roule | ça va | ça joue | tout à fait | absolument | exactement | volontiers \
        | avec plaisir | c'est parfait | c'est noté | noté! | bien noté | bien reçu | c'est clair | \
        certainement | pourquoi pas | ouais | ouaip | bonne idée | cool | top | merveilleux | formidable | \
        c'est (super | bien | gentil | correct | raisonnable | honnête) | bonne nouvelle | tout est ok | c'est \
        ok | c'est raisonnable | (ça | cela) me (semble | paraît) [bien | correct | raisonnable | bon | ok]
        $offer (est | me semble | nous semble) (bon | correct | raisonnable | ok | intéressant | honnête | \
        bien)
        (mon | notre) (chef | patron | équipe) est d'accord

        == doubt
        oui [,] oui | mais (bien sûr | oui) | c'est (cela | ça) [,] oui | oui [,] c'est (cela | ça) | ben (oui \
        | voyons) | si vous (le dites | voulez) | si tu (le dis | veux) | pourquoi pas | cause toujours | ha ha \
        | oui [,] (bon | enfin | peut être) | ah oui | tu parles | vous plaisantez | d'accord [,] d'accord

        == courtesy
        $merci = merci | merci beaucoup | merci bien | un grand merci | mille mercis | merci infiniment | merci \
        d'avance | merci par avance | merci encore | je vous remercie | nous vous remercions | je te remercie | \
        remerciements | avec (mes | nos) remerciements | en vous remerciant [d'avance | par avance]
        $chose = devis | offre | proposition | réponse | retour | aide | information | informations | message | \
        mail | email | explication | explications | réactivité | rapidité | estimation | chiffrage | précisions \
        | disponibilité | travail | efficacité | patience
        $merci [(pour | de) [le | la | ce | cette | ces | les | votre | vos | ton | ta | tes | cet] [rapide | \
        prompte] $chose [rapide | si rapide | détaillé | détaillée | $named] | pour (tout | l'offre | \
        l'estimation | l'information | cela | ça) | d'avoir répondu [si vite | aussi vite]] [à (vous | tous | \
        toi | vous tous | toute l'équipe)] [#to | #from]
        s'il vous plaît | s'il vous plait | s'il te plaît | svp | stp | et | donc | alors | pas de problème | \
        aucun problème | pas de souci | pas de soucis | aucun souci | sans problème
        $bonjour = bonjour | bonsoir | salut | coucou | re bonjour | rebonjour | hello | bjr
        $bonjour [à tous | à toutes | à toutes et à tous | à vous | tous | toutes | tout le monde | l'équipe | \
        messieurs | mesdames | madame | monsieur | madame monsieur | mesdames messieurs]
        madame [,] monsieur | madame | monsieur | mesdames [,] messieurs | (chère | cher | chers) (madame | \
        monsieur | collègues | équipe | tous | client | messieurs)
        ($bonjour | cher | chère | $bonjour cher | $bonjour chère) [monsieur | madame | m [.] | mme [.] | mlle] \
        #to | (monsieur | madame) #to
        j'espère que (vous allez | tu vas | tout va) bien | comment allez vous ?
        (désolé | désolée | pardon | excusez moi | veuillez m'excuser | avec mes excuses | toutes mes excuses | \
        excuse moi) [pour | de | du] [le | la | ma | cette] (retard | réponse tardive | délai | délai de \
        réponse)
        [et] (je reste | nous restons) à (votre | ta) disposition | dans l'attente (de votre retour | de vous \
        lire | de vos nouvelles | du résultat | de la livraison) | au plaisir de vous lire | au plaisir
        $side | [pour | de | à] $price | [pour] (ce | cette) (ticket | demande | tâche | travail | projet | \
        dossier)
        $fin = [bien] cordialement | [très] cordialement | sincères salutations | salutations [distinguées | \
        cordiales | sincères] | [meilleures | sincères] salutations | bien à (vous | toi) | (bonne | très bonne \
        | belle) (journée | soirée | fin de journée | semaine | après midi) [à (vous | tous | toi)] | (bon | \
        excellent) week end [à (vous | tous)] | respectueusement | amicalement | amitiés | crdlt | cdt | cdlt | \
        à bientôt | à plus | bises | cordiales salutations | bon courage | très bonne réception | bonne \
        continuation | (veuillez agréer | je vous prie d'agréer) [,] [madame [,] monsieur | madame | monsieur] \
        [,] [l'expression de] (mes | nos) [sincères | meilleures | respectueuses] (salutations | sentiments) \
        [distinguées | distingués | les meilleurs]
        $fin [#from] | $fin et merci [#from]
        envoyé (de | depuis) mon (iphone | ipad | mobile | téléphone | smartphone | portable | android | \
        samsung)
        (je n'ai | nous n'avons) (pas | plus) de questions

        == timing
        $pret = prêt | prête | terminé | fini | disponible | livré | fait | opérationnel | en ligne | résolu
        [et] (quand | pour quand) est ce que (ce sera | cela sera | ça sera | c'est | vous (pouvez | pourrez | \
        pensez pouvoir) (commencer | démarrer) | vous (commencez | démarrez)) [$pret] [?]
        [et] (quand | pour quand) (ce sera | cela sera | sera ce | c'est | ça sera | sera) [t il] [$pret] ?
        [et] (quand | à partir de quand) (pouvez vous | pourrez vous | pourriez vous | peux tu | pensez vous \
        (pouvoir)) (commencer | démarrer | livrer | terminer | vous y mettre | intervenir) [?] | [et] quand \
        (commencez vous | commencerez vous | démarrez vous | commences tu | pensez vous (commencer | terminer | \
        finir)) [?]
        [et] (ce sera | ça sera | c'est) [$pret] (quand | pour quand) ? | [et] (dans | sous) quel délai ? | \
        [et] quel (est | serait | sera) le délai [de réalisation | de livraison] ?
        [et] (tenez moi au courant | dites moi | prévenez moi | dis moi | merci de me (dire | prévenir)) quand \
        (ce sera | c'est | cela sera | ça sera) $pret

        == no
        non | non merci | pas d'accord | jamais | surtout pas | en aucun cas | hors de question | pas question \
        | pas du tout | certainement pas | non plus | absolument pas
        $je (ne (suis | sommes | est)) pas (d'accord | intéressé | intéressés | intéressée) [avec $it | par \
        $it]
        $je ne (valide | validons | acceptons | confirme | confirmons | souhaite | souhaitons | souhaitons | \
        voulons | veux) (pas | plus) [donner suite | $it] [à $it] | (je n'accepte | nous n'acceptons | je \
        n'approuve | nous n'approuvons) pas [$it]
        (refusé | refusée | rejeté | annulé | devis refusé | je refuse | nous refusons | je décline | nous \
        déclinons) [$it]
        [c'est] [trop | bien trop | beaucoup trop] cher [pour ($moi)] | (ça | cela) ne (me | nous) convient pas
        [merci d' | veuillez | svp] (annuler | annulez | annule | arrêtez | stoppez | refuser) [$it | le ticket \
        | la demande | tout] | merci d'annuler [$it | le ticket | la demande | tout]
        (désolé | malheureusement | désolée) [,] [mais] (non | c'est non) | c'est non | ce n'est pas possible \
        [$side]

        == counter
        $pour = pour | à | de | seulement | maximum | max | jusqu'à | environ | que | plutôt
        [$pour] [$pour] #other [$unit] #end | $pour [$pour] #other $unit | #other $unit [maximum | max | au \
        lieu]

        == condition
        si | s'il | s'ils | sauf | à condition | sous réserve | sous condition | tant que | pourvu | à moins | \
        dès que | une fois que | une fois | lorsque | quand | selon | dépend | en fonction | au cas où | dans \
        le cas | sinon | en cas | seulement si | aussitôt que | moyennant | conditionné

        == postpone
        plus tard | pas encore | pas maintenant | attendez | attends | attendre | demain | la semaine prochaine \
        | prochain | prochaine | prochains | lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | \
        janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre | novembre | \
        décembre | peut être | probablement | sans doute | je pense | je crois | je suppose | j'imagine | \
        jusqu'à | jusqu'au | avant | d'abord | après | ensuite | puis | bientôt | aujourd'hui | reporter | \
        reporté | reportons | repousser | réfléchir | réfléchis | réflexion | je reviens vers vous | reviendrai \
        | reviens | reviendrons | vérifier | vérifie | voir | verrai | verrons | éventuellement | hésite | \
        suspendre | pause | partir de | provisoirement | en attente | en principe | a priori | théoriquement | \
        normalement

        == delegate
        chef | patron | patronne | directeur | directrice | direction | responsable | collègue | collègues | \
        service | achats | comptabilité | compta | finance | finances | client | cliente | hiérarchie | gérant \
        | gérante | manager | demander | demande à | transmets | transfère | transféré | quelqu'un | doit \
        valider | doivent valider | absent | absente | absence | réponse automatique | congés | congé | \
        vacances

        == change
        mais | seulement | uniquement | juste | sans | aussi | également | en plus | par contre | en revanche | \
        cependant | toutefois | autre | autres | différent | changer | changez | modifier | modifiez | \
        modification | ajouter | ajoutez | ajoute | enlever | enlevez | retirer | retirez | supprimer | moins | \
        plus | partie | moitié | partiellement | remise | réduction | rabais | cher | plutôt | au lieu | à la \
        place | excepté | hormis | hors | premier point | première partie | quand même | malgré | pourtant | \
        néanmoins | encore

        ($quote | ticket | numéro | version) #other

        == negation
        ne | n'est | n'ai | n'avons | n'accepte | n'acceptons | n'approuve | pas | jamais | rien | personne | \
        aucun | aucune | ni | non | sans | nullement | guère | blague | plaisante | plaisanterie | rigole | \
        erreur | trompé | annuler | annulation | annule | annulons | annulez | refus | refuse | refusons | \
        impossible | oubliez | oublie | ignorez | ignorer | rétracte | retire | faux | interdit

        == ask
        quoi | pourquoi | qui | que | quel | quelle | quels | quelles | où | comment | combien | est ce que | \
        est ce | pouvez vous | pourriez vous | peux tu | pourrait on | peut on | avez vous | y a t il | faut il \
        | qu'est ce

        == words
        a | à | ai | aie | ait | alors | annulée | arrête | arrêté | arrêter | as | assez | au | aucune | \
        aujourd'hui | aussi | autant | auparavant | auquel | aurait | aurais | aussitôt | autrement | aux | \
        avais | avait | avant | avec | avez | avoir | avons | ayant | beaucoup | besoin | bon | bonne | bonnes \
        | bons | budget | c | c'est | c'était | car | ce | ceci | cela | celle | celles | celui | cent | cents \
        | ces | cet | cette | ceux | chaque | chez | chose | ci | cinq | comme | compris | compte | contrat | \
        contre | coûte | coûter | coût | d | d'un | d'une | dans | de | déjà | deçà | decide | décider | \
        décision | dehors | delà | demi | depuis | dernier | dernière | derrière | des | dès | dessous | dessus \
        | deux | deuxième | devant | devra | devrait | dire | dis | disait | dit | disent | disons | dirais | \
        dirait | dix | doit | doivent | dois | donner | dont | dos | douze | du | durant | elle | elles | en | \
        encore | enfin | entre | envers | environ | es | essai | est | et | étaient | était | étant | état | \
        été | être | eu | euro | euros | eux | facture | faire | fait | faites | faut | fois | font | frais | \
        gratuit | gratuite | gratuitement | heure | heures | hier | hors | huit | hum | ici | il | ils | \
        incident | j'ai | j'aurais | je | jour | jours | jouer | jusque | l | l'on | la | là | laisse | laisser \
        | laissez | laquelle | le | lequel | les | leur | leurs | lors | lui | ma | madame | main | maintenant \
        | mal | malheureusement | me | même | mêmes | mes | mettre | mieux | mille | minute | minutes | mis | \
        moi | mois | mon | moment | monsieur | montre | mot | n | négatif | neuf | niveau | nommé | nos | \
        notamment | notre | nôtre | nous | nouveau | nouveaux | nul | nulle | objet | on | ont | onze | or | ou \
        | oublié | oublier | par | parce | pardon | parfois | parle | parler | parmi | part | pas | payer | \
        pendant | permis | peu | peut | peuvent | peux | pire | plupart | plusieurs | point | pour | pourra | \
        pourrait | premier | première | prenez | prends | prendre | près | presque | prévu | problème | proche \
        | prochainement | puisque | qu | qu'il | qu'elle | qu'ils | qu'on | quatre | quelque | quelques | \
        question | questions | quinze | quitte | refaire | refuser | refusez | regarder | rejetée | rejette | \
        rejetons | rendez | repos | répondre | rester | retard | retirée | retrait | revenir | révoqué | \
        révoquée | s | sa | sais | sait | sans | savoir | se | seconde | sept | sera | serai | seraient | \
        serais | serait | serons | seront | ses | seul | seule | sien | six | soi | soit | soient | son | sont \
        | sous | souvent | stop | stoppe | stoppé | suffit | suis | suite | sur | suspendu | suspendue | \
        suspendez | suspends | ta | tant | tard | te | tel | telle | temps | tenez | tes | texte | toi | ton | \
        tôt | toujours | tous | tout | toute | toutes | travail | travaux | très | trois | trop | trouve | \
        trouver | tu | un | une | urgence | urgent | urgente | va | vais | vas | vers | veut | veulent | veux | \
        vingt | vite | voici | voilà | voir | vont | vos | votre | voulez | vouloir | voulu | vous | vrai | \
        vraiment | vu | week | y | zéro | j'accepterais | accepterais | accepterions | accepterait | \
        accepteriez | validerais | validerions | validerait | validera | validerons | accepterons | \
        approuverais | approuverions | accepter | valider | approuver | acceptez | approuvez | validez | \
        acceptation | validation | approbation | confirmation | confirmer | confirmez | confirmerai | \
        confirmerons | annulés | différé | différée | différer | ajourné | ajournée | caduc | caduque | expiré \
        | expirée | invalide | brouillon | test | abandonné | abandonnée | abandonner | abandonnez | \
        abandonnons | rejeter | rejetez | décliné | décline | déclinons | décliner | refusés | restez | \
        patientez | patience | arrêtons | minuit | midi | matin | soir
        """;

    private French() {}
}
