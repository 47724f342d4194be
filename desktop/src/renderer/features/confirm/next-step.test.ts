import { expect, test } from 'vitest'
import { at, NOW, ours, text, visit } from '../../../samples/thread-samples.ts'
import { asksOf } from './asks-of.ts'
import { mostPressing, nextStep, type StepFacts } from './next-step.ts'

const tomorrow = visit('visit', at('9:00', 4))
const step = (messages: Parameters<typeof asksOf>[1], part: Partial<StepFacts> = {}) =>
  nextStep({
    visit: tomorrow,
    asks: asksOf(tomorrow, messages),
    ...{ noText: null, hasNumber: true, now: NOW, callFrom: at('15:00') },
    ...part,
  })
const ask = (id: string, createdAt: ReturnType<typeof at>) => ours(id, { relatedId: 'visit', createdAt })

test('who was never asked is asked by text', () => {
  expect(step([])).toMatchObject({ kind: 'ask', why: 'Not asked yet' })
})

test('who was asked this morning is waited for until the relay lets us ask again, or calls begin', () => {
  expect(step([ask('a', at('8:00'))])).toEqual({ kind: 'wait', why: 'Waiting for an answer', until: at('12:00') })
  expect(step([ask('a', at('10:40'))])).toMatchObject({ kind: 'wait', until: at('14:40') })
  expect(step([ask('a', at('12:30'))], { now: at('12:40') })).toMatchObject({ kind: 'wait', until: at('15:00') })
})

test('once calls have begun, whoever had time to answer is phoned', () => {
  expect(step([ask('a', at('8:00'))], { now: at('15:10') })).toMatchObject({ kind: 'call', why: 'No answer to the text' })
  expect(step([ask('a', at('15:00'))], { now: at('15:10') })).toMatchObject({ kind: 'wait', until: at('16:00') })
  expect(step([ask('a', at('8:00'))], { now: at('15:10'), callFrom: null })).toMatchObject({ kind: 'ask', why: 'Asked once, no answer' })
})

test.each([
  ['texting is blocked', [], { noText: 'Texting is blocked' }, 'Texting is blocked'],
  ['the last text did not arrive', [ours('a', { relatedId: 'visit', status: 'undelivered' })], {}, 'The last text did not arrive'],
  ['two requests had no answer', [ask('a', at('8:00', 2)), ask('b', at('15:00', 2))], {}, 'Asked 2 times, no answer'],
  ['the visit is too near for a text', [], { visit: visit('visit', at('11:30')) }, 'Too late for a text'],
] as const)('they are phoned when %s', (_, messages, part, why) => {
  expect(step([...messages], part)).toEqual({ kind: 'call', why })
})

test('a reply that waits for a person is read before anything else is done', () => {
  const reply = text('maybe', { relatedId: 'visit', attention: 'open' })
  expect(step([ask('a', at('8:00')), reply], { noText: 'Texting is blocked' })).toMatchObject({ kind: 'read' })
})

test('nothing is left to do about a confirmed visit, and a number must be found before any call', () => {
  expect(step([], { visit: visit('visit', at('9:00', 4), { confirmation: 'confirmed' }) })).toEqual({ kind: 'confirmed' })
  expect(step([], { hasNumber: false })).toMatchObject({ kind: 'find_number' })
})

test('a household does first what is most pressing', () => {
  expect(mostPressing([{ kind: 'confirmed' }, { kind: 'ask', why: 'a' }, { kind: 'call', why: 'b' }])).toEqual({ kind: 'call', why: 'b' })
  expect(mostPressing([])).toEqual({ kind: 'confirmed' })
})

test('the text of a booking counts as told, not as asked', () => {
  const told = ours('told', { relatedId: 'visit', purpose: 'booking_confirmation', createdAt: at('8:00', 1) })
  expect(asksOf(tomorrow, [told])).toMatchObject({ count: 0, lastAt: at('8:00', 1) })
  expect(
    asksOf(
      tomorrow,
      [ask('other', at('8:00'))].map((one) => ({ ...one, relatedId: 'another' })),
    ).last,
  ).toBeNull()
})
