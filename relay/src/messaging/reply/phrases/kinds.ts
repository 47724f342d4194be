import type { Word } from '../words.ts'

/** Words that stand for each other in phrases. */
export const KINDS = {
  visit: `appointment appointments visit visits cleaning cleanings checkup exam examination consult consultation slot spot procedure surgery session
    cita citas limpieza visita consulta turno followup filling crown rootcanal extraction xray booking reservation tratamiento revision chequeo`,
  appt: 'appointment appointments visit visits cleaning slot spot booking reservation cita citas consulta turno',
  text: 'text texts message messages reminder reminders notification notifications alert alerts recordatorio recordatorios texting messaging',
  me: 'me us my mine myself number phone cell family name',
  phone: 'number phone cell cellphone line telefono numero celular cel tel celu movil',
  anyone: 'anyone anybody nobody someone somebody',
  own: 'other own original current existing regular old same scheduled first usual',
  kin: `husband wife son daughter kid kids child children mom mother dad father brother sister baby boy girl grandson granddaughter grandma
    grandpa niece nephew partner spouse boyfriend girlfriend esposo esposa hijo hija hijos hijas mama papa hermano hermana nino nina nieto
    nieta abuela abuelo marido mujer bebe suegra twins sons daughters grandkids boss`,
  come: 'come go attend ir venir asistir acudir llegar estar presentarme presentarnos pasar show',
  my: 'my the this our that mi la nuestra esta esa este ese su mis todays tomorrows next',
  i: 'i we yo nosotros',
  you: 'you someone somebody anyone yall usted ustedes they',
  wh: 'what when where who how why which que cuando donde quien como cual cuanto cuanta cuantos',
  aux: 'is are was were do does did can could will would should may has have',
  good: `good great perfect fine ok awesome wonderful lovely excellent ideal cool amazing fantastic super best alright terrific beautiful bueno
    perfecto perfecta excelente genial bien fabuloso estupendo`,
  place: 'schedule calendar books book agenda calendario',
  list: 'list lista',
  offlist: 'distribution mailing texting contact contacts system database',
  soon: 'soon then there tomorrow today tonight pronto luego entonces manana hoy soonish shortly',
} satisfies Record<string, string>

const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const KINDS_OF = new Map<string, string[]>()
for (const [kind, words] of Object.entries(KINDS)) {
  for (const word of words.split(/\s+/)) KINDS_OF.set(word, [...(KINDS_OF.get(word) ?? []), `<${kind}>`])
}
const NUMBER = ['<n>']
const NONE: readonly string[] = []

const TIME = ['<t>']
const CLOCK = ['<clock>', '<t>']
const NAME = ['<name>', '<capital>']
const CAPITAL = ['<capital>']

/** The kinds of a word, as phrases name them. */
export function kindsOf(word: Pick<Word, 'text'> & Partial<Word>): readonly string[] {
  if (word.time) return word.isClock ? CLOCK : TIME
  if (word.name) return FIRST_NAMES.has(word.text) ? NAME : CAPITAL
  return KINDS_OF.get(word.text) ?? (/^\d+$/.test(word.text) ? NUMBER : NONE)
}

/** Words that carry no answer of their own: a reply made of these and a yes is still only a yes. */
export const FUNCTION_WORDS: ReadonlySet<string> = wordSet(`
  a an the my our your his her their its this that these those it i we me us you he she they him them to for at on in of with and so is am
  are was were be been being will would has have had having do did does as by from up out off over down here there then than too also just
  really actually very much please still again now all even any some more lot bit little most quite oh well hey um uh ah lol haha omg
  though tho definitely certainly totally unfortunately sadly kindly currently get got getting go going come want need needs can could
  should let make made day time date office appointment visit cleaning exam today tomorrow week month morning afternoon evening one about
  into onto back around el la los las un una unos unas mi mis tu su sus de del al en con por para y e que se te le les nos lo es esta este
  esto esa ese eso son soy estoy estamos somos yo usted ustedes ella ellos nosotros muy ya mas dia hora fecha cita favor pues entonces asi
  aqui ahi alli alla ser estar ha hemos tengo tiene tenemos voy va vamos ir solo tambien bien pm oclock new s t m re ll d ve @time because
  anymore either while`)

/** Words people add to a yes that leave it one: who comes along, what they bring, how they feel about it. */
export const HARMLESS_WORDS: ReadonlySet<string> = wordSet(`
  husband wife son daughter kid kids child children mom mother dad father brother sister baby boy girl grandson granddaughter grandma
  grandpa niece nephew partner spouse boyfriend girlfriend esposo esposa hijo hija mama papa hermano hermana nino nina nieto nieta abuela
  abuelo marido myself himself herself driving drive drives drove bringing bring brings brought ride bus uber taxi walking walk card cards
  insurance paperwork form forms id mask xray xrays referral records list medication medications finally excited happy glad ready eager
  nervous always already early bright sunny captain boss darling dear dearie sunshine chief amigo amiga team everyone folks office desk
  damn dang fuck fucking fuckin freaking frickin shit crap ugh aww wow lmfao lmaooo ooh oooh ooo ohh yay woo queen king jajaja jaja gosh front staff smile smiles teeth checkup thats thing sounds right meet meeting seeing doctor dentist hygienist correct perfectly exactly
  totally gladly surely soon definite`)

/** Common first names of the practices' neighbourhoods; any other word typed with a capital may be a name too. */
export const FIRST_NAMES: ReadonlySet<string> = wordSet(`
  maria jose juan ana luis carlos jorge miguel pedro rosa carmen lucia sofia elena isabel diego antonio francisco manuel ricardo roberto
  fernando javier alejandro alejandra daniel daniela david sara sarah laura pablo marta martha teresa gloria guadalupe leticia veronica
  adriana claudia silvia monica patricia sandra angela angel gabriel gabriela andrea andres sergio raul hector oscar mario victor eduardo
  enrique arturo alberto alfredo ramon ruben julio cesar ivan omar james john robert michael william richard joseph thomas charles
  christopher matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan
  jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis
  jerry tyler aaron adam nathan henry zachary douglas peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald
  carl dylan harold jordan jesse bryan lawrence arthur bruce logan billy joe alan elijah willie albert wayne randy mason vincent liam roy
  bobby caleb bradley russell lucas mary jennifer linda elizabeth barbara susan jessica karen lisa nancy betty margaret ashley kimberly
  emily donna michelle carol amanda melissa deborah stephanie rebecca sharon cynthia kathleen amy shirley anna brenda pamela emma nicole
  helen samantha katherine christine debra rachel carolyn janet catherine heather diane ruth julie olivia joyce virginia victoria kelly
  lauren christina joan evelyn judith megan cheryl hannah jacqueline ann jean alice julia sophia madison grace rose theresa beverly denise
  marilyn amber danielle abigail brittany doris kayla alexis lori mia ava isabella chloe zoe lily ella leo max sam ben jake tom mike dave
  bob jim tim dan matt chris nick alex steve jen jenny kate katie beth liz sue tina gina luna mateo santiago valentina camila ximena lupe
  pepe paco chuy becky sally wendy tammy tracy cindy tony eddie danny jimmy johnny charlie josh zach luke evan owen ian cole seth troy
  chad greg jeff brad todd kurt karl`)
