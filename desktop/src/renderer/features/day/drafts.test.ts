import { describe, expect, test } from 'vitest'
import { samplePatient, sampleSetup, sampleVisit, TUESDAY, ZONE } from '../../../samples/sample-day.ts'
import { bookInput, emptyDraft, isDraftEmpty, missingIn, typesFor } from './book-draft.ts'
import { emptyClosure, readClosure } from './closure-draft.ts'

const patient = samplePatient('Marcus Lee')
const startsAt = sampleVisit('a', '14:30').startsAt
const complete = { ...emptyDraft, patient, appointmentTypeId: 'filling', startsAt }

describe('a booking', () => {
  test('says what is missing, one thing at a time', () => {
    expect(missingIn(emptyDraft, [], true)).toBe('Choose who comes.')
    expect(missingIn({ ...emptyDraft, patient }, [], true)).toBe('Choose what for.')
    expect(missingIn({ ...emptyDraft, patient, appointmentTypeId: 'filling' }, [], true)).toBe('Choose a time.')
    expect(missingIn(complete, [], true)).toBeNull()
  })

  test('over a conflict needs a reason', () => {
    expect(missingIn(complete, ['PROVIDER_BUSY'], true)).toBe('Say why it is booked all the same.')
    expect(missingIn({ ...complete, overbookReason: 'Pain' }, ['PROVIDER_BUSY'], true)).toBeNull()
  })

  test('a new person needs both names, and a connection', () => {
    const newPerson = { firstName: 'Tom', lastName: ' ', phone: '', birthDate: '', language: 'en' as const }
    expect(missingIn({ ...complete, patient: null, newPerson }, [], true)).toBe('A new person needs a first and a last name.')
    expect(missingIn({ ...complete, patient: null, newPerson: { ...newPerson, lastName: 'Ray' } }, [], false)).toContain('connected again')
  })

  test('becomes the command, with the reason only when it is needed', () => {
    const draft = { ...complete, overbookReason: ' Pain ', note: 'Bring x-rays' }
    expect(bookInput(draft, patient.id, false)).toMatchObject({
      overbookReason: null,
      note: 'Bring x-rays',
      providerId: null,
      sendText: true,
    })
    expect(bookInput(draft, patient.id, true)).toMatchObject({ overbookReason: 'Pain' })
    expect(bookInput(emptyDraft, patient.id, false)).toBeNull()
  })

  test('knows when nothing was written', () => {
    expect(isDraftEmpty(emptyDraft)).toBe(true)
    expect(isDraftEmpty({ ...emptyDraft, sendText: false })).toBe(true)
    expect(isDraftEmpty({ ...emptyDraft, note: 'x' })).toBe(false)
  })

  test('types for somebody new come first for them, and unused ones are not offered', () => {
    const setup = sampleSetup()
    const [filling, cleaning, emergency] = setup.appointmentTypes
    const types = [filling!, { ...cleaning!, patients: 'new' as const, position: 9 }, { ...emergency!, active: false }]
    const names = (isNew: boolean | null) => typesFor({ ...setup, appointmentTypes: types }, isNew).map((one) => one.name)
    expect(names(false)).toEqual(['Filling', 'Cleaning'])
    expect(names(null)).toEqual(['Filling', 'Cleaning'])
    expect(typesFor({ ...setup, appointmentTypes: [{ ...filling!, patients: 'known' }, types[1]!] }, true).map((one) => one.name)).toEqual([
      'Cleaning',
      'Filling',
    ])
  })
})

describe('a closure', () => {
  const context = { day: TUESDAY, today: TUESDAY, zone: ZONE, isMonthFirst: true }
  const read = (change: Partial<typeof emptyClosure>) => readClosure({ ...emptyClosure, ...change }, context)

  test('without times is the whole day shown', () => {
    expect(read({})).toEqual({
      ...{ kind: 'span', startsAt: '2026-03-03T06:00:00.000Z', endsAt: '2026-03-04T06:00:00.000Z', releasedAt: null },
    })
  })

  test('with times, and over several days with the last one included', () => {
    expect(read({ fromTime: '2', toTime: '3:30' })).toMatchObject({
      startsAt: '2026-03-03T20:00:00.000Z',
      endsAt: '2026-03-03T21:30:00.000Z',
    })
    expect(read({ fromDay: '2026-03-06', toDay: '2026-03-09' })).toMatchObject({
      ...{ startsAt: '2026-03-06T06:00:00.000Z', endsAt: '2026-03-10T05:00:00.000Z' },
    })
  })

  test('time kept for emergencies may open to all at an hour', () => {
    expect(read({ kind: 'emergency_block', fromTime: '11', toTime: '12', releaseTime: '10' })).toMatchObject({
      releasedAt: '2026-03-03T16:00:00.000Z',
    })
    expect(read({ kind: 'block', releaseTime: '10' })).toMatchObject({ releasedAt: null })
  })

  test('what cannot be is said', () => {
    expect(read({ fromTime: '3', toTime: '2' })).toEqual({ kind: 'problem', text: 'It ends before it begins.' })
    expect(read({ fromDay: '2026-03-05', toDay: '2026-03-04' })).toEqual({ kind: 'problem', text: 'It ends before it begins.' })
    expect(read({ fromTime: 'soon' })).toMatchObject({ kind: 'problem' })
    expect(read({ kind: 'emergency_block', releaseTime: 'later' })).toMatchObject({ kind: 'problem' })
  })
})
