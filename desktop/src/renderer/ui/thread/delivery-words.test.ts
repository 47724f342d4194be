import { expect, test } from 'vitest'
import { at, NOW, ours, say } from '../../../samples/thread-samples.ts'
import { deliveryOf } from './delivery-words.ts'

const words = { now: NOW, time: say.times.time }

test('quiet hours are named with the time the text may go', () => {
  expect(deliveryOf(ours('a', { status: 'waiting', sendAfter: at('8:00', 4) }), words)).toMatchObject({
    words: 'waits until 8:00 AM (quiet hours)',
    tone: 'waiting',
  })
})

test('a second try is not taken for quiet hours', () => {
  const message = ours('a', { status: 'waiting', sendAfter: at('10:50'), errorCode: '20429' })
  expect(deliveryOf(message, words).words).toBe('tried again at 10:50 AM')
})

test.each([
  ['delivered', 'delivered', 'plain'],
  ['accepted', 'handed to the carrier', 'plain'],
  ['unknown', 'may or may not have gone out', 'problem'],
  ['blocked', 'not sent', 'problem'],
  ['undelivered', 'not delivered', 'problem'],
] as const)('%s reads “%s”', (status, said, tone) => {
  expect(deliveryOf(ours('a', { status }), words)).toMatchObject({ words: said, tone })
})

test('a text that did not arrive carries the plain reason', () => {
  const message = ours('a', { status: 'undelivered', error: 'The phone was off or out of reach. Phone them, or try again later.' })
  expect(deliveryOf(message, words).reason).toBe('The phone was off or out of reach. Phone them, or try again later.')
})
