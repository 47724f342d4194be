/** Words of trouble in the mouth, English and Spanish, folded. Each list is one kind of trouble. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

export const MOUTH = words(
  `tooth teeth molar molars premolar incisor canine gum gums jaw mouth face cheek lip lips tongue chin socket extraction rootcanal nerve palate neck
  throat brace crown cap filling fillings veneer veneers bridge implant implants denture dentures braces bracket brackets wire crowns temporary temp
  bonding stitches stitch sutures graft partial flipper retainer aligner
  diente dientes muela muelas encia encias mandibula quijada boca cara cachete cachetes labio labios lengua paladar cuello garganta mejilla corona
  coronas empaste relleno tapadura amalgama resina puente implante dentadura protesis placa frenos frenillos brackets alambre cordal cordales puntos
  colmillo curacion nervio carillas`,
)

export const TEETH_AND_WORK = words(
  `tooth teeth molar molars premolar incisor canine crown crowns cap filling fillings veneer veneers bridge implant implants denture dentures partial flipper
  bracket brackets braces wire temporary bonding stitches stitch sutures jaw
  diente dientes muela muelas corona coronas empaste relleno tapadura amalgama resina puente implante dentadura protesis placa frenos
  frenillos alambre cordal colmillo puntos carilla carillas curacion mandibula quijada`,
)

export const PAIN = words(
  `pain pains painful hurt hurts hurting ache aches aching achy toothache toothaches throbbing throbs throb agony excruciating unbearable agonizing
  duele duelen dolor dolores dolia doliendo adolorido adolorida punzada punzadas punza pulsante latiendo sore soreness sufriendo suffering dor doendo doi dolorido dolorosa doloroso`,
)

/** Mild words that count only beside a tooth. */
export const BOTHER = words(
  `bothering bother tender numb numbness uncomfortable discomfort acting infected killing throbbing burning poking stabbing cutting
  molesta molestia molestando molestias dormida dormido ardor arde quema pica calambres mata matando`,
)

/** Beside a tooth these are worth a person's look, though no alarm. */
export const ODD = words(
  'sensitive sensitivity sensible pressure itching worse wrong weird funny sharp jagged rough hole black bruised red angry moving shaky wiggles wiggling hot cold exposed feels bugging strange odd bad raro rara mal filoso hoyo negro movida',
)

export const SWELLING = words(
  `swollen swelling swelled swells swell puffy puffed balloon ballooned hinchado hinchada hinchados hinchadas hinchazon hincho hincha hinchando
  inflamado inflamada inflamados inflamadas inflamacion inflamo inflama inflamando inchado inchada`,
)

export const LUMP = words('bump lump knot blister pimple ball boil sore bulto bola bolita grano ampolla')

export const BLEEDING = words(
  'bleed bleeding bleeds bled blood sangra sangrado sangrando sangre sangro sangran sangrar hemorragia sangramiento hemorrhage hemorrhaging',
)
export const FEVER = words('fever feverish fevers fiebre calentura')
export const INFECTION = words(
  'infected infection abscess absess abcess absces abscessed pus infectado infectada infeccion absceso flemon postemilla puss sepsis',
)
export const ALWAYS = words(
  `emergency emergencia urgent urgente urgently urgencia ambulance ambulancia 911 anaphylaxis choking unconscious fainted desmaye`,
)

export const BREAKING = words(
  `broke broken break breaks breaking chipped chip chips cracked crack cracking fractured fracture snapped split splitting shattered loose wobbly
  wiggly dangling knocked busted bust popped dislodged dislocated exposed crumbled crumbling falling fell fall fallen came come coming lost bent
  chunk piece half swallowed locked
  quebro quebrado quebrada quebre quebraron rompio rompi roto rota rotos movio movido rompieron partio partido partida parti cayo caido caida cayeron cae aflojo
  aflojado aflojada flojo floja flojos safo zafo zafado despego despegado despegada salio salido sale fracturo fracturado fracturada
  astillo astillado tumbo tumbaron tumbado perdi perdio perdido desprendio desprendido mueve moviendo floja volo pedazo trozo mitad bota boto trabada trabo`,
)

/** Of those, the ones that also mean a hundred other things and must stand right beside the tooth. */
export const LOOSE_BREAKING = words(
  'falling fell fall come came off out missing lost pulled piece half break sale salio perdi perdio perdido pop stuck swallowed cap',
)

