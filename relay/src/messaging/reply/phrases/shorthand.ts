import { PhraseBook } from '../phrase-book.ts'

/** Reads lines of `forms = words`, several between `;`. */
const table = (text: string): Map<string, string[]> =>
  new Map(
    text
      .split(/[;\n]/)
      .map((line) => line.split('='))
      .filter((pair) => pair.length === 2)
      .flatMap(([left, right]) =>
        left!
          .trim()
          .split(/\s+/)
          .map((form): [string, string[]] => [form, right!.trim().split(/\s+/)]),
      ),
  )

/** Forms whose apostrophe was typed, so that "we'll" is not "well". */
export const CONTRACTED: ReadonlyMap<string, string[]> = table(`
  i'm = i am; i'll = i will; i've = i have; i'd = i would; you're = you are; you'll = you will; you've = you have; you'd = you would
  we're = we are; we'll = we will; we've = we have; we'd = we would; they're = they are; they'll = they will; they've = they have
  he's = he is; she's = she is; it's = it is; that's = that is; there's = there is; here's = here is; let's = let us; it'll = it will
  he'll = he will; she'll = she will; that'll = that will; he'd = he would; she'd = she would; they'd = they would; y'all ya'll = you
  what's = what is; where's = where is; who's = who is; when's = when is; how's = how is; everything's = everything is; name's = name is
  can't = can not; won't = will not; don't = do not; doesn't = does not; didn't = did not; isn't = is not; aren't = are not
  wasn't = was not; weren't = were not; couldn't = could not; wouldn't = would not; shouldn't = should not; haven't = have not
  hasn't = has not; hadn't = had not; ain't = is not; mustn't = must not; c'mon = come on; ma'am = maam; o'clock = oclock
  tooth's = tooth is; mouth's = mouth is; face's = face is; crown's = crown is; filling's = filling is; jaw's = jaw is
`)

/** Texting, dictation and misspelt forms that mean one thing wherever they stand. */
export const SHORTHAND: ReadonlyMap<string, string[]> = table(`
  im iam = i am; ive = i have; youre = you are; youll = you will; theyre = they are; thats = that is; whats wats = what is
  wheres = where is; whos = who is; whens = when is; hows = how is; itll = it will; lets = let us; theres = there is; yall = you
  cant cannot cnt caint canot kant = can not; wont wnt = will not; dont dnt donot dont' = do not; doesnt dosent dosnt = does not
  didnt = did not; isnt aint = is not; arent = are not; wasnt = was not; werent = were not; couldnt = could not; wouldnt = would not
  shouldnt = should not; havent = have not; hasnt = has not; hadnt = had not; o = o; dats = that is; shes = she is; hes = he is
  gonna gunna gona = going to; gotta = have to; wanna = want to; hafta = have to; lemme = let me; gimme = give me; tryna = trying to
  dunno idk = i do not know; imma ima = i will; shall shal = will; finna = will; kinda sorta = kind of; cuz coz bc bcuz becuz becasue cause bcause = because
  u yu = you; ur yr = your; r = r; pls plz plse pleas pleaze plze pleasee = please; apptmts appts apts = appointments
  appt apt appointmet appoitment apointment appointmnt appointmen appoinment apptmt apmt appmt appointement appoinmtent = appointment
  tmrw tmr tmw tomorow tommorow tommorrow tomoro tmmrw tmorrow tomrw tomorro 2morrow 2moro 2mrw = tomorrow
  2day = today; 2nite tonite 2night = tonight; u's = you; gud = good; gr8 = great; l8r = later; l8 = late; 4 = 4; thru = through; bout = about; diff difft = different; ofc ofcourse = of course
  thx thnx tnx thanx thks tks thankx thnks thnk tysm ty tyvm tx thankyou thanku tyy thnkx thank's = thanks; welcome = welcome
  ok okay okey okie okk oki k kk kay okidoki okeydokey okies oka okayy mkay okayyy alrighty = ok; awsome = awesome; definetly = definitely
  yep yup yeah yea yez yezz yea yh yeh yah yas yass yess yessir ye yis yus yse yrs eys yesh yuppers yessum yupp yeppers yeahh yeas yees aye mhm mmhm mmhmm yezzir yasss = yes; fo = for; sho = sure
  sip sii siii sipi simon aja = yes; nope nop nah naw noo nopes nel nahh nopee = no; cya seeya cyou = see you; thr ther = there; siree = sir; okidoki = ok; rn = now
  mins min minutos minuto minute mns = minutes; hrs hr hour = hours; w = with; b4 = before; nite = night; wkend = weekend
  msg msgs mssg mssgs txts sms textos = texts; txt = text; txting texing txtng texteen = texting; msging msgin msgng messagin messging msging textn = texting; mensage mensajes mensaje = texts
  resched reschd rescheduel rescedule resche reshedule reschedual rescheduale reschdule rescheduling reschedul rescheule = reschedule
  canselen cansele canselarla canselenla canselenme cancle cancell cancal cancil canel cansel canselar canselo canc cxl cncl canclle cancelar caneled = cancel
  cancelo cancele cancelen cancela cancelenla cancelela cancelarla cancelenme canceleme cancelemela cancelame cancelamela = cancel
  cancelenmela cancelemos cancelare cancelarle cancelenlo cancelelo canc' = cancel; canceled cancled cancelada cancelado canselado = cancelled
  canceling cancling = cancelling; conf comfirm confrim confirme confirmo confirmamos comfirmo confimo confirmar confirmare = confirm
  confirmarle confirma confimr comfrim cofirm confrm confermo confirmas conform confirmi = confirm
  confirmado confirmada confirmd confirmados confirmadas comfirmed conformed confrimed comfirmado = confirmed
  wrongnumber = wrong number; otw = omw; comin = coming; goin = going; runnin = running; makin = making; hurtin = hurting; killin = killing
  graciass grasias grcias gracia grax grx grasia = gracias; porfa porfis porfavor xfa xfavor pf porfi = please
  wacho guacho miro huacho watcho = veo; wachamos guachamos miramos = vemos; caigo = llego; caemos = llegamos; novacaine novacain novocain = novocaine
  porke pork = porque; kien = quien; dsps dspues = despues; mjr = mejor; bn = bien; grs = gracias; d = de; l = l; sta = esta; aki = aqui; ahy = ahi
  q qe ke = que; xq pq porq xk = porque; tmb tmbn tb tbn = tambien; toy = estoy; pa = para; dnd = donde; np nw npnp = no problem
  nvm nevermind = never mind; lmk = let me know; ttyl brb = later; g2g gtg = have to go; fyi btw = by the way; em = them; alot = a lot
  prob probs prolly probly probally = probably; def defs defo deff definately definitly = definitely; mayb mebe mabye = maybe
  thurs thur thu thrusday thursdy thurday thirsday = thursday; tues tue tuesdy teusday tusday tuseday tuesay = tuesday
  wed weds wensday wendsday wednsday wedensday wednes wenesday = wednesday; fri firday fridy = friday; sat = saturday; sun = sunday
  mon munday = monday; martez = martes; miercole miercolez = miercoles; juevez = jueves; vierne = viernes; sabados = sabado
  toof tuth tooths toothe tooht = tooth; teeths teef = teeth; toofache toothace toothake tootache toothach = toothache; payn pian = pain; sweling swellin = swelling; swolen swollin swole swollon = swollen
  bleading bleding bleedin = bleeding; mam = maam; dr drs doc = doctor; hv hav = have; wat wut = what; wen = when; cld = could
  wld = would; shld = should; unsuscribe unsubcribe unsubscibe unsubscrib unsub = unsubscribe
  stpo sotp tsop stopp sttop stp stooop stahp = stop; ima' = i will; nm = never mind; appreciated = appreciate; ctm = ctm; hosp = hospital
`)

