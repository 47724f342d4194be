import type { Lexicon } from './meanings.ts'

/** Another time, lateness, doubt, questions and courtesy in Spanish, without accents. */
export const SPANISH_TALK: Lexicon = {
  reschedule: `
    que dia/dias/fecha/fechas tiene/tienen disponible/disponibles; que disponibilidad tiene/tienen; que disponibilidad hay
    cuando es la proxima; cuando hay; reagendar; reagende; reagenden; reagendarla; reagendame; reagendeme; reagendemos; reprogramar
    reprograme; reprogramen; reprogramarla; reprogramacion; posponer; posponerla; posponga; pospongan; aplazar; aplazarla
    recorrer <my> <visit>; recorrerla; recorran; adelantar; adelantarla; adelantar <my> <visit>; atrasar; atrasarla
    retrasar <my> <visit>; mover; moverla; moverlo; mover <my> <visit>; muevame; mueva/muevan <my> <visit>; muevanla; cambiar
    cambiarla; cambiarlo; cambiar <my> <visit>; cambiar de dia/hora/fecha/horario; cambiar el/la dia/hora/fecha/horario
    cambiar mi hora/fecha/horario/dia; cambio de cita/hora/fecha/dia/horario; un cambio; cambie/cambien <my> <visit>
    cambieme <my>? <visit>; cambieme/cambienme; cambiemela; cambiamela; me cambia/cambian <my> <visit>; hacer un cambio; ^ cambio $
    ^ cambio please; pasarla; pasarla para; pasar <my> <visit>; pasela/pasenla para; otro dia; otra hora; otra fecha; otro horario
    otra cita; otro momento; para otro dia; para otra fecha; en otro dia; diferente dia/hora; dia diferente; hora diferente
    cualquier otro dia; algun otro dia; alguna otra hora; nueva cita; nueva fecha; sacar otra; hacer otra cita; cambiarme
    programar otra; want otra; want cambiar; want mover; dejar para otro dia; dejarla para; dejemoslo para; dejemosla para
    la dejamos para; que otro dia; que dias tiene/tienen; que horarios; que horas tiene/tienen; que otra; que mas tiene; que otros
    que tiene disponible; proxima disponible; mas adelante; cambiarmela; otro dia de la semana; para despues; pasarla para/al
    la pasamos para/al; cambiar/mover para/al otro/el? dia/@time; la cambiar/mover para/al? @time; me la cambiar/mover para
    me puede dar otro/otra dia/hora/fecha; dar otro dia; tiene/tienen/hay otro/otra/otros/otras dia/hora/fecha/horario?
    podemos dejar para; la podemos dejar/pasar/poner/mover para/al; la puede dejar/pasar/poner para/al; la podemos dejar; pasela
    pasemela; me la puede/pueden/podria/podrian pasar/mover/poner para/al; me la pasa/pasan para/al`,
  shift: 'antes; despues',
  'other-time': `
    que horario/horarios/hours tiene/tienen <t>; mas temprano; mas tarde; mas pronto; mas al rato; un poco antes; un poco despues
    algo antes; algo despues; mejor <t>; mejor para <t>; prefiero <t>; prefiero el/la/a/en/por <t>; prefiero por/en <t>; en vez de
    en lugar de; <t> mejor; <t> en vez; <t> seria mejor; <t> me queda mejor; me queda mejor; me sirve mejor; me conviene mas
    solo puedo; solamente puedo; solo <t>; solo tengo libre; solo despues; despues de <t>; antes de <t>; despues del trabajo
    saliendo del trabajo; despues de la escuela; un dia antes; un dia despues; el dia siguiente; <t> o <t>; antes de esa fecha
    despues de esa fecha; para el siguiente; solo puedo <t>; puedo hasta el/<t>; hasta <t> puedo; puedo despues de
    mas temprano/tarde/pronto; se puede mas temprano/tarde; tendra/tendran algo mas temprano/tarde; puede ser mas temprano/tarde
    otro dia; otra hora`,
  wish: `
    y if voy/vamos/va <t>; <t> esta disponible/libre; <t> hay; puedo/podria/podriamos/podemos ir/venir/pasar/llegar/ser/hacer
    podria ser; puede ser $; puede ser <t>; puede ser para <t>; se puede; se podria; seria posible; es posible; hay posibilidad; habra
    habria; tiene/tienen/tendra/tendran/tienes algo/espacio/cita/citas/lugar/disponible/disponibilidad/hora/horario/horarios/turno/campo
    tiene/tienen/tendra/tendran el/para/en/<t>; tiene/tienen/tendra/tendran algo el/para/en/<t>
    hay algo/espacio/cita/citas/lugar/disponible/disponibilidad/hora/chance/campo; algo el/para/en/a/por/disponible
    algun espacio/lugar/dia; alguna cita/hora/disponibilidad; ^ para <t>; mejor; prefiero; preferiria
    me puede/pueden dar/poner/atender/ver/pasar; puede/pueden atenderme/verme; y <t>; y para <t>; seria el; me da/dan; que sea
    que sea el; la want para; want para <t>; chance; cuando tiene/tienen; want <t>; want ir <t>; want cita para; want una cita`,
  changed: `
    ya la movi; me cambiaron; la cambiaron; me la cambiaron; habia cambiado; ya habia cambiado; me reagendaron; fue cambiada
    pense que era; crei que era; tenia entendido; no era; fue reagendada; ya esta cambiada`,
  late: `
    tarde $; llegar tarde; llego/llegare/llegaremos tarde; llego/llegare un poco/poquito tarde; will llegar tarde
    will llegar un poco/poquito tarde; voy/vamos/vengo tarde; voy un poco/poquito tarde; minutes tarde; <n> minutes tarde
    un poco/poquito tarde; poquito tarde; se me/nos hizo tarde; se me hace tarde; se me/nos esta haciendo tarde; retrasado
    retrasada; retrasados; retraso; me retraso; me retrase; demorado; demorada; me demoro; demoro; will tardar; tardare; tardaremos
    will demorar; tardo; atrasado; atrasada; atrasados; me atraso; me atrase; atorado; atorada; atorados; atascado; atascada
    atrapado; trafico; traffico; mucho trafico; hay trafico; hay mucho trafico; en el trafico; tapon; llego/llegamos/llegare en <n>
    llego/llegamos en; en <n> minutes; en <n> minutes llego/estoy/llegamos; llego/llegare/llegamos como a/en las?; llego <t>
    llegare <t>; estoy/estamos a <n> minutes; a <n> minutes; ya casi; ya casi llego/llegamos; casi llego; ya merito; ya voy
    ya vamos; ya mero; ahi vamos; voy llegando; vengo en; voy manejando; no llego on time; no llegare on time
    will not llegar on time; can/will not ir/llegar/asistir on time; unos minutes; <n> minutes de retraso; voy retrasado
    perdi el camion/bus/autobus/tren; buscando estacionamiento/parqueo; omw; ya omw; voy omw; se me poncho; llanta ponchada
    me quede dormido/dormida; me perdi; no alcanzo a llegar a? <clock>; can not a? llegar a? <clock>
    se descompuso el? camion/carro/bus/metro/tren; <clock> llego; llego/llegare/llegamos tantito/poquito tarde
    ando atorado/atorada/perdido/perdida; ando en el trafico; estoy perdido/perdida; no doy con el lugar/la direccion
    el? uber/camion/bus/taxi no llega/tarda/tardo; se tarda el uber/camion/bus; el uber se tarda; se tardo el uber/camion/bus/taxi
    <n> minutes llego; ya mero llego; will llegar a? <clock>; will llegar <clock>; creo que will llegar a? <clock>
    me quede sin gas/gasolina; no avanza; a la vuelta; estoy a la vuelta; ya estoy cerca; estoy cerca`,
  arrived: `
    ya llegue; ya llegamos; ya estoy aqui; ya estamos aqui; estoy/estamos aqui; aqui estoy/estamos; ya estoy $; estoy/estamos afuera
    afuera $; llegue $; llegue; llegamos $; en el estacionamiento; en la sala de espera; en recepcion; estoy en la puerta; ya aqui
    en el lobby; estacionado; estacionada; aqui afuera; ya estoy afuera; ya estoy en; ya ando aqui`,
  sick: `
    enfermo; enferma; enfermos; estoy/esta/estamos enfermo/enferma/enfermos; gripe; gripa; resfriado; resfriada; covid; tos; vomito
    vomitando; diarrea; hospital; en el hospital; cirugia; operacion; fallecio; murio; me siento mal; se siente mal; emergencia familiar
    no me siento bien; no se siente bien; malo; mala; malita; malito; catarro; infeccion de oido; infeccion de garganta`,
  hedge: `
    a lo mejor; tal vez; talvez; quiza; quizas; posiblemente; probablemente; puede que; puede ser que; es posible que; es probable
    do not know; do not know todavia/aun/bien; do not know si/if; aun do not know; no se; no se todavia/aun/bien/si
    no estoy seguro/segura; no estamos seguros; todavia no; todavia do not know; aun no; creo; creo que; creo que yes; pienso que
    supongo; espero poder; espero que yes; ojala
    dejame/dejeme/deje/dejenme ver/checar/chequear/revisar/preguntar/pensar/consultar/confirm/hablar/le/les/reviso/pregunto/veo
    dejame; dejeme; will ver; vamos a ver; a ver; le/les/te aviso; yo aviso; yo le/les aviso; aviso luego
    luego le/les/te aviso/confirm/digo/llamo; le/les/te confirm luego/despues/manana/mas/@time/al/en; mas tarde le/les/te
    luego confirm; confirm luego/despues/mas; confirm mas tarde; mas tarde confirm; ya le/les digo/aviso; le/les/te digo
    le/les/te digo luego/despues; yo le/les digo; lo will pensar; lo pienso; lo pensare; want pensar; want pensarlo
    want checar/revisar/ver/consultar; want ver si/if; want preguntarle; want preguntar a/al/en/if; depende; segun; quien sabe
    intentare; tratare; trataremos; will tratar; will intentar; hare lo posible; haremos lo posible; mas o menos; de pronto
    pueda que; ni idea; estoy viendo; estoy checando; estoy esperando; espere; esperen; esperame; espereme; un momento; un segundo
    despues le/les; al rato; al rato le/les; lo consulto; primero dios; si dios quiere; if dios quiere; dios mediante; por confirm
    sin confirm; no confirm; can not confirm; no confirm todavia/aun; no tengo certeza; llameme; llamenme; llamame; marqueme
    me puede/pueden llamar/marcar; want hablar; me llaman; le/les llamo; llamare; yo llamo; yo les llamo; olvidelo; olvidalo
    por el momento do not know; no le/les sabria; estoy en duda; estoy dudando; no creo que; no creo poder; me avisan; lo checo
    lo reviso; checo y; reviso y; pregunto y; guardar/guarde/guardarme/apartar/apartarme/esperar/esperarme hasta <t>?
    me la/lo puede guardar/apartar hasta; hasta que; want preguntar en/a/al/con; tengo que preguntar; want consultar
    want hablar con`,
  interest: 'me/nos interesa; me interesa mucho; estoy interesado/interesada; interesado; interesada',
  condition: `
    a menos que; siempre y cuando; con tal; en caso; salvo que; a no ser; solo if; solamente if; siempre que; dependiendo
    con la condicion`,
  timing: 'mientras; cuando; hasta que',
  contrast: 'pero; aunque; sin embargo; excepto; nomas; nomas que; solo que; nada mas que; menos; sino',
  several: `
    los dos; las dos; ambos; ambas; los tres; las tres; todos; todas; cada uno; el otro; la otra; el primero; la primera; el segundo
    la segunda; uno de los; una de las; solo mi; solo para; solo yo; solo el; solo ella; solo la; solo de; nada mas mi; nada mas la
    y tambien; tambien para; tambien mi; y mi <kin>; y para mi; mis <kin>; mis hijos; la mia; la de mi; para mi no; y la de; y el de
    ademas; agregar; agregue; mi <kin> en mi lugar; en mi lugar; pero mi <kin>; mi <kin> yes; mi <kin> no; solo <name>; <name> yes
    <name> no`,
  'other-visit': `
    ya no soy paciente; no esta; no es esta; la otra cita; otra cita mia; no es mi cita; no tengo cita; no tengo ninguna cita
    no hice cita; no saque cita; no pedi cita; esta mal; dia equivocado; fecha/hora equivocada; es incorrecto; no es correcto/correcta
    ya fui; ya fuimos; ya vine; ya estuve; esta equivocada la; yo no`,
  mistake: `
    por error; sin querer; por equivocacion; me equivoque; quise decir; perdon quise; quise poner; queria decir/poner; se me fue; oprimi
    le pique; le puse; puse`,
  receipt: `
    recibi su/el/tu/los texts?; recibi; ya recibi; ya se; ya lo know; lo know; ya know; ya vi; ya lo vi; soy yo; ella habla; el habla
    de enterado; ya confirm; ya lo/la confirm; estoy enterado/enterada; ya estoy enterado/enterada; ya habia confirmed; ya me habian`,
  or: 'o',
  ask: `
    que dias; ^ que me; que me will/van; que horario/horarios/hours tiene/tienen/manejan; que hora; a que hora; que horas
    a que horas; que dia; que fecha; que es; que necesito; que want; que debo; que documentos; que seguro
    que doctor/doctora/dentista; que direccion; cual; cuales; cual es; quien; quien es; con quien; quienes; donde; adonde; a donde
    donde esta/estan/queda/es; en donde; como llego; como es; como se; como puedo; cuanto; cuanta; cuantos
    cuanto cuesta/sale/cobran/tarda/dura/es/seria; cuando es; cuando tengo; cuando me toca; para cuando; para que; por que; que pasa
    aceptan; acepta; toman seguro; tienen; tiene; hay; cobran; hay que; hay estacionamiento/parqueo; es con; es en; es para; es el
    es la; es a; es gratis; sigue siendo; atienden; abren; cierran; estan abiertos; esta abierto/abierta; me toca; puedo; podemos
    puede; pueden; podria; podrian; puedo comer/llevar/tomar/manejar/beber/pagar/traer
    me puede/pueden/podria/podrian decir/mandar/enviar/recordar/dar/confirm/ayudar; want llevar; want saber/preguntar
    want saber if/si; queria saber/preguntar; quisiera saber; tengo una pregunta/duda; tengo pregunta/preguntas/dudas
    una pregunta/duda/consulta; pregunta; duda; sabe/saben si/if/cuando/donde; me recuerda; me recuerdan; recuerdeme; digame
    diganme; dime; no recuerdo; no recuerdo la/a/que/cuando; no me acuerdo; no me acuerdo la/a/que/cuando/de; se me olvido la/a/que
    do not know a que; do not know donde/cuando/que/cual; no se a que; no se donde/cuando/que/cual; va a doler; me will doler
    direccion; la direccion; su direccion; ubicacion; su ubicacion; mas informacion; que incluye; me mandan/manda; mi seguro
    la cancelaron; me cancelaron; es mi cita; esta confirmed mi; mi cita es; a que/cual numero/telefono; que numero; a quien/quienes
    a quien le hablo/llamo/aviso; que hago; como le hago; cancelan la; me cancelan la; pierdo la/mi; me quitan la
    todavia esta/hay/tienen; sigue disponible/libre; hablan ingles/espanol/spanish/english
    cuando/donde/como es/tengo/seria/queda mi/la/su <visit>; cuando/donde/como es/tengo/seria/queda`,
  'ask-cancel': `
    puedo/podria/podemos cancel; puedo/podria/podemos cancel <my> <visit>; se puede cancel; es posible cancel; como cancel
    como puedo/hago para? cancel; como le hago para cancel; if cancel; if cancel <my> <visit>; me cobran if; cobran if
    cobran por cancel; hay cargo por cancel; hay multa; want cancel o; por cancel; cancelaron; cancelaron <my> <visit>
    esta cancelled mi`,
  tag: 'verdad; no es asi',
  'if-possible': `
    if es posible; if se puede; if no es molestia; de ser posible; if puede/pueden; if me hace el favor; if gusta/gustan
    if es tan amable; if no le molesta; if fuera posible; if me permite`,
  'if-any': 'if me puede/pueden; if tiene/tienen; if hay; if tienen algo; if hay algo',
  fee: 'costo; cargo; multa; cobro; precio; aseguranza; seguro medico; deposito',
  thanks: `
    se lo agradezco; le/les agradezco; le/les agradezco mucho; agradezco; agradecido; agradecida; muy agradecido/agradecida
    se agradece; muy amable; muy amables; que amable; bendiciones; mil bendiciones; dios los/le/la/te bendiga
    thanks por el recordatorio/aviso/texts; thanks por recordarme/avisar/avisarme/confirm/llamar/escribir/responder/preguntar/todo
    thanks por la/su/tu atencion/ayuda/tiempo/comprension/paciencia/informacion/oferta/opcion; thanks por su/el/la texts
    thanks por pensar en mi; thanks a usted/ustedes/ti; thanks de antemano; thanks igualmente; thanks bendiciones; mucho agradezco
    mil thanks; tan amable; son muy amables; thanks de todos/todas modos/formas/maneras; de todos/todas modos/formas/maneras thanks
    de todos/todas modos/formas/maneras; thanks que dios los/le/la/te bendiga`,
  kind: `
    que tenga/tengan/tengas
    que tenga/tengan/tengas un/una? buen/bonito/lindo/excelente/feliz/buena/bonita/linda dia/tarde/noche/fin/semana/hello
    que tenga/tengan/tengas hello; que este/esten bien; que pase/pasen
    que pase/pasen un/una? buen/bonito/lindo/excelente/feliz/buena/bonita dia/tarde/noche/fin; buen/bonito/lindo/feliz/excelente dia/fin
    buena/bonita/linda/feliz/excelente tarde/noche/semana; de semana; buen dia; buenas noches/tardes; buenos dias; igualmente; saludos
    un saludo; cordial saludo; hasta luego/pronto; adios; cuidese; cuidense; cuidate; a usted/ustedes/ti; de nada; jaja; jajaja; jeje
    felices fiestas; feliz navidad/ano; avisame/aviseme if necesitan algo; if necesitan algo; cualquier cosa; para servirle; amen
    gracias a dios; thanks a dios; que bueno; que bien; genial; buenisimo; me alegro; buen provecho; feliz; lindo; bonito; bonita; dia
    bendecido; bendecida; abrazo; abrazos`,
  greeting: `
    hola; hola hola; oiga; oye; doctora; senorita; senora; senor; sra; sr; dra; estimados; estimado; estimada; amiga; amigo
    como esta/estan; como le va; que onda; mija; joven; don; dona; licenciada; fijese; fijese que; fijate que; mire; mira; pues; ay; ah
    muy hello; muy buenas; muy buenos; buen; hello tenga; hello tengan; hello doctora`,
  sorry: `
    perdon; perdone; perdonen; disculpe; disculpen; disculpa; disculpas; lo siento; lo siento mucho; lo lamento; lamento; una disculpa
    mil disculpas; disculpe/disculpen/perdon por? la molestia/tardanza/hora/demora/inconveniente
    disculpe/disculpen/perdon por no contestar/responder; disculpe/disculpen/perdon por? contestar/responder/avisar tan? tarde
    perdon/disculpe que conteste/avise tan? tarde; lamentablemente; desafortunadamente; por desgracia; que pena; con pena; me da pena
    disculpe que le avise tan? tarde; apenas vi; apenas vi el/su texts; apenas veo; hasta ahora vi; hasta ahora veo; no habia visto
    no habia visto el/su texts; por los inconvenientes; por el inconveniente; se me olvido; se me habia olvidado; olvide`,
  ack: `
    enterado; enterada; recibido; entendido; entendida; anotado; anotada; ok enterado; quedo enterada/enterado; copiado
    tomado en cuenta`,
  'side-note': `
    llevare; llevo; will llevar; mi tarjeta; traigo; traere; papeles; formulario; llene; ya llene; mi <kin> me lleva; me lleva mi <kin>
    con mi <kin>; aviso a; muy temprano llego; llego temprano; llegare temprano; llegaremos temprano`,
  name: 'soy; soy <name>; habla; habla <name>; le habla; le saluda; mi nombre es; me llamo; de parte de',
  neutral: `
    le/les/te aviso que; para avisar que; para avisarle/avisarles que; want avisar que; aviso que; sigo en la lista
    dejeme/dejenme en la lista; me deja/dejan en la lista; mantenganme en la lista; en la lista; lista de espera; ya saben; ya sabe
    no importa; no pasa nada; no tengo preguntas; no tengo ninguna pregunta; sin cambios; no hay cambios; sin novedad
    no hay problema; no hay ningun problema; sin problema/problemas; ningun problema; no se preocupe/preocupen; no te preocupes
    no hay falla; no hay de que; que no se me olvide; no se me olvida; no se me ha olvidado; como que cancel/no/if
    como que yes/if cancel; no es que no want ir; cambiar de <phone>`,
  overtaken: `
    iba/ibamos a; dije/dijimos que; dije/habia dicho que yes; habia/habiamos dicho que; le/les dije que; pense/pensaba/crei que
    casi cancel; tenia/teniamos planeado`,
  correction: `
    no espere/espera; perdon quise decir/poner; quise decir/poner; digo; mejor dicho
    olvide/olvida/ignore/ignora lo que dije/puse/mande; olvide/ignore/ignora mi/el texts anterior; cambie de opinion
    me equivoque era/es`,
  'call-later': `
    avisenme/aviseme/avisame/aviseme/avisen if/cuando/when sale/hay/tienen/tiene/salga/haya otra/otro/algo/una/mas?
    me avisan/avisa if sale/hay otra/algo; tengame/tenganme en cuenta/mente/lista; tengame/tenganme en cuenta para
    para la proxima tengame en cuenta`,
}
