import type { Lexicon } from './meanings.ts'

/** What people say about the texts themselves, in both languages: stop them, start them again, wrong person, how they work. */
export const ABOUT_TEXTS: Lexicon = {
  'stop-word': `
    stop; stop stop; stop all; stopall; unsubscribe; end; quit; revoke; optout; remove; alto; baja; parar; pare; paren; detener; detenga
    detengan; basta; basta ya; stop please; remove me; remove me please; unsubscribe me; want unsubscribe; want optout; optout me
    optout please; desuscribir; desuscribirme; cancel suscripcion; darme de baja; dar de baja; dame de baja; deme de baja; denme de baja
    want darme de baja; want dar de baja; de baja; no more; no mas; no more please; stop it/this/these/that/now/already`,
  'stop-wish': `
    quit/stop it with the/these/your? <text>; favor de no enviar/mandar/escribir/enviarme/mandarme mas? <text>?
    no enviar/mandar/enviarme/mandarme mas <text>; if you do not stop texting/messaging/sending/contacting
    will you not stop texting/messaging/sending me?; already unsubscribed; i unsubscribed already
    stop/quit texting/messaging/contacting/bothering/spamming/harassing/annoying/bugging
    stop/quit texting/messaging/contacting/bothering/spamming/harassing/annoying/bugging me/us/my/this/here/him/her
    stop/quit sending $; stop/quit sending me/us $; stop/quit sending to me/this
    stop/quit sending me/us these/this/any/all/stuff/things/crap $; stop/quit sending me/us these/this/stuff/things/crap
    stop/quit sending me/us these/this/the/any/all/your? <text>; stop/quit sending me <text>; stop/quit sending these/this/all $
    stop/quit sending these/this; stop/quit sending these/this/the/any/all/your? <text>; stop/quit with the/these/your/all <text>
    stop all <text>; stop the/these/your/all/my/this/any/those automated? <text>; stop <text>; stop text
    stop reminding/notifying me; stop hitting me up; stop blowing up my phone; stop calling and texting; stop texting and calling
    stop calling or texting; stop texting or calling; stop the spam; stop spam; cease and desist; cease all; cease
    discontinue the/these/all/any? <text>; discontinue texting; end these/the/all/my? <text>; no more <text>
    no more of these/your/the? <text>; no more texting/text/messaging; no further <text>
    no further communication/communications/contact; no additional <text>; no <text> please; no texting; no <text> $; no texts
    do not text $; do not text me/us/here; do not text me/us $; do not text this number
    do not text me/us/this number? anymore/again/ever; do not text anymore/again; do not text please; do not message/contact $
    do not message/contact/bother me/us/this; do not message/contact/bother me/us/this number? anymore/again?
    do not send me/us any/more/these/this/anymore/your/texts/anything/stuff; do not send me/us any/more/these/this/your more? <text>
    do not send <text>; do not send any/more/these/anymore/your more? <text>; do not send these
    never text/contact/message me/us/this again?; not text me; do not ever text/contact me?; do not keep texting; do not be texting
    do not call or text; do not text or call; do not call and text; not to be contacted/texted; no longer contact/text/send
    do not want/need your/these/the/any/to/more/texts/this <text>; do not want/need <text>
    do not want/need any/these/your/the/all more? of? these? <text>; do not want more <text>
    do not want get/receive these/this/texts; do not want get/receive these/this anymore; do not want be texted/contacted
    do not want receive/get any/these/your/more/such? <text>; do not want receive/get any more <text>
    do not want receive any? further/future? <text>; do not want you texting/contacting me; do not want you to text/contact me
    do not want be texted/contacted/messaged; do not like getting/receiving <text>; do not like getting/receiving these
    no longer want/wish receive/get/texts/these/your <text>; no longer want/wish receive/get $
    no longer want receive/get these/this; no longer want/wish receive/get any/these/your <text>; no longer want <text>
    no longer want these/your/the <text>; no longer wish to receive any/these/your? <text>; want no more <text>
    want stop receiving/getting any/these/your/the? <text>; want stop getting/receiving $; want stop <text>
    want you to stop texting/messaging/contacting; stop getting these; want these/the/your <text> to? stop
    tired/sick of these/your/getting/the/all these? <text>; tired/sick of <text>; want these/the/your <text> to stop
    make these/the/your <text> stop; take/remove/get me/us off/from of? your/the/this/these/that/all <list>/<offlist>/texts
    take/remove my/this number off/from of? your/the/this/these/that/all <list>/<offlist>/texts; take/remove my/this number off $
    want out of these/your/the? <text>; turn these/them off
    take/remove me/us/my/this number/name/phone off/from of? your/the/this/all/any/that <list>/<offlist>/texts
    take/remove me/us/my/this number/name/phone? off/from of? your/the/this/all/any/that texting/text/texts/contact/call/calling/mailing/phone/reminder/message <list>
    take/remove me/us off/from of? the texting/text/texts/contact/call/calling/mailing/phone/reminder/message <list>
    take/remove me/us off/from of? texts; take me off $; take us off $; remove my/this number
    remove my/this number/phone/name/info from your/the/this <list>/<offlist>; remove from your? list; delete me
    delete my/this number/info/contact; delete my/this number/info from; erase my number; lose my/this number; forget my number
    block me; unsubscribe me/us from; unsubscribe from; unsubscribe please; please unsubscribe; want unsubscribe from
    optout of/from this/these/the/your/all/any? <text>; want optout of/from this/these/the/your/all/any? <text>
    optout of/from this/these $; i optout $; opt me/us out $; opt me/us out of this/these/the/your/all/any? <text>
    opt me out please; leave me/us alone; leave me the hell/fuck alone; buzz off; turn off my/the/these/your? <text>
    turn my/the/these/your? <text> off; disable my/the/these? <text>; cancel my/the/these/all/your <text>
    cancel all my/the/these/your <text>; cancel <text>; cancel my/the subscription; revoke my? consent; i revoke
    withdraw my consent; i do not consent; did not consent; do not have permission; no permission to text
    rather not get/receive <text>; rather not be texted; enough with the/these <text>; enough <text>; enough of the/these
    this is spam; reporting you; reported as spam; report you; harassment; do not call list; end subscription; stop subscription
    stop already with; if you text me again; text me again and i; text me one more time; would like to stop receiving
    not interested in receiving; not interested in texts; not interested in these texts
    want be removed/taken from/off this/your/the <list>; be removed/taken from/off this/your/the <list>; off this list
    off your list; off the text list; off your texting list; get me off this/your <list>/<offlist>
    get me off this/your text/texting <list>; already said stop; told you to stop; asked you to stop; said stop; stop means stop
    <text> want stop
    no me mande/manden/envie/envien/escriba/escriban/text/texting/moleste/molesten/contacte/contacten/mandes/escribas/molestes/envies
    no me mande/manden/envie/envien mas? <text>; no me vuelva/vuelvan a; no me siga/sigan mandando/escribiendo/enviando/molestando
    no me este/esten mandando/escribiendo/enviando/molestando; no mande/manden/envie/envien/escriba/escriban mas
    no mande/manden/envie/envien mas? <text>; no mas <text>; no mas please; no want recibir; no want mas? <text>
    no want recibir mas? <text>; no want recibir sus/estos/los? <text>
    no want que me escriban/manden/contacten/envien/moleste/molesten/escriba/mande; ya no want recibir; ya no want mas? <text>
    ya no want recibir mas? <text>; ya no me mande/manden/envie/envien/escriba/escriban/moleste/molesten/contacte/contacten
    ya no manden; ya no manden <text>; ya no want sus/estos <text>; ya no want recibir sus/estos <text>; no want sus/estos <text>
    deje/dejen/deja/paren/pare/paran/para de mandar/mandarme/enviar/enviarme/escribir/escribirme/molestar/molestarme/texting/textear/textearme/contactarme/text/estar/mandarnos
    paren/pare con? los/sus/estos <text>; basta de <text>; basta de tantos? <text>; dejeme/dejenme/dejame en paz
    dejeme/dejenme tranquila/tranquilo; me dejen en paz
    quiteme/quitenme/quitame/saqueme/saquenme/borrenme/borreme/eliminenme/elimineme de la/su/esta/sus lista
    quite/quiten/borre/borren/elimine/eliminen mi numero; no moleste/molesten; no molestar; want dejar de recibir
    want dejar de recibir los/sus/estos/mas? <text>
    want que dejen/paren de mandar/mandarme/enviar/enviarme/escribir/escribirme/molestar/molestarme; want que paren los? <text>
    cancel los/sus/mis/estos <text>; cancel la/mi? suscripcion; want cancel los/sus/mis/estos <text>; want cancel la/mi? suscripcion
    want que me quiten de la/su/esta lista; ya paren $; want salir de la lista; sin mas <text>; no quisiera recibir
    prefiero no recibir; alto a los/estos/sus <text>; alto con los <text>; ni un texts mas; harto/harta de sus/tantos/los <text>
    no me manden nada; no me escriban nada; knock it off with the/these/your <text>; cut it out with the/these/your? <text>
    enough already; enough already with the? <text>; stop/quit blowing up my phone; stop/quit with <text>
    do not want any more of these/this/your? <text>?; do not want any of these; do not want no more? of? your/these? <text>
    do not want no more? <text>; do not want no <text>; do not wish receive any? more? <text>
    get/take/remove/erase/delete/pull me/my/this <phone>? out of/off/from of? your/the/this/these/that? system/database/list/phone/records/computer/thing/program
    get my <phone> off; i/we no want more? <text>; no want more? <text>; no want no more <text>; no send more
    no send me more? <text>?; no more send; please no send <text>?; not send me more? <text>; not more <text>
    rather you did not text/message/contact me; prefer you not text/message me; please do not text; prefer no <text>
    lay off the <text>; stop hitting my phone; stop it with the <text>; take me out of your/the system/database/list
    parenle/parele/parale ya?; ya parenle/parele/parale ya?; ya? parenle/parele con los/sus/tantos/estos? <text>
    ya estuvo con los/sus/tantos <text>; ya estuvo bueno de/con <text>?; ya no want sus/los/estos/mas <text>; ya no los quiero
    ya no want recibir nada; ya no want que me escriban/manden/texteen; no want sus <text>
    dejen/deje/dejenme de escribirme/escribir/mandarme/mandar/enviarme/estar; dejen/deje de estar mandando/enviando/escribiendo
    quitenme/quiteme/saquenme/saqueme/borrenme/borreme/eliminenme/elimineme de su/el/la/esta/este sistema/base/lista/registro/lista de? <text>?
    borren/borre/quiten/quite/eliminen/elimine/saquen mi <phone>; borren/quiten/eliminen mi <phone> de; no mas texts; ya no mas
    ya no mas <text>; me tienen harto/harta; no me manden mas; no me mande mas; ya no me llegue; no want que me lleguen
    remove/erase/delete my/this <phone>; take/remove my/this <phone> off/out; stop/quit send/text/message me? any? <text>?
    stop/quit to send/sending me? <text>?; take me off this/these/that $; not send me <text>
    ya? no me llame/llamen ni me? mande/manden/escriba/escriban mas? <text>?`,
  'start-word': `
    start; unstop; subscribe; resubscribe; resume; optin; opt me in; opt me back in; restart; un stop; iniciar; inicio; comenzar
    empezar; reanudar; reactivar; activar; suscribir; suscribirme; alta; start please; start again; yes start; unsubscribe stop`,
  'start-wish': `
    turn my/the/on/those/these back? <text>? on/back; turn my/the <text> back on; turn my/the reminder? <text> on
    turn on my/the? <text>; turn <text> on; turn <text> back on; turn back on my/the? <text>; turn them back on; start texting
    start texting me; start texting me again; start sending; start sending me; start sending me my/the? <text>
    start the/my? <text> again?; start getting/receiving the/my/your? <text>; resume <text>; resume my/the/sending/texting <text>?
    restart my/the? <text>; sign me/us back? up for the/your/my? <text>; sign me/us back up; sign up for <text>; subscribe me
    resubscribe me; want subscribe; want resubscribe; want get/receive <text>; want get/receive the/my/your? <text> again
    want get/receive <text> again; want start getting/receiving; want the/my/your? <text> again/back; want <text> again
    want my <text>; add me back; add me back to; add me to the text/texts/reminder list?; put me back on the/your? <list>/texts/text
    put me back on; put me on the text list; want opt in; want optin; want opt me back in; i optin; optin please; optin to
    you can text me; can text me again; ok to text me; it is ok to text me; fine to text me; go ahead and text me; text me again
    please text me $; please text me again; please text me <text>; send me <text>; send me <text> again; please send me <text>
    please send <text>; please send me the/my? <text> again; keep sending; keep sending me? <text>; keep the? <text> coming
    please keep texting; do not stop the/my <text>; do not stop sending; do not stop texting; did not mean to stop/unsubscribe
    did not want unsubscribe; did not mean stop; accidentally unsubscribed; unsubscribed by accident/mistake
    accidentally texted/replied/sent/hit/typed/said stop; texted/replied/sent/hit/typed/said stop by accident/mistake
    accidentally opted out; undo stop; undo the stop; begin <text>; begin sending; reactivate; reactivate my/the? <text>
    re subscribe; re enroll; enroll me; reinstate; reinstate my/the? <text>; can i get texts again; can you text me again
    can you start texting me; can you turn on; can i start getting; why did i stop getting; want text <text>; would like texts
    get the <text> again; get my <text> again; get <text> again; receive <text> again; receiving <text> again; getting <text> again
    want back on the <text>; want back on the text list; vuelva/vuelvan a mandar/enviar/mandarme/enviarme/escribirme
    want volver a recibir; want recibir <text>; want recibir los/sus/mis <text>; want recibir <text> otra vez; want recibirlos
    mandeme/mandenme los/sus? <text>; mandenme otra vez; active/activen/activar mis/los/mi? <text>
    reactive/reactiven/reactivar mis/los/mi? <text>; want reactivar; want activar; want suscribirme; suscribame; volver a recibir
    want que me manden <text>; want que me vuelvan; pueden mandarme <text>; pueden escribirme; pueden volver a; otra vez los <text>
    want otra vez los <text>; reanudar los <text>; reanuden los? <text>; empiecen a mandarme; de nuevo los <text>
    want los <text> de nuevo; sigan mandando; sigan mandandome; want seguir recibiendo; send/sending me <text> again
    start sending me <text> again; volver a mandar/enviar/mandarme/escribir me? los? <text>
    me puede/pueden/podrian volver a mandar/enviar/escribir; me borre sin querer; me di de baja sin querer/por error
    unsubscribed by accident; put me back; opted out by accident/mistake; sign me/us? back? up for text <text>?; resume texting me`,
  'wrong-number': `
    wrong number/#/person/phone/patient/guy/lady/contact/recipient/individual/cell; wrong number sorry; incorrect number
    not the right number/person; the wrong number/#/person/phone/patient; have/has/got the wrong number/person/#/phone/guy/lady
    texting/texted/reached the wrong number/person; sent this? to the? wrong number/person; not my name; that/this is not my name
    is not my name; this/that is not me; ^ not me $; not her/his/their number/phone/cell anymore?
    this/that is not her/his/their number/phone/cell anymore?; is not her/his/their number/phone; is not my number
    no longer her/his/their number/phone; ^ not <name>; am not <name>; this/that is not <name>
    this/that is not <name>/<capital> number/phone/cell; is not <name>; is not <name>/<capital> number/phone
    not <name>/<capital> phone/number/cell; no longer <name> number/phone; no <name>/<capital> here
    no <name>/<capital> at this number; there is no <name>/<capital> here; nobody here named/by/with/called; nobody by that name
    nobody by the name; nobody named/called; no such person; not a patient; am not a patient; am not your patient
    not a patient there/here/of; not your patient; never been a patient; never heard of you/<name>
    never heard of your/this/that office/dentist/place/clinic; do not know a/any/this/anyone/that <name>/<capital>
    do not know a/any/this/anyone/that person/named/by/called/woman/man/guy/lady; do not know anyone named/by/called
    do not know anyone by that name; do not know <name>; do not know who that/this/she/he/<name>; do not know who <name> is
    do not know who that is; do not know him/her/them $; do not know you; no idea who that/this/<name>
    have no idea who that/this/<name>/you; no clue who; know no <name>; know nobody; does not live here; does not live here anymore
    does not have this number/phone; does not have this number/phone anymore; no longer has/uses/owns this number/phone
    no longer at this number; has a new number; changed her/his/their phone? number; changed numbers; number has changed
    belongs to someone/somebody else; number belongs to; does not belong to; this is a new number; just got this number
    just got this phone; someone/somebody else number; mistaken identity; you are mistaken; not the person; not who you
    unknown person; do not have a dentist there; do not go to your; not my dentist; do not have a daughter/son/child/kids
    this is a business; business line; you have me confused; confused me with; thinking of someone else; looking for someone else
    you meant someone/somebody else; this is meant for someone/somebody else; this was meant for someone/somebody else
    am not her/him/that; not this person; am not the person; not that person; who you are trying to reach; not at this number
    not a valid number; not hers; no longer belongs; wrong numero; numero/telefono/persona/celular equivocado/equivocada
    se equivoco/equivocaron/equivoca $; se equivoco/equivocaron/equivoca de numero/persona/telefono
    ^ esta/estan equivocado/equivocada/equivocados $; esta/estan equivocado/equivocada/equivocados de numero/persona; equivocado $
    equivocado de numero/persona; tiene/tienen el numero equivocado; numero incorrecto; no soy <name>; no soy esa/la/el/ella
    no soy esa persona; no soy la persona; no soy paciente; yo no soy; yo no soy <name>; no es mi nombre; ese no es mi nombre
    no me llamo; no es mi numero; no es el numero; no es el numero/telefono/celular de
    este/ese no es el/su/mi numero/telefono/celular; este/ese no es el numero/telefono/celular de
    ya no es su/el numero/telefono/celular; numero/telefono/celular ya? no es de; ya no es de <name>; ya no es el numero de
    ya no tiene/usa este numero/telefono; no tiene este numero/telefono; no vive aqui; aqui no vive
    aqui no vive nadie/ninguna/ningun; no vive nadie; aqui no hay ninguna/ningun <name>; aqui no hay nadie con ese
    aqui no hay nadie llamado/llamada; aqui no es; no hay ninguna/ningun <name>; no conozco a ninguna/ningun/nadie/esa/ese/<name>
    no conozco a esa persona; no conozco a ninguna/ningun <name>; no conozco a nadie; do not know quien es
    do not know quien es <name>; no se quien es; no tengo idea quien; cambio de numero; nadie con ese nombre; nadie aqui se llama
    nadie llamado/llamada; no es <name>; este/ese no es <name>; no corresponde; numero nuevo; no es paciente; no es ella $
    no es el $; do not know <anyone> named/by/called/with; do not know <anyone> by/with this/that/the name; do not know any <name>
    <anyone> here goes by; goes by that name; <anyone> here by that/this name
    this/that/it is no longer her/his/their/<name> <phone>; no longer her/his/their/<name> <phone>
    this/that/it is not the/a <phone> of; not the <phone> of; this/the <phone> not is of; this/the <phone> is not of
    <phone> not is of; <phone> is not of; this/that <phone> is not <name>; this/the <phone> belongs to <anyone>/other/another else?
    <phone> belongs to someone else; belongs to someone else; this/that is/was <name> old <phone>; new <phone> owner
    new owner of this <phone>; not the owner; is not at this <phone>; not at this <phone>; am not who you think; am not the one you
    you are texting a stranger/the; <name> no longer has/uses/owns this/the? <phone>; does not use this <phone>
    changed <phone> numbers?; person you want/seek/look; the person that you look; am not the person that; i am not <name>
    texting the wrong; wrong num/digits/contact; not mine this <phone>; you must have the wrong; not the patient; person not here
    there is no <name> here; <name> passed the phone on; se equivoco/equivocaron/equivoca de <phone>
    este/ese cel/celular/telefono/<phone> ya? no es de/del; ya no es el <phone> de/del; este/ese ya? no es el <phone> de/del
    ya no es mi/su <phone>; se confundieron/confundio; se confundieron/confundio de <phone>
    aqui/aki no vive ninguna/ningun/ningun/<name>/nadie; no vive ninguna/ningun; numero cambiado; este <phone> cambio de dueno
    otro dueno; soy otra persona; no soy la/el persona/que que? buscan/busca; no soy quien busca/buscan; no soy a quien
    esa persona no; esa persona ya? no vive/esta/es; no tengo cita con ustedes ni; marcaron mal; <phone> equivocado/incorrecto
    le erraron al numero; erraron de <phone>; no conozco esa/esta persona; no conozco ese nombre; ningun <name> aqui
    not the person that you look/seek/search for?; have/got/has the wrong <name>/<capital>; have got the wrong <name>/<capital>
    is wrong number/person; you are wrong number/person; you have wrong number/person`,
  'help-word': `
    help; info; ayuda; helpme; menu; options; commands; ayudenme; ayudeme; opciones; informacion; information; help please; help me
    ayuda please; need help; want help; want ayuda; please help; necesito ayuda`,
  'help-wish': `
    what do i reply/text/type/send/press/put/say; what do i want reply/text/type/send/press/put/say
    what do i reply/text/type/send/press/put/say to/with/back; what am i supposed to reply/text/say/send/type/press
    what should i reply/text/say/send/type; what is the reply; how do i reply/respond/answer/text/use; how do i respond to this
    how should/do/can i reply/respond/answer; how do i use this; how does this work; how do these <text> work
    how does this texting? thing? work; how do/can/should/would i confirm; how to confirm; how to reply/respond; how to use this
    which letter; what letter; do i reply/type/text/send/press; do i just text/reply/type/send; do i want reply/text/type/respond
    do i respond; can i reply; can i text; can i just text/reply; can i text you; what does c/x/r/y mean; what does the letter
    what is c/x/r for?; what does c/x/r stand; type c or; what are my/the options/choices
    need help with texts/this/these/texting/replying; help with the <text>; help with this; how do/can i stop/unsubscribe/optout
    how do/can i turn off; how to stop; how to unsubscribe/optout; how do i get these; how do i get off; how do i get texts
    how do i get <text>; do not know how to reply/text/use/answer/confirm/respond/do
    do not know what to reply/press/type/text/send/say; do not understand; do not understand this/the
    not sure how to reply/respond/confirm/text; not sure what to reply/text/press; how do these work; where do i click
    como respondo/contesto/confirm/funciona/uso; como funciona esto; como se usa/confirm/contesta/responde
    que respondo/contesto/pongo/escribo/mando; que want responder/contestar/poner/escribir/mandar
    que debo responder/contestar/poner/mandar; que letra; que letra pongo/mando; que significa la? c/x/r
    do not know como responder/contestar/usar; no se como responder/contestar; no entiendo; no entiendo el/este texts
    como hago para confirm/responder; como puedo confirm/responder/contestar; donde confirm; como dejo de recibir; que opciones
    que puedo/podria responder/contestar/poner/escribir/mandar; que letra es`,
  foreign: `
    posso; nao; voce; obrigado; obrigada; bonjour; bonsoir; je; voudrais; merci; nicht; ich; danke; khong; xin; opo; hindi; salamat
    mwen; spasibo; tak; ja; ciao; grazie; vou; gostaria; annuler; non; ne; pas`,
  automatic: `
    driving focus; am driving; currently driving; auto reply; autoreply; auto response; autoresponse; automatic reply/response
    automated response/reply/message; this is an automated/automatic; out of office; out of the office; away from my
    currently unavailable; can not talk; can not talk now; can not answer; can not take your call; can not respond; can not pick up
    unable to answer; can i call you later; will call you right back; will get back to you as; get back to you as soon
    get back to you shortly; not monitored; no longer monitored; unmonitored; this mailbox; limited access; message blocking
    undeliverable; not delivered; delivery failed; failed to deliver; failed to send; see your texts when; notifications silenced
    notifications turned off; focus mode; sleep mode; thanks for your texts we; thanks for contacting; thanks for reaching out to
    our business hours; respond to your texts; respond to you as soon; text you back when; will respond when/as/shortly
    will reply when/as/shortly; respond shortly; texts and data rates; data rates; this number does not accept; does not accept texts
    can not receive; does not receive; not able to receive; landline; with do not disturb; do not disturb while; in a movie
    respuesta automatica; mensaje automatico; texts automatico; estoy manejando; estoy conduciendo; modo no molestar
    fuera de la oficina; no estoy disponible en; le respondere; responderemos; le contestare; contestare; en este momento no
    can not contestar; can not hablar; can not atender; can not responder; call you later; what is up can`,
}

/** A wish for fewer, later or other texts is not a wish for none. */
export const STOP_LIMITS = `
  at work/night; this early/late; so early/late/often/much/many; too many/early/late/much; before; after; during; while; twice
  duplicate; double; two/2/3; every/each day/hours; everyday; marketing; promo; promos; promotions; promotional; ads; advertisements
  surveys; survey; specials; bill/bills/invoice/invoices/statement/statements/letters/mail/cards; in english/spanish; about/for my <kin>
  until; unless; except; only; my other/work; yet; @time; tan temprano/tarde; tantos; tantas; promociones; en ingles; solo; de noche
  antes; despues; old number; from/off the wait/waiting/waitlist/cancellation/schedule/calendar/appointment
  wait/waiting/waitlist/cancellation/standby list; factura; facturas; recibo; recibos; cuenta; cuentas; publicidad; recall; newsletter; emails; email; por correo; lista de espera`
