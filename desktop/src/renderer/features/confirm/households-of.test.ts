import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { localDateOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import type { DaysView } from '../../../ipc/views.ts'
import { at, NOW, OURS, optOut, ours, person, visit } from '../../../samples/thread-samples.ts'
import { lastCallIn, withCallNote } from './call-notes.ts'
import { dayCounts } from './day-counts.ts'
import { householdsOf } from './households-of.ts'
import { listItems } from './list-items.ts'

const DAYS = ['2026-03-03', '2026-03-04', '2026-03-05'] as never[]
const living = (id: string, line: string, part: Partial<Patient> = {}) =>
  person(id, id, {
    contactPoints: [{ phoneNumber: `+1512555${line}` as never, label: 'mobile', isPrimary: true, status: 'active' }],
    ...part,
  })
const view = (part: Partial<DaysView>): DaysView => ({
  ...{ appointments: [], openings: [], patients: [], changes: [], messages: [], optOuts: [] },
  ...part,
})
const phones = (texting: string) => [{ phoneNumber: OURS, status: 'active', isPrimary: true, texting }] as never
const households = (part: Partial<DaysView>, phoneNumbers = phones('ready')) =>
  householdsOf({
    view: view(part),
    now: NOW,
    dayOf: (one) => localDateOf(one, 'America/Chicago' as never),
    callFromOn: () => null,
    days: DAYS,
    phoneNumbers,
  })

test('a family that shares a number is one row with all its visits, whatever their days', () => {
  const patients = [living('Ana', '0199'), living('Leo', '0199'), living('Max', '0100')]
  const appointments = [
    visit('leo', at('9:30', 4), { patientId: 'Leo' as never }),
    visit('ana', at('9:00', 5), { patientId: 'Ana' as never }),
    visit('max', at('9:15', 4), { patientId: 'Max' as never }),
  ]
  const rows = households({ patients, appointments })
  expect(rows.map((one) => one.visits.map((two) => two.appointment.id))).toEqual([['max'], ['leo', 'ana']])
})

test('what is not confirmed comes first, then what is sooner, then new patients and long visits', () => {
  const patients = [
    living('done', '0001'),
    living('late', '0002'),
    living('new', '0003', { isNew: true }),
    living('known', '0004'),
    living('long', '0005'),
  ]
  const long = { endsAt: at('10:00', 4) }
  const appointments = [
    visit('done', at('8:00', 4), { patientId: 'done' as never, confirmation: 'confirmed' }),
    visit('late', at('15:00', 4), { patientId: 'late' as never }),
    visit('known', at('8:30', 4), { patientId: 'known' as never }),
    visit('long', at('8:30', 4), { patientId: 'long' as never, ...long }),
    visit('new', at('8:30', 4), { patientId: 'new' as never, ...long }),
  ]
  expect(households({ patients, appointments }).map((one) => one.visits[0]?.appointment.id)).toEqual([
    'new',
    'long',
    'known',
    'late',
    'done',
  ])
})

test('what is over, cancelled or not of these days is not asked about', () => {
  const appointments = [visit('over', at('9:00')), visit('off', at('9:00', 4), { status: 'cancelled' }), visit('far', at('9:00', 9))]
  expect(households({ patients: [living('ana', '0199')], appointments })).toEqual([])
})

test('somebody without a number stands alone, and an opted-out number is phoned', () => {
  const patients = [person('none', 'None', { contactPoints: [] }), living('ana', '0199')]
  const appointments = [visit('a', at('9:00', 4), { patientId: 'none' as never }), visit('b', at('9:00', 4))]
  const rows = households({ patients, appointments, optOuts: [optOut({ phoneNumber: '+15125550199' as never })] })
  expect(rows.map((one) => one.step.kind).sort()).toEqual(['call', 'find_number'])
})

test('a day is counted in visits, and what is left to do in households', () => {
  const patients = [living('ana', '0199'), living('leo', '0199'), living('max', '0100')]
  const appointments = [
    visit('a', at('9:00', 4), { confirmation: 'confirmed' }),
    visit('b', at('9:30', 4), { patientId: 'leo' as never }),
    visit('c', at('9:30', 4), { patientId: 'max' as never }),
  ]
  const messages = [ours('ask', { relatedId: 'b', createdAt: at('10:00') }), ours('lost', { relatedId: 'c', status: 'failed' })]
  const counts = dayCounts(households({ patients, appointments, messages }), DAYS)
  expect(counts[1]).toMatchObject({ confirmed: 1, total: 3, toCall: 1, dueLater: 1 })
  expect(counts[0]).toMatchObject({ total: 0 })
})

test('confirmed households stay folded until they are asked for', () => {
  const patients = [living('ana', '0199'), living('max', '0100')]
  const appointments = [visit('a', at('9:00', 4), { confirmation: 'confirmed' }), visit('b', at('9:30', 4), { patientId: 'max' as never })]
  const rows = households({ patients, appointments })
  const kinds = (unfolded: string[]) => listItems(rows, ['2026-03-04'] as never, unfolded).map((one) => one.kind)
  expect(kinds([])).toEqual(['day', 'household', 'fold'])
  expect(kinds(['2026-03-04'])).toEqual(['day', 'household', 'fold', 'household'])
  expect(listItems(rows.slice(1), ['2026-03-04'] as never, [])[0]).toMatchObject({ isAllConfirmed: true })
})

test('a call is written into the note and read back from it', () => {
  const note = withCallNote('Bring the X-rays', 'voicemail', 'Tue, Mar 3 10:45 AM', 'Kim')
  expect(note).toBe('Bring the X-rays\nLeft voicemail Tue, Mar 3 10:45 AM, Kim')
  expect(lastCallIn(withCallNote(note, 'no_answer', 'Tue, Mar 3 3:10 PM', ''))).toBe('No answer Tue, Mar 3 3:10 PM')
  expect(lastCallIn('Bring the X-rays')).toBeNull()
  expect(withCallNote('x'.repeat(2_000), 'voicemail', 'now', '').length).toBe(2_000)
})

test('while the practice may not text yet, everybody is phoned', () => {
  const known = { patients: [living('Ana', '0199')], appointments: [visit('ana', at('9:00', 4), { patientId: 'Ana' as never })] }
  expect(households(known)[0]).toMatchObject({ noText: null, step: { kind: 'ask' } })
  expect(households(known, phones('waiting'))[0]?.step).toMatchObject({ kind: 'call', why: 'Texts wait for the carriers' })
})
