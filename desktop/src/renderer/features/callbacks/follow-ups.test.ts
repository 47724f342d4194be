import { describe, expect, test } from 'vitest'
import { alarm, callback, lead, NOW, NUMBER, nothing, patient, practice, text, visit } from '../../../samples/work-samples.ts'
import { emptyDraft, instantOfWall, readDraft, wallOfInstant } from './draft.ts'
import { followUpsOf } from './follow-up.ts'
import { countTabs, dueWords, groupsOf, type Tab } from './follow-up-groups.ts'
import { laterTimes } from './later-times.ts'
import { outcomeText } from './outcome-text.ts'

const at = (time: string) => `2026-03-03T${time}:00.000Z` as never
const id = (name: string) => name as never
const all = (part: Partial<typeof nothing>) => followUpsOf({ ...nothing, ...part }, practice)
const keys = (part: Partial<typeof nothing>, tab: Tab) =>
  groupsOf(all(part), tab, NOW, practice).map((item) => ('one' in item ? item.key : `${item.heading} (${item.count})`))

describe('the lists', () => {
  test('callbacks stand under overdue, due today and later, the urgent first in each', () => {
    const callbacks = [
      callback({ id: id('tomorrow'), dueAt: '2026-03-04T15:00:00.000Z' as never }),
      callback({ id: id('afternoon'), dueAt: at('21:00') }),
      callback({ id: id('late'), dueAt: at('16:00') }),
      callback({ id: id('urgent'), dueAt: at('16:30'), urgency: 'urgent' }),
    ]
    expect(keys({ callbacks }, 'callbacks')).toEqual([
      'Overdue (2)',
      'urgent',
      'late',
      'Due today (1)',
      'afternoon',
      'Later (1)',
      'tomorrow',
    ])
  })

  test('leads stand by kind, and those put off stand last', () => {
    const leads = [
      lead({ id: id('twice'), kind: 'possible_duplicate' }),
      lead({ id: id('off'), snoozedUntil: at('20:00') }),
      lead({ id: id('lost') }),
      lead({ id: id('back'), snoozedUntil: at('16:00') }),
    ]
    expect(keys({ leads }, 'leads')).toEqual([
      ...['Cancelled, to rebook (2)', 'back', 'lost'],
      ...['Perhaps one person twice (1)', 'twice', 'Put off until later (1)', 'off'],
    ])
  })

  test('what is done leaves its list, whichever it was, and the newest comes first', () => {
    const part = {
      callbacks: [callback({ id: id('a'), status: 'done', doneAt: at('15:00') })],
      leads: [lead({ id: id('b'), status: 'done', doneAt: at('16:00') })],
    }
    expect(keys(part, 'callbacks')).toEqual([])
    expect(keys(part, 'done')).toEqual(['Today (2)', 'b', 'a'])
    expect(countTabs(all(part))).toEqual({ callbacks: 0, leads: 0, done: 2 })
  })
})

