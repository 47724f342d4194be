import { expect, test } from 'vitest'
import { at, NUMBER, OURS, optOut, ours, person, text } from '../../../samples/thread-samples.ts'
import { type ReachFacts, whyNoText } from './reach.ts'

const ana = person('ana', 'Ana')
const facts = (part: Partial<ReachFacts> = {}): ReachFacts => ({
  ...{ optOut: null, messages: [], patients: [ana], phoneNumber: NUMBER },
  phoneNumbers: [{ phoneNumber: OURS, status: 'active' }] as never,
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
