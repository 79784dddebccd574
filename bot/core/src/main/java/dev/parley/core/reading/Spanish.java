package dev.parley.core.reading;

/** Spanish phrases. "Si" without its accent is a yes only where nothing it could be a condition of comes after it. */
final class Spanish {
    static final String PHRASES = """
        $unit = crédito | créditos | credits | punto | puntos
        $price = [los | esos | estos | sus] #amount [$unit]
        $quote = presupuesto | propuesta | oferta | cotización | precio | valoración | estimación
        $named = [número | nº | n ° | núm [.] | num [.]] #quote | versión #version
        $offer = (el | la | su | este | esta | vuestro | vuestra | tu | dicho | dicha | al) [nuevo | nueva] \
        $quote [$named] [(de | por | con) $price]
        $it = $offer | $price | $named | ello | esto | eso
        $me = me | nos
        $usted = usted | ustedes | vosotros
        $side = por (mi | nuestra) parte | por mí | por nosotros | de (mi | nuestra) parte | para (mí | \
        nosotros)
        $now = ya | ahora | cuanto antes | lo antes posible | cuando (quieras | quieran | quieras | queráis | \
        quiera | puedas | puedan | podáis | pueda | gustes | gusten) | a la mayor brevedad
        $work = con (ello | eso | esto | $offer | el trabajo | los trabajos | la tarea | el proyecto | la \
        implementación | los cambios) | el trabajo | los trabajos | a trabajar
        $start = empezar | comenzar | proceder | continuar | avanzar | seguir [adelante] | iniciar | tirar \
        adelante | ponerse en marcha | ponerse con ello | hacerlo | realizarlo | ejecutarlo

        == yes
        sí! | si #stop | si (por favor | porfa | gracias | muchas gracias) | sip | sí! señor | sí! señora | sí! \
        por supuesto
        (sí! | ok | okay | vale | bueno | perfecto) [,] (dale | hazlo | háganlo | hacedlo | hágalo | hágase)
        adelante [con ($it | el trabajo | los trabajos)] [$side] | dale [para] adelante | dadle | dale
        por supuesto | desde luego | claro que sí! | claro [,] (adelante | sí!) | con mucho gusto
        $me parece [todo | muy | perfectamente] (bien | perfecto | correcto | estupendo) [$it | $side] | $it \
        $me parece [muy] (bien | correcto | correcta | perfecto | perfecta)
        $me parecen bien $price | $price $me parecen bien
        de acuerdo [con (todo | $it)] [$side] | $price [está | están] de acuerdo
        [yo | nosotros] [estoy | estamos] [totalmente | completamente | plenamente] (de acuerdo | conforme | \
        conformes) [con (todo | $it)] [$side]
        ($it [es | está | queda | son | están] | queda | quedan | está) [totalmente] (aprobado | aprobada | \
        aprobados | aceptado | aceptada | aceptados | confirmado | confirmada | autorizado | autorizada) \
        [$side]
        (aprobado | aprobada | aceptado | aceptada | confirmado | confirmada | autorizado | autorizada | \
        conforme) [por (mí | nosotros)] [$it] [$side] | $quote [$named] (aprobado | aprobada | aceptado | \
        aceptada | confirmado | confirmada | autorizado | autorizada)
        $accept = acepto | aceptamos | apruebo | aprobamos | autorizo | autorizamos | confirmo | confirmamos
        [yo | nosotros] [por la presente | con gusto | gustosamente] [lo | la | los] $accept [por la presente] \
        [$it] [$side]
        (confirmo | confirmamos | confirmarle que | confirmarles que | confirmaros que) [que] [lo | la] (acepto \
        | aceptamos | apruebo | aprobamos | estamos (de acuerdo | conformes) [con $it] | estoy (de acuerdo | \
        conforme) [con $it]) [$it]
        $accept [$it] [y] (pueden | podéis | puedes | puede) [ya] $start
        (confirmo | confirmamos) [nuestra | mi | la | su] (aceptación | aprobación | conformidad) [de [$it] | \
        del $quote [$named]] | (confirmo | confirmamos | autorizo) [por la presente] (el pedido | el encargo)
        aprobar [:] [$it] #stop | aceptar [:] #quote #stop | aprobar #quote | aceptar #quote
        [os | te | le | les] (doy | damos) [nuestra | mi | la | nuestro | el | mi] (conformidad | aprobación | \
        ok | okay | visto bueno | autorización | consentimiento) [a $it | al $quote [$named]] [$side]
        [ya] (tienen | tenéis | tienes | tiene) [nuestro | mi | nuestra | el | la] (conformidad | aprobación | \
        ok | okay | visto bueno | autorización | consentimiento | luz verde) [$side]
        (tienen | tenéis | tienes | tiene | doy | damos | os doy | les damos) luz verde | luz verde [$side] | \
        visto bueno [$side] | conforme con $it
        [ya] [$usted] (pueden | podéis | puedes | puede) [ya] $start [$now | $work] [$work | $now] [por favor]
        [por favor] (procedan | proceda | proceded | empiecen | empiece | empezad | comiencen | comience | \
        comenzad | continúen | continúe | continuad | avancen | avanzad | (sigan | siga | sigue | seguid) \
        [adelante] | inicien | inicie) [ya | adelante | por favor] [$now | $work] [$work | $now] [por favor]
        [por favor] (háganlo | hacedlo | hazlo | hágalo | realícenlo | ejecútenlo | póngase en marcha | \
        pónganse en marcha | póngase con ello | poneos con ello | ponte con ello | pónganse con ello | tirad \
        adelante | tira adelante | tira para adelante | tirad) [$now] [por favor]
        (empieza | comienza | continúa | procede) ($now | por favor) [por favor] | por favor (empieza | \
        comienza)
        (queremos | quiero | deseamos | quisiéramos) (seguir | continuar) adelante [con $it]
        (queremos | quiero | deseamos) (aceptar | aprobar) $it
        [$it] (nos | me) (va bien | viene bien | sirve | conviene | cuadra) [$it] | (nos | me) (van | cuadran) \
        bien $price
        ($it | todo) (está | están | es | son) (bien | ok | okay | correcto | perfecto) $side | $side [,] ($it \
        | todo) [está | están] (bien | ok | okay | correcto | perfecto | de acuerdo | conforme | aprobado) | ok \
        $side | $side [,] (adelante | de acuerdo | ok | okay | sí! | perfecto | vale) | (ok | okay | vale) (con \
        | a | por | para) $it | sin objeciones $side | $side sin (objeciones | problema)
        $price (está | están | me parece | nos parece) (bien | ok | okay | perfecto | correcto)
        (cárguenme | cargad | carguen | descuenten | descontad | usen | usad) $price | trato hecho | eso es [,] \
        adelante
        (encargamos | encargo | solicitamos | solicito | pedimos | ruego | rogamos) [por la presente] (el \
        trabajo | los trabajos | la realización [del trabajo | de los trabajos] | el inicio de los trabajos | \
        que procedan | procedan | procedáis | que empiecen | que comiencen)

        == weak
        vale | bien | muy bien | bueno | perfecto | genial | estupendo | fenomenal | excelente | claro | \
        correcto | entendido | está bien | todo bien | está todo bien | todo correcto | todo ok | me gusta | \
        buena idea | suena bien | qué bien | listo | recibido | muy amable | de lujo | guay | fantástico | \
        maravilloso | exacto | exactamente | ya veo | nos gusta | buen precio | buen trabajo | okey | venga
        [$offer | todo] (está | es | parece | suena | me parece) [muy] (bien | razonable | correcto | justo | \
        aceptable | adecuado | interesante)
        (mi | nuestro) (jefe | equipo) (está de acuerdo | lo ha aprobado | ha dicho que sí! | dice que sí!)

        == doubt
        sí! [,] sí! | sí! [,] claro #end | si [,] (si | claro) | claro [,] claro | sí! [,] cómo no | cómo no | \
        ja ja | sí! [,] seguro | si tú lo dices | lo que usted diga | lo que digáis | si no hay (otra | más \
        remedio) | qué remedio | ya ya

        == courtesy
        $gracias = gracias | muchas gracias | mil gracias | muchísimas gracias | gracias de nuevo | gracias de \
        antemano | muchas gracias de antemano | gracias por adelantado | [muy] agradecido | [muy] agradecida | \
        [muy] agradecidos | se agradece | (le | les | os | te) agradezco | (le | les | os | te) agradecemos
        $gracias [por ([su | tu | vuestra | vuestro | la | el | una] [rápida | pronta | amable | detallada] \
        ($quote | respuesta | ayuda | información | mensaje | correo | rapidez | explicación | aclaración | \
        atención | colaboración | propuesta | trabajo | tiempo | email | mail | gestión) [tan] [rápida | \
        detallada | $named] | todo | responder [tan rápido] | contestar [tan rápido])] [a (todos | ti | usted | \
        ustedes | vosotros)] [#to | #from]
        $gracias y ([un] saludo | saludos) [#from]
        por favor | porfa | porfavor | y | entonces | pues | sin problema | ningún problema | no hay problema | \
        sin problemas
        $hola = hola [buenas | buenos días | buenas tardes | de nuevo] | buenos días | buen día | buenas \
        [tardes | noches | a todos] | muy buenas | muy buenos días
        $hola [a todos | a todas | equipo | a todo el equipo | chicos | todos | señores | compañeros]
        $dear = estimado | estimada | estimados | estimadas | apreciado | apreciada | apreciados | querido | \
        querida | queridos
        ($hola [$dear] | $dear) [señor | señora | sr [.] | sra [.] | don | doña | d [.]] #to
        $dear (señor | señora | señores | equipo | cliente | todos | amigos | compañeros | señor o señora)
        espero que (estés | esté | estén | estéis) bien | espero que (todo vaya | vaya todo) bien
        (disculpe | disculpen | disculpa | disculpad | perdón | perdona | perdonad | perdone | siento | \
        sentimos) (por el retraso | el retraso | la demora | por la demora | la tardanza) [en (responder | \
        contestar | la respuesta)]
        [y] (quedo | quedamos) (a la espera | a su disposición | a vuestra disposición | atento | atentos | \
        atenta | pendiente | pendientes) [de (sus noticias | vuestras noticias | tus noticias | novedades)]
        $side | [por | de | con] $price | [con] $named
        [para] (esta | este) (tarea | trabajo | incidencia | ticket | solicitud | proyecto)
        $saludo = [un] (cordial | afectuoso) saludo | [un] saludo | saludos [cordiales | atentos | afectuosos] \
        | cordialmente | atentamente | [reciba | reciban] un cordial saludo | un abrazo | abrazos | [un] saludo \
        cordial | muy atentamente | le saluda atentamente | les saluda atentamente | que (tengas | tenga | \
        tengan | tengáis) [un] buen (día | fin de semana) | buen (día | fin de semana) | feliz (día | semana | \
        fin de semana) | hasta (luego | pronto) | besos
        $saludo [#from] | $saludo y gracias [#from]
        enviado desde mi (iphone | ipad | móvil | android | smartphone | samsung | teléfono)
        no (tengo | tenemos) [más] (preguntas | dudas) | sin más dudas

        == timing
        $listo = listo | lista | terminado | terminada | hecho | acabado | disponible | resuelto | implementado
        [¿] [y] (cuándo | para cuándo) ((estará | estaría) [todo | esto | el trabajo] [$listo] | (podrían | \
        podríais | podrías | podría | pueden | podéis | puedes | puede) (empezar | comenzar | tenerlo [$listo] \
        | entregarlo | entregar | iniciar) | (empiezan | empezáis | empiezas | comienzan | empezarían | \
        empezaréis | empezarán) | lo (tendrán | tendréis | tendremos | tendríamos | tendríais) [$listo] | \
        (tendremos | tendríamos) [el resultado | el trabajo | la entrega]) [?]
        [¿] [y] (cuánto tiempo (tardará | tardarán | tardaréis | llevará) | en cuánto tiempo estará [$listo]) ?
        [y] (avísenme | avisadme | avísame | avísenos | avísennos | avisadnos | díganme | decidme) cuando (esté \
        | esté todo) $listo

        == no
        no | no gracias | nunca | jamás | de ninguna manera | en absoluto | ni hablar | para nada | tampoco
        no [lo | la] (acepto | aceptamos | apruebo | aprobamos | queremos | quiero | necesitamos | necesito | \
        autorizo | autorizamos | confirmo | confirmamos) [$it]
        [$it] no (nos | me) (interesa | conviene | va bien | parece bien) [$it] | no (estoy | estamos) [de \
        acuerdo | conforme | conformes | interesados | interesado] [con $it]
        (rechazo | rechazamos | rechazado | rechazada | denegado | cancelado | cancelada | descartado) [$it] | \
        [es] (demasiado | muy) caro [para nosotros | para mí]
        [por favor] (cancelen | cancela | cancelad | cancele | anulen | anulad | anula | anule | cancelar | \
        anular | cierren | cerrad | cierra) [$it | el ticket | la solicitud | todo | la petición | ello] [por \
        favor]
        lo siento [,] pero no | lamentablemente no | no procedan | no procedáis | no empiecen | no empecéis

        == counter
        $por = por | a | en | solo | máximo | hasta | con | sólo | unos | menos de | como máximo | de
        [$por] [$por] #other [$unit] #end | $por [$por] #other $unit | #other $unit [máximo | como máximo]

        == condition
        si | siempre que | siempre y cuando | a condición | con la condición | en caso | salvo | excepto | a \
        menos | a no ser | mientras | con tal | solo cuando | una vez | depende | dependiendo | según | sujeto \
        a | sujeta a | condicionado | de lo contrario | cuando | en cuanto | tan pronto | sólo si | solo si

        == postpone
        más tarde | luego | después | todavía no | aún no | ahora no | esperen | espera | esperad | espere | \
        esperar | mañana | próxima | próximo | próximos | próximas | que viene | lunes | martes | miércoles | \
        jueves | viernes | sábado | domingo | enero | febrero | marzo | abril | mayo | junio | julio | agosto | \
        septiembre | octubre | noviembre | diciembre | quizás | quizá | tal vez | a lo mejor | puede que | \
        posiblemente | probablemente | seguramente | creo | pienso | supongo | imagino | hasta | antes | \
        primero | pausa | hoy | pronto | aplazar | aplazamos | posponer | retrasar | lo pensaré | pensarlo | \
        pensar | duda | dudas | consultar | consultaré | consulto | consultamos | revisar | revisaré | veremos \
        | ya veremos | os digo | le digo | confirmaré | confirmaremos | avisaré | avisaremos

        == delegate
        jefe | jefa | director | directora | dirección | gerente | gerencia | compañero | compañera | finanzas \
        | compras | contabilidad | administración | cliente | responsable | departamento | preguntar | \
        preguntaré | pregunto | reenvío | reenviado | fuera de la oficina | ausente | respuesta automática | \
        alguien | debe aprobar | tiene que aprobar | tienen que aprobar | falta la aprobación

        == change
        pero | solo | solamente | únicamente | sólo | en lugar | en vez | sin | también | además | otro | otra \
        | otros | otras | diferente | cambio | cambios | cambiar | cambien | añadir | añadan | añade | agregar \
        | agreguen | quitar | quiten | más | menos | parte | primera parte | mitad | parcialmente | parcial | \
        barato | caro | descuento | rebaja | reducir | sino | aunque | excepción | sin embargo | no obstante | \
        aparte | incluido | incluyendo | incluir | mejor

        ($quote | ticket | número | versión) #other

        == negation
        no | nunca | jamás | nada | nadie | ninguno | ninguna | ningún | tampoco | ni | sin | broma | bromeo | \
        ironía | error | equivocación | cancelar | anular | retiro | retiramos | retirar | revoco | deshacer | \
        ignorar | ignoren | olvídalo | olvídenlo | mentira | imposible | equivocado | rechazo | rechazar

        == ask
        qué | quién | quiénes | cuál | cuáles | dónde | cómo | cuánto | cuánta | cuántos | por qué | cuándo | \
        es posible | pueden decirme | podrían | podría | podrías | hay alguna | acaso

        == words
        a | al | algo | algún | alguna | algunas | alguno | algunos | allí | aquel | aquella | aquí | así | \
        ante | aunque | bajo | bastante | bien | buen | buena | buenas | buenos | cada | casi | caso | cierto | \
        cinco | comentario | como | conmigo | contigo | contra | cosa | cosas | cuatro | cuenta | cual | dar | \
        dado | de | decir | del | demasiado | dentro | desde | deber | debe | deben | debería | día | días | \
        dice | dicen | dijo | dicho | diez | donde | dos | doce | durante | e | él | el | ella | ellas | ellos \
        | en | entre | era | es | esa | esas | ese | esos | está | esta | estaba | están | estar | estas | este \
        | esté | esto | estos | estoy | euro | euros | estará | fase | fecha | fin | forma | fue | fueron | \
        fuera | ha | haber | había | habrá | habría | hace | hacemos | hacer | hacia | hago | han | hará | \
        haremos | hasta | hay | haya | haz | hecho | hemos | hora | horas | hubo | incidencia | informe | ir | \
        jamás | junto | la | lado | las | le | les | lo | los | lugar | mal | mas | me | mes | meses | mí | mi \
        | mientras | mil | mis | mismo | mucho | muchos | muy | necesita | necesitan | necesitamos | necesito | \
        nos | nosotros | nuestra | nuestro | nueve | nuevo | nueva | o | ocho | os | otra | para | parece | \
        pasado | pedido | peor | permiso | persona | plazo | poco | poder | podemos | podría | por | porque | \
        pregunta | problema | propio | puede | pueden | puedo | pues | punto | que | quería | queremos | quien \
        | quiere | quiero | realmente | reunión | respuesta | sabe | sé | se | sea | segunda | segundo | seguro \
        | seis | semana | semanas | señor | señora | ser | será | sería | si | sí! | siempre | siete | \
        siguiente | sino | sobre | son | soy | su | sus | tal | tan | tanto | te | ti | tiempo | tiene | tienen \
        | tengo | tenemos | todas | todavía | todo | todos | trabajo | tras | trata | tres | tu | tú | tuyo | u \
        | último | última | un | una | uno | unas | usted | vacaciones | va | vamos | van | varios | veces | \
        veinte | ver | vez | vista | vosotros | voy | vuestra | vuestro | y | ya | yo | gratis | dinero | pagar \
        | importe | factura | contrato | aceptaría | aceptaríamos | aprobaría | aprobaríamos | aceptar | \
        aprobar | aprobación | aprueba | aprueban | acepta | aceptan | aceptó | aprobó | acepten | apruebe | \
        aprueben | autoriza | autoricen | decida | decidir | decisión | espero | esperamos | ojalá | asunto | \
        atención | detalle | firma | firmar | momento | parar | pare | paren | detener | detengan | quieto | \
        alto | stop | vuelvo | volver | vuelta | dijeron | hablar | hablamos | llamar | llámame | llámenme | \
        teóricamente | principio | prácticamente | eventualmente | reserva | reservas | condición | condiciones \
        | anulado | anulada | anulo | anulamos | parad | para | parado | parada | detenido | detened | \
        deténganse | revocado | revocada | retirado | retirada | suspendido | suspendida | suspender | \
        suspendan | suspende | pospuesto | aplazado | pendiente | pendientes | inválido | nulo | denegada | \
        denegamos | negativo | negativa | desestimado | desestimada | descartada | dejadlo | dejen | dejad | \
        deja | olvidad | olvida | olviden | aguarden | aguarda | aguarde | cancelado | cancelo | cancelamos | \
        canceladlo | cancélenlo | rechacen | rechaza | rechace | caducado | caducada | vencido | vencida | \
        provisional | borrador | prueba
        """;

    private Spanish() {}
}