/** Spanish verbs with whatever stands behind their stem ("cámbiemela", "cancélenla"), but not their participles and nouns. */
export const STEMS: readonly [RegExp, string][] = [
  [/^cancel(?!l|ad|aci|aro|ed|in)[a-z]{1,9}$/, 'cancel'],
  [/^confirm(?!ad|aci|ati|aro|ed|in)[a-z]{1,9}$/, 'confirm'],
  [/^cambi(?!o$|os$|ad|aro)[a-z]{1,9}$/, 'cambiar'],
  [/^muev[a-z]{1,9}$/, 'mover'],
  [/^reagend(?!ad|aro)[a-z]{1,9}$/, 'reagendar'],
  [/^reprogram(?!ad|aci|aro)[a-z]{1,9}$/, 'reprogramar'],
  [/^(?:pospon|posterg)[a-z]{1,9}$/, 'posponer'],
]

const both = (left: string, right: string, words: string): [string, string][] =>
  words.split(' ').map((word) => [`${right} ${word}`, `${left} ${word}`])

const AFTER_WILL =
  'be come take make see get do have try call let pass keep bring check need miss go wait not never text stop stay reschedule cancel leave'
const AFTER_ARE = 'coming on good here not running going stuck outside late confirmed in still sick out moving parked sorry'

