import type { OpenSlotOut } from '@dentalanswer/shared/contract/times.ts'
import type { OptOut } from '@dentalanswer/shared/domain/patient.ts'
import type { Instant, LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import {
  NOW,
  sampleChange,
  sampleClosure,
  sampleOpening,
  samplePatient,
  sampleSetup,
  sampleView,
  sampleVisit,
  TUESDAY,
  ZONE,
} from '../../../samples/sample-day.ts'
import { boardOf } from '../../ui/board/board-of.ts'
import { timesIn } from '../../ui/times.ts'
import { affectedBy, closureInput } from './affected-by.ts'
import { changeWords, originWords } from './change-words.ts'
import { emptyClosure } from './closure-draft.ts'
import { closuresOn } from './closures-on.ts'
import { listWords, subtitleOf } from './day-words.ts'
import { canDo } from './detail-can.ts'
import { movesFromElsewhere, withMovingIn } from './moving-in.ts'
import { sheetOf } from './sheet-of.ts'
import { slotsByDay } from './slots-by-day.ts'
import { whyNoText } from './texting.ts'
import { weekOf, weekSpan } from './week-of.ts'

const times = timesIn(ZONE, 'en-US')
const contact = (phoneNumber: string, change: Record<string, unknown> = {}) =>
  ({ phoneNumber, label: 'mobile', isPrimary: false, status: 'active', ...change }) as never

describe('what may be done', () => {
  test('a visit to come can be confirmed, asked about, moved and cancelled', () => {
    expect(canDo(sampleVisit('a', '14:00', { confirmation: 'unconfirmed' }), NOW)).toEqual({
      ...{ confirm: true, unconfirm: false, move: true, cancel: true, finish: false, ask: true },
    })
  })

  test('one that has begun can be finished, and is no longer asked about', () => {
    expect(canDo(sampleVisit('a', '9:00', { confirmation: 'unconfirmed' }), NOW)).toMatchObject({ finish: true, ask: false, confirm: true })
    expect(canDo(sampleVisit('a', '9:00', { status: 'completed' }), NOW)).toMatchObject({
      finish: true,
      move: false,
      cancel: false,
      confirm: false,
    })
  })

  test('a cancelled one allows nothing', () => {
    expect(Object.values(canDo(sampleVisit('a', '9:00', { status: 'cancelled' }), NOW))).not.toContain(true)
  })
})

describe('whom to text', () => {
  test('why not: no number, or blocked and not switched on again', () => {
    const ana = samplePatient('Ana Garcia', { contactPoints: [contact('+15125550101')] })
    const optOut = (optedInAt: Instant | null) => [{ phoneNumber: '+15125550101', optedInAt } as OptOut]
    expect(whyNoText(samplePatient('Tom Ray'), [])).toBe('No number to text.')
    expect(whyNoText(ana, [])).toBeNull()
    expect(whyNoText(ana, optOut(null))).toBe('The patient has blocked texts.')
    expect(whyNoText(ana, optOut(NOW))).toBeNull()
  })
})

describe('words', () => {
  test('how much is booked and open, for the header', () => {
    const practice = { times, today: TUESDAY }
    expect(subtitleOf(practice, TUESDAY, { booked: 31, openings: 1 })).toBe('Today · 31 booked · 1 opening')
    expect(subtitleOf(practice, '2026-03-05' as LocalDate, { booked: 0, openings: 0 })).toBe('Thu, Mar 5 · 0 booked')
  })

  test('what the list beside the board holds', () => {
    const view = sampleView({ openings: [sampleOpening('o', '14:30')], appointments: [sampleVisit('a', '9:00', { status: 'cancelled' })] })
    expect(listWords(view)).toBe('1 opening · 1 cancelled')
    expect(listWords(sampleView())).toBe('0 openings · 0 cancelled')
  })

  test('who did it and how', () => {
    expect(changeWords(sampleChange('a', { action: 'appointment.moved', by: 'text' }))).toBe('Moved by AI by text')
    expect(originWords({ bookedBy: 'desk' })).toBe('At the desk')
  })
})

describe('closures', () => {
  const span = { startsAt: sampleVisit('x', '14:00').startsAt, endsAt: sampleVisit('x', '16:00').startsAt, releasedAt: null }
  const visits = [
    sampleVisit('before', '13:00'),
    sampleVisit('into', '13:30', { providerId: 'ruiz', operatoryId: 'op2' }),
    sampleVisit('inside', '15:00'),
    sampleVisit('gone', '15:00', { status: 'cancelled' }),
    sampleVisit('after', '16:00'),
  ]

  test('the booked visits that stand in one, of all or of one', () => {
    expect(affectedBy(visits, span, 'all').map((one) => one.id)).toEqual(['into', 'inside'])
    expect(affectedBy(visits, span, 'ruiz').map((one) => one.id)).toEqual(['into'])
    expect(affectedBy(visits, span, 'op1').map((one) => one.id)).toEqual(['inside'])
  })

  test('become the command for everybody, a provider or an operatory', () => {
    const input = (scope: string) => closureInput({ ...emptyClosure, scope, reason: ' Meeting ' }, span, sampleSetup())
    expect(input('all')).toMatchObject({ providerId: null, operatoryId: null, reason: 'Meeting', kind: 'block' })
    expect(input('patel')).toMatchObject({ providerId: 'patel', operatoryId: null })
    expect(input('op1')).toMatchObject({ providerId: null, operatoryId: 'op1' })
  })

  test('those of a day in order, without removed ones and other days', () => {
    const closures = [
      sampleClosure('15:00', '16:00', { id: 'b' }),
      sampleClosure('9:00', '10:00', { id: 'a' }),
      sampleClosure('11:00', '12:00', { id: 'removed', removedAt: NOW }),
      sampleClosure('11:00', '12:00', { id: 'long', startsAt: '2026-03-01T06:00:00.000Z', endsAt: '2026-03-05T06:00:00.000Z' }),
    ]
    expect(closuresOn(sampleSetup({ closures }), TUESDAY).map((one) => one.id)).toEqual(['long', 'a', 'b'])
    expect(closuresOn(sampleSetup({ closures }), '2026-03-05' as LocalDate)).toEqual([])
  })
})

describe('the week', () => {
  test('runs from Monday over the days worked, and those on which something stands', () => {
    expect(weekSpan(TUESDAY)).toEqual({ from: '2026-03-02', to: '2026-03-08' })
    expect(weekOf(sampleSetup(), TUESDAY, new Set())).toEqual(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'])
    expect(weekOf(sampleSetup(), TUESDAY, new Set(['2026-03-07'])).at(-1)).toBe('2026-03-07')
  })

  test('a day off that is shown is part of it', () => {
    expect(weekOf(sampleSetup(), '2026-03-08' as LocalDate, new Set())).toContain('2026-03-08')
  })
})

test('a move that waits is drawn on its new day with the name and the length the visit has elsewhere', () => {
  const appointment = sampleVisit('away', '14:00', { patientId: 'lee' as never })
  const pending = [
    { key: 'queued-1', label: 'Move M. Lee', state: 'waiting', kind: 'move', appointmentId: 'away', startsAt: '2026-03-10T16:00:00.000Z' },
  ].map((one) => ({ ...one, providerId: null, operatoryId: null }) as never)
  const day = sampleView({})
  expect(movesFromElsewhere(day, pending)).toEqual(['away'])
  const view = withMovingIn(day, [{ appointment, patients: [samplePatient('Mara Lee', { id: 'lee' as never })], changes: [] }])
  expect(movesFromElsewhere(view, pending)).toEqual([])
  const board = boardOf({ view, setup: sampleSetup(), day: '2026-03-10' as LocalDate, columns: 'operatories', now: NOW, pending })
  const [block] = board.columns.flatMap((one) => one.blocks)
  expect(block).toMatchObject({ name: 'M. Lee', state: 'pencil', appointmentId: 'away' })
  expect(block!.to - block!.from).toBe((Date.parse(appointment.endsAt) - Date.parse(appointment.startsAt)) / 60_000)
  expect(withMovingIn(view, [{ appointment, patients: [], changes: [] }])).toBe(view)
})

test('open times stand under their day, each start once', () => {
  const slot = (startsAt: string, providerId: string) => ({ startsAt, providerId }) as OpenSlotOut
  const groups = slotsByDay(
    [
      slot('2026-03-03T20:00:00.000Z', 'patel'),
      slot('2026-03-03T20:00:00.000Z', 'ruiz'),
      slot('2026-03-04T02:00:00.000Z', 'ruiz'),
      slot('2026-03-04T14:00:00.000Z', 'ruiz'),
    ],
    times,
  )
  expect(groups.map((one) => [one.day, one.slots.map((each) => each.providerId)])).toEqual([
    ['2026-03-03', ['patel', 'ruiz']],
    ['2026-03-04', ['ruiz']],
  ])
})

describe('the day on paper', () => {
  const ana = samplePatient('Ana Garcia', { contactPoints: [contact('+15125550101', { isPrimary: true })] })
  const view = sampleView({
    appointments: [
      sampleVisit('b', '14:00', { patientId: 'Ana Garcia', note: 'Premedication' }),
      sampleVisit('a', '9:00', { patientId: 'Ana Garcia' }),
    ],
    openings: [sampleOpening('o', '11:00', { operatoryId: 'op1' as never })],
    patients: [ana],
  })
  const board = boardOf({ view, setup: sampleSetup(), day: TUESDAY, columns: 'operatories', now: NOW })
  const practice = { times, phone: (number: string) => `tel ${number}` }

  test('each column by time, under board names', () => {
    const [first, second] = sheetOf(board, view, practice, true)
    expect(first?.title).toBe('Op 1 · Patel, Ruiz')
    expect(first?.rows.map(({ time, name, phone, note }) => [time, name, phone, note])).toEqual([
      ['9:00–9:50', 'A. Garcia', 'tel +15125550101', ''],
      ['11:00–12:00', 'Open', '', ''],
      ['2:00–2:50', 'A. Garcia', 'tel +15125550101', 'Premedication'],
    ])
    expect(second?.rows).toEqual([])
  })

  test('numbers can be left out', () => {
    expect(sheetOf(board, view, practice, false)[0]?.rows.map((one) => one.phone)).toEqual(['', '', ''])
  })
})
