import { describe, expect, test } from 'vitest'
import type { WorkView } from '../../../ipc/views.ts'
import { alarm, callback, lead, NOW, NUMBER, nothing, patient, practice, text, visit } from '../../../samples/work-samples.ts'
import { needsOf } from './needs-of.ts'

const rows = (view: Partial<WorkView>, queue: unknown[] = []) => needsOf({ ...nothing, ...view }, practice, NOW, queue as never)
const keys = (view: Partial<WorkView>) => rows(view).map((one) => one.key)

describe('the order of what needs a person', () => {
  test('an emergency is first, then what is lost today, then promises, then machine bookings, then repairs', () => {
    const cancelled = visit('v1', '2026-03-03T20:30:00.000Z', { status: 'cancelled' })
    const booked = visit('v2', '2026-03-06T17:00:00.000Z', { bookedBy: 'voice', seenAt: null })
    const order = keys({
      messages: [text('did it arrive', { direction: 'outbound', status: 'undelivered' })],
      appointments: [booked, cancelled],
      callbacks: [callback()],
      leads: [lead({ appointmentId: 'v1' as never })],
      alarms: [alarm()],
      patients: [patient('ana', 'Ana', 'Garcia')],
    })
    expect(order).toEqual(['alarm alarm', 'lead lead', 'callback callback', 'unseen v2', `undelivered ${NUMBER}`])
  })

  test('the older of two alike comes first', () => {
    const order = keys({
      alarms: [alarm({ id: 'late' as never, raisedAt: '2026-03-03T16:40:00.000Z' as never }), alarm({ id: 'early' as never })],
    })
    expect(order).toEqual(['alarm early', 'alarm late'])
  })
})

describe('what is a row', () => {
  test('an acknowledged emergency is none', () => {
    expect(keys({ alarms: [alarm({ acknowledgedAt: NOW })] })).toEqual([])
  })

  test('several texts of one number are one row, with the newest words', () => {
    const [row, ...more] = rows({
      messages: [text('Ana yes'), text('Leo maybe', { createdAt: '2026-03-03T16:05:00.000Z' as never })],
      patients: [patient('ana', 'Ana', 'Garcia'), patient('leo', 'Leo', 'Garcia')],
    })
    expect(more).toEqual([])
    expect(row).toMatchObject({ title: 'Garcia household', said: 'Leo maybe', how: '2 texts' })
  })

  test('an unclear reply about a visit within two days comes before one about a later visit', () => {
    const people = [patient('ana', 'Ana', 'Garcia')]
    const soon = rows({ messages: [text('hm')], appointments: [visit('v', '2026-03-04T16:00:00.000Z')], patients: people })
    const later = rows({ messages: [text('hm')], appointments: [visit('v', '2026-04-20T16:00:00.000Z')], patients: people })
    const rank = (list: typeof soon) => list.find((one) => one.key.startsWith('texts'))!.rank
    expect(rank(soon)).toBeLessThan(rank(later))
  })

  test('the text of an alarm is not a second row', () => {
    const swollen = text('face swollen', { attentionReason: 'Urgent. Phone them now.' })
    expect(keys({ alarms: [alarm({ messageId: swollen.id })], messages: [swollen] })).toEqual(['alarm alarm'])
  })

  test('once acknowledged it is still a text somebody has to answer, by phone first', () => {
    const swollen = text('face swollen', { reading: { intent: 'urgent' } as never })
    const list = rows({ alarms: [alarm({ messageId: swollen.id, acknowledgedAt: NOW })], messages: [swollen] })
    expect(list.map((one) => one.key)).toEqual([`texts ${NUMBER}`])
    expect(list[0]!.buttons.map((one) => one.title)).toEqual(['Call', 'Reply', 'Done'])
  })

  test('a number that is somebody else’s is opened, not answered', () => {
    const list = rows({ messages: [text('wrong number', { reading: { intent: 'wrong_number' } as never })] })
    expect(list[0]!.buttons.map((one) => one.title)).toEqual(['Open', 'Done'])
  })

  test('a texted CANCEL is one row that says texting is blocked', () => {
    const word = text('CANCEL', { attention: 'none' })
    const list = rows({
      messages: [word],
      leads: [lead({ messageId: word.id, patientId: 'ana' as never })],
      callbacks: [callback({ messageId: word.id, patientId: 'ana' as never, urgency: 'urgent' })],
      optOuts: [{ phoneNumber: NUMBER, source: 'carrier_word', messageId: word.id, optedOutAt: NOW, optedInAt: null }],
      patients: [patient('ana', 'Ana', 'Garcia')],
    })
    expect(list).toHaveLength(1)
    expect(list[0]!.tag.words).toBe('Texted CANCEL: texting is now blocked')
  })

  test('a callback due later today waits outside the list, a due one does not, and put-off leads stay away', () => {
    expect(keys({ callbacks: [callback({ dueAt: '2026-03-03T21:00:00.000Z' as never })] })).toEqual([])
    expect(keys({ callbacks: [callback({ dueAt: '2026-03-03T16:00:00.000Z' as never })] })).toEqual(['callback callback'])
    expect(keys({ leads: [lead({ snoozedUntil: '2026-03-03T18:00:00.000Z' as never })] })).toEqual([])
  })

  test('what was tried already stands on the row', () => {
    const note = 'Tue, Mar 3 9:10 AM no answer (Kim)\nTue, Mar 3 10:12 AM left voicemail (Kim)'
    const [promise] = rows({ callbacks: [callback({ note })] })
    expect(promise!.did).toMatch(/Tried 2 times, last Tue, Mar 3 10:12 AM left voicemail \(Kim\)\.$/)
    expect(rows({ leads: [lead({ note: 'Tue, Mar 3 9:10 AM no answer' })] })[0]!.did).toMatch(/Tried Tue, Mar 3 9:10 AM no answer\.$/)
    expect(rows({ callbacks: [callback()] })[0]!.did).not.toContain('Tried')
  })

  test('a change the relay refused later is a row until somebody lets it go', () => {
    const refused = {
      id: 7,
      label: 'Move M. Lee',
      state: 'refused',
      input: {},
      createdAt: NOW,
      error: { code: 'SLOT_TAKEN', message: 'Taken.' },
    }
    const list = rows({}, [refused, { ...refused, id: 8, state: 'waiting' }])
    expect(list.map((one) => [one.key, one.did])).toEqual([['queued 7', 'Taken.']])
  })

  test('the unconfirmed of tomorrow are one low row before the cut-off and a due one after it', () => {
    const tomorrow = [visit('a', '2026-03-04T15:00:00.000Z'), visit('b', '2026-03-04T16:00:00.000Z', { confirmation: 'confirmed' })]
    const morning = rows({ appointments: tomorrow })
    expect(morning.map((one) => [one.title, one.tag.words, one.stripe])).toEqual([['1 unconfirmed for tomorrow', 'of 2', 'grey']])
    const late = needsOf({ ...nothing, appointments: tomorrow }, practice, '2026-03-03T21:30:00.000Z' as never, [])
    expect(late[0]!.stripe).toBe('amber')
  })

  test('an emergency names who is texted next and when', () => {
    expect(rows({ alarms: [alarm()] })[0]!.did).toBe('Dr. Osei is texted at 10:47 AM unless someone acknowledges.')
  })
})