/** Words that lost their apostrophe and are another word too: "ill be there", "well be there", "were coming". */
export const BARE_CONTRACTIONS = new PhraseBook<string>([
  ...both('ill', 'i will', AFTER_WILL),
  ...both('il', 'i will', AFTER_WILL),
  ...both('well', 'we will', AFTER_WILL),
  ...both('hell', 'he will', 'be come take make'),
  ...both('shell', 'she will', 'be come take make'),
  ...both('id', 'i would', 'be like love rather prefer'),
  ...both('^ were', 'we are', AFTER_ARE),
  ['voy tarde', 'boy tarde'],
  ['yes', 'siempre si'],
  ['no', 'siempre no'],
  ['no voy a ir', 'no boy/voy air/hir/ahir; no boy a ir/hir'],
  ['no voy a poder', 'no boy a poder'],
  ...both('boy', 'voy', 'a air'),
  ...['yo', 'no', 'si', 'ya'].map((word): [string, string] => [`${word} voy`, `${word} boy`]),
  ['can not', 'i/we no can; i/we do not can; i/we no could; can not to; no can come/go'],
  ['will not come', 'i/we no go/come'],
  ['i do not want', 'i/we no want; no want no'],
  ['it is', '^ its; its going/not/hurting/bleeding/swollen/killing/broken/fine/good/ok/perfect/confirmed/me/still'],
  ['i will be', 'ill b'],
  ['will be', 'will b'],
  ['be there', 'b/be there/ther/their/dere/thre'],
  ['see you', 'c/see/sea you/u/ya/yah; cu; seeing you; c y'],
  ...both('2', 'to', 'be come cancel reschedule make see get change go'),
  ['for me', '4 me'],
  ['no problem', 'no probably'],
  ['without', 'with o'],
  ['cancel my appointment', 'cancel my app'],
  ['for us', '4 us'],
  ['see you tomorrow', 'see you/u/ya tomo'],
  ['there tomorrow', 'there tomo'],
  ['make it tomorrow', 'make it tomo'],
  ['are you', 'r you; ru'],
  ['we are', 'we r'],
  ['you are', 'you r'],
  ['they are', 'they r'],
  ['where are', 'where r'],
])

/** Groups that are one idea, written the way the phrases expect. An empty right side drops the words. */
export const JOINED = new PhraseBook<string>([
  [
    'can not',
    `will/would/am/are/is not be? able to?; am/are/is not going to be able to?; not going to be able to?; not be? able to?; unable to?; can no longer; no longer can; no longer able to?
     am/are/is no longer able to?; will no longer be able to?; no voy/vamos/va a poder; no podre/podremos/podra/podria; no puedo/podemos/puede
     me es imposible; no me es/sera posible; no me va a ser posible; no alcanzo a; se me hace imposible; me sera imposible; nos es imposible`,
  ],
  ['can', 'will be able to; am/are able to; would be able to; able to'],
  ['should can', 'should be able to; should be good; should be fine; should be ok'],
  ['will not', 'am/are/is not going to; not going to; no voy/vamos/va a'],
  ['will not come', 'no ire/iremos/asistire/asistiremos/ira/asistira; no vendre/vendremos/vendra; no llegare/llegaremos $'],
  ['will', 'am/are/is going to; going to; voy/vamos a'],
  [
    'want',
    `need/needs/needing/have/has to/2/too; got to; have got to; want/wants to/2; would like/want to; wish to; must; will have/need to
     looking to; would like/need/want for? you to; le/les pido que/please?; had better; like to; necesito/necesitamos/quiero/queremos/quisiera/quisieramos; tengo/tenemos que
     deseo/deseamos/debo/ocupo; me gustaria; nos gustaria; tendre/tendremos que; voy/vamos a tener que`,
  ],
  ['please', 'por favor; if you please; por fa; x favor'],
  ['asap', 'as soon as possible; lo antes posible; right away; cuanto antes; lo mas pronto posible'],
  ['now', 'right now; ahora mismo; ahorita'],
  ['texts', 'text message/messages; text/texts reminders; texts de texts; automated texts/messages'],
  ['nobody', 'no one; no body'],
  ['anymore', 'any more $; any longer'],
  ['checkup', 'check up/ups'],
  ['followup', 'follow up'],
  ['reschedule', 're schedule/scheduling; reschedule it; re book; book again'],
  ['optout', 'opt/opting out'],
  ['optin', 'opt in; opt back in'],
  ['xray', 'x ray/rays'],
  ['unsubscribe', 'un subscribe'],
  ['rootcanal', 'root canal/canals'],
  ['tooth', 'wisdom tooth/teeth'],
  ['thanks', 'thank you; thank yall; thanks you; thanks alot; many thanks; muchas/mil/muchisimas gracias; gracias'],
  [
    'hello',
    `^ good morning/afternoon/evening/day; hi/hello/hey/yes/ok good morning/afternoon/evening/day; ^ buenos dias; ^ buenas tardes/noches; ^ buen dia; ^ buenas $; muy buenos dias
     muy buenas tardes; hola/hello/hi/yes/muy buenos/buenas/buen dias/tardes/noches/dia; hola buenas; que tal $; top of the morning`,
  ],
  ['omw', 'on my/our/the way; en camino; de camino; voy/vamos para alla; voy/vamos saliendo'],
  ['because', 'porque; ya que; debido a; due to'],
  ['anoche', 'last night'],
  ['on time', 'a tiempo; in time'],
  ['do not know', 'do not know; not know; no know'],
])
