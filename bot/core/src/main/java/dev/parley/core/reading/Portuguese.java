package dev.parley.core.reading;

/** Portuguese phrases, of Brazil and of Portugal. */
final class Portuguese {
    static final String PHRASES = """
        $unit = crédito | créditos | credits | ponto | pontos
        $price = [os | estes | esses | dos] #amount [$unit]
        $quote = orçamento | proposta | oferta | preço | estimativa | cotação | valor | custo
        $named = [número | nº | n ° | n [.]] #quote | versão #version
        $offer = (o | a | este | esta | esse | essa | vosso | vossa | o seu | a sua | a vossa | o vosso | ao | \
        à | do | da | sua | seu) [novo | nova] $quote [$named] [(de | por | no valor de) $price]
        $it = $offer | $price | $named | isso | isto
        $side = (da | pela | de) (minha | nossa) parte | por mim | por nós | para (mim | nós) | do (meu | \
        nosso) lado | por nossa parte | pra mim | pra nós
        $now = já | agora | assim que (puderem | puder | possível | conseguirem) | quando (quiserem | quiser | \
        puderem | puder) | o quanto antes | o mais rápido possível | o mais breve possível | logo que possível \
        | imediatamente
        $work = com (o trabalho | os trabalhos | a execução | o desenvolvimento | o serviço | a implementação | \
        isso | isto | o pedido | $offer) | o trabalho | os trabalhos | o serviço | a execução | o \
        desenvolvimento
        $start = começar | iniciar | avançar | prosseguir | seguir [em frente] | proceder | continuar | fazer | \
        executar | dar (início | andamento | seguimento | continuidade) [ao trabalho | aos trabalhos | ao \
        serviço] | tocar | dar (seguimento | andamento) | ir em frente | realizar | implementar

        == yes
        sim [senhor | senhora] | claro que sim | com certeza | sem dúvida | com todo o gosto
        (sim | ok | okay | certo | perfeito | beleza | claro) [,] (pode fazer | podem fazer | faça | façam | \
        faz | bora | manda ver | vamos em frente | vamos lá)
        [estou | estamos] [totalmente | plenamente | inteiramente] de acordo [com (o | a | todos os | $it) \
        [$quote] [$named] | com tudo] [$side] | acordado [$side]
        $verb = aceito | aceitamos | aprovo | aprovamos | confirmo | confirmamos | autorizo | autorizamos | \
        concordo | concordamos
        [eu | nós] [por este meio | pela presente] $verb [com] [por este meio] [$it | a execução] [$side]
        (confirmo | confirmamos) [que] ((aceito | aceitamos | aprovo | aprovamos) $it | (a | o) (aprovação | \
        aceitação | aceite | adjudicação | pedido | encomenda | nossa aprovação | minha aprovação) [de $it | \
        $offer]) [$side]
        (adjudico | adjudicamos | adjudicado) [$it]
        (aprovado | aprovada | aceite | aceito | confirmado | confirmada | autorizado | autorizada) (por (mim | \
        nós) | $side) | (aprovado | aprovada | confirmado | confirmada | autorizado | autorizada) $it | \
        aprovado | aprovada | confirmado | confirmada | autorizado | autorizada | aceite [por $side]
        $quote [$named] (aprovado | aprovada | aceite | aceito | confirmado | confirmada | autorizado | \
        autorizada) [$side] | ($it | tudo) (está | é | fica | estão) (aprovado | aprovada | aceite | aceito | \
        autorizado | autorizada | aprovados | confirmado) [$side] | (está | fica) (aprovado | aprovada | aceite \
        | autorizado) [$side] | $side [está | fica] [,] (aprovado | aprovada | tudo bem | tudo certo | tudo ok \
        | ok | okay | de acordo | sim | autorizado | está ok | está bem | pode ser | pode fazer | podem avançar \
        | pode seguir | avancem | tá ok | tá aprovado)
        (ok | okay | tudo (ok | bem | certo)) $side | $price [está | estão | é | são | tá] (ok | okay | bem | \
        ótimo | de acordo | aprovado | aprovados) [$side] | (ok | okay) (para | com | pelos | por) $it
        (aprovar | aceitar) [:] #quote
        [já] (têm | tem | tens | vocês têm | você tem) (a (minha | nossa) | o (meu | nosso) | nossa | minha | \
        nosso | meu) (aprovação | ok | okay | aval | autorização | consentimento | concordância | luz verde | \
        sinal verde)
        (dou | damos) [a | o] (minha | nossa | meu | nosso) (aprovação | ok | okay | aval | autorização | \
        consentimento | concordância) [$side | a $it | para $start] | [têm | tem | dou | damos] (luz verde | \
        sinal verde) [$side] | (meu | nosso) de acordo
        [então | vocês | você] (pode | podem | podes) [já | então | sim | por favor] $start [já] [$now | $work] \
        [$work | $now] [por favor]
        (pode | podem) [sim] (mandar | tocar | mandar ver | executar) [$work] | pode mandar bala
        [por favor] (avancem | avance | prossigam | prossiga | procedam | proceda | comecem | comece | iniciem \
        | inicie | sigam | siga | continuem | continue | façam | faça) [já | por favor | então] [em frente | \
        $now | $work | isso] [$work | $now] [por favor]
        avança ($now | por favor) | vamos (em frente | avançar [$work] | fazer | a isso | nessa | lá | \
        prosseguir [$work]) | bora [lá | fazer] | toca a andar | manda (ver | bala) | é para avançar
        (gostaríamos | gostaria | queremos | quero | pretendemos | desejamos) [de] (avançar | prosseguir | \
        seguir em frente | aceitar | aprovar | seguir) [com] [$it] #end
        (solicito | solicitamos | peço | pedimos) (o início | a execução | que (avancem | iniciem | comecem | \
        prossigam)) [dos trabalhos | do trabalho | do serviço | $work]
        negócio fechado | combinado [,] (pode fazer | pode seguir | avancem | podem avançar) | sem objeções \
        $side | nada a opor [$side] | parece (me | nos) bem [$it] | (me | nos) parece [muito] bem [$it] | \
        (serve | convém) (me | nos)

        == weak
        tudo (bem | certo | ok | bom) | está (bem | bom | ótimo | certo | ok) | tá (bom | bem | certo | ok) | \
        bem | bom | muito (bem | bom) | ótimo | perfeito | excelente | certo | claro | beleza | combinado | \
        fechado | entendido | entendi | recebido | blz | legal | show | maravilha | joia | bacana | boa | boa \
        ideia | fixe | porreiro | top | pode ser | com gosto | com prazer | concordância | exato | exatamente | \
        correto | positivo | valeu | parece bom | gostei | parece ótimo | percebido | certamente | naturalmente \
        | sem problemas
        $offer (está | é | parece | me parece) [muito] (bom | boa | ok | razoável | justo | justa | correto | \
        certo | interessante | ótimo | adequado)
        (o meu | meu | o nosso | nosso) (chefe | time | diretor) (aprovou | concorda | disse que sim)

        == doubt
        sim [,] sim | pois sim | pois não | pois pois | claro [,] claro | sim [,] claro #end | tá [,] tá | até \
        parece | sim [,] (sei | pois | tá bom) | sei sei | conta outra | ah ah | rs rs | se não há (remédio | \
        outro jeito) | fazer o quê

        == courtesy
        $obrigado = obrigado | obrigada | muito obrigado | muito obrigada | obrigadão | agradeço | agradecemos \
        | grato | grata | gratos | desde já obrigado | obrigado desde já | (desde já | antecipadamente) \
        (agradeço | agradecemos | grato | grata | obrigada) | agradecido | agradecida | agradecidos | brigado | \
        brigada | valeu
        $coisa = orçamento | proposta | oferta | resposta | ajuda | informação | informações | mensagem | email \
        | mail | retorno | rapidez | atenção | explicação | esclarecimento | esclarecimentos | disponibilidade \
        | trabalho | estimativa | agilidade | suporte | apoio | cotação | colaboração
        $obrigado [(pelo | pela | pelas | pelos | a | o | por) [seu | sua | vossa | vosso] [rápida | pronta | \
        rápido | breve] $coisa [rápida | tão rápida | rápido | detalhado | $named] | por tudo | a todos | de \
        novo | mais uma vez | antecipadamente | desde já | pela atenção dispensada] [#to | #from]
        por favor | se faz favor | por gentileza | sff | pf | e | então | portanto | não há problema | nenhum \
        problema | sem problema | não tem problema
        $ola = olá | oi | bom dia | boa tarde | boa noite | viva | oie | olá (bom dia | boa tarde | boa noite)
        $ola [a todos | pessoal | equipe | equipa | a todas | gente | senhores | senhor | senhora | time]
        $caro = caro | cara | caros | caras | prezado | prezada | prezados | prezadas | estimado | estimada | \
        estimados | exmo [.] | exma [.] | exmos [.] | querido | querida
        ($ola [$caro] | $caro) [senhor | senhora | sr [.] | sra [.]] #to
        $caro (senhor | senhora | senhores | colegas | todos | equipa | equipe | cliente | amigos)
        espero que (esteja | estejam | estejas) [tudo] bem | espero que esteja tudo bem [consigo | contigo | \
        com você] | tudo bem ?
        (desculpe | desculpem | desculpa | peço desculpa | pedimos desculpa | lamento | perdão) (pela | a | \
        pelo | o) (demora | atraso) [na resposta | em responder]
        (fico | ficamos) (no aguardo | a aguardar | à disposição | à espera) | (aguardo | aguardamos) (notícias \
        | a conclusão)
        $side | $price | com $named | (este | esta | para este | para esta | neste | nesta) (ticket | pedido | \
        tarefa | trabalho | solicitação | chamado | projeto)
        $abraco = [com os] (melhores) cumprimentos | [com] [os] [meus] cumprimentos | atenciosamente | \
        cordialmente | abraço | abraços | um abraço | att | saudações | cordiais (saudações | cumprimentos) | \
        respeitosamente | beijos | bjs | grande abraço | até (logo | breve) | (bom | ótimo) (fim de semana | \
        trabalho | final de semana) | (um | tenha um | tenham um) (bom | ótimo) dia | boa (semana | \
        continuação) | ótima (semana | tarde) | cumps | melhores saudações | sem mais
        $abraco [#from] | $abraco e obrigado [#from]
        enviado (do | a partir do | de) meu (iphone | ipad | celular | telemóvel | smartphone | android | \
        samsung) | enviado do meu (iphone | telemóvel | celular)
        não (tenho | temos) [mais] (perguntas | dúvidas)

        == timing
        $pronto = pronto | pronta | concluído | terminado | feito | disponível | entregue | finalizado | \
        resolvido | no ar
        [e] (quando | para quando | até quando) (fica | ficará | estará | vai ficar | ficaria | vai estar | \
        está previsto) [tudo | isso | isto] $pronto [?] | [e] (quando | a partir de quando) (podem | poderiam | \
        conseguem | pode | você pode | vocês podem | podes | poderia | pretendem | vão) (começar | iniciar | \
        entregar | terminar | avançar) [?] | [e] quando (começam | começa | iniciam | será a entrega | teremos \
        o resultado | é a entrega) [?]
        [e] (qual (é | seria | será) o prazo | qual o prazo) [de entrega | de execução] ? | [e] quanto tempo \
        (demora | leva | vai demorar) ? | [e] em quanto tempo fica $pronto ?
        [e] (avise me | avisem me | me avise | me avisem | avisem nos | digam me | me diga) quando (estiver | \
        ficar) $pronto

        == no
        não | não obrigado | não obrigada | nunca | jamais | de jeito nenhum | de modo nenhum | de forma alguma \
        | nem pensar | de maneira nenhuma
        [infelizmente | lamento] [,] [mas] não [é possível | (aceito | aceitamos | aprovo | aprovamos | \
        concordo | concordamos | queremos | quero | precisamos | preciso | autorizo | autorizamos | confirmo | \
        estamos de acordo | estou de acordo | nos interessa | me interessa | temos interesse | tenho interesse) \
        [mais] [com] [$it]]
        (recuso | recusamos | recusado | recusada | rejeitado | rejeitada | reprovado | cancelado | cancelada | \
        negado) [$it] | [é | está] (muito | demasiado) caro [$side] | caro demais [$side]
        [por favor] (cancelem | cancele | cancela | cancelar | anulem | anule | encerrem | parem) [$it | tudo | \
        o ticket | o pedido | o chamado] [por favor] | não (avancem | avance | comecem | façam | faça | \
        prossigam)

        == counter
        $por = por | a | só | apenas | máximo | no máximo | até | cerca de | de | com | somente
        [$por] [$por] #other [$unit] #end | $por [$por] #other $unit | #other $unit [no máximo]

        == condition
        se | caso | desde que | contanto | com a condição | na condição | salvo | exceto | a menos | a não ser \
        | enquanto | só quando | uma vez | depende | dependendo | conforme | sujeito | sujeita | condicionado | \
        senão | quando | assim que | logo que | mediante

        == postpone
        mais tarde | depois | ainda não | agora não | esperem | espera | espere | esperar | aguarde | aguardem \
        | amanhã | próxima | próximo | próximos | que vem | segunda | terça | quarta | quinta | sexta | sábado \
        | domingo | feira | janeiro | fevereiro | março! | abril | maio | junho | julho | agosto | setembro | \
        outubro | novembro | dezembro | talvez | quiçá | possivelmente | provavelmente | acho | penso | creio | \
        suponho | imagino | até | antes | primeiro | hoje | em breve | adiar | adiamos | adiem | pensar | vou \
        ver | ver | verificar | vou verificar | verifico | veremos | confirmarei | confirmaremos | aviso | \
        avisarei | pausa | eventualmente | teoricamente | dúvida | dúvidas | suspender | em princípio

        == delegate
        chefe | chefia | diretor | diretora | direção | diretoria | gerente | gerência | colega | colegas | \
        financeiro | compras | contabilidade | cliente | responsável | departamento | perguntar | pergunto | \
        encaminho | encaminhado | alguém | deve aprovar | precisa aprovar | tem de aprovar | tem que aprovar | \
        fora do escritório | ausente | resposta automática | férias

        == change
        mas | porém | só | somente | apenas | sem | também | além | outro | outra | outros | outras | diferente \
        | mudança | mudar | mudem | altere | alterem | alterar | alteração | alterações | adicionar | adicionem \
        | acrescentar | acrescentem | tirar | retirar | retirem | mais | menos | parte | metade | parcialmente \
        | desconto | reduzir | em vez | ao invés | contudo | todavia | entretanto | no entanto | embora | senão \
        | primeiro item | barato | caro | melhor | exceção | excepto | excluindo

        ($quote | ticket | número | versão) #other

        == negation
        não | nunca | jamais | nada | ninguém | nenhum | nenhuma | nem | tampouco | sem | brincadeira | \
        brincando | piada | ironia | erro | engano | enganei | cancelar | cancelado | cancelo | cancelamos | \
        anular | revogo | revogar | recuso | recusar | impossível | esqueçam | esqueça | esquece | ignorem | \
        ignore | mentira | falso | errado | desisto | desistimos

        == ask
        o que | que | porquê | por que | por quê | quem | qual | quais | onde | como | quanto | quanta | \
        quantos | é possível | podem me | poderiam | poderia | posso | podemos | há | existe

        == words
        a | à | acaso | aceita | aceitam | aceitar | aceitaria | aceitaríamos | aceitem | aceitou | aceite | \
        aceitei | acima | ademais | aí | ainda | algo | algum | alguma | alguns | algumas | ali | altura | \
        ambos | ano | anos | anulado | anulada | anulo | ao | aos | apenas | apesar | após | aprova | aprovam | \
        aprovar | aprovaria | aprovaríamos | aprovem | aprovou | aprovação | aquele | aquela | aqueles | aquilo \
        | aqui | as | às | assim | assunto | até | através | autoriza | baixo | bastante | bem | bom | boa | \
        bons | cada | cá | cem | cento | certeza | certo | cinco | coisa | coisas | com | comigo | como | \
        condição | condições | confirma | confirmar | confirmaria | conta | contra | contrato | cuja | cujo | \
        custa | da | dá | dados | daí | dar | das | data | de | dela | dele | deles | dentro | desde | dessa | \
        desse | desta | deste | deve | devem | devo | deveria | dez | dia | dias | dinheiro | dirá | diria | \
        disse | disseram | diz | dizem | dizer | digo | dizemos | do | dois | dos | doze | duas | durante | e | \
        é | ela | elas | ele | eles | em | entanto | entre | era | eram | és | essa | essas | esse | esses | \
        esta | está | estado | estamos | estão | estar | estará | estas | estava | estavam | este | esteja | \
        estes | esteve | estou | etc | eu | euro | euros | exceto | falar | falamos | falei | falta | fase | \
        faz | fazem | fazemos | fez | ficar | fim | foi | fora | foram | fosse | fossem | frente | fui | gente \
        | grande | grátis | gratuito | gratuitamente | há | hão | haver | havia | hora | horas | houve | houver \
        | incidente | infelizmente | inválido | ir | irá | isso | isto | já | jeito | junto | lá | lado | lhe | \
        lhes | logo | longe | lugar | maior | maioria | mais | mal | mandar | mas | me | meio | menor | mês | \
        meses | mesma | mesmo | meu | meus | mil | mim | minha | minhas | minuto | minutos | momento | muita | \
        muitas | muito | muitos | na | nas | negativo | nela | nele | nessa | nesse | nesta | neste | no | \
        noite | nome | nos | nós | nossa | nossas | nosso | nossos | nova | novas | nove | novo | novos | num | \
        numa | o | objeto | obra | oito | onde | onze | ontem | os | ou | outrem | paga | pagar | para | parado \
        | parada | parar | para | pra | parece | parem | parte | passado | passada | pausem | pela | pelas | \
        pelo | pelos | pendente | pendentes | pequeno | pergunta | perto | pessoa | pessoas | pode | podem | \
        podemos | podia | põe | pois | ponto | por | porque | posto | pouca | pouco | poucos | prazo | precisa \
        | precisam | precisamos | preciso | primeira | primeiro | principal | problema | problemas | própria | \
        próprio | prova | provisório | pude | quadro | quais | qualquer | quão | quase | quatro | que | quem | \
        quer | querem | quinze | quis | rascunho | realmente | recusem | rejeito | rejeitar | relatório | \
        reserva | reservas | respeito | resposta | responder | resto | reunião | revogado | revogada | rs | \
        sabe | saber | sabem | sabemos | sei | segundo | seis | seja | sejam | sem | semana | semanas | sempre \
        | sendo | ser | serão | seria | seriam | será | sete | seu | seus | si | sido | sob | sobre | são | só \
        | sou | stop | sua | suas | suspenso | suspensa | suspendam | suspenda | tal | tais | talvez | tanta | \
        tanto | tão | tarde | te | tem | têm | temos | tempo | tenha | tenham | tenho | ter | terá | teria | \
        terceiro | teste | teu | teve | tinha | tive | toda | todas | todo | todos | três | tu | tua | tudo | \
        último | última | um | uma | umas | uns | urgente | usar | vai | vale | vamos | vão | várias | vários | \
        veja | vem | venha | vez | vezes | vinte | visto | você | vocês | volta | voltar | volto | vos | vós | \
        vosso | vossa | vou | zero | adiado | adiada | caducado | vencido | expirado | expirada | recusei | \
        negamos | negativa | desista | desistam | deixem | deixe | deixa | esqueci | pare
        """;

    private Portuguese() {}
}
