import { expect, test } from 'vitest'
import type { ThreadRow } from '../../../ipc/views.ts'
import { at, change, NUMBER, optOut, ours, person, text, say as words } from '../../../samples/thread-samples.ts'
import { previewOf, tagsOf, whenOf } from './row-words.ts'

const ana = person('ana', 'Ana')
const say = { ...words, openings: [] }
const row = (part: Partial<ThreadRow>): ThreadRow => ({
  ...{ phoneNumber: NUMBER, newest: text('hello'), openCount: 0, isAsked: false, patients: [ana], optOut: null, thread: null, changes: [] },
  ...part,
})
const tags = (part: Partial<ThreadRow>) => tagsOf(row(part), say).map((one) => one.words)

test('an unclear reply of a household says both', () => {
  const newest = text('maybe', { attention: 'open', reading: { intent: 'unclear', matched: [], rule: 'only-hedge' } })
  expect(tags({ newest, openCount: 1, patients: [ana, person('leo', 'Leo')] })).toEqual(['Unclear reply', '2 people'])
})

test('an emergency is red while it is open', () => {
  const newest = text('swollen', { attention: 'open', reading: { intent: 'urgent', matched: [], rule: 'urgent-swelling' } })
  expect(tagsOf(row({ newest, openCount: 1 }), say)[0]).toEqual({ tone: 'red', words: 'Emergency' })
})

test('an opt-out comes before everything else', () => {
  expect(tags({ optOut: optOut(), newest: text('CANCEL', { attention: 'open' }) })[0]).toBe('Opted out: phone only')
})

test('a wrong number is said to have stopped only when it has', () => {
  const newest = text('wrong number', { attention: 'open', reading: { intent: 'wrong_number', matched: [], rule: 'wrong-number' } })
  const gone = person('gone', 'Gone', {
    contactPoints: [{ phoneNumber: NUMBER, label: 'mobile', isPrimary: true, status: 'wrong_number' }],
  })
  expect(tags({ newest, patients: [gone] })).toEqual(['Wrong number: texting stopped'])
  expect(tags({ newest })).toEqual(['Wrong number'])
})

test('a cancellation names the opening it left while that is open', () => {
  const newest = ours('ack', { asked: 'none', purpose: 'acknowledgement' })
  const changes = [change('c', { action: 'appointment.cancelled', appointmentId: 'visit' as never })]
  const opening = { fromAppointmentId: 'visit', status: 'open', startsAt: at('14:30') } as never
  expect(tagsOf(row({ newest, changes }), { ...say, openings: [opening] })[0]?.words).toBe('Cancelled, opening 2:30 PM')
  expect(tags({ newest, changes })).toEqual(['Cancelled'])
})

test('an older text that nobody has read is not hidden by a newer one', () => {
  expect(tags({ newest: text('thanks', { attention: 'done' }), openCount: 1 })).toEqual(['To read'])
  expect(tags({ newest: text('thanks', { attention: 'done' }) })).toEqual(['Done'])
})

test('what waits, is taken over, snoozed or Spanish says so', () => {
  const carmen = person('carmen', 'Carmen', { language: 'es' })
  expect(tags({ newest: ours('asked'), isAsked: true, patients: [carmen] })).toEqual(['Asked, no answer', 'ES'])
  const thread = { phoneNumber: NUMBER, takenOverBy: 'Kim', takenOverAt: at('9:00'), snoozedUntil: at('8:00', 4), updatedAt: at('9:00') }
  expect(tags({ thread })).toEqual(['Taken over by Kim', 'Snoozed until Wed 8:00 AM'])
})

test('the newest words are one line, with who wrote them', () => {
  expect(previewOf(row({ newest: text('a', { body: 'two\nlines  here' }) }))).toBe('two lines here')
  expect(previewOf(row({ newest: ours('a', { body: 'Hi', sentBy: 'desk' }) }))).toBe('You: Hi')
  expect(previewOf(row({ newest: text('a', { body: '', mediaCount: 1 }) }))).toBe('Picture')
})

test('a time today, a day before', () => {
  expect(whenOf(at('10:28'), say.times, say.today)).toBe('10:28 AM')
  expect(whenOf(at('10:28', 2), say.times, say.today)).toBe('Yesterday')
})
