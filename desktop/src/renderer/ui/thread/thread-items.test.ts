import { expect, test } from 'vitest'
import { at, change, NUMBER, optOut, ours, person, say, text, thread, visit } from '../../../samples/thread-samples.ts'
import { stripsOf } from './strips-of.ts'
import { threadItems } from './thread-items.ts'

const ana = person('ana', 'Ana')
const leo = person('leo', 'Leo')
const nine = visit('nine', at('15:00'))

test('days stand between the texts, and what the machine did stands after the text it answers', () => {
  const reply = text('C', { createdAt: at('8:11') })
  const view = thread({
    messages: [ours('asked', { createdAt: at('17:00', 2) }), reply, text('ok', { createdAt: at('8:52') })],
    patients: [ana],
    appointments: [nine],
    changes: [change('change', { appointmentId: nine.id, messageId: reply.id })],
  })
  const items = threadItems(view, say)
  expect(items.map((one) => one.kind)).toEqual(['day', 'text', 'day', 'text', 'strip', 'text'])
  expect(items[4]).toMatchObject({
    strip: {
      head: 'Ana confirmed',
      detail: 'Today 3:00 PM · matched “C”',
      buttons: [{ title: 'Undo', act: { kind: 'undo', changeId: 'change' } }],
    },
  })
})

test('a change that was undone says so and cannot be undone again', () => {
  const reply = text('C')
  const undone = change('change', { appointmentId: nine.id, messageId: reply.id, undoneAt: at('9:05') })
  const [strip] = stripsOf(reply, thread({ messages: [reply], patients: [ana], appointments: [nine], changes: [undone] }), say)
  expect(strip).toMatchObject({ tone: 'grey', detail: 'Today 3:00 PM · undone today 9:05 AM · matched “C”', buttons: [] })
})

test('what the machine left alone is said as plainly, with a button for each person it may mean', () => {
  const reply = text('Ana yes, Leo maybe', {
    attention: 'open',
    attentionReason: 'Not clear enough to act on. Nothing was changed.',
    reading: { intent: 'unclear', matched: ['maybe'], rule: 'only-hedge' },
  })
  const appointments = [nine, visit('later', at('15:30'), { patientId: leo.id }), visit('gone', at('8:00'))]
  const view = thread({ messages: [reply], patients: [ana, leo], appointments })
  expect(stripsOf(reply, view, say)).toMatchObject([
    {
      head: 'Unclear reply',
      detail: '“maybe”: Not clear enough to act on. Nothing was changed.',
      buttons: [{ title: 'Confirm Ana' }, { title: 'Confirm Leo', act: { kind: 'confirm', appointmentId: 'later' } }],
    },
  ])
})

test('once a person is done with a text, its strip stays and its buttons go', () => {
  const reply = text('what do I owe', {
    attention: 'done',
    attentionReason: 'Asks a question.',
    reading: { intent: 'question', matched: [], rule: 'question' },
  })
  expect(stripsOf(reply, thread({ messages: [reply] }), say)).toMatchObject([{ tone: 'grey', head: 'Question', buttons: [] }])
})

test('an emergency shows its alarm once, to be acknowledged', () => {
  const reply = text('face swollen', {
    attention: 'open',
    attentionReason: 'Urgent. Phone them now.',
    reading: { intent: 'urgent', matched: ['swollen'], rule: 'urgent-infection' },
  })
  const alarm = { id: 'alarm', messageId: reply.id, phoneNumber: NUMBER, matched: ['swollen'], acknowledgedAt: null, acknowledgedBy: null }
  const strips = stripsOf(reply, thread({ messages: [reply], alarms: [alarm as never] }), say)
  expect(strips).toMatchObject([{ tone: 'red', head: 'Emergency', buttons: [{ title: 'Acknowledge' }, { title: 'Call' }] }])
})

test('an opt-out word says who alone can switch texts back on', () => {
  const reply = text('STOP', { reading: { intent: 'opt_out', matched: ['STOP'], rule: 'carrier-stop-word' } })
  const view = thread({ messages: [reply], optOut: optOut({ messageId: reply.id as never }) })
  expect(stripsOf(reply, view, say)).toMatchObject([
    { head: 'Texting stopped', detail: 'Only they can switch texts back on, by texting START.' },
  ])
})

test('taking over stands where it happened', () => {
  const view = thread({
    messages: [text('one', { createdAt: at('8:00') }), text('two', { createdAt: at('9:30') })],
    thread: { phoneNumber: NUMBER, takenOverBy: 'Kim', takenOverAt: at('9:00'), snoozedUntil: null, updatedAt: at('9:00') },
  })
  const items = threadItems(view, say)
  expect(items.map((one) => one.key)).toEqual(['day 2026-03-03', 'one', `takeover ${at('9:00')}`, 'two'])
})

test('people of one first name are told apart by the whole name', () => {
  const reply = text('C')
  const other = person('other', 'Ana', { lastName: 'Lopez' })
  const changes = [change('change', { appointmentId: nine.id, messageId: reply.id })]
  const [strip] = stripsOf(reply, thread({ messages: [reply], patients: [ana, other], appointments: [nine], changes }), say)
  expect(strip?.head).toBe('Ana Garcia confirmed')
})

test('a person who was confirmed since keeps the place of the button, so that no click lands on somebody else', () => {
  const reply = text('both yes', { attention: 'open', attentionReason: 'Several visits could be meant.', createdAt: at('8:11') })
  const appointments = [
    visit('nine', at('15:00'), { confirmation: 'confirmed', confirmedAt: at('9:00') }),
    visit('later', at('15:30'), { patientId: leo.id }),
  ]
  const [strip] = stripsOf(reply, thread({ messages: [reply], patients: [ana, leo], appointments }), say)
  expect(strip?.buttons.map((one) => [one.title, one.isDone])).toEqual([
    ['Ana confirmed', true],
    ['Confirm Leo', false],
  ])
})