/** These break something only with a word like "off" after them. */
export const COMING_LOOSE = words('falling fell fall fallen came come coming popped')
export const OFF = words('off out loose apart')

export const BLOWS = words(
  `fell hit punched smashed slammed elbowed kicked knocked bit banged struck faceplant faceplanted accident crash crashed tripped cut golpeo golpe golpeado golpeada lastime lastimo lastimado
  pego pegue cayo cai caida choque accidente mordi mordio golpearon`,
)

export const ELSEWHERE = words(
  `head back stomach tummy belly knee knees ankle leg legs foot feet toe arm wrist hand finger fingers hip shoulder ear ears eye eyes sinus period uti bladder kidney
  muscle muscles heart rib ribs body chest feelings wallet hay cabin knuckle elbow joint joints arthritis tonsil tonsils strep bronchitis skin nose toenail
  cabeza espalda estomago panza barriga rodilla tobillo pierna pie pies brazo muneca mano dedo cadera hombro oido oidos ojo ojos
  cuerpo hueso huesos corazon rinon vientre pecho cintura vesicula`,
)

export const GONE = [
  'gone',
  'went away',
  'has gone',
  'stopped',
  'subsided',
  'went down',
  'gone down',
  'going down',
  'better',
  'cleared up',
  'disappeared',
  'healed',
  'fine now',
  'ok now',
  'pero ya no igual',
  'but not anymore',
  'but not now',
  'ya no duele',
  'ya no me duele',
  'se me quito',
  'se quito',
  'se fue',
  'ya paso',
  'se me paso',
  'desaparecio',
  'bajo',
  'se bajo',
  'mejor',
  'mejoro',
  'feeling good',
  'all good now',
  'good now',
  'under control',
]

/** A part of the mouth that settles where it hurts, whatever else is named. */
export const MOUTH_SURELY = words(
  'tooth teeth molar molars gum gums jaw mouth face cheek lip tongue crown filling implant extraction socket diente dientes muela muelas encia encias boca cara cachete labio mandibula corona quijada',
)
export const SOFT_MOUTH = words('lip lips tongue cheek gum gums mouth chin face labio lengua cachete encia boca')
export const HEAD_AND_MOUTH = words(
  'tooth teeth mouth face jaw chin lip lips head cheek nose diente dientes boca cara mandibula barbilla cabeza labio menton quijada',
)

export const NEGATIONS = words('no not never without sin ni nor nunca tampoco ningun ninguna zero ya-no jamas nada')
export const UNDER_NEGATION = words(
  `in any much more a lot of have having had really been be feel feeling experiencing bad tooth jaw dental longer mas tengo tiene hay me nos le se les mucho
  ningun ninguna nada got super too that severe real is do does am are was so very to or nor ni o anymore ya tenido siento tan do the actual tooth- major
  serious hurting an even cause causing getting muela dolor de un una big sharp longer considered`,
)

export function isSymptom(text: string): boolean {
  return [PAIN, SWELLING, BLEEDING, FEVER, INFECTION].some((list) => list.has(text))
}

export type Trouble = 'airway' | 'bleeding' | 'injury' | 'broken' | 'pain' | 'fever' | 'infection' | 'emergency' | 'not-here' | 'unsure'

