import type { ChangeWhy } from '@dentalanswer/shared/domain/change.ts'

// The rules of the reply reader by their stable names. Those made of a start and a doubt (`yes-with-hedge`) are put together below.
const SENTENCES: Record<string, string> = {
  coming: 'They say that they are coming.',
  yes: 'A clear yes to the one visit that was asked about.',
  letter: 'The letter C, as our text asked for.',
  'yes-sign': 'A sign that means yes.',
  courtesy: 'Thanks or a greeting, with nothing to decide.',
  agreement: 'They agree with what we wrote; nothing was asked.',
  cancel: 'They ask to cancel the visit.',
  cancelled: 'They say that the visit is cancelled.',
  'not-coming': 'They say that they cannot come.',
  'no-sign': 'A sign that means no. A sign alone never cancels a visit.',
  'bare-no': 'A bare no may answer many things, so it never changes a visit.',
  'two-answers': 'It says both yes and no, so a person decides.',
  'yes-this-is': 'The yes says who is writing, not that they are coming.',
  'yes-with-refusal': 'There is a yes, and words that take it back.',
  'yes-with-but': 'There is a yes, and then a “but”.',
  'yes-with-question': 'There is a yes, and a question that may change it.',
  'yes-with-shift': 'The yes may ask for another time.',
  'yes-among-words': 'There is a yes among words the machine does not know.',
  'confirm-something-else': 'It is not the visit that they want confirmed.',
  'other-time-named': 'They name another day or time than the visit’s.',
  'somebody-named': 'They name one or several people, so one answer may not hold for all.',
  'cancel-with-but': 'They speak of cancelling, and then there is a “but”.',
  'cancel-with-question': 'They ask something before they cancel.',
  'cancel-among-words': 'Cancelling is only spoken about.',
  'cancel-something-else': 'Something else than the visit may be meant.',
  'cancel-denied': 'The word “not” may turn the cancelling around.',
  'refusal-among-words': 'The refusal may be about something else.',
  'letter-among-words': 'A single letter among words the machine does not know.',
  'refusal-with-but': 'They decline, and then there is a “but”.',
  'refusal-with-question': 'They decline and ask something.',
  'refusal-denied': 'The word “not” may turn the refusal around.',
  refusal: 'They decline the offered time.',
  'busy-then': 'They are busy at the offered time.',
  taking: 'They take the offered time.',
  'about-the-visit': 'It may be about the visit that is booked and not about the offer.',
  'late-for-offer': 'They take the offered time but will be late.',
  'question-with-condition': 'They ask something and name a condition.',
  'another-time': 'They ask for another time. Only a person moves a visit by text.',
  'another-time-unsure': 'They may want another time.',
  late: 'They are running late. The visit stays.',
  arrived: 'They say that they are here.',
  question: 'A question. Questions never change an appointment.',
  'not-understood': 'The machine does not understand it well enough to act.',
  'nothing-asked': 'It reads like an answer, but nothing was asked.',
  empty: 'There are no words in it.',
  reaction: 'A reaction to one of our texts, not an answer.',
  command: 'It gives orders to software. Such texts are never acted on.',
  link: 'There is only a link in it.',
  'only-quoted': 'It only quotes our own text.',
  'too-long': 'It is too long to act on without a person.',
  'automatic-reply': 'A phone or a service answered, not a person.',
  'other-language': 'It is in a language the machine does not read.',
  'sent-by-mistake': 'They say that they wrote to us by mistake.',
  'wrong-number': 'They say that this is the wrong number.',
  'wrong-number-of-family': 'A family member may be meant by the wrong number.',
  'stop-word': 'A word that asks for no more texts. It is always honoured.',
  'stop-wish': 'They ask for no more texts. That is always honoured.',
  'stop-wish-limited': 'They may want fewer texts, or none of one kind.',
  'start-word': 'A word that asks for texts again.',
  'start-wish': 'They ask for texts again.',
  'help-word': 'The word HELP.',
  'help-wish': 'They ask for help.',
  'same-text-again': 'The same text came twice, so it counts once.',
  'emergency-and-not-coming': 'An emergency, from somebody who is not coming.',
  'carrier-stop-word': 'An opt-out word. The carrier blocks our texts from then on, whatever we do.',
  'carrier-cancel-word': 'CANCEL alone is also an opt-out word, so the carrier blocks our texts from then on.',
  'carrier-start-word': 'An opt-in word. Texts may go again.',
  'carrier-yes-word': 'YES from a number without texts switches them back on. It confirms nothing.',
  'carrier-help-word': 'The word HELP. The carrier sends its standard answer.',
  'moved-in-call': 'The caller proved who they are and chose another open time.',
  'booked-in-call': 'The caller chose an open time, and it was read back to them.',
  'cancelled-in-call': 'The caller proved who they are and asked to cancel.',
  'confirmed-in-call': 'The caller proved who they are and said that they are coming.',
  staff: 'A person at the desk did it.',
}

const STARTS: Record<string, string> = {
  'yes-with-': 'There is a yes',
  'cancel-with-': 'They speak of cancelling',
  'refusal-with-': 'They decline',
  'only-': 'There is no clear answer',
}
const DOUBTS: Record<string, string> = {
  hedge: 'and a word of doubt such as “maybe”',
  'so-far': 'but only as things stand now',
  'call-later': 'and they will get back to us',
  condition: 'and a condition such as “if”',
  timing: 'and it hangs on a time',
  'if-possible': 'and a wish: “if possible”',
  'if-any': 'and a wish: “if there is any”',
  several: 'and more than one visit may be meant',
  'other-visit': 'and another visit may be meant',
  or: 'and a choice between two things',
  changed: 'and something has changed',
  mistake: 'and a slip of the finger is named',
  receipt: 'and they only say that they read our text',
}
const TROUBLES: Record<string, string> = {
  airway: 'trouble breathing or swallowing',
  bleeding: 'bleeding',
  injury: 'an injury',
  broken: 'something broken or lost',
  pain: 'strong pain',
  fever: 'fever',
  infection: 'swelling or an infection',
  swelling: 'swelling',
  emergency: 'an emergency',
  sign: 'a sign of pain',
}

/** Why a machine did what it did, in a sentence, from the rule's name. A rule this version does not know is named as it is. */
export function whySentence(rule: string): string {
  const known = SENTENCES[rule] ?? SENTENCES[rule.replace(/-answered$/, '')]
  return known ?? doubtSentence(rule) ?? urgentSentence(rule) ?? `The rule “${rule.replaceAll('-', ' ')}” decided.`
}

function doubtSentence(rule: string): string | null {
  const start = Object.keys(STARTS).find((one) => rule.startsWith(one))
  const doubt = start ? DOUBTS[rule.slice(start.length)] : undefined
  return start && doubt ? `${STARTS[start]}, ${doubt}. A person decides.` : null
}

function urgentSentence(rule: string): string | null {
  const [, trouble, unsure] = /^urgent-(.+?)(-unsure)?$/.exec(rule) ?? []
  if (!trouble) return null
  const what = TROUBLES[trouble] ?? 'an emergency'
  return unsure
    ? `It may speak of ${what}, so nothing else in it is acted on by itself.`
    : `It speaks of ${what}. An emergency wins over everything else in a text.`
}

/** `matched “Ana yes”`, or nothing when no words decided. */
export function matchedWords({ matched }: Pick<ChangeWhy, 'matched'>): string {
  return matched.length > 0 ? `matched ${matched.map((one) => `“${one}”`).join(' ')}` : ''
}
