import { expect, test } from 'vitest'
import { type Intent, type ReplyContext, readReply } from '../read-reply.ts'

const VISIT = '2026-03-03T14:30 Tue'
const OFFER = '2026-03-05T10:00 Thu'

/** Replies that say one thing and sound like another. Those of one reason stand together, one on each line. */
const TRICKY: [asked: ReplyContext['asked'], intent: Intent, why: string, replies: string][] = [
  [
    'offer',
    'accept_offer',
    'a "no" or "not" that takes it',
    `
    No way! I'll take it!
    No way, I want it, book me
    no wait yes I'll take it
    no brainer, book it
    I wouldn't mind that, book me
    don't mind the short notice, sign me up
    not too early for me, book it
    dont give it to anyone else i want it
    no se lo den a otro, yo lo quiero
    no la suelten, yo voy`,
  ],
  [
    'offer',
    'accept_offer',
    'granted before the "but"',
    `
    It's a bit far but I'll take it
    early for me but yes please
    ugh thursday traffic but fine I'll take it`,
  ],
  [
    'offer',
    'decline_offer',
    'a "yes" that leads into a no',
    `
    yeah no
    Yeah no thank you
    yeah... no thanks`,
  ],
  [
    'offer',
    'decline_offer',
    'the booked visit is named only to be left alone',
    `
    no thanks don't touch my other appointment
    no, and please don't cancel my regular one
    I prefer my other appointment
    mejor dejeme con la mia
    me espero a la mia gracias
    no quiero mover la que tengo
    no cancele la mia, esa hora nueva no la quiero`,
  ],
  [
    'offer',
    'decline_offer',
    'a next time is hoped for',
    `
    can't this time but keep me on the list
    no but text me if another one opens up
    ahorita no puedo pero avisenme si sale otra
    hoy no se puede, pero tengame en cuenta pa la proxima`,
  ],
  [
    'offer',
    'unclear',
    'somebody else wants it',
    `
    My husband will take it, I can't
    My wife can take it but I can't
    I can't but my sister could use it
    mi esposo la quiere, yo no puedo
    she can take it
    give it to my wife
    dasela a mi hermana`,
  ],
  [
    'offer',
    'unclear',
    'a yes with a condition, or words that only look like one',
    `
    I'll take it if you can fit my daughter too
    yes if it is with Dr. Patel
    ok but only if it is covered
    si nadie la quiere la tomo
    si me la guardan la tomo
    si me la puede guardar hasta manana
    take it off my list
    I'll take the 11
    would love it but need to check`,
  ],
  [
    'none',
    'opt_out',
    'a wish for silence in other words',
    `
    pls stop msgin me
    stop send me message
    dont want no texts from yall
    get my number out of your system
    remove my cell please
    I no want more messages
    ya parenle con los mensajitos
    ya no kiero sus mensajes
    quitenme de su sistema`,
  ],
  [
    'none',
    'unclear',
    'no wish for silence, though its words are there',
    `
    stop the phone calls, texts are fine
    stop by the store on your way home
    cut it out you guys are too nice
    knock it off lol
    take my phone number down
    no me mande la factura
    quiten mi tarjeta de su sistema
    dejen de cobrarme
    remove my tooth`,
  ],
  [
    'none',
    'wrong_number',
    'not the patient',
    `
    I don't know anybody by that name
    no one here goes by that
    this is no longer her cell
    este cel ya no es de Maria
    aki no vive ninguna Maria
    my ex goes there, not me. this is my number
    I am not the person that you look for`,
  ],
  [
    'none',
    'unclear',
    'the patient has a new number',
    `
    this is my new number
    my phone number changed
    cambie de cel, este es mi nuevo numero
    este es el numero de mi mama`,
  ],
  [
    'none',
    'urgent',
    'trouble without the usual words',
    `
    my face is twice its normal size
    cheek looks like a golf ball
    tengo el cachete bien grande
    ow ow ow my tooth
    it pain me so much the tooth
    stitches ripped open
    auxilio mi muela
    STOP telling me to floss and call me, my face is twice its size`,
  ],
  [
    'none',
    'unclear',
    'trouble that is mended, told of or a title',
    `
    last year I broke a tooth and you fixed it great
    hace un año se me rompio un diente y me lo arreglaron muy bien
    a movie called My Bleeding Molar, thought of you`,
  ],
  [
    'offer',
    'decline_offer',
    'it only hurts to say no',
    `
    it pains me to say no but I can't
    me duele no aceptar pero no alcanzo a llegar`,
  ],
]

test.each(TRICKY)('%s: %s, %s', (asked, intent, _why, replies) => {
  for (const text of replies
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean))
    expect([text, readReply(text, { asked, appointment: asked === 'offer' ? OFFER : VISIT }).intent]).toEqual([text, intent])
})
