import { expect, test } from 'vitest'
import { type Intent, readReply } from '../read-reply.ts'

const VISIT = '2026-03-03T14:30 Tue'

/** Replies that say one thing and sound like another. Those of one reason stand together, one on each line. */
const TRICKY: [intent: Intent, why: string, replies: string][] = [
  [
    'confirm',
    'a slip taken back: only what follows counts',
    `
    X. no wait I meant C
    cancel... scratch that, I can make it
    X was a typo I meant C
    Disregard my last message, I will be there
    never mind what I said, I'm coming
    perdon le puse X pero era C, si voy`,
  ],
  [
    'cancel',
    'a slip taken back: only what follows counts',
    `
    C sorry i mean X
    yes. wait no, I work that day, cancel it
    C... no wait X. Cancel please`,
  ],
  [
    'confirm',
    'a plan that was given up',
    `
    I was going to cancel but I found a sitter so I'll be there
    almost had to cancel but I'll be there
    iba a cancelar pero siempre si voy
    siempre si voy`,
  ],
  [
    'cancel',
    'a promise that was given up',
    `
    I told you I would come but now I can't make it
    I said yes yesterday but something came up, please cancel
    was planning on coming but my car died, have to cancel
    habia dicho que si pero ya no puedo ir
    dije que iba pero me salio trabajo, cancelen por favor
    siempre no voy a poder ir`,
  ],
  [
    'unclear',
    'a plan without an end',
    `
    I was going to cancel it
    I was gonna confirm
    was gonna cancel it but let me see
    almost cancelled
    wanted to cancel but now I'm not sure
    I said I'd come but we'll see
    I mean maybe
    no wait
    ignore my last text
    iba a cancelarla pero deje veo`,
  ],
  [
    'confirm',
    'something else was cancelled for it',
    `
    will be there, had to cancel my trip
    Coming! Had to cancel my gym class for it`,
  ],
  [
    'unclear',
    'somebody else of the family',
    `
    please cancel my husband's, I'm coming
    I'm coming, need to cancel my husband's
    had to cancel my daughter's appointment but I'll be there
    my son can't come but I will be there
    my wife will be there but not me
    can't do mine but the kids will be there
    mi esposo si va yo no
    she can't come
    my wife can't make it
    cancelen lo de mi hermano nada mas
    borrenme
    cancele la mia pero la de mi hijo no
    cancele la de mi hermana
    Ana si, Leo no`,
  ],
  [
    'confirm',
    'what is granted before the "but" holds nobody back',
    `
    it's a long drive but I'll be there
    had to move my yoga class but I'll be there
    not my favorite thing but I'll be there`,
  ],
  [
    'unclear',
    'what stands before the "but" may hold them back',
    `
    I'm sick but I'll be there
    it's early but if I get up I'll be there
    I can come but only if you take my new insurance
    I'll be there but my husband needs to cancel his
    I'd come but my car is dead so idk`,
  ],
  [
    'confirm',
    'a "no", "not" or "can not" that refuses nothing',
    `
    no I didn't forget, see you Tuesday
    no need to remind me, I'll be there
    can't do any earlier so I'll be there at 2:30
    couldn't come sooner if I tried lol see you Tuesday
    no cancelen por favor si voy a ir
    no no, no cancelen, ahi estare
    como que cancelar?? no no yo si voy
    Wouldn't miss it for the world`,
  ],
  [
    'confirm',
    'a hedge about something else',
    `
    I'll be there. hoping for no cavities lol
    I'll be there. Trying to quit smoking so go easy on me`,
  ],
  [
    'confirm',
    'Spanish as it sounds, on the phone and across the border',
    `
    ay estare
    ahy estare
    aya estare
    si boy
    alla los miro
    ahi los guacho el martes
    ahi le caigo a las 2:30
    clarin que si
    okey ay nos bemos
    yes i coming
    yes I can to go`,
  ],
  [
    'cancel',
    'Spanish as it sounds, and English out of Spanish',
    `
    no boy air
    no vamos a poder yegar
    no podre hir
    nesesito canselar mi sita
    kiero cancelar
    no me espere, no voy a ir
    I no can go
    is not possible for me to go, cancel please`,
  ],
  [
    'cancel',
    'a "yes" or "no" that answers something else',
    `
    Yes I got the reminder, no I can't come, please cancel
    I got the reminder but I can't come, cancel please
    no i can't, please cancel
    either way cancel it please
    don't expect me Tuesday`,
  ],
  [
    'late',
    'refuses the minute, not the visit',
    `
    it's not that i can't make it, i just can't make it by 2:30, give me till 2:45
    can't make it right at 2:30, will be 10 min late
    i can make it, just not by 2:30, more like 2:45
    no alcanzo a llegar a las 2:30, llego a las 2:40`,
  ],
  [
    'reschedule',
    'another time asked for in few or borrowed words',
    `
    Can't do Tuesday. Next week?
    sick today. tomorrow?
    need a morning instead
    could my husband and I trade times
    is possible other day?
    can be more late?
    se puede mas tempranito?
    tendra algo mas tardecito?
    kiero cambiar mi sita para el viernes
    no puedo el martes, el jueves si`,
  ],
  [
    'unclear',
    'another day or time than the one asked about',
    `
    see you Tuesday at 4
    I'll be there Wednesday
    ok for the 4th
    yes 3:30
    nos vemos el miercoles
    confirmado para el 4
    voy pero el miercoles no`,
  ],
  [
    'unclear',
    'a condition or a hope',
    `
    if my fever isn't gone I'll cancel
    I might have to cancel
    don't confirm me yet
    don't cancel don't confirm
    hold my spot please I'll know tomorrow
    si no llueve voy
    voy si me siento mejor
    creo que si voy
    ahi estare si Dios me presta vida y consigo ride`,
  ],
]

test.each(TRICKY)('%s, %s', (intent, _why, replies) => {
  for (const text of replies
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean))
    expect([text, readReply(text, { asked: 'appointment', appointment: VISIT }).intent]).toEqual([text, intent])
})