describe('one row', () => {
  test('names the patient, else who they said they are, else everyone on the number', () => {
    const patients = [patient('ana', 'Ana', 'Garcia'), patient('leo', 'Leo', 'Garcia')]
    const who = (part: Parameters<typeof callback>[0]) => all({ callbacks: [callback(part)], patients })[0]!.who
    expect(who({ patientId: id('ana') })).toBe('Ana Garcia')
    expect(who({ callerName: 'Renee' })).toBe('Renee')
    expect(who({})).toBe('Garcia household')
    expect(who({ phoneNumber: null })).toBe('Withheld number')
  })

  test('a person without a number on the callback is phoned on their own', () => {
    const [one] = all({ callbacks: [callback({ phoneNumber: null, patientId: id('ana') })], patients: [patient('ana', 'Ana', 'Garcia')] })
    expect(one!.number).toBe(NUMBER)
  })

  test('keeps what was tried', () => {
    expect(all({ callbacks: [callback({ note: 'Tue, Mar 3 9:10 AM no answer (Kim)' })] })[0]!.note).toContain('no answer')
    expect(all({ leads: [lead()] })[0]!.note).toBe('')
  })

  test('says where it came from and in which words', () => {
    const message = text('call me pls')
    const [byText] = all({ callbacks: [callback({ messageId: message.id })], messages: [message] })
    expect(byText).toMatchObject({ said: 'call me pls', origin: 'after a text, today 10:00 AM', source: { place: 'messages', id: NUMBER } })
    const [byCall] = all({ callbacks: [callback({ callId: id('c1') })] })
    expect(byCall).toMatchObject({
      said: null,
      origin: 'promised by the AI, by phone, today 10:00 AM',
      source: { place: 'calls', id: 'c1' },
    })
  })

  test('says how long it is overdue, or when it is due', () => {
    const due = (dueAt: string) => dueWords(all({ callbacks: [callback({ dueAt: dueAt as never })] })[0]!, NOW, practice).words
    expect(due('2026-03-03T15:27:00.000Z')).toBe('Overdue 1 h 15 min')
    expect(due(NOW)).toBe('Due now')
    expect(due('2026-03-03T17:00:00.000Z')).toBe('Due 11:00 AM')
    expect(due('2026-03-04T15:00:00.000Z')).toBe('Due tomorrow 9:00 AM')
  })

  test('a lost visit is amber while it is today or tomorrow', () => {
    const tag = (startsAt: string) => {
      const part = { leads: [lead({ appointmentId: id('v') })], appointments: [visit('v', startsAt, { status: 'cancelled' })] }
      return dueWords(all(part)[0]!, NOW, practice)
    }
    expect(tag('2026-03-04T21:00:00.000Z')).toEqual({ words: 'Cancelled tomorrow 3:00 PM', tone: 'amber' })
    expect(tag('2026-03-20T21:00:00.000Z').tone).toBe('grey')
  })

  test('an alarm is no row here', () => {
    expect(all({ alarms: [alarm()] })).toEqual([])
  })
})

describe('putting off and writing down', () => {
  test('half an hour, an hour, and nine on the next business day', () => {
    expect(laterTimes(NOW, practice)).toEqual([
      { words: 'In 30 min', at: '2026-03-03T17:12:00.000Z' },
      { words: 'In 1 h', at: '2026-03-03T17:42:00.000Z' },
      { words: 'Tomorrow 9:00 AM', at: '2026-03-04T15:00:00.000Z' },
    ])
  })

  test('an outcome is the quick word, the note, or both', () => {
    expect([outcomeText('', ''), outcomeText('Booked', ''), outcomeText('', ' knows now '), outcomeText('Booked', 'Fri 9')]).toEqual([
      ...['Done', 'Booked', 'knows now', 'Booked. Fri 9'],
    ])
  })

  test('a draft needs a number, a reason and a time to come', () => {
    const draft = { ...emptyDraft, number: '12', due: '2026-03-03T09:00' }
    expect(readDraft(draft, NOW, NOW, practice)).toEqual({
      trouble: {
        number: 'This is not a phone number.',
        reason: 'Write what it is about, in a few words.',
        due: 'Choose a time that is still to come.',
      },
    })
  })

  test('a complete draft is due at the practice’s clock, and a known person is not named twice', () => {
    const draft = {
      ...emptyDraft,
      patientId: id('ana'),
      name: 'Ana Garcia',
      number: '(512) 555-0199',
      reason: 'bill',
      due: '2026-03-03T14:00',
    }
    expect(readDraft(draft, NOW, NOW, practice)).toMatchObject({
      input: {
        patientId: 'ana',
        callerName: null,
        phoneNumber: NUMBER,
        reason: 'bill',
        urgency: 'routine',
        dueAt: '2026-03-03T20:00:00.000Z',
      },
    })
  })

  test('a date-and-time field speaks the practice’s clock', () => {
    expect(wallOfInstant(NOW, practice.times.zone)).toBe('2026-03-03T10:42')
    expect(instantOfWall('2026-03-03T10:42', practice.times.zone)).toBe(NOW)
    expect(instantOfWall('2026-02-31T10:42', practice.times.zone)).toBe(null)
  })
})
