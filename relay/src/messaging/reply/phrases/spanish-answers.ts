import type { Lexicon } from './meanings.ts'

/** How people answer in Spanish, without accents. Before this is read "no puedo" has become "can not", "quiero" and "tengo que" "want",
 *  "voy a" "will", "gracias" "thanks", and "cancelar", "cancelo", "confirmo" "cancel" and "confirm". */
export const SPANISH_ANSWERS: Lexicon = {
  yes: `
    simon; claro; claro que yes; por supuesto; por supuesto que yes; yes claro; yes por supuesto; yes senor/senora/senorita/doctora
    yes como no; de acuerdo; esta bien; todo bien; me parece bien/perfecto; correcto; es correcto; asi es; yes asi es; afirmativo
    orale; dale; sale; va; va pues; va que va; listo; lista; seguro; con gusto; con mucho gusto; desde luego; exacto; efectivamente
    como no; vale; ya quedo; quedamos asi; en eso quedamos; sin falta; esta perfecto; de una; a la orden; obvio; me parece; hecho
    adelante; acepto; aceptado; aceptada; eso es; ya esta; por mi esta bien; de acuerdo con la hora; yes gracias
    <t> esta bien/perfecto; <t> me queda bien/perfecto; <t> me sirve/funciona/conviene; ese dia esta bien; esa hora esta bien
    esa hora me queda bien; ese dia me queda bien; me/nos queda bien/perfecto; me/nos queda muy bien; me/nos queda $; me/nos sirve
    me/nos sirve mucho; me/nos sirve esa/ese hora/dia; me/nos funciona; me/nos conviene; me/nos viene bien/perfecto; me cae bien
    me va bien; can ese dia; yes puedo/podemos; yes se puede; yo puedo; puedo ese dia; puedo a esa hora; puedo <t>; asi quedamos
    esta bien <t>; yes esta bien; yes me queda bien; ahi quedamos; okey esta bien; ok esta bien; me late; andale; andale pues; jalo
    le entro; claro yes; arre; fierro; ya rugiste; juega; ya vas; clarin; clarin que yes; seguro que yes; por supuesto que; a huevo
    chido; vientos; ok va; no pos yes; pos yes; pues yes; nombre yes; a esa hora yes can; a esa hora yes; a esa hora can
    a esa hora yes puedo; ese dia yes puedo; claro que yes mande`,
  ok: `
    bueno; muy bien; super bien; perfectamente; okey; oki; ah bueno; ah ok; bueno pues; ta bien; ta bueno; esta bueno; super; excelente
    ok bueno`,
  no: `
    no senor/senora/senorita; para nada; negativo; de ninguna manera; ya no $; claro que no; no no; por supuesto que no; creo que no
    no creo`,
  confirm: `
    cita confirmed; queda confirmed; esta confirmed; ya esta confirmed; confirm asistencia; confirm mi asistencia; confirm <my> <visit>
    confirm <my> <visit> para/del/de <t>; confirm para/el/la/del <t>; confirm para <t>; asistencia confirmed; doy por confirmed
    confirm que yes; para confirm; para confirm <my> <visit>; lo/la confirm; yes confirm; yes lo/la confirm; quiero confirm
    want confirm; want confirm <my> <visit>; le/les/te confirm $; le/les/te confirm que yes; le/les/te confirm <my> <visit>; se confirm
    confirm thanks; confirm please; confirm asistire`,
  coming: `
    ahi/alli/alla/aca/aqui estare/estaremos/estara/voy/llego/llegare/llegaremos/andare/andaremos; ahi/alli/alla estoy
    ahi/alli/alla los/las/la/lo/le veo; ahi/alli/alla/aca nos vemos; ahi/alli/alla/aca estamos; ahi/alli/alla will estar
    ahi/alli/alla vamos a estar; ahi/alli/alla sin falta; estare/estaremos ahi/alli/alla/presente/presentes/puntual/puntuales
    estare/estaremos en <my>? <visit>; estare/estaremos $; estare/estaremos <t>; estare/estaremos ahi/alli/alla <t>
    estare/estaremos sin falta; will ir/asistir/llegar/estar; will estar ahi/alli/alla; will ir a <my>? <visit>
    will asistir a <my> <visit>; will ir <t>; nos vemos; nos vemos <soon>; nos vemos <t>; nos vemos alla/ahi/alli
    asistire/asistiremos; asistire/asistiremos a <my> <visit>; ire; iremos; yo voy; yes voy; yes vamos; voy $; vamos $
    yes ire/iremos; yes will ir; yes will; yes asisto; asisto; cuente/cuenten conmigo; cuente/cuenten con mi presencia/asistencia
    cuenten con nosotros; puedo/podemos ir/asistir $; puedo/podemos ir/asistir <t>; puedo/podemos ir/asistir a <my> <visit>
    yes puedo/podemos ir/asistir; ok puedo/podemos ir/asistir; llegare/llegaremos; llego $; alla nos vemos; hasta <t>
    hasta luego nos vemos; sigo en pie; sigue en pie; en pie; los/las/la/lo/le veo <t>; los/las/la veo alla/ahi/pronto/entonces
    nos estamos viendo; presente; presentes; no faltare/faltaremos; no falto; ahi llegamos; listo para; listos para; esperenme alla
    con ganas; ahi estara mi <kin>; la/lo tengo anotada/anotado; ya lo/la anote; ya lo tengo en mi calendario; en mi calendario
    estare puntual; estaremos puntuales; ahi puntual; ahi <t>; voy a estar; iremos sin falta; no me la pierdo; sigo con mi cita
    yes ahi; ahi la/los veo; mi <kin> va a ir; yes va a ir; yes va a asistir; yes llevare a <my> <kin>; llevare a <my> <kin>
    alla estoy; ahi estoy <t>; ahi estoy sin falta; ahi will; aya/ay/ahi/alla estare/estaremos; aya/ay/ahi/alla nos vemos
    ahi/alla los/las/lo/la/le veo <t>?; ahi/alla le/les llego; ahi/alla le/les llego <t>; ahi/alla le/les llegamos
    por supuesto que voy/ire/iremos/vamos; claro que voy/ire/iremos/vamos; yo yes voy; voy sin falta; nos vemos alla/ahi/el? <t>?
    ok nos vemos; yes i go; ahi le veo; ahi les veo; ahi/alla andamos/ando/andare; ahi/alla los/las/lo/la vemos; a la hora alla
    que yes voy; ya pedi el? dia/permiso; ya pedi permiso/dia; de que voy voy; con gusto ahi/alla; contamos con eso
    ahi me tienen/tiene; ahi vamos a estar; ya pedi el? dia/permiso en el trabajo/la escuela; llego/llegamos sin falta
    yes sigue en pie; ay will estar; will ir con gusto`,
  keep: `
    no cancel <my> <visit>; no la/lo cancel; no me la/lo cancel; no want cancel; no want cancel la/lo; no want cancel <my> <visit>
    will not cancel; will not cancel la/lo; will not cancel <my> <visit>; can not cancel la; mantener <my> <visit>
    mantengo <my> <visit>; want mantener <my> <visit>; mantenga/mantengan/mantenganme <my> <visit>; no me cancel
    no me cancel <my> <visit>; dejarla asi; dejela/dejenla/dejelo/dejala asi; dejela/dejenla como esta; la dejo asi
    la dejo como esta; me quedo con <my> <visit>; me quedo con la que tengo; me quedo con mi cita original/actual
    me quedo con la original/mia; me quedo como estoy; mejor me quedo con <my> <visit>; mejor me quedo con la mia
    prefiero <my> <visit>; prefiero dejar/mantener/conservar/quedarme; prefiero dejar/mantener/conservar <my> <visit>
    prefiero dejarla/mantenerla; conservo <my> <visit>; conservar <my> <visit>; dejar/dejame/dejeme/dejenme <my> <visit>
    dejame/dejeme/dejenme <my> <visit> como/donde esta; dejar <my> <visit> como/donde esta; dejo mi cita
    dejo mi cita como/donde esta; dejame/dejeme la que tengo; no cambiar/mover <my> <visit>; no la cambiar/mover
    no me la cambiar/mover; no es necesario cancel; no hace falta cancel; no hay que cancel; no want cambiar; no want cambiarla
    no want cambiar <my> <visit>; want quedarme con <my> <visit>; me quedo con la cita que ya? tengo; want conservar <my> <visit>
    sigo con la misma; sigo con la mia; la misma cita; con la que tengo
    mejor? dejeme/dejenme/dejame/quedo con la mia/original/actual/anterior; dejeme/dejenme/dejame con la mia/que tengo/tenia
    me quedo con la que ya? tengo/tenia; no want mover/cambiar <my> <visit>; no want mover/cambiar la
    no want mover/cambiar la que tengo; no want mover/cambiar la mia; no cancel la mia; no me cancel la mia
    no cambiar/mover/toque/toquen la mia; me espero a la mia; espero la mia; mejor la mia; sigo con la que tengo/tenia
    no cancel <my> otra; me quedo con la otra/anterior/vieja; no me quite/quiten <my> <visit>
    prefiero la/mi que/cita ya? tengo/tenia; prefiero la/el que ya? tengo/tenia; prefiero la mia; prefiero mi <visit>
    prefiero la otra/anterior; conservo/mantengo la que tengo; dejemela/dejeme como estaba; como estaba; me quedo como estaba
    dejela/dejelo como estaba; dejeme/dejenme/dejame con la/mi <visit>; dejeme/dejenme/dejame con la/mi <visit> que ya? tengo/tenia`,
  cancel: `
    cancel la/lo; want cancel la/lo; la/lo/me want cancel; la/lo cancel; cancel please; me cancel; me cancel <my> <visit>
    me la/lo cancel; mejor cancel; mejor la cancel; mejor cancel <my> <visit>; hay que cancel; favor de cancel
    favor de cancel <my> <visit>; para cancel $; para cancel <my> <visit>; cancel <my> <visit> del/de? <t>; cancel <my> <visit> para <t>
    cancel la del <t>; puede/pueden/puedes cancel; puede/pueden/puedes cancel la/lo; puede/pueden/podrian/puedes cancel <my> <visit>
    me puede/pueden/podria/podrian/puedes cancel; me puede/pueden/podria/podrian/puedes cancel <my> <visit>
    me la puede/pueden/podria/podrian cancel; anular; anule; anulen; anulela; anulenla; anular <my> <visit>; anule/anulen <my> <visit>
    want anular; want anular <my> <visit>; ya no want <my> <visit>; ya no want la/lo; ya no la/lo want; ya no want ir
    ya no want ir a <my> <visit>; ya no necesito/want/ocupo <my> <visit>; ya? will not necesitar/ocupar/want <my>? <visit>
    ya no necesito/ocupo la/ir; ya no la necesito/ocupo; no necesito/ocupo <my> <visit>; ya no necesitare <my> <visit>
    will not necesitar <my> <visit>; quite/quiten/borre/borren/elimine/eliminen <my> <visit>; deje/dejen sin efecto
    pueden darle mi cita a otra persona; denle/dele mi lugar a otra persona; pueden dar mi cita; denle/dele mi cita a otra persona
    no want <my> <visit>; doy de baja <my> <visit>; dar de baja <my> <visit>; quisiera cancel; cancel todo; want que me cancel
    want que cancel; want que cancel <my> <visit>; avisar que cancel; queria cancel; queria cancel <my> <visit>`,
  cancelled: `
    ya cancelled; ya cancel; ya la/lo cancel; ya la/lo cancelled; habia cancelled; ya habia cancelled; la/lo cancel ayer; fue cancelled
    esta cancelled; queda cancelled; cancelled la; cancelled mi; he cancelled; ya llame para cancel`,
  'not-coming': `
    can/will not ir/asistir/llegar/venir/pasar/acudir/estar; can/will not ir/asistir/llegar/venir/pasar/estar el/la/en? <t>
    can/will not ir/asistir/llegar/venir/acudir/estar a <my> <visit>
    can/will not ir/asistir/llegar/venir/acudir a <my> <visit> del/de/<t>; can/will not ir/asistir/llegar/venir ese/este dia
    can/will not ir/asistir/llegar/venir esta vez; can/will not asistir/llegar/venir a; can not ese/este dia; can not esta vez
    can not en esta ocasion; can not el/la/para/<t>; can not <t>; can not para <t>; can not cumplir
    can/will not presentarme/presentarnos; can not hacerlo; can not con <my> <visit>; can not llevarlo/llevarla
    can not llevar a <my> <kin>; will not llevarlo/llevarla; will not llevar a <my> <kin>; no voy $; no vamos $; ya no voy/vamos $
    no voy <t>; no vamos <t>; no voy ya; no voy ir; no va ir; no va a ir; no va a poder ir/asistir; no asisto; no asistire
    no cuenten/cuente conmigo; faltare; will faltar; want faltar; no estare; no estaremos; no estare ahi/disponible/en
    no estaremos ahi/en; no will; no llegare $; no llego $; no podra asistir/ir; no hay forma de ir; no tengo como ir/llegar
    ya no can not ir?; ya can not; ya can not ir/asistir; ya will not ir/asistir/come; ya no ire; will not ir ya; no me presentare
    no puede ir; no va poder ir; no va poder; no vendre; no voy poder; no voy poder ir/asistir; no podemos ir; no se va a poder
    no se podra; no iba a poder; will tener que faltar; can not ir a; can not atenderme; no me/nos espere/esperen/esperes
    no hay modo/manera/forma/chance de ir/llegar; no hay como ir/llegar; se me/nos complico; se me/nos complico todo
    me salio un/algo can not; no cuente/cuenten con nosotros/conmigo; ya no voy <t>; no will ir; no se me hizo
    me es imposible ir <t>?; can not llegar <t>?; can not ir ese/este dia`,
  'bad-time': `
    <t> no me/nos sirve/funciona/queda/conviene; <t> no me/nos queda/viene bien; no me/nos sirve/funciona/conviene
    no me/nos queda/viene bien; no me/nos queda
    no me/nos sirve/funciona/queda/conviene bien? ese/esa/el/esta/la? dia/hora/horario/@time
    ese/esa/este/esta dia/hora/horario no me/nos sirve/funciona/queda/conviene bien?; ese/esa dia/hora/horario can not
    ese/esa dia/hora/horario no; esa hora no; ese dia no $; ese dia no me; can not a esa/esta hora; can not en ese/este horario
    can not a esas horas; can not <clock>; can/will not ir/asistir/llegar/venir a esa hora; can/will not ir/asistir/llegar/venir <clock>
    can/will not ir/asistir/llegar tan temprano/tarde; can not tan temprano/tarde; muy temprano; es muy temprano; es muy pronto
    es muy temprano/tarde para mi; muy tarde para mi; es muy tarde; no es buena hora; no es buen dia; no es un buen dia; mal dia
    mala hora; a esa hora no; a esa hora can not; a esa hora trabajo; ya no me queda bien; ya no me sirve; ya no me conviene
    el horario no me; la hora no me; se me complica; se me complica ese dia; se me hace muy temprano; se me dificulta`,
  busy: `
    ya me atendieron; ya me atendieron en otro lado; no hay quien me lleve; no tengo quien me lleve; trabajo; trabajando
    want trabajar; estoy/estare trabajando; en el trabajo; ocupado; ocupada; estoy/estare ocupado/ocupada; estoy en clase/clases
    tengo clase/clases/escuela/junta/reunion/planes/compromiso/compromisos/trabajo/examen/turno; tengo otro/otra compromiso/cita
    tengo un compromiso; tengo una cita; ya tengo planes/compromiso; ya tengo otro/otra/un compromiso/cita; fuera de la ciudad
    fuera del pais; de viaje; de vacaciones; estare/estoy/estaremos de viaje/vacaciones; will viajar; me salio algo/un; surgio algo
    se me presento algo/un; un imprevisto; me surgio; con tan poco tiempo; tan poco aviso; muy poco tiempo; muy de repente
    no tengo carro/transporte/ride/quien; no tengo con quien dejar; tengo que cuidar; want cuidar; want recoger; entro a trabajar
    salgo del trabajo; se enfermo mi <kin>; no tengo raite/raid/ride/aventon/carro/troca; se me descompuso el carro/la troca
    me toca trabajar/cuidar/recoger; tengo boda/fiesta/viaje/examen/evento/practica
    tengo un/una boda/fiesta/viaje/examen/evento/junta/reunion/clase/entrevista/cumpleanos; ando trabajando/fuera/ocupado/ocupada/de
    tengo que ir a/al; tengo otro/otra; no tengo con quien; no tengo tiempo; can not salir del trabajo; can not faltar al trabajo
    can not dejar el trabajo`,
  take: `
    la/lo tomo; la/lo want; lo/la acepto; la/lo agarro; la/lo aprovecho; yo la/lo want/tomo/agarro; me la/lo quedo; me la llevo
    me quedo con esa/ese; me quedo con ese lugar/espacio; want la; want esa/ese; want la/esa/ese <visit>/hora/lugar/espacio/horario
    want el lugar/espacio/horario/@time; want la/el <visit>/@time; tomo la/esa/ese/el cita/hora/lugar/espacio/@time; tomo la
    tomo esa/ese; apartemela; apartamela; aparteme; apartame; apartela; apartenmela; apartenme la?
    me/nos la/lo aparta/apartan/reserva/reservan/guarda/guardan/agenda/agendan; me aparta/reserva/anota/apunta; want apartar
    anoteme; anotame; anotenme; apunteme; apuntame; apuntenme; reservela; reservemela; reservame; reserveme; reservenmela
    reserveme la/ese/esa; agendeme; agendame; agendenme; agendemela; guardemela; guardamela; guardeme; guardela; pongame; ponme
    ponganme; dela por hecho; demela; denmela; dame esa/la; deme esa/la; la/lo tomamos; la queremos; me encantaria
    want adelantar la; want ir; want aprovechar; me apunto; apuntado; apuntada; cambiar a/para esa/ese; puedo ir ese dia
    puedo ir a esa hora; agarro la/esa/ese; yes la/lo want; yes la/lo tomo; yo la tomo; me interesa y la tomo; la agarramos
    claro que la want; no me la/lo quite/quiten/quites; no se la/lo de/den a nadie/otro/otra/alguien mas?
    no la/lo suelte/suelten/den
    apartenme/apartame/aparteme/reserveme/reservame/reservenme/guardeme/guardenme/guardame/agendeme/agendenme ese/esa/el/la/un? <visit>/lugar/espacio/hora/horario/turno/campo
    yo voy $; yo voy; esa es mia; la want yo; yo la want; jalo; reservame/reserveme ese/esa/el/la <visit>; tomo la nueva
    me la quedo; ahi llego; ahi le llego; ya rugio; echemela; pasemela; la agarro yo; agarramela; me anoto; cuente conmigo
    cuenten conmigo; no pos yes de una vez; pos yes de una vez; yes de una vez`,
  pass: `
    no thanks; paso; paso thanks; esta vez no; esta vez no can; esta vez paso; ahora no; por ahora no; por el momento no; ahorita no
    mejor no; mejor no thanks; no me interesa; no estoy interesado/interesada; en otra ocasion; para la otra; otra vez sera
    sera en otra; sera para la otra/proxima; para la proxima; will pasar $; la/lo dejo pasar; no la/lo want; no lo/la necesito
    no es necesario; no hace falta; asi estoy bien; estoy bien asi; asi esta bien; asi dejelo/dejela; prefiero esperar
    espero mi cita; espero a mi cita; me espero; mejor espero; mejor me espero; no acepto; la/lo rechazo; rechazo
    desela/dela a otra persona; dele/denle/desele el lugar a otro/otra persona?; que la tome otra persona; no por ahora
    ojala pudiera; quisiera pero; me gustaria pero; want pero; now no; no now; can not aceptar; can not aceptarla/tomarla
    can not tomar la/esa/ese <visit>?; no la can not; will not tomarla; no me da tiempo; no alcanzo; can not tan pronto; lastima
    que lastima; thanks pero no; thanks pero paso; no thanks ya tengo; no a esa/ese hora/dia trabajo/estoy/puedo; hoy no
    hoy no se puede; no se puede; ese dia no se puede; a esa hora no se puede; esta vez can not; no alcanzo a llegar
    no alcanzo thanks; paso por esta vez; para la siguiente; que se la den a otro/otra; denla a otro/otra
    dela/denla/desela a otra/otro persona?; no me la den; ahorita can not; por ahora can not; no aceptar; no puedo aceptar
    dejela/dejelo/desela/demela/dasela/dejenla para/a otra/otro/alguien persona/paciente/mas?; para otra persona
    que la aproveche otro/otra/alguien; no me acomoda; no le hace`,
}
