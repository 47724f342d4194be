import { expect, test } from 'vitest'
import { at, NOW, NUMBER, OURS, optOut, ours, person, text } from '../../../samples/thread-samples.ts'
import { type ReachFacts, whyNoText } from './reach.ts'

const ana = person('ana', 'Ana')
const facts = (part: Partial<ReachFacts> = {}): ReachFacts => ({
  ...{ optOut: null, messages: [], patients: [ana], phoneNumber: NUMBER },
  phoneNumbers: [{ phoneNumber: OURS, status: 'active', texting: 'ready' }] as never,
  now: NOW,
  ...part,
})
const say = { day: () => 'Mon, Mar 2', ownNumber: '(512) 555-0100' }

test('a number that can be texted has no reason against it', () => {
  expect(whyNoText(facts(), say)).toBeNull()
})

test('an opt-out quotes the word and names the only way back', () => {
  const stop = text('STOP')
  expect(whyNoText(facts({ optOut: optOut({ messageId: stop.id }), messages: [stop] }), say)).toEqual({
    why: 'opted_out',
    words: 'No texts to this number since Mon, Mar 2 (“STOP”). Only they can switch texts back on, by texting START to (512) 555-0100.',
  })
})

test('whoever texted START again can be texted', () => {
  expect(whyNoText(facts({ optOut: optOut({ optedInAt: at('10:00') }) }), say)).toBeNull()
})

test('a landline is known by the last text to it, until a later one arrives', () => {
  const refused = ours('a', {
    status: 'failed',
    errorCode: '21614',
    error: 'This number cannot receive texts, it may be a landline. Phone them.',
  })
  expect(whyNoText(facts({ messages: [refused] }), say)?.why).toBe('landline')
  expect(whyNoText(facts({ messages: [refused, ours('b')] }), say)).toBeNull()
})

test('a wrong number stops texts only when nobody is reached there any more', () => {
  const gone = person('gone', 'Gone', {
    contactPoints: [{ phoneNumber: NUMBER, label: 'mobile', isPrimary: true, status: 'wrong_number' }],
  })
  expect(whyNoText(facts({ patients: [gone] }), say)?.why).toBe('wrong_number')
  expect(whyNoText(facts({ patients: [gone, ana] }), say)).toBeNull()
  expect(whyNoText(facts({ patients: [] }), say)).toBeNull()
})

const OTHER = '+15125550101'
const numbers = (first: string, second: string) =>
  [
    { phoneNumber: OURS, status: 'active', isPrimary: true, texting: first },
    { phoneNumber: OTHER, status: 'active', isPrimary: false, texting: second },
  ] as never

test('before carriers agree nothing can be texted, and calls are the way', () => {
  expect(whyNoText(facts({ phoneNumbers: numbers('waiting', 'waiting') }), say)).toMatchObject({
    why: 'not_registered',
    words: expect.stringContaining('Calls work'),
  })
  expect(whyNoText(facts({ phoneNumbers: numbers('refused', 'refused') }), say)?.words).toMatch(/refused/)
})

test('a number that is ready texts for one that waits', () => {
  expect(whyNoText(facts({ phoneNumbers: numbers('waiting', 'ready') }), say)).toBeNull()
})

test('who wrote to a number that waits cannot be answered from it, until a day has passed', () => {
  const wrote = text('hello', { toNumber: OURS, createdAt: at('8:11') })
  const waiting = { phoneNumbers: numbers('waiting', 'ready'), messages: [wrote] }
  expect(whyNoText(facts(waiting), say)?.why).toBe('not_registered')
  expect(whyNoText(facts({ ...waiting, now: at('8:12', 4) }), say)).toBeNull()
})

test('a practice without a number has nothing to text from', () => {
  expect(whyNoText(facts({ phoneNumbers: [{ phoneNumber: OURS, status: 'released', texting: 'ready' }] as never }), say)?.why).toBe(
    'no_sender',
  )
})