/** `not-here` are phrases that only sound like trouble, `unsure` ones a person should judge. */
export const URGENT_PHRASES: Partial<Record<Trouble, string>> = {
  'not-here': `
    pain in the butt/ass/neck/rear; a pain $; a pain to; be/such/what/a pain; pain to; sorry to be a pain; hurt to ask/try/check
    hurt my feelings; hurts my wallet/feelings; no pain no gain; growing pains; pain free; painless; pain management; pain meds
    sore throat; blood pressure/thinner/thinners/work/test/tests/sugar/type/draw/drive/donation
    hay/cabin/spring/yellow/scarlet fever; presion de sangre; analisis/examen/prueba/examenes/muestra de? sangre
    adelgazar la sangre; nose bleed; bloody nose; emergency contact/contacts/number/line/fund/savings/hours
    family/work/personal/pet/house/home/household/job/plumbing/car/school/business/childcare emergency
    emergency at/with/in my/the/work/home/school; emergency came up; emergency has come; had an emergency come up
    emergencia familiar/personal/laboral; emergencia en/de/con; surgio una emergencia; se me presento una emergencia
    not an emergency; not urgent; no es urgente; no es una? emergencia; non urgent; non emergency; urgent matter/meeting/business
    something urgent; algo urgente; asunto urgente; salida urgente; broken/break down
    spring/winter/summer/lunch/fall/school/coffee break; break a leg; break time; broken english; heart broken; heartbroken
    que lastima; es una lastima; broke up; stomach/back/ear/belly ache; ankle/knee broke; face to face; face time; face mask
    at face value; word of mouth; bad taste in my mouth; mouth guard; mouthguard; mouth wash; in your face; filling out; filling in
    i was filling; crown point; bridge to; the bridge is; stuck on the bridge; bridge traffic; accident on; accident ahead
    accident at; by accident; on accident; traffic accident; accident blocking; accident in front; car in front had
    hit traffic/c/x/yes/reply/send/confirm/the/a/enter/snooze; hit me up; dor de cabeca; acting weird; pressure at work
    pressure wash; killing time; killing it; work is killing me; traffic is killing me; kids are killing me; heat is killing me
    schedule is killing me; texts are killing me; boss is killing me; dying to; out of the blue
    lost track/my/your/the? phone/job/keys/number/card/insurance/ride/wallet/time/power/internet/email/link/voice
    lost my dad/mom/father/mother/grandmother/grandfather/husband/wife/dog/cat; lost in
    came out great/good/well/nice/perfect/negative/positive; fell through/asleep/behind/ill/sick; fell on a; fall on a; come out
    came out to; come off; coming off; coming out to; lump sum; chip in; chips; cut short; cut off; cut it; cut in; cut back
    cut my hours; crack of dawn; cracked me up; half an/hours/day/past/off; piece of cake; tooth fairy; sweet tooth; fever pitch
    blood drive; emergency vet/meeting/surgery/c/landing/stop; me duele en el alma
    me duele el? alma/bolsillo/corazon/decir/decirles/decirle/no/tener/cancel; me duele decir/tener/no; duele decir/cancel
    it? pains me to/not; pains me to; hurts me to; me duele mucho decir/no aceptar; bleeding heart; bloody mary; pain in the wallet`,
  unsure: `
    had an? emergency; emergency room; er visit; urgent care; do you take/see/accept/do/handle/treat emergency/emergencies/walk
    emergencies; walk in emergency; missing tooth/teeth; missing a tooth; lost my/a/the? retainer/aligner/invisalign/nightguard
    retainer broke; broke my retainer; broken retainer; retainer is broken; something wrong with my tooth
    wrong with my tooth/teeth/filling/crown; tooth feels weird/funny/off/different; nose bleed; bloody nose; food stuck
    something stuck; poking out; pain killer/killers/medication/meds/pills; phantom pain; dry mouth; bad breath; grinding; clenching
    itchy gums; white spot; canker sore; canker; cold sore; mouth sore; fuego; afta; el hospital; in the er; at the er
    going to the er; headed to the er; my doctor says; fever blister/blisters`,
  airway: `
    can not breathe/breath/swallow/respirar/tragar/pasar; can barely/hardly breathe/swallow/talk/open; barely breathe/swallow/open
    trouble/difficulty/hard/struggling/problems/tough/issues with/to? breathe/breathing/swallow/swallowing
    hard time breathing/swallowing; short of breath; shortness of breath; hurts to swallow/breathe/talk/open
    throat is? closing/swelling/tight/swollen; throat closing up; tongue is? swelling/swollen; can not open/close my/his/her? mouth/jaw
    jaw/mouth will not close/open; can not abrir/cerrar la boca/mandibula; can not abrir bien la boca; me cuesta respirar/tragar
    cuesta trabajo respirar/tragar; dificultad para respirar/tragar; se me cierra la garganta; se me esta cerrando la garganta; me ahogo
    me estoy ahogando; allergic reaction; reaccion alergica; chest pain; pain in my chest; dolor de pecho; dolor en el pecho; passed out
    lips are blue; wheezing; anaphylactic; hives; overdose; overdosed`,
  bleeding: `
    will not stop bleeding; can not stop bleeding; can not stop the bleeding; not stop bleeding; no para de sangrar; no deja de sangrar
    no paro de sangrar; sigue sangrando; echando sangre; spitting blood; spitting up blood; escupiendo sangre; mouth full of blood
    blood everywhere; soaked gauze; soaking through gauze; soaking gauze; nosebleed and; blood clot; clot fell out; clot came out`,
  injury: `
    hit my/his/her head/face/mouth/jaw/chin/tooth/teeth; hit in the face/mouth/head/jaw/teeth; car wreck; in a wreck
    in a car accident/crash; was in an accident; got in an accident; got into an accident; had an accident; had a car accident
    tuve un accidente; tuvimos un accidente; concussion; head injury; se pego en la boca/cara/cabeza; me pegue en la boca/cara
    se golpeo la boca/cara/los; golpe en la boca/cara/cabeza; jaw is? locked/dislocated/broken/stuck; broke my/his/her jaw/nose/face
    se me trabo la mandibula; trauma`,
  broken: `
    crown is/fell off/out; filling is out; crown is off; tooth is out/broken/cracked/loose/gone; tooth came out; crown came off/out
    filling came/fell out; knocked out; fell out; stitches came/fell out/undone; stitch came/fell out; stitches popped; broken wire
    wire is poking; wire poking; poking my/me cheek/gum; bracket popped/came/fell off
    se me cayo/quebro/rompio/salio/partio/despego/aflojo/zafo/safo un/una/el/la/mi/parte/pedazo diente/muela/corona/empaste/relleno/amalgama/tapadura/resina/puente/placa/bracket/frenillo/implante/carilla
    se cayo/quebro/rompio/partio el/la/un/una/mi diente/muela/corona/empaste/relleno
    se le cayo/quebro/rompio/partio/aflojo un/una/el/la diente/muela/corona/empaste; se me cayo $; broke in half; snapped in half
    half my tooth; half of my tooth; nerve exposed; exposed nerve; hole in my tooth; big hole
    lost my/a/the crown/filling/tooth/veneer/cap; exposed root; stitches/stitch ripped/tore/came/opened/are open/out/loose/apart`,
  pain: `
    in pain; so much pain; bad pain; a lot of pain; lots of pain; it/this is? killing me; killing me now/today; can not sleep from
    can not stand the pain; can not take the pain; can not take it anymore; can not eat or sleep; can not chew; can not bite
    can not eat; me esta matando; no aguanto; no lo aguanto; ya no aguanto; no soporto; can not aguantar; can not dormir
    can not comer; can not masticar; can not cerrar la boca; dry socket; alveolitis; alveolo seco; toothache; tooth ache
    tooth is acting up; tooth acting up; acting up again; pulpitis; mucho dolor; con dolor
    dolor de muela/diente/muelas/dientes/encia/encias; tengo dolor; want dolor; numb since; still numb; siento pulsaciones; jaw pain
    dor de dente; mal aux dents; nhuc rang; dau rang; me molesta la muela/encia; me molesta mucho; me molesta un diente; me lastima
    ow ow; ouch my; pain me; pains me a lot; auxilio; pain is a/an? <n>; pain a <n>; wore off and it/i; me trae loco/loca
    hurt me a lot; hurts like hell; killing me`,
  fever: `
    temp of <n>; temperature of <n>; fever of <n>; temperatura de <n>; running a temp/temperature; running a fever; burning up
    has a temp; have a temp; have a temperature; tengo temperatura; tiene temperatura; want temperatura`,
  infection: `
    bump on my/his/her? gum/gums; bump on my; pimple on my gum; bad taste and; oozing; draining; foul taste; looks infected; boil on
    bola en la encia; sale pus; saliendo pus; tengo materia; twice/double/triple its/the? normal? size
    size of a golf/tennis/baseball/softball/ball/egg/lemon/apple/orange/grapefruit
    like a golf/tennis/base? ball/baseball/balloon/chipmunk/egg
    face/cheek/jaw/gum/lip is all? very/so/really/super/too/huge/twice/getting? big/huge/enormous/puffy/fat; cheek is fat
    cachete/cara/mejilla/encia/labio esta? bien/muy/re/super? grande/enorme/grandote; como una pelota; size of an egg/orange/apple
    cara/cachete/mejilla como un/una? pelota/globo`,
  emergency: `
    dental emergency; tooth emergency; emergency appointment/visit/exam/extraction/dental; need emergency; this is an emergency
    it is an emergency; be seen asap/immediately/now; see me asap/immediately/now; want be seen asap/now/immediately/urgently
    want come in asap; get in asap; sos; emergencia dental; es una emergencia; es urgente; cita urgente; urgente por favor
    cita de emergencia; cita de urgencia; atiendanme; call 911; calling 911; called 911`,
}
